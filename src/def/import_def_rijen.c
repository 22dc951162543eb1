#include "def/import_def_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* ---- conditions ---------------------------------------------------------------------------- */

/* The one key of the condition that says what is asked of the cell; NULL when there is none or more. */
static const char *asked(const struct json_node *one)
{
	static const char *const keys[] = {"is", "is_niet", "leeg", "minstens", "hoogstens", "voor_peil",
		"binnen_dagen_na", "binnen_maanden_voor_peil"};
	const char *found = NULL;

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		if (!json_get(one, keys[i]))
			continue;
		if (found)
			return NULL;
		found = keys[i];
	}
	return found;
}

static int read_flag(const struct json_node *one, const char *key, bool want, struct err *err)
{
	bool flag = false;

	if (json_get_bool(one, key, JSON_REQUIRED, &flag, err) < 0)
		return -1;
	return flag == want ? 0 : json_error(json_get(one, key), err, "hier hoort true; laat de voorwaarde anders weg.");
}

static int read_grens(const struct json_node *one, const char *key, struct import_waar *w, struct err *err)
{
	const char *text;
	struct err why = ERR_INIT;

	if (json_get_text(one, key, JSON_REQUIRED, &text, err) < 0)
		return -1;
	if (decimal_parse(text, &w->grens, &why) < 0) {
		err_release(&why);
		return json_error(json_get(one, key), err, "'%s' is geen getal.", text);
	}
	return 0;
}

static int check_type(const struct import_def *def, const struct json_node *one, int kolom, bool date, struct err *err)
{
	enum kolom_type type = def->kolom[kolom].type;

	if (date ? type == KOLOM_DATUM : type == KOLOM_GEHEEL || type == KOLOM_GETAL)
		return 0;
	return json_error(one, err, "'%s' is geen kolom van type %s.", def->kolom[kolom].naam, date ? "datum" : "geheel of getal");
}

static int read_days_after(const struct import_def *def, const struct json_node *one, struct import_waar *w,
	struct err *err)
{
	w->soort = WAAR_BINNEN_DAGEN_NA;
	if (import_read_kolom_ref(def, one, "binnen_dagen_na", JSON_REQUIRED, &w->ander, err) < 0 ||
		json_get_int(one, "dagen", JSON_REQUIRED, 0, 36500, &w->aantal, err) < 0)
		return -1;
	return check_type(def, one, w->ander, true, err);
}

/* The rest of a condition, by its one key. */
static int read_asked(const struct import_def *def, const struct json_node *one, const char *key, struct import_waar *w,
	struct err *err)
{
	bool empty = false;

	if (strcmp(key, "is") == 0 || strcmp(key, "is_niet") == 0) {
		w->soort = key[2] ? WAAR_IS_NIET : WAAR_IS;
		return import_read_texts(one, key, JSON_REQUIRED, &w->waarde, err);
	}
	if (strcmp(key, "leeg") == 0) {
		if (json_get_bool(one, key, JSON_REQUIRED, &empty, err) < 0)
			return -1;
		w->soort = empty ? WAAR_LEEG : WAAR_GEVULD;
		return 0;
	}
	if (strcmp(key, "minstens") == 0 || strcmp(key, "hoogstens") == 0) {
		w->soort = *key == 'm' ? WAAR_MINSTENS : WAAR_HOOGSTENS;
		return check_type(def, one, w->kolom, false, err) < 0 ? -1 : read_grens(one, key, w, err);
	}
	if (check_type(def, one, w->kolom, true, err) < 0)
		return -1;
	if (strcmp(key, "voor_peil") == 0) {
		w->soort = WAAR_VOOR_PEIL;
		return read_flag(one, key, true, err);
	}
	if (strcmp(key, "binnen_dagen_na") == 0)
		return read_days_after(def, one, w, err);
	w->soort = WAAR_BINNEN_MAANDEN;
	return json_get_int(one, key, JSON_REQUIRED, 1, 1200, &w->aantal, err);
}

