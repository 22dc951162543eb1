/* The decision order of calculation.md E.6 as a table: each row names its step, and each boundary has a row just
 * below it, on it and just above it. What is not a boundary (the vectors of E.1, E.2 and E.4, the reference table of
 * tails, a maximum as the mirror of a minimum) stands in test_indicator_judge.c. Where a boundary is not decided in
 * judge.c:
 *   k, k_gevoelig, n_min_procent, zero rule      test_publish_disclosure.c, test_publish_openbaar.c
 *   first and last day of a norm                 test_def_norm.c: a_norm_holds_from_its_first_to_its_last_day
 *   first day of a definition, day of a break    test_indicator_compute.c, test_indicator_value.c
 *   rounding that may not reach the norm (80/87) test_publish_rounding.c */
#include "test.h"

#include "indicator/judge.h"

/* Steps of the order; the text is printed when a row fails. */
#define STAP1 "1 gegevens"
#define STAP2 "2 afgeschermd"
#define STAP3 "3 geen doelgroep"
#define STAP3B "3b onvolledig"
#define STAP4 "4 geen norm"
#define STAP5A "5a niet te bepalen"
#define STAP5B "5b te weinig"
#define STAP5C "5c gehaald"
#define STAP5D "5d afwijking"
#define STAP5E "5e zekerheid"
#define STAP5F "5f bijna"

#define VAN(x, n) RANGE(x, x, n, n)
#define RANGE(x1, x2, n1, n2)                                                                                          \
	.teller = {true, x1, x2, 0}, .noemer = {true, n1, n2, 0}, .subset = true, .niveau = 0.95, .n_min = 12
/* Events beside n: no part of it, and no minimum of n. */
#define NAAST(x, n) .teller = {true, x, x, 0}, .noemer = {true, n, n, 0}, .niveau = 0.95
#define EXACT .model = JUDGE_BINOMIAL
#define MIN92 .heeft_norm = true, .norm = {NORM_MINIMUM, {92, 100}, {0, 0}, false, false, {0, 0}, {0, 0}}
#define MAX5 .heeft_norm = true, .norm = {NORM_MAXIMUM, {5, 100}, {0, 0}, false, false, {0, 0}, {0, 0}}
#define BAND .heeft_norm = true, .norm = {NORM_BAND, {40, 100}, {60, 100}, false, false, {0, 0}, {0, 0}}
#define NORM(soort, num, den) .heeft_norm = true, .norm = {soort, {num, den}, {num, den}, false, false, {0, 0}, {0, 0}}
#define BIJNA(soort, grens, bijna)                                                                                     \
	.heeft_norm = true, .norm = {soort, {grens, 100}, {60, 100}, true, false, {bijna, 100}, {0, 0}}
#define AFWIJKING(soort, grens, tot)                                                                                   \
	.heeft_norm = true, .norm = {soort, {grens, 100}, {60, 100}, true, true, {tot, 100}, {tot, 100}}

