# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Coarse F1 of names: CoNLL-U with Entity= in MISC against a two-column file.

Sentences are found by their words, in any order; a gold sentence with other
words is left out. Only person, organisation, place, event and time count, and
of those only the types that the gold file has.
"""

import argparse
import collections
import re

from corpus import read_bio, spans_of

READ = {"person": "person", "organization": "organisation", "place": "place",
        "event": "event", "time": "time", "PER": "person",
        "ORG": "organisation", "LOC": "place"}


def gold_sentences(path):
    """(words, names) of each sentence."""
    for forms, tags, _ in read_bio(path):
        yield tuple(forms), {(first, end, READ[kind]) for first, end, kind in
                             spans_of(tags) if kind in READ}


def system_sentences(path):
    forms, names, start = [], set(), None
    for line in open(path, encoding="utf-8"):
        cols = line.rstrip("\n").split("\t")
        if cols == [""] and forms:
            yield tuple(forms), names
            forms, names = [], set()
        if len(cols) != 10 or not cols[0].isdigit():
            continue
        forms.append(cols[1])
        entity = re.search(r"Entity=([^|]*)", cols[9])
        if entity:
            value = entity.group(1)
            if value.startswith("("):
                start = len(forms) - 1, value.strip("()")
            if value.endswith(")"):
                names.add((start[0], len(forms), start[1]))


def line(title, gold, system):
    hit = len(gold & system)
    p = 100 * hit / max(1, len(system))
    r = 100 * hit / max(1, len(gold))
    f = 2 * p * r / max(1e-9, p + r)
    print(f"{title:14} {len(gold):6} {p:6.2f} {r:6.2f} {f:6.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", help="two columns, BIO2")
    parser.add_argument("system", help="CoNLL-U written by relata")
    args = parser.parse_args()

    parsed = collections.defaultdict(list)
    for forms, names in system_sentences(args.system):
        parsed[forms].append(names)
    gold, system, n_odd = set(), set(), 0
    for number, (forms, names) in enumerate(gold_sentences(args.gold)):
        if parsed[forms]:
            gold.update((number, *name) for name in names)
            system.update((number, *name) for name in parsed[forms].pop(0))
        else:
            n_odd += 1
    if n_odd:
        print(f"{n_odd} sentences left out: other words")
    types = sorted({name[3] for name in gold})
    system = {s for s in system if s[3] in types}
    print(f"{'':14} {'names':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for t in types:
        line(t, {g for g in gold if g[3] == t},
             {s for s in system if s[3] == t})
    line("all", gold, system)


if __name__ == "__main__":
    main()
