#!/bin/sh
# What uitleg prints of the statistics against a second calculation, on random deliveries. RONDES=50 tries more. TAP.
exec python3 "$(dirname "$0")/differential/statistiek.py"
