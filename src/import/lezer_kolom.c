#include "import/lezer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/area.h"
#include "import/cell.h"
#include "import/cell_periode.h"

/* ---- findings ------------------------------------------------------------------------------ */

/* Findings about a cell name its column as the file spells it, and its letter. */
static void place(struct lezer *l, struct finding *f, int kolom)
{
	int at = kolom >= 0 ? l->kolom[kolom].plaats : -1;

	if (at >= 0)
		finding_at(f, l->bron->kop.cel[at].naam, at + 1);
}

void lezer_refuse(struct lezer *l, const char *rule, int64_t line, int kolom, struct err *err)
{
	struct finding *f = finding_add(l->findings, ERNST_FOUT, rule, line, "%s", err->text ? err->text : "");

	place(l, f, kolom);
	if (err->advice && *err->advice)
		finding_advise(f, "%s", err->advice);
	err_release(err);
}

/* ---- periods ------------------------------------------------------------------------------- */

/* A period that has not begun, or a day that has not come. */
static bool in_future(const struct lezer *l, struct date first)
{
	return !l->def->periode.toekomst_toegestaan && date_is_set(l->nu) && date_cmp(first, l->nu) > 0;
}

static void set_future(const struct lezer *l, const char *what, struct err *err)
{
	struct str today = STR_INIT;

	date_add_dutch(&today, l->nu);
	err_set(err, ERR_DATA, "%s ligt in de toekomst; het is vandaag %s.", what, str_text(&today));
	err_advise(err, "Verbeter de periode in het bestand.");
	str_release(&today);
}

static void check_future(struct lezer *l, struct periode p, int64_t line)
{
	struct str name = STR_INIT;
	struct err err = ERR_INIT;

	if (!in_future(l, p.begin))
		return;
	periode_add_name(&name, p);
	set_future(l, str_text(&name), &err);
	lezer_refuse(l, "periode", line, l->periode, &err);
	str_release(&name);
}

static void check_name(struct lezer *l, struct periode p, int64_t line)
{
	struct str row = STR_INIT, name = STR_INIT;
	struct finding *f;

	if (l->naam_periode.soort == PERIODE_GEEN || !l->def->periode.moet_overeenkomen ||
		periode_equal(p, l->naam_periode))
		return;
	periode_add_name(&row, p);
	periode_add_name(&name, l->naam_periode);
	f = finding_add(l->findings, ERNST_FOUT, "periode", line,
		"deze rij gaat over %s, maar volgens de bestandsnaam is het bestand van %s.", str_text(&row), str_text(&name));
	finding_advise(f, "Kijk welke van de twee goed is en verbeter de rij of de naam.");
	place(l, f, l->periode);
	str_release(&row);
	str_release(&name);
}

static void check_valid_from(struct lezer *l, struct periode p, int64_t line)
{
	struct str name = STR_INIT, from = STR_INIT;

	if (date_cmp(p.eind, l->def->geldig_vanaf) >= 0)
		return;
	periode_add_name(&name, p);
	date_add_dutch(&from, l->def->geldig_vanaf);
	finding_add(l->findings, ERNST_WAARSCHUWING, "periode", line,
		"%s ligt voor de dag vanaf wanneer dit profiel geldt (%s); de cijfers kunnen iets anders betekenen.",
		str_text(&name), str_text(&from));
	str_release(&name);
	str_release(&from);
}

uint32_t lezer_periode(struct lezer *l, struct periode p, int64_t line)
{
	for (size_t i = 0; i < l->periode_count; i++)
		if (periode_equal(l->periodes[i], p))
			return (uint32_t)i;
	l->periodes = mem_grow(l->periodes, &l->periode_cap, l->periode_count + 1, sizeof(*l->periodes));
	l->periode_regel = mem_grow(l->periode_regel, &l->periode_regel_cap, l->periode_count + 1, sizeof(*l->periode_regel));
	l->periodes[l->periode_count] = p;
	l->periode_regel[l->periode_count] = line;
	check_future(l, p, line);
	check_name(l, p, line);
	check_valid_from(l, p, line);
	return (uint32_t)l->periode_count++;
}

