/* secondary.h - is a puzzle safe to publish, and what more must be hidden until it is.
 *
 * Requirement (statistics.md section 8; calculation.md E.5 R5, R8), k from the policy:
 *   primary    at least k numbers possible, and k itself or more among them: width >= k - 1 and upper >= k. Of
 *              a range the source itself publishes ("<5"), or of a group known to be smaller than k, nothing
 *              may be learnt: the width is that of the range or the group.
 *   secondary  hidden figures that are not primary are not exactly determined.
 *   line       of the parts of a known total none is hidden, or at least two, whose sum is >= k, on both sides
 *              (reached and not reached are two lines). No exemption for zero. Not judged in published files,
 *              where the values are not known.
 *   elsewhere  the same for primary cells when the reader has all noemers from another source.
 *   insider    a child that is the only one in its cell knows that cell; no other primary cell may then be
 *              exactly determined. Cells of his own figure (`owner`) are left out: what a member of a small
 *              group knows of that group is not in our hands. So is a part of his own cell of which the source
 *              tells that somebody is in it ("<5" is 1 to 4): that is he. One insider at a time: together they know more.
 *
 * Everything is judged on solutions actually found (deduce.h, seen_low and seen_high): what could not be proven
 * safe is not safe.
 *
 * Promised when secondary_audit finds no leak: the above, for a reader who has everything that is in the
 * puzzle. Not promised: anything about facts that are not in it, about readers who work together, or about a
 * reader who also knows the order in which cells were chosen to be hidden. */
#ifndef PUBLISH_SECONDARY_H
#define PUBLISH_SECONDARY_H

#include "publish/deduce.h"

enum leak_soort {
	LEAK_PRIMARY,	/* a primary cell too narrow, or exact */
	LEAK_LINE,	/* the hidden parts of a line are one, or too few children */
	LEAK_SECONDARY, /* a hidden figure can be worked out */
	LEAK_ELSEWHERE, /* a primary cell, for who has the noemers */
	LEAK_INSIDER	/* a primary cell, for who is in another */
};

struct leak {
	enum leak_soort soort;
	size_t cell;	/* of a line: its total */
	size_t row;	/* of a line; else PUZZLE_NONE */
	size_t insider; /* the cell he is in; else PUZZLE_NONE */
	struct deduction found;
	struct goal asked;
};

struct leak_list {
	struct leak *item; /* by block, then by cell */
	size_t count, cap;
};
void leak_list_release(struct leak_list *list);

/* What hiding cost, for the intern log. */
struct secondary_report {
	size_t primary, secondary; /* hidden units */
	int64_t cost;		   /* of the secondary ones */
	uint64_t audits;	   /* how often a block was audited */
	struct leak_list leak;	   /* what could not be made safe */
};
void secondary_report_release(struct secondary_report *report);

/* Audits the puzzle as it stands, also one of published files. Leaves the leaks in `list` (must be empty). -1
 * (ERR_DATA) when the numbers contradict each other. `work`: see deduce_new. */
int secondary_audit(const struct puzzle *p, uint64_t work, struct leak_list *list, struct err *err) MUST_USE;

/* Hides units until the audit finds no leak, opens again what need not be hidden, and tries whether it is cheaper
 * without one of the dearest. Which unit: of those in a row with the worst leak the cheapest; a unit already
 * hidden in another period counts for half, so that the pattern holds over periods. Same puzzle, same result. On
 * small tables the cost is within a few thousandths of the optimum (tests/unit/test_publish_secondary prints it).
 * Fills `report`.
 * -1 (ERR_DATA): it cannot be made safe, nothing may be published; report.leak says where (for the intern log
 * only). */
int secondary_protect(struct puzzle *p, uint64_t work, struct secondary_report *report, struct err *err) MUST_USE;

#endif
