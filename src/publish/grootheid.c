#include "publish/grootheid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "def/lokaal.h"
#include "indicator/rollup.h"
#include "publish/disclosure.h"
#include "publish/openbaar.h"

/* Hiding a total takes more from a reader than hiding a part of it. */
enum { COST_TOTAL = 1000, COST_NOEMER = 4 };

static void sleutel_release(struct sleutel *s)
{
	free(s->tekst);
	free(s->naam);
}

void grootheden_release(struct grootheden *g)
{
	for (size_t i = 0; i < g->sleutel_count; i++)
		sleutel_release(&g->sleutel[i]);
	for (size_t i = 0; i < g->verband_count; i++)
		free(g->verband[i].deel);
	free(g->sleutel);
	free(g->oud);
	free(g->gezegd);
	free(g->verband);
	free(g->item);
	free(g->tabel);
	free(g->van);
	*g = (struct grootheden){0};
}

/* ---- which count it is --------------------------------------------------------------------- */

/* The words are kept in the register of publications: they may not change. */
static void add_filters(struct str *s, const struct filter *filter, size_t count)
{
	static const char *const word[] = {[FILTER_IS] = "is", [FILTER_IS_NIET] = "is_niet", [FILTER_MINSTENS] = "minstens",
		[FILTER_HOOGSTENS] = "hoogstens", [FILTER_LEEG] = "leeg", [FILTER_NIET_LEEG] = "niet_leeg"};

	for (size_t i = 0; i < count; i++) {
		str_add_f(s, "|%s:%s", filter[i].kolom, word[filter[i].soort]);
		for (size_t k = 0; k < filter[i].is_count; k++)
			str_add_f(s, ",%s", filter[i].is[k]);
	}
}

size_t grootheden_key(const struct grootheden *g, const char *text)
{
	for (size_t i = 0; i < g->sleutel_count; i++)
		if (strcmp(g->sleutel[i].tekst, text) == 0)
			return i;
	return SIZE_MAX;
}

/* Index of the telling: source, what is added, and the conditions, those of a group behind them. Not which period goes
 * with the teller: of the noemer the period itself is taken. */
static size_t key_of(struct grootheden *g, const struct indicator_def *def, const struct telling *t,
	const struct filter *groep, size_t groep_count)
{
	static const char *const tel[] = {[TEL_SOM] = "som", [TEL_RIJEN] = "rijen", [TEL_AANGELEVERD] = "aangeleverd"};
	struct str s = STR_INIT;
	size_t at;

	str_add_f(&s, "%s|%s|%s", t->bron, tel[t->tel], t->kolom ? t->kolom : "");
	add_filters(&s, t->waar, t->waar_count);
	add_filters(&s, groep, groep_count);
	at = grootheden_key(g, str_text(&s));
	if (at != SIZE_MAX) {
		str_release(&s);
		return at;
	}
	g->sleutel = mem_grow(g->sleutel, &g->sleutel_cap, g->sleutel_count + 1, sizeof(*g->sleutel));
	g->sleutel[g->sleutel_count] = (struct sleutel){.tekst = str_detach(&s), .telling = t, .groep = groep,
		.groep_count = groep_count, .naam = mem_printf("%s %s", def->id, t == &def->noemer ? "noemer" : "teller")};
	return g->sleutel_count++;
}

static size_t hash_of(size_t sleutel, const struct gebied *gebied, struct periode p)
{
	uint64_t h = 1469598103934665603u;
	const uint64_t part[] = {sleutel, (uint64_t)gebied->id, (uint64_t)p.soort, (uint64_t)p.jaar,
		(uint64_t)p.nummer};

	for (const char *c = gebied->code; *c; c++)
		h = (h ^ (unsigned char)*c) * 1099511628211u;
	for (size_t i = 0; i < ARRAY_LEN(part); i++)
		h = (h ^ part[i]) * 1099511628211u;
	return (size_t)(h ^ h >> 29);
}

