/* Norms: exact, per level, area, period and subgroup; never two for one day; never applied
 * backwards. */
#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "def/norm_def.h"
#include "tree_dir.h"

static struct err err = ERR_INIT;
static char *dir;
static struct norm_list list;

static int setup(void **state)
{
	(void)state;
	dir = tree_dir_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	tree_dir_remove(dir);
	norm_list_release(&list);
	return 0;
}

#define HEAD                                                                                       \
	"\"indicator\":\"A-01\",\"eenheid\":\"%\",\"soort\":\"minimum\",\"status\":"               \
	"\"richtwaarde\","                                                                         \
	"\"herkomst\":{\"soort\":\"gebruiker\",\"door\":\"fictief\"},"
#define CITY "\"niveau\":\"gemeente\",\"gebied\":null,"
#define WIJK "\"niveau\":\"wijk\",\"gebied\":\"*\","

/* Adds a file with these norms (objects, comma between). */
static int load(const char *norms)
{
	char *path = file_join(dir, "n.json");
	char *text = mem_printf(
		"{\"schema\":\"normen/1\",\"gemeente\":\"fictiedam\",\"normen\":[%s]}", norms);
	int rc;

	assert_ok(file_write(path, text, strlen(text), 0600, &err));
	rc = norm_list_load(&list, path, "normen/n.json", &err);
	free(text);
	free(path);
	return rc;
}

static struct gebied city(void)
{
	static char code[] = "GM9999", niveau[] = "gemeente", indeling[] = "";

	return (struct gebied){.code = code, .niveau = niveau, .indeling = indeling, .eigen = true};
}

static const char *found(const struct gebied *g, struct periode p)
{
	const struct norm_def *n = norm_find(&list, "A-01", 1, g, p, DATE_NONE);

	return n ? n->id : "geen";
}

static void a_value_is_read_exactly_from_text(void **state)
{
	(void)state;
	assert_ok(load("{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"2,75\"}"));
	assert_int_equal(fraction_cmp(norm_fraction(list.item[0].waarde, "%"),
				 (struct fraction){275, 10000}),
		0);
	assert_int_equal(fraction_cmp(norm_fraction(list.item[0].waarde, "per 1.000"),
				 (struct fraction){275, 100000}),
		0);
	assert_int_equal(fraction_cmp(norm_fraction(list.item[0].waarde, "per 100"),
				 (struct fraction){275, 10000}),
		0);
	assert_int_equal(fraction_cmp(norm_fraction(list.item[0].waarde, "dagen"),
				 (struct fraction){275, 100}),
		0);
	assert_int_equal(fraction_cmp(norm_fraction(list.item[0].waarde, "procentpunt"),
				 (struct fraction){275, 10000}),
		0);
}

