#include "cli/uitleg_zijde.h"

#include <inttypes.h>
#include <string.h>

#include "base/num.h"
#include "indicator/rollup.h"
#include "publish/rounding.h"

__extension__ typedef __int128 wide;

const struct indicator_def *uitleg_basis(const struct definities *defs, const struct indicator_def *def)
{
	const struct indicator_def *of = def;

	while (of->afgeleid_van && definities_indicator(defs, of->afgeleid_van))
		of = definities_indicator(defs, of->afgeleid_van);
	return of;
}

/* ---- the sides ---- */

static void add_side(struct zijde *out, size_t *count, struct zijde side)
{
	if (side.telling->bron && *count < ZIJDEN_MAX)
		out[(*count)++] = side;
}

/* Teller and noemer as an indicator counts them itself, narrowed to a group. */
static void add_pair(struct zijde *out, size_t *count, const struct indicator_def *def, const char *van,
	const struct filter *groep, size_t groep_count, struct periode p, struct bereik teller, struct bereik noemer)
{
	add_side(out, count, (struct zijde){"teller", van, &def->teller, groep, groep_count, p, teller});
	add_side(out, count, (struct zijde){"noemer", van, &def->noemer, groep, groep_count,
		rollup_noemer_periode(def, p), noemer});
}

/* Those of another indicator for the same area and period. */
static void add_other(struct zijde *out, size_t *count, const struct layer *layer, const struct cel *cel,
	const char *id)
{
	static const struct bereik unknown = {false, 0, 0, 0};
	const struct indicator_def *def = definities_indicator(layer->defs, id);
	const struct cel *other;

	if (!def)
		return;
	def = uitleg_basis(layer->defs, def);
	other = layer_find(layer, def->id, cel->gebied, cel->periode);
	add_pair(out, count, def, def->id, NULL, 0, cel->periode, other ? other->teller : unknown,
		other ? other->noemer : unknown);
}

size_t uitleg_zijden(const struct layer *layer, const struct cel *cel, struct zijde *out)
{
	const struct indicator_def *def = cel->indicator;
	const struct indicator_def *of = uitleg_basis(layer->defs, def);
	size_t count = 0;

	if (!def->afgeleid_van) {
		add_pair(out, &count, def, NULL, NULL, 0, cel->periode, cel->teller, cel->noemer);
	} else if (def->bewerking == BEWERKING_AANDEEL_VAN) {
		add_side(out, &count, (struct zijde){"teller", NULL, &def->teller, NULL, 0, cel->periode, cel->teller});
		add_side(out, &count, (struct zijde){"noemer", NULL, &of->teller, NULL, 0, cel->periode, cel->noemer});
	} else if (def->bewerking == BEWERKING_VERSCHIL && !def->afgeleid_min) {
		add_pair(out, &count, of, NULL, def->groep, def->groep_count, cel->periode, cel->teller, cel->noemer);
		add_pair(out, &count, of, NULL, def->groep_min, def->groep_min_count, cel->periode, cel->teller2,
			cel->noemer2);
	} else {
		add_other(out, &count, layer, cel, def->afgeleid_van);
		if (def->afgeleid_min)
			add_other(out, &count, layer, cel, def->afgeleid_min);
	}
	return count;
}

/* ---- in words ---- */

static void add_words(struct str *s, const struct filter *f)
{
	for (size_t k = 0; k < f->is_count; k++)
		str_add_f(s, "%s%s", k ? " of " : "", f->is[k]);
}

static void add_condition(struct str *s, const struct filter *f)
{
	static const char *const verb[] = {
		[FILTER_IS] = "is ",
		[FILTER_IS_NIET] = "niet is ",
		[FILTER_MINSTENS] = "minstens is ",
		[FILTER_HOOGSTENS] = "hoogstens is ",
		[FILTER_LEEG] = "leeg is",
		[FILTER_NIET_LEEG] = "gevuld is",
	};

	str_add_f(s, "%s %s", f->kolom, verb[f->soort]);
	add_words(s, f);
}

static void add_conditions(struct str *s, const struct zijde *z)
{
	size_t all = z->telling->waar_count + z->groep_count;

	for (size_t i = 0; i < all; i++) {
		str_add(s, i ? " en " : ", waar ");
		add_condition(s, i < z->telling->waar_count ? &z->telling->waar[i]
							    : &z->groep[i - z->telling->waar_count]);
	}
}

void uitleg_add_zijde(struct str *s, const struct zijde *z, const struct cel *cel)
{
	static const char *const verb[] = {[TEL_SOM] = "som van", [TEL_RIJEN] = "aantal rijen",
		[TEL_AANGELEVERD] = "zoals geleverd:"};

	str_add_f(s, "  %s%s%s ", z->woord, z->van && cel->indicator->afgeleid_min ? " van " : "",
		z->van && cel->indicator->afgeleid_min ? z->van : "");
	if (z->aantal.bekend)
		rounding_add_count(s, z->aantal);
	else
		str_add_char(s, '-');
	str_add_f(s, ": %s%s%s in bron %s", verb[z->telling->tel], z->telling->kolom ? " " : "",
		z->telling->kolom ? z->telling->kolom : "", z->telling->bron);
	add_conditions(s, z);
	if (!periode_equal(z->periode, cel->periode)) {
		str_add(s, ", van ");
		periode_add_name(s, z->periode);
	}
	str_add_char(s, '\n');
}

/* ---- the formula ---- */

