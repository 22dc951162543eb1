#include "report/evaluatie.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/eval.h"

/* ---- opening ------------------------------------------------------------------------------ */

static int open_all(struct eval *e, const struct report_input *in, struct err *err)
{
	static const char *const css[] = {"themablad.css", "evaluatie.css", NULL};
	char *path, *naam;
	int rc;

	if (blad_open(&e->b, in, css, err))
		return -1;
	e->b.nieuwste = true;
	path = definities_path(in->werkmap, in->installed, "reports", "evaluatie.json");
	if (!path)
		return err_set(err, ERR_DEFINITION, "reports/evaluatie.json: dit bestand ontbreekt.");
	rc = evaluatie_def_load(&e->def, path, "reports/evaluatie.json", e->b.defs->gemeente.id, err);
	free(path);
	naam = mem_printf("evaluatie-%d", e->jaar);
	if (rc == 0)
		rc = blad_load_tekst(&e->b, naam, err);
	free(naam);
	e->id = blad_indicatoren(&e->b, &e->id_count);
	return rc;
}

static void close_all(struct eval *e)
{
	free(e->id);
	free(e->plaats);
	free(e->kaart);
	free(e->raster);
	free(e->staven);
	free(e->trechter);
	evaluatie_def_release(&e->def);
	blad_close(&e->b);
}

/* ---- text with references ------------------------------------------------------------------ */

void eval_link(struct eval *e, size_t hoofdstuk)
{
	struct blad *b = &e->b;
	char *href = mem_printf("#%s", e->def.hoofdstuk[hoofdstuk].id);
	bool annex = e->def.hoofdstuk[hoofdstuk].soort >= HOOFDSTUK_BIJLAGE_CIJFERS;
	char *text = zin_make(b->zinnen, annex ? ZIN_EVAL_IN_BIJLAGE : ZIN_EVAL_HOOFDSTUK,
		VELDEN({"nr", hoofdstuk_nummer(&e->def, hoofdstuk)}));

	html_el(&b->w, "a", text, "href", href);
	html_el(&b->w, "span", "", "class", "blz", "data-blz", e->def.hoofdstuk[hoofdstuk].id);
	free(href);
	free(text);
}

/* A paragraph of the definition file; {hoofdstuk:id} becomes a link that cannot break: the file was checked. */
static void alinea(struct eval *e, const char *text)
{
	static const char mark[] = "{hoofdstuk:";
	struct blad *b = &e->b;
	const char *at;

	html_open(&b->w, "p");
	while ((at = strstr(text, mark))) {
		const char *id = at + strlen(mark);
		size_t n = strcspn(id, "}");
		char *before = mem_dup_n(text, (size_t)(at - text));

		html_text(&b->w, before);
		free(before);
		eval_link(e, hoofdstuk_find(&e->def, id, n));
		text = id + n + (id[n] == '}');
	}
	html_text(&b->w, text);
	html_close(&b->w, "p");
}

/* ---- text of people ------------------------------------------------------------------------- */

void eval_mens(struct eval *e, const char *kop, bool vragen)
{
	struct blad *b = &e->b;

	if (blad_mens(b, kop))
		return;
	html_open(&b->w, "div", "class", "menstekst");
	blad_alinea(b, "door", ZIN_EVAL_MENS, NULL);
	if (vragen)
		blad_alinea(b, "mens", ZIN_EVAL_MENS_VRAGEN, NULL);
	blad_alinea(b, "mens", ZIN_EVAL_MENS_LEEG, NULL);
	html_close(&b->w, "div");
}

/* ---- chapters ------------------------------------------------------------------------------- */

static char *chapter_title(const struct eval *e, size_t i)
{
	const struct hoofdstuk *h = &e->def.hoofdstuk[i];
	const char *number = hoofdstuk_nummer(&e->def, i);

	if (h->soort >= HOOFDSTUK_BIJLAGE_CIJFERS)
		return zin_make(e->b.zinnen, ZIN_EVAL_BIJLAGE, VELDEN({"nr", number}, {"titel", h->titel}));
	return mem_printf("%s  %s", number, h->titel);
}

static void chapter_body(struct eval *e, size_t i)
{
	switch (e->def.hoofdstuk[i].soort) {
	case HOOFDSTUK_SAMENVATTING:
		eval_samenvatting(e);
		break;
	case HOOFDSTUK_TEKST:
	case HOOFDSTUK_BIJLAGE_BEREKENING:
		break;
	case HOOFDSTUK_AFSPRAKEN:
		eval_afspraken(e);
		break;
	case HOOFDSTUK_DOEL:
		eval_hoofdstuk_doel(e, i);
		break;
	case HOOFDSTUK_DOELSOORT:
		eval_hoofdstuk_doelsoort(e, i);
		break;
	case HOOFDSTUK_KLOOF:
		eval_kloof(e);
		break;
	case HOOFDSTUK_ACTIELIJNEN:
		eval_actielijnen(e);
		break;
	case HOOFDSTUK_INTERVENTIES:
		eval_interventies(e);
		break;
	case HOOFDSTUK_SAMENWERKING:
		eval_samenwerking(e);
		break;
	case HOOFDSTUK_VOORSTELLEN:
		eval_voorstellen(e);
		break;
	case HOOFDSTUK_VERANTWOORDING:
		eval_verantwoording(e);
		break;
	case HOOFDSTUK_BIJLAGE_CIJFERS:
		eval_bijlage_cijfers(e);
		break;
	case HOOFDSTUK_BIJLAGE_DEFINITIES:
		eval_bijlage_definities(e);
		break;
	case HOOFDSTUK_BIJLAGE_REGISTERS:
		eval_bijlage_registers(e);
		break;
	}
}