size_t grootheden_find(
	const struct grootheden *g, size_t sleutel, const struct gebied *gebied, struct periode p)
{
	size_t mask = g->tabel_cap - 1;

	for (size_t at = hash_of(sleutel, gebied, p) & mask; g->tabel_cap && g->tabel[at]; at = (at + 1) & mask) {
		const struct grootheid *q = &g->item[g->tabel[at] - 1];

		if (q->sleutel == sleutel && q->gebied == gebied && periode_equal(q->periode, p))
			return g->tabel[at] - 1;
	}
	return GROOTHEID_GEEN;
}

static void put(struct grootheden *g, size_t index)
{
	const struct grootheid *q = &g->item[index];
	size_t mask = g->tabel_cap - 1, at = hash_of(q->sleutel, q->gebied, q->periode) & mask;

	while (g->tabel[at])
		at = (at + 1) & mask;
	g->tabel[at] = index + 1;
}

static void make_room(struct grootheden *g)
{
	if (g->tabel_cap > 2 * (g->count + 1))
		return;
	free(g->tabel);
	g->tabel_cap = g->tabel_cap ? 2 * g->tabel_cap : 1024;
	g->tabel = mem_new(g->tabel_cap, sizeof(*g->tabel));
	for (size_t i = 0; i < g->count; i++)
		put(g, i);
}

/* The count, made when it is new; a stricter limit wins where two indicators use it. `of`: the indicator that counts
 * it, when it is its noemer: that may be of another period. */
static size_t get(struct grootheden *g, size_t sleutel, const struct uitkomst *u, struct bereik b, int64_t k,
	const struct indicator_def *of)
{
	struct periode p = of ? rollup_noemer_periode(of, u->periode) : u->periode;
	bool noemer = of != NULL, total = !u->gebied->ouder;
	size_t at = grootheden_find(g, sleutel, u->gebied, p);
	struct grootheid *q;

	if (!b.bekend || b.schaal != 0 || b.min < 0)
		return GROOTHEID_GEEN;
	if (at == GROOTHEID_GEEN) {
		make_room(g);
		g->item = mem_grow(g->item, &g->cap, g->count + 1, sizeof(*g->item));
		at = g->count++;
		g->item[at] = (struct grootheid){.sleutel = sleutel, .gebied = u->gebied, .periode = p,
			.elders = true, .min = b.min, .max = b.max, .waarde = b.min, .deel = at,
			.kosten = (1 + b.max) * (total ? COST_TOTAL : 1) * (noemer ? COST_NOEMER : 1)};
		put(g, at);
	}
	q = &g->item[at];
	q->besloten = q->besloten || uitkomst_geschat(u) || u->status == STATUS_ONVOLLEDIG;
	q->k = k > q->k ? k : q->k;
	q->strijdig = q->strijdig || q->min != b.min || q->max != b.max;
	q->nul_geheim = q->nul_geheim || !noemer;
	q->elders = q->elders && noemer;
	return at;
}

/* ---- what holds between counts --------------------------------------------------------------- */

static struct verband *add_relation(struct grootheden *g, enum verband_soort soort, size_t geheel)
{
	g->verband = mem_grow(g->verband, &g->verband_cap, g->verband_count + 1, sizeof(*g->verband));
	g->verband[g->verband_count] = (struct verband){.soort = soort, .geheel = geheel};
	return &g->verband[g->verband_count++];
}

size_t grootheden_rest(const struct grootheden *g, size_t whole, size_t part)
{
	for (size_t i = g->verband_count; i-- > 0;)
		if (g->verband[i].soort == VERBAND_REST && g->verband[i].geheel == whole && g->verband[i].deel[0] == part)
			return i;
	return SIZE_MAX;
}

void grootheid_add_rest_naam(struct str *s, const struct grootheden *g, const struct verband *v)
{
	str_add_f(s, "rest|%s|min|%s", g->sleutel[g->item[v->geheel].sleutel].tekst,
		g->sleutel[g->item[v->deel[0]].sleutel].tekst);
}

