#include "indicator/aggregate.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "indicator/value.h"

/* What a source stores for rows that are counted instead of added (tel rijen). */
#define MAAT_RIJEN "rijen"

/* ---- small sets ---- */

void levering_set_add(struct levering_set *set, int64_t nr)
{
	size_t at = set->count;

	while (at > 0 && set->nr[at - 1] > nr)
		at--;
	if (at > 0 && set->nr[at - 1] == nr)
		return;
	set->nr = mem_grow(set->nr, &set->cap, set->count + 1, sizeof(*set->nr));
	memmove(set->nr + at + 1, set->nr + at, (set->count - at) * sizeof(*set->nr));
	set->nr[at] = nr;
	set->count++;
}

void levering_set_join(struct levering_set *set, const struct levering_set *other)
{
	for (size_t i = 0; i < other->count; i++)
		levering_set_add(set, other->nr[i]);
}

void levering_set_release(struct levering_set *set)
{
	free(set->nr);
	*set = (struct levering_set){NULL, 0, 0};
}

void periode_set_add(struct periode_set *set, struct periode p)
{
	size_t at = set->count;

	while (at > 0 && periode_cmp(set->item[at - 1], p) > 0)
		at--;
	if (at > 0 && periode_equal(set->item[at - 1], p))
		return;
	set->item = mem_grow(set->item, &set->cap, set->count + 1, sizeof(*set->item));
	memmove(set->item + at + 1, set->item + at, (set->count - at) * sizeof(*set->item));
	set->item[at] = p;
	set->count++;
}

void periode_set_release(struct periode_set *set)
{
	free(set->item);
	*set = (struct periode_set){NULL, 0, 0};
}

/* ---- conditions ---- */

/* Whole numbers by value, anything else (dates as jjjj-mm-dd) by text. */
static int compare_words(const char *a, const char *b)
{
	struct err err = ERR_INIT;
	int64_t x, y;
	int cmp;

	if (num_parse_int(a, &x, &err) == 0 && num_parse_int(b, &y, &err) == 0)
		cmp = (x > y) - (x < y);
	else
		cmp = strcmp(a, b);
	err_release(&err);
	return cmp;
}

static bool condition_holds(const struct filter *f, bool present, const char *value)
{
	bool found = false;

	if (!present)
		return f->soort == FILTER_LEEG || f->soort == FILTER_IS_NIET;
	switch (f->soort) {
	case FILTER_IS:
	case FILTER_IS_NIET:
		for (size_t i = 0; i < f->is_count; i++)
			found = found || strcmp(f->is[i], value) == 0;
		return found == (f->soort == FILTER_IS);
	case FILTER_MINSTENS:
		return compare_words(value, f->is[0]) >= 0;
	case FILTER_HOOGSTENS:
		return compare_words(value, f->is[0]) <= 0;
	case FILTER_LEEG:
		return *value == '\0';
	case FILTER_NIET_LEEG:
		break;
	}
	return *value != '\0';
}

bool filter_match(const struct filter *filter, size_t count, const char *kenmerk)
{
	struct str value = STR_INIT;
	bool match = true;

	for (size_t i = 0; match && i < count; i++) {
		bool present;

		str_clear(&value);
		present = kenmerk_get(kenmerk, filter[i].kolom, &value);
		match = condition_holds(&filter[i], present, str_text(&value));
	}
	str_release(&value);
	return match;
}

static bool is_total_row(const char *kenmerk)
{
	struct str value = STR_INIT;
	bool total =
		kenmerk_get(kenmerk, "totaalrij", &value) && strcmp(str_text(&value), "ja") == 0;

	str_release(&value);
	return total;
}

/* ---- sums ---- */

void meting_list_release(struct meting_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		levering_set_release(&list->item[i].levering);
	free(list->item);
	*list = (struct meting_list){NULL, 0, 0};
}

static int key_cmp(const struct meting *m, int64_t gebied, struct periode periode, bool totaal)
{
	int cmp = periode_cmp(m->periode, periode);

	if (cmp)
		return cmp;
	if (m->gebied != gebied)
		return m->gebied < gebied ? -1 : 1;
	return (int)m->totaal - (int)totaal;
}

static int by_key(const void *a, const void *b)
{
	const struct meting *x = a, *y = b;

	return key_cmp(x, y->gebied, y->periode, y->totaal);
}

