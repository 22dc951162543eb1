/* uitkomst.h - one outcome: an indicator, for an area, in a period. Plain data, made by
 * indicator/compute, kept by store/uitkomst_store, and turned by publish/layer into what a reader may
 * see. Internal: no room above publish reads it. */
#ifndef DEF_UITKOMST_H
#define DEF_UITKOMST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "def/gebied.h"
#include "def/periode.h"

struct indicator_def;
struct norm_def;

/* calculation.md E.6, in order of decision: the first that applies. */
enum status {
	STATUS_NIET_GELEVERD,	 /* nothing was delivered */
	STATUS_ONBEKEND,	 /* delivered as "unknown" */
	STATUS_NVT,		 /* delivered as "does not apply" */
	STATUS_AFGESCHERMD_BRON, /* hidden by the source, no bounds known */
	STATUS_AFGESCHERMD,	 /* hidden by publish, in what a public reader sees; never computed or stored */
	STATUS_FOUT,		 /* teller larger than noemer where that cannot be; no value */
	STATUS_GEEN_DOELGROEP,	 /* noemer is 0 */
	STATUS_ONVOLLEDIG,	 /* an expected part of the area is missing: value of the rest, no verdict */
	STATUS_GEEN_OORDEEL,	 /* richting geen_oordeel: value only */
	STATUS_GEEN_NORM,	 /* nobody agreed a norm for this level and period */
	STATUS_NIET_TE_BEPALEN,	 /* a range lies on both sides of the norm */
	STATUS_TE_WEINIG,	 /* n < n_min: feit printed, no judgement */
	STATUS_AFWIJKING,	 /* not met, within an accepted deviation */
	STATUS_GEHAALD,		 /* methode geen: feit only, no word on chance */
	STATUS_NIET_GEHAALD,	 /* idem */
	STATUS_GEHAALD_ZEKER,
	STATUS_GEHAALD_TOEVAL,
	STATUS_NET_ONDER,	 /* not met, at or above bijna_norm, may be chance */
	STATUS_NIET_GEHAALD_TOEVAL,
	STATUS_DUIDELIJK_ONDER	 /* not met, not chance (for a maximum: clearly above) */
};

enum feit { FEIT_GEEN, FEIT_GEHAALD, FEIT_NIET_GEHAALD, FEIT_NIET_TE_BEPALEN };
/* Named from the norm's point of view: GOED is the side where the norm is met. */
enum zekerheid {
	ZEKERHEID_GEEN,
	ZEKERHEID_ZEKER_GOED,
	ZEKERHEID_TOEVAL,
	ZEKERHEID_ZEKER_FOUT,
	ZEKERHEID_TE_WEINIG,
	ZEKERHEID_NIET_TE_BEPALEN
};

/* A count that is known, or known to lie between bounds: value x 10^-schaal, min <= max. */
struct bereik {
	bool bekend;
	int64_t min, max;
	int schaal;
};

/* Change against the same period a year earlier (Newcombe; calculation.md E.3). */
enum verandering {
	VERANDERING_GEEN,      /* no earlier value, or a break between: see `breuk` */
	VERANDERING_HOGER,
	VERANDERING_LAGER,
	VERANDERING_ONDUIDELIJK, /* "geen duidelijke verandering" */
	VERANDERING_TE_KLEIN,	 /* "te klein om te zien" */
	VERANDERING_GELIJK	 /* methode geen: exactly the same */
};

/* ---- statistics beside the figure, filled by indicator/statistiek; the word GEEN where not computed ---- */

/* Direction over the last yearly points (same quarter or day of each year), inside one definition, no break,
 * nothing provisional; calculation.md E.3. */
enum trend_woord {
	TREND_WOORD_GEEN,	      /* not computed: never compared, no exact value, or provisional */
	TREND_WOORD_TE_KORT,	      /* fewer than five points */
	TREND_WOORD_NIET_TE_BEPALEN,  /* nobody or everybody, year after year */
	TREND_WOORD_GEEN_AANTOONBARE, /* "geen aantoonbare trend"; never "stabiel" */
	TREND_WOORD_AANWIJZING_STIJGING, /* at 95% */
	TREND_WOORD_AANWIJZING_DALING,
	TREND_WOORD_STIJGING, /* clear: at 99.8% */
	TREND_WOORD_DALING
};
struct trend_deel {
	enum trend_woord woord;
	size_t punten;
	int van, tot;		  /* years of the first and last point */
	double chi2, p, helling; /* Cochran-Armitage, one degree of freedom; helling in eenheid per year */
};

