#include "def/definities.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "def/check_file.h"
#include "def/doel_def.h"
#include "def/lokaal.h"

/* Further than this a typed id is another id. */
#define NEAR 3

/* ---- where files are ---- */

static char *path_in(const char *folder, const char *kind, const char *name)
{
	char *dir = file_join(folder, kind), *path = file_join(dir, name);

	free(dir);
	return path;
}

char *definities_path(
	const char *werkmap, const char *installed, const char *kind, const char *name)
{
	const char *const folders[] = {werkmap, installed};

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		char *path;

		if (!folders[i])
			continue;
		path = path_in(folders[i], kind, name);
		if (file_exists(path))
			return path;
		free(path);
	}
	return NULL;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int definities_names(const char *werkmap, const char *installed, const char *kind,
	const char *suffix, char ***names, size_t *count, struct err *err)
{
	const char *const folders[] = {werkmap, installed};
	char **all = NULL;
	size_t n = 0, cap = 0, kept = 0;

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		char *dir = folders[i] ? file_join(folders[i], kind) : NULL, **some = NULL;
		size_t some_count = 0;

		if (dir && file_is_dir(dir) && file_list(dir, suffix, &some, &some_count, err)) {
			free(dir);
			file_list_free(all, n);
			return -1;
		}
		free(dir);
		for (size_t k = 0; k < some_count; k++) {
			all = mem_grow(all, &cap, n + 1, sizeof(*all));
			all[n++] = some[k];
		}
		free(some); /* its texts live on in `all` */
	}
	if (n)
		qsort(all, n, sizeof(*all), by_text);
	for (size_t i = 0; i < n; i++) {
		if (kept && strcmp(all[kept - 1], all[i]) == 0)
			free(all[i]);
		else
			all[kept++] = all[i];
	}
	*names = all ? all : mem_new(1, sizeof(*all));
	*count = kept;
	return 0;
}

/* ---- loading ---- */

/* "indicators/normen/<gemeente>.json": as messages name it. */
static char *label_of(const char *kind, const char *name)
{
	return mem_printf("%s/%s", kind, name);
}

static void hash_more(struct str *all, const char *label, const char *hash)
{
	str_add(all, label);
	str_add_char(all, ' ');
	str_add(all, hash);
	str_add_char(all, '\n');
}

static int load_indicator(struct definities *defs, const char *name, struct err *err)
{
	char *path = definities_path(defs->werkmap, defs->installed, "indicators", name);
	char *label = label_of("indicators", name);
	struct indicator_def *def = NULL;
	int rc = indicator_def_load(&def, path, label, err);

	if (rc == 0 && (strncmp(def->id, name, strlen(def->id)) != 0 ||
			       strcmp(name + strlen(def->id), ".json") != 0)) {
		err_set(err, ERR_DEFINITION,
			"%s, sleutel id: het bestand heet %s en de id is \"%s\".", label, name,
			def->id);
		rc = err_advise(err, "Geef het bestand de naam van de id, of andersom.");
		indicator_def_free(def);
		def = NULL;
	}
	if (def)
		defs->indicator[defs->indicator_count++] = def;
	free(label);
	free(path);
	return rc;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(
		(*(struct indicator_def *const *)a)->id, (*(struct indicator_def *const *)b)->id);
}

static int load_indicators(struct definities *defs, struct err *err)
{
	char **names = NULL;
	size_t count = 0;
	int rc = definities_names(
		defs->werkmap, defs->installed, "indicators", ".json", &names, &count, err);

	if (rc)
		return -1;
	defs->indicator = mem_new(count, sizeof(struct indicator_def *));
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = load_indicator(defs, names[i], err);
	file_list_free(names, count);
	if (rc == 0 && defs->indicator_count)
		qsort(defs->indicator, defs->indicator_count, sizeof(struct indicator_def *),
			by_id);
	return rc;
}

/* A file that need not be there: 1 with path and label (owned by the caller), 0 when it is absent.
 */
static int local_file(const struct definities *defs, const char *kind, const char *name,
	char **path, char **label)
{
	*path = definities_path(defs->werkmap, defs->installed, kind, name);
	if (!*path)
		return 0;
	*label = label_of(kind, name);
	return 1;
}

/* ---- which indicators this gemeente follows ---- */

/* A goal asks for it; or it is context; or it stands in the werkmap itself. */
static bool is_asked(const struct definities *defs, const struct doel_list *goals,
	const struct indicator_def *def)
{
	char *name = mem_printf("%s.json", def->id), *path = NULL;
	bool asked = def->keten == KETEN_CONTEXT;

	if (defs->werkmap && strcmp(defs->werkmap, defs->installed) != 0) {
		path = path_in(defs->werkmap, "indicators", name);
		asked = asked || file_exists(path);
	}
	for (size_t i = 0; i < goals->count && !asked; i++)
		asked = woord_list_has(&goals->item[i].indicatoren, def->id);
	free(path);
	free(name);
	return asked;
}

