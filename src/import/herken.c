#include "def/import_load.h"
#include "import/herken.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "def/definities.h"
#include "import/bestandsnaam.h"
#include "import/guard.h"

enum { TITLE_ROWS = 20 }; /* a header is looked for in so many rows */

/* One profile and its best place for a header. */
struct kandidaat {
	struct import_def *def;
	struct kop kop;
	char delimiter;
	enum codering codering;
	bool complete, named; /* named: the file name fits too */
};

/* The file as read so far, and the profiles. */
struct zoek {
	const struct herken_vraag *vraag;
	struct head_set head;	 /* in the encoding that sniff saw */
	struct head_set head850; /* the same as code page 850; only when a profile asks */
	bool has850;
	struct kandidaat *item;
	size_t count, cap;
	struct finding_list *findings;
	struct geojson *kaart;
};

/* ---- profiles ------------------------------------------------------------------------------ */

static void add_profile(struct zoek *z, struct import_def *def)
{
	z->item = mem_grow(z->item, &z->cap, z->count + 1, sizeof(*z->item));
	z->item[z->count++] = (struct kandidaat){.def = def};
}

/* A profile that cannot be read is an error when it was asked for, else a warning: the file may be another's. */
static int load_profile(struct zoek *z, const char *file, bool asked, struct err *err)
{
	const struct herken_vraag *v = z->vraag;
	char *path = definities_path(v->werkmap, v->installed, "imports", file);
	char *label = file_join("imports", file);
	struct import_def *def;
	struct err why = ERR_INIT;
	int result = 0;

	if (!path)
		result = err_set(err, ERR_USE, "Er is geen profiel imports/%s.", file);
	else if (import_def_load(&def, path, label, &why) == 0)
		add_profile(z, def);
	else if (asked) {
		*err = why;
		why = (struct err)ERR_INIT;
		result = -1;
	} else {
		finding_advise(finding_add(z->findings, ERNST_WAARSCHUWING, "profiel", 0,
				       "een profiel is niet te lezen en dus niet vergeleken: %s", why.text),
			"Verbeter het profiel; `ijkpunt controleer` wijst alle fouten aan.");
	}
	err_release(&why);
	free(path);
	free(label);
	return result;
}

