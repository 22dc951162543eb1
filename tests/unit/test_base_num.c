#include "test.h"

#include <float.h>

#include "base/num.h"

static struct err err = ERR_INIT;

static int64_t parsed(const char *text)
{
	int64_t value = -77;

	assert_done(num_parse_int(text, &value, &err));
	return value;
}

static void integers_of_every_size_are_read(void **state)
{
	(void)state;
	assert_int_equal(parsed("0"), 0);
	assert_int_equal(parsed("-0"), 0);
	assert_int_equal(parsed("007"), 7);
	assert_int_equal(parsed("-12"), -12);
	assert_true(parsed("9223372036854775807") == INT64_MAX);
	assert_true(parsed("-9223372036854775808") == INT64_MIN);
}

static void what_is_no_integer_is_refused_and_output_kept(void **state)
{
	static const char *const bad[] = {"", "-", "+1", " 1", "1 ", "1,0", "1.000", "0x10", "1e3",
		"--1", "twaalf", "\xef\xbc\x91"};
	int64_t value = 5;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_refused(num_parse_int(bad[i], &value, &err), "is geen geheel getal.");
	assert_int_equal(value, 5);
	assert_int_equal(num_parse_int("1\x1b", &value, &err), -1);
	assert_string_equal(err.text, "'1\\x1b' is geen geheel getal.");
	assert_int_equal(err.kind, ERR_DATA);
	err_release(&err);
}

static void integers_that_do_not_fit_are_refused(void **state)
{
	int64_t value = 5;

	(void)state;
	assert_refused(num_parse_int("9223372036854775808", &value, &err), "te groot");
	assert_refused(num_parse_int("-9223372036854775809", &value, &err), "te groot");
	assert_refused(num_parse_int("92233720368547758070", &value, &err), "te groot");
	assert_refused(num_parse_int("99999999999999999999999999", &value, &err), "te groot");
	assert_int_equal(value, 5);
}

static struct decimal dec(const char *text)
{
	struct decimal d = {0, 0};

	assert_done(decimal_parse(text, &d, &err));
	return d;
}

static void assert_decimal(const char *text, int64_t value, int scale)
{
	struct decimal d = dec(text);

	assert_int_equal(d.value, value);
	assert_int_equal(d.scale, scale);
}

static void decimals_are_read_with_comma_or_point(void **state)
{
	(void)state;
	assert_decimal("92", 92, 0);
	assert_decimal("2,75", 275, 2);
	assert_decimal("2.75", 275, 2);
	assert_decimal("-0,5", -5, 1);
	assert_decimal("0,000000001", 1, 9);
	assert_decimal("2,50", 250, 2);
	assert_decimal("-9223372036,854775808", INT64_MIN, 9);
}

static void what_is_no_decimal_is_refused(void **state)
{
	static const char *const bad[] = {"", "-", ",5", "5,", "5.", "1,2,3", "1.000,5", "92%", " 92",
		"92 ", "1e2", "+1", "-,5", "1,-5", "NaN"};
	struct decimal d = {7, 3};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_refused(decimal_parse(bad[i], &d, &err), "is geen getal.");
	assert_refused(decimal_parse("1,0000000001", &d, &err), "meer dan 9 cijfers");
	assert_refused(decimal_parse("9223372036854775808", &d, &err), "te groot");
	assert_refused(decimal_parse("92233720368547758090", &d, &err), "te groot");
	assert_refused(decimal_parse("9223372036854775807,1", &d, &err), "te groot");
	assert_refused(decimal_parse("9223372036,854775808", &d, &err), "te groot");
	assert_int_equal(d.value, 7);
	assert_int_equal(d.scale, 3);
}

static void decimals_compare_by_value_whatever_the_scale(void **state)
{
	struct decimal most = {INT64_MAX, 0}, nearly = {INT64_MAX, 9}, least = {INT64_MIN, 0};

	(void)state;
	assert_true(decimal_equal(dec("2,5"), dec("2,500000000")));
	assert_false(decimal_equal(dec("2,5"), dec("2,500000001")));
	assert_int_equal(decimal_cmp(dec("-1"), dec("1")), -1);
	assert_int_equal(decimal_cmp(dec("0,1"), dec("0,09")), 1);
	assert_int_equal(decimal_cmp(most, nearly), 1);
	assert_int_equal(decimal_cmp(least, nearly), -1);
	assert_int_equal(decimal_cmp(nearly, least), 1);
}

static void assert_fraction(struct fraction f, int64_t num, int64_t den)
{
	assert_int_equal(f.num, num);
	assert_int_equal(f.den, den);
}

static void decimals_become_fractions_in_lowest_terms(void **state)
{
	(void)state;
	assert_fraction(fraction_from_decimal(dec("92"), 100), 23, 25);
	assert_fraction(fraction_from_decimal(dec("2,75"), 100), 11, 400);
	assert_fraction(fraction_from_decimal(dec("0,00"), 1000), 0, 1);
	assert_fraction(fraction_from_decimal(dec("-1,5"), 1), -3, 2);
	assert_fraction(fraction_from_decimal((struct decimal){INT64_MIN, 0}, 2), INT64_MIN / 2, 1);
	assert_fraction(fraction_from_decimal((struct decimal){1, 9}, 9000000000), 1,
		9000000000000000000);
}

