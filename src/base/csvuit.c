#include "base/csvuit.h"

#include <inttypes.h>
#include <string.h>

void csvuit_init(struct csvuit *c, struct str *s, enum csv_dialect dialect)
{
	csvuit_resume(c, s, dialect);
	if (dialect == CSV_EXCEL)
		str_add(s, "\xef\xbb\xbf");
}

void csvuit_resume(struct csvuit *c, struct str *s, enum csv_dialect dialect)
{
	*c = (struct csvuit){.s = s, .dialect = dialect};
}

static char delimiter(const struct csvuit *c)
{
	return c->dialect == CSV_INTERNATIONAAL ? ',' : ';';
}

static void begin_cell(struct csvuit *c)
{
	if (c->in_rij)
		str_add_char(c->s, delimiter(c));
	c->in_rij = true;
}

void csvuit_text(struct csvuit *c, const char *text)
{
	begin_cell(c);
	if (text)
		str_add_csv(c->s, text, delimiter(c));
}

void csvuit_int(struct csvuit *c, int64_t value)
{
	begin_cell(c);
	str_add_f(c->s, "%" PRId64, value);
}

/* A number with a decimal point, in the dialect. */
static void add_number(struct csvuit *c, const char *text)
{
	const char *point = strchr(text, '.');

	begin_cell(c);
	if (!point || c->dialect == CSV_INTERNATIONAAL) {
		str_add(c->s, text);
		return;
	}
	str_add_n(c->s, text, (size_t)(point - text));
	str_add_f(c->s, ",%s", point + 1);
}

void csvuit_decimal(struct csvuit *c, struct decimal value)
{
	uint64_t unit = 1, size = value.value < 0 ? 0 - (uint64_t)value.value : (uint64_t)value.value;
	struct str s = STR_INIT;

	for (int i = 0; i < value.scale; i++)
		unit *= 10;
	if (value.value < 0)
		str_add_char(&s, '-');
	str_add_f(&s, "%" PRIu64, size / unit);
	if (value.scale > 0)
		str_add_f(&s, ".%0*" PRIu64, value.scale, size % unit);
	add_number(c, str_text(&s));
	str_release(&s);
}

void csvuit_double(struct csvuit *c, double value)
{
	struct str s = STR_INIT;

	num_add_exact(&s, value);
	add_number(c, str_text(&s));
	str_release(&s);
}

void csvuit_end_row(struct csvuit *c)
{
	str_add(c->s, c->dialect == CSV_PIJP ? "\n" : "\r\n");
	c->in_rij = false;
}
