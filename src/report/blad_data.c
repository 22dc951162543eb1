#include "report/blad.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "def/lokaal.h"

bool blad_periode(const struct blad *b, const struct indicator_def *def, struct periode *out)
{
	bool found = false;

	bool samen = b->layer->editie == EDITIE_OPENBAAR && privacy_samen_van(&b->defs->privacy, def->id);

	if (def->periode_soort == b->in->periode.soort && !b->nieuwste && !samen) {
		*out = b->in->periode;
		return true;
	}
	for (size_t i = 0; i < b->layer->count; i++) {
		const struct cel *c = &b->layer->cel[i];

		if (c->indicator != def || c->gebied != b->gemeente ||
			date_cmp(c->periode.eind, b->in->periode.eind) > 0 || (b->nieuwste && !c->heeft_waarde) ||
			(samen && !periode_is_samen(c->periode)))
			continue;
		if (!found || periode_cmp(c->periode, *out) > 0)
			*out = c->periode;
		found = true;
	}
	return found;
}

const struct cel *blad_cel(const struct blad *b, const char *indicator)
{
	const struct indicator_def *def = definities_indicator(b->defs, indicator);
	struct periode p;

	if (!def || !blad_periode(b, def, &p))
		return NULL;
	return blad_vind(b, indicator, b->gemeente, p);
}

/* An area without doelgroep counts as soon as children are reported there. */
static bool is_expected(const struct blad *b, const struct gebied *g, struct periode p)
{
	const struct cel *c = b->hoofd ? layer_find(b->layer, b->hoofd->id, g, p) : NULL;

	return !g->zonder_doelgroep || (c && c->heeft_waarde);
}

static const struct gebied **areas(const struct blad *b, struct periode p, bool expected, size_t *count)
{
	const struct gebied_list *all = b->layer->gebieden;
	const struct gebied **list = mem_new(all->count, sizeof(*list));

	*count = 0;
	for (size_t i = 0; i < all->count; i++) {
		const struct gebied *g = &all->item[i];

		if (g->eigen && strcmp(g->niveau, "wijk") == 0 && gebied_valid_on(g, p.eind) &&
			is_expected(b, g, p) == expected)
			list[(*count)++] = g;
	}
	return list;
}

const struct gebied **blad_wijken(const struct blad *b, struct periode p, size_t *count)
{
	return areas(b, p, true, count);
}

const struct gebied **blad_zonder_doelgroep(const struct blad *b, struct periode p, size_t *count)
{
	return areas(b, p, false, count);
}

static bool has(const char **ids, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

const char **blad_indicatoren(const struct blad *b, size_t *count)
{
	const char **ids = NULL;
	size_t cap = 0;

	*count = 0;
	for (size_t i = 0; i < b->doelen.count; i++)
		for (size_t k = 0; k < b->doelen.item[i].indicatoren.count; k++) {
			const char *id = b->doelen.item[i].indicatoren.item[k];

			if (has(ids, *count, id))
				continue;
			ids = mem_grow(ids, &cap, *count + 1, sizeof(*ids));
			ids[(*count)++] = id;
		}
	return ids;
}

const char *blad_naam(const struct blad *b, const char *indicator)
{
	const struct indicator_def *def = definities_indicator(b->defs, indicator);
	const char *naam = def ? def->naam : report_def_naam(&b->opmaak, indicator);

	return naam ? naam : indicator;
}

const char *blad_meervoud(const struct blad *b)
{
	return b->hoofd && b->hoofd->woorden.meervoud ? b->hoofd->woorden.meervoud : "kinderen";
}

char *blad_zonder_eenheid(const struct indicator_def *def, const char *tekst)
{
	const char *at = tekst && strcmp(def->eenheid, "%") != 0 ? strstr(tekst, def->eenheid) : NULL;

	return at && at > tekst && at[-1] == ' ' ? mem_dup_n(tekst, (size_t)(at - tekst) - 1) : mem_dup(tekst);
}

const char *blad_wijk_woord(const struct blad *b)
{
	return b->defs->gemeente.wijk_enkelvoud ? b->defs->gemeente.wijk_enkelvoud : "wijk";
}

const char *blad_wijken_woord(const struct blad *b)
{
	return b->defs->gemeente.wijk_meervoud ? b->defs->gemeente.wijk_meervoud : "wijken";
}

const char *blad_overleg(const struct blad *b)
{
	const char *own = b->defs->gemeente.overleg;

	return own ? own : zin_text(b->zinnen, ZIN_PAGINA_OVERLEG);
}

char *blad_agenda(const struct blad *b)
{
	const char *own = b->defs->gemeente.agenda;

	return zin_make(b->zinnen, ZIN_PAGINA_AGENDA,
		VELDEN({"agenda", own ? own : zin_text(b->zinnen, ZIN_PAGINA_AGENDA_NAAM)},
			{"gemeente", b->gemeente->naam}));
}
