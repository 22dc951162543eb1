/* ijkpunt laad BESTAND|MAP...: all or nothing per file, all files of a folder, then recompute. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/bevinding.h"
#include "cli/command.h"
#include "cli/laad.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "cli/table.h"

/* What became of each file, for the summary of a folder. */
struct laad_run {
	struct app *app;
	struct import_options opt;
	struct table summary;
	size_t files, loaded, same, refused, good;
};

static const char *uitslag_word(const struct import_result *r)
{
	switch (r->uitslag) {
	case IMPORT_GELADEN:
		return "geladen";
	case IMPORT_AL_GELADEN:
		return "was al geladen";
	case IMPORT_GEWEIGERD:
		return "geweigerd";
	case IMPORT_PROEF_GOED:
		return "zou laden";
	case IMPORT_VRAAGT_VERVANG:
		return "wacht op --vervang";
	}
	return "";
}

static void count_result(struct laad_run *run, const char *name, const struct import_result *r)
{
	struct str findings = STR_INIT;

	run->files++;
	run->loaded += r->uitslag == IMPORT_GELADEN;
	run->same += r->uitslag == IMPORT_AL_GELADEN;
	run->good += r->uitslag == IMPORT_PROEF_GOED;
	run->refused += r->uitslag == IMPORT_GEWEIGERD || r->uitslag == IMPORT_VRAAGT_VERVANG;
	if (r->bevindingen.fouten)
		str_add_f(&findings, "%zu %s", r->bevindingen.fouten, r->bevindingen.fouten == 1 ? "fout" : "fouten");
	if (r->bevindingen.waarschuwingen)
		str_add_f(&findings, "%s%zu %s", findings.len ? ", " : "", r->bevindingen.waarschuwingen,
			r->bevindingen.waarschuwingen == 1 ? "waarschuwing" : "waarschuwingen");
	table_cell(&run->summary, name);
	table_cell(&run->summary, uitslag_word(r));
	table_cell_nr(&run->summary, r->levering);
	table_cell(&run->summary, r->periode);
	table_cell(&run->summary, str_text(&findings));
	str_release(&findings);
}

/* A file that would change earlier figures: show the difference, ask, and load again with the answer. *shown:
 * the answer was no, and all has been said. */
static int load_or_ask(struct laad_run *run, const char *path, struct import_result *r, bool *shown, struct err *err)
{
	struct import_options again = run->opt;

	if (steps_laad(run->app, path, run->app->nu, &run->opt, r, err) < 0)
		return -1;
	if (r->uitslag != IMPORT_VRAAGT_VERVANG || !say_can_ask())
		return 0;
	laad_say_result(path, r);
	if (!say_ask("Wilt u de eerdere cijfers vervangen?")) {
		say_indented("Er is niets geladen. Eerder geladen cijfers zijn niet veranderd.");
		*shown = true;
		return 0;
	}
	import_result_release(r);
	*r = (struct import_result){0};
	again.vervang = true;
	return steps_laad(run->app, path, run->app->nu, &again, r, err);
}

static int load_file(struct laad_run *run, const char *path, struct err *err)
{
	struct import_result r = {0};
	bool shown = false;
	int rc = load_or_ask(run, path, &r, &shown, err);

	if (rc == 0) {
		if (!shown)
			laad_say_result(path, &r);
		count_result(run, file_base(path), &r);
	}
	import_result_release(&r);
	return rc;
}

static bool is_delivery(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '.' && len > 4 &&
		(strcasecmp(name + len - 4, ".csv") == 0 || strcasecmp(name + len - 4, ".txt") == 0 ||
			strcasecmp(name + len - 4, ".tsv") == 0);
}

static int load_folder(struct laad_run *run, const char *dir, struct err *err)
{
	char **names;
	size_t count, before = run->files;
	int rc = 0;

	if (file_list(dir, NULL, &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		char *path;

		if (!is_delivery(names[i]))
			continue;
		path = file_join(dir, names[i]);
		if (!file_is_dir(path))
			rc = load_file(run, path, err);
		free(path);
	}
	file_list_free(names, count);
	if (rc == 0 && run->files == before) {
		err_set(err, ERR_USE, "In de map %s staat geen bestand dat eindigt op .csv, .tsv of .txt.", dir);
		return err_advise(err, "Noem de bestanden zelf, of kies een andere map.");
	}
	return rc;
}

static void say_summary(struct laad_run *run)
{
	struct str s = STR_INIT;

	if (run->files < 2)
		return;
	str_add_char(&s, '\n');
	table_add_text(&s, &run->summary, 0);
	str_add_f(&s, "\n%zu bestanden: ", run->files);
	if (run->opt.proef)
		str_add_f(&s, "%zu zouden laden, ", run->good);
	else
		str_add_f(&s, "%zu geladen, ", run->loaded);
	str_add_f(&s, "%zu al geladen, %zu niet geladen.\n", run->same, run->refused);
	say_text(str_text(&s));
	str_release(&s);
}

static int recompute(struct laad_run *run, struct err *err)
{
	size_t count;
	char *typed;

	if (!run->loaded)
		return 0;
	if (steps_bereken(run->app, steps_stand(DATE_NONE), &count, err) < 0) {
		err_context(err, "Het rekenen is niet gelukt");
		return err_outcome(err, "De leveringen zijn wel geladen. Geef na het herstel: ijkpunt bereken");
	}
	typed = app_typed(run->app);
	say("De indicatoren zijn bijgewerkt.\nVolgende stap: %stoon\n", typed);
	free(typed);
	return 0;
}

static int run_all(struct laad_run *run, int argc, char **argv, struct err *err)
{
	for (int i = 0; i < argc; i++) {
		if ((file_is_dir(argv[i]) ? load_folder(run, argv[i], err) : load_file(run, argv[i], err)) == 0)
			continue;
		if (run->loaded)
			err_outcome(err, "Van dit bestand is niets geladen. De bestanden ervoor zijn wel geladen.");
		else
			err_outcome(err, "Er is niets geladen. Eerder geladen cijfers zijn niet veranderd.");
		return -1;
	}
	return 0;
}

int cmd_laad(struct app *app, int argc, char **argv, struct err *err)
{
	struct laad_run run = {.app = app};
	const struct opt table[] = {
		OPT_TEXT('p', "profiel", &run.opt.profiel, "NAAM", "lees volgens imports/NAAM.json in plaats van te herkennen"),
		OPT_FLAG('n', "proef", &run.opt.proef, "controleer alles, bewaar niets"),
		OPT_FLAG(0, "vervang", &run.opt.vervang, "vervang eerdere cijfers zonder te vragen; de oude blijven bewaard"),
		OPT_END};
	struct err later = ERR_INIT;
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_open_defs(app, STORE_WRITE, err) < 0 ||
		laad_check_profiel(app, run.opt.profiel, err) < 0)
		return -1;
	table_column(&run.summary, "bestand", TABLE_LEFT);
	table_column(&run.summary, "uitslag", TABLE_LEFT);
	table_column(&run.summary, "levering", TABLE_RIGHT);
	table_column(&run.summary, "periode", TABLE_LEFT);
	table_column(&run.summary, "bevindingen", TABLE_LEFT);
	say_progress();
	rc = run_all(&run, argc, argv, err);
	say_summary(&run);
	/* What was loaded counts, also when a later file stopped the work. */
	if (recompute(&run, rc < 0 ? &later : err) < 0)
		rc = -1;
	table_release(&run.summary);
	err_release(&later);
	if (rc == 0 && run.refused) {
		err->kind = ERR_DATA; /* the reasons have been printed */
		return -1;
	}
	return rc;
}
