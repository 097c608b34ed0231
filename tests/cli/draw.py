#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""`relata draw`: what is chosen for a map, and how it looks."""
import re

import harness
from harness import NEWS, Case


class Draw(Case):
    def setUp(self):
        super().setUp()
        self.write("news.txt", NEWS)

    def svg(self, *arguments):
        return self.expect_good("draw", "news.txt", "-f", "svg",
                                *arguments).out.decode()

    def cards(self, *arguments):
        return set(re.findall(r'id="node-([^"]*)"', self.svg(*arguments)))

    def expect_usage(self, words, *arguments):
        result = self.run_relata("draw", "news.txt", *arguments)
        self.assertEqual(result.code, 2, result.err)
        self.assertIn(words, result.err)
        self.assertEqual(set(self.files()), {"news.txt"})

    def test_into_the_folder(self):
        self.expect_good("draw", "news.txt")
        self.assertEqual(set(self.files()), {"news.txt", "out/news.svg"})

    def test_ending_is_the_format(self):
        for name, magic in (("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"),
                            ("a.dot", b"digraph"), ("a.svg", b"<?xml"),
                            ("a.eps", b"%!PS-Adobe-3.0 EPSF"),
                            ("a.html", b"<!DOCTYPE html>")):
            self.expect_good("draw", "news.txt", "-o", name)
            self.assertTrue(self.read(name).startswith(magic))

    def test_is_the_map_of_a_run(self):
        self.expect_good("news.txt")
        self.assertEqual(self.read("out/news.svg").decode(), self.svg())

    def test_focus(self):
        near = self.cards("--focus", "ana mora")
        self.assertIn("person.Ana_Mora", near)
        self.assertIn("person.Jan_Lund", near)
        self.assertLess(near, self.cards())
        self.assertLess(near, self.cards("--focus", "Ana Mora", "--depth",
                                         "3"))
        self.assertIn("relations</text>", self.svg("--focus", "Ana Mora"))

    def test_focus_on_nobody(self):
        result = self.run_relata("draw", "news.txt", "--focus", "Ana",
                                 "-o", "map.svg")
        self.assertEqual(result.code, 1)
        self.assertEqual(
            result.err, '--focus: error: expected an actor of the graph, not '
            '"Ana"; like it: Ana Mora\n')
        self.assertEqual(set(self.files()), {"news.txt"})

    def test_only_asserted(self):
        self.assertIn('class="edge threatened"', self.svg())
        svg = self.svg("--only", "asserted")
        self.assertEqual(set(re.findall(r'class="edge (\w+)"', svg)),
                         {"stated"})

    def test_types(self):
        self.assertEqual(self.cards("--types", "person"),
                         {"person.Ana_Mora", "person.Jan_Lund"})

    def test_events(self):
        meetings = self.cards("--events", "Meet")
        self.assertLessEqual({"person.Ana_Mora", "person.Jan_Lund"}, meetings)
        self.assertLess(meetings, self.cards())
        self.assertLessEqual(self.cards("--events", "all"), self.cards())

    def test_times(self):
        day = ("--date", "2024-03-07")
        self.assertEqual(self.cards(*day, "--since", "2024-03-05"),
                         self.cards(*day, "--since", "2024-03-06"))
        self.assertIn("person.Jan_Lund", self.cards(*day, "--until", "2024-03-04"))
        self.assertEqual(self.cards(*day, "--until", "2024-02"), set())

    def test_top(self):
        self.assertEqual(self.svg("--top", "1").count('class="edge '), 1)

    def test_sizes(self):
        """The figure fits, and no letter is smaller than 6 points."""
        story = " ".join(
            "%s met %s in %s." % (a, b, c) for a, b, c in zip(
                ("Ana Mora", "Jan Lund", "Lena Roth", "Paul Berg", "Ivo Kerr"),
                ("Mei Tanaka", "Omar Ruiz", "Rita Silva", "Ana Mora",
                 "Jan Lund"),
                ("Oslo", "Lisbon", "Bergen", "Dublin", "Ghent")))
        self.write("story.txt", story)
        for size, width, height in (("a4", 160, 240), ("column", 85, 220),
                                    ("slide", 254, 142.9),
                                    ("70x60mm", 70, 60)):
            svg = self.expect_good("draw", "story.txt", "-f", "svg", "--size",
                                   size, "--caption", "Who met whom").out
            w, h, *box = map(float, re.search(
                rb'width="(\d+)pt" height="(\d+)pt"\s+viewBox="'
                rb'([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"', svg).groups())
            self.assertLessEqual(w, width * 72 / 25.4 + 1)
            self.assertLessEqual(h, height * 72 / 25.4 + 1)
            letters = [float(n) for n in
                       re.findall(rb'font-size="([\d.]+)"', svg)]
            self.assertGreaterEqual(min(letters) * w / box[2], 5.95)
            self.assertIn(b">Who met whom<", svg)

    def test_too_small_a_size(self):
        result = self.run_relata("draw", "news.txt", "-o", "map.pdf",
                                 "--size", "20x20mm")
        self.assertEqual(result.code, 1)
        self.assertIn("map.pdf: error: expected a size for at least one "
                      "relation", result.err)
        self.assertEqual(set(self.files()), {"news.txt"})

    def test_resolution(self):
        def width(dpi):
            png = self.expect_good("draw", "news.txt", "-f", "png", "--dpi",
                                   dpi).out
            return int.from_bytes(png[16:20], "big")
        self.assertAlmostEqual(width("200") / width("100"), 2, delta=0.02)

    def test_description(self):
        self.assertIn("<desc id=\"relata-desc\">Two &lt;ministers&gt;</desc>",
                      self.svg("--alt", "Two <ministers>"))

    def test_palettes_differ(self):
        pages = {self.svg("--palette", name)
                 for name in ("light", "dark", "print", "colour-blind")}
        self.assertEqual(len(pages), 4)
        self.assertEqual(self.svg(), self.svg("--palette", "light"))

    def test_wrong_usage(self):
        for words, *arguments in (
                ("--palette: expected light, dark", "--palette", "mauve"),
                ("--top: expected a number", "--top", "0"),
                ("--depth: expected --focus", "--depth", "2"),
                ("--depth: expected a number", "--focus", "x", "--depth", "x"),
                ("--types: expected kinds", "--types", "person,ship"),
                ("--types: expected kinds", "--types", ""),
                ("--size: expected a4", "--size", "a3"),
                ("--size: expected a4", "--size", "5x5mm"),
                ("--size: expected a4", "--size", "100x100"),
                ("--dpi: expected a number", "--dpi", "5"),
                ("--events: expected classes", "--events", "Picnic"),
                ("--since: expected 2018-06-03", "--since", "May"),
                ("--until: expected 2018-06-03", "--until", "2018-6"),
                ("--only: expected asserted", "--only", "some"),
                ("--format: expected svg", "--format", "ttl"),
                ("--stop-after: expected an option of relata draw",
                 "--stop-after", "parse")):
            self.expect_usage(words, *arguments)


if __name__ == "__main__":
    harness.main()
