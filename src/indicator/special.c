#include "indicator/special.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

static const double ln_sqrt_2pi = 0.91893853320467274178;
static const double two_pi = 6.28318530717958647693;

/* lgamma() keeps the sign in a global; the sign is always + here. */
static double ln_gamma(double x)
{
	int sign;

	return lgamma_r(x, &sign);
}

double log_binomial(int64_t n, int64_t k)
{
	assert(k >= 0 && k <= n);
	if (k == 0 || k == n)
		return 0;
	return ln_gamma((double)n + 1) - ln_gamma((double)k + 1) - ln_gamma((double)(n - k) + 1);
}

/* ln n! minus Stirling's formula sqrt(2 pi n) (n/e)^n. From 16 the asymptotic series has no
 * visible error with these terms; below it the direct subtraction loses almost nothing. */
static double stirling_error(double n)
{
	static const double term[] = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188,
		-691.0 / 360360, 1.0 / 156};
	double square = n * n, sum = 0;
	size_t i;

	if (n < 16)
		return ln_gamma(n + 1) - (n + 0.5) * log(n) + n - ln_sqrt_2pi;
	for (i = sizeof(term) / sizeof(term[0]); i-- > 0;)
		sum = sum / square + term[i];
	return sum / n;
}

/* x ln(x/m) + m - x, the distance of x from its mean m. Near the mean the three terms cancel, so
 * there it is the power series in v = (x-m)/(x+m): (x-m) v + 2x (v^3/3 + v^5/5 + ...). */
static double deviance(double x, double m)
{
	double v = (x - m) / (x + m), sum = (x - m) * v, power = 2 * x * v, next;
	int odd;

	if (fabs(v) >= 0.1)
		return x * log(x / m) + m - x;
	for (odd = 3;; odd += 2) {
		power *= v * v;
		next = sum + power / odd;
		if (next == sum)
			return sum;
		sum = next;
	}
}

double log_binomial_density(double x, double n, double p, double q)
{
	assert(x >= 0 && x <= n && p >= 0 && p <= 1);
	if (p == 0)
		return x == 0 ? 0 : -INFINITY;
	if (q == 0)
		return x == n ? 0 : -INFINITY;
	if (x == 0)
		return n * (p < q ? log1p(-p) : log(q));
	if (x == n)
		return n * (q < p ? log1p(-q) : log(p));
	return stirling_error(n) - stirling_error(x) - stirling_error(n - x) - deviance(x, n * p) -
	       deviance(n - x, n * q) + 0.5 * log(n / (two_pi * x * (n - x)));
}

double log_poisson_density(double x, double mean)
{
	assert(x >= 0 && mean >= 0);
	if (mean == 0)
		return x == 0 ? 0 : -INFINITY;
	if (x == 0)
		return -mean;
	return -stirling_error(x) - deviance(x, mean) - 0.5 * log(two_pi * x);
}

/* ---- incomplete beta ------------------------------------------------------------------------ */

/* x^a y^b / B(a,b), y = 1-x: the binomial density of a in a+b, times ab/(a+b). */
static double beta_front(double x, double y, double a, double b)
{
	return exp(log_binomial_density(a, a + b, x, y)) * a * b / (a + b);
}

/* Convergence takes a few thousand steps at the largest parameters; this only makes an end certain.
 */
static const double most_steps = 1e6;

/* One step of Lentz' evaluation of a continued fraction, with numerator `num` and denominator
 * `den`; true when the value no longer changes. */
static bool lentz_step(double num, double den, double *c, double *d, double *value)
{
	const double tiny = DBL_MIN / DBL_EPSILON;
	double factor;

	*d = den + num * *d;
	*c = den + num / *c;
	if (fabs(*d) < tiny)
		*d = tiny;
	if (fabs(*c) < tiny)
		*c = tiny;
	*d = 1 / *d;
	factor = *c * *d;
	*value *= factor;
	return fabs(factor - 1) < DBL_EPSILON;
}

/* The share below x, for x on the left of the mean, where the fraction converges. */
static double beta_fraction(double x, double y, double a, double b)
{
	double c = 1, d = 0, value = 1, num, m;
	bool done = false;

	/* value becomes 1 + d1/(1 + d2/(1 + ...)) */
	for (m = 0; !done && m < most_steps; m++) {
		num = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		(void)lentz_step(num, 1, &c, &d, &value);
		num = (m + 1) * (b - m - 1) * x / ((a + 2 * m + 1) * (a + 2 * m + 2));
		done = lentz_step(num, 1, &c, &d, &value);
	}
	return beta_front(x, y, a, b) / (a * value);
}

