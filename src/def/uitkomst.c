#include "def/uitkomst.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "def/indicator_def.h"

void uitkomst_release(struct uitkomst *u)
{
	free(u->levering);
	free(u->geschat_uit);
	free(u->geschat_met);
}

void uitkomst_list_release(struct uitkomst_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		uitkomst_release(&list->item[i]);
	free(list->item);
	*list = (struct uitkomst_list){NULL, 0, 0};
}

struct uitkomst *uitkomst_list_add(struct uitkomst_list *list)
{
	struct uitkomst *u;

	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	u = &list->item[list->count++];
	*u = (struct uitkomst){
		.status = STATUS_NIET_GELEVERD, .methode = "geen", .p_onder = NAN, .p_boven = NAN};
	return u;
}

static int by_order(const void *a, const void *b)
{
	const struct uitkomst *x = a, *y = b;
	int cmp = strcmp(x->indicator->id, y->indicator->id);

	if (cmp)
		return cmp;
	if (x->gebied != y->gebied)
		return x->gebied < y->gebied ? -1 : 1; /* the list of areas has its fixed order */
	return periode_cmp(x->periode, y->periode);
}

void uitkomst_list_sort(struct uitkomst_list *list)
{
	if (list->count)
		qsort(list->item, list->count, sizeof(*list->item), by_order);
}

