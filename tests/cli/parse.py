#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""relata parse and relata tag: CoNLL-U as a tool of its own."""
import os
import re
import unittest

import harness
from harness import NEWS, Case

TEXT = "Mora didn't meet Lund in \u00c5rhus  (again).\nShe  can't: it's \u20ac5.\n"
BARE = """# newdoc id = d
# sent_id = d-1
# note = kept
1-2\tdidn't\t_\t_\t_\tTypo=Yes\t_\t_\t_\tSpaceAfter=No
1\tdid\t_\t_\t_\t_\t_\t_\t_\tGloss=x|Entity=(9-thing
2\tn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tstay\t_\t_\t_\t_\t_\t_\t_\t_
3.1\tx\tx\tX\t_\t_\t_\t_\t0:root\t_

1\tMora\t_\t_\t_\t_\t_\t_\t_\t_
2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No

"""


def rows(out):
    """The ten columns of every line of a token."""
    return [line.split("\t") for line in out.decode().split("\n")
            if line and line[0] != "#"]


def comments(out, key):
    return [line[len(key) + 4:].lstrip("= ") for line in
            out.decode().split("\n") if line.startswith("# " + key)]


class Parse(Case):
    jobs = ("parse", "tag")

    def test_help(self):
        for job in self.jobs:
            out = self.expect_good(job, "--help").out.decode()
            self.assertEqual(out, self.expect_good("-h", job).out.decode())
            for word in ("relata " + job, "--input", "--ranges", "-o",
                         "--model", "Example: "):
                self.assertIn(word, out)
            self.assertNotIn("--min-confidence", out)
            self.assertLessEqual(max(map(len, out.split("\n"))), 80)

    def test_usage(self):
        self.write("news.txt", NEWS)
        self.expect_usage("FILE", "parse")
        for option in (("--title", "x"), ("-f", "ttl"), ("--times",),
                       ("--stop-after", "text"), ("--reparse",)):
            self.expect_usage(option[0][1:], "parse", *option, "news.txt")
        self.expect_usage("--ranges", "--ranges", "news.txt")
        self.expect_usage("--input", "parse", "--input", "html", "news.txt")
        self.expect_usage("-o", "parse", "news.txt", "-o")

    def test_file_named_like_a_job(self):
        self.write("parse", NEWS)
        out = self.expect_good("run", "-f", "tsv", "parse").out
        self.assertIn(b"Mora", out)
        self.assertEqual(comments(self.expect_good("parse", "parse").out,
                                  "newdoc id"), ["parse"])

    def test_ten_columns_and_trees(self):
        self.write("news.txt", NEWS)
        found = rows(self.expect_good("parse", "news.txt").out)
        self.assertGreater(len(found), 30)
        for row in found:
            self.assertEqual(len(row), 10)
        self.assertIn("root", {row[7] for row in found})
        names = [row[9] for row in found if "Entity=(" in row[9]]
        self.assertIn("Entity=(person", "".join(names))

    def test_same_as_layer(self):
        self.write("news.txt", NEWS)
        layer = self.expect_good("--input", "text", "--stop-after", "parse",
                                 "news.txt").out
        out = self.expect_good("parse", "--input", "text", "news.txt").out
        self.assertEqual(
            re.sub(rb"(?m)^# (newdoc|newpar).*\n|(?<=sent_id = )news-", b"",
                   out), layer)

    def test_everything_is_parsed(self):
        # what the main command would drop as furniture
        self.write("news.txt", NEWS + "\nSubscribe to our newsletter\n")
        out = self.expect_good("parse", "news.txt").out
        self.assertIn(b"# text = Subscribe to our newsletter\n", out)
        out = self.expect_good("parse", "--input", "text", "news.txt").out
        self.assertNotIn(b"Subscribe", out)

    def test_text_has_the_words(self):
        for content in (TEXT, NEWS, "\u201cIt\u2019s,\u201d he said \u2026\n\n"
                        "a\u00a0b \u00bd c\u0301 \U0001f600. \t#1 is _ | =\n"):
            self.write("a.txt", content)
            for job in self.jobs:
                out = self.expect_good(job, "a.txt").out
                self.assertEqual("".join("".join(comments(out, "text"))
                                         .split()), "".join(content.split()))

    def test_tokens_make_the_text(self):
        self.write("a.txt", TEXT)
        out = self.expect_good("parse", "a.txt").out.decode()
        for block in out.strip().split("\n\n"):
            text, skip = "", 0
            for row in rows(block.encode()):
                if "-" in row[0]:
                    skip = int(row[0].split("-")[1])
                elif int(row[0]) <= skip:
                    continue
                glued = "SpaceAfter=No" in row[9]
                text += row[1] + ("" if glued else " ")
            self.assertIn("# text = %s\n" % text.strip(), block)

    def test_ranges(self):
        self.write("a.txt", TEXT)
        self.assertNotIn(b"TokenRange",
                         self.expect_good("parse", "a.txt").out)
        for job in self.jobs:
            seen = 0
            for row in rows(self.expect_good(job, "--ranges", "a.txt").out):
                place = re.search(r"TokenRange=(\d+):(\d+)$", row[9])
                if place:
                    begin, end = map(int, place.groups())
                    self.assertEqual(TEXT[begin:end], row[1])
                    seen += 1
            self.assertEqual(seen, 17)

    def test_probabilities(self):
        self.write("a.txt", TEXT)
        plain = rows(self.expect_good("parse", "a.txt").out)
        self.assertNotIn("Prob=", "".join(row[9] for row in plain))
        for arguments in (("a.txt",), ("--input", "conllu", "a.conllu")):
            self.write("a.conllu",
                       self.expect_good("parse", "a.txt").out.decode())
            found = rows(self.expect_good("parse", "--probabilities",
                                          *arguments).out)
            for row in found:
                if "-" in row[0]:
                    continue
                said = dict(item.split("=") for item in row[9].split("|"))
                self.assertTrue(0 < float(said["UposProb"]) <= 1)
                self.assertTrue(0 < float(said["HeadProb"]) <= 1)
                self.assertEqual("(" in said.get("Entity", ""),
                                 "EntityProb" in said)
            self.assertEqual(len(found), len(plain))

    def test_multiword_tokens(self):
        self.write("a.txt", TEXT)
        found = rows(self.expect_good("parse", "a.txt").out)
        self.assertEqual([(r[0], r[1]) for r in found if "-" in r[0]],
                         [("2-3", "didn't"), ("2-3", "can't"),
                          ("5-6", "it's")])

    def test_documents(self):
        for name in ("a b.txt", "x/c.txt", "y/c.txt"):
            self.write(name, "It rained.\n\nIt stopped. They left.\n")
        out = self.expect_good("parse", "a b.txt", "x/c.txt", "y/c.txt").out
        self.assertEqual(comments(out, "newdoc id"), ["a_b", "c", "c-3"])
        ids = comments(out, "sent_id")
        self.assertEqual(ids, ["%s-%d" % (doc, i) for doc in
                               ("a_b", "c", "c-3") for i in (1, 2, 3)])
        self.assertEqual(out.count(b"# newpar\n"), 6)

    def test_standard_input(self):
        out = self.expect_good("parse", "-", stdin=TEXT.encode()).out
        self.assertTrue(out.startswith(b"# newdoc\n# newpar\n# sent_id = 1\n"))
        self.expect_failure(r"^-:1:1: error: ", "parse", "-", stdin=b"\xff")

    def test_output_file(self):
        self.write("a.txt", TEXT)
        out = self.expect_good("parse", "a.txt").out
        self.assertEqual(self.expect_good("parse", "a.txt", "-o", "b").out,
                         b"")
        self.assertEqual(self.read("b"), out)
        self.expect_failure("^/dev/full: error: .*No space left", "parse",
                            "-o", "/dev/full", "a.txt")
        self.write("bad.txt", b"\xff")
        self.expect_failure(r"^bad\.txt:1:1: error", "parse", "-o", "b",
                            "a.txt", "bad.txt")

    def test_sentences(self):
        self.write("a.txt", "Mora met Lund .\n\nIt 's can't .\n")
        out = self.expect_good("parse", "--input", "sentences", "a.txt").out
        self.assertEqual([row[1] for row in rows(out)],
                         ["Mora", "met", "Lund", ".", "It", "'s", "can't",
                          "."])
        self.assertEqual(comments(out, "text"),
                         ["Mora met Lund .", "It 's can't ."])
        self.assertNotIn(b"newpar", out)

    def test_given_tokens(self):
        self.write("a.conllu", BARE)
        out = self.expect_good("parse", "a.conllu").out
        self.assertEqual(self.expect_good("parse", "--input", "conllu", "-",
                                          stdin=BARE.encode()).out, out)
        wanted = rows(BARE.encode())
        found = rows(out)
        self.assertEqual([r[:2] for r in found],
                         [r[:2] for r in wanted if r[0] != "3.1"])
        self.assertEqual(found[0], wanted[0])
        self.assertRegex(found[1][9], r"^(Entity=\S+\|)?Gloss=x$")
        self.assertEqual(found[-1][9], "SpaceAfter=No")
        self.assertTrue(all(r[3] != "_" and r[6].isdigit()
                            for r in found[1:]))
        self.assertEqual(out.decode().split("\n")[:4], [
            "# newdoc id = d", "# sent_id = d-1", "# note = kept",
            "# text = didn'tstay"])
        # a second time nothing changes
        self.write("again.conllu", out)
        self.assertEqual(self.expect_good("parse", "again.conllu").out, out)

    def test_bad_tokens(self):
        for content, message in (
                ("1\ta\n", r"1:3: error: expected ten columns"),
                (BARE + "1\ta\n", r"13:3: error: expected ten columns"),
                (BARE + "2" + "\ta" * 9, r"13:1: error: expected the number"),
                ("# c\nword\n", r"2:1: error: expected ten columns"),
                (b"1\t\xff", r"1:3: error: expected UTF-8")):
            self.write("bad.conllu", content)
            for job in self.jobs:
                self.expect_failure(r"^bad\.conllu:" + message, job,
                                    "bad.conllu")

    def test_bad_text(self):
        self.write("bad.txt", b"Oslo.\n\nThe caf\xe9.\n")
        for job in self.jobs:
            self.expect_failure(r"^bad\.txt:3:8: error: expected .*, not ",
                                job, "bad.txt")
        self.expect_failure(r"^nosuch: error: .*No such file", "parse",
                            "nosuch")
        self.expect_failure(r"^nosuch: error: .*No such file", "parse",
                            "--model", "nosuch", "bad.txt")

    def test_empty(self):
        for content in ("", "\n \n", "\ufeff"):
            self.write("a.txt", content)
            self.write("a.conllu", content)
            for job in self.jobs:
                for name in ("a.txt", "a.conllu"):
                    self.assertEqual(self.expect_good(job, name).out, b"")


class Tag(Case):
    def test_tags_only(self):
        self.write("news.txt", NEWS)
        found = rows(self.expect_good("tag", "news.txt").out)
        words = [row for row in found if "-" not in row[0]]
        self.assertGreater(len(words), 30)
        for row in words:
            self.assertNotEqual(row[2], "_")
            self.assertNotEqual(row[3], "_")
            self.assertEqual(row[6:9], ["_", "_", "_"])
            self.assertNotIn("Entity", row[9])

    def test_same_as_layer(self):
        self.write("news.txt", NEWS)
        layer = self.expect_good("--stop-after", "tag", "news.txt").out
        out = self.expect_good("tag", "--input", "text", "news.txt").out
        self.assertEqual(
            re.sub(rb"(?m)^# (newdoc|newpar).*\n|(?<=sent_id = )news-", b"",
                   out), layer)


harness.main()
