#include "cli/uitleg_eerder.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "cli/definities_op.h"
#include "cli/figures.h"
#include "store/definitie_store.h"

/* What happened at a moment. Of one moment definitions go first: what is delivered is computed with them. */
enum wat { WAT_DEFINITIE, WAT_LEVERING, WAT_INTREKKING };

struct gebeurtenis {
	const char *op; /* 2026-07-21T09:30:00, or the day alone; borrowed */
	struct date dag;
	enum wat wat;
	const struct levering *levering;
};

/* From `vanaf` on these definitions held; `toen` owns them, unless they are those in use. */
struct tijdvak {
	const char *vanaf;
	struct definities *defs;
	struct definities_toen toen;
};

/* The figure as it stood. */
struct stand_van_cijfer {
	const struct definities *defs;
	char *waarde, *norm, *feit;
};

struct historie {
	struct app *app;
	const struct uitleg_vraag *v;
	struct gebeurtenis *item;
	size_t count, cap;
	struct definitie_momenten momenten;
	struct tijdvak *vak;
	size_t vak_count, vak_cap;
	struct stand_van_cijfer was; /* waarde NULL: nothing was delivered yet */
};

/* ---- what happened ------------------------------------------------------------------------------ */

static bool touches(const struct uitleg_vraag *v, const struct levering *l)
{
	for (size_t i = 0; i < v->zijde_count; i++)
		if (strcmp(l->bron, v->zijde[i].telling->bron) == 0 &&
			(l->periode.soort == PERIODE_GEEN || periode_equal(l->periode, v->zijde[i].periode)))
			return true;
	return false;
}

static int add(struct historie *e, const char *op, enum wat wat, const struct levering *l, struct err *err)
{
	char *day = mem_dup_n(op, strnlen(op, 10));
	struct date dag;
	int rc = date_parse_iso(day, &dag, err);

	free(day);
	if (rc < 0)
		return -1;
	/* a withdrawal, an own norm and a definition can be of after the day that was asked for */
	if (date_is_set(e->v->datum) && date_cmp(dag, e->v->datum) > 0)
		return 0;
	e->item = mem_grow(e->item, &e->cap, e->count + 1, sizeof(*e->item));
	e->item[e->count++] = (struct gebeurtenis){op, dag, wat, l};
	return 0;
}

static int by_moment(const void *one, const void *two)
{
	const struct gebeurtenis *a = one, *b = two;
	int64_t nr_a = a->levering ? a->levering->nr : 0, nr_b = b->levering ? b->levering->nr : 0;
	int order = strcmp(a->op, b->op);

	if (order)
		return order;
	if (a->wat != b->wat)
		return a->wat < b->wat ? -1 : 1;
	return nr_a < nr_b ? -1 : nr_a > nr_b;
}

static int add_leveringen(struct historie *e, struct err *err)
{
	for (size_t i = 0; i < e->v->leveringen->count; i++) {
		const struct levering *l = &e->v->leveringen->item[i];

		if (!touches(e->v, l))
			continue;
		if (add(e, l->geladen_op, WAT_LEVERING, l, err) < 0 ||
			(l->ingetrokken_op && add(e, l->ingetrokken_op, WAT_INTREKKING, l, err) < 0))
			return -1;
	}
	return 0;
}

/* Own norms carry the day on which they were entered. */
static int add_eigen_normen(struct historie *e, struct err *err)
{
	const struct norm_list *list = &e->app->defs->normen;

	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].vastgelegd_op && strcmp(list->item[i].indicator, e->v->basis->id) == 0 &&
			add(e, list->item[i].vastgelegd_op, WAT_DEFINITIE, NULL, err) < 0)
			return -1;
	return 0;
}

/* ---- which definitions held --------------------------------------------------------------------- */

static int add_vak(struct historie *e, const char *vanaf, struct definities *defs, struct definities_toen toen,
	struct err *err)
{
	e->vak = mem_grow(e->vak, &e->vak_cap, e->vak_count + 1, sizeof(*e->vak));
	e->vak[e->vak_count++] = (struct tijdvak){vanaf, defs, toen};
	return e->vak_count > 1 ? add(e, vanaf, WAT_DEFINITIE, NULL, err) : 0;
}

