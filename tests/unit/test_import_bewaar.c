/* Rows that are kept as they are: registers, objects, codes of areas; and areas found through objects. */
#include "test.h"

#include "import_fixture.h"
#include "profile_fixture.h"
#include "store/koppeling_store.h"
#include "store/object_store.h"
#include "store/register_store.h"

#define TEXT(naam, leeg) "{\"naam\":\"" naam "\",\"type\":\"tekst\",\"verplicht\":true,\"leeg_toegestaan\":" leeg "}"
#define DATUM(naam) "{\"naam\":\"" naam "\",\"type\":\"datum\",\"verplicht\":true,\"leeg_toegestaan\":true}"
#define DAY_FROM_NAME "\"type\":\"peildatum\",\"uit\":\"bestandsnaam\",\"uit_bestandsnaam\":{\"patroon\":\"REG_{jjjj}-{mm}-{dd}.csv\"}"
#define NO_PERIOD "\"type\":\"geen\",\"uit\":\"geen\""

/* A profile under this name, with another period than the default quarter. */
static void profile(struct fixture *f, const char *bron, const char *rijen, const char *columns, const char *key, const char *periode,
	const char *extra)
{
	static const char quarter[] = "\"type\":\"kwartaal\",\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"datumvorm\":[\"kwartaal\"]";
	char *text = profile_text(rijen, columns, key, extra), *at = strstr(text, quarter), *all, *named, *folder, *path, *file;
	struct err err = ERR_INIT;

	all = periode ? mem_printf("%.*s%s%s", (int)(at - text), text, periode, at + strlen(quarter)) : mem_dup(text);
	at = strstr(all, "\"proef\"");
	named = mem_printf("%.*s\"%s\"%s", (int)(at - all), all, bron, at + 7);
	folder = file_join(f->dir, "imports");
	file = mem_printf("%s.json", bron);
	path = file_join(folder, file);
	assert_ok(file_make_dir(folder, &err));
	assert_ok(file_write(path, named, strlen(named), 0600, &err));
	f->opt.profiel = bron;
	free(text);
	free(all);
	free(named);
	free(folder);
	free(path);
	free(file);
}

/* ---- registers ----------------------------------------------------------------------------- */

static void actions(struct fixture *f)
{
	profile(f, "acties", "register",
		TEXT("id", "false") "," TEXT("doel", "true") ",{\"naam\":\"status\",\"type\":\"code\",\"verplicht\":true,\"codelijst\":{\"loopt\":\"l\",\"klaar\":\"k\"}}"
		"," DATUM("deadline") "," DATUM("klaar_op") ",{\"naam\":\"uren\",\"type\":\"getal\",\"decimalen\":1,\"verplicht\":false,"
		"\"waardecodes\":{\"\":{\"betekenis\":\"nvt\"},\"?\":{\"betekenis\":\"onbekend\"}}}",
		"[\"id\"],", DAY_FROM_NAME,
		",\"kenmerken\":[\"doel\"],\"tel\":[{\"maat\":\"acties\"},"
		"{\"maat\":\"met_datum\",\"waar\":[{\"kolom\":\"deadline\",\"leeg\":false}]},"
		"{\"maat\":\"zonder\",\"waar\":[{\"kolom\":\"deadline\",\"leeg\":true}]},"
		"{\"maat\":\"verlopen\",\"waar\":[{\"kolom\":\"deadline\",\"voor_peil\":true}]},"
		"{\"maat\":\"op_tijd\",\"waar\":[{\"kolom\":\"klaar_op\",\"binnen_dagen_na\":\"deadline\",\"dagen\":2}]},"
		"{\"maat\":\"recent\",\"waar\":[{\"kolom\":\"klaar_op\",\"binnen_maanden_voor_peil\":2}]},"
		"{\"maat\":\"groot\",\"waar\":[{\"kolom\":\"uren\",\"minstens\":\"10\"}]},"
		"{\"maat\":\"klein\",\"waar\":[{\"kolom\":\"uren\",\"hoogstens\":\"2,5\"}]}]");
}

#define HEAD "id;doel;status;deadline;klaar_op;uren\n"

