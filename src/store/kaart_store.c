#include "store/kaart_store.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/register_store.h"

/* "4509000 52051000": both numbers positive and below 2^31, as import/geojson writes them. */
static const char *read_point(const char *p, struct kaart_punt *out)
{
	int32_t value[2] = {0, 0};

	for (int i = 0; i < 2; i++) {
		if (*p < '0' || *p > '9')
			return NULL;
		for (; *p >= '0' && *p <= '9' && value[i] < 100000000; p++)
			value[i] = value[i] * 10 + (*p - '0');
		if (i == 0 && *p++ != ' ')
			return NULL;
	}
	*out = (struct kaart_punt){value[0], value[1]};
	return p;
}

/* One ring from `p`; returns what stands behind it, NULL when the text is damaged. */
static const char *read_ring(const char *p, struct kaart_ring *out)
{
	size_t cap = 0;

	for (;;) {
		out->punt = mem_grow(out->punt, &cap, out->count + 1, sizeof(*out->punt));
		p = read_point(p, &out->punt[out->count]);
		if (!p)
			return NULL;
		out->count++;
		if (*p != ',')
			return p;
		p++;
	}
}

static bool read_rings(const char *p, struct kaart_vorm *vorm)
{
	size_t cap = 0;

	for (;;) {
		vorm->ring = mem_grow(vorm->ring, &cap, vorm->count + 1, sizeof(*vorm->ring));
		p = read_ring(p, &vorm->ring[vorm->count++]);
		if (!p)
			return false;
		if (*p != ';')
			return *p == '\0';
		p++;
	}
}

static int read_shape(const struct register_rij *row, struct kaart_vorm *out, struct err *err)
{
	const char *slash = strchr(row->id, '/');

	if (!slash || !read_rings(register_waarde(row, "vorm"), out)) {
		err_set(err, ERR_SURROUNDINGS, "De vorm van %s in de database is beschadigd.", row->id);
		return err_advise(err, "Laad de kaart opnieuw, of zet een reservekopie terug met `ijkpunt herstel`.");
	}
	out->code = mem_dup_n(row->id, (size_t)(slash - row->id));
	out->indeling = mem_dup(slash + 1);
	return 0;
}

int kaart_store_load(struct store *store, struct stand stand, struct kaart *out, struct err *err)
{
	struct register_list rows = {0};
	struct kaart kaart = {0};
	int result = 0;

	if (register_store_load(store, KAART_BRON, stand, &rows, err) < 0)
		return -1;
	kaart.vorm = mem_new(rows.count, sizeof(*kaart.vorm));
	for (size_t i = 0; i < rows.count && result == 0; i++)
		result = read_shape(&rows.item[i], &kaart.vorm[kaart.count++], err);
	register_list_release(&rows);
	if (result < 0)
		kaart_release(&kaart);
	else
		*out = kaart;
	return result;
}

void kaart_release(struct kaart *kaart)
{
	for (size_t i = 0; i < kaart->count; i++) {
		struct kaart_vorm *v = &kaart->vorm[i];

		for (size_t r = 0; r < v->count; r++)
			free(v->ring[r].punt);
		free(v->ring);
		free(v->code);
		free(v->indeling);
	}
	free(kaart->vorm);
	*kaart = (struct kaart){0};
}

const struct kaart_vorm *kaart_find(const struct kaart *kaart, const char *code, const char *indeling)
{
	for (size_t i = 0; i < kaart->count; i++)
		if (strcmp(kaart->vorm[i].code, code) == 0 && strcmp(kaart->vorm[i].indeling, indeling) == 0)
			return &kaart->vorm[i];
	return NULL;
}
