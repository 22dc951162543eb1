/* json.h - the strict reader of definition files, and the only includer of cJSON.
 *
 * Refuses what cJSON lets through: invalid UTF-8, repeated keys, control characters, \u0000, leading
 * zeros, numbers that are not finite, text after the end, more than 8 levels, more than 1 MiB. A BOM is
 * fine. Every node knows its path (`teller.waar[0].kolom`) and line, so that a reader of a definition can
 * say what is wrong where. All errors are ERR_DEFINITION: "indicators/OAB-01.json, regel 12, sleutel
 * norm.waarde: ...". */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"

struct json;	  /* a document; owns its nodes */
struct json_node; /* borrowed from the document */

/* `label` is the name used in messages, e.g. "indicators/OAB-01.json". A file that is not there or cannot
 * be read is ERR_SURROUNDINGS, named by its path (file.h); a text that is refused names line and column. */
int json_load(struct json **out, const char *path, const char *label, struct err *err) MUST_USE;
/* What ijkpunt itself wrote for other programs: may be larger (JSON_EXPORT_MAX). */
int json_load_export(struct json **out, const char *path, const char *label, struct err *err) MUST_USE;
int json_parse(struct json **out, const char *text, size_t len, const char *label, struct err *err) MUST_USE;
void json_free(struct json *doc);
const struct json_node *json_root(const struct json *doc);
/* SHA-256 (hex) of the bytes that were read; borrowed from the document. */
const char *json_hash(const struct json *doc);

enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT };
enum json_type json_type(const struct json_node *node);
/* A JSON_OPTIONAL key may be missing or null: the output is then left as it was. */
enum json_need { JSON_REQUIRED, JSON_OPTIONAL };

/* Refuses a node that is no object, and every key that is not in `keys` (NULL-terminated list), naming
 * the nearest allowed one. Call it once for each object read. */
int json_check_keys(const struct json_node *object, const char *const *keys, struct err *err) MUST_USE;

/* Member of an object by exact key; NULL when absent or null. */
const struct json_node *json_get(const struct json_node *object, const char *key);
/* Typed members. Text is borrowed from the document. A wrong type, or a missing required key, is an
 * error that names line and key. */
int json_get_text(const struct json_node *object, const char *key, enum json_need need, const char **out,
	struct err *err) MUST_USE;
int json_get_int(const struct json_node *object, const char *key, enum json_need need, int64_t min,
	int64_t max, int64_t *out, struct err *err) MUST_USE;
int json_get_double(const struct json_node *object, const char *key, enum json_need need, double *out,
	struct err *err) MUST_USE;
int json_get_bool(const struct json_node *object, const char *key, enum json_need need, bool *out,
	struct err *err) MUST_USE;
int json_get_list(const struct json_node *object, const char *key, enum json_need need,
	const struct json_node **out, struct err *err) MUST_USE;
int json_get_object(const struct json_node *object, const char *key, enum json_need need,
	const struct json_node **out, struct err *err) MUST_USE;
/* One of a closed list of words; *out is the index in `words` (NULL-terminated). The message lists the
 * words and suggests the nearest. */
int json_get_choice(const struct json_node *object, const char *key, enum json_need need,
	const char *const *words, int *out, struct err *err) MUST_USE;

/* Lists and objects: number of items (0 for other nodes), and the i-th (also of an object: its i-th
 * value); NULL past the end. */
size_t json_len(const struct json_node *node);
const struct json_node *json_at(const struct json_node *node, size_t i);
/* Key of this node in its object, or NULL for a list item; borrowed. */
const char *json_key(const struct json_node *node);
/* The node itself as text; error when it is none. */
int json_text(const struct json_node *node, const char **out, struct err *err) MUST_USE;
/* The node itself as a whole number, below 2^53 in size: above, JSON numbers are not exact. */
int json_int(const struct json_node *node, int64_t *out, struct err *err) MUST_USE;

/* The node itself as a number. */
int json_double(const struct json_node *node, double *out, struct err *err) MUST_USE;
/* Do two nodes (NULL: absent or null) hold the same, whatever the order of keys and the spacing? */
bool json_same(const struct json_node *a, const struct json_node *b);
/* Line of the file on which the node begins, from 1. */
int64_t json_line(const struct json_node *node);

/* "label, regel N, sleutel a.b: <text>" as ERR_DEFINITION; returns -1. */
int json_error(const struct json_node *node, struct err *err, const char *fmt, ...) PRINTF_LIKE(3, 4);

#endif
