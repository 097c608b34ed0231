#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""bench/coref_score.py against figures computed by hand."""
import itertools
import os
import random
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.dirname(os.path.abspath(__file__)))), "bench"))
import coref_score  # noqa: E402

KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]


class Metrics(unittest.TestCase):
    def expect(self, metric, key, response, recall):
        right, total = metric(key, response)
        self.assertAlmostEqual(right, recall[0])
        self.assertEqual(total, recall[1])

    def test_muc(self):
        # abc lacks one link, defg two; of fghi two are wrong, of cd one
        self.expect(coref_score.muc, KEY, RESPONSE, (2, 5))
        self.expect(coref_score.muc, RESPONSE, KEY, (2, 5))

    def test_b_cubed(self):
        # (2*2 + 1) / 3 + (1 + 2*2) / 4; 4/2 + (1 + 1)/2 + 4/4
        self.expect(coref_score.b_cubed, KEY, RESPONSE, (5 / 3 + 5 / 4, 7))
        self.expect(coref_score.b_cubed, RESPONSE, KEY, (4.0, 8))

    def test_ceaf(self):
        # abc with ab: 4/5; defg with fghi: 4/8
        self.expect(coref_score.ceaf, KEY, RESPONSE, (1.3, 2))
        self.expect(coref_score.ceaf, RESPONSE, KEY, (1.3, 3))

    def test_all(self):
        result, mean = coref_score.score([(KEY, RESPONSE)])
        self.assertAlmostEqual(result["MUC"][2], 0.4)
        self.assertAlmostEqual(result["B3"][0], 0.5)
        self.assertAlmostEqual(result["B3"][1], 35 / 84)
        self.assertAlmostEqual(result["CEAF-phi4"][0], 1.3 / 3)
        self.assertAlmostEqual(result["CEAF-phi4"][2], 0.52)
        self.assertAlmostEqual(result["mentions"][0], 6 / 8)
        self.assertAlmostEqual(result["mentions"][1], 6 / 7)
        self.assertAlmostEqual(mean, (0.4 + 5 / 11 + 0.52) / 3)
        result, mean = coref_score.score([(KEY, KEY), (RESPONSE, RESPONSE)])
        self.assertEqual(mean, 1.0)
        self.assertEqual(coref_score.score([(KEY, []), ([], KEY)])[1], 0.0)

    def test_assignment_by_trying_all(self):
        generator = random.Random(5)
        for _ in range(60):
            rows, columns = generator.randint(1, 5), generator.randint(1, 5)
            values = [[generator.randint(0, 4) / 4 for _ in range(columns)]
                      for _ in range(rows)]
            if rows <= columns:
                best = max(sum(values[i][j] for i, j in enumerate(chosen))
                           for chosen in itertools.permutations(
                               range(columns), rows))
            else:
                best = max(sum(values[i][j] for j, i in enumerate(chosen))
                           for chosen in itertools.permutations(
                               range(rows), columns))
            self.assertAlmostEqual(coref_score.assign(values), best)
            similar = {(i, j): values[i][j] for i in range(rows)
                       for j in range(columns) if values[i][j]}
            self.assertAlmostEqual(coref_score.best_pairs(similar), best)


class Heads(unittest.TestCase):
    def test_spans(self):
        document = coref_score.Document()
        for fields in (  # "The port of Ayr . It"
                ("2", "(1-place-new-2-coref"), ("0", "_"), ("4", "_"),
                ("2", "(2-place-sgl)1)"), ("2", "_"), ("2", "(1-x)(3-x)")):
            document.add(["1", "w", "", "", "", "", fields[0], "", "",
                          "Gloss=x|Entity=" + fields[1]], 0)
        self.assertEqual(dict(document.chains),
                         {"2": [(3, 3)], "1": [(0, 3), (5, 5)],
                          "3": [(5, 5)]})
        key, response = coref_score.by_head(
            document, list(document.chains.values()),
            [[(1, 3), (5, 5)], [(3, 3)]])
        self.assertEqual(key, [{(1, 0), (5, 0)}])
        self.assertEqual(response, key)

    def test_rivals_for_a_head(self):
        document = coref_score.Document()
        document.heads = [-1, 0, 0, 0]
        key, response = coref_score.by_head(
            document, [[(0, 3), (1, 1)], [(0, 1), (2, 2)]],
            [[(0, 0), (2, 2)]])
        self.assertEqual(key, [{(0, 1), (1, 0)}, {(0, 0), (2, 0)}])
        self.assertEqual(response, [{(0, 0), (2, 0)}])

    def test_system(self):
        out = ("person\tMora\t2\t-\t1-2@0-8:name:Ana Mora\t5-5@20-23:"
               "pronoun:she\nthing\tx\t1\t-\t7-7@30-31:nominal:x\n")
        self.assertEqual(coref_score.read_system(out),
                         [[(0, 1), (4, 4)], [(6, 6)]])


unittest.main()
