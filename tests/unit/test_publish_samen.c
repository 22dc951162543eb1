/* Three years together for the public: added up, and never beside a year by itself. All numbers are made up. */
#include "test.h"

#include "def/lokaal.h"
#include "indicator/samen.h"
#include "publish/toets.h"
#include "publish/uitgave.h"
#include "report_fixture.h"

static struct privacy_samen policy[] = {{T("ARB-01"), {0}}};

static struct periode samen(int last)
{
	return periode_samen(periode_schooljaar(last));
}

/* Years from 2020/2021 on, of the gemeente; pooled up to 2024/2025. */
static void years(struct fixture *f, const int64_t (*jaar)[2], size_t count)
{
	fixture_init(f);
	for (size_t i = 0; i < count; i++)
		fixture_share(f, "ARB-01", "GM0637", periode_schooljaar(2020 + (int)i), jaar[i][0], jaar[i][1]);
	uitkomst_list_sort(&f->uitkomsten);
	policy[0].tot = periode_schooljaar(2024);
	f->defs->privacy.samen = policy;
	f->defs->privacy.samen_count = 1;
}

static void gone(struct fixture *f)
{
	f->defs->privacy.samen = NULL;
	f->defs->privacy.samen_count = 0;
	fixture_release(f);
}

static const struct uitkomst *pooled(struct fixture *f, int last)
{
	return uitkomst_find(&f->uitkomsten, "ARB-01", fixture_gebied(f, "GM0637"), samen(last));
}

static const struct cel *cell(struct fixture *f, const struct layer *l, struct periode p)
{
	return layer_find(l, "ARB-01", fixture_gebied(f, "GM0637"), p);
}

static struct layer *layer_of(struct fixture *f, const struct publicatie_inhoud *before)
{
	struct eerder *eerder = before ? uitgave_eerder(before) : NULL;
	struct err err = ERR_INIT;
	struct layer *layer;

	assert_ok(layer_build_after(&layer, &f->uitkomsten, f->defs, &f->gebieden, EDITIE_OPENBAAR, eerder,
		before ? before->telling_count : 0, NULL, &err));
	free(eerder);
	return layer;
}

static void three_years_are_added_up_and_not_judged(void **state)
{
	static const int64_t jaar[][2] = {{7, 12}, {8, 12}, {7, 12}, {8, 12}, {7, 11}};
	const struct uitkomst *u;
	struct fixture f;

	(void)state;
	years(&f, jaar, 5);
	samen_add(&f.uitkomsten, f.defs);
	assert_int_equal(f.uitkomsten.count, 6); /* of 2019-2022 there are two years only */
	u = pooled(&f, 2024);
	assert_int_equal(u->teller.min, 22);
	assert_int_equal(u->teller.max, 22);
	assert_int_equal(u->noemer.min, 35);
	assert_true(u->heeft_waarde && u->waarde_min > 62.85 && u->waarde_min < 62.86);
	assert_int_equal(u->status, STATUS_GEEN_OORDEEL);
	assert_null(u->norm);
	assert_int_equal(u->feit, FEIT_GEEN);
	gone(&f);
}

static void not_over_a_gap_a_break_or_a_range(void **state)
{
	static const int64_t jaar[][2] = {{7, 12}, {8, 12}, {7, 12}, {8, 12}, {7, 11}};
	struct breuk_def breuk = {.id = T("b"), .indicator = T("ARB-01"), .niveau = T("*"), .op = {2024, 1, 1}}, *kept;
	struct fixture f;
	size_t kept_count;

	(void)state;
	for (int how = 0; how < 4; how++) {
		years(&f, jaar, 5);
		kept = f.defs->breuk;
		kept_count = f.defs->breuk_count;
		if (how == 0)
			f.uitkomsten.item[3].teller.bekend = false;
		if (how == 1)
			f.uitkomsten.item[3].teller.max++;
		if (how == 2) {
			f.defs->breuk = &breuk;
			f.defs->breuk_count = 1;
		}
		if (how == 3)
			f.uitkomsten.item[3].onvolledig = true;
		samen_add(&f.uitkomsten, f.defs);
		if (how < 3)
			assert_null(pooled(&f, 2024));
		else
			assert_int_equal(pooled(&f, 2024)->status, STATUS_ONVOLLEDIG);
		f.defs->breuk = kept;
		f.defs->breuk_count = kept_count;
		gone(&f);
	}
}

/* Whatever the last year is, a year is in one three: two that overlap would differ by a year. */
static void threes_lie_beside_each_other(void **state)
{
	struct privacy_samen s = {NULL, periode_jaar(2024)};

	(void)state;
	for (int jaar = 2010; jaar <= 2035; jaar++) {
		struct periode p = privacy_samen_periode(&s, periode_jaar(jaar));

		assert_true(p.begin.year <= jaar && jaar <= p.eind.year);
		assert_int_equal(p.eind.year % 3, 2024 % 3);
		assert_int_equal(p.eind.year - p.begin.year, 2);
	}
}

static void the_years_themselves_are_hidden(void **state)
{
	static const int64_t jaar[][2] = {{70, 120}, {80, 120}, {70, 120}, {80, 120}, {70, 110}};
	struct fixture f;
	struct layer *layer;
	struct periode p;

	(void)state;
	years(&f, jaar, 5);
	samen_add(&f.uitkomsten, f.defs);
	layer = layer_of(&f, NULL);
	for (int y = 2020; y <= 2024; y++) {
		const struct cel *c = cell(&f, layer, periode_schooljaar(y));

		assert_int_equal(c->reden, REDEN_AFGESCHERMD);
		assert_false(c->teller.bekend || c->heeft_waarde || c->heeft_interval);
		assert_true(c->noemer.bekend); /* of how many is no secret */
		assert_int_equal(c->trend.punten, 0);
	}
	assert_string_equal(cell(&f, layer, samen(2024))->waarde_tekst, "62,9%");
	assert_string_equal(cell(&f, layer, samen(2024))->norm_tekst, "geen oordeel over jaren samen");
	assert_true(layer_last_periode(layer, "ARB-01", &p));
	assert_true(periode_equal(p, samen(2024)));
	layer_free(layer);
	gone(&f);
}

