#include "cli/place.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

static bool has_db(const char *dir)
{
	char *path = file_join(dir, PLACE_DB);
	bool found = file_exists(path);

	free(path);
	return found;
}

/* Cuts the last part off a path; false when only the root is left. */
static bool go_up(char *path)
{
	char *slash = strrchr(path, '/');

	if (!slash || (slash == path && slash[1] == '\0'))
		return false;
	if (slash == path)
		slash++;
	*slash = '\0';
	return true;
}

static int werkmap_named(const char *named, char **out, struct err *err)
{
	if (has_db(named)) {
		*out = mem_dup(named);
		return 0;
	}
	if (!file_is_dir(named))
		err_set(err, ERR_USE, "De map %s is er niet.", named);
	else
		err_set(err, ERR_USE, "%s is geen werkmap: er staat geen %s in.", named, PLACE_DB);
	return err_advise(err, "Maak een werkmap met: ijkpunt begin %s --gemeente NAAM", named);
}

int place_werkmap(const char *named, char **out, struct err *err)
{
	char *dir;
	bool found;

	if (named)
		return werkmap_named(named, out, err);
	dir = getcwd(NULL, 0);
	if (!dir) {
		err_set(err, ERR_SURROUNDINGS, "De huidige map is niet te lezen of bestaat niet meer.");
		return err_advise(err, "Noem de werkmap met -w MAP.");
	}
	while (!(found = has_db(dir)) && go_up(dir))
		;
	if (found) {
		*out = dir;
		return 0;
	}
	free(dir);
	err_set(err, ERR_USE, "Er is hier geen werkmap, en ook niet in de mappen erboven.");
	return err_advise(err,
		"Ga naar een werkmap, noem er een met -w MAP, of maak er een:\n"
		"ijkpunt begin MAP --gemeente NAAM     voor eigen cijfers\n"
		"ijkpunt voorbeeld MAP                 met verzonnen cijfers, om te proberen");
}

/* ---- definitions ------------------------------------------------------------------------------- */

static bool has_definitions(const char *dir)
{
	static const char *const kinds[] = {"indicators", "imports", "reports"};
	bool all = true;

	for (size_t i = 0; all && i < ARRAY_LEN(kinds); i++) {
		char *path = file_join(dir, kinds[i]);

		all = file_is_dir(path);
		free(path);
	}
	return all;
}

/* The folder of the running program, or NULL. */
static char *program_dir(void)
{
	size_t cap = 0;
	char *path = NULL;
	ssize_t len;

	do {
		path = mem_grow(path, &cap, cap ? cap * 2 : 256, 1);
		len = readlink("/proc/self/exe", path, cap);
	} while (len >= 0 && (size_t)len >= cap);
	if (len < 0) {
		free(path);
		return NULL;
	}
	path[len] = '\0';
	if (!go_up(path)) {
		free(path);
		return NULL;
	}
	return path;
}

/* Beside the program (a built clone), in ../share (installed anywhere), or two up (build/<profile>). */
static char *beside_program(void)
{
	static const char *const places[] = {".", "../share/ijkpunt", "../.."};
	char *dir = program_dir(), *found = NULL;

	for (size_t i = 0; dir && !found && i < ARRAY_LEN(places); i++) {
		char *path = i ? file_join(dir, places[i]) : mem_dup(dir);
		char *real = realpath(path, NULL);

		free(path);
		if (real && has_definitions(real))
			found = real;
		else
			free(real);
	}
	free(dir);
	return found;
}

int place_installed(char **out, struct err *err)
{
	const char *env = getenv("IJKPUNT_DEFINITIES");

	if (env && *env) {
		if (has_definitions(env)) {
			*out = mem_dup(env);
			return 0;
		}
		err_set(err, ERR_SURROUNDINGS,
			"IJKPUNT_DEFINITIES: in %s staan geen mappen indicators, imports en reports.", env);
		return err_advise(err, "Haal de omgevingsvariabele weg of wijs de goede map aan.");
	}
	*out = beside_program();
	if (!*out && has_definitions(IJKPUNT_SHARE))
		*out = mem_dup(IJKPUNT_SHARE);
	if (*out)
		return 0;
	err_set(err, ERR_SURROUNDINGS, "De definities van ijkpunt zijn niet gevonden (gezocht naast het programma en in %s).",
		IJKPUNT_SHARE);
	return err_advise(err, "Installeer opnieuw met 'make install', of zet IJKPUNT_DEFINITIES op de map met\n"
			       "indicators, imports en reports.");
}
