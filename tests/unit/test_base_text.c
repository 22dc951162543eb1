#include "test.h"

#include "base/text.h"

static void assert_prefix(const char *text, size_t len, size_t valid)
{
	char *exact = malloc(len ? len : 1); /* so that a read past the end is seen */

	memcpy(exact, text, len);
	assert_int_equal(text_utf8_valid(exact, len), valid);
	free(exact);
}

#define assert_valid(lit) assert_prefix(lit, sizeof(lit) - 1, sizeof(lit) - 1)
#define assert_invalid(lit, at) assert_prefix(lit, sizeof(lit) - 1, at)

static void valid_utf8_is_recognised_to_the_last_byte(void **state)
{
	(void)state;
	assert_valid("");
	assert_valid("wijk");
	assert_valid("a\0b");
	assert_valid("Seghwaert \xc3\xa9\xc3\xab");
	assert_valid("\xc2\x80 \xdf\xbf \xe0\xa0\x80 \xef\xbf\xbf \xf0\x90\x80\x80 \xf4\x8f\xbf\xbf");
	assert_valid("\xed\x9f\xbf\xee\x80\x80"); /* both sides of the surrogates */
}

static void invalid_utf8_is_found_where_it_starts(void **state)
{
	(void)state;
	assert_invalid("ab\xe9", 2);		   /* windows-1252 */
	assert_invalid("ab\xe9 cd", 2);
	assert_invalid("\x80", 0);		   /* continuation without lead */
	assert_invalid("\xc0\xaf", 0);		   /* overlong */
	assert_invalid("\xc1\xbf", 0);
	assert_invalid("\xe0\x9f\xbf", 0);
	assert_invalid("\xf0\x8f\xbf\xbf", 0);
	assert_invalid("\xed\xa0\x80", 0);	   /* surrogates */
	assert_invalid("\xed\xbf\xbf", 0);
	assert_invalid("\xf4\x90\x80\x80", 0);	   /* above U+10FFFF */
	assert_invalid("\xf5\x80\x80\x80", 0);
	assert_invalid("\xff", 0);
	assert_invalid("a\xc3", 1);		   /* cut off */
	assert_invalid("a\xe2\x82", 1);
	assert_invalid("a\xf0\x9f\x98", 1);
	assert_invalid("\xe2\x82z", 0);
	assert_invalid("\xe2z\x82", 0);
}

static void code_points_survive_there_and_back(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		struct str s = STR_INIT;
		uint32_t back = 0;
		size_t size;

		if (cp >= 0xd800 && cp <= 0xdfff)
			continue;
		text_add_cp(&s, cp);
		size = text_utf8_next(s.text, s.len, &back);
		if (size != s.len || back != cp)
			fail_msg("U+%04X", (unsigned)cp);
		str_release(&s);
	}
}

static void what_is_no_code_point_becomes_the_replacement_character(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	text_add_cp(&s, 0xd800);
	text_add_cp(&s, 0xdfff);
	text_add_cp(&s, 0x110000);
	assert_string_equal(s.text, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	str_release(&s);
}

static void windows_1252_leaves_five_bytes_undefined(void **state)
{
	static const unsigned char undefined[] = {0x81, 0x8d, 0x8f, 0x90, 0x9d};
	size_t zeros = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(undefined); i++)
		assert_int_equal(text_cp1252(undefined[i]), 0);
	for (unsigned byte = 1; byte < 256; byte++)
		zeros += text_cp1252((unsigned char)byte) == 0;
	assert_int_equal(zeros, 5);
	assert_int_equal(text_cp1252('A'), 'A');
	assert_int_equal(text_cp1252(0x7f), 0x7f);
	assert_int_equal(text_cp1252(0x80), 0x20ac);
	assert_int_equal(text_cp1252(0x92), 0x2019);
	assert_int_equal(text_cp1252(0x9f), 0x178);
	assert_int_equal(text_cp1252(0xa0), 0xa0);
	assert_int_equal(text_cp1252(0xe9), 0xe9);
	assert_int_equal(text_cp1252(0xff), 0xff);
}

