#include "import/finding.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"

enum { KEEP_MAX = 10000 };

/* Where findings beyond the first KEEP_MAX are written, so that calls can chain; kept as the last item. */
static struct finding *slot(struct finding_list *list)
{
	if (list->count < KEEP_MAX) {
		list->item = mem_grow(list->item, &list->cap, list->count + 2, sizeof(*list->item));
		return &list->item[list->count++];
	}
	return &list->item[KEEP_MAX];
}

static void finding_release(struct finding *f)
{
	free(f->rule);
	free(f->column);
	free(f->text);
	free(f->advice);
	*f = (struct finding){0};
}

struct finding *finding_add(struct finding_list *list, enum ernst ernst, const char *rule, int64_t line,
	const char *fmt, ...)
{
	struct finding *f = slot(list);
	va_list args;

	finding_release(f);
	f->ernst = ernst;
	f->rule = mem_dup(rule);
	f->line = line;
	va_start(args, fmt);
	f->text = mem_vprintf(fmt, args);
	va_end(args);
	list->fouten += ernst == ERNST_FOUT;
	list->waarschuwingen += ernst == ERNST_WAARSCHUWING;
	return f;
}

struct finding *finding_at(struct finding *f, const char *column, int column_nr)
{
	free(f->column);
	f->column = mem_dup(column);
	f->column_nr = column_nr;
	return f;
}

struct finding *finding_advise(struct finding *f, const char *fmt, ...)
{
	va_list args;

	free(f->advice);
	va_start(args, fmt);
	f->advice = mem_vprintf(fmt, args);
	va_end(args);
	return f;
}

void finding_list_release(struct finding_list *list)
{
	size_t kept = list->count + (list->item && list->count == KEEP_MAX);

	for (size_t i = 0; i < kept; i++)
		finding_release(&list->item[i]);
	free(list->item);
	*list = (struct finding_list){0};
}
