#include "import/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/intern.h"

enum { FIRST_SLOTS = 256 };

void tally_init(struct tally *t, size_t width)
{
	*t = (struct tally){.width = width};
}

/* ---- sums ---------------------------------------------------------------------------------- */

static bool raise_scale(struct cell_waarde *w, int schaal)
{
	for (; w->schaal < schaal; w->schaal++)
		if (__builtin_mul_overflow(w->min, 10, &w->min) || __builtin_mul_overflow(w->max, 10, &w->max))
			return false;
	return true;
}

/* The state of a sum, weakest first: what cannot occur adds nothing; what is hidden hides the sum; what is not
 * known or not delivered makes the sum that too. */
static int rank(enum staat staat)
{
	static const int ranks[] = {[STAAT_NVT] = 0, [STAAT_WAARDE] = 1, [STAAT_AFGESCHERMD] = 2,
		[STAAT_NIET_GELEVERD] = 3, [STAAT_ONBEKEND] = 4};

	return ranks[staat];
}

bool tally_sum(struct cell_waarde *a, const struct cell_waarde *b)
{
	struct cell_waarde sum = *a, add = *b;

	if (add.staat == STAAT_NVT)
		return true;
	if (sum.staat == STAAT_NVT) {
		*a = add;
		return true;
	}
	if (rank(add.staat) > rank(sum.staat))
		sum.staat = add.staat;
	sum.begrensd = a->begrensd && add.begrensd;
	if (!sum.begrensd) {
		sum.min = sum.max = 0;
		sum.schaal = 0;
		*a = sum;
		return true;
	}
	if (!raise_scale(&sum, add.schaal) || !raise_scale(&add, sum.schaal) ||
		__builtin_add_overflow(sum.min, add.min, &sum.min) || __builtin_add_overflow(sum.max, add.max, &sum.max))
		return false;
	*a = sum;
	return true;
}

/* ---- the table ----------------------------------------------------------------------------- */

const uint32_t *tally_key(const struct tally *t, size_t cell)
{
	return t->key + cell * t->width;
}

static uint64_t hash_key(const struct tally *t, const uint32_t *key)
{
	return hash_bytes(0, key, t->width * sizeof(*key));
}

/* Slot where the key is, or the free one where it would be. */
static size_t find_slot(const struct tally *t, const uint32_t *key)
{
	size_t at = hash_key(t, key) & (t->slots - 1);

	while (t->slot[at] && memcmp(tally_key(t, t->slot[at] - 1), key, t->width * sizeof(*key)) != 0)
		at = (at + 1) & (t->slots - 1);
	return at;
}

static void rehash(struct tally *t)
{
	t->slots = t->slots ? t->slots * 2 : FIRST_SLOTS;
	free(t->slot);
	t->slot = mem_new(t->slots, sizeof(*t->slot));
	for (size_t i = 0; i < t->count; i++)
		t->slot[find_slot(t, tally_key(t, i))] = (uint32_t)i + 1;
}

static void insert(struct tally *t, const uint32_t *key, const struct cell_waarde *waarde, int64_t regel, size_t at)
{
	t->key = mem_grow(t->key, &t->key_cap, (t->count + 1) * t->width, sizeof(*t->key));
	t->cell = mem_grow(t->cell, &t->cell_cap, t->count + 1, sizeof(*t->cell));
	memcpy(t->key + t->count * t->width, key, t->width * sizeof(*key));
	t->cell[t->count] = (struct tally_cell){*waarde, regel, 1};
	t->slot[at] = (uint32_t)++t->count;
}

bool tally_add(struct tally *t, const uint32_t *key, const struct cell_waarde *waarde, int64_t regel)
{
	struct tally_cell *cell;
	size_t at;

	if (t->count * 4 >= t->slots * 3)
		rehash(t);
	at = find_slot(t, key);
	if (!t->slot[at]) {
		if (t->count == TALLY_MAX_CELLS)
			return false;
		insert(t, key, waarde, regel, at);
		return true;
	}
	cell = &t->cell[t->slot[at] - 1];
	cell->rijen++;
	return tally_sum(&cell->waarde, waarde);
}

const struct tally_cell *tally_get(const struct tally *t, const uint32_t *key)
{
	size_t at;

	if (!t->count)
		return NULL;
	at = find_slot(t, key);
	return t->slot[at] ? &t->cell[t->slot[at] - 1] : NULL;
}

void tally_release(struct tally *t)
{
	free(t->key);
	free(t->cell);
	free(t->slot);
	*t = (struct tally){0};
}
