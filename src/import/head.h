/* head.h - the first rows of a delivered file, read with every delimiter that occurs: what the recognition of
 * a header looks at. */
#ifndef IMPORT_HEAD_H
#define IMPORT_HEAD_H

#include "base/err.h"
#include "base/macro.h"
#include "import/decode.h"
#include "import/finding.h"

enum { HEAD_ROWS = 40, HEAD_DELIMITERS = 4 };

struct head_row {
	int64_t line;
	size_t count;
	char **cell;
	char **sleutel; /* kop_key of each */
};

/* One reading of the file: with this delimiter. */
struct head {
	char delimiter;
	struct head_row row[HEAD_ROWS];
	size_t count;
	struct finding_list faults; /* why it could not be read further with this delimiter */
};

/* `; , tab |` in this order. */
struct head_set {
	enum codering codering;
	struct head head[HEAD_DELIMITERS];
};

int head_read(const char *path, enum codering codering, struct head_set *out, struct err *err) MUST_USE;
void head_release(struct head_set *set);
/* "puntkomma", "komma", "tab", "streep (|)". */
const char *head_delimiter_name(char delimiter);

#endif
