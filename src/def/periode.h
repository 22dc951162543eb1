/* periode.h - a quarter, school year, calendar year, month or reference date. Pure.
 *
 * Codes: 2026-K2, 2025/2026, 2026, 2026-M04, 2026-06-30. A school year runs 1 August - 31 July. A
 * reference date (peildatum) that is the last day of a quarter stays a day: which kind a source
 * delivers is said by its profile. */
#ifndef DEF_PERIODE_H
#define DEF_PERIODE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"

enum periode_soort {
	PERIODE_GEEN,
	PERIODE_KWARTAAL,
	PERIODE_SCHOOLJAAR,
	PERIODE_JAAR,
	PERIODE_MAAND,
	PERIODE_DAG,
	PERIODE_JAREN,	    /* three years together: what a gemeente pools (privacy_samen, lokaal.h) */
	PERIODE_SCHOOLJAREN /* three school years together */
};
enum { PERIODE_SAMEN = 3 };

/* Two periods are equal when soort, jaar and nummer are; begin and eind follow from those. */
struct periode {
	enum periode_soort soort;
	int jaar;   /* of a school year: its first calendar year; of years together: that of the last */
	int nummer; /* quarter 1-4, month 1-12, day of the year 1-366; else 0 */
	struct date begin, eind;
};

struct periode periode_kwartaal(int jaar, int kwartaal);
struct periode periode_schooljaar(int eerste_jaar);
struct periode periode_jaar(int jaar);
struct periode periode_maand(int jaar, int maand);
struct periode periode_dag(struct date dag);
/* Three years together; `laatste` is a year or a school year. Code "2023..2025", "2022/2023..2024/2025". */
struct periode periode_samen(struct periode laatste);
bool periode_is_samen(struct periode p);
/* The i-th of its years, from 0. */
struct periode periode_deel(struct periode samen, int i);
/* The period of this kind that holds the day; of years together the one that ends with its year. */
struct periode periode_of_date(enum periode_soort soort, struct date dag);

/* Reads a code as above, strictly; also "2026K2" and "2025-2026". Delivered notations ("3e kwartaal
 * 2025", "2025Q3") are import/cell's job. */
int periode_parse(const char *text, struct periode *out, struct err *err) MUST_USE;
void periode_add_code(struct str *s, struct periode p);
/* "2e kwartaal 2026", "schooljaar 2025-2026", "2026", "april 2026", "30 juni 2026", "2023 tot en met 2025 samen". */
void periode_add_name(struct str *s, struct periode p);
/* By end date, then kind: -, 0, +. */
int periode_cmp(struct periode a, struct periode b);
bool periode_equal(struct periode a, struct periode b);
/* The same quarter (month, day, school year, year) `n` years earlier; 29 February becomes 28. */
struct periode periode_years_back(struct periode p, int n);
/* The next period of the same kind; a day gives the next day. */
struct periode periode_next(struct periode p);

#endif
