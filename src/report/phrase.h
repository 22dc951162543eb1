/* phrase.h - one cell of the published layer in sentences: what it is, whether it meets what was agreed, and
 * whether that can be chance. One branch per status; a hidden figure gives its reason and no number. */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "base/str.h"
#include "publish/layer.h"
#include "report/sentence.h"

/* "het 2e kwartaal 2026", "het schooljaar 2025-2026", "2026", "30 juni 2026". */
void phrase_add_periode(struct str *s, struct periode p);
/* "in het 2e kwartaal 2026", "op 30 juni 2026"; `capital` for the head of a sentence. */
void phrase_add_in_periode(struct str *s, struct periode p, bool capital);

/* The conclusion in one sentence, without a full stop: the title of a sheet. */
void phrase_add_title(struct str *s, const struct zinnen *z, const struct cel *c);
/* "In het 2e kwartaal 2026 maken 530 van de 583 doelgroeppeuters gebruik van ..." */
void phrase_add_stand(struct str *s, const struct zinnen *z, const struct cel *c);
/* "De afgesproken ambitie van 92% is niet gehaald: nog 7 kinderen te gaan." Nothing when there is no value. */
void phrase_add_feit(struct str *s, const struct zinnen *z, const struct cel *c);
/* "Het verschil kan toeval zijn: bij deze aantallen past een cijfer tussen 88,3 en 93,1%." Nothing when
 * there is nothing to say. `wijken` is what areas below the gemeente are called. */
void phrase_add_zekerheid(struct str *s, const struct zinnen *z, const struct cel *c, const char *wijken);

#endif
