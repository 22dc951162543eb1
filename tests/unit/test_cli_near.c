#include "test.h"

#include "cli/near.h"

static const char *const words[] = {"begin", "laad", "leveringen", "levering-herstel", "toon", "uitleg"};

static const char *near(const char *typed)
{
	const char *word = near_word(typed, words, ARRAY_LEN(words));

	return word ? word : "geen";
}

static void a_typing_error_finds_its_word(void **state)
{
	(void)state;
	assert_string_equal(near("laat"), "laad");
	assert_string_equal(near("tooon"), "toon");
	assert_string_equal(near("Begin"), "begin");
	assert_string_equal(near("uitelg"), "uitleg");
}

static void the_beginning_of_a_long_word_finds_it(void **state)
{
	(void)state;
	assert_string_equal(near("lever"), "leveringen");
	assert_string_equal(near("levering-h"), "levering-herstel");
}

static void something_else_finds_nothing(void **state)
{
	(void)state;
	assert_string_equal(near("rapportage"), "geen");
	assert_string_equal(near("xyz"), "geen");
	assert_int_equal(near_index("xyz", words, 0), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_typing_error_finds_its_word),
		cmocka_unit_test(the_beginning_of_a_long_word_finds_it),
		cmocka_unit_test(something_else_finds_nothing),
	};

	return RUN_TESTS(tests);
}
