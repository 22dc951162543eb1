/* world.h - random tables of children with margins, hierarchies, families and successive publications: as plain
 * variables and relations for the attacker, as a place for each of them among indicators, areas and periods (from
 * which productie.h makes what the product publishes), and as a puzzle laid out by hand. The attacker shares no code
 * with the product: what is secret and what adds up to what is written down a second time here, from the rules of
 * calculation.md E.5. All numbers are fictional (fictief). */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "publish/figuur.h"
#include "publish/secondary.h"

enum { W_VARS = 64, W_SUMS = 64, W_PARTS = 8, W_LES = 64, W_SECRETS = 128, W_NONE = -1 };

/* Where the product counts it. Areas: 0 the gemeente, 1.. its wijken, 100 x wijk + 1.. the buurten of a wijk. */
struct w_plek {
	bool is; /* false: nobody publishes it now */
	bool eerder; /* it stood in an earlier publication */
	bool noemer;
	int indicator, gebied, periode;
};

struct w_var {
	int64_t value;
	size_t cell;
	bool noemer; /* others may have it from elsewhere */
	struct w_plek plek;
};

struct w_sum { /* total = part + part + ... */
	int total, part[W_PARTS], parts;
};

struct w_secret { /* a - b (b W_NONE: a) is small, or a zero that is a secret */
	int a, b;
	int group; /* the variable it is a part of, W_NONE */
	int64_t k;
	int figure; /* secrets of one figure: its members know each other */
};

struct world {
	struct puzzle p;
	struct disclosure_rule rule;
	uint64_t random;
	struct w_var var[W_VARS];
	struct w_sum sum[W_SUMS];
	int le[W_LES][2]; /* first <= second */
	struct w_secret secret[W_SECRETS];
	int vars, sums, les, secrets, figures;
	size_t kind; /* which maker made it */
	const bool *shown; /* per variable, what the product published; NULL: what is open in the puzzle */
};

/* Does a reader see this variable? */
static inline bool w_sees(const struct world *w, int v)
{
	return w->shown ? w->shown[v] : puzzle_is_visible(&w->p, w->var[v].cell);
}

/* xorshift64*: the same tables on every machine. */
static inline int64_t w_draw(struct world *w, int64_t below)
{
	w->random ^= w->random >> 12;
	w->random ^= w->random << 25;
	w->random ^= w->random >> 27;
	return (int64_t)((w->random * UINT64_C(2685821657736338717) >> 33) % (uint64_t)below);
}

static inline void w_need(bool holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "tests/attack: %s\n", what);
		abort();
	}
}

static inline int w_var(struct world *w, int64_t value, size_t cell, bool noemer)
{
	w_need(w->vars < W_VARS, "te veel variabelen");
	w->var[w->vars] = (struct w_var){value, cell, noemer, {0}};
	return w->vars++;
}

static inline void w_place(struct world *w, int var, int indicator, int gebied, int periode)
{
	w->var[var].plek = (struct w_plek){true, false, false, indicator, gebied, periode};
}

static inline void w_le(struct world *w, int small, int large)
{
	w_need(w->les < W_LES, "te veel ongelijkheden");
	w->le[w->les][0] = small;
	w->le[w->les++][1] = large;
}

/* Notes a - b when R1 (small), or R3 (a zero that is a secret) makes it one. */
static inline void w_secret(struct world *w, int a, int b, int group, int figure, bool zero_counts)
{
	int64_t v = w->var[a].value - (b == W_NONE ? 0 : w->var[b].value);

	if (v < 0)
		v = -v;
	if (!(v > 0 && v < w->rule.k) && !(v == 0 && zero_counts && !w->rule.nul_tonen))
		return;
	w_need(w->secrets < W_SECRETS, "te veel geheimen");
	w->secret[w->secrets++] = (struct w_secret){a, b, group, w->rule.k, figure};
}

static inline void w_place_noemer(struct world *w, int var, int gebied)
{
	w->var[var].plek = (struct w_plek){true, false, true, 0, gebied, 0};
}

