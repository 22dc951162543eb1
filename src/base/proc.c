#include "base/proc.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#define PATH_FIXED "/usr/local/bin:/usr/bin:/bin"

enum {
	TICK_MS = 20,	      /* how often we look whether the child has ended */
	READ_STEP = 65536,    /* bytes asked for at once */
	STDERR_KEPT = 4096,   /* bytes of the end of standard error */
	STDERR_LINES = 3,     /* lines of it in a message */
	LINE_SHOWN = 200,     /* characters of such a line */
	DRAIN_MAX = 32,	      /* pieces read after the child's end */
	FILE_MAX = 512 << 20, /* bytes a child may write to one file */
	STATUS_FD = 3	      /* where the child tells why it could not start */
};

/* ---- finding a program -------------------------------------------------------------------- */

static bool runnable(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

char *proc_find(const char *name)
{
	const char *path = getenv("IJKPUNT_PATH");

	if (!*name || strchr(name, '/'))
		return NULL;
	if (!path || !*path)
		path = PATH_FIXED;
	while (*path) {
		size_t len = strcspn(path, ":");
		char *full = mem_printf("%.*s/%s", (int)len, path, name);

		/* A relative folder would find another program from another place. */
		if (*full == '/' && len > 0 && runnable(full))
			return full;
		free(full);
		path += len;
		path += *path == ':';
	}
	return NULL;
}

/* ---- messages ----------------------------------------------------------------------------- */

static int proc_fail(const struct proc *p, struct err *err, const char *fmt, ...) PRINTF_LIKE(3, 4);

static int proc_fail(const struct proc *p, struct err *err, const char *fmt, ...)
{
	struct str name = STR_INIT;
	va_list args;
	char *what;

	va_start(args, fmt);
	what = mem_vprintf(fmt, args);
	va_end(args);
	text_add_shown(&name, p->argv[0], strlen(p->argv[0]), LINE_SHOWN);
	err_set(err, ERR_SURROUNDINGS, "%s: %s", str_text(&name), what);
	str_release(&name);
	free(what);
	return -1;
}

static const char *errno_name(int number)
{
	const char *name = strerrorname_np(number);

	return name ? name : "onbekend";
}

static int start_fail(const struct proc *p, int number, struct err *err)
{
	return proc_fail(p, err, "dit programma kan niet worden gestart (systeemfout %s).",
		errno_name(number));
}

/* Where the last `lines` lines of text[0..len) start. */
static size_t tail_start(const char *text, size_t len, int lines)
{
	while (len > 0)
		if (text[len - 1] == '\n' && --lines == 0)
			break;
		else
			len--;
	return len;
}

/* " Het programma meldt: ..." with the last lines of standard error, when there is any. */
static void add_complaint(struct str *s, const struct str *complaint)
{
	const char *text = str_text(complaint);
	size_t len = complaint->len, at;

	while (len > 0 && strchr("\r\n\t ", text[len - 1]))
		len--;
	at = tail_start(text, len, STDERR_LINES);
	if (len > 0)
		str_add(s, " Het programma meldt: ");
	while (at < len) {
		size_t line = strcspn(text + at, "\r\n");

		if (line > len - at)
			line = len - at;
		text_add_shown(s, text + at, line, LINE_SHOWN);
		at += line + 1;
		if (line > 0 && at < len)
			str_add(s, " / ");
	}
}

/* ---- starting ----------------------------------------------------------------------------- */

/* The ends of the pipes. In the child child[i] becomes descriptor i; the others stay here. */
struct pipes {
	int child[4]; /* input, output, error, status */
	int out, err, status;
};

/* Why a child could not become the program: written by the child, read by us. */
struct start_failure {
	int number;
	bool in_dir;
};

/* The same file under a number that the child will not need for something else. */
static int raise_fd(int fd)
{
	int high = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, STATUS_FD + 1);

	if (fd >= 0)
		close(fd);
	return high;
}

static int pipe_open(int *to_read, int *to_write)
{
	int fds[2];

	if (pipe2(fds, O_CLOEXEC) < 0)
		return -1;
	*to_read = raise_fd(fds[0]);
	*to_write = raise_fd(fds[1]);
	return *to_read < 0 || *to_write < 0 ? -1 : 0;
}

