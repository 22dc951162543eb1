/* One definition file: every key reaches the struct; every fault is refused with file, line, key
 * and the word that was meant. */
#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "def/indicator_def.h"
#include "tree_dir.h"

static struct err err = ERR_INIT;
static char *dir;

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
	return 0;
}

/* Loads indicators/<name> with `from` (once, must be there) replaced by `to`. */
static int load_changed(
	struct indicator_def **out, const char *name, const char *from, const char *to)
{
	char *source = file_join("indicators", name), *text = NULL,
	     *path = file_join(dir, "X.json"), *at;
	struct str changed = STR_INIT;
	size_t len;
	int rc;

	assert_ok(file_read(source, 1 << 20, &text, &len, &err));
	at = strstr(text, from);
	if (!at)
		fail_msg("%s staat niet in %s", from, name);
	str_add_n(&changed, text, (size_t)(at - text));
	str_add(&changed, to);
	str_add(&changed, at + strlen(from));
	assert_ok(file_write(path, str_text(&changed), changed.len, 0600, &err));
	rc = indicator_def_load(out, path, "indicators/X.json", &err);
	str_release(&changed);
	free(text);
	free(source);
	free(path);
	return rc;
}

static void every_key_of_the_file_reaches_the_struct(void **state)
{
	struct indicator_def *d = NULL;

	(void)state;
	assert_ok(indicator_def_load(&d, "indicators/OAB-01.json", "indicators/OAB-01.json", &err));
	assert_string_equal(d->id, "OAB-01");
	assert_int_equal(d->versie, 1);
	assert_int_equal(d->geldig_vanaf.year, 2021);
	assert_false(d->heeft_voorganger);
	assert_int_equal(d->klasse, KLASSE_GETAL);
	assert_int_equal(d->keten, KETEN_OUTCOME);
	assert_int_equal(d->soort, SOORT_AANDEEL);
	assert_string_equal(d->eenheid, "%");
	assert_int_equal(d->decimalen, 1);
	assert_int_equal(d->richting, RICHTING_HOGER_BETER);
	assert_string_equal(d->teller.bron, "vve_doelgroep");
	assert_string_equal(d->teller.kolom, "aantal_in_opvang");
	assert_int_equal(d->teller.waar_count, 1);
	assert_string_equal(d->teller.waar[0].kolom, "leeftijdsgroep");
	assert_string_equal(d->teller.waar[0].is[0], "2,5-4");
	assert_string_equal(d->noemer.kolom, "aantal_doelgroep");
	assert_int_equal(d->noemer.koppeling, KOPPELING_ZELFDE);
	assert_true(d->subset_eis);
	assert_int_equal(d->niveau_count, 2);
	assert_true(d->onbekend_telt_mee);
	assert_int_equal(d->periode_soort, PERIODE_KWARTAAL);
	assert_string_equal(d->vergelijk, "zelfde_kwartaal_vorig_jaar");
	assert_int_equal(d->definitief_na_dagen, 60);
	assert_true(d->optelbaar);
	assert_int_equal(d->onzekerheid, ONZEKERHEID_EXACT);
	assert_int_equal(d->n_min, 12);
	assert_string_equal(d->privacy_familie, "vve");
	assert_string_equal(d->woorden.groep, "doelgroeppeuters");
	assert_int_equal(d->lees_samen_count, 2);
	assert_int_equal(d->ontleend_count, 1);
	assert_non_null(strstr(d->ontleend_aan[0].citaat, "minimaal 92%"));
	assert_int_equal(strlen(d->hash), 64);
	indicator_def_free(d);
	indicator_def_free(NULL);
}

