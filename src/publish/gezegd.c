#include "publish/gezegd.h"

#include <stdlib.h>

#include "base/mem.h"
#include "publish/disclosure.h"
#include "publish/openbaar.h"
#include "publish/opzet.h"
#include "publish/secondary.h"

bool gezegd_kan(const struct privacy_def *policy, const struct indicator_def *def, const struct norm_def *norm, int64_t n,
	int64_t k)
{
	struct disclosure_rule rule = disclosure_rule_of(policy, def->gevoelig);

	rule.k = k > rule.k ? k : rule.k;
	return def->soort == SOORT_AANDEEL && def->subset_eis && def->richting == RICHTING_HOGER_BETER && norm &&
		norm->soort == NORM_MINIMUM && openbaar_telt_mensen(policy, def) && n >= def->n_min &&
		disclosure_words_allowed(rule, n, norm_fraction(norm->waarde, norm->eenheid));
}

struct bereik gezegd_rest(bool woorden, int64_t n, int64_t k)
{
	return woorden ? (struct bereik){true, 0, k - 1, 0} : (struct bereik){true, k, n, 0};
}

/* A figure at which the words could stand. */
struct plaats {
	size_t verband;
	bool gehaald;
};
struct plaatsen {
	struct plaats *item;
	size_t count, cap;
};

static bool is_exact(const struct grootheid *q)
{
	return q->min == q->max && !q->besloten;
}

/* The relation of an outcome at which the words could stand; SIZE_MAX: none. */
static size_t place_of(const struct grootheden *g, const struct uitkomst_tellers *t, const struct uitkomst *u,
	const struct definities *defs)
{
	if (u->indicator->afgeleid_van || uitkomst_geschat(u) || u->onvolledig || t->x == GROOTHEID_GEEN ||
		t->n == GROOTHEID_GEEN || !is_exact(&g->item[t->x]) || !is_exact(&g->item[t->n]) ||
		g->item[t->n].verborgen || !g->item[t->x].verborgen ||
		!gezegd_kan(&defs->privacy, u->indicator, u->norm, g->item[t->n].waarde, g->item[t->x].k))
		return SIZE_MAX;
	return grootheden_rest(g, t->n, t->x);
}

static struct plaatsen find_places(const struct grootheden *g, const struct uitkomst_list *all,
	const struct definities *defs)
{
	struct plaatsen p = {0};

	for (size_t i = 0; i < all->count; i++) {
		size_t v = place_of(g, &g->van[i], &all->item[i], defs);

		if (v == SIZE_MAX)
			continue;
		p.item = mem_grow(p.item, &p.cap, p.count + 1, sizeof(*p.item));
		p.item[p.count++] = (struct plaats){v, all->item[i].feit == FEIT_GEHAALD};
	}
	return p;
}

/* Words and silence of one puzzle into `rest`; true when there are words in it. */
static bool say(const struct grootheden *g, const struct plaatsen *p, size_t deel, struct bereik *rest)
{
	bool any = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct verband *v = &g->verband[p->item[i].verband];
		const struct grootheid *whole = &g->item[v->geheel], *part = &g->item[v->deel[0]];
		bool words = whole->waarde - part->waarde < part->k;

		if (whole->deel != deel)
			continue;
		if (words && !p->item[i].gehaald) /* cannot be; then nothing is said */
			return false;
		rest[p->item[i].verband] = gezegd_rest(words, whole->waarde, part->k);
		any = any || words;
	}
	return any;
}

/* Is the puzzle still safe with this in it? */
static bool is_safe(const struct grootheden *g, size_t deel, const struct bereik *rest)
{
	struct leak_list leaks = {0};
	struct err why = ERR_INIT;
	struct opzet o;
	bool safe;

	opzet_make(&o, g, deel);
	for (size_t i = 0; i < g->verband_count; i++)
		if (rest[i].bekend && g->item[g->verband[i].geheel].deel == deel && o.rest[i])
			opzet_tell(&o, o.rest[i] - 1, rest[i].min, rest[i].max);
	for (size_t q = 0; q < g->count; q++) {
		size_t unit = g->item[q].deel == deel ? opzet_unit(&o, q) : PUZZLE_NONE;

		if (unit != PUZZLE_NONE)
			o.p.unit[unit].state = g->item[q].verborgen ? PUZZLE_UNIT_SECONDARY : PUZZLE_UNIT_OPEN;
	}
	safe = !o.wrong && puzzle_seal(&o.p, &why) == 0 && secondary_audit(&o.p, 0, &leaks, &why) == 0 && leaks.count == 0;
	leak_list_release(&leaks);
	err_release(&why);
	opzet_release(&o);
	return safe;
}

void gezegd_decide(struct grootheden *g, const struct uitkomst_list *all, const struct definities *defs)
{
	struct plaatsen p = find_places(g, all, defs);
	struct bereik *rest = mem_new(g->verband_count, sizeof(*rest));

	for (size_t q = 0; q < g->count && p.count > 0; q++) {
		if (g->item[q].deel != q || !say(g, &p, q, rest) || !is_safe(g, q, rest))
			continue;
		for (size_t i = 0; i < p.count; i++)
			if (g->item[g->verband[p.item[i].verband].geheel].deel == q)
				g->verband[p.item[i].verband].gezegd = rest[p.item[i].verband];
	}
	free(rest);
	free(p.item);
}

struct bereik gezegd_van(const struct grootheden *g, const struct uitkomst_list *all, const struct uitkomst *u,
	const struct definities *defs)
{
	size_t v = place_of(g, &g->van[u - all->item], u, defs);

	return v != SIZE_MAX && g->verband[v].gezegd.min == 0 ? g->verband[v].gezegd : (struct bereik){0};
}
