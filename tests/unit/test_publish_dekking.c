/* What is known of what was agreed. Goals, figures and rows are fictional (fictief); definitions and norms
 * are those of the repository. */
#include "test.h"

#include "publish/dekking.h"
#include "register_fixture.h"
#include "report_fixture.h"

static char boven[] = "FD-A1", met[] = "FD-F1", zonder[] = "FD-F2", nieuw[] = "FD-F3";
static char oab1[] = "OAB-01", oab2[] = "OAB-02", unknown[] = "XX-99";
static char *under[] = {boven}, *two[] = {oab2, oab1}, *missing[] = {unknown};
static struct doel_def goals[] = {{.id = boven, .meetbaarheid = MEETBAAR_PROXY},
	{.id = met, .meetbaarheid = MEETBAAR_GETAL, .valt_onder = {under, 1}, .indicatoren = {two, 2}},
	{.id = zonder, .meetbaarheid = MEETBAAR_KWALITATIEF, .valt_onder = {under, 1}},
	{.id = nieuw, .meetbaarheid = MEETBAAR_GETAL, .indicatoren = {missing, 1}}};
static const struct doel_list list = {.item = goals, .count = ARRAY_LEN(goals)};

static const struct rijen_rij acties[] = {
	{"A-1", {"soort", "actie", "doel_id", "FD-F2", "status", "loopt", "deadline", "2026-07-01", NULL}},
	{"A-2", {"soort", "actie", "doel_id", "FD-F2", "status", "klaar", NULL}},
};
static const struct rijen_rij besluiten[] = {
	{"B-1", {"datum", "2026-01-22", "doel_id", "FD-F1", NULL}},
	{"B-2", {"datum", "2026-06-04", "doel_id", "FD-A1", NULL}},
	{"B-3", {"datum", "2026-07-22", "doel_id", "FD-F1", NULL}},
};

static struct registers registers_on(const char *per)
{
	struct register_list rows[REGISTER_COUNT] = {{.item = NULL}};
	struct registers r;

	rijen_fill(&rows[REGISTER_ACTIES], acties, ARRAY_LEN(acties));
	rijen_fill(&rows[REGISTER_BESLUITEN], besluiten, ARRAY_LEN(besluiten));
	registers_init(&r, rows, rijen_date(per));
	r.herkomst[REGISTER_ACTIES].geladen = true;
	rijen_clear(rows);
	return r;
}

static void each_goal_has_its_indicators_norm_data_acties_and_last_besluit(void **state)
{
	struct registers r = registers_on("2026-07-21");
	struct fixture f;
	struct dekking d;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	dekking_init(&d, &list, NULL, f.layer, &r, DATE_NONE);
	assert_int_equal(d.count, 4);

	assert_int_equal(d.rij[1].count, 2);
	assert_int_equal(d.rij[1].opgenomen, 2);
	assert_string_equal(d.rij[1].indicator[0].id, "OAB-02"); /* order of the goal */
	assert_null(d.rij[1].indicator[0].norm);
	assert_int_equal(d.rij[1].indicator[1].norm->status, NORM_VASTGESTELD);
	assert_int_equal(d.rij[1].met_norm, 1);
	assert_int_equal(d.rij[1].met_vastgestelde_norm, 1);
	assert_int_equal(d.rij[1].met_data, 2);
	assert_true(periode_equal(d.rij[1].nieuwste, periode_kwartaal(2026, 2)));
	assert_string_equal(d.rij[1].laatste_besluit->id, "B-1"); /* B-3 was not taken yet */
	assert_int_equal(d.rij[1].acties.totaal, 0);

	assert_string_equal(d.rij[0].laatste_besluit->id, "B-2");
	assert_int_equal(d.rij[0].acties.totaal, 2); /* those of FD-F2 */
	assert_int_equal(d.rij[2].acties.te_laat, 1);
	assert_null(d.rij[2].laatste_besluit);

	assert_null(d.rij[3].indicator[0].def);
	assert_int_equal(d.rij[3].opgenomen, 0);
	assert_false(d.rij[3].indicator[0].heeft_data);
	assert_int_equal(d.rij[3].nieuwste.soort, PERIODE_GEEN);

	assert_true(d.acties_geladen);
	assert_false(d.besluiten_geladen);
	dekking_release(&d);
	fixture_release(&f);
	registers_release(&r);
}

static void a_norm_counts_on_the_days_that_it_is_valid(void **state)
{
	/* The 92% of the agenda holds from 1 September 2025. */
	static const struct {
		const char *per;
		size_t norms;
	} cases[] = {{"2025-08-31", 0}, {"2025-09-01", 1}};
	struct fixture f;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r = registers_on(cases[i].per);
		struct dekking d;

		dekking_init(&d, &list, NULL, f.layer, &r, DATE_NONE);
		assert_int_equal(d.rij[1].met_norm, cases[i].norms);
		dekking_release(&d);
		registers_release(&r);
	}
	fixture_release(&f);
}

static void the_sums_are_those_of_the_goals_meant(void **state)
{
	struct registers r = registers_on("2026-07-21");
	struct dekking_telling t;
	struct fixture f;
	struct doel_set set;
	struct dekking d;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	dekking_init(&d, &list, NULL, f.layer, &r, DATE_NONE);
	t = dekking_count(&d);
	assert_int_equal(t.doelen, 4);
	assert_int_equal(t.getal, 2);
	assert_int_equal(t.proxy, 1);
	assert_int_equal(t.kwalitatief, 1);
	assert_int_equal(t.met_indicator, 1);
	assert_int_equal(t.met_norm, 1);
	assert_int_equal(t.met_data, 1);
	assert_int_equal(t.met_actie, 2);
	assert_int_equal(t.met_besluit, 2);
	assert_int_equal(t.zonder_spoor, 1);
	dekking_release(&d);

	doel_set_init(&set, &list, "FD-A1");
	dekking_init(&d, &list, &set, f.layer, &r, DATE_NONE);
	assert_int_equal(dekking_count(&d).doelen, 3);
	assert_int_equal(dekking_count(&d).zonder_spoor, 0);
	dekking_release(&d);
	doel_set_release(&set);
	fixture_release(&f);
	registers_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_goal_has_its_indicators_norm_data_acties_and_last_besluit),
		cmocka_unit_test(a_norm_counts_on_the_days_that_it_is_valid),
		cmocka_unit_test(the_sums_are_those_of_the_goals_meant),
	};

	return RUN_TESTS(tests);
}
