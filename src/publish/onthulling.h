/* onthulling.h - audits what files show that were made before, whoever changed them since: what stands in them is laid
 * out as one puzzle with the true counts of the werkmap, and every hidden count that can be worked out is named: one that
 * is small by itself, or that a file says is hidden. A count that no file mentions is no secret by that alone. It is
 * the test of publish/toets with files in the place of a layer, so it says nothing of how they came to be. */
#ifndef PUBLISH_ONTHULLING_H
#define PUBLISH_ONTHULLING_H

#include "def/definities.h"
#include "def/uitkomst.h"
#include "publish/layer.h"

/* What a file shows of one figure. */
enum onthuld_wat {
	ONTHULD_TELLER,
	ONTHULD_NOEMER,
	ONTHULD_ALLES, /* a value, margin, verdict or need: made of both, so both count as shown */
	ONTHULD_VERBORGEN /* the word for hidden: what of the two is not shown elsewhere, was meant to stay hidden */
};
struct onthuld {
	char *indicator, *gebied, *indeling; /* owned by the caller */
	struct periode periode;
	enum onthuld_wat wat;
	bool heeft_waarde; /* of a teller or noemer: it lies from waarde to tot; of ALLES: a value, in deel */
	int64_t waarde, tot;
	struct decimal deel;
};

enum vondst_soort {
	VONDST_KLEIN,	      /* a count that is small by itself is shown */
	VONDST_TE_BEREKENEN,  /* a hidden count can be worked out: it lies in [laag, hoog] */
	VONDST_BEREIK,	      /* a range of a small count is shown that says more than that it is small */
	VONDST_TEGENSTRIJDIG, /* the numbers contradict each other: nothing is proven */
	VONDST_ANDER,	      /* another number than the data have now */
	VONDST_ONBEKEND	      /* neither the data nor the definitions have such a figure */
};
struct vondst {
	enum vondst_soort soort;
	char *plek; /* "OAB-01 teller Dorp 2026-K2" */
	int64_t laag, hoog;
};
struct vondst_list {
	struct vondst *item;
	size_t count, cap;
	size_t getoond, verborgen; /* counts that the files show, and do not show */
};
void vondst_list_release(struct vondst_list *list);
/* Are there findings that disclose: any soort up to VONDST_TEGENSTRIJDIG? */
bool vondst_list_onveilig(const struct vondst_list *list);

/* `all`: the outcomes of the werkmap, edition intern; `eerder`: what its register says was published before, which a
 * reader has too. `list` is empty. */
void onthulling_check(const struct uitkomst_list *all, const struct definities *defs, const struct gebied_list *gebieden,
	const struct eerder *eerder, size_t eerder_count, const struct onthuld *shown, size_t count,
	struct vondst_list *list);

/* The same for what the werkmap has no counts of, from the files alone (publish/herleid); adds to
 * `list`. */
void onthulling_los(const struct uitkomst_list *all, const struct definities *defs, const struct gebied_list *gebieden,
	const struct onthuld *shown, size_t count, struct vondst_list *list);

/* Adds a finding, once; takes over `plek`. */
void vondst_list_add(struct vondst_list *list, enum vondst_soort soort, char *plek, int64_t laag, int64_t hoog);

#endif
