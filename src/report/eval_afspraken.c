/* Chapter 2 of the evaluation: what was agreed, and how far each agreement can be followed - measurable, with an
 * indicator, a norm, figures and a decision - as a picture, in words and goal by goal. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/dekking.h"
#include "report/eval.h"

static const char *norm_word_of_goal(const struct eval *e, const struct doel_def *d)
{
	const struct norm_def *best = NULL;

	for (size_t i = 0; i < d->indicatoren.count; i++) {
		const struct norm_def *norm = eval_norm(e, d->indicatoren.item[i]);

		if (norm && (!best || norm->status < best->status))
			best = norm;
	}
	return best ? norm_status_code(best->status) : NULL;
}

static void sentences(struct eval *e)
{
	struct blad *b = &e->b;
	size_t kind[3] = {0, 0, 0}, agreed = 0, other = 0, none = 0;
	char *text[7];

	for (size_t i = 0; i < b->doelen.count; i++) {
		const struct doel_def *d = &b->doelen.item[i];
		const char *norm = norm_word_of_goal(e, d);

		kind[d->meetbaarheid]++;
		if (norm && strcmp(norm, norm_status_code(NORM_VASTGESTELD)) == 0)
			agreed++;
		else if (norm)
			other++;
		else
			none++;
	}
	for (size_t i = 0; i < 3; i++)
		text[i] = blad_aantal(b, "doelen: naar meetbaarheid", (int64_t)kind[i]);
	text[3] = blad_aantal(b, "doelen", (int64_t)b->doelen.count);
	text[4] = blad_aantal(b, "doelen: met een vastgestelde norm", (int64_t)agreed);
	text[5] = blad_aantal(b, "doelen: met een andere norm", (int64_t)other);
	text[6] = blad_aantal(b, "doelen: zonder norm", (int64_t)none);
	blad_alinea(b, NULL, ZIN_EVAL_AFSPRAKEN_ZIN,
		VELDEN({"aantal", text[3]}, {"getal", text[0]}, {"proxy", text[1]}, {"kwalitatief", text[2]}));
	blad_alinea(b, NULL, ZIN_EVAL_AFSPRAKEN_NORM,
		VELDEN({"vast", text[4]}, {"anders", text[5]}, {"geen", text[6]}));
	for (size_t i = 0; i < 7; i++)
		free(text[i]);
}

/* ---- the picture: one bar per step ------------------------------------------------------------ */

enum { BAR_LEFT = 250, BAR_WIDE = 330, BAR_PITCH = 30, BAR_HIGH = 18, PICTURE_WIDE = 640, STEPS = 7 };

static const enum zin step_name[STEPS] = {ZIN_DEKKING_AFSPRAAK, ZIN_DEKKING_MEETBAAR, ZIN_DEKKING_INDICATOR,
	ZIN_DEKKING_NORM, ZIN_DEKKING_VAST, ZIN_DEKKING_DATA, ZIN_DEKKING_BESLUIT};

static void bar(struct html *w, const char *name, size_t n, size_t of, int row)
{
	char *y = mem_printf("%d", row * BAR_PITCH + 5), *text_y = mem_printf("%d", row * BAR_PITCH + 19);
	int wide = of ? (int)((n * (size_t)BAR_WIDE + of / 2) / of) : 0;
	char *width = mem_printf("%d", wide), *at = mem_printf("%d", BAR_LEFT + wide + 8);
	char *value = mem_printf("%zu", n), *left = mem_printf("%d", BAR_LEFT), *high = mem_printf("%d", BAR_HIGH);

	html_el(w, "text", name, "x", "0", "y", text_y, "font-size", "14", "fill", "#1b2430");
	html_open(w, "rect", "x", left, "y", y, "width", width, "height", high, "fill", "#14508c");
	html_close(w, "rect");
	html_el(w, "text", value, "x", at, "y", text_y, "font-size", "14", "font-weight", "700", "fill", "#1b2430");
	free(y);
	free(text_y);
	free(width);
	free(at);
	free(value);
	free(left);
	free(high);
}

static char *description(const struct blad *b, const size_t *n)
{
	char *text[STEPS], *desc;

	for (size_t i = 0; i < STEPS; i++)
		text[i] = blad_aantal(b, zin_text(b->zinnen, step_name[i]), (int64_t)n[i]);
	desc = zin_make(b->zinnen, ZIN_DEKKING_DESC,
		VELDEN({"aantal", text[0]}, {"getal", text[1]}, {"indicator", text[2]}, {"norm", text[3]}, {"data", text[5]},
			{"besluit", text[6]}));
	for (size_t i = 0; i < STEPS; i++)
		free(text[i]);
	return desc;
}

