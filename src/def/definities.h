/* definities.h - all definition files a werkmap works with, loaded once. A file in the werkmap
 * replaces the installed one of the same name; norms are added (indicators/normen/eigen.json). */
#ifndef DEF_DEFINITIES_H
#define DEF_DEFINITIES_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "def/import_def.h"
#include "def/indicator_def.h"
#include "def/norm_def.h"

/* A declared series break (indicators/breuken/<gemeente>.json): from `op` on, figures are not
 * comparable with earlier ones. */
struct breuk_def {
	char *id;
	char *indicator; /* id, or "*" for all */
	char *niveau;    /* "*", gemeente, wijk */
	struct date op;
	char *soort, *reden, *bron;
	bool vergelijkbaar; /* true: noted, but figures before and after may be compared */
	char *oude_waarde;  /* the old value on the new definition, as text; may be NULL */
};

/* indicators/gemeenten/<gemeente>.json */
struct gemeente_def {
	char *id, *naam, *cbs_code;
	char *wijk_enkelvoud, *wijk_meervoud; /* "wijk", "wijken"; elsewhere "district" or "dorp" */
	char *bronregel;                      /* where the areas come from; may be NULL */
	char *agenda;  /* what was agreed is called; NULL: as reports/zinnen.json says */
	char *overleg; /* who decides, with its article: "de stuurgroep"; NULL: as reports/zinnen.json says */
	char *overleg_gremium; /* its code in the registers; NULL: stuurgroep */
	/* What a gremium of the registers is called here, by its code; what is absent, as the profile says. */
	struct text_list gremium, gremium_naam;
	/* The order of the wijken, from least to most chances: by this indicator, whose highest
	 * (else lowest) value means the least. NULL: no order is given. */
	char *volgorde;
	bool volgorde_hoog_minst;
};

/* Counts that hold each other: `genest` runs from the widest to the narrowest ("OAB-01.noemer",
 * "OAB-01.teller", "OAB-02.teller"); each holds the next, so that differences disclose too. */
struct privacy_familie {
	char *id, *naam;
	char **genest, **indicator;
	size_t genest_count, indicator_count;
};

/* Of this indicator the public sees three years together and no year by itself. `tot`: the last year of one of the threes;
 * the others lie beside it, so that no year is ever in two. */
struct privacy_samen {
	char *indicator;
	struct periode tot;
};

/* indicators/privacy/<gemeente>.json; counts of children. Never below 5. */
struct privacy_def {
	int64_t k, k_gevoelig, n_min_procent;
	bool nul_tonen;
	char **geen_personen; /* what is counted and is nobody: school, overleg; all else counts people */
	size_t geen_personen_count;
	struct privacy_familie *familie;
	size_t familie_count;
	char **stroom; /* "VSV-04.teller": counted on within a school year, so that the growth discloses too */
	size_t stroom_count;
	char **niveau; /* the levels of which the public sees figures; none named: all */
	size_t niveau_count;
	struct privacy_samen *samen;
	size_t samen_count;
	char hash[65];
};

struct definities {
	char *werkmap, *installed; /* folders looked in; werkmap may be NULL */
	struct gemeente_def gemeente;
	struct indicator_def *
		*indicator; /* sorted by id; those the goals of the gemeente ask for, see load */
	size_t indicator_count;
	struct norm_list normen;
	struct breuk_def *breuk;
	size_t breuk_count;
	struct privacy_def privacy;
	char hash[65]; /* over all of the above, in fixed order: printed in every report */
};

/* `installed` holds indicators/, imports/, reports/. An indicator belongs to no gemeente: where
 * indicators/doelen/<gemeente>.json exists, only those are loaded that a goal names, that are
 * context, that stand in the werkmap itself, or that such a one is derived from. */
int definities_load(struct definities **out, const char *werkmap, const char *installed,
	const char *gemeente, struct err *err) MUST_USE;
/* The indicators only, for checking what belongs to no gemeente; the rest is empty. */
int definities_load_indicatoren(struct definities **out, const char *werkmap, const char *installed,
	struct err *err) MUST_USE;
void definities_free(struct definities *defs);

/* Borrowed; NULL when unknown. */
const struct indicator_def *definities_indicator(const struct definities *defs, const char *id);
/* The id nearest to what was typed; NULL when none is near. */
const char *definities_nearest(const struct definities *defs, const char *id);
/* The first declared break that is not `vergelijkbaar`, after `van` up to and including `tot` that
 * touches this indicator and niveau. */
const struct breuk_def *definities_breuk(const struct definities *defs, const char *indicator,
	const char *niveau, struct date van, struct date tot);
/* Path of a definition file, werkmap first: kind "imports", name "vve_doelgroep.json". Owned by the
 * caller; NULL when it is in neither. */
char *definities_path(
	const char *werkmap, const char *installed, const char *kind, const char *name) MUST_USE;
/* Names (sorted, freed with file_list_free) of the files of a kind in either folder, with `suffix`.
 */
int definities_names(const char *werkmap, const char *installed, const char *kind,
	const char *suffix, char ***names, size_t *count, struct err *err) MUST_USE;

#endif
