#include "base/json_scan.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "base/text.h"

enum {
	SIGNIFICANT_MAX = 17, /* digits that a double can tell apart */
	NUMBER_MAX = 40,      /* characters of a number */
	SHOWN_MAX = 40	      /* characters of the file in a message */
};

/* A key of an object that is still open. */
struct key {
	char *text;
	size_t offset, line;
};

struct scan {
	const char *text, *label;
	size_t len, at, line, depth;
	struct json_places places;
	struct key *keys; /* of the open objects, outermost first */
	size_t key_count, key_cap;
	struct str word; /* the last string, decoded */
	struct err *err;
};

/* ---- refusing ----------------------------------------------------------------------------- */

/* Where `offset` lies, as an editor counts. */
static void position(const struct scan *s, size_t offset, size_t *line, size_t *column)
{
	size_t start = 0;

	*line = 1;
	for (size_t i = 0; i < offset; i++)
		if (s->text[i] == '\n') {
			(*line)++;
			start = i + 1;
		}
	*column = 1;
	for (size_t i = start; i < offset; i++) /* bytes that start a character */
		*column += ((unsigned char)s->text[i] & 0xc0) != 0x80;
}

static int refuse_at(struct scan *s, size_t offset, const char *fmt, ...) PRINTF_LIKE(3, 4);

static int refuse_at(struct scan *s, size_t offset, const char *fmt, ...)
{
	size_t line, column;
	va_list args;
	char *what;

	position(s, offset, &line, &column);
	va_start(args, fmt);
	what = mem_vprintf(fmt, args);
	va_end(args);
	err_set(s->err, ERR_DEFINITION, "%s, regel %zu, kolom %zu: %s", s->label, line, column, what);
	free(what);
	return -1;
}

static char peek(const struct scan *s)
{
	return s->text[s->at]; /* the NUL at the end is nobody's character */
}

static bool at_end(const struct scan *s)
{
	return s->at == s->len;
}

/* What to do about a character that often stands where it cannot. */
static const char *advice_for(uint32_t cp)
{
	if (cp == '\'' || (cp >= 0x2018 && cp <= 0x201f))
		return "Zet namen en teksten tussen rechte dubbele aanhalingstekens (\").";
	if (cp == '/' || cp == '#')
		return "Commentaar kan niet in JSON; gebruik een veld \"toelichting\".";
	if (cp >= '0' && cp <= '9')
		return "Schrijf een getal met decimalen met een punt: 2.75.";
	return NULL;
}

/* Refuses the character or word at the present place; `wanted` says what belongs there. */
static int refuse_here(struct scan *s, const char *wanted)
{
	struct str shown = STR_INIT;
	const char *advice, *here = s->text + s->at;
	size_t size, word = strspn(here, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	uint32_t cp = 0;

	if (at_end(s))
		return refuse_at(s, s->at, "de tekst houdt hier op; hier hoort %s.", wanted);
	size = text_utf8_next(here, s->len - s->at, &cp);
	text_add_shown(&shown, here, word ? word : size, SHOWN_MAX);
	refuse_at(s, s->at, "hier hoort %s, niet '%s'.", wanted, str_text(&shown));
	str_release(&shown);
	advice = advice_for(cp);
	if (advice)
		err_advise(s->err, "%s", advice);
	return -1;
}

/* ---- strings ------------------------------------------------------------------------------ */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The four digits after \u at `offset`; the NUL at the end stops the reading. */
static int read_hex4(struct scan *s, size_t offset, uint32_t *out)
{
	uint32_t value = 0;

	for (size_t i = 0; i < 4; i++) {
		int digit = hex_digit(s->text[offset + 2 + i]);

		if (digit < 0)
			return refuse_at(s, offset, "na \\u horen vier cijfers 0-9 of a-f.");
		value = value * 16 + (uint32_t)digit;
	}
	*out = value;
	return 0;
}

static bool high_half(uint32_t cp)
{
	return cp >= 0xd800 && cp <= 0xdbff;
}

static bool low_half(uint32_t cp)
{
	return cp >= 0xdc00 && cp <= 0xdfff;
}

static bool control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f);
}

/* \uXXXX, or two of them that make one character. */
static int scan_unicode(struct scan *s)
{
	size_t start = s->at;
	uint32_t cp, second = 0;

	if (read_hex4(s, start, &cp) < 0)
		return -1;
	s->at += 6;
	if (high_half(cp) && peek(s) == '\\' && s->text[s->at + 1] == 'u') {
		if (read_hex4(s, s->at, &second) < 0)
			return -1;
		s->at += 6;
	}
	if (high_half(cp) && low_half(second))
		cp = 0x10000 + ((cp - 0xd800) << 10) + (second - 0xdc00);
	else if (high_half(cp) || low_half(cp))
		return refuse_at(s, start, "\\u%04x is maar een half teken.", (unsigned)cp);
	if (control(cp) && cp != '\n' && cp != '\r' && cp != '\t')
		return refuse_at(s, start, "het stuurteken \\u%04x mag niet in een tekst.", (unsigned)cp);
	text_add_cp(&s->word, cp);
	return 0;
}

