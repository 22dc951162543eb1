/* near.h - "bedoelt u ...?": the known word nearest to what was typed. */
#ifndef CLI_NEAR_H
#define CLI_NEAR_H

#include <stddef.h>

/* Index of the nearest of `count` words, or -1 when none is near: at most a third of the letters differ. */
int near_index(const char *typed, const char *const *words, size_t count);
/* The word itself, borrowed, or NULL. */
const char *near_word(const char *typed, const char *const *words, size_t count);

#endif
