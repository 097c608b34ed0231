#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""relata check: is a graph as relata writes it? tests/shapes has the rules."""
import re

import harness
from harness import NEWS, Case

RELATION = "https://w3id.org/relata/relation/"


class Check(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)

    def graph(self, ending, *options):
        name = "g." + ending
        self.expect_good("-q", "-f", ending, "-o", name, "news.txt", *options)
        return name

    def expect_bad(self, *arguments, **named):
        """Exit 1 with nothing but lines of errors."""
        result = self.run_relata("check", *arguments, **named)
        self.assertEqual(result.code, 1, result.err)
        lines = result.err.split("\n")
        self.assertEqual(lines.pop(), "")
        for line in lines:
            self.assertRegex(line, r"\A[^:]+(:\d+)?: error: expected .*, not ")
        return lines

    def test_help(self):
        out = self.expect_good("check", "--help").out.decode()
        for word in ("relata check", "GRAPH", "--accept-reported", "-f",
                     "--max-errors", "-q"):
            self.assertIn(word, out)
        self.assertLessEqual(max(map(len, out.split("\n"))), 80)
        self.assertIn(b"relata check", self.expect_good("--help").out)

    def test_usage(self):
        self.expect_usage("FILE", "check")
        for option, argument in (("--format", "dot"), ("--format", ""),
                                 ("--max-errors", "-1"),
                                 ("--max-errors", "few"),
                                 ("--provenance", "some")):
            self.expect_usage(option, "check", option, argument, "x.ttl")
        self.expect_usage("--title", "check", "--title", "x", "x.ttl")

    def test_what_we_write_conforms(self):
        counts = set()
        for ending in ("ttl", "nt", "rdf"):
            name = self.graph(ending)
            result = self.expect_good("check", name)
            match = re.fullmatch(
                r"%s: conforms: (\d+ statements, \d+ claims, \d+ of them "
                r"asserted)\n" % re.escape(name), result.out.decode())
            counts.add(match[1])
            self.assertEqual(self.expect_good("check", "-q", name).out, b"")
        self.assertEqual(len(counts), 1, counts)
        self.assertNotIn(" 0 claims", counts.pop())

    def test_standard_input(self):
        for ending, options in (("ttl", ()), ("nt", ()), ("nt", ("-f", "nt")),
                                ("rdf", ("-f", "rdf"))):
            data = self.read(self.graph(ending))
            result = self.expect_good("check", "-", *options, stdin=data)
            self.assertTrue(result.out.startswith(b"-: conforms: "))
        self.expect_failure(r"^-:1: error: expected N-Triples", "check", "-",
                            "-f", "nt", stdin=b"<a> a <b> .")

    def test_threat_turned_into_fact(self):
        lines = self.read(self.graph("nt")).decode().split("\n")
        threats = [i for i, line in enumerate(lines) if "#Threatened>" in line]
        self.assertTrue(threats)
        claim = lines[threats[0]].split(" ")[0]
        first = [line.startswith(claim + " ") for line in lines].index(True)
        wrong = [line.replace('"false"', '"true"')
                 if line.startswith(claim) and "#asserted" in line else line
                 for line in lines]
        self.write("wrong.nt", "\n".join(wrong))
        errors = self.expect_bad("wrong.nt")
        self.assertIn("wrong.nt:%d: error: expected an asserted claim to be "
                      "actual, not relata:Threatened: %s" % (first + 1, claim),
                      errors)
        self.assertRegex(errors[-1], r"^wrong.nt: error: expected a graph that "
                         r"conforms, not [12] violations? in \d+ statements")

    def test_plain_triple_without_claim(self):
        data = self.read(self.graph("nt")).decode()
        line = "<x:a> <%sinvade> <x:b> .\n" % RELATION
        self.write("more.nt", data + line)
        self.assertEqual(self.expect_bad("more.nt")[0], (
            "more.nt:%d: error: expected an asserted claim of the plain triple "
            "<x:a> <%sinvade> <x:b>, not none" % (data.count("\n") + 1,
                                                  RELATION)))

    def test_claim_without_plain_triple(self):
        lines = self.read(self.graph("nt")).decode().split("\n")
        plain = [line for line in lines if "<%s" % RELATION in
                 " ".join(line.split(" ")[1:2])]
        self.assertTrue(plain)
        self.write("less.nt", "\n".join(x for x in lines if x != plain[0]))
        self.assertIn("expected the plain triple of an asserted claim, "
                      + plain[0][:-2], self.expect_bad("less.nt")[0])

    def test_reported(self):
        self.write("news.txt", "Ana Mora said that Velia invaded Norland.\n")
        name = self.graph("nt", "--accept-reported")
        self.assertIn("own word", self.expect_bad(name)[0])
        self.expect_good("check", "--accept-reported", name)

    def test_provenance(self):
        self.expect_good("check", "--provenance", "claims",
                         self.graph("nt", "--provenance", "claims"))
        name = self.graph("nt", "--provenance", "none")
        self.assertIn("an asserted claim of the plain", self.expect_bad(name)[0])
        self.expect_good("check", "--provenance", "none", name)

    def test_how_many_are_shown(self):
        name = self.write("many.nt", "".join(
            '<x:%d> <https://w3id.org/relata/ns#asserted> "x" .\n' % i
            for i in range(30)))
        # of each: no boolean, and no claim
        for options, n in (((), 20), (("--max-errors", "3"), 3),
                           (("--max-errors", "0"), 0),
                           (("--max-errors", "100"), 60)):
            errors = self.expect_bad(name, *options)
            self.assertEqual(len(errors), n + 1)
            self.assertIn("not 60 violations in 30 statements (%d shown)" % n,
                          errors[-1])

    def test_several_files(self):
        good = self.graph("nt")
        self.write("bad.ttl", "<x:a> <%sb> <x:c> ." % RELATION)
        result = self.run_relata("check", "bad.ttl", "none.nt", good)
        self.assertEqual(result.code, 1)
        self.assertRegex(result.err, r"bad\.ttl: error: expected a graph [^\n]+"
                         r"\nnone\.nt: error: cannot be opened[^\n]+\nrelata: "
                         r"error: expected 3 graphs that conform, not 1\n\Z")
        self.assertRegex(result.out, rb"\Ag\.nt: conforms: [^\n]+\n\Z")
        self.expect_good("check", good, good)

    def test_bad_files(self):
        for name, content, pattern in (
                ("a.ttl", "<x:a> <x:b> .\n", r"^a.ttl:1: error: expected Turtle"),
                ("a.nt", "\n\n<x:a> x .\n", r"^a.nt:3: error: expected N-Trip"),
                ("a.nq", b"<x:a> <x:b> \"\xff\" .\n", r"^a.nq:1: error: .*UTF-8"),
                ("a.rdf", "<a>", r"^a.rdf:\d+: error: expected RDF/XML"),
                ("a.txt", "", r"^a.txt: error: expected a name that ends in"),
                ("a.trig", "{", r"^a.trig(:\d+)?: error: expected TriG")):
            self.write(name, content)
            self.expect_failure(pattern, "check", name)
        self.expect_failure(r"^none.ttl: error: cannot be opened", "check",
                            "none.ttl")
        self.expect_failure(r"^\.: error: ", "check", "-f", "ttl", ".")

    def test_foreign_graphs(self):
        # other words are let be, blank nodes too, unless they have ours
        self.write("other.ttl", "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
                   "[] foaf:name \"x\" ; foaf:knows ( <x:a> [] ) .\n")
        self.assertIn(b"conforms: ", self.expect_good("check",
                                                      "other.ttl").out)
        self.write("ours.ttl", "[] <https://w3id.org/relata/ns#quote> \"x\" .")
        self.assertRegex(self.expect_bad("ours.ttl")[0], r"error: expected an "
                         r"IRI with relata:quote, not a blank node")
        self.write("empty.nt", "")
        self.assertIn(b": 0 statements", self.expect_good("check",
                                                          "empty.nt").out)


harness.main()
