#include "test.h"

#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/str.h"

static struct err err = ERR_INIT;

static struct json *parsed(const char *text)
{
	struct json *doc = NULL;

	assert_done(json_parse(&doc, text, strlen(text), "x.json", &err));
	return doc;
}

static void assert_bad_n(const char *text, size_t len, const char *want)
{
	struct json *doc = (struct json *)1;

	assert_int_equal(json_parse(&doc, text, len, "x.json", &err), -1);
	assert_true(doc == (struct json *)1);
	assert_int_equal(err.kind, ERR_DEFINITION);
	assert_string_equal(err.text, want);
	err_release(&err);
}

/* The whole message after the label and a comma. */
#define assert_bad(text, want) assert_bad_n("" text, sizeof(text) - 1, "x.json, " want)

static void text_that_is_no_utf8_is_refused_with_its_place(void **state)
{
	struct json *doc;

	(void)state;
	assert_bad("{\n  \"a\": \"caf\xe9\"}", "regel 2, kolom 12: byte 0xe9 is geen UTF-8.");
	assert_bad("{\"\xc3\xa9\": \"\xc0\xaf\"}", "regel 1, kolom 8: byte 0xc0 is geen UTF-8.");
	assert_bad("\xff\xfe{", "regel 1, kolom 1: byte 0xff is geen UTF-8.");
	assert_int_equal(json_parse(&doc, "\"\xe9\"", 3, "x.json", &err), -1);
	assert_string_equal(err.advice, "Sla het bestand op als UTF-8.");
	err_release(&err);
}

static void a_byte_order_mark_is_skipped(void **state)
{
	struct json *doc = parsed("\xef\xbb\xbf{\"a\": 1}");

	(void)state;
	assert_int_equal(json_len(json_root(doc)), 1);
	json_free(doc);
	assert_bad("\xef\xbb\xbf{\"a\": x}",
		"regel 1, kolom 7: hier hoort een waarde (tekst, getal, lijst, object, true, false of "
		"null), niet 'x'.");
	assert_bad_n("\xef\xbb\xbf", 3, "x.json: het bestand is leeg.");
}

static void empty_text_is_named_so(void **state)
{
	(void)state;
	assert_bad_n("", 0, "x.json: het bestand is leeg.");
	assert_bad_n(" \r\n\t ", 5, "x.json: het bestand is leeg.");
}

static void more_than_one_mebibyte_is_refused(void **state)
{
	size_t max = (size_t)1 << 20;
	char *text = malloc(max + 1);
	struct json *doc;

	(void)state;
	memset(text, ' ', max + 1);
	text[0] = '1';
	assert_bad_n(text, max + 1, "x.json: het bestand is groter dan 1 MiB.");
	assert_done(json_parse(&doc, text, max, "x.json", &err));
	json_free(doc);
	free(text);
}

static void eight_levels_pass_and_nine_do_not(void **state)
{
	struct json *doc = parsed("[[[[{\"a\":[{\"b\":[1]}]}]]]]");

	(void)state;
	json_free(doc);
	assert_bad("[[[[{\"a\":[{\"b\":[[1]]}]}]]]]",
		"regel 1, kolom 17: meer dan 8 niveaus in elkaar kan niet.");
	assert_bad("[[[[[[[[\n[", "regel 2, kolom 1: meer dan 8 niveaus in elkaar kan niet.");
}

static void a_hundred_thousand_levels_give_one_sentence(void **state)
{
	char *text = malloc(100000);

	(void)state;
	memset(text, '[', 100000);
	assert_bad_n(text, 100000, "x.json, regel 1, kolom 9: meer dan 8 niveaus in elkaar kan niet.");
	free(text);
}

static void a_key_that_stands_twice_is_refused(void **state)
{
	(void)state;
	assert_bad("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}",
		"regel 3, kolom 2: de sleutel 'a' staat hier voor de tweede keer (eerder op regel 1).");
	assert_bad("{\"a\": 1, \"\\u0061\": 2}",
		"regel 1, kolom 10: de sleutel 'a' staat hier voor de tweede keer (eerder op regel 1).");
	/* the first one that repeats is named, not the first in the alphabet */
	assert_bad("{\"z\":1,\"a\":1,\n\"z\":2,\n\"a\":2}",
		"regel 2, kolom 1: de sleutel 'z' staat hier voor de tweede keer (eerder op regel 1).");
	assert_bad("{\"a\":1,\"z\":1,\n\"z\":2,\n\"a\":2}",
		"regel 2, kolom 1: de sleutel 'z' staat hier voor de tweede keer (eerder op regel 1).");
	assert_bad("{\"a\":1,\"z\":1,\n\"a\":2,\n\"z\":2}",
		"regel 2, kolom 1: de sleutel 'a' staat hier voor de tweede keer (eerder op regel 1).");
	assert_bad("{\"a\":1,\n\"a\":2,\n\"a\":3}",
		"regel 2, kolom 1: de sleutel 'a' staat hier voor de tweede keer (eerder op regel 1).");
	assert_bad("[{\"x\": {\"a\": 1, \"a\": 2}}]",
		"regel 1, kolom 17: de sleutel 'a' staat hier voor de tweede keer (eerder op regel 1).");
}

