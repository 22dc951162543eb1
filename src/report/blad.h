/* blad.h - what the blocks of a themablad share: the definitions, the published layer and the page being
 * written. Inside the room only; themablad.c owns it and calls the blocks in their fixed order
 * (formats.md D.5). */
#ifndef REPORT_BLAD_H
#define REPORT_BLAD_H

#include "def/doel_graaf.h"
#include "def/report_def.h"
#include "report/chart.h"
#include "report/html.h"
#include "report/sentence.h"
#include "report/tekst.h"
#include "report/themablad.h"

/* A course chart and the indicator it belongs to. */
struct blad_verloop {
	const char *indicator;
	size_t chart; /* index in blad.chart */
	bool afgesneden; /* the axis does not begin at 0 */
};

struct blad {
	const struct report_input *in;
	const struct layer *layer;
	const struct definities *defs;
	struct zinnen *zinnen;
	struct report_def opmaak;
	struct doel_list doelen;
	const struct doel_def *lijn;	   /* the actielijn of this sheet */
	struct doel_set onder;		   /* it and all that falls under it */
	const struct gebied *gemeente;
	const struct indicator_def *hoofd; /* the first indicator; NULL while it is not built */
	const struct cel *stand;	   /* hoofd, gemeente, period of the sheet; may be NULL */
	struct chart *chart;
	size_t chart_count, chart_cap;
	struct blad_verloop *verloop;
	size_t verloop_count, verloop_cap;
	bool heeft_wijken; /* chart[wijken] shows the areas below the gemeente */
	size_t wijken;
	bool nieuwste;	/* the newest period with a value counts, not the period of the page */
	struct date op; /* the day of the data, from which "te laat" is measured */
	struct tekst tekst; /* what people wrote for this page and this reader; empty otherwise */
	bool getekend; /* gnuplot has drawn all charts */
	struct str css;
	struct html w;
};

/* ---- blad_pagina.c: what every page shares ---- */

/* Loads goals, layout, sentences and the style sheets of reports/ (NULL-terminated). Call blad_close in any
 * case. */
int blad_open(struct blad *b, const struct report_input *in, const char *const *css, struct err *err) MUST_USE;
void blad_close(struct blad *b);
/* Which actielijn (or other goal) the blocks are about. */
void blad_set_line(struct blad *b, const struct doel_def *lijn);
/* Draws all charts prepared so far; sets `getekend`. */
void blad_draw(struct blad *b);
/* Head and body up to the open <main>; `foot` for each printed page; `pages`: most on A4, or NULL. */
void blad_begin(struct blad *b, struct str *out, const char *title, const char *foot, const char *pages);
void blad_end(struct blad *b);
/* "intern, niet verspreiden", "fictief". */
void blad_merken(struct blad *b);
/* The privacy rules and how many figures they hide, of the actielijn or (`alles`) of the whole layer; nothing in
 * edition intern. */
void blad_beleid(struct blad *b, bool alles);
/* 2026-07-21 as "21 juli 2026". */
void blad_datum(struct str *s, const char *iso);

/* ---- blad_mens.c: what people wrote ---- */

/* Reads reports/tekst/<naam>.md of the werkmap. Edition openbaar takes it only when its head says so. */
int blad_load_tekst(struct blad *b, const char *naam, struct err *err) MUST_USE;
/* The same for a page of the period: <soort>-2026-K2. */
int blad_load_tekst_periode(struct blad *b, const char *soort, struct err *err) MUST_USE;
/* "concept", or "definitief" as long as the accepted text still rests on the newest data. */
const char *blad_status(const struct blad *b);
/* Who answers for the generated text of the page: the program alone, or somebody who accepted it. */
void blad_herkomst(struct blad *b);
/* The part under a heading, between its marks, with role and date; false and nothing when there is none. */
bool blad_mens(struct blad *b, const char *kop);
/* A block of its own for it. */
void blok_mens(struct blad *b, const char *kop, enum zin titel);

/* ---- blad_over.c ---- */