static inline void w_add_sum(struct world *w, int total, const int *part, int parts)
{
	struct w_sum *s = &w->sum[w->sums++];

	w_need(w->sums <= W_SUMS && parts <= W_PARTS, "te veel sommen");
	s->total = total;
	s->parts = parts;
	memcpy(s->part, part, (size_t)parts * sizeof(*part));
}

/* ---- figures, for both sides --------------------------------------------------------------- */

struct w_figure {
	int x, n, figure; /* variables; n W_NONE */
	struct figuur f;
};

static inline int w_noemer(struct world *w, int64_t n, enum figuur_niveau niveau)
{
	size_t cell = figuur_noemer(&w->p, w->rule, n, niveau, PUZZLE_NONE);
	int var = w_var(w, n, cell, n > 0);

	w_secret(w, var, W_NONE, W_NONE, w->figures++, false);
	return var;
}

static inline struct w_figure w_teller(struct world *w, int64_t x, int n, enum figuur_niveau niveau)
{
	size_t noemer = n == W_NONE ? PUZZLE_NONE : w->var[n].cell;
	struct w_figure f = {0, n, w->figures++,
		figuur_teller(&w->p, w->rule, x, noemer, niveau, PUZZLE_NONE)};
	int figure = f.figure;

	f.x = w_var(w, x, f.f.x, false);
	if (n == W_NONE) {
		w_secret(w, f.x, W_NONE, W_NONE, figure, true);
	} else if (w->var[n].value > 0) {
		w_le(w, f.x, n);
		w_secret(w, f.x, W_NONE, n, figure, true);
		w_secret(w, n, f.x, n, figure, true);
	}
	return f;
}

/* A line over noemers, one over tellers and, where there is one, one over the rest. */
static inline void w_line_noemer(struct world *w, int total, const int *part, int parts)
{
	size_t cell[W_PARTS];

	for (int i = 0; i < parts; i++)
		cell[i] = w->var[part[i]].cell;
	puzzle_add_sum(&w->p, w->var[total].cell, cell, (size_t)parts, w->rule.k);
	w_add_sum(w, total, part, parts);
}

static inline void w_line(struct world *w, const struct w_figure *total, const struct w_figure *part, int parts)
{
	size_t cell[W_PARTS], rest[W_PARTS], rests = 0;
	int var[W_PARTS];

	for (int i = 0; i < parts; i++) {
		cell[i] = part[i].f.x;
		var[i] = part[i].x;
		if (part[i].f.rest != PUZZLE_NONE)
			rest[rests++] = part[i].f.rest;
	}
	puzzle_add_sum(&w->p, total->f.x, cell, (size_t)parts, w->rule.k);
	if (total->f.rest != PUZZLE_NONE)
		puzzle_add_sum(&w->p, total->f.rest, rest, rests, w->rule.k);
	w_add_sum(w, total->x, var, parts);
}

/* ---- the tables ---------------------------------------------------------------------------- */

/* Many small counts, some larger: where suppression is hard. */
static inline int64_t w_count(struct world *w)
{
	return w_draw(w, 3) == 0 ? w_draw(w, 30) : w_draw(w, 9);
}

/* Wijken with teller and noemer that add up to the gemeente. */
static inline void make_margin(struct world *w)
{
	int wijken = 2 + (int)w_draw(w, 5), n[W_PARTS], total;
	struct w_figure f[W_PARTS], sum;
	int64_t all_n = 0, all_x = 0;

	for (int i = 0; i < wijken; i++) {
		int64_t v = w_count(w) + w_draw(w, 12);

		n[i] = w_noemer(w, v, FIGUUR_WIJK);
		w_place_noemer(w, n[i], i + 1);
		all_n += v;
	}
	total = w_noemer(w, all_n, FIGUUR_TOTAAL);
	w_place_noemer(w, total, 0);
	w_line_noemer(w, total, n, wijken);
	for (int i = 0; i < wijken; i++) {
		int64_t v = w_draw(w, w->var[n[i]].value + 1);

		f[i] = w_teller(w, v, n[i], FIGUUR_WIJK);
		w_place(w, f[i].x, 0, i + 1, 0);
		all_x += v;
	}
	sum = w_teller(w, all_x, total, FIGUUR_TOTAAL);
	w_place(w, sum.x, 0, 0, 0);
	w_line(w, &sum, f, wijken);
}

