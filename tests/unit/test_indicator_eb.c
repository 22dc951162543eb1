#include "test.h"

#include "indicator/eb.h"
#include "refcsv.h"

/* P = 120/150, sum n(p-P)^2 = 50*0.04 + 60*(2/15)^2 + 40*0.0025 = 2 + 16/15 + 0.1, and
 * P(1-P)/nbar = 0.16/50 = 0.0032. */
static void the_fit_is_the_formula(void **state)
{
	static const struct share wijk[] = {{50, 50}, {40, 60}, {30, 40}, {0, 0}};
	struct eb eb = eb_fit(wijk, ARRAY_LEN(wijk));
	double a = (2 + 16.0 / 15 + 0.1) / 150 - 0.0032;

	(void)state;
	assert_rel(eb.share, 0.8, 1e-15);
	assert_rel(eb.spread, a, 1e-13);
	assert_rel(eb_weight(&eb, 60), a / (a + (0.16 - a) / 60), 1e-13);
	assert_rel(eb_share(&eb, wijk[0]), 0.8 + 0.2 * a / (a + (0.16 - a) / 50), 1e-13);
	assert_rel(eb_share(&eb, wijk[3]), 0.8, 1e-15);
}

static void equal_wijken_all_get_the_share_of_the_city(void **state)
{
	static const struct share wijk[] = {{46, 50}, {18, 20}, {55, 60}, {9, 10}};
	struct eb eb = eb_fit(wijk, ARRAY_LEN(wijk));
	size_t i;

	(void)state;
	assert_rel(eb.spread, 0, 0);
	for (i = 0; i < ARRAY_LEN(wijk); i++)
		assert_rel(eb_share(&eb, wijk[i]), 128.0 / 140, 1e-15);
}

static void wijken_of_nobody_and_everybody_keep_most_of_their_own_share(void **state)
{
	static const struct share wijk[] = {{0, 4}, {4, 4}};
	struct eb eb = eb_fit(wijk, ARRAY_LEN(wijk));

	(void)state;
	assert_rel(eb_share(&eb, wijk[0]), eb.share * (1 - eb_weight(&eb, 4)), 1e-15);
	/* A = 0.25 - 0.25/4, so of the 0.25 only a quarter is chance. */
	assert_rel(eb_weight(&eb, 4), 0.1875 / (0.1875 + 0.0625 / 4), 1e-13);
}

static void a_city_without_children_has_no_answer(void **state)
{
	static const struct share wijk[] = {{0, 0}};
	struct eb eb = eb_fit(wijk, 1);

	(void)state;
	assert_true(isnan(eb.share) && isnan(eb.spread));
}

/* The file holds half of the areas its source fitted, so the fit itself cannot be repeated from it.
 * Two rows of a set give P and A, the values of the others must then follow. */
struct seen {
	struct share wijk;
	double raw, value, weight;
};

static struct eb eb_from(const struct seen *one, const struct seen *two)
{
	/* value = w p + (1-w) P, w = A n / (A n + P(1-P) - A) */
	const struct seen *clear = one->weight < two->weight ? one : two;
	double share = (clear->value - clear->weight * clear->raw) / (1 - clear->weight);
	double n = (double)clear->wijk.n, odds = clear->weight / (1 - clear->weight) / n;
	struct eb eb = {share, odds * share * (1 - share) / (1 + odds)};

	return eb;
}

static void values_and_weights_agree_with_the_reference(void **state)
{
	struct seen seen[3][64];
	size_t count[3] = {0, 0, 0}, set, i;
	struct refcsv csv;
	struct seen *row;
	struct eb eb;

	(void)state;
	if (!refcsv_open(&csv, "empirical_bayes.csv"))
		skip();
	while (refcsv_next(&csv)) {
		set = refcsv_is(&csv, "set", "sids") ? 0 : refcsv_is(&csv, "set", "nl") ? 1 : 2;
		row = &seen[set][count[set]++];
		row->wijk.x = refcsv_int(&csv, "x");
		row->wijk.n = refcsv_int(&csv, "n");
		row->raw = refcsv_num(&csv, "raw");
		row->value = refcsv_num(&csv, "recommended_eb_binomial_truncated");
		row->weight = refcsv_num(&csv, "recommended_weight_on_own_value");
	}
	refcsv_close(&csv, 60);
	for (set = 0; set < 3; set++) {
		eb = eb_from(&seen[set][0], &seen[set][1]);
		for (i = 2; i < count[set]; i++) {
			assert_rel(eb_weight(&eb, seen[set][i].wijk.n), seen[set][i].weight, 1e-9);
			assert_rel(eb_share(&eb, seen[set][i].wijk), seen[set][i].value, 1e-9);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_fit_is_the_formula),
		cmocka_unit_test(equal_wijken_all_get_the_share_of_the_city),
		cmocka_unit_test(wijken_of_nobody_and_everybody_keep_most_of_their_own_share),
		cmocka_unit_test(a_city_without_children_has_no_answer),
		cmocka_unit_test(values_and_weights_agree_with_the_reference),
	};

	return RUN_TESTS(tests);
}
