/* controle.h - all definition files at once: each on its own, and what they say about each other. Prints every
 * fault it finds. */
#ifndef CLI_CONTROLE_H
#define CLI_CONTROLE_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"

struct controle {
	size_t bestanden, fouten;
};

/* The files that belong to no gemeente: indicators and import profiles, and the references between them. */
int controle_algemeen(struct app *app, struct controle *c, struct err *err) MUST_USE;
/* Norms, goals, breaks and privacy rules of one gemeente, and what they refer to. Only useful when the former
 * found no fault. */
int controle_gemeente(struct app *app, const char *gemeente, struct controle *c, struct err *err) MUST_USE;

#endif