static void add_ratio(struct str *s, struct bereik x, struct bereik n)
{
	rounding_add_count(s, x);
	str_add(s, " / ");
	rounding_add_count(s, n);
}

static int factor_of(const struct indicator_def *def)
{
	if (def->soort == SOORT_PER_1000)
		return 1000;
	return def->soort == SOORT_AANDEEL || def->soort == SOORT_PER_100 || def->soort == SOORT_VOORTGANG ? 100 : 0;
}

/* How many are needed to meet a minimum, or allowed by a maximum, in whole numbers. */
static void add_shortage(struct str *s, const struct cel *of)
{
	struct fraction f;
	int64_t edge;

	if (!of->norm || of->norm->soort == NORM_BAND || !of->heeft_tekort || !of->teller.bekend ||
		!of->noemer.bekend || of->noemer.min != of->noemer.max || of->noemer.schaal)
		return;
	f = norm_fraction(of->norm->waarde, of->norm->eenheid);
	edge = (int64_t)(((wide)of->noemer.min * f.num + (of->norm->soort == NORM_MINIMUM ? f.den - 1 : 0)) / f.den);
	str_add(s, "  = ");
	if (of->norm->soort == NORM_MINIMUM) {
		num_add_int(s, edge);
		str_add(s, " nodig - ");
		rounding_add_count(s, of->teller);
		str_add(s, " geteld");
	} else {
		rounding_add_count(s, of->teller);
		str_add(s, " geteld - ");
		num_add_int(s, edge);
		str_add(s, " toegestaan");
	}
	str_add(s, ", niet onder de 0\n");
}

static void add_two_shares(struct str *s, const struct layer *layer, const struct cel *cel)
{
	struct zijde z[ZIJDEN_MAX];
	size_t count = uitleg_zijden(layer, cel, z);

	if (count != 4)
		return;
	for (size_t i = 0; i < count; i++)
		if (!z[i].aantal.bekend)
			return;
	str_add(s, "  = (");
	add_ratio(s, z[0].aantal, z[1].aantal);
	str_add(s, " - ");
	add_ratio(s, z[2].aantal, z[3].aantal);
	str_add(s, ") x 100\n");
}

/* The spread in the terms of its parts: what was seen, less what chance alone would give. */
static void add_spread(struct str *s, const struct layer *layer, const struct cel *cel)
{
	const struct kloof_deel *k = layer_kloof(layer, cel->indicator->afgeleid_van, cel->periode);

	if (!k || !cel->heeft_waarde)
		return;
	str_add(s, "  = wortel van (");
	num_add_double(s, k->ruw * k->ruw, 2, ',');
	str_add(s, " - ");
	num_add_double(s, k->ruw * k->ruw - k->spreiding * k->spreiding, 2, ',');
	str_add_f(s, "): gewogen kwadraten van de afstand tot de gemeente over %zu wijken, min wat toeval daarvan verklaart\n",
		k->wijken);
}

static void add_derived(struct str *s, const struct layer *layer, const struct cel *cel)
{
	static const char *const words[] = {
		[BEWERKING_GEEN] = "",
		[BEWERKING_NOEMER_MIN_TELLER] = "noemer min teller",
		[BEWERKING_TEKORT] = "kinderen die ontbreken tot de norm",
		[BEWERKING_VERSCHIL] = "verschil",
		[BEWERKING_SPREIDING] = "spreiding tussen wijken, zonder toeval",
		[BEWERKING_AANDEEL_VAN] = "aandeel van",
	};
	const struct indicator_def *def = cel->indicator;
	const struct cel *of = layer_find(layer, def->afgeleid_van, cel->gebied, cel->periode);

	str_add_f(s, "  afgeleid van %s", def->afgeleid_van);
	if (def->afgeleid_min)
		str_add_f(s, " en %s", def->afgeleid_min);
	str_add_f(s, ": %s\n", words[def->bewerking]);
	if (!of || !cel->heeft_waarde)
		return;
	if (def->bewerking == BEWERKING_TEKORT) {
		add_shortage(s, of);
	} else if (def->bewerking == BEWERKING_VERSCHIL) {
		add_two_shares(s, layer, cel);
	} else if (def->bewerking == BEWERKING_SPREIDING) {
		add_spread(s, layer, cel);
	} else if (def->bewerking == BEWERKING_NOEMER_MIN_TELLER && of->teller.bekend && of->noemer.bekend) {
		str_add(s, "  = ");
		rounding_add_count(s, of->noemer);
		str_add(s, " - ");
		rounding_add_count(s, of->teller);
		str_add_char(s, '\n');
	}
}

void uitleg_add_formule(struct str *s, const struct layer *layer, const struct cel *cel)
{
	int factor = factor_of(cel->indicator);

	if (cel->indicator->afgeleid_van)
		add_derived(s, layer, cel);
	if (cel->heeft_waarde && cel->indicator->soort == SOORT_INDEX)
		str_add(s, "  = helft van de som over scholen van |deel van de groep - deel van de anderen|\n");
	if (cel->indicator->bewerking != BEWERKING_GEEN && cel->indicator->bewerking != BEWERKING_AANDEEL_VAN)
		return;
	if (!factor || !cel->heeft_waarde || !cel->teller.bekend || !cel->noemer.bekend)
		return;
	str_add(s, "  = ");
	add_ratio(s, cel->teller, cel->noemer);
	str_add_f(s, " x %d\n", factor);
}
