/* rij.h - records for other programs: the same fields in the same order as JSON or as CSV. The schema of
 * each list (toon/1, leveringen/1 ...) is described in docs/ijkpunt.1. */
#ifndef CLI_RIJ_H
#define CLI_RIJ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/csvuit.h"
#include "base/num.h"
#include "base/str.h"
#include "cli/json_out.h"

enum veld_soort { VELD_LEEG, VELD_TEXT, VELD_INT, VELD_DECIMAL, VELD_DOUBLE, VELD_BOOL };

/* One field. An optional one (a bound of a range) is left out of JSON while empty, and keeps its column in
 * CSV. */
struct veld {
	const char *naam; /* static */
	enum veld_soort soort;
	bool optioneel;
	const char *text; /* borrowed */
	int64_t getal;
	struct decimal decimal;
	double reeel;
};

enum { RIJ_MAX = 48 };

struct rij {
	struct veld veld[RIJ_MAX];
	size_t count;
};

void rij_text(struct rij *r, const char *naam, const char *text); /* NULL: empty */
void rij_int(struct rij *r, const char *naam, int64_t value);
void rij_decimal(struct rij *r, const char *naam, struct decimal value);
void rij_double(struct rij *r, const char *naam, double value);
void rij_bool(struct rij *r, const char *naam, bool value);
void rij_leeg(struct rij *r, const char *naam);
/* The last field added may be left out of JSON. */
void rij_optioneel(struct rij *r);

void rij_add_json(struct json_out *j, const struct rij *r);
/* Text guarded against formulas; numbers exact. The head begins the file or the stream. */
void rij_add_csv_head(struct str *s, const struct rij *r, enum csv_dialect dialect);
void rij_add_csv(struct str *s, const struct rij *r, enum csv_dialect dialect);
/* Words of --csv, in the order of enum csv_dialect: "excel", "internationaal". */
extern const char *const rij_dialect[];

#endif
