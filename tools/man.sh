#!/bin/sh
# Fills the part of docs/ijkpunt.1 between the marks with the commands and options, from the program's own
# help: sh tools/man.sh PROGRAM < docs/ijkpunt.1 > new
set -eu
program=$1

commands() { # names, in the order of the help
	"$program" hulp | sed -n '/^Opdrachten:/,/^$/s/^  \([a-z-]*\) .*/\1/p'
}
roff() { # plain text to roff: backslash, minus and leading dot made safe
	sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"
}
# Paragraphs of `hulp COMMAND`: title, usage and options; what holds for every command is left out.
one() {
	"$program" hulp "$1" | sed '/^Bij elke opdracht:/,$d' | roff | awk '
	NR == 1 { sub(/^.* \\- /, ""); summary = toupper(substr($0, 1, 1)) substr($0, 2) "."; next }
	/^Gebruik: / { sub(/^Gebruik: /, ""); print ".SS " $0; print summary; gap = 1; next }
	/^Opties:/ { gap = 1; next }
	/^$/ { if (verbatim) { print ".fi"; verbatim = 0 } gap = 1; next }
	gap { print ".PP"; gap = 0; if (/^  /) { print ".nf"; verbatim = 1 } }
	{ print }
	END { if (verbatim) print ".fi" }'
}
general() {
	echo ".SS Bij elke opdracht"
	echo ".nf"
	"$program" hulp | sed -n '/^Bij elke opdracht:/,/^$/p' | sed -e 1d -e '/^$/d' | roff
	echo ".fi"
}
body() {
	for c in $(commands); do one "$c"; done
	general
}

begin='.\\" begin opdrachten'
end='.\\" eind opdrachten'
text=$(mktemp)
trap 'rm -f "$text"' EXIT
cat >"$text"
sed "/^$begin/q" "$text"
body
sed -n "/^$end/,\$p" "$text"