static void keys_that_differ_only_in_case_or_level_are_two_keys(void **state)
{
	struct json *doc = parsed("{\"a\": 1, \"A\": 2, \"b\": {\"a\": 3}, \"c\": [{\"a\": 4}, {\"a\": 5}]}");
	int64_t value = 0;

	(void)state;
	assert_done(json_get_int(json_root(doc), "A", JSON_REQUIRED, 0, 9, &value, &err));
	assert_int_equal(value, 2);
	assert_null(json_get(json_root(doc), "B"));
	json_free(doc);
}

static void control_characters_are_refused_raw_and_escaped(void **state)
{
	(void)state;
	assert_bad("\"a\tb\"", "regel 1, kolom 3: in een tekst mag geen stuurteken staan (U+0009).");
	assert_bad("\"a\x7f\"", "regel 1, kolom 3: in een tekst mag geen stuurteken staan (U+007F).");
	assert_bad("\"\xc2\x85\"", "regel 1, kolom 2: in een tekst mag geen stuurteken staan (U+0085).");
	assert_bad("\"a\0b\"", "regel 1, kolom 3: in een tekst mag geen stuurteken staan (U+0000).");
	assert_bad("\"a\\u0000b\"", "regel 1, kolom 3: het stuurteken \\u0000 mag niet in een tekst.");
	assert_bad("\"\\u001B[31m\"", "regel 1, kolom 2: het stuurteken \\u001b mag niet in een tekst.");
	assert_bad("{\"\\u0000\": 1}", "regel 1, kolom 3: het stuurteken \\u0000 mag niet in een tekst.");
	assert_bad("{\0\"a\": 1}",
		"regel 1, kolom 2: hier hoort een sleutel tussen dubbele aanhalingstekens, niet '\\x00'.");
}

static void a_text_stays_on_its_line(void **state)
{
	(void)state;
	assert_bad("{\"a\": \"b\n\"}", "regel 1, kolom 9: deze tekst sluit niet af met \" op dezelfde regel.");
	assert_bad("{\"a\": \"b\r\n\"}",
		"regel 1, kolom 9: deze tekst sluit niet af met \" op dezelfde regel.");
	assert_bad("{\"a\": \"b}", "regel 1, kolom 7: deze tekst sluit niet af met \".");
	assert_bad("\"", "regel 1, kolom 1: deze tekst sluit niet af met \".");
}

static void halves_of_surrogate_pairs_are_refused(void **state)
{
	struct json *doc = parsed("[\"\\ud83d\\ude00\", \"\\uD83D\\uDE00\", \"\\ud800\\udc00\\udbff\\udfff\"]");
	const char *text;

	(void)state;
	assert_done(json_text(json_at(json_root(doc), 0), &text, &err));
	assert_string_equal(text, "\xf0\x9f\x98\x80");
	assert_done(json_text(json_at(json_root(doc), 1), &text, &err));
	assert_string_equal(text, "\xf0\x9f\x98\x80");
	assert_done(json_text(json_at(json_root(doc), 2), &text, &err));
	assert_string_equal(text, "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf");
	json_free(doc);
	assert_bad("\"\\ud83d\"", "regel 1, kolom 2: \\ud83d is maar een half teken.");
	assert_bad("\"\\ude00\"", "regel 1, kolom 2: \\ude00 is maar een half teken.");
	assert_bad("\"\\ud83d\\u0041\"", "regel 1, kolom 2: \\ud83d is maar een half teken.");
	assert_bad("\"\\ud83d\\ud83d\"", "regel 1, kolom 2: \\ud83d is maar een half teken.");
	assert_bad("\"\\ud83d\\n\"", "regel 1, kolom 2: \\ud83d is maar een half teken.");
	assert_bad("\"\\ud83d\\u12\"", "regel 1, kolom 8: na \\u horen vier cijfers 0-9 of a-f.");
}

static void escapes_are_a_closed_list(void **state)
{
	struct json *doc = parsed("\"\\\" \\\\ \\/ \\n \\t \\r \\u00e9 \\u00EB \\u000a\\u000d\\u0009\\uffe5\"");
	const char *text;

	(void)state;
	assert_done(json_text(json_root(doc), &text, &err));
	assert_string_equal(text, "\" \\ / \n \t \r \xc3\xa9 \xc3\xab \n\r\t\xef\xbf\xa5");
	json_free(doc);
	assert_bad("\"C:\\map\"", "regel 1, kolom 4: na een \\ hoort hier een van \" \\ / n r t u.");
	assert_bad("\"a\\b\"", "regel 1, kolom 3: na een \\ hoort hier een van \" \\ / n r t u.");
	assert_bad("\"\\", "regel 1, kolom 2: na een \\ hoort hier een van \" \\ / n r t u.");
	assert_bad("\"\\u", "regel 1, kolom 2: na \\u horen vier cijfers 0-9 of a-f.");
	assert_bad("\"\\u00g0\"", "regel 1, kolom 2: na \\u horen vier cijfers 0-9 of a-f.");
	assert_bad("\"\\u00 0\"", "regel 1, kolom 2: na \\u horen vier cijfers 0-9 of a-f.");
}

