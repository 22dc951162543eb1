#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/proc.h"
#include "fault.h"

static struct err err = ERR_INIT;

/* Every test has a folder of its own; *state is its path. */
static int setup(void **state)
{
	char *dir;

	if (proc_temp_dir(&dir, &err) < 0)
		return -1;
	*state = dir;
	return 0;
}

static int teardown(void **state)
{
	proc_temp_remove(*state);
	return 0;
}

static char *in(void **state, const char *name)
{
	return file_join(*state, name);
}

static void put(const char *path, const char *text)
{
	assert_done(file_write(path, text, strlen(text), 0600, &err));
}

static void assert_content(const char *path, const char *want)
{
	char *text = NULL;
	size_t len = 0;

	assert_done(file_read(path, 1 << 20, &text, &len, &err));
	assert_int_equal(len, strlen(want));
	assert_string_equal(text, want);
	free(text);
}

/* No temporary name may stay behind. */
static void assert_names(const char *dir, const char *want)
{
	char **names, all[1000] = "";
	size_t count;

	assert_done(file_list(dir, NULL, &names, &count, &err));
	for (size_t i = 0; i < count; i++) {
		strncat(all, names[i], sizeof(all) - strlen(all) - 1);
		strncat(all, " ", sizeof(all) - strlen(all) - 1);
	}
	assert_string_equal(all, want);
	file_list_free(names, count);
}

/* ---- reading ------------------------------------------------------------------------------ */

static void a_file_is_read_whole(void **state)
{
	char *path = in(state, "a"), *text;
	size_t len;

	put(path, "");
	assert_content(path, "");
	assert_done(file_write(path, "a\0b", 3, 0600, &err));
	assert_done(file_read(path, 3, &text, &len, &err));
	assert_int_equal(len, 3);
	assert_memory_equal(text, "a\0b", 4);
	free(text);
	free(path);
}

static void a_large_file_is_read_in_pieces(void **state)
{
	size_t size = 200001, len;
	char *path = in(state, "a"), *big = malloc(size), *text;

	for (size_t i = 0; i < size; i++)
		big[i] = (char)(i % 251);
	assert_done(file_write(path, big, size, 0600, &err));
	assert_done(file_read(path, size, &text, &len, &err));
	assert_int_equal(len, size);
	assert_memory_equal(text, big, size);
	free(text);
	free(big);
	free(path);
}

static void a_file_larger_than_the_limit_is_refused(void **state)
{
	char *path = in(state, "groot.csv"), *text = (char *)1;
	size_t len = 7, mib = (size_t)1 << 20;
	char *big = calloc(mib + 2, 1);

	put(path, "1234");
	assert_refused(file_read(path, 3, &text, &len, &err), "groot.csv: is groter dan 3 bytes.");
	assert_done(file_write(path, big, mib + 1, 0600, &err));
	assert_refused(file_read(path, mib, &text, &len, &err), "groot.csv: is groter dan 1 MiB.");
	assert_done(file_write(path, big, mib + 2, 0600, &err));
	assert_refused(file_read(path, mib + 1, &text, &len, &err), "is groter dan 1048577 bytes.");
	assert_refused(file_read("/proc/self/maps", 10, &text, &len, &err), "is groter dan 10 bytes.");
	assert_true(text == (char *)1);
	assert_int_equal(len, 7);
	free(big);
	free(path);
}

static void what_is_no_regular_file_is_refused_at_once(void **state)
{
	char *pipe = in(state, "pijp"), *text;
	size_t len;

	assert_int_equal(mkfifo(pipe, 0600), 0);
	alarm(10); /* a read that waits ends the test */
	assert_refused(file_read("/dev/zero", 100, &text, &len, &err),
		"/dev/zero: is geen gewoon bestand.");
	assert_refused(file_read(pipe, 100, &text, &len, &err), "pijp: is geen gewoon bestand.");
	assert_refused(file_read(*state, 100, &text, &len, &err), ": is een map, geen bestand.");
	alarm(0);
	free(pipe);
}

