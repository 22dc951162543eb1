#include "import/via.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "import/cell.h"

enum { CODES_SHOWN = 8 };

char *via_code(const char *text, size_t len)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < len; i++)
		if (text[i] != ' ')
			str_add_char(&s, text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i]);
	return s.len ? str_detach(&s) : mem_dup("");
}

/* ---- one row ------------------------------------------------------------------------------- */

/* The division into wijken that holds in the period; "" when there is none. */
static const char *indeling_of(const struct lezer *l, uint32_t periode)
{
	const char *indeling = gebied_indeling(l->gebieden, "wijk", l->periodes[periode].eind);

	return indeling ? indeling : "";
}

static const char *other_indeling(const struct koppeling_list *list, const char *indeling)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i].indeling, indeling) == 0)
			return NULL;
	return list->count ? list->item[list->count - 1].indeling : "";
}

/* The koppeling is about other wijken than the period: said once for the period. */
static void refuse_indeling(struct lezer *l, int64_t line, const char *indeling, const char *other)
{
	const char *naam = l->def->via.koppeling;
	struct periode p = l->periodes[l->sleutel[SLEUTEL_PERIODE]];
	struct str periode = STR_INIT;
	struct err err = ERR_INIT;

	if (l->periode_regel[l->sleutel[SLEUTEL_PERIODE]] != line)
		return;
	periode_add_name(&periode, p);
	err_set(&err, ERR_DATA, "%s hoort bij de wijken van %s, en de koppeling %s is van de wijken van %s.", str_text(&periode),
		indeling, naam, other);
	err_advise(&err, "Laad eerst een koppeling %s van het jaar %d, met de wijken van dat jaar.", naam, p.eind.year);
	lezer_refuse(l, "koppeling", line, l->def->via.kolom[0], &err);
	str_release(&periode);
}

static void refuse_code(struct lezer *l, int64_t line, const char *code, const char *indeling)
{
	const char *naam = l->def->via.koppeling;
	char *shown = cell_shown(code);
	struct err err = ERR_INIT;

	err_set(&err, ERR_DATA, "%s staat niet in de koppeling %s (indeling van %s).", shown, naam, indeling);
	err_advise(&err,
		"Verbeter de cel. Klopt de code, laad dan eerst een koppeling waarin zij staat. Een code buiten de gemeente "
		"krijgt daarin de wijk 'Buiten gemeente'.");
	lezer_refuse(l, "koppeling", line, l->def->via.kolom[0], &err);
	free(shown);
}

static const struct gebied *rest_area(const struct lezer *l)
{
	for (size_t i = 0; i < l->gebieden->count; i++)
		if (l->gebieden->item[i].eigen && strcmp(l->gebieden->item[i].niveau, "onbekend") == 0)
			return &l->gebieden->item[i];
	return NULL;
}

/* What the profile says of a code that no koppeling knows. */
static int take_unknown(struct lezer *l, int64_t line, const char *code, const char *indeling)
{
	const struct gebied *rest = rest_area(l);

	switch (l->def->via.onbekend) {
	case VIA_OVERSLAAN:
		l->onbekend++;
		return 0;
	case VIA_EIGEN_RIJ:
		if (!rest)
			break;
		l->sleutel[SLEUTEL_GEBIED] = (uint32_t)(rest - l->gebieden->item);
		l->via_kenmerk = GEEN_WAARDE;
		return 1;
	case VIA_FOUT:
		break;
	}
	refuse_code(l, line, code, indeling);
	return -1;
}

static int take_code(struct lezer *l, int64_t line, const char *code)
{
	const char *indeling = indeling_of(l, l->sleutel[SLEUTEL_PERIODE]), *other;
	size_t count = 0;

	if (!l->koppeling) /* a file that is only looked at, without a werkmap */
		return 1;
	(void)koppeling_find(l->koppeling, indeling, code, &count);
	if (count)
		return 1;
	other = other_indeling(l->koppeling, indeling);
	if (!other)
		return take_unknown(l, line, code, indeling);
	if (*other) /* empty: there is no koppeling at all, which was said */
		refuse_indeling(l, line, indeling, other);
	return -1;
}

int via_take(struct lezer *l, const struct csv_row *row)
{
	int kolom = l->def->via.kolom[0], result;
	const struct csv_cell *cell = lezer_vak(l, row, kolom);
	char *code;

	if (!cell->len && !l->def->kolom[kolom].leeg_toegestaan)
		return -1; /* what is missing is said with the other cells of the row */
	code = via_code(cell->text, cell->len);
	l->via_code = l->via_kenmerk = intern_id(&l->waarde, code, strlen(code));
	result = take_code(l, row->line, code);
	free(code);
	return result;
}

/* ---- the whole file ------------------------------------------------------------------------ */

