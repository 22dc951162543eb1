#include "base/err.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"

int err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = mem_vprintf(fmt, args); /* before the release: the old text may be an argument */
	va_end(args);
	err_release(err);
	err->text = text;
	err->kind = kind;
	return -1;
}

int err_context(struct err *err, const char *fmt, ...)
{
	va_list args;
	char *context, *text;

	va_start(args, fmt);
	context = mem_vprintf(fmt, args);
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
	char *text;

	va_start(args, fmt);
	text = mem_vprintf(fmt, args);
	va_end(args);
	free(err->advice);
	err->advice = text;
	return -1;
}

int err_outcome(struct err *err, const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = mem_vprintf(fmt, args);
	va_end(args);
	free(err->outcome);
	err->outcome = text;
	return -1;
}

void err_release(struct err *err)
{
	free(err->text);
	free(err->advice);
	free(err->outcome);
	*err = (struct err)ERR_INIT;
}
