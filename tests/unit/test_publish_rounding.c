#include "test.h"

#include "publish/rounding.h"

#define T(literal) ((char[]){literal}) /* the definitions hold text they own */

static const struct norm_def minimum_92 = {.soort = NORM_MINIMUM, .waarde = {92, 0}, .eenheid = T("%")};
static struct indicator_def share = {.id = T("OAB-01"), .soort = SOORT_AANDEEL, .eenheid = T("%"),
	.decimalen = 1};
static struct indicator_def count = {.id = T("LLN-01"), .soort = SOORT_AANTAL, .eenheid = T("leerlingen")};

static struct bereik one(int64_t value)
{
	return (struct bereik){true, value, value, 0};
}

static struct bereik range(int64_t min, int64_t max)
{
	return (struct bereik){true, min, max, 0};
}

static struct uitkomst of(int64_t x, int64_t n)
{
	return (struct uitkomst){.indicator = &share, .teller = one(x), .noemer = one(n),
		.heeft_waarde = true, .waarde_min = 100.0 * (double)x / (double)n,
		.waarde_max = 100.0 * (double)x / (double)n};
}

static void prints(struct uitkomst u, const struct norm_def *guard, const char *expected)
{
	struct str s = STR_INIT;

	rounding_add_value(&s, &u, guard);
	assert_string_equal(str_text(&s), expected);
	str_release(&s);
}

/* calculation.md E.1, every row of the table. */
static void shares_print_as_the_table_of_calculation_says(void **state)
{
	(void)state;
	prints(of(46, 50), &minimum_92, "92,0%");
	prints(of(552, 600), &minimum_92, "92,0%");
	prints(of(80, 87), &minimum_92, "91,9%");
	prints(of(183, 199), &minimum_92, "91,9%");
	prints(of(11, 12), &minimum_92, "91,7%");
	prints(of(507, 580), &minimum_92, "87,4%");
	prints(of(507, 560), &minimum_92, "90,5%");
}

/* A difference, a spread and an index carry the counts they were made from, and are not their quotient. */
static void what_is_no_quotient_prints_its_own_value(void **state)
{
	struct indicator_def difference = {.id = share.id, .soort = SOORT_VERSCHIL, .decimalen = 1,
		.eenheid = (char[]){"procentpunt"}};
	struct indicator_def index = {.id = share.id, .soort = SOORT_INDEX, .decimalen = 2,
		.eenheid = (char[]){"index"}};
	struct uitkomst u = of(32, 386);

	(void)state;
	u.indicator = &difference;
	u.teller2 = one(16);
	u.noemer2 = one(324);
	u.waarde_min = u.waarde_max = 3.3518838354762366;
	prints(u, NULL, "3,4 procentpunt");
	u.waarde_min = u.waarde_max = -0.3;
	prints(u, NULL, "-0,3 procentpunt");
	u = of(1127, 9677);
	u.indicator = &index;
	u.waarde_min = u.waarde_max = 0.27602878832692496;
	prints(u, NULL, "0,28");
}

static void without_a_norm_rounding_is_half_up(void **state)
{
	(void)state;
	prints(of(80, 87), NULL, "92,0%");
	prints(of(1, 2000), NULL, "0,1%"); /* 0,05 */
	prints(of(0, 12), NULL, "0,0%");
	prints(of(12, 12), NULL, "100,0%");
}

/* No printed value ever stands on another side of the norm than the figure. */
static void no_share_up_to_400_crosses_the_norm(void **state)
{
	static const struct norm_def norms[] = {
		{.soort = NORM_MINIMUM, .waarde = {92, 0}},
		{.soort = NORM_MINIMUM, .waarde = {275, 2}},
		{.soort = NORM_MAXIMUM, .waarde = {275, 2}},
		{.soort = NORM_MAXIMUM, .waarde = {8, 0}},
	};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(norms); k++)
		for (int64_t n = 1; n <= 400; n++)
			for (int64_t x = 0; x <= n; x++) {
				struct decimal shown = rounding_ratio(x, n, 100, 1, &norms[k]);
				struct fraction f = fraction_from_decimal(norms[k].waarde, 100);
				int exact = fraction_cmp_count(x, n, f);
				int printed = decimal_cmp(shown, norms[k].waarde);

				if (norms[k].soort == NORM_MINIMUM)
					assert_int_equal(exact < 0, printed < 0);
				else
					assert_int_equal(exact > 0, printed > 0);
			}
}

static void a_band_is_kept_at_both_ends(void **state)
{
	const struct norm_def band = {.soort = NORM_BAND, .waarde = {10, 0}, .bovenkant = {20, 0}};

	(void)state;
	assert_int_equal(rounding_ratio(999, 10000, 100, 1, &band).value, 99);
	assert_int_equal(rounding_ratio(2001, 10000, 100, 1, &band).value, 201);
	assert_int_equal(rounding_ratio(1500, 10000, 100, 1, &band).value, 150);
}

