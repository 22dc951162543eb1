#include "def/indicator_def.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "def/read.h"

/* The closed lists; the index is the enum's value. */
static const char *const klasse_words[] = {"getal", "proxy", "kwalitatief", NULL};
static const char *const keten_words[] = {"input", "output", "outcome", "context", NULL};
static const char *const soort_words[] = {"aandeel", "per_100", "per_1000", "aantal",
	"gemiddelde_aangeleverd", "mediaan_aangeleverd", "index", "verschil", "mijlpaal",
	"voortgang", NULL};
static const char *const richting_words[] = {"hoger_beter", "lager_beter", "geen_oordeel", NULL};
static const char *const tel_words[] = {"som", "rijen", "aangeleverd", NULL};
static const char *const koppeling_words[] = {
	"zelfde", "schooljaar", "laatste_1_oktober", "laatste_1_januari", "vorige_n", NULL};
static const char *const bewerking_words[] = {
	"geen", "noemer_min_teller", "tekort", "verschil", "spreiding", "aandeel_van", NULL};
static const char *const onzekerheid_words[] = {"exact", "wilson", "poisson", "geen", NULL};
static const char *const basis_words[] = {"woonadres", "school", "locatie", "gemeente", NULL};
static const char *const niveau_words[] = {"gemeente", "wijk", "buurt", NULL};
static const char *const onbekend_words[] = {"eigen_rij", "weglaten", NULL};
static const char *const vergelijk_words[] = {
	"geen", "zelfde_kwartaal_vorig_jaar", "vorig_jaar", "vorig_schooljaar", NULL};
static const char *const ruimte_words[] = {"som_teller_noemer", "per_niveau", "geen", NULL};
static const char *const tijd_words[] = {"niet_optelbaar", "som", NULL};
static const char *const invloed_words[] = {"ja", "deels", "nee", NULL};

/* periode.type, with the kind of period that is delivered. */
static const char *const type_words[] = {
	"kwartaal", "jaar", "schooljaar", "maand", "peildatum", NULL};
static const enum periode_soort type_soort[] = {
	PERIODE_KWARTAAL, PERIODE_JAAR, PERIODE_SCHOOLJAAR, PERIODE_MAAND, PERIODE_DAG};
static const char *const ritme_words[] = {
	"kwartaal", "halfjaar", "jaar", "schooljaar", "maand", NULL};

const char *soort_code(enum soort s)
{
	return soort_words[s];
}

const char *richting_code(enum richting r)
{
	return richting_words[r];
}

const char *klasse_code(enum klasse k)
{
	return klasse_words[k];
}

const char *bewerking_code(enum bewerking b)
{
	return bewerking_words[b];
}

const char *koppeling_code(enum noemer_koppeling k)
{
	return koppeling_words[k];
}

bool indicator_def_wants_norm(const struct indicator_def *def)
{
	return def->richting != RICHTING_GEEN_OORDEEL && def->klasse != KLASSE_KWALITATIEF &&
	       def->bewerking != BEWERKING_NOEMER_MIN_TELLER && def->bewerking != BEWERKING_TEKORT;
}

bool filter_equal(const struct filter *a, const struct filter *b)
{
	if (strcmp(a->kolom, b->kolom) != 0 || a->soort != b->soort || a->is_count != b->is_count)
		return false;
	for (size_t i = 0; i < a->is_count; i++) {
		if (strcmp(a->is[i], b->is[i]) != 0)
			return false;
	}
	return true;
}

static void telling_release(struct telling *t)
{
	free(t->bron);
	free(t->kolom);
	read_filters_free(t->waar, t->waar_count);
}

static void origin_release(struct herkomst *h)
{
	free(h->document);
	free(h->plaats);
	free(h->citaat);
}

void indicator_def_free(struct indicator_def *def)
{
	if (!def)
		return;
	char *const owned[] = {def->id, def->vervangt_reden, def->naam, def->korte_naam,
		def->omschrijving, def->proxy, def->eenheid, def->afgeleid_van, def->afgeleid_min,
		def->basis, def->vergelijk, def->onzekerheid_reden, def->privacy_familie,
		def->woorden.enkelvoud, def->woorden.meervoud, def->woorden.groep,
		def->woorden.werkwoord, def->woorden.werkwoord_meervoud, def->woorden.rest,
		def->wat_zegt_het, def->wat_zegt_het_niet, def->beinvloedbaar, def->risico,
		def->bronvermelding};

	for (size_t i = 0; i < ARRAY_LEN(owned); i++)
		free(owned[i]);
	telling_release(&def->teller);
	telling_release(&def->noemer);
	read_filters_free(def->groep, def->groep_count);
	read_filters_free(def->groep_min, def->groep_min_count);
	read_texts_free(def->niveau, def->niveau_count);
	read_texts_free(def->lees_samen_met, def->lees_samen_count);
	for (size_t i = 0; i < def->ontleend_count; i++)
		origin_release(&def->ontleend_aan[i]);
	free(def->ontleend_aan);
	free(def);
}

