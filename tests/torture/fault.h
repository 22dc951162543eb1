/* fault.h - faults at a chosen moment: memory that is not given, a disk that refuses, the power
 * that goes. They live under SQLite: its allocator and its file system are replaced, our own code
 * is not touched. */
#ifndef TORTURE_FAULT_H
#define TORTURE_FAULT_H

#include <stdbool.h>

enum fault_kind {
	FAULT_NONE,
	FAULT_MEMORY, /* an allocation gives NULL */
	FAULT_FULL,   /* a write finds the disk full; half of it may be written */
	FAULT_DISK,   /* reading, writing, syncing, locking, opening or deleting gives an error */
	FAULT_POWER   /* everything from here on is lost, and what was not synced may be */
};

/* Before the first use of SQLite. */
void fault_install(void);
/* The n-th call that the kind counts fails (n = 1 is the first); `lasting`: and every later one
 * too. */
void fault_arm(enum fault_kind kind, long n, bool lasting);
/* Ends it; true when a fault has come. After FAULT_POWER the files are left as a disk could have
 * them: `seed` chooses which unsynced sectors survived. */
bool fault_disarm(unsigned seed);
/* Allocations of SQLite that were not freed. */
long fault_outstanding(void);

#endif
