#!/bin/sh
# A reader who works against us: two worlds that differ in what is hidden, and sums over what is shown. TAP.
exec python3 "$(dirname "$0")/tegenlezer.py"
