#!/bin/sh
# Installs the Debian packages that are missing: sh tools/deps.sh NAME...
# Works as root and through sudo; where neither is possible it says what to install by hand.
set -eu
command -v dpkg-query >/dev/null 2>&1 || {
	echo "Dit is geen Debian of Ubuntu. Nodig zijn (Debian-namen): $*" >&2
	exit 0
}
missing=
for p in "$@"; do
	dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $p"
done
# A tool that is there without its package (gcc from elsewhere, say) is good enough.
wanted=
for p in $missing; do
	case $p in
	gcc | make | python3 | perl | sqlite3 | pkg-config) command -v "$p" >/dev/null 2>&1 || wanted="$wanted $p" ;;
	gnuplot-nox) command -v gnuplot >/dev/null 2>&1 || wanted="$wanted $p" ;;
	*) wanted="$wanted $p" ;;
	esac
done
[ -n "$wanted" ] || exit 0
echo "Nog nodig:$wanted"
if [ "$(id -u)" = 0 ]; then
	as=
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
	as=sudo
else
	echo "Installeren kan hier niet: u bent geen beheerder en sudo is er niet." >&2
	echo "Vraag uw beheerder om: apt-get install$wanted" >&2
	exit 3
fi
install() { $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted; }
{ $as apt-get update -q && install; } >build-deps.log 2>&1 || {
	tail -n 5 build-deps.log >&2
	echo "Installeren is niet gelukt. Doe het met de hand: apt-get install$wanted" >&2
	exit 3
}
rm -f build-deps.log
