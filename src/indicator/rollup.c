#include "indicator/rollup.h"

#include <string.h>

#include "base/text.h"
#include "indicator/value.h"

/* One side (teller or noemer) of a figure on its way up. */
struct side {
	bool wanted;
	enum judge_gegevens gegevens;
	struct bereik som;
	size_t rijen;
};

struct node {
	struct side teller, noemer;
	size_t delen, ontbreken;
	bool onvolledig, rolled, voorlopig;
	const char *geschat_met;
	struct levering_set levering;
};

struct walk {
	const struct rollup *r;
	struct periode periode, noemer_periode;
};

void cijfer_release(struct cijfer *c)
{
	levering_set_release(&c->levering);
}

static bool delivered(const struct side *s)
{
	return !s->wanted || s->gegevens != GEGEVENS_NIET_GELEVERD;
}

/* Can it be added? What does not apply adds nothing. */
static bool usable(const struct side *s)
{
	return !s->wanted || s->gegevens == GEGEVENS_WAARDE || s->gegevens == GEGEVENS_NVT;
}

static bool exact(const struct side *s)
{
	return !s->wanted || (s->gegevens == GEGEVENS_WAARDE && bereik_exact(&s->som));
}

static void side_take(struct side *s, struct node *node, const struct meting *m, enum tel tel)
{
	s->gegevens = meting_gegevens(m, tel);
	if (!m)
		return;
	s->som = m->som;
	s->rijen = m->rijen;
	node->voorlopig = node->voorlopig || m->voorlopig;
	node->onvolledig = node->onvolledig || m->onvolledig;
	node->geschat_met = node->geschat_met ? node->geschat_met : m->geschat_met;
	levering_set_join(&node->levering, &m->levering);
}

/* Teller and noemer are columns of the same rows: as many rows of each, or some are missing. */
static bool rows_differ(const struct rollup *r, const struct node *node)
{
	const struct telling *t = &r->def->teller, *n = &r->def->noemer;

	if (r->teller_telt.periods || !node->noemer.wanted || !text_equal(t->bron, n->bron) ||
		t->tel != TEL_SOM || n->tel != TEL_SOM || n->koppeling != KOPPELING_ZELFDE ||
		t->waar_count != n->waar_count)
		return false;
	for (size_t i = 0; i < t->waar_count; i++) {
		if (!filter_equal(&t->waar[i], &n->waar[i]))
			return false;
	}
	return node->teller.rijen != node->noemer.rijen;
}

static void node_own(const struct walk *w, const struct gebied *g, bool totaal, struct node *node)
{
	const struct rollup *r = w->r;

	node->teller.wanted = true;
	node->noemer.wanted = r->noemer != NULL;
	side_take(&node->teller, node, meting_find(r->teller, g->id, w->periode, totaal),
		r->def->teller.tel);
	if (r->noemer)
		side_take(&node->noemer, node,
			meting_find(r->noemer, g->id, w->noemer_periode, totaal),
			r->def->noemer.tel);
	if (delivered(&node->teller) && delivered(&node->noemer) && rows_differ(r, node))
		node->onvolledig = true;
}

/* Is `g` a part of `of` in this period? */
static bool is_part(const struct gebied *g, const struct gebied *of, struct date op)
{
	if (!text_equal(g->ouder, of->code) || strcmp(g->niveau, "buiten") == 0 ||
		!gebied_valid_on(g, op))
		return false;
	return !*of->indeling || text_equal(g->indeling, of->indeling);
}

static bool side_add(struct side *sum, const struct side *part)
{
	if (!sum->wanted || part->gegevens == GEGEVENS_NVT)
		return true;
	if (!sum->som.bekend) {
		sum->som = part->som;
		return true;
	}
	return bereik_add(&sum->som, &part->som);
}

/* ---- parts ---- */

static void node_parts(const struct walk *w, const struct gebied *g, struct node *node);

/* No rows in a period that was delivered: none of the objects that are counted. */
static void side_none(struct side *s, const struct counted *counted, const struct gebied *g,
	struct periode periode)
{
	bool part = strcmp(g->niveau, "wijk") == 0 || strcmp(g->niveau, "buurt") == 0;
	bool whole = counted->gemeente && strcmp(g->niveau, "gemeente") == 0;

	if (!counted->periods || !g->eigen || (!part && !whole) || !s->wanted ||
		s->gegevens != GEGEVENS_NIET_GELEVERD || s->rijen)
		return;
	for (size_t i = 0; i < counted->periods->count; i++) {
		if (!periode_equal(counted->periods->item[i], periode))
			continue;
		s->gegevens = GEGEVENS_WAARDE;
		s->som = (struct bereik){true, 0, 0, 0};
	}
}

/* `teller`, `noemer`: what is asked for. What is not asked of an area is not asked of its parts either: a count that was
 * delivered for the gemeente only must not make the other side, delivered two levels down, incomplete. */
