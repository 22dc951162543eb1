#include "publish/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/macro.h"
#include "base/mem.h"
#include "base/text.h"
#include "def/indicator_def.h"
#include "publish/rounding.h"

static bool is_maximum(const struct norm_def *norm)
{
	return norm && norm->soort == NORM_MAXIMUM;
}

/* What stands before the colon of "afgesproken ambitie: minimaal 92%"; "norm" without one. */
static char *agreed_word(const struct norm_def *norm)
{
	const char *colon = norm->benaming ? strchr(norm->benaming, ':') : NULL;

	return colon ? mem_dup_n(norm->benaming, (size_t)(colon - norm->benaming)) : mem_dup("norm");
}

struct norm_word norm_word(const struct norm_def *norm)
{
	struct norm_word w = {"de", NULL, NULL};
	const char *space;

	if (!norm)
		w.lang = mem_dup("norm");
	else if (norm->status == NORM_VASTGESTELD)
		w.lang = agreed_word(norm);
	else if (norm->status == NORM_RICHTWAARDE)
		w.lang = mem_dup("richtwaarde");
	else if (norm->status == NORM_AFGELEID)
		w.lang = mem_dup("afgeleide norm");
	else
		w = (struct norm_word){"het", mem_dup("voorstel"), NULL};
	space = norm && norm->status == NORM_AFGELEID ? NULL : strrchr(w.lang, ' ');
	w.kort = mem_dup(space ? space + 1 : w.lang);
	return w;
}

void norm_word_release(struct norm_word *w)
{
	free(w->lang);
	free(w->kort);
	w->lang = NULL;
	w->kort = NULL;
}

void words_add_limit(struct str *s, const struct norm_def *norm)
{
	if (norm->soort != NORM_BAND)
		str_add(s, is_maximum(norm) ? "maximaal " : "minimaal ");
	rounding_add_norm(s, norm);
}

void words_add_norm(struct str *s, const struct norm_def *norm)
{
	if (!norm) {
		str_add(s, "geen norm afgesproken");
		return;
	}
	rounding_add_norm(s, norm);
	str_add_f(s, " (%s)", norm_status_code(norm->status));
}

const char *words_feit(enum feit feit)
{
	static const char *const word[] = {
		[FEIT_GEEN] = "-",
		[FEIT_GEHAALD] = "gehaald",
		[FEIT_NIET_GEHAALD] = "niet gehaald",
		[FEIT_NIET_TE_BEPALEN] = "niet te bepalen",
	};

	return word[feit];
}

void words_add_zekerheid(struct str *s, enum zekerheid z, const struct norm_def *norm)
{
	const char *side = (z == ZEKERHEID_ZEKER_GOED) != is_maximum(norm) ? "boven" : "onder";
	struct norm_word w;

	switch (z) {
	case ZEKERHEID_GEEN:
		str_add(s, "-");
		return;
	case ZEKERHEID_TOEVAL:
		str_add(s, "kan toeval zijn");
		return;
	case ZEKERHEID_TE_WEINIG:
		str_add(s, "te weinig kinderen");
		return;
	case ZEKERHEID_NIET_TE_BEPALEN:
		str_add(s, "niet te bepalen");
		return;
	case ZEKERHEID_ZEKER_GOED:
	case ZEKERHEID_ZEKER_FOUT:
		break;
	}
	w = norm_word(norm);
	if (norm && norm->soort == NORM_BAND)
		side = z == ZEKERHEID_ZEKER_GOED ? "binnen" : "buiten";
	str_add_f(s, "zeker %s %s %s", side, w.lidwoord, w.kort);
	norm_word_release(&w);
}

/* The accepted deviation of this area that is still valid on the last day of the period. */
static const struct afwijking *afwijking_of(const struct uitkomst *u)
{
	for (size_t i = 0; u->norm && i < u->norm->afwijking_count; i++) {
		const struct afwijking *a = &u->norm->afwijking[i];

		if (a->gebied && strcmp(a->gebied, u->gebied->code) == 0 &&
			(!a->indeling || strcmp(a->indeling, u->gebied->indeling) == 0) &&
			date_cmp(u->periode.eind, a->tot) <= 0)
			return a;
	}
	return NULL;
}

