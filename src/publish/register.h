/* register.h - the registers as a report may show them on a day: acties with what their dates say, besluiten
 * and whether they are carried out, overleggen and their minutes, interventies and their evidence.
 *
 * Pure but for registers_load: everything follows from the rows and the day `per`. What the register says
 * happened after that day has not happened yet. Persons are never in it: an owner is a party and a role.
 * Feeds block 7 of a themablad (formats.md D.5), the page for the meeting, and chapters 8, 10 and 11 of the
 * evaluation (D.6). No Dutch words are made here: codes are those of the profiles; registers_woord gives
 * their meaning. */
#ifndef PUBLISH_REGISTER_H
#define PUBLISH_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"
#include "def/definities.h"
#include "def/doel_graaf.h"
#include "def/import_def.h"
#include "store/register_store.h"

enum {
	ACTIE_UPDATE_DAGEN = 90,    /* "geen update > 90 dagen": flagged from day 91 (formats.md D.5) */
	VERSLAG_DAGEN = 14,	    /* minutes sent on day 14 are not late (GOV-05) */
	EVALUATIE_MAANDEN = 24	    /* from the same day 24 months earlier on: as INT-02 counts (imports/README.md) */
};

enum register_soort { REGISTER_ACTIES, REGISTER_OVERLEGGEN, REGISTER_BESLUITEN, REGISTER_INTERVENTIES, REGISTER_COUNT };

/* ---- acties ---- */

enum actie_soort { ACTIE_ACTIE, ACTIE_OPDRACHT, ACTIE_MIJLPAAL, ACTIE_ANDERS };
/* On the day: what the register says became klaar or gestopt later, still runs. */
enum actie_staat { ACTIE_NIET_GESTART, ACTIE_LOOPT, ACTIE_VERTRAAGD, ACTIE_KLAAR, ACTIE_GESTOPT, ACTIE_ONBEKEND };

struct actie {
	const char *id, *doel_id, *omschrijving;
	const char *partij; /* "" when the cell names a person */
	const char *rol;    /* "" when empty or not surely a role */
	bool verborgen;	    /* something in partij or eigenaar is not shown */
	enum actie_soort soort;
	enum actie_staat staat;
	struct date start, deadline, afgerond_op, laatste_update; /* not set: not known on the day */
	const char *bewijs, *meetmiddel, *volgende_stap, *besluit_id; /* "" when empty */
	bool open;		/* not klaar and not gestopt */
	bool te_laat;		/* open, and the deadline is before the day */
	int64_t dagen_te_laat;	/* when te_laat: at least 1 */
	bool geen_update;	/* open, and the last update is more than 90 days ago */
	int64_t dagen_geen_update; /* days since the last update; -1: not known */
	bool op_tijd_klaar;	/* klaar on or before the deadline; false when one of the dates is not known */
	bool te_laat_klaar;	/* klaar after the deadline */
	bool smart;		/* doel, meetmiddel, partij and deadline are filled (GOV-06) */
	bool tegenstrijdig;	/* afgerond_op is filled, but the status is not klaar or gestopt */
};

/* ---- besluiten ---- */

enum besluit_staat {
	BESLUIT_OPEN,	      /* an actie of it is open */
	BESLUIT_UITGEVOERD,   /* none is open, at least one is klaar */
	BESLUIT_GESTOPT,      /* all were stopped */
	BESLUIT_ZONDER_ACTIE, /* no actie is named: it cannot be seen whether it is carried out */
	BESLUIT_ACTIE_ONBEKEND /* the actie it names is not in the register */
};

/* A decision on or before the day. */
struct besluit {
	const char *id, *gremium, *doel_id, *tekst;
	const char *gremium_naam; /* as registers_noem_gremia says; the code until then */
	struct date datum;
	enum besluit_staat staat;
	/* Acties that it names or that name it; in the order of registers.actie. */
	const struct actie *const *actie;
	size_t actie_count;
};

/* ---- overleggen ---- */

enum overleg_staat {
	OVERLEG_GEPLAND, /* on the day or later */
	OVERLEG_GEHOUDEN,
	OVERLEG_VERVALLEN,
	OVERLEG_ONBEKEND /* its day has passed, and the register does not say whether it was held */
};
enum verslag_staat {
	VERSLAG_NVT,	       /* not held */
	VERSLAG_OP_TIJD,       /* sent within 14 days */
	VERSLAG_TE_LAAT,       /* sent later */
	VERSLAG_TE_VERWACHTEN, /* not sent, and 14 days have not passed */
	VERSLAG_ONTBREEKT      /* not sent, and 14 days have passed */
};

struct overleg {
	const char *id, *gremium, *naam;
	const char *gremium_naam; /* as registers_noem_gremia says; the code until then */
	struct date datum;
	enum overleg_staat staat;
	const char *thema_doel_id, *themablad_id; /* "" when empty */
	enum verslag_staat verslag;
	struct date verslag_verzonden;
	int64_t verslag_dagen; /* between meeting and minutes, or the day when there are none; 0 with NVT */
	bool heeft_deelnemers;
	int64_t deelnemers;
	int64_t dagen_sinds_vorige; /* since the previous held meeting of this gremium and naam; -1: none */
	/* What this gremium decided on that day. */
	const struct besluit *const *besluit;
	size_t besluit_count;
};

/* ---- interventies ---- */

enum interventie_besluit { INTERVENTIE_GEEN_BESLUIT, INTERVENTIE_DOORGAAN, INTERVENTIE_AANPASSEN, INTERVENTIE_STOPPEN };

