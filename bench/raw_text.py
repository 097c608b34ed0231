#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Raw text of a CoNLL-U file, as a reader would have met it.

  raw_text.py FILE.conllu >TEXT            all documents, one after the other
  raw_text.py FILE.conllu --folder DIR     one file a document, in order

A paragraph is a line, with a blank line behind it; where SpaceAfter=No joins
two sentences of a paragraph, they stay joined.
"""
import argparse
import os
import sys


class Reader:
    """Collects documents, each a list of paragraphs (strings)."""

    def __init__(self):
        self.documents = []
        self.skip_until = 0  # last word of the multiword token passed

    def start(self, line):
        if line.startswith("# newdoc") or not self.documents:
            self.documents.append([""])
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            if self.documents[-1][-1]:
                self.documents[-1].append("")

    def add_token(self, columns):
        ident = columns[0]
        if "." in ident:
            return
        if "-" in ident:
            self.skip_until = int(ident.split("-")[1])
        elif int(ident) <= self.skip_until:
            return
        space = "" if "SpaceAfter=No" in columns[9].split("|") else " "
        self.documents[-1][-1] += columns[1] + space

    def read(self, path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                line = line.rstrip("\n")
                if not line:
                    self.skip_until = 0
                elif line.startswith("#"):
                    self.start(line)
                else:
                    self.start("")
                    self.add_token(line.split("\t"))


def raw_documents(path):
    """The texts of a CoNLL-U file's documents."""
    reader = Reader()
    reader.read(path)
    return ["".join(p.strip() + "\n\n" for p in paragraphs if p.strip())
            for paragraphs in reader.documents]


def write_documents(path, folder):
    """One file a document below `folder`; their names, in order."""
    os.makedirs(folder, exist_ok=True)
    names = []
    for number, text in enumerate(raw_documents(path), 1):
        names.append(os.path.join(folder, "%04d.txt" % number))
        with open(names[-1], "w", encoding="utf-8") as out:
            out.write(text)
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("conllu")
    parser.add_argument("--folder", metavar="DIR")
    options = parser.parse_args()
    if options.folder:
        print(len(write_documents(options.conllu, options.folder)), "documents")
    else:
        sys.stdout.write("".join(raw_documents(options.conllu)))


if __name__ == "__main__":
    main()
