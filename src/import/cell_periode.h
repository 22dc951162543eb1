/* cell_periode.h - one delivered cell to a date or a period, in every notation that can be read in one way
 * only. 07/08/2025, 30-9-25 and 45930 are refused with their readings named. Pure. */
#ifndef IMPORT_CELL_PERIODE_H
#define IMPORT_CELL_PERIODE_H

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "def/import_def.h"
#include "def/periode.h"

/* `vormen` (DATUMVORM_BITs): jjjjmmdd is only read where the profile names it; 2025-09-30, 30-9-2025,
 * 30.9.2025 and "30 september 2025" are always read. ERR_DATA with advice. */
int cell_datum(const char *text, unsigned vormen, struct date *out, struct err *err) MUST_USE;

/* A period of this kind; a date that lies in it is accepted too, except for a school year given as one
 * calendar year, which has two readings. PERIODE_DAG reads a date. */
int cell_periode(const char *text, enum periode_soort soort, unsigned vormen, struct periode *out, struct err *err)
	MUST_USE;

/* What the profile demands of the day ("laatste_dag_kwartaal"); ERR_DATA names the day that was meant. */
int cell_moet_zijn(enum moet_zijn moet_zijn, struct date dag, struct err *err) MUST_USE;

#endif
