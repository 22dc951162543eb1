#include "import/lezer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell.h"
#include "import/check.h"

enum { ROWS_OF_CHILDREN = 20 }; /* so many rows of all ones are no table of counts */

/* ---- setting up ---------------------------------------------------------------------------- */

static void add_name(char ***names, int **columns, size_t *count, const char *name, int column)
{
	size_t cap = *count, cap2 = *count;

	*names = mem_grow(*names, &cap, *count + 1, sizeof(**names));
	*columns = mem_grow(*columns, &cap2, *count + 1, sizeof(**columns));
	(*names)[*count] = mem_dup(name);
	(*columns)[(*count)++] = column;
}

static void set_dimensions(struct lezer *l)
{
	const struct import_def *def = l->def;

	for (size_t i = 0; i < def->kolom_count; i++) {
		const struct import_kolom *k = &def->kolom[i];

		if (k->rol == ROL_GEBIED)
			l->gebied = (int)i;
		if (l->kolom[i].plaats < 0)
			continue;
		if (k->rol == ROL_KENMERK)
			add_name(&l->kenmerk, &l->kenmerk_kolom, &l->kenmerk_count, k->naam, (int)i);
		if (k->rol == ROL_MAAT)
			add_name(&l->maat, &l->maat_kolom, &l->maat_count, k->naam, (int)i);
	}
	if (def->smelt.is) {
		add_name(&l->kenmerk, &l->kenmerk_kolom, &l->kenmerk_count, def->smelt.naar, -1);
		add_name(&l->maat, &l->maat_kolom, &l->maat_count, def->smelt.maat, -1);
	}
	for (size_t i = 0; i < def->tel_count; i++)
		add_name(&l->maat, &l->maat_kolom, &l->maat_count, def->tel[i].maat, -1);
	tally_init(&l->tally, SLEUTEL_KENMERK + l->kenmerk_count);
	l->sleutel = mem_new(l->tally.width, sizeof(*l->sleutel));
}

static int add_conditions(struct lezer *l, const struct import_waar *waar, size_t count, uint64_t *mask, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		if (l->voorwaarde_count == ARRAY_LEN(l->voorwaarde))
			return err_set(err, ERR_DEFINITION, "imports/%s.json: meer dan %zu voorwaarden.", l->def->bron,
				ARRAY_LEN(l->voorwaarde));
		l->kolom[waar[i].kolom].voorwaarden = true;
		*mask |= UINT64_C(1) << l->voorwaarde_count;
		l->voorwaarde[l->voorwaarde_count++] = &waar[i];
	}
	return 0;
}

static int set_conditions(struct lezer *l, struct err *err)
{
	const struct import_def *def = l->def;

	if (add_conditions(l, def->waar, def->waar_count, &l->waar, err) < 0)
		return -1;
	l->tel = mem_new(def->tel_count, sizeof(*l->tel));
	for (size_t i = 0; i < def->tel_count; i++)
		if (add_conditions(l, def->tel[i].waar, def->tel[i].waar_count, &l->tel[i], err) < 0)
			return -1;
	for (size_t i = 0; i < def->kolom_count; i++)
		l->kolom[i].leeg = (struct lezer_gelezen){.good = true, .id = GEEN_WAARDE,
			.voldoet = lezer_voldoet(l, (int)i, "")};
	return 0;
}

/* What the file name says about period and status. */
static void read_name(struct lezer *l, const char *naam)
{
	const struct import_periode *p = &l->def->periode;

	l->definitief = l->def->status.anders_definitief;
	if (!p->patroon)
		return;
	l->naam_past = bestandsnaam_match(p->patroon, naam, &l->naam);
	if (!l->naam_past) {
		char *shown = cell_shown(naam);

		finding_add(l->findings, ERNST_MELDING, "bestandsnaam", 0,
			"de naam %s volgt het patroon %s niet: periode en status zijn er niet uit gelezen.", shown, p->patroon);
		free(shown);
		return;
	}
	if (!bestandsnaam_periode(&l->naam, p->soort, &l->naam_periode))
		l->naam_periode = (struct periode){.soort = PERIODE_GEEN};
}

