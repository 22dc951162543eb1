/* ijkpunt draai-terug NR and ijkpunt levering-herstel NR: a delivery stops or starts to count again; its rows
 * stay. */
#include <inttypes.h>

#include "cli/command.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"
#include "store/levering_store.h"

/* What both commands share: the number, the change, and the figures that follow from it. */
static int change(struct app *app, int argc, char **argv, bool withdraw, struct err *err)
{
	const struct opt table[] = {OPT_END};
	int64_t nr;
	size_t count;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || steps_nummer(argv[0], &nr, err) < 0 ||
		app_open_defs(app, STORE_WRITE, err) < 0)
		return -1;
	if ((withdraw ? levering_store_withdraw(app->store, nr, app->nu, app->door, err)
		      : levering_store_restore(app->store, nr, app->nu, app->door, err)) < 0)
		return -1;
	if (withdraw)
		say("Levering %" PRId64 " telt niet meer mee. De gegevens blijven bewaard.\n"
		    "Ongedaan maken: ijkpunt levering-herstel %" PRId64 "\n",
			nr, nr);
	else
		say("Levering %" PRId64 " telt weer mee.\n", nr);
	if (steps_bereken(app, steps_stand(DATE_NONE), &count, err) < 0)
		return err_outcome(err, "De levering is wel gewijzigd. Geef na het herstel: ijkpunt bereken");
	say("De indicatoren zijn bijgewerkt.\n");
	return 0;
}

int cmd_draai_terug(struct app *app, int argc, char **argv, struct err *err)
{
	return change(app, argc, argv, true, err);
}

int cmd_levering_herstel(struct app *app, int argc, char **argv, struct err *err)
{
	return change(app, argc, argv, false, err);
}
