/* decode.h - the bytes of a delivered file as a stream of UTF-8, in blocks of fixed size whatever the size
 * of the file. Which encoding it is was decided before, by sniff. */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/macro.h"

enum codering { CODERING_UTF8, CODERING_CP1252, CODERING_CP850, CODERING_UTF16LE, CODERING_UTF16BE };

/* "UTF-8", "Windows-1252" ... for messages. */
const char *codering_name(enum codering codering);

struct decoder; /* opaque; owns the open file and two blocks */

int decoder_open(struct decoder **out, const char *path, enum codering codering, struct err *err) MUST_USE;
/* The next block: 1 with text borrowed until the next call, 0 at the end, -1. A byte order mark at the start
 * is left out; bytes that are no text in this encoding become U+FFFD (sniff has refused those before). */
int decoder_next(struct decoder *d, const char **text, size_t *len, struct err *err) MUST_USE;
/* Checksum of the raw bytes read so far, to see that they are the bytes that sniff saw. */
uint64_t decoder_sum(const struct decoder *d);
void decoder_close(struct decoder *d); /* NULL is fine */

/* One step of that checksum. Not cryptographic: it guards against a file that is being saved, not against
 * an opponent; the SHA-256 of the file is taken once, by sniff. Blocks but the last are multiples of 8. */
uint64_t decoder_sum_step(uint64_t sum, const char *bytes, size_t len);

enum { DECODE_BLOCK = 65536 };

#endif