static void set_status(struct lezer *l, const char *code)
{
	const struct import_status *s = &l->def->status;
	char *key = code ? text_key(code) : NULL;
	bool known = false;

	for (size_t i = 0; key && i < s->code.count; i++) {
		char *other = text_key(s->code.item[i]);

		if (strcmp(other, key) == 0) {
			l->definitief = s->code_definitief[i];
			known = true;
		}
		free(other);
	}
	if (key && !known) {
		char *shown = cell_shown(code);

		finding_add(l->findings, ERNST_WAARSCHUWING, "status", 0, "%s is geen bekende status; de levering geldt als %s.",
			shown, l->definitief ? "definitief" : "voorlopig");
		free(shown);
	}
	free(key);
}

int lezer_init(struct lezer *l, const struct herkend *bron, const struct gebied_list *gebieden, const char *naam,
	struct date nu, struct finding_list *findings, struct err *err)
{
	*l = (struct lezer){.bron = bron, .def = bron->def, .gebieden = gebieden, .findings = findings, .nu = nu,
		.gebied = -1, .periode = bron->def->periode.kolom};
	l->kolom = mem_new(l->def->kolom_count, sizeof(*l->kolom));
	for (size_t i = 0; i < l->def->kolom_count; i++) {
		l->kolom[i].def = &l->def->kolom[i];
		l->kolom[i].plaats = bron->kop.plaats[i];
	}
	l->waarden = mem_new(l->def->kolom_count, sizeof(*l->waarden));
	l->heeft = mem_new(l->def->kolom_count, sizeof(*l->heeft));
	l->zonder_naam = mem_new(bron->kop.count, sizeof(*l->zonder_naam));
	l->guard = guard_new(l->def, &bron->kop, nu);
	if (set_conditions(l, err) < 0) {
		lezer_release(l);
		return -1;
	}
	set_dimensions(l);
	read_name(l, naam);
	if (l->def->status.uit == UIT_BESTANDSNAAM && l->naam_past)
		set_status(l, l->naam.status);
	return 0;
}

static void free_names(char **names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(names[i]);
	free(names);
}

void lezer_release(struct lezer *l)
{
	for (size_t i = 0; l->kolom && i < l->def->kolom_count; i++) {
		intern_release(&l->kolom[i].tekst);
		free(l->kolom[i].gelezen);
		str_release(&l->kolom[i].klad);
	}
	free(l->kolom);
	free(l->tel);
	free(l->periodes);
	free(l->periode_regel);
	intern_release(&l->waarde);
	free_names(l->maat, l->maat_count);
	free_names(l->kenmerk, l->kenmerk_count);
	free(l->maat_kolom);
	free(l->kenmerk_kolom);
	tally_release(&l->tally);
	dubbel_release(&l->dubbel);
	guard_free(l->guard);
	free(l->naam.status);
	free(l->sleutel);
	free(l->waarden);
	free(l->heeft);
	free(l->zonder_naam);
	*l = (struct lezer){0};
}

/* ---- the shape of a row -------------------------------------------------------------------- */

/* `Bron: CBS` under the table: nothing after it is data. */
static bool is_foot(const struct lezer *l, const struct csv_row *row)
{
	for (size_t i = 0; row->count && i < l->def->bestand.voet.count; i++) {
		const char *foot = l->def->bestand.voet.item[i];

		if (strncmp(row->cell[0].text, foot, strlen(foot)) == 0)
			return true;
	}
	return false;
}

/* A cheap look at the first letters: nearly every row is told from the header by them. */
static bool may_be_same(const char *cell, const char *name)
{
	unsigned char a = (unsigned char)*cell, b = (unsigned char)*name;

	return a >= 0x80 || b >= 0x80 || !a || ((a ^ b) & 0xdf) == 0;
}

