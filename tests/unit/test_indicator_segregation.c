#include "test.h"

#include "indicator/segregation.h"
#include "refcsv.h"

/* calculation.md E.4: two groups at four schools. */
static const int64_t four[] = {30, 70, 45, 55, 12, 138, 8, 142};
static const struct schools worked = {four, 4, 2};

static void the_worked_index_has_its_six_decimals(void **state)
{
	(void)state;
	assert_true(fabs(segregation_d(&worked, 0, 1) - 0.480832) < 5.1e-7);
	assert_rel(segregation_d(&worked, 1, 0), segregation_d(&worked, 0, 1), 1e-15);
}

/* ---- reference ------------------------------------------------------------------------------- */

/* One data set, with the names of its schools and groups in the order found. */
struct set {
	char name[40], school[20][12], group[6][12];
	int64_t count[20 * 6];
	struct schools t;
};

static size_t place(char list[][12], size_t *count, size_t cap, const char *name)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (strcmp(list[i], name) == 0)
			return i;
	assert_true(*count < cap && strlen(name) < 12);
	strcpy(list[*count], name);
	return (*count)++;
}

static void set_read(struct set *set, const char *name)
{
	int64_t count[20][6] = {{0}};
	struct refcsv csv;
	size_t s, g, schools = 0, groups = 0;

	snprintf(set->name, sizeof(set->name), "%s", name);
	assert_true(refcsv_open(&csv, "segregation_input.csv"));
	while (refcsv_next(&csv)) {
		if (!refcsv_is(&csv, "dataset", name))
			continue;
		s = place(set->school, &schools, 20, refcsv_text(&csv, "unit"));
		g = place(set->group, &groups, 6, refcsv_text(&csv, "group"));
		count[s][g] = refcsv_int(&csv, "n");
	}
	refcsv_close(&csv, 100);
	for (s = 0; s < schools; s++)
		for (g = 0; g < groups; g++)
			set->count[s * groups + g] = count[s][g];
	set->t = (struct schools){set->count, schools, groups};
}

static double by_name(struct set *set, const struct refcsv *csv)
{
	size_t schools = set->t.schools, groups = set->t.groups;
	const char *of = refcsv_text(csv, "of"), *to = refcsv_text(csv, "to");

	if (refcsv_is(csv, "measure", "D"))
		return segregation_d(&set->t, 0, 1);
	if (refcsv_is(csv, "measure", "M"))
		return segregation_m(&set->t);
	if (refcsv_is(csv, "measure", "H"))
		return segregation_h(&set->t);
	if (refcsv_is(csv, "measure", "entropy_group"))
		return segregation_entropy(&set->t);
	if (refcsv_is(csv, "measure", "p"))
		return segregation_share(&set->t, place(set->school, &schools, schools, of));
	if (refcsv_is(csv, "measure", "ls"))
		return segregation_local(&set->t, place(set->school, &schools, schools, of));
	if (refcsv_is(csv, "measure", "isolation"))
		to = of;
	else
		assert_true(refcsv_is(csv, "measure", "exposure"));
	return segregation_exposure(&set->t, place(set->group, &groups, groups, of),
		place(set->group, &groups, groups, to));
}

static void the_measures_agree_with_the_reference(void **state)
{
	struct set set = {.name = ""};
	size_t compared = 0;
	struct refcsv csv;
	double expected;

	(void)state;
	if (!refcsv_open(&csv, "segregation.csv"))
		skip();
	while (refcsv_next(&csv)) {
		if (refcsv_is(&csv, "dataset", "schools00_full"))
			continue; /* 2000 schools that are not in the file: see the parts below */
		if (strcmp(set.name, refcsv_text(&csv, "dataset")) != 0)
			set_read(&set, refcsv_text(&csv, "dataset"));
		expected = refcsv_num(&csv, "exp_value");
		if (expected == 0)
			assert_near(by_name(&set, &csv), 0, 1e-15);
		else
			assert_rel(by_name(&set, &csv), expected, 1e-9);
		compared++;
	}
	assert_int_equal(compared, csv.row - 3);
	refcsv_close(&csv, 130);
}

static void d_at_random_agrees_with_the_reference(void **state)
{
	int64_t pupils[60];
	struct refcsv csv;
	struct schools t;
	size_t s, schools;
	double n, share, got;

	(void)state;
	if (!refcsv_open(&csv, "null_behaviour_segregation.csv"))
		skip();
	while (refcsv_next(&csv)) {
		schools = (size_t)refcsv_int(&csv, "scholen");
		n = refcsv_num(&csv, "leerlingen_per_school");
		share = refcsv_num(&csv, "aandeel_doelgroep");
		for (s = 0; s < schools; s++) {
			pupils[2 * s] = (int64_t)floor(n * share + 0.5);
			pupils[2 * s + 1] = (int64_t)n - pupils[2 * s];
		}
		t = (struct schools){pupils, schools, 2};
		got = segregation_d_chance(&t, 0, 1);
		assert_true(fabs(got - refcsv_num(&csv, "benadering_formule")) < 5.1e-5);
		assert_rel(got, refcsv_num(&csv, "gemiddelde_D_bij_toeval"), 0.05);
	}
	refcsv_close(&csv, 6);
}

/* ---- by hand --------------------------------------------------------------------------------- */

