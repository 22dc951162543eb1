/* The annexes of the evaluation: all figures, and the definitions and norms as the program reads them. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "report/eval.h"

enum { DEFINITION_MAX = 256 << 10 };

/* ---- annex: all figures ------------------------------------------------------------------------ */

static void cell_row(struct blad *b, const struct cel *c)
{
	struct str name = STR_INIT, of = STR_INIT;
	char *value = blad_zonder_eenheid(c->indicator, c->waarde_tekst);
	char *margin = blad_zonder_eenheid(c->indicator, c->interval_tekst);

	periode_add_name(&name, c->periode);
	if (c->heeft_waarde && c->teller_tekst && c->noemer_tekst)
		zin_add(&of, b->zinnen, ZIN_TABEL_VAN,
			VELDEN({"teller", c->teller_tekst}, {"noemer", c->noemer_tekst}));
	blad_rij_open(b, str_text(&name), NULL);
	blad_td_getal(b, value);
	blad_td_getal(b, str_text(&of));
	blad_td_getal(b, margin);
	blad_td(b, c->norm ? c->norm_tekst : NULL);
	blad_rij_close(b);
	str_release(&name);
	str_release(&of);
	free(value);
	free(margin);
}

/* The whole series of one indicator for the gemeente, newest first. */
static void series(struct eval *e, const struct indicator_def *def)
{
	static const enum zin head[] = {ZIN_TABEL_PERIODE, ZIN_TABEL_STAND, ZIN_TABEL_BEREIKT, ZIN_TABEL_MARGE,
		ZIN_TABEL_NORM};
	struct blad *b = &e->b;
	bool any = false;

	for (size_t i = b->layer->count; i-- > 0;) {
		const struct cel *c = &b->layer->cel[i];

		if (c->indicator != def || c->gebied != b->gemeente ||
			date_cmp(c->periode.eind, b->in->periode.eind) > 0)
			continue;
		if (!any) {
			bool named = strcmp(def->eenheid, "%") != 0; /* a percentage shows its own sign */
			char *title = mem_printf("%s (%s%s%s)", def->naam, def->id, named ? ", " : "",
				named ? def->eenheid : "");

			blad_tabel_open(b, "reeks", title, false, head, ARRAY_LEN(head), 0xeu);
			free(title);
		}
		any = true;
		cell_row(b, blad_gezien(b, c));
	}
	if (any)
		blad_tabel_close(b);
}

void eval_bijlage_cijfers(struct eval *e)
{
	bool any = false;

	html_open(&e->b.w, "div", "class", "reeksen");
	for (size_t i = 0; i < e->id_count; i++) {
		const struct indicator_def *def = definities_indicator(e->b.defs, e->id[i]);

		if (def)
			series(e, def);
		any = any || def;
	}
	html_close(&e->b.w, "div");
	if (!any)
		blad_alinea(&e->b, NULL, ZIN_EVAL_GEEN_CIJFERS, NULL);
}

/* ---- annex: definitions and norms --------------------------------------------------------------- */

static void definition_row(struct blad *b, const struct indicator_def *def)
{
	char *version = mem_printf("%lld", (long long)def->versie);

	blad_rij_open(b, def->naam, def->id);
	blad_td(b, def->omschrijving);
	blad_td(b, def->wat_zegt_het_niet);
	blad_td(b, def->bronvermelding);
	blad_td_getal(b, version);
	blad_rij_close(b);
	free(version);
}

/* The file itself, folded away: what the program has read is what the reader may check. */
static void file_text(struct blad *b, const char *name)
{
	char *path = definities_path(b->in->werkmap, b->in->installed, "indicators", name), *text = NULL;
	char *label = mem_printf("indicators/%s", name), *head;
	struct err err = ERR_INIT;
	size_t len;

	if (path && file_read(path, DEFINITION_MAX, &text, &len, &err) == 0) {
		head = zin_make(b->zinnen, ZIN_EVAL_BRONTEKST, VELDEN({"bestand", label}));
		html_open(&b->w, "details");
		html_el(&b->w, "summary", head);
		html_el(&b->w, "pre", text, "tabindex", "0");
		html_close(&b->w, "details");
		free(head);
	}
	err_release(&err);
	free(text);
	free(label);
	free(path);
}

void eval_bijlage_definities(struct eval *e)
{
	static const enum zin head[] = {ZIN_TABEL_INDICATOR, ZIN_EVAL_TELLER, ZIN_LEZEN_NIET, ZIN_EVAL_BRON,
		ZIN_EVAL_VERSIES};
	struct blad *b = &e->b;
	char *norms = mem_printf("normen/%s.json", b->defs->gemeente.id);

	blad_tabel_open(b, "definities", zin_text(b->zinnen, ZIN_EVAL_TELLER), true, head, ARRAY_LEN(head), 1u << 4);
	for (size_t i = 0; i < e->id_count; i++) {
		const struct indicator_def *def = definities_indicator(b->defs, e->id[i]);

		if (def)
			definition_row(b, def);
	}
	blad_tabel_close(b);
	blad_alinea(b, NULL, ZIN_EVAL_DEFINITIES_LEGENDA, NULL);
	file_text(b, norms);
	for (size_t i = 0; i < e->id_count; i++) {
		char *name = mem_printf("%s.json", e->id[i]);

		if (definities_indicator(b->defs, e->id[i]))
			file_text(b, name);
		free(name);
	}
	free(norms);
}
