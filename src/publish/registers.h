/* registers.h - what people agreed to do, as a reader may see it: acties, overleggen, besluiten and interventies of
 * the procesmanager's registers. They hold parties and roles, no names and no figures about children, so both
 * editions show them alike. What is late or silent is measured at a day that is given, never by the clock. */
#ifndef PUBLISH_REGISTERS_H
#define PUBLISH_REGISTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "store/store.h"

enum actie_status { ACTIE_NIET_GESTART, ACTIE_LOOPT, ACTIE_VERTRAAGD, ACTIE_KLAAR, ACTIE_GESTOPT };

/* Texts are "" when the register has none. Dates may be not set. */
struct actie {
	const char *id, *soort; /* actie, opdracht, mijlpaal */
	const char *doel_id, *omschrijving, *partij, *eigenaar;
	enum actie_status status;
	struct date start, deadline, afgerond_op, laatste_update;
	const char *bewijs, *meetmiddel, *volgende_stap, *besluit_id;
};

struct besluit {
	const char *id, *gremium, *doel_id, *tekst, *actie_id;
	struct date datum;
};

struct overleg {
	const char *id, *gremium, *naam, *status, *thema_doel_id, *themablad_id;
	struct date datum, verslag_verzonden;
};

struct interventie {
	const char *id, *naam, *doel_id, *bewijsniveau, *besluit, *reden;
	struct date laatste_evaluatie, besluit_op;
};

struct registers {
	struct actie *actie; /* by deadline, then id; without a deadline last */
	struct besluit *besluit; /* by date, then id */
	struct overleg *overleg; /* idem */
	struct interventie *interventie; /* by id */
	size_t actie_count, besluit_count, overleg_count, interventie_count;
	struct registers_raw *raw; /* the rows as loaded; owns the texts */
};

/* As they stood. Absent registers are empty. Inside the caller's read transaction; release with
 * registers_free. */
int registers_load(struct registers **out, struct store *store, struct stand stand, struct err *err) MUST_USE;
void registers_free(struct registers *r);

/* Not done, and the deadline is before `op`. */
bool actie_is_late(const struct actie *a, struct date op);
/* Not done, and the last word on it is more than 90 days before `op`. */
bool actie_is_silent(const struct actie *a, struct date op);
bool actie_is_open(const struct actie *a); /* neither done nor stopped */
/* "niet gestart", "loopt", "vertraagd", "klaar", "gestopt"; static. */
const char *actie_status_text(enum actie_status s);
/* NULL when there is none. */
const struct actie *registers_actie(const struct registers *r, const char *id);
/* The first meeting of this gremium that is planned on or after `op`, about this goal or (NULL) any; NULL. */
const struct overleg *registers_next(const struct registers *r, const char *gremium, const char *doel_id,
	struct date op);

#endif