static void wrong_norms_are_refused_with_the_reason(void **state)
{
	static const struct {
		const char *norm, *part;
	} v[] = {
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":92}",
			"aanhalingstekens"},
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"9 2\"}",
			"waarde"},
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"100,1\"}",
			"100"},
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"-1\"}",
			"negatief"},
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waard\":\"92\"}", "waard"},
		{"{\"id\":\"a\"," HEAD CITY
		 "\"vanaf\":\"2025-01-01\",\"tot\":\"2024-12-31\",\"waarde\":\"92\"}",
			"tot"},
		{"{\"id\":\"a\"," HEAD
		 "\"niveau\":\"wijk\",\"gebied\":null,\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"}",
			"gebied"},
		{"{\"id\":\"a\"," HEAD WIJK
		 "\"indeling\":\"2025\",\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"}",
			"indeling"},
		{"{\"id\":\"a\"," HEAD CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\",\"waarde_tot\":\"95\"}",
			"band"},
		{"{\"id\":\"a\"," HEAD CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\",\"bijna_norm\":\"92\"}",
			"bijna"},
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\","
		 "\"traject\":[{\"peil\":\"2025-06-30\",\"waarde\":\"80\"}]}",
			"streefdatum"},
		{"{\"id\":\"a\"," HEAD CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\",\"streefdatum\":\"2026-01-01\","
		 "\"traject\":[{\"peil\":\"2025-06-30\",\"waarde\":\"80\"},{\"peil\":\"2025-06-"
		 "30\",\"waarde\":\"85\"}]}",
			"volgorde"},
		{"{\"id\":\"a\"," HEAD CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\",\"streefdatum\":\"2026-01-01\","
		 "\"traject\":[{\"peil\":\"2026-06-30\",\"waarde\":\"80\"}]}",
			"na de streefdatum"},
		{"{\"id\":\"a\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\","
		 "\"geaccepteerde_afwijking\":{\"waarde\":\"85\",\"reden\":\"x\"}}",
			"tot"},
		{"{\"id\":\"a\",\"indicator\":\"A-01\",\"eenheid\":\"%\",\"soort\":\"minimum\","
		 "\"status\":\"vastgesteld\","
		 "\"herkomst\":{\"soort\":\"lea\"}," CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"}",
			"document"},
		{"{\"id\":\"a\",\"indicator\":\"A-01\",\"eenheid\":\"%\",\"soort\":\"minimum\","
		 "\"status\":\"richtwaarde\","
		 "\"herkomst\":{\"soort\":\"gebruiker\"}," CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"}",
			"door"},
		{"{\"id\":\"a\",\"indicator\":\"A-01\",\"eenheid\":\"%\",\"soort\":\"band\","
		 "\"status\":\"richtwaarde\","
		 "\"herkomst\":{\"soort\":\"gebruiker\",\"door\":\"x\"}," CITY
		 "\"vanaf\":\"2025-01-01\",\"waarde\":\"60\",\"waarde_tot\":\"40\"}",
			"bovenkant"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		if (load(v[i].norm) == 0)
			fail_msg("aangenomen: %s", v[i].norm);
		assert_int_equal(err.kind, ERR_DEFINITION);
		if (!strstr(err.text, v[i].part) || !strstr(err.text, "normen/n.json, regel 1"))
			fail_msg("'%s' staat niet in '%s'", v[i].part, err.text);
		err_release(&err);
		assert_int_equal(list.count, 0);
	}
}

static void two_norms_for_one_day_are_refused_and_neighbours_are_not(void **state)
{
	(void)state;
	assert_ok(load("{\"id\":\"a\"," HEAD CITY
		       "\"vanaf\":\"2025-01-01\",\"tot\":\"2025-06-30\",\"waarde\":\"90\"},"
		       "{\"id\":\"b\"," HEAD CITY "\"vanaf\":\"2025-07-01\",\"waarde\":\"92\"},"
		       "{\"id\":\"w\"," HEAD WIJK "\"vanaf\":\"2025-01-01\",\"waarde\":\"80\"}"));
	assert_refused(load("{\"id\":\"c\"," HEAD CITY
			    "\"vanaf\":\"2025-06-30\",\"tot\":\"2025-06-30\",\"waarde\":\"91\"}"),
		"valt over die van a");
	assert_refused(
		load("{\"id\":\"c\"," HEAD CITY "\"vanaf\":\"2030-01-01\",\"waarde\":\"91\"}"),
		"valt over die van b");
	assert_refused(load("{\"id\":\"a\"," HEAD CITY
			    "\"vanaf\":\"2020-01-01\",\"tot\":\"2020-12-31\",\"waarde\":\"91\"}"),
		"bestaat al");
	assert_ok(load("{\"id\":\"c\"," HEAD CITY
		       "\"vanaf\":\"2024-01-01\",\"tot\":\"2024-12-31\",\"waarde\":\"91\"}"));
}

static void a_period_has_the_norm_of_its_last_day(void **state)
{
	struct gebied g = city();

	(void)state;
	assert_ok(load("{\"id\":\"a\"," HEAD CITY
		       "\"vanaf\":\"2025-01-01\",\"tot\":\"2025-06-30\",\"waarde\":\"90\"},"
		       "{\"id\":\"b\"," HEAD CITY
		       "\"vanaf\":\"2025-07-01\",\"tot\":\"2025-12-30\",\"waarde\":\"92\"}"));
	assert_string_equal(found(&g, periode_kwartaal(2024, 4)), "geen");
	assert_string_equal(found(&g, periode_kwartaal(2025, 1)), "a");
	assert_string_equal(found(&g, periode_kwartaal(2025, 2)), "a"); /* tot is inclusive */
	assert_string_equal(found(&g, periode_kwartaal(2025, 3)), "b");
	assert_string_equal(
		found(&g, periode_kwartaal(2025, 4)), "geen"); /* ends a day too early */
	assert_string_equal(found(&g, periode_dag((struct date){2025, 1, 1})), "a");
}

