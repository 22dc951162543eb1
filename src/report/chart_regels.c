#include "report/chart_regels.h"

#include <stdlib.h>
#include <string.h>

#include "base/macro.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

void chart_regels_release(struct chart_regels *regels)
{
	for (size_t i = 0; i < regels->count; i++)
		free(regels->regel[i]);
	free(regels->regel);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* A last part of a word that may stand on a line of its own. */
static bool starts_last_part(const char *at)
{
	static const char *const part[] = {"centrum", "district", "polder", "wijk", "buurt", "kwartier", "dorp", "kern",
		"gebied"};

	for (size_t i = 0; i < ARRAY_LEN(part); i++) {
		size_t len = strlen(part[i]);

		if (strncmp(at, part[i], len) == 0 && !is_letter(at[len]))
			return true;
	}
	return false;
}

/* How a line may end: so many bytes of the text, a hyphen or not, and where the next begins. */
struct einde {
	size_t len, next;
	bool koppelteken;
};

/* The last place to break so that at most so many characters stand before it; len 0: there is none. */
static struct einde end_of(const char *text, size_t most)
{
	struct einde best = {0};
	size_t at = 0, chars = 0, len = strlen(text);
	uint32_t cp;

	while (at < len && chars <= most) {
		if (at > 0 && text[at] == ' ')
			best = (struct einde){at, at + 1, false};
		else if (at > 0 && (text[at - 1] == '-' || text[at - 1] == '/') && text[at] != ' ')
			best = (struct einde){at, at, false};
		else if (at > 1 && chars < most && is_letter(text[at - 1]) && starts_last_part(text + at))
			best = (struct einde){at, at, true};
		at += text_utf8_next(text + at, len - at, &cp);
		chars++;
	}
	return best;
}

static size_t bytes_of(const char *text, size_t chars)
{
	size_t at = 0, len = strlen(text);
	uint32_t cp;

	for (size_t i = 0; i < chars && at < len; i++)
		at += text_utf8_next(text + at, len - at, &cp);
	return at;
}

bool chart_regels(struct chart_regels *out, const char *text, size_t most)
{
	bool whole = true;

	*out = (struct chart_regels){0};
	while (true) {
		bool last = text_length(text) <= most;
		struct einde end = last ? (struct einde){.len = strlen(text)} : end_of(text, most);

		if (end.len == 0 && !last) {
			end.len = end.next = bytes_of(text, most);
			whole = false;
		}
		out->regel = mem_grow(out->regel, &out->cap, out->count + 1, sizeof(*out->regel));
		out->regel[out->count++] = mem_printf("%.*s%s", (int)end.len, text, end.koppelteken ? "-" : "");
		if (last)
			return whole;
		text += end.next;
	}
}
