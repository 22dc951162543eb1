#include "base/date.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"

enum {
	YEAR_FIRST = 1900, /* what date_valid accepts */
	YEAR_LAST = 2200,
	DAYS_400_YEARS = 146097,
	DAYS_TO_1970 = 719162, /* from 0001-01-01 */
	DAYS_TO_10000 = 3652059,
	SECONDS_A_DAY = 86400
};

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && leap(year));
}

bool date_is_set(struct date d)
{
	return d.year != 0;
}

bool date_valid(int year, int month, int day)
{
	return year >= YEAR_FIRST && year <= YEAR_LAST && day >= 1 &&
	       day <= date_days_in_month(year, month);
}

/* Days from 0001-01-01 to the first of January of `year` >= 1. */
static int64_t days_before_year(int year)
{
	int64_t past = year - 1;

	return past * 365 + past / 4 - past / 100 + past / 400;
}

int64_t date_to_days(struct date d)
{
	int64_t days = days_before_year(d.year) + d.day - 1;

	for (int month = 1; month < d.month; month++)
		days += date_days_in_month(d.year, month);
	return days - DAYS_TO_1970;
}

struct date date_from_days(int64_t days)
{
	struct date d = {1, 1, 1};

	if (days < -DAYS_TO_1970 || days >= DAYS_TO_10000 - DAYS_TO_1970)
		return DATE_NONE;
	days += DAYS_TO_1970;
	/* The mean length of a year never guesses too high: leap days run at most 0,72 day ahead of it. */
	d.year = (int)(days * 400 / DAYS_400_YEARS) + 1;
	while (days_before_year(d.year + 1) <= days)
		d.year++;
	days -= days_before_year(d.year);
	for (; days >= date_days_in_month(d.year, d.month); d.month++)
		days -= date_days_in_month(d.year, d.month);
	d.day = (int)days + 1;
	return d;
}

struct date date_add_days(struct date d, int64_t days)
{
	int64_t sum;

	if (!date_is_set(d) || __builtin_add_overflow(date_to_days(d), days, &sum))
		return DATE_NONE;
	return date_from_days(sum);
}

int date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* `n` digits at `text` as a number, or -1; stops at the end of the text. */
static int digits(const char *text, size_t n)
{
	int value = 0;

	for (size_t i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

/* Reads jjjj-mm-dd; each test is only made when the characters before it were there. */
static bool read_iso(const char *text, struct date *d)
{
	d->year = digits(text, 4);
	if (d->year < 0 || text[4] != '-')
		return false;
	d->month = digits(text + 5, 2);
	if (d->month < 0 || text[7] != '-')
		return false;
	d->day = digits(text + 8, 2);
	return d->day >= 0 && text[10] == '\0';
}

int date_parse_iso(const char *text, struct date *out, struct err *err)
{
	struct str shown = STR_INIT;
	struct date d;

	if (read_iso(text, &d) && date_valid(d.year, d.month, d.day)) {
		*out = d;
		return 0;
	}
	text_add_shown(&shown, text, strlen(text), 40);
	err_set(err, ERR_DATA, "'%s' is geen datum (jjjj-mm-dd).", str_text(&shown));
	str_release(&shown);
	return -1;
}

void date_add_iso(struct str *s, struct date d)
{
	if (date_is_set(d))
		str_add_f(s, "%04d-%02d-%02d", d.year, d.month, d.day);
}

void date_add_dutch(struct str *s, struct date d)
{
	static const char *const name[] = {"januari", "februari", "maart", "april", "mei", "juni",
		"juli", "augustus", "september", "oktober", "november", "december"};

	if (date_is_set(d))
		str_add_f(s, "%d %s %d", d.day, name[d.month - 1], d.year);
}

struct date date_from_unix(int64_t seconds)
{
	int64_t days = seconds / SECONDS_A_DAY;

	if (seconds % SECONDS_A_DAY < 0)
		days--;
	return date_from_days(days);
}
