/* doel_def.h - what was agreed: ambities, beloften, afspraken, actielijnen and focusdoelen of a gemeente, as
 * indicators/doelen/<gemeente>.json says (formats.md D.3). A graph: a goal may fall under several others.
 * Unknown keys are errors; every key is explained in indicators/README.md. */
#ifndef DEF_DOEL_DEF_H
#define DEF_DOEL_DEF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

enum doel_soort {
	DOEL_AMBITIE,
	DOEL_VRAAGSTUK,
	DOEL_BELOFTE,
	DOEL_OAB_AFSPRAAK,
	DOEL_ACTIELIJN,
	DOEL_FOCUSDOEL,
	DOEL_PROGRAMMALIJN,
	DOEL_MIJLPAAL,
	DOEL_AFSPRAAK
};
enum meetbaarheid { MEETBAAR_GETAL, MEETBAAR_PROXY, MEETBAAR_KWALITATIEF };
enum doel_status { DOEL_LOPEND, DOEL_GEHAALD, DOEL_NIET_GEHAALD, DOEL_VERLOPEN, DOEL_VERVALLEN };

struct woord_list {
	char **item;
	size_t count;
};

struct doel_bron {
	char *id, *document, *datum;
};

/* Who answers for a goal, as a text that was agreed says: a party and its role, never a person. */
struct doel_eigenaar {
	char *partij, *rol;	     /* rol: NULL when the text names none */
	const struct doel_bron *bron; /* of the same list */
	char *plaats;
};

struct doel_def {
	char *id;
	enum doel_soort soort;
	char *titel, *tekst; /* tekst: literal words, unless parafrase */
	bool parafrase;
	const struct doel_bron *bron; /* of the same list */
	char *plaats;
	enum meetbaarheid meetbaarheid;
	struct woord_list valt_onder, raakt, indicatoren, overlegtafel;
	struct doel_eigenaar *eigenaar;
	size_t eigenaar_count;
	char *themablad; /* "L3": it has a sheet of its own; NULL for the others */
	struct date datum; /* of a mijlpaal */
	struct date vanaf, tot;
	enum doel_status status;
	char *toelichting;
};

struct doel_list {
	struct doel_bron *bron;
	size_t bron_count;
	struct doel_def *item; /* order of the file: reports keep it */
	size_t count;
	char hash[65];
};

/* The caller releases the list. `label` is the file name for messages. Refuses an id used twice, a reference
 * to an unknown id, and a circle in valt_onder. */
int doel_list_load(struct doel_list *out, const char *path, const char *label, struct err *err) MUST_USE;
void doel_list_release(struct doel_list *list);

/* Borrowed; NULL when there is none. */
const struct doel_def *doel_find(const struct doel_list *list, const char *id);
const struct doel_def *doel_by_themablad(const struct doel_list *list, const char *themablad);
bool woord_list_has(const struct woord_list *list, const char *word);
const char *doel_soort_code(enum doel_soort s); /* "oab_afspraak" ...; static */
/* "stuurgroep LEA (opdrachtgever), gemeente"; nothing when nobody is named. */
void doel_add_eigenaren(struct str *s, const struct doel_def *d);
/* What ran until before the day is verlopen from here on, also where the file still says lopend. */
void doel_list_op(struct doel_list *list, struct date op);

#endif