/* One that a followed indicator is derived from is followed too. */
static void mark_base(const struct definities *defs, bool *kept, const char *id)
{
	for (size_t i = 0; id && i < defs->indicator_count; i++) {
		const struct indicator_def *def = defs->indicator[i];

		if (kept[i] || strcmp(def->id, id) != 0)
			continue;
		kept[i] = true;
		mark_base(defs, kept, def->afgeleid_van);
		mark_base(defs, kept, def->afgeleid_min);
	}
}

static void keep_asked(struct definities *defs, const struct doel_list *goals)
{
	bool *kept = mem_new(defs->indicator_count + 1, sizeof(*kept));
	size_t count = 0;

	mark_base(defs, kept, defs->gemeente.volgorde);
	for (size_t i = 0; i < defs->indicator_count; i++)
		if (!kept[i] && is_asked(defs, goals, defs->indicator[i]))
			mark_base(defs, kept, defs->indicator[i]->id);
	for (size_t i = 0; i < defs->indicator_count; i++) {
		if (kept[i])
			defs->indicator[count++] = defs->indicator[i];
		else
			indicator_def_free(defs->indicator[i]);
	}
	defs->indicator_count = count;
	free(kept);
}

/* An indicator belongs to no gemeente; the goals of a gemeente say which ones it follows. A
 * gemeente without a file of goals follows all. */
static int load_asked(
	struct definities *defs, const char *name, struct str *hashes, struct err *err)
{
	struct doel_list goals = {0};
	char *path, *label;
	int rc = 0;

	if (local_file(defs, "indicators/doelen", name, &path, &label)) {
		rc = doel_list_load(&goals, path, label, err);
		if (rc == 0) {
			hash_more(hashes, label, goals.hash);
			keep_asked(defs, &goals);
		}
		doel_list_release(&goals);
		free(path);
		free(label);
	}
	for (size_t i = 0; i < defs->indicator_count && rc == 0; i++)
		hash_more(hashes, defs->indicator[i]->id, defs->indicator[i]->hash);
	return rc;
}

static int load_norms(
	struct definities *defs, const char *name, struct str *hashes, struct err *err)
{
	static const char *const kind = "indicators/normen";
	char *path, *label;
	int rc;

	if (!local_file(defs, kind, name, &path, &label))
		return 0;
	rc = norm_list_load(&defs->normen, path, label, err);
	if (rc == 0)
		hash_more(hashes, label, defs->normen.hash);
	free(path);
	free(label);
	return rc;
}

static int load_breaks(
	struct definities *defs, const char *name, struct str *hashes, struct err *err)
{
	char *path, *label, hash[65];
	int rc;

	if (!local_file(defs, "indicators/breuken", name, &path, &label))
		return 0;
	rc = breuk_list_load(&defs->breuk, &defs->breuk_count, path, label, hash, err);
	if (rc == 0)
		hash_more(hashes, label, hash);
	free(path);
	free(label);
	return rc;
}

static int load_privacy(
	struct definities *defs, const char *name, struct str *hashes, struct err *err)
{
	char *path, *label;
	int rc;

	privacy_def_default(&defs->privacy);
	if (!local_file(defs, "indicators/privacy", name, &path, &label))
		return 0;
	rc = privacy_def_load(&defs->privacy, path, label, err);
	if (rc == 0)
		hash_more(hashes, label, defs->privacy.hash);
	free(path);
	free(label);
	return rc;
}

/* The names of the gemeenten that are there, with commas. */
static void add_names(struct str *out, char **names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(names[i]);

		if (i)
			str_add(out, ", ");
		str_add_n(out, names[i], len > 5 ? len - 5 : len); /* without .json */
	}
}

static int unknown_gemeente(const struct definities *defs, const char *gemeente, struct err *err)
{
	struct str known = STR_INIT;
	char **names = NULL;
	size_t count = 0;

	if (definities_names(defs->werkmap, defs->installed, "indicators/gemeenten", ".json",
		    &names, &count, err))
		return -1;
	add_names(&known, names, count);
	err_set(err, ERR_USE, "Er zijn geen definities voor gemeente \"%s\".", gemeente);
	if (count)
		err_advise(err, "Kies een van: %s.", str_text(&known));
	else
		err_advise(err,
			"Er staan geen gemeenten in %s/indicators/gemeenten. Is ijkpunt goed "
			"geïnstalleerd?",
			defs->installed);
	file_list_free(names, count);
	str_release(&known);
	return -1;
}

