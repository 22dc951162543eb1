/* gebied.h - the areas of a werkmap, in memory: gemeente, wijken, buurten, and two rest areas.
 *
 * The key of a wijk is (code, indeling): codes are reused in a new division. Of each own gemeente there are
 * two areas that no map shows: niveau "onbekend" (a child whose wijk is not known: counts for the
 * gemeente) and niveau "buiten" (lives elsewhere: never counts). Pure: the list is filled by
 * store/gebied_store. */
#ifndef DEF_GEBIED_H
#define DEF_GEBIED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/macro.h"

struct gebied {
	int64_t id;	/* of the table; 0 before it is stored */
	char *code;	/* GM0637, WK063705; rest areas GM0637-ONBEKEND, GM0637-BUITEN; groups GM0637-G1 */
	char *naam;
	char *niveau;	/* gemeente, wijk, buurt, onbekend, buiten */
	char *indeling; /* year of the division, "2025"; "" for a gemeente and the rest areas */
	char *ouder;	/* code of the area above; NULL for a gemeente */
	char *opvolger; /* code(s) that came after, as delivered; may be NULL */
	char **alias;	/* other names */
	size_t alias_count;
	char **sleutel; /* text_key of naam and of each alias, made by gebied_list_add; leave NULL there */
	struct date vanaf, tot; /* inclusive; tot not set: still valid */
	bool zonder_doelgroep;	/* business park: no children expected */
	bool eigen;		/* of the werkmap's own gemeente */
	int tegel_rij, tegel_kolom; /* place on the tile map; 0 = not on it */
};

struct gebied_list {
	struct gebied *item; /* fixed order: niveau (gemeente first), indeling, code */
	size_t count, cap;
};

void gebied_list_add(struct gebied_list *list, const struct gebied *copy_of); /* deep copy */
/* Puts the list in its fixed order; called once after filling. */
void gebied_list_sort(struct gebied_list *list);
void gebied_list_release(struct gebied_list *list);

/* All borrowed from the list; NULL when there is none. `op` is the day on which the area must be valid (not
 * set: any day; of several the newest division). `niveau` NULL: any of gemeente, wijk, buurt. */
const struct gebied *gebied_by_id(const struct gebied_list *list, int64_t id);
const struct gebied *gebied_by_code(const struct gebied_list *list, const char *niveau, const char *code,
	struct date op);
/* By name or alias (text_key). */
const struct gebied *gebied_by_name(const struct gebied_list *list, const char *niveau, const char *naam,
	struct date op);
/* By code (small letters too), name or alias: for what a user types. */
const struct gebied *gebied_find(const struct gebied_list *list, const char *niveau, const char *text,
	struct date op);
/* The area whose name, alias or code is nearest to `text`, for "bedoelt u"; NULL when none is near. */
const struct gebied *gebied_nearest(const struct gebied_list *list, const char *niveau, const char *text,
	struct date op);
/* The werkmap's own gemeente. */
const struct gebied *gebied_own(const struct gebied_list *list);
bool gebied_valid_on(const struct gebied *g, struct date op);
/* Is it part of a group (import/gebied_groep.h): delivered on its own, shown only together? */
bool gebied_in_groep(const struct gebied *g);
bool gebied_is_groep(const struct gebied *g);
/* The indeling of the own wijken (niveau) valid on a day, e.g. "2025"; NULL when none. Borrowed. */
const char *gebied_indeling(const struct gebied_list *list, const char *niveau, struct date op);

#endif
