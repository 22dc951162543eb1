#include "def/import_load.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"
#include "def/import_def_read.h"

/* ---- parts of the file --------------------------------------------------------------------- */

static int read_herkomst(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"leverancier", "contactrol", "ritme", "verwacht_binnen_dagen", "licentie",
		NULL};
	static const char *const ritmes[] = {"kwartaal", "halfjaar", "jaar", "schooljaar", "doorlopend",
		"bij_wijziging", "maand", NULL};
	const struct json_node *object = NULL;
	int ritme = 0;

	if (json_get_object(root, "herkomst", JSON_REQUIRED, &object, err) < 0 ||
		json_check_keys(object, keys, err) < 0 ||
		import_read_text(object, "leverancier", JSON_REQUIRED, &def->leverancier, err) < 0 ||
		import_read_text(object, "contactrol", JSON_REQUIRED, &def->contactrol, err) < 0 ||
		json_get_choice(object, "ritme", JSON_REQUIRED, ritmes, &ritme, err) < 0 ||
		json_get_int(object, "verwacht_binnen_dagen", JSON_REQUIRED, 0, 3650, &def->verwacht_binnen_dagen, err) < 0 ||
		import_read_text(object, "licentie", JSON_OPTIONAL, &def->licentie, err) < 0)
		return -1;
	def->ritme = mem_dup(ritmes[ritme]);
	return 0;
}

static int read_codering(struct import_bestand *b, const struct json_node *object, struct err *err)
{
	struct text_list list = {NULL, 0};
	int result = import_read_texts(object, "codering", JSON_REQUIRED, &list, err);

	for (size_t i = 0; result == 0 && i < list.count; i++) {
		const char *word = list.item[i];

		if (strcmp(word, "utf-8") == 0)
			b->utf8 = true;
		else if (strcmp(word, "utf-16") == 0)
			b->utf16 = true;
		else if (strcmp(word, "windows-1252") == 0)
			b->cp1252 = true;
		else if (strcmp(word, "cp850") == 0)
			b->cp850 = true;
		else
			result = json_error(json_get(object, "codering"), err,
				"'%s' is onbekend; kies uit utf-8, utf-16, windows-1252, cp850.", word);
	}
	if (result == 0 && b->cp1252 && b->cp850)
		result = json_error(json_get(object, "codering"), err,
			"windows-1252 en cp850 zijn niet uit elkaar te houden; kies er een.");
	text_list_release(&list);
	return result;
}

static int read_delimiters(struct import_bestand *b, const struct json_node *object, struct err *err)
{
	const struct json_node *list = NULL;
	size_t n = 0;

	if (json_get_list(object, "scheidingsteken", JSON_REQUIRED, &list, err) < 0)
		return -1;
	for (size_t i = 0; i < json_len(list); i++) {
		const char *text;

		if (json_text(json_at(list, i), &text, err) < 0)
			return -1;
		if (strlen(text) != 1 || !strchr(";,\t|", text[0]))
			return json_error(json_at(list, i), err, "een scheidingsteken is ; , | of een tab (\\t).");
		if (n + 1 < sizeof(b->scheidingsteken))
			b->scheidingsteken[n++] = text[0];
	}
	return n ? 0 : json_error(list, err, "er moet minstens een scheidingsteken staan.");
}

static int read_number_signs(struct import_bestand *b, const struct json_node *object, struct err *err)
{
	if (import_read_char(object, "decimaal", &b->decimaal, err) < 0 ||
		import_read_char(object, "duizendtal", &b->duizendtal, err) < 0 ||
		import_read_char(object, "commentaarteken", &b->commentaarteken, err) < 0)
		return -1;
	if (b->decimaal != ',' && b->decimaal != '.')
		return json_error(object, err, "decimaal moet ',' of '.' zijn.");
	if (b->duizendtal && !strchr(".,' ", b->duizendtal))
		return json_error(json_get(object, "duizendtal"), err, "duizendtal is '.', ',', ' ', \"'\" of null.");
	if (b->duizendtal == b->decimaal)
		return json_error(json_get(object, "duizendtal"), err, "decimaal en duizendtal zijn hetzelfde teken.");
	return 0;
}

