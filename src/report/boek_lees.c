/* Printed text as a number or as two numbers. */
#include "report/boek_lees.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

enum { DIGITS_MAX = 15 }; /* what a spreadsheet keeps */

/* "10.785": a full stop only between groups of three. Returns what was read, 0 when it is none. */
static size_t read_whole(const char *text, int64_t *value, int *digits)
{
	size_t i = 0, group = 0;

	*value = 0;
	*digits = 0;
	while (is_digit(text[i]) || (text[i] == '.' && i > 0 && is_digit(text[i + 1]))) {
		if (text[i] == '.') {
			if (!(is_digit(text[i + 1]) && is_digit(text[i + 2]) && is_digit(text[i + 3])) ||
				is_digit(text[i + 4]) || (group == 0 && i > 3))
				return 0;
			group++;
		} else if (++*digits <= DIGITS_MAX) {
			*value = *value * 10 + (text[i] - '0');
		}
		i++;
	}
	return *digits <= DIGITS_MAX ? i : 0;
}

/* "%" or " words": a unit has no number of its own, unless it is "per 1.000". */
static bool is_unit(const char *text)
{
	if (!*text || strcmp(text, "%") == 0 || strncmp(text, " per ", 5) == 0)
		return true;
	return *text == ' ' && text[1] && !strpbrk(text, "0123456789,;:()");
}

bool boek_read_number(const char *text, struct decimal *out, const char **eenheid)
{
	bool negative = *text == '-';
	const char *p = text + negative;
	int64_t value;
	int digits, scale = 0;
	size_t n = read_whole(p, &value, &digits);

	if (n == 0)
		return false;
	p += n;
	if (*p == ',' && is_digit(p[1])) {
		for (p++; is_digit(*p); p++) {
			if (++digits > DIGITS_MAX || ++scale > 9)
				return false;
			value = value * 10 + (*p - '0');
		}
	}
	if (!is_unit(p))
		return false;
	*out = (struct decimal){negative ? -value : value, scale};
	*eenheid = *p == ' ' ? p + 1 : p;
	return true;
}

static bool is_number(const char *text)
{
	struct decimal d;
	const char *unit;

	return boek_read_number(text, &d, &unit);
}

/* Cuts "A<between>B" in two; the unit behind B is that of A too when A has none ("88,3 en 93,1%"). */
static bool cut(const char *text, const char *between, bool share_unit, struct boek_paar *out)
{
	const char *at = strstr(text, between), *b;
	struct decimal d;
	const char *unit;
	char *a;

	if (!at)
		return false;
	a = mem_dup_n(text, (size_t)(at - text));
	b = at + strlen(between);
	if (!is_number(a) || !boek_read_number(b, &d, &unit)) {
		free(a);
		return false;
	}
	out->een = a;
	out->twee = mem_dup(b);
	if (share_unit && *unit && is_digit(a[strlen(a) - 1])) {
		out->een = mem_printf("%s%s%s", a, strcmp(unit, "%") == 0 ? "" : " ", unit);
		free(a);
	}
	return true;
}

bool boek_read_paar(const char *text, struct boek_paar *out)
{
	static const char tussen[] = "tussen ";

	*out = (struct boek_paar){.tussen = strncmp(text, tussen, strlen(tussen)) == 0};
	if (out->tussen)
		return cut(text + strlen(tussen), " en ", true, out);
	return cut(text, " van ", false, out);
}

void boek_paar_release(struct boek_paar *p)
{
	free(p->een);
	free(p->twee);
}

bool boek_read_datum(const char *text, struct date *out)
{
	static const char *const maand[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
		"september", "oktober", "november", "december"};
	int64_t day, year;
	int digits;
	size_t n = read_whole(text, &day, &digits);

	if (n == 0 || digits > 2 || text[n] != ' ')
		return false;
	text += n + 1;
	for (size_t i = 0; i < ARRAY_LEN(maand); i++) {
		size_t len = strlen(maand[i]);

		if (strncmp(text, maand[i], len) != 0 || text[len] != ' ')
			continue;
		n = read_whole(text + len + 1, &year, &digits);
		if (n != 4 || text[len + 1 + n] || !date_valid((int)year, (int)i + 1, (int)day))
			return false;
		*out = (struct date){(int)year, (int)i + 1, (int)day};
		return true;
	}
	return false;
}
