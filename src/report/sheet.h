/* sheet.h - the tables of a report as an Excel workbook. The only file that knows libxlsxwriter is sheet.c.
 *
 * First the sheet Toelichting (opname.over, and which sheet holds what), then one sheet per table: title, foot line,
 * header, rows; frozen header, filter, numbers as numbers with the format they are printed in, dates as dates, words
 * as words. No macros, no links, no formulas; a text that could be one gets an apostrophe in front, as in CSV.
 * The same report gives the same bytes: nothing in it comes from the clock. */
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "report/opname.h"

/* `op`: the day of the data, which becomes the creation date. *out is appended to. ERR_SURROUNDINGS. */
int sheet_write(struct str *out, const struct opname *o, struct date op, struct err *err) MUST_USE;

/* "3 Opvangbereik VE-doelgroep": valid for Excel (at most 31 UTF-16 units, none of []:*?/\, no apostrophe at an
 * end), and unique by its number. Caller frees. */
char *sheet_name(size_t nr, const char *titel) MUST_USE;

#endif
