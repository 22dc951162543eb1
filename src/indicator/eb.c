#include "indicator/eb.h"

#include <assert.h>
#include <math.h>

struct eb eb_fit(const struct share *wijk, size_t count)
{
	struct eb eb = {NAN, NAN};
	double x = 0, n = 0, wijk_count = 0, sum = 0, off;
	size_t i;

	for (i = 0; i < count; i++) {
		assert(wijk[i].x >= 0 && wijk[i].x <= wijk[i].n);
		x += (double)wijk[i].x;
		n += (double)wijk[i].n;
		wijk_count += wijk[i].n > 0;
	}
	if (n <= 0)
		return eb;
	eb.share = x / n;
	for (i = 0; i < count; i++)
		if (wijk[i].n > 0) {
			off = (double)wijk[i].x / (double)wijk[i].n - eb.share;
			sum += (double)wijk[i].n * off * off;
		}
	eb.spread = fmax(0, sum / n - eb.share * (1 - eb.share) * wijk_count / n);
	return eb;
}

double eb_weight(const struct eb *eb, int64_t n)
{
	double child = eb->share * (1 - eb->share);

	assert(n >= 0);
	if (n == 0 || eb->spread <= 0)
		return 0;
	return eb->spread / (eb->spread + (child - eb->spread) / (double)n);
}

double eb_share(const struct eb *eb, struct share wijk)
{
	double weight = eb_weight(eb, wijk.n);

	if (wijk.n == 0)
		return eb->share;
	return weight * ((double)wijk.x / (double)wijk.n) + (1 - weight) * eb->share;
}