static int read_condition(const struct import_def *def, const struct json_node *one, bool peil, struct import_waar *w,
	struct err *err)
{
	static const char *const keys[] = {"kolom", "is", "is_niet", "leeg", "minstens", "hoogstens", "voor_peil",
		"binnen_dagen_na", "dagen", "binnen_maanden_voor_peil", NULL};
	const char *key;

	w->ander = -1;
	if (json_check_keys(one, keys, err) < 0 ||
		import_read_kolom_ref(def, one, "kolom", JSON_REQUIRED, &w->kolom, err) < 0)
		return -1;
	key = asked(one);
	if (!key)
		return json_error(one, err, "een voorwaarde heeft een van is, is_niet, leeg, minstens, hoogstens, voor_peil, "
					    "binnen_dagen_na en binnen_maanden_voor_peil.");
	if (json_get(one, "dagen") && strcmp(key, "binnen_dagen_na") != 0)
		return json_error(json_get(one, "dagen"), err, "`dagen` hoort bij binnen_dagen_na.");
	if (read_asked(def, one, key, w, err) < 0)
		return -1;
	if (!peil && w->soort >= WAAR_VOOR_PEIL)
		return json_error(one, err, "`%s` kan alleen in tel.", key);
	return 0;
}

int import_read_waar(const struct import_def *def, const struct json_node *object, bool peil, struct import_waar **out,
	size_t *count, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(object, "waar", JSON_OPTIONAL, &list, err) < 0)
		return -1;
	if (!list)
		return 0;
	*out = mem_new(json_len(list), sizeof(**out));
	for (size_t i = 0; i < json_len(list); i++) {
		*count = i + 1;
		if (read_condition(def, json_at(list, i), peil, &(*out)[i], err) < 0)
			return -1;
	}
	return 0;
}

/* ---- key and counts ------------------------------------------------------------------------ */

static int check_declared(const struct import_def *def, const struct json_node *root, const char *key,
	const struct text_list *list, struct err *err)
{
	for (size_t i = 0; i < list->count; i++)
		if (import_def_kolom(def, list->item[i]) < 0)
			return json_error(json_get(root, key), err, "'%s' staat niet in kolommen.", list->item[i]);
	return 0;
}

static int read_sleutel(struct import_def *def, const struct json_node *root, struct err *err)
{
	enum json_need need = def->rijen == RIJEN_PERSONEN ? JSON_OPTIONAL : JSON_REQUIRED;

	if (import_read_texts(root, "sleutel", need, &def->sleutel, err) < 0 ||
		import_read_texts(root, "optellen_over", JSON_OPTIONAL, &def->optellen_over, err) < 0 ||
		import_read_texts(root, "kenmerken", JSON_OPTIONAL, &def->kenmerken, err) < 0)
		return -1;
	for (size_t i = 0; i < def->sleutel.count; i++) {
		const char *naam = def->sleutel.item[i];

		if (def->smelt.is && strcmp(naam, def->smelt.naar) == 0)
			def->sleutel_smelt = true;
		else if (import_def_kolom(def, naam) < 0)
			return json_error(json_get(root, "sleutel"), err, "'%s' staat niet in kolommen.", naam);
	}
	for (size_t i = 0; i < def->optellen_over.count; i++)
		if (text_list_index(&def->sleutel, def->optellen_over.item[i]) < 0)
			return json_error(json_get(root, "optellen_over"), err, "'%s' staat niet in sleutel.",
				def->optellen_over.item[i]);
	if (def->kenmerken.count && def->rijen != RIJEN_PERSONEN && def->rijen != RIJEN_REGISTER)
		return json_error(json_get(root, "kenmerken"), err, "`kenmerken` hoort alleen bij rijen: personen of register.");
	return check_declared(def, root, "kenmerken", &def->kenmerken, err);
}

