#include "test.h"

#include "indicator/inequality.h"
#include "refcsv.h"

static const struct inequality_options ordered = {true, true, NAN, 0, 100};
static const struct inequality_options unordered = {false, true, NAN, 0, 100};

/* ---- WHO healthequal ------------------------------------------------------------------------- */

struct set {
	struct inequality_group group[40];
	size_t count;
	double reference;
	bool is_ordered;
};

static bool set_read(struct set *set, const char *name)
{
	struct inequality_group *group;
	struct refcsv csv;

	*set = (struct set){.reference = NAN};
	if (!refcsv_open(&csv, "healthequal_input.csv"))
		return false;
	while (refcsv_next(&csv)) {
		if (!refcsv_is(&csv, "dataset", name))
			continue;
		group = &set->group[set->count++];
		group->value = refcsv_num(&csv, "estimate");
		group->population = refcsv_num(&csv, "population");
		group->se = refcsv_num(&csv, "se");
		set->is_ordered = refcsv_num(&csv, "order") > 0;
		if (refcsv_num(&csv, "reference") > 0)
			set->reference = group->value;
	}
	refcsv_close(&csv, 69);
	return set->count > 0;
}

/* The measure of this name, NaN for those that are not a plain estimate. */
static double measure(const struct inequality *got, const struct refcsv *csv)
{
	const struct {
		const char *name;
		double value;
	} table[] = {{"aci", got->aci},
		{"rci", *refcsv_text(csv, "variant") ? got->rci_wagstaff : got->rci},
		{"par", got->par}, {"d", got->d}, {"r", got->r}, {"bgv", got->bgv},
		{"cov", got->cov}, {"mdmw", got->mdmw}, {"mdbw", got->mdbw}, {"mdrw", got->mdrw},
		{"idisw", got->idisw}, {"mld", got->mld}, {"paf", got->paf}};
	size_t i;

	for (i = 0; i < ARRAY_LEN(table); i++)
		if (refcsv_is(csv, "measure", table[i].name))
			return table[i].value;
	fail_msg("onbekende maat %s", refcsv_text(csv, "measure"));
	return NAN;
}

/* The relative index. The source works with whole children: population rounded up, and for the
 * curve a rounded number reached. Its own weights, the population squared, are not followed (NaN);
 * the rows of refstats have the population itself. */
static double relative_index(const struct set *set, const struct refcsv *csv)
{
	bool linear = refcsv_is(csv, "variant", "linear HC1");
	struct set whole = *set;
	struct sii sii;
	size_t i;

	for (i = 0; i < set->count; i++) {
		whole.group[i].population = ceil(set->group[i].population);
		whole.group[i].value = set->group[i].value / 100;
		if (!linear)
			whole.group[i].value =
				floor(whole.group[i].value * whole.group[i].population + 0.5) /
				whole.group[i].population;
	}
	if (linear)
		assert_int_equal(
			sii_linear(whole.group, whole.count, SII_GEEN, 1, 0.95, &sii), SII_BEKEND);
	else if (refcsv_is(csv, "variant", "logit HC1 pop-weighted"))
		assert_true(sii_logistic(whole.group, whole.count, &sii));
	else
		return NAN;
	return sii.rii;
}

static void the_measures_agree_with_the_reference(void **state)
{
	struct inequality_options options;
	struct inequality got;
	struct refcsv csv;
	struct set set;
	double value;

	(void)state;
	if (!refcsv_open(&csv, "healthequal.csv"))
		skip();
	while (refcsv_next(&csv)) {
		assert_true(set_read(&set, refcsv_text(&csv, "dataset")));
		options = set.is_ordered ? ordered : unordered;
		options.hoger_beter = !strstr(refcsv_text(&csv, "variant"), "fav=0");
		options.reference = set.reference;
		inequality_compute(set.group, set.count, &options, &got);
		assert_int_equal(got.reden, INEQUALITY_BEKEND);
		value = refcsv_is(&csv, "measure", "rii") ? relative_index(&set, &csv)
							  : measure(&got, &csv);
		if (!isnan(value))
			assert_rel(value, refcsv_num(&csv, "exp_estimate"), 1e-9);
		else
			assert_string_equal(refcsv_text(&csv, "variant"), "logit HC1");
	}
	refcsv_close(&csv, 33);
}

