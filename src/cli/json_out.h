/* json_out.h - writes JSON for other programs: one object per line inside lists, keys in the order given. */
#ifndef CLI_JSON_OUT_H
#define CLI_JSON_OUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/num.h"
#include "base/str.h"

struct json_out {
	struct str s;
	int depth;
	bool filled; /* the innermost object or list has a member already */
};

#define JSON_OUT_INIT {STR_INIT, 0, false}

/* key NULL: an item of a list, or the whole. */
void json_out_object(struct json_out *j, const char *key);
void json_out_list(struct json_out *j, const char *key);
void json_out_end_object(struct json_out *j);
void json_out_end_list(struct json_out *j);
void json_out_text(struct json_out *j, const char *key, const char *value); /* NULL: null */
void json_out_int(struct json_out *j, const char *key, int64_t value);
void json_out_double(struct json_out *j, const char *key, double value); /* reads back to the same value */
/* value x 10^-scale, all decimals. */
void json_out_decimal(struct json_out *j, const char *key, struct decimal value);
void json_out_bool(struct json_out *j, const char *key, bool value);
void json_out_null(struct json_out *j, const char *key);
/* Ends the text with a newline and hands it over. */
char *json_out_detach(struct json_out *j);

#endif
