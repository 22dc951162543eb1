#include "import/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "base/text.h"
#include "import/bewaar.h"
#include "import/check.h"
#include "import/gebieden.h"
#include "import/herken.h"
#include "import/lezer.h"
#include "import/oogst.h"
#include "import/sniff.h"
#include "import/via.h"
#include "store/gebied_store.h"
#include "store/levering_store.h"
#include "store/register_store.h"
#include "store/waarneming_store.h"

enum { PERIODS_NAMED = 4 };

/* One import under way. */
struct gang {
	const struct import_context *ctx;
	const struct import_options *opt;
	const char *path;
	struct import_result *out;
	struct sniff sniff;
	struct herkend bron;
	struct lezer lezer;
	bool lezer_open;
	struct oogst nu, was;
	struct import_verschil lijst; /* of rows that are kept: a register, objects, codes */
	struct object_list objecten;
	struct koppeling_list koppeling;
	struct gebied_list gebieden; /* of a gebieden file */
	bool in_transaction;
	int64_t vervangt;
};

static void wijziging_release(struct import_wijziging *w)
{
	free(w->periode);
	free(w->kenmerk);
	free(w->maat);
	free(w->oud);
	free(w->nieuw);
}

void import_result_release(struct import_result *r)
{
	free(r->al_geladen_op);
	free(r->bron);
	free(r->herkend);
	free(r->periode);
	for (size_t i = 0; i < r->wijziging_count; i++)
		wijziging_release(&r->wijziging[i]);
	free(r->wijziging);
	finding_list_release(&r->bevindingen);
	*r = (struct import_result){0};
}

/* ---- what was recognised ------------------------------------------------------------------- */

static void tell_recognised(struct gang *g)
{
	struct str s = STR_INIT;

	str_add_f(&s, "%s (profiel %s, versie %lld); ", g->bron.def->naam, g->bron.def->bron,
		(long long)g->bron.def->versie);
	sniff_add_words(&s, &g->sniff, g->bron.codering);
	if (g->bron.kaart)
		str_add(&s, "; GeoJSON");
	else
		str_add_f(&s, "; gescheiden met %s; kolomnamen op regel %lld", head_delimiter_name(g->bron.delimiter),
		(long long)g->bron.kop.line);
	g->out->herkend = str_detach(&s);
	g->out->bron = mem_dup(g->bron.def->bron);
}

static void name_periods(struct gang *g)
{
	struct periode *list = g->lezer.periodes;
	struct str s = STR_INIT;

	if (!g->lezer.periode_count)
		return;
	for (size_t i = 0; i < g->lezer.periode_count && i < PERIODS_NAMED; i++) {
		str_add(&s, i ? ", " : "");
		periode_add_name(&s, list[i]);
	}
	if (g->lezer.periode_count > PERIODS_NAMED)
		str_add_f(&s, " en nog %zu", g->lezer.periode_count - PERIODS_NAMED);
	g->out->periode = str_detach(&s);
}

/* ---- refusing ------------------------------------------------------------------------------ */

static bool refused(struct gang *g)
{
	if (g->out->bevindingen.fouten)
		g->out->uitslag = IMPORT_GEWEIGERD;
	return g->out->bevindingen.fouten > 0;
}

static void refuse_changed(struct gang *g)
{
	finding_advise(finding_add(&g->out->bevindingen, ERNST_FOUT, "veranderd", 0,
			       "het bestand is veranderd terwijl het werd gelezen."),
		"Sluit het bestand in Excel, wacht tot OneDrive of SharePoint klaar is, en probeer het opnieuw.");
}

/* The bytes that were counted must be the bytes that were hashed; a file that was refused halfway was not read to
 * the end. */
static int check_unchanged(struct gang *g, struct err *err)
{
	struct file_stat now;

	if (file_stat(g->path, &now, err) < 0)
		return -1;
	if (now.bytes != g->sniff.stat.bytes || now.mtime_ns != g->sniff.stat.mtime_ns ||
		now.inode != g->sniff.stat.inode || (g->lezer_open && !g->bron.kaart && !g->out->bevindingen.fouten && g->lezer.sum != g->sniff.sum))
		refuse_changed(g);
	return 0;
}

/* ---- the file ------------------------------------------------------------------------------ */

