#include "import/bewaar.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/koppeling_store.h"
#include "store/levering_store.h"
#include "store/object_store.h"
#include "store/register_store.h"

static const struct stand now; /* zero: as it stands */

/* The filled columns of a kept row; the arrays are the caller's, the texts are borrowed from the reader. */
struct velden {
	size_t count;
	const char **naam, **waarde;
};

static const char *value_of(const struct lezer *l, const struct lezer_bewaard *row, int kolom)
{
	uint32_t id = kolom >= 0 ? row->waarde[kolom] : GEEN_WAARDE;

	return id == GEEN_WAARDE ? "" : intern_text(&l->waarde, id);
}

static bool is_code(const struct lezer *l, int kolom)
{
	const struct import_object *o = &l->def->object;

	for (size_t i = 0; i < o->code_count; i++)
		if (o->code[i] == kolom)
			return true;
	return false;
}

/* Of a register every filled column; of an object those that are not its code, name, area or period. */
static void fields_of(const struct lezer *l, const struct lezer_bewaard *row, struct velden *out)
{
	const struct import_def *def = l->def;

	out->naam = mem_new(def->kolom_count, sizeof(*out->naam));
	out->waarde = mem_new(def->kolom_count, sizeof(*out->waarde));
	out->count = 0;
	for (size_t i = 0; i < def->kolom_count; i++) {
		const char *value = value_of(l, row, (int)i);

		if (!*value)
			continue;
		if (def->object.is && (is_code(l, (int)i) || (int)i == def->object.naam || (int)i == l->gebied ||
						(int)i == l->periode))
			continue;
		out->naam[out->count] = def->kolom[i].naam;
		out->waarde[out->count++] = value;
	}
}

static void fields_release(struct velden *v)
{
	free(v->naam);
	free(v->waarde);
}

/* The values of these columns, joined. */
static char *join(const struct lezer *l, const struct lezer_bewaard *row, const int *kolom, size_t count, const char *between)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < count; i++)
		str_add_f(&s, "%s%s", i ? between : "", value_of(l, row, kolom[i]));
	return str_detach(&s);
}

static void count_newest(int64_t *newest, int64_t levering)
{
	if (levering > *newest)
		*newest = levering;
}

/* ---- registers ----------------------------------------------------------------------------- */

static char *register_id(const struct lezer *l, const struct lezer_bewaard *row)
{
	const struct text_list *key = &l->def->sleutel;
	const struct gebied *g = &l->gebieden->item[row->gebied];
	int *kolom;
	char *id;

	if (l->bron->kaart) /* the key of an area is its code and its division */
		return mem_printf("%s/%s", g->code, g->indeling);
	kolom = mem_new(key->count, sizeof(*kolom));
	for (size_t i = 0; i < key->count; i++)
		kolom[i] = import_def_kolom(l->def, key->item[i]);
	id = join(l, row, kolom, key->count, "|");
	free(kolom);
	return id;
}

static bool same_row(const struct register_rij *old, const struct velden *new)
{
	if (old->count != new->count)
		return false;
	for (size_t i = 0; i < new->count; i++)
		if (strcmp(register_waarde(old, new->naam[i]), new->waarde[i]) != 0)
			return false;
	return true;
}

static int compare_register(struct store *store, const struct lezer *l, struct import_verschil *v, int64_t *newest,
	struct err *err)
{
	struct register_list old = {0};
	size_t found = 0;

	if (register_store_load(store, l->def->bron, now, &old, err) < 0)
		return -1;
	for (size_t i = 0; i < l->bewaard_count; i++) {
		char *id = register_id(l, &l->bewaard[i]);
		const struct register_rij *row = register_find(&old, id);
		struct velden fields;

		fields_of(l, &l->bewaard[i], &fields);
		found += row != NULL;
		if (!row)
			v->nieuw++;
		else if (same_row(row, &fields))
			v->ongewijzigd++;
		else
			v->gewijzigd++;
		fields_release(&fields);
		free(id);
	}
	if (l->def->hele_levering)
		v->verdwenen += (int64_t)(old.count - found);
	for (size_t i = 0; i < old.count; i++)
		count_newest(newest, old.item[i].levering);
	register_list_release(&old);
	return 0;
}

