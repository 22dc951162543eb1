/* What definition files say about each other: each fault is found, named by file, line and key, and
 * alone. */
#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "def/check.h"
#include "tree_dir.h"

static struct err err = ERR_INIT;
static char *werkmap;
static struct check_list found;

static int setup(void **state)
{
	(void)state;
	werkmap = tree_dir_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	tree_dir_remove(werkmap);
	check_list_release(&found);
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

/* A copy of a shipped file in the werkmap, with one text (which must be there) replaced. */
static void change(const char *kind, const char *name, const char *from, const char *to)
{
	char *dir = file_join(kind, name), *text = NULL, *at;
	struct str changed = STR_INIT;
	size_t len;

	assert_ok(file_read(dir, 1 << 20, &text, &len, &err));
	at = strstr(text, from);
	if (!at)
		fail_msg("%s staat niet in %s", from, name);
	str_add_n(&changed, text, (size_t)(at - text));
	str_add(&changed, to);
	str_add(&changed, at + strlen(from));
	put(kind, name, str_text(&changed));
	str_release(&changed);
	free(text);
	free(dir);
}

static void check_all(const struct gebied_list *gebieden)
{
	struct definities *defs = NULL;

	check_list_release(&found);
	assert_ok(definities_load_indicatoren(&defs, werkmap, ".", &err));
	assert_ok(check_indicatoren(defs, &found, &err));
	definities_free(defs);
	defs = NULL;
	assert_ok(definities_load(&defs, werkmap, ".", "zoetermeer", &err));
	assert_ok(check_gemeente(defs, gebieden, &found, &err));
	definities_free(defs);
}

static void assert_found(const char *where, const char *what)
{
	for (size_t i = 0; i < found.count; i++) {
		if (strstr(found.item[i].tekst, where) && strstr(found.item[i].tekst, what) &&
			strstr(found.item[i].tekst, "regel "))
			return;
	}
	for (size_t i = 0; i < found.count; i++)
		print_error("gevonden: %s\n", found.item[i].tekst);
	fail_msg("niet gevonden: %s ... %s", where, what);
}

static void the_shipped_files_say_nothing_against_each_other(void **state)
{
	static const char *const names[] = {"zoetermeer", "leiden", "heerenveen"};
	struct definities *defs = NULL;

	(void)state;
	check_all(NULL);
	for (size_t i = 1; i < ARRAY_LEN(names); i++) {
		defs = NULL;
		assert_ok(definities_load(&defs, NULL, ".", names[i], &err));
		assert_ok(check_gemeente(defs, NULL, &found, &err));
		definities_free(defs);
	}
	for (size_t i = 0; i < found.count; i++)
		print_error("%s\n", found.item[i].tekst);
	assert_int_equal(found.count, 0);
}

static void each_fault_of_an_indicator_is_found_by_itself(void **state)
{
	static const struct {
		const char *name, *from, *to, *where, *what, *near;
	} v[] = {
		{"OAB-01.json", "\"bron\": \"vve_doelgroep\"", "\"bron\": \"vve_doelgroepen\"",
			"sleutel teller.bron", "geen profiel", "vve_doelgroep"},
		{"OAB-01.json", "\"aantal_in_opvang\"", "\"aantal_in_opvan\"",
			"sleutel teller.kolom", "geen aantal", "aantal_in_opvang"},
		{"OAB-01.json", "\"kolom\": \"leeftijdsgroep\"", "\"kolom\": \"leeftijdgroep\"",
			"sleutel teller.waar[0].kolom", "geen kenmerk", "leeftijdsgroep"},
		{"OAB-01.json", "[\"2,5-4\"]", "[\"2,5-5\"]", "sleutel teller.waar[0].is",
			"codelijst", "2,5-4"},
		{"OAB-05.json", "\"laatste_1_januari\"", "\"zelfde\"", "sleutel noemer.bron",
			"peildatums", NULL},
		{"OAB-01.json",
			"\"type\": \"kwartaal\", \"ritme\": \"kwartaal\", \"vergelijk\": "
			"\"zelfde_kwartaal_vorig_jaar\"",
			"\"type\": \"schooljaar\", \"ritme\": \"schooljaar\", \"vergelijk\": "
			"\"vorig_schooljaar\"",
			"sleutel teller.bron", "schooljaren", NULL},
		{"THZ-04.json", "[\"gemeente\"]", "[\"gemeente\", \"wijk\"]",
			"sleutel gebied.niveaus[1]", "niveau wijk", NULL},
		{"ADV-01.json", "\"som_teller_noemer\"", "\"per_niveau\"",
			"sleutel gebied.niveaus[0]", "optellen over gebieden mag hier niet", NULL},
		{"OAB-03.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-91\"",
			"sleutel afgeleid.van", "bestaat niet", "OAB-01"},
		{"OAB-03.json", "\"van\": \"OAB-01\"", "\"van\": \"OUD-01\"",
			"sleutel afgeleid.van", "geen noemer", NULL},
		{"GAP-01.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-07\"",
			"sleutel afgeleid.van", "geen wijken", NULL},
		{"OAB-04.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-08\"", "sleutel periode",
			"andere periodes", NULL},
		{"OAB-04.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-07\"",
			"sleutel gebied.niveaus", "niveau wijk", NULL},
		{"ADV-02.json", "\"laag\"", "\"lag\"", "sleutel afgeleid.groep[0].is", "codelijst",
			"laag"},
		{"OAB-02.json", "\"lees_samen_met\": [\"OAB-01\"",
			"\"lees_samen_met\": [\"OAB-11\"", "sleutel duiding.lees_samen_met[0]",
			"bestaat niet", NULL},
		{"OAB-01.json", "\"familie\": \"vve\"", "\"familie\": \"vvee\"",
			"sleutel privacy.familie", "staat niet in", NULL},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		bool near = !v[i].near;

		change("indicators", v[i].name, v[i].from, v[i].to);
		check_all(NULL);
		assert_found(v[i].where, v[i].what);
		assert_found(v[i].name, v[i].what);
		for (size_t k = 0; k < found.count && !near; k++)
			near = found.item[k].advies && strstr(found.item[k].advies, v[i].near);
		if (!near)
			fail_msg("geen suggestie %s", v[i].near);
		assert_true(found.count <= 5); /* what is derived from it may suffer too */
		tree_dir_remove(werkmap);
		werkmap = tree_dir_new();
	}
}

static void a_value_as_delivered_is_not_to_be_added(void **state)
{
	(void)state;
	change("indicators", "OVG-05.json", "\"tel\": \"som\"", "\"tel\": \"aangeleverd\"");
	check_all(NULL);
	assert_found("sleutel aggregatie.ruimte", "niet op te tellen");
}

static void a_circle_is_found_without_going_round_for_ever(void **state)
{
	(void)state;
	change("indicators", "OAB-03.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-04\"");
	change("indicators", "OAB-04.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-03\"");
	check_all(NULL);
	assert_found("sleutel afgeleid", "kring");
}

#define NORM(id, extra)                                                                            \
	"{\"schema\":\"normen/1\",\"gemeente\":\"zoetermeer\",\"normen\":[\n{\"id\":\"" id         \
	"\",\"status\":\"richtwaarde\","                                                           \
	"\"vanaf\":\"2025-01-01\",\"waarde\":\"80\",\"herkomst\":{\"soort\":\"gebruiker\","        \
	"\"door\":\"fictief\"}," extra "}]}"
#define CITY_MIN "\"niveau\":\"gemeente\",\"gebied\":null,\"soort\":\"minimum\",\"eenheid\":\"%\","

static void each_fault_of_a_norm_is_found(void **state)
{
	static const struct {
		const char *file, *where, *what;
	} v[] = {
		{NORM("N", CITY_MIN "\"indicator\":\"OAB-99\""), "sleutel normen[0].indicator",
			"bestaat niet"},
		{NORM("N", CITY_MIN "\"indicator\":\"OAB-02\",\"indicator_versie_vanaf\":2"),
			"sleutel normen[0].indicator_versie_vanaf", "nog geen versie 2"},
		{NORM("N", "\"niveau\":\"wijk\",\"gebied\":\"*\",\"soort\":\"minimum\",\"eenheid\":"
			   "\"%\",\"indicator\":\"OAB-07\""),
			"sleutel normen[0].niveau", "niveau wijk"},
		{NORM("N", CITY_MIN "\"indicator\":\"VSV-01\""), "sleutel normen[0].soort",
			"lager beter"},
		{NORM("N", "\"niveau\":\"gemeente\",\"gebied\":null,\"soort\":\"maximum\","
			   "\"eenheid\":\"%\",\"indicator\":\"OAB-02\""),
			"sleutel normen[0].soort", "hoger beter"},
		{NORM("N", CITY_MIN "\"indicator\":\"SO-01\""), "sleutel normen[0].indicator",
			"niet geoordeeld"},
		{NORM("N", CITY_MIN "\"indicator\":\"OAB-02\",\"groep\":[{\"kolom\":"
				    "\"leeftijdsgroep\",\"is\":[\"2-2,5\"]}]"),
			"sleutel normen[0].groep", "niet apart"},
		{NORM("N", CITY_MIN "\"indicator\":\"OAB-02\",\"streefdatum\":\"2024-01-01\""),
			"sleutel normen[0].streefdatum", "voor het begin"},
		{NORM("N", "\"niveau\":\"wijk\",\"gebied\":\"WK063799\",\"soort\":\"minimum\","
			   "\"eenheid\":\"%\",\"indicator\":\"OAB-02\""),
			"sleutel normen[0].gebied", "WK063799"},
		{NORM("N", "\"niveau\":\"wijk\",\"gebied\":\"WK063705\",\"indeling\":\"2024\","
			   "\"soort\":\"minimum\",\"eenheid\":\"%\","
			   "\"indicator\":\"OAB-02\""),
			"sleutel normen[0].gebied", "indeling van 2024"},
	};
	struct gebied_list areas = {NULL, 0, 0};
	struct gebied city = {.code = (char[]){"GM0637"},
		.naam = (char[]){"Zoetermeer"},
		.niveau = (char[]){"gemeente"},
		.indeling = (char[]){""},
		.eigen = true};
	struct gebied wijk = {.code = (char[]){"WK063705"},
		.naam = (char[]){"Meerzicht"},
		.niveau = (char[]){"wijk"},
		.indeling = (char[]){"2025"},
		.ouder = (char[]){"GM0637"},
		.eigen = true};

	(void)state;
	gebied_list_add(&areas, &city);
	gebied_list_add(&areas, &wijk);
	gebied_list_sort(&areas);
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		put("indicators/normen", "eigen.json", v[i].file);
		check_all(&areas);
		assert_found(v[i].where, v[i].what);
		assert_found("indicators/normen/eigen.json, regel 2", v[i].what);
		assert_int_equal(found.count, 1);
	}
	gebied_list_release(&areas);
}