static void a_norm_holds_from_its_first_to_its_last_day(void **state)
{
	static const struct {
		struct date day;
		const char *norm;
	} v[] = {{{2024, 12, 31}, "geen"}, {{2025, 1, 1}, "a"}, {{2025, 1, 2}, "a"}, {{2025, 6, 29}, "a"},
		{{2025, 6, 30}, "a"}, {{2025, 7, 1}, "b"}, {{2025, 12, 30}, "b"}, {{2025, 12, 31}, "geen"}};
	struct gebied g = city();

	(void)state;
	assert_ok(load("{\"id\":\"a\"," HEAD CITY
		       "\"vanaf\":\"2025-01-01\",\"tot\":\"2025-06-30\",\"waarde\":\"90\"},"
		       "{\"id\":\"b\"," HEAD CITY
		       "\"vanaf\":\"2025-07-01\",\"tot\":\"2025-12-30\",\"waarde\":\"92\"}"));
	for (size_t i = 0; i < ARRAY_LEN(v); i++)
		assert_string_equal(found(&g, periode_dag(v[i].day)), v[i].norm);
}

static void the_most_specific_norm_wins_and_none_is_inherited(void **state)
{
	struct gebied here = {.code = (char[]){"WK999901"},
		.niveau = (char[]){"wijk"},
		.indeling = (char[]){"2025"},
		.eigen = true};
	struct gebied old = {.code = (char[]){"WK999901"},
		.niveau = (char[]){"wijk"},
		.indeling = (char[]){"2024"},
		.eigen = true};
	struct gebied buurt = {.code = (char[]){"BU1"},
		.niveau = (char[]){"buurt"},
		.indeling = (char[]){"2025"},
		.eigen = true};
	struct periode p = periode_kwartaal(2025, 2);

	(void)state;
	assert_ok(
		load("{\"id\":\"named\"," HEAD
		     "\"niveau\":\"wijk\",\"gebied\":\"WK999901\",\"indeling\":\"2025\","
		     "\"vanaf\":\"2025-01-01\",\"waarde\":\"80\"},"
		     "{\"id\":\"all\"," HEAD WIJK "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"},"
		     "{\"id\":\"city\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"}"));
	assert_string_equal(found(&here, p), "named");
	assert_string_equal(found(&old, p), "all");
	assert_string_equal(found(&buurt, p), "geen");
}

static void a_norm_is_for_a_version_of_the_definition_and_on(void **state)
{
	struct gebied g = city();
	struct periode p = periode_kwartaal(2026, 2);

	(void)state;
	assert_ok(load("{\"id\":\"v1\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"90\"},"
		       "{\"id\":\"v2\",\"indicator_versie_vanaf\":2," HEAD CITY
		       "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\"}"));
	assert_string_equal(norm_find(&list, "A-01", 1, &g, p, DATE_NONE)->id, "v1");
	assert_string_equal(norm_find(&list, "A-01", 2, &g, p, DATE_NONE)->id, "v2");
	assert_null(norm_find(&list, "A-02", 2, &g, p, DATE_NONE));
}

static void a_norm_for_a_subgroup_is_only_for_an_indicator_that_counts_it(void **state)
{
	char *level4[] = {(char[]){"4"}}, *level3[] = {(char[]){"3"}};
	struct filter four = {(char[]){"niveau"}, FILTER_IS, level4, 1},
		      three = {(char[]){"niveau"}, FILTER_IS, level3, 1};
	struct indicator_def def = {
		.id = (char[]){"A-01"}, .versie = 1, .teller = {.waar = &four, .waar_count = 1}};
	struct gebied g = city();
	struct periode p = periode_schooljaar(2020);

	(void)state;
	assert_ok(load(
		"{\"id\":\"n4\"," HEAD CITY "\"groep\":[{\"kolom\":\"niveau\",\"is\":[\"4\"]}],"
		"\"vanaf\":\"2020-08-01\",\"waarde\":\"3,34\"},"
		"{\"id\":\"n3\"," HEAD CITY "\"groep\":[{\"kolom\":\"niveau\",\"is\":[\"3\"]}],"
		"\"vanaf\":\"2020-08-01\",\"waarde\":\"3,99\"}"));
	assert_string_equal(norm_find_for(&list, &def, &g, p, DATE_NONE)->id, "n4");
	def.teller.waar = &three;
	assert_string_equal(norm_find_for(&list, &def, &g, p, DATE_NONE)->id, "n3");
	def.teller.waar_count = 0;
	assert_null(norm_find_for(&list, &def, &g, p, DATE_NONE));
	assert_null(norm_find(&list, "A-01", 1, &g, p, DATE_NONE));
}