/* Counts of one code in one period, or weights of it: next to each other. */
struct groep {
	uint32_t periode, code;
	size_t cel;
};

static int by_code(const void *a, const void *b)
{
	const struct groep *x = a, *y = b;

	if (x->periode != y->periode)
		return x->periode < y->periode ? -1 : 1;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return (x->cel > y->cel) - (x->cel < y->cel);
}

/* All counts by period and code, in order of first appearance. */
static struct groep *by_codes(const struct lezer *l, size_t kenmerk)
{
	struct groep *all = mem_new(l->tally.count, sizeof(*all));

	for (size_t i = 0; i < l->tally.count; i++) {
		const uint32_t *key = tally_key(&l->tally, i);

		all[i] = (struct groep){key[SLEUTEL_PERIODE], key[SLEUTEL_KENMERK + kenmerk], i};
	}
	if (l->tally.count)
		qsort(all, l->tally.count, sizeof(*all), by_code);
	return all;
}

/* Codes of one kind, of which a few are named. */
struct soort {
	struct str namen;
	size_t count;
};

static void add_code(struct soort *s, const char *code)
{
	if (s->count < CODES_SHOWN && !strstr(str_text(&s->namen), code)) {
		str_add_f(&s->namen, "%s%s", s->namen.len ? ", " : "", code);
		s->count++;
	} else if (s->count == CODES_SHOWN && !strstr(str_text(&s->namen), code)) {
		str_add(&s->namen, " en andere");
		s->count++;
	}
}

static void sort_code(const struct lezer *l, const struct groep *g, struct soort *buiten, struct soort *rand,
	struct soort *verdeeld)
{
	const char *code = intern_text(&l->waarde, g->code);
	size_t count = 0, outside = 0;
	const struct koppeling *k = koppeling_find(l->koppeling, indeling_of(l, g->periode), code, &count);

	for (size_t i = 0; i < count; i++) {
		const struct gebied *area = gebied_by_id(l->gebieden, k[i].gebied);

		outside += area && strcmp(area->niveau, "buiten") == 0;
	}
	if (count && outside == count)
		add_code(buiten, code);
	else if (outside)
		add_code(rand, code);
	else if (count > 1)
		add_code(verdeeld, code);
}

static void tell(struct lezer *l, struct soort *s, const char *what, const char *means)
{
	if (s->count)
		finding_advise(finding_add(l->findings, ERNST_MELDING, "koppeling", 0, "%s: %s.", what, str_text(&s->namen)),
			"%s", means);
	str_release(&s->namen);
}

void via_tell(struct lezer *l)
{
	struct soort buiten = {STR_INIT, 0}, rand = {STR_INIT, 0}, verdeeld = {STR_INIT, 0};
	struct groep *all;
	size_t at = 0;

	while (at < l->kenmerk_count && strncmp(l->kenmerk[at], KENMERK_VIA, strlen(KENMERK_VIA)) != 0)
		at++;
	if (!l->koppeling || at == l->kenmerk_count)
		return;
	all = by_codes(l, at);
	for (size_t i = 0; i < l->tally.count; i++)
		if (all[i].code != GEEN_WAARDE && (i == 0 || by_code(&all[i - 1], &(struct groep){all[i].periode, all[i].code, 0}) < 0))
			sort_code(l, &all[i], &buiten, &rand, &verdeeld);
	free(all);
	tell(l, &buiten, "buiten de gemeente volgens de koppeling", "Deze aantallen worden bewaard en tellen niet mee.");
	tell(l, &rand, "voor een deel buiten de gemeente volgens de koppeling",
		"Daardoor is ook het cijfer van de hele gemeente geschat. Gaat de levering alleen over kinderen uit de gemeente, "
		"laat dan in de koppeling de adressen erbuiten weg.");
	tell(l, &verdeeld, "verdeeld over meer dan een wijk",
		"De cijfers van die wijken zijn geschat; dat staat erbij. Het cijfer van de hele gemeente is geteld.");
}

static bool delivered(const struct lezer *l, struct periode p)
{
	for (size_t i = 0; i < l->periode_count; i++)
		if (periode_equal(l->periodes[i], p))
			return true;
	return false;
}

void via_tell_mixed(struct lezer *l, const struct oogst *was)
{
	struct str naam = STR_INIT, code = STR_INIT, periode = STR_INIT;
	bool by_code = l->def->via.koppeling != NULL, mixed = false;

	for (size_t i = 0; i < was->count && !mixed; i++) {
		mixed = delivered(l, was->item[i].periode) && kenmerk_via(was->item[i].kenmerk, &naam, &code) != by_code;
		if (mixed)
			periode_add_name(&periode, was->item[i].periode);
	}
	if (mixed)
		finding_advise(finding_add(l->findings, ERNST_WAARSCHUWING, "koppeling", 0,
				       "over %s zijn er nu aantallen per gebied en aantallen per code.", str_text(&periode)),
			"De aantallen per gebied gelden; die per code tellen dan niet mee. Trek met 'ijkpunt draai-terug' de levering "
			"in die u niet wilt.");
	str_release(&naam);
	str_release(&code);
	str_release(&periode);
}

