#include "test.h"

#include <ctype.h>

#include "base/file.h"
#include "base/json.h"
#include "report/phrase.h"
#include "report_fixture.h"

static struct zinnen *load(void)
{
	struct err err = ERR_INIT;
	struct zinnen *z;

	assert_ok(zinnen_load(&z, "reports/zinnen.json", "reports/zinnen.json", &err));
	return z;
}

static size_t words_of(const char *text)
{
	size_t n = 0;

	for (bool in = false; *text; text++) {
		bool space = *text == ' ';

		n += !space && !in;
		in = !space;
	}
	return n;
}

/* Sentence by sentence: no banned word, at most the number of words the file promises. */
static void assert_readable(const struct zinnen *z, const char *text)
{
	char *copy = mem_dup(text), *at = copy, *end;
	const char *const *banned = zinnen_banned(z);

	for (size_t i = 0; text[i]; i++)
		copy[i] = (char)tolower((unsigned char)text[i]);
	for (size_t i = 0; banned[i]; i++)
		if (strstr(copy, banned[i])) {
			print_error("verboden woord '%s' in: %s\n", banned[i], text);
			fail();
		}
	do {
		end = strstr(at, ". ");
		if (end)
			*end = '\0';
		if (words_of(at) > (size_t)zinnen_max_words(z)) {
			print_error("%zu woorden: %s\n", words_of(at), at);
			fail();
		}
		at = end ? end + 2 : at;
	} while (end);
	free(copy);
}

static struct cel judged(const struct fixture *f, enum status status, bool city)
{
	static char value[] = "90,9%", x[] = "530", n[] = "583", margin[] = "tussen 88,3 en 93,1%",
		    need[] = "27 kinderen", words[] = "geaccepteerde afwijking tot 31 december 2026";
	struct cel c = {.indicator = definities_indicator(f->defs, "OAB-01"), .periode = periode_kwartaal(2026, 2),
		.status = status, .teller = {true, 530, 530, 0}, .noemer = {true, 583, 583, 0}, .heeft_waarde = true,
		.heeft_interval = true, .waarde_tekst = value, .teller_tekst = x,
		.noemer_tekst = n, .interval_tekst = margin, .tekort_tekst = need, .status_tekst = words,
		.delen = 15, .delen_ontbreken = 2};

	c.gebied = &f->gebieden.item[city ? 0 : 1];
	c.norm = norm_find(&f->defs->normen, "OAB-01", 1, c.gebied, c.periode, DATE_NONE);
	c.feit = status == STATUS_GEHAALD_ZEKER || status == STATUS_GEHAALD_TOEVAL || status == STATUS_GEHAALD ?
			FEIT_GEHAALD :
			FEIT_NIET_GEHAALD;
	return c;
}

/* All that a page says of one cell, joined; caller frees. */
static char *all_of(const struct zinnen *z, const struct cel *c)
{
	struct str s = STR_INIT;

	phrase_add_title(&s, z, c);
	str_add(&s, ". ");
	phrase_add_stand(&s, z, c);
	str_add(&s, " ");
	phrase_add_feit(&s, z, c);
	str_add(&s, " ");
	phrase_add_zekerheid(&s, z, c, "wijken");
	return str_detach(&s);
}

/* The words as they stand in the file; a place counts as one word. */
static void every_sentence_of_the_file_is_readable(void **state)
{
	struct zinnen *z = load();
	struct json *doc;
	struct err err = ERR_INIT;
	const struct json_node *list;

	(void)state;
	assert_ok(json_load(&doc, "reports/zinnen.json", "reports/zinnen.json", &err));
	assert_ok(json_get_object(json_root(doc), "zinnen", JSON_REQUIRED, &list, &err));
	assert_int_equal(json_len(list), ZIN_COUNT);
	for (size_t i = 0; i < json_len(list); i++) {
		const struct json_node *node = json_at(list, i);
		size_t forms = json_type(node) == JSON_OBJECT ? json_len(node) : 1;

		for (size_t k = 0; k < forms; k++) {
			const char *text;

			assert_ok(json_text(json_type(node) == JSON_OBJECT ? json_at(node, k) : node, &text, &err));
			assert_readable(z, text);
		}
	}
	json_free(doc);
	zinnen_free(z);
}