static int read_tel(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"maat", "waar", NULL};
	const struct json_node *list = NULL;
	enum json_need need = def->rijen == RIJEN_PERSONEN ? JSON_REQUIRED : JSON_OPTIONAL;

	if (json_get_list(root, "tel", need, &list, err) < 0)
		return -1;
	if (!list)
		return 0;
	if (def->rijen != RIJEN_PERSONEN && def->rijen != RIJEN_OBJECTEN && def->rijen != RIJEN_REGISTER)
		return json_error(list, err, "`tel` hoort alleen bij rijen: personen, objecten of register.");
	if (json_len(list) == 0 || json_len(list) > IMPORT_TEL_MAX)
		return json_error(list, err, "er moet minstens een maat staan, en hoogstens %d.", IMPORT_TEL_MAX);
	def->tel = mem_new(json_len(list), sizeof(*def->tel));
	for (size_t i = 0; i < json_len(list); i++) {
		struct import_tel *t = &def->tel[def->tel_count++];

		if (json_check_keys(json_at(list, i), keys, err) < 0 ||
			import_read_text(json_at(list, i), "maat", JSON_REQUIRED, &t->maat, err) < 0 ||
			import_read_waar(def, json_at(list, i), true, &t->waar, &t->waar_count, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- objects, koppelingen, areas through them ---------------------------------------------- */

/* Names of columns as indices. */
static int read_columns(const struct import_def *def, const struct json_node *object, const char *key, int **out,
	size_t *count, struct err *err)
{
	struct text_list names = {NULL, 0};
	int result = import_read_texts(object, key, JSON_REQUIRED, &names, err);

	if (result == 0)
		result = check_declared(def, object, key, &names, err);
	if (result == 0 && !names.count)
		result = json_error(json_get(object, key), err, "er moet minstens een kolom staan.");
	if (result == 0) {
		*out = mem_new(names.count, sizeof(**out));
		*count = names.count;
		for (size_t i = 0; i < names.count; i++)
			(*out)[i] = import_def_kolom(def, names.item[i]);
	}
	text_list_release(&names);
	return result;
}

static int read_object(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"soort", "code", "naam", NULL};
	const struct json_node *object = NULL;

	if (json_get_object(root, "object", JSON_OPTIONAL, &object, err) < 0)
		return -1;
	if (!object)
		return 0;
	if (def->rijen != RIJEN_OBJECTEN)
		return json_error(object, err, "`object` hoort alleen bij rijen: objecten.");
	def->object.is = true;
	def->object.naam = -1;
	if (json_check_keys(object, keys, err) < 0 ||
		import_read_text(object, "soort", JSON_REQUIRED, &def->object.soort, err) < 0 ||
		import_read_kolom_ref(def, object, "naam", JSON_OPTIONAL, &def->object.naam, err) < 0)
		return -1;
	return read_columns(def, object, "code", &def->object.code, &def->object.code_count, err);
}

/* A weight is a whole number, or a share with decimals; shares must add up. */
static int read_gewicht(const struct import_def *def, const struct json_node *object, struct import_koppeling *k,
	struct err *err)
{
	const struct import_kolom *kolom;

	if (import_read_kolom_ref(def, object, "gewicht", JSON_OPTIONAL, &k->gewicht, err) < 0 ||
		json_get_int(object, "som", JSON_OPTIONAL, 1, 100, &k->som, err) < 0)
		return -1;
	kolom = k->gewicht >= 0 ? &def->kolom[k->gewicht] : NULL;
	if (kolom && kolom->type != KOLOM_GEHEEL && kolom->type != KOLOM_GETAL)
		return json_error(json_get(object, "gewicht"), err, "dit is geen kolom van type geheel of getal.");
	if (k->som && !kolom)
		return json_error(json_get(object, "som"), err, "zonder kolom in `gewicht` is er niets dat optelt.");
	if (kolom && kolom->type == KOLOM_GETAL && !k->som)
		return json_error(json_get(object, "gewicht"), err,
			"gewichten met decimalen zijn delen van een geheel: zet in `som` waartoe ze optellen, 1 of 100.");
	for (int i = 0; kolom && kolom->type == KOLOM_GETAL && i < kolom->decimalen; i++)
		k->som *= 10;
	return 0;
}

static int read_koppeling(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"naam", "van", "teken", "naar", "gewicht", "som", NULL};
	struct import_koppeling *k = &def->koppeling;
	enum json_need need = def->rijen == RIJEN_KOPPELING ? JSON_REQUIRED : JSON_OPTIONAL;
	const struct json_node *object = NULL;
	int64_t teken = 0;

	if (json_get_object(root, "koppeling", need, &object, err) < 0)
		return -1;
	if (!object)
		return 0;
	if (def->rijen != RIJEN_KOPPELING)
		return json_error(object, err, "`koppeling` hoort alleen bij rijen: koppeling.");
	k->is = true;
	k->gewicht = -1;
	k->naam = mem_dup("pc4");
	if (json_check_keys(object, keys, err) < 0 ||
		import_read_text(object, "naam", JSON_OPTIONAL, &k->naam, err) < 0 ||
		import_read_kolom_ref(def, object, "van", JSON_REQUIRED, &k->van, err) < 0 ||
		import_read_kolom_ref(def, object, "naar", JSON_REQUIRED, &k->naar, err) < 0 ||
		read_gewicht(def, object, k, err) < 0 || json_get_int(object, "teken", JSON_OPTIONAL, 1, 100, &teken, err) < 0)
		return -1;
	k->teken = (int)teken;
	if (def->kolom[k->naar].type != KOLOM_GEBIED)
		return json_error(json_get(object, "naar"), err, "dit is geen kolom van type gebied.");
	return 0;
}

/* One column of the key: what the rows are kept by. */
static int check_via_koppeling(const struct import_def *def, const struct json_node *object, struct err *err)
{
	const struct import_via *via = &def->via;

	if (def->rijen != RIJEN_AANTALLEN)
		return json_error(object, err, "`gebied_via` met een koppeling hoort alleen bij rijen: aantallen.");
	if (via->kolom_count != 1)
		return json_error(json_get(object, "kolommen"), err, "bij een koppeling hoort precies een kolom.");
	if (def->kolom[via->kolom[0]].type != KOLOM_TEKST ||
		text_list_index(&def->sleutel, def->kolom[via->kolom[0]].naam) < 0 ||
		text_list_index(&def->optellen_over, def->kolom[via->kolom[0]].naam) >= 0)
		return json_error(json_get(object, "kolommen"), err,
			"dit moet een kolom van type tekst zijn, die in `sleutel` staat en niet in `optellen_over`.");
	return 0;
}

static int read_via(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"objecten", "koppeling", "kolommen", "niveau", "onbekend", NULL};
	static const char *const niveaus[] = {"gemeente", "wijk", "buurt", NULL};
	static const char *const words[] = {"overslaan", "eigen_rij", "fout", NULL};
	const struct json_node *object = NULL;
	int niveau = 0, word = 0;

	if (json_get_object(root, "gebied_via", JSON_OPTIONAL, &object, err) < 0)
		return -1;
	if (!object)
		return 0;
	def->via.is = true;
	if (json_check_keys(object, keys, err) < 0 ||
		import_read_text(object, "objecten", JSON_OPTIONAL, &def->via.objecten, err) < 0 ||
		import_read_text(object, "koppeling", JSON_OPTIONAL, &def->via.koppeling, err) < 0 ||
		json_get_choice(object, "onbekend", JSON_REQUIRED, words, &word, err) < 0)
		return -1;
	if (!def->via.objecten == !def->via.koppeling)
		return json_error(object, err, "noem `objecten` of `koppeling`: een van de twee.");
	if (def->via.koppeling && json_get(object, "niveau"))
		return json_error(json_get(object, "niveau"), err, "`niveau` hoort alleen bij objecten.");
	if (def->via.objecten && json_get_choice(object, "niveau", JSON_REQUIRED, niveaus, &niveau, err) < 0)
		return -1;
	def->via.niveau = mem_dup(niveaus[niveau]);
	def->via.onbekend = (enum via_onbekend)word;
	if (read_columns(def, object, "kolommen", &def->via.kolom, &def->via.kolom_count, err) < 0)
		return -1;
	return def->via.koppeling ? check_via_koppeling(def, object, err) : 0;
}

