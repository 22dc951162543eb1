/* tabel_csv.h - the tables of a report as CSV, with a codebook of their columns.
 * A number is written in the unit it is printed in: 90,9 for 90,9%. Where the rows of a column have different units,
 * a column "...: eenheid" stands behind it; else the codebook has the unit. A date is 2026-06-30. */
#ifndef REPORT_TABEL_CSV_H
#define REPORT_TABEL_CSV_H

#include "base/csvuit.h"
#include "base/err.h"
#include "base/macro.h"
#include "report/boek.h"

void tabel_csv(struct str *out, const struct boek_tabel *t, enum csv_dialect dialect);
/* "tabel-003.csv"; caller frees. */
char *tabel_csv_naam(size_t nr) MUST_USE;
/* bestand, tabel, kolom, betekenis, eenheid, codes: one row per column. The meanings come from reports/kolommen.json
 * (`path`, shown as `label`); a head that is not in it
 * is the name of an indicator or a gemeente's own word for wijk, and is said to be a name. */
int tabel_codeboek(struct str *out, const struct boek *b, enum csv_dialect dialect, const char *path,
	const char *label, struct err *err) MUST_USE;

#endif
