#!/bin/sh
# The import profiles and their examples, read a second time in another language. TAP.
exec python3 "$(dirname "$0")/profielen.py"
