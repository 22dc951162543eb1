#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/str.h"
#include "import/csvfile.h"

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

/* The rows as text: cells between [ and ], each row with its line in front, faults with ! and their line. */
static char *read_as(const char *bytes, size_t len, enum codering codering, char delimiter)
{
	struct finding_list found = {0};
	const struct csv_row *row;
	struct csvfile *f;
	struct err err = ERR_INIT;
	struct str s = STR_INIT;
	int more;

	assert_ok(csvfile_open(&f, write_bytes(bytes, len), codering, delimiter, &err));
	while ((more = csvfile_next(f, &row, &found, &err)) == 1) {
		str_add_f(&s, "%lld", (long long)row->line);
		for (size_t i = 0; i < row->count; i++) {
			assert_int_equal(strlen(row->cell[i].text), row->cell[i].len);
			str_add_f(&s, "%s%s]", row->cell[i].absent ? "<" : "[", row->cell[i].text);
		}
		str_add_f(&s, "%s%s\n", row->blank ? "leeg" : "", csvfile_open_ended(f) ? "$" : "");
	}
	assert_int_equal(more, 0);
	assert_int_equal(csvfile_next(f, &row, &found, &err), 0);
	for (size_t i = 0; i < found.count; i++)
		str_add_f(&s, "!%lld %s: %s|%s\n", (long long)found.item[i].line, found.item[i].rule, found.item[i].text,
			found.item[i].advice);
	csvfile_close(f);
	finding_list_release(&found);
	return str_detach(&s);
}

static void rows_are(const char *bytes, const char *want)
{
	char *got = read_as(bytes, strlen(bytes), CODERING_UTF8, ';');

	assert_string_equal(got, want);
	free(got);
}

static void rows_have(const char *bytes, const char *part)
{
	char *got = read_as(bytes, strlen(bytes), CODERING_UTF8, ';');

	if (!strstr(got, part))
		print_error("%s", got);
	assert_non_null(strstr(got, part));
	free(got);
}

static void plain_rows_have_their_physical_line(void **state)
{
	(void)state;
	rows_are("a;b\n1;2\n", "1[a][b]\n2[1][2]\n");
	rows_are("a;b\r\n\r\n  \n1;2", "1[a][b]\n4[1][2]$\n");
	rows_are("", "");
	rows_are("\n\n", "");
	rows_are("a", "1[a]$\n");
}

static void cells_are_trimmed_and_absent_is_not_empty(void **state)
{
	(void)state;
	rows_are(" a ;\" b \";;\"\"; \u00a0\n", "1[a][b]<][][]\n");
	rows_are(";;\n \n", "1<]<]<]leeg\n");
	rows_are("\"\";\" \"\n", "1[][]leeg\n");
}

static void quotes_hold_delimiters_quotes_and_line_ends(void **state)
{
	(void)state;
	rows_are("\"a;b\";\"zeg \"\"ja\"\"\"\nx;y\n", "1[a;b][zeg \"ja\"]\n2[x][y]\n");
	rows_are("\"1\n2\r\n3\";b\nx;y\n", "1[1\n2\r\n3][b]\n4[x][y]\n");
	rows_are("a\n\"x\r\ry\"\nb\n", "1[a]\n2[x\r\ry]\n5[b]\n");
}

static void every_kind_of_line_end_ends_a_row(void **state)
{
	(void)state;
	rows_are("a;b\r1;2\r3;4\r", "1[a][b]\n2[1][2]\n3[3][4]\n");
	rows_are("a\r\nb\nc\rd", "1[a]\n2[b]\n3[c]\n4[d]$\n");
	rows_are("a\n\r\nb", "1[a]\n3[b]$\n");
}

