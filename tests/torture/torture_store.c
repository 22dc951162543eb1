/* torture_store.c - each verb of the store with a fault at every place where one can come.
 *
 *	torture_store [STEP [WORD]]      STEP 1 (default): every place; 37: every 37th; WORD: only
 *scenarios with it in their name
 *
 * After a fault the call must have said why in words for the user (not as a mistake of the
 *program), nothing may leak, and the database must hold what it held before, or after, and nothing
 *between. Prints TAP. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"
#include "fault.h"
#include "store/gebied_store.h"
#include "store/koppeling_store.h"
#include "store/levering_store.h"
#include "store/migrate.h"
#include "store/object_store.h"
#include "store/register_store.h"
#include "store/stmt.h"
#include "store/uitkomst_store.h"
#include "store/waarneming_store.h"

enum { NEVER = 1 << 30 };

static char dir[400];
static char moment[] = "2026-07-01T09:30:00", who[] = "beleid", bron[] = "vve", hash[65];

static const char *path(const char *name)
{
	static char text[4][500];
	static int next;
	char *p = text[next++ % 4];

	snprintf(p, sizeof(text[0]), "%s/%s", dir, name);
	return p;
}

/* ---- what is done ------------------------------------------------------------------------------
 */

static int add_areas(struct store *store, struct err *err)
{
	char code[] = "WK999901", naam[] = "Oeverwijk", niveau[] = "wijk", indeling[] = "2025",
	     a[] = "Oever";
	char *alias[] = {a};
	struct gebied g = {.code = code,
		.naam = naam,
		.niveau = niveau,
		.indeling = indeling,
		.alias = alias,
		.alias_count = 1,
		.vanaf = {2025, 1, 1},
		.eigen = true};
	struct gebied_list list = {NULL, 0, 0};
	int result;

	gebied_list_add(&list, &g);
	result = gebied_store_save(store, &list, err);
	gebied_list_release(&list);
	return result;
}

/* What is no count: a school, a postcode and an actie, as part of the delivery. */
static int add_others(struct store *store, int64_t nr, struct err *err)
{
	static const char *const naam[] = {"status", "omschrijving"}, *const waarde[] = {
									      "open", "fictief"};
	const struct object o = {.levering = nr,
		.soort = "school",
		.code = "00AA",
		.naam = "De Fictie",
		.periode = periode_jaar(2026),
		.gebied = 1,
		.count = 2,
		.kenmerk = naam,
		.waarde = waarde};
	const struct koppeling k = {.levering = nr,
		.naam = "pc4",
		.indeling = "2025",
		.code = "0000",
		.gebied = 1,
		.gewicht = 3};
	const struct register_rij r = {
		.id = "A1", .levering = nr, .count = 2, .naam = naam, .waarde = waarde};

	if (object_store_add(store, &o, err) < 0 || koppeling_store_add(store, &k, err) < 0)
		return -1;
	return register_store_add(store, bron, &r, err);
}

static int add_delivery(struct store *store, int rows, struct err *err)
{
	const struct bevinding b = {
		"waarschuwing", "C4", 7, "wijk", "1 van 8 wijken ontbreekt.", "Vraag na."};
	struct levering l = {.bestand = bron,
		.sha256 = hash,
		.bron = bron,
		.geladen_op = moment,
		.geladen_door = who,
		.periode = periode_kwartaal(2026, 2)};

	if (levering_store_add(store, &l, err) < 0 || bevinding_store_add(store, l.nr, &b, err) < 0)
		return -1;
	for (int i = 0; i < rows; i++) {
		char kenmerk[40];
		struct waarneming w = {.levering = l.nr,
			.gebied = 1,
			.periode = l.periode,
			.kenmerk = kenmerk,
			.maat = "aantal",
			.staat = STAAT_WAARDE,
			.begrensd = true,
			.min = i,
			.max = i};

		snprintf(kenmerk, sizeof(kenmerk), "leeftijd=%d", i);
		if (waarneming_store_add(store, bron, &w, err) < 0)
			return -1;
	}
	if (add_others(store, l.nr, err) < 0)
		return -1;
	return logboek_add(store, moment, who, "laad", "vve.csv", "geladen", err);
}

static int load(struct store *store, struct err *err)
{
	return add_areas(store, err) < 0 || add_delivery(store, 12, err) < 0 ? -1 : 0;
}

static int load_much(struct store *store, struct err *err)
{
	return add_delivery(store, 200, err);
}