static void numbers_that_a_double_cannot_hold_are_refused(void **state)
{
	(void)state;
	assert_bad("[007]", "regel 1, kolom 2: een getal begint niet met een 0.");
	assert_bad("[-01]", "regel 1, kolom 2: een getal begint niet met een 0.");
	assert_bad("[1e999]", "regel 1, kolom 2: '1e999' is een te groot getal.");
	assert_bad("[1e-999]", "regel 1, kolom 2: '1e-999' ligt te dicht bij nul.");
	assert_bad("[123456789012345678]", "regel 1, kolom 2: dit getal heeft meer dan 17 cijfers.");
	assert_bad("[0.123456789012345678]", "regel 1, kolom 2: dit getal heeft meer dan 17 cijfers.");
	assert_bad("[1.00000000000000000]", "regel 1, kolom 2: dit getal heeft meer dan 17 cijfers.");
	assert_bad("[0.00000000000000000000000000000000000000001]",
		"regel 1, kolom 2: dit getal is te lang.");
}

static void numbers_with_a_wrong_form_are_refused(void **state)
{
	struct json *doc;

	(void)state;
	assert_bad("[-]", "regel 1, kolom 2: dit getal is niet af.");
	assert_bad("[1.]", "regel 1, kolom 2: dit getal is niet af.");
	assert_bad("[1e]", "regel 1, kolom 2: dit getal is niet af.");
	assert_bad("[1E+]", "regel 1, kolom 2: dit getal is niet af.");
	assert_bad("[1x]", "regel 1, kolom 3: hier hoort een komma of ], niet 'x'.");
	assert_bad("[0x10]", "regel 1, kolom 3: hier hoort een komma of ], niet 'x'.");
	assert_bad("[+1]", "regel 1, kolom 2: hier hoort een waarde (tekst, getal, lijst, object, true, "
			   "false of null), niet '+'.");
	assert_int_equal(json_parse(&doc, "{\"a\": 2,75}", 11, "x.json", &err), -1);
	assert_string_equal(err.text,
		"x.json, regel 1, kolom 9: hier hoort een sleutel tussen dubbele aanhalingstekens, "
		"niet '7'.");
	assert_string_equal(err.advice, "Schrijf een getal met decimalen met een punt: 2.75.");
	err_release(&err);
}

static void numbers_of_seventeen_digits_arrive_whole(void **state)
{
	struct json *doc = parsed("[1.7976931348623157e308, -0.1, 0, -0, 1E+2, 25e-2, "
				  "0.00012345678901234567, 9007199254740991]");
	static const double want[] = {1.7976931348623157e308, -0.1, 0, 0, 100, 0.25,
		0.00012345678901234567, 9007199254740991};
	struct json *one;

	(void)state;
	json_free(doc);
	one = parsed("{\"a\": 1.7976931348623157e308, \"b\": -0.1, \"c\": 0, \"d\": -0, \"e\": 1E+2, "
		     "\"f\": 25e-2, \"g\": 0.00012345678901234567, \"h\": 9007199254740991}");
	for (size_t i = 0; i < ARRAY_LEN(want); i++) {
		char key[] = {(char)('a' + (int)i), 0};
		double value = 7;

		assert_done(json_get_double(json_root(one), key, JSON_REQUIRED, &value, &err));
		assert_true(value == want[i]);
	}
	json_free(one);
}

static void what_is_missing_is_named(void **state)
{
	(void)state;
	assert_bad("{\"a\" 1}", "regel 1, kolom 6: hier hoort een dubbele punt, niet '1'.");
	assert_bad("{\"a\": 1\n\"b\": 2}", "regel 2, kolom 1: hier hoort een komma of }, niet '\"'.");
	assert_bad("[1 2]", "regel 1, kolom 4: hier hoort een komma of ], niet '2'.");
	assert_bad("[1, 2", "regel 1, kolom 6: de tekst houdt hier op; hier hoort een komma of ].");
	assert_bad("{\"a\"", "regel 1, kolom 5: de tekst houdt hier op; hier hoort een dubbele punt.");
	assert_bad("{\"a\":",
		"regel 1, kolom 6: de tekst houdt hier op; hier hoort een waarde (tekst, getal, lijst, "
		"object, true, false of null).");
	assert_bad("{", "regel 1, kolom 2: de tekst houdt hier op; hier hoort een sleutel tussen dubbele "
			"aanhalingstekens.");
	assert_bad("[", "regel 1, kolom 2: de tekst houdt hier op; hier hoort een waarde (tekst, getal, "
			"lijst, object, true, false of null).");
	assert_bad("[1,", "regel 1, kolom 4: de tekst houdt hier op; hier hoort een waarde (tekst, getal, "
			  "lijst, object, true, false of null).");
	assert_bad("{a: 1}",
		"regel 1, kolom 2: hier hoort een sleutel tussen dubbele aanhalingstekens, niet 'a'.");
	assert_bad("{\"a\": {\"b\": 1, \"c\": ]}}",
		"regel 1, kolom 21: hier hoort een waarde (tekst, getal, lijst, object, true, false of "
		"null), niet ']'.");
}

