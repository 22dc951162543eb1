/* attacker.h - a reader with a pencil and all the time in the world: tries every whole solution of what is
 * published and keeps the least and the greatest value a secret can have. Knows the relations (sums, "at most")
 * and the numbers that are shown, nothing of how the product decides. Exhaustive: each value of each unknown is
 * tried unless the sums already exclude it. */
#ifndef ATTACKER_H
#define ATTACKER_H

#include "world.h"

/* Above every number of a part in these tables, and of anything at all. */
enum { A_PART = 100, A_TOP = 100000 };

struct a_state {
	int64_t low[W_VARS], high[W_VARS];
};

struct a_attack {
	const struct world *w;
	const struct w_secret *about; /* its value is held at `value` */
	int64_t value;
	uint64_t nodes;
};

static inline bool a_cut(int64_t *low, int64_t *high, int64_t min, int64_t max, bool *changed)
{
	if (min > *low) {
		*low = min;
		*changed = true;
	}
	if (max < *high) {
		*high = max;
		*changed = true;
	}
	return *low <= *high;
}

static inline bool a_sum(const struct w_sum *s, struct a_state *st, bool *changed)
{
	int64_t min = 0, max = 0;

	for (int i = 0; i < s->parts; i++) {
		min += st->low[s->part[i]];
		max += st->high[s->part[i]];
	}
	if (!a_cut(&st->low[s->total], &st->high[s->total], min, max, changed))
		return false;
	for (int i = 0; i < s->parts; i++) {
		int v = s->part[i];
		int64_t others_min = min - st->low[v], others_max = max - st->high[v];
		int64_t low = st->low[v], high = st->high[v];

		if (!a_cut(&st->low[v], &st->high[v], st->low[s->total] - others_max,
			    st->high[s->total] - others_min, changed))
			return false;
		min += st->low[v] - low;
		max += st->high[v] - high;
	}
	return true;
}

/* small + gap <= large with gap 0, or large - small = gap exactly. */
static inline bool a_pair(int small, int large, int64_t gap, bool exact, struct a_state *st, bool *changed)
{
	return a_cut(&st->low[large], &st->high[large], st->low[small] + gap,
		       exact ? st->high[small] + gap : A_TOP, changed) &&
		a_cut(&st->low[small], &st->high[small], exact ? st->low[large] - gap : 0,
			st->high[large] - gap, changed);
}

/* Crosses out what the relations exclude; false when nothing is left. */
static inline bool a_exclude(const struct a_attack *a, struct a_state *st)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (int i = 0; i < a->w->sums; i++)
			if (!a_sum(&a->w->sum[i], st, &changed))
				return false;
		for (int i = 0; i < a->w->les; i++)
			if (!a_pair(a->w->le[i][0], a->w->le[i][1], 0, false, st, &changed))
				return false;
		if (a->about->b == W_NONE) {
			if (!a_cut(&st->low[a->about->a], &st->high[a->about->a], a->value, a->value, &changed))
				return false;
		} else if (!a_pair(a->about->b, a->about->a, a->value, true, st, &changed)) {
			return false;
		}
	}
	return true;
}

/* Is there a solution? Tries every value of the unknown with the fewest. */
static inline bool a_try(struct a_attack *a, struct a_state st)
{
	int best = W_NONE;

	a->nodes++;
	w_need(a->nodes < 20000000, "de aanvaller komt er niet uit");
	if (!a_exclude(a, &st))
		return false;
	for (int v = 0; v < a->w->vars; v++)
		if (st.low[v] < st.high[v] &&
			(best == W_NONE || st.high[v] - st.low[v] < st.high[best] - st.low[best]))
			best = v;
	if (best == W_NONE)
		return true;
	for (int64_t value = st.low[best]; value <= st.high[best]; value++) {
		struct a_state next = st;

		next.low[best] = next.high[best] = value;
		if (a_try(a, next))
			return true;
	}
	return false;
}

/* A total can be as large as its parts together, so that the limit on parts excludes nothing by itself. */
static inline void a_limits(const struct world *w, int64_t *top)
{
	for (int v = 0; v < w->vars; v++)
		top[v] = A_PART;
	for (int round = 0; round < 3; round++) /* levels of totals */
		for (int i = 0; i < w->sums; i++) {
			int64_t sum = 0;

			for (int k = 0; k < w->sum[i].parts; k++)
				sum += top[w->sum[i].part[k]];
			if (sum > top[w->sum[i].total])
				top[w->sum[i].total] = sum;
		}
}

/* What a reader starts from. */
static inline void a_begin(const struct world *w, bool has_noemers, struct a_state *st)
{
	int64_t top[W_VARS];

	a_limits(w, top);
	for (int v = 0; v < w->vars; v++) {
		bool knows = w_sees(w, v) || (has_noemers && w->var[v].noemer);

		st->low[v] = knows ? w->var[v].value : 0;
		st->high[v] = knows ? w->var[v].value : top[v];
	}
}

