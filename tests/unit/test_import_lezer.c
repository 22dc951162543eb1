/* What one key of a profile does to the rows: each test has a small profile of its own. */
#include "test.h"

#include "import_fixture.h"
#include "profile_fixture.h"

#define KEY "[\"wijk\",\"kwartaal\"],"
#define COLUMNS PROFILE_WIJK "," PROFILE_KWARTAAL "," PROFILE_AANTAL

static void profile(struct fixture *f, const char *rijen, const char *columns, const char *key, const char *extra)
{
	char *text = profile_text(rijen, columns, key, extra);

	use_profile(f, text);
	free(text);
}

/* The default profile with a piece of its text replaced. */
static void profile_with(struct fixture *f, const char *columns, const char *extra, const char *from, const char *to)
{
	char *text = profile_text("aantallen", columns, KEY, extra), *at = strstr(text, from), *all;

	assert_non_null(at);
	all = mem_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
	use_profile(f, all);
	free(all);
	free(text);
}

static void loads(struct fixture *f, const char *name, const char *text, const char *want)
{
	import_text(f, name, text);
	expect(f, IMPORT_GELADEN);
	figures_are(f, want);
}

/* ---- what rows become ---------------------------------------------------------------------- */

static void rows_that_differ_in_what_is_not_kept_are_added_with_their_bounds(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen", COLUMNS ",{\"naam\":\"school\",\"type\":\"tekst\",\"verplicht\":true}", "[\"wijk\",\"kwartaal\",\"school\"],",
		",\"optellen_over\":[\"school\"],\"waardecodes\":{\"<5\":{\"betekenis\":\"afgeschermd_bron\",\"interval\":[1,4]},"
		"\"*\":{\"betekenis\":\"afgeschermd_bron\"},\"?\":{\"betekenis\":\"onbekend\"},\"nvt\":{\"betekenis\":\"nvt\"}}");
	loads(f, "x.csv",
		"wijk;kwartaal;aantal;school\nDorp;2025-K1;10;a\nDorp;2025-K1;<5;b\nDorp;2025-K1;nvt;c\n"
		"Meerzicht;2025-K1;5;a\nMeerzicht;2025-K1;*;b\nDe Leyens;2025-K1;5;a\nDe Leyens;2025-K1;?;b\n",
		"WK063701 2025-K1 aantal [11,14] afgeschermd\n"
		"WK063705 2025-K1 aantal afgeschermd\n"
		"WK063707 2025-K1 aantal onbekend\n");
}

static void wide_columns_become_rows(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen", PROFILE_WIJK "," PROFILE_KWARTAAL, "[\"wijk\",\"kwartaal\",\"leeftijd\"],",
		",\"smelt\":{\"kolommen\":\"lft_*\",\"naar\":\"leeftijd\",\"maat\":\"leerlingen\",\"min\":0,\"max\":100,"
		"\"waarden\":{\"jong\":\"0-3\"}},\"negeer\":[\"LFT_totaal\"]");
	loads(f, "x.csv", "wijk;kwartaal;LFT_4;lft_jong;lft_totaal\nDorp;2025-K1;5;7;12\n",
		"WK063701 2025-K1 leeftijd=0-3 leerlingen 7\nWK063701 2025-K1 leeftijd=4 leerlingen 5\n");
	expect_refused(f, "x.csv", "wijk;kwartaal;lft_4;lft_5\nDorp;2025-K2;5;x\n", "getal", "'x' is geen aantal");
	assert_string_equal(find(f, "getal", "'x'")->column, "lft_5");
	expect_refused(f, "x.csv", "wijk;kwartaal;lft_4\nDorp;2025-K2;101\n", "getal", "hoogstens 100");
	expect_refused(f, "x.csv", "wijk;kwartaal;lft_4\nDorp;2025-K2;\n", "leeg", "de cel is leeg");
	expect_refused(f, "x.csv", "wijk;kwartaal;x\nDorp;2025-K2;1\n", "kop", "geen enkele kolom 'lft_*'");
	expect_refused(f, "x.csv", "wijk;kwartaal;lft_4;lft 4\nDorp;2025-K2;1;2\n", "kop", "in kolom C en in kolom D");
}