static double beta_tail(double x, double y, double a, double b, bool lower)
{
	double part;

	assert(a > 0 && b > 0 && x >= 0 && x <= 1);
	if (x == 0 || y == 0)
		return (x == 0) == lower ? 0 : 1;
	if (x * (a + b + 2) < a + 1) {
		part = beta_fraction(x, y, a, b);
		return lower ? part : 1 - part;
	}
	part = beta_fraction(y, x, b, a);
	return lower ? 1 - part : part;
}

double beta_lower(double x, double a, double b)
{
	return beta_tail(x, 1 - x, a, b, true);
}

double beta_upper(double x, double a, double b)
{
	return beta_tail(x, 1 - x, a, b, false);
}

/* ---- incomplete gamma ----------------------------------------------------------------------- */

/* x^a e^-x / Gamma(a+1), the Poisson density of a with mean x. */
static double gamma_front(double x, double a)
{
	return exp(log_poisson_density(a, x));
}

static double gamma_series(double x, double a)
{
	double term = 1, sum = 1, step;

	for (step = a + 1; term > sum * DBL_EPSILON / 4; step++) {
		term *= x / step;
		sum += term;
	}
	return gamma_front(x, a) * sum;
}

static double gamma_fraction(double x, double a)
{
	double den = x + 1 - a, c = den, d = 0, value = den, i;
	bool done = false;

	for (i = 1; !done && i < most_steps; i++) {
		den += 2;
		done = lentz_step(i * (a - i), den, &c, &d, &value);
	}
	return gamma_front(x, a) * a / value;
}

double gamma_lower(double x, double a)
{
	assert(a > 0 && x >= 0);
	if (x == 0 || isinf(x))
		return x == 0 ? 0 : 1;
	return x < a + 1 ? gamma_series(x, a) : 1 - gamma_fraction(x, a);
}

double gamma_upper(double x, double a)
{
	assert(a > 0 && x >= 0);
	if (x == 0 || isinf(x))
		return x == 0 ? 1 : 0;
	return x < a + 1 ? 1 - gamma_series(x, a) : gamma_fraction(x, a);
}

/* ---- normal --------------------------------------------------------------------------------- */

double pnorm(double z)
{
	return erfc(-z * M_SQRT1_2) / 2;
}

double pnorm_upper(double z)
{
	return erfc(z * M_SQRT1_2) / 2;
}

/* Quotient of two polynomials of degree 7 in r; coefficients from low to high. */
static double quotient(const double *above, const double *below, double r)
{
	double num = above[7], den = below[7];
	int i;

	for (i = 6; i >= 0; i--) {
		num = num * r + above[i];
		den = den * r + below[i];
	}
	return num / den;
}

/* The coefficients of algorithm AS 241, routine PPND16 (Wichura 1988): middle, shoulder, tail. */
static const double middle_above[] = {3.3871328727963666080e0, 1.3314166789178437745e+2,
	1.9715909503065514427e+3, 1.3731693765509461125e+4, 4.5921953931549871457e+4,
	6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3};
static const double middle_below[] = {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2,
	5.3941960214247511077e+3, 2.1213794301586595867e+4, 3.9307895800092710610e+4,
	2.8729085735721942674e+4, 5.2264952788528545610e+3};
static const double shoulder_above[] = {1.42343711074968357734e0, 4.63033784615654529590e0,
	5.76949722146069140550e0, 3.64784832476320460504e0, 1.27045825245236838258e0,
	2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
static const double shoulder_below[] = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
	6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
	5.47593808499534494600e-4, 1.05075007164441684324e-9};
static const double tail_above[] = {6.65790464350110377720e0, 5.46378491116411436990e0,
	1.78482653991729133580e0, 2.96560571828504891230e-1, 2.65321895265761230930e-2,
	1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
static const double tail_below[] = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
	1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
	1.42151175831644588870e-7, 2.04426310338993978564e-15};

double qnorm(double p)
{
	double q = p - 0.5, r, z;

	assert(p > 0 && p < 1);
	if (fabs(q) <= 0.425)
		return q * quotient(middle_above, middle_below, 0.180625 - q * q);
	r = sqrt(-log(q < 0 ? p : 1 - p));
	z = r <= 5 ? quotient(shoulder_above, shoulder_below, r - 1.6)
		   : quotient(tail_above, tail_below, r - 5);
	return q < 0 ? -z : z;
}

