#include "report/pdf_blz.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/proc.h"

enum { SECONDS = 30, OUT_MAX = 4 << 20, ID_MAX = 120 };

static const char mark[] = "data-blz=\"";

void blz_release(struct blz_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->item[i].id);
	free(list->item);
	*list = (struct blz_list){0};
}

bool blz_asked(const struct str *html)
{
	return strstr(str_text(html), mark);
}

long blz_number(const char *text)
{
	enum { DIGITS_MAX = 6 };
	const char *p = text + strspn(text, " ");
	long value = 0;

	for (int i = 0; i < DIGITS_MAX && *p >= '0' && *p <= '9'; i++)
		value = 10 * value + (*p++ - '0');
	return value;
}

/* `   3 [ XYZ    0  834 null      ] "afspraken"` */
void blz_parse(struct blz_list *out, const char *text)
{
	for (const char *line = text, *next; line && *line; line = next) {
		long nr = blz_number(line);
		const char *open, *close;

		next = strchr(line, '\n');
		next = next ? next + 1 : line + strlen(line);
		open = memchr(line, '"', (size_t)(next - line));
		close = open ? memchr(open + 1, '"', (size_t)(next - open - 1)) : NULL;
		if (nr <= 0 || !close || close == open + 1 || close - open > ID_MAX)
			continue;
		out->item = mem_grow(out->item, &out->cap, out->count + 1, sizeof(*out->item));
		out->item[out->count++] = (struct blz){mem_dup_n(open + 1, (size_t)(close - open - 1)), nr};
	}
}

int blz_read(struct blz_list *out, const char *dir, const char *pdf, struct err *err)
{
	const char *const argv[] = {"pdfinfo", "-dests", pdf, NULL};
	struct proc proc = {.argv = argv, .dir = dir, .seconds = SECONDS, .max_out = OUT_MAX};
	char *text = NULL;

	if (proc_run(&proc, &text, NULL, err))
		return -1;
	blz_parse(out, text);
	free(text);
	return 0;
}

bool blz_equal(const struct blz_list *a, const struct blz_list *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->item[i].nr != b->item[i].nr || strcmp(a->item[i].id, b->item[i].id) != 0)
			return false;
	return true;
}

static const struct blz *find(const struct blz_list *list, const char *id, size_t len)
{
	for (size_t i = 0; i < list->count; i++)
		if (strlen(list->item[i].id) == len && memcmp(list->item[i].id, id, len) == 0)
			return &list->item[i];
	return NULL;
}

void blz_fill(struct str *out, const struct str *html, const struct blz_list *list)
{
	const char *at = str_text(html), *found;

	while ((found = strstr(at, mark))) {
		const char *id = found + strlen(mark), *inside = strchr(id, '>');
		const struct blz *b = find(list, id, strcspn(id, "\""));

		if (!inside)
			break;
		str_add_n(out, at, (size_t)(inside + 1 - at));
		if (b)
			str_add_f(out, "%ld", b->nr);
		at = inside + 1;
	}
	str_add(out, at);
}
