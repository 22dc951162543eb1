/* rollup.h - from sums as delivered to one figure for an area: the area's own rows where it has
 * them, else its parts added up (buurt to wijk to gemeente), teller and noemer apart and never a
 * percentage. Pure.
 *
 * - A source that delivers the area itself is used as it is.
 * - Parts: the areas below that are valid in the period. One that was not delivered makes the sum
 * incomplete; one without doelgroep is not expected. Children of whom the wijk is not known (niveau
 * onbekend) count for the gemeente where the indicator says so, children from elsewhere (buiten)
 * never.
 * - A part counts only when teller and noemer are both there, so that both are about the same
 * children.
 * - Where a source counts objects or persons, an area without rows in a delivered period has none:
 * zero.
 * - The supplier's own total row stands in for the sum when a part is missing or not exact. */
#ifndef INDICATOR_ROLLUP_H
#define INDICATOR_ROLLUP_H

#include "indicator/aggregate.h"

/* A source that counts objects, persons or a register: the periods delivered, in which an area
 * without rows has none of them. NULL: absent is unknown. A register is the gemeente's own: there
 * that holds for the gemeente too. */
struct counted {
	const struct periode_set *periods;
	bool gemeente;
};

struct rollup {
	const struct gebied_list *gebieden;
	const struct indicator_def *def;
	const struct meting_list *teller;
	const struct meting_list *noemer; /* NULL: the soort has none */
	bool optellen;                    /* may parts be added up? (aggregatie.ruimte) */
	struct counted teller_telt, noemer_telt;
};

/* What is known of an area in a period. */
struct cijfer {
	enum judge_gegevens gegevens;
	struct bereik teller, noemer;
	bool onvolledig;
	size_t delen, delen_ontbreken; /* expected parts, and those missing; 0 where the area was
					  delivered itself */
	bool uit_totaalrij;
	bool voorlopig;
	const char *geschat_met; /* a count in it was divided by this koppeling; borrowed from the metingen */
	struct periode noemer_periode; /* after the koppeling */
	struct levering_set levering;
};

/* Fills *out, which the caller releases. */
void rollup_area(const struct rollup *r, const struct gebied *gebied, struct periode periode,
	struct cijfer *out);
void cijfer_release(struct cijfer *c);

/* The period of the noemer that goes with the teller's, as the definition couples them. Strict: the
 * school year that holds the period's last day, exactly the last 1 October (1 January) on or before
 * it, exactly n periods back. An older noemer never stands in for one that was not delivered. */
struct periode rollup_noemer_periode(const struct indicator_def *def, struct periode teller);

#endif
