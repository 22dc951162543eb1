#!/bin/sh
# The whole way once, with fictional data: a fresh werkmap, all deliveries, the figures, the six themabladen, the
# bundle for the meeting and the evaluation, each for the stuurgroep (intern) and for everyone (openbaar).
# The clock is fixed, so that everyone gets the same bytes.
set -eu
cd "$(dirname "$0")/.."
map=build/demo/zoetermeer
periode=2026-K2
export SOURCE_DATE_EPOCH=1784626200 # 21 July 2026, the day of the last delivery
say() { printf '\n$ %s\n' "$*"; "$@"; }

rm -rf "$map"
mkdir -p build/demo uitvoer
say ./ijkpunt voorbeeld "$map" --gemeente zoetermeer
say ./ijkpunt -w "$map" bereken
say ./ijkpunt -w "$map" toon OAB-01 OAB-02 --niveau gemeente
say ./ijkpunt -w "$map" uitleg OAB-01 Meerzicht $periode
formaat=html,xlsx
if command -v chromium >/dev/null 2>&1; then formaat=$formaat,pdf; fi
for editie in intern openbaar; do
	for blad in L1 L2 L3 L4 L5 L6; do
		say ./ijkpunt -w "$map" rapport themablad $blad --periode $periode --editie $editie --formaat $formaat --uit uitvoer
	done
	say ./ijkpunt -w "$map" rapport bundel --periode $periode --editie $editie --formaat $formaat --uit uitvoer
	say ./ijkpunt -w "$map" rapport evaluatie 2026 --editie $editie --formaat $formaat --uit uitvoer
	say ./ijkpunt -w "$map" exporteer --editie $editie --uit uitvoer/export-$editie
done
say ./ijkpunt -w "$map" controleer --onthulling uitvoer
printf '\nAlle rapporten staan in: %s\n' "$PWD/uitvoer"
printf 'Open in uw browser: %s\n' "$PWD/uitvoer/themablad-L3-$periode-intern.html"
