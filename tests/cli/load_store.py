#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""relata load, on a real store: load_store.py RELATA STORE.

STORE is oxigraph or virtuoso; 77, that is skipped, where it is not installed.
"""
import os
import re
import subprocess
import sys
import tempfile
import time

import harness
import stores
from harness import NEWS, Case

GRAPH = "https://news.example/graph"
STORES = {"oxigraph": stores.Oxigraph, "virtuoso": stores.Virtuoso}
STORE = STORES[sys.argv.pop(2)]
STORY = """Velian bank buys harbour

The Velian bank Orbex bought the harbour of Ayr for $40 million in May.
"""
# what triples have that stores get wrong: accents, quotes, signs beyond the
# first plane, line ends, an IRI with letters of all kinds
ODD = "".join(
    "<https://n.example/\u00e9%d> <https://n.example/p(x)> \"%s\"%s .\n"
    % (i, text, tail) for i, (text, tail) in enumerate((
        ("caf\u00e9 \\\"x\\\" \\\\ \U0001F6A2\\n\\tline", "@en"),
        ("0.50", "^^<http://www.w3.org/2001/XMLSchema#decimal>"),
        ("2018-06-03", "^^<http://www.w3.org/2001/XMLSchema#date>"),
        ("true", "^^<http://www.w3.org/2001/XMLSchema#boolean>"), ("", ""))))


def many(n):
    """So many triples, as unlike each other as those of claims."""
    claim = "<https://news.example/doc/%d#c%d> "
    for i in range(0, n, 4):
        subject = claim % (i // 400, i % 400 // 4)
        yield subject + "<https://n.example/type> <https://n.example/Claim> .\n"
        yield subject + "<https://n.example/of> <https://n.example/e%d> .\n" % (
            i * 7919 % 5003)
        yield subject + ("<https://n.example/quote> \"The minister said on day "
                         "%d that \u201cno harbour\u201d was closed\"@en .\n" % i)
        yield subject + ("<https://n.example/begin> \"%d\"^^<http://www.w3.org/"
                         "2001/XMLSchema#integer> .\n" % i)


class Loading(Case):
    @classmethod
    def setUpClass(cls):
        cls.keeper = tempfile.TemporaryDirectory(prefix="relata-store-")
        cls.addClassCleanup(cls.keeper.cleanup)
        cls.store = STORE(cls.keeper.name)
        cls.addClassCleanup(lambda: cls.store.stop())

    def command(self, *arguments):
        return ("load", *arguments, "--to", self.store.url, *self.store.login)

    def load(self, *arguments, **named):
        return self.expect_good(*self.command(*arguments), **named).out.decode()

    def test_replace_and_add(self):
        graph = GRAPH + "/add"
        self.write("a.nt", "".join(many(1000)))
        self.write("b.nt", "".join(many(1200)))
        self.write("c.nt", ODD)
        for n, arguments in ((1000, ["a.nt"]), (1200, ["b.nt"]),
                             (1200, ["a.nt"]), (1205, ["c.nt"]),
                             (1000, ["a.nt", "--replace"]),
                             (1205, ["c.nt", "b.nt", "--chunk", "100"])):
            out = self.load(*arguments, "--graph", graph)
            self.assertEqual(self.store.count(graph), n, arguments)
            self.assertIn(" %d there" % n, out)

    def test_story(self):
        """An article, and its graph in each syntax, make the same graph."""
        self.write("news.txt", NEWS)
        graph = GRAPH + "/story"
        self.load("news.txt", "--graph", graph, "--replace")
        written = self.expect_good("news.txt", "-f", "nt").out.decode()
        n = len(set(written.split("\n"))) - 1
        self.assertEqual(self.store.count(graph), n)
        for ending in ("ttl", "nt", "rdf"):
            self.expect_good("news.txt", "-o", "news." + ending)
            self.load("news." + ending, "--graph", graph)
            self.assertEqual(self.store.count(graph), n)
        # each document's own graph, where none is named
        out = self.load("news.txt")
        own = out.split(": ")[0]
        self.assertRegex(own, "^https://w3id.org/relata/doc/[0-9a-f]{16}$")
        self.assertEqual(out, self.load("news.txt"))
        self.expect_good("news.txt", "-o", "news.nq")
        self.assertEqual(out, self.load("news.nq", "--replace"))
        said = self.store.select(
            "PREFIX relata: <https://w3id.org/relata/ns#> SELECT ?q { GRAPH <%s>"
            " { ?c relata:modality relata:Threatened ; relata:quote ?q } }"
            % graph)
        self.assertTrue(any("threatened to impose" in row[0] for row in said))

    def test_named_graphs(self):
        self.write("a.nq", "".join(
            "<https://n.example/s%d> <https://n.example/p> \"x\" <%s/n%d> .\n"
            % (i, GRAPH, i % 30) for i in range(300)))
        for _ in range(2):
            self.load("a.nq")
            self.assertEqual(self.store.count(GRAPH + "/n29"), 10)
        self.load("a.nq", "--replace", "--chunk", "7")

    def triples(self, graph):
        """All of a graph, as what can be compared."""
        return set(self.store.select(
            "SELECT ?s ?p ?o { GRAPH <%s> { ?s ?p ?o } }" % graph))

    def document(self, name):
        """The document of an article."""
        out = self.expect_good(name, "-f", "nt").out.decode()
        return re.search(r"<([^>]*/doc/[0-9a-f]{16})>", out)[1]

    def test_withdraw_shared(self):
        """Out of one graph of three documents, as if never loaded."""
        graph = GRAPH + "/shared"
        # the second says again what the first says of the meeting
        self.write("a.txt", NEWS)
        self.write("b.txt", "Talks\n\nNorland Trade Minister Ana Mora met Velian "
                            "Premier Jan Lund. Orbex bought Atlanterm.\n")
        self.write("c.txt", STORY)
        self.load("a.txt", "c.txt", "--graph", graph)
        before = self.triples(graph)
        self.load("b.txt", "--graph", graph)
        self.assertGreater(len(self.triples(graph)), len(before))
        document = self.document("b.txt")
        self.assertEqual(
            self.load("--withdraw", document, "--graph", graph),
            document + ": withdrawn\n")
        # of an entity that others speak of, the names stay
        left = self.triples(graph) - before
        self.assertLessEqual({row[1] for row in left}, {
            "http://www.w3.org/2004/02/skos/core#altLabel",
            "http://www.w3.org/2000/01/rdf-schema#label",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"})
        self.assertEqual(before - self.triples(graph), set())
        # the meeting lost one of its two documents, and then the other
        met = ("https://w3id.org/relata/person/Ana_Mora",
               "https://w3id.org/relata/relation/meet",
               "https://w3id.org/relata/person/Jan_Lund")
        self.assertIn(met, self.triples(graph))
        self.load("b.txt", "--graph", graph)
        self.load("--withdraw", self.document("a.txt"), "--graph", graph)
        self.assertIn(met, self.triples(graph))
        self.load("--withdraw", document, "--graph", graph)
        self.assertNotIn(met, self.triples(graph))
        self.load("--withdraw", self.document("c.txt"), "--graph", graph)
        self.assertEqual(self.triples(graph), set())
        self.expect_failure(r"error: expected a document that is there, not "
                            + re.escape(document), *self.command(
                                "--withdraw", document, "--graph", graph))

    def test_withdraw_own_graph(self):
        """Out of a graph of its own, and only this."""
        self.write("a.txt", "Ayr\n\nThe bank of Ayr sold a ship to Orbex.\n")
        document = self.document("a.txt")
        self.load("a.txt")
        self.assertGreater(self.store.count(document), 0)
        self.assertEqual(self.load("--withdraw", document),
                         document + ": withdrawn\n")
        self.assertEqual(self.store.count(document), 0)

    def test_replace_document(self):
        """A document that is read again has no old claims beside the new."""
        graph = GRAPH + "/again"
        self.write("a.txt", NEWS)
        self.write("c.txt", STORY)
        self.load("a.txt", "c.txt", "--graph", graph)
        whole = self.triples(graph)
        # as if an older version had read something else there
        document = self.document("a.txt")
        self.write("old.nt", "".join(
            "<%s#c99> <%s> <%s> .\n" % (document, name, value) for name, value in (
                ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                 "https://w3id.org/relata/ns#Claim"),
                ("http://www.w3.org/ns/prov#wasDerivedFrom",
                 document + "#s1"))))
        self.load("old.nt", "--graph", graph)
        self.assertEqual(len(self.triples(graph)), len(whole) + 2)
        out = self.load("a.txt", "--graph", graph, "--replace-document")
        self.assertTrue(out.startswith(document + ": withdrawn\n"), out)
        self.assertEqual(self.triples(graph), whole)

    def test_replace_by_url(self):
        """A document of another content that comes from the same URL."""
        graph = GRAPH + "/url"
        ns = "https://w3id.org/relata/ns#"
        for number in (1, 2):
            document = "https://w3id.org/relata/doc/%016d" % number
            self.write("%d.nt" % number, "".join(
                "<%s%s> <%s> %s .\n" % ((document,) + row) for row in (
                    ("", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                     "<https://schema.org/NewsArticle>"),
                    ("", "http://purl.org/dc/terms/source",
                     "<https://paper.example/story>"),
                    ("#s1", "http://persistence.uni-leipzig.org/nlp2rdf/"
                     "ontologies/nif-core#referenceContext", "<%s>" % document),
                    ("#c1", "http://www.w3.org/ns/prov#wasDerivedFrom",
                     "<%s#s1>" % document),
                    ("#c1", ns + "quote", "\"number %d\"@en" % number))))
        self.load("1.nt", "--graph", graph)
        self.load("2.nt", "--graph", graph, "--replace-document")
        self.assertEqual([row[2] for row in self.triples(graph)
                          if row[1] == ns + "quote"], ["number 2"])
        self.assertEqual(self.store.count(graph), 5)
        self.load("--withdraw", "https://paper.example/story", "--graph", graph)
        self.assertEqual(self.store.count(graph), 0)

    def test_damaged_file(self):
        graph = GRAPH + "/damaged"
        self.write("a.nt", "".join(many(100)) + "no triple\n")
        self.expect_failure(r"^a\.nt:101: error: expected N-Triples",
                            *self.command("a.nt", "--graph", graph))
        self.assertEqual(self.store.count(graph), 0)
        self.expect_failure(
            r"^a\.nt:101: error: .*; 80 triples were loaded before and stay",
            *self.command("a.nt", "--graph", graph, "--chunk", "40"))
        self.assertEqual(self.store.count(graph), 80)

    def test_killed_client(self):
        """A load that broke off is repeated without doubles."""
        graph = GRAPH + "/killed"
        n = 20000
        self.write("a.nt", "".join(many(n)))
        command = self.command("a.nt", "--graph", graph, "--chunk", "1000")
        process = subprocess.Popen(
            [harness.RELATA, *command], cwd=self.folder,
            stdout=subprocess.DEVNULL)
        while not self.store.count(graph):
            time.sleep(0.02)
        process.kill()
        process.wait()
        self.assertGreater(self.store.count(graph), 0)
        self.load("a.nt", "--graph", graph)
        self.assertEqual(self.store.count(graph), n)
        self.load("a.nt", "--graph", graph, "--replace", "--chunk", "3000")
        self.assertEqual(self.store.count(graph), n)

    def test_killed_store(self):
        """A store that dies and comes back."""
        graph = GRAPH + "/dead"
        n = 20000
        self.write("a.nt", "".join(many(n)))
        command = self.command("a.nt", "--graph", graph, "--chunk", "500",
                               "--tries", "2")
        process = subprocess.Popen(
            [harness.RELATA, *command], cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not self.store.count(graph):
            time.sleep(0.02)
        self.store.kill()
        out, said = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 1)
        self.assertEqual(out, b"")
        self.assertRegex(said.decode(), r"\Ahttp://[^\n]+: error: expected an "
                         r"answer[^\n]+triples were loaded before and stay")
        self.store.start()
        self.load("a.nt", "--graph", graph)
        self.assertEqual(self.store.count(graph), n)

    def test_password(self):
        if not self.store.login:
            return
        self.write("a.nt", ODD)
        self.write("wrong", "nothing\n")
        plain = ("load", "a.nt", "--to", self.store.url, "--graph", GRAPH)
        self.expect_failure(r"HTTP 401 Unauthorized \(--user and", *plain)
        result = self.expect_failure(
            r"HTTP 401 Unauthorized \(is the password right", *plain, "--user",
            "dba", "--password-file", "wrong")
        self.assertNotIn("nothing", result.err)
        # Virtuoso has no default graph
        self.expect_failure(r"HTTP 500 .*default", *self.command(
            "a.nt", "--tries", "1"))


if not STORE.is_installed():
    print("not installed: %s" % STORE.__name__)
    sys.exit(77)
os.environ["no_proxy"] = "127.0.0.1"
harness.main()
