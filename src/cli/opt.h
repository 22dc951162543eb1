/* opt.h - one table per command that is parser, check and help at once. Options and arguments may stand in
 * any order; `--` ends the options. */
#ifndef CLI_OPT_H
#define CLI_OPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "base/macro.h"
#include "base/str.h"
#include "def/periode.h"

struct app;
struct command;

enum opt_kind { OPT_KIND_END, OPT_KIND_TEXT, OPT_KIND_FLAG, OPT_KIND_DATE, OPT_KIND_PERIODE, OPT_KIND_CHOICE };

struct opt {
	enum opt_kind kind;
	char kort;		   /* one letter, or 0 */
	const char *lang;	   /* without the dashes */
	void *out;		   /* left as it was when the option is not given */
	const char *waarde;	   /* the word in the help: MAP, DATUM; NULL for a flag */
	const char *hulp;	   /* one line */
	const char *const *keuzes; /* NULL-terminated; *out becomes the index */
};

/* The conditional expression makes the compiler check the type behind `out`. */
#define OPT_TYPED(type, out) (1 ? (out) : (type *)NULL)
#define OPT_TEXT(kort, lang, out, waarde, hulp)                                                    \
	{OPT_KIND_TEXT, kort, lang, OPT_TYPED(const char *, out), waarde, hulp, NULL}
#define OPT_FLAG(kort, lang, out, hulp)                                                            \
	{OPT_KIND_FLAG, kort, lang, OPT_TYPED(bool, out), NULL, hulp, NULL}
#define OPT_DATE(kort, lang, out, hulp)                                                            \
	{OPT_KIND_DATE, kort, lang, OPT_TYPED(struct date, out), "DATUM", hulp, NULL}
#define OPT_PERIODE(kort, lang, out, hulp)                                                         \
	{OPT_KIND_PERIODE, kort, lang, OPT_TYPED(struct periode, out), "PERIODE", hulp, NULL}
#define OPT_CHOICE(kort, lang, out, waarde, keuzes, hulp)                                          \
	{OPT_KIND_CHOICE, kort, lang, OPT_TYPED(int, out), waarde, hulp, keuzes}
#define OPT_END {OPT_KIND_END, 0, NULL, NULL, NULL, NULL, NULL}

/* Reads the options out of argv, in `table` (ended by OPT_END) and in the options every command has; what
 * remains in *argc and *argv are the arguments, whose number is checked against the command. Then the clock
 * and the name of the user are set in `app`. 0, or -1 with ERR_USE; with --help the help of the command is
 * printed and -1 returned with err->kind ERR_NONE. */
int opt_parse(struct app *app, const struct opt *table, int *argc, char ***argv, struct err *err) MUST_USE;

/* The help of one command, made from its table. */
void opt_add_help(struct str *s, const struct command *command, const struct opt *table);
/* Lines of the options that every command has. */
void opt_add_global_help(struct str *s);

#endif
