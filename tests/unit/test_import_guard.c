#include "test.h"

#include "import/guard.h"

#include "profile_fixture.h"

static bool bsn(const char *text)
{
	return guard_is_bsn(text, strlen(text), true);
}

static void the_elfproef_finds_numbers_however_they_are_written(void **state)
{
	static const char *const yes[] = {"111222333", "123456782", "111.222.333", "111 222 333", "1112 22 333", "1112.22.333",
		"111-222-333", "111\u00a0222\u00a0333", "bsn: 111222333.", "x111222333y", "zie 111.222.333 voor 12", "12-111222333",
		"111222333,0", "111222333.00", "010000008", "10000008", "\"111222333\""};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(yes); i++) {
		if (!bsn(yes[i]))
			print_error("niet gevonden: %s\n", yes[i]);
		assert_true(bsn(yes[i]));
	}
}

static void other_numbers_are_left_alone(void **state)
{
	static const char *const no[] = {"111222334", "000000000", "12345", "1112223330", "0111222333", "11122233", "52.059985",
		"0,111222333", "4.111222333", "20241001", "01102024", "11-12-2223", "111.222,333", "111.222/333", "1112.223.33",
		"11.122.2333", "2024-2025", "", "abcdefghij", "079 346 8000", "1.2.3.4.5.6.7.8.9.1.2.3.4.5.6.7.8.9.1.2.3.4.5.6.7.8"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(no); i++) {
		if (bsn(no[i]))
			print_error("ten onrechte gevonden: %s\n", no[i]);
		assert_false(bsn(no[i]));
	}
	assert_false(guard_is_bsn("10000008", 8, false));
	assert_false(bsn("zie 10000008"));
}

static void one_in_eleven_numbers_passes(void **state)
{
	int hits = 0;

	(void)state;
	for (int i = 0; i < 11000; i++) {
		char text[16];

		snprintf(text, sizeof(text), "%09d", 123400000 + i);
		hits += bsn(text);
	}
	/* digit 10 of the last place does not exist, so a little less than 1000 of 11000 */
	assert_in_range(hits, 950, 1050);
}

static void e_mail_addresses_are_found(void **state)
{
	static const char *const yes[] = {"a@voorbeeld.nl", "Jan <jan.de-wit+x@mail.voorbeeld.nl>", "mail: x_1@y.org;"};
	static const char *const no[] = {"@", "a@b", "a@.nl", "@voorbeeld.nl", "a@b.c", "5 @ 3,00", "x @y.nl", ""};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(yes); i++)
		assert_true(guard_is_email(yes[i], strlen(yes[i])));
	for (size_t i = 0; i < ARRAY_LEN(no); i++)
		assert_false(guard_is_email(no[i], strlen(no[i])));
}

static void mobile_numbers_are_found(void **state)
{
	static const char *const yes[] = {"0612345678", "06-12345678", "06 12 34 56 78", "+31 6 12345678", "0031612345678",
		"(06) 12345678"};
	static const char *const no[] = {"0793468000", "06123456", "06-1234567x", "123456789012", "612345678901", "00000000000000000000",
		"0716-1234-56"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(yes); i++)
		assert_true(guard_is_mobile(yes[i], strlen(yes[i])));
	for (size_t i = 0; i < ARRAY_LEN(no); i++)
		assert_false(guard_is_mobile(no[i], strlen(no[i])));
}

static void names_of_columns_betray_person_data(void **state)
{
	static const char *const yes[] = {"BSN", "#BURGERSERVICENUMMER", "bsn kind", "BSN_nr", "Persoonsgebonden nummer",
		"geboorte-datum", "Geb.dat", "ACHTERNAAM", "voornamen", "Roepnaam kind", "Naam leerling", "e-mail", "E-mailadres ouder",
		"huisnummer", "Straat", "tussenvoegsel", "IBAN", "geslachtsnaam"};
	static const char *const no[] = {"wijk", "naam", "naam school", "bsnx", "aantal", "straten", "adressen", "gebied",
		"INSTELLINGSNAAM_VESTIGING", "mailing", "telefooncentrale"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(yes); i++) {
		if (!guard_name_forbidden(yes[i], NULL))
			print_error("niet verboden: %s\n", yes[i]);
		assert_true(guard_name_forbidden(yes[i], NULL));
	}
	for (size_t i = 0; i < ARRAY_LEN(no); i++) {
		if (guard_name_forbidden(no[i], NULL))
			print_error("ten onrechte verboden: %s\n", no[i]);
		assert_false(guard_name_forbidden(no[i], NULL));
	}
}

/* ---- a file -------------------------------------------------------------------------------- */

/* A header of text, matched with the profile. */
static void make_kop(const struct import_def *def, char **cells, size_t count, struct kop *kop)
{
	struct head head = {.delimiter = ';', .count = 1};

	head.row[0] = (struct head_row){1, count, cells, NULL};
	kop_match(def, &head, 0, kop);
}

static struct csv_row make_row(struct csv_cell *cell, const char *const *text, size_t count, int64_t line)
{
	for (size_t i = 0; i < count; i++)
		cell[i] = (struct csv_cell){text[i], strlen(text[i]), false};
	return (struct csv_row){line, count, cell, false};
}

