#include "import/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

enum { NAMES_SHOWN = 8 };

static enum ernst ernst_of(const struct import_controle *c)
{
	static const enum ernst ernst[] = {ERNST_FOUT, ERNST_WAARSCHUWING, ERNST_MELDING};

	return ernst[c->ernst];
}

static void explain(struct finding *f, const struct import_controle *c, const char *advice)
{
	if (c->toelichting)
		finding_advise(f, "%s. %s", c->toelichting, advice);
	else
		finding_advise(f, "%s", advice);
}

static void add_value(struct str *s, const struct cell_waarde *w)
{
	if (w->staat == STAAT_WAARDE) {
		num_add_decimal(s, (struct decimal){w->min, w->schaal});
		return;
	}
	str_add(s, "tussen ");
	num_add_decimal(s, (struct decimal){w->min, w->schaal});
	str_add(s, " en ");
	num_add_decimal(s, (struct decimal){w->max, w->schaal});
}

static int compare(int64_t a, int scale_a, int64_t b, int scale_b)
{
	return decimal_cmp((struct decimal){a, scale_a}, (struct decimal){b, scale_b});
}

/* ---- within a row -------------------------------------------------------------------------- */

/* Value of a column by name; false when it is absent or has no bounds. */
static bool value_of(const struct lezer *l, const char *naam, struct cell_waarde *out, int *kolom)
{
	*kolom = import_def_kolom(l->def, naam);
	if (*kolom < 0 || !l->heeft[*kolom] || !l->waarden[*kolom].begrensd)
		return false;
	*out = l->waarden[*kolom];
	return true;
}

/* What the column is compared with: one other, or the sum of several. */
static bool other_side(const struct lezer *l, const struct import_controle *c, struct cell_waarde *out)
{
	struct cell_waarde term;
	int kolom;

	if (c->regel != REGEL_SOM)
		return value_of(l, c->ander, out, &kolom);
	*out = (struct cell_waarde){STAAT_NVT, false, 0, 0, 0};
	for (size_t i = 0; i < c->termen.count; i++)
		if (!value_of(l, c->termen.item[i], &term, &kolom) || !tally_sum(out, &term))
			return false;
	return out->begrensd;
}

/* With bounds only what is certainly wrong is wrong. */
static const char *broken(const struct import_controle *c, const struct cell_waarde *a, const struct cell_waarde *b)
{
	bool above = compare(a->min, a->schaal, b->max, b->schaal) > 0;
	bool below = compare(a->max, a->schaal, b->min, b->schaal) < 0;

	switch (c->regel) {
	case REGEL_HOOGSTENS:
		return above ? "is meer dan" : NULL;
	case REGEL_MINSTENS:
		return below ? "is minder dan" : NULL;
	case REGEL_SOM:
		break;
	}
	return above || below ? "is niet de som van" : NULL;
}

static void add_terms(struct str *s, const struct import_controle *c)
{
	if (c->regel != REGEL_SOM) {
		str_add(s, c->ander);
		return;
	}
	for (size_t i = 0; i < c->termen.count; i++)
		str_add_f(s, "%s%s", i ? " + " : "", c->termen.item[i]);
}

static bool check_one(struct lezer *l, const struct import_controle *c, int64_t line)
{
	struct cell_waarde a, b;
	struct str text = STR_INIT;
	const char *wrong;
	struct finding *f;
	int kolom;

	if (!value_of(l, c->kolom, &a, &kolom) || !other_side(l, c, &b))
		return true;
	wrong = broken(c, &a, &b);
	if (!wrong)
		return true;
	str_add_f(&text, "%s (", c->kolom);
	add_value(&text, &a);
	str_add_f(&text, ") %s ", wrong);
	add_terms(&text, c);
	str_add(&text, " (");
	add_value(&text, &b);
	str_add(&text, ").");
	f = finding_add(l->findings, ernst_of(c), c->id, line, "%s", str_text(&text));
	if (l->kolom[kolom].plaats >= 0)
		finding_at(f, l->bron->kop.cel[l->kolom[kolom].plaats].naam, l->kolom[kolom].plaats + 1);
	explain(f, c, "Vraag de leverancier welk getal goed is.");
	str_release(&text);
	return c->ernst != CONTROLE_FOUT;
}

bool check_row(struct lezer *l, int64_t line)
{
	bool good = true;

	for (size_t i = 0; i < l->def->controle_count; i++)
		if (l->def->controle[i].soort == CONTROLE_RIJ)
			good = check_one(l, &l->def->controle[i], line) && good;
	return good;
}

/* ---- totals -------------------------------------------------------------------------------- */

/* The key of a sum over areas: that of the cell, with area and total out of it. */
static void sum_key(const struct lezer *l, const uint32_t *key, uint32_t *out)
{
	memcpy(out, key, l->tally.width * sizeof(*out));
	out[SLEUTEL_GEBIED] = out[SLEUTEL_TOTAAL] = 0;
}

