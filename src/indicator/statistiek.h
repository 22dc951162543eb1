/* statistiek.h - statistics beside the outcomes: direction and pace of each series, and how the
 * wijken of a gemeente lie beside each other. Pure: reads and fills a sorted uitkomst_list, nothing
 * else.
 *
 * Who may see what is publish's job: it takes out the numbers a reader may not see (teller and
 * noemer not bekend, heeft_waarde false) and calls the same functions on what is left, so that no
 * statistic leaks a hidden wijk. */
#ifndef INDICATOR_STATISTIEK_H
#define INDICATOR_STATISTIEK_H

#include "def/definities.h"
#include "def/uitkomst.h"

/* Most recent yearly points that a trend rests on. */
#define STATISTIEK_TREND_PUNTEN 5

/* Fills trend and tempo of every outcome; compute_run has done so already. A trend takes the same
 * quarter (day, school year) of the last years, at most STATISTIEK_TREND_PUNTEN of them; it starts
 * again after a declared break or a definition that is not comparable, skips years without an exact
 * number, and is not made on a provisional last point. calculation.md E.3. */
void statistiek_reeks(struct uitkomst_list *list, const struct definities *defs);

/* Fills wijk (of every wijk) and kloof (of the own gemeente) for one indicator and period: shares
 * only. The gap along the order of the wijken needs the outcomes of the order's indicator in the
 * list too. Wijken below n_min count for the total and are not compared. Not done by compute_run: a
 * small expected count needs 100.000 draws (0,05 s). calculation.md E.4. */
void statistiek_wijken(struct uitkomst_list *list, const struct definities *defs,
	const struct gebied_list *gebieden, const char *indicator, struct periode periode);

/* The spread over the own wijken only, without a test: woord NIET_GETOETST, or TE_WEINIG_WIJKEN
 * below three. For a whole series at once; what a reader is told comes from statistiek_wijken. */
void statistiek_spreiding(const struct uitkomst_list *list, const struct gebied_list *gebieden,
	const char *indicator, struct periode periode, struct kloof_deel *out);

#endif
