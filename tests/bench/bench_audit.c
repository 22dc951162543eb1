/* bench_audit.c - how long it takes to make the figures of a gemeente safe and to audit them: 20 indicators, 22
 * quarters, 15 wijken and the gemeente. With an argument the quarters of a year are tied together, as growing counts
 * are. Absolute times belong to the machine. All numbers are fictional (fictief). */
#include <stdio.h>
#include <time.h>

#include "publish/figuur.h"
#include "publish/secondary.h"

enum { INDICATORS = 20, QUARTERS = 22, WIJKEN = 15, AREAS = WIJKEN + 1 };

static uint64_t random_state = 88172645463325252;
static struct err err = ERR_INIT;

static int64_t draw(int64_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (int64_t)(random_state % (uint64_t)below);
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static enum figuur_niveau niveau_of(size_t area)
{
	return area < WIJKEN ? FIGUUR_WIJK : FIGUUR_TOTAAL;
}

/* Tellers of one indicator in one quarter, with their lines. Share in percent of `of` (cells). */
static void add_tellers(struct puzzle *p, struct disclosure_rule rule, const size_t *n, const size_t *of, int64_t from,
	int64_t spread, size_t series, struct figuur *f)
{
	size_t x[WIJKEN], rest[WIJKEN];
	int64_t sum = 0;

	for (size_t i = 0; i < AREAS; i++) {
		int64_t v = i < WIJKEN ? p->cell[of[i]].value * (from + draw(spread)) / 100 : sum;

		f[i] = figuur_teller(p, rule, v, n[i], niveau_of(i), series + i);
		sum += v;
	}
	for (size_t i = 0; i < WIJKEN; i++) {
		x[i] = f[i].x;
		rest[i] = f[i].rest;
	}
	puzzle_add_sum(p, f[WIJKEN].x, x, WIJKEN, rule.k);
	puzzle_add_sum(p, f[WIJKEN].rest, rest, WIJKEN, rule.k);
}

static void add_quarter(struct puzzle *p, size_t indicator, const int64_t *size, size_t series, struct figuur *f)
{
	bool gevoelig = indicator % 4 == 3, familie = indicator % 3 == 0;
	struct disclosure_rule rule = {gevoelig ? 10 : 5, 10, false};
	struct figuur within[AREAS];
	size_t n[AREAS], x[AREAS];
	int64_t sum = 0;

	for (size_t i = 0; i < AREAS; i++) {
		int64_t v = i < WIJKEN ? size[i] + draw(5) : sum;

		n[i] = figuur_noemer(p, rule, v, niveau_of(i), series + i);
		sum += v;
	}
	puzzle_add_sum(p, n[WIJKEN], n, WIJKEN, rule.k);
	add_tellers(p, rule, n, n, gevoelig ? 5 : 70, gevoelig ? 5 : 25, series + AREAS, f);
	if (!familie)
		return;
	for (size_t i = 0; i < AREAS; i++)
		x[i] = f[i].x;
	add_tellers(p, rule, n, x, 80, 20, series + 2 * AREAS, within);
	for (size_t i = 0; i < AREAS; i++)
		figuur_nest(p, rule.k, f[i].x, within[i].x);
}

static void build(struct puzzle *p, bool tied)
{
	for (size_t indicator = 0; indicator < INDICATORS; indicator++) {
		int64_t size[WIJKEN];
		struct figuur now[AREAS], before[AREAS];

		for (size_t i = 0; i < WIJKEN; i++)
			size[i] = 8 + draw(120);
		for (size_t q = 0; q < QUARTERS; q++) {
			add_quarter(p, indicator, size, indicator * 3 * AREAS, now);
			for (size_t i = 0; i < AREAS; i++) {
				if (tied && q % 4)
					figuur_change(p, 5, before[i].x, now[i].x);
				before[i] = now[i];
			}
		}
	}
}

int main(int argc, char **argv)
{
	struct puzzle p = PUZZLE_INIT;
	struct secondary_report report = {0};
	struct leak_list leaks = {0};
	double begin, safe, done;
	int status;

	(void)argv;
	build(&p, argc > 1);
	if (puzzle_seal(&p, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	begin = seconds();
	status = secondary_protect(&p, 0, &report, &err);
	safe = seconds();
	status = status || secondary_audit(&p, 0, &leaks, &err) || leaks.count;
	done = seconds();
	printf("%zu cellen, %zu verbanden: afschermen %.2f s (%zu klein, %zu erbij), audit %.2f s%s\n", p.cell_count,
		p.row_count, safe - begin, report.primary, report.secondary, done - safe,
		status ? ": NIET VEILIG" : "");
	err_release(&err);
	leak_list_release(&leaks);
	secondary_report_release(&report);
	puzzle_release(&p);
	return status;
}
