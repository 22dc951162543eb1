#include "import/sniff.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum { WIDE_SAMPLE = 4096, CTRL_Z = 0x1a };

/* Counts kept during the walk. Lines are those on which something was seen first; 0: never. */
struct walk {
	struct sniff *sniff;
	struct file_hasher *hasher;
	int64_t at;	       /* bytes before this block */
	int64_t line;	       /* of the byte at hand */
	int64_t line_start;    /* offset of its first byte */
	int64_t line_max;      /* longest line allowed */
	bool cr_before;	       /* the byte before was CR */
	int64_t nul, control, undefined, second_bom, broken, multi, twice, bad_half, long_line;
	bool in_quotes;	       /* an odd number of quotes so far */
	int64_t quote_at, quote_line; /* of the last one that opened */
	bool quote_long;
	uint32_t cp_before; /* of the byte sequence before; 0: that was ASCII */
	unsigned char control_byte, undefined_byte;
	char tail[4]; /* an unfinished UTF-8 sequence at the end of a block */
	size_t tail_len;
	uint16_t lead; /* UTF-16: first half of a pair */
};

static bool wide(const struct sniff *s)
{
	return s->codering == CODERING_UTF16LE || s->codering == CODERING_UTF16BE;
}

/* ---- what is no CSV at all ----------------------------------------------------------------- */

static const struct magic {
	const char *bytes;
	size_t len;
	const char *what, *advice;
} magics[] = {
	{"PK\x03\x04", 4, "een Excel-bestand (xlsx) of een zip-bestand, geen CSV",
		"Open het in Excel en kies Bestand > Opslaan als > CSV UTF-8 (door lijstscheidingsteken gescheiden)."},
	{"\xd0\xcf\x11\xe0", 4, "een oud Excel-bestand (xls), geen CSV",
		"Open het in Excel en kies Bestand > Opslaan als > CSV UTF-8 (door lijstscheidingsteken gescheiden)."},
	{"%PDF", 4, "een PDF, geen CSV", "Vraag de leverancier om de tabel als CSV."},
	{"\x1f\x8b", 2, "een ingepakt bestand (gzip), geen CSV", "Pak het eerst uit."},
	{"{\\rtf", 5, "een tekstverwerkersbestand (RTF), geen CSV", "Vraag de leverancier om de tabel als CSV."},
	{"SQLite format 3", 15, "een database, geen CSV", "Exporteer de tabel als CSV."},
	{"7z\xbc\xaf", 4, "een ingepakt bestand (7z), geen CSV", "Pak het eerst uit."},
	{"\x89PNG", 4, "een afbeelding, geen CSV", "Vraag de leverancier om de tabel als CSV."},
};

/* The first bytes after white space, small letters. */
static bool starts_with_word(const char *text, size_t len, const char *word)
{
	size_t at = 0, n = strlen(word);

	while (at < len && strchr(" \t\r\n", text[at]) && text[at])
		at++;
	if (len - at < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = text[at + i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != word[i])
			return false;
	}
	return true;
}

static bool refuse_magic(const char *text, size_t len, struct finding_list *findings)
{
	static const char *const pages[] = {"<!doctype", "<html", "<?xml", "<head", "<script"};

	for (size_t i = 0; i < ARRAY_LEN(magics); i++)
		if (len >= magics[i].len && memcmp(text, magics[i].bytes, magics[i].len) == 0) {
			finding_advise(finding_add(findings, ERNST_FOUT, "soort", 0, "dit is %s.", magics[i].what),
				"%s", magics[i].advice);
			return true;
		}
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	for (size_t i = 0; i < ARRAY_LEN(pages); i++)
		if (starts_with_word(text, len, pages[i])) {
			finding_advise(finding_add(findings, ERNST_FOUT, "soort", 0,
					       "dit is een webpagina (HTML of XML), geen CSV."),
				"Vaak is dit een aanmeldpagina: meld u aan in de browser en download het bestand opnieuw.");
			return true;
		}
	return false;
}

