#include "import/gebieden.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "import/gebied_file.h"

static const struct gebied *find(const struct gebied_list *list, const struct gebied *g)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i].code, g->code) == 0 && strcmp(list->item[i].indeling, g->indeling) == 0)
			return &list->item[i];
	return NULL;
}

static bool same_alias(const struct gebied *a, const struct gebied *b)
{
	if (a->alias_count != b->alias_count)
		return false;
	for (size_t i = 0; i < a->alias_count; i++)
		if (strcmp(a->alias[i], b->alias[i]) != 0)
			return false;
	return true;
}

static bool same(const struct gebied *a, const struct gebied *b)
{
	return strcmp(a->naam, b->naam) == 0 && strcmp(a->niveau, b->niveau) == 0 && text_equal(a->ouder, b->ouder) &&
		text_equal(a->opvolger, b->opvolger) && same_alias(a, b) && date_cmp(a->vanaf, b->vanaf) == 0 &&
		date_cmp(a->tot, b->tot) == 0 && a->zonder_doelgroep == b->zonder_doelgroep && a->tegel_rij == b->tegel_rij &&
		a->tegel_kolom == b->tegel_kolom;
}

static bool refuse_other(const struct gebied_list *list, const struct gebied_list *was, struct finding_list *findings)
{
	const struct gebied *new = gebied_own(list), *own = gebied_own(was);

	if (!new || !own || strcmp(new->code, own->code) == 0)
		return false;
	finding_advise(finding_add(findings, ERNST_FOUT, "gebied", 0, "dit zijn de gebieden van %s (%s); deze werkmap is van %s (%s).",
			       new->naam, new->code, own->naam, own->code),
		"Maak voor %s een eigen werkmap: `ijkpunt begin MAP --gebieden BESTAND`.", new->naam);
	return true;
}

void gebieden_compare(const char *path, const struct gebied_list *was, struct gebied_list *out,
	struct import_verschil *verschil, struct finding_list *findings)
{
	struct gebied_list list = {0};
	struct err why = ERR_INIT;

	if (gebied_file_load(&list, path, file_base(path), NULL, true, &why) < 0) {
		finding_advise(finding_add(findings, ERNST_FOUT, "gebied", 0, "%s", why.text), "%s",
			why.advice ? why.advice : "Verbeter het gebiedenbestand; imports/README.md zegt wat er in hoort.");
		err_release(&why);
		return;
	}
	if (refuse_other(&list, was, findings)) {
		gebied_list_release(&list);
		return;
	}
	gebied_list_sort(&list);
	for (size_t i = 0; i < list.count; i++) {
		const struct gebied *old = find(was, &list.item[i]);

		if (!old)
			verschil->nieuw++;
		else if (same(old, &list.item[i]))
			verschil->ongewijzigd++;
		else
			verschil->gewijzigd++;
	}
	*out = list;
}
