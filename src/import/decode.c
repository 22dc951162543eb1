#include "import/decode.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum { CP_REPLACEMENT = 0xfffd, DOS_END = 0x1a };

struct decoder {
	struct file_reader *file;
	enum codering codering;
	char *raw;	/* one block of the file */
	struct str out; /* the same as UTF-8, when it was not */
	uint64_t sum;
	uint16_t lead;	/* UTF-16: a first half waiting for its second; 0: none */
	int odd;	/* UTF-16: a first byte waiting for its second; -1: none */
	bool started;
	uint32_t table[128]; /* code points of the upper half of a code page */
};

const char *codering_name(enum codering codering)
{
	static const char *const names[] = {"UTF-8", "Windows-1252", "code page 850", "UTF-16LE", "UTF-16BE"};

	return names[codering];
}

uint64_t decoder_sum_step(uint64_t sum, const char *bytes, size_t len)
{
	uint64_t word;

	for (; len >= sizeof(word); bytes += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, bytes, sizeof(word));
		sum = (sum ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		sum ^= sum >> 29;
	}
	for (; len > 0; bytes++, len--)
		sum = (sum ^ (unsigned char)*bytes) * UINT64_C(0x100000001b3);
	return sum;
}

int decoder_open(struct decoder **out, const char *path, enum codering codering, struct err *err)
{
	struct file_reader *file;
	struct decoder *d;

	if (file_reader_open(&file, path, err) < 0)
		return -1;
	d = mem_new(1, sizeof(*d));
	d->file = file;
	d->codering = codering;
	d->odd = -1;
	d->raw = mem_new(DECODE_BLOCK, 1);
	for (unsigned i = 0; i < 128; i++) {
		uint32_t cp = codering == CODERING_CP850 ? text_cp850((unsigned char)(i + 128))
							  : text_cp1252((unsigned char)(i + 128));

		d->table[i] = cp ? cp : CP_REPLACEMENT;
	}
	*out = d;
	return 0;
}

/* A code page: one byte, one character. Runs of ASCII are copied at once. */
static void decode_page(struct decoder *d, const char *raw, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t from = at;

		while (at < len && (unsigned char)raw[at] < 0x80)
			at++;
		str_add_n(&d->out, raw + from, at - from);
		if (at < len)
			text_add_cp(&d->out, d->table[(unsigned char)raw[at++] - 128]);
	}
}

static void decode_unit(struct decoder *d, uint16_t unit)
{
	if (d->lead) {
		uint16_t lead = d->lead;

		d->lead = 0;
		if (unit >= 0xdc00 && unit <= 0xdfff) {
			text_add_cp(&d->out, 0x10000u + ((uint32_t)(lead - 0xd800) << 10) + (unit - 0xdc00u));
			return;
		}
		text_add_cp(&d->out, CP_REPLACEMENT);
	}
	if (unit >= 0xd800 && unit <= 0xdbff)
		d->lead = unit;
	else
		text_add_cp(&d->out, unit);
}

static void decode_wide(struct decoder *d, const char *raw, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned byte = (unsigned char)raw[i], first;

		if (d->odd < 0) {
			d->odd = (int)byte;
			continue;
		}
		first = (unsigned)d->odd;
		d->odd = -1;
		decode_unit(d, (uint16_t)(d->codering == CODERING_UTF16LE ? byte << 8 | first : first << 8 | byte));
	}
}

/* Leaves out the byte order mark and, on the last byte of an old DOS file, Ctrl-Z. */
static void strip(struct decoder *d, const char **text, size_t *len)
{
	if (!d->started && *len >= 3 && memcmp(*text, "\xef\xbb\xbf", 3) == 0) {
		*text += 3;
		*len -= 3;
	}
	d->started = true;
	if (*len && (*text)[*len - 1] == DOS_END)
		--*len;
}

int decoder_next(struct decoder *d, const char **text, size_t *len, struct err *err)
{
	size_t got;
	int more = file_reader_next(d->file, d->raw, DECODE_BLOCK, &got, err);

	if (more <= 0)
		return more;
	d->sum = decoder_sum_step(d->sum, d->raw, got);
	*text = d->raw;
	*len = got;
	if (d->codering != CODERING_UTF8) {
		str_clear(&d->out);
		if (d->codering == CODERING_CP1252 || d->codering == CODERING_CP850)
			decode_page(d, d->raw, got);
		else
			decode_wide(d, d->raw, got);
		*text = str_text(&d->out);
		*len = d->out.len;
	}
	strip(d, text, len);
	return 1;
}

uint64_t decoder_sum(const struct decoder *d)
{
	return d->sum;
}

void decoder_close(struct decoder *d)
{
	if (!d)
		return;
	file_reader_close(d->file);
	free(d->raw);
	str_release(&d->out);
	free(d);
}
