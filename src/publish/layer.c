#include "publish/layer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/segregation.h"
#include "indicator/statistiek.h"
#include "publish/openbaar.h"
#include "publish/opzet.h"
#include "publish/rounding.h"
#include "publish/toets.h"
#include "publish/words.h"

/* Of what goes with an index; a share of 0,158 is printed as 15,8%. */
enum { INDEX_DIGITS = 3 };

const char *reden_code(enum reden r)
{
	static const char *const word[] = {
		[REDEN_GEEN] = "",
		[REDEN_AFGESCHERMD] = "afgeschermd",
		[REDEN_AFGESCHERMD_BRON] = "afgeschermd_bron",
		[REDEN_TE_KLEIN_VOOR_PROCENT] = "te_klein_voor_procent",
		[REDEN_NIET_GELEVERD] = "niet_geleverd",
		[REDEN_NVT] = "nvt",
		[REDEN_ONBEKEND] = "onbekend",
		[REDEN_GEEN_DOELGROEP] = "geen_doelgroep",
		[REDEN_FOUT] = "fout",
		[REDEN_ONVOLLEDIG] = "onvolledig",
	};

	return word[r];
}

const char *cel_woorden(const struct cel *c)
{
	return c->gezegd.rest.bekend ? c->status_tekst : c->waarde_tekst;
}

const char *editie_code(enum editie e)
{
	return e == EDITIE_OPENBAAR ? "openbaar" : "intern";
}

/* The outcomes as this reader may see them, in the order of the cells, so that a statistic over several of them
 * cannot hold what is hidden; and which of those were made. */
struct layer_cache {
	struct grootheden tellingen; /* edition openbaar: the counts behind the outcomes */
	struct uitkomst_list zicht; /* deliveries borrowed from the outcomes */
	struct wijken_gedaan {
		const struct indicator_def *indicator;
		struct periode periode;
	} *gedaan;
	size_t count, cap;
};

/* ---- from outcome to cell ----------------------------------------------------------------- */

static enum reden reden_of(const struct uitkomst *u)
{
	switch (u->status) {
	case STATUS_NIET_GELEVERD:
		return REDEN_NIET_GELEVERD;
	case STATUS_ONBEKEND:
		return REDEN_ONBEKEND;
	case STATUS_NVT:
		return REDEN_NVT;
	case STATUS_AFGESCHERMD_BRON:
		return REDEN_AFGESCHERMD_BRON;
	case STATUS_AFGESCHERMD:
		return REDEN_AFGESCHERMD;
	case STATUS_FOUT:
		return REDEN_FOUT;
	case STATUS_GEEN_DOELGROEP:
		return REDEN_GEEN_DOELGROEP;
	case STATUS_ONVOLLEDIG:
		return REDEN_ONVOLLEDIG;
	default:
		return REDEN_GEEN;
	}
}

/* The norm a printed value must not seem to cross: its own, or else any of the indicator, because a
 * reader compares 91,95% with the 92% of the city whatever level it stands at. */
static const struct norm_def *guard_of(const struct uitkomst *u, const struct definities *defs)
{
	if (u->norm)
		return u->norm;
	for (size_t i = 0; i < defs->normen.count; i++)
		if (strcmp(defs->normen.item[i].indicator, u->indicator->id) == 0)
			return &defs->normen.item[i];
	return NULL;
}

static char *count_text(struct bereik b)
{
	struct str s = STR_INIT;

	if (!b.bekend)
		return NULL;
	rounding_add_count(&s, b);
	return str_detach(&s);
}

static char *status_text(const struct uitkomst *u)
{
	struct str s = STR_INIT;

	words_add_status(&s, u);
	return str_detach(&s);
}

static char *value_text(const struct uitkomst *u, const struct norm_def *guard)
{
	struct str s = STR_INIT;

	if (!u->heeft_waarde)
		return status_text(u); /* the word for the reason */
	rounding_add_value(&s, u, guard);
	if (uitkomst_geschat(u))
		str_add(&s, " (geschat)");
	return str_detach(&s);
}

static char *interval_text(const struct uitkomst *u, const struct norm_def *guard)
{
	struct str s = STR_INIT;

	if (!u->heeft_interval)
		return NULL;
	rounding_add_interval(&s, u, guard);
	return str_detach(&s);
}

