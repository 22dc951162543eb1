#!/bin/sh
# Installs the Debian packages that are missing: sh tools/deps.sh NAME...
# Works as root and through sudo; where neither is possible it says what to install by hand.
set -eu

# What a package brings, for machines where it came from elsewhere: a program or a pkg-config name.
there() {
	case $1 in
	gcc | make | python3 | perl | sqlite3 | pkg-config | npm | chromium) command -v "$1" >/dev/null 2>&1 ;;
	nodejs) command -v node >/dev/null 2>&1 ;;
	librsvg2-bin) command -v rsvg-convert >/dev/null 2>&1 ;;
	poppler-utils) command -v pdfinfo >/dev/null 2>&1 ;;
	gnuplot-nox) command -v gnuplot >/dev/null 2>&1 ;;
	libsqlite3-dev) pkg-config --exists sqlite3 2>/dev/null ;;
	libcjson-dev) pkg-config --exists libcjson 2>/dev/null ;;
	libmd-dev) pkg-config --exists libmd 2>/dev/null ;;
	libutf8proc-dev) pkg-config --exists libutf8proc 2>/dev/null ;;
	libxlsxwriter-dev) pkg-config --exists xlsxwriter 2>/dev/null ;;
	libcmocka-dev) pkg-config --exists cmocka 2>/dev/null ;;
	*) return 1 ;;
	esac
}
installed() {
	dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

wanted=
for p in "$@"; do
	installed "$p" || there "$p" || wanted="$wanted $p"
done
[ -n "$wanted" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
	echo "Nog nodig (namen van Debian-pakketten):$wanted" >&2
	echo "Dit is geen Debian of Ubuntu: installeer ze met de pakketbeheerder van dit systeem." >&2
	exit 3
fi
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
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A list that cannot be refreshed (no network, one broken source) may still be good enough.
$as apt-get update -q >"$log" 2>&1 || :
# The names are words of this script's own arguments.
# shellcheck disable=SC2086
$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted >>"$log" 2>&1 || {
	tail -n 5 "$log" >&2
	echo "Installeren is niet gelukt. Doe het met de hand: apt-get install$wanted" >&2
	exit 3
}
