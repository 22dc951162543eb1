/* macro.h - compiler attributes, spelled once. No code. */
#ifndef BASE_MACRO_H
#define BASE_MACRO_H

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

#endif
