/* geojson.h - shapes of areas (a FeatureCollection of Polygons and MultiPolygons in WGS84) as rows: a column for each
 * property, and a last column `vorm` with the rings.
 *
 * Read through base/json, so at most 1 MiB: the generalised wijken of a gemeente are some tens of kilobytes. The
 * wijken of the whole country in full detail are hundreds of megabytes; a map on paper shows nothing of it. */
#ifndef IMPORT_GEOJSON_H
#define IMPORT_GEOJSON_H

#include "base/err.h"
#include "base/file.h"
#include "base/macro.h"
#include "import/csvfile.h"
#include "import/finding.h"
#include "import/head.h"

#define GEOJSON_VORM "vorm"

struct geojson; /* opaque; owns the document */

/* 0 with *out NULL when the file is no such map: then `findings` says why. `hash`: of the bytes that sniff saw. */
int geojson_open(struct geojson **out, const char *path, const struct file_hash *hash, struct finding_list *findings,
	struct err *err) MUST_USE;
/* The names of the columns as the first row of a head. The caller frees it with head_release. */
void geojson_head(const struct geojson *g, struct head_set *out);
/* 1 with a row borrowed until the next call; its line is that of the shape. 0 at the end, also after a fault, which is
 * then in `findings`. The vorm is rings, parted by ';', of points, parted by ',': "4509000 52051000", longitude and
 * latitude in millionths of a degree. */
int geojson_next(struct geojson *g, const struct csv_row **row, struct finding_list *findings);
void geojson_close(struct geojson *g); /* NULL is fine */

#endif