static int store_outcomes(struct store *store, struct err *err)
{
	int64_t levering = 1;
	struct gebied g = {.id = 1};
	struct uitkomst u = {.gebied = &g,
		.periode = periode_kwartaal(2026, 2),
		.levering = &levering,
		.levering_count = 1};
	struct uitkomst_rij rij = {.indicator = "OAB-01", .versie = 1, .eenheid = "%", .u = &u};
	struct berekening b = {.gerekend_op = moment, .definities = hash, .programma = who};

	if (berekening_store_begin(store, &b, err) < 0)
		return -1;
	return uitkomst_store_add(store, b.nr, &rij, err);
}

static int in_transaction(
	struct store *store, int (*work)(struct store *, struct err *), struct err *err)
{
	if (store_begin(store, err) < 0)
		return -1;
	if (work(store, err) == 0 && store_commit(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}

static int walk(struct waarneming_query *q, struct err *err)
{
	const struct waarneming *w;
	int step;

	while ((step = waarneming_query_next(q, &w, err)) == 1)
		;
	waarneming_query_close(q);
	return step;
}

static void ignore(void *arg, const struct bevinding *b)
{
	(void)arg;
	(void)b;
}

static void ignore_line(void *arg, const struct logregel *r)
{
	(void)arg;
	(void)r;
}

static int read_deliveries(struct store *store, struct err *err)
{
	struct levering_list list;
	struct levering l;
	int found;

	if (levering_store_list(store, (struct stand){.tot_levering = 0}, &list, err) < 0)
		return -1;
	levering_list_release(&list);
	found = levering_store_find_hash(store, bron, hash, &l, err);
	if (found == 1)
		levering_release(&l);
	return found < 0 ? -1 : bevinding_store_each(store, 1, ignore, NULL, err);
}

static int read_registers(struct store *store, struct err *err)
{
	const struct stand now = {.tot_levering = 0};
	struct register_list list;
	struct levering l;
	char **names;
	size_t count;
	int found;

	if (register_store_load(store, bron, now, &list, err) < 0)
		return -1;
	register_list_release(&list);
	if (register_store_history(store, bron, "A1", &list, err) < 0)
		return -1;
	register_list_release(&list);
	if (register_store_names(store, &names, &count, err) < 0)
		return -1;
	file_list_free(names, count);
	found = register_store_newest(store, bron, now, &l, err);
	if (found == 1)
		levering_release(&l);
	return found < 0 ? -1 : 0;
}

static int read_others(struct store *store, struct err *err)
{
	const struct stand now = {.tot_levering = 0};
	struct object_list objects;
	struct koppeling_list koppelingen;

	if (object_store_load(store, "school", now, &objects, err) < 0)
		return -1;
	object_list_release(&objects);
	if (koppeling_store_load(store, "pc4", now, &koppelingen, err) < 0)
		return -1;
	koppeling_list_release(&koppelingen);
	if (read_registers(store, err) < 0)
		return -1;
	return logboek_each(store, ignore_line, NULL, err);
}

static int read_all(struct store *store, struct err *err)
{
	const struct stand now = {.tot_levering = 0};
	struct waarneming_query *q;
	struct gebied_list areas;
	char **names = NULL, *value = NULL;
	size_t count;

	if (gebied_store_load(store, &areas, err) < 0)
		return -1;
	gebied_list_release(&areas);
	if (store_setting_get(store, "gemeente", &value, err) < 0)
		return -1;
	free(value);
	if (waarneming_store_sources(store, &names, &count, err) < 0)
		return -1;
	file_list_free(names, count);
	if (read_deliveries(store, err) < 0 || read_others(store, err) < 0)
		return -1;
	if (waarneming_query_open(&q, store, bron, now, err) < 0 || walk(q, err) < 0)
		return -1;
	if (waarneming_history_open(&q, store, bron, 1, periode_kwartaal(2026, 2), err) < 0)
		return -1;
	return walk(q, err);
}

/* ---- scenarios: on a copy of the same database -------------------------------------------------
 */

static int do_load(struct store *store, struct err *err)
{
	return in_transaction(store, load, err);
}

/* Larger than the cache: pages go to the file before the commit. */
static int do_load_much(struct store *store, struct err *err)
{
	if (sqlite3_exec(store->db, "PRAGMA cache_size = 2", NULL, NULL, NULL) != SQLITE_OK)
		return store_fail(store, SQLITE_NOMEM, "", err);
	return in_transaction(store, load_much, err);
}

static int do_outcomes(struct store *store, struct err *err)
{
	return in_transaction(store, store_outcomes, err);
}

static int do_withdraw(struct store *store, struct err *err)
{
	return levering_store_withdraw(store, 1, moment, who, err);
}

static int do_setting(struct store *store, struct err *err)
{
	return store_setting_set(store, "gemeente", "elders", err);
}

static int do_read(struct store *store, struct err *err)
{
	int result;

	if (store_begin_read(store, err) < 0)
		return -1;
	result = read_all(store, err);
	if (result == 0)
		result = store_commit(store, err);
	store_rollback(store);
	return result;
}

static int do_dump(struct store *store, struct err *err)
{
	struct str s = STR_INIT;
	int result = store_dump(store, &s, err);

	str_release(&s);
	return result;
}

static int do_backup(struct store *store, struct err *err)
{
	return store_backup(store, path("kopie.db"), err);
}

static int do_upgrade(struct store *store, struct err *err)
{
	static const unsigned char extra[] = "CREATE TABLE extra (x INTEGER) STRICT;";
	struct migrate_step steps[20];
	size_t count;
	const struct migrate_step *own = migrate_steps(&count);

	memcpy(steps, own, count * sizeof(*steps));
	steps[count] = (struct migrate_step){extra, "extra.sql"};
	return migrate_run(store, steps, count + 1, err);
}

static const struct scenario {
	const char *name;
	enum store_mode mode;
	int (*work)(struct store *store, struct err *err); /* NULL: opening is the work */
	bool interrupted; /* on what a killed program left: half changed, with a journal */
} scenarios[] = {
	{"maken", STORE_CREATE, NULL, false},
	{"openen om te lezen", STORE_READ, NULL, false},
	{"openen om te schrijven", STORE_WRITE, NULL, false},
	{"laden", STORE_WRITE, do_load, false},
	{"veel laden", STORE_WRITE, do_load_much, false},
	{"uitkomsten bewaren", STORE_WRITE, do_outcomes, false},
	{"terugdraaien", STORE_WRITE, do_withdraw, false},
	{"instellen", STORE_WRITE, do_setting, false},
	{"alles lezen", STORE_READ, do_read, false},
	{"inhoud tonen", STORE_READ, do_dump, false},
	{"kopie maken", STORE_READ, do_backup, false},
	{"bijwerken", STORE_WRITE, do_upgrade, false},
	{"lezen na een afgebroken lading", STORE_READ, NULL, true},
	{"schrijven na een afgebroken lading", STORE_WRITE, NULL, true},
};

/* ---- the loop ----------------------------------------------------------------------------------
 */

struct bytes {
	char *text;
	size_t len;
};
static struct bytes template, half, half_journal;

static void stop(const char *what)
{
	printf("Bail out! %s\n", what);
	exit(1);
}

static void empty_dir(void)
{
	struct err err = ERR_INIT;
	char **names;
	size_t count;

	if (file_list(dir, NULL, &names, &count, &err) < 0)
		stop(err.text);
	for (size_t i = 0; i < count; i++)
		unlink(path(names[i]));
	file_list_free(names, count);
}

static struct bytes read_bytes(const char *name)
{
	struct err err = ERR_INIT;
	struct bytes b;

	if (file_read(path(name), 1 << 26, &b.text, &b.len, &err) < 0)
		stop(err.text);
	return b;
}

static void write_bytes(const char *name, struct bytes b)
{
	FILE *f = fopen(path(name), "wb");

	if (!f || fwrite(b.text, 1, b.len, f) != b.len || fclose(f) != 0)
		stop("geen ruimte voor de proef");
}

static void lay_out(const struct scenario *s)
{
	empty_dir();
	if (s->mode == STORE_CREATE)
		return;
	write_bytes("ijkpunt.db", s->interrupted ? half : template);
	if (s->interrupted)
		write_bytes("ijkpunt.db-journal", half_journal);
}

static void make_template(void)
{
	struct err err = ERR_INIT;
	struct store *store;

	memset(hash, 'a', 64);
	empty_dir();
	if (store_open(&store, path("ijkpunt.db"), STORE_CREATE, &err) < 0 ||
		do_load(store, &err) < 0)
		stop(err.text);
	store_close(store);
	template = read_bytes("ijkpunt.db");
}

/* The files as they are halfway a load that does not fit in the cache. */
static void make_half(void)
{
	struct err err = ERR_INIT;
	struct store *store;

	if (store_open(&store, path("ijkpunt.db"), STORE_WRITE, &err) < 0 ||
		sqlite3_exec(store->db, "PRAGMA cache_size = 1", NULL, NULL, NULL) != SQLITE_OK ||
		store_begin(store, &err) < 0 || load_much(store, &err) < 0)
		stop(err.text ? err.text : "PRAGMA");
	half = read_bytes("ijkpunt.db");
	half_journal = read_bytes("ijkpunt.db-journal");
	store_close(store);
	if (half.len == template.len && memcmp(half.text, template.text, half.len) == 0)
		stop("de afgebroken lading is niet half");
}

/* The content of a file, "-" when there is none; damage ends the test. */
static char *read_content(const char *name)
{
	struct err err = ERR_INIT;
	struct str s = STR_INIT;
	struct stat st;
	struct store *store;
	int64_t version;

	if (stat(path(name), &st) != 0 || st.st_size == 0)
		return mem_dup("-");
	if (store_open(&store, path(name), STORE_WRITE, &err) < 0) {
		/* an unfinished creation: a file without pages; the next creation uses it */
		if (strstr(err.text, "geen database van ijkpunt") &&
			store_open(&store, path(name), STORE_CREATE, (err_release(&err), &err)) ==
				0) {
			store_close(store);
			return mem_dup("-");
		}
		if (strstr(err.text, "nieuwere versie")) { /* upgraded */
			err_release(&err);
			return mem_dup("bijgewerkt");
		}
		stop(err.text);
	}
	if (store_check_connection(store->db, name, "PRAGMA integrity_check", &err) < 0 ||
		store_dump(store, &s, &err) < 0 ||
		store_pragma_int(store->db, "PRAGMA user_version", &version) != SQLITE_OK)
		stop(err.text);
	str_add_f(&s, "versie %lld\n", (long long)version);
	store_close(store);
	return str_detach(&s);
}

/* A whole database file and the content that reading it gave: the same bytes need no second
 * reading. */
struct known {
	char *bytes, *content;
	size_t len;
};

struct trial {
	const struct scenario *scenario;
	enum fault_kind kind;
	bool lasting;
	struct known before, after;
	long number, places, refused, wrong;
};

static struct known know(const char *name)
{
	struct err err = ERR_INIT;
	struct known k = {NULL, read_content(name), 0};

	if (strcmp(k.content, "-") != 0 &&
		file_read(path(name), 1 << 26, &k.bytes, &k.len, &err) < 0)
		stop(err.text);
	return k;
}

static void forget(struct known *k)
{
	free(k->bytes);
	free(k->content);
}

static bool is_known(const char *name, const struct known *k)
{
	struct err err = ERR_INIT;
	char *bytes = NULL, journal[100];
	size_t len = 0;
	bool same;

	snprintf(journal, sizeof(journal), "%s-journal", name);
	if (!k->bytes || access(path(journal), F_OK) == 0 || access(path(name), F_OK) != 0)
		return false;
	if (file_read(path(name), 1 << 26, &bytes, &len, &err) < 0)
		stop(err.text);
	same = len == k->len && memcmp(bytes, k->bytes, len) == 0;
	free(bytes);
	return same;
}

static char *content(const struct trial *t, const char *name)
{
	if (is_known(name, &t->before))
		return mem_dup(t->before.content);
	if (is_known(name, &t->after))
		return mem_dup(t->after.content);
	return read_content(name);
}

static void wrong(struct trial *t, const char *what)
{
	if (t->wrong++ < 5)
		printf("# %s, plaats %ld: %s\n", t->scenario->name, t->number, what);
}

static void check_message(struct trial *t, const struct err *err)
{
	if (!err->text || !*err->text)
		wrong(t, "geen tekst");
	else if (err->kind != ERR_SURROUNDINGS || !err->advice)
		wrong(t, err->text);
	else if (t->kind == FAULT_MEMORY && !strstr(err->text, "geheugen"))
		wrong(t, err->text);
	else if (t->kind == FAULT_FULL && !strstr(err->text, "vol"))
		wrong(t, err->text);
	else if (strstr(err->text, "beschadigd")) /* nobody should put back a backup for this */
		wrong(t, err->text);
}

static void check_content(struct trial *t, int result)
{
	char *found = content(t, "ijkpunt.db"), *copy = content(t, "kopie.db");
	bool is_before = strcmp(found, t->before.content) == 0,
	     is_after = strcmp(found, t->after.content) == 0;

	if (result == 0 && !is_after)
		wrong(t, "gelukt, maar niet bewaard");
	if (result < 0 && !is_before && !(is_after && t->kind == FAULT_POWER))
		wrong(t, "mislukt, en toch veranderd");
	if (strcmp(copy, "-") != 0 && strcmp(copy, t->before.content) != 0)
		wrong(t, "een halve kopie");
	if (access(path("kopie.db.onvolledig"), F_OK) == 0 && t->kind != FAULT_POWER)
		wrong(t, "een restbestand");
	free(found);
	free(copy);
}

/* Opens and works, with the fault in the n-th place of the work (0: no fault). */
static int perform(const struct trial *t, struct err *err)
{
	const struct scenario *s = t->scenario;
	struct store *store;
	int result;

	/* the kind from the start, so that fault.c knows the files; the moment when the work begins
	 */
	fault_arm(t->kind, s->work || !t->number ? NEVER : t->number, t->lasting);
	if (store_open(&store, path("ijkpunt.db"), s->mode, err) < 0)
		return -1;
	if (s->work && t->number)
		fault_arm(t->kind, t->number, t->lasting);
	result = s->work ? s->work(store, err) : 0;
	store_close(store);
	return result;
}

/* One run with a fault in the n-th place; false when there is no such place any more. */
static bool run_once(struct trial *t, unsigned seed)
{
	struct err err = ERR_INIT;
	long outstanding = fault_outstanding();
	bool fired;
	int result;

	lay_out(t->scenario);
	result = perform(t, &err);
	fired = fault_disarm(seed);
	if (fault_outstanding() != outstanding)
		wrong(t, "geheugen van SQLite niet vrijgegeven");
	if (result < 0) {
		t->refused++;
		if (!fired)
			stop(err.text);
		check_message(t, &err);
	}
	err_release(&err);
	check_content(t, result);
	return fired;
}

/* With the power every place is tried with several survivals of what was not synced. */
static void run_trial(struct trial *t, long step)
{
	struct err err = ERR_INIT;
	unsigned seeds = t->kind == FAULT_POWER ? 4 : 1;
	bool more = true;

	lay_out(t->scenario);
	t->before = know("ijkpunt.db");
	lay_out(t->scenario);
	if (perform(t, &err) < 0) /* number 0: the plain run */
		stop(err.text);
	fault_arm(FAULT_NONE, 0, false);
	fault_disarm(0);
	t->after = know("ijkpunt.db");
	for (t->number = 1; more; t->number += step) /* the last one: after the end */
		for (unsigned seed = 0; seed < seeds; seed++) {
			more = run_once(t, (unsigned)t->number * seeds + seed);
			t->places += more && seed == 0;
		}
	forget(&t->before);
	forget(&t->after);
}

static void make_dir(void)
{
	const char *temp = getenv("TMPDIR");

	if (!temp)
		temp = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	snprintf(dir, sizeof(dir), "%s/ijkpunt-torture-XXXXXX", temp);
	if (!mkdtemp(dir))
		stop("geen map voor de proef");
}

/* Memory is asked for thousands of times where the disk is asked for tens. */
static long step_for(enum fault_kind kind, int64_t step)
{
	return (long)(kind == FAULT_MEMORY ? step : (step + 9) / 10);
}

int main(int argc, char **argv)
{
	static const struct {
		enum fault_kind kind;
		bool lasting;
		const char *name;
	} kinds[] = {{FAULT_MEMORY, false, "geen geheugen"}, {FAULT_MEMORY, true, "geen geheugen"},
		{FAULT_FULL, false, "schijf vol"}, {FAULT_FULL, true, "schijf vol"},
		{FAULT_DISK, false, "schijf hapert"}, {FAULT_DISK, true, "schijf hapert"},
		{FAULT_POWER, false, "stroom valt uit"}};
	struct err err = ERR_INIT;
	const char *word = argc > 2 ? argv[2] : "";
	int64_t step = 1;
	int nr = 0, failed = 0;

	if (argc > 1 && (num_parse_int(argv[1], &step, &err) < 0 || step < 1))
		stop("gebruik: torture_store [STAP]");
	fault_install();
	make_dir();
	make_template();
	make_half();
	for (size_t s = 0; s < ARRAY_LEN(scenarios); s++)
		for (size_t k = 0; k < ARRAY_LEN(kinds) && strstr(scenarios[s].name, word); k++) {
			struct trial t = {.scenario = &scenarios[s],
				.kind = kinds[k].kind,
				.lasting = kinds[k].lasting};

			run_trial(&t, step_for(t.kind, step));
			failed |= t.wrong != 0;
			printf("%s %d - %s: %s%s (%ld plaatsen, %ld keer geweigerd)\n",
				t.wrong ? "not ok" : "ok", ++nr, t.scenario->name, kinds[k].name,
				t.lasting ? ", blijvend" : "", t.places, t.refused);
			fflush(stdout);
		}
	printf("1..%d\n", nr);
	empty_dir();
	rmdir(dir);
	free(template.text);
	free(half.text);
	free(half_journal.text);
	return failed;
}
