#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Train the net that chooses the antecedent of every mention.

    python3 train/antecedents.py BUILD MODEL DATA [--check]

BUILD is the build folder with antecedent_features and antecedent_net, DATA the
data folder with coref/ and ud/. Learns from GUM's training part and from the
pronouns of GAP's development part, in two rounds: in the second one the
mentions before each question are linked as the first round's net links them.
Writes src/mention/pair_table.c and builds with it; --check measures on GUM's
development part too. Same data and seed, same table.
"""
import csv
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "bench"))
import coref_score  # noqa: E402

TABLE = os.path.join(HERE, "..", "src", "mention", "pair_table.c")
SEED = "2"
ROUNDS = ("2", "7")  # epochs of each


def write_gum(path, folder):
    """One file a document, and beside it where its entities are."""
    paths, out = [], None
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id"):
            if out:
                out.close()
            name = line.split("=")[1].strip()
            paths.append(os.path.join(folder, name + ".conllu"))
            out = open(paths[-1], "w", encoding="utf-8")
        out.write(line)
    out.close()
    for name, document in coref_score.read_gum(path).items():
        with open(os.path.join(folder, name + ".conllu.gold"), "w",
                  encoding="utf-8") as gold:
            for entity, spans in document.chains.items():
                for first, last in spans:
                    gold.write("%d %d %s\n" % (document.head_of(first, last),
                                               last - first + 1, entity))
    return paths


def write_gap(path, folder):
    """One text a row; the pronoun and its name are entity 1, others 2 and 3."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))
    paths = []
    for row in rows:
        def place(column, text=row["Text"], row=row):
            return len(text[:int(row[column])].encode("utf-8"))
        if "TRUE" not in (row["A-coref"], row["B-coref"]):
            continue
        paths.append(os.path.join(folder, row["ID"] + ".txt"))
        with open(paths[-1], "w", encoding="utf-8") as out:
            out.write(row["Text"])
        with open(paths[-1] + ".gold", "w", encoding="utf-8") as gold:
            for number, name in enumerate("AB", 2):
                gold.write("%d 0 %d\n" % (
                    place(name + "-offset"),
                    1 if row[name + "-coref"] == "TRUE" else number))
            gold.write("%d 0 1\n" % place("Pronoun-offset"))
    return paths


def features(build, model, paths, out):
    with open(out, "w", encoding="utf-8") as file:
        subprocess.run([os.path.join(build, "antecedent_features"), model,
                        *paths], check=True, stdout=file)
    return out


def compile_tool(build, name):
    subprocess.run(["cmake", "--build", build, "--target", name], check=True,
                   stdout=subprocess.DEVNULL)


def write_empty():
    with open(TABLE, "w", encoding="utf-8") as out:
        out.write('#include "mention/weigh.h"\n')
        for what in ("rows[REL_N_PAIR_FEATURES][REL_PAIR_HIDDEN]",
                     "bias[REL_PAIR_HIDDEN]", "out[REL_PAIR_HIDDEN]",
                     "direct[REL_N_PAIR_FEATURES]"):
            out.write("const int16_t rel_pair_%s = {0};\n" % what)


def main():
    build, model, data = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        gum = os.path.join(data, "ud", "gum-%s.conllu")
        train = write_gum(gum % "train", folder) + write_gap(
            os.path.join(data, "coref", "gap-development.tsv"), folder)
        dev = write_gum(gum % "dev", folder) if "--check" in sys.argv else []
        write_empty()
        for epochs in ROUNDS:
            for name in "antecedent_features", "antecedent_net":
                compile_tool(build, name)
            sets = [features(build, model, paths, os.path.join(folder, name))
                    for name, paths in (("train", train), ("dev", dev))
                    if paths]
            with open(TABLE + ".new", "w", encoding="utf-8") as out:
                subprocess.run([os.path.join(build, "antecedent_net"), epochs,
                                SEED, *sets], check=True, stdout=out)
            os.replace(TABLE + ".new", TABLE)
        compile_tool(build, "relata")


main()
