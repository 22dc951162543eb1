#!/bin/sh
# The page, the workbook and the CSV of a report say the same. TAP.
exec python3 "$(dirname "$0")/formaten.py"