/* calculation.md 1: equality on both sides, and no product may overflow. */
static void counts_compare_exactly_with_a_norm(void **state)
{
	struct fraction norm = fraction_from_decimal(dec("92"), 100);

	(void)state;
	assert_int_equal(fraction_cmp_count(23, 25, norm), 0);
	assert_int_equal(fraction_cmp_count(92, 100, norm), 0);
	assert_int_equal(fraction_cmp_count(80, 87, norm), -1);
	assert_int_equal(fraction_cmp_count(183, 199, norm), -1);
	assert_int_equal(fraction_cmp_count(11, 12, norm), -1);
	assert_int_equal(fraction_cmp_count(12, 13, norm), 1);
	assert_int_equal(fraction_cmp_count(INT64_MAX, INT64_MAX,
				 (struct fraction){INT64_MAX - 1, INT64_MAX}), 1);
	assert_int_equal(fraction_cmp((struct fraction){1, 3}, (struct fraction){1, 2}), -1);
	assert_int_equal(fraction_cmp((struct fraction){INT64_MIN, 1}, (struct fraction){-1, 1}), -1);
}

static const char *shown(struct str *s)
{
	static char kept[512];

	snprintf(kept, sizeof(kept), "%s", str_text(s));
	str_release(s);
	return kept;
}

static const char *int_text(int64_t value)
{
	struct str s = STR_INIT;

	num_add_int(&s, value);
	return shown(&s);
}

static void integers_get_a_full_stop_from_ten_thousand(void **state)
{
	(void)state;
	assert_string_equal(int_text(0), "0");
	assert_string_equal(int_text(9999), "9999");
	assert_string_equal(int_text(10000), "10.000");
	assert_string_equal(int_text(10785), "10.785");
	assert_string_equal(int_text(123456), "123.456");
	assert_string_equal(int_text(1234567), "1.234.567");
	assert_string_equal(int_text(-9999), "-9999");
	assert_string_equal(int_text(-10000), "-10.000");
	assert_string_equal(int_text(INT64_MAX), "9.223.372.036.854.775.807");
	assert_string_equal(int_text(INT64_MIN), "-9.223.372.036.854.775.808");
}

static const char *decimal_text(int64_t value, int scale)
{
	struct str s = STR_INIT;

	num_add_decimal(&s, (struct decimal){value, scale});
	return shown(&s);
}

static void decimals_print_all_their_places(void **state)
{
	(void)state;
	assert_string_equal(decimal_text(275, 2), "2,75");
	assert_string_equal(decimal_text(250, 2), "2,50");
	assert_string_equal(decimal_text(5, 2), "0,05");
	assert_string_equal(decimal_text(-5, 2), "-0,05");
	assert_string_equal(decimal_text(0, 2), "0,00");
	assert_string_equal(decimal_text(92, 0), "92");
	assert_string_equal(decimal_text(107855, 1), "10.785,5");
	assert_string_equal(decimal_text(99995, 1), "9999,5");
	assert_string_equal(decimal_text(INT64_MIN, 9), "-9.223.372.036,854775808");
}

static const char *double_text(double value, int decimals)
{
	struct str s = STR_INIT;

	num_add_double(&s, value, decimals, ',');
	return shown(&s);
}

static void doubles_round_half_up(void **state)
{
	(void)state;
	assert_string_equal(double_text(0.125, 2), "0,13");
	assert_string_equal(double_text(-0.125, 2), "-0,13");
	assert_string_equal(double_text(0.5, 0), "1");
	assert_string_equal(double_text(1.5, 0), "2");
	assert_string_equal(double_text(2.5, 0), "3");
	assert_string_equal(double_text(1.005, 2), "1,01");
	assert_string_equal(double_text(0.285, 2), "0,29");
	assert_string_equal(double_text(0.2849, 2), "0,28");
	assert_string_equal(double_text(91.95, 1), "92,0");
	assert_string_equal(double_text(91.94999, 1), "91,9");
}

static void doubles_carry_into_a_new_digit(void **state)
{
	(void)state;
	assert_string_equal(double_text(9.995, 2), "10,00");
	assert_string_equal(double_text(99.95, 1), "100,0");
	assert_string_equal(double_text(0.95, 1), "1,0");
	assert_string_equal(double_text(0.05, 1), "0,1");
	assert_string_equal(double_text(0.049, 1), "0,0");
	assert_string_equal(double_text(0.0004, 1), "0,0");
	assert_string_equal(double_text(999999999999999.5, 0), "1000000000000000");
	assert_string_equal(double_text(-9.5, 0), "-10");
}

