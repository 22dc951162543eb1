#include "publish/registers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/register_store.h"

enum { SILENT_DAYS = 90 };

struct registers_raw {
	struct register_list acties, besluiten, overleggen, interventies;
};

/* ---- reading a row ------------------------------------------------------------------------ */

static const char *text_of(const struct register_rij *r, const char *naam)
{
	return register_waarde(r, naam);
}

/* The import has checked the form; an empty cell is no date. */
static struct date date_of(const struct register_rij *r, const char *naam)
{
	struct err err = ERR_INIT;
	struct date d = DATE_NONE;
	const char *text = register_waarde(r, naam);

	if (*text && date_parse_iso(text, &d, &err))
		err_release(&err);
	return d;
}

static const char *const actie_codes[] = {"niet_gestart", "loopt", "vertraagd", "klaar", "gestopt"};

static enum actie_status status_of(const struct register_rij *r)
{
	const char *code = register_waarde(r, "status");

	for (size_t i = 0; i < ARRAY_LEN(actie_codes); i++)
		if (strcmp(actie_codes[i], code) == 0)
			return (enum actie_status)i;
	return ACTIE_NIET_GESTART;
}

static struct actie actie_of(const struct register_rij *r)
{
	return (struct actie){.id = r->id, .soort = text_of(r, "soort"), .doel_id = text_of(r, "doel_id"),
		.omschrijving = text_of(r, "omschrijving"), .partij = text_of(r, "partij"),
		.eigenaar = text_of(r, "eigenaar"), .status = status_of(r), .start = date_of(r, "start"),
		.deadline = date_of(r, "deadline"), .afgerond_op = date_of(r, "afgerond_op"),
		.laatste_update = date_of(r, "laatste_update"), .bewijs = text_of(r, "bewijs"),
		.meetmiddel = text_of(r, "meetmiddel"), .volgende_stap = text_of(r, "volgende_stap"),
		.besluit_id = text_of(r, "besluit_id")};
}

static struct besluit besluit_of(const struct register_rij *r)
{
	return (struct besluit){.id = r->id, .gremium = text_of(r, "gremium"), .doel_id = text_of(r, "doel_id"),
		.tekst = text_of(r, "tekst"), .actie_id = text_of(r, "actie_id"), .datum = date_of(r, "datum")};
}

static struct overleg overleg_of(const struct register_rij *r)
{
	return (struct overleg){.id = r->id, .gremium = text_of(r, "gremium"), .naam = text_of(r, "naam"),
		.status = text_of(r, "status"), .thema_doel_id = text_of(r, "thema_doel_id"),
		.themablad_id = text_of(r, "themablad_id"), .datum = date_of(r, "datum"),
		.verslag_verzonden = date_of(r, "verslag_verzonden")};
}

static struct interventie interventie_of(const struct register_rij *r)
{
	return (struct interventie){.id = r->id, .naam = text_of(r, "naam"), .doel_id = text_of(r, "doel_id"),
		.bewijsniveau = text_of(r, "bewijsniveau"), .besluit = text_of(r, "besluit"),
		.reden = text_of(r, "reden"), .laatste_evaluatie = date_of(r, "laatste_evaluatie"),
		.besluit_op = date_of(r, "besluit_op")};
}

/* ---- in order ----------------------------------------------------------------------------- */

/* A date that is not set comes after every date. */
static int by_date(struct date a, struct date b)
{
	if (!date_is_set(a) || !date_is_set(b))
		return date_is_set(b) - date_is_set(a);
	return date_cmp(a, b);
}

static int actie_order(const void *pa, const void *pb)
{
	const struct actie *a = pa, *b = pb;
	int c = by_date(a->deadline, b->deadline);

	return c ? c : strcmp(a->id, b->id);
}

static int besluit_order(const void *pa, const void *pb)
{
	const struct besluit *a = pa, *b = pb;
	int c = by_date(a->datum, b->datum);

	return c ? c : strcmp(a->id, b->id);
}

static int overleg_order(const void *pa, const void *pb)
{
	const struct overleg *a = pa, *b = pb;
	int c = by_date(a->datum, b->datum);

	return c ? c : strcmp(a->id, b->id);
}

