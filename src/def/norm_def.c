#include "def/norm_def.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "def/read.h"

static const char *const soort_words[] = {"minimum", "maximum", "band", NULL};
static const char *const status_words[] = {
	"vastgesteld", "richtwaarde", "voorstel", "afgeleid", NULL};
static const char *const niveau_words[] = {"gemeente", "wijk", "buurt", NULL};
static const char *const herkomst_words[] = {"lea", "raad", "wet", "gebruiker", "extern", NULL};
static const char *const toetsing_words[] = {"feit_en_zekerheid", "alleen_feit", NULL};

const char *norm_status_code(enum norm_status s)
{
	return status_words[s];
}

const char *norm_soort_code(enum norm_soort s)
{
	return soort_words[s];
}

struct fraction norm_fraction(struct decimal waarde, const char *eenheid)
{
	int64_t divisor = 1;

	if (strcmp(eenheid, "%") == 0 || strcmp(eenheid, "procentpunt") == 0)
		divisor = 100;
	else if (strncmp(eenheid, "per 1.000", 9) == 0 || strncmp(eenheid, "per 1000", 8) == 0)
		divisor = 1000;
	else if (strncmp(eenheid, "per 100", 7) == 0)
		divisor = 100;
	return fraction_from_decimal(waarde, divisor);
}

static void norm_release(struct norm_def *n)
{
	char *const owned[] = {n->id, n->indicator, n->niveau, n->gebied, n->indeling, n->eenheid,
		n->herkomst_soort, n->document, n->plaats, n->citaat, n->door, n->benaming,
		n->besluit, n->vastgelegd_op};

	for (size_t i = 0; i < ARRAY_LEN(owned); i++)
		free(owned[i]);
	for (size_t i = 0; i < n->afwijking_count; i++) {
		free(n->afwijking[i].gebied);
		free(n->afwijking[i].indeling);
		free(n->afwijking[i].reden);
		free(n->afwijking[i].besluit);
	}
	free(n->afwijking);
	free(n->traject);
	read_filters_free(n->groep, n->groep_count);
}

void norm_list_release(struct norm_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		norm_release(&list->item[i]);
	free(list->item);
	memset(list, 0, sizeof(*list));
}

/* ---- reading ---- */

/* A percentage lies between 0 and 100, every other norm from 0. */
static int read_value(const struct json_node *node, const char *key, const struct norm_def *n,
	enum json_need need, struct decimal *out, bool *present, struct err *err)
{
	static const struct decimal zero = {0, 0}, hundred = {100, 0};
	bool there;

	if (read_decimal(node, key, need, out, &there, err))
		return -1;
	if (present)
		*present = there;
	if (!there)
		return 0;
	if (decimal_cmp(*out, zero) < 0)
		return json_error(json_get(node, key), err, "een norm is niet negatief.");
	if (strcmp(n->eenheid, "%") == 0 && decimal_cmp(*out, hundred) > 0)
		return json_error(
			json_get(node, key), err, "een percentage is niet hoger dan 100.");
	return 0;
}

static int read_origin(const struct json_node *node, struct norm_def *n, struct err *err)
{
	static const char *const keys[] = {
		"soort", "document", "plaats", "citaat", "door", "op", "toelichting", NULL};
	const struct json_node *origin = NULL;
	int choice = 0;

	if (json_get_object(node, "herkomst", JSON_REQUIRED, &origin, err) ||
		json_check_keys(origin, keys, err) ||
		json_get_choice(origin, "soort", JSON_REQUIRED, herkomst_words, &choice, err) ||
		read_text(origin, "document", JSON_OPTIONAL, &n->document, err) ||
		read_text(origin, "plaats", JSON_OPTIONAL, &n->plaats, err) ||
		read_text(origin, "citaat", JSON_OPTIONAL, &n->citaat, err) ||
		read_text(origin, "door", JSON_OPTIONAL, &n->door, err) ||
		read_date(origin, "op", JSON_OPTIONAL, &n->op, err))
		return -1;
	n->herkomst_soort = mem_dup(herkomst_words[choice]);
	if (n->status == NORM_VASTGESTELD && !n->document)
		return json_error(
			origin, err, "een vastgestelde norm noemt het document waarin hij staat.");
	if (strcmp(n->herkomst_soort, "gebruiker") == 0 && !n->door)
		return json_error(origin, err, "zeg wie deze waarde koos: \"door\".");
	return 0;
}

static int read_deviation(const struct json_node *node, const struct norm_def *n,
	struct afwijking *a, struct err *err)
{
	static const char *const keys[] = {
		"gebied", "indeling", "waarde", "tot", "reden", "besluit", "toelichting", NULL};

