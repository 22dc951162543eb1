#include "test.h"

#include <unistd.h>

#include "base/file.h"
#include "report_fixture.h"

static char *page(struct fixture *f, const char *id)
{
	struct err err = ERR_INIT;
	struct str html = STR_INIT;

	assert_ok(themablad_write(&html, &f->in, id, &err));
	return str_detach(&html);
}

static void assert_has(const char *html, const char *part)
{
	if (!strstr(html, part)) {
		print_error("'%s' staat niet op het blad\n", part);
		fail();
	}
}

static void the_sheet_answers_the_questions_of_the_agreement(void **state)
{
	static const char *const parts[] = {
		"nog 1 kind tot de ambitie van 92%",		       /* the conclusion */
		"maken 515 van de 560 doelgroeppeuters gebruik",	       /* how many of how many */
		"gebruik maakt van een vorm van kinderopvang, waarbij het zeer wenselijk is", /* in which words */
		"kan toeval zijn",				       /* certain or chance */
		"<b>1 kind</b>", "<b>11 kinderen</b>",		       /* city, and summed per wijk: 1 + 9 + 1 */
		"Dit zijn twee verschillende getallen",
		"Levering 2: VVE_2026K2_V.csv",			       /* where it comes from */
		"bij inrichting gekozen, niet door de stuurgroep afgesproken",
		"intern, niet verspreiden", "fictief", "te weinig kinderen",
	};
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = page(&f, "L3");
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		assert_has(html, parts[i]);
	free(html);
	fixture_release(&f);
}

static void all_nine_blocks_stand_in_their_order(void **state)
{
	static const char *const heads[] = {"<h1>", "id=\"afspraak\"", "id=\"oogopslag\"", "class=\"tegels\"",
		"id=\"verloop\"", "id=\"wijken-kop\"", "id=\"veranderd\"", "id=\"acties\"", "id=\"besluit\"",
		"id=\"vragen\"", "id=\"lezen\""};
	struct fixture f;
	const char *at;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	at = html = page(&f, "L3");
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		at = strstr(at, heads[i]);
		assert_non_null(at);
	}
	free(html);
	fixture_release(&f);
}

static void the_same_run_twice_gives_the_same_bytes(void **state)
{
	struct fixture f;
	char *a, *b;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	a = page(&f, "L3");
	b = page(&f, "L3");
	assert_string_equal(a, b);
	free(a);
	free(b);
	fixture_release(&f);
}

static void the_page_stands_alone(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = page(&f, "L3");
	assert_has(html, "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:");
	assert_has(html, "<html lang=\"nl\">");
	assert_has(html, "role=\"img\"");
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "<link"));
	assert_null(strstr(html, "src="));
	assert_null(strstr(html, "xlink"));
	assert_null(strstr(html, "url("));
	free(html);
	fixture_release(&f);
}

/* No tag of a name, file or reason reaches the page as markup. */
static void names_with_markup_stay_text(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_area(&f, "WK063799", "<b onmouseover=alert(1)>'# ; \"Wijk\" \xF0\x9F\x98\x80 \xE2\x80\xAE", "wijk");
	gebied_list_sort(&f.gebieden);
	fixture_fill(&f);
	fixture_share(&f, "OAB-01", "WK063799", periode_kwartaal(2026, 2), 40, 50);
	uitkomst_list_sort(&f.uitkomsten);
	fixture_layer(&f);
	f.bron[1].bestand = "\"><script>x</script>.csv";
	html = page(&f, "L3");
	assert_null(strstr(html, "<b onm"));
	assert_null(strstr(html, "<script"));
	assert_has(html, "&lt;b onmouseover=alert(1)&gt;");
	free(html);
	fixture_release(&f);
}

static void without_gnuplot_the_sheet_is_complete_and_says_so(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	setenv("IJKPUNT_PATH", "/nergens", 1);
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = page(&f, "L3");
	assert_has(html, "gnuplot-nox");
	assert_has(html, "80 van 87");
	assert_null(strstr(html, "<svg"));
	free(html);
	fixture_release(&f);
	unsetenv("IJKPUNT_PATH");
}

static void without_figures_the_sheet_still_stands(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_layer(&f);
	f.in.bron_count = 0;
	html = page(&f, "L3");
	assert_has(html, "Opvangbereik VE-doelgroep: geen cijfer");
	assert_has(html, "Er is geen levering achter dit blad.");
	assert_null(strstr(html, "<svg"));
	free(html);
	fixture_release(&f);
}

static void only_the_city_or_only_words_still_give_a_sheet(void **state)
{
	struct fixture f;
	struct uitkomst *u;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_share(&f, "OAB-01", "GM0637", periode_kwartaal(2026, 2), 500, 560);
	u = fixture_share(&f, "OAB-01", "WK063701", periode_kwartaal(2026, 2), 0, 0);
	u->heeft_waarde = u->heeft_interval = u->heeft_tekort = false;
	u->feit = FEIT_GEEN;
	u->zekerheid = ZEKERHEID_GEEN;
	u->status = STATUS_GEEN_DOELGROEP;
	uitkomst_list_sort(&f.uitkomsten);
	fixture_layer(&f);
	html = page(&f, "L3");
	assert_has(html, "geen doelgroep");
	assert_null(strstr(html, "0,0%")); /* nobody of nobody is not nought per cent */
	free(html);
	fixture_release(&f);
}