static int scan_escape(struct scan *s)
{
	static const char names[] = "\"\\/nrt", values[] = "\"\\/\n\r\t";
	char c = s->text[s->at + 1];
	const char *known = c ? strchr(names, c) : NULL;

	if (c == 'u')
		return scan_unicode(s);
	if (!known) {
		refuse_at(s, s->at, "na een \\ hoort hier een van \" \\ / n r t u.");
		return err_advise(s->err, "Schrijf een \\ zelf als \\\\.");
	}
	str_add_char(&s->word, values[known - names]);
	s->at += 2;
	return 0;
}

/* One character of a string, as it stands in the file. */
static int scan_plain(struct scan *s)
{
	uint32_t cp = 0;
	size_t size = text_utf8_next(s->text + s->at, s->len - s->at, &cp);

	if (cp == '\n' || cp == '\r')
		return refuse_at(s, s->at, "deze tekst sluit niet af met \" op dezelfde regel.");
	if (control(cp))
		return refuse_at(s, s->at, "in een tekst mag geen stuurteken staan (U+%04X).",
			(unsigned)cp);
	str_add_n(&s->word, s->text + s->at, size);
	s->at += size;
	return 0;
}

/* From the opening quote to past the closing one; the text comes in s->word. */
static int scan_string(struct scan *s)
{
	size_t start = s->at++;

	str_clear(&s->word);
	while (!at_end(s) && peek(s) != '"')
		if ((peek(s) == '\\' ? scan_escape(s) : scan_plain(s)) < 0)
			return -1;
	if (at_end(s))
		return refuse_at(s, start, "deze tekst sluit niet af met \".");
	s->at++;
	return 0;
}

/* ---- numbers and words -------------------------------------------------------------------- */

static size_t digit_run(const char *text)
{
	return strspn(text, "0123456789");
}

/* Length of the number at `text`, which starts with a digit or minus; 0 when it has a wrong form. */
static size_t number_length(const char *text)
{
	const char *p = text + (*text == '-');
	size_t n = digit_run(p);

	if (n == 0)
		return 0;
	p += n;
	if (*p == '.') {
		n = digit_run(++p);
		if (n == 0)
			return 0;
		p += n;
	}
	if (*p == 'e' || *p == 'E') {
		p++;
		p += *p == '+' || *p == '-';
		n = digit_run(p);
		if (n == 0)
			return 0;
		p += n;
	}
	return (size_t)(p - text);
}

/* Digits from the first that is not 0, the exponent left out. */
static size_t significant(const char *text, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len && text[i] != 'e' && text[i] != 'E'; i++)
		if (text[i] >= '0' && (n > 0 || text[i] != '0')) /* '-' and '.' sort before 0 */
			n++;
	return n;
}

static int scan_number(struct scan *s)
{
	const char *text = s->text + s->at, *digits = text + (*text == '-');
	size_t len = number_length(text);
	struct err why = ERR_INIT;
	double value;
	char *copy;
	int rc;

	if (len == 0)
		return refuse_at(s, s->at, "dit getal is niet af.");
	if (digits[0] == '0' && digit_run(digits) > 1)
		return refuse_at(s, s->at, "een getal begint niet met een 0.");
	if (len > NUMBER_MAX)
		return refuse_at(s, s->at, "dit getal is te lang.");
	if (significant(text, len) > SIGNIFICANT_MAX)
		return refuse_at(s, s->at, "dit getal heeft meer dan %d cijfers.", SIGNIFICANT_MAX);
	copy = mem_dup_n(text, len);
	rc = num_parse_double(copy, &value, &why);
	if (rc < 0)
		refuse_at(s, s->at, "%s", why.text);
	err_release(&why);
	free(copy);
	s->at += len;
	return rc;
}

