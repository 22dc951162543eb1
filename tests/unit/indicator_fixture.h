/* indicator_fixture.h - a fictional gemeente with two divisions of wijken, a database in memory,
 * and definition files in a folder of their own, so that a test can say in a few words what was
 * agreed and what was delivered. All names and numbers are fictional (fictief). */
#ifndef INDICATOR_FIXTURE_H
#define INDICATOR_FIXTURE_H

#include "base/file.h"
#include "base/mem.h"
#include "def/definities.h"
#include "indicator/compute.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"
#include "store/waarneming_store.h"
#include "tree_dir.h"

struct world {
	struct store *store;
	char *dir; /* holds indicators/ */
	struct gebied_list gebieden;
	struct definities *defs;
	struct uitkomst_list uit;
	int64_t levering; /* the newest */
	bool voorlopig;
};

static struct err err = ERR_INIT;

static inline void world_area(struct world *w, const char *niveau, const char *indeling,
	const char *code, const char *ouder, bool zonder)
{
	struct gebied g = {.code = mem_dup(code),
		.naam = mem_printf("%s %s", code, indeling),
		.niveau = mem_dup(niveau),
		.indeling = mem_dup(indeling),
		.ouder = mem_dup(ouder),
		.vanaf = {2000, 1, 1},
		.eigen = strncmp(code, "GM8888", 6) != 0,
		.zonder_doelgroep = zonder};

	if (strcmp(indeling, "2024") == 0)
		g.tot = (struct date){2024, 12, 31};
	if (strcmp(indeling, "2025") == 0)
		g.vanaf = (struct date){2025, 1, 1};
	gebied_list_add(&w->gebieden, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
	free(g.ouder);
}

static inline void world_put(struct world *w, const char *kind, const char *name, const char *text)
{
	char *dir = file_join(w->dir, kind), *path = file_join(dir, name);

	assert_ok(file_make_dir(dir, &err));
	assert_ok(file_write(path, text, strlen(text), 0600, &err));
	free(dir);
	free(path);
}

/* An indicator file; `what` holds soort, eenheid, richting, teller and so on, ending with a comma.
 */
static inline void world_indicator(struct world *w, const char *id, const char *what)
{
	char *name = mem_printf("%s.json", id);
	char *text = mem_printf(
		"{\"schema\":\"indicator/1\",\"id\":\"%s\",\"naam\":\"Fictief "
		"%s\",\"korte_naam\":\"%s\","
		"\"omschrijving\":\"Fictief.\",\"klasse\":\"getal\",\"keten\":\"outcome\","
		"\"decimalen\":1,%s"
		"\"privacy\":{\"familie\":null,\"gevoelig\":false},"
		"\"woorden\":{\"enkelvoud\":\"kind\",\"meervoud\":\"kinderen\",\"groep\":"
		"\"kinderen\","
		"\"werkwoord\":\"doet\",\"werkwoord_meervoud\":\"doen\",\"rest\":\"mee\"},"
		"\"duiding\":{\"wat_zegt_het\":\"Iets.\",\"wat_zegt_het_niet\":\"Iets anders.\","
		"\"beinvloedbaar\":\"deels\",\"risico\":\"Geen.\"},\"bronvermelding\":\"fictief\"}",
		id, id, id, what);

	world_put(w, "indicators", name, text);
	free(name);
	free(text);
}

/* The usual share over wijken: maat x of maat n of bron "vve". */
#define SHARE_HEAD                                                                                 \
	"\"versie\":1,\"geldig_vanaf\":\"2021-01-01\",\"soort\":\"aandeel\",\"eenheid\":\"%\","    \
	"\"richting\":\"hoger_beter\",\"subset_eis\":true,"                                        \
	"\"onzekerheid\":{\"methode\":\"exact\",\"niveau\":0.95,\"reden\":\"fictief\"},"
#define SHARE_SIDES                                                                                \
	"\"teller\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"x\"},"                           \
	"\"noemer\":{\"bron\":\"vve\",\"tel\":\"som\",\"kolom\":\"n\"},"
#define SHARE_WHERE                                                                                \
	"\"gebied\":{\"basis\":\"woonadres\",\"niveaus\":[\"gemeente\",\"wijk\"],\"onbekend\":"    \
	"\"eigen_rij\"},"                                                                          \
	"\"periode\":{\"type\":\"kwartaal\",\"ritme\":\"kwartaal\",\"vergelijk\":\"zelfde_"        \
	"kwartaal_vorig_jaar\"},"                                                                  \
	"\"aggregatie\":{\"ruimte\":\"som_teller_noemer\",\"tijd\":\"niet_optelbaar\"},"
#define SHARE SHARE_HEAD SHARE_SIDES SHARE_WHERE

#define NORM_92(niveau, gebied)                                                                    \
	"{\"id\":\"N-" niveau "\",\"indicator\":\"A-01\",\"niveau\":\"" niveau                     \
	"\",\"gebied\":" gebied ","                                                                \
	"\"vanaf\":\"2025-01-01\",\"soort\":\"minimum\",\"waarde\":\"92\",\"eenheid\":\"%\","      \
	"\"status\":\"richtwaarde\",\"herkomst\":{\"soort\":\"gebruiker\",\"door\":\"fictief\"}}"

static inline void world_norms(struct world *w, const char *norms)
{
	char *text = mem_printf(
		"{\"schema\":\"normen/1\",\"gemeente\":\"fictiedam\",\"normen\":[%s]}", norms);

	world_put(w, "indicators/normen", "fictiedam.json", text);
	free(text);
}

static inline int world_setup(void **state)
{
	struct world *w = mem_new(1, sizeof(*w));

	assert_ok(store_open(&w->store, ":memory:", STORE_CREATE, &err));
	w->dir = tree_dir_new();
	world_area(w, "gemeente", "", "GM9999", NULL, false);
	world_area(w, "gemeente", "", "GM8888", NULL, false);
	world_area(w, "onbekend", "", "GM9999-ONBEKEND", "GM9999", false);
	world_area(w, "buiten", "", "GM9999-BUITEN", "GM9999", false);
	world_area(w, "wijk", "2024", "WK999901", "GM9999", false);
	world_area(w, "wijk", "2024", "WK999902", "GM9999", false);
	world_area(w, "wijk", "2025", "WK999901", "GM9999", false);
	world_area(w, "wijk", "2025", "WK999902", "GM9999", false);
	world_area(w, "wijk", "2025", "WK999903", "GM9999", false);
	world_area(w, "wijk", "2025", "WK999904", "GM9999", true);
	world_area(w, "buurt", "2025", "BU99990301", "WK999903", false);
	world_area(w, "buurt", "2025", "BU99990302", "WK999903", false);
	gebied_list_sort(&w->gebieden);
	assert_ok(store_begin(w->store, &err));
	assert_ok(gebied_store_save(w->store, &w->gebieden, &err));
	assert_ok(store_commit(w->store, &err));
	world_put(w, "indicators/gemeenten", "fictiedam.json",
		"{\"schema\":\"gemeente/"
		"1\",\"id\":\"fictiedam\",\"naam\":\"Fictiedam\",\"cbs_code\":\"GM9999\","
		"\"niveau_wijk_naam\":{\"enkelvoud\":\"wijk\",\"meervoud\":\"wijken\"}}");
	*state = w;
	return 0;
}

static inline int world_teardown(void **state)
{
	struct world *w = *state;

	uitkomst_list_release(&w->uit);
	definities_free(w->defs);
	gebied_list_release(&w->gebieden);
	store_close(w->store);
	tree_dir_remove(w->dir);
	free(w);
	return 0;
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

/* Everything put after this belongs to a new delivery of `bron`. */
static inline void world_deliver(struct world *w, const char *bron, const char *geladen_op)
{
	struct levering l = {.bestand = mem_printf("%s.csv", bron),
		.sha256 = mem_new(65, 1),
		.bytes = 1,
		.bron = mem_dup(bron),
		.profiel_versie = 1,
		.profiel_hash = mem_dup("h"),
		.status = w->voorlopig ? LEVERING_VOORLOPIG : LEVERING_DEFINITIEF,
		.geladen_op = mem_dup(geladen_op),
		.geladen_door = mem_dup("test"),
		.herkend = mem_dup("fictief")};

	memset(l.sha256, 'a', 64);
	assert_ok(store_begin(w->store, &err));
	assert_ok(levering_store_add(w->store, &l, &err));
	assert_ok(store_commit(w->store, &err));
	w->levering = l.nr;
	levering_release(&l);
}

static inline const struct gebied *world_gebied(
	const struct world *w, const char *code, const char *indeling)
{
	for (size_t i = 0; i < w->gebieden.count; i++) {
		const struct gebied *g = &w->gebieden.item[i];

		if (strcmp(g->code, code) == 0 && strcmp(g->indeling, indeling) == 0)
			return g;
	}
	fail_msg("geen gebied %s %s", code, indeling);
	return NULL;
}

/* One observation of the newest delivery. The area of the division valid in the period, by code. */
static inline void world_row(struct world *w, const char *bron, const char *code, struct periode p,
	const char *kenmerk, const char *maat, struct waarneming value)
{
	bool rest = strchr(code, '-') != NULL, gemeente = strncmp(code, "GM", 2) == 0;
	const char *indeling = rest || gemeente ? "" : p.eind.year < 2025 ? "2024" : "2025";
	struct waarneming row = value;

	row.levering = w->levering;
	row.gebied = world_gebied(w, code, indeling)->id;
	row.periode = p;
	row.kenmerk = kenmerk;
	row.maat = maat;
	row.regel = 2;
	assert_ok(store_begin(w->store, &err));
	assert_ok(waarneming_store_add(w->store, bron, &row, &err));
	assert_ok(store_commit(w->store, &err));
}

static inline struct waarneming exact_value(int64_t value)
{
	return (struct waarneming){
		.staat = STAAT_WAARDE, .begrensd = true, .min = value, .max = value};
}

static inline struct waarneming hidden_value(int64_t min, int64_t max)
{
	return (struct waarneming){
		.staat = STAAT_AFGESCHERMD, .begrensd = true, .min = min, .max = max};
}

static inline struct waarneming state_value(enum staat staat)
{
	return (struct waarneming){.staat = staat};
}

/* x of n for bron "vve". */
static inline void world_pair(
	struct world *w, const char *code, struct periode p, int64_t x, int64_t n)
{
	world_row(w, "vve", code, p, "", "x", exact_value(x));
	world_row(w, "vve", code, p, "", "n", exact_value(n));
}

static inline void world_compute_at(struct world *w, struct stand stand, const char *indicator)
{
	uitkomst_list_release(&w->uit);
	definities_free(w->defs);
	w->defs = NULL;
	assert_ok(definities_load(&w->defs, NULL, w->dir, "fictiedam", &err));
	assert_ok(compute_run(w->store, w->defs, &w->gebieden, stand, indicator, &w->uit, &err));
}

static inline void world_compute(struct world *w)
{
	world_compute_at(w, (struct stand){{0, 0, 0}, 0}, NULL);
}

/* NULL when there is no such outcome. */
static inline const struct uitkomst *world_find(
	const struct world *w, const char *indicator, const char *code, struct periode p)
{
	for (size_t i = 0; i < w->uit.count; i++) {
		const struct uitkomst *u = &w->uit.item[i];

		if (strcmp(u->indicator->id, indicator) == 0 &&
			strcmp(u->gebied->code, code) == 0 && periode_equal(u->periode, p))
			return u;
	}
	return NULL;
}

static inline const struct uitkomst *world_get(
	const struct world *w, const char *indicator, const char *code, struct periode p)
{
	const struct uitkomst *u = world_find(w, indicator, code, p);

	if (!u)
		fail_msg("geen uitkomst %s %s", indicator, code);
	return u;
}

#define assert_counts(u, x, n)                                                                     \
	do {                                                                                       \
		assert_true((u)->teller.bekend && (u)->noemer.bekend);                             \
		assert_int_equal((u)->teller.min, (x));                                            \
		assert_int_equal((u)->teller.max, (x));                                            \
		assert_int_equal((u)->noemer.min, (n));                                            \
		assert_int_equal((u)->noemer.max, (n));                                            \
	} while (0)

#endif
