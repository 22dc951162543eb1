/* chart_script.h - writing the commands of a chart, for the kinds of charts inside this room. */
#ifndef REPORT_CHART_SCRIPT_H
#define REPORT_CHART_SCRIPT_H

#include "report/chart.h"

/* Dark blue for what was measured, its light tint for chance, ink for what was agreed: they differ in
 * lightness, so that they also differ in grey and to who sees no colour. */
#define INK "#1b2430"
#define SOFT "#5a6675"
#define RULE "#e3e7ec"
#define BLUE "#14508c"
#define TINT "#6a96c4"

/* An empty chart; the texts are copied. */
void chart_start(struct chart *out, const char *id, const char *title, const char *desc);
/* Size and margins in CSS pixels. */
void chart_frame(struct chart *c, int width, int height, int left, int right, int top, int bottom);
/* Fills in numbers at '@': CMD(c, "set xrange [@:@]\n", a, b). The rest is our own constant text. */
void chart_cmd(struct chart *c, const char *text, const double *value);
#define CMD(c, text, ...) chart_cmd((c), "" text, (const double[]){__VA_ARGS__})
/* 'L007' for a text, which is kept for afterwards. */
void chart_label(struct chart *c, const char *text);
/* $name << EOD ... EOD around rows of numbers. */
void chart_data(struct chart *c, const char *name);
void chart_data_end(struct chart *c);
void chart_row(struct chart *c, const double *value, size_t count);
#define ROW(c, ...)                                                                                \
	chart_row((c), (const double[]){__VA_ARGS__}, sizeof((double[]){__VA_ARGS__}) / sizeof(double))
/* An arrow without a head; `style` is ours. */
void chart_line(struct chart *c, double x1, double y1, double x2, double y2, const char *style);
/* A name of at most so many characters, the last "…" where it was cut; caller frees. */
char *chart_short(const char *naam, size_t most);
enum {
	CHART_CHAR = 7,	       /* about the width of a character, CSS pixels */
	CHART_NAME_CHARS = 22 /* where the name of an area beside a row is cut; the table has it whole */
};
/* Room for the names of areas beside the rows, when the longest has so many characters: never so much that it pushes
 * the figures away. CSS pixels. */
int chart_names_width(size_t longest);

#endif
