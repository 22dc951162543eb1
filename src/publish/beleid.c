#include "publish/beleid.h"

#include <string.h>

#include "base/num.h"
#include "publish/disclosure.h"

static bool has(const char *const *id, size_t count, const char *wanted)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(id[i], wanted) == 0)
			return true;
	return false;
}

static bool is_hidden(enum reden reden)
{
	return reden == REDEN_AFGESCHERMD || reden == REDEN_TE_KLEIN_VOOR_PROCENT;
}

struct beleid_telling beleid_count(const struct layer *layer, const char *const *id, size_t id_count)
{
	struct beleid_telling t = {0, 0};

	for (size_t i = 0; i < layer->count; i++) {
		const struct cel *c = &layer->cel[i];

		if ((!c->heeft_waarde && !is_hidden(c->reden)) || (id && !has(id, id_count, c->indicator->id)))
			continue;
		t.cijfers++;
		t.afgeschermd += is_hidden(c->reden);
	}
	return t;
}

/* "Openbaar zijn alleen de cijfers per gemeente en wijk. " */
static void add_niveaus(struct str *s, const struct privacy_def *policy)
{
	for (size_t i = 0; i < policy->niveau_count; i++) {
		str_add(s, i == 0 ? "Openbaar zijn alleen de cijfers per " : i + 1 < policy->niveau_count ? ", " : " en ");
		str_add(s, policy->niveau[i]);
	}
	if (policy->niveau_count)
		str_add(s, ". ");
}

/* "Alleen over drie jaren samen: ARB-01. " */
static void add_samen(struct str *s, const struct privacy_def *policy)
{
	for (size_t i = 0; i < policy->samen_count; i++)
		str_add_f(s, "%s%s", i == 0 ? "Alleen over drie jaren samen: " : i + 1 < policy->samen_count ? ", " : " en ",
			policy->samen[i].indicator);
	if (policy->samen_count)
		str_add(s, ". ");
}

void beleid_add(struct str *s, const struct privacy_def *policy, struct beleid_telling t)
{
	struct disclosure_rule plain = disclosure_rule_of(policy, false), strict = disclosure_rule_of(policy, true);

	str_add(s, "Privacyregels: aantallen van 1 tot en met ");
	num_add_int(s, plain.k - 1);
	if (strict.k != plain.k) {
		str_add(s, " (gevoelige onderwerpen: tot en met ");
		num_add_int(s, strict.k - 1);
		str_add_char(s, ')');
	}
	str_add(s, " staan er niet in, en zijn er niet uit te berekenen. 'Niemand' en 'iedereen' ");
	str_add(s, plain.nul_tonen ? "staan er wel in. " : "staan er niet in. ");
	str_add(s, "Bij minder dan ");
	num_add_int(s, plain.n_min);
	str_add(s, " kinderen staat er geen percentage. ");
	add_niveaus(s, policy);
	add_samen(s, policy);
	str_add(s, "Afgeschermd: ");
	num_add_int(s, (int64_t)t.afgeschermd);
	str_add(s, " van de ");
	num_add_int(s, (int64_t)t.cijfers);
	str_add(s, " cijfers.");
}
