/* Figures of elsewhere, where they may stand beside our own (publish/vergelijking.h). */
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "report/blad.h"

/* The numbers that are shown, for the account of the page. */
static void record(const struct blad *b, const struct cel *c)
{
	for (size_t i = 0; i < b->in->elders->rijen.count; i++) {
		const struct register_rij *rij = &b->in->elders->rijen.item[i];
		const char *value = register_waarde(rij, "waarde");
		char *printed;

		if (!text_equal(register_waarde(rij, "indicator"), c->indicator->id) ||
			vergelijking_kan(rij, b->layer, c) != ELDERS_KAN)
			continue;
		printed = mem_dup(value);
		for (char *p = printed; *p; p++)
			*p = *p == '.' ? ',' : *p;
		blad_term(b, c, register_waarde(rij, "groep"), value, printed);
		free(printed);
	}
}

char *blad_elders(const struct blad *b, const struct cel *c)
{
	struct str s = STR_INIT;

	if (!b->in->elders || !c)
		return NULL;
	vergelijking_add(&s, b->in->elders, b->layer, c);
	if (s.len == 0) {
		str_release(&s);
		return NULL;
	}
	record(b, c);
	return str_detach(&s);
}

void blad_elders_noot(struct blad *b)
{
	for (size_t i = 0; i < b->lijn->indicatoren.count; i++) {
		const struct cel *c = blad_cel(b, b->lijn->indicatoren.item[i]);
		char *text = blad_elders(b, c);

		if (text)
			blad_alinea(b, "noot", ZIN_ELDERS_REGEL, VELDEN({"naam", c->indicator->korte_naam}, {"elders", text}));
		free(text);
	}
}
