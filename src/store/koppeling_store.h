/* koppeling_store.h - a code (postcode, school) belongs to areas, each with a weight.
 *
 * The key is (naam, indeling, code): all areas of a code come from one delivery, the newest not withdrawn
 * that holds the code. A delivery that is `volledig` removes, in the divisions it holds rows of, the codes
 * of its source that it does not hold. */
#ifndef STORE_KOPPELING_STORE_H
#define STORE_KOPPELING_STORE_H

#include <stddef.h>

#include "base/pool.h"
#include "store/store.h"

/* A koppeling of this name and a year, "wijk_2024": its codes are the wijken of that division. */
#define KOPPELING_WIJK "wijk_"

struct koppeling {
	int64_t levering;
	const char *naam;     /* what `gebied_via.koppeling` names: pc4, pc6 ... */
	const char *indeling; /* year of the division of its areas, "2025"; also of rows to a rest area */
	const char *code;     /* 2711, 2711AB ...; not empty; compared byte by byte */
	int64_t gebied;	      /* gebied.id */
	int64_t gewicht;      /* > 0: summed over the rows of the file; what weighs nothing is not kept */
};

struct koppeling_list {
	struct koppeling *item; /* by indeling, code, gebied */
	size_t count, cap;
	struct pool pool; /* the texts */
};

/* Inside the caller's transaction. */
int koppeling_store_add(struct store *store, const struct koppeling *k, struct err *err) MUST_USE;
/* All that counts in the stand under this name. The caller releases. */
int koppeling_store_load(struct store *store, const char *naam, struct stand stand, struct koppeling_list *out,
	struct err *err) MUST_USE;
void koppeling_list_release(struct koppeling_list *list);

/* Did a source ever deliver a koppeling? */
int koppeling_store_of_bron(struct store *store, const char *bron, bool *is, struct err *err) MUST_USE;

/* First of *count neighbouring items of this code in this division; NULL (count 0) when it is not known. A
 * share is gewicht divided by the sum of gewicht over these items. */
const struct koppeling *koppeling_find(const struct koppeling_list *list, const char *indeling, const char *code,
	size_t *count);

#endif
