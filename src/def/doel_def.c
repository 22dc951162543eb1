#include "def/doel_def.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

static const char *const soorten[] = {"ambitie", "vraagstuk", "belofte", "oab_afspraak", "actielijn",
	"focusdoel", "programmalijn", "mijlpaal", "afspraak", NULL};
static const char *const meetbaarheden[] = {"getal", "proxy", "kwalitatief", NULL};
static const char *const statussen[] = {"lopend", "gehaald", "niet_gehaald", "verlopen", "vervallen", NULL};

const char *doel_soort_code(enum doel_soort s)
{
	return soorten[s];
}

void doel_list_op(struct doel_list *list, struct date op)
{
	for (size_t i = 0; i < list->count; i++) {
		struct doel_def *d = &list->item[i];

		if (d->status == DOEL_LOPEND && date_is_set(d->tot) && date_cmp(d->tot, op) < 0)
			d->status = DOEL_VERLOPEN;
	}
}

bool woord_list_has(const struct woord_list *list, const char *word)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i], word) == 0)
			return true;
	return false;
}

const struct doel_def *doel_find(const struct doel_list *list, const char *id)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i].id, id) == 0)
			return &list->item[i];
	return NULL;
}

const struct doel_def *doel_by_themablad(const struct doel_list *list, const char *themablad)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].themablad && strcmp(list->item[i].themablad, themablad) == 0)
			return &list->item[i];
	return NULL;
}

void doel_add_eigenaren(struct str *s, const struct doel_def *d)
{
	for (size_t i = 0; i < d->eigenaar_count; i++) {
		str_add_f(s, "%s%s", i ? ", " : "", d->eigenaar[i].partij);
		if (d->eigenaar[i].rol)
			str_add_f(s, " (%s)", d->eigenaar[i].rol);
	}
}

/* ---- reading ------------------------------------------------------------------------------ */

static int read_text(const struct json_node *node, const char *key, enum json_need need, char **out,
	struct err *err)
{
	const char *text = NULL;

	if (json_get_text(node, key, need, &text, err))
		return -1;
	*out = mem_dup(text);
	return 0;
}

static int read_date(const struct json_node *node, const char *key, struct date *out, struct err *err)
{
	const char *text = NULL;

	if (json_get_text(node, key, JSON_OPTIONAL, &text, err))
		return -1;
	if (text && date_parse_iso(text, out, err))
		return json_error(json_get(node, key), err, "'%s' is geen datum (jjjj-mm-dd).", text);
	return 0;
}

static int read_words(const struct json_node *node, const char *key, struct woord_list *out, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(node, key, JSON_REQUIRED, &list, err))
		return -1;
	out->item = mem_new(json_len(list), sizeof(*out->item));
	for (size_t i = 0; i < json_len(list); i++) {
		const char *text;

		if (json_text(json_at(list, i), &text, err))
			return -1;
		out->item[out->count++] = mem_dup(text);
	}
	return 0;
}

static int read_bron_ref(const struct doel_bron **out, const struct doel_list *list, const struct json_node *node,
	struct err *err)
{
	const char *id;

	if (json_get_text(node, "bron", JSON_REQUIRED, &id, err))
		return -1;
	for (size_t i = 0; i < list->bron_count; i++)
		if (strcmp(list->bron[i].id, id) == 0)
			*out = &list->bron[i];
	return *out ? 0 : json_error(json_get(node, "bron"), err, "'%s' staat niet in bronnen.", id);
}

static int read_eigenaren(struct doel_def *d, const struct doel_list *list, const struct json_node *node,
	struct err *err)
{
	static const char *const keys[] = {"partij", "rol", "bron", "plaats", NULL};
	const struct json_node *owners = NULL;

