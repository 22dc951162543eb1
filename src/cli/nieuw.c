#include "cli/nieuw.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/json_out.h"
#include "cli/say.h"
#include "import/gebied_file.h"
#include "import/tabel.h"

enum { CODE_LENGTH = 6, AREAS_MAX = 1 << 20 };

/* ---- what is asked ----------------------------------------------------------------------------- */

static const char *ask(const char *given, const char *question)
{
	return given ? given : say_can_ask() ? say_ask_text(question) : NULL;
}

static bool is_code(const char *code)
{
	return strlen(code) == CODE_LENGTH && strncmp(code, "GM", 2) == 0 && strspn(code + 2, "0123456789") == 4;
}

/* "'s-Hertogenbosch" as "s-hertogenbosch": letters and digits, a hyphen for what lies between. */
static char *id_of(const char *naam)
{
	char *key = text_loose_key(naam);
	struct str id = STR_INIT;

	for (const char *p = key; *p; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
			str_add_char(&id, *p);
		else if (id.len && id.text[id.len - 1] != '-')
			str_add_char(&id, '-');
	}
	free(key);
	return str_detach(&id);
}

int nieuw_ask(struct nieuw *n, struct err *err)
{
	n->naam = ask(n->naam, "Naam van de gemeente: ");
	n->code = ask(n->code, "CBS-code, bijvoorbeeld GM0344: ");
	n->gebieden = ask(n->gebieden, "Bestand met de wijken (kolommen code en naam): ");
	if (!n->naam || !*n->naam || !n->code || !n->gebieden || !*n->gebieden) {
		err_set(err, ERR_USE, "begin: voor een nieuwe gemeente zijn drie dingen nodig.");
		return err_advise(err, "Typ: ijkpunt begin MAP --gemeente-nieuw --code GM0344 --naam NAAM --gebieden BESTAND");
	}
	if (!is_code(n->code)) {
		err_set(err, ERR_USE, "--code: '%s' is geen code van een gemeente.", n->code);
		return err_advise(err, "Een code is GM met vier cijfers, zoals bij het CBS: GM0344.");
	}
	n->id = id_of(n->naam);
	if (!n->id || !*n->id)
		return err_set(err, ERR_USE, "--naam: van '%s' is geen bestandsnaam te maken.", n->naam);
	return 0;
}

/* ---- areas ------------------------------------------------------------------------------------- */

struct simple {
	struct nieuw *n;
	struct gebied_list *list;
	int jaar;
};

static int add_simple(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct simple *s = arg;
	char wijk[] = "wijk", *indeling;
	struct gebied g = {.niveau = wijk, .eigen = true, .vanaf = {s->jaar, 1, 1}};

	if (!*cell[0] || !*cell[1])
		return err_set(err, ERR_DEFINITION, "%s, regel %lld: een wijk heeft een code en een naam.",
			file_base(s->n->gebieden), (long long)line);
	indeling = mem_printf("%d", s->jaar);
	g.code = mem_dup(cell[0]);
	g.naam = mem_dup(cell[1]);
	g.ouder = mem_dup(s->n->code);
	g.indeling = indeling;
	gebied_list_add(s->list, &g);
	free(g.code);
	free(g.naam);
	free(g.ouder);
	free(indeling);
	return 0;
}

/* Has the file the columns of a full list? */
static int is_full(const char *path, bool *full, struct err *err)
{
	char *text, *end;
	size_t len;

	if (file_read(path, AREAS_MAX, &text, &len, err) < 0)
		return -1;
	end = strchr(text, '\n');
	if (end)
		*end = '\0';
	*full = strstr(text, "indeling") != NULL;
	free(text);
	return 0;
}

