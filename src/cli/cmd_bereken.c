/* ijkpunt bereken: computes all indicators and keeps the outcomes for analysts. */
#include <stdlib.h>

#include "cli/command.h"
#include "cli/definities_op.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/steps.h"

int cmd_bereken(struct app *app, int argc, char **argv, struct err *err)
{
	struct date datum = DATE_NONE;
	const struct opt table[] = {
		OPT_DATE(0, "stand-per", &datum, "reken met de gegevens, definities en normen van die dag"), OPT_END};
	size_t count;
	char *typed;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || definities_open_op(app, STORE_WRITE, datum, err) < 0 ||
		steps_bereken(app, steps_stand(datum), &count, err) < 0)
		return -1;
	typed = app_typed(app);
	say("%zu indicatoren berekend: %zu uitkomsten.\nVolgende stap: %stoon\n", app->defs->indicator_count, count,
		typed);
	free(typed);
	return 0;
}
