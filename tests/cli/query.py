#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""relata query: what graphs and articles answer, in each format."""
import csv
import io
import json
import os
import time

import harness
from harness import Case, NEWS

XSD = "http://www.w3.org/2001/XMLSchema#"
GRAPH = """<e:a> <e:p> "0.90"^^<%(x)sdecimal> .
<e:b> <e:p> "0.90"^^<%(x)sdecimal> .
<e:a> <e:q> "say \\"hi\\", caf\u00e9 \U0001F6A2\\nline\\t2 \\\\ back"@en .
<e:a> <e:q> "=1+1" .
<e:b> <e:r> "true"^^<%(x)sboolean> .
<e:b> <e:r> "2018-06-03"^^<%(x)sdate> .
<e:b> <e:r> "2018-06"^^<%(x)sgYearMonth> .
<e:b> <e:r> <e:b> .
<e:b> <e:r> <e:b> .
<e:c> <e:r> "plain"^^<%(x)sstring> .
<e:c> <e:t> <e:r> .
""" % {"x": XSD}
ROWS = [("e:a", "0.90"), ("e:b", "0.90")]
QUERIES = os.path.join(harness.ROOT, "examples", "queries")


class Asking(Case):
    def setUp(self):
        super().setUp()
        self.write("g.nt", GRAPH)

    def ask(self, query, *arguments):
        out = self.expect_good("query", "g.nt", query, "-f", "csv",
                               *arguments).out.decode()
        return [tuple(row) for row in csv.reader(io.StringIO(out))][1:]

    def refuse(self, pattern, query, *arguments):
        return self.expect_failure(pattern, "query", "g.nt", query, *arguments)


class Usage(Case):
    def test_help(self):
        out = self.expect_good("query", "--help").out.decode()
        for word in ("--file", "--named", "--format", "--timeout", "-o"):
            self.assertIn(word, out)
        self.assertLessEqual(max(map(len, out.split("\n"))), 80)

    def test_usage(self):
        self.expect_usage("GRAPH", "query")
        self.expect_usage("GRAPH", "query", "SELECT * { ?s ?p ?o }")
        self.expect_usage("GRAPH", "query", "--named", "threats")
        self.expect_usage("--named", "query", "g.nt", "--named", "nothing")
        self.expect_usage("--named", "query", "g.nt", "--named", "threats",
                          "--file", "q.rq")
        self.expect_usage("--format", "query", "g.nt", "-f", "ttl", "ASK {}")
        self.expect_usage("--timeout", "query", "g.nt", "--timeout", "0", "q")

    def test_list(self):
        lines = self.expect_good("query", "--named", "list").out.decode()
        names = [line.split()[0] for line in lines.split("\n")[:-1]]
        self.assertEqual(names, sorted(
            name[:-3] for name in os.listdir(QUERIES)))
        self.assertIn("who-met-whom", names)


