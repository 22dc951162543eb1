#include "store/register_store.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/velden.h"
#include "store/waarneming.h"

static const char saving[] = "een rij van een register opslaan";
static const char reading[] = "een register lezen";

static int add_cel(
	struct store *store, int64_t id, const struct register_rij *rij, size_t i, struct err *err)
{
	struct call c;

	if (!*rij->waarde[i])
		return 0;
	c = call_new(store, STMT_REGISTER_CEL_ADD);
	call_int(&c, id);
	call_int(&c, (int64_t)i + 1);
	call_text(&c, rij->naam[i]);
	call_text(&c, rij->waarde[i]);
	return call_run(&c, saving, err);
}

int register_store_add(
	struct store *store, const char *bron, const struct register_rij *rij, struct err *err)
{
	struct call c;
	int64_t bron_id, id;

	store_must_write(store);
	if (bron_intern(store, bron, &bron_id, err) < 0)
		return -1;
	c = call_new(store, STMT_REGISTER_RIJ_ADD);
	call_int(&c, bron_id);
	call_text(&c, rij->id);
	call_int(&c, rij->levering);
	call_int_or_null(&c, rij->regel > 0, rij->regel);
	if (call_insert(&c, &id, saving, err) < 0)
		return -1;
	for (size_t i = 0; i < rij->count; i++)
		if (add_cel(store, id, rij, i, err) < 0)
			return -1;
	return 0;
}

/* The columns of both statements but the cells. */
static void begin_rij(struct register_list *list, struct call *c)
{
	struct register_rij *rij;

	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	rij = &list->item[list->count++];
	*rij = (struct register_rij){.levering = col_int(c, 2), .regel = col_int(c, 3)};
	rij->id = pool_dup(&list->pool, col_text(c, 1));
	rij->voorlopig = col_int(c, 4) != 0;
	rij->ingetrokken = col_int(c, 5) != 0;
}

static void finish_rij(struct register_list *list, struct velden *cellen)
{
	struct register_rij *rij;

	if (list->count == 0)
		return;
	rij = &list->item[list->count - 1];
	velden_give(cellen, &list->pool, &rij->count, &rij->naam, &rij->waarde);
}

/* One row per row of the register and cell; those of one row come together. */
static int read_all(struct call *c, struct register_list *out, struct err *err)
{
	struct register_list list = {.item = NULL};
	struct velden cellen = {NULL, NULL, 0, 0, 0};
	int64_t last = 0;
	int step;

	while ((step = call_step(c, reading, err)) == 1) {
		if (col_int(c, 0) != last) {
			finish_rij(&list, &cellen);
			last = col_int(c, 0);
			begin_rij(&list, c);
		}
		velden_take(&cellen, c, 6, &list.pool);
	}
	finish_rij(&list, &cellen);
	velden_release(&cellen);
	if (step < 0)
		register_list_release(&list);
	else
		*out = list;
	return step;
}

int register_store_load(struct store *store, const char *bron, struct stand stand,
	struct register_list *out, struct err *err)
{
	struct call c = call_new(store, STMT_REGISTER_OF_BRON);

	call_stand(&c, stand);
	call_text(&c, bron);
	return read_all(&c, out, err);
}

int register_store_history(struct store *store, const char *bron, const char *id,
	struct register_list *out, struct err *err)
{
	struct call c = call_new(store, STMT_REGISTER_OF_SLEUTEL);

	call_text(&c, bron);
	call_text(&c, id);
	return read_all(&c, out, err);
}

int register_store_newest(struct store *store, const char *bron, struct stand stand,
	struct levering *out, struct err *err)
{
	struct call c = call_new(store, STMT_REGISTER_NEWEST);
	int64_t nr;
	int step;

	call_stand(&c, stand);
	call_text(&c, bron);
	step = call_step(&c, reading, err);
	if (step != 1)
		return step;
	nr = col_int(&c, 0);
	if (call_end(&c, reading, err) < 0)
		return -1;
	return levering_store_get(store, nr, out, err);
}

int register_store_names(struct store *store, char ***names, size_t *count, struct err *err)
{
	struct call c = call_new(store, STMT_REGISTER_NAMES);
	char **list = NULL;
	size_t found = 0, cap = 0;
	int step;

	while ((step = call_step(&c, reading, err)) == 1) {
		list = mem_grow(list, &cap, found + 1, sizeof(*list));
		list[found++] = col_dup(&c, 0);
	}
	if (step < 0) {
		file_list_free(list, found);
		return -1;
	}
	*names = list;
	*count = found;
	return 0;
}

void register_list_release(struct register_list *list)
{
	free(list->item);
	pool_release(&list->pool);
	*list = (struct register_list){.item = NULL};
}

static int compare(const void *id, const void *rij)
{
	return strcmp(id, ((const struct register_rij *)rij)->id);
}

const struct register_rij *register_find(const struct register_list *list, const char *id)
{
	return list->count ? bsearch(id, list->item, list->count, sizeof(*list->item), compare)
			   : NULL;
}

const char *register_waarde(const struct register_rij *rij, const char *naam)
{
	for (size_t i = 0; i < rij->count; i++)
		if (strcmp(rij->naam[i], naam) == 0)
			return rij->waarde[i];
	return "";
}
