#include "import/cell.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum { SHOWN_MAX = 40, DIGITS_MAX = 15, NEAR_CODE = 3 };

char *cell_shown(const char *text)
{
	struct str s = STR_INIT;

	str_add_char(&s, '\'');
	text_add_shown(&s, text, strlen(text), SHOWN_MAX);
	str_add_char(&s, '\'');
	return str_detach(&s);
}

/* Sets "'text' <what>" as the reason. */
static int refuse(struct err *err, const char *text, const char *what, const char *advice)
{
	char *shown = cell_shown(text);

	err_set(err, ERR_DATA, "%s %s", shown, what);
	free(shown);
	if (advice)
		err_advise(err, "%s", advice);
	return -1;
}

/* ---- white space --------------------------------------------------------------------------- */

/* Bytes of the white space that starts here, 0 when it is none: ASCII, U+0085, U+00A0, U+2000-200A, U+2028,
 * U+2029, U+202F, U+205F, U+3000. */
static size_t space_at(const char *t, size_t len)
{
	const unsigned char *u = (const unsigned char *)t;

	if (len == 0)
		return 0;
	if (u[0] == ' ' || (u[0] >= '\t' && u[0] <= '\r'))
		return 1;
	if (len >= 2 && u[0] == 0xc2 && (u[1] == 0xa0 || u[1] == 0x85))
		return 2;
	if (len >= 3 && u[0] == 0xe2 && u[1] == 0x80 &&
		((u[2] >= 0x80 && u[2] <= 0x8a) || u[2] == 0xa8 || u[2] == 0xa9 || u[2] == 0xaf))
		return 3;
	if (len >= 3 && ((u[0] == 0xe2 && u[1] == 0x81 && u[2] == 0x9f) ||
				(u[0] == 0xe3 && u[1] == 0x80 && u[2] == 0x80)))
		return 3;
	return 0;
}

void cell_trim(const char **text, size_t *len)
{
	const char *t = *text;
	size_t n = *len, size;

	/* most cells begin and end with a plain character */
	if (n == 0 || ((signed char)t[0] > ' ' && (signed char)t[n - 1] > ' '))
		return;
	while ((size = space_at(t, n)) > 0) {
		t += size;
		n -= size;
	}
	for (;;) {
		size = 0;
		for (size_t back = 1; back <= 3 && back <= n && !size; back++)
			if (space_at(t + n - back, back) == back)
				size = back;
		if (!size)
			break;
		n -= size;
	}
	*text = t;
	*len = n;
}

/* ---- what a cell is when it is no number --------------------------------------------------- */

static bool all_of(const char *text, const char *set)
{
	return *text && strspn(text, set) == strlen(text);
}

static bool contains(const char *const *words, const char *key)
{
	for (; *words; words++)
		if (strcmp(*words, key) == 0)
			return true;
	return false;
}

static bool is_excel_error(const char *key)
{
	static const char *const words[] = {"#deel/0!", "#n/b", "#naam?", "#waarde!", "#verw!", "#getal!", "#leeg!",
		"#overloop!", "#div/0!", "#n/a", "#name?", "#value!", "#ref!", "#num!", "#null!", "#spill!", NULL};

	return contains(words, key) || all_of(key, "#");
}

/* 7-aug, 7-aug-25, aug-25: what Excel makes of 7-8 and the like. */
static bool is_excel_date(const char *key)
{
	static const char *const months[] = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov",
		"dec", "mar", "may", "oct", NULL};
	const char *p = key + strspn(key, "0123456789");

	if (p - key > 2 || (p != key && *p++ != '-'))
		return false;
	for (size_t i = 0; months[i]; i++)
		if (strncmp(p, months[i], 3) == 0)
			return p[3] == '\0' || (p[3] == '-' && all_of(p + 4, "0123456789"));
	return false;
}

