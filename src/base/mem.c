#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* No allocation and no stdio here: both may need the memory that is gone. */
static _Noreturn void mem_gone(void)
{
	static const char text[] = "fout: er is te weinig geheugen.\n"
				   "  Sluit andere programma's en probeer het opnieuw.\n"
				   "  Er is niets gewijzigd.\n";
	ssize_t written = write(STDERR_FILENO, text, sizeof(text) - 1);

	(void)written; /* nowhere left to complain to */
	_exit(3);
}

void *mem_new(size_t count, size_t size)
{
	void *ptr = calloc(count ? count : 1, size ? size : 1);

	if (!ptr)
		mem_gone();
	return ptr;
}

void *mem_grow(void *ptr, size_t *cap, size_t need, size_t size)
{
	size_t want = *cap ? *cap : 8;
	void *grown;

	if (need <= *cap && ptr)
		return ptr;
	if (need > SIZE_MAX / 2 / size) /* doubling below cannot overflow */
		mem_gone();
	while (want < need)
		want *= 2;
	grown = realloc(ptr, want * size);
	if (!grown)
		mem_gone();
	memset((char *)grown + *cap * size, 0, (want - *cap) * size);
	*cap = want;
	return grown;
}

char *mem_dup_n(const char *text, size_t len)
{
	char *copy = mem_new(len + 1, 1);

	memcpy(copy, text, len);
	return copy;
}

char *mem_dup(const char *text)
{
	return text ? mem_dup_n(text, strlen(text)) : NULL;
}

char *mem_vprintf(const char *fmt, va_list args)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0) /* only a text of more than 2 GiB */
		mem_gone();
	text = mem_new((size_t)len + 1, 1);
	vsnprintf(text, (size_t)len + 1, fmt, args);
	return text;
}

char *mem_printf(const char *fmt, ...)
{
	va_list args;
	char *text;

	va_start(args, fmt);
	text = mem_vprintf(fmt, args);
	va_end(args);
	return text;
}
