#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""relata load: what it sends, and what it says when a store misbehaves."""
import os
import re
import subprocess
import time
import urllib.parse

import harness
import stores
from harness import Case

TRIPLE = "<https://n.example/a%d> <https://n.example/p> \"caf\u00e9 %d\"@en .\n"
GRAPH = "https://n.example/graph"
NOTHING = (200, "g,n\n")
DONE = (204, "")


def triples(n, first=0):
    return "".join(TRIPLE % (i, i) for i in range(first, first + n))


def counted(n):
    return (200, "g,n\r\n%s,%d\r\n" % (GRAPH, n), {"Content-Type": "text/csv"})


class Loading(Case):
    def serve(self, *script):
        fake = stores.Fake(*script)
        self.addCleanup(fake.stop)
        return fake

    def load(self, fake, *arguments, **named):
        return self.expect_good("load", "a.nt", "--to", fake.url, "--graph",
                                GRAPH, *arguments, **named)

    def refuse(self, pattern, fake, *arguments, **named):
        return self.expect_failure(pattern, "load", "a.nt", "--to", fake.url,
                                   "--graph", GRAPH, *arguments, **named)

    def setUp(self):
        super().setUp()
        self.write("a.nt", triples(3))


class Requests(Loading):
    def test_help(self):
        out = self.expect_good("load", "--help").out.decode()
        for word in ("--to", "--graph", "--replace", "--password-file",
                     "--query-url"):
            self.assertIn(word, out)
        self.assertLessEqual(max(map(len, out.split("\n"))), 80)

    def test_usage(self):
        os.remove(self.path("a.nt"))
        self.expect_usage("--to", "load", "a.nt")
        self.expect_usage("FILE", "load", "--to", "http://h/store")
        self.expect_usage("--tries", "load", "a.nt", "--to", "http://h/store",
                          "--tries", "none")
        self.expect_usage("--chunk", "load", "a.nt", "--to", "http://h/store",
                          "--chunk", "0")
        self.expect_usage("--timeout", "load", "a.nt", "--to",
                          "http://h/store", "--timeout", "-1")

    def test_add(self):
        fake = self.serve(NOTHING, DONE, counted(3))
        out = self.load(fake).out.decode()
        self.assertEqual(out, GRAPH + ": 3 triples sent, 3 there\n")
        asked, sent, counts = fake.requests
        self.assertEqual(asked[:2], ("POST", "/query"))
        self.assertEqual(counts[:2], ("POST", "/query"))
        self.assertEqual(sent[:2], (
            "POST", "/store?graph=" + urllib.parse.quote(GRAPH, safe="")))
        self.assertEqual(sent[2].decode(), triples(3))
        self.assertEqual(sent[3]["Content-Type"], "application/n-triples")
        self.assertEqual(self.load(self.serve(NOTHING, DONE, counted(3)),
                                   "-q").out, b"")

    def test_replace(self):
        fake = self.serve(DONE, DONE, counted(3))
        self.load(fake, "--replace", "--chunk", "2")
        self.assertEqual([r[0] for r in fake.requests],
                         ["PUT", "POST", "POST"])
        self.assertEqual(b"".join(r[2] for r in fake.requests[:2]).decode(),
                         triples(3))

    def test_default_graph(self):
        fake = self.serve((200, "n\n0\n"), DONE, (200, "n\n5\n"))
        out = self.expect_good("load", "a.nt", "--to", fake.url).out.decode()
        self.assertEqual(out, "default graph: 3 triples sent, 5 there\n")
        self.assertEqual(fake.requests[1][1], "/store?default")

    def test_named_graphs(self):
        self.write("a.nq", "".join(
            "<https://n.example/s%d> <https://n.example/p> \"x\" %s.\n"
            % (i, ("", "<https://n.example/g1> ", "<https://n.example/g2> ")
               [i % 3]) for i in range(7)))
        fake = self.serve(DONE)
        out = self.expect_good("load", "a.nq", "--to", fake.url, "--graph",
                               GRAPH, "--replace", "--no-count").out.decode()
        self.assertEqual(out, "".join("%s: %d triples sent\n" % pair for pair in (
            (GRAPH, 3), ("https://n.example/g1", 2),
            ("https://n.example/g2", 2))))
        self.assertEqual([r[0] for r in fake.requests], ["PUT"] * 3)

    def test_repeated_triples_count_once(self):
        self.write("a.nt", triples(3) + triples(3))
        self.load(self.serve(NOTHING, DONE, counted(3)))

    def test_other_urls(self):
        fake = self.serve(NOTHING, DONE, counted(3))
        start = "http://127.0.0.1:%d" % fake.port
        self.load(fake, "--query-url", start + "/ask?x=1")
        self.assertEqual(fake.requests[0][1], "/ask?x=1")
        for path, query in (("/sparql-graph-crud", "/sparql"),
                            ("/news/data", "/news/query"),
                            ("/repositories/n/rdf-graphs/service",
                             "/repositories/n")):
            fake = self.serve(NOTHING, DONE, counted(3))
            fake.url = "http://127.0.0.1:%d%s" % (fake.port, path)
            self.load(fake)
            self.assertEqual(fake.requests[0][1], query)

    def test_article(self):
        self.write("news.txt", harness.NEWS)
        fake = self.serve(DONE)
        self.expect_good("load", "news.txt", "a.nt", "--to", fake.url,
                         "--graph", GRAPH, "--no-count")
        body = b"".join(r[2] for r in fake.requests).decode()
        self.assertTrue(body.startswith(triples(3)))
        written = self.expect_good("news.txt", "-f", "nt").out.decode()
        self.assertEqual(len(set(body.split("\n"))),
                         3 + len(set(written.split("\n"))))

    def test_standard_input(self):
        fake = self.serve(DONE)
        self.expect_good("load", "-", "--to", fake.url, "--no-count",
                         stdin=triples(2).encode())
        self.assertEqual(fake.requests[0][2].decode(), triples(2))