/* Wijk x sector with both margins; counts without noemer. */
static inline void make_two_way(struct world *w)
{
	int rows = 2 + (int)w_draw(w, 3), cols = 2 + (int)w_draw(w, 2);
	struct w_figure f[5][5], line[W_PARTS];
	int64_t v[5][5] = {{0}};

	for (int i = 0; i < rows; i++)
		for (int j = 0; j < cols; j++) {
			v[i][j] = w_count(w);
			v[rows][j] += v[i][j];
			v[i][cols] += v[i][j];
			v[rows][cols] += v[i][j];
		}
	for (int i = 0; i <= rows; i++)
		for (int j = 0; j <= cols; j++) {
			f[i][j] = w_teller(w, v[i][j], W_NONE,
				i == rows || j == cols ? FIGUUR_TOTAAL : FIGUUR_WIJK);
			w_place(w, f[i][j].x, j == cols ? 0 : j + 1, i == rows ? 0 : i + 1, 0);
		}
	for (int i = 0; i <= rows; i++)
		w_line(w, &f[i][cols], f[i], cols);
	for (int j = 0; j <= cols; j++) {
		for (int i = 0; i < rows; i++)
			line[i] = f[i][j];
		w_line(w, &f[rows][j], line, rows);
	}
}

/* Buurt < wijk < gemeente. */
static inline void make_hierarchy(struct world *w)
{
	int wijken = 2 + (int)w_draw(w, 2);
	struct w_figure wijk[W_PARTS], buurt[W_PARTS], all;
	int64_t total = 0;

	for (int i = 0; i < wijken; i++) {
		int buurten = 2 + (int)w_draw(w, 2);
		int64_t sum = 0, v[4];

		for (int j = 0; j < buurten; j++) {
			v[j] = w_count(w);
			sum += v[j];
		}
		wijk[i] = w_teller(w, sum, W_NONE, FIGUUR_TOTAAL);
		w_place(w, wijk[i].x, 0, i + 1, 0);
		for (int j = 0; j < buurten; j++) {
			buurt[j] = w_teller(w, v[j], W_NONE, FIGUUR_WIJK);
			w_place(w, buurt[j].x, 0, 100 * (i + 1) + j + 1, 0);
		}
		w_line(w, &wijk[i], buurt, buurten);
		total += sum;
	}
	all = w_teller(w, total, W_NONE, FIGUUR_TOTAAL);
	w_place(w, all.x, 0, 0, 0);
	w_line(w, &all, wijk, wijken);
}

/* VE within opvang within doelgroep, per wijk and for the gemeente. */
static inline void make_family(struct world *w)
{
	int wijken = 2 + (int)w_draw(w, 3), n[W_PARTS], total;
	struct w_figure opvang[W_PARTS], ve[W_PARTS];
	int64_t sum_n = 0, sum_opvang = 0, sum_ve = 0;

	for (int i = 0; i < wijken; i++) {
		int64_t v = w_count(w) + w_draw(w, 12);

		n[i] = w_noemer(w, v, FIGUUR_WIJK);
		w_place_noemer(w, n[i], i + 1);
		sum_n += v;
	}
	total = w_noemer(w, sum_n, FIGUUR_TOTAAL);
	w_place_noemer(w, total, 0);
	w_line_noemer(w, total, n, wijken);
	for (int i = 0; i <= wijken; i++) {
		int m = i < wijken ? n[i] : total;
		enum figuur_niveau niveau = i < wijken ? FIGUUR_WIJK : FIGUUR_TOTAAL;
		int64_t a = i < wijken ? w_draw(w, w->var[m].value + 1) : sum_opvang;
		int64_t b = i < wijken ? w_draw(w, a + 1) : sum_ve;
		struct w_figure o = w_teller(w, a, m, niveau), v = w_teller(w, b, m, niveau);

		w_place(w, o.x, 0, i < wijken ? i + 1 : 0, 0);
		w_place(w, v.x, 1, i < wijken ? i + 1 : 0, 0);
		figuur_nest(&w->p, w->rule.k, o.f.x, v.f.x);
		w_le(w, v.x, o.x);
		w_secret(w, o.x, v.x, w->var[m].value ? o.x : W_NONE, w->figures++, false);
		if (i < wijken) {
			opvang[i] = o;
			ve[i] = v;
			sum_opvang += a;
			sum_ve += b;
		} else {
			w_line(w, &o, opvang, wijken);
			w_line(w, &v, ve, wijken);
		}
	}
}