static int load_all(struct zoek *z, struct err *err)
{
	char **names;
	size_t count;
	int result = 0;

	if (definities_names(z->vraag->werkmap, z->vraag->installed, "imports", ".json", &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count && result == 0; i++)
		result = load_profile(z, names[i], false, err);
	file_list_free(names, count);
	return result;
}

static int load_profiles(struct zoek *z, struct err *err)
{
	char *file;
	int result;

	if (!z->vraag->profiel)
		return load_all(z, err);
	file = mem_printf("%s.json", z->vraag->profiel);
	result = load_profile(z, file, true, err);
	free(file);
	return result;
}

/* ---- fitting ------------------------------------------------------------------------------- */

/* How many compulsory columns this row names; a cheap look before kop_match. */
static size_t quick_look(char *const *keys, size_t key_count, const struct head_row *row)
{
	size_t hits = 0;

	for (size_t k = 0; k < key_count; k++)
		for (size_t i = 0; i < row->count; i++)
			if (strcmp(keys[k], row->sleutel[i]) == 0) {
				hits++;
				break;
			}
	return hits;
}

/* Keys of all names and aliases of the profile's columns. */
static char **name_keys(const struct import_def *def, size_t *count)
{
	char **keys = NULL;
	size_t cap = 0, n = 0;

	for (size_t i = 0; i < def->kolom_count; i++)
		for (size_t a = 0; a <= def->kolom[i].aliassen.count; a++) {
			keys = mem_grow(keys, &cap, n + 1, sizeof(*keys));
			keys[n++] = kop_key(a ? def->kolom[i].aliassen.item[a - 1] : def->kolom[i].naam);
		}
	*count = n;
	return keys;
}

static bool better(const struct kop *a, bool a_complete, const struct kandidaat *b)
{
	if (!b->kop.cel || a_complete != b->complete)
		return !b->kop.cel || a_complete;
	if (a->verplicht_gevonden != b->kop.verplicht_gevonden)
		return a->verplicht_gevonden > b->kop.verplicht_gevonden;
	return a->gekend > b->kop.gekend;
}

static void try_row(struct kandidaat *k, const struct head_set *set, const struct head *head, size_t row)
{
	struct kop kop;
	bool complete;

	kop_match(k->def, head, row, &kop);
	complete = kop_complete(k->def, &kop);
	if (kop.gekend > 0 && better(&kop, complete, k)) {
		kop_release(&k->kop);
		k->kop = kop;
		k->complete = complete;
		k->delimiter = head->delimiter;
		k->codering = set->codering;
	} else {
		kop_release(&kop);
	}
}

static void fit(struct kandidaat *k, const struct head_set *set)
{
	size_t count;
	char **keys = name_keys(k->def, &count);

	for (size_t d = 0; d < HEAD_DELIMITERS; d++) {
		const struct head *head = &set->head[d];

		for (size_t r = 0; r < head->count && r < TITLE_ROWS; r++)
			if (k->def->bestand.kopregels > 1 || quick_look(keys, count, &head->row[r]) > 0)
				try_row(k, set, head, r);
	}
	for (size_t i = 0; i < count; i++)
		free(keys[i]);
	free(keys);
}

/* The head as this profile would read it: a file of one byte a character may be code page 850. */
static int head_for(struct zoek *z, const struct import_def *def, const struct head_set **out, struct err *err)
{
	bool page = z->head.codering == CODERING_CP1252 || z->head.codering == CODERING_CP850;

	*out = &z->head;
	if (!page || !def->bestand.cp850 || z->head.codering == CODERING_CP850)
		return 0;
	if (!z->has850) {
		if (head_read(z->vraag->path, CODERING_CP850, &z->head850, err) < 0)
			return -1;
		z->has850 = true;
	}
	*out = &z->head850;
	return 0;
}

static int fit_all(struct zoek *z, struct err *err)
{
	const char *base = file_base(z->vraag->path);

	for (size_t i = 0; i < z->count; i++) {
		struct kandidaat *k = &z->item[i];
		const struct head_set *set;
		struct bestandsnaam parts = {0};

		if (k->def->bestand.geojson != z->vraag->sniff->json)
			continue;
		if (head_for(z, k->def, &set, err) < 0)
			return -1;
		fit(k, set);
		k->named = k->def->periode.patroon && bestandsnaam_match(k->def->periode.patroon, base, &parts);
		free(parts.status);
	}
	return 0;
}

/* ---- choosing ------------------------------------------------------------------------------ */

/* True when the very first row could not be read: then that is what is wrong with the file. */
static bool refuse_unreadable(struct zoek *z)
{
	for (size_t d = 0; d < HEAD_DELIMITERS; d++) {
		const struct head *head = &z->head.head[d];

		if (head->count == 0 && head->faults.count) {
			const struct finding *f = &head->faults.item[0];

			finding_advise(finding_add(z->findings, f->ernst, f->rule, f->line, "%s", f->text), "%s",
				f->advice ? f->advice : "");
			return true;
		}
	}
	return false;
}

/* By how much of the header it knows, then by the name of the file. */
static int compare_fit(const struct kandidaat *a, const struct kandidaat *b)
{
	if (a->complete != b->complete)
		return a->complete ? 1 : -1;
	if (a->kop.gekend != b->kop.gekend)
		return a->kop.gekend > b->kop.gekend ? 1 : -1;
	return (int)a->named - (int)b->named;
}

static struct kandidaat *best_of(struct zoek *z, struct kandidaat **tie)
{
	struct kandidaat *best = NULL;

	*tie = NULL;
	for (size_t i = 0; i < z->count; i++) {
		struct kandidaat *k = &z->item[i];
		int order = best ? compare_fit(k, best) : 1;

		if (!k->kop.cel)
			continue;
		if (order > 0) {
			best = k;
			*tie = NULL;
		} else if (order == 0) {
			*tie = k;
		}
	}
	return best;
}

static void refuse_tie(struct zoek *z, const struct kandidaat *a, const struct kandidaat *b)
{
	finding_advise(finding_add(z->findings, ERNST_FOUT, "profiel", a->kop.line,
			       "dit bestand past bij twee profielen: %s (%s) en %s (%s).", a->def->bron, a->def->naam,
			       b->def->bron, b->def->naam),
		"Zeg welke u bedoelt: `ijkpunt laad BESTAND --profiel %s` of `--profiel %s`.", a->def->bron, b->def->bron);
}

static void refuse_unknown(struct zoek *z)
{
	finding_advise(finding_add(z->findings, ERNST_FOUT, "profiel", 0,
			       "de kolommen van dit bestand passen bij geen enkel profiel (%zu vergeleken).", z->count),
		"Staan de kolomnamen boven de gegevens? Met `--profiel NAAM` ziet u welke kolommen een profiel verwacht; een nieuw "
		"profiel maakt u met `ijkpunt profiel BESTAND`.");
}

/* With --profiel, or nothing that comes near: the columns that are expected. */
static void refuse_header(struct zoek *z, const struct kandidaat *k)
{
	struct str want = STR_INIT;

	for (size_t i = 0; i < k->def->kolom_count; i++)
		if (k->def->kolom[i].verplicht)
			str_add_f(&want, "%s%s", want.len ? "; " : "", k->def->kolom[i].naam);
	finding_advise(finding_add(z->findings, ERNST_FOUT, "kop", 0, "er is geen kopregel met de kolommen van profiel %s.",
			       k->def->bron),
		"Verwacht worden deze kolommen, in welke volgorde ook: %s.", str_text(&want));
	str_release(&want);
}

/* At least half of what must be there, and not just one column. */
static bool near_enough(const struct kandidaat *k)
{
	return k->kop.verplicht_gevonden * 2 >= k->kop.verplicht && k->kop.verplicht_gevonden >= 2;
}

/* ---- what the profile allows --------------------------------------------------------------- */

static void refuse_codering(struct zoek *z, const char *what, int64_t line, const struct import_def *def)
{
	finding_advise(finding_add(z->findings, ERNST_FOUT, "codering", line, "%s", what),
		"Exporteer het bestand opnieuw als CSV UTF-8, of pas `codering` in imports/%s.json aan.", def->bron);
}

static void check_codering(struct zoek *z, const struct kandidaat *k)
{
	const struct import_bestand *b = &k->def->bestand;
	const struct sniff *s = z->vraag->sniff;
	char *what = NULL;

	switch (k->codering) {
	case CODERING_UTF8:
		if (!b->utf8 && !s->ascii)
			what = mem_dup("het bestand is UTF-8; dat staat het profiel niet toe.");
		break;
	case CODERING_CP1252:
		if (!b->cp1252)
			what = mem_dup("het bestand is geen UTF-8; een andere codering staat het profiel niet toe.");
		break;
	case CODERING_CP850:
		if (!b->cp850)
			what = mem_printf("op deze regel staat een byte (0x%02x) die in UTF-8 en Windows-1252 niet voorkomt.",
				s->undefined_byte);
		break;
	case CODERING_UTF16LE:
	case CODERING_UTF16BE:
		if (!b->utf16)
			what = mem_dup("het bestand is UTF-16 (Unicode-tekst); dat staat het profiel niet toe.");
		break;
	}
	if (what)
		refuse_codering(z, what, k->codering == CODERING_CP850 ? s->undefined_line : 0, k->def);
	else if (s->bom && !b->bom_toegestaan)
		refuse_codering(z, "het bestand begint met een BOM; dat staat het profiel niet toe.", 1, k->def);
	free(what);
}

static void check_delimiter(struct zoek *z, const struct kandidaat *k)
{
	const struct sniff *s = z->vraag->sniff;

	if (s->sep && s->sep != k->delimiter)
		finding_advise(finding_add(z->findings, ERNST_FOUT, "scheidingsteken", 1,
				       "de eerste regel zegt sep=%c, maar de kolommen zijn gescheiden met een %s.", s->sep,
				       head_delimiter_name(k->delimiter)),
			"Verwijder de eerste regel of verbeter haar, en lever het bestand opnieuw.");
	else if (!strchr(k->def->bestand.scheidingsteken, k->delimiter))
		finding_advise(finding_add(z->findings, ERNST_FOUT, "scheidingsteken", k->kop.line,
				       "de kolommen zijn gescheiden met een %s; dat staat het profiel niet toe.",
				       head_delimiter_name(k->delimiter)),
			"Exporteer opnieuw, of pas `scheidingsteken` in imports/%s.json aan.", k->def->bron);
}

static void tell_title(struct zoek *z, const struct kandidaat *k)
{
	int64_t expected = k->def->bestand.kopregel + (z->vraag->sniff->sep ? 1 : 0);

	if (k->kop.line > expected)
		finding_add(z->findings, ERNST_MELDING, "kop", k->kop.line,
			"de kolomnamen staan op regel %lld; de regels erboven zijn overgeslagen.", (long long)k->kop.line);
}

/* ---- the door ------------------------------------------------------------------------------ */

static void hand_over(struct zoek *z, struct kandidaat *k, struct herkend *out)
{
	out->def = k->def;
	out->kop = k->kop;
	out->delimiter = k->delimiter;
	out->codering = k->codering;
	out->kaart = z->kaart;
	z->kaart = NULL;
	k->def = NULL;
	k->kop = (struct kop){0};
}

static void choose(struct zoek *z, struct herkend *out)
{
	struct kandidaat *tie, *best = best_of(z, &tie);

	if (best && best->complete) {
		if (tie) {
			refuse_tie(z, best, tie);
			return;
		}
		check_codering(z, best);
		check_delimiter(z, best);
		tell_title(z, best);
		hand_over(z, best, out);
		return;
	}
	/* nothing of an unknown file is shown before it is known to hold no person data */
	if (guard_head(z->has850 ? &z->head850 : &z->head, z->findings) || refuse_unreadable(z))
		return;
	if (best && near_enough(best) && !tie) {
		kop_check(best->def, &best->kop, z->findings);
		hand_over(z, best, out);
	} else if (z->vraag->profiel && z->count) {
		refuse_header(z, &z->item[0]);
	} else {
		refuse_unknown(z);
	}
}

/* The first rows of a CSV file, or the names of what a map says about its shapes. */
static int read_head(struct zoek *z, struct err *err)
{
	const struct sniff *s = z->vraag->sniff;

	if (!s->json)
		return head_read(z->vraag->path, s->codering, &z->head, err);
	if (geojson_open(&z->kaart, z->vraag->path, &s->hash, z->findings, err) < 0)
		return -1;
	if (z->kaart)
		geojson_head(z->kaart, &z->head);
	return 0;
}

static void zoek_release(struct zoek *z)
{
	for (size_t i = 0; i < z->count; i++) {
		import_def_free(z->item[i].def);
		kop_release(&z->item[i].kop);
	}
	free(z->item);
	geojson_close(z->kaart);
	head_release(&z->head);
	head_release(&z->head850);
}

int herken(const struct herken_vraag *vraag, struct herkend *out, struct finding_list *findings, struct err *err)
{
	struct zoek z = {.vraag = vraag, .findings = findings};
	int result = -1;

	*out = (struct herkend){0};
	if (load_profiles(&z, err) < 0 || read_head(&z, err) < 0 || fit_all(&z, err) < 0)
		goto out;
	if (!vraag->sniff->json || z.kaart)
		choose(&z, out);
	result = 0;
out:
	zoek_release(&z);
	return result;
}

void herkend_release(struct herkend *h)
{
	import_def_free(h->def);
	kop_release(&h->kop);
	geojson_close(h->kaart);
	*h = (struct herkend){0};
}