static void a_comma_too_many_is_refused(void **state)
{
	(void)state;
	assert_bad("[1, 2,]", "regel 1, kolom 6: na het laatste onderdeel hoort geen komma.");
	assert_bad("{\"a\": 1 ,\n}", "regel 1, kolom 9: na het laatste onderdeel hoort geen komma.");
	assert_bad("[1,,2]", "regel 1, kolom 4: hier hoort een waarde (tekst, getal, lijst, object, true, "
			     "false of null), niet ','.");
	assert_bad("[,1]", "regel 1, kolom 2: hier hoort een waarde (tekst, getal, lijst, object, true, "
			   "false of null), niet ','.");
}

static void text_after_the_end_is_refused(void **state)
{
	struct json *doc = parsed(" {} \r\n\t ");

	(void)state;
	json_free(doc);
	assert_bad("{} {}", "regel 1, kolom 4: hier hoort het einde van het bestand, niet '{'.");
	assert_bad("{}\n\nklaar", "regel 3, kolom 1: hier hoort het einde van het bestand, niet 'klaar'.");
	assert_bad("1\0", "regel 1, kolom 2: hier hoort het einde van het bestand, niet '\\x00'.");
}

static void words_are_true_false_and_null_only(void **state)
{
	(void)state;
	assert_bad("[True]", "regel 1, kolom 2: hier hoort een waarde (tekst, getal, lijst, object, true, "
			     "false of null), niet 'True'.");
	assert_bad("[nul]", "regel 1, kolom 2: hier hoort een waarde (tekst, getal, lijst, object, true, "
			    "false of null), niet 'nul'.");
	assert_bad("[true1]", "regel 1, kolom 2: hier hoort een waarde (tekst, getal, lijst, object, true, "
			      "false of null), niet 'true'.");
	assert_bad("[NaN]", "regel 1, kolom 2: hier hoort een waarde (tekst, getal, lijst, object, true, "
			    "false of null), niet 'NaN'.");
}

static const char *advice_on(const char *text)
{
	static char kept[200];
	struct json *doc;

	assert_int_equal(json_parse(&doc, text, strlen(text), "x.json", &err), -1);
	snprintf(kept, sizeof(kept), "%s", err.advice ? err.advice : "");
	err_release(&err);
	return kept;
}

static void usual_mistakes_come_with_advice(void **state)
{
	static const char quotes[] = "Zet namen en teksten tussen rechte dubbele aanhalingstekens (\").";
	static const char comment[] = "Commentaar kan niet in JSON; gebruik een veld \"toelichting\".";

	(void)state;
	assert_string_equal(advice_on("{'a': 1}"), quotes);
	assert_string_equal(advice_on("{\xe2\x80\x9c" "a\xe2\x80\x9d: 1}"), quotes);
	assert_string_equal(advice_on("{\xe2\x80\x98" "a\xe2\x80\x99: 1}"), quotes);
	assert_string_equal(advice_on("{ // uitleg\n}"), comment);
	assert_string_equal(advice_on("{ # uitleg\n}"), comment);
	assert_string_equal(advice_on("\"\\d\""), "Schrijf een \\ zelf als \\\\.");
	assert_string_equal(advice_on("{\xe2\x80\xa6}"), "");
	assert_string_equal(advice_on("{a: 1}"), "");
	assert_string_equal(advice_on("{\"a\" = 1}"), "");
}

static void columns_count_characters(void **state)
{
	(void)state;
	assert_bad("{\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\": x}",
		"regel 1, kolom 9: hier hoort een waarde (tekst, getal, lijst, object, true, false of "
		"null), niet 'x'.");
}

static void what_is_shown_of_a_file_cannot_harm_a_terminal(void **state)
{
	struct json *doc;

	(void)state;
	assert_bad("{\"a\xe2\x80\xae\": 1, \"a\xe2\x80\xae\": 1}",
		"regel 1, kolom 11: de sleutel 'aU+202E' staat hier voor de tweede keer (eerder op regel "
		"1).");
	assert_bad("\x1b[31m", "regel 1, kolom 1: hier hoort een waarde (tekst, getal, lijst, object, "
			       "true, false of null), niet '\\x1b'.");
	assert_int_equal(json_parse(&doc, "x", 1, "een\x1b[31m.json", &err), -1);
	assert_non_null(strstr(err.text, "een\\x1b[31m.json, regel 1"));
	err_release(&err);
}

