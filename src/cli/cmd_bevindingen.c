/* ijkpunt bevindingen NR: what was found in a delivery when it was loaded, as a list, as CSV, or as a text that
 * can be mailed to the supplier. */
#include <inttypes.h>
#include <stdlib.h>

#include "cli/bevinding.h"
#include "cli/command.h"
#include "cli/opt.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "store/levering_store.h"

struct out {
	struct str text;
	const struct levering *levering;
	bool csv;
	size_t count;
};

static void each(void *arg, const struct bevinding *b)
{
	struct out *o = arg;
	struct rij r = {.count = 0};

	if (o->csv) {
		rij_text(&r, "bestand", o->levering->bestand);
		rij_text(&r, "ernst", b->ernst);
		rij_int(&r, "regel", b->regel);
		rij_text(&r, "kolom", b->kolom);
		rij_text(&r, "controle", b->regel_id);
		rij_text(&r, "wat", b->tekst);
		rij_text(&r, "wat_te_doen", b->advies);
		if (!o->count++)
			rij_add_csv_head(&o->text, &r, CSV_PIJP);
		rij_add_csv(&o->text, &r, CSV_PIJP);
		return;
	}
	o->count++;
	str_add_f(&o->text, "%zu. %s: ", o->count, b->ernst);
	bevinding_add_place(&o->text, o->levering->bestand, b->regel, b->kolom, 0);
	str_add_f(&o->text, ": %s\n", b->tekst);
	if (b->advies)
		str_add_f(&o->text, "   %s\n", b->advies);
}

static void print_mail(const struct out *o)
{
	const struct levering *l = o->levering;

	say("Onderwerp: uw levering %s\n\nBeste collega,\n\n", l->bestand);
	say("Wij hebben uw bestand %s geladen op %.10s. Daarbij viel het volgende op.\n\n", l->bestand, l->geladen_op);
	say_text(str_text(&o->text));
	say("\nKunt u dit nakijken? Is er iets niet goed, stuur dan een verbeterd bestand.\n"
	    "Stuur geen gegevens van kinderen mee.\n\nMet vriendelijke groet,\n");
}

static int show(struct app *app, int64_t nr, bool csv, bool mail, struct err *err)
{
	struct levering l = {0};
	struct out o = {.csv = csv, .levering = &l};
	int rc = levering_store_get(app->store, nr, &l, err);

	if (rc == 0) {
		err_set(err, ERR_USE, "Levering %" PRId64 " bestaat niet.", nr);
		return err_advise(err, "De nummers staan in 'ijkpunt leveringen'.");
	}
	if (rc < 0)
		return -1;
	rc = bevinding_store_each(app->store, nr, each, &o, err);
	if (rc == 0 && !o.count)
		say_note("Levering %" PRId64 " (%s) heeft geen bevindingen.", nr, l.bestand);
	else if (rc == 0 && mail)
		print_mail(&o);
	else if (rc == 0)
		say_text(str_text(&o.text));
	str_release(&o.text);
	levering_release(&l);
	return rc;
}

int cmd_bevindingen(struct app *app, int argc, char **argv, struct err *err)
{
	bool csv = false, mail = false;
	const struct opt table[] = {
		OPT_FLAG(0, "csv", &csv, "als CSV, voor een rekenblad"),
		OPT_FLAG(0, "mail", &mail, "als tekst om aan de leverancier te sturen"), OPT_END};
	int64_t nr;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || steps_nummer(argv[0], &nr, err) < 0 ||
		app_open(app, STORE_READ, err) < 0)
		return -1;
	return show(app, nr, csv, mail, err);
}
