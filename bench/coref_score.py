#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Score coreference: python3 bench/coref_score.py [--sure] GUM.conllu [RELATA]

Parses GUM's tokens (nothing of its trees and entities is used) and compares chains of
two and more mentions. A mention is known by its head word, as in CorefUD's
shared tasks: GUM's spans have articles and clauses that ours leave out. Prints
precision, recall and F1 of MUC, B3 and CEAF-phi4, the mean of the three F1, and
how well the mentions of the chains are found. --sure scores what the graph
rests on, else it is what relata --likely joins.

Methods: Vilain et al. (1995), MUC-6; Bagga and Baldwin (1998), LREC; Luo
(2005), HLT; sums over documents as Pradhan et al. (2014), ACL, define them.
"""
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

PART = re.compile(r"\([^()]*\)?|[^()]+\)")
MENTION = re.compile(r"(\d+)-(\d+)@\d+-\d+:(\w+):")
UNMARKED = {"relative", "adjective"}  # GUM has neither "which" nor "Chilean"


# ---------------------------------------------------------------- metrics
# A partition is a list of sets of mentions; each metric gives the parts of its
# recall, numerator and denominator. Precision is recall the other way round.

def owners(partition):
    return {mention: number for number, chain in enumerate(partition)
            for mention in chain}


def muc(key, response):
    """Links that need not be added to make the key's chains whole."""
    owner = owners(response)
    right = total = 0
    for chain in key:
        pieces = {owner.get(mention, ("none", mention)) for mention in chain}
        right += len(chain) - len(pieces)
        total += len(chain) - 1
    return right, total


def b_cubed(key, response):
    """Mean share of a mention's chain that the response gives it."""
    owner = owners(response)
    right = 0.0
    for chain in key:
        shared = Counter(owner[m] for m in chain if m in owner)
        right += sum(n * n for n in shared.values()) / len(chain)
    return right, sum(len(chain) for chain in key)


def ceaf(key, response):
    """Similarity 2|K n R| / (|K| + |R|) of the best pairs of chains."""
    owner = owners(response)
    similar = {}
    for k, chain in enumerate(key):
        shared = Counter(owner[m] for m in chain if m in owner)
        for r, n in shared.items():
            similar[k, r] = 2.0 * n / (len(chain) + len(response[r]))
    return best_pairs(similar), len(key)


def best_pairs(similar):
    """Largest sum of values with each row and each column used once."""
    total, rows_of = 0.0, defaultdict(set)
    columns_of = defaultdict(set)
    for row, column in similar:
        columns_of[row].add(column)
        rows_of[column].add(row)
    left = set(columns_of)
    while left:  # chains that share nothing do not compete
        rows, columns, open_rows = set(), set(), [left.pop()]
        while open_rows:
            row = open_rows.pop()
            rows.add(row)
            for column in columns_of[row] - columns:
                columns.add(column)
                open_rows += rows_of[column] - rows
        left -= rows
        total += assign([[similar.get((row, column), 0.0)
                          for column in sorted(columns)]
                         for row in sorted(rows)])
    return total


def assign(values):
    """The Hungarian method (Kuhn 1955) with potentials, O(n^3)."""
    n = max(len(values), len(values[0]))
    cost = [[-values[i][j] if i < len(values) and j < len(values[0]) else 0.0
             for j in range(n)] for i in range(n)]
    by_row, by_column = [0.0] * (n + 1), [0.0] * (n + 1)
    row_of, before = [0] * (n + 1), [0] * (n + 1)
    for i in range(1, n + 1):
        row_of[0], column = i, 0
        least, is_done = [float("inf")] * (n + 1), [False] * (n + 1)
        while row_of[column]:
            is_done[column] = True
            row, step, next_column = row_of[column], float("inf"), 0
            for j in range(1, n + 1):
                if is_done[j]:
                    continue
                now = cost[row - 1][j - 1] - by_row[row] - by_column[j]
                if now < least[j]:
                    least[j], before[j] = now, column
                if least[j] < step:
                    step, next_column = least[j], j
            for j in range(n + 1):
                if is_done[j]:
                    by_row[row_of[j]] += step
                    by_column[j] -= step
                else:
                    least[j] -= step
            column = next_column
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return -sum(cost[row_of[j] - 1][j - 1] for j in range(1, n + 1))


def f1(precision, recall):
    both = precision + recall
    return 2.0 * precision * recall / both if both else 0.0


def ratio(part):
    return part[0] / part[1] if part[1] else 0.0


def mentions_found(key, response):
    wanted, found = set().union(*key), set().union(*response)
    return len(wanted & found), len(wanted)


METRICS = (("MUC", muc), ("B3", b_cubed), ("CEAF-phi4", ceaf),
           ("mentions", mentions_found))


