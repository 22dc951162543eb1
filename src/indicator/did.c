#include "indicator/did.h"

#include <math.h>

static struct difference change(const struct did_groep *g, double conf)
{
	return newcombe(g->na.x, g->na.n, g->voor.x, g->voor.n, conf);
}

struct difference did(const struct did_groep *met, const struct did_groep *zonder, double conf)
{
	struct difference a = change(met, conf), b = change(zonder, conf);
	double value = a.value - b.value;
	/* the square of a Newcombe limit is the sum of its two squares, so two of them make the four */
	double down = hypot(a.value - a.interval.low, b.interval.high - b.value);
	double up = hypot(a.interval.high - a.value, b.value - b.interval.low);

	return (struct difference){value, {value - down, value + up}};
}
