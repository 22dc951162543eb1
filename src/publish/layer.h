/* layer.h - the published layer: what this audience may see of each outcome, or the reason it may not.
 * Everything a reader gets - table, sentence, chart, alt text, JSON, CSV, log - is made from cells and from
 * nothing else. Nothing above this room hides a number, nothing below it formats one. */
#ifndef PUBLISH_LAYER_H
#define PUBLISH_LAYER_H

#include <stdbool.h>
#include <stddef.h>

#include "def/definities.h"
#include "def/uitkomst.h"

enum editie { EDITIE_INTERN, EDITIE_OPENBAAR };

/* Reasons a reader sees (calculation.md E.5); one word for primary and secondary. */
enum reden {
	REDEN_GEEN, /* there is a value */
	REDEN_AFGESCHERMD,
	REDEN_AFGESCHERMD_BRON,
	REDEN_TE_KLEIN_VOOR_PROCENT,
	REDEN_NIET_GELEVERD,
	REDEN_NVT,
	REDEN_ONBEKEND,
	REDEN_GEEN_DOELGROEP,
	REDEN_FOUT,
	REDEN_ONVOLLEDIG /* a part was not delivered: the sum of the rest is no figure of the whole */
};

/* What the words of a hidden figure say of its counts: with "norm gehaald; minder dan 5 kinderen niet bereikt" the rest
 * (noemer - teller) is 0 to 4. Not .bekend: nothing is said. Whoever puts it into words fills this too, and says in
 * no other field of the cell (feit, zekerheid, tekort ...) what follows from it: publish/toets audits it from here. */
struct gezegd {
	struct bereik teller, rest;
};

/* What a reader may see of one outcome. Every text is made once, here, so that two outputs cannot differ;
 * NULL or a false flag means: not to be shown. Texts belong to the layer. */
struct cel {
	const struct indicator_def *indicator;
	const struct gebied *gebied;
	struct periode periode;
	enum reden reden;
	enum status status;
	struct bereik teller, noemer; /* .bekend false when hidden */
	struct bereik teller2, noemer2; /* of a verschil: the share that is subtracted */
	struct gezegd gezegd;
	bool heeft_waarde;
	double waarde_min, waarde_max;
	bool heeft_interval;
	double ondergrens, bovengrens;
	const char *methode;
	const struct norm_def *norm;
	enum feit feit;
	enum zekerheid zekerheid;
	double p_onder, p_boven;
	bool heeft_tekort;
	int64_t tekort_min, tekort_max;
	bool voorlopig, onvolledig;
	/* Estimated by a koppeling, from other areas (indicator/schatting.h) or, when geschat_uit is empty, from counts by code
	 * (indicator/verdeling.h); every text of it says so. */
	bool geschat;
	const char *geschat_met; /* that koppeling */
	const struct gebied *const *geschat_uit;
	size_t geschat_count;
	size_t delen, delen_ontbreken;
	enum verandering verandering;
	double verschil, verschil_laag, verschil_hoog;
	bool breuk;
	const int64_t *levering;
	size_t levering_count;
	/* The printed forms (Dutch). waarde never contradicts the verdict: 80/87 is "91,9%". */
	char *waarde_tekst;   /* "87,4%", "tussen 10.785 en 19.104", or the word for the reason */
	char *teller_tekst, *noemer_tekst; /* "507", "tussen 3 en 6"; NULL when not shown */
	char *interval_tekst; /* "tussen 84,4 en 90,0%"; NULL */
	char *norm_tekst;     /* "92% (vastgesteld)", "92% (richtwaarde)", "geen norm afgesproken"; "–" where none is wanted */
	char *feit_tekst;     /* "gehaald", "niet gehaald", "niet te bepalen", "-" */
	char *zekerheid_tekst; /* "kan toeval zijn", "zeker onder de norm" ... */
	char *status_tekst;   /* the words of calculation.md E.6 */
	const char *status_symbool; /* static, E.6 */
	char *tekort_tekst;   /* "27 kinderen", "1 kind", "tussen 3 en 6 kinderen"; NULL */
	char *verandering_tekst; /* "hoger (+2,1 procentpunt)" ...; NULL */
	struct trend_deel trend; /* woord TREND_WOORD_GEEN when not to be shown */
	struct tempo_deel tempo;
	struct segregatie_deel segregatie; /* of an index */
	char *trend_tekst; /* "duidelijke stijging (2021-2025)", "geen aantoonbare trend (2021-2025)" ...; NULL */
	char *tempo_tekst; /* "op koers", "achter op koers" ...; NULL */
};

struct layer_cache; /* opaque: what is computed when first asked for */

struct layer {
	enum editie editie;
	struct cel *cel; /* order of the outcomes */
	size_t count;
	struct layer_cache *cache;
	const struct definities *defs; /* borrowed */
	const struct gebied_list *gebieden;
};

/* A count as it stood when something was published, from the register of publications. Also what was not shown then:
 * it hung together with what was. */
struct eerder {
	size_t publicatie; /* rising from 0, oldest first; the list is in this order */
	const char *sleutel; /* which telling, as in grootheid.h */
	const char *gebied, *indeling;
	struct periode periode;
	int64_t min, max, waarde; /* min < max: a range of the source, and the number taken in it */
	bool getoond;
};

/* For the intern log. */
struct openbaar_verslag {
	size_t cijfers, primair, secundair; /* counts laid out, and hidden by themselves or for others */
	size_t puzzels;
	/* Hidden whole: the numbers contradict each other; or it could not be made safe. */
	size_t tegenstrijdig, onveilig;
	int64_t prijs;
	char *plekken; /* which counts those are; NULL: none. Inside the house only */
};
void openbaar_verslag_release(struct openbaar_verslag *v);

/* The outcomes, definitions and areas must outlive the layer. Edition openbaar fails closed: when what the cells
 * show was audited and is not safe, or that could not be shown, there is no layer (ERR_DATA). */
int layer_build(struct layer **out, const struct uitkomst_list *uitkomsten, const struct definities *defs,
	const struct gebied_list *gebieden, enum editie editie, struct err *err) MUST_USE;
/* The same with what was published before; fills `verslag` (edition openbaar, also when it fails; may be NULL). */
int layer_build_after(struct layer **out, const struct uitkomst_list *uitkomsten, const struct definities *defs,
	const struct gebied_list *gebieden, enum editie editie, const struct eerder *eerder, size_t eerder_count,
	struct openbaar_verslag *verslag, struct err *err) MUST_USE;
void layer_free(struct layer *layer);

/* Borrowed; NULL when there is no such cell. */
const struct cel *layer_find(const struct layer *layer, const char *indicator, const struct gebied *gebied,
	struct periode periode);
/* The newest period of an indicator at the own gemeente with a value; false when there is none. */
bool layer_last_periode(const struct layer *layer, const char *indicator, struct periode *out);
/* The kansenkloof of an indicator between the own wijken in a period, from the cells this reader may see and no
 * others; NULL when it is not computed. Borrowed from the layer. The first time takes up to 0,05 s. */
const struct kloof_deel *layer_kloof(const struct layer *layer, const char *indicator, struct periode periode);
/* A wijk beside the rest of the city and in the funnel; NULL when not computed. Borrowed. */
const struct wijk_deel *layer_wijk(const struct layer *layer, const struct cel *wijk);
/* What stands in the place of a value where there is room for words: those of a rest, else waarde_tekst. Borrowed. */
const char *cel_woorden(const struct cel *c);
const char *reden_code(enum reden r); /* "afgeschermd" ...; static */
const char *editie_code(enum editie e);

#endif