	if (json_check_keys(node, keys, err) ||
		read_text(node, "gebied", JSON_OPTIONAL, &a->gebied, err) ||
		read_text(node, "indeling", JSON_OPTIONAL, &a->indeling, err) ||
		read_value(node, "waarde", n, JSON_REQUIRED, &a->waarde, NULL, err) ||
		read_date(node, "tot", JSON_REQUIRED, &a->tot, err) ||
		read_text(node, "reden", JSON_REQUIRED, &a->reden, err) ||
		read_text(node, "besluit", JSON_OPTIONAL, &a->besluit, err))
		return -1;
	return 0;
}

/* One object, or a list of them. */
static int read_deviations(const struct json_node *node, struct norm_def *n, struct err *err)
{
	const struct json_node *found = json_get(node, "geaccepteerde_afwijking");
	bool list = found && json_type(found) == JSON_LIST;

	if (!found)
		return 0;
	n->afwijking_count = list ? json_len(found) : 1;
	n->afwijking = mem_new(n->afwijking_count, sizeof(*n->afwijking));
	for (size_t i = 0; i < n->afwijking_count; i++) {
		if (read_deviation(list ? json_at(found, i) : found, n, &n->afwijking[i], err))
			return -1;
	}
	return 0;
}

static int read_path(const struct json_node *node, struct norm_def *n, struct err *err)
{
	static const char *const keys[] = {"peil", "waarde", "toelichting", NULL};
	const struct json_node *list = NULL;

	if (json_get_list(node, "traject", JSON_OPTIONAL, &list, err))
		return -1;
	if (!list || !json_len(list))
		return 0;
	if (!date_is_set(n->streefdatum))
		return json_error(list, err, "een traject hoort bij een \"streefdatum\".");
	n->traject = mem_new(json_len(list), sizeof(*n->traject));
	for (size_t i = 0; i < json_len(list); i++) {
		const struct json_node *one = json_at(list, i);
		struct traject_punt *t = &n->traject[n->traject_count++];

		if (json_check_keys(one, keys, err) ||
			read_date(one, "peil", JSON_REQUIRED, &t->peil, err) ||
			read_value(one, "waarde", n, JSON_REQUIRED, &t->waarde, NULL, err))
			return -1;
		if (i && date_cmp(n->traject[i - 1].peil, t->peil) >= 0)
			return json_error(json_get(one, "peil"), err,
				"de punten van een traject staan op volgorde.");
		if (date_cmp(t->peil, n->streefdatum) > 0)
			return json_error(
				json_get(one, "peil"), err, "dit punt ligt na de streefdatum.");
	}
	return 0;
}

static int read_scope(const struct json_node *node, struct norm_def *n, struct err *err)
{
	int niveau = 0;

	n->versie_vanaf = 1;
	if (read_text(node, "id", JSON_REQUIRED, &n->id, err) ||
		read_text(node, "indicator", JSON_REQUIRED, &n->indicator, err) ||
		json_get_int(node, "indicator_versie_vanaf", JSON_OPTIONAL, 1, 10000,
			&n->versie_vanaf, err) ||
		json_get_choice(node, "niveau", JSON_REQUIRED, niveau_words, &niveau, err) ||
		read_text(node, "gebied", JSON_OPTIONAL, &n->gebied, err) ||
		read_text(node, "indeling", JSON_OPTIONAL, &n->indeling, err) ||
		read_filters(node, "groep", JSON_OPTIONAL, &n->groep, &n->groep_count, err) ||
		read_date(node, "vanaf", JSON_REQUIRED, &n->vanaf, err) ||
		read_date(node, "tot", JSON_OPTIONAL, &n->tot, err))
		return -1;
	n->niveau = mem_dup(niveau_words[niveau]);
	if (niveau > 0 && !n->gebied)
		return json_error(node, err,
			"zeg voor welke %s de norm geldt: \"gebied\": \"*\" (alle) of een code.",
			n->niveau);
	if (n->indeling && (!n->gebied || strcmp(n->gebied, "*") == 0))
		return json_error(json_get(node, "indeling"), err,
			"een indeling hoort bij een gebied met een code.");
	if (date_is_set(n->tot) && date_cmp(n->tot, n->vanaf) < 0)
		return json_error(json_get(node, "tot"), err, "\"tot\" ligt voor \"vanaf\".");
	return 0;
}