static void a_range_of_counts_says_between(void **state)
{
	struct uitkomst u = {.indicator = &count, .teller = range(10785, 19104), .heeft_waarde = true,
		.waarde_min = 10785, .waarde_max = 19104};

	(void)state;
	prints(u, NULL, "tussen 10.785 en 19.104");
	u.teller = one(9999);
	u.waarde_min = u.waarde_max = 9999;
	prints(u, NULL, "9999");
}

static void a_range_of_shares_says_between_and_keeps_its_side(void **state)
{
	struct uitkomst u = of(80, 87);

	(void)state;
	u.teller = range(78, 80);
	u.waarde_min = 100.0 * 78 / 87;
	prints(u, &minimum_92, "tussen 89,7 en 91,9%");
}

static void a_delivered_mean_keeps_its_decimals(void **state)
{
	struct indicator_def days = {.id = T("OAB-10"), .soort = SOORT_MEDIAAN, .eenheid = T("dagen"),
		.decimalen = 1};
	struct uitkomst u = {.indicator = &days, .teller = {true, 3425, 3425, 2}, .heeft_waarde = true,
		.waarde_min = 34.25, .waarde_max = 34.25};

	(void)state;
	prints(u, NULL, "34,3 dagen");
}

static void rates_name_their_unit(void **state)
{
	struct indicator_def rate = {.id = T("THZ-01"), .soort = SOORT_PER_1000, .eenheid = T("per 1.000"),
		.decimalen = 1};
	struct uitkomst u = of(12, 4000);

	(void)state;
	u.indicator = &rate;
	prints(u, NULL, "3,0 per 1.000");
}

static void intervals_keep_the_side_of_the_norm(void **state)
{
	struct uitkomst u = of(507, 580);
	struct str s = STR_INIT;

	(void)state;
	u.heeft_interval = true;
	u.ondergrens = 84.4364;
	u.bovengrens = 90.0032;
	rounding_add_interval(&s, &u, &minimum_92);
	assert_string_equal(str_text(&s), "tussen 84,4 en 90,0%");
	str_clear(&s);
	u.bovengrens = 91.98; /* clearly below 92 must not print as 92,0 */
	rounding_add_interval(&s, &u, &minimum_92);
	assert_string_equal(str_text(&s), "tussen 84,4 en 91,9%");
	str_release(&s);
}

static void children_are_counted_in_words(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	rounding_add_children(&s, 1, 1, NULL);
	str_add(&s, "; ");
	rounding_add_children(&s, 27, 27, NULL);
	str_add(&s, "; ");
	rounding_add_children(&s, 0, 0, NULL);
	str_add(&s, "; ");
	rounding_add_children(&s, 1, 6, NULL);
	assert_string_equal(str_text(&s), "1 kind; 27 kinderen; 0 kinderen; tussen 1 en 6 kinderen");
	str_release(&s);
}

static void differences_carry_their_sign(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	rounding_add_signed(&s, 2.1295, 1);
	str_add(&s, " ");
	rounding_add_signed(&s, -0.44, 1);
	str_add(&s, " ");
	rounding_add_signed(&s, -0.04, 1);
	assert_string_equal(str_text(&s), "+2,1 -0,4 0,0");
	str_release(&s);
}

static void a_norm_prints_as_it_was_agreed(void **state)
{
	const struct norm_def vsv = {.soort = NORM_MAXIMUM, .waarde = {275, 2}, .eenheid = T("%")};
	const struct norm_def band = {.soort = NORM_BAND, .waarde = {10, 0}, .bovenkant = {20, 0},
		.eenheid = T("per 1.000")};
	struct str s = STR_INIT;

	(void)state;
	rounding_add_norm(&s, &minimum_92);
	str_add(&s, "; ");
	rounding_add_norm(&s, &vsv);
	str_add(&s, "; ");
	rounding_add_norm(&s, &band);
	assert_string_equal(str_text(&s), "92%; 2,75%; tussen 10 en 20 per 1.000");
	str_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_print_as_the_table_of_calculation_says),
		cmocka_unit_test(what_is_no_quotient_prints_its_own_value),
		cmocka_unit_test(without_a_norm_rounding_is_half_up),
		cmocka_unit_test(no_share_up_to_400_crosses_the_norm),
		cmocka_unit_test(a_band_is_kept_at_both_ends),
		cmocka_unit_test(a_range_of_counts_says_between),
		cmocka_unit_test(a_range_of_shares_says_between_and_keeps_its_side),
		cmocka_unit_test(a_delivered_mean_keeps_its_decimals),
		cmocka_unit_test(rates_name_their_unit),
		cmocka_unit_test(intervals_keep_the_side_of_the_norm),
		cmocka_unit_test(children_are_counted_in_words),
		cmocka_unit_test(differences_carry_their_sign),
		cmocka_unit_test(a_norm_prints_as_it_was_agreed),
	};

	return RUN_TESTS(tests);
}
