/* The chain behind a sheet: the meeting in which it was discussed, its minutes, and the decision that followed. */
#include <stdlib.h>

#include "base/mem.h"
#include "report/blad.h"

const char *blad_besluit_staat(const struct blad *b, enum besluit_staat staat)
{
	static const enum zin zin[] = {[BESLUIT_OPEN] = ZIN_EVAL_BESLUIT_OPEN,
		[BESLUIT_UITGEVOERD] = ZIN_EVAL_BESLUIT_UITGEVOERD, [BESLUIT_GESTOPT] = ZIN_EVAL_BESLUIT_GESTOPT,
		[BESLUIT_ZONDER_ACTIE] = ZIN_EVAL_BESLUIT_ZONDER, [BESLUIT_ACTIE_ONBEKEND] = ZIN_EVAL_BESLUIT_ONBEKEND};

	return zin_text(b->zinnen, zin[staat]);
}

char *blad_verslag(const struct blad *b, const struct overleg *o)
{
	static const enum zin zin[] = {[VERSLAG_OP_TIJD] = ZIN_VERSLAG_OP_TIJD, [VERSLAG_TE_LAAT] = ZIN_VERSLAG_TE_LAAT,
		[VERSLAG_ONTBREEKT] = ZIN_VERSLAG_ONTBREEKT};
	char *days = blad_aantal(b, "dagen tot het verslag", (int64_t)o->verslag_dagen), *text = NULL;

	if (o->verslag == VERSLAG_TE_VERWACHTEN)
		text = mem_dup(zin_text(b->zinnen, ZIN_VERSLAG_TE_VERWACHTEN));
	else if (o->verslag != VERSLAG_NVT)
		text = zin_make(b->zinnen, zin[o->verslag], VELDEN({"dagen", days}));
	free(days);
	return text;
}

/* What was decided about this goal in a meeting, as sentences. */
static size_t add_decided(struct str *s, const struct blad *b, const struct overleg *o)
{
	size_t count = 0;

	for (size_t i = 0; i < o->besluit_count; i++) {
		const struct besluit *d = o->besluit[i];

		if (!doel_set_has(&b->onder, d->doel_id))
			continue;
		str_add(s, " ");
		zin_add(s, b->zinnen, ZIN_OVERLEG_BESLOTEN,
			VELDEN({"tekst", d->tekst}, {"staat", blad_besluit_staat(b, d->staat)}));
		count++;
	}
	return count;
}

void blad_besproken(struct blad *b)
{
	const struct registers *r = b->in->registers;
	const struct overleg *o = registers_last_overleg(r, &b->onder);
	struct str s = STR_INIT, date = STR_INIT;

	if (o) {
		date_add_dutch(&date, o->datum);
		zin_add(&s, b->zinnen, *o->themablad_id ? ZIN_OVERLEG_BESPROKEN : ZIN_OVERLEG_BESPROKEN_ZONDER,
			VELDEN({"datum", str_text(&date)}));
		if (add_decided(&s, b, o) == 0) {
			str_add(&s, " ");
			str_add(&s, zin_text(b->zinnen, ZIN_OVERLEG_GEEN_BESLUIT));
		}
	} else {
		str_add(&s, zin_text(b->zinnen, ZIN_OVERLEG_NOG_NIET));
	}
	blad_tekst(b, "noot", str_text(&s));
	str_release(&s);
	str_release(&date);
}

/* ---- all of them, for the evaluation ---------------------------------------------------------- */

static void meeting_row(struct blad *b, const struct overleg *o)
{
	struct str date = STR_INIT, decided = STR_INIT;
	char *minutes = blad_verslag(b, o);

	date_add_dutch(&date, o->datum);
	for (size_t i = 0; i < o->besluit_count; i++)
		if (doel_set_has(&b->onder, o->besluit[i]->doel_id))
			str_add_f(&decided, "%s%s (%s)", decided.len ? "; " : "", o->besluit[i]->tekst,
				blad_besluit_staat(b, o->besluit[i]->staat));
	blad_rij_open(b, str_text(&date), o->naam);
	blad_td(b, *o->themablad_id ? o->themablad_id : zin_text(b->zinnen, ZIN_OVERLEG_GEEN_BLAD));
	blad_td(b, minutes);
	blad_td(b, decided.len ? str_text(&decided) : zin_text(b->zinnen, ZIN_EVAL_GEEN_BESLUIT));
	blad_rij_close(b);
	free(minutes);
	str_release(&date);
	str_release(&decided);
}

static bool about(const struct blad *b, const struct overleg *o)
{
	return o->staat == OVERLEG_GEHOUDEN && *o->thema_doel_id && doel_set_has(&b->onder, o->thema_doel_id);
}

void blad_besproken_tabel(struct blad *b)
{
	static const enum zin head[] = {ZIN_EVAL_DATUM, ZIN_OVERLEG_BLAD, ZIN_OVERLEG_VERSLAG, ZIN_EVAL_BESLUIT};
	const struct registers *r = b->in->registers;
	bool any = false;

	for (size_t i = 0; r && i < r->overleg_count; i++) {
		if (!about(b, &r->overleg[i]))
			continue;
		if (!any)
			blad_tabel_open(b, "besproken", zin_text(b->zinnen, ZIN_OVERLEG_TABEL), false, head, ARRAY_LEN(head), 0);
		any = true;
		meeting_row(b, &r->overleg[i]);
	}
	if (any)
		blad_tabel_close(b);
	else
		blad_alinea(b, "noot", ZIN_OVERLEG_NOG_NIET, NULL);
}
