#include "import/guard.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell_periode.h"

enum {
	GROUPS_MAX = 24,
	BSN_DIGITS = 9,
	BIRTH_YEARS = 26,  /* a child of 0-23 years, and some room */
	BIRTH_VALUES = 10, /* fewer dates prove nothing */
	HEAD_LOOK = 5
};

/* ---- burgerservicenummer ------------------------------------------------------------------- */

/* The elfproef: 9..2 times the digits, minus the last one, is a multiple of 11. */
static bool elfproef(const char *digits)
{
	int sum = 0, any = 0;

	for (int i = 0; i < BSN_DIGITS; i++) {
		int digit = digits[i] - '0', weight = i == BSN_DIGITS - 1 ? -1 : BSN_DIGITS - i;

		sum += digit * weight;
		any += digit;
	}
	return any > 0 && sum % 11 == 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Eight digits that are a day, written jjjjmmdd or ddmmjjjj. */
static bool is_day(const char *d)
{
	int a = (d[0] - '0') * 1000 + (d[1] - '0') * 100 + (d[2] - '0') * 10 + (d[3] - '0');
	int b = (d[4] - '0') * 1000 + (d[5] - '0') * 100 + (d[6] - '0') * 10 + (d[7] - '0');

	return date_valid(a, b / 100, b % 100) || date_valid(b, a % 100, a / 100);
}

/* One run of digits: nine, or eight of which Excel has dropped the leading zero. */
static bool bsn_run(const char *digits, size_t len, bool eight_too)
{
	char nine[BSN_DIGITS] = {'0'};

	if (len == BSN_DIGITS)
		return elfproef(digits);
	if (len != BSN_DIGITS - 1 || !eight_too || is_day(digits))
		return false;
	memcpy(nine + 1, digits, BSN_DIGITS - 1);
	return elfproef(nine);
}

/* Runs of digits in a text, and the sign between each and the one before (0: more than one sign). */
struct groups {
	const char *start[GROUPS_MAX];
	size_t len[GROUPS_MAX];
	char before[GROUPS_MAX];
	size_t count;
};

static char separator(const char *from, const char *to)
{
	if (to - from == 1 && strchr(" .-/_", *from))
		return *from;
	if (to - from == 2 && memcmp(from, "\xc2\xa0", 2) == 0)
		return ' ';
	return 0;
}

static void find_groups(const char *text, size_t len, struct groups *g)
{
	const char *end = text + len, *last = NULL;

	g->count = 0;
	for (const char *p = text; p < end && g->count < GROUPS_MAX;) {
		const char *from = p;

		if (!is_digit(*p)) {
			p++;
			continue;
		}
		while (p < end && is_digit(*p))
			p++;
		g->start[g->count] = from;
		g->len[g->count] = (size_t)(p - from);
		g->before[g->count] = last ? separator(last, from) : 0;
		g->count++;
		last = p;
	}
}

/* 123.456.782 and 1234 56 782: three groups with one kind of sign between them. */
static bool bsn_parts(const struct groups *g, size_t i)
{
	char digits[BSN_DIGITS];
	size_t n = 0;

	if (i + 2 >= g->count || !g->before[i + 1] || g->before[i + 1] != g->before[i + 2])
		return false;
	if (!((g->len[i] == 3 && g->len[i + 1] == 3) || (g->len[i] == 4 && g->len[i + 1] == 2)) || g->len[i + 2] != 3)
		return false;
	for (size_t j = i; j < i + 3; j++) {
		memcpy(digits + n, g->start[j], g->len[j]);
		n += g->len[j];
	}
	return elfproef(digits);
}

/* 52.059985 and 0,123456782: the decimals of a number are no number of a person. */
static bool is_decimals(const struct groups *g, size_t i, const char *text, size_t len)
{
	const char *end = g->start[i] + g->len[i];

	return g->count == 2 && i == 1 && end == text + len && g->start[1] - (g->start[0] + g->len[0]) == 1 &&
		strchr(".,", g->start[1][-1]) && g->start[0] - text <= 1;
}

bool guard_is_bsn(const char *text, size_t len, bool eight_too)
{
	struct groups g;

	if (len < BSN_DIGITS - 1)
		return false;
	find_groups(text, len, &g);
	for (size_t i = 0; i < g.count; i++) {
		/* eight digits only count when they are the whole cell: in a text they may be anything */
		bool whole = g.len[i] == len || (g.count == 2 && i == 0 && is_decimals(&g, 1, text, len));

		if (bsn_parts(&g, i))
			return true;
		if (!is_decimals(&g, i, text, len) && bsn_run(g.start[i], g.len[i], eight_too && whole))
			return true;
	}
	return false;
}

/* ---- e-mail, telephone --------------------------------------------------------------------- */

static bool address_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '.' || c == '-' || c == '_' ||
		c == '+';
}

