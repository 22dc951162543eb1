/* waarneming_store.h - observations: one row per (levering, gebied, periode, kenmerk, maat).
 *
 * Values are integers x 10^-schaal; exact when min = max; `<5` is [1,4]. kenmerk is canonical sorted text,
 * `leeftijdsgroep=2,5-4|soort=kdv` ("" for none; '|', '=' and '\' in values escaped with '\'). The
 * current value of a key is that of the newest delivery not withdrawn; a key absent from a later delivery
 * of the same bron and periode keeps its value unless that delivery is `volledig`. */
#ifndef STORE_WAARNEMING_STORE_H
#define STORE_WAARNEMING_STORE_H

#include "def/periode.h"
#include "store/levering_store.h"
#include "store/store.h"

enum staat { STAAT_WAARDE, STAAT_AFGESCHERMD, STAAT_NIET_GELEVERD, STAAT_NVT, STAAT_ONBEKEND };

struct waarneming {
	int64_t levering;
	int64_t gebied; /* gebied.id */
	struct periode periode;
	const char *kenmerk, *maat; /* borrowed */
	enum staat staat;
	bool begrensd;	  /* min and max hold; always for WAARDE, for AFGESCHERMD when an interval is known */
	int64_t min, max;
	int schaal;
	int64_t regel;	  /* physical line in the file; 0 = summed over rows or persons */
	bool voorlopig;	  /* filled on reading: its delivery is provisional */
};

/* Inside the caller's transaction. `bron` is that of the delivery. */
int waarneming_store_add(struct store *store, const char *bron, const struct waarneming *w, struct err *err) MUST_USE;

/* Walks the current observations of a bron as they stood, in fixed order: period (by end), gebied id,
 * kenmerk, maat. Rows are borrowed until the next call. Two queries may walk at once. While one is open other
 * windows cannot write: close it soon, and always before store_close. */
struct waarneming_query;
int waarneming_query_open(struct waarneming_query **out, struct store *store, const char *bron,
	struct stand stand, struct err *err) MUST_USE;
int waarneming_query_next(struct waarneming_query *q, const struct waarneming **row, struct err *err) MUST_USE;
void waarneming_query_close(struct waarneming_query *q); /* NULL is fine */

/* The same for everything ever delivered under a key's gebied and periode, also superseded and withdrawn, by
 * levering number: the history behind `uitleg`. */
int waarneming_history_open(struct waarneming_query **out, struct store *store, const char *bron,
	int64_t gebied, struct periode periode, struct err *err) MUST_USE;

/* Codes of all sources that have observations, sorted; freed with file_list_free. */
int waarneming_store_sources(struct store *store, char ***names, size_t *count, struct err *err) MUST_USE;

/* Of a row that names a code in the place of a wijk: `via_pc4=2711`. Its gebied is the gemeente; the koppeling with the
 * name behind `via_` says in which wijken the code lies. */
#define KENMERK_VIA "via_"
/* The name of that koppeling and the code; false, and both empty, when there is none. */
bool kenmerk_via(const char *kenmerk, struct str *koppeling, struct str *code);
/* The rest of the kenmerk. Caller frees. */
char *kenmerk_without_via(const char *kenmerk) MUST_USE;

/* Canonical kenmerk text from pairs: sorts by name, escapes. Caller frees. */
char *kenmerk_make(const char *const *naam, const char *const *waarde, size_t count) MUST_USE;
/* Value of one name in canonical text into `out` (unescaped); false when absent. */
bool kenmerk_get(const char *kenmerk, const char *naam, struct str *out);

#endif
