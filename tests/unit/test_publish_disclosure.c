#include "test.h"

#include "publish/disclosure.h"

static const struct disclosure_rule five = {5, 10, true}, five_zero_hidden = {5, 10, false},
				    ten = {10, 10, true};

static void a_small_count_on_either_side_is_hidden(void **state)
{
	(void)state;
	/* The vector of E.5: of these only 8/11 is hidden by itself, because 3 were not reached. */
	assert_int_equal(disclosure_primary(five, 92, 104).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five, 118, 124).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five, 75, 88).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five, 168, 180).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five, 8, 11).reden, REDEN_AFGESCHERMD);
	assert_int_equal(disclosure_primary(five, 20, 21).reden, REDEN_AFGESCHERMD);
	assert_false(disclosure_primary(five, 8, 11).teller);
	assert_true(disclosure_primary(five, 8, 11).noemer);
	assert_false(disclosure_primary(five, 8, 11).afgeleid);
}

static void the_limit_itself_is_shown(void **state)
{
	(void)state;
	assert_int_equal(disclosure_primary(five, 4, 100).reden, REDEN_AFGESCHERMD);
	assert_int_equal(disclosure_primary(five, 5, 100).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five, 96, 100).reden, REDEN_AFGESCHERMD);
	assert_int_equal(disclosure_primary(five, 95, 100).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(ten, 9, 100).reden, REDEN_AFGESCHERMD);
	assert_int_equal(disclosure_primary(ten, 10, 100).reden, REDEN_GEEN);
}

static void a_small_group_is_hidden_whole(void **state)
{
	struct disclosure d = disclosure_primary(five, 0, 3);

	(void)state;
	assert_int_equal(d.reden, REDEN_AFGESCHERMD);
	assert_false(d.teller || d.noemer || d.afgeleid);
}

static void below_the_size_no_percentage_but_counts(void **state)
{
	struct disclosure d = disclosure_primary(five, 9, 9);

	(void)state;
	assert_int_equal(d.reden, REDEN_TE_KLEIN_VOOR_PROCENT);
	assert_true(d.teller && d.noemer);
	assert_false(d.afgeleid);
	assert_int_equal(disclosure_primary(five, 10, 10).reden, REDEN_GEEN);
}

static void nobody_and_everybody_are_a_choice_of_policy(void **state)
{
	(void)state;
	assert_int_equal(disclosure_primary(five, 0, 40).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five, 40, 40).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five_zero_hidden, 0, 40).reden, REDEN_AFGESCHERMD);
	assert_int_equal(disclosure_primary(five_zero_hidden, 40, 40).reden, REDEN_AFGESCHERMD);
}

static void a_complement_is_hidden_with_what_it_completes(void **state)
{
	(void)state;
	for (int64_t n = 1; n <= 130; n++)
		for (int64_t x = 0; x <= n; x++) {
			struct disclosure a = disclosure_primary(ten, x, n);
			struct disclosure b = disclosure_primary(ten, n - x, n);

			assert_int_equal(a.reden, b.reden);
			assert_int_equal(a.teller, b.teller);
		}
}

static void no_children_is_said_as_such(void **state)
{
	(void)state;
	assert_int_equal(disclosure_primary(five, 0, 0).reden, REDEN_GEEN_DOELGROEP);
}

static void a_count_by_itself_has_one_side(void **state)
{
	(void)state;
	assert_int_equal(disclosure_primary(ten, 9, DISCLOSURE_GEEN_NOEMER).reden, REDEN_AFGESCHERMD);
	assert_int_equal(disclosure_primary(ten, 10, DISCLOSURE_GEEN_NOEMER).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(ten, 0, DISCLOSURE_GEEN_NOEMER).reden, REDEN_GEEN);
	assert_int_equal(disclosure_primary(five_zero_hidden, 0, DISCLOSURE_GEEN_NOEMER).reden,
		REDEN_AFGESCHERMD);
}

static void policy_never_goes_below_five(void **state)
{
	struct privacy_def lax = {.k = 2, .k_gevoelig = 10, .n_min_procent = 3, .nul_tonen = true};

	(void)state;
	assert_int_equal(disclosure_rule_of(&lax, false).k, 5);
	assert_int_equal(disclosure_rule_of(&lax, false).n_min, 5);
	assert_int_equal(disclosure_rule_of(&lax, true).k, 10);
}

/* E.5: a wijk that meets 92% without 100% is publishable only from 63 (k = 5) and 125 (k = 10); the words
 * "norm gehaald; minder dan 5 niet bereikt" are allowed from 50. */
static void success_becomes_visible_at_the_sizes_of_calculation(void **state)
{
	const struct fraction norm = {23, 25};
	int64_t first5 = 0, first10 = 0, n;

	(void)state;
	for (n = 12; n <= 130; n++)
		for (int64_t x = 0; x < n; x++) {
			if (fraction_cmp_count(x, n, norm) < 0)
				continue;
			if (!first5 && disclosure_primary(five, x, n).reden == REDEN_GEEN)
				first5 = n;
			if (!first10 && disclosure_primary(ten, x, n).reden == REDEN_GEEN)
				first10 = n;
		}
	assert_int_equal(first5, 63);
	assert_int_equal(first10, 125);
	assert_false(disclosure_words_allowed(five_zero_hidden, 49, norm));
	assert_true(disclosure_words_allowed(five_zero_hidden, 50, norm));
}

/* The words leave 0 to 4 open and silence 5 or more: not when one of the two is narrower than the policy allows. */
static void words_are_not_said_where_they_say_too_much(void **state)
{
	const struct fraction norm = {23, 25}, low = {1, 10}, none = {0, 1}, huge = {1, INT64_MAX};
	const struct disclosure_rule sensitive = {10, 10, false}, large = {5, 60, false};

	(void)state;
	assert_false(disclosure_words_allowed(five, 5000, norm)); /* "iedereen" is shown: the words would say 1 to 4 */
	assert_false(disclosure_words_allowed(sensitive, 112, norm));
	assert_true(disclosure_words_allowed(sensitive, 113, norm)); /* 113 x 8% = 9,04 */
	assert_false(disclosure_words_allowed(large, 59, norm)); /* too few for any derived figure */
	assert_true(disclosure_words_allowed(large, 60, norm));
	/* 5 of 9 not reached leaves 0 to 4 reached: silence would say less than the policy asks. */
	assert_false(disclosure_words_allowed((struct disclosure_rule){5, 5, false}, 9, low));
	assert_true(disclosure_words_allowed((struct disclosure_rule){5, 5, false}, 10, low));
	assert_true(disclosure_words_allowed(five_zero_hidden, 10, none));
	assert_false(disclosure_words_allowed(five_zero_hidden, 100, huge)); /* what does not fit in 64 bits is not judged */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_small_count_on_either_side_is_hidden),
		cmocka_unit_test(the_limit_itself_is_shown),
		cmocka_unit_test(a_small_group_is_hidden_whole),
		cmocka_unit_test(below_the_size_no_percentage_but_counts),
		cmocka_unit_test(nobody_and_everybody_are_a_choice_of_policy),
		cmocka_unit_test(a_complement_is_hidden_with_what_it_completes),
		cmocka_unit_test(no_children_is_said_as_such),
		cmocka_unit_test(a_count_by_itself_has_one_side),
		cmocka_unit_test(policy_never_goes_below_five),
		cmocka_unit_test(success_becomes_visible_at_the_sizes_of_calculation),
		cmocka_unit_test(words_are_not_said_where_they_say_too_much),
	};

	return RUN_TESTS(tests);
}
