#include "def/lokaal.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "def/read.h"

static void hash_copy(char *out, const char *hash)
{
	memcpy(out, hash, 65);
}

/* ---- gemeente ---- */

void gemeente_def_release(struct gemeente_def *g)
{
	free(g->id);
	free(g->naam);
	free(g->cbs_code);
	free(g->wijk_enkelvoud);
	free(g->wijk_meervoud);
	free(g->bronregel);
	free(g->agenda);
	free(g->overleg);
	free(g->overleg_gremium);
	text_list_release(&g->gremium);
	text_list_release(&g->gremium_naam);
	free(g->volgorde);
	memset(g, 0, sizeof(*g));
}

/* { "platform": "bestuurlijk overleg" } */
static int gremia_read(const struct json_node *root, struct gemeente_def *g, struct err *err)
{
	const struct json_node *names = NULL;

	if (json_get_object(root, "gremia", JSON_OPTIONAL, &names, err))
		return -1;
	for (size_t i = 0; names && i < json_len(names); i++) {
		const char *text;

		if (json_text(json_at(names, i), &text, err))
			return -1;
		text_list_add(&g->gremium, json_key(json_at(names, i)));
		text_list_add(&g->gremium_naam, text);
	}
	return 0;
}

/* By what the wijken are put in order, for the gap between the two ends. */
static int order_read(const struct json_node *root, struct gemeente_def *g, struct err *err)
{
	static const char *const keys[] = {"indicator", "minste_kansen", "toelichting", NULL};
	static const char *const ends[] = {"hoogste_waarde", "laagste_waarde", NULL};
	const struct json_node *order = NULL;
	int end = 0;

	if (json_get_object(root, "volgorde_wijken", JSON_OPTIONAL, &order, err))
		return -1;
	if (!order)
		return 0;
	if (json_check_keys(order, keys, err) ||
		read_text(order, "indicator", JSON_REQUIRED, &g->volgorde, err) ||
		json_get_choice(order, "minste_kansen", JSON_REQUIRED, ends, &end, err))
		return -1;
	g->volgorde_hoog_minst = end == 0;
	return 0;
}

static int gemeente_read(const struct json_node *root, struct gemeente_def *g, struct err *err)
{
	static const char *const name_keys[] = {"enkelvoud", "meervoud", NULL};
	const struct json_node *names = NULL;

	if (read_text(root, "id", JSON_REQUIRED, &g->id, err) ||
		read_text(root, "naam", JSON_REQUIRED, &g->naam, err) ||
		read_text(root, "cbs_code", JSON_REQUIRED, &g->cbs_code, err) ||
		read_text(root, "bronregel", JSON_OPTIONAL, &g->bronregel, err) ||
		read_text(root, "agenda", JSON_OPTIONAL, &g->agenda, err) ||
		read_text(root, "overleg", JSON_OPTIONAL, &g->overleg, err) ||
		read_text(root, "overleg_gremium", JSON_OPTIONAL, &g->overleg_gremium, err) || gremia_read(root, g, err) ||
		json_get_object(root, "niveau_wijk_naam", JSON_REQUIRED, &names, err) ||
		json_check_keys(names, name_keys, err) ||
		read_text(names, "enkelvoud", JSON_REQUIRED, &g->wijk_enkelvoud, err) ||
		read_text(names, "meervoud", JSON_REQUIRED, &g->wijk_meervoud, err))
		return -1;
	return order_read(root, g, err);
}

int gemeente_def_load(
	struct gemeente_def *out, const char *path, const char *label, char *hash, struct err *err)
{
	static const char *const keys[] = {"schema", "id", "naam", "cbs_code", "niveau_wijk_naam",
		"bronregel", "agenda", "overleg", "overleg_gremium", "gremia", "volgorde_wijken", "toelichting", NULL};
	struct gemeente_def g = {0};
	struct json *doc = NULL;
	int rc = -1;