/* ---- inverses ------------------------------------------------------------------------------- */

/* A tail as a function of x; it rises with x when `rises`, else it falls. */
struct tail {
	double (*value)(double x, const struct tail *tail);
	double (*density)(double x, const struct tail *tail);
	double a, b;
	bool rises;
};

/* The x in [low, high] where the tail is p: Newton on the logarithm of the tail (nearly a straight
 * line), halving the bracket whenever Newton leaves it. */
static double tail_solve(const struct tail *tail, double p, double low, double high, double x)
{
	double value, step, next;
	int i;

	for (i = 0; i < 2000; i++) { /* 1100 halvings reach the smallest double from 1 */
		value = tail->value(x, tail);
		if (value == p)
			return x;
		if ((value < p) == tail->rises)
			low = x;
		else
			high = x;
		step = log(value / p) * value / tail->density(x, tail);
		next = tail->rises ? x - step : x + step;
		if (!(next > low && next < high))
			next = low + (high - low) / 2;
		if (fabs(next - x) <= DBL_EPSILON / 2 * fabs(next) || next == low || next == high)
			return next;
		x = next;
	}
	return x;
}

static double tail_beta_value(double x, const struct tail *tail)
{
	return beta_tail(x, 1 - x, tail->a, tail->b, tail->rises);
}

static double tail_beta_density(double x, const struct tail *tail)
{
	return beta_front(x, 1 - x, tail->a, tail->b) / (x * (1 - x));
}

static double beta_solve(double p, double a, double b, bool lower)
{
	struct tail tail = {tail_beta_value, tail_beta_density, a, b, lower};

	assert(p >= 0 && p <= 1 && a > 0 && b > 0);
	if (p == 0 || p == 1)
		return (p == 1) == lower ? 1 : 0;
	/* Always in the smaller tail, so that no digits go. */
	if (p > 0.5) {
		tail.rises = !lower;
		p = 1 - p;
	}
	return tail_solve(&tail, p, 0, 1, a / (a + b));
}

double qbeta(double p, double a, double b)
{
	return beta_solve(p, a, b, true);
}

double qbeta_upper(double p, double a, double b)
{
	return beta_solve(p, a, b, false);
}

double pchisq(double x, double df)
{
	return gamma_lower(x / 2, df / 2);
}

double pchisq_upper(double x, double df)
{
	return gamma_upper(x / 2, df / 2);
}

static double tail_gamma_value(double x, const struct tail *tail)
{
	return tail->rises ? gamma_lower(x, tail->a) : gamma_upper(x, tail->a);
}

static double tail_gamma_density(double x, const struct tail *tail)
{
	return gamma_front(x, tail->a) * tail->a / x;
}

static double chisq_solve(double p, double df, bool lower)
{
	struct tail tail = {tail_gamma_value, tail_gamma_density, df / 2, 0, lower};
	double high;

	assert(p >= 0 && p <= 1 && df > 0);
	if (p == 0 || p == 1)
		return (p == 1) == lower ? INFINITY : 0;
	if (p > 0.5) {
		tail.rises = !lower;
		p = 1 - p;
	}
	for (high = df + 1; gamma_upper(high, tail.a) > (tail.rises ? 1 - p : p);)
		high *= 2;
	return 2 * tail_solve(&tail, p, 0, high, df / 2);
}

double qchisq(double p, double df)
{
	return chisq_solve(p, df, true);
}

double qchisq_upper(double p, double df)
{
	return chisq_solve(p, df, false);
}

double qt(double p, double df)
{
	double both, y, t;

	assert(p > 0 && p < 1 && df > 0);
	if (p == 0.5)
		return 0;
	/* t^2/(df+t^2) is Beta(1/2, df/2); `both` is the share outside -t..t. */
	both = 2 * (p < 0.5 ? p : 1 - p);
	if (both > 0.5) {
		y = qbeta_upper(both, 0.5, df / 2);
		t = sqrt(df * y / (1 - y));
	} else {
		y = qbeta(both, df / 2, 0.5); /* the complement, so that 1-y keeps its digits */
		t = sqrt(df * (1 - y) / y);
	}
	return p < 0.5 ? -t : t;
}
