/* import_def.h - an import profile (imports/<bron>.json): how a delivered file is read. Pure data; the
 * meaning of every key is in imports/README.md. Read by import_load.h. */
#ifndef DEF_IMPORT_DEF_H
#define DEF_IMPORT_DEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/num.h"
#include "def/periode.h"

enum rijen_soort {
	RIJEN_AANTALLEN,
	RIJEN_PERSONEN,
	RIJEN_OBJECTEN,
	RIJEN_KOPPELING,
	RIJEN_REGISTER,
	RIJEN_GEBIEDEN
};

enum kolom_type {
	KOLOM_GEBIED,
	KOLOM_DATUM,
	KOLOM_PERIODE,
	KOLOM_GEHEEL,
	KOLOM_GETAL,
	KOLOM_CODE,
	KOLOM_TEKST,
	KOLOM_JANEE
};

/* What a column is for; follows from its type, `sleutel`, `optellen_over` and `periode.kolom`. */
enum kolom_rol {
	ROL_GEBIED,
	ROL_PERIODE,
	ROL_KENMERK,
	ROL_OPTELLEN, /* part of the key, not kept: rows that differ only here are added */
	ROL_PERSOON,  /* rijen personen: part of the key of a child; in memory only, never shown or kept */
	ROL_MAAT,
	ROL_CONTROLE /* checked, not kept */
};

enum betekenis {
	BETEKENIS_NUL,
	BETEKENIS_AFGESCHERMD,
	BETEKENIS_NVT,
	BETEKENIS_ONBEKEND,
	BETEKENIS_NIET_GELEVERD,
	BETEKENIS_VRAAG,
	BETEKENIS_FOUT
};

struct text_list {
	char **item;
	size_t count;
};

void text_list_add(struct text_list *list, const char *text); /* copies the text */
void text_list_release(struct text_list *list);
/* Index of the text in the list, or -1. Exact. */
int text_list_index(const struct text_list *list, const char *text);

/* A cell that is no number: "<5" hides 1 to 4. */
struct waardecode {
	char *tekst;   /* as written in the profile */
	char *sleutel; /* text_key of it; what a cell is compared with */
	enum betekenis betekenis;
	bool begrensd; /* min and max hold */
	int64_t min, max;
	char *melding; /* for vraag and fout; may be NULL */
};

struct waardecode_list {
	struct waardecode *item;
	size_t count;
};

enum datumvorm {
	DATUMVORM_ISO,	      /* jjjj-mm-dd */
	DATUMVORM_DMJ,	      /* dd-mm-jjjj, also d-m-jjjj */
	DATUMVORM_AANEEN,     /* jjjjmmdd */
	DATUMVORM_KWARTAAL,   /* 2026-K2, 2026Q2, 2e kwartaal 2026 */
	DATUMVORM_SCHOOLJAAR, /* 2025/2026, 2025-2026 */
	DATUMVORM_JAAR,	      /* 2025 */
	DATUMVORM_CBS,	      /* 2022SJ00, 2022JJ00, 2022KW02, 2022MM04 */
	DATUMVORM_MAAND,      /* 2026-04, april 2026, 202604 */
	DATUMVORM_COUNT
};
#define DATUMVORM_BIT(vorm) (1u << (vorm))

struct import_kolom {
	char *naam;
	char *sleutel; /* text_key of naam */
	struct text_list aliassen;
	enum kolom_type type;
	enum kolom_rol rol;
	bool verplicht, leeg_toegestaan;
	/* gebied */
	struct text_list niveaus; /* usually one */
	char *indeling;		  /* NULL: that of the row's period */
	struct text_list onbekend_toegestaan;
	char *voorvoegsel;
	int breedte;
	bool buiten_overslaan; /* rows of other gemeenten are skipped ... */
	bool buiten_bewaren;   /* ... or kept under that gemeente, where it is known */
	/* code: value and meaning side by side */
	struct text_list code, code_naam;
	/* geheel, getal */
	bool heeft_min, heeft_max;
	int64_t min, max;
	int decimalen;
	unsigned datumvorm; /* DATUMVORM_BITs */
	struct waardecode_list waardecodes;
	char *eenheid, *omschrijving;
};

enum moet_zijn {
	MOET_ZIJN_VRIJ,
	MOET_ZIJN_LAATSTE_DAG_KWARTAAL,
	MOET_ZIJN_LAATSTE_DAG_HALFJAAR,
	MOET_ZIJN_1_OKTOBER,
	MOET_ZIJN_1_JANUARI
};

enum bron_van { UIT_KOLOM, UIT_BESTANDSNAAM, UIT_VAST, UIT_GEEN };

struct import_periode {
	enum periode_soort soort; /* PERIODE_GEEN: rows have no period */
	enum bron_van uit;
	int kolom; /* index in kolommen, or -1 */
	struct periode vast;
	unsigned datumvorm;
	enum moet_zijn moet_zijn;
	char *patroon; /* of the file name; NULL: none */
	bool moet_overeenkomen;
	bool toekomst_toegestaan;
};

struct import_status {
	enum bron_van uit;
	int kolom;
	struct text_list code;	 /* text in the file ... */
	bool *code_definitief;	 /* ... and what it means */
	bool anders_definitief;
};

struct import_bestand {
	bool geojson;
	bool utf8, utf16, cp1252, cp850; /* allowed encodings */
	bool bom_toegestaan;
	char scheidingsteken[8]; /* allowed delimiters, terminated */
	char decimaal, duizendtal; /* duizendtal 0: none */
	int64_t kopregel, zoek_kop_tot;
	int kopregels;
	struct text_list voet;
	char commentaarteken; /* 0: none */
	int64_t max_regels;
};

