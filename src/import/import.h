/* import.h - one delivered file into the database: recognise, refuse person data, read, check, count, and
 * store all or nothing in one transaction. Prints nothing: the caller shows the result. */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "def/gebied.h"
#include "import/finding.h"
#include "store/store.h"

struct import_context {
	struct store *store;	 /* NULL: check only, without comparison with what was loaded */
	const struct gebied_list *gebieden;
	const char *werkmap, *installed; /* where imports/ profiles are looked for */
	const char *nu;		 /* 2026-07-21T09:30:00, the clock */
	const char *door;	 /* role or user name for the record */
};

struct import_options {
	const char *profiel; /* NULL: recognise from the header */
	bool proef;	     /* check and compare everything, keep nothing */
	bool vervang;	     /* accept a delivery that changes earlier figures */
};

enum import_uitslag {
	IMPORT_GELADEN,
	IMPORT_AL_GELADEN,   /* nothing new in it; levering and al_geladen_op say where it stands */
	IMPORT_GEWEIGERD,    /* findings of severity fout; nothing stored */
	IMPORT_PROEF_GOED,   /* would load */
	IMPORT_VRAAGT_VERVANG /* would change earlier figures; asks for `vervang`; nothing stored */
};

/* What this delivery does to the figures that stood. A figure of its periods that is not in it disappears when
 * the delivery is said to be whole (vervangen: hele_levering), and else stays. */
struct import_verschil {
	int64_t nieuw, gewijzigd, verdwenen, ongewijzigd, blijft;
};

/* One figure that this delivery changes, for whoever has to decide: `nieuw` NULL where it disappears. */
struct import_wijziging {
	const struct gebied *gebied; /* borrowed from the context's list */
	char *periode, *kenmerk, *maat;
	char *oud, *nieuw; /* "42", "1 tot en met 4", "onbekend" */
	int64_t regel;	   /* of the new file; 0 = summed or not there */
};
enum { IMPORT_WIJZIGINGEN = 20 }; /* so many are named; `verschil` counts them all */

struct import_result {
	enum import_uitslag uitslag;
	int64_t levering; /* nr, when loaded or already loaded */
	char *al_geladen_op;
	bool zelfde_bestand; /* al geladen: these very bytes; false: other bytes with the same figures */
	char *bron;	  /* profile used; NULL when none was recognised */
	char *herkend;	  /* what was recognised, one Dutch sentence */
	char *periode;	  /* name of the period(s): "2e kwartaal 2026" */
	int64_t regels, waarnemingen;
	struct import_verschil verschil;
	struct import_wijziging *wijziging; /* in fixed order: period, area, kenmerk, maat */
	size_t wijziging_count;
	struct finding_list bevindingen; /* all of them, also warnings of a load that went well */
};

void import_result_release(struct import_result *r);

/* 0 also when the file was refused (see uitslag): -1 only when the work itself could not be done (file not
 * readable, database busy, definition wrong). `*out` is to be released either way. */
int import_file(const struct import_context *ctx, const char *path, const struct import_options *opt,
	struct import_result *out, struct err *err) MUST_USE;

#endif
