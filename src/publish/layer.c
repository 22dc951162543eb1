#include "publish/layer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/words.h"

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
	};

	return word[r];
}

const char *editie_code(enum editie e)
{
	return e == EDITIE_OPENBAAR ? "openbaar" : "intern";
}

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
	case STATUS_FOUT:
		return REDEN_FOUT;
	case STATUS_GEEN_DOELGROEP:
		return REDEN_GEEN_DOELGROEP;
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

static char *norm_text(const struct norm_def *norm)
{
	struct str s = STR_INIT;

	words_add_norm(&s, norm);
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

static void cel_fill_texts(struct cel *c, const struct uitkomst *u, const struct norm_def *guard)
{
	c->waarde_tekst = value_text(u, guard);
	c->teller_tekst = count_text(u->teller);
	c->noemer_tekst = count_text(u->noemer);
	c->interval_tekst = interval_text(u, guard);
	c->norm_tekst = norm_text(u->norm);
	c->feit_tekst = mem_dup(words_feit(u->feit));
	c->zekerheid_tekst = zekerheid_text(u);
	c->status_tekst = status_text(u);
	c->status_symbool = words_symbol(u->status);
	c->tekort_tekst = tekort_text(u);
	c->verandering_tekst = change_text(u);
}

/* Edition intern: everything is shown. */
static void cel_fill_intern(struct cel *c, const struct uitkomst *u, const struct definities *defs)
{
	*c = (struct cel){
		.indicator = u->indicator,
		.gebied = u->gebied,
		.periode = u->periode,
		.reden = reden_of(u),
		.status = u->status,
		.teller = u->teller,
		.noemer = u->noemer,
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
		.delen = u->delen,
		.delen_ontbreken = u->delen_ontbreken,
		.verandering = u->verandering,
		.verschil = u->verschil,
		.verschil_laag = u->verschil_laag,
		.verschil_hoog = u->verschil_hoog,
		.breuk = u->breuk,
		.levering = u->levering,
		.levering_count = u->levering_count,
	};
	cel_fill_texts(c, u, guard_of(u, defs));
}

int layer_build(struct layer **out, const struct uitkomst_list *uitkomsten, const struct definities *defs,
	const struct gebied_list *gebieden, enum editie editie, struct err *err)
{
	struct layer *layer;

	if (editie == EDITIE_OPENBAAR) {
		err_set(err, ERR_SURROUNDINGS, "De openbare editie is nog niet beschikbaar.");
		return err_advise(err, "Vraag de interne editie met --editie intern.");
	}
	layer = mem_new(1, sizeof(*layer));
	*layer = (struct layer){.editie = editie, .defs = defs, .gebieden = gebieden};
	layer->cel = mem_new(uitkomsten->count, sizeof(*layer->cel));
	layer->count = uitkomsten->count;
	for (size_t i = 0; i < layer->count; i++)
		cel_fill_intern(&layer->cel[i], &uitkomsten->item[i], defs);
	*out = layer;
	return 0;
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
}

void layer_free(struct layer *layer)
{
	if (!layer)
		return;
	for (size_t i = 0; i < layer->count; i++)
		cel_release(&layer->cel[i]);
	free(layer->cel);
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