/* Text of people stands at the end of a chapter when there is some; only chapters of goals leave room for it. */
static void chapter_people(struct eval *e, size_t i)
{
	const struct hoofdstuk *h = &e->def.hoofdstuk[i];

	blad_mens(&e->b, h->id);
}

static void chapter(struct eval *e, size_t i)
{
	const struct hoofdstuk *h = &e->def.hoofdstuk[i];
	char *title = chapter_title(e, i);

	bool brief = h->soort == HOOFDSTUK_TEKST || h->soort == HOOFDSTUK_BIJLAGE_BEREKENING; /* paragraphs alone */

	html_open(&e->b.w, "section", "class", brief ? "hoofdstuk kort" : "hoofdstuk",
		"aria-labelledby", h->id);
	html_el(&e->b.w, "h2", title, "id", h->id);
	for (size_t k = 0; k < h->alinea_count; k++)
		alinea(e, h->alinea[k]);
	chapter_body(e, i);
	chapter_people(e, i);
	html_close(&e->b.w, "section");
	free(title);
}

/* ---- cover and contents ---------------------------------------------------------------------- */

static char *report_title(const struct eval *e)
{
	static const char mark[] = "{jaar}";
	const char *at = strstr(e->def.titel, mark);
	struct str s = STR_INIT;

	if (!at)
		return mem_dup(e->def.titel);
	str_add_n(&s, e->def.titel, (size_t)(at - e->def.titel));
	str_add_f(&s, "%d%s", e->jaar, at + strlen(mark));
	return str_detach(&s);
}

static void meta_item(struct blad *b, enum zin name, const char *text)
{
	html_open(&b->w, "div");
	html_el(&b->w, "dt", zin_text(b->zinnen, name));
	html_el(&b->w, "dd", text);
	html_close(&b->w, "div");
}

static void cover(struct eval *e, const char *title)
{
	struct blad *b = &e->b;
	struct str van = STR_INIT, tot = STR_INIT, stand = STR_INIT;
	char *period, *agenda = blad_agenda(b);

	date_add_dutch(&van, e->def.van);
	date_add_dutch(&tot, e->def.tot);
	period = zin_make(b->zinnen, ZIN_EVAL_PERIODE, VELDEN({"van", str_text(&van)}, {"tot", str_text(&tot)}));
	blad_datum(&stand, b->in->stand_per);
	html_open(&b->w, "header", "class", "kop omslag");
	blad_merken(b);
	html_open(&b->w, "p", "class", "kicker");
	html_el(&b->w, "span", agenda, "class", "blad");
	html_close(&b->w, "p");
	html_el(&b->w, "h1", title);
	html_open(&b->w, "dl", "class", "meta");
	meta_item(b, ZIN_META_PERIODE, period);
	meta_item(b, ZIN_META_STAND_PER, str_text(&stand));
	meta_item(b, ZIN_META_STATUS, blad_status(b));
	html_close(&b->w, "dl");
	blad_herkomst(b);
	html_close(&b->w, "header");
	free(period);
	free(agenda);
	str_release(&van);
	str_release(&tot);
	str_release(&stand);
}

static void contents(struct eval *e)
{
	struct blad *b = &e->b;

	html_open(&b->w, "nav", "class", "inhoud", "aria-labelledby", "inhoudsopgave");
	html_el(&b->w, "h2", zin_text(b->zinnen, ZIN_EVAL_INHOUD), "id", "inhoudsopgave");
	html_open(&b->w, "ol");
	for (size_t i = 0; i < e->def.count; i++) {
		char *title = chapter_title(e, i), *href = mem_printf("#%s", e->def.hoofdstuk[i].id);

		html_open(&b->w, "li");
		html_el(&b->w, "a", title, "href", href);
		html_el(&b->w, "span", "", "class", "blz", "data-blz", e->def.hoofdstuk[i].id);
		html_close(&b->w, "li");
		free(title);
		free(href);
	}
	html_close(&b->w, "ol");
	html_close(&b->w, "nav");
}

static void write_page(struct eval *e, struct str *page)
{
	char *title = report_title(e);
	char *foot = zin_make(e->b.zinnen, ZIN_EVAL_VOET,
		VELDEN({"titel", title}, {"gemeente", e->b.gemeente->naam}));

	blad_begin(&e->b, page, title, foot, NULL);
	cover(e, title);
	contents(e);
	if (!e->b.getekend)
		blad_alinea(&e->b, "waarschuwing", ZIN_GRAFIEK_GEEN, NULL);
	for (size_t i = 0; i < e->def.count; i++)
		chapter(e, i);
	blad_end(&e->b);
	free(title);
	free(foot);
}

int evaluatie_write(struct str *html, const struct report_input *in, int jaar, struct err *err)
{
	struct eval e = {.jaar = jaar};
	struct str page = STR_INIT;
	int rc = open_all(&e, in, err);

	if (rc == 0) {
		eval_prepare(&e);
		eval_prepare_rasters(&e);
		eval_prepare_staven(&e);
		if (hoofdstuk_of_soort(&e.def, HOOFDSTUK_KLOOF) < e.def.count) {
			eval_prepare_trechters(&e);
			eval_prepare_kaarten(&e);
		}
		blad_draw(&e.b);
		write_page(&e, &page);
		str_add_n(html, page.text, page.len);
	}
	str_release(&page);
	close_all(&e);
	return rc;
}
