#include "test.h"

#include <math.h>

#include "base/mem.h"
#include "report/chart_staven.h"
#include "report/gnuplot.h"

enum { ROWS = 4 };

/* The hidden one carries a number that must not come out. */
static struct chart_staven bars(struct staaf s[ROWS])
{
	s[0] = (struct staaf){"Ruim'oord `touch x`", "20", true, 20, false};
	s[1] = (struct staaf){"Noord; #1", "afgeschermd", false, 37, false};
	s[2] = (struct staaf){"Midden", "0", true, 0, false};
	s[3] = (struct staaf){"Zuid", "niet geleverd", false, 0, false};
	return (struct chart_staven){.staaf = s, .count = ROWS, .as_tot = 40, .stap = 10};
}

/* Left, foot, right and top of the bar of row i; false when there is none. */
static bool bar_of(const struct chart *c, size_t i, double at[4])
{
	char *head = mem_printf("set object %zu rectangle from ", i + 1);
	const char *found = strstr(str_text(&c->script), head);

	if (found)
		assert_int_equal(sscanf(found + strlen(head), "%lf,%lf to %lf,%lf", &at[0], &at[1], &at[2], &at[3]), 4);
	free(head);
	return found;
}

/* Where a text stands; its placeholder is the place in the list. */
static void label_at(const struct chart *c, const char *text, double at[2])
{
	for (size_t i = c->label_count; i-- > 0;) { /* the axis comes first and has a 0 too */
		char *head;
		const char *found;

		if (strcmp(c->label[i], text) != 0)
			continue;
		head = mem_printf("set label 'L%03zu' at ", i + 1);
		found = strstr(str_text(&c->script), head);
		assert_non_null(found);
		assert_int_equal(sscanf(found + strlen(head), "%lf,%lf", &at[0], &at[1]), 2);
		free(head);
		return;
	}
	fail_msg("no label %s", text);
}

static void rows_stand_in_the_order_given(void **state)
{
	static const char *const naam[ROWS] = {"Ruim'oord `touch x`", "Noord; #1", "Midden", "Zuid"};
	struct staaf s[ROWS];
	struct chart_staven v = bars(s);
	struct chart c;
	double before = 0;

	(void)state;
	chart_make_staven(&c, "s1", "t", "d", &v);
	for (size_t i = 0; i < ROWS; i++) {
		double at[2];

		label_at(&c, naam[i], at);
		assert_true(i == 0 || at[1] == before - STAVEN_RIJ);
		before = at[1];
	}
	chart_release(&c);
}

/* Zero has a bar without length, a hidden and a missing one have none: each with its own text in its own row. */
static void zero_hidden_and_missing_differ(void **state)
{
	struct staaf s[ROWS];
	struct chart_staven v = bars(s);
	double full[4], zero[4], none[4], name[2], text[2];
	struct chart c;

	(void)state;
	chart_make_staven(&c, "s1", "t", "d", &v);
	assert_true(bar_of(&c, 0, full));
	assert_true(bar_of(&c, 2, zero));
	assert_false(bar_of(&c, 1, none));
	assert_false(bar_of(&c, 3, none));
	assert_true(zero[0] == zero[2] && zero[0] == full[0] && full[2] > full[0]);
	for (size_t i = 0; i < ROWS; i++) {
		label_at(&c, s[i].naam, name);
		label_at(&c, s[i].tekst, text);
		assert_true(name[1] == text[1]);
	}
	chart_release(&c);
}

static void a_bar_is_as_long_as_its_number_and_the_text_stands_behind_it(void **state)
{
	struct staaf s[ROWS];
	struct chart_staven v = bars(s);
	double short_bar[4], long_bar[4], text[2];
	struct chart c;

	(void)state;
	s[2].waarde = 40;
	s[2].tekst = "40";
	s[2].voorlopig = true;
	chart_make_staven(&c, "s1", "t", "d", &v);
	assert_true(bar_of(&c, 0, short_bar) && bar_of(&c, 2, long_bar));
	assert_true(fabs(long_bar[2] - long_bar[0] - 2 * (short_bar[2] - short_bar[0])) < 0.001);
	label_at(&c, "20", text);
	assert_true(text[0] > short_bar[2]);
	assert_true(long_bar[2] + 2 * 7 < CHART_WIDTH); /* room for two digits */
	chart_release(&c);
}

/* Whatever the hidden number is, the chart is the same. */
static void the_number_of_a_hidden_area_changes_nothing(void **state)
{
	struct staaf s[ROWS];
	struct chart_staven v = bars(s);
	struct chart with, without;

	(void)state;
	chart_make_staven(&with, "s1", "t", "d", &v);
	s[1].waarde = 0;
	chart_make_staven(&without, "s1", "t", "d", &v);
	assert_string_equal(str_text(&with.script), str_text(&without.script));
	for (size_t i = 0; i < with.label_count; i++)
		assert_null(strstr(with.label[i], "37"));
	chart_release(&with);
	chart_release(&without);
}

static void no_name_reaches_the_script_and_every_text_is_drawn(void **state)
{
	struct staaf s[ROWS];
	struct chart_staven v = bars(s);
	struct err err = ERR_INIT;
	struct chart c;

	(void)state;
	s[0].voorlopig = true;
	chart_make_staven(&c, "s1", "Titel <b>", "d", &v);
	assert_null(strchr(str_text(&c.script), '`'));
	assert_null(strstr(str_text(&c.script), "Noord"));
	assert_ok(gnuplot_draw(&c, 1, &err));
	assert_non_null(strstr(str_text(&c.svg.text), "afgeschermd"));
	assert_non_null(strstr(str_text(&c.svg.text), "niet geleverd"));
	assert_non_null(strstr(str_text(&c.svg.text), "Noord; #1"));
	assert_non_null(strstr(str_text(&c.svg.text), "Titel &lt;b&gt;"));
	chart_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_stand_in_the_order_given),
		cmocka_unit_test(zero_hidden_and_missing_differ),
		cmocka_unit_test(a_bar_is_as_long_as_its_number_and_the_text_stands_behind_it),
		cmocka_unit_test(the_number_of_a_hidden_area_changes_nothing),
		cmocka_unit_test(no_name_reaches_the_script_and_every_text_is_drawn),
	};

	return RUN_TESTS(tests);
}
