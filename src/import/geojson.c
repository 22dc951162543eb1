#include "import/geojson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "import/kop.h"

enum { MICRO = 1000000, RING_MIN = 4 };

/* The Netherlands with some room; metres of the national grid (RD) lie far outside. */
static const double lon_min = 2.5, lon_max = 8, lat_min = 50, lat_max = 54.5;

struct geojson {
	struct json *doc;
	const struct json_node *features;
	size_t next;
	char **naam; /* columns; the last is GEOJSON_VORM */
	size_t count;
	struct str *tekst; /* of the row at hand, per column */
	struct csv_cell *cell;
	struct csv_row row;
};

/* ---- opening ------------------------------------------------------------------------------- */

static void refuse(struct finding_list *findings, int64_t line, const char *what, const char *advice)
{
	finding_advise(finding_add(findings, ERNST_FOUT, "kaart", line, "%s", what), "%s", advice);
}

/* The features of a map; NULL with a finding when it is none. */
static const struct json_node *features_of(const struct json *doc, struct finding_list *findings)
{
	const struct json_node *root = json_root(doc), *list = NULL;
	const char *type = NULL;
	struct err err = ERR_INIT;

	if (json_get_text(root, "type", JSON_REQUIRED, &type, &err) < 0 || strcmp(type, "FeatureCollection") != 0 ||
		json_get_list(root, "features", JSON_REQUIRED, &list, &err) < 0 || json_len(list) == 0) {
		refuse(findings, 1, "dit is JSON, maar geen kaart (GeoJSON met een FeatureCollection).",
			"Exporteer de wijken als GeoJSON in graden (WGS84).");
		list = NULL;
	}
	err_release(&err);
	return list;
}

static void take_names(struct geojson *g)
{
	const struct json_node *properties = json_get(json_at(g->features, 0), "properties");
	size_t n = properties && json_type(properties) == JSON_OBJECT ? json_len(properties) : 0;

	if (n > CSVFILE_MAX_COLUMNS - 1)
		n = CSVFILE_MAX_COLUMNS - 1;
	g->count = n + 1;
	g->naam = mem_new(g->count, sizeof(*g->naam));
	g->tekst = mem_new(g->count, sizeof(*g->tekst));
	g->cell = mem_new(g->count, sizeof(*g->cell));
	for (size_t i = 0; i < n; i++)
		g->naam[i] = mem_dup(json_key(json_at(properties, i)));
	g->naam[n] = mem_dup(GEOJSON_VORM);
}

int geojson_open(struct geojson **out, const char *path, const struct file_hash *hash, struct finding_list *findings,
	struct err *err)
{
	const struct json_node *features;
	struct json *doc;
	struct geojson *g;

	*out = NULL;
	if (json_load(&doc, path, file_base(path), err) < 0) {
		if (err->kind == ERR_SURROUNDINGS)
			return -1;
		refuse(findings, 0, err->text, "Is de kaart groter dan 1 MiB, vraag dan de gegeneraliseerde wijken van alleen de gemeente.");
		err_release(err);
		return 0;
	}
	if (strcmp(json_hash(doc), hash->hex) != 0)
		refuse(findings, 0, "het bestand is veranderd terwijl het werd gelezen.", "Probeer het opnieuw.");
	features = features_of(doc, findings);
	if (!features) {
		json_free(doc);
		return 0;
	}
	g = mem_new(1, sizeof(*g));
	g->doc = doc;
	g->features = features;
	take_names(g);
	*out = g;
	return 0;
}

void geojson_close(struct geojson *g)
{
	if (!g)
		return;
	for (size_t i = 0; i < g->count; i++) {
		free(g->naam[i]);
		str_release(&g->tekst[i]);
	}
	free(g->naam);
	free(g->tekst);
	free(g->cell);
	json_free(g->doc);
	free(g);
}

void geojson_head(const struct geojson *g, struct head_set *out)
{
	struct head_row *row = &out->head[0].row[0];

	*out = (struct head_set){.codering = CODERING_UTF8};
	out->head[0].delimiter = ',';
	out->head[0].count = 1;
	row->line = 1;
	row->count = g->count;
	row->cell = mem_new(g->count, sizeof(*row->cell));
	row->sleutel = mem_new(g->count, sizeof(*row->sleutel));
	for (size_t i = 0; i < g->count; i++) {
		row->cell[i] = mem_dup(g->naam[i]);
		row->sleutel[i] = kop_key(g->naam[i]);
	}
}

