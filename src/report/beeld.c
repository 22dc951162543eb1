#include "report/beeld.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/proc.h"

enum { SECONDS = 30, PNG_MAX = 32 << 20, FOOT = 20 };

/* In a page the size and the letter come from the style sheet, and the page says what it is; on its own the picture
 * brings them along. */
void beeld_svg(struct str *out, const struct chart *chart, const struct opname *of)
{
	static const char open[] = "<svg";
	const char *svg = str_text(&chart->svg.text);
	int height = chart->height + FOOT;

	assert(strncmp(svg, open, strlen(open)) == 0);
	str_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	str_add_f(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
		       "font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\">\n<desc>",
		chart->width, height, chart->width, height);
	str_add_html(out, of->regels);
	str_add_f(out, "</desc>\n<svg width=\"%d\" height=\"%d\"%s\n", chart->width, chart->height, svg + strlen(open));
	str_add_f(out, "<text x=\"4\" y=\"%d\" font-size=\"10\" fill=\"#5a6675\">", height - FOOT / 2);
	str_add_html(out, of->voet);
	str_add(out, "</text>\n</svg>\n");
}

void beeld_alt(struct str *out, const struct chart *chart, const struct opname *of)
{
	str_add_f(out, "%s\r\n\r\n%s\r\n\r\n%s\r\n%s\r\n", chart->title, chart->desc, of->voet, of->regels);
}

int beeld_png(struct str *out, const struct chart *chart, const struct opname *of, struct err *err)
{
	const char *const argv[] = {"rsvg-convert", "--zoom=3", "--format=png", "--background-color=white", NULL};
	char *program = proc_find(argv[0]), *png = NULL;
	bool there = program != NULL;
	struct str svg = STR_INIT;
	struct proc proc = {.argv = argv, .seconds = SECONDS, .max_out = PNG_MAX};
	size_t len;
	int rc;

	free(program);
	if (!there) {
		err_set(err, ERR_SURROUNDINGS, "rsvg-convert is er niet, dus er zijn geen png-bestanden.");
		return err_advise(err, "Installeer het pakket librsvg2-bin, of neem de svg-bestanden.");
	}
	beeld_svg(&svg, chart, of);
	proc.input = str_text(&svg);
	proc.input_len = svg.len;
	rc = proc_run(&proc, &png, &len, err);
	if (rc == 0)
		str_add_n(out, png, len);
	free(png);
	str_release(&svg);
	return rc;
}
