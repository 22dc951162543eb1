#include "test.h"

#include "base/file.h"
#include "def/import_def.h"
#include "def/import_load.h"

#include "profile_fixture.h"

#define KEY "[\"wijk\",\"kwartaal\"],"
#define COLUMNS PROFILE_WIJK "," PROFILE_KWARTAAL "," PROFILE_AANTAL

/* The profile made of these parts is refused, with this in its message. */
static void wrong(const char *rijen, const char *columns, const char *key, const char *extra, const char *part)
{
	char *text = profile_text(rijen, columns, key, extra);
	struct import_def *def = NULL;
	struct err err = ERR_INIT;
	int result = import_def_parse(&def, text, strlen(text), "imports/proef.json", &err);

	if (result == 0 || !strstr(err.text, part))
		print_error("%s\n-> %s\n", extra, result ? err.text : "(goed)");
	assert_int_equal(result, -1);
	assert_null(def);
	assert_int_equal(err.kind, ERR_DEFINITION);
	assert_non_null(strstr(err.text, "imports/proef.json"));
	assert_non_null(strstr(err.text, part));
	err_release(&err);
	free(text);
}

static void wrong_extra(const char *extra, const char *part)
{
	wrong("aantallen", COLUMNS, KEY, extra, part);
}

static void wrong_column(const char *column, const char *part)
{
	char *columns = mem_printf(COLUMNS ",%s", column);

	wrong("aantallen", columns, KEY, "", part);
	free(columns);
}

/* The good profile with one piece of its text replaced. */
static void wrong_piece(const char *from, const char *to, const char *part)
{
	char *text = profile_text("aantallen", COLUMNS, KEY, ""), *at = strstr(text, from), *all;
	struct import_def *def = NULL;
	struct err err = ERR_INIT;
	int result;

	assert_non_null(at);
	all = mem_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
	result = import_def_parse(&def, all, strlen(all), "imports/proef.json", &err);
	if (result == 0 || !strstr(err.text, part))
		print_error("%s\n-> %s\n", to, result ? err.text : "(goed)");
	assert_int_equal(result, -1);
	assert_non_null(strstr(err.text, part));
	err_release(&err);
	free(text);
	free(all);
}

static void every_shipped_profile_can_be_read(void **state)
{
	char **names;
	size_t count;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(file_list("imports", ".json", &names, &count, &err));
	assert_true(count >= 20);
	for (size_t i = 0; i < count; i++) {
		char *path = file_join("imports", names[i]);
		struct import_def *def = NULL;

		assert_ok(import_def_load(&def, path, path, &err));
		assert_memory_equal(def->bron, names[i], strlen(def->bron));
		assert_int_equal(strlen(def->hash), 64);
		import_def_free(def);
		free(path);
	}
	file_list_free(names, count);
}

static void columns_get_the_role_that_follows_from_the_key(void **state)
{
	struct import_def *def = profile_of("aantallen",
		COLUMNS ",{\"naam\":\"soort\",\"type\":\"tekst\",\"verplicht\":true},{\"naam\":\"school\",\"type\":\"tekst\",\"verplicht\":true},"
			"{\"naam\":\"los\",\"type\":\"datum\",\"verplicht\":false},{\"naam\":\"niveau\",\"type\":\"geheel\",\"verplicht\":true},"
			"{\"naam\":\"code\",\"type\":\"gebied\",\"verplicht\":false,\"niveau\":\"wijk\"}",
		"[\"wijk\",\"kwartaal\",\"soort\",\"school\",\"niveau\"],", ",\"optellen_over\":[\"school\"]");
	static const enum kolom_rol want[] = {ROL_GEBIED, ROL_PERIODE, ROL_MAAT, ROL_KENMERK, ROL_OPTELLEN, ROL_CONTROLE, ROL_KENMERK,
		ROL_CONTROLE};

	(void)state;
	for (size_t i = 0; i < def->kolom_count; i++)
		assert_int_equal(def->kolom[i].rol, want[i]);
	import_def_free(def);
}

