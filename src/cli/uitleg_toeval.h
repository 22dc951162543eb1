/* uitleg_toeval.h - what `uitleg` says beside the figure: its direction and pace, how it lies beside other wijken, how
 * far the wijken lie apart, and by which method each was found. From the published layer only. */
#ifndef CLI_UITLEG_TOEVAL_H
#define CLI_UITLEG_TOEVAL_H

#include "publish/layer.h"

/* "\nVergeleken met eerder" and its lines; nothing where there is nothing to compare with. */
void uitleg_add_verloop(struct str *s, const struct cel *cel);
/* "\nVerschil tussen wijken": of a gemeente its gap, of a wijk its place beside the rest; of an index its chance
 * band. Nothing where it is not computed. */
void uitleg_add_verschil(struct str *s, const struct layer *layer, const struct cel *cel);

#endif
