#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/mem.h"

enum {
	CP_MAX = 0x10ffff,
	CP_REPLACEMENT = 0xfffd,
	CP_SURROGATE_FIRST = 0xd800,
	CP_SURROGATE_LAST = 0xdfff
};

/* ---- UTF-8 -------------------------------------------------------------------------------- */

static bool surrogate(uint32_t cp)
{
	return cp >= CP_SURROGATE_FIRST && cp <= CP_SURROGATE_LAST;
}

/* Bytes of the sequence that starts with `lead`, and the bits of the code point in it; 0 when no
 * sequence starts so. */
static size_t lead_read(unsigned char lead, uint32_t *bits)
{
	if (lead < 0x80) {
		*bits = lead;
		return 1;
	}
	if (lead >= 0xc2 && lead <= 0xdf) { /* c0 and c1 could only start an overlong form */
		*bits = lead & 0x1fu;
		return 2;
	}
	if (lead >= 0xe0 && lead <= 0xef) {
		*bits = lead & 0x0fu;
		return 3;
	}
	if (lead >= 0xf0 && lead <= 0xf4) { /* f5 and up lie above U+10FFFF */
		*bits = lead & 0x07u;
		return 4;
	}
	return 0;
}

size_t text_utf8_next(const char *text, size_t len, uint32_t *cp)
{
	static const uint32_t lowest[] = {0, 0, 0x80, 0x800, 0x10000};
	uint32_t value;
	size_t size = lead_read((unsigned char)text[0], &value);

	if (size == 0 || size > len)
		return 0;
	for (size_t i = 1; i < size; i++) {
		unsigned char byte = (unsigned char)text[i];

		if ((byte & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (byte & 0x3fu);
	}
	if (value < lowest[size] || value > CP_MAX || surrogate(value))
		return 0;
	*cp = value;
	return size;
}

size_t text_utf8_valid(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		uint32_t cp;
		size_t size = text_utf8_next(text + at, len - at, &cp);

		if (size == 0)
			break;
		at += size;
	}
	return at;
}

void text_add_cp(struct str *s, uint32_t cp)
{
	char bytes[4];

	if (cp > CP_MAX || surrogate(cp))
		cp = CP_REPLACEMENT;
	if (cp < 0x80) {
		str_add_char(s, (char)cp);
		return;
	}
	bytes[3] = (char)(0x80 | (cp & 0x3f));
	bytes[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	bytes[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	if (cp < 0x800) {
		bytes[2] = (char)(0xc0 | cp >> 6);
		str_add_n(s, bytes + 2, 2);
	} else if (cp < 0x10000) {
		bytes[1] = (char)(0xe0 | cp >> 12);
		str_add_n(s, bytes + 1, 3);
	} else {
		bytes[0] = (char)(0xf0 | cp >> 18);
		str_add_n(s, bytes, 4);
	}
}

/* ---- code pages --------------------------------------------------------------------------- */

uint32_t text_cp1252(unsigned char byte)
{
	static const uint16_t high[] = {
		0x20ac, 0x0000, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, /* 80 */
		0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017d, 0x0000, /* 88 */
		0x0000, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 90 */
		0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x0000, 0x017e, 0x0178, /* 98 */
	};

	return byte >= 0x80 && byte <= 0x9f ? high[byte - 0x80] : byte;
}

uint32_t text_cp850(unsigned char byte)
{
	static const uint16_t high[] = {
		0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, /* 80 */
		0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee, 0x00ec, 0x00c4, 0x00c5, /* 88 */
		0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, /* 90 */
		0x00ff, 0x00d6, 0x00dc, 0x00f8, 0x00a3, 0x00d8, 0x00d7, 0x0192, /* 98 */
		0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa, 0x00ba, /* a0 */
		0x00bf, 0x00ae, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb, /* a8 */
		0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00c1, 0x00c2, 0x00c0, /* b0 */
		0x00a9, 0x2563, 0x2551, 0x2557, 0x255d, 0x00a2, 0x00a5, 0x2510, /* b8 */
		0x2514, 0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x00e3, 0x00c3, /* c0 */
		0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256c, 0x00a4, /* c8 */
		0x00f0, 0x00d0, 0x00ca, 0x00cb, 0x00c8, 0x0131, 0x00cd, 0x00ce, /* d0 */
		0x00cf, 0x2518, 0x250c, 0x2588, 0x2584, 0x00a6, 0x00cc, 0x2580, /* d8 */
		0x00d3, 0x00df, 0x00d4, 0x00d2, 0x00f5, 0x00d5, 0x00b5, 0x00fe, /* e0 */
		0x00de, 0x00da, 0x00db, 0x00d9, 0x00fd, 0x00dd, 0x00af, 0x00b4, /* e8 */
		0x00ad, 0x00b1, 0x2017, 0x00be, 0x00b6, 0x00a7, 0x00f7, 0x00b8, /* f0 */
		0x00b0, 0x00a8, 0x00b7, 0x00b9, 0x00b3, 0x00b2, 0x25a0, 0x00a0, /* f8 */
	};

	return byte >= 0x80 ? high[byte - 0x80] : byte;
}

/* ---- normal forms and keys ---------------------------------------------------------------- */

/* utf8proc's transformation in memory of our own; a copy when `text` is not valid UTF-8. */
static char *transform(const char *text, utf8proc_option_t options)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t len = (utf8proc_ssize_t)strlen(text);
	utf8proc_ssize_t need = utf8proc_decompose(bytes, len, NULL, 0, options);
	utf8proc_int32_t *points;

	if (need < 0)
		return mem_dup(text);
	points = mem_new((size_t)need + 1, sizeof(*points)); /* reencode adds a NUL */
	utf8proc_decompose(bytes, len, points, need, options);
	utf8proc_reencode(points, need, options);
	return (char *)points;
}

char *text_nfc(const char *text)
{
	return transform(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

static bool white(uint32_t cp)
{
	if (cp < 0x80)
		return cp == ' ' || (cp >= '\t' && cp <= '\r');
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return cp == 0x85; /* next line */
	}
}

/* The next code point of a NUL-terminated text; an invalid byte counts as itself, so that every text
 * can be walked. Returns its size, 0 at the end. */
static size_t walk(const char *text, uint32_t *cp)
{
	size_t size;

	if (!*text)
		return 0;
	size = text_utf8_next(text, strnlen(text, 4), cp);
	if (size == 0) {
		*cp = CP_REPLACEMENT;
		size = 1;
	}
	return size;
}

char *text_key(const char *text)
{
	char *folded = transform(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
					       UTF8PROC_IGNORE);
	struct str key = STR_INIT;
	bool gap = false;
	uint32_t cp;
	size_t size;

	for (const char *p = folded; (size = walk(p, &cp)) > 0; p += size) {
		if (white(cp)) {
			gap = key.len > 0;
			continue;
		}
		if (gap)
			str_add_char(&key, ' ');
		gap = false;
		str_add_n(&key, p, size);
	}
	free(folded);
	return str_detach(&key);
}

/* What two hands write differently in one name. */
static bool loose(uint32_t cp)
{
	if (white(cp) || cp == '.' || cp == '\'' || cp == '"' || cp == '`')
		return true;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_PD: /* hyphens and dashes */
	case UTF8PROC_CATEGORY_PI: /* opening and closing quotes */
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_SK: /* loose accents, used as quotes */
		return true;
	default:
		return cp == 0x201a || cp == 0x201e; /* low quotes */
	}
}

char *text_loose_key(const char *text)
{
	char *bare = transform(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
					     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
					     UTF8PROC_IGNORE);
	struct str key = STR_INIT;
	uint32_t cp;
	size_t size;

	for (const char *p = bare; (size = walk(p, &cp)) > 0; p += size)
		if (!loose(cp))
			str_add_n(&key, p, size);
	free(bare);
	return str_detach(&key);
}

/* ---- distance ----------------------------------------------------------------------------- */

static uint32_t *points_of(const char *text, size_t *len)
{
	uint32_t *points = mem_new(strlen(text), sizeof(*points));
	size_t n = 0, size;

	for (; *text; text += size)
		size = walk(text, &points[n++]);
	*len = n;
	return points;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment, three rows at a time: row[i % 3][j] is the distance between the first i
 * points of a and the first j of b. */
static size_t align(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
	size_t width = nb + 1, result;
	size_t *row = mem_new(3 * width, sizeof(*row));

	for (size_t j = 0; j <= nb; j++)
		row[j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t *now = row + i % 3 * width, *up = row + (i + 2) % 3 * width,
		       *up2 = row + (i + 1) % 3 * width;

		now[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			now[j] = least(up[j] + 1, now[j - 1] + 1);
			now[j] = least(now[j], up[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], up2[j - 2] + 1);
		}
	}
	result = row[na % 3 * width + nb];
	free(row);
	return result;
}

size_t text_distance(const char *a, const char *b, size_t limit)
{
	size_t na, nb, far;
	uint32_t *pa = points_of(a, &na), *pb = points_of(b, &nb);

	far = na > nb ? na - nb : nb - na; /* at least so many inserts */
	if (far < limit)
		far = least(align(pa, na, pb, nb), limit);
	else
		far = limit;
	free(pa);
	free(pb);
	return far;
}

/* ---- showing ------------------------------------------------------------------------------ */

/* Code points that a reader cannot see, or that change how the rest is seen. */
static bool hidden(uint32_t cp)
{
	utf8proc_int32_t point = (utf8proc_int32_t)cp;

	switch (utf8proc_category(point)) {
	case UTF8PROC_CATEGORY_CC: /* control */
	case UTF8PROC_CATEGORY_CF: /* zero width, direction, soft hyphen, BOM */
	case UTF8PROC_CATEGORY_CN: /* unassigned */
	case UTF8PROC_CATEGORY_CO: /* private use */
	case UTF8PROC_CATEGORY_ZL: /* line and paragraph ends */
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return utf8proc_get_property(point)->ignorable; /* fillers, variation selectors */
	}
}

void text_add_shown(struct str *s, const char *text, size_t len, size_t max)
{
	size_t at = 0;

	for (size_t shown = 0; at < len; shown++) {
		uint32_t cp = 0;
		size_t size = text_utf8_next(text + at, len - at, &cp);

		if (shown == max) {
			str_add(s, "…");
			return;
		}
		if (size == 0 || cp < 0x20 || cp == 0x7f)
			str_add_f(s, "\\x%02x", (unsigned)(unsigned char)text[at]);
		else if (hidden(cp))
			str_add_f(s, "U+%04X", (unsigned)cp);
		else
			str_add_n(s, text + at, size);
		at += size ? size : 1;
	}
}

size_t text_length(const char *text)
{
	uint32_t cp;
	size_t n = 0, size;

	for (; (size = walk(text, &cp)) > 0; text += size)
		n++;
	return n;
}

size_t text_columns(const char *text)
{
	uint32_t cp;
	size_t columns = 0, size;

	for (; (size = walk(text, &cp)) > 0; text += size)
		columns += (size_t)utf8proc_charwidth((utf8proc_int32_t)cp);
	return columns;
}

bool text_equal(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	return strcmp(a, b) == 0;
}
