#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""bench/chains.py against figures computed by hand."""
import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))), "bench"))
import chains  # noqa: E402


def document(sentences, *entities):
    """`entities`: lists of (sentence, first token, past the last, type)."""
    return chains.Document({
        "title": "x", "sents": [s.split() for s in sentences],
        "entities": [{"mentions": [dict(zip("sbet", m)) for m in mentions]}
                     for mentions in entities]})


NORWAY = document(
    ["Norwegian Ana Mora ( born 1963 – 4 ) met the Dock Union 's aide .",
     "Mora left Norway for the \" Dock Union \" ."],
    [(0, 1, 3, "PER"), (1, 0, 1, "PER")], [(0, 0, 1, "LOC")],
    [(1, 2, 3, "LOC")], [(0, 10, 13, "ORG"), (1, 4, 8, "ORG")],
    [(0, 5, 6, "TIME")])


class Text(unittest.TestCase):
    def test_running(self):
        self.assertEqual(
            NORWAY.text,
            "Norwegian Ana Mora (born 1963–4) met the Dock Union's aide. "
            "Mora left Norway for the \"Dock Union\".\n")
        text, places = chains.write_sentence(
            "It ca n't pay $ 5 - 6 , the ships ' \" crew \" said \xa0 .".split(
                " "))
        self.assertEqual(
            text, "It can't pay $5-6, the ships' \"crew\" said.")
        self.assertEqual([text[b:e] for b, e in places[:4]],
                         ["It", "ca", "n't", "pay"])

    def test_names(self):
        # no times; without articles and quotation marks; demonyms are the
        # country
        self.assertEqual(
            [(NORWAY.words(n), n.kind, n.entity) for n in NORWAY.names],
            [("Ana Mora", "PER", 0), ("Mora", "PER", 0),
             ("Norwegian", "LOC", 2), ("Norway", "LOC", 2),
             ("Dock Union", "ORG", 3), ("Dock Union", "ORG", 3)])

    def test_lone_demonym(self):
        alone = document(["The Swedish and the Danish left Sweden ."],
                         [(0, 1, 2, "LOC")], [(0, 4, 5, "LOC")],
                         [(0, 6, 7, "LOC")])
        self.assertEqual([n.entity for n in alone.names], [2, 1, 2])


class System(unittest.TestCase):
    def test_bytes(self):
        text = "É in Åre"
        said = ("place\tÅre\t1\t-\t3-3@6-10:name:Åre\nperson\tÉ\t2\t-\t"
                "1-1@0-2:name:É\t2-2@3-5:pronoun:in\n\n")
        mentions, labels = chains.read_system(said, text)
        self.assertEqual(labels, ["Åre", "É"])
        self.assertEqual([(m.begin, m.end, m.how, m.entity, m.kind)
                          for m in mentions],
                         [(5, 8, "name", 0, "place"), (0, 1, "name", 1, "person"),
                          (2, 4, "pronoun", 1, "person")])

    def expect(self, spans, *mentions):
        names = [chains.Name(span, "PER", 0) for span in spans]
        ours = [chains.Mention(span, how, 0, "person", None)
                for span, how in mentions]
        return chains.matches(names, ours)

    def test_matches(self):
        # more than half of both together, the largest share first
        self.assertEqual(self.expect([(0, 8)], ((0, 4), "name"),
                                     ((0, 6), "name")), {0: 1})
        self.assertEqual(self.expect([(0, 8)], ((0, 4), "name")), {})
        self.assertEqual(self.expect([(0, 8), (0, 7)], ((0, 7), "name")),
                         {1: 0})
        # descriptions only where the words are the same
        self.assertEqual(self.expect([(0, 8)], ((0, 7), "nominal")), {})
        self.assertEqual(self.expect([(0, 8)], ((0, 8), "nominal")), {0: 0})
        self.assertEqual(self.expect([(0, 8)], ((0, 8), "pronoun")), {})


class Scores(unittest.TestCase):
    def score(self, gold, ours):
        """`gold`: (type, entity) of each name; `ours`: entity, None: unseen."""
        names = [chains.Name((i, i + 1), kind, entity)
                 for i, (kind, entity) in enumerate(gold)]
        tally = chains.Tally()
        tally.add(names, {i: e for i, e in enumerate(ours) if e is not None})
        return tally.scores()

    def test_right(self):
        row = self.score([("PER", 0), ("PER", 0), ("LOC", 1)], [7, 7, 8])
        self.assertEqual((row["P"], row["R"], row["B3"], row["found"]),
                         (1.0, 1.0, 1.0, 1.0))
        self.assertEqual((row["merges"], row["duplicates"]), (0.0, 0.0))

    def test_parts(self):
        # aab|bcc: 3 pairs of ours and 2 of 3 true ones hold no more than aa, cc
        row = self.score([("PER", "a"), ("PER", "a"), ("ORG", "b"),
                          ("ORG", "b"), ("LOC", "c"), ("LOC", "c")],
                         [0, 0, 0, 1, 1, 1])
        self.assertAlmostEqual(row["P"], 2 / 6)
        self.assertAlmostEqual(row["R"], 2 / 3)
        precision, recall = (4 * (2 / 3) + 2 / 3) / 6, (4 + 2 * 0.5) / 6
        self.assertAlmostEqual(
            row["B3"], 2 * precision * recall / (precision + recall))
        self.assertEqual((row["merges"], row["duplicates"]), (200.0, 100.0))

    def test_unseen_and_misc(self):
        row = self.score([("PER", 0), ("PER", 0), ("MISC", 1), ("MISC", 1)],
                         [5, None, 5, 6])
        self.assertEqual(row["found"], 0.5)
        self.assertEqual((row["P"], row["R"], row["merges"]), (0.0, 0.0, 0.0))
        self.assertEqual((row["P-misc"], row["R-misc"]), (0.0, 0.0))


class Kinds(unittest.TestCase):
    def test_kinds(self):
        for kind, a, b, expected in (
                ("ORG", "WCU", "World Crop Union", "acronym"),
                ("ORG", "Dock Union", "Harbour Dock Union", "shortened"),
                ("PER", "Mora", "Ana Mora", "surname"),
                ("PER", "Ana", "Ana Mora", "first name"),
                ("PER", "Ruiz", "Ana Ruiz Mora", "middle name"),
                ("PER", "Ana Mora", "Anita Mora",
                 "other form of a person's name"),
                ("LOC", "Tobolesk", "Tobolsk", "spelling"),
                ("LOC", "Åre", "Are", "one spelling"),
                ("LOC", "Oslo", "Kristiania", "other name")):
            found = chains.kind_of_miss(kind, [a, b], [(a, "x"), (b, "x")])
            self.assertEqual(found, expected, (a, b))

    def test_ours(self):
        self.assertEqual(chains.kind_of_miss(
            "PER", ["Mora", "Mora"], [("Mora", "person"), ("Mora", "place")]),
            "two types")
        self.assertEqual(chains.kind_of_miss(
            "PER", ["Mora", "Ana Mora"],
            [("Ms Mora", "person"), ("Ana Mora", "person")]), "extent")

    def test_links(self):
        links = {"c": ("name.same", "b"), "b": ("name.surname", "a"),
                 "d": ("pronoun", "x")}
        counts = chains.Counter()
        for mention in "c", "d":
            chains.judge_link({"a": 1, "c": 1, "d": 2}, links, mention, counts)
        chains.judge_link({"a": 1, "b": 2}, links, "b", counts)
        self.assertEqual(dict(counts), {("name.surname", "right"): 1,
                                        ("name.surname", "wrong"): 1})


unittest.main()
