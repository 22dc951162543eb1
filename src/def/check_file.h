/* check_file.h - the definition files of a check, read once more as documents, so that a finding
 * can name the line of its key. Private to check.c and its parts. */
#ifndef DEF_CHECK_FILE_H
#define DEF_CHECK_FILE_H

#include "base/json.h"
#include "def/check.h"

struct check_file {
	char *label;
	struct json *doc;
};

struct check {
	const struct definities *defs;
	struct check_list *out;
	struct check_file *file;
	size_t count, cap;
};

void check_release(struct check *c);

/* The root of kind/name ("indicators", "OAB-01.json"), werkmap first; NULL when it is absent or
 * cannot be read. */
const struct json_node *check_root(struct check *c, const char *kind, const char *name);
/* The object of a list whose "id" is `id`; NULL when there is none. */
const struct json_node *check_by_id(const struct json_node *root, const char *list, const char *id);
/* A member of a member; `a` when there is no such. */
const struct json_node *check_at(const struct json_node *a, const char *key);

/* Adds a finding at a node; `near` (may be NULL) becomes "Bedoelt u ...?". */
void check_say(struct check *c, const struct json_node *node, const char *near, const char *fmt,
	...) PRINTF_LIKE(4, 5);
/* The word of the list nearest to what is there; NULL when none is near. */
const char *check_near(const char *typed, const char *const *words, size_t count);

/* Norms (of the file `name`, and own ones) in another unit than their indicator; definities_load
 * refuses the first of them. */
void check_norm_units(const struct definities *defs, const char *name, struct check_list *out);

#endif