static int read_areas(struct nieuw *n, int jaar, struct gebied_list *list, struct err *err)
{
	static const char *const columns[] = {"code", "naam"};
	struct simple s = {n, list, jaar};
	const struct gebied *own;
	bool full;

	if (is_full(n->gebieden, &full, err) < 0)
		return -1;
	if (!full)
		return tabel_read(n->gebieden, file_base(n->gebieden), columns, ARRAY_LEN(columns), add_simple, &s, err);
	if (gebied_file_load(list, n->gebieden, file_base(n->gebieden), NULL, true, err) < 0)
		return -1;
	own = gebied_own(list);
	if (strcmp(own->code, n->code) == 0)
		return 0;
	err_set(err, ERR_USE, "%s is van %s (%s), niet van %s.", file_base(n->gebieden), own->naam, own->code, n->code);
	return err_advise(err, "Geef de code of het bestand van de goede gemeente.");
}

static bool has_tiles(const struct gebied_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].tegel_rij)
			return true;
	return false;
}

/* Row by row in the order of the codes, in about a square: a start that the user moves about. */
static void lay_tiles(struct gebied_list *list)
{
	int count = 0, side = 1, at = 0;

	for (size_t i = 0; i < list->count; i++)
		count += strcmp(list->item[i].niveau, "wijk") == 0;
	while (side * side < count)
		side++;
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->item[i].niveau, "wijk") != 0)
			continue;
		list->item[i].tegel_rij = at / side + 1;
		list->item[i].tegel_kolom = at % side + 1;
		at++;
	}
}

/* A cell, in quotes where it must be. */
static void add_cell(struct str *s, const char *text)
{
	if (!strpbrk(text, ";\"\n")) {
		str_add_f(s, "%s;", text);
		return;
	}
	str_add_char(s, '"');
	for (; *text; text++)
		str_add_f(s, *text == '"' ? "\"\"" : "%c", *text);
	str_add(s, "\";");
}

static void add_area(struct str *s, const struct gebied *g)
{
	add_cell(s, strcmp(g->niveau, "gemeente") == 0 ? "gemeente" : g->indeling);
	add_cell(s, g->code);
	add_cell(s, g->naam);
	add_cell(s, g->niveau);
	add_cell(s, g->ouder ? g->ouder : "");
	date_add_iso(s, g->vanaf);
	str_add_char(s, ';');
	if (date_is_set(g->tot))
		date_add_iso(s, g->tot);
	str_add_f(s, ";%s;", g->opvolger ? g->opvolger : "");
	for (size_t i = 0; i < g->alias_count; i++)
		str_add_f(s, "%s%s", i ? "|" : "", g->alias[i]);
	str_add_f(s, ";%d;", g->zonder_doelgroep);
	if (g->tegel_rij)
		str_add_f(s, "%d;%d\n", g->tegel_rij, g->tegel_kolom);
	else
		str_add(s, ";\n");
}

static void areas_text(struct str *s, const struct nieuw *n, const struct gebied_list *list)
{
	str_add(s, "indeling;code;naam;niveau;ouder;vanaf;tot;opvolger;aliassen;zonder_doelgroep;tegel_rij;tegel_kolom\n");
	if (!gebied_own(list)) {
		str_add_f(s, "gemeente;%s;", n->code);
		add_cell(s, n->naam);
		str_add(s, "gemeente;;1900-01-01;;;;0;;\n");
	}
	for (size_t i = 0; i < list->count; i++) {
		const char *niveau = list->item[i].niveau;

		if (strcmp(niveau, "onbekend") != 0 && strcmp(niveau, "buiten") != 0)
			add_area(s, &list->item[i]);
	}
}

/* ---- definitions ------------------------------------------------------------------------------- */

static int write_text(const char *map, const char *kind, const char *name, const char *text, char **written, struct err *err)
{
	char *dir = file_join(map, kind), *path = file_join(dir, name);
	int rc = file_make_dir(dir, err);

	if (rc == 0 && !(file_exists(path) && !written)) /* what someone filled in stays */
		rc = file_write(path, text, strlen(text), 0600, err);
	free(dir);
	if (rc == 0 && written)
		*written = path;
	else
		free(path);
	return rc;
}

static void words(struct json_out *j, const char *key, const char *const *word)
{
	json_out_list(j, key);
	for (; *word; word++)
		json_out_text(j, NULL, *word);
	json_out_end_list(j);
}

