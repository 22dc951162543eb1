#include "test.h"

#include <signal.h>
#include <sys/wait.h>

#include "import_fixture.h"

#define HEAD "wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve\n"
#define GOOD                                                                                       \
	HEAD "Dorp;2025-09-30;2,5-4;50;46;40\n"                                                    \
	     "Meerzicht;2025-09-30;2,5-4;87;80;<5\n"                                               \
	     "De Leyens;2025-09-30;2,5-4;12;11;10\n"

/* min and max of the current observation. */
static bool value_of(struct fixture *f, const char *bron, const char *code, const char *kenmerk, const char *maat,
	int64_t *min, int64_t *max)
{
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	bool found = false;

	assert_ok(waarneming_query_open(&q, f->store, bron, now, &err));
	while (waarneming_query_next(q, &w, &err) == 1)
		if (strcmp(gebied_by_id(&f->gebieden, w->gebied)->code, code) == 0 && strcmp(w->kenmerk, kenmerk) == 0 &&
			strcmp(w->maat, maat) == 0) {
			*min = w->min;
			*max = w->max;
			found = true;
		}
	waarneming_query_close(q);
	return found;
}

static void assert_value(struct fixture *f, const char *code, const char *maat, int64_t min, int64_t max)
{
	int64_t a = -1, b = -1;

	assert_true(value_of(f, "vve_doelgroep", code, "leeftijdsgroep=2,5-4", maat, &a, &b));
	assert_int_equal(a, min);
	assert_int_equal(b, max);
}

static void a_good_file_loads_and_keeps_its_bounds(void **state)
{
	struct fixture *f = *state;

	import_text(f, "VVE_2025K3_V.csv", GOOD);
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.regels, 3);
	assert_int_equal(f->out.waarnemingen, 9);
	assert_string_equal(f->out.periode, "3e kwartaal 2025");
	assert_value(f, "WK063701", "aantal_doelgroep", 50, 50);
	assert_value(f, "WK063705", "aantal_in_ve", 1, 4);
}

