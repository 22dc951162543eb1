/* Chapter 12 of the evaluation: how each agreement stands and what the stuurgroep is asked to choose, a norm proposed for
 * what has none, and what is left to do in the two years that follow. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "publish/dekking.h"
#include "publish/rounding.h"
#include "report/eval.h"

/* ---- goal by goal ------------------------------------------------------------------------------ */

/* What the stuurgroep chooses about: not a milestone, a promise (chapter of its own) or a part of an actielijn. */
static bool is_chosen(const struct doel_def *d)
{
	return d->status == DOEL_LOPEND && d->soort != DOEL_MIJLPAAL && d->soort != DOEL_BELOFTE &&
		d->soort != DOEL_FOCUSDOEL && d->soort != DOEL_VRAAGSTUK;
}

/* "1 gehaald, 2 niet gehaald", or that there is none. */
static char *verdict_text(const struct eval *e, const struct dekking_rij *rij)
{
	const struct blad *b = &e->b;
	int64_t met = 0, not = 0;
	char *met_text, *not_text, *text;

	for (size_t i = 0; i < rij->count; i++) {
		const struct cel *c = eval_heel(e, rij->indicator[i].id);

		met += c && c->norm && c->feit == FEIT_GEHAALD;
		not += c && c->norm && c->feit == FEIT_NIET_GEHAALD;
	}
	if (met + not == 0)
		return rij->count ? mem_dup(zin_text(b->zinnen, rij->met_norm ? ZIN_EVAL_ZONDER_OORDEEL : ZIN_EVAL_GEEN_NORM)) : NULL;
	met_text = blad_aantal(b, "normen van het doel: gehaald", met);
	not_text = blad_aantal(b, "normen van het doel: niet gehaald", not);
	text = zin_make(b->zinnen, !not ? ZIN_EVAL_DOEL_GEHAALD : met ? ZIN_EVAL_DOEL_BEIDE : ZIN_EVAL_DOEL_NIET,
		VELDEN({"gehaald", met_text}, {"niet", not_text}));
	free(met_text);
	free(not_text);
	return text;
}

/* "2 klaar, 3 open, waarvan 1 te laat"; NULL without actions. */
static char *actions_text(const struct blad *b, const struct actie_telling *t)
{
	char *done, *open, *late, *text;

	if (!t->totaal)
		return NULL;
	done = blad_aantal(b, "acties van het doel: klaar", (int64_t)t->klaar);
	open = blad_aantal(b, "acties van het doel: open", (int64_t)t->open);
	late = blad_aantal(b, "acties van het doel: te laat", (int64_t)t->te_laat);
	text = zin_make(b->zinnen, t->te_laat ? ZIN_EVAL_DOEL_ACTIES_LAAT : ZIN_EVAL_DOEL_ACTIES,
		VELDEN({"klaar", done}, {"open", open}, {"laat", late}));
	free(done);
	free(open);
	free(late);
	return text;
}

static void goal_row(struct eval *e, const struct dekking *d, const struct dekking_rij *rij)
{
	struct blad *b = &e->b;
	char *have = blad_aantal(b, "indicatoren van het doel: met een cijfer", (int64_t)rij->met_data);
	char *all = blad_aantal(b, "indicatoren van het doel", (int64_t)rij->count);
	char *of = zin_make(b->zinnen, ZIN_EVAL_CIJFERS_VAN, VELDEN({"met", have}, {"aantal", all}));
	char *verdict = verdict_text(e, rij), *actions = d->acties_geladen ? actions_text(b, &rij->acties) : NULL;

	blad_rij_open(b, rij->doel->titel, rij->doel->id);
	blad_td_getal(b, rij->count ? of : NULL);
	blad_td(b, verdict);
	blad_td(b, actions);
	blad_td(b, zin_text(b->zinnen, ZIN_EVAL_KEUZES));
	blad_rij_close(b);
	free(have);
	free(all);
	free(of);
	free(verdict);
	free(actions);
}

