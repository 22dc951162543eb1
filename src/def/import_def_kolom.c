#include "def/import_def_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/* ---- small readers ------------------------------------------------------------------------- */

int import_read_text(const struct json_node *object, const char *key, enum json_need need, char **out,
	struct err *err)
{
	const char *text = NULL;

	if (json_get_text(object, key, need, &text, err) < 0)
		return -1;
	if (text && !*text)
		return json_error(json_get(object, key), err, "een lege tekst zegt hier niets.");
	if (text) {
		free(*out);
		*out = mem_dup(text);
	}
	return 0;
}

int import_read_texts(const struct json_node *object, const char *key, enum json_need need,
	struct text_list *out, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(object, key, need, &list, err) < 0)
		return -1;
	for (size_t i = 0; list && i < json_len(list); i++) {
		const char *text;

		if (json_text(json_at(list, i), &text, err) < 0)
			return -1;
		if (text_list_index(out, text) >= 0)
			return json_error(json_at(list, i), err, "'%s' staat er twee keer.", text);
		text_list_add(out, text);
	}
	return 0;
}

int import_read_date(const struct json_node *object, const char *key, enum json_need need, struct date *out,
	struct err *err)
{
	const char *text = NULL;
	struct err why = ERR_INIT;

	if (json_get_text(object, key, need, &text, err) < 0)
		return -1;
	if (text && date_parse_iso(text, out, &why) < 0) {
		err_release(&why);
		return json_error(json_get(object, key), err, "'%s' is geen datum (jjjj-mm-dd).", text);
	}
	return 0;
}

int import_read_char(const struct json_node *object, const char *key, char *out, struct err *err)
{
	const char *text = NULL;

	if (json_get_text(object, key, JSON_OPTIONAL, &text, err) < 0)
		return -1;
	if (text && (strlen(text) != 1 || (unsigned char)text[0] >= 0x80))
		return json_error(json_get(object, key), err, "hier hoort precies een teken te staan.");
	if (text)
		*out = text[0];
	return 0;
}

int import_read_vormen(const struct json_node *object, unsigned *out, struct err *err)
{
	static const char *const words[] = {"jjjj-mm-dd", "dd-mm-jjjj", "jjjjmmdd", "kwartaal", "schooljaar",
		"jaar", "cbs", "maand"};
	const struct json_node *list = NULL;
	unsigned forms = 0;

	if (json_get_list(object, "datumvorm", JSON_OPTIONAL, &list, err) < 0)
		return -1;
	for (size_t i = 0; list && i < json_len(list); i++) {
		const char *text;
		size_t w = 0;

		if (json_text(json_at(list, i), &text, err) < 0)
			return -1;
		while (w < ARRAY_LEN(words) && strcmp(words[w], text) != 0)
			w++;
		if (w == ARRAY_LEN(words))
			return json_error(json_at(list, i), err,
				"'%s' is geen datumvorm; kies uit jjjj-mm-dd, dd-mm-jjjj, jjjjmmdd, kwartaal, "
				"schooljaar, jaar, maand, cbs.", text);
		forms |= DATUMVORM_BIT(w);
	}
	if (list)
		*out = forms;
	return 0;
}

int import_read_bounds(const struct json_node *object, bool *has_min, int64_t *min, bool *has_max,
	int64_t *max, struct err *err)
{
	*has_min = json_get(object, "min") != NULL;
	*has_max = json_get(object, "max") != NULL;
	if (json_get_int(object, "min", JSON_OPTIONAL, -INT64_C(1000000000000), INT64_C(1000000000000), min, err) < 0 ||
		json_get_int(object, "max", JSON_OPTIONAL, -INT64_C(1000000000000), INT64_C(1000000000000), max, err) < 0)
		return -1;
	if (*has_min && *has_max && *min > *max)
		return json_error(json_get(object, "max"), err, "max is kleiner dan min.");
	return 0;
}

/* ---- waardecodes --------------------------------------------------------------------------- */

static int read_interval(const struct json_node *code, struct waardecode *w, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(code, "interval", JSON_OPTIONAL, &list, err) < 0)
		return -1;
	if (!list)
		return 0;
	if (json_len(list) != 2)
		return json_error(list, err, "een interval is een lijst van twee getallen, bijvoorbeeld [1, 4].");
	if (json_int(json_at(list, 0), &w->min, err) < 0 || json_int(json_at(list, 1), &w->max, err) < 0)
		return -1;
	if (w->min < 0 || w->max < w->min)
		return json_error(list, err, "het eerste getal moet 0 of meer zijn en niet groter dan het tweede.");
	if (w->betekenis != BETEKENIS_AFGESCHERMD)
		return json_error(list, err, "een interval hoort alleen bij afgeschermd_bron.");
	w->begrensd = true;
	return 0;
}

