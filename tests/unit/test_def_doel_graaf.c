/* Walking the goal graph; the goals are fictional (fictief). */
#include "test.h"

#include "def/doel_graaf.h"

static char a1[] = "FD-A1", a2[] = "FD-A2", l1[] = "FD-L1", l2[] = "FD-L2", f1[] = "FD-F1";
static char *both[] = {a1, a2}, *under_a1[] = {a1}, *under_l1[] = {l1}, *touches[] = {l2};
/* FD-L1 falls under both ambities; FD-F1 only touches FD-L2. */
static struct doel_def goals[] = {{.id = a1}, {.id = a2}, {.id = l1, .valt_onder = {both, 2}},
	{.id = l2, .valt_onder = {under_a1, 1}},
	{.id = f1, .valt_onder = {under_l1, 1}, .raakt = {touches, 1}}};
static const struct doel_list list = {.item = goals, .count = ARRAY_LEN(goals)};

static size_t count_under(const char *id)
{
	struct doel_set set;
	size_t count;

	doel_set_init(&set, &list, id);
	count = doel_set_count(&set);
	doel_set_release(&set);
	return count;
}

static void a_goal_holds_itself_and_all_that_falls_under_it(void **state)
{
	(void)state;
	assert_int_equal(count_under("FD-A1"), 4);
	assert_int_equal(count_under("FD-A2"), 3);
	assert_int_equal(count_under("FD-F1"), 1);
	assert_int_equal(count_under(NULL), 5);
	assert_int_equal(count_under("FD-X"), 0);
	assert_true(doel_falls_under(&list, "FD-F1", "FD-A2"));
	assert_true(doel_falls_under(&list, "FD-F1", "FD-F1"));
	assert_false(doel_falls_under(&list, "FD-A2", "FD-F1"));
	assert_false(doel_falls_under(&list, "FD-F1", "FD-L2")); /* raakt is not valt_onder */
	assert_false(doel_falls_under(&list, "FD-X", "FD-A1"));
}

static void children_come_in_the_order_of_the_file(void **state)
{
	(void)state;
	assert_int_equal(doel_next_under(&list, NULL, -1), 0);
	assert_int_equal(doel_next_under(&list, NULL, 0), 1);
	assert_int_equal(doel_next_under(&list, NULL, 1), -1);
	assert_int_equal(doel_next_under(&list, &goals[0], -1), 2);
	assert_int_equal(doel_next_under(&list, &goals[0], 2), 3);
	assert_int_equal(doel_next_under(&list, &goals[4], -1), -1);
}

static void a_circle_ends(void **state)
{
	static char one[] = "ONE", two[] = "TWO";
	static char *under_one[] = {one}, *under_two[] = {two};
	static struct doel_def round[] = {
		{.id = one, .valt_onder = {under_two, 1}}, {.id = two, .valt_onder = {under_one, 1}}};
	const struct doel_list circle = {.item = round, .count = 2};

	(void)state;
	assert_true(doel_falls_under(&circle, "ONE", "TWO"));
	assert_true(doel_falls_under(&circle, "TWO", "ONE"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_goal_holds_itself_and_all_that_falls_under_it),
		cmocka_unit_test(children_come_in_the_order_of_the_file),
		cmocka_unit_test(a_circle_ends),
	};

	return RUN_TESTS(tests);
}
