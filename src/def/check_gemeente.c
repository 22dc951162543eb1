/* Norms, breaks, privacy and goals of one gemeente against the indicators and the areas. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "def/check_file.h"

struct place {
	struct check c;
	const struct gebied_list *gebieden; /* NULL: not checked */
	struct definities *all; /* every indicator, also what this gemeente does not follow */
	char *name;             /* of the file: <gemeente>.json */
};

static const struct indicator_def *known_indicator(
	struct place *p, const struct json_node *node, const char *id)
{
	const struct indicator_def *def = definities_indicator(p->all, id);

	if (!def)
		check_say(&p->c, node, definities_nearest(p->all, id),
			"de indicator %s bestaat niet.", id);
	return def;
}

/* ---- norms ---- */

/* Where a norm stands: the file of the gemeente, or that of the user. */
static const struct json_node *norm_node(struct check *c, const char *name, const char *id)
{
	const struct json_node *node =
		check_by_id(check_root(c, "indicators/normen", name), "normen", id);

	return node ? node
		    : check_by_id(check_root(c, "indicators/normen", "eigen.json"), "normen", id);
}

void check_norm_units(const struct definities *defs, const char *name, struct check_list *out)
{
	struct check c = {.defs = defs, .out = out};

	for (size_t i = 0; i < defs->normen.count; i++) {
		const struct norm_def *n = &defs->normen.item[i];
		const struct indicator_def *def = definities_indicator(defs, n->indicator);

		if (def && strcmp(n->eenheid, def->eenheid) != 0)
			check_say(&c, check_at(norm_node(&c, name, n->id), "eenheid"), NULL,
				"de norm %s is in '%s', %s is in '%s'.", n->id, n->eenheid, def->id,
				def->eenheid);
	}
	check_release(&c);
}

static bool area_known(
	const struct gebied_list *all, const char *niveau, const char *code, const char *indeling)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct gebied *g = &all->item[i];

		if (strcmp(g->niveau, niveau) == 0 && strcmp(g->code, code) == 0 &&
			(!indeling || strcmp(g->indeling, indeling) == 0))
			return true;
	}
	return false;
}

static void check_area(struct place *p, const struct json_node *node, const char *niveau,
	const char *code, const char *indeling)
{
	if (!p->gebieden || !code || strcmp(code, "*") == 0 ||
		area_known(p->gebieden, niveau, code, indeling))
		return;
	if (indeling)
		check_say(&p->c, check_at(node, "gebied"), NULL,
			"er is geen %s met code %s in de indeling van %s.", niveau, code, indeling);
	else
		check_say(&p->c, check_at(node, "gebied"), NULL, "er is geen %s met code %s.",
			niveau, code);
}

static bool counts_group(const struct indicator_def *def, const struct filter *f)
{
	for (size_t i = 0; i < def->teller.waar_count; i++) {
		if (filter_equal(f, &def->teller.waar[i]))
			return true;
	}
	return false;
}

static bool has_level(const struct indicator_def *def, const char *niveau)
{
	for (size_t i = 0; i < def->niveau_count; i++) {
		if (strcmp(def->niveau[i], niveau) == 0)
			return true;
	}
	return false;
}

/* Is the norm for a figure that exists? */
static void check_norm_scope(struct place *p, const struct json_node *node,
	const struct norm_def *n, const struct indicator_def *def)
{
	if (!has_level(def, n->niveau))
		check_say(&p->c, check_at(node, "niveau"), NULL,
			"%s heeft geen cijfer voor niveau %s.", def->id, n->niveau);
	if (n->versie_vanaf > def->versie)
		check_say(&p->c, check_at(node, "indicator_versie_vanaf"), NULL,
			"van %s is er nog geen versie %lld.", def->id, (long long)n->versie_vanaf);
	for (size_t i = 0; i < n->groep_count; i++) {
		if (!counts_group(def, &n->groep[i]))
			check_say(&p->c, check_at(node, "groep"), NULL,
				"%s telt deze groep niet apart: de voorwaarde op '%s' staat niet "
				"in zijn teller.",
				def->id, n->groep[i].kolom);
	}
	check_area(p, node, n->niveau, n->gebied, n->indeling);
}