static int read_telling(
	const struct json_node *root, const char *key, struct telling *t, struct err *err)
{
	static const char *const keys[] = {
		"bron", "tel", "kolom", "waar", "koppeling", "n", "toelichting", NULL};
	const struct json_node *node = NULL;
	bool noemer = strcmp(key, "noemer") == 0;
	int choice = 0;
	int64_t n = 0;

	if (json_get_object(root, key, JSON_OPTIONAL, &node, err))
		return -1;
	if (!node)
		return 0;
	if (json_check_keys(node, keys, err) ||
		read_text(node, "bron", JSON_REQUIRED, &t->bron, err))
		return -1;
	if (json_get_choice(node, "tel", JSON_REQUIRED, tel_words, &choice, err))
		return -1;
	t->tel = (enum tel)choice;
	if (read_text(node, "kolom", t->tel == TEL_RIJEN ? JSON_OPTIONAL : JSON_REQUIRED, &t->kolom,
		    err) ||
		read_filters(node, "waar", JSON_OPTIONAL, &t->waar, &t->waar_count, err))
		return -1;
	choice = KOPPELING_ZELFDE;
	if (json_get_choice(node, "koppeling", JSON_OPTIONAL, koppeling_words, &choice, err))
		return -1;
	t->koppeling = (enum noemer_koppeling)choice;
	if (!noemer && json_get(node, "koppeling"))
		return json_error(json_get(node, "koppeling"), err,
			"alleen een noemer heeft een koppeling: de teller bepaalt de periode.");
	if (json_get_int(node, "n",
		    t->koppeling == KOPPELING_VORIGE_N ? JSON_REQUIRED : JSON_OPTIONAL, 1, 40, &n,
		    err))
		return -1;
	if (n && t->koppeling != KOPPELING_VORIGE_N)
		return json_error(
			json_get(node, "n"), err, "\"n\" hoort alleen bij koppeling \"vorige_n\".");
	t->koppeling_n = (int)n;
	return 0;
}

static int read_derived(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {
		"van", "min", "bewerking", "groep", "groep_min", "toelichting", NULL};
	const struct json_node *node = NULL;
	int choice = BEWERKING_GEEN;
	bool groups;

	if (json_get_object(root, "afgeleid", JSON_OPTIONAL, &node, err))
		return -1;
	if (!node)
		return 0;
	if (json_check_keys(node, keys, err) ||
		read_text(node, "van", JSON_REQUIRED, &def->afgeleid_van, err) ||
		read_text(node, "min", JSON_OPTIONAL, &def->afgeleid_min, err) ||
		json_get_choice(node, "bewerking", JSON_REQUIRED, bewerking_words, &choice, err) ||
		read_filters(node, "groep", JSON_OPTIONAL, &def->groep, &def->groep_count, err) ||
		read_filters(node, "groep_min", JSON_OPTIONAL, &def->groep_min,
			&def->groep_min_count, err))
		return -1;
	def->bewerking = (enum bewerking)choice;
	if (def->bewerking == BEWERKING_GEEN)
		return json_error(json_get(node, "bewerking"), err,
			"zeg wat er met \"%s\" gebeurt.", def->afgeleid_van);
	groups = def->groep_count && def->groep_min_count;
	if (def->bewerking == BEWERKING_VERSCHIL && !def->afgeleid_min && !groups)
		return json_error(
			node, err, "een verschil heeft \"min\", of \"groep\" en \"groep_min\".");
	if (def->bewerking != BEWERKING_VERSCHIL &&
		(def->afgeleid_min || def->groep_count || def->groep_min_count))
		return json_error(node, err,
			"\"min\", \"groep\" en \"groep_min\" horen alleen bij \"verschil\".");
	return 0;
}