/* ---- nodes -------------------------------------------------------------------------------- */

static const char definition[] = "{\n"					      /* 1 */
				 "  \"schema\": \"indicator/1\",\n"	      /* 2 */
				 "  \"versie\": 2, \"grens\": 2.75,\n"	      /* 3 */
				 "  \"actief\": true, \"leeg\": null,\n"      /* 4 */
				 "  \"teller\": {\n"			      /* 5 */
				 "    \"waar\": [\n"			      /* 6 */
				 "      { \"kolom\": \"soort\" },\n"	      /* 7 */
				 "      [], {},\n"			      /* 8 */
				 "      {\n"				      /* 9 */
				 "        \"kolom\": 12\n"		      /* 10 */
				 "      }\n"				      /* 11 */
				 "    ]\n"				      /* 12 */
				 "  },\n"				      /* 13 */
				 "  \"richting\": \"hoger-beter\"\n"	      /* 14 */
				 "}\n";

static void every_node_knows_line_and_path(void **state)
{
	struct json *doc = parsed(definition);
	const struct json_node *waar, *root = json_root(doc);

	(void)state;
	assert_int_equal(json_type(root), JSON_OBJECT);
	assert_null(json_key(root));
	assert_refused(json_error(root, &err, "fout %d.", 7), "x.json, regel 1: fout 7.");
	waar = json_get(json_get(root, "teller"), "waar");
	assert_string_equal(json_key(waar), "waar");
	assert_int_equal(json_len(waar), 4);
	assert_refused(json_error(waar, &err, "x"), "x.json, regel 6, sleutel teller.waar: x");
	assert_refused(json_error(json_at(waar, 1), &err, "x"), "regel 8, sleutel teller.waar[1]: x");
	assert_refused(json_error(json_at(waar, 2), &err, "x"), "regel 8, sleutel teller.waar[2]: x");
	assert_refused(json_error(json_get(json_at(waar, 3), "kolom"), &err, "x"),
		"regel 10, sleutel teller.waar[3].kolom: x");
	assert_refused(json_error(json_get(root, "richting"), &err, "x"), "regel 14, sleutel richting: x");
	assert_null(json_at(waar, 4));
	assert_int_equal(json_len(json_at(waar, 1)), 0);
	assert_int_equal(json_len(json_get(root, "versie")), 0);
	assert_null(json_key(json_at(waar, 0)));
	json_free(doc);
}

static void a_list_as_root_starts_its_path_with_a_number(void **state)
{
	struct json *doc = parsed("[1, {\"a\": 2}]");

	(void)state;
	assert_refused(json_error(json_at(json_root(doc), 0), &err, "x"), "regel 1, sleutel [0]: x");
	assert_refused(json_error(json_at(json_at(json_root(doc), 1), 0), &err, "x"), "sleutel [1].a: x");
	json_free(doc);
}

static void types_are_told_apart(void **state)
{
	struct json *doc = parsed("[null, true, false, 1, \"t\", [], {}]");
	static const enum json_type want[] = {JSON_NULL, JSON_BOOL, JSON_BOOL, JSON_NUMBER, JSON_TEXT,
		JSON_LIST, JSON_OBJECT};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_int_equal(json_type(json_at(json_root(doc), i)), want[i]);
	json_free(doc);
}

static void members_are_read_by_type(void **state)
{
	struct json *doc = parsed(definition);
	const struct json_node *root = json_root(doc), *node = NULL;
	const char *text = NULL;
	int64_t number = 0;
	double real = 0;
	bool flag = false;

	(void)state;
	assert_done(json_get_text(root, "schema", JSON_REQUIRED, &text, &err));
	assert_string_equal(text, "indicator/1");
	assert_done(json_get_int(root, "versie", JSON_REQUIRED, 1, 99, &number, &err));
	assert_int_equal(number, 2);
	assert_done(json_get_double(root, "grens", JSON_REQUIRED, &real, &err));
	assert_near(real, 2.75, 0);
	assert_done(json_get_bool(root, "actief", JSON_REQUIRED, &flag, &err));
	assert_true(flag);
	assert_done(json_get_object(root, "teller", JSON_REQUIRED, &node, &err));
	assert_done(json_get_list(node, "waar", JSON_REQUIRED, &node, &err));
	assert_int_equal(json_len(node), 4);
	json_free(doc);
}