static void the_readme_names_every_sentence(void **state)
{
	struct err err = ERR_INIT;
	char *text;
	size_t len;

	(void)state;
	assert_ok(file_read("reports/README.md", 1 << 20, &text, &len, &err));
	for (int i = 0; i < ZIN_COUNT; i++) {
		char *key = mem_printf("| `%s` |", zin_key((enum zin)i));

		if (!strstr(text, key)) {
			print_error("reports/README.md: %s ontbreekt\n", key);
			fail();
		}
		free(key);
	}
	free(text);
}

static void every_status_gives_readable_sentences_at_both_levels(void **state)
{
	struct fixture f;
	struct zinnen *z = load();

	(void)state;
	fixture_init(&f);
	for (int status = STATUS_ONVOLLEDIG; status <= STATUS_DUIDELIJK_ONDER; status++)
		for (int city = 0; city < 2; city++) {
			struct cel c = judged(&f, (enum status)status, city);
			char *text = all_of(z, &c);

			assert_readable(z, text);
			assert_null(strchr(text, '{'));
			free(text);
		}
	fixture_release(&f);
	zinnen_free(z);
}

static void the_sentence_of_the_agreement(void **state)
{
	struct fixture f;
	struct zinnen *z = load();
	struct cel c;
	char *text;

	(void)state;
	fixture_init(&f);
	c = judged(&f, STATUS_DUIDELIJK_ONDER, true);
	text = all_of(z, &c);
	assert_string_equal(text,
		"90,9% van de doelgroeppeuters maakt gebruik van een vorm van kinderopvang: nog 27 kinderen tot de "
		"ambitie van 92%. In het 2e kwartaal 2026 maken 530 van de 583 doelgroeppeuters gebruik van een "
		"vorm van kinderopvang. De afgesproken ambitie van 92% is niet gehaald: nog 27 kinderen te gaan. "
		"Toeval alleen verklaart dit verschil niet: bij deze aantallen past een cijfer tussen 88,3 en "
		"93,1%.");
	free(text);
	c = judged(&f, STATUS_GEHAALD_ZEKER, false);
	text = all_of(z, &c);
	assert_non_null(strstr(text, "De richtwaarde van 92% is gehaald."));
	assert_non_null(strstr(text, "Ook als we rekening houden met toeval, is de richtwaarde gehaald."));
	free(text);
	fixture_release(&f);
	zinnen_free(z);
}

static void one_child_is_singular(void **state)
{
	struct fixture f;
	struct zinnen *z = load();
	struct cel c;
	struct str s = STR_INIT;

	(void)state;
	fixture_init(&f);
	c = judged(&f, STATUS_NIET_GEHAALD_TOEVAL, true);
	c.teller = (struct bereik){true, 1, 1, 0};
	c.teller_tekst = T("1");
	c.tekort_tekst = T("1 kind");
	phrase_add_stand(&s, z, &c);
	assert_string_equal(str_text(&s), "In het 2e kwartaal 2026 maakt 1 van de 583 doelgroeppeuters gebruik van "
					  "een vorm van kinderopvang.");
	str_clear(&s);
	phrase_add_feit(&s, z, &c);
	assert_string_equal(str_text(&s), "De afgesproken ambitie van 92% is niet gehaald: nog 1 kind te gaan.");
	str_clear(&s);
	c.status = STATUS_ONVOLLEDIG;
	c.delen_ontbreken = 1;
	phrase_add_zekerheid(&s, z, &c, "wijken");
	assert_string_equal(str_text(&s), "Er is geen oordeel: 1 van de 15 wijken is niet geleverd.");
	str_release(&s);
	fixture_release(&f);
	zinnen_free(z);
}

