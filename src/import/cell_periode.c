#include "import/cell_periode.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell.h"

enum {
	TOKENS_MAX = 8,
	WORD_MAX = 12,
	EXCEL_EPOCH = -25569, /* day 0 of Excel's calendar, in days since 1970-01-01 */
	EXCEL_FIRST = 20000,  /* 1954: lower numbers are no dates of deliveries */
	EXCEL_LAST = 75000    /* 2105 */
};

/* A cell in pieces: numbers and words, separators dropped. "3e kwartaal 2025" is 3 e kwartaal 2025. */
struct token {
	bool number;
	int digits;
	int value;
	char word[WORD_MAX + 1];
};

struct tokens {
	struct token item[TOKENS_MAX];
	size_t count;
	char separator; /* the first one between numbers; 0: none */
};

static int refuse(struct err *err, const char *text, const char *what, const char *advice)
{
	char *shown = cell_shown(text);

	err_set(err, ERR_DATA, "%s %s", shown, what);
	err_advise(err, "%s", advice);
	free(shown);
	return -1;
}

static size_t take_number(const char *p, struct token *t)
{
	size_t n = strspn(p, "0123456789");

	*t = (struct token){.number = true, .digits = (int)n};
	for (size_t i = 0; i < n && n <= 9; i++)
		t->value = t->value * 10 + (p[i] - '0');
	return n;
}

static size_t take_word(const char *p, struct token *t)
{
	size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz");

	*t = (struct token){.number = false};
	memcpy(t->word, p, n < WORD_MAX ? n : WORD_MAX);
	return n;
}

/* False when the text has other characters or too many pieces. */
static bool tokenise(const char *text, struct tokens *out)
{
	char *key = text_key(text);
	const char *p = key;
	bool good = true;

	*out = (struct tokens){.count = 0};
	while (good && *p) {
		if (out->count == TOKENS_MAX) {
			good = false;
		} else if (*p >= '0' && *p <= '9') {
			p += take_number(p, &out->item[out->count++]);
		} else if (*p >= 'a' && *p <= 'z') {
			p += take_word(p, &out->item[out->count++]);
		} else if (strchr(" -/.'_:,", *p)) {
			if (out->count == 1 && !out->separator && *p != ' ')
				out->separator = *p;
			p++;
		} else {
			good = false;
		}
	}
	free(key);
	return good && out->count > 0;
}

static const char *word_at(const struct tokens *t, size_t i)
{
	return i < t->count && !t->item[i].number ? t->item[i].word : "";
}

static bool number_at(const struct tokens *t, size_t i, int least, int most)
{
	return i < t->count && t->item[i].number && t->item[i].digits >= least && t->item[i].digits <= most;
}

