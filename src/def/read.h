/* read.h - small readers shared by the loaders of definition files: owned texts, dates, exact
 * numbers, lists, conditions. Each says which line and key is wrong; none knows what the key means.
 */
#ifndef DEF_READ_H
#define DEF_READ_H

#include "base/date.h"
#include "base/json.h"
#include "base/num.h"
#include "def/indicator_def.h"

/* The file's first object; refuses unknown keys and another `schema`. *doc is freed with json_free
 * by the caller, also after a failure (it is then NULL or a document). */
int read_file(struct json **doc, const char *path, const char *label, const char *schema,
	const char *const *keys, struct err *err) MUST_USE;

/* A copy, owned by the caller; NULL stays NULL when an optional key is absent. Empty text is
 * refused. */
int read_text(const struct json_node *object, const char *key, enum json_need need, char **out,
	struct err *err) MUST_USE;
/* jjjj-mm-dd. */
int read_date(const struct json_node *object, const char *key, enum json_need need,
	struct date *out, struct err *err) MUST_USE;
/* A number written as text, "92" or "2,75", read exactly; *present tells whether it was there (may
 * be NULL with JSON_REQUIRED). */
int read_decimal(const struct json_node *object, const char *key, enum json_need need,
	struct decimal *out, bool *present, struct err *err) MUST_USE;
/* A list of texts; freed with read_texts_free. Empty texts and repeats are refused. */
int read_texts(const struct json_node *object, const char *key, enum json_need need, char ***out,
	size_t *count, struct err *err) MUST_USE;
void read_texts_free(char **text, size_t count);
/* A list of conditions as in `waar`; freed with read_filters_free. */
int read_filters(const struct json_node *object, const char *key, enum json_need need,
	struct filter **out, size_t *count, struct err *err) MUST_USE;
void read_filters_free(struct filter *filter, size_t count);

#endif