/* When another text was kept of what this figure hangs on. */
static int read_moments(struct historie *e, struct err *err)
{
	char *files[] = {mem_printf("indicators/%s.json", e->v->def->id),
		mem_printf("indicators/%s.json", e->v->basis->id),
		mem_printf("indicators/normen/%s.json", e->app->gemeente)};
	int rc = 0;

	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		if (rc == 0)
			rc = definitie_store_moments(e->app->store, files[i], &e->momenten, err);
		free(files[i]);
	}
	return rc;
}

/* Have the files changed since they were last kept? Then those in use are the last of all. */
static int changed_since(const struct historie *e, bool *out, struct err *err)
{
	char *kept = NULL;

	*out = false;
	if (date_is_set(e->v->datum))
		return 0;
	if (store_setting_get(e->app->store, "definities", &kept, err) < 0)
		return -1;
	*out = kept && strcmp(kept, e->app->defs->hash) != 0;
	free(kept);
	return 0;
}

static int add_tijdvakken(struct historie *e, struct err *err)
{
	struct definities_toen none = {NULL, NULL}, toen;
	bool changed = false;

	if (read_moments(e, err) < 0 || changed_since(e, &changed, err) < 0)
		return -1;
	/* Of the usual case, in which nothing ever changed, nothing is read again. */
	if (e->momenten.count <= 1 && !changed)
		return add_vak(e, "", e->app->defs, none, err);
	for (size_t i = 0; i < e->momenten.count; i++)
		if (definities_van(e->app, e->momenten.op[i], &toen, err) < 0 ||
			add_vak(e, e->momenten.op[i], toen.defs, toen, err) < 0)
			return -1;
	return changed || !e->vak_count ? add_vak(e, e->app->nu, e->app->defs, none, err) : 0;
}

static struct definities *defs_at(const struct historie *e, const char *op)
{
	size_t i = e->vak_count - 1;

	while (i > 0 && strcmp(e->vak[i].vanaf, op) > 0)
		i--;
	return e->vak[i].defs;
}

/* ---- the figure at a moment ----------------------------------------------------------------------- */

static char *value_text(const struct cel *c)
{
	if (!c)
		return mem_dup("niet geleverd");
	/* of a difference the counts are of one side only */
	if (c->teller_tekst && c->noemer_tekst && c->indicator->soort != SOORT_VERSCHIL)
		return mem_printf("%s, %s van %s", c->waarde_tekst, c->teller_tekst, c->noemer_tekst);
	return mem_dup(c->waarde_tekst);
}

static void stand_release(struct stand_van_cijfer *s)
{
	free(s->waarde);
	free(s->norm);
	free(s->feit);
	*s = (struct stand_van_cijfer){NULL, NULL, NULL, NULL};
}

static void take_norm(const struct cel *c, struct stand_van_cijfer *out)
{
	if (!c)
		return;
	out->norm = mem_dup(c->norm_tekst);
	out->feit = c->feit == FEIT_GEEN ? NULL : mem_dup(c->feit_tekst);
}

/* The cell of an indicator at a moment: its value, or (what a shortage is measured by) its norm. */
static int look_at(struct historie *e, const char *id, struct stand stand, bool value, bool norm,
	struct stand_van_cijfer *out, struct err *err)
{
	struct figures f;
	const struct cel *c;

	if (figures_load(e->app, stand, id, EDITIE_INTERN, &f, err) < 0)
		return -1;
	c = layer_find(f.layer, id, e->v->gebied, e->v->periode);
	if (value)
		out->waarde = value_text(c);
	if (norm)
		take_norm(c, out);
	figures_release(&f);
	return 0;
}