static void kenmerken_of_every_type_are_kept_as_text(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen",
		COLUMNS ",{\"naam\":\"soort\",\"type\":\"code\",\"verplicht\":true,\"codelijst\":{\"A\":\"a\",\"B\":\"b\"}}"
			",{\"naam\":\"niveau\",\"type\":\"geheel\",\"verplicht\":true,\"min\":1,\"max\":4}"
			",{\"naam\":\"nieuw\",\"type\":\"janee\",\"verplicht\":true,\"leeg_toegestaan\":true}"
			",{\"naam\":\"plek\",\"type\":\"tekst\",\"verplicht\":true}",
		"[\"wijk\",\"kwartaal\",\"soort\",\"niveau\",\"nieuw\",\"plek\"],", "");
	loads(f, "x.csv", "wijk;kwartaal;aantal;soort;niveau;nieuw;plek\nDorp;2025-K1;5;a;2;J;een|twee=3\nDorp;2025-K1;6;B;3;;x\n",
		"WK063701 2025-K1 nieuw=ja|niveau=2|plek=een\\|twee\\=3|soort=A aantal 5\nWK063701 2025-K1 niveau=3|plek=x|soort=B aantal 6\n");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;soort;niveau;nieuw;plek\nDorp;2025-K2;5;c;5;misschien;\n", "code", "codelijst");
	find(f, "janee", "is geen ja of nee");
	find(f, "getal", "hoogstens 4");
	find(f, "leeg", "de cel is leeg");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;soort;niveau;nieuw;plek\nDorp;2025-K2;5;A;1;ja;a\u200bb\n", "tekst", "U+200B");
}

static void decimals_are_kept_exactly(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen", PROFILE_WIJK "," PROFILE_KWARTAAL ",{\"naam\":\"dagen\",\"type\":\"getal\",\"verplicht\":true,\"decimalen\":2}", KEY, "");
	loads(f, "x.csv", "wijk;kwartaal;dagen\nDorp;2025-K1;12,50\nMeerzicht;2025-K1;3\n",
		"WK063701 2025-K1 dagen 125e-1\nWK063705 2025-K1 dagen 3\n");
}

static void a_column_that_is_not_there_makes_no_figure(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen", COLUMNS ",{\"naam\":\"extra\",\"type\":\"geheel\",\"verplicht\":false}", KEY,
		",\"controles\":[{\"id\":\"C1\",\"soort\":\"rij\",\"regel\":{\"kolom\":\"extra\",\"hoogstens\":\"aantal\"},\"ernst\":\"fout\"}]");
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\n", "WK063701 2025-K1 aantal 5\n");
}

static void only_wanted_rows_are_read_and_the_rest_is_counted(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen", COLUMNS ",{\"naam\":\"soort\",\"type\":\"tekst\",\"verplicht\":true}", KEY,
		",\"waar\":[{\"kolom\":\"soort\",\"is\":[\"goed\"]},{\"kolom\":\"aantal\",\"is_niet\":[\"99\"]}]");
	loads(f, "x.csv", "wijk;kwartaal;aantal;soort\nDorp;2025-K1;5;Goed\nonzin;ooit;x;slecht\nMeerzicht;2025-K1;99;goed\n",
		"WK063701 2025-K1 aantal 5\n");
	find(f, "waar", "2 rijen zijn overgeslagen");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;soort\nDorp;2025-K2;5;slecht\n", "leeg", "geen enkele rij gaat over Zoetermeer");
}

static void rows_of_other_gemeenten_are_skipped_where_the_profile_says_so(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen",
		"{\"naam\":\"regio\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":[\"gemeente\",\"wijk\"],\"buiten_overslaan\":true}," PROFILE_KWARTAAL
		"," PROFILE_AANTAL,
		"[\"regio\",\"kwartaal\"],", "");
	loads(f, "x.csv", "regio;kwartaal;aantal\n\"GM0637    \";2025-K1;5\nGM0363;2025-K1;x\nWK063705;2025-K1;3\nWK036300;2025-K1;4\n",
		"GM0637 2025-K1 aantal 5\nWK063705 2025-K1 aantal 3\n");
	find(f, "gebied", "2 rijen zijn overgeslagen: die gaan over andere gemeenten");
}