static bool is_header(const struct lezer *l, const struct csv_row *row)
{
	const struct kop *kop = &l->bron->kop;

	if (row->count != kop->count)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (*kop->cel[i].naam && !may_be_same(row->cell[i].text, kop->cel[i].naam))
			return false;
	for (size_t i = 0; i < row->count; i++)
		if (*kop->cel[i].naam && !kop_same_name(row->cell[i].text, kop->cel[i].naam))
			return false;
	return true;
}

static bool rest_blank(const struct csv_row *row, size_t from)
{
	for (size_t i = from; i < row->count; i++)
		if (row->cell[i].len)
			return false;
	return true;
}

/* Values under a column without a name are not kept, and nobody would know. */
static void look_for_nameless(struct lezer *l, const struct csv_row *row)
{
	for (size_t i = 0; i < l->bron->kop.count && i < row->count; i++) {
		if (l->bron->kop.cel[i].soort != KOP_LEEG || !row->cell[i].len || l->zonder_naam[i])
			continue;
		l->zonder_naam[i] = true;
		finding_advise(finding_at(finding_add(l->findings, ERNST_WAARSCHUWING, "kolom", row->line,
						  "deze kolom heeft geen naam maar wel inhoud: niet gelezen en niet bewaard."),
				       NULL, (int)i + 1),
			"Geef de kolom een naam als zij geladen moet worden.");
	}
}

/* False when the row has another number of cells than the header; the finding says why. */
static bool check_width(struct lezer *l, const struct csv_row *row, bool last_open)
{
	size_t want = l->bron->kop.count;
	struct finding *f;

	if (row->count == want || (row->count > want && rest_blank(row, want)))
		return true;
	f = finding_add(l->findings, ERNST_FOUT, "rij", row->line, "gevonden %zu cellen, verwacht %zu.", row->count, want);
	if (row->count < want && last_open)
		finding_advise(f, "Het bestand lijkt afgebroken: de laatste regel is niet af. Exporteer of download het opnieuw.");
	else if (row->count > want)
		finding_advise(f, "Staat er een %s in een cel? Zet de cel dan tussen aanhalingstekens (\").",
			head_delimiter_name(l->bron->delimiter));
	else
		finding_advise(f, "Kijk of er cellen ontbreken, of dat een aanhalingsteken (\") te veel er cellen heeft samengevoegd.");
	return false;
}

/* ---- the cells of a row -------------------------------------------------------------------- */

static const struct csv_cell *cell_of(const struct lezer *l, const struct csv_row *row, int kolom)
{
	static const struct csv_cell none = {"", 0, true};
	int at = l->kolom[kolom].plaats;

	return at >= 0 && (size_t)at < row->count ? &row->cell[at] : &none;
}

/* Conditions of the row so far; absent columns and bare numbers count with what stands there. */
static uint64_t conditions_of(struct lezer *l, const struct csv_row *row, uint64_t met)
{
	for (size_t i = 0; i < l->def->kolom_count; i++) {
		enum kolom_type type = l->def->kolom[i].type;

		if (!l->kolom[i].voorwaarden)
			continue;
		if (l->kolom[i].plaats < 0 || type == KOLOM_GEHEEL || type == KOLOM_GETAL)
			met |= lezer_voldoet(l, (int)i, cell_of(l, row, (int)i)->text);
	}
	return met;
}

/* The profile's own `waar` goes before anything else is checked: other rows may hold what we do not read. */
static bool wanted(struct lezer *l, const struct csv_row *row)
{
	uint64_t met = 0;

	if (!l->waar)
		return true;
	for (size_t i = 0; i < l->def->kolom_count; i++)
		if (l->kolom[i].voorwaarden)
			met |= lezer_voldoet(l, (int)i, cell_of(l, row, (int)i)->text);
	return (met & l->waar) == l->waar;
}

static bool is_number(enum kolom_type type)
{
	return type == KOLOM_GEHEEL || type == KOLOM_GETAL;
}

