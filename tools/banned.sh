#!/bin/sh
# Functions that may not be used: they overflow, depend on the locale, run a shell or read the clock.
# The clock has one door (cli/app.c), environment and processes have base/proc.c.
set -eu
names='strcpy|strcat|strncpy|strncat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|strtod|strtol|strtoul|strtoll|strtoull|sscanf|scanf|fscanf|system|popen|setlocale|localtime|ctime|asctime|mktime|rand|srand|alloca|tmpnam|mktemp'
if grep -nE "(^|[^a-zA-Z0-9_.])($names)[[:space:]]*\(" $(find src -name '*.[ch]') |
	grep -vE ':[0-9]+:[[:space:]]*(/?\*|//)'; then
	echo "banned: gebruik de eigen functies uit src/base" >&2
	exit 1
fi
echo "banned: geen verboden functies"
