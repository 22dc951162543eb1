#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/proc.h"
#include "fault.h"

static struct err err = ERR_INIT;

static struct proc shell(const char *const *argv)
{
	return (struct proc){.argv = argv, .seconds = 20, .max_out = 1 << 20};
}

#define SH(script) ((const char *const[]){"sh", "-c", script, NULL})

/* Standard output of a script that should succeed; caller frees. */
static char *output_of(const char *script)
{
	struct proc p = shell(SH(script));
	char *out = NULL;
	size_t len = 0;

	assert_done(proc_run(&p, &out, &len, &err));
	assert_int_equal(len, strlen(out));
	return out;
}

static void assert_output(const char *script, const char *want)
{
	char *out = output_of(script);

	assert_string_equal(out, want);
	free(out);
}

static void assert_fails(const char *script, const char *want)
{
	struct proc p = shell(SH(script));
	char *out = (char *)1;

	assert_int_equal(proc_run(&p, &out, NULL, &err), -1);
	assert_true(out == (char *)1);
	assert_int_equal(err.kind, ERR_SURROUNDINGS);
	assert_string_equal(err.text, want);
	err_release(&err);
}

static double seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void standard_output_comes_back_whole(void **state)
{
	struct proc p = shell(SH("printf 'een\\ntwee'"));

	(void)state;
	assert_output("printf 'een\\ntwee'", "een\ntwee");
	assert_output("true", "");
	assert_done(proc_run(&p, NULL, NULL, &err));
}

static void arguments_reach_the_program_without_a_shell(void **state)
{
	static const char *const argv[] = {"printf", "[%s]", "a b", "$(touch x)", "`id`", "", NULL};
	struct proc p = shell(argv);
	char *out;

	(void)state;
	assert_done(proc_run(&p, &out, NULL, &err));
	assert_string_equal(out, "[a b][$(touch x)][`id`][]");
	free(out);
}

static void large_input_and_output_do_not_block_each_other(void **state)
{
	static const char *const cat[] = {"cat", NULL}, *const lazy[] = {"true", NULL};
	size_t len = 3 << 20, got = 0;
	char *input = malloc(len), *out;
	struct proc p = {.argv = cat, .input = input, .input_len = len, .seconds = 60, .max_out = len};

	(void)state;
	for (size_t i = 0; i < len; i++)
		input[i] = (char)(i * 31 >> 3);
	assert_done(proc_run(&p, &out, &got, &err));
	assert_int_equal(got, len);
	assert_memory_equal(out, input, len);
	free(out);
	p.argv = lazy; /* does not read at all */
	assert_done(proc_run(&p, &out, &got, &err));
	assert_int_equal(got, 0);
	free(out);
	free(input);
}

static void without_input_the_program_reads_nothing(void **state)
{
	static const char *const cat[] = {"cat", NULL};
	struct proc p = shell(cat);
	char *out;

	(void)state;
	assert_output("cat", "");
	p.input = "";
	assert_done(proc_run(&p, &out, NULL, &err));
	assert_string_equal(out, "");
	free(out);
}

static void the_environment_is_small_and_fixed(void **state)
{
	(void)state;
	setenv("LD_PRELOAD", "", 1);
	setenv("GNUPLOT_LIB", "/elders", 1);
	assert_output("env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD= | sort",
		"HOME=/\nLC_ALL=C.UTF-8\nPATH=/usr/local/bin:/usr/bin:/bin\n");
	assert_output("pwd; umask", "/\n0077\n");
}

