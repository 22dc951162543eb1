/* Block 9 of a themablad: what the headline figure says and does not say, what chance does to it, and where every
 * figure comes from. Always present. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/vindkans.h"
#include "report/blad.h"

static void item_text(struct blad *b, const char *text)
{
	html_el(&b->w, "li", text);
}

static void item(struct blad *b, enum zin zin, const struct veld *velden)
{
	char *text = zin_make(b->zinnen, zin, velden);

	item_text(b, text);
	free(text);
}

static void part(struct blad *b, enum zin head, const char *text)
{
	if (!text)
		return;
	html_open(&b->w, "div");
	html_el(&b->w, "h3", zin_text(b->zinnen, head));
	blad_tekst(b, NULL, text);
	html_close(&b->w, "div");
}

/* ---- chance ------------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The middle of the noemers of the areas that are shown and judged; 0 when there are none. */
static int64_t middle_size(const struct blad *b, size_t *judged)
{
	const struct gebied **wijk;
	struct periode p;
	int64_t *size, middle;
	size_t count, n = 0;

	*judged = 0;
	if (!b->hoofd || !blad_periode(b, b->hoofd, &p))
		return 0;
	wijk = blad_wijken(b, p, &count);
	size = mem_new(count, sizeof(*size));
	for (size_t i = 0; i < count; i++) {
		const struct cel *c = blad_vind(b, b->hoofd->id, wijk[i], p);

		if (c && c->norm && c->heeft_interval && c->noemer.bekend && c->noemer.min == c->noemer.max)
			size[n++] = c->noemer.min;
	}
	qsort(size, n, sizeof(*size), by_size);
	middle = n > 0 ? size[n / 2] : 0;
	free(size);
	free(wijk);
	*judged = n;
	return middle;
}

static void power_terms(const struct blad *b, int64_t n, const char *real, double found, const char *times)
{
	char *text = mem_printf("%s van de 10", times);
	struct str exact = STR_INIT;

	num_add_exact(&exact, found);
	blad_getal(b, b->stand, "vindkans: kinderen", n);
	blad_term(b, b->stand, "vindkans: werkelijk bereik", real, real);
	blad_term(b, b->stand, "vindkans", str_text(&exact), text);
	str_release(&exact);
	free(text);
}

/* "Met 52 kinderen vinden we een werkelijk bereik van 85% maar in 4 van de 10 keer." */
static void power(struct blad *b, int64_t n)
{
	const struct norm_def *norm = b->stand ? b->stand->norm : NULL;
	struct str number = STR_INIT, value = STR_INIT, limit = STR_INIT;
	struct decimal real;
	double points, found;
	char *times;

	if (!norm || norm->soort != NORM_MINIMUM || n == 0 || b->hoofd->soort != SOORT_AANDEEL)
		return;
	points = (double)b->opmaak.vindkans_onder_norm.value / pow(10, b->opmaak.vindkans_onder_norm.scale);
	real = rounding_double((double)norm->waarde.value / pow(10, norm->waarde.scale) - points, 0, NULL);
	if (real.value <= 0)
		return;
	num_add_int(&number, n);
	num_add_decimal(&value, real);
	rounding_add_unit(&value, norm->eenheid);
	rounding_add_norm(&limit, norm);
	found = vindkans(n, norm_fraction(norm->waarde, norm->eenheid), (double)real.value / 100);
	times = mem_printf("%ld", lround(10 * found));
	power_terms(b, n, str_text(&value), found, times);
	item(b, ZIN_LEZEN_VINDKANS,
		VELDEN({"n", str_text(&number)}, {"waar", str_text(&value)}, {"keer", times},
			{"norm", str_text(&limit)}));
	free(times);
	str_release(&number);
	str_release(&value);
	str_release(&limit);
}

/* With m areas tested about 0,02 m false signals are to be expected (calculation.md E.2). */
static void false_signals(struct blad *b, size_t judged)
{
	long expected = lround(floor(0.02 * (double)judged));
	char *count = blad_aantal(b, "gebieden: getoetst", (int64_t)(judged)), *range = mem_printf("%ld à %ld", expected, expected + 1);

	blad_term(b, b->stand, "valse meldingen te verwachten", range, range);

	if (judged > 1)
		item(b, ZIN_LEZEN_VALSE_MELDING,
			VELDEN({"aantal", count}, {"wijken", blad_wijken_woord(b)}, {"verwacht", range}));
	free(count);
	free(range);
}

static void completeness(struct blad *b)
{
	char *parts, *missing;
	struct str s = STR_INIT;

	if (!b->stand || b->stand->delen == 0)
		return;
	parts = mem_printf("%zu", b->stand->delen);
	missing = mem_printf("%zu", b->stand->delen_ontbreken);
	zin_add_count(&s, b->zinnen, b->stand->delen_ontbreken ? ZIN_LEZEN_ONVOLLEDIG : ZIN_LEZEN_VOLLEDIG,
		(int64_t)b->stand->delen_ontbreken,
		VELDEN({"ontbreken", missing}, {"aantal", parts}, {"wijken", blad_wijken_woord(b)}));
	item_text(b, str_text(&s));
	str_release(&s);
	free(parts);
	free(missing);
}

static void chance(struct blad *b)
{
	size_t judged;
	int64_t n = middle_size(b, &judged);

	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_LEZEN_TOEVAL));
	html_open(&b->w, "ul");
	if (b->stand && b->stand->heeft_interval)
		item(b, ZIN_LEZEN_MARGE, VELDEN({"kinderen", blad_meervoud(b)}));
	if (b->hoofd && b->hoofd->periode_soort == PERIODE_KWARTAAL && b->hoofd->onzekerheid != ONZEKERHEID_GEEN)
		item(b, ZIN_LEZEN_KWARTALEN, VELDEN({"kinderen", blad_meervoud(b)}));
	power(b, n);
	false_signals(b, judged);
	completeness(b);
	if (b->layer->editie == EDITIE_INTERN)
		item(b, ZIN_LEZEN_INTERN, NULL);
	html_close(&b->w, "ul");
}

