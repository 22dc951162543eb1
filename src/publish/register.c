#include "publish/register.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "publish/rol.h"

static const char *const bronnen[] = {"acties", "overleggen", "besluiten", "interventies"};
static const char *const actie_soorten[] = {"actie", "opdracht", "mijlpaal", "", NULL};
static const char *const actie_staten[] = {
	"niet_gestart", "loopt", "vertraagd", "klaar", "gestopt", "", NULL};
static const char *const overleg_staten[] = {"gepland", "gehouden", "vervallen", "", NULL};
static const char *const interventie_besluiten[] = {"", "doorgaan", "aanpassen", "stoppen", NULL};

const char *register_soort_bron(enum register_soort soort)
{
	return bronnen[soort];
}

const char *actie_staat_code(enum actie_staat s)
{
	return actie_staten[s];
}

const char *actie_soort_code(enum actie_soort s)
{
	return actie_soorten[s];
}

const char *overleg_staat_code(enum overleg_staat s)
{
	return overleg_staten[s];
}

const char *interventie_besluit_code(enum interventie_besluit b)
{
	return interventie_besluiten[b];
}

const char *registers_woord(const struct import_def *profiel, const char *kolom, const char *code)
{
	int k = import_def_kolom(profiel, kolom);
	int at = k < 0 ? -1 : text_list_index(&profiel->kolom[k].code, code);

	return at < 0 ? code : profiel->kolom[k].code_naam.item[at];
}

static const char *gremium_naam(
	struct registers *r, const struct gemeente_def *gemeente, const struct import_def *profiel, const char *code)
{
	int at = text_list_index(&gemeente->gremium, code);

	if (at >= 0)
		return pool_dup(&r->pool, gemeente->gremium_naam.item[at]);
	return profiel ? pool_dup(&r->pool, registers_woord(profiel, "gremium", code)) : code;
}

void registers_noem_gremia(struct registers *r, const struct gemeente_def *gemeente, const struct import_def *overleggen,
	const struct import_def *besluiten)
{
	for (size_t i = 0; i < r->overleg_count; i++)
		r->overleg[i].gremium_naam = gremium_naam(r, gemeente, overleggen, r->overleg[i].gremium);
	for (size_t i = 0; i < r->besluit_count; i++)
		r->besluit[i].gremium_naam = gremium_naam(r, gemeente, besluiten, r->besluit[i].gremium);
}

/* ---- cells -------------------------------------------------------------------------------- */

/* Index of the code; `otherwise` when it is none of them. */
static int code_of(const char *const *codes, const char *text, int otherwise)
{
	for (int i = 0; codes[i]; i++)
		if (*codes[i] && strcmp(codes[i], text) == 0)
			return i;
	return otherwise;
}

static const char *cell(struct registers *r, const struct register_rij *rij, const char *kolom)
{
	const char *text = register_waarde(rij, kolom);

	return *text ? pool_dup(&r->pool, text) : "";
}

/* Not set when the cell is empty. The importer lets only dates in; what else it may be is not known. */
static struct date date_cell(const struct register_rij *rij, const char *kolom)
{
	struct err err = ERR_INIT;
	struct date date = DATE_NONE;
	const char *text = register_waarde(rij, kolom);

	if (*text && date_parse_iso(text, &date, &err) < 0)
		err_release(&err);
	return date;
}

/* The same, but what happens after the day is not known on the day. */
static struct date past_cell(const struct register_rij *rij, const char *kolom, struct date per)
{
	struct date date = date_cell(rij, kolom);

	return date_cmp(date, per) > 0 ? DATE_NONE : date;
}

static int64_t days_between(struct date from, struct date to)
{
	return date_to_days(to) - date_to_days(from);
}

/* ---- acties ------------------------------------------------------------------------------- */