static void add_afwijking(struct str *s, const struct uitkomst *u)
{
	const struct afwijking *a = afwijking_of(u);

	str_add(s, "geaccepteerde afwijking");
	if (!a)
		return;
	str_add(s, " tot ");
	date_add_dutch(s, a->tot);
}

/* Words in which no norm is named; NULL for the judged statuses. */
static const char *plain_words(enum status status)
{
	switch (status) {
	case STATUS_NIET_GELEVERD:
		return "niet geleverd";
	case STATUS_ONBEKEND:
		return "onbekend bij de bron";
	case STATUS_NVT:
		return "niet van toepassing";
	case STATUS_AFGESCHERMD_BRON:
		return "afgeschermd door de bron";
	case STATUS_AFGESCHERMD:
		return "afgeschermd";
	case STATUS_FOUT:
		return "gegevens kloppen niet";
	case STATUS_GEEN_DOELGROEP:
		return "geen doelgroep";
	case STATUS_ONVOLLEDIG:
		return "onvolledig geleverd";
	case STATUS_GEEN_OORDEEL:
		return "zonder oordeel";
	case STATUS_GEEN_NORM:
		return "geen norm afgesproken";
	case STATUS_NIET_TE_BEPALEN:
		return "niet te bepalen";
	case STATUS_TE_WEINIG:
		return "te weinig kinderen voor een oordeel";
	default:
		return NULL;
	}
}

/* Where a figure lies that does not meet the norm. */
static const char *bad_side(const struct norm_def *norm)
{
	if (norm && norm->soort == NORM_BAND)
		return "buiten";
	return is_maximum(norm) ? "boven" : "onder";
}

/* Without children there is no doelgroep; without meetings there are no meetings. */
static bool is_no_child(const struct indicator_def *def)
{
	return def && def->woorden.meervoud && def->woorden.enkelvoud && strcmp(def->woorden.enkelvoud, "kind") != 0 &&
		strcmp(def->woorden.enkelvoud, "peuter") != 0;
}

void words_add_status(struct str *s, const struct uitkomst *u)
{
	const char *plain = plain_words(u->status);
	const char *side = bad_side(u->norm);
	struct norm_word w;

	if (u->status == STATUS_GEEN_DOELGROEP && is_no_child(u->indicator)) {
		str_add_f(s, "geen %s", u->indicator->woorden.meervoud);
		return;
	}
	if (plain) {
		str_add(s, plain);
		return;
	}
	w = norm_word(u->norm);
	switch (u->status) {
	case STATUS_AFWIJKING:
		add_afwijking(s, u);
		break;
	case STATUS_GEHAALD:
	case STATUS_GEHAALD_ZEKER:
		str_add_f(s, "%s gehaald", w.lang);
		break;
	case STATUS_GEHAALD_TOEVAL:
		str_add_f(s, "%s gehaald, kan toeval zijn", w.lang);
		break;
	case STATUS_NIET_GEHAALD:
		str_add_f(s, "%s niet gehaald", w.lang);
		break;
	case STATUS_NET_ONDER:
		str_add_f(s, "net %s %s %s, kan toeval zijn", side, w.lidwoord, w.lang);
		break;
	case STATUS_NIET_GEHAALD_TOEVAL:
		str_add_f(s, "%s niet gehaald, kan toeval zijn", w.lang);
		break;
	default:
		str_add_f(s, "duidelijk %s %s %s", side, w.lidwoord, w.lang);
		break;
	}
	norm_word_release(&w);
}

void words_add_rest(struct str *s, const struct norm_def *norm, const struct indicator_def *def, int64_t rest)
{
	struct norm_word w = norm_word(norm);

	str_add_f(s, "%s gehaald; minder dan ", w.lang);
	rounding_add_children(s, rest + 1, rest + 1, def);
	str_add(s, " niet bereikt");
	norm_word_release(&w);
}

