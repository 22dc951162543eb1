/* indicator_def.h - what is measured: one indicator as indicators/<id>.json says (formats.md D.1).
 * Structured teller, noemer and filters only; no formula language. Unknown keys are errors. Every
 * key is explained in indicators/README.md. */
#ifndef DEF_INDICATOR_DEF_H
#define DEF_INDICATOR_DEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "def/periode.h"

enum klasse { KLASSE_GETAL, KLASSE_PROXY, KLASSE_KWALITATIEF };
enum keten { KETEN_INPUT, KETEN_OUTPUT, KETEN_OUTCOME, KETEN_CONTEXT };
enum soort {
	SOORT_AANDEEL,
	SOORT_PER_100,
	SOORT_PER_1000,
	SOORT_AANTAL,
	SOORT_GEMIDDELDE, /* gemiddelde_aangeleverd: as delivered, never summed */
	SOORT_MEDIAAN,    /* mediaan_aangeleverd */
	SOORT_INDEX,
	SOORT_VERSCHIL,
	SOORT_MIJLPAAL,
	SOORT_VOORTGANG
};
enum richting { RICHTING_HOGER_BETER, RICHTING_LAGER_BETER, RICHTING_GEEN_OORDEEL };
enum tel { TEL_SOM, TEL_RIJEN, TEL_AANGELEVERD };
enum noemer_koppeling {
	KOPPELING_ZELFDE,
	KOPPELING_SCHOOLJAAR,
	KOPPELING_LAATSTE_1_OKTOBER,
	KOPPELING_LAATSTE_1_JANUARI,
	KOPPELING_VORIGE_N
};
enum bewerking {
	BEWERKING_GEEN,
	BEWERKING_NOEMER_MIN_TELLER,
	BEWERKING_TEKORT,
	BEWERKING_VERSCHIL,
	BEWERKING_SPREIDING,
	BEWERKING_AANDEEL_VAN
};
enum onzekerheid { ONZEKERHEID_EXACT, ONZEKERHEID_WILSON, ONZEKERHEID_POISSON, ONZEKERHEID_GEEN };

/* A condition on a kenmerk. IS: it is one of the words in `is`; IS_NIET: none of them; MINSTENS and
 * HOOGSTENS: compared with is[0] as whole numbers or dates; LEEG and NIET_LEEG: absent, present. */
enum filter_soort {
	FILTER_IS,
	FILTER_IS_NIET,
	FILTER_MINSTENS,
	FILTER_HOOGSTENS,
	FILTER_LEEG,
	FILTER_NIET_LEEG
};
struct filter {
	char *kolom;
	enum filter_soort soort;
	char **is;
	size_t is_count;
};
/* Same kenmerk, same comparison, same words in the same order. */
bool filter_equal(const struct filter *a, const struct filter *b);

/* One side of an indicator: which observations are summed. */
struct telling {
	char *bron; /* NULL: this side is absent */
	enum tel tel;
	char *kolom; /* the maat */
	struct filter *waar;
	size_t waar_count;
	enum noemer_koppeling koppeling; /* noemer only: which period goes with the teller's */
	int koppeling_n;          /* for vorige_n */
};

/* The words for sentences: "In {periode} maakt {p} van de doelgroeppeuters gebruik van een vorm van
 * kinderopvang." Each may be NULL in outcomes made by hand; readers then say kind, kinderen. */
struct woorden {
	char *enkelvoud, *meervoud; /* what is counted: kind, kinderen */
	char *groep;                /* of whom: doelgroeppeuters */
	char *werkwoord, *werkwoord_meervoud,
		*rest; /* maakt, maken, gebruik van een vorm van kinderopvang */
};

/* Where the question comes from (ontleend_aan); citaat is literal. */
struct herkomst {
	char *document, *plaats, *citaat;
};

struct indicator_def {
	char *id;
	int64_t versie;
	struct date geldig_vanaf;
	bool heeft_voorganger, vergelijkbaar; /* vervangt.vergelijkbaar */
	int64_t vervangt_versie; /* 0: none */
	char *vervangt_reden;
	char *naam, *korte_naam, *omschrijving;
	enum klasse klasse;
	enum keten keten;
	char *proxy; /* what it stands in for; NULL unless klasse proxy */
	enum soort soort;
	char *eenheid; /* "%", "per 1.000", "kinderen", "dagen" */
	int decimalen;
	enum richting richting;
	struct telling teller, noemer;
	char *afgeleid_van; /* id; NULL when not derived */
	enum bewerking bewerking;
	char *afgeleid_min; /* verschil: the id that is subtracted; NULL when two groups of `van`
			       are compared */
	struct filter *groep, *groep_min; /* the two groups */
	size_t groep_count, groep_min_count;
	bool subset_eis;
	char *basis;   /* woonadres, locatie, school */
	char **niveau; /* "gemeente", "wijk" */
	size_t niveau_count;
	bool onbekend_telt_mee; /* gebied.onbekend "eigen_rij": counts for the gemeente */
	enum periode_soort
		periode_soort; /* of the delivered periods: KWARTAAL, SCHOOLJAAR, JAAR, DAG */
	char *vergelijk; /* "zelfde_kwartaal_vorig_jaar", "vorig_jaar"; NULL: never compared */
	int64_t definitief_na_dagen; /* 0: not said */
	bool optelbaar;              /* aggregatie.ruimte som_teller_noemer */
	bool per_niveau; /* aggregatie.ruimte per_niveau: each level computed on its own */
	bool stroom;     /* aggregatie.tijd som: a flow, periods may be added */
	enum onzekerheid onzekerheid;
	double niveau_zekerheid; /* 0.95 */
	char *onzekerheid_reden;
	int64_t n_min;
	char *privacy_familie; /* may be NULL */
	bool gevoelig;
	struct woorden woorden;
	struct herkomst *ontleend_aan;
	size_t ontleend_count;
	char *wat_zegt_het, *wat_zegt_het_niet, *beinvloedbaar, *risico;
	char **lees_samen_met;
	size_t lees_samen_count;
	char *bronvermelding;
	char hash[65];
};

/* Owned by the caller: indicator_def_free. `label` is the file name for messages. */
int indicator_def_load(
	struct indicator_def **out, const char *path, const char *label, struct err *err) MUST_USE;
void indicator_def_free(struct indicator_def *def);

/* Is a missing norm a finding? Not where nothing is judged (geen_oordeel, kwalitatief), nor where
 * the verdict stands with the indicator it is derived from (noemer_min_teller, tekort). */
bool indicator_def_wants_norm(const struct indicator_def *def);

/* "aandeel", "hoger_beter" ... as in the file; static. */
const char *soort_code(enum soort s);
const char *richting_code(enum richting r);
const char *klasse_code(enum klasse k);
const char *bewerking_code(enum bewerking b);
const char *koppeling_code(enum noemer_koppeling k);

#endif