/* On the way to a streefdatum, along the agreed traject or a straight line; calculation.md E.3. */
enum tempo_woord {
	TEMPO_WOORD_GEEN, /* no streefdatum, or no value to start from */
	TEMPO_WOORD_GEHAALD,
	TEMPO_WOORD_OP_KOERS,
	TEMPO_WOORD_ACHTER,
	TEMPO_WOORD_VERLOPEN /* the day has passed and the norm is not met */
};
struct tempo_deel {
	enum tempo_woord woord;
	bool kan_toeval;	/* the value that was due lies inside the interval of this one */
	double verwacht;	/* value due at the end of this period, in eenheid */
	int64_t kwartalen_over; /* quarters to the streefdatum, at least 1; 0 when it has passed */
	bool heeft_nodig;
	int64_t nodig_min, nodig_max; /* children per remaining quarter, rounded up */
	bool heeft_projectie;
	double per_jaar, nodig_per_jaar, projectie; /* in eenheid; where it ends when it goes on like this */
};

/* A wijk beside the others; calculation.md E.4, statistics.md 4. Shares only. */
enum funnel_woord {
	FUNNEL_WOORD_GEEN, /* too few children, or not computed */
	FUNNEL_WOORD_BINNEN,
	FUNNEL_WOORD_LAAG_95,
	FUNNEL_WOORD_LAAG_998,
	FUNNEL_WOORD_HOOG_95,
	FUNNEL_WOORD_HOOG_998
};
struct wijk_deel {
	enum funnel_woord funnel;
	int64_t laag_95, hoog_95, laag_998, hoog_998; /* counts inside the funnel for this noemer */
	bool vergeleken; /* with the rest of the gemeente */
	double rest_verschil, rest_laag, rest_hoog; /* wijk minus rest, percentage points (Newcombe) */
	double p, p_holm; /* exact, two-sided; corrected for the number of wijken compared */
	bool wijkt_af;
	int64_t tot_stad; /* whole children to the city's own share */
	double geschat;	  /* empirical Bayes, in eenheid: for the colour of a map only */
};

/* The kansenkloof of an indicator in a gemeente; calculation.md E.4. Spreads in percentage points. */
enum kloof_woord {
	KLOOF_WOORD_GEEN, /* not computed */
	KLOOF_WOORD_TE_WEINIG_WIJKEN,
	KLOOF_WOORD_GEEN_VERSCHIL, /* "geen aantoonbaar verschil tussen wijken" */
	KLOOF_WOORD_VERSCHIL,
	KLOOF_WOORD_NIET_GETOETST /* the spread only, as the figure of an indicator (GAP-01) */
};
/* The gap along the order of the wijken that the gemeente gives (volgorde_wijken): slope and relative index of
 * inequality, statistics.md 5. */
enum volgorde_woord {
	VOLGORDE_WOORD_GEEN, /* no order is given, or it is by this very figure */
	VOLGORDE_WOORD_TE_WEINIG_WIJKEN, /* fewer than five places in the order */
	VOLGORDE_WOORD_ONBEKEND,	 /* a wijk has no number, or no place in the order */
	VOLGORDE_WOORD_GEEN_VERSCHIL,	 /* the interval holds 0 */
	VOLGORDE_WOORD_MEER_BOVEN, /* higher where there are most chances */
	VOLGORDE_WOORD_MEER_ONDER  /* higher where there are least */
};
struct volgorde_deel {
	enum volgorde_woord woord;
	const struct indicator_def *indicator; /* what puts the wijken in order; borrowed */
	struct periode periode;		       /* of that indicator: the newest up to the end of this period */
	size_t plaatsen; /* places in the order: wijken with the same value share one */
	int64_t kinderen; /* in those wijken */
	/* The line's end with most chances minus its end with least, in percentage points; the ends; their ratio (NaN:
	 * the lower end is 0). 95% bounds. */
	double sii, laag, hoog, minste, meeste, rii;
};

struct kloof_deel {
	enum kloof_woord woord;
	size_t wijken, zonder_cijfer; /* wijken in it; wijken left out because their number is not exact */
	double aandeel;		      /* of all these wijken together, 0..1: the funnel stands around it */
	double spreiding;	      /* corrected for chance */
	double ruw, toeval_typisch, toeval_hoog; /* uncorrected, and what chance alone gives it */
	double chi2, p;
	int64_t df;
	const char *methode; /* static: "chi2", "trekking", "geen" */
	int64_t tot_stad;    /* children to the city's share, summed over wijken */
	bool heeft_beste;
	int64_t kinderen_stad, kinderen_wijken; /* children gained at the best wijk's level: city, wijk by wijk */
	double winst;	 /* the same in percentage points (PAR) */
	struct volgorde_deel volgorde;
};