static void a_list_of_children_has_its_own_roles(void **state)
{
	struct import_def *def = profile_of("personen",
		COLUMNS ",{\"naam\":\"nummer\",\"type\":\"tekst\",\"verplicht\":true},{\"naam\":\"groep\",\"type\":\"tekst\",\"verplicht\":true}",
		"[\"nummer\"],",
		",\"kenmerken\":[\"groep\"],\"tel\":[{\"maat\":\"kinderen\"},{\"maat\":\"a\",\"waar\":[{\"kolom\":\"groep\",\"is\":[\"1\"]}]}]");

	(void)state;
	assert_int_equal(def->kolom[2].rol, ROL_CONTROLE);
	assert_int_equal(def->kolom[3].rol, ROL_PERSOON);
	assert_int_equal(def->kolom[4].rol, ROL_KENMERK);
	assert_int_equal(def->tel_count, 2);
	assert_int_equal(def->tel[1].waar_count, 1);
	import_def_free(def);
}

static void look_ups_are_case_free_where_a_file_is(void **state)
{
	struct import_def *def = profile_of("aantallen", COLUMNS, KEY,
		",\"negeer\":[\"Provincie\",\"RPA*\"],\"waardecodes\":{\"N.v.t.\":{\"betekenis\":\"nvt\"}},"
		"\"smelt\":{\"kolommen\":\"Leeftijd_*_jr\",\"naar\":\"leeftijd\",\"maat\":\"n\",\"waarden\":{\"JONGER\":\"0-3\"}}");
	char *value;

	(void)state;
	assert_true(import_def_negeert(def, "provincie"));
	assert_true(import_def_negeert(def, "rpa-gebied code"));
	assert_false(import_def_negeert(def, "provincies"));
	assert_non_null(import_def_waardecode(def, NULL, "n.v.t."));
	assert_null(import_def_waardecode(def, &def->kolom[0], "nvt"));
	assert_int_equal(import_def_kolom(def, "aantal"), 2);
	assert_int_equal(import_def_kolom(def, "Aantal"), -1);
	value = import_def_smelt(def, "LEEFTIJD_4_JR");
	assert_string_equal(value, "4");
	free(value);
	value = import_def_smelt(def, "leeftijd_jonger_jr");
	assert_string_equal(value, "0-3");
	free(value);
	assert_null(import_def_smelt(def, "leeftijd_4"));
	assert_null(import_def_smelt(def, "leeftijd__jr"));
	import_def_free(def);
	def = profile_of("aantallen", COLUMNS, KEY, "");
	assert_null(import_def_smelt(def, "LEEFTIJD_4"));
	import_def_free(def);
	import_def_free(NULL);
}

static void unknown_keys_and_words_are_refused(void **state)
{
	(void)state;
	wrong_extra(",\"sleutels\":[]", "sleutels");
	wrong_piece("importprofiel/1", "importprofiel/2", "schema");
	wrong_piece("\"bron\":\"proef\"", "\"bron\":\"Proef 1\"", "kleine letters");
	wrong_piece("\"naam\":\"Proef\"", "\"naam\":\"\"", "lege tekst");
	wrong_piece("2000-01-01", "2000-13-01", "geen datum");
	wrong_piece("\"rijen\":\"aantallen\"", "\"rijen\":\"kinderen\"", "rijen");
	wrong_piece("\"ritme\":\"kwartaal\"", "\"ritme\":\"soms\"", "ritme");
	wrong_piece("\"alles_of_niets\":true", "\"alles_of_niets\":false", "altijd true");
	wrong_piece("\"vervangen\":\"zelfde_sleutel_nieuwe_levering\"", "\"vervangen\":\"alles\"", "vervangen");
	wrong_piece("\"bsn_elfproef\":true", "\"bsn_elfproef\":false", "elfproef staat altijd aan");
}

