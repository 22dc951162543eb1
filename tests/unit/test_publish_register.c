/* What the registers say on a day: every rule at its boundary. All rows are fictional (fictief). */
#include "test.h"

#include "def/import_load.h"
#include "register_fixture.h"

/* ---- acties ------------------------------------------------------------------------------- */

/* One actie with these cells on a day; released by the caller with registers_release. */
static struct registers one_actie(const char *per, const char *status, const char *deadline,
	const char *afgerond_op, const char *laatste_update)
{
	const struct rijen_rij row = {"A-1",
		{"soort", "actie", "doel_id", "FD-F1", "partij", "gemeente", "status", status, "start",
			"2026-01-01", "deadline", deadline, "afgerond_op", afgerond_op,
			"laatste_update", laatste_update, NULL}};

	return rijen_registers(REGISTER_ACTIES, &row, 1, per);
}

static void an_actie_is_late_from_the_day_after_its_deadline(void **state)
{
	static const struct {
		const char *per, *status, *deadline;
		int64_t days; /* 0: not late */
	} cases[] = {
		{"2026-06-29", "loopt", "2026-06-30", 0},
		{"2026-06-30", "loopt", "2026-06-30", 0},
		{"2026-07-01", "loopt", "2026-06-30", 1},
		{"2026-07-01", "vertraagd", "2026-06-30", 1},
		{"2026-07-01", "niet_gestart", "2026-06-30", 1},
		{"2026-07-01", "iets anders", "2026-06-30", 1},
		{"2026-07-31", "loopt", "2026-06-30", 31},
		{"2026-07-01", "klaar", "2026-06-30", 0},
		{"2026-07-01", "gestopt", "2026-06-30", 0},
		{"2026-07-01", "loopt", "", 0},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r = one_actie(
			cases[i].per, cases[i].status, cases[i].deadline, "", "2026-06-01");

		assert_int_equal(r.actie[0].te_laat, cases[i].days > 0);
		assert_int_equal(r.actie[0].dagen_te_laat, cases[i].days);
		registers_release(&r);
	}
}

static void an_update_of_ninety_days_ago_is_not_flagged_and_one_of_ninety_one_is(void **state)
{
	static const struct {
		const char *per, *status, *update;
		int64_t days;
		bool flagged;
	} cases[] = {
		{"2026-06-30", "loopt", "2026-06-30", 0, false},
		{"2026-06-30", "loopt", "2026-04-02", 89, false},
		{"2026-06-30", "loopt", "2026-04-01", 90, false},
		{"2026-06-30", "loopt", "2026-03-31", 91, true},
		{"2026-06-30", "niet_gestart", "2026-03-31", 91, true},
		{"2024-03-01", "loopt", "2023-12-02", 90, false}, /* over 29 February */
		{"2024-03-01", "loopt", "2023-12-01", 91, true},
		{"2026-06-30", "klaar", "2026-03-31", 91, false},
		{"2026-06-30", "gestopt", "2026-03-31", 91, false},
		{"2026-06-30", "loopt", "", -1, false}, /* not known is not "long ago" */
		{"2026-06-30", "loopt", "2026-07-01", -1, false}, /* not known yet on the day */
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r =
			one_actie(cases[i].per, cases[i].status, "", "", cases[i].update);

		assert_int_equal(r.actie[0].dagen_geen_update, cases[i].days);
		assert_int_equal(r.actie[0].geen_update, cases[i].flagged);
		registers_release(&r);
	}
}

static void what_is_finished_after_the_day_still_runs_on_the_day(void **state)
{
	static const struct {
		const char *per, *status, *finished;
		enum actie_staat staat;
		bool open, late;
	} cases[] = {
		{"2026-07-09", "klaar", "2026-07-10", ACTIE_LOOPT, true, true},
		{"2026-07-10", "klaar", "2026-07-10", ACTIE_KLAAR, false, false},
		{"2026-07-09", "gestopt", "2026-07-10", ACTIE_LOOPT, true, true},
		{"2026-07-10", "gestopt", "2026-07-10", ACTIE_GESTOPT, false, false},
		{"2026-07-10", "klaar", "", ACTIE_KLAAR, false, false},
		{"2025-12-31", "klaar", "2026-07-10", ACTIE_NIET_GESTART, true, false},
		{"2025-12-31", "loopt", "", ACTIE_NIET_GESTART, true, false},
		{"2026-01-01", "loopt", "", ACTIE_LOOPT, true, false},
		{"2026-07-10", "onzin", "", ACTIE_ONBEKEND, true, true},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r = one_actie(cases[i].per, cases[i].status, "2026-06-30",
			cases[i].finished, "2026-06-01");

		assert_int_equal(r.actie[0].staat, cases[i].staat);
		assert_int_equal(r.actie[0].open, cases[i].open);
		assert_int_equal(r.actie[0].te_laat, cases[i].late);
		registers_release(&r);
	}
}