/* ---- encoding: first guess from the first bytes -------------------------------------------- */

/* UTF-16 without a mark: text from our part of the world has a zero in every other byte. */
static int wide_without_bom(const char *text, size_t len)
{
	size_t even = 0, odd = 0, n = len < WIDE_SAMPLE ? len : WIDE_SAMPLE;

	for (size_t i = 0; i + 1 < n; i += 2) {
		even += text[i] == '\0';
		odd += text[i + 1] == '\0';
	}
	if (n >= 8 && even == 0 && odd > n / 2 * 8 / 10)
		return CODERING_UTF16LE;
	if (n >= 8 && odd == 0 && even > n / 2 * 8 / 10)
		return CODERING_UTF16BE;
	return -1;
}

static void guess(struct sniff *s, const char *text, size_t len)
{
	int wide;

	s->codering = CODERING_UTF8;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		s->bom = true;
		len -= 3;
		text += 3;
	} else if (len >= 2 && memcmp(text, "\xff\xfe", 2) == 0) {
		s->bom = true;
		s->codering = CODERING_UTF16LE;
	} else if (len >= 2 && memcmp(text, "\xfe\xff", 2) == 0) {
		s->bom = true;
		s->codering = CODERING_UTF16BE;
	} else if ((wide = wide_without_bom(text, len)) >= 0) {
		s->codering = (enum codering)wide;
	}
	s->json = s->codering == CODERING_UTF8 && starts_with_word(text, len, "{");
}

/* Excel's own line `sep=;`, with or without quotes. */
static char sep_line(const char *text, size_t len)
{
	char sep;

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (len && *text == '"') {
		text++;
		len--;
	}
	if (len < 5 || !starts_with_word(text, len, "sep="))
		return 0;
	sep = text[4];
	return strchr(";,\t|", sep) && sep && (len == 5 || strchr("\r\n\";", text[5])) ? sep : 0;
}

/* ---- the walk ------------------------------------------------------------------------------ */

static void note(int64_t *line, const struct walk *w)
{
	if (!*line)
		*line = w->line;
}

/* A line has ended before offset `next`. */
static void line_end(struct walk *w, int64_t next)
{
	if (next - w->line_start > w->line_max)
		note(&w->long_line, w);
	w->line++;
	w->line_start = next;
}

/* One character below 0x80, at file offset `at` of `width` bytes. */
static void walk_ascii(struct walk *w, unsigned c, int64_t at, int width)
{
	struct sniff *s = w->sniff;

	if (w->cr_before && c != '\n') {
		s->cr++;
		line_end(w, at);
	}
	if (c == '"') {
		w->in_quotes = !w->in_quotes;
		w->quote_at = at;
		w->quote_line = w->line;
	} else if (c == '\n') {
		if (w->cr_before)
			s->crlf++;
		else
			s->lf++;
		line_end(w, at + width);
	} else if (c == 0) {
		note(&w->nul, w);
	} else if ((c < 0x20 && c != '\t' && c != '\r' && c != '\f') || c == 0x7f) {
		/* Ctrl-Z closes an old DOS file; anywhere else it is a control character */
		if (!(c == CTRL_Z && at == s->bytes - width)) {
			if (!w->control)
				w->control_byte = (unsigned char)c;
			note(&w->control, w);
		}
	}
	w->cr_before = c == '\r';
	w->cp_before = 0;
}

static void walk_other(struct walk *w, int64_t at)
{
	if (w->cr_before) {
		w->sniff->cr++;
		line_end(w, at);
	}
	w->cr_before = false;
}

/* One byte above 0x7f that is no part of UTF-8. */
static void walk_bad(struct walk *w, unsigned char byte)
{
	note(&w->broken, w);
	if (!text_cp1252(byte)) {
		if (!w->undefined)
			w->undefined_byte = byte;
		note(&w->undefined, w);
	}
}