bool guard_is_email(const char *text, size_t len)
{
	const char *at = memchr(text, '@', len), *end = text + len, *p;

	if (!at || at == text || !address_char(at[-1]))
		return false;
	for (p = at + 1; p < end && address_char(*p); p++)
		if (*p == '.' && p > at + 1 && p + 2 < end && address_char(p[1]) && address_char(p[2]))
			return true;
	return false;
}

/* 06-12345678, +31 6 1234 5678, 0031612345678: a mobile number is that of a person. */
bool guard_is_mobile(const char *text, size_t len)
{
	char digits[16];
	size_t n = 0;

	if (len < 10 || len > 20)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (is_digit(text[i])) {
			if (n == sizeof(digits))
				return false;
			digits[n++] = text[i];
		} else if (!strchr(" -+()", text[i]) || !text[i]) {
			return false;
		}
	}
	return (n == 10 && memcmp(digits, "06", 2) == 0) || (n == 11 && memcmp(digits, "316", 3) == 0) ||
		(n == 13 && memcmp(digits, "00316", 5) == 0);
}

/* ---- column names -------------------------------------------------------------------------- */

/* Only small letters and digits of the name. */
static char *bare_name(const char *name)
{
	char *key = text_loose_key(name);
	size_t to = 0;

	for (size_t i = 0; key[i]; i++)
		if (is_digit(key[i]) || (key[i] >= 'a' && key[i] <= 'z'))
			key[to++] = key[i];
	key[to] = '\0';
	return key;
}

/* Long words may stand anywhere in a name, short ones are the whole name. */
static bool common_forbidden(const char *bare)
{
	static const char *const anywhere[] = {"burgerservicen", "persoonsgebonden", "onderwijsnummer", "sofinummer",
		"geboortedat", "geboortedag", "gebdat", "achternaam", "voornaam", "voornamen", "roepnaam", "voorletter",
		"tussenvoegsel", "geslachtsnaam", "leerlingnaam", "kindnaam", "naamkind", "naamleerling", "naamouder",
		"oudernaam", "leerlingnummer", "huisnummer", "emailadres", "mobielnummer", "rekeningnummer", "straatnaam"};
	static const char *const whole[] = {"bsn", "bsnnr", "bsnnummer", "pgn", "straat", "adres", "woonadres", "email",
		"mail", "telefoon", "telefoonnummer", "mobiel", "iban", "naw", "geboren", "dob", "sofi", "gebdtm"};

	for (size_t i = 0; i < ARRAY_LEN(anywhere); i++)
		if (strstr(bare, anywhere[i]))
			return true;
	for (size_t i = 0; i < ARRAY_LEN(whole); i++)
		if (strcmp(bare, whole[i]) == 0)
			return true;
	return false;
}

/* Characters after which a forbidden word is a word of its own: bsn_kind, but not bsnx. */
static bool own_word(const char *name, const char *word)
{
	char *key = text_key(name), *want = text_key(word);
	const char *p = key + strspn(key, " _#\"'");
	size_t n = strlen(want);
	bool hit = n && strncmp(p, want, n) == 0 && (p[n] == '\0' || strchr(" _-#.", p[n]));

	free(key);
	free(want);
	return hit;
}

bool guard_name_forbidden(const char *name, const struct import_def *def)
{
	char *bare = bare_name(name), *other;
	bool hit = common_forbidden(bare) || own_word(name, "bsn");

	for (size_t i = 0; def && i < def->verboden.count && !hit; i++) {
		other = bare_name(def->verboden.item[i]);
		hit = strcmp(bare, other) == 0 || own_word(name, def->verboden.item[i]);
		free(other);
	}
	free(bare);
	return hit;
}

/* ---- the rows ------------------------------------------------------------------------------ */

