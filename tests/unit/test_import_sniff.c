#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/str.h"
#include "import/sniff.h"

#include "temp_dir.h"

static char *folder;

static const char *write_bytes(const char *bytes, size_t len)
{
	const char *path = temp_path(folder, "f.csv");
	struct err err = ERR_INIT;

	unlink(path);
	assert_ok(file_write(path, bytes, len, 0600, &err));
	return path;
}

static struct sniff sniff_bytes(const char *bytes, size_t len, struct finding_list *found)
{
	struct sniff s;
	struct err err = ERR_INIT;

	assert_ok(sniff_file(write_bytes(bytes, len), &s, found, &err));
	return s;
}

/* Recognised without a finding. */
static struct sniff good(const char *bytes, size_t len)
{
	struct finding_list found = {0};
	struct sniff s = sniff_bytes(bytes, len, &found);

	if (found.count)
		print_error("%s\n", found.item[0].text);
	assert_int_equal(found.count, 0);
	return s;
}

static void refused(const char *bytes, size_t len, const char *rule, int64_t line, const char *part)
{
	struct finding_list found = {0};

	(void)sniff_bytes(bytes, len, &found);
	assert_int_equal(found.fouten, 1);
	if (!strstr(found.item[0].text, part))
		print_error("%s\n", found.item[0].text);
	assert_string_equal(found.item[0].rule, rule);
	assert_int_equal(found.item[0].line, line);
	assert_non_null(strstr(found.item[0].text, part));
	assert_non_null(found.item[0].advice);
	finding_list_release(&found);
}

#define GOOD(text) good(text, sizeof(text) - 1)
#define REFUSED(text, rule, line, part) refused(text, sizeof(text) - 1, rule, line, part)

static void encodings_are_told_apart(void **state)
{
	(void)state;
	assert_int_equal(GOOD("a;b\n").codering, CODERING_UTF8);
	assert_true(GOOD("a;b\n").ascii);
	assert_int_equal(GOOD("caf\u00e9\n").codering, CODERING_UTF8);
	assert_false(GOOD("caf\u00e9\n").ascii);
	assert_true(GOOD("\xef\xbb\xbf" "a\n").bom);
	assert_int_equal(GOOD("caf\xe9\n").codering, CODERING_CP1252);
	assert_int_equal(GOOD("caf\x82 \x8d\n").codering, CODERING_CP850);
	assert_int_equal(GOOD("x\ny\x8d\n").undefined_line, 2);
	assert_int_equal(GOOD("\xff\xfe" "a\0\n\0").codering, CODERING_UTF16LE);
	assert_int_equal(GOOD("\xfe\xff" "\0a\0\n").codering, CODERING_UTF16BE);
	assert_int_equal(GOOD("a\0b\0c\0d\0e\0\n\0").codering, CODERING_UTF16LE);
	assert_int_equal(GOOD("\0a\0b\0c\0d\0e\0\n").codering, CODERING_UTF16BE);
	assert_int_equal(GOOD("\xff\xfe" "\x3d\xd8\x00\xde\n\0").codering, CODERING_UTF16LE);
	assert_int_equal(GOOD("\xe2\x82").codering, CODERING_CP1252); /* cut at the end */
}

static void mixed_and_damaged_text_is_refused(void **state)
{
	(void)state;
	REFUSED("a\n\xc3\xa9\n\xe9\n", "codering", 3, "UTF-8 op regel 2");
	REFUSED("\xef\xbb\xbf" "a\n\xe9\n", "codering", 2, "begint als UTF-8");
	REFUSED("a\n\xef\xbb\xbf" "b\n", "codering", 2, "tweede bestand");
	REFUSED("\xff\xfe" "a\0\n\0\xff\xfe" "b\0", "codering", 2, "tweede bestand");
	REFUSED("\xff\xfe" "a\0\n\0\x00\xde\n\0", "codering", 2, "beschadigd");
	REFUSED("\xff\xfe" "a\0\n\0\x3d\xd8", "codering", 2, "beschadigd");
	REFUSED("\xff\xfe" "a\0\n\0\x3d\xd8x\0", "codering", 2, "beschadigd");
	REFUSED("\xff\xfe" "a\0\n\0x", "codering", 2, "beschadigd");
}

static void text_that_was_encoded_twice_is_a_warning(void **state)
{
	struct finding_list found = {0};

	(void)state;
	(void)sniff_bytes("a\nCura\u00c3\u00a7ao\n", 13, &found);
	assert_int_equal(found.fouten, 0);
	assert_int_equal(found.waarschuwingen, 1);
	assert_int_equal(found.item[0].line, 2);
	assert_non_null(strstr(found.item[0].text, "twee keer naar UTF-8"));
	finding_list_release(&found);
	(void)GOOD("\u00c3 \u00a7 \u00e7\u00e9\u00c3x\u00a7\n");
	(void)GOOD("\u00c3aaaaaaaaaaaaaaaa\u00a7\n");
}