static void the_folder_is_working_folder_and_home(void **state)
{
	struct proc p = shell(SH("pwd; echo $HOME; touch gemaakt"));
	char *dir, *out, *want, *made;

	(void)state;
	assert_done(proc_temp_dir(&dir, &err));
	p.dir = dir;
	assert_done(proc_run(&p, &out, NULL, &err));
	want = malloc(2 * strlen(dir) + 3);
	sprintf(want, "%s\n%s\n", dir, dir);
	assert_string_equal(out, want);
	made = file_join(dir, "gemaakt");
	assert_true(file_exists(made));
	free(made);
	free(want);
	free(out);
	proc_temp_remove(dir);
	p.dir = "/bestaat/niet";
	assert_refused(proc_run(&p, &out, NULL, &err),
		"sh: de werkmap van dit programma is niet te openen (systeemfout ENOENT).");
}

static void no_file_of_ours_stays_open_in_the_child(void **state)
{
	int fds[3];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		fds[i] = open("/dev/null", O_RDONLY); /* without O_CLOEXEC */
	/* ls itself opens the folder that it lists */
	assert_output("ls /proc/self/fd | tr '\\n' ' '", "0 1 2 3 ");
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		close(fds[i]);
}

static void closed_standard_descriptors_do_no_harm(void **state)
{
	int kept = dup(STDIN_FILENO);
	char *out;

	(void)state;
	close(STDIN_FILENO);
	out = output_of("cat; echo klaar; echo fout >&2");
	assert_string_equal(out, "klaar\n");
	free(out);
	if (kept >= 0) {
		dup2(kept, STDIN_FILENO);
		close(kept);
	}
}

static void signals_and_limits_are_fresh(void **state)
{
	sigset_t block, old;

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&block);
	sigaddset(&block, SIGTERM);
	sigprocmask(SIG_BLOCK, &block, &old);
	/* Signals 32 and 33 (bits 1 and 8 of the ninth digit) are libc's own: make leaves them ignored
	 * in what it starts, and signal() may not touch them. */
	assert_output("grep -E '^Sig(Blk|Ign)' /proc/self/status | cut -f2 | sed s/180000000/000000000/ |"
		      " sort -u",
		"0000000000000000\n");
	sigprocmask(SIG_SETMASK, &old, NULL);
	signal(SIGPIPE, SIG_DFL);
	assert_output("ulimit -c; ulimit -t", "0\n21\n");
}

static void a_program_that_is_absent_is_named(void **state)
{
	static const char *const argv[] = {"ijkpunt-bestaat-niet", NULL};
	struct proc p = shell(argv);
	char *out;

	(void)state;
	assert_refused(proc_run(&p, &out, NULL, &err),
		"ijkpunt-bestaat-niet: dit programma is niet gevonden.");
}

static void a_failure_shows_the_last_lines_of_standard_error(void **state)
{
	(void)state;
	assert_fails("exit 3", "sh: is ge\xc3\xabindigd met foutcode 3.");
	assert_fails("echo jammer >&2; exit 1",
		"sh: is ge\xc3\xabindigd met foutcode 1. Het programma meldt: jammer");
	assert_fails("printf 'a\\nb\\nc\\r\\n\\nd' >&2; exit 1",
		"sh: is ge\xc3\xabindigd met foutcode 1. Het programma meldt: c / d");
	assert_fails("printf 'a\\nb\\nc\\nd\\n\\n' >&2; exit 1",
		"sh: is ge\xc3\xabindigd met foutcode 1. Het programma meldt: b / c / d");
	assert_fails("printf '\\033[31m\\376 \\n' >&2; exit 1",
		"sh: is ge\xc3\xabindigd met foutcode 1. Het programma meldt: \\x1b[31m\\xfe");
	assert_fails("printf '\\n\\n' >&2; exit 1", "sh: is ge\xc3\xabindigd met foutcode 1.");
}

static void only_the_end_of_a_long_complaint_is_kept(void **state)
{
	struct proc p = shell(SH("i=0; while [ $i -lt 3000 ]; do echo regel $i >&2; i=$((i+1)); done; "
				 "exit 9"));

	(void)state;
	assert_refused(proc_run(&p, NULL, NULL, &err),
		"foutcode 9. Het programma meldt: regel 2997 / regel 2998 / regel 2999");
}