/* ---- roles --------------------------------------------------------------------------------- */

static enum kolom_rol role_of(const struct import_def *def, const struct import_kolom *k)
{
	bool in_key = text_list_index(&def->sleutel, k->naam) >= 0;

	if (def->periode.kolom >= 0 && k == &def->kolom[def->periode.kolom])
		return ROL_PERIODE;
	if (def->rijen == RIJEN_PERSONEN || def->rijen == RIJEN_REGISTER) {
		if (text_list_index(&def->kenmerken, k->naam) >= 0)
			return ROL_KENMERK;
		return in_key && k->type != KOLOM_GEBIED && def->rijen == RIJEN_PERSONEN ? ROL_PERSOON : ROL_CONTROLE;
	}
	if (def->rijen == RIJEN_KOPPELING || def->rijen == RIJEN_GEBIEDEN)
		return ROL_CONTROLE;
	if (text_list_index(&def->optellen_over, k->naam) >= 0)
		return ROL_OPTELLEN;
	if (in_key && k->type != KOLOM_GEBIED)
		return ROL_KENMERK;
	return k->type == KOLOM_GEHEEL || k->type == KOLOM_GETAL ? ROL_MAAT : ROL_CONTROLE;
}

/* The area is the gebied column of the key, else the first one; another is compared with it. */
static void set_roles(struct import_def *def)
{
	struct import_kolom *area = NULL;

	for (size_t i = 0; i < def->kolom_count; i++) {
		struct import_kolom *k = &def->kolom[i];
		bool in_key = text_list_index(&def->sleutel, k->naam) >= 0;

		k->rol = role_of(def, k);
		if (k->type == KOLOM_GEBIED && k->rol == ROL_CONTROLE &&
			(!area || (in_key && text_list_index(&def->sleutel, area->naam) < 0)))
			area = k;
	}
	if (def->koppeling.is)
		area = &def->kolom[def->koppeling.naar];
	if (area)
		area->rol = ROL_GEBIED;
}