/* Of an index: how unevenly a group is spread over schools, with what chance alone would give; statistics.md 6. */
struct segregatie_deel {
	size_t scholen; /* 0: not computed */
	double toeval, gecorrigeerd; /* D when pupils are dealt at random; D corrected for it */
	double isolatie, aandeel;    /* share of the group at the school of an average member; in all schools */
	double h;		     /* Theil's H, 0..1 */
};

struct uitkomst {
	const struct indicator_def *indicator; /* borrowed from the definitions */
	const struct gebied *gebied;	       /* borrowed from the gebied list */
	struct periode periode;
	enum status status;
	struct bereik teller, noemer; /* noemer unknown where the soort has none */
	/* Of a verschil: the share that is subtracted; teller and noemer are those of the share it is taken from. */
	struct bereik teller2, noemer2;
	/* In eenheid (87.4 is 87,4%); min = max unless teller or noemer is a range. */
	bool heeft_waarde;
	double waarde_min, waarde_max;
	bool heeft_interval;
	double ondergrens, bovengrens; /* in eenheid */
	const char *methode;	       /* static: "clopper-pearson-95", "poisson-95", "geen" */
	const struct norm_def *norm;   /* the norm of this period and level; NULL = geen norm */
	enum feit feit;
	enum zekerheid zekerheid;
	double p_onder, p_boven;    /* exact tails at the norm, where judged; else NaN */
	bool heeft_tekort;
	int64_t tekort_min, tekort_max; /* children to the norm */
	bool voorlopig;		    /* a delivery behind it is provisional */
	bool onvolledig;	    /* parts of the area were not delivered */
	size_t delen, delen_ontbreken; /* areas expected below, and missing */
	enum verandering verandering;
	double waarde_eerder; /* of the same period a year earlier, where verandering is not GEEN */
	double verschil, verschil_laag, verschil_hoog; /* in eenheid (percentage points), 95% bounds; NaN: none */
	bool breuk;		    /* a declared break lies between this and a year earlier */
	int64_t *levering;	    /* numbers of the deliveries behind it, ascending */
	size_t levering_count;
	struct trend_deel trend;
	struct tempo_deel tempo;
	struct wijk_deel wijk;	 /* of a wijk */
	struct kloof_deel kloof; /* of a gemeente */
	struct segregatie_deel segregatie; /* of an index */
	/* Of an estimate: the koppeling by which counts were divided (owned); NULL: it was counted. */
	char *geschat_met;
	/* The wijken of an earlier division whose counts were divided, borrowed (indicator/schatting.h); none when what was
	 * divided was delivered by a code (indicator/verdeling.h). */
	const struct gebied **geschat_uit;
	size_t geschat_count, geschat_cap;
};

/* Is it an estimate? Then it is a value only, never judged or compared. */
static inline bool uitkomst_geschat(const struct uitkomst *u)
{
	return u->geschat_met != NULL;
}

void uitkomst_release(struct uitkomst *u); /* what it owns */

struct uitkomst_list {
	struct uitkomst *item; /* order: indicator id, niveau, indeling, gebied code, periode */
	size_t count, cap;
};

void uitkomst_list_release(struct uitkomst_list *list);
/* Puts the list in its fixed order; the outcomes must point into one gebied_list. */
void uitkomst_list_sort(struct uitkomst_list *list);
/* In a sorted list; borrowed, NULL when there is none. */
struct uitkomst *uitkomst_find(const struct uitkomst_list *list, const char *indicator,
	const struct gebied *gebied, struct periode periode);
/* Adds an empty one (status NIET_GELEVERD, tails NaN) and returns it, borrowed until the next add. */
struct uitkomst *uitkomst_list_add(struct uitkomst_list *list);
/* The words of the enums as they stand in the database, JSON and berekening.csv ("niet_geleverd", "gehaald",
 * "kan_toeval_zijn", "zeker_onder" ...). For zekerheid the word depends on the norm's kind (an enum norm_soort of
 * norm_def.h; NORM_MINIMUM where there is no norm): a minimum gives zeker_boven / zeker_onder, for a maximum
 * zeker_onder is good, a band gives zeker_binnen / zeker_buiten. Static texts. */
const char *status_code(enum status s);
const char *feit_code(enum feit f);
const char *zekerheid_code(enum zekerheid z, int norm_soort);
const char *verandering_code(enum verandering v);
const char *trend_woord_code(enum trend_woord w);
const char *tempo_woord_code(enum tempo_woord w);
const char *funnel_woord_code(enum funnel_woord w);
const char *kloof_woord_code(enum kloof_woord w);
const char *volgorde_woord_code(enum volgorde_woord w);

#endif