/* Three small years of 12 together may be shown; 4 together may not, nor 12 of which 10 were not reached by one. */
static void a_small_sum_is_hidden_too(void **state)
{
	static const int64_t good[][2] = {{7, 12}, {8, 12}, {7, 12}, {8, 12}, {7, 11}};
	static const int64_t few[][2] = {{7, 12}, {8, 12}, {1, 12}, {2, 12}, {1, 11}};
	static const int64_t all[][2] = {{7, 12}, {8, 12}, {12, 12}, {11, 12}, {10, 11}};
	struct fixture f;
	struct layer *layer;

	(void)state;
	for (int how = 0; how < 3; how++) {
		years(&f, how == 0 ? good : how == 1 ? few : all, 5);
		samen_add(&f.uitkomsten, f.defs);
		layer = layer_of(&f, NULL);
		assert_int_equal(cell(&f, layer, samen(2024))->heeft_waarde, how == 0);
		layer_free(layer);
		gone(&f);
	}
}

static void the_last_audit_knows_a_year_by_itself(void **state)
{
	static const int64_t jaar[][2] = {{70, 120}, {80, 120}, {70, 120}, {80, 120}, {70, 110}};
	struct err err = ERR_INIT;
	char *plekken = NULL;
	struct fixture f;
	struct layer *layer;

	(void)state;
	years(&f, jaar, 5);
	samen_add(&f.uitkomsten, f.defs);
	layer = layer_of(&f, NULL);
	layer->cel[cell(&f, layer, periode_schooljaar(2023)) - layer->cel].heeft_waarde = true;
	assert_int_equal(toets_layer(layer, layer_tellingen(layer), &f.uitkomsten, &plekken, &err), -1);
	assert_non_null(strstr(plekken, "2023/2024"));
	free(plekken);
	err_release(&err);
	layer_free(layer);
	gone(&f);
}

/* Two of the three years went out by themselves before: three together would give the small third away. One may: of the
 * other two together 82 are left. */
static void a_year_that_went_out_is_known(void **state)
{
	static const int64_t jaar[][2] = {{70, 120}, {80, 120}, {70, 120}, {80, 120}, {2, 110}};
	struct publicatie_inhoud before;
	struct fixture f;
	struct layer *layer;

	(void)state;
	for (size_t out = 4; out >= 3; out--) { /* up to 2023/2024, up to 2022/2023 */
		years(&f, jaar, out);
		f.defs->privacy.samen_count = 0;
		layer = layer_of(&f, NULL);
		assert_true(cell(&f, layer, periode_schooljaar(2022))->heeft_waarde);
		uitgave_make(&before, layer, NULL, 0);
		for (size_t i = out; i < 5; i++)
			fixture_share(&f, "ARB-01", "GM0637", periode_schooljaar(2020 + (int)i), jaar[i][0], jaar[i][1]);
		uitkomst_list_sort(&f.uitkomsten);
		f.defs->privacy.samen_count = 1;
		samen_add(&f.uitkomsten, f.defs);
		f.layer = layer_of(&f, &before);
		assert_int_equal(cell(&f, f.layer, samen(2024))->heeft_waarde, out == 3);
		publicatie_inhoud_release(&before);
		layer_free(layer);
		gone(&f);
	}
}

/* Three together went out; the policy is taken back, or its threes are moved: the years stay hidden. */
static void years_that_went_out_together_are_not_pulled_apart(void **state)
{
	static const int64_t jaar[][2] = {{70, 120}, {80, 120}, {70, 120}, {80, 120}, {70, 110}};
	struct publicatie_inhoud before;
	struct fixture first, f;
	struct layer *layer;

	(void)state;
	for (size_t how = 0; how < 2; how++) {
		years(&first, jaar, 5);
		samen_add(&first.uitkomsten, first.defs);
		layer = layer_of(&first, NULL);
		assert_true(cell(&first, layer, samen(2024))->heeft_waarde);
		uitgave_make(&before, layer, NULL, 0);
		years(&f, jaar, 5);
		policy[0].tot = periode_schooljaar(2023);
		f.defs->privacy.samen_count = how;
		samen_add(&f.uitkomsten, f.defs);
		f.layer = layer_of(&f, &before);
		if (how)
			assert_false(cell(&f, f.layer, samen(2023))->heeft_waarde);
		else
			for (int y = 2022; y <= 2024; y++)
				assert_false(cell(&f, f.layer, periode_schooljaar(y))->heeft_waarde);
		publicatie_inhoud_release(&before);
		layer_free(layer);
		gone(&f);
		gone(&first);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_years_are_added_up_and_not_judged),
		cmocka_unit_test(not_over_a_gap_a_break_or_a_range),
		cmocka_unit_test(threes_lie_beside_each_other),
		cmocka_unit_test(the_years_themselves_are_hidden),
		cmocka_unit_test(a_small_sum_is_hidden_too),
		cmocka_unit_test(the_last_audit_knows_a_year_by_itself),
		cmocka_unit_test(a_year_that_went_out_is_known),
		cmocka_unit_test(years_that_went_out_together_are_not_pulled_apart),
	};

	return RUN_TESTS(tests);
}
