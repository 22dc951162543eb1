#!/bin/sh
# Functions that may not be used: they overflow, depend on the locale, run a shell or read the clock.
# A few have one door: the clock cli/clock.c, time limits and the environment of children base/proc.c,
# settings from the environment cli/ and base/proc.c.
set -eu
bad=0

# only 'NAMES' DOORS: uses of these functions outside the files of DOORS (a pattern on the path)
only() {
	hits=$(find src -name '*.[ch]' -exec grep -nHE "(^|[^a-zA-Z0-9_.>])($1)[[:space:]]*\(" {} + |
		grep -vE ':[0-9]+:[[:space:]]*(/?\*|//)' | grep -vE "^($2):") || return 0
	printf '%s\n' "$hits"
	bad=1
}

only 'strcpy|strcat|strncpy|strncat|sprintf|vsprintf|gets|strtok|alloca|tmpnam|mktemp|tempnam' none
only 'atoi|atol|atof|strtod|strtof|strtol|strtoul|strtoll|strtoull|sscanf|scanf|fscanf' none
only 'system|popen|setlocale|localtime|ctime|asctime|gmtime|mktime|rand|srand|random|srandom' none
only 'time|localtime_r|gettimeofday' 'src/cli/clock.c'
only 'clock_gettime' 'src/base/proc.c|src/base/progress.c'
only 'getenv|secure_getenv' 'src/cli/[a-z_]+.c|src/base/proc.c'
if [ "$bad" = 1 ]; then
	echo "banned: gebruik de eigen functies uit src/base, of de ene plaats die het mag" >&2
	exit 1
fi
echo "banned: geen verboden functies"
