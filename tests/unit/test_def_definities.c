/* All shipped definitions load; a werkmap's own files go first; what is missing is said. */
#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "def/definities.h"
#include "tree_dir.h"

static struct err err = ERR_INIT;

static struct definities *load(const char *werkmap, const char *gemeente)
{
	struct definities *defs = NULL;

	assert_ok(definities_load(&defs, werkmap, ".", gemeente, &err));
	return defs;
}

static void the_shipped_definitions_of_every_gemeente_load(void **state)
{
	static const char *const names[] = {"zoetermeer", "leiden", "heerenveen"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct definities *defs = load(NULL, names[i]);

		assert_string_equal(defs->gemeente.id, names[i]);
		assert_non_null(definities_indicator(defs, "OAB-01"));
		assert_true(defs->privacy.k >= 5);
		assert_int_equal(strlen(defs->hash), 64);
		definities_free(defs);
	}
}

static void the_indicators_are_found_by_id_and_near_misses_are_named(void **state)
{
	struct definities *defs = load(NULL, "zoetermeer");

	(void)state;
	for (size_t i = 0; i < defs->indicator_count; i++)
		assert_ptr_equal(
			definities_indicator(defs, defs->indicator[i]->id), defs->indicator[i]);
	assert_null(definities_indicator(defs, "OAB-99"));
	assert_null(definities_indicator(defs, ""));
	assert_string_equal(definities_nearest(defs, "oab01"), "OAB-01");
	assert_string_equal(definities_nearest(defs, "LLN-1"), "LLN-01");
	assert_null(definities_nearest(defs, "iets heel anders"));
	definities_free(defs);
}

static void a_gemeente_follows_what_its_goals_ask_for(void **state)
{
	struct definities *zoetermeer = load(NULL, "zoetermeer"),
			  *heerenveen = load(NULL, "heerenveen");

	(void)state;
	assert_non_null(definities_indicator(zoetermeer, "GOV-05"));
	assert_null(definities_indicator(zoetermeer, "LE-01"));
	assert_null(definities_indicator(heerenveen, "GOV-05"));
	/* a goal of Heerenveen names ADV-02, which is derived from ADV-01; LLN-01 is context */
	assert_non_null(definities_indicator(heerenveen, "ADV-02"));
	assert_non_null(definities_indicator(heerenveen, "ADV-01"));
	assert_non_null(definities_indicator(heerenveen, "LLN-01"));
	assert_null(definities_indicator(heerenveen, "TAAL-01"));
	definities_free(zoetermeer);
	definities_free(heerenveen);
}

static void the_norm_of_92_holds_for_city_and_wijk_with_different_standing(void **state)
{
	struct definities *defs = load(NULL, "zoetermeer");
	struct gebied city = {.code = (char[]){"GM0637"},
		.niveau = (char[]){"gemeente"},
		.indeling = (char[]){""},
		.eigen = true};
	struct gebied wijk = {.code = (char[]){"WK063705"},
		.niveau = (char[]){"wijk"},
		.indeling = (char[]){"2025"},
		.eigen = true};
	struct gebied other = {.code = (char[]){"GM0546"},
		.niveau = (char[]){"gemeente"},
		.indeling = (char[]){""}};
	const struct norm_def *n;

	(void)state;
	n = norm_find(&defs->normen, "OAB-01", 1, &city, periode_kwartaal(2025, 3), DATE_NONE);
	assert_non_null(n);
	assert_int_equal(n->status, NORM_VASTGESTELD);
	assert_int_equal(
		fraction_cmp(norm_fraction(n->waarde, n->eenheid), (struct fraction){23, 25}), 0);
	n = norm_find(&defs->normen, "OAB-01", 1, &wijk, periode_kwartaal(2026, 4), DATE_NONE);
	assert_non_null(n);
	assert_int_equal(n->status, NORM_RICHTWAARDE);
	/* before it was agreed, after it ends, for another gemeente, for VE: no norm */
	assert_null(
		norm_find(&defs->normen, "OAB-01", 1, &city, periode_kwartaal(2025, 2), DATE_NONE));
	assert_null(
		norm_find(&defs->normen, "OAB-01", 1, &wijk, periode_kwartaal(2027, 1), DATE_NONE));
	assert_null(norm_find(
		&defs->normen, "OAB-01", 1, &other, periode_kwartaal(2026, 2), DATE_NONE));
	assert_null(
		norm_find(&defs->normen, "OAB-02", 1, &city, periode_kwartaal(2026, 2), DATE_NONE));
	definities_free(defs);
}

static void a_break_counts_from_its_own_day_and_only_for_its_level(void **state)
{
	struct definities *defs = load(NULL, "zoetermeer");
	const struct date before = {2024, 12, 31}, on = {2025, 1, 1}, after = {2025, 12, 31};

	(void)state;
	assert_non_null(definities_breuk(defs, "OAB-01", "wijk", before, on));
	assert_non_null(definities_breuk(defs, "OAB-01", "wijk", before, after));
	assert_null(definities_breuk(defs, "OAB-01", "wijk", on, after));
	assert_null(definities_breuk(defs, "OAB-01", "gemeente", before, after));
	definities_free(defs);
}

static void an_unknown_gemeente_names_the_known_ones(void **state)
{
	struct definities *defs = NULL;

	(void)state;
	assert_int_equal(definities_load(&defs, NULL, ".", "zoetemeer", &err), -1);
	assert_int_equal(err.kind, ERR_USE);
	assert_non_null(strstr(err.advice, "heerenveen, leiden, zoetermeer"));
	err_release(&err);
	assert_refused(
		definities_load(&defs, NULL, ".", "../normen/zoetermeer", &err), "geen definities");
	assert_null(defs);
}

