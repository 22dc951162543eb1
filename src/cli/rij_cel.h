/* rij_cel.h - one published figure as a record: the rows of toon/1 and of the export. */
#ifndef CLI_RIJ_CEL_H
#define CLI_RIJ_CEL_H

#include <stddef.h>

#include "cli/rij.h"
#include "publish/layer.h"

/* Replaces what is in `r`. `periode` is the caller's buffer for the period's code, which the record borrows. */
void rij_cel(struct rij *r, const struct cel *c, enum editie editie, struct str *periode);

/* What each field means, in the order of the record. */
struct codeboek {
	const char *veld, *soort, *betekenis;
};
extern const struct codeboek codeboek_cel[];
extern const size_t codeboek_cel_count;

#endif
