#include "def/evaluatie_def.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

static const char *const soorten[] = {"samenvatting", "tekst", "afspraken", "doel", "doelsoort", "kloof", "actielijnen",
	"interventies", "samenwerking", "voorstellen", "verantwoording", "bijlage_cijfers",
	"bijlage_definities", "bijlage_registers", "bijlage_berekening", NULL};
static const char *const doelsoorten[] = {"ambitie", "vraagstuk", "belofte", "oab_afspraak", "actielijn", "focusdoel",
	"programmalijn", "mijlpaal", "afspraak", NULL};

const char *hoofdstuk_nummer(const struct evaluatie_def *def, size_t i)
{
	static const char *const number[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13",
		"14", "15", "16", "17", "18", "19", "20"};
	static const char *const letter[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
	size_t first = 0;

	if (def->hoofdstuk[i].soort < HOOFDSTUK_BIJLAGE_CIJFERS)
		return i < ARRAY_LEN(number) ? number[i] : "";
	while (def->hoofdstuk[first].soort < HOOFDSTUK_BIJLAGE_CIJFERS)
		first++;
	return i - first < ARRAY_LEN(letter) ? letter[i - first] : "";
}

size_t hoofdstuk_find(const struct evaluatie_def *def, const char *id, size_t len)
{
	size_t i = 0;

	while (i < def->count && (strlen(def->hoofdstuk[i].id) != len || memcmp(def->hoofdstuk[i].id, id, len) != 0))
		i++;
	return i;
}

size_t hoofdstuk_of_soort(const struct evaluatie_def *def, enum hoofdstuk_soort soort)
{
	size_t i = 0;

	while (i < def->count && def->hoofdstuk[i].soort != soort)
		i++;
	return i;
}

/* ---- reading ------------------------------------------------------------------------------ */

static int read_alineas(struct hoofdstuk *h, const struct json_node *node, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(node, "alineas", JSON_OPTIONAL, &list, err))
		return -1;
	if (!list)
		return 0;
	h->alinea = mem_new(json_len(list), sizeof(*h->alinea));
	for (size_t i = 0; i < json_len(list); i++) {
		const char *text;

		if (json_text(json_at(list, i), &text, err))
			return -1;
		h->alinea[h->alinea_count++] = mem_dup(text);
	}
	return 0;
}

static int read_hoofdstuk(struct hoofdstuk *h, const struct json_node *node, struct err *err)
{
	static const char *const keys[] = {"id", "soort", "titel", "doel", "doelsoort", "alineas", NULL};
	const char *id = NULL, *titel = NULL, *doel = NULL;
	int soort, doelsoort = 0;

	if (json_check_keys(node, keys, err) || json_get_text(node, "id", JSON_REQUIRED, &id, err) ||
		json_get_text(node, "titel", JSON_REQUIRED, &titel, err) ||
		json_get_choice(node, "soort", JSON_REQUIRED, soorten, &soort, err) ||
		json_get_text(node, "doel", soort == HOOFDSTUK_DOEL ? JSON_REQUIRED : JSON_OPTIONAL, &doel, err) ||
		json_get_choice(node, "doelsoort", soort == HOOFDSTUK_DOELSOORT ? JSON_REQUIRED : JSON_OPTIONAL,
			doelsoorten, &doelsoort, err))
		return -1;
	h->id = mem_dup(id);
	h->titel = mem_dup(titel);
	h->doel = mem_dup(doel);
	h->soort = (enum hoofdstuk_soort)soort;
	h->doelsoort = (enum doel_soort)doelsoort;
	return read_alineas(h, node, err);
}

static int read_date(const struct json_node *node, const char *key, struct date *out, struct err *err)
{
	const char *text;

	if (json_get_text(node, key, JSON_REQUIRED, &text, err))
		return -1;
	if (date_parse_iso(text, out, err))
		return json_error(json_get(node, key), err, "'%s' is geen datum (jjjj-mm-dd).", text);
	return 0;
}

static int read_gemeente(struct evaluatie_def *def, const struct json_node *node, struct err *err)
{
	static const char *const keys[] = {"titel", "van", "tot", "hoofdstukken", NULL};
	const struct json_node *list;
	const char *titel;

	if (json_check_keys(node, keys, err) || json_get_text(node, "titel", JSON_REQUIRED, &titel, err) ||
		read_date(node, "van", &def->van, err) || read_date(node, "tot", &def->tot, err) ||
		json_get_list(node, "hoofdstukken", JSON_REQUIRED, &list, err))
		return -1;
	def->titel = mem_dup(titel);
	def->hoofdstuk = mem_new(json_len(list), sizeof(*def->hoofdstuk));
	for (size_t i = 0; i < json_len(list); i++)
		if (read_hoofdstuk(&def->hoofdstuk[def->count++], json_at(list, i), err))
			return -1;
	return 0;
}

/* Every {hoofdstuk:id} names a chapter that is there, and no id is used twice. */
static int check(const struct evaluatie_def *def, const char *label, struct err *err)
{
	for (size_t i = 0; i < def->count; i++) {
		const struct hoofdstuk *h = &def->hoofdstuk[i];

		if (hoofdstuk_find(def, h->id, strlen(h->id)) != i)
			return err_set(err, ERR_DEFINITION, "%s: hoofdstuk %s staat er twee keer.", label, h->id);
		for (size_t k = 0; k < h->alinea_count; k++)
			for (const char *at = strstr(h->alinea[k], "{hoofdstuk:"); at;
				at = strstr(at + 1, "{hoofdstuk:")) {
				const char *id = at + strlen("{hoofdstuk:");
				size_t n = strcspn(id, "}");

				if (hoofdstuk_find(def, id, n) == def->count)
					return err_set(err, ERR_DEFINITION,
						"%s: hoofdstuk %s verwijst naar '%.*s', en dat is er niet.", label,
						h->id, (int)n, id);
			}
	}
	return 0;
}

int evaluatie_def_load(struct evaluatie_def *out, const char *path, const char *label, const char *gemeente,
	struct err *err)
{
	static const char *const keys[] = {"schema", "toelichting", "gemeenten", NULL};
	static const char *const schemas[] = {"evaluatie/1", NULL};
	struct evaluatie_def def = {0};
	const struct json_node *map, *node;
	struct json *doc;
	int schema, rc = -1;

	if (json_load(&doc, path, label, err))
		return -1;
	if (json_check_keys(json_root(doc), keys, err) ||
		json_get_choice(json_root(doc), "schema", JSON_REQUIRED, schemas, &schema, err) ||
		json_get_object(json_root(doc), "gemeenten", JSON_REQUIRED, &map, err))
		goto out;
	node = json_get(map, gemeente);
	node = node ? node : json_get(map, "*"); /* the layout of who has none */
	if (!node)
		err_set(err, ERR_USE, "Voor %s is er nog geen evaluatie ingericht (%s).", gemeente, label);
	else if (read_gemeente(&def, node, err) == 0)
		rc = check(&def, label, err);
out:
	json_free(doc);
	if (rc == 0)
		*out = def;
	else
		evaluatie_def_release(&def);
	return rc;
}

void evaluatie_def_release(struct evaluatie_def *def)
{
	for (size_t i = 0; i < def->count; i++) {
		struct hoofdstuk *h = &def->hoofdstuk[i];

		free(h->id);
		free(h->titel);
		free(h->doel);
		for (size_t k = 0; k < h->alinea_count; k++)
			free(h->alinea[k]);
		free(h->alinea);
	}
	free(def->hoofdstuk);
	free(def->titel);
	*def = (struct evaluatie_def){0};
}
