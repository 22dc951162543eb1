/* words.h - the closed list of words for a verdict (calculation.md E.6), in Dutch. One function per column,
 * so that table, sentence, chart text and terminal cannot differ. Pure. */
#ifndef PUBLISH_WORDS_H
#define PUBLISH_WORDS_H

#include "base/str.h"
#include "def/norm_def.h"
#include "def/uitkomst.h"

/* What a norm is called, from its status: only what was vastgesteld is "norm" or, where its benaming
 * says so, "afgesproken ambitie". `kort` is the last word of it: "ambitie". */
struct norm_word {
	const char *lidwoord; /* "de", "het"; static */
	char *lang, *kort;    /* owned: norm_word_release */
};
struct norm_word norm_word(const struct norm_def *norm); /* NULL: "norm" */
void norm_word_release(struct norm_word *w);

/* "minimaal 92%", "maximaal 2,75%", "tussen 10 en 20%". */
void words_add_limit(struct str *s, const struct norm_def *norm);
/* "92% (vastgesteld)", "92% (richtwaarde)", "geen norm afgesproken" (NULL). */
void words_add_norm(struct str *s, const struct norm_def *norm);
/* "gehaald", "niet gehaald", "niet te bepalen", "-". */
const char *words_feit(enum feit feit);
/* "zeker boven de norm", "kan toeval zijn", "zeker onder de richtwaarde", "te weinig kinderen", "-". */
void words_add_zekerheid(struct str *s, enum zekerheid z, const struct norm_def *norm);
/* The words on the sheet: "norm gehaald, kan toeval zijn", "duidelijk onder de afgesproken ambitie",
 * "geaccepteerde afwijking tot 31 december 2026", "geen norm afgesproken" ... */
void words_add_status(struct str *s, const struct uitkomst *u);
/* "norm gehaald; minder dan 5 kinderen niet bereikt": of a hidden figure, at most `rest` not reached (E.5). */
void words_add_rest(struct str *s, const struct norm_def *norm, const struct indicator_def *def, int64_t rest);
/* The symbol of E.6, for a column of its own; never without the words. Static. */
const char *words_symbol(enum status status);
/* "hoger (+2,1 procentpunt)", "geen duidelijke verandering", "te klein om te zien", "niet te vergelijken:
 * reeksbreuk"; false and nothing added when there is nothing to compare with. */
bool words_add_change(struct str *s, const struct uitkomst *u);

/* "duidelijke stijging (2021-2025)", "aanwijzing voor daling (2021-2025)", "geen aantoonbare trend (2021-2025)",
 * "te weinig jaren voor een trend"; false and nothing added when no trend is computed. */
bool words_add_trend(struct str *s, const struct trend_deel *trend);
/* "op koers" ...; NULL when there is no pace. Static. */
const char *words_tempo(enum tempo_woord woord);

#endif