struct guard_kolom {
	bool skip;	/* never read, or exempt with a reason */
	bool eight_too; /* eight digits may be a number that lost its zero */
	bool may_be_birth;
	bool name;	/* forbidden */
	int64_t bsn, email, mobile; /* line of the first one */
	int64_t bsn_count, email_count, mobile_count;
	int64_t values, dates, changes;
	int64_t last_day;
};

struct guard {
	const struct kop *kop;
	struct guard_kolom *kolom;
	int first_birth_year, last_birth_year;
	int64_t beyond; /* line of a number in a cell to the right of the header */
};

/* A list of children may have columns about a child, as far as the profile declares them; a number that the
 * law reserves for others never. */
static bool forbidden_here(const struct import_def *def, const struct import_kolom *declared, const char *name)
{
	char *bare;
	bool number;

	if (!guard_name_forbidden(name, def))
		return false;
	if (!declared || def->rijen != RIJEN_PERSONEN)
		return true;
	bare = bare_name(name);
	number = own_word(name, "bsn") || strstr(bare, "burgerservicen") || strstr(bare, "persoonsgebonden") ||
		strstr(bare, "onderwijsnummer") || strstr(bare, "sofinummer");
	free(bare);
	return number;
}

static void set_kolom(const struct import_def *def, const struct kop_cel *cel, struct guard_kolom *k)
{
	const struct import_kolom *declared = cel->kolom >= 0 ? &def->kolom[cel->kolom] : NULL;
	bool ignored = cel->soort == KOP_GENEGEERD, exempt = false;

	for (size_t i = 0; i < def->vrijgesteld.count; i++)
		exempt = exempt || kop_same_name(def->vrijgesteld.item[i], cel->naam) ||
			(declared && strcmp(def->vrijgesteld.item[i], declared->naam) == 0);
	k->skip = ignored || exempt;
	k->eight_too = !declared || (declared->type != KOLOM_DATUM && declared->type != KOLOM_PERIODE);
	k->may_be_birth = !k->skip && (!declared || declared->type == KOLOM_TEKST);
	k->name = !ignored && !exempt && forbidden_here(def, declared, cel->naam);
}

struct guard *guard_new(const struct import_def *def, const struct kop *kop, struct date nu)
{
	struct guard *g = mem_new(1, sizeof(*g));

	g->kop = kop;
	g->kolom = mem_new(kop->count, sizeof(*g->kolom));
	g->last_birth_year = nu.year;
	g->first_birth_year = nu.year - BIRTH_YEARS;
	for (size_t i = 0; i < kop->count; i++)
		set_kolom(def, &kop->cel[i], &g->kolom[i]);
	return g;
}

/* Counts dates on which a child may have been born; a column of nearly only such dates, nearly all
 * different, is one of birth dates whatever it is called. */
static void look_for_birth(const struct guard *g, struct guard_kolom *k, const struct csv_cell *cell)
{
	struct err ignored = ERR_INIT;
	struct date day;
	int64_t days;

	if (cell->len == 0)
		return;
	k->values++;
	if (cell->len < 8 || cell->len > 19 || !is_digit(cell->text[0]))
		return;
	if (cell_datum(cell->text, DATUMVORM_BIT(DATUMVORM_AANEEN), &day, &ignored) < 0) {
		err_release(&ignored);
		return;
	}
	days = date_to_days(day);
	k->dates += day.year >= g->first_birth_year && day.year <= g->last_birth_year;
	k->changes += days != k->last_day;
	k->last_day = days;
}

static void hit(int64_t *line, int64_t *count, int64_t at)
{
	if (!*line)
		*line = at;
	++*count;
}

static bool look_at(const struct guard *g, struct guard_kolom *k, const struct csv_cell *cell, int64_t line)
{
	if (k->may_be_birth)
		look_for_birth(g, k, cell);
	if (cell->len < 6)
		return false;
	if (cell->len >= BSN_DIGITS - 1 && guard_is_bsn(cell->text, cell->len, k->eight_too)) {
		hit(&k->bsn, &k->bsn_count, line);
		return true;
	}
	if (guard_is_email(cell->text, cell->len)) {
		hit(&k->email, &k->email_count, line);
		return true;
	}
	if (guard_is_mobile(cell->text, cell->len)) {
		hit(&k->mobile, &k->mobile_count, line);
		return true;
	}
	return false;
}

