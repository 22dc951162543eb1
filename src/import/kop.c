#include "import/kop.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell.h"

/* ---- names --------------------------------------------------------------------------------- */

char *kop_key(const char *name)
{
	char *key = text_loose_key(name);
	size_t to = 0;

	for (size_t i = 0; key[i]; i++)
		if (key[i] != '_')
			key[to++] = key[i];
	key[to] = '\0';
	return key;
}

bool kop_same_name(const char *a, const char *b)
{
	char *left = kop_key(a), *right = kop_key(b);
	bool same = *left && strcmp(left, right) == 0;

	free(left);
	free(right);
	return same;
}

void kop_letter(struct str *s, int nr)
{
	char letter[8];
	size_t n = 0;

	for (; nr > 0 && n < sizeof(letter); nr = (nr - 1) / 26)
		letter[n++] = (char)('A' + (nr - 1) % 26);
	while (n > 0)
		str_add_char(s, letter[--n]);
}

/* Column of the profile with this name or alias; exact keys go before loose ones. */
static int find_kolom(const struct import_def *def, const char *name)
{
	char *key = text_key(name);
	int found = -1;

	for (size_t i = 0; i < def->kolom_count && found < 0; i++)
		if (strcmp(def->kolom[i].sleutel, key) == 0)
			found = (int)i;
	for (size_t i = 0; i < def->kolom_count && found < 0; i++)
		if (kop_same_name(def->kolom[i].naam, name))
			found = (int)i;
	for (size_t i = 0; i < def->kolom_count && found < 0; i++)
		for (size_t j = 0; j < def->kolom[i].aliassen.count && found < 0; j++)
			if (kop_same_name(def->kolom[i].aliassen.item[j], name))
				found = (int)i;
	free(key);
	return found;
}

/* ---- matching ------------------------------------------------------------------------------ */

static void match_cell(const struct import_def *def, struct kop *kop, size_t at)
{
	struct kop_cel *cel = &kop->cel[at];
	char *key;

	cel->kolom = -1;
	if (!*cel->naam) {
		cel->soort = KOP_LEEG;
		return;
	}
	cel->kolom = find_kolom(def, cel->naam);
	if (cel->kolom >= 0) {
		cel->soort = KOP_GELEZEN;
		if (kop->plaats[cel->kolom] < 0) {
			kop->plaats[cel->kolom] = (int)at;
			kop->verplicht_gevonden += def->kolom[cel->kolom].verplicht;
			kop->gekend++;
		}
		return;
	}
	cel->smelt = import_def_smelt(def, cel->naam);
	key = text_key(cel->naam);
	if (import_def_negeert(def, key)) {
		cel->soort = KOP_GENEGEERD;
		kop->gekend++;
	} else if (cel->smelt) {
		cel->soort = KOP_SMELT;
		kop->smelt++;
		kop->gekend++;
	} else {
		cel->soort = KOP_ONBEKEND;
	}
	free(key);
}

/* Name of column i of a header of one or more rows: the parts joined with a slash. An empty upper part is that
 * of the column to its left, as with merged cells, when `filled`. */
static char *joined_name(const struct head *head, size_t at, size_t rows, size_t column, bool filled)
{
	struct str name = STR_INIT;

	for (size_t r = at; r < at + rows; r++) {
		const struct head_row *row = &head->row[r];
		size_t c = column;
		const char *part;

		if (c >= row->count)
			continue;
		while (filled && r + 1 < at + rows && c > 0 && !*row->cell[c])
			c--;
		part = row->cell[c];
		if (*part)
			str_add_f(&name, "%s%s", name.len ? "/" : "", part);
	}
	return str_detach(&name);
}

static char *column_name(const struct import_def *def, const struct head *head, size_t at, size_t rows, size_t column)
{
	char *name = joined_name(head, at, rows, column, false), *filled;

	if (rows == 1 || find_kolom(def, name) >= 0)
		return name;
	filled = joined_name(head, at, rows, column, true);
	if (find_kolom(def, filled) < 0 && *name) {
		free(filled);
		return name;
	}
	free(name);
	return filled;
}

void kop_match(const struct import_def *def, const struct head *head, size_t at, struct kop *out)
{
	size_t rows = (size_t)def->bestand.kopregels, last = at + rows - 1;

	*out = (struct kop){0};
	out->plaats = mem_new(def->kolom_count, sizeof(*out->plaats));
	out->plaats_count = def->kolom_count;
	for (size_t i = 0; i < def->kolom_count; i++) {
		out->plaats[i] = -1;
		out->verplicht += def->kolom[i].verplicht;
	}
	if (last >= head->count)
		return;
	out->line = head->row[at].line;
	out->last_line = head->row[last].line;
	for (size_t r = at; r <= last; r++)
		if (head->row[r].count > out->count)
			out->count = head->row[r].count;
	out->cel = mem_new(out->count, sizeof(*out->cel));
	for (size_t i = 0; i < out->count; i++) {
		out->cel[i].naam = column_name(def, head, at, rows, i);
		match_cell(def, out, i);
	}
}