/* The account of what was recorded, in report_input.opname (set). */
void blad_over(struct blad *b);

/* ---- blad_data.c: looking things up ---- */

/* The newest period of this indicator that ends on or before the sheet's period; its own period where the
 * kinds are equal. false: no such cell at the gemeente. */
bool blad_periode(const struct blad *b, const struct indicator_def *def, struct periode *out);
/* The cell of an indicator for the whole gemeente in that period; NULL when there is none. */
const struct cel *blad_cel(const struct blad *b, const char *indicator);
/* The areas below the gemeente that are valid in a period, by code; without those that have neither
 * doelgroep nor figures. Caller frees the array, not its items. */
const struct gebied **blad_wijken(const struct blad *b, struct periode p, size_t *count) MUST_USE;
/* Not drawn because no doelgroep is expected there; caller frees the array. */
const struct gebied **blad_zonder_doelgroep(const struct blad *b, struct periode p, size_t *count) MUST_USE;
/* Every indicator that a goal asks for, once, in the order of the goals; caller frees the array. */
const char **blad_indicatoren(const struct blad *b, size_t *count) MUST_USE;
/* Name for a heading: of the definition, or of reports/themablad.json, or the id. Borrowed. */
const char *blad_naam(const struct blad *b, const char *indicator);
/* What the first indicator counts: "kinderen", "scholen". */
const char *blad_meervoud(const struct blad *b);
/* A printed value without "per 1.000" or "procentpunt" behind it, for where the unit stands above; "%" stays, as
 * does an unknown. NULL for NULL; caller frees. */
char *blad_zonder_eenheid(const struct indicator_def *def, const char *tekst) MUST_USE;
const char *blad_wijk_woord(const struct blad *b);   /* "wijk" */
const char *blad_wijken_woord(const struct blad *b); /* "wijken" */
/* What the figure is elsewhere, or why that may not be said; NULL when nothing was delivered about it; caller frees. */
char *blad_elders(const struct blad *b, const struct cel *c) MUST_USE;
/* The same for all headline figures, as a note (block 3). */
void blad_elders_noot(struct blad *b);
/* Are small areas shown as groups in this period? (blad_groepen.c) */
bool blad_heeft_groepen(const struct blad *b, struct periode p);
/* Which areas each group holds, as a list; nothing without groups. */
void blad_groepen(struct blad *b, struct periode p);
/* Who decides here, with its article: "de stuurgroep". Borrowed. */
const char *blad_overleg(const struct blad *b);
/* "Lokaal Educatieve Agenda <gemeente>", as this gemeente calls it; caller frees. */
char *blad_agenda(const struct blad *b) MUST_USE;

/* ---- blad_cijfer.c: what the page shows ---- */

/* The page shows this cell: gives it back (NULL too). What a page prints of a cell goes through here or through
 * blad_vind, which looks it up as layer_find does. */
const struct cel *blad_gezien(const struct blad *b, const struct cel *c);
const struct cel *blad_vind(const struct blad *b, const char *indicator, const struct gebied *gebied, struct periode p);
/* A number beside the cells: a term with its exact value (decimal point) and as printed; `c` may be NULL. */
void blad_term(const struct blad *b, const struct cel *c, const char *term, const char *waarde, const char *tekst);
void blad_getal(const struct blad *b, const struct cel *c, const char *term, int64_t n);
/* blad_getal without a figure, and gives it as it must be printed; caller frees. */
char *blad_aantal(const struct blad *b, const char *term, int64_t n) MUST_USE;
void blad_getal_reeel(const struct blad *b, const struct cel *c, const char *term, double value, int decimals);
/* layer_kloof, with its terms. */
const struct kloof_deel *blad_kloof(const struct blad *b, const char *indicator, struct periode p);
/* The numbers along the axis of a chart. */
void blad_as(const struct blad *b, const struct cel *c, double van, double tot, double stap);

/* ---- blad_schrijf.c: small pieces of page ---- */