static int store_register(struct store *store, const struct lezer *l, int64_t levering, struct err *err)
{
	int result = 0;

	for (size_t i = 0; i < l->bewaard_count && result == 0; i++) {
		char *id = register_id(l, &l->bewaard[i]);
		struct velden fields;
		struct register_rij row;

		fields_of(l, &l->bewaard[i], &fields);
		row = (struct register_rij){.id = id, .levering = levering, .regel = l->bewaard[i].regel,
			.count = fields.count, .naam = fields.naam, .waarde = fields.waarde};
		result = register_store_add(store, l->def->bron, &row, err);
		fields_release(&fields);
		free(id);
	}
	return result;
}

/* ---- objects ------------------------------------------------------------------------------- */

static struct periode period_of(const struct lezer *l, const struct lezer_bewaard *row)
{
	return row->periode < l->periode_count ? l->periodes[row->periode] : (struct periode){.soort = PERIODE_GEEN};
}

static char *object_code(const struct lezer *l, const struct lezer_bewaard *row)
{
	return join(l, row, l->def->object.code, l->def->object.code_count, "");
}

/* The standing object of this source, code and period; the list is sorted by code. */
static const struct object *find_object(const struct object_list *list, const char *bron, const char *code, struct periode p)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(list->item[middle].code, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < list->count && strcmp(list->item[low].code, code) == 0; low++)
		if (strcmp(list->item[low].bron, bron) == 0 && periode_equal(list->item[low].periode, p))
			return &list->item[low];
	return NULL;
}

static bool same_object(const struct lezer *l, const struct object *old, const struct lezer_bewaard *row,
	const struct velden *fields)
{
	const char *naam = value_of(l, row, l->def->object.naam);

	if (old->gebied != l->gebieden->item[row->gebied].id || strcmp(old->naam ? old->naam : "", naam) != 0 ||
		old->count != fields->count)
		return false;
	for (size_t i = 0; i < fields->count; i++) {
		const char *value = object_kenmerk(old, fields->naam[i]);

		if (!value || strcmp(value, fields->waarde[i]) != 0)
			return false;
	}
	return true;
}

static void count_gone(const struct lezer *l, const struct object_list *old, size_t found, struct import_verschil *v,
	int64_t *newest)
{
	size_t ours = 0;

	for (size_t i = 0; i < old->count; i++) {
		bool spoken = l->periode_count == 0;

		if (strcmp(old->item[i].bron, l->def->bron) != 0)
			continue;
		for (size_t p = 0; p < l->periode_count; p++)
			spoken = spoken || periode_equal(old->item[i].periode, l->periodes[p]);
		ours += spoken;
		count_newest(newest, old->item[i].levering);
	}
	if (l->def->hele_levering)
		v->verdwenen += (int64_t)(ours - found);
}

static int compare_objects(struct store *store, const struct lezer *l, struct import_verschil *v, int64_t *newest,
	struct err *err)
{
	struct object_list old = {0};
	size_t found = 0;

	if (object_store_load(store, l->def->object.soort, now, &old, err) < 0)
		return -1;
	for (size_t i = 0; i < l->bewaard_count; i++) {
		const struct lezer_bewaard *row = &l->bewaard[i];
		char *code = object_code(l, row);
		const struct object *o = find_object(&old, l->def->bron, code, period_of(l, row));
		struct velden fields;

		fields_of(l, row, &fields);
		found += o != NULL;
		if (!o)
			v->nieuw++;
		else if (same_object(l, o, row, &fields))
			v->ongewijzigd++;
		else
			v->gewijzigd++;
		fields_release(&fields);
		free(code);
	}
	count_gone(l, &old, found, v, newest);
	object_list_release(&old);
	return 0;
}

static int store_objects(struct store *store, const struct lezer *l, int64_t levering, struct err *err)
{
	int result = 0;

	for (size_t i = 0; i < l->bewaard_count && result == 0; i++) {
		const struct lezer_bewaard *row = &l->bewaard[i];
		const char *naam = value_of(l, row, l->def->object.naam);
		char *code = object_code(l, row);
		struct velden fields;
		struct object o;

		fields_of(l, row, &fields);
		o = (struct object){.levering = levering, .soort = l->def->object.soort, .code = code, .naam = *naam ? naam : NULL,
			.periode = period_of(l, row), .gebied = l->gebieden->item[row->gebied].id, .regel = row->regel,
			.count = fields.count, .kenmerk = fields.naam, .waarde = fields.waarde};
		result = object_store_add(store, &o, err);
		fields_release(&fields);
		free(code);
	}
	return result;
}

/* ---- codes of areas ------------------------------------------------------------------------ */

