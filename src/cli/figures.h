/* figures.h - the figures of a werkmap as a reader may see them, computed afresh at one moment. */
#ifndef CLI_FIGURES_H
#define CLI_FIGURES_H

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"
#include "publish/layer.h"
#include "store/publicatie_store.h"

struct figures {
	struct uitkomst_list uitkomsten; /* internal: only to free, and for uitleg */
	struct layer *layer;
	struct openbaar_verslag verslag; /* edition openbaar; also when figures_load fails: see figures_log_onveilig */
	struct layer *gepubliceerd;	 /* edition openbaar: as it was printed before; NULL: never */
	struct publicatie_inhoud register_inhoud;
};

/* Which publications count for edition openbaar: those made on or before `dag` (not set: whenever), before number
 * `voor` (0: all). */
struct figures_register {
	struct date dag;
	int64_t voor;
};

/* Words of --editie, in the order of enum editie. */
extern const char *const figures_editie[];

/* `indicator` NULL: all. Inside the caller's read transaction. Edition openbaar always has all of them: what may be
 * shown of one depends on the others. Release before app_close. */
int figures_load(struct app *app, struct stand stand, const char *indicator, enum editie editie,
	struct figures *out, struct err *err) MUST_USE;
/* All figures of edition openbaar, laid beside these publications (figures_load: those up to the day of `stand`). */
int figures_load_openbaar(struct app *app, struct stand stand, struct figures_register reg, struct figures *out,
	struct err *err) MUST_USE;
/* Names in the log what of these figures was hidden whole, or why there are none, and warns of it; nothing when there
 * is nothing to say. Outside any transaction. */
void figures_log_onveilig(struct app *app, const struct figures *f, const char *actie, const char *object);
void figures_release(struct figures *f);

/* The id as written in the definitions of what a user typed (case free); ERR_USE with the nearest one. */
int figures_indicator(const struct app *app, const char *typed, const struct indicator_def **out, struct err *err)
	MUST_USE;
/* The area a user means on a day; ERR_USE with the nearest one. */
int figures_gebied(const struct app *app, const char *typed, struct date op, const struct gebied **out,
	struct err *err) MUST_USE;

/* The rules that hold for edition openbaar and how much they hide, as a sentence; nothing for edition intern. */
void figures_add_beleid(struct str *s, const struct figures *f);
struct json_out;
/* The same as an object `privacy`. */
void figures_json_beleid(struct json_out *j, const struct figures *f);

/* From when the definition holds, which one it replaces and whether the two can be compared: one sentence or two;
 * nothing for a first definition. */
void figures_add_definitie(struct str *s, const struct indicator_def *def);
/* Why there is no figure of a period (PERIODE_GEEN: of any): not delivered, or of before the definition. */
void figures_add_waarom_niet(struct str *s, const struct app *app, const struct indicator_def *def,
	struct periode periode);

/* "intern, niet verspreiden" and what else a reader must know before the figures: one line. */
void figures_add_merk(struct str *s, const struct app *app, enum editie editie, struct date stand_dag);

#endif