static void finished_on_the_deadline_was_on_time(void **state)
{
	static const struct {
		const char *finished, *deadline;
		bool on_time, late;
	} cases[] = {
		{"2026-06-30", "2026-06-30", true, false},
		{"2026-07-01", "2026-06-30", false, true},
		{"2026-05-01", "", false, false}, /* no deadline: neither */
		{"", "2026-06-30", false, false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r = one_actie(
			"2026-07-14", "klaar", cases[i].deadline, cases[i].finished, "2026-06-01");

		assert_int_equal(r.actie[0].op_tijd_klaar, cases[i].on_time);
		assert_int_equal(r.actie[0].te_laat_klaar, cases[i].late);
		registers_release(&r);
	}
}

static void a_day_of_finishing_without_the_status_is_a_contradiction_that_shows(void **state)
{
	struct registers r = one_actie("2026-07-14", "loopt", "", "2026-07-01", "2026-07-01");

	(void)state;
	assert_true(r.actie[0].tegenstrijdig);
	assert_true(r.actie[0].open);
	registers_release(&r);
	r = one_actie("2026-07-14", "klaar", "", "2026-07-01", "2026-07-01");
	assert_false(r.actie[0].tegenstrijdig);
	registers_release(&r);
}

static void a_name_of_a_person_is_withheld_and_the_party_stays(void **state)
{
	static const struct {
		const char *partij, *eigenaar, *shown_partij, *rol;
		bool verborgen;
	} cases[] = {
		{"gemeente", "coördinator", "gemeente", "coördinator", false},
		{"gemeente", "", "gemeente", "", false},
		{"gemeente", "J. Voorbeeld", "gemeente", "", true},
		{"gemeente", "Jan Voorbeeld", "gemeente", "", true},
		{"mevr. Voorbeeld", "coördinator", "", "coördinator", true},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct rijen_rij row = {"A-1",
			{"partij", cases[i].partij, "eigenaar", cases[i].eigenaar, NULL}};
		struct registers r = rijen_registers(REGISTER_ACTIES, &row, 1, "2026-07-14");

		assert_string_equal(r.actie[0].partij, cases[i].shown_partij);
		assert_string_equal(r.actie[0].rol, cases[i].rol);
		assert_int_equal(r.actie[0].verborgen, cases[i].verborgen);
		registers_release(&r);
	}
}

static void an_opdracht_is_smart_with_goal_measure_party_and_date(void **state)
{
	static const char *const all[] = {"doel_id", "meetmiddel", "partij", "deadline"};

	(void)state;
	for (size_t without = 0; without <= ARRAY_LEN(all); without++) {
		struct rijen_rij row = {"O-1", {"eigenaar", "Jan Voorbeeld", NULL}};
		struct registers r;

		for (size_t i = 0, n = 2; i < ARRAY_LEN(all); i++)
			if (i != without) {
				row.velden[n++] = all[i];
				row.velden[n++] = "2026-07-01";
				row.velden[n] = NULL;
			}
		r = rijen_registers(REGISTER_ACTIES, &row, 1, "2026-07-14");
		assert_int_equal(r.actie[0].smart, without == ARRAY_LEN(all));
		registers_release(&r);
	}
}

static void acties_stand_by_deadline_and_those_without_one_last(void **state)
{
	static const struct rijen_rij rows[] = {
		{"A-1", {NULL}},
		{"A-2", {"deadline", "2026-07-01", NULL}},
		{"A-3", {"deadline", "2026-06-01", NULL}},
		{"A-4", {"deadline", "2026-07-01", NULL}},
		{"A-5", {NULL}},
	};
	static const char *const order[] = {"A-3", "A-2", "A-4", "A-1", "A-5"};
	struct registers r = rijen_registers(REGISTER_ACTIES, rows, 5, "2026-07-14");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(order); i++)
		assert_string_equal(r.actie[i].id, order[i]);
	assert_string_equal(registers_actie(&r, "A-4")->id, "A-4");
	assert_null(registers_actie(&r, "A-9"));
	registers_release(&r);
}