static void a_revised_figure_shows_what_it_was(void **state)
{
	struct fixture f, old;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	fixture_init(&old);
	fixture_share(&old, "OAB-01", "GM0637", periode_kwartaal(2026, 1), 450, 560);
	fixture_layer(&old);
	f.in.vorige = old.layer;
	html = page(&f, "L3");
	assert_has(html, "Herzien: Opvangbereik over het 1e kwartaal 2026 is nu 91,1% (was 80,4%).");
	assert_has(html, "Nieuw: Opvangbereik en VE-bereik over het 2e kwartaal 2026.");
	free(html);
	fixture_release(&f);
	fixture_release(&old);
}

static void a_quarter_that_was_not_delivered_is_named(void **state)
{
	struct fixture f;
	char *html;

	(void)state;
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	html = page(&f, "L3");
	assert_has(html, "Niet geleverd: 1e kwartaal 2025.");
	free(html);
	fixture_release(&f);
}

static void an_unknown_sheet_names_the_known_ones(void **state)
{
	struct err err = ERR_INIT;
	struct str html = STR_INIT;
	struct fixture f;

	(void)state;
	fixture_init(&f);
	fixture_layer(&f);
	assert_int_equal(themablad_write(&html, &f.in, "L9", &err), -1);
	assert_int_equal(err.kind, ERR_USE);
	assert_non_null(strstr(err.advice, "L3"));
	assert_int_equal(html.len, 0);
	err_release(&err);
	fixture_release(&f);
}

/* The sheet of a werkmap that holds one text; the head ends with an empty line. */
static char *page_with_text(const char *head, enum editie editie)
{
	char dir[] = "/tmp/bladXXXXXX", *folder, *path;
	struct err err = ERR_INIT;
	struct str text = STR_INIT;
	struct fixture f;
	char *html;

	assert_non_null(mkdtemp(dir));
	folder = file_join(dir, "reports/tekst");
	path = file_join(folder, "themablad-L3-2026-K2.md");
	str_add_f(&text, "rol: procesmanager LEA\ndatum: 2026-07-20\n%s\n# Duiding\nOuders <b>bellen</b>.\n"
		"# Gevraagd besluit\n- Stem in.\n# Gespreksvragen\nWie belt?\n# Reflectie\nHet ging goed.\n",
		head);
	assert_ok(file_make_dir(folder, &err));
	assert_ok(file_write(path, str_text(&text), text.len, 0600, &err));
	fixture_init(&f);
	fixture_fill(&f);
	fixture_layer(&f);
	f.layer->editie = editie;
	f.in.werkmap = dir;
	html = page(&f, "L3");
	fixture_release(&f);
	unlink(path);
	rmdir(folder);
	folder[strlen(folder) - strlen("/tekst")] = '\0';
	rmdir(folder);
	rmdir(dir);
	str_release(&text);
	free(folder);
	free(path);
	return html;
}

static void what_people_wrote_stands_between_marks(void **state)
{
	char *html = page_with_text("", EDITIE_INTERN);

	(void)state;
	assert_has(html, "<div class=\"menstekst\">");
	assert_has(html, "Tekst van procesmanager LEA, 20 juli 2026");
	assert_has(html, "Ouders &lt;b&gt;bellen&lt;/b&gt;.");
	assert_has(html, "<li>Stem in.</li>");
	assert_has(html, "Wie belt?");
	assert_has(html, "Het ging goed.");
	assert_has(html, "Nog niemand heeft ze nagelezen.");
	assert_has(html, "<dd>concept</dd>");
	assert_null(strstr(html, "In te vullen door de procesmanager."));
	free(html);
}

/* The newest delivery of the fixture was loaded on 20 July. */
static void a_sheet_is_definite_until_there_are_newer_data(void **state)
{
	char *html = page_with_text("status: definitief\ngeaccepteerd: wethouder, 2026-07-20\n", EDITIE_INTERN);

	(void)state;
	assert_has(html, "<dd>definitief</dd>");
	assert_has(html, "Nagelezen door wethouder, 20 juli 2026.");
	free(html);
	html = page_with_text("status: definitief\ngeaccepteerd: wethouder, 2026-07-19\n", EDITIE_INTERN);
	assert_has(html, "<dd>concept</dd>");
	assert_has(html, "lees de pagina opnieuw na");
	free(html);
}

/* A text can name a wijk or a child: the public sees it only when its writer says so. */
static void a_text_is_public_only_when_its_head_says_so(void **state)
{
	char *html = page_with_text("", EDITIE_OPENBAAR);

	(void)state;
	assert_null(strstr(html, "Stem in."));
	free(html);
	html = page_with_text("openbaar: ja\n", EDITIE_OPENBAAR);
	assert_has(html, "Stem in.");
	free(html);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sheet_answers_the_questions_of_the_agreement),
		cmocka_unit_test(all_nine_blocks_stand_in_their_order),
		cmocka_unit_test(the_same_run_twice_gives_the_same_bytes),
		cmocka_unit_test(the_page_stands_alone),
		cmocka_unit_test(names_with_markup_stay_text),
		cmocka_unit_test(without_gnuplot_the_sheet_is_complete_and_says_so),
		cmocka_unit_test(without_figures_the_sheet_still_stands),
		cmocka_unit_test(only_the_city_or_only_words_still_give_a_sheet),
		cmocka_unit_test(a_revised_figure_shows_what_it_was),
		cmocka_unit_test(a_quarter_that_was_not_delivered_is_named),
		cmocka_unit_test(what_people_wrote_stands_between_marks),
		cmocka_unit_test(a_sheet_is_definite_until_there_are_newer_data),
		cmocka_unit_test(a_text_is_public_only_when_its_head_says_so),
		cmocka_unit_test(an_unknown_sheet_names_the_known_ones),
	};

	return RUN_TESTS(tests);
}
