/* What was published before, beside the counts of now (grootheid.h). */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "publish/grootheid.h"

void grootheid_add_gebied(struct str *s, const struct gebied_list *gebieden, const struct gebied *area)
{
	size_t begin = s->len;

	for (size_t i = 0; gebied_is_groep(area) && i < gebieden->count; i++) {
		const struct gebied *part = &gebieden->item[i];

		if (text_equal(part->ouder, area->code) && text_equal(part->indeling, area->indeling))
			str_add_f(s, "%s%s", s->len > begin ? "+" : "", part->code);
	}
	if (s->len == begin)
		str_add(s, area->code);
}

/* The areas by the name they have in the register. */
static char **area_names(const struct gebied_list *gebieden)
{
	char **name = mem_new(gebieden->count, sizeof(*name));

	for (size_t i = 0; i < gebieden->count; i++) {
		struct str s = STR_INIT;

		grootheid_add_gebied(&s, gebieden, &gebieden->item[i]);
		name[i] = str_detach(&s);
	}
	return name;
}

static size_t find_before(const struct grootheden *g, const struct gebied_list *gebieden, char *const *name,
	const struct eerder *e)
{
	size_t key = grootheden_key(g, e->sleutel), at = GROOTHEID_GEEN;

	for (size_t k = 0; key != SIZE_MAX && k < gebieden->count && at == GROOTHEID_GEEN; k++) {
		const struct gebied *area = &gebieden->item[k];

		if (strcmp(name[k], e->gebied) == 0 && text_equal(area->indeling, e->indeling))
			at = grootheden_find(g, key, area, e->periode);
	}
	return at;
}

/* Do two names of the register have an area in common? */
static bool share_area(const char *a, const char *b)
{
	for (size_t len; *a; a += len + (a[len] == '+')) {
		len = strcspn(a, "+");
		for (const char *at = b; *at;) {
			size_t n = strcspn(at, "+");

			if (n == len && strncmp(a, at, n) == 0)
				return true;
			at += n + (at[n] == '+');
		}
	}
	return false;
}

/* The same children were counted in other groups when this was published: what lies between then and now may be a few
 * of them, so the counts of now stay hidden. */
static void regrouped(struct grootheden *g, const struct gebied_list *gebieden, char *const *name,
	const struct eerder *e)
{
	size_t key = grootheden_key(g, e->sleutel);

	for (size_t k = 0; key != SIZE_MAX && k < gebieden->count; k++) {
		const struct gebied *area = &gebieden->item[k];
		size_t at;

		if (!text_equal(area->indeling, e->indeling) ||
			!(share_area(name[k], e->gebied) || strcmp(area->code, e->gebied) == 0))
			continue;
		at = grootheden_find(g, key, area, e->periode);
		if (at != GROOTHEID_GEEN)
			g->item[at].strijdig = true;
	}
}

static bool is_called(const struct gebied *area, const struct gebied_list *gebieden, char *const *name,
	const struct eerder *e)
{
	for (size_t k = 0; k < gebieden->count; k++)
		if (&gebieden->item[k] == area)
			return strcmp(name[k], e->gebied) == 0 && text_equal(area->indeling, e->indeling);
	return false;
}

/* A rest, as it was said in words. False when it is not that. */
static bool said_before(struct grootheden *g, const struct gebied_list *gebieden, char *const *name,
	const struct eerder *e)
{
	if (strncmp(e->sleutel, "rest|", strlen("rest|")) != 0)
		return false;
	for (size_t i = 0; i < g->verband_count; i++) {
		const struct verband *v = &g->verband[i];
		const struct grootheid *part = v->soort == VERBAND_REST ? &g->item[v->deel[0]] : NULL;
		struct str s = STR_INIT;

		if (!part || !periode_equal(part->periode, e->periode) ||
			!is_called(part->gebied, gebieden, name, e))
			continue;
		grootheid_add_rest_naam(&s, g, v);
		if (strcmp(str_text(&s), e->sleutel) == 0) {
			g->gezegd = mem_grow(g->gezegd, &g->gezegd_cap, g->gezegd_count + 1, sizeof(*g->gezegd));
			g->gezegd[g->gezegd_count++] = (struct oud_gezegd){i, e->publicatie, e->min, e->max};
		}
		str_release(&s);
	}
	return true;
}

/* Three years were published together that are not taken together now: what is shown of one or two of them gives the
 * others away, so the counts of now stay hidden. */
static void pulled_apart(struct grootheden *g, const struct gebied_list *gebieden, char *const *name,
	const struct eerder *e)
{
	struct eerder year = *e;

	for (int i = 0; periode_is_samen(e->periode) && i < PERIODE_SAMEN; i++) {
		size_t at;

		year.periode = periode_deel(e->periode, i);
		at = find_before(g, gebieden, name, &year);
		if (at != GROOTHEID_GEEN)
			g->item[at].strijdig = true;
	}
}

static int by_count(const void *pa, const void *pb)
{
	const struct oud *a = pa, *b = pb;

	if (a->grootheid != b->grootheid)
		return a->grootheid < b->grootheid ? -1 : 1;
	return (a->publicatie > b->publicatie) - (a->publicatie < b->publicatie);
}

void grootheden_eerder(struct grootheden *g, const struct gebied_list *gebieden, const struct eerder *eerder,
	size_t count)
{
	char **name = area_names(gebieden);

	for (size_t i = 0; i < count; i++) {
		const struct eerder *e = &eerder[i];
		size_t at = find_before(g, gebieden, name, e);
		struct grootheid *q;

		if (said_before(g, gebieden, name, e))
			continue;
		if (at == GROOTHEID_GEEN) {
			pulled_apart(g, gebieden, name, e);
			regrouped(g, gebieden, name, e);
			continue;
		}
		q = &g->item[at];
		g->oud = mem_grow(g->oud, &g->oud_cap, g->oud_count + 1, sizeof(*g->oud));
		g->oud[g->oud_count++] =
			(struct oud){at, e->publicatie, e->min, e->max, e->waarde, e->getoond && e->min == e->max};
		if (e->getoond && e->min == e->max && q->min == q->max && q->waarde == e->waarde)
			q->eerder = true;
		if (e->publicatie >= g->publicatie_count)
			g->publicatie_count = e->publicatie + 1;
	}
	if (g->oud_count)
		qsort(g->oud, g->oud_count, sizeof(*g->oud), by_count);
	for (size_t i = 0; i < gebieden->count; i++)
		free(name[i]);
	free(name);
}