static void a_socket_is_refused_too(void **state)
{
	char *path = in(state, "s"), *text;
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	size_t len;

	memcpy(address.sun_path, path, strlen(path) + 1);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_refused(file_read(path, 100, &text, &len, &err), "s: is geen gewoon bestand.");
	close(fd);
	free(path);
}

static void absent_files_are_named_as_the_user_gave_them(void **state)
{
	char *text, *path = in(state, "a"), *under = in(state, "a/b");
	size_t len;

	assert_int_equal(file_read("map/bestaat\nniet.csv", 9, &text, &len, &err), -1);
	assert_string_equal(err.text, "map/bestaat\\x0aniet.csv: bestaat niet.");
	assert_string_equal(err.advice, "Controleer de naam en de map.");
	assert_int_equal(err.kind, ERR_SURROUNDINGS);
	err_release(&err);
	put(path, "x");
	assert_refused(file_read(under, 9, &text, &len, &err), "een deel van het pad is geen map.");
	free(path);
	free(under);
}

static void a_link_that_goes_round_is_refused(void **state)
{
	char *path = in(state, "rond"), *text;
	size_t len;

	assert_int_equal(symlink("rond", path), 0);
	assert_refused(file_read(path, 9, &text, &len, &err), "te veel snelkoppelingen");
	free(path);
}

static void a_read_error_halfway_is_told(void **state)
{
	char *text;
	size_t len;

	(void)state;
	/* reading the memory of this process at address 0 */
	assert_refused(file_read("/proc/self/mem", 9, &text, &len, &err),
		"/proc/self/mem: de schijf geeft een lees- of schrijffout.");
}

/* ---- writing ------------------------------------------------------------------------------ */

static void writing_replaces_the_old_file_in_one_go(void **state)
{
	char *path = in(state, "a.txt"), *text;
	struct file_stat before, after;
	size_t len;
	int fd;

	put(path, "oud");
	assert_done(file_stat(path, &before, &err));
	fd = open(path, O_RDONLY);
	put(path, "nieuw");
	assert_done(file_stat(path, &after, &err));
	assert_int_not_equal(before.inode, after.inode);
	text = malloc(10);
	len = (size_t)read(fd, text, 10); /* who had it open still reads the old text */
	assert_int_equal(len, 3);
	assert_memory_equal(text, "oud", 3);
	assert_content(path, "nieuw");
	assert_names(*state, "a.txt ");
	close(fd);
	free(text);
	free(path);
}

static void the_mode_asked_for_holds_whatever_the_umask(void **state)
{
	char *path = in(state, "a");
	struct stat st;
	mode_t old = umask(077);

	assert_done(file_write(path, "x", 1, 0644, &err));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	umask(0);
	assert_done(file_write(path, "x", 1, 0600, &err));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	umask(old);
	free(path);
}

static void a_path_without_folder_is_written_here(void **state)
{
	char here[4096];

	assert_non_null(getcwd(here, sizeof(here)));
	assert_int_equal(chdir(*state), 0);
	assert_done(file_write("hier.txt", "x", 1, 0600, &err));
	assert_content("hier.txt", "x");
	assert_names(".", "hier.txt ");
	assert_int_equal(chdir(here), 0);
}

static void a_symlink_as_target_is_refused(void **state)
{
	char *path = in(state, "link"), *other = in(state, "ander");

	put(other, "blijft");
	assert_int_equal(symlink(other, path), 0);
	assert_int_equal(file_write(path, "x", 1, 0600, &err), -1);
	assert_non_null(strstr(err.text, "link: is een snelkoppeling; daar wordt niet doorheen geschreven."));
	assert_string_equal(err.advice, "Kies een andere naam of verwijder de snelkoppeling.");
	err_release(&err);
	assert_content(other, "blijft");
	assert_names(*state, "ander link ");
	free(path);
	free(other);
}

static void folders_pipes_and_devices_are_no_target(void **state)
{
	char *pipe = in(state, "pijp");

	assert_int_equal(mkfifo(pipe, 0600), 0);
	assert_refused(file_write(pipe, "x", 1, 0600, &err), "pijp: is geen gewoon bestand.");
	assert_refused(file_write("/dev/null", "x", 1, 0600, &err), "/dev/null: is geen gewoon bestand.");
	assert_refused(file_write(*state, "x", 1, 0600, &err), "is een map, geen bestand.");
	assert_names(*state, "pijp ");
	free(pipe);
}

