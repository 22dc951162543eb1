#include "cli/onthul_html.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/say.h"
#include "def/lokaal.h"

enum { PAGE_MAX = 64 << 20, NAMES = 8 };

struct page {
	struct onthul_bekend *bekend;
	const struct definities *defs;
	const char *name;
	struct str piece; /* the text up to the end of the block */
	struct str row;	  /* the head of the row: the area it is about */
	bool head, cell, chart;
	size_t *vreemd;
};

/* ---- what is no figure -------------------------------------------------------------------------------- */

static size_t month_length(const char *p)
{
	static const char *const month[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
		"september", "oktober", "november", "december"};

	for (size_t i = 0; i < ARRAY_LEN(month); i++)
		if (strncasecmp(p, month[i], strlen(month[i])) == 0)
			return strlen(month[i]);
	return 0;
}

static bool is_year(const char *p, size_t n)
{
	return n == 4 && (strncmp(p, "19", 2) == 0 || strncmp(p, "20", 2) == 0) && !memchr(p, ',', n);
}

/* A word of letters and digits, or of parts with - / _ : between them: a code, a period, "2e". */
static size_t code_length(const char *p)
{
	size_t n = 0;
	bool code = false;

	for (;; n++) {
		bool joint = n > 0 && p[n] && strchr("-/_:", p[n]) && isalnum((unsigned char)p[n + 1]);

		if (!isalnum((unsigned char)p[n]) && !joint && !((p[n] == '.' || p[n] == ',') && isalnum((unsigned char)p[n + 1])))
			break;
		code = code || joint || isalpha((unsigned char)p[n]);
	}
	return code ? n : 0;
}

/* Behind a number: "16 tot 27 jaar", "27 jaar". */
static bool is_age(const char *p)
{
	if (strncmp(p, " tot ", 5) == 0 && onthul_getal(p + 5) > 0)
		p += 5 + onthul_getal(p + 5);
	return strncmp(p, " jaar", 5) == 0;
}

/* Length of what starts here and is no figure; 0: it may be one. */
static size_t no_figure(const char *p)
{
	static const char *const words[] = {"per 1.000", "per 1000", "per 100", "versie ", "levering ", "leveringen "};
	size_t n = onthul_getal(p), month;

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strncasecmp(p, words[i], strlen(words[i])) == 0)
			return strlen(words[i]) + onthul_getal(p + strlen(words[i]));
	if (n > 0 && n <= 2 && is_age(p + n))
		return n;
	month = n > 0 && n <= 2 && p[n] == ' ' ? month_length(p + n + 1) : 0;
	if (month > 0)
		return n + 1 + month;
	return code_length(p);
}

/* ---- one number --------------------------------------------------------------------------------------- */

static bool starts_with_word(const char *p, const char *word)
{
	size_t n = word ? strlen(word) : 0;

	return n > 0 && strncasecmp(p, word, n) == 0 && !isalpha((unsigned char)p[n]);
}

/* "12 kinderen": behind the number stands who is counted. */
static bool counts_children(const struct definities *defs, const char *p)
{
	if (starts_with_word(p, " kinderen") || starts_with_word(p, " kind"))
		return true;
	for (size_t i = 0; *p == ' ' && i < defs->indicator_count; i++) {
		const struct woorden *w = &defs->indicator[i]->woorden;

		if (privacy_telt_mensen(&defs->privacy, w->enkelvoud) &&
			(starts_with_word(p + 1, w->enkelvoud) || starts_with_word(p + 1, w->meervoud) ||
				starts_with_word(p + 1, w->groep)))
			return true;
	}
	return false;
}

/* "530 van de 583": the second number; NULL. */
static const char *second_of(const char *p)
{
	static const char *const between[] = {" van de ", " van het ", " van "};

	for (size_t i = 0; i < ARRAY_LEN(between); i++)
		if (strncmp(p, between[i], strlen(between[i])) == 0 && onthul_getal(p + strlen(between[i])) > 0)
			return p + strlen(between[i]);
	return NULL;
}

static bool is_known(struct page *page, const char *const *area, size_t areas, const char *x, const char *n)
{
	if (areas == 0)
		return onthul_bekend_is(page->bekend, NULL, x, n);
	for (size_t i = 0; i < areas; i++)
		if (onthul_bekend_is(page->bekend, area[i], x, n))
			return true;
	return false;
}

static void say_strange(struct page *page, const char *x, const char *end, const char *area)
{
	char *number = mem_dup_n(x, (size_t)(end - x));

	say("  %s: %s staat in een %s en niet in de berekening%s%s\n", page->name, number,
		page->chart ? "grafiek" : page->cell ? "tabel" : "zin", area ? " van " : "", area ? area : "");
	(*page->vreemd)++;
	free(number);
}