/* ---- besluiten ---------------------------------------------------------------------------- */

static const struct rijen_rij acties[] = {
	{"A-1", {"soort", "actie", "status", "klaar", "besluit_id", "B-1", NULL}},
	{"A-2", {"soort", "actie", "status", "loopt", NULL}},
	{"A-3", {"soort", "actie", "status", "gestopt", "besluit_id", "B-3", NULL}},
	{"A-4", {"soort", "opdracht", "status", "loopt", "besluit_id", "B-4", NULL}},
};

static const struct rijen_rij besluiten[] = {
	{"B-1", {"datum", "2026-01-22", "gremium", "stuurgroep", "doel_id", "FD-F1", "tekst",
			"fictief besluit", NULL}},
	{"B-2", {"datum", "2026-01-22", "gremium", "stuurgroep", "doel_id", "FD-F2", "actie_id",
			"A-2", NULL}},
	{"B-3", {"datum", "2026-03-05", "gremium", "college", "doel_id", "FD-L1", NULL}},
	{"B-4", {"datum", "2026-03-05", "gremium", "stuurgroep", "doel_id", "FD-L1", "actie_id",
			"A-1", NULL}},
	{"B-5", {"datum", "2026-04-16", "gremium", "platform", "doel_id", "FD-A1", NULL}},
	{"B-6", {"datum", "2026-06-04", "gremium", "stuurgroep", "doel_id", "FD-A1", "actie_id",
			"A-9", NULL}},
	{"B-7", {"datum", "2026-07-15", "gremium", "stuurgroep", "doel_id", "FD-A1", NULL}},
};

static struct registers with_besluiten(const char *per)
{
	struct register_list lists[REGISTER_COUNT] = {{.item = NULL}};
	struct registers r;

	rijen_fill(&lists[REGISTER_ACTIES], acties, ARRAY_LEN(acties));
	rijen_fill(&lists[REGISTER_BESLUITEN], besluiten, ARRAY_LEN(besluiten));
	registers_init(&r, lists, rijen_date(per));
	rijen_clear(lists);
	return r;
}

static void a_besluit_is_open_as_long_as_an_actie_of_it_is(void **state)
{
	static const enum besluit_staat staat[] = {BESLUIT_UITGEVOERD, BESLUIT_OPEN,
		BESLUIT_GESTOPT, BESLUIT_OPEN, BESLUIT_ZONDER_ACTIE, BESLUIT_ACTIE_ONBEKEND};
	struct registers r = with_besluiten("2026-07-14");
	struct besluit_telling t = registers_count_besluiten(&r, NULL);

	(void)state;
	assert_int_equal(r.besluit_count, ARRAY_LEN(staat)); /* B-7 was not taken yet */
	for (size_t i = 0; i < ARRAY_LEN(staat); i++)
		assert_int_equal(r.besluit[i].staat, staat[i]);
	assert_int_equal(r.besluit[3].actie_count, 2); /* the one it names, and the one that names it */
	assert_int_equal(t.totaal, 6);
	assert_int_equal(t.open, 2);
	assert_int_equal(t.uitgevoerd, 1);
	assert_int_equal(t.gestopt, 1);
	assert_int_equal(t.zonder_actie, 1);
	assert_int_equal(t.actie_onbekend, 1);
	registers_release(&r);
}

static void a_besluit_counts_from_its_own_day(void **state)
{
	struct registers r = with_besluiten("2026-07-15");

	(void)state;
	assert_int_equal(r.besluit_count, 7);
	registers_release(&r);
}

/* ---- overleggen --------------------------------------------------------------------------- */

static struct registers one_overleg(
	const char *per, const char *datum, const char *status, const char *sent)
{
	const struct rijen_rij row = {"V-1",
		{"gremium", "stuurgroep", "datum", datum, "status", status, "verslag_verzonden", sent,
			NULL}};

	return rijen_registers(REGISTER_OVERLEGGEN, &row, 1, per);
}

