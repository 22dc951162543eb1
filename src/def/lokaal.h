/* lokaal.h - what is true of one gemeente: its name and areas, its series breaks, its privacy
 * policy. The structs stand in definities.h; these are their readers. */
#ifndef DEF_LOKAAL_H
#define DEF_LOKAAL_H

#include "def/definities.h"

/* indicators/gemeenten/<gemeente>.json. `hash` (65 bytes) gets the hash of the file. */
int gemeente_def_load(struct gemeente_def *out, const char *path, const char *label, char *hash,
	struct err *err) MUST_USE;
void gemeente_def_release(struct gemeente_def *g);

/* indicators/breuken/<gemeente>.json, in the order of the file. */
int breuk_list_load(struct breuk_def **out, size_t *count, const char *path, const char *label,
	char *hash, struct err *err) MUST_USE;
void breuk_list_free(struct breuk_def *breuk, size_t count);

/* The policy that holds where a gemeente has none of its own: k 5, gevoelig 10, percentages from
 * 10, nobody and everybody not shown. */
void privacy_def_default(struct privacy_def *out);
/* indicators/privacy/<gemeente>.json. Refuses a k below 5. */
int privacy_def_load(
	struct privacy_def *out, const char *path, const char *label, struct err *err) MUST_USE;
/* Is what is counted somebody? Everything is that the policy does not name as nobody; `enkelvoud`: its word, or NULL. */
bool privacy_telt_mensen(const struct privacy_def *p, const char *enkelvoud);
/* Does the public see figures of areas of this niveau? The area of children without a known wijk goes with the wijken. */
bool privacy_niveau_openbaar(const struct privacy_def *p, const char *niveau);
/* How the years of an indicator are taken together for the public; NULL: they are not. Borrowed. */
const struct privacy_samen *privacy_samen_van(const struct privacy_def *p, const char *indicator);
/* Is this a year by itself of such an indicator? Then the public sees nothing of it. */
bool privacy_los_jaar(const struct privacy_def *p, const char *indicator, struct periode periode);
/* The three years together that this year belongs to. */
struct periode privacy_samen_periode(const struct privacy_samen *s, struct periode jaar);
void privacy_def_release(struct privacy_def *p);

#endif