/* Done after the day is not done on the day; started after the day is not started. */
static enum actie_staat actie_staat_on(const struct register_rij *rij, const struct actie *a, struct date per)
{
	enum actie_staat s =
		(enum actie_staat)code_of(actie_staten, register_waarde(rij, "status"), ACTIE_ONBEKEND);
	struct date finished = date_cell(rij, "afgerond_op");

	if ((s == ACTIE_KLAAR || s == ACTIE_GESTOPT) && date_cmp(finished, per) > 0)
		s = ACTIE_LOOPT;
	if ((s == ACTIE_LOOPT || s == ACTIE_VERTRAAGD) && date_cmp(a->start, per) > 0)
		s = ACTIE_NIET_GESTART;
	return s;
}

static void set_owner(struct registers *r, const struct register_rij *rij, struct actie *a)
{
	const char *partij = register_waarde(rij, "partij"), *eigenaar = register_waarde(rij, "eigenaar");
	bool show_partij = !rol_names_person(partij), show_rol = rol_is_role(eigenaar, partij);

	a->partij = show_partij ? cell(r, rij, "partij") : "";
	a->rol = show_rol ? cell(r, rij, "eigenaar") : "";
	a->verborgen = !show_partij || (*eigenaar && !show_rol);
}

static void set_signals(struct actie *a, struct date per)
{
	bool deadline = date_is_set(a->deadline);

	a->open = a->staat != ACTIE_KLAAR && a->staat != ACTIE_GESTOPT;
	a->te_laat = a->open && deadline && date_cmp(a->deadline, per) < 0;
	a->dagen_te_laat = a->te_laat ? days_between(a->deadline, per) : 0;
	a->dagen_geen_update =
		date_is_set(a->laatste_update) ? days_between(a->laatste_update, per) : -1;
	a->geen_update = a->open && a->dagen_geen_update > ACTIE_UPDATE_DAGEN;
	if (a->staat == ACTIE_KLAAR && deadline && date_is_set(a->afgerond_op)) {
		a->op_tijd_klaar = date_cmp(a->afgerond_op, a->deadline) <= 0;
		a->te_laat_klaar = !a->op_tijd_klaar;
	}
	a->tegenstrijdig = a->open && date_is_set(a->afgerond_op);
}

static void read_actie(struct registers *r, const struct register_rij *rij, struct actie *a)
{
	a->id = pool_dup(&r->pool, rij->id);
	a->doel_id = cell(r, rij, "doel_id");
	a->omschrijving = cell(r, rij, "omschrijving");
	set_owner(r, rij, a);
	a->soort = (enum actie_soort)code_of(actie_soorten, register_waarde(rij, "soort"), ACTIE_ANDERS);
	a->start = date_cell(rij, "start");
	a->deadline = date_cell(rij, "deadline");
	a->staat = actie_staat_on(rij, a, r->per);
	a->afgerond_op = past_cell(rij, "afgerond_op", r->per);
	a->laatste_update = past_cell(rij, "laatste_update", r->per);
	a->bewijs = cell(r, rij, "bewijs");
	a->meetmiddel = cell(r, rij, "meetmiddel");
	a->volgende_stap = cell(r, rij, "volgende_stap");
	a->besluit_id = cell(r, rij, "besluit_id");
	a->smart = *a->doel_id && *a->meetmiddel && date_is_set(a->deadline) &&
		*register_waarde(rij, "partij");
	set_signals(a, r->per);
}

/* By deadline, those without one last, then by id. */
static int compare_actie(const void *left, const void *right)
{
	const struct actie *a = left, *b = right;
	int order = date_cmp(a->deadline, b->deadline);

	if (date_is_set(a->deadline) != date_is_set(b->deadline))
		return -order;
	return order ? order : strcmp(a->id, b->id);
}

/* ---- besluiten ---------------------------------------------------------------------------- */

static bool belongs(const struct actie *a, const struct besluit *b, const char *actie_id)
{
	return strcmp(a->besluit_id, b->id) == 0 || strcmp(a->id, actie_id) == 0;
}