static void a_folder_that_is_absent_is_an_error(void **state)
{
	char *path = in(state, "weg/a.txt"), *under = in(state, "a/b"), *a = in(state, "a");

	assert_refused(file_write(path, "x", 1, 0600, &err), "weg/a.txt: bestaat niet.");
	assert_refused(file_write("", "x", 1, 0600, &err), ": bestaat niet.");
	put(a, "x");
	assert_refused(file_write(under, "x", 1, 0600, &err), "a/b: een deel van het pad is geen map.");
	free(path);
	free(under);
	free(a);
}

static void a_name_that_is_too_long_is_told(void **state)
{
	char name[301], *path;

	memset(name, 'n', 300);
	name[300] = '\0';
	path = in(state, name);
	assert_refused(file_write(path, "x", 1, 0600, &err), "de naam is te lang.");
	name[255] = '\0'; /* the longest that Linux has; the temporary name is shorter */
	free(path);
	path = in(state, name);
	put(path, "x");
	assert_content(path, "x");
	free(path);
}

/* Names of a run that was killed, with our number. */
static void left_temporary_names_are_passed_over(void **state)
{
	char *path = in(state, "a"), name[64], *left;

	for (int i = 0; i < 100; i++) {
		snprintf(name, sizeof(name), ".ijkpunt-%ld-%d.tmp", (long)getpid(), i);
		left = in(state, name);
		assert_int_equal(close(open(left, O_CREAT | O_WRONLY, 0600)), 0);
		free(left);
		if (i == 98)
			put(path, "98");
	}
	assert_content(path, "98");
	assert_refused(file_write(path, "x", 1, 0600, &err), "EEXIST");
	assert_content(path, "98");
	free(path);
}

static void a_file_that_may_not_grow_leaves_nothing_behind(void **state)
{
	struct rlimit old, small;
	char *path = in(state, "a"), *big = calloc(1, 100000);

	put(path, "oud");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = (struct rlimit){50000, old.rlim_max};
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	assert_int_equal(file_write(path, big, 100000, 0600, &err), -1);
	setrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, SIG_DFL);
	assert_non_null(strstr(err.text, "a: het bestand wordt groter dan hier mag."));
	err_release(&err);
	assert_content(path, "oud");
	assert_names(*state, "a ");
	free(big);
	free(path);
}

/* A write that must fail with an error of the disk, and change nothing. */
static int write_in_vain(const char *path)
{
	if (file_write(path, "nieuw", 5, 0600, &err) == 0)
		return 1;
	return strstr(err.text, "a: de schijf geeft een lees- of schrijffout.") ? 0 : 2;
}

static void a_disk_that_fails_at_any_step_keeps_the_old_file(void **state)
{
	static const long steps[] = {SYS_write, SYS_fchmod, SYS_fsync, SYS_close,
#ifdef SYS_rename
		SYS_rename,
#endif
	};
	char *path = in(state, "a");

	put(path, "oud");
	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		int rc = fault_run(steps[i], EIO, write_in_vain, path);

		if (rc == FAULT_IMPOSSIBLE) {
			free(path);
			skip();
		}
		assert_int_equal(rc, 0);
		assert_content(path, "oud");
		assert_names(*state, "a ");
	}
	free(path);
}

static int list_in_vain(const char *dir)
{
	char **names;
	size_t count;

	if (file_list(dir, NULL, &names, &count, &err) == 0)
		return 1;
	return strstr(err.text, "lees- of schrijffout.") ? 0 : 2;
}

static int read_in_vain(const char *path)
{
	char *text;
	size_t len;

	if (file_read(path, 9, &text, &len, &err) == 0)
		return 1;
	return strstr(err.text, "lees- of schrijffout.") ? 0 : 2;
}

