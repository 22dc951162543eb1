#include "indicator/verdeling.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "indicator/rollup.h"
#include "indicator/schatting.h"
#include "indicator/value.h"
#include "store/koppeling_store.h"

struct geladen {
	const char *naam; /* borrowed from a job */
	struct koppeling_list list;
};

struct verdeling {
	struct store *store;
	const struct definities *defs;
	const struct gebied_list *gebieden;
	struct stand stand;
	struct geladen *koppeling;
	size_t count, cap;
};

/* ---- which areas --------------------------------------------------------------------------- */

static int load(struct verdeling *v, const char *naam, const struct koppeling_list **out, struct err *err)
{
	for (size_t i = 0; i < v->count; i++)
		if (strcmp(v->koppeling[i].naam, naam) == 0) {
			*out = &v->koppeling[i].list;
			return 0;
		}
	v->koppeling = mem_grow(v->koppeling, &v->cap, v->count + 1, sizeof(*v->koppeling));
	v->koppeling[v->count] = (struct geladen){.naam = naam};
	if (koppeling_store_load(v->store, naam, v->stand, &v->koppeling[v->count].list, err) < 0)
		return -1;
	*out = &v->koppeling[v->count++].list;
	return 0;
}

/* One code in one period: where it lies, and what was counted there. */
struct deel {
	const struct via_meting *via;
	const struct koppeling *k;
	size_t count;
	int64_t *aantal; /* of each area; NULL: it could not be divided */
};

static int find(struct verdeling *v, const struct via_meting *via, struct deel *out, struct err *err)
{
	const char *indeling = gebied_indeling(v->gebieden, "wijk", via->m.periode.eind);
	const struct koppeling_list *list;

	*out = (struct deel){.via = via};
	if (load(v, via->koppeling, &list, err) < 0)
		return -1;
	out->k = koppeling_find(list, indeling ? indeling : "", via->code, &out->count);
	return 0;
}

static bool inside(const struct verdeling *v, const struct indicator_def *def, int64_t gebied)
{
	const struct gebied *g = gebied_by_id(v->gebieden, gebied);

	if (!g || !g->eigen || strcmp(g->niveau, "buiten") == 0)
		return false;
	return strcmp(g->niveau, "onbekend") != 0 || def->onbekend_telt_mee;
}

/* ---- dividing ------------------------------------------------------------------------------ */

static bool exact(const struct meting *m, enum tel tel)
{
	return meting_gegevens(m, tel) == GEGEVENS_WAARDE && bereik_exact(&m->som) && !m->som.schaal && m->som.min >= 0;
}

/* `limiet` NULL: none. */
static void divide(struct deel *d, enum tel tel, const int64_t *limiet)
{
	int64_t *gewicht = mem_new(d->count, sizeof(*gewicht)), *out = mem_new(d->count, sizeof(*out));

	for (size_t i = 0; i < d->count; i++)
		gewicht[i] = d->k[i].gewicht;
	if (exact(&d->via->m, tel) && schatting_verdeel(d->via->m.som.min, gewicht, limiet, d->count, out))
		d->aantal = out;
	else
		free(out);
	free(gewicht);
}

/* Within the noemer of the same code, where the teller is a part of it. */
static int divide_teller(struct verdeling *v, const struct indicator_def *def, const struct telling_job *noemer,
	struct deel *d, struct err *err)
{
	const struct via_meting *via = NULL;
	struct deel n;

	if (def->subset_eis && noemer->telling)
		via = via_find(&noemer->via, d->via->koppeling, d->via->code,
			rollup_noemer_periode(def, d->via->m.periode));
	if (!via) {
		divide(d, def->teller.tel, NULL);
		return 0;
	}
	if (find(v, via, &n, err) < 0)
		return -1;
	if (n.count == d->count) /* the same wijken, unless the division changed between the two periods */
		divide(&n, def->noemer.tel, NULL);
	divide(d, def->teller.tel, n.aantal);
	free(n.aantal);
	return 0;
}

/* ---- what an area gets --------------------------------------------------------------------- */

static struct meting *give(struct meting_list *out, const struct deel *d, int64_t gebied)
{
	const struct meting *from = &d->via->m;
	struct meting *m;

	out->item = mem_grow(out->item, &out->cap, out->count + 1, sizeof(*out->item));
	m = &out->item[out->count++];
	*m = *from;
	m->gebied = gebied;
	m->levering = (struct levering_set){NULL, 0, 0};
	levering_set_join(&m->levering, &from->levering);
	if (d->count)
		levering_set_add(&m->levering, d->k[0].levering);
	return m;
}