static const char columns[] = PROFILE_WIJK "," PROFILE_KWARTAAL "," PROFILE_AANTAL
	",{\"naam\":\"rsin\",\"type\":\"tekst\",\"verplicht\":false}"
	",{\"naam\":\"geboortedatum\",\"type\":\"datum\",\"verplicht\":false}";

static void exempt_and_ignored_columns_are_not_looked_at(void **state)
{
	struct import_def *def = profile_of("aantallen", columns, "[\"wijk\",\"kwartaal\"],",
		",\"negeer\":[\"BSN\"],\"vrijgesteld\":[{\"kolom\":\"rsin\",\"reden\":\"nummer van een organisatie\"}]");
	char name[][16] = {"wijk", "kwartaal", "aantal", "rsin", "bsn", "vrij"}, *cells[6];
	static const char *const good[] = {"Dorp", "2025-K1", "5", "111222333", "111222333", ""};
	static const char *const bad[] = {"Dorp", "2025-K1", "5", "", "", "111222333"};
	static const char *const beyond[] = {"Dorp", "2025-K1", "5", "", "", "", "111222333"};
	struct csv_cell cell[8];
	struct csv_row row;
	struct finding_list found = {0};
	struct kop kop;
	struct guard *g;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cells); i++)
		cells[i] = name[i];
	make_kop(def, cells, 6, &kop);
	g = guard_new(def, &kop, (struct date){2026, 1, 1});
	row = make_row(cell, good, 6, 2);
	assert_false(guard_row(g, &row));
	assert_false(guard_finish(g, &found));
	row = make_row(cell, bad, 6, 3);
	assert_true(guard_row(g, &row));
	row = make_row(cell, beyond, 7, 4);
	assert_true(guard_row(g, &row));
	assert_true(guard_finish(g, &found));
	assert_int_equal(found.count, 2);
	assert_int_equal(found.item[0].line, 3);
	assert_string_equal(found.item[0].column, "vrij");
	assert_int_equal(found.item[1].line, 4);
	for (size_t i = 0; i < found.count; i++)
		assert_null(strstr(found.item[i].text, "111222333"));
	finding_list_release(&found);
	guard_free(g);
	kop_release(&kop);
	import_def_free(def);
}

/* Counts the findings about the header alone. */
static size_t header_findings(const struct import_def *def, char **cells, size_t count)
{
	struct finding_list found = {0};
	struct kop kop;
	struct guard *g;
	size_t n;

	make_kop(def, cells, count, &kop);
	g = guard_new(def, &kop, (struct date){2026, 1, 1});
	(void)guard_finish(g, &found);
	n = found.fouten;
	finding_list_release(&found);
	guard_free(g);
	kop_release(&kop);
	return n;
}

static void a_list_of_children_may_declare_columns_but_never_a_bsn(void **state)
{
	struct import_def *counts = profile_of("aantallen", columns, "[\"wijk\",\"kwartaal\"],", "");
	struct import_def *persons = profile_of("personen",
		PROFILE_WIJK "," PROFILE_KWARTAAL ",{\"naam\":\"geboortedatum\",\"type\":\"datum\",\"verplicht\":true},"
			     "{\"naam\":\"onderwijsnummer\",\"type\":\"tekst\",\"verplicht\":false}",
		NULL, ",\"tel\":[{\"maat\":\"kinderen\"}]");
	char birth[] = "geboortedatum", number[] = "onderwijsnummer", *one[] = {birth}, *two[] = {number};

	(void)state;
	assert_int_equal(header_findings(counts, one, 1), 1);
	assert_int_equal(header_findings(persons, one, 1), 0);
	assert_int_equal(header_findings(persons, two, 1), 1);
	import_def_free(counts);
	import_def_free(persons);
}

static void profiles_can_forbid_more_names(void **state)
{
	struct import_def *def = profile_of("aantallen", columns, "[\"wijk\",\"kwartaal\"],", "");

	(void)state;
	assert_true(guard_name_forbidden("Leerling-code", def));
	assert_true(guard_name_forbidden("leerlingcode_oud", def));
	assert_false(guard_name_forbidden("Leerling-code", NULL));
	import_def_free(def);
}

static void a_guard_that_was_never_made_can_be_freed(void **state)
{
	(void)state;
	guard_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_elfproef_finds_numbers_however_they_are_written),
		cmocka_unit_test(other_numbers_are_left_alone),
		cmocka_unit_test(one_in_eleven_numbers_passes),
		cmocka_unit_test(e_mail_addresses_are_found),
		cmocka_unit_test(mobile_numbers_are_found),
		cmocka_unit_test(names_of_columns_betray_person_data),
		cmocka_unit_test(exempt_and_ignored_columns_are_not_looked_at),
		cmocka_unit_test(a_list_of_children_may_declare_columns_but_never_a_bsn),
		cmocka_unit_test(profiles_can_forbid_more_names),
		cmocka_unit_test(a_guard_that_was_never_made_can_be_freed),
	};

	return RUN_TESTS(tests);
}
