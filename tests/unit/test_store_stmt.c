#include "test.h"

#include "store_fixture.h"

static void every_statement_prepares_against_the_fresh_schema(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;

	assert_ok(stmt_prepare_all(f->store, &err));
}

static void a_misspelt_column_in_double_quotes_is_an_error_and_not_a_text(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(f->store->db,
				 "SELECT 1 FROM gebied WHERE \"namm\" = 'x'", -1, &stmt, NULL),
		SQLITE_ERROR);
	assert_non_null(strstr(sqlite3_errmsg(f->store->db), "no such column"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(every_statement_prepares_against_the_fresh_schema),
		WITH_STORE(a_misspelt_column_in_double_quotes_is_an_error_and_not_a_text),
	};

	return RUN_TESTS(tests);
}