static int read_bestand(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"vorm", "codering", "bom_toegestaan", "scheidingsteken", "decimaal",
		"duizendtal", "kopregel", "zoek_kop_tot", "kopregels", "voet", "commentaarteken", "max_regels", NULL};
	static const char *const vormen[] = {"csv", "geojson", NULL};
	struct import_bestand *b = &def->bestand;
	const struct json_node *object = NULL;
	int64_t lines = 1;
	int vorm = 0;

	b->max_regels = 20000000;
	b->kopregel = 1;
	if (json_get_object(root, "bestand", JSON_REQUIRED, &object, err) < 0 ||
		json_check_keys(object, keys, err) < 0 ||
		json_get_choice(object, "vorm", JSON_OPTIONAL, vormen, &vorm, err) < 0 ||
		read_codering(b, object, err) < 0 ||
		json_get_bool(object, "bom_toegestaan", JSON_REQUIRED, &b->bom_toegestaan, err) < 0 ||
		read_delimiters(b, object, err) < 0 || read_number_signs(b, object, err) < 0 ||
		json_get_int(object, "kopregel", JSON_REQUIRED, 1, 1000, &b->kopregel, err) < 0)
		return -1;
	b->zoek_kop_tot = b->kopregel;
	b->geojson = vorm == 1;
	if (json_get_int(object, "zoek_kop_tot", JSON_OPTIONAL, b->kopregel, 1000, &b->zoek_kop_tot, err) < 0 ||
		json_get_int(object, "kopregels", JSON_OPTIONAL, 1, 3, &lines, err) < 0 ||
		import_read_texts(object, "voet", JSON_OPTIONAL, &b->voet, err) < 0 ||
		json_get_int(object, "max_regels", JSON_REQUIRED, 1, 20000000, &b->max_regels, err) < 0)
		return -1;
	b->kopregels = (int)lines;
	return 0;
}

static int read_patroon(struct import_periode *p, const struct json_node *object, struct err *err)
{
	static const char *const keys[] = {"patroon", "moet_overeenkomen", NULL};
	const struct json_node *name = NULL;

	if (json_get_object(object, "uit_bestandsnaam", JSON_OPTIONAL, &name, err) < 0)
		return -1;
	if (!name)
		return 0;
	if (json_check_keys(name, keys, err) < 0 ||
		import_read_text(name, "patroon", JSON_REQUIRED, &p->patroon, err) < 0)
		return -1;
	p->moet_overeenkomen = true;
	return json_get_bool(name, "moet_overeenkomen", JSON_OPTIONAL, &p->moet_overeenkomen, err);
}

static int read_vast(struct import_periode *p, const struct json_node *object, struct err *err)
{
	const char *text = NULL;
	struct err why = ERR_INIT;

	if (json_get_text(object, "vast", p->uit == UIT_VAST ? JSON_REQUIRED : JSON_OPTIONAL, &text, err) < 0)
		return -1;
	if (text && p->uit != UIT_VAST)
		return json_error(json_get(object, "vast"), err, "`vast` hoort alleen bij uit: vast.");
	if (text && periode_parse(text, &p->vast, &why) < 0) {
		err_release(&why);
		return json_error(json_get(object, "vast"), err, "'%s' is geen periode.", text);
	}
	return 0;
}

/* Checks that what `uit` needs is there. */
static int check_periode(const struct import_def *def, const struct json_node *object, struct err *err)
{
	const struct import_periode *p = &def->periode;

	if (p->uit == UIT_KOLOM && p->kolom < 0)
		return json_error(object, err, "bij uit: kolom hoort `kolom`.");
	if (p->uit != UIT_KOLOM && p->kolom >= 0)
		return json_error(json_get(object, "kolom"), err, "`kolom` hoort alleen bij uit: kolom.");
	if (p->uit == UIT_BESTANDSNAAM && !p->patroon)
		return json_error(object, err, "bij uit: bestandsnaam hoort `uit_bestandsnaam` met een patroon.");
	if ((p->uit == UIT_GEEN) != (p->soort == PERIODE_GEEN))
		return json_error(object, err, "type geen en uit geen horen bij elkaar.");
	if (p->uit == UIT_VAST && p->vast.soort != p->soort)
		return json_error(json_get(object, "vast"), err, "de vaste periode is niet van het genoemde type.");
	return 0;
}

