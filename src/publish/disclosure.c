#include "publish/disclosure.h"

enum { K_FLOOR = 5 };

struct disclosure_rule disclosure_rule_of(const struct privacy_def *policy, bool gevoelig)
{
	struct disclosure_rule rule = {gevoelig ? policy->k_gevoelig : policy->k, policy->n_min_procent,
		policy->nul_tonen};

	if (rule.k < K_FLOOR)
		rule.k = K_FLOOR;
	if (rule.n_min < rule.k)
		rule.n_min = rule.k;
	return rule;
}

static bool is_small(int64_t count, int64_t k)
{
	return count > 0 && count < k;
}

struct disclosure disclosure_primary(struct disclosure_rule rule, int64_t x, int64_t n)
{
	const struct disclosure open = {true, true, true, REDEN_GEEN};
	const struct disclosure hidden = {false, true, false, REDEN_AFGESCHERMD};
	bool alone = n == DISCLOSURE_GEEN_NOEMER;

	if (!alone && n == 0)
		return (struct disclosure){false, true, false, REDEN_GEEN_DOELGROEP};
	if (!alone && is_small(n, rule.k))
		return (struct disclosure){false, false, false, REDEN_AFGESCHERMD};
	if (is_small(x, rule.k) || (!alone && is_small(n - x, rule.k)))
		return hidden;
	if (!rule.nul_tonen && (x == 0 || x == n))
		return hidden;
	if (!alone && n < rule.n_min)
		return (struct disclosure){true, true, false, REDEN_TE_KLEIN_VOOR_PROCENT};
	return open;
}

bool disclosure_words_allowed(struct disclosure_rule rule, int64_t n, struct fraction norm)
{
	int64_t room, asked;

	if (rule.nul_tonen || n < rule.n_min || n < 2 * rule.k)
		return false;
	/* n (den - num) >= (k - 1) den, in integers */
	return !__builtin_mul_overflow(n, norm.den - norm.num, &room) &&
		!__builtin_mul_overflow(rule.k - 1, norm.den, &asked) && room >= asked;
}
