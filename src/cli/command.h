/* command.h - the commands: their names, arguments and help, and the functions behind them. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>

#include "base/err.h"
#include "base/macro.h"
#include "cli/app.h"

#define ARGS_ANY 1000

/* A command is a thin shell: it reads its options (opt_parse), calls the rooms, and says what came of it. */
struct command {
	const char *naam;
	const char *argumenten; /* as the help shows them: "BESTAND|MAP..."; "" for none */
	int min, max;		/* how many of those; checked by opt_parse */
	const char *samenvatting; /* one line, no capital, no full stop */
	const char *uitleg;	  /* paragraphs for `hulp COMMANDO`; NULL */
	/* argv holds what follows the name. -1 with err; -1 with err->kind ERR_NONE when all was said
	 * (help); -1 with a kind but no text when the reason was printed already. */
	int (*run)(struct app *app, int argc, char **argv, struct err *err);
};

/* All commands, in the order in which a user meets them. */
extern const struct command command_list[];
extern const size_t command_count;

/* NULL when there is none of that name. */
const struct command *command_find(const char *naam);
/* ERR_USE: unknown command, with the nearest name. Returns -1. */
int command_unknown(const char *naam, struct err *err);

int cmd_backup(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_begin(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_bereken(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_bevindingen(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_controleer(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_doelen(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_draai_terug(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_exporteer(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_herstel(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_hulp(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_laad(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_levering_herstel(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_leveringen(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_logboek(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_norm(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_profiel(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_rapport(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_status(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_toon(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_uitleg(struct app *app, int argc, char **argv, struct err *err) MUST_USE;
int cmd_voorbeeld(struct app *app, int argc, char **argv, struct err *err) MUST_USE;

#endif