static void a_fault_is_named_by_file_line_and_key(void **state)
{
	static const struct {
		const char *name, *from, *to, *part;
	} v[] = {
		{"OAB-01.json", "\"richting\"", "\"richtin\"", "richting"},
		{"OAB-01.json", "\"richting\": \"hoger_beter\",", "", "richting"},
		{"OAB-01.json", "\"hoger_beter\"", "\"hoger\"", "hoger_beter"},
		{"OAB-01.json", "\"aandeel\"", "\"aandel\"", "aandeel"},
		{"OAB-01.json", "\"indicator/1\"", "\"indicator/2\"", "indicator/1"},
		{"OAB-01.json", "\"indicator/1\"", "\"normen/1\"", "schema"},
		{"OAB-01.json", "\"tel\": \"som\"", "\"tel\": \"sum\"", "som"},
		{"OAB-01.json", "\"2021-01-01\"", "\"2021-13-01\"", "geldig_vanaf"},
		{"OAB-01.json", "\"subset_eis\": true", "\"subset_eis\": \"ja\"", "subset_eis"},
		{"OAB-01.json", "\"gemeente\", \"wijk\"", "\"gemeente\", \"stad\"", "stad"},
		{"OAB-01.json", "\"gemeente\", \"wijk\"", "", "niveau"},
		{"OAB-01.json", "\"gemeente\", \"wijk\"", "\"wijk\", \"wijk\"", "twee keer"},
		{"OAB-01.json", "\"niveau\": 0.95", "\"niveau\": 0.9", "0.95"},
		{"OAB-01.json", "\"n_min\": 12", "\"n_min\": -1", "n_min"},
		{"OAB-01.json", "\"decimalen\": 1", "\"decimalen\": 4", "decimalen"},
		{"OAB-01.json", "\"is\": [\"2,5-4\"]", "\"is\": []", "leeg"},
		{"OAB-01.json", "\"is\": [\"2,5-4\"]", "\"leeg\": true, \"minstens\": \"1\"",
			"niet allebei"},
		{"OAB-01.json", "\"is\": [\"2,5-4\"]", "\"toch\": 1", "toch"},
		{"OAB-01.json", ", \"is\": [\"2,5-4\"]", "", "voorwaarde"},
		{"OAB-01.json", "\"vervangt\": null",
			"\"vervangt\": { \"versie\": 1, \"reden\": \"x\", \"vergelijkbaar\": false "
			"}",
			"versie 1"},
		{"OAB-01.json", "\"kolom\": \"aantal_in_opvang\"",
			"\"koppeling\": \"zelfde\", \"kolom\": \"aantal_in_opvang\"",
			"alleen een noemer"},
		{"OAB-01.json", "\"kolom\": \"aantal_doelgroep\"",
			"\"kolom\": \"aantal_doelgroep\", \"n\": 2", "vorige_n"},
		{"OAB-01.json", "\"kolom\": \"aantal_doelgroep\"",
			"\"kolom\": \"aantal_doelgroep\", \"koppeling\": \"vorige_n\"", "noemer.n"},
		{"OAB-01.json", "\"noemer\":", "\"toelichting\": \"\", \"afgeleid\":", "tel"},
		{"OAB-01.json", "\"klasse\": \"getal\"", "\"klasse\": \"proxy\"", "proxy"},
		{"OAB-01.json", "\"soort\": \"aandeel\"", "\"soort\": \"mediaan_aangeleverd\"",
			"niet op te tellen"},
		{"OAB-03.json", "\"van\": \"OAB-01\"", "\"van\": \"OAB-03\"", "zichzelf"},
		{"OAB-03.json", "\"noemer_min_teller\"", "\"verschil\"", "groep_min"},
		{"OAB-03.json", "\"noemer_min_teller\"", "\"geen\"", "OAB-01"},
		{"OAB-03.json", "\"noemer_min_teller\"", "\"tekort\", \"min\": \"OAB-02\"",
			"verschil"},
		{"OAB-03.json",
			"\"afgeleid\": { \"van\": \"OAB-01\", \"bewerking\": \"noemer_min_teller\" "
			"},",
			"", "teller"},
		{"LLN-01.json", "\"soort\": \"aantal\"", "\"soort\": \"aandeel\"", "noemer"},
		{"LLN-01.json", "\"geen_oordeel\"", "\"geen_oordeel\", \"extra\": 1", "extra"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct indicator_def *d = NULL;

		if (load_changed(&d, v[i].name, v[i].from, v[i].to) == 0)
			fail_msg("aangenomen: %s", v[i].to);
		assert_null(d);
		assert_int_equal(err.kind, ERR_DEFINITION);
		if ((!strstr(err.text, v[i].part) &&
			    !(err.advice && strstr(err.advice, v[i].part))) ||
			!strstr(err.text, "indicators/X.json"))
			fail_msg("'%s' staat niet in '%s'", v[i].part, err.text);
		err_release(&err);
	}
}

static void a_misspelt_key_suggests_the_right_one(void **state)
{
	struct indicator_def *d = NULL;

	(void)state;
	assert_int_equal(load_changed(&d, "OAB-01.json", "\"richting\"", "\"richtig\""), -1);
	assert_non_null(strstr(err.text, "richtig"));
	assert_true(
		strstr(err.text, "\"richting\"") || (err.advice && strstr(err.advice, "richting")));
	err_release(&err);
}

static void conditions_of_every_kind_are_read(void **state)
{
	static const struct {
		const char *json;
		enum filter_soort soort;
	} v[] = {{"\"is_niet\": [\"a\", \"b\"]", FILTER_IS_NIET},
		{"\"minstens\": \"2025-01-01\"", FILTER_MINSTENS},
		{"\"hoogstens\": \"12\"", FILTER_HOOGSTENS}, {"\"leeg\": true", FILTER_LEEG},
		{"\"leeg\": false", FILTER_NIET_LEEG}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		struct indicator_def *d = NULL;

		assert_ok(load_changed(&d, "OAB-01.json", "\"is\": [\"2,5-4\"]", v[i].json));
		assert_int_equal(d->teller.waar[0].soort, v[i].soort);
		assert_false(filter_equal(&d->teller.waar[0], &d->noemer.waar[0]));
		indicator_def_free(d);
	}
}

static void a_coupling_and_its_number_are_read(void **state)
{
	struct indicator_def *d = NULL;

	(void)state;
	assert_ok(load_changed(&d, "OAB-01.json", "\"kolom\": \"aantal_doelgroep\"",
		"\"kolom\": \"aantal_doelgroep\", \"koppeling\": \"vorige_n\", \"n\": 2"));
	assert_int_equal(d->noemer.koppeling, KOPPELING_VORIGE_N);
	assert_int_equal(d->noemer.koppeling_n, 2);
	assert_string_equal(koppeling_code(d->noemer.koppeling), "vorige_n");
	indicator_def_free(d);
}

static void two_groups_of_one_indicator_are_read(void **state)
{
	struct indicator_def *d = NULL;

	(void)state;
	assert_ok(load_changed(&d, "OAB-03.json", "\"noemer_min_teller\"",
		"\"verschil\", \"groep\": [{\"kolom\": \"ses\", \"is\": [\"laag\"]}],"
		"\"groep_min\": [{\"kolom\": \"ses\", \"is\": [\"hoog\"]}]"));
	assert_int_equal(d->bewerking, BEWERKING_VERSCHIL);
	assert_string_equal(d->groep[0].is[0], "laag");
	assert_string_equal(d->groep_min[0].is[0], "hoog");
	indicator_def_free(d);
}

static void a_comparable_predecessor_is_told_apart(void **state)
{
	struct indicator_def *d = NULL;

	(void)state;
	assert_ok(load_changed(&d, "OAB-01.json", "\"versie\": 1,", "\"versie\": 3,"));
	assert_true(d->vergelijkbaar);
	indicator_def_free(d);
	d = NULL;
	assert_ok(load_changed(&d, "OAB-01.json",
		"\"versie\": 1,\n  \"geldig_vanaf\": \"2021-01-01\",\n  \"vervangt\": null",
		"\"versie\": 2,\n  \"geldig_vanaf\": \"2025-07-01\",\n"
		"  \"vervangt\": { \"versie\": 1, \"reden\": \"criteria\", \"vergelijkbaar\": "
		"false }"));
	assert_true(d->heeft_voorganger);
	assert_false(d->vergelijkbaar);
	assert_string_equal(d->vervangt_reden, "criteria");
	indicator_def_free(d);
}

#define IN_DIR(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DIR(every_key_of_the_file_reaches_the_struct),
		IN_DIR(a_fault_is_named_by_file_line_and_key),
		IN_DIR(a_misspelt_key_suggests_the_right_one),
		IN_DIR(conditions_of_every_kind_are_read),
		IN_DIR(a_coupling_and_its_number_are_read),
		IN_DIR(two_groups_of_one_indicator_are_read),
		IN_DIR(a_comparable_predecessor_is_told_apart),
	};

	return RUN_TESTS(tests);
}
