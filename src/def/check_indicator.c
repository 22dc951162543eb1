/* Indicators against each other and against the import profiles. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "def/check_file.h"
#include "def/import_def.h"
#include "def/import_load.h"

/* A derivation of a derivation of a derivation; deeper goes in a circle. */
#define DEPTH_MAX 8

struct profiles {
	struct import_def **item;
	const char **bron;
	size_t count;
};

struct one {
	struct check *c;
	const struct profiles *profiles;
	const struct indicator_def *def;
	const struct json_node *root;
};

/* ---- profiles ---- */

static int profiles_load(struct profiles *p, const struct definities *defs, struct err *err)
{
	char **names = NULL;
	size_t count = 0;
	int rc = definities_names(
		defs->werkmap, defs->installed, "imports", ".json", &names, &count, err);

	if (rc)
		return -1;
	p->item = mem_new(count, sizeof(struct import_def *));
	p->bron = mem_new(count, sizeof(const char *));
	for (size_t i = 0; rc == 0 && i < count; i++) {
		char *path = definities_path(defs->werkmap, defs->installed, "imports", names[i]);
		char *label = mem_printf("imports/%s", names[i]);

		rc = import_def_load(&p->item[p->count], path, label, err);
		if (rc == 0) {
			p->bron[p->count] = p->item[p->count]->bron;
			p->count++;
		}
		free(label);
		free(path);
	}
	file_list_free(names, count);
	return rc;
}

static void profiles_release(struct profiles *p)
{
	for (size_t i = 0; i < p->count; i++)
		import_def_free(p->item[i]);
	free(p->item);
	free(p->bron);
}

static const struct import_def *profile_of(const struct profiles *p, const char *bron)
{
	for (size_t i = 0; bron && i < p->count; i++) {
		if (strcmp(p->item[i]->bron, bron) == 0)
			return p->item[i];
	}
	return NULL;
}

/* The counts of a source: its columns with numbers, what it melts, and what it counts rows into. */
static size_t maten_of(const struct import_def *p, const char **out)
{
	size_t n = 0;

	for (size_t i = 0; i < p->kolom_count; i++) {
		if (p->kolom[i].rol == ROL_MAAT)
			out[n++] = p->kolom[i].naam;
	}
	if (p->smelt.is)
		out[n++] = p->smelt.maat;
	for (size_t i = 0; i < p->tel_count; i++)
		out[n++] = p->tel[i].maat;
	return n;
}

static size_t kenmerken_of(const struct import_def *p, const char **out)
{
	size_t n = 0;

	for (size_t i = 0; i < p->kolom_count; i++) {
		if (p->kolom[i].rol == ROL_KENMERK ||
			text_list_index(&p->kenmerken, p->kolom[i].naam) >= 0)
			out[n++] = p->kolom[i].naam;
	}
	if (p->smelt.is)
		out[n++] = p->smelt.naar;
	return n;
}

/* Room for all words a profile can have. */
static const char **words_new(const struct import_def *p)
{
	return mem_new(p->kolom_count + p->tel_count + 1, sizeof(const char *));
}

static bool has_word(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], word) == 0)
			return true;
	}
	return false;
}

/* A register that is only kept, without `tel`, has no counts, kenmerken and periods to compare with
 * yet. */
static bool counts_are_known(const struct import_def *p)
{
	return p->rijen != RIJEN_REGISTER || p->tel_count;
}

/* ---- teller and noemer ---- */

static void check_count(const struct one *o, const struct json_node *side, const struct telling *t,
	const struct import_def *p)
{
	const char **words = words_new(p);
	size_t count = maten_of(p, words);

	if (t->kolom && counts_are_known(p) && !has_word(words, count, t->kolom))
		check_say(o->c, check_at(side, "kolom"), check_near(t->kolom, words, count),
			"'%s' is geen aantal in de bron %s.", t->kolom, t->bron);
	free(words);
}

static void check_values(const struct one *o, const struct json_node *node, const struct filter *f,
	const struct import_def *p)
{
	int k = import_def_kolom(p, f->kolom);

	if (k < 0 || p->kolom[k].type != KOLOM_CODE ||
		(f->soort != FILTER_IS && f->soort != FILTER_IS_NIET))
		return;
	for (size_t i = 0; i < f->is_count; i++) {
		const struct text_list *code = &p->kolom[k].code;

		if (text_list_index(code, f->is[i]) < 0)
			check_say(o->c, check_at(node, f->soort == FILTER_IS ? "is" : "is_niet"),
				check_near(f->is[i], (const char *const *)code->item, code->count),
				"'%s' staat niet in de codelijst van %s in de bron %s.", f->is[i],
				f->kolom, p->bron);
	}
}