static void node_of(const struct walk *w, const struct gebied *g, bool teller, bool noemer, struct node *node)
{
	*node = (struct node){0};
	node_own(w, g, false, node);
	node->teller.wanted = node->teller.wanted && teller;
	node->noemer.wanted = node->noemer.wanted && noemer;
	if (w->r->optellen && (!delivered(&node->teller) || !delivered(&node->noemer)))
		node_parts(w, g, node);
	side_none(&node->teller, &w->r->teller_telt, g, w->periode);
	side_none(&node->noemer, &w->r->noemer_telt, g, w->noemer_periode);
}

/* The sides that are being added up, and what was met on the way. */
struct adding {
	struct side teller, noemer;
	enum judge_gegevens reason; /* of the parts that could not be added */
	bool any, overflow;
};

static bool part_there(const struct adding *a, const struct node *part)
{
	return (a->teller.wanted && part->teller.gegevens != GEGEVENS_NIET_GELEVERD) ||
	       (a->noemer.wanted && part->noemer.gegevens != GEGEVENS_NIET_GELEVERD);
}

static bool part_complete(const struct adding *a, const struct node *part)
{
	return (!a->teller.wanted || usable(&part->teller)) &&
	       (!a->noemer.wanted || usable(&part->noemer)) && !part->onvolledig;
}

static void part_missing(struct adding *a, const struct node *part, bool rest, struct node *node)
{
	node->onvolledig = true;
	node->ontbreken += !rest;
	if (!part_there(a, part) || a->reason)
		return;
	a->reason = a->teller.wanted && !usable(&part->teller) ? part->teller.gegevens
							       : part->noemer.gegevens;
}

static void part_add(
	struct adding *a, const struct gebied *g, const struct node *part, struct node *node)
{
	bool rest = strcmp(g->niveau, "onbekend") == 0;

	if (!part_there(a, part) && (rest || g->zonder_doelgroep))
		return;
	node->delen += !rest;
	if (!part_complete(a, part)) {
		part_missing(a, part, rest, node);
		return;
	}
	a->any = true;
	if (!side_add(&a->teller, &part->teller) || !side_add(&a->noemer, &part->noemer))
		a->overflow = true;
	node->voorlopig = node->voorlopig || part->voorlopig;
	node->geschat_met = node->geschat_met ? node->geschat_met : part->geschat_met;
	levering_set_join(&node->levering, &part->levering);
}

static void side_settle(struct side *side, const struct side *sum, const struct adding *a)
{
	if (!sum->wanted)
		return;
	side->som = sum->som;
	side->gegevens = GEGEVENS_WAARDE;
	if (a->overflow)
		side->gegevens = GEGEVENS_FOUT;
	else if (!a->any)
		side->gegevens = a->reason ? a->reason : GEGEVENS_NIET_GELEVERD;
	else if (!sum->som.bekend)
		side->gegevens = GEGEVENS_NVT;
}

/* Adds the parts that are valid on a day to the sides that are wanted. */
static void add_parts(const struct walk *w, const struct gebied *g, struct date op,
	struct adding *a, struct node *node)
{
	const struct gebied_list *all = w->r->gebieden;
	size_t delen = node->delen, ontbreken = node->ontbreken;
	bool onvolledig = node->onvolledig;

	for (size_t i = 0; i < all->count; i++) {
		struct node part;

		if (!is_part(&all->item[i], g, op))
			continue;
		if (strcmp(all->item[i].niveau, "onbekend") == 0 && !w->r->def->onbekend_telt_mee)
			continue;
		node_of(w, &all->item[i], a->teller.wanted, a->noemer.wanted, &part);
		part_add(a, &all->item[i], &part, node);
		levering_set_release(&part.levering);
	}
	side_settle(&node->teller, &a->teller, a);
	side_settle(&node->noemer, &a->noemer, a);
	if (!a->any &&
		!a->reason) { /* no part at all was delivered: the area itself is what is missing */
		node->onvolledig = onvolledig;
		node->ontbreken = ontbreken;
		node->delen = delen;
	}
}

/* Did the area have the same parts on both days? */
static bool same_parts(const struct walk *w, const struct gebied *g)
{
	const struct gebied_list *all = w->r->gebieden;

	for (size_t i = 0; i < all->count; i++) {
		if (is_part(&all->item[i], g, w->periode.eind) !=
			is_part(&all->item[i], g, w->noemer_periode.eind))
			return false;
	}
	return true;
}

/* Both sides in one pass, so that a part counts with both or not at all; when the division changed
 * between the period of the teller and that of the noemer, each side over its own parts. */
static void node_parts(const struct walk *w, const struct gebied *g, struct node *node)
{
	struct adding both = {.teller.wanted = !delivered(&node->teller),
		.noemer.wanted = !delivered(&node->noemer)};

	node->rolled = true;
	if (!both.noemer.wanted || !both.teller.wanted || same_parts(w, g)) {
		add_parts(w, g, both.teller.wanted ? w->periode.eind : w->noemer_periode.eind,
			&both, node);
	} else {
		struct adding teller = {.teller.wanted = true}, noemer = {.noemer.wanted = true};
		size_t delen;

		add_parts(w, g, w->periode.eind, &teller, node);
		delen = node->delen;
		add_parts(w, g, w->noemer_periode.eind, &noemer, node);
		node->delen = delen; /* counted as parts of this period */
		if (node->ontbreken > delen)
			node->ontbreken = delen;
	}
}