static void code_and_name_side_by_side_must_agree(void **state)
{
	struct fixture *f = *state;

	profile(f, "aantallen", COLUMNS ",{\"naam\":\"wijkcode\",\"type\":\"gebied\",\"verplicht\":false,\"niveau\":\"wijk\"}", KEY, "");
	loads(f, "x.csv", "wijk;kwartaal;aantal;wijkcode\nMeerzicht;2025-K1;5;WK063705\n", "WK063705 2025-K1 aantal 5\n");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;wijkcode\nMeerzicht;2025-K2;5;WK063701\n", "gebied",
		"hier staat Dorp, maar de rij gaat over Meerzicht");
}

/* ---- the file ------------------------------------------------------------------------------ */

static void a_footer_ends_the_data(void **state)
{
	struct fixture *f = *state;

	profile_with(f, COLUMNS, "", "\"kopregel\":1", "\"kopregel\":1,\"voet\":[\"Bron:\"]");
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\n\nBron: CBS\nen nog wat; losse; tekst; hier\n", "WK063701 2025-K1 aantal 5\n");
	assert_int_equal(find(f, "voet", "geen gegevens meer")->line, 4);
	/* person data under the footer is person data all the same */
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\nBron: x\n111222333\n", "persoonsgegevens", "burgerservicenummer");
}

static void a_header_over_two_lines_is_joined(void **state)
{
	struct fixture *f = *state;

	profile_with(f,
		"{\"naam\":\"wijk\",\"type\":\"gebied\",\"verplicht\":true,\"niveau\":\"wijk\"},{\"naam\":\"kwartaal\",\"type\":\"periode\",\"verplicht\":true},"
		"{\"naam\":\"Aantal/jongens\",\"type\":\"geheel\",\"verplicht\":true},{\"naam\":\"Aantal/meisjes\",\"type\":\"geheel\",\"verplicht\":true}",
		"", "\"kopregel\":1", "\"kopregel\":1,\"kopregels\":2");
	loads(f, "x.csv", "Wijk;Kwartaal;Aantal;\n;;jongens;meisjes\nDorp;2025-K1;5;6\n",
		"WK063701 2025-K1 Aantal/jongens 5\nWK063701 2025-K1 Aantal/meisjes 6\n");
	loads(f, "y.csv", "Tabel 1\n\n;;Aantal;Aantal\nWijk;Kwartaal;jongens;meisjes\nDorp;2025-K1;5;6\nMeerzicht;2025-K1;1;2\n",
		"WK063701 2025-K1 Aantal/jongens 5\nWK063701 2025-K1 Aantal/meisjes 6\n"
		"WK063705 2025-K1 Aantal/jongens 1\nWK063705 2025-K1 Aantal/meisjes 2\n");
}

static void comments_are_lines_only_where_the_profile_says_so(void **state)
{
	struct fixture *f = *state;

	profile_with(f, COLUMNS, "", "\"commentaarteken\":null", "\"commentaarteken\":\"#\"");
	loads(f, "x.csv", "wijk;kwartaal;aantal\n# toelichting\nDorp;2025-K1;5\n", "WK063701 2025-K1 aantal 5\n");
	profile(f, "aantallen", COLUMNS, KEY, "");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal\n# anders\nDorp;2025-K1;5\n", "rij", "gevonden 1 cellen, verwacht 3");
}

static void more_rows_than_the_profile_allows_are_refused(void **state)
{
	struct fixture *f = *state;

	profile_with(f, COLUMNS, "", "\"max_regels\":1000", "\"max_regels\":1");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\nMeerzicht;2025-K1;5\n", "grens", "meer dan 1 rijen");
}

