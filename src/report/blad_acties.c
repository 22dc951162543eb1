/* Blocks 7 and 7b of a themablad: who does what by when, from the registers, and the decision that is asked. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/blad.h"

enum { SHOWN_MAX = 6 };

/* Does a goal lie within the actielijn of this sheet: the line itself, or what falls under it? */
static bool within_line(const struct blad *b, const char *id)
{
	const struct doel_def *d = doel_find(&b->doelen, id);

	for (int up = 0; d && up < 4; up++) {
		if (d == b->lijn || woord_list_has(&d->valt_onder, b->lijn->id))
			return true;
		d = d->valt_onder.count > 0 ? doel_find(&b->doelen, d->valt_onder.item[0]) : NULL;
	}
	return false;
}

static void date_cell(struct blad *b, struct date d)
{
	struct str s = STR_INIT;

	if (date_is_set(d))
		date_add_dutch(&s, d);
	else
		str_add(&s, zin_text(b->zinnen, ZIN_ACTIES_GEEN_TERMIJN));
	html_el(&b->w, "td", str_text(&s), "class", "datum");
	str_release(&s);
}

/* "vertraagd, te laat, geen bericht sinds 12 maart 2026" */
static void state_cell(struct blad *b, const struct actie *a)
{
	struct str s = STR_INIT, date = STR_INIT;
	bool late = actie_is_late(a, b->op);

	str_add(&s, actie_status_text(a->status));
	if (actie_is_silent(a, b->op)) {
		date_add_dutch(&date, a->laatste_update);
		str_add(&s, ", ");
		zin_add(&s, b->zinnen, ZIN_ACTIES_STIL, VELDEN({"datum", str_text(&date)}));
	}
	html_open(&b->w, "td");
	if (late) {
		html_el(&b->w, "strong", zin_text(b->zinnen, ZIN_ACTIES_TE_LAAT));
		html_raw(&b->w, ", ");
	}
	html_text(&b->w, str_text(&s));
	html_close(&b->w, "td");
	str_release(&s);
	str_release(&date);
}

static void action_row(struct blad *b, const struct actie *a)
{
	struct str who = STR_INIT;

	str_add(&who, a->partij);
	if (*a->eigenaar)
		str_add_f(&who, "%s%s", *a->partij ? ", " : "", a->eigenaar);
	html_open(&b->w, "tr");
	html_el(&b->w, "th", a->omschrijving, "scope", "row");
	html_el(&b->w, "td", str_text(&who));
	date_cell(b, a->deadline);
	state_cell(b, a);
	html_close(&b->w, "tr");
	str_release(&who);
}

static void table_head(struct blad *b)
{
	static const enum zin head[] = {ZIN_ACTIES_ACTIE, ZIN_ACTIES_WIE, ZIN_ACTIES_TERMIJN, ZIN_ACTIES_STAND};

	html_el(&b->w, "caption", zin_text(b->zinnen, ZIN_ACTIES_TABEL), "class", "stil");
	html_open(&b->w, "thead");
	html_open(&b->w, "tr");
	for (size_t i = 0; i < ARRAY_LEN(head); i++)
		html_el(&b->w, "th", zin_text(b->zinnen, head[i]), "scope", "col");
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
}

struct tally {
	size_t open, done, stopped;
};

static struct tally count_actions(const struct blad *b)
{
	const struct registers *r = b->in->registers;
	struct tally t = {0, 0, 0};

	for (size_t i = 0; i < r->actie_count; i++) {
		if (!within_line(b, r->actie[i].doel_id))
			continue;
		t.open += actie_is_open(&r->actie[i]);
		t.done += r->actie[i].status == ACTIE_KLAAR;
		t.stopped += r->actie[i].status == ACTIE_GESTOPT;
	}
	return t;
}