static void check_filters(const struct one *o, const struct json_node *list, const struct filter *f,
	size_t count, const struct import_def *p)
{
	const char **words = words_new(p);
	size_t known = kenmerken_of(p, words);

	for (size_t i = 0; counts_are_known(p) && i < count; i++) {
		const struct json_node *node = json_at(list, i);

		if (!has_word(words, known, f[i].kolom))
			check_say(o->c, check_at(node, "kolom"),
				check_near(f[i].kolom, words, known),
				"'%s' is geen kenmerk van de bron %s.", f[i].kolom, p->bron);
		else
			check_values(o, node, &f[i], p);
	}
	free(words);
}

/* Which kind of period must the source deliver for this side? */
static enum periode_soort period_wanted(const struct indicator_def *def, const struct telling *t)
{
	switch (t->koppeling) {
	case KOPPELING_SCHOOLJAAR:
		return PERIODE_SCHOOLJAAR;
	case KOPPELING_LAATSTE_1_OKTOBER:
	case KOPPELING_LAATSTE_1_JANUARI:
		return PERIODE_DAG;
	case KOPPELING_ZELFDE:
	case KOPPELING_VORIGE_N:
		break;
	}
	return def->periode_soort;
}

static void check_period(const struct one *o, const struct json_node *side, const struct telling *t,
	const struct import_def *p)
{
	static const char *const word[] = {[PERIODE_GEEN] = "geen periode",
		[PERIODE_KWARTAAL] = "kwartalen",
		[PERIODE_SCHOOLJAAR] = "schooljaren",
		[PERIODE_JAAR] = "jaren",
		[PERIODE_MAAND] = "maanden",
		[PERIODE_DAG] = "peildatums"};
	enum periode_soort wanted = period_wanted(o->def, t);

	if (counts_are_known(p) && p->periode.soort != wanted)
		check_say(o->c, check_at(side, "bron"), NULL,
			"de bron %s levert %s; hier zijn %s nodig.", t->bron,
			word[p->periode.soort], word[wanted]);
}

static const struct import_kolom *area_column(const struct import_def *p)
{
	for (size_t i = 0; i < p->kolom_count; i++) {
		if (p->kolom[i].rol == ROL_GEBIED && p->kolom[i].niveaus.count)
			return &p->kolom[i];
	}
	return NULL;
}

static bool added_up(const struct indicator_def *def)
{
	return def->optelbaar || def->soort == SOORT_INDEX;
}

/* Can this level be had: delivered itself, as a total row, or by adding up what lies below? */
static bool level_reached(
	const struct indicator_def *def, const struct import_def *p, const char *niveau)
{
	static const char *const order[] = {"gemeente", "wijk", "buurt"};
	const struct import_kolom *area = area_column(p);
	bool below = false;

	if (!area || (p->totaal_is_gemeentewaarde && strcmp(niveau, "gemeente") == 0))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(order); i++) {
		below = below || strcmp(order[i], niveau) == 0;
		if (text_list_index(&area->niveaus, order[i]) >= 0 && below &&
			(strcmp(order[i], niveau) == 0 || added_up(def)))
			return true;
	}
	return false;
}

static void check_levels(const struct one *o, const struct telling *t, const struct import_def *p)
{
	const struct json_node *area = check_at(o->root, "gebied"),
			       *list = check_at(area, "niveaus");

	for (size_t i = 0; i < o->def->niveau_count; i++) {
		if (!level_reached(o->def, p, o->def->niveau[i]))
			check_say(o->c, json_type(list) == JSON_LIST ? json_at(list, i) : list,
				NULL, "de bron %s geeft geen cijfer voor niveau %s%s.", t->bron,
				o->def->niveau[i],
				o->def->optelbaar ? ""
						  : ", en optellen over gebieden mag hier niet");
	}
}

static void check_side(const struct one *o, const char *key, const struct telling *t)
{
	const struct json_node *side = json_get(o->root, key);
	const struct import_def *p = profile_of(o->profiles, t->bron);

	if (!t->bron || !side)
		return;
	if (!p) {
		check_say(o->c, check_at(side, "bron"),
			check_near(t->bron, o->profiles->bron, o->profiles->count),
			"voor '%s' is er geen profiel in imports/.", t->bron);
		return;
	}
	check_count(o, side, t, p);
	if (t->waar_count)
		check_filters(o, check_at(side, "waar"), t->waar, t->waar_count, p);
	check_period(o, side, t, p);
	check_levels(o, t, p);
	if (t->tel == TEL_AANGELEVERD && o->def->optelbaar)
		check_say(o->c, check_at(check_at(o->root, "aggregatie"), "ruimte"), NULL,
			"een waarde die wordt overgenomen zoals geleverd, is niet op te tellen "
			"over gebieden.");
}

/* ---- other indicators ---- */

static const struct indicator_def *check_reference(
	const struct one *o, const struct json_node *node, const char *id)
{
	const struct indicator_def *found = definities_indicator(o->c->defs, id);

	if (!found)
		check_say(o->c, node, definities_nearest(o->c->defs, id),
			"de indicator %s bestaat niet.", id);
	return found;
}

