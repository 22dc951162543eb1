/* progress.h - how far a long piece of work is. Rooms tell how much they did; who shows it (cli) listens. Nothing
 * is told to the listener before a second has passed, and then a few times a second. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdint.h>

/* Called with what the work is, how much is done and how much there is; at the end with done = total and then
 * once with what NULL. Only when it was called before. */
typedef void progress_listener(const char *what, int64_t done, int64_t total);

/* NULL: nobody listens (tests, output that is no terminal). */
void progress_listen(progress_listener *listener);
/* `what` is borrowed until progress_end. A second begin ends the first. */
void progress_begin(const char *what, int64_t total);
/* Adds to what is done; harmless when nothing was begun. */
void progress_step(int64_t amount);
void progress_end(void);

#endif
