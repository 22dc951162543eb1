#include "cli/cli.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macro.h"
#include "cli/command.h"
#include "cli/say.h"

/* Whatever moment it comes, the database is whole: SQLite's journal undoes an open transaction, and files
 * are renamed into place when complete. So the program may end here and now. */
static void on_signal(int number)
{
	static const char text[] = "\nOnderbroken. Wat nog niet klaar was, is niet bewaard.\n";
	ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);

	(void)ignored;
	(void)number;
	_exit(ERR_INTERRUPT);
}

static void set_signals(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = on_signal};

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_LEN(signals); i++)
		sigaction(signals[i], &action, NULL);
	signal(SIGXFSZ, SIG_IGN); /* a file size limit is then an ordinary write error */
}

/* Finds the command behind options like -w MAP that were typed in front of it; those words are moved behind
 * it, where opt_parse reads them. */
static const struct command *pick(struct app *app, int *argc, char ***argv, struct err *err)
{
	char **words = *argv;
	const char *name;
	int at = 1;

	while (at < *argc && words[at][0] == '-' && words[at][1]) {
		const char *w = words[at];

		if (strcmp(w, "--versie") == 0 || strcmp(w, "--version") == 0) {
			say("ijkpunt %s\n", IJKPUNT_VERSION);
			return NULL;
		}
		if (strcmp(w, "-h") == 0 || strcmp(w, "--help") == 0)
			break;
		at += strchr(w, '=') || (w[1] != '-' && w[2]) ? 1 : 2;
	}
	if (at >= *argc || strcmp(words[at], "-h") == 0 || strcmp(words[at], "--help") == 0) {
		*argc = 0;
		return command_find("hulp");
	}
	name = words[at];
	app->command = command_find(name);
	if (!app->command) {
		command_unknown(name, err);
		return NULL;
	}
	memmove(words + 1, words, (size_t)at * sizeof *words);
	*argv = words + 2;
	*argc -= 2;
	return app->command;
}

int cli_main(int argc, char **argv)
{
	struct app app = {0};
	struct err err = ERR_INIT, close_err = ERR_INIT;
	int status = ERR_NONE;

	say_init();
	set_signals();
	umask(077);
	app.command = pick(&app, &argc, &argv, &err);
	if (app.command ? app.command->run(&app, argc, argv, &err) < 0 : err.text != NULL) {
		say_err(&err);
		status = (int)err.kind;
	}
	app_close(&app);
	if (say_close(&close_err) < 0) {
		say_err(&close_err);
		status = status ? status : (int)close_err.kind;
	}
	err_release(&err);
	err_release(&close_err);
	return status;
}
