#include "report/bundel.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/blad.h"
#include "report/phrase.h"

struct ids {
	const char **item;
	size_t count;
};

static bool has_value(const struct cel *c)
{
	return c && c->heeft_waarde;
}

static bool is_under(const struct cel *c)
{
	return has_value(c) && c->norm && c->feit == FEIT_NIET_GEHAALD;
}

/* Surely worse than a year before, in the direction the indicator calls good. */
static bool is_worse(const struct cel *c)
{
	return (c->indicator->richting == RICHTING_HOGER_BETER && c->verandering == VERANDERING_LAGER) ||
		(c->indicator->richting == RICHTING_LAGER_BETER && c->verandering == VERANDERING_HOGER);
}

struct counts {
	size_t values, with_norm, under;
};

static struct counts count_all(const struct blad *b, const struct ids *ids)
{
	struct counts n = {0, 0, 0};

	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]);

		n.values += has_value(c);
		n.with_norm += has_value(c) && c->norm != NULL;
		n.under += is_under(c);
	}
	return n;
}

static size_t late_count(const struct blad *b, const struct doel_set *set)
{
	return b->in->registers ? registers_count_acties(b->in->registers, set, ACTIE_ELKE_SOORT).te_laat : 0;
}

/* ---- head --------------------------------------------------------------------------------- */

static void title(struct blad *b, struct counts n)
{
	char *under = blad_aantal(b, "cijfers: onder de norm", (int64_t)(n.under)), *with = blad_aantal(b, "cijfers: met een norm", (int64_t)(n.with_norm));
	char *late = blad_aantal(b, "acties: te laat", (int64_t)(late_count(b, NULL)));
	struct str s = STR_INIT;

	if (n.values == 0)
		str_add(&s, zin_text(b->zinnen, ZIN_BUNDEL_KOP_LEEG));
	else if (n.with_norm == 0)
		str_add(&s, zin_text(b->zinnen, ZIN_BUNDEL_KOP_ZONDER_NORM));
	else if (n.under == 0)
		zin_add(&s, b->zinnen, ZIN_BUNDEL_KOP_GEEN, VELDEN({"met", with}));
	else
		zin_add_count(&s, b->zinnen, ZIN_BUNDEL_KOP, (int64_t)n.under, VELDEN({"onder", under}, {"met", with}));
	str_add(&s, "; ");
	zin_add_count(&s, b->zinnen, ZIN_BUNDEL_KOP_LAAT, (int64_t)late_count(b, NULL), VELDEN({"laat", late}));
	html_el(&b->w, "h1", str_text(&s));
	str_release(&s);
	free(under);
	free(with);
	free(late);
}

static void lead(struct blad *b, struct counts n)
{
	char *all = blad_aantal(b, "indicatoren: met een cijfer", (int64_t)(n.values)), *without = blad_aantal(b, "indicatoren: zonder norm", (int64_t)(n.values - n.with_norm));

	blad_alinea(b, "lead", ZIN_BUNDEL_LEAD, VELDEN({"aantal", all}, {"zonder", without}));
	free(all);
	free(without);
}

static void meta_item(struct blad *b, enum zin name, const char *text)
{
	html_open(&b->w, "div");
	html_el(&b->w, "dt", zin_text(b->zinnen, name));
	html_el(&b->w, "dd", text);
	html_close(&b->w, "div");
}