class Answers(Asking):
    def test_formats(self):
        query = "SELECT ?s ?o ?none { ?s <e:q> ?o } ORDER BY ?o"
        arguments = ("query", "g.nt", query, "-f")
        out = self.expect_good(*arguments, "json").out.decode()
        results = json.loads(out)
        self.assertEqual(results["head"], {"vars": ["s", "o", "none"]})
        self.assertEqual(results["results"]["bindings"], [
            {"s": {"type": "uri", "value": "e:a"},
             "o": {"type": "literal", "value": "=1+1"}},
            {"s": {"type": "uri", "value": "e:a"},
             "o": {"type": "literal", "xml:lang": "en", "value":
                   "say \"hi\", caf\u00e9 \U0001F6A2\nline\t2 \\ back"}}])
        self.assertEqual(
            self.expect_good(*arguments, "csv").out.decode(),
            "s,o,none\r\ne:a,=1+1,\r\ne:a,\"say \"\"hi\"\", caf\u00e9 "
            "\U0001F6A2\nline\t2 \\ back\",\r\n")
        tsv = ("?s\t?o\t?none\n<e:a>\t\"=1+1\"\t\n<e:a>\t\"say \\\"hi\\\", "
               "caf\u00e9 \U0001F6A2\\nline\\t2 \\\\ back\"@en\t\n")
        self.assertEqual(self.expect_good(*arguments, "tsv").out.decode(), tsv)
        self.assertEqual(self.expect_good("query", "g.nt", query).out.decode(),
                         tsv)
        self.assertEqual(
            self.expect_good(*arguments, "table").out.decode(),
            "s      o                               none\n"
            "<e:a>  =1+1\n"
            "<e:a>  say \"hi\", caf\u00e9 \U0001F6A2 line 2 \\ back\n"
            "(2 rows)\n")

    def test_types(self):
        out = self.expect_good("query", "g.nt", "SELECT ?o { <e:b> ?p ?o } "
                               "ORDER BY ?o", "-f", "json").out.decode()
        found = {(row["o"]["value"], row["o"].get("datatype"))
                 for row in json.loads(out)["results"]["bindings"]}
        self.assertEqual(found, {
            ("0.90", XSD + "decimal"), ("true", XSD + "boolean"),
            ("2018-06-03", XSD + "date"), ("2018-06", XSD + "gYearMonth"),
            ("e:b", None)})

    def test_ask(self):
        for query, answer in (("ASK { <e:b> <e:r> true }", True),
                              ("ASK { <e:b> <e:r> false }", False),
                              ("ASK { <e:c> <e:r> \"plain\" }", True),
                              ("ASK { <e:a> <e:q> \"=1+1\"@en }", False),
                              ("ASK { ?x ?y ?x }", True),
                              ("ASK { ?x ?x ?y }", False)):
            out = [self.expect_good("query", "g.nt", query, "-f", name).out
                   for name in ("table", "tsv", "csv", "json")]
            self.assertEqual(out[0], b"yes\n" if answer else b"no\n", query)
            self.assertEqual(out[1:3], [b"true\n" if answer else b"false\n"] * 2)
            self.assertIs(json.loads(out[3])["boolean"], answer)

    def test_construct(self):
        out = self.expect_good("query", "g.nt", "CONSTRUCT { ?o rel:of ?s } "
                               "{ ?s <e:r> ?o }").out.decode()
        self.assertEqual(
            out, "<e:b> <https://w3id.org/relata/relation/of> <e:b> .\n")
        out = self.expect_good("query", "g.nt", "CONSTRUCT { ?s ?p ?o } { ?s ?p "
                               "?o }", "-o", "copy.nt").out
        self.assertEqual(out, b"")
        self.write("g.nt", self.read("copy.nt"))
        self.assertEqual(self.ask("SELECT ?s ?o { ?s <e:p> ?o } ORDER BY ?s"),
                         ROWS)
        self.assertEqual(len(self.ask("SELECT * { ?s ?p ?o }")), 10)

    def test_patterns(self):
        """Each way to look triples up."""
        for query, n in (
                ("?s ?p ?o", 10), ("<e:b> ?p ?o", 5), ("<e:b> <e:r> ?o", 4),
                ("<e:b> <e:r> <e:b>", 1), ("?s <e:r> <e:b>", 1),
                ("?s ?p <e:b>", 1), ("<e:c> ?p <e:r>", 1), ("?s <e:r> ?o", 5),
                ("?s <e:none> ?o", 0), ("?s ?p \"none\"", 0),
                ("?s <e:p> ?o . ?t <e:p> ?o", 4),
                ("?s <e:p> ?o . ?s <e:q> ?x", 2), ("?x ?y ?x", 1),
                ("<e:c> <e:t> ?p . ?s ?p ?o", 5),
                ("?s <e:p> ?o OPTIONAL { ?s <e:q> ?x }", 3),
                ("{ ?s <e:p> ?o } UNION { ?s <e:q> ?o }", 4),
                ("?s <e:p> ?o FILTER (?o > 0.5 && CONTAINS(STR(?s), \"b\"))", 1),
                ("VALUES ?s { <e:a> <e:c> } ?s <e:p> ?o", 1),
                ("{ SELECT ?s { ?s <e:p> ?o } }", 2)):
            rows = self.ask("SELECT * { %s }" % query)
            self.assertEqual(len(rows), n, query)
        self.assertEqual(self.ask("SELECT ?s ?o { ?s <e:p> ?o } ORDER BY ?s"),
                         ROWS)
        self.assertEqual(
            self.ask("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p "
                     "HAVING (COUNT(*) > 2) ORDER BY DESC(?n) LIMIT 1"),
            [("e:r", "5")])

    def test_distinct(self):
        for tail, rows in (("", ["e:a", "e:b", "e:c"]), ("LIMIT 2", ["e:a",
                           "e:b"]), ("OFFSET 1", ["e:b", "e:c"]),
                           ("LIMIT 1 OFFSET 1", ["e:b"]), ("LIMIT 0", []),
                           ("OFFSET 9", [])):
            self.assertEqual(
                self.ask("SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s " + tail),
                [(row,) for row in rows], tail)
        self.assertEqual(len(self.ask("SELECT DISTINCT ?s ?u { ?s ?p ?o }")), 3)
        self.assertEqual(self.ask("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
                                  ), [("3",)])
        self.assertEqual(sorted(self.ask(
            "SELECT DISTINCT ?x { ?x <e:r> ?y { SELECT DISTINCT ?x { ?x ?p ?o } "
            "} }")), [("e:b",), ("e:c",)])

    def test_same_bytes(self):
        query = ("query", "g.nt", "SELECT * { ?s ?p ?o . ?t ?p ?u }")
        self.assertEqual(self.expect_good(*query).out,
                         self.expect_good(*query).out)

    def test_prefixes(self):
        self.ask("SELECT * { ?s rdf:type rdfs:Class, relata:Claim, ent:X, "
                 "per:Y, doc:z, schema:Person ; nif:beginIndex ?b }")
        self.assertEqual(self.ask("PREFIX rel: <e:> SELECT ?s { ?s rel:t ?o }"),
                         [("e:c",)])
        self.assertEqual(self.ask("SELECT (STR(rel:x) AS ?x) { }", "--base",
                                  "https://n.example/"),
                         [("https://n.example/relation/x",)])

    def test_sources(self):
        """Several graphs, articles, standard input and a query in a file."""
        self.write("news.txt", NEWS)
        self.write("q.rq", "# who\nSELECT ?who {\n  ?a rel:meet ?b .\n"
                           "  ?a rdfs:label ?who }\n")
        asked = ("--file", "q.rq", "-f", "csv")
        for arguments in (("news.txt",), ("g.nt", "news.txt"),
                          ("news.txt", "g.nt")):
            out = self.expect_good("query", *arguments, *asked).out
            self.assertEqual(out, b"who\r\nAna Mora\r\n")
        for ending in ("ttl", "nt", "nq", "rdf"):
            self.expect_good("news.txt", "-o", "n." + ending)
            out = self.expect_good("query", "n." + ending, *asked).out
            self.assertEqual(out, b"who\r\nAna Mora\r\n", ending)
        out = self.expect_good("query", "-", *asked, stdin=self.read("n.ttl"))
        self.assertEqual(out.out, b"who\r\nAna Mora\r\n")
        self.expect_good("query", "n.ttl", *asked, "-o", "answer.csv")
        self.assertEqual(self.read("answer.csv"), b"who\r\nAna Mora\r\n")


