/* productie.h - a world as the product publishes it: outcomes of made-up indicators, laid out, decided, filled and
 * audited by publish/layer, after an earlier publication where there was one. What hangs together the product finds
 * itself, as it does with real figures; from the world come the numbers only. */
#ifndef PRODUCTIE_H
#define PRODUCTIE_H

#include "base/mem.h"
#include "publish/layer.h"
#include "world.h"

enum { P_INDICATORS = 8 };
/* The definitions own their texts: a text that may be written to. */
#define P_TEXT(literal) ((char[]){literal})

struct productie {
	const struct world *w;
	struct definities defs;
	struct indicator_def def[P_INDICATORS], *list[P_INDICATORS];
	char id[P_INDICATORS][8], kolom[P_INDICATORS][8], *sector[P_INDICATORS];
	struct filter filter[P_INDICATORS];
	struct privacy_familie familie;
	char *genest[3], *stroom[1];
	struct gebied_list gebieden;
	struct uitkomst_list uitkomsten;
	struct eerder eerder[W_VARS];
	size_t eerder_count;
	struct openbaar_verslag verslag;
	bool published;
	bool shown[W_VARS];
};

static inline struct periode p_periode(int nr)
{
	return nr == 0 ? periode_kwartaal(2025, 4) : periode_kwartaal(2026, nr); /* within one school year */
}

static inline char *p_code(int gebied)
{
	if (gebied == 0)
		return mem_dup("GM9999");
	return gebied < 100 ? mem_printf("WK9999%02d", gebied) : mem_printf("BU9999%04d", gebied);
}

static inline void p_area(struct productie *p, int gebied)
{
	char *code = p_code(gebied), *ouder = gebied == 0 ? NULL : p_code(gebied < 100 ? 0 : gebied / 100);
	struct gebied g = {.code = code, .naam = code, .indeling = gebied == 0 ? P_TEXT("") : P_TEXT("2025"),
		.niveau = gebied == 0 ? P_TEXT("gemeente") : gebied < 100 ? P_TEXT("wijk") : P_TEXT("buurt"), .ouder = ouder,
		.vanaf = {2025, 1, 1}, .eigen = true};

	if (!gebied_by_code(&p->gebieden, NULL, code, DATE_NONE))
		gebied_list_add(&p->gebieden, &g);
	free(code);
	free(ouder);
}

/* Is this variable the noemer of a figure? */
static inline bool p_has_noemer(const struct world *w)
{
	for (int v = 0; v < w->vars; v++)
		if (w->var[v].plek.noemer)
			return true;
	return false;
}

/* What holds what in a family; what grows is the first of these tellers. */
static char p_bron[3][16] = {"ATT-00.noemer", "ATT-00.teller", "ATT-01.teller"};
static char p_naam[5][9] = {"bron", "n", "%", "kinderen", "sector"};

/* A cross table counts one column under conditions, a family several columns. */
static inline void p_definitions(struct productie *p)
{
	bool cross = strcmp(world_kinds[p->w->kind], "kruistabel") == 0, share = p_has_noemer(p->w);
	int last = 0;

	for (int v = 0; v < p->w->vars; v++)
		if (p->w->var[v].plek.indicator > last)
			last = p->w->var[v].plek.indicator;
	for (int i = 0; i <= last; i++) {
		struct indicator_def *d = &p->def[i];

		snprintf(p->id[i], sizeof(p->id[i]), "ATT-%02d", i);
		snprintf(p->kolom[i], sizeof(p->kolom[i]), "x%d", cross ? 0 : i);
		p->sector[i] = p->id[i];
		p->filter[i] = (struct filter){.kolom = p_naam[4], .soort = FILTER_IS, .is = &p->sector[i], .is_count = 1};
		*d = (struct indicator_def){.id = p->id[i], .soort = share ? SOORT_AANDEEL : SOORT_AANTAL,
			.eenheid = share ? p_naam[2] : p_naam[3], .decimalen = share ? 1 : 0, .subset_eis = share,
			.teller = {.bron = p_naam[0], .tel = TEL_SOM, .kolom = p->kolom[i]}};
		if (share)
			d->noemer = (struct telling){.bron = p_naam[0], .tel = TEL_SOM, .kolom = p_naam[1]};
		if (cross && i > 0) {
			d->teller.waar = &p->filter[i];
			d->teller.waar_count = 1;
		}
		p->list[i] = d;
	}
	p->defs.indicator = p->list;
	p->defs.indicator_count = (size_t)last + 1;
}

static inline void p_policy(struct productie *p)
{
	struct privacy_def *policy = &p->defs.privacy;

	*policy = (struct privacy_def){.k = p->w->rule.k, .k_gevoelig = p->w->rule.k, .n_min_procent = p->w->rule.n_min,
		.nul_tonen = p->w->rule.nul_tonen};
	if (strcmp(world_kinds[p->w->kind], "familie") == 0) {
		p->familie = (struct privacy_familie){.genest = p->genest, .genest_count = ARRAY_LEN(p->genest)};
		policy->familie = &p->familie;
		policy->familie_count = 1;
	}
	if (strcmp(world_kinds[p->w->kind], "kwartalen") == 0) {
		policy->stroom = p->stroom;
		policy->stroom_count = 1;
	}
}

