#!/bin/sh
# The evaluator against a second implementation in another language, on random deliveries. TAP on stdout.
# RONDES=200 sh tests/differential/run.sh tries more; ZAAD=7 other ones.
exec python3 "$(dirname "$0")/differential.py"