bool guard_row(struct guard *g, const struct csv_row *row)
{
	size_t n = row->count < g->kop->count ? row->count : g->kop->count;
	bool found = false;

	for (size_t i = 0; i < n; i++)
		if (!g->kolom[i].skip && look_at(g, &g->kolom[i], &row->cell[i], row->line))
			found = true;
	/* what stands beyond the header belongs to no column and is looked at as the strictest of them */
	for (size_t i = n; i < row->count; i++)
		if (guard_is_bsn(row->cell[i].text, row->cell[i].len, true)) {
			g->beyond = g->beyond ? g->beyond : row->line;
			found = true;
		}
	return found;
}

/* ---- the verdict --------------------------------------------------------------------------- */

static void advise(struct finding *f, bool exempt)
{
	finding_advise(f,
		"Stuur het bestand niet door; meld bij uw privacyfunctionaris dat u het hebt gekregen, en vraag de leverancier om "
		"aantallen zonder persoonsgegevens.%s",
		exempt ? " Is het zeker geen persoonsgegeven, stel de kolom dan vrij met `vrijgesteld` in het profiel." : "");
}

static void report(const struct guard *g, size_t i, struct finding_list *findings)
{
	const struct guard_kolom *k = &g->kolom[i];
	const char *naam = g->kop->cel[i].naam;
	int nr = (int)i + 1;

	if (k->name)
		advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, g->kop->line,
					  "deze kolom hoort bij persoonsgegevens."),
			       naam, nr), false);
	if (k->bsn)
		advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, k->bsn,
					  "hier staat een nummer dat een burgerservicenummer kan zijn (elfproef); in deze kolom %lld keer.",
					  (long long)k->bsn_count),
			       naam, nr), true);
	if (k->email)
		advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, k->email,
					  "hier staat een e-mailadres; in deze kolom %lld keer.", (long long)k->email_count),
			       naam, nr), true);
	if (k->mobile)
		advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, k->mobile,
					  "hier staat een mobiel telefoonnummer; in deze kolom %lld keer.", (long long)k->mobile_count),
			       naam, nr), true);
	if (k->values >= BIRTH_VALUES && k->dates * 10 >= k->values * 8 && k->changes * 2 >= k->values)
		advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, g->kop->line,
					  "deze kolom lijkt geboortedata te bevatten (%lld verschillende dagen onder elkaar).",
					  (long long)k->changes),
			       naam, nr), true);
}

bool guard_finish(struct guard *g, struct finding_list *findings)
{
	size_t before = findings->fouten;

	for (size_t i = 0; i < g->kop->count; i++)
		report(g, i, findings);
	if (g->beyond)
		advise(finding_add(findings, ERNST_FOUT, GUARD_RULE, g->beyond,
			       "rechts van de laatste kolom staat een nummer dat een burgerservicenummer kan zijn (elfproef)."),
			false);
	return findings->fouten > before;
}

void guard_free(struct guard *g)
{
	if (!g)
		return;
	free(g->kolom);
	free(g);
}

/* ---- a file that no profile knows ---------------------------------------------------------- */

/* The reading of the file with the most columns in its first row. */
static const struct head *widest(const struct head_set *set)
{
	const struct head *best = &set->head[0];

	for (size_t i = 1; i < HEAD_DELIMITERS; i++)
		if (set->head[i].count && (!best->count || set->head[i].row[0].count > best->row[0].count))
			best = &set->head[i];
	return best;
}

bool guard_head(const struct head_set *set, struct finding_list *findings)
{
	const struct head *head = widest(set);

	for (size_t r = 0; r < head->count; r++)
		for (size_t i = 0; i < head->row[r].count; i++) {
			const char *text = head->row[r].cell[i];
			size_t len = strlen(text);
			bool name = r < HEAD_LOOK && len < 60 && guard_name_forbidden(text, NULL);

			if (name) {
				advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, head->row[r].line,
							  "deze kolom hoort bij persoonsgegevens."),
					       text, (int)i + 1), false);
			} else if (guard_is_bsn(text, len, false) || guard_is_email(text, len) || guard_is_mobile(text, len)) {
				advise(finding_at(finding_add(findings, ERNST_FOUT, GUARD_RULE, head->row[r].line,
							  "in deze kolom staat een gegeven van een persoon (nummer, e-mailadres of telefoon)."),
					       NULL, (int)i + 1), false);
				return true;
			}
		}
	for (size_t i = 0; i < findings->count; i++)
		if (strcmp(findings->item[i].rule, GUARD_RULE) == 0)
			return true;
	return false;
}
