/* trechter.h - the limits of chance around the figure of all wijken together, for a number of children: narrow where
 * there are many, wide where there are few. For drawing; the judgement is that of layer_wijk. statistics.md 4. Pure. */
#ifndef PUBLISH_TRECHTER_H
#define PUBLISH_TRECHTER_H

#include <stdint.h>

/* Shares, 0..1. */
struct trechter {
	double laag_95, hoog_95, laag_998, hoog_998;
};
/* n > 0 children, `aandeel` of all wijken together (kloof_deel). */
struct trechter trechter_bij(int64_t n, double aandeel);

#endif
