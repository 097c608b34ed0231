#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Outputs appear whole or not at all, and are the same each time."""
import hashlib
import os
import shutil
import subprocess
import unittest

import harness
from harness import NEWS, Case

SECOND = """Velian bank buys harbour

The Velian bank Orbex bought the harbour of Ayr for $40 million in May. Ana Mora
rejected the sale. Jan Lund did not visit Ayr.
"""

DATED = """Ana Mora met Jan Lund in Ayr last Friday. Ana Mora will visit Lisbon in September.

Orbex bought the harbour for as much as $40 million in May 2015. A year later Orbex sold the harbour.
"""


class Outputs(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)

    def test_usual_places(self):
        self.expect_good("news.txt")
        self.assertEqual(sorted(os.listdir(self.path("out"))),
                         ["news.svg", "news.ttl"])

    def test_into_folder_and_file(self):
        os.mkdir(self.path("place"))
        self.expect_good("-o", "place", "news.txt")
        self.assertEqual(sorted(os.listdir(self.path("place"))),
                         ["news.svg", "news.ttl"])
        self.expect_good("-f", "ttl", "-o", "here.ttl", "news.txt")
        self.assertEqual(self.read("here.ttl"), self.read("place/news.ttl"))

    def values(self, *options):
        """{(subject, predicate): [times, amounts]} of DATED."""
        self.write("dated.txt", DATED)
        out = self.expect_good("-f", "tsv", "dated.txt", *options).out
        rows = [line.split("\t") for line in out.decode().splitlines()]
        return {(row[1], row[2]): row[6:] for row in rows}

    def test_times_count_from_the_date(self):
        values = self.values("--date", "2018-06-06")
        self.assertEqual(values["Ana Mora", "meet"], ["2018-06-01", ""])
        self.assertEqual(values["Ana Mora", "visit"], ["2018-09", ""])
        self.assertEqual(values["Orbex", "buy"],
                         ["2015-05", "at-most 40000000 USD"])
        self.assertEqual(values["Orbex", "sell"], ["2016", ""])

    def test_times_without_a_date_stay_words(self):
        values = self.values()
        self.assertEqual(values["Ana Mora", "meet"], ["", ""])
        self.assertEqual(values["Orbex", "buy"],
                         ["2015-05", "at-most 40000000 USD"])
        out = self.expect_good("-f", "nt", "dated.txt").out
        self.assertIn(b'ns#time> "last Friday"@en .', out)

    def test_same_bytes_twice(self):
        self.expect_good("news.txt")
        first = self.files()
        self.expect_good("news.txt")
        self.assertEqual(self.files(), first)

    def test_same_bytes_in_any_order(self):
        self.write("second.txt", SECOND)
        for form in ("ttl", "nt", "svg"):
            orders = [self.expect_good("-f", form, "-o", "-", *names).out
                      for names in (("news.txt", "second.txt"),
                                    ("second.txt", "news.txt"))]
            self.assertTrue(orders[0])
            self.assertEqual(orders[0], orders[1], form)

    def test_endings_choose_the_format(self):
        for form in ("ttl", "nt", "nq", "trig", "rdf", "jsonld", "jsonl",
                     "csv", "graphml", "tsv"):
            named = self.expect_good("-o", "result." + form, "news.txt").out
            self.assertEqual(named, ("result.%s\n" % form).encode())
            asked = self.expect_good("-f", form, "news.txt").out
            self.assertTrue(asked)
            self.assertEqual(self.read("result." + form), asked, form)

    def test_provenance(self):
        sizes = [len(self.expect_good("-f", "nt", "--provenance", level,
                                      "news.txt").out)
                 for level in ("none", "claims", "full")]
        self.assertEqual(sizes, sorted(set(sizes)))
        usual = self.expect_good("-f", "nt", "news.txt").out
        self.assertEqual(len(usual), sizes[2])
        self.assertIn(b'ns#version> "', usual)
        self.assertIn(b'ns#model> "', usual)
        self.assertNotIn(b"ns#options>", usual)
        self.assertNotIn(b"startedAtTime", usual)

    def test_run_tells_its_options(self):
        self.write("fixed.txt", "rename Jan Lund = Jan B Lund\n")
        out = self.expect_good("-f", "nt", "--accept-reported", "--date",
                               "2018-06-03", "--corrections", "fixed.txt",
                               "--run-time", "2026-03-02T15:04:05Z",
                               "news.txt").out
        hashed = hashlib.sha256(self.read("fixed.txt")).hexdigest()
        self.assertIn(b'ns#options> "--accept-reported --corrections sha256:' +
                      hashed.encode() + b' --date 2018-06-03" .', out)
        self.assertIn(b'startedAtTime> "2026-03-02T15:04:05Z"^^', out)
        self.assertIn(b'schema.org/sha256> "' + hashlib.sha256(
            self.read("news.txt")).hexdigest().encode() + b'" .', out)
        out = self.expect_good("-f", "nt", "--run-time", "now",
                               "news.txt").out
        self.assertRegex(out, br'startedAtTime> "20\d\d-\d\d-\d\dT')

    def test_two_readers_of_turtle_agree(self):
        self.write("second.txt", SECOND)
        self.expect_good("-f", "ttl", "-o", "both.ttl", "news.txt",
                         "second.txt")
        if not shutil.which("rapper") or not shutil.which("serdi"):
            self.skipTest("rapper and serdi are not installed")
        readers = (["rapper", "-q", "-i", "turtle", "-o", "ntriples"],
                   ["serdi", "-i", "turtle", "-o", "ntriples"])
        lines = [sorted(subprocess.run(
            command + ["both.ttl"], cwd=self.folder, check=True,
            stdout=subprocess.PIPE).stdout.splitlines())
            for command in readers]
        self.assertGreater(len(lines[0]), 50)
        self.assertEqual(len(lines[0]), len(lines[1]))

    def test_map_is_xml(self):
        self.expect_good("news.txt")
        if not shutil.which("xmllint"):
            self.skipTest("xmllint is not installed")
        subprocess.run(["xmllint", "--noout", "--nonet", "out/news.svg"],
                       cwd=self.folder, check=True)

    def test_place_cannot_be_made(self):
        if os.geteuid() == 0:
            place = "/proc/self/nosuch"
        else:
            place = self.path("closed")
            os.mkdir(place)
            os.chmod(place, 0o500)
        self.expect_failure("^" + place, "-f", "ttl", "-o",
                            place + "/news.ttl", "news.txt")

    def test_out_is_a_file(self):
        self.write("out", "not a folder")
        self.expect_failure("^out", "news.txt")

    def test_result_is_a_folder(self):
        self.expect_good("news.txt")
        os.remove(self.path("out/news.svg"))
        os.makedirs(self.path("out/news.svg/in the way"))
        self.expect_failure("^out/news.svg", "news.txt")

    def test_full_device(self):
        for form in ("ttl", "tsv", "svg"):
            self.expect_failure("^/dev/full: error: .*No space left", "-f",
                                form, "-o", "/dev/full", "news.txt")
        with open("/dev/full", "wb") as full:
            for arguments in (("-f", "tsv"), ("-f", "ttl", "-o", "-"),
                              ("--stop-after", "text"),
                              ("--stop-after", "parse"),
                              ("--stop-after", "extract")):
                self.expect_failure("error: .*No space left", *arguments,
                                    "news.txt", stdout=full)

    def test_full_disk_leaves_the_old(self):
        self.expect_good("news.txt")
        self.write("news.txt", NEWS + "\nLund met Mora again in Ayr.\n")
        self.expect_failure("^out/news", "news.txt", max_file=4000)

    def test_old_is_left_by_bad_input(self):
        self.expect_good("news.txt")
        self.write("news.txt", b"\xff")
        self.expect_failure(r"^news\.txt:1:1: ", "news.txt")

    def test_reader_goes_away(self):
        read, write = os.pipe()
        os.close(read)
        before = self.files()
        done = subprocess.run([harness.RELATA, "-f", "tsv", "news.txt"],
                              cwd=self.folder, stdout=write, check=False,
                              stderr=subprocess.PIPE)
        os.close(write)
        self.assertIn(done.returncode, (1, -13))
        self.assertNotIn(b"Sanitizer", done.stderr)
        self.assertEqual(self.files(), before)


harness.main()
