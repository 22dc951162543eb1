/* report_fixture.h - a small gemeente with made-up figures, for the tests of publish and report: the shipped
 * definitions of Zoetermeer, three wijken, eight quarters. Fictional. */
#ifndef REPORT_FIXTURE_H
#define REPORT_FIXTURE_H

#include "base/mem.h"
#include "def/definities.h"
#include "publish/layer.h"
#include "report/themablad.h"

#define T(literal) ((char[]){literal})

struct fixture {
	struct definities *defs;
	struct gebied_list gebieden;
	struct uitkomst_list uitkomsten;
	struct layer *layer;
	struct report_input in;
	struct report_bron bron[2];
};

static inline void fixture_area(struct fixture *f, const char *code, const char *naam, const char *niveau)
{
	bool wijk = strcmp(niveau, "wijk") == 0;
	struct gebied g = {.code = mem_dup(code), .naam = mem_dup(naam), .niveau = mem_dup(niveau),
		.indeling = mem_dup(wijk ? "2025" : ""), .ouder = wijk ? T("GM0637") : NULL,
		.vanaf = {wijk ? 2025 : 1900, 1, 1}, .eigen = true};

	gebied_list_add(&f->gebieden, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
}

static inline const struct gebied *fixture_gebied(struct fixture *f, const char *code)
{
	return gebied_by_code(&f->gebieden, NULL, code, DATE_NONE);
}

/* x of n, judged as the evaluator would with the exact interval given. Borrowed until the next one. */
static inline struct uitkomst *fixture_share(struct fixture *f, const char *id, const char *code,
	struct periode p, int64_t x, int64_t n)
{
	struct uitkomst *u = uitkomst_list_add(&f->uitkomsten);
	double value = n ? 100.0 * (double)x / (double)n : 0;

	u->indicator = definities_indicator(f->defs, id);
	u->gebied = fixture_gebied(f, code);
	u->periode = p;
	u->teller = (struct bereik){true, x, x, 0};
	u->noemer = (struct bereik){true, n, n, 0};
	u->levering = mem_new(1, sizeof(*u->levering));
	u->levering[0] = 2;
	u->levering_count = 1;
	u->heeft_waarde = true;
	u->waarde_min = u->waarde_max = value;
	u->heeft_interval = true;
	u->ondergrens = value > 5 ? value - 5 : 0;
	u->bovengrens = value < 95 ? value + 5 : 100;
	u->norm = norm_find(&f->defs->normen, id, 1, u->gebied, p, DATE_NONE);
	u->status = u->norm ? STATUS_NIET_GEHAALD_TOEVAL : STATUS_GEEN_NORM;
	if (u->norm) {
		struct fraction need = norm_fraction(u->norm->waarde, u->norm->eenheid);
		int64_t short_of = (need.num * n + need.den - 1) / need.den - x;

		u->heeft_tekort = true;
		u->tekort_min = u->tekort_max = short_of > 0 ? short_of : 0;
		u->feit = short_of > 0 ? FEIT_NIET_GEHAALD : FEIT_GEHAALD;
		u->zekerheid = ZEKERHEID_TOEVAL;
		u->status = short_of > 0 ? STATUS_NIET_GEHAALD_TOEVAL : STATUS_GEHAALD_TOEVAL;
	}
	return u;
}

static inline void fixture_areas(struct fixture *f)
{
	fixture_area(f, "GM0637", "Zoetermeer", "gemeente");
	fixture_area(f, "WK063701", "Dorp", "wijk");
	fixture_area(f, "WK063703", "Palenstein", "wijk");
	fixture_area(f, "WK063712", "Ontwikkelwijk", "wijk");
	gebied_list_sort(&f->gebieden);
}

/* Definitions and areas, no outcomes yet. */
static inline void fixture_init(struct fixture *f)
{
	struct err err = ERR_INIT;

	*f = (struct fixture){0};
	assert_ok(definities_load(&f->defs, NULL, ".", "zoetermeer", &err));
	fixture_areas(f);
}

/* Quarters 2024-K3 .. 2026-K2 for the city, the wijken in the last. 2025-K1 was not delivered. */
static inline void fixture_fill(struct fixture *f)
{
	for (int i = 0; i < 8; i++) {
		struct periode p = periode_kwartaal(2024 + (i + 2) / 4, (i + 2) % 4 + 1);

		if (i == 2)
			continue;
		fixture_share(f, "OAB-01", "GM0637", p, 480 + i * 5, 560);
		fixture_share(f, "OAB-02", "GM0637", p, 400 + i * 5, 560);
	}
	fixture_share(f, "OAB-01", "WK063701", periode_kwartaal(2026, 2), 80, 87);
	fixture_share(f, "OAB-01", "WK063703", periode_kwartaal(2026, 2), 60, 75);
	fixture_share(f, "OAB-01", "WK063712", periode_kwartaal(2026, 2), 8, 9)->status = STATUS_TE_WEINIG;
	uitkomst_list_sort(&f->uitkomsten);
}

static inline void fixture_layer(struct fixture *f)
{
	struct err err = ERR_INIT;

	assert_ok(layer_build(&f->layer, &f->uitkomsten, f->defs, &f->gebieden, EDITIE_INTERN, &err));
	f->bron[0] = (struct report_bron){
		.nr = 1, .bestand = "VVE_2026K1_D.csv", .bron = "vve_doelgroep", .geladen_op = "2026-04-20T10:00:00"};
	f->bron[1] = (struct report_bron){.nr = 2, .bestand = "VVE_2026K2_V.csv", .bron = "vve_doelgroep",
		.geladen_op = "2026-07-20T10:00:00", .voorlopig = true};
	f->in = (struct report_input){.layer = f->layer, .installed = ".", .periode = periode_kwartaal(2026, 2),
		.stand_per = "2026-07-21", .definities_hash = f->defs->hash, .fictief = true, .bron = f->bron,
		.bron_count = 2};
}

static inline void fixture_release(struct fixture *f)
{
	layer_free(f->layer);
	uitkomst_list_release(&f->uitkomsten);
	gebied_list_release(&f->gebieden);
	definities_free(f->defs);
}

#endif
