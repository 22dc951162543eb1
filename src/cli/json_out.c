#include "cli/json_out.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>

/* Down to here every member has its own line; deeper ones stand behind each other. */
enum { LINES_DEPTH = 2 };

static void start(struct json_out *j, const char *key)
{
	if (j->filled)
		str_add(&j->s, j->depth > LINES_DEPTH ? ", " : ",");
	if (j->depth > 0 && j->depth <= LINES_DEPTH)
		str_add_f(&j->s, "\n%*s", j->depth * 2, "");
	if (key) {
		str_add_char(&j->s, '"');
		str_add_json(&j->s, key);
		str_add(&j->s, "\": ");
	}
	j->filled = true;
}

static void open(struct json_out *j, const char *key, char bracket)
{
	start(j, key);
	str_add_char(&j->s, bracket);
	j->depth++;
	j->filled = false;
}

static void end(struct json_out *j, char bracket)
{
	assert(j->depth > 0);
	j->depth--;
	if (j->filled && j->depth < LINES_DEPTH)
		str_add_f(&j->s, "\n%*s", j->depth * 2, "");
	str_add_char(&j->s, bracket);
	j->filled = true;
}

void json_out_object(struct json_out *j, const char *key)
{
	open(j, key, '{');
}

void json_out_list(struct json_out *j, const char *key)
{
	open(j, key, '[');
}

void json_out_end_object(struct json_out *j)
{
	end(j, '}');
}

void json_out_end_list(struct json_out *j)
{
	end(j, ']');
}

void json_out_text(struct json_out *j, const char *key, const char *value)
{
	if (!value) {
		json_out_null(j, key);
		return;
	}
	start(j, key);
	str_add_char(&j->s, '"');
	str_add_json(&j->s, value);
	str_add_char(&j->s, '"');
}

void json_out_int(struct json_out *j, const char *key, int64_t value)
{
	start(j, key);
	str_add_f(&j->s, "%" PRId64, value);
}

void json_out_double(struct json_out *j, const char *key, double value)
{
	if (!isfinite(value)) {
		json_out_null(j, key);
		return;
	}
	start(j, key);
	num_add_exact(&j->s, value);
}

void json_out_decimal(struct json_out *j, const char *key, struct decimal value)
{
	int64_t whole = value.value, unit = 1;

	start(j, key);
	for (int i = 0; i < value.scale; i++)
		unit *= 10;
	whole = value.value / unit;
	if (value.scale == 0) {
		str_add_f(&j->s, "%" PRId64, whole);
		return;
	}
	str_add_f(&j->s, "%s%" PRId64 ".%0*" PRId64, value.value < 0 ? "-" : "", whole < 0 ? -whole : whole,
		value.scale, value.value % unit < 0 ? -(value.value % unit) : value.value % unit);
}

void json_out_bool(struct json_out *j, const char *key, bool value)
{
	start(j, key);
	str_add(&j->s, value ? "true" : "false");
}

void json_out_null(struct json_out *j, const char *key)
{
	start(j, key);
	str_add(&j->s, "null");
}

char *json_out_detach(struct json_out *j)
{
	assert(j->depth == 0);
	str_add_char(&j->s, '\n');
	j->filled = false;
	return str_detach(&j->s);
}
