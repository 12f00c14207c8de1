#!/bin/sh
# Sets up all, builds and passes the tests.
set -eu
cd "$(dirname "$0")/.."
sh cmake/packages.sh
exec cmake --workflow --preset release
