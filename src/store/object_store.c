#include "store/object_store.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/velden.h"
#include "store/waarneming.h"

static const char saving[] = "een object opslaan";
static const char reading[] = "de objecten lezen";

static int add_kenmerk(
	struct store *store, int64_t object, const struct object *o, size_t i, struct err *err)
{
	struct call c = call_new(store, STMT_OBJECT_KENMERK_ADD);

	call_int(&c, object);
	call_int(&c, (int64_t)i + 1);
	call_text(&c, o->kenmerk[i]);
	call_text(&c, o->waarde[i]);
	return call_run(&c, saving, err);
}

int object_store_add(struct store *store, const struct object *o, struct err *err)
{
	bool has_periode = o->periode.soort != PERIODE_GEEN;
	struct call c;
	int64_t id;

	store_must_write(store);
	if (has_periode && (periode_store_add(store, o->periode, err) < 0 ||
				   levering_add_periode(store, o->levering, o->periode, err) < 0))
		return -1;
	c = call_new(store, STMT_OBJECT_ADD);
	call_int(&c, o->levering);
	call_text(&c, o->soort);
	call_int_or_null(&c, has_periode, has_periode ? periode_id(o->periode) : 0);
	call_text(&c, o->code);
	call_text(&c, o->naam);
	call_int_or_null(&c, o->gebied > 0, o->gebied);
	call_int_or_null(&c, o->regel > 0, o->regel);
	if (call_insert(&c, &id, saving, err) < 0)
		return -1;
	for (size_t i = 0; i < o->count; i++)
		if (add_kenmerk(store, id, o, i, err) < 0)
			return -1;
	return 0;
}

static const char *dup_or_null(struct call *c, int i, struct pool *pool)
{
	return col_is_null(c, i) ? NULL : pool_dup(pool, col_text(c, i));
}

/* The columns of STMT_OBJECT_OF_SOORT but the kenmerken. */
static void read_columns(struct call *c, const char *soort, struct pool *pool, struct object *o)
{
	*o = (struct object){.levering = col_int(c, 1), .soort = soort};
	o->code = pool_dup(pool, col_text(c, 2));
	o->naam = dup_or_null(c, 3, pool);
	if (!col_is_null(c, 4))
		o->periode = periode_from_id(col_int(c, 4));
	o->gebied = col_int(c, 5);
	o->regel = col_int(c, 6);
	o->bron = pool_dup(pool, col_text(c, 7));
	o->voorlopig = col_int(c, 8) != 0;
}

static void finish(struct object_list *list, struct velden *kenmerken)
{
	struct object *o;

	if (list->count == 0)
		return;
	o = &list->item[list->count - 1];
	velden_give(kenmerken, &list->pool, &o->count, &o->kenmerk, &o->waarde);
}

/* One row per object and kenmerk; those of one object come together. */
static int read_all(struct call *c, const char *soort, struct object_list *list, struct err *err)
{
	struct velden kenmerken = {NULL, NULL, 0, 0, 0};
	const char *same_soort = pool_dup(&list->pool, soort);
	int64_t last = 0;
	int step;

	while ((step = call_step(c, reading, err)) == 1) {
		if (col_int(c, 0) != last) {
			finish(list, &kenmerken);
			last = col_int(c, 0);
			list->item = mem_grow(
				list->item, &list->cap, list->count + 1, sizeof(*list->item));
			read_columns(c, same_soort, &list->pool, &list->item[list->count++]);
		}
		velden_take(&kenmerken, c, 9, &list->pool);
	}
	finish(list, &kenmerken);
	velden_release(&kenmerken);
	return step;
}

int object_store_load(struct store *store, const char *soort, struct stand stand,
	struct object_list *out, struct err *err)
{
	struct object_list list = {.item = NULL};
	struct call c = call_new(store, STMT_OBJECT_OF_SOORT);

	call_stand(&c, stand);
	call_text(&c, soort);
	if (read_all(&c, soort, &list, err) < 0) {
		object_list_release(&list);
		return -1;
	}
	*out = list;
	return 0;
}

void object_list_release(struct object_list *list)
{
	free(list->item);
	pool_release(&list->pool);
	*list = (struct object_list){.item = NULL};
}

/* Index of the first object with this code, or where it would stand. */
static size_t first_of(const struct object_list *list, const char *code)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(list->item[middle].code, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct object *object_find(const struct object_list *list, const char *code, struct date op)
{
	const struct object *found = NULL;

	for (size_t i = first_of(list, code);
		i < list->count && strcmp(list->item[i].code, code) == 0; i++) {
		const struct object *o = &list->item[i];

		if (!found || !date_is_set(op) || date_cmp(o->periode.begin, op) <= 0)
			found = o;
	}
	return found;
}

const char *object_kenmerk(const struct object *o, const char *naam)
{
	for (size_t i = 0; i < o->count; i++)
		if (strcmp(o->kenmerk[i], naam) == 0)
			return o->waarde[i];
	return NULL;
}