static void check_norm_sense(struct place *p, const struct json_node *node,
	const struct norm_def *n, const struct indicator_def *def)
{
	const struct breuk_def *b;

	if (def->richting == RICHTING_GEEN_OORDEEL)
		check_say(&p->c, check_at(node, "indicator"), NULL,
			"over %s wordt niet geoordeeld (richting geen_oordeel); een norm past daar "
			"niet bij.",
			def->id);
	if ((def->richting == RICHTING_HOGER_BETER && n->soort == NORM_MAXIMUM) ||
		(def->richting == RICHTING_LAGER_BETER && n->soort == NORM_MINIMUM))
		check_say(&p->c, check_at(node, "soort"), NULL,
			"een %s past niet bij %s: daar is %s beter.", norm_soort_code(n->soort),
			def->id, def->richting == RICHTING_HOGER_BETER ? "hoger" : "lager");
	if (!date_is_set(n->streefdatum))
		return;
	b = definities_breuk(p->c.defs, def->id, n->niveau, n->vanaf, n->streefdatum);
	if (b)
		check_say(&p->c, check_at(node, "streefdatum"), NULL,
			"onderweg naar de streefdatum ligt een reeksbreuk (%s): het tempo is dan "
			"niet te bepalen.",
			b->id);
	if (date_cmp(n->streefdatum, n->vanaf) <= 0)
		check_say(&p->c, check_at(node, "streefdatum"), NULL,
			"de streefdatum ligt voor het begin van de norm.");
}

static void check_norms(struct place *p)
{
	const struct norm_list *list = &p->c.defs->normen;

	for (size_t i = 0; i < list->count; i++) {
		const struct norm_def *n = &list->item[i];
		const struct json_node *node = norm_node(&p->c, p->name, n->id);
		const struct indicator_def *def;

		if (!node)
			continue;
		def = known_indicator(p, check_at(node, "indicator"), n->indicator);
		if (!def)
			continue;
		check_norm_scope(p, node, n, def);
		check_norm_sense(p, node, n, def);
		for (size_t k = 0; k < n->afwijking_count; k++)
			check_area(p, check_at(node, "geaccepteerde_afwijking"), n->niveau,
				n->afwijking[k].gebied, n->afwijking[k].indeling);
	}
}

/* ---- breaks, privacy, goals ---- */

static void check_breaks(struct place *p)
{
	const struct json_node *root = check_root(&p->c, "indicators/breuken", p->name);

	for (size_t i = 0; i < p->c.defs->breuk_count; i++) {
		const struct breuk_def *b = &p->c.defs->breuk[i];
		const struct json_node *node = check_by_id(root, "breuken", b->id);

		if (strcmp(b->indicator, "*") != 0)
			known_indicator(p, check_at(node, "indicator"), b->indicator);
	}
}

/* "OAB-01.noemer": an indicator that exists, and a side that it has. */
static void check_nested(struct place *p, const struct json_node *node, const char *text)
{
	const char *dot = strrchr(text, '.');
	char *id = mem_dup_n(text, dot ? (size_t)(dot - text) : strlen(text));
	const struct indicator_def *def = known_indicator(p, node, id);
	bool teller = dot && strcmp(dot, ".teller") == 0,
	     noemer = dot && strcmp(dot, ".noemer") == 0;

	if (def && !teller && !noemer)
		check_say(&p->c, node, NULL, "schrijf %s.teller of %s.noemer.", id, id);
	else if (def && noemer && !def->noemer.bron)
		check_say(&p->c, node, NULL, "%s heeft geen noemer.", id);
	free(id);
}

static void check_families(struct place *p)
{
	const struct json_node *root = check_root(&p->c, "indicators/privacy", p->name);

	for (size_t i = 0; i < p->c.defs->privacy.familie_count; i++) {
		const struct privacy_familie *f = &p->c.defs->privacy.familie[i];
		const struct json_node *node = check_by_id(root, "families", f->id);

		for (size_t k = 0; node && k < f->indicator_count; k++)
			known_indicator(
				p, json_at(json_get(node, "indicatoren"), k), f->indicator[k]);
		for (size_t k = 0; node && k < f->genest_count; k++)
			check_nested(p, json_at(json_get(node, "genest"), k), f->genest[k]);
	}
	for (size_t i = 0; i < p->c.defs->privacy.stroom_count; i++)
		check_nested(p, json_at(json_get(root, "stromen"), i), p->c.defs->privacy.stroom[i]);
}