static void page_head(struct blad *b, struct counts n)
{
	char *agenda = blad_agenda(b);
	char *kicker = zin_make(b->zinnen, ZIN_BUNDEL_KICKER, VELDEN({"overleg", blad_overleg(b)}));
	struct str s = STR_INIT;

	html_open(&b->w, "header", "class", "kop");
	blad_merken(b);
	html_open(&b->w, "p", "class", "kicker");
	html_el(&b->w, "span", kicker, "class", "blad");
	html_raw(&b->w, " ");
	html_el(&b->w, "span", agenda, "class", "agenda");
	html_close(&b->w, "p");
	title(b, n);
	lead(b, n);
	html_open(&b->w, "dl", "class", "meta");
	periode_add_name(&s, b->in->periode);
	meta_item(b, ZIN_META_PERIODE, str_text(&s));
	str_clear(&s);
	blad_datum(&s, b->in->stand_per);
	meta_item(b, ZIN_META_STAND_PER, str_text(&s));
	meta_item(b, ZIN_META_STATUS, blad_status(b));
	html_close(&b->w, "dl");
	blad_herkomst(b);
	html_close(&b->w, "header");
	str_release(&s);
	free(agenda);
	free(kicker);
}

/* ---- the sheets in one sentence each -------------------------------------------------------- */

static void sheet_row(struct blad *b, const struct doel_def *lijn)
{
	struct str text = STR_INIT;
	char *late;

	blad_set_line(b, lijn);
	late = blad_aantal(b, "acties: te laat", (int64_t)(late_count(b, &b->onder)));
	if (b->stand)
		phrase_add_title(&text, b->zinnen, b->stand);
	else
		str_add(&text, zin_text(b->zinnen, ZIN_TABEL_NIET_GELEVERD));
	blad_rij_open(b, lijn->titel, lijn->themablad);
	blad_td(b, str_text(&text));
	blad_td_getal(b, late);
	blad_rij_close(b);
	str_release(&text);
	free(late);
}

static void sheets(struct blad *b)
{
	static const enum zin head[] = {ZIN_BUNDEL_BLAD, ZIN_BUNDEL_CONCLUSIE, ZIN_BUNDEL_TE_LAAT};

	html_open(&b->w, "section", "aria-labelledby", "bladen");
	blad_kop(b, "bladen", ZIN_BUNDEL_BLADEN, NULL);
	blad_tabel_open(b, "bladen", zin_text(b->zinnen, ZIN_BUNDEL_BLADEN), true, head, ARRAY_LEN(head), 1u << 2);
	for (size_t i = 0; i < b->doelen.count; i++)
		if (b->doelen.item[i].themablad)
			sheet_row(b, &b->doelen.item[i]);
	blad_tabel_close(b);
	html_close(&b->w, "section");
}

/* ---- under the norm ------------------------------------------------------------------------- */

static void figure_row(struct blad *b, const struct cel *c)
{
	const struct cel *before = blad_vind(b, c->indicator->id, c->gebied,
		periode_years_back(c->periode, 1));

	blad_rij_open(b, c->indicator->naam, c->indicator->id);
	blad_td_getal(b, c->waarde_tekst);
	blad_td_getal(b, before ? before->waarde_tekst : NULL);
	blad_td(b, c->norm_tekst);
	blad_td(b, c->zekerheid == ZEKERHEID_GEEN ? NULL : c->zekerheid_tekst);
	blad_td_getal(b, c->tekort_tekst);
	blad_rij_close(b);
}

static void under_table(struct blad *b, const struct ids *ids, bool worse, enum zin caption, enum zin none)
{
	static const enum zin head[] = {ZIN_TABEL_INDICATOR, ZIN_TABEL_STAND, ZIN_TABEL_VORIG, ZIN_TABEL_NORM,
		ZIN_TABEL_ZEKERHEID, ZIN_TABEL_TOT_DE_NORM};
	bool any = false;

	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]);

		any = any || (is_under(c) && is_worse(c) == worse);
	}
	if (!any) {
		blad_alinea(b, NULL, none, NULL);
		return;
	}
	blad_tabel_open(b, "onder", zin_text(b->zinnen, caption), true, head, ARRAY_LEN(head), 1u << 1 | 1u << 2 | 1u << 5);
	for (size_t i = 0; i < ids->count; i++) {
		const struct cel *c = blad_cel(b, ids->item[i]);

		if (is_under(c) && is_worse(c) == worse)
			figure_row(b, c);
	}
	blad_tabel_close(b);
}

