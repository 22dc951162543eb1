#include "import/lezer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "import/cell.h"

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

/* What a koppeling counts: the weight of each code, per area. */
static void set_koppeling(struct lezer *l)
{
	const struct import_koppeling *k = &l->def->koppeling;

	add_name(&l->kenmerk, &l->kenmerk_kolom, &l->kenmerk_count, l->def->kolom[k->van].naam, k->van);
	add_name(&l->maat, &l->maat_kolom, &l->maat_count, "gewicht", k->gewicht);
}

/* A code that stands for an area is kept under the name of its koppeling, by which it is found again. */
static void add_kenmerk(struct lezer *l, int kolom)
{
	const struct import_via *via = &l->def->via;
	char *name = via->koppeling && via->kolom[0] == kolom ? mem_printf(KENMERK_VIA "%s", via->koppeling)
							      : mem_dup(l->def->kolom[kolom].naam);

	add_name(&l->kenmerk, &l->kenmerk_kolom, &l->kenmerk_count, name, kolom);
	free(name);
}

static void set_columns(struct lezer *l)
{
	for (size_t i = 0; i < l->def->kolom_count; i++) {
		const struct import_kolom *k = &l->def->kolom[i];

		if (k->rol == ROL_GEBIED)
			l->gebied = (int)i;
		if (l->kolom[i].plaats < 0)
			continue;
		if (k->rol == ROL_KENMERK)
			add_kenmerk(l, (int)i);
		if (k->rol == ROL_MAAT)
			add_name(&l->maat, &l->maat_kolom, &l->maat_count, k->naam, (int)i);
	}
}

static void set_dimensions(struct lezer *l)
{
	const struct import_def *def = l->def;

	set_columns(l);
	if (def->koppeling.is)
		set_koppeling(l);
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

void lezer_status(struct lezer *l, const char *code)
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
		.gebied = -1, .periode = bron->def->periode.kolom,
		.bewaart = bron->def->object.is || bron->def->rijen == RIJEN_REGISTER};
	l->kolom = mem_new(l->def->kolom_count, sizeof(*l->kolom));
	for (size_t i = 0; i < l->def->kolom_count; i++) {
		l->kolom[i].def = &l->def->kolom[i];
		l->kolom[i].plaats = bron->kop.plaats[i];
	}
	l->waarden = mem_new(l->def->kolom_count, sizeof(*l->waarden));
	l->heeft = mem_new(l->def->kolom_count, sizeof(*l->heeft));
	l->kladrij = mem_new(l->def->kolom_count, sizeof(*l->kladrij));
	l->zonder_naam = mem_new(bron->kop.count, sizeof(*l->zonder_naam));
	l->guard = guard_new(l->def, &bron->kop, nu);
	if (set_conditions(l, err) < 0) {
		lezer_release(l);
		return -1;
	}
	set_dimensions(l);
	read_name(l, naam);
	if (l->def->status.uit == UIT_BESTANDSNAAM && l->naam_past)
		lezer_status(l, l->naam.status);
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
	free(l->kladrij);
	for (size_t i = 0; i < l->bewaard_count; i++)
		free(l->bewaard[i].waarde);
	free(l->bewaard);
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

/* ---- the file ------------------------------------------------------------------------------ */

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
		lezer_rij(l, row);
	return true;
}

static void refuse_long(struct lezer *l, const struct csv_row *row)
{
	finding_advise(finding_add(l->findings, ERNST_FOUT, "grens", row->line, "het bestand heeft meer dan %lld rijen.",
			       (long long)l->def->bestand.max_regels),
		"Lever het in delen, bijvoorbeeld per jaar.");
}

/* Guards and reads one row; false when the file has more rows than it may. */
static bool take_row(struct lezer *l, const struct csv_row *row, bool last_open, bool *data)
{
	if (row->line <= l->bron->kop.last_line && !l->bron->kaart)
		return true;
	if (l->regels == l->def->bestand.max_regels) {
		refuse_long(l, row);
		return false;
	}
	if (guard_row(l->guard, row)) {
		l->persoonsgegevens = true;
		l->regels++;
	} else if (*data) {
		*data = one_row(l, row, last_open);
	}
	return true;
}

static int read_csv(struct lezer *l, const char *path, struct err *err)
{
	const struct csv_row *row;
	struct csvfile *file;
	bool data = true;
	int more;

	if (csvfile_open(&file, path, l->bron->codering, l->bron->delimiter, err) < 0)
		return -1;
	while ((more = csvfile_next(file, &row, l->findings, err)) == 1)
		if (!take_row(l, row, csvfile_open_ended(file), &data))
			break;
	l->sum = csvfile_sum(file);
	csvfile_close(file);
	return more < 0 ? -1 : 0;
}

static void read_shapes(struct lezer *l)
{
	const struct csv_row *row;
	bool data = true;

	while (geojson_next(l->bron->kaart, &row, l->findings) == 1)
		if (!take_row(l, row, false, &data))
			break;
}

static void tell_counts(struct lezer *l)
{
	if (l->overgeslagen)
		finding_add(l->findings, ERNST_MELDING, "waar", 0, "%lld %s overgeslagen: daar vraagt het profiel niet om.",
			(long long)l->overgeslagen, l->overgeslagen == 1 ? "rij is" : "rijen zijn");
	if (l->buiten)
		finding_add(l->findings, ERNST_MELDING, "gebied", 0, "%lld %s overgeslagen: die gaan over andere gemeenten.",
			(long long)l->buiten, l->buiten == 1 ? "rij is" : "rijen zijn");
	if (l->onbekend)
		finding_advise(finding_add(l->findings, ERNST_MELDING, "gebied", 0,
				       "%lld %s overgeslagen: de code staat niet in de %s %s.", (long long)l->onbekend,
				       l->onbekend == 1 ? "rij is" : "rijen zijn",
				       l->def->via.koppeling ? "koppeling" : "lijst van soort",
				       l->def->via.koppeling ? l->def->via.koppeling : l->def->via.objecten),
			"%s; laad anders eerst een nieuwere %s.", l->def->via.koppeling ? "Dat zijn meestal adressen buiten de gemeente"
				: "Dat zijn meestal scholen of locaties buiten de gemeente",
			l->def->via.koppeling ? "koppeling" : "lijst");
	if (l->dubbele_kinderen)
		finding_add(l->findings, ERNST_MELDING, "dubbel", 0, "%lld keer stond een kind er nog een keer in; het telt een keer.",
			(long long)l->dubbele_kinderen);
}

/* Rows of all ones, more than a small table has: this is a list. */
static void look_for_list(struct lezer *l)
{
	if (l->def->rijen != RIJEN_AANTALLEN || l->een_per_rij < ROWS_OF_CHILDREN ||
		l->een_per_rij != l->regels - l->overgeslagen - l->buiten - l->onbekend)
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
	else if (l->findings->fouten == 0 && l->tally.count == 0 && l->bewaard_count == 0 &&
		l->overgeslagen + l->buiten + l->onbekend > 0)
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
	struct finding_list personal = {0};

	if (l->bron->kaart)
		read_shapes(l);
	else if (read_csv(l, path, err) < 0)
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