/* ---- by hand --------------------------------------------------------------------------------- */

/* 0,8 for 100 children, 0,6 for 300 and 1,0 for 100: mean 0,72. */
static const struct inequality_group three[] = {{0.8, 100, 0.04}, {0.6, 300, 0.03}, {1, 100, 0}};

static void the_measures_of_three_groups_are_those_worked_out_by_hand(void **state)
{
	struct inequality_options options = {true, true, 0.92, 0, 1};
	struct inequality got;

	(void)state;
	inequality_compute(three, 3, &options, &got);
	assert_rel(got.mean, 0.72, 1e-14);
	assert_rel(got.bgv, 0.2 * 0.0064 + 0.6 * 0.0144 + 0.2 * 0.0784, 1e-13);
	assert_rel(got.bgsd, sqrt(got.bgv), 1e-15);
	assert_rel(got.bgsd_corrected, sqrt(got.bgv - 0.16 * 0.0016 - 0.24 * 0.0009), 1e-13);
	assert_rel(got.cov, 100 * got.bgsd / 0.72, 1e-14);
	assert_rel(got.mdmu, (0.08 + 0.12 + 0.28) / 3, 1e-13);
	assert_rel(got.mdmw, 0.2 * 0.08 + 0.6 * 0.12 + 0.2 * 0.28, 1e-13);
	assert_rel(got.idisu, 100 * got.mdmu / 0.72, 1e-13);
	assert_rel(got.idisw, 100 * got.mdmw / 0.72, 1e-13);
	assert_rel(got.mdbu, 0.6 / 3, 1e-13);
	assert_rel(got.mdbw, 0.2 * 0.2 + 0.6 * 0.4, 1e-13);
	assert_rel(got.mdru, (0.12 + 0.32 + 0.08) / 3, 1e-13);
	assert_rel(got.mdrw, 0.2 * 0.12 + 0.6 * 0.32 + 0.2 * 0.08, 1e-13);
	assert_rel(got.d, 0.2, 1e-13);
	assert_rel(got.r, 1.25, 1e-14);
	assert_rel(got.par, 0.28, 1e-13);
	assert_rel(got.paf, 100 * 0.28 / 0.72, 1e-13);
	/* ranks 0.1, 0.5, 0.9 */
	assert_rel(got.aci, 2 * (0.2 * 0.08 * -0.4 + 0.2 * 0.28 * 0.4), 1e-12);
	assert_rel(got.rci, got.aci / 0.72, 1e-14);
	assert_rel(got.rci_wagstaff, got.aci / 0.72 / 0.28, 1e-13);
	assert_rel(got.rci_erreygers, 4 * got.aci, 1e-14);
	assert_rel(got.ti,
		1000 / 0.72 *
			(0.16 * log(0.8 / 0.72) + 0.36 * log(0.6 / 0.72) + 0.2 * log(1 / 0.72)),
		1e-12);
	assert_rel(got.mld,
		-1000 * (0.2 * log(0.8 / 0.72) + 0.6 * log(0.6 / 0.72) + 0.2 * log(1 / 0.72)),
		1e-12);
}

static void an_unordered_set_compares_highest_with_lowest_and_has_no_concentration(void **state)
{
	struct inequality_options options = {false, false, NAN, 0, 1};
	struct inequality got;

	(void)state;
	inequality_compute(three, 3, &options, &got);
	assert_rel(got.d, 0.4, 1e-13);
	assert_rel(got.r, 1 / 0.6, 1e-14);
	assert_rel(got.par, 0.6 - 0.72, 1e-12); /* lower is better: the best is the lowest */
	assert_true(isnan(got.aci) && isnan(got.rci) && isnan(got.mdrw));
}

static void a_small_group_cannot_be_the_best(void **state)
{
	static const struct inequality_group group[] = {
		{1, 12, NAN}, {0.9, 60, NAN}, {0.8, 60, NAN}};
	struct inequality_options options = {false, true, NAN, 30, 1};
	struct inequality got;

	(void)state;
	inequality_compute(group, 3, &options, &got);
	assert_rel(got.par, 0.9 - got.mean, 1e-14);
	assert_true(isnan(got.bgsd_corrected)); /* no standard errors known */
	options.best_min = 100;
	inequality_compute(group, 3, &options, &got);
	assert_true(isnan(got.par) && isnan(got.mdbw));
}

