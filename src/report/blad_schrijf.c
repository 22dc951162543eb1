#include "report/blad.h"

#include <stdlib.h>

#include "base/num.h"

void blad_kop(struct blad *b, const char *id, enum zin zin, const struct veld *velden)
{
	char *text = zin_make(b->zinnen, zin, velden);

	html_el(&b->w, "h2", text, "id", id);
	free(text);
}

void blad_tekst(struct blad *b, const char *class, const char *text)
{
	html_el(&b->w, "p", text, "class", class);
}

void blad_alinea(struct blad *b, const char *class, enum zin zin, const struct veld *velden)
{
	char *text = zin_make(b->zinnen, zin, velden);

	blad_tekst(b, class, text);
	free(text);
}

void blad_grafiek(struct blad *b, size_t chart, const char *class)
{
	if (!b->getekend)
		return;
	html_open(&b->w, "div", "class", class);
	html_svg(&b->w, &b->chart[chart].svg);
	html_close(&b->w, "div");
}

/* ---- tables ------------------------------------------------------------------------------- */

void blad_tabel_open(struct blad *b, const char *class, const char *caption, bool stil, const enum zin *kop,
	size_t count, unsigned getallen)
{
	html_open(&b->w, "div", "class", "schuif", "tabindex", "0", "role", "group", "aria-label", caption);
	html_open(&b->w, "table", "class", class);
	html_el(&b->w, "caption", caption, "class", stil ? "stil" : NULL);
	html_open(&b->w, "thead");
	html_open(&b->w, "tr");
	for (size_t i = 0; i < count; i++)
		html_el(&b->w, "th", zin_text(b->zinnen, kop[i]), "scope", "col", "class",
			getallen >> i & 1 ? "getal" : NULL);
	html_close(&b->w, "tr");
	html_close(&b->w, "thead");
	html_open(&b->w, "tbody");
}

void blad_tabel_close(struct blad *b)
{
	html_close(&b->w, "tbody");
	html_close(&b->w, "table");
	html_close(&b->w, "div");
}

void blad_rij_open(struct blad *b, const char *naam, const char *id)
{
	html_open(&b->w, "tr");
	html_open(&b->w, "th", "scope", "row");
	html_text(&b->w, naam);
	if (id) {
		html_raw(&b->w, " ");
		html_el(&b->w, "span", id, "class", "id");
	}
	html_close(&b->w, "th");
}

void blad_rij_close(struct blad *b)
{
	html_close(&b->w, "tr");
}

static void td(struct blad *b, const char *text, const char *class)
{
	html_el(&b->w, "td", text && *text ? text : "–", "class", class);
}

void blad_td(struct blad *b, const char *text)
{
	td(b, text, NULL);
}

void blad_td_getal(struct blad *b, const char *text)
{
	td(b, text, "getal");
}

void blad_td_aantal(struct blad *b, size_t aantal)
{
	char *text = blad_aantal(b, "telling in een tabel", (int64_t)aantal);

	blad_td_getal(b, text);
	free(text);
}

void blad_td_datum(struct blad *b, struct date d, enum zin zonder)
{
	struct str s = STR_INIT;

	if (date_is_set(d))
		date_add_dutch(&s, d);
	else
		str_add(&s, zin_text(b->zinnen, zonder));
	td(b, str_text(&s), "datum");
	str_release(&s);
}

void blad_verlopen(struct blad *b, const struct doel_def *d)
{
	struct str date = STR_INIT;
	char *text;

	if (d->status != DOEL_VERLOPEN)
		return;
	date_add_dutch(&date, d->tot);
	text = zin_make(b->zinnen, ZIN_AFSPRAAK_VERLOPEN, VELDEN({"datum", str_text(&date)}));
	html_raw(&b->w, " ");
	html_el(&b->w, "strong", text);
	free(text);
	str_release(&date);
}