static int read_predecessor(
	const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"versie", "reden", "vergelijkbaar", "toelichting", NULL};
	const struct json_node *node = NULL;
	int64_t versie = 0;

	def->vergelijkbaar = true;
	if (json_get_object(root, "vervangt", JSON_OPTIONAL, &node, err))
		return -1;
	if (!node)
		return 0;
	def->heeft_voorganger = true;
	if (json_check_keys(node, keys, err) ||
		json_get_int(node, "versie", JSON_REQUIRED, 1, 10000, &versie, err) ||
		read_text(node, "reden", JSON_REQUIRED, &def->vervangt_reden, err) ||
		json_get_bool(node, "vergelijkbaar", JSON_REQUIRED, &def->vergelijkbaar, err))
		return -1;
	def->vervangt_versie = versie;
	if (versie >= def->versie)
		return json_error(json_get(node, "versie"), err,
			"een versie vervangt een eerdere; dit bestand is zelf versie %lld.",
			(long long)def->versie);
	return 0;
}

static int read_area(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"basis", "niveaus", "onbekend", "toelichting", NULL};
	const struct json_node *node = NULL, *list;
	int choice = 0;

	if (json_get_object(root, "gebied", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		json_get_choice(node, "basis", JSON_REQUIRED, basis_words, &choice, err))
		return -1;
	def->basis = mem_dup(basis_words[choice]);
	if (json_get_choice(node, "onbekend", JSON_REQUIRED, onbekend_words, &choice, err))
		return -1;
	def->onbekend_telt_mee = choice == 0;
	if (read_texts(node, "niveaus", JSON_REQUIRED, &def->niveau, &def->niveau_count, err))
		return -1;
	list = json_get(node, "niveaus");
	if (!def->niveau_count)
		return json_error(
			list, err, "noem ten minste een niveau: gemeente, wijk of buurt.");
	for (size_t i = 0; i < def->niveau_count; i++) {
		size_t w = 0;

		while (niveau_words[w] && strcmp(niveau_words[w], def->niveau[i]) != 0)
			w++;
		if (!niveau_words[w])
			return json_error(json_at(list, i), err,
				"\"%s\" is geen niveau; kies gemeente, wijk of buurt.",
				def->niveau[i]);
	}
	return 0;
}

