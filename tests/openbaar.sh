#!/bin/sh
# No byte of edition openbaar holds a hidden number, or what follows from it. TAP.
exec python3 "$(dirname "$0")/openbaar.py"
