#include "def/import_def_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A check may name a column or what smelt makes. */
static int check_maat(const struct import_def *def, const struct json_node *node, const char *naam, struct err *err)
{
	int at = import_def_kolom(def, naam);

	if (def->smelt.is && strcmp(def->smelt.maat, naam) == 0)
		return 0;
	for (size_t i = 0; i < def->tel_count; i++)
		if (strcmp(def->tel[i].maat, naam) == 0)
			return 0;
	if (at < 0)
		return json_error(node, err, "'%s' staat niet in kolommen.", naam);
	if (def->kolom[at].type != KOLOM_GEHEEL && def->kolom[at].type != KOLOM_GETAL)
		return json_error(node, err, "'%s' is geen kolom met getallen.", naam);
	return 0;
}

static int read_maat(const struct import_def *def, const struct json_node *regel, const char *key, char **out,
	struct err *err)
{
	if (import_read_text(regel, key, JSON_REQUIRED, out, err) < 0)
		return -1;
	return check_maat(def, json_get(regel, key), *out, err);
}

static int read_termen(const struct import_def *def, const struct json_node *regel, const char *key,
	struct text_list *out, struct err *err)
{
	if (import_read_texts(regel, key, JSON_REQUIRED, out, err) < 0)
		return -1;
	for (size_t i = 0; i < out->count; i++)
		if (check_maat(def, json_get(regel, key), out->item[i], err) < 0)
			return -1;
	return 0;
}

static int read_rij(const struct import_def *def, const struct json_node *regel, struct import_controle *c,
	struct err *err)
{
	static const char *const keys[] = {"kolom", "hoogstens", "minstens", "is_som_van", NULL};
	int kinds = (json_get(regel, "hoogstens") != NULL) + (json_get(regel, "minstens") != NULL) +
		(json_get(regel, "is_som_van") != NULL);

	if (json_check_keys(regel, keys, err) < 0 || read_maat(def, regel, "kolom", &c->kolom, err) < 0)
		return -1;
	if (kinds != 1)
		return json_error(regel, err, "een controle van soort rij heeft een van hoogstens, minstens en is_som_van.");
	if (json_get(regel, "is_som_van")) {
		c->regel = REGEL_SOM;
		return read_termen(def, regel, "is_som_van", &c->termen, err);
	}
	c->regel = json_get(regel, "hoogstens") ? REGEL_HOOGSTENS : REGEL_MINSTENS;
	return read_maat(def, regel, c->regel == REGEL_HOOGSTENS ? "hoogstens" : "minstens", &c->ander, err);
}

static int read_totaal(const struct import_def *def, const struct json_node *regel, struct import_controle *c,
	struct err *err)
{
	static const char *const keys[] = {"rij", "is_som_van", "kolommen", NULL};

	if (json_check_keys(regel, keys, err) < 0 ||
		import_read_text(regel, "rij", JSON_REQUIRED, &c->kolom, err) < 0 ||
		import_read_text(regel, "is_som_van", JSON_REQUIRED, &c->ander, err) < 0)
		return -1;
	if (text_list_index(&def->totaalrij, c->kolom) < 0)
		return json_error(json_get(regel, "rij"), err, "'%s' staat niet in totaalrijen.waarden.", c->kolom);
	return read_termen(def, regel, "kolommen", &c->termen, err);
}

static int read_volledig(const struct json_node *regel, struct err *err)
{
	static const char *const keys[] = {"verwacht_alle_gebieden", NULL};
	bool all = false;

	if (json_check_keys(regel, keys, err) < 0 ||
		json_get_bool(regel, "verwacht_alle_gebieden", JSON_REQUIRED, &all, err) < 0)
		return -1;
	return all ? 0 : json_error(regel, err, "verwacht_alle_gebieden moet true zijn; laat de controle anders weg.");
}

