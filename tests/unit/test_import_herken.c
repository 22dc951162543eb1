#include "test.h"

#include "import_fixture.h"
#include "profile_fixture.h"

/* A profile of the werkmap under its own name, with this pattern for file names ("" for none). */
static void add(struct fixture *f, const char *bron, const char *columns, const char *pattern)
{
	char *text = profile_text("aantallen", columns, "[\"wijk\",\"kwartaal\"],", ""), *at, *all, *path;
	char *folder = file_join(f->dir, "imports"), *file = mem_printf("%s.json", bron);
	char *named = *pattern ? mem_printf("\"uit_bestandsnaam\":{\"patroon\":\"%s\",\"moet_overeenkomen\":true},\"uit\"", pattern)
			       : mem_dup("\"uit\"");
	struct err err = ERR_INIT;

	at = strstr(text, "\"uit\"");
	all = mem_printf("%.*s%s%s", (int)(at - text), text, named, at + 5);
	free(text);
	at = strstr(all, "\"proef\"");
	text = mem_printf("%.*s\"%s\"%s", (int)(at - all), all, bron, at + 7);
	path = file_join(folder, file);
	assert_ok(file_make_dir(folder, &err));
	assert_ok(file_write(path, text, strlen(text), 0600, &err));
	free(text);
	free(all);
	free(path);
	free(named);
	free(file);
	free(folder);
	f->ctx.installed = NULL; /* only those of the test */
}

#define BASE PROFILE_WIJK "," PROFILE_KWARTAAL "," PROFILE_AANTAL
#define FILE_TEXT "wijk;kwartaal;aantal\nDorp;2025-K1;5\n"

static void two_profiles_that_fit_are_refused_with_both_named(void **state)
{
	struct fixture *f = *state;

	add(f, "eerste", BASE, "");
	add(f, "tweede", BASE, "");
	expect_refused(f, "x.csv", FILE_TEXT, "profiel", "past bij twee profielen: eerste (Proef) en tweede (Proef)");
	assert_non_null(strstr(find(f, "profiel", "twee profielen")->advice, "--profiel eerste` of `--profiel tweede"));
	f->opt.profiel = "tweede";
	import_text(f, "x.csv", FILE_TEXT);
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.bron, "tweede");
}

static void the_profile_that_knows_more_of_the_header_wins(void **state)
{
	struct fixture *f = *state;

	add(f, "kort", BASE, "");
	add(f, "lang", BASE ",{\"naam\":\"extra\",\"type\":\"geheel\",\"verplicht\":false}", "");
	import_text(f, "x.csv", "wijk;kwartaal;aantal;extra\nDorp;2025-K1;5;6\n");
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.bron, "lang");
}

static void the_name_of_the_file_decides_where_the_header_does_not(void **state)
{
	struct fixture *f = *state;

	add(f, "eerste", BASE, "EEN_{jjjj}K{k}.csv");
	add(f, "tweede", BASE, "TWEE_{jjjj}K{k}.csv");
	import_text(f, "twee_2025K1.csv", FILE_TEXT);
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.bron, "tweede");
	expect_refused(f, "drie.csv", FILE_TEXT, "profiel", "twee profielen");
}

static void a_broken_profile_is_a_warning_unless_it_was_asked_for(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;
	char *path;

	add(f, "goed", BASE, "");
	path = file_join(f->dir, "imports/stuk.json");
	assert_ok(file_write(path, "{", 1, 0600, &err));
	free(path);
	import_text(f, "x.csv", FILE_TEXT);
	expect(f, IMPORT_GELADEN);
	find(f, "profiel", "een profiel is niet te lezen");
	path = file_join(f->dir, "x.csv");
	import_result_release(&f->out);
	f->opt.profiel = "stuk";
	assert_int_equal(import_file(&f->ctx, path, &f->opt, &f->out, &err), -1);
	assert_int_equal(err.kind, ERR_DEFINITION);
	err_release(&err);
	f->opt.profiel = "weg";
	import_result_release(&f->out);
	assert_int_equal(import_file(&f->ctx, path, &f->opt, &f->out, &err), -1);
	assert_int_equal(err.kind, ERR_USE);
	err_release(&err);
	free(path);
}

static void a_profile_of_the_werkmap_replaces_the_installed_one(void **state)
{
	struct fixture *f = *state;

	add(f, "vve_doelgroep", BASE, "");
	f->ctx.installed = ".";
	import_text(f, "x.csv", FILE_TEXT);
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.bron, "vve_doelgroep");
}

static void a_file_that_nothing_knows_shows_nothing_of_itself(void **state)
{
	struct fixture *f = *state;

	add(f, "eerste", BASE, "");
	expect_refused(f, "x.csv", "Jansen;Amsterdam;12\nPietersen;Leiden;13\n", "profiel", "passen bij geen enkel profiel");
	for (size_t i = 0; i < f->out.bevindingen.count; i++) {
		assert_null(strstr(f->out.bevindingen.item[i].text, "Jansen"));
		assert_null(strstr(f->out.bevindingen.item[i].advice, "Jansen"));
	}
	expect_refused(f, "x.csv", "a;b\nc;ouder@voorbeeld.nl\n", "persoonsgegevens", "gegeven van een persoon");
	expect_refused(f, "x.csv", "a;b\nc;111222333\n", "persoonsgegevens", "gegeven van een persoon");
	expect_refused(f, "x.csv", "Titel\n\nnaam;geboortedatum\nx;2015-01-01\n", "persoonsgegevens", "hoort bij persoonsgegevens");
}

static void a_column_with_one_name_cannot_be_two(void **state)
{
	struct fixture *f = *state;

	add(f, "eerste", BASE, "");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;AANTAL\nDorp;2025-K1;5;6\n", "kop", "in kolom C en in kolom D");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(two_profiles_that_fit_are_refused_with_both_named),
		T(the_profile_that_knows_more_of_the_header_wins),
		T(the_name_of_the_file_decides_where_the_header_does_not),
		T(a_broken_profile_is_a_warning_unless_it_was_asked_for),
		T(a_profile_of_the_werkmap_replaces_the_installed_one),
		T(a_file_that_nothing_knows_shows_nothing_of_itself),
		T(a_column_with_one_name_cannot_be_two),
	};

	return RUN_TESTS(tests);
}