void kop_release(struct kop *kop)
{
	for (size_t i = 0; i < kop->count && kop->cel; i++) {
		free(kop->cel[i].naam);
		free(kop->cel[i].smelt);
	}
	free(kop->cel);
	free(kop->plaats);
	*kop = (struct kop){0};
}

bool kop_complete(const struct import_def *def, const struct kop *kop)
{
	return kop->verplicht_gevonden == kop->verplicht && (!def->smelt.is || kop->smelt > 0);
}

/* ---- what is wrong ------------------------------------------------------------------------- */

/* First letter that looks Latin and is Greek or Cyrillic; 0 when there is none. */
static uint32_t look_alike(const char *name)
{
	size_t len = strlen(name), size;
	uint32_t cp;

	for (; len && (size = text_utf8_next(name, len, &cp)) > 0; name += size, len -= size)
		if (cp >= 0x370 && cp <= 0x52f)
			return cp;
	return 0;
}

/* The unknown header cell that is nearest to a missing column, or NULL. */
static const struct kop_cel *nearest(const struct kop *kop, const char *naam)
{
	char *want = kop_key(naam);
	size_t limit = text_length(want) / 3 + 1;
	const struct kop_cel *best = NULL;

	for (size_t i = 0; i < kop->count; i++) {
		const struct kop_cel *cel = &kop->cel[i];
		char *have;
		size_t far;

		if (cel->soort != KOP_ONBEKEND)
			continue;
		have = kop_key(cel->naam);
		far = text_distance(want, have, limit);
		if (far < limit) {
			limit = far;
			best = cel;
		}
		free(have);
	}
	free(want);
	return best;
}

static void advise_missing(const struct import_def *def, const struct kop *kop, struct finding *f, const char *naam)
{
	const struct kop_cel *near = nearest(kop, naam);
	uint32_t cp = near ? look_alike(near->naam) : 0;
	char *shown = near ? cell_shown(near->naam) : NULL;
	struct str found = STR_INIT;

	if (cp) {
		finding_advise(f, "De kolom %s heeft een letter die er alleen op lijkt (U+%04X). Typ de naam over.", shown,
			(unsigned)cp);
	} else if (near) {
		finding_advise(f, "Is het de kolom %s? Noem die dan %s, of zet de naam bij `aliassen` in imports/%s.json.",
			shown, naam, def->bron);
	} else {
		for (size_t i = 0; i < kop->count; i++) {
			str_add(&found, i ? "; " : "");
			text_add_shown(&found, kop->cel[i].naam, strlen(kop->cel[i].naam), 40);
		}
		finding_advise(f, "Gevonden kolommen: %s.", str_text(&found));
	}
	free(shown);
	str_release(&found);
}

static void check_missing(const struct import_def *def, const struct kop *kop, struct finding_list *findings)
{
	for (size_t i = 0; i < def->kolom_count; i++) {
		const struct import_kolom *k = &def->kolom[i];

		if (!k->verplicht || kop->plaats[i] >= 0)
			continue;
		advise_missing(def, kop,
			finding_add(findings, ERNST_FOUT, "kop", kop->line, "de kolom '%s' ontbreekt.", k->naam), k->naam);
	}
	if (def->smelt.is && kop->smelt == 0)
		finding_advise(finding_add(findings, ERNST_FOUT, "kop", kop->line, "er is geen enkele kolom '%s*%s'.",
				       def->smelt.voor, def->smelt.na),
			"Controleer of dit het goede bestand is.");
}

/* The same column of the profile, or the same name, twice. */
static void check_double(const struct kop *kop, struct finding_list *findings)
{
	for (size_t i = 0; i < kop->count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct kop_cel *a = &kop->cel[j], *b = &kop->cel[i];
			struct str left = STR_INIT, right = STR_INIT;
			bool same = a->soort != KOP_LEEG && b->soort != KOP_LEEG &&
				((a->kolom >= 0 && a->kolom == b->kolom) || kop_same_name(a->naam, b->naam) ||
					(a->smelt && b->smelt && strcmp(a->smelt, b->smelt) == 0));

			if (!same)
				continue;
			kop_letter(&left, (int)j + 1);
			kop_letter(&right, (int)i + 1);
			finding_advise(finding_at(finding_add(findings, ERNST_FOUT, "kop", kop->line,
							  "deze kolom staat er twee keer: in kolom %s en in kolom %s.",
							  str_text(&left), str_text(&right)),
					       b->naam, (int)i + 1),
				"Verwijder een van de twee, of geef haar een andere naam.");
			str_release(&left);
			str_release(&right);
			break;
		}
}

static void report_unread(const struct kop *kop, struct finding_list *findings)
{
	for (size_t i = 0; i < kop->count; i++)
		if (kop->cel[i].soort == KOP_ONBEKEND)
			finding_at(finding_add(findings, ERNST_MELDING, "kolom", kop->line,
					   "deze kolom staat niet in het profiel: niet gelezen en niet bewaard."),
				kop->cel[i].naam, (int)i + 1);
}

void kop_check(const struct import_def *def, const struct kop *kop, struct finding_list *findings)
{
	check_missing(def, kop, findings);
	check_double(kop, findings);
	report_unread(kop, findings);
}
