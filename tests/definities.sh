#!/bin/sh
# The definition files agree with each other. TAP.
exec python3 "$(dirname "$0")/definities.py"