/* Areas of the level and Onbekend make the gemeente; who lives elsewhere does not belong to it. */
static bool is_part(const struct gebied *g, const char *niveau)
{
	return strcmp(g->niveau, niveau) == 0 || strcmp(g->niveau, "onbekend") == 0;
}

static void sum_parts(const struct lezer *l, const char *niveau, struct tally *sums)
{
	uint32_t *key = mem_new(l->tally.width, sizeof(*key));

	tally_init(sums, l->tally.width);
	for (size_t i = 0; i < l->tally.count; i++) {
		const uint32_t *cell = tally_key(&l->tally, i);

		if (cell[SLEUTEL_TOTAAL] || !is_part(&l->gebieden->item[cell[SLEUTEL_GEBIED]], niveau))
			continue;
		sum_key(l, cell, key);
		if (!tally_add(sums, key, &l->tally.cell[i].waarde, l->tally.cell[i].regel))
			break;
	}
	free(key);
}

static void compare_total(struct lezer *l, const struct import_controle *c, const struct tally_cell *total,
	const struct tally_cell *sum, const char *maat)
{
	const struct cell_waarde *a = &total->waarde, *b = &sum->waarde;
	struct str text = STR_INIT;
	int kolom = import_def_kolom(l->def, maat);
	struct finding *f;

	if (!a->begrensd || !b->begrensd)
		return;
	if (compare(a->min, a->schaal, b->max, b->schaal) <= 0 && compare(a->max, a->schaal, b->min, b->schaal) >= 0)
		return;
	str_add(&text, "de totaalrij zegt ");
	add_value(&text, a);
	str_add_f(&text, "; de som van de gebieden is ");
	add_value(&text, b);
	str_add_char(&text, '.');
	f = finding_add(l->findings, ernst_of(c), c->id, total->regel, "%s", str_text(&text));
	finding_at(f, maat, kolom >= 0 ? l->kolom[kolom].plaats + 1 : 0);
	explain(f, c, "Kijk of er een gebied ontbreekt of dubbel staat, en vraag anders de leverancier welk getal goed is.");
	str_release(&text);
}

static void check_total(struct lezer *l, const struct import_controle *c)
{
	uint32_t *key = mem_new(l->tally.width, sizeof(*key));
	struct tally sums;

	sum_parts(l, c->ander, &sums);
	for (size_t i = 0; i < l->tally.count; i++) {
		const uint32_t *cell = tally_key(&l->tally, i);
		const char *maat = l->maat[cell[SLEUTEL_MAAT]];
		const struct tally_cell *sum;

		if (!cell[SLEUTEL_TOTAAL] || text_list_index(&c->termen, maat) < 0)
			continue;
		sum_key(l, cell, key);
		sum = tally_get(&sums, key);
		if (sum)
			compare_total(l, c, &l->tally.cell[i], sum, maat);
	}
	tally_release(&sums);
	free(key);
}

void check_totals(struct lezer *l)
{
	for (size_t i = 0; i < l->def->controle_count; i++)
		if (l->def->controle[i].soort == CONTROLE_TOTAAL)
			check_total(l, &l->def->controle[i]);
}

/* ---- completeness -------------------------------------------------------------------------- */

/* Is this area expected in the period? */
static bool expected(const struct lezer *l, const struct gebied *g, struct periode p)
{
	const struct import_kolom *k = &l->def->kolom[l->gebied];

	if (!g->eigen || g->zonder_doelgroep || gebied_is_groep(g) ||
		text_list_index(&k->niveaus, gebied_in_groep(g) ? "wijk" : g->niveau) < 0)
		return false;
	return k->indeling ? strcmp(g->indeling, k->indeling) == 0 : gebied_valid_on(g, p.eind);
}

static void report_missing(struct lezer *l, const struct import_controle *c, struct periode p, size_t missing,
	size_t all, const char *names)
{
	struct str period = STR_INIT;
	struct finding *f;

	periode_add_name(&period, p);
	f = finding_add(l->findings, ernst_of(c), c->id, 0, "%zu van %zu %s in %s: %s.", missing, all,
		missing == 1 ? "gebieden ontbreekt" : "gebieden ontbreken", str_text(&period), names);
	explain(f, c, "Wat ontbreekt telt niet als nul. Vraag de leverancier of deze gebieden nog komen.");
	str_release(&period);
}

static void complete_period(struct lezer *l, const struct import_controle *c, uint32_t periode, const bool *there)
{
	struct str names = STR_INIT;
	size_t all = 0, missing = 0;

	for (size_t g = 0; g < l->gebieden->count; g++) {
		if (!expected(l, &l->gebieden->item[g], l->periodes[periode]))
			continue;
		all++;
		if (there[g])
			continue;
		if (missing < NAMES_SHOWN)
			str_add_f(&names, "%s%s", missing ? ", " : "", l->gebieden->item[g].naam);
		missing++;
	}
	if (missing > NAMES_SHOWN)
		str_add_f(&names, " en nog %zu", missing - NAMES_SHOWN);
	if (missing)
		report_missing(l, c, l->periodes[periode], missing, all, str_text(&names));
	str_release(&names);
}

