#include "cli/near.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

int near_index(const char *typed, const char *const *words, size_t count)
{
	char *key = text_loose_key(typed);
	size_t length = text_length(key), limit = length < 3 ? 1 : length / 3, best = limit + 1;
	int found = -1;

	for (size_t i = 0; i < count; i++) {
		char *other = text_loose_key(words[i]);
		size_t d = text_distance(key, other, limit + 1);

		/* Someone who types the beginning of a long word means that word. */
		if (d > 1 && length >= 3 && strncmp(other, key, strlen(key)) == 0)
			d = 1;
		if (d < best) {
			best = d;
			found = (int)i;
		}
		free(other);
	}
	free(key);
	return found;
}

const char *near_word(const char *typed, const char *const *words, size_t count)
{
	int i = near_index(typed, words, count);

	return i < 0 ? NULL : words[i];
}
