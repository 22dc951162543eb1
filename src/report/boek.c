#include "report/boek.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/boek_lees.h"

/* A cell as the page has it. */
struct ruw {
	struct str tekst, id;
	struct str los;	      /* a small text beside it, while it is written; becomes one of: */
	struct str paar, bij; /* "530 van 583"; "voorlopig" */
	bool getal, datum;
};

struct ruw_rij {
	struct ruw *cel;
	size_t count, cap;
};

enum { NEST_MAX = 16 };

struct boek_opname {
	struct str titel;
	struct str *kop;
	size_t kop_count, kop_cap;
	struct ruw_rij *rij;
	size_t rij_count, rij_cap;
	bool in_thead, in_cel;
	size_t leeg; /* columns that the open cell covers beside its own */
	struct str *doel[NEST_MAX]; /* where text goes at each depth; NULL: nowhere */
	size_t depth;
};

/* ---- while the page is written ---------------------------------------------------------------- */

static bool has_class(const char *class, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = class; at && (at = strstr(at, word)); at += n)
		if ((at == class || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
			return true;
	return false;
}

static struct ruw *last_cell(struct boek_opname *o)
{
	struct ruw_rij *r = &o->rij[o->rij_count - 1];

	return &r->cel[r->count - 1];
}

static struct ruw *add_cell(struct boek_opname *o)
{
	struct ruw_rij *r = &o->rij[o->rij_count - 1];

	r->cel = mem_grow(r->cel, &r->cap, r->count + 1, sizeof(*r->cel));
	r->cel[r->count++] = (struct ruw){.getal = false};
	return last_cell(o);
}

/* Columns beside its own; a span is a small number of ours. */
static size_t covered(const char *colspan)
{
	struct err err = ERR_INIT;
	int64_t n = 1;

	if (colspan && num_parse_int(colspan, &n, &err))
		n = 1;
	err_release(&err);
	return n > 1 ? (size_t)(n - 1) : 0;
}

static void open_cell(struct boek_opname *o, const struct boek_element *e)
{
	struct ruw *c = add_cell(o);

	c->getal = has_class(e->class, "getal");
	c->datum = has_class(e->class, "datum");
	o->leeg = covered(e->colspan);
	o->in_cel = true;
}

/* Where the text inside this element goes. */
static struct str *target_of(struct boek_opname *o, const struct boek_element *e)
{
	struct str *outer = o->depth ? o->doel[o->depth - 1] : NULL;

	if (strcmp(e->naam, "caption") == 0)
		return &o->titel;
	if (e->verborgen)
		return NULL;
	if (!o->in_cel || !outer)
		return outer;
	if (has_class(e->class, "id"))
		return &last_cell(o)->id;
	return has_class(e->class, "van") ? &last_cell(o)->los : outer;
}

static void open_head(struct boek_opname *o)
{
	o->kop = mem_grow(o->kop, &o->kop_cap, o->kop_count + 1, sizeof(*o->kop));
	o->kop[o->kop_count++] = (struct str)STR_INIT;
}

void boek_open(struct boek *b, const struct boek_element *e)
{
	struct boek_opname *o = b->opname;
	bool cell = strcmp(e->naam, "td") == 0 || strcmp(e->naam, "th") == 0;
	struct str *target;

	if (strcmp(e->naam, "table") == 0) {
		assert(!o); /* a table in a table */
		b->opname = mem_new(1, sizeof(*b->opname));
		return;
	}
	if (!o)
		return;
	if (strcmp(e->naam, "thead") == 0)
		o->in_thead = true;
	if (strcmp(e->naam, "tr") == 0 && !o->in_thead) {
		o->rij = mem_grow(o->rij, &o->rij_cap, o->rij_count + 1, sizeof(*o->rij));
		o->rij[o->rij_count++] = (struct ruw_rij){NULL, 0, 0};
	}
	if (cell && o->in_thead)
		open_head(o);
	else if (cell)
		open_cell(o, e);
	if (cell)
		target = o->in_thead ? &o->kop[o->kop_count - 1] : &last_cell(o)->tekst;
	else
		target = target_of(o, e);
	assert(o->depth < NEST_MAX);
	o->doel[o->depth++] = target;
}

void boek_text(struct boek *b, const char *text)
{
	struct boek_opname *o = b->opname;

	if (o && o->depth && o->doel[o->depth - 1])
		str_add(o->doel[o->depth - 1], text);
}

/* A small text beside the value has ended. */
static void sort_out(struct ruw *r)
{
	struct boek_paar p;
	struct str *to = &r->bij;

	if (boek_read_paar(str_text(&r->los), &p)) {
		boek_paar_release(&p);
		to = &r->paar;
	}
	if (to->len)
		str_add_char(to, ' ');
	str_add(to, str_text(&r->los));
	str_clear(&r->los);
}

/* ---- when the table is whole ------------------------------------------------------------------- */

static void trim(struct str *s)
{
	size_t lead = strspn(str_text(s), " ");

	if (lead) {
		memmove(s->text, s->text + lead, s->len - lead + 1);
		s->len -= lead;
	}
	while (s->len && s->text[s->len - 1] == ' ')
		s->text[--s->len] = '\0';
	if (s->len && strcmp(s->text, "–") == 0)
		str_clear(s);
}

static const struct ruw *raw_at(const struct boek_opname *o, size_t rij, size_t kolom)
{
	return kolom < o->rij[rij].count ? &o->rij[rij].cel[kolom] : NULL;
}

/* What a column of the page becomes in the files. */
struct vorm {
	bool paar, tussen; /* its text is two numbers */
	bool id;
	bool bij, bij_paar;
};

static struct vorm form_of(const struct boek_opname *o, size_t kolom)
{
	struct vorm v = {.paar = false};
	bool single = false, pair = false;

	for (size_t i = 0; i < o->rij_count; i++) {
		const struct ruw *r = raw_at(o, i, kolom);
		struct boek_paar p;
		struct decimal d;
		const char *unit;

		if (!r)
			continue;
		v.id = v.id || r->id.len;
		v.bij = v.bij || r->bij.len;
		v.bij_paar = v.bij_paar || r->paar.len;
		if (!r->getal || !r->tekst.len)
			continue;
		single = single || boek_read_number(str_text(&r->tekst), &d, &unit);
		if (boek_read_paar(str_text(&r->tekst), &p)) {
			pair = true;
			v.tussen = p.tussen;
			boek_paar_release(&p);
		}
	}
	v.paar = pair && !single;
	return v;
}

static void add_column(struct boek_tabel *t, size_t *cap, const char *basis, const char *suffix)
{
	t->kolom = mem_grow(t->kolom, cap, t->kolom_count + 1, sizeof(*t->kolom));
	t->kolom[t->kolom_count++] = (struct boek_kolom){
		.kop = suffix ? mem_printf("%s: %s", basis, suffix) : mem_dup(basis), .basis = basis};
}

static void add_columns(struct boek_tabel *t, size_t *cap, const char *basis, struct vorm v)
{
	add_column(t, cap, basis, v.paar && v.tussen ? "van" : NULL);
	if (v.paar)
		add_column(t, cap, basis, v.tussen ? "tot" : "van hoeveel");
	if (v.id)
		add_column(t, cap, basis, "code");
	if (v.bij_paar) {
		add_column(t, cap, basis, "aantal");
		add_column(t, cap, basis, "van hoeveel");
	}
	if (v.bij)
		add_column(t, cap, basis, "opmerking");
}

static struct boek_cel cell_from(const char *text, const struct ruw *r)
{
	struct boek_cel c = {.soort = *text ? BOEK_TEKST : BOEK_LEEG, .tekst = mem_dup(text)};
	const char *unit;

	if (r && r->getal && boek_read_number(text, &c.getal, &unit)) {
		c.soort = BOEK_GETAL;
		c.eenheid = mem_dup(unit);
	} else if (r && r->datum && boek_read_datum(text, &c.datum)) {
		c.soort = BOEK_DATUM;
	}
	return c;
}

/* The text as two cells when it is a pair, else as one and an empty one. */
static size_t put_pair(struct boek_cel *to, const char *text, const struct ruw *r, bool *taken)
{
	struct boek_paar p;

	*taken = boek_read_paar(text, &p);
	if (*taken) {
		to[0] = cell_from(p.een, r);
		to[1] = cell_from(p.twee, r);
		boek_paar_release(&p);
		return 2;
	}
	to[0] = cell_from("", NULL);
	to[1] = cell_from("", NULL);
	return 2;
}

static size_t put_cells(struct boek_cel *to, const struct ruw *r, struct vorm v)
{
	static const struct ruw none = {.getal = false};
	bool taken = false;
	size_t n = 0;

	if (!r)
		r = &none;
	if (v.paar) {
		n = put_pair(to, str_text(&r->tekst), r, &taken);
		if (!taken && r->tekst.len) {
			free(to[0].tekst);
			to[0] = cell_from(str_text(&r->tekst), r);
		}
	} else {
		to[n++] = cell_from(str_text(&r->tekst), r);
	}
	if (v.id)
		to[n++] = cell_from(str_text(&r->id), NULL);
	if (v.bij_paar)
		n += put_pair(to + n, str_text(&r->paar), r, &taken);
	if (v.bij)
		to[n++] = cell_from(str_text(&r->bij), NULL);
	return n;
}

static void fill(struct boek_tabel *t, const struct boek_opname *o, const struct vorm *v)
{
	t->rij_count = o->rij_count;
	t->cel = mem_new(t->rij_count * t->kolom_count, sizeof(*t->cel));
	for (size_t i = 0; i < o->rij_count; i++) {
		size_t at = i * t->kolom_count;

		for (size_t k = 0; k < o->kop_count; k++)
			at += put_cells(&t->cel[at], raw_at(o, i, k), v[k]);
		assert(at == (i + 1) * t->kolom_count);
	}
}

static void opname_free(struct boek_opname *o)
{
	for (size_t i = 0; i < o->rij_count; i++) {
		for (size_t k = 0; k < o->rij[i].count; k++) {
			str_release(&o->rij[i].cel[k].tekst);
			str_release(&o->rij[i].cel[k].id);
			str_release(&o->rij[i].cel[k].los);
			str_release(&o->rij[i].cel[k].paar);
			str_release(&o->rij[i].cel[k].bij);
		}
		free(o->rij[i].cel);
	}
	for (size_t i = 0; i < o->kop_count; i++)
		str_release(&o->kop[i]);
	free(o->kop);
	free(o->rij);
	str_release(&o->titel);
	free(o);
}

static void finish_table(struct boek *b)
{
	struct boek_opname *o = b->opname;
	struct boek_tabel t = {.koppen = mem_new(o->kop_count, sizeof(*t.koppen)), .kop_count = o->kop_count};
	struct vorm *v;
	size_t cap = 0;

	for (size_t k = 0; k < o->kop_count; k++)
		t.koppen[k] = mem_dup(str_text(&o->kop[k]));
	for (size_t i = 0; i < o->rij_count; i++)
		for (size_t k = 0; k < o->rij[i].count; k++)
			trim(&o->rij[i].cel[k].tekst);
	v = mem_new(o->kop_count, sizeof(*v));
	for (size_t k = 0; k < o->kop_count; k++)
		v[k] = form_of(o, k);
	for (size_t k = 0; k < o->kop_count; k++)
		add_columns(&t, &cap, t.koppen[k], v[k]);
	fill(&t, o, v);
	t.titel = mem_dup(str_text(&o->titel));
	free(v);
	opname_free(o);
	b->opname = NULL;
	b->tabel = mem_grow(b->tabel, &b->cap, b->count + 1, sizeof(*b->tabel));
	b->tabel[b->count++] = t;
}

void boek_close(struct boek *b, const char *naam)
{
	struct boek_opname *o = b->opname;

	if (!o)
		return;
	if (strcmp(naam, "table") == 0) {
		finish_table(b);
		return;
	}
	assert(o->depth > 0);
	o->depth--;
	if (o->in_cel && o->doel[o->depth] == &last_cell(o)->los)
		sort_out(last_cell(o));
	if (strcmp(naam, "thead") == 0)
		o->in_thead = false;
	if (!o->in_cel || (strcmp(naam, "td") != 0 && strcmp(naam, "th") != 0))
		return;
	for (; o->leeg > 0; o->leeg--)
		add_cell(o);
	o->in_cel = false;
}

void boek_release(struct boek *b)
{
	for (size_t i = 0; i < b->count; i++) {
		struct boek_tabel *t = &b->tabel[i];

		for (size_t k = 0; k < t->rij_count * t->kolom_count; k++) {
			free(t->cel[k].tekst);
			free(t->cel[k].eenheid);
		}
		for (size_t k = 0; k < t->kolom_count; k++)
			free(t->kolom[k].kop);
		for (size_t k = 0; k < t->kop_count; k++)
			free(t->koppen[k]);
		free(t->koppen);
		free(t->kolom);
		free(t->cel);
		free(t->titel);
	}
	free(b->tabel);
	if (b->opname)
		opname_free(b->opname);
	*b = (struct boek)BOEK_INIT;
}
