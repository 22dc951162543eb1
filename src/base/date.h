/* date.h - calendar dates (proleptic Gregorian) without clock, time zone or libc's time functions. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

/* year 0 means "no date". */
struct date {
	int year, month, day;
};

#define DATE_NONE ((struct date){0, 0, 0})

bool date_is_set(struct date d);
/* True for a day that exists, years 1900..2200. */
bool date_valid(int year, int month, int day);
/* 0 when there is no such month. */
int date_days_in_month(int year, int month);
/* Days since 1970-01-01, of a date that is set; and back. What falls outside the years 1..9999 becomes
 * DATE_NONE, and DATE_NONE plus days stays DATE_NONE. */
int64_t date_to_days(struct date d);
struct date date_from_days(int64_t days);
struct date date_add_days(struct date d, int64_t days);
/* -1, 0, 1; DATE_NONE comes first. */
int date_cmp(struct date a, struct date b);
/* Exactly jjjj-mm-dd; err "'x' is geen datum (jjjj-mm-dd)." (ERR_DATA). */
int date_parse_iso(const char *text, struct date *out, struct err *err) MUST_USE;
/* DATE_NONE adds nothing. */
void date_add_iso(struct str *s, struct date d);   /* 2026-06-30 */
void date_add_dutch(struct str *s, struct date d); /* 30 juni 2026 */
/* From seconds since 1970-01-01 UTC. */
struct date date_from_unix(int64_t seconds);

#endif