void blad_kop(struct blad *b, const char *id, enum zin zin, const struct veld *velden); /* <h2> */
void blad_alinea(struct blad *b, const char *class, enum zin zin, const struct veld *velden);
void blad_tekst(struct blad *b, const char *class, const char *text); /* <p> */
/* A table inside a frame that can be moved sideways on a small screen. Bit i of `getallen`: column i holds
 * numbers. `stil`: the caption is for who cannot see the table only. */
void blad_tabel_open(struct blad *b, const char *class, const char *caption, bool stil, const enum zin *kop,
	size_t count, unsigned getallen);
void blad_tabel_close(struct blad *b);
/* <th scope="row"> with an id behind the name; id may be NULL. Opens the row. */
void blad_rij_open(struct blad *b, const char *naam, const char *id);
void blad_rij_close(struct blad *b);
/* A cell; "–" for NULL or "". */
void blad_td(struct blad *b, const char *text);
void blad_td_getal(struct blad *b, const char *text);
void blad_td_aantal(struct blad *b, size_t aantal);
void blad_td_datum(struct blad *b, struct date d, enum zin zonder);
/* Behind the place of a goal whose term has passed: until when it ran. */
void blad_verlopen(struct blad *b, const struct doel_def *d);
/* The last meeting about the goal of the sheet, and what was decided there (blad_overleg.c); needs registers. */
void blad_besproken(struct blad *b);
/* Every meeting about it: sheet, minutes, decisions with their state. */
void blad_besproken_tabel(struct blad *b);
const char *blad_besluit_staat(const struct blad *b, enum besluit_staat staat); /* "loopt"; borrowed */
/* "op tijd (11 dagen)"; NULL when no minutes are due; caller frees. */
char *blad_verslag(const struct blad *b, const struct overleg *o) MUST_USE;
const char *blad_actie_staat(const struct blad *b, enum actie_staat staat); /* "loopt"; borrowed */
/* One action: what, who, when, how it stands (blad_acties.c). */
void blad_actie_rij(struct blad *b, const struct actie *a);
/* A chart, or nothing when it was not drawn. */
void blad_grafiek(struct blad *b, size_t chart, const char *class);

/* A delivery as a source line: number, file, source, day. */
void blad_bron(struct str *s, struct blad *b, const struct report_bron *bron);

/* Symbols beside the words of two columns; static. */
const char *blad_feit_symbol(enum feit feit);
const char *blad_zekerheid_symbol(enum zekerheid z);

/* ---- the blocks ---- */

void blad_prepare_verloop(struct blad *b);
/* One more course chart; false when there is nothing to draw. */
bool blad_add_verloop(struct blad *b, const struct indicator_def *def);
/* The chart with its head and notes; with the table under it when `tabel`. */
void blad_panel(struct blad *b, const struct blad_verloop *v, bool tabel);
/* A day as a year with its fraction, as the axis of a course counts. */
double blad_jaar(int64_t days);
/* "De as loopt van 70% tot 100%."; caller frees. */
char *blad_as_tekst(const struct blad *b, double from, double to, const char *unit) MUST_USE;
void blad_prepare_wijken(struct blad *b);
void blok_kop(struct blad *b);		     /* 1, blad_kop.c */
void blok_afspraak(struct blad *b);		     /* 2 */
void blok_oogopslag(struct blad *b);		     /* 3, blad_oogopslag.c */
void blok_tot_de_norm(struct blad *b);		     /* 3, both sums */
void blok_verloop(struct blad *b);		     /* 4, blad_verloop.c */
void blok_wijken(struct blad *b);		     /* 5, blad_wijken.c */
void blok_veranderd(struct blad *b);		     /* 6, blad_veranderd.c */
void blok_acties(struct blad *b);		     /* 7, blad_acties.c */
void blok_besluit(struct blad *b);		     /* 7b */
void blok_vragen(struct blad *b);		     /* 8, blad_vragen.c */
void blok_lezen(struct blad *b);		     /* 9, blad_lezen.c */

#endif
