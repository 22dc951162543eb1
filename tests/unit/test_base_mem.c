#include "test.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

/* The sanitizer ends a program that asks too much, unless told that NULL will do, as in real life. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

static void new_memory_is_zero_and_never_null(void **state)
{
	unsigned char *bytes = mem_new(100, 3);
	char *none = mem_new(0, 8), *flat = mem_new(8, 0);

	(void)state;
	for (size_t i = 0; i < 300; i++)
		assert_int_equal(bytes[i], 0);
	assert_non_null(none);
	assert_non_null(flat);
	free(bytes);
	free(none);
	free(flat);
}

static void arrays_grow_by_doubling_and_keep_their_items(void **state)
{
	size_t cap = 0;
	int *items = NULL;

	(void)state;
	for (size_t n = 0; n < 1000; n++) {
		size_t before = cap;

		items = mem_grow(items, &cap, n + 1, sizeof(*items));
		assert_true(cap > n);
		assert_true(cap == before || cap == 2 * before || before == 0);
		assert_int_equal(items[n], 0);
		items[n] = (int)n;
	}
	for (size_t n = 0; n < 1000; n++)
		assert_int_equal(items[n], n);
	for (size_t n = 1000; n < cap; n++)
		assert_int_equal(items[n], 0);
	free(items);
}

static void an_array_that_is_large_enough_stays_where_it_is(void **state)
{
	size_t cap = 0;
	char *items = mem_grow(NULL, &cap, 0, 1), *again;

	(void)state;
	assert_non_null(items);
	again = mem_grow(items, &cap, cap, 1);
	assert_ptr_equal(items, again);
	free(again);
}

static void copies_are_texts_of_their_own(void **state)
{
	char *copy = mem_dup("wijk"), *part = mem_dup_n("wijken", 4), *none = mem_dup_n("", 0);

	(void)state;
	assert_string_equal(copy, "wijk");
	assert_string_equal(part, "wijk");
	assert_string_equal(none, "");
	assert_null(mem_dup(NULL));
	free(copy);
	free(part);
	free(none);
}

static void text_is_made_to_measure(void **state)
{
	char *text = mem_printf("%s van %d", "12", 13), *long_text = mem_printf("%1000d", 7),
	     *none = mem_printf("%s", "");

	(void)state;
	assert_string_equal(text, "12 van 13");
	assert_int_equal(strlen(long_text), 1000);
	assert_string_equal(none, "");
	free(text);
	free(long_text);
	free(none);
}

/* Runs `body` in a child; its exit status, and what it said on standard error in `said`. */
static int status_of(void (*body)(void), char *said, size_t size)
{
	int fds[2], status;
	ssize_t len;
	pid_t pid;

	assert_int_equal(pipe(fds), 0);
	pid = fork();
	if (pid == 0) {
		dup2(fds[1], STDERR_FILENO);
		body();
		_exit(0);
	}
	close(fds[1]);
	len = 0;
	for (ssize_t got; (got = read(fds[0], said + len, size - 1 - (size_t)len)) > 0;)
		len += got;
	said[len] = '\0';
	close(fds[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_more_than_can_be_counted(void)
{
	free(mem_new(SIZE_MAX / 2, 4));
}

static void grow_past_what_can_be_counted(void)
{
	size_t cap = 0;

	free(mem_grow(NULL, &cap, SIZE_MAX / 4, 8));
}

static void grow_past_the_doubling(void)
{
	size_t cap = 0;

	free(mem_grow(NULL, &cap, SIZE_MAX / 2 + 2, 1));
}

static void grow_more_than_there_is(void)
{
	size_t cap = 0;

	free(mem_grow(NULL, &cap, SIZE_MAX / 4, 1));
}

/* Fails in the same way as a text of more than 2 GiB, but at once. */
static void print_what_cannot_be_printed(void)
{
	free(mem_printf("%ls", L"\u20ac"));
}

static void without_memory_the_program_ends_with_status_3(void **state)
{
	void (*const bodies[])(void) = {ask_more_than_can_be_counted, grow_past_what_can_be_counted,
		grow_past_the_doubling, grow_more_than_there_is, print_what_cannot_be_printed};
	char said[4000];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bodies); i++) {
		assert_int_equal(status_of(bodies[i], said, sizeof(said)), 3);
		assert_non_null(strstr(said, "fout: er is te weinig geheugen."));
		assert_non_null(strstr(said, "Er is niets gewijzigd."));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_memory_is_zero_and_never_null),
		cmocka_unit_test(arrays_grow_by_doubling_and_keep_their_items),
		cmocka_unit_test(an_array_that_is_large_enough_stays_where_it_is),
		cmocka_unit_test(copies_are_texts_of_their_own),
		cmocka_unit_test(text_is_made_to_measure),
		cmocka_unit_test(without_memory_the_program_ends_with_status_3),
	};

	return RUN_TESTS(tests);
}
