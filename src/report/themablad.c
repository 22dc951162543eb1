#include "report/themablad.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/mem.h"
#include "report/blad.h"

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
		err_advise(err, "Geef een doel een themablad in indicators/doelen/%s.json.",
			b->defs->gemeente.id);
	str_release(&known);
	return -1;
}

static void write_blocks(struct blad *b)
{
	blok_kop(b);
	blok_afspraak(b);
	blok_oogopslag(b);
	blad_elders_noot(b);
	blok_tot_de_norm(b);
	blok_mens(b, "duiding", ZIN_KOP_DUIDING);
	blok_verloop(b);
	blok_wijken(b);
	blok_veranderd(b);
	blok_acties(b);
	html_open(&b->w, "div", "class", "duo");
	blok_besluit(b);
	blok_vragen(b);
	html_close(&b->w, "div");
	blok_mens(b, "reflectie", ZIN_KOP_REFLECTIE);
	blok_lezen(b);
	blad_beleid(b, false);
}

static void write_page(struct blad *b, struct str *page)
{
	struct str period = STR_INIT;
	char *title, *foot;

	periode_add_name(&period, b->in->periode);
	title = zin_make(b->zinnen, ZIN_PAGINA_TITEL,
		VELDEN({"blad", b->lijn->themablad}, {"titel", b->lijn->titel}, {"periode", str_text(&period)},
			{"gemeente", b->gemeente->naam}));
	foot = zin_make(b->zinnen, ZIN_PAGINA_VOET,
		VELDEN({"blad", b->lijn->themablad}, {"gemeente", b->gemeente->naam},
			{"periode", str_text(&period)}));
	blad_begin(b, page, title, foot, "2");
	write_blocks(b);
	blad_end(b);
	free(title);
	free(foot);
	str_release(&period);
}

static void add_known(const char ***ids, size_t *count, size_t *cap, const struct definities *defs, const char *id)
{
	const struct indicator_def *def = definities_indicator(defs, id);

	if (!def)
		return;
	*ids = mem_grow(*ids, cap, *count + 1, sizeof(**ids));
	(*ids)[(*count)++] = def->id;
}

int themablad_indicatoren(const struct report_input *in, const char *id, const char ***ids, size_t *count, struct err *err)
{
	static const char *const css[] = {NULL};
	const struct doel_def *lijn;
	struct blad b = {0};
	size_t cap = 0;
	int rc = blad_open(&b, in, css, err);

	*ids = NULL;
	*count = 0;
	lijn = rc == 0 ? doel_by_themablad(&b.doelen, id) : NULL;
	for (size_t i = 0; lijn && i < lijn->indicatoren.count; i++) {
		const struct woord_list *under = report_def_onder(&b.opmaak, lijn->indicatoren.item[i]);

		add_known(ids, count, &cap, b.defs, lijn->indicatoren.item[i]);
		for (size_t k = 0; under && k < under->count; k++)
			add_known(ids, count, &cap, b.defs, under->item[k]);
	}
	blad_close(&b);
	return rc;
}

int themablad_write(struct str *html, const struct report_input *in, const char *id, struct err *err)
{
	static const char *const css[] = {"themablad.css", NULL};
	struct str page = STR_INIT;
	const struct doel_def *lijn;
	struct blad b = {0};
	char *soort;
	int rc = -1;

	if (blad_open(&b, in, css, err))
		goto out;
	lijn = doel_by_themablad(&b.doelen, id);
	if (!lijn) {
		unknown_sheet(&b, id, err);
		goto out;
	}
	soort = mem_printf("themablad-%s", lijn->themablad);
	rc = blad_load_tekst_periode(&b, soort, err);
	free(soort);
	if (rc)
		goto out;
	blad_set_line(&b, lijn);
	blad_prepare_verloop(&b);
	blad_prepare_wijken(&b);
	blad_draw(&b);
	write_page(&b, &page);
	str_add_n(html, page.text, page.len);
	rc = 0;
out:
	str_release(&page);
	blad_close(&b);
	return rc;
}
