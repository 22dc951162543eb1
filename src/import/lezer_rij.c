#include "import/lezer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/cell.h"
#include "import/check.h"
#include "import/via.h"

/* ---- the cells of a row -------------------------------------------------------------------- */

const struct csv_cell *lezer_vak(const struct lezer *l, const struct csv_row *row, int kolom)
{
	static const struct csv_cell none = {"", 0, true};
	int at = l->kolom[kolom].plaats;

	return at >= 0 && (size_t)at < row->count ? &row->cell[at] : &none;
}

bool lezer_is_getal(enum kolom_type type)
{
	return type == KOLOM_GEHEEL || type == KOLOM_GETAL;
}

/* Text that is only part of a key, or not kept at all, needs no reading. */
static bool plain_text(const struct lezer *l, size_t i)
{
	const struct import_kolom *k = &l->def->kolom[i];

	return k->type == KOLOM_TEKST && k->rol != ROL_KENMERK && !l->kolom[i].voorwaarden && !l->bewaart;
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

static bool is_via(const struct lezer *l, int kolom)
{
	return l->def->via.koppeling && l->def->via.kolom[0] == kolom;
}

/* A cell that is not a number: fills the key, adds its conditions. */
static bool take_text(struct lezer *l, const struct csv_row *row, size_t i, uint64_t *met)
{
	const struct csv_cell *cell = lezer_vak(l, row, (int)i);
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
	if (l->bewaart)
		l->kladrij[i] = got == &l->kolom[i].leeg ? GEEN_WAARDE : got->tekst;
	if (k->type == KOLOM_GEBIED)
		return same_area(l, (int)i, got, row->line);
	for (size_t d = 0; k->rol == ROL_KENMERK && d < l->kenmerk_count; d++)
		if (l->kenmerk_kolom[d] == (int)i)
			l->sleutel[SLEUTEL_KENMERK + d] = is_via(l, (int)i) ? l->via_kenmerk : got->id;
	return true;
}

static void add_plain(struct str *s, int64_t value, int schaal)
{
	int64_t unit = 1;

	for (int i = 0; i < schaal; i++)
		unit *= 10;
	str_add_f(s, "%s%lld", value < 0 ? "-" : "", llabs((long long)(value / unit)));
	if (schaal)
		str_add_f(s, ".%0*lld", schaal, llabs((long long)(value % unit)));
}

/* A number is kept without thousands sign and with a point; what is no number as it stands there. */
static uint32_t keep_number(struct lezer *l, const struct csv_cell *cell, const struct cell_waarde *w)
{
	struct str s = STR_INIT;
	uint32_t id = GEEN_WAARDE;

	if (!cell->len)
		return id;
	if (w->staat != STAAT_WAARDE)
		return intern_id(&l->waarde, cell->text, cell->len);
	add_plain(&s, w->min, w->schaal);
	id = intern_id(&l->waarde, str_text(&s), s.len);
	str_release(&s);
	return id;
}

static bool take_number(struct lezer *l, const struct csv_row *row, size_t i)
{
	const struct csv_cell *cell = lezer_vak(l, row, (int)i);
	struct err err = ERR_INIT;

	l->heeft[i] = false;
	if (l->kolom[i].plaats < 0)
		return true;
	if (cell_maat(l->def, &l->def->kolom[i], cell->text, &l->waarden[i], &err) < 0) {
		lezer_refuse(l, cell->len ? "getal" : "leeg", row->line, (int)i, &err);
		return false;
	}
	l->heeft[i] = true;
	if (l->bewaart)
		l->kladrij[i] = keep_number(l, cell, &l->waarden[i]);
	/* a number that is a kenmerk (level 1, 2, 3) is kept as it is written */
	for (size_t d = 0; l->def->kolom[i].rol == ROL_KENMERK && d < l->kenmerk_count; d++)
		if (l->kenmerk_kolom[d] == (int)i)
			l->sleutel[SLEUTEL_KENMERK + d] = intern_id(&l->waarde, cell->text, cell->len);
	return true;
}

static bool take_period(struct lezer *l, const struct csv_row *row, uint64_t *met)
{
	const struct import_periode *p = &l->def->periode;
	struct periode all = p->uit == UIT_VAST ? p->vast : l->naam_periode; /* of the whole file */
	const struct lezer_gelezen *got;

	l->sleutel[SLEUTEL_PERIODE] = 0;
	if (p->uit == UIT_KOLOM) {
		got = lezer_cell(l, l->periode, lezer_vak(l, row, l->periode), row->line, 0);
		if (!got)
			return false;
		l->sleutel[SLEUTEL_PERIODE] = got->id;
		if (l->bewaart)
			l->kladrij[l->periode] = got->tekst;
		*met |= got->voldoet;
	} else if (p->uit != UIT_GEEN && all.soort != PERIODE_GEEN) {
		/* a name that says none is one finding on the file, and nothing on its rows */
		l->sleutel[SLEUTEL_PERIODE] = lezer_periode(l, all, row->line);
	}
	return true;
}

static uint32_t index_of(const struct lezer *l, const struct gebied *g)
{
	return (uint32_t)(g - l->gebieden->item);
}

/* The area of this level that holds the object: its own, or one above it. */
static const struct gebied *area_of_object(const struct lezer *l, const struct object *o, struct date op)
{
	const struct gebied *g = o && o->gebied ? gebied_by_id(l->gebieden, o->gebied) : NULL;

	for (int up = 0; g && up < 3 && strcmp(g->niveau, l->def->via.niveau) != 0; up++) {
		const char *above = g->ouder;

		if (strcmp(g->niveau, "onbekend") == 0 || strcmp(g->niveau, "buiten") == 0)
			return g;
		g = above ? gebied_by_code(l->gebieden, "gemeente", above, op) : NULL;
		if (!g && above)
			g = gebied_by_code(l->gebieden, "wijk", above, op);
	}
	return g && strcmp(g->niveau, l->def->via.niveau) == 0 ? g : NULL;
}

static int refuse_object(struct lezer *l, const struct csv_row *row, const char *code)
{
	struct err err = ERR_INIT;
	char *shown = cell_shown(code);

	err_set(&err, ERR_DATA, "%s staat niet in de geladen lijst van soort %s.", shown, l->def->via.objecten);
	err_advise(&err, "Laad eerst de lijst waarin deze code staat.");
	lezer_refuse(l, "gebied", row->line, l->def->via.kolom[0], &err);
	free(shown);
	return -1;
}

/* The area by the code of a school or location. 1 known, 0 not ours, -1 refused. */
static int take_via(struct lezer *l, const struct csv_row *row)
{
	const struct import_via *via = &l->def->via;
	struct date op = l->periode_count ? l->periodes[l->sleutel[SLEUTEL_PERIODE]].eind : DATE_NONE;
	struct str code = STR_INIT;
	const struct gebied *g = NULL;
	int result = 1;

	for (size_t i = 0; i < via->kolom_count; i++)
		str_add(&code, lezer_vak(l, row, via->kolom[i])->text);
	if (l->objecten)
		g = area_of_object(l, object_find(l->objecten, str_text(&code), op), op);
	for (size_t i = 0; !g && via->onbekend == VIA_EIGEN_RIJ && i < l->gebieden->count; i++)
		if (l->gebieden->item[i].eigen && strcmp(l->gebieden->item[i].niveau, "onbekend") == 0)
			g = &l->gebieden->item[i];
	if (g)
		l->sleutel[SLEUTEL_GEBIED] = index_of(l, g);
	else if (via->onbekend == VIA_FOUT)
		result = refuse_object(l, row, str_text(&code));
	else {
		l->onbekend++;
		result = 0;
	}
	str_release(&code);
	return result;
}

/* 1 when period and area of the row are known, 0 when the row is not ours, -1 refused. */
static int take_place(struct lezer *l, const struct csv_row *row, uint64_t *met)
{
	const struct gebied *own = gebied_own(l->gebieden);
	const struct lezer_gelezen *got;

	l->sleutel[SLEUTEL_GEBIED] = own ? index_of(l, own) : 0;
	l->sleutel[SLEUTEL_TOTAAL] = 0;
	if (!take_period(l, row, met))
		return -1;
	if (l->def->via.is)
		return l->def->via.koppeling ? via_take(l, row) : take_via(l, row);
	if (l->gebied < 0)
		return 1;
	got = lezer_cell(l, l->gebied, lezer_vak(l, row, l->gebied), row->line, l->sleutel[SLEUTEL_PERIODE]);
	if (!got)
		return -1;
	l->sleutel[SLEUTEL_GEBIED] = got->id;
	l->sleutel[SLEUTEL_TOTAAL] = got->total;
	*met |= got->voldoet;
	l->buiten += got->skip;
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
		cell = lezer_vak(l, row, i);
		if (i == l->periode)
			dubbel_mix(&key, &l->sleutel[SLEUTEL_PERIODE], sizeof(*l->sleutel));
		else if (i == l->gebied)
			dubbel_mix(&key, &l->sleutel[SLEUTEL_GEBIED], 2 * sizeof(*l->sleutel));
		else if (is_via(l, i))
			dubbel_mix(&key, &l->via_code, sizeof(l->via_code));
		else
			dubbel_mix(&key, cell->text, cell->len);
	}
	return key;
}

