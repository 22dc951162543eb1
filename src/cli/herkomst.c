#include "cli/herkomst.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "indicator/aggregate.h"
#include "store/koppeling_store.h"

/* Is `g` part of the area asked for? The same question as rollup's, asked of single rows. */
static bool is_part(const struct gebied *g, const struct gebied *asked)
{
	return strcmp(g->niveau, "buiten") != 0 && g->ouder && strcmp(g->ouder, asked->code) == 0 &&
		(strcmp(asked->niveau, "gemeente") == 0 || strcmp(g->indeling, asked->indeling) == 0);
}

/* A row of totals by the supplier, which only stands in when parts are missing or hidden. */
static bool is_total(const char *kenmerk)
{
	struct str value = STR_INIT;
	bool total = kenmerk_get(kenmerk, "totaalrij", &value);

	str_release(&value);
	return total;
}

/* Delivered by a code: of its weight, what lies in the area asked for. */
struct plek {
	char *code;
	int64_t deel, geheel;
};

/* The koppelingen that were needed, loaded once. */
struct zoek {
	struct app *app;
	struct stand stand;
	const struct gebied *asked;
	char *naam; /* of the koppeling in the list; NULL: none */
	struct koppeling_list list;
};

static int load(struct zoek *z, const char *naam, struct err *err)
{
	if (z->naam && strcmp(z->naam, naam) == 0)
		return 0;
	free(z->naam);
	koppeling_list_release(&z->list);
	z->naam = mem_dup(naam);
	return koppeling_store_load(z->app->store, naam, z->stand, &z->list, err);
}

static void weigh(const struct zoek *z, const char *code, struct date op, struct plek *out)
{
	const char *indeling = gebied_indeling(&z->app->gebieden, "wijk", op);
	size_t count = 0;
	const struct koppeling *k = koppeling_find(&z->list, indeling ? indeling : "", code, &count);

	*out = (struct plek){.code = mem_dup(code)};
	for (size_t i = 0; i < count; i++) {
		const struct gebied *g = gebied_by_id(&z->app->gebieden, k[i].gebied);

		out->geheel += k[i].gewicht;
		if (g && (g == z->asked || is_part(g, z->asked)))
			out->deel += k[i].gewicht;
	}
	if (!count && strcmp(z->asked->niveau, "gemeente") == 0) /* in no wijk, but in the gemeente */
		out->deel = out->geheel = 1;
}

/* code NULL: the row names its area. */
static int find_plek(struct zoek *z, const struct waarneming *w, struct plek *out, struct err *err)
{
	struct str naam = STR_INIT, code = STR_INIT;
	int rc = 0;

	*out = (struct plek){NULL, 0, 0};
	if (kenmerk_via(w->kenmerk, &naam, &code)) {
		rc = load(z, str_text(&naam), err);
		if (rc == 0)
			weigh(z, str_text(&code), w->periode.eind, out);
	}
	str_release(&naam);
	str_release(&code);
	return rc;
}

static bool known(const struct herkomst_list *h, const struct waarneming *w, const struct gebied *g, const char *kenmerk,
	const char *code)
{
	for (size_t i = 0; i < h->count; i++) {
		const struct herkomst_regel *r = &h->item[i];

		if (r->levering == w->levering && r->regel == w->regel && r->gebied == g &&
			strcmp(r->maat, w->maat) == 0 && strcmp(r->kenmerk, kenmerk) == 0 &&
			strcmp(r->code ? r->code : "", code ? code : "") == 0)
			return true;
	}
	return false;
}

/* Takes over the code of the place. */
static void add(struct herkomst_list *h, const struct waarneming *w, const struct gebied *g, struct plek plek)
{
	char *kenmerk = kenmerk_without_via(w->kenmerk);

	if (known(h, w, g, kenmerk, plek.code)) {
		free(kenmerk);
		free(plek.code);
		return;
	}
	h->item = mem_grow(h->item, &h->cap, h->count + 1, sizeof *h->item);
	h->item[h->count++] = (struct herkomst_regel){
		.levering = w->levering,
		.regel = w->regel,
		.gebied = g,
		.periode = w->periode,
		.kenmerk = kenmerk,
		.code = plek.code,
		.deel = plek.deel,
		.geheel = plek.geheel,
		.maat = mem_dup(w->maat),
		.staat = w->staat,
		.begrensd = w->begrensd,
		.min = w->min,
		.max = w->max,
		.schaal = w->schaal,
		.totaalrij = is_total(w->kenmerk),
	};
}

