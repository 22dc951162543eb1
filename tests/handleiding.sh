#!/bin/sh
# A gemeente that is not shipped, by the text of the manual: what stands there between marks is made and typed, line by
# line. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
IJKPUNT_DEFINITIES=$PWD
text=$PWD/docs/handleiding.md
SOURCE_DATE_EPOCH=1784626200 # 21 July 2026
export LC_ALL=C.UTF-8 TZ=UTC IJKPUNT_DEFINITIES SOURCE_DATE_EPOCH
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/bin" && ln -s "$IJKPUNT" "$work/bin/ijkpunt"
PATH=$work/bin:$PATH
cd "$work" || exit 1

# steps: FILE name, LINE of it, RUN command; in the order of the text
awk '/^<!-- bestand: / { name = $3; print "FILE " name; kind = "LINE"; next }
	/^<!-- opdracht -->/ { kind = "RUN"; next }
	/^```/ { if (inside) { inside = 0; kind = "" } else if (kind) inside = 1; next }
	inside { print kind " " $0 }' "$text" > steps
n=0
while read -r kind rest; do
	case $kind in
	FILE) file=$rest; : > "$file" ;;
	LINE) printf '%s\n' "$rest" >> "$file" ;;
	RUN)
		n=$((n + 1))
		if out=$(sh -c "$rest" 2>&1); then
			echo "ok $n - $rest"
		else
			echo "not ok $n - $rest"
			printf '%s\n' "$out" | sed 's/^/# /'
		fi ;;
	esac
done < steps

check() { # check TEXT COMMAND...
	n=$((n + 1))
	what=$1
	shift
	if "$@" > out 2>&1; then echo "ok $n - $what"; else echo "not ok $n - $what"; sed 's/^/# /' out; fi
}
here() { ls mijnmap/indicators/gemeenten/mijnstad.json mijnmap/indicators/doelen/mijnstad.json mijnmap/indicators/normen/mijnstad.json \
	mijnmap/indicators/breuken/mijnstad.json mijnmap/indicators/privacy/mijnstad.json mijnmap/imports/gebieden/mijnstad.csv; }
tiles() { [ "$(grep -c ';[1-9];[1-9]$' mijnmap/imports/gebieden/mijnstad.csv)" = 4 ]; }
families() { # as many as the fullest policy that is shipped
	most=$(grep -c '"genest"' "$IJKPUNT_DEFINITIES/indicators/privacy/zoetermeer.json")
	[ "$(grep -c '"genest"' mijnmap/indicators/privacy/mijnstad.json)" = "$most" ]
}
figure() { ijkpunt -w mijnmap toon OAB-01 | grep -q 'Mijnstad *88,6%  273 van 308  geen norm afgesproken'; }
again() { # a werkmap that is there is left alone
	before=$(cat mijnmap/indicators/doelen/mijnstad.json mijnmap/imports/gebieden/mijnstad.csv | sha256sum)
	! ijkpunt begin mijnmap --gemeente-nieuw --code GM9999 --naam Mijnstad --gebieden wijken.csv &&
		[ "$before" = "$(cat mijnmap/indicators/doelen/mijnstad.json mijnmap/imports/gebieden/mijnstad.csv | sha256sum)" ]
}
nothing() { # what is missing is said, and nothing is made
	! ijkpunt begin anders --gemeente-nieuw --code GM9999 < /dev/null && [ ! -e anders ] &&
		! ijkpunt begin anders --gemeente-nieuw --code 344 --naam X --gebieden wijken.csv && [ ! -e anders ] &&
		! ijkpunt begin anders --gemeente-nieuw --code GM9999 --naam X --gebieden nergens.csv && [ ! -e anders ]
}
check "every definition is there" here
check "each wijk has a place on the tile map" tiles
check "all families of the privacy policy are there" families
check "the first figure" figure
check "a second time is refused" again
check "what is missing is said" nothing
echo "1..$n"