class Refusals(Asking):
    def test_syntax(self):
        for query, place in (
                ("SELECT ?s\n  WHERE { ?s <e:p> ?o }\nORDER ?s", "3:7"),
                ("SELECT ?s { ?s <e:p> ?o", "1:24"), ("", "1:1"),
                ("SELECTT ?s", "1:1"), ("SELECT ?s { ?s <e:p> \"abc }", "1:22"),
                ("SELECT ?s\n{ ?s foo:p ?o }", "2:6"),
                ("SELECT ?s { ?s rel:p ?o .\n caf\u00e9 ?x FILTER }", "2:2")):
            self.refuse(r"^query:%s: error: expected " % place, query)
        self.write("q.rq", "SELECT ?s\n{ ?s ?p }\n")
        self.expect_failure(r"^q\.rq:2:9: error: expected SPARQL", "query",
                            "g.nt", "--file", "q.rq")

    def test_what_rasqal_lacks(self):
        """Refused with the store's way, never answered wrong."""
        for query in ("SELECT ?s { ?s ?p ?o FILTER NOT EXISTS { ?s ?p 1 } }",
                      "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?s ?p 1 } }",
                      "SELECT ?s { ?s ?p ?o MINUS { ?s ?p 1 } }",
                      "SELECT ?s { ?s <e:p>/<e:q> ?o }",
                      "SELECT ?s { ?s <e:p>+ ?o }",
                      "SELECT ?s { ?s ^<e:p> ?o }",
                      "SELECT ?s { GRAPH ?g { ?s ?p ?o } }",
                      "SELECT (STR(?s) AS ?x) (COUNT(*) AS ?n) { ?s ?p ?o } "
                      "GROUP BY ?s",
                      "SELECT (GROUP_CONCAT(?s) AS ?x) { ?s ?p ?o }"):
            self.refuse(r"^query(:1:\d+)?: error: expected .*load the graph into "
                        r"a store \(relata load\)", query)
        self.refuse(r"expected no FROM", "SELECT * FROM <file:///etc/passwd> "
                                         "{ ?s ?p ?o }")
        self.refuse(r"expected no SERVICE: nothing is fetched",
                    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
        for query in ("DESCRIBE <e:a>", "INSERT DATA { <e:a> <e:b> <e:c> }",
                      "DELETE WHERE { ?s ?p ?o }"):
            self.refuse(r"error: expected", query)

    def test_time(self):
        self.write("g.nt", "".join("<e:s%d> <e:p> <e:o%d> .\n" % (i, i)
                                   for i in range(2000)))
        start = time.monotonic()
        self.refuse(r"^query: error: expected an answer in the time given.*relata"
                    r" load", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . "
                    "?g ?h ?i }", "--timeout", "1")
        self.assertLess(time.monotonic() - start, 30.0)

    def test_files(self):
        self.expect_failure(r"^none\.ttl: error: ", "query", "none.ttl",
                            "ASK {}")
        self.write("bad.ttl", "<e:a> <e:b>\n<e:c> <e:d>\n")
        self.expect_failure(r"^bad\.ttl:\d+: error: expected Turtle", "query",
                            "bad.ttl", "ASK {}")
        self.expect_failure(r"^none\.rq: error: ", "query", "g.nt", "--file",
                            "none.rq")
        self.expect_failure(r"error: cannot be written: No space left", "query",
                            "g.nt", "ASK { }", "-o", "/dev/full")


harness.main()
