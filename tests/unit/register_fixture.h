/* register_fixture.h - rows of registers in memory, and their state on a day. All of it is fictional
 * (fictief). */
#ifndef REGISTER_FIXTURE_H
#define REGISTER_FIXTURE_H

#include "base/mem.h"
#include "publish/register.h"

enum { VELDEN_MAX = 16 };

/* A row as pairs "kolom", "waarde", ..., NULL; the texts are literals. */
struct rijen_rij {
	const char *id;
	const char *velden[2 * VELDEN_MAX + 1];
};

static inline void rijen_fill(
	struct register_list *list, const struct rijen_rij *rows, size_t count)
{
	list->item = mem_new(count, sizeof(*list->item));
	list->count = count;
	for (size_t i = 0; i < count; i++) {
		const char **naam = pool_new(&list->pool, VELDEN_MAX, sizeof(*naam));
		const char **waarde = pool_new(&list->pool, VELDEN_MAX, sizeof(*waarde));
		size_t n = 0;

		for (; rows[i].velden[2 * n]; n++) {
			naam[n] = rows[i].velden[2 * n];
			waarde[n] = rows[i].velden[2 * n + 1];
		}
		list->item[i] = (struct register_rij){
			.id = rows[i].id, .count = n, .naam = naam, .waarde = waarde};
	}
}

static inline void rijen_clear(struct register_list *lists)
{
	for (size_t i = 0; i < REGISTER_COUNT; i++)
		register_list_release(&lists[i]);
}

static inline struct date rijen_date(const char *iso)
{
	struct err err = ERR_INIT;
	struct date d;

	assert_ok(date_parse_iso(iso, &d, &err));
	return d;
}

/* The state of one register with these rows on a day. */
static inline struct registers rijen_registers(
	enum register_soort soort, const struct rijen_rij *rows, size_t count, const char *per)
{
	struct register_list lists[REGISTER_COUNT] = {{.item = NULL}};
	struct registers r;

	rijen_fill(&lists[soort], rows, count);
	registers_init(&r, lists, rijen_date(per));
	rijen_clear(lists); /* nothing of the rows is kept */
	return r;
}

#endif
