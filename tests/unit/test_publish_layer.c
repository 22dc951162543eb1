#include "test.h"

#include "report_fixture.h"

/* 515/560 = 91,96%: below 92, so it may not print as 92,0. */
static void the_printed_value_keeps_to_the_verdict(void **state)
{
	struct fixture f;
	const struct cel *c;

	(void)state;
	fixture_init(&f);
	fixture_share(&f, "OAB-01", "GM0637", periode_kwartaal(2026, 2), 515, 560);
	fixture_share(&f, "OAB-01", "WK063701", periode_kwartaal(2026, 2), 80, 87);
	/* Before the norm was agreed the same share is held to the norm of later. */
	fixture_share(&f, "OAB-01", "WK063701", periode_kwartaal(2025, 1), 80, 87);
	uitkomst_list_sort(&f.uitkomsten);
	fixture_layer(&f);
	c = layer_find(f.layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2026, 2));
	assert_string_equal(c->waarde_tekst, "91,9%");
	assert_string_equal(c->teller_tekst, "515");
	assert_string_equal(c->noemer_tekst, "560");
	assert_string_equal(c->norm_tekst, "92% (vastgesteld)");
	assert_string_equal(c->feit_tekst, "niet gehaald");
	assert_string_equal(c->zekerheid_tekst, "kan toeval zijn");
	assert_string_equal(c->status_tekst, "afgesproken ambitie niet gehaald, kan toeval zijn");
	assert_string_equal(c->tekort_tekst, "1 kind");
	c = layer_find(f.layer, "OAB-01", fixture_gebied(&f, "WK063701"), periode_kwartaal(2026, 2));
	assert_string_equal(c->waarde_tekst, "91,9%");
	assert_string_equal(c->norm_tekst, "92% (richtwaarde)");
	c = layer_find(f.layer, "OAB-01", fixture_gebied(&f, "WK063701"), periode_kwartaal(2025, 1));
	assert_null(c->norm);
	assert_string_equal(c->waarde_tekst, "91,9%");
	fixture_release(&f);
}

static void a_cell_without_a_number_has_a_reason_and_no_number(void **state)
{
	static const struct {
		enum status status;
		enum reden reden;
		const char *code, *text;
	} row[] = {
		{STATUS_NIET_GELEVERD, REDEN_NIET_GELEVERD, "niet_geleverd", "niet geleverd"},
		{STATUS_ONBEKEND, REDEN_ONBEKEND, "onbekend", "onbekend bij de bron"},
		{STATUS_NVT, REDEN_NVT, "nvt", "niet van toepassing"},
		{STATUS_AFGESCHERMD_BRON, REDEN_AFGESCHERMD_BRON, "afgeschermd_bron", "afgeschermd door de bron"},
		{STATUS_FOUT, REDEN_FOUT, "fout", "gegevens kloppen niet"},
		{STATUS_GEEN_DOELGROEP, REDEN_GEEN_DOELGROEP, "geen_doelgroep", "geen doelgroep"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		struct fixture f;
		struct uitkomst *u;
		const struct cel *c;

		fixture_init(&f);
		u = uitkomst_list_add(&f.uitkomsten);
		u->indicator = definities_indicator(f.defs, "OAB-01");
		u->gebied = fixture_gebied(&f, "GM0637");
		u->periode = periode_kwartaal(2026, 2);
		u->status = row[i].status;
		fixture_layer(&f);
		c = &f.layer->cel[0];
		assert_int_equal(c->reden, row[i].reden);
		assert_string_equal(reden_code(c->reden), row[i].code);
		assert_string_equal(c->waarde_tekst, row[i].text);
		assert_null(c->teller_tekst);
		assert_null(c->noemer_tekst);
		assert_null(c->interval_tekst);
		assert_null(c->tekort_tekst);
		assert_null(c->verandering_tekst);
		fixture_release(&f);
	}
}

/* The sum of what came is no figure of the whole. */
static void a_total_with_a_part_missing_is_a_word_in_both_editions(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct fixture f;
		struct uitkomst *u;
		struct layer *layer;
		struct err err = ERR_INIT;
		const struct cel *c;

		fixture_init(&f);
		u = fixture_share(&f, "OAB-01", "GM0637", periode_kwartaal(2026, 2), 515, 560);
		u->status = STATUS_ONVOLLEDIG;
		u->onvolledig = true;
		assert_ok(layer_build(&layer, &f.uitkomsten, f.defs, &f.gebieden, i ? EDITIE_OPENBAAR : EDITIE_INTERN, &err));
		c = &layer->cel[0];
		assert_int_equal(c->reden, REDEN_ONVOLLEDIG);
		assert_string_equal(reden_code(c->reden), "onvolledig");
		assert_string_equal(c->waarde_tekst, "onvolledig geleverd");
		assert_false(c->heeft_waarde || c->heeft_interval || c->heeft_tekort);
		assert_false(c->teller.bekend || c->noemer.bekend);
		assert_null(c->teller_tekst);
		assert_int_equal(c->feit, FEIT_GEEN);
		layer_free(layer);
		fixture_release(&f);
	}
}

/* What was agreed for 31 December 2026 is no missing agreement on the day before. */
static void a_milestone_before_its_day_is_not_without_a_norm(void **state)
{
	static const struct {
		const char *indicator;
		struct date day;
		const char *norm, *status;
	} row[] = {
		{"GOV-09", {2026, 12, 30}, "1 (vastgesteld), vanaf 31 december 2026", "nog niet zover"},
		{"GOV-09", {2026, 12, 31}, "geen norm afgesproken", "geen norm afgesproken"}, /* nobody looked it up */
		{"OAB-01", {2025, 6, 30}, "geen norm afgesproken", "geen norm afgesproken"}, /* no milestone */
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		struct fixture f;
		struct uitkomst *u;

		fixture_init(&f);
		u = uitkomst_list_add(&f.uitkomsten);
		u->indicator = definities_indicator(f.defs, row[i].indicator);
		u->gebied = fixture_gebied(&f, "GM0637");
		u->periode = periode_of_date(PERIODE_DAG, row[i].day);
		u->status = STATUS_GEEN_NORM;
		fixture_layer(&f);
		assert_string_equal(f.layer->cel[0].norm_tekst, row[i].norm);
		assert_string_equal(f.layer->cel[0].status_tekst, row[i].status);
		fixture_release(&f);
	}
}

static void the_newest_period_is_that_of_the_city(void **state)
{
	struct fixture f;
	struct periode p;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	assert_true(layer_last_periode(f.layer, "OAB-01", &p));
	assert_true(periode_equal(p, periode_kwartaal(2026, 2)));
	assert_false(layer_last_periode(f.layer, "LLN-01", &p));
	assert_false(layer_last_periode(f.layer, "ZZZ-99", &p));
	assert_null(layer_find(f.layer, "OAB-01", fixture_gebied(&f, "GM0637"), periode_kwartaal(2025, 1)));
	fixture_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_printed_value_keeps_to_the_verdict),
		cmocka_unit_test(a_cell_without_a_number_has_a_reason_and_no_number),
		cmocka_unit_test(a_total_with_a_part_missing_is_a_word_in_both_editions),
		cmocka_unit_test(a_milestone_before_its_day_is_not_without_a_norm),
		cmocka_unit_test(the_newest_period_is_that_of_the_city),
	};

	return RUN_TESTS(tests);
}
