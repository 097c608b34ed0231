#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Names in the documents that `train.py --hold-out redocred` has left out.

    python3 train/held_out.py RELATA MODEL DATA

F1 of person, organisation and place as Re-DocRED annotates them, and without
what our convention leaves out: adjectives and peoples as places, and "the".
RELATA is to be built with the naming table that name_types.py learns for MODEL.
"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "bench"))
import corpus  # noqa: E402
import names  # noqa: E402

CORE = names.OURS[:3]


def is_demonym(words):
    return len(words) == 1 and (words[0] in corpus.DEMONYMS or
                                words[0].rstrip("s") in corpus.DEMONYMS)


def by_our_convention(sentences):
    out = []
    for group, forms, spans in sentences:
        kept = {}
        for (first, end), kind in spans.items():
            if not is_demonym(forms[first:end]):
                first = corpus.without_article(
                    first, end, "" if kind in CORE else "MISC", forms)
                kept[first, end] = kind
        out.append((group, forms, kept))
    return out


def said(relata, model, gold, documents):
    with tempfile.TemporaryDirectory() as folder:
        paths = names.write_documents(gold, documents, folder)
        out = os.path.join(folder, "said.conllu")
        with open(out, "wb") as file:
            subprocess.run([relata, "--input", "conllu", "--reparse", "-m",
                            model, "--stop-after", "parse", *paths],
                           check=True, stdout=file)
        return names.read_conllu(out)


def main():
    relata, model, data = sys.argv[1:4]
    path = os.path.join(data, "ner", "redocred.tsv")
    gold = names.read_bio(path)
    documents = names.documents(path)[corpus.HELD_OUT - 1::corpus.HELD_OUT]
    gold = [gold[i] for document in documents for i in document]
    ends = [sum(map(len, documents[:k])) for k in range(len(documents) + 1)]
    found = said(relata, model, gold,
                 [range(a, b) for a, b in zip(ends, ends[1:])])
    ours = [spans for _, _, spans in by_our_convention(
        [("", forms, spans) for forms, spans in found])]
    for title, one, other in (
            ("as annotated", gold, found),
            ("our convention", by_our_convention(gold),
             [(forms, spans) for (forms, _), spans in zip(found, ours)])):
        count = sum(kind in CORE for _, _, spans in one
                    for kind in spans.values())
        print("%-15s %4d names  P %.3f  R %.3f  F1 %.3f" % (
            title, count, *names.score(one, other, CORE)))


if __name__ == "__main__":
    main()