class Failures(Loading):
    def test_unfit_urls(self):
        for url in ("ftp://h/store", "h/store", "http://", "http://:80/store",
                    "http://u:p@h/store", "http://h/store#x", "file:///store",
                    "http://h/st ore"):
            self.expect_failure(r"error: expected an http or https URL",
                                "load", "a.nt", "--to", url)
        self.expect_failure(r"error: expected --query-url too", "load", "a.nt",
                            "--to", "http://127.0.0.1:1/odd")
        self.expect_failure(r"error: expected the absolute IRI of a graph",
                            "load", "a.nt", "--to", "http://127.0.0.1:1/store",
                            "--graph", "a b")

    def test_unfit_files(self):
        fake = self.serve(DONE)
        self.write("a.nt", triples(2) + "_:b <https://n.example/p> \"x\" .\n")
        self.refuse(r"^a\.nt:3: error: expected an IRI.*blank node", fake)
        self.write("a.nt", triples(2) + "nothing\n")
        self.refuse(r"^a\.nt:3: error: expected N-Triples", fake)
        self.write("a.nt", "<https://n.example/\\u0020> <https://n.example/p> "
                           "\"x\" .\n")
        self.refuse(r"^a\.nt:1: error: expected N-Triples", fake)
        self.write("a.nt", "<https://n.example/{}> <https://n.example/p> "
                           "\"x\" .\n")
        self.refuse(r"^a\.nt:1: error: expected ", fake)
        os.remove(self.path("a.nt"))
        self.refuse(r"^a\.nt: error: ", fake)
        self.assertEqual(fake.requests, [])

    def test_nobody_there(self):
        fake = self.serve(DONE)
        fake.stop()
        start = time.monotonic()
        self.refuse(r"^http://127.0.0.1:\d+/query: error: expected an answer, not "
                  r"a failure: .*onnect", fake)
        self.assertLess(time.monotonic() - start, 5.0)

    def test_passing_failures(self):
        """What a second try cures."""
        for trouble in ((500, "SR172: Transaction deadlocked"), "reset", "cut",
                        (503, "wait", {"Retry-After": "1"}), (429, "slow")):
            fake = self.serve(NOTHING, trouble, DONE, counted(3))
            self.load(fake)
            sent = [r[2] for r in fake.requests if r[1] != "/query"]
            self.assertEqual(sent, [triples(3).encode()] * 2, trouble)

    def test_lasting_failures(self):
        fake = self.serve(NOTHING, (500, "<html><h1>Error</h1>\n<p>SR172: "
                                         "deadlock\x1b[0m</p>"))
        self.refuse(r"error: expected success, not HTTP 500 Internal Server Error "
                  r"after 2 tries: Error SR172: deadlock \[0m$", fake,
                  "--tries", "2")
        self.assertEqual(len(fake.requests), 3)

    def test_full_store(self):
        fake = self.serve(NOTHING, DONE, (507, "no space " + "x" * 5000))
        result = self.refuse(
            r"HTTP 507 Insufficient Storage: no space x+; 1 triples were loaded "
            r"before and stay: the same command loads all", fake, "--chunk", "1")
        self.assertLess(len(result.err), 800)
        self.assertEqual(len(fake.requests), 3)

    def test_dies_in_the_middle(self):
        fake = self.serve(NOTHING, DONE, "reset")
        self.refuse(r"after 3 tries: .*; 2 triples were loaded before and stay",
                  fake, "--chunk", "2", "--tries", "3")

    def test_refusals(self):
        fake = self.serve(NOTHING, (400, "odd"))
        self.refuse(r"HTTP 400 Bad Request: odd$", fake)
        self.assertEqual(len(fake.requests), 2)
        fake = self.serve((403, "no"))
        self.refuse(r"HTTP 403 Forbidden \(--user and --password-file", fake)
        self.assertEqual(len(fake.requests), 1)

    def test_slow(self):
        start = time.monotonic()
        self.refuse(r"error: expected an answer, not a failure after 2 tries: "
                  r".*timed out", self.serve(NOTHING, "hang"), "--timeout",
                  "1", "--tries", "2")
        self.assertLess(time.monotonic() - start, 20.0)

    def test_lost_triples(self):
        self.refuse(r"^https://n.example/graph: error: expected 3 triples in the "
                  r"store \(0 were there, 3 were sent\), not 2$",
                  self.serve(NOTHING, DONE, counted(2)))
        self.refuse(r"not 9$", self.serve(NOTHING, DONE, counted(9)))
        # graphs that had some before
        self.load(self.serve(counted(5), DONE, counted(7)))
        self.refuse(r"not 4$", self.serve(counted(5), DONE, counted(4)))
        self.refuse(r"not 9$", self.serve(counted(5), DONE, counted(9)))

    def test_odd_counts(self):
        for body in ("g,n\n%s,many\n" % GRAPH, "<html>", ""):
            self.refuse(r"error: expected", self.serve(NOTHING, DONE,
                                                     (200, body)))
        self.refuse(r"expected an answer of less than \d+ bytes", self.serve(
            (200, "g,n\n" + "x" * 2000000)))