/* The weight of one code in one area, from the counts. */
static struct koppeling koppeling_of(const struct lezer *l, size_t cell)
{
	const uint32_t *key = tally_key(&l->tally, cell);
	const struct gebied *g = &l->gebieden->item[key[SLEUTEL_GEBIED]];
	const struct import_kolom *k = &l->def->kolom[l->def->koppeling.naar];
	const char *indeling = g->indeling;

	if (!*indeling)
		indeling = k->indeling;
	if (!indeling && key[SLEUTEL_PERIODE] < l->periode_count)
		indeling = gebied_indeling(l->gebieden, k->niveaus.item[0], l->periodes[key[SLEUTEL_PERIODE]].eind);
	return (struct koppeling){.naam = l->def->koppeling.naam, .indeling = indeling ? indeling : "",
		.code = intern_text(&l->waarde, key[SLEUTEL_KENMERK]), .gebied = g->id,
		.gewicht = l->tally.cell[cell].waarde.min};
}

/* Of this source? What another one delivered stays. */
static int of_bron(struct store *store, int64_t nr, const char *bron, bool *is, struct err *err)
{
	struct levering l = {0};

	if (levering_store_get(store, nr, &l, err) < 0)
		return -1;
	*is = strcmp(l.bron, bron) == 0;
	levering_release(&l);
	return 0;
}

/* How many rows of this source's earlier deliveries are gone: those that stood, less those that are there again. */
static int count_dropped(struct store *store, const struct koppeling_list *old, const bool *found, const char *bron,
	int64_t *gone, struct err *err)
{
	int64_t last = 0;
	bool own = false;

	for (size_t i = 0; i < old->count; i++) {
		if (old->item[i].levering != last && of_bron(store, old->item[i].levering, bron, &own, err) < 0)
			return -1;
		last = old->item[i].levering;
		*gone += own && !found[i];
	}
	return 0;
}

static int compare_koppeling(struct store *store, const struct lezer *l, struct import_verschil *v, int64_t *newest,
	struct err *err)
{
	struct koppeling_list old = {0};
	bool *found;
	int rc = 0;

	if (koppeling_store_load(store, l->def->koppeling.naam, now, &old, err) < 0)
		return -1;
	found = mem_new(old.count, sizeof(*found));
	for (size_t i = 0; i < l->tally.count; i++) {
		struct koppeling k = koppeling_of(l, i);
		const struct koppeling *hit = NULL, *first;
		size_t n = 0;

		first = koppeling_find(&old, k.indeling, k.code, &n);
		for (size_t j = 0; j < n; j++)
			if (first[j].gebied == k.gebied)
				hit = &first[j];
		if (hit)
			found[hit - old.item] = true;
		if (!hit)
			v->nieuw++;
		else if (hit->gewicht == k.gewicht)
			v->ongewijzigd++;
		else
			v->gewijzigd++;
	}
	if (l->def->hele_levering)
		rc = count_dropped(store, &old, found, l->def->bron, &v->verdwenen, err);
	for (size_t i = 0; i < old.count; i++)
		count_newest(newest, old.item[i].levering);
	koppeling_list_release(&old);
	free(found);
	return rc;
}

static int store_koppeling(struct store *store, const struct lezer *l, int64_t levering, struct err *err)
{
	for (size_t i = 0; i < l->tally.count; i++) {
		struct koppeling k = koppeling_of(l, i);

		k.levering = levering;
		if (koppeling_store_add(store, &k, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- the door ------------------------------------------------------------------------------ */

int bewaar_compare(struct store *store, const struct lezer *l, struct import_verschil *verschil, int64_t *newest,
	struct err *err)
{
	if (l->def->rijen == RIJEN_REGISTER)
		return compare_register(store, l, verschil, newest, err);
	if (l->def->object.is)
		return compare_objects(store, l, verschil, newest, err);
	if (l->def->koppeling.is)
		return compare_koppeling(store, l, verschil, newest, err);
	return 0;
}

int bewaar_store(struct store *store, const struct lezer *l, int64_t levering, int64_t *count, struct err *err)
{
	*count = (int64_t)(l->def->koppeling.is ? l->tally.count : l->bewaard_count);
	if (l->def->rijen == RIJEN_REGISTER)
		return store_register(store, l, levering, err);
	if (l->def->object.is)
		return store_objects(store, l, levering, err);
	if (l->def->koppeling.is)
		return store_koppeling(store, l, levering, err);
	return 0;
}