static int look(struct gang *g, struct err *err)
{
	const struct herken_vraag vraag = {g->path, g->ctx->werkmap, g->ctx->installed, g->opt->profiel, &g->sniff};
	struct finding_list *f = &g->out->bevindingen;

	if (sniff_file(g->path, &g->sniff, f, err) < 0)
		return -1;
	if (f->fouten)
		return 0;
	if (herken(&vraag, &g->bron, f, err) < 0)
		return -1;
	if (!g->bron.def)
		return 0;
	tell_recognised(g);
	if (!f->fouten)
		kop_check(g->bron.def, &g->bron.kop, f);
	return 0;
}

static struct date today(const char *nu)
{
	char *day = mem_dup_n(nu, strlen(nu) < 10 ? strlen(nu) : 10);
	struct date date = DATE_NONE;
	struct err ignored = ERR_INIT;

	if (date_parse_iso(day, &date, &ignored) < 0)
		err_release(&ignored);
	free(day);
	return date;
}

/* The koppeling that knows the codes a file names in the place of wijken. */
static int load_koppeling(struct gang *g, struct err *err)
{
	const struct stand now = {DATE_NONE, 0};
	const struct import_def *def = g->bron.def;

	if (koppeling_store_load(g->ctx->store, def->via.koppeling, now, &g->koppeling, err) < 0)
		return -1;
	g->lezer.koppeling = &g->koppeling;
	if (!g->koppeling.count)
		finding_advise(finding_add(&g->out->bevindingen, ERNST_FOUT, "koppeling", 0,
				       "dit bestand noemt geen wijk maar een code (kolom %s), en er is nog geen koppeling %s geladen.",
				       def->kolom[def->via.kolom[0]].naam, def->via.koppeling),
			"Laad eerst een koppeling, bijvoorbeeld %s_wijk_%d.csv. Die zegt welke code in welke wijk ligt.",
			def->via.koppeling, today(g->ctx->nu).year);
	return 0;
}

/* The list in which a file without areas looks up its schools or locations. */
static int load_objects(struct gang *g, struct err *err)
{
	const struct stand now = {DATE_NONE, 0};
	const struct import_via *via = &g->bron.def->via;

	if (!via->is || !g->ctx->store)
		return 0;
	if (via->koppeling)
		return load_koppeling(g, err);
	if (object_store_load(g->ctx->store, via->objecten, now, &g->objecten, err) < 0)
		return -1;
	g->lezer.objecten = &g->objecten;
	if (!g->objecten.count)
		finding_advise(finding_add(&g->out->bevindingen, ERNST_FOUT, "gebied", 0,
				       "dit bestand noemt geen gebied, en er is nog geen lijst van soort %s geladen.", via->objecten),
			"Laad eerst die lijst; voor scholen zijn dat de vestigingen van DUO.");
	return 0;
}

static int read_and_check(struct gang *g, struct err *err)
{
	struct finding_list *f = &g->out->bevindingen;

	if (lezer_init(&g->lezer, &g->bron, g->ctx->gebieden, file_base(g->path), today(g->ctx->nu), f, err) < 0)
		return -1;
	g->lezer_open = true;
	if (load_objects(g, err) < 0 || lezer_read(&g->lezer, g->path, err) < 0)
		return -1;
	g->out->regels = g->lezer.regels;
	if (g->lezer.persoonsgegevens)
		return 0;
	name_periods(g);
	if (!f->fouten)
		via_check_som(&g->lezer);
	if (!f->fouten)
		via_check_wijken(&g->lezer);
	if (!f->fouten)
		via_tell(&g->lezer);
	if (!f->fouten)
		check_totals(&g->lezer);
	if (!f->fouten)
		check_complete(&g->lezer);
	return 0;
}

/* ---- against what stood -------------------------------------------------------------------- */

static bool period_delivered(const struct gang *g, struct periode p)
{
	for (size_t i = 0; i < g->lezer.periode_count; i++)
		if (periode_equal(g->lezer.periodes[i], p))
			return true;
	return false;
}

/* "42", "1 tot en met 4", "onbekend". */
static char *value_text(const struct cell_waarde *w)
{
	static const char *const words[] = {
		[STAAT_WAARDE] = "",
		[STAAT_AFGESCHERMD] = "afgeschermd",
		[STAAT_NIET_GELEVERD] = "niet geleverd",
		[STAAT_NVT] = "niet van toepassing",
		[STAAT_ONBEKEND] = "onbekend",
	};
	struct str s = STR_INIT;

	if (!w->begrensd)
		str_add(&s, words[w->staat]);
	else
		num_add_decimal(&s, (struct decimal){w->min, w->schaal});
	if (w->begrensd && w->max != w->min) {
		str_add(&s, " tot en met ");
		num_add_decimal(&s, (struct decimal){w->max, w->schaal});
	}
	return str_detach(&s);
}