/* true, false or null. */
static int scan_word(struct scan *s)
{
	static const char *const words[] = {"true", "false", "null"};
	const char *here = s->text + s->at;
	size_t len = strspn(here, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (len == strlen(words[i]) && memcmp(here, words[i], len) == 0) {
			s->at += len;
			return 0;
		}
	return refuse_here(s, "een waarde (tekst, getal, lijst, object, true, false of null)");
}

/* ---- lists and objects -------------------------------------------------------------------- */

static int scan_value(struct scan *s);

static void skip_space(struct scan *s)
{
	for (;; s->at++) {
		char c = peek(s);

		if (c == '\n')
			s->line++;
		else if (c != ' ' && c != '\t' && c != '\r')
			return;
	}
}

/* After an item: 1 when a comma says that another follows, 0 at the end of the list or object. */
static int scan_next(struct scan *s, char close, const char *wanted)
{
	size_t comma;

	skip_space(s);
	if (peek(s) == close) {
		s->at++;
		return 0;
	}
	comma = s->at;
	if (peek(s) != ',')
		return refuse_here(s, wanted);
	s->at++;
	skip_space(s);
	if (peek(s) == close)
		return refuse_at(s, comma, "na het laatste onderdeel hoort geen komma.");
	return 1;
}

static int scan_list(struct scan *s)
{
	int more = 1;

	s->at++;
	skip_space(s);
	if (peek(s) == ']') {
		s->at++;
		return 0;
	}
	while (more > 0) {
		if (scan_value(s) < 0)
			return -1;
		more = scan_next(s, ']', "een komma of ]");
	}
	return more;
}

static int key_cmp(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	return order ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

/* Refuses the first key that stands twice among those from `first` on, and forgets them all. */
static int keys_close(struct scan *s, size_t first)
{
	struct key *own = s->keys + first;
	size_t n = s->key_count - first, twice = 0;

	qsort(own, n, sizeof(*own), key_cmp);
	for (size_t i = 1; i < n; i++)
		if (strcmp(own[i - 1].text, own[i].text) == 0 &&
			(twice == 0 || own[i].offset < own[twice].offset))
			twice = i;
	if (twice) {
		struct str shown = STR_INIT;

		text_add_shown(&shown, own[twice].text, strlen(own[twice].text), SHOWN_MAX);
		refuse_at(s, own[twice].offset,
			"de sleutel '%s' staat hier voor de tweede keer (eerder op regel %zu).",
			str_text(&shown), own[twice - 1].line);
		str_release(&shown);
		return -1;
	}
	while (s->key_count > first)
		free(s->keys[--s->key_count].text);
	return 0;
}

/* "key": value */
static int scan_member(struct scan *s)
{
	struct key key = {NULL, s->at, s->line};

	if (peek(s) != '"')
		return refuse_here(s, "een sleutel tussen dubbele aanhalingstekens");
	if (scan_string(s) < 0)
		return -1;
	key.text = mem_dup(str_text(&s->word));
	s->keys = mem_grow(s->keys, &s->key_cap, s->key_count + 1, sizeof(*s->keys));
	s->keys[s->key_count++] = key;
	skip_space(s);
	if (peek(s) != ':')
		return refuse_here(s, "een dubbele punt");
	s->at++;
	skip_space(s);
	return scan_value(s);
}

static int scan_object(struct scan *s)
{
	size_t first = s->key_count;
	int more = 1;

	s->at++;
	skip_space(s);
	if (peek(s) == '}') {
		s->at++;
		return 0;
	}
	while (more > 0) {
		if (scan_member(s) < 0)
			return -1;
		more = scan_next(s, '}', "een komma of }");
	}
	return more < 0 ? -1 : keys_close(s, first);
}

static int scan_container(struct scan *s)
{
	int rc;

	if (s->depth == JSON_DEPTH_MAX)
		return refuse_at(s, s->at, "meer dan %d niveaus in elkaar kan niet.", JSON_DEPTH_MAX);
	s->depth++;
	rc = peek(s) == '{' ? scan_object(s) : scan_list(s);
	s->depth--;
	return rc;
}

static int scan_value(struct scan *s)
{
	struct json_places *p = &s->places;
	char c = peek(s);

	p->line = mem_grow(p->line, &p->cap, p->count + 1, sizeof(*p->line));
	p->line[p->count++] = s->line;
	if (c == '{' || c == '[')
		return scan_container(s);
	if (c == '"')
		return scan_string(s);
	if (c == '-' || (c >= '0' && c <= '9'))
		return scan_number(s);
	return scan_word(s);
}

/* ---- the whole text ----------------------------------------------------------------------- */

static int scan_text(struct scan *s)
{
	size_t valid = text_utf8_valid(s->text, s->len);

	if (valid < s->len) {
		refuse_at(s, valid, "byte 0x%02x is geen UTF-8.", (unsigned)(unsigned char)s->text[valid]);
		return err_advise(s->err, "Sla het bestand op als UTF-8.");
	}
	skip_space(s);
	if (at_end(s)) {
		err_set(s->err, ERR_DEFINITION, "%s: het bestand is leeg.", s->label);
		return -1;
	}
	if (scan_value(s) < 0)
		return -1;
	skip_space(s);
	return at_end(s) ? 0 : refuse_here(s, "het einde van het bestand");
}

int json_scan(const char *text, size_t len, const char *label, struct json_places *out,
	struct err *err)
{
	struct scan s = {.text = text, .label = label, .len = len, .line = 1, .err = err};
	int rc = scan_text(&s);

	while (s.key_count > 0) /* of the objects that were open at an error */
		free(s.keys[--s.key_count].text);
	free(s.keys);
	str_release(&s.word);
	if (rc == 0)
		*out = s.places;
	else
		free(s.places.line);
	return rc;
}