const struct meting *meting_find(
	const struct meting_list *list, int64_t gebied, struct periode periode, bool totaal)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int cmp = key_cmp(&list->item[mid], gebied, periode, totaal);

		if (cmp == 0)
			return &list->item[mid];
		if (cmp < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* The sum a row belongs to. Rows come by period and area, so it is one of the last two, or new. */
static struct meting *meting_at(struct meting_list *list, const struct waarneming *row, bool totaal)
{
	struct meting *m;

	for (size_t back = 1; back <= 2 && back <= list->count; back++) {
		m = &list->item[list->count - back];
		if (key_cmp(m, row->gebied, row->periode, totaal) == 0)
			return m;
	}
	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	m = &list->item[list->count++];
	*m = (struct meting){.gebied = row->gebied, .periode = row->periode, .totaal = totaal};
	return m;
}

static int meting_add(struct meting *m, const struct waarneming *row, struct err *err)
{
	struct bereik one = {true, row->min, row->max, row->schaal};

	m->rijen++;
	m->voorlopig = m->voorlopig || row->voorlopig;
	levering_set_add(&m->levering, row->levering);
	switch (row->staat) {
	case STAAT_NIET_GELEVERD:
		m->niet_geleverd++;
		return 0;
	case STAAT_NVT:
		m->nvt++;
		return 0;
	case STAAT_ONBEKEND:
		m->onbekend++;
		return 0;
	case STAAT_WAARDE:
	case STAAT_AFGESCHERMD:
		break;
	}
	if (!row->begrensd) {
		m->onbegrensd++;
		return 0;
	}
	if (!m->som.bekend) {
		m->som = one;
		return 0;
	}
	if (!bereik_add(&m->som, &one)) {
		err_set(err, ERR_DATA,
			"de som van \"%s\" past niet in een geheel getal van 64 bits.", row->maat);
		return err_advise(err,
			"Kijk in levering %lld of daar een onmogelijk groot getal staat.",
			(long long)row->levering);
	}
	return 0;
}

bool meting_join(struct meting *m, const struct meting *other)
{
	m->rijen += other->rijen;
	m->onbekend += other->onbekend;
	m->onbegrensd += other->onbegrensd;
	m->niet_geleverd += other->niet_geleverd;
	m->nvt += other->nvt;
	m->voorlopig = m->voorlopig || other->voorlopig;
	m->onvolledig = m->onvolledig || other->onvolledig;
	m->geschat_met = m->geschat_met ? m->geschat_met : other->geschat_met;
	levering_set_join(&m->levering, &other->levering);
	if (m->som.bekend && other->som.bekend)
		return bereik_add(&m->som, &other->som);
	if (other->som.bekend)
		m->som = other->som;
	return true;
}

static int too_large(struct err *err)
{
	err_set(err, ERR_DATA, "een som past niet in een geheel getal van 64 bits.");
	return err_advise(err, "Kijk of er in een levering een onmogelijk groot getal staat.");
}

int meting_list_settle(struct meting_list *list, struct err *err)
{
	size_t kept = 0;

	if (list->count)
		qsort(list->item, list->count, sizeof(*list->item), by_key);
	for (size_t i = 0; i < list->count; i++) {
		if (kept == 0 || by_key(&list->item[kept - 1], &list->item[i]) != 0) {
			list->item[kept++] = list->item[i];
			continue;
		}
		if (!meting_join(&list->item[kept - 1], &list->item[i])) {
			memmove(&list->item[kept], &list->item[i], (list->count - i) * sizeof(*list->item));
			list->count -= i - kept;
			return too_large(err);
		}
		levering_set_release(&list->item[i].levering);
	}
	list->count = kept;
	return 0;
}

enum judge_gegevens meting_gegevens(const struct meting *m, enum tel tel)
{
	if (!m || m->niet_geleverd || !m->rijen)
		return GEGEVENS_NIET_GELEVERD;
	if (m->onbekend)
		return GEGEVENS_ONBEKEND;
	if (m->nvt == m->rijen)
		return GEGEVENS_NVT;
	if (m->onbegrensd)
		return GEGEVENS_AFGESCHERMD;
	if (tel == TEL_AANGELEVERD && m->rijen - m->nvt > 1)
		return GEGEVENS_FOUT;
	return GEGEVENS_WAARDE;
}

void telling_job_release(struct telling_job *job)
{
	meting_list_release(&job->out);
	for (size_t i = 0; i < job->rijen.count; i++)
		free(job->rijen.item[i].kenmerk);
	free(job->rijen.item);
	for (size_t i = 0; i < job->via.count; i++) {
		free(job->via.item[i].koppeling);
		free(job->via.item[i].code);
		levering_set_release(&job->via.item[i].m.levering);
	}
	free(job->via.item);
	job->via = (struct via_list){NULL, 0, 0};
	job->rijen = (struct rij_list){NULL, 0, 0};
}

static void keep_row(struct rij_list *list, const struct waarneming *row)
{
	struct rij *r;

	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	r = &list->item[list->count++];
	*r = (struct rij){.gebied = row->gebied,
		.periode = row->periode,
		.kenmerk = mem_dup(row->kenmerk),
		.staat = row->staat,
		.exact = row->staat == STAAT_WAARDE && row->schaal == 0 && row->min == row->max,
		.waarde = row->min};
}

/* ---- rows by code ---- */

static int by_code(const void *a, const void *b)
{
	const struct via_meting *x = a, *y = b;
	int cmp = periode_cmp(x->m.periode, y->m.periode);

	if (!cmp)
		cmp = strcmp(x->koppeling, y->koppeling);
	return cmp ? cmp : strcmp(x->code, y->code);
}

const struct via_meting *via_find(const struct via_list *list, const char *koppeling, const char *code, struct periode p)
{
	struct via_meting key = {mem_dup(koppeling), mem_dup(code), {.periode = p}};
	const struct via_meting *found;

	found = list->count ? bsearch(&key, list->item, list->count, sizeof(key), by_code) : NULL;
	free(key.koppeling);
	free(key.code);
	return found;
}

static int keep_code(struct via_list *list, const struct waarneming *row, const char *koppeling, const char *code,
	struct err *err)
{
	struct via_meting *v;

	list->item = mem_grow(list->item, &list->cap, list->count + 1, sizeof(*list->item));
	v = &list->item[list->count++];
	*v = (struct via_meting){.koppeling = mem_dup(koppeling), .code = mem_dup(code),
		.m = {.gebied = row->gebied, .periode = row->periode}};
	return meting_add(&v->m, row, err);
}

static int join_codes(struct via_list *list, struct err *err)
{
	size_t kept = 0;

	if (list->count)
		qsort(list->item, list->count, sizeof(*list->item), by_code);
	for (size_t i = 0; i < list->count; i++) {
		struct via_meting *last = kept ? &list->item[kept - 1] : NULL, *v = &list->item[i];

		if (!last || by_code(last, v) != 0) {
			list->item[kept++] = *v;
			continue;
		}
		if (!meting_join(&last->m, &v->m)) {
			memmove(&list->item[kept], v, (list->count - i) * sizeof(*v));
			list->count -= i - kept;
			return too_large(err);
		}
		free(v->koppeling);
		free(v->code);
		levering_set_release(&v->m.levering);
	}
	list->count = kept;
	return 0;
}

static bool job_wants(const struct telling_job *job, const struct waarneming *row)
{
	const struct telling *t = job->telling;
	const char *maat = t->tel == TEL_RIJEN && !t->kolom ? MAAT_RIJEN : t->kolom;

	return strcmp(row->maat, maat) == 0 && filter_match(t->waar, t->waar_count, row->kenmerk) &&
	       filter_match(job->extra, job->extra_count, row->kenmerk);
}

static int feed(
	const struct waarneming *row, struct telling_job **job, size_t job_count, struct err *err)
{
	bool totaal = is_total_row(row->kenmerk), via;
	struct str koppeling = STR_INIT, code = STR_INIT;
	int rc = 0;

	via = kenmerk_via(row->kenmerk, &koppeling, &code);
	for (size_t i = 0; rc == 0 && i < job_count; i++) {
		if (!job_wants(job[i], row))
			continue;
		if (via)
			rc = keep_code(&job[i]->via, row, str_text(&koppeling), str_text(&code), err);
		else
			rc = meting_add(meting_at(&job[i]->out, row, totaal), row, err);
		if (job[i]->per_rij && !totaal)
			keep_row(&job[i]->rijen, row);
	}
	str_release(&koppeling);
	str_release(&code);
	return rc;
}

int aggregate_source(struct store *store, const char *bron, struct stand stand,
	struct telling_job **job, size_t job_count, struct periode_set *periods, struct err *err)
{
	struct waarneming_query *query = NULL;
	const struct waarneming *row;
	int rc;

	if (waarneming_query_open(&query, store, bron, stand, err))
		return -1;
	while ((rc = waarneming_query_next(query, &row, err)) > 0) {
		periode_set_add(periods, row->periode);
		if (feed(row, job, job_count, err)) {
			err_context(err, "bron %s", bron);
			rc = -1;
			break;
		}
	}
	waarneming_query_close(query);
	for (size_t i = 0; rc == 0 && i < job_count; i++) {
		if (job[i]->out.count)
			qsort(job[i]->out.item, job[i]->out.count, sizeof(*job[i]->out.item),
				by_key);
		rc = join_codes(&job[i]->via, err);
	}
	return rc;
}