/* Returns where to go on. */
static const char *check_number(struct page *page, const char *p, bool every, const char *const *area, size_t areas)
{
	const char *end = p + onthul_getal(p), *second = second_of(end);
	bool share = *end == '%' || starts_with_word(end, " procent"), children = counts_children(page->defs, end), known;

	if (second && is_year(second, onthul_getal(second)))
		second = NULL; /* "de 12 van 2026" */
	if (is_year(p, (size_t)(end - p)) && !second && !children)
		return end;
	if (!every && !share && !children && !second)
		return end;
	if (second)
		end = second + onthul_getal(second);
	/* Of children both numbers belong together; "3 van de 5 acties" the report counts itself. */
	if (second && (areas > 0 || counts_children(page->defs, end)))
		known = is_known(page, area, areas, p, second);
	else
		known = is_known(page, area, areas, p, NULL) && (!second || is_known(page, area, areas, second, NULL));
	if (!known)
		say_strange(page, p, end, areas ? area[0] : NULL);
	return end;
}

/* ---- one piece of text --------------------------------------------------------------------------------- */

/* A cell that begins with a number is a figure; another one holds words, as in a list of acties. */
static bool is_figure(const char *text)
{
	text += strspn(text, " \t\n-<");
	return onthul_getal(text) > 0 && no_figure(text) == 0;
}

/* "Dorp: 83,1%. Palenstein: afgeschermd." holds two sentences, each about its own area. */
static void check_sentence(struct page *page, const char *text, bool every)
{
	const char *area[NAMES];
	size_t areas = onthul_bekend_genoemd(page->bekend, text, area, NAMES);

	if (page->head && areas > 0) {
		str_clear(&page->row);
		str_add(&page->row, area[0]);
	}
	if (areas == 0 && page->cell && !page->chart && page->row.len > 0) {
		area[0] = str_text(&page->row);
		areas = 1;
	}
	areas = areas > NAMES ? 0 : areas;
	for (const char *p = text; *p;) {
		size_t skip = no_figure(p);

		if (skip == 0 && onthul_getal(p) > 0)
			p = check_number(page, p, every, area, areas);
		else
			p += skip ? skip : 1;
	}
}

static void check_piece(struct page *page)
{
	const char *text = str_text(&page->piece);
	bool every = page->chart || (page->cell && is_figure(text));

	while (*text) {
		const char *end = strstr(text, ". ");
		size_t len = end ? (size_t)(end - text) + 2 : strlen(text);
		char *sentence = mem_dup_n(text, len);

		if (strncmp(sentence, "De as loopt van ", 16) != 0) /* round numbers around the figures */
			check_sentence(page, sentence, every);
		free(sentence);
		text += len;
	}
	str_clear(&page->piece);
}

/* ---- the page ------------------------------------------------------------------------------------------- */

static bool is_tag(const char *p, const char *name)
{
	size_t n = strlen(name);

	return strncasecmp(p, name, n) == 0 && !isalnum((unsigned char)p[n]);
}

static bool is_one_of(const char *p, const char *const *name, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_tag(p, name[i]))
			return true;
	return false;
}

/* `p` is behind the "<". Returns where the page goes on: behind the tag, or behind what is no text of the page. */
static const char *read_tag(struct page *page, const char *p)
{
	static const char *const within[] = {"b", "span", "strong", "em", "a", "i", "tspan"};
	static const char *const aside[] = {"head", "style", "script", "pre"};
	bool shut = *p == '/';
	const char *name = p + shut, *end = strchr(p, '>');

	if (!is_one_of(name, within, ARRAY_LEN(within)))
		check_piece(page);
	for (size_t i = 0; !shut && i < ARRAY_LEN(aside); i++) {
		char *close = mem_printf("</%s>", aside[i]);
		const char *behind = is_tag(name, aside[i]) ? strstr(p, close) : NULL;

		free(close);
		if (behind)
			return behind + 1;
	}
	if (is_tag(name, "tr"))
		str_clear(&page->row);
	if (is_tag(name, "th"))
		page->head = !shut;
	if (is_tag(name, "td"))
		page->cell = !shut;
	if (is_tag(name, "svg"))
		page->chart = !shut;
	return end ? end + 1 : p + strlen(p);
}

int onthul_html(const char *path, struct onthul_bekend *bekend, const struct definities *defs, size_t *vreemd,
	struct err *err)
{
	struct page page = {.bekend = bekend, .defs = defs, .name = file_base(path), .vreemd = vreemd};
	char *text;
	size_t len;

	if (file_read(path, PAGE_MAX, &text, &len, err))
		return -1;
	for (const char *p = text; *p;) {
		size_t word = *p == '&' ? strcspn(p, "; <") : 0;

		if (*p == '<') {
			p = read_tag(&page, p + 1);
		} else if (word > 0 && p[word] == ';') {
			str_add_char(&page.piece, ' ');
			p += word + 1;
		} else if (strncmp(p, "\302\240", 2) == 0 || strchr("\n\t", *p)) {
			str_add_char(&page.piece, ' ');
			p += *p == '\302' ? 2 : 1;
		} else {
			str_add_char(&page.piece, *p++);
		}
	}
	check_piece(&page);
	str_release(&page.piece);
	str_release(&page.row);
	free(text);
	return 0;
}
