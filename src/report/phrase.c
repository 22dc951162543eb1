#include "report/phrase.h"

#include <stdlib.h>

#include "base/mem.h"
#include "publish/rounding.h"
#include "publish/words.h"

void phrase_add_periode(struct str *s, struct periode p)
{
	if (p.soort == PERIODE_KWARTAAL || p.soort == PERIODE_SCHOOLJAAR)
		str_add(s, "het ");
	if (p.soort == PERIODE_SCHOOLJAREN)
		str_add(s, "de ");
	periode_add_name(s, p);
}

void phrase_add_in_periode(struct str *s, struct periode p, bool capital)
{
	if (p.soort == PERIODE_DAG)
		str_add(s, capital ? "Op " : "op ");
	else
		str_add(s, capital ? "In " : "in ");
	phrase_add_periode(s, p);
}

/* ---- the places of a sentence about one cell ---------------------------------------------- */

/* Texts made for one cell; released together. */
struct places {
	char *de_periode, *in_periode, *In_periode, *normwaarde, *hoogstens;
	struct norm_word norm;
};

static struct places places_of(const struct cel *c)
{
	struct places p = {0};
	struct str s = STR_INIT;

	phrase_add_periode(&s, c->periode);
	p.de_periode = str_detach(&s);
	phrase_add_in_periode(&s, c->periode, false);
	p.in_periode = str_detach(&s);
	phrase_add_in_periode(&s, c->periode, true);
	p.In_periode = str_detach(&s);
	p.norm = norm_word(c->norm);
	if (c->norm)
		rounding_add_norm(&s, c->norm);
	p.normwaarde = str_detach(&s);
	if (c->gezegd.rest.bekend)
		rounding_add_children(&s, c->gezegd.rest.max + 1, c->gezegd.rest.max + 1, c->indicator);
	p.hoogstens = str_detach(&s);
	str_release(&s);
	return p;
}

