/* err.h - why something could not be done, in the four parts a user needs.
 *
 * A message reads: where: what. / what to do. / what happened to the data. Only the lowest level
 * states the reason (err_set); each level that knows more puts its context in front
 * (err_context). Only cli prints. An err is for what stops the program from doing its work; what
 * is wrong in a delivered file is a finding (import/finding.h). */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/macro.h"

/* The value is the exit status of the program. */
enum err_kind {
	ERR_NONE = 0,
	ERR_DATA = 1,	      /* data refused */
	ERR_USE = 2,	      /* wrong use of a command */
	ERR_SURROUNDINGS = 3, /* disk, rights, lock, missing program */
	ERR_DEFINITION = 4,   /* a definition file is wrong */
	ERR_DEFECT = 70,      /* our own mistake */
	ERR_INTERRUPT = 130   /* Ctrl-C */
};

struct err {
	enum err_kind kind;
	char *text;    /* where: what, Dutch, with full stop */
	char *advice;  /* what to do; NULL when there is nothing to advise */
	char *outcome; /* what happened to the data; NULL lets cli say "Er is niets gewijzigd." */
};

#define ERR_INIT {ERR_NONE, NULL, NULL, NULL}

/* Each returns -1, so that a failing function can end with `return err_set(...)`. The old text may
 * be an argument. */
int err_set(struct err *err, enum err_kind kind, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* Puts "context: " in front of the text. */
int err_context(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Sets what to do; replaces an earlier advice. */
int err_advise(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Sets what happened to the data; replaces an earlier outcome. */
int err_outcome(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Frees the texts and makes `err` ready for use again. */
void err_release(struct err *err);

#endif