static enum besluit_staat besluit_staat_of(const struct besluit *b, const char *actie_id)
{
	bool done = false;

	if (b->actie_count == 0)
		return *actie_id ? BESLUIT_ACTIE_ONBEKEND : BESLUIT_ZONDER_ACTIE;
	for (size_t i = 0; i < b->actie_count; i++) {
		if (b->actie[i]->open)
			return BESLUIT_OPEN;
		done = done || b->actie[i]->staat == ACTIE_KLAAR;
	}
	return done ? BESLUIT_UITGEVOERD : BESLUIT_GESTOPT;
}

static void read_besluit(struct registers *r, const struct register_rij *rij, struct besluit *b)
{
	const struct actie **linked = pool_new(&r->pool, r->actie_count, sizeof(*linked));
	const char *actie_id = register_waarde(rij, "actie_id");

	b->id = pool_dup(&r->pool, rij->id);
	b->gremium = b->gremium_naam = cell(r, rij, "gremium");
	b->doel_id = cell(r, rij, "doel_id");
	b->tekst = cell(r, rij, "tekst");
	b->datum = date_cell(rij, "datum");
	for (size_t i = 0; i < r->actie_count; i++)
		if (belongs(&r->actie[i], b, actie_id))
			linked[b->actie_count++] = &r->actie[i];
	b->actie = linked;
	b->staat = besluit_staat_of(b, actie_id);
}

static int compare_besluit(const void *left, const void *right)
{
	const struct besluit *a = left, *b = right;
	int order = date_cmp(a->datum, b->datum);

	return order ? order : strcmp(a->id, b->id);
}

/* ---- overleggen --------------------------------------------------------------------------- */

static enum overleg_staat overleg_staat_on(const char *status, struct date datum, struct date per)
{
	int s = code_of(overleg_staten, status, OVERLEG_ONBEKEND);

	if (s == OVERLEG_GEHOUDEN && date_cmp(datum, per) > 0)
		return OVERLEG_GEPLAND;
	if (s == OVERLEG_GEPLAND && date_cmp(datum, per) < 0)
		return OVERLEG_ONBEKEND;
	return (enum overleg_staat)s;
}

static void set_verslag(struct overleg *o, struct date per)
{
	bool sent = date_is_set(o->verslag_verzonden);

	if (o->staat != OVERLEG_GEHOUDEN) {
		o->verslag = VERSLAG_NVT;
		return;
	}
	o->verslag_dagen = days_between(o->datum, sent ? o->verslag_verzonden : per);
	if (sent)
		o->verslag = o->verslag_dagen <= VERSLAG_DAGEN ? VERSLAG_OP_TIJD : VERSLAG_TE_LAAT;
	else
		o->verslag = o->verslag_dagen <= VERSLAG_DAGEN ? VERSLAG_TE_VERWACHTEN
							       : VERSLAG_ONTBREEKT;
}

/* A whole number from 0; false when the cell is empty or something else. */
static bool count_cell(const struct register_rij *rij, const char *kolom, int64_t *out)
{
	const char *text = register_waarde(rij, kolom);
	int64_t number = 0;

	for (const char *at = text; *at; at++) {
		if (*at < '0' || *at > '9' || number > INT64_C(1000000000))
			return false;
		number = 10 * number + (*at - '0');
	}
	*out = number;
	return *text != '\0';
}

static void set_besluiten(struct registers *r, struct overleg *o)
{
	const struct besluit **linked = pool_new(&r->pool, r->besluit_count, sizeof(*linked));

	for (size_t i = 0; i < r->besluit_count; i++)
		if (date_cmp(r->besluit[i].datum, o->datum) == 0 &&
			strcmp(r->besluit[i].gremium, o->gremium) == 0)
			linked[o->besluit_count++] = &r->besluit[i];
	o->besluit = linked;
}

