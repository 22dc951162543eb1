#include "cli/onthul_html.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/say.h"

enum { PAGE_MAX = 64 << 20 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Length of the number at `p`: digits with points and commas between them. */
static size_t number_length(const char *p)
{
	size_t n = 0;

	while (is_digit(p[n]) || ((p[n] == '.' || p[n] == ',') && n > 0 && is_digit(p[n + 1])))
		n++;
	return n;
}

/* As a whole number, not as a part of a longer one. */
static bool is_known(const char *teksten, const char *number, size_t n)
{
	for (const char *p = teksten; *p;) {
		size_t len = number_length(p);

		if (len == n && memcmp(p, number, n) == 0)
			return true;
		p += len ? len : 1;
	}
	return false;
}

/* "per 1.000" is a unit, "1.000" in it no figure; a period is none either. */
static size_t skip_no_figure(const char *p)
{
	static const char *const unit[] = {"per 1.000", "per 1000", "per 100"};

	for (size_t i = 0; i < ARRAY_LEN(unit); i++)
		if (strncmp(p, unit[i], strlen(unit[i])) == 0)
			return strlen(unit[i]);
	return 0;
}

static void check_text(const char *from, const char *to, const char *teksten, const char *name, size_t *vreemd)
{
	while (from < to) {
		size_t skip = skip_no_figure(from), n = number_length(from);
		char *number;

		if (*from == '(') /* the period of the figure, in words */
			skip = strcspn(from, ")<");
		if (skip == 0 && n > 0 && !is_known(teksten, from, n)) {
			number = mem_dup_n(from, n);
			say("  %s: %s staat in een tabel en niet in de berekening\n", name, number);
			free(number);
			(*vreemd)++;
		}
		from += skip ? skip : n ? n : 1;
	}
}

/* The text of one cell, tag by tag. */
static const char *check_cell(const char *p, const char *end, const char *teksten, const char *name, size_t *vreemd)
{
	while (p < end) {
		const char *tag = memchr(p, '<', (size_t)(end - p));

		if (!tag)
			tag = end;
		check_text(p, tag, teksten, name, vreemd);
		p = memchr(tag, '>', (size_t)(end - tag));
		p = p ? p + 1 : end;
	}
	return end;
}

int onthul_html(const char *path, const char *teksten, size_t *vreemd, struct err *err)
{
	static const char open[] = "<td", shut[] = "</td>";
	const char *p;
	char *page;
	size_t len;

	if (file_read(path, PAGE_MAX, &page, &len, err))
		return -1;
	for (p = page; (p = strstr(p, open));) {
		const char *head = strchr(p, '>'), *end = strstr(p, shut), *class;

		if (!head || !end)
			break;
		class = strstr(p, "getal");
		p = class && class < head ? check_cell(head + 1, end, teksten, file_base(path), vreemd) : end;
	}
	free(page);
	return 0;
}
