#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""A model that is missing or damaged."""
import os
import unittest

import harness
from harness import NEWS, Case


class Model(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)
        source = harness.model_file()
        if not source:
            self.skipTest("no model in models/")
        with open(source, "rb") as file:
            self.good = file.read()

    def expect_bad(self, content):
        self.write("bad.model", content)
        self.expect_failure(r"^bad\.model: error: expected .*, not ",
                            "--model", "bad.model", "news.txt")

    def test_copy_works(self):
        self.write("copy.model", self.good)
        self.expect_good("-f", "tsv", "--model", "copy.model", "news.txt")
        self.expect_good("-f", "tsv", "news.txt",
                         environment={"RELATA_MODEL": "copy.model"})

    def test_missing(self):
        message = r"^nosuch\.model: error: .*No such file"
        self.expect_failure(message, "--model", "nosuch.model", "news.txt")
        self.expect_failure(message, "news.txt",
                            environment={"RELATA_MODEL": "nosuch.model"})

    def test_instruction_sets(self):
        same = ["-f", "tsv", "-o", "-", "news.txt"]
        usual = self.expect_good(*same)
        plain = self.expect_good(*same,
                                 environment={"RELATA_ISA": "portable"})
        self.assertEqual(usual.out, plain.out)
        self.expect_failure(
            r'^RELATA_ISA: error: expected .*portable\), not "abacus"',
            *same, environment={"RELATA_ISA": "abacus"})

    def test_directory(self):
        os.mkdir(self.path("folder"))
        self.expect_failure(r"^folder: error: ", "--model", "folder",
                            "news.txt")

    def test_empty(self):
        self.expect_bad(b"")

    def test_other_file(self):
        self.expect_bad(NEWS)
        self.expect_bad(bytes(len(self.good)))
        self.expect_bad(b"\xff" * 4096)

    def test_truncated(self):
        for size in (1, 8, 63, 64, 1000, len(self.good) // 2,
                     len(self.good) - 1):
            self.expect_bad(self.good[:size])

    def test_longer(self):
        self.expect_bad(self.good + b"\0")

    def test_damaged(self):
        # a bit in the head, and in many places of the weights
        for place in list(range(0, 64, 3)) + list(range(
                64, len(self.good), len(self.good) // 15)):
            data = bytearray(self.good)
            data[place] ^= 0x10
            self.expect_bad(bytes(data))


harness.main()
