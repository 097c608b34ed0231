#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Help, version, and options that make no sense."""
import unittest

import harness
from harness import Case


class Usage(Case):
    def test_help(self):
        for option in ("-h", "--help"):
            result = self.expect_good(option)
            for word in (b"relata", b"--stop-after", b"--min-confidence",
                         b"--model", b"--input", b"-o", b"-f"):
                self.assertIn(word, result.out)
            self.assertLessEqual(max(map(len, result.out.split(b"\n"))), 80)

    def test_version(self):
        result = self.expect_good("--version")
        self.assertRegex(result.out, rb"\Arelata \d+\.\d+\.\d+\n")

    def test_no_file(self):
        self.expect_usage("FILE")

    def test_unknown_options(self):
        self.write("news.txt", harness.NEWS)
        for option in ("--nonsense", "-X", "--nonsense=1"):
            self.expect_usage(option.split("=")[0], option, "news.txt")
            self.expect_usage(option.split("=")[0], "news.txt", option)

    def test_missing_arguments(self):
        self.write("news.txt", harness.NEWS)
        for option in ("-o", "-f", "--stop-after", "--input", "--model",
                       "--base", "--date", "--min-confidence", "--title"):
            self.expect_usage(option, "news.txt", option)

    def test_bad_arguments(self):
        self.write("news.txt", harness.NEWS)
        for option, argument in (
                ("-f", "nonsense"), ("-f", ""), ("--stop-after", "kitchen"),
                ("--input", "nonsense"), ("--min-confidence", "high"),
                ("--min-confidence", "1.5"), ("--min-confidence", "-1"),
                ("--min-confidence", "nan"), ("--min-confidence", ""),
                ("--base", "not an iri"), ("--date", "yesterday"),
                ("--date", "2018-02-29"), ("--date", "2018-02"),
                ("--provenance", "some"), ("--provenance", ""),
                ("--run-time", "yesterday"),
                ("--run-time", "2018-02-29T00:00:00Z")):
            self.expect_usage(option, option, argument, "news.txt")

    def test_end_of_options(self):
        self.write("--news.txt", harness.NEWS)
        result = self.expect_good("-f", "tsv", "--", "--news.txt")
        self.assertIn(b"Mora", result.out)


harness.main()