	if (read_file(&doc, path, label, "gemeente/1", keys, err) ||
		gemeente_read(json_root(doc), &g, err))
		goto out;
	hash_copy(hash, json_hash(doc));
	*out = g;
	g = (struct gemeente_def){0};
	rc = 0;
out:
	json_free(doc);
	gemeente_def_release(&g);
	return rc;
}

/* ---- breaks ---- */

void breuk_list_free(struct breuk_def *breuk, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(breuk[i].id);
		free(breuk[i].indicator);
		free(breuk[i].niveau);
		free(breuk[i].soort);
		free(breuk[i].reden);
		free(breuk[i].bron);
		free(breuk[i].oude_waarde);
	}
	free(breuk);
}

static int breuk_read(const struct json_node *node, struct breuk_def *b, struct err *err)
{
	static const char *const keys[] = {"id", "indicator", "niveau", "op", "soort", "reden",
		"bron", "vergelijkbaar", "oude_waarde_op_nieuwe_definitie", "toelichting", NULL};
	static const char *const niveau_words[] = {"*", "gemeente", "wijk", "buurt", NULL};
	static const char *const soort_words[] = {
		"wijkindeling", "definitie", "registratie", "bron", NULL};
	int niveau = 0, soort = 0;

	if (json_check_keys(node, keys, err) || read_text(node, "id", JSON_REQUIRED, &b->id, err) ||
		read_text(node, "indicator", JSON_REQUIRED, &b->indicator, err) ||
		json_get_choice(node, "niveau", JSON_OPTIONAL, niveau_words, &niveau, err) ||
		read_date(node, "op", JSON_REQUIRED, &b->op, err) ||
		json_get_choice(node, "soort", JSON_REQUIRED, soort_words, &soort, err) ||
		read_text(node, "reden", JSON_REQUIRED, &b->reden, err) ||
		read_text(node, "bron", JSON_REQUIRED, &b->bron, err) ||
		json_get_bool(node, "vergelijkbaar", JSON_REQUIRED, &b->vergelijkbaar, err) ||
		read_text(node, "oude_waarde_op_nieuwe_definitie", JSON_OPTIONAL, &b->oude_waarde,
			err))
		return -1;
	b->niveau = mem_dup(niveau_words[niveau]);
	b->soort = mem_dup(soort_words[soort]);
	return 0;
}

int breuk_list_load(struct breuk_def **out, size_t *count, const char *path, const char *label,
	char *hash, struct err *err)
{
	static const char *const keys[] = {"schema", "gemeente", "breuken", "toelichting", NULL};
	const struct json_node *list = NULL;
	struct breuk_def *breuk = NULL;
	struct json *doc = NULL;
	const char *gemeente;
	size_t n = 0;
	int rc = -1;

	if (read_file(&doc, path, label, "breuken/1", keys, err) ||
		json_get_text(json_root(doc), "gemeente", JSON_REQUIRED, &gemeente, err) ||
		json_get_list(json_root(doc), "breuken", JSON_REQUIRED, &list, err))
		goto out;
	n = json_len(list);
	breuk = mem_new(n, sizeof(*breuk));
	for (size_t i = 0; i < n; i++) {
		if (breuk_read(json_at(list, i), &breuk[i], err))
			goto out;
		for (size_t k = 0; k < i; k++) {
			if (strcmp(breuk[k].id, breuk[i].id) != 0)
				continue;
			json_error(json_get(json_at(list, i), "id"), err, "de breuk %s bestaat al.",
				breuk[i].id);
			goto out;
		}
	}
	hash_copy(hash, json_hash(doc));
	*out = breuk;
	*count = n;
	breuk = NULL;
	rc = 0;
out:
	json_free(doc);
	if (breuk)
		breuk_list_free(breuk, n);
	return rc;
}

/* ---- privacy ---- */

void privacy_def_default(struct privacy_def *out)
{
	*out = (struct privacy_def){
		.k = 5, .k_gevoelig = 10, .n_min_procent = 10, .nul_tonen = false};
}

