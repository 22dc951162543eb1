/* The example registers, loaded as a user would: a table of the register and the figure that is counted from
 * the same file may not differ. The deliveries are fictional (fictief). */
#include "test.h"

#include "import_fixture.h"
#include "publish/register.h"

static void load(struct fixture *f, const char *path)
{
	struct err err = ERR_INIT;

	import_result_release(&f->out);
	assert_ok(import_file(&f->ctx, path, &f->opt, &f->out, &err));
	assert_int_equal(f->out.uitslag, IMPORT_GELADEN);
}

/* Sum over all kenmerken of a count in a period; "" for every gremium. */
static size_t counted(struct fixture *f, const char *bron, struct periode p, const char *maat, const char *kenmerk)
{
	const struct stand now = {DATE_NONE, 0};
	struct err err = ERR_INIT;
	struct waarneming_query *q;
	const struct waarneming *w;
	int64_t sum = 0;
	int step;

	assert_ok(waarneming_query_open(&q, f->store, bron, now, &err));
	while ((step = waarneming_query_next(q, &w, &err)) == 1)
		if (strcmp(w->maat, maat) == 0 && periode_equal(w->periode, p) && strstr(w->kenmerk, kenmerk))
			sum += w->min;
	assert_ok(step);
	waarneming_query_close(q);
	return (size_t)sum;
}

static struct registers example(struct fixture *f)
{
	const struct stand now = {DATE_NONE, 0};
	struct err err = ERR_INIT;
	struct registers r;

	load(f, "imports/voorbeeld/zoetermeer/acties/ACTIES_2026-07-14.csv");
	load(f, "imports/voorbeeld/zoetermeer/overleggen/OVERLEGGEN_2026-07-14.csv");
	load(f, "imports/voorbeeld/zoetermeer/besluiten/BESLUITEN_2026-07-14.csv");
	load(f, "imports/voorbeeld/zoetermeer/interventies/INTERVENTIES_2026-07-14.csv");
	assert_ok(registers_load(&r, f->store, now, (struct date){2026, 7, 14}, &err));
	return r;
}

static void the_rows_and_the_counts_of_a_register_agree(void **state)
{
	struct fixture *f = *state;
	const struct periode day = periode_dag((struct date){2026, 7, 14});
	struct registers r = example(f);
	struct actie_telling acties = registers_count_acties(&r, NULL, ACTIE_ACTIE);
	struct actie_telling opdrachten = registers_count_acties(&r, NULL, ACTIE_OPDRACHT);
	struct actie_telling mijlpalen = registers_count_acties(&r, NULL, ACTIE_MIJLPAAL);
	struct interventie_telling t = registers_count_interventies(&r, NULL);

	assert_true(acties.totaal > 0 && opdrachten.smart > 0 && mijlpalen.klaar > 0);
	assert_int_equal(acties.totaal, counted(f, "acties", day, "acties", ""));
	assert_int_equal(opdrachten.totaal, counted(f, "acties", day, "opdrachten", ""));
	assert_int_equal(opdrachten.smart, counted(f, "acties", day, "opdrachten_smart", ""));
	assert_int_equal(mijlpalen.totaal, counted(f, "acties", day, "mijlpalen", ""));
	assert_int_equal(mijlpalen.klaar, counted(f, "acties", day, "mijlpalen_klaar", ""));

	assert_true(t.totaal > 0 && t.met_bewijs > 0 && t.recent_geevalueerd > 0 && t.gestopt > 0);
	assert_int_equal(t.totaal, counted(f, "interventies", day, "interventies", ""));
	assert_int_equal(t.met_bewijs, counted(f, "interventies", day, "interventies_bewijs", ""));
	assert_int_equal(t.recent_geevalueerd, counted(f, "interventies", day, "interventies_recent", ""));
	assert_int_equal(t.gestopt, counted(f, "interventies", day, "interventies_gestopt", ""));
	registers_release(&r);
}

static void the_meetings_and_their_counts_agree_per_gremium(void **state)
{
	struct fixture *f = *state;
	const struct periode year = periode_jaar(2026);
	struct registers r = example(f);
	struct gremium_telling *t;
	size_t count;

	t = registers_count_gremia(&r, year.begin, year.eind, &count);
	assert_true(count > 1);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(
			t[i].gehouden, counted(f, "overleggen", year, "overleggen_gehouden", t[i].gremium));
		assert_int_equal(
			t[i].met_themablad, counted(f, "overleggen", year, "overleggen_themablad", t[i].gremium));
		assert_int_equal(
			t[i].verslag_op_tijd, counted(f, "overleggen", year, "verslagen_op_tijd", t[i].gremium));
	}
	free(t);
	registers_release(&r);
}

static void the_example_has_no_name_of_a_person(void **state)
{
	struct fixture *f = *state;
	struct registers r = example(f);

	for (size_t i = 0; i < r.actie_count; i++) {
		assert_false(r.actie[i].verborgen);
		assert_false(r.actie[i].tegenstrijdig);
	}
	assert_true(r.besluit_count > 0);
	registers_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_rows_and_the_counts_of_a_register_agree, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			the_meetings_and_their_counts_agree_per_gremium, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			the_example_has_no_name_of_a_person, fixture_setup, fixture_teardown),
	};

	return RUN_TESTS(tests);
}
