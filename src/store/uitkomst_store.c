#include "store/uitkomst_store.h"

#include <string.h>

#include "def/norm_def.h"
#include "store/stmt.h"

static const char saving[] = "de uitkomsten opslaan";

static void call_stand_columns(struct call *c, struct stand stand)
{
	call_date(c, stand.datum);
	call_int_or_null(c, stand.tot_levering > 0, stand.tot_levering);
}

int berekening_store_begin(struct store *store, struct berekening *b, struct err *err)
{
	struct call c = call_new(store, STMT_BEREKENING_CLEAR);

	store_must_write(store);
	call_stand_columns(&c, b->stand);
	if (call_run(&c, saving, err) < 0)
		return -1;
	c = call_new(store, STMT_BEREKENING_ADD);
	call_text(&c, b->gerekend_op);
	call_stand_columns(&c, b->stand);
	call_text(&c, b->definities);
	call_text(&c, b->programma);
	return call_insert(&c, &b->nr, saving, err);
}

static void call_bereik(struct call *c, struct bereik b)
{
	call_int_or_null(c, b.bekend, b.min);
	call_int_or_null(c, b.bekend, b.max);
	call_int(c, b.bekend ? b.schaal : 0);
}

static void call_judgement(struct call *c, const struct uitkomst_rij *rij)
{
	const struct uitkomst *u = rij->u;
	int soort = NORM_MINIMUM;

	if (rij->norm_soort && strcmp(rij->norm_soort, norm_soort_code(NORM_MAXIMUM)) == 0)
		soort = NORM_MAXIMUM;
	else if (rij->norm_soort && strcmp(rij->norm_soort, norm_soort_code(NORM_BAND)) == 0)
		soort = NORM_BAND;
	call_text(c, rij->norm_id);
	call_text(c, rij->norm_status);
	call_text(c, rij->norm_soort);
	call_text(c, rij->norm_waarde);
	call_text(c, feit_code(u->feit));
	call_text(c, zekerheid_code(u->zekerheid, soort));
	call_real_or_null(c, true, u->p_onder); /* NaN where not judged: NULL */
	call_real_or_null(c, true, u->p_boven);
	call_int_or_null(c, u->heeft_tekort, u->tekort_min);
	call_int_or_null(c, u->heeft_tekort, u->tekort_max);
}

static void call_change(struct call *c, const struct uitkomst *u)
{
	bool known = u->verandering != VERANDERING_GEEN;

	call_text(c, verandering_code(u->verandering));
	call_real_or_null(c, known, u->verschil);
	call_real_or_null(c, known, u->verschil_laag);
	call_real_or_null(c, known, u->verschil_hoog);
	call_int(c, u->breuk);
}

static int insert(struct store *store, int64_t berekening, const struct uitkomst_rij *rij,
	int64_t *id, struct err *err)
{
	const struct uitkomst *u = rij->u;
	struct call c = call_new(store, STMT_UITKOMST_ADD);

	call_int(&c, berekening);
	call_text(&c, rij->indicator);
	call_int(&c, rij->versie);
	call_int(&c, u->gebied->id);
	call_int(&c, periode_id(u->periode));
	call_text(&c, status_code(u->status));
	call_bereik(&c, u->teller);
	call_bereik(&c, u->noemer);
	call_text(&c, rij->eenheid);
	call_real_or_null(&c, u->heeft_waarde, u->waarde_min);
	call_real_or_null(&c, u->heeft_waarde, u->waarde_max);
	call_real_or_null(&c, u->heeft_interval, u->ondergrens);
	call_real_or_null(&c, u->heeft_interval, u->bovengrens);
	call_text(&c, u->methode ? u->methode : "geen");
	call_judgement(&c, rij);
	call_int(&c, u->voorlopig);
	call_int(&c, u->onvolledig);
	call_int(&c, (int64_t)u->delen);
	call_int(&c, (int64_t)u->delen_ontbreken);
	call_change(&c, u);
	call_text(&c, u->geschat_met);
	return call_insert(&c, id, saving, err);
}

int uitkomst_store_add(
	struct store *store, int64_t berekening, const struct uitkomst_rij *rij, struct err *err)
{
	int64_t id;

	store_must_write(store);
	if (periode_store_add(store, rij->u->periode, err) < 0 ||
		insert(store, berekening, rij, &id, err) < 0)
		return -1;
	for (size_t i = 0; i < rij->u->levering_count; i++) {
		struct call c = call_new(store, STMT_UITKOMST_LEVERING_ADD);

		call_int(&c, id);
		call_int(&c, rij->u->levering[i]);
		if (call_run(&c, saving, err) < 0)
			return -1;
	}
	return 0;
}
