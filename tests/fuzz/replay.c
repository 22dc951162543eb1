/* replay.c - runs saved inputs through a fuzz target, so that the corpus is an ordinary test.
 * Usage: NAME FILE|FOLDER... ; a folder stands for the files in it. Ends with 0 when every file was read and
 * the target saw nothing wrong; a target that sees something wrong ends the program. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILE_MAX = 16 << 20 };

static int replay_file(const char *path, struct err *err)
{
	char *text;
	size_t len;

	if (file_read(path, FILE_MAX, &text, &len, err) < 0)
		return -1;
	fprintf(stderr, "%s\n", path); /* the last one named is the one that failed */
	LLVMFuzzerTestOneInput((const uint8_t *)text, len);
	free(text);
	return 1;
}

static int replay_folder(const char *dir, struct err *err)
{
	char **names;
	size_t count;
	int done = 0;

	if (file_list(dir, NULL, &names, &count, err) < 0)
		return -1;
	for (size_t i = 0; i < count && done >= 0; i++) {
		char *path = file_join(dir, names[i]);

		done = replay_file(path, err) < 0 ? -1 : done + 1;
		free(path);
	}
	file_list_free(names, count);
	return done;
}

int main(int argc, char **argv)
{
	struct err err = ERR_INIT;
	int total = 0;

	for (int i = 1; i < argc; i++) {
		int done = file_is_dir(argv[i]) ? replay_folder(argv[i], &err) : replay_file(argv[i], &err);

		if (done < 0) {
			fprintf(stderr, "%s\n", err.text);
			err_release(&err);
			return 1;
		}
		total += done;
	}
	printf("%d bestanden\n", total);
	return total > 0 ? 0 : 1;
}