/* A milestone that was agreed and is not due yet: its norm begins on the day it is due. NULL: there is none. */
static const struct norm_def *not_yet_due(const struct uitkomst *u, const struct definities *defs)
{
	if (u->norm || u->indicator->soort != SOORT_MIJLPAAL)
		return NULL;
	for (size_t i = 0; i < defs->normen.count; i++) {
		const struct norm_def *n = &defs->normen.item[i];

		if (strcmp(n->indicator, u->indicator->id) == 0 && strcmp(n->niveau, u->gebied->niveau) == 0 &&
			date_cmp(n->vanaf, u->periode.eind) > 0)
			return n;
	}
	return NULL;
}

/* Where no norm is wanted, its absence is no finding. */
static char *norm_text(const struct uitkomst *u, const struct norm_def *later)
{
	struct str s = STR_INIT;

	if (periode_is_samen(u->periode))
		return mem_dup("geen oordeel over jaren samen");
	if (uitkomst_geschat(u) || (!u->norm && !indicator_def_wants_norm(u->indicator)))
		return mem_dup("–");
	words_add_norm(&s, later ? later : u->norm);
	if (later) {
		str_add(&s, ", vanaf ");
		date_add_dutch(&s, later->vanaf);
	}
	return str_detach(&s);
}

static char *zekerheid_text(const struct uitkomst *u)
{
	struct str s = STR_INIT;

	words_add_zekerheid(&s, u->zekerheid, u->norm);
	return str_detach(&s);
}

static char *tekort_text(const struct uitkomst *u)
{
	struct str s = STR_INIT;

	if (!u->heeft_tekort)
		return NULL;
	rounding_add_children(&s, u->tekort_min, u->tekort_max, u->indicator);
	return str_detach(&s);
}

static char *change_text(const struct uitkomst *u)
{
	struct str s = STR_INIT;

	return words_add_change(&s, u) ? str_detach(&s) : NULL;
}

static char *trend_text(const struct uitkomst *u)
{
	struct str s = STR_INIT;

	return words_add_trend(&s, &u->trend) ? str_detach(&s) : NULL;
}

static char *tempo_text(const struct uitkomst *u)
{
	const char *word = words_tempo(u->tempo.woord);

	return mem_dup(word);
}

static void cel_fill_texts(
	struct cel *c, const struct uitkomst *u, const struct norm_def *guard, const struct definities *defs)
{
	const struct norm_def *later = not_yet_due(u, defs);

	c->waarde_tekst = value_text(u, guard);
	c->teller_tekst = count_text(u->teller);
	c->noemer_tekst = count_text(u->noemer);
	c->interval_tekst = interval_text(u, guard);
	c->norm_tekst = norm_text(u, later);
	c->feit_tekst = mem_dup(words_feit(u->feit));
	c->zekerheid_tekst = zekerheid_text(u);
	c->status_tekst = later && u->status == STATUS_GEEN_NORM ? mem_dup("nog niet zover") : status_text(u);
	c->status_symbool = words_symbol(u->status);
	c->tekort_tekst = tekort_text(u);
	c->verandering_tekst = change_text(u);
	c->trend_tekst = trend_text(u);
	c->tempo_tekst = tempo_text(u);
}

/* The cell of an outcome as this reader may see it. */
static void cel_fill(struct cel *c, const struct uitkomst *u, const struct definities *defs)
{
	*c = (struct cel){
		.indicator = u->indicator,
		.gebied = u->gebied,
		.periode = u->periode,
		.reden = reden_of(u),
		.status = u->status,
		.teller = u->teller,
		.noemer = u->noemer,
		.teller2 = u->teller2,
		.noemer2 = u->noemer2,
		.heeft_waarde = u->heeft_waarde,
		.waarde_min = u->waarde_min,
		.waarde_max = u->waarde_max,
		.heeft_interval = u->heeft_interval,
		.ondergrens = u->ondergrens,
		.bovengrens = u->bovengrens,
		.methode = u->methode,
		.norm = u->norm,
		.feit = u->feit,
		.zekerheid = u->zekerheid,
		.p_onder = u->p_onder,
		.p_boven = u->p_boven,
		.heeft_tekort = u->heeft_tekort,
		.tekort_min = u->tekort_min,
		.tekort_max = u->tekort_max,
		.voorlopig = u->voorlopig,
		.onvolledig = u->onvolledig,
		.geschat = uitkomst_geschat(u),
		.geschat_met = u->geschat_met,
		.geschat_uit = u->geschat_uit,
		.geschat_count = u->geschat_count,
		.delen = u->delen,
		.delen_ontbreken = u->delen_ontbreken,
		.verandering = u->verandering,
		.verschil = u->verschil,
		.verschil_laag = u->verschil_laag,
		.verschil_hoog = u->verschil_hoog,
		.breuk = u->breuk,
		.levering = u->levering,
		.levering_count = u->levering_count,
		.trend = u->trend,
		.tempo = u->tempo,
		.segregatie = u->segregatie,
	};
	cel_fill_texts(c, u, guard_of(u, defs), defs);
}