static void the_form_of_the_file_is_checked(void **state)
{
	(void)state;
	wrong_piece("[\"utf-8\",\"windows-1252\"]", "[\"latin1\"]", "'latin1' is onbekend");
	wrong_piece("[\"utf-8\",\"windows-1252\"]", "[\"cp850\",\"windows-1252\"]", "niet uit elkaar te houden");
	wrong_piece("[\";\",\",\"]", "[\":\"]", "een scheidingsteken is");
	wrong_piece("[\";\",\",\"]", "[\"; \"]", "een scheidingsteken is");
	wrong_piece("[\";\",\",\"]", "[]", "minstens een scheidingsteken");
	wrong_piece("\"decimaal\":\",\"", "\"decimaal\":\"x\"", "decimaal moet");
	wrong_piece("\"decimaal\":\",\"", "\"decimaal\":\",,\"", "precies een teken");
	wrong_piece("\"duizendtal\":\".\"", "\"duizendtal\":\"_\"", "duizendtal is");
	wrong_piece("\"duizendtal\":\".\"", "\"duizendtal\":\",\"", "hetzelfde teken");
	wrong_piece("\"kopregel\":1", "\"kopregel\":0", "kopregel");
	wrong_piece("\"kopregel\":1", "\"kopregel\":5,\"zoek_kop_tot\":3", "zoek_kop_tot");
	wrong_piece("\"max_regels\":1000", "\"max_regels\":0", "max_regels");
}

static void columns_are_checked(void **state)
{
	(void)state;
	wrong_column("{\"naam\":\"x\",\"type\":\"nummer\",\"verplicht\":true}", "type");
	wrong_column("{\"naam\":\"x\",\"type\":\"tekst\"}", "verplicht");
	wrong_column("{\"naam\":\"x\",\"type\":\"tekst\",\"verplicht\":true,\"min\":0}", "'min' hoort niet bij een kolom van type tekst");
	wrong_column("{\"naam\":\"x\",\"type\":\"geheel\",\"verplicht\":true,\"decimalen\":1}", "'decimalen' hoort niet bij");
	wrong_column("{\"naam\":\"x\",\"type\":\"geheel\",\"verplicht\":true,\"min\":5,\"max\":1}", "max is kleiner dan min");
	wrong_column("{\"naam\":\"x\",\"type\":\"code\",\"verplicht\":true}", "codelijst");
	wrong_column("{\"naam\":\"x\",\"type\":\"code\",\"verplicht\":true,\"codelijst\":{}}", "de codelijst is leeg");
	wrong_column("{\"naam\":\"x\",\"type\":\"gebied\",\"verplicht\":true}", "niveau");
	wrong_column("{\"naam\":\"x\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":[\"dorp\"]}", "'dorp' is geen niveau");
	wrong_column("{\"naam\":\"x\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":[]}", "minstens een niveau");
	wrong_column("{\"naam\":\"x\",\"type\":\"datum\",\"verplicht\":true,\"datumvorm\":[\"dmy\"]}", "'dmy' is geen datumvorm");
	wrong_column("{\"naam\":\"Aantal\",\"type\":\"tekst\",\"verplicht\":true}", "naam of alias gemeen");
	wrong_column("{\"naam\":\"x\",\"aliassen\":[\"wijk\"],\"type\":\"tekst\",\"verplicht\":true}", "'wijk' en 'x' hebben een naam of alias gemeen");
	wrong_column("{\"naam\":\"x\",\"aliassen\":[\"y\",\"y\"],\"type\":\"tekst\",\"verplicht\":true}", "staat er twee keer");
	wrong_column("{\"naam\":\"x\",\"aliassen\":[\"y\"],\"type\":\"tekst\",\"verplicht\":true},"
		     "{\"naam\":\"z\",\"aliassen\":[\"Y\"],\"type\":\"tekst\",\"verplicht\":true}", "naam of alias gemeen");
	wrong("aantallen", "", KEY, "", "minstens een kolom");
}

static void periods_and_status_are_checked(void **state)
{
	const char *p = "{\"type\":\"kwartaal\",\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"datumvorm\":[\"kwartaal\"]}";

	(void)state;
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"kolom\"}", "bij uit: kolom hoort `kolom`");
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"kolom\",\"kolom\":\"x\"}", "'x' staat niet in kolommen");
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"vast\",\"kolom\":\"kwartaal\",\"vast\":\"2025-K1\"}", "alleen bij uit: kolom");
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"bestandsnaam\"}", "hoort `uit_bestandsnaam`");
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"vast\",\"vast\":\"2025\"}", "niet van het genoemde type");
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"vast\",\"vast\":\"ooit\"}", "is geen periode");
	wrong_piece(p, "{\"type\":\"kwartaal\",\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"vast\":\"2025-K1\"}", "alleen bij uit: vast");
	wrong_piece(p, "{\"type\":\"geen\",\"uit\":\"kolom\",\"kolom\":\"kwartaal\"}", "horen bij elkaar");
	wrong_piece(p, "{\"type\":\"geen\",\"uit\":\"geen\"}", "aantallen horen bij een periode");
	wrong_extra(",\"status\":{\"uit\":\"kolom\",\"anders\":\"voorlopig\"}", "bij uit: kolom hoort `kolom`");
	wrong_extra(",\"status\":{\"uit\":\"bestandsnaam\",\"anders\":\"voorlopig\"}", "geen {status}");
	wrong_extra(",\"status\":{\"uit\":\"vast\",\"anders\":\"misschien\"}", "anders");
	wrong_extra(",\"status\":{\"uit\":\"vast\",\"anders\":\"voorlopig\",\"codes\":{\"V\":\"v\"}}", "V");
}

