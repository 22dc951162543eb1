#include "def/gebied.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum { NEAR_DIGITS = 4 }; /* so many digits of a code are enough to suggest it */

static const char *const niveaus[] = {"gemeente", "wijk", "buurt", "onbekend", "buiten"};
enum { NIVEAU_ON_MAP = 3 }; /* the first three are what a user can ask for */

static size_t niveau_rank(const char *niveau)
{
	size_t i = 0;

	while (i < ARRAY_LEN(niveaus) && strcmp(niveaus[i], niveau) != 0)
		i++;
	return i;
}

void gebied_list_add(struct gebied_list *list, const struct gebied *copy_of)
{
	struct gebied *g;

	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	g = &list->item[list->count++];
	*g = *copy_of;
	g->code = mem_dup(copy_of->code);
	g->naam = mem_dup(copy_of->naam);
	g->niveau = mem_dup(copy_of->niveau);
	g->indeling = mem_dup(copy_of->indeling ? copy_of->indeling : "");
	g->ouder = mem_dup(copy_of->ouder);
	g->opvolger = mem_dup(copy_of->opvolger);
	g->alias = mem_new(copy_of->alias_count, sizeof(*g->alias));
	g->sleutel = mem_new(copy_of->alias_count + 1, sizeof(*g->sleutel));
	g->sleutel[0] = text_key(copy_of->naam);
	for (size_t i = 0; i < copy_of->alias_count; i++) {
		g->alias[i] = mem_dup(copy_of->alias[i]);
		g->sleutel[i + 1] = text_key(copy_of->alias[i]);
	}
}

static void gebied_release(struct gebied *g)
{
	for (size_t i = 0; i < g->alias_count; i++) {
		free(g->alias[i]);
		free(g->sleutel[i + 1]);
	}
	free(g->sleutel[0]);
	free(g->sleutel);
	free(g->alias);
	free(g->opvolger);
	free(g->ouder);
	free(g->indeling);
	free(g->niveau);
	free(g->naam);
	free(g->code);
}

void gebied_list_release(struct gebied_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		gebied_release(&list->item[i]);
	free(list->item);
	*list = (struct gebied_list){NULL, 0, 0};
}

/* Never 0 for two different areas, so that the order does not depend on that of adding. */
static int compare(const void *left, const void *right)
{
	const struct gebied *a = left, *b = right;
	size_t rank_a = niveau_rank(a->niveau), rank_b = niveau_rank(b->niveau);
	int order;

	if (rank_a != rank_b)
		return rank_a < rank_b ? -1 : 1;
	order = strcmp(a->niveau, b->niveau); /* unknown levels after the known ones */
	if (!order)
		order = strcmp(a->indeling, b->indeling);
	if (!order)
		order = strcmp(a->code, b->code);
	if (!order)
		order = date_cmp(a->vanaf, b->vanaf);
	return order ? order : strcmp(a->naam, b->naam);
}

void gebied_list_sort(struct gebied_list *list)
{
	if (list->count > 1)
		qsort(list->item, list->count, sizeof(*list->item), compare);
}

static bool is_groep_code(const char *code)
{
	const char *mark = code ? strstr(code, "-G") : NULL;

	return mark && mark[2] >= '0' && mark[2] <= '9';
}

bool gebied_in_groep(const struct gebied *g)
{
	return is_groep_code(g->ouder);
}

bool gebied_is_groep(const struct gebied *g)
{
	return is_groep_code(g->code);
}

bool gebied_valid_on(const struct gebied *g, struct date op)
{
	if (!date_is_set(op))
		return true;
	return (!date_is_set(g->vanaf) || date_cmp(g->vanaf, op) <= 0) &&
	       (!date_is_set(g->tot) || date_cmp(op, g->tot) <= 0);
}

static bool asked_for(const struct gebied *g, const char *niveau, struct date op)
{
	if (niveau ? strcmp(g->niveau, niveau) != 0 : niveau_rank(g->niveau) >= NIVEAU_ON_MAP)
		return false;
	return gebied_valid_on(g, op);
}

const struct gebied *gebied_by_id(const struct gebied_list *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].id == id)
			return &list->item[i];
	return NULL;
}

