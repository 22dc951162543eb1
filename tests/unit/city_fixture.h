/* city_fixture.h - a city of wijken with one share, and the layer the public gets of it, for the tests of publish. The
 * counts are made up. */
#ifndef CITY_FIXTURE_H
#define CITY_FIXTURE_H

#include "report_fixture.h"

/* A city of wijken of which the public may see something; the counts are made up. */
static inline void city(struct fixture *f, const int64_t (*wijk)[2], size_t count)
{
	struct periode p = periode_kwartaal(2026, 2);
	int64_t x = 0, n = 0;

	fixture_init(f);
	for (size_t i = 0; i < count; i++) {
		char *code = mem_printf("WK0637%02zu", 20 + i), *naam = mem_printf("Wijk %zu", i);

		fixture_area(f, code, naam, "wijk");
		free(code);
		free(naam);
	}
	gebied_list_sort(&f->gebieden);
	for (size_t i = 0; i < count; i++) {
		char *code = mem_printf("WK0637%02zu", 20 + i);

		fixture_share(f, "OAB-01", code, p, wijk[i][0], wijk[i][1]);
		x += wijk[i][0];
		n += wijk[i][1];
		free(code);
	}
	fixture_share(f, "OAB-01", "GM0637", p, x, n);
	uitkomst_list_sort(&f->uitkomsten);
}

static inline const struct cel *wijk_cel(struct fixture *f, const struct layer *l, size_t i)
{
	char *code = mem_printf("WK0637%02zu", 20 + i);
	const struct cel *c = layer_find(l, "OAB-01", fixture_gebied(f, code), periode_kwartaal(2026, 2));

	free(code);
	return c;
}

static inline struct layer *open_layer(struct fixture *f, struct openbaar_verslag *v)
{
	struct err err = ERR_INIT;
	struct layer *layer;

	assert_ok(layer_build_after(&layer, &f->uitkomsten, f->defs, &f->gebieden, EDITIE_OPENBAAR, NULL, 0, v, &err));
	return layer;
}

#endif