static void code_page_850_is_read_where_the_profile_says_so(void **state)
{
	struct fixture *f = *state;
	const char *text = "wijk;kwartaal;aantal;plek\nDorp;2025-K1;5;caf\x82\n";

	profile_with(f, COLUMNS ",{\"naam\":\"plek\",\"type\":\"tekst\",\"verplicht\":true}", "", "\"windows-1252\"", "\"cp850\"");
	import_text(f, "x.csv", text);
	expect(f, IMPORT_GELADEN);
	assert_non_null(strstr(f->out.herkend, "code page 850"));
	import_text(f, "y.csv", "wijk;kwartaal;aantal;plek\nDorp;2025-K2;5;\x8d\n");
	expect(f, IMPORT_GELADEN);
	profile(f, "aantallen", COLUMNS ",{\"naam\":\"plek\",\"type\":\"tekst\",\"verplicht\":true}", KEY, "");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;plek\nDorp;2025-K3;5;\x8d\n", "codering", "een byte (0x8d)");
}

static void encodings_that_the_profile_does_not_name_are_refused(void **state)
{
	struct fixture *f = *state;

	profile_with(f, COLUMNS, "", "[\"utf-8\",\"windows-1252\"]", "[\"utf-8\"]");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;x\nDorp;2025-K1;5;\xe9\n", "codering", "geen UTF-8");
	profile_with(f, COLUMNS, "", "[\"utf-8\",\"windows-1252\"]", "[\"windows-1252\"]");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;x\nDorp;2025-K1;5;\u00e9\n", "codering", "het bestand is UTF-8");
	profile_with(f, COLUMNS, "", "\"bom_toegestaan\":true", "\"bom_toegestaan\":false");
	expect_refused(f, "x.csv", "\xef\xbb\xbfwijk;kwartaal;aantal\nDorp;2025-K1;5\n", "codering", "BOM");
}

/* ---- period and status --------------------------------------------------------------------- */

static void the_period_may_stand_in_the_name_alone(void **state)
{
	struct fixture *f = *state;

	profile_with(f, PROFILE_WIJK "," PROFILE_AANTAL ",{\"naam\":\"kwartaal\",\"type\":\"tekst\",\"verplicht\":false,\"leeg_toegestaan\":true}", "",
		"\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"datumvorm\":[\"kwartaal\"]",
		"\"uit\":\"bestandsnaam\",\"uit_bestandsnaam\":{\"patroon\":\"telling_{jjjj}K{k}.csv\"}");
	loads(f, "telling_2025K2.csv", "wijk;aantal\nDorp;5\n", "WK063701 2025-K2 aantal 5\n");
	expect_refused(f, "telling.csv", "wijk;aantal\nDorp;5\n", "bestandsnaam", "de periode staat alleen in de bestandsnaam");
	assert_non_null(strstr(find(f, "bestandsnaam", "alleen in")->advice, "telling_{jjjj}K{k}.csv"));
	/* nothing is said of a period that no one knows */
	for (size_t i = 0; i < f->out.bevindingen.count; i++)
		assert_string_not_equal(f->out.bevindingen.item[i].rule, "periode");
	assert_null(f->out.periode);
}

static void the_same_bytes_under_another_name_are_another_delivery(void **state)
{
	struct fixture *f = *state;

	profile_with(f, PROFILE_WIJK "," PROFILE_AANTAL ",{\"naam\":\"kwartaal\",\"type\":\"tekst\",\"verplicht\":false}",
		",\"status\":{\"uit\":\"bestandsnaam\",\"codes\":{\"V\":\"voorlopig\",\"D\":\"definitief\"},\"anders\":\"voorlopig\"}",
		"\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"datumvorm\":[\"kwartaal\"]",
		"\"uit\":\"bestandsnaam\",\"uit_bestandsnaam\":{\"patroon\":\"telling_{jjjj}K{k}_{status}.csv\"}");
	loads(f, "telling_2025K2_V.csv", "wijk;aantal\nDorp;5\n", "WK063701 2025-K2 aantal 5\n");
	loads(f, "telling_2025K3_V.csv", "wijk;aantal\nDorp;5\n", "WK063701 2025-K2 aantal 5\nWK063701 2025-K3 aantal 5\n");
	import_text(f, "telling_2025K2_V.csv", "wijk;aantal\nDorp;5\n");
	expect(f, IMPORT_AL_GELADEN);
	assert_int_equal(f->out.levering, 1);
	import_text(f, "telling_2025K2_D.csv", "wijk;aantal\nDorp;5\n");
	expect(f, IMPORT_GELADEN);
}

