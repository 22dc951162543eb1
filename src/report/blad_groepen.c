/* Which small areas were taken together (import/gebied_groep.h): said where the groups are shown. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "report/blad.h"

bool blad_heeft_groepen(const struct blad *b, struct periode p)
{
	const struct gebied **area;
	bool any = false;
	size_t count;

	area = blad_wijken(b, p, &count);
	for (size_t i = 0; i < count; i++)
		any = any || gebied_is_groep(area[i]);
	free(area);
	return any;
}

static void group_item(struct blad *b, const struct gebied *group, struct date op)
{
	const struct gebied_list *all = b->layer->gebieden;
	const char **name = mem_new(all->count, sizeof(*name));
	struct str members = STR_INIT;
	size_t count = 0;
	char *line;

	for (size_t i = 0; i < all->count; i++)
		if (text_equal(all->item[i].ouder, group->code) && gebied_valid_on(&all->item[i], op))
			name[count++] = all->item[i].naam;
	zin_add_list(&members, b->zinnen, name, count);
	line = zin_make(b->zinnen, ZIN_WIJKEN_GROEP, VELDEN({"groep", group->naam}, {"leden", str_text(&members)}));
	html_el(&b->w, "li", line);
	free(line);
	free(name);
	str_release(&members);
}

void blad_groepen(struct blad *b, struct periode p)
{
	const struct gebied **area;
	size_t count;

	if (!blad_heeft_groepen(b, p))
		return;
	blad_alinea(b, NULL, ZIN_WIJKEN_GROEPEN, NULL);
	area = blad_wijken(b, p, &count);
	html_open(&b->w, "ul");
	for (size_t i = 0; i < count; i++)
		if (gebied_is_groep(area[i]))
			group_item(b, area[i], p.eind);
	html_close(&b->w, "ul");
	free(area);
}
