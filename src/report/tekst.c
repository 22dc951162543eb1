#include "report/tekst.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum { TEKST_MAX = 64 << 10 };

void tekst_release(struct tekst *t)
{
	free(t->rol);
	free(t->geaccepteerd_rol);
	for (size_t i = 0; i < t->count; i++) {
		free(t->deel[i].kop);
		free(t->deel[i].body);
	}
	free(t->deel);
	*t = (struct tekst){0};
}

const char *tekst_deel(const struct tekst *t, const char *kop)
{
	char *key = text_key(kop);
	const char *body = NULL;

	for (size_t i = 0; i < t->count && !body; i++)
		if (strcmp(t->deel[i].kop, key) == 0)
			body = t->deel[i].body;
	free(key);
	return body;
}

/* ---- reading ------------------------------------------------------------------------------ */

struct reader {
	const char *label;
	size_t line;
	bool in_head; /* the lines "naam: waarde" at the top */
	struct str body;
	struct err *err;
};

static int wrong(struct reader *r, const char *what)
{
	return err_set(r->err, ERR_DEFINITION, "%s, regel %zu: %s", r->label, r->line, what);
}

/* Value behind "naam:" when the line has that name. */
static const char *value_of(const char *line, const char *name)
{
	size_t n = strlen(name);

	if (strncmp(line, name, n) != 0 || line[n] != ':')
		return NULL;
	for (line += n + 1; *line == ' '; line++)
		;
	return line;
}

static int read_date(struct reader *r, const char *value, struct date *out)
{
	struct err why = ERR_INIT;
	int rc = date_parse_iso(value, out, &why);

	err_release(&why);
	return rc ? wrong(r, "dit is geen datum (jjjj-mm-dd).") : 0;
}

/* "wethouder onderwijs, 2026-08-20": the last comma parts role and day. */
static int read_accepted(struct tekst *t, struct reader *r, const char *value)
{
	const char *comma = strrchr(value, ',');
	size_t n = comma ? (size_t)(comma - value) : 0;

	if (n == 0)
		return wrong(r, "schrijf achter geaccepteerd: de rol, een komma en de datum.");
	free(t->geaccepteerd_rol);
	t->geaccepteerd_rol = mem_dup_n(value, n);
	for (comma++; *comma == ' '; comma++)
		;
	return read_date(r, comma, &t->geaccepteerd_op);
}

/* One of two words. */
static int read_choice(struct reader *r, const char *value, const char *no, const char *yes, bool *out)
{
	char *what;

	*out = strcmp(value, yes) == 0;
	if (*out || strcmp(value, no) == 0)
		return 0;
	what = mem_printf("kies '%s' of '%s'.", no, yes);
	wrong(r, what);
	free(what);
	return -1;
}

static int read_head(struct tekst *t, struct reader *r, const char *line)
{
	const char *value;

	if ((value = value_of(line, "rol"))) {
		free(t->rol);
		t->rol = mem_dup(value);
	} else if ((value = value_of(line, "datum"))) {
		return read_date(r, value, &t->datum);
	} else if ((value = value_of(line, "geaccepteerd"))) {
		return read_accepted(t, r, value);
	} else if ((value = value_of(line, "status"))) {
		return read_choice(r, value, "concept", "definitief", &t->definitief);
	} else if ((value = value_of(line, "openbaar"))) {
		return read_choice(r, value, "nee", "ja", &t->openbaar);
	} else if (*line) {
		return wrong(r, "bovenaan staan alleen rol, datum, status, geaccepteerd en openbaar, en dan een lege regel.");
	} else if (t->rol || date_is_set(t->datum)) {
		r->in_head = false;
	}
	return 0;
}

static void end_part(struct tekst *t, struct reader *r)
{
	if (t->count > 0)
		t->deel[t->count - 1].body = str_detach(&r->body);
}

static void begin_part(struct tekst *t, struct reader *r, const char *kop)
{
	end_part(t, r);
	t->deel = mem_grow(t->deel, &t->cap, t->count + 1, sizeof(*t->deel));
	t->deel[t->count++] = (struct tekst_deel){text_key(kop), NULL};
	str_clear(&r->body);
}

static int read_line(struct tekst *t, struct reader *r, const char *line)
{
	if (r->in_head)
		return read_head(t, r, line);
	if (line[0] == '#') {
		while (*line == '#')
			line++;
		begin_part(t, r, line);
		return 0;
	}
	if (t->count == 0)
		begin_part(t, r, "");
	str_add(&r->body, line);
	str_add_char(&r->body, '\n');
	return 0;
}

static int read_lines(struct tekst *t, struct reader *r, char *text)
{
	if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	for (char *line = text, *next; line; line = next) {
		size_t n;

		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		n = strlen(line);
		while (n > 0 && (line[n - 1] == '\r' || line[n - 1] == ' ' || line[n - 1] == '\t'))
			line[--n] = '\0';
		r->line++;
		if (read_line(t, r, line))
			return -1;
	}
	end_part(t, r);
	if (!t->rol || !date_is_set(t->datum))
		return wrong(r, "bovenaan ontbreken 'rol: ...' en 'datum: jjjj-mm-dd'.");
	if (t->definitief && !t->geaccepteerd_rol)
		return wrong(r, "definitief kan pas met 'geaccepteerd: rol, jjjj-mm-dd'.");
	return 0;
}

int tekst_load(struct tekst *out, const char *werkmap, const char *naam, struct err *err)
{
	char *label = mem_printf("reports/tekst/%s.md", naam), *path = file_join(werkmap, label), *text = NULL;
	struct reader r = {.label = label, .in_head = true, .err = err};
	struct tekst t = {0};
	size_t len;
	int rc = 0;

	*out = (struct tekst){0};
	if (werkmap && file_exists(path)) {
		rc = file_read(path, TEKST_MAX, &text, &len, err);
		if (rc == 0 && (text_utf8_valid(text, len) != len || memchr(text, '\0', len)))
			rc = wrong(&r, "dit bestand is geen UTF-8.");
		if (rc == 0)
			rc = read_lines(&t, &r, text);
	}
	if (rc == 0)
		*out = t;
	else
		tekst_release(&t);
	str_release(&r.body);
	free(text);
	free(path);
	free(label);
	return rc;
}