/* whole = part + rest, once; NULL when it says nothing new. `secret`: a rest of nobody may not be known either. */
static struct verband *add_rest(struct grootheden *g, size_t whole, size_t part, bool secret)
{
	struct verband *v;

	if (whole == GROOTHEID_GEEN || part == GROOTHEID_GEEN || whole == part ||
		grootheden_rest(g, whole, part) != SIZE_MAX ||
		g->item[part].min > g->item[whole].max)
		return NULL;
	v = add_relation(g, VERBAND_REST, whole);
	v->deel = mem_new(1, sizeof(*v->deel));
	v->deel[0] = part;
	v->count = 1;
	v->nul_geheim = secret;
	return v;
}

/* Of a share: noemer and teller. */
static void add_share(struct grootheden *g, size_t n, size_t x, bool secret)
{
	struct verband *v = add_rest(g, n, x, secret);

	if (v)
		v->figuur = true;
}

/* Parts that do not overlap, and what they leave. */
static void add_parts(struct grootheden *g, size_t whole, const size_t *part, size_t count)
{
	struct verband *v = add_relation(g, VERBAND_ONDER, whole);

	v->deel = mem_new(count, sizeof(*v->deel));
	memcpy(v->deel, part, count * sizeof(*part));
	v->count = count;
}

/* ---- outcomes --------------------------------------------------------------------------------- */

/* The sum of what came, with parts missing: nobody is shown it (publish/layer.h), and it is the total of nothing. */
static bool is_no_total(const struct uitkomst *u)
{
	return u->status == STATUS_ONVOLLEDIG && u->delen_ontbreken > 0;
}

static void lay_out(struct grootheden *g, size_t i, const struct uitkomst *u, const struct definities *defs)
{
	const struct indicator_def *def = u->indicator;
	const struct privacy_def *policy = &defs->privacy;
	int64_t k = disclosure_rule_of(policy, def->gevoelig).k;
	bool people = openbaar_telt_mensen(policy, def), share = def->subset_eis;
	struct uitkomst_tellers *t = &g->van[i];

	*t = (struct uitkomst_tellers){GROOTHEID_GEEN, GROOTHEID_GEEN, GROOTHEID_GEEN, GROOTHEID_GEEN};
	/* An estimate of other wijken is made of counts that are laid out themselves. */
	if (def->afgeleid_van || u->geschat_count || def->teller.tel == TEL_AANGELEVERD || !def->teller.bron || is_no_total(u))
		return;
	if (people)
		t->x = get(g, key_of(g, def, &def->teller, NULL, 0), u, u->teller, k, NULL);
	if (def->noemer.bron && (people || !share))
		t->n = get(g, key_of(g, def, &def->noemer, NULL, 0), u, u->noemer, k, def);
	if (people && share)
		add_share(g, t->n, t->x, !policy->nul_tonen);
}

/* The two groups of a difference: counts of their own, and parts of the whole they are taken from. */
static void lay_out_groups(struct grootheden *g, size_t i, const struct uitkomst *u, const struct definities *defs)
{
	const struct indicator_def *def = u->indicator;
	const struct indicator_def *of = def->afgeleid_van ? definities_indicator(defs, def->afgeleid_van) : NULL;
	int64_t k = disclosure_rule_of(&defs->privacy, def->gevoelig).k;
	bool secret = !defs->privacy.nul_tonen;
	struct uitkomst_tellers *t = &g->van[i];

	if (!of || def->bewerking != BEWERKING_VERSCHIL || def->afgeleid_min || !of->noemer.bron || is_no_total(u))
		return;
	t->x = get(g, key_of(g, of, &of->teller, def->groep, def->groep_count), u, u->teller, k, NULL);
	t->n = get(g, key_of(g, of, &of->noemer, def->groep, def->groep_count), u, u->noemer, k, of);
	t->x2 = get(g, key_of(g, of, &of->teller, def->groep_min, def->groep_min_count), u, u->teller2, k, NULL);
	t->n2 = get(g, key_of(g, of, &of->noemer, def->groep_min, def->groep_min_count), u, u->noemer2, k, of);
	add_share(g, t->n, t->x, secret);
	add_share(g, t->n2, t->x2, secret);
	for (int side = 0; side < 2; side++) {
		size_t whole = grootheden_find(g, key_of(g, of, side ? &of->noemer : &of->teller, NULL, 0), u->gebied,
			side ? rollup_noemer_periode(of, u->periode) : u->periode);
		size_t a = side ? t->n : t->x, b = side ? t->n2 : t->x2;
		size_t both[2] = {a, b};

		if (whole == GROOTHEID_GEEN || a == GROOTHEID_GEEN || b == GROOTHEID_GEEN ||
			g->item[a].min + g->item[b].min > g->item[whole].max)
			continue;
		add_parts(g, whole, both, 2);
	}
}

