/* sniff.h - what kind of bytes a delivered file holds: one walk over the whole file, before anything of it
 * is believed. Encoding, line ends, characters that do not belong in text, files that are no CSV at all,
 * and the SHA-256. The delimiter and the header are found by kop. */
#ifndef IMPORT_SNIFF_H
#define IMPORT_SNIFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/file.h"
#include "base/macro.h"
#include "base/str.h"
#include "import/decode.h"
#include "import/finding.h"

#define SNIFF_MAX_BYTES (INT64_C(4) << 30) /* a whole file */
enum { SNIFF_MAX_LINE = 1 << 20 };	   /* one physical line, in bytes; UTF-16 may have twice as many */

struct sniff {
	/* CODERING_CP1252 for a file of one byte a character that is no UTF-8: the profile may say that it is
	 * code page 850. CODERING_CP850 when it can only be that, because of the byte `undefined_byte`. */
	enum codering codering;
	unsigned char undefined_byte;
	int64_t undefined_line;
	bool bom, ascii; /* ascii: no byte above 0x7f, so each code page reads it the same */
	int64_t bytes, lines;	/* physical lines */
	int64_t lf, crlf, cr;	/* line ends of each kind */
	bool ends_open;		/* the last line has no line end */
	char sep;		/* from a first line `sep=;`; 0: none */
	bool json;		/* begins as JSON (GeoJSON) */
	struct file_hash hash;
	uint64_t sum;		/* of decode.h */
	struct file_stat stat;	/* before reading */
};

/* 0 also when the file was refused: then `findings` holds a fout. -1 when it could not be read. */
int sniff_file(const char *path, struct sniff *out, struct finding_list *findings, struct err *err) MUST_USE;

/* "UTF-8 met BOM; CRLF" for what was recognised. */
void sniff_add_words(struct str *s, const struct sniff *sniff, enum codering used);

#endif
