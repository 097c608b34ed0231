# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
#
# Sourced by ./check and ./demo: the Debian packages that they need, and how
# they speak.

# NAME FOR REASON; FOR is build (./demo and ./check) or check (only ./check)
packages() {
  cat <<'LIST'
gcc                build  the C compiler of the dev and release builds
libc6-dev          build  headers of the C library
cmake              build  reads CMakeLists.txt and the presets, runs the tests
ninja-build        build  runs the compilers
pkg-config         build  tells where raptor and Graphviz are
libraptor2-dev     build  writes RDF
librasqal3-dev     build  answers SPARQL on files
libcurl4-gnutls-dev build speaks with triple stores (raptor has the same one)
libjansson-dev     build  writes JSON
libgraphviz-dev    build  lays out and draws the maps
fonts-liberation   build  widths of the letters on the maps
clang              check  the second compiler, with the sanitizers
libclang-rt-14-dev check  run-time library of the sanitizers and the fuzzer
clang-format       check  lint.format
clang-tidy         check  lint.tidy
libcmocka-dev      check  unit tests
libsimde-dev       check  tests of the AVX-512 and NEON kernels on any processor
python3            check  lints, specs, bad-input tests, benches
git                check  tells the lints which files are the project's
raptor2-utils      check  rapper: reads our Turtle back
serdi              check  a second reader of Turtle, not related to raptor
libxml2-utils      check  xmllint: the maps are well-formed XML
texlive-latex-base check  compiles the LaTeX of a report
nodejs             check  runs the readers of tests/js (or any node from 18 on)
chromium           check  opens the page of a map (or any Chromium that is there)
npm                check  installs them (or the npm that is there)
curl               check  asks the store as docs/STORES.md does
virtuoso-opensource check a real triple store to load and to ask
LIST
}

# One line a step
say() {
  printf '%s\n' "== $*"
}

# One sentence, and the end
fail() {
  printf '%s\n' "error: $*" >&2
  exit 1
}

# is_there PACKAGE: installed by dpkg, or its command came another way
is_there() {
  case "$1" in
  nodejs) command -v node >/dev/null ;;
  chromium) command -v chromium >/dev/null ;;
  npm) command -v npm >/dev/null ;;
  *)
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null |
      grep -q '^install ok installed'
    ;;
  esac
}

# Names of the packages of the kinds given that are not installed
missing_packages() {
  local name kind reason
  while read -r name kind reason; do
    case " $* " in
    *" $kind "*)
      is_there "$name" || printf '%s\n' "$name"
      ;;
    esac
  done < <(packages)
}

# need_packages KIND...: install what is missing, as root or by sudo
need_packages() {
  local missing as_root=()
  command -v dpkg-query >/dev/null ||
    fail "expected Debian 12 with dpkg; on another system install what" \
      ".ci/packages.sh lists and use the presets of CMake"
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" -eq 0 ]; then
    say "Packages: all installed"
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "these packages are missing and only root can install them:" \
        "${missing[*]}"
    as_root=(sudo)
  fi
  say "Packages: installing ${missing[*]}"
  mkdir -p build
  if ! { "${as_root[@]}" apt-get -qq update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install \
      -y --no-install-recommends "${missing[@]}"; } \
    >build/packages.log 2>&1 </dev/null; then
    fail "these packages are missing and could not be installed (offline?" \
      "see build/packages.log): ${missing[*]}"
  fi
}

# Install the readers of tests/js, once for each state of its lock file
need_readers() {
  local folder=tests/js stamp=tests/js/node_modules/.installed
  if cmp -s "$folder/package-lock.json" "$stamp"; then
    say "Readers of tests/js: installed"
    return
  fi
  say "Readers of tests/js: installing"
  mkdir -p build
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund) \
    >build/readers.log 2>&1 </dev/null ||
    fail "the readers of tests/js could not be installed (offline? see" \
      "build/readers.log)"
  cp "$folder/package-lock.json" "$stamp"
}

# quietly LOG COMMAND...: run, and show the log's end only when it fails
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "this step failed: $* (whole output in $log)"
  fi
}

# build PRESET: configure and build
build() {
  say "Building build/$1"
  quietly "build/$1/configure.log" cmake --preset "$1"
  quietly "build/$1/build.log" cmake --build --preset "$1"
}
