/* The goals as a tree for the terminal. */
#include "cli/doelen_boom.h"

#include <stdlib.h>

#include "base/mem.h"
#include "cli/doelen_woord.h"

struct boom {
	struct str *s;
	const struct doel_list *list;
	bool *shown; /* by index: what is under it stands above already */
};

static void add_line(struct boom *b, const struct doel_def *d, bool again)
{
	str_add_f(b->s, "%s  %s (%s", d->id, d->titel, doelen_soort(d->soort));
	if (d->status != DOEL_LOPEND)
		str_add_f(b->s, ", %s", doelen_status(d->status));
	str_add(b->s, again ? "), zie boven\n" : ")\n");
}

/* `prefix` holds the branches of the levels above. */
static void add_under(struct boom *b, const struct doel_def *boven, const char *prefix)
{
	int next = doel_next_under(b->list, boven, -1);

	while (next >= 0) {
		const struct doel_def *d = &b->list->item[next];
		bool again = b->shown[next] && doel_next_under(b->list, d, -1) >= 0;
		int after = doel_next_under(b->list, boven, next);
		char *below;

		b->shown[next] = true;
		str_add_f(b->s, "%s%s", prefix, after >= 0 ? "├─ " : "└─ ");
		add_line(b, d, again);
		if (!again) {
			below = mem_printf("%s%s", prefix, after >= 0 ? "│  " : "   ");
			add_under(b, d, below);
			free(below);
		}
		next = after;
	}
}

void doelen_add_boom(struct str *s, const struct doel_list *list, const struct doel_def *boven)
{
	struct boom b = {s, list, mem_new(list->count, sizeof(*b.shown))};

	if (boven) {
		b.shown[boven - list->item] = true;
		add_under(&b, boven, "");
	}
	for (int root = -1; !boven && (root = doel_next_under(list, NULL, root)) >= 0;) {
		add_line(&b, &list->item[root], false);
		b.shown[root] = true;
		add_under(&b, &list->item[root], "");
	}
	free(b.shown);
}