static void minutes_on_day_fourteen_are_on_time_and_on_day_fifteen_late(void **state)
{
	static const struct {
		const char *per, *sent;
		enum verslag_staat verslag;
		int64_t days;
	} cases[] = {
		{"2026-07-14", "2026-06-04", VERSLAG_OP_TIJD, 0},
		{"2026-07-14", "2026-06-18", VERSLAG_OP_TIJD, 14},
		{"2026-07-14", "2026-06-19", VERSLAG_TE_LAAT, 15},
		{"2026-06-18", "", VERSLAG_TE_VERWACHTEN, 14},
		{"2026-06-19", "", VERSLAG_ONTBREEKT, 15},
		{"2026-06-17", "2026-06-18", VERSLAG_TE_VERWACHTEN, 13}, /* sent after the day */
		{"2026-06-20", "2026-06-21", VERSLAG_ONTBREEKT, 16},
		{"2026-06-04", "", VERSLAG_TE_VERWACHTEN, 0},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r =
			one_overleg(cases[i].per, "2026-06-04", "gehouden", cases[i].sent);

		assert_int_equal(r.overleg[0].verslag, cases[i].verslag);
		assert_int_equal(r.overleg[0].verslag_dagen, cases[i].days);
		registers_release(&r);
	}
}

static void a_meeting_is_what_its_status_and_its_day_say_together(void **state)
{
	static const struct {
		const char *per, *status;
		enum overleg_staat staat;
	} cases[] = {
		{"2026-06-03", "gehouden", OVERLEG_GEPLAND},
		{"2026-06-04", "gehouden", OVERLEG_GEHOUDEN},
		{"2026-06-04", "gepland", OVERLEG_GEPLAND},
		{"2026-06-05", "gepland", OVERLEG_ONBEKEND},
		{"2026-06-03", "vervallen", OVERLEG_VERVALLEN},
		{"2026-06-05", "vervallen", OVERLEG_VERVALLEN},
		{"2026-06-05", "", OVERLEG_ONBEKEND},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct registers r = one_overleg(cases[i].per, "2026-06-04", cases[i].status, "");

		assert_int_equal(r.overleg[0].staat, cases[i].staat);
		if (cases[i].staat != OVERLEG_GEHOUDEN)
			assert_int_equal(r.overleg[0].verslag, VERSLAG_NVT);
		registers_release(&r);
	}
}

static const struct rijen_rij overleggen[] = {
	{"V-1", {"gremium", "stuurgroep", "naam", "stuurgroep LEA", "datum", "2026-01-22", "status",
			"gehouden", "thema_doel_id", "FD-F1", "themablad_id", "L1-2026-01-22",
			"verslag_verzonden", "2026-01-30", "deelnemers", "9", NULL}},
	{"V-2", {"gremium", "stuurgroep", "naam", "stuurgroep LEA", "datum", "2026-03-05", "status",
			"gehouden", "thema_doel_id", "FD-L2", "deelnemers", "8", NULL}},
	{"V-3", {"gremium", "stuurgroep", "naam", "stuurgroep LEA", "datum", "2026-04-16", "status",
			"vervallen", NULL}},
	{"V-4", {"gremium", "overlegtafel", "naam", "tafel A", "datum", "2026-02-01", "status",
			"gehouden", "deelnemers", "5", NULL}},
	{"V-5", {"gremium", "overlegtafel", "naam", "tafel B", "datum", "2026-02-11", "status",
			"gehouden", "deelnemers", "4", NULL}},
	{"V-6", {"gremium", "stuurgroep", "naam", "stuurgroep LEA", "datum", "2026-06-04", "status",
			"gehouden", "deelnemers", "veel", NULL}},
	{"V-7", {"gremium", "stuurgroep", "naam", "stuurgroep LEA", "datum", "2026-09-17", "status",
			"gepland", "thema_doel_id", "FD-F1", NULL}},
};

static struct registers with_overleggen(const char *per)
{
	struct register_list lists[REGISTER_COUNT] = {{.item = NULL}};
	struct registers r;

	rijen_fill(&lists[REGISTER_OVERLEGGEN], overleggen, ARRAY_LEN(overleggen));
	rijen_fill(&lists[REGISTER_BESLUITEN], besluiten, ARRAY_LEN(besluiten));
	registers_init(&r, lists, rijen_date(per));
	rijen_clear(lists);
	return r;
}

static const struct overleg *overleg(const struct registers *r, const char *id)
{
	for (size_t i = 0; i < r->overleg_count; i++)
		if (strcmp(r->overleg[i].id, id) == 0)
			return &r->overleg[i];
	return NULL;
}

