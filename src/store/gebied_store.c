#include "store/gebied_store.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/stmt.h"

static const char saving[] = "een gebied opslaan";
static const char reading[] = "de gebieden lezen";

static int save_aliases(struct store *store, const struct gebied *g, int64_t id, struct err *err)
{
	struct call c = call_new(store, STMT_ALIAS_CLEAR);

	call_int(&c, id);
	if (call_run(&c, saving, err) < 0)
		return -1;
	for (size_t i = 0; i < g->alias_count; i++) {
		c = call_new(store, STMT_ALIAS_ADD);
		call_int(&c, id);
		call_int(&c, (int64_t)i + 1);
		call_text(&c, g->alias[i]);
		if (call_run(&c, saving, err) < 0)
			return -1;
	}
	return 0;
}

static int save(struct store *store, struct gebied *g, struct err *err)
{
	struct call c = call_new(store, STMT_GEBIED_SAVE);
	int64_t id;

	call_text(&c, g->code);
	call_text(&c, g->indeling);
	call_text(&c, g->niveau);
	call_text(&c, g->naam);
	call_text(&c, g->ouder);
	call_text(&c, g->opvolger);
	call_date(&c, g->vanaf);
	call_date(&c, g->tot);
	call_int(&c, g->zonder_doelgroep);
	call_int(&c, g->eigen);
	call_int(&c, g->tegel_rij);
	call_int(&c, g->tegel_kolom);
	if (call_insert(&c, &id, saving, err) < 0 || save_aliases(store, g, id, err) < 0)
		return -1;
	g->id = id;
	return 0;
}

int gebied_store_save(struct store *store, struct gebied_list *list, struct err *err)
{
	store_must_write(store);
	for (size_t i = 0; i < list->count; i++)
		if (save(store, &list->item[i], err) < 0)
			return -1;
	return 0;
}

/* The aliases of one area; `c` stands on the first row at or after its id, *step says whether it
 * does. */
static int take_aliases(struct call *c, int *step, struct gebied *g, size_t *cap, struct err *err)
{
	g->alias_count = 0;
	while (*step == 1 && col_int(c, 0) == g->id) {
		g->alias = mem_grow(g->alias, cap, g->alias_count + 1, sizeof(*g->alias));
		g->alias[g->alias_count++] = col_dup(c, 1);
		*step = call_step(c, reading, err);
	}
	return *step < 0 ? -1 : 0;
}

static void read_columns(struct call *c, struct gebied *g)
{
	g->id = col_int(c, 0);
	g->code = col_dup(c, 1);
	g->indeling = col_dup(c, 2);
	g->niveau = col_dup(c, 3);
	g->naam = col_dup(c, 4);
	g->ouder = col_dup(c, 5);
	g->opvolger = col_dup(c, 6);
	g->vanaf = col_date(c, 7);
	g->tot = col_date(c, 8);
	g->zonder_doelgroep = col_int(c, 9) != 0;
	g->eigen = col_int(c, 10) != 0;
	g->tegel_rij = (int)col_int(c, 11);
	g->tegel_kolom = (int)col_int(c, 12);
}

static void free_columns(struct gebied *g)
{
	for (size_t i = 0; i < g->alias_count; i++)
		free(g->alias[i]);
	g->alias_count = 0;
	free(g->code);
	free(g->indeling);
	free(g->niveau);
	free(g->naam);
	free(g->ouder);
	free(g->opvolger);
}

/* Both statements in the order of gebied.id, walked together. */
static int load(struct call *areas, struct call *aliases, struct gebied_list *list, struct err *err)
{
	struct gebied g = {.id = 0};
	size_t cap = 0;
	int step, alias_step = call_step(aliases, reading, err), result = alias_step < 0 ? -1 : 0;

	while (result == 0 && (step = call_step(areas, reading, err)) != 0) {
		if (step < 0) {
			result = -1;
			break;
		}
		read_columns(areas, &g);
		result = take_aliases(aliases, &alias_step, &g, &cap, err);
		if (result == 0)
			gebied_list_add(list, &g);
		free_columns(&g);
	}
	free(g.alias);
	return result;
}

int gebied_store_load(struct store *store, struct gebied_list *out, struct err *err)
{
	struct call areas = call_new(store, STMT_GEBIED_ALL);
	struct call aliases = call_new(store, STMT_ALIAS_ALL);
	struct gebied_list list = {NULL, 0, 0};

	if (load(&areas, &aliases, &list, err) < 0) {
		call_drop(&areas);
		call_drop(&aliases);
		gebied_list_release(&list);
		return -1;
	}
	gebied_list_sort(&list);
	*out = list;
	return 0;
}