static void characters_that_are_no_text_are_refused(void **state)
{
	(void)state;
	REFUSED("a\nb\0c\n", "tekens", 2, "NUL-byte");
	REFUSED("a\nb\x1b[1mc\n", "tekens", 2, "stuurteken (\\x1b)");
	REFUSED("a\x7f\n", "tekens", 1, "stuurteken (\\x7f)");
	REFUSED("a\x1a\nb\n", "tekens", 1, "stuurteken (\\x1a)");
	(void)GOOD("a\tb\fc\r\n\x1a"); /* Ctrl-Z closes an old DOS file */
}

static void other_files_are_named(void **state)
{
	(void)state;
	REFUSED("PK\x03\x04xxxx", "soort", 0, "Excel-bestand (xlsx)");
	REFUSED("{\\rtf1 x}", "soort", 0, "RTF");
	REFUSED("\x1f\x8b\x08\x00", "soort", 0, "gzip");
	REFUSED("SQLite format 3\0xx", "soort", 0, "database");
	REFUSED("\x89PNG\r\n", "soort", 0, "afbeelding");
	REFUSED("7z\xbc\xaf\x27", "soort", 0, "7z");
	REFUSED("\xef\xbb\xbf\r\n<!DOCTYPE html>", "soort", 0, "webpagina");
	REFUSED("<?xml version=\"1.0\"?>", "soort", 0, "webpagina");
	(void)GOOD("<5;x\n");
	assert_true(GOOD(" {\"type\": 1}").json);
}

static void empty_files_are_refused(void **state)
{
	(void)state;
	REFUSED("", "leeg", 0, "is leeg");
	REFUSED("\xef\xbb\xbf", "leeg", 0, "is leeg");
	REFUSED("\xff\xfe", "leeg", 0, "is leeg");
}

static void line_ends_are_counted(void **state)
{
	struct sniff s = GOOD("a\nb\r\nc\rd");

	(void)state;
	assert_int_equal(s.lf, 1);
	assert_int_equal(s.crlf, 1);
	assert_int_equal(s.cr, 1);
	assert_int_equal(s.lines, 4);
	assert_true(s.ends_open);
	s = GOOD("a\r\u00e9\r");
	assert_int_equal(s.cr, 2);
	assert_int_equal(s.lines, 2);
	assert_false(s.ends_open);
	s = GOOD("\xfe\xff\0a\0\r\0\n\0b\0\r");
	assert_int_equal(s.crlf, 1);
	assert_int_equal(s.cr, 1);
	assert_int_equal(s.lines, 2);
}

static void more_than_four_gigabytes_is_refused_unread(void **state)
{
	const char *path = write_bytes("a;b\n", 4);
	struct finding_list found = {0};
	struct sniff s;
	struct err err = ERR_INIT;

	(void)state;
	if (truncate(path, (INT64_C(4) << 30) + 1) < 0)
		skip(); /* a disk without sparse files */
	assert_ok(sniff_file(path, &s, &found, &err));
	assert_non_null(strstr(found.item[0].text, "groter dan 4 GB"));
	finding_list_release(&found);
}

static void a_sep_line_names_the_delimiter(void **state)
{
	(void)state;
	assert_int_equal(GOOD("sep=;\nx").sep, ';');
	assert_int_equal(GOOD("\xef\xbb\xbfSEP=,\r\nx").sep, ',');
	assert_int_equal(GOOD("\"sep=\t\"\nx").sep, '\t');
	assert_int_equal(GOOD("sep=;").sep, ';');
	assert_int_equal(GOOD("sep=x\n").sep, 0);
	assert_int_equal(GOOD("sep=;x\n").sep, 0);
	assert_int_equal(GOOD("sep=").sep, 0);
	assert_int_equal(GOOD("\"").sep, 0);
}

static void a_line_without_end_stops_the_reading(void **state)
{
	size_t len = 20 << 20;
	char *text = mem_new(len, 1);

	(void)state;
	memset(text, 'x', len);
	memcpy(text, "a;b\n", 4);
	refused(text, len, "grens", 2, "langer dan 1 MiB");
	text[(2 << 20) + 10] = '\n';
	refused(text, len, "grens", 2, "langer dan 1 MiB");
	free(text);
}