static void fill(struct registers *r)
{
	const struct registers_raw *raw = r->raw;

	r->actie = mem_new(raw->acties.count, sizeof(*r->actie));
	for (size_t i = 0; i < raw->acties.count; i++)
		r->actie[r->actie_count++] = actie_of(&raw->acties.item[i]);
	r->besluit = mem_new(raw->besluiten.count, sizeof(*r->besluit));
	for (size_t i = 0; i < raw->besluiten.count; i++)
		r->besluit[r->besluit_count++] = besluit_of(&raw->besluiten.item[i]);
	r->overleg = mem_new(raw->overleggen.count, sizeof(*r->overleg));
	for (size_t i = 0; i < raw->overleggen.count; i++)
		r->overleg[r->overleg_count++] = overleg_of(&raw->overleggen.item[i]);
	r->interventie = mem_new(raw->interventies.count, sizeof(*r->interventie));
	for (size_t i = 0; i < raw->interventies.count; i++)
		r->interventie[r->interventie_count++] = interventie_of(&raw->interventies.item[i]);
	qsort(r->actie, r->actie_count, sizeof(*r->actie), actie_order);
	qsort(r->besluit, r->besluit_count, sizeof(*r->besluit), besluit_order);
	qsort(r->overleg, r->overleg_count, sizeof(*r->overleg), overleg_order);
}

int registers_load(struct registers **out, struct store *store, struct stand stand, struct err *err)
{
	struct registers *r = mem_new(1, sizeof(*r));

	r->raw = mem_new(1, sizeof(*r->raw));
	if (register_store_load(store, "acties", stand, &r->raw->acties, err) ||
		register_store_load(store, "besluiten", stand, &r->raw->besluiten, err) ||
		register_store_load(store, "overleggen", stand, &r->raw->overleggen, err) ||
		register_store_load(store, "interventies", stand, &r->raw->interventies, err)) {
		registers_free(r);
		return -1;
	}
	fill(r);
	*out = r;
	return 0;
}

void registers_free(struct registers *r)
{
	if (!r)
		return;
	if (r->raw) {
		register_list_release(&r->raw->acties);
		register_list_release(&r->raw->besluiten);
		register_list_release(&r->raw->overleggen);
		register_list_release(&r->raw->interventies);
	}
	free(r->raw);
	free(r->actie);
	free(r->besluit);
	free(r->overleg);
	free(r->interventie);
	free(r);
}

/* ---- asking ------------------------------------------------------------------------------- */

bool actie_is_open(const struct actie *a)
{
	return a->status != ACTIE_KLAAR && a->status != ACTIE_GESTOPT;
}

bool actie_is_late(const struct actie *a, struct date op)
{
	return actie_is_open(a) && date_is_set(a->deadline) && date_cmp(a->deadline, op) < 0;
}

bool actie_is_silent(const struct actie *a, struct date op)
{
	return actie_is_open(a) && date_is_set(a->laatste_update) &&
		date_to_days(op) - date_to_days(a->laatste_update) > SILENT_DAYS;
}

const char *actie_status_text(enum actie_status s)
{
	static const char *const text[] = {"niet gestart", "loopt", "vertraagd", "klaar", "gestopt"};

	return text[s];
}

const struct actie *registers_actie(const struct registers *r, const char *id)
{
	for (size_t i = 0; i < r->actie_count; i++)
		if (strcmp(r->actie[i].id, id) == 0)
			return &r->actie[i];
	return NULL;
}

const struct overleg *registers_next(const struct registers *r, const char *gremium, const char *doel_id,
	struct date op)
{
	for (size_t i = 0; i < r->overleg_count; i++) {
		const struct overleg *o = &r->overleg[i];

		if (strcmp(o->gremium, gremium) == 0 && strcmp(o->status, "gepland") == 0 &&
			(!doel_id || strcmp(o->thema_doel_id, doel_id) == 0) && date_is_set(o->datum) &&
			date_cmp(o->datum, op) >= 0)
			return o;
	}
	return NULL;
}
