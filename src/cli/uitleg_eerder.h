/* uitleg_eerder.h - how a figure was before, for `uitleg`: after each delivery behind it, and after each change of its
 * definition or its norm, in order of the days on which they came. */
#ifndef CLI_UITLEG_EERDER_H
#define CLI_UITLEG_EERDER_H

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"
#include "cli/uitleg_zijde.h"
#include "store/levering_store.h"

/* All borrowed. */
struct uitleg_vraag {
	const struct indicator_def *def, *basis; /* basis: of uitleg_basis */
	const struct gebied *gebied;
	struct periode periode;
	struct date datum; /* of --stand-per; not set: now */
	const struct zijde *zijde;
	size_t zijde_count;
	const struct levering_list *leveringen;
};

/* The block "Eerdere waarden van dit cijfer", in edition intern. */
int uitleg_add_eerder(struct str *s, struct app *app, const struct uitleg_vraag *vraag, struct err *err) MUST_USE;

#endif