bool privacy_telt_mensen(const struct privacy_def *p, const char *enkelvoud)
{
	for (size_t i = 0; enkelvoud && i < p->geen_personen_count; i++)
		if (strcmp(p->geen_personen[i], enkelvoud) == 0)
			return false;
	return true;
}

static bool has_text(char *const *list, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], text) == 0)
			return true;
	return false;
}

bool privacy_niveau_openbaar(const struct privacy_def *p, const char *niveau)
{
	const char *with = strcmp(niveau, "onbekend") == 0 ? "wijk" : niveau;

	return p->niveau_count == 0 || has_text(p->niveau, p->niveau_count, with);
}

const struct privacy_samen *privacy_samen_van(const struct privacy_def *p, const char *indicator)
{
	for (size_t i = 0; i < p->samen_count; i++)
		if (strcmp(p->samen[i].indicator, indicator) == 0)
			return &p->samen[i];
	return NULL;
}

bool privacy_los_jaar(const struct privacy_def *p, const char *indicator, struct periode periode)
{
	return !periode_is_samen(periode) && privacy_samen_van(p, indicator);
}

struct periode privacy_samen_periode(const struct privacy_samen *s, struct periode jaar)
{
	int after = (s->tot.jaar - jaar.jaar) % PERIODE_SAMEN; /* years from this one to the last of its three */

	return periode_samen(periode_years_back(jaar, -(after < 0 ? after + PERIODE_SAMEN : after)));
}

void privacy_def_release(struct privacy_def *p)
{
	for (size_t i = 0; i < p->samen_count; i++)
		free(p->samen[i].indicator);
	free(p->samen);
	for (size_t i = 0; i < p->familie_count; i++) {
		free(p->familie[i].id);
		free(p->familie[i].naam);
		read_texts_free(p->familie[i].genest, p->familie[i].genest_count);
		read_texts_free(p->familie[i].indicator, p->familie[i].indicator_count);
	}
	free(p->familie);
	read_texts_free(p->geen_personen, p->geen_personen_count);
	read_texts_free(p->stroom, p->stroom_count);
	read_texts_free(p->niveau, p->niveau_count);
	memset(p, 0, sizeof(*p));
}

static int family_read(const struct json_node *node, struct privacy_familie *f, struct err *err)
{
	static const char *const keys[] = {
		"id", "naam", "genest", "indicatoren", "toelichting", NULL};

	if (json_check_keys(node, keys, err) || read_text(node, "id", JSON_REQUIRED, &f->id, err) ||
		read_text(node, "naam", JSON_OPTIONAL, &f->naam, err) ||
		read_texts(node, "genest", JSON_OPTIONAL, &f->genest, &f->genest_count, err) ||
		read_texts(node, "indicatoren", JSON_REQUIRED, &f->indicator, &f->indicator_count,
			err))
		return -1;
	return 0;
}

static int families_read(const struct json_node *root, struct privacy_def *p, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(root, "families", JSON_OPTIONAL, &list, err))
		return -1;
	if (!list)
		return 0;
	p->familie = mem_new(json_len(list), sizeof(*p->familie));
	p->familie_count = json_len(list);
	for (size_t i = 0; i < p->familie_count; i++) {
		if (family_read(json_at(list, i), &p->familie[i], err))
			return -1;
	}
	return 0;
}

static int niveaus_read(const struct json_node *root, struct privacy_def *p, struct err *err)
{
	static const char *const known[] = {"gemeente", "wijk", "buurt"};
	const struct json_node *list = json_get(root, "niveaus_openbaar");

	if (read_texts(root, "niveaus_openbaar", JSON_OPTIONAL, &p->niveau, &p->niveau_count, err))
		return -1;
	for (size_t i = 0; i < p->niveau_count; i++) {
		bool met = false;

		for (size_t k = 0; k < ARRAY_LEN(known); k++)
			met = met || strcmp(p->niveau[i], known[k]) == 0;
		if (!met)
			return json_error(json_at(list, i), err, "dit is geen niveau; kies uit gemeente, wijk, buurt.");
	}
	if (list && !has_text(p->niveau, p->niveau_count, "gemeente"))
		return json_error(list, err, "de gemeente hoort erbij: zonder haar is er geen openbaar cijfer.");
	return 0;
}