static void goals(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_DOEL, ZIN_EVAL_CIJFERS, ZIN_EVAL_DOEL_NORM,
		ZIN_EVAL_DOEL_ACTIES_KOP, ZIN_EVAL_KEUZE};
	static const struct registers none;
	struct blad *b = &e->b;
	struct dekking d;

	dekking_init(&d, &b->doelen, NULL, b->layer, b->in->registers ? b->in->registers : &none, DATE_NONE);
	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_EVAL_PER_DOEL));
	blad_alinea(b, NULL, ZIN_EVAL_PER_DOEL_UITLEG, NULL);
	blad_tabel_open(b, "keuzes", zin_text(b->zinnen, ZIN_EVAL_PER_DOEL), true, head, ARRAY_LEN(head), 2u);
	for (size_t i = 0; i < d.count; i++)
		if (is_chosen(d.rij[i].doel))
			goal_row(e, &d, &d.rij[i]);
	blad_tabel_close(b);
	dekking_release(&d);
}

/* ---- proposals -------------------------------------------------------------------------------- */

bool eval_proposes(const struct cel *c)
{
	return c && c->heeft_waarde && !c->norm && c->indicator->richting != RICHTING_GEEN_OORDEEL &&
		c->waarde_min == c->waarde_max &&
		(c->indicator->soort == SOORT_AANDEEL || c->indicator->soort == SOORT_PER_100 ||
			c->indicator->soort == SOORT_PER_1000);
}

/* The level of today, rounded the good way to a whole unit. */
static char *proposal_text(const struct eval *e, const struct cel *c)
{
	bool higher = c->indicator->richting == RICHTING_HOGER_BETER;
	struct str value = STR_INIT;
	char *text;

	num_add_double(&value, higher ? ceil(c->waarde_min - 1e-9) : floor(c->waarde_min + 1e-9), 0, ',');
	blad_term(&e->b, c, "voorstel voor een norm", str_text(&value), str_text(&value));
	rounding_add_unit(&value, c->indicator->eenheid);
	text = zin_make(e->b.zinnen, higher ? ZIN_EVAL_VOORSTEL_MIN : ZIN_EVAL_VOORSTEL_MAX,
		VELDEN({"waarde", str_text(&value)}));
	str_release(&value);
	return text;
}

static void proposal_row(struct eval *e, const struct cel *c, bool elders)
{
	struct blad *b = &e->b;
	const struct cel *before = blad_vind(b, c->indicator->id, c->gebied,
		periode_years_back(c->periode, 1));
	char *text = proposal_text(e, c);

	blad_rij_open(b, c->indicator->naam, c->indicator->id);
	blad_td_getal(b, c->waarde_tekst);
	blad_td_getal(b, before && before->heeft_waarde ? before->waarde_tekst : NULL);
	blad_td(b, c->trend_tekst);
	if (elders) {
		char *other = blad_elders(b, c);

		blad_td(b, other);
		free(other);
	}
	blad_td(b, text);
	blad_td(b, zin_text(b->zinnen, ZIN_EVAL_NORM_KEUZES));
	blad_rij_close(b);
	free(text);
}

/* Is there a figure of elsewhere for any of them? */
static bool has_elders(const struct eval *e)
{
	bool any = false;

	for (size_t i = 0; i < e->id_count && !any; i++) {
		const struct cel *c = eval_cel(e, e->id[i]);
		char *text = eval_proposes(c) ? blad_elders(&e->b, c) : NULL;

		any = text != NULL;
		free(text);
	}
	return any;
}

static void proposals(struct eval *e)
{
	static const enum zin with[] = {ZIN_TABEL_INDICATOR, ZIN_TABEL_STAND, ZIN_TABEL_VORIG, ZIN_EVAL_TREND,
		ZIN_TABEL_ELDERS, ZIN_EVAL_VOORSTEL, ZIN_EVAL_KEUZE};
	static const enum zin without[] = {ZIN_TABEL_INDICATOR, ZIN_TABEL_STAND, ZIN_TABEL_VORIG, ZIN_EVAL_TREND,
		ZIN_EVAL_VOORSTEL, ZIN_EVAL_KEUZE};
	bool elders = has_elders(e);

	html_el(&e->b.w, "h3", zin_text(e->b.zinnen, ZIN_EVAL_VOORSTEL_TABEL));
	if (eval_count(e).voorstellen == 0) {
		blad_alinea(&e->b, NULL, ZIN_EVAL_VOORSTEL_GEEN, NULL);
		return;
	}
	blad_alinea(&e->b, NULL, ZIN_EVAL_VOORSTEL_UITLEG, NULL);
	blad_tabel_open(&e->b, "voorstellen", zin_text(e->b.zinnen, ZIN_EVAL_VOORSTEL_TABEL), true,
		elders ? with : without, elders ? ARRAY_LEN(with) : ARRAY_LEN(without), 6u);
	for (size_t i = 0; i < e->id_count; i++) {
		const struct cel *c = eval_cel(e, e->id[i]);

		if (eval_proposes(c))
			proposal_row(e, c, elders);
	}
	blad_tabel_close(&e->b);
}