static bool is_date(const char *key)
{
	size_t a = strspn(key, "0123456789"), b, c;
	char sep = key[a];

	if (a == 0 || !sep || !strchr("-/", sep))
		return false;
	b = strspn(key + a + 1, "0123456789");
	if (b == 0 || key[a + 1 + b] != sep)
		return false;
	c = strspn(key + a + b + 2, "0123456789");
	return c > 0 && key[a + b + 2 + c] == '\0';
}

static bool is_range(const char *key)
{
	size_t a = strspn(key, "0123456789");

	return a > 0 && key[a] == '-' && all_of(key + a + 1, "0123456789");
}

static bool is_exponent(const char *key)
{
	const char *e = strchr(key, 'e');

	return e && e > key && strspn(key, "-0123456789.,") == (size_t)(e - key) && all_of(e + 1, "+-0123456789");
}

/* Digits of another script, also full width. */
static bool has_other_digits(const char *text)
{
	uint32_t cp;
	size_t len = strlen(text), size;

	for (; len && (size = text_utf8_next(text, len, &cp)) > 0; text += size, len -= size)
		if ((cp >= 0x660 && cp <= 0x669) || (cp >= 0x6f0 && cp <= 0x6f9) || (cp >= 0x966 && cp <= 0x96f) ||
			(cp >= 0xff10 && cp <= 0xff19) || (cp >= 0x2070 && cp <= 0x2089) || cp == 0xb2 || cp == 0xb3 ||
			cp == 0xb9)
			return true;
	return false;
}

/* Signs that tell what went wrong; NULL when the text looks like an attempt at a number. */
static const char *odd_reason(const char *text, const char *key, const char **advice)
{
	static const char *const words[] = {"inf", "-inf", "infinity", "nan", "oneindig", NULL};

	*advice = "Vul een getal in met de cijfers 0 tot en met 9.";
	if (strstr(text, "\xe2\x88\x92")) {
		*advice = "Een aantal kan niet negatief zijn. Is dit een streepje voor 'geen'? Vraag de leverancier wat er staat.";
		return "heeft een minteken (U+2212)";
	}
	if (is_exponent(key)) {
		*advice = "Maak de kolom in Excel op als Getal zonder decimalen en exporteer opnieuw; er kunnen cijfers weg zijn.";
		return "is door Excel ingekort";
	}
	if (strncmp(key, "0x", 2) == 0)
		return "is een hexadecimaal getal";
	if (contains(words, key))
		return "is geen getal dat te tellen is";
	if (has_other_digits(text))
		return "heeft andere cijfers dan 0 tot en met 9";
	if (key[0] == '<' || key[0] == '>') {
		*advice = "Als de leverancier zo kleine aantallen afschermt, zet deze schrijfwijze dan in `waardecodes` van het profiel.";
		return "is geen afscherming die het profiel kent";
	}
	if (key[0] == '(' || strchr(key, '+')) {
		return "heeft tekens die niet in een aantal horen";
	}
	return NULL;
}

/* Reasons that have nothing to do with how numbers are written; true when one was set. */
static bool refuse_odd(const char *text, struct err *err)
{
	char *key = text_key(text);
	const char *advice, *reason = odd_reason(text, key, &advice);
	bool hit = true;

	if (is_excel_error(key))
		refuse(err, text, "is een foutmelding van Excel, geen getal.",
			"Herstel de formule in Excel (of laat haar weg) en exporteer opnieuw.");
	else if (is_excel_date(key) || is_date(key))
		refuse(err, text, "is een datum, geen aantal. Excel maakt van tekst als 7-8 een datum.",
			"Maak de kolom in Excel eerst op als Tekst, vul opnieuw in wat er hoort te staan en exporteer opnieuw.");
	else if (reason) {
		char *what = mem_printf("%s.", reason);

		refuse(err, text, what, advice);
		free(what);
	} else if (is_range(key))
		refuse(err, text, "is een reeks, geen aantal.", "Vul een getal in.");
	else
		hit = false;
	free(key);
	return hit;
}

/* ---- numbers ------------------------------------------------------------------------------- */