/* `new` NULL: the figure disappears. */
static void tell_change(struct gang *g, const struct oogst_item *old, const struct oogst_item *new)
{
	struct import_result *r = g->out;
	struct str periode = STR_INIT;

	if (r->wijziging_count == IMPORT_WIJZIGINGEN)
		return;
	if (!r->wijziging)
		r->wijziging = mem_new(IMPORT_WIJZIGINGEN, sizeof *r->wijziging);
	periode_add_code(&periode, old->periode);
	r->wijziging[r->wijziging_count++] = (struct import_wijziging){
		.gebied = gebied_by_id(g->ctx->gebieden, old->gebied),
		.periode = str_detach(&periode),
		.kenmerk = mem_dup(old->kenmerk),
		.maat = mem_dup(old->maat),
		.oud = value_text(&old->waarde),
		.nieuw = new ? value_text(&new->waarde) : NULL,
		.regel = new ? new->regel : 0,
	};
}

/* Counts what this delivery does; what stood for its periods and is not in it has disappeared from it. */
static void compare(struct gang *g)
{
	struct import_verschil *v = &g->out->verschil;

	for (size_t i = 0; i < g->nu.count; i++) {
		const struct oogst_item *old = oogst_find(&g->was, &g->nu.item[i]);

		if (!old) {
			v->nieuw++;
			continue;
		}
		if (oogst_same_value(old, &g->nu.item[i])) {
			v->ongewijzigd++;
		} else {
			v->gewijzigd++;
			tell_change(g, old, &g->nu.item[i]);
		}
		if (old->levering > g->vervangt)
			g->vervangt = old->levering;
	}
	for (size_t i = 0; i < g->was.count; i++)
		if (period_delivered(g, g->was.item[i].periode) && !oogst_find(&g->nu, &g->was.item[i])) {
			if (!g->bron.def->hele_levering) {
				v->blijft++;
				continue;
			}
			v->verdwenen++;
			tell_change(g, &g->was.item[i], NULL);
		}
}

/* Every figure stands already, with the same status: loading it again would add nothing. */
static bool adds_nothing(const struct gang *g)
{
	const struct import_verschil *v = &g->out->verschil;

	if (!g->vervangt || v->nieuw || v->gewijzigd ||
		(v->verdwenen && g->bron.def->hele_levering) || g->lijst.nieuw || g->lijst.gewijzigd || g->lijst.verdwenen)
		return false;
	for (size_t i = 0; i < g->nu.count; i++)
		if (oogst_find(&g->was, &g->nu.item[i])->voorlopig == g->lezer.definitief)
			return false;
	return true;
}

/* A register of another day says something by its day alone. 1 the same day, 0 another. */
static int same_day(struct gang *g, struct err *err)
{
	const struct stand now = {DATE_NONE, 0};
	struct levering newest = {0};
	int found;

	if (g->bron.def->rijen != RIJEN_REGISTER || g->bron.def->periode.soort != PERIODE_DAG || g->lezer.periode_count != 1)
		return 1;
	found = register_store_newest(g->ctx->store, g->bron.def->bron, now, &newest, err);
	if (found > 0)
		found = newest.periode.soort == PERIODE_GEEN || periode_equal(newest.periode, g->lezer.periodes[0]);
	levering_release(&newest);
	return found;
}

/* A register is delivered whole each time, and changing is what it is for; its older versions stay. */
static bool changes_figures(const struct gang *g)
{
	int64_t changed = g->out->verschil.gewijzigd - g->lijst.gewijzigd;
	int64_t gone = g->out->verschil.verdwenen - g->lijst.verdwenen;

	return g->bron.def->rijen != RIJEN_REGISTER && (changed > 0 || (gone > 0 && g->bron.def->hele_levering));
}

static void tell_partial(struct gang *g)
{
	const struct import_verschil *v = &g->out->verschil;

	if (v->blijft && v->gewijzigd + v->ongewijzigd > 0)
		finding_add(&g->out->bevindingen, ERNST_MELDING, "volledig", 0,
			"%lld eerder geladen %s niet in dit bestand; die blijven staan.", (long long)v->blijft,
			v->blijft == 1 ? "cijfer staat" : "cijfers staan");
}

static void warn_provisional(struct gang *g)
{
	int64_t final = 0;

	for (size_t i = 0; i < g->nu.count && !g->lezer.definitief; i++) {
		const struct oogst_item *old = oogst_find(&g->was, &g->nu.item[i]);

		final += old && !old->voorlopig;
	}
	if (final)
		finding_advise(finding_add(&g->out->bevindingen, ERNST_WAARSCHUWING, "status", 0,
				       "%lld %s al definitief; deze levering is voorlopig.", (long long)final,
				       final == 1 ? "cijfer is" : "cijfers zijn"),
			"Kijk of dit geen oude versie van het bestand is.");
}

