/* What is true of one gemeente: its name, its breaks, its privacy policy. Each fault is refused by
 * line and key. */
#include "test.h"

#include "base/file.h"
#include "base/mem.h"
#include "def/lokaal.h"
#include "tree_dir.h"

static struct err err = ERR_INIT;
static char *dir, hash[65];

static int setup(void **state)
{
	(void)state;
	dir = tree_dir_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	tree_dir_remove(dir);
	return 0;
}

static char *put(const char *text)
{
	char *path = file_join(dir, "x.json");

	assert_ok(file_write(path, text, strlen(text), 0600, &err));
	return path;
}

static int privacy(struct privacy_def *out, const char *text)
{
	char *path = put(text);
	int rc = privacy_def_load(out, path, "x.json", &err);

	free(path);
	return rc;
}

#define PRIVACY(k, gevoelig, rest)                                                                 \
	"{\"schema\":\"privacy/1\",\"gemeente\":\"fictiedam\",\"k\":" k                            \
	",\"k_gevoelig\":" gevoelig ",\"n_min_procent\":10,\"nul_tonen\":false" rest "}"

static void a_policy_is_never_weaker_than_five(void **state)
{
	struct privacy_def p = {0};

	(void)state;
	assert_refused(privacy(&p, PRIVACY("4", "10", "")), "sleutel k: kleiner dan 5");
	assert_refused(privacy(&p, PRIVACY("5", "4", "")), "k_gevoelig");
	assert_refused(privacy(&p, PRIVACY("0", "10", "")), "k");
	assert_refused(privacy(&p, PRIVACY("\"5\"", "10", "")), "k");
	assert_refused(privacy(&p, PRIVACY("5", "10", ",\"nul_tone\":1")), "nul_tone");
	assert_refused(
		privacy(&p, PRIVACY("5", "10", ",\"families\":[{\"id\":\"a\"}]")), "indicatoren");
	assert_ok(privacy(&p, PRIVACY("5", "5", "")));
	assert_int_equal(p.k_gevoelig, 5);
	assert_int_equal(p.familie_count, 0);
	privacy_def_release(&p);
	privacy_def_default(&p);
	assert_true(p.k == 5 && p.k_gevoelig == 10 && !p.nul_tonen && p.n_min_procent == 10);
}

static int samen(struct privacy_def *p, const char *list)
{
	char *text = mem_printf("{\"schema\":\"privacy/1\",\"gemeente\":\"x\",\"k\":5,\"k_gevoelig\":10,"
				"\"n_min_procent\":10,\"nul_tonen\":false,\"jaren_samen\":%s}", list);
	char *path = put(text);
	int rc = privacy_def_load(p, path, "x.json", &err);

	free(path);
	free(text);
	return rc;
}

static void years_are_taken_together_by_three(void **state)
{
	struct privacy_def p = {0};

	(void)state;
	assert_ok(samen(&p, "[{\"indicator\":\"A-01\",\"tot\":\"2024/2025\"}]"));
	assert_null(privacy_samen_van(&p, "A-02"));
	assert_true(periode_equal(privacy_samen_van(&p, "A-01")->tot, periode_schooljaar(2024)));
	assert_true(privacy_los_jaar(&p, "A-01", periode_schooljaar(2024)));
	assert_false(privacy_los_jaar(&p, "A-01", periode_samen(periode_schooljaar(2024))));
	assert_false(privacy_los_jaar(&p, "A-02", periode_schooljaar(2024)));
	privacy_def_release(&p);
	assert_refused(samen(&p, "[{\"indicator\":\"A-01\",\"tot\":\"2026-K2\"}]"), "kwartalen");
	assert_refused(samen(&p, "[{\"indicator\":\"A-01\",\"tot\":\"ooit\"}]"), "geen jaar");
	assert_refused(samen(&p, "[{\"indicator\":\"A-01\"}]"), "tot");
	assert_refused(samen(&p, "[{\"indicator\":\"A-01\",\"tot\":\"2024\"},{\"indicator\":\"A-01\",\"tot\":\"2025\"}]"),
		"staat er al");
}

