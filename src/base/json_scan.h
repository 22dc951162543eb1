/* json_scan.h - looks at a JSON text before cJSON does, and refuses what cJSON would let through.
 * Part of json; other modules use json.h. Makes no values: it knows only where each one stands. */
#ifndef BASE_JSON_SCAN_H
#define BASE_JSON_SCAN_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"

enum {
	JSON_DEPTH_MAX = 8,	/* lists and objects inside each other */
	JSON_BYTES_MAX = 1 << 20,
	JSON_EXPORT_MAX = 64 << 20
};

/* The line of every value, in the order in which the values start: an object or list before what is in
 * it, so index 0 is the whole text. */
struct json_places {
	size_t *line;
	size_t count, cap;
};

/* Reads text[0..len), which ends with a NUL at text[len] and has no BOM. ERR_DEFINITION "label, regel 3,
 * kolom 5: ..." (columns are characters, as editors count them). On success the caller owns
 * out->line and frees it. */
int json_scan(const char *text, size_t len, const char *label, struct json_places *out,
	struct err *err) MUST_USE;

#endif
