/* Chapter 13 of the evaluation, its account: what was delivered and what was not, corrections, breaks, privacy and
 * versions. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/eval.h"

/* ---- sources ------------------------------------------------------------------------------------ */

struct source {
	const char *bron;
	size_t count, provisional, corrected;
	const char *last;
};

static struct source *source_of(struct source *list, size_t *count, const char *bron)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp(list[i].bron, bron) == 0)
			return &list[i];
	list[*count] = (struct source){.bron = bron};
	return &list[(*count)++];
}

static void sources(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_BRON, ZIN_EVAL_LEVERINGEN, ZIN_EVAL_VOORLOPIG, ZIN_EVAL_VERBETERD,
		ZIN_EVAL_LAATSTE};
	struct blad *b = &e->b;
	struct source *list = mem_new(b->in->bron_count, sizeof(*list));
	size_t count = 0;

	for (size_t i = 0; i < b->in->bron_count; i++) {
		struct source *s = source_of(list, &count, b->in->bron[i].bron);

		s->count++;
		s->provisional += b->in->bron[i].voorlopig;
		s->corrected += b->in->bron[i].vervangt;
		s->last = b->in->bron[i].bestand;
	}
	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_BRONNEN));
	blad_tabel_open(b, "bronnenlijst", zin_text(b->zinnen, ZIN_EVAL_BRONNEN), true, head, ARRAY_LEN(head), 14u);
	for (size_t i = 0; i < count; i++) {
		blad_rij_open(b, list[i].bron, NULL);
		blad_td_aantal(b, list[i].count);
		blad_td_aantal(b, list[i].provisional);
		blad_td_aantal(b, list[i].corrected);
		blad_td(b, list[i].last);
		blad_rij_close(b);
	}
	blad_tabel_close(b);
	free(list);
}

static bool same_break(const struct breuk_def *a, const struct breuk_def *b)
{
	return date_cmp(a->op, b->op) == 0 && strcmp(a->reden, b->reden) == 0;
}

/* Is it named already, with an earlier one of the same day and reason? */
static bool is_named(const struct definities *defs, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (same_break(&defs->breuk[i], &defs->breuk[at]))
			return true;
	return false;
}

static void break_item(struct blad *b, size_t at)
{
	const struct definities *defs = b->defs;
	const struct breuk_def *k = &defs->breuk[at];
	const char **names = mem_new(defs->breuk_count, sizeof(*names));
	struct str date = STR_INIT, list = STR_INIT;
	size_t count = 0;
	char *text;

	for (size_t i = at; i < defs->breuk_count; i++)
		if (same_break(k, &defs->breuk[i]))
			names[count++] = strcmp(defs->breuk[i].indicator, "*") == 0
				? zin_text(b->zinnen, ZIN_EVAL_BREUK_ALLE) : defs->breuk[i].indicator;
	zin_add_list(&list, b->zinnen, names, count);
	date_add_dutch(&date, k->op);
	text = zin_make(b->zinnen, ZIN_EVAL_BREUK,
		VELDEN({"datum", str_text(&date)}, {"indicator", str_text(&list)}, {"reden", k->reden}));
	html_el(&b->w, "li", text);
	free(text);
	free(names);
	str_release(&date);
	str_release(&list);
}

static void breaks(struct eval *e)
{
	struct blad *b = &e->b;

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_BREUKEN));
	if (b->defs->breuk_count == 0) {
		blad_alinea(b, NULL, ZIN_EVAL_BREUKEN_GEEN, NULL);
		return;
	}
	html_open(&b->w, "ul");
	for (size_t i = 0; i < b->defs->breuk_count; i++)
		if (!is_named(b->defs, i))
			break_item(b, i);
	html_close(&b->w, "ul");
}

static void privacy(struct eval *e)
{
	struct blad *b = &e->b;

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_PRIVACY));
	if (b->layer->editie == EDITIE_INTERN)
		blad_alinea(b, NULL, ZIN_EVAL_PRIVACY_INTERN, NULL);
	blad_beleid(b, true);
}

/* ---- completeness ------------------------------------------------------------------------------ */

struct volledig {
	struct periode periode;
	size_t gevraagd, cijfer, verborgen, gemist;
};

static bool is_asked(const struct eval *e, const struct cel *c)
{
	if (c->gebied != e->b.gemeente || c->periode.soort == PERIODE_GEEN || c->periode.soort == PERIODE_DAG ||
		date_cmp(c->periode.eind, e->def.van) < 0)
		return false;
	for (size_t i = 0; i < e->id_count; i++)
		if (strcmp(e->id[i], c->indicator->id) == 0)
			return true;
	return false;
}