static void optional_members_may_be_absent_or_null(void **state)
{
	struct json *doc = parsed(definition);
	static const char *const keys[] = {"leeg", "weg"}, *const words[] = {"a", NULL};
	const struct json_node *root = json_root(doc), *node = root;
	const char *text = "oud";
	int64_t number = 5;
	double real = 5;
	bool flag = true;
	int choice = 5;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		assert_null(json_get(root, keys[i]));
		assert_done(json_get_text(root, keys[i], JSON_OPTIONAL, &text, &err));
		assert_done(json_get_int(root, keys[i], JSON_OPTIONAL, 0, 1, &number, &err));
		assert_done(json_get_double(root, keys[i], JSON_OPTIONAL, &real, &err));
		assert_done(json_get_bool(root, keys[i], JSON_OPTIONAL, &flag, &err));
		assert_done(json_get_list(root, keys[i], JSON_OPTIONAL, &node, &err));
		assert_done(json_get_object(root, keys[i], JSON_OPTIONAL, &node, &err));
		assert_done(json_get_choice(root, keys[i], JSON_OPTIONAL, words, &choice, &err));
	}
	assert_string_equal(text, "oud");
	assert_int_equal(number, 5);
	assert_near(real, 5, 0);
	assert_true(flag);
	assert_ptr_equal(node, root);
	assert_int_equal(choice, 5);
	json_free(doc);
}

static void required_members_must_be_there(void **state)
{
	struct json *doc = parsed(definition);
	const struct json_node *root = json_root(doc), *teller = json_get(root, "teller"), *node;
	static const char *const words[] = {"a", NULL};
	const char *text;
	int64_t number;
	double real;
	bool flag;
	int choice;

	(void)state;
	assert_refused(json_get_text(root, "naam", JSON_REQUIRED, &text, &err),
		"x.json, regel 1, sleutel naam: deze sleutel ontbreekt.");
	assert_refused(json_get_int(teller, "n", JSON_REQUIRED, 0, 1, &number, &err),
		"x.json, regel 5, sleutel teller.n: deze sleutel ontbreekt.");
	assert_refused(json_get_double(root, "n", JSON_REQUIRED, &real, &err), "ontbreekt");
	assert_refused(json_get_bool(root, "n", JSON_REQUIRED, &flag, &err), "ontbreekt");
	assert_refused(json_get_list(root, "n", JSON_REQUIRED, &node, &err), "ontbreekt");
	assert_refused(json_get_object(root, "n", JSON_REQUIRED, &node, &err), "ontbreekt");
	assert_refused(json_get_choice(root, "n", JSON_REQUIRED, words, &choice, &err), "ontbreekt");
	assert_refused(json_get_text(root, "leeg", JSON_REQUIRED, &text, &err),
		"x.json, regel 4, sleutel leeg: hier hoort een tekst, niet leeg (null).");
	json_free(doc);
}

static void wrong_types_are_named_both(void **state)
{
	struct json *doc = parsed(definition);
	const struct json_node *root = json_root(doc), *node;
	static const char *const words[] = {"a", NULL};
	const char *text;
	int64_t number;
	double real;
	bool flag;
	int choice;

	(void)state;
	assert_refused(json_get_text(root, "versie", JSON_OPTIONAL, &text, &err),
		"x.json, regel 3, sleutel versie: hier hoort een tekst, niet een getal.");
	assert_refused(json_get_int(root, "schema", JSON_OPTIONAL, 0, 1, &number, &err),
		"hier hoort een getal, niet een tekst.");
	assert_refused(json_get_double(root, "actief", JSON_OPTIONAL, &real, &err),
		"hier hoort een getal, niet true of false.");
	assert_refused(json_get_bool(root, "teller", JSON_OPTIONAL, &flag, &err),
		"hier hoort true of false, niet een object.");
	assert_refused(json_get_object(root, "schema", JSON_OPTIONAL, &node, &err),
		"hier hoort een object, niet een tekst.");
	assert_refused(json_get_list(root, "teller", JSON_OPTIONAL, &node, &err),
		"hier hoort een lijst, niet een object.");
	assert_refused(json_get_choice(root, "versie", JSON_OPTIONAL, words, &choice, &err),
		"hier hoort een tekst, niet een getal.");
	assert_refused(json_text(root, &text, &err), "hier hoort een tekst, niet een object.");
	assert_refused(json_int(root, &number, &err), "hier hoort een getal, niet een object.");
	json_free(doc);
}

static void integers_are_whole_exact_and_within_range(void **state)
{
	struct json *doc = parsed("[1.5, 9007199254740992, -9007199254740992, 9007199254740991, 12.0, "
				  "-9007199254740991]");
	struct json *range = parsed("{\"n\": 7}");
	const struct json_node *root = json_root(doc);
	int64_t value = 0;

	(void)state;
	assert_refused(json_int(json_at(root, 0), &value, &err), "hier hoort een geheel getal.");
	assert_refused(json_int(json_at(root, 1), &value, &err), "dit getal is te groot.");
	assert_refused(json_int(json_at(root, 2), &value, &err), "dit getal is te groot.");
	assert_done(json_int(json_at(root, 3), &value, &err));
	assert_true(value == 9007199254740991);
	assert_done(json_int(json_at(root, 4), &value, &err));
	assert_int_equal(value, 12);
	assert_done(json_int(json_at(root, 5), &value, &err));
	assert_true(value == -9007199254740991);
	root = json_root(range);
	assert_done(json_get_int(root, "n", JSON_REQUIRED, 7, 7, &value, &err));
	assert_refused(json_get_int(root, "n", JSON_REQUIRED, 8, 9, &value, &err),
		"x.json, regel 1, sleutel n: hier hoort een getal van 8 tot en met 9, niet 7.");
	assert_refused(json_get_int(root, "n", JSON_REQUIRED, -2, 6, &value, &err), "van -2 tot en met 6");
	assert_int_equal(value, 7);
	json_free(doc);
	json_free(range);
	doc = parsed("{\"n\": 0.5}");
	assert_refused(json_get_int(json_root(doc), "n", JSON_REQUIRED, 0, 9, &value, &err), "geheel");
	json_free(doc);
}