/* What cannot be added up would be hidden for good. */
static void check_samen(struct place *p)
{
	const struct json_node *root = check_root(&p->c, "indicators/privacy", p->name);

	for (size_t i = 0; i < p->c.defs->privacy.samen_count; i++) {
		const struct privacy_samen *s = &p->c.defs->privacy.samen[i];
		const struct json_node *node = json_at(json_get(root, "jaren_samen"), i);
		const struct indicator_def *def = definities_indicator(p->c.defs, s->indicator);

		known_indicator(p, json_get(node, "indicator"), s->indicator);
		if (!def)
			continue;
		if (def->afgeleid_van || !def->noemer.bron || def->teller.tel == TEL_AANGELEVERD)
			check_say(&p->c, json_get(node, "indicator"), NULL,
				"%s is geen teller op een noemer: daarvan zijn jaren niet samen te nemen.", def->id);
		else if (def->periode_soort != s->tot.soort)
			check_say(&p->c, json_get(node, "tot"), NULL, "%s is er niet per %s.", def->id,
				s->tot.soort == PERIODE_JAAR ? "jaar" : "schooljaar");
	}
}

static bool family_known(const struct privacy_def *privacy, const char *id)
{
	for (size_t i = 0; i < privacy->familie_count; i++) {
		if (strcmp(privacy->familie[i].id, id) == 0)
			return true;
	}
	return false;
}

/* A family that the privacy file does not know protects nothing. */
static void check_members(struct place *p)
{
	for (size_t i = 0; i < p->c.defs->indicator_count; i++) {
		const struct indicator_def *def = p->c.defs->indicator[i];
		const struct json_node *root;
		char *name;

		if (!def->privacy_familie ||
			family_known(&p->c.defs->privacy, def->privacy_familie))
			continue;
		name = mem_printf("%s.json", def->id);
		root = check_root(&p->c, "indicators", name);
		check_say(&p->c, check_at(check_at(root, "privacy"), "familie"), NULL,
			"de familie '%s' staat niet in indicators/privacy/%s.",
			def->privacy_familie, p->name);
		free(name);
	}
}

static void check_goals(struct place *p)
{
	const struct json_node *root = check_root(&p->c, "indicators/doelen", p->name);
	const struct json_node *goals = root ? json_get(root, "doelen") : NULL;

	for (size_t i = 0; goals && i < json_len(goals); i++) {
		const struct json_node *list = json_get(json_at(goals, i), "indicatoren");

		for (size_t k = 0; list && k < json_len(list); k++) {
			struct err err = ERR_INIT;
			const char *id;

			if (json_text(json_at(list, k), &id, &err) == 0)
				known_indicator(p, json_at(list, k), id);
			err_release(&err);
		}
	}
}

static void check_code(struct place *p)
{
	const struct gebied *own = p->gebieden ? gebied_own(p->gebieden) : NULL;
	const struct json_node *root = check_root(&p->c, "indicators/gemeenten", p->name);

	if (own && strcmp(own->code, p->c.defs->gemeente.cbs_code) != 0)
		check_say(&p->c, check_at(root, "cbs_code"), NULL, "de gebieden zijn die van %s.",
			own->code);
}

/* The wijken can only be put in order by something that is a number per wijk. */
static void check_order(struct place *p)
{
	const struct json_node *root = check_root(&p->c, "indicators/gemeenten", p->name);
	const struct json_node *order = root ? json_get(root, "volgorde_wijken") : NULL;
	const struct indicator_def *def;

	if (!order || !p->c.defs->gemeente.volgorde)
		return;
	def = known_indicator(p, check_at(order, "indicator"), p->c.defs->gemeente.volgorde);
	if (!def)
		return;
	if (!has_level(def, "wijk"))
		check_say(&p->c, check_at(order, "indicator"), NULL,
			"%s heeft geen cijfer per wijk; daarmee is er geen volgorde van wijken.",
			def->id);
	else if (def->soort == SOORT_AANTAL || def->soort == SOORT_MIJLPAAL ||
		 def->klasse == KLASSE_KWALITATIEF)
		check_say(&p->c, check_at(order, "indicator"), NULL,
			"%s is een aantal: daarmee staan de wijken op volgorde van grootte, niet "
			"van kansen.",
			def->id);
}

int check_gemeente(const struct definities *defs, const struct gebied_list *gebieden,
	struct check_list *out, struct err *err)
{
	struct place p = {{.defs = defs, .out = out}, gebieden, NULL,
		mem_printf("%s.json", defs->gemeente.id)};
	int rc = definities_load_indicatoren(&p.all, defs->werkmap, defs->installed, err);

	if (rc == 0) {
		check_code(&p);
		check_order(&p);
		check_norms(&p);
		check_breaks(&p);
		check_families(&p);
		check_samen(&p);
		check_members(&p);
		check_goals(&p);
	}
	definities_free(p.all);
	check_release(&p.c);
	free(p.name);
	return rc;
}
