#include "store/koppeling_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/stmt.h"
#include "store/waarneming.h"

static const char saving[] = "een koppeling opslaan";
static const char reading[] = "de koppelingen lezen";

int koppeling_store_add(struct store *store, const struct koppeling *k, struct err *err)
{
	struct call c;

	store_must_write(store);
	c = call_new(store, STMT_KOPPELING_ADD);
	call_text(&c, k->naam);
	call_text(&c, k->indeling);
	call_text(&c, k->code);
	call_int(&c, k->levering);
	call_int(&c, k->gebied);
	call_int(&c, k->gewicht);
	return call_run(&c, saving, err);
}

/* Codes and divisions repeat from row to row: kept once. */
static const char *same_or_dup(const char *last, struct call *c, int i, struct pool *pool)
{
	const char *text = col_text(c, i);

	return last && strcmp(last, text) == 0 ? last : pool_dup(pool, text);
}

static void take(struct koppeling_list *list, struct call *c, const char *naam)
{
	struct koppeling *k, *last;

	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	k = &list->item[list->count];
	last = list->count ? k - 1 : NULL;
	k->naam = naam;
	k->indeling = same_or_dup(last ? last->indeling : NULL, c, 0, &list->pool);
	k->code = same_or_dup(last ? last->code : NULL, c, 1, &list->pool);
	k->levering = col_int(c, 2);
	k->gebied = col_int(c, 3);
	k->gewicht = col_int(c, 4);
	list->count++;
}

int koppeling_store_load(struct store *store, const char *naam, struct stand stand,
	struct koppeling_list *out, struct err *err)
{
	struct koppeling_list list = {.item = NULL};
	const char *same_naam = pool_dup(&list.pool, naam);
	struct call c = call_new(store, STMT_KOPPELING_OF_NAAM);
	int step;

	call_stand(&c, stand);
	call_text(&c, naam);
	while ((step = call_step(&c, reading, err)) == 1)
		take(&list, &c, same_naam);
	if (step < 0) {
		koppeling_list_release(&list);
		return -1;
	}
	*out = list;
	return 0;
}

int koppeling_store_of_bron(struct store *store, const char *bron, bool *is, struct err *err)
{
	struct call c = call_new(store, STMT_KOPPELING_OF_BRON);
	int step;

	call_text(&c, bron);
	step = call_step(&c, reading, err);
	if (step < 0)
		return -1;
	*is = step == 1;
	call_drop(&c);
	return 0;
}

void koppeling_list_release(struct koppeling_list *list)
{
	free(list->item);
	pool_release(&list->pool);
	*list = (struct koppeling_list){.item = NULL};
}

static int compare(const struct koppeling *k, const char *indeling, const char *code)
{
	int order = strcmp(k->indeling, indeling);

	return order ? order : strcmp(k->code, code);
}

const struct koppeling *koppeling_find(
	const struct koppeling_list *list, const char *indeling, const char *code, size_t *count)
{
	size_t low = 0, high = list->count;

	*count = 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&list->item[middle], indeling, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low + *count < list->count &&
		compare(&list->item[low + *count], indeling, code) == 0)
		++*count;
	return *count ? &list->item[low] : NULL;
}
