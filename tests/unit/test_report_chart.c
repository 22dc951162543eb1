#include "test.h"

#include "base/mem.h"
#include "report/chart.h"
#include "report/gnuplot.h"

static const struct chart_punt points[] = {
	{.x = 2025.625, .y = 87.5, .heeft_waarde = true, .heeft_marge = true, .laag = 84.5, .hoog = 90.1},
	{.x = 2025.875},
	{.x = 2026.125, .y = 89.9, .heeft_waarde = true, .heeft_marge = true, .laag = 87.2, .hoog = 92.3},
	{.x = 2026.375, .y = 90.9, .heeft_waarde = true, .heeft_marge = true, .laag = 88.3, .hoog = 93.1,
		.voorlopig = true, .breuk_ervoor = true},
};
static const struct chart_norm norms[] = {{2025.5, 2026.0, 90, false}, {2026.0, 2026.5, 92, true}};

static struct chart_verloop course(void)
{
	return (struct chart_verloop){points, ARRAY_LEN(points), norms, ARRAY_LEN(norms), 2025, 2026, 80, 95, 5,
		"90,9%", "ambitie 92%", "%"};
}

static void assert_has(const struct chart *c, const char *part)
{
	if (!strstr(str_text(&c->script), part)) {
		print_error("'%s' staat niet in:\n%s\n", part, str_text(&c->script));
		fail();
	}
}

/* The script holds numbers and placeholders; what a reader reads travels beside it. */
static void a_script_holds_no_text_of_the_reader(void **state)
{
	struct chart_verloop v = course();
	struct chart c;

	(void)state;
	chart_make_verloop(&c, "v1", "Titel `touch x`", "desc", &v);
	assert_null(strstr(str_text(&c.script), "90,9%"));
	assert_null(strstr(str_text(&c.script), "ambitie"));
	assert_null(strchr(str_text(&c.script), '`'));
	assert_null(strchr(str_text(&c.script), '"'));
	assert_null(strstr(str_text(&c.script), "Titel"));
	assert_string_equal(c.label[0], "80%");
	assert_string_equal(c.label[c.label_count - 2], "90,9%");
	assert_string_equal(c.label[c.label_count - 1], "ambitie 92%");
	chart_release(&c);
}

static void gaps_and_breaks_interrupt_the_line(void **state)
{
	struct chart_verloop v = course();
	struct chart c;

	(void)state;
	chart_make_verloop(&c, "v1", "t", "d", &v);
	assert_has(&c, "$lijn << EOD\n2025.6250 87.5000\n\n2026.1250 89.9000\n\n2026.3750 90.9000\nEOD\n");
	assert_has(&c, "$open << EOD\n2026.3750 90.9000\nEOD\n");
	chart_release(&c);
}

static void the_norm_is_a_step_and_dotted_unless_agreed(void **state)
{
	struct chart_verloop v = course();
	struct chart c;

	(void)state;
	chart_make_verloop(&c, "v1", "t", "d", &v);
	assert_has(&c, "from 2025.5000,90.0000 to 2026.0000,90.0000 nohead front lw 1.6 dt (3,3)");
	assert_has(&c, "from 2026.0000,92.0000 to 2026.5000,92.0000 nohead front lw 1.6 lc");
	assert_has(&c, "from 2026.0000,90.0000 to 2026.0000,92.0000 nohead");
	chart_release(&c);
}

static void an_axis_is_round_and_holds_everything(void **state)
{
	static const struct {
		double low, high, least, van, tot, stap;
	} row[] = {{81.3, 93.1, 10, 80, 95, 5}, {61.5, 100, 10, 60, 100, 10}, {0, 100, 10, 0, 100, 20},
		{90, 90, 10, 85, 95, 5}, {99.9, 100, 10, 90, 100, 2}, {0, 0, 10, 0, 10, 2},
		{0.11, 0.12, 0.024, 0.1, 0.13, 0.01}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		double van, tot, stap;

		chart_axis(row[i].low, row[i].high, row[i].least, 0, 100, 5, &van, &tot, &stap);
		assert_near(van, row[i].van, 1e-9);
		assert_near(tot, row[i].tot, 1e-9);
		assert_near(stap, row[i].stap, 1e-9);
	}
}