	if (json_get_list(node, "eigenaar", JSON_OPTIONAL, &owners, err))
		return -1;
	if (owners)
		d->eigenaar = mem_new(json_len(owners), sizeof(*d->eigenaar));
	for (size_t i = 0; owners && i < json_len(owners); i++) {
		const struct json_node *one = json_at(owners, i);
		struct doel_eigenaar *e = &d->eigenaar[d->eigenaar_count++];

		if (json_check_keys(one, keys, err) || read_text(one, "partij", JSON_REQUIRED, &e->partij, err) ||
			read_text(one, "rol", JSON_OPTIONAL, &e->rol, err) ||
			read_bron_ref(&e->bron, list, one, err) ||
			read_text(one, "plaats", JSON_REQUIRED, &e->plaats, err))
			return -1;
	}
	return 0;
}

static int read_choices(struct doel_def *d, const struct json_node *node, struct err *err)
{
	int soort, meetbaarheid, status;

	if (json_get_choice(node, "soort", JSON_REQUIRED, soorten, &soort, err) ||
		json_get_choice(node, "meetbaarheid", JSON_REQUIRED, meetbaarheden, &meetbaarheid, err) ||
		json_get_choice(node, "status", JSON_REQUIRED, statussen, &status, err))
		return -1;
	d->soort = (enum doel_soort)soort;
	d->meetbaarheid = (enum meetbaarheid)meetbaarheid;
	d->status = (enum doel_status)status;
	return 0;
}

static int read_doel(struct doel_def *d, const struct doel_list *list, const struct json_node *node,
	struct err *err)
{
	static const char *const keys[] = {"id", "soort", "titel", "tekst", "parafrase", "bron", "plaats",
		"meetbaarheid", "valt_onder", "raakt", "indicatoren", "overlegtafel", "eigenaar", "themablad", "datum",
		"vanaf", "tot", "status", "toelichting", NULL};

	if (json_check_keys(node, keys, err) || read_text(node, "id", JSON_REQUIRED, &d->id, err) ||
		read_text(node, "titel", JSON_REQUIRED, &d->titel, err) ||
		read_text(node, "tekst", JSON_REQUIRED, &d->tekst, err) ||
		json_get_bool(node, "parafrase", JSON_OPTIONAL, &d->parafrase, err) ||
		read_bron_ref(&d->bron, list, node, err) ||
		read_text(node, "plaats", JSON_REQUIRED, &d->plaats, err) || read_choices(d, node, err))
		return -1;
	if (read_words(node, "valt_onder", &d->valt_onder, err) || read_words(node, "raakt", &d->raakt, err) ||
		read_words(node, "indicatoren", &d->indicatoren, err) ||
		read_words(node, "overlegtafel", &d->overlegtafel, err) || read_eigenaren(d, list, node, err) ||
		read_text(node, "themablad", JSON_OPTIONAL, &d->themablad, err) ||
		read_text(node, "toelichting", JSON_OPTIONAL, &d->toelichting, err))
		return -1;
	return read_date(node, "datum", &d->datum, err) || read_date(node, "vanaf", &d->vanaf, err) ||
				read_date(node, "tot", &d->tot, err)
		? -1
		: 0;
}

static int read_bronnen(struct doel_list *out, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"id", "document", "datum", NULL};
	const struct json_node *list;

	if (json_get_list(root, "bronnen", JSON_REQUIRED, &list, err))
		return -1;
	out->bron = mem_new(json_len(list), sizeof(*out->bron));
	for (size_t i = 0; i < json_len(list); i++) {
		struct doel_bron *b = &out->bron[out->bron_count++];

		if (json_check_keys(json_at(list, i), keys, err) ||
			read_text(json_at(list, i), "id", JSON_REQUIRED, &b->id, err) ||
			read_text(json_at(list, i), "document", JSON_REQUIRED, &b->document, err) ||
			read_text(json_at(list, i), "datum", JSON_OPTIONAL, &b->datum, err))
			return -1;
	}
	return 0;
}

/* ---- what must hold between the goals ------------------------------------------------------ */

static int check_refs(const struct doel_list *list, const struct doel_def *d, const struct woord_list *ids,
	const char *label, struct err *err)
{
	for (size_t i = 0; i < ids->count; i++)
		if (!doel_find(list, ids->item[i]))
			return err_set(err, ERR_DEFINITION, "%s: doel %s verwijst naar %s, en dat doel is er niet.",
				label, d->id, ids->item[i]);
	return 0;
}

