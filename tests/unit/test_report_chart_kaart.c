#include "test.h"

#include "report/chart_kaart.h"
#include "report/gnuplot.h"

static struct kaart_xy left[] = {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}};
static struct kaart_xy right[] = {{2, 1}, {3, 1}, {3, 2}, {2, 2}, {2, 1}};
static struct kaart_lijn rings[] = {{left, ARRAY_LEN(left)}, {right, ARRAY_LEN(right)}};
static char low[] = "80 tot 85%", high[] = "85 tot 90%", *legend[] = {low, high};

static struct chart_kaart map(struct kaart_gebied area[2], bool tegels)
{
	area[0] = (struct kaart_gebied){&rings[0], 1, "Ruim'oord `touch x`", "88,7%", 1};
	area[1] = (struct kaart_gebied){&rings[1], 1, "Noord; #1", "afgeschermd", KAART_ZONDER};
	return (struct chart_kaart){area, 2, legend, ARRAY_LEN(legend), tegels};
}

static bool has_label(const struct chart *c, const char *text)
{
	for (size_t i = 0; i < c->label_count; i++)
		if (strcmp(c->label[i], text) == 0)
			return true;
	return false;
}

static void an_area_without_a_figure_is_hatched_and_says_why(void **state)
{
	struct kaart_gebied area[2];
	struct chart_kaart k = map(area, true);
	struct chart c;

	(void)state;
	chart_make_kaart(&c, "k1", "t", "d", &k);
	assert_non_null(strstr(str_text(&c.script), "$h1 << EOD\n"));
	assert_null(strstr(str_text(&c.script), "$h0"));
	assert_non_null(strstr(str_text(&c.script), "$r1_0 using 1:2 with filledcurves closed fc rgb '#ffffff'"));
	assert_true(has_label(&c, "88,7%"));
	assert_true(has_label(&c, "afgeschermd"));
	assert_true(has_label(&c, "80 tot 85%"));
	chart_release(&c);
}

static void no_name_reaches_the_script(void **state)
{
	struct kaart_gebied area[2];
	struct chart_kaart k = map(area, true);
	struct chart c;

	(void)state;
	chart_make_kaart(&c, "k1", "t", "d", &k);
	assert_null(strchr(str_text(&c.script), '`'));
	assert_null(strstr(str_text(&c.script), "Noord"));
	assert_null(strstr(str_text(&c.script), "88,7"));
	chart_release(&c);
}

static void a_name_too_long_for_one_line_stands_on_two(void **state)
{
	struct kaart_gebied area[2];
	struct chart_kaart k = map(area, true);
	struct chart c;

	(void)state;
	area[0].naam = "Roodenburgerdistrict";
	area[1].waarde = "te weinig kinderen";
	chart_make_kaart(&c, "k1", "t", "d", &k);
	assert_true(has_label(&c, "district"));
	assert_true(has_label(&c, "te weinig"));
	assert_false(has_label(&c, "1"));
	chart_release(&c);
}

/* What is cut off would be read as another name. */
static void what_does_not_fit_gets_a_number_and_stands_whole_below(void **state)
{
	struct kaart_xy thin[] = {{0, 0}, {0.05, 0}, {0.05, 2}, {0, 2}, {0, 0}};
	struct kaart_lijn ring = {thin, ARRAY_LEN(thin)};
	struct kaart_gebied area[2];
	struct chart_kaart k = map(area, true);
	struct chart c;
	int height;

	(void)state;
	chart_make_kaart(&c, "k1", "t", "d", &k);
	height = c.height;
	chart_release(&c);
	area[0].naam = "Een wijk met een naam van wel zestig tekens die niet in een tegel past";
	chart_make_kaart(&c, "k1", "t", "d", &k);
	assert_true(has_label(&c, "1"));
	assert_true(has_label(&c, "1 Een wijk met een naam van wel zestig tekens die niet in"));
	assert_true(has_label(&c, "een tegel past: 88,7%"));
	assert_true(c.height > height);
	chart_release(&c);
	k = map(area, false);
	area[1].lijn = &ring;
	chart_make_kaart(&c, "k1", "t", "d", &k);
	assert_true(has_label(&c, "88,7%"));
	assert_true(has_label(&c, "1"));
	assert_true(has_label(&c, "1 Noord; #1: afgeschermd"));
	chart_release(&c);
}

static void gnuplot_draws_it_and_every_text_is_there(void **state)
{
	struct kaart_gebied area[2];
	struct chart_kaart k = map(area, true);
	struct err err = ERR_INIT;
	struct chart c;

	(void)state;
	chart_make_kaart(&c, "k1", "Titel <b>", "d", &k);
	assert_ok(gnuplot_draw(&c, 1, &err));
	assert_non_null(strstr(str_text(&c.svg.text), ">afgeschermd</text>"));
	assert_non_null(strstr(str_text(&c.svg.text), "fill=\"#cfe0f0\""));
	assert_non_null(strstr(str_text(&c.svg.text), "Titel &lt;b&gt;"));
	chart_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_area_without_a_figure_is_hatched_and_says_why),
		cmocka_unit_test(no_name_reaches_the_script),
		cmocka_unit_test(a_name_too_long_for_one_line_stands_on_two),
		cmocka_unit_test(what_does_not_fit_gets_a_number_and_stands_whole_below),
		cmocka_unit_test(gnuplot_draws_it_and_every_text_is_there),
	};

	return RUN_TESTS(tests);
}
