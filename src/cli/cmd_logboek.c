/* ijkpunt logboek: who did what and when, oldest first; says whether the log was changed behind our back. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/opt.h"
#include "cli/rij.h"
#include "cli/say.h"
#include "cli/table.h"
#include "store/levering_store.h"

struct out {
	struct table table;
	struct str csv;
	size_t count;
	int64_t broken; /* first line whose chain is broken; 0: none */
};

static void each(void *arg, const struct logregel *r)
{
	struct out *o = arg;
	struct rij rij = {.count = 0};

	if (!r->heel && !o->broken)
		o->broken = r->nr;
	rij_int(&rij, "nr", r->nr);
	rij_text(&rij, "op", r->op);
	rij_text(&rij, "door", r->door);
	rij_text(&rij, "actie", r->actie);
	rij_text(&rij, "object", r->object);
	rij_text(&rij, "resultaat", r->resultaat);
	if (!o->count++)
		rij_add_csv_head(&o->csv, &rij, CSV_PIJP);
	rij_add_csv(&o->csv, &rij, CSV_PIJP);
	table_cell_nr(&o->table, r->nr);
	table_cell(&o->table, r->op);
	table_cell(&o->table, r->door);
	table_cell(&o->table, r->actie);
	table_cell(&o->table, r->object);
	table_cell(&o->table, r->resultaat);
}

static void columns(struct table *t)
{
	table_column(t, "nr", TABLE_RIGHT);
	table_column(t, "op", TABLE_LEFT);
	table_column(t, "door", TABLE_LEFT);
	table_column(t, "actie", TABLE_LEFT);
	table_column(t, "object", TABLE_LEFT);
	table_column(t, "resultaat", TABLE_LEFT);
}

int cmd_logboek(struct app *app, int argc, char **argv, struct err *err)
{
	bool csv = false;
	const struct opt table[] = {OPT_FLAG(0, "csv", &csv, "als CSV, voor een rekenblad"), OPT_END};
	struct out o = {.count = 0};
	struct str s = STR_INIT;
	int rc;

	if (opt_parse(app, table, &argc, &argv, err) < 0 || app_open(app, STORE_READ, err) < 0)
		return -1;
	columns(&o.table);
	rc = logboek_each(app->store, each, &o, err);
	if (rc == 0 && csv)
		say_text(str_text(&o.csv));
	else if (rc == 0) {
		table_add_text(&s, &o.table, 0);
		say_text(str_text(&s));
	}
	if (rc == 0 && o.broken)
		say_warn("het logboek klopt niet vanaf regel %lld: er is een regel veranderd of weggehaald.",
			(long long)o.broken);
	str_release(&s);
	str_release(&o.csv);
	table_release(&o.table);
	return rc;
}
