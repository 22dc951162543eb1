/* attack.c - makes random tables, lets the product publish them as it publishes figures (productie.h), and attacks what
 * is left. Usage: attack [TABLES [FIRST]]. Status 1 when a secret was recovered, exactly or more narrowly than the
 * policy allows. See attacker.h and world.h. */
#include "attacker.h"
#include "productie.h"

struct count {
	uint64_t tables, refused, whole, hidden, figures;
	struct a_result naive, safe;
};

static void count_shown(const struct world *w, struct count *c)
{
	for (int v = 0; v < w->vars; v++) {
		if (!w->var[v].plek.is && w->p.cell[w->var[v].cell].access != PUZZLE_PRINTED)
			continue;
		c->figures++;
		c->hidden += !w_sees(w, v);
	}
}

/* What the product does not publish so is decided in the puzzle that was laid out by hand. */
static bool protect_puzzle(struct world *w)
{
	struct secondary_report report = {0};
	struct err err = ERR_INIT;
	bool safe = secondary_protect(&w->p, 0, &report, &err) == 0;

	secondary_report_release(&report);
	err_release(&err);
	return safe;
}

static void attack_table(uint64_t nr, struct count *c)
{
	struct world *w = malloc(sizeof(*w));
	struct err err = ERR_INIT;
	struct productie *p = NULL;
	struct a_result before;
	bool published;

	w_need(w != NULL, "geen geheugen");
	world_make(w, nr);
	w_need(puzzle_seal(&w->p, &err) == 0, "tabel klopt niet");
	c->tables++;
	attack_world(w, &c->naive); /* only what is small by itself is hidden */
	before = c->safe;
	if (productie_has(w)) {
		p = productie_make(w);
		published = p->published;
		c->whole += p->verslag.onveilig + p->verslag.tegenstrijdig > 0;
	} else {
		published = protect_puzzle(w);
	}
	if (published) {
		count_shown(w, c);
		attack_world(w, &c->safe);
		if (c->safe.exact > before.exact || c->safe.narrow > before.narrow || c->safe.insider > before.insider)
			printf("tabel %llu (%s): hersteld\n", (unsigned long long)nr, world_kinds[w->kind]);
	} else {
		c->refused++;
	}
	if (p)
		productie_free(p);
	world_release(w);
	free(w);
}

static void show(const char *what, const struct a_result *r)
{
	printf("%-28s geheimen %llu, exact %llu, te nauw %llu, door een insider %llu\n", what,
		(unsigned long long)r->secrets, (unsigned long long)r->exact, (unsigned long long)r->narrow,
		(unsigned long long)r->insider);
}

int main(int argc, char **argv)
{
	uint64_t tables = argc > 1 ? strtoull(argv[1], NULL, 10) : 20000;
	uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
	struct count all = {0};

	for (size_t kind = 0; kind < WORLD_KINDS; kind++) {
		struct count c = {0};

		for (uint64_t nr = first; nr < first + tables; nr++)
			if (nr % WORLD_KINDS == kind)
				attack_table(nr, &c);
		printf("%s: %llu tabellen, %llu geweigerd, %llu heel afgeschermd, %llu van %llu cellen verborgen\n",
			world_kinds[kind], (unsigned long long)c.tables, (unsigned long long)c.refused,
			(unsigned long long)c.whole, (unsigned long long)c.hidden, (unsigned long long)c.figures);
		show("  alleen R1-R4", &c.naive);
		show("  met aanvullende afscherming", &c.safe);
		all.tables += c.tables;
		all.safe.secrets += c.safe.secrets;
		all.safe.exact += c.safe.exact;
		all.safe.narrow += c.safe.narrow;
		all.safe.insider += c.safe.insider;
	}
	show("totaal", &all.safe);
	return all.safe.exact + all.safe.narrow + all.safe.insider > 0;
}
