#include "indicator/index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "indicator/outcome.h"
#include "indicator/segregation.h"

/* Pupils per school: in the group, and the others. */
struct table {
	int64_t *count; /* [2 * school]: group, others */
	size_t schools;
	int64_t group, others;
	enum judge_gegevens gegevens; /* WAARDE: every school counts */
};

/* The area itself, or an area below it that is valid in the period. */
static bool within(
	const struct gebied_list *gebieden, int64_t id, const struct gebied *of, struct date op)
{
	const struct gebied *g = gebied_by_id(gebieden, id);

	for (int up = 0; g && up < 4; up++) {
		if (g == of)
			return true;
		if (!g->ouder || !gebied_valid_on(g, op) || strcmp(g->niveau, "buiten") == 0)
			return false;
		if (text_equal(g->ouder, of->code))
			return true;
		g = gebied_by_code(gebieden, "wijk", g->ouder, op);
	}
	return false;
}

static const struct rij *partner(const struct rij_list *list, const struct rij *r)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct rij *other = &list->item[i];

		if (other->gebied == r->gebied && periode_equal(other->periode, r->periode) &&
			strcmp(other->kenmerk, r->kenmerk) == 0)
			return other;
	}
	return NULL;
}

/* A range hides too much for an index; it is a number in other figures. */
static enum judge_gegevens side_gegevens(const struct rij *side)
{
	if (!side || side->staat == STAAT_NIET_GELEVERD)
		return GEGEVENS_NIET_GELEVERD;
	if (side->staat == STAAT_ONBEKEND)
		return GEGEVENS_ONBEKEND;
	if (side->staat == STAAT_NVT)
		return GEGEVENS_NVT;
	return side->exact ? GEGEVENS_WAARDE : GEGEVENS_AFGESCHERMD;
}

/* Why this school cannot be counted; WAARDE when it can. */
static enum judge_gegevens row_gegevens(const struct rij *whole, const struct rij *part)
{
	enum judge_gegevens one = side_gegevens(whole), two = side_gegevens(part);

	if (one != GEGEVENS_WAARDE || two != GEGEVENS_WAARDE)
		return one != GEGEVENS_WAARDE ? one : two;
	return part->waarde > whole->waarde ? GEGEVENS_FOUT : GEGEVENS_WAARDE;
}

/* One school that cannot be counted keeps the index from all of them; an impossible one is named
 * before one that is hidden, because it can be mended. */
static void table_add(struct table *t, const struct rij *whole, const struct rij *part)
{
	enum judge_gegevens gegevens = row_gegevens(whole, part);

	if (gegevens == GEGEVENS_NVT)
		return; /* a school without this group is no part of the spread */
	if (gegevens != GEGEVENS_WAARDE) {
		if (t->gegevens == GEGEVENS_WAARDE || gegevens == GEGEVENS_FOUT)
			t->gegevens = gegevens;
		return;
	}
	t->count[2 * t->schools] = part->waarde;
	t->count[2 * t->schools + 1] = whole->waarde - part->waarde;
	t->group += part->waarde;
	t->others += whole->waarde - part->waarde;
	t->schools++;
}

static struct table table_of(const struct uitkomst *u, const struct gebied_list *gebieden,
	const struct rij_list *teller, const struct rij_list *noemer)
{
	struct table t = {.count = mem_new(2 * noemer->count, sizeof(*t.count)),
		.gegevens = GEGEVENS_NIET_GELEVERD};
	bool any = false;

	for (size_t i = 0; i < noemer->count; i++) {
		const struct rij *r = &noemer->item[i];

		if (!periode_equal(r->periode, u->periode) ||
			!within(gebieden, r->gebied, u->gebied, u->periode.eind))
			continue;
		if (!any)
			t.gegevens = GEGEVENS_WAARDE;
		any = true;
		table_add(&t, r, partner(teller, r));
	}
	if (any && t.gegevens == GEGEVENS_WAARDE && !t.schools)
		t.gegevens = GEGEVENS_NVT;
	return t;
}

/* sum |a_i B - b_i A| over 2 A B; false when it does not fit. */
static bool exact_index(const struct table *t, struct judge_case *c)
{
	int64_t sum = 0, half, one, two;

	for (size_t i = 0; i < t->schools; i++) {
		if (__builtin_mul_overflow(t->count[2 * i], t->others, &one) ||
			__builtin_mul_overflow(t->count[2 * i + 1], t->group, &two) ||
			__builtin_add_overflow(sum, one > two ? one - two : two - one, &sum))
			return false;
	}
	if (__builtin_mul_overflow(t->group, t->others, &half) ||
		__builtin_mul_overflow(half, (int64_t)2, &half))
		return false;
	c->teller = (struct bereik){true, sum, sum, 0};
	c->noemer = (struct bereik){true, half, half, 0};
	return true;
}

static void index_value(struct uitkomst *u, const struct table *t)
{
	const struct schools schools = {t->count, t->schools, 2};
	double d = segregation_d(&schools, 0, 1), chance = segregation_d_chance(&schools, 0, 1);

	u->heeft_waarde = true;
	u->waarde_min = u->waarde_max = d;
	u->methode = "segregatie-d";
	u->segregatie = (struct segregatie_deel){.scholen = t->schools,
		.toeval = chance,
		.gecorrigeerd = segregation_d_corrected(d, chance),
		.isolatie = segregation_exposure(&schools, 0, 0),
		.aandeel = (double)t->group / (double)(t->group + t->others),
		.h = segregation_h(&schools)};
}

void index_judge(struct uitkomst *u, const struct gebied_list *gebieden,
	const struct rij_list *teller, const struct rij_list *noemer, const struct definities *defs,
	struct stand stand)
{
	struct table t = table_of(u, gebieden, teller, noemer);
	struct judge_case c = {.gegevens = t.gegevens,
		.onvolledig = u->onvolledig,
		.geen_oordeel = u->indicator->richting == RICHTING_GEEN_OORDEEL,
		.niveau = u->indicator->niveau_zekerheid};
	struct oordeel o;

	if (t.gegevens == GEGEVENS_WAARDE && (!t.group || !t.others))
		c.geen_doelgroep = true; /* one group only: nothing can be spread unevenly */
	else if (t.gegevens == GEGEVENS_WAARDE)
		c.noemer.bekend = exact_index(&t, &c);
	outcome_norm(u, &c, defs, stand);
	c.model = JUDGE_GEEN;
	judge(&c, &o);
	outcome_take(u, &o);
	u->heeft_tekort = false;
	if (c.gegevens == GEGEVENS_WAARDE && !c.geen_doelgroep)
		index_value(u, &t);
	if (c.gegevens == GEGEVENS_WAARDE) {
		u->teller = (struct bereik){true, t.group, t.group, 0};
		u->noemer = (struct bereik){true, t.group + t.others, t.group + t.others, 0};
	} else {
		u->teller.bekend = u->noemer.bekend = false;
	}
	free(t.count);
}