static void code_page_850_gives_every_byte_its_own_character(void **state)
{
	static const struct {
		unsigned char byte;
		uint16_t cp;
	} known[] = {{'A', 'A'}, {0x7f, 0x7f}, {0x80, 0xc7}, {0x82, 0xe9}, {0x84, 0xe4}, {0x89, 0xeb},
		{0x8b, 0xef}, {0x94, 0xf6}, {0x81, 0xfc}, {0x87, 0xe7}, {0x9f, 0x192}, {0xd5, 0x131},
		{0xe1, 0xdf}, {0xfe, 0x25a0}, {0xff, 0xa0}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		assert_int_equal(text_cp850(known[i].byte), known[i].cp);
	for (unsigned a = 0; a < 256; a++)
		for (unsigned b = a + 1; b < 256; b++)
			assert_int_not_equal(text_cp850((unsigned char)a), text_cp850((unsigned char)b));
}

static void assert_text(char *got, const char *want)
{
	assert_string_equal(got, want);
	free(got);
}

static void keys_bring_the_names_of_different_hands_together(void **state)
{
	(void)state;
	assert_text(text_key("Seghwaert"), "seghwaert");
	assert_text(text_key("  Oosterheem\t"), "oosterheem");
	assert_text(text_key("\xc2\xa0Noord \xc2\xa0 \n Aa\xe2\x80\xa8"), "noord aa");
	assert_text(text_key("Priv\xc3\xa9"), "priv\xc3\xa9");
	assert_text(text_key("Prive\xcc\x81"), "priv\xc3\xa9");
	assert_text(text_key("\xe2\x80\x8bNoord\xc2\xad\xef\xbb\xbf"), "noord");
	assert_text(text_key("STRASSE"), "strasse");
	assert_text(text_key("Stra\xc3\x9f" "e"), "strasse");
	assert_text(text_key("a\xc2\x85" "b"), "a b");
	assert_text(text_key("\x1b" "a\x0e"), "\x1b" "a\x0e"); /* control characters are no white space */
	assert_text(text_key(""), "");
	assert_text(text_key(" \t "), "");
}

static void keys_of_invalid_text_are_the_text_itself(void **state)
{
	(void)state;
	assert_text(text_key("  Caf\xe9 X"), "Caf\xe9 X");
	assert_text(text_nfc("Caf\xe9"), "Caf\xe9");
	assert_text(text_loose_key("Caf\xe9"), "Caf\xe9");
}

static void loose_keys_also_drop_accents_and_punctuation(void **state)
{
	(void)state;
	assert_text(text_loose_key("'s-Gravenhage"), "sgravenhage");
	assert_text(text_loose_key("\xe2\x80\x99s Gravenhage"), "sgravenhage");
	assert_text(text_loose_key("St. Priv\xc3\xa9"), "stprive");
	assert_text(text_loose_key("Prive\xcc\x81"), "prive");
	assert_text(text_loose_key("\xe2\x80\x9eNoord\xe2\x80\x9d \xe2\x80\x93 \"Zuid\"`\xc2\xb4\xe2\x80\x9a"),
		"noordzuid");
	assert_text(text_loose_key("\xc4\xb2sselmonde"), "ijsselmonde"); /* the ligature */
	assert_text(text_loose_key("A12-Zone (n.v.t.)"), "a12zone(nvt)");
	assert_text(text_loose_key(""), "");
}

static void nfc_joins_accents(void **state)
{
	(void)state;
	assert_text(text_nfc("e\xcc\x81\xcc\xa7"), "\xc8\xa9\xcc\x81");
	assert_text(text_nfc("Wijk A"), "Wijk A");
	assert_text(text_nfc(""), "");
}

static void distance_counts_single_edits(void **state)
{
	(void)state;
	assert_int_equal(text_distance("", "", 5), 0);
	assert_int_equal(text_distance("norm", "norm", 5), 0);
	assert_int_equal(text_distance("norm", "normm", 5), 1);
	assert_int_equal(text_distance("normm", "norm", 5), 1);
	assert_int_equal(text_distance("norm", "nurm", 5), 1);
	assert_int_equal(text_distance("", "abc", 5), 3);
	assert_int_equal(text_distance("abc", "", 5), 3);
	assert_int_equal(text_distance("kitten", "sitting", 9), 3);
	assert_int_equal(text_distance("caf\xc3\xa9", "cafe", 9), 1); /* characters, not bytes */
}

static void distance_counts_a_swap_once(void **state)
{
	(void)state;
	assert_int_equal(text_distance("norm", "nrom", 5), 1);
	assert_int_equal(text_distance("ab", "ba", 5), 1);
	assert_int_equal(text_distance("richting", "rihctnig", 5), 2);
	assert_int_equal(text_distance("ca", "abc", 5), 3); /* a swapped pair is not edited again */
	assert_int_equal(text_distance("abc", "cba", 5), 2);
}

static void distance_stops_at_the_limit(void **state)
{
	(void)state;
	assert_int_equal(text_distance("abcdef", "uvwxyz", 3), 3);
	assert_int_equal(text_distance("a", "abcdefgh", 3), 3);
	assert_int_equal(text_distance("abcdefgh", "a", 3), 3);
	assert_int_equal(text_distance("a", "b", 0), 0);
}

static void assert_shown(const char *text, size_t max, const char *want)
{
	struct str s = STR_INIT;

	text_add_shown(&s, text, strlen(text), max);
	assert_string_equal(str_text(&s), want);
	str_release(&s);
}

static void hidden_characters_are_shown_by_number(void **state)
{
	(void)state;
	assert_shown("Wijk \xc3\xa9\xe2\x82\xac", 40, "Wijk \xc3\xa9\xe2\x82\xac");
	assert_shown("\x1b[31m", 40, "\\x1b[31m");
	assert_shown("a\nb\tc\x7f", 40, "a\\x0ab\\x09c\\x7f");
	assert_shown("abc\xe2\x80\xae" "cba", 40, "abcU+202Ecba");
	assert_shown("a\xe2\x80\x8b\xef\xbb\xbf\xc2\xad", 40, "aU+200BU+FEFFU+00AD");
	assert_shown("\xc2\x85\xe2\x80\xa8\xe2\x80\xa9", 40, "U+0085U+2028U+2029");
	assert_shown("\xee\x80\x80\xcd\xb8", 40, "U+E000U+0378"); /* private, unassigned */
	assert_shown("e\xcc\x81", 40, "e\xcc\x81");
	assert_shown("\xe3\x85\xa4\xef\xb8\x8f", 40, "U+3164U+FE0F"); /* filler, variation selector */
	assert_shown("", 40, "");
}

static void invalid_bytes_are_shown_as_hexadecimal(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	assert_shown("Caf\xe9!", 40, "Caf\\xe9!");
	assert_shown("\xe2\x82", 40, "\\xe2\\x82");
	text_add_shown(&s, "a\0b", 3, 40);
	assert_string_equal(s.text, "a\\x00b");
	str_release(&s);
}

static void long_text_is_cut_at_whole_characters(void **state)
{
	(void)state;
	assert_shown("\xc3\xa9\xc3\xab\xc3\xaf", 3, "\xc3\xa9\xc3\xab\xc3\xaf");
	assert_shown("\xc3\xa9\xc3\xab\xc3\xaf", 2, "\xc3\xa9\xc3\xab\xe2\x80\xa6");
	assert_shown("abc", 0, "\xe2\x80\xa6");
}

static void length_counts_characters_and_columns_count_width(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("caf\xc3\xa9"), 4);
	assert_int_equal(text_length("caf\xe9"), 4);
	assert_int_equal(text_columns(""), 0);
	assert_int_equal(text_columns("caf\xc3\xa9"), 4);
	assert_int_equal(text_columns("cafe\xcc\x81"), 4);
	assert_int_equal(text_columns("\xe5\xad\xa6"), 2);
	assert_int_equal(text_columns("caf\xe9"), 4);
}

