#include "cli/clock.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/num.h"

/* Two digits at `text`, or -1. */
static int two_digits(const char *text)
{
	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	return (text[0] - '0') * 10 + (text[1] - '0');
}

/* "09:30" or "09:30:15" to seconds of the day, or -1. */
static int parse_time(const char *text)
{
	size_t len = strlen(text);
	int h, m, s = 0;

	if ((len != 5 && len != 8) || text[2] != ':' || (len == 8 && text[5] != ':'))
		return -1;
	h = two_digits(text);
	m = two_digits(text + 3);
	if (len == 8)
		s = two_digits(text + 6);
	if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59)
		return -1;
	return h * 3600 + m * 60 + s;
}

static char *moment_text(struct date dag, int seconds)
{
	return mem_printf("%04d-%02d-%02dT%02d:%02d:%02d", dag.year, dag.month, dag.day, seconds / 3600,
		seconds / 60 % 60, seconds % 60);
}

static int from_option(const char *nu, char **moment, struct date *dag, struct err *err)
{
	char *day_text = mem_dup_n(nu, strlen(nu) < 10 ? strlen(nu) : 10);
	struct date day;
	int seconds = 0;
	int ok = date_parse_iso(day_text, &day, err) == 0;

	free(day_text);
	if (ok && strlen(nu) > 10)
		seconds = nu[10] == 'T' ? parse_time(nu + 11) : -1;
	if (!ok || seconds < 0) {
		err_set(err, ERR_USE, "--nu: '%s' is geen datum of tijdstip.", nu);
		return err_advise(err, "Schrijf 2026-07-21 of 2026-07-21T09:30.");
	}
	*moment = moment_text(day, seconds);
	*dag = day;
	return 0;
}

static int from_epoch(const char *text, char **moment, struct date *dag, struct err *err)
{
	int64_t seconds;

	if (num_parse_int(text, &seconds, err) < 0 || seconds < 0 || seconds > INT64_C(7258118400)) {
		err_set(err, ERR_USE, "SOURCE_DATE_EPOCH: '%s' is geen aantal seconden sinds 1970.", text);
		return err_advise(err, "Haal de omgevingsvariabele weg, of gebruik --nu DATUM.");
	}
	*dag = date_from_unix(seconds);
	*moment = moment_text(*dag, (int)(seconds % 86400));
	return 0;
}

int clock_read(const char *nu, char **moment, struct date *dag, struct err *err)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now;
	struct tm tm;

	if (nu)
		return from_option(nu, moment, dag, err);
	if (epoch && *epoch)
		return from_epoch(epoch, moment, dag, err);
	now = time(NULL);
	if (now == (time_t)-1 || !localtime_r(&now, &tm)) {
		err_set(err, ERR_SURROUNDINGS, "De klok van de computer is niet te lezen.");
		return err_advise(err, "Geef het tijdstip op met --nu DATUM.");
	}
	*dag = (struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
	*moment = moment_text(*dag, tm.tm_hour * 3600 + tm.tm_min * 60 + (tm.tm_sec > 59 ? 59 : tm.tm_sec));
	return 0;
}