enum waar_soort {
	WAAR_IS,
	WAAR_IS_NIET,
	WAAR_LEEG,
	WAAR_GEVULD,
	WAAR_MINSTENS,
	WAAR_HOOGSTENS,
	WAAR_VOOR_PEIL,	      /* on or before the last day of the period */
	WAAR_BINNEN_DAGEN_NA, /* at most `aantal` days after the date in `ander`, or before it */
	WAAR_BINNEN_MAANDEN   /* from the same day `aantal` months earlier up to the last day of the period */
};

/* A condition on one cell of a row. */
struct import_waar {
	int kolom;
	enum waar_soort soort;
	struct text_list waarde; /* is, is_niet */
	struct decimal grens;	 /* minstens, hoogstens */
	int ander;		 /* column, for binnen_dagen_na */
	int64_t aantal;		 /* days or months */
};

struct import_smelt {
	bool is; /* the profile has one */
	char *voor, *na; /* text before and after the * */
	char *naar, *maat;
	bool heeft_min, heeft_max;
	int64_t min, max;
	int decimalen; /* 0: geheel */
	struct text_list van, tot; /* renaming of what * matched */
};

enum controle_soort { CONTROLE_RIJ, CONTROLE_TOTAAL, CONTROLE_VOLLEDIG, CONTROLE_VORIGE };
enum controle_regel { REGEL_HOOGSTENS, REGEL_MINSTENS, REGEL_SOM };
enum controle_ernst { CONTROLE_FOUT, CONTROLE_WAARSCHUWING, CONTROLE_MELDING };

struct import_controle {
	char *id;
	enum controle_soort soort;
	enum controle_ernst ernst;
	char *toelichting;
	/* rij: kolom against ander; REGEL_SOM against the sum of termen. totaal: kolommen in termen. */
	enum controle_regel regel;
	char *kolom, *ander;
	struct text_list termen;
	/* vorige */
	int64_t meer_dan_procent, en_meer_dan_aantal;
	bool vorige, vorig_jaar;
};

enum { IMPORT_TEL_MAX = 32 };

/* `tel`: what is counted. A row adds 1 to each maat whose conditions it meets. */
struct import_tel {
	char *maat;
	struct import_waar *waar;
	size_t waar_count;
};

/* `rijen: objecten`: the rows are kept as objects with a code. */
struct import_object {
	bool is;
	char *soort; /* school, locatie */
	int *code;   /* columns that together are the code */
	size_t code_count;
	int naam; /* column */
};

/* `rijen: koppeling`: a code belongs to an area, with a weight. */
struct import_koppeling {
	bool is;
	char *naam;
	int van, naar; /* columns */
	int gewicht;   /* column; -1: every row weighs 1 */
	int64_t som;   /* what the weights of a code add up to, in units of the column's last decimal; 0: anything */
	int teken;     /* only so many characters of `van`; 0: all */
};

enum via_onbekend { VIA_OVERSLAAN, VIA_EIGEN_RIJ, VIA_FOUT };

/* The area is that of a loaded object, or of a code (a postcode) that a koppeling divides over wijken. */
struct import_via {
	bool is;
	char *objecten;	 /* soort; NULL: through a koppeling */
	char *koppeling; /* its name; the code is kept with the counts, and the wijken are computed from it */
	int *kolom;	/* columns that together are the code */
	size_t kolom_count;
	char *niveau; /* area of this level: its own, or the one above */
	enum via_onbekend onbekend;
};

struct import_def {
	char *bron, *naam, *toelichting;
	char *levert; /* source whose counts the file supplies; that is `bron` unless the profile says so */
	int64_t versie;
	struct date geldig_vanaf;
	enum rijen_soort rijen;
	char *leverancier, *contactrol, *ritme, *licentie;
	int64_t verwacht_binnen_dagen;
	struct import_bestand bestand;
	struct import_periode periode;
	struct import_status status;
	struct import_kolom *kolom;
	size_t kolom_count;
	struct import_smelt smelt;
	struct text_list negeer;
	struct import_waar *waar;
	size_t waar_count;
	struct text_list sleutel;
	bool sleutel_smelt; /* the key holds smelt.naar too */
	struct text_list optellen_over;
	struct text_list kenmerken; /* rijen personen and register: columns by which is counted */
	struct import_tel *tel;
	size_t tel_count;
	struct import_object object;
	struct import_koppeling koppeling;
	struct import_via via;
	struct waardecode_list waardecodes;
	struct text_list verboden;
	bool bsn_elfproef;
	struct text_list vrijgesteld;
	struct import_controle *controle;
	size_t controle_count;
	struct text_list totaalrij;
	bool totaal_is_gemeentewaarde;
	bool hele_levering; /* a new delivery replaces everything of this source and period */
	char hash[65];
};

void import_def_free(struct import_def *def); /* NULL is fine */

/* Index of the column by exact name, -1 when there is none. */
int import_def_kolom(const struct import_def *def, const char *naam);
/* The waardecode for a cell with this text_key: the column's own go first. NULL when there is none. */
const struct waardecode *import_def_waardecode(const struct import_def *def, const struct import_kolom *kolom,
	const char *sleutel);
/* True when the name (text_key) is in `negeer`; a * at the end there matches the rest. */
bool import_def_negeert(const struct import_def *def, const char *sleutel);
/* What the * of smelt matched in this header name, renamed as the profile says; NULL when the column is
 * not one of the wide ones. The caller frees. */
char *import_def_smelt(const struct import_def *def, const char *naam) MUST_USE;

#endif
