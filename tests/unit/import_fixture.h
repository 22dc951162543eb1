/* import_fixture.h - a small gemeente in memory and files written for one test. Everything in it is fictional
 * but the codes of Zoetermeer. */
#ifndef IMPORT_FIXTURE_H
#define IMPORT_FIXTURE_H

#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/str.h"
#include "import/import.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"
#include "store/waarneming_store.h"

struct fixture {
	char *dir;
	struct store *store;
	struct gebied_list gebieden;
	struct import_context ctx;
	struct import_options opt;
	struct import_result out;
};

static inline void add_area(struct gebied_list *list, const char *code, const char *naam, const char *niveau,
	const char *indeling, struct date vanaf, struct date tot, bool eigen, bool zonder)
{
	const struct gebied g = {.code = mem_dup(code), .naam = mem_dup(naam), .niveau = mem_dup(niveau),
		.indeling = mem_dup(indeling), .ouder = strcmp(niveau, "gemeente") == 0 ? NULL : mem_dup("GM0637"),
		.vanaf = vanaf, .tot = tot, .eigen = eigen, .zonder_doelgroep = zonder};

	gebied_list_add(list, &g);
	free(g.code);
	free(g.naam);
	free(g.niveau);
	free(g.indeling);
	free(g.ouder);
}

/* Zoetermeer with three wijken in each division: Meerzicht has another code in 2025. */
static inline void add_areas(struct gebied_list *list)
{
	const struct date old = {2000, 1, 1}, end = {2024, 12, 31}, now = {2025, 1, 1};

	add_area(list, "GM0637", "Zoetermeer", "gemeente", "", old, DATE_NONE, true, false);
	add_area(list, "GM0074", "Heerenveen", "gemeente", "", old, DATE_NONE, false, false);
	add_area(list, "GM0546", "Leiden", "gemeente", "", old, DATE_NONE, false, false);
	add_area(list, "GM0637-ONBEKEND", "Onbekend", "onbekend", "", old, DATE_NONE, true, false);
	add_area(list, "GM0637-BUITEN", "Buiten gemeente", "buiten", "", old, DATE_NONE, true, false);
	add_area(list, "WK063701", "Meerzicht", "wijk", "2024", old, end, true, false);
	add_area(list, "WK063705", "Rokkeveen", "wijk", "2024", old, end, true, false);
	add_area(list, "WK063708", "Industriegebied", "wijk", "2024", old, end, true, true);
	add_area(list, "WK063701", "Dorp", "wijk", "2025", now, DATE_NONE, true, false);
	add_area(list, "WK063705", "Meerzicht", "wijk", "2025", now, DATE_NONE, true, false);
	add_area(list, "WK063707", "De Leyens", "wijk", "2025", now, DATE_NONE, true, false);
	add_area(list, "WK063713", "bedrijventerreinen", "wijk", "2025", now, DATE_NONE, true, true);
	add_area(list, "BU06370501", "Meerzicht-West", "buurt", "2025", now, DATE_NONE, true, false);
	gebied_list_sort(list);
}

static inline int fixture_setup(void **state)
{
	struct fixture *f = mem_new(1, sizeof(*f));
	struct err err = ERR_INIT;

	assert_ok(proc_temp_dir(&f->dir, &err));
	assert_ok(store_open(&f->store, ":memory:", STORE_CREATE, &err));
	add_areas(&f->gebieden);
	assert_ok(store_begin(f->store, &err));
	assert_ok(gebied_store_save(f->store, &f->gebieden, &err));
	assert_ok(store_commit(f->store, &err));
	f->ctx = (struct import_context){.store = f->store, .gebieden = &f->gebieden, .werkmap = f->dir, .installed = ".",
		.nu = "2026-07-21T09:30:00", .door = "test"};
	*state = f;
	return 0;
}

static inline int fixture_teardown(void **state)
{
	struct fixture *f = *state;

	import_result_release(&f->out);
	store_close(f->store);
	gebied_list_release(&f->gebieden);
	proc_temp_remove(f->dir);
	free(f);
	return 0;
}

/* A profile of the werkmap itself; imports after this use it. */
static inline void use_profile(struct fixture *f, const char *text)
{
	char *folder = file_join(f->dir, "imports"), *path = file_join(folder, "proef.json");
	struct err err = ERR_INIT;

	assert_ok(file_make_dir(folder, &err));
	assert_ok(file_write(path, text, strlen(text), 0600, &err));
	f->opt.profiel = "proef";
	free(folder);
	free(path);
}

