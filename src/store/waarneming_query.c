/* Which observations count is decided here, in three steps that the tests try in every combination:
 * deliveries that are visible in the stand; per period the newest visible complete delivery, below
 * which nothing counts; per key the newest visible delivery. Rows come from the primary key in
 * order of period and area; the few of one area are then put in order of text, so that no large
 * sort is needed. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/waarneming.h"
#include "store/waarneming_store.h"

static const char reading[] = "de waarnemingen lezen";

struct row {
	int64_t periode, kenmerk, maat; /* ids */
	struct waarneming w;
};

struct texts { /* by id; filled as they are met */
	char **text;
	size_t cap;
};

struct floor {
	int64_t periode, levering;
};

enum seen { SEEN_NOT, SEEN_DEFINITIEF, SEEN_VOORLOPIG };

struct waarneming_query {
	struct store *store;
	struct call rows;
	bool history;        /* everything, by delivery */
	unsigned char *seen; /* by delivery number */
	size_t seen_cap;
	struct floor *floor; /* by period */
	size_t floor_count, floor_cap, floor_at;
	struct texts kenmerk, maat;
	struct row *group; /* of one period and area */
	size_t count, cap, at;
	bool ahead; /* the statement stands on the first row of the next group */
};

static void texts_release(struct texts *t)
{
	for (size_t i = 0; i < t->cap; i++)
		free(t->text[i]);
	free(t->text);
}

void waarneming_query_close(struct waarneming_query *q)
{
	if (!q)
		return;
	call_drop(&q->rows);
	texts_release(&q->kenmerk);
	texts_release(&q->maat);
	free(q->seen);
	free(q->floor);
	free(q->group);
	free(q);
}

static int load_seen(
	struct waarneming_query *q, const char *bron, struct stand stand, struct err *err)
{
	struct call c = call_new(q->store, STMT_LEVERING_OF_BRON);
	int step;

	call_stand(&c, stand);
	call_text(&c, bron);
	while ((step = call_step(&c, reading, err)) == 1) {
		size_t nr = (size_t)col_int(&c, 0);

		q->seen = mem_grow(q->seen, &q->seen_cap, nr + 1, sizeof(*q->seen));
		q->seen[nr] = col_int(&c, 1) ? SEEN_VOORLOPIG : SEEN_DEFINITIEF;
	}
	return step;
}

static int load_floor(
	struct waarneming_query *q, const char *bron, struct stand stand, struct err *err)
{
	struct call c = call_new(q->store, STMT_LEVERING_FLOOR);
	int step;

	call_stand(&c, stand);
	call_text(&c, bron);
	while ((step = call_step(&c, reading, err)) == 1) {
		q->floor = mem_grow(q->floor, &q->floor_cap, q->floor_count + 1, sizeof(*q->floor));
		q->floor[q->floor_count++] = (struct floor){col_int(&c, 0), col_int(&c, 1)};
	}
	return step;
}

static enum seen seen(const struct waarneming_query *q, int64_t levering)
{
	return (size_t)levering < q->seen_cap ? (enum seen)q->seen[levering] : SEEN_NOT;
}

/* Periods come in rising order, in the rows and in the floors. */
static int64_t floor_of(struct waarneming_query *q, int64_t periode)
{
	while (q->floor_at < q->floor_count && q->floor[q->floor_at].periode < periode)
		q->floor_at++;
	if (q->floor_at < q->floor_count && q->floor[q->floor_at].periode == periode)
		return q->floor[q->floor_at].levering;
	return 0;
}

static void read_row(struct call *c, struct row *row)
{
	struct waarneming *w = &row->w;

	memset(row, 0, sizeof(*row));
	row->periode = col_int(c, 0);
	w->gebied = col_int(c, 1);
	row->kenmerk = col_int(c, 2);
	row->maat = col_int(c, 3);
	w->levering = col_int(c, 4);
	w->staat = (enum staat)col_int(c, 5);
	w->begrensd = !col_is_null(c, 6);
	w->min = col_int(c, 6);
	w->max = col_int(c, 7);
	w->schaal = (int)col_int(c, 8);
	w->regel = col_int(c, 9);
}

/* Keeps the row when it counts; of one key, the rows of which come together and by number, the
 * last. */
static void keep(struct waarneming_query *q, struct row *row)
{
	enum seen how = seen(q, row->w.levering);
	struct row *last = q->count ? &q->group[q->count - 1] : NULL;

	if (!q->history && (how == SEEN_NOT || row->w.levering < floor_of(q, row->periode)))
		return;
	row->w.voorlopig = how == SEEN_VOORLOPIG;
	if (!q->history && last && last->kenmerk == row->kenmerk && last->maat == row->maat) {
		*last = *row;
		return;
	}
	q->group = mem_grow(q->group, &q->cap, q->count + 1, sizeof(*q->group));
	q->group[q->count++] = *row;
}

