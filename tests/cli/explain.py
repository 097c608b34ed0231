#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""`relata explain` and the open view as plain lines."""
import harness
from harness import NEWS, Case


class Explain(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)

    def lines(self):
        out = self.expect_good("explain", "news.txt").out.decode()
        return [line.split("\t") for line in out.splitlines()[1:]]

    def number_of(self, words):
        """The number of the triple whose line has these words."""
        found = [number for number, text, *_ in self.lines() if words in text]
        self.assertEqual(len(found), 1, words)
        return found[0]

    def test_lists_numbered_triples(self):
        lines = self.lines()
        self.assertEqual([line[0] for line in lines],
                         [str(n + 1) for n in range(len(lines))])
        self.assertGreater(len(lines), 5)

    def test_every_number_is_explained(self):
        for number, words, confidence, rule in self.lines():
            told = self.expect_good("explain", "news.txt", "--triple",
                                    number).out.decode()
            subject, predicate = words.split(" | ")[:2]
            self.assertTrue(told.startswith("triple %s: %s | %s | " % (
                number, subject, predicate)), told)
            self.assertIn("\nrule %s: " % rule, told)
            self.assertNotIn("\nrule %s: \n" % rule, told)
            self.assertIn("\nconfidence %s: " % confidence, told)

    def test_steps_of_a_threat(self):
        number = self.number_of("| impose |")
        told = self.expect_good("explain", "--triple", number,
                                "news.txt").out.decode()
        for words in ('"threaten" makes its content: threatened',
                      "  the triple: threatened\n",
                      'subject', '-> "Velia"',
                      "Velia threatened to impose tariffs on steel",
                      "VBD  root"):
            self.assertIn(words, told)

    def test_factors_add_up(self):
        told = self.expect_good("explain", "news.txt", "--triple",
                                "1").out.decode()
        head, factors = told.split("\nconfidence ")[1].split("\n", 1)
        total = int(head.split("log-odds of ")[1].split()[0])
        self.assertEqual(total, sum(int(line.split()[0])
                                    for line in factors.splitlines()))

    def test_into_a_file(self):
        told = self.expect_good("explain", "news.txt", "--triple", "1").out
        self.expect_good("explain", "-o", "why.txt", "news.txt", "--triple",
                         "1")
        self.assertEqual(self.read("why.txt"), told)

    def test_corrections(self):
        self.write("c", "rename Jan Lund = Johan Lund\n")
        out = self.expect_good("explain", "news.txt", "--corrections", "c",
                               "--triple", self.number_of("| hold role | "
                                                          "Velian Premier"))
        self.assertIn(b"triple ", out.out)
        self.assertIn(b"Johan Lund | hold role | Velian Premier", out.out)
        self.write("c", "rename Nobody Else = Johan Lund\n")
        self.expect_failure("^c:1:.*error: expected", "explain", "news.txt",
                            "-o", "why.txt", "--corrections", "c")

    def test_authority(self):
        self.write("k", "Jan E. Lund\tperson\thttps://n.example/lund\tJan Lund\n")
        out = self.expect_good("explain", "news.txt", "--authority", "k").out
        self.assertIn("Jan E. Lund | hold role | Velian Premier",
                      out.decode())

    def test_date(self):
        number = self.number_of("Ana Mora | meet | ")
        told = [self.expect_good("explain", "news.txt", "--triple", number,
                                 *options).out.decode()
                for options in ((), ("--date", "2018-06-06"))]
        self.assertNotIn("2018-06-04", told[0])
        self.assertIn("2018-06-04", told[1])
        self.expect_usage("--date", "explain", "news.txt", "--date", "June")

    def test_no_such_triple(self):
        self.expect_failure("^news.txt: error: expected a triple from 1 to ",
                            "explain", "news.txt", "--triple", "999")

    def test_wrong_usage(self):
        for words in (("--triple", "0"), ("--triple", "x"), ("-f", "ttl")):
            self.expect_usage(words[0].replace("-f", "--format"), "explain",
                              "news.txt", *words)
        self.expect_usage("--triple", "--triple", "1", "news.txt")
        self.expect_usage("FILE", "explain", "news.txt", "news.txt")


class Open(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)

    def rows(self, *options):
        out = self.expect_good("-f", "open", *options, "news.txt").out.decode()
        return [line.split("\t") for line in out.splitlines()]

    def test_columns(self):
        rows = self.rows()
        self.assertGreater(len(rows), 4)
        for row in rows:
            self.assertGreaterEqual(len(row), 7, row)
            self.assertEqual(row[0], "news.txt")
            self.assertTrue(row[1].isdigit())
            self.assertGreaterEqual(float(row[2]), 0.35)
        met = next(row for row in rows if row[5] == "met")
        self.assertEqual(met[3:5], ["asserted",
                                    "Norland Trade Minister Ana Mora"])
        self.assertIn("on Monday", met[7:])

    def test_threshold(self):
        few, usual, every = (len(self.rows("--min-confidence", x))
                             for x in ("0.7", "0.35", "0"))
        self.assertEqual(usual, len(self.rows()))
        self.assertLess(few, usual)
        self.assertLess(usual, every)


harness.main()
