/* opname.h - what a page recorded while it was written: its tables, charts, account and figures, for all other
 * formats. report_input.opname points at one; without it a page records nothing. The caller releases. */
#ifndef REPORT_OPNAME_H
#define REPORT_OPNAME_H

#include "report/boek.h"
#include "report/chart.h"

/* A line of the account: where the figures come from and how to read them. */
struct over_regel {
	char *naam; /* "Stand per"; "" goes on under the name before */
	char *tekst;
};

struct opname {
	char *titel; /* of the page */
	char *voet;  /* edition, stand per and fictief in one line */
	struct boek boek;
	struct over_regel *over;
	size_t over_count, over_cap;
	struct chart *chart; /* those that were drawn, in the order of the page */
	size_t chart_count;
};

void opname_release(struct opname *o);
void opname_add_over(struct opname *o, const char *naam, const char *tekst);

#endif
