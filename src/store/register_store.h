/* register_store.h - registers row by row: acties, overleggen, besluiten, interventies, and whatever a
 * profile with `rijen: register` brings; the name of a register is its bron.
 *
 * The key is (bron, id): a row is that of the newest delivery not withdrawn that holds the id, and rows
 * that a newer `volledig` delivery lacks have lapsed. Newer is by number; of deliveries with a day of
 * their own (a peildatum in the file name) first by that day, so that an older register that is loaded
 * late does not replace a newer one. Analysts read v_actie, v_overleg, v_besluit and v_interventie. */
#ifndef STORE_REGISTER_STORE_H
#define STORE_REGISTER_STORE_H

#include <stddef.h>

#include "base/pool.h"
#include "store/levering_store.h"
#include "store/store.h"

struct register_rij {
	const char *id; /* the profile's sleutel; not empty */
	int64_t levering;
	int64_t regel; /* physical line in the file */
	/* Columns in the order of the profile; no name twice. Dates as jjjj-mm-dd, codes as in the
	 * codelijst, numbers without thousands sign and with a point. Empty cells are not kept. */
	size_t count;
	const char *const *naam, *const *waarde;
	bool voorlopig;	  /* filled on reading: its delivery is provisional */
	bool ingetrokken; /* idem, in a history: its delivery does not count today */
};

struct register_list {
	struct register_rij *item;
	size_t count, cap;
	struct pool pool; /* the texts */
};

/* Inside the caller's transaction; one id once per delivery. `bron` is that of the delivery. */
int register_store_add(struct store *store, const char *bron, const struct register_rij *rij, struct err *err)
	MUST_USE;
/* The rows that count in the stand, sorted by id (bytes). Empty list when there is no such register. The
 * caller releases. */
int register_store_load(struct store *store, const char *bron, struct stand stand, struct register_list *out,
	struct err *err) MUST_USE;
/* Every delivered version of one row, by delivery number, also superseded and withdrawn. */
int register_store_history(struct store *store, const char *bron, const char *id, struct register_list *out,
	struct err *err) MUST_USE;
/* 1 with the newest delivery that counts (order as above: it says per when the register is), 0 none, -1. */
int register_store_newest(struct store *store, const char *bron, struct stand stand, struct levering *out,
	struct err *err) MUST_USE;
/* Names of the registers that have rows, sorted; freed with file_list_free. */
int register_store_names(struct store *store, char ***names, size_t *count, struct err *err) MUST_USE;
void register_list_release(struct register_list *list);

/* Borrowed; NULL when there is no such row. Only of a list from register_store_load. */
const struct register_rij *register_find(const struct register_list *list, const char *id);
/* The cell, "" when it is empty or there is no such column; never NULL. */
const char *register_waarde(const struct register_rij *rij, const char *naam);

#endif
