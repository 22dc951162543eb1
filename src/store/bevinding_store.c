#include "store/levering_store.h"
#include "store/stmt.h"

int bevinding_store_add(
	struct store *store, int64_t levering, const struct bevinding *b, struct err *err)
{
	struct call c = call_new(store, STMT_BEVINDING_ADD);

	store_must_write(store);
	call_int(&c, levering);
	call_text(&c, b->ernst);
	call_text(&c, b->regel_id);
	call_int_or_null(&c, b->regel > 0, b->regel);
	call_text(&c, b->kolom);
	call_text(&c, b->tekst);
	call_text(&c, b->advies);
	return call_run(&c, "een bevinding opslaan", err);
}

static const char *text_or_null(struct call *c, int i)
{
	return col_is_null(c, i) ? NULL : col_text(c, i);
}

int bevinding_store_each(struct store *store, int64_t levering,
	void (*each)(void *arg, const struct bevinding *b), void *arg, struct err *err)
{
	struct call c = call_new(store, STMT_BEVINDING_ALL);
	int step;

	call_int(&c, levering);
	while ((step = call_step(&c, "de bevindingen lezen", err)) == 1) {
		struct bevinding b = {.ernst = col_text(&c, 0),
			.regel_id = col_text(&c, 1),
			.regel = col_int(&c, 2),
			.kolom = text_or_null(&c, 3),
			.tekst = col_text(&c, 4),
			.advies = text_or_null(&c, 5)};

		if (c.rc == SQLITE_OK)
			each(arg, &b);
	}
	return step;
}
