/* object_store.h - schools and locations as delivered: a code with its area and kenmerken.
 *
 * The key is (bron, periode, code), and the rule that of observations: the value of a key is that of the
 * newest delivery not withdrawn; a delivery that is `volledig` removes, in the periods it speaks about,
 * what it does not hold. A list without a period (PERIODE_GEEN) is one list. */
#ifndef STORE_OBJECT_STORE_H
#define STORE_OBJECT_STORE_H

#include <stddef.h>

#include "base/pool.h"
#include "def/periode.h"
#include "store/store.h"

struct object {
	int64_t levering;
	const char *soort; /* school, locatie: what `gebied_via.objecten` names */
	const char *code;  /* not empty; compared byte by byte */
	const char *naam;  /* NULL: not delivered */
	struct periode periode; /* soort PERIODE_GEEN: the list has none */
	int64_t gebied;		/* gebied.id; 0: not known */
	int64_t regel;		/* physical line in the file */
	/* What the profile keeps, in this order; no name twice. */
	size_t count;
	const char *const *kenmerk, *const *waarde;
	const char *bron; /* filled on reading: source of its delivery */
	bool voorlopig;	  /* idem: its delivery is provisional */
};

struct object_list {
	struct object *item; /* by code, then end of period (none first), then delivery */
	size_t count, cap;
	struct pool pool; /* the texts */
};

/* Inside the caller's transaction. One code once per delivery and period: the importer refuses a second. */
int object_store_add(struct store *store, const struct object *o, struct err *err) MUST_USE;
/* All objects of this soort that count in the stand, of all sources and periods. The caller releases. */
int object_store_load(struct store *store, const char *soort, struct stand stand, struct object_list *out,
	struct err *err) MUST_USE;
void object_list_release(struct object_list *list);

/* The object with this code as it was listed last on the day `op` (not set: today's). Of an object that was
 * listed only later, its first listing. Borrowed; NULL when the code is not known. */
const struct object *object_find(const struct object_list *list, const char *code, struct date op);
/* Value of a kenmerk; NULL when the object has none of this name. */
const char *object_kenmerk(const struct object *o, const char *naam);

#endif
