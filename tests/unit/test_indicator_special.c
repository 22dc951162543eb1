#include "test.h"

#include "indicator/special.h"
#include "refcsv.h"

static double by_name(const struct refcsv *csv)
{
	double one = refcsv_num(csv, "arg1");

	if (refcsv_is(csv, "fn", "qnorm"))
		return qnorm(one);
	if (refcsv_is(csv, "fn", "pnorm"))
		return pnorm(one);
	if (refcsv_is(csv, "fn", "qchisq"))
		return qchisq(one, refcsv_num(csv, "arg2"));
	if (refcsv_is(csv, "fn", "pchisq_upper"))
		return pchisq_upper(one, refcsv_num(csv, "arg2"));
	if (refcsv_is(csv, "fn", "qt"))
		return qt(one, refcsv_num(csv, "arg2"));
	assert_true(refcsv_is(csv, "fn", "qbeta"));
	return qbeta(one, refcsv_num(csv, "arg2"), refcsv_num(csv, "arg3"));
}

static void special_functions_agree_with_the_reference_to_13_digits(void **state)
{
	struct refcsv csv;

	(void)state;
	if (!refcsv_open(&csv, "special_functions.csv"))
		skip();
	while (refcsv_next(&csv))
		assert_rel(by_name(&csv), refcsv_num(&csv, "exp_value"), 1e-13);
	refcsv_close(&csv, 80);
}

/* The expected values of the tests below were computed with 40 digits (mpmath). */

static void a_quantile_far_in_the_tail_keeps_its_digits(void **state)
{
	(void)state;
	assert_rel(qnorm(1e-300), -37.0470962993611992, 1e-14);
	assert_rel(qnorm(0.5), 0, 0);
	assert_rel(qbeta(1e-10, 2, 3), 4.08249401580833285e-6, 1e-13);
	assert_rel(qchisq_upper(1e-12, 3), 58.9197556832021534, 1e-13);
	assert_rel(qchisq(1e-12, 3), 2.41798794271803581e-8, 1e-13);
}

static void every_tail_and_its_inverse_return_to_the_start(void **state)
{
	static const double share[] = {1e-12, 1e-6, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999};
	static const double size[] = {1, 3, 40, 1000, 1e6};
	size_t i, j, k;

	(void)state;
	for (i = 0; i < ARRAY_LEN(share); i++) {
		assert_rel(pnorm(qnorm(share[i])), share[i], 1e-13);
		for (j = 0; j < ARRAY_LEN(size); j++) {
			assert_rel(pchisq(qchisq(share[i], size[j]), size[j]), share[i], 1e-10);
			assert_rel(pchisq_upper(qchisq_upper(share[i], size[j]), size[j]), share[i],
				1e-10);
			for (k = 0; k < ARRAY_LEN(size); k++)
				assert_rel(beta_lower(qbeta(share[i], size[j], size[k]), size[j],
						   size[k]),
					share[i], 1e-9);
		}
	}
}

static void both_tails_of_beta_and_gamma_are_right_to_13_digits(void **state)
{
	static const double beta[][5] = {{0.25, 3, 5, 0.24359130859375, 0.75640869140625},
		{0.9, 46, 5, 0.43119840682906189105, 0.56880159317093810895},
		{1e-5, 0.5, 0.5, 0.0020131718394753873031, 0.9979868281605246127},
		{0.49, 1000, 1000, 0.18555265943151144994, 0.81444734056848855006},
		{0.1, 2, 300, 0.99999999999941908241, 5.8091758820428509278e-13},
		{0.999, 250, 3, 0.99781103600915814922, 0.0021889639908418507793}};
	static const double gamma[][4] = {{0.5, 3, 0.014387677966970686644, 0.98561232203302931336},
		{30, 20, 0.97812653155860914668, 0.021873468441390853316},
		{1e-4, 0.5, 0.011283415555849617186, 0.98871658444415038281},
		{90, 100, 0.1582209891864301681, 0.8417790108135698319},
		{950, 1000, 0.055054686230738034495, 0.94494531376926196551},
		{1100, 1000, 0.99894067674607002265, 0.0010593232539299773489}};
	size_t i;

	(void)state;
	for (i = 0; i < ARRAY_LEN(beta); i++) {
		assert_rel(beta_lower(beta[i][0], beta[i][1], beta[i][2]), beta[i][3], 1e-13);
		assert_rel(beta_upper(beta[i][0], beta[i][1], beta[i][2]), beta[i][4], 1e-13);
	}
	for (i = 0; i < ARRAY_LEN(gamma); i++) {
		assert_rel(gamma_lower(gamma[i][0], gamma[i][1]), gamma[i][2], 1e-13);
		assert_rel(gamma_upper(gamma[i][0], gamma[i][1]), gamma[i][3], 1e-13);
	}
}