/* Text that is only part of a key, or not kept at all, needs no reading. */
static bool plain_text(const struct lezer *l, size_t i)
{
	const struct import_kolom *k = &l->def->kolom[i];

	return k->type == KOLOM_TEKST && k->rol != ROL_KENMERK && !l->kolom[i].voorwaarden;
}

/* An area in a second column must be the same one. */
static bool same_area(struct lezer *l, int kolom, const struct lezer_gelezen *got, int64_t line)
{
	const struct gebied *a = &l->gebieden->item[l->sleutel[SLEUTEL_GEBIED]], *b = &l->gebieden->item[got->id];
	struct err err = ERR_INIT;

	if (got->skip || (got->total && l->sleutel[SLEUTEL_TOTAAL]) || a == b || strcmp(a->niveau, b->niveau) != 0)
		return true;
	err_set(&err, ERR_DATA, "hier staat %s, maar de rij gaat over %s.", b->naam, a->naam);
	err_advise(&err, "Code en naam spreken elkaar tegen; vraag de leverancier welke goed is.");
	lezer_refuse(l, "gebied", line, kolom, &err);
	return false;
}

/* A cell that is not a number: fills the key, adds its conditions. */
static bool take_text(struct lezer *l, const struct csv_row *row, size_t i, uint64_t *met)
{
	const struct csv_cell *cell = cell_of(l, row, (int)i);
	const struct import_kolom *k = &l->def->kolom[i];
	const struct lezer_gelezen *got;

	if (plain_text(l, i)) {
		if (cell->len || k->leeg_toegestaan || (k->rol == ROL_CONTROLE && !k->verplicht))
			return true;
		return lezer_cell(l, (int)i, cell, row->line, l->sleutel[SLEUTEL_PERIODE]) != NULL;
	}
	got = lezer_cell(l, (int)i, cell, row->line, l->sleutel[SLEUTEL_PERIODE]);
	if (!got)
		return false;
	*met |= got->voldoet;
	if (k->type == KOLOM_GEBIED)
		return same_area(l, (int)i, got, row->line);
	for (size_t d = 0; k->rol == ROL_KENMERK && d < l->kenmerk_count; d++)
		if (l->kenmerk_kolom[d] == (int)i)
			l->sleutel[SLEUTEL_KENMERK + d] = got->id;
	return true;
}

static bool take_number(struct lezer *l, const struct csv_row *row, size_t i)
{
	const struct csv_cell *cell = cell_of(l, row, (int)i);
	struct err err = ERR_INIT;

	l->heeft[i] = false;
	if (l->kolom[i].plaats < 0)
		return true;
	if (cell_maat(l->def, &l->def->kolom[i], cell->text, &l->waarden[i], &err) < 0) {
		lezer_refuse(l, cell->len ? "getal" : "leeg", row->line, (int)i, &err);
		return false;
	}
	l->heeft[i] = true;
	/* a number that is a kenmerk (level 1, 2, 3) is kept as it is written */
	for (size_t d = 0; l->def->kolom[i].rol == ROL_KENMERK && d < l->kenmerk_count; d++)
		if (l->kenmerk_kolom[d] == (int)i)
			l->sleutel[SLEUTEL_KENMERK + d] = intern_id(&l->waarde, cell->text, cell->len);
	return true;
}

/* 1 when period and area of the row are known, 0 when the row is not ours, -1 refused. */
static int take_place(struct lezer *l, const struct csv_row *row, uint64_t *met)
{
	const struct import_periode *p = &l->def->periode;
	const struct lezer_gelezen *got;

	l->sleutel[SLEUTEL_GEBIED] = l->sleutel[SLEUTEL_TOTAAL] = l->sleutel[SLEUTEL_PERIODE] = 0;
	if (p->uit == UIT_KOLOM) {
		got = lezer_cell(l, l->periode, cell_of(l, row, l->periode), row->line, 0);
		if (!got)
			return -1;
		l->sleutel[SLEUTEL_PERIODE] = got->id;
		*met |= got->voldoet;
	} else if (p->uit != UIT_GEEN) {
		l->sleutel[SLEUTEL_PERIODE] = lezer_periode(l, p->uit == UIT_VAST ? p->vast : l->naam_periode, row->line);
	}
	if (l->gebied < 0)
		return 1;
	got = lezer_cell(l, l->gebied, cell_of(l, row, l->gebied), row->line, l->sleutel[SLEUTEL_PERIODE]);
	if (!got)
		return -1;
	l->sleutel[SLEUTEL_GEBIED] = got->id;
	l->sleutel[SLEUTEL_TOTAAL] = got->total;
	*met |= got->voldoet;
	return !got->skip;
}