/* True when `id` is reached from `d` by going up at most `steps` times. */
static bool goes_up_to(const struct doel_list *list, const struct doel_def *d, const char *id, size_t steps)
{
	if (steps == 0)
		return false;
	for (size_t i = 0; i < d->valt_onder.count; i++) {
		const struct doel_def *up = doel_find(list, d->valt_onder.item[i]);

		if (strcmp(up->id, id) == 0 || goes_up_to(list, up, id, steps - 1))
			return true;
	}
	return false;
}

static int check_list(const struct doel_list *list, const char *label, struct err *err)
{
	enum { LEVELS_MAX = 8 }; /* deeper than any agenda; keeps the walk short */

	for (size_t i = 0; i < list->count; i++) {
		const struct doel_def *d = &list->item[i];

		if (doel_find(list, d->id) != d)
			return err_set(err, ERR_DEFINITION, "%s: doel %s staat er twee keer.", label, d->id);
		if (d->status == DOEL_VERLOPEN && !date_is_set(d->tot))
			return err_set(err, ERR_DEFINITION, "%s: doel %s is verlopen; zet in 'tot' tot wanneer het liep.",
				label, d->id);
		if (d->themablad && doel_by_themablad(list, d->themablad) != d)
			return err_set(err, ERR_DEFINITION, "%s: themablad %s staat bij twee doelen.", label, d->themablad);
		if (check_refs(list, d, &d->valt_onder, label, err) || check_refs(list, d, &d->raakt, label, err))
			return -1;
	}
	for (size_t i = 0; i < list->count; i++)
		if (goes_up_to(list, &list->item[i], list->item[i].id, LEVELS_MAX))
			return err_set(err, ERR_DEFINITION, "%s: doel %s valt via valt_onder onder zichzelf.", label,
				list->item[i].id);
	return 0;
}

static int read_all(struct doel_list *out, const struct json_node *root, const char *label, struct err *err)
{
	static const char *const keys[] = {"schema", "gemeente", "bronnen", "doelen", "toelichting", NULL};
	static const char *const schemas[] = {"doelen/1", NULL};
	const struct json_node *list;
	int schema;

	if (json_check_keys(root, keys, err) ||
		json_get_choice(root, "schema", JSON_REQUIRED, schemas, &schema, err) ||
		read_bronnen(out, root, err) || json_get_list(root, "doelen", JSON_REQUIRED, &list, err))
		return -1;
	out->item = mem_new(json_len(list), sizeof(*out->item));
	for (size_t i = 0; i < json_len(list); i++)
		if (read_doel(&out->item[out->count++], out, json_at(list, i), err))
			return -1;
	return check_list(out, label, err);
}

int doel_list_load(struct doel_list *out, const char *path, const char *label, struct err *err)
{
	struct doel_list list = {0};
	struct json *doc;

	if (json_load(&doc, path, label, err))
		return -1;
	if (read_all(&list, json_root(doc), label, err)) {
		json_free(doc);
		doel_list_release(&list);
		return -1;
	}
	memcpy(list.hash, json_hash(doc), sizeof(list.hash) - 1);
	json_free(doc);
	*out = list;
	return 0;
}

static void words_release(struct woord_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->item[i]);
	free(list->item);
}

static void doel_release(struct doel_def *d)
{
	free(d->id);
	free(d->titel);
	free(d->tekst);
	free(d->plaats);
	free(d->themablad);
	free(d->toelichting);
	words_release(&d->valt_onder);
	words_release(&d->raakt);
	words_release(&d->indicatoren);
	words_release(&d->overlegtafel);
	for (size_t i = 0; i < d->eigenaar_count; i++) {
		free(d->eigenaar[i].partij);
		free(d->eigenaar[i].rol);
		free(d->eigenaar[i].plaats);
	}
	free(d->eigenaar);
}

void doel_list_release(struct doel_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		doel_release(&list->item[i]);
	free(list->item);
	for (size_t i = 0; i < list->bron_count; i++) {
		free(list->bron[i].id);
		free(list->bron[i].document);
		free(list->bron[i].datum);
	}
	free(list->bron);
	*list = (struct doel_list){0};
}
