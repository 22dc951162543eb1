/* cli.h - from words on the command line to a command. The room of everything a user types and reads in
 * a terminal, and the only one that prints. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

/* Runs one command; returns the exit status of the program (base/err.h: err_kind). */
int cli_main(int argc, char **argv);

#endif