/* ---- keys ---------------------------------------------------------------------------------- */

static struct dubbel_sleutel row_key(const struct lezer *l, const struct csv_row *row)
{
	struct dubbel_sleutel key = {1, 1};

	for (size_t s = 0; s < l->def->sleutel.count; s++) {
		int i = import_def_kolom(l->def, l->def->sleutel.item[s]);
		const struct csv_cell *cell;

		if (i < 0)
			continue; /* what smelt makes: different in every wide column by itself */
		cell = cell_of(l, row, i);
		if (i == l->periode)
			dubbel_mix(&key, &l->sleutel[SLEUTEL_PERIODE], sizeof(*l->sleutel));
		else if (i == l->gebied)
			dubbel_mix(&key, &l->sleutel[SLEUTEL_GEBIED], 2 * sizeof(*l->sleutel));
		else
			dubbel_mix(&key, cell->text, cell->len);
	}
	return key;
}

static uint64_t values_hash(const struct lezer *l, const struct csv_row *row)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < l->def->kolom_count; i++)
		if (is_number(l->def->kolom[i].type) && l->heeft[i])
			hash = hash_bytes(hash, &l->waarden[i], sizeof(l->waarden[i]));
	for (size_t i = 0; i < l->bron->kop.count && i < row->count; i++)
		if (l->bron->kop.cel[i].soort == KOP_SMELT)
			hash = hash_bytes(hash, row->cell[i].text, row->cell[i].len);
	return hash;
}

/* A second row with the same key: counted twice it would be wrong, and which one holds is not ours to say. */
static bool check_double(struct lezer *l, const struct csv_row *row)
{
	struct str key = STR_INIT;
	struct finding *f;
	struct dubbel_item *seen;
	uint64_t values;
	bool found;

	if (l->def->rijen == RIJEN_PERSONEN || !l->def->sleutel.count)
		return true;
	values = values_hash(l, row);
	seen = dubbel_put(&l->dubbel, row_key(l, row), row->line, &found);
	if (!found) {
		seen->extra = values;
		return true;
	}
	for (size_t i = 0; i < l->def->sleutel.count; i++)
		str_add_f(&key, "%s%s", i ? ", " : "", l->def->sleutel.item[i]);
	f = finding_add(l->findings, ERNST_FOUT, "dubbel", row->line,
		"deze rij heeft dezelfde sleutel als regel %lld, met %s waarden.", (long long)seen->line,
		seen->extra == values ? "dezelfde" : "andere");
	if (seen->extra == values)
		finding_advise(f, "Verwijder een van de twee regels. De sleutel is: %s.", str_text(&key));
	else
		finding_advise(f, "Vraag de leverancier welke regel geldt. De sleutel is: %s.", str_text(&key));
	str_release(&key);
	return false;
}

/* ---- counting ------------------------------------------------------------------------------ */

static bool count_value(struct lezer *l, size_t maat, const struct cell_waarde *w, int64_t line)
{
	l->sleutel[SLEUTEL_MAAT] = (uint32_t)maat;
	if (tally_add(&l->tally, l->sleutel, w, line))
		return true;
	finding_advise(finding_add(l->findings, ERNST_FOUT, "grens", line,
			       "er zijn te veel verschillende combinaties om te tellen, of een som wordt te groot."),
		"Zet kolommen die niet geteld hoeven te worden in `optellen_over` of `negeer` van het profiel.");
	return false;
}

