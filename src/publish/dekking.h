/* dekking.h - what is known of what was agreed: per goal whether it can be measured, with which indicators,
 * against which norm, from which data, and what was decided last. The coverage table of `ijkpunt doelen
 * --dekking` and of chapter 2 of the evaluation (formats.md D.6). From the published layer and the
 * registers; pure. */
#ifndef PUBLISH_DEKKING_H
#define PUBLISH_DEKKING_H

#include <stdbool.h>
#include <stddef.h>

#include "publish/layer.h"
#include "publish/register.h"

/* One indicator of a goal. */
struct dekking_indicator {
	const char *id;
	const struct indicator_def *def; /* NULL: "nog niet opgenomen" */
	const struct norm_def *norm;	 /* for the gemeente on the day; NULL: geen norm afgesproken */
	bool heeft_data;		 /* there is a value for the gemeente */
	struct periode periode;		 /* of the newest value */
};

struct dekking_rij {
	const struct doel_def *doel;
	const struct dekking_indicator *indicator; /* order of the goal */
	size_t count;
	size_t opgenomen, met_norm, met_vastgestelde_norm, met_data;
	struct periode nieuwste; /* latest end of the periods with a value; PERIODE_GEEN: no data */
	/* Of the goal and what falls under it. */
	const struct besluit *laatste_besluit; /* NULL: none */
	struct actie_telling acties;
};

struct dekking {
	struct dekking_rij *rij; /* order of the file */
	size_t count;
	/* False: that register was never delivered, so "no acties" or "no besluit" is not known. */
	bool acties_geladen, besluiten_geladen;
	struct pool pool;
};

/* `set`: the goals meant; NULL: all of `doelen`. The layer, the goals and the registers must outlive it; the
 * day is that of the registers. `bekend_op`: norms entered on or before it (not set: all). */
void dekking_init(struct dekking *out, const struct doel_list *doelen, const struct doel_set *set,
	const struct layer *layer, const struct registers *registers, struct date bekend_op);
void dekking_release(struct dekking *d);

struct dekking_telling {
	size_t doelen, getal, proxy, kwalitatief; /* by meetbaarheid */
	size_t met_indicator, met_norm, met_vastgestelde_norm, met_data, met_besluit, met_actie;
	size_t zonder_spoor; /* no data, no decision and no actie: nothing that was delivered is about it */
};
struct dekking_telling dekking_count(const struct dekking *d);

#endif
