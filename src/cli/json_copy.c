#include "cli/json_copy.h"

#include <string.h>

int json_copy_members(struct json_out *j, const struct json_node *node, struct err *err)
{
	return json_copy_members_but(j, node, "", err);
}

int json_copy_members_but(struct json_out *j, const struct json_node *node, const char *but, struct err *err)
{
	for (size_t i = 0; i < json_len(node); i++) {
		const struct json_node *one = json_at(node, i);
		bool value = false;

		if (json_key(one) && strcmp(json_key(one), but) == 0)
			continue;
		if (json_type(one) != JSON_BOOL) {
			if (json_copy(j, json_key(one), one, err) < 0)
				return -1;
			continue;
		}
		if (!json_key(one))
			return json_error(one, err, "hier hoort geen true of false.");
		if (json_get_bool(node, json_key(one), JSON_REQUIRED, &value, err) < 0)
			return -1;
		json_out_bool(j, json_key(one), value);
	}
	return 0;
}

static int copy_number(struct json_out *j, const char *key, const struct json_node *node, struct err *err)
{
	int64_t n;

	if (json_int(node, &n, err) < 0)
		return -1;
	json_out_int(j, key, n);
	return 0;
}

static int copy_text(struct json_out *j, const char *key, const struct json_node *node, struct err *err)
{
	const char *text;

	if (json_text(node, &text, err) < 0)
		return -1;
	json_out_text(j, key, text);
	return 0;
}

int json_copy(struct json_out *j, const char *key, const struct json_node *node, struct err *err)
{
	switch (json_type(node)) {
	case JSON_NUMBER:
		return copy_number(j, key, node, err);
	case JSON_TEXT:
		return copy_text(j, key, node, err);
	case JSON_LIST:
		json_out_list(j, key);
		if (json_copy_members(j, node, err) < 0)
			return -1;
		json_out_end_list(j);
		return 0;
	case JSON_OBJECT:
		json_out_object(j, key);
		if (json_copy_members(j, node, err) < 0)
			return -1;
		json_out_end_object(j);
		return 0;
	case JSON_NULL:
	case JSON_BOOL: /* copied by its members' loop, which knows the parent */
		break;
	}
	json_out_null(j, key);
	return 0;
}