static int read_period(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {
		"type", "ritme", "vergelijk", "definitief_na_dagen", "toelichting", NULL};
	const struct json_node *node = NULL;
	int choice = 0;

	if (json_get_object(root, "periode", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		json_get_choice(node, "type", JSON_REQUIRED, type_words, &choice, err))
		return -1;
	def->periode_soort = type_soort[choice];
	if (json_get_choice(node, "ritme", JSON_REQUIRED, ritme_words, &choice, err) ||
		json_get_choice(node, "vergelijk", JSON_REQUIRED, vergelijk_words, &choice, err) ||
		json_get_int(node, "definitief_na_dagen", JSON_OPTIONAL, 0, 3650,
			&def->definitief_na_dagen, err))
		return -1;
	if (choice)
		def->vergelijk = mem_dup(vergelijk_words[choice]);
	return 0;
}

static int read_aggregation(
	const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"ruimte", "tijd", "toelichting", NULL};
	const struct json_node *node = NULL;
	int ruimte = 0, tijd = 0;

	if (json_get_object(root, "aggregatie", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		json_get_choice(node, "ruimte", JSON_REQUIRED, ruimte_words, &ruimte, err) ||
		json_get_choice(node, "tijd", JSON_REQUIRED, tijd_words, &tijd, err))
		return -1;
	def->optelbaar = ruimte == 0;
	def->per_niveau = ruimte == 1;
	def->stroom = tijd == 1;
	return 0;
}

static int read_uncertainty(
	const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"methode", "niveau", "reden", "toelichting", NULL};
	static const char *const judgement_keys[] = {"n_min", "toelichting", NULL};
	const struct json_node *node = NULL, *judgement = NULL;
	int choice = 0;

	if (json_get_object(root, "onzekerheid", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		json_get_choice(node, "methode", JSON_REQUIRED, onzekerheid_words, &choice, err))
		return -1;
	def->onzekerheid = (enum onzekerheid)choice;
	def->niveau_zekerheid = 0.95;
	if (json_get_double(node, "niveau", JSON_OPTIONAL, &def->niveau_zekerheid, err) ||
		read_text(node, "reden", JSON_REQUIRED, &def->onzekerheid_reden, err))
		return -1;
	/* Two levels exist, so that the name of the method can say which. */
	if (def->niveau_zekerheid < 0.95 || def->niveau_zekerheid > 0.998 ||
		(def->niveau_zekerheid > 0.95 && def->niveau_zekerheid < 0.998))
		return json_error(json_get(node, "niveau"), err, "kies 0.95 of 0.998.");
	def->n_min = def->onzekerheid == ONZEKERHEID_GEEN ? 0 : 12;
	if (json_get_object(root, "oordeel", JSON_OPTIONAL, &judgement, err))
		return -1;
	if (!judgement)
		return 0;
	return json_check_keys(judgement, judgement_keys, err) ||
			       json_get_int(judgement, "n_min", JSON_OPTIONAL, 0, 1000000,
				       &def->n_min, err)
		       ? -1
		       : 0;
}

static int read_privacy(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"familie", "gevoelig", "toelichting", NULL};
	const struct json_node *node = NULL;

	if (json_get_object(root, "privacy", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		read_text(node, "familie", JSON_OPTIONAL, &def->privacy_familie, err) ||
		json_get_bool(node, "gevoelig", JSON_REQUIRED, &def->gevoelig, err))
		return -1;
	return 0;
}

static int read_words(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"enkelvoud", "meervoud", "groep", "werkwoord",
		"werkwoord_meervoud", "rest", "toelichting", NULL};
	const struct json_node *node = NULL;
	struct woorden *w = &def->woorden;

	if (json_get_object(root, "woorden", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		read_text(node, "enkelvoud", JSON_REQUIRED, &w->enkelvoud, err) ||
		read_text(node, "meervoud", JSON_REQUIRED, &w->meervoud, err) ||
		read_text(node, "groep", JSON_REQUIRED, &w->groep, err) ||
		read_text(node, "werkwoord", JSON_REQUIRED, &w->werkwoord, err) ||
		read_text(node, "werkwoord_meervoud", JSON_REQUIRED, &w->werkwoord_meervoud, err) ||
		read_text(node, "rest", JSON_REQUIRED, &w->rest, err))
		return -1;
	return 0;
}

static int read_meaning(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	static const char *const keys[] = {"wat_zegt_het", "wat_zegt_het_niet", "beinvloedbaar",
		"risico", "lees_samen_met", "toelichting", NULL};
	const struct json_node *node = NULL;
	int choice = 0;

	if (json_get_object(root, "duiding", JSON_REQUIRED, &node, err) ||
		json_check_keys(node, keys, err) ||
		read_text(node, "wat_zegt_het", JSON_REQUIRED, &def->wat_zegt_het, err) ||
		read_text(node, "wat_zegt_het_niet", JSON_REQUIRED, &def->wat_zegt_het_niet, err) ||
		json_get_choice(
			node, "beinvloedbaar", JSON_REQUIRED, invloed_words, &choice, err) ||
		read_text(node, "risico", JSON_REQUIRED, &def->risico, err) ||
		read_texts(node, "lees_samen_met", JSON_OPTIONAL, &def->lees_samen_met,
			&def->lees_samen_count, err))
		return -1;
	def->beinvloedbaar = mem_dup(invloed_words[choice]);
	return 0;
}

static int read_origin(const struct json_node *node, struct herkomst *h, struct err *err)
{
	static const char *const keys[] = {"document", "plaats", "citaat", "toelichting", NULL};

	return json_check_keys(node, keys, err) ||
			       read_text(node, "document", JSON_REQUIRED, &h->document, err) ||
			       read_text(node, "plaats", JSON_OPTIONAL, &h->plaats, err) ||
			       read_text(node, "citaat", JSON_OPTIONAL, &h->citaat, err)
		       ? -1
		       : 0;
}

static int read_origins(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(root, "ontleend_aan", JSON_OPTIONAL, &list, err))
		return -1;
	if (!list)
		return 0;
	def->ontleend_aan = mem_new(json_len(list), sizeof(*def->ontleend_aan));
	def->ontleend_count = json_len(list);
	for (size_t i = 0; i < def->ontleend_count; i++) {
		if (read_origin(json_at(list, i), &def->ontleend_aan[i], err))
			return -1;
	}
	return 0;
}