static struct volledig *row_of(struct volledig *list, size_t *count, struct periode p)
{
	for (size_t i = 0; i < *count; i++)
		if (periode_equal(list[i].periode, p))
			return &list[i];
	list[*count] = (struct volledig){.periode = p};
	return &list[(*count)++];
}

static void count_cell(struct volledig *v, const struct cel *c)
{
	v->gevraagd++;
	v->cijfer += c->heeft_waarde;
	v->gemist += c->reden == REDEN_NIET_GELEVERD;
	v->verborgen += !c->heeft_waarde && c->reden != REDEN_NIET_GELEVERD;
}

/* By kind of period, then by time. */
static int by_periode(const void *a, const void *b)
{
	const struct volledig *x = a, *y = b;

	if (x->periode.soort != y->periode.soort)
		return x->periode.soort < y->periode.soort ? -1 : 1;
	return periode_cmp(x->periode, y->periode);
}

static void completeness(struct eval *e)
{
	static const enum zin head[] = {ZIN_TABEL_PERIODE, ZIN_EVAL_GEVRAAGD, ZIN_EVAL_MET_CIJFER, ZIN_EVAL_GEEN_CIJFER,
		ZIN_EVAL_GEMIST};
	struct blad *b = &e->b;
	struct volledig *list = mem_new(b->layer->count, sizeof(*list));
	size_t count = 0;

	for (size_t i = 0; i < b->layer->count; i++)
		if (is_asked(e, &b->layer->cel[i]))
			count_cell(row_of(list, &count, b->layer->cel[i].periode), &b->layer->cel[i]);
	if (count)
		qsort(list, count, sizeof(*list), by_periode);
	blad_tabel_open(b, "volledig", zin_text(b->zinnen, ZIN_EVAL_VOLLEDIG_TABEL), true, head, ARRAY_LEN(head), 30u);
	for (size_t i = 0; i < count; i++) {
		struct str name = STR_INIT;

		periode_add_name(&name, list[i].periode);
		blad_rij_open(b, str_text(&name), NULL);
		blad_td_aantal(b, list[i].gevraagd);
		blad_td_aantal(b, list[i].cijfer);
		blad_td_aantal(b, list[i].verborgen);
		blad_td_aantal(b, list[i].gemist);
		blad_rij_close(b);
		str_release(&name);
	}
	blad_tabel_close(b);
	free(list);
}

static void delivered(struct eval *e)
{
	struct eval_telling t = eval_count(e);
	struct blad *b = &e->b;
	char *all = blad_aantal(b, "indicatoren: gevraagd", (int64_t)t.indicatoren);
	char *with = blad_aantal(b, "indicatoren: met een cijfer", (int64_t)t.met_cijfer);
	char *hidden = blad_aantal(b, "indicatoren: afgeschermd", (int64_t)t.verborgen);

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_VOLLEDIGHEID));
	blad_alinea(b, NULL, t.verborgen ? ZIN_EVAL_VOLLEDIG_VERBORGEN : ZIN_EVAL_VOLLEDIG_ZIN,
		VELDEN({"aantal", all}, {"met", with}, {"verborgen", hidden}));
	completeness(e);
	free(all);
	free(with);
	free(hidden);
}

/* ---- versions ---------------------------------------------------------------------------------- */

static void versions(struct eval *e)
{
	struct blad *b = &e->b;
	struct str day = STR_INIT;

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_VERSIES));
	html_open(&b->w, "ul", "class", "versies");
	blad_datum(&day, b->in->stand_per);
	html_open(&b->w, "li");
	html_text(&b->w, zin_text(b->zinnen, ZIN_META_STAND_PER));
	html_raw(&b->w, " ");
	html_text(&b->w, str_text(&day));
	html_close(&b->w, "li");
	str_release(&day);
	for (int i = 0; i < 2; i++) {
		char *text = i == 0 ?
			zin_make(b->zinnen, ZIN_LEZEN_CONTROLEGETAL, VELDEN({"hash", b->in->definities_hash})) :
			zin_make(b->zinnen, ZIN_LEZEN_PROGRAMMA, VELDEN({"versie", IJKPUNT_VERSION}));

		html_el(&b->w, "li", text);
		free(text);
	}
	html_close(&b->w, "ul");
}

void eval_verantwoording(struct eval *e)
{
	delivered(e);
	sources(e);
	breaks(e);
	privacy(e);
	versions(e);
}
