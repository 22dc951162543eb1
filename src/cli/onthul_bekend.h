/* onthul_bekend.h - which numbers a calculation prints, to hold a page against: in all, and of one area. A point in a
 * number stands for thousands, so "1.690" and "1690" are the same. */
#ifndef CLI_ONTHUL_BEKEND_H
#define CLI_ONTHUL_BEKEND_H

#include <stdbool.h>
#include <stddef.h>

struct onthul_bekend {
	char **item; /* sorted before looking up */
	size_t count, cap;
	char **gebied; /* the names of areas below the gemeente */
	size_t gebied_count, gebied_cap;
	bool sorted;
};
void onthul_bekend_release(struct onthul_bekend *b);

/* Length of the number at `p`: digits with points and commas between them; 0: none. */
size_t onthul_getal(const char *p);

/* Each number in a printed text, and each "x van n". `gebied` NULL: of the gemeente, or of no area. */
void onthul_bekend_add(struct onthul_bekend *b, const char *gebied, const char *text);
/* `n` NULL: a number by itself; else "x van n". `gebied` NULL: anywhere. Numbers need not end. */
bool onthul_bekend_is(struct onthul_bekend *b, const char *gebied, const char *x, const char *n);

/* The number of areas named in a text; the first `max` of them in `name`, borrowed. */
size_t onthul_bekend_genoemd(const struct onthul_bekend *b, const char *text, const char **name, size_t max);

#endif