static inline const struct gebied *p_gebied(const struct productie *p, int gebied)
{
	char *code = p_code(gebied);
	const struct gebied *g = gebied_by_code(&p->gebieden, NULL, code, DATE_NONE);

	free(code);
	return g;
}

/* The noemer of the figure a variable is the teller of; W_NONE. */
static inline int p_noemer_of(const struct world *w, int v)
{
	for (int n = 0; n < w->vars; n++)
		if (w->var[n].plek.noemer && w->var[n].plek.gebied == w->var[v].plek.gebied)
			return n;
	return W_NONE;
}

static inline void p_outcome(struct productie *p, int v)
{
	const struct world *w = p->w;
	struct uitkomst *u = uitkomst_list_add(&p->uitkomsten);
	int64_t x = w->var[v].value, n = 0;

	u->indicator = &p->def[w->var[v].plek.indicator];
	u->gebied = p_gebied(p, w->var[v].plek.gebied);
	u->periode = p_periode(w->var[v].plek.periode);
	u->teller = (struct bereik){true, x, x, 0};
	if (u->indicator->subset_eis) {
		n = w->var[p_noemer_of(w, v)].value;
		u->noemer = (struct bereik){true, n, n, 0};
	}
	u->status = u->indicator->subset_eis && n == 0 ? STATUS_GEEN_DOELGROEP : STATUS_GEEN_NORM;
	u->heeft_waarde = u->status != STATUS_GEEN_DOELGROEP;
	u->waarde_min = u->waarde_max = u->indicator->subset_eis ? (n ? 100.0 * (double)x / (double)n : 0) : (double)x;
}

/* What the register holds of the earlier publication; nothing when it showed nothing. */
static inline void p_before(struct productie *p)
{
	const struct world *w = p->w;
	bool any = false;

	for (int v = 0; v < w->vars; v++)
		any = any || (w->var[v].plek.eerder && puzzle_is_visible(&w->p, w->var[v].cell));
	for (int v = 0; any && v < w->vars; v++) {
		const struct w_var *old = &w->var[v];

		if (!old->plek.eerder)
			continue;
		p->eerder[p->eerder_count++] = (struct eerder){0, "bron|som|x0", p_gebied(p, old->plek.gebied)->code,
			p_gebied(p, old->plek.gebied)->indeling, p_periode(old->plek.periode), old->value, old->value,
			old->value, puzzle_is_visible(&w->p, old->cell)};
	}
}

static inline void p_look(struct productie *p, const struct layer *layer)
{
	const struct world *w = p->w;

	for (int v = 0; v < w->vars; v++) {
		const struct w_plek *at = &w->var[v].plek;
		const struct cel *c;

		if (at->eerder)
			p->shown[v] = puzzle_is_visible(&w->p, w->var[v].cell);
		if (!at->is)
			continue;
		for (int i = 0; i < (int)p->defs.indicator_count; i++) {
			c = layer_find(layer, p->id[i], p_gebied(p, at->gebied), p_periode(at->periode));
			if (c && w->var[v].plek.noemer)
				p->shown[v] = p->shown[v] || c->noemer.bekend || c->noemer_tekst || c->heeft_waarde;
			else if (c && i == at->indicator)
				p->shown[v] = c->teller.bekend || c->teller_tekst || c->heeft_waarde;
		}
	}
}

/* Is it anything the product publishes? Not two divisions of one city in one period. */
static inline bool productie_has(const struct world *w)
{
	for (int v = 0; v < w->vars; v++)
		if (w->var[v].plek.is)
			return true;
	return false;
}

/* Publishes the world. Afterwards w->shown is what a reader sees; with `published` false nothing was. */
static inline struct productie *productie_make(struct world *w)
{
	struct productie *p = mem_new(1, sizeof(*p));
	struct err err = ERR_INIT;
	struct layer *layer;

	p->w = w;
	for (int v = 0; v < w->vars; v++)
		if (w->var[v].plek.is || w->var[v].plek.eerder)
			p_area(p, w->var[v].plek.gebied);
	gebied_list_sort(&p->gebieden);
	p_definitions(p);
	p->genest[0] = p_bron[0];
	p->genest[1] = p->stroom[0] = p_bron[1];
	p->genest[2] = p_bron[2];
	p_policy(p);
	for (int v = 0; v < w->vars; v++)
		if (w->var[v].plek.is && !w->var[v].plek.noemer)
			p_outcome(p, v);
	uitkomst_list_sort(&p->uitkomsten);
	p_before(p);
	p->published = layer_build_after(&layer, &p->uitkomsten, &p->defs, &p->gebieden, EDITIE_OPENBAAR, p->eerder,
			       p->eerder_count, &p->verslag, &err) == 0;
	if (p->published) {
		p_look(p, layer);
		layer_free(layer);
		w->shown = p->shown;
	}
	err_release(&err);
	return p;
}

static inline void productie_free(struct productie *p)
{
	openbaar_verslag_release(&p->verslag);
	uitkomst_list_release(&p->uitkomsten);
	gebied_list_release(&p->gebieden);
	free(p);
}

#endif
