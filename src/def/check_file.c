#include "def/check_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

/* Words further apart than this are other words. */
#define NEAR 4

void check_list_release(struct check_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->item[i].tekst);
		free(list->item[i].advies);
	}
	free(list->item);
	*list = (struct check_list){NULL, 0, 0};
}

void check_release(struct check *c)
{
	for (size_t i = 0; i < c->count; i++) {
		free(c->file[i].label);
		json_free(c->file[i].doc);
	}
	free(c->file);
}

const struct json_node *check_root(struct check *c, const char *kind, const char *name)
{
	char *label = mem_printf("%s/%s", kind, name), *path;
	struct json *doc = NULL;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < c->count; i++) {
		if (strcmp(c->file[i].label, label) == 0) {
			free(label);
			return c->file[i].doc ? json_root(c->file[i].doc) : NULL;
		}
	}
	path = definities_path(c->defs->werkmap, c->defs->installed, kind, name);
	/* What cannot be read was refused by its own loader. */
	if (path && json_load(&doc, path, label, &err))
		doc = NULL;
	err_release(&err);
	free(path);
	c->file = mem_grow(c->file, &c->cap, c->count + 1, sizeof(*c->file));
	c->file[c->count++] = (struct check_file){label, doc};
	return doc ? json_root(doc) : NULL;
}

const struct json_node *check_at(const struct json_node *a, const char *key)
{
	const struct json_node *b = a && json_type(a) == JSON_OBJECT ? json_get(a, key) : NULL;

	return b ? b : a;
}

const struct json_node *check_by_id(const struct json_node *root, const char *list, const char *id)
{
	const struct json_node *items = root ? json_get(root, list) : NULL;

	for (size_t i = 0; items && i < json_len(items); i++) {
		const struct json_node *node = json_get(json_at(items, i), "id");
		struct err err = ERR_INIT;
		const char *text;
		bool same = node && json_text(node, &text, &err) == 0 && strcmp(text, id) == 0;

		err_release(&err);
		if (same)
			return json_at(items, i);
	}
	return NULL;
}

const char *check_near(const char *typed, const char *const *words, size_t count)
{
	char *key = text_loose_key(typed);
	size_t half = strlen(key) / 2 + 1, best_distance = half < NEAR ? half : NEAR;
	const char *best = NULL;

	for (size_t i = 0; i < count; i++) {
		char *word = text_loose_key(words[i]);
		size_t distance = text_distance(key, word, NEAR);

		if (distance < best_distance) {
			best = words[i];
			best_distance = distance;
		}
		free(word);
	}
	free(key);
	return best;
}

void check_say(
	struct check *c, const struct json_node *node, const char *near, const char *fmt, ...)
{
	struct err err = ERR_INIT;
	struct check_finding *f;
	char *text = NULL;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) < 0)
		text = NULL;
	va_end(args);
	if (node)
		json_error(node, &err, "%s", text ? text : "");
	else
		err_set(&err, ERR_DEFINITION, "%s", text ? text : "");
	c->out->item =
		mem_grow(c->out->item, &c->out->cap, c->out->count + 1, sizeof(*c->out->item));
	f = &c->out->item[c->out->count++];
	f->tekst = mem_dup(err.text);
	f->advies = near ? mem_printf("Bedoelt u %s?", near) : NULL;
	err_release(&err);
	free(text);
}