static void a_break_on_the_way_to_a_date_is_found_and_only_there(void **state)
{
	(void)state;
	change("indicators/breuken", "zoetermeer.json", "\"breuken\": [",
		"\"breuken\": [ { \"id\": \"B-X\", \"indicator\": \"OAB-02\", \"niveau\": "
		"\"gemeente\", \"op\": \"2026-01-01\","
		" \"soort\": \"definitie\", \"reden\": \"x\", \"bron\": \"x\", \"vergelijkbaar\": "
		"false },");
	put("indicators/normen", "eigen.json",
		NORM("N", CITY_MIN "\"indicator\":\"OAB-02\",\"streefdatum\":\"2026-12-31\""));
	check_all(NULL);
	assert_found("sleutel normen[0].streefdatum", "B-X");
	put("indicators/normen", "eigen.json",
		NORM("N", CITY_MIN "\"indicator\":\"OAB-02\",\"streefdatum\":\"2025-12-31\""));
	check_all(NULL);
	assert_int_equal(found.count, 0);
}

static void breaks_families_and_goals_must_point_at_something(void **state)
{
	(void)state;
	change("indicators/breuken", "zoetermeer.json", "\"indicator\": \"ADV-01\"",
		"\"indicator\": \"ADV-11\"");
	change("indicators/privacy", "zoetermeer.json", "\"OAB-01.noemer\"", "\"OUD-01.noemer\"");
	change("indicators/doelen", "zoetermeer.json", "\"OAB-12\"", "\"OAB-13\"");
	check_all(NULL);
	assert_found("indicators/breuken/zoetermeer.json", "ADV-11 bestaat niet");
	assert_found("indicators/privacy/zoetermeer.json", "OUD-01 heeft geen noemer");
	assert_found("indicators/doelen/zoetermeer.json", "OAB-13 bestaat niet");
}