/* The input as a file without a name: the child reads at its own pace and we never wait for it. */
static int input_open(const struct proc *p)
{
	size_t done = 0;
	int fd;

	if (!p->input)
		return raise_fd(open("/dev/null", O_RDONLY | O_CLOEXEC));
	fd = raise_fd(memfd_create("input", MFD_CLOEXEC));
	while (fd >= 0 && done < p->input_len) {
		ssize_t put = write(fd, p->input + done, p->input_len - done);

		if (put < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		done += put > 0 ? (size_t)put : 0;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static void fd_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void pipes_close_child(struct pipes *pipes)
{
	for (size_t i = 0; i < ARRAY_LEN(pipes->child); i++)
		fd_close(&pipes->child[i]);
}

static void pipes_close(struct pipes *pipes)
{
	pipes_close_child(pipes);
	fd_close(&pipes->out);
	fd_close(&pipes->err);
	fd_close(&pipes->status);
}

static int pipes_open(const struct proc *p, struct pipes *pipes)
{
	*pipes = (struct pipes){{-1, -1, -1, -1}, -1, -1, -1};
	pipes->child[0] = input_open(p);
	if (pipes->child[0] < 0 || pipe_open(&pipes->out, &pipes->child[1]) < 0 ||
		pipe_open(&pipes->err, &pipes->child[2]) < 0 ||
		pipe_open(&pipes->status, &pipes->child[3]) < 0)
		return -1;
	/* Reading never waits: poll says when there is something. */
	return fcntl(pipes->out, F_SETFL, O_NONBLOCK) | fcntl(pipes->err, F_SETFL, O_NONBLOCK);
}

/* Limits fail only where a lower one stands already. */
static void child_limit(const struct proc *p)
{
	const struct rlimit core = {0, 0}, size = {FILE_MAX, FILE_MAX},
			    cpu = {(rlim_t)p->seconds + 1, (rlim_t)p->seconds + 1};

	setrlimit(RLIMIT_CORE, &core);
	setrlimit(RLIMIT_FSIZE, &size);
	setrlimit(RLIMIT_CPU, &cpu);
}

/* Everything of ours that the program must not inherit. */
static void child_clean(const struct proc *p, pid_t parent)
{
	sigset_t none;

	closefrom(STATUS_FD + 1);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setsid(); /* a process group of its own, and no terminal to ask things of */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent) /* it went before it could take us along */
		_exit(127);
	child_limit(p);
	umask(077);
}

/* The child between fork and exec: no memory is taken, nothing returns. */
static void child_become(const struct proc *p, const char *program, char *const env[], pid_t parent,
	const struct pipes *pipes)
{
	struct start_failure why = {0, true};
	union {
		const char *const *in;
		char *const *out;
	} argv = {p->argv}; /* execve promises not to write, but its type does not */

	for (int i = 0; i <= STATUS_FD; i++)
		dup2(pipes->child[i], i);
	fcntl(STATUS_FD, F_SETFD, FD_CLOEXEC);
	child_clean(p, parent);
	if (chdir(p->dir ? p->dir : "/") == 0) {
		why.in_dir = false;
		execve(program, argv.out, env);
	}
	why.number = errno;
	_exit(write(STATUS_FD, &why, sizeof(why)) == sizeof(why) ? 127 : 126);
}

/* Waits until the program runs (the status pipe closes by itself) or says why it does not. */
static int start_check(const struct proc *p, int status, struct err *err)
{
	struct start_failure why;
	ssize_t got;

	do
		got = read(status, &why, sizeof(why));
	while (got < 0 && errno == EINTR);
	if (got == 0)
		return 0;
	if (got != (ssize_t)sizeof(why))
		return start_fail(p, EIO, err);
	if (why.in_dir)
		return proc_fail(p, err, "de werkmap van dit programma is niet te openen (systeemfout %s).",
			errno_name(why.number));
	return start_fail(p, why.number, err);
}

/* ---- following ---------------------------------------------------------------------------- */

/* A child that runs, seen from here. */
struct child {
	pid_t pid;
	int out, err;	      /* read ends; -1 when at their end */
	struct str text;      /* standard output */
	struct str complaint; /* the end of standard error */
	size_t max;
	bool keep, too_much, late;
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t); /* a stopwatch: no output depends on it */
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void take_output(struct child *c, const char *bytes, size_t len)
{
	if (!c->keep)
		return;
	if (len > c->max - c->text.len)
		c->too_much = true;
	else
		str_add_n(&c->text, bytes, len);
}

static void take_complaint(struct child *c, const char *bytes, size_t len)
{
	struct str *s = &c->complaint;

	str_add_n(s, bytes, len);
	if (s->len <= STDERR_KEPT)
		return;
	memmove(s->text, s->text + (s->len - STDERR_KEPT), STDERR_KEPT);
	s->len = STDERR_KEPT;
	s->text[s->len] = '\0';
}

/* Reads one piece; false when there is nothing now or nothing more. */
static bool take(struct child *c, int *fd)
{
	char bytes[READ_STEP];
	ssize_t got = *fd < 0 ? 0 : read(*fd, bytes, sizeof(bytes));

	if (got < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	if (got <= 0) {
		fd_close(fd);
		return false;
	}
	if (fd == &c->out)
		take_output(c, bytes, (size_t)got);
	else
		take_complaint(c, bytes, (size_t)got);
	return true;
}

/* True when the child has ended; it stays a zombie, so that its number is not given to another. */
static bool ended(const struct child *c)
{
	siginfo_t info = {.si_pid = 0};

	return waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == c->pid;
}

/* What the child wrote just before its end; a grandchild that goes on writing does not hold us. */
static void drain(struct child *c)
{
	for (int i = 0; i < DRAIN_MAX && take(c, &c->out); i++)
		;
	for (int i = 0; i < DRAIN_MAX && take(c, &c->err); i++)
		;
}

/* Until the child ends, is too late or says too much; then kills what is left and returns its status. */
static int child_follow(struct child *c, int seconds)
{
	int64_t deadline = now_ms() + (int64_t)seconds * 1000;
	int status = 0;

	while (!ended(c) && !c->too_much) {
		struct pollfd fds[] = {{c->out, POLLIN, 0}, {c->err, POLLIN, 0}};

		if (now_ms() >= deadline) {
			c->late = true;
			break;
		}
		/* Closed pipes: the end is near, look more often. poll skips negative numbers. */
		poll(fds, ARRAY_LEN(fds), c->out < 0 && c->err < 0 ? 1 : TICK_MS);
		take(c, &c->out);
		take(c, &c->err);
	}
	kill(-c->pid, SIGKILL);
	drain(c);
	while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

/* 0 when the program did its work; otherwise the reason. */
static int child_judge(const struct proc *p, const struct child *c, int status, struct err *err)
{
	struct str complaint = STR_INIT;

	if (!c->late && !c->too_much && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	add_complaint(&complaint, &c->complaint);
	if (c->late)
		proc_fail(p, err, "was na %d seconden niet klaar en is gestopt.%s", p->seconds,
			str_text(&complaint));
	else if (c->too_much)
		proc_fail(p, err, "gaf meer dan %zu bytes uitvoer en is gestopt.", p->max_out);
	else if (WIFSIGNALED(status))
		proc_fail(p, err, "is afgebroken door signaal %d.%s", WTERMSIG(status), str_text(&complaint));
	else
		proc_fail(p, err, "is geëindigd met foutcode %d.%s", WEXITSTATUS(status),
			str_text(&complaint));
	str_release(&complaint);
	return -1;
}

/* ---- running ------------------------------------------------------------------------------ */

static pid_t child_fork(const struct proc *p, const char *program, const struct pipes *pipes)
{
	char *home = mem_printf("HOME=%s", p->dir ? p->dir : "/");
	char path[] = "PATH=" PATH_FIXED, locale[] = "LC_ALL=C.UTF-8";
	char *const env[] = {path, locale, home, NULL};
	pid_t parent = getpid(), pid = fork();

	if (pid == 0)
		child_become(p, program, env, parent, pipes);
	free(home);
	return pid;
}

/* Runs `program` with pipes that are open. */
static int run(const struct proc *p, const char *program, struct pipes *pipes, struct child *c,
	struct err *err)
{
	int status;

	c->pid = child_fork(p, program, pipes);
	if (c->pid < 0)
		return start_fail(p, errno, err);
	pipes_close_child(pipes);
	if (start_check(p, pipes->status, err) < 0) {
		child_follow(c, 1);
		return -1;
	}
	c->out = pipes->out;
	c->err = pipes->err;
	pipes->out = pipes->err = -1; /* the child closes them */
	status = child_follow(c, p->seconds);
	fd_close(&c->out);
	fd_close(&c->err);
	return child_judge(p, c, status, err);
}

int proc_run(const struct proc *p, char **out, size_t *out_len, struct err *err)
{
	struct child c = {.out = -1, .err = -1, .max = p->max_out, .keep = out != NULL};
	struct pipes pipes;
	char *program;
	int rc;

	assert(p->seconds > 0);
	program = proc_find(p->argv[0]);
	if (!program)
		return proc_fail(p, err, "dit programma is niet gevonden.");
	rc = pipes_open(p, &pipes) < 0 ? start_fail(p, errno, err) : run(p, program, &pipes, &c, err);
	pipes_close(&pipes);
	free(program);
	str_release(&c.complaint);
	if (rc < 0 || !out) {
		str_release(&c.text);
		return rc;
	}
	if (out_len)
		*out_len = c.text.len;
	*out = str_detach(&c.text);
	return 0;
}

/* ---- temporary folders -------------------------------------------------------------------- */

int proc_temp_dir(char **dir, struct err *err)
{
	const char *base = getenv("TMPDIR");
	char *made;

	if (!base || *base != '/')
		base = "/tmp";
	made = file_join(base, "ijkpunt-XXXXXX");
	if (!mkdtemp(made)) {
		err_set(err, ERR_SURROUNDINGS, "%s: hier is geen tijdelijke map te maken (systeemfout %s).",
			base, errno_name(errno));
		free(made);
		return err_advise(err, "Zet TMPDIR op een map waarin u mag schrijven.");
	}
	*dir = made;
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	remove(path); /* what cannot go stays behind, in a folder that only we can read */
	return 0;
}

void proc_temp_remove(char *dir)
{
	if (dir)
		nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
	free(dir);
}