class Passwords(Loading):
    BASIC = (401, "who?", {"WWW-Authenticate": 'Basic realm="n"'})
    DIGEST = (401, "who?", {"WWW-Authenticate":
                            'Digest realm="n", nonce="abc", qop="auth", '
                            'algorithm=MD5'})

    def setUp(self):
        super().setUp()
        self.write("pw", "open sesame\nsecond line\n")

    def test_nobody(self):
        fake = self.serve(self.BASIC)
        self.refuse(r"HTTP 401 Unauthorized \(--user and", fake)
        self.assertNotIn("Authorization", fake.requests[0][3])

    def test_wrong(self):
        for scheme in (self.BASIC, self.DIGEST):
            fake = self.serve(scheme)
            result = self.refuse(r"HTTP 401 Unauthorized \(is the password right",
                               fake, "--user", "u", "--password-file", "pw")
            self.assertNotIn("sesame", result.err)
            self.assertEqual(len(fake.requests), 2)

    def test_schemes(self):
        for scheme, start in ((self.BASIC, "Basic dTpvcGVuIHNlc2FtZQ=="),
                              (self.DIGEST, 'Digest username="u"')):
            fake = self.serve(scheme, NOTHING, DONE, counted(3))
            self.load(fake, "--user", "u", "--password-file", "pw")
            sent = [r[3]["Authorization"] for r in fake.requests]
            self.assertIsNone(sent[0])
            self.assertEqual([s.startswith(start) for s in sent[1:]],
                             [True] * 3)
        both = (401, "who?", {"WWW-Authenticate": 'Basic realm="n", Digest '
                                                  'realm="n", nonce="abc"'})
        fake = self.serve(both, NOTHING, DONE, counted(3))
        self.load(fake, "--user", "u", "--password-file", "pw")
        self.assertRegex(fake.requests[1][3]["Authorization"], "^Digest")

    def test_sources(self):
        fake = self.serve(self.BASIC, NOTHING, DONE, counted(3))
        self.load(fake, "--user", "u",
                  environment={"RELATA_PASSWORD": "open sesame"})
        self.assertEqual(fake.requests[1][3]["Authorization"],
                         "Basic dTpvcGVuIHNlc2FtZQ==")
        self.write(".netrc", "machine 127.0.0.1 login u password open\n")
        fake = self.serve(self.BASIC, NOTHING, DONE, counted(3))
        self.load(fake, environment={"HOME": self.folder})
        self.assertEqual(fake.requests[1][3]["Authorization"], "Basic dTpvcGVu")

    def test_unreadable(self):
        fake = self.serve(DONE)
        self.refuse(r"^none: error: ", fake, "--user", "u", "--password-file",
                  "none")
        self.write("empty", "\n")
        self.refuse(r"^empty: error: expected a password in the first line", fake,
                  "--user", "u", "--password-file", "empty")
        self.assertEqual(fake.requests, [])

    def test_redirections(self):
        """Nobody else gets the triples or the password."""
        other = self.serve(DONE)
        for status in (301, 302, 307, 308):
            fake = self.serve((status, "", {"Location": other.url}))
            self.refuse(r"error: expected an answer, not HTTP %d .* to %s: "
                      r"redirections are not followed"
                      % (status, re.escape(other.url)), fake, "--user", "u",
                      "--password-file", "pw")
        self.assertEqual(other.requests, [])

    def test_certificates(self):
        """A password goes to nobody whose certificate is not trusted."""
        fake = self.serve(DONE)
        url = fake.url.replace("http:", "https:")
        self.expect_failure(r"error: expected an answer, not a failure",
                            "load", "a.nt", "--to", url, "--tries", "1")
        self.assertEqual(fake.requests, [])


class Killed(Loading):
    def test_killed_client(self):
        """Each chunk is whole, whenever it ends."""
        self.write("a.nt", triples(200))
        fake = self.serve(NOTHING, DONE, DONE, "hang")
        process = subprocess.Popen(
            [harness.RELATA, "load", "a.nt", "--to", fake.url, "--graph", GRAPH,
             "--chunk", "10"], cwd=self.folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        while len(fake.requests) < 4:
            time.sleep(0.01)
        process.kill()
        process.wait()
        for number, request in enumerate(fake.requests[1:]):
            self.assertEqual(request[2].decode(), triples(10, 10 * number))


harness.main()
