#include "report/themablad.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "report/blad.h"
#include "report/gnuplot.h"

enum { CSS_MAX = 64 << 10 };

/* ---- loading what the sheet needs ----------------------------------------------------------- */

static char *find(const struct report_input *in, const char *kind, const char *name, struct err *err)
{
	char *path = definities_path(in->werkmap, in->installed, kind, name);

	if (!path)
		err_set(err, ERR_DEFINITION, "%s/%s: dit bestand ontbreekt.", kind, name);
	return path;
}

static int load_goals(struct blad *b, struct err *err)
{
	char *name = mem_printf("doelen/%s.json", b->defs->gemeente.id);
	char *label = mem_printf("indicators/%s", name), *path = find(b->in, "indicators", name, err);
	int rc = path ? doel_list_load(&b->doelen, path, label, err) : -1;

	free(path);
	free(label);
	free(name);
	return rc;
}

static int load_layout(struct blad *b, struct err *err)
{
	char *path = find(b->in, "reports", "themablad.json", err);
	int rc = path ? report_def_load(&b->opmaak, path, "reports/themablad.json", err) : -1;

	free(path);
	return rc;
}

static int load_sentences(struct blad *b, struct err *err)
{
	char *path = find(b->in, "reports", "zinnen.json", err);
	int rc = path ? zinnen_load(&b->zinnen, path, "reports/zinnen.json", err) : -1;

	free(path);
	return rc;
}

/* The style sheet goes into the page as it is, so it may not end the style element. */
static int load_style(const struct report_input *in, char **css, struct err *err)
{
	char *path = find(in, "reports", "themablad.css", err);
	size_t len;
	int rc = path ? file_read(path, CSS_MAX, css, &len, err) : -1;

	free(path);
	if (rc == 0 && (strchr(*css, '<') || strstr(*css, "url(") || strstr(*css, "@import"))) {
		free(*css);
		*css = NULL;
		return err_set(err, ERR_DEFINITION,
			"reports/themablad.css: '<', url() en @import mogen hier niet.");
	}
	return rc;
}

static int unknown_sheet(const struct blad *b, const char *id, struct err *err)
{
	struct str known = STR_INIT;

	for (size_t i = 0; i < b->doelen.count; i++)
		if (b->doelen.item[i].themablad)
			str_add_f(&known, "%s%s", known.len ? ", " : "", b->doelen.item[i].themablad);
	err_set(err, ERR_USE, "Er is geen themablad '%s'.", id);
	if (known.len)
		err_advise(err, "Kies uit: %s.", str_text(&known));
	else
		err_advise(err, "Geef een actielijn een themablad in indicators/doelen/%s.json.",
			b->defs->gemeente.id);
	str_release(&known);
	return -1;
}

static int set_up(struct blad *b, const struct report_input *in, const char *id, struct err *err)
{
	*b = (struct blad){.in = in, .layer = in->layer, .defs = in->layer->defs,
		.gemeente = gebied_own(in->layer->gebieden)};
	if (!b->gemeente)
		return err_set(err, ERR_DEFECT, "De gebieden van de gemeente ontbreken.");
	if (load_goals(b, err) || load_layout(b, err) || load_sentences(b, err))
		return -1;
	if (date_parse_iso(in->stand_per, &b->op, err))
		return err_context(err, "stand per");
	b->lijn = doel_by_themablad(&b->doelen, id);
	if (!b->lijn)
		return unknown_sheet(b, id, err);
	doel_set_init(&b->onder, &b->doelen, b->lijn->id);
	if (b->lijn->indicatoren.count > 0)
		b->hoofd = definities_indicator(b->defs, b->lijn->indicatoren.item[0]);
	if (b->hoofd)
		b->stand = blad_cel(b, b->hoofd->id);
	return 0;
}

static void tear_down(struct blad *b)
{
	for (size_t i = 0; i < b->chart_count; i++)
		chart_release(&b->chart[i]);
	free(b->chart);
	free(b->verloop);
	zinnen_free(b->zinnen);
	report_def_release(&b->opmaak);
	if (b->lijn)
		doel_set_release(&b->onder);
	doel_list_release(&b->doelen);
}

/* Without charts the sheet is still complete: the tables stay, and a line says what to install. */
static void draw(struct blad *b)
{
	struct err err = ERR_INIT;

	blad_prepare_verloop(b);
	blad_prepare_wijken(b);
	b->getekend = gnuplot_draw(b->chart, b->chart_count, &err) == 0;
	err_release(&err);
}

