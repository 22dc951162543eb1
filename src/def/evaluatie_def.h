/* evaluatie_def.h - the chapters of the evaluation report of a gemeente, as reports/evaluatie.json says (formats.md
 * D.6). Each chapter has a kind, which decides how it is filled; the words around the figures stand in the
 * file. Every key is explained in reports/README.md. */
#ifndef DEF_EVALUATIE_DEF_H
#define DEF_EVALUATIE_DEF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "def/doel_def.h"

enum hoofdstuk_soort {
	HOOFDSTUK_SAMENVATTING,
	HOOFDSTUK_TEKST,
	HOOFDSTUK_AFSPRAKEN,	/* all goals: measurable, norm, data */
	HOOFDSTUK_DOEL,		/* one goal and what falls under it */
	HOOFDSTUK_DOELSOORT,	/* all goals of one soort */
	HOOFDSTUK_KLOOF,
	HOOFDSTUK_ACTIELIJNEN,
	HOOFDSTUK_INTERVENTIES,
	HOOFDSTUK_SAMENWERKING,
	HOOFDSTUK_VOORSTELLEN,
	HOOFDSTUK_VERANTWOORDING,
	HOOFDSTUK_BIJLAGE_CIJFERS, /* from here on annexes, numbered A, B, ... */
	HOOFDSTUK_BIJLAGE_DEFINITIES,
	HOOFDSTUK_BIJLAGE_REGISTERS,
	HOOFDSTUK_BIJLAGE_BEREKENING
};

struct hoofdstuk {
	char *id, *titel;
	enum hoofdstuk_soort soort;
	char *doel;		   /* of HOOFDSTUK_DOEL; NULL */
	enum doel_soort doelsoort; /* of HOOFDSTUK_DOELSOORT */
	char **alinea;		   /* {hoofdstuk:id} refers to a chapter */
	size_t alinea_count;
};

struct evaluatie_def {
	char *titel;	       /* {jaar} is filled in */
	struct date van, tot;  /* the years it is about */
	struct hoofdstuk *hoofdstuk;
	size_t count;
};

/* The part of the file for `gemeente`. ERR_USE when there is none; ERR_DEFINITION for a reference to a chapter
 * that is not there. */
int evaluatie_def_load(struct evaluatie_def *out, const char *path, const char *label, const char *gemeente,
	struct err *err) MUST_USE;
void evaluatie_def_release(struct evaluatie_def *def);
/* "7", "A"; static for the first 40. */
const char *hoofdstuk_nummer(const struct evaluatie_def *def, size_t i);
/* Index of the chapter, or def->count. */
size_t hoofdstuk_find(const struct evaluatie_def *def, const char *id, size_t len);
/* Index of the first chapter of this kind, or def->count. */
size_t hoofdstuk_of_soort(const struct evaluatie_def *def, enum hoofdstuk_soort soort);

#endif
