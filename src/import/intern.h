/* intern.h - texts to small numbers: the same text always the same number, in order of first appearance. A
 * file of millions of rows has few different areas, dates and codes; each is read once. */
#ifndef IMPORT_INTERN_H
#define IMPORT_INTERN_H

#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"

struct intern {
	struct {
		uint64_t hash;
		char *text;
		size_t len;
	} *item;
	size_t count, cap;
	uint32_t *slot; /* open addressing: number + 1, 0 is free */
	size_t slots;
};

/* Number of the text, from 0; a new one gets the next number (compare with in->count before the call). */
uint32_t intern_id(struct intern *in, const char *text, size_t len);
/* The text of a number, borrowed. */
const char *intern_text(const struct intern *in, uint32_t id);
void intern_release(struct intern *in);

/* 64-bit hash of bytes, mixed into `seed`; the same in every run. */
uint64_t hash_bytes(uint64_t seed, const void *data, size_t len);

#endif