static int read_waardecode(const struct json_node *code, struct waardecode *w, struct err *err)
{
	static const char *const keys[] = {"betekenis", "interval", "melding", NULL};
	static const char *const words[] = {"nul", "afgeschermd_bron", "nvt", "onbekend", "niet_geleverd",
		"vraag", "fout", NULL};
	int choice = 0;

	if (json_check_keys(code, keys, err) < 0 ||
		json_get_choice(code, "betekenis", JSON_REQUIRED, words, &choice, err) < 0)
		return -1;
	w->betekenis = (enum betekenis)choice;
	if (read_interval(code, w, err) < 0)
		return -1;
	return import_read_text(code, "melding", JSON_OPTIONAL, &w->melding, err);
}

int import_read_waardecodes(const struct json_node *object, struct waardecode_list *out, struct err *err)
{
	const struct json_node *codes = NULL;

	if (json_get_object(object, "waardecodes", JSON_OPTIONAL, &codes, err) < 0)
		return -1;
	if (!codes)
		return 0;
	out->item = mem_new(json_len(codes), sizeof(*out->item));
	for (size_t i = 0; i < json_len(codes); i++) {
		const struct json_node *code = json_at(codes, i);
		struct waardecode *w = &out->item[out->count++];

		w->tekst = mem_dup(json_key(code));
		w->sleutel = text_key(w->tekst);
		for (size_t j = 0; j + 1 < out->count; j++)
			if (strcmp(out->item[j].sleutel, w->sleutel) == 0)
				return json_error(code, err, "dezelfde code staat er al als '%s'.", out->item[j].tekst);
		if (read_waardecode(code, w, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- columns ------------------------------------------------------------------------------- */

static const char *const kolom_types[] = {"gebied", "datum", "periode", "geheel", "getal", "code", "tekst",
	"janee", NULL};

/* `niveau` is one word or a list of them. */
static int read_niveaus(const struct json_node *object, struct text_list *out, struct err *err)
{
	static const char *const words[] = {"gemeente", "wijk", "buurt", NULL};
	const struct json_node *node = json_get(object, "niveau");
	int choice;

	if (node && json_type(node) == JSON_LIST) {
		if (import_read_texts(object, "niveau", JSON_REQUIRED, out, err) < 0)
			return -1;
	} else {
		if (json_get_choice(object, "niveau", JSON_REQUIRED, words, &choice, err) < 0)
			return -1;
		text_list_add(out, words[choice]);
	}
	for (size_t i = 0; i < out->count; i++)
		if (strcmp(out->item[i], "gemeente") != 0 && strcmp(out->item[i], "wijk") != 0 &&
			strcmp(out->item[i], "buurt") != 0)
			return json_error(node, err, "'%s' is geen niveau; kies uit gemeente, wijk, buurt.",
				out->item[i]);
	return out->count ? 0 : json_error(node, err, "er moet minstens een niveau staan.");
}

static int read_gebied(const struct json_node *object, struct import_kolom *k, struct err *err)
{
	int64_t breedte = 0;

	if (read_niveaus(object, &k->niveaus, err) < 0 ||
		import_read_text(object, "indeling", JSON_OPTIONAL, &k->indeling, err) < 0 ||
		import_read_texts(object, "onbekend_toegestaan", JSON_OPTIONAL, &k->onbekend_toegestaan, err) < 0 ||
		import_read_text(object, "voorvoegsel", JSON_OPTIONAL, &k->voorvoegsel, err) < 0 ||
		json_get_int(object, "breedte", JSON_OPTIONAL, 1, 12, &breedte, err) < 0 ||
		json_get_bool(object, "buiten_overslaan", JSON_OPTIONAL, &k->buiten_overslaan, err) < 0 ||
		json_get_bool(object, "buiten_bewaren", JSON_OPTIONAL, &k->buiten_bewaren, err) < 0)
		return -1;
	if (k->buiten_overslaan && k->buiten_bewaren)
		return json_error(json_get(object, "buiten_bewaren"), err,
			"rijen van andere gemeenten kunnen niet worden overgeslagen en ook bewaard.");
	k->breedte = (int)breedte;
	if (k->indeling && strcmp(k->indeling, "van_periode") == 0) {
		free(k->indeling);
		k->indeling = NULL;
	}
	return 0;
}

static int read_codelijst(const struct json_node *object, struct import_kolom *k, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_object(object, "codelijst", JSON_REQUIRED, &list, err) < 0)
		return -1;
	for (size_t i = 0; i < json_len(list); i++) {
		const char *text;

		if (json_text(json_at(list, i), &text, err) < 0)
			return -1;
		text_list_add(&k->code, json_key(json_at(list, i)));
		text_list_add(&k->code_naam, text);
	}
	return k->code.count ? 0 : json_error(list, err, "de codelijst is leeg.");
}

static int read_number(const struct json_node *object, struct import_kolom *k, struct err *err)
{
	int64_t decimalen = k->type == KOLOM_GETAL ? 6 : 0;

	if (import_read_bounds(object, &k->heeft_min, &k->min, &k->heeft_max, &k->max, err) < 0)
		return -1;
	if (k->type == KOLOM_GETAL && json_get_int(object, "decimalen", JSON_OPTIONAL, 0, 6, &decimalen, err) < 0)
		return -1;
	k->decimalen = (int)decimalen;
	return 0;
}

/* Keys that belong to another type are refused, so that a profile cannot say what nothing reads. */
static int check_keys_of_type(const struct json_node *object, enum kolom_type type, struct err *err)
{
	static const struct {
		const char *key;
		unsigned types;
	} rule[] = {
		{"niveau", 1u << KOLOM_GEBIED},
		{"indeling", 1u << KOLOM_GEBIED},
		{"onbekend_toegestaan", 1u << KOLOM_GEBIED},
		{"voorvoegsel", 1u << KOLOM_GEBIED},
		{"breedte", 1u << KOLOM_GEBIED},
		{"buiten_overslaan", 1u << KOLOM_GEBIED},
		{"buiten_bewaren", 1u << KOLOM_GEBIED},
		{"codelijst", 1u << KOLOM_CODE},
		{"min", 1u << KOLOM_GEHEEL | 1u << KOLOM_GETAL},
		{"max", 1u << KOLOM_GEHEEL | 1u << KOLOM_GETAL},
		{"decimalen", 1u << KOLOM_GETAL},
		{"datumvorm", 1u << KOLOM_DATUM | 1u << KOLOM_PERIODE},
	};

	for (size_t i = 0; i < ARRAY_LEN(rule); i++)
		if (json_get(object, rule[i].key) && !(rule[i].types & 1u << type))
			return json_error(json_get(object, rule[i].key), err,
				"'%s' hoort niet bij een kolom van type %s.", rule[i].key, kolom_types[type]);
	return 0;
}

static int read_kolom(const struct json_node *object, struct import_kolom *k, struct err *err)
{
	static const char *const keys[] = {"naam", "aliassen", "type", "verplicht", "leeg_toegestaan", "niveau",
		"indeling", "onbekend_toegestaan", "voorvoegsel", "breedte", "buiten_overslaan", "buiten_bewaren", "codelijst",
		"min", "max", "decimalen", "eenheid", "datumvorm", "waardecodes", "omschrijving", NULL};
	int type = 0;

	if (json_check_keys(object, keys, err) < 0 ||
		import_read_text(object, "naam", JSON_REQUIRED, &k->naam, err) < 0 ||
		import_read_texts(object, "aliassen", JSON_OPTIONAL, &k->aliassen, err) < 0 ||
		json_get_choice(object, "type", JSON_REQUIRED, kolom_types, &type, err) < 0 ||
		json_get_bool(object, "verplicht", JSON_REQUIRED, &k->verplicht, err) < 0 ||
		json_get_bool(object, "leeg_toegestaan", JSON_OPTIONAL, &k->leeg_toegestaan, err) < 0 ||
		import_read_vormen(object, &k->datumvorm, err) < 0 ||
		import_read_waardecodes(object, &k->waardecodes, err) < 0 ||
		import_read_text(object, "eenheid", JSON_OPTIONAL, &k->eenheid, err) < 0 ||
		import_read_text(object, "omschrijving", JSON_OPTIONAL, &k->omschrijving, err) < 0)
		return -1;
	k->sleutel = text_key(k->naam);
	k->type = (enum kolom_type)type;
	if (check_keys_of_type(object, k->type, err) < 0)
		return -1;
	if (k->type == KOLOM_GEBIED)
		return read_gebied(object, k, err);
	if (k->type == KOLOM_CODE)
		return read_codelijst(object, k, err);
	return read_number(object, k, err);
}

/* Two columns that one header name would fit. */
static int check_names(const struct import_def *def, const struct json_node *node, const struct import_kolom *k,
	struct err *err)
{
	for (const struct import_kolom *o = def->kolom; o < k; o++) {
		char *key;
		bool same = strcmp(o->sleutel, k->sleutel) == 0;

		for (size_t i = 0; !same && i < k->aliassen.count; i++) {
			key = text_key(k->aliassen.item[i]);
			same = strcmp(key, o->sleutel) == 0;
			for (size_t j = 0; !same && j < o->aliassen.count; j++) {
				char *other = text_key(o->aliassen.item[j]);

				same = strcmp(key, other) == 0;
				free(other);
			}
			free(key);
		}
		if (same)
			return json_error(node, err, "de kolommen '%s' en '%s' hebben een naam of alias gemeen.",
				o->naam, k->naam);
	}
	return 0;
}

int import_read_kolommen(struct import_def *def, const struct json_node *root, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(root, "kolommen", JSON_REQUIRED, &list, err) < 0)
		return -1;
	if (json_len(list) == 0)
		return json_error(list, err, "er moet minstens een kolom staan.");
	def->kolom = mem_new(json_len(list), sizeof(*def->kolom));
	for (size_t i = 0; i < json_len(list); i++) {
		struct import_kolom *k = &def->kolom[def->kolom_count++];

		if (read_kolom(json_at(list, i), k, err) < 0 || check_names(def, json_at(list, i), k, err) < 0)
			return -1;
	}
	return 0;
}

int import_read_kolom_ref(const struct import_def *def, const struct json_node *object, const char *key,
	enum json_need need, int *out, struct err *err)
{
	const char *naam = NULL;
	int at;

	if (json_get_text(object, key, need, &naam, err) < 0)
		return -1;
	if (!naam)
		return 0;
	at = import_def_kolom(def, naam);
	if (at < 0)
		return json_error(json_get(object, key), err, "'%s' staat niet in kolommen.", naam);
	*out = at;
	return 0;
}

/* ---- smelt --------------------------------------------------------------------------------- */

static int read_renaming(const struct json_node *object, struct import_smelt *s, struct err *err)
{
	const struct json_node *map = NULL;

	if (json_get_object(object, "waarden", JSON_OPTIONAL, &map, err) < 0)
		return -1;
	for (size_t i = 0; map && i < json_len(map); i++) {
		const char *text;

		if (json_text(json_at(map, i), &text, err) < 0)
			return -1;
		text_list_add(&s->van, json_key(json_at(map, i)));
		text_list_add(&s->tot, text);
	}
	return 0;
}

int import_read_smelt(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"kolommen", "naar", "maat", "type", "min", "max", "decimalen", "waarden",
		NULL};
	static const char *const types[] = {"geheel", "getal", NULL};
	struct import_smelt *s = &def->smelt;
	const struct json_node *object = NULL;
	const char *pattern, *star;
	int64_t decimalen = 0;
	int type = 0;

	if (json_get_object(root, "smelt", JSON_OPTIONAL, &object, err) < 0)
		return -1;
	if (!object)
		return 0;
	if (json_check_keys(object, keys, err) < 0 ||
		json_get_text(object, "kolommen", JSON_REQUIRED, &pattern, err) < 0 ||
		import_read_text(object, "naar", JSON_REQUIRED, &s->naar, err) < 0 ||
		import_read_text(object, "maat", JSON_REQUIRED, &s->maat, err) < 0 ||
		json_get_choice(object, "type", JSON_OPTIONAL, types, &type, err) < 0 ||
		import_read_bounds(object, &s->heeft_min, &s->min, &s->heeft_max, &s->max, err) < 0 ||
		read_renaming(object, s, err) < 0)
		return -1;
	decimalen = type == 1 ? 6 : 0;
	if (json_get_int(object, "decimalen", JSON_OPTIONAL, 0, 6, &decimalen, err) < 0)
		return -1;
	star = strchr(pattern, '*');
	if (!star || strchr(star + 1, '*'))
		return json_error(json_get(object, "kolommen"), err, "hier hoort precies een * in te staan.");
	s->voor = mem_dup_n(pattern, (size_t)(star - pattern));
	s->na = mem_dup(star + 1);
	s->decimalen = (int)decimalen;
	s->is = true;
	return 0;
}