struct uitkomst *uitkomst_find(const struct uitkomst_list *list, const char *indicator,
	const struct gebied *gebied, struct periode periode)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		struct uitkomst *u = &list->item[mid];
		int cmp = strcmp(u->indicator->id, indicator);

		if (cmp == 0 && u->gebied != gebied)
			cmp = u->gebied < gebied ? -1 : 1;
		if (cmp == 0)
			cmp = periode_cmp(u->periode, periode);
		if (cmp == 0)
			return u;
		if (cmp < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* The words are kept in databases and read by analysts: never change one, only add. */
static const char *const status_words[] = {
	[STATUS_NIET_GELEVERD] = "niet_geleverd",
	[STATUS_ONBEKEND] = "onbekend",
	[STATUS_NVT] = "nvt",
	[STATUS_AFGESCHERMD_BRON] = "afgeschermd_bron",
	[STATUS_AFGESCHERMD] = "afgeschermd",
	[STATUS_FOUT] = "fout",
	[STATUS_GEEN_DOELGROEP] = "geen_doelgroep",
	[STATUS_ONVOLLEDIG] = "onvolledig",
	[STATUS_GEEN_OORDEEL] = "geen_oordeel",
	[STATUS_GEEN_NORM] = "geen_norm",
	[STATUS_NIET_TE_BEPALEN] = "niet_te_bepalen",
	[STATUS_TE_WEINIG] = "te_weinig",
	[STATUS_AFWIJKING] = "geaccepteerde_afwijking",
	[STATUS_GEHAALD] = "gehaald",
	[STATUS_NIET_GEHAALD] = "niet_gehaald",
	[STATUS_GEHAALD_ZEKER] = "gehaald_zeker",
	[STATUS_GEHAALD_TOEVAL] = "gehaald_kan_toeval_zijn",
	[STATUS_NET_ONDER] = "net_onder_kan_toeval_zijn",
	[STATUS_NIET_GEHAALD_TOEVAL] = "niet_gehaald_kan_toeval_zijn",
	[STATUS_DUIDELIJK_ONDER] = "niet_gehaald_zeker",
};

static const char *const feit_words[] = {
	[FEIT_GEEN] = "geen",
	[FEIT_GEHAALD] = "gehaald",
	[FEIT_NIET_GEHAALD] = "niet_gehaald",
	[FEIT_NIET_TE_BEPALEN] = "niet_te_bepalen",
};

/* By norm_soort: minimum, maximum (where below the norm is the good side), band. */
static const char *const zekerheid_words[][3] = {
	[ZEKERHEID_GEEN] = {"geen", "geen", "geen"},
	[ZEKERHEID_ZEKER_GOED] = {"zeker_boven", "zeker_onder", "zeker_binnen"},
	[ZEKERHEID_TOEVAL] = {"kan_toeval_zijn", "kan_toeval_zijn", "kan_toeval_zijn"},
	[ZEKERHEID_ZEKER_FOUT] = {"zeker_onder", "zeker_boven", "zeker_buiten"},
	[ZEKERHEID_TE_WEINIG] = {"te_weinig", "te_weinig", "te_weinig"},
	[ZEKERHEID_NIET_TE_BEPALEN] = {"niet_te_bepalen", "niet_te_bepalen", "niet_te_bepalen"},
};

static const char *const verandering_words[] = {
	[VERANDERING_GEEN] = "geen",
	[VERANDERING_HOGER] = "hoger",
	[VERANDERING_LAGER] = "lager",
	[VERANDERING_ONDUIDELIJK] = "geen_duidelijke_verandering",
	[VERANDERING_TE_KLEIN] = "te_klein_om_te_zien",
	[VERANDERING_GELIJK] = "gelijk",
};

const char *status_code(enum status s)
{
	assert((size_t)s < ARRAY_LEN(status_words));
	return status_words[s];
}

const char *feit_code(enum feit f)
{
	assert((size_t)f < ARRAY_LEN(feit_words));
	return feit_words[f];
}

const char *zekerheid_code(enum zekerheid z, int norm_soort)
{
	assert((size_t)z < ARRAY_LEN(zekerheid_words) && norm_soort >= 0 && norm_soort < 3);
	return zekerheid_words[z][norm_soort];
}

const char *verandering_code(enum verandering v)
{
	assert((size_t)v < ARRAY_LEN(verandering_words));
	return verandering_words[v];
}

static const char *const trend_words[] = {
	[TREND_WOORD_GEEN] = "geen",
	[TREND_WOORD_TE_KORT] = "te_kort",
	[TREND_WOORD_NIET_TE_BEPALEN] = "niet_te_bepalen",
	[TREND_WOORD_GEEN_AANTOONBARE] = "geen_aantoonbare_trend",
	[TREND_WOORD_AANWIJZING_STIJGING] = "aanwijzing_stijging",
	[TREND_WOORD_AANWIJZING_DALING] = "aanwijzing_daling",
	[TREND_WOORD_STIJGING] = "duidelijke_stijging",
	[TREND_WOORD_DALING] = "duidelijke_daling",
};

static const char *const tempo_words[] = {
	[TEMPO_WOORD_GEEN] = "geen",
	[TEMPO_WOORD_GEHAALD] = "gehaald",
	[TEMPO_WOORD_OP_KOERS] = "op_koers",
	[TEMPO_WOORD_ACHTER] = "achter_op_koers",
	[TEMPO_WOORD_VERLOPEN] = "streefdatum_voorbij",
};

static const char *const funnel_words[] = {
	[FUNNEL_WOORD_GEEN] = "geen",
	[FUNNEL_WOORD_BINNEN] = "binnen",
	[FUNNEL_WOORD_LAAG_95] = "laag_95",
	[FUNNEL_WOORD_LAAG_998] = "laag_998",
	[FUNNEL_WOORD_HOOG_95] = "hoog_95",
	[FUNNEL_WOORD_HOOG_998] = "hoog_998",
};

static const char *const kloof_words[] = {
	[KLOOF_WOORD_GEEN] = "geen",
	[KLOOF_WOORD_TE_WEINIG_WIJKEN] = "te_weinig_wijken",
	[KLOOF_WOORD_GEEN_VERSCHIL] = "geen_aantoonbaar_verschil",
	[KLOOF_WOORD_VERSCHIL] = "verschil",
	[KLOOF_WOORD_NIET_GETOETST] = "niet_getoetst",
};

const char *trend_woord_code(enum trend_woord w)
{
	assert((size_t)w < ARRAY_LEN(trend_words));
	return trend_words[w];
}

const char *tempo_woord_code(enum tempo_woord w)
{
	assert((size_t)w < ARRAY_LEN(tempo_words));
	return tempo_words[w];
}

const char *funnel_woord_code(enum funnel_woord w)
{
	assert((size_t)w < ARRAY_LEN(funnel_words));
	return funnel_words[w];
}

const char *volgorde_woord_code(enum volgorde_woord w)
{
	static const char *const words[] = {
		[VOLGORDE_WOORD_GEEN] = "geen",
		[VOLGORDE_WOORD_TE_WEINIG_WIJKEN] = "te_weinig_wijken",
		[VOLGORDE_WOORD_ONBEKEND] = "onbekend",
		[VOLGORDE_WOORD_GEEN_VERSCHIL] = "geen_verschil",
		[VOLGORDE_WOORD_MEER_BOVEN] = "hoger_bij_meer_kansen",
		[VOLGORDE_WOORD_MEER_ONDER] = "hoger_bij_minder_kansen",
	};

	assert((size_t)w < ARRAY_LEN(words));
	return words[w];
}

const char *kloof_woord_code(enum kloof_woord w)
{
	assert((size_t)w < ARRAY_LEN(kloof_words));
	return kloof_words[w];
}
