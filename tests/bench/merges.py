#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""bench/merges.py and bench/floors.py: what must be counted, and must fail."""
import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))), "bench"))
import floors  # noqa: E402
import merges  # noqa: E402

ARTICLE = ("The President met Ana Mora’s aide. "
           "Ms Mora and President Jan Lund praised the talks.")


def row(canonical, surface, sentences):
    return {"canonical": canonical, "surface_forms": surface,
            "mention_sentences": sentences}


GOLD = merges.Gold(
    [row("Ana Mora", "Ana Mora|Mora", "1,2"), row("Jan Lund", "Jan Lund", "2"),
     row("Office of Mora", "President", "1"),
     row("Office of Lund", "President", "1,2")],
    {"1": 0, "2": ARTICLE.index("Ms Mora")}, str.lower)


def said(*entities):
    """What relata would print of (kind, name, [words or (kind, words)])"""
    lines = []
    for kind, name, mentions in entities:
        fields = [kind, name, str(len(mentions)), "-"]
        for mention in mentions:
            how, words = (mention if isinstance(mention, tuple)
                          else ("name", mention))
            begin = len(ARTICLE[:ARTICLE.rindex(words)].encode())
            fields.append("1-1@%d-%d:%s:%s" % (
                begin, begin + len(words.encode()), how, words))
        lines.append("\t".join(fields))
    return "\n".join(lines) + "\n"


class Merges(unittest.TestCase):
    def count(self, *entities):
        found = merges.read_entities(said(*entities), ARTICLE.encode())
        return merges.wrong_merges(GOLD, found)

    def test_right(self):
        self.assertEqual(self.count(
            ("person", "Ana Mora", ["Ana Mora", "Mora", ("pronoun", "Lund")]),
            ("person", "Jan Lund", ["Jan Lund"]),
            ("thing", "talks", ["talks"])), ([], 3))

    def test_two_actors(self):
        self.assertEqual(
            self.count(("person", "Ana Mora", ["Ana Mora", "Jan Lund"])),
            ([("Ana Mora", ["Ana Mora", "Jan Lund"])], 2))

    def test_wrong_name(self):
        wrong, _ = self.count(("person", "Jan Lund", ["Mora"]))
        self.assertEqual(len(wrong), 1)

    def test_one_name_for_two(self):
        wrong, _ = self.count(("person", "She", ["Ana Mora"]),
                              ("person", "She", ["Jan Lund"]))
        self.assertEqual(len(wrong), 1)
        wrong, _ = self.count(("person", "She", ["Ana Mora"]),
                              ("role", "She", ["Jan Lund"]))
        self.assertEqual(wrong, [])

    def test_places_and_doubt(self):
        # behind a character of three bytes; the office may be either's
        self.assertEqual(GOLD.actors("president", 4),
                         {"Office of Mora", "Office of Lund"})
        wrong, known = self.count(("role", "the office", ["President"]))
        self.assertEqual((wrong, known), ([], 1))
        found = merges.read_entities(said(("person", "x", ["Jan Lund"])),
                                     ARTICLE.encode())
        self.assertEqual(found["person", "x"],
                         [(ARTICLE.index("Jan Lund"), "Jan Lund")])
        self.assertEqual(GOLD.actors("jan lund", 0), set())


class Floors(unittest.TestCase):
    def test_bounds(self):
        bounds = {"a": {"F1": 0.5, "merges": {"at most": 0}}, "b": {"F1": 1}}
        self.assertEqual(
            floors.problems(bounds, {"a": {"F1": 0.5, "merges": 0}}), [])
        self.assertEqual(
            floors.problems(bounds, {"a": {"F1": 0.4, "merges": 1}}),
            ["a: expected F1 of at least 0.5, found 0.4",
             "a: expected merges of at most 0, found 1"])
        self.assertEqual(len(floors.problems(
            bounds, {"a": {"F1": 0.5, "merges": None}, "b": "failed"})), 2)
        self.assertEqual(len(floors.problems(bounds, {"a": {"F1": 1.0}})), 1)


unittest.main()