/* Name, kind and unit. */
static int read_head(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	int klasse = 0, keten = 0, soort = 0, richting = 0;
	int64_t decimalen = 0;

	if (read_text(root, "id", JSON_REQUIRED, &def->id, err) ||
		json_get_int(root, "versie", JSON_REQUIRED, 1, 10000, &def->versie, err) ||
		read_date(root, "geldig_vanaf", JSON_REQUIRED, &def->geldig_vanaf, err) ||
		read_text(root, "naam", JSON_REQUIRED, &def->naam, err) ||
		read_text(root, "korte_naam", JSON_REQUIRED, &def->korte_naam, err) ||
		read_text(root, "omschrijving", JSON_REQUIRED, &def->omschrijving, err) ||
		json_get_choice(root, "klasse", JSON_REQUIRED, klasse_words, &klasse, err) ||
		json_get_choice(root, "keten", JSON_REQUIRED, keten_words, &keten, err) ||
		read_text(root, "proxy", klasse == KLASSE_PROXY ? JSON_REQUIRED : JSON_OPTIONAL,
			&def->proxy, err) ||
		json_get_choice(root, "soort", JSON_REQUIRED, soort_words, &soort, err) ||
		read_text(root, "eenheid", JSON_REQUIRED, &def->eenheid, err) ||
		json_get_int(root, "decimalen", JSON_REQUIRED, 0, 3, &decimalen, err) ||
		json_get_choice(root, "richting", JSON_REQUIRED, richting_words, &richting, err) ||
		json_get_bool(root, "subset_eis", JSON_REQUIRED, &def->subset_eis, err) ||
		read_text(root, "bronvermelding", JSON_REQUIRED, &def->bronvermelding, err))
		return -1;
	def->klasse = (enum klasse)klasse;
	def->keten = (enum keten)keten;
	def->soort = (enum soort)soort;
	def->richting = (enum richting)richting;
	def->decimalen = (int)decimalen;
	return 0;
}

/* What one file can say against itself. */
static int check_whole(
	const struct json_node *root, const struct indicator_def *def, struct err *err)
{
	bool quotient = def->soort == SOORT_AANDEEL || def->soort == SOORT_PER_100 ||
			def->soort == SOORT_PER_1000 || def->soort == SOORT_VOORTGANG;

	if (def->teller.bron && def->afgeleid_van && def->bewerking != BEWERKING_AANDEEL_VAN)
		return json_error(json_get(root, "afgeleid"), err,
			"een indicator heeft een teller, of is afgeleid van een andere; niet "
			"allebei.");
	if (!def->teller.bron && !def->afgeleid_van && def->klasse != KLASSE_KWALITATIEF)
		return json_error(root, err, "hier ontbreekt \"teller\" (of \"afgeleid\").");
	if (def->teller.bron && quotient && !def->noemer.bron && !def->afgeleid_van)
		return json_error(
			root, err, "een %s heeft ook een \"noemer\".", soort_code(def->soort));
	if (def->noemer.bron && !def->teller.bron)
		return json_error(
			json_get(root, "noemer"), err, "een noemer zonder teller telt niets.");
	if (def->afgeleid_van && strcmp(def->afgeleid_van, def->id) == 0)
		return json_error(json_get(root, "afgeleid"), err,
			"%s kan niet uit zichzelf worden berekend.", def->id);
	if ((def->soort == SOORT_GEMIDDELDE || def->soort == SOORT_MEDIAAN) && def->optelbaar)
		return json_error(json_get(root, "aggregatie"), err,
			"een %s is niet op te tellen over wijken; kies ruimte \"geen\".",
			soort_code(def->soort));
	return 0;
}

static int read_root(const struct json_node *root, struct indicator_def *def, struct err *err)
{
	if (read_head(root, def, err) || read_predecessor(root, def, err) ||
		read_telling(root, "teller", &def->teller, err) ||
		read_telling(root, "noemer", &def->noemer, err) || read_derived(root, def, err) ||
		read_area(root, def, err) || read_period(root, def, err) ||
		read_aggregation(root, def, err) || read_uncertainty(root, def, err) ||
		read_privacy(root, def, err) || read_words(root, def, err) ||
		read_meaning(root, def, err) || read_origins(root, def, err))
		return -1;
	return check_whole(root, def, err);
}

int indicator_def_load(
	struct indicator_def **out, const char *path, const char *label, struct err *err)
{
	static const char *const keys[] = {"schema", "id", "versie", "geldig_vanaf", "vervangt",
		"naam", "korte_naam", "omschrijving", "klasse", "keten", "proxy", "soort",
		"eenheid", "decimalen", "richting", "teller", "noemer", "afgeleid", "subset_eis",
		"gebied", "periode", "aggregatie", "onzekerheid", "oordeel", "privacy", "woorden",
		"duiding", "ontleend_aan", "bronvermelding", "toelichting", NULL};
	struct indicator_def *def = mem_new(1, sizeof(*def));
	struct json *doc = NULL;
	int rc = -1;

	if (read_file(&doc, path, label, "indicator/1", keys, err) ||
		read_root(json_root(doc), def, err))
		goto out;
	memcpy(def->hash, json_hash(doc), sizeof(def->hash));
	*out = def;
	def = NULL;
	rc = 0;
out:
	json_free(doc);
	indicator_def_free(def);
	return rc;
}
