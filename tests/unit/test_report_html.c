#include "test.h"

#include "report/html.h"

static void text_and_attributes_are_escaped(void **state)
{
	struct str out = STR_INIT;
	struct html w;

	(void)state;
	html_init(&w, &out);
	html_open(&w, "p", "class", "a\"><script>", "id", (const char *)NULL);
	html_text(&w, "1 < 2 & \"x\" <script>alert(1)</script>");
	html_close(&w, "p");
	html_finish(&w);
	assert_null(strstr(str_text(&out), "<script"));
	assert_non_null(strstr(str_text(&out), "&lt;script&gt;"));
	assert_non_null(strstr(str_text(&out), "class=\"a&quot;&gt;"));
	assert_null(strstr(str_text(&out), "id="));
	str_release(&out);
}

static void elements_close_in_order(void **state)
{
	struct str out = STR_INIT;
	struct html w;

	(void)state;
	html_init(&w, &out);
	html_open(&w, "ul");
	html_el(&w, "li", "een", "lang", "nl");
	html_el(&w, "li", "twee");
	html_void(&w, "br");
	html_close(&w, "ul");
	html_finish(&w);
	assert_string_equal(str_text(&out), "\n<ul>\n<li lang=\"nl\">een</li>\n<li>twee</li><br></ul>");
	str_release(&out);
}

static void control_characters_do_not_reach_the_page(void **state)
{
	struct str out = STR_INIT;
	struct html w;

	(void)state;
	html_init(&w, &out);
	html_text(&w, "a\x01" "b");
	assert_null(strchr(str_text(&out), 1));
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_and_attributes_are_escaped),
		cmocka_unit_test(elements_close_in_order),
		cmocka_unit_test(control_characters_do_not_reach_the_page),
	};

	return RUN_TESTS(tests);
}
