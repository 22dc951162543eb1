#include "store/levering_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/stmt.h"
#include "store/waarneming.h"

static const char saving[] = "de levering opslaan";
static const char reading[] = "de leveringen lezen";

void levering_release(struct levering *l)
{
	free(l->bestand);
	free(l->sha256);
	free(l->bron);
	free(l->profiel_hash);
	free(l->geladen_op);
	free(l->geladen_door);
	free(l->herkend);
	free(l->ingetrokken_op);
	free(l->ingetrokken_door);
	*l = (struct levering){.nr = 0};
}

void levering_list_release(struct levering_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		levering_release(&list->item[i]);
	free(list->item);
	*list = (struct levering_list){NULL, 0, 0};
}

static int insert(
	struct store *store, const struct levering *l, int64_t bron, int64_t *nr, struct err *err)
{
	struct call c = call_new(store, STMT_LEVERING_ADD);

	call_text(&c, l->bestand);
	call_text(&c, l->sha256);
	call_int(&c, l->bytes);
	call_int(&c, bron);
	call_int(&c, l->profiel_versie);
	call_text(&c, l->profiel_hash ? l->profiel_hash : "");
	call_int_or_null(&c, l->periode.soort != PERIODE_GEEN, periode_id(l->periode));
	call_text(&c, l->status == LEVERING_VOORLOPIG ? "voorlopig" : "definitief");
	call_text(&c, l->geladen_op);
	call_text(&c, l->geladen_door ? l->geladen_door : "");
	call_int_or_null(&c, l->vervangt > 0, l->vervangt);
	call_int(&c, l->volledig);
	call_text(&c, l->herkend ? l->herkend : "");
	call_int(&c, l->regels);
	call_int(&c, l->waarnemingen);
	return call_insert(&c, nr, saving, err);
}

int levering_store_add(struct store *store, struct levering *l, struct err *err)
{
	bool has_periode = l->periode.soort != PERIODE_GEEN;
	int64_t bron, nr;

	store_must_write(store);
	if (bron_intern(store, l->bron, &bron, err) < 0)
		return -1;
	if (has_periode && periode_store_add(store, l->periode, err) < 0)
		return -1;
	if (insert(store, l, bron, &nr, err) < 0)
		return -1;
	if (has_periode && levering_add_periode(store, nr, l->periode, err) < 0)
		return -1;
	l->nr = nr;
	return 0;
}

/* The columns of LEVERING in stmt.c. */
static void read_columns(struct call *c, struct levering *l)
{
	*l = (struct levering){.nr = col_int(c, 0)};
	l->bestand = col_dup(c, 1);
	l->sha256 = col_dup(c, 2);
	l->bytes = col_int(c, 3);
	l->bron = col_dup(c, 4);
	l->profiel_versie = col_int(c, 5);
	l->profiel_hash = col_dup(c, 6);
	if (!col_is_null(c, 7))
		l->periode = periode_from_id(col_int(c, 7));
	l->status =
		strcmp(col_text(c, 8), "voorlopig") == 0 ? LEVERING_VOORLOPIG : LEVERING_DEFINITIEF;
	l->geladen_op = col_dup(c, 9);
	l->geladen_door = col_dup(c, 10);
	l->vervangt = col_int(c, 11);
	l->volledig = col_int(c, 12) != 0;
	l->herkend = col_dup(c, 13);
	l->regels = col_int(c, 14);
	l->waarnemingen = col_int(c, 15);
	l->ingetrokken_op = col_dup(c, 16);
	l->ingetrokken_door = col_dup(c, 17);
}

/* 1 with *out, 0 no row, -1. Ends the call. */
static int read_one(struct call *c, struct levering *out, struct err *err)
{
	struct levering l;
	int step = call_step(c, reading, err);

	if (step != 1)
		return step;
	read_columns(c, &l);
	if (call_end(c, reading, err) < 0) {
		levering_release(&l);
		return -1;
	}
	*out = l;
	return 1;
}

int levering_store_find_hash(struct store *store, const char *bron, const char *sha256,
	struct levering *out, struct err *err)
{
	struct call c = call_new(store, STMT_LEVERING_HASH);

	call_text(&c, STAND_NOW);
	call_text(&c, bron);
	call_text(&c, sha256);
	return read_one(&c, out, err);
}