static int look(struct historie *e, const char *op, struct stand stand, struct stand_van_cijfer *out, struct err *err)
{
	struct definities *now = e->app->defs, *then = defs_at(e, op);
	bool tekort = e->v->def->bewerking == BEWERKING_TEKORT;
	int rc;

	*out = (struct stand_van_cijfer){then, NULL, NULL, NULL};
	if (!definities_indicator(then, e->v->def->id)) {
		out->waarde = mem_dup("nog geen definitie");
		return 0;
	}
	e->app->defs = then;
	rc = look_at(e, e->v->def->id, stand, true, !tekort, out, err);
	if (rc == 0 && tekort)
		rc = look_at(e, e->v->basis->id, stand, false, true, out, err);
	e->app->defs = now;
	if (rc < 0)
		stand_release(out);
	return rc;
}

/* The last delivery that was there when this happened; 0: none. */
static int64_t last_levering(const struct historie *e, const struct gebeurtenis *g)
{
	const struct levering_list *all = e->v->leveringen;
	int64_t nr = 0;

	if (g->wat == WAT_LEVERING)
		return g->levering->nr;
	for (size_t i = 0; i < all->count; i++) {
		int order = strcmp(all->item[i].geladen_op, g->op);

		if ((order < 0 || (order == 0 && g->wat == WAT_INTREKKING)) && all->item[i].nr > nr)
			nr = all->item[i].nr;
	}
	return nr;
}

/* ---- in words --------------------------------------------------------------------------------------- */

static void add_was(struct str *s, const char *was, const char *is)
{
	if (strcmp(was, is) == 0)
		str_add_f(s, "%s (gelijk gebleven)\n", is);
	else
		str_add_f(s, "%s (was %s)\n", is, was);
}

/* Which keys of the file say something else: "noemer, omschrijving". */
static void add_keys(struct str *s, const struct json_node *was, const struct json_node *is, bool *any)
{
	for (size_t i = 0; i < json_len(was); i++) {
		const char *key = json_key(json_at(was, i));

		if (json_same(json_get(was, key), json_get(is, key)))
			continue;
		str_add_f(s, "%s%s", *any ? ", " : "", key);
		*any = true;
	}
	for (size_t i = 0; i < json_len(is); i++) {
		const char *key = json_key(json_at(is, i));

		if (json_get(was, key) || !json_get(is, key))
			continue;
		str_add_f(s, "%s%s", *any ? ", " : "", key);
		*any = true;
	}
}

static int read_text(const struct definities *defs, const char *id, struct json **out, struct err *err)
{
	char *name = mem_printf("%s.json", id);
	char *path = definities_path(defs->werkmap, defs->installed, "indicators", name);
	int rc = path ? json_load(out, path, name, err) : 0;

	free(path);
	free(name);
	return rc;
}

static int add_what_changed(struct str *s, const struct definities *was, const struct definities *is, const char *id,
	struct err *err)
{
	struct json *before = NULL, *after = NULL;
	bool any = false;
	int rc = read_text(was, id, &before, err);

	if (rc == 0)
		rc = read_text(is, id, &after, err);
	if (rc == 0 && before && after) {
		str_add(s, " (");
		add_keys(s, json_root(before), json_root(after), &any);
		str_add(s, any ? ")" : "alleen de opmaak)");
	}
	if (before)
		json_free(before);
	if (after)
		json_free(after);
	return rc;
}

static int add_definitie(struct str *s, const struct historie *e, const struct gebeurtenis *g,
	const struct stand_van_cijfer *is, const char *id, struct err *err)
{
	const struct indicator_def *a = definities_indicator(e->was.defs, id), *b = definities_indicator(is->defs, id);
	int rc = 0;

	if ((!a && !b) || (a && b && strcmp(a->hash, b->hash) == 0))
		return 0;
	str_add(s, "  ");
	date_add_iso(s, g->dag);
	if (!a || !b) {
		str_add_f(s, ": definitie van %s %s", id, a ? "vervallen" : "toegevoegd");
	} else if (a->versie != b->versie) {
		str_add_f(s, ": definitie %" PRId64 " van %s in plaats van definitie %" PRId64, b->versie, id, a->versie);
		if (b->vervangt_reden)
			str_add_f(s, " (%s; %s)", b->vervangt_reden,
				b->vergelijkbaar ? "te vergelijken" : "niet te vergelijken");
	} else {
		str_add_f(s, ": definitie %" PRId64 " van %s veranderd", b->versie, id);
		rc = add_what_changed(s, e->was.defs, is->defs, id, err);
	}
	str_add(s, ": ");
	add_was(s, e->was.waarde, is->waarde);
	return rc;
}

