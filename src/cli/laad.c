#include "cli/laad.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "cli/bevinding.h"
#include "cli/near.h"
#include "cli/say.h"
#include "cli/table.h"

static void add_count(struct str *s, int64_t n, const char *one, const char *many)
{
	num_add_int(s, n);
	str_add_f(s, " %s", n == 1 ? one : many);
}

/* "12 gewijzigd, 128 ongewijzigd": only what there is. */
static void add_difference(struct str *s, const struct import_verschil *v)
{
	const struct {
		int64_t n;
		const char *word;
	} part[] = {
		{v->nieuw, "nieuw"},
		{v->gewijzigd, "gewijzigd"},
		{v->verdwenen, "verdwenen"},
		{v->ongewijzigd, "ongewijzigd"},
	};
	bool any = false;

	for (size_t i = 0; i < ARRAY_LEN(part); i++) {
		if (!part[i].n)
			continue;
		str_add(s, any ? ", " : " (");
		num_add_int(s, part[i].n);
		str_add_f(s, " %s", part[i].word);
		any = true;
	}
	if (any)
		str_add_char(s, ')');
}

/* What was recognised, and how much there was: the same lines whatever became of the file. */
static void add_seen(struct str *s, const struct import_result *r)
{
	if (r->herkend)
		str_add_f(s, "  herkend: %s\n", r->herkend);
	if (r->periode)
		str_add_f(s, "  periode: %s\n", r->periode);
	if (r->uitslag == IMPORT_GEWEIGERD || r->uitslag == IMPORT_AL_GELADEN)
		return;
	str_add(s, "  inhoud: ");
	add_count(s, r->regels, "regel", "regels");
	str_add(s, ", ");
	add_count(s, r->waarnemingen, "waarneming", "waarnemingen");
	add_difference(s, &r->verschil);
	str_add_char(s, '\n');
}

/* What changes, old and new, for a person who has to say yes or no. */
static void add_changes(struct str *s, const struct import_result *r)
{
	struct table t = {0};
	int64_t all = r->verschil.gewijzigd + r->verschil.verdwenen;

	if (!r->wijziging_count)
		return;
	table_column(&t, "gebied", TABLE_LEFT);
	table_column(&t, "periode", TABLE_LEFT);
	table_column(&t, "wat", TABLE_LEFT);
	table_column(&t, "kenmerk", TABLE_LEFT);
	table_column(&t, "was", TABLE_RIGHT);
	table_column(&t, "wordt", TABLE_RIGHT);
	table_column(&t, "regel", TABLE_RIGHT);
	for (size_t i = 0; i < r->wijziging_count; i++) {
		const struct import_wijziging *w = &r->wijziging[i];

		table_cell(&t, w->gebied ? w->gebied->naam : "");
		table_cell(&t, w->periode);
		table_cell(&t, w->maat);
		table_cell(&t, w->kenmerk);
		table_cell(&t, w->oud);
		table_cell(&t, w->nieuw ? w->nieuw : "verdwijnt");
		table_cell_nr(&t, w->regel);
	}
	table_add_text(s, &t, 2);
	if (all > (int64_t)r->wijziging_count && r->wijziging_count == IMPORT_WIJZIGINGEN) {
		str_add(s, "  en nog ");
		num_add_int(s, all - (int64_t)r->wijziging_count);
		str_add_char(s, '\n');
	}
	table_release(&t);
}

static void add_verdict(struct str *s, const struct import_result *r)
{
	switch (r->uitslag) {
	case IMPORT_GELADEN:
		str_add_f(s, "geladen als levering %" PRId64 "\n", r->levering);
		break;
	case IMPORT_AL_GELADEN:
		str_add_f(s, r->zelfde_bestand ? "al geladen op %.10s als levering %" PRId64 "; er is niets veranderd\n"
					       : "wat erin staat, is al geladen op %.10s als levering %" PRId64
						 "; er is niets veranderd\n",
			r->al_geladen_op ? r->al_geladen_op : "?", r->levering);
		break;
	case IMPORT_GEWEIGERD:
		str_add(s, "geweigerd\n");
		break;
	case IMPORT_PROEF_GOED:
		str_add(s, "goed; dit is een proef, er is niets bewaard\n");
		break;
	case IMPORT_VRAAGT_VERVANG:
		str_add(s, "wijzigt eerdere cijfers\n");
		break;
	}
}

int laad_check_profiel(const struct app *app, const char *naam, struct err *err)
{
	char **names, *file;
	size_t count;
	const char *near;
	bool known = false;

	if (!naam)
		return 0;
	if (definities_names(app->werkmap, app->installed, "imports", ".json", &names, &count, err) < 0)
		return -1;
	file = mem_printf("%s.json", naam);
	for (size_t i = 0; i < count; i++) {
		known |= strcmp(names[i], file) == 0;
		names[i][strlen(names[i]) - strlen(".json")] = '\0';
	}
	free(file);
	if (!known) {
		near = near_word(naam, (const char *const *)names, count);
		err_set(err, ERR_USE, "Er is geen profiel '%s'.", naam);
		if (near)
			err_advise(err, "Bedoelt u %s? Zonder --profiel wordt het profiel herkend.", near);
		else
			err_advise(err, "Laat --profiel weg: dan wordt het profiel herkend.");
	}
	file_list_free(names, count);
	return known ? 0 : -1;
}

void laad_say_result(const char *path, const struct import_result *r)
{
	struct str s = STR_INIT;
	const char *name = file_base(path);

	text_add_shown(&s, name, strlen(name), 200);
	str_add(&s, ": ");
	add_verdict(&s, r);
	add_seen(&s, r);
	if (r->uitslag != IMPORT_GEWEIGERD)
		add_changes(&s, r);
	say_text(str_text(&s));
	bevinding_say(name, &r->bevindingen);
	if (r->uitslag == IMPORT_GEWEIGERD)
		say_indented("Er is niets geladen. Eerder geladen cijfers zijn niet veranderd.");
	if (r->uitslag == IMPORT_VRAAGT_VERVANG && !say_can_ask())
		say_indented("Laad opnieuw met --vervang als deze cijfers de eerdere moeten vervangen.\n"
			     "Er is niets geladen. Eerder geladen cijfers zijn niet veranderd.");
	str_release(&s);
}
