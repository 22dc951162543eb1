/* metadata.h - where figures come from, for other programs: what stands in metadata.json beside exported files. */
#ifndef CLI_METADATA_H
#define CLI_METADATA_H

#include "base/date.h"
#include "base/str.h"
#include "cli/app.h"
#include "cli/figures.h"
#include "cli/json_out.h"
#include "publish/layer.h"
#include "store/levering_store.h"

struct metadata {
	const struct app *app;
	struct date stand_dag;
	enum editie editie;
	const struct levering_list *leveringen;
	const struct figures *figures;
};

/* Opens the object with schema, gemeente, stand per, editie, fictief, the hash of the
 * definitions and, for edition openbaar, the rules that hold. */
void metadata_head(struct json_out *j, const struct metadata *m, const char *schema);
/* An item of the list "bestanden": name, length, SHA-256. */
void metadata_file(struct json_out *j, const char *naam, const struct str *text);
/* Program, indicators with their versions, deliveries; closes the object. */
void metadata_tail(struct json_out *j, const struct metadata *m);

#endif