static int samen_read(const struct json_node *node, struct privacy_samen *s, struct err *err)
{
	static const char *const keys[] = {"indicator", "tot", "toelichting", NULL};
	const char *tot;

	if (json_check_keys(node, keys, err) || read_text(node, "indicator", JSON_REQUIRED, &s->indicator, err) ||
		json_get_text(node, "tot", JSON_REQUIRED, &tot, err))
		return -1;
	if (periode_parse(tot, &s->tot, err))
		return json_error(json_get(node, "tot"), err, "dit is geen jaar of schooljaar.");
	if (s->tot.soort != PERIODE_JAAR && s->tot.soort != PERIODE_SCHOOLJAAR)
		return json_error(json_get(node, "tot"), err,
			"alleen jaren en schooljaren kunnen samen: kwartalen tellen grotendeels dezelfde kinderen.");
	return 0;
}

static int samen_list_read(const struct json_node *root, struct privacy_def *p, struct err *err)
{
	const struct json_node *list = NULL;

	if (json_get_list(root, "jaren_samen", JSON_OPTIONAL, &list, err))
		return -1;
	if (!list)
		return 0;
	p->samen = mem_new(json_len(list), sizeof(*p->samen));
	p->samen_count = json_len(list);
	for (size_t i = 0; i < p->samen_count; i++) {
		if (samen_read(json_at(list, i), &p->samen[i], err))
			return -1;
		if (privacy_samen_van(p, p->samen[i].indicator) != &p->samen[i])
			return json_error(json_at(list, i), err, "deze indicator staat er al.");
	}
	return 0;
}

static int privacy_read(const struct json_node *root, struct privacy_def *p, struct err *err)
{
	const char *gemeente;

	if (json_get_text(root, "gemeente", JSON_REQUIRED, &gemeente, err) ||
		json_get_int(root, "k", JSON_REQUIRED, 1, 1000, &p->k, err) ||
		json_get_int(root, "k_gevoelig", JSON_REQUIRED, 1, 1000, &p->k_gevoelig, err) ||
		json_get_int(
			root, "n_min_procent", JSON_REQUIRED, 1, 1000, &p->n_min_procent, err) ||
		json_get_bool(root, "nul_tonen", JSON_REQUIRED, &p->nul_tonen, err) ||
		read_texts(root, "geen_personen", JSON_OPTIONAL, &p->geen_personen,
			&p->geen_personen_count, err) ||
		read_texts(root, "stromen", JSON_OPTIONAL, &p->stroom, &p->stroom_count, err))
		return -1;
	if (p->k < 5)
		return json_error(json_get(root, "k"), err,
			"kleiner dan 5 kan niet: dan zijn kinderen herkenbaar.");
	if (p->k_gevoelig < p->k)
		return json_error(
			json_get(root, "k_gevoelig"), err, "dit is niet kleiner dan \"k\".");
	return niveaus_read(root, p, err) || samen_list_read(root, p, err) ? -1 : families_read(root, p, err);
}

int privacy_def_load(struct privacy_def *out, const char *path, const char *label, struct err *err)
{
	static const char *const keys[] = {"schema", "gemeente", "k", "k_gevoelig", "nul_tonen",
		"n_min_procent", "geen_personen", "families", "stromen", "niveaus_openbaar", "jaren_samen", "toelichting",
		NULL};
	struct privacy_def p = {0};
	struct json *doc = NULL;
	int rc = -1;

	if (read_file(&doc, path, label, "privacy/1", keys, err) ||
		privacy_read(json_root(doc), &p, err))
		goto out;
	hash_copy(p.hash, json_hash(doc));
	*out = p;
	p = (struct privacy_def){0};
	rc = 0;
out:
	json_free(doc);
	privacy_def_release(&p);
	return rc;
}