static int read_agreed(const struct json_node *node, struct norm_def *n, struct err *err)
{
	int soort = 0, status = 0, toetsing = 0;
	bool top = false;

	if (json_get_choice(node, "soort", JSON_REQUIRED, soort_words, &soort, err) ||
		read_text(node, "eenheid", JSON_REQUIRED, &n->eenheid, err) ||
		read_value(node, "waarde", n, JSON_REQUIRED, &n->waarde, NULL, err) ||
		read_value(node, "waarde_tot", n, JSON_OPTIONAL, &n->bovenkant, &top, err) ||
		json_get_choice(node, "status", JSON_REQUIRED, status_words, &status, err) ||
		read_text(node, "benaming", JSON_OPTIONAL, &n->benaming, err) ||
		read_text(node, "besluit", JSON_OPTIONAL, &n->besluit, err) ||
		read_date(node, "streefdatum", JSON_OPTIONAL, &n->streefdatum, err) ||
		read_value(node, "bijna_norm", n, JSON_OPTIONAL, &n->bijna, &n->heeft_bijna, err) ||
		json_get_choice(node, "toetsing", JSON_OPTIONAL, toetsing_words, &toetsing, err) ||
		read_text(node, "vastgelegd_op", JSON_OPTIONAL, &n->vastgelegd_op, err))
		return -1;
	n->soort = (enum norm_soort)soort;
	n->status = (enum norm_status)status;
	n->alleen_feit = toetsing == 1;
	if (top != (n->soort == NORM_BAND))
		return json_error(
			node, err, "\"waarde_tot\" hoort bij soort \"band\", en alleen daarbij.");
	if (top && decimal_cmp(n->bovenkant, n->waarde) < 0)
		return json_error(
			json_get(node, "waarde_tot"), err, "de bovenkant ligt onder de onderkant.");
	if (n->heeft_bijna && n->soort != NORM_MAXIMUM && decimal_cmp(n->bijna, n->waarde) >= 0)
		return json_error(
			json_get(node, "bijna_norm"), err, "bijna is lager dan de norm zelf.");
	if (n->heeft_bijna && n->soort == NORM_MAXIMUM && decimal_cmp(n->bijna, n->waarde) <= 0)
		return json_error(json_get(node, "bijna_norm"), err,
			"bijna is hoger dan de norm zelf: het is een maximum.");
	return 0;
}

static int read_norm(const struct json_node *node, struct norm_def *n, struct err *err)
{
	static const char *const keys[] = {"id", "indicator", "indicator_versie_vanaf", "niveau",
		"gebied", "indeling", "groep", "vanaf", "tot", "soort", "waarde", "waarde_tot",
		"eenheid", "status", "herkomst", "benaming", "besluit", "streefdatum", "bijna_norm",
		"toetsing", "geaccepteerde_afwijking", "traject", "vastgelegd_op", "toelichting",
		NULL};

	if (json_check_keys(node, keys, err) || read_scope(node, n, err) ||
		read_agreed(node, n, err) || read_origin(node, n, err) ||
		read_deviations(node, n, err) || read_path(node, n, err))
		return -1;
	return 0;
}

/* ---- overlap ---- */

static bool same_groups(const struct norm_def *a, const struct norm_def *b)
{
	if (a->groep_count != b->groep_count)
		return false;
	for (size_t i = 0; i < a->groep_count; i++) {
		if (!filter_equal(&a->groep[i], &b->groep[i]))
			return false;
	}
	return true;
}

static bool periods_overlap(const struct norm_def *a, const struct norm_def *b)
{
	return (!date_is_set(a->tot) || date_cmp(b->vanaf, a->tot) <= 0) &&
	       (!date_is_set(b->tot) || date_cmp(a->vanaf, b->tot) <= 0);
}

/* Two norms for the same thing on the same day. An own norm (vastgelegd_op) is a later version of
 * what was there and may lie over it. */
static bool collide(const struct norm_def *a, const struct norm_def *b)
{
	return !a->vastgelegd_op && !b->vastgelegd_op && strcmp(a->indicator, b->indicator) == 0 &&
	       a->versie_vanaf == b->versie_vanaf && strcmp(a->niveau, b->niveau) == 0 &&
	       text_equal(a->gebied, b->gebied) && text_equal(a->indeling, b->indeling) &&
	       same_groups(a, b) && periods_overlap(a, b);
}

static int check_against(const struct norm_list *list, const struct norm_def *n,
	const struct json_node *node, struct err *err)
{
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->item[i].id, n->id) == 0)
			return json_error(
				json_get(node, "id"), err, "de norm %s bestaat al.", n->id);
		if (collide(&list->item[i], n))
			return json_error(json_get(node, "vanaf"), err,
				"de periode van %s valt over die van %s; een dag heeft een norm.",
				n->id, list->item[i].id);
	}
	return 0;
}

static void hash_add(struct norm_list *list, const char *hash)
{
	struct str both = STR_INIT;
	struct file_hash h;

	str_add(&both, list->hash);
	str_add(&both, hash);
	file_hash_bytes(str_text(&both), both.len, &h);
	memcpy(list->hash, h.hex, sizeof(list->hash));
	str_release(&both);
}