/* ---- areas add up ------------------------------------------------------------------------------ */

/* Is `part` directly below `whole`? The area of children without a known wijk is below the gemeente. */
static bool is_below(const struct gebied *part, const struct gebied *whole)
{
	return part != whole && part->ouder && strcmp(part->ouder, whole->code) == 0 &&
		strcmp(part->niveau, "buiten") != 0;
}

static void add_sum(struct grootheden *g, size_t total, const size_t *part, size_t count)
{
	struct verband *v = add_relation(g, VERBAND_SOM, total);
	int64_t min = 0, max = 0;

	v->deel = mem_new(count, sizeof(*v->deel));
	memcpy(v->deel, part, count * sizeof(*part));
	v->count = count;
	for (size_t i = 0; i < count; i++) {
		min += g->item[part[i]].min;
		max += g->item[part[i]].max;
	}
	/* What the parts do not account for was not delivered; a range on both sides accounts for itself. */
	if (g->item[total].min > max)
		v->ontbreekt = g->item[total].min - max;
	else if (g->item[total].max < min)
		v->ontbreekt = -1; /* the parts are more than the total: contradiction */
}

static int same_kind(const void *pa, const void *pb, void *arg)
{
	const struct grootheden *g = arg;
	const struct grootheid *a = &g->item[*(const size_t *)pa], *b = &g->item[*(const size_t *)pb];

	if (a->sleutel != b->sleutel)
		return a->sleutel < b->sleutel ? -1 : 1;
	return periode_cmp(a->periode, b->periode);
}

/* Counts of one telling and period beside each other, and for each that has parts, the sum. */
static void add_sums(struct grootheden *g)
{
	size_t *order = mem_new(g->count, sizeof(*order)), *part = mem_new(g->count, sizeof(*part));

	for (size_t i = 0; i < g->count; i++)
		order[i] = i;
	qsort_r(order, g->count, sizeof(*order), same_kind, g);
	for (size_t from = 0, to; from < g->count; from = to) {
		for (to = from + 1; to < g->count && same_kind(&order[from], &order[to], g) == 0;)
			to++;
		for (size_t i = from; i < to; i++) {
			size_t count = 0;

			for (size_t j = from; j < to; j++)
				if (is_below(g->item[order[j]].gebied, g->item[order[i]].gebied))
					part[count++] = order[j];
			if (count > 0)
				add_sum(g, order[i], part, count);
		}
	}
	free(order);
	free(part);
}

/* ---- years together ---------------------------------------------------------------------------- */

/* The counts of three years together are the sum of those of its years, which nobody sees by themselves. */
static void add_years(struct grootheden *g, size_t i, const struct uitkomst_list *all)
{
	const struct uitkomst *u = &all->item[i];
	size_t x[PERIODE_SAMEN], n[PERIODE_SAMEN], xs = 0, ns = 0;

	for (int k = 0; k < PERIODE_SAMEN; k++) {
		const struct uitkomst *year = uitkomst_find(all, u->indicator->id, u->gebied, periode_deel(u->periode, k));

		if (year && g->van[year - all->item].x != GROOTHEID_GEEN)
			x[xs++] = g->van[year - all->item].x;
		if (year && g->van[year - all->item].n != GROOTHEID_GEEN)
			n[ns++] = g->van[year - all->item].n;
	}
	if (g->van[i].x != GROOTHEID_GEEN && xs > 0)
		add_sum(g, g->van[i].x, x, xs);
	if (g->van[i].n != GROOTHEID_GEEN && ns > 0)
		add_sum(g, g->van[i].n, n, ns);
}

