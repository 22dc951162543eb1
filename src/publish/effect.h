/* effect.h - an intervention beside the wijken without it: how the figure it is to move changed in both, and whether
 * the difference of the changes (indicator/did.h) can be chance. From the published cells only: what a reader may not
 * see is not compared either. It proves no cause, and the words of the report say so. Pure. */
#ifndef PUBLISH_EFFECT_H
#define PUBLISH_EFFECT_H

#include "indicator/did.h"
#include "publish/layer.h"
#include "publish/register.h"

/* Why nothing is compared; the first that holds. */
enum effect_reden {
	EFFECT_KAN,		/* there is a comparison */
	EFFECT_GEEN_INDICATOR,	/* the register names no figure, or one that is not there */
	EFFECT_GEEN_START,	/* the register does not say when it began */
	EFFECT_GEEN_WIJKEN,	/* it is for the whole gemeente, or names an area that is none of its wijken */
	EFFECT_GEEN_AANDEEL,	/* the figure is no share, or is not there per wijk */
	EFFECT_TE_KORT,		/* no period of before the start and the same period of after it */
	EFFECT_BREUK,		/* a break lies between */
	EFFECT_AFGESCHERMD,	/* a count is hidden, missing, provisional or not exact */
	EFFECT_GEEN_ANDERE,	/* there are no wijken without it */
	EFFECT_TE_WEINIG	/* fewer children than the indicator asks for a verdict */
};

struct effect {
	enum effect_reden reden;
	const struct indicator_def *indicator; /* NULL with EFFECT_GEEN_INDICATOR */
	struct periode voor, na;	       /* with EFFECT_KAN and what comes after TE_KORT */
	const struct breuk_def *breuk;	       /* with EFFECT_BREUK */
	struct did_groep met, zonder;	       /* sums of the wijken, with EFFECT_KAN */
	struct difference verschil;	       /* fractions, 95% */
	bool zeker;			       /* 0 lies outside the interval */
};

/* `na` is the newest period with figures after the start (and not after the stop), `voor` the same period of the
 * nearest year that had ended when it started: seasons are never compared with each other. */
void effect_of(struct effect *out, const struct layer *layer, const struct interventie *i);

#endif
