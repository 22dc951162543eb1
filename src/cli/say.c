#include "cli/say.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/progress.h"

/* State of the process's own streams: there is one stdout, so there is one of these. */
static bool colour;
static int write_error; /* errno of the first write to stdout that failed */

/* A stream the caller closed would be reused for the database: everything printed would end up in it. An
 * unwritable one makes printing fail with an ordinary error instead. */
static void fill_closed_streams(void)
{
	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
			int got = open("/dev/null", fd == 2 ? O_WRONLY : O_RDONLY);

			if (got >= 0 && got != fd)
				close(got);
		}
	}
}

void say_init(void)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	fill_closed_streams();
	signal(SIGPIPE, SIG_IGN); /* noticed as EPIPE; an import in progress must not die of it */
	colour = isatty(STDERR_FILENO) && !(no_color && *no_color) && !(term && strcmp(term, "dumb") == 0);
}

static void note_failure(void)
{
	if (!write_error)
		write_error = errno ? errno : EIO;
}

void say_text(const char *text)
{
	errno = 0;
	if (fputs(text, stdout) == EOF)
		note_failure();
}

void say(const char *fmt, ...)
{
	va_list args;

	errno = 0;
	va_start(args, fmt);
	if (vfprintf(stdout, fmt, args) < 0)
		note_failure();
	va_end(args);
}

/* What was printed before a message must also be read before it. */
static void flush_data(void)
{
	errno = 0;
	if (fflush(stdout) == EOF)
		note_failure();
}

void say_note(const char *fmt, ...)
{
	va_list args;

	flush_data();
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
}

/* "fout: " and its kin, in colour where that helps. */
static void put_head(int ernst)
{
	static const char *const word[] = {"fout:", "let op:"};
	static const char *const code[] = {"\033[1;31m", "\033[1;33m"};

	flush_data();
	if (ernst < 0 || ernst >= (int)ARRAY_LEN(word))
		return;
	if (colour)
		fprintf(stderr, "%s%s\033[0m ", code[ernst], word[ernst]);
	else
		fprintf(stderr, "%s ", word[ernst]);
}

void say_headed(int ernst, const char *text)
{
	put_head(ernst);
	fprintf(stderr, "%s\n", text);
}

void say_warn(const char *fmt, ...)
{
	va_list args;

	put_head(1);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
}

void say_indented(const char *text)
{
	flush_data();
	while (*text) {
		size_t len = strcspn(text, "\n");

		fprintf(stderr, "  %.*s\n", (int)len, text);
		text += len + (text[len] == '\n');
	}
}

void say_err(const struct err *err)
{
	if (!err->text)
		return;
	say_headed(0, err->text);
	if (err->advice)
		say_indented(err->advice);
	say_indented(err->outcome ? err->outcome : "Er is niets gewijzigd.");
}

/* "VVE.csv [=======>            ]  35%", over itself, gone when the work is done. */
static void draw_progress(const char *what, int64_t done, int64_t total)
{
	enum { WIDTH = 30 };
	static const char bar[] = "==============================";
	int filled = (int)(done * WIDTH / total);

	if (what)
		fprintf(stderr, "\r%.40s [%.*s%*s] %3d%%", what, filled, bar, WIDTH - filled, "",
			(int)(done * 100 / total));
	else
		fputs("\r\033[K", stderr);
	fflush(stderr);
}

void say_progress(void)
{
	if (isatty(STDERR_FILENO))
		progress_listen(draw_progress);
}

bool say_can_ask(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool say_ask(const char *question)
{
	char *line = NULL;
	size_t cap = 0;
	bool yes = false;

	flush_data();
	fprintf(stderr, "%s [j/N] ", question);
	fflush(stderr);
	if (getline(&line, &cap, stdin) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		yes = strcasecmp(line, "j") == 0 || strcasecmp(line, "ja") == 0;
	}
	free(line);
	return yes;
}

const char *say_ask_text(const char *question)
{
	enum { ANSWERS = 8 };
	static char answer[ANSWERS][512];
	static size_t used;
	char *text = answer[used % ANSWERS], *end;

	flush_data();
	fprintf(stderr, "%s", question);
	fflush(stderr);
	if (!fgets(text, sizeof(answer[0]), stdin))
		return NULL;
	used++;
	text += strspn(text, " \t");
	end = text + strlen(text);
	while (end > text && strchr(" \t\r\n", end[-1]))
		*--end = '\0';
	return text;
}

static const char *write_reason(void)
{
	static const struct {
		int number;
		const char *text;
	} known[] = {
		{ENOSPC, "de schijf is vol"},
		{EDQUOT, "de schijfruimte voor deze gebruiker is op"},
		{EFBIG, "het bestand wordt te groot"},
		{EBADF, "de uitvoer is gesloten"},
	};

	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		if (known[i].number == write_error)
			return known[i].text;
	}
	return "er is een schrijffout";
}

int say_close(struct err *err)
{
	errno = 0;
	if (fflush(stdout) == EOF || ferror(stdout))
		note_failure();
	errno = 0;
	if (fclose(stdout) == EOF)
		note_failure();
	if (!write_error || write_error == EPIPE)
		return 0;
	err_set(err, ERR_SURROUNDINGS, "De uitvoer is niet helemaal weggeschreven: %s.", write_reason());
	err_advise(err, "Gebruik wat er staat niet. Maak ruimte en geef de opdracht opnieuw.");
	return err_outcome(err, "Wat de opdracht zelf deed, is wel gedaan.");
}