static int text_of(struct waarneming_query *q, struct texts *known, enum stmt_id stmt, int64_t id,
	const char **text, struct err *err)
{
	struct call c;
	char *found;

	known->text = mem_grow(known->text, &known->cap, (size_t)id + 1, sizeof(*known->text));
	if (!known->text[id]) {
		c = call_new(q->store, stmt);
		call_int(&c, id);
		if (call_step(&c, reading, err) < 0)
			return -1;
		found = mem_dup(col_text(&c, 0));
		if (call_end(&c, reading, err) < 0) {
			free(found);
			return -1;
		}
		known->text[id] = found;
	}
	*text = known->text[id];
	return 0;
}

static int compare_current(const void *left, const void *right)
{
	const struct waarneming *a = &((const struct row *)left)->w,
				*b = &((const struct row *)right)->w;
	int order = strcmp(a->kenmerk, b->kenmerk);

	return order ? order : strcmp(a->maat, b->maat);
}

static int compare_history(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	if (a->w.levering != b->w.levering)
		return a->w.levering < b->w.levering ? -1 : 1;
	return compare_current(left, right);
}

static int finish_group(struct waarneming_query *q, struct err *err)
{
	for (size_t i = 0; i < q->count; i++) {
		struct row *row = &q->group[i];

		row->w.periode = periode_from_id(row->periode);
		if (text_of(q, &q->kenmerk, STMT_KENMERK_TEXT, row->kenmerk, &row->w.kenmerk, err) <
				0 ||
			text_of(q, &q->maat, STMT_MAAT_TEXT, row->maat, &row->w.maat, err) < 0)
			return -1;
	}
	if (q->count > 1)
		qsort(q->group, q->count, sizeof(*q->group),
			q->history ? compare_history : compare_current);
	return 0;
}

/* Reads the rows of the next period and area; the group stays empty when none of them counts. */
static int read_group(struct waarneming_query *q, struct err *err)
{
	struct row row, first = {.periode = 0};
	int step = 1;

	q->count = 0;
	q->at = 0;
	for (bool begun = false; step == 1; begun = true) {
		read_row(&q->rows, &row);
		if (begun && (row.periode != first.periode || row.w.gebied != first.w.gebied))
			break;
		first = row;
		keep(q, &row);
		step = call_step(&q->rows, reading, err);
	}
	if (step < 0)
		return -1;
	q->ahead = step == 1;
	return finish_group(q, err);
}

int waarneming_query_next(
	struct waarneming_query *q, const struct waarneming **row, struct err *err)
{
	while (q->at == q->count) {
		if (!q->ahead)
			return 0;
		if (read_group(q, err) < 0) {
			q->ahead = false;
			q->at = q->count = 0;
			return -1;
		}
	}
	*row = &q->group[q->at++].w;
	return 1;
}

/* Takes the first step before the deliveries are read: from then on the file is locked for writers,
 * so rows and deliveries are of one moment. */
static int start(struct waarneming_query *q, const char *bron, struct stand stand, struct err *err)
{
	int step = call_step(&q->rows, reading, err);

	if (step < 0)
		return -1;
	q->ahead = step == 1;
	if (load_seen(q, bron, stand, err) < 0)
		return -1;
	return q->history ? 0 : load_floor(q, bron, stand, err);
}

int waarneming_query_open(struct waarneming_query **out, struct store *store, const char *bron,
	struct stand stand, struct err *err)
{
	struct waarneming_query *q = mem_new(1, sizeof(*q));

	q->store = store;
	q->rows = call_new_own(store, STMT_WAARNEMING_OF_BRON);
	call_text(&q->rows, bron);
	if (start(q, bron, stand, err) < 0) {
		waarneming_query_close(q);
		return -1;
	}
	*out = q;
	return 0;
}

int waarneming_history_open(struct waarneming_query **out, struct store *store, const char *bron,
	int64_t gebied, struct periode periode, struct err *err)
{
	struct waarneming_query *q = mem_new(1, sizeof(*q));

	q->store = store;
	q->history = true;
	q->rows = call_new_own(store, STMT_WAARNEMING_OF_KEY);
	call_text(&q->rows, bron);
	call_int(&q->rows, periode_id(periode));
	call_int(&q->rows, gebied);
	if (start(q, bron, (struct stand){.tot_levering = 0}, err) < 0) {
		waarneming_query_close(q);
		return -1;
	}
	*out = q;
	return 0;
}

int waarneming_store_sources(struct store *store, char ***names, size_t *count, struct err *err)
{
	struct call c = call_new(store, STMT_WAARNEMING_SOURCES);
	char **list = NULL;
	size_t found = 0, cap = 0;
	int step;

	while ((step = call_step(&c, reading, err)) == 1) {
		list = mem_grow(list, &cap, found + 1, sizeof(*list));
		list[found++] = col_dup(&c, 0);
	}
	if (step < 0) {
		file_list_free(list, found);
		return -1;
	}
	*names = list;
	*count = found;
	return 0;
}