/* ---- the agenda of the next two years ------------------------------------------------------------ */

/* "Besluit over 3 interventies", and where it stands. Nothing to do is no point. */
static void agenda_count(struct eval *e, enum zin zin, const char *term, size_t n, enum hoofdstuk_soort soort)
{
	struct blad *b = &e->b;
	size_t chapter = hoofdstuk_of_soort(&e->def, soort);
	struct str s = STR_INIT;
	char *text;

	if (!n)
		return;
	text = blad_aantal(b, term, (int64_t)n);
	zin_add_count(&s, b->zinnen, zin, (int64_t)n, VELDEN({"aantal", text}));
	html_open(&b->w, "li");
	html_text(&b->w, str_text(&s));
	if (chapter < e->def.count) {
		html_raw(&b->w, " ");
		eval_link(e, chapter);
		html_raw(&b->w, ".");
	}
	html_close(&b->w, "li");
	str_release(&s);
	free(text);
}

static bool is_done(const struct registers *r, const struct doel_def *d)
{
	for (size_t i = 0; r && i < r->actie_count; i++)
		if (r->actie[i].soort == ACTIE_MIJLPAAL && !r->actie[i].open && strcmp(r->actie[i].doel_id, d->id) == 0)
			return true;
	return d->status == DOEL_GEHAALD || d->status == DOEL_VERVALLEN;
}

/* What was agreed for a day up to and including the last year of the agenda, and is not ready. */
static void agenda_milestones(struct eval *e, int last_year)
{
	struct blad *b = &e->b;

	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];
		struct str day = STR_INIT;
		char *text;

		if (d->soort != DOEL_MIJLPAAL || !date_is_set(d->datum) || d->datum.year > last_year ||
			is_done(b->in->registers, d))
			continue;
		date_add_dutch(&day, d->datum);
		text = zin_make(b->zinnen, ZIN_EVAL_AGENDA_MIJLPAAL, VELDEN({"titel", d->titel}, {"datum", str_text(&day)}));
		html_el(&b->w, "li", text);
		free(text);
		str_release(&day);
	}
}

static void agenda_registers(struct eval *e)
{
	const struct registers *r = e->b.in->registers;

	if (!r)
		return;
	agenda_count(e, ZIN_EVAL_AGENDA_ACTIES, "agenda: acties te laat",
		registers_count_acties(r, NULL, ACTIE_ELKE_SOORT).te_laat, HOOFDSTUK_BIJLAGE_REGISTERS);
	agenda_count(e, ZIN_EVAL_AGENDA_INTERVENTIES, "agenda: zonder besluit",
		registers_count_interventies(r, NULL).geen_besluit, HOOFDSTUK_INTERVENTIES);
}

static void agenda(struct eval *e)
{
	struct eval_telling t = eval_count(e);
	struct blad *b = &e->b;
	char *from = mem_printf("%d", e->jaar + 1), *to = mem_printf("%d", e->jaar + 2);
	char *title = zin_make(b->zinnen, ZIN_EVAL_AGENDA, VELDEN({"van", from}, {"tot", to}));

	html_el(&b->w, "h3", title);
	html_open(&b->w, "ul", "class", "agenda");
	agenda_count(e, ZIN_EVAL_AGENDA_NORM, "agenda: een norm kiezen", t.voorstellen, HOOFDSTUK_VOORSTELLEN);
	agenda_count(e, ZIN_EVAL_AGENDA_DATA, "agenda: laten leveren", t.indicatoren - t.met_cijfer - t.verborgen, HOOFDSTUK_VERANTWOORDING);
	agenda_registers(e);
	agenda_milestones(e, e->jaar + 2);
	html_close(&b->w, "ul");
	free(from);
	free(to);
	free(title);
}

void eval_voorstellen(struct eval *e)
{
	goals(e);
	proposals(e);
	agenda(e);
}