static void a_meeting_is_compared_with_the_previous_one_that_this_table_held(void **state)
{
	struct registers r = with_overleggen("2026-07-14");

	(void)state;
	assert_int_equal(overleg(&r, "V-1")->dagen_sinds_vorige, -1);
	assert_int_equal(overleg(&r, "V-2")->dagen_sinds_vorige, 42);
	assert_int_equal(overleg(&r, "V-3")->dagen_sinds_vorige, -1); /* not held */
	assert_int_equal(overleg(&r, "V-6")->dagen_sinds_vorige, 91); /* V-3 does not count */
	assert_int_equal(overleg(&r, "V-5")->dagen_sinds_vorige, -1); /* another table */
	assert_int_equal(overleg(&r, "V-7")->dagen_sinds_vorige, -1);
	registers_release(&r);
}

static void a_themablad_leads_to_its_meeting_and_to_what_was_decided_there(void **state)
{
	struct registers r = with_overleggen("2026-07-14");
	const struct overleg *o = registers_overleg_of_themablad(&r, "L1-2026-01-22");

	(void)state;
	assert_string_equal(o->id, "V-1");
	assert_int_equal(o->besluit_count, 2);
	assert_string_equal(o->besluit[0]->id, "B-1");
	assert_string_equal(o->besluit[1]->id, "B-2");
	assert_int_equal(overleg(&r, "V-2")->besluit_count, 1); /* not that of the college that day */
	assert_null(registers_overleg_of_themablad(&r, "L9-2026-01-22"));
	assert_null(registers_overleg_of_themablad(&r, ""));
	registers_release(&r);
}

static void meetings_are_counted_per_gremium(void **state)
{
	struct registers r = with_overleggen("2026-07-14");
	struct gremium_telling *t;
	size_t count;

	(void)state;
	t = registers_count_gremia(&r, DATE_NONE, DATE_NONE, &count);
	assert_int_equal(count, 2);
	assert_string_equal(t[0].gremium, "overlegtafel");
	assert_int_equal(t[0].gehouden, 2);
	assert_int_equal(t[0].deelnemers_5_tot_8, 1);
	assert_int_equal(t[0].langste_tussentijd, -1);
	assert_string_equal(t[1].gremium, "stuurgroep");
	assert_int_equal(t[1].totaal, 5);
	assert_int_equal(t[1].gehouden, 3);
	assert_int_equal(t[1].vervallen, 1);
	assert_int_equal(t[1].gepland, 1);
	assert_int_equal(t[1].met_thema, 2);
	assert_int_equal(t[1].met_themablad, 1);
	assert_int_equal(t[1].verslag_op_tijd, 1);
	assert_int_equal(t[1].verslag_ontbreekt, 2);
	assert_int_equal(t[1].deelnemers_bekend, 2); /* "veel" is no number */
	assert_int_equal(t[1].deelnemers_5_tot_8, 1);
	assert_int_equal(t[1].langste_tussentijd, 91);
	free(t);
	registers_release(&r);
}

static void a_gremium_is_called_as_the_gemeente_does_then_as_the_profile_then_by_its_code(void **state)
{
	static const char path[] = "imports/overleggen.json";
	struct registers r = with_overleggen("2026-07-14");
	struct gemeente_def here = {.naam = NULL};
	struct import_def *profiel = NULL;
	struct gremium_telling *t;
	struct err err = ERR_INIT;
	size_t count;

	(void)state;
	assert_string_equal(overleg(&r, "V-2")->gremium_naam, "stuurgroep");
	assert_int_equal(import_def_load(&profiel, path, path, &err), 0);
	text_list_add(&here.gremium, "overlegtafel");
	text_list_add(&here.gremium_naam, "werkgroep");
	registers_noem_gremia(&r, &here, profiel, NULL);
	assert_string_equal(overleg(&r, "V-2")->gremium_naam, "stuurgroep LEA");
	assert_string_equal(overleg(&r, "V-2")->gremium, "stuurgroep");
	assert_string_equal(r.besluit[0].gremium_naam, r.besluit[0].gremium);
	t = registers_count_gremia(&r, DATE_NONE, DATE_NONE, &count);
	assert_string_equal(t[0].gremium_naam, "werkgroep");
	assert_string_equal(t[1].gremium_naam, "stuurgroep LEA");
	free(t);
	text_list_release(&here.gremium);
	text_list_release(&here.gremium_naam);
	import_def_free(profiel);
	registers_release(&r);
}

