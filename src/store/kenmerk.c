#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/waarneming_store.h"

struct pair {
	const char *naam, *waarde;
};

static int compare(const void *left, const void *right)
{
	const struct pair *a = left, *b = right;

	return strcmp(a->naam, b->naam);
}

static void add_escaped(struct str *s, const char *text)
{
	for (; *text; text++) {
		if (*text == '|' || *text == '=' || *text == '\\')
			str_add_char(s, '\\');
		str_add_char(s, *text);
	}
}

char *kenmerk_make(const char *const *naam, const char *const *waarde, size_t count)
{
	struct pair *pair = mem_new(count, sizeof(*pair));
	struct str s = STR_INIT;

	for (size_t i = 0; i < count; i++)
		pair[i] = (struct pair){naam[i], waarde[i]};
	qsort(pair, count, sizeof(*pair), compare);
	for (size_t i = 0; i < count; i++) {
		assert(i == 0 || strcmp(pair[i - 1].naam, pair[i].naam) != 0);
		if (i > 0)
			str_add_char(&s, '|');
		add_escaped(&s, pair[i].naam);
		str_add_char(&s, '=');
		add_escaped(&s, pair[i].waarde);
	}
	free(pair);
	str_add(&s, "");
	return s.text ? str_detach(&s) : mem_dup("");
}

/* Reads one name or value up to an unescaped `stop` or '|' or the end, into `out` (NULL: skip).
 * Returns where it stopped; *equal says whether the text read equals `naam`. */
static const char *read_part(const char *at, const char *naam, bool *equal, struct str *out)
{
	*equal = true;
	for (; *at && *at != '|' && *at != '='; at++) {
		if (*at == '\\' && at[1])
			at++;
		if (out)
			str_add_char(out, *at);
		if (naam && *equal && *naam == *at)
			naam++;
		else
			*equal = false;
	}
	if (naam && *naam)
		*equal = false;
	return at;
}

bool kenmerk_get(const char *kenmerk, const char *naam, struct str *out)
{
	const char *at = kenmerk;
	bool found, ignored;

	while (*at) {
		at = read_part(at, naam, &found, NULL);
		if (*at == '=')
			at = read_part(at + 1, NULL, &ignored, found ? out : NULL);
		if (found)
			return true;
		if (*at)
			at++;
	}
	return false;
}

/* The pair that starts at `at`; returns the next one, or the end. */
static const char *read_pair(const char *at, struct str *naam, struct str *waarde)
{
	bool ignored;

	at = read_part(at, NULL, &ignored, naam);
	if (*at == '=')
		at = read_part(at + 1, NULL, &ignored, waarde);
	return *at ? at + 1 : at;
}

static bool starts_via(const char *at)
{
	return strncmp(at, KENMERK_VIA, strlen(KENMERK_VIA)) == 0;
}

bool kenmerk_via(const char *kenmerk, struct str *koppeling, struct str *code)
{
	str_clear(koppeling);
	str_clear(code);
	for (const char *at = kenmerk; *at;) {
		if (starts_via(at)) {
			(void)read_pair(at + strlen(KENMERK_VIA), koppeling, code);
			return true;
		}
		at = read_pair(at, NULL, NULL);
	}
	return false;
}

char *kenmerk_without_via(const char *kenmerk)
{
	struct str s = STR_INIT;

	for (const char *at = kenmerk; *at;) {
		const char *next = read_pair(at, NULL, NULL);
		size_t len = (size_t)(next - at) - (*next ? 1 : 0);

		if (!starts_via(at))
			str_add_f(&s, "%s%.*s", s.len ? "|" : "", (int)len, at);
		at = next;
	}
	return s.len ? str_detach(&s) : mem_dup("");
}
