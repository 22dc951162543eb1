/* fault.h - makes one system call fail, in a child process, as a broken disk or a full machine would.
 * A seccomp filter answers instead of the kernel; no rights and no other program are needed. */
#ifndef FAULT_H
#define FAULT_H

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* From now on `call` (SYS_...) fails with errno `number` in this process; no call is -1. 0, or -1 where the kernel does
 * not offer this. */
static inline int fault_set(long call, int number)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ((unsigned)number & SECCOMP_RET_DATA)),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(rules) / sizeof(rules[0]), rules};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return -1;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

enum { FAULT_IMPOSSIBLE = 77 };

/* Runs body(arg) in a child where `call` fails, and returns what it returned (0..76), FAULT_IMPOSSIBLE
 * where this machine cannot do that, or -1 when the child crashed. */
static inline int fault_run(long call, int number, int (*body)(const char *arg), const char *arg)
{
	int status = 0;
	pid_t pid = fork();

	if (pid < 0)
		return FAULT_IMPOSSIBLE;
	if (pid == 0)
		_exit(fault_set(call, number) < 0 ? FAULT_IMPOSSIBLE : body(arg));
	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

#endif