static void under(struct blad *b, const struct ids *ids)
{
	html_open(&b->w, "section", "aria-labelledby", "slechter");
	blad_kop(b, "slechter", ZIN_BUNDEL_ONDER_SLECHTER, NULL);
	under_table(b, ids, true, ZIN_BUNDEL_ONDER_SLECHTER, ZIN_BUNDEL_GEEN_ONDER_SLECHTER);
	html_close(&b->w, "section");
	html_open(&b->w, "section", "aria-labelledby", "onder");
	blad_kop(b, "onder", ZIN_BUNDEL_ONDER, NULL);
	under_table(b, ids, false, ZIN_BUNDEL_ONDER, ZIN_BUNDEL_GEEN_ONDER);
	html_close(&b->w, "section");
}

/* ---- no norm, not delivered ------------------------------------------------------------------ */

/* Short names of the indicators for which `which` holds, as a list in a sentence; "" when none. */
static char *names_of(const struct blad *b, const struct ids *ids, bool (*which)(const struct blad *, const char *))
{
	const char **name = mem_new(ids->count, sizeof(*name));
	struct str list = STR_INIT;
	size_t count = 0;

	for (size_t i = 0; i < ids->count; i++) {
		const struct indicator_def *def = definities_indicator(b->defs, ids->item[i]);

		if (which(b, ids->item[i]))
			name[count++] = def ? def->korte_naam : blad_naam(b, ids->item[i]);
	}
	zin_add_list(&list, b->zinnen, name, count);
	free(name);
	return str_detach(&list);
}

static bool lacks_norm(const struct blad *b, const char *id)
{
	const struct cel *c = blad_cel(b, id);

	return has_value(c) && !c->norm;
}

static bool never_delivered(const struct blad *b, const char *id)
{
	const struct indicator_def *def = definities_indicator(b->defs, id);

	if (!def)
		return true;
	for (size_t i = 0; i < b->layer->count; i++)
		if (b->layer->cel[i].indicator == def && b->layer->cel[i].reden != REDEN_NIET_GELEVERD)
			return false;
	return true;
}

/* Delivered before, but not for the period of this page. */
static bool not_delivered_now(const struct blad *b, const char *id)
{
	const struct indicator_def *def = definities_indicator(b->defs, id);
	const struct cel *c = blad_cel(b, id);

	return def && def->periode_soort == b->in->periode.soort && !never_delivered(b, id) &&
		(!c || c->reden == REDEN_NIET_GELEVERD);
}

static void without_norm(struct blad *b, const struct ids *ids, struct counts n)
{
	char *names = names_of(b, ids, lacks_norm), *all = blad_aantal(b, "indicatoren: met een cijfer", (int64_t)(n.values));
	char *without = blad_aantal(b, "indicatoren: zonder norm", (int64_t)(n.values - n.with_norm));

	html_open(&b->w, "section", "aria-labelledby", "zonder");
	blad_kop(b, "zonder", ZIN_BUNDEL_ZONDER_NORM, NULL);
	blad_alinea(b, NULL, ZIN_BUNDEL_ZONDER_NORM_ZIN, VELDEN({"zonder", without}, {"aantal", all}));
	if (names)
		blad_tekst(b, "noot namen", names);
	html_close(&b->w, "section");
	free(names);
	free(all);
	free(without);
}

static void not_delivered(struct blad *b, const struct ids *ids)
{
	char *now = names_of(b, ids, not_delivered_now), *never = names_of(b, ids, never_delivered);
	struct str p = STR_INIT;

	phrase_add_periode(&p, b->in->periode);
	html_open(&b->w, "section", "aria-labelledby", "levering");
	blad_kop(b, "levering", ZIN_BUNDEL_NIET_GELEVERD, NULL);
	if (now && *now)
		blad_alinea(b, NULL, ZIN_BUNDEL_NIET_GELEVERD_NU,
			VELDEN({"de_periode", str_text(&p)}, {"namen", now}));
	if (never && *never)
		blad_alinea(b, NULL, ZIN_BUNDEL_NOOIT_GELEVERD, VELDEN({"namen", never}));
	if (!(now && *now) && !(never && *never))
		blad_alinea(b, NULL, ZIN_BUNDEL_ALLES_GELEVERD, NULL);
	html_close(&b->w, "section");
	str_release(&p);
	free(now);
	free(never);
}

