#!/bin/sh
# One delivery against a fresh werkmap: sh laad_en_vergelijk.sh [--na BESTAND] BESTAND [OPTIES]
# Shows what the program says, and whether the database is what it was, by a dump of all its tables but the log
# of who did what. --na: that delivery is loaded first.
set -u
map=$WORK/lea
ijkpunt begin "$map" --gemeente zoetermeer >/dev/null || exit 70
if [ "$1" = --na ]; then
	ijkpunt -w "$map" laad "$2" >/dev/null 2>&1 || exit 70
	shift 2
fi
dump() { sqlite3 "$map/ijkpunt.db" .dump | grep -v '^INSERT INTO logboek' | sha256sum; }
before=$(dump)
ijkpunt -w "$map" laad "$@"
rc=$?
if [ "$before" = "$(dump)" ]; then echo "database: ongewijzigd"; else echo "database: gewijzigd"; fi
exit $rc