/* The wide columns of the row, one count each. */
static bool count_smelt(struct lezer *l, const struct csv_row *row, size_t maat)
{
	const struct import_smelt *s = &l->def->smelt;
	const struct import_kolom wide = {.type = s->decimalen ? KOLOM_GETAL : KOLOM_GEHEEL, .heeft_min = s->heeft_min,
		.min = s->min, .heeft_max = s->heeft_max, .max = s->max, .decimalen = s->decimalen};
	bool good = true;

	for (size_t i = 0; i < l->bron->kop.count && i < row->count; i++) {
		const struct kop_cel *cel = &l->bron->kop.cel[i];
		struct cell_waarde w;
		struct err err = ERR_INIT;

		if (cel->soort != KOP_SMELT)
			continue;
		if (cell_maat(l->def, &wide, row->cell[i].text, &w, &err) < 0) {
			finding_advise(finding_at(finding_add(l->findings, ERNST_FOUT, row->cell[i].len ? "getal" : "leeg",
							  row->line, "%s", err.text),
					       cel->naam, (int)i + 1),
				"%s", err.advice ? err.advice : "");
			err_release(&err);
			good = false;
			continue;
		}
		for (size_t d = 0; d < l->kenmerk_count; d++)
			if (l->kenmerk_kolom[d] < 0)
				l->sleutel[SLEUTEL_KENMERK + d] = intern_id(&l->waarde, cel->smelt, strlen(cel->smelt));
		good = count_value(l, maat, &w, row->line) && good;
	}
	return good;
}

/* Adds 1, or 0 for a row that does not meet the conditions: where there are rows and none of them counts,
 * the count is 0 and not unknown. */
static bool count_tel(struct lezer *l, size_t i, bool counts, int64_t line)
{
	const struct cell_waarde w = {STAAT_WAARDE, true, counts, counts, 0};

	return count_value(l, l->maat_count - l->def->tel_count + i, &w, line);
}

/* A child that stands in the list twice counts once, where it is the same child in the same place. */
static bool count_child(struct lezer *l, const struct csv_row *row, uint64_t met)
{
	struct dubbel_item *seen = NULL;
	uint64_t place;
	bool found = false;

	if (l->def->sleutel.count) {
		l->sleutel[SLEUTEL_MAAT] = 0;
		place = hash_bytes(0, l->sleutel, l->tally.width * sizeof(*l->sleutel)) >> 32;
		seen = dubbel_put(&l->dubbel, row_key(l, row), row->line, &found);
		if (!found)
			seen->extra = place << 32;
		else if (seen->extra >> 32 != place) {
			finding_advise(finding_add(l->findings, ERNST_FOUT, "dubbel", row->line,
					       "dit kind staat ook op regel %lld, met een ander gebied of kenmerk.",
					       (long long)seen->line),
				"Vraag de leverancier welke regel geldt; een kind telt in een gebied.");
			return false;
		}
		l->dubbele_kinderen += found;
	}
	for (size_t i = 0; i < l->def->tel_count; i++) {
		uint64_t bit = UINT64_C(1) << i;
		bool counts = (met & l->tel[i]) == l->tel[i] && !(seen && seen->extra & bit);

		if (seen && counts)
			seen->extra |= bit;
		if (!count_tel(l, i, counts, row->line))
			return false;
	}
	return true;
}

static bool count_row(struct lezer *l, const struct csv_row *row, uint64_t met)
{
	size_t tel = l->maat_count - l->def->tel_count;

	for (size_t m = 0; m < tel; m++) {
		int kolom = l->maat_kolom[m];

		if (kolom < 0 ? !count_smelt(l, row, m) : !count_value(l, m, &l->waarden[kolom], row->line))
			return false;
	}
	for (size_t i = 0; i < l->def->tel_count; i++)
		if (!count_tel(l, i, (met & l->tel[i]) == l->tel[i], row->line))
			return false;
	return true;
}

