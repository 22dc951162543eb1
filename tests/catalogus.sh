#!/bin/sh
# Every indicator of indicators/ has, for a gemeente that follows it, one row in `toon --niveau gemeente`: with a value, or
# with the word for why not. Nothing is left out and nothing is there twice. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${IJKPUNT:=$PWD/ijkpunt}"
export IJKPUNT_DEFINITIES="$PWD" SOURCE_DATE_EPOCH=1784626200
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

# The table as id|period|figure; it begins below the line of dashes and ends with an empty line.
rows() { # rows FILE
	python3 - "$1" <<'PY'
import re, sys
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
ruler = next(i for i, line in enumerate(lines) if line.startswith("───"))
spans = [m.span() for m in re.finditer("─+", lines[ruler])]
names = [lines[ruler - 1][a:b].strip() for a, b in spans]
for line in lines[ruler + 1:]:
    if not line.strip():
        break
    cell = {name: line[a:b].strip() for name, (a, b) in zip(names, spans)}
    print("|".join((cell["indicator"], cell["periode"], cell["stand"])))
PY
}

once() { # once FILE: no id twice
	cut -d'|' -f1 "$1" | sort | uniq -d | (! grep .)
}

# A number with what it is of, or one of the words there are for none.
woorden='niet geleverd|onbekend|niet van toepassing|afgeschermd.*|gegevens kloppen niet|geen doelgroep|onvolledig geleverd.*|nog geen volle periode sinds .*|geen norm afgesproken|niet te bepalen'
said() { # said FILE
	! grep -vE "^[A-Z]+-[0-9]+\|[^|]*\|((tussen )?-?[0-9][0-9.,]*.*|$woorden)\$" "$1"
}
dated() { # dated FILE: a number has a period
	! grep -E '\|\|(tussen |-)?[0-9]' "$1"
}

ls indicators/*.json | sed 's|.*/||; s|\.json$||' | sort >"$work/files"
for gemeente in zoetermeer leiden heerenveen; do
	"$IJKPUNT" voorbeeld "$work/$gemeente" --gemeente $gemeente >/dev/null 2>&1 ||
		"$IJKPUNT" begin "$work/$gemeente" --gemeente $gemeente >/dev/null 2>&1
	"$IJKPUNT" -w "$work/$gemeente" toon --niveau gemeente >"$work/toon" 2>"$work/err"
	rows "$work/toon" >"$work/$gemeente.rijen"
	check "$gemeente: each indicator once" once "$work/$gemeente.rijen"
	check "$gemeente: a value, or the word for why not" said "$work/$gemeente.rijen"
	check "$gemeente: each value has its period" dated "$work/$gemeente.rijen"
done
cat "$work"/*.rijen | cut -d'|' -f1 | sort -u >"$work/rows"
check "the three together show every file of indicators/, and nothing else" diff "$work/files" "$work/rows"
echo "1..$n"