static void equal_groups_have_no_inequality(void **state)
{
	static const struct inequality_group group[] = {
		{0.5, 10, 0.1}, {0.5, 20, 0.1}, {0.5, 30, 0.1}};
	struct inequality_options options = {true, true, NAN, 0, 1};
	struct inequality got;

	(void)state;
	inequality_compute(group, 3, &options, &got);
	assert_near(got.d, 0, 0);
	assert_near(got.bgsd_corrected, 0, 0);
	assert_near(got.ti, 0, 1e-12);
	assert_near(got.aci, 0, 1e-15);
	assert_near(got.r, 1, 0);
}

static void nobody_reached_counts_as_0_and_where_a_measure_has_no_meaning_it_is_absent(void **state)
{
	static const struct inequality_group some[] = {
		{0, 10, NAN}, {0.5, 20, NAN}, {0.5, 30, NAN}};
	static const struct inequality_group none[] = {{0, 10, NAN}, {0, 20, NAN}, {0, 30, NAN}};
	struct inequality_options options = {true, true, NAN, 0, 1};
	struct inequality got;

	(void)state;
	inequality_compute(some, 3, &options, &got);
	assert_true(isfinite(got.ti));
	assert_true(isnan(got.mld) && isnan(got.r));
	inequality_compute(none, 3, &options, &got);
	assert_near(got.bgsd, 0, 0);
	assert_true(isnan(got.cov) && isnan(got.ti) && isnan(got.rci) && isnan(got.paf));
}

static void too_few_groups_and_too_many_missing_values_are_refused(void **state)
{
	struct inequality_group group[20];
	struct inequality_options options = {false, true, NAN, 0, 1};
	struct inequality got;
	size_t i;

	(void)state;
	for (i = 0; i < 20; i++)
		group[i] = (struct inequality_group){0.5 + 0.01 * (double)i, 10, 0.1};
	inequality_compute(group, 2, &options, &got);
	assert_int_equal(got.reden, INEQUALITY_TE_WEINIG_GROEPEN);
	assert_true(isnan(got.mean) && isnan(got.d));
	group[0].population = 0; /* no children: not a group, and not missing */
	inequality_compute(group, 3, &options, &got);
	assert_int_equal(got.reden, INEQUALITY_TE_WEINIG_GROEPEN);
	assert_int_equal(got.missing, 0);
	group[0].population = 10;
	group[3].value = group[4].value = group[5].value = NAN; /* 3 of 20 is 15% */
	inequality_compute(group, 20, &options, &got);
	assert_int_equal(got.reden, INEQUALITY_BEKEND);
	assert_int_equal(got.used, 17);
	assert_int_equal(got.missing, 3);
	options.ordered = true;
	inequality_compute(group, 20, &options, &got);
	assert_int_equal(got.reden, INEQUALITY_ONTBREKEND);
	options.ordered = false;
	group[6].value = NAN;
	inequality_compute(group, 20, &options, &got);
	assert_int_equal(got.reden, INEQUALITY_ONTBREKEND);
}

/* ---- slope index ----------------------------------------------------------------------------- */

static size_t sii_read(const struct refcsv *row, struct inequality_group *group)
{
	bool rate = refcsv_num(row, "value_type") == 1, share = refcsv_num(row, "value_type") == 2;
	struct inequality_group *to;
	struct refcsv csv;
	size_t count = 0;

	assert_true(refcsv_open(&csv, "sii_phe_input.csv"));
	while (refcsv_next(&csv)) {
		if (!refcsv_is(&csv, "set", refcsv_text(row, "set")))
			continue;
		to = &group[count++];
		to->value = refcsv_num(&csv, "value");
		to->population = refcsv_num(&csv, "population");
		to->se = refcsv_num(&csv, "se_on_model_scale");
		/* The file has the standard error of ln y or logit y for these, also for the
		 * straight line. */
		if (refcsv_num(row, "transform") == 0)
			to->se *= rate ? to->value : share ? to->value * (1 - to->value) : 1;
	}
	refcsv_close(&csv, 200);
	return count;
}

