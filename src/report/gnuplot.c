#include "report/gnuplot.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"

enum {
	SECONDS = 30,
	SVG_MAX = 4 << 20, /* bytes of one drawing */
	OUT_MAX = 64 << 10
};

static char *drawing_name(size_t i)
{
	return mem_printf("grafiek%03zu.svg", i + 1);
}

static void add_chart(struct str *all, const struct chart *chart, size_t i)
{
	char *name = drawing_name(i);

	str_add_f(all, "reset\nset terminal svg size %d,%d fixed noenhanced font 'Arial,11'\n", chart->width,
		chart->height);
	str_add_f(all, "set output '%s'\n", name);
	str_add(all, str_text(&chart->script));
	str_add(all, "unset output\n");
	free(name);
}

static int run(const char *dir, const struct str *script, struct err *err)
{
	const char *const argv[] = {"gnuplot", "-d", "-", NULL};
	struct proc proc = {.argv = argv, .dir = dir, .input = str_text(script), .input_len = script->len,
		.seconds = SECONDS, .max_out = OUT_MAX};

	if (proc_run(&proc, NULL, NULL, err))
		return err_advise(err, "Installeer het pakket gnuplot-nox, of maak het rapport zonder grafieken.");
	return 0;
}

static int collect(struct chart *chart, size_t i, const char *dir, struct err *err)
{
	const struct svg_wrap wrap = {chart->id, chart->title, chart->desc, (const char *const *)chart->label,
		chart->label_count};
	char *name = drawing_name(i), *path = file_join(dir, name), *text = NULL;
	size_t len;
	int rc = -1;

	if (file_read(path, SVG_MAX, &text, &len, err) == 0)
		rc = svg_adopt(&chart->svg, text, len, &wrap, err);
	free(text);
	free(path);
	free(name);
	return rc;
}

int gnuplot_draw(struct chart *chart, size_t count, struct err *err)
{
	struct str script = STR_INIT;
	char *dir;
	int rc = 0;

	if (count == 0)
		return 0;
	if (proc_temp_dir(&dir, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		add_chart(&script, &chart[i], i);
	rc = run(dir, &script, err);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = collect(&chart[i], i, dir, err);
	for (size_t i = 0; i < count && rc != 0; i++)
		svg_release(&chart[i].svg);
	proc_temp_remove(dir);
	str_release(&script);
	return rc;
}