static int read_periode(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"type", "uit", "kolom", "vast", "datumvorm", "moet_zijn",
		"uit_bestandsnaam", "toekomst_toegestaan", NULL};
	static const char *const types[] = {"kwartaal", "jaar", "schooljaar", "maand", "peildatum", "geen", NULL};
	static const enum periode_soort soort[] = {PERIODE_KWARTAAL, PERIODE_JAAR, PERIODE_SCHOOLJAAR,
		PERIODE_MAAND, PERIODE_DAG, PERIODE_GEEN};
	static const char *const sources[] = {"kolom", "bestandsnaam", "vast", "geen", NULL};
	static const char *const days[] = {"vrij", "laatste_dag_kwartaal", "laatste_dag_halfjaar", "1_oktober",
		"1_januari", NULL};
	struct import_periode *p = &def->periode;
	const struct json_node *object = NULL;
	int type = 0, uit = 0, day = 0;

	p->kolom = -1;
	if (json_get_object(root, "periode", JSON_REQUIRED, &object, err) < 0 ||
		json_check_keys(object, keys, err) < 0 ||
		json_get_choice(object, "type", JSON_REQUIRED, types, &type, err) < 0 ||
		json_get_choice(object, "uit", JSON_REQUIRED, sources, &uit, err) < 0 ||
		import_read_kolom_ref(def, object, "kolom", JSON_OPTIONAL, &p->kolom, err) < 0 ||
		import_read_vormen(object, &p->datumvorm, err) < 0 ||
		json_get_choice(object, "moet_zijn", JSON_OPTIONAL, days, &day, err) < 0 ||
		json_get_bool(object, "toekomst_toegestaan", JSON_OPTIONAL, &p->toekomst_toegestaan, err) < 0)
		return -1;
	p->soort = soort[type];
	p->uit = (enum bron_van)uit;
	p->moet_zijn = (enum moet_zijn)day;
	if (read_patroon(p, object, err) < 0 || read_vast(p, object, err) < 0)
		return -1;
	return check_periode(def, object, err);
}

static int read_status_codes(struct import_status *s, const struct json_node *object, struct err *err)
{
	static const char *const words[] = {"voorlopig", "definitief", NULL};
	const struct json_node *codes = NULL;

	if (json_get_object(object, "codes", JSON_OPTIONAL, &codes, err) < 0)
		return -1;
	s->code_definitief = mem_new(codes ? json_len(codes) : 0, sizeof(*s->code_definitief));
	for (size_t i = 0; codes && i < json_len(codes); i++) {
		const char *key = json_key(json_at(codes, i));
		int word = 0;

		if (json_get_choice(codes, key, JSON_REQUIRED, words, &word, err) < 0)
			return -1;
		s->code_definitief[s->code.count] = word == 1;
		text_list_add(&s->code, key);
	}
	return 0;
}

static int read_status(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"uit", "kolom", "codes", "anders", NULL};
	static const char *const sources[] = {"kolom", "bestandsnaam", "vast", NULL};
	static const char *const words[] = {"voorlopig", "definitief", NULL};
	struct import_status *s = &def->status;
	const struct json_node *object = NULL;
	int uit = 0, anders = 1;

	s->kolom = -1;
	s->uit = UIT_VAST;
	s->anders_definitief = true;
	if (json_get_object(root, "status", JSON_OPTIONAL, &object, err) < 0)
		return -1;
	if (!object)
		return 0;
	if (json_check_keys(object, keys, err) < 0 ||
		json_get_choice(object, "uit", JSON_REQUIRED, sources, &uit, err) < 0 ||
		json_get_choice(object, "anders", JSON_REQUIRED, words, &anders, err) < 0 ||
		import_read_kolom_ref(def, object, "kolom", JSON_OPTIONAL, &s->kolom, err) < 0 ||
		read_status_codes(s, object, err) < 0)
		return -1;
	s->uit = (enum bron_van)uit;
	s->anders_definitief = anders == 1;
	if (s->uit == UIT_KOLOM && s->kolom < 0)
		return json_error(object, err, "bij uit: kolom hoort `kolom`.");
	if (s->uit == UIT_BESTANDSNAAM && (!def->periode.patroon || !strstr(def->periode.patroon, "{status}")))
		return json_error(object, err, "het patroon van de bestandsnaam heeft geen {status}.");
	return 0;
}

