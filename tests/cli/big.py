#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Large and pathological input is read in bounded time and memory."""
import unittest

import harness
from harness import Case

MB = 1 << 20


class Big(Case):
    def test_sentence_of_5000_tokens(self):
        self.write("long.txt", "Mora met " + "and ".join(
            "Lund in Ayr " for _ in range(1250)) + "on Monday.\n")
        result = self.expect_good("-f", "tsv", "long.txt",
                                  max_memory=1024 * MB, seconds=60)
        self.assertIn(b"Mora", result.out)
        self.expect_good("long.txt", max_memory=1024 * MB, seconds=120)

    def test_sentence_of_40000_tokens(self):
        # what is kept of a phrase must not grow with its sentence
        words = b"Mora said that Lund had visited the harbour of Ayr and "
        self.write("line.txt", words * (200000 // len(words)) + b"\n")
        with open("/dev/null", "wb") as nowhere:
            self.expect_good("--input", "sentences", "-f", "carb", "line.txt",
                             stdout=nowhere, max_memory=384 * MB,
                             seconds=120)

    def test_line_of_50_mb(self):
        words = b"Mora said that Lund had visited the harbour of Ayr and "
        self.write("line.txt", words * (50 * MB // len(words)))
        with open("/dev/null", "wb") as nowhere:
            self.expect_good("--stop-after", "text", "line.txt",
                             max_memory=4096 * MB, seconds=240,
                             stdout=nowhere)

    def test_token_of_10_mb(self):
        self.write("token.txt", b"a" * (10 * MB))
        with open("/dev/null", "wb") as nowhere:
            self.expect_good("-f", "tsv", "token.txt", stdout=nowhere,
                             max_memory=1024 * MB, seconds=120)

    def test_parse_in_pieces(self):
        # 100,000 bytes, in paragraphs and in one line
        words = "Mora said that Lund had visited the harbour of Ayr. "
        self.write("many.txt", (words * 20 + "\n\n") * 100)
        self.write("line.txt", words * 2000)
        for name in ("many.txt", "line.txt"):
            with open("/dev/null", "wb") as nowhere:
                self.expect_good("parse", name, stdout=nowhere,
                                 max_memory=96 * MB, seconds=240)

    def test_many_lines(self):
        # furniture, headings, brackets and quotes without end
        for unit in (b"\n", b"x\n", b"\"", b"(", b". ", b"Mr. ", b"-",
                     b"http://", b"\xf0\x9f\x98\x80", b"1,", b"'s "):
            self.write("many.txt", unit * (MB // 2 // len(unit)))
            with open("/dev/null", "wb") as nowhere:
                self.expect_good("--stop-after", "text", "many.txt",
                                 stdout=nowhere, max_memory=1024 * MB,
                                 seconds=60)


harness.main()
