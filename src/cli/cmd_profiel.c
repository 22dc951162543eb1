/* ijkpunt profiel BESTAND: the draft of an import profile from a file that no profile knows. What could not be
 * decided is said, and is for a person to fill in. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/bevinding.h"
#include "cli/command.h"
#include "cli/json_out.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "import/guard.h"
#include "import/head.h"
#include "import/ontwerp.h"

/* ---- the profile ------------------------------------------------------------------------------- */

/* A name for the source from that of the file: letters only, "VVE_2026K2_D.csv" is "vve". */
static char *source_name(const char *path)
{
	struct str s = STR_INIT;

	for (const char *p = file_base(path); *p && *p != '.'; p++) {
		if (*p >= '0' && *p <= '9')
			break;
		if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z'))
			str_add_char(&s, (char)(*p | 0x20));
		else if (s.len && s.text[s.len - 1] != '_')
			str_add_char(&s, '_');
	}
	while (s.len && s.text[s.len - 1] == '_')
		s.text[--s.len] = '\0';
	if (!s.len)
		str_add(&s, "nieuwe_bron");
	return str_detach(&s);
}

static void add_texts(struct json_out *j, const char *key, const char *const *texts)
{
	json_out_list(j, key);
	for (; *texts; texts++)
		json_out_text(j, NULL, *texts);
	json_out_end_list(j);
}

static void add_file(struct json_out *j, const struct ontwerp *o)
{
	bool punt = false;

	for (size_t i = 0; i < o->kolom_count; i++)
		punt |= o->kolom[i].punt;
	json_out_object(j, "bestand");
	add_texts(j, "codering", (const char *const[]){"utf-8", "utf-16", "windows-1252", NULL});
	json_out_bool(j, "bom_toegestaan", true);
	add_texts(j, "scheidingsteken", (const char *const[]){";", ",", "\t", NULL});
	json_out_text(j, "decimaal", punt ? "." : ",");
	json_out_null(j, "duizendtal");
	json_out_int(j, "kopregel", o->kopregel);
	json_out_null(j, "commentaarteken");
	json_out_int(j, "max_regels", 20000000);
	json_out_end_object(j);
}

static const char *periode_word(enum periode_soort s)
{
	return s == PERIODE_KWARTAAL	 ? "kwartaal"
		: s == PERIODE_SCHOOLJAAR ? "schooljaar"
		: s == PERIODE_JAAR	 ? "jaar"
					 : "peildatum";
}

static void add_period(struct json_out *j, const struct ontwerp *o)
{
	const struct ontwerp_kolom *k = o->periode < 0 ? NULL : &o->kolom[o->periode];

	json_out_object(j, "periode");
	json_out_text(j, "type", k ? periode_word(k->periode) : "jaar");
	json_out_text(j, "uit", k ? "kolom" : "vast");
	if (!k) {
		json_out_text(j, "vast", "2026");
	} else {
		json_out_text(j, "kolom", k->naam);
		if (k->type == KOLOM_DATUM)
			add_texts(j, "datumvorm", (const char *const[]){"jjjj-mm-dd", "dd-mm-jjjj", NULL});
		else
			add_texts(j, "datumvorm", (const char *const[]){periode_word(k->periode), NULL});
	}
	json_out_end_object(j);
}

static void add_codes(struct json_out *j, const struct text_list *codes)
{
	json_out_object(j, "codelijst");
	for (size_t i = 0; i < codes->count; i++)
		json_out_text(j, codes->item[i], codes->item[i]);
	json_out_end_object(j);
}

static void add_column(struct json_out *j, const struct ontwerp_kolom *k)
{
	static const char *const types[] = {
		[KOLOM_GEBIED] = "gebied",
		[KOLOM_DATUM] = "datum",
		[KOLOM_PERIODE] = "periode",
		[KOLOM_GEHEEL] = "geheel",
		[KOLOM_GETAL] = "getal",
		[KOLOM_CODE] = "code",
		[KOLOM_TEKST] = "tekst",
		[KOLOM_JANEE] = "janee",
	};

	json_out_object(j, NULL);
	json_out_text(j, "naam", k->naam);
	json_out_text(j, "type", types[k->type]);
	json_out_bool(j, "verplicht", true);
	if (k->type == KOLOM_GEBIED) {
		json_out_text(j, "niveau", k->niveau);
		json_out_text(j, "indeling", "van_periode");
		add_texts(j, "onbekend_toegestaan", (const char *const[]){"Onbekend", "Buiten gemeente", NULL});
	}
	if (k->type == KOLOM_CODE)
		add_codes(j, &k->codes);
	if (k->type == KOLOM_GEHEEL || k->type == KOLOM_GETAL)
		json_out_int(j, "min", 0);
	if (k->type == KOLOM_GETAL)
		json_out_int(j, "decimalen", 6);
	if (k->leeg && k->type != KOLOM_GEHEEL && k->type != KOLOM_GETAL && k->type != KOLOM_GEBIED)
		json_out_bool(j, "leeg_toegestaan", true);
	json_out_end_object(j);
}