static void the_parts_of_m_between_and_within_clusters_add_up(void **state)
{
	static const size_t cluster[] = {0, 0, 1, 1};
	static const int64_t merged_count[] = {75, 125, 20, 280}, first[] = {30, 70, 45, 55},
			     second[] = {12, 138, 8, 142};
	static const struct schools merged = {merged_count, 2, 2}, one = {first, 2, 2},
				    two = {second, 2, 2};
	struct segregation_parts parts = segregation_parts(&worked, cluster, 2);

	(void)state;
	assert_rel(parts.between, segregation_m(&merged), 1e-14);
	assert_rel(parts.within, 0.4 * segregation_m(&one) + 0.6 * segregation_m(&two), 1e-12);
}

static void the_local_values_weighed_by_school_give_m(void **state)
{
	double sum = 0;
	size_t s;

	(void)state;
	for (s = 0; s < 4; s++)
		sum += segregation_share(&worked, s) * segregation_local(&worked, s);
	assert_rel(sum, segregation_m(&worked), 1e-13);
}

static void exposures_of_a_group_add_up_to_one(void **state)
{
	(void)state;
	assert_rel(segregation_exposure(&worked, 0, 0) + segregation_exposure(&worked, 0, 1), 1,
		1e-14);
	/* 30/95 * 0.3 + 45/95 * 0.45 + 12/95 * 0.08 + 8/95 * 8/150 */
	assert_rel(
		segregation_exposure(&worked, 0, 0), (9 + 20.25 + 0.96 + 64.0 / 150) / 95, 1e-14);
	assert_rel(segregation_eta2(&worked, 0),
		((9 + 20.25 + 0.96 + 64.0 / 150) / 95 - 0.19) / 0.81, 1e-13);
}

static void complete_separation_is_1_and_an_even_spread_is_0(void **state)
{
	static const int64_t apart[] = {10, 0, 0, 10}, even[] = {3, 6, 5, 10, 0, 0};
	static const struct schools all = {apart, 2, 2}, none = {even, 3, 2};

	(void)state;
	assert_rel(segregation_d(&all, 0, 1), 1, 1e-15);
	assert_rel(segregation_h(&all), 1, 1e-15);
	assert_rel(segregation_eta2(&all, 0), 1, 1e-15);
	assert_near(segregation_d(&none, 0, 1), 0, 1e-15);
	assert_near(segregation_m(&none), 0, 1e-15);
	assert_near(segregation_eta2(&none, 0), 0, 1e-15);
	assert_true(isnan(segregation_local(&none, 2)));
	assert_near(segregation_share(&none, 2), 0, 0);
}

static void one_school_is_no_segregation(void **state)
{
	static const int64_t only[] = {10, 30};
	static const struct schools t = {only, 1, 2};

	(void)state;
	assert_near(segregation_d(&t, 0, 1), 0, 0);
	assert_near(segregation_m(&t), 0, 1e-15);
	assert_near(segregation_d_chance(&t, 0, 1), 0, 0);
}

static void one_group_or_no_pupils_has_no_index_rather_than_0(void **state)
{
	static const int64_t single[] = {10, 0, 20, 0}, empty[] = {0, 0, 0, 0};
	static const struct schools one = {single, 2, 2}, none = {empty, 2, 2};

	(void)state;
	assert_true(isnan(segregation_d(&one, 0, 1)) && isnan(segregation_d_chance(&one, 0, 1)));
	assert_true(isnan(segregation_m(&one)) && isnan(segregation_h(&one)));
	assert_true(isnan(segregation_eta2(&one, 0)) && isnan(segregation_eta2(&one, 1)));
	assert_true(
		isnan(segregation_exposure(&one, 1, 0)) && isnan(segregation_exposure(&one, 0, 1)));
	assert_true(isnan(segregation_d(&none, 0, 1)) && isnan(segregation_entropy(&none)));
	assert_true(isnan(segregation_m(&none)) && isnan(segregation_share(&none, 0)));
}

static void the_corrected_index_takes_chance_off(void **state)
{
	(void)state;
	assert_rel(segregation_d_corrected(0.48, 0.20), 0.35, 1e-14);
	assert_near(segregation_d_corrected(0.10, 0.20), 0, 0);
	assert_rel(segregation_d_corrected(1, 0.2), 1, 1e-15);
	assert_true(isnan(segregation_d_corrected(NAN, 0.2)) &&
		    isnan(segregation_d_corrected(0.5, NAN)));
	assert_true(isnan(segregation_d_corrected(0.5, 1)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worked_index_has_its_six_decimals),
		cmocka_unit_test(the_measures_agree_with_the_reference),
		cmocka_unit_test(d_at_random_agrees_with_the_reference),
		cmocka_unit_test(the_parts_of_m_between_and_within_clusters_add_up),
		cmocka_unit_test(the_local_values_weighed_by_school_give_m),
		cmocka_unit_test(exposures_of_a_group_add_up_to_one),
		cmocka_unit_test(complete_separation_is_1_and_an_even_spread_is_0),
		cmocka_unit_test(one_school_is_no_segregation),
		cmocka_unit_test(one_group_or_no_pupils_has_no_index_rather_than_0),
		cmocka_unit_test(the_corrected_index_takes_chance_off),
	};

	return RUN_TESTS(tests);
}
