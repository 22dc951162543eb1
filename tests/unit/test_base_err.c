#include "test.h"

static struct err err = ERR_INIT;

static void a_failure_has_kind_and_text(void **state)
{
	(void)state;
	assert_int_equal(err_set(&err, ERR_DATA, "'%s' is geen aantal.", "12x"), -1);
	assert_int_equal(err.kind, ERR_DATA);
	assert_string_equal(err.text, "'12x' is geen aantal.");
	assert_null(err.advice);
	assert_null(err.outcome);
	err_release(&err);
}

static void each_level_puts_its_context_in_front(void **state)
{
	(void)state;
	err_set(&err, ERR_DATA, "'12x' is geen aantal.");
	assert_int_equal(err_context(&err, "kolom %s", "aantal"), -1);
	assert_int_equal(err_context(&err, "vve.csv, regel %d", 7), -1);
	assert_string_equal(err.text, "vve.csv, regel 7: kolom aantal: '12x' is geen aantal.");
	assert_int_equal(err.kind, ERR_DATA);
	err_release(&err);
	err_context(&err, "alleen plaats");
	assert_string_equal(err.text, "alleen plaats: ");
	err_release(&err);
}

static void advice_and_outcome_are_replaced(void **state)
{
	(void)state;
	err_set(&err, ERR_USE, "Fout.");
	assert_int_equal(err_advise(&err, "Doe %d.", 1), -1);
	assert_int_equal(err_advise(&err, "Doe %d.", 2), -1);
	assert_int_equal(err_outcome(&err, "Er is niets geladen."), -1);
	assert_int_equal(err_outcome(&err, "Er is %s geladen.", "iets"), -1);
	assert_string_equal(err.advice, "Doe 2.");
	assert_string_equal(err.outcome, "Er is iets geladen.");
	err_release(&err);
}

static void a_new_failure_forgets_the_old_one(void **state)
{
	(void)state;
	err_set(&err, ERR_DATA, "Eerst.");
	err_advise(&err, "Doe dit.");
	err_outcome(&err, "Weg.");
	err_set(&err, ERR_USE, "Dan.");
	assert_int_equal(err.kind, ERR_USE);
	assert_string_equal(err.text, "Dan.");
	assert_null(err.advice);
	assert_null(err.outcome);
	err_release(&err);
}

static void the_old_texts_may_be_arguments(void **state)
{
	(void)state;
	err_set(&err, ERR_DATA, "Eerst.");
	err_advise(&err, "Doe dit.");
	err_outcome(&err, "Weg.");
	err_advise(&err, "%s Of dat.", err.advice);
	err_outcome(&err, "%s Alles.", err.outcome);
	assert_string_equal(err.advice, "Doe dit. Of dat.");
	assert_string_equal(err.outcome, "Weg. Alles.");
	err_set(&err, ERR_USE, "%s Dan.", err.text);
	assert_string_equal(err.text, "Eerst. Dan.");
	err_context(&err, "%s", err.text);
	assert_string_equal(err.text, "Eerst. Dan.: Eerst. Dan.");
	err_release(&err);
}

static void release_makes_it_ready_for_use_again(void **state)
{
	(void)state;
	err_set(&err, ERR_DATA, "x");
	err_release(&err);
	assert_int_equal(err.kind, ERR_NONE);
	assert_null(err.text);
	err_release(&err);
}

/* product.md: the kinds are the exit status of the program. */
static void the_kinds_are_the_promised_exit_statuses(void **state)
{
	(void)state;
	assert_int_equal(ERR_DATA, 1);
	assert_int_equal(ERR_USE, 2);
	assert_int_equal(ERR_SURROUNDINGS, 3);
	assert_int_equal(ERR_DEFINITION, 4);
	assert_int_equal(ERR_DEFECT, 70);
	assert_int_equal(ERR_INTERRUPT, 130);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failure_has_kind_and_text),
		cmocka_unit_test(each_level_puts_its_context_in_front),
		cmocka_unit_test(advice_and_outcome_are_replaced),
		cmocka_unit_test(a_new_failure_forgets_the_old_one),
		cmocka_unit_test(the_old_texts_may_be_arguments),
		cmocka_unit_test(release_makes_it_ready_for_use_again),
		cmocka_unit_test(the_kinds_are_the_promised_exit_statuses),
	};

	return RUN_TESTS(tests);
}