/* The narrower of two ranges for the same number; false when they contradict each other. */
static bool intersect(struct bereik *a, const struct bereik *b)
{
	if (a->schaal != b->schaal || b->min > a->max || b->max < a->min)
		return false;
	a->min = a->min > b->min ? a->min : b->min;
	a->max = a->max < b->max ? a->max : b->max;
	return true;
}

static void take_total(struct node *node, struct node *total)
{
	node->teller = total->teller;
	node->noemer = total->noemer;
	node->onvolledig = total->onvolledig;
	node->voorlopig = node->voorlopig || total->voorlopig;
	levering_set_join(&node->levering, &total->levering);
}

/* The supplier's total row, where the parts do not give an exact sum. Both sides come from it, or
 * neither. */
static bool node_total(const struct walk *w, const struct gebied *g, struct node *node)
{
	struct node total = {0};
	bool took = false;

	if (!node->onvolledig && exact(&node->teller) && exact(&node->noemer))
		return false;
	node_own(w, g, true, &total);
	if (delivered(&total.teller) && delivered(&total.noemer) && usable(&total.teller) &&
		usable(&total.noemer)) {
		if (node->onvolledig || !usable(&node->teller) || !usable(&node->noemer) ||
			(exact(&total.teller) && exact(&total.noemer))) {
			take_total(node, &total);
			took = true;
		} else {
			took = intersect(&node->teller.som, &total.teller.som);
			if (node->noemer.wanted)
				took = intersect(&node->noemer.som, &total.noemer.som) || took;
		}
	}
	levering_set_release(&total.levering);
	return took;
}

/* The last 1 October (or 1 January) on or before the end of a period. */
static struct date last_day(struct periode p, int month)
{
	struct date d = {p.eind.year, month, 1};

	if (date_cmp(d, p.eind) > 0)
		d.year--;
	return d;
}

static struct periode periods_back(struct periode p, int n)
{
	while (n-- > 0)
		p = periode_of_date(p.soort, date_add_days(p.begin, -1));
	return p;
}

struct periode rollup_noemer_periode(const struct indicator_def *def, struct periode teller)
{
	const struct telling *n = &def->noemer;

	if (periode_is_samen(teller)) /* the noemers of those years, added up */
		return teller;
	switch (n->koppeling) {
	case KOPPELING_ZELFDE:
		break;
	case KOPPELING_SCHOOLJAAR:
		return periode_of_date(PERIODE_SCHOOLJAAR, teller.eind);
	case KOPPELING_LAATSTE_1_OKTOBER:
		return periode_dag(last_day(teller, 10));
	case KOPPELING_LAATSTE_1_JANUARI:
		return periode_dag(last_day(teller, 1));
	case KOPPELING_VORIGE_N:
		return periods_back(teller, n->koppeling_n);
	}
	return teller;
}

/* The one reason for a pair: what comes first in the decision order. A noemer of exactly nobody
 * decides by itself, whatever the teller says. */
static enum judge_gegevens pair_gegevens(struct node *node)
{
	enum judge_gegevens t = node->teller.gegevens, n = node->noemer.gegevens;

	if (!node->noemer.wanted)
		return t;
	if (n == GEGEVENS_WAARDE && node->noemer.som.max == 0 && t == GEGEVENS_NVT) {
		node->teller.som = (struct bereik){true, 0, 0, 0};
		return GEGEVENS_WAARDE;
	}
	if (t == GEGEVENS_WAARDE || n == GEGEVENS_WAARDE)
		return t == GEGEVENS_WAARDE ? n : t;
	return t < n ? t : n;
}

void rollup_area(const struct rollup *r, const struct gebied *gebied, struct periode periode,
	struct cijfer *out)
{
	struct walk w = {r, periode, periode};
	struct node node;

	*out = (struct cijfer){0};
	if (r->noemer)
		w.noemer_periode = rollup_noemer_periode(r->def, periode);
	node_of(&w, gebied, true, true, &node);
	if (node.rolled || !delivered(&node.teller) || !delivered(&node.noemer))
		out->uit_totaalrij = node_total(&w, gebied, &node);
	out->gegevens = pair_gegevens(&node);
	if (out->gegevens == GEGEVENS_WAARDE) {
		out->teller = node.teller.som;
		out->noemer = node.noemer.som;
		bereik_normalise(&out->teller);
		bereik_normalise(&out->noemer);
		out->onvolledig = node.onvolledig;
	}
	out->delen = node.delen;
	out->delen_ontbreken = node.ontbreken;
	out->voorlopig = node.voorlopig;
	out->geschat_met = node.geschat_met;
	out->noemer_periode = w.noemer_periode;
	out->levering = node.levering;
}
