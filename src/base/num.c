#include "base/num.h"

#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Products of two 64-bit numbers always fit. */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

enum {
	SHOWN_MAX = 40,	      /* characters of a wrong value in a message */
	SCALE_MAX = 9,	      /* decimals of struct decimal */
	DIGITS_ENOUGH = 17,   /* significant digits that identify every double */
	DIGITS_ALWAYS = 15    /* significant digits that survive text -> double -> text */
};

static const int64_t pow10_of[SCALE_MAX + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

static int num_refuse(struct err *err, const char *text, const char *why)
{
	struct str shown = STR_INIT;

	text_add_shown(&shown, text, strlen(text), SHOWN_MAX);
	err_set(err, ERR_DATA, "'%s' %s", str_text(&shown), why);
	str_release(&shown);
	return -1;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Length of the run of digits at `text`. */
static size_t digit_run(const char *text)
{
	size_t n = 0;

	while (is_digit(text[n]))
		n++;
	return n;
}

/* Appends `n` digits to *value, which counts away from zero on the negative side because that side
 * has one number more. False when it does not fit. */
static bool digits_push(int64_t *value, const char *digits, size_t n)
{
	int64_t v = *value;

	for (size_t i = 0; i < n; i++)
		if (__builtin_mul_overflow(v, 10, &v) ||
			__builtin_sub_overflow(v, digits[i] - '0', &v))
			return false;
	*value = v;
	return true;
}

/* Turns the negative count of digits_push into the number; false when +2^63 is asked. */
static bool sign_apply(int64_t *value, bool negative)
{
	if (negative)
		return true;
	return !__builtin_sub_overflow(0, *value, value);
}

int num_parse_int(const char *text, int64_t *out, struct err *err)
{
	bool negative = text[0] == '-';
	const char *digits = text + negative;
	size_t n = digit_run(digits);
	int64_t value = 0;

	if (n == 0 || digits[n] != '\0')
		return num_refuse(err, text, "is geen geheel getal.");
	if (!digits_push(&value, digits, n) || !sign_apply(&value, negative))
		return num_refuse(err, text, "is een te groot getal.");
	*out = value;
	return 0;
}

/* ---- exact decimals and fractions --------------------------------------------------------- */

int decimal_parse(const char *text, struct decimal *out, struct err *err)
{
	bool negative = text[0] == '-';
	const char *whole = text + negative, *part = "";
	size_t n = digit_run(whole), scale = 0;
	int64_t value = 0;

	if (whole[n] == ',' || whole[n] == '.') {
		part = whole + n + 1;
		scale = digit_run(part);
		if (scale == 0)
			return num_refuse(err, text, "is geen getal.");
	}
	if (n == 0 || (scale ? part[scale] : whole[n]) != '\0')
		return num_refuse(err, text, "is geen getal.");
	if (scale > SCALE_MAX)
		return num_refuse(err, text, "heeft meer dan 9 cijfers achter de komma.");
	if (!digits_push(&value, whole, n) || !digits_push(&value, part, scale) ||
		!sign_apply(&value, negative))
		return num_refuse(err, text, "is een te groot getal.");
	*out = (struct decimal){value, (int)scale};
	return 0;
}

static int wide_cmp(wide a, wide b)
{
	return (a > b) - (a < b);
}

int decimal_cmp(struct decimal a, struct decimal b)
{
	assert(a.scale >= 0 && a.scale <= SCALE_MAX && b.scale >= 0 && b.scale <= SCALE_MAX);
	return wide_cmp((wide)a.value * pow10_of[b.scale], (wide)b.value * pow10_of[a.scale]);
}

bool decimal_equal(struct decimal a, struct decimal b)
{
	return decimal_cmp(a, b) == 0;
}

static uwide greatest_divisor(uwide a, uwide b)
{
	while (b) {
		uwide rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

struct fraction fraction_from_decimal(struct decimal d, int64_t divisor)
{
	wide num = d.value, den;
	wide common;

	assert(divisor > 0 && d.scale >= 0 && d.scale <= SCALE_MAX);
	den = (wide)pow10_of[d.scale] * divisor;
	common = (wide)greatest_divisor((uwide)(num < 0 ? -num : num), (uwide)den);
	den /= common;
	assert(den <= INT64_MAX);
	return (struct fraction){(int64_t)(num / common), (int64_t)den};
}

int fraction_cmp_count(int64_t x, int64_t n, struct fraction f)
{
	assert(n > 0 && f.den > 0);
	return wide_cmp((wide)x * f.den, (wide)f.num * n);
}

int fraction_cmp(struct fraction a, struct fraction b)
{
	return fraction_cmp_count(a.num, a.den, b);
}

/* ---- printing integers and decimals ------------------------------------------------------- */

/* Size without sign; also right for INT64_MIN. */
static uint64_t magnitude(int64_t value)
{
	return value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
}

/* From 10 000 a full stop between each three digits. */
static void add_grouped(struct str *s, uint64_t value)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)value);

	for (int i = 0; i < len; i++) {
		if (value >= 10000 && i > 0 && (len - i) % 3 == 0)
			str_add_char(s, '.');
		str_add_char(s, digits[i]);
	}
}

void num_add_int(struct str *s, int64_t value)
{
	if (value < 0)
		str_add_char(s, '-');
	add_grouped(s, magnitude(value));
}

void num_add_decimal(struct str *s, struct decimal d)
{
	uint64_t size = magnitude(d.value), unit;

	assert(d.scale >= 0 && d.scale <= SCALE_MAX);
	unit = (uint64_t)pow10_of[d.scale];
	if (d.value < 0)
		str_add_char(s, '-');
	add_grouped(s, size / unit);
	if (d.scale > 0)
		str_add_f(s, ",%0*llu", d.scale, (unsigned long long)(size % unit));
}

/* ---- doubles ------------------------------------------------------------------------------ */

/* The C library reads numbers in the locale of the process; this one is told which. The program
 * never calls setlocale, so snprintf below prints in the C locale too. */
static double read_double(const char *text)
{
	static locale_t c_locale;

	if (!c_locale)
		c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	assert(c_locale);
	return strtod_l(text, NULL, c_locale);
}

/* The fewest significant digits, 15 to 17, that read back to the same value. */
static int digits_needed(double value)
{
	char text[40];

	for (int digits = DIGITS_ALWAYS; digits < DIGITS_ENOUGH; digits++) {
		snprintf(text, sizeof(text), "%.*e", digits - 1, value);
		if (read_double(text) == value)
			return digits;
	}
	return DIGITS_ENOUGH;
}

void num_add_exact(struct str *s, double value)
{
	assert(isfinite(value));
	if (value == 0)
		str_add_char(s, '0');
	else
		str_add_f(s, "%.*g", digits_needed(value), value);
}

/* A positive decimal: 0.d1d2d3... x 10^point. */
struct digits {
	char d[DIGITS_ENOUGH + 2];
	int len, point;
};

static void digits_of(struct digits *out, double size)
{
	char text[40]; /* d.ddddde+xx */
	const char *p = text;
	int exponent = 0;
	bool small;

	snprintf(text, sizeof(text), "%.*e", digits_needed(size) - 1, size);
	out->len = 0;
	for (; *p != 'e'; p++)
		if (is_digit(*p))
			out->d[out->len++] = *p;
	small = p[1] == '-';
	for (p += 2; *p; p++)
		exponent = exponent * 10 + (*p - '0');
	out->point = (small ? -exponent : exponent) + 1;
}

/* Keeps `keep` digits, rounding half up; a carry out of the first digit moves the point. */
static void digits_round(struct digits *n, int keep)
{
	bool up;

	if (keep >= n->len)
		return;
	up = keep >= 0 && n->d[keep] >= '5';
	n->len = keep > 0 ? keep : 0;
	if (!up)
		return;
	for (int i = n->len - 1; i >= 0; i--) {
		if (n->d[i] != '9') {
			n->d[i]++;
			return;
		}
		n->d[i] = '0';
	}
	memmove(n->d + 1, n->d, (size_t)n->len);
	n->d[0] = '1';
	n->len++;
	n->point++;
}

static char digit_at(const struct digits *n, int i)
{
	return i >= 0 && i < n->len ? n->d[i] : '0';
}

void num_add_double(struct str *s, double value, int decimals, char point)
{
	struct digits n;

	assert(isfinite(value) && decimals >= 0 && (point == ',' || point == '.'));
	digits_of(&n, fabs(value));
	digits_round(&n, n.point + decimals);
	if (value < 0 && n.len > 0) /* the first digit that is kept is never 0 */
		str_add_char(s, '-');
	if (n.point <= 0)
		str_add_char(s, '0');
	for (int i = 0; i < n.point; i++)
		str_add_char(s, digit_at(&n, i));
	if (decimals > 0)
		str_add_char(s, point);
	for (int i = n.point; i < n.point + decimals; i++)
		str_add_char(s, digit_at(&n, i));
}

/* The text after an optional sign, digits, optional fraction and optional exponent; NULL when it does
 * not have that form. */
static const char *number_end(const char *p)
{
	size_t n;

	p += *p == '-';
	n = digit_run(p);
	if (n == 0)
		return NULL;
	p += n;
	if (*p == '.') {
		n = digit_run(++p);
		if (n == 0)
			return NULL;
		p += n;
	}
	if (*p == 'e' || *p == 'E') {
		p++;
		p += *p == '-' || *p == '+';
		n = digit_run(p);
		if (n == 0)
			return NULL;
		p += n;
	}
	return p;
}

/* True when a digit other than 0 stands before the exponent. */
static bool has_size(const char *text)
{
	size_t mantissa = strcspn(text, "eE");

	return strcspn(text, "123456789") < mantissa;
}

int num_parse_double(const char *text, double *out, struct err *err)
{
	const char *end = number_end(text);
	double value;

	if (!end || *end)
		return num_refuse(err, text, "is geen getal.");
	value = read_double(text);
	if (!isfinite(value))
		return num_refuse(err, text, "is een te groot getal.");
	if (value == 0 && has_size(text))
		return num_refuse(err, text, "ligt te dicht bij nul.");
	*out = value;
	return 0;
}
