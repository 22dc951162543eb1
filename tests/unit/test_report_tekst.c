#include "test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "report/tekst.h"

/* A werkmap with one text; removed by the caller through clean(). */
static void write_text(const char *dir, const char *text)
{
	struct err err = ERR_INIT;
	char path[256];

	snprintf(path, sizeof(path), "%s/reports/tekst", dir);
	assert_ok(file_make_dir(path, &err));
	snprintf(path, sizeof(path), "%s/reports/tekst/L3.md", dir);
	assert_ok(file_write(path, text, strlen(text), 0600, &err));
}

static void clean(const char *dir)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/reports/tekst/L3.md", dir);
	unlink(path);
	snprintf(path, sizeof(path), "%s/reports/tekst", dir);
	rmdir(path);
	snprintf(path, sizeof(path), "%s/reports", dir);
	rmdir(path);
	rmdir(dir);
}

static int load(const char *text, struct tekst *out, struct err *err)
{
	char dir[] = "/tmp/tekstXXXXXX";
	int rc;

	assert_non_null(mkdtemp(dir));
	write_text(dir, text);
	rc = tekst_load(out, dir, "L3", err);
	clean(dir);
	return rc;
}

static void parts_stand_under_their_heading(void **state)
{
	struct err err = ERR_INIT;
	struct tekst t;

	(void)state;
	assert_ok(load("\xEF\xBB\xBFrol: procesmanager LEA\r\ndatum: 2026-08-20\r\nstatus: definitief\r\n"
		       "geaccepteerd: wethouder onderwijs, jeugd, 2026-08-21\r\nopenbaar: ja\r\n\r\n"
		       "Vooraf.\r\n\r\n# Gevraagd besluit\r\nStem in.\r\n\r\n- een\r\n- twee\r\n## ZM-B1\r\nJa.\r\n",
		&t, &err));
	assert_string_equal(t.rol, "procesmanager LEA");
	assert_int_equal(t.datum.day, 20);
	assert_true(t.definitief && t.openbaar);
	assert_string_equal(t.geaccepteerd_rol, "wethouder onderwijs, jeugd");
	assert_int_equal(t.geaccepteerd_op.day, 21);
	assert_string_equal(tekst_deel(&t, ""), "Vooraf.\n\n");
	assert_string_equal(tekst_deel(&t, "Gevraagd besluit"), "Stem in.\n\n- een\n- twee\n");
	assert_string_equal(tekst_deel(&t, "zm-b1"), "Ja.\n\n");
	assert_null(tekst_deel(&t, "Duiding"));
	tekst_release(&t);
}

static void no_file_is_no_text(void **state)
{
	struct err err = ERR_INIT;
	struct tekst t;

	(void)state;
	assert_ok(tekst_load(&t, "/nergens", "L3", &err));
	assert_null(tekst_deel(&t, ""));
	assert_ok(tekst_load(&t, NULL, "L3", &err));
	tekst_release(&t);
}

static void a_text_without_its_writer_is_refused(void **state)
{
	struct err err = ERR_INIT;
	struct tekst t;

	(void)state;
	assert_refused(load("Zomaar tekst.\n", &t, &err), "regel 1");
	assert_refused(load("rol: x\n\nTekst\n", &t, &err), "datum");
	assert_refused(load("rol: x\ndatum: 20-8-2026\n\nTekst\n", &t, &err), "regel 2: dit is geen datum");
	assert_refused(load("rol: x\ndatum: 2026-08-20\nstatus: bijna\n\n", &t, &err), "concept");
	assert_refused(load("rol: x\ndatum: 2026-08-20\nopenbaar: misschien\n\n", &t, &err), "'nee' of 'ja'");
	assert_refused(load("rol: \xff\ndatum: 2026-08-20\n\n", &t, &err), "UTF-8");
}

static void nothing_is_definite_before_somebody_accepts_it(void **state)
{
	struct err err = ERR_INIT;
	struct tekst t;

	(void)state;
	assert_refused(load("rol: x\ndatum: 2026-08-20\nstatus: definitief\n\nTekst\n", &t, &err), "geaccepteerd");
	assert_refused(load("rol: x\ndatum: 2026-08-20\ngeaccepteerd: 2026-08-21\n\n", &t, &err), "komma");
	assert_refused(load("rol: x\ndatum: 2026-08-20\ngeaccepteerd: ik, gisteren\n\n", &t, &err), "datum");
	assert_ok(load("rol: x\ndatum: 2026-08-20\n\nTekst\n", &t, &err));
	assert_false(t.definitief || t.openbaar);
	assert_null(t.geaccepteerd_rol);
	tekst_release(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_stand_under_their_heading),
		cmocka_unit_test(no_file_is_no_text),
		cmocka_unit_test(a_text_without_its_writer_is_refused),
		cmocka_unit_test(nothing_is_definite_before_somebody_accepts_it),
	};

	return RUN_TESTS(tests);
}
