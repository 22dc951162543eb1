#!/bin/sh
# Every gemeente that is shipped has an example of which all reports build, from its own goals: each themablad that a
# goal names, the bundle and the evaluation. What one gemeente agreed is nobody else's norm. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
export SOURCE_DATE_EPOCH=1784626200 LC_ALL=C.UTF-8 TZ=UTC # 21 July 2026
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
n=0
check() { # check TEXT COMMAND...
	n=$((n + 1))
	text=$1
	shift
	if out=$("$@" 2>&1); then
		echo "ok $n - $text"
	else
		echo "not ok $n - $text"
		printf '%s\n' "$out" | head -n 20 | sed 's/^/# /'
	fi
}
sheets() { # the sheets that the goals of a gemeente name
	sed -n 's/.*"themablad": *"\([^"]*\)".*/\1/p' "indicators/doelen/$1.json"
}
known() { # an unknown sheet is answered with those there are
	want=$(sheets "$1" | tr '\n' ',' | sed 's/,$//;s/,/, /g')
	"$IJKPUNT" -w "$work/$1" rapport themablad ZZ --periode 2026-K2 2>&1 | grep -qF "Kies uit: $want."
}
pages() { # all pages of a gemeente, without the definition files in the annex: those are shared
	cat "$work/$1"/uitvoer/*.html | perl -0pe 's{<pre.*?</pre>}{}gs'
}
no_norm() { # no figure has a norm, and no page speaks of one
	"$IJKPUNT" -w "$work/$1" toon --json | grep '"norm":' | grep -v '"norm": null' && return 1
	! pages "$1" | grep -oE '.{40}(minimaal 92%|(norm|ambitie|richtwaarde) van 92%|chip vastgesteld)'
}
no_other() { # not even the name of another gemeente is on a page
	for other in indicators/gemeenten/*.json; do
		[ "$other" = "indicators/gemeenten/$1.json" ] && continue
		name=$(sed -n 's/.*"naam": *"\([^"]*\)".*/\1/p' "$other")
		pages "$1" | grep -owE ".{0,60}$name" && return 1
	done
	return 0
}
meetings() { # of those who decide here
	page=$work/$1/uitvoer/bundel-2026-K2-intern.html
	grep -q 'Laatste overleg: [0-9]' "$page" && grep -q 'Volgend overleg: [0-9]' "$page"
}
names() { # no cell holds the code of a gremium that has a name
	! pages "$1" | grep -oE '<t[hd][^>]*>(stuurgroep|platform)<'
}
expired() { # a goal whose term has passed says so in the evaluation
	! grep -q '"status": "verlopen"' "indicators/doelen/$1.json" ||
		grep -q 'Verlopen: dit liep tot en met' "$work/$1/uitvoer/evaluatie-2026-intern.html"
}
for dir in imports/voorbeeld/*/leveringen.csv; do
	g=$(basename "$(dirname "$dir")")
	check "$g: the example loads" "$IJKPUNT" voorbeeld "$work/$g" --gemeente "$g"
	for s in $(sheets "$g"); do
		check "$g: themablad $s" "$IJKPUNT" -w "$work/$g" rapport themablad "$s" --periode 2026-K2 --editie intern
	done
	check "$g: knows its own sheets" known "$g"
	check "$g: bundel" "$IJKPUNT" -w "$work/$g" rapport bundel --periode 2026-K2 --editie intern
	check "$g: the bundel knows the last and the next meeting" meetings "$g"
	check "$g: evaluatie" "$IJKPUNT" -w "$work/$g" rapport evaluatie 2026 --editie intern
	check "$g: what has expired says so" expired "$g"
	check "$g: a meeting has a name, not a code" names "$g"
	if ! grep -q '"id"' "indicators/normen/$g.json"; then
		check "$g: no norm of another gemeente" no_norm "$g"
		check "$g: no other gemeente on its pages" no_other "$g"
	fi
done
check "the comparison of an intervention, computed once more" python3 tests/interventies.py \
	"$work/zoetermeer/uitvoer/evaluatie-2026-intern.html"
duties() { # of 2026 and, of what is counted per year, of 2025
	set -- $(printf 'GOV-%02d ' 1 2 3 4 5 6 7 8 9 10 11 12)
	"$IJKPUNT" -w "$work/zoetermeer" toon "$@" --niveau gemeente --periode 2025 --json >"$work/2025.json"
	"$IJKPUNT" -w "$work/zoetermeer" toon "$@" --niveau gemeente --json >"$work/nu.json"
	python3 - "$work" <<'EOF' && python3 tests/overleg.py "$work/gov.json"
import json, sys
both = [json.load(open(sys.argv[1] + "/%s.json" % n)) for n in ("2025", "nu")]
json.dump({"rijen": both[0]["rijen"] + both[1]["rijen"]}, open(sys.argv[1] + "/gov.json", "w"))
EOF
}
check "the agreements about the cooperation, counted once more" duties
echo "1..$n"