static void read_overleg(struct registers *r, const struct register_rij *rij, struct overleg *o)
{
	o->id = pool_dup(&r->pool, rij->id);
	o->gremium = o->gremium_naam = cell(r, rij, "gremium");
	o->naam = cell(r, rij, "naam");
	o->datum = date_cell(rij, "datum");
	o->staat = overleg_staat_on(register_waarde(rij, "status"), o->datum, r->per);
	o->thema_doel_id = cell(r, rij, "thema_doel_id");
	o->themablad_id = cell(r, rij, "themablad_id");
	o->verslag_verzonden = past_cell(rij, "verslag_verzonden", r->per);
	set_verslag(o, r->per);
	o->heeft_deelnemers = count_cell(rij, "deelnemers", &o->deelnemers);
	if (o->staat == OVERLEG_GEHOUDEN)
		set_besluiten(r, o);
}

static int compare_overleg(const void *left, const void *right)
{
	const struct overleg *a = left, *b = right;
	int order = date_cmp(a->datum, b->datum);

	return order ? order : strcmp(a->id, b->id);
}

static bool same_table(const struct overleg *a, const struct overleg *b)
{
	return strcmp(a->gremium, b->gremium) == 0 && strcmp(a->naam, b->naam) == 0;
}

/* The list is in order of day. */
static void set_gaps(struct registers *r)
{
	for (size_t i = 0; i < r->overleg_count; i++) {
		struct overleg *o = &r->overleg[i];

		o->dagen_sinds_vorige = -1;
		for (size_t j = i; j-- > 0 && o->staat == OVERLEG_GEHOUDEN && o->dagen_sinds_vorige < 0;) {
			const struct overleg *before = &r->overleg[j];

			if (before->staat == OVERLEG_GEHOUDEN && same_table(before, o))
				o->dagen_sinds_vorige = days_between(before->datum, o->datum);
		}
	}
}

/* ---- interventies ------------------------------------------------------------------------- */

/* The same day so many months earlier, or the last day of that month. */
static struct date months_before(struct date d, int months)
{
	int index = 12 * d.year + d.month - 1 - months;
	struct date back = {index / 12, index % 12 + 1, d.day};
	int last = date_days_in_month(back.year, back.month);

	if (back.day > last)
		back.day = last;
	return back;
}

static void read_interventie(struct registers *r, const struct register_rij *rij, struct interventie *v)
{
	struct date decided = date_cell(rij, "besluit_op");

	v->id = pool_dup(&r->pool, rij->id);
	v->naam = cell(r, rij, "naam");
	v->doel_id = cell(r, rij, "doel_id");
	v->bewijsniveau = cell(r, rij, "bewijsniveau");
	v->met_bewijs = *v->bewijsniveau && strcmp(v->bewijsniveau, "onbekend") != 0;
	v->laatste_evaluatie = past_cell(rij, "laatste_evaluatie", r->per);
	v->recent_geevalueerd = date_is_set(v->laatste_evaluatie) &&
		date_cmp(v->laatste_evaluatie, months_before(r->per, EVALUATIE_MAANDEN)) >= 0;
	v->start = past_cell(rij, "start", r->per);
	v->stop = past_cell(rij, "stop", r->per);
	v->wijken = cell(r, rij, "wijken");
	v->indicator = cell(r, rij, "indicator");
	v->heeft_kosten = count_cell(rij, "kosten", &v->kosten);
	v->reden = "";
	if (date_cmp(decided, r->per) > 0)
		return;
	v->besluit = (enum interventie_besluit)code_of(
		interventie_besluiten, register_waarde(rij, "besluit"), INTERVENTIE_GEEN_BESLUIT);
	v->besluit_op = decided;
	v->reden = cell(r, rij, "reden");
	v->gestopt = v->besluit == INTERVENTIE_STOPPEN && date_is_set(decided) && *v->reden;
}

/* ---- all of them -------------------------------------------------------------------------- */

