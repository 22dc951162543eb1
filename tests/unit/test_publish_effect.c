/* An intervention beside the wijken without it: each reason not to compare, and the comparison. Fictional. */
#include "test.h"

#include "publish/effect.h"
#include "report_fixture.h"

/* OAB-01 in 2025-K2 (before the start) and 2026-K2 (after it); what is compared is Dorp. */
struct situation {
	struct fixture f;
	struct uitkomst *met_na; /* Dorp, 2026-K2: for a test to spoil; borrowed until the next share */
	struct interventie i;
};

static const struct share met_voor = {60, 80}, met_na = {72, 80}, zonder_voor = {120, 160}, zonder_na = {124, 160};

static void situation_init(struct situation *s)
{
	struct periode voor = periode_kwartaal(2025, 2), na = periode_kwartaal(2026, 2);

	fixture_init(&s->f);
	fixture_share(&s->f, "OAB-01", "GM0637", voor, 180, 240);
	fixture_share(&s->f, "OAB-01", "GM0637", na, 196, 240);
	fixture_share(&s->f, "OAB-01", "WK063701", voor, met_voor.x, met_voor.n);
	fixture_share(&s->f, "OAB-01", "WK063703", voor, zonder_voor.x / 2, zonder_voor.n / 2);
	fixture_share(&s->f, "OAB-01", "WK063703", na, zonder_na.x / 2, zonder_na.n / 2);
	fixture_share(&s->f, "OAB-01", "WK063712", voor, zonder_voor.x / 2, zonder_voor.n / 2);
	fixture_share(&s->f, "OAB-01", "WK063712", na, zonder_na.x / 2, zonder_na.n / 2);
	s->met_na = fixture_share(&s->f, "OAB-01", "WK063701", na, met_na.x, met_na.n);
	s->i = (struct interventie){.id = "I-1", .naam = "huisbezoek", .indicator = "OAB-01", .wijken = "Dorp",
		.start = {2025, 9, 1}};
}

/* Of the situation as it now is; ends it. */
static struct effect effect_end(struct situation *s)
{
	struct effect e;

	uitkomst_list_sort(&s->f.uitkomsten);
	fixture_layer(&s->f);
	effect_of(&e, s->f.layer, &s->i);
	fixture_release(&s->f);
	return e; /* its pointers are gone: for numbers and reasons only */
}

static void the_sums_of_the_wijken_with_it_stand_beside_those_of_the_others(void **state)
{
	struct situation s;
	struct effect e;
	struct did_groep met = {met_voor, met_na}, zonder = {zonder_voor, zonder_na};
	struct difference want = did(&met, &zonder, 0.95);

	(void)state;
	situation_init(&s);
	e = effect_end(&s);
	assert_int_equal(e.reden, EFFECT_KAN);
	assert_true(periode_equal(e.voor, periode_kwartaal(2025, 2)));
	assert_true(periode_equal(e.na, periode_kwartaal(2026, 2)));
	assert_int_equal(e.met.voor.x, 60);
	assert_int_equal(e.met.na.n, 80);
	assert_int_equal(e.zonder.voor.x, 120);
	assert_int_equal(e.zonder.na.x, 124);
	assert_int_equal(e.zonder.na.n, 160);
	/* (72/80 - 60/80) - (124/160 - 120/160) = 0,15 - 0,025; by hand */
	assert_near(e.verschil.value, 0.125, 1e-12);
	assert_near(e.verschil.interval.low, want.interval.low, 1e-12);
	assert_near(e.verschil.interval.high, want.interval.high, 1e-12);
	assert_false(e.zeker); /* 0 lies within the interval */
}

static void what_cannot_be_chance_is_called_so(void **state)
{
	struct situation s;

	(void)state;
	situation_init(&s);
	s.met_na->teller.min = s.met_na->teller.max = 80;
	assert_true(effect_end(&s).zeker);
}

/* The register says too little, or of something that no wijk is compared by. */
static void what_the_register_does_not_say_is_not_compared(void **state)
{
	static const struct {
		const char *indicator, *wijken;
		struct date start;
		enum effect_reden reden;
	} row[] = {
		{"", "Dorp", {2025, 9, 1}, EFFECT_GEEN_INDICATOR},
		{"XXX-99", "Dorp", {2025, 9, 1}, EFFECT_GEEN_INDICATOR},
		{"OAB-01", "Dorp", {0, 0, 0}, EFFECT_GEEN_START},
		{"OAB-01", "", {2025, 9, 1}, EFFECT_GEEN_WIJKEN},
		{"OAB-01", "Nergensland", {2025, 9, 1}, EFFECT_GEEN_WIJKEN},
		{"OAB-01", "Dorp|Nergensland", {2025, 9, 1}, EFFECT_GEEN_WIJKEN},
		{"OUD-01", "Dorp", {2025, 9, 1}, EFFECT_GEEN_AANDEEL}, /* a count */
		{"VSV-01", "Dorp", {2025, 9, 1}, EFFECT_GEEN_AANDEEL}, /* not per wijk */
		{"OAB-01", "Dorp|Palenstein|Ontwikkelwijk", {2025, 9, 1}, EFFECT_GEEN_ANDERE},
	};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(row); k++) {
		struct situation s;

		situation_init(&s);
		s.i.indicator = row[k].indicator;
		s.i.wijken = row[k].wijken;
		s.i.start = row[k].start;
		assert_int_equal(effect_end(&s).reden, row[k].reden);
	}
}

