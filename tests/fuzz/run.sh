#!/bin/sh
# Replays the corpus of every fuzz target; TAP on stdout. Needs BUILD (see tests/run.sh).
set -eu
cd "$(dirname "$0")/../.."
: "${BUILD:=$PWD/build/debug}"
n=0
bad=0
for f in tests/fuzz/fuzz_*.c; do
	target=$(basename "$f" .c)
	n=$((n + 1))
	if said=$("$BUILD/fuzz/$target" "tests/fuzz/corpus/${target#fuzz_}" 2>&1); then
		echo "ok $n - ${target#fuzz_}: $(echo "$said" | tail -n 1)"
	else
		echo "not ok $n - ${target#fuzz_}"
		echo "$said" | tail -n 20 | sed 's/^/# /'
		bad=1
	fi
done
echo "1..$n"
exit "$bad"