static int meet_a_rare_error(const char *path)
{
	char *text;
	size_t len;

	if (file_read(path, 9, &text, &len, &err) != -1)
		return 1;
	return strstr(err.text, "a: het systeem meldt fout 25 (ENOTTY).") ? 0 : 2;
}

static void a_rare_error_keeps_its_name(void **state)
{
	char *path = in(state, "a");
	int rc = fault_run(SYS_openat, ENOTTY, meet_a_rare_error, path);

	free(path);
	if (rc == FAULT_IMPOSSIBLE)
		skip();
	assert_int_equal(rc, 0);
}

static int work_without_standard_input(const char *path)
{
	size_t len;
	char *text;

	close(STDIN_FILENO); /* the next file opened gets number 0 */
	if (file_write(path, "x", 1, 0600, &err) != 0)
		return 1;
	return file_read(path, 9, &text, &len, &err) != 0 || len != 1 ? 2 : 0;
}

static void closed_standard_input_does_no_harm(void **state)
{
	char *path = in(state, "a");
	int rc = fault_run(-1, 0, work_without_standard_input, path);

	free(path);
	if (rc == FAULT_IMPOSSIBLE)
		skip();
	assert_int_equal(rc, 0);
}

static void a_disk_that_cannot_be_read_is_told(void **state)
{
	char *path = in(state, "a");

	put(path, "oud");
	if (fault_run(SYS_read, EIO, read_in_vain, path) == FAULT_IMPOSSIBLE) {
		free(path);
		skip();
	}
	assert_int_equal(fault_run(SYS_read, EIO, read_in_vain, path), 0);
	assert_int_equal(fault_run(SYS_getdents64, EIO, list_in_vain, *state), 0);
#ifdef SYS_newfstatat
	assert_int_equal(fault_run(SYS_newfstatat, EIO, read_in_vain, path), 0);
#endif
	free(path);
}

/* Runs `body` in a child with a file system of 64 KiB at `dir`; false when this machine forbids that. */
static bool in_small_disk(const char *dir, unsigned long flags, int (*body)(const char *dir))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		int spaces = CLONE_NEWNS | (geteuid() == 0 ? 0 : CLONE_NEWUSER);

		if (unshare(spaces) < 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0 ||
			mount("klein", dir, "tmpfs", flags, "size=64k") < 0)
			_exit(77);
		_exit(body(dir));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		return false;
	assert_int_equal(WEXITSTATUS(status), 0);
	return true;
}

static int write_too_much(const char *dir)
{
	char *path = file_join(dir, "a"), *big = calloc(1, 100000), *text, **names;
	size_t len, count;

	if (file_write(path, "oud", 3, 0600, &err) < 0)
		return 1;
	if (file_write(path, big, 100000, 0600, &err) == 0 || !strstr(err.text, "a: De schijf is vol.") ||
		strcmp(err.advice, "Maak ruimte vrij en probeer het opnieuw.") != 0)
		return 2;
	if (file_read(path, 100, &text, &len, &err) < 0 || strcmp(text, "oud") != 0)
		return 3;
	return file_list(dir, NULL, &names, &count, &err) < 0 || count != 1 ? 4 : 0;
}

static void a_full_disk_is_told_and_the_old_file_stays(void **state)
{
	if (!in_small_disk(*state, 0, write_too_much)) {
		print_message("# overgeslagen: hier is geen kleine schijf te maken\n");
		skip();
	}
}

static int write_read_only(const char *dir)
{
	char *path = file_join(dir, "a");

	return file_write(path, "x", 1, 0600, &err) == 0 ||
	       !strstr(err.text, "a: de schijf is alleen-lezen.");
}

static void a_read_only_disk_is_told(void **state)
{
	if (!in_small_disk(*state, MS_RDONLY, write_read_only)) {
		print_message("# overgeslagen: hier is geen kleine schijf te maken\n");
		skip();
	}
}

