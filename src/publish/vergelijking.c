#include "publish/vergelijking.h"

#include <string.h>

#include "base/str.h"
#include "publish/rounding.h"

int vergelijking_load(struct vergelijking *out, struct store *store, struct stand stand, struct err *err)
{
	*out = (struct vergelijking){.rijen = {.count = 0}};
	return register_store_load(store, "vergelijking", stand, &out->rijen, err);
}

void vergelijking_release(struct vergelijking *v)
{
	register_list_release(&v->rijen);
}

static bool same_periode(const struct register_rij *rij, const struct cel *c)
{
	struct err ignored = ERR_INIT;
	struct periode p;
	bool same = periode_parse(register_waarde(rij, "periode"), &p, &ignored) == 0 && periode_equal(p, c->periode);

	err_release(&ignored);
	return same;
}

static bool names(const char *list, const char *word)
{
	size_t len = strlen(word);

	while (*list) {
		size_t n = strcspn(list, "|");

		if (n == len && strncmp(list, word, n) == 0)
			return true;
		list += n + (list[n] == '|');
	}
	return false;
}

/* Is every break that touches the figure of the gemeente, up to and including its period, in the other figure too? */
static bool same_breaks(const struct register_rij *rij, const struct layer *layer, const struct cel *c)
{
	for (size_t i = 0; i < layer->defs->breuk_count; i++) {
		const struct breuk_def *b = &layer->defs->breuk[i];
		bool ours = (strcmp(b->indicator, "*") == 0 || strcmp(b->indicator, c->indicator->id) == 0) &&
			(strcmp(b->niveau, "*") == 0 || strcmp(b->niveau, "gemeente") == 0);

		if (ours && !b->vergelijkbaar && date_cmp(b->op, c->periode.eind) <= 0 &&
			!names(register_waarde(rij, "breuken"), b->id))
			return false;
	}
	return true;
}

static bool same_version(const struct register_rij *rij, const struct cel *c)
{
	struct str version = STR_INIT;
	bool same;

	num_add_int(&version, c->indicator->versie);
	same = strcmp(register_waarde(rij, "definitie_versie"), str_text(&version)) == 0;
	str_release(&version);
	return same;
}

enum elders_reden vergelijking_kan(const struct register_rij *rij, const struct layer *layer, const struct cel *c)
{
	if (!same_periode(rij, c))
		return ELDERS_ANDERE_PERIODE;
	if (!same_version(rij, c))
		return ELDERS_ANDERE_DEFINITIE;
	return same_breaks(rij, layer, c) ? ELDERS_KAN : ELDERS_BREUK;
}

static bool about(const struct register_rij *rij, const struct cel *c)
{
	return strcmp(register_waarde(rij, "indicator"), c->indicator->id) == 0;
}

/* Does the group of this row have a row of the period too, or did an earlier row of it speak already? */
static bool spoken_for(const struct vergelijking *v, size_t at, const struct cel *c)
{
	const char *group = register_waarde(&v->rijen.item[at], "groep");

	for (size_t i = 0; i < v->rijen.count; i++) {
		const struct register_rij *other = &v->rijen.item[i];

		if (i != at && about(other, c) && strcmp(register_waarde(other, "groep"), group) == 0 &&
			(same_periode(other, c) || i < at))
			return true;
	}
	return false;
}

/* As it was delivered, with a decimal comma. */
static void add_value(struct str *s, const struct register_rij *rij, const struct cel *c)
{
	for (const char *p = register_waarde(rij, "waarde"); *p; p++)
		str_add_char(s, *p == '.' ? ',' : *p);
	rounding_add_unit(s, c->indicator->eenheid);
}

void vergelijking_add(struct str *s, const struct vergelijking *v, const struct layer *layer, const struct cel *c)
{
	static const char *const why[] = {[ELDERS_ANDERE_PERIODE] = "andere periode",
		[ELDERS_ANDERE_DEFINITIE] = "andere definitie", [ELDERS_BREUK] = "breuk in de reeks"};
	bool first = true;

	if (!c->heeft_waarde || !c->gebied->eigen || strcmp(c->gebied->niveau, "gemeente") != 0)
		return;
	for (size_t i = 0; i < v->rijen.count; i++) {
		const struct register_rij *rij = &v->rijen.item[i];
		enum elders_reden reden;

		if (!about(rij, c))
			continue;
		reden = vergelijking_kan(rij, layer, c);
		if (reden == ELDERS_ANDERE_PERIODE && spoken_for(v, i, c))
			continue;
		str_add_f(s, "%s%s", first ? "" : "; ", register_waarde(rij, "groep"));
		first = false;
		if (reden == ELDERS_KAN) {
			str_add_char(s, ' ');
			add_value(s, rij, c);
		} else {
			str_add_f(s, ": niet te vergelijken (%s)", why[reden]);
		}
	}
}
