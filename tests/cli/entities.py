#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""relata entities: who is spoken of, and why mentions are one."""
import harness
from harness import NEWS, Case

TITLE = "Caf\u00e9 owner Ana Mora wins\r\n\r\nMs Mora met Jan Lund. He left.\r\n"


class Entities(Case):
    def rows(self, *arguments):
        out = self.expect_good("entities", "-f", "tsv", *arguments).out
        return [line.split("\t") for line in out.decode().split("\n")[:-1]]

    def row(self, name, *arguments):
        found = [row for row in self.rows(*arguments) if row[1] == name]
        self.assertEqual(len(found), 1, name)
        return found[0]

    def test_help(self):
        out = self.expect_good("entities", "--help").out.decode()
        for word in ("relata entities", "--explain", "-f", "-o", "--model"):
            self.assertIn(word, out)
        self.assertNotIn("--min-confidence", out)
        self.assertLessEqual(max(map(len, out.split("\n"))), 80)

    def test_usage(self):
        self.write("news.txt", NEWS)
        self.expect_usage("FILE", "entities")
        self.expect_usage("--format", "entities", "-f", "ttl", "news.txt")
        self.expect_usage("--title", "entities", "--title", "x", "news.txt")
        self.expect_usage("--explain", "--explain", "x", "news.txt")

    def test_list(self):
        self.write("news.txt", NEWS)
        self.assertEqual(self.row("Ana Mora", "news.txt"),
                         ["person", "Ana Mora", "2", "news.txt:3:24", "Mora",
                          ""])
        self.assertEqual(self.row("Jan Lund", "news.txt")[0], "person")
        self.write("a.txt", "Norway met Jan Lund in Bavaria.\n")
        self.assertEqual(self.row("Norway", "a.txt")[5],
                         "NO https://sws.geonames.org/3144096/")
        self.assertEqual(self.row("Bavaria", "a.txt")[5],
                         "https://sws.geonames.org/2951839/")
        counts = [int(row[2]) for row in self.rows("news.txt")]
        self.assertEqual(counts, sorted(counts, reverse=True))

    def test_facilities(self):
        self.write("a.txt", "Police closed the Kestrel Bridge and a prison, "
                            "Jan Lund said. He flew from Lund Airport to Lake "
                            "Como and met the Harbour Bridge Company.\n")
        kinds = {row[1]: row[0] for row in self.rows("a.txt")}
        for name in ("Kestrel Bridge", "prison", "Lund Airport"):
            self.assertEqual(kinds[name], "facility")
        self.assertEqual(kinds["Lake Como"], "place")
        self.assertEqual(kinds["Harbour Bridge Company"], "organisation")
        out = self.expect_good("-f", "nt", "a.txt").out
        self.assertIn(b"entity/Kestrel_Bridge> <http://www.w3.org/1999/02/22-"
                      b"rdf-syntax-ns#type> <https://schema.org/"
                      b"CivicStructure>", out)

    def test_deeds(self):
        self.write("a.txt", "Velmar shares fell on Tuesday after the chipmaker "
                            "cut its forecast. Sorvia recalled its ambassador. "
                            "Velmar employs 4,000 people. The parliament of "
                            "Sorvia met.\n")
        kinds = {row[1]: row[0] for row in self.rows("a.txt")}
        self.assertEqual(kinds["Velmar"], "organisation")
        self.assertEqual(kinds["Sorvia"], "country")

    def test_table(self):
        self.write("news.txt", NEWS)
        lines = self.expect_good("entities", "news.txt").out.decode().split(
            "\n")
        self.assertRegex(lines[0], r"^TYPE +NAME +MENTIONS +FIRST +OTHER")
        self.assertEqual(len(lines), len(self.rows("news.txt")) + 2)
        mora = [line for line in lines if "Ana Mora" in line]
        self.assertRegex(mora[0], r"^person +Ana Mora +2 +news.txt:3:24 +Mora$")
        self.assertEqual([line for line in lines if line.endswith(" ")], [])

    def test_places(self):
        # columns count characters, lines end in CR LF
        self.write("a.txt", TITLE)
        self.assertEqual(self.row("Ana Mora", "a.txt")[3], "a.txt:1:12")
        self.assertEqual(self.row("Jan Lund", "a.txt")[3], "a.txt:3:13")

    def test_no_pronouns_or_values(self):
        self.write("a.txt", "It rained on Monday. They paid $5 million.\n")
        self.assertEqual([row[1] for row in self.rows("a.txt")
                          if row[1] in ("It", "They", "Monday",
                                        "$5 million")], [])

    def test_several_files(self):
        self.write("a.txt", NEWS)
        self.write("b.txt", TITLE)
        self.assertEqual(self.row("Ana Mora", "a.txt", "b.txt")[2:],
                         ["4", "a.txt:3:24", "Mora", ""])
        # the same text again tells nothing
        self.write("c.txt", NEWS)
        self.assertEqual(self.rows("a.txt", "c.txt"), self.rows("a.txt"))

    def test_explain(self):
        self.write("b.txt", TITLE)
        for name in ("Jan Lund", "Ana Mora", "Mora"):
            label = "Ana Mora" if name == "Mora" else name
            rows = self.rows("b.txt", "--explain", name)
            self.assertEqual({row[1] for row in rows}, {label})
            self.assertEqual(len(rows), int(self.row(label, "b.txt")[2]))
            self.assertEqual([row[5:] for row in rows if not row[5]],
                             [["", "", ""]])
        rows = self.rows("b.txt", "--explain", "Ana Mora")
        self.assertEqual(rows[1][2:], ["b.txt:3:4", "name", "Mora",
                                       "name.surname", "Ana Mora",
                                       "b.txt:1:12"])
        out = self.expect_good("entities", "b.txt", "--explain",
                               "Jan Lund").out.decode()
        self.assertRegex(out, r"\ATYPE +ENTITY +PLACE +KIND +WORDS +RULE ")
        self.assertRegex(out, r"\npronoun +He +pronoun +Jan Lund|"
                              r" pronoun +He +pronoun +Jan Lund +b.txt:3:13\n")

    def test_explain_nobody(self):
        self.write("a.txt", NEWS)
        self.expect_failure(r"^--explain: error: expected .*, not \"Nobody\"",
                            "entities", "a.txt", "--explain", "Nobody")

    def test_output(self):
        self.write("a.txt", NEWS)
        out = self.expect_good("entities", "a.txt").out
        self.assertEqual(
            self.expect_good("entities", "a.txt", "-o", "list").out, b"")
        self.assertEqual(self.read("list"), out)
        self.expect_failure(r"error: cannot write: No space left", "entities",
                            "-o", "/dev/full", "a.txt")
        self.write("empty.txt", "")
        self.assertEqual(self.rows("empty.txt"), [])


harness.main()