/* ---- actions and meetings -------------------------------------------------------------------- */

static void late_row(struct blad *b, const struct actie *a)
{
	struct str who = STR_INIT, late = STR_INIT;
	char *days = blad_aantal(b, "dagen te laat", (int64_t)(a->dagen_te_laat));

	str_add(&who, a->partij);
	if (*a->rol)
		str_add_f(&who, "%s%s", *a->partij ? ", " : "", a->rol);
	zin_add_count(&late, b->zinnen, ZIN_BUNDEL_DAGEN, a->dagen_te_laat, VELDEN({"dagen", days}));
	blad_rij_open(b, a->omschrijving, NULL);
	blad_td(b, str_text(&who));
	blad_td_datum(b, a->deadline, ZIN_ACTIES_GEEN_TERMIJN);
	blad_td(b, str_text(&late));
	blad_rij_close(b);
	str_release(&who);
	str_release(&late);
	free(days);
}

static void late_actions(struct blad *b)
{
	static const enum zin head[] = {ZIN_ACTIES_ACTIE, ZIN_ACTIES_WIE, ZIN_ACTIES_TERMIJN, ZIN_ACTIES_STAND};
	const struct registers *r = b->in->registers;

	html_open(&b->w, "section", "aria-labelledby", "laat");
	blad_kop(b, "laat", ZIN_BUNDEL_ACTIES, NULL);
	if (late_count(b, NULL) == 0) {
		blad_alinea(b, NULL, r && r->actie_count ? ZIN_BUNDEL_ACTIES_GEEN : ZIN_ACTIES_LEEG, NULL);
	} else {
		blad_tabel_open(b, "acties", zin_text(b->zinnen, ZIN_BUNDEL_ACTIES), true, head, ARRAY_LEN(head), 0);
		for (size_t i = 0; i < r->actie_count; i++)
			if (r->actie[i].te_laat)
				late_row(b, &r->actie[i]);
		blad_tabel_close(b);
	}
	html_close(&b->w, "section");
}

/* A meeting of those for whom the bundle is. */
static bool of_overleg(const struct blad *b, const struct overleg *o)
{
	const char *gremium = b->defs->gemeente.overleg_gremium;

	return strcmp(o->gremium, gremium ? gremium : "stuurgroep") == 0;
}

static const struct overleg *last_held(const struct blad *b, const struct registers *r)
{
	const struct overleg *last = NULL;

	for (size_t i = 0; i < r->overleg_count; i++)
		if (of_overleg(b, &r->overleg[i]) && r->overleg[i].staat == OVERLEG_GEHOUDEN)
			last = &r->overleg[i];
	return last;
}

static const struct overleg *first_planned(const struct blad *b, const struct registers *r)
{
	for (size_t i = 0; i < r->overleg_count; i++)
		if (of_overleg(b, &r->overleg[i]) && r->overleg[i].staat == OVERLEG_GEPLAND)
			return &r->overleg[i];
	return NULL;
}

static void add_minutes(struct str *s, const struct blad *b, const struct overleg *o)
{
	static const enum zin zin[] = {[VERSLAG_OP_TIJD] = ZIN_VERSLAG_OP_TIJD, [VERSLAG_TE_LAAT] = ZIN_VERSLAG_TE_LAAT,
		[VERSLAG_TE_VERWACHTEN] = ZIN_VERSLAG_TE_VERWACHTEN, [VERSLAG_ONTBREEKT] = ZIN_VERSLAG_ONTBREEKT};
	char *days = blad_aantal(b, "dagen tot het verslag", (int64_t)(o->verslag_dagen));

	if (o->verslag != VERSLAG_NVT)
		zin_add_count(s, b->zinnen, zin[o->verslag], o->verslag_dagen, VELDEN({"dagen", days}));
	free(days);
}

