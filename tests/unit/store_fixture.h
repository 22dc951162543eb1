/* store_fixture.h - a database in memory with two wijken, and short words for delivering to it. All
 * names are fictional (fictief). */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include <sqlite3.h>

#include "base/mem.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"
#include "store/stmt.h"
#include "store/waarneming_store.h"

#define HASH_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

struct fixture {
	struct store *store;
	struct err err;
	struct gebied_list gebieden; /* [0] gemeente, [1] and [2] wijken */
};

static inline void fixture_add_gebied(struct fixture *f, const char *code, const char *niveau,
	const char *indeling, const char *naam)
{
	struct gebied g = {.code = mem_dup(code),
		.naam = mem_dup(naam),
		.niveau = mem_dup(niveau),
		.indeling = mem_dup(indeling),
		.vanaf = {2020, 1, 1},
		.eigen = true};

	gebied_list_add(&f->gebieden, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
}

static inline int fixture_setup(void **state)
{
	struct fixture *f = mem_new(1, sizeof(*f));
	struct err err = ERR_INIT;

	assert_ok(store_open(&f->store, ":memory:", STORE_CREATE, &err));
	fixture_add_gebied(f, "GM9999", "gemeente", "", "Fictiedam");
	fixture_add_gebied(f, "WK999901", "wijk", "2025", "Oeverwijk");
	fixture_add_gebied(f, "WK999902", "wijk", "2025", "Weidewijk");
	gebied_list_sort(&f->gebieden);
	assert_ok(store_begin(f->store, &err));
	assert_ok(gebied_store_save(f->store, &f->gebieden, &err));
	assert_ok(store_commit(f->store, &err));
	f->err = err;
	*state = f;
	return 0;
}

static inline int fixture_teardown(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(stmt_busy(f->store), 0);
	store_close(f->store);
	err_release(&f->err);
	gebied_list_release(&f->gebieden);
	free(f);
	return 0;
}

#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

/* A delivery of bron "vve" that was loaded on `dag` (2026-07-21); borrowed texts. */
static inline struct levering fixture_levering(const char *geladen_op)
{
	static char bestand[] = "vve.csv", sha256[] = HASH_A, bron[] = "vve", hash[] = "h",
		    door[] = "beleid", herkend[] = "UTF-8; puntkomma";
	static char op[40];

	snprintf(op, sizeof(op), "%s", geladen_op);
	return (struct levering){.bestand = bestand,
		.sha256 = sha256,
		.bytes = 10,
		.bron = bron,
		.profiel_versie = 1,
		.profiel_hash = hash,
		.status = LEVERING_DEFINITIEF,
		.geladen_op = op,
		.geladen_door = door,
		.herkend = herkend};
}

#endif
