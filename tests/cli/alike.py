#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Things of one article that are described in the same words."""
import re

import harness
from harness import Case

LETTERS = """Norland's customs office published a document on Monday. Ana Mora
sent the document to Jan Lund.

Officials in Velia rejected the plan. A week later, the court of Bel received a
document from Jan Lund. Officials in Norland praised the judge.
"""
FIRST, AGAIN, SECOND = "document@1:38", "document@2:10", "document@5:1"

TRUCE = """Norland and Velia agreed on a ceasefire on Monday. The ceasefire
began at midnight.

Ana Mora, the Norlandic foreign minister, praised the ceasefire. Jan Lund said
rebels broke the ceasefire on Tuesday. An earlier ceasefire had failed in May.

Velia's army denied that it had violated the ceasefire. Ms Mora said monitors
would watch the ceasefire.
"""

STATEMENT = re.compile(rb"<[^>]*/(?:entity|person)/([^>]*)> "
                       rb"<[^>]*/relation/([^>]*)> <[^>]*/entity/([^>]*)>")


class Alike(Case):
    def setUp(self):
        super().setUp()
        self.write("letters.txt", LETTERS)
        self.write("truce.txt", TRUCE)

    def places(self, label, *arguments):
        """[[place of each mention] of each entity with this label]."""
        out = self.expect_good("entities", "-f", "tsv", *arguments,
                               "--explain", label).out.decode()
        rows = [line.split("\t") for line in out.splitlines()]
        before = {row[2]: row[7] for row in rows}
        found = {}
        for place in before:
            first = place
            while before[first]:
                first = before[first]
            found.setdefault(first, []).append(place)
        return sorted(sorted(places) for places in found.values())

    def corrected(self, lines, label):
        self.write("c", lines)
        return [[place[len("letters.txt:"):] for place in places]
                for places in self.places(label, "--corrections", "c",
                                          "letters.txt")]

    def statements(self, *arguments):
        """(subject, relation, object) of the plain triples, as keys."""
        out = self.expect_good("-q", "-f", "nt", *arguments).out
        return [tuple(part.decode() for part in parts)
                for parts in STATEMENT.findall(out)]

    def test_two_documents(self):
        self.assertEqual(self.places("document", "letters.txt"),
                         [["letters.txt:1:38", "letters.txt:2:10"],
                          ["letters.txt:5:1"]])
        ends = {deed: end for _, deed, end in self.statements("letters.txt")
                if end.startswith("document")}
        self.assertEqual(set(ends), {"publish", "send", "receive"})
        self.assertEqual(ends["publish"], ends["send"])
        self.assertRegex(ends["send"], r"^document-[0-9a-f]{16}$")
        self.assertEqual(ends["receive"], ends["send"] + "-2")
        # nobody's name and no tail of a name: the label is the word alone
        out = self.expect_good("-q", "-f", "ttl", "letters.txt").out.decode()
        self.assertEqual(out.count('rdfs:label "document"@en'), 2)

    def test_one_truce(self):
        self.assertEqual(len(self.places("ceasefire", "truce.txt")), 1)
        self.assertEqual(len(self.places("ceasefire", "truce.txt")[0]), 6)
        ends = {end for _, _, end in self.statements("truce.txt")
                if "ceasefire" in end}
        self.assertEqual(len(ends), 1)

    def test_graph_is_read_again(self):
        files = ("letters.txt", "truce.txt")
        forms = ("ttl", "nt", "nq", "trig", "rdf")
        want = {form: self.expect_good("-q", "-f", form, *files).out
                for form in forms}
        for form in forms:
            self.write("g." + form, want[form])
            for other in forms:
                self.assertEqual(self.expect_good("-q", "-f", other,
                                                  "g." + form).out,
                                 want[other], form + other)

    def test_documents_join_and_part(self):
        one = self.expect_good("-q", "-f", "nt", "letters.txt").out
        self.expect_good("-q", "letters.txt", "-o", "a.nt")
        self.expect_good("-q", "truce.txt", "-o", "b.ttl")
        both = self.expect_good("-q", "-f", "nt", "letters.txt",
                                "truce.txt").out
        self.assertEqual(self.expect_good("merge", "-q", "-f", "nt", "b.ttl",
                                          "a.nt", "-o", "ab.nt").out, b"")
        self.assertEqual(self.read("ab.nt"), both)
        self.assertEqual(
            self.expect_good("merge", "-q", "-f", "nt", "ab.nt",
                             "--withdraw", "truce").out, one)

    def test_map_has_two_cards(self):
        dot = self.expect_good("-q", "-f", "dot", "letters.txt").out.decode()
        self.assertEqual(len(set(re.findall(r"node-entity\.document-[^\"]*",
                                            dot))), 2)

    def test_merge(self):
        whole = [["1:38", "2:10", "5:1"]]
        for line in ("merge document = document",
                     "merge %s = %s" % (SECOND, FIRST),
                     "merge %s = %s" % (FIRST, SECOND),
                     "merge %s = document" % AGAIN):
            self.assertEqual(self.corrected(line + "\n", "document"), whole)

    def test_rename_one(self):
        line = "rename %s = court file\n" % SECOND
        self.assertEqual(self.corrected(line, "document"), [["1:38", "2:10"]])
        self.assertEqual(self.corrected(line, "court file"), [["5:1"]])

    def test_type_one(self):
        self.write("c", "type %s = event\n" % SECOND)
        out = self.expect_good("entities", "-f", "tsv", "--corrections", "c",
                               "letters.txt").out.decode()
        rows = [line.split("\t") for line in out.splitlines()]
        self.assertEqual(sorted(row[0] for row in rows
                                if row[1] == "document"), ["event", "work"])

    def test_split(self):
        # what is only described needs no other name
        self.assertEqual(self.corrected("split %s\n" % AGAIN, "document"),
                         [["1:38"], ["2:10"], ["5:1"]])
        ends = {end for _, _, end in
                self.statements("--corrections", "c", "letters.txt")
                if end.startswith("document")}
        self.assertEqual(sorted(end[len("document-") + 16:] for end in ends),
                         ["", "-2", "-3"])

    def test_nothing_begins_there(self):
        for line, column in (("rename document@1:37 = x", 8),
                             ("merge document = document@9:9", 18)):
            self.write("c", line + "\n")
            self.expect_failure(
                r"^c:1:%d: error: expected the name of an entity, not "
                r"\"document\"" % column, "entities", "--corrections", "c",
                "letters.txt")


harness.main()
