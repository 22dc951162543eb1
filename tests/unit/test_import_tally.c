#include "test.h"

#include "base/mem.h"
#include "import/dubbel.h"
#include "import/intern.h"
#include "import/tally.h"

static const struct cell_waarde ten = {STAAT_WAARDE, true, 10, 10, 0}, few = {STAAT_AFGESCHERMD, true, 1, 4, 0},
				hidden = {STAAT_AFGESCHERMD, false, 0, 0, 0}, unknown = {STAAT_ONBEKEND, false, 0, 0, 0},
				late = {STAAT_NIET_GELEVERD, false, 0, 0, 0}, none = {STAAT_NVT, false, 0, 0, 0},
				tenth = {STAAT_WAARDE, true, 25, 25, 2};

static void sums(const struct cell_waarde *a, const struct cell_waarde *b, enum staat staat, bool begrensd, int64_t min,
	int64_t max, int schaal)
{
	/* both ways round: a sum has no order */
	for (int i = 0; i < 2; i++) {
		struct cell_waarde sum = i ? *b : *a;

		assert_true(tally_sum(&sum, i ? a : b));
		assert_int_equal(sum.staat, staat);
		assert_int_equal(sum.begrensd, begrensd);
		assert_int_equal(sum.min, min);
		assert_int_equal(sum.max, max);
		assert_int_equal(sum.schaal, schaal);
	}
}

static void bounds_are_added_and_states_survive(void **state)
{
	(void)state;
	sums(&ten, &ten, STAAT_WAARDE, true, 20, 20, 0);
	sums(&ten, &few, STAAT_AFGESCHERMD, true, 11, 14, 0);
	sums(&few, &few, STAAT_AFGESCHERMD, true, 2, 8, 0);
	sums(&ten, &tenth, STAAT_WAARDE, true, 1025, 1025, 2);
	sums(&ten, &hidden, STAAT_AFGESCHERMD, false, 0, 0, 0);
	sums(&ten, &none, STAAT_WAARDE, true, 10, 10, 0);
	sums(&none, &none, STAAT_NVT, false, 0, 0, 0);
	sums(&ten, &unknown, STAAT_ONBEKEND, false, 0, 0, 0);
	sums(&few, &late, STAAT_NIET_GELEVERD, false, 0, 0, 0);
	sums(&late, &unknown, STAAT_ONBEKEND, false, 0, 0, 0);
	sums(&none, &few, STAAT_AFGESCHERMD, true, 1, 4, 0);
}

static void a_sum_that_does_not_fit_is_refused(void **state)
{
	struct cell_waarde big = {STAAT_WAARDE, true, INT64_MAX, INT64_MAX, 0}, same = big;
	const struct cell_waarde fine = {STAAT_WAARDE, true, 1, 1, 5};

	(void)state;
	assert_false(tally_sum(&big, &ten));
	assert_memory_equal(&big, &same, sizeof(big));
	assert_false(tally_sum(&big, &fine));
}

static void a_tally_adds_per_key_and_remembers_the_first_line(void **state)
{
	struct tally t;
	uint32_t key[3] = {1, 2, 3};

	(void)state;
	tally_init(&t, 3);
	assert_null(tally_get(&t, key));
	assert_true(tally_add(&t, key, &ten, 5));
	assert_true(tally_add(&t, key, &few, 6));
	key[2] = 4;
	assert_null(tally_get(&t, key));
	assert_true(tally_add(&t, key, &ten, 7));
	key[2] = 3;
	assert_int_equal(tally_get(&t, key)->waarde.max, 14);
	assert_int_equal(tally_get(&t, key)->regel, 5);
	assert_int_equal(tally_get(&t, key)->rijen, 2);
	assert_int_equal(t.count, 2);
	assert_int_equal(tally_key(&t, 1)[2], 4);
	tally_release(&t);
}

static void a_tally_grows_and_finds_everything_again(void **state)
{
	struct tally t;

	(void)state;
	tally_init(&t, 2);
	for (uint32_t round = 0; round < 2; round++)
		for (uint32_t i = 0; i < 20000; i++) {
			const uint32_t key[2] = {i % 200, i / 200};

			assert_true(tally_add(&t, key, &ten, i));
		}
	assert_int_equal(t.count, 20000);
	for (uint32_t i = 0; i < 20000; i++) {
		const uint32_t key[2] = {i % 200, i / 200};

		assert_int_equal(tally_get(&t, key)->waarde.min, 20);
	}
	tally_release(&t);
}

static void the_same_text_is_the_same_number(void **state)
{
	struct intern in = {0};
	char *text;

	(void)state;
	assert_int_equal(intern_id(&in, "a", 1), 0);
	assert_int_equal(intern_id(&in, "b", 1), 1);
	assert_int_equal(intern_id(&in, "a", 1), 0);
	assert_int_equal(intern_id(&in, "", 0), 2);
	for (int i = 0; i < 5000; i++) {
		text = mem_printf("tekst nummer %d", i);
		assert_int_equal(intern_id(&in, text, strlen(text)), 3 + i);
		free(text);
	}
	for (int i = 0; i < 5000; i++) {
		text = mem_printf("tekst nummer %d", i);
		assert_int_equal(intern_id(&in, text, strlen(text)), 3 + i);
		assert_string_equal(intern_text(&in, (uint32_t)(3 + i)), text);
		free(text);
	}
	intern_release(&in);
}

static void hashes_differ_with_seed_length_and_every_byte(void **state)
{
	char bytes[20] = {0};

	(void)state;
	assert_true(hash_bytes(0, bytes, 20) != hash_bytes(1, bytes, 20));
	assert_true(hash_bytes(0, bytes, 20) != hash_bytes(0, bytes, 19));
	for (size_t i = 0; i < sizeof(bytes); i++) {
		uint64_t before = hash_bytes(0, bytes, 20);

		bytes[i] = 1;
		assert_true(hash_bytes(0, bytes, 20) != before);
	}
}

static struct dubbel_sleutel key_of(int n)
{
	struct dubbel_sleutel key = {1, 1};

	dubbel_mix(&key, &n, sizeof(n));
	return key;
}

static void keys_seen_before_are_found_with_their_line(void **state)
{
	struct dubbel d = {0};
	bool found;

	(void)state;
	for (int i = 1; i <= 20000; i++) {
		struct dubbel_item *item = dubbel_put(&d, key_of(i), i, &found);

		assert_false(found);
		item->extra = (uint64_t)i * 3;
	}
	for (int i = 1; i <= 20000; i++) {
		const struct dubbel_item *item = dubbel_put(&d, key_of(i), 99999, &found);

		assert_true(found);
		assert_int_equal(item->line, i);
		assert_int_equal(item->extra, i * 3);
	}
	assert_int_equal(d.count, 20000);
	dubbel_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bounds_are_added_and_states_survive),
		cmocka_unit_test(a_sum_that_does_not_fit_is_refused),
		cmocka_unit_test(a_tally_adds_per_key_and_remembers_the_first_line),
		cmocka_unit_test(a_tally_grows_and_finds_everything_again),
		cmocka_unit_test(the_same_text_is_the_same_number),
		cmocka_unit_test(hashes_differ_with_seed_length_and_every_byte),
		cmocka_unit_test(keys_seen_before_are_found_with_their_line),
	};

	return RUN_TESTS(tests);
}