static void read_acties(struct registers *r, const struct register_list *rows)
{
	r->actie = mem_new(rows->count, sizeof(*r->actie));
	for (size_t i = 0; i < rows->count; i++)
		read_actie(r, &rows->item[i], &r->actie[r->actie_count++]);
	qsort(r->actie, r->actie_count, sizeof(*r->actie), compare_actie);
}

static void read_besluiten(struct registers *r, const struct register_list *rows)
{
	r->besluit = mem_new(rows->count, sizeof(*r->besluit));
	for (size_t i = 0; i < rows->count; i++)
		if (date_cmp(date_cell(&rows->item[i], "datum"), r->per) <= 0)
			read_besluit(r, &rows->item[i], &r->besluit[r->besluit_count++]);
	qsort(r->besluit, r->besluit_count, sizeof(*r->besluit), compare_besluit);
}

static void read_overleggen(struct registers *r, const struct register_list *rows)
{
	r->overleg = mem_new(rows->count, sizeof(*r->overleg));
	for (size_t i = 0; i < rows->count; i++)
		read_overleg(r, &rows->item[i], &r->overleg[r->overleg_count++]);
	qsort(r->overleg, r->overleg_count, sizeof(*r->overleg), compare_overleg);
	set_gaps(r);
}

static void read_interventies(struct registers *r, const struct register_list *rows)
{
	r->interventie = mem_new(rows->count, sizeof(*r->interventie));
	for (size_t i = 0; i < rows->count; i++)
		read_interventie(r, &rows->item[i], &r->interventie[r->interventie_count++]);
}

void registers_init(struct registers *out, const struct register_list *rijen, struct date per)
{
	struct registers r = {.per = per};

	assert(date_is_set(per));
	/* In this order: besluiten point at acties, overleggen at besluiten. */
	read_acties(&r, &rijen[REGISTER_ACTIES]);
	read_besluiten(&r, &rijen[REGISTER_BESLUITEN]);
	read_overleggen(&r, &rijen[REGISTER_OVERLEGGEN]);
	read_interventies(&r, &rijen[REGISTER_INTERVENTIES]);
	*out = r;
}

static int load_herkomst(struct register_herkomst *out, struct store *store, const char *bron,
	struct stand stand, struct err *err)
{
	struct levering l;
	char *day;
	int found = register_store_newest(store, bron, stand, &l, err);

	if (found != 1)
		return found;
	*out = (struct register_herkomst){.geladen = true, .levering = l.nr, .dag = l.periode.eind};
	if (l.periode.soort != PERIODE_DAG) {
		day = mem_dup_n(l.geladen_op, strlen("2026-07-14"));
		found = date_parse_iso(day, &out->dag, err);
		free(day);
	}
	levering_release(&l);
	return found < 0 ? -1 : 0;
}

int registers_load(struct registers *out, struct store *store, struct stand stand, struct date per,
	struct err *err)
{
	struct register_list rows[REGISTER_COUNT] = {{.item = NULL}};
	struct register_herkomst herkomst[REGISTER_COUNT] = {{.geladen = false}};
	int result = 0;

	for (size_t i = 0; i < REGISTER_COUNT && result == 0; i++) {
		result = register_store_load(store, bronnen[i], stand, &rows[i], err);
		if (result == 0)
			result = load_herkomst(&herkomst[i], store, bronnen[i], stand, err);
	}
	if (result == 0) {
		registers_init(out, rows, per);
		memcpy(out->herkomst, herkomst, sizeof(herkomst));
	}
	for (size_t i = 0; i < REGISTER_COUNT; i++)
		register_list_release(&rows[i]);
	return result;
}

void registers_release(struct registers *r)
{
	free(r->actie);
	free(r->overleg);
	free(r->besluit);
	free(r->interventie);
	pool_release(&r->pool);
	*r = (struct registers){.actie = NULL};
}