static void an_end_by_signal_is_told(void **state)
{
	(void)state;
	assert_fails("kill -SEGV $$", "sh: is afgebroken door signaal 11.");
	assert_fails("echo au >&2; kill -9 $$",
		"sh: is afgebroken door signaal 9. Het programma meldt: au");
}

static void a_program_that_hangs_is_stopped_with_its_children(void **state)
{
	static const char script[] = "echo begin >&2; sleep 60 & echo $! > kind; wait";
	struct proc p = {.argv = SH(script), .seconds = 1, .max_out = 100};
	double start = seconds_now();
	char *dir, *path, *text;
	size_t len;
	pid_t grandchild;

	(void)state;
	assert_done(proc_temp_dir(&dir, &err));
	p.dir = dir;
	assert_refused(proc_run(&p, NULL, NULL, &err),
		"sh: was na 1 seconden niet klaar en is gestopt. Het programma meldt: begin");
	assert_true(seconds_now() - start < 10);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no zombie stays behind */
	path = file_join(dir, "kind");
	assert_done(file_read(path, 100, &text, &len, &err));
	grandchild = (pid_t)strtol(text, NULL, 10);
	assert_true(grandchild > 0);
	for (int i = 0; i < 200 && kill(grandchild, 0) == 0; i++) { /* init must still reap it */
		char proc_path[64];
		char *status;

		snprintf(proc_path, sizeof(proc_path), "/proc/%d/stat", (int)grandchild);
		if (file_read(proc_path, 4096, &status, &len, &err) < 0) {
			err_release(&err);
			break;
		}
		if (strstr(status, ") Z ")) {
			free(status);
			break;
		}
		free(status);
		assert_int_not_equal(i, 199);
		usleep(10000);
	}
	free(text);
	free(path);
	proc_temp_remove(dir);
}

static void a_grandchild_with_the_pipes_open_does_not_hold_us(void **state)
{
	double start = seconds_now();

	(void)state;
	assert_output("sleep 30 & echo klaar", "klaar\n");
	assert_true(seconds_now() - start < 10);
}

static void a_program_that_closes_its_output_is_still_waited_for(void **state)
{
	(void)state;
	assert_fails("exec >&- 2>&-; sleep 0.2; exit 4", "sh: is ge\xc3\xabindigd met foutcode 4.");
}

static void too_much_output_is_a_failure_and_not_cut(void **state)
{
	struct proc p = {.argv = SH("yes"), .seconds = 30, .max_out = 1000};
	char *out;

	(void)state;
	assert_refused(proc_run(&p, &out, NULL, &err), "sh: gaf meer dan 1000 bytes uitvoer en is gestopt.");
	p.argv = SH("printf 1234567890");
	p.max_out = 10;
	assert_done(proc_run(&p, &out, NULL, &err));
	assert_string_equal(out, "1234567890");
	free(out);
	p.max_out = 9;
	assert_refused(proc_run(&p, &out, NULL, &err), "meer dan 9 bytes");
	assert_done(proc_run(&p, NULL, NULL, &err)); /* dropped, so never too much */
}

static void on_alarm(int number)
{
	(void)number;
}

static void signals_that_arrive_meanwhile_change_nothing(void **state)
{
	struct sigaction action = {.sa_handler = on_alarm}, old;
	struct itimerval often = {{0, 2000}, {0, 2000}}, never = {{0, 0}, {0, 0}};

	(void)state;
	sigaction(SIGALRM, &action, &old);
	setitimer(ITIMER_REAL, &often, NULL);
	for (int i = 0; i < 10; i++)
		assert_output("sleep 0.02; echo a; sleep 0.02; echo b", "a\nb\n");
	setitimer(ITIMER_REAL, &never, NULL);
	sigaction(SIGALRM, &old, NULL);
}

static void assert_not_found(const char *name)
{
	char *found = proc_find(name);

	if (found)
		print_error("%s gevonden als %s\n", name, found);
	assert_null(found);
}

