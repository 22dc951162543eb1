#include "cli/bevinding.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"
#include "cli/say.h"

enum { GROUP_FROM = 11, GROUP_SHOWN = 3, LINES_NAMED = 8 };

void bevinding_add_letters(struct str *s, int column_nr)
{
	if (column_nr > 26)
		bevinding_add_letters(s, (column_nr - 1) / 26);
	str_add_char(s, (char)('A' + (column_nr - 1) % 26));
}

void bevinding_add_place(struct str *s, const char *file, int64_t line, const char *column, int column_nr)
{
	text_add_shown(s, file, strlen(file), 200);
	if (line > 0)
		str_add_f(s, ", regel %" PRId64, line);
	if (column) {
		str_add(s, ", kolom ");
		text_add_shown(s, column, strlen(column), 60);
		if (column_nr > 0) {
			str_add(s, " (kolom ");
			bevinding_add_letters(s, column_nr);
			str_add_char(s, ')');
		}
	} else if (column_nr > 0) {
		str_add(s, ", kolom ");
		bevinding_add_letters(s, column_nr);
	}
}

static bool same_kind(const struct finding *a, const struct finding *b)
{
	return a->ernst == b->ernst && strcmp(a->rule, b->rule) == 0 && a->column_nr == b->column_nr &&
		text_equal(a->column, b->column);
}

/* Findings of one kind share a number; each kind counts its members. */
struct kinds {
	size_t *of;	 /* per finding: index of the first of its kind */
	size_t *members; /* at that index */
	size_t *shown;
};

static void kinds_find(struct kinds *k, const struct finding_list *list)
{
	k->of = mem_new(list->count, sizeof *k->of);
	k->members = mem_new(list->count, sizeof *k->members);
	k->shown = mem_new(list->count, sizeof *k->shown);
	for (size_t i = 0; i < list->count; i++) {
		size_t first = 0;

		while (first < i && (k->of[first] != first || !same_kind(&list->item[first], &list->item[i])))
			first++;
		k->of[i] = first;
		k->members[first]++;
	}
}

static void kinds_release(struct kinds *k)
{
	free(k->of);
	free(k->members);
	free(k->shown);
}

static void say_one(const char *file, const struct finding *f)
{
	struct str s = STR_INIT;

	bevinding_add_place(&s, file, f->line, f->column, f->column_nr);
	str_add_f(&s, ": %s", f->text);
	say_headed((int)f->ernst, str_text(&s));
	if (f->advice)
		say_indented(f->advice);
	str_release(&s);
}

/* "Nog 37 keer, op regel 12, 13, 14 en verder." */
static void say_rest(const struct finding_list *list, const struct kinds *k, size_t first)
{
	struct str s = STR_INIT;
	size_t rest = k->members[first] - GROUP_SHOWN, seen = 0, named = 0;

	str_add_f(&s, "Nog %zu keer hetzelfde%s", rest, list->item[first].column ? " in deze kolom" : "");
	for (size_t i = first; i < list->count && named < LINES_NAMED; i++) {
		if (k->of[i] != first || seen++ < GROUP_SHOWN || list->item[i].line <= 0)
			continue;
		str_add_f(&s, "%s%" PRId64, named ? ", " : ", op regel ", list->item[i].line);
		named++;
	}
	str_add(&s, named && named < rest ? " en verder." : ".");
	say_indented(str_text(&s));
	str_release(&s);
}

void bevinding_say(const char *file, const struct finding_list *list)
{
	struct kinds k;
	struct str total = STR_INIT;
	size_t all = list->count;

	kinds_find(&k, list);
	for (size_t i = 0; i < all; i++) {
		size_t first = k.of[i];
		bool group = k.members[first] >= GROUP_FROM;

		if (group && k.shown[first] >= GROUP_SHOWN)
			continue;
		say_one(file, &list->item[i]);
		if (++k.shown[first] == GROUP_SHOWN && group)
			say_rest(list, &k, first);
	}
	kinds_release(&k);
	/* Of a file that is wrong on every line not all findings are kept, but all are counted. */
	if (list->fouten > list->count) {
		str_add(&total, "In totaal ");
		num_add_int(&total, (int64_t)list->fouten);
		str_add(&total, " fouten.");
		say_indented(str_text(&total));
		str_release(&total);
	}
}