static void keys_and_counts_are_checked(void **state)
{
	(void)state;
	wrong("aantallen", COLUMNS, NULL, "", "sleutel");
	wrong("aantallen", COLUMNS, "[\"wijk\",\"jaar\"],", "", "'jaar' staat niet in kolommen");
	wrong_extra(",\"optellen_over\":[\"aantal\"]", "'aantal' staat niet in sleutel");
	wrong_extra(",\"kenmerken\":[\"aantal\"]", "hoort alleen bij rijen: personen of register");
	wrong_extra(",\"tel\":[{\"maat\":\"n\"}]", "`tel` hoort alleen bij");
	wrong("personen", COLUMNS, NULL, "", "tel");
	wrong("personen", COLUMNS, NULL, ",\"tel\":[]", "minstens een maat");
	wrong("personen", COLUMNS, NULL, ",\"kenmerken\":[\"x\"],\"tel\":[{\"maat\":\"n\"}]", "'x' staat niet in kolommen");
	wrong("personen", COLUMNS, NULL, ",\"tel\":[{\"maat\":\"n\",\"waar\":[{\"kolom\":\"x\",\"is\":[]}]}]", "'x' staat niet in kolommen");
	wrong("aantallen", PROFILE_KWARTAAL "," PROFILE_AANTAL, "[\"kwartaal\"],", "", "geen kolom van type gebied");
	wrong("aantallen", PROFILE_WIJK "," PROFILE_KWARTAAL, KEY, "", "niets te tellen");
	wrong_extra(",\"waar\":[{\"kolom\":\"wijk\"}]", "een voorwaarde heeft een van is");
	wrong_extra(",\"waar\":[{\"kolom\":\"wijk\",\"is\":[\"a\"],\"is_niet\":[\"b\"]}]", "een voorwaarde heeft een van is");
	wrong_extra(",\"waar\":[{\"kolom\":\"wijk\",\"is\":[\"a\"],\"dagen\":3}]", "`dagen` hoort bij binnen_dagen_na");
	wrong_extra(",\"waar\":[{\"kolom\":\"aantal\",\"minstens\":\"x\"}]", "'x' is geen getal");
	wrong_extra(",\"waar\":[{\"kolom\":\"wijk\",\"hoogstens\":\"5\"}]", "'wijk' is geen kolom van type geheel of getal");
	wrong_extra(",\"waar\":[{\"kolom\":\"wijk\",\"voor_peil\":true}]", "'wijk' is geen kolom van type datum");
	wrong_extra(",\"object\":{\"soort\":\"school\",\"code\":[\"wijk\"]}", "`object` hoort alleen bij rijen: objecten");
	wrong_extra(",\"koppeling\":{\"van\":\"wijk\",\"naar\":\"wijk\"}", "`koppeling` hoort alleen bij rijen: koppeling");
	wrong_extra(",\"gebied_via\":{\"objecten\":\"school\",\"kolommen\":[\"wijk\"],\"niveau\":\"wijk\",\"onbekend\":\"fout\"}",
		"kies een van de twee");
	wrong_extra(",\"smelt\":{\"kolommen\":\"a\",\"naar\":\"x\",\"maat\":\"y\"}", "precies een *");
	wrong_extra(",\"smelt\":{\"kolommen\":\"a*b*\",\"naar\":\"x\",\"maat\":\"y\"}", "precies een *");
	wrong_extra(",\"vrijgesteld\":[{\"kolom\":\"wijk\",\"reden\":\"ja\"}]", "geef een reden");
	wrong_extra(",\"vrijgesteld\":[{\"kolom\":\"wijk\"}]", "reden");
}

