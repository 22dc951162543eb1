/* grootheid.h - the counts behind the outcomes, each once: the same telling, area and period is the same count, in
 * whatever indicator it is used, so that what is hidden in one place is hidden everywhere. Inside publish. */
#ifndef PUBLISH_GROOTHEID_H
#define PUBLISH_GROOTHEID_H

#include "base/str.h"
#include "def/definities.h"
#include "def/uitkomst.h"
#include "publish/layer.h"

#define GROOTHEID_GEEN SIZE_MAX

/* Which telling: source, what is added, and the conditions; the same text in every indicator that uses it. */
struct sleutel {
	char *tekst;
	const struct telling *telling; /* borrowed from the definitions */
	const struct filter *groep;    /* of one side of a difference, behind those of the telling */
	size_t groep_count;
	char *naam; /* "OAB-01 teller": of the first indicator that used it, for the intern log */
};

struct grootheid {
	size_t sleutel;		      /* which telling; index in grootheden.sleutel */
	const struct gebied *gebied;
	struct periode periode;
	int64_t min, max;	      /* min < max: a range the source itself publishes */
	int64_t waarde;		      /* a number in it; the true one when min = max */
	int64_t k;		      /* the limit of the policy */
	int64_t kosten;
	bool nul_geheim;	      /* it is a teller, and "nobody" may not be said (R3) */
	bool elders;		      /* only ever a noemer: readers may have it from another source */
	bool strijdig;		      /* two indicators have another number for it, or it was published in other groups */
	bool eerder;		      /* published before with this value: it cannot be hidden any more */
	/* Never public: of a niveau the public sees no figures of, a year that is shown with others only, or an estimate from
	 * counts by code. Who knows the weights could go back from the estimates to the children of one postcode, which no
	 * rule about wijken protects. */
	bool besloten;
	bool verborgen;		      /* the result */
	bool primair;
	size_t deel;		      /* which puzzle; root of its component */
};

/* What everybody knows to be true between counts. */
enum verband_soort {
	VERBAND_SOM,  /* total = parts (+ a rest that was not delivered) */
	VERBAND_REST, /* whole = part + rest; the rest is a group of children too */
	VERBAND_ONDER, /* parts of a whole that do not overlap: what is left of it is a group too */
};
struct verband {
	enum verband_soort soort;
	size_t geheel;
	size_t *deel; /* owned */
	size_t count;
	bool nul_geheim; /* a rest of nobody is a secret too: "everybody" (R3) */
	bool figuur;	 /* noemer and teller of one figure: who is in the one group knows the other */
	int64_t ontbreekt; /* of a SOM: total minus parts */
	struct bereik gezegd; /* of a REST, the result: what is said of the rest in words (publish/gezegd) */
};

/* A count as it stood in an earlier publication. */
struct oud {
	size_t grootheid, publicatie; /* publications are numbered from 0, oldest first */
	int64_t min, max, waarde;
	bool getoond;
};

/* What was said of a rest in an earlier publication. */
struct oud_gezegd {
	size_t verband, publicatie;
	int64_t min, max;
};

struct grootheden {
	struct grootheid *item;
	size_t count, cap;
	struct sleutel *sleutel;
	size_t sleutel_count, sleutel_cap;
	struct oud *oud; /* by count, then by publication */
	size_t oud_count, oud_cap, publicatie_count;
	struct oud_gezegd *gezegd;
	size_t gezegd_count, gezegd_cap;
	struct verband *verband;
	size_t verband_count, verband_cap;
	size_t *tabel; /* open addressing: index + 1 */
	size_t tabel_cap;
	/* Per outcome: its counts; GROOTHEID_GEEN when it has none. */
	struct uitkomst_tellers {
		size_t x, n, x2, n2;
	} *van;
};

/* Lays out the counts of all outcomes and what holds between them. */
void grootheden_make(struct grootheden *g, const struct uitkomst_list *all, const struct definities *defs);
/* Takes in what was published before, and marks what of it still holds as known. */
void grootheden_eerder(struct grootheden *g, const struct gebied_list *gebieden, const struct eerder *eerder,
	size_t count);
void grootheden_release(struct grootheden *g);

/* The relation whole = part + rest; SIZE_MAX when there is none. */
size_t grootheden_rest(const struct grootheden *g, size_t whole, size_t part);
/* How the register of publications calls the rest of a relation: "rest|<whole>|min|<part>". */
void grootheid_add_rest_naam(struct str *s, const struct grootheden *g, const struct verband *v);
/* Index of a telling by its text; SIZE_MAX when there is none. */
size_t grootheden_key(const struct grootheden *g, const char *text);
/* GROOTHEID_GEEN when there is none. */
size_t grootheden_find(const struct grootheden *g, size_t sleutel, const struct gebied *gebied, struct periode p);

/* An area as the register of publications names it: its code; a group by the codes of what is in it, because its own
 * code says nothing of that once the groups are chosen anew. */
void grootheid_add_gebied(struct str *s, const struct gebied_list *gebieden, const struct gebied *area);

/* The counts behind a layer of edition openbaar, by its cells (van[i]: of cell i), and which of them it hides. */
const struct grootheden *layer_tellingen(const struct layer *layer);

#endif
