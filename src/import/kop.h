/* kop.h - the header of a delivered file against one profile: which column of the file is which column of the
 * profile. Order, case, spaces and underscores make no difference. */
#ifndef IMPORT_KOP_H
#define IMPORT_KOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macro.h"
#include "base/str.h"
#include "def/import_def.h"
#include "import/finding.h"
#include "import/head.h"

enum kop_soort {
	KOP_GELEZEN,  /* a column of the profile */
	KOP_SMELT,    /* one of the wide columns that become rows */
	KOP_GENEGEERD,
	KOP_ONBEKEND, /* in no list: not read, not kept, reported */
	KOP_LEEG      /* no name */
};

struct kop_cel {
	char *naam;
	enum kop_soort soort;
	int kolom;   /* of the profile, with KOP_GELEZEN */
	char *smelt; /* value of the new kenmerk, with KOP_SMELT */
};

struct kop {
	int64_t line, last_line; /* physical, of the header */
	struct kop_cel *cel;
	size_t count;
	int *plaats; /* per column of the profile its index in cel, -1: not in the file */
	size_t plaats_count;
	/* how well it fits */
	size_t verplicht, verplicht_gevonden, gekend, smelt;
};

/* Compares a header of `lines` rows that starts at row `at` of the head. */
void kop_match(const struct import_def *def, const struct head *head, size_t at, struct kop *out);
void kop_release(struct kop *kop);
/* Every compulsory column is there (and a wide one, where the profile melts). */
bool kop_complete(const struct import_def *def, const struct kop *kop);

/* Finds what is wrong with a header that was recognised: missing, double and unnamed columns as fout, columns
 * that are not read as melding. */
void kop_check(const struct import_def *def, const struct kop *kop, struct finding_list *findings);

/* "kolom (kolom E)" is written by the caller of a finding; this is the letter: 1 = A, 27 = AA. */
void kop_letter(struct str *s, int nr);
/* Key of a column name: no case, spaces, underscores and accents. Caller frees. */
char *kop_key(const char *name) MUST_USE;
/* True when both names read the same, whatever their case, spaces and underscores. */
bool kop_same_name(const char *a, const char *b);

#endif
