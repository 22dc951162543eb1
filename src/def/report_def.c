#include "def/report_def.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

const struct woord_list *report_def_onder(const struct report_def *def, const char *indicator)
{
	for (size_t i = 0; i < def->onder_count; i++)
		if (strcmp(def->onder[i].indicator, indicator) == 0)
			return &def->onder[i].onder;
	return NULL;
}

const char *report_def_naam(const struct report_def *def, const char *indicator)
{
	for (size_t i = 0; i < def->naam_count; i++)
		if (strcmp(def->naam[i].indicator, indicator) == 0)
			return def->naam[i].naam;
	return NULL;
}

static int read_onder(struct report_def *out, const struct json_node *root, struct err *err)
{
	const struct json_node *map;

	if (json_get_object(root, "onder", JSON_REQUIRED, &map, err))
		return -1;
	out->onder = mem_new(json_len(map), sizeof(*out->onder));
	for (size_t i = 0; i < json_len(map); i++) {
		const struct json_node *list = json_at(map, i);
		struct report_onder *o = &out->onder[out->onder_count++];

		o->indicator = mem_dup(json_key(list));
		if (json_type(list) != JSON_LIST)
			return json_error(list, err, "moet een lijst zijn.");
		o->onder.item = mem_new(json_len(list), sizeof(*o->onder.item));
		for (size_t k = 0; k < json_len(list); k++) {
			const char *id;

			if (json_text(json_at(list, k), &id, err))
				return -1;
			o->onder.item[o->onder.count++] = mem_dup(id);
		}
	}
	return 0;
}

static int read_namen(struct report_def *out, const struct json_node *root, struct err *err)
{
	const struct json_node *map;

	if (json_get_object(root, "namen", JSON_REQUIRED, &map, err))
		return -1;
	out->naam = mem_new(json_len(map), sizeof(*out->naam));
	for (size_t i = 0; i < json_len(map); i++) {
		struct report_naam *n = &out->naam[out->naam_count++];
		const char *naam;

		n->indicator = mem_dup(json_key(json_at(map, i)));
		if (json_text(json_at(map, i), &naam, err))
			return -1;
		n->naam = mem_dup(naam);
	}
	return 0;
}

static int read_all(struct report_def *out, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"schema", "toelichting", "indicatoren_hoogstens", "verloop_hoogstens",
		"vragen_hoogstens", "herzieningen_hoogstens", "vindkans_onder_norm", "onder", "namen", NULL};
	static const char *const schemas[] = {"themablad/1", NULL};
	const char *points;
	int schema;

	if (json_check_keys(root, keys, err) ||
		json_get_choice(root, "schema", JSON_REQUIRED, schemas, &schema, err) ||
		json_get_int(root, "indicatoren_hoogstens", JSON_REQUIRED, 1, 6, &out->indicatoren_hoogstens,
			err) ||
		json_get_int(root, "verloop_hoogstens", JSON_REQUIRED, 0, 6, &out->verloop_hoogstens, err) ||
		json_get_int(root, "vragen_hoogstens", JSON_REQUIRED, 1, 5, &out->vragen_hoogstens, err) ||
		json_get_int(root, "herzieningen_hoogstens", JSON_REQUIRED, 1, 20, &out->herzieningen_hoogstens,
			err) ||
		json_get_text(root, "vindkans_onder_norm", JSON_REQUIRED, &points, err))
		return -1;
	if (decimal_parse(points, &out->vindkans_onder_norm, err))
		return json_error(json_get(root, "vindkans_onder_norm"), err, "'%s' is geen getal.", points);
	return read_onder(out, root, err) || read_namen(out, root, err) ? -1 : 0;
}

int report_def_load(struct report_def *out, const char *path, const char *label, struct err *err)
{
	struct report_def def = {0};
	struct json *doc;

	if (json_load(&doc, path, label, err))
		return -1;
	if (read_all(&def, json_root(doc), err)) {
		json_free(doc);
		report_def_release(&def);
		return -1;
	}
	json_free(doc);
	*out = def;
	return 0;
}

void report_def_release(struct report_def *def)
{
	for (size_t i = 0; i < def->onder_count; i++) {
		free(def->onder[i].indicator);
		for (size_t k = 0; k < def->onder[i].onder.count; k++)
			free(def->onder[i].onder.item[k]);
		free(def->onder[i].onder.item);
	}
	free(def->onder);
	for (size_t i = 0; i < def->naam_count; i++) {
		free(def->naam[i].indicator);
		free(def->naam[i].naam);
	}
	free(def->naam);
	*def = (struct report_def){0};
}