const char *words_symbol(enum status status)
{
	static const char *const symbol[] = {
		[STATUS_NIET_GELEVERD] = "",
		[STATUS_ONBEKEND] = "",
		[STATUS_NVT] = "",
		[STATUS_AFGESCHERMD_BRON] = "",
		[STATUS_AFGESCHERMD] = "",
		[STATUS_FOUT] = "",
		[STATUS_GEEN_DOELGROEP] = "",
		[STATUS_ONVOLLEDIG] = "…",
		[STATUS_GEEN_OORDEEL] = "",
		[STATUS_GEEN_NORM] = "–",
		[STATUS_NIET_TE_BEPALEN] = "?",
		[STATUS_TE_WEINIG] = "…",
		[STATUS_AFWIJKING] = "◇",
		[STATUS_GEHAALD] = "●",
		[STATUS_NIET_GEHAALD] = "○",
		[STATUS_GEHAALD_ZEKER] = "●",
		[STATUS_GEHAALD_TOEVAL] = "◐",
		[STATUS_NET_ONDER] = "◔",
		[STATUS_NIET_GEHAALD_TOEVAL] = "○",
		[STATUS_DUIDELIJK_ONDER] = "▼",
	};

	return symbol[status];
}

/* " procentpunt", " kind", " kinderen"; nothing for an index, which has no unit. */
static void add_change_unit(struct str *s, const struct uitkomst *u)
{
	const struct indicator_def *def = u->indicator;
	bool one = def->decimalen == 0 && fabs(u->verschil) == 1;

	if (text_equal(def->eenheid, "%"))
		str_add(s, " procentpunt");
	else if (one && def->woorden.enkelvoud && text_equal(def->eenheid, def->woorden.meervoud))
		str_add_f(s, " %s", def->woorden.enkelvoud);
	else if (def->soort != SOORT_INDEX)
		str_add_f(s, " %s", def->eenheid);
}

bool words_add_change(struct str *s, const struct uitkomst *u)
{
	if (u->breuk) {
		str_add(s, "niet te vergelijken: reeksbreuk");
		return true;
	}
	switch (u->verandering) {
	case VERANDERING_GEEN:
		return false;
	case VERANDERING_HOGER:
	case VERANDERING_LAGER:
		str_add(s, u->verandering == VERANDERING_HOGER ? "hoger (" : "lager (");
		rounding_add_signed(s, u->verschil, u->indicator->decimalen);
		add_change_unit(s, u);
		str_add_char(s, ')');
		return true;
	case VERANDERING_GELIJK:
		str_add(s, "gelijk gebleven");
		return true;
	case VERANDERING_ONDUIDELIJK:
		str_add(s, "geen duidelijke verandering");
		return true;
	case VERANDERING_TE_KLEIN:
		str_add(s, "te klein om te zien");
		return true;
	}
	return false;
}

static const char *trend_word(enum trend_woord woord)
{
	switch (woord) {
	case TREND_WOORD_STIJGING:
		return "duidelijke stijging";
	case TREND_WOORD_DALING:
		return "duidelijke daling";
	case TREND_WOORD_AANWIJZING_STIJGING:
		return "aanwijzing voor stijging";
	case TREND_WOORD_AANWIJZING_DALING:
		return "aanwijzing voor daling";
	case TREND_WOORD_GEEN_AANTOONBARE:
		return "geen aantoonbare trend";
	default:
		return NULL;
	}
}

bool words_add_trend(struct str *s, const struct trend_deel *trend)
{
	const char *word = trend_word(trend->woord);

	if (word)
		str_add_f(s, "%s (%d-%d)", word, trend->van, trend->tot);
	else if (trend->woord == TREND_WOORD_TE_KORT)
		str_add(s, "te weinig jaren voor een trend");
	else if (trend->woord == TREND_WOORD_NIET_TE_BEPALEN)
		str_add(s, "geen trend te bepalen");
	return word || trend->woord == TREND_WOORD_TE_KORT || trend->woord == TREND_WOORD_NIET_TE_BEPALEN;
}

const char *words_tempo(enum tempo_woord woord)
{
	static const char *const word[] = {
		[TEMPO_WOORD_GEEN] = NULL,
		[TEMPO_WOORD_GEHAALD] = "gehaald",
		[TEMPO_WOORD_OP_KOERS] = "op koers",
		[TEMPO_WOORD_ACHTER] = "achter op koers",
		[TEMPO_WOORD_VERLOPEN] = "streefdatum voorbij, niet gehaald",
	};

	return word[woord];
}
