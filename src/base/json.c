#include "base/json.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/file.h"
#include "base/json_scan.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum {
	LABEL_MAX = 200, /* characters of the file's name in a message */
	SHOWN_MAX = 60,	 /* characters of a key or value in a message */
	WORD_MAX = 200,	 /* bytes of a word worth a suggestion */
	NEAR = 3,	 /* edits at which a word is no longer "nearly" another */
	INT_DIGITS = 53	 /* bits that a double keeps of an integer */
};

/* The members are set once, by json_parse. */
struct json_node {
	const struct json *doc;
	const struct json_node *parent;	       /* NULL for the root */
	const struct json_node *const *items; /* of a list or object */
	size_t count;			       /* of items */
	size_t index;			       /* in the parent */
	size_t line;
	const cJSON *value; /* name and content */
};

struct json {
	char *label;
	cJSON *tree;
	struct json_node *nodes; /* in the order in which they start in the text */
	size_t node_count;
	const struct json_node **items; /* one slice for each list or object */
	struct file_hash hash;
};

/* ---- reading ------------------------------------------------------------------------------ */

static void *hook_new(size_t size)
{
	return mem_new(1, size);
}

/* Puts `value` and what is in it in doc->nodes from *next on, with its items in doc->items from *slot.
 * The tree is at most JSON_DEPTH_MAX deep. */
static struct json_node *node_build(struct json *doc, const cJSON *value, const size_t *lines,
	size_t *next, size_t *slot)
{
	struct json_node *node = &doc->nodes[*next];
	const struct json_node **items = doc->items + *slot;
	const cJSON *child;

	node->doc = doc;
	node->value = value;
	node->line = lines[(*next)++];
	node->items = items;
	for (child = value->child; child; child = child->next)
		(*slot)++;
	for (child = value->child; child; child = child->next) {
		struct json_node *item = node_build(doc, child, lines, next, slot);

		item->parent = node;
		item->index = node->count;
		items[node->count++] = item;
	}
	return node;
}

static size_t tree_size(const cJSON *value)
{
	size_t n = 1;

	for (const cJSON *child = value->child; child; child = child->next)
		n += tree_size(child);
	return n;
}

/* The scan has found the text good; cJSON now makes the values. Should the two ever see a different
 * text, then that is our mistake and nobody gets the document. */
static int values_read(struct json *doc, const char *text, size_t len, struct json_places places,
	struct err *err)
{
	cJSON_Hooks hooks = {hook_new, free};
	size_t next = 0, slot = 0;

	cJSON_InitHooks(&hooks);
	doc->tree = cJSON_ParseWithLengthOpts(text, len + 1, NULL, 1);
	if (!doc->tree || tree_size(doc->tree) != places.count)
		return err_set(err, ERR_DEFECT, "%s: de twee JSON-lezers zijn het oneens.", doc->label);
	doc->node_count = places.count;
	doc->nodes = mem_new(places.count, sizeof(*doc->nodes));
	doc->items = mem_new(places.count, sizeof(*doc->items));
	node_build(doc, doc->tree, places.line, &next, &slot);
	return 0;
}