/* A number taken apart: sign, digits before and after the last separator, and which separators there are. */
struct parts {
	bool negative;
	char digit[DIGITS_MAX * 2 + 2]; /* all digits, in order, terminated */
	size_t digits;
	size_t points, commas, spaces, apostrophes;
	size_t after_point, after_comma; /* digits after the last point, comma */
	bool groups;			 /* 1-3 digits, then groups of three, with one kind of separator */
};

static void take_digit(struct parts *p, char c)
{
	if (p->digits < sizeof(p->digit) - 1)
		p->digit[p->digits] = c;
	p->digits++;
	p->after_point++;
	p->after_comma++;
}

/* Groups of three: 1.045 and 12 345 678, not 10.45 or 1.23.4. `since` is the length of the group that ends. */
static void end_group(struct parts *p, size_t since, bool first, bool last)
{
	if (first ? since == 0 || since > 3 : since != 3)
		p->groups = false;
	if (first && last)
		p->groups = false;
}

/* False when the text holds anything but digits and separators. */
static bool take_apart(const char *text, struct parts *p)
{
	size_t since = 0, size, len;
	bool first = true;

	*p = (struct parts){.groups = true};
	if (*text == '-') {
		p->negative = true;
		text++;
	}
	for (len = strlen(text); *text; text += size, len -= size) {
		size = 1;
		if (*text >= '0' && *text <= '9') {
			take_digit(p, *text);
			since++;
			continue;
		}
		end_group(p, since, first, false);
		first = false;
		since = 0;
		if (*text == '.') {
			p->points++;
			p->after_point = 0;
		} else if (*text == ',') {
			p->commas++;
			p->after_comma = 0;
		} else if (*text == '\'') {
			p->apostrophes++;
		} else if ((size = space_at(text, len)) > 0) {
			p->spaces++;
		} else {
			return false;
		}
	}
	end_group(p, since, first, true);
	if ((p->points > 0) + (p->commas > 0) + (p->spaces > 0) + (p->apostrophes > 0) != 1)
		p->groups = false;
	if (p->digits < sizeof(p->digit))
		p->digit[p->digits] = '\0';
	return p->digits > 0;
}

static int too_big(const char *text, struct err *err)
{
	return refuse(err, text, "is te groot voor een aantal.",
		"Kijk of hier een nummer in plaats van een aantal staat.");
}

/* All digits as one integer. */
static int64_t whole(const struct parts *p)
{
	int64_t value = 0;

	for (size_t i = 0; i < p->digits; i++)
		value = value * 10 + (p->digit[i] - '0');
	return p->negative ? -value : value;
}

static const char *noun(const struct cell_stijl *stijl)
{
	return stijl->decimalen ? "getal" : "aantal";
}

/* 1,045 where a whole number is asked, 1.234 where decimals may stand: both readings, written out. */
static int refuse_two_readings(const char *text, const struct parts *p, struct err *err)
{
	char *shown = cell_shown(text);
	size_t after = p->points ? p->after_point : p->after_comma, before = p->digits - after;

	err_set(err, ERR_DATA, "%s kan twee dingen zijn: %s (met een teken voor duizendtallen) of %.*s,%s (met decimalen).",
		shown, p->digit, (int)before, p->digit, p->digit + before);
	err_advise(err, "Vraag de leverancier wat er staat, en lever het getal zonder teken voor duizendtallen.");
	free(shown);
	return -1;
}

static int refuse_form(const char *text, const struct cell_stijl *stijl, struct err *err)
{
	char *what = mem_printf("is geen %s.", noun(stijl));

	refuse(err, text, what,
		stijl->decimalen ? "Vul een getal in, bijvoorbeeld 12,5." : "Vul een heel getal in, bijvoorbeeld 82.");
	free(what);
	return -1;
}