static bool goes_round(const struct definities *defs, const struct indicator_def *def, int depth)
{
	const char *const up[] = {def->afgeleid_van, def->afgeleid_min};

	if (depth > DEPTH_MAX)
		return true;
	for (size_t i = 0; i < ARRAY_LEN(up); i++) {
		const struct indicator_def *base = up[i] ? definities_indicator(defs, up[i]) : NULL;

		if (base && goes_round(defs, base, depth + 1))
			return true;
	}
	return false;
}

/* "OAB-03 van OAB-04 van OAB-03", along what goes round, from `def` on. */
static void add_circle(struct str *s, const struct definities *defs, const struct indicator_def *def)
{
	const struct indicator_def *at = def;

	str_add(s, def->id);
	for (int steps = 0; steps < DEPTH_MAX && (steps == 0 || at != def); steps++) {
		const struct indicator_def *one = at->afgeleid_van ? definities_indicator(defs, at->afgeleid_van) : NULL;
		const struct indicator_def *two = at->afgeleid_min ? definities_indicator(defs, at->afgeleid_min) : NULL;

		at = one && goes_round(defs, one, 0) ? one : two;
		if (!at)
			return; /* no circle but a very long line */
		str_add_f(s, " van %s", at->id);
	}
}

static bool has_level(const struct indicator_def *def, const char *niveau)
{
	return has_word((const char *const *)def->niveau, def->niveau_count, niveau);
}

static void check_base(
	const struct one *o, const struct json_node *node, const struct indicator_def *base)
{
	const struct indicator_def *def = o->def;
	bool share = base->noemer.bron != NULL;

	if (goes_round(o->c->defs, def, 0)) {
		struct str circle = STR_INIT;

		add_circle(&circle, o->c->defs, def);
		check_say(o->c, node, NULL, "de afleiding gaat in een kring: %s; laat één ervan uit een bron tellen.",
			str_text(&circle));
		str_release(&circle);
		return;
	}
	if (base->periode_soort != def->periode_soort)
		check_say(o->c, check_at(o->root, "periode"), NULL,
			"%s heeft andere periodes dan %s.", def->id, base->id);
	if (def->bewerking == BEWERKING_SPREIDING && !has_level(base, "wijk"))
		check_say(o->c, check_at(node, "van"), NULL,
			"%s heeft geen wijken om te vergelijken.", base->id);
	if (def->bewerking != BEWERKING_AANDEEL_VAN && !share)
		check_say(o->c, check_at(node, "van"), NULL,
			"%s heeft geen noemer; daar is dit niet uit te berekenen.", base->id);
	for (size_t i = 0; i < def->niveau_count; i++) {
		if (!has_level(base, def->niveau[i]))
			check_say(o->c, check_at(check_at(o->root, "gebied"), "niveaus"), NULL,
				"%s heeft geen cijfer voor niveau %s.", base->id, def->niveau[i]);
	}
}

static void check_groups(
	const struct one *o, const struct json_node *node, const struct indicator_def *base)
{
	const struct import_def *p = profile_of(o->profiles, base->teller.bron);

	if (!p || !o->def->groep_count)
		return;
	check_filters(o, check_at(node, "groep"), o->def->groep, o->def->groep_count, p);
	check_filters(
		o, check_at(node, "groep_min"), o->def->groep_min, o->def->groep_min_count, p);
}

static void check_derived(const struct one *o)
{
	const struct json_node *node = json_get(o->root, "afgeleid"), *list;

	if (node && o->def->afgeleid_van) {
		const struct indicator_def *base =
			check_reference(o, check_at(node, "van"), o->def->afgeleid_van);
		if (o->def->afgeleid_min)
			check_reference(o, check_at(node, "min"), o->def->afgeleid_min);
		if (base) {
			check_base(o, node, base);
			check_groups(o, node, base);
		}
	}
	list = check_at(check_at(o->root, "duiding"), "lees_samen_met");
	for (size_t i = 0; i < o->def->lees_samen_count; i++)
		check_reference(o, json_type(list) == JSON_LIST ? json_at(list, i) : list,
			o->def->lees_samen_met[i]);
}

int check_indicatoren(const struct definities *defs, struct check_list *out, struct err *err)
{
	struct check c = {.defs = defs, .out = out};
	struct profiles profiles = {0};
	int rc = profiles_load(&profiles, defs, err);

	for (size_t i = 0; rc == 0 && i < defs->indicator_count; i++) {
		char *name = mem_printf("%s.json", defs->indicator[i]->id);
		struct one o = {
			&c, &profiles, defs->indicator[i], check_root(&c, "indicators", name)};

		free(name);
		if (!o.root)
			continue;
		check_side(&o, "teller", &o.def->teller);
		check_side(&o, "noemer", &o.def->noemer);
		check_derived(&o);
	}
	profiles_release(&profiles);
	check_release(&c);
	return rc;
}
