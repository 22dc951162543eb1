#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

static char *format(const char *fmt, va_list args) __attribute__((format(printf, 1, 0)));

static char *format(const char *fmt, va_list args)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	text = mem_new(len < 0 ? 1 : (size_t)len + 1, 1);
	if (len > 0)
		vsnprintf(text, (size_t)len + 1, fmt, args);
	return text;
}

int err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list args;

	err_release(err);
	va_start(args, fmt);
	err->text = format(fmt, args);
	va_end(args);
	err->kind = kind;
	return -1;
}

int err_context(struct err *err, const char *fmt, ...)
{
	va_list args;
	char *context, *text;

	va_start(args, fmt);
	context = format(fmt, args);
	va_end(args);
	text = mem_printf("%s: %s", context, err->text ? err->text : "");
	free(context);
	free(err->text);
	err->text = text;
	return -1;
}

int err_advise(struct err *err, const char *fmt, ...)
{
	va_list args;

	free(err->advice);
	va_start(args, fmt);
	err->advice = format(fmt, args);
	va_end(args);
	return -1;
}

int err_outcome(struct err *err, const char *fmt, ...)
{
	va_list args;

	free(err->outcome);
	va_start(args, fmt);
	err->outcome = format(fmt, args);
	va_end(args);
	return -1;
}

void err_release(struct err *err)
{
	free(err->text);
	free(err->advice);
	free(err->outcome);
	*err = (struct err)ERR_INIT;
}
