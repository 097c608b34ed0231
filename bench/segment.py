#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""How well the text room alone cuts raw text into sentences and tokens.

  segment.py conllu < LAYER > SYSTEM.conllu
      the output of `relata --input plain --stop-after text RAW.txt` as CoNLL-U with
      dummy trees, which ud_score.py accepts

  segment.py score --relata RELATA --scorer UD_SCORE.py GOLD.conllu...
      makes the raw text, runs that, and prints F1 of tokens, sentences and words
"""
import argparse
import os
import subprocess
import sys
import tempfile

import raw_text


def conllu(layer, out):
    """Write the text layer's sentences as CoNLL-U; the first word is each tree's root."""
    rows = []
    for line in layer:
        line = line.rstrip("\n")
        if line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            write_sentence(rows, out)
            rows = []


def write_sentence(rows, out):
    for i, row in enumerate(rows):
        if len(row) > 3 and row[3].startswith("1/"):
            n = int(row[3].split("/")[1])
            form = "".join(part[2] for part in rows[i:i + n])
            out.write(f"{i + 1}-{i + n}\t{form}" + "\t_" * 8 + "\n")
        head, relation = ("1", "dep") if i else ("0", "root")
        out.write(f"{i + 1}\t{row[2]}\t_\t_\t_\t_\t{head}\t{relation}\t_\t_\n")
    out.write("\n")


def score(relata, scorer, gold):
    with tempfile.TemporaryDirectory() as folder:
        raw, system = os.path.join(folder, "raw.txt"), os.path.join(folder, "system.conllu")
        with open(raw, "w", encoding="utf-8") as out:
            out.write("".join(raw_text.raw_documents(gold)))
        layer = subprocess.run([relata, "--input", "plain", "--stop-after", "text", raw],
                               check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
        with open(system, "w", encoding="utf-8") as out:
            conllu(layer.split("\n"), out)
        table = subprocess.run([sys.executable, scorer, "--gold", gold, "--system", system],
                               check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    names, values = (line.split() for line in table.splitlines()[-2:])
    print(os.path.basename(gold), *("%s %s" % pair for pair in zip(names, values)
                                    if pair[0] in ("Tokens", "Sentences", "Words")),
          sep="  ")


def main():
    ap = argparse.ArgumentParser(description=__doc__,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = ap.add_subparsers(dest="command", required=True)
    commands.add_parser("conllu")
    measure = commands.add_parser("score")
    measure.add_argument("--relata", required=True)
    measure.add_argument("--scorer", required=True)
    measure.add_argument("gold", nargs="+")
    opt = ap.parse_args()

    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdin.reconfigure(encoding="utf-8")
    if opt.command == "conllu":
        conllu(sys.stdin, sys.stdout)
    else:
        for gold in opt.gold:
            score(opt.relata, opt.scorer, gold)


if __name__ == "__main__":
    main()
