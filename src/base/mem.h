/* mem.h - memory that is there, or the program ends.
 * The one place outside cli that may end the program: when memory is gone no room can do
 * anything sensible, and SQLite's journal rolls an open transaction back by itself. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

#include "base/macro.h"

/* Zeroed memory for `count` items of `size` bytes; never NULL (count 0 gives one item). The
 * caller frees it with free(). Overflow of count * size ends the program like memory being gone. */
void *mem_new(size_t count, size_t size) MUST_USE;

/* Makes room for at least `need` items in the array `ptr` of *cap items, doubling. Returns the
 * (possibly moved) array; the new part is zeroed. The caller keeps owning it. */
void *mem_grow(void *ptr, size_t *cap, size_t need, size_t size) MUST_USE;

/* A copy of `text`, owned by the caller. mem_dup(NULL) is NULL. */
char *mem_dup(const char *text) MUST_USE;
char *mem_dup_n(const char *text, size_t len) MUST_USE;

/* printf into fresh memory, owned by the caller. */
char *mem_printf(const char *fmt, ...) PRINTF_LIKE(1, 2) MUST_USE;
char *mem_vprintf(const char *fmt, va_list args) PRINTF_LIKE(1, 0) MUST_USE;

#endif