/* UTF-8 that was taken for Windows-1252 and made UTF-8 once more: "Ã©" for "é". No Dutch text has Ã or Â before
 * a sign from that part of the table. */
static void look_for_twice(struct walk *w, uint32_t cp)
{
	if ((w->cp_before == 0xc3 || w->cp_before == 0xc2) && cp >= 0x80 && cp <= 0xbf)
		note(&w->twice, w);
	w->cp_before = cp;
}

static void walk_sequence(struct walk *w, const char *text, size_t size, int64_t at)
{
	uint32_t cp = 0;

	walk_other(w, at);
	(void)text_utf8_next(text, size, &cp);
	look_for_twice(w, cp);
	if (size == 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 && at > 0)
		note(&w->second_bom, w);
	else if (at > 0 || !w->sniff->bom)
		note(&w->multi, w);
}

/* How long the sequence that starts with this byte should be. */
static size_t sequence_size(unsigned char lead)
{
	return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
}

static void walk_high(struct walk *w, const char *text, size_t len, int64_t at, size_t *size)
{
	uint32_t cp;

	w->sniff->ascii = false;
	*size = text_utf8_next(text, len, &cp);
	if (*size > 1) {
		walk_sequence(w, text, *size, at);
		return;
	}
	*size = 1;
	walk_other(w, at);
	walk_bad(w, (unsigned char)*text);
}

/* How many bytes from here are printable ASCII and no quote, counted in words: the bulk of every file. A word is plain
 * when no byte has its high bit set, is below a space, is 0x7f or is a quote. */
static size_t plain_run(const char *text, size_t len)
{
	const uint64_t high = UINT64_C(0x8080808080808080), ones = UINT64_C(0x0101010101010101);
	size_t at = 0;
	uint64_t word;

	for (; at + sizeof(word) <= len; at += sizeof(word)) {
		memcpy(&word, text + at, sizeof(word));
		if ((word | (word - ones * ' ') | (word + ones) | ((word ^ ones * '"') - ones)) & high)
			break;
	}
	return at;
}

/* A block of bytes that are UTF-8 or a code page. `final`: nothing comes after it. */
static void walk_narrow(struct walk *w, const char *text, size_t len, bool final)
{
	size_t at = 0, size;

	while (at < len) {
		unsigned char c = (unsigned char)text[at];

		size = w->cr_before ? 0 : plain_run(text + at, len - at);
		if (size)
			w->cp_before = 0;
		if (size == 0 && c < 0x80) {
			size = 1;
			walk_ascii(w, c, w->at + (int64_t)at, 1);
		} else if (size == 0 && !final && len - at < sequence_size(c)) {
			break;
		} else if (size == 0) {
			walk_high(w, text + at, len - at, w->at + (int64_t)at, &size);
		}
		at += size;
	}
	w->tail_len = len - at;
	if (w->tail_len)
		memmove(w->tail, text + at, w->tail_len);
	w->at += (int64_t)at;
}

static void walk_unit(struct walk *w, uint16_t unit, int64_t at)
{
	if (unit < 0x80) {
		walk_ascii(w, unit, at, 2);
	} else {
		w->sniff->ascii = false;
		walk_other(w, at);
		if (unit == 0xfeff && at > 0)
			note(&w->second_bom, w);
	}
	if (w->lead ? unit < 0xdc00 || unit > 0xdfff : unit >= 0xdc00 && unit <= 0xdfff)
		note(&w->bad_half, w);
	w->lead = unit >= 0xd800 && unit <= 0xdbff ? unit : 0;
}

/* Blocks have an even number of bytes but for the last. */
static void walk_wide(struct walk *w, const char *text, size_t len)
{
	bool little = w->sniff->codering == CODERING_UTF16LE;

	for (size_t i = 0; i + 1 < len; i += 2) {
		unsigned a = (unsigned char)text[i], b = (unsigned char)text[i + 1];

		walk_unit(w, (uint16_t)(little ? b << 8 | a : a << 8 | b), w->at + (int64_t)i);
	}
	if (len % 2)
		note(&w->bad_half, w);
	w->at += (int64_t)len;
}

