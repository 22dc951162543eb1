#include "cli/opt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "cli/app.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/near.h"
#include "cli/say.h"

enum { GLOBAL_MAX = 8 };

/* The options of every command; `help` is found before the table is read, and stands here for the text. */
static void global_table(struct app *app, struct opt out[GLOBAL_MAX])
{
	const struct opt table[] = {
		OPT_TEXT('w', "werkmap", &app->opt_werkmap, "MAP", "werk in deze werkmap (anders: vanaf de huidige map naar boven)"),
		OPT_TEXT(0, "nu", &app->opt_nu, "DATUM", "doe alsof het nu DATUM is, voor herhaalbare uitvoer"),
		OPT_TEXT(0, "door", &app->opt_door, "ROL", "wie dit doet, voor het logboek (anders: de gebruikersnaam)"),
		OPT_FLAG('h', "help", &app->help, "deze uitleg"),
		OPT_END};

	memcpy(out, table, sizeof table);
}

/* ---- help -------------------------------------------------------------------------------------- */

static void add_option_lines(struct str *s, const struct opt *table)
{
	enum { COLUMN = 26 };

	for (const struct opt *o = table; o->kind != OPT_KIND_END; o++) {
		size_t start = s->len, used;

		if (o->kort)
			str_add_f(s, "  -%c, --%s", o->kort, o->lang);
		else
			str_add_f(s, "      --%s", o->lang);
		if (o->waarde)
			str_add_f(s, " %s", o->waarde);
		used = text_columns(s->text + start);
		if (used + 2 > COLUMN) {
			str_add_char(s, '\n');
			used = 0;
		}
		str_add_f(s, "%*s%s\n", (int)(COLUMN - used), "", o->hulp);
	}
}

void opt_add_global_help(struct str *s)
{
	struct app app = {0};
	struct opt table[GLOBAL_MAX];

	global_table(&app, table);
	add_option_lines(s, table);
}

void opt_add_help(struct str *s, const struct command *command, const struct opt *table)
{
	str_add_f(s, "ijkpunt %s - %s\n\n", command->naam, command->samenvatting);
	str_add_f(s, "Gebruik: ijkpunt %s%s%s%s\n", command->naam, *command->argumenten ? " " : "",
		command->argumenten, table->kind == OPT_KIND_END ? "" : " [OPTIES]");
	if (command->uitleg)
		str_add_f(s, "\n%s\n", command->uitleg);
	if (table->kind != OPT_KIND_END) {
		str_add(s, "\nOpties:\n");
		add_option_lines(s, table);
	}
	str_add(s, "\nBij elke opdracht:\n");
	opt_add_global_help(s);
}

/* ---- reading ----------------------------------------------------------------------------------- */

static int advise_help(const struct app *app, struct err *err)
{
	return err_advise(err, "Typ 'ijkpunt hulp %s' voor uitleg.", app->command->naam);
}

static const struct opt *find_long(const struct opt *table, const char *name, size_t len)
{
	for (const struct opt *o = table; o->kind != OPT_KIND_END; o++) {
		if (strlen(o->lang) == len && strncmp(o->lang, name, len) == 0)
			return o;
	}
	return NULL;
}

static const struct opt *find_short(const struct opt *table, char letter)
{
	for (const struct opt *o = table; o->kind != OPT_KIND_END; o++) {
		if (o->kort == letter)
			return o;
	}
	return NULL;
}

static int unknown_option(const struct app *app, const struct opt *own, const struct opt *global,
	const char *typed, struct err *err)
{
	const char *words[64];
	size_t count = 0;
	const char *near = NULL;

	for (int i = 0; i < 2; i++) {
		for (const struct opt *o = i ? global : own; o->kind != OPT_KIND_END && count < ARRAY_LEN(words); o++)
			words[count++] = o->lang;
	}
	if (typed[0] == '-' && typed[1] == '-')
		near = near_word(typed + 2, words, count);
	err_set(err, ERR_USE, "%s: de optie %s bestaat niet.", app->command->naam, typed);
	if (near)
		return err_advise(err, "Bedoelt u --%s? Typ 'ijkpunt hulp %s' voor alle opties.", near,
			app->command->naam);
	return advise_help(app, err);
}

static int set_choice(const struct opt *o, const char *value, struct err *err)
{
	struct str list = STR_INIT;
	size_t count = 0;

	for (; o->keuzes[count]; count++) {
		if (strcmp(o->keuzes[count], value) == 0) {
			*(int *)o->out = (int)count;
			str_release(&list);
			return 0;
		}
		str_add_f(&list, "%s%s", count ? ", " : "", o->keuzes[count]);
	}
	err_set(err, ERR_USE, "--%s: '%s' kan niet.", o->lang, value);
	if (near_word(value, o->keuzes, count))
		err_advise(err, "Bedoelt u %s? Kies uit: %s.", near_word(value, o->keuzes, count), str_text(&list));
	else
		err_advise(err, "Kies uit: %s.", str_text(&list));
	str_release(&list);
	return -1;
}

