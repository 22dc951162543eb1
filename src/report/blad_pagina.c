/* What every page of a report shares: the files it needs, its head, its foot on paper, and its end. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "publish/beleid.h"
#include "publish/disclosure.h"
#include "report/blad.h"
#include "report/gnuplot.h"

enum { CSS_MAX = 64 << 10 };

/* ---- loading ------------------------------------------------------------------------------- */

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

/* The style sheet goes into the page as it is, so it may not end the style element or load anything. */
static int load_style(struct blad *b, const char *name, struct err *err)
{
	char *path = find(b->in, "reports", name, err), *css = NULL;
	size_t len;
	int rc = path ? file_read(path, CSS_MAX, &css, &len, err) : -1;

	if (rc == 0 && (strchr(css, '<') || strstr(css, "url(") || strstr(css, "@import")))
		rc = err_set(err, ERR_DEFINITION, "reports/%s: '<', url() en @import mogen hier niet.", name);
	else if (rc == 0)
		str_add(&b->css, css);
	free(css);
	free(path);
	return rc;
}

int blad_open(struct blad *b, const struct report_input *in, const char *const *css, struct err *err)
{
	*b = (struct blad){.in = in, .layer = in->layer, .defs = in->layer->defs,
		.gemeente = gebied_own(in->layer->gebieden)};
	if (!b->gemeente)
		return err_set(err, ERR_DEFECT, "De gebieden van de gemeente ontbreken.");
	if (date_parse_iso(in->stand_per, &b->op, err))
		return err_context(err, "stand per");
	if (load_goals(b, err) || load_layout(b, err) || load_sentences(b, err))
		return -1;
	doel_list_op(&b->doelen, b->op);
	for (; *css; css++)
		if (load_style(b, *css, err))
			return -1;
	return 0;
}

void blad_close(struct blad *b)
{
	for (size_t i = 0; i < b->chart_count; i++)
		chart_release(&b->chart[i]);
	free(b->chart);
	free(b->verloop);
	zinnen_free(b->zinnen);
	report_def_release(&b->opmaak);
	if (b->onder.list)
		doel_set_release(&b->onder);
	doel_list_release(&b->doelen);
	tekst_release(&b->tekst);
	str_release(&b->css);
}

void blad_set_line(struct blad *b, const struct doel_def *lijn)
{
	if (b->onder.list)
		doel_set_release(&b->onder);
	b->lijn = lijn;
	doel_set_init(&b->onder, &b->doelen, lijn->id);
	b->hoofd = NULL;
	b->stand = NULL;
	if (lijn->indicatoren.count > 0)
		b->hoofd = definities_indicator(b->defs, lijn->indicatoren.item[0]);
	if (b->hoofd)
		b->stand = blad_cel(b, b->hoofd->id);
}