static void stray_and_unclosed_quotes_are_faults_with_their_line(void **state)
{
	(void)state;
	rows_have("a;b\nc;d\"e\n", "!2 aanhalingsteken: bij een aanhalingsteken");
	rows_have("a;b\n\"c\"d;e\nx;y\n", "!2 aanhalingsteken");
	rows_have("a;b\nx;\"c\nd\"e\n", "De cel begint op regel 2");
	rows_have("a;b\nx;\"c\nd;e\n", "!2 aanhalingsteken: hier begint een cel");
	rows_have("a;b\nx;y\n\"c\nd\";\"e\nf", "!4 aanhalingsteken: hier begint een cel");
}

static void nothing_of_a_row_with_a_fault_is_handed_out(void **state)
{
	char *got = read_as("a;b\n\"c\"d;e\nx;y\n", 15, CODERING_UTF8, ';');

	(void)state;
	assert_memory_equal(got, "1[a][b]\n!2", 10);
	free(got);
}

static void a_tab_file_keeps_its_empty_cells(void **state)
{
	char *got = read_as("a\tb\tc\n\t\tx\n\t\t\n\n", 14, CODERING_UTF8, '\t');

	(void)state;
	assert_string_equal(got, "1[a][b][c]\n2<]<][x]\n3<]<]<]leeg\n");
	free(got);
}

/* A file of `parts`, each repeated. */
static char *repeated(const char *head, const char *part, size_t times, const char *tail, size_t *len)
{
	struct str s = STR_INIT;

	str_add(&s, head);
	for (size_t i = 0; i < times; i++)
		str_add(&s, part);
	str_add(&s, tail);
	*len = s.len;
	return str_detach(&s);
}

static void has_fault(const char *head, const char *part, size_t times, const char *tail, const char *want)
{
	size_t len;
	char *text = repeated(head, part, times, tail, &len), *got = read_as(text, len, CODERING_UTF8, ';');

	if (!strstr(got, want))
		print_error("%.300s\n", got);
	assert_non_null(strstr(got, want));
	free(text);
	free(got);
}

static void limits_are_kept(void **state)
{
	(void)state;
	has_fault("a;b\n", "x", 65537, ";y\n", "!2 grens: hier begint een cel van meer dan 64 KiB");
	has_fault("a;b\nx;\"", "abc\n", 30000, "\"\n", "!2 grens: hier begint een cel van meer dan 64 KiB");
	has_fault("a;b\n", "x", 300000, "", "!2 grens: hier begint een cel");
	has_fault("a\n", ";", 500, "\n", "!2 grens: deze rij heeft meer dan 500 kolommen");
	has_fault("a\n", "\"1234567890123456789012345678901234567890123456789012345678901234567890\";", 499, "\n", "2[1234");
	has_fault("a\n\"", "x", 60000, "\"\n", "2[xxx");
}

static void a_row_of_long_cells_is_too_long(void **state)
{
	size_t len;
	char *cell = repeated("", "x", 60000, ";", &len), *text, *got;

	(void)state;
	text = repeated("a\n", cell, 20, "y\n", &len);
	got = read_as(text, len, CODERING_UTF8, ';');
	assert_non_null(strstr(got, "!2 grens: hier begint een rij van meer dan 1 MiB"));
	free(cell);
	free(text);
	free(got);
}

/* Line ends, quotes and bytes of one character on both sides of every block border. */
static void blocks_cut_nothing(void **state)
{
	(void)state;
	for (size_t shift = 0; shift < 24; shift++) {
		struct str s = STR_INIT, want = STR_INIT;
		char *got;
		int64_t line = 1;

		for (size_t i = 0; i < shift; i++)
			str_add_char(&s, 'x');
		str_add(&s, "\n");
		str_add_f(&want, "%s%.*s%s", shift ? "1[" : "", (int)shift, "xxxxxxxxxxxxxxxxxxxxxxxx", shift ? "]\n" : "");
		while (s.len < 2 * DECODE_BLOCK + 100) {
			line++;
			str_add(&s, "\u00e9\u20ac;\"r\r\n\"\"s\"\r\n");
			str_add_f(&want, "%lld[\u00e9\u20ac][r\r\n\"s]\n", (long long)line);
			line++;
		}
		got = read_as(s.text, s.len, CODERING_UTF8, ';');
		assert_true(strcmp(got, want.text) == 0);
		free(got);
		str_release(&s);
		str_release(&want);
	}
}

