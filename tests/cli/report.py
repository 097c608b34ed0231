#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""`relata report`, and maps split into several figures."""
import html.parser
import os
import re
import shutil
import subprocess
import unittest

import harness
from harness import NEWS, Case

# A firm whose name LaTeX, Markdown and HTML would take for markup
ODD = """Orbex & Sons buys a yard

The minister Ana Mora met Jan Lund of Orbex & Sons in Oslo. Mora said that
Orbex & Sons <the largest> had paid 100% of $5 million for the yard #1_b in
{Bergen} and would pay ~20% more. Lund praised the “Velian” \\deal^2 of Mora.
"""
VOID = {"meta", "br"}


class Nesting(html.parser.HTMLParser):
    """Sees that every element of a page ends, in its order."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()


class Report(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)
        self.write("odd.txt", ODD)

    def text(self, name):
        return self.read(name).decode()

    def test_into_the_folder(self):
        result = self.expect_good("report", "news.txt")
        self.assertEqual(result.out, b"out/news-map.svg\nout/news.md\n")
        self.assertEqual(set(self.files()),
                         {"news.txt", "odd.txt", "out/news.md",
                          "out/news-map.svg"})

    def test_markdown(self):
        self.expect_good("report", "news.txt", "odd.txt", "-o", "r.md",
                         "--title", "Harbours [1]", "--caption", "Who met")
        report = self.text("r.md")
        self.assertTrue(report.startswith("# Harbours \\[1\\]\n\n![Harbours "
                                          "\\[1\\]](<r-map.svg>)\n\nWho met\n"))
        rows = [line for line in report.split("\n")
                if line.startswith("| ")]
        self.assertTrue(any("| meet" in row and "Ana Mora" in row and
                            "(news, sentence 2)" in row for row in rows))
        for row in rows:  # five cells, whatever the quotes say
            self.assertEqual(len(re.findall(r"(?<!\\)\|", row)), 6, row)
        self.assertIn("\n## Sources\n", report)

    def test_html_has_its_map_inside(self):
        self.expect_good("report", "odd.txt", "-o", "r.html")
        nesting = Nesting()
        nesting.feed(self.text("r.html"))
        self.assertEqual(nesting.open, [])
        self.assertLessEqual({"svg", "table", "h1"}, nesting.seen)
        self.assertNotIn("the", nesting.seen)
        self.assertEqual(set(self.files()), {"news.txt", "odd.txt", "r.html"})

    def test_ids_are_unique_in_a_page(self):
        self.expect_good("report", "news.txt", "odd.txt", "-o", "r.html",
                         "--split")
        ids = re.findall(r'\bid="([^"]*)"', self.text("r.html"))
        self.assertGreater(self.text("r.html").count("<svg"), 1)
        self.assertEqual(len(ids), len(set(ids)))

    def test_split(self):
        self.expect_good("report", "news.txt", "odd.txt", "-o", "r.md",
                         "--split")
        figures = re.findall(r"\(<(r-\d\.svg)>\)", self.text("r.md"))
        self.assertGreater(len(figures), 1)
        self.assertEqual(set(figures) | {"r.md", "news.txt", "odd.txt"},
                         set(self.files()))
        self.expect_good("draw", "news.txt", "odd.txt", "-o", "m.svg",
                         "--split")
        drawn = [n for n in self.files() if re.fullmatch(r"m-\d\.svg", n)]
        self.assertEqual(len(drawn), len(figures))
        edges = [e for n in drawn
                 for e in re.findall(r'class="edge', self.text(n))]
        whole = self.expect_good("draw", "news.txt", "odd.txt", "-f",
                                 "svg").out.decode()
        self.assertGreaterEqual(len(edges), whole.count('class="edge'))

    @unittest.skipUnless(shutil.which("pdflatex"), "pdflatex is missing")
    def test_latex_compiles(self):
        self.expect_good("report", "news.txt", "odd.txt", "-o", "r.tex",
                         "--size", "a4", "--title", "Осло, 中国 & Ærø_1")
        done = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error",
             "r.tex"], cwd=self.folder, stdout=subprocess.PIPE, timeout=120,
            stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(done.returncode, 0, done.stdout[-2000:])
        self.assertTrue(self.read("r.pdf").startswith(b"%PDF"))

    def test_nothing_stays_of_a_failure(self):
        self.write("r.md", "old")
        result = self.run_relata("report", "news.txt", "-o", "r.md",
                                 "--focus", "Nobody")
        self.assertEqual(result.code, 1)
        self.assertIn('--focus: error: expected an actor', result.err)
        self.assertEqual(self.read("r.md"), b"old")
        self.assertEqual(set(self.files()), {"news.txt", "odd.txt", "r.md"})

    def test_wrong_usage(self):
        for words, *arguments in (
                ("--format: expected md", "report", "-f", "pdf"),
                ("--output: expected a file", "report", "-o", "x.pdf"),
                ("--output: expected a file", "report", "-o", "folder"),
                ("--split: expected files", "draw", "--split", "-o", "-")):
            result = self.run_relata(*arguments, "news.txt")
            self.assertEqual(result.code, 2, result.err)
            self.assertIn(words, result.err)

    def test_same_bytes(self):
        for name in ("a", "b"):
            os.mkdir(self.path(name))
            self.expect_good("report", "news.txt", "odd.txt", "-o",
                             name + "/r.tex")
        files = self.files()
        self.assertEqual(files["a/r.tex"], files["b/r.tex"])
        self.assertEqual(files["a/r-map.pdf"], files["b/r-map.pdf"])


if __name__ == "__main__":
    harness.main()