/* A file in `dir` with `mode`. */
static void place(const char *dir, const char *name, const char *text, unsigned mode)
{
	char *path = file_join(dir, name);

	assert_done(file_write(path, text, strlen(text), 0600, &err));
	assert_int_equal(chmod(path, mode), 0);
	free(path);
}

static void programs_are_looked_up_in_fixed_places(void **state)
{
	char *found = proc_find("sh"), *dir, *path;

	(void)state;
	assert_non_null(found);
	assert_int_equal(*found, '/');
	free(found);
	assert_not_found("");
	assert_not_found("/bin/sh");
	assert_not_found("../bin/sh");
	assert_done(proc_temp_dir(&dir, &err));
	place(dir, "nepplot", "#!/bin/sh\necho nep\n", 0700);
	place(dir, "geen-x", "#!/bin/sh\n", 0600);
	path = malloc(strlen(dir) + 40);
	sprintf(path, ":.:bin:/bestaat/niet:%s:", dir);
	setenv("IJKPUNT_PATH", path, 1);
	assert_not_found("geen-x");
	found = proc_find("nepplot");
	assert_non_null(found);
	free(found);
	assert_not_found("sh");
	setenv("IJKPUNT_PATH", "/", 1);
	assert_not_found("tmp"); /* a folder */
	setenv("IJKPUNT_PATH", "", 1);
	found = proc_find("sh");
	assert_non_null(found);
	free(found);
	unsetenv("IJKPUNT_PATH");
	free(path);
	proc_temp_remove(dir);
}

static void a_file_that_cannot_be_executed_is_told(void **state)
{
	static const char *const argv[] = {"geen-programma", NULL};
	struct proc p = shell(argv);
	char *dir;

	(void)state;
	assert_done(proc_temp_dir(&dir, &err));
	place(dir, "geen-programma", "zomaar tekst", 0700);
	setenv("IJKPUNT_PATH", dir, 1);
	assert_refused(proc_run(&p, NULL, NULL, &err),
		"geen-programma: dit programma kan niet worden gestart (systeemfout ENOEXEC).");
	unsetenv("IJKPUNT_PATH");
	proc_temp_remove(dir);
}

static void a_machine_without_room_for_pipes_is_an_error(void **state)
{
	struct proc p = shell(SH("true"));
	struct rlimit old, few;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
	for (rlim_t n = 0; n < 16; n++) {
		int rc;

		few = (struct rlimit){n, old.rlim_max};
		setrlimit(RLIMIT_NOFILE, &few);
		rc = proc_run(&p, NULL, NULL, &err);
		setrlimit(RLIMIT_NOFILE, &old);
		if (n < 8) {
			assert_int_equal(rc, -1);
			assert_non_null(strstr(err.text, "sh: dit programma kan niet worden gestart"));
		}
		err_release(&err);
	}
	assert_done(proc_run(&p, NULL, NULL, &err)); /* nothing was left open */
}

static int start_in_vain(const char *errno_name)
{
	struct proc p = shell(SH("true"));

	p.input = "x";
	p.input_len = 1;
	if (proc_run(&p, NULL, NULL, &err) == 0)
		return 1;
	return strstr(err.text, "sh: dit programma kan niet worden gestart (systeemfout ") &&
			       strstr(err.text, errno_name)
		       ? 0
		       : 2;
}

static void a_start_that_fails_at_any_step_is_an_error(void **state)
{
	(void)state;
	if (fault_run(SYS_memfd_create, ENOSYS, start_in_vain, "ENOSYS") == FAULT_IMPOSSIBLE)
		skip();
	assert_int_equal(fault_run(SYS_memfd_create, ENOSYS, start_in_vain, "ENOSYS"), 0);
	assert_int_equal(fault_run(SYS_write, ENOSPC, start_in_vain, "ENOSPC"), 0);
	assert_int_equal(fault_run(SYS_pipe2, ENFILE, start_in_vain, "ENFILE"), 0);
	assert_int_equal(fault_run(SYS_clone, EAGAIN, start_in_vain, "EAGAIN"), 0);
	assert_int_equal(fault_run(SYS_execve, EACCES, start_in_vain, "EACCES"), 0);
}