/* Rows of which every number is 1 are counted: a whole file of them is a list of children, no table. */
static void note_ones(struct lezer *l)
{
	bool ones = l->maat_count > 0;

	for (size_t m = 0; m < l->maat_count && ones; m++) {
		int kolom = l->maat_kolom[m];

		ones = kolom >= 0 && l->waarden[kolom].staat == STAAT_WAARDE && l->waarden[kolom].min == 1 &&
			l->waarden[kolom].schaal == 0;
	}
	l->een_per_rij += ones;
}

/* ---- a row --------------------------------------------------------------------------------- */

static void row_status(struct lezer *l, const struct csv_row *row)
{
	bool before = l->definitief;
	const struct csv_cell *cell;

	if (l->def->status.uit != UIT_KOLOM || l->kolom[l->def->status.kolom].plaats < 0)
		return;
	cell = cell_of(l, row, l->def->status.kolom);
	set_status(l, cell->text);
	if (!l->status_regel)
		l->status_regel = row->line;
	else
		l->gemengd = l->gemengd || before != l->definitief;
}

static void take_row(struct lezer *l, const struct csv_row *row)
{
	uint64_t met = 0;
	bool good = true;
	int place;

	l->regels++;
	if (!wanted(l, row)) {
		l->overgeslagen++;
		return;
	}
	place = take_place(l, row, &met);
	if (place == 0) {
		l->buiten++;
		return;
	}
	good = place > 0;
	for (size_t d = 0; d < l->kenmerk_count; d++)
		l->sleutel[SLEUTEL_KENMERK + d] = GEEN_WAARDE;
	for (size_t i = 0; i < l->def->kolom_count; i++) {
		bool done = (int)i == l->periode || (int)i == l->gebied;

		if (is_number(l->def->kolom[i].type))
			good = take_number(l, row, i) && good;
		else if (!done && l->kolom[i].plaats >= 0)
			good = take_text(l, row, i, &met) && good;
	}
	if (!good)
		return;
	row_status(l, row);
	met = conditions_of(l, row, met);
	good = check_row(l, row->line);
	if (!check_double(l, row) || !good)
		return;
	note_ones(l);
	if (l->def->rijen == RIJEN_PERSONEN)
		(void)count_child(l, row, met);
	else
		(void)count_row(l, row, met);
}

/* One row of the file; false when nothing after it is data. */
static bool one_row(struct lezer *l, const struct csv_row *row, bool last_open)
{
	if (is_foot(l, row)) {
		finding_add(l->findings, ERNST_MELDING, "voet", row->line, "vanaf deze regel staan er geen gegevens meer; niet gelezen.");
		return false;
	}
	if (l->def->bestand.commentaarteken && row->count && row->cell[0].text[0] == l->def->bestand.commentaarteken)
		return true;
	if (row->blank)
		return true;
	if (is_header(l, row)) {
		finding_advise(finding_add(l->findings, ERNST_FOUT, "kop", row->line, "hier staan de kolomnamen nog een keer."),
			"Er zijn twee bestanden onder elkaar geplakt; lever ze apart.");
		return true;
	}
	look_for_nameless(l, row);
	if (check_width(l, row, last_open))
		take_row(l, row);
	return true;
}

/* ---- the file ------------------------------------------------------------------------------ */

static void refuse_long(struct lezer *l, const struct csv_row *row)
{
	finding_advise(finding_add(l->findings, ERNST_FOUT, "grens", row->line, "het bestand heeft meer dan %lld rijen.",
			       (long long)l->def->bestand.max_regels),
		"Lever het in delen, bijvoorbeeld per jaar.");
}

static int read_rows(struct lezer *l, struct csvfile *file, struct err *err)
{
	const struct csv_row *row;
	bool data = true;
	int more;

	while ((more = csvfile_next(file, &row, l->findings, err)) == 1) {
		if (row->line <= l->bron->kop.last_line)
			continue;
		if (l->regels == l->def->bestand.max_regels) {
			refuse_long(l, row);
			break;
		}
		if (guard_row(l->guard, row)) {
			l->persoonsgegevens = true;
			l->regels++;
		} else if (data) {
			data = one_row(l, row, csvfile_open_ended(file));
		}
	}
	l->sum = csvfile_sum(file);
	return more < 0 ? -1 : 0;
}

