#include "cli/onthul_bekend.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

void onthul_bekend_release(struct onthul_bekend *b)
{
	for (size_t i = 0; i < b->count; i++)
		free(b->item[i]);
	for (size_t i = 0; i < b->gebied_count; i++)
		free(b->gebied[i]);
	free(b->item);
	free(b->gebied);
	*b = (struct onthul_bekend){0};
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t onthul_getal(const char *p)
{
	size_t n = 0;

	while (is_digit(p[n]) || ((p[n] == '.' || p[n] == ',') && n > 0 && is_digit(p[n + 1])))
		n++;
	return n;
}

static void add_digits(struct str *s, const char *number)
{
	size_t n = onthul_getal(number);

	for (size_t i = 0; i < n; i++)
		if (number[i] != '.')
			str_add_char(s, number[i]);
}

/* "Dorp|83 van 103". Owned by the caller. */
static char *key_of(const char *gebied, const char *x, const char *n)
{
	struct str s = STR_INIT;

	str_add_f(&s, "%s|", gebied ? gebied : "");
	add_digits(&s, x);
	if (n) {
		str_add(&s, " van ");
		add_digits(&s, n);
	}
	return str_detach(&s);
}

static void add_key(struct onthul_bekend *b, const char *gebied, const char *x, const char *n)
{
	b->item = mem_grow(b->item, &b->cap, b->count + 1, sizeof(*b->item));
	b->item[b->count++] = key_of(gebied, x, n);
	b->sorted = false;
}

static void add_area(struct onthul_bekend *b, const char *gebied)
{
	for (size_t i = b->gebied_count; i-- > 0;)
		if (strcmp(b->gebied[i], gebied) == 0)
			return;
	b->gebied = mem_grow(b->gebied, &b->gebied_cap, b->gebied_count + 1, sizeof(*b->gebied));
	b->gebied[b->gebied_count++] = mem_dup(gebied);
}

void onthul_bekend_add(struct onthul_bekend *b, const char *gebied, const char *text)
{
	if (gebied)
		add_area(b, gebied);
	for (const char *p = text; *p;) {
		size_t len = onthul_getal(p);
		const char *next = p + len;

		if (len > 0) {
			next += strncmp(next, " van ", 5) == 0 ? 5 : 0;
			next = onthul_getal(next) > 0 && next > p + len ? next : NULL;
			add_key(b, NULL, p, NULL);
			if (gebied)
				add_key(b, gebied, p, NULL);
			if (next)
				add_key(b, NULL, p, next);
			if (next && gebied)
				add_key(b, gebied, p, next);
		}
		p += len ? len : 1;
	}
}

static int by_text(const void *pa, const void *pb)
{
	return strcmp(*(char *const *)pa, *(char *const *)pb);
}

bool onthul_bekend_is(struct onthul_bekend *b, const char *gebied, const char *x, const char *n)
{
	char *key = key_of(gebied, x, n);
	bool found;

	if (!b->sorted && b->count > 0)
		qsort(b->item, b->count, sizeof(*b->item), by_text);
	b->sorted = true;
	found = b->count > 0 && bsearch(&key, b->item, b->count, sizeof(*b->item), by_text);
	free(key);
	return found;
}

/* As a word by itself: "Dorp", not "Dorpsstraat". */
static bool names(const char *text, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = text; n > 0 && (p = strstr(p, name)); p += n)
		if ((p == text || !isalnum((unsigned char)p[-1])) && !isalnum((unsigned char)p[n]))
			return true;
	return false;
}

size_t onthul_bekend_genoemd(const struct onthul_bekend *b, const char *text, const char **name, size_t max)
{
	size_t count = 0;

	for (size_t i = 0; i < b->gebied_count; i++)
		if (names(text, b->gebied[i]) && count++ < max)
			name[count - 1] = b->gebied[i];
	return count;
}