/* ---- person data, totals ------------------------------------------------------------------- */

static int read_vrijgesteld(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"kolom", "reden", NULL};
	const struct json_node *list = NULL;

	if (json_get_list(root, "vrijgesteld", JSON_OPTIONAL, &list, err) < 0)
		return -1;
	for (size_t i = 0; list && i < json_len(list); i++) {
		const char *kolom, *reden;

		if (json_check_keys(json_at(list, i), keys, err) < 0 ||
			json_get_text(json_at(list, i), "kolom", JSON_REQUIRED, &kolom, err) < 0 ||
			json_get_text(json_at(list, i), "reden", JSON_REQUIRED, &reden, err) < 0)
			return -1;
		if (strlen(reden) < 5)
			return json_error(json_at(list, i), err, "geef een reden voor de vrijstelling.");
		text_list_add(&def->vrijgesteld, kolom);
	}
	return 0;
}

static int read_verboden(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"kolomnamen", "bsn_elfproef", NULL};
	const struct json_node *object = NULL;

	if (json_get_object(root, "verboden", JSON_REQUIRED, &object, err) < 0 ||
		json_check_keys(object, keys, err) < 0 ||
		import_read_texts(object, "kolomnamen", JSON_REQUIRED, &def->verboden, err) < 0 ||
		json_get_bool(object, "bsn_elfproef", JSON_REQUIRED, &def->bsn_elfproef, err) < 0)
		return -1;
	if (!def->bsn_elfproef)
		return json_error(json_get(object, "bsn_elfproef"), err,
			"de elfproef staat altijd aan; stel een kolom vrij met `vrijgesteld`.");
	return read_vrijgesteld(def, root, err);
}

static int read_totaalrijen(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"waarden", "gebruik", NULL};
	static const char *const words[] = {"controle", "controle_en_gemeentewaarde", NULL};
	const struct json_node *object = NULL;
	int use = 0;

	if (json_get_object(root, "totaalrijen", JSON_OPTIONAL, &object, err) < 0)
		return -1;
	if (!object)
		return 0;
	if (json_check_keys(object, keys, err) < 0 ||
		import_read_texts(object, "waarden", JSON_REQUIRED, &def->totaalrij, err) < 0 ||
		json_get_choice(object, "gebruik", JSON_REQUIRED, words, &use, err) < 0)
		return -1;
	def->totaal_is_gemeentewaarde = use == 1;
	return 0;
}

static int read_vervangen(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const words[] = {"zelfde_sleutel_nieuwe_levering", "hele_levering", NULL};
	bool all = false;
	int choice = 0;

	if (json_get_bool(root, "alles_of_niets", JSON_REQUIRED, &all, err) < 0 ||
		json_get_choice(root, "vervangen", JSON_REQUIRED, words, &choice, err) < 0)
		return -1;
	def->hele_levering = choice == 1;
	return all ? 0 : json_error(json_get(root, "alles_of_niets"), err, "alles_of_niets is altijd true.");
}

/* ---- the whole ----------------------------------------------------------------------------- */