/* Runs `body` as a user without rights of its own. */
static void as_nobody(const char *dir, int (*body)(const char *dir))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		if (geteuid() == 0 && (setgid(65534) < 0 || setuid(65534) < 0))
			_exit(99);
		_exit(body(dir));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static int meet_closed_doors(const char *dir)
{
	char *path = file_join(dir, "a"), *text, **names;
	size_t len, count;

	if (file_read(path, 9, &text, &len, &err) == 0 || !strstr(err.text, "a: u hebt hier geen rechten voor."))
		return 1;
	if (file_write(path, "x", 1, 0600, &err) == 0 || !strstr(err.text, "geen rechten"))
		return 2;
	if (file_list(dir, NULL, &names, &count, &err) == 0 || !strstr(err.text, "geen rechten"))
		return 3;
	if (file_make_dir(path, &err) == 0 || !strstr(err.text, "geen rechten"))
		return 4;
	return 0;
}

static void closed_doors_are_told(void **state)
{
	char *dir = in(state, "dicht");

	assert_done(file_make_dir(dir, &err));
	assert_int_equal(chmod(dir, 0), 0);
	assert_int_equal(chmod(*state, 0755), 0);
	as_nobody(dir, meet_closed_doors);
	assert_int_equal(chmod(dir, 0700), 0);
	free(dir);
}

static int write_where_no_list_may_be_read(const char *dir)
{
	char *path = file_join(dir, "a");

	return file_write(path, "x", 1, 0600, &err);
}

static void a_folder_that_may_be_written_but_not_read_will_do(void **state)
{
	char *dir = in(state, "bus");

	assert_done(file_make_dir(dir, &err));
	assert_int_equal(chmod(dir, 0333), 0);
	assert_int_equal(chmod(*state, 0755), 0);
	as_nobody(dir, write_where_no_list_may_be_read);
	assert_int_equal(chmod(dir, 0700), 0);
	free(dir);
}

/* ---- folders and names -------------------------------------------------------------------- */

