#include "def/import_def.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/* ---- lists of texts ------------------------------------------------------------------------ */

void text_list_add(struct text_list *list, const char *text)
{
	size_t cap = list->count;

	list->item = mem_grow(list->item, &cap, list->count + 1, sizeof(*list->item));
	list->item[list->count++] = mem_dup(text);
}

void text_list_release(struct text_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->item[i]);
	free(list->item);
	*list = (struct text_list){NULL, 0};
}

int text_list_index(const struct text_list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i], text) == 0)
			return (int)i;
	return -1;
}

/* ---- look-ups ------------------------------------------------------------------------------ */

int import_def_kolom(const struct import_def *def, const char *naam)
{
	for (size_t i = 0; i < def->kolom_count; i++)
		if (strcmp(def->kolom[i].naam, naam) == 0)
			return (int)i;
	return -1;
}

static const struct waardecode *find_code(const struct waardecode_list *list, const char *sleutel)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i].sleutel, sleutel) == 0)
			return &list->item[i];
	return NULL;
}

const struct waardecode *import_def_waardecode(const struct import_def *def, const struct import_kolom *kolom,
	const char *sleutel)
{
	const struct waardecode *own = kolom ? find_code(&kolom->waardecodes, sleutel) : NULL;

	return own ? own : find_code(&def->waardecodes, sleutel);
}

bool import_def_negeert(const struct import_def *def, const char *sleutel)
{
	for (size_t i = 0; i < def->negeer.count; i++) {
		char *key = text_key(def->negeer.item[i]);
		size_t len = strlen(key);
		bool hit = len && key[len - 1] == '*' ? strncmp(key, sleutel, len - 1) == 0 : strcmp(key, sleutel) == 0;

		free(key);
		if (hit)
			return true;
	}
	return false;
}

char *import_def_smelt(const struct import_def *def, const char *naam)
{
	const struct import_smelt *s = &def->smelt;
	char *key, *voor, *na, *hit = NULL;
	size_t len, before, after;

	if (!s->is)
		return NULL;
	key = text_key(naam);
	voor = text_key(s->voor);
	na = text_key(s->na);
	len = strlen(key);
	before = strlen(voor);
	after = strlen(na);
	if (len > before + after && strncmp(key, voor, before) == 0 && strcmp(key + len - after, na) == 0) {
		int at;

		hit = mem_dup_n(key + before, len - before - after);
		at = text_list_index(&s->van, hit);
		for (size_t i = 0; at < 0 && i < s->van.count; i++) {
			char *from = text_key(s->van.item[i]);

			at = strcmp(from, hit) == 0 ? (int)i : -1;
			free(from);
		}
		if (at >= 0) {
			free(hit);
			hit = mem_dup(s->tot.item[at]);
		}
	}
	free(key);
	free(voor);
	free(na);
	return hit;
}

/* ---- releasing ----------------------------------------------------------------------------- */

static void codes_release(struct waardecode_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->item[i].tekst);
		free(list->item[i].sleutel);
		free(list->item[i].melding);
	}
	free(list->item);
}

static void kolom_release(struct import_kolom *k)
{
	free(k->naam);
	free(k->sleutel);
	text_list_release(&k->aliassen);
	text_list_release(&k->niveaus);
	free(k->indeling);
	text_list_release(&k->onbekend_toegestaan);
	free(k->voorvoegsel);
	text_list_release(&k->code);
	text_list_release(&k->code_naam);
	codes_release(&k->waardecodes);
	free(k->eenheid);
	free(k->omschrijving);
}

static void controle_release(struct import_controle *c)
{
	free(c->id);
	free(c->toelichting);
	free(c->kolom);
	free(c->ander);
	text_list_release(&c->termen);
}

static void smelt_release(struct import_smelt *s)
{
	free(s->voor);
	free(s->na);
	free(s->naar);
	free(s->maat);
	text_list_release(&s->van);
	text_list_release(&s->tot);
}

static void waar_release(struct import_waar *waar, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_list_release(&waar[i].waarde);
	free(waar);
}

static void rijen_release(struct import_def *def)
{
	for (size_t i = 0; i < def->tel_count; i++) {
		free(def->tel[i].maat);
		waar_release(def->tel[i].waar, def->tel[i].waar_count);
	}
	free(def->tel);
	text_list_release(&def->sleutel);
	text_list_release(&def->optellen_over);
	text_list_release(&def->kenmerken);
	free(def->object.soort);
	free(def->object.code);
	free(def->koppeling.naam);
	free(def->via.objecten);
	free(def->via.koppeling);
	free(def->via.kolom);
	free(def->via.niveau);
}

static void lists_release(struct import_def *def)
{
	for (size_t i = 0; i < def->kolom_count; i++)
		kolom_release(&def->kolom[i]);
	for (size_t i = 0; i < def->controle_count; i++)
		controle_release(&def->controle[i]);
	free(def->kolom);
	free(def->controle);
	waar_release(def->waar, def->waar_count);
	text_list_release(&def->bestand.voet);
	text_list_release(&def->status.code);
	free(def->status.code_definitief);
	text_list_release(&def->negeer);
	rijen_release(def);
	text_list_release(&def->verboden);
	text_list_release(&def->vrijgesteld);
	text_list_release(&def->totaalrij);
	codes_release(&def->waardecodes);
}

void import_def_free(struct import_def *def)
{
	if (!def)
		return;
	lists_release(def);
	smelt_release(&def->smelt);
	free(def->periode.patroon);
	free(def->bron);
	free(def->levert);
	free(def->naam);
	free(def->toelichting);
	free(def->leverancier);
	free(def->contactrol);
	free(def->ritme);
	free(def->licentie);
	free(def);
}
