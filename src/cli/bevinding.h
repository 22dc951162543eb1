/* bevinding.h - findings of a delivered file in a terminal, grouped when there are many of a kind. */
#ifndef CLI_BEVINDING_H
#define CLI_BEVINDING_H

#include <stdint.h>

#include "base/str.h"
#include "import/finding.h"

/* "vve.csv, regel 7, kolom deelnemers (kolom E)": where, as Excel and Kladblok count. `column` may be NULL. */
void bevinding_add_place(struct str *s, const char *file, int64_t line, const char *column, int column_nr);
/* Letters of a spreadsheet column: 1 = A, 27 = AA. */
void bevinding_add_letters(struct str *s, int column_nr);
/* All findings to stderr; of more than ten of a kind the first three and where the others are. */
void bevinding_say(const char *file, const struct finding_list *list);

#endif
