/* bench_store.c - how long the store takes for many observations: one transaction in, one walk out.
 *
 *	bench_store FILE [NUMBER]
 *
 * Prints seconds and peak memory per step. Absolute times belong to the machine; compare ratios. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/num.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"
#include "store/waarneming_store.h"

enum { WIJKEN = 50, QUARTERS = 20, KENMERKEN = 250, MATEN = 4 };

static struct err err = ERR_INIT;
static struct timespec began;

static void must(int result)
{
	if (result < 0) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
}

static void start(void)
{
	clock_gettime(CLOCK_MONOTONIC, &began);
}

static void stop(const char *what, int64_t rows)
{
	struct timespec now;
	struct rusage use;
	double seconds;

	clock_gettime(CLOCK_MONOTONIC, &now);
	getrusage(RUSAGE_SELF, &use);
	seconds = (double)(now.tv_sec - began.tv_sec) + (double)(now.tv_nsec - began.tv_nsec) / 1e9;
	printf("%-32s %10lld rows %8.3f s %10.0f rows/s  peak %ld KiB\n", what, (long long)rows,
		seconds, (double)rows / seconds, use.ru_maxrss);
}

static void make_areas(struct store *store, struct gebied_list *list)
{
	for (int i = 0; i < WIJKEN; i++) {
		char *code = mem_printf("WK9999%02d", i), *naam = mem_printf("Fictieve wijk %d", i);
		char niveau[] = "wijk", indeling[] = "2025";
		struct gebied g = {.code = code,
			.naam = naam,
			.niveau = niveau,
			.indeling = indeling,
			.eigen = true};

		gebied_list_add(list, &g);
		free(code);
		free(naam);
	}
	must(store_begin(store, &err));
	must(gebied_store_save(store, list, &err));
	must(store_commit(store, &err));
}

static int64_t deliver(struct store *store, const struct gebied_list *areas, int64_t number)
{
	static const char *const maat[MATEN] = {
		"aantal_doelgroep", "aantal_in_opvang", "aantal_in_ve", "wacht"};
	char bestand[] = "bench.csv", hash[65], bron[] = "vve", op[] = "2026-07-01T09:30:00",
	     door[] = "bench";
	char *kenmerk[KENMERKEN];
	struct levering l = {.bestand = bestand,
		.sha256 = hash,
		.bron = bron,
		.geladen_op = op,
		.geladen_door = door};
	int64_t done = 0;

	memset(hash, 'a', 64);
	hash[64] = '\0';
	for (int i = 0; i < KENMERKEN; i++)
		kenmerk[i] = mem_printf("leeftijdsgroep=%d|soort=%d", i / 10, i % 10);
	must(store_begin(store, &err));
	must(levering_store_add(store, &l, &err));
	for (int q = 0; q < QUARTERS; q++)
		for (int g = 0; g < WIJKEN; g++)
			for (int k = 0; k < KENMERKEN; k++)
				for (int m = 0; m < MATEN && done < number; m++, done++) {
					struct waarneming w = {.levering = l.nr,
						.gebied = areas->item[g].id,
						.periode =
							periode_kwartaal(2021 + q / 4, 1 + q % 4),
						.kenmerk = kenmerk[k],
						.maat = maat[m],
						.staat = STAAT_WAARDE,
						.begrensd = true,
						.min = done % 500,
						.max = done % 500,
						.regel = done + 2};

					must(waarneming_store_add(store, bron, &w, &err));
				}
	must(store_commit(store, &err));
	for (int i = 0; i < KENMERKEN; i++)
		free(kenmerk[i]);
	return done;
}

static int64_t walk(struct store *store)
{
	struct waarneming_query *q;
	const struct waarneming *w;
	int64_t count = 0;

	must(waarneming_query_open(&q, store, "vve", (struct stand){.tot_levering = 0}, &err));
	while (waarneming_query_next(q, &w, &err) == 1)
		count++;
	waarneming_query_close(q);
	return count;
}

int main(int argc, char **argv)
{
	struct gebied_list areas = {NULL, 0, 0};
	struct store *store;
	int64_t number = 1000000, rows;

	if (argc < 2 || (argc > 2 && num_parse_int(argv[2], &number, &err) < 0)) {
		fprintf(stderr, "usage: bench_store FILE [NUMBER]\n");
		return 2;
	}
	must(store_open(&store, argv[1], STORE_CREATE, &err));
	make_areas(store, &areas);
	start();
	rows = deliver(store, &areas, number);
	stop("one delivery, one transaction", rows);
	start();
	stop("walk what counts", walk(store));
	start();
	rows = deliver(store, &areas, number);
	stop("the same again, as a correction", rows);
	start();
	stop("walk what counts of two", walk(store));
	store_close(store);
	start();
	must(store_open(&store, argv[1], STORE_READ, &err));
	stop("open, with quick_check", 2 * rows);
	start();
	stop("walk, file not in our cache", walk(store));
	store_close(store);
	gebied_list_release(&areas);
	return 0;
}