/* ---- storing ------------------------------------------------------------------------------- */

static int add_levering(struct gang *g, int64_t *nr, struct err *err)
{
	const struct import_def *def = g->bron.def;
	struct levering l = {
		.bestand = mem_dup(file_base(g->path)),
		.sha256 = mem_dup(g->sniff.hash.hex),
		.bytes = g->sniff.bytes,
		.bron = mem_dup(def->levert),
		.profiel_versie = def->versie,
		.profiel_hash = mem_dup(def->hash),
		.periode = g->lezer.periode_count == 1 ? g->lezer.periodes[0] : (struct periode){.soort = PERIODE_GEEN},
		.status = g->lezer.definitief ? LEVERING_DEFINITIEF : LEVERING_VOORLOPIG,
		.geladen_op = mem_dup(g->ctx->nu),
		.geladen_door = mem_dup(g->ctx->door ? g->ctx->door : "onbekend"),
		.vervangt = g->vervangt,
		.volledig = def->hele_levering,
		.herkend = mem_dup(g->out->herkend),
		.regels = g->lezer.regels,
		.waarnemingen = (int64_t)g->nu.count,
	};
	int result = levering_store_add(g->ctx->store, &l, err);

	*nr = l.nr;
	levering_release(&l);
	return result;
}

static int add_waarnemingen(struct gang *g, int64_t nr, struct err *err)
{
	for (size_t i = 0; i < g->nu.count; i++) {
		const struct oogst_item *item = &g->nu.item[i];
		const struct waarneming w = {
			.levering = nr,
			.gebied = item->gebied,
			.periode = item->periode,
			.kenmerk = item->kenmerk,
			.maat = item->maat,
			.staat = item->waarde.staat,
			.begrensd = item->waarde.begrensd,
			.min = item->waarde.min,
			.max = item->waarde.max,
			.schaal = item->waarde.schaal,
			.regel = item->regel,
		};

		if (waarneming_store_add(g->ctx->store, g->bron.def->levert, &w, err) < 0)
			return -1;
	}
	return 0;
}

static int add_bevindingen(struct gang *g, int64_t nr, struct err *err)
{
	static const char *const words[] = {"fout", "waarschuwing", "melding"};

	for (size_t i = 0; i < g->out->bevindingen.count; i++) {
		const struct finding *f = &g->out->bevindingen.item[i];
		const struct bevinding b = {words[f->ernst], f->rule, f->line, f->column, f->text, f->advice};

		if (bevinding_store_add(g->ctx->store, nr, &b, err) < 0)
			return -1;
	}
	return 0;
}

static int save(struct gang *g, struct err *err)
{
	char *result = NULL;
	int64_t nr, kept;
	int rc = -1;

	if (add_levering(g, &nr, err) < 0 || add_waarnemingen(g, nr, err) < 0 || add_bevindingen(g, nr, err) < 0 ||
		bewaar_store(g->ctx->store, &g->lezer, nr, &kept, err) < 0 ||
		(g->gebieden.count && gebied_store_save(g->ctx->store, &g->gebieden, err) < 0))
		return -1;
	g->out->waarnemingen += kept;
	result = mem_printf("levering %lld: %lld rijen, %zu cijfers; %lld nieuw, %lld gewijzigd, %lld ongewijzigd", (long long)nr,
		(long long)g->lezer.regels, g->nu.count, (long long)g->out->verschil.nieuw,
		(long long)g->out->verschil.gewijzigd, (long long)g->out->verschil.ongewijzigd);
	if (logboek_add(g->ctx->store, g->ctx->nu, g->ctx->door ? g->ctx->door : "onbekend", "laden", g->bron.def->bron,
		    result, err) == 0 &&
		store_commit(g->ctx->store, err) == 0) {
		g->in_transaction = false;
		g->out->levering = nr;
		g->out->uitslag = IMPORT_GELADEN;
		rc = 0;
	}
	free(result);
	return rc;
}

/* ---- deciding ------------------------------------------------------------------------------ */

/* The delivery with this number: when it was loaded. */
static int already(struct gang *g, const struct levering *l)
{
	g->out->uitslag = IMPORT_AL_GELADEN;
	g->out->levering = l->nr;
	free(g->out->al_geladen_op);
	g->out->al_geladen_op = mem_dup(l->geladen_op);
	return 0;
}

