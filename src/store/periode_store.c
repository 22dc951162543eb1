#include "store/stmt.h"

static const struct date first_day = {1900, 1, 1};

static const char *soort_text(enum periode_soort soort)
{
	static const char *const text[] = {"", "kwartaal", "schooljaar", "jaar", "maand", "dag", "jaren", "schooljaren"};

	return text[soort];
}

/* Sorts as periode_cmp does: by last day, then by kind. See sql/001. */
int64_t periode_id(struct periode p)
{
	return 8 * (date_to_days(p.eind) - date_to_days(first_day)) + (int64_t)p.soort;
}

struct periode periode_from_id(int64_t id)
{
	return periode_of_date(
		(enum periode_soort)(id % 8), date_from_days(id / 8 + date_to_days(first_day)));
}

int periode_store_add(struct store *store, struct periode p, struct err *err)
{
	int64_t id = periode_id(p);
	struct str code = STR_INIT;
	struct call c;
	int result;

	if (store->known_periode == id)
		return 0;
	c = call_new(store, STMT_PERIODE_ADD);
	periode_add_code(&code, p);
	call_int(&c, id);
	call_text(&c, soort_text(p.soort));
	call_text(&c, str_text(&code));
	call_date(&c, p.begin);
	call_date(&c, p.eind);
	result = call_run(&c, "een periode opslaan", err);
	if (result == 0)
		store->known_periode = id;
	str_release(&code);
	return result;
}