/* A sum that is there, and of which this area's share is not known. */
static void hide(struct meting *m)
{
	if (!m->som.bekend)
		return;
	if (bereik_exact(&m->som))
		m->onbekend++;
	else
		m->onbegrensd++;
	m->som = (struct bereik){0};
}

static void give_share(struct meting_list *out, const struct deel *d, int64_t gebied, int64_t aantal)
{
	struct meting *m = give(out, d, gebied);

	if (!d->aantal) {
		hide(m);
	} else {
		if (m->som.min > 0) /* of nobody every share is nobody */
			m->geschat_met = d->via->koppeling;
		m->som = (struct bereik){true, aantal, aantal, 0};
	}
}

static void give_gemeente(const struct verdeling *v, const struct indicator_def *def, struct meting_list *out,
	const struct deel *d)
{
	int64_t sum = 0, own = gebied_own(v->gebieden)->id;
	size_t in = 0;

	for (size_t i = 0; i < d->count; i++)
		if (inside(v, def, d->k[i].gebied)) {
			in++;
			sum += d->aantal ? d->aantal[i] : 0;
		}
	if (in == d->count) /* also of a code that nobody knows */
		(void)give(out, d, own);
	else if (in)
		give_share(out, d, own, sum);
}

static void give_all(const struct verdeling *v, const struct indicator_def *def, struct meting_list *out,
	const struct deel *d)
{
	give_gemeente(v, def, out, d);
	if (d->count == 1)
		(void)give(out, d, d->k[0].gebied);
	for (size_t i = 0; d->count > 1 && i < d->count; i++)
		give_share(out, d, d->k[i].gebied, d->aantal ? d->aantal[i] : 0);
}

/* ---- one telling --------------------------------------------------------------------------- */

/* Was the period delivered by area as well? Then that holds. */
static bool counted_itself(const struct meting_list *out, size_t count, struct periode p)
{
	for (size_t i = 0; i < count; i++)
		if (periode_equal(out->item[i].periode, p) && !out->item[i].totaal)
			return true;
	return false;
}

/* A wijk that lacks the children of a code nobody knows. The gemeente has them. */
static void mark_incomplete(const struct verdeling *v, struct meting_list *out, size_t from, struct periode p)
{
	for (size_t i = from; i < out->count; i++)
		if (periode_equal(out->item[i].periode, p) && out->item[i].gebied != gebied_own(v->gebieden)->id)
			out->item[i].onvolledig = true;
}

/* `noemer` NULL: this is the noemer. */
static int fill_job(struct verdeling *v, const struct indicator_def *def, struct telling_job *job,
	const struct telling_job *noemer, struct err *err)
{
	size_t counted = job->out.count;
	bool people = schatting_deelbaar(def, v->defs);

	for (size_t i = 0; i < job->via.count; i++) {
		struct deel d;

		if (counted_itself(&job->out, counted, job->via.item[i].m.periode))
			continue;
		if (find(v, &job->via.item[i], &d, err) < 0)
			return -1;
		if (people && d.count > 1 && noemer && divide_teller(v, def, noemer, &d, err) < 0)
			return -1;
		if (people && d.count > 1 && !noemer)
			divide(&d, def->noemer.tel, NULL);
		give_all(v, def, &job->out, &d);
		free(d.aantal);
	}
	for (size_t i = 0; i < job->via.count; i++) {
		struct deel d;

		if (find(v, &job->via.item[i], &d, err) < 0)
			return -1;
		if (!d.count)
			mark_incomplete(v, &job->out, counted, d.via->m.periode);
	}
	return job->via.count ? meting_list_settle(&job->out, err) : 0;
}

static int fill_item(struct verdeling *v, struct plan_item *item, struct err *err)
{
	const struct indicator_def *def = item->telt;

	if (fill_job(v, def, &item->noemer, NULL, err) < 0 || fill_job(v, def, &item->noemer2, NULL, err) < 0 ||
		fill_job(v, def, &item->teller, &item->noemer, err) < 0)
		return -1;
	return fill_job(v, def, &item->teller2, &item->noemer2, err);
}

int verdeling_fill(struct plan *plan, struct store *store, const struct definities *defs,
	const struct gebied_list *gebieden, struct stand stand, struct err *err)
{
	struct verdeling v = {.store = store, .defs = defs, .gebieden = gebieden, .stand = stand};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < plan->count; i++)
		rc = fill_item(&v, &plan->item[i], err);
	for (size_t i = 0; i < v.count; i++)
		koppeling_list_release(&v.koppeling[i].list);
	free(v.koppeling);
	return rc;
}
