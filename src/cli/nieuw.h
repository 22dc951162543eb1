/* nieuw.h - a gemeente that is not shipped: everything a user would otherwise type by hand, put in the werkmap to be
 * filled in. */
#ifndef CLI_NIEUW_H
#define CLI_NIEUW_H

#include "cli/app.h"

struct nieuw {
	const char *code;     /* "GM0344" */
	const char *naam;     /* "Mijnstad" */
	const char *gebieden; /* a file as imports/gebieden, or only the columns code and naam */
	char *id;	      /* name of the files, from naam; the caller frees */
	char *bestand;	      /* the list of areas in the werkmap; the caller frees */
};

/* Asks what is missing when there is a terminal; the answers are kept until the program ends. ERR_USE when there is
 * none, or for a code or name that cannot be. Fills id. */
int nieuw_ask(struct nieuw *n, struct err *err) MUST_USE;
/* Reads the areas and writes them with a place on the tile map, and the goals (one to replace), norms and breaks, all
 * still without content. Nothing is written when the areas are wrong. */
int nieuw_write(struct nieuw *n, const char *map, int jaar, struct err *err) MUST_USE;

#endif
