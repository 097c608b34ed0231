#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""`relata merge`: separate runs are one, and documents go in and out again."""
import itertools
import os
import random
import re
import signal
import subprocess
import time

import harness
from harness import NEWS, Case

PLACES = ("Norland", "Velia", "Sundria", "Orbex Corp", "Harbour Post")
PEOPLE = ("Ana Mora", "Jan Lund", "Eva Ruiz", "Tom Berg", "Ida Falk")
DEEDS = (
    "{0} met {1} in {2} on Monday.",
    "{2} threatened to impose duties of 15% on steel from {3}.",
    "{0} said that {3} would not buy 40 tugs.",
    "{1}, the chairman of {3}, visited {2} in May 2017.",
    "{3} bought a port in {2} for $3 million.",
    "In {2} {1} accused {0} of theft, according to {3}.",
)
FORMATS = ("ttl", "nt", "nq", "rdf")


def article(number):
    """A short story of its own: who does what is drawn by its number."""
    dice = random.Random(number)
    lines = ["Report %d from the harbour\n" % number]
    for _ in range(5):
        names = dice.sample(PEOPLE, 2) + dice.sample(PLACES, 2)
        lines.append(dice.choice(DEEDS).format(*names))
    return "\n".join(lines) + "\n"


class Merge(Case):
    def setUp(self):
        super().setUp()
        self.names = [self.write("a%02d.txt" % i, article(i))
                      for i in range(52)]

    def run_over(self, names, form):
        return self.expect_good("-q", "-f", form, *names).out

    def graph(self, target, names):
        """Write the graph of some articles in the format of its ending."""
        self.expect_good("-q", *names, "-o", target)
        return target

    def merged(self, form, *arguments):
        return self.expect_good("merge", "-q", "-f", form, *arguments).out

    def triples(self, *arguments):
        lines = self.merged("nt", *arguments).splitlines()
        self.assertEqual(len(lines), len(set(lines)))
        return set(lines)

    def test_same_bytes_in_any_order_and_grouping(self):
        want = {form: self.run_over(self.names, form) for form in FORMATS}
        dice = random.Random(7)
        for n_groups in (2, 7):
            names = dice.sample(self.names, len(self.names))
            groups = [names[i::n_groups] for i in range(n_groups)]
            forms = itertools.cycle(FORMATS)
            graphs = [self.graph("g%d.%s" % (i, next(forms)), group)
                      for i, group in enumerate(groups)]
            for order in (graphs, graphs[::-1]):
                for form in FORMATS:
                    self.assertEqual(self.merged(form, *order), want[form])

    def test_overlap_articles_and_pictures(self):
        names = self.names[:6]
        some = self.graph("some.ttl", names[:4])
        more = self.graph("more.nt", names[2:5])
        mixed = (some, more, names[5], names[0])
        for form in ("ttl", "dot", "tsv"):
            self.assertEqual(self.merged(form, *mixed),
                             self.run_over(names, form))

    def test_merge_of_merges(self):
        names = self.names[:9]
        parts = [self.graph("p%d.nt" % i, names[i::3]) for i in range(3)]
        self.expect_good("merge", "-q", parts[2], parts[0], "-o", "two.nq")
        self.assertEqual(self.merged("nt", parts[1], "two.nq"),
                         self.run_over(names, "nt"))

    # ------------------------------------------------------------ folders

    def make_folder(self):
        """All articles below a folder, with what is none among them."""
        for i, name in enumerate(self.names):
            os.makedirs(self.path("news/%d/x" % (i % 3)), exist_ok=True)
            os.rename(self.path(name), self.path("news/%d/x/%s" % (i % 3,
                                                                  name)))
        self.write("news/.hidden.txt", "Norland sued Velia.\n")
        self.write("news/notes.pdf", b"%PDF-1.4 \xff\xfe")
        return sorted(os.path.join(folder, name) for folder, _, names in
                      os.walk(self.path("news")) for name in names
                      if re.fullmatch(r"a\d\d\.txt", name))

    def test_folder_streams_to_the_same_bytes(self):
        paths = self.make_folder()
        # Turtle is made from the graph in memory, and read again
        self.expect_good("-q", *paths, "-o", "all.ttl")
        want = self.merged("nt", "all.ttl")
        self.assertEqual(self.expect_good("-q", "news", "-f", "nt").out, want)
        self.expect_good("-q", *paths[::-1], paths[5], "-o", "all.nt")
        self.assertEqual(self.read("all.nt"), want)
        for more in (("--provenance", "claims"), ("--accept-reported",),
                     ("--min-confidence", "0.6"), ("--run-time",
                                                   "2026-03-02T15:04:05Z"),
                     ("--base", "https://a.example/x")):
            self.expect_good("-q", "news", *more, "-o", "some.ttl")
            provenance = more if "--provenance" in more else ()
            self.assertEqual(
                self.expect_good("-q", "news", "-f", "nt", *more).out,
                self.expect_good("-q", "some.ttl", "-f", "nt",
                                 *provenance).out)

    def test_same_content_under_two_names(self):
        paths = self.make_folder()
        self.write("news/0/b.txt", article(3))
        self.write("news/0/a.txt", article(3))
        self.expect_good("-q", "news", "-o", "all.ttl")
        self.assertEqual(self.expect_good("-q", "news", "-f", "nt").out,
                         self.merged("nt", "all.ttl"))
        self.assertIn(b'#file> "a" .', self.merged("nt", "all.ttl"))
        self.assertEqual(len(paths), 52)

    def test_bad_articles_in_a_folder(self):
        self.make_folder()
        want = self.expect_good("-q", "news", "-f", "nt").out
        self.write("news/1/bad.txt", b"caf\xe9 closed\n")
        for form in ("nt", "ttl"):
            result = self.run_relata("-q", "news", "-o", "all." + form)
            self.assertEqual(result.code, 1)
            self.assertRegex(
                result.err, r"\Anews/1/bad\.txt:1:4: error: [^\n]+\n"
                r"relata: error: expected 53 articles, not 1 of them, which "
                r"are left out of what is written\n\Z")
            self.assertEqual(self.merged("nt", "all." + form), want)

    def test_folders_without_articles(self):
        os.makedirs(self.path("none/empty"))
        self.expect_failure("none: error: expected a folder with articles",
                            "-q", "none", "-f", "nt")

    def test_streams_leave_nothing(self):
        self.make_folder()
        os.makedirs(self.path("temporary"))
        self.write("all.nt", "what was there before\n")
        process = subprocess.Popen(
            # again and again, so that it is not done before it is killed
            [harness.RELATA, "-q", *["news"] * 60, "-o", "all.nt"],
            cwd=self.folder,
            env=dict(os.environ, TMPDIR=self.path("temporary")))
        time.sleep(0.3)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.assertEqual(os.listdir(self.path("temporary")), [])
        self.assertEqual(self.read("all.nt"), b"what was there before\n")
        result = self.run_relata("-q", "news", "-o", "all.nt",
                                 environment={"TMPDIR": "/none/such"})
        self.assertEqual(result.code, 1)
        self.assertIn("/none/such: error: cannot be written", result.err)
        self.assertEqual(self.read("all.nt"), b"what was there before\n")

    # ------------------------------------------------------------ withdraw

    def names_of(self, graph, file):
        """IRI, id, SHA-256 and file name of a document."""
        text = self.read(graph).decode()
        iri = re.search(r'<([^>]*/doc/[0-9a-f]{16})> '
                        r'<[^>]*ns#file> "%s" ' % file, text)[1]
        sha = re.search(r'<%s> <https://schema.org/sha256> "([0-9a-f]{64})"'
                        % re.escape(iri), text)[1]
        return iri, iri[-16:], sha, file

    def test_withdraw_is_a_run_without(self):
        names = self.names[:12]
        graph = self.graph("all.nt", names)
        want = self.run_over(names[:4] + names[5:], "nt")
        for name in self.names_of(graph, "a04"):
            self.assertEqual(self.merged("nt", graph, "--withdraw", name), want)
        self.assertEqual(
            self.merged("nt", graph, "--withdraw", "a04; a05"),
            self.run_over(names[:4] + names[6:], "nt"))

    def test_withdraw_changes_only_what_lost_its_evidence(self):
        graph = self.graph("all.nt", self.names)
        iri = self.names_of(graph, "a07")[0].encode()
        before = self.triples(graph)
        after = self.triples(graph, "--withdraw", "a07")
        plain = re.compile(rb"<[^>]*/(?:person|entity)/[^>]*> <[^>]*/relation/")
        kept = {line for line in before
                if b"<%s" % iri not in line and b"/doc/" in line}
        # every triple of every other document stays as it is
        self.assertTrue(kept <= after)
        for line in before - after:
            if plain.match(line):
                self.assertFalse(self.evidence(after, line), line)
        gone = [line for line in before - after if b"<%s" % iri in line]
        self.assertTrue(gone)
        # nothing comes but what entities are best called without it
        for line in after - before:
            self.assertRegex(line, rb"^<[^>]*/(person|entity)/[^>]*> <[^>]*"
                                   rb"(#type|#label|#altLabel)> ")

    def evidence(self, triples, plain):
        """Asserted claims with that subject, predicate and object."""
        parts = dict(zip((b"subject", b"predicate", b"object"),
                         plain[:-2].split(b" ")))
        claims = None
        for role, value in parts.items():
            mark = b"#%s> %s ." % (role, value)
            found = {line.split(b" ")[0] for line in triples if mark in line}
            claims = found if claims is None else claims & found
        return {line for line in triples if line.split(b" ")[0] in claims
                and b'#asserted> "true"' in line}

    def test_withdraw_and_add_again(self):
        graph = self.graph("all.nt", self.names[:8])
        self.expect_good("merge", "-q", graph, "--withdraw", "a03", "-o",
                         "less.nt")
        self.assertEqual(self.merged("nt", "less.nt", "a03.txt"),
                         self.read(graph))

    def test_withdraw_nobody(self):
        self.graph("g.nt", self.names[:2])
        self.expect_failure("expected a document to withdraw, not a77",
                            "merge", "g.nt", "--withdraw", "a77", "-o", "x.nt")

    # ------------------------------------------------------------ replace

    def test_replace(self):
        names = self.names[:6]
        graph = self.graph("old.ttl", names)
        self.write("new/a02.txt", article(2) + "Norland sued Tom Berg.\n")
        want = self.run_over(names[:2] + ["new/a02.txt"] + names[3:], "nt")
        self.assertEqual(self.merged("nt", graph, "new/a02.txt", "--replace"),
                         want)
        # in a graph of its own too; the order of inputs says what is new
        self.graph("new.nt", ["new/a02.txt"])
        self.assertEqual(self.merged("nt", graph, "new.nt", "--replace"), want)
        self.assertEqual(self.merged("nt", "new.nt", graph, "--replace"),
                         self.run_over(names, "nt"))
        # without it both are there
        self.assertEqual(self.merged("nt", graph, "new.nt"),
                         self.run_over(names + ["new/a02.txt"], "nt"))

    # ------------------------------------------------------------ failures

    def test_broken_graphs(self):
        good = self.graph("good.nt", self.names[:3])
        text = self.read(good)
        self.write("out.nt", "what was there before\n")
        cases = {
            "cut.nt": (text[:len(text) // 2] + b"<", r"cut\.nt:\d+: error: "),
            "bad.nt": (text.replace(b'#confidence> "0', b'#confidence> "7'),
                       r"bad\.nt:\d+: error: expected a confidence"),
            "else.ttl": (b"<x:a> <x:b> <x:c> .\n",
                         r"else\.ttl: error: expected a graph with documents"),
            "text.nt": (NEWS.encode(), r"text\.nt:1: error: "),
            "empty.ttl": (b"", r"empty\.ttl: error: expected a graph"),
            "latin.nt": (b'<x:a> <x:b> "caf\xe9" .\n', r"latin\.nt:1: error"),
        }
        for name, (content, pattern) in cases.items():
            self.write(name, content)
            self.expect_failure(pattern, "merge", good, name, "-o", "out.nt")
        self.expect_failure("cannot be opened", "merge", good, "none.nt",
                            "-o", "out.nt")

    def test_bases(self):
        one = self.graph("one.nt", self.names[:2])
        self.expect_good("-q", "--base", "https://a.example/", self.names[2],
                         "-o", "two.nt")
        self.expect_failure("two.nt: error: expected IRIs below "
                            "https://w3id.org/relata/", "merge", one, "two.nt",
                            "-o", "x.nt")
        both = self.expect_good("merge", "-q", "--base", "https://b.example/",
                                one, "two.nt", "-f", "nt").out
        self.assertEqual(both, self.expect_good(
            "-q", "--base", "https://b.example/", "-f", "nt",
            *self.names[:3]).out)
        # a graph that is read keeps its base
        self.assertEqual(self.merged("nt", "two.nt"), self.read("two.nt"))

    def test_statements_of_others(self):
        graph = self.graph("g.nt", self.names[:1])
        text = self.read(graph)
        self.write("more.nt", text + b"<x:a> <x:b> <x:c> .\n" * 2)
        result = self.run_relata("merge", "more.nt", "-f", "nt")
        self.assertEqual(result.err, "more.nt: note: skipped 2 statements that "
                         "relata does not write\n")
        self.assertEqual((result.code, result.out), (0, text))

    def test_full_disk(self):
        graph = self.graph("g.nt", self.names[:3])
        self.write("out.nt", "what was there before\n")
        self.expect_failure("out.nt: error: ", "merge", graph, "-o", "out.nt",
                            max_file=10000)

    def test_kill_in_the_middle(self):
        graph = self.graph("g.nt", self.names)
        want = self.run_over(self.names, "nt")
        self.write("out.nt", "what was there before\n")
        for delay in (0.01, 0.05, 0.2):
            process = subprocess.Popen(
                [harness.RELATA, "merge", "-q", graph, "-o", "out.nt"],
                cwd=self.folder)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertIn(self.read("out.nt"),
                          (b"what was there before\n", want))
        self.expect_good("merge", "-q", graph, "-o", "out.nt")
        self.assertEqual(self.read("out.nt"), want)
        self.assertFalse(os.path.exists(self.path("out.nt.part")))

    def test_usage(self):
        for words, arguments in (
                ("expected a file to write", ("a00.txt",)),
                ("expected a format", ("a00.txt", "-f", "open")),
                ("--focus", ("a00.txt", "--focus", "x", "-f", "nt"))):
            result = self.run_relata("merge", *arguments)
            self.assertEqual(result.code, 2, result.err)
            self.assertIn(words, result.err)

    # ------------------------------------------------------------ inputs

    def test_graphs_from_standard_input(self):
        graph = self.graph("g.nt", self.names[:2])
        for form in ("nt", "ttl"):
            data = self.merged(form, graph)
            self.assertEqual(
                self.expect_good("merge", "-q", "--input", "graph", "-", "-f",
                                 "nt", stdin=data).out, self.read(graph))


if __name__ == "__main__":
    harness.main()
