#include "publish/rol.h"

#include <stdlib.h>
#include <string.h>

#include "base/macro.h"
#include "base/mem.h"
#include "base/text.h"

/* Ends of words that are roles: "beleidsadviseur" ends in "adviseur". */
static const char *const role_ends[] = {"adviseur", "agent", "ambtenaar", "analist", "arts", "begeleider",
	"beheerder", "bestuur", "bestuurder", "burgemeester", "college", "consulent", "contactpersoon",
	"controller", "coordinator", "coördinator", "decaan", "deskundige", "directeur", "directie", "docent",
	"eigenaar", "eigenaren", "functionaris", "griffier", "hoofd", "houder", "ib'er", "kwartiermaker", "leerkracht", "leider", "leiding",
	"lid", "makelaar", "manager", "medewerker", "mentor", "onderzoeker", "opdrachtgever", "opdrachtnemer",
	"overleg", "pedagoog", "psycholoog", "rector", "regisseur", "secretaris", "specialist", "team", "trekker",
	"verbinder", "verpleegkundige", "voorzitter", "werkgroep", "werker", "wethouder"};

/* Words that may follow a role with a capital. */
static const char *const field_words[] = {"aanbod", "afdeling", "basisonderwijs", "bedrijfsvoering", "beleid",
	"bibliotheek", "cultuur", "gelijke", "gemeente", "gezin", "gezondheid", "huisvesting", "ikc", "inclusie",
	"jeugd", "jeugdhulp", "jeugdzorg", "kansen", "kind", "kinderopvang", "kwaliteit", "leerlingzaken",
	"leerplicht", "lokaal", "lokale", "maatschappelijke", "meerpunt", "naschools", "onderwijs",
	"onderwijshuisvesting", "ondersteuning", "ontwikkeling", "opvang", "ouders", "passend", "peuters", "platform",
	"samenleving", "school", "sociaal", "domein", "sport", "stuurgroep", "taal", "veiligheid", "voorschool",
	"voorschoolse", "vroegschoolse", "welzijn", "wijk", "wijken", "wijkteam", "zorg"};

static const char *const titles[] = {"dhr", "dhr.", "heer", "hr.", "juf", "meester", "meneer", "mevr", "mevr.",
	"mevrouw", "mr.", "mw", "mw."};

#define SEPARATORS " \t\n/,;()-"

static bool listed(const char *const *list, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], key) == 0)
			return true;
	return false;
}

static bool ends_in_role(const char *key)
{
	size_t len = strlen(key);

	for (size_t i = 0; i < ARRAY_LEN(role_ends); i++) {
		size_t end = strlen(role_ends[i]);

		if (len >= end && strcmp(key + len - end, role_ends[i]) == 0)
			return true;
	}
	return false;
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* "J." or "J.P.": letters that each end in a full stop. */
static bool is_initials(const char *word)
{
	for (const char *at = word; *at; at += 2)
		if (!is_upper(at[0]) || at[1] != '.')
			return false;
	return *word != '\0';
}

/* An abbreviation has no small letter: VVE, LEA, 16+. Letters beyond ASCII are not in one. */
static bool is_abbreviation(const char *word)
{
	for (; *word; word++)
		if (is_lower(*word) || (unsigned char)*word >= 0x80)
			return false;
	return true;
}

static bool has_telephone(const char *text)
{
	int digits = 0;

	for (; *text; text++) {
		if (*text >= '0' && *text <= '9')
			digits++;
		else if (*text != ' ' && *text != '-')
			digits = 0;
		if (digits >= 9)
			return true;
	}
	return false;
}

/* Calls `each` for every word until it says true; then true. */
static bool any_word(const char *text, bool (*each)(const char *word, const char *key, const void *arg),
	const void *arg)
{
	char *copy = mem_dup(text), *rest = copy, *word;
	bool found = false;

	while (!found && (word = strtok_r(rest, SEPARATORS, &rest))) {
		char *key = text_key(word);

		found = each(word, key, arg);
		free(key);
	}
	free(copy);
	return found;
}

static bool is_personal(const char *word, const char *key, const void *arg)
{
	(void)arg;
	return strchr(word, '@') || is_initials(word) || listed(titles, ARRAY_LEN(titles), key);
}

bool rol_names_person(const char *text)
{
	return has_telephone(text) || any_word(text, is_personal, NULL);
}

static bool is_role_word(const char *word, const char *key, const void *arg)
{
	(void)word;
	(void)arg;
	return ends_in_role(key);
}

static bool equals_key(const char *word, const char *key, const void *arg)
{
	(void)word;
	return strcmp(key, arg) == 0;
}

static bool is_doubtful(const char *word, const char *key, const void *partij)
{
	return !ends_in_role(key) && !is_lower(*word) && !is_abbreviation(word) &&
	       !listed(field_words, ARRAY_LEN(field_words), key) && !any_word(partij, equals_key, key);
}

bool rol_is_role(const char *text, const char *partij)
{
	return !rol_names_person(text) && any_word(text, is_role_word, NULL) &&
	       !any_word(text, is_doubtful, partij);
}