struct interventie {
	const char *id, *naam, *doel_id;
	const char *bewijsniveau; /* code; "" when empty */
	bool met_bewijs;	  /* a level that is not "onbekend" (INT-01) */
	struct date laatste_evaluatie;
	bool recent_geevalueerd; /* in the 24 months up to and including the day (INT-02) */
	enum interventie_besluit besluit;
	struct date besluit_op; /* not set: not known */
	const char *reden;	/* "" when empty */
	bool gestopt;		/* besluit stoppen with day and reason (INT-03) */
	struct date start, stop; /* not set: not known, or still running on the day */
	const char *wijken;	/* names with | between them; "" when it is not of certain wijken */
	const char *indicator;	/* the figure it is to move; "" when none is named */
	bool heeft_kosten;
	int64_t kosten; /* euro, over the whole term */
};

/* ---- all of them ---- */

/* Where a register came from. */
struct register_herkomst {
	bool geladen;	  /* a delivery counts; false: the report says that there is no register */
	int64_t levering; /* the newest */
	struct date dag;  /* the register's own day, or the day it was loaded: its "stand per" */
};

struct registers {
	struct date per;
	struct register_herkomst herkomst[REGISTER_COUNT];
	struct actie *actie; /* by deadline (none last), then id */
	size_t actie_count;
	struct overleg *overleg; /* by day, then id */
	size_t overleg_count;
	struct besluit *besluit; /* by day, then id */
	size_t besluit_count;
	struct interventie *interventie; /* by id */
	size_t interventie_count;
	struct pool pool;
};

/* The four registers as they stood, on the day `per` (set). The caller releases. */
int registers_load(struct registers *out, struct store *store, struct stand stand, struct date per,
	struct err *err) MUST_USE;
/* The same from rows, by register_soort; copies what it keeps. Leaves herkomst empty. */
void registers_init(struct registers *out, const struct register_list *rijen, struct date per);
void registers_release(struct registers *r);

/* Name of the bron: "acties" ...; static. */
const char *register_soort_bron(enum register_soort soort);
/* Codes as in the profiles: "loopt", "gestopt", "opdracht" ...; static; "" for what the register does not know. */
const char *actie_staat_code(enum actie_staat s);
const char *actie_soort_code(enum actie_soort s);
const char *overleg_staat_code(enum overleg_staat s);
const char *interventie_besluit_code(enum interventie_besluit b);
/* Meaning of a code in a column, from the profile's codelijst; the code itself when it has none. Borrowed. */
const char *registers_woord(const struct import_def *profiel, const char *kolom, const char *code);

/* Gives each meeting and decision the name of its gremium: as the gemeente calls it, else as the codelijst of the
 * profile of its register does (NULL: none), else its code. */
void registers_noem_gremia(struct registers *r, const struct gemeente_def *gemeente, const struct import_def *overleggen,
	const struct import_def *besluiten);

/* All borrowed; NULL when there is none. `set`: the goals meant (doel_set_init); NULL: all. */
const struct actie *registers_actie(const struct registers *r, const char *id);
const struct overleg *registers_overleg_of_themablad(const struct registers *r, const char *themablad_id);
/* The newest held, and the first planned meeting with a theme in the set. */
const struct overleg *registers_last_overleg(const struct registers *r, const struct doel_set *set);
const struct overleg *registers_next_overleg(const struct registers *r, const struct doel_set *set);
const struct besluit *registers_last_besluit(const struct registers *r, const struct doel_set *set);

/* ---- counts (register_tel.c) ---- */

struct actie_telling {
	size_t totaal, niet_gestart, loopt, vertraagd, klaar, gestopt, onbekend;
	size_t open, te_laat, geen_update;
	size_t op_tijd_klaar, te_laat_klaar; /* klaar, with both dates known */
	size_t smart;
};
/* Of one soort, or of all (ACTIE_ANDERS + 1). */
enum { ACTIE_ELKE_SOORT = ACTIE_ANDERS + 1 };
struct actie_telling registers_count_acties(const struct registers *r, const struct doel_set *set, int soort);

struct partij_telling {
	const char *partij; /* "" : not known or not shown */
	struct actie_telling acties;
};
/* Per party, by name; the caller frees the array (GOV-10). */
struct partij_telling *registers_count_partijen(const struct registers *r, const struct doel_set *set,
	size_t *count) MUST_USE;

struct besluit_telling {
	size_t totaal, open, uitgevoerd, gestopt, zonder_actie, actie_onbekend;
};
struct besluit_telling registers_count_besluiten(const struct registers *r, const struct doel_set *set);

struct gremium_telling {
	const char *gremium, *gremium_naam;
	size_t totaal, gepland, gehouden, vervallen, onbekend;
	size_t met_thema, met_themablad; /* of gehouden */
	size_t verslag_op_tijd, verslag_te_laat, verslag_te_verwachten, verslag_ontbreekt; /* of gehouden */
	size_t deelnemers_bekend, deelnemers_5_tot_8; /* of gehouden (GOV-07) */
	int64_t langste_tussentijd; /* most days between two held meetings of one table; -1: not known */
};
/* Meetings from `vanaf` up to and including `tot` (not set: no limit), per gremium by code; the caller frees. */
struct gremium_telling *registers_count_gremia(const struct registers *r, struct date vanaf, struct date tot,
	size_t *count) MUST_USE;

struct interventie_telling {
	size_t totaal, met_bewijs, recent_geevalueerd, nooit_geevalueerd;
	size_t doorgaan, aanpassen, stoppen, geen_besluit;
	size_t gestopt; /* with day and reason */
};
struct interventie_telling registers_count_interventies(const struct registers *r, const struct doel_set *set);

#endif
