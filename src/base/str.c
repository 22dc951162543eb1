#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char *str_text(const struct str *s)
{
	return s->text ? s->text : "";
}

void str_add_n(struct str *s, const char *text, size_t len)
{
	s->text = mem_grow(s->text, &s->cap, s->len + len + 1, 1);
	if (len)
		memcpy(s->text + s->len, text, len);
	s->len += len;
	s->text[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
	str_add_n(s, text, strlen(text));
}

void str_add_char(struct str *s, char c)
{
	str_add_n(s, &c, 1);
}

void str_add_f(struct str *s, const char *fmt, ...)
{
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len <= 0)
		return;
	s->text = mem_grow(s->text, &s->cap, s->len + (size_t)len + 1, 1);
	va_start(args, fmt);
	vsnprintf(s->text + s->len, (size_t)len + 1, fmt, args);
	va_end(args);
	s->len += (size_t)len;
}

void str_add_html(struct str *s, const char *text)
{
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '&')
			str_add(s, "&amp;");
		else if (c == '<')
			str_add(s, "&lt;");
		else if (c == '>')
			str_add(s, "&gt;");
		else if (c == '"')
			str_add(s, "&quot;");
		else if (c == '\'')
			str_add(s, "&#39;");
		else if (c == 0x7f || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
			str_add(s, "\xef\xbf\xbd");
		else
			str_add_char(s, *text);
	}
}

void str_add_json(struct str *s, const char *text)
{
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			str_add_f(s, "\\%c", c);
		else if (c == '\n')
			str_add(s, "\\n");
		else if (c < 0x20 || c == 0x7f)
			str_add_f(s, "\\u%04x", c);
		else
			str_add_char(s, *text);
	}
}

void str_add_csv(struct str *s, const char *text, char delimiter)
{
	const char quoted[] = {delimiter, '"', '\n', '\r', '\t', ' ', '\0'};
	int formula = *text && strchr("=+-@\t\r", *text) != NULL;
	int quote = formula || strpbrk(text, quoted) != NULL;

	if (quote)
		str_add_char(s, '"');
	if (formula)
		str_add_char(s, '\'');
	for (; *text; text++) {
		if (*text == '"')
			str_add_char(s, '"');
		str_add_char(s, *text);
	}
	if (quote)
		str_add_char(s, '"');
}

void str_clear(struct str *s)
{
	s->len = 0;
	if (s->text)
		s->text[0] = '\0';
}

void str_release(struct str *s)
{
	free(s->text);
	*s = (struct str)STR_INIT;
}

char *str_detach(struct str *s)
{
	char *text = s->text ? s->text : mem_dup("");

	*s = (struct str)STR_INIT;
	return text;
}
