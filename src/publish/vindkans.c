#include "publish/vindkans.h"

#include "indicator/proportion.h"

double vindkans(int64_t n, struct fraction norm, double echt)
{
	const double tail = 0.025;
	double p0 = (double)norm.num / (double)norm.den;
	int64_t low = -1, high = n; /* P(X <= low) is within the tail, P(X <= high) is not */

	while (high - low > 1) {
		int64_t mid = low + (high - low) / 2;

		if (binomial_at_most(mid, n, p0) <= tail)
			low = mid;
		else
			high = mid;
	}
	return binomial_at_most(low, n, echt);
}
