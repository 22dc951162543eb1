#include "report/opname.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void opname_add_over(struct opname *o, const char *naam, const char *tekst)
{
	o->over = mem_grow(o->over, &o->over_cap, o->over_count + 1, sizeof(*o->over));
	o->over[o->over_count++] = (struct over_regel){mem_dup(naam), mem_dup(tekst)};
}

void opname_add_getal(struct opname *o, const struct cel *cel, const char *term, const char *waarde, const char *tekst)
{
	for (size_t i = 0; i < o->getal_count; i++)
		if (o->getal[i].cel == cel && strcmp(o->getal[i].term, term) == 0 &&
			strcmp(o->getal[i].tekst, tekst) == 0 && strcmp(o->getal[i].waarde, waarde) == 0)
			return;
	o->getal = mem_grow(o->getal, &o->getal_cap, o->getal_count + 1, sizeof(*o->getal));
	o->getal[o->getal_count++] = (struct opname_getal){cel, mem_dup(term), mem_dup(waarde), mem_dup(tekst)};
}

void opname_release(struct opname *o)
{
	for (size_t i = 0; i < o->over_count; i++) {
		free(o->over[i].naam);
		free(o->over[i].tekst);
	}
	for (size_t i = 0; i < o->chart_count; i++)
		chart_release(&o->chart[i]);
	for (size_t i = 0; i < o->getal_count; i++) {
		free(o->getal[i].term);
		free(o->getal[i].waarde);
		free(o->getal[i].tekst);
	}
	free(o->getal);
	free(o->gezien);
	free(o->over);
	free(o->chart);
	free(o->titel);
	free(o->voet);
	free(o->regels);
	boek_release(&o->boek);
	*o = (struct opname){.titel = NULL};
}
