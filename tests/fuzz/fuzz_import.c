/* fuzz_import.c - any bytes as a delivery of the VVE source, on trial against a database with one delivery in it:
 * no crash, every fout with what to do, and not one byte of the database different. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "base/text.h"
#include "import/gebied_file.h"
#include "import/import.h"
#include "store/gebied_store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DUMP_EVERY = 256 };

#define CHECK(true_thing)                                                                          \
	do {                                                                                       \
		if (!(true_thing)) {                                                               \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #true_thing);           \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

static struct world {
	struct store *store;
	struct gebied_list areas;
	char *dir, *path;
	struct str dump;
	struct import_context ctx;
	unsigned long runs;
} w;

static const char first[] = "wijk;peildatum;leeftijdsgroep;aantal_doelgroep;aantal_in_opvang;aantal_in_ve\n"
			    "Dorp;2025-09-30;2,5-4;50;46;40\nMeerzicht;2025-09-30;2,5-4;87;80;<5\n";

static void write_file(const void *bytes, size_t len)
{
	FILE *f = fopen(w.path, "wb");

	CHECK(f && fwrite(bytes, 1, len, f) == len && fclose(f) == 0);
}

static void dump_into(struct str *s)
{
	struct err err = ERR_INIT;

	str_clear(s);
	CHECK(store_dump(w.store, s, &err) == 0);
}

static void run(bool proef, struct import_result *out)
{
	const struct import_options opt = {.profiel = "vve_doelgroep", .proef = proef};
	struct err err = ERR_INIT;

	CHECK(import_file(&w.ctx, w.path, &opt, out, &err) == 0);
}

static void begin(void)
{
	/* the replay runs in the repository, libFuzzer in build/fuzz */
	const char *root = file_exists("imports/README.md") ? "." : "../..";
	char *areas = file_join(root, "imports/gebieden/zoetermeer.csv");
	struct err err = ERR_INIT;
	struct import_result out;

	CHECK(proc_temp_dir(&w.dir, &err) == 0);
	w.path = mem_printf("%s/VVE_2025K3_V.csv", w.dir);
	CHECK(store_open(&w.store, ":memory:", STORE_CREATE, &err) == 0);
	CHECK(gebied_file_load(&w.areas, areas, "gebieden", NULL, true, &err) == 0);
	gebied_list_sort(&w.areas);
	free(areas);
	CHECK(store_begin(w.store, &err) == 0 && gebied_store_save(w.store, &w.areas, &err) == 0 && store_commit(w.store, &err) == 0);
	w.ctx = (struct import_context){.store = w.store, .gebieden = &w.areas, .installed = root, .nu = "2026-07-21T09:30:00", .door = "fuzz"};
	write_file(first, sizeof(first) - 1);
	run(false, &out);
	CHECK(out.uitslag == IMPORT_GELADEN);
	import_result_release(&out);
	dump_into(&w.dump);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct import_result out;
	struct str now = STR_INIT;

	if (!w.store)
		begin();
	if (size > 65536)
		return 0;
	write_file(data, size);
	run(true, &out);
	CHECK(out.uitslag != IMPORT_GELADEN);
	CHECK((out.uitslag == IMPORT_GEWEIGERD) == (out.bevindingen.fouten > 0));
	for (size_t i = 0; i < out.bevindingen.count; i++) {
		const struct finding *f = &out.bevindingen.item[i];

		CHECK(f->rule && f->text && text_utf8_valid(f->text, strlen(f->text)) == strlen(f->text));
		CHECK(f->ernst != ERNST_FOUT || (f->advice && *f->advice));
		CHECK(!strpbrk(f->text, "\n\r\x1b") && f->line >= 0);
	}
	import_result_release(&out);
	if (++w.runs % DUMP_EVERY == 1) {
		dump_into(&now);
		CHECK(strcmp(str_text(&now), str_text(&w.dump)) == 0);
		str_release(&now);
	}
	return 0;
}
