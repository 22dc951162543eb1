/* test.h - what every unit test starts with: cmocka in TAP mode, and cures for its faults
 * (doubles compared as float, no text of an err shown, filter by environment). */
#ifndef TEST_H
#define TEST_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/macro.h"

#undef assert_float_equal /* compares as float */

/* Relative difference at most `tol` (absolute below 1). */
#define assert_near(a, b, tol) test_near((a), (b), (tol), #a, __FILE__, __LINE__)
static inline void test_near(double a, double b, double tol, const char *what, const char *file, int line)
{
	double scale = fabs(b) > 1 ? fabs(b) : 1;

	if (!(fabs(a - b) <= tol * scale)) {
		print_error("%s: %.17g, verwacht %.17g\n", what, a, b);
		_fail(file, line);
	}
}

/* The call succeeded; otherwise the error's text is shown. Needs a variable `err`. */
#define assert_ok(call)                                                                            \
	do {                                                                                       \
		if ((call) < 0) {                                                                  \
			print_error("%s: %s\n", #call, err.text ? err.text : "(geen tekst)");     \
			_fail(__FILE__, __LINE__);                                                 \
		}                                                                                  \
	} while (0)

/* The call ended with exactly 0, as every function but an iterator does on success. */
#define assert_done(call)                                                                          \
	do {                                                                                       \
		int done_ = (call);                                                                \
		if (done_ != 0) {                                                                  \
			print_error("%s: %d, %s\n", #call, done_, err.text ? err.text : "(geen tekst)"); \
			_fail(__FILE__, __LINE__);                                                 \
		}                                                                                  \
	} while (0)

/* The call failed with a text that holds `part`; the error is released. */
#define assert_refused(call, part)                                                                 \
	do {                                                                                       \
		assert_int_equal((call), -1);                                                      \
		assert_non_null(err.text);                                                         \
		if (!strstr(err.text, (part))) {                                                   \
			print_error("'%s' staat niet in '%s'\n", (part), err.text);                \
			_fail(__FILE__, __LINE__);                                                 \
		}                                                                                  \
		err_release(&err);                                                                 \
	} while (0)

/* True when the folder with real files and reference values is there. */
static inline int test_has_shared(const char *path)
{
	FILE *f = fopen(path, "rb");

	if (f)
		fclose(f);
	else
		print_message("# overgeslagen: %s is er niet\n", path);
	return f != NULL;
}

/* The filter K of `make unit T=x K=...`; TAP goes to standard output for prove. */
#define RUN_TESTS(tests)                                                                           \
	(getenv("CMOCKA_TEST_FILTER") && *getenv("CMOCKA_TEST_FILTER")                             \
			? cmocka_set_test_filter(getenv("CMOCKA_TEST_FILTER"))                     \
			: (void)0,                                                                 \
		cmocka_set_message_output(CM_OUTPUT_TAP),                                          \
		cmocka_run_group_tests((tests), NULL, NULL))

#endif