int norm_list_load(struct norm_list *list, const char *path, const char *label, struct err *err)
{
	static const char *const keys[] = {"schema", "gemeente", "normen", "toelichting", NULL};
	const struct json_node *norms = NULL;
	struct json *doc = NULL;
	const char *gemeente;
	int rc = -1;

	if (read_file(&doc, path, label, "normen/1", keys, err) ||
		json_get_text(json_root(doc), "gemeente", JSON_REQUIRED, &gemeente, err) ||
		json_get_list(json_root(doc), "normen", JSON_REQUIRED, &norms, err))
		goto out;
	for (size_t i = 0; i < json_len(norms); i++) {
		struct norm_def n = {0};

		if (read_norm(json_at(norms, i), &n, err) ||
			check_against(list, &n, json_at(norms, i), err)) {
			norm_release(&n);
			goto out;
		}
		list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
		list->item[list->count++] = n;
	}
	hash_add(list, json_hash(doc));
	rc = 0;
out:
	json_free(doc);
	return rc;
}

/* ---- finding ---- */

/* 2: this area by its code; 1: every area of the niveau, or the gemeente itself; 0: not for it. */
static int fits_area(const struct norm_def *n, const struct gebied *g)
{
	if (strcmp(n->niveau, g->niveau) != 0)
		return 0;
	if (n->gebied && strcmp(n->gebied, "*") != 0)
		return strcmp(n->gebied, g->code) == 0 &&
				       (!n->indeling || text_equal(n->indeling, g->indeling))
			       ? 2
			       : 0;
	return g->eigen ? 1 : 0;
}

static bool fits_time(const struct norm_def *n, struct date op, struct date bekend_op)
{
	struct date entered;
	struct err err = ERR_INIT;
	char *day;
	bool known;

	if (date_cmp(op, n->vanaf) < 0 || (date_is_set(n->tot) && date_cmp(op, n->tot) > 0))
		return false;
	if (!n->vastgelegd_op || !date_is_set(bekend_op))
		return true;
	day = mem_dup_n(
		n->vastgelegd_op, strnlen(n->vastgelegd_op, 10)); /* the day of a time stamp */
	known = date_parse_iso(day, &entered, &err) == 0 && date_cmp(entered, bekend_op) <= 0;
	err_release(&err);
	free(day);
	return known;
}

/* Does the indicator count exactly the subgroup the norm is for? */
static bool fits_group(const struct norm_def *n, const struct indicator_def *def)
{
	for (size_t i = 0; i < n->groep_count; i++) {
		bool found = false;

		for (size_t k = 0; def && k < def->teller.waar_count; k++)
			found = found || filter_equal(&n->groep[i], &def->teller.waar[k]);
		if (!found)
			return false;
	}
	return true;
}

/* Is `b` a better answer than `a`? Specific first, then vastgesteld, then the newest entry. */
static bool better(const struct norm_def *a, int fit_a, const struct norm_def *b, int fit_b)
{
	bool agreed_a = a->status == NORM_VASTGESTELD, agreed_b = b->status == NORM_VASTGESTELD;

	if (fit_a != fit_b)
		return fit_b > fit_a;
	if (a->groep_count != b->groep_count)
		return b->groep_count > a->groep_count;
	if (agreed_a != agreed_b)
		return agreed_b;
	if (a->versie_vanaf != b->versie_vanaf)
		return b->versie_vanaf > a->versie_vanaf;
	return strcmp(b->vastgelegd_op ? b->vastgelegd_op : "",
		       a->vastgelegd_op ? a->vastgelegd_op : "") >= 0;
}

static const struct norm_def *find(const struct norm_list *list, const char *indicator,
	int64_t versie, const struct indicator_def *def, const struct gebied *gebied,
	struct periode periode, struct date bekend_op)
{
	const struct norm_def *best = NULL;
	int best_fit = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct norm_def *n = &list->item[i];
		int fit = fits_area(n, gebied);

		if (!fit || strcmp(n->indicator, indicator) != 0 || n->versie_vanaf > versie ||
			!fits_time(n, periode.eind, bekend_op) || !fits_group(n, def))
			continue;
		if (!best || better(best, best_fit, n, fit)) {
			best = n;
			best_fit = fit;
		}
	}
	return best;
}

const struct norm_def *norm_find(const struct norm_list *list, const char *indicator,
	int64_t versie, const struct gebied *gebied, struct periode periode, struct date bekend_op)
{
	return find(list, indicator, versie, NULL, gebied, periode, bekend_op);
}

const struct norm_def *norm_find_for(const struct norm_list *list, const struct indicator_def *def,
	const struct gebied *gebied, struct periode periode, struct date bekend_op)
{
	return find(list, def->id, def->versie, def, gebied, periode, bekend_op);
}