static void families_keep_their_nesting_in_order(void **state)
{
	struct privacy_def p = {0};

	(void)state;
	assert_ok(privacy(&p, PRIVACY("5", "10",
				      ",\"families\":[{\"id\":\"vve\",\"naam\":\"x\",\"genest\":["
				      "\"A.noemer\",\"A.teller\"],"
				      "\"indicatoren\":[\"A\",\"B\"]}]")));
	assert_int_equal(p.familie_count, 1);
	assert_string_equal(p.familie[0].genest[1], "A.teller");
	assert_int_equal(p.familie[0].indicator_count, 2);
	privacy_def_release(&p);
}

static int breaks(struct breuk_def **out, size_t *count, const char *list)
{
	char *text = mem_printf(
		     "{\"schema\":\"breuken/1\",\"gemeente\":\"f\",\"breuken\":[%s]}", list),
	     *path = put(text);
	int rc = breuk_list_load(out, count, path, "x.json", hash, &err);

	free(path);
	free(text);
	return rc;
}

#define BREUK(id, niveau, soort)                                                                   \
	"{\"id\":\"" id "\",\"indicator\":\"*\",\"niveau\":" niveau                                \
	",\"op\":\"2025-01-01\",\"soort\":\"" soort                                                \
	"\",\"reden\":\"r\",\"bron\":\"b\",\"vergelijkbaar\":false}"

static void breaks_are_a_closed_list_with_ids_used_once(void **state)
{
	struct breuk_def *b = NULL;
	size_t count = 0;

	(void)state;
	assert_ok(breaks(&b, &count,
		BREUK("a", "null", "definitie") "," BREUK("b", "\"wijk\"", "wijkindeling")));
	assert_int_equal(count, 2);
	assert_string_equal(b[0].niveau, "*");
	assert_string_equal(b[1].niveau, "wijk");
	assert_int_equal(strlen(hash), 64);
	breuk_list_free(b, count);
	b = NULL;
	assert_refused(
		breaks(&b, &count, BREUK("a", "null", "definitie") "," BREUK("a", "null", "bron")),
		"bestaat al");
	assert_refused(breaks(&b, &count, BREUK("a", "\"stad\"", "definitie")), "niveau");
	assert_refused(breaks(&b, &count, BREUK("a", "null", "iets")), "soort");
	assert_refused(breaks(&b, &count, "{\"id\":\"a\"}"), "indicator");
	assert_null(b);
}

static void a_gemeente_names_itself_and_its_areas(void **state)
{
	struct gemeente_def g = {0};
	char *path = put("{\"schema\":\"gemeente/"
			 "1\",\"id\":\"f\",\"naam\":\"Fictiedam\",\"cbs_code\":\"GM9999\","
			 "\"niveau_wijk_naam\":{\"enkelvoud\":\"dorp\",\"meervoud\":\"dorpen\"},"
			 "\"bronregel\":\"fictief\"}");

	(void)state;
	assert_ok(gemeente_def_load(&g, path, "x.json", hash, &err));
	assert_string_equal(g.wijk_meervoud, "dorpen");
	assert_string_equal(g.bronregel, "fictief");
	gemeente_def_release(&g);
	free(path);
	path = put("{\"schema\":\"gemeente/1\",\"id\":\"f\",\"naam\":\"\",\"cbs_code\":\"GM9999\","
		   "\"niveau_wijk_naam\":{\"enkelvoud\":\"dorp\",\"meervoud\":\"dorpen\"}}");
	assert_refused(gemeente_def_load(&g, path, "x.json", hash, &err), "leeg");
	free(path);
	path = put(
		"{\"schema\":\"gemeente/1\",\"id\":\"f\",\"naam\":\"F\",\"cbs_code\":\"GM9999\"}");
	assert_refused(gemeente_def_load(&g, path, "x.json", hash, &err), "niveau_wijk_naam");
	free(path);
	assert_null(g.id);
}

#define IN_DIR(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DIR(a_policy_is_never_weaker_than_five),
		IN_DIR(families_keep_their_nesting_in_order),
		IN_DIR(years_are_taken_together_by_three),
		IN_DIR(breaks_are_a_closed_list_with_ids_used_once),
		IN_DIR(a_gemeente_names_itself_and_its_areas),
	};

	return RUN_TESTS(tests);
}
