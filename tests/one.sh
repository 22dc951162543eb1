#!/bin/sh
# Runs the test of one name, as tests/run.sh lists them; for prove. TAP on stdout.
set -eu
name=${1#*/}

# cmocka writes a skipped test as "not ok ... # SKIP", which prove counts as a failure.
unit() {
	said=$(mktemp)
	trap 'rm -f "$said"' EXIT
	rc=0
	"$BUILD/unit/$1" >"$said" || rc=$?
	sed 's/^not ok\(.*# SKIP\)/ok\1/' "$said"
	exit "$rc"
}

case $1 in
unit/*) unit "$name" ;;
golden/*) exec sh tests/golden/run.sh "$name" ;;
sh/*) exec sh "tests/$name.sh" ;;
map/*) exec sh "tests/$name/run.sh" ;;
esac
echo "Bail out! onbekende test $1"
exit 1
