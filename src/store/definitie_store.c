#include "store/definitie_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/stmt.h"

static const char saving[] = "een definitie bewaren";
static const char reading[] = "de bewaarde definities lezen";

/* 1 when the newest row of this pad has this hash (NULL: gone, or never there). */
static int is_known(struct store *store, const char *pad, const char *hash, struct err *err)
{
	struct call c = call_new(store, STMT_DEFINITIE_NEWEST);
	int step, known = hash == NULL;

	call_text(&c, pad);
	step = call_step(&c, reading, err);
	if (step < 0)
		return -1;
	if (step == 0)
		return known;
	known = hash ? strcmp(col_text(&c, 0), hash) == 0 : col_is_null(&c, 0);
	return call_end(&c, reading, err) < 0 ? -1 : known;
}

int definitie_store_add(struct store *store, const char *op, const char *pad, const char *hash, const char *tekst,
	struct err *err)
{
	int known = is_known(store, pad, hash, err);
	struct call c;

	store_must_write(store);
	if (known)
		return known < 0 ? -1 : 0;
	c = call_new(store, STMT_DEFINITIE_ADD);
	call_text(&c, op);
	call_text(&c, pad);
	call_text(&c, hash);
	call_text(&c, tekst);
	return call_run(&c, saving, err);
}

static int read_first(struct store *store, char **out, struct err *err)
{
	struct call c = call_new(store, STMT_DEFINITIE_FIRST);

	if (call_step(&c, reading, err) < 0)
		return -1;
	*out = col_dup(&c, 0);
	return call_end(&c, reading, err);
}

static int read_all(struct store *store, const char *moment, struct definitie_lijst *list, struct err *err)
{
	struct call c = call_new(store, STMT_DEFINITIE_AT);
	int step;

	call_text(&c, moment);
	while ((step = call_step(&c, reading, err)) == 1) {
		list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
		list->item[list->count++] =
			(struct definitie_tekst){col_dup(&c, 0), col_dup(&c, 1), col_dup(&c, 2)};
	}
	return step;
}

int definitie_store_load_op(struct store *store, const char *moment, struct definitie_lijst *out, struct err *err)
{
	struct definitie_lijst list = {0};
	int rc = read_first(store, &list.eerste, err);

	list.te_vroeg = list.eerste && strcmp(list.eerste, moment) > 0;
	if (rc == 0 && list.eerste)
		rc = read_all(store, list.te_vroeg ? list.eerste : moment, &list, err);
	if (rc < 0) {
		definitie_lijst_release(&list);
		return -1;
	}
	*out = list;
	return 0;
}

int definitie_store_load(struct store *store, struct date datum, struct definitie_lijst *out, struct err *err)
{
	struct str moment = STR_INIT;
	int rc;

	if (date_is_set(datum))
		date_add_iso(&moment, datum);
	else
		str_add(&moment, "9999-12-31");
	str_add(&moment, "T23:59:59");
	rc = definitie_store_load_op(store, str_text(&moment), out, err);
	str_release(&moment);
	return rc;
}

static void momenten_add(struct definitie_momenten *m, const char *op)
{
	size_t at = m->count;

	while (at > 0 && strcmp(m->op[at - 1], op) >= 0)
		at--;
	if (at < m->count && strcmp(m->op[at], op) == 0)
		return;
	m->op = mem_grow(m->op, &m->cap, m->count + 1, sizeof(*m->op));
	memmove(&m->op[at + 1], &m->op[at], (m->count - at) * sizeof(*m->op));
	m->op[at] = mem_dup(op);
	m->count++;
}

int definitie_store_moments(struct store *store, const char *naam, struct definitie_momenten *momenten,
	struct err *err)
{
	struct call c = call_new(store, STMT_DEFINITIE_MOMENTS);
	int step;

	call_text(&c, naam);
	while ((step = call_step(&c, reading, err)) == 1)
		momenten_add(momenten, col_text(&c, 0));
	return step;
}

void definitie_momenten_release(struct definitie_momenten *momenten)
{
	for (size_t i = 0; i < momenten->count; i++)
		free(momenten->op[i]);
	free(momenten->op);
	*momenten = (struct definitie_momenten){NULL, 0, 0};
}

void definitie_lijst_release(struct definitie_lijst *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->item[i].pad);
		free(list->item[i].hash);
		free(list->item[i].tekst);
	}
	free(list->item);
	free(list->eerste);
	*list = (struct definitie_lijst){0};
}
