/* eval.h - what the chapters of the evaluation share. Inside the room only; evaluatie.c owns it and calls one
 * function per kind of chapter. */
#ifndef REPORT_EVAL_H
#define REPORT_EVAL_H

#include "def/evaluatie_def.h"
#include "report/blad.h"

/* Where the chart of an indicator stands: drawn once, referred to elsewhere. */
struct eval_plaats {
	size_t hoofdstuk;
	const struct doel_def *doel;
	size_t verloop; /* index in blad.verloop */
};

/* The maps of one indicator: indexes in blad.chart. */
struct eval_kaart {
	const struct cel *stad;
	size_t tegels, vormen;
	bool heeft_tegels, heeft_vormen;
};

/* The course of an indicator per wijk, in one indeling: a grid of small charts. */
struct eval_raster {
	const struct indicator_def *def;
	const char *indeling;
	bool eerder; /* an indeling that no longer holds */
	size_t chart; /* index in blad.chart */
	bool afgesneden;
};

/* A count per wijk in its newest period, as bars. */
struct eval_staven {
	const struct indicator_def *def;
	struct periode periode;
	size_t chart; /* index in blad.chart */
};

/* An indicator in which the wijken differ by chance or not, as a funnel. */
struct eval_trechter {
	const struct cel *stad;
	size_t chart; /* index in blad.chart */
};

struct eval {
	struct blad b;
	struct evaluatie_def def;
	int jaar;
	const char **id; /* every indicator a goal asks for */
	size_t id_count;
	struct eval_plaats *plaats;
	size_t plaats_count, plaats_cap;
	struct eval_kaart *kaart;
	size_t kaart_count, kaart_cap;
	struct eval_raster *raster;
	size_t raster_count, raster_cap;
	struct eval_staven *staven;
	size_t staven_count, staven_cap;
	struct eval_trechter *trechter;
	size_t trechter_count, trechter_cap;
};

/* Finds the figures that count for the whole report. */
struct eval_telling {
	size_t indicatoren, met_cijfer, verborgen, nooit, met_norm, vastgesteld, beoordeeld, gehaald, niet, zeker, voorstellen;
};
struct eval_telling eval_count(const struct eval *e);
/* A cell with a value at the gemeente, the newest; NULL. */
const struct cel *eval_cel(const struct eval *e, const char *id);
/* Where eval_cel has none: the newest cell that is not missing but hidden, too small or unknown; NULL: nothing came. */
const struct cel *eval_verborgen(const struct eval *e, const char *id);
/* The newest of a period that was over on the day: a year that still runs says nothing about its norm yet; NULL. */
const struct cel *eval_heel(const struct eval *e, const char *id);
/* The norm at the gemeente that holds on the day of the evaluation, also where no figure came; NULL: none was agreed. */
const struct norm_def *eval_norm(const struct eval *e, const char *id);
/* May a norm be proposed for it: a value, no norm, and a direction? */
bool eval_proposes(const struct cel *c);
/* A link to a chapter: "hoofdstuk 7". */
void eval_link(struct eval *e, size_t hoofdstuk);
/* Text of people under a heading, or room for it. */
void eval_mens(struct eval *e, const char *kop, bool vragen);
/* A goal with its words, figures, charts and actions; `niveau` "h3" or "h4". */
void eval_doel(struct eval *e, const struct doel_def *d, size_t hoofdstuk, const char *niveau);
/* Prepares the charts of all chapters in their order. */
void eval_prepare(struct eval *e);
/* The literal words of a goal with their place. */
void eval_citaat(struct eval *e, const struct doel_def *d);

/* The gap of an indicator between the areas, and its cell for the gemeente; NULL when it is not computed. */
const struct kloof_deel *eval_kloof_van(const struct eval *e, const char *id, const struct cel **c);
/* The maps of the indicators that have a gap (eval_kaart.c). */
void eval_prepare_kaarten(struct eval *e);
void eval_kaarten(struct eval *e);

/* Their funnels (eval_trechter.c). */
void eval_prepare_trechters(struct eval *e);
void eval_trechters(struct eval *e);

/* The grids of the indicators that have a course chart, and those of one indicator (eval_raster.c). */
void eval_prepare_rasters(struct eval *e);
void eval_rasters(struct eval *e, const char *indicator);
/* The bars of the counts among them that have figures per wijk, and those of one indicator: a panel (eval_staven.c). */
void eval_prepare_staven(struct eval *e);
void eval_staven(struct eval *e, const char *indicator);

/* One per kind of chapter. */
void eval_samenvatting(struct eval *e);
void eval_afspraken(struct eval *e);
void eval_hoofdstuk_doel(struct eval *e, size_t i);
void eval_hoofdstuk_doelsoort(struct eval *e, size_t i);
void eval_kloof(struct eval *e);
void eval_actielijnen(struct eval *e);
void eval_interventies(struct eval *e);
void eval_samenwerking(struct eval *e);
void eval_voorstellen(struct eval *e);
void eval_verantwoording(struct eval *e);
void eval_bijlage_cijfers(struct eval *e);
void eval_bijlage_definities(struct eval *e);
void eval_bijlage_registers(struct eval *e);

#endif
