# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""UPOS, lemma, UAS and LAS by genre, on gold tokens."""

import argparse
import collections

from corpus import read_conllu


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("system")
    args = parser.parse_args()

    table = collections.defaultdict(lambda: [0] * 5)
    confused = collections.Counter()
    for g, s in zip(read_conllu(args.gold, "g"),
                    read_conllu(args.system, "s")):
        assert g.forms == s.forms
        genre = g.doc.split("_")[1] if "_" in g.doc and \
            g.doc.startswith("GUM") else g.doc.split("-")[0]
        for row in (table[genre], table["all"]):
            for i in range(len(g.forms)):
                head = g.heads[i] == s.heads[i]
                row[0] += 1
                row[1] += g.upos[i] == s.upos[i]
                row[2] += g.lemmas[i] == s.lemmas[i]
                row[3] += head
                row[4] += head and g.deps[i] == s.deps[i]
        confused.update((a, b) for a, b, h, k in
                        zip(g.deps, s.deps, g.heads, s.heads)
                        if a != b and h == k)
    print("| genre | words | UPOS | lemma | UAS | LAS |")
    print("|---|---:|---:|---:|---:|---:|")
    for genre, row in sorted(table.items()):
        print(f"| {genre} | {row[0]} | " + " | ".join(
            f"{100 * v / row[0]:.1f}" for v in row[1:]) + " |")
    print("\nLabel errors with the right head (gold, found, times): " +
          ", ".join(f"{a} {b} {n}" for (a, b), n in
                    confused.most_common(10)))


if __name__ == "__main__":
    main()