static void an_own_value_may_lie_over_a_shipped_one_but_not_over_what_was_agreed(void **state)
{
	struct gebied g = city();
	struct periode p = periode_kwartaal(2026, 2);

	(void)state;
	assert_ok(
		load("{\"id\":\"shipped\"," HEAD CITY "\"vanaf\":\"2025-01-01\",\"waarde\":\"90\"},"
		     "{\"id\":\"own\",\"vastgelegd_op\":\"2026-01-05\"," HEAD CITY
		     "\"vanaf\":\"2026-01-01\",\"waarde\":\"85\"}"));
	assert_string_equal(found(&g, p), "own");
	assert_string_equal(found(&g, periode_kwartaal(2025, 4)), "shipped");
	assert_ok(load(
		"{\"id\":\"agreed\",\"indicator\":\"A-01\",\"eenheid\":\"%\",\"soort\":\"minimum\","
		"\"status\":\"vastgesteld\",\"herkomst\":{\"soort\":\"raad\",\"document\":"
		"\"Besluit\"},"
		"\"vastgelegd_op\":\"2026-01-04\"," CITY
		"\"vanaf\":\"2026-01-01\",\"waarde\":\"95\"}"));
	assert_string_equal(found(&g, p), "agreed");
}

static void deviations_path_and_almost_are_kept_exactly(void **state)
{
	const struct norm_def *n;

	(void)state;
	assert_ok(load("{\"id\":\"a\"," HEAD CITY
		       "\"vanaf\":\"2025-01-01\",\"waarde\":\"92\",\"bijna_norm\":\"90\","
		       "\"toetsing\":\"alleen_feit\",\"streefdatum\":\"2026-12-31\","
		       "\"geaccepteerde_afwijking\":{\"gebied\":\"GM9999\",\"waarde\":\"85\","
		       "\"tot\":\"2026-06-30\","
		       "\"reden\":\"verbouwing\",\"besluit\":null},"
		       "\"traject\":[{\"peil\":\"2025-12-31\",\"waarde\":\"88,5\"},{\"peil\":"
		       "\"2026-12-31\",\"waarde\":\"92\"}]}"));
	n = &list.item[0];
	assert_true(n->heeft_bijna && n->alleen_feit);
	assert_int_equal(n->afwijking_count, 1);
	assert_int_equal(n->afwijking[0].tot.month, 6);
	assert_int_equal(n->traject_count, 2);
	assert_true(decimal_equal(n->traject[0].waarde, (struct decimal){885, 1}));
}

static void the_norms_of_real_vsv_move_both_ways_and_each_year_keeps_its_own(void **state)
{
	/* goals.md A.7: niveau 4 went from 2,7 to 3,34 */
	struct gebied g = city();
	static const char year[] = "{\"id\":\"%d\",\"indicator\":\"A-01\",\"eenheid\":\"%%\","
				   "\"soort\":\"maximum\",\"status\":\"afgeleid\","
				   "\"herkomst\":{\"soort\":\"extern\"}," CITY
				   "\"vanaf\":\"%d-08-01\",\"tot\":\"%d-07-31\",\"waarde\":\"%s\"}";
	static const char *const value[] = {"2,7", "3,34", "3,25"};

	(void)state;
	for (int i = 0; i < 3; i++) {
		char *norm = mem_printf(year, 2019 + i, 2019 + i, 2020 + i, value[i]);

		assert_ok(load(norm));
		free(norm);
	}
	assert_string_equal(found(&g, periode_schooljaar(2018)), "geen");
	assert_string_equal(found(&g, periode_schooljaar(2019)), "2019");
	assert_string_equal(found(&g, periode_schooljaar(2020)), "2020");
	assert_string_equal(found(&g, periode_schooljaar(2022)), "geen");
}