/* A count that grows through the school year, published every quarter (R8). */
static inline void make_quarters(struct world *w)
{
	int wijken = 2 + (int)w_draw(w, 3), quarters = 2 + (int)w_draw(w, 2);
	struct w_figure f[4][W_PARTS], all[4];
	int64_t v[W_PARTS] = {0};

	for (int q = 0; q < quarters; q++) {
		int64_t sum = 0;

		for (int i = 0; i < wijken; i++) {
			v[i] += w_draw(w, 3) == 0 ? 0 : w_count(w);
			sum += v[i];
			f[q][i] = w_teller(w, v[i], W_NONE, FIGUUR_WIJK);
			w_place(w, f[q][i].x, 0, i + 1, q);
		}
		all[q] = w_teller(w, sum, W_NONE, FIGUUR_TOTAAL);
		w_place(w, all[q].x, 0, 0, q);
		w_line(w, &all[q], f[q], wijken);
		for (int i = 0; q > 0 && i <= wijken; i++) {
			struct w_figure *now = i < wijken ? &f[q][i] : &all[q];
			struct w_figure *before = i < wijken ? &f[q - 1][i] : &all[q - 1];

			figuur_change(&w->p, w->rule.k, before->f.x, now->f.x);
			w_le(w, before->x, now->x);
			w_secret(w, now->x, before->x, now->x, now->figure, false);
		}
	}
}

/* What an earlier publication hid and showed, as it was decided then without knowing what would follow. */
static inline void decide_earlier(const struct world *w, const int64_t *v, int wijken, bool *shown)
{
	struct puzzle p = PUZZLE_INIT;
	struct secondary_report report = {0};
	struct err err = ERR_INIT;
	struct figuur f[W_PARTS], all;
	size_t cell[W_PARTS];
	int64_t sum = 0;

	for (int i = 0; i < wijken; i++) {
		f[i] = figuur_teller(&p, w->rule, v[i], PUZZLE_NONE, FIGUUR_WIJK, PUZZLE_NONE);
		cell[i] = f[i].x;
		sum += v[i];
	}
	all = figuur_teller(&p, w->rule, sum, PUZZLE_NONE, FIGUUR_TOTAAL, PUZZLE_NONE);
	puzzle_add_sum(&p, all.x, cell, (size_t)wijken, w->rule.k);
	w_need(puzzle_seal(&p, &err) == 0, "eerdere tabel klopt niet");
	if (secondary_protect(&p, 0, &report, &err))
		err_release(&err); /* it could not be made safe: nothing was published then */
	else
		for (int i = 0; i <= wijken; i++)
			shown[i] = puzzle_is_visible(&p, i < wijken ? f[i].x : all.x);
	secondary_report_release(&report);
	puzzle_release(&p);
}