static void the_slope_index_agrees_with_the_reference(void **state)
{
	struct inequality_group group[20];
	enum sii_transform transform;
	struct refcsv csv;
	struct sii got;
	size_t count;

	(void)state;
	if (!refcsv_open(&csv, "sii_phe.csv"))
		skip();
	while (refcsv_next(&csv)) {
		count = sii_read(&csv, group);
		transform = refcsv_num(&csv, "transform") == 0    ? SII_GEEN
			    : refcsv_num(&csv, "value_type") == 1 ? SII_LOG
								  : SII_LOGIT;
		assert_int_equal(sii_linear(group, count, transform, refcsv_num(&csv, "multiplier"),
					 refcsv_num(&csv, "conf"), &got),
			SII_BEKEND);
		assert_rel(got.sii, refcsv_num(&csv, "exp_sii"), 1e-9);
		if (refcsv_has(&csv, "exp_rii"))
			assert_rel(got.rii, refcsv_num(&csv, "exp_rii"), 1e-9);
		if (refcsv_has(&csv, "exp_intercept"))
			assert_rel(got.intercept, refcsv_num(&csv, "exp_intercept"), 1e-9);
		assert_rel(got.interval.low, refcsv_num(&csv, "recomp_analytic_lower"), 1e-9);
		assert_rel(got.interval.high, refcsv_num(&csv, "recomp_analytic_upper"), 1e-9);
	}
	refcsv_close(&csv, 22);
}

static void the_slope_index_refuses_what_it_cannot_do(void **state)
{
	struct inequality_group group[101];
	struct sii got;
	size_t i;

	(void)state;
	for (i = 0; i < 101; i++)
		group[i] = (struct inequality_group){0.5 + 0.001 * (double)i, 10, 0.1};
	assert_int_equal(sii_linear(group, 4, SII_GEEN, 1, 0.95, &got), SII_AANTAL_GROEPEN);
	assert_int_equal(sii_linear(group, 101, SII_GEEN, 1, 0.95, &got), SII_AANTAL_GROEPEN);
	assert_int_equal(sii_linear(group, 100, SII_LOGIT, 1, 0.95, &got), SII_BEKEND);
	group[2].value = 1;
	assert_int_equal(sii_linear(group, 5, SII_LOGIT, 1, 0.95, &got), SII_BUITEN_SCHAAL);
	assert_int_equal(sii_linear(group, 5, SII_LOG, 1, 0.95, &got), SII_BEKEND);
	group[2].value = 0;
	assert_int_equal(sii_linear(group, 5, SII_LOG, 1, 0.95, &got), SII_BUITEN_SCHAAL);
	group[2].population = 0;
	assert_int_equal(sii_linear(group, 5, SII_GEEN, 1, 0.95, &got), SII_ONTBREKEND);
}

static void the_logistic_curve_passes_through_points_that_lie_on_it(void **state)
{
	struct inequality_group group[4];
	struct sii got;
	size_t i;

	(void)state;
	for (i = 0; i < 4; i++)
		group[i] = (struct inequality_group){
			1 / (1 + exp(1.5 - 3 * (0.125 + 0.25 * (double)i))), 50, NAN};
	assert_true(sii_logistic(group, 4, &got));
	assert_rel(got.intercept, 1 / (1 + exp(1.5)), 1e-12);
	assert_rel(got.sii, 1 / (1 + exp(-1.5)) - 1 / (1 + exp(1.5)), 1e-12);
	assert_true(isnan(got.interval.low));
	assert_false(sii_logistic(group, 2, &got));
	for (i = 0; i < 4; i++)
		group[i].value = 1;
	assert_false(sii_logistic(group, 4, &got));
	group[0].value = NAN;
	assert_false(sii_logistic(group, 4, &got));
}

/* ---- quantiles ------------------------------------------------------------------------------- */

struct areas {
	char key[120];
	double value[40];
	size_t expected[40], count;
	bool invert;
};