static void places_release(struct places *p)
{
	free(p->de_periode);
	free(p->in_periode);
	free(p->In_periode);
	free(p->normwaarde);
	free(p->hoogstens);
	norm_word_release(&p->norm);
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static bool is_share(const struct cel *c)
{
	return c->indicator->soort == SOORT_AANDEEL && c->indicator->woorden.groep &&
		c->indicator->woorden.rest;
}

static bool is_one(struct bereik b)
{
	return b.bekend && b.min == 1 && b.max == 1 && b.schaal == 0;
}

static bool is_maximum(const struct cel *c)
{
	return c->norm && c->norm->soort == NORM_MAXIMUM;
}

/* ---- sentences ---------------------------------------------------------------------------- */

static enum zin title_of(const struct cel *c)
{
	if (c->gezegd.rest.bekend)
		return ZIN_TITEL_BIJNA_ALLE;
	if (!c->heeft_waarde)
		return ZIN_TITEL_GEEN_CIJFER;
	if (!is_share(c))
		return c->status == STATUS_GEEN_NORM ? ZIN_TITEL_GETAL_GEEN_NORM : ZIN_TITEL_GETAL;
	if (!c->norm)
		return ZIN_TITEL_GEEN_NORM;
	if (c->feit == FEIT_GEHAALD)
		return ZIN_TITEL_GEHAALD;
	if (c->feit == FEIT_NIET_GEHAALD && c->tekort_tekst)
		return is_maximum(c) ? ZIN_TITEL_NIET_GEHAALD_MAX : ZIN_TITEL_NIET_GEHAALD;
	return ZIN_TITEL_ONBEPAALD;
}

void phrase_add_title(struct str *s, const struct zinnen *z, const struct cel *c)
{
	struct places p = places_of(c);
	const struct woorden *w = &c->indicator->woorden;

	zin_add(s, z, title_of(c),
		VELDEN({"waarde", c->waarde_tekst}, {"groep", or_empty(w->groep)},
			{"werkwoord", or_empty(w->werkwoord)}, {"rest", or_empty(w->rest)},
			{"norm", p.norm.kort}, {"normwaarde", p.normwaarde},
			{"kinderen", c->gezegd.rest.bekend ? p.hoogstens : or_empty(c->tekort_tekst)},
			{"naam", c->indicator->naam}, {"de_periode", p.de_periode}, {"reden", c->waarde_tekst}));
	places_release(&p);
}

void phrase_add_stand(struct str *s, const struct zinnen *z, const struct cel *c)
{
	struct places p = places_of(c);
	const struct woorden *w = &c->indicator->woorden;
	enum zin zin = ZIN_STAND_GETAL;
	const char *verb = or_empty(w->werkwoord);

	if (c->gezegd.rest.bekend) {
		zin = ZIN_STAND_BIJNA_ALLE;
	} else if (!c->heeft_waarde) {
		zin = ZIN_STAND_ZONDER;
	} else if (is_share(c) && c->teller_tekst && c->noemer_tekst) {
		zin = ZIN_STAND;
		if (!is_one(c->teller) && w->werkwoord_meervoud)
			verb = w->werkwoord_meervoud;
	} else if (is_share(c)) {
		zin = ZIN_STAND_BEREIK;
	}
	zin_add(s, z, zin,
		VELDEN({"In_periode", p.In_periode}, {"in_periode", p.in_periode}, {"de_periode", p.de_periode},
			{"teller", or_empty(c->teller_tekst)}, {"noemer", or_empty(c->noemer_tekst)},
			{"waarde", c->waarde_tekst}, {"groep", or_empty(w->groep)}, {"werkwoord", verb},
			{"rest", or_empty(w->rest)}, {"naam", c->indicator->naam}, {"reden", c->waarde_tekst},
			{"kinderen", p.hoogstens}));
	places_release(&p);
}

void phrase_add_feit(struct str *s, const struct zinnen *z, const struct cel *c)
{
	struct places p = places_of(c);
	char *article = mem_dup(p.norm.lidwoord);
	enum zin zin = ZIN_FEIT_GEEN_NORM;

	article[0] = (char)(article[0] - 'a' + 'A'); /* "De" or "Het": it heads the sentence */
	if (c->gezegd.rest.bekend || (c->heeft_waarde && c->norm && c->feit == FEIT_GEHAALD))
		zin = ZIN_FEIT_GEHAALD;
	else if (c->norm && c->feit == FEIT_NIET_GEHAALD && c->tekort_tekst)
		zin = is_maximum(c) ? ZIN_FEIT_NIET_GEHAALD_MAX : ZIN_FEIT_NIET_GEHAALD;
	else if (c->norm)
		zin = ZIN_FEIT_NIET_TE_BEPALEN;
	if (c->heeft_waarde || c->gezegd.rest.bekend)
		zin_add(s, z, zin,
			VELDEN({"Lidwoord", article}, {"lidwoord", p.norm.lidwoord}, {"norm", p.norm.lang},
				{"normwaarde", p.normwaarde}, {"kinderen", or_empty(c->tekort_tekst)}));
	free(article);
	places_release(&p);
}

/* ZIN_COUNT: nothing to say. The first five name the margin. */
static enum zin certainty_of(const struct cel *c)
{
	if (c->status >= STATUS_GEHAALD_ZEKER && !c->heeft_interval)
		return ZIN_COUNT;
	switch (c->status) {
	case STATUS_GEHAALD_ZEKER:
		return ZIN_ZEKER_GEHAALD_ZEKER;
	case STATUS_GEHAALD_TOEVAL:
		return ZIN_ZEKER_GEHAALD_TOEVAL;
	case STATUS_NET_ONDER:
		return ZIN_ZEKER_NET_ONDER;
	case STATUS_NIET_GEHAALD_TOEVAL:
		return ZIN_ZEKER_NIET_GEHAALD_TOEVAL;
	case STATUS_DUIDELIJK_ONDER:
		return ZIN_ZEKER_DUIDELIJK_ONDER;
	case STATUS_TE_WEINIG:
		return ZIN_ZEKER_TE_WEINIG;
	case STATUS_AFWIJKING:
		return ZIN_ZEKER_AFWIJKING;
	case STATUS_NIET_TE_BEPALEN:
		return ZIN_ZEKER_NIET_TE_BEPALEN;
	case STATUS_ONVOLLEDIG:
		return ZIN_ZEKER_ONVOLLEDIG;
	default:
		return c->heeft_interval ? ZIN_ZEKER_MARGE : ZIN_COUNT;
	}
}

void phrase_add_zekerheid(struct str *s, const struct zinnen *z, const struct cel *c, const char *wijken)
{
	enum zin zin = certainty_of(c);
	struct places p;
	char *n_min, *missing, *parts;

	if ((!c->heeft_waarde && c->status != STATUS_ONVOLLEDIG) || zin == ZIN_COUNT)
		return;
	p = places_of(c);
	n_min = mem_printf("%lld", (long long)c->indicator->n_min);
	missing = mem_printf("%zu", c->delen_ontbreken);
	parts = mem_printf("%zu", c->delen);
	zin_add_count(s, z, zin, (int64_t)c->delen_ontbreken,
		VELDEN({"lidwoord", p.norm.lidwoord}, {"norm", p.norm.lang},
			{"interval", or_empty(c->interval_tekst)}, {"n_min", n_min}, {"status", c->status_tekst},
			{"ontbreken", missing}, {"delen", parts}, {"wijken", wijken}));
	free(n_min);
	free(missing);
	free(parts);
	places_release(&p);
}