/* Field by field: what stands between the fields of a struct is nobody's. */
static uint64_t hash_value(uint64_t hash, const struct cell_waarde *w)
{
	const int64_t part[] = {w->staat, w->begrensd, w->min, w->max, w->schaal};

	return hash_bytes(hash, part, sizeof(part));
}

static uint64_t values_hash(const struct lezer *l, const struct csv_row *row)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < l->def->kolom_count; i++)
		if (lezer_is_getal(l->def->kolom[i].type) && l->heeft[i])
			hash = hash_value(hash, &l->waarden[i]);
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

	/* a koppeling without weights counts rows: the same code in the same area once more weighs more */
	if (l->def->rijen == RIJEN_PERSONEN || !l->def->sleutel.count || (l->def->koppeling.is && l->def->koppeling.gewicht < 0))
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

/* A share as a whole number of the last decimal that the column may have: 0,4 with two decimals is 40. */
static struct cell_waarde in_last_decimal(const struct cell_waarde *w, int decimalen)
{
	struct cell_waarde out = *w;

	for (; out.schaal < decimalen; out.schaal++)
		out.min *= 10;
	out.max = out.min;
	out.schaal = 0;
	return out;
}

/* So many characters of the code, with the weight of the row. */
static bool count_koppeling(struct lezer *l, const struct csv_row *row)
{
	const struct import_koppeling *k = &l->def->koppeling;
	const struct csv_cell *cell = lezer_vak(l, row, k->van);
	const struct cell_waarde one = {STAAT_WAARDE, true, 1, 1, 0},
				 *w = k->gewicht >= 0 ? &l->waarden[k->gewicht] : &one;
	struct cell_waarde share;
	struct err err = ERR_INIT;
	size_t len = 0;
	char *code;

	for (int n = 0; len < cell->len && (!k->teken || n < k->teken); n++)
		do
			len++;
		while (len < cell->len && ((unsigned char)cell->text[len] & 0xc0) == 0x80);
	if (w->staat == STAAT_WAARDE && w->min == 0)
		return true;
	if (w->staat != STAAT_WAARDE || w->min < 0 || (w->schaal && !k->som)) {
		err_set(&err, ERR_DATA, "een gewicht moet een getal van 0 of meer zijn.");
		lezer_refuse(l, "getal", row->line, k->gewicht, &err);
		return false;
	}
	code = via_code(cell->text, len);
	l->sleutel[SLEUTEL_KENMERK] = intern_id(&l->waarde, code, strlen(code));
	free(code);
	share = in_last_decimal(w, k->gewicht < 0 ? 0 : l->def->kolom[k->gewicht].decimalen);
	return count_value(l, 0, &share, row->line);
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
	cell = lezer_vak(l, row, l->def->status.kolom);
	lezer_status(l, cell->text);
	if (!l->status_regel)
		l->status_regel = row->line;
	else
		l->gemengd = l->gemengd || before != l->definitief;
}