static void folders_are_made_with_their_parents(void **state)
{
	char *path = in(state, "a/b//c/"), *a = in(state, "a"), *file = in(state, "a/f"),
	     *under = in(state, "a/f/g"), *link = in(state, "naar-a"), *through = in(state, "naar-a/d");
	struct stat st;

	assert_done(file_make_dir(path, &err));
	assert_done(file_make_dir(path, &err));
	assert_true(file_is_dir(path));
	assert_int_equal(stat(a, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	put(file, "x");
	assert_refused(file_make_dir(file, &err), "a/f: bestaat al en is geen map.");
	assert_refused(file_make_dir(under, &err), "a/f: bestaat al en is geen map.");
	assert_int_equal(symlink("a", link), 0);
	assert_done(file_make_dir(through, &err));
	assert_done(file_make_dir("/tmp", &err));
	assert_done(file_make_dir("/", &err));
	assert_refused(file_make_dir("", &err), ": bestaat niet.");
	free(path);
	free(a);
	free(file);
	free(under);
	free(link);
	free(through);
}

static void lists_are_sorted_by_byte_and_filtered_by_end(void **state)
{
	static const char *const made[] = {"b.json", "a.json", "B.json", "a.csv", ".json", "json",
		"\xc3\xa9.json", "a.json.bak"};
	char **names;
	size_t count;

	for (size_t i = 0; i < ARRAY_LEN(made); i++) {
		char *path = in(state, made[i]);

		put(path, "");
		free(path);
	}
	assert_names(*state, ".json B.json a.csv a.json a.json.bak b.json json \xc3\xa9.json ");
	assert_done(file_list(*state, ".json", &names, &count, &err));
	assert_int_equal(count, 5);
	assert_string_equal(names[0], ".json");
	assert_string_equal(names[4], "\xc3\xa9.json");
	file_list_free(names, count);
	assert_done(file_list(*state, ".niets", &names, &count, &err));
	assert_int_equal(count, 0);
	file_list_free(names, count);
	assert_refused(file_list("/bestaat/niet", NULL, &names, &count, &err), "/bestaat/niet: bestaat niet.");
	assert_refused(file_list("/dev/null", NULL, &names, &count, &err), "geen map");
}

static void assert_joined(const char *a, const char *b, const char *want)
{
	char *path = file_join(a, b);

	assert_string_equal(path, want);
	free(path);
}

static void paths_are_joined_with_one_slash(void **state)
{
	(void)state;
	assert_joined("a", "b", "a/b");
	assert_joined("a/", "b", "a/b");
	assert_joined("/", "b", "/b");
	assert_joined("", "b", "b");
	assert_joined(NULL, "b", "b");
	assert_joined("a", "/b", "/b");
	assert_string_equal(file_base("a/b.csv"), "b.csv");
	assert_string_equal(file_base("b.csv"), "b.csv");
	assert_string_equal(file_base("/b"), "b");
	assert_string_equal(file_base("a/"), "");
}

static void hashes_are_sha_256(void **state)
{
	struct file_hash hash;

	(void)state;
	file_hash_bytes("", 0, &hash);
	assert_string_equal(hash.hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	file_hash_bytes("abc", 3, &hash);
	assert_string_equal(hash.hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void a_look_at_a_file_tells_what_changed(void **state)
{
	struct file_stat st, again;
	char *path = in(state, "a");
	struct timespec times[2] = {{0, UTIME_OMIT}, {-2, 5}};

	put(path, "abc");
	assert_done(file_stat(path, &st, &err));
	assert_int_equal(st.bytes, 3);
	assert_true(st.regular);
	assert_false(st.directory);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	assert_done(file_stat(path, &again, &err));
	assert_int_equal(again.mtime_ns, -1999999995);
	assert_int_equal(again.inode, st.inode);
	assert_done(file_stat(*state, &st, &err));
	assert_true(st.directory);
	assert_false(st.regular);
	assert_refused(file_stat("/bestaat/niet", &st, &err), "/bestaat/niet: bestaat niet.");
	assert_true(file_exists(path));
	assert_false(file_is_dir(path));
	assert_true(file_is_dir(*state));
	assert_false(file_is_dir("/bestaat/niet"));
	assert_false(file_exists("/bestaat/niet"));
	free(path);
}

#define IN_FOLDER(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_file_is_read_whole),
		IN_FOLDER(a_large_file_is_read_in_pieces),
		IN_FOLDER(a_file_larger_than_the_limit_is_refused),
		IN_FOLDER(what_is_no_regular_file_is_refused_at_once),
		IN_FOLDER(a_socket_is_refused_too),
		IN_FOLDER(absent_files_are_named_as_the_user_gave_them),
		IN_FOLDER(a_link_that_goes_round_is_refused),
		IN_FOLDER(a_read_error_halfway_is_told),
		IN_FOLDER(writing_replaces_the_old_file_in_one_go),
		IN_FOLDER(the_mode_asked_for_holds_whatever_the_umask),
		IN_FOLDER(a_path_without_folder_is_written_here),
		IN_FOLDER(a_symlink_as_target_is_refused),
		IN_FOLDER(folders_pipes_and_devices_are_no_target),
		IN_FOLDER(a_folder_that_is_absent_is_an_error),
		IN_FOLDER(a_name_that_is_too_long_is_told),
		IN_FOLDER(left_temporary_names_are_passed_over),
		IN_FOLDER(a_file_that_may_not_grow_leaves_nothing_behind),
		IN_FOLDER(a_disk_that_fails_at_any_step_keeps_the_old_file),
		IN_FOLDER(a_disk_that_cannot_be_read_is_told),
		IN_FOLDER(a_rare_error_keeps_its_name),
		IN_FOLDER(closed_standard_input_does_no_harm),
		IN_FOLDER(a_full_disk_is_told_and_the_old_file_stays),
		IN_FOLDER(a_read_only_disk_is_told),
		IN_FOLDER(closed_doors_are_told),
		IN_FOLDER(a_folder_that_may_be_written_but_not_read_will_do),
		IN_FOLDER(folders_are_made_with_their_parents),
		IN_FOLDER(lists_are_sorted_by_byte_and_filtered_by_end),
		IN_FOLDER(paths_are_joined_with_one_slash),
		IN_FOLDER(hashes_are_sha_256),
		IN_FOLDER(a_look_at_a_file_tells_what_changed),
	};

	return RUN_TESTS(tests);
}
