#include "import/oogst.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "store/waarneming_store.h"

int oogst_cmp(const struct oogst_item *a, const struct oogst_item *b)
{
	int order = periode_cmp(a->periode, b->periode);

	if (!order && a->gebied != b->gebied)
		order = a->gebied < b->gebied ? -1 : 1;
	if (!order)
		order = strcmp(a->kenmerk, b->kenmerk);
	return order ? order : strcmp(a->maat, b->maat);
}

static int compare(const void *a, const void *b)
{
	return oogst_cmp(a, b);
}

static struct oogst_item *add(struct oogst *o)
{
	o->item = mem_grow(o->item, &o->cap, o->count + 1, sizeof(*o->item));
	return &o->item[o->count++];
}

static void sort(struct oogst *o)
{
	if (o->count)
		qsort(o->item, o->count, sizeof(*o->item), compare);
}

/* Canonical text of the values in a key; a total row says so, for the aggregator. */
static char *kenmerk_of(const struct lezer *l, const uint32_t *key)
{
	const char **naam = mem_new(l->kenmerk_count + 1, sizeof(*naam));
	const char **waarde = mem_new(l->kenmerk_count + 1, sizeof(*waarde));
	size_t n = 0;
	char *text;

	for (size_t d = 0; d < l->kenmerk_count; d++) {
		if (key[SLEUTEL_KENMERK + d] == GEEN_WAARDE)
			continue;
		naam[n] = l->kenmerk[d];
		waarde[n++] = intern_text(&l->waarde, key[SLEUTEL_KENMERK + d]);
	}
	if (key[SLEUTEL_TOTAAL]) {
		naam[n] = "totaalrij";
		waarde[n++] = "ja";
	}
	text = kenmerk_make(naam, waarde, n);
	free(naam);
	free(waarde);
	return text;
}

void oogst_from_lezer(const struct lezer *l, struct oogst *out)
{
	*out = (struct oogst){0};
	if (l->def->koppeling.is)
		return; /* its counts are weights */
	for (size_t i = 0; i < l->tally.count; i++) {
		const uint32_t *key = tally_key(&l->tally, i);
		const struct tally_cell *cell = &l->tally.cell[i];
		struct oogst_item *item;

		if (key[SLEUTEL_TOTAAL] && !l->def->totaal_is_gemeentewaarde)
			continue;
		item = add(out);
		item->periode = l->periodes[key[SLEUTEL_PERIODE]];
		item->gebied = l->gebieden->item[key[SLEUTEL_GEBIED]].id;
		item->kenmerk = kenmerk_of(l, key);
		item->maat = mem_dup(l->maat[key[SLEUTEL_MAAT]]);
		item->waarde = cell->waarde;
		item->regel = cell->rijen == 1 && l->def->rijen != RIJEN_PERSONEN ? cell->regel : 0;
	}
	sort(out);
}

int oogst_from_store(struct store *store, const char *bron, struct oogst *out, struct err *err)
{
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	int more;

	*out = (struct oogst){0};
	if (waarneming_query_open(&q, store, bron, now, err) < 0)
		return -1;
	while ((more = waarneming_query_next(q, &w, err)) == 1) {
		struct oogst_item *item = add(out);

		item->periode = w->periode;
		item->gebied = w->gebied;
		item->kenmerk = mem_dup(w->kenmerk);
		item->maat = mem_dup(w->maat);
		item->waarde = (struct cell_waarde){w->staat, w->begrensd, w->min, w->max, w->schaal};
		item->regel = w->regel;
		item->levering = w->levering;
		item->voorlopig = w->voorlopig;
	}
	waarneming_query_close(q);
	if (more < 0) {
		oogst_release(out);
		return -1;
	}
	sort(out);
	return 0;
}

const struct oogst_item *oogst_find(const struct oogst *o, const struct oogst_item *key)
{
	return o->count ? bsearch(key, o->item, o->count, sizeof(*o->item), compare) : NULL;
}

static bool same_number(int64_t a, int scale_a, int64_t b, int scale_b)
{
	return decimal_equal((struct decimal){a, scale_a}, (struct decimal){b, scale_b});
}

bool oogst_same_value(const struct oogst_item *a, const struct oogst_item *b)
{
	const struct cell_waarde *x = &a->waarde, *y = &b->waarde;

	if (x->staat != y->staat || x->begrensd != y->begrensd)
		return false;
	return !x->begrensd ||
		(same_number(x->min, x->schaal, y->min, y->schaal) && same_number(x->max, x->schaal, y->max, y->schaal));
}

void oogst_release(struct oogst *o)
{
	for (size_t i = 0; i < o->count; i++) {
		free(o->item[i].kenmerk);
		free(o->item[i].maat);
	}
	free(o->item);
	*o = (struct oogst){0};
}
