/* opname.h - what a page recorded while it was written: its tables, charts, account and figures, for all other
 * formats. report_input.opname points at one; without it a page records nothing. The caller releases. */
#ifndef REPORT_OPNAME_H
#define REPORT_OPNAME_H

#include "publish/layer.h"
#include "report/boek.h"
#include "report/chart.h"

/* A line of the account: where the figures come from and how to read them. */
struct over_regel {
	char *naam; /* "Stand per"; "" goes on under the name before */
	char *tekst;
};

/* A number that a page shows and that stands in no cell: a count, a sum, a number on an axis. `cel` says which figure
 * it goes with; NULL: none. Borrowed from the layer. */
struct opname_getal {
	const struct cel *cel;
	char *term, *waarde, *tekst;
};

struct opname {
	char *titel; /* of the page */
	char *voet;  /* edition, stand per and fictief in one line */
	size_t mens_woorden; /* how much people wrote on it */
	char *regels; /* the privacy rules, or that nothing is hidden */
	struct boek boek;
	struct over_regel *over;
	size_t over_count, over_cap;
	struct chart *chart; /* those that were drawn, in the order of the page */
	size_t chart_count;
	bool *gezien; /* per cell of the layer: this page used it; NULL: none */
	struct opname_getal *getal;
	size_t getal_count, getal_cap;
};

void opname_release(struct opname *o);
/* waarde: with a decimal point, for berekening.csv; tekst: as printed. What is there already is not added again. */
void opname_add_getal(struct opname *o, const struct cel *cel, const char *term, const char *waarde, const char *tekst);
void opname_add_over(struct opname *o, const char *naam, const char *tekst);

#endif
