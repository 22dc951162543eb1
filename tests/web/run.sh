#!/bin/sh
# The pages in a real browser: sh tests/web/run.sh PAGE.html... Needs node, npm and chromium; where one of
# them is absent it says "overgeslagen" in TAP, so that the suite stays green and nothing is skipped silently.
set -eu
here=$(dirname "$0")
for tool in node npm chromium; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "1..0 # SKIP overgeslagen: $tool is er niet (pakketten nodejs npm chromium)"
		exit 0
	}
done
[ -d "$here/node_modules/axe-core" ] || npm --prefix "$here" ci --no-audit --no-fund --silent >/dev/null 2>&1 || {
	echo "1..0 # SKIP overgeslagen: de npm-pakketten zijn niet te installeren"
	exit 0
}
exec node "$here/check.mjs" "$@"
