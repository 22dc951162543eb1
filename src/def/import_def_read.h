/* import_def_read.h - how the parts of a profile are read; shared by import_load.c and the import_def_*.c
 * that read its parts, for nobody else. */
#ifndef DEF_IMPORT_DEF_READ_H
#define DEF_IMPORT_DEF_READ_H

#include "base/json.h"
#include "def/import_def.h"

/* All: 0, or -1 with an ERR_DEFINITION that names file, line and key. An absent optional key leaves the
 * output as it was. */
int import_read_text(const struct json_node *object, const char *key, enum json_need need, char **out,
	struct err *err) MUST_USE;
int import_read_texts(const struct json_node *object, const char *key, enum json_need need,
	struct text_list *out, struct err *err) MUST_USE;
int import_read_date(const struct json_node *object, const char *key, enum json_need need, struct date *out,
	struct err *err) MUST_USE;
/* One character, or null (then *out stays). */
int import_read_char(const struct json_node *object, const char *key, char *out, struct err *err) MUST_USE;
int import_read_vormen(const struct json_node *object, unsigned *out, struct err *err) MUST_USE;
int import_read_waardecodes(const struct json_node *object, struct waardecode_list *out, struct err *err)
	MUST_USE;
/* min, max of a column or of smelt. */
int import_read_bounds(const struct json_node *object, bool *has_min, int64_t *min, bool *has_max,
	int64_t *max, struct err *err) MUST_USE;
/* A list of conditions on declared columns; `peil` allows those that look at the period. */
int import_read_waar(const struct import_def *def, const struct json_node *object, bool peil,
	struct import_waar **out, size_t *count, struct err *err) MUST_USE;
/* Index of the column that `key` names; an error when it is not declared. */
int import_read_kolom_ref(const struct import_def *def, const struct json_node *object, const char *key,
	enum json_need need, int *out, struct err *err) MUST_USE;
int import_read_kolommen(struct import_def *def, const struct json_node *root, struct err *err) MUST_USE;
int import_read_smelt(struct import_def *def, const struct json_node *root, struct err *err) MUST_USE;
/* What rows are: sleutel, optellen_over, kenmerken, tel, object, koppeling, gebied_via; then the role of each
 * column, and whether it makes a whole. */
int import_read_rijen(struct import_def *def, const struct json_node *root, struct err *err) MUST_USE;
int import_read_controles(struct import_def *def, const struct json_node *root, struct err *err) MUST_USE;

#endif