/* ---- weights that add up ------------------------------------------------------------------- */

/* 0,9500 is written as 0,95. */
static struct decimal shortest(int64_t value, int schaal)
{
	while (schaal > 0 && value % 10 == 0) {
		value /= 10;
		schaal--;
	}
	return (struct decimal){value, schaal};
}

static void refuse_som(struct lezer *l, const struct groep *g, int64_t sum)
{
	const struct import_koppeling *k = &l->def->koppeling;
	int schaal = l->def->kolom[k->gewicht].type == KOLOM_GETAL ? l->def->kolom[k->gewicht].decimalen : 0;
	struct str is = STR_INIT, must = STR_INIT;
	struct err err = ERR_INIT;

	num_add_decimal(&is, shortest(sum, schaal));
	num_add_decimal(&must, shortest(k->som, schaal));
	err_set(&err, ERR_DATA, "de delen van %s zijn samen %s; dat moet %s zijn.", intern_text(&l->waarde, g->code),
		str_text(&is), str_text(&must));
	err_advise(&err, "Verbeter de delen, of lever per wijk het aantal adressen: dan rekent het programma de delen uit.");
	lezer_refuse(l, "koppeling", l->tally.cell[g->cel].regel, k->gewicht, &err);
	str_release(&is);
	str_release(&must);
}

void via_check_som(struct lezer *l)
{
	const struct import_koppeling *k = &l->def->koppeling;
	struct groep *all;

	if (!k->is || !k->som)
		return;
	all = by_codes(l, 0);
	for (size_t from = 0, to; from < l->tally.count; from = to) {
		int64_t sum = 0;

		for (to = from; to < l->tally.count && all[to].periode == all[from].periode && all[to].code == all[from].code; to++)
			sum += l->tally.cell[all[to].cel].waarde.min;
		if (sum != k->som)
			refuse_som(l, &all[from], sum);
	}
	free(all);
}

/* ---- wijken of an earlier division ---------------------------------------------------------- */

static bool is_wijk_of(const struct gebied *g, const char *jaar)
{
	return g->eigen && strcmp(g->niveau, "wijk") == 0 && strcmp(g->indeling, jaar) == 0;
}

static void refuse_wijk(struct lezer *l, size_t cel, const char *code, const char *jaar)
{
	char *shown = cell_shown(code);
	struct err err = ERR_INIT;

	err_set(&err, ERR_DATA, "%s is geen wijk van de indeling van %s.", shown, jaar);
	err_advise(&err, "Gebruik de codes van de wijken van toen, zoals ze in het gebiedenbestand staan.");
	lezer_refuse(l, "koppeling", l->tally.cell[cel].regel, l->def->koppeling.van, &err);
	free(shown);
}

static void tell_absent(struct lezer *l, const char *jaar, const bool *seen)
{
	struct soort absent = {STR_INIT, 0};

	for (size_t i = 0; i < l->gebieden->count; i++)
		if (is_wijk_of(&l->gebieden->item[i], jaar) && !seen[i] && !l->gebieden->item[i].zonder_doelgroep)
			add_code(&absent, l->gebieden->item[i].naam);
	if (absent.count)
		finding_advise(finding_add(l->findings, ERNST_WAARSCHUWING, "koppeling", 0,
				       "van de wijken van %s staan er niet in: %s.", jaar, str_text(&absent.namen)),
			"Zolang een oude wijk met kinderen ontbreekt, is er van die jaren geen cijfer voor de nieuwe wijken.");
	str_release(&absent.namen);
}

void via_check_wijken(struct lezer *l)
{
	const struct import_koppeling *k = &l->def->koppeling;
	const char *jaar;
	bool *seen;

	if (!k->is || strncmp(k->naam, KOPPELING_WIJK, strlen(KOPPELING_WIJK)) != 0)
		return;
	jaar = k->naam + strlen(KOPPELING_WIJK);
	seen = mem_new(l->gebieden->count, sizeof(*seen));
	for (size_t i = 0; i < l->tally.count; i++) {
		const char *code = intern_text(&l->waarde, tally_key(&l->tally, i)[SLEUTEL_KENMERK]);
		bool known = false;

		for (size_t g = 0; g < l->gebieden->count; g++)
			if (is_wijk_of(&l->gebieden->item[g], jaar) && strcmp(l->gebieden->item[g].code, code) == 0)
				known = seen[g] = true;
		if (!known)
			refuse_wijk(l, i, code, jaar);
	}
	if (!l->findings->fouten)
		tell_absent(l, jaar, seen);
	free(seen);
}