#define DATES ",{\"naam\":\"dag\",\"type\":\"datum\",\"verplicht\":true},{\"naam\":\"code\",\"type\":\"tekst\",\"verplicht\":true}"

static void conditions_on_dates_stand_only_in_tel(void **state)
{
	static const struct {
		const char *condition, *part;
	} cases[] = {
		{"\"kolom\":\"dag\",\"voor_peil\":false", "hier hoort true"},
		{"\"kolom\":\"dag\",\"binnen_dagen_na\":\"dag\"", "dagen"},
		{"\"kolom\":\"dag\",\"binnen_dagen_na\":\"code\",\"dagen\":1", "geen kolom van type datum"},
		{"\"kolom\":\"dag\",\"binnen_maanden_voor_peil\":0", "binnen_maanden_voor_peil"},
		{"\"kolom\":\"dag\",\"leeg\":3", "leeg"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *extra = mem_printf(",\"tel\":[{\"maat\":\"n\",\"waar\":[{%s}]}]", cases[i].condition);

		wrong("personen", COLUMNS DATES, NULL, extra, cases[i].part);
		free(extra);
	}
	wrong("aantallen", COLUMNS DATES, KEY, ",\"waar\":[{\"kolom\":\"dag\",\"voor_peil\":true}]", "`voor_peil` kan alleen in tel");
}

static void objects_and_koppelingen_are_checked(void **state)
{
	(void)state;
	wrong("objecten", COLUMNS DATES, KEY, ",\"object\":{\"soort\":\"school\",\"code\":[]}", "minstens een kolom");
	wrong("objecten", COLUMNS DATES, KEY, ",\"object\":{\"soort\":\"school\",\"code\":[\"x\"]}", "'x' staat niet in kolommen");
	wrong("objecten", COLUMNS DATES, KEY, ",\"object\":{\"code\":[\"code\"]}", "soort");
	wrong("koppeling", COLUMNS DATES, KEY, "", "koppeling");
	wrong("koppeling", COLUMNS DATES, KEY, ",\"koppeling\":{\"van\":\"code\",\"naar\":\"dag\"}", "geen kolom van type gebied");
	wrong("koppeling", COLUMNS DATES, KEY, ",\"koppeling\":{\"van\":\"code\",\"naar\":\"wijk\",\"gewicht\":\"dag\"}",
		"geen kolom van type geheel");
	wrong("aantallen", PROFILE_KWARTAAL "," PROFILE_AANTAL, "[\"kwartaal\"],",
		",\"gebied_via\":{\"objecten\":\"school\",\"kolommen\":[\"x\"],\"niveau\":\"wijk\",\"onbekend\":\"fout\"}",
		"'x' staat niet in kolommen");
}

static void waardecodes_are_checked(void **state)
{
	(void)state;
	wrong_extra(",\"waardecodes\":{\"-\":{\"betekenis\":\"niets\"}}", "betekenis");
	wrong_extra(",\"waardecodes\":{\"a\":{\"betekenis\":\"nvt\"},\"A\":{\"betekenis\":\"nvt\"}}", "staat er al als 'a'");
	wrong_extra(",\"waardecodes\":{\"<5\":{\"betekenis\":\"nvt\",\"interval\":[1,4]}}", "alleen bij afgeschermd_bron");
	wrong_extra(",\"waardecodes\":{\"<5\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[4,1]}}", "eerste getal");
	wrong_extra(",\"waardecodes\":{\"<5\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[1]}}", "lijst van twee getallen");
	wrong_extra(",\"waardecodes\":{\"<5\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[\"a\",2]}}", "interval");
}

static void checks_are_checked(void **state)
{
	static const struct {
		const char *soort, *regel, *part;
	} cases[] = {
		{"rij", "{\"kolom\":\"aantal\"}", "een van hoogstens, minstens en is_som_van"},
		{"rij", "{\"kolom\":\"x\",\"hoogstens\":\"aantal\"}", "'x' staat niet in kolommen"},
		{"rij", "{\"kolom\":\"wijk\",\"hoogstens\":\"aantal\"}", "'wijk' is geen kolom met getallen"},
		{"rij", "{\"kolom\":\"aantal\",\"is_som_van\":[\"x\"]}", "'x' staat niet"},
		{"rij", "{\"kolom\":\"aantal\",\"hoogstens\":\"aantal\",\"foo\":1}", "foo"},
		{"totaal", "{\"rij\":\"Totaal\",\"is_som_van\":\"wijk\",\"kolommen\":[\"aantal\"]}", "staat niet in totaalrijen.waarden"},
		{"volledig", "{\"verwacht_alle_gebieden\":false}", "moet true zijn"},
		{"vorige", "{\"kolom\":\"aantal\",\"meer_dan_procent\":25,\"en_meer_dan_aantal\":10,\"vergelijk\":[\"ooit\"]}", "'ooit' is onbekend"},
		{"vorige", "{\"kolom\":\"aantal\",\"meer_dan_procent\":-1,\"en_meer_dan_aantal\":10,\"vergelijk\":[\"vorige\"]}", "meer_dan_procent"},
		{"maand", "{}", "soort"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *extra = mem_printf(",\"controles\":[{\"id\":\"C1\",\"soort\":\"%s\",\"regel\":%s,\"ernst\":\"fout\"}]", cases[i].soort,
			cases[i].regel);

		wrong_extra(extra, cases[i].part);
		free(extra);
	}
	wrong_extra(",\"controles\":[{\"id\":\"C1\",\"soort\":\"volledig\",\"regel\":{\"verwacht_alle_gebieden\":true},\"ernst\":\"fout\"},"
		    "{\"id\":\"C1\",\"soort\":\"volledig\",\"regel\":{\"verwacht_alle_gebieden\":true},\"ernst\":\"fout\"}]",
		"er is al een controle 'C1'");
	wrong_extra(",\"totaalrijen\":{\"waarden\":[\"x\"],\"gebruik\":\"altijd\"}", "gebruik");
}

static void a_file_that_is_no_json_is_named(void **state)
{
	struct import_def *def = NULL;
	struct err err = ERR_INIT;

	(void)state;
	assert_refused(import_def_parse(&def, "{", 1, "imports/x.json", &err), "imports/x.json");
	assert_refused(import_def_load(&def, "imports/bestaat-niet.json", "imports/bestaat-niet.json", &err), "bestaat");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shipped_profile_can_be_read),
		cmocka_unit_test(columns_get_the_role_that_follows_from_the_key),
		cmocka_unit_test(a_list_of_children_has_its_own_roles),
		cmocka_unit_test(look_ups_are_case_free_where_a_file_is),
		cmocka_unit_test(unknown_keys_and_words_are_refused),
		cmocka_unit_test(the_form_of_the_file_is_checked),
		cmocka_unit_test(columns_are_checked),
		cmocka_unit_test(periods_and_status_are_checked),
		cmocka_unit_test(keys_and_counts_are_checked),
		cmocka_unit_test(conditions_on_dates_stand_only_in_tel),
		cmocka_unit_test(objects_and_koppelingen_are_checked),
		cmocka_unit_test(waardecodes_are_checked),
		cmocka_unit_test(checks_are_checked),
		cmocka_unit_test(a_file_that_is_no_json_is_named),
	};

	return RUN_TESTS(tests);
}
