/* fuzz_json.c - any bytes as a definition file: refused with a place, or a tree that holds its promises. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/num.h"
#include "base/str.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(true_thing)                                                                          \
	do {                                                                                       \
		if (!(true_thing)) {                                                               \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #true_thing);           \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* Valid UTF-8 without control characters other than tab and line ends. */
static void check_text(const char *text)
{
	size_t len = strlen(text);

	CHECK(text_utf8_valid(text, len) == len);
	for (; *text; text++)
		CHECK((unsigned char)*text >= 0x20 || strchr("\t\n\r", *text));
}

static void check_keys(const struct json_node *object)
{
	for (size_t i = 0; i < json_len(object); i++) {
		const char *key = json_key(json_at(object, i));

		check_text(key);
		/* The first member with this key is this one: no key stands twice. */
		if (json_len(object) < 200 && json_type(json_at(object, i)) != JSON_NULL)
			CHECK(json_get(object, key) == json_at(object, i));
	}
}

/* Each node can be named in a message, and each refusal is one of a definition. */
static void check_messages(const struct json_node *node)
{
	static const char *const words[] = {"naam", "norm", "waarde", NULL};
	struct err err = ERR_INIT;
	int64_t whole = 0;
	int choice = 0;

	json_error(node, &err, "x");
	CHECK(err.kind == ERR_DEFINITION && strncmp(err.text, "f.json, regel ", 14) == 0);
	if (json_check_keys(node, words, &err) < 0)
		CHECK(err.kind == ERR_DEFINITION);
	if (json_get_choice(node, "norm", JSON_OPTIONAL, words, &choice, &err) < 0)
		CHECK(err.kind == ERR_DEFINITION);
	if (json_int(node, &whole, &err) < 0)
		CHECK(err.kind == ERR_DEFINITION);
	else
		CHECK(whole > -((int64_t)1 << 53) && whole < (int64_t)1 << 53);
	err_release(&err);
}

static void write_node(struct str *s, const struct json_node *parent, const struct json_node *node);

static void write_items(struct str *s, const struct json_node *node)
{
	for (size_t i = 0; i < json_len(node); i++) {
		const struct json_node *item = json_at(node, i);

		if (i > 0)
			str_add_char(s, ',');
		if (json_key(item)) {
			str_add_char(s, '"');
			str_add_json(s, json_key(item));
			str_add(s, "\":");
		}
		write_node(s, node, item);
	}
}

/* A number or true/false. json.h reads these as members; in a list only whole numbers have a reader, so
 * what else stands there is written as a fixed value. */
static void write_plain(struct str *s, const struct json_node *parent, const struct json_node *node)
{
	struct err err = ERR_INIT;
	double number = 0.5;
	int64_t whole = 0;
	bool flag = true;

	if (json_type(node) == JSON_BOOL) {
		if (json_key(node))
			CHECK(json_get_bool(parent, json_key(node), JSON_REQUIRED, &flag, &err) == 0);
		str_add(s, flag ? "true" : "false");
		return;
	}
	if (json_key(node))
		CHECK(json_get_double(parent, json_key(node), JSON_REQUIRED, &number, &err) == 0);
	else if (json_int(node, &whole, &err) == 0)
		number = (double)whole;
	CHECK(isfinite(number));
	num_add_exact(s, number);
	err_release(&err);
}

/* The tree as JSON again. */
static void write_node(struct str *s, const struct json_node *parent, const struct json_node *node)
{
	struct err err = ERR_INIT;
	const char *text = "";

	check_messages(node);
	switch (json_type(node)) {
	case JSON_OBJECT:
		check_keys(node);
		str_add_char(s, '{');
		write_items(s, node);
		str_add_char(s, '}');
		break;
	case JSON_LIST:
		str_add_char(s, '[');
		write_items(s, node);
		str_add_char(s, ']');
		break;
	case JSON_TEXT:
		CHECK(json_text(node, &text, &err) == 0);
		check_text(text);
		str_add_char(s, '"');
		str_add_json(s, text);
		str_add_char(s, '"');
		break;
	case JSON_NUMBER:
	case JSON_BOOL:
		write_plain(s, parent, node);
		break;
	case JSON_NULL:
		str_add(s, "null");
		break;
	}
}

/* Writing and reading again changes nothing more. */
static void check_round_trip(const struct json_node *root)
{
	struct str once = STR_INIT, twice = STR_INIT;
	struct err err = ERR_INIT;
	struct json *doc = NULL;

	write_node(&once, NULL, root);
	if (once.len <= 1 << 20) {
		CHECK(json_parse(&doc, str_text(&once), once.len, "f.json", &err) == 0);
		write_node(&twice, NULL, json_root(doc));
		CHECK(strcmp(str_text(&once), str_text(&twice)) == 0);
		json_free(doc);
	}
	str_release(&once);
	str_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err err = ERR_INIT;
	struct json *doc = NULL;

	if (json_parse(&doc, (const char *)data, size, "f.json", &err) < 0) {
		CHECK(!doc && err.kind == ERR_DEFINITION);
		CHECK(strncmp(err.text, "f.json", 6) == 0);
		check_text(err.text);
		err_release(&err);
		return 0;
	}
	CHECK(err.kind == ERR_NONE && strlen(json_hash(doc)) == 64);
	check_round_trip(json_root(doc));
	json_free(doc);
	return 0;
}
