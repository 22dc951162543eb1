/* The account beside the tables: what this is, how it stands, where it comes from and how to read it. A spreadsheet
 * or a CSV travels without its page, so it takes this along. */
#include <stdlib.h>

#include "base/mem.h"
#include "publish/beleid.h"
#include "report/blad.h"

static void add(struct blad *b, enum zin naam, const char *tekst)
{
	opname_add_over(b->in->opname, zin_text(b->zinnen, naam), tekst);
}

static void add_str(struct blad *b, enum zin naam, struct str *tekst)
{
	add(b, naam, str_text(tekst));
	str_release(tekst);
}

static const char *edition(const struct blad *b)
{
	return zin_text(b->zinnen, b->layer->editie == EDITIE_INTERN ? ZIN_MERK_INTERN : ZIN_OVER_OPENBAAR);
}

static void policy(struct blad *b)
{
	struct str rules = STR_INIT;

	if (b->layer->editie == EDITIE_INTERN)
		str_add(&rules, zin_text(b->zinnen, ZIN_EVAL_PRIVACY_INTERN));
	else
		beleid_add(&rules, &b->defs->privacy, beleid_count(b->layer, NULL, 0));
	b->in->opname->regels = mem_dup(str_text(&rules));
	add_str(b, ZIN_EVAL_PRIVACY, &rules);
}

static void sources(struct blad *b)
{
	for (size_t i = 0; i < b->in->bron_count; i++) {
		struct str text = STR_INIT;

		blad_bron(&text, b, &b->in->bron[i]);
		opname_add_over(b->in->opname, i == 0 ? zin_text(b->zinnen, ZIN_EVAL_BRONNEN) : "", str_text(&text));
		str_release(&text);
	}
}

static void versions(struct blad *b)
{
	char *hash = zin_make(b->zinnen, ZIN_LEZEN_CONTROLEGETAL, VELDEN({"hash", b->in->definities_hash}));
	char *program = zin_make(b->zinnen, ZIN_LEZEN_PROGRAMMA, VELDEN({"versie", IJKPUNT_VERSION}));

	add(b, ZIN_EVAL_VERSIES, hash);
	opname_add_over(b->in->opname, "", program);
	free(hash);
	free(program);
}

static void foot(struct blad *b)
{
	struct str s = STR_INIT, day = STR_INIT;
	char *stand;

	blad_datum(&day, b->in->stand_per);
	stand = zin_make(b->zinnen, ZIN_OVER_STAND, VELDEN({"datum", str_text(&day)}));
	str_add_f(&s, "%s, %s", edition(b), stand);
	if (b->in->fictief)
		str_add_f(&s, ", %s", zin_text(b->zinnen, ZIN_MERK_FICTIEF));
	b->in->opname->voet = str_detach(&s);
	str_release(&day);
	free(stand);
}

void blad_over(struct blad *b)
{
	static const enum zin guide[] = {ZIN_OVER_LEES_GETAL, ZIN_OVER_LEES_WOORD, ZIN_OVER_LEES_KOLOM, ZIN_OVER_LEES_MARGE};
	struct str s = STR_INIT;

	foot(b);
	add(b, ZIN_OVER_RAPPORT, b->in->opname->titel);
	add(b, ZIN_OVER_EDITIE, edition(b));
	if (b->in->fictief) {
		char *why = zin_make(b->zinnen, ZIN_MERK_FICTIEF_UITLEG, VELDEN({"gemeente", b->gemeente->naam}));

		add(b, ZIN_OVER_LET_OP, why);
		free(why);
	}
	periode_add_name(&s, b->in->periode);
	add_str(b, ZIN_META_PERIODE, &s);
	blad_datum(&s, b->in->stand_per);
	add_str(b, ZIN_META_STAND_PER, &s);
	policy(b);
	for (size_t i = 0; i < ARRAY_LEN(guide); i++)
		opname_add_over(b->in->opname, i == 0 ? zin_text(b->zinnen, ZIN_OVER_LEES) : "",
			zin_text(b->zinnen, guide[i]));
	versions(b);
	sources(b);
}