/* Separators of thousands only: `sign` is the one that was used, with ' ' for every kind of space. */
static int read_groups(const char *text, const struct parts *p, const struct cell_stijl *stijl,
	struct cell_waarde *out, struct err *err)
{
	bool certain = p->spaces || p->apostrophes || p->points + p->commas > 1;
	char sign = p->points ? '.' : p->commas ? ',' : ' ';

	if (!certain && (stijl->decimalen || sign != stijl->duizendtal))
		return refuse_two_readings(text, p, err);
	out->min = out->max = whole(p);
	out->schaal = 0;
	return 0;
}

/* Exactly one decimal sign, and before it thousands in the other sign or none. */
static bool decimal_form(const struct parts *p, const struct cell_stijl *stijl, size_t *after)
{
	size_t marks = stijl->decimaal == ',' ? p->commas : p->points;
	size_t others = stijl->decimaal == ',' ? p->points : p->commas;
	size_t since_other = stijl->decimaal == ',' ? p->after_point : p->after_comma;

	*after = stijl->decimaal == ',' ? p->after_comma : p->after_point;
	if (marks != 1 || *after == 0 || *after == p->digits || p->spaces || p->apostrophes)
		return false;
	return others == 0 || (stijl->duizendtal && since_other == *after + 3);
}

static int read_decimals(const char *text, struct parts *p, size_t after, const struct cell_stijl *stijl,
	struct cell_waarde *out, struct err *err)
{
	size_t limit = (size_t)stijl->decimalen;

	while (after > 0 && p->digit[p->digits - 1] == '0') {
		p->digits--;
		after--;
	}
	if (after > limit) {
		char *what = mem_printf("heeft meer decimalen dan hier mogen (%d).", stijl->decimalen);

		refuse(err, text, what, "Rond het getal bij de bron af.");
		free(what);
		return -1;
	}
	out->min = out->max = whole(p);
	out->schaal = (int)after;
	return 0;
}

/* 10.45 where a whole number is asked; 20.8 where the decimal sign is a comma. */
static int refuse_decimals(const char *text, const struct cell_stijl *stijl, struct err *err)
{
	if (!stijl->decimalen)
		return refuse(err, text, "is geen heel getal.",
			"Vul een aantal in zonder decimalen. Staat er een teken voor duizendtallen, zet dat dan om de drie cijfers.");
	return refuse(err, text,
		stijl->decimaal == ',' ? "heeft een punt waar een decimale komma hoort."
				       : "heeft een komma waar een decimale punt hoort.",
		"Exporteer opnieuw met de landinstelling die het profiel noemt, of pas `decimaal` in het profiel aan.");
}

static int read_plain(const char *text, const struct cell_stijl *stijl, struct cell_waarde *out, struct err *err)
{
	struct parts p;
	size_t after;

	if (!take_apart(text, &p))
		return refuse_form(text, stijl, err);
	if (p.digits > DIGITS_MAX)
		return too_big(text, err);
	if (p.points + p.commas + p.spaces + p.apostrophes == 0) {
		out->min = out->max = whole(&p);
		out->schaal = 0;
		return 0;
	}
	/* 12,345 with decimals is what the profile says it is; 1.234 there has two readings */
	if (p.groups && !(stijl->decimalen && p.commas + p.points == 1 && (p.commas ? ',' : '.') == stijl->decimaal))
		return read_groups(text, &p, stijl, out, err);
	if (decimal_form(&p, stijl, &after) && stijl->decimalen)
		return read_decimals(text, &p, after, stijl, out, err);
	if (p.points + p.commas == 1 || decimal_form(&p, stijl, &after))
		return refuse_decimals(text, stijl, err);
	return refuse_form(text, stijl, err);
}