static void regel_release(struct herkomst_regel *r)
{
	free(r->kenmerk);
	free(r->maat);
	free(r->code);
}

/* An area that was delivered itself is not the sum of its parts, or of codes. */
static void drop_parts(struct herkomst_list *h, size_t from, const struct gebied *gebied)
{
	bool own = false;
	size_t kept = from;

	for (size_t i = from; i < h->count; i++)
		own |= h->item[i].gebied == gebied && !h->item[i].totaalrij && !h->item[i].code;
	for (size_t i = from; i < h->count; i++) {
		if (!own || (h->item[i].gebied == gebied && !h->item[i].code))
			h->item[kept++] = h->item[i];
		else
			regel_release(&h->item[i]);
	}
	h->count = kept;
}

int herkomst_collect(struct app *app, const struct telling *telling, const struct filter *groep, size_t groep_count,
	const struct gebied *gebied, struct periode periode, struct stand stand, struct herkomst_list *out,
	struct err *err)
{
	struct zoek zoek = {.app = app, .stand = stand, .asked = gebied};
	struct waarneming_query *q;
	const struct waarneming *w;
	size_t from = out->count;
	struct plek plek;
	int rc;

	if (!telling->bron)
		return 0;
	if (waarneming_query_open(&q, app->store, telling->bron, stand, err) < 0)
		return -1;
	while ((rc = waarneming_query_next(q, &w, err)) > 0) {
		const struct gebied *g = gebied_by_id(&app->gebieden, w->gebied);

		if (!g || !periode_equal(w->periode, periode) ||
			(telling->tel != TEL_RIJEN && strcmp(w->maat, telling->kolom) != 0) ||
			!filter_match(telling->waar, telling->waar_count, w->kenmerk) ||
			!filter_match(groep, groep_count, w->kenmerk))
			continue;
		rc = find_plek(&zoek, w, &plek, err);
		if (rc < 0)
			break;
		if (plek.code ? plek.deel > 0 : g == gebied || is_part(g, gebied))
			add(out, w, g, plek);
		else
			free(plek.code);
	}
	waarneming_query_close(q);
	free(zoek.naam);
	koppeling_list_release(&zoek.list);
	drop_parts(out, from, gebied);
	return rc;
}

static int by_line(const void *a, const void *b)
{
	const struct herkomst_regel *x = a, *y = b;

	if (x->levering != y->levering)
		return x->levering < y->levering ? -1 : 1;
	if (x->regel != y->regel)
		return x->regel < y->regel ? -1 : 1;
	if (strcmp(x->gebied->code, y->gebied->code) != 0)
		return strcmp(x->gebied->code, y->gebied->code);
	if (x->code && y->code && strcmp(x->code, y->code) != 0)
		return strcmp(x->code, y->code);
	if (strcmp(x->maat, y->maat) != 0)
		return strcmp(x->maat, y->maat);
	return strcmp(x->kenmerk, y->kenmerk);
}

void herkomst_sort(struct herkomst_list *h)
{
	if (h->count)
		qsort(h->item, h->count, sizeof *h->item, by_line);
}

void herkomst_release(struct herkomst_list *h)
{
	for (size_t i = 0; i < h->count; i++)
		regel_release(&h->item[i]);
	free(h->item);
	*h = (struct herkomst_list){0};
}

void herkomst_add_value(struct str *s, const struct herkomst_regel *r)
{
	static const char *const words[] = {
		[STAAT_WAARDE] = "",
		[STAAT_AFGESCHERMD] = "afgeschermd door de leverancier",
		[STAAT_NIET_GELEVERD] = "niet geleverd",
		[STAAT_NVT] = "niet van toepassing",
		[STAAT_ONBEKEND] = "onbekend bij de leverancier",
	};

	if (r->begrensd && r->min == r->max) {
		num_add_decimal(s, (struct decimal){r->min, r->schaal});
		return;
	}
	if (!r->begrensd) {
		str_add(s, words[r->staat]);
		return;
	}
	num_add_decimal(s, (struct decimal){r->min, r->schaal});
	str_add(s, " tot en met ");
	num_add_decimal(s, (struct decimal){r->max, r->schaal});
	if (r->staat == STAAT_AFGESCHERMD)
		str_add(s, " (afgeschermd door de leverancier)");
}