/* Everything that is made of the counts. */
static void drop_value(struct uitkomst *u)
{
	u->teller2.bekend = u->noemer2.bekend = false;
	u->heeft_waarde = u->heeft_interval = u->heeft_tekort = false;
	u->waarde_min = u->waarde_max = u->ondergrens = u->bovengrens = 0;
	u->tekort_min = u->tekort_max = 0;
	u->feit = FEIT_GEEN;
	u->zekerheid = ZEKERHEID_GEEN;
	u->p_onder = u->p_boven = NAN;
	u->verandering = VERANDERING_GEEN;
	u->verschil = u->verschil_laag = u->verschil_hoog = NAN;
	u->trend = (struct trend_deel){0};
	u->tempo = (struct tempo_deel){0};
	u->wijk = (struct wijk_deel){0};
	u->kloof = (struct kloof_deel){0};
	u->segregatie = (struct segregatie_deel){0};
}

/* The sum of what came is no figure of the whole: it has the word, and no reader in either edition gets the number. */
static void drop_incomplete(struct uitkomst_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct uitkomst *u = &list->item[i];

		if (u->status != STATUS_ONVOLLEDIG)
			continue;
		u->teller.bekend = u->noemer.bekend = false;
		drop_value(u);
	}
}

static struct layer_cache *cache_new(const struct uitkomst_list *all)
{
	struct layer_cache *cache = mem_new(1, sizeof(*cache));
	struct uitkomst_list *zicht = &cache->zicht;

	zicht->item = mem_new(all->count, sizeof(*zicht->item));
	zicht->count = zicht->cap = all->count;
	for (size_t i = 0; i < all->count; i++)
		zicht->item[i] = all->item[i];
	drop_incomplete(zicht);
	return cache;
}

static void cache_free(struct layer_cache *cache)
{
	if (!cache)
		return;
	grootheden_release(&cache->tellingen);
	free(cache->zicht.item); /* the deliveries belong to the outcomes */
	free(cache->gedaan);
	free(cache);
}

/* ---- edition openbaar ----------------------------------------------------------------------- */

/* Takes out of an outcome what the public may not see, so that nothing made from it can hold it. */
static void mask(struct uitkomst *u, const struct zicht *z)
{
	bool had_reason = reden_of(u) != REDEN_GEEN && !(u->status == STATUS_GEEN_DOELGROEP && !z->noemer);

	u->teller.bekend = u->teller.bekend && z->teller;
	u->noemer.bekend = u->noemer.bekend && z->noemer;
	if (z->afgeleid || had_reason)
		return;
	u->status = STATUS_AFGESCHERMD;
	drop_value(u);
}

static double rounded(double value, int decimals)
{
	double step = pow(10, decimals);

	return isnan(value) ? value : round(value * step) / step;
}

/* The counts per school behind an index are never shown: no digit more than is printed leaves the house. */
static void round_index(struct uitkomst *u)
{
	struct segregatie_deel *s = &u->segregatie;

	if (u->indicator->soort != SOORT_INDEX || !u->heeft_waarde)
		return;
	u->waarde_min = u->waarde_max = rounded(u->waarde_max, u->indicator->decimalen);
	s->gecorrigeerd = segregation_d_corrected(u->waarde_max, s->toeval);
	s->isolatie = rounded(s->isolatie, INDEX_DIGITS);
	s->h = rounded(s->h, INDEX_DIGITS);
}

