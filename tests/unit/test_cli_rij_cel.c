#include "test.h"

#include "cli/rij_cel.h"

/* A cell as the layer makes it, with as little as a record needs. */
static struct indicator_def indicator;
static struct gebied gebied;
static char id[] = "OAB-01", eenheid[] = "%", code[] = "WK063705", naam[] = "Meerzicht", niveau[] = "wijk",
	    indeling[] = "2025";

static struct cel sample(void)
{
	struct cel c = {.indicator = &indicator, .gebied = &gebied, .periode = periode_kwartaal(2026, 2)};

	indicator.id = id;
	indicator.versie = 1;
	indicator.eenheid = eenheid;
	gebied.code = code;
	gebied.naam = naam;
	gebied.niveau = niveau;
	gebied.indeling = indeling;
	return c;
}

static const struct veld *field(const struct rij *r, const char *name)
{
	for (size_t i = 0; i < r->count; i++) {
		if (strcmp(r->veld[i].naam, name) == 0)
			return &r->veld[i];
	}
	fail_msg("geen veld %s", name);
	return NULL;
}

static void the_codebook_has_every_field_in_order(void **state)
{
	struct cel c = sample();
	struct rij r = {.count = 0};
	struct str periode = STR_INIT;

	(void)state;
	rij_cel(&r, &c, EDITIE_INTERN, &periode);
	assert_int_equal(r.count, codeboek_cel_count);
	for (size_t i = 0; i < r.count; i++)
		assert_string_equal(r.veld[i].naam, codeboek_cel[i].veld);
	str_release(&periode);
}

static void what_is_hidden_is_empty_and_never_zero(void **state)
{
	struct cel c = sample();
	struct rij r = {.count = 0};
	struct str periode = STR_INIT;

	(void)state;
	c.reden = REDEN_AFGESCHERMD;
	c.teller = (struct bereik){false, 7, 7, 0}; /* left behind, but not known to the reader */
	rij_cel(&r, &c, EDITIE_INTERN, &periode);
	assert_int_equal(field(&r, "teller")->soort, VELD_LEEG);
	assert_int_equal(field(&r, "teller_min")->soort, VELD_LEEG);
	assert_int_equal(field(&r, "waarde")->soort, VELD_LEEG);
	assert_string_equal(field(&r, "reden")->text, "afgeschermd");
	str_release(&periode);
}

static void a_range_has_bounds_and_no_value(void **state)
{
	struct cel c = sample();
	struct rij r = {.count = 0};
	struct str periode = STR_INIT;

	(void)state;
	c.teller = (struct bereik){true, 1, 4, 0};
	c.noemer = (struct bereik){true, 9, 9, 0};
	c.heeft_waarde = true;
	c.waarde_min = 100.0 / 9;
	c.waarde_max = 400.0 / 9;
	rij_cel(&r, &c, EDITIE_INTERN, &periode);
	assert_int_equal(field(&r, "teller")->soort, VELD_LEEG);
	assert_int_equal(field(&r, "teller_min")->decimal.value, 1);
	assert_int_equal(field(&r, "teller_max")->decimal.value, 4);
	assert_int_equal(field(&r, "noemer")->decimal.value, 9);
	assert_int_equal(field(&r, "waarde")->soort, VELD_LEEG);
	assert_near(field(&r, "waarde_max")->reeel, 400.0 / 9, 1e-15);
	str_release(&periode);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_codebook_has_every_field_in_order),
		cmocka_unit_test(what_is_hidden_is_empty_and_never_zero),
		cmocka_unit_test(a_range_has_bounds_and_no_value),
	};

	return RUN_TESTS(tests);
}
