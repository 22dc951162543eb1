/* uitleg_zijde.h - what a figure is made of, for `uitleg`: the formula with the numbers filled in, and its sides
 * (what is counted, from which source, under which conditions), also where it is derived from others. */
#ifndef CLI_UITLEG_ZIJDE_H
#define CLI_UITLEG_ZIJDE_H

#include "publish/layer.h"

/* One count: a telling, the group it is narrowed to, and the period it is of. */
struct zijde {
	const char *woord; /* "teller", "noemer van OAB-01" ...: `van` NULL or the indicator it belongs to */
	const char *van;
	const struct telling *telling;
	const struct filter *groep;
	size_t groep_count;
	struct periode periode;
	struct bereik aantal; /* not bekend: not shown */
};

#define ZIJDEN_MAX 4

/* The sides of a figure; `out` has room for ZIJDEN_MAX. Returns how many. */
size_t uitleg_zijden(const struct layer *layer, const struct cel *cel, struct zijde *out);
/* The indicator that counts: the figure itself, or what it is (in the end) derived from. */
const struct indicator_def *uitleg_basis(const struct definities *defs, const struct indicator_def *def);

/* "  = 42 / 48 x 100", "  = 583 - 530: noemer min teller van OAB-01"; nothing where there is no formula. */
void uitleg_add_formule(struct str *s, const struct layer *layer, const struct cel *cel);
/* "  teller 42: som van aantal_in_opvang in bron vve_doelgroep, waar leeftijdsgroep is 2,5-4" */
void uitleg_add_zijde(struct str *s, const struct zijde *z, const struct cel *cel);

#endif
