/* str.h - one growable text buffer, with one function per target language.
 * The text is always terminated and never NULL after the first add; use str_text() to read it. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stddef.h>

#include "base/macro.h"

struct str {
	char *text; /* NULL only while empty and untouched */
	size_t len, cap;
};

#define STR_INIT {NULL, 0, 0}

/* Borrowed until the next change of `s`; "" when empty. */
const char *str_text(const struct str *s);
void str_add(struct str *s, const char *text);
void str_add_n(struct str *s, const char *text, size_t len);
void str_add_char(struct str *s, char c);
void str_add_f(struct str *s, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Text for HTML and SVG, in content and in double-quoted attributes. Control characters other
 * than tab and line end, which XML forbids, become U+FFFD. */
void str_add_html(struct str *s, const char *text);
/* Text inside a JSON string, without the surrounding quotes. */
void str_add_json(struct str *s, const char *text);
/* One CSV cell for `delimiter`: quoted when needed; a text cell that a spreadsheet would run as a
 * formula (= + - @ tab CR, CWE-1236) gets a leading apostrophe. Not for numbers. */
void str_add_csv(struct str *s, const char *text, char delimiter);
void str_clear(struct str *s);
void str_release(struct str *s);
/* Hands the text over to the caller, who frees it; `s` is empty afterwards. */
char *str_detach(struct str *s) MUST_USE;

#endif