/* ---- one kind of column each --------------------------------------------------------------- */

unsigned lezer_vormen(const struct lezer *l, const struct import_kolom *k)
{
	return k->datumvorm ? k->datumvorm : l->def->periode.datumvorm;
}

static int read_gebied(struct lezer *l, const struct import_kolom *k, const char *text, uint32_t periode, int64_t line,
	struct lezer_gelezen *out, struct err *err)
{
	const struct area_vraag vraag = {l->def, k, l->gebieden,
		periode < l->periode_count ? l->periodes[periode] : (struct periode){.soort = PERIODE_GEEN}};
	struct area_hit hit;

	if (area_read(&vraag, text, &hit, err) < 0)
		return -1;
	if (hit.melding) {
		struct finding *f = finding_add(l->findings, ERNST_MELDING, "gebied", line, "%s", hit.melding);

		place(l, f, (int)(k - l->def->kolom));
		free(hit.melding);
	}
	out->skip = hit.soort == AREA_OVERSLAAN;
	out->total = hit.soort == AREA_TOTAAL;
	out->id = hit.gebied ? (uint32_t)(hit.gebied - l->gebieden->item) : 0;
	return 0;
}

static int check_day(const struct lezer *l, struct date day, struct err *err)
{
	struct str name = STR_INIT;

	if (!in_future(l, day))
		return 0;
	date_add_dutch(&name, day);
	set_future(l, str_text(&name), err);
	str_release(&name);
	return -1;
}

/* A day that is kept as a quarter must still be the day the profile demands. */
static int read_periode(struct lezer *l, const struct import_kolom *k, const char *text, int64_t line,
	struct lezer_gelezen *out, struct err *err)
{
	const struct import_periode *p = &l->def->periode;
	struct periode periode;
	struct date day;

	if (k->type == KOLOM_DATUM) {
		if (cell_datum(text, lezer_vormen(l, k), &day, err) < 0 || check_day(l, day, err) < 0 ||
			cell_moet_zijn(p->moet_zijn, day, err) < 0)
			return -1;
		periode = p->soort == PERIODE_DAG ? periode_dag(day) : periode_of_date(p->soort, day);
	} else if (cell_periode(text, p->soort, lezer_vormen(l, k), &periode, err) < 0) {
		return -1;
	}
	out->id = lezer_periode(l, periode, line);
	return 0;
}

/* Characters that cannot be seen, or turn the reading direction: two names that look the same would differ. */
static int check_hidden(const char *text, struct err *err)
{
	const char *p = text;
	size_t len = strlen(text), size;
	uint32_t cp;
	char *shown;

	for (; len && (size = text_utf8_next(p, len, &cp)) > 0; p += size, len -= size) {
		if (!(cp == 0xad || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e) ||
			    (cp >= 0x2060 && cp <= 0x206f) || cp == 0xfeff))
			continue;
		shown = cell_shown(text);
		err_set(err, ERR_DATA, "%s heeft een teken dat niet te zien is (U+%04X).", shown, (unsigned)cp);
		err_advise(err, "Typ de tekst over.");
		free(shown);
		return -1;
	}
	return 0;
}

/* The text as it is kept, in `value`: codes as in the list, dates as jjjj-mm-dd (in `made`). */
static int read_value(const struct lezer *l, const struct import_kolom *k, const char *text, const char **value,
	struct str *made, struct err *err)
{
	struct date day;

	*value = text;
	switch (k->type) {
	case KOLOM_CODE:
		return cell_code(k, text, value, err);
	case KOLOM_JANEE:
		return cell_janee(text, value, err);
	case KOLOM_DATUM:
		if (cell_datum(text, lezer_vormen(l, k), &day, err) < 0)
			return -1;
		date_add_iso(made, day);
		*value = str_text(made);
		return 0;
	case KOLOM_TEKST:
		return check_hidden(text, err);
	case KOLOM_GEBIED:
	case KOLOM_PERIODE:
	case KOLOM_GEHEEL:
	case KOLOM_GETAL:
		break;
	}
	return 0;
}

/* ---- the cell ------------------------------------------------------------------------------ */