/* A hidden figure: the sentence names the reason and holds no digit of it. */
static void a_hidden_figure_gives_its_reason_and_no_number(void **state)
{
	struct fixture f;
	struct zinnen *z = load();
	struct cel c;
	char *text;

	(void)state;
	fixture_init(&f);
	c = judged(&f, STATUS_NIET_GELEVERD, true);
	c.reden = REDEN_AFGESCHERMD;
	c.heeft_waarde = c.heeft_interval = false;
	c.waarde_tekst = T("afgeschermd");
	c.teller_tekst = c.noemer_tekst = c.interval_tekst = c.tekort_tekst = NULL;
	text = all_of(z, &c);
	assert_string_equal(text, "Opvangbereik VE-doelgroep: geen cijfer over het 2e kwartaal 2026 (afgeschermd). "
				  "Over het 2e kwartaal 2026 is er geen cijfer voor Opvangbereik VE-doelgroep: "
				  "afgeschermd.  ");
	free(text);
	fixture_release(&f);
	zinnen_free(z);
}

static void periods_are_written_with_their_words(void **state)
{
	static const struct {
		const char *code, *the, *in;
	} row[] = {
		{"2026-K2", "het 2e kwartaal 2026", "In het 2e kwartaal 2026"},
		{"2025/2026", "het schooljaar 2025-2026", "In het schooljaar 2025-2026"},
		{"2026", "2026", "In 2026"},
		{"2026-06-30", "30 juni 2026", "Op 30 juni 2026"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		struct err err = ERR_INIT;
		struct str s = STR_INIT;
		struct periode p;

		assert_ok(periode_parse(row[i].code, &p, &err));
		phrase_add_periode(&s, p);
		assert_string_equal(str_text(&s), row[i].the);
		str_clear(&s);
		phrase_add_in_periode(&s, p, true);
		assert_string_equal(str_text(&s), row[i].in);
		str_release(&s);
	}
}

static void lists_read_as_dutch(void **state)
{
	static const char *const items[] = {"a", "b", "c"};
	struct zinnen *z = load();
	struct str s = STR_INIT;

	(void)state;
	for (size_t n = 0; n <= 3; n++) {
		zin_add_list(&s, z, items, n);
		str_add(&s, ";");
	}
	assert_string_equal(str_text(&s), ";a;a en b;a, b en c;");
	str_release(&s);
	zinnen_free(z);
}

static void refuses(const char *from, const char *to, const char *why)
{
	struct err err = ERR_INIT;
	struct zinnen *z;
	char path[] = "/tmp/zinnenXXXXXX";
	int fd = mkstemp(path);
	FILE *in = fopen("reports/zinnen.json", "r"), *out = fdopen(fd, "w");
	char line[4096];

	assert_non_null(in);
	assert_non_null(out);
	while (fgets(line, sizeof(line), in)) {
		char *at = strstr(line, from);

		if (at)
			fprintf(out, "%.*s%s%s", (int)(at - line), line, to, at + strlen(from));
		else
			fputs(line, out);
	}
	fclose(in);
	fclose(out);
	assert_refused(zinnen_load(&z, path, "zinnen.json", &err), why);
	remove(path);
}

static void a_wrong_sentence_file_is_refused_when_it_is_read(void **state)
{
	(void)state;
	refuses("\"kop.verloop\": \"Verloop\",", "", "kop.verloop");
	refuses("\"kop.verloop\"", "\"kop.verlop\"", "kop.verl");
	refuses("{lidwoord} {norm} is nu gehaald", "{lidword} {norm} is nu gehaald", "{lidword} bestaat hier niet");
	refuses("\"kop.verloop\": \"Verloop\"", "\"kop.verloop\": \"Verloop {\"", "ontbreekt '}'");
	refuses("\"een\": \"1 van", "\"ein\": \"1 van", "ein");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sentence_of_the_file_is_readable),
		cmocka_unit_test(the_readme_names_every_sentence),
		cmocka_unit_test(every_status_gives_readable_sentences_at_both_levels),
		cmocka_unit_test(the_sentence_of_the_agreement),
		cmocka_unit_test(one_child_is_singular),
		cmocka_unit_test(a_hidden_figure_gives_its_reason_and_no_number),
		cmocka_unit_test(periods_are_written_with_their_words),
		cmocka_unit_test(lists_read_as_dutch),
		cmocka_unit_test(a_wrong_sentence_file_is_refused_when_it_is_read),
	};

	return RUN_TESTS(tests);
}