/* The same table again after a correction; the earlier publication cannot be taken back. */
static inline void make_revision(struct world *w)
{
	int wijken = 3 + (int)w_draw(w, 3);
	struct w_figure now[W_PARTS], all = {0};
	int old[W_PARTS];
	int64_t before[W_PARTS], after[W_PARTS], sum[2] = {0, 0};
	bool shown[W_PARTS] = {false};

	for (int i = 0; i < wijken; i++) {
		before[i] = w_count(w);
		after[i] = w_draw(w, 2) ? before[i] : w_draw(w, 3) + before[i];
		sum[0] += before[i];
		sum[1] += after[i];
	}
	decide_earlier(w, before, wijken, shown);
	for (int i = 0; i <= wijken; i++) {
		int64_t v = i < wijken ? before[i] : sum[0];
		size_t cell = shown[i] ? puzzle_add_known(&w->p, v) : puzzle_add_latent(&w->p, v);

		old[i] = w_var(w, v, cell, false);
		w->var[old[i]].plek = (struct w_plek){false, true, false, 0, i < wijken ? i + 1 : 0, 0};
		if (!shown[i] && v < w->rule.k && (v > 0 || !w->rule.nul_tonen))
			puzzle_set_primary(&w->p, cell, w->rule.k);
		if (!shown[i])
			w_secret(w, old[i], W_NONE, W_NONE, i, true);
	}
	w->figures = wijken + 1;
	for (int i = 0; i <= wijken; i++) {
		struct w_figure f = w_teller(w, i < wijken ? after[i] : sum[1], W_NONE,
			i < wijken ? FIGUUR_WIJK : FIGUUR_TOTAAL);

		w_place(w, f.x, 0, i < wijken ? i + 1 : 0, 0);
		figuur_change(&w->p, w->rule.k, w->var[old[i]].cell, f.f.x);
		w_secret(w, f.x, old[i], f.x, f.figure, false);
		if (i < wijken)
			now[i] = f;
		else
			all = f;
	}
	w_line_noemer(w, old[wijken], old, wijken); /* the lines of then hold too */
	w_line(w, &all, now, wijken);
}

/* Two divisions of the same city: three old wijken, three new ones, over four pieces that nobody publishes. */
static inline void make_divisions(struct world *w)
{
	int piece[4], one[2];
	size_t cell[2];
	struct w_figure old[W_PARTS], now[W_PARTS], all;
	int64_t v[4], sum = 0;

	for (int i = 0; i < 4; i++) {
		v[i] = w_count(w);
		sum += v[i];
	}
	old[0] = w_teller(w, v[0] + v[1], W_NONE, FIGUUR_WIJK);
	old[1] = w_teller(w, v[2], W_NONE, FIGUUR_WIJK);
	old[2] = now[2] = w_teller(w, v[3], W_NONE, FIGUUR_WIJK); /* did not change */
	now[0] = w_teller(w, v[0], W_NONE, FIGUUR_WIJK);
	now[1] = w_teller(w, v[1] + v[2], W_NONE, FIGUUR_WIJK);
	all = w_teller(w, sum, W_NONE, FIGUUR_TOTAAL);
	w_line(w, &all, old, 3);
	w_line(w, &all, now, 3);
	/* The piece that moved is what the old wijk lost and the new one won. */
	piece[1] = w_var(w, v[1], puzzle_add_latent(&w->p, v[1]), false);
	if (v[1] > 0 && v[1] < w->rule.k)
		puzzle_set_primary(&w->p, w->var[piece[1]].cell, w->rule.k);
	w_secret(w, piece[1], W_NONE, W_NONE, w->figures++, false);
	for (int i = 0; i < 2; i++) {
		one[0] = i ? old[1].x : now[0].x;
		one[1] = piece[1];
		cell[0] = w->var[one[0]].cell;
		cell[1] = w->var[one[1]].cell;
		puzzle_add_sum(&w->p, i ? now[1].f.x : old[0].f.x, cell, 2, 0);
		w_add_sum(w, i ? now[1].x : old[0].x, one, 2);
	}
}

typedef void (*w_maker)(struct world *);
static const w_maker world_makers[] = {make_margin, make_two_way, make_hierarchy, make_family, make_quarters,
	make_revision, make_divisions};
static const char *const world_kinds[] = {"wijken", "kruistabel", "buurt-wijk-gemeente", "familie", "kwartalen",
	"herziening", "twee indelingen"};
#define WORLD_KINDS (sizeof(world_makers) / sizeof(*world_makers))

/* Table number `nr`. */
static inline void world_make(struct world *w, uint64_t nr)
{
	memset(w, 0, sizeof(*w));
	w->random = (nr + 1) * UINT64_C(0x9e3779b97f4a7c15);
	for (int i = 0; i < 8; i++)
		w_draw(w, 2);
	w->rule.k = w_draw(w, 4) == 0 ? 10 : 5;
	w->rule.n_min = 10;
	w->rule.nul_tonen = w_draw(w, 2);
	w->kind = nr % WORLD_KINDS;
	world_makers[w->kind](w);
}

static inline void world_release(struct world *w)
{
	puzzle_release(&w->p);
}

#endif
