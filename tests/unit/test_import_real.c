/* The published DUO files, unchanged, where they stand beside the repository: sums that an independent count
 * gives too. Says "overgeslagen" where they are not. */
#include "test.h"

#include "import_fixture.h"

#define DUO "../shared/data/duo-po-pc4-2024/"

static void import_path(struct fixture *f, const char *path)
{
	struct err err = ERR_INIT;

	import_result_release(&f->out);
	assert_ok(import_file(&f->ctx, path, &f->opt, &f->out, &err));
}

/* Makes this gemeente the own one. */
static void own(struct fixture *f, const char *code)
{
	for (size_t i = 0; i < f->gebieden.count; i++)
		f->gebieden.item[i].eigen = strcmp(f->gebieden.item[i].code, code) == 0;
}

static void sum_duo(struct fixture *f, int64_t *min, int64_t *max, int64_t *exact)
{
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;

	*min = *max = *exact = 0;
	assert_ok(waarneming_query_open(&q, f->store, "duo_po_pc4", now, &err));
	while (waarneming_query_next(q, &w, &err) == 1) {
		assert_true(w->begrensd);
		*min += w->min;
		*max += w->max;
		*exact += w->staat == STAAT_WAARDE ? w->min : 0;
	}
	waarneming_query_close(q);
}

static void check_duo(struct fixture *f, const char *file, const char *code, int64_t min, int64_t max)
{
	int64_t a, b, exact;

	if (!test_has_shared(file))
		skip();
	own(f, code);
	import_path(f, file);
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.bevindingen.fouten + f->out.bevindingen.waarschuwingen, 0);
	sum_duo(f, &a, &b, &exact);
	assert_int_equal(a, min);
	assert_int_equal(b, max);
}

static void zoetermeer_has_between_10785_and_19104_pupils(void **state)
{
	check_duo(*state, DUO "Zoetermeer afgeschermd.csv", "GM0637", 10785, 19104);
}

static void leiden_has_between_7851_and_15258_pupils(void **state)
{
	check_duo(*state, DUO "Leiden afgeschermd.csv", "GM0546", 7851, 15258);
}

static void heerenveen_has_between_3681_and_6771_pupils(void **state)
{
	check_duo(*state, DUO "Heerenveen afgeschermd.csv", "GM0074", 3681, 6771);
}

static void pupils_of_another_gemeente_are_refused_by_name(void **state)
{
	struct fixture *f = *state;

	if (!test_has_shared(DUO "Leiden afgeschermd.csv"))
		skip();
	import_path(f, DUO "Leiden afgeschermd.csv");
	expect(f, IMPORT_GEWEIGERD);
	find(f, "gebied", "'0546' is gemeente Leiden; deze werkmap is van Zoetermeer.");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(zoetermeer_has_between_10785_and_19104_pupils),
		T(leiden_has_between_7851_and_15258_pupils),
		T(heerenveen_has_between_3681_and_6771_pupils),
		T(pupils_of_another_gemeente_are_refused_by_name),
	};

	return RUN_TESTS(tests);
}
