#include "test.h"

#include <math.h>

#include "base/mem.h"
#include "report/chart_trechter.h"
#include "report/gnuplot.h"

enum { MOST = 15 };

static const struct trechter_grens limits[] = {{10, 60, 100, 40, 100}, {100, 85, 96, 80, 99}};

static struct chart_trechter funnel(const struct trechter_punt *punt, size_t count)
{
	return (struct chart_trechter){.punt = punt, .count = count, .grens = limits, .grens_count = 2, .midden = 91,
		.n_van = 0, .n_tot = 100, .n_stap = 20, .as_van = 40, .as_tot = 100, .stap = 10, .eenheid = "%",
		.n_tekst = "aantal 'kinderen' `touch x`", .tekst_95 = "95%", .tekst_998 = "99,8%"};
}

/* Where the text stands that is the nth of the labels. */
static void label_at(const struct chart *c, size_t nth, double at[2])
{
	char *head = mem_printf("set label 'L%03zu' at ", nth + 1);
	const char *found = strstr(str_text(&c->script), head);

	assert_non_null(found);
	assert_int_equal(sscanf(found + strlen(head), "%lf,%lf", &at[0], &at[1]), 2);
	free(head);
}

/* The numbers of the points are the last labels. */
static void numbers_never_stand_over_each_other(void **state)
{
	static const char *const nummer[MOST] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"};
	struct trechter_punt punt[MOST];
	struct chart_trechter t;
	struct chart c;

	(void)state;
	for (size_t i = 0; i < MOST; i++) /* five heaps of three, two of them at an edge */
		punt[i] = (struct trechter_punt){(double)(i % 5) * 25, i % 5 == 1 ? 100 : 88 + (double)(i / 5), nummer[i], false};
	t = funnel(punt, MOST);
	chart_make_trechter(&c, "t1", "t", "d", &t);
	for (size_t i = 0; i < MOST; i++) {
		double one[2], other[2];

		label_at(&c, c.label_count - MOST + i, one);
		assert_true(one[0] > 0 && one[0] < CHART_WIDTH && one[1] > 0 && one[1] < TRECHTER_HOOG);
		for (size_t k = 0; k < i; k++) {
			label_at(&c, c.label_count - MOST + k, other);
			assert_true(fabs(one[0] - other[0]) >= 8 || fabs(one[1] - other[1]) >= 10);
		}
	}
	chart_release(&c);
}

static void the_limits_narrow_and_texts_never_reach_gnuplot(void **state)
{
	struct trechter_punt punt[] = {{20, 90, "1", false}, {90, 70, "2", true}};
	struct chart_trechter t = funnel(punt, 2);
	struct chart c;
	const char *low;
	double x[2], y[2];

	(void)state;
	chart_make_trechter(&c, "t1", "t", "d", &t);
	assert_null(strstr(str_text(&c.script), "kinderen"));
	assert_null(strchr(str_text(&c.script), '`'));
	low = strstr(str_text(&c.script), "$laag << EOD\n");
	assert_non_null(low);
	assert_int_equal(sscanf(low + strlen("$laag << EOD\n"), "%lf %lf %lf %lf", &x[0], &y[0], &x[1], &y[1]), 4);
	assert_true(x[1] > x[0] && y[1] > y[0]);
	assert_non_null(strstr(str_text(&c.script), "$open"));
	chart_release(&c);
}

static void gnuplot_draws_it(void **state)
{
	struct trechter_punt punt[] = {{20, 90, "1", false}, {90, 70, "2", true}, {50, 91, "3", false}};
	struct chart_trechter t = funnel(punt, 3);
	struct chart c;
	struct err err = ERR_INIT;

	(void)state;
	chart_make_trechter(&c, "t1", "Titel <b>", "d", &t);
	assert_ok(gnuplot_draw(&c, 1, &err));
	assert_non_null(strstr(str_text(&c.svg.text), "Titel &lt;b&gt;"));
	assert_non_null(strstr(str_text(&c.svg.text), "99,8%"));
	chart_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_never_stand_over_each_other),
		cmocka_unit_test(the_limits_narrow_and_texts_never_reach_gnuplot),
		cmocka_unit_test(gnuplot_draws_it),
	};

	return RUN_TESTS(tests);
}