int levering_store_get(struct store *store, int64_t nr, struct levering *out, struct err *err)
{
	struct call c = call_new(store, STMT_LEVERING_GET);

	call_text(&c, STAND_NOW);
	call_int(&c, nr);
	return read_one(&c, out, err);
}

void call_stand(struct call *c, struct stand stand)
{
	if (date_is_set(stand.datum))
		call_date(c, stand.datum);
	else
		call_text(c, STAND_NOW);
	call_int(c, stand.tot_levering > 0 ? stand.tot_levering : INT64_MAX);
}

int levering_store_list(
	struct store *store, struct stand stand, struct levering_list *out, struct err *err)
{
	struct call c = call_new(store, STMT_LEVERING_LIST);
	struct levering_list list = {NULL, 0, 0};
	int step;

	call_stand(&c, stand);
	while ((step = call_step(&c, reading, err)) == 1) {
		list.item = mem_grow(list.item, &list.cap, list.count + 1, sizeof(*list.item));
		read_columns(&c, &list.item[list.count++]);
	}
	if (step < 0) {
		levering_list_release(&list);
		return -1;
	}
	*out = list;
	return 0;
}

/* Is the delivery there, and (not) withdrawn as the change needs? */
static int check_state(struct store *store, int64_t nr, bool need_withdrawn, struct err *err)
{
	struct call c = call_new(store, STMT_LEVERING_STATE);
	bool withdrawn;
	int step;

	call_int(&c, nr);
	step = call_step(&c, reading, err);
	if (step < 0)
		return -1;
	if (step == 0) {
		err_set(err, ERR_USE, "Levering %lld is er niet.", (long long)nr);
		return err_advise(err, "Bekijk de nummers met: ijkpunt leveringen");
	}
	withdrawn = col_int(&c, 0) != 0;
	if (call_end(&c, reading, err) < 0)
		return -1;
	if (withdrawn == need_withdrawn)
		return 0;
	err_set(err, ERR_USE,
		withdrawn ? "Levering %lld is al teruggedraaid."
			  : "Levering %lld is niet teruggedraaid.",
		(long long)nr);
	return err_advise(err, "Bekijk de leveringen met: ijkpunt leveringen");
}

static int log_change(struct store *store, int64_t nr, const char *op, const char *door,
	const char *actie, const char *resultaat, struct err *err)
{
	char *object = mem_printf("levering %lld", (long long)nr);
	int result = logboek_add(store, op, door, actie, object, resultaat, err);

	free(object);
	return result;
}

static int withdraw(
	struct store *store, int64_t nr, const char *op, const char *door, struct err *err)
{
	struct call c;

	if (check_state(store, nr, false, err) < 0)
		return -1;
	c = call_new(store, STMT_INTREKKING_ADD);
	call_int(&c, nr);
	call_text(&c, op);
	call_text(&c, door);
	if (call_run(&c, "de levering terugdraaien", err) < 0)
		return -1;
	return log_change(store, nr, op, door, "draai-terug", "telt niet meer mee", err);
}

static int restore(
	struct store *store, int64_t nr, const char *op, const char *door, struct err *err)
{
	struct call c;

	if (check_state(store, nr, true, err) < 0)
		return -1;
	c = call_new(store, STMT_INTREKKING_END);
	call_int(&c, nr);
	call_text(&c, op);
	call_text(&c, door);
	if (call_run(&c, "de levering herstellen", err) < 0)
		return -1;
	return log_change(store, nr, op, door, "levering-herstel", "telt weer mee", err);
}

static int in_transaction(struct store *store, int64_t nr, const char *op, const char *door,
	struct err *err,
	int (*change)(struct store *, int64_t, const char *, const char *, struct err *))
{
	if (store_begin(store, err) < 0)
		return -1;
	if (change(store, nr, op, door, err) == 0 && store_commit(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}

int levering_store_withdraw(
	struct store *store, int64_t nr, const char *op, const char *door, struct err *err)
{
	return in_transaction(store, nr, op, door, err, withdraw);
}

int levering_store_restore(
	struct store *store, int64_t nr, const char *op, const char *door, struct err *err)
{
	return in_transaction(store, nr, op, door, err, restore);
}
