#include "test.h"

#include "base/mem.h"
#include "report/chart_veelvoud.h"
#include "report/gnuplot.h"

enum { POINTS = 4 };

static char value[] = "80,0%";

static struct chart_veelvoud grid(struct veelvoud_paneel panel[2], struct chart_punt punt[2][POINTS])
{
	memset(punt, 0, 2 * sizeof(punt[0]));
	for (size_t i = 0; i < POINTS; i++) {
		punt[0][i] = (struct chart_punt){.x = 2024 + (double)i / 4, .y = 70, .heeft_waarde = true};
		punt[1][i].x = punt[0][i].x;
	}
	panel[0] = (struct veelvoud_paneel){"Ruim'oord `touch x`", value, NULL, punt[0], POINTS};
	panel[1] = (struct veelvoud_paneel){"Noord; #1", NULL, "afgeschermd", punt[1], POINTS};
	return (struct chart_veelvoud){.paneel = panel, .paneel_count = 2, .jaar_van = 2024, .jaar_tot = 2024,
		.as_van = 60, .as_tot = 80, .stap = 10, .eenheid = "%"};
}

/* The rows of a block of data, the empty ones too. */
static char *rows(const struct chart *c, const char *name)
{
	char *head = mem_printf("$%s << EOD\n", name);
	const char *at = strstr(str_text(&c->script), head);
	char *text;

	assert_non_null(at);
	at += strlen(head);
	text = mem_dup_n(at, (size_t)(strstr(at, "EOD\n") - at));
	free(head);
	return text;
}

static size_t lines(const char *text, const char *mark)
{
	size_t n = 0;

	for (; (text = strstr(text, mark)); text++)
		n++;
	return n;
}

static void a_hidden_point_and_a_break_end_the_line(void **state)
{
	struct veelvoud_paneel panel[2];
	struct chart_punt punt[2][POINTS];
	struct chart_veelvoud v = grid(panel, punt);
	struct chart c;
	char *line;

	(void)state;
	chart_make_veelvoud(&c, "r1", "t", "d", &v);
	line = rows(&c, "lijn");
	assert_int_equal(lines(line, "\n"), POINTS + 1); /* the second panel begins another line */
	free(line);
	chart_release(&c);
	punt[0][1].heeft_waarde = false;
	punt[0][3].breuk_ervoor = true;
	chart_make_veelvoud(&c, "r1", "t", "d", &v);
	line = rows(&c, "lijn");
	assert_int_equal(lines(line, "\n\n"), 2 + 1);
	free(line);
	chart_release(&c);
}

/* 70 lies halfway 60..80: as many pixels above the foot of the panel in each. */
static void panels_share_one_axis(void **state)
{
	struct veelvoud_paneel panel[2];
	struct chart_punt punt[2][POINTS];
	struct chart_veelvoud v = grid(panel, punt);
	double y[2], x;
	struct chart c;
	char *line;

	(void)state;
	punt[1][0].y = 70;
	punt[1][0].heeft_waarde = true;
	chart_make_veelvoud(&c, "r1", "t", "d", &v);
	line = rows(&c, "punt");
	assert_int_equal(sscanf(line, "%lf %lf", &x, &y[0]), 2);
	line[strlen(line) - 1] = '\0';
	assert_int_equal(sscanf(strrchr(line, '\n'), "%lf %lf", &x, &y[1]), 2);
	assert_true(y[0] == y[1]);
	free(line);
	chart_release(&c);
}

static void no_name_reaches_the_script_and_every_text_is_drawn(void **state)
{
	struct veelvoud_paneel panel[2];
	struct chart_punt punt[2][POINTS];
	struct chart_veelvoud v = grid(panel, punt);
	struct err err = ERR_INIT;
	struct chart c;

	(void)state;
	punt[0][3].voorlopig = true;
	chart_make_veelvoud(&c, "r1", "Titel <b>", "d", &v);
	assert_null(strchr(str_text(&c.script), '`'));
	assert_null(strstr(str_text(&c.script), "Noord"));
	assert_ok(gnuplot_draw(&c, 1, &err));
	assert_non_null(strstr(str_text(&c.svg.text), "afgeschermd"));
	assert_non_null(strstr(str_text(&c.svg.text), "Noord; #1"));
	assert_non_null(strstr(str_text(&c.svg.text), "Titel &lt;b&gt;"));
	chart_release(&c);
}

static bool has_label(const struct chart *c, const char *text)
{
	for (size_t i = 0; i < c->label_count; i++)
		if (strcmp(c->label[i], text) == 0)
			return true;
	return false;
}

static void a_long_name_stands_whole_on_more_lines_and_its_row_makes_room(void **state)
{
	struct veelvoud_paneel panel[2];
	struct chart_punt punt[2][POINTS];
	struct chart_veelvoud v = grid(panel, punt);
	struct chart c;
	int height;

	(void)state;
	panel[0].naam = "Dorp";
	chart_make_veelvoud(&c, "r1", "t", "d", &v);
	height = c.height;
	chart_release(&c);
	panel[0].naam = "Buytenwegh de Leyens";
	chart_make_veelvoud(&c, "r1", "t", "d", &v);
	assert_true(has_label(&c, "Buytenwegh de"));
	assert_true(has_label(&c, "Leyens"));
	assert_true(c.height > height);
	chart_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hidden_point_and_a_break_end_the_line),
		cmocka_unit_test(panels_share_one_axis),
		cmocka_unit_test(no_name_reaches_the_script_and_every_text_is_drawn),
		cmocka_unit_test(a_long_name_stands_whole_on_more_lines_and_its_row_makes_room),
	};

	return RUN_TESTS(tests);
}
