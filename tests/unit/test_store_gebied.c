#include "test.h"

#include "store_fixture.h"

static struct err err = ERR_INIT;

static void save(struct fixture *f, struct gebied_list *list)
{
	assert_ok(store_begin(f->store, &err));
	assert_ok(gebied_store_save(f->store, list, &err));
	assert_ok(store_commit(f->store, &err));
}

static void an_area_comes_back_with_everything_that_was_known(void **state)
{
	struct fixture *f = *state;
	char code[] = "WK999903", naam[] = "'t Zand & \"Co\"", niveau[] = "wijk",
	     indeling[] = "2025", ouder[] = "GM9999", opvolger[] = "WK999904 WK999905",
	     a1[] = "Zand", a2[] = "\xc3\xa9\xc3\xa9n";
	char *alias[] = {a2, a1};
	struct gebied g = {.code = code,
		.naam = naam,
		.niveau = niveau,
		.indeling = indeling,
		.ouder = ouder,
		.opvolger = opvolger,
		.alias = alias,
		.alias_count = 2,
		.vanaf = {2025, 1, 1},
		.tot = {2030, 12, 31},
		.zonder_doelgroep = true,
		.eigen = true,
		.tegel_rij = 2,
		.tegel_kolom = 3};
	struct gebied_list list = {NULL, 0, 0}, loaded;
	const struct gebied *back;

	gebied_list_add(&list, &g);
	save(f, &list);
	assert_true(list.item[0].id > 0);
	assert_ok(gebied_store_load(f->store, &loaded, &err));
	assert_int_equal(loaded.count, 4);
	back = gebied_by_id(&loaded, list.item[0].id);
	assert_string_equal(back->code, code);
	assert_string_equal(back->naam, naam);
	assert_string_equal(back->niveau, niveau);
	assert_string_equal(back->indeling, indeling);
	assert_string_equal(back->ouder, ouder);
	assert_string_equal(back->opvolger, opvolger);
	assert_int_equal(back->alias_count, 2);
	assert_string_equal(back->alias[0], a2); /* the order of delivery */
	assert_string_equal(back->alias[1], a1);
	assert_int_equal(date_cmp(back->vanaf, g.vanaf), 0);
	assert_int_equal(date_cmp(back->tot, g.tot), 0);
	assert_true(back->zonder_doelgroep && back->eigen);
	assert_int_equal(back->tegel_rij, 2);
	assert_int_equal(back->tegel_kolom, 3);
	gebied_list_release(&list);
	gebied_list_release(&loaded);
}

static void what_is_not_known_stays_not_known(void **state)
{
	struct fixture *f = *state;
	struct gebied_list loaded;
	const struct gebied *g;

	assert_ok(gebied_store_load(f->store, &loaded, &err));
	g = gebied_by_code(&loaded, "gemeente", "GM9999", DATE_NONE);
	assert_null(g->ouder);
	assert_null(g->opvolger);
	assert_false(date_is_set(g->tot));
	assert_int_equal(g->alias_count, 0);
	assert_string_equal(g->indeling, "");
	gebied_list_release(&loaded);
}

static void saving_again_updates_and_keeps_the_number(void **state)
{
	struct fixture *f = *state;
	struct gebied_list loaded, again;
	int64_t id;

	assert_ok(gebied_store_load(f->store, &loaded, &err));
	id = loaded.item[1].id;
	free(loaded.item[1].naam);
	loaded.item[1].naam = mem_dup("Nieuwe naam");
	for (size_t i = 0; i < loaded.count; i++)
		loaded.item[i].id = 0;
	save(f, &loaded);
	assert_int_equal(loaded.item[1].id, id);
	assert_ok(gebied_store_load(f->store, &again, &err));
	assert_int_equal(again.count, 3);
	assert_string_equal(gebied_by_id(&again, id)->naam, "Nieuwe naam");
	gebied_list_release(&loaded);
	gebied_list_release(&again);
}

static void an_alias_that_is_gone_is_forgotten(void **state)
{
	struct fixture *f = *state;
	char code[] = "WK999901", naam[] = "Oeverwijk", niveau[] = "wijk", indeling[] = "2025",
	     a[] = "Oever";
	char *alias[] = {a};
	struct gebied g = {.code = code,
		.naam = naam,
		.niveau = niveau,
		.indeling = indeling,
		.alias = alias,
		.alias_count = 1,
		.eigen = true};
	struct gebied_list list = {NULL, 0, 0}, loaded;

	gebied_list_add(&list, &g);
	save(f, &list);
	assert_ok(gebied_store_load(f->store, &loaded, &err));
	assert_non_null(gebied_by_name(&loaded, "wijk", "Oever", DATE_NONE));
	gebied_list_release(&loaded);
	gebied_list_release(&list);
	g.alias_count = 0;
	gebied_list_add(&list, &g);
	save(f, &list);
	assert_ok(gebied_store_load(f->store, &loaded, &err));
	assert_null(gebied_by_name(&loaded, "wijk", "Oever", DATE_NONE));
	gebied_list_release(&loaded);
	gebied_list_release(&list);
}

static void one_code_in_two_divisions_is_two_areas(void **state)
{
	struct fixture *f = *state;
	struct gebied_list loaded;

	fixture_add_gebied(f, "WK999901", "wijk", "2010", "Centrum");
	save(f, &f->gebieden);
	assert_ok(gebied_store_load(f->store, &loaded, &err));
	assert_int_equal(loaded.count, 4);
	assert_string_equal(loaded.item[1].naam, "Centrum"); /* indeling 2010 before 2025 */
	gebied_list_release(&loaded);
}

static void an_area_without_a_name_is_refused(void **state)
{
	struct fixture *f = *state;
	struct gebied_list list = {NULL, 0, 0};
	char code[] = "WK1", naam[] = "", niveau[] = "wijk", indeling[] = "2025";
	struct gebied g = {.code = code, .naam = naam, .niveau = niveau, .indeling = indeling};

	gebied_list_add(&list, &g);
	assert_ok(store_begin(f->store, &err));
	assert_refused(gebied_store_save(f->store, &list, &err), "een gebied opslaan lukt niet");
	store_rollback(f->store);
	assert_int_equal(list.item[0].id, 0);
	gebied_list_release(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(an_area_comes_back_with_everything_that_was_known),
		WITH_STORE(what_is_not_known_stays_not_known),
		WITH_STORE(saving_again_updates_and_keeps_the_number),
		WITH_STORE(an_alias_that_is_gone_is_forgotten),
		WITH_STORE(one_code_in_two_divisions_is_two_areas),
		WITH_STORE(an_area_without_a_name_is_refused),
	};

	return RUN_TESTS(tests);
}
