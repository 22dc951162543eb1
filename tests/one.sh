#!/bin/sh
# Runs the test of one name, as tests/run.sh lists them; for prove. TAP on stdout.
set -eu
name=${1#*/}
case $1 in
unit/*) exec "$BUILD/unit/$name" ;;
golden/*) exec sh tests/golden/run.sh "$name" ;;
sh/*) exec sh "tests/$name.sh" ;;
map/*) exec sh "tests/$name/run.sh" ;;
esac
echo "Bail out! onbekende test $1"
exit 1