/* ---- reading ------------------------------------------------------------------------------- */

/* The block goes behind what was left of the one before, so that no sequence is cut. */
static void walk_block(struct walk *w, char *buffer, size_t got)
{
	size_t carried = w->tail_len;
	bool final = w->at + (int64_t)carried + (int64_t)got >= w->sniff->bytes;

	if (wide(w->sniff)) {
		walk_wide(w, buffer + sizeof(w->tail), got);
		return;
	}
	memcpy(buffer + sizeof(w->tail) - carried, w->tail, carried);
	walk_narrow(w, buffer + sizeof(w->tail) - carried, got + carried, final);
}

static int walk_file(struct walk *w, struct file_reader *file, struct finding_list *findings, struct err *err)
{
	char *buffer = mem_new(sizeof(w->tail) + DECODE_BLOCK, 1), *block = buffer + sizeof(w->tail);
	size_t got;
	int more;

	while ((more = file_reader_next(file, block, DECODE_BLOCK, &got, err)) == 1) {
		file_hasher_add(w->hasher, block, got);
		w->sniff->sum = decoder_sum_step(w->sniff->sum, block, got);
		if (w->at == 0 && w->tail_len == 0) {
			if (refuse_magic(block, got, findings))
				break;
			guess(w->sniff, block, got);
			w->sniff->sep = sep_line(block, got);
			w->line_max = wide(w->sniff) ? 2 * SNIFF_MAX_LINE : SNIFF_MAX_LINE;
		}
		walk_block(w, buffer, got);
		/* no cell may be so long: what comes after an unclosed quote needs no reading */
		w->quote_long = w->in_quotes && w->at - w->quote_at > w->line_max;
		if (w->quote_long)
			break;
		if (w->long_line || w->at - w->line_start > w->line_max) {
			note(&w->long_line, w);
			break;
		}
	}
	free(buffer);
	return more < 0 ? -1 : 0;
}

/* ---- the verdict --------------------------------------------------------------------------- */

static const char export_again[] = "Exporteer het bestand opnieuw als CSV UTF-8.";

static void refuse_at(struct finding_list *findings, const char *rule, int64_t line, const char *what, const char *advice)
{
	finding_advise(finding_add(findings, ERNST_FOUT, rule, line, "%s", what), "%s", advice);
}

/* No valid UTF-8: Windows-1252 when every byte fits and nothing in it says UTF-8. */
static void judge_narrow(const struct walk *w, struct finding_list *findings)
{
	struct sniff *s = w->sniff;

	if (w->twice && !w->broken)
		finding_advise(finding_add(findings, ERNST_WAARSCHUWING, "codering", w->twice,
				       "op deze regel staat tekst die twee keer naar UTF-8 is omgezet (zoals Ã© voor é)."),
			"Codes worden goed gelezen, namen misschien niet. Vraag de leverancier om het bestand opnieuw te exporteren.");
	if (!w->broken)
		return;
	if (s->bom) {
		refuse_at(findings, "codering", w->broken, "het bestand begint als UTF-8, maar op deze regel staat een byte die geen UTF-8 is.",
			export_again);
	} else if (w->multi) {
		finding_advise(finding_add(findings, ERNST_FOUT, "codering", w->broken,
				       "het bestand heeft twee coderingen door elkaar: Windows-1252 op deze regel, UTF-8 op regel %lld.",
				       (long long)w->multi),
			"Er zijn twee bestanden aan elkaar geplakt. %s", export_again);
	} else if (w->undefined) {
		/* code page 850 uses these bytes: whether it may be that, the profile says */
		s->codering = CODERING_CP850;
		s->undefined_line = w->undefined;
		s->undefined_byte = w->undefined_byte;
	} else {
		s->codering = CODERING_CP1252;
	}
}