/* A % is the unit of some columns, and a mistake in all others. */
static int read_percentage(const char *text, const struct cell_stijl *stijl, struct cell_waarde *out, struct err *err)
{
	const char *bare = text;
	size_t len = strlen(text) - 1;
	char *copy;
	int result;

	if (!stijl->procent)
		return refuse(err, text, stijl->decimalen ? "is geen getal, maar een percentage." : "is geen aantal.",
			stijl->decimalen ? "Vul het getal in zonder procentteken." :
					   "Vul een heel getal in, zonder procentteken, bijvoorbeeld 82.");
	cell_trim(&bare, &len);
	copy = mem_dup_n(bare, len);
	result = read_plain(copy, stijl, out, err);
	free(copy);
	return result;
}

int cell_getal(const char *text, const struct cell_stijl *stijl, struct cell_waarde *out, struct err *err)
{
	size_t len = strlen(text);
	struct cell_waarde value = {STAAT_WAARDE, true, 0, 0, 0};

	if (len && text[len - 1] == '%') {
		if (read_percentage(text, stijl, &value, err) < 0)
			return -1;
	} else if (len > 1 && text[len - 1] == '*' && text[0] >= '0' && text[0] <= '9') {
		return refuse(err, text, "heeft een ster; die betekent meestal dat het getal voorlopig is.",
			"Lever het getal zonder ster en zeg in de bestandsnaam of in een kolom dat de levering voorlopig is.");
	} else if (strspn(text, "0123456789") != len) {
		if (refuse_odd(text, err) || read_plain(text, stijl, &value, err) < 0)
			return -1;
	} else if (read_plain(text, stijl, &value, err) < 0) {
		return -1;
	}
	*out = value;
	return 0;
}

/* ---- waardecodes and bounds ---------------------------------------------------------------- */

static int refuse_code(const struct waardecode *w, const char *text, struct err *err)
{
	const char *empty = "de cel is leeg. Leeg kan nul, onbekend of vergeten zijn.";

	if (!*text)
		err_set(err, ERR_DATA, "%s", empty);
	else if (w->betekenis == BETEKENIS_VRAAG)
		refuse(err, text, "heeft meer dan een betekenis.", NULL);
	else
		refuse(err, text, "mag hier niet staan.", NULL);
	if (w->melding) {
		char *sentence = mem_dup(w->melding);

		if (*sentence >= 'a' && *sentence <= 'z')
			*sentence = (char)(*sentence - 'a' + 'A');
		err_advise(err, "%s%s", sentence, sentence[strlen(sentence) - 1] == '.' ? "" : ".");
		free(sentence);
	} else {
		err_advise(err, "Vraag de leverancier wat er staat.");
	}
	return -1;
}

static int code_value(const struct waardecode *w, const char *text, struct cell_waarde *out, struct err *err)
{
	static const enum staat staat[] = {
		[BETEKENIS_NUL] = STAAT_WAARDE,
		[BETEKENIS_AFGESCHERMD] = STAAT_AFGESCHERMD,
		[BETEKENIS_NVT] = STAAT_NVT,
		[BETEKENIS_ONBEKEND] = STAAT_ONBEKEND,
		[BETEKENIS_NIET_GELEVERD] = STAAT_NIET_GELEVERD,
	};

	if (w->betekenis == BETEKENIS_VRAAG || w->betekenis == BETEKENIS_FOUT)
		return refuse_code(w, text, err);
	*out = (struct cell_waarde){.staat = staat[w->betekenis],
		.begrensd = w->begrensd || w->betekenis == BETEKENIS_NUL, .min = w->min, .max = w->max};
	return 0;
}

static int64_t scaled(int64_t bound, int schaal)
{
	for (; schaal > 0; schaal--)
		bound *= 10;
	return bound;
}

static int check_bounds(const struct import_kolom *k, const char *text, const struct cell_waarde *w, struct err *err)
{
	char *what = NULL;

	if (w->staat != STAAT_WAARDE)
		return 0;
	if (k->heeft_min && w->min < scaled(k->min, w->schaal))
		what = mem_printf("is kleiner dan hier kan (minstens %lld).", (long long)k->min);
	else if (k->heeft_max && w->max > scaled(k->max, w->schaal))
		what = mem_printf("is groter dan hier kan (hoogstens %lld).", (long long)k->max);
	if (!what)
		return 0;
	refuse(err, text, what, "Kijk of het getal in de goede kolom staat en vraag anders de leverancier.");
	free(what);
	return -1;
}