static int read_head(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const schemas[] = {"importprofiel/1", NULL};
	static const char *const kinds[] = {"aantallen", "personen", "objecten", "koppeling", "register", "gebieden",
		NULL};
	const struct json_node *via;
	int schema = 0, rijen = 0;

	if (json_get_choice(root, "schema", JSON_REQUIRED, schemas, &schema, err) < 0 ||
		import_read_text(root, "bron", JSON_REQUIRED, &def->bron, err) < 0 ||
		import_read_text(root, "levert", JSON_OPTIONAL, &def->levert, err) < 0 ||
		import_read_text(root, "naam", JSON_REQUIRED, &def->naam, err) < 0 ||
		json_get_int(root, "versie", JSON_REQUIRED, 1, 1000000, &def->versie, err) < 0 ||
		import_read_date(root, "geldig_vanaf", JSON_REQUIRED, &def->geldig_vanaf, err) < 0 ||
		import_read_text(root, "toelichting", JSON_OPTIONAL, &def->toelichting, err) < 0 ||
		json_get_choice(root, "rijen", JSON_REQUIRED, kinds, &rijen, err) < 0)
		return -1;
	def->rijen = (enum rijen_soort)rijen;
	if (strspn(def->bron, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(def->bron))
		return json_error(json_get(root, "bron"), err, "gebruik alleen kleine letters, cijfers en _.");
	via = json_get(root, "gebied_via");
	if (def->levert && def->rijen != RIJEN_PERSONEN && !(json_type(via) == JSON_OBJECT && json_get(via, "koppeling")))
		return json_error(json_get(root, "levert"), err,
			"`levert` hoort alleen bij rijen: personen, en bij gebied_via met een koppeling.");
	if (!def->levert)
		def->levert = mem_dup(def->bron);
	return 0;
}

static int read_all(struct import_def *def, const struct json_node *root, struct err *err)
{
	static const char *const keys[] = {"schema", "bron", "levert", "naam", "versie", "geldig_vanaf", "toelichting",
		"rijen", "herkomst", "bestand", "periode", "status", "kolommen", "smelt", "negeer", "waar", "sleutel",
		"optellen_over", "kenmerken", "tel", "object", "koppeling", "gebied_via", "waardecodes", "verboden", "vrijgesteld", "controles",
		"totaalrijen", "alles_of_niets", "vervangen", NULL};

	if (json_check_keys(root, keys, err) < 0 || read_head(def, root, err) < 0 ||
		read_herkomst(def, root, err) < 0 || read_bestand(def, root, err) < 0 ||
		import_read_kolommen(def, root, err) < 0 || import_read_smelt(def, root, err) < 0 ||
		read_periode(def, root, err) < 0 || read_status(def, root, err) < 0 ||
		import_read_texts(root, "negeer", JSON_OPTIONAL, &def->negeer, err) < 0 ||
		import_read_waar(def, root, false, &def->waar, &def->waar_count, err) < 0 ||
		import_read_rijen(def, root, err) < 0 || import_read_waardecodes(root, &def->waardecodes, err) < 0 || read_verboden(def, root, err) < 0 ||
		read_totaalrijen(def, root, err) < 0 || import_read_controles(def, root, err) < 0 ||
		read_vervangen(def, root, err) < 0)
		return -1;
	return 0;
}

static int from_json(struct import_def **out, const struct json *doc, struct err *err)
{
	struct import_def *def = mem_new(1, sizeof(*def));

	if (read_all(def, json_root(doc), err) < 0) {
		import_def_free(def);
		return -1;
	}
	for (size_t i = 0; i < sizeof(def->hash) - 1 && json_hash(doc)[i]; i++)
		def->hash[i] = json_hash(doc)[i];
	*out = def;
	return 0;
}

int import_def_load(struct import_def **out, const char *path, const char *label, struct err *err)
{
	struct json *doc;
	int result;

	if (json_load(&doc, path, label, err) < 0)
		return -1;
	result = from_json(out, doc, err);
	json_free(doc);
	return result;
}

int import_def_parse(struct import_def **out, const char *text, size_t len, const char *label, struct err *err)
{
	struct json *doc;
	int result;

	if (json_parse(&doc, text, len, label, err) < 0)
		return -1;
	result = from_json(out, doc, err);
	json_free(doc);
	return result;
}
