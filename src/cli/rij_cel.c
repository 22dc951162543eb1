#include "cli/rij_cel.h"

#include <string.h>

static void rij_bereik(struct rij *r, const char *naam, const char *naam_min, const char *naam_max,
	const struct bereik *b)
{
	if (b->bekend && b->min == b->max) {
		rij_decimal(r, naam, (struct decimal){b->min, b->schaal});
		rij_leeg(r, naam_min);
		rij_optioneel(r);
		rij_leeg(r, naam_max);
		rij_optioneel(r);
		return;
	}
	rij_leeg(r, naam);
	if (b->bekend)
		rij_decimal(r, naam_min, (struct decimal){b->min, b->schaal});
	else
		rij_leeg(r, naam_min);
	rij_optioneel(r);
	if (b->bekend)
		rij_decimal(r, naam_max, (struct decimal){b->max, b->schaal});
	else
		rij_leeg(r, naam_max);
	rij_optioneel(r);
}

static void rij_waarde(struct rij *r, const struct cel *c)
{
	bool range = c->heeft_waarde && c->waarde_min < c->waarde_max;

	if (c->heeft_waarde && !range)
		rij_double(r, "waarde", c->waarde_min);
	else
		rij_leeg(r, "waarde");
	if (range)
		rij_double(r, "waarde_min", c->waarde_min);
	else
		rij_leeg(r, "waarde_min");
	rij_optioneel(r);
	if (range)
		rij_double(r, "waarde_max", c->waarde_max);
	else
		rij_leeg(r, "waarde_max");
	rij_optioneel(r);
	if (c->heeft_interval) {
		rij_double(r, "ondergrens", c->ondergrens);
		rij_double(r, "bovengrens", c->bovengrens);
	} else {
		rij_leeg(r, "ondergrens");
		rij_leeg(r, "bovengrens");
	}
	rij_text(r, "methode", c->heeft_interval ? c->methode : NULL);
}

static void rij_oordeel(struct rij *r, const struct cel *c)
{
	struct bereik tekort = {c->heeft_tekort, c->tekort_min, c->tekort_max, 0};

	if (c->norm)
		rij_decimal(r, "norm", c->norm->waarde);
	else
		rij_leeg(r, "norm");
	rij_text(r, "norm_status", c->norm ? norm_status_code(c->norm->status) : NULL);
	rij_text(r, "feit", c->feit == FEIT_GEEN ? NULL : feit_code(c->feit));
	rij_text(r, "zekerheid",
		c->zekerheid == ZEKERHEID_GEEN
			? NULL
			: zekerheid_code(c->zekerheid, c->norm ? (int)c->norm->soort : NORM_MINIMUM));
	rij_bereik(r, "tekort", "tekort_min", "tekort_max", &tekort);
}

/* What words say of a hidden figure is a range of its teller. */
static struct bereik teller_of(const struct cel *c)
{
	return c->gezegd.rest.bekend ? (struct bereik){true, c->noemer.min - c->gezegd.rest.max, c->noemer.min - c->gezegd.rest.min, 0} : c->teller;
}

void rij_cel(struct rij *r, const struct cel *c, enum editie editie, struct str *periode)
{
	const struct bereik teller = teller_of(c);

	r->count = 0;
	str_clear(periode);
	periode_add_code(periode, c->periode);
	rij_text(r, "indicator", c->indicator->id);
	rij_int(r, "definitie_versie", c->indicator->versie);
	rij_text(r, "niveau", c->gebied->niveau);
	rij_text(r, "indeling", c->gebied->indeling);
	rij_text(r, "gebied", c->gebied->code);
	rij_text(r, "gebied_naam", c->gebied->naam);
	rij_text(r, "periode", str_text(periode));
	rij_text(r, "eenheid", c->indicator->eenheid);
	rij_bereik(r, "teller", "teller_min", "teller_max", &teller);
	rij_bereik(r, "noemer", "noemer_min", "noemer_max", &c->noemer);
	rij_waarde(r, c);
	rij_oordeel(r, c);
	rij_text(r, "status", status_code(c->status));
	rij_text(r, "geschat", c->geschat ? "ja" : NULL);
	rij_optioneel(r);
	rij_text(r, "reden", c->reden == REDEN_GEEN ? NULL : reden_code(c->reden));
	rij_text(r, "editie", editie_code(editie));
}

const struct codeboek codeboek_cel[] = {
	{"indicator", "tekst", "id van de indicator"},
	{"definitie_versie", "geheel", "versie van de definitie waarmee is gerekend"},
	{"niveau", "tekst", "gemeente, wijk, buurt; onbekend: kinderen van wie de wijk niet bekend is"},
	{"indeling", "tekst", "jaar van de indeling in wijken; leeg voor een gemeente"},
	{"gebied", "tekst", "code van het gebied; een wijk is de combinatie van code en indeling"},
	{"gebied_naam", "tekst", "naam van het gebied"},
	{"periode", "tekst", "2026-K2 (kwartaal), 2025/2026 (schooljaar), 2026 (jaar) of 2026-06-30 (dag)"},
	{"eenheid", "tekst", "eenheid van waarde, grenzen en norm"},
	{"teller", "getal", "teller; leeg als hij niet bekend is of een bereik is"},
	{"teller_min", "getal", "laagste mogelijke teller, als hij een bereik is"},
	{"teller_max", "getal", "hoogste mogelijke teller, als hij een bereik is"},
	{"noemer", "getal", "noemer; leeg als er geen is, als hij niet bekend is of een bereik is"},
	{"noemer_min", "getal", "laagste mogelijke noemer, als hij een bereik is"},
	{"noemer_max", "getal", "hoogste mogelijke noemer, als hij een bereik is"},
	{"waarde", "getal", "de waarde, niet afgerond; leeg als er geen is of als zij een bereik is"},
	{"waarde_min", "getal", "laagste mogelijke waarde, als zij een bereik is"},
	{"waarde_max", "getal", "hoogste mogelijke waarde, als zij een bereik is"},
	{"ondergrens", "getal", "ondergrens van het 95%-interval, niet afgerond"},
	{"bovengrens", "getal", "bovengrens van het 95%-interval, niet afgerond"},
	{"methode", "tekst", "hoe het interval is berekend"},
	{"norm", "getal", "de norm of richtwaarde van dit niveau en deze periode; leeg als er geen is"},
	{"norm_status", "tekst", "vastgesteld, richtwaarde, voorstel of afgeleid"},
	{"feit", "tekst", "is de norm gehaald, geteld zonder afronden"},
	{"zekerheid", "tekst", "kan het verschil met de norm toeval zijn"},
	{"tekort", "geheel", "kinderen die nog nodig zijn tot de norm; leeg als het niet te zeggen of een bereik is"},
	{"tekort_min", "geheel", "kleinste mogelijke tekort, als het een bereik is"},
	{"tekort_max", "geheel", "grootste mogelijke tekort, als het een bereik is"},
	{"status", "tekst", "het oordeel in een woord"},
	{"geschat", "tekst", "ja: geschat uit de wijken van een eerdere indeling of uit aantallen per postcode, met een koppeling; anders leeg"},
	{"reden", "tekst", "waarom er geen getal is; leeg als er een is"},
	{"editie", "tekst", "intern (niet verspreiden) of openbaar"},
};
const size_t codeboek_cel_count = ARRAY_LEN(codeboek_cel);
