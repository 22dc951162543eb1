/* sentence.h - the sentences a reader sees, from reports/zinnen.json: one key per branch, with {named} places to
 * fill in, and singular and plural where a count decides. What C asks for and what the file offers are
 * compared when it is loaded, so a page cannot meet a missing sentence halfway. Every key and its places
 * are listed in reports/README.md. */
#ifndef REPORT_SENTENCE_H
#define REPORT_SENTENCE_H

#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "report/sentence_keys.h"

enum zin {
#define ZIN_ENUM(name, key, places) ZIN_##name,
	ZINNEN(ZIN_ENUM)
#undef ZIN_ENUM
	ZIN_COUNT
};

struct zinnen; /* opaque; owns its texts */

/* ERR_DEFINITION for a key that is missing or unknown and for a place a sentence does not have. */
int zinnen_load(struct zinnen **out, const char *path, const char *label, struct err *err) MUST_USE;
void zinnen_free(struct zinnen *z);

/* What is filled in: pairs of place and text, ended by {NULL, NULL}. */
struct veld {
	const char *naam, *tekst;
};
#define VELDEN(...) ((const struct veld[]){__VA_ARGS__, {NULL, NULL}})

/* A sentence; every place in it must be among `velden` (assert). */
void zin_add(struct str *s, const struct zinnen *z, enum zin zin, const struct veld *velden);
/* The same with its count: 1 takes the singular where the file has one. */
void zin_add_count(struct str *s, const struct zinnen *z, enum zin zin, int64_t aantal,
	const struct veld *velden);
/* Owned by the caller. */
char *zin_make(const struct zinnen *z, enum zin zin, const struct veld *velden) MUST_USE;
/* A sentence without places; borrowed from `z`. */
const char *zin_text(const struct zinnen *z, enum zin zin);
const char *zin_key(enum zin zin); /* static */

/* Words that no sentence may hold ("significant" ...), and the most words of one: checked by tests and by
 * `controleer`. NULL-terminated, borrowed. */
const char *const *zinnen_banned(const struct zinnen *z);
int64_t zinnen_max_words(const struct zinnen *z);

/* "a", "a en b", "a, b en c". */
void zin_add_list(struct str *s, const struct zinnen *z, const char *const *items, size_t count);

#endif