static void null_equals_null_only(void **state)
{
	(void)state;
	assert_true(text_equal(NULL, NULL));
	assert_false(text_equal(NULL, ""));
	assert_false(text_equal("", NULL));
	assert_true(text_equal("a", "a"));
	assert_false(text_equal("a", "A"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_utf8_is_recognised_to_the_last_byte),
		cmocka_unit_test(invalid_utf8_is_found_where_it_starts),
		cmocka_unit_test(code_points_survive_there_and_back),
		cmocka_unit_test(what_is_no_code_point_becomes_the_replacement_character),
		cmocka_unit_test(windows_1252_leaves_five_bytes_undefined),
		cmocka_unit_test(code_page_850_gives_every_byte_its_own_character),
		cmocka_unit_test(keys_bring_the_names_of_different_hands_together),
		cmocka_unit_test(keys_of_invalid_text_are_the_text_itself),
		cmocka_unit_test(loose_keys_also_drop_accents_and_punctuation),
		cmocka_unit_test(nfc_joins_accents),
		cmocka_unit_test(distance_counts_single_edits),
		cmocka_unit_test(distance_counts_a_swap_once),
		cmocka_unit_test(distance_stops_at_the_limit),
		cmocka_unit_test(hidden_characters_are_shown_by_number),
		cmocka_unit_test(invalid_bytes_are_shown_as_hexadecimal),
		cmocka_unit_test(long_text_is_cut_at_whole_characters),
		cmocka_unit_test(length_counts_characters_and_columns_count_width),
		cmocka_unit_test(null_equals_null_only),
	};

	return RUN_TESTS(tests);
}