/* There must be the same period of a year before the start, and one after it and not after the stop. */
static void without_a_period_before_and_after_nothing_is_compared(void **state)
{
	static const struct {
		struct date start, stop;
		enum effect_reden reden;
	} row[] = {
		{{2025, 7, 1}, {0, 0, 0}, EFFECT_KAN},	    /* the day after the period before */
		{{2025, 6, 30}, {0, 0, 0}, EFFECT_TE_KORT}, /* within it; and 2024-K2 was not delivered */
		{{2026, 6, 30}, {0, 0, 0}, EFFECT_TE_KORT}, /* no period ends after the start */
		{{2026, 6, 29}, {0, 0, 0}, EFFECT_KAN},
		{{2025, 9, 1}, {2026, 6, 30}, EFFECT_KAN},
		{{2025, 9, 1}, {2026, 6, 29}, EFFECT_TE_KORT}, /* it stopped before the period ended */
	};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(row); k++) {
		struct situation s;

		situation_init(&s);
		s.i.start = row[k].start;
		s.i.stop = row[k].stop;
		assert_int_equal(effect_end(&s).reden, row[k].reden);
	}
}

/* The wijken were divided anew on 1 January 2025 (indicators/breuken/zoetermeer.json). */
static void over_a_break_nothing_is_compared(void **state)
{
	struct situation s;

	(void)state;
	situation_init(&s);
	fixture_share(&s.f, "OAB-01", "GM0637", periode_kwartaal(2024, 2), 170, 240);
	s.i.start = (struct date){2025, 3, 1};
	assert_int_equal(effect_end(&s).reden, EFFECT_BREUK);
}

static void spoil_hidden(struct uitkomst *u)
{
	u->heeft_waarde = false;
	u->status = STATUS_AFGESCHERMD_BRON;
}

static void spoil_range(struct uitkomst *u)
{
	u->teller.max++;
}

static void spoil_provisional(struct uitkomst *u)
{
	u->voorlopig = true;
}

static void spoil_incomplete(struct uitkomst *u)
{
	u->onvolledig = true;
}

/* One count that a reader may not see, or that is not final, and the whole comparison goes. */
static void a_count_that_is_hidden_or_not_final_stops_the_comparison(void **state)
{
	static void (*const spoil[])(struct uitkomst *) = {
		spoil_hidden, spoil_range, spoil_provisional, spoil_incomplete};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(spoil); k++) {
		struct situation s;

		situation_init(&s);
		spoil[k](s.met_na);
		assert_int_equal(effect_end(&s).reden, EFFECT_AFGESCHERMD);
	}
}

static void a_wijk_without_a_figure_stops_it_and_one_without_doelgroep_does_not(void **state)
{
	static const struct {
		enum status status;
		enum effect_reden reden;
	} row[] = {{STATUS_NIET_GELEVERD, EFFECT_AFGESCHERMD}, {STATUS_GEEN_DOELGROEP, EFFECT_TE_WEINIG}};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(row); k++) {
		struct situation s;

		situation_init(&s);
		s.met_na->heeft_waarde = false;
		s.met_na->status = row[k].status;
		/* The only wijk with it has nobody then: nothing is left to compare. */
		assert_int_equal(effect_end(&s).reden, row[k].reden);
	}
}

/* OAB-01 asks for 12 children. */
static void fewer_children_than_the_indicator_asks_for_are_too_few(void **state)
{
	static const struct {
		int64_t n;
		enum effect_reden reden;
	} row[] = {{12, EFFECT_KAN}, {11, EFFECT_TE_WEINIG}};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(row); k++) {
		struct situation s;

		situation_init(&s);
		s.met_na->teller.min = s.met_na->teller.max = 7;
		s.met_na->noemer.min = s.met_na->noemer.max = row[k].n;
		assert_int_equal(effect_end(&s).reden, row[k].reden);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sums_of_the_wijken_with_it_stand_beside_those_of_the_others),
		cmocka_unit_test(what_cannot_be_chance_is_called_so),
		cmocka_unit_test(what_the_register_does_not_say_is_not_compared),
		cmocka_unit_test(without_a_period_before_and_after_nothing_is_compared),
		cmocka_unit_test(over_a_break_nothing_is_compared),
		cmocka_unit_test(a_count_that_is_hidden_or_not_final_stops_the_comparison),
		cmocka_unit_test(a_wijk_without_a_figure_stops_it_and_one_without_doelgroep_does_not),
		cmocka_unit_test(fewer_children_than_the_indicator_asks_for_are_too_few),
	};

	return RUN_TESTS(tests);
}
