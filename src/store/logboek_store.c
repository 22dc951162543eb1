#include "base/file.h"
#include "base/mem.h"
#include "store/levering_store.h"
#include "store/stmt.h"

#include <stdlib.h>

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

int logboek_add(struct store *store, const char *op, const char *door, const char *actie,
	const char *object, const char *resultaat, struct err *err)
{
	const char *const field[] = {op, door, actie, object, resultaat};
	struct str line = STR_INIT;
	struct file_hash hash;
	struct call c;
	char *link = NULL;

	if (last_link(store, &link, err) < 0)
		return -1;
	str_add(&line, link);
	free(link);
	for (size_t i = 0; i < ARRAY_LEN(field); i++) {
		str_add_char(&line, '\n'); /* keeps a|bc and ab|c apart */
		str_add(&line, field[i]);
	}
	file_hash_bytes(str_text(&line), line.len, &hash);
	str_release(&line);
	c = call_new(store, STMT_LOGBOEK_ADD);
	for (size_t i = 0; i < ARRAY_LEN(field); i++)
		call_text(&c, field[i]);
	call_text(&c, hash.hex);
	return call_run(&c, logging, err);
}