/* A change says what the year before was. */
static void mask_change(struct uitkomst_list *list, struct uitkomst *u)
{
	const struct uitkomst *before;

	if (u->verandering == VERANDERING_GEEN)
		return;
	before = uitkomst_find(list, u->indicator->id, u->gebied, periode_years_back(u->periode, 1));
	if (before && before->heeft_waarde) {
		if (u->indicator->soort == SOORT_INDEX)
			u->verschil = u->waarde_max - before->waarde_max; /* of what is shown, as rounded */
		return;
	}
	u->verandering = VERANDERING_GEEN;
	u->verschil = u->verschil_laag = u->verschil_hoog = NAN;
}

static void hide(struct layer *layer, const struct zicht *z)
{
	struct uitkomst_list *list = &layer->cache->zicht;

	for (size_t i = 0; i < list->count; i++)
		mask(&list->item[i], &z[i]);
	for (size_t i = 0; i < list->count; i++)
		round_index(&list->item[i]);
	for (size_t i = 0; i < list->count; i++)
		mask_change(list, &list->item[i]);
	statistiek_reeks(list, layer->defs);
}

static const char *reden_text(enum reden reden)
{
	return reden == REDEN_TE_KLEIN_VOOR_PROCENT ? "te klein voor een percentage" : "afgeschermd";
}

/* The reason in the place of the value, in every text that would name it. */
static void tell_reason(struct cel *c, const struct zicht *z)
{
	if (c->status != STATUS_AFGESCHERMD)
		return;
	c->reden = z->reden == REDEN_GEEN ? REDEN_AFGESCHERMD : z->reden;
	free(c->waarde_tekst);
	free(c->status_tekst);
	c->waarde_tekst = mem_dup(reden_text(c->reden));
	c->status_tekst = mem_dup(reden_text(c->reden));
	if (z->rest.bekend) {
		struct str s = STR_INIT;

		words_add_rest(&s, c->norm, c->indicator, z->rest.max);
		free(c->status_tekst);
		c->status_tekst = str_detach(&s);
		c->gezegd.rest = z->rest;
	}
}

static void fill_cells(struct layer *layer, const struct zicht *z)
{
	if (z)
		hide(layer, z);
	for (size_t i = 0; i < layer->count; i++) {
		cel_fill(&layer->cel[i], &layer->cache->zicht.item[i], layer->defs);
		if (z)
			tell_reason(&layer->cel[i], &z[i]);
	}
}

/* Decides what the public may see, fills the cells, and audits what they show. */
static int fill_openbaar(struct layer *layer, const struct uitkomst_list *uitkomsten, const struct eerder *eerder,
	size_t eerder_count, struct openbaar_verslag *verslag, struct err *err)
{
	struct grootheden *g = &layer->cache->tellingen;
	struct zicht *z;
	char *plekken = NULL;
	int rc;

	grootheden_make(g, uitkomsten, layer->defs);
	grootheden_eerder(g, layer->gebieden, eerder, eerder_count);
	opzet_prepare(g, layer->defs->privacy.nul_tonen);
	openbaar_decide(&z, g, uitkomsten, layer->defs, verslag);
	fill_cells(layer, z);
	free(z);
	rc = toets_layer(layer, g, uitkomsten, &plekken, err);
	if (rc < 0) {
		free(verslag->plekken);
		verslag->plekken = plekken;
	}
	return rc;
}

int layer_build_after(struct layer **out, const struct uitkomst_list *uitkomsten, const struct definities *defs,
	const struct gebied_list *gebieden, enum editie editie, const struct eerder *eerder, size_t eerder_count,
	struct openbaar_verslag *verslag, struct err *err)
{
	struct openbaar_verslag own = {0};
	struct layer *layer = mem_new(1, sizeof(*layer));
	int rc = 0;

	*layer = (struct layer){.editie = editie, .defs = defs, .gebieden = gebieden};
	layer->cache = cache_new(uitkomsten);
	layer->cel = mem_new(uitkomsten->count, sizeof(*layer->cel));
	layer->count = uitkomsten->count;
	if (editie == EDITIE_OPENBAAR)
		rc = fill_openbaar(layer, uitkomsten, eerder, eerder_count, &own, err);
	else
		fill_cells(layer, NULL);
	if (verslag)
		*verslag = own;
	else
		openbaar_verslag_release(&own);
	if (rc < 0)
		layer_free(layer);
	else
		*out = layer;
	return rc;
}

