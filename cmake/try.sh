#!/bin/sh
# Sets up all, builds, and compares the schemes of a real park. Further words go to `shanhai run`: --lang en, --paths 1000000.
set -eu
cd "$(dirname "$0")/.."
sh cmake/packages.sh
{ cmake --preset release && cmake --build --preset release --target shanhai; } >&2
exec build/release/bin/shanhai run scenarios/parks/wuyi-haining.yaml "$@"