static bool has_code(const struct gebied *g, const char *code)
{
	return strcmp(g->code, code) == 0;
}

static bool has_key(const struct gebied *g, const char *key)
{
	for (size_t i = 0; i <= g->alias_count; i++)
		if (strcmp(g->sleutel[i], key) == 0)
			return true;
	return false;
}

/* The area that `has` the text. Of two valid ones (no day given, or an overlap) the one of the
 * newest indeling, of one level the first: gemeente before wijk. */
static const struct gebied *search(const struct gebied_list *list, const char *niveau,
	const char *text, struct date op, bool (*has)(const struct gebied *g, const char *text))
{
	const struct gebied *best = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct gebied *g = &list->item[i];

		if (!asked_for(g, niveau, op) || !has(g, text))
			continue;
		if (!best || (strcmp(best->niveau, g->niveau) == 0 &&
				     date_cmp(best->vanaf, g->vanaf) < 0))
			best = g;
	}
	return best;
}

const struct gebied *gebied_by_code(
	const struct gebied_list *list, const char *niveau, const char *code, struct date op)
{
	return search(list, niveau, code, op, has_code);
}

const struct gebied *gebied_by_name(
	const struct gebied_list *list, const char *niveau, const char *naam, struct date op)
{
	char *key = text_key(naam);
	const struct gebied *g = *key ? search(list, niveau, key, op, has_key) : NULL;

	free(key);
	return g;
}

/* The code as a user types it: outer spaces and small letters are no difference. */
static char *typed_code(const char *text)
{
	char *code = text_key(text);

	for (char *c = code; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return code;
}

const struct gebied *gebied_find(
	const struct gebied_list *list, const char *niveau, const char *text, struct date op)
{
	char *code = typed_code(text);
	const struct gebied *g = gebied_by_code(list, niveau, code, op);

	free(code);
	return g ? g : gebied_by_name(list, niveau, text, op);
}

/* `key` is the tail of a code without its letters: "63705" for WK063705. */
static bool is_tail_of(const char *key, const char *code)
{
	size_t len = strlen(key), code_len = strlen(code);

	if (len < NEAR_DIGITS || strspn(key, "0123456789") != len || len > code_len)
		return false;
	return strcmp(code + code_len - len, key) == 0;
}

static size_t distance_to(const char *naam, const char *key, size_t limit)
{
	char *loose = text_loose_key(naam);
	size_t distance = text_distance(loose, key, limit);

	free(loose);
	return distance;
}

static size_t distance_of(const struct gebied *g, const char *key, size_t limit)
{
	size_t best = distance_to(g->naam, key, limit), next;

	if (is_tail_of(key, g->code))
		return 0;
	next = distance_to(g->code, key, limit);
	if (next < best)
		best = next;
	for (size_t i = 0; i < g->alias_count; i++) {
		next = distance_to(g->alias[i], key, limit);
		if (next < best)
			best = next;
	}
	return best;
}

const struct gebied *gebied_nearest(
	const struct gebied_list *list, const char *niveau, const char *text, struct date op)
{
	char *key = text_loose_key(text);
	size_t limit = text_length(key) / 4 + 1; /* a quarter of the letters may differ */
	const struct gebied *best = NULL;

	for (size_t i = 0; *key && i < list->count; i++) {
		const struct gebied *g = &list->item[i];
		size_t distance;

		if (!asked_for(g, niveau, op))
			continue;
		distance = distance_of(g, key, limit + 1);
		if (distance <= limit) {
			best = g;
			if (distance == 0)
				break;
			limit = distance - 1;
		}
	}
	free(key);
	return best;
}

const struct gebied *gebied_own(const struct gebied_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].eigen && strcmp(list->item[i].niveau, "gemeente") == 0)
			return &list->item[i];
	return NULL;
}

const char *gebied_indeling(const struct gebied_list *list, const char *niveau, struct date op)
{
	const struct gebied *best = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct gebied *g = &list->item[i];

		if (!g->eigen || !asked_for(g, niveau, op))
			continue;
		if (!best || date_cmp(best->vanaf, g->vanaf) < 0)
			best = g;
	}
	return best ? best->indeling : NULL;
}