static void keep_row(struct lezer *l, int64_t line)
{
	struct lezer_bewaard *row;
	size_t n = l->def->kolom_count;

	l->bewaard = mem_grow(l->bewaard, &l->bewaard_cap, l->bewaard_count + 1, sizeof(*l->bewaard));
	row = &l->bewaard[l->bewaard_count++];
	*row = (struct lezer_bewaard){line, l->sleutel[SLEUTEL_PERIODE], l->sleutel[SLEUTEL_GEBIED],
		mem_new(n, sizeof(*row->waarde))};
	memcpy(row->waarde, l->kladrij, n * sizeof(*row->waarde));
}

/* All cells that are not period and area; false when one was refused. */
static bool take_cells(struct lezer *l, const struct csv_row *row, uint64_t *met)
{
	bool good = true;

	for (size_t i = 0; i < l->def->kolom_count; i++) {
		if (lezer_is_getal(l->def->kolom[i].type))
			good = take_number(l, row, i) && good;
		else if ((int)i != l->periode && (int)i != l->gebied && l->kolom[i].plaats >= 0)
			good = take_text(l, row, i, met) && good;
	}
	return good;
}

static void clear_row(struct lezer *l)
{
	for (size_t d = 0; d < l->kenmerk_count; d++)
		l->sleutel[SLEUTEL_KENMERK + d] = GEEN_WAARDE;
	for (size_t i = 0; i < l->def->kolom_count; i++)
		l->kladrij[i] = GEEN_WAARDE;
}

void lezer_rij(struct lezer *l, const struct csv_row *row)
{
	uint64_t met = 0;
	bool good = true;
	int place;

	l->regels++;
	if (!lezer_gevraagd(l, row)) {
		l->overgeslagen++;
		return;
	}
	clear_row(l);
	place = take_place(l, row, &met);
	if (place == 0)
		return;
	good = take_cells(l, row, &met) && place > 0;
	if (!good)
		return;
	row_status(l, row);
	met |= lezer_voldoet_rij(l, row);
	good = check_row(l, row->line);
	if (!check_double(l, row) || !good)
		return;
	note_ones(l);
	if (l->bewaart)
		keep_row(l, row->line);
	if (l->def->rijen == RIJEN_PERSONEN)
		(void)count_child(l, row, met);
	else if (l->def->koppeling.is)
		(void)count_koppeling(l, row);
	else
		(void)count_row(l, row, met);
}