static void the_same_bytes_are_loaded_once(void **state)
{
	struct fixture *f = *state;
	char *before, *after;

	import_text(f, "VVE_2025K3_V.csv", GOOD);
	expect(f, IMPORT_GELADEN);
	before = dump(f);
	import_text(f, "VVE_2025K3_V.csv", GOOD);
	expect(f, IMPORT_AL_GELADEN);
	assert_int_equal(f->out.levering, 1);
	assert_string_equal(f->out.al_geladen_op, "2026-07-21T09:30:00");
	after = dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void the_same_rows_in_another_order_add_nothing(void **state)
{
	struct fixture *f = *state;

	import_text(f, "VVE_2025K3_V.csv", GOOD);
	import_text(f, "VVE_2025K3_V.csv",
		HEAD "De Leyens;2025-09-30;2,5-4;12;11;10\nDorp;2025-09-30;2,5-4;50;46;40\n"
		     "Meerzicht;2025-09-30;2,5-4;87;80;<5\n");
	expect(f, IMPORT_AL_GELADEN);
}

static void a_correction_asks_and_then_supersedes(void **state)
{
	struct fixture *f = *state;
	const char *corrected = HEAD "Dorp;2025-09-30;2,5-4;50;47;40\nMeerzicht;2025-09-30;2,5-4;87;80;<5\n"
				     "De Leyens;2025-09-30;2,5-4;12;11;10\n";
	char *before, *after;

	import_text(f, "VVE_2025K3_V.csv", GOOD);
	before = dump(f);
	import_text(f, "VVE_2025K3_V.csv", corrected);
	expect(f, IMPORT_VRAAGT_VERVANG);
	assert_int_equal(f->out.verschil.gewijzigd, 1);
	assert_int_equal(f->out.verschil.ongewijzigd, 8);
	after = dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
	f->opt.vervang = true;
	import_text(f, "VVE_2025K3_V.csv", corrected);
	expect(f, IMPORT_GELADEN);
	assert_value(f, "WK063701", "aantal_in_opvang", 47, 47);
}

static void a_partial_redelivery_deletes_nothing(void **state)
{
	struct fixture *f = *state;

	import_text(f, "VVE_2025K3_V.csv", GOOD);
	f->opt.vervang = true;
	import_text(f, "VVE_2025K3_V.csv", HEAD "Dorp;2025-09-30;2,5-4;50;45;40\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.verschil.verdwenen, 0);
	assert_int_equal(f->out.verschil.blijft, 6);
	assert_value(f, "WK063705", "aantal_doelgroep", 87, 87);
	find(f, "volledig", "blijven staan");
	find(f, "C4", "2 van 3 gebieden ontbreken");
}

static void one_wrong_cell_refuses_the_whole_file(void **state)
{
	struct fixture *f = *state;
	const struct finding *b;

	expect_refused(f, "VVE_2025K3_V.csv",
		HEAD "Dorp;2025-09-30;2,5-4;50;46;40\nMeerzicht;2025-09-30;2,5-4;82%;80;70\n", "getal", "is geen aantal");
	b = find(f, "getal", "'82%' is geen aantal");
	assert_int_equal(b->line, 3);
	assert_int_equal(b->column_nr, 4);
	assert_string_equal(b->column, "aantal_doelgroep");
	assert_non_null(strstr(b->advice, "zonder procentteken"));
}

static void a_total_row_must_be_the_sum(void **state)
{
	struct fixture *f = *state;
	int64_t min, max;

	expect_refused(f, "VVE_2025K3_V.csv",
		HEAD "Dorp;2025-09-30;2,5-4;50;46;40\nMeerzicht;2025-09-30;2,5-4;87;80;70\nOnbekend;2025-09-30;2,5-4;1;1;1\n"
		     "Gemeente;2025-09-30;2,5-4;139;127;111\n",
		"C3", "de totaalrij zegt 139; de som van de gebieden is 138");
	import_text(f, "VVE_2025K3_V.csv",
		HEAD "Dorp;2025-09-30;2,5-4;50;46;40\nMeerzicht;2025-09-30;2,5-4;87;80;<5\nDe Leyens;2025-09-30;2,5-4;12;11;10\n"
		     "Gemeente;2025-09-30;2,5-4;149;137;53\n");
	expect(f, IMPORT_GELADEN);
	assert_true(value_of(f, "vve_doelgroep", "GM0637", "leeftijdsgroep=2,5-4|totaalrij=ja", "aantal_in_ve", &min, &max));
	assert_int_equal(min, 53);
}

static void more_children_in_care_than_there_are_is_refused(void **state)
{
	expect_refused(*state, "VVE_2025K3_V.csv", HEAD "Dorp;2025-09-30;2,5-4;50;51;40\n", "C1",
		"aantal_in_opvang (51) is meer dan aantal_doelgroep (50)");
}

static void the_file_name_must_agree_with_the_rows(void **state)
{
	expect_refused(*state, "VVE_2025K2_V.csv", GOOD, "periode", "volgens de bestandsnaam");
}

static void a_number_of_a_child_is_refused_and_not_shown(void **state)
{
	struct fixture *f = *state;

	expect_refused(f, "VVE_2025K3_V.csv",
		"wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve;opm\n"
		"Dorp;2025-09-30;2,5-4;50;46;40;kind 111.222.333\n",
		"persoonsgegevens", "burgerservicenummer");
	for (size_t i = 0; i < f->out.bevindingen.count; i++)
		assert_null(strstr(f->out.bevindingen.item[i].text, "222"));
}

static void a_jump_loads_with_a_warning(void **state)
{
	struct fixture *f = *state;

	import_text(f, "VVE_2025K3_V.csv", GOOD);
	import_text(f, "VVE_2025K4_V.csv", HEAD "Dorp;2025-12-31;2,5-4;100;46;40\nMeerzicht;2025-12-31;2,5-4;88;80;70\n");
	expect(f, IMPORT_GELADEN);
	find(f, "C5", "aantal_doelgroep in Dorp (leeftijdsgroep=2,5-4) is 100; in 3e kwartaal 2025 was het 50.");
}

static void a_trial_changes_nothing(void **state)
{
	struct fixture *f = *state;
	char *before = dump(f), *after;

	f->opt.proef = true;
	import_text(f, "VVE_2025K3_V.csv", GOOD);
	expect(f, IMPORT_PROEF_GOED);
	assert_int_equal(f->out.verschil.nieuw, 9);
	after = dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

/* A child process that goes on saving, as a sync folder or Excel does. */
static void a_file_that_changes_while_it_is_read_is_refused(void **state)
{
	struct fixture *f = *state;
	struct str s = STR_INIT;
	char *path = file_join(f->dir, "VVE_2025K3_V.csv"), *before = dump(f), *after;
	struct err err = ERR_INIT;
	pid_t child;

	str_add(&s, HEAD);
	for (int i = 0; i < 200000; i++)
		str_add(&s, ";;;;;\n");
	str_add(&s, "Dorp;2025-09-30;2,5-4;50;46;40\n");
	assert_ok(file_write(path, s.text, s.len, 0600, &err));
	child = fork();
	if (child == 0) {
		for (;;) {
			FILE *file = fopen(path, "ab");

			if (file) {
				fputs(";;;;;\n", file);
				fclose(file);
			}
			usleep(500);
		}
	}
	import_result_release(&f->out);
	assert_ok(import_file(&f->ctx, path, &f->opt, &f->out, &err));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	expect(f, IMPORT_GEWEIGERD);
	assert_non_null(strstr(find(f, "veranderd", "veranderd terwijl het werd gelezen")->advice, "Sluit het bestand in Excel"));
	after = dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
	free(path);
	str_release(&s);
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_good_file_loads_and_keeps_its_bounds),
		T(the_same_bytes_are_loaded_once),
		T(the_same_rows_in_another_order_add_nothing),
		T(a_correction_asks_and_then_supersedes),
		T(a_partial_redelivery_deletes_nothing),
		T(one_wrong_cell_refuses_the_whole_file),
		T(a_total_row_must_be_the_sum),
		T(more_children_in_care_than_there_are_is_refused),
		T(the_file_name_must_agree_with_the_rows),
		T(a_number_of_a_child_is_refused_and_not_shown),
		T(a_jump_loads_with_a_warning),
		T(a_trial_changes_nothing),
		T(a_file_that_changes_while_it_is_read_is_refused),
	};

	return RUN_TESTS(tests);
}