static void picture(struct blad *b, const size_t *n)
{
	char *title = zin_make(b->zinnen, ZIN_DEKKING_TITEL, VELDEN({"gemeente", b->gemeente->naam}));
	char *desc = description(b, n), *box = mem_printf("0 0 %d %d", PICTURE_WIDE, STEPS * BAR_PITCH);

	html_open(&b->w, "figure", "class", "grafiek");
	html_open(&b->w, "svg", "role", "img", "viewBox", box, "aria-labelledby", "dekking-titel dekking-tekst", "xmlns",
		"http://www.w3.org/2000/svg");
	html_el(&b->w, "title", title, "id", "dekking-titel");
	html_el(&b->w, "desc", desc, "id", "dekking-tekst");
	for (int i = 0; i < STEPS; i++)
		bar(&b->w, zin_text(b->zinnen, step_name[i]), n[i], n[0], i);
	html_close(&b->w, "svg");
	html_close(&b->w, "figure");
	free(title);
	free(desc);
	free(box);
}

static void steps(struct blad *b, const struct dekking *d)
{
	static const enum zin head[] = {ZIN_DEKKING_STAP, ZIN_DEKKING_AANTAL};
	struct dekking_telling t = dekking_count(d);
	const size_t n[STEPS] = {t.doelen, t.getal + t.proxy, t.met_indicator, t.met_norm, t.met_vastgestelde_norm,
		t.met_data, t.met_besluit};

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_DEKKING_KOP));
	picture(b, n);
	blad_alinea(b, "noot", ZIN_DEKKING_UITLEG, NULL);
	blad_tabel_open(b, "stappen", zin_text(b->zinnen, ZIN_DEKKING_KOP), true, head, ARRAY_LEN(head), 2u);
	for (size_t i = 0; i < STEPS; i++) {
		blad_rij_open(b, zin_text(b->zinnen, step_name[i]), NULL);
		blad_td_aantal(b, n[i]);
		blad_rij_close(b);
	}
	blad_tabel_close(b);
}

/* ---- goal by goal ------------------------------------------------------------------------------ */

static void goal_row(struct eval *e, const struct dekking_rij *rij)
{
	static const enum zin measurable[] = {[MEETBAAR_GETAL] = ZIN_EVAL_MEET_GETAL, [MEETBAAR_PROXY] = ZIN_EVAL_MEET_PROXY,
		[MEETBAAR_KWALITATIEF] = ZIN_EVAL_MEET_KWALITATIEF};
	struct blad *b = &e->b;
	const struct doel_def *d = rij->doel;
	const char *norm = norm_word_of_goal(e, d);
	char *have = blad_aantal(b, "indicatoren van het doel: met een cijfer", (int64_t)rij->met_data);
	char *all = blad_aantal(b, "indicatoren van het doel", (int64_t)rij->count), *of, *id;
	struct str owners = STR_INIT;

	of = zin_make(b->zinnen, ZIN_EVAL_CIJFERS_VAN, VELDEN({"met", have}, {"aantal", all}));
	id = d->status == DOEL_VERLOPEN ? mem_printf("%s, %s", d->id, zin_text(b->zinnen, ZIN_EVAL_VERLOPEN)) : mem_dup(d->id);
	blad_rij_open(b, d->titel, id);
	doel_add_eigenaren(&owners, d);
	blad_td(b, owners.len ? str_text(&owners) : NULL);
	blad_td(b, zin_text(b->zinnen, measurable[d->meetbaarheid]));
	blad_td(b, norm ? norm : rij->count ? zin_text(b->zinnen, ZIN_EVAL_GEEN_NORM) : NULL);
	blad_td_getal(b, rij->count ? of : NULL);
	blad_td_datum(b, rij->laatste_besluit ? rij->laatste_besluit->datum : DATE_NONE, ZIN_DEKKING_GEEN);
	blad_rij_close(b);
	str_release(&owners);
	free(have);
	free(all);
	free(of);
	free(id);
}

void eval_afspraken(struct eval *e)
{
	static const enum zin head[] = {ZIN_EVAL_DOEL, ZIN_META_EIGENAAR, ZIN_EVAL_MEETBAAR, ZIN_TABEL_NORM, ZIN_EVAL_CIJFERS, ZIN_DEKKING_LAATSTE};
	static const struct registers none;
	struct blad *b = &e->b;
	struct dekking d;

	dekking_init(&d, &b->doelen, NULL, b->layer, b->in->registers ? b->in->registers : &none, DATE_NONE);
	sentences(e);
	steps(b, &d);
	blad_tabel_open(b, "doelen", zin_text(b->zinnen, ZIN_EVAL_DOEL), true, head, ARRAY_LEN(head), 1u << 4);
	for (size_t i = 0; i < d.count; i++)
		goal_row(e, &d.rij[i]);
	blad_tabel_close(b);
	dekking_release(&d);
}