static const struct {
	const char *stap, *rij;
	struct judge_case c;
	enum status status;
	enum feit feit;
	enum zekerheid zekerheid;
	int64_t tekort, tot; /* -1: none is known */
} TABEL[] = {
	/* the five reasons, each before everything that follows it */
	{STAP1, "niet geleverd gaat voor alles", {.gegevens = GEGEVENS_NIET_GELEVERD, VAN(0, 0), MIN92},
		STATUS_NIET_GELEVERD, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},
	{STAP1, "onbekend", {.gegevens = GEGEVENS_ONBEKEND, VAN(0, 0), MIN92}, STATUS_ONBEKEND, FEIT_GEEN,
		ZEKERHEID_GEEN, -1, -1},
	{STAP1, "niet van toepassing", {.gegevens = GEGEVENS_NVT, VAN(0, 0), MIN92}, STATUS_NVT, FEIT_GEEN,
		ZEKERHEID_GEEN, -1, -1},
	{STAP2, "afgeschermd door de bron, zonder grenzen", {.gegevens = GEGEVENS_AFGESCHERMD, VAN(0, 0), MIN92},
		STATUS_AFGESCHERMD_BRON, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},
	{STAP1, "fout van de levering", {.gegevens = GEGEVENS_FOUT, VAN(0, 0), MIN92}, STATUS_FOUT, FEIT_GEEN,
		ZEKERHEID_GEEN, -1, -1},

	/* teller against noemer */
	{STAP5C, "teller een onder de noemer", {VAN(99, 100), EXACT, MIN92}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD,
		ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5C, "teller gelijk aan de noemer", {VAN(100, 100), EXACT, MIN92}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD,
		ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP1, "teller een boven de noemer", {VAN(101, 100), EXACT, MIN92}, STATUS_FOUT, FEIT_GEEN, ZEKERHEID_GEEN,
		-1, -1},
	{STAP5C, "mag wel waar de teller geen deel van de noemer is", {NAAST(101, 100), EXACT, MIN92}, STATUS_GEHAALD,
		FEIT_GEHAALD, ZEKERHEID_GEEN, 0, 0},
	{STAP5C, "en is ook dan geen fout zonder noemer",
		{.teller = {true, 92, 92, 0}, .subset = true, .niveau = 0.95, NORM(NORM_MINIMUM, 92, 1)}, STATUS_GEHAALD,
		FEIT_GEHAALD, ZEKERHEID_GEEN, 0, 0},
	{STAP5E, "teller met een decimaal, net niet te groot",
		{.teller = {true, 1000, 1000, 1}, .noemer = {true, 100, 100, 0}, .subset = true, .niveau = 0.95, MIN92},
		STATUS_GEHAALD, FEIT_GEHAALD, ZEKERHEID_GEEN, -1, -1},
	{STAP1, "teller met een decimaal, net te groot",
		{.teller = {true, 1001, 1001, 1}, .noemer = {true, 100, 100, 0}, .subset = true, .niveau = 0.95, MIN92},
		STATUS_FOUT, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},

	/* n = 0 */
	{STAP3, "niemand van niemand", {VAN(0, 0), EXACT, MIN92}, STATUS_GEEN_DOELGROEP, FEIT_GEEN, ZEKERHEID_GEEN, -1,
		-1},
	{STAP1, "een van niemand", {VAN(1, 0), EXACT, MIN92}, STATUS_FOUT, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},
	{STAP5B, "een van een", {VAN(1, 1), EXACT, MIN92}, STATUS_TE_WEINIG, FEIT_GEHAALD, ZEKERHEID_TE_WEINIG, 0, 0},
	{STAP5A, "de noemer kan 0 zijn", {RANGE(0, 0, 0, 4), EXACT, MIN92}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
	{STAP3, "gaat voor onvolledig en voor geen norm", {VAN(0, 0), EXACT, .onvolledig = true}, STATUS_GEEN_DOELGROEP,
		FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},
	{STAP3, "de rekenaar weet het al", {VAN(5, 100), EXACT, .geen_doelgroep = true, MIN92}, STATUS_GEEN_DOELGROEP,
		FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},

	/* a part is missing; no judgement; no norm */
	{STAP3B, "er ontbreekt een wijk", {VAN(50, 100), EXACT, .onvolledig = true, .geen_oordeel = true, MIN92},
		STATUS_ONVOLLEDIG, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},
	{STAP4, "geen oordeel, ook als er een norm is", {VAN(50, 100), EXACT, .geen_oordeel = true, MIN92},
		STATUS_GEEN_OORDEEL, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},
	{STAP4, "geen norm afgesproken", {VAN(50, 100), EXACT}, STATUS_GEEN_NORM, FEIT_GEEN, ZEKERHEID_GEEN, -1, -1},

	/* a minimum: one child, and one of ten million */
	{STAP5C, "een onder het minimum", {VAN(91, 100), EXACT, MIN92}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 1, 1},
	{STAP5C, "op het minimum", {VAN(92, 100), EXACT, MIN92}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL,
		0, 0},
	{STAP5C, "een boven het minimum", {VAN(93, 100), EXACT, MIN92}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD,
		ZEKERHEID_TOEVAL, 0, 0},
	{STAP5C, "een van tien miljoen te weinig", {VAN(9199999, 10000000), MIN92}, STATUS_NIET_GEHAALD,
		FEIT_NIET_GEHAALD, ZEKERHEID_GEEN, 1, 1},
	{STAP5C, "tien miljoen, precies op het minimum", {VAN(9200000, 10000000), MIN92}, STATUS_GEHAALD, FEIT_GEHAALD,
		ZEKERHEID_GEEN, 0, 0},
	{STAP5C, "80 van 87 is niet 92,0%", {VAN(80, 87), EXACT, MIN92}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 1, 1},

	/* a maximum */
	{STAP5C, "een onder het maximum", {VAN(4, 100), EXACT, MAX5}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD,
		ZEKERHEID_TOEVAL, 0, 0},
	{STAP5C, "op het maximum", {VAN(5, 100), EXACT, MAX5}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0,
		0},
	{STAP5C, "een boven het maximum", {VAN(6, 100), EXACT, MAX5}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 1, 1},

	/* a band */
	{STAP5C, "een onder de band", {VAN(39, 100), EXACT, BAND}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 1, 1},
	{STAP5C, "op de onderkant", {VAN(40, 100), EXACT, BAND}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL,
		0, 0},
	{STAP5C, "een in de band", {VAN(41, 100), EXACT, BAND}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL,
		0, 0},
	{STAP5C, "een onder de bovenkant", {VAN(59, 100), EXACT, BAND}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD,
		ZEKERHEID_TOEVAL, 0, 0},
	{STAP5C, "op de bovenkant", {VAN(60, 100), EXACT, BAND}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL,
		0, 0},
	{STAP5C, "een boven de band", {VAN(61, 100), EXACT, BAND}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 1, 1},

	/* n_min */
	{STAP5B, "een onder n_min: het feit blijft", {VAN(11, 11), EXACT, MIN92}, STATUS_TE_WEINIG, FEIT_GEHAALD,
		ZEKERHEID_TE_WEINIG, 0, 0},
	{STAP5B, "een onder n_min, niet gehaald", {VAN(0, 11), EXACT, MIN92}, STATUS_TE_WEINIG, FEIT_NIET_GEHAALD,
		ZEKERHEID_TE_WEINIG, 11, 11},
	{STAP5B, "op n_min", {VAN(12, 12), EXACT, MIN92}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5B, "een boven n_min", {VAN(13, 13), EXACT, MIN92}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL,
		0, 0},
	{STAP5B, "het kleinste dat de noemer kan zijn telt", {RANGE(12, 12, 11, 13), EXACT, MIN92},
		STATUS_TE_WEINIG, FEIT_GEHAALD, ZEKERHEID_TE_WEINIG, 0, 0},
	{STAP5B, "11,9 is minder dan 12",
		{.teller = {true, 11, 11, 0}, .noemer = {true, 119, 119, 1}, .n_min = 12, .niveau = 0.95, MIN92},
		STATUS_TE_WEINIG, FEIT_GEHAALD, ZEKERHEID_TE_WEINIG, -1, -1},
	{STAP5B, "12,0 niet", {.teller = {true, 12, 12, 0}, .noemer = {true, 120, 120, 1}, .n_min = 12, .niveau = 0.95,
		MIN92}, STATUS_GEHAALD, FEIT_GEHAALD, ZEKERHEID_GEEN, -1, -1},
	{STAP5B, "de rekenaar weet het al", {VAN(92, 100), EXACT, .te_weinig = true, MIN92}, STATUS_TE_WEINIG,
		FEIT_GEHAALD, ZEKERHEID_TE_WEINIG, 0, 0},

	/* alpha: 2,5% in each tail, and 0,1% at level 0.998 */
	{STAP5E, "laatste dat zeker onder is", {VAN(85, 100), EXACT, MIN92}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD,
		ZEKERHEID_ZEKER_FOUT, 7, 7},
	{STAP5E, "eerste dat toeval kan zijn", {VAN(86, 100), EXACT, MIN92}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 6, 6},
	{STAP5E, "laatste gehaald dat toeval kan zijn", {VAN(97, 100), EXACT, MIN92}, STATUS_GEHAALD_TOEVAL,
		FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5E, "eerste dat zeker boven is", {VAN(98, 100), EXACT, MIN92}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD,
		ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5E, "de staart is 2,4%", {.teller = {true, 1, 1, 0}, .noemer = {true, 1, 1, 0}, .subset = true,
		.niveau = 0.95, EXACT, NORM(NORM_MAXIMUM, 24, 1000)}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD,
		ZEKERHEID_ZEKER_FOUT, 1, 1},
	{STAP5E, "de staart is precies 2,5%: zeker", {.teller = {true, 1, 1, 0}, .noemer = {true, 1, 1, 0},
		.subset = true, .niveau = 0.95, EXACT, NORM(NORM_MAXIMUM, 25, 1000)}, STATUS_DUIDELIJK_ONDER,
		FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 1, 1},
	{STAP5E, "de staart is 2,6%", {.teller = {true, 1, 1, 0}, .noemer = {true, 1, 1, 0}, .subset = true,
		.niveau = 0.95, EXACT, NORM(NORM_MAXIMUM, 26, 1000)}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 1, 1},
	{STAP5E, "99,8%: laatste dat zeker onder is", {.teller = {true, 82, 82, 0}, .noemer = {true, 100, 100, 0},
		.subset = true, .niveau = 0.998, EXACT, MIN92}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD,
		ZEKERHEID_ZEKER_FOUT, 10, 10},
	{STAP5E, "99,8%: eerste dat toeval kan zijn", {.teller = {true, 83, 83, 0}, .noemer = {true, 100, 100, 0},
		.subset = true, .niveau = 0.998, EXACT, MIN92}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 9, 9},
	{STAP5E, "maximum: zeker eronder", {VAN(0, 100), EXACT, MAX5}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD,
		ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5E, "maximum: net niet zeker eronder", {VAN(1, 100), EXACT, MAX5}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD,
		ZEKERHEID_TOEVAL, 0, 0},
	{STAP5E, "maximum: net niet zeker erboven", {VAN(10, 100), EXACT, MAX5}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 5, 5},
	{STAP5E, "maximum: zeker erboven", {VAN(11, 100), EXACT, MAX5}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD,
		ZEKERHEID_ZEKER_FOUT, 6, 6},
	{STAP5E, "band: zeker onder de onderkant", {VAN(140, 400), EXACT, BAND}, STATUS_DUIDELIJK_ONDER,
		FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 20, 20},
	{STAP5E, "band: net niet zeker eronder", {VAN(141, 400), EXACT, BAND}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 19, 19},
	{STAP5E, "band: net niet zeker erin", {VAN(179, 400), EXACT, BAND}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD,
		ZEKERHEID_TOEVAL, 0, 0},
	{STAP5E, "band: zeker erin", {VAN(180, 400), EXACT, BAND}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD,
		ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5E, "band: nog zeker erin", {VAN(220, 400), EXACT, BAND}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD,
		ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5E, "band: niet meer zeker erin", {VAN(221, 400), EXACT, BAND}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD,
		ZEKERHEID_TOEVAL, 0, 0},
	{STAP5E, "band: net niet zeker erboven", {VAN(259, 400), EXACT, BAND}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 19, 19},
	{STAP5E, "band: zeker erboven", {VAN(260, 400), EXACT, BAND}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD,
		ZEKERHEID_ZEKER_FOUT, 20, 20},
	{STAP5E, "wilson: laatste dat zeker onder is", {VAN(86, 100), .model = JUDGE_WILSON, MIN92},
		STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 6, 6},
	{STAP5E, "wilson: eerste dat toeval kan zijn", {VAN(87, 100), .model = JUDGE_WILSON, MIN92},
		STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 5, 5},
	{STAP5E, "poisson, 10 verwacht: zeker eronder", {NAAST(3, 1000), .model = JUDGE_POISSON,
		NORM(NORM_MAXIMUM, 10, 1000)}, STATUS_GEHAALD_ZEKER, FEIT_GEHAALD, ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5E, "poisson, 10 verwacht: net niet", {NAAST(4, 1000), .model = JUDGE_POISSON,
		NORM(NORM_MAXIMUM, 10, 1000)}, STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5E, "poisson, 10 verwacht: net niet erboven", {NAAST(17, 1000), .model = JUDGE_POISSON,
		NORM(NORM_MAXIMUM, 10, 1000)}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 7, 7},
	{STAP5E, "poisson, 10 verwacht: zeker erboven", {NAAST(18, 1000), .model = JUDGE_POISSON,
		NORM(NORM_MAXIMUM, 10, 1000)}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 8, 8},
	{STAP5E, "poisson, niets geteld", {NAAST(0, 1000), .model = JUDGE_POISSON, NORM(NORM_MAXIMUM, 10, 1000)},
		STATUS_GEHAALD_ZEKER, FEIT_GEHAALD, ZEKERHEID_ZEKER_GOED, 0, 0},
	{STAP5E, "poisson, meer gebeurtenissen dan kinderen", {NAAST(30, 10), .model = JUDGE_POISSON,
		NORM(NORM_MAXIMUM, 1, 1)}, STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 20, 20},
	{STAP5E, "zonder methode blijft alleen het feit", {VAN(50, 100), MIN92}, STATUS_NIET_GEHAALD, FEIT_NIET_GEHAALD,
		ZEKERHEID_GEEN, 42, 42},
	{STAP5E, "meer dan iedereen vragen: zeker niet gehaald", {VAN(100, 100), EXACT, NORM(NORM_MINIMUM, 11, 10)},
		STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 10, 10},

	/* bijna_norm */
	{STAP5F, "een onder bijna", {VAN(89, 100), EXACT, BIJNA(NORM_MINIMUM, 92, 90)}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 3, 3},
	{STAP5F, "op bijna", {VAN(90, 100), EXACT, BIJNA(NORM_MINIMUM, 92, 90)}, STATUS_NET_ONDER, FEIT_NIET_GEHAALD,
		ZEKERHEID_TOEVAL, 2, 2},
	{STAP5F, "een boven bijna", {VAN(91, 100), EXACT, BIJNA(NORM_MINIMUM, 92, 90)}, STATUS_NET_ONDER,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 1, 1},
	{STAP5F, "op de norm zelf: gehaald", {VAN(92, 100), EXACT, BIJNA(NORM_MINIMUM, 92, 90)}, STATUS_GEHAALD_TOEVAL,
		FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5F, "zeker onder gaat voor bijna", {VAN(9050, 10000), EXACT, BIJNA(NORM_MINIMUM, 92, 90)},
		STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 150, 150},
	{STAP5F, "zonder methode is er geen bijna", {VAN(91, 100), BIJNA(NORM_MINIMUM, 92, 90)}, STATUS_NIET_GEHAALD,
		FEIT_NIET_GEHAALD, ZEKERHEID_GEEN, 1, 1},
	{STAP5F, "maximum: op bijna", {VAN(7, 100), EXACT, BIJNA(NORM_MAXIMUM, 5, 7)}, STATUS_NET_ONDER,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 2, 2},
	{STAP5F, "maximum: een boven bijna", {VAN(8, 100), EXACT, BIJNA(NORM_MAXIMUM, 5, 7)},
		STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 3, 3},
	{STAP5F, "band: een onder bijna", {VAN(37, 100), EXACT, BIJNA(NORM_BAND, 40, 38)}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 3, 3},
	{STAP5F, "band: op bijna", {VAN(38, 100), EXACT, BIJNA(NORM_BAND, 40, 38)}, STATUS_NET_ONDER,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 2, 2},
	{STAP5F, "band: boven de bovenkant is geen bijna", {VAN(61, 100), EXACT, BIJNA(NORM_BAND, 40, 38)},
		STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 1, 1},
	{STAP5F, "het slechtste einde van een bereik telt", {RANGE(89, 91, 100, 100), EXACT,
		BIJNA(NORM_MINIMUM, 92, 90)}, STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 1, 3},

	/* an accepted deviation */
	{STAP5D, "een onder de afwijking", {VAN(79, 100), EXACT, AFWIJKING(NORM_MINIMUM, 92, 80)},
		STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 13, 13},
	{STAP5D, "op de afwijking, ook als het zeker is", {VAN(80, 100), EXACT, AFWIJKING(NORM_MINIMUM, 92, 80)},
		STATUS_AFWIJKING, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 12, 12},
	{STAP5D, "boven de afwijking: gaat voor bijna", {VAN(91, 100), EXACT, AFWIJKING(NORM_MINIMUM, 92, 80)},
		STATUS_AFWIJKING, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 1, 1},
	{STAP5D, "de norm zelf gehaald", {VAN(92, 100), EXACT, AFWIJKING(NORM_MINIMUM, 92, 80)}, STATUS_GEHAALD_TOEVAL,
		FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5D, "te weinig gaat voor de afwijking", {VAN(9, 11), EXACT, AFWIJKING(NORM_MINIMUM, 92, 80)},
		STATUS_TE_WEINIG, FEIT_NIET_GEHAALD, ZEKERHEID_TE_WEINIG, 2, 2},
	{STAP5D, "maximum: op de afwijking", {VAN(9, 100), EXACT, AFWIJKING(NORM_MAXIMUM, 5, 9)}, STATUS_AFWIJKING,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 4, 4},
	{STAP5D, "maximum: een boven de afwijking", {VAN(10, 100), EXACT, AFWIJKING(NORM_MAXIMUM, 5, 9)},
		STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 5, 5},
	{STAP5D, "band: op de afwijking", {VAN(30, 100), EXACT, AFWIJKING(NORM_BAND, 40, 30)}, STATUS_AFWIJKING,
		FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 10, 10},
	{STAP5D, "band: boven de bovenkant niet", {VAN(70, 100), EXACT, AFWIJKING(NORM_BAND, 40, 30)},
		STATUS_DUIDELIJK_ONDER, FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 10, 10},

	/* ranges: judged only when the whole of it lies on one side */
	{STAP5A, "een einde onder, een erboven", {RANGE(91, 92, 100, 100), EXACT, MIN92}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, 0, 1},
	{STAP5A, "allebei erop of erboven", {RANGE(92, 93, 100, 100), EXACT, MIN92}, STATUS_GEHAALD_TOEVAL,
		FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5A, "allebei eronder", {RANGE(90, 91, 100, 100), EXACT, MIN92}, STATUS_NIET_GEHAALD_TOEVAL,
		FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 1, 2},
	{STAP5A, "het bereik zit in de noemer, net gehaald", {RANGE(92, 92, 99, 100), EXACT, MIN92},
		STATUS_GEHAALD_TOEVAL, FEIT_GEHAALD, ZEKERHEID_TOEVAL, 0, 0},
	{STAP5A, "het bereik zit in de noemer, niet te bepalen", {RANGE(92, 92, 100, 101), EXACT, MIN92},
		STATUS_NIET_TE_BEPALEN, FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, 0, 1},
	{STAP5A, "over de hele band heen", {RANGE(39, 61, 100, 100), EXACT, BAND}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, 0, 1},
	{STAP5E, "een einde zeker, het andere niet", {RANGE(85, 86, 100, 100), EXACT, MIN92},
		STATUS_NIET_GEHAALD_TOEVAL, FEIT_NIET_GEHAALD, ZEKERHEID_TOEVAL, 6, 7},
	{STAP5E, "allebei de einden zeker", {RANGE(84, 85, 100, 100), EXACT, MIN92}, STATUS_DUIDELIJK_ONDER,
		FEIT_NIET_GEHAALD, ZEKERHEID_ZEKER_FOUT, 7, 8},
	{STAP5A, "een deel is nooit meer dan het geheel", {RANGE(1, 4, 3, 3), EXACT, MIN92}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, 0, 2},
	{STAP5B, "noch in een noemer met een bereik", {RANGE(4, 6, 3, 5), EXACT, NORM(NORM_MINIMUM, 1, 2)},
		STATUS_TE_WEINIG, FEIT_GEHAALD, ZEKERHEID_TE_WEINIG, 0, 0},
	{STAP5C, "meer gebeurtenissen dan kinderen aan een einde: geen toeval", {.teller = {true, 95, 101, 0},
		.noemer = {true, 100, 100, 0}, .niveau = 0.95, EXACT, MIN92}, STATUS_GEHAALD, FEIT_GEHAALD,
		ZEKERHEID_GEEN, 0, 0},
	{STAP5A, "de teller is niet bekend", {.noemer = {true, 100, 100, 0}, .niveau = 0.95, EXACT, MIN92},
		STATUS_NIET_TE_BEPALEN, FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},

	/* what does not fit in 64 bits decides nothing, and is never a wrong number */
	{STAP5A, "de norm past niet", {.teller = {true, 15, 15, 1}, .niveau = 0.95, NORM(NORM_MINIMUM, INT64_MAX, 3)},
		STATUS_NIET_TE_BEPALEN, FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
	{STAP5A, "de noemer past niet in de eenheid van de teller", {.teller = {true, 15, 15, 1},
		.noemer = {true, INT64_MAX, INT64_MAX, 0}, .subset = true, .niveau = 0.95, MIN92},
		STATUS_NIET_TE_BEPALEN, FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
	{STAP5A, "de bovenkant past niet", {.teller = {true, 45, 45, 1}, .niveau = 0.95, .heeft_norm = true,
		.norm = {NORM_BAND, {4, 1}, {INT64_MAX, 3}, false, false, {0, 0}, {0, 0}}}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
	{STAP5A, "de bijna-norm past niet", {.teller = {true, 45, 45, 1}, .niveau = 0.95, .heeft_norm = true,
		.norm = {NORM_MINIMUM, {4, 1}, {0, 0}, true, false, {INT64_MAX, 3}, {0, 0}}}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
	{STAP5A, "de afwijking past niet", {.teller = {true, 45, 45, 1}, .niveau = 0.95, .heeft_norm = true,
		.norm = {NORM_MINIMUM, {4, 1}, {0, 0}, false, true, {0, 0}, {INT64_MAX, 3}}}, STATUS_NIET_TE_BEPALEN,
		FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
	{STAP5C, "het feit past, de kinderen tot het minimum niet", {VAN(40, 100), NORM(NORM_MINIMUM, INT64_MAX / 2,
		INT64_MAX - 1)}, STATUS_NIET_GEHAALD, FEIT_NIET_GEHAALD, ZEKERHEID_GEEN, -1, -1},
	{STAP5C, "het feit past, de kinderen boven het maximum niet", {VAN(60, 100), NORM(NORM_MAXIMUM, INT64_MAX / 2,
		INT64_MAX - 1)}, STATUS_NIET_GEHAALD, FEIT_NIET_GEHAALD, ZEKERHEID_GEEN, -1, -1},
	{STAP5A, "van een bereik past een einde niet", {RANGE(40, 60, 100, 100), NORM(NORM_MAXIMUM, INT64_MAX / 2,
		INT64_MAX - 1)}, STATUS_NIET_TE_BEPALEN, FEIT_NIET_TE_BEPALEN, ZEKERHEID_NIET_TE_BEPALEN, -1, -1},
};

static void every_row_of_the_table_gets_its_word(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(TABEL); i++) {
		struct oordeel o;
		bool good;

		judge(&TABEL[i].c, &o);
		good = o.status == TABEL[i].status && o.feit == TABEL[i].feit && o.zekerheid == TABEL[i].zekerheid &&
		       o.heeft_tekort == (TABEL[i].tekort >= 0) &&
		       (!o.heeft_tekort || (o.tekort_min == TABEL[i].tekort && o.tekort_max == TABEL[i].tot));
		if (good)
			continue;
		wrong++;
		print_error("%s, %s: status %s, feit %s, zekerheid %d, tekort %d: %d..%d\n", TABEL[i].stap,
			TABEL[i].rij, status_code(o.status), feit_code(o.feit), (int)o.zekerheid, (int)o.heeft_tekort,
			(int)o.tekort_min, (int)o.tekort_max);
	}
	assert_int_equal(wrong, 0);
}

/* Each word of the closed list is reached by a row, so that none is a dead letter. */
static void every_word_of_the_list_is_reached(void **state)
{
	(void)state;
	for (enum status s = STATUS_NIET_GELEVERD; s <= STATUS_DUIDELIJK_ONDER; s++) {
		size_t i = 0;

		while (i < ARRAY_LEN(TABEL) && TABEL[i].status != s)
			i++;
		if (i == ARRAY_LEN(TABEL) && s != STATUS_AFGESCHERMD) /* that one only publish says */
			fail_msg("%s: geen rij", status_code(s));
	}
}

/* Facts that judge itself never makes together: the order holds for any caller. */
static void a_norm_without_a_fact_cannot_be_judged(void **state)
{
	struct judge_facts f = {.gegevens = GEGEVENS_WAARDE, .heeft_norm = true, .feit = FEIT_GEEN};

	(void)state;
	assert_int_equal(judge_status(&f), STATUS_NIET_TE_BEPALEN);
}

/* ---- on which day and for which area a deviation holds ---- */

static void a_deviation_ends_with_its_last_day(void **state)
{
	static const struct {
		struct date op;
		bool holds;
	} days[] = {{{2026, 6, 29}, true}, {{2026, 6, 30}, true}, {{2026, 7, 1}, false}, {{2025, 12, 31}, true},
		{{2027, 1, 1}, false}};
	struct afwijking a = {.gebied = NULL, .indeling = NULL, .tot = {2026, 6, 30}};
	struct norm_def norm = {.afwijking = &a, .afwijking_count = 1};
	struct gebied city = {.code = (char[]){"GM0637"}, .indeling = (char[]){""}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(days); i++)
		assert_ptr_equal(judge_afwijking(&norm, &city, days[i].op), days[i].holds ? &a : NULL);
}

static void a_deviation_is_of_its_own_area_and_a_later_one_may_follow(void **state)
{
	struct afwijking a[] = {
		{.gebied = (char[]){"WK063705"}, .indeling = (char[]){"2025"}, .tot = {2026, 3, 31}},
		{.gebied = (char[]){"WK063705"}, .indeling = NULL, .tot = {2026, 6, 30}}};
	struct norm_def norm = {.afwijking = a, .afwijking_count = 2}, none = {.afwijking_count = 0};
	struct gebied here = {.code = (char[]){"WK063705"}, .indeling = (char[]){"2025"}};
	struct gebied old = {.code = (char[]){"WK063705"}, .indeling = (char[]){"2024"}};
	struct gebied other = {.code = (char[]){"WK063706"}, .indeling = (char[]){"2025"}};
	struct date march = {2026, 3, 31}, june = {2026, 6, 30};

	(void)state;
	assert_ptr_equal(judge_afwijking(&norm, &here, march), &a[0]);
	assert_ptr_equal(judge_afwijking(&norm, &here, june), &a[1]);
	assert_ptr_equal(judge_afwijking(&norm, &old, march), &a[1]); /* a code is used again */
	assert_null(judge_afwijking(&norm, &other, march));
	assert_null(judge_afwijking(&none, &here, march));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_of_the_table_gets_its_word),
		cmocka_unit_test(every_word_of_the_list_is_reached),
		cmocka_unit_test(a_norm_without_a_fact_cannot_be_judged),
		cmocka_unit_test(a_deviation_ends_with_its_last_day),
		cmocka_unit_test(a_deviation_is_of_its_own_area_and_a_later_one_may_follow),
	};

	return RUN_TESTS(tests);
}
