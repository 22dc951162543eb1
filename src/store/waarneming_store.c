#include "store/waarneming_store.h"

#include <assert.h>

#include "store/waarneming.h"

static const char saving[] = "een waarneming opslaan";

static int intern(struct store *store, struct intern *known, enum stmt_id find, enum stmt_id add,
	const char *text, int64_t *id, struct err *err)
{
	int64_t found = intern_get(known, text);
	struct call c;
	int step;

	if (found) {
		*id = found;
		return 0;
	}
	c = call_new(store, find);
	call_text(&c, text);
	step = call_step(&c, saving, err);
	if (step < 0)
		return -1;
	if (step == 1) {
		found = col_int(&c, 0);
		if (call_end(&c, saving, err) < 0)
			return -1;
	} else {
		c = call_new(store, add);
		call_text(&c, text);
		if (call_insert(&c, &found, saving, err) < 0)
			return -1;
	}
	intern_put(known, text, found);
	*id = found;
	return 0;
}

int bron_intern(struct store *store, const char *text, int64_t *id, struct err *err)
{
	return intern(store, &store->bron, STMT_BRON_FIND, STMT_BRON_ADD, text, id, err);
}

int kenmerk_intern(struct store *store, const char *text, int64_t *id, struct err *err)
{
	return intern(store, &store->kenmerk, STMT_KENMERK_FIND, STMT_KENMERK_ADD, text, id, err);
}

int maat_intern(struct store *store, const char *text, int64_t *id, struct err *err)
{
	return intern(store, &store->maat, STMT_MAAT_FIND, STMT_MAAT_ADD, text, id, err);
}

int levering_add_periode(struct store *store, int64_t levering, struct periode p, struct err *err)
{
	int64_t id = periode_id(p);
	struct call c;

	if (store->known_pair_levering == levering && store->known_pair_periode == id)
		return 0;
	c = call_new(store, STMT_LEVERING_PERIODE_ADD);
	call_int(&c, levering);
	call_int(&c, id);
	if (call_run(&c, saving, err) < 0)
		return -1;
	store->known_pair_levering = levering;
	store->known_pair_periode = id;
	return 0;
}

int waarneming_store_add(
	struct store *store, const char *bron, const struct waarneming *w, struct err *err)
{
	int64_t bron_id, kenmerk, maat;
	struct call c;

	store_must_write(store);
	assert(w->periode.soort != PERIODE_GEEN);
	if (bron_intern(store, bron, &bron_id, err) < 0 ||
		kenmerk_intern(store, w->kenmerk, &kenmerk, err) < 0 ||
		maat_intern(store, w->maat, &maat, err) < 0 ||
		periode_store_add(store, w->periode, err) < 0 ||
		levering_add_periode(store, w->levering, w->periode, err) < 0)
		return -1;
	c = call_new(store, STMT_WAARNEMING_ADD);
	call_int(&c, bron_id);
	call_int(&c, periode_id(w->periode));
	call_int(&c, w->gebied);
	call_int(&c, kenmerk);
	call_int(&c, maat);
	call_int(&c, w->levering);
	call_int(&c, (int64_t)w->staat);
	call_int_or_null(&c, w->begrensd, w->min);
	call_int_or_null(&c, w->begrensd, w->max);
	call_int(&c, w->schaal);
	call_int_or_null(&c, w->regel > 0, w->regel);
	return call_run(&c, saving, err);
}
