#include "report/blad.h"

#include <stdlib.h>

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
