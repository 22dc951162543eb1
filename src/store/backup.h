/* backup.h - copies of the database beside it. Only for this room; the door is store_backup. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/macro.h"

/* Path of the newest other ijkpunt database in the folder of `path`, told by its first bytes; NULL
 * when there is none. Owned by the caller. */
char *backup_newest(const char *path) MUST_USE;

#endif
