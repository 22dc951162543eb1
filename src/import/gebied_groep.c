#include "import/gebied_groep.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"
#include "import/tabel.h"

static const char suffix[] = "-groepen.csv";

enum col { COL_INDELING, COL_GROEP, COL_NAAM, COL_GEBIEDEN, COL_TEGEL_RIJ, COL_TEGEL_KOLOM, COL_COUNT };

static const char *const col_name[COL_COUNT] = {"indeling", "groep", "naam", "gebieden", "tegel_rij", "tegel_kolom"};

struct reader {
	struct gebied_list *list;
	const struct gebied *top;
	const char *label;
	int64_t line;
	const char *const *cell;
};

bool gebied_groep_file(const char *name)
{
	size_t len = strlen(name), end = sizeof(suffix) - 1;

	return len > end && strcmp(name + len - end, suffix) == 0;
}

static int refuse(const struct reader *r, enum col c, const char *text, const char *what, struct err *err)
{
	return err_set(err, ERR_DEFINITION, "%s, regel %" PRId64 ", kolom %s: '%s' %s", r->label, r->line, col_name[c], text,
		what);
}

static struct gebied *find_wijk(const struct reader *r, const char *code)
{
	for (size_t i = 0; i < r->list->count; i++) {
		struct gebied *g = &r->list->item[i];

		if (strcmp(g->code, code) == 0 && strcmp(g->indeling, r->cell[COL_INDELING]) == 0 &&
			strcmp(g->niveau, "wijk") == 0)
			return g;
	}
	return NULL;
}

static void set_text(char **field, const char *text)
{
	free(*field);
	*field = mem_dup(text);
}

/* The member goes one level down, and the group is there as long as one of its members is. */
static void join(struct gebied *group, struct gebied *member, bool first)
{
	if (first || date_cmp(member->vanaf, group->vanaf) < 0)
		group->vanaf = member->vanaf;
	if (first)
		group->tot = member->tot;
	else if (!date_is_set(member->tot) || (date_is_set(group->tot) && date_cmp(member->tot, group->tot) > 0))
		group->tot = member->tot;
	group->zonder_doelgroep = (first || group->zonder_doelgroep) && member->zonder_doelgroep;
	set_text(&member->niveau, "buurt");
	set_text(&member->ouder, group->code);
	member->tegel_rij = member->tegel_kolom = 0;
}

static int join_all(const struct reader *r, struct gebied *group, struct err *err)
{
	const char *text = r->cell[COL_GEBIEDEN];
	bool first = true;

	while (*text) {
		size_t len = strcspn(text, "|");
		char *code = mem_dup_n(text, len);
		struct gebied *member = find_wijk(r, code);

		if (!member) {
			refuse(r, COL_GEBIEDEN, code, "is geen wijk van deze indeling, of staat al in een andere groep.", err);
			free(code);
			return -1;
		}
		free(code);
		join(group, member, first);
		first = false;
		text += len + (text[len] == '|');
	}
	return first ? refuse(r, COL_GEBIEDEN, "", "is leeg; noem de codes van de gebieden, met | ertussen.", err) : 0;
}

static int read_tegel(const struct reader *r, enum col c, int *out, struct err *err)
{
	int64_t n = 0;

	if (*r->cell[c] && (num_parse_int(r->cell[c], &n, err) < 0 || n < 1 || n > 99))
		return refuse(r, c, r->cell[c], "is geen plaats van 1 tot en met 99.", err);
	*out = (int)n;
	return 0;
}

static int read_row(void *arg, int64_t line, const char *const *cell, struct err *err)
{
	struct reader *r = arg;
	struct gebied group = {.eigen = true, .ouder = r->top->code};
	int rc;

	r->line = line;
	r->cell = cell;
	if (strspn(cell[COL_GROEP], "0123456789") != strlen(cell[COL_GROEP]) || !*cell[COL_GROEP])
		return refuse(r, COL_GROEP, cell[COL_GROEP], "is geen nummer van een groep.", err);
	if (!*cell[COL_NAAM])
		return refuse(r, COL_NAAM, "", "is leeg; elke groep heeft een naam.", err);
	group.code = mem_printf("%s-G%s", r->top->code, cell[COL_GROEP]);
	group.naam = mem_dup(cell[COL_NAAM]);
	group.indeling = mem_dup(cell[COL_INDELING]);
	group.niveau = mem_dup("wijk");
	if (gebied_by_code(r->list, "wijk", group.code, DATE_NONE))
		rc = refuse(r, COL_GROEP, cell[COL_GROEP], "staat twee keer in dit bestand.", err);
	else
		rc = join_all(r, &group, err);
	if (rc == 0 && (read_tegel(r, COL_TEGEL_RIJ, &group.tegel_rij, err) < 0 ||
			       read_tegel(r, COL_TEGEL_KOLOM, &group.tegel_kolom, err) < 0))
		rc = -1;
	if (rc == 0) {
		gebied_list_add(r->list, &group);
		r->top = gebied_own(r->list); /* adding may have moved the list */
	}
	free(group.code);
	free(group.naam);
	free(group.indeling);
	free(group.niveau);
	return rc;
}

/* The file of groups beside a file of areas; NULL when there is none. Owned by the caller. */
static char *beside(const char *path)
{
	size_t len = strlen(path);
	char *base, *file;

	if (gebied_groep_file(path) || len < 4 || strcmp(path + len - 4, ".csv") != 0)
		return NULL;
	base = mem_dup_n(path, len - 4);
	file = mem_printf("%s%s", base, suffix);
	free(base);
	if (file_exists(file))
		return file;
	free(file);
	return NULL;
}

int gebied_groep_apply(struct gebied_list *list, const char *path, const char *groepen, struct err *err)
{
	struct reader r = {.list = list, .top = gebied_own(list)};
	char *file = groepen ? mem_dup(groepen) : beside(path);
	int rc = 0;

	if (file && r.top) {
		r.label = file_base(file);
		rc = tabel_read(file, r.label, col_name, COL_COUNT, read_row, &r, err);
	}
	free(file);
	return rc;
}