/* The file holds every other area of each group, in order of value. Fills in the areas between
 * them, and looks whether some total number gives exactly the expected quantiles. */
static bool areas_fit(const struct areas *areas)
{
	size_t total, first, i, place, out[90];
	double all[90];
	bool fits;

	for (total = areas->count; total <= 2 * areas->count + 1; total++)
		for (first = 0; first < 2; first++) {
			if (first + 2 * (areas->count - 1) >= total)
				continue;
			for (i = 0; i < total; i++) {
				place = i < first ? 0 : (i - first) / 2;
				place = place < areas->count ? place : areas->count - 1;
				all[i] = areas->value[place] +
					 ((i < first)              ? -1e-6
						 : (i - first) % 2 ? 1e-6
								   : 0) +
					 (i > first + 2 * (areas->count - 1) ? 1e-6 : 0);
			}
			quantile_assign(all, total, 10, areas->invert, out);
			fits = true;
			for (i = 0; i < areas->count; i++)
				fits = fits && out[first + 2 * i] == areas->expected[i];
			if (fits)
				return true;
		}
	return false;
}

static void quantiles_agree_with_the_reference(void **state)
{
	static struct areas areas[20];
	struct refcsv csv;
	size_t count = 0, i, fitting = 0;
	struct areas *now;
	char key[120];

	(void)state;
	if (!refcsv_open(&csv, "quantiles.csv"))
		skip();
	while (refcsv_next(&csv)) {
		if (!refcsv_has(&csv, "value"))
			continue;
		snprintf(key, sizeof(key), "%s %s", refcsv_text(&csv, "group"),
			refcsv_text(&csv, "parent"));
		if (count == 0 || strcmp(areas[count - 1].key, key) != 0)
			memcpy(areas[count++].key, key, sizeof(key));
		now = &areas[count - 1];
		now->invert = refcsv_int(&csv, "invert") == 1;
		now->value[now->count] = refcsv_num(&csv, "value");
		now->expected[now->count++] = refcsv_has(&csv, "exp_quantile")
						      ? (size_t)refcsv_int(&csv, "exp_quantile")
						      : 0;
	}
	refcsv_close(&csv, 119);
	for (i = 0; i < count; i++)
		fitting += areas_fit(&areas[i]);
	assert_int_equal(count, 16);
	assert_int_equal(fitting, 15); /* the last group was cut off after one row */
}

static void equal_values_share_a_quantile_and_missing_values_have_none(void **state)
{
	static const double value[] = {3, 1, NAN, 1, 5, 4};
	size_t out[6];

	(void)state;
	quantile_assign(value, 6, 5, false, out);
	assert_int_equal(out[2], 0);
	assert_int_equal(out[1], 1);
	assert_int_equal(out[3], 1);
	assert_int_equal(out[0], 3);
	assert_int_equal(out[5], 4);
	assert_int_equal(out[4], 5);
	quantile_assign(value, 6, 5, true, out);
	assert_int_equal(out[4], 1);
	assert_int_equal(out[1], 4);
	quantile_assign(value, 6, 6, false, out);
	assert_int_equal(out[4], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_measures_agree_with_the_reference),
		cmocka_unit_test(the_measures_of_three_groups_are_those_worked_out_by_hand),
		cmocka_unit_test(
			an_unordered_set_compares_highest_with_lowest_and_has_no_concentration),
		cmocka_unit_test(a_small_group_cannot_be_the_best),
		cmocka_unit_test(equal_groups_have_no_inequality),
		cmocka_unit_test(
			nobody_reached_counts_as_0_and_where_a_measure_has_no_meaning_it_is_absent),
		cmocka_unit_test(too_few_groups_and_too_many_missing_values_are_refused),
		cmocka_unit_test(the_slope_index_agrees_with_the_reference),
		cmocka_unit_test(the_slope_index_refuses_what_it_cannot_do),
		cmocka_unit_test(the_logistic_curve_passes_through_points_that_lie_on_it),
		cmocka_unit_test(quantiles_agree_with_the_reference),
		cmocka_unit_test(equal_values_share_a_quantile_and_missing_values_have_none),
	};

	return RUN_TESTS(tests);
}