static void areas_keep_their_order_and_words_stand_for_points(void **state)
{
	static const struct chart_rij rows[] = {
		{.naam = "Dorp", .y = 91.7, .laag = 61.5, .hoog = 99.8, .heeft_marge = true},
		{.naam = "Ontwikkelwijk", .tekst = "te weinig kinderen"},
		{.naam = "Een wijk met een naam van wel zestig tekens om te proberen", .y = 80},
		{.naam = "Zoetermeer", .y = 90.9, .laag = 88.3, .hoog = 93.1, .heeft_marge = true, .nadruk = true},
	};
	const struct chart_gebieden g = {.rij = rows, .rij_count = ARRAY_LEN(rows), .heeft_norm = true,
		.norm = {.waarde = 92}, .norm_tekst = "richtwaarde 92%", .as_van = 60, .as_tot = 100, .stap = 10,
		.eenheid = "%"};
	bool words = false, cut = false;
	struct chart c;

	(void)state;
	chart_make_gebieden(&c, "w", "t", "d", &g);
	assert_has(&c, "$punt << EOD\n91.7000 0.0000\n80.0000 -2.0000\n90.9000 -3.2500\nEOD\n");
	for (size_t i = 0; i < c.label_count; i++) {
		words = words || strcmp(c.label[i], "te weinig kinderen") == 0;
		cut = cut || strcmp(c.label[i], "Een wijk met een naam…") == 0;
	}
	assert_true(words);
	assert_true(cut);
	chart_release(&c);
}

/* One smoke test: the real gnuplot draws both, twice the same, and nothing but shapes and text comes back. */
static void gnuplot_draws_them_the_same_twice(void **state)
{
	static const struct chart_rij rows[] = {{.naam = "O'Reilly `x` \"y\" <z>", .y = 80},
		{.naam = "Zoetermeer", .tekst = "niet geleverd", .nadruk = true}};
	static const struct chart_rij words[] = {{.naam = "A", .tekst = "afgeschermd"},
		{.naam = "B", .tekst = "niet geleverd", .nadruk = true}};
	const struct chart_gebieden g = {.rij = rows, .rij_count = 2, .as_van = 60, .as_tot = 100, .stap = 10};
	const struct chart_gebieden none = {.rij = words, .rij_count = 2, .as_tot = 100, .stap = 20};
	struct chart_verloop v = course();
	struct chart c[2][3];
	struct err err = ERR_INIT;

	(void)state;
	for (int i = 0; i < 2; i++) {
		chart_make_verloop(&c[i][0], "v1", "t", "d", &v);
		chart_make_gebieden(&c[i][1], "w1", "t", "d", &g);
		chart_make_gebieden(&c[i][2], "w2", "t", "d", &none);
		assert_ok(gnuplot_draw(c[i], 3, &err));
	}
	for (int k = 0; k < 3; k++) {
		const char *text = str_text(&c[0][k].svg.text);

		assert_string_equal(text, str_text(&c[1][k].svg.text));
		assert_null(strstr(text, "xlink"));
		assert_null(strstr(text, "<script"));
		assert_null(strstr(text, "L00"));
	}
	assert_non_null(strstr(str_text(&c[0][1].svg.text), "O&#39;Reilly `x` &quot;y&quot; &lt;z&gt;"));
	for (int i = 0; i < 6; i++)
		chart_release(&c[i / 3][i % 3]);
}

static void without_gnuplot_there_is_a_reason_and_no_drawing(void **state)
{
	struct chart_verloop v = course();
	struct err err = ERR_INIT;
	struct chart c;

	(void)state;
	setenv("IJKPUNT_PATH", "/nergens", 1);
	chart_make_verloop(&c, "v1", "t", "d", &v);
	assert_int_equal(gnuplot_draw(&c, 1, &err), -1);
	assert_int_equal(err.kind, ERR_SURROUNDINGS);
	assert_non_null(strstr(err.advice, "gnuplot-nox"));
	assert_int_equal(c.svg.text.len, 0);
	err_release(&err);
	chart_release(&c);
	unsetenv("IJKPUNT_PATH");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_script_holds_no_text_of_the_reader),
		cmocka_unit_test(gaps_and_breaks_interrupt_the_line),
		cmocka_unit_test(the_norm_is_a_step_and_dotted_unless_agreed),
		cmocka_unit_test(an_axis_is_round_and_holds_everything),
		cmocka_unit_test(areas_keep_their_order_and_words_stand_for_points),
		cmocka_unit_test(gnuplot_draws_them_the_same_twice),
		cmocka_unit_test(without_gnuplot_there_is_a_reason_and_no_drawing),
	};

	return RUN_TESTS(tests);
}
