#include "import/bestandsnaam.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/* The match so far; texts are borrowed from the name. */
struct match {
	struct bestandsnaam parts;
	const char *status;
	size_t status_len;
};

static bool match_rest(const char *pattern, const char *name, struct match *m);

/* Exactly `digits` digits. */
static bool read_number(const char *name, size_t digits, int *out)
{
	int value = 0;

	for (size_t i = 0; i < digits; i++) {
		if (name[i] < '0' || name[i] > '9')
			return false;
		value = value * 10 + (name[i] - '0');
	}
	*out = value;
	return true;
}

/* A placeholder of so many digits. */
static bool match_number(const char *pattern, const char *name, size_t digits, int *slot, struct match *m)
{
	int before = *slot;

	if (!read_number(name, digits, slot))
		return false;
	if (match_rest(pattern, name + digits, m))
		return true;
	*slot = before;
	return false;
}

/* A year of four digits, or of two: 2024-2025 and 2024-25. */
static bool match_year(const char *pattern, const char *name, int *slot, struct match *m)
{
	if (match_number(pattern, name, 4, slot, m))
		return true;
	if (!match_number(pattern, name, 2, slot, m))
		return false;
	*slot += 2000;
	return true;
}

static bool match_any(const char *pattern, const char *name, bool status, struct match *m)
{
	/* {*} may be nothing at all; a status is always there */
	for (size_t n = status ? 1 : 0; n <= strlen(name); n++)
		if (match_rest(pattern, name + n, m)) {
			if (status) {
				m->status = name;
				m->status_len = n;
			}
			return true;
		}
	return false;
}

static bool match_placeholder(const char *word, size_t len, const char *rest, const char *name, struct match *m)
{
	static const char *const words[] = {"jjjj", "jj1", "jj2", "k", "h", "mm", "dd", "status", "*"};
	size_t i = 0;

	while (i < ARRAY_LEN(words) && (strlen(words[i]) != len || strncmp(words[i], word, len) != 0))
		i++;
	switch (i) {
	case 0:
		return match_number(rest, name, 4, &m->parts.jaar, m);
	case 1:
		return match_year(rest, name, &m->parts.jaar, m);
	case 2:
		return match_year(rest, name, &m->parts.jaar2, m);
	case 3:
		return match_number(rest, name, 1, &m->parts.kwartaal, m);
	case 4:
		return match_number(rest, name, 1, &m->parts.halfjaar, m);
	case 5:
		return match_number(rest, name, 2, &m->parts.maand, m);
	case 6:
		return match_number(rest, name, 2, &m->parts.dag, m);
	case 7:
	case 8:
		return match_any(rest, name, i == 7, m);
	default:
		return false;
	}
}

static bool match_rest(const char *pattern, const char *name, struct match *m)
{
	while (*pattern && *pattern != '{') {
		if (*pattern != *name)
			return false;
		pattern++;
		name++;
	}
	if (!*pattern)
		return !*name;
	pattern++;
	if (!strchr(pattern, '}'))
		return false;
	return match_placeholder(pattern, strcspn(pattern, "}"), strchr(pattern, '}') + 1, name, m);
}

/* Takes " (1)" out, which browsers put before the extension of a second download. */
static void drop_copy_number(char *name)
{
	char *dot = strrchr(name, '.'), *open = dot;

	if (!dot || dot == name || dot[-1] != ')')
		return;
	for (open = dot - 2; open > name && *open >= '0' && *open <= '9'; open--)
		;
	if (open > name && *open == '(' && open[-1] == ' ' && open + 1 < dot - 1)
		memmove(open - 1, dot, strlen(dot) + 1);
}

bool bestandsnaam_match(const char *patroon, const char *naam, struct bestandsnaam *out)
{
	char *pattern = text_key(patroon), *name = text_key(naam);
	struct match m = {{0}, NULL, 0};
	bool hit;

	drop_copy_number(name);
	hit = match_rest(pattern, name, &m);
	if (hit) {
		*out = m.parts;
		out->status = m.status ? mem_dup_n(m.status, m.status_len) : NULL;
	}
	free(pattern);
	free(name);
	return hit;
}

bool bestandsnaam_periode(const struct bestandsnaam *delen, enum periode_soort soort, struct periode *out)
{
	/* a school year may be named by its last year alone */
	int year = delen->jaar || soort != PERIODE_SCHOOLJAAR ? delen->jaar : delen->jaar2 - 1;

	if (year < 1900 || year > 2200)
		return false;
	switch (soort) {
	case PERIODE_KWARTAAL:
		if (delen->kwartaal >= 1 && delen->kwartaal <= 4)
			*out = periode_kwartaal(year, delen->kwartaal);
		else if (delen->maand >= 1 && delen->maand <= 12)
			*out = periode_kwartaal(year, (delen->maand + 2) / 3);
		else
			return false;
		return true;
	case PERIODE_SCHOOLJAAR:
		if (delen->jaar2 && delen->jaar2 != year + 1)
			return false;
		*out = periode_schooljaar(year);
		return true;
	case PERIODE_JAAR:
		*out = periode_jaar(year);
		return true;
	case PERIODE_MAAND:
		if (delen->maand < 1 || delen->maand > 12)
			return false;
		*out = periode_maand(year, delen->maand);
		return true;
	case PERIODE_DAG:
		if (!date_valid(year, delen->maand, delen->dag))
			return false;
		*out = periode_dag((struct date){year, delen->maand, delen->dag});
		return true;
	case PERIODE_GEEN:
	case PERIODE_JAREN: /* made here, never delivered */
	case PERIODE_SCHOOLJAREN:
		break;
	}
	return false;
}
