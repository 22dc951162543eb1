#include "report/sentence.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

struct template {
	char *one, *more; /* one is NULL when there is one form */
};

struct zinnen {
	struct template template[ZIN_COUNT];
	char **banned; /* NULL-terminated */
	size_t banned_count;
	int64_t max_words;
};

static const struct {
	const char *key, *places;
} spec[ZIN_COUNT] = {
#define ZIN_SPEC(name, key, places) [ZIN_##name] = {key, places},
	ZINNEN(ZIN_SPEC)
#undef ZIN_SPEC
};

const char *zin_key(enum zin zin)
{
	return spec[zin].key;
}

/* ---- loading ------------------------------------------------------------------------------ */

/* True when `name` (n bytes) is one of the words of `list`, separated by spaces. */
static bool word_in(const char *list, const char *name, size_t n)
{
	const char *at = list;

	while (*at) {
		size_t len = strcspn(at, " ");

		if (len == n && memcmp(at, name, n) == 0)
			return true;
		at += len + (at[len] == ' ');
	}
	return false;
}

static int check_places(const struct json_node *node, const char *text, const char *places, struct err *err)
{
	for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
		const char *close = strchr(open, '}');

		if (!close)
			return json_error(node, err, "na '{' ontbreekt '}'.");
		if (!word_in(places, open + 1, (size_t)(close - open - 1)))
			return json_error(node, err, "{%.*s} bestaat hier niet; wel: %s.",
				(int)(close - open - 1), open + 1, *places ? places : "niets");
	}
	return 0;
}

static int read_forms(struct template *t, const struct json_node *node, const char *places, struct err *err)
{
	static const char *const keys[] = {"een", "meer", NULL};
	const char *one = NULL, *more = NULL;

	if (json_type(node) == JSON_TEXT) {
		if (json_text(node, &more, err) || check_places(node, more, places, err))
			return -1;
	} else if (json_check_keys(node, keys, err) || json_get_text(node, "een", JSON_REQUIRED, &one, err) ||
		json_get_text(node, "meer", JSON_REQUIRED, &more, err) ||
		check_places(node, one, places, err) || check_places(node, more, places, err)) {
		return -1;
	}
	t->one = mem_dup(one);
	t->more = mem_dup(more);
	return 0;
}

static int read_sentences(struct zinnen *z, const struct json_node *list, struct err *err)
{
	const char *keys[ZIN_COUNT + 1] = {NULL};

	for (size_t i = 0; i < ZIN_COUNT; i++)
		keys[i] = spec[i].key;
	if (json_check_keys(list, keys, err))
		return -1;
	for (size_t i = 0; i < ZIN_COUNT; i++) {
		const struct json_node *node = json_get(list, spec[i].key);

		if (!node)
			return json_error(list, err, "de zin '%s' ontbreekt.", spec[i].key);
		if (read_forms(&z->template[i], node, spec[i].places, err))
			return -1;
	}
	return 0;
}

static int read_banned(struct zinnen *z, const struct json_node *root, struct err *err)
{
	const struct json_node *list;

	if (json_get_list(root, "verboden", JSON_REQUIRED, &list, err))
		return -1;
	z->banned = mem_new(json_len(list) + 1, sizeof(*z->banned));
	for (size_t i = 0; i < json_len(list); i++) {
		const char *word;

		if (json_text(json_at(list, i), &word, err))
			return -1;
		z->banned[z->banned_count++] = mem_dup(word);
	}
	return 0;
}

static int read_all(struct zinnen *z, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"schema", "toelichting", "woorden_hoogstens", "verboden", "zinnen",
		NULL};
	static const char *const schemas[] = {"zinnen/1", NULL};
	const struct json_node *list;
	int schema;

	if (json_check_keys(root, keys, err) ||
		json_get_choice(root, "schema", JSON_REQUIRED, schemas, &schema, err) ||
		json_get_int(root, "woorden_hoogstens", JSON_REQUIRED, 5, 40, &z->max_words, err) ||
		read_banned(z, root, err) || json_get_object(root, "zinnen", JSON_REQUIRED, &list, err))
		return -1;
	return read_sentences(z, list, err);
}

int zinnen_load(struct zinnen **out, const char *path, const char *label, struct err *err)
{
	struct zinnen *z = mem_new(1, sizeof(*z));
	struct json *doc;

	if (json_load(&doc, path, label, err)) {
		free(z);
		return -1;
	}
	if (read_all(z, json_root(doc), err)) {
		json_free(doc);
		zinnen_free(z);
		return -1;
	}
	json_free(doc);
	*out = z;
	return 0;
}

void zinnen_free(struct zinnen *z)
{
	if (!z)
		return;
	for (size_t i = 0; i < ZIN_COUNT; i++) {
		free(z->template[i].one);
		free(z->template[i].more);
	}
	for (size_t i = 0; i < z->banned_count; i++)
		free(z->banned[i]);
	free(z->banned);
	free(z);
}

const char *const *zinnen_banned(const struct zinnen *z)
{
	return (const char *const *)z->banned;
}

int64_t zinnen_max_words(const struct zinnen *z)
{
	return z->max_words;
}

/* ---- filling in --------------------------------------------------------------------------- */

static const char *value_of(const struct veld *velden, const char *name, size_t n)
{
	for (size_t i = 0; velden && velden[i].naam; i++)
		if (strlen(velden[i].naam) == n && memcmp(velden[i].naam, name, n) == 0)
			return velden[i].tekst;
	return NULL;
}

static void fill(struct str *s, const char *text, const struct veld *velden)
{
	const char *open;

	while ((open = strchr(text, '{'))) {
		size_t n = (size_t)(strchr(open, '}') - open) - 1;
		const char *value = value_of(velden, open + 1, n);

		assert(value); /* the caller knows which places its sentence has */
		str_add_n(s, text, (size_t)(open - text));
		str_add(s, value);
		text = open + n + 2;
	}
	str_add(s, text);
}

void zin_add(struct str *s, const struct zinnen *z, enum zin zin, const struct veld *velden)
{
	fill(s, z->template[zin].more, velden);
}

void zin_add_count(struct str *s, const struct zinnen *z, enum zin zin, int64_t aantal,
	const struct veld *velden)
{
	const struct template *t = &z->template[zin];

	fill(s, aantal == 1 && t->one ? t->one : t->more, velden);
}

char *zin_make(const struct zinnen *z, enum zin zin, const struct veld *velden)
{
	struct str s = STR_INIT;

	zin_add(&s, z, zin, velden);
	return str_detach(&s);
}

const char *zin_text(const struct zinnen *z, enum zin zin)
{
	assert(spec[zin].places[0] == '\0');
	return z->template[zin].more;
}

void zin_add_list(struct str *s, const struct zinnen *z, const char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && i + 1 == count)
			str_add_f(s, " %s ", zin_text(z, ZIN_LIJST_EN));
		else if (i > 0)
			str_add(s, ", ");
		str_add(s, items[i]);
	}
}