/* Without charts a page is still complete: the tables stay, and a line says what to install. */
void blad_draw(struct blad *b)
{
	struct err err = ERR_INIT;

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
static void page_foot(struct blad *b, const char *foot)
{
	struct str text = STR_INIT, css = STR_INIT;

	str_add(&text, foot);
	if (b->in->fictief)
		str_add_f(&text, ", %s", zin_text(b->zinnen, ZIN_MERK_FICTIEF));
	if (b->layer->editie == EDITIE_INTERN)
		str_add_f(&text, ", %s", zin_text(b->zinnen, ZIN_MERK_INTERN));
	add_css_string(&css, str_text(&text));
	html_raw(&b->w, "@page { @bottom-left { content: \"");
	str_add(b->w.out, str_text(&css));
	html_raw(&b->w, "\" } }\n");
	str_release(&text);
	str_release(&css);
}

static void head(struct blad *b, const char *title, const char *foot, const char *pages)
{
	html_raw(&b->w, "<!DOCTYPE html>");
	html_raw(&b->w, "\n<html lang=\"nl\">");
	html_open(&b->w, "head");
	html_void(&b->w, "meta", "charset", "utf-8");
	html_void(&b->w, "meta", "http-equiv", "Content-Security-Policy", "content",
		"default-src 'none'; style-src 'unsafe-inline'; img-src data:");
	html_void(&b->w, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
	html_void(&b->w, "meta", "name", "robots", "content", "noindex");
	if (pages) /* on A4; tests hold us to it */
		html_void(&b->w, "meta", "name", "ijkpunt-pagina-max", "content", pages);
	html_void(&b->w, "meta", "name", "color-scheme", "content", "light");
	html_el(&b->w, "title", title);
	html_raw(&b->w, "\n<style>\n");
	str_add(b->w.out, str_text(&b->css)); /* checked by load_style */
	page_foot(b, foot);
	html_raw(&b->w, "</style>");
	html_close(&b->w, "head");
}

void blad_begin(struct blad *b, struct str *out, const char *title, const char *foot, const char *pages)
{
	html_init(&b->w, out);
	if (b->in->opname) {
		b->w.boek = &b->in->opname->boek;
		b->in->opname->titel = mem_dup(title);
		blad_over(b);
	}
	head(b, title, foot, pages);
	html_open(&b->w, "body", "class", editie_code(b->layer->editie));
	html_el(&b->w, "a", zin_text(b->zinnen, ZIN_PAGINA_NAAR_INHOUD), "class", "overslaan", "href", "#inhoud");
	html_open(&b->w, "main", "id", "inhoud");
}

void blad_end(struct blad *b)
{
	html_close(&b->w, "main");
	html_close(&b->w, "body");
	html_raw(&b->w, "\n</html>\n");
	html_finish(&b->w);
	if (b->in->opname && b->getekend) { /* the drawings go along; blad_close has none left */
		b->in->opname->chart = b->chart;
		b->in->opname->chart_count = b->chart_count;
		b->chart = NULL;
		b->chart_count = 0;
	}
}

void blad_merken(struct blad *b)
{
	bool intern = b->layer->editie == EDITIE_INTERN;

	if (!intern && !b->in->fictief)
		return;
	html_open(&b->w, "p", "class", "merken");
	if (intern)
		html_el(&b->w, "strong", zin_text(b->zinnen, ZIN_MERK_INTERN), "class", "merk");
	if (b->in->fictief) {
		char *why = zin_make(b->zinnen, ZIN_MERK_FICTIEF_UITLEG,
			VELDEN({"gemeente", b->gemeente->naam}));

		html_raw(&b->w, " ");
		html_el(&b->w, "strong", zin_text(b->zinnen, ZIN_MERK_FICTIEF), "class", "merk fictief");
		html_raw(&b->w, " ");
		html_el(&b->w, "span", why);
		free(why);
	}
	html_close(&b->w, "p");
}

static void policy_terms(const struct blad *b, struct beleid_telling t)
{
	struct disclosure_rule plain = disclosure_rule_of(&b->defs->privacy, false);
	struct disclosure_rule strict = disclosure_rule_of(&b->defs->privacy, true);

	blad_getal(b, NULL, "privacy: afgeschermd tot en met", plain.k - 1);
	blad_getal(b, NULL, "privacy: afgeschermd tot en met, gevoelig", strict.k - 1);
	blad_getal(b, NULL, "privacy: percentage vanaf", plain.n_min);
	blad_getal(b, NULL, "privacy: cijfers", (int64_t)t.cijfers);
	blad_getal(b, NULL, "privacy: cijfers afgeschermd", (int64_t)t.afgeschermd);
}

void blad_beleid(struct blad *b, bool alles)
{
	struct beleid_telling t;
	struct str s = STR_INIT;

	if (b->layer->editie == EDITIE_INTERN)
		return;
	t = alles ? beleid_count(b->layer, NULL, 0) :
		beleid_count(b->layer, (const char *const *)b->lijn->indicatoren.item, b->lijn->indicatoren.count);
	beleid_add(&s, &b->defs->privacy, t);
	policy_terms(b, t);
	blad_tekst(b, "noot", str_text(&s));
	str_release(&s);
}

void blad_datum(struct str *s, const char *iso)
{
	struct err err = ERR_INIT;
	struct date d;

	if (date_parse_iso(iso, &d, &err) == 0)
		date_add_dutch(s, d);
	else
		str_add(s, iso);
	err_release(&err);
}