static void the_period_may_be_fixed(void **state)
{
	struct fixture *f = *state;

	profile_with(f, PROFILE_WIJK "," PROFILE_AANTAL ",{\"naam\":\"kwartaal\",\"type\":\"tekst\",\"verplicht\":false}", "",
		"\"uit\":\"kolom\",\"kolom\":\"kwartaal\",\"datumvorm\":[\"kwartaal\"]", "\"uit\":\"vast\",\"vast\":\"2024-K4\"");
	loads(f, "x.csv", "wijk;aantal\nRokkeveen;5\n", "WK063705 2024-K4 aantal 5\n");
}

static void status_comes_from_name_or_column(void **state)
{
	struct fixture *f = *state;
	struct levering l = {0};
	struct err err = ERR_INIT;

	profile(f, "aantallen", COLUMNS ",{\"naam\":\"status\",\"type\":\"tekst\",\"verplicht\":true}", KEY,
		",\"status\":{\"uit\":\"kolom\",\"kolom\":\"status\",\"codes\":{\"v\":\"voorlopig\",\"d\":\"definitief\"},\"anders\":\"voorlopig\"}");
	import_text(f, "x.csv", "wijk;kwartaal;aantal;status\nDorp;2025-K1;5;D\n");
	expect(f, IMPORT_GELADEN);
	assert_int_equal(levering_store_get(f->store, f->out.levering, &l, &err), 1);
	assert_int_equal(l.status, LEVERING_DEFINITIEF);
	levering_release(&l);
	/* the same figures, but now provisional: a new delivery, with a warning */
	import_text(f, "x.csv", "wijk;kwartaal;aantal;status\nDorp;2025-K1;5;V\n");
	expect(f, IMPORT_GELADEN);
	find(f, "status", "1 cijfer is al definitief; deze levering is voorlopig");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal;status\nDorp;2025-K2;5;V\nMeerzicht;2025-K2;5;D\n", "status", "door elkaar");
	import_text(f, "x.csv", "wijk;kwartaal;aantal;status\nDorp;2025-K3;5;zeker\n");
	find(f, "status", "'zeker' is geen bekende status");
}

static void a_period_before_the_profile_is_valid_is_said(void **state)
{
	struct fixture *f = *state;

	profile_with(f, COLUMNS, "", "2000-01-01", "2025-01-01");
	import_text(f, "x.csv", "wijk;kwartaal;aantal\nRokkeveen;2024-K1;5\n");
	expect(f, IMPORT_GELADEN);
	find(f, "periode", "1e kwartaal 2024 ligt voor de dag vanaf wanneer dit profiel geldt (1 januari 2025)");
}

