#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Score pronouns on GAP: python3 bench/gap_score.py GAP.tsv [RELATA [OPTION...]]

An answer is whether the pronoun and a name are mentions of one entity. Prints
precision, recall and F1 over all names, for masculine and feminine pronouns,
and their ratio. Method: Webster et al. (2018), TACL 6.
"""
import csv
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

MENTION = re.compile(r"\d+-\d+@(\d+)-(\d+):(\w+):")
MASCULINE = {"he", "him", "his"}


def entities(relata, text):
    """Mentions as (begin byte, end byte, kind, entity)."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        done = subprocess.run(
            [*relata, "--stop-after", "mention", file.name], check=True,
            stdout=subprocess.PIPE, encoding="utf-8")
    found = []
    for number, line in enumerate(done.stdout.splitlines()):
        for field in line.split("\t")[4:]:
            match = MENTION.match(field)
            if match:
                found.append((int(match[1]), int(match[2]), match[3], number))
    return found


def entity_at(found, begin, is_pronoun):
    """Entity of the smallest mention over a byte, or None."""
    over = [(e - b, n) for b, e, kind, n in found
            if b <= begin < e and (kind == "pronoun") == is_pronoun]
    return min(over)[1] if over else None


def answers(relata, row):
    text = row["Text"]

    def place(column):
        return len(text[:int(row[column])].encode("utf-8"))
    found = entities(relata, text)
    pronoun = entity_at(found, place("Pronoun-offset"), True)
    result = []
    for name in "A", "B":
        entity = entity_at(found, place(name + "-offset"), False)
        said = pronoun is not None and entity == pronoun
        result.append((said, row[name + "-coref"] == "TRUE"))
    return row, result


def f1(counts):
    right, said, true = counts
    precision = right / said if said else 0.0
    recall = right / true if true else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def score_gap(relata, path, is_loud=False):
    """{"all": (P, R, F1), "masculine": ..., "feminine": ...} and the ratio."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))
    sums = {"all": [0, 0, 0], "masculine": [0, 0, 0], "feminine": [0, 0, 0]}
    with ThreadPoolExecutor(2) as pool:
        for row, result in pool.map(lambda r: answers(relata, r), rows):
            gender = ("masculine" if row["Pronoun"].lower() in MASCULINE
                      else "feminine")
            for said, true in result:
                for key in "all", gender:
                    sums[key][0] += said and true
                    sums[key][1] += said
                    sums[key][2] += true
            if is_loud and any(s != t for s, t in result):
                print(row["ID"], row["Pronoun"], result, row["A"], row["B"])
    scores = {key: f1(counts) for key, counts in sums.items()}
    masculine = scores["masculine"][2]
    return scores, scores["feminine"][2] / masculine if masculine else 0.0


def main():
    words = [word for word in sys.argv[1:] if word != "-v"]
    relata = words[1] if len(words) > 1 else os.path.join(
        "build", "release", "relata")
    scores, ratio = score_gap([relata, *words[2:]], words[0],
                              "-v" in sys.argv)
    for key, values in scores.items():
        print("%-10s P %.3f  R %.3f  F1 %.3f" % (key, *values))
    print("ratio      %.3f" % ratio)


if __name__ == "__main__":
    main()
