/* norm_def.h - which norm was agreed, by whom, for which level and period, in which words
 * (formats.md D.2). A norm is an exact decimal; it is never inherited from gemeente to wijk. */
#ifndef DEF_NORM_DEF_H
#define DEF_NORM_DEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/num.h"
#include "def/gebied.h"
#include "def/indicator_def.h"
#include "def/periode.h"

enum norm_soort { NORM_MINIMUM, NORM_MAXIMUM, NORM_BAND };
enum norm_status { NORM_VASTGESTELD, NORM_RICHTWAARDE, NORM_VOORSTEL, NORM_AFGELEID };

struct afwijking { /* geaccepteerde_afwijking: valid on its end date, not the day after */
	char *gebied, *indeling, *reden, *besluit;
	struct decimal waarde;
	struct date tot;
};

struct traject_punt {
	struct date peil;
	struct decimal waarde;
};

struct norm_def {
	char *id, *indicator;
	int64_t versie_vanaf;
	char *niveau;         /* gemeente, wijk, buurt */
	char *gebied;         /* code, "*" or NULL (the gemeente itself) */
	char *indeling;       /* which division the code is of; NULL: any */
	struct filter *groep; /* conditions of the subgroup the norm is for; none = all */
	size_t groep_count;
	struct date vanaf, tot; /* inclusive; tot not set: still valid */
	enum norm_soort soort;
	struct decimal waarde;    /* in eenheid: 92 for 92% */
	struct decimal bovenkant; /* of a band */
	char *eenheid;
	enum norm_status status;
	char *herkomst_soort, *document, *plaats, *citaat, *door; /* NULL where not given */
	struct date op;                                           /* herkomst.op */
	char *benaming; /* "afgesproken ambitie: minimaal 92%"; NULL when not given */
	char *besluit;
	struct date streefdatum;
	bool alleen_feit; /* toetsing: no statement on chance */
	bool heeft_bijna;
	struct decimal bijna;
	struct afwijking *afwijking;
	size_t afwijking_count;
	struct traject_punt *traject;
	size_t traject_count;
	char *vastgelegd_op; /* of an own norm: when it was entered; NULL for shipped ones */
};

struct norm_list {
	struct norm_def *item;
	size_t count, cap;
	char hash[65]; /* over the files read */
};

/* Adds the norms of one file. */
int norm_list_load(
	struct norm_list *list, const char *path, const char *label, struct err *err) MUST_USE;
void norm_list_release(struct norm_list *list);

/* The norm of the period for an area: valid on the period's end date, of the area's niveau, most
 * specific first (named gebied before "*"), entered on or before `bekend_op` (not set: all). NULL =
 * geen norm afgesproken. Borrowed from the list. */
const struct norm_def *norm_find(const struct norm_list *list, const char *indicator,
	int64_t versie, const struct gebied *gebied, struct periode periode, struct date bekend_op);

/* The same for a definition, which also finds a norm for a subgroup when the indicator counts
 * exactly that subgroup (the conditions stand in its teller.waar). norm_find finds norms without
 * subgroup only. */
const struct norm_def *norm_find_for(const struct norm_list *list, const struct indicator_def *def,
	const struct gebied *gebied, struct periode periode, struct date bekend_op);

/* 92% as 23/25; per 1.000 likewise with its own divisor. */
struct fraction norm_fraction(struct decimal waarde, const char *eenheid);
const char *norm_status_code(enum norm_status s); /* "vastgesteld" ...; static */
const char *norm_soort_code(enum norm_soort s);

#endif