static bool is_word(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

/* januari, jan; 0 when it is no month. */
static int month_of(const char *word)
{
	static const char *const names[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
		"september", "oktober", "november", "december"};

	if (strcmp(word, "mrt") == 0)
		return 3;
	if (strcmp(word, "sept") == 0)
		return 9;
	for (int i = 0; i < 12; i++)
		if (strcmp(word, names[i]) == 0 || (strlen(word) == 3 && strncmp(word, names[i], 3) == 0 && i != 2))
			return i + 1;
	return 0;
}

/* ---- dates --------------------------------------------------------------------------------- */

static int make_date(const char *text, int year, int month, int day, struct date *out, struct err *err)
{
	struct str what = STR_INIT;

	if (date_valid(year, month, day)) {
		*out = (struct date){year, month, day};
		return 0;
	}
	if (month >= 1 && month <= 12 && year >= 1900 && year <= 2200 && day > 0)
		str_add_f(&what, "bestaat niet: die maand heeft %d dagen.", date_days_in_month(year, month));
	else
		str_add(&what, "is geen dag die bestaat.");
	refuse(err, text, str_text(&what), "Vraag de leverancier welke dag bedoeld is.");
	str_release(&what);
	return -1;
}

static int two_dates(const char *text, struct date a, struct date b, struct err *err)
{
	struct str first = STR_INIT, second = STR_INIT;
	char *shown = cell_shown(text);

	date_add_dutch(&first, a);
	date_add_dutch(&second, b);
	err_set(err, ERR_DATA, "%s kan twee dagen zijn: %s of %s.", shown, str_text(&first), str_text(&second));
	err_advise(err, "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld %04d-%02d-%02d.", a.year, a.month, a.day);
	free(shown);
	str_release(&first);
	str_release(&second);
	return -1;
}

/* 30/09/2025: with a slash the month may stand first. */
static int slash_date(const char *text, int a, int b, int year, struct date *out, struct err *err)
{
	if (a <= 12 && b <= 12 && a != b && date_valid(year, b, a) && date_valid(year, a, b))
		return two_dates(text, (struct date){year, b, a}, (struct date){year, a, b}, err);
	if (a <= 12 && b > 12)
		return make_date(text, year, a, b, out, err);
	return make_date(text, year, b, a, out, err);
}

/* 30-9-25: the year has two digits, so it may stand first. */
static int short_year(const char *text, const struct tokens *t, struct err *err)
{
	int a = t->item[0].value, b = t->item[1].value, c = t->item[2].value;

	if (date_valid(2000 + c, b, a) && date_valid(2000 + a, b, c))
		return two_dates(text, (struct date){2000 + c, b, a}, (struct date){2000 + a, b, c}, err);
	return refuse(err, text, "heeft een jaartal van twee cijfers.",
		"Schrijf het jaar voluit, bijvoorbeeld 2025-09-30.");
}

static int excel_day(const char *text, int serial, struct err *err)
{
	struct date day = date_from_days((int64_t)serial + EXCEL_EPOCH);

	refuse(err, text, "is een dagnummer van Excel, geen datum.", "");
	return err_advise(err, "Is dit %02d-%02d-%04d? Maak de kolom in Excel op als Datum (jjjj-mm-dd) en exporteer opnieuw.",
		day.day, day.month, day.year);
}

static int numeric_date(const char *text, const struct tokens *t, struct date *out, struct err *err)
{
	int a = t->item[0].value, b = t->item[1].value, c = t->item[2].value;

	if (t->item[0].digits == 4 && t->item[1].digits <= 2 && t->item[2].digits <= 2)
		return make_date(text, a, b, c, out, err);
	if (t->item[0].digits <= 2 && t->item[1].digits <= 2 && t->item[2].digits == 4)
		return t->separator == '/' ? slash_date(text, a, b, c, out, err) : make_date(text, c, b, a, out, err);
	if (t->item[0].digits <= 2 && t->item[1].digits <= 2 && t->item[2].digits == 2)
		return short_year(text, t, err);
	return refuse(err, text, "is geen datum.", "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2025-09-30.");
}

/* A time behind the date (2025-09-30 00:00:00, 2025-09-30T00:00:00Z) says nothing when it is midnight. */
static void drop_midnight(struct tokens *t)
{
	size_t from = 3;

	if (strcmp(word_at(t, 3), "t") == 0)
		from = 4;
	for (size_t i = from; i < t->count; i++)
		if (t->item[i].number ? t->item[i].value != 0 : strcmp(t->item[i].word, "z") != 0)
			return;
	if (t->count > 3 && number_at(t, 0, 1, 4) && number_at(t, 1, 1, 2) && number_at(t, 2, 1, 4))
		t->count = 3;
}

/* One bare number: jjjjmmdd, or Excel's. */
static int bare_date(const char *text, const struct token *t, unsigned vormen, struct date *out, struct err *err)
{
	if (t->digits == 8 && vormen & DATUMVORM_BIT(DATUMVORM_AANEEN))
		return make_date(text, t->value / 10000, t->value / 100 % 100, t->value % 100, out, err);
	if (t->digits == 5 && t->value >= EXCEL_FIRST && t->value <= EXCEL_LAST)
		return excel_day(text, t->value, err);
	return refuse(err, text, "is geen datum.", "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2025-09-30.");
}

int cell_datum(const char *text, unsigned vormen, struct date *out, struct err *err)
{
	struct tokens t;

	if (tokenise(text, &t)) {
		drop_midnight(&t);
		if (t.count == 1 && t.item[0].number)
			return bare_date(text, &t.item[0], vormen, out, err);
		/* 45930,0 and 45930.5: Excel's day with a part of a day */
		if (t.count == 2 && number_at(&t, 0, 5, 5) && number_at(&t, 1, 1, 9) && t.separator && strchr(".,", t.separator))
			return excel_day(text, t.item[0].value, err);
		if (t.count == 3 && number_at(&t, 0, 1, 4) && number_at(&t, 1, 1, 2) && number_at(&t, 2, 1, 4))
			return numeric_date(text, &t, out, err);
		if (t.count == 3 && number_at(&t, 0, 1, 2) && month_of(word_at(&t, 1)) && number_at(&t, 2, 4, 4))
			return make_date(text, t.item[2].value, month_of(t.item[1].word), t.item[0].value, out, err);
	}
	return refuse(err, text, "is geen datum.", "Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2025-09-30.");
}

/* ---- periods ------------------------------------------------------------------------------- */

static bool year_ok(int year)
{
	return year >= 1900 && year <= 2200;
}

/* The one number of four digits, and the one other number; words in between do not matter here. */
static bool year_and_number(const struct tokens *t, int *year, int *number)
{
	bool has_year = false, has_number = false;

	for (size_t i = 0; i < t->count; i++) {
		if (!t->item[i].number)
			continue;
		if (t->item[i].digits == 4 && !has_year) {
			*year = t->item[i].value;
			has_year = true;
		} else if (t->item[i].digits <= 2 && !has_number) {
			*number = t->item[i].value;
			has_number = true;
		} else {
			return false;
		}
	}
	return has_year && has_number && year_ok(*year);
}

/* Every word is one of `words`, and at least one is of the first group (before the first NULL). */
static bool words_are(const struct tokens *t, const char *const *telling, const char *const *filling)
{
	bool told = false;

	for (size_t i = 0; i < t->count; i++) {
		if (t->item[i].number)
			continue;
		if (is_word(t->item[i].word, telling))
			told = true;
		else if (!is_word(t->item[i].word, filling))
			return false;
	}
	return told;
}

static const char *const quarter_words[] = {"k", "q", "kw", "kwartaal", "kwart", "qtr", "quarter", NULL};
static const char *const school_words[] = {"sj", "schooljaar", NULL};
static const char *const ordinals[] = {"e", "de", "ste", "van", NULL};

/* 2024/2025, 2024-2025, 2024/25, 2024/'25, schooljaar 2024-2025, 2024SJ00: the first year, 0 when none. */
static int school_year(const struct tokens *t)
{
	size_t at = is_word(word_at(t, 0), school_words) ? 1 : 0;
	int first, second;

	if (t->count == 3 && number_at(t, 0, 4, 4) && strcmp(word_at(t, 1), "sj") == 0 && number_at(t, 2, 2, 2))
		return t->item[2].value == 0 && year_ok(t->item[0].value) ? t->item[0].value : 0;
	if (t->count != at + 2 || !number_at(t, at, 4, 4) || !t->item[at + 1].number)
		return 0;
	first = t->item[at].value;
	second = t->item[at + 1].value;
	if (t->item[at + 1].digits == 2)
		second += first / 100 * 100 + (second == 0 ? 100 : 0);
	else if (t->item[at + 1].digits != 4)
		return 0;
	return second == first + 1 && year_ok(first) ? first : 0;
}

static int read_quarter(const char *text, const struct tokens *t, struct periode *out, struct err *err)
{
	int year = 0, number = 0;

	if (year_and_number(t, &year, &number) && words_are(t, quarter_words, ordinals)) {
		if (number < 1 || number > 4)
			return refuse(err, text, "is geen kwartaal: er zijn er vier.", "Schrijf bijvoorbeeld 2025-K3.");
		*out = periode_kwartaal(year, number);
		return 0;
	}
	/* 2024-10 to 2024-12 look alike, but a month is no school year: only a year that follows is */
	if (school_year(t))
		return refuse(err, text, "is een schooljaar (1 augustus tot en met 31 juli); hier hoort een kwartaal.",
			"Schrijf het kwartaal, bijvoorbeeld 2025-K3, of laad het bestand met het profiel voor schooljaren.");
	return 1;
}

static int read_school(const char *text, const struct tokens *t, struct periode *out, struct err *err)
{
	int first = school_year(t);

	if (first) {
		*out = periode_schooljaar(first);
		return 0;
	}
	if (t->count == 1 && number_at(t, 0, 4, 4) && year_ok(t->item[0].value)) {
		int year = t->item[0].value;
		char *what = mem_printf("kan twee schooljaren zijn: %d-%d of %d-%d.", year - 1, year, year, year + 1);

		refuse(err, text, what, "Schrijf het schooljaar voluit, bijvoorbeeld 2024-2025.");
		free(what);
		return -1;
	}
	return 1;
}

static int read_year(const struct tokens *t, struct periode *out)
{
	bool cbs = t->count == 3 && number_at(t, 0, 4, 4) && strcmp(word_at(t, 1), "jj") == 0 &&
		number_at(t, 2, 2, 2) && t->item[2].value == 0;
	bool word = t->count == 2 && strcmp(word_at(t, 0), "jaar") == 0 && number_at(t, 1, 4, 4);
	int year;

	if (!(t->count == 1 && number_at(t, 0, 4, 4)) && !cbs && !word)
		return 1;
	year = t->item[word ? 1 : 0].value;
	if (!year_ok(year))
		return 1;
	*out = periode_jaar(year);
	return 0;
}

static int read_month(const char *text, const struct tokens *t, unsigned vormen, struct periode *out, struct err *err)
{
	static const char *const words[] = {"m", "mm", "maand", NULL};
	int year = 0, month = 0;

	if (t->count == 2 && month_of(word_at(t, 0)) && number_at(t, 1, 4, 4)) {
		month = month_of(t->item[0].word);
		year = t->item[1].value;
	} else if (t->count == 1 && number_at(t, 0, 6, 6) && vormen & DATUMVORM_BIT(DATUMVORM_MAAND)) {
		year = t->item[0].value / 100;
		month = t->item[0].value % 100;
	} else if (!year_and_number(t, &year, &month) || (t->count > 2 && !words_are(t, words, ordinals))) {
		return 1;
	}
	if (!year_ok(year))
		return 1;
	if (month < 1 || month > 12)
		return refuse(err, text, "is geen maand: er zijn er twaalf.", "Schrijf bijvoorbeeld 2025-09.");
	*out = periode_maand(year, month);
	return 0;
}

static const char *kind_name(enum periode_soort soort)
{
	static const char *const names[] = {"periode", "kwartaal", "schooljaar", "jaar", "maand", "dag"};

	return names[soort];
}

static const char *kind_example(enum periode_soort soort)
{
	static const char *const examples[] = {"", "2025-K3", "2024-2025", "2025", "2025-09", "2025-09-30"};

	return examples[soort];
}

/* 0 read, -1 refused, 1 not of this kind. */
static int read_kind(const char *text, const struct tokens *t, enum periode_soort soort, unsigned vormen,
	struct periode *out, struct err *err)
{
	switch (soort) {
	case PERIODE_KWARTAAL:
		return read_quarter(text, t, out, err);
	case PERIODE_SCHOOLJAAR:
		return read_school(text, t, out, err);
	case PERIODE_JAAR:
		return read_year(t, out);
	case PERIODE_MAAND:
		return read_month(text, t, vormen, out, err);
	case PERIODE_GEEN:
	case PERIODE_DAG:
	case PERIODE_JAREN: /* made here, never delivered */
	case PERIODE_SCHOOLJAREN:
		break;
	}
	return 1;
}

static bool looks_like_date(const struct tokens *t)
{
	return t->count >= 3 && t->item[0].number && (t->item[1].number || month_of(t->item[1].word)) &&
		t->item[2].number;
}

int cell_periode(const char *text, enum periode_soort soort, unsigned vormen, struct periode *out, struct err *err)
{
	struct tokens t;
	struct date day;
	int result = 1;
	char *what, *advice;

	if (tokenise(text, &t))
		result = read_kind(text, &t, soort, vormen, out, err);
	if (result <= 0)
		return result;
	if (soort == PERIODE_DAG || (t.count && (looks_like_date(&t) || (t.count == 1 && t.item[0].digits == 8)))) {
		if (cell_datum(text, vormen, &day, err) < 0)
			return -1;
		*out = soort == PERIODE_DAG ? periode_dag(day) : periode_of_date(soort, day);
		return 0;
	}
	what = mem_printf("is geen %s.", kind_name(soort));
	advice = mem_printf("Schrijf bijvoorbeeld %s.", kind_example(soort));
	refuse(err, text, what, advice);
	free(what);
	free(advice);
	return -1;
}

/* ---- what the day must be ------------------------------------------------------------------ */

int cell_moet_zijn(enum moet_zijn moet_zijn, struct date dag, struct err *err)
{
	static const char *const names[] = {"", "de laatste dag van een kwartaal", "de laatste dag van een half jaar",
		"1 oktober", "1 januari"};
	struct date end = periode_of_date(PERIODE_KWARTAAL, dag).eind;
	struct str meant = STR_INIT, given = STR_INIT;
	bool good = true;

	switch (moet_zijn) {
	case MOET_ZIJN_VRIJ:
		break;
	case MOET_ZIJN_LAATSTE_DAG_KWARTAAL:
		good = date_cmp(end, dag) == 0;
		break;
	case MOET_ZIJN_LAATSTE_DAG_HALFJAAR:
		good = date_cmp(end, dag) == 0 && dag.month % 6 == 0;
		end = dag.month <= 6 ? (struct date){dag.year, 6, 30} : (struct date){dag.year, 12, 31};
		break;
	case MOET_ZIJN_1_OKTOBER:
		good = dag.month == 10 && dag.day == 1;
		end = (struct date){dag.year, 10, 1};
		break;
	case MOET_ZIJN_1_JANUARI:
		good = dag.month == 1 && dag.day == 1;
		end = (struct date){dag.year, 1, 1};
		break;
	}
	if (good)
		return 0;
	date_add_dutch(&given, dag);
	date_add_dutch(&meant, end);
	err_set(err, ERR_DATA, "%s is niet %s.", str_text(&given), names[moet_zijn]);
	err_advise(err, "Bedoelt u %s? Verbeter de datum.", str_text(&meant));
	str_release(&given);
	str_release(&meant);
	return -1;
}