/* Texts are not read: they may be names. They stand in `negeer`, where a person can take them out. */
static void add_columns(struct json_out *j, const struct ontwerp *o)
{
	json_out_list(j, "kolommen");
	for (size_t i = 0; i < o->kolom_count; i++) {
		if (o->kolom[i].type != KOLOM_TEKST)
			add_column(j, &o->kolom[i]);
	}
	json_out_end_list(j);
	json_out_list(j, "negeer");
	for (size_t i = 0; i < o->kolom_count; i++) {
		if (o->kolom[i].type == KOLOM_TEKST)
			json_out_text(j, NULL, o->kolom[i].naam);
	}
	json_out_end_list(j);
	json_out_list(j, "sleutel");
	for (size_t i = 0; i < o->kolom_count; i++) {
		if ((int)i == o->gebied || (int)i == o->periode || o->kolom[i].type == KOLOM_CODE ||
			o->kolom[i].type == KOLOM_JANEE)
			json_out_text(j, NULL, o->kolom[i].naam);
	}
	json_out_end_list(j);
}

static void add_sign(struct json_out *j, const char *text, const char *meaning, const char *melding)
{
	json_out_object(j, text);
	json_out_text(j, "betekenis", meaning);
	if (melding)
		json_out_text(j, "melding", melding);
	if (strcmp(meaning, "afgeschermd_bron") == 0) {
		json_out_list(j, "interval");
		json_out_int(j, NULL, 1);
		json_out_int(j, NULL, 4);
		json_out_end_list(j);
	}
	json_out_end_object(j);
}

/* Of a sign that is known everywhere the meaning is filled in; every other one is a question until someone knows. */
static void add_signs(struct json_out *j, const struct ontwerp *o)
{
	struct text_list seen = {0};

	json_out_object(j, "waardecodes");
	add_sign(j, "", "fout", "een lege cel zegt niet of het nul of onbekend is");
	seen.item = mem_new(o->kolom_count * ONTWERP_TEKENS, sizeof *seen.item);
	for (size_t i = 0; i < o->kolom_count; i++) {
		for (size_t k = 0; o->kolom[i].type != KOLOM_GEBIED && k < o->kolom[i].tekens.count; k++) {
			char *text = o->kolom[i].tekens.item[k];

			if (text_list_index(&seen, text) >= 0)
				continue;
			seen.item[seen.count++] = text;
			if (strcmp(text, "<5") == 0)
				add_sign(j, text, "afgeschermd_bron", NULL);
			else if (strcmp(text, "n.v.t.") == 0)
				add_sign(j, text, "nvt", NULL);
			else if (strcmp(text, "n.b.") == 0)
				add_sign(j, text, "onbekend", NULL);
			else
				add_sign(j, text, "vraag", "vraag de leverancier wat dit teken betekent");
		}
	}
	free(seen.item); /* the texts are the columns' */
	json_out_end_object(j);
}

static bool is_total(const char *text)
{
	static const char *const words[] = {"gemeente", "totaal", "eindtotaal"};

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (strcasecmp(text, words[i]) == 0)
			return true;
	}
	return false;
}

static bool is_rest(const char *text)
{
	return strcasecmp(text, "onbekend") == 0 || strcasecmp(text, "buiten gemeente") == 0;
}

/* Rows that are a total are for checking only. */
static void add_totals(struct json_out *j, const struct ontwerp *o)
{
	const struct text_list *list = o->gebied < 0 ? NULL : &o->kolom[o->gebied].tekens;
	bool any = false;

	for (size_t i = 0; list && i < list->count; i++) {
		if (!is_total(list->item[i]))
			continue;
		if (!any) {
			json_out_object(j, "totaalrijen");
			json_out_list(j, "waarden");
		}
		json_out_text(j, NULL, list->item[i]);
		any = true;
	}
	if (any) {
		json_out_end_list(j);
		json_out_text(j, "gebruik", "controle");
		json_out_end_object(j);
	}
}

