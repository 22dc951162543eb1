#include "test.h"

#include <unistd.h>

#include "def/doel_def.h"
#include "def/report_def.h"

#define GOAL(id, under)                                                                            \
	"{\"id\":\"" id "\",\"soort\":\"ambitie\",\"titel\":\"t\",\"tekst\":\"x\",\"bron\":\"S1\",\"plaats\":\"p\"," \
	"\"meetbaarheid\":\"getal\",\"valt_onder\":[" under "],\"raakt\":[],\"indicatoren\":[],"             \
	"\"overlegtafel\":[],\"vanaf\":\"2021-01-01\",\"tot\":null,\"status\":\"lopend\"}"
#define FILE_OF(goals)                                                                             \
	"{\"schema\":\"doelen/1\",\"gemeente\":\"zoetermeer\",\"bronnen\":[{\"id\":\"S1\",\"document\":\"LEA\"," \
	"\"datum\":\"2021\"}],\"doelen\":[" goals "]}"

static int load(const char *text, struct doel_list *out, struct err *err)
{
	char path[] = "/tmp/doelenXXXXXX";
	int fd = mkstemp(path), rc;

	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	rc = doel_list_load(out, path, "doelen.json", err);
	remove(path);
	return rc;
}

static void the_shipped_goals_of_three_gemeenten_load(void **state)
{
	static const char *const names[] = {"zoetermeer", "leiden", "heerenveen"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct err err = ERR_INIT;
		struct doel_list list;
		char path[64];

		snprintf(path, sizeof(path), "indicators/doelen/%s.json", names[i]);
		assert_ok(doel_list_load(&list, path, path, &err));
		assert_true(list.count > 0);
		assert_int_equal(strlen(list.hash), 64);
		doel_list_release(&list);
	}
}

static void who_answers_for_a_goal_is_a_party_with_or_without_a_role(void **state)
{
	struct err err = ERR_INIT;
	struct doel_list list;
	struct str s = STR_INIT;

	(void)state;
	assert_ok(doel_list_load(&list, "indicators/doelen/zoetermeer.json", "x", &err));
	doel_add_eigenaren(&s, doel_find(&list, "ZM-L3"));
	assert_string_equal(str_text(&s), "stuurgroep LEA (bestuurlijk opdrachtgever), LEA (procesmanager)");
	str_clear(&s);
	doel_add_eigenaren(&s, doel_find(&list, "ZM-M-EVAL-2026"));
	assert_string_equal(str_text(&s), "bestuurlijk platform");
	str_clear(&s);
	doel_add_eigenaren(&s, doel_find(&list, "ZM-B1")); /* the text names nobody */
	assert_string_equal(str_text(&s), "");
	str_release(&s);
	doel_list_release(&list);
}

static void an_actielijn_is_found_by_its_themablad(void **state)
{
	struct err err = ERR_INIT;
	struct doel_list list;
	const struct doel_def *line;

	(void)state;
	assert_ok(doel_list_load(&list, "indicators/doelen/zoetermeer.json", "x", &err));
	line = doel_by_themablad(&list, "L3");
	assert_non_null(line);
	assert_int_equal(line->soort, DOEL_ACTIELIJN);
	assert_string_equal(line->indicatoren.item[0], "OAB-01");
	assert_true(line->indicatoren.count <= 6);
	assert_true(woord_list_has(&line->indicatoren, "OAB-02"));
	assert_false(woord_list_has(&line->indicatoren, "ZZZ"));
	assert_null(doel_by_themablad(&list, "L9"));
	assert_string_equal(doel_soort_code(line->soort), "actielijn");
	doel_list_release(&list);
}

static void a_goal_may_not_fall_under_itself(void **state)
{
	struct err err = ERR_INIT;
	struct doel_list list;

	(void)state;
	assert_refused(load(FILE_OF(GOAL("A", "\"B\"") "," GOAL("B", "\"C\"") "," GOAL("C", "\"A\"")), &list, &err),
		"onder zichzelf");
	assert_ok(load(FILE_OF(GOAL("A", "\"B\",\"C\"") "," GOAL("B", "\"C\"") "," GOAL("C", "")), &list, &err));
	doel_list_release(&list);
}

static void unknown_and_double_goals_are_refused(void **state)
{
	struct err err = ERR_INIT;
	struct doel_list list;

	(void)state;
	assert_refused(load(FILE_OF(GOAL("A", "\"Z\"")), &list, &err), "verwijst naar Z");
	assert_refused(load(FILE_OF(GOAL("A", "") "," GOAL("A", "")), &list, &err), "twee keer");
	assert_refused(load("{\"schema\":\"doelen/1\",\"gemeente\":\"x\",\"bronnen\":[],\"doelen\":[" GOAL("A", "") "]}",
			       &list, &err),
		"staat niet in bronnen");
	assert_refused(load("{\"schema\":\"doelen/9\"}", &list, &err), "doelen");
}

#define ENDED(status, tot)                                                                         \
	"{\"id\":\"A\",\"soort\":\"ambitie\",\"titel\":\"t\",\"tekst\":\"x\",\"bron\":\"S1\",\"plaats\":\"p\"," \
	"\"meetbaarheid\":\"getal\",\"valt_onder\":[],\"raakt\":[],\"indicatoren\":[],"             \
	"\"overlegtafel\":[],\"vanaf\":\"2021-01-01\",\"tot\":" tot ",\"status\":\"" status "\"}"

static void what_ran_until_before_the_day_has_expired(void **state)
{
	struct err err = ERR_INIT;
	struct doel_list list;

	(void)state;
	assert_ok(load(FILE_OF(ENDED("lopend", "\"2020-12-31\"")), &list, &err));
	doel_list_op(&list, (struct date){2020, 12, 31});
	assert_int_equal(list.item[0].status, DOEL_LOPEND);
	doel_list_op(&list, (struct date){2021, 1, 1});
	assert_int_equal(list.item[0].status, DOEL_VERLOPEN);
	doel_list_release(&list);
	assert_ok(load(FILE_OF(ENDED("gehaald", "\"2020-12-31\"")), &list, &err));
	doel_list_op(&list, (struct date){2021, 1, 1});
	assert_int_equal(list.item[0].status, DOEL_GEHAALD);
	doel_list_release(&list);
	assert_refused(load(FILE_OF(ENDED("verlopen", "null")), &list, &err), "zet in 'tot'");
}

static void the_layout_of_a_themablad_loads(void **state)
{
	struct err err = ERR_INIT;
	struct report_def def;

	(void)state;
	assert_ok(report_def_load(&def, "reports/themablad.json", "x", &err));
	assert_int_equal(def.indicatoren_hoogstens, 6);
	assert_non_null(report_def_onder(&def, "OAB-01"));
	assert_null(report_def_onder(&def, "OAB-02"));
	assert_null(report_def_naam(&def, "ZZZ-01"));
	report_def_release(&def);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_goals_of_three_gemeenten_load),
		cmocka_unit_test(who_answers_for_a_goal_is_a_party_with_or_without_a_role),
		cmocka_unit_test(an_actielijn_is_found_by_its_themablad),
		cmocka_unit_test(a_goal_may_not_fall_under_itself),
		cmocka_unit_test(unknown_and_double_goals_are_refused),
		cmocka_unit_test(what_ran_until_before_the_day_has_expired),
		cmocka_unit_test(the_layout_of_a_themablad_loads),
	};

	return RUN_TESTS(tests);
}