static int64_t count_of(struct fixture *f, const char *maat)
{
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	int64_t got = -1;

	assert_ok(waarneming_query_open(&q, f->store, "acties", now, &err));
	while (waarneming_query_next(q, &w, &err) == 1)
		if (strcmp(w->maat, maat) == 0 && strcmp(w->kenmerk, "doel=D1") == 0) {
			assert_string_equal(gebied_by_id(&f->gebieden, w->gebied)->code, "GM0637");
			got = w->min;
		}
	waarneming_query_close(q);
	return got;
}

static void a_register_is_kept_row_by_row_and_counted_by_condition(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {DATE_NONE, 0};
	struct register_list rows = {0};
	const struct register_rij *row;
	struct err err = ERR_INIT;

	actions(f);
	import_text(f, "REG_2026-03-31.csv",
		HEAD "A1;D1;Klaar;31-3-2026;2-4-2026;1.234,5\nA2;D1;loopt;2026-04-01;2026-01-30;2,5\nA3;D1;klaar;1 maart 2026;2026-01-31;?\n"
		     "A4;D1;klaar;1-1-2026;01-02-2026;10\nA5;;loopt;;;\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.verschil.nieuw, 16 + 5);
	assert_ok(register_store_load(f->store, "acties", now, &rows, &err));
	assert_int_equal(rows.count, 5);
	row = register_find(&rows, "A1");
	assert_string_equal(register_waarde(row, "status"), "klaar");
	assert_string_equal(register_waarde(row, "deadline"), "2026-03-31");
	assert_string_equal(register_waarde(row, "uren"), "1234.5");
	assert_int_equal(row->regel, 2);
	assert_string_equal(register_waarde(register_find(&rows, "A3"), "uren"), "?");
	assert_int_equal(register_find(&rows, "A5")->count, 2);
	register_list_release(&rows);
	assert_int_equal(count_of(f, "acties"), 4);
	assert_int_equal(count_of(f, "met_datum"), 4);
	assert_int_equal(count_of(f, "zonder"), 0);
	assert_int_equal(count_of(f, "verlopen"), 3); /* 1 April is after the day of the register */
	assert_int_equal(count_of(f, "op_tijd"), 3);  /* two days late, and two months early */
	assert_int_equal(count_of(f, "recent"), 2);   /* 31 January is two months before 31 March: just in; 30 January is not */
	assert_int_equal(count_of(f, "groot"), 2);
	assert_int_equal(count_of(f, "klein"), 1);
}

static void a_later_register_replaces_and_says_what_changed(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {DATE_NONE, 0};
	struct register_list rows = {0};
	struct err err = ERR_INIT;

	actions(f);
	import_text(f, "REG_2026-03-31.csv", HEAD "A1;D1;loopt;;;\nA2;D1;loopt;;;\n");
	import_text(f, "REG_2026-04-30.csv", HEAD "A1;D1;klaar;;;\nA2;D1;loopt;;;\nA3;D1;loopt;;;\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.verschil.gewijzigd, 1);
	assert_int_equal(f->out.verschil.ongewijzigd, 1);
	assert_ok(register_store_load(f->store, "acties", now, &rows, &err));
	assert_string_equal(register_waarde(register_find(&rows, "A1"), "status"), "klaar");
	register_list_release(&rows);
	/* the same register of another day is a delivery; of the same day it is not */
	import_text(f, "REG_2026-05-31.csv", HEAD "A1;D1;klaar;;;\nA2;D1;loopt;;;\nA3;D1;loopt;;;\n");
	expect(f, IMPORT_GELADEN);
	import_text(f, "REG_2026-05-31.csv", HEAD "A2;D1;loopt;;;\nA1;D1;klaar;;;\nA3;D1;loopt;;;\n");
	expect(f, IMPORT_AL_GELADEN);
	expect_refused(f, "REG_2026-06-30.csv", HEAD "A1;D1;klaar;;;\nA1;D1;loopt;;;\n", "dubbel", "dezelfde sleutel als regel 2");
	expect_refused(f, "REG_2026-06-30.csv", HEAD ";D1;klaar;;;\n", "leeg", "de cel is leeg");
}

static void a_register_that_only_says_the_same_on_a_later_day_counts_for_that_day(void **state)
{
	struct fixture *f = *state;
	struct levering newest = {0};
	struct err err = ERR_INIT;
	const struct stand now = {DATE_NONE, 0};

	profile(f, "besluiten", "register", TEXT("id", "false") "," TEXT("tekst", "true"), "[\"id\"],", DAY_FROM_NAME, "");
	import_text(f, "REG_2026-03-31.csv", "id;tekst\nB1;x\n");
	expect(f, IMPORT_GELADEN);
	import_text(f, "REG_2026-04-30.csv", "id;tekst\nB1;x\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(register_store_newest(f->store, "besluiten", now, &newest, &err), 1);
	assert_int_equal(newest.periode.begin.month, 4);
	levering_release(&newest);
}

static void person_data_in_a_register_is_refused(void **state)
{
	struct fixture *f = *state;

	actions(f);
	expect_refused(f, "REG_2026-03-31.csv", HEAD "A1;jan@voorbeeld.nl;loopt;;;\n", "persoonsgegevens", "e-mailadres");
}

/* ---- objects ------------------------------------------------------------------------------- */

static void schools(struct fixture *f)
{
	profile(f, "scholen", "objecten",
		"{\"naam\":\"gemeente\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":[\"gemeente\",\"wijk\"],\"buiten_overslaan\":true},"
		TEXT("brin", "false") "," TEXT("nr", "false") "," TEXT("naam", "true") "," TEXT("richting", "true"),
		"[\"brin\",\"nr\"],", NO_PERIOD,
		",\"object\":{\"soort\":\"school\",\"code\":[\"brin\",\"nr\"],\"naam\":\"naam\"}");
}

static void objects_are_kept_with_their_area(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {DATE_NONE, 0};
	struct object_list list = {0};
	const struct object *o;
	struct err err = ERR_INIT;

	schools(f);
	import_text(f, "s.csv", "gemeente;brin;nr;naam;richting\nGM0637;16AH;00;De Ster;openbaar\nWK063705;16AH;01;;\nGM0363;99ZZ;00;Ver weg;\n");
	expect(f, IMPORT_GELADEN);
	assert_null(f->out.periode);
	assert_int_equal(f->out.verschil.nieuw, 2);
	find(f, "gebied", "1 rij is overgeslagen");
	assert_ok(object_store_load(f->store, "school", now, &list, &err));
	assert_int_equal(list.count, 2);
	o = object_find(&list, "16AH00", DATE_NONE);
	assert_string_equal(o->naam, "De Ster");
	assert_string_equal(object_kenmerk(o, "richting"), "openbaar");
	assert_null(object_kenmerk(o, "brin"));
	assert_string_equal(gebied_by_id(&f->gebieden, o->gebied)->code, "GM0637");
	assert_null(object_find(&list, "16AH01", DATE_NONE)->naam);
	object_list_release(&list);
	import_text(f, "s.csv", "gemeente;brin;nr;naam;richting\nGM0637;16AH;00;De Maan;openbaar\nWK063705;16AH;01;;\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.verschil.gewijzigd, 1);
	assert_int_equal(f->out.verschil.ongewijzigd, 1);
	import_text(f, "s2.csv", "gemeente;brin;nr;naam;richting\nWK063705;16AH;01;;\nGM0637;16AH;00;De Maan;openbaar\n");
	expect(f, IMPORT_AL_GELADEN);
}

static void via(struct fixture *f, const char *niveau, const char *onbekend)
{
	char *extra = mem_printf(",\"gebied_via\":{\"objecten\":\"school\",\"kolommen\":[\"brin\",\"nr\"],\"niveau\":\"%s\",\"onbekend\":\"%s\"},"
				 "\"optellen_over\":[\"brin\",\"nr\"]", niveau, onbekend);

	profile(f, "proef", "aantallen", PROFILE_KWARTAAL "," PROFILE_AANTAL "," TEXT("brin", "false") "," TEXT("nr", "false"),
		"[\"kwartaal\",\"brin\",\"nr\"],", NULL, extra);
	free(extra);
}

#define VIA_ROWS "kwartaal;aantal;brin;nr\n2025-K1;5;16AH;00\n2025-K1;6;16AH;01\n2025-K1;7;99ZZ;00\n"

static void areas_are_found_through_schools(void **state)
{
	struct fixture *f = *state;

	via(f, "gemeente", "overslaan");
	expect_refused(f, "v.csv", VIA_ROWS, "gebied", "nog geen lijst van soort school geladen");
	schools(f);
	import_text(f, "s.csv", "gemeente;brin;nr;naam;richting\nGM0637;16AH;00;De Ster;\nWK063705;16AH;01;;\n");
	via(f, "gemeente", "overslaan");
	import_text(f, "v.csv", VIA_ROWS);
	expect(f, IMPORT_GELADEN);
	figures_are(f, "GM0637 2025-K1 aantal 11\n");
	find(f, "gebied", "1 rij is overgeslagen: de code staat niet in de lijst van soort school");
}

static void an_unknown_school_may_be_an_area_of_its_own_or_a_mistake(void **state)
{
	struct fixture *f = *state;

	schools(f);
	import_text(f, "s.csv", "gemeente;brin;nr;naam;richting\nGM0637;16AH;00;De Ster;\nWK063705;16AH;01;;\n");
	via(f, "wijk", "eigen_rij");
	import_text(f, "v.csv", VIA_ROWS);
	expect(f, IMPORT_GELADEN);
	/* the first school is known by gemeente only */
	figures_are(f, "WK063705 2025-K1 aantal 6\nGM0637-ONBEKEND 2025-K1 aantal 12\n");
	via(f, "gemeente", "fout");
	expect_refused(f, "w.csv", "kwartaal;aantal;brin;nr\n2025-K2;7;99ZZ;00\n", "gebied", "'99ZZ00' staat niet in de geladen lijst");
}

/* ---- codes of areas ------------------------------------------------------------------------ */

static void weights_of_codes_are_summed_per_area(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {DATE_NONE, 0};
	struct koppeling_list list = {0};
	const struct koppeling *k;
	struct err err = ERR_INIT;
	size_t n;

	profile(f, "pc", "koppeling", PROFILE_WIJK "," TEXT("pc6", "false") ",{\"naam\":\"adressen\",\"type\":\"geheel\",\"verplicht\":true,\"min\":0}",
		"[\"pc6\",\"wijk\"],", "\"type\":\"jaar\",\"uit\":\"vast\",\"vast\":\"2025\"",
		",\"koppeling\":{\"van\":\"pc6\",\"teken\":4,\"naar\":\"wijk\",\"gewicht\":\"adressen\"}");
	import_text(f, "p.csv", "wijk;pc6;adressen\nDorp;2711AA;10\nDorp;2711AB;5\nMeerzicht;2711AC;3\nMeerzicht;2712AA;0\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.waarnemingen, 2);
	assert_ok(koppeling_store_load(f->store, "pc4", now, &list, &err));
	k = koppeling_find(&list, "2025", "2711", &n);
	assert_int_equal(n, 2);
	assert_int_equal(k[0].gewicht + k[1].gewicht, 18);
	assert_null(koppeling_find(&list, "2025", "2712", &n));
	koppeling_list_release(&list);
	import_text(f, "q.csv", "wijk;pc6;adressen\nDorp;2711AB;5\nDorp;2711AA;10\nMeerzicht;2711AC;3\n");
	expect(f, IMPORT_AL_GELADEN);
	import_text(f, "q.csv", "wijk;pc6;adressen\nDorp;2711AB;6\nDorp;2711AA;10\nMeerzicht;2711AC;3\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.verschil.gewijzigd, 1);
	expect_refused(f, "q.csv", "wijk;pc6;adressen\nDorp;2711AB;6\nDorp;2711AB;6\n", "dubbel", "dezelfde sleutel");
}

static void without_a_weight_every_row_weighs_one(void **state)
{
	struct fixture *f = *state;
	const struct stand now = {DATE_NONE, 0};
	struct koppeling_list list = {0};
	struct err err = ERR_INIT;
	size_t n;

	profile(f, "pc", "koppeling", PROFILE_WIJK "," TEXT("pc6", "false"), "[\"pc6\"],", "\"type\":\"jaar\",\"uit\":\"vast\",\"vast\":\"2025\"",
		",\"koppeling\":{\"naam\":\"pc6\",\"van\":\"pc6\",\"naar\":\"wijk\",\"gewicht\":null}");
	import_text(f, "p.csv", "wijk;pc6\nDorp;2711AA\nDorp;2711AA\nDorp;2711AB\n");
	expect(f, IMPORT_GELADEN);
	assert_ok(koppeling_store_load(f->store, "pc6", now, &list, &err));
	assert_int_equal(koppeling_find(&list, "2025", "2711AA", &n)->gewicht, 2);
	koppeling_list_release(&list);
}

/* ---- areas --------------------------------------------------------------------------------- */

#define AREA_HEAD "indeling;code;naam;niveau;ouder;vanaf;tot;opvolger;aliassen;zonder_doelgroep;tegel_rij;tegel_kolom\n"
#define AREA_GM "gemeente;GM0637;Zoetermeer;gemeente;;2000-01-01;;;;0;;\n"

static void a_file_of_areas_adds_and_changes_areas(void **state)
{
	struct fixture *f = *state;
	struct gebied_list now = {0};
	struct err err = ERR_INIT;
	const struct date day = {2026, 1, 1};

	import_text(f, "g.csv", AREA_HEAD AREA_GM "2025;WK063701;Dorp en Plein;wijk;GM0637;2025-01-01;;;Dorp;0;1;1\n"
					  "2026;WK063799;Nieuwe wijk;wijk;GM0637;2026-01-01;;;;0;1;2\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.verschil.nieuw, 1);
	assert_int_equal(f->out.verschil.gewijzigd, 1);
	assert_ok(gebied_store_load(f->store, &now, &err));
	assert_string_equal(gebied_by_name(&now, "wijk", "Nieuwe wijk", day)->code, "WK063799");
	assert_string_equal(gebied_by_name(&now, "wijk", "Dorp", day)->naam, "Dorp en Plein");
	assert_string_equal(gebied_by_name(&now, "wijk", "Meerzicht", day)->code, "WK063705");
	gebied_list_release(&now);
	import_text(f, "g.csv", AREA_HEAD AREA_GM "2025;WK063701;Dorp en Plein;wijk;GM0637;2025-01-01;;;Dorp;0;1;1\n"
					  "2026;WK063799;Nieuwe wijk;wijk;GM0637;2026-01-01;;;;0;1;2\n");
	expect(f, IMPORT_AL_GELADEN);
}

static void areas_of_another_gemeente_or_without_one_are_refused(void **state)
{
	struct fixture *f = *state;

	expect_refused(f, "g.csv", AREA_HEAD "gemeente;GM0546;Leiden;gemeente;;2000-01-01;;;;0;;\n", "gebied",
		"dit zijn de gebieden van Leiden (GM0546); deze werkmap is van Zoetermeer");
	expect_refused(f, "g.csv", AREA_HEAD "2025;WK063701;Dorp;wijk;GM0637;2025-01-01;;;;0;1;1\n", "gebied", "g.csv");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_register_is_kept_row_by_row_and_counted_by_condition),
		T(a_later_register_replaces_and_says_what_changed),
		T(a_register_that_only_says_the_same_on_a_later_day_counts_for_that_day),
		T(person_data_in_a_register_is_refused),
		T(objects_are_kept_with_their_area),
		T(areas_are_found_through_schools),
		T(an_unknown_school_may_be_an_area_of_its_own_or_a_mistake),
		T(weights_of_codes_are_summed_per_area),
		T(without_a_weight_every_row_weighs_one),
		T(a_file_of_areas_adds_and_changes_areas),
		T(areas_of_another_gemeente_or_without_one_are_refused),
	};

	return RUN_TESTS(tests);
}
