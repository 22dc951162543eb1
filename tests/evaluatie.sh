#!/bin/sh
# What the evaluation says about norms, hidden figures, running years and the agenda agrees with the figures and the
# registers. TAP.
exec python3 "$(dirname "$0")/evaluatie.py"