static void tell_counts(struct lezer *l)
{
	if (l->overgeslagen)
		finding_add(l->findings, ERNST_MELDING, "waar", 0, "%lld %s overgeslagen: daar vraagt het profiel niet om.",
			(long long)l->overgeslagen, l->overgeslagen == 1 ? "rij is" : "rijen zijn");
	if (l->buiten)
		finding_add(l->findings, ERNST_MELDING, "gebied", 0, "%lld %s overgeslagen: die gaan over andere gemeenten.",
			(long long)l->buiten, l->buiten == 1 ? "rij is" : "rijen zijn");
	if (l->dubbele_kinderen)
		finding_add(l->findings, ERNST_MELDING, "dubbel", 0, "%lld keer stond een kind er nog een keer in; het telt een keer.",
			(long long)l->dubbele_kinderen);
}

/* Rows of all ones, more than a small table has: this is a list. */
static void look_for_list(struct lezer *l)
{
	if (l->def->rijen != RIJEN_AANTALLEN || l->een_per_rij < ROWS_OF_CHILDREN ||
		l->een_per_rij != l->regels - l->overgeslagen - l->buiten)
		return;
	finding_advise(finding_add(l->findings, ERNST_FOUT, GUARD_RULE, 0,
			       "dit lijkt een lijst per kind: alle aantallen in de %lld rijen zijn 1.", (long long)l->een_per_rij),
		"Stuur het bestand niet door; meld bij uw privacyfunctionaris dat u het hebt gekregen, en vraag de leverancier om "
		"aantallen per gebied.");
}

static void look_at_whole(struct lezer *l)
{
	const struct import_periode *p = &l->def->periode;

	if (l->regels == 0 && l->findings->fouten == 0)
		finding_advise(finding_add(l->findings, ERNST_FOUT, "leeg", 0, "er staan geen gegevens onder de kolomnamen."),
			"Exporteer het bestand opnieuw of vraag de leverancier om de gegevens.");
	else if (l->findings->fouten == 0 && l->tally.count == 0 && l->overgeslagen + l->buiten > 0)
		finding_advise(finding_add(l->findings, ERNST_FOUT, "leeg", 0, "geen enkele rij gaat over %s.",
				       gebied_own(l->gebieden) ? gebied_own(l->gebieden)->naam : "de gemeente"),
			"Kijk of dit het goede bestand is.");
	if (p->uit == UIT_BESTANDSNAAM && l->naam_periode.soort == PERIODE_GEEN)
		finding_advise(finding_add(l->findings, ERNST_FOUT, "bestandsnaam", 0,
				       "de periode staat alleen in de bestandsnaam, en deze naam zegt haar niet."),
			"Geef het bestand een naam als %s.", p->patroon);
	if (l->gemengd)
		finding_advise(finding_add(l->findings, ERNST_FOUT, "status", l->status_regel,
				       "het bestand heeft voorlopige en definitieve rijen door elkaar."),
			"Lever ze apart.");
}

/* Nothing that was said about cells may stand beside person data: it could show some. */
static void drop_findings(struct finding_list *findings)
{
	finding_list_release(findings);
}

int lezer_read(struct lezer *l, const char *path, struct err *err)
{
	struct csvfile *file;
	struct finding_list personal = {0};
	int result;

	if (csvfile_open(&file, path, l->bron->codering, l->bron->delimiter, err) < 0)
		return -1;
	result = read_rows(l, file, err);
	csvfile_close(file);
	if (result < 0)
		return -1;
	if (guard_finish(l->guard, &personal)) {
		l->persoonsgegevens = true;
		drop_findings(l->findings);
		*l->findings = personal;
		return 0;
	}
	finding_list_release(&personal);
	look_for_list(l);
	look_at_whole(l);
	tell_counts(l);
	return 0;
}