void check_complete(struct lezer *l)
{
	const struct import_controle *c = NULL;
	bool *there;

	for (size_t i = 0; i < l->def->controle_count; i++)
		if (l->def->controle[i].soort == CONTROLE_VOLLEDIG)
			c = &l->def->controle[i];
	if (!c || l->gebied < 0)
		return;
	there = mem_new(l->gebieden->count, sizeof(*there));
	for (uint32_t p = 0; p < l->periode_count; p++) {
		memset(there, 0, l->gebieden->count * sizeof(*there));
		for (size_t i = 0; i < l->tally.count; i++) {
			const uint32_t *key = tally_key(&l->tally, i);

			if (key[SLEUTEL_PERIODE] == p && !key[SLEUTEL_TOTAAL])
				there[key[SLEUTEL_GEBIED]] = true;
		}
		complete_period(l, c, p, there);
	}
	free(there);
}

/* ---- against what stood -------------------------------------------------------------------- */

/* More than so many percent and more than so many, both, on exact values. */
static bool jumps(const struct import_controle *c, const struct cell_waarde *now, const struct cell_waarde *was)
{
	int64_t unit = 1, change, left, right;

	if (now->staat != STAAT_WAARDE || was->staat != STAAT_WAARDE || now->schaal != was->schaal)
		return false;
	for (int i = 0; i < now->schaal; i++)
		unit *= 10;
	change = llabs(now->min - was->min);
	if (change <= c->en_meer_dan_aantal * unit || __builtin_mul_overflow(llabs(was->min), c->meer_dan_procent, &right))
		return false;
	return __builtin_mul_overflow(change, 100, &left) || left > right;
}

static void report_jump(struct lezer *l, const struct import_controle *c, const struct oogst_item *now,
	const struct oogst_item *was)
{
	const struct gebied *g = gebied_by_id(l->gebieden, now->gebied);
	struct str text = STR_INIT;
	int kolom = import_def_kolom(l->def, now->maat);

	str_add_f(&text, "%s in %s%s%s%s is ", now->maat, g ? g->naam : "?", *now->kenmerk ? " (" : "", now->kenmerk,
		*now->kenmerk ? ")" : "");
	add_value(&text, &now->waarde);
	str_add(&text, "; in ");
	periode_add_name(&text, was->periode);
	str_add(&text, " was het ");
	add_value(&text, &was->waarde);
	str_add_char(&text, '.');
	explain(finding_at(finding_add(l->findings, ernst_of(c), c->id, now->regel, "%s", str_text(&text)), now->maat,
			kolom >= 0 ? l->kolom[kolom].plaats + 1 : 0),
		c, "Kijk of dit klopt; het komt als kanttekening in de verantwoording.");
	str_release(&text);
}

/* The newest period of the same kind before `p` that the source has. */
static bool period_before(const struct oogst *was, struct periode p, struct periode *out)
{
	bool found = false;

	for (size_t i = 0; i < was->count; i++) {
		struct periode q = was->item[i].periode;

		if (q.soort != p.soort || periode_cmp(q, p) >= 0)
			continue;
		if (!found || periode_cmp(q, *out) > 0)
			*out = q;
		found = true;
	}
	return found;
}

static bool check_against(struct lezer *l, const struct import_controle *c, const struct oogst_item *now,
	const struct oogst *was, struct periode p)
{
	struct oogst_item key = *now;
	const struct oogst_item *before;

	key.periode = p;
	before = oogst_find(was, &key);
	if (!before || !jumps(c, &now->waarde, &before->waarde))
		return false;
	report_jump(l, c, now, before);
	return true;
}

/* One finding per figure: against the period before, else against the same period a year earlier. */
static void check_jump(struct lezer *l, const struct import_controle *c, const struct oogst_item *now,
	const struct oogst *was, const struct periode *before, bool has_before)
{
	struct periode year = periode_years_back(now->periode, 1);

	if (c->vorige && has_before && check_against(l, c, now, was, *before))
		return;
	if (c->vorig_jaar && (!has_before || !c->vorige || !periode_equal(year, *before)))
		(void)check_against(l, c, now, was, year);
}

void check_previous(struct lezer *l, const struct oogst *nu, const struct oogst *was)
{
	for (size_t c = 0; c < l->def->controle_count; c++) {
		const struct import_controle *check = &l->def->controle[c];
		struct periode before = {.soort = PERIODE_GEEN}, at = {.soort = PERIODE_GEEN};
		bool has_before = false;

		if (check->soort != CONTROLE_VORIGE)
			continue;
		for (size_t i = 0; i < nu->count; i++) {
			if (!periode_equal(at, nu->item[i].periode)) {
				at = nu->item[i].periode;
				has_before = period_before(was, at, &before);
			}
			if (strcmp(nu->item[i].maat, check->kolom) == 0)
				check_jump(l, check, &nu->item[i], was, &before, has_before);
		}
	}
}
