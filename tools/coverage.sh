#!/bin/sh
# What the tests of a build with PROFILE=cov reached, by gcov (it comes with gcc):
#   sh tools/coverage.sh BUILD NAME...     per file of src/NAME: lines and outcomes of branches, reached of all
#   sh tools/coverage.sh BUILD FILE.c...   the lines of that file that were not run, or whose condition went one way only
set -eu
b=$1
shift

# numbers FILE: "lines-reached lines outcomes-reached outcomes"
numbers() {
	gcov -b -t -o "$b/$(dirname "${1#src/}")" "$1" 2>/dev/null | awk -v want="$1" -f tools/coverage.awk
}

table() {
	for f in "$@"; do
		# shellcheck disable=SC2046 # four numbers
		set -- $(numbers "$f")
		printf '%-36s %5d van %5d regels %5d van %5d uitkomsten\n' "$f" "$@"
	done | awk '{ print; l += $2; of += $4; u += $6; all += $8 }
		END { printf "samen: %d van %d regels (%.1f%%), %d van %d uitkomsten (%.1f%%)\n", l, of, 100 * l / of,
			u, all, all ? 100 * u / all : 100 }'
}

for name in "$@"; do
	case $name in
	*.c) gcov -b -t -o "$b/$(dirname "${name#src/}")" "$name" 2>/dev/null |
		awk -v want="$name" -v show=1 -f tools/coverage.awk ;;
	*)
		# shellcheck disable=SC2046 # the names of our own files hold no spaces
		table $(find "src/$name" -name '*.c' | sort)
		;;
	esac
done