static void judge(const struct walk *w, struct finding_list *findings)
{
	if (w->quote_long)
		refuse_at(findings, "aanhalingsteken", w->quote_line,
			"hier begint een cel met een aanhalingsteken (\") dat na 1 MiB nog niet is gesloten.",
			"Sluit de cel met een aanhalingsteken, of haal het weg, en lever het bestand opnieuw.");
	else if (w->long_line)
		refuse_at(findings, "grens", w->long_line, "deze regel is langer dan 1 MiB.",
			"Vaak ontbreekt er een aanhalingsteken, of is dit geen CSV. Exporteer het bestand opnieuw.");
	else if (w->nul)
		refuse_at(findings, "tekens", w->nul, "op deze regel staat een NUL-byte; die hoort niet in tekst.", export_again);
	else if (w->bad_half)
		refuse_at(findings, "codering", w->bad_half, "het bestand is UTF-16, maar op deze regel is de tekst beschadigd.",
			export_again);
	else if (w->second_bom)
		refuse_at(findings, "codering", w->second_bom,
			"op deze regel begint een tweede bestand (er staat een teken dat alleen aan het begin hoort, U+FEFF).",
			"Er zijn twee bestanden aan elkaar geplakt; lever ze apart.");
	else if (w->control) {
		finding_advise(finding_add(findings, ERNST_FOUT, "tekens", w->control,
				       "op deze regel staat een stuurteken (\\x%02x); dat hoort niet in tekst.", w->control_byte),
			"%s", export_again);
	} else if (!wide(w->sniff))
		judge_narrow(w, findings);
}

static bool refuse_size(const struct sniff *s, struct finding_list *findings)
{
	if (s->bytes == 0 || (s->bytes == 3 && s->bom) || (s->bytes == 2 && s->bom)) {
		refuse_at(findings, "leeg", 0, "het bestand is leeg.", "Exporteer het opnieuw of vraag de leverancier om het bestand.");
		return true;
	}
	if (s->bytes > SNIFF_MAX_BYTES) {
		refuse_at(findings, "grens", 0, "het bestand is groter dan 4 GB.", "Lever het in delen, bijvoorbeeld per jaar.");
		return true;
	}
	return false;
}

static void finish(struct walk *w)
{
	struct sniff *s = w->sniff;

	if (w->cr_before) {
		s->cr++;
		line_end(w, s->bytes);
	}
	if (w->lead)
		note(&w->bad_half, w);
	s->ends_open = s->bytes > w->line_start;
	s->lines = w->line - 1 + s->ends_open;
}

int sniff_file(const char *path, struct sniff *out, struct finding_list *findings, struct err *err)
{
	struct walk w = {.sniff = out, .line = 1};
	struct file_reader *file;
	size_t fouten = findings->fouten;
	int result;

	*out = (struct sniff){.ascii = true};
	if (file_reader_open(&file, path, err) < 0)
		return -1;
	if (file_stat(path, &out->stat, err) < 0) {
		file_reader_close(file);
		return -1;
	}
	out->bytes = out->stat.bytes;
	if (refuse_size(out, findings)) {
		file_reader_close(file);
		return 0;
	}
	w.hasher = file_hasher_new();
	result = walk_file(&w, file, findings, err);
	file_hasher_end(w.hasher, &out->hash);
	file_reader_close(file);
	if (result < 0)
		return -1;
	finish(&w);
	if (findings->fouten == fouten && !refuse_size(out, findings))
		judge(&w, findings);
	return 0;
}

void sniff_add_words(struct str *s, const struct sniff *sniff, enum codering used)
{
	int kinds = (sniff->lf > 0) + (sniff->crlf > 0) + (sniff->cr > 0);

	str_add(s, codering_name(used));
	if (sniff->bom)
		str_add(s, " met BOM");
	if (kinds > 1)
		str_add(s, "; regeleinden gemengd");
	else if (kinds == 1)
		str_add(s, sniff->lf ? "; regeleinden LF" : sniff->crlf ? "; regeleinden CRLF" : "; regeleinden CR");
}
