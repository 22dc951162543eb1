#!/bin/sh
# Writes the migrations as C byte arrays: sh tools/embed_sql.sh src/store/sql/*.sql > sql_embed.h
set -eu
n=0
for f in "$@"; do
	n=$((n + 1))
	printf 'static const unsigned char sql_%03d[] = {\n' "$n"
	od -An -v -tx1 "$f" | sed 's/ *\([0-9a-f][0-9a-f]\)/0x\1,/g'
	printf '0x00};\n'
done
printf 'static const struct migrate_step sql_step[] = {\n'
n=0
for f in "$@"; do
	n=$((n + 1))
	printf '\t{sql_%03d, "%s"},\n' "$n" "$(basename "$f")"
done
printf '};\n'
