/* ijkpunt backup [BESTAND]: one checked copy of the database. */
#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/opt.h"
#include "cli/say.h"

int cmd_backup(struct app *app, int argc, char **argv, struct err *err)
{
	const struct opt table[] = {OPT_END};
	char *path, *name;
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_open(app, STORE_READ, err) < 0)
		return -1;
	name = mem_printf("ijkpunt-%04d-%02d-%02d.db", app->vandaag.year, app->vandaag.month, app->vandaag.day);
	path = argc ? mem_dup(argv[0]) : file_join(app->werkmap, name);
	rc = store_backup(app->store, path, err);
	if (rc == 0)
		say("Reservekopie gemaakt en nagekeken: %s\n"
		    "Bewaar haar op een andere schijf. Ze bevat dezelfde gegevens als de werkmap.\n",
			path);
	free(name);
	free(path);
	return rc;
}
