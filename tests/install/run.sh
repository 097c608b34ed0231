#!/usr/bin/env bash
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
#
# run.sh BUILD FOLDER CC: install below FOLDER; the command and a program that
# uses the library work from there.

set -euo pipefail

build=$1 folder=$2 cc=$3
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$folder"
cmake --install "$build" --prefix "$folder/usr" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$folder/usr" -name relata.pc)")
export PKG_CONFIG_PATH

cd "$folder"
printf 'Ana Mora met Jan Lund in Oslo.\n' >news.txt
usr/bin/relata -q news.txt
grep -q 'Jan Lund' out/news.ttl
grep -q '</svg>' out/news.svg

# the flags of pkg-config are words
# shellcheck disable=SC2046
"$cc" -std=c17 -Wall -Wextra -Werror "$here/use.c" -o use \
  $(pkg-config --cflags --libs --static relata)
./use usr/share/relata/relata-en.bin news.txt | tee use.txt
grep -q 'Ana Mora meet Jan Lund' use.txt

# shellcheck disable=SC2046
"$cc" -std=c17 -Wall -Wextra -Werror "$here/../../examples/parse.c" -o parse \
  $(pkg-config --cflags --libs --static relata)
./parse usr/share/relata/relata-en.bin 'Ana Mora met Jan Lund.' | tee parse.txt
grep -q "^Ana	PROPN	nsubj	met" parse.txt
grep -q '^# person: Jan Lund' parse.txt
