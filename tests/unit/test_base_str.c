#include "test.h"

#include "base/str.h"

/* The text of `s`, released; valid until the next call. */
static const char *taken(struct str *s)
{
	static char *kept;

	free(kept);
	kept = str_detach(s);
	return kept;
}

static void an_untouched_buffer_is_empty_text(void **state)
{
	struct str s = STR_INIT;
	char *text;

	(void)state;
	assert_string_equal(str_text(&s), "");
	str_clear(&s);
	text = str_detach(&s);
	assert_string_equal(text, "");
	free(text);
	str_release(&s);
}

static void pieces_are_put_one_after_the_other(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_add(&s, "wijk");
	str_add_char(&s, ' ');
	str_add_n(&s, "Noordoost", 5);
	str_add_n(&s, "", 0);
	str_add_f(&s, " %d van %s", 12, "13");
	str_add_f(&s, "%s", "");
	assert_int_equal(s.len, strlen("wijk Noord 12 van 13"));
	assert_string_equal(taken(&s), "wijk Noord 12 van 13");
}

static void a_long_text_grows_and_stays_terminated(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	for (size_t i = 1; i <= 5000; i++) {
		str_add_char(&s, 'x');
		assert_int_equal(s.len, i);
		assert_int_equal(s.text[i], '\0');
	}
	str_add_f(&s, "%5000d", 1);
	assert_int_equal(strlen(str_text(&s)), 10000);
	str_release(&s);
}

static void bytes_of_every_kind_can_be_added(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_add_n(&s, "a\0b", 3);
	str_add_char(&s, '\0');
	assert_int_equal(s.len, 4);
	assert_memory_equal(s.text, "a\0b\0", 5);
	str_release(&s);
}

static void clear_keeps_the_room_and_release_gives_it_back(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_add(&s, "abc");
	str_clear(&s);
	assert_string_equal(str_text(&s), "");
	assert_true(s.cap > 0);
	str_add(&s, "d");
	assert_string_equal(str_text(&s), "d");
	str_release(&s);
	assert_int_equal(s.cap, 0);
	assert_null(s.text);
}

static void detach_hands_the_text_over(void **state)
{
	struct str s = STR_INIT;
	char *text;

	(void)state;
	str_add(&s, "abc");
	text = str_detach(&s);
	assert_string_equal(text, "abc");
	assert_string_equal(str_text(&s), "");
	free(text);
}

static const char *html(const char *text)
{
	struct str s = STR_INIT;

	str_add_html(&s, text);
	return taken(&s);
}

static void html_is_literal_in_content_and_attributes(void **state)
{
	(void)state;
	assert_string_equal(html("<script>alert('x')</script>"),
		"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
	assert_string_equal(html("\" onload=\"x & y"), "&quot; onload=&quot;x &amp; y");
	assert_string_equal(html("&amp;"), "&amp;amp;");
	assert_string_equal(html("Caf\xc3\xa9 \xe2\x82\xac"), "Caf\xc3\xa9 \xe2\x82\xac");
}

static void characters_that_xml_forbids_are_replaced(void **state)
{
	(void)state;
	assert_string_equal(html("a\tb\nc\rd"), "a\tb\nc\rd");
	assert_string_equal(html("\x01\x08\x0b\x0c\x0e\x1b\x1f\x7f"),
		"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
		"\xef\xbf\xbd");
}

static const char *json(const char *text)
{
	struct str s = STR_INIT;

	str_add_json(&s, text);
	return taken(&s);
}

static void json_text_is_escaped(void **state)
{
	(void)state;
	assert_string_equal(json("a\"b\\c/d"), "a\\\"b\\\\c/d");
	assert_string_equal(json("a\nb\tc\rd\x01\x1f\x7f"), "a\\nb\\u0009c\\u000dd\\u0001\\u001f\\u007f");
	assert_string_equal(json("Caf\xc3\xa9 ~"), "Caf\xc3\xa9 ~");
}

static const char *csv(const char *text)
{
	struct str s = STR_INIT;

	str_add_csv(&s, text, ';');
	return taken(&s);
}

static void csv_cells_are_quoted_when_needed(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	assert_string_equal(csv("Noord"), "Noord");
	assert_string_equal(csv(""), "");
	assert_string_equal(csv("a,b"), "a,b");
	assert_string_equal(csv("a;b"), "\"a;b\"");
	assert_string_equal(csv("zeg \"ja\""), "\"zeg \"\"ja\"\"\"");
	assert_string_equal(csv("a\nb"), "\"a\nb\"");
	assert_string_equal(csv("a\rb"), "\"a\rb\"");
	assert_string_equal(csv("a\tb"), "\"a\tb\"");
	assert_string_equal(csv(" a"), "\" a\"");
	str_add_csv(&s, "a,b;c", ',');
	assert_string_equal(taken(&s), "\"a,b;c\"");
}

/* CWE-1236: each first character that a spreadsheet takes for a formula. */
static void csv_cells_never_become_formulas(void **state)
{
	static const char starts[] = "=+-@\t\r";
	char text[] = "?1+1", want[] = "\"'?1+1\"";

	(void)state;
	for (const char *c = starts; *c; c++) {
		text[0] = *c;
		want[2] = *c;
		assert_string_equal(csv(text), want);
	}
	assert_string_equal(csv("a=b"), "a=b");
	assert_string_equal(csv("=\"x\""), "\"'=\"\"x\"\"\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_untouched_buffer_is_empty_text),
		cmocka_unit_test(pieces_are_put_one_after_the_other),
		cmocka_unit_test(a_long_text_grows_and_stays_terminated),
		cmocka_unit_test(bytes_of_every_kind_can_be_added),
		cmocka_unit_test(clear_keeps_the_room_and_release_gives_it_back),
		cmocka_unit_test(detach_hands_the_text_over),
		cmocka_unit_test(html_is_literal_in_content_and_attributes),
		cmocka_unit_test(characters_that_xml_forbids_are_replaced),
		cmocka_unit_test(json_text_is_escaped),
		cmocka_unit_test(csv_cells_are_quoted_when_needed),
		cmocka_unit_test(csv_cells_never_become_formulas),
	};

	return RUN_TESTS(tests);
}