static void temporary_folders_are_private_and_go_with_all_in_them(void **state)
{
	char *dir, *sub, *deep;
	struct stat st;

	(void)state;
	assert_done(proc_temp_dir(&dir, &err));
	assert_int_equal(stat(dir, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	sub = file_join(dir, "a/b");
	assert_done(file_make_dir(sub, &err));
	deep = file_join(sub, "c.txt");
	assert_done(file_write(deep, "x", 1, 0600, &err));
	free(deep);
	deep = file_join(sub, "naar-buiten");
	assert_int_equal(symlink("/etc/passwd", deep), 0);
	free(deep);
	free(sub);
	sub = strdup(dir);
	proc_temp_remove(dir);
	assert_false(file_exists(sub));
	assert_true(file_exists("/etc/passwd"));
	free(sub);
	proc_temp_remove(NULL);
}

static void tmpdir_is_used_when_it_is_absolute(void **state)
{
	char *dir, *inner;

	(void)state;
	assert_done(proc_temp_dir(&dir, &err));
	setenv("TMPDIR", dir, 1);
	assert_done(proc_temp_dir(&inner, &err));
	assert_memory_equal(inner, dir, strlen(dir));
	proc_temp_remove(inner);
	setenv("TMPDIR", "hier", 1);
	assert_done(proc_temp_dir(&inner, &err));
	assert_memory_equal(inner, "/tmp/ijkpunt-", 13);
	proc_temp_remove(inner);
	setenv("TMPDIR", "/bestaat/niet", 1);
	assert_refused(proc_temp_dir(&inner, &err),
		"/bestaat/niet: hier is geen tijdelijke map te maken (systeemfout ENOENT).");
	unsetenv("TMPDIR");
	proc_temp_remove(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(standard_output_comes_back_whole),
		cmocka_unit_test(arguments_reach_the_program_without_a_shell),
		cmocka_unit_test(large_input_and_output_do_not_block_each_other),
		cmocka_unit_test(without_input_the_program_reads_nothing),
		cmocka_unit_test(the_environment_is_small_and_fixed),
		cmocka_unit_test(the_folder_is_working_folder_and_home),
		cmocka_unit_test(no_file_of_ours_stays_open_in_the_child),
		cmocka_unit_test(closed_standard_descriptors_do_no_harm),
		cmocka_unit_test(signals_and_limits_are_fresh),
		cmocka_unit_test(a_program_that_is_absent_is_named),
		cmocka_unit_test(a_failure_shows_the_last_lines_of_standard_error),
		cmocka_unit_test(only_the_end_of_a_long_complaint_is_kept),
		cmocka_unit_test(an_end_by_signal_is_told),
		cmocka_unit_test(a_program_that_hangs_is_stopped_with_its_children),
		cmocka_unit_test(a_grandchild_with_the_pipes_open_does_not_hold_us),
		cmocka_unit_test(a_program_that_closes_its_output_is_still_waited_for),
		cmocka_unit_test(too_much_output_is_a_failure_and_not_cut),
		cmocka_unit_test(signals_that_arrive_meanwhile_change_nothing),
		cmocka_unit_test(programs_are_looked_up_in_fixed_places),
		cmocka_unit_test(a_file_that_cannot_be_executed_is_told),
		cmocka_unit_test(a_machine_without_room_for_pipes_is_an_error),
		cmocka_unit_test(a_start_that_fails_at_any_step_is_an_error),
		cmocka_unit_test(temporary_folders_are_private_and_go_with_all_in_them),
		cmocka_unit_test(tmpdir_is_used_when_it_is_absolute),
	};

	return RUN_TESTS(tests);
}