static void log_densities_keep_13_digits_up_to_a_million(void **state)
{
	(void)state;
	assert_rel(
		log_binomial_density(920000, 1e6, 0.92, 1 - 0.92), -6.5221397344762000176, 1e-13);
	assert_rel(
		log_binomial_density(919000, 1e6, 0.92, 1 - 0.92), -13.295602371370605841, 1e-13);
	assert_rel(log_binomial_density(8, 12, 0.92, 1 - 0.92), -4.5654096861767415757, 1e-13);
	assert_rel(log_binomial_density(15, 16, 0.5, 0.5), -8.317766166719343713, 1e-13);
	assert_rel(log_binomial_density(17, 40, 0.3, 0.7), -3.4621706872756238793, 1e-13);
	assert_rel(log_binomial_density(1, 1000, 0.92, 1 - 0.92), -2516.3785419939045974, 1e-13);
	assert_rel(log_poisson_density(1e6, 1001500), -8.950570159628289127, 1e-13);
	assert_rel(log_poisson_density(3, 2.5), -1.5428872736055898053, 1e-13);
	assert_rel(log_poisson_density(20, 33.25), -5.5045211187162221041, 1e-13);
	assert_rel(log_binomial(500, 460), 136.66090064581597927, 1e-13);
	assert_rel(log_binomial(52, 5), 14.77062192297037073, 1e-13);
}

static void the_edges_are_exact(void **state)
{
	(void)state;
	assert_rel(log_binomial(7, 0), 0, 0);
	assert_rel(log_binomial(7, 7), 0, 0);
	assert_rel(log_binomial_density(0, 5, 0, 1), 0, 0);
	assert_true(log_binomial_density(1, 5, 0, 1) < -1e300);
	assert_rel(log_binomial_density(5, 5, 1, 0), 0, 0);
	assert_true(log_binomial_density(4, 5, 1, 0) < -1e300);
	assert_rel(log_binomial_density(0, 5, 0.9, 0.1), 5 * log(0.1), 1e-15);
	assert_rel(log_binomial_density(5, 5, 0.9, 0.1), 5 * log1p(-0.1), 1e-15);
	assert_rel(log_poisson_density(0, 3), -3, 0);
	assert_rel(log_poisson_density(0, 0), 0, 0);
	assert_true(log_poisson_density(1, 0) < -1e300);
	assert_rel(beta_lower(0, 2, 3), 0, 0);
	assert_rel(beta_lower(1, 2, 3), 1, 0);
	assert_rel(beta_upper(0, 2, 3), 1, 0);
	assert_rel(beta_upper(1, 2, 3), 0, 0);
	assert_rel(gamma_lower(0, 2), 0, 0);
	assert_rel(gamma_upper(0, 2), 1, 0);
	assert_rel(gamma_lower(INFINITY, 2), 1, 0);
	assert_rel(gamma_upper(INFINITY, 2), 0, 0);
	assert_rel(pnorm_upper(1.25), pnorm(-1.25), 1e-15);
	assert_rel(pnorm_upper(-1.25), 1 - pnorm(-1.25), 1e-15);
	assert_rel(qbeta(0, 2, 3), 0, 0);
	assert_rel(qbeta(1, 2, 3), 1, 0);
	assert_rel(qbeta_upper(0, 2, 3), 1, 0);
	assert_rel(qbeta_upper(1, 2, 3), 0, 0);
	assert_rel(qchisq(0, 2), 0, 0);
	assert_rel(qchisq_upper(1, 2), 0, 0);
	assert_true(isinf(qchisq(1, 2)) && isinf(qchisq_upper(0, 2)));
	assert_rel(qt(0.5, 4), 0, 0);
	assert_rel(qt(0.001, 2), -qt(0.999, 2), 1e-13);
	assert_rel(qt(0.6, 1), tan(0.1 * acos(-1)), 1e-13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(special_functions_agree_with_the_reference_to_13_digits),
		cmocka_unit_test(a_quantile_far_in_the_tail_keeps_its_digits),
		cmocka_unit_test(every_tail_and_its_inverse_return_to_the_start),
		cmocka_unit_test(both_tails_of_beta_and_gamma_are_right_to_13_digits),
		cmocka_unit_test(log_densities_keep_13_digits_up_to_a_million),
		cmocka_unit_test(the_edges_are_exact),
	};

	return RUN_TESTS(tests);
}