static void a_quote_that_is_never_closed_stops_the_reading(void **state)
{
	size_t len = 20 << 20;
	char *text = mem_new(len, 1);

	(void)state;
	memset(text, '\n', len);
	memcpy(text, "a;b\n\"x\";\"\"\"\"\n1;\"", 17);
	refused(text, len, "aanhalingsteken", 3, "na 1 MiB nog niet is gesloten");
	memset(text, '\n', len);
	memcpy(text, "a;b\n1;2\n\"\"\"\"\n1", 14);
	assert_int_equal(good(text, len).codering, CODERING_UTF8);
	free(text);
}

/* A character of several bytes, and a line end of two, on both sides of every block border. */
static void blocks_cut_nothing(void **state)
{
	(void)state;
	for (size_t shift = 0; shift < 8; shift++) {
		struct str s = STR_INIT;
		struct sniff seen;
		int64_t lines = 1;

		for (size_t i = 0; i < shift; i++)
			str_add_char(&s, 'x');
		str_add(&s, "\r\n");
		while (s.len < 2 * DECODE_BLOCK + 50) {
			str_add(&s, "\u00e9\u20ac\U0001f600\r\n");
			lines++;
		}
		seen = good(s.text, s.len);
		assert_int_equal(seen.codering, CODERING_UTF8);
		assert_int_equal(seen.crlf, lines);
		assert_int_equal(seen.lf + seen.cr, 0);
		str_release(&s);
	}
}

static void the_hash_and_the_checksum_are_of_the_whole_file(void **state)
{
	struct file_hash hash;
	struct sniff s = GOOD("a;b\n1;2\n");

	(void)state;
	file_hash_bytes("a;b\n1;2\n", 8, &hash);
	assert_string_equal(s.hash.hex, hash.hex);
	assert_true(s.sum == decoder_sum_step(0, "a;b\n1;2\n", 8));
}

static void what_was_recognised_is_said_in_words(void **state)
{
	struct sniff s = GOOD("\xef\xbb\xbf" "a\r\nb\r\n");
	struct str words = STR_INIT;

	(void)state;
	sniff_add_words(&words, &s, CODERING_UTF8);
	assert_string_equal(str_text(&words), "UTF-8 met BOM; regeleinden CRLF");
	str_clear(&words);
	s = GOOD("a\nb\r\n");
	sniff_add_words(&words, &s, CODERING_CP850);
	assert_string_equal(str_text(&words), "code page 850; regeleinden gemengd");
	str_clear(&words);
	s = GOOD("a");
	sniff_add_words(&words, &s, CODERING_UTF8);
	assert_string_equal(str_text(&words), "UTF-8");
	str_clear(&words);
	s = GOOD("a\r");
	sniff_add_words(&words, &s, CODERING_UTF8);
	assert_string_equal(str_text(&words), "UTF-8; regeleinden CR");
	str_release(&words);
}

static void what_is_no_regular_file_is_refused_at_once(void **state)
{
	struct finding_list found = {0};
	struct sniff s;
	struct err err = ERR_INIT;

	(void)state;
	assert_refused(sniff_file(folder, &s, &found, &err), "is een map");
	assert_refused(sniff_file("/dev/zero", &s, &found, &err), "geen gewoon bestand");
	assert_refused(sniff_file(temp_path(folder, "weg"), &s, &found, &err), "bestaat niet");
	assert_int_equal(found.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings_are_told_apart),
		cmocka_unit_test(mixed_and_damaged_text_is_refused),
		cmocka_unit_test(text_that_was_encoded_twice_is_a_warning),
		cmocka_unit_test(characters_that_are_no_text_are_refused),
		cmocka_unit_test(other_files_are_named),
		cmocka_unit_test(empty_files_are_refused),
		cmocka_unit_test(line_ends_are_counted),
		cmocka_unit_test(more_than_four_gigabytes_is_refused_unread),
		cmocka_unit_test(a_sep_line_names_the_delimiter),
		cmocka_unit_test(a_line_without_end_stops_the_reading),
		cmocka_unit_test(a_quote_that_is_never_closed_stops_the_reading),
		cmocka_unit_test(blocks_cut_nothing),
		cmocka_unit_test(the_hash_and_the_checksum_are_of_the_whole_file),
		cmocka_unit_test(what_was_recognised_is_said_in_words),
		cmocka_unit_test(what_is_no_regular_file_is_refused_at_once),
	};
	struct err err = ERR_INIT;
	int failed;

	if (proc_temp_dir(&folder, &err) < 0)
		return 1;
	failed = RUN_TESTS(tests);
	proc_temp_remove(folder);
	return failed;
}