/* A date that gives the period is kept as a date all the same. */
static int keep_date(struct lezer *l, const struct import_kolom *k, const char *text, struct lezer_gelezen *out, struct err *err)
{
	struct str made = STR_INIT;
	const char *value;
	int result = 0;

	if (!l->bewaart || k->type != KOLOM_DATUM)
		return 0;
	result = read_value(l, k, text, &value, &made, err);
	if (result == 0)
		out->tekst = intern_id(&l->waarde, value, strlen(value));
	str_release(&made);
	return result;
}

static int read_plain(struct lezer *l, int kolom, const char *text, struct lezer_gelezen *out, struct err *err)
{
	const struct import_kolom *k = l->kolom[kolom].def;
	struct str made = STR_INIT;
	const char *value;
	int result = read_value(l, k, text, &value, &made, err);

	if (result == 0) {
		if (k->rol == ROL_KENMERK || l->bewaart)
			out->id = out->tekst = intern_id(&l->waarde, value, strlen(value));
		out->voldoet = lezer_voldoet(l, kolom, value);
	}
	str_release(&made);
	return result;
}

static int read_cell(struct lezer *l, int kolom, const char *text, int64_t line, uint32_t periode,
	struct lezer_gelezen *out, struct err *err)
{
	const struct import_kolom *k = l->kolom[kolom].def;

	out->tekst = GEEN_WAARDE;
	if (kolom == l->periode) {
		if (read_periode(l, k, text, line, out, err) < 0 || keep_date(l, k, text, out, err) < 0)
			return -1;
		out->voldoet = lezer_voldoet(l, kolom, text);
	} else if (k->type == KOLOM_GEBIED) {
		if (read_gebied(l, k, text, periode, line, out, err) < 0)
			return -1;
		out->voldoet = lezer_voldoet(l, kolom, text);
	} else if (read_plain(l, kolom, text, out, err) < 0) {
		return -1;
	}
	out->good = true;
	return 0;
}

static int refuse_empty(struct lezer *l, int kolom, int64_t line)
{
	struct err err = ERR_INIT;

	err_set(&err, ERR_DATA, "de cel is leeg.");
	err_advise(&err, "Vul in wat er hoort te staan, of vraag het de leverancier.");
	lezer_refuse(l, "leeg", line, kolom, &err);
	return -1;
}

static const char *rule_of(const struct lezer *l, int kolom)
{
	static const char *const rules[] = {"gebied", "datum", "periode", "getal", "getal", "code", "tekst", "janee"};

	return kolom == l->periode ? "periode" : rules[l->kolom[kolom].def->type];
}

/* An area means another thing in another period, so there the period is part of the text. */
static uint32_t text_id(struct lezer_kolom *k, const struct csv_cell *cell, uint32_t periode)
{
	if (k->def->type != KOLOM_GEBIED)
		return intern_id(&k->tekst, cell->text, cell->len);
	str_clear(&k->klad);
	str_add_n(&k->klad, cell->text, cell->len);
	str_add_n(&k->klad, (const char *)&periode, sizeof(periode));
	return intern_id(&k->tekst, k->klad.text, k->klad.len);
}

const struct lezer_gelezen *lezer_cell(struct lezer *l, int kolom, const struct csv_cell *cell, int64_t line,
	uint32_t periode)
{
	struct lezer_kolom *k = &l->kolom[kolom];
	struct err err = ERR_INIT;
	uint32_t id;
	bool known;

	if (cell->len == 0) {
		if (k->def->leeg_toegestaan && k->def->rol != ROL_GEBIED && k->def->rol != ROL_PERIODE)
			return &k->leeg;
		refuse_empty(l, kolom, line);
		return NULL;
	}
	id = text_id(k, cell, periode);
	known = id < k->cap && k->gelezen[id].good;
	if (known)
		return &k->gelezen[id];
	k->gelezen = mem_grow(k->gelezen, &k->cap, (size_t)id + 1, sizeof(*k->gelezen));
	if (read_cell(l, kolom, cell->text, line, periode, &k->gelezen[id], &err) < 0) {
		lezer_refuse(l, rule_of(l, kolom), line, kolom, &err);
		return NULL;
	}
	return &k->gelezen[id];
}
