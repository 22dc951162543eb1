#include "def/periode.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum {
	YEAR_MIN = 1900,
	YEAR_MAX = 2199
}; /* date_valid goes to 2200; a school year ends one later */

static struct periode make(
	enum periode_soort soort, int jaar, int nummer, struct date begin, struct date eind)
{
	return (struct periode){
		.soort = soort, .jaar = jaar, .nummer = nummer, .begin = begin, .eind = eind};
}

static struct date last_of_month(int jaar, int maand)
{
	return (struct date){jaar, maand, date_days_in_month(jaar, maand)};
}

struct periode periode_kwartaal(int jaar, int kwartaal)
{
	assert(kwartaal >= 1 && kwartaal <= 4);
	return make(PERIODE_KWARTAAL, jaar, kwartaal, (struct date){jaar, 3 * kwartaal - 2, 1},
		last_of_month(jaar, 3 * kwartaal));
}

struct periode periode_schooljaar(int eerste_jaar)
{
	return make(PERIODE_SCHOOLJAAR, eerste_jaar, 0, (struct date){eerste_jaar, 8, 1},
		(struct date){eerste_jaar + 1, 7, 31});
}

struct periode periode_jaar(int jaar)
{
	return make(PERIODE_JAAR, jaar, 0, (struct date){jaar, 1, 1}, (struct date){jaar, 12, 31});
}

struct periode periode_samen(struct periode laatste)
{
	struct periode eerste = periode_years_back(laatste, PERIODE_SAMEN - 1);

	assert(laatste.soort == PERIODE_JAAR || laatste.soort == PERIODE_SCHOOLJAAR);
	return make(laatste.soort == PERIODE_JAAR ? PERIODE_JAREN : PERIODE_SCHOOLJAREN, laatste.jaar, 0, eerste.begin,
		laatste.eind);
}

bool periode_is_samen(struct periode p)
{
	return p.soort == PERIODE_JAREN || p.soort == PERIODE_SCHOOLJAREN;
}

struct periode periode_deel(struct periode samen, int i)
{
	int jaar = samen.jaar - PERIODE_SAMEN + 1 + i;

	return samen.soort == PERIODE_JAREN ? periode_jaar(jaar) : periode_schooljaar(jaar);
}

struct periode periode_maand(int jaar, int maand)
{
	assert(maand >= 1 && maand <= 12);
	return make(PERIODE_MAAND, jaar, maand, (struct date){jaar, maand, 1},
		last_of_month(jaar, maand));
}

struct periode periode_dag(struct date dag)
{
	int nummer = dag.day;

	for (int maand = 1; maand < dag.month; maand++)
		nummer += date_days_in_month(dag.year, maand);
	return make(PERIODE_DAG, dag.year, nummer, dag, dag);
}

struct periode periode_of_date(enum periode_soort soort, struct date dag)
{
	switch (soort) {
	case PERIODE_KWARTAAL:
		return periode_kwartaal(dag.year, (dag.month + 2) / 3);
	case PERIODE_SCHOOLJAAR:
		return periode_schooljaar(dag.month >= 8 ? dag.year : dag.year - 1);
	case PERIODE_JAAR:
		return periode_jaar(dag.year);
	case PERIODE_MAAND:
		return periode_maand(dag.year, dag.month);
	case PERIODE_DAG:
		return periode_dag(dag);
	case PERIODE_JAREN:
		return periode_samen(periode_jaar(dag.year));
	case PERIODE_SCHOOLJAREN:
		return periode_samen(periode_of_date(PERIODE_SCHOOLJAAR, dag));
	case PERIODE_GEEN:
		break;
	}
	return make(PERIODE_GEEN, 0, 0, DATE_NONE, DATE_NONE);
}

/* Exactly `n` digits at `text`; the number, or -1. */
static int digits(const char *text, size_t n)
{
	int value = 0;

	for (size_t i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = 10 * value + (text[i] - '0');
	}
	return value;
}

/* What comes after the year of a code; false when it is none of the notations. */
static bool parse_rest(const char *rest, int jaar, struct periode *out)
{
	size_t len = strlen(rest);
	int n;

	if (len == 0) {
		*out = periode_jaar(jaar);
		return true;
	}
	if (len == 5 && (rest[0] == '/' || rest[0] == '-') && digits(rest + 1, 4) == jaar + 1) {
		*out = periode_schooljaar(jaar);
		return true;
	}
	if (rest[0] == '-' && len == 4 && rest[1] == 'M') {
		n = digits(rest + 2, 2);
		if (n < 1 || n > 12)
			return false;
		*out = periode_maand(jaar, n);
		return true;
	}
	if (rest[0] == '-' && len == 3)
		rest++;
	else if (len != 2)
		return false;
	n = digits(rest + 1, 1);
	if (rest[0] != 'K' || n < 1 || n > 4)
		return false;
	*out = periode_kwartaal(jaar, n);
	return true;
}

/* jjjj-mm-dd of a day that exists. */
static bool parse_day(const char *text, struct periode *out)
{
	int jaar, maand, dag;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	jaar = digits(text, 4);
	maand = digits(text + 5, 2);
	dag = digits(text + 8, 2);
	if (jaar < YEAR_MIN || jaar > YEAR_MAX || maand < 1 || dag < 1 ||
		!date_valid(jaar, maand, dag))
		return false;
	*out = periode_dag((struct date){jaar, maand, dag});
	return true;
}