static void doubles_show_the_places_asked_for(void **state)
{
	(void)state;
	assert_string_equal(double_text(0, 0), "0");
	assert_string_equal(double_text(0, 3), "0,000");
	assert_string_equal(double_text(12, 2), "12,00");
	assert_string_equal(double_text(1e15, 1), "1000000000000000,0");
	assert_string_equal(double_text(123456789012345.6, 1), "123456789012345,6");
	assert_string_equal(double_text(999999999999999.5, 1), "999999999999999,5");
	assert_string_equal(double_text(1e-300, 2), "0,00");
	assert_string_equal(double_text(0.001, 3), "0,001");
	assert_string_equal(double_text(0.1, 20), "0,10000000000000000000");
	assert_int_equal(strlen(double_text(DBL_MAX, 0)), 309);
}

static void zero_never_has_a_minus(void **state)
{
	(void)state;
	assert_string_equal(double_text(-0.0, 1), "0,0");
	assert_string_equal(double_text(-0.04, 1), "0,0");
	assert_string_equal(double_text(-0.4, 0), "0");
	assert_string_equal(double_text(-0.05, 1), "-0,1");
}

static void machines_get_a_decimal_point(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	num_add_double(&s, 1234567.25, 1, '.');
	assert_string_equal(shown(&s), "1234567.3");
}

static double read_back(const char *text)
{
	double value = -77;

	assert_done(num_parse_double(text, &value, &err));
	return value;
}

static void exact_text_reads_back_to_the_same_double(void **state)
{
	static const double values[] = {0, 1, -1, 0.1, 1.0 / 3, 2.0 / 3, 91.95402298850575, 1e15, 1e21,
		-1e-7, 5e-324, DBL_MAX, DBL_MIN, 123456789012345.67, 9007199254740993.0};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(values); i++) {
		struct str s = STR_INIT;
		double back;

		num_add_exact(&s, values[i]);
		back = read_back(str_text(&s));
		assert_memory_equal(&back, &values[i], sizeof(back));
		str_release(&s);
	}
}

static void exact_text_is_short(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	num_add_exact(&s, 0.1);
	str_add_char(&s, ' ');
	num_add_exact(&s, 92);
	str_add_char(&s, ' ');
	num_add_exact(&s, -0.0);
	str_add_char(&s, ' ');
	num_add_exact(&s, 0.1 + 0.2);
	str_add_char(&s, ' ');
	num_add_exact(&s, 2.0 / 3);
	assert_string_equal(shown(&s), "0.1 92 0 0.30000000000000004 0.6666666666666666");
}

static void doubles_are_read_with_a_point_only(void **state)
{
	static const char *const bad[] = {"", "-", ".5", "5.", "1,5", "1e", "1e+", "e5", "0x1p3", "inf",
		"nan", "-inf", "1 ", " 1", "+1", "1.5.2", "1.5e3x"};
	double value = 5;

	(void)state;
	assert_near(read_back("1.5"), 1.5, 0);
	assert_near(read_back("-12.25e1"), -122.5, 0);
	assert_near(read_back("1E+2"), 100, 0);
	assert_near(read_back("25e-2"), 0.25, 0);
	assert_near(read_back("0.0e5"), 0, 0);
	assert_near(read_back("0e9"), 0, 0);
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_refused(num_parse_double(bad[i], &value, &err), "is geen getal.");
	assert_refused(num_parse_double("1e999", &value, &err), "te groot");
	assert_refused(num_parse_double("-1e999", &value, &err), "te groot");
	assert_refused(num_parse_double("1e-999", &value, &err), "te dicht bij nul");
	assert_near(value, 5, 0);
}

/* A random-looking walk over doubles, rounded the slow way with integers. */
static void rounding_agrees_with_integer_arithmetic(void **state)
{
	uint64_t seed = 20260630;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		int64_t thousandths, tenths;
		char want[40];

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		thousandths = (int64_t)(seed >> 33) % 100000000;
		tenths = (thousandths + 50) / 100;
		snprintf(want, sizeof(want), "%lld,%lld", (long long)(tenths / 10),
			(long long)(tenths % 10));
		assert_string_equal(double_text((double)thousandths / 1000, 1), want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_of_every_size_are_read),
		cmocka_unit_test(what_is_no_integer_is_refused_and_output_kept),
		cmocka_unit_test(integers_that_do_not_fit_are_refused),
		cmocka_unit_test(decimals_are_read_with_comma_or_point),
		cmocka_unit_test(what_is_no_decimal_is_refused),
		cmocka_unit_test(decimals_compare_by_value_whatever_the_scale),
		cmocka_unit_test(decimals_become_fractions_in_lowest_terms),
		cmocka_unit_test(counts_compare_exactly_with_a_norm),
		cmocka_unit_test(integers_get_a_full_stop_from_ten_thousand),
		cmocka_unit_test(decimals_print_all_their_places),
		cmocka_unit_test(doubles_round_half_up),
		cmocka_unit_test(doubles_carry_into_a_new_digit),
		cmocka_unit_test(doubles_show_the_places_asked_for),
		cmocka_unit_test(zero_never_has_a_minus),
		cmocka_unit_test(machines_get_a_decimal_point),
		cmocka_unit_test(exact_text_reads_back_to_the_same_double),
		cmocka_unit_test(exact_text_is_short),
		cmocka_unit_test(doubles_are_read_with_a_point_only),
		cmocka_unit_test(rounding_agrees_with_integer_arithmetic),
	};

	return RUN_TESTS(tests);
}
