/* Blocks 7 and 7b of a themablad: who does what by when, from the registers, and the decision that is asked. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/blad.h"

enum { SHOWN_MAX = 5, BESLUITEN_MAX = 2 };

static bool is_shown(const struct blad *b, const struct actie *a)
{
	return a->open && doel_set_has(&b->onder, a->doel_id);
}

const char *blad_actie_staat(const struct blad *b, enum actie_staat staat)
{
	static const enum zin zin[] = {[ACTIE_NIET_GESTART] = ZIN_ACTIE_NIET_GESTART, [ACTIE_LOOPT] = ZIN_ACTIE_LOOPT,
		[ACTIE_VERTRAAGD] = ZIN_ACTIE_VERTRAAGD, [ACTIE_KLAAR] = ZIN_ACTIE_KLAAR,
		[ACTIE_GESTOPT] = ZIN_ACTIE_GESTOPT, [ACTIE_ONBEKEND] = ZIN_ACTIE_ONBEKEND};

	return zin_text(b->zinnen, zin[staat]);
}

/* "te laat, vertraagd, geen bericht sinds 12 maart 2026" */
static void state_cell(struct blad *b, const struct actie *a)
{
	struct str s = STR_INIT, date = STR_INIT;

	str_add(&s, blad_actie_staat(b, a->staat));
	if (a->geen_update && date_is_set(a->laatste_update)) {
		date_add_dutch(&date, a->laatste_update);
		str_add(&s, ", ");
		zin_add(&s, b->zinnen, ZIN_ACTIES_STIL, VELDEN({"datum", str_text(&date)}));
	}
	html_open(&b->w, "td");
	if (a->te_laat) {
		html_el(&b->w, "strong", zin_text(b->zinnen, ZIN_ACTIES_TE_LAAT));
		html_raw(&b->w, ", ");
	}
	html_text(&b->w, str_text(&s));
	html_close(&b->w, "td");
	str_release(&s);
	str_release(&date);
}

void blad_actie_rij(struct blad *b, const struct actie *a)
{
	struct str who = STR_INIT;

	str_add(&who, a->partij);
	if (*a->rol)
		str_add_f(&who, "%s%s", *a->partij ? ", " : "", a->rol);
	blad_rij_open(b, a->omschrijving, NULL);
	blad_td(b, str_text(&who));
	blad_td_datum(b, a->deadline, ZIN_ACTIES_GEEN_TERMIJN);
	state_cell(b, a);
	blad_rij_close(b);
	str_release(&who);
}

/* The first ones of the register, which is by deadline: what is most overdue stands on top. */
static void open_actions(struct blad *b)
{
	static const enum zin head[] = {ZIN_ACTIES_ACTIE, ZIN_ACTIES_WIE, ZIN_ACTIES_TERMIJN, ZIN_ACTIES_STAND};
	const struct registers *r = b->in->registers;
	size_t shown = 0;

	blad_tabel_open(b, "acties", zin_text(b->zinnen, ZIN_ACTIES_TABEL), true, head, ARRAY_LEN(head), 0);
	for (size_t i = 0; i < r->actie_count && shown < SHOWN_MAX; i++)
		if (is_shown(b, &r->actie[i])) {
			blad_actie_rij(b, &r->actie[i]);
			shown++;
		}
	blad_tabel_close(b);
}

static bool was_decided_in(const struct overleg *o, const struct besluit *d)
{
	for (size_t i = 0; o && i < o->besluit_count; i++)
		if (o->besluit[i] == d)
			return true;
	return false;
}

/* A decision is under way as long as an action that follows from it is. Those of the last meeting stand with it
 * (blad_besproken), and of many the first ones are named: a sheet is two pages. */
