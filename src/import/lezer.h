/* lezer.h - the rows of a recognised file to counts: every cell typed and checked, rows compared and added.
 * Collects all findings in one run and stores nothing. */
#ifndef IMPORT_LEZER_H
#define IMPORT_LEZER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "def/gebied.h"
#include "def/import_def.h"
#include "import/bestandsnaam.h"
#include "import/csvfile.h"
#include "import/dubbel.h"
#include "import/guard.h"
#include "import/herken.h"
#include "import/intern.h"
#include "import/tally.h"
#include "store/koppeling_store.h"
#include "store/object_store.h"
#include "store/waarneming_store.h"

enum { SLEUTEL_PERIODE, SLEUTEL_GEBIED, SLEUTEL_TOTAAL, SLEUTEL_MAAT, SLEUTEL_KENMERK };
#define GEEN_WAARDE UINT32_MAX /* of a kenmerk: empty where that is allowed */

/* What a text of a column was read as; read once, however often it occurs. */
struct lezer_gelezen {
	bool good;
	bool total, skip; /* gebied */
	uint32_t id;	  /* gebied: index in the list; periode: index in lezer.periode; else id in lezer.waarde */
	uint32_t tekst;	  /* where rows are kept: id in lezer.waarde of the text as it is kept */
	uint64_t voldoet; /* conditions of `waar` that the text meets */
};

struct lezer_kolom {
	const struct import_kolom *def;
	int plaats; /* in the file; -1: not there */
	struct intern tekst;
	struct lezer_gelezen *gelezen;
	size_t cap;
	bool voorwaarden;	    /* there are conditions on this column */
	struct lezer_gelezen leeg;  /* an empty or absent cell */
	struct str klad;
};

/* A row that is kept as it is: of a register, or an object. */
struct lezer_bewaard {
	int64_t regel;
	uint32_t periode, gebied; /* indices */
	uint32_t *waarde;	  /* per column of the profile an id in lezer.waarde, or GEEN_WAARDE */
};

struct lezer {
	const struct herkend *bron;
	const struct import_def *def;
	const struct gebied_list *gebieden;
	struct finding_list *findings;
	struct date nu;
	struct lezer_kolom *kolom; /* one per column of the profile */
	int gebied, periode;	   /* index of those columns, -1: none */
	/* conditions, numbered: of the profile's `waar` and of every tel */
	const struct import_waar *voorwaarde[64];
	size_t voorwaarde_count;
	uint64_t waar;	  /* all of the profile's own */
	uint64_t *tel;	  /* per tel */
	/* results */
	struct periode *periodes;
	int64_t *periode_regel; /* first line of each */
	size_t periode_count, periode_cap, periode_regel_cap;
	struct intern waarde; /* values of kenmerken */
	char **maat;	      /* names */
	size_t maat_count;
	char **kenmerk;	      /* names; the value ids stand in the key in this order */
	int *kenmerk_kolom;   /* column of each, -1: smelt */
	size_t kenmerk_count;
	int *maat_kolom;      /* column of each measure; -1: smelt or tel */
	struct tally tally;
	struct dubbel dubbel;
	struct guard *guard;
	bool persoonsgegevens; /* the guard has seen some: nothing but its findings may be shown */
	struct lezer_bewaard *bewaard;
	size_t bewaard_count, bewaard_cap;
	bool bewaart;			    /* rows are kept */
	/* for gebied_via; set before lezer_read, borrowed */
	const struct object_list *objecten;
	const struct koppeling_list *koppeling;
	/* status and period of the file as a whole */
	bool definitief, gemengd; /* gemengd: rows of both kinds */
	int64_t status_regel;
	struct bestandsnaam naam;
	bool naam_past;
	struct periode naam_periode; /* PERIODE_GEEN: the name says none */
	/* counts */
	int64_t regels, overgeslagen, buiten, onbekend, dubbele_kinderen, een_per_rij;
	uint64_t sum; /* of the bytes read */
	/* the row at hand */
	uint32_t *sleutel;
	uint32_t via_code, via_kenmerk; /* the code of gebied_via, ids in lezer.waarde; the second as it is kept */
	struct cell_waarde *waarden; /* per column */
	bool *heeft;
	uint32_t *kladrij; /* per column, what is kept of it */
	bool *zonder_naam; /* per column of the file: values under no name, said once */
};

/* `bron`, `gebieden` and `findings` are borrowed until lezer_release. -1: the profile asks what cannot be. */
int lezer_init(struct lezer *l, const struct herkend *bron, const struct gebied_list *gebieden, const char *naam,
	struct date nu, struct finding_list *findings, struct err *err) MUST_USE;
/* Reads the whole file. 0 also when findings refuse it. */
int lezer_read(struct lezer *l, const char *path, struct err *err) MUST_USE;
void lezer_release(struct lezer *l);

/* ---- between the files of the reader: lezer.c, lezer_rij.c, lezer_kolom.c, lezer_waar.c ---- */

/* One data row: typed, checked, counted. */
void lezer_rij(struct lezer *l, const struct csv_row *row);
/* Sets voorlopig or definitief by the profile's codes; an unknown code is a warning. */
void lezer_status(struct lezer *l, const char *code);
/* The cell of a column of the profile; an empty one when the file has no such column. */
const struct csv_cell *lezer_vak(const struct lezer *l, const struct csv_row *row, int kolom);
bool lezer_is_getal(enum kolom_type type);
unsigned lezer_vormen(const struct lezer *l, const struct import_kolom *k);

/* Adds a finding about a cell: the err's text and advice, at this column; releases err. */
void lezer_refuse(struct lezer *l, const char *rule, int64_t line, int kolom, struct err *err);
/* What the cell of a column (not a number) was read as; NULL when it was refused (a finding was added). For a
 * gebied the period of the row must be known. */
const struct lezer_gelezen *lezer_cell(struct lezer *l, int kolom, const struct csv_cell *cell, int64_t line,
	uint32_t periode);
/* Index of the period in the list; checks it once (future, file name). */
uint32_t lezer_periode(struct lezer *l, struct periode p, int64_t line);

/* Conditions on this column that the value meets by itself (is, is_niet, leeg). */
uint64_t lezer_voldoet(const struct lezer *l, int kolom, const char *value);
/* Conditions that need a number, another cell or the period; the row's numbers and period are known. */
uint64_t lezer_voldoet_rij(const struct lezer *l, const struct csv_row *row);
/* The profile's own `waar`, before anything else of the row is read. */
bool lezer_gevraagd(const struct lezer *l, const struct csv_row *row);

#endif