static void the_days_of_a_count_of_meetings_are_inclusive(void **state)
{
	struct registers r = with_overleggen("2026-07-14");
	struct gremium_telling *t;
	size_t count;

	(void)state;
	t = registers_count_gremia(
		&r, rijen_date("2026-02-01"), rijen_date("2026-03-05"), &count);
	assert_int_equal(count, 2);
	assert_int_equal(t[0].totaal, 2);
	assert_int_equal(t[1].totaal, 1);
	free(t);
	t = registers_count_gremia(
		&r, rijen_date("2026-02-02"), rijen_date("2026-03-04"), &count);
	assert_int_equal(count, 1);
	assert_int_equal(t[0].totaal, 1);
	free(t);
	registers_release(&r);
}

/* ---- interventies ------------------------------------------------------------------------- */

static void an_evaluation_is_recent_for_24_months_to_the_day(void **state)
{
	static const struct {
		const char *per, *evaluated;
		bool known, recent;
	} cases[] = {
		{"2026-06-30", "2024-07-01", true, true},
		{"2026-06-30", "2024-06-30", true, true}, /* exactly 24 months: "hoogstens 24 maanden" */
		{"2026-06-30", "2024-06-29", true, false},
		{"2026-07-14", "2024-07-15", true, true},
		{"2026-07-14", "2024-07-14", true, true},
		{"2026-07-14", "2024-07-13", true, false},
		{"2026-07-14", "2026-07-14", true, true},
		{"2026-07-14", "2026-07-15", false, false}, /* not known on the day */
		{"2026-07-14", "", false, false},
		{"2026-02-28", "2024-02-29", true, true},
		{"2026-02-28", "2024-02-28", true, true},
		{"2026-02-28", "2024-02-27", true, false},
		{"2024-02-29", "2022-03-01", true, true}, /* no such day two years earlier */
		{"2024-02-29", "2022-02-28", true, true},
		{"2024-02-29", "2022-02-27", true, false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct rijen_rij row = {
			"I-1", {"laatste_evaluatie", cases[i].evaluated, NULL}};
		struct registers r =
			rijen_registers(REGISTER_INTERVENTIES, &row, 1, cases[i].per);

		assert_int_equal(
			date_is_set(r.interventie[0].laatste_evaluatie), cases[i].known);
		assert_int_equal(r.interventie[0].recent_geevalueerd, cases[i].recent);
		registers_release(&r);
	}
}

static const struct rijen_rij interventies[] = {
	{"I-1", {"naam", "fictief", "doel_id", "FD-F1", "bewijsniveau", "onderbouwd",
			"laatste_evaluatie", "2025-01-01", "besluit", "doorgaan", "besluit_op",
			"2025-02-01", NULL}},
	{"I-2", {"doel_id", "FD-F1", "bewijsniveau", "onbekend", "besluit", "stoppen", "besluit_op",
			"2026-07-14", "reden", "te duur", NULL}},
	{"I-3", {"doel_id", "FD-F2", "besluit", "stoppen", "besluit_op", "2026-07-15", "reden",
			"te duur", NULL}},
	{"I-4", {"doel_id", "FD-F2", "bewijsniveau", "beschreven", "besluit", "stoppen",
			"besluit_op", "2026-01-01", NULL}},
	{"I-5", {"doel_id", "FD-L2", "besluit", "aanpassen", NULL}},
};

static void stopped_counts_with_a_day_and_a_reason_and_from_that_day(void **state)
{
	struct registers r =
		rijen_registers(REGISTER_INTERVENTIES, interventies, 5, "2026-07-14");
	struct interventie_telling t = registers_count_interventies(&r, NULL);

	(void)state;
	assert_true(r.interventie[1].gestopt);
	assert_int_equal(r.interventie[2].besluit, INTERVENTIE_GEEN_BESLUIT);
	assert_string_equal(r.interventie[2].reden, "");
	assert_false(r.interventie[3].gestopt); /* no reason */
	assert_int_equal(t.totaal, 5);
	assert_int_equal(t.met_bewijs, 2);
	assert_int_equal(t.recent_geevalueerd, 1);
	assert_int_equal(t.nooit_geevalueerd, 4);
	assert_int_equal(t.doorgaan, 1);
	assert_int_equal(t.aanpassen, 1);
	assert_int_equal(t.stoppen, 2);
	assert_int_equal(t.geen_besluit, 1);
	assert_int_equal(t.gestopt, 1);
	registers_release(&r);
}

/* ---- by goal ------------------------------------------------------------------------------ */

/* FD-A1 > FD-L1 > FD-F1, FD-F2; FD-L2 falls under nothing. */
static struct doel_list fictional_goals(void)
{
	static char a1[] = "FD-A1", l1[] = "FD-L1", l2[] = "FD-L2", f1[] = "FD-F1", f2[] = "FD-F2";
	static char *under_a1[] = {a1}, *under_l1[] = {l1};
	static struct doel_def goals[] = {{.id = a1}, {.id = l1, .valt_onder = {under_a1, 1}},
		{.id = l2}, {.id = f1, .valt_onder = {under_l1, 1}},
		{.id = f2, .valt_onder = {under_l1, 1}}};

	return (struct doel_list){.item = goals, .count = ARRAY_LEN(goals)};
}

static void a_goal_has_what_falls_under_it(void **state)
{
	struct doel_list goals = fictional_goals();
	struct registers r = with_besluiten("2026-07-14");
	struct doel_set set;

	(void)state;
	doel_set_init(&set, &goals, "FD-L1");
	assert_int_equal(registers_count_besluiten(&r, &set).totaal, 4);
	assert_string_equal(registers_last_besluit(&r, &set)->id, "B-4");
	doel_set_release(&set);
	doel_set_init(&set, &goals, "FD-A1");
	assert_int_equal(registers_count_besluiten(&r, &set).totaal, 6);
	doel_set_release(&set);
	doel_set_init(&set, &goals, "FD-L2");
	assert_int_equal(registers_count_besluiten(&r, &set).totaal, 0);
	assert_null(registers_last_besluit(&r, &set));
	doel_set_release(&set);
	assert_string_equal(registers_last_besluit(&r, NULL)->id, "B-6");
	registers_release(&r);
}

static void a_goal_has_its_last_and_its_next_meeting(void **state)
{
	struct doel_list goals = fictional_goals();
	struct registers r = with_overleggen("2026-07-14");
	struct doel_set set;

	(void)state;
	doel_set_init(&set, &goals, "FD-L1");
	assert_string_equal(registers_last_overleg(&r, &set)->id, "V-1");
	assert_string_equal(registers_next_overleg(&r, &set)->id, "V-7");
	doel_set_release(&set);
	doel_set_init(&set, &goals, "FD-L2");
	assert_string_equal(registers_last_overleg(&r, &set)->id, "V-2");
	assert_null(registers_next_overleg(&r, &set));
	doel_set_release(&set);
	assert_string_equal(registers_last_overleg(&r, NULL)->id, "V-6");
	registers_release(&r);
}

static void acties_are_counted_per_soort_goal_and_party(void **state)
{
	static const struct rijen_rij rows[] = {
		{"A-1", {"soort", "actie", "doel_id", "FD-F1", "partij", "po", "status", "klaar",
				"deadline", "2026-06-01", "afgerond_op", "2026-06-01", NULL}},
		{"A-2", {"soort", "actie", "doel_id", "FD-L2", "partij", "gemeente", "status", "loopt",
				"deadline", "2026-06-01", "laatste_update", "2026-01-01", NULL}},
		{"A-3", {"soort", "opdracht", "doel_id", "FD-F2", "partij", "po", "status", "gestopt",
				NULL}},
		{"A-4", {"soort", "actie", "doel_id", "weg", "status", "vertraagd", NULL}},
		{"A-5", {"soort", "raar", "doel_id", "FD-F2", "partij", "po", "status", "raar", NULL}},
	};
	struct doel_list goals = fictional_goals();
	struct registers r = rijen_registers(REGISTER_ACTIES, rows, 5, "2026-07-14");
	struct actie_telling t = registers_count_acties(&r, NULL, ACTIE_ELKE_SOORT);
	struct partij_telling *partijen;
	struct doel_set set;
	size_t count;

	(void)state;
	assert_int_equal(t.totaal, 5);
	assert_int_equal(t.klaar + t.loopt + t.gestopt + t.vertraagd + t.onbekend, 5);
	assert_int_equal(t.open, 3);
	assert_int_equal(t.te_laat, 1);
	assert_int_equal(t.geen_update, 1);
	assert_int_equal(t.op_tijd_klaar, 1);
	assert_int_equal(registers_count_acties(&r, NULL, ACTIE_OPDRACHT).totaal, 1);
	assert_int_equal(registers_count_acties(&r, NULL, ACTIE_ANDERS).totaal, 1);
	doel_set_init(&set, &goals, "FD-L1");
	assert_int_equal(registers_count_acties(&r, &set, ACTIE_ACTIE).totaal, 1);
	assert_int_equal(registers_count_acties(&r, &set, ACTIE_ELKE_SOORT).totaal, 3);
	partijen = registers_count_partijen(&r, &set, &count);
	assert_int_equal(count, 1);
	free(partijen);
	doel_set_release(&set);
	partijen = registers_count_partijen(&r, NULL, &count);
	assert_int_equal(count, 3);
	assert_string_equal(partijen[0].partij, "");
	assert_string_equal(partijen[1].partij, "gemeente");
	assert_int_equal(partijen[1].acties.te_laat, 1);
	assert_string_equal(partijen[2].partij, "po");
	assert_int_equal(partijen[2].acties.totaal, 3);
	free(partijen);
	registers_release(&r);
}

static void registers_without_rows_are_empty(void **state)
{
	struct registers r = rijen_registers(REGISTER_ACTIES, NULL, 0, "2026-07-14");
	size_t count;

	(void)state;
	assert_int_equal(registers_count_acties(&r, NULL, ACTIE_ELKE_SOORT).totaal, 0);
	free(registers_count_gremia(&r, DATE_NONE, DATE_NONE, &count));
	assert_int_equal(count, 0);
	assert_null(registers_last_besluit(&r, NULL));
	assert_null(registers_next_overleg(&r, NULL));
	registers_release(&r);
	registers_release(&r); /* twice is fine */
}

static void codes_come_back_as_the_profiles_spell_them(void **state)
{
	(void)state;
	assert_string_equal(register_soort_bron(REGISTER_INTERVENTIES), "interventies");
	assert_string_equal(actie_staat_code(ACTIE_GESTOPT), "gestopt");
	assert_string_equal(actie_soort_code(ACTIE_MIJLPAAL), "mijlpaal");
	assert_string_equal(actie_soort_code(ACTIE_ANDERS), "");
	assert_string_equal(overleg_staat_code(OVERLEG_VERVALLEN), "vervallen");
	assert_string_equal(interventie_besluit_code(INTERVENTIE_GEEN_BESLUIT), "");
	assert_string_equal(interventie_besluit_code(INTERVENTIE_STOPPEN), "stoppen");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_actie_is_late_from_the_day_after_its_deadline),
		cmocka_unit_test(
			an_update_of_ninety_days_ago_is_not_flagged_and_one_of_ninety_one_is),
		cmocka_unit_test(what_is_finished_after_the_day_still_runs_on_the_day),
		cmocka_unit_test(finished_on_the_deadline_was_on_time),
		cmocka_unit_test(
			a_day_of_finishing_without_the_status_is_a_contradiction_that_shows),
		cmocka_unit_test(a_name_of_a_person_is_withheld_and_the_party_stays),
		cmocka_unit_test(an_opdracht_is_smart_with_goal_measure_party_and_date),
		cmocka_unit_test(acties_stand_by_deadline_and_those_without_one_last),
		cmocka_unit_test(a_besluit_is_open_as_long_as_an_actie_of_it_is),
		cmocka_unit_test(a_besluit_counts_from_its_own_day),
		cmocka_unit_test(minutes_on_day_fourteen_are_on_time_and_on_day_fifteen_late),
		cmocka_unit_test(a_meeting_is_what_its_status_and_its_day_say_together),
		cmocka_unit_test(a_meeting_is_compared_with_the_previous_one_that_this_table_held),
		cmocka_unit_test(a_themablad_leads_to_its_meeting_and_to_what_was_decided_there),
		cmocka_unit_test(meetings_are_counted_per_gremium),
		cmocka_unit_test(
			a_gremium_is_called_as_the_gemeente_does_then_as_the_profile_then_by_its_code),
		cmocka_unit_test(the_days_of_a_count_of_meetings_are_inclusive),
		cmocka_unit_test(an_evaluation_is_recent_for_24_months_to_the_day),
		cmocka_unit_test(stopped_counts_with_a_day_and_a_reason_and_from_that_day),
		cmocka_unit_test(a_goal_has_what_falls_under_it),
		cmocka_unit_test(a_goal_has_its_last_and_its_next_meeting),
		cmocka_unit_test(acties_are_counted_per_soort_goal_and_party),
		cmocka_unit_test(registers_without_rows_are_empty),
		cmocka_unit_test(codes_come_back_as_the_profiles_spell_them),
	};

	return RUN_TESTS(tests);
}