/* One goal that says how a goal is written; it has a sheet, so that there is one to look at. */
static void example_goal(struct json_out *j, int jaar)
{
	static const char *const none[] = {NULL}, *const ids[] = {"OAB-01", "OAB-02", "THZ-01", "VSV-01", NULL};
	char *vanaf = mem_printf("%d-01-01", jaar);

	json_out_object(j, NULL);
	json_out_text(j, "id", "DOEL-1");
	json_out_text(j, "soort", "afspraak");
	json_out_text(j, "titel", "Vul hier een korte naam in");
	json_out_text(j, "tekst", "Vul hier de letterlijke zin uit uw agenda in, en haal de regel parafrase dan weg.");
	json_out_bool(j, "parafrase", true);
	json_out_text(j, "bron", "S1");
	json_out_text(j, "plaats", "bladzijde of paragraaf");
	json_out_text(j, "meetbaarheid", "getal");
	words(j, "valt_onder", none);
	words(j, "raakt", none);
	words(j, "indicatoren", ids);
	words(j, "overlegtafel", none);
	json_out_text(j, "themablad", "B1");
	json_out_text(j, "vanaf", vanaf);
	json_out_null(j, "tot");
	json_out_text(j, "status", "lopend");
	json_out_end_object(j);
	free(vanaf);
}

static char *goals_text(const struct nieuw *n, int jaar)
{
	struct json_out j = JSON_OUT_INIT;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "doelen/1");
	json_out_text(&j, "gemeente", n->id);
	json_out_text(&j, "toelichting", "Een doel per afspraak. DOEL-1 is een voorbeeld: vervang het. Wat een sleutel betekent, staat in indicators/README.md.");
	json_out_list(&j, "bronnen");
	json_out_object(&j, NULL);
	json_out_text(&j, "id", "S1");
	json_out_text(&j, "document", "Naam van uw agenda");
	json_out_text(&j, "datum", "nog invullen");
	json_out_end_object(&j);
	json_out_end_list(&j);
	json_out_list(&j, "doelen");
	example_goal(&j, jaar);
	json_out_end_list(&j);
	json_out_end_object(&j);
	return json_out_detach(&j);
}

static char *empty_text(const struct nieuw *n, const char *schema, const char *list)
{
	struct json_out j = JSON_OUT_INIT;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", schema);
	json_out_text(&j, "gemeente", n->id);
	json_out_list(&j, list);
	json_out_end_list(&j);
	json_out_end_object(&j);
	return json_out_detach(&j);
}

static int write_definitions(const struct nieuw *n, const char *map, int jaar, struct err *err)
{
	char *name = mem_printf("%s.json", n->id), *goals = goals_text(n, jaar);
	char *norms = empty_text(n, "normen/1", "normen"), *breaks = empty_text(n, "breuken/1", "breuken");
	int rc = write_text(map, "indicators/doelen", name, goals, NULL, err);

	if (rc == 0)
		rc = write_text(map, "indicators/normen", name, norms, NULL, err);
	if (rc == 0)
		rc = write_text(map, "indicators/breuken", name, breaks, NULL, err);
	free(name);
	free(goals);
	free(norms);
	free(breaks);
	return rc;
}

int nieuw_write(struct nieuw *n, const char *map, int jaar, struct err *err)
{
	struct gebied_list list = {0};
	struct str text = STR_INIT;
	char *name = mem_printf("%s.csv", n->id);
	int rc = read_areas(n, jaar, &list, err);

	if (rc == 0) {
		if (!has_tiles(&list))
			lay_tiles(&list);
		areas_text(&text, n, &list);
		rc = file_make_dir(map, err);
	}
	if (rc == 0)
		rc = write_text(map, "imports/gebieden", name, str_text(&text), &n->bestand, err);
	if (rc == 0)
		rc = write_definitions(n, map, jaar, err);
	gebied_list_release(&list);
	str_release(&text);
	free(name);
	return rc;
}