static void open_actions(struct blad *b)
{
	const struct registers *r = b->in->registers;
	size_t shown = 0;

	html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "region", "aria-label",
		zin_text(b->zinnen, ZIN_ACTIES_TABEL));
	html_open(&b->w, "table", "class", "acties");
	table_head(b);
	html_open(&b->w, "tbody");
	for (size_t i = 0; i < r->actie_count && shown < SHOWN_MAX; i++)
		if (actie_is_open(&r->actie[i]) && within_line(b, r->actie[i].doel_id)) {
			action_row(b, &r->actie[i]);
			shown++;
		}
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "div");
}

/* What is not in the table: the rest that is open, what is done, and decisions still under way. */
static void below_table(struct blad *b, struct tally t)
{
	struct str s = STR_INIT;
	char *rest = mem_printf("%zu", t.open > SHOWN_MAX ? t.open - SHOWN_MAX : 0);
	char *done = mem_printf("%zu", t.done), *stopped = mem_printf("%zu", t.stopped);

	if (t.open > SHOWN_MAX) {
		zin_add_count(&s, b->zinnen, ZIN_ACTIES_MEER, (int64_t)(t.open - SHOWN_MAX),
			VELDEN({"aantal", rest}));
		str_add(&s, " ");
	}
	zin_add(&s, b->zinnen, ZIN_ACTIES_KLAAR, VELDEN({"klaar", done}, {"gestopt", stopped}));
	blad_tekst(b, "noot", str_text(&s));
	str_release(&s);
	free(rest);
	free(done);
	free(stopped);
}

/* A decision is under way as long as the action that follows from it is. */
static void open_decisions(struct blad *b)
{
	const struct registers *r = b->in->registers;

	for (size_t i = 0; i < r->besluit_count; i++) {
		const struct besluit *d = &r->besluit[i];
		const struct actie *a = registers_actie(r, d->actie_id);
		struct str date = STR_INIT;

		if (!within_line(b, d->doel_id) || !a || !actie_is_open(a))
			continue;
		date_add_dutch(&date, d->datum);
		blad_alinea(b, "noot", ZIN_BESLUITEN_OPEN,
			VELDEN({"tekst", d->tekst}, {"gremium", d->gremium}, {"datum", str_text(&date)}));
		str_release(&date);
	}
}

void blok_acties(struct blad *b)
{
	const struct registers *r = b->in->registers;
	struct tally t;

	html_open(&b->w, "section", "class", "acties", "aria-labelledby", "acties");
	blad_kop(b, "acties", ZIN_KOP_ACTIES, NULL);
	if (!r || r->actie_count == 0) {
		html_open(&b->w, "p");
		html_text(&b->w, zin_text(b->zinnen, ZIN_ACTIES_LEEG));
		html_raw(&b->w, " ");
		html_text(&b->w, zin_text(b->zinnen, ZIN_ACTIES_VULLEN));
		html_close(&b->w, "p");
	} else {
		t = count_actions(b);
		if (t.open > 0)
			open_actions(b);
		else
			blad_alinea(b, NULL, ZIN_ACTIES_GEEN, NULL);
		below_table(b, t);
		open_decisions(b);
	}
	html_close(&b->w, "section");
}

/* ---- 7b ----------------------------------------------------------------------------------- */

void blok_besluit(struct blad *b)
{
	static const enum zin field[] = {ZIN_BESLUIT_WAT, ZIN_BESLUIT_WIE, ZIN_BESLUIT_WANNEER};

	html_open(&b->w, "section", "class", "besluit", "aria-labelledby", "besluit");
	blad_kop(b, "besluit", ZIN_KOP_BESLUIT, NULL);
	blad_alinea(b, "mens", ZIN_BESLUIT_LEEG, NULL);
	html_open(&b->w, "dl", "class", "invul");
	for (size_t i = 0; i < ARRAY_LEN(field); i++) {
		html_open(&b->w, "div");
		html_el(&b->w, "dt", zin_text(b->zinnen, field[i]));
		html_el(&b->w, "dd", "");
		html_close(&b->w, "div");
	}
	html_close(&b->w, "dl");
	html_close(&b->w, "section");
}