static char *make_profile(const char *bron, const struct ontwerp *o)
{
	struct json_out j = JSON_OUT_INIT;

	json_out_object(&j, NULL);
	json_out_text(&j, "schema", "importprofiel/1");
	json_out_text(&j, "bron", bron);
	json_out_text(&j, "naam", bron);
	json_out_int(&j, "versie", 1);
	json_out_text(&j, "geldig_vanaf", "2020-01-01");
	json_out_text(&j, "toelichting", "Ontwerp, gemaakt uit een bestand. Controleer elke regel.");
	json_out_text(&j, "rijen", "aantallen");
	json_out_object(&j, "herkomst");
	json_out_text(&j, "leverancier", "vul in");
	json_out_text(&j, "contactrol", "vul in");
	json_out_text(&j, "ritme", "kwartaal");
	json_out_int(&j, "verwacht_binnen_dagen", 30);
	json_out_end_object(&j);
	add_file(&j, o);
	add_period(&j, o);
	add_columns(&j, o);
	add_signs(&j, o);
	json_out_object(&j, "verboden");
	add_texts(&j, "kolomnamen", (const char *const[]){"bsn", "geboortedatum", "achternaam", "voornaam", NULL});
	json_out_bool(&j, "bsn_elfproef", true);
	json_out_end_object(&j);
	add_totals(&j, o);
	json_out_bool(&j, "alles_of_niets", true);
	json_out_text(&j, "vervangen", "zelfde_sleutel_nieuwe_levering");
	json_out_end_object(&j);
	return json_out_detach(&j);
}

/* ---- what a person must decide ----------------------------------------------------------------- */

static void say_seen(const char *path, const struct ontwerp *o)
{
	say_note("%s: %s, gescheiden met %s, kolomnamen op regel %" PRId64 ", %zu kolommen, %" PRId64 " regels.",
		file_base(path), o->codering, head_delimiter_name(o->delimiter), o->kopregel, o->kolom_count,
		o->regels);
}

static void say_open(const struct ontwerp *o)
{
	say_note("Beslis zelf:");
	say_note("  - leverancier, contactrol, ritme en verwacht_binnen_dagen");
	if (o->gebied < 0)
		say_note("  - het gebied: geen kolom heeft namen of codes van gebieden die deze werkmap kent");
	if (o->periode < 0)
		say_note("  - de periode: geen kolom heeft datums of periodes; nu staat er een vast jaar");
	for (size_t i = 0; i < o->kolom_count; i++) {
		const struct ontwerp_kolom *k = &o->kolom[i];

		if (k->type == KOLOM_TEKST)
			say_note("  - kolom %s: tekst; wordt niet gelezen", k->naam);
		for (size_t n = 0; n < k->tekens.count; n++) {
			const char *text = k->tekens.item[n];

			if (k->type != KOLOM_GEBIED)
				say_note("  - kolom %s: wat betekent '%s'?", k->naam, text);
			else if (!is_total(text) && !is_rest(text))
				say_note("  - kolom %s: '%s' is geen bekend gebied", k->naam, text);
		}
		if (k->leeg && (k->type == KOLOM_GEHEEL || k->type == KOLOM_GETAL))
			say_note("  - kolom %s: wat betekent een lege cel?", k->naam);
	}
	if (!o->uniek)
		say_note("  - de sleutel: gebied, periode en codes samen komen vaker dan een keer voor");
	say_note("Zet het in de werkmap als imports/NAAM.json en typ 'ijkpunt controleer'.");
}

static bool has_person_data(const struct finding_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->item[i].rule, GUARD_RULE) == 0)
			return true;
	}
	return false;
}

static int draft(struct app *app, const char *path, const char *bron, struct err *err)
{
	struct finding_list findings = {0};
	struct ontwerp o;
	char *text, *name = bron ? mem_dup(bron) : source_name(path);
	int rc = ontwerp_file(path, &app->gebieden, &o, &findings, err);

	bevinding_say(file_base(path), &findings);
	if (rc == 0 && findings.fouten) {
		if (has_person_data(&findings))
			say_indented("Gaat het om scholen of locaties en niet om personen, haal die kolommen dan eerst weg.");
		say_indented("Er is geen profiel gemaakt.");
		err->kind = ERR_DATA; /* the reason has been printed */
		rc = -1;
	} else if (rc == 0) {
		text = make_profile(name, &o);
		say_text(text);
		free(text);
		say_seen(path, &o);
		say_open(&o);
		ontwerp_release(&o);
	}
	finding_list_release(&findings);
	free(name);
	return rc;
}

int cmd_profiel(struct app *app, int argc, char **argv, struct err *err)
{
	const char *bron = NULL;
	const struct opt table[] = {
		OPT_TEXT('b', "bron", &bron, "NAAM", "naam van de bron (anders: uit de bestandsnaam)"), OPT_END};

	if (opt_parse(app, table, &argc, &argv, err) < 0)
		return -1;
	/* Without a werkmap no area is recognised, and that is said. */
	if (app_open(app, STORE_READ, err) < 0) {
		if (app->opt_werkmap || app->werkmap)
			return -1;
		err_release(err);
	}
	return draft(app, argv[0], bron, err);
}
