#!/bin/sh
# Each header compiles on its own. Usage: sh tools/headers.sh "cc flags"
set -eu
bad=0
for h in $(find src -name '*.h' | sort); do
	$1 -fsyntax-only -x c "$h" || bad=1
done
[ "$bad" = 0 ] && echo "headers: elk bestand staat op zichzelf"
exit "$bad"
