/* check.h - what definition files say about each other (formats.md D.1, cross-file checks): a
 * figure that is asked of a source that does not count it, a norm in another unit, a break in the
 * middle of a trajectory. What one file says by itself its own loader has refused already. Every
 * finding names file, line and key. */
#ifndef DEF_CHECK_H
#define DEF_CHECK_H

#include "def/definities.h"
#include "def/gebied.h"

struct check_finding {
	char *tekst;  /* "indicators/OAB-01.json, regel 22, sleutel teller.bron: ..." */
	char *advies; /* NULL when there is nothing to advise */
};

struct check_list {
	struct check_finding *item;
	size_t count, cap;
};
void check_list_release(struct check_list *list);

/* Indicators against each other and against the import profiles:
 * - bron has a profile; kolom is a count of it; waar names its kenmerken and values that exist;
 * - the source delivers the period and the level that are asked; a count that cannot be added is
 * not added;
 * - afgeleid refers to indicators that exist, without a circle, and that have what is asked of
 * them;
 * - lees_samen_met exists.
 * -1 only when a profile or file cannot be read. */
int check_indicatoren(
	const struct definities *defs, struct check_list *out, struct err *err) MUST_USE;

/* Norms, breaks, privacy and goals of the gemeente that `defs` was loaded for:
 * - norm: the indicator exists and has this version, niveau and subgroup; its richting agrees with
 * minimum or maximum; no break lies between vanaf and streefdatum; the area exists (another eenheid
 * is refused when the definitions are loaded);
 * - breuk, privacy families and goals refer to indicators that exist; privacy.familie exists;
 * - volgorde_wijken: the indicator exists and has one number per wijk that can be put in order.
 * An indicator that exists but is not followed by this gemeente may be named. `gebieden` NULL:
 * codes of areas are not checked. -1 only when the indicators cannot be read. */
int check_gemeente(const struct definities *defs, const struct gebied_list *gebieden,
	struct check_list *out, struct err *err) MUST_USE;

#endif