/* The value for a school year and mbo level in thousandths of a percent, as DUO publishes it; ""
 * when none. */
static void each_year_of_the_published_vsv_norms_keeps_its_own_value(void **state)
{
	static const char path[] = "../shared/data/duo-vsv-normen/VSV_normen.csv";
	static const char norm[] =
		"{\"id\":\"%d-%d\",\"indicator\":\"A-01\",\"eenheid\":\"%%\",\"soort\":\"maximum\","
		"\"status\":\"afgeleid\","
		"\"herkomst\":{\"soort\":\"extern\"}," CITY
		"\"groep\":[{\"kolom\":\"niveau\",\"is\":[\"%d\"]}],"
		"\"vanaf\":\"%d-08-01\",\"tot\":\"%d-07-31\",\"waarde\":\"%d,%03d\"}";
	struct gebied g = city();
	char *text = NULL;
	size_t len, norms = 0;

	(void)state;
	if (!test_has_shared(path))
		skip();
	assert_ok(file_read(path, 1 << 16, &text, &len, &err));
	for (char *line = strtok(text, "\r\n"); line; line = strtok(NULL, "\r\n")) {
		int first, second, value, level;
		char *one;

		if (sscanf(line, "%d-%d;%d;%d", &first, &second, &value, &level) != 4)
			continue; /* the header, and years without a norm */
		one = mem_printf(
			norm, first, level, level, first, second, value / 1000, value % 1000);
		assert_ok(load(one));
		free(one);
		norms++;
	}
	free(text);
	assert_true(norms >= 28);
	for (size_t i = 0; i < list.count; i++) {
		const struct norm_def *n = &list.item[i];
		struct indicator_def def = {.id = n->indicator,
			.versie = 1,
			.teller = {.waar = n->groep, .waar_count = 1}};

		assert_string_equal(
			norm_find_for(&list, &def, &g, periode_schooljaar(n->vanaf.year), DATE_NONE)
				->id,
			n->id);
		assert_null(norm_find(
			&list, "A-01", 1, &g, periode_schooljaar(n->vanaf.year), DATE_NONE));
	}
	/* the norm of 2020-2021 moved the "wrong" way, and the year before keeps its own */
	for (int level = 1; level <= 4; level++) {
		char word[2] = {(char)('0' + level), 0}, *words[] = {word};
		struct filter f = {(char[]){"niveau"}, FILTER_IS, words, 1};
		struct indicator_def def = {.id = (char[]){"A-01"},
			.versie = 1,
			.teller = {.waar = &f, .waar_count = 1}};
		const struct norm_def *before =
			norm_find_for(&list, &def, &g, periode_schooljaar(2019), DATE_NONE);
		const struct norm_def *after =
			norm_find_for(&list, &def, &g, periode_schooljaar(2020), DATE_NONE);

		assert_true(decimal_cmp(after->waarde, before->waarde) > 0);
		assert_null(norm_find_for(&list, &def, &g, periode_schooljaar(2010), DATE_NONE));
	}
}

#define IN_DIR(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DIR(a_value_is_read_exactly_from_text),
		IN_DIR(wrong_norms_are_refused_with_the_reason),
		IN_DIR(two_norms_for_one_day_are_refused_and_neighbours_are_not),
		IN_DIR(a_period_has_the_norm_of_its_last_day),
		IN_DIR(a_norm_holds_from_its_first_to_its_last_day),
		IN_DIR(the_most_specific_norm_wins_and_none_is_inherited),
		IN_DIR(a_norm_is_for_a_version_of_the_definition_and_on),
		IN_DIR(a_norm_for_a_subgroup_is_only_for_an_indicator_that_counts_it),
		IN_DIR(an_own_value_may_lie_over_a_shipped_one_but_not_over_what_was_agreed),
		IN_DIR(deviations_path_and_almost_are_kept_exactly),
		IN_DIR(each_year_of_the_published_vsv_norms_keeps_its_own_value),
		IN_DIR(the_norms_of_real_vsv_move_both_ways_and_each_year_keeps_its_own),
	};

	return RUN_TESTS(tests);
}
