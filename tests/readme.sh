#!/bin/sh
# The session in README.md is what the program says: every line after `$ ` is run, the rest is compared. TAP.
# UPDATE=1 writes what the program says now.
set -eu
cd "$(dirname "$0")/.."
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/thuis"
ln -s "$IJKPUNT" "$work/bin/ijkpunt"
PATH=$work/bin:$PATH
export PATH IJKPUNT_DEFINITIES="$PWD" SOURCE_DATE_EPOCH=1784626200 USER=beleid

# The first block of the README that holds a command.
awk '/^```/ { if (on) exit; getline; if (/^\$ /) on = 1 } on' README.md >"$work/said"
grep '^\$ ' "$work/said" | sed 's/^\$ //' >"$work/commands"
(
	cd "$work/thuis"
	while read -r line; do
		printf '$ %s\n' "$line"
		eval "$line" </dev/null 2>&1 || :
	done <"$work/commands"
) | sed "s|$work/thuis|~|" >"$work/new"
if [ -n "${UPDATE:-}" ]; then
	awk -v new="$work/new" '
	/^```/ && !done { print; getline; if (/^\$ /) { while ((getline x < new) > 0) print x
		while ($0 !~ /^```/) getline; done = 1 } }
	{ print }' README.md >"$work/readme" && cp "$work/readme" README.md
fi
echo "1..1"
if diff -u "$work/said" "$work/new" >"$work/diff"; then
	echo "ok 1 - the session in README.md is real"
else
	echo "not ok 1 - the session in README.md is real"
	sed 's/^/# /' "$work/diff"
fi
