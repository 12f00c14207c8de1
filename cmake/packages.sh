#!/bin/sh
# Installs the Debian 12 packages that are missing, as root or with sudo. With the word `lint`, `bench`, `mpi` or `memo`,
# those of the checks, of the benchmark, of sweeps under mpirun or of memos in other programs too.
set -eu

build='
  g++                           # the compiler, 12
  cmake                         # 3.25 builds
  ninja-build                   # for cmake
  libeigen3-dev                 # roots of covariance matrices
  libboost-dev                  # root finding for internal rates of return
  libboost-program-options-dev  # the command line
  libyaml-cpp-dev               # scenarios
  libfmt-dev                    # text
  nlohmann-json3-dev            # JSON
  libxlsxwriter-dev             # workbooks for Excel
  libxxhash-dev                 # the hash that names a scenario
  libsqlite3-dev                # the results of a sweep in one file that others read too
  libsqlitecpp-dev              # and its errors as exceptions
  pkgconf                       # finds the two below
  duktape-dev                   # runs ECharts inside the program
  librsvg2-dev                  # its pictures as PNG, for programs that show no SVG
  ca-certificates               # ECharts is fetched from npm when configuring
  libzip-dev                    # a Word file is an archive
  libpugixml-dev                # of XML
  libxml2-dev                   # the HTML of a memo, read again after a browser or a hand has saved it
  catch2                        # the test framework
  librandom123-dev              # Philox as its authors wrote it, for a test
  python3                       # the second reckoning of the model, and other tests that read output
  python3-jsonschema            # a validator that is not ours, for the schema
  python3-yaml                  # and a reader of YAML to feed it
'
lint='
  clang                         # builds the fuzz target
  libclang-rt-14-dev            # its fuzzer and sanitizers
  clang-tidy
  clang-format
  libclang-14-dev               # and what a plugin of clang-tidy is compiled with
  llvm-14-dev
'
bench='
  python3-numpy                 # what an analyst would use
  libopenblas0-pthread          # and its fast linear algebra
'
mpi='
  libopenmpi-dev                # ranks on several machines that share a sweep
  openmpi-bin                   # and what starts them, by ssh or under Slurm
'
memo='
  chromium                      # prints a memo, and opens it as its readers do
  fonts-noto-cjk                # Chinese letters for it
  poppler-utils                 # reads what was printed
  libreoffice-calc-nogui        # a spreadsheet that is not ours, to reckon workbooks anew
'

case "${1:-}" in
  lint) build="$build$lint" ;;
  bench) build="$build$bench" ;;
  mpi) build="$build$mpi" ;;
  memo) build="$build$memo" ;;
esac
missing=
for package in $(printf '%s' "$build" | sed 's/#.*//'); do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { echo "As root, please: apt-get install$missing" >&2; exit 1; }
  root=sudo
fi
echo "Installing Debian packages:$missing" >&2
apt() { $root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq -o DPkg::Lock::Timeout=600 "$@" >/dev/null; }
apt update
# shellcheck disable=SC2086
apt install --no-install-recommends $missing