static bool has_role(const struct import_def *def, enum kolom_rol rol)
{
	for (size_t i = 0; i < def->kolom_count; i++)
		if (def->kolom[i].rol == rol)
			return true;
	return false;
}

/* Rows that are counted need an area, a period and something to count. */
static int check_whole(const struct import_def *def, const struct json_node *root, struct err *err)
{
	bool area = has_role(def, ROL_GEBIED), kept = def->object.is || def->rijen == RIJEN_KOPPELING;
	bool count = def->smelt.is || def->tel_count > 0 || has_role(def, ROL_MAAT);

	if (def->rijen == RIJEN_GEBIEDEN)
		return 0;
	for (size_t i = 0; i < def->kolom_count; i++)
		if (strncmp(def->kolom[i].naam, "via_", 4) == 0)
			return json_error(json_get(root, "kolommen"), err,
				"een kolom mag niet met 'via_' beginnen: zo bewaart het programma een code die voor een gebied staat.");
	if (area && def->via.is)
		return json_error(json_get(root, "gebied_via"), err, "er is ook een kolom van type gebied; kies een van de twee.");
	if (!area && !def->via.is && def->rijen != RIJEN_REGISTER)
		return json_error(root, err, "er is geen kolom van type gebied, en geen gebied_via.");
	if (!count && !kept && def->rijen != RIJEN_REGISTER)
		return json_error(root, err, "er is niets te tellen: geen kolom van type geheel of getal buiten de sleutel, geen tel en geen smelt.");
	if (count && def->rijen != RIJEN_KOPPELING && def->periode.uit == UIT_GEEN)
		return json_error(json_get(root, "periode"), err, "aantallen horen bij een periode.");
	return 0;
}

int import_read_rijen(struct import_def *def, const struct json_node *root, struct err *err)
{
	if (read_sleutel(def, root, err) < 0 || read_tel(def, root, err) < 0 || read_object(def, root, err) < 0 ||
		read_koppeling(def, root, err) < 0 || read_via(def, root, err) < 0)
		return -1;
	set_roles(def);
	return check_whole(def, root, err);
}