static void add_next(struct str *s, const struct blad *b, const struct overleg *o)
{
	const struct doel_def *d = doel_find(&b->doelen, o->thema_doel_id);
	struct str date = STR_INIT;

	date_add_dutch(&date, o->datum);
	if (d && d->themablad)
		zin_add(s, b->zinnen, ZIN_BUNDEL_OVERLEG_THEMA,
			VELDEN({"datum", str_text(&date)}, {"blad", d->themablad}));
	else
		zin_add(s, b->zinnen, ZIN_BUNDEL_OVERLEG_VOLGENDE, VELDEN({"datum", str_text(&date)}));
	str_release(&date);
}

static void meetings(struct blad *b)
{
	const struct registers *r = b->in->registers;
	const struct overleg *last = r ? last_held(b, r) : NULL, *next = r ? first_planned(b, r) : NULL;
	struct str s = STR_INIT, date = STR_INIT;

	html_open(&b->w, "section", "aria-labelledby", "overleg");
	blad_kop(b, "overleg", ZIN_BUNDEL_OVERLEG, NULL);
	if (last) {
		date_add_dutch(&date, last->datum);
		zin_add(&s, b->zinnen, ZIN_BUNDEL_OVERLEG_LAATSTE, VELDEN({"datum", str_text(&date)}));
		str_add(&s, " ");
		add_minutes(&s, b, last);
		str_add(&s, " ");
	}
	if (next)
		add_next(&s, b, next);
	if (!last && !next && r && r->overleg_count)
		zin_add(&s, b->zinnen, ZIN_BUNDEL_OVERLEG_ANDER, VELDEN({"overleg", blad_overleg(b)}));
	else if (!last && !next)
		str_add(&s, zin_text(b->zinnen, ZIN_BUNDEL_OVERLEG_GEEN));
	blad_tekst(b, NULL, str_text(&s));
	html_close(&b->w, "section");
	str_release(&s);
	str_release(&date);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void write_blocks(struct blad *b)
{
	struct ids ids = {0};
	struct counts n;

	ids.item = blad_indicatoren(b, &ids.count);
	n = count_all(b, &ids);
	page_head(b, n);
	blok_mens(b, "duiding", ZIN_KOP_DUIDING);
	sheets(b);
	under(b, &ids);
	late_actions(b);
	without_norm(b, &ids, n);
	html_open(&b->w, "div", "class", "duo");
	not_delivered(b, &ids);
	meetings(b);
	html_close(&b->w, "div");
	blad_beleid(b, true);
	free(ids.item);
}

int bundel_write(struct str *html, const struct report_input *in, struct err *err)
{
	static const char *const css[] = {"themablad.css", NULL};
	struct str page = STR_INIT, period = STR_INIT;
	struct blad b = {0};
	char *title_text, *foot;
	int rc = blad_open(&b, in, css, err);

	if (rc == 0)
		rc = blad_load_tekst_periode(&b, "bundel", err);
	if (rc == 0) {
		periode_add_name(&period, in->periode);
		title_text = zin_make(b.zinnen, ZIN_BUNDEL_TITEL,
			VELDEN({"gemeente", b.gemeente->naam}, {"overleg", blad_overleg(&b)},
				{"periode", str_text(&period)}));
		foot = zin_make(b.zinnen, ZIN_BUNDEL_VOET,
			VELDEN({"gemeente", b.gemeente->naam}, {"overleg", blad_overleg(&b)},
				{"periode", str_text(&period)}));
		blad_begin(&b, &page, title_text, foot, NULL);
		write_blocks(&b);
		blad_end(&b);
		str_add_n(html, page.text, page.len);
		free(title_text);
		free(foot);
	}
	str_release(&page);
	str_release(&period);
	blad_close(&b);
	return rc;
}