static void unknown_keys_are_refused_with_the_nearest_known_one(void **state)
{
	static const char *const keys[] = {"richting", "eenheid", "id", NULL};
	struct json *doc = parsed("{\"eenheid\": 1,\n\"rihcting\": 2}");

	(void)state;
	assert_int_equal(json_check_keys(json_root(doc), keys, &err), -1);
	assert_string_equal(err.text, "x.json, regel 2, sleutel rihcting: deze sleutel bestaat hier niet; "
				      "bedoelt u 'richting'?");
	assert_string_equal(err.advice, "Mogelijk zijn: richting, eenheid, id.");
	err_release(&err);
	json_free(doc);
	doc = parsed("{\"Een-Heid\": 1}");
	assert_refused(json_check_keys(json_root(doc), keys, &err), "bedoelt u 'eenheid'?");
	json_free(doc);
	doc = parsed("{\"xy\": 1}"); /* two edits from id, but nothing in common */
	assert_refused(json_check_keys(json_root(doc), keys, &err), "deze sleutel bestaat hier niet.");
	json_free(doc);
	doc = parsed("{\"toelichting\": 1}");
	assert_refused(json_check_keys(json_root(doc), keys, &err), "deze sleutel bestaat hier niet.");
	json_free(doc);
	doc = parsed("{\"\": 1}");
	assert_refused(json_check_keys(json_root(doc), keys, &err), "deze sleutel bestaat hier niet.");
	json_free(doc);
}

static void known_keys_pass_and_only_objects_have_keys(void **state)
{
	static const char *const keys[] = {"a", "b", NULL};
	struct json *doc = parsed("{\"b\": 1, \"a\": [1]}");

	(void)state;
	assert_done(json_check_keys(json_root(doc), keys, &err));
	assert_refused(json_check_keys(json_get(json_root(doc), "a"), keys, &err),
		"hier hoort een object, niet een lijst.");
	assert_null(json_get(json_get(json_root(doc), "a"), "a"));
	json_free(doc);
}

static void a_very_long_key_is_cut_and_gets_no_suggestion(void **state)
{
	static const char *const keys[] = {"a", NULL};
	struct str text = STR_INIT;
	struct json *doc;

	(void)state;
	str_add(&text, "{\"");
	for (int i = 0; i < 5000; i++)
		str_add(&text, "e\xcc\x81\xcc\xa7");
	str_add(&text, "\": 1}");
	doc = parsed(str_text(&text));
	assert_refused(json_check_keys(json_root(doc), keys, &err),
		"\xe2\x80\xa6: deze sleutel bestaat hier niet.");
	json_free(doc);
	str_release(&text);
}

static void choices_are_a_closed_list_of_words(void **state)
{
	static const char *const words[] = {"lager_beter", "hoger_beter", "geen_oordeel", NULL};
	struct json *doc = parsed(definition), *good = parsed("{\"r\": \"hoger_beter\", \"s\": \"xyz\", \"t\": \"lager_beter\"}");
	int choice = 9;

	(void)state;
	assert_done(json_get_choice(json_root(good), "t", JSON_REQUIRED, words, &choice, &err));
	assert_int_equal(choice, 0);
	assert_done(json_get_choice(json_root(good), "r", JSON_REQUIRED, words, &choice, &err));
	assert_int_equal(choice, 1);
	assert_int_equal(json_get_choice(json_root(doc), "richting", JSON_REQUIRED, words, &choice, &err),
		-1);
	assert_string_equal(err.text, "x.json, regel 14, sleutel richting: 'hoger-beter' kan hier niet; "
				      "bedoelt u 'hoger_beter'?");
	assert_string_equal(err.advice, "Mogelijk zijn: lager_beter, hoger_beter, geen_oordeel.");
	err_release(&err);
	assert_refused(json_get_choice(json_root(good), "s", JSON_REQUIRED, words, &choice, &err),
		"sleutel s: 'xyz' kan hier niet.");
	assert_int_equal(choice, 1);
	json_free(doc);
	json_free(good);
}

