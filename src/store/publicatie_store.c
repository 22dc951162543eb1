#include "store/publicatie_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/stmt.h"

static const char saving[] = "de publicatie vastleggen";
static const char reading[] = "het register van publicaties lezen";

void publicatie_inhoud_release(struct publicatie_inhoud *inhoud)
{
	free(inhoud->telling);
	free(inhoud->cijfer);
	pool_release(&inhoud->pool);
	*inhoud = (struct publicatie_inhoud){0};
}

static int add_telling(struct store *store, int64_t nr, const struct publicatie_telling *t, struct err *err)
{
	struct call c = call_new(store, STMT_PUBLICATIE_TELLING_ADD);

	call_int(&c, nr);
	call_text(&c, t->sleutel);
	call_text(&c, t->gebied);
	call_text(&c, t->indeling);
	call_int(&c, periode_id(t->periode));
	call_int(&c, t->min);
	call_int(&c, t->max);
	call_int(&c, t->waarde);
	call_int(&c, t->getoond);
	return call_run(&c, saving, err);
}

static int add_cijfer(struct store *store, int64_t nr, const struct publicatie_cijfer *f, struct err *err)
{
	struct call c = call_new(store, STMT_PUBLICATIE_CIJFER_ADD);

	call_int(&c, nr);
	call_text(&c, f->indicator);
	call_text(&c, f->gebied);
	call_text(&c, f->indeling);
	call_int(&c, periode_id(f->periode));
	call_text(&c, f->tekst);
	return call_run(&c, saving, err);
}

int publicatie_store_add(struct store *store, const struct publicatie *p, const struct publicatie_inhoud *inhoud,
	struct err *err)
{
	struct call c = call_new(store, STMT_PUBLICATIE_ADD);
	int64_t nr;

	store_must_write(store);
	call_text(&c, p->op);
	call_text(&c, p->door);
	call_date(&c, p->stand_per);
	call_text(&c, p->bestand);
	call_text(&c, p->sha256);
	if (call_insert(&c, &nr, saving, err) < 0)
		return -1;
	for (size_t i = 0; i < inhoud->telling_count; i++)
		if (add_telling(store, nr, &inhoud->telling[i], err) < 0)
			return -1;
	for (size_t i = 0; i < inhoud->cijfer_count; i++)
		if (add_cijfer(store, nr, &inhoud->cijfer[i], err) < 0)
			return -1;
	return 0;
}

int publicatie_store_find(struct store *store, const char *bestand, struct date dag, struct publicatie_vorige *out,
	struct err *err)
{
	struct call c = call_new(store, STMT_PUBLICATIE_FIND);
	int step;

	*out = (struct publicatie_vorige){0};
	call_text(&c, bestand);
	call_date(&c, dag);
	step = call_step(&c, reading, err);
	if (step <= 0)
		return step;
	out->nr = col_int(&c, 0);
	snprintf(out->sha256, sizeof(out->sha256), "%s", col_text(&c, 1));
	return call_end(&c, reading, err);
}

static int read_tellingen(struct store *store, struct date dag, int64_t voor, struct publicatie_inhoud *out,
	struct err *err)
{
	struct call c = call_new(store, STMT_PUBLICATIE_TELLINGEN);
	int step;

	call_date(&c, dag);
	call_int_or_null(&c, voor > 0, voor);
	while ((step = call_step(&c, reading, err)) == 1) {
		out->telling = mem_grow(out->telling, &out->telling_cap, out->telling_count + 1, sizeof(*out->telling));
		out->telling[out->telling_count++] = (struct publicatie_telling){
			.publicatie = col_int(&c, 0),
			.sleutel = pool_dup(&out->pool, col_text(&c, 1)),
			.gebied = pool_dup(&out->pool, col_text(&c, 2)),
			.indeling = pool_dup(&out->pool, col_text(&c, 3)),
			.periode = periode_from_id(col_int(&c, 4)),
			.min = col_int(&c, 5),
			.max = col_int(&c, 6),
			.waarde = col_int(&c, 7),
			.getoond = col_int(&c, 8) != 0,
		};
	}
	return step;
}

static int read_cijfers(struct store *store, struct date dag, int64_t voor, struct publicatie_inhoud *out,
	struct err *err)
{
	struct call c = call_new(store, STMT_PUBLICATIE_CIJFERS);
	int step;

	call_date(&c, dag);
	call_int_or_null(&c, voor > 0, voor);
	while ((step = call_step(&c, reading, err)) == 1) {
		out->cijfer = mem_grow(out->cijfer, &out->cijfer_cap, out->cijfer_count + 1, sizeof(*out->cijfer));
		out->cijfer[out->cijfer_count++] = (struct publicatie_cijfer){
			.publicatie = col_int(&c, 0),
			.indicator = pool_dup(&out->pool, col_text(&c, 1)),
			.gebied = pool_dup(&out->pool, col_text(&c, 2)),
			.indeling = pool_dup(&out->pool, col_text(&c, 3)),
			.periode = periode_from_id(col_int(&c, 4)),
			.tekst = pool_dup(&out->pool, col_text(&c, 5)),
		};
	}
	return step;
}

int publicatie_store_read(struct store *store, struct date dag, int64_t voor, struct publicatie_inhoud *out,
	struct err *err)
{
	if (read_tellingen(store, dag, voor, out, err) == 0 && read_cijfers(store, dag, voor, out, err) == 0)
		return 0;
	publicatie_inhoud_release(out);
	return -1;
}
