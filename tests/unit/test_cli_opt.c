#include "test.h"

#include "cli/command.h"
#include "cli/opt.h"

static struct app app;
static struct err err = ERR_INIT;
static const char *profiel;
static bool proef;
static int editie;
static struct periode periode;
static struct date datum;

static const char *const edities[] = {"intern", "openbaar", NULL};
static const struct command laad = {"laad", "BESTAND...", 1, 3, "leest in", NULL, NULL};

static int reset(void **state)
{
	(void)state;
	app_close(&app);
	app.command = &laad;
	app.opt_nu = "2026-07-21";
	profiel = NULL;
	proef = false;
	editie = 0;
	periode = (struct periode){.soort = PERIODE_GEEN};
	datum = DATE_NONE;
	err_release(&err);
	return 0;
}

static int forget(void **state)
{
	(void)state;
	app_close(&app);
	err_release(&err);
	return 0;
}

/* Parses the words (NULL-terminated, at most 9); *left and *count are what remains. */
static int parse(const char *const *words, char ***left, int *count)
{
	static char *argv[10];
	const struct opt table[] = {OPT_TEXT('p', "profiel", &profiel, "NAAM", "lees zo"),
		OPT_FLAG('n', "proef", &proef, "bewaar niets"),
		OPT_CHOICE(0, "editie", &editie, "EDITIE", edities, "welke"),
		OPT_PERIODE(0, "periode", &periode, "wanneer"), OPT_DATE(0, "stand-per", &datum, "hoe het was"),
		OPT_END};

	*count = 0;
	for (; words[*count]; (*count)++)
		argv[*count] = (char *)(intptr_t)words[*count];
	*left = argv;
	return opt_parse(&app, table, count, left, &err);
}

#define PARSE(...) parse((const char *const[]){__VA_ARGS__, NULL}, &left, &count)

static void options_and_arguments_may_stand_in_any_order(void **state)
{
	char **left;
	int count;

	(void)state;
	assert_ok(PARSE("a.csv", "--proef", "b.csv", "--profiel", "vve", "--periode=2026-K2"));
	assert_int_equal(count, 2);
	assert_string_equal(left[0], "a.csv");
	assert_string_equal(left[1], "b.csv");
	assert_true(proef);
	assert_string_equal(profiel, "vve");
	assert_int_equal(periode.nummer, 2);
}

static void short_options_may_be_joined(void **state)
{
	char **left;
	int count;

	(void)state;
	assert_ok(PARSE("-npvve", "a.csv", "-w", "lea"));
	assert_true(proef);
	assert_string_equal(profiel, "vve");
	assert_string_equal(app.opt_werkmap, "lea");
}

static void after_two_dashes_all_is_argument(void **state)
{
	char **left;
	int count;

	(void)state;
	assert_ok(PARSE("--", "--proef", "-x"));
	assert_int_equal(count, 2);
	assert_string_equal(left[0], "--proef");
	assert_false(proef);
}

static void a_single_dash_is_an_argument(void **state)
{
	char **left;
	int count;

	(void)state;
	assert_ok(PARSE("-"));
	assert_string_equal(left[0], "-");
}

static void choices_and_dates_are_checked(void **state)
{
	char **left;
	int count;

	(void)state;
	assert_ok(PARSE("a", "--editie", "openbaar", "--stand-per", "2026-06-30"));
	assert_int_equal(editie, 1);
	assert_int_equal(datum.month, 6);
	assert_refused(PARSE("a", "--editie", "open"), "'open' kan niet");
	assert_refused(PARSE("a", "--stand-per", "30-06-2026"), "is geen datum");
	assert_refused(PARSE("a", "--periode", "K2"), "is geen periode");
}

static void wrong_use_is_named(void **state)
{
	char **left;
	int count;

	(void)state;
	assert_refused(PARSE("a", "--proeff"), "de optie --proeff bestaat niet");
	assert_refused(PARSE("a", "-x"), "de optie -x bestaat niet");
	assert_refused(PARSE("a", "--profiel"), "achter --profiel hoort een waarde: NAAM");
	assert_refused(PARSE("a", "--proef=ja"), "heeft geen waarde");
	assert_refused(PARSE("--proef"), "er ontbreekt iets");
	assert_refused(PARSE("a", "b", "c", "d"), "'d' is te veel");
}

static void the_help_names_every_option(void **state)
{
	struct str s = STR_INIT;
	const struct opt table[] = {OPT_TEXT('p', "profiel", &profiel, "NAAM", "lees zo"), OPT_END};

	(void)state;
	opt_add_help(&s, &laad, table);
	assert_non_null(strstr(str_text(&s), "Gebruik: ijkpunt laad BESTAND... [OPTIES]"));
	assert_non_null(strstr(str_text(&s), "  -p, --profiel NAAM      lees zo\n"));
	assert_non_null(strstr(str_text(&s), "  -w, --werkmap MAP"));
	str_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(options_and_arguments_may_stand_in_any_order, reset, forget),
		cmocka_unit_test_setup_teardown(short_options_may_be_joined, reset, forget),
		cmocka_unit_test_setup_teardown(after_two_dashes_all_is_argument, reset, forget),
		cmocka_unit_test_setup_teardown(a_single_dash_is_an_argument, reset, forget),
		cmocka_unit_test_setup_teardown(choices_and_dates_are_checked, reset, forget),
		cmocka_unit_test_setup_teardown(wrong_use_is_named, reset, forget),
		cmocka_unit_test_setup_teardown(the_help_names_every_option, reset, forget),
	};

	return RUN_TESTS(tests);
}
