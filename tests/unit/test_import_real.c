/* The published files of DUO and CBS, unchanged, where they stand beside the repository: sums that an independent count
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

/* Sum of the exact values of a measure; -1 when there is none. */
static int64_t sum_of(struct fixture *f, const char *bron, const char *maat)
{
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	int64_t sum = -1;

	assert_ok(waarneming_query_open(&q, f->store, bron, now, &err));
	while (waarneming_query_next(q, &w, &err) == 1)
		if (strcmp(w->maat, maat) == 0)
			sum = (sum < 0 ? 0 : sum) + w->min;
	waarneming_query_close(q);
	return sum;
}

#define DATA "../shared/data/"

/* The vsv file names schools only; the list of schools gives them a gemeente. */
static void check_vsv(struct fixture *f, const char *code, int64_t vsv, int64_t pupils)
{
	if (!test_has_shared(DATA "duo-vsv-2015/vsv-per-swv-2015.csv"))
		skip();
	own(f, code);
	import_path(f, DATA "duo-vsv-2015/vsv-per-swv-2015.csv");
	expect(f, IMPORT_GEWEIGERD);
	find(f, "gebied", "nog geen lijst van soort school geladen");
	import_path(f, DATA "duo-vestigingen/alle-vestigingen-vo.csv");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.regels, 1619);
	import_path(f, DATA "duo-vsv-2015/vsv-per-swv-2015.csv");
	expect(f, IMPORT_GELADEN);
	assert_string_equal(f->out.periode, "schooljaar 2014-2015");
	assert_int_equal(f->out.regels, 1270);
	assert_int_equal(sum_of(f, "duo_vsv_school", "vsv_totaal"), vsv);
	assert_int_equal(sum_of(f, "duo_vsv_school", "aantal_leerlingen"), pupils);
}

static void zoetermeer_has_38_early_leavers(void **state)
{
	check_vsv(*state, "GM0637", 38, 7668);
}

static void leiden_has_63_early_leavers(void **state)
{
	check_vsv(*state, "GM0546", 63, 10208);
}

static void heerenveen_has_10_early_leavers(void **state)
{
	check_vsv(*state, "GM0074", 10, 4443);
}

/* 39 schools of Zoetermeer have a score in 2019; the sum was taken from the two files with another program. */
static void scores_of_schools_are_summed_per_gemeente(void **state)
{
	struct fixture *f = *state;
	const char *file = DATA "cbs-achterstandsscores/achterstandsscores-scholen-2019-tabel1.csv";

	if (!test_has_shared(file))
		skip();
	own(f, "GM0637");
	import_path(f, DATA "duo-vestigingen/alle-vestigingen-bo.csv");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.regels, 6268);
	import_path(f, file);
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.regels, 6295);
	assert_int_equal(sum_of(f, "cbs_achterstandsscores", "AANTAL_BEKOSTIGDE_LEERLINGEN"), 11102);
}

static void advice_of_six_school_years_loads(void **state)
{
	struct fixture *f = *state;
	const char *file = DATA "duo-schooladviezen/schooladviezen_2019-2025_GM0074_GM0546_GM0637.csv";

	if (!test_has_shared(file))
		skip();
	own(f, "GM0637");
	import_path(f, file);
	expect(f, IMPORT_GELADEN);
	assert_int_equal(f->out.regels, 557);
	assert_non_null(strstr(f->out.periode, "schooljaar 2019-2020"));
}

static void a_statline_export_of_another_city_says_so(void **state)
{
	struct fixture *f = *state;
	const char *file = DATA "cbs-statline/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv";

	if (!test_has_shared(file))
		skip();
	import_path(f, file);
	expect(f, IMPORT_GEWEIGERD);
	find(f, "leeg", "geen enkele rij gaat over Zoetermeer");
	find(f, "gebied", "579 rijen zijn overgeslagen: die gaan over andere gemeenten");
}

static void norms_are_no_delivery(void **state)
{
	struct fixture *f = *state;

	if (!test_has_shared(DATA "duo-vsv-normen/VSV_normen.csv"))
		skip();
	import_path(f, DATA "duo-vsv-normen/VSV_normen.csv");
	expect(f, IMPORT_GEWEIGERD);
	find(f, "profiel", "passen bij geen enkel profiel");
}

static void pupils_of_another_gemeente_are_kept_under_that_gemeente(void **state)
{
	struct fixture *f = *state;
	const struct gebied *leiden = gebied_by_code(&f->gebieden, "gemeente", "GM0546", (struct date){2024, 10, 1});
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	size_t rows = 0;

	if (!test_has_shared(DUO "Leiden afgeschermd.csv"))
		skip();
	import_path(f, DUO "Leiden afgeschermd.csv");
	expect(f, IMPORT_GELADEN);
	assert_ok(waarneming_query_open(&q, f->store, "duo_po_pc4", now, &err));
	for (; waarneming_query_next(q, &w, &err) == 1; rows++)
		assert_int_equal(w->gebied, leiden->id);
	waarneming_query_close(q);
	assert_true(rows > 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(zoetermeer_has_between_10785_and_19104_pupils),
		T(leiden_has_between_7851_and_15258_pupils),
		T(heerenveen_has_between_3681_and_6771_pupils),
		T(zoetermeer_has_38_early_leavers),
		T(leiden_has_63_early_leavers),
		T(heerenveen_has_10_early_leavers),
		T(scores_of_schools_are_summed_per_gemeente),
		T(advice_of_six_school_years_loads),
		T(a_statline_export_of_another_city_says_so),
		T(norms_are_no_delivery),
		T(pupils_of_another_gemeente_are_kept_under_that_gemeente),
	};

	return RUN_TESTS(tests);
}