static const struct waardecode *find_waardecode(const struct import_def *def, const struct import_kolom *kolom,
	const char *text)
{
	char *key;
	const struct waardecode *code;

	/* nearly every cell is a bare number, which is its own key */
	if (*text && strspn(text, "0123456789") == strlen(text))
		return import_def_waardecode(def, kolom, text);
	key = text_key(text);
	code = import_def_waardecode(def, kolom, key);
	free(key);
	return code;
}

int cell_maat(const struct import_def *def, const struct import_kolom *kolom, const char *text,
	struct cell_waarde *out, struct err *err)
{
	const struct cell_stijl stijl = {def->bestand.decimaal, def->bestand.duizendtal,
		kolom->type == KOLOM_GETAL ? kolom->decimalen : 0,
		kolom->type == KOLOM_GETAL && kolom->eenheid && strcmp(kolom->eenheid, "%") == 0};
	const struct waardecode *code;
	struct cell_waarde value;

	if (!text)
		text = "";
	code = find_waardecode(def, kolom, text);
	if (code)
		return code_value(code, text, out, err);
	if (!*text) {
		err_set(err, ERR_DATA, "de cel is leeg. Leeg kan nul, onbekend of vergeten zijn.");
		return err_advise(err, "Vul een getal in, of de tekst die het profiel voor onbekend gebruikt.");
	}
	if (cell_getal(text, &stijl, &value, err) < 0 || check_bounds(kolom, text, &value, err) < 0)
		return -1;
	*out = value;
	return 0;
}

/* ---- codes --------------------------------------------------------------------------------- */

int cell_janee(const char *text, const char **out, struct err *err)
{
	static const char *const yes[] = {"ja", "j", "yes", "y", "true", "waar", "1", "x", NULL};
	static const char *const no[] = {"nee", "n", "no", "false", "onwaar", "0", NULL};
	char *key = text_key(text);
	const char *word = contains(yes, key) ? "ja" : contains(no, key) ? "nee" : NULL;

	free(key);
	if (!word)
		return refuse(err, text, "is geen ja of nee.", "Vul ja of nee in.");
	*out = word;
	return 0;
}

/* The code nearest to what stands there, for "bedoelt u". */
static const char *nearest_code(const struct import_kolom *k, const char *text)
{
	char *key = text_loose_key(text);
	const char *best = NULL;
	size_t limit = NEAR_CODE;

	for (size_t i = 0; i < k->code.count; i++) {
		char *other = text_loose_key(k->code.item[i]);
		size_t far = text_distance(key, other, limit);

		if (far < limit && far < text_length(other)) {
			limit = far;
			best = k->code.item[i];
		}
		free(other);
	}
	free(key);
	return best;
}

int cell_code(const struct import_kolom *kolom, const char *text, const char **out, struct err *err)
{
	char *key = text_key(text), *other, *what;
	const char *near;
	struct str all = STR_INIT;
	bool hit = false;

	for (size_t i = 0; i < kolom->code.count && !hit; i++) {
		other = text_key(kolom->code.item[i]);
		hit = strcmp(key, other) == 0;
		if (hit)
			*out = kolom->code.item[i];
		free(other);
	}
	free(key);
	if (hit)
		return 0;
	for (size_t i = 0; i < kolom->code.count; i++)
		str_add_f(&all, "%s%s", i ? "; " : "", kolom->code.item[i]);
	near = nearest_code(kolom, text);
	what = near ? mem_printf("staat niet in de codelijst. Bedoelt u '%s'?", near)
		    : mem_dup("staat niet in de codelijst.");
	refuse(err, text, what, NULL);
	err_advise(err, "Toegestaan: %s.", str_text(&all));
	free(what);
	str_release(&all);
	return -1;
}
