/* Looking things up in the registers, and counting them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "publish/register.h"

static bool meant(const struct doel_set *set, const char *doel_id)
{
	return !set || doel_set_has(set, doel_id);
}

const struct actie *registers_actie(const struct registers *r, const char *id)
{
	for (size_t i = 0; i < r->actie_count; i++)
		if (strcmp(r->actie[i].id, id) == 0)
			return &r->actie[i];
	return NULL;
}

const struct overleg *registers_overleg_of_themablad(const struct registers *r, const char *themablad_id)
{
	for (size_t i = r->overleg_count; *themablad_id && i-- > 0;)
		if (strcmp(r->overleg[i].themablad_id, themablad_id) == 0)
			return &r->overleg[i];
	return NULL;
}

const struct overleg *registers_last_overleg(const struct registers *r, const struct doel_set *set)
{
	for (size_t i = r->overleg_count; i-- > 0;)
		if (r->overleg[i].staat == OVERLEG_GEHOUDEN && meant(set, r->overleg[i].thema_doel_id))
			return &r->overleg[i];
	return NULL;
}

const struct overleg *registers_next_overleg(const struct registers *r, const struct doel_set *set)
{
	for (size_t i = 0; i < r->overleg_count; i++)
		if (r->overleg[i].staat == OVERLEG_GEPLAND && meant(set, r->overleg[i].thema_doel_id))
			return &r->overleg[i];
	return NULL;
}

const struct besluit *registers_last_besluit(const struct registers *r, const struct doel_set *set)
{
	for (size_t i = r->besluit_count; i-- > 0;)
		if (meant(set, r->besluit[i].doel_id))
			return &r->besluit[i];
	return NULL;
}

/* ---- acties ------------------------------------------------------------------------------- */

static void count_actie(struct actie_telling *t, const struct actie *a)
{
	size_t *const staat[] = {
		&t->niet_gestart, &t->loopt, &t->vertraagd, &t->klaar, &t->gestopt, &t->onbekend};

	t->totaal++;
	++*staat[a->staat];
	t->open += a->open;
	t->te_laat += a->te_laat;
	t->geen_update += a->geen_update;
	t->op_tijd_klaar += a->op_tijd_klaar;
	t->te_laat_klaar += a->te_laat_klaar;
	t->smart += a->smart;
}

struct actie_telling registers_count_acties(
	const struct registers *r, const struct doel_set *set, int soort)
{
	struct actie_telling t = {0};

	for (size_t i = 0; i < r->actie_count; i++)
		if ((soort == ACTIE_ELKE_SOORT || (int)r->actie[i].soort == soort) &&
			meant(set, r->actie[i].doel_id))
			count_actie(&t, &r->actie[i]);
	return t;
}

static int compare_partij(const void *left, const void *right)
{
	const char *a = ((const struct partij_telling *)left)->partij, *b = ((const struct partij_telling *)right)->partij;
	int order = strcasecmp(a, b);

	return order ? order : strcmp(a, b);
}

struct partij_telling *registers_count_partijen(
	const struct registers *r, const struct doel_set *set, size_t *count)
{
	struct partij_telling *list = mem_new(r->actie_count, sizeof(*list));
	size_t found = 0;

	for (size_t i = 0; i < r->actie_count; i++) {
		const struct actie *a = &r->actie[i];
		size_t at = 0;

		if (!meant(set, a->doel_id))
			continue;
		while (at < found && strcmp(list[at].partij, a->partij) != 0)
			at++;
		if (at == found)
			list[found++].partij = a->partij;
		count_actie(&list[at].acties, a);
	}
	qsort(list, found, sizeof(*list), compare_partij);
	*count = found;
	return list;
}

/* ---- besluiten ---------------------------------------------------------------------------- */

struct besluit_telling registers_count_besluiten(const struct registers *r, const struct doel_set *set)
{
	struct besluit_telling t = {0};
	size_t *const staat[] = {
		&t.open, &t.uitgevoerd, &t.gestopt, &t.zonder_actie, &t.actie_onbekend};

	for (size_t i = 0; i < r->besluit_count; i++) {
		if (!meant(set, r->besluit[i].doel_id))
			continue;
		t.totaal++;
		++*staat[r->besluit[i].staat];
	}
	return t;
}

/* ---- overleggen --------------------------------------------------------------------------- */

static void count_held(struct gremium_telling *t, const struct overleg *o)
{
	size_t ignored = 0;
	size_t *const verslag[] = {&ignored, &t->verslag_op_tijd, &t->verslag_te_laat,
		&t->verslag_te_verwachten, &t->verslag_ontbreekt};

	t->met_thema += *o->thema_doel_id != '\0';
	t->met_themablad += *o->themablad_id != '\0';
	++*verslag[o->verslag];
	t->deelnemers_bekend += o->heeft_deelnemers;
	t->deelnemers_5_tot_8 += o->heeft_deelnemers && o->deelnemers >= 5 && o->deelnemers <= 8;
	if (o->dagen_sinds_vorige > t->langste_tussentijd)
		t->langste_tussentijd = o->dagen_sinds_vorige;
}

static void count_overleg(struct gremium_telling *t, const struct overleg *o)
{
	size_t *const staat[] = {&t->gepland, &t->gehouden, &t->vervallen, &t->onbekend};

	t->totaal++;
	++*staat[o->staat];
	if (o->staat == OVERLEG_GEHOUDEN)
		count_held(t, o);
}

static int compare_gremium(const void *left, const void *right)
{
	return strcmp(((const struct gremium_telling *)left)->gremium,
		((const struct gremium_telling *)right)->gremium);
}

struct gremium_telling *registers_count_gremia(
	const struct registers *r, struct date vanaf, struct date tot, size_t *count)
{
	struct gremium_telling *list = mem_new(r->overleg_count, sizeof(*list));
	size_t found = 0;

	for (size_t i = 0; i < r->overleg_count; i++) {
		const struct overleg *o = &r->overleg[i];
		size_t at = 0;

		if (date_cmp(o->datum, vanaf) < 0 || (date_is_set(tot) && date_cmp(o->datum, tot) > 0))
			continue;
		while (at < found && strcmp(list[at].gremium, o->gremium) != 0)
			at++;
		if (at == found)
			list[found++] = (struct gremium_telling){
				.gremium = o->gremium, .gremium_naam = o->gremium_naam, .langste_tussentijd = -1};
		count_overleg(&list[at], o);
	}
	qsort(list, found, sizeof(*list), compare_gremium);
	*count = found;
	return list;
}

/* ---- interventies ------------------------------------------------------------------------- */

struct interventie_telling registers_count_interventies(
	const struct registers *r, const struct doel_set *set)
{
	struct interventie_telling t = {0};
	size_t *const besluit[] = {&t.geen_besluit, &t.doorgaan, &t.aanpassen, &t.stoppen};

	for (size_t i = 0; i < r->interventie_count; i++) {
		const struct interventie *v = &r->interventie[i];

		if (!meant(set, v->doel_id))
			continue;
		t.totaal++;
		t.met_bewijs += v->met_bewijs;
		t.recent_geevalueerd += v->recent_geevalueerd;
		t.nooit_geevalueerd += !date_is_set(v->laatste_evaluatie);
		++*besluit[v->besluit];
		t.gestopt += v->gestopt;
	}
	return t;
}