static inline bool a_possible(const struct world *w, const struct a_state *st, const struct w_secret *s,
	int64_t value)
{
	struct a_attack a = {w, s, value, 0};

	return a_try(&a, *st);
}

static inline int64_t a_true(const struct world *w, const struct w_secret *s)
{
	return w->var[s->a].value - (s->b == W_NONE ? 0 : w->var[s->b].value);
}

/* The least and greatest value of a secret, over all solutions. A change may be below 0. Above what any policy
 * asks for he need not look: *high is then a value that is possible, not the greatest. */
static inline void a_range(const struct world *w, const struct a_state *st, const struct w_secret *s, int64_t *low,
	int64_t *high)
{
	int64_t from = s->b == W_NONE ? st->low[s->a] : st->low[s->a] - st->high[s->b];
	int64_t to = s->b == W_NONE ? st->high[s->a] : st->high[s->a] - st->low[s->b];

	for (int i = 0; i < w->les && from < 0; i++)
		if (w->le[i][0] == s->b && w->le[i][1] == s->a)
			from = 0;
	for (*low = from; *low < a_true(w, s) && !a_possible(w, st, s, *low);)
		++*low;
	*high = *low + s->k > s->k ? *low + s->k : s->k;
	if (a_possible(w, st, s, *high))
		return;
	for (*high = to; *high > a_true(w, s) && !a_possible(w, st, s, *high);)
		--*high;
}

struct a_result {
	uint64_t secrets, exact, narrow, insider;
};

/* How much of the group someone knows beforehand: all of it when its size is shown. */
static inline int64_t a_cap(const struct world *w, bool has_noemers, const struct w_secret *s)
{
	int64_t cap = A_TOP;

	if (s->group != W_NONE && (w_sees(w, s->group) ||
		(has_noemers && w->var[s->group].noemer)))
		cap = w->var[s->group].value;
	/* A difference of two parts of one noemer is within it too. */
	for (int i = 0; s->group != W_NONE && i < w->les; i++) {
		int n = w->le[i][1];

		if (w->le[i][0] == s->group && w->var[n].noemer && w->var[n].value < cap &&
			(has_noemers || w_sees(w, n)))
			cap = w->var[n].value;
	}
	return cap;
}

static inline void a_judge(const struct world *w, bool has_noemers, const struct a_state *st,
	const struct w_secret *s, struct a_result *r)
{
	int64_t low, high, cap = a_cap(w, has_noemers, s), width = s->k - 1, upper = s->k;

	if (s->b == W_NONE && has_noemers && w->var[s->a].noemer)
		return; /* he has it by assumption */
	a_range(w, st, s, &low, &high);
	if (width > cap)
		width = cap;
	if (upper > cap)
		upper = cap;
	r->secrets++;
	r->exact += low == high;
	r->narrow += low != high && (high - low < width || (high < upper && -low < upper));
}

/* One child more or less in a total, of a wijk in which he is the only one: that is he. */
static inline bool a_is_himself(const struct world *w, const struct w_secret *me, const struct w_secret *s)
{
	int64_t v = a_true(w, s);

	for (int i = 0; i < w->sums && s->b != W_NONE && (v == 1 || v == -1); i++)
		for (int k = 0; k < w->sum[i].parts; k++)
			if ((w->sum[i].total == s->a || w->sum[i].total == s->b) && w->sum[i].part[k] == me->a)
				return true;
	return false;
}

static inline void a_insider(const struct world *w, const struct w_secret *me, struct a_result *r)
{
	struct a_state st;
	bool changed = false;

	a_begin(w, false, &st);
	for (int i = 0; i < w->secrets; i++) {
		const struct w_secret *s = &w->secret[i];
		int64_t low, high;

		if (s->figure == me->figure || a_is_himself(w, me, s))
			continue;
		/* He knows his own cell. */
		if (me->b == W_NONE) {
			a_cut(&st.low[me->a], &st.high[me->a], 1, 1, &changed);
			a_range(w, &st, s, &low, &high);
			r->insider += low == high;
		}
	}
}

/* Everything this attacker can do with one published world. */
static inline void attack_world(const struct world *w, struct a_result *r)
{
	for (int noemers = 0; noemers < 2; noemers++) {
		struct a_state st;

		a_begin(w, noemers, &st);
		for (int i = 0; i < w->secrets; i++)
			a_judge(w, noemers, &st, &w->secret[i], r);
	}
	for (int i = 0; i < w->secrets; i++)
		if (a_true(w, &w->secret[i]) == 1)
			a_insider(w, &w->secret[i], r);
}

#endif