static void other_encodings_become_utf8(void **state)
{
	static const char latin[] = "caf\xe9;\x80\n", dos[] = "caf\x82;\xd5\n\x1a";
	static const char little[] = "\xff\xfe\xe9\0;\0\x3d\xd8\x00\xde\n\0", big[] = "\0\xe9\0;\xd8\x3d\xde\x00\0\n";
	static const char broken[] = "\x3d\xd8x\0\n\0\x3d\xd8\x3d\xd8\n\0";
	char *got;

	(void)state;
	got = read_as(latin, sizeof(latin) - 1, CODERING_CP1252, ';');
	assert_string_equal(got, "1[caf\u00e9][\u20ac]\n");
	free(got);
	got = read_as(dos, sizeof(dos) - 1, CODERING_CP850, ';');
	assert_string_equal(got, "1[caf\u00e9][\u0131]\n");
	free(got);
	got = read_as(little, sizeof(little) - 1, CODERING_UTF16LE, ';');
	assert_string_equal(got, "1[\u00e9][\U0001f600]\n");
	free(got);
	got = read_as(big, sizeof(big) - 1, CODERING_UTF16BE, ';');
	assert_string_equal(got, "1[\u00e9][\U0001f600]\n");
	free(got);
	got = read_as(broken, sizeof(broken) - 1, CODERING_UTF16LE, ';');
	assert_string_equal(got, "1[\ufffdx]\n2[\ufffd\ufffd]\n");
	free(got);
}

static void a_file_that_is_not_there_is_an_error(void **state)
{
	struct csvfile *f;
	struct err err = ERR_INIT;

	(void)state;
	assert_refused(csvfile_open(&f, temp_path(folder, "weg"), CODERING_UTF8, ';', &err), "bestaat niet");
	csvfile_close(NULL);
}

static void the_checksum_sees_every_byte(void **state)
{
	char bytes[] = "abcdefghijklm";
	uint64_t sum = decoder_sum_step(0, bytes, sizeof(bytes) - 1);

	(void)state;
	for (size_t i = 0; i < sizeof(bytes) - 1; i++) {
		bytes[i] ^= 1;
		assert_true(decoder_sum_step(0, bytes, sizeof(bytes) - 1) != sum);
		bytes[i] ^= 1;
	}
	assert_true(decoder_sum_step(0, bytes, sizeof(bytes) - 1) == sum);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_rows_have_their_physical_line),
		cmocka_unit_test(cells_are_trimmed_and_absent_is_not_empty),
		cmocka_unit_test(quotes_hold_delimiters_quotes_and_line_ends),
		cmocka_unit_test(every_kind_of_line_end_ends_a_row),
		cmocka_unit_test(stray_and_unclosed_quotes_are_faults_with_their_line),
		cmocka_unit_test(nothing_of_a_row_with_a_fault_is_handed_out),
		cmocka_unit_test(a_tab_file_keeps_its_empty_cells),
		cmocka_unit_test(limits_are_kept),
		cmocka_unit_test(a_row_of_long_cells_is_too_long),
		cmocka_unit_test(blocks_cut_nothing),
		cmocka_unit_test(other_encodings_become_utf8),
		cmocka_unit_test(a_file_that_is_not_there_is_an_error),
		cmocka_unit_test(the_checksum_sees_every_byte),
	};
	struct err err = ERR_INIT;
	int failed;

	if (proc_temp_dir(&folder, &err) < 0)
		return 1;
	failed = RUN_TESTS(tests);
	proc_temp_remove(folder);
	return failed;
}