def score(pairs):
    """{metric: (precision, recall, F1)} and the mean F1 of the first three,
    for (key, response) of each document."""
    sums = {name: [[0.0, 0.0], [0.0, 0.0]] for name, _ in METRICS}
    for key, response in pairs:
        for name, metric in METRICS:
            for side, (a, b) in enumerate(((response, key), (key, response))):
                right, total = metric(a, b)
                sums[name][side][0] += right
                sums[name][side][1] += total
    result = {}
    for name, (precision, recall) in sums.items():
        p, r = ratio(precision), ratio(recall)
        result[name] = (p, r, f1(p, r))
    mean = sum(result[name][2] for name, _ in METRICS[:3]) / 3.0
    return result, mean


# ---------------------------------------------------------------- data

class Document:
    """Tokens of one GUM document: heads and chains of spans."""

    def __init__(self):
        self.bare = []      # lines of CoNLL-U; their trees are made anew
        self.heads = []     # of the whole document, -1 for a root
        self.chains = defaultdict(list)  # GUM's id -> [(first, last)]
        self.begun = defaultdict(list)

    def add(self, fields, base):
        number = len(self.heads)
        head = int(fields[6])
        self.heads.append(base + head - 1 if head else -1)
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", fields[9])
        for part in PART.findall(entity.group(1) if entity else ""):
            name = re.match(r"\(?(\d+)", part)
            if not name:
                continue
            if part[0] == "(":
                self.begun[name.group(1)].append(number)
            if part[-1] == ")" and self.begun[name.group(1)]:
                first = self.begun[name.group(1)].pop()
                self.chains[name.group(1)].append((first, number))

    def head_of(self, first, last):
        for i in range(first, last + 1):
            if not first <= self.heads[i] <= last:
                return i
        return first


def read_gum(path):
    """{name: Document}."""
    documents, document, base = {}, None, 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id"):
                document = documents[line.split("=")[1].strip()] = Document()
                base = 0
            if line.strip() == "# newpar":
                document.bare.append(line)
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10:
                if fields[0].isdigit():
                    document.add(fields, base)
                spacing = "SpaceAfter=No" in fields[9]
                document.bare.append("\t".join(
                    fields[:2] + ["_"] * 4 + fields[6:8] + ["_"] +
                    ["SpaceAfter=No" if spacing else "_"]) + "\n")
            elif not line.strip() and document:
                document.bare.append("\n")
                base = len(document.heads)
    return documents


def read_system(out):
    """[[(first, last)]] of `relata --stop-after mention`."""
    chains = []
    for line in out.splitlines():
        found = [MENTION.match(field) for field in line.split("\t")[4:]]
        chains.append([(int(m[1]) - 1, int(m[2]) - 1) for m in found
                       if m and m[3] not in UNMARKED])
    return chains


def run_relata(relata, document, is_likely):
    options = ["--likely"] if is_likely else []
    with tempfile.NamedTemporaryFile("w", suffix=".conllu",
                                     encoding="utf-8") as file:
        file.writelines(document.bare)
        file.flush()
        done = subprocess.run(
            [relata, "--input", "conllu", "--reparse", "--stop-after",
             "mention"] + options + [file.name], check=True,
            stdout=subprocess.PIPE, encoding="utf-8")
    return read_system(done.stdout)


def by_head(document, key, response):
    """Both as chains of two and more head words. Where several spans of the
    key have one head, the one that is most like ours in length has it."""
    ours = {}
    for chain in response:
        for first, last in chain:
            ours[document.head_of(first, last)] = last - first
    spans = defaultdict(set)
    for chain in key:
        for first, last in chain:
            spans[document.head_of(first, last)].add((first, last))
    names = {}
    for head, rivals in spans.items():
        wanted = ours.get(head, 0)
        ranked = sorted(rivals, key=lambda s: (abs(s[1] - s[0] - wanted), s))
        for rank, span in enumerate(ranked):
            names[span] = (head, rank)
    wanted = [{names[span] for span in chain} for chain in key]
    found = [{(document.head_of(*span), 0) for span in chain}
             for chain in response]
    return ([chain for chain in wanted if len(chain) > 1],
            [chain for chain in found if len(chain) > 1])


def score_gum(relata, path, is_likely=True):
    """score() of all documents of a GUM file."""
    return score(by_head(document, list(document.chains.values()),
                         run_relata(relata, document, is_likely))
                 for document in read_gum(path).values())


def main():
    arguments = [word for word in sys.argv[1:] if word != "--sure"]
    is_sure = len(arguments) < len(sys.argv) - 1
    path = arguments[0]
    relata = arguments[1] if len(arguments) > 1 else os.path.join(
        os.path.dirname(os.path.dirname(os.path.abspath(__file__))),
        "build", "release", "relata")
    result, mean = score_gum(relata, path, not is_sure)
    print("| metric | P | R | F1 |\n|---|---:|---:|---:|")
    for name, values in result.items():
        print("| %s | %.3f | %.3f | %.3f |" % ((name,) + values))
    print("| **mean of the three** | | | **%.3f** |" % mean)


if __name__ == "__main__":
    main()