/* ---- nested families ---------------------------------------------------------------------------- */

/* "OAB-01.teller" to its telling; SIZE_MAX when the indicator is not there. */
static size_t key_of_side(struct grootheden *g, const struct definities *defs, const char *side)
{
	const char *dot = strrchr(side, '.');
	char *id = dot ? mem_dup_n(side, (size_t)(dot - side)) : mem_dup(side);
	const struct indicator_def *def = definities_indicator(defs, id);
	const struct telling *t = NULL;

	free(id);
	if (def && dot)
		t = strcmp(dot, ".noemer") == 0 ? &def->noemer : &def->teller;
	return t && t->bron ? key_of(g, def, t, NULL, 0) : SIZE_MAX;
}

static void add_family(struct grootheden *g, const struct definities *defs, const struct privacy_familie *f)
{
	for (size_t i = 0; i + 1 < f->genest_count; i++) {
		size_t whole = key_of_side(g, defs, f->genest[i]), part = key_of_side(g, defs, f->genest[i + 1]);
		size_t count = g->count;

		for (size_t q = 0; q < count && whole != SIZE_MAX && part != SIZE_MAX; q++)
			if (g->item[q].sleutel == whole)
				add_rest(g, q, grootheden_find(g, part, g->item[q].gebied, g->item[q].periode), false);
	}
}

/* A count that only grows within a school year: what was added in a period is a group of children (R8). */
static void add_flow(struct grootheden *g, size_t key)
{
	for (size_t q = 0, count = g->count; q < count; q++) {
		struct periode before;
		size_t at;

		if (g->item[q].sleutel != key)
			continue;
		before = periode_of_date(g->item[q].periode.soort, date_add_days(g->item[q].periode.begin, -1));
		if (!periode_equal(periode_of_date(PERIODE_SCHOOLJAAR, before.eind),
			    periode_of_date(PERIODE_SCHOOLJAAR, g->item[q].periode.eind)))
			continue;
		at = grootheden_find(g, key, g->item[q].gebied, before);
		if (at != GROOTHEID_GEEN && g->item[at].max <= g->item[q].min)
			add_rest(g, q, at, false);
	}
}

/* ---- parts of one source ------------------------------------------------------------------------- */

static const struct filter *filter_at(const struct sleutel *s, size_t i)
{
	return i < s->telling->waar_count ? &s->telling->waar[i] : &s->groep[i - s->telling->waar_count];
}

static size_t filter_count(const struct sleutel *s)
{
	return s->telling->waar_count + s->groep_count;
}

static bool has_word(const struct filter *f, const char *word)
{
	for (size_t i = 0; i < f->is_count; i++)
		if (strcmp(f->is[i], word) == 0)
			return true;
	return false;
}

/* Is everything that meets `a` among what meets `b`? */
static bool implies(const struct filter *a, const struct filter *b)
{
	if (filter_equal(a, b))
		return true;
	if (strcmp(a->kolom, b->kolom) != 0 || a->soort != FILTER_IS || b->soort != FILTER_IS)
		return false;
	for (size_t i = 0; i < a->is_count; i++)
		if (!has_word(b, a->is[i]))
			return false;
	return true;
}

static bool same_measure(const struct telling *a, const struct telling *b)
{
	return a->tel == b->tel && strcmp(a->bron, b->bron) == 0 &&
		strcmp(a->kolom ? a->kolom : "", b->kolom ? b->kolom : "") == 0;
}

