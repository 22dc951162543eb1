#!/bin/sh
# A sample of the places where memory, disk or power can fail; `make torture` tries every one.
set -eu
exec "$BUILD/torture/torture_store" "${1:-1499}"
