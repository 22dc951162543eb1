#!/bin/sh
# sh tools/install.sh install|uninstall PROGRAM PREFIX
# PREFIX includes DESTDIR. The program finds share/ijkpunt beside its own bin/, so the whole may move.
set -eu
what=$1 program=$2 to=$3
share=$to/share/ijkpunt
man=$to/share/man/man1
doc=$to/share/doc/ijkpunt

files() { # every file that is installed from a folder of this repository
	find indicators imports reports -type f ! -name '*.py' | sort
}

case $what in
install)
	install -d "$to/bin" "$share" "$man" "$doc"
	install -m 755 "$program" "$to/bin/ijkpunt"
	files | while read -r f; do
		install -D -m 644 "$f" "$share/$f"
	done
	[ ! -f docs/ijkpunt.1 ] || install -m 644 docs/ijkpunt.1 "$man/ijkpunt.1"
	install -m 644 LICENSE docs/handleiding.md docs/privacy.md docs/toegankelijkheid.md "$doc"
	echo "Geïnstalleerd: $to/bin/ijkpunt"
	;;
uninstall)
	rm -f "$to/bin/ijkpunt" "$man/ijkpunt.1"
	rm -rf "$share" "$doc"
	echo "Verwijderd: $to/bin/ijkpunt"
	;;
*)
	echo "gebruik: install.sh install|uninstall PROGRAMMA MAP" >&2
	exit 2
	;;
esac
