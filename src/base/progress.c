#include "base/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum { FIRST_MS = 1000, EACH_MS = 200 };

/* There is one terminal and one piece of work at a time. */
static struct {
	progress_listener *listener;
	const char *what; /* NULL: nothing under way */
	int64_t done, total;
	int64_t next_ms; /* not before this moment */
	bool shown;
} work;

static int64_t now_ms(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) < 0)
		return 0;
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void progress_listen(progress_listener *listener)
{
	work.listener = listener;
}

void progress_begin(const char *what, int64_t total)
{
	progress_end();
	if (!work.listener || total <= 0)
		return;
	work.what = what;
	work.done = 0;
	work.total = total;
	work.next_ms = now_ms() + FIRST_MS;
}

void progress_step(int64_t amount)
{
	int64_t now;

	if (!work.what)
		return;
	work.done += amount;
	if (work.done > work.total)
		work.done = work.total;
	now = now_ms();
	if (now < work.next_ms)
		return;
	work.next_ms = now + EACH_MS;
	work.shown = true;
	work.listener(work.what, work.done, work.total);
}

void progress_end(void)
{
	if (work.shown)
		work.listener(NULL, work.total, work.total);
	work.what = NULL;
	work.shown = false;
}
