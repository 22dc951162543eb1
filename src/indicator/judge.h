/* judge.h - one figure against its norm: feit (exact), zekerheid (can it be chance), children
 * short, and the one word that follows. Pure: no store, no words for readers, no clock; every
 * boundary is a unit test.
 *
 * Two statements that are never merged (goals.md 0): feit compares whole numbers and knows no
 * doubt; zekerheid asks how likely such a count is when the true share lies exactly on the norm.
 * Equality counts as met, in both directions. Sources: calculation.md E.1, E.2, E.6. */
#ifndef INDICATOR_JUDGE_H
#define INDICATOR_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/num.h"
#include "def/norm_def.h"
#include "def/uitkomst.h"

/* How chance is thought to work on the count. */
enum judge_model {
	JUDGE_GEEN,     /* methode geen: no statement on chance */
	JUDGE_BINOMIAL, /* x of n: exact binomial tail */
	JUDGE_WILSON,   /* x of n: the Wilson interval excludes the norm; to compare with other
			   monitors */
	JUDGE_POISSON   /* x events beside n: exact Poisson tail */
};

/* A norm as fractions of the unjudged numbers: x/n is compared with `grens`, or x itself where the
 * soort has no noemer (the caller then gives n = 1). */
struct judge_norm {
	enum norm_soort soort;
	struct fraction grens;     /* the minimum, the maximum, or the lower edge of a band */
	struct fraction bovenkant; /* of a band */
	bool heeft_bijna, heeft_afwijking;
	struct fraction bijna;
	struct fraction afwijking; /* accepted for this area and day: see judge_afwijking */
};

/* ceil(f * n) and floor(f * n), n >= 0, f >= 0: the number of children a minimum asks, and a
 * maximum allows. False when the product does not fit in 64 bits; *out is then unchanged.
 * calculation.md E.1. */
bool judge_need(struct fraction f, int64_t n, int64_t *out) MUST_USE;
bool judge_allowed(struct fraction f, int64_t n, int64_t *out) MUST_USE;

/* Which side of the norm x/n lies on: 0 met, -1 below a minimum or band, 1 above a maximum or band.
 * n > 0. */
int judge_side(int64_t x, int64_t n, const struct judge_norm *norm);

/* Children short (minimum) or too many (maximum), 0 when met. False on overflow. */
bool judge_tekort(int64_t x, int64_t n, const struct judge_norm *norm, int64_t *out) MUST_USE;

/* P(X <= x) and P(X >= x) when the true share (or rate) is exactly `p0`; NaN under JUDGE_GEEN. */
struct tails {
	double onder, boven;
};
struct tails judge_tails(enum judge_model model, int64_t x, int64_t n, struct fraction p0);

/* The tail that goes with a two-sided level: exactly 0.025 for 0.95, 0.001 for 0.998. */
double judge_tail(double niveau);

/* ZEKER_GOED, ZEKER_FOUT, TOEVAL, or GEEN under JUDGE_GEEN. `niveau` is the two-sided level: 0.95
 * asks a tail of at most 0.025. Under JUDGE_BINOMIAL and JUDGE_WILSON 0 <= x <= n. */
enum zekerheid judge_zekerheid(
	enum judge_model model, int64_t x, int64_t n, const struct judge_norm *norm, double niveau);

/* What is known of a figure, before any norm. */
enum judge_gegevens {
	GEGEVENS_WAARDE,
	GEGEVENS_NIET_GELEVERD,
	GEGEVENS_ONBEKEND,
	GEGEVENS_NVT,
	GEGEVENS_AFGESCHERMD, /* by the source, without bounds */
	GEGEVENS_FOUT /* teller above noemer; several rows where one value was to be delivered */
};

/* All that decides the word. */
struct judge_facts {
	enum judge_gegevens gegevens;
	bool geen_doelgroep; /* noemer is 0 */
	bool onvolledig;
	bool geen_oordeel; /* richting of the indicator */
	bool heeft_norm;
	enum feit feit;
	enum zekerheid zekerheid;
	bool te_weinig; /* n below n_min */
	bool bijna;     /* not met, at or on the good side of bijna_norm */
	bool afwijking; /* not met, within a valid accepted deviation */
};

/* The decision order of calculation.md E.6, in one place. */
enum status judge_status(const struct judge_facts *facts);

/* The figure to judge. A range is judged only when the whole of it lies on one side. */
struct judge_case {
	enum judge_gegevens gegevens;
	struct bereik teller, noemer; /* noemer not bekend: the soort has none */
	bool subset;                  /* teller counts part of the noemer: no more than it */
	bool onvolledig, geen_oordeel;
	enum judge_model model;
	double niveau;
	int64_t n_min;                  /* 0: no minimum */
	bool geen_doelgroep, te_weinig; /* known to the caller otherwise than from the noemer */
	bool heeft_norm;
	struct judge_norm norm;
};

struct oordeel {
	enum status status;
	enum feit feit;
	enum zekerheid zekerheid;
	struct tails p; /* at the norm; NaN for a range and where nothing was judged */
	bool heeft_tekort;
	int64_t tekort_min, tekort_max;
};

/* Judges; cannot fail. Products that do not fit in 64 bits make feit NIET_TE_BEPALEN, never a wrong
 * one. */
void judge(const struct judge_case *c, struct oordeel *out);

/* The accepted deviation that holds for an area on a day, its end date included; NULL when there is
 * none. Borrowed from the norm. */
const struct afwijking *judge_afwijking(
	const struct norm_def *norm, const struct gebied *gebied, struct date op);

#endif
