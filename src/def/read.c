#include "def/read.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

int read_file(struct json **doc, const char *path, const char *label, const char *schema,
	const char *const *keys, struct err *err)
{
	const char *found;

	*doc = NULL;
	if (json_load(doc, path, label, err))
		return -1;
	/* The schema first: a file of another kind is not full of wrong keys, it is the wrong file.
	 */
	if (json_get_text(json_root(*doc), "schema", JSON_REQUIRED, &found, err))
		return -1;
	if (strcmp(found, schema) != 0) {
		json_error(json_get(json_root(*doc), "schema"), err,
			"hier hoort \"%s\", er staat \"%s\".", schema, found);
		return err_advise(err,
			"Zet het juiste bestand op deze plaats, of gebruik een nieuwere ijkpunt.");
	}
	return json_check_keys(json_root(*doc), keys, err);
}

int read_text(const struct json_node *object, const char *key, enum json_need need, char **out,
	struct err *err)
{
	const char *text = NULL;

	if (json_get_text(object, key, need, &text, err))
		return -1;
	if (text && !*text)
		return json_error(json_get(object, key), err, "deze tekst is leeg.");
	if (text)
		*out = mem_dup(text);
	return 0;
}

int read_date(const struct json_node *object, const char *key, enum json_need need,
	struct date *out, struct err *err)
{
	const char *text = NULL;
	struct err why = ERR_INIT;

	if (json_get_text(object, key, need, &text, err))
		return -1;
	if (!text)
		return 0;
	if (date_parse_iso(text, out, &why)) {
		json_error(json_get(object, key), err, "%s", why.text);
		err_release(&why);
		return -1;
	}
	return 0;
}

int read_decimal(const struct json_node *object, const char *key, enum json_need need,
	struct decimal *out, bool *present, struct err *err)
{
	const struct json_node *node = json_get(object, key);
	const char *text = NULL;
	struct err why = ERR_INIT;

	if (present)
		*present = node != NULL;
	if (node && json_type(node) == JSON_NUMBER)
		return json_error(node, err,
			"schrijf dit getal tussen aanhalingstekens, zodat het precies blijft "
			"(\"92\", \"2,75\").");
	if (json_get_text(object, key, need, &text, err))
		return -1;
	if (!text)
		return 0;
	if (decimal_parse(text, out, &why)) {
		json_error(node, err, "%s", why.text);
		err_release(&why);
		return -1;
	}
	return 0;
}

void read_texts_free(char **text, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(text[i]);
	free(text);
}

int read_texts(const struct json_node *object, const char *key, enum json_need need, char ***out,
	size_t *count, struct err *err)
{
	const struct json_node *list = NULL;
	char **text = NULL;
	size_t n = 0;

	if (json_get_list(object, key, need, &list, err))
		return -1;
	if (!list)
		return 0;
	text = mem_new(json_len(list), sizeof(*text));
	for (size_t i = 0; i < json_len(list); i++) {
		const char *one;

		if (json_text(json_at(list, i), &one, err))
			goto fail;
		if (!*one) {
			json_error(json_at(list, i), err, "deze tekst is leeg.");
			goto fail;
		}
		for (size_t k = 0; k < n; k++) {
			if (strcmp(text[k], one) == 0) {
				json_error(
					json_at(list, i), err, "\"%s\" staat er twee keer.", one);
				goto fail;
			}
		}
		text[n++] = mem_dup(one);
	}
	*out = text;
	*count = n;
	return 0;
fail:
	read_texts_free(text, n);
	return -1;
}

/* The comparison of a condition: exactly one of these keys. */
static const struct {
	const char *key;
	enum filter_soort soort;
} conditions[] = {{"is", FILTER_IS}, {"is_niet", FILTER_IS_NIET}, {"minstens", FILTER_MINSTENS},
	{"hoogstens", FILTER_HOOGSTENS}, {"leeg", FILTER_LEEG}};

static int filter_words(
	const struct json_node *node, const char *key, struct filter *f, struct err *err)
{
	bool empty = false;

	switch (f->soort) {
	case FILTER_IS:
	case FILTER_IS_NIET:
		if (read_texts(node, key, JSON_REQUIRED, &f->is, &f->is_count, err))
			return -1;
		if (!f->is_count)
			return json_error(json_get(node, key), err,
				"deze lijst is leeg: er is geen waarde die past.");
		return 0;
	case FILTER_MINSTENS:
	case FILTER_HOOGSTENS:
		f->is = mem_new(1, sizeof(*f->is));
		f->is_count = 1;
		return read_text(node, key, JSON_REQUIRED, &f->is[0], err);
	case FILTER_LEEG:
	case FILTER_NIET_LEEG:
		break;
	}
	if (json_get_bool(node, key, JSON_REQUIRED, &empty, err))
		return -1;
	f->soort = empty ? FILTER_LEEG : FILTER_NIET_LEEG;
	return 0;
}

static int filter_read(const struct json_node *node, struct filter *f, struct err *err)
{
	static const char *const keys[] = {
		"kolom", "is", "is_niet", "minstens", "hoogstens", "leeg", NULL};
	const char *key = NULL;

	if (json_check_keys(node, keys, err) ||
		read_text(node, "kolom", JSON_REQUIRED, &f->kolom, err))
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(conditions); i++) {
		if (!json_get(node, conditions[i].key))
			continue;
		if (key)
			return json_error(node, err, "gebruik hier \"%s\" of \"%s\", niet allebei.",
				key, conditions[i].key);
		key = conditions[i].key;
		f->soort = conditions[i].soort;
	}
	if (!key)
		return json_error(node, err,
			"een voorwaarde heeft \"is\", \"is_niet\", \"minstens\", \"hoogstens\" of "
			"\"leeg\".");
	return filter_words(node, key, f, err);
}

void read_filters_free(struct filter *filter, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(filter[i].kolom);
		read_texts_free(filter[i].is, filter[i].is_count);
	}
	free(filter);
}

int read_filters(const struct json_node *object, const char *key, enum json_need need,
	struct filter **out, size_t *count, struct err *err)
{
	const struct json_node *list = NULL;
	struct filter *filter;
	size_t n;

	if (json_get_list(object, key, need, &list, err))
		return -1;
	if (!list)
		return 0;
	n = json_len(list);
	filter = mem_new(n, sizeof(*filter));
	for (size_t i = 0; i < n; i++) {
		if (filter_read(json_at(list, i), &filter[i], err)) {
			read_filters_free(filter, n);
			return -1;
		}
	}
	*out = filter;
	*count = n;
	return 0;
}
