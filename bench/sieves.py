#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Precision of each sieve: python3 bench/sieves.py GUM.conllu LINKS MODEL

LINKS is the program built from bench/links.c. A link is right when GUM has both
mentions, known by their head words, in one entity. Links of mentions that GUM
does not annotate (relative pronouns, demonyms, most compounds) are counted
apart. Prints a table: gold trees, our own trees, our own with --likely.
"""
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

import coref_score

KINDS = ("gold", "sure", "likely")


def read_trees(path):
    """{document: its lines of CoNLL-U, without names}."""
    lines, current = defaultdict(list), None
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id"):
                current = line.split("=")[1].strip()
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10:
                spacing = "SpaceAfter=No" in fields[9]
                fields[9] = "SpaceAfter=No" if spacing else "_"
                lines[current].append("\t".join(fields) + "\n")
            elif not line.strip() or line.strip() == "# newpar":
                lines[current].append(line)
    return lines


def links_of(tool, model, kind, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".conllu",
                                     encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        done = subprocess.run([tool, model, kind, file.name], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8")
    for line in done.stdout.splitlines():
        *numbers, rule = line.split("\t")
        yield [int(number) for number in numbers], rule


def judge(document, numbers):
    """"right", "wrong", or "none" when GUM lacks one of the mentions."""
    entities = defaultdict(set)
    for entity, spans in document.chains.items():
        for first, last in spans:
            entities[document.head_of(first, last)].add(entity)
    a = entities.get(document.head_of(*numbers[:2]))
    b = entities.get(document.head_of(*numbers[2:]))
    if not a or not b:
        return "none"
    return "right" if a & b else "wrong"


def main():
    path, tool, model = sys.argv[1:4]
    documents, trees = coref_score.read_gum(path), read_trees(path)
    counts = {kind: Counter() for kind in KINDS}
    for kind in KINDS:
        for name, document in documents.items():
            for numbers, rule in links_of(tool, model, kind, trees[name]):
                counts[kind][rule, judge(document, numbers)] += 1
    print("| step | " + " | ".join("%s: links, precision, apart" % kind
                                   for kind in KINDS) + " |")
    print("|---|" + "---:|" * len(KINDS))
    rules = sorted({rule for kind in KINDS for rule, _ in counts[kind]})
    for rule in rules + ["all"]:
        cells = []
        for kind in KINDS:
            right, wrong, none = (
                sum(n for (r, v), n in counts[kind].items()
                    if v == verdict and rule in (r, "all"))
                for verdict in ("right", "wrong", "none"))
            cells.append("%d, %.2f, %d" % (right + wrong,
                                           right / (right + wrong), none)
                         if right + wrong else "0, -, %d" % none)
        print("| `%s` | " % rule + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