static int load_gemeente(struct definities *defs, const char *gemeente, const char *name,
	struct str *hashes, struct err *err)
{
	char *path, *label, hash[65];
	int rc;

	if (strchr(gemeente, '/') || !local_file(defs, "indicators/gemeenten", name, &path, &label))
		return unknown_gemeente(defs, gemeente, err);
	rc = gemeente_def_load(&defs->gemeente, path, label, hash, err);
	if (rc == 0)
		hash_more(hashes, label, hash);
	free(path);
	free(label);
	return rc;
}

/* A norm in another unit than its indicator would judge apples by pears: nothing is computed with
 * it. */
static int check_units(const struct definities *defs, const char *name, struct err *err)
{
	struct check_list found = {NULL, 0, 0};
	int rc = 0;

	check_norm_units(defs, name, &found);
	if (found.count) {
		err_set(err, ERR_DEFINITION, "%s", found.item[0].tekst);
		rc = err_advise(err, "Zet in de norm de eenheid van de indicator.");
	}
	check_list_release(&found);
	return rc;
}

int definities_load(struct definities **out, const char *werkmap, const char *installed,
	const char *gemeente, struct err *err)
{
	struct definities *defs = mem_new(1, sizeof(*defs));
	char *name = mem_printf("%s.json", gemeente);
	struct str hashes = STR_INIT;
	struct file_hash hash;
	int rc = -1;

	defs->werkmap = mem_dup(werkmap);
	defs->installed = mem_dup(installed);
	if (load_gemeente(defs, gemeente, name, &hashes, err) || load_indicators(defs, err) ||
		load_asked(defs, name, &hashes, err) || load_norms(defs, name, &hashes, err) ||
		load_norms(defs, "eigen.json", &hashes, err) ||
		load_breaks(defs, name, &hashes, err) || load_privacy(defs, name, &hashes, err) ||
		check_units(defs, name, err))
		goto out;
	file_hash_bytes(str_text(&hashes), hashes.len, &hash);
	memcpy(defs->hash, hash.hex, sizeof(defs->hash));
	*out = defs;
	defs = NULL;
	rc = 0;
out:
	definities_free(defs);
	free(name);
	str_release(&hashes);
	return rc;
}

int definities_load_indicatoren(
	struct definities **out, const char *werkmap, const char *installed, struct err *err)
{
	struct definities *defs = mem_new(1, sizeof(*defs));
	int rc;

	defs->werkmap = mem_dup(werkmap);
	defs->installed = mem_dup(installed);
	rc = load_indicators(defs, err);
	if (rc == 0)
		*out = defs;
	else
		definities_free(defs);
	return rc;
}

void definities_free(struct definities *defs)
{
	if (!defs)
		return;
	for (size_t i = 0; i < defs->indicator_count; i++)
		indicator_def_free(defs->indicator[i]);
	free(defs->indicator);
	norm_list_release(&defs->normen);
	breuk_list_free(defs->breuk, defs->breuk_count);
	privacy_def_release(&defs->privacy);
	gemeente_def_release(&defs->gemeente);
	free(defs->werkmap);
	free(defs->installed);
	free(defs);
}

/* ---- asking ---- */

const struct indicator_def *definities_indicator(const struct definities *defs, const char *id)
{
	size_t low = 0, high = defs->indicator_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int cmp = strcmp(id, defs->indicator[mid]->id);

		if (cmp == 0)
			return defs->indicator[mid];
		if (cmp < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

const char *definities_nearest(const struct definities *defs, const char *id)
{
	char *typed = text_loose_key(id);
	const char *best = NULL;
	size_t best_distance = NEAR;

	for (size_t i = 0; i < defs->indicator_count; i++) {
		char *known = text_loose_key(defs->indicator[i]->id);
		size_t distance = text_distance(typed, known, NEAR);

		if (distance < best_distance) {
			best = defs->indicator[i]->id;
			best_distance = distance;
		}
		free(known);
	}
	free(typed);
	return best;
}

const struct breuk_def *definities_breuk(const struct definities *defs, const char *indicator,
	const char *niveau, struct date van, struct date tot)
{
	const struct breuk_def *first = NULL;

	for (size_t i = 0; i < defs->breuk_count; i++) {
		const struct breuk_def *b = &defs->breuk[i];

		if (b->vergelijkbaar || date_cmp(b->op, van) <= 0 || date_cmp(b->op, tot) > 0)
			continue;
		if (strcmp(b->indicator, "*") != 0 && strcmp(b->indicator, indicator) != 0)
			continue;
		if (strcmp(b->niveau, "*") != 0 && strcmp(b->niveau, niveau) != 0)
			continue;
		if (!first || date_cmp(b->op, first->op) < 0)
			first = b;
	}
	return first;
}
