#include "test.h"

#include "report/bundel.h"
#include "report/evaluatie.h"
#include "report_fixture.h"

static void assert_has(const char *html, const char *part)
{
	if (!strstr(html, part)) {
		print_error("'%s' staat niet op de bladzijde\n", part);
		fail();
	}
}

static char *bundle(struct fixture *f)
{
	struct err err = ERR_INIT;
	struct str html = STR_INIT;

	assert_ok(bundel_write(&html, &f->in, &err));
	return str_detach(&html);
}

static char *evaluation(struct fixture *f)
{
	struct err err = ERR_INIT;
	struct str html = STR_INIT;

	f->in.periode = periode_jaar(2026);
	assert_ok(evaluatie_write(&html, &f->in, 2026, &err));
	return str_detach(&html);
}

static void the_bundle_counts_what_is_under_its_norm(void **state)
{
	struct fixture f;
	char *html, *again;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = bundle(&f);
	assert_has(html, "1 van de 1 cijfers met een norm ligt eronder");
	assert_has(html, "Er zijn 2 indicatoren met een cijfer. Voor 1 daarvan is geen norm afgesproken.");
	assert_has(html, "Nog nooit geleverd:");
	assert_has(html, "nog 1 kind tot de ambitie van 92%"); /* the sheet in one sentence */
	again = bundle(&f);
	assert_string_equal(html, again);
	free(html);
	free(again);
	fixture_release(&f);
}

static void worse_and_under_comes_first(void **state)
{
	struct fixture f;
	struct uitkomst *u;
	const char *worse, *under;
	char *html;

	(void)state;
	fixture_init(&f);
	u = fixture_share(&f, "OAB-01", "GM0637", periode_kwartaal(2026, 2), 500, 560);
	u->verandering = VERANDERING_LAGER;
	u->verschil = -3;
	uitkomst_list_sort(&f.uitkomsten);
	fixture_layer(&f);
	html = bundle(&f);
	worse = strstr(html, "id=\"slechter\"");
	under = strstr(html, "id=\"onder\"");
	assert_non_null(worse);
	assert_non_null(under);
	assert_true(strstr(worse, "OAB-01") < under); /* in the first table */
	assert_has(under, "Geen ander cijfer ligt onder de norm.");
	free(html);
	fixture_release(&f);
}

static void without_figures_the_bundle_stands(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_layer(&f);
	html = bundle(&f);
	assert_has(html, "Er zijn nog geen cijfers");
	assert_null(strstr(html, "van de 0 cijfers"));
	free(html);
	fixture_release(&f);
}

/* Every reference in the page leads to a place in it. */
static void assert_links_hold(const char *html)
{
	for (const char *at = strstr(html, "href=\"#"); at; at = strstr(at + 1, "href=\"#")) {
		const char *id = at + strlen("href=\"#");
		char *anchor = mem_printf("id=\"%.*s\"", (int)strcspn(id, "\""), id);

		assert_has(html, anchor);
		free(anchor);
	}
}

static void the_evaluation_has_all_its_chapters(void **state)
{
	static const char *const heads[] = {"0  Samenvatting", "1  Opdracht en aanpak", "2  Wat is afgesproken",
		"3  Toekomstgericht aanbod", "4  Gelijke kansen", "5  Een passende plek",
		"6  Onderwijsachterstandenbeleid", "7  Kansenkloof in de stad", "8  Actielijnen en focusdoelen",
		"9  Zes beloften: reflectie", "10  Interventies: doorgaan, aanpassen, stoppen",
		"11  Samenwerking en structuur", "12  Conclusies en voorstellen", "13  Verantwoording",
		"Bijlage A: Alle cijfers", "Bijlage B: Definities en normen", "Bijlage C: Acties en besluiten",
		"Bijlage D: Berekening"};
	struct fixture f;
	const char *at;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = evaluation(&f);
	at = strstr(html, "</nav>");
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		at = strstr(at, heads[i]);
		if (!at)
			print_error("'%s' ontbreekt\n", heads[i]);
		assert_non_null(at);
	}
	assert_links_hold(html);
	free(html);
	fixture_release(&f);
}

/* Each chart stands once, and each id once. */
static void no_id_stands_twice(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = evaluation(&f);
	for (const char *at = strstr(html, " id=\""); at; at = strstr(at + 1, " id=\"")) {
		size_t n = strcspn(at + 5, "\"") + 6;
		char *id = mem_dup_n(at, n);

		if (strstr(at + 1, id)) {
			print_error("%s staat er twee keer\n", id);
			fail();
		}
		free(id);
	}
	free(html);
	fixture_release(&f);
}

static void the_evaluation_proposes_a_norm_where_there_is_none(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = evaluation(&f);
	assert_has(html, "minimaal 78%"); /* VE-bereik 435 of 560 is 77,7% */
	assert_null(strstr(html, "minimaal 92%</td>"));
	free(html);
	fixture_release(&f);
}

static void the_evaluation_stands_without_data(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_layer(&f);
	html = evaluation(&f);
	assert_has(html, "Er zijn geen cijfers zonder norm waarbij een richting is gekozen.");
	assert_links_hold(html);
	free(html);
	fixture_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_bundle_counts_what_is_under_its_norm),
		cmocka_unit_test(worse_and_under_comes_first),
		cmocka_unit_test(without_figures_the_bundle_stands),
		cmocka_unit_test(the_evaluation_has_all_its_chapters),
		cmocka_unit_test(no_id_stands_twice),
		cmocka_unit_test(the_evaluation_proposes_a_norm_where_there_is_none),
		cmocka_unit_test(the_evaluation_stands_without_data),
	};

	return RUN_TESTS(tests);
}
