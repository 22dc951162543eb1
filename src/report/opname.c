#include "report/opname.h"

#include <stdlib.h>

#include "base/mem.h"

void opname_add_over(struct opname *o, const char *naam, const char *tekst)
{
	o->over = mem_grow(o->over, &o->over_cap, o->over_count + 1, sizeof(*o->over));
	o->over[o->over_count++] = (struct over_regel){mem_dup(naam), mem_dup(tekst)};
}

void opname_release(struct opname *o)
{
	for (size_t i = 0; i < o->over_count; i++) {
		free(o->over[i].naam);
		free(o->over[i].tekst);
	}
	for (size_t i = 0; i < o->chart_count; i++)
		chart_release(&o->chart[i]);
	free(o->over);
	free(o->chart);
	free(o->titel);
	free(o->voet);
	boek_release(&o->boek);
	*o = (struct opname){.titel = NULL};
}