/* What puts the wijken in order: it exists, has a number per wijk, and is not how many children there are. */
static void what_orders_the_wijken_must_be_able_to(void **state)
{
	static const struct {
		const char *id, *fault;
	} wrong[] = {{"CTX-99", "CTX-99 bestaat niet"},
		{"GAP-01", "GAP-01 heeft geen cijfer per wijk"},
		{"OAB-03", "OAB-03 is een aantal"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		char *text = mem_printf("\"indicator\": \"%s\"", wrong[i].id);

		change("indicators/gemeenten", "zoetermeer.json", "\"indicator\": \"CTX-01\"", text);
		check_all(NULL);
		assert_found("indicators/gemeenten/zoetermeer.json", wrong[i].fault);
		assert_found("sleutel volgorde_wijken.indicator", wrong[i].fault);
		free(text);
	}
}

static void a_norm_in_another_unit_stops_everything_and_names_its_line(void **state)
{
	struct definities *defs = NULL;

	(void)state;
	put("indicators/normen", "eigen.json",
		NORM("N", "\"niveau\":\"gemeente\",\"gebied\":null,\"soort\":\"minimum\","
			  "\"eenheid\":\"per 1.000\","
			  "\"indicator\":\"OAB-02\""));
	assert_int_equal(definities_load(&defs, werkmap, ".", "zoetermeer", &err), -1);
	assert_int_equal(err.kind, ERR_DEFINITION);
	assert_non_null(strstr(
		err.text, "indicators/normen/eigen.json, regel 2, sleutel normen[0].eenheid"));
	assert_non_null(strstr(err.text, "'per 1.000'"));
	err_release(&err);
	assert_null(defs);
}

#define IN_DIR(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DIR(the_shipped_files_say_nothing_against_each_other),
		IN_DIR(each_fault_of_an_indicator_is_found_by_itself),
		IN_DIR(a_value_as_delivered_is_not_to_be_added),
		IN_DIR(a_circle_is_found_without_going_round_for_ever),
		IN_DIR(each_fault_of_a_norm_is_found),
		IN_DIR(a_break_on_the_way_to_a_date_is_found_and_only_there),
		IN_DIR(breaks_families_and_goals_must_point_at_something),
		IN_DIR(what_orders_the_wijken_must_be_able_to),
		IN_DIR(a_norm_in_another_unit_stops_everything_and_names_its_line),
	};

	return RUN_TESTS(tests);
}