/* "2023..2025": the first and the last year of three. */
static bool parse_samen(const char *text, struct periode *out)
{
	const char *dots = strstr(text, "..");
	size_t len = dots ? (size_t)(dots - text) : 0;
	struct periode eerste, laatste;
	char first[16] = "";

	if (len < 4 || len >= sizeof(first) || strlen(dots + 2) != len)
		return false;
	memcpy(first, text, len);
	if (!parse_rest(first + 4, digits(first, 4), &eerste) || !parse_rest(dots + 6, digits(dots + 2, 4), &laatste) ||
		eerste.soort != laatste.soort || laatste.jaar - eerste.jaar != PERIODE_SAMEN - 1 ||
		eerste.jaar < YEAR_MIN || laatste.jaar > YEAR_MAX ||
		(laatste.soort != PERIODE_JAAR && laatste.soort != PERIODE_SCHOOLJAAR))
		return false;
	*out = periode_samen(laatste);
	return true;
}

int periode_parse(const char *text, struct periode *out, struct err *err)
{
	struct str shown = STR_INIT;
	size_t len = strlen(text);
	int jaar;

	if (parse_samen(text, out))
		return 0;
	if (parse_day(text, out))
		return 0;
	jaar = len < 4 ? -1 : digits(text, 4);
	if (jaar >= YEAR_MIN && jaar <= YEAR_MAX && parse_rest(text + 4, jaar, out))
		return 0;
	text_add_shown(&shown, text, len, 40);
	err_set(err, ERR_DATA, "'%s' is geen periode.", str_text(&shown));
	err_advise(err, "Schrijf een periode als 2026-K2 (kwartaal), 2025/2026 (schooljaar), "
			"2026 (jaar), 2026-M04 (maand) of 2026-06-30 (peildatum).");
	str_release(&shown);
	return -1;
}

void periode_add_code(struct str *s, struct periode p)
{
	switch (p.soort) {
	case PERIODE_KWARTAAL:
		str_add_f(s, "%04d-K%d", p.jaar, p.nummer);
		break;
	case PERIODE_SCHOOLJAAR:
		str_add_f(s, "%04d/%04d", p.jaar, p.jaar + 1);
		break;
	case PERIODE_JAAR:
		str_add_f(s, "%04d", p.jaar);
		break;
	case PERIODE_MAAND:
		str_add_f(s, "%04d-M%02d", p.jaar, p.nummer);
		break;
	case PERIODE_DAG:
		date_add_iso(s, p.begin);
		break;
	case PERIODE_JAREN:
	case PERIODE_SCHOOLJAREN:
		periode_add_code(s, periode_deel(p, 0));
		str_add(s, "..");
		periode_add_code(s, periode_deel(p, PERIODE_SAMEN - 1));
		break;
	case PERIODE_GEEN:
		break;
	}
}

/* The names of the months stand in date.c: the first of the month without its "1 ". */
static void add_month_name(struct str *s, struct date eerste)
{
	struct str dag = STR_INIT;

	date_add_dutch(&dag, eerste);
	str_add(s, str_text(&dag) + 2);
	str_release(&dag);
}

void periode_add_name(struct str *s, struct periode p)
{
	switch (p.soort) {
	case PERIODE_KWARTAAL:
		str_add_f(s, "%de kwartaal %d", p.nummer, p.jaar);
		break;
	case PERIODE_SCHOOLJAAR:
		str_add_f(s, "schooljaar %d-%d", p.jaar, p.jaar + 1);
		break;
	case PERIODE_JAAR:
		str_add_f(s, "%d", p.jaar);
		break;
	case PERIODE_MAAND:
		add_month_name(s, p.begin);
		break;
	case PERIODE_DAG:
		date_add_dutch(s, p.begin);
		break;
	case PERIODE_JAREN:
		str_add_f(s, "%d tot en met %d samen", p.begin.year, p.jaar);
		break;
	case PERIODE_SCHOOLJAREN:
		str_add_f(s, "schooljaren %d-%d tot en met %d-%d samen", p.begin.year, p.begin.year + 1, p.jaar,
			p.jaar + 1);
		break;
	case PERIODE_GEEN:
		break;
	}
}

int periode_cmp(struct periode a, struct periode b)
{
	int order = date_cmp(a.eind, b.eind);

	return order ? order : (int)a.soort - (int)b.soort;
}

bool periode_equal(struct periode a, struct periode b)
{
	return a.soort == b.soort && a.jaar == b.jaar && a.nummer == b.nummer;
}

struct periode periode_years_back(struct periode p, int n)
{
	struct date dag = p.begin;

	if (p.soort == PERIODE_GEEN)
		return p;
	if (periode_is_samen(p))
		dag = p.eind;
	dag.year -= n;
	if (dag.day > date_days_in_month(dag.year, dag.month))
		dag.day = date_days_in_month(dag.year, dag.month);
	return periode_of_date(p.soort, dag);
}

struct periode periode_next(struct periode p)
{
	return p.soort == PERIODE_GEEN ? p : periode_of_date(p.soort, date_add_days(p.eind, 1));
}
