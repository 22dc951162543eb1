/* say.h - the two streams: data to stdout, messages to stderr. All text the program prints goes through
 * here, so that a full disk or a closed pipe behind stdout is noticed once, at the end. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <stdbool.h>

#include "base/err.h"
#include "base/macro.h"

/* Makes the three streams usable whatever the caller closed, and decides on colour (terminal, NO_COLOR). */
void say_init(void);

/* To stdout, as is. */
void say(const char *fmt, ...) PRINTF_LIKE(1, 2);
void say_text(const char *text);
/* One line to stderr: for a note that is no data. */
void say_note(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* "let op: ..." to stderr. */
void say_warn(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* The four parts of a failure to stderr: "fout: where: what.", then indented what to do and what happened
 * to the data. Says nothing when `err` has no text (the reason was printed already). */
void say_err(const struct err *err);
/* A line in the colour of an error, warning or nothing (0, 1, 2: enum ernst) to stderr. */
void say_headed(int ernst, const char *text);
/* Two spaces before every line of `text`, to stderr. */
void say_indented(const char *text);

/* Lets the progress of long work be shown on a terminal (base/progress.h). */
void say_progress(void);

/* True when both stdin and stderr are a terminal: a question can be asked. */
bool say_can_ask(void);
/* Asks on stderr, reads one line; true for j or ja. */
bool say_ask(const char *question);

/* Asks on stderr, reads one line; the answer without spaces around it, kept until the program ends; NULL at the end of
 * the input. */
const char *say_ask_text(const char *question);

/* Empties stdout and closes it; -1 (ERR_SURROUNDINGS) when something printed did not arrive. A reader that
 * went away (`| head`) is no failure. */
int say_close(struct err *err) MUST_USE;

#endif