static int set_value(const struct opt *o, const char *value, struct err *err)
{
	switch (o->kind) {
	case OPT_KIND_FLAG:
		*(bool *)o->out = true;
		return 0;
	case OPT_KIND_TEXT:
		*(const char **)o->out = value;
		return 0;
	case OPT_KIND_DATE:
		if (date_parse_iso(value, o->out, err) == 0)
			return 0;
		err_set(err, ERR_USE, "--%s: '%s' is geen datum.", o->lang, value);
		return err_advise(err, "Schrijf een datum als 2026-06-30.");
	case OPT_KIND_PERIODE:
		if (periode_parse(value, o->out, err) == 0)
			return 0;
		err_set(err, ERR_USE, "--%s: '%s' is geen periode.", o->lang, value);
		return err_advise(err, "Schrijf een kwartaal als 2026-K2, een schooljaar als 2025/2026, een jaar als 2026\n"
				       "of een dag als 2026-06-30.");
	case OPT_KIND_CHOICE:
		return set_choice(o, value, err);
	case OPT_KIND_END:
		break;
	}
	return err_set(err, ERR_DEFECT, "--%s: onbekend soort optie.", o->lang);
}

/* Where the reader stands in argv. */
struct reader {
	const struct app *app;
	struct opt global[GLOBAL_MAX];
	const struct opt *own;
	char **argv;
	int argc, at;
};

/* `value` is what stood behind = or the letter; NULL: the next word. */
static int take(struct reader *r, const struct opt *o, const char *typed, const char *value, struct err *err)
{
	if (o->kind == OPT_KIND_FLAG && value) {
		err_set(err, ERR_USE, "%s: de optie --%s heeft geen waarde.", r->app->command->naam, o->lang);
		return advise_help(r->app, err);
	}
	if (o->kind != OPT_KIND_FLAG && !value) {
		if (r->at + 1 >= r->argc) {
			err_set(err, ERR_USE, "%s: achter %s hoort een waarde: %s.", r->app->command->naam, typed, o->waarde);
			return advise_help(r->app, err);
		}
		value = r->argv[++r->at];
	}
	return set_value(o, value, err);
}

static int read_long(struct reader *r, const char *word, struct err *err)
{
	size_t len = strcspn(word + 2, "=");
	const struct opt *o = find_long(r->own, word + 2, len);

	if (!o)
		o = find_long(r->global, word + 2, len);
	if (!o)
		return unknown_option(r->app, r->own, r->global, word, err);
	return take(r, o, word, word[2 + len] == '=' ? word + 2 + len + 1 : NULL, err);
}

static int read_short(struct reader *r, const char *word, struct err *err)
{
	for (const char *p = word + 1; *p; p++) {
		const struct opt *o = find_short(r->own, *p);
		char typed[3] = {'-', *p, '\0'};

		if (!o)
			o = find_short(r->global, *p);
		if (!o)
			return unknown_option(r->app, r->own, r->global, typed, err);
		if (o->kind != OPT_KIND_FLAG)
			return take(r, o, typed, p[1] ? p + 1 : NULL, err);
		if (take(r, o, typed, NULL, err) < 0)
			return -1;
	}
	return 0;
}

static int check_arguments(const struct command *c, int argc, char **argv, struct err *err)
{
	if (argc < c->min)
		err_set(err, ERR_USE, "%s: er ontbreekt iets. Gebruik: ijkpunt %s %s", c->naam, c->naam, c->argumenten);
	else if (argc > c->max && c->max == 0)
		err_set(err, ERR_USE, "%s: hier hoort niets achter, ook niet '%s'.", c->naam, argv[0]);
	else if (argc > c->max)
		err_set(err, ERR_USE, "%s: '%s' is te veel. Gebruik: ijkpunt %s %s", c->naam, argv[c->max], c->naam,
			c->argumenten);
	else
		return 0;
	return err_advise(err, "Typ 'ijkpunt hulp %s' voor uitleg.", c->naam);
}

static int print_help(const struct app *app, const struct opt *table, struct err *err)
{
	struct str s = STR_INIT;

	opt_add_help(&s, app->command, table);
	say_text(str_text(&s));
	str_release(&s);
	err_release(err);
	return -1;
}

static const char *user_name(void)
{
	static const char *const names[] = {"IJKPUNT_DOOR", "USER", "LOGNAME"};

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "onbekend";
}

int opt_parse(struct app *app, const struct opt *table, int *argc, char ***argv, struct err *err)
{
	struct reader r = {app, {{0}}, table, *argv, *argc, 0};
	int kept = 0;

	global_table(app, r.global);
	if (app->help)
		return print_help(app, table, err);
	for (; r.at < r.argc; r.at++) {
		char *word = r.argv[r.at];

		if (strcmp(word, "--") == 0) {
			while (++r.at < r.argc)
				r.argv[kept++] = r.argv[r.at];
			break;
		}
		if (word[0] != '-' || word[1] == '\0')
			r.argv[kept++] = word;
		else if ((word[1] == '-' ? read_long(&r, word, err) : read_short(&r, word, err)) < 0)
			return -1;
		if (app->help)
			return print_help(app, table, err);
	}
	if (check_arguments(app->command, kept, r.argv, err) < 0)
		return -1;
	*argc = kept;
	if (clock_read(app->opt_nu, &app->nu, &app->vandaag, err) < 0)
		return -1;
	app->door = mem_dup(app->opt_door ? app->opt_door : user_name());
	return 0;
}
