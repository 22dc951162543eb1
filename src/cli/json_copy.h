/* json_copy.h - a node of a definition file into JSON that is being written: what stood there comes back as it
 * was. */
#ifndef CLI_JSON_COPY_H
#define CLI_JSON_COPY_H

#include "base/err.h"
#include "base/json.h"
#include "base/macro.h"
#include "cli/json_out.h"

/* Whole numbers only: a definition keeps its decimals in text. ERR_DEFINITION for another number. */
int json_copy(struct json_out *j, const char *key, const struct json_node *node, struct err *err) MUST_USE;
/* The members of a list or an object, into the one that is open in `j`. */
int json_copy_members(struct json_out *j, const struct json_node *node, struct err *err) MUST_USE;

/* The same, without the member of this key. */
int json_copy_members_but(struct json_out *j, const struct json_node *node, const char *but, struct err *err)
	MUST_USE;

#endif