int layer_build(struct layer **out, const struct uitkomst_list *uitkomsten, const struct definities *defs,
	const struct gebied_list *gebieden, enum editie editie, struct err *err)
{
	return layer_build_after(out, uitkomsten, defs, gebieden, editie, NULL, 0, NULL, err);
}

static void cel_release(struct cel *c)
{
	free(c->waarde_tekst);
	free(c->teller_tekst);
	free(c->noemer_tekst);
	free(c->interval_tekst);
	free(c->norm_tekst);
	free(c->feit_tekst);
	free(c->zekerheid_tekst);
	free(c->status_tekst);
	free(c->tekort_tekst);
	free(c->verandering_tekst);
	free(c->trend_tekst);
	free(c->tempo_tekst);
}

void layer_free(struct layer *layer)
{
	if (!layer)
		return;
	for (size_t i = 0; i < layer->count; i++)
		cel_release(&layer->cel[i]);
	free(layer->cel);
	cache_free(layer->cache);
	free(layer);
}

/* ---- looking up --------------------------------------------------------------------------- */

/* Index of the first cell whose indicator is not before `id`: the cells are ordered by it. */
static size_t first_of(const struct layer *layer, const char *id)
{
	size_t low = 0, high = layer->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(layer->cel[mid].indicator->id, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool same_gebied(const struct gebied *a, const struct gebied *b)
{
	return a == b || (strcmp(a->code, b->code) == 0 && strcmp(a->indeling, b->indeling) == 0);
}

const struct cel *layer_find(const struct layer *layer, const char *indicator, const struct gebied *gebied,
	struct periode periode)
{
	for (size_t i = first_of(layer, indicator); i < layer->count; i++) {
		const struct cel *c = &layer->cel[i];

		if (strcmp(c->indicator->id, indicator) != 0)
			return NULL;
		if (same_gebied(c->gebied, gebied) && periode_equal(c->periode, periode))
			return c;
	}
	return NULL;
}

bool layer_last_periode(const struct layer *layer, const char *indicator, struct periode *out)
{
	const struct gebied *own = gebied_own(layer->gebieden);
	bool found = false;

	for (size_t i = first_of(layer, indicator); own && i < layer->count; i++) {
		const struct cel *c = &layer->cel[i];

		if (strcmp(c->indicator->id, indicator) != 0)
			break;
		if (!same_gebied(c->gebied, own) || !c->heeft_waarde)
			continue;
		if (!found || periode_cmp(c->periode, *out) > 0)
			*out = c->periode;
		found = true;
	}
	return found;
}

const struct grootheden *layer_tellingen(const struct layer *layer)
{
	return &layer->cache->tellingen;
}

/* ---- statistics over several areas -------------------------------------------------------- */

/* Makes the statistics between the wijken of one indicator and period, once. */
static void ensure_wijken(const struct layer *layer, const struct indicator_def *def, struct periode p)
{
	struct layer_cache *cache = layer->cache;

	for (size_t i = 0; i < cache->count; i++)
		if (cache->gedaan[i].indicator == def && periode_equal(cache->gedaan[i].periode, p))
			return;
	cache->gedaan = mem_grow(cache->gedaan, &cache->cap, cache->count + 1, sizeof(*cache->gedaan));
	cache->gedaan[cache->count++] = (struct wijken_gedaan){def, p};
	statistiek_wijken(&cache->zicht, layer->defs, layer->gebieden, def->id, p);
}

const struct kloof_deel *layer_kloof(const struct layer *layer, const char *indicator, struct periode periode)
{
	const struct gebied *own = gebied_own(layer->gebieden);
	const struct cel *c = own ? layer_find(layer, indicator, own, periode) : NULL;
	const struct uitkomst *u;

	if (!c)
		return NULL;
	ensure_wijken(layer, c->indicator, periode);
	u = &layer->cache->zicht.item[c - layer->cel];
	return u->kloof.woord == KLOOF_WOORD_GEEN ? NULL : &u->kloof;
}

const struct wijk_deel *layer_wijk(const struct layer *layer, const struct cel *wijk)
{
	const struct uitkomst *u = &layer->cache->zicht.item[wijk - layer->cel];

	ensure_wijken(layer, wijk->indicator, wijk->periode);
	return u->wijk.vergeleken || u->wijk.funnel != FUNNEL_WOORD_GEEN ? &u->wijk : NULL;
}
