#include "import/lezer.h"

#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/text.h"
#include "import/cell.h"
#include "import/cell_periode.h"

static bool among(const struct import_waar *w, const char *value)
{
	char *key = text_key(value);
	bool hit = false;

	for (size_t i = 0; i < w->waarde.count && !hit; i++) {
		char *other = text_key(w->waarde.item[i]);

		hit = strcmp(key, other) == 0;
		free(other);
	}
	free(key);
	return hit;
}

static bool text_meets(const struct import_waar *w, const char *value)
{
	switch (w->soort) {
	case WAAR_IS:
		return among(w, value);
	case WAAR_IS_NIET:
		return !among(w, value);
	case WAAR_LEEG:
		return !*value;
	case WAAR_GEVULD:
		return *value != '\0';
	default:
		return false;
	}
}

uint64_t lezer_voldoet(const struct lezer *l, int kolom, const char *value)
{
	uint64_t met = 0;

	if (!l->kolom[kolom].voorwaarden)
		return 0;
	for (size_t i = 0; i < l->voorwaarde_count; i++)
		if (l->voorwaarde[i]->kolom == kolom && text_meets(l->voorwaarde[i], value))
			met |= UINT64_C(1) << i;
	return met;
}

/* ---- numbers ------------------------------------------------------------------------------- */

/* Only an exact number can be compared; hidden and unknown ones meet nothing. */
static bool number_meets(const struct import_waar *w, const struct cell_waarde *value)
{
	int order;

	if (value->staat != STAAT_WAARDE)
		return false;
	order = decimal_cmp((struct decimal){value->min, value->schaal}, w->grens);
	return w->soort == WAAR_MINSTENS ? order >= 0 : order <= 0;
}

/* ---- dates --------------------------------------------------------------------------------- */

static bool date_of(const struct lezer *l, const struct csv_row *row, int kolom, struct date *out)
{
	const struct csv_cell *cell = lezer_vak(l, row, kolom);
	struct err ignored = ERR_INIT;

	if (!cell->len)
		return false;
	if (cell_datum(cell->text, lezer_vormen(l, &l->def->kolom[kolom]), out, &ignored) == 0)
		return true;
	err_release(&ignored); /* it was refused as a cell already */
	return false;
}

/* The same day so many months earlier; the last day of a shorter month. */
static struct date months_back(struct date d, int64_t months)
{
	int64_t at = (int64_t)d.year * 12 + d.month - 1 - months;
	int last;

	d.year = (int)(at / 12);
	d.month = (int)(at % 12) + 1;
	last = date_days_in_month(d.year, d.month);
	if (d.day > last)
		d.day = last;
	return d;
}

static bool date_meets(const struct lezer *l, const struct csv_row *row, const struct import_waar *w)
{
	struct date peil = l->sleutel[SLEUTEL_PERIODE] < l->periode_count ? l->periodes[l->sleutel[SLEUTEL_PERIODE]].eind
									   : DATE_NONE;
	struct date day, other;

	if (!date_of(l, row, w->kolom, &day))
		return false;
	switch (w->soort) {
	case WAAR_VOOR_PEIL:
		return date_is_set(peil) && date_cmp(day, peil) <= 0;
	case WAAR_BINNEN_DAGEN_NA:
		return date_of(l, row, w->ander, &other) && date_to_days(day) - date_to_days(other) <= w->aantal;
	case WAAR_BINNEN_MAANDEN:
		return date_is_set(peil) && date_cmp(day, peil) <= 0 && date_cmp(day, months_back(peil, w->aantal)) >= 0;
	default:
		return false;
	}
}

/* ---- the row ------------------------------------------------------------------------------- */

uint64_t lezer_voldoet_rij(const struct lezer *l, const struct csv_row *row)
{
	uint64_t met = 0;

	for (size_t i = 0; i < l->voorwaarde_count; i++) {
		const struct import_waar *w = l->voorwaarde[i];
		bool good;

		if (w->soort == WAAR_MINSTENS || w->soort == WAAR_HOOGSTENS)
			good = l->heeft[w->kolom] && number_meets(w, &l->waarden[w->kolom]);
		else if (w->soort >= WAAR_VOOR_PEIL)
			good = date_meets(l, row, w);
		else if (l->kolom[w->kolom].plaats < 0 || lezer_is_getal(l->def->kolom[w->kolom].type))
			good = text_meets(w, lezer_vak(l, row, w->kolom)->text);
		else
			continue; /* known since the cell was read */
		if (good)
			met |= UINT64_C(1) << i;
	}
	return met;
}

static bool wanted(const struct lezer *l, const struct csv_row *row, const struct import_waar *w)
{
	const char *text = lezer_vak(l, row, w->kolom)->text;
	struct err ignored = ERR_INIT;
	struct cell_waarde value;

	if (w->soort != WAAR_MINSTENS && w->soort != WAAR_HOOGSTENS)
		return text_meets(w, text);
	if (cell_maat(l->def, &l->def->kolom[w->kolom], text, &value, &ignored) == 0)
		return number_meets(w, &value);
	err_release(&ignored);
	return true; /* no number: the row is read, and refused for it */
}

bool lezer_gevraagd(const struct lezer *l, const struct csv_row *row)
{
	for (size_t i = 0; i < l->def->waar_count; i++)
		if (!wanted(l, row, &l->def->waar[i]))
			return false;
	return true;
}
