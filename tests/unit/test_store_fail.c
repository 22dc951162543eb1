/* Each code of SQLite in the words of the user. */
#include "test.h"

#include "store_fixture.h"

static void each_code_has_its_kind_and_words(void **state)
{
	static const struct {
		int rc;
		enum err_kind kind;
		const char *text, *advice;
	} cases[] = {
		{SQLITE_BUSY, ERR_SURROUNDINGS, "De database is bezet door een ander venster.",
			"Sluit het andere"},
		{SQLITE_BUSY_SNAPSHOT, ERR_SURROUNDINGS, "De database is bezet",
			"probeer het zo opnieuw"},
		{SQLITE_LOCKED, ERR_SURROUNDINGS, "De database is bezet", "Sluit"},
		{SQLITE_FULL, ERR_SURROUNDINGS, "De schijf is vol.", "Maak ruimte vrij"},
		{SQLITE_READONLY, ERR_SURROUNDINGS, "x/ijkpunt.db is alleen-lezen.",
			"schrijfrechten"},
		{SQLITE_READONLY_DIRECTORY, ERR_SURROUNDINGS, "alleen-lezen", "schrijfrechten"},
		{SQLITE_READONLY_DBMOVED, ERR_SURROUNDINGS, "tijdens het werk verplaatst",
			"opnieuw"},
		{SQLITE_READONLY_ROLLBACK, ERR_SURROUNDINGS, "niet goed afgesloten",
			"ijkpunt.db-journal"},
		{SQLITE_CORRUPT, ERR_SURROUNDINGS, "x/ijkpunt.db is beschadigd.", "reservekopie"},
		{SQLITE_CORRUPT_INDEX, ERR_SURROUNDINGS, "is beschadigd.", "reservekopie"},
		{SQLITE_NOTADB, ERR_SURROUNDINGS, "is geen database van ijkpunt", "reservekopie"},
		{SQLITE_NOMEM, ERR_SURROUNDINGS, "te weinig geheugen", "Sluit andere"},
		{SQLITE_IOERR_NOMEM, ERR_SURROUNDINGS, "te weinig geheugen", "Sluit andere"},
		{SQLITE_CANTOPEN, ERR_SURROUNDINGS, "kan niet worden geopend", "rechten"},
		{SQLITE_PERM, ERR_SURROUNDINGS, "kan niet worden geopend", "rechten"},
		{SQLITE_IOERR_WRITE, ERR_SURROUNDINGS, "Lezen of schrijven van x/ijkpunt.db",
			"netwerkstation"},
		{SQLITE_INTERRUPT, ERR_INTERRUPT, "onderbroken", NULL},
		{SQLITE_CONSTRAINT_CHECK, ERR_DEFECT,
			"iets doen lukt niet: ", "fout in het programma"},
		{SQLITE_ERROR, ERR_DEFECT, "iets doen lukt niet: ", "Meld"},
		{SQLITE_MISUSE, ERR_DEFECT, "(SQLite 21)", "Meld"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(
			store_fail_db(NULL, cases[i].rc, "x/ijkpunt.db", "iets doen", &err), -1);
		assert_int_equal(err.kind, cases[i].kind);
		if (!strstr(err.text, cases[i].text) ||
			(cases[i].advice && !strstr(err.advice, cases[i].advice)))
			fail_msg("%d: %s / %s", cases[i].rc, err.text,
				err.advice ? err.advice : "-");
		err_release(&err);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_code_has_its_kind_and_words),
	};

	return RUN_TESTS(tests);
}