static void plans_may_lie_in_the_future(void **state)
{
	struct fixture *f = *state;

	expect_refused(f, "x.csv", "", "leeg", "leeg");
	profile(f, "aantallen", COLUMNS, KEY, "");
	expect_refused(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2027-K1;5\n", "periode", "ligt in de toekomst");
	profile_with(f, COLUMNS, "", "\"uit\":\"kolom\"", "\"toekomst_toegestaan\":true,\"uit\":\"kolom\"");
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2027-K1;5\n", "WK063701 2027-K1 aantal 5\n");
}

/* ---- deliveries ---------------------------------------------------------------------------- */

static void a_whole_delivery_takes_away_what_is_not_in_it(void **state)
{
	struct fixture *f = *state;

	profile_with(f, COLUMNS, "", "zelfde_sleutel_nieuwe_levering", "hele_levering");
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\nMeerzicht;2025-K1;6\n",
		"WK063701 2025-K1 aantal 5\nWK063705 2025-K1 aantal 6\n");
	import_text(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\n");
	expect(f, IMPORT_VRAAGT_VERVANG);
	assert_int_equal(f->out.verschil.verdwenen, 1);
	f->opt.vervang = true;
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\n", "WK063701 2025-K1 aantal 5\n");
}

static void after_a_withdrawal_the_older_figures_are_compared_with(void **state)
{
	struct fixture *f = *state;
	struct err err = ERR_INIT;

	profile(f, "aantallen", COLUMNS, KEY, "");
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;5\n", "WK063701 2025-K1 aantal 5\n");
	f->opt.vervang = true;
	loads(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;6\n", "WK063701 2025-K1 aantal 6\n");
	assert_ok(levering_store_withdraw(f->store, 2, "2026-07-21T10:00:00", "test", &err));
	f->ctx.nu = "2026-07-22T09:30:00";
	f->opt.vervang = false;
	import_text(f, "x.csv", "wijk;kwartaal;aantal\nDorp;2025-K1;6\n");
	expect(f, IMPORT_VRAAGT_VERVANG);
	assert_int_equal(f->out.verschil.gewijzigd, 1);
	import_text(f, "y.csv", "wijk;kwartaal;aantal\n\nDorp;2025-K1;5\n");
	expect(f, IMPORT_AL_GELADEN);
	assert_int_equal(f->out.levering, 1);
}

/* ---- lists of children --------------------------------------------------------------------- */

static const char child_columns[] = PROFILE_WIJK "," PROFILE_KWARTAAL
	",{\"naam\":\"nummer\",\"type\":\"tekst\",\"verplicht\":true},{\"naam\":\"groep\",\"type\":\"code\",\"verplicht\":true,"
	"\"codelijst\":{\"a\":\"a\",\"b\":\"b\"}},{\"naam\":\"opvang\",\"type\":\"janee\",\"verplicht\":true,\"leeg_toegestaan\":true}"
	",{\"naam\":\"uren\",\"type\":\"geheel\",\"verplicht\":false,"
	"\"waardecodes\":{\"\":{\"betekenis\":\"nvt\"}}}";
static const char child_extra[] = ",\"kenmerken\":[\"groep\"],\"tel\":[{\"maat\":\"kinderen\"},"
	"{\"maat\":\"in_opvang\",\"waar\":[{\"kolom\":\"opvang\",\"is\":[\"ja\"]}]},"
	"{\"maat\":\"zonder\",\"waar\":[{\"kolom\":\"opvang\",\"is_niet\":[\"ja\"]}]},"
	"{\"maat\":\"veertig\",\"waar\":[{\"kolom\":\"uren\",\"is\":[\"40\"]}]}]";
#define CHILD_HEAD "wijk;kwartaal;nummer;groep;opvang;uren\n"

/* "a kinderen 2, ..." without the parts that every line of these tests shares. */
static void children_are(struct fixture *f, const char *name, const char *rows, const char *want)
{
	char *text = mem_printf(CHILD_HEAD "%s", rows), *got, *to;

	import_text(f, name, text);
	expect(f, IMPORT_GELADEN);
	got = figures(f, "proef");
	to = got;
	for (const char *line = got; *line; line = strchr(line, '\n') + 1) {
		/* zeros say that there were rows and none of them counted */
		const char *end = strchr(line, '\n');

		if (end[-1] != '0' || end[-2] != ' ') {
			memmove(to, line, (size_t)(end - line) + 1);
			to += end - line + 1;
		}
	}
	*to = '\0';
	assert_string_equal(got, want);
	free(got);
	free(text);
}

static void children_are_counted_once_and_not_kept(void **state)
{
	struct fixture *f = *state;
	char *all;

	profile(f, "personen", child_columns, "[\"nummer\",\"kwartaal\"],", child_extra);
	children_are(f, "x.csv",
		"Dorp;2025-K1;Qk17;a;ja;40\nDorp;2025-K1;Qk18;a;nee;16\nDorp;2025-K1;Qk17;a;ja;40\nDorp;2025-K1;Qk19;b;;\n",
		"WK063701 2025-K1 groep=a in_opvang 1\nWK063701 2025-K1 groep=a kinderen 2\nWK063701 2025-K1 groep=a veertig 1\n"
		"WK063701 2025-K1 groep=a zonder 1\nWK063701 2025-K1 groep=b kinderen 1\nWK063701 2025-K1 groep=b zonder 1\n");
	find(f, "dubbel", "1 keer stond een kind er nog een keer in");
	all = dump(f);
	assert_null(strstr(all, "Qk1"));
	free(all);
}

static void one_child_in_two_places_is_refused_without_its_key(void **state)
{
	struct fixture *f = *state;

	profile(f, "personen", child_columns, "[\"nummer\",\"kwartaal\"],", child_extra);
	expect_refused(f, "x.csv", CHILD_HEAD "Dorp;2025-K1;Qk17;a;ja;\nMeerzicht;2025-K1;Qk17;a;ja;\n", "dubbel",
		"dit kind staat ook op regel 2, met een ander gebied of kenmerk");
	for (size_t i = 0; i < f->out.bevindingen.count; i++)
		assert_null(strstr(f->out.bevindingen.item[i].text, "Qk17"));
	/* the same child in another quarter is another row of the list */
	children_are(f, "x.csv", "Dorp;2025-K1;Qk17;a;ja;\nMeerzicht;2025-K2;Qk17;a;nee;\n",
		"WK063701 2025-K1 groep=a in_opvang 1\nWK063701 2025-K1 groep=a kinderen 1\nWK063705 2025-K2 groep=a kinderen 1\n"
		"WK063705 2025-K2 groep=a zonder 1\n");
}

static void a_child_of_which_one_row_says_more_counts_in_both(void **state)
{
	struct fixture *f = *state;

	profile(f, "personen", child_columns, "[\"nummer\",\"kwartaal\"],", child_extra);
	children_are(f, "x.csv", "Dorp;2025-K1;Qk17;a;ja;16\nDorp;2025-K1;Qk17;a;ja;40\n",
		"WK063701 2025-K1 groep=a in_opvang 1\nWK063701 2025-K1 groep=a kinderen 1\nWK063701 2025-K1 groep=a veertig 1\n");
}

static void a_list_without_keys_counts_rows(void **state)
{
	struct fixture *f = *state;

	profile(f, "personen", PROFILE_WIJK "," PROFILE_KWARTAAL, NULL, ",\"tel\":[{\"maat\":\"kinderen\"}]");
	loads(f, "x.csv", "wijk;kwartaal\nDorp;2025-K1\nDorp;2025-K1\nMeerzicht;2025-K1\n",
		"WK063701 2025-K1 kinderen 2\nWK063705 2025-K1 kinderen 1\n");
}

static void an_empty_key_of_a_child_is_refused(void **state)
{
	struct fixture *f = *state;

	profile(f, "personen", child_columns, "[\"nummer\",\"kwartaal\"],", child_extra);
	expect_refused(f, "x.csv", CHILD_HEAD "Dorp;2025-K1;;a;ja;\n", "leeg", "de cel is leeg");
}

#define T(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(rows_that_differ_in_what_is_not_kept_are_added_with_their_bounds),
		T(wide_columns_become_rows),
		T(kenmerken_of_every_type_are_kept_as_text),
		T(decimals_are_kept_exactly),
		T(a_column_that_is_not_there_makes_no_figure),
		T(only_wanted_rows_are_read_and_the_rest_is_counted),
		T(rows_of_other_gemeenten_are_skipped_where_the_profile_says_so),
		T(code_and_name_side_by_side_must_agree),
		T(a_footer_ends_the_data),
		T(a_header_over_two_lines_is_joined),
		T(comments_are_lines_only_where_the_profile_says_so),
		T(more_rows_than_the_profile_allows_are_refused),
		T(code_page_850_is_read_where_the_profile_says_so),
		T(encodings_that_the_profile_does_not_name_are_refused),
		T(the_period_may_stand_in_the_name_alone),
		T(the_same_bytes_under_another_name_are_another_delivery),
		T(the_period_may_be_fixed),
		T(status_comes_from_name_or_column),
		T(a_period_before_the_profile_is_valid_is_said),
		T(plans_may_lie_in_the_future),
		T(a_whole_delivery_takes_away_what_is_not_in_it),
		T(after_a_withdrawal_the_older_figures_are_compared_with),
		T(children_are_counted_once_and_not_kept),
		T(one_child_in_two_places_is_refused_without_its_key),
		T(a_child_of_which_one_row_says_more_counts_in_both),
		T(a_list_without_keys_counts_rows),
		T(an_empty_key_of_a_child_is_refused),
	};

	return RUN_TESTS(tests);
}