/* Writes the bytes under this name and imports them. */
static inline void import_bytes(struct fixture *f, const char *name, const char *bytes, size_t len)
{
	char *path = file_join(f->dir, name);
	struct err err = ERR_INIT;

	import_result_release(&f->out);
	unlink(path);
	assert_ok(file_write(path, bytes, len, 0600, &err));
	assert_ok(import_file(&f->ctx, path, &f->opt, &f->out, &err));
	free(path);
}

static inline void import_text(struct fixture *f, const char *name, const char *text)
{
	import_bytes(f, name, text, strlen(text));
}

static inline void show_findings(const struct fixture *f)
{
	for (size_t i = 0; i < f->out.bevindingen.count; i++) {
		const struct finding *b = &f->out.bevindingen.item[i];

		print_error("%d %s regel %lld kolom %s (%d): %s / %s\n", (int)b->ernst, b->rule, (long long)b->line,
			b->column ? b->column : "-", b->column_nr, b->text, b->advice ? b->advice : "-");
	}
}

/* The first finding of the rule whose text (or advice) holds `part`; the test fails when there is none. */
static inline const struct finding *find(const struct fixture *f, const char *rule, const char *part)
{
	for (size_t i = 0; i < f->out.bevindingen.count; i++) {
		const struct finding *b = &f->out.bevindingen.item[i];

		if (strcmp(b->rule, rule) == 0 && (strstr(b->text, part) || (b->advice && strstr(b->advice, part))))
			return b;
	}
	print_error("geen bevinding %s met '%s':\n", rule, part);
	show_findings(f);
	fail();
	return NULL;
}

static inline void expect(const struct fixture *f, enum import_uitslag uitslag)
{
	if (f->out.uitslag != uitslag) {
		print_error("uitslag %d, verwacht %d\n", (int)f->out.uitslag, (int)uitslag);
		show_findings(f);
		fail();
	}
}

/* The current observations of a source, a line each: "WK063701 2025-K3 kenmerk maat 5 [1,4] onbekend". */
static inline char *figures(struct fixture *f, const char *bron)
{
	static const char *const staat[] = {"", "afgeschermd", "niet_geleverd", "nvt", "onbekend"};
	const struct stand now = {DATE_NONE, 0};
	struct waarneming_query *q;
	const struct waarneming *w;
	struct err err = ERR_INIT;
	struct str s = STR_INIT;

	assert_ok(waarneming_query_open(&q, f->store, bron, now, &err));
	while (waarneming_query_next(q, &w, &err) == 1) {
		str_add_f(&s, "%s ", gebied_by_id(&f->gebieden, w->gebied)->code);
		periode_add_code(&s, w->periode);
		str_add_f(&s, " %s%s%s", w->kenmerk, *w->kenmerk ? " " : "", w->maat);
		if (w->begrensd && w->min == w->max)
			str_add_f(&s, " %lld", (long long)w->min);
		else if (w->begrensd)
			str_add_f(&s, " [%lld,%lld]", (long long)w->min, (long long)w->max);
		if (w->begrensd && w->schaal)
			str_add_f(&s, "e-%d", w->schaal);
		str_add_f(&s, "%s%s\n", *staat[w->staat] ? " " : "", staat[w->staat]);
	}
	waarneming_query_close(q);
	return str_detach(&s);
}

static inline void figures_are(struct fixture *f, const char *want)
{
	char *got = figures(f, "proef");

	if (strcmp(got, want) != 0)
		show_findings(f);
	assert_string_equal(got, want);
	free(got);
}

static inline char *dump(struct fixture *f)
{
	struct str s = STR_INIT;
	struct err err = ERR_INIT;

	assert_ok(store_dump(f->store, &s, &err));
	return str_detach(&s);
}

/* Imports what must be refused with this finding, and sees that the database is as it was. */
static inline void expect_refused(struct fixture *f, const char *name, const char *text, const char *rule, const char *part)
{
	char *before = dump(f), *after;

	import_text(f, name, text);
	expect(f, IMPORT_GEWEIGERD);
	find(f, rule, part);
	after = dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

#endif