static void add_norm(struct str *s, const struct historie *e, const struct gebeurtenis *g,
	const struct stand_van_cijfer *is)
{
	if (!is->norm || !e->was.norm || strcmp(is->norm, e->was.norm) == 0)
		return;
	str_add(s, "  ");
	date_add_iso(s, g->dag);
	str_add_f(s, ": norm %s in plaats van %s: ", is->norm, e->was.norm);
	add_was(s, e->was.feit ? e->was.feit : "zonder oordeel", is->feit ? is->feit : "zonder oordeel");
}

static int add_change(struct str *s, const struct historie *e, const struct gebeurtenis *g,
	const struct stand_van_cijfer *is, struct err *err)
{
	if (!e->was.waarde)
		return 0;
	if (is->defs != e->was.defs) {
		if (add_definitie(s, e, g, is, e->v->def->id, err) < 0)
			return -1;
		if (e->v->basis != e->v->def && add_definitie(s, e, g, is, e->v->basis->id, err) < 0)
			return -1;
	}
	add_norm(s, e, g, is);
	return 0;
}

static void add_levering(struct str *s, const struct levering *l, const struct stand_van_cijfer *is)
{
	str_add_f(s, "  na levering %" PRId64 " (%.10s, %s): %s", l->nr, l->geladen_op,
		l->status == LEVERING_VOORLOPIG ? "voorlopig" : "definitief", is->waarde);
	if (l->vervangt)
		str_add_f(s, "; verbetert levering %" PRId64, l->vervangt);
	/* of one that was withdrawn on the same day, the figure is not known any more */
	if (l->ingetrokken_op && strncmp(l->ingetrokken_op, l->geladen_op, 10) == 0)
		str_add(s, "; dezelfde dag ingetrokken");
	str_add_char(s, '\n');
}

static int add_one(struct str *s, struct historie *e, const struct gebeurtenis *g, struct err *err)
{
	struct stand stand = {g->dag, last_levering(e, g)};
	struct stand_van_cijfer is;
	int rc = 0;

	if (stand.tot_levering == 0 || (g->wat != WAT_LEVERING && !e->was.waarde))
		return 0;
	if (g->wat == WAT_INTREKKING && strncmp(g->levering->ingetrokken_op, g->levering->geladen_op, 10) == 0)
		return 0;
	if (look(e, g->op, stand, &is, err) < 0)
		return -1;
	if (g->wat == WAT_DEFINITIE)
		rc = add_change(s, e, g, &is, err);
	else if (g->wat == WAT_LEVERING)
		add_levering(s, g->levering, &is);
	else
		str_add_f(s, "  %.10s: levering %" PRId64 " ingetrokken: %s\n", g->levering->ingetrokken_op,
			g->levering->nr, is.waarde);
	stand_release(&e->was);
	e->was = is;
	return rc;
}

/* ---- the block --------------------------------------------------------------------------------------- */

static void historie_release(struct historie *e)
{
	stand_release(&e->was);
	for (size_t i = 0; i < e->vak_count; i++)
		definities_toen_release(&e->vak[i].toen);
	definitie_momenten_release(&e->momenten);
	free(e->vak);
	free(e->item);
}

int uitleg_add_eerder(struct str *s, struct app *app, const struct uitleg_vraag *vraag, struct err *err)
{
	struct historie e = {.app = app, .v = vraag};
	int rc = -1;

	if (add_leveringen(&e, err) == 0 && add_eigen_normen(&e, err) == 0 && add_tijdvakken(&e, err) == 0)
		rc = 0;
	if (e.count)
		qsort(e.item, e.count, sizeof(*e.item), by_moment);
	str_add(s, "\nEerdere waarden van dit cijfer\n");
	for (size_t i = 0; rc == 0 && i < e.count; i++)
		rc = add_one(s, &e, &e.item[i], err);
	historie_release(&e);
	return rc;
}