/* ---- the page ----------------------------------------------------------------------------- */

/* Text inside a quoted string of a style sheet: everything but letters, digits and plain marks by number. */
static void add_css_string(struct str *s, const char *text)
{
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			strchr(" ,.-/", c))
			str_add_char(s, *text);
		else
			str_add_f(s, "\\%x ", c);
	}
}

/* The foot of each printed page: what it is and for whom, also on a loose leaf. */
static void page_foot(struct blad *b)
{
	struct str period = STR_INIT, mark = STR_INIT, css = STR_INIT;
	char *foot;

	periode_add_name(&period, b->in->periode);
	if (b->in->fictief)
		str_add_f(&mark, ", %s", zin_text(b->zinnen, ZIN_MERK_FICTIEF));
	if (b->layer->editie == EDITIE_INTERN)
		str_add_f(&mark, ", %s", zin_text(b->zinnen, ZIN_MERK_INTERN));
	foot = zin_make(b->zinnen, ZIN_PAGINA_VOET,
		VELDEN({"blad", b->lijn->themablad}, {"gemeente", b->gemeente->naam},
			{"periode", str_text(&period)}, {"merk", str_text(&mark)}));
	add_css_string(&css, foot);
	html_raw(&b->w, "@page { @bottom-left { content: \"");
	str_add(b->w.out, str_text(&css));
	html_raw(&b->w, "\" } }\n");
	free(foot);
	str_release(&period);
	str_release(&mark);
	str_release(&css);
}

static void page_head(struct blad *b, const char *css)
{
	struct str period = STR_INIT;
	char *title;

	periode_add_name(&period, b->in->periode);
	title = zin_make(b->zinnen, ZIN_PAGINA_TITEL,
		VELDEN({"blad", b->lijn->themablad}, {"titel", b->lijn->titel}, {"periode", str_text(&period)},
			{"gemeente", b->gemeente->naam}));
	html_raw(&b->w, "<!DOCTYPE html>");
	html_raw(&b->w, "\n<html lang=\"nl\">");
	html_open(&b->w, "head");
	html_void(&b->w, "meta", "charset", "utf-8");
	html_void(&b->w, "meta", "http-equiv", "Content-Security-Policy", "content",
		"default-src 'none'; style-src 'unsafe-inline'; img-src data:");
	html_void(&b->w, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
	html_void(&b->w, "meta", "name", "robots", "content", "noindex");
	html_void(&b->w, "meta", "name", "ijkpunt-pagina-max", "content", "2"); /* on A4; tests hold us to it */
	html_void(&b->w, "meta", "name", "color-scheme", "content", "light");
	html_el(&b->w, "title", title);
	html_raw(&b->w, "\n<style>\n");
	str_add(b->w.out, css); /* checked by load_style */
	page_foot(b);
	html_raw(&b->w, "</style>");
	html_close(&b->w, "head");
	free(title);
	str_release(&period);
}

static void write_page(struct blad *b, const char *css)
{
	page_head(b, css);
	html_open(&b->w, "body", "class", b->layer->editie == EDITIE_INTERN ? "intern" : "openbaar");
	html_el(&b->w, "a", zin_text(b->zinnen, ZIN_PAGINA_NAAR_INHOUD), "class", "overslaan", "href", "#inhoud");
	html_open(&b->w, "main", "id", "inhoud");
	blok_kop(b);
	blok_afspraak(b);
	blok_oogopslag(b);
	blok_tot_de_norm(b);
	blok_verloop(b);
	blok_wijken(b);
	blok_veranderd(b);
	blok_acties(b);
	html_open(&b->w, "div", "class", "duo");
	blok_besluit(b);
	blok_vragen(b);
	html_close(&b->w, "div");
	blok_lezen(b);
	html_close(&b->w, "main");
	html_close(&b->w, "body");
	html_raw(&b->w, "\n</html>\n");
}

int themablad_write(struct str *html, const struct report_input *in, const char *id, struct err *err)
{
	struct str page = STR_INIT;
	struct blad b = {0};
	char *css = NULL;
	int rc = -1;

	if (set_up(&b, in, id, err) || load_style(in, &css, err))
		goto out;
	draw(&b);
	html_init(&b.w, &page);
	write_page(&b, css);
	html_finish(&b.w);
	str_add_n(html, page.text, page.len);
	rc = 0;
out:
	str_release(&page);
	free(css);
	tear_down(&b);
	return rc;
}