static void add_open_decisions(struct str *s, const struct blad *b)
{
	const struct registers *r = b->in->registers;
	const struct overleg *last = registers_last_overleg(r, &b->onder);
	size_t count = 0;

	for (size_t i = 0; i < r->besluit_count; i++) {
		const struct besluit *d = &r->besluit[i];
		struct str date = STR_INIT;

		if (d->staat != BESLUIT_OPEN || !doel_set_has(&b->onder, d->doel_id) || was_decided_in(last, d))
			continue;
		if (count++ >= BESLUITEN_MAX)
			continue;
		date_add_dutch(&date, d->datum);
		str_add(s, " ");
		zin_add(s, b->zinnen, ZIN_BESLUITEN_OPEN,
			VELDEN({"tekst", d->tekst}, {"gremium", d->gremium_naam}, {"datum", str_text(&date)}));
		str_release(&date);
	}
	if (count > BESLUITEN_MAX) {
		char *rest = blad_aantal(b, "besluiten: open en niet getoond", (int64_t)(count - BESLUITEN_MAX));

		str_add(s, " ");
		zin_add_count(s, b->zinnen, ZIN_BESLUITEN_MEER, (int64_t)(count - BESLUITEN_MAX), VELDEN({"aantal", rest}));
		free(rest);
	}
}

/* What is not in the table: the rest that is open, what is done, and decisions still under way. */
static void below_table(struct blad *b, const struct actie_telling *t)
{
	struct str s = STR_INIT;
	char *rest = blad_aantal(b, "acties: open en niet getoond", (int64_t)(t->open > SHOWN_MAX ? t->open - SHOWN_MAX : 0));
	char *done = blad_aantal(b, "acties: klaar", (int64_t)(t->klaar)), *stopped = blad_aantal(b, "acties: gestopt", (int64_t)(t->gestopt));

	if (t->open > SHOWN_MAX) {
		zin_add_count(&s, b->zinnen, ZIN_ACTIES_MEER, (int64_t)(t->open - SHOWN_MAX),
			VELDEN({"aantal", rest}));
		str_add(&s, " ");
	}
	zin_add(&s, b->zinnen, ZIN_ACTIES_KLAAR, VELDEN({"klaar", done}, {"gestopt", stopped}));
	add_open_decisions(&s, b);
	blad_tekst(b, "noot", str_text(&s));
	str_release(&s);
	free(rest);
	free(done);
	free(stopped);
}

void blok_acties(struct blad *b)
{
	const struct registers *r = b->in->registers;
	struct actie_telling t;

	html_open(&b->w, "section", "class", "acties", "aria-labelledby", "acties");
	blad_kop(b, "acties", ZIN_KOP_ACTIES, NULL);
	if (!r || (r->actie_count == 0 && r->besluit_count == 0)) {
		html_open(&b->w, "p");
		html_text(&b->w, zin_text(b->zinnen, ZIN_ACTIES_LEEG));
		html_raw(&b->w, " ");
		html_text(&b->w, zin_text(b->zinnen, ZIN_ACTIES_VULLEN));
		html_close(&b->w, "p");
	} else {
		t = registers_count_acties(r, &b->onder, ACTIE_ELKE_SOORT);
		if (t.open > 0)
			open_actions(b);
		else
			blad_alinea(b, NULL, ZIN_ACTIES_GEEN, NULL);
		below_table(b, &t);
		blad_besproken(b);
	}
	html_close(&b->w, "section");
}

/* ---- 7b ----------------------------------------------------------------------------------- */

static void empty_decision(struct blad *b)
{
	static const enum zin field[] = {ZIN_BESLUIT_WAT, ZIN_BESLUIT_WIE, ZIN_BESLUIT_WANNEER};

	blad_alinea(b, "mens", ZIN_BESLUIT_LEEG, NULL);
	html_open(&b->w, "dl", "class", "invul");
	for (size_t i = 0; i < ARRAY_LEN(field); i++) {
		html_open(&b->w, "div");
		html_el(&b->w, "dt", zin_text(b->zinnen, field[i]));
		html_el(&b->w, "dd", "");
		html_close(&b->w, "div");
	}
	html_close(&b->w, "dl");
}

void blok_besluit(struct blad *b)
{
	html_open(&b->w, "section", "class", "besluit", "aria-labelledby", "besluit");
	blad_kop(b, "besluit", ZIN_KOP_BESLUIT, NULL);
	if (!blad_mens(b, "gevraagd besluit"))
		empty_decision(b);
	html_close(&b->w, "section");
}
