#include "cli/rij.h"

#include <assert.h>
#include <math.h>

static struct veld *add(struct rij *r, const char *naam, enum veld_soort soort)
{
	struct veld *v;

	assert(r->count < RIJ_MAX);
	v = &r->veld[r->count++];
	*v = (struct veld){.naam = naam, .soort = soort};
	return v;
}

void rij_leeg(struct rij *r, const char *naam)
{
	add(r, naam, VELD_LEEG);
}

void rij_text(struct rij *r, const char *naam, const char *text)
{
	add(r, naam, text ? VELD_TEXT : VELD_LEEG)->text = text;
}

void rij_int(struct rij *r, const char *naam, int64_t value)
{
	add(r, naam, VELD_INT)->getal = value;
}

void rij_decimal(struct rij *r, const char *naam, struct decimal value)
{
	add(r, naam, VELD_DECIMAL)->decimal = value;
}

void rij_double(struct rij *r, const char *naam, double value)
{
	add(r, naam, isfinite(value) ? VELD_DOUBLE : VELD_LEEG)->reeel = value;
}

void rij_bool(struct rij *r, const char *naam, bool value)
{
	add(r, naam, VELD_BOOL)->getal = value;
}

void rij_optioneel(struct rij *r)
{
	r->veld[r->count - 1].optioneel = true;
}

static void add_json_field(struct json_out *j, const struct veld *v)
{
	switch (v->soort) {
	case VELD_LEEG:
		if (!v->optioneel)
			json_out_null(j, v->naam);
		break;
	case VELD_TEXT:
		json_out_text(j, v->naam, v->text);
		break;
	case VELD_INT:
		json_out_int(j, v->naam, v->getal);
		break;
	case VELD_DECIMAL:
		json_out_decimal(j, v->naam, v->decimal);
		break;
	case VELD_DOUBLE:
		json_out_double(j, v->naam, v->reeel);
		break;
	case VELD_BOOL:
		json_out_bool(j, v->naam, v->getal != 0);
		break;
	}
}

void rij_add_json(struct json_out *j, const struct rij *r)
{
	json_out_object(j, NULL);
	for (size_t i = 0; i < r->count; i++)
		add_json_field(j, &r->veld[i]);
	json_out_end_object(j);
}

const char *const rij_dialect[] = {"excel", "internationaal", NULL};

void rij_add_csv_head(struct str *s, const struct rij *r, enum csv_dialect dialect)
{
	struct csvuit csv;

	csvuit_init(&csv, s, dialect);
	for (size_t i = 0; i < r->count; i++)
		csvuit_text(&csv, r->veld[i].naam);
	csvuit_end_row(&csv);
}

static void add_csv_field(struct csvuit *csv, const struct veld *v)
{
	switch (v->soort) {
	case VELD_LEEG:
		csvuit_text(csv, NULL);
		break;
	case VELD_TEXT:
		csvuit_text(csv, v->text);
		break;
	case VELD_INT:
		csvuit_int(csv, v->getal);
		break;
	case VELD_DECIMAL:
		csvuit_decimal(csv, v->decimal);
		break;
	case VELD_DOUBLE:
		csvuit_double(csv, v->reeel);
		break;
	case VELD_BOOL:
		csvuit_text(csv, v->getal ? "ja" : "nee");
		break;
	}
}

void rij_add_csv(struct str *s, const struct rij *r, enum csv_dialect dialect)
{
	struct csvuit csv;

	csvuit_resume(&csv, s, dialect);
	for (size_t i = 0; i < r->count; i++)
		add_csv_field(&csv, &r->veld[i]);
	csvuit_end_row(&csv);
}
