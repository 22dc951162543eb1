#!/bin/sh
# docs/leveringen.md and docs/indicatoren.md say what the definition files say (python3 tools/naslag.py). TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
echo 1..2
python3 tools/naslag.py "$work" || exit 1
n=0
for name in leveringen.md indicatoren.md; do
	n=$((n + 1))
	if diff "docs/$name" "$work/$name" >"$work/diff"; then
		echo "ok $n - docs/$name is current"
	else
		echo "not ok $n - docs/$name is current (python3 tools/naslag.py)"
		head -n 10 "$work/diff" | sed 's/^/# /'
	fi
done