/* ---- a werkmap of its own ---- */

static char *werkmap;

static int werkmap_new(void **state)
{
	(void)state;
	werkmap = tree_dir_new();
	return 0;
}

static int werkmap_remove(void **state)
{
	(void)state;
	tree_dir_remove(werkmap);
	return 0;
}

static void put(const char *kind, const char *name, const char *text)
{
	char *dir = file_join(werkmap, kind), *path = file_join(dir, name);

	assert_ok(file_make_dir(dir, &err));
	assert_ok(file_write(path, text, strlen(text), 0600, &err));
	free(dir);
	free(path);
}

static void a_file_in_the_werkmap_replaces_the_installed_one(void **state)
{
	struct definities *defs, *shipped = load(NULL, "zoetermeer");

	(void)state;
	put("indicators/privacy", "zoetermeer.json",
		"{\"schema\":\"privacy/1\",\"gemeente\":\"zoetermeer\",\"k\":7,\"k_gevoelig\":12,"
		"\"n_min_procent\":10,\"nul_tonen\":true}");
	defs = load(werkmap, "zoetermeer");
	assert_int_equal(defs->privacy.k, 7);
	assert_true(defs->privacy.nul_tonen);
	assert_int_equal(defs->indicator_count, shipped->indicator_count);
	assert_string_not_equal(defs->hash, shipped->hash);
	definities_free(defs);
	definities_free(shipped);
}

static void own_norms_are_added_and_known_from_the_day_they_were_entered(void **state)
{
	struct gebied city = {.code = (char[]){"GM0637"},
		.niveau = (char[]){"gemeente"},
		.indeling = (char[]){""},
		.eigen = true};
	struct definities *defs;

	(void)state;
	put("indicators/normen", "eigen.json",
		"{\"schema\":\"normen/"
		"1\",\"gemeente\":\"zoetermeer\",\"normen\":[{\"id\":\"E-1\",\"indicator\":\"OAB-"
		"02\","
		"\"niveau\":\"gemeente\",\"gebied\":null,\"vanaf\":\"2026-01-01\",\"soort\":"
		"\"minimum\",\"waarde\":\"80\","
		"\"eenheid\":\"%\",\"status\":\"richtwaarde\",\"herkomst\":{\"soort\":"
		"\"gebruiker\",\"door\":\"stuurgroep\"},"
		"\"vastgelegd_op\":\"2026-05-10T12:00:00\"},{\"id\":\"E-2\",\"indicator\":\"OAB-"
		"02\","
		"\"niveau\":\"gemeente\",\"gebied\":null,\"vanaf\":\"2026-01-01\",\"soort\":"
		"\"minimum\",\"waarde\":\"85\","
		"\"eenheid\":\"%\",\"status\":\"richtwaarde\",\"herkomst\":{\"soort\":"
		"\"gebruiker\",\"door\":\"stuurgroep\"},"
		"\"vastgelegd_op\":\"2026-06-01\"}]}");
	defs = load(werkmap, "zoetermeer");
	assert_string_equal(
		norm_find(&defs->normen, "OAB-02", 1, &city, periode_kwartaal(2026, 2), DATE_NONE)
			->id,
		"E-2");
	assert_string_equal(norm_find(&defs->normen, "OAB-02", 1, &city, periode_kwartaal(2026, 2),
				    (struct date){2026, 5, 31})
				    ->id,
		"E-1");
	assert_string_equal(norm_find(&defs->normen, "OAB-02", 1, &city, periode_kwartaal(2026, 2),
				    (struct date){2026, 5, 10})
				    ->id,
		"E-1");
	assert_null(norm_find(&defs->normen, "OAB-02", 1, &city, periode_kwartaal(2026, 2),
		(struct date){2026, 5, 9}));
	definities_free(defs);
}

static void a_file_with_another_name_than_its_id_is_refused(void **state)
{
	char *text = NULL;
	size_t len;
	struct definities *defs = NULL;

	(void)state;
	assert_ok(file_read("indicators/OAB-01.json", 1 << 20, &text, &len, &err));
	put("indicators", "OAB-77.json", text);
	assert_refused(definities_load(&defs, werkmap, ".", "zoetermeer", &err), "OAB-77.json");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_definitions_of_every_gemeente_load),
		cmocka_unit_test(the_indicators_are_found_by_id_and_near_misses_are_named),
		cmocka_unit_test(a_gemeente_follows_what_its_goals_ask_for),
		cmocka_unit_test(the_norm_of_92_holds_for_city_and_wijk_with_different_standing),
		cmocka_unit_test(a_break_counts_from_its_own_day_and_only_for_its_level),
		cmocka_unit_test(an_unknown_gemeente_names_the_known_ones),
		cmocka_unit_test_setup_teardown(a_file_in_the_werkmap_replaces_the_installed_one,
			werkmap_new, werkmap_remove),
		cmocka_unit_test_setup_teardown(
			own_norms_are_added_and_known_from_the_day_they_were_entered, werkmap_new,
			werkmap_remove),
		cmocka_unit_test_setup_teardown(a_file_with_another_name_than_its_id_is_refused,
			werkmap_new, werkmap_remove),
	};

	return RUN_TESTS(tests);
}
