#include "test.h"

#include "store_fixture.h"

static void made(
	const char *expected, const char *const *naam, const char *const *waarde, size_t count)
{
	char *text = kenmerk_make(naam, waarde, count);

	assert_string_equal(text, expected);
	free(text);
}

static void got(const char *kenmerk, const char *naam, const char *expected)
{
	struct str s = STR_INIT;
	bool found = kenmerk_get(kenmerk, naam, &s);

	assert_int_equal(found, expected != NULL);
	assert_string_equal(str_text(&s), expected ? expected : "");
	str_release(&s);
}

static void pairs_are_sorted_by_name_whatever_their_order(void **state)
{
	const char *const naam[] = {"soort", "leeftijdsgroep"}, *const waarde[] = {"kdv", "2,5-4"};
	const char *const naam2[] = {"leeftijdsgroep", "soort"}, *const waarde2[] = {
									 "2,5-4", "kdv"};

	(void)state;
	made("leeftijdsgroep=2,5-4|soort=kdv", naam, waarde, 2);
	made("leeftijdsgroep=2,5-4|soort=kdv", naam2, waarde2, 2);
	made("soort=kdv", naam, waarde, 1);
	made("", naam, waarde, 0);
}

static void signs_with_a_meaning_are_escaped(void **state)
{
	const char *const naam[] = {"a=b", "c"}, *const waarde[] = {"x|y", "\\"};

	(void)state;
	made("a\\=b=x\\|y|c=\\\\", naam, waarde, 2);
	got("a\\=b=x\\|y|c=\\\\", "a=b", "x|y");
	got("a\\=b=x\\|y|c=\\\\", "c", "\\");
	got("a\\=b=x\\|y|c=\\\\", "a", NULL);
}

static void a_value_is_found_by_its_whole_name(void **state)
{
	static const char text[] = "leeftijd=2|leeftijdsgroep=2,5-4|soort=";

	(void)state;
	got(text, "leeftijd", "2");
	got(text, "leeftijdsgroep", "2,5-4");
	got(text, "soort", ""); /* empty, and there */
	got(text, "leef", NULL);
	got(text, "groep", NULL);
	got(text, "soortnaam", NULL);
	got(text, "2", NULL);
	got(text, "", NULL);
	got("", "soort", NULL);
}

static void two_different_combinations_never_look_the_same(void **state)
{
	static const char *const parts[] = {
		"", "a", "=", "|", "\\", "a=", "=a", "|a", "\\|", "a|b=c", "\\="};
	enum { N = ARRAY_LEN(parts) };
	char *text[N * N];

	(void)state;
	for (size_t i = 0; i < N * N; i++) {
		const char *naam[] = {"n", "m"}, *waarde[] = {parts[i / N], parts[i % N]};

		text[i] = kenmerk_make(naam, waarde, 2);
		got(text[i], "n", waarde[0]);
		got(text[i], "m", waarde[1]);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(text[i], text[j]);
	}
	for (size_t i = 0; i < N * N; i++)
		free(text[i]);
}

/* Texts as no one should have written them: no crash, no reading past the end. */
static void a_damaged_text_is_read_without_harm(void **state)
{
	(void)state;
	got("a", "a", "");
	got("a=b\\", "a", "b\\");
	got("=", "", "");
	got("||a=1", "a", "1");
	got("a=1=2", "a", "1");
}

static void via(const char *kenmerk, const char *koppeling, const char *code, const char *rest)
{
	struct str k = STR_INIT, c = STR_INIT;
	char *without = kenmerk_without_via(kenmerk);

	assert_int_equal(kenmerk_via(kenmerk, &k, &c), koppeling != NULL);
	assert_string_equal(str_text(&k), koppeling ? koppeling : "");
	assert_string_equal(str_text(&c), code);
	assert_string_equal(without, rest);
	free(without);
	str_release(&k);
	str_release(&c);
}

static void a_code_in_the_place_of_an_area_is_found(void **state)
{
	(void)state;
	via("via_pc4=2711", "pc4", "2711", "");
	via("leeftijd=2|via_pc4=2711|zorg=ja", "pc4", "2711", "leeftijd=2|zorg=ja");
	via("leeftijd=2\\|3", NULL, "", "leeftijd=2\\|3");
	via("naam=via_pc4\\=1", NULL, "", "naam=via_pc4\\=1");
	via("a\\|via_x=1", NULL, "", "a\\|via_x=1");
	via("", NULL, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_are_sorted_by_name_whatever_their_order),
		cmocka_unit_test(signs_with_a_meaning_are_escaped),
		cmocka_unit_test(a_value_is_found_by_its_whole_name),
		cmocka_unit_test(two_different_combinations_never_look_the_same),
		cmocka_unit_test(a_damaged_text_is_read_without_harm),
		cmocka_unit_test(a_code_in_the_place_of_an_area_is_found),
	};

	return RUN_TESTS(tests);
}
