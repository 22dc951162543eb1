/* themablad.h - one sheet for one actielijn (formats.md D.5), as one self-contained HTML file. */
#ifndef REPORT_THEMABLAD_H
#define REPORT_THEMABLAD_H

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "publish/layer.h"
#include "publish/register.h"
#include "publish/vergelijking.h"
#include "report/opname.h"

struct kaart; /* publish/kaart.h */

struct report_input {
	const struct layer *layer;
	const struct layer *vorige; /* as it stood before the newest deliveries, for "wat is er veranderd"; may be NULL */
	const char *werkmap, *installed; /* where reports/ is looked for */
	struct periode periode;
	const char *stand_per;	/* ISO date of the data; printed as "stand per" */
	const char *definities_hash;
	bool fictief;		/* mark as fictional */
	const struct report_bron *bron; /* deliveries to name as sources */
	size_t bron_count;
	const struct kaart *kaart; /* shapes of areas; NULL: none were loaded */
	const struct registers *registers; /* NULL: none were loaded */
	const struct vergelijking *elders; /* figures of elsewhere; NULL: none */
	struct opname *opname; /* empty; filled with what the page holds, for other formats; may be NULL */
};

/* A delivery as a source line. Texts borrowed. */
struct report_bron {
	int64_t nr;
	const char *bestand, *bron, *geladen_op;
	bool voorlopig, vervangt; /* vervangt: it corrects an earlier one */
};

/* `id` is L1..L6 of reports/themablad.json. ERR_USE for an unknown id (naming the known ones); gnuplot absent
 * is no error: the sheet then has tables and says which package to install. */
int themablad_write(struct str *html, const struct report_input *in, const char *id, struct err *err) MUST_USE;

/* The indicators the sheet may show, for the register of publications: *ids is free()d by the caller, its texts belong
 * to the definitions. Of an unknown sheet: none. */
int themablad_indicatoren(const struct report_input *in, const char *id, const char ***ids, size_t *count, struct err *err)
	MUST_USE;

#endif
