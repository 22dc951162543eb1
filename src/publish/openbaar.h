/* openbaar.h - what the public may see of each outcome: rules R1-R8 of calculation.md E.5 over all outcomes
 * together. The counts behind them are laid out as puzzles (publish/puzzle) - wijken add up to the gemeente,
 * teller and rest to the noemer, nested families, what was published before - and publish/secondary hides
 * until nothing can be deduced. Fails closed: a puzzle that cannot be made safe is hidden whole.
 *
 * It decides, it does not format: layer.c takes the decisions. Statistics, change and trend over several
 * outcomes are made afterwards from what is left. */
#ifndef PUBLISH_OPENBAAR_H
#define PUBLISH_OPENBAAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "def/definities.h"
#include "def/uitkomst.h"
#include "publish/layer.h"

/* What may be shown of one outcome. */
struct zicht {
	bool teller, noemer;
	bool afgeleid;	  /* value, margin, verdict, children to the norm */
	enum reden reden; /* why not, when `afgeleid` is false */
	struct bereik rest; /* said in words of who is not reached; .bekend false: nothing */
};

struct grootheden;
/* *out: one per outcome, owned by the caller. `g`: the counts of these outcomes, prepared (publish/opzet); leaves in it
 * what is hidden. Fills `verslag`. */
void openbaar_decide(struct zicht **out, struct grootheden *g, const struct uitkomst_list *all,
	const struct definities *defs, struct openbaar_verslag *verslag);

/* Does this indicator count people? Everything does that the policy does not name as nobody. */
bool openbaar_telt_mensen(const struct privacy_def *policy, const struct indicator_def *def);

#endif