/* The same rows with more conditions: a group within the other. */
static bool is_within(const struct sleutel *part, const struct sleutel *whole)
{
	if (part == whole || !same_measure(part->telling, whole->telling))
		return false;
	for (size_t i = 0; i < filter_count(whole); i++) {
		bool met = false;

		for (size_t k = 0; k < filter_count(part) && !met; k++)
			met = implies(filter_at(part, k), filter_at(whole, i));
		if (!met)
			return false;
	}
	return true;
}

/* No row can be in both: a column has other words in the one than in the other. */
static bool is_apart(const struct sleutel *a, const struct sleutel *b)
{
	for (size_t i = 0; i < filter_count(a); i++)
		for (size_t k = 0; k < filter_count(b); k++) {
			const struct filter *x = filter_at(a, i), *y = filter_at(b, k);
			bool shared = false;

			if (x->soort != FILTER_IS || y->soort != FILTER_IS || strcmp(x->kolom, y->kolom) != 0)
				continue;
			for (size_t w = 0; w < x->is_count; w++)
				shared = shared || has_word(y, x->is[w]);
			if (!shared)
				return true;
		}
	return false;
}

/* The groups within one telling that do not overlap, in the order they were met. */
static size_t parts_of(const struct grootheden *g, size_t whole, size_t *part)
{
	size_t count = 0;

	for (size_t k = 0; k < g->sleutel_count; k++) {
		bool apart = is_within(&g->sleutel[k], &g->sleutel[whole]);

		for (size_t i = 0; i < count && apart; i++)
			apart = is_apart(&g->sleutel[part[i]], &g->sleutel[k]);
		if (apart)
			part[count++] = k;
	}
	return count;
}

static void add_within(struct grootheden *g, size_t whole)
{
	size_t *key = mem_new(g->sleutel_count, sizeof(*key)), *part = mem_new(g->sleutel_count, sizeof(*part));
	size_t keys = parts_of(g, whole, key);

	for (size_t q = 0, total = g->count; q < total; q++) {
		size_t count = 0;
		int64_t sum = 0;

		if (g->item[q].sleutel != whole)
			continue;
		for (size_t k = 0; k < g->sleutel_count; k++)
			if (is_within(&g->sleutel[k], &g->sleutel[whole]))
				add_rest(g, q, grootheden_find(g, k, g->item[q].gebied, g->item[q].periode), false);
		for (size_t k = 0; k < keys; k++) {
			size_t at = grootheden_find(g, key[k], g->item[q].gebied, g->item[q].periode);

			if (at == GROOTHEID_GEEN)
				continue;
			part[count++] = at;
			sum += g->item[at].min;
		}
		if (count > 1 && sum <= g->item[q].max)
			add_parts(g, q, part, count);
	}
	free(key);
	free(part);
}

void grootheden_make(struct grootheden *g, const struct uitkomst_list *all, const struct definities *defs)
{
	size_t keys;

	*g = (struct grootheden){0};
	g->van = mem_new(all->count, sizeof(*g->van));
	for (size_t i = 0; i < all->count; i++)
		lay_out(g, i, &all->item[i], defs);
	for (size_t i = 0; i < all->count; i++)
		lay_out_groups(g, i, &all->item[i], defs);
	for (size_t q = 0; q < g->count; q++)
		g->item[q].besloten = g->item[q].besloten || !privacy_niveau_openbaar(&defs->privacy, g->item[q].gebied->niveau);
	for (size_t i = 0; i < all->count; i++) {
		if (periode_is_samen(all->item[i].periode))
			add_years(g, i, all);
		if (g->van[i].x != GROOTHEID_GEEN &&
			privacy_los_jaar(&defs->privacy, all->item[i].indicator->id, all->item[i].periode))
			g->item[g->van[i].x].besloten = true;
	}
	add_sums(g);
	for (size_t i = 0; i < defs->privacy.familie_count; i++)
		add_family(g, defs, &defs->privacy.familie[i]);
	for (size_t i = 0; i < defs->privacy.stroom_count; i++)
		add_flow(g, key_of_side(g, defs, defs->privacy.stroom[i]));
	keys = g->sleutel_count;
	for (size_t k = 0; k < keys; k++)
		add_within(g, k);
}
