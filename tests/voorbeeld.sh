#!/bin/sh
# The generator of the fictional deliveries reproduces the committed files byte for byte, and every file
# it makes stands in the manifest once. TAP.
set -u
cd "$(dirname "$0")/.." || exit 1
set_dir=imports/voorbeeld
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

same() { # same GEMEENTE: generated files equal the committed ones
	(cd "$work/$1" && find . -type f) > "$work/made"
	while read -r file; do
		cmp "$work/$1/$file" "$set_dir/$1/$file" || return 1
	done < "$work/made"
}

none_left() { # none_left GEMEENTE: no committed delivery that the generator does not make
	(cd "$set_dir/$1" && find . -type f ! -name voorbeeld.json ! -path './tekst/*') | sort > "$work/there"
	(cd "$work/$1" && find . -type f) | sort | diff - "$work/there"
}

in_manifest() { # in_manifest GEMEENTE: each delivery is named once, each name exists
	sed 1d "$set_dir/$1"/leveringen.csv | cut -d';' -f1 | sort > "$work/named"
	(cd "$set_dir/$1" && find . -type f ! -name voorbeeld.json ! -path './tekst/*' ! -name 'leveringen.csv') | sed 's/^..//' | sort > "$work/there"
	diff "$work/named" "$work/there"
}

in_order() { # in_order GEMEENTE: the manifest is in order of loading
	sed 1d "$set_dir/$1/leveringen.csv" | cut -d';' -f2 | sort -c
}

marked() { # marked GEMEENTE: manifest, voorbeeld.json and the writers of texts say that it is fictional
	for text in "$set_dir/$1"/tekst/*.md; do
		[ ! -f "$text" ] || grep -q '^rol: .*(fictief)$' "$text" || return 1
	done
	grep -q '"fictief": true' "$set_dir/$1/voorbeeld.json" || return 1
	! sed 1d "$set_dir/$1"/leveringen.csv | cut -d';' -f3 | grep -v '^"*fictief'
}

check "the generator runs" python3 "$set_dir/maak.py" "$work"
check "los: the generator reproduces every file" same los
check "los: no file that it does not make" none_left los
for dir in "$set_dir"/*/; do
	gemeente=$(basename "$dir")
	[ -e "$dir/leveringen.csv" ] || continue
	check "$gemeente: the generator reproduces every file" same "$gemeente"
	check "$gemeente: no file that it does not make" none_left "$gemeente"
	check "$gemeente: the manifest names each delivery once" in_manifest "$gemeente"
	check "$gemeente: the manifest is in order of loading" in_order "$gemeente"
	check "$gemeente: everything is marked fictief" marked "$gemeente"
done
echo "1..$n"
