/* ijkpunt norm [INDICATOR]: which norms hold, who agreed them and in which words. */
#include <strings.h>
#include <stdlib.h>

#include "cli/command.h"
#include "cli/opt.h"
#include "cli/say.h"
#include "cli/table.h"

static const char *sign(const struct norm_def *n)
{
	return n->soort == NORM_MINIMUM ? "minimaal " : n->soort == NORM_MAXIMUM ? "maximaal " : "tussen ";
}

static void add_value(struct str *s, const struct norm_def *n)
{
	const char *unit = n->eenheid && strcasecmp(n->eenheid, "%") == 0 ? "" : " ";

	str_add(s, sign(n));
	num_add_decimal(s, n->waarde);
	if (n->soort == NORM_BAND) {
		str_add(s, " en ");
		num_add_decimal(s, n->bovenkant);
	}
	str_add_f(s, "%s%s", unit, n->eenheid ? n->eenheid : "");
}

static void add_validity(struct str *s, const struct norm_def *n)
{
	str_add(s, "vanaf ");
	date_add_dutch(s, n->vanaf);
	if (date_is_set(n->tot)) {
		str_add(s, " tot en met ");
		date_add_dutch(s, n->tot);
	}
}

static void add_norm(struct str *s, const struct norm_def *n)
{
	str_add_f(s, "%s  %s", n->indicator, n->niveau);
	if (n->gebied)
		str_add_f(s, n->gebied[0] == '*' ? " (elke)" : " %s", n->gebied);
	str_add(s, ": ");
	add_value(s, n);
	str_add_f(s, ", %s, ", norm_status_code(n->status));
	add_validity(s, n);
	str_add_char(s, '\n');
	if (n->document)
		str_add_f(s, "  bron: %s%s%s\n", n->document, n->plaats ? ", " : "", n->plaats ? n->plaats : "");
	if (n->citaat)
		str_add_f(s, "  \"%s\"\n", n->citaat);
	if (n->door)
		str_add_f(s, "  door: %s\n", n->door);
}

int cmd_norm(struct app *app, int argc, char **argv, struct err *err)
{
	const struct opt table[] = {OPT_END};
	struct str s = STR_INIT;
	size_t shown = 0;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_open_defs(app, STORE_READ, err) < 0)
		return -1;
	for (size_t i = 0; i < app->defs->normen.count; i++) {
		const struct norm_def *n = &app->defs->normen.item[i];

		if (argc && strcasecmp(n->indicator, argv[0]) != 0)
			continue;
		if (shown++)
			str_add_char(&s, '\n');
		add_norm(&s, n);
	}
	if (!shown)
		str_add_f(&s, "%s%sgeen norm afgesproken\n", argc ? argv[0] : "", argc ? ": " : "");
	say_text(str_text(&s));
	str_release(&s);
	return 0;
}
