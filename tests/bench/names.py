#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""bench/names.py: documents of a set, and what is said of each."""
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))), "bench"))
import names  # noqa: E402

SET = ("# doc one\nAna\tB-PER\nMora\tI-PER\nleft\tO\n\nShe\tO\nslept\tO\n\n"
       "# doc two\nIn\tO\nAyr\tB-LOC\n\n")
SAID = ("person\tAna Mora\t2\t-\t1-2@2-9:name:Ana Mora\t4-4@9-9:pronoun:She\n"
        "\n"
        "country\tPeru\t1\t-\t2-2@5-8:name:Ayr\n\n")


class Documents(unittest.TestCase):
    def read(self, said):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("set", "said")]
            for path, text in zip(paths, (SET, said)):
                with open(path, "w", encoding="utf-8") as out:
                    out.write(text)
            gold = names.read_bio(paths[0])
            groups = names.documents(paths[0])
            return gold, groups, names.read_mentions(paths[1], gold, groups)

    def test_mentions(self):
        gold, groups, found = self.read(SAID)
        self.assertEqual(groups, [[0, 1], [2]])
        self.assertEqual([spans for _, spans in found],
                         [{(0, 2): "person"}, {}, {(1, 2): "place"}])
        self.assertEqual(names.score(gold, found, names.OURS), (1.0,) * 3)

    def test_lost_document(self):
        with self.assertRaises(ValueError):
            self.read(SAID.rstrip("\n") + "\n")


unittest.main()
