#include "test.h"

#include "cli/rij.h"

static struct rij sample(void)
{
	struct rij r = {.count = 0};

	rij_text(&r, "naam", "=1+1 \"Dorp\"");
	rij_int(&r, "nr", -3);
	rij_decimal(&r, "norm", (struct decimal){275, 2});
	rij_double(&r, "waarde", 87.5);
	rij_bool(&r, "fictief", true);
	rij_leeg(&r, "reden");
	rij_leeg(&r, "teller_min");
	rij_optioneel(&r);
	rij_double(&r, "p", NAN);
	return r;
}

static void json_has_points_nulls_and_no_absent_bounds(void **state)
{
	struct json_out j = JSON_OUT_INIT;
	struct rij r = sample();
	char *text;

	(void)state;
	json_out_object(&j, NULL);
	json_out_list(&j, "rijen");
	rij_add_json(&j, &r);
	rij_add_json(&j, &r);
	json_out_end_list(&j);
	json_out_end_object(&j);
	text = json_out_detach(&j);
#define ROW                                                                                        \
	"{\"naam\": \"=1+1 \\\"Dorp\\\"\", \"nr\": -3, \"norm\": 2.75, \"waarde\": 87.5, "             \
	"\"fictief\": true, \"reden\": null, \"p\": null}"
	assert_string_equal(text, "{\n  \"rijen\": [\n    " ROW ",\n    " ROW "\n  ]\n}\n");
	free(text);
}

static void csv_has_commas_and_all_columns_and_no_formulas(void **state)
{
	struct str s = STR_INIT;
	struct rij r = sample();

	(void)state;
	rij_add_csv_head(&s, &r, CSV_PIJP);
	rij_add_csv(&s, &r, CSV_PIJP);
	assert_string_equal(str_text(&s), "naam;nr;norm;waarde;fictief;reden;teller_min;p\n"
					  "\"'=1+1 \"\"Dorp\"\"\";-3;2,75;87,5;ja;;;\n");
	str_release(&s);
}

static void decimals_keep_sign_and_zeros(void **state)
{
	static const struct {
		struct decimal d;
		const char *text;
	} cases[] = {{{92, 0}, "92\n"}, {{-5, 1}, "-0.5\n"}, {{-150, 2}, "-1.50\n"}, {{7, 3}, "0.007\n"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct json_out j = JSON_OUT_INIT;
		char *text;

		json_out_decimal(&j, NULL, cases[i].d);
		text = json_out_detach(&j);
		assert_string_equal(text, cases[i].text);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_has_points_nulls_and_no_absent_bounds),
		cmocka_unit_test(csv_has_commas_and_all_columns_and_no_formulas),
		cmocka_unit_test(decimals_keep_sign_and_zeros),
	};

	return RUN_TESTS(tests);
}