/* ---- sources ------------------------------------------------------------------------------ */

static bool is_behind(const struct cel *c, int64_t nr)
{
	for (size_t i = 0; c && i < c->levering_count; i++)
		if (c->levering[i] == nr)
			return true;
	return false;
}

static bool is_current(const struct blad *b, int64_t nr)
{
	for (size_t i = 0; i < b->lijn->indicatoren.count; i++)
		if (is_behind(blad_cel(b, b->lijn->indicatoren.item[i]), nr))
			return true;
	return false;
}

void blad_bron(struct str *s, struct blad *b, const struct report_bron *bron)
{
	char *number = mem_printf("%lld", (long long)bron->nr), *day = mem_dup_n(bron->geladen_op, 10);
	struct str date = STR_INIT;

	blad_datum(&date, day);
	zin_add(s, b->zinnen, ZIN_LEZEN_BRON,
		VELDEN({"nr", number}, {"bestand", bron->bestand}, {"bron", bron->bron},
			{"geladen", str_text(&date)}));
	if (bron->voorlopig)
		str_add_f(s, ", %s", zin_text(b->zinnen, ZIN_LEZEN_BRON_VOORLOPIG));
	str_release(&date);
	free(number);
	free(day);
}

static void source_item(struct blad *b, const struct report_bron *bron)
{
	struct str text = STR_INIT;

	blad_bron(&text, b, bron);
	item_text(b, str_text(&text));
	str_release(&text);
}

/* The other deliveries as "1-12, 14, 16-20". */
static void earlier_sources(struct blad *b)
{
	struct str ranges = STR_INIT;
	int64_t first = 0, last = -1;

	for (size_t i = 0; i <= b->in->bron_count; i++) {
		int64_t nr = i < b->in->bron_count ? b->in->bron[i].nr : INT64_MAX;

		if (i < b->in->bron_count && is_current(b, nr))
			continue;
		if (last >= first && nr == last + 1) {
			last = nr;
			continue;
		}
		if (last >= first) {
			str_add(&ranges, ranges.len ? ", " : "");
			str_add_f(&ranges, "%lld", (long long)first);
			if (last > first)
				str_add_f(&ranges, "-%lld", (long long)last);
		}
		first = last = nr;
	}
	if (ranges.len)
		item(b, ZIN_LEZEN_BRON_EERDER, VELDEN({"nummers", str_text(&ranges)}));
	str_release(&ranges);
}

static void explain(struct blad *b)
{
	struct str code = STR_INIT;

	if (!b->hoofd)
		return;
	periode_add_code(&code, b->in->periode);
	item(b, ZIN_LEZEN_UITLEG,
		VELDEN({"id", b->hoofd->id}, {"gemeente", b->gemeente->naam}, {"periode", str_text(&code)}));
	str_release(&code);
}

/* "Definities: OAB-01 versie 1, OAB-02 versie 1." */
static void definitions(struct blad *b)
{
	struct str list = STR_INIT;

	for (size_t i = 0; i < b->lijn->indicatoren.count; i++) {
		const struct indicator_def *def = definities_indicator(b->defs, b->lijn->indicatoren.item[i]);
		char *version;

		if (!def)
			continue;
		version = mem_printf("%lld", (long long)def->versie);
		str_add(&list, list.len ? ", " : "");
		zin_add(&list, b->zinnen, ZIN_LEZEN_DEFINITIE, VELDEN({"id", def->id}, {"versie", version}));
		free(version);
	}
	if (list.len)
		item(b, ZIN_LEZEN_DEFINITIES, VELDEN({"definities", str_text(&list)}));
	str_release(&list);
}

static void sources(struct blad *b)
{
	html_el(&b->w, "h3", zin_text(b->zinnen, ZIN_LEZEN_BRONNEN));
	html_open(&b->w, "ul", "class", "bronnen");
	for (size_t i = 0; i < b->in->bron_count; i++)
		if (is_current(b, b->in->bron[i].nr))
			source_item(b, &b->in->bron[i]);
	if (b->in->bron_count == 0)
		item(b, ZIN_LEZEN_GEEN_BRON, NULL);
	earlier_sources(b);
	definitions(b);
	item(b, ZIN_LEZEN_CONTROLEGETAL, VELDEN({"hash", b->in->definities_hash}));
	item(b, ZIN_LEZEN_PROGRAMMA, VELDEN({"versie", IJKPUNT_VERSION}));
	explain(b);
	html_close(&b->w, "ul");
}

void blok_lezen(struct blad *b)
{
	html_open(&b->w, "section", "class", "lezen", "aria-labelledby", "lezen");
	blad_kop(b, "lezen", ZIN_KOP_LEZEN, NULL);
	html_open(&b->w, "div", "class", "kolommen");
	if (b->hoofd) {
		part(b, ZIN_LEZEN_WEL, b->hoofd->wat_zegt_het);
		part(b, ZIN_LEZEN_NIET, b->hoofd->wat_zegt_het_niet);
		part(b, ZIN_LEZEN_LET_OP, b->hoofd->risico);
	}
	html_open(&b->w, "div");
	chance(b);
	html_close(&b->w, "div");
	html_open(&b->w, "div");
	sources(b);
	html_close(&b->w, "div");
	html_close(&b->w, "div");
	html_close(&b->w, "section");
}
