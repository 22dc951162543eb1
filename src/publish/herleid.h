/* herleid.h - what a reader works out of published files by himself: no true count is used, only what the files show, how
 * areas add up and how the definitions say that counts hang together. For files of which the werkmap has no counts (any
 * more), and for files that somebody else made. Inside publish; for publish/onthulling.
 *
 * Without the counts it cannot be said which hidden ones are small. So the policy is asked of every hidden count that
 * may be small: fewer than k numbers possible, or only numbers below k, is reported; and of every other one that it is
 * not known exactly. Wijken that no file names are taken to have no children, and groups that are the whole wherever
 * that can be seen are taken to be the whole everywhere: a reader would do so too. */
#ifndef PUBLISH_HERLEID_H
#define PUBLISH_HERLEID_H

#include "publish/grootheid.h"
#include "publish/puzzle.h"

/* A percentage that stands beside hidden counts: what it says of x and n. */
struct herleid_deel {
	size_t x, n;
	int64_t maal; /* 100 of a percentage */
	struct decimal waarde;
};

struct herleid_vondst {
	size_t q;      /* the count */
	size_t geheel; /* GROOTHEID_GEEN; or it is about what q leaves of this one */
	int64_t laag, hoog;
};

struct herleid_list {
	struct herleid_vondst *item;
	size_t count, cap;
	size_t *strijdig; /* a count of each puzzle that contradicts itself: nothing is proven of it */
	size_t strijdig_count, strijdig_cap;
};
void herleid_list_release(struct herleid_list *list);

/* Is the range of this count one a source gives itself ("<5"), and no narrower one? */
bool herleid_van_bron(const struct grootheid *c);

/* `g`: the counts of the files; a hidden one is a range (0 to HERLEID_GEEN_GRENS when nothing is known of it). opzet_prepare
 * must have been done. */
#define HERLEID_GEEN_GRENS PUZZLE_CEILING
void herleid(const struct grootheden *g, const struct herleid_deel *deel, size_t deel_count, struct herleid_list *list);

#endif
