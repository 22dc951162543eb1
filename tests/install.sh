#!/bin/sh
# An installed program works from another place, without the repository, and can be removed. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset IJKPUNT_DEFINITIES
n=0
check() { # check TEXT COMMAND...
	n=$((n + 1))
	text=$1
	shift
	if "$@" >"$work/said" 2>&1; then
		echo "ok $n - $text"
	else
		echo "not ok $n - $text"
		sed 's/^/# /' "$work/said"
	fi
}
moved() { mv "$work/usr" "$work/elders" && cd "$work" && ./elders/bin/ijkpunt begin lea --gemeente zoetermeer; }
nothing_left() { [ -z "$(find "$work/elders" -type f)" ]; }

check "install places the program and its definitions" sh tools/install.sh install "$IJKPUNT" "$work/usr"
check "the program is executable" test -x "$work/usr/bin/ijkpunt"
check "definitions are readable for everyone" test "$(stat -c %a "$work/usr/share/ijkpunt/indicators/OAB-01.json")" = 644
check "what a user may want to read is there" test -s "$work/usr/share/doc/ijkpunt/handleiding.md" -a \
	-s "$work/usr/share/doc/ijkpunt/privacy.md" -a -s "$work/usr/share/doc/ijkpunt/toegankelijkheid.md"
check "no generator is installed" sh -c "! find '$work/usr' -name '*.py' | grep ."
(moved) >"$work/moved" 2>&1
check "it finds its definitions after being moved" test -f "$work/lea/ijkpunt.db"
check "uninstall removes all of it" sh tools/install.sh uninstall "$IJKPUNT" "$work/elders"
check "nothing is left" nothing_left
echo "1..$n"
