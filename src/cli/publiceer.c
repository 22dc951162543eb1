#include "cli/publiceer.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/place.h"
#include "publish/uitgave.h"
#include "store/levering_store.h"

static int add_all(struct store *store, struct app *app, const struct publicatie *p, const struct publicatie_inhoud *inhoud,
	const char *object, struct err *err)
{
	char *result = mem_printf("editie openbaar, gepubliceerd: %s, %.12s", p->bestand, p->sha256);
	int rc = publicatie_store_add(store, p, inhoud, err);

	if (rc == 0)
		rc = logboek_add(store, app->nu, app->door, "rapport", object, result, err);
	free(result);
	return rc;
}

/* Files and register together; what was written stands when the register does not take it, and then that is said. */
static int write_both(struct store *store, const struct publicatie_opdracht *wat, struct err *err)
{
	int rc = wat->schrijf(wat->arg, err);
	struct err end = ERR_INIT;

	if (rc < 0 && !err->outcome)
		return -1;
	if (store_commit(store, &end) == 0)
		return rc;
	err_release(err);
	*err = end;
	return err_outcome(err, "Het rapport is geschreven maar niet vastgelegd: verspreid het niet, en maak het opnieuw.");
}

int publiceer(struct app *app, const struct publicatie_opdracht *wat, const struct layer *layer, struct err *err)
{
	struct publicatie p = {app->nu, app->door, wat->stand_per, wat->bestand, NULL};
	char *db = file_join(app->werkmap, PLACE_DB);
	struct publicatie_inhoud inhoud;
	struct store *store = NULL;
	struct file_hash hash;
	int rc;

	file_hash_bytes(str_text(wat->html), wat->html->len, &hash);
	p.sha256 = hash.hex;
	uitgave_make(&inhoud, layer, wat->indicator, wat->indicator_count);
	rc = store_open(&store, db, STORE_WRITE, err);
	if (rc == 0)
		rc = store_begin(store, err);
	if (rc == 0)
		rc = add_all(store, app, &p, &inhoud, wat->object, err);
	if (rc == 0)
		rc = write_both(store, wat, err);
	store_close(store); /* rolls back what is open */
	publicatie_inhoud_release(&inhoud);
	free(db);
	return rc;
}