static int read_vergelijk(const struct json_node *regel, struct import_controle *c, struct err *err)
{
	struct text_list list = {NULL, 0};
	int result = import_read_texts(regel, "vergelijk", JSON_REQUIRED, &list, err);

	for (size_t i = 0; result == 0 && i < list.count; i++) {
		if (strcmp(list.item[i], "vorige") == 0)
			c->vorige = true;
		else if (strcmp(list.item[i], "zelfde_kwartaal_vorig_jaar") == 0 ||
			strcmp(list.item[i], "vorig_jaar") == 0)
			c->vorig_jaar = true;
		else
			result = json_error(json_get(regel, "vergelijk"), err,
				"'%s' is onbekend; kies uit vorige, zelfde_kwartaal_vorig_jaar.", list.item[i]);
	}
	text_list_release(&list);
	return result;
}

static int read_vorige(const struct import_def *def, const struct json_node *regel, struct import_controle *c,
	struct err *err)
{
	static const char *const keys[] = {"kolom", "meer_dan_procent", "en_meer_dan_aantal", "vergelijk", NULL};

	if (json_check_keys(regel, keys, err) < 0 || read_maat(def, regel, "kolom", &c->kolom, err) < 0 ||
		json_get_int(regel, "meer_dan_procent", JSON_REQUIRED, 0, 10000, &c->meer_dan_procent, err) < 0 ||
		json_get_int(regel, "en_meer_dan_aantal", JSON_REQUIRED, 0, 1000000000, &c->en_meer_dan_aantal, err) < 0)
		return -1;
	return read_vergelijk(regel, c, err);
}

static int read_regel(const struct import_def *def, const struct json_node *one, struct import_controle *c,
	struct err *err)
{
	const struct json_node *regel = NULL;

	if (json_get_object(one, "regel", JSON_REQUIRED, &regel, err) < 0)
		return -1;
	switch (c->soort) {
	case CONTROLE_RIJ:
		return read_rij(def, regel, c, err);
	case CONTROLE_TOTAAL:
		return read_totaal(def, regel, c, err);
	case CONTROLE_VOLLEDIG:
		return read_volledig(regel, err);
	case CONTROLE_VORIGE:
		break;
	}
	return read_vorige(def, regel, c, err);
}

static int read_controle(const struct import_def *def, const struct json_node *one, struct import_controle *c,
	struct err *err)
{
	static const char *const keys[] = {"id", "soort", "regel", "ernst", "toelichting", NULL};
	static const char *const soorten[] = {"rij", "totaal", "volledig", "vorige", NULL};
	static const char *const ernsten[] = {"fout", "waarschuwing", "melding", NULL};
	int soort = 0, ernst = 0;

	if (json_check_keys(one, keys, err) < 0 ||
		import_read_text(one, "id", JSON_REQUIRED, &c->id, err) < 0 ||
		json_get_choice(one, "soort", JSON_REQUIRED, soorten, &soort, err) < 0 ||
		json_get_choice(one, "ernst", JSON_REQUIRED, ernsten, &ernst, err) < 0 ||
		import_read_text(one, "toelichting", JSON_OPTIONAL, &c->toelichting, err) < 0)
		return -1;
	c->soort = (enum controle_soort)soort;
	c->ernst = (enum controle_ernst)ernst;
	for (const struct import_controle *o = def->controle; o < c; o++)
		if (strcmp(o->id, c->id) == 0)
			return json_error(one, err, "er is al een controle '%s'.", c->id);
	return read_regel(def, one, c, err);
}

int import_read_controles(struct import_def *def, const struct json_node *root, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(root, "controles", JSON_OPTIONAL, &list, err) < 0)
		return -1;
	if (!list)
		return 0;
	def->controle = mem_new(json_len(list), sizeof(*def->controle));
	for (size_t i = 0; i < json_len(list); i++)
		if (read_controle(def, json_at(list, i), &def->controle[def->controle_count++], err) < 0)
			return -1;
	return 0;
}
