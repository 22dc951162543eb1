/* text.h - Unicode text: validity, encodings, comparison keys, and how data is shown in a message.
 * Normalisation and case folding come from utf8proc; the code pages are small tables of our own. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"
#include "base/str.h"

/* Length of the valid UTF-8 prefix of text[0..len): len when all of it is valid (no surrogates, no
 * overlong forms; NUL counts as valid here, the caller refuses it). */
size_t text_utf8_valid(const char *text, size_t len);
/* Decodes one code point at text[0..len), len > 0; returns its length in bytes, or 0 when invalid. */
size_t text_utf8_next(const char *text, size_t len, uint32_t *cp);
/* As UTF-8; what is no code point becomes U+FFFD. */
void text_add_cp(struct str *s, uint32_t cp);

/* One byte of Windows-1252 or code page 850 as a code point; 0 for the five bytes that 1252 leaves
 * undefined. */
uint32_t text_cp1252(unsigned char byte);
uint32_t text_cp850(unsigned char byte);

/* Key for comparing names from different hands: NFC, case folded, outer white space (also NBSP)
 * removed, inner runs of white space one space, invisible characters (zero width, soft hyphen)
 * dropped, accents kept. Text that is not valid UTF-8 is compared as it is. Caller frees. */
char *text_key(const char *text) MUST_USE;
/* As text_key, and accents, spaces, hyphens, quotes and full stops removed, ligatures (the Dutch ij) taken
 * apart: for "did you mean". Caller frees. */
char *text_loose_key(const char *text) MUST_USE;
/* NFC of valid UTF-8, a copy of anything else; caller frees. */
char *text_nfc(const char *text) MUST_USE;
/* Number of single edits by code point (insert, delete, replace, swap of neighbours) between two short texts; stops
 * counting at `limit` and returns it. */
size_t text_distance(const char *a, const char *b, size_t limit);

/* Data in a message: control, zero-width, direction and invalid bytes shown as \x1b or U+202E, cut at
 * `max` characters with "…". */
void text_add_shown(struct str *s, const char *text, size_t len, size_t max);
/* Number of code points; a byte that is not UTF-8 counts as one. */
size_t text_length(const char *text);
/* Display columns in a terminal (wide and combining characters counted right). */
size_t text_columns(const char *text);
bool text_equal(const char *a, const char *b); /* NULL equals NULL only */

#endif