static size_t bom_length(const char *text, size_t len)
{
	return len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static char *label_shown(const char *label)
{
	struct str shown = STR_INIT;

	text_add_shown(&shown, label, strlen(label), LABEL_MAX);
	return str_detach(&shown);
}

static int too_large(const char *label, struct err *err)
{
	char *shown = label_shown(label);

	err_set(err, ERR_DEFINITION, "%s: het bestand is groter dan 1 MiB.", shown);
	free(shown);
	return -1;
}

static int parse(struct json **out, const char *text, size_t len, const char *label, struct err *err)
{
	struct json *doc;
	struct json_places places = {NULL, 0, 0};
	size_t bom = bom_length(text, len);
	char *copy;
	int rc;

	doc = mem_new(1, sizeof(*doc));
	doc->label = label_shown(label);
	file_hash_bytes(text, len, &doc->hash);
	copy = mem_dup_n(text + bom, len - bom); /* cJSON wants a NUL at the end */
	rc = json_scan(copy, len - bom, doc->label, &places, err);
	if (rc == 0)
		rc = values_read(doc, copy, len - bom, places, err);
	free(places.line);
	free(copy);
	if (rc == 0)
		*out = doc;
	else
		json_free(doc);
	return rc;
}

int json_parse(struct json **out, const char *text, size_t len, const char *label, struct err *err)
{
	return len > JSON_BYTES_MAX ? too_large(label, err) : parse(out, text, len, label, err);
}

int json_load_export(struct json **out, const char *path, const char *label, struct err *err)
{
	char *text;
	size_t len;
	int rc;

	if (file_read(path, JSON_EXPORT_MAX, &text, &len, err) < 0)
		return -1;
	rc = parse(out, text, len, label, err);
	free(text);
	return rc;
}

int json_load(struct json **out, const char *path, const char *label, struct err *err)
{
	struct file_stat st;
	char *text;
	size_t len;
	int rc;

	if (file_stat(path, &st, err) < 0)
		return -1;
	if (st.regular && st.bytes > JSON_BYTES_MAX)
		return too_large(label, err);
	if (file_read(path, JSON_BYTES_MAX, &text, &len, err) < 0)
		return -1;
	rc = json_parse(out, text, len, label, err);
	free(text);
	return rc;
}

void json_free(struct json *doc)
{
	if (!doc)
		return;
	cJSON_Delete(doc->tree);
	free(doc->nodes);
	free(doc->items);
	free(doc->label);
	free(doc);
}

const struct json_node *json_root(const struct json *doc)
{
	return &doc->nodes[0];
}

const char *json_hash(const struct json *doc)
{
	return doc->hash.hex;
}

/* ---- walking ------------------------------------------------------------------------------ */

enum json_type json_type(const struct json_node *node)
{
	switch (node->value->type & 0xff) {
	case cJSON_False:
	case cJSON_True:
		return JSON_BOOL;
	case cJSON_Number:
		return JSON_NUMBER;
	case cJSON_String:
		return JSON_TEXT;
	case cJSON_Array:
		return JSON_LIST;
	case cJSON_Object:
		return JSON_OBJECT;
	default:
		return JSON_NULL;
	}
}

size_t json_len(const struct json_node *node)
{
	return node->count;
}

const struct json_node *json_at(const struct json_node *node, size_t i)
{
	return i < node->count ? node->items[i] : NULL;
}

const char *json_key(const struct json_node *node)
{
	return node->value->string;
}

/* Member by exact key, also when it is null. */
static const struct json_node *member(const struct json_node *object, const char *key)
{
	for (size_t i = 0; i < object->count; i++)
		if (text_equal(object->items[i]->value->string, key))
			return object->items[i];
	return NULL;
}

const struct json_node *json_get(const struct json_node *object, const char *key)
{
	const struct json_node *node = member(object, key);

	return node && json_type(node) != JSON_NULL ? node : NULL;
}

/* ---- messages ----------------------------------------------------------------------------- */

static void add_shown(struct str *s, const char *text)
{
	text_add_shown(s, text, strlen(text), SHOWN_MAX);
}

/* teller.waar[0].kolom; nothing for the root. */
static void add_path(struct str *s, const struct json_node *node)
{
	if (!node->parent)
		return;
	add_path(s, node->parent);
	if (node->value->string) {
		if (s->len > 0)
			str_add_char(s, '.');
		add_shown(s, node->value->string);
	} else {
		str_add_f(s, "[%zu]", node->index);
	}
}

/* "label, regel N, sleutel PATH.key: what", taking over `what`; `key` NULL is the node itself. */
static int fail(const struct json_node *node, const char *key, char *what, struct err *err)
{
	struct str path = STR_INIT;

	add_path(&path, node);
	if (key) {
		if (path.len > 0)
			str_add_char(&path, '.');
		add_shown(&path, key);
	}
	err_set(err, ERR_DEFINITION, "%s, regel %zu%s%s: %s", node->doc->label, node->line,
		path.len > 0 ? ", sleutel " : "", str_text(&path), what);
	str_release(&path);
	free(what);
	return -1;
}

int json_error(const struct json_node *node, struct err *err, const char *fmt, ...)
{
	va_list args;
	char *what;

	va_start(args, fmt);
	what = mem_vprintf(fmt, args);
	va_end(args);
	return fail(node, NULL, what, err);
}

static const char *type_name(enum json_type type)
{
	static const char *const names[] = {
		[JSON_NULL] = "leeg (null)",
		[JSON_BOOL] = "true of false",
		[JSON_NUMBER] = "een getal",
		[JSON_TEXT] = "een tekst",
		[JSON_LIST] = "een lijst",
		[JSON_OBJECT] = "een object",
	};

	return names[type];
}

static int type_check(const struct json_node *node, enum json_type wanted, struct err *err)
{
	enum json_type type = json_type(node);

	if (type == wanted)
		return 0;
	return json_error(node, err, "hier hoort %s, niet %s.", type_name(wanted), type_name(type));
}

/* Edits between two words in their loosest form, at most NEAR; a word is never near another that shares
 * no letter with it. */
static size_t word_distance(const char *a, const char *b)
{
	size_t distance, shortest;
	char *ka, *kb;

	if (strlen(a) > WORD_MAX)
		return NEAR;
	ka = text_loose_key(a);
	kb = text_loose_key(b);
	distance = text_distance(ka, kb, NEAR);
	shortest = text_length(ka);
	if (text_length(kb) < shortest)
		shortest = text_length(kb);
	free(ka);
	free(kb);
	return distance < shortest ? distance : NEAR;
}

/* The word of `words` that `text` was probably meant to be, or NULL. */
static const char *nearest(const char *text, const char *const *words)
{
	const char *best = NULL;
	size_t least = NEAR;

	for (; *words; words++) {
		size_t distance = word_distance(text, *words);

		if (distance < least) {
			least = distance;
			best = *words;
		}
	}
	return best;
}

/* "; bedoelt u 'x'?" when there is a near word, else a full stop; and all words as advice. */
static void suggest(struct str *what, const char *text, const char *const *words, struct str *all)
{
	const char *best = nearest(text, words);

	if (best)
		str_add_f(what, "; bedoelt u '%s'?", best);
	else
		str_add_char(what, '.');
	str_add(all, "Mogelijk zijn: ");
	for (size_t i = 0; words[i]; i++)
		str_add_f(all, "%s%s", i > 0 ? ", " : "", words[i]);
	str_add_char(all, '.');
}

/* ---- checked members ---------------------------------------------------------------------- */

static int unknown_key(const struct json_node *node, const char *const *keys, struct err *err)
{
	struct str what = STR_INIT, all = STR_INIT;

	str_add(&what, "deze sleutel bestaat hier niet");
	suggest(&what, node->value->string, keys, &all);
	fail(node, NULL, str_detach(&what), err);
	err_advise(err, "%s", str_text(&all));
	str_release(&all);
	return -1;
}

int json_check_keys(const struct json_node *object, const char *const *keys, struct err *err)
{
	if (type_check(object, JSON_OBJECT, err) < 0)
		return -1;
	for (size_t i = 0; i < object->count; i++) {
		const char *const *key = keys;

		while (*key && !text_equal(*key, object->items[i]->value->string))
			key++;
		if (!*key)
			return unknown_key(object->items[i], keys, err);
	}
	return 0;
}

/* 1 with *out when the member is there with the wanted type, 0 when it may be and is absent, -1. */
static int find(const struct json_node *object, const char *key, enum json_need need,
	enum json_type wanted, const struct json_node **out, struct err *err)
{
	const struct json_node *node = member(object, key);

	if (need == JSON_OPTIONAL && (!node || json_type(node) == JSON_NULL))
		return 0;
	if (!node)
		return fail(object, key, mem_dup("deze sleutel ontbreekt."), err);
	if (type_check(node, wanted, err) < 0)
		return -1;
	*out = node;
	return 1;
}

int json_get_text(const struct json_node *object, const char *key, enum json_need need,
	const char **out, struct err *err)
{
	const struct json_node *node;
	int found = find(object, key, need, JSON_TEXT, &node, err);

	if (found > 0)
		*out = node->value->valuestring;
	return found < 0 ? -1 : 0;
}

int json_text(const struct json_node *node, const char **out, struct err *err)
{
	if (type_check(node, JSON_TEXT, err) < 0)
		return -1;
	*out = node->value->valuestring;
	return 0;
}

int json_int(const struct json_node *node, int64_t *out, struct err *err)
{
	double value = node->value->valuedouble;

	if (type_check(node, JSON_NUMBER, err) < 0)
		return -1;
	if (value != trunc(value))
		return json_error(node, err, "hier hoort een geheel getal.");
	/* From 2^53 on two integers share one double: the file may have said another number. */
	if (fabs(value) >= ldexp(1, INT_DIGITS))
		return json_error(node, err, "dit getal is te groot.");
	*out = (int64_t)value;
	return 0;
}

int json_double(const struct json_node *node, double *out, struct err *err)
{
	if (type_check(node, JSON_NUMBER, err) < 0)
		return -1;
	*out = node->value->valuedouble;
	return 0;
}

bool json_same(const struct json_node *a, const struct json_node *b)
{
	return a && b ? cJSON_Compare(a->value, b->value, 1) : a == b;
}

int64_t json_line(const struct json_node *node)
{
	return (int64_t)node->line;
}

int json_get_int(const struct json_node *object, const char *key, enum json_need need, int64_t min,
	int64_t max, int64_t *out, struct err *err)
{
	const struct json_node *node;
	int found = find(object, key, need, JSON_NUMBER, &node, err);
	int64_t value;

	if (found <= 0)
		return found;
	if (json_int(node, &value, err) < 0)
		return -1;
	if (value < min || value > max)
		return json_error(node, err, "hier hoort een getal van %lld tot en met %lld, niet %lld.",
			(long long)min, (long long)max, (long long)value);
	*out = value;
	return 0;
}

int json_get_double(const struct json_node *object, const char *key, enum json_need need, double *out,
	struct err *err)
{
	const struct json_node *node;
	int found = find(object, key, need, JSON_NUMBER, &node, err);

	if (found > 0)
		*out = node->value->valuedouble;
	return found < 0 ? -1 : 0;
}

int json_get_bool(const struct json_node *object, const char *key, enum json_need need, bool *out,
	struct err *err)
{
	const struct json_node *node;
	int found = find(object, key, need, JSON_BOOL, &node, err);

	if (found > 0)
		*out = cJSON_IsTrue(node->value);
	return found < 0 ? -1 : 0;
}

int json_get_list(const struct json_node *object, const char *key, enum json_need need,
	const struct json_node **out, struct err *err)
{
	return find(object, key, need, JSON_LIST, out, err) < 0 ? -1 : 0;
}

int json_get_object(const struct json_node *object, const char *key, enum json_need need,
	const struct json_node **out, struct err *err)
{
	return find(object, key, need, JSON_OBJECT, out, err) < 0 ? -1 : 0;
}

int json_get_choice(const struct json_node *object, const char *key, enum json_need need,
	const char *const *words, int *out, struct err *err)
{
	struct str what = STR_INIT, all = STR_INIT;
	const struct json_node *node;
	const char *text;
	int found = find(object, key, need, JSON_TEXT, &node, err);

	if (found <= 0)
		return found;
	text = node->value->valuestring;
	for (int i = 0; words[i]; i++)
		if (text_equal(words[i], text)) {
			*out = i;
			return 0;
		}
	str_add_char(&what, '\'');
	add_shown(&what, text);
	str_add(&what, "' kan hier niet");
	suggest(&what, text, words, &all);
	fail(node, NULL, str_detach(&what), err);
	err_advise(err, "%s", str_text(&all));
	str_release(&all);
	return -1;
}