/* ---- properties ---------------------------------------------------------------------------- */

/* What is no text or number is left out: lists and objects are no cells. */
static void add_property(struct str *s, const struct json_node *node)
{
	struct err ignored = ERR_INIT;
	const char *text;
	double number;

	if (!node)
		return;
	if (json_type(node) == JSON_TEXT && json_text(node, &text, &ignored) == 0)
		str_add(s, text);
	else if (json_type(node) == JSON_NUMBER && json_double(node, &number, &ignored) == 0)
		num_add_exact(s, number);
	err_release(&ignored);
}

/* ---- geometry ------------------------------------------------------------------------------ */

static bool read_point(const struct json_node *point, struct str *s)
{
	struct err err = ERR_INIT;
	double lon = 0, lat = 0;
	bool good = json_type(point) == JSON_LIST && json_len(point) >= 2 && json_double(json_at(point, 0), &lon, &err) == 0 &&
		json_double(json_at(point, 1), &lat, &err) == 0;

	err_release(&err);
	if (!good || lon < lon_min || lon > lon_max || lat < lat_min || lat > lat_max)
		return false;
	str_add_f(s, "%s%lld %lld", s->len && s->text[s->len - 1] != ';' ? "," : "", llround(lon * MICRO), llround(lat * MICRO));
	return true;
}

static bool read_ring(const struct json_node *ring, struct str *s)
{
	if (json_type(ring) != JSON_LIST || json_len(ring) < RING_MIN)
		return false;
	if (s->len)
		str_add_char(s, ';');
	for (size_t i = 0; i < json_len(ring); i++)
		if (!read_point(json_at(ring, i), s))
			return false;
	return true;
}

static bool read_polygon(const struct json_node *polygon, struct str *s)
{
	if (json_type(polygon) != JSON_LIST || json_len(polygon) == 0)
		return false;
	for (size_t i = 0; i < json_len(polygon); i++)
		if (!read_ring(json_at(polygon, i), s))
			return false;
	return true;
}

static bool read_shape(const struct json_node *feature, struct str *s)
{
	const struct json_node *geometry = json_get(feature, "geometry"), *list;
	struct err err = ERR_INIT;
	const char *type = "";
	bool good = true;

	if (!geometry || json_type(geometry) != JSON_OBJECT)
		return false;
	list = json_get(geometry, "coordinates");
	if (json_get_text(geometry, "type", JSON_REQUIRED, &type, &err) < 0 || !list) {
		err_release(&err);
		return false;
	}
	if (strcmp(type, "Polygon") == 0)
		return read_polygon(list, s);
	if (strcmp(type, "MultiPolygon") != 0 || json_type(list) != JSON_LIST || json_len(list) == 0)
		return false;
	for (size_t i = 0; i < json_len(list) && good; i++)
		good = read_polygon(json_at(list, i), s);
	return good;
}

/* ---- rows ---------------------------------------------------------------------------------- */

int geojson_next(struct geojson *g, const struct csv_row **row, struct finding_list *findings)
{
	const struct json_node *feature = json_at(g->features, g->next), *properties;

	if (!feature)
		return 0;
	g->next++;
	properties = json_type(feature) == JSON_OBJECT ? json_get(feature, "properties") : NULL;
	for (size_t i = 0; i < g->count; i++)
		str_clear(&g->tekst[i]);
	for (size_t i = 0; properties && json_type(properties) == JSON_OBJECT && i + 1 < g->count; i++)
		add_property(&g->tekst[i], json_get(properties, g->naam[i]));
	if (!properties || !read_shape(feature, &g->tekst[g->count - 1])) {
		refuse(findings, json_line(feature), "deze vorm is geen vlak (Polygon of MultiPolygon) in graden (WGS84) in Nederland.",
			"Exporteer de kaart opnieuw als GeoJSON in WGS84 (EPSG:4326); coördinaten in meters (RD) worden niet gelezen.");
		g->next = json_len(g->features);
		return 0;
	}
	for (size_t i = 0; i < g->count; i++)
		g->cell[i] = (struct csv_cell){str_text(&g->tekst[i]), g->tekst[i].len, g->tekst[i].len == 0};
	g->row = (struct csv_row){json_line(feature), g->count, g->cell, false};
	*row = &g->row;
	return 1;
}
