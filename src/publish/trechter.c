#include "publish/trechter.h"

#include "indicator/proportion.h"

struct trechter trechter_bij(int64_t n, double aandeel)
{
	struct interval inner = funnel_curve(n, aandeel, 0.95), outer = funnel_curve(n, aandeel, 0.998);

	return (struct trechter){inner.low, inner.high, outer.low, outer.high};
}
