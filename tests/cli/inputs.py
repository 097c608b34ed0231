#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Files that are not news: each has its one message, or is read as it is."""
import os
import unittest

import harness
from harness import NEWS, Case


class Inputs(Case):
    def tsv(self, name, content):
        """The triples of a text, without the document's name."""
        self.write(name, content)
        out = self.expect_good("-f", "tsv", name).out.decode()
        return [line.split("\t")[1:] for line in out.splitlines()]

    def test_news_is_read(self):
        triples = self.tsv("news.txt", NEWS)
        self.assertIn(["Ana Mora", "meet", "Jan Lund"],
                      [t[:3] for t in triples])

    def test_missing(self):
        self.expect_failure(r"^nosuch\.txt: error: .*No such file",
                            "nosuch.txt")

    def test_directory(self):
        os.mkdir(self.path("folder"))
        self.expect_failure(r"^folder: error: expected a folder with articles",
                            "folder")

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_not_readable(self):
        self.write("news.txt", NEWS)
        os.chmod(self.path("news.txt"), 0)
        result = self.run_relata("news.txt")
        self.assertEqual(result.code, 1)
        self.assertRegex(result.err, "^news.txt: error: .*Permission denied")

    def test_latin_1(self):
        self.write("latin.txt", "Oslo.\n\nThe caf\u00e9 closed.\n"
                   .encode("latin-1"))
        self.expect_failure(r"^latin\.txt:3:8: error: expected .*UTF-8.* not "
                            r".*0x", "latin.txt")

    def test_binary(self):
        self.write("binary.txt", bytes(range(256)) * 20)
        self.expect_failure(r"^binary\.txt:1:1: error: expected .*, not ",
                            "binary.txt")

    def test_nul(self):
        self.write("nul.txt", NEWS + "Mora met\0 Lund.\n")
        self.expect_failure(r"^nul\.txt:7:9: error: expected .*, not ",
                            "nul.txt")

    def test_utf_16(self):
        self.write("wide.txt", NEWS.encode("utf-16"))
        self.expect_failure(r"^wide\.txt:1:1: error: ", "wide.txt")

    def test_cut_character(self):
        self.write("cut.txt", "Ana Mora visited M\u00e1laga \u20ac"
                   .encode()[:-1])
        self.expect_failure(r"^cut\.txt:1:25: error: ", "cut.txt")

    def test_bad_among_good(self):
        self.write("good.txt", NEWS)
        self.write("bad.txt", b"\xff\xfe")
        for names in (("good.txt", "bad.txt"), ("bad.txt", "good.txt")):
            self.expect_failure(r"^bad\.txt:1:1: error: ", *names)

    def test_bad_trees(self):
        tree = "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n" \
               "2\tleft\tleave\tVERB\tVBD\t_\t%s\n\n"
        for last, line in (("0\troot\t_", 2), ("9\troot\t_\t_", 2),
                           ("1\troot\t_\t_", 0), ("x\troot\t_\t_", 2)):
            self.write("bad.conllu", tree % last)
            self.expect_failure(r"^bad\.conllu:%s" % (line or r"\d"),
                                "bad.conllu")

    def test_empty(self):
        for content in ("", "\n", " \n\n \t \n", "\ufeff"):
            self.assertEqual(self.tsv("empty.txt", content), [])
        self.expect_good("empty.txt")
        self.assertTrue(self.read("out/empty.ttl"))
        self.assertIn(b"</svg>", self.read("out/empty.svg"))

    def test_same_triples(self):
        # byte-order mark, Windows line ends, no end of the last line
        expected = self.tsv("news.txt", NEWS)
        self.assertTrue(expected)
        for content in ("\ufeff" + NEWS, NEWS.replace("\n", "\r\n"),
                        NEWS.rstrip("\n"), "\n\n" + NEWS + "\n\n"):
            self.assertEqual(self.tsv("other.txt", content), expected)

    def test_standard_input(self):
        expected = self.tsv("news.txt", NEWS)
        out = self.expect_good("-f", "tsv", "-", stdin=NEWS.encode()).out
        self.assertEqual([line.split("\t")[1:]
                          for line in out.decode().splitlines()], expected)
        self.expect_failure(r"^-:1:1: error: ", "-f", "tsv", "-",
                            stdin=b"\xff")

    def test_odd_text(self):
        # no verb, no letter, no sense: read without a message
        for content in ("(((((((((", "\u200b\u200b \u00a0", "\U0001f600" * 500,
                        "a" * 10000, "\u0301\u0301\u0301", "\"" * 999,
                        "<p>Mora</p> &amp; <b>", "\x01\x02\x1b[31m red",
                        "- - - - -\n" * 50, "said said said said.\n" * 50,
                        "\u202eMora met Lund.\u202c", "He. She. It. They. We."):
            self.write("odd.txt", content)
            self.expect_good("odd.txt")


harness.main()