static int already_standing(struct gang *g, struct err *err)
{
	struct levering l = {0};
	int found = levering_store_get(g->ctx->store, g->vervangt, &l, err);

	if (found < 0)
		return -1;
	if (found)
		already(g, &l);
	levering_release(&l);
	return 0;
}

/* Where the name says period or status, the same bytes under another name are another delivery. */
static bool same_name(const struct gang *g, const struct levering *l)
{
	return !g->bron.def->periode.patroon || text_equal(l->bestand, file_base(g->path));
}

/* 1 when these bytes were loaded before. */
static int same_file(struct gang *g, struct err *err)
{
	struct levering l = {0};
	int found;

	if (!g->ctx->store)
		return 0;
	found = levering_store_find_hash(g->ctx->store, g->bron.def->levert, g->sniff.hash.hex, &l, err);
	if (found > 0 && same_name(g, &l)) {
		already(g, &l);
		g->out->zelfde_bestand = true;
	} else if (found > 0) {
		found = 0;
	}
	levering_release(&l);
	return found;
}

/* Rows that are kept count in what the user sees, not in whether earlier figures change. */
static void tell_difference(struct gang *g)
{
	struct import_verschil *v = &g->out->verschil;

	v->nieuw += g->lijst.nieuw;
	v->gewijzigd += g->lijst.gewijzigd;
	v->verdwenen += g->lijst.verdwenen;
	v->ongewijzigd += g->lijst.ongewijzigd;
}

/* Everything that needs the figures that stand, in one moment of the database. */
static int settle(struct gang *g, struct err *err)
{
	int found;

	if (oogst_from_store(g->ctx->store, g->bron.def->levert, &g->was, err) < 0)
		return -1;
	found = same_file(g, err); /* again: another window may have loaded it meanwhile */
	if (found)
		return found < 0 ? -1 : 0;
	compare(g);
	if (bewaar_compare(g->ctx->store, &g->lezer, &g->lijst, &g->vervangt, err) < 0)
		return -1;
	if (g->bron.def->rijen == RIJEN_GEBIEDEN)
		gebieden_compare(g->path, g->ctx->gebieden, &g->gebieden, &g->lijst, &g->out->bevindingen);
	if (refused(g))
		return 0;
	if (adds_nothing(g)) {
		found = same_day(g, err);
		if (found)
			return found < 0 ? -1 : already_standing(g, err);
	}
	tell_difference(g);
	check_previous(&g->lezer, &g->nu, &g->was);
	via_tell_mixed(&g->lezer, &g->was);
	warn_provisional(g);
	tell_partial(g);
	if (refused(g))
		return 0;
	if (g->opt->proef)
		g->out->uitslag = IMPORT_PROEF_GOED;
	else if (changes_figures(g) && !g->opt->vervang)
		g->out->uitslag = IMPORT_VRAAGT_VERVANG;
	else
		return save(g, err);
	return 0;
}

static int decide(struct gang *g, struct err *err)
{
	int result;

	oogst_from_lezer(&g->lezer, &g->nu);
	g->out->waarnemingen = (int64_t)g->nu.count;
	if (!g->ctx->store) {
		g->out->uitslag = IMPORT_PROEF_GOED;
		return 0;
	}
	if ((g->opt->proef ? store_begin_read(g->ctx->store, err) : store_begin(g->ctx->store, err)) < 0)
		return -1;
	g->in_transaction = true;
	result = settle(g, err);
	if (g->in_transaction)
		store_rollback(g->ctx->store);
	return result;
}

static int run(struct gang *g, struct err *err)
{
	int found;

	if (look(g, err) < 0)
		return -1;
	if (refused(g))
		return 0;
	found = same_file(g, err);
	if (found)
		return found < 0 ? -1 : 0;
	if (read_and_check(g, err) < 0 || check_unchanged(g, err) < 0)
		return -1;
	return refused(g) ? 0 : decide(g, err);
}

int import_file(const struct import_context *ctx, const char *path, const struct import_options *opt,
	struct import_result *out, struct err *err)
{
	struct gang g = {.ctx = ctx, .opt = opt, .path = path, .out = out};
	int result;

	*out = (struct import_result){0};
	result = run(&g, err);
	oogst_release(&g.nu);
	oogst_release(&g.was);
	object_list_release(&g.objecten);
	koppeling_list_release(&g.koppeling);
	gebied_list_release(&g.gebieden);
	if (g.lezer_open)
		lezer_release(&g.lezer);
	herkend_release(&g.bron);
	return result;
}