static void the_hash_is_of_the_bytes_that_were_read(void **state)
{
	struct json *doc = parsed("{}"), *bom = parsed("\xef\xbb\xbf{}");

	(void)state;
	assert_string_equal(json_hash(doc),
		"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
	assert_string_not_equal(json_hash(doc), json_hash(bom));
	json_free(doc);
	json_free(bom);
	json_free(NULL);
}

static void files_are_read_under_their_label(void **state)
{
	char dir[] = "/tmp/ijkpunt-test-XXXXXX";
	char *path, *large;
	struct json *doc;

	(void)state;
	assert_non_null(mkdtemp(dir));
	path = file_join(dir, "a.json");
	assert_refused(json_load(&doc, path, "a.json", &err), "a.json: bestaat niet.");
	assert_done(file_write(path, "{\"a\": 1}", 8, 0600, &err));
	assert_done(json_load(&doc, path, "indicators/a.json", &err));
	assert_int_equal(json_len(json_root(doc)), 1);
	json_free(doc);
	assert_done(file_write(path, "[", 1, 0600, &err));
	assert_refused(json_load(&doc, path, "indicators/a.json", &err), "indicators/a.json, regel 1, kolom 2");
	large = calloc(1, (1 << 20) + 1);
	assert_done(file_write(path, large, (1 << 20) + 1, 0600, &err));
	assert_int_equal(json_load(&doc, path, "indicators/a.json", &err), -1);
	assert_string_equal(err.text, "indicators/a.json: het bestand is groter dan 1 MiB.");
	assert_int_equal(err.kind, ERR_DEFINITION);
	err_release(&err);
	assert_refused(json_load(&doc, dir, "map", &err), "is een map, geen bestand.");
	unlink(path);
	rmdir(dir);
	free(large);
	free(path);
}

static void sameness_is_of_what_is_said_and_not_of_how(void **state)
{
	struct json *doc = parsed("{\"a\": {\"x\": [1, \"t\"], \"y\": null}, \"b\": {\"y\":null,\n\"x\":[1,\"t\"]}, "
				 "\"c\": {\"x\": [\"t\", 1], \"y\": null}, \"d\": null}");
	const struct json_node *root = json_root(doc);

	(void)state;
	assert_true(json_same(json_get(root, "a"), json_get(root, "b")));
	assert_false(json_same(json_get(root, "a"), json_get(root, "c")));
	assert_false(json_same(json_get(root, "a"), json_get(root, "d")));
	assert_true(json_same(json_get(root, "d"), json_get(root, "not there")));
	json_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_that_is_no_utf8_is_refused_with_its_place),
		cmocka_unit_test(a_byte_order_mark_is_skipped),
		cmocka_unit_test(empty_text_is_named_so),
		cmocka_unit_test(more_than_one_mebibyte_is_refused),
		cmocka_unit_test(eight_levels_pass_and_nine_do_not),
		cmocka_unit_test(a_hundred_thousand_levels_give_one_sentence),
		cmocka_unit_test(a_key_that_stands_twice_is_refused),
		cmocka_unit_test(keys_that_differ_only_in_case_or_level_are_two_keys),
		cmocka_unit_test(control_characters_are_refused_raw_and_escaped),
		cmocka_unit_test(a_text_stays_on_its_line),
		cmocka_unit_test(halves_of_surrogate_pairs_are_refused),
		cmocka_unit_test(escapes_are_a_closed_list),
		cmocka_unit_test(numbers_that_a_double_cannot_hold_are_refused),
		cmocka_unit_test(numbers_with_a_wrong_form_are_refused),
		cmocka_unit_test(numbers_of_seventeen_digits_arrive_whole),
		cmocka_unit_test(what_is_missing_is_named),
		cmocka_unit_test(a_comma_too_many_is_refused),
		cmocka_unit_test(text_after_the_end_is_refused),
		cmocka_unit_test(words_are_true_false_and_null_only),
		cmocka_unit_test(usual_mistakes_come_with_advice),
		cmocka_unit_test(columns_count_characters),
		cmocka_unit_test(what_is_shown_of_a_file_cannot_harm_a_terminal),
		cmocka_unit_test(every_node_knows_line_and_path),
		cmocka_unit_test(a_list_as_root_starts_its_path_with_a_number),
		cmocka_unit_test(types_are_told_apart),
		cmocka_unit_test(members_are_read_by_type),
		cmocka_unit_test(optional_members_may_be_absent_or_null),
		cmocka_unit_test(required_members_must_be_there),
		cmocka_unit_test(wrong_types_are_named_both),
		cmocka_unit_test(integers_are_whole_exact_and_within_range),
		cmocka_unit_test(unknown_keys_are_refused_with_the_nearest_known_one),
		cmocka_unit_test(known_keys_pass_and_only_objects_have_keys),
		cmocka_unit_test(a_very_long_key_is_cut_and_gets_no_suggestion),
		cmocka_unit_test(choices_are_a_closed_list_of_words),
		cmocka_unit_test(sameness_is_of_what_is_said_and_not_of_how),
		cmocka_unit_test(the_hash_is_of_the_bytes_that_were_read),
		cmocka_unit_test(files_are_read_under_their_label),
	};

	return RUN_TESTS(tests);
}
