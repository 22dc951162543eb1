/* publiceer.h - the register of publications: what of it counts for a report that is about to be made, and writing
 * what a report gives away. */
#ifndef CLI_PUBLICEER_H
#define CLI_PUBLICEER_H

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"
#include "publish/layer.h"
#include "store/publicatie_store.h"

struct publicatie_opdracht {
	const char *bestand; /* name of the report file */
	struct date stand_per;
	const struct str *html; /* its bytes */
	const char *object;	/* for the log */
	const char *const *indicator; /* those the report may show; NULL: all */
	size_t indicator_count;
	/* Writes the files. A failure with err->outcome set: the page is there, something beside it is not. */
	int (*schrijf)(void *arg, struct err *err);
	void *arg;
};

/* Writes the files and, in one transaction, what they give away and the line of the log. The files come last before the
 * end of the transaction, so that nothing goes into the register that was not written. */
int publiceer(struct app *app, const struct publicatie_opdracht *wat, const struct layer *layer, struct err *err) MUST_USE;

#endif
