#include "base/file.h"
#include "base/mem.h"
#include "store/levering_store.h"
#include "store/stmt.h"

#include <stdlib.h>
#include <string.h>

static const char logging[] = "het logboek bijwerken";

/* The keten of the last line, "" for an empty log; owned by the caller. */
static int last_link(struct store *store, char **link, struct err *err)
{
	struct call c = call_new(store, STMT_LOGBOEK_LAST);
	int step = call_step(&c, logging, err);
	char *found;

	if (step < 0)
		return -1;
	found = mem_dup(step ? col_text(&c, 0) : "");
	if (step && call_end(&c, logging, err) < 0) {
		free(found);
		return -1;
	}
	*link = found;
	return 0;
}

/* What links a line to the one before it: a hash over that link and the words of this line. */
static void next_link(const char *link, const char *const field[5], struct file_hash *out)
{
	struct str line = STR_INIT;

	str_add(&line, link);
	for (size_t i = 0; i < 5; i++) {
		str_add_char(&line, '\n'); /* keeps a|bc and ab|c apart */
		str_add(&line, field[i]);
	}
	file_hash_bytes(str_text(&line), line.len, out);
	str_release(&line);
}

int logboek_add(struct store *store, const char *op, const char *door, const char *actie,
	const char *object, const char *resultaat, struct err *err)
{
	const char *const field[] = {op, door, actie, object, resultaat};
	struct file_hash hash;
	struct call c;
	char *link = NULL;

	if (last_link(store, &link, err) < 0)
		return -1;
	next_link(link, field, &hash);
	free(link);
	c = call_new(store, STMT_LOGBOEK_ADD);
	for (size_t i = 0; i < ARRAY_LEN(field); i++)
		call_text(&c, field[i]);
	call_text(&c, hash.hex);
	return call_run(&c, logging, err);
}

int logboek_each(struct store *store, void (*each)(void *arg, const struct logregel *r), void *arg,
	struct err *err)
{
	struct call c = call_new(store, STMT_LOGBOEK_ALL);
	struct file_hash hash;
	char link[sizeof hash.hex] = "";
	bool whole = true;
	int step;

	while ((step = call_step(&c, "het logboek lezen", err)) == 1) {
		const char *const field[] = {col_text(&c, 1), col_text(&c, 2), col_text(&c, 3),
			col_text(&c, 4), col_text(&c, 5)};
		struct logregel r = {.nr = col_int(&c, 0),
			.op = field[0],
			.door = field[1],
			.actie = field[2],
			.object = field[3],
			.resultaat = field[4]};

		if (c.rc != SQLITE_OK)
			continue;
		next_link(link, field, &hash);
		/* Once broken it stays broken: what came after rests on the wrong line. */
		whole = whole && strcmp(hash.hex, col_text(&c, 6)) == 0;
		memcpy(link, hash.hex, sizeof link);
		r.heel = whole;
		each(arg, &r);
	}
	return step;
}
