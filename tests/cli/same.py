#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Every instruction set that this processor has gives the same bytes."""
import os
import random
import re
import sys
import unittest

import harness
from harness import Case

sys.path.insert(0, os.path.join(harness.ROOT, "bench"))
import common  # noqa: E402
import raw_text  # noqa: E402

WORDS = {
    "who": ["Trade minister Ana Mora", "the Velian premier", "Acme Corp.",
            "a spokesman for the harbour", "she", "three judges in Ayr",
            "the Norland Steel Union, which has 4,000 members,"],
    "does": ["said on Monday that", "denies that", "did not expect that",
             "told reporters last week that", "had warned \u2014 twice \u2014 "
             "that", "may have known that"],
    "what": ["the tariffs would rise by 12.5 percent", "Lund met him in Oslo",
             "the bridge was built by engineers from Norland",
             "nobody had been hurt in the fire", "the bank will close",
             "prices fell to $3.2 million, the lowest since 2009"],
    "end": [".", ", according to the paper.", "; talks go on.", "?", "!",
            " because the court\u2019s ruling \u201cchanges nothing\u201d."],
}


def made_text(n_sentences):
    """Sentences of 5 to 150 words by a fixed seed."""
    rng = random.Random(5)
    out = []
    for _ in range(n_sentences):
        parts = []
        for _ in range(rng.choice((1, 1, 1, 2, 3, 9))):
            parts.append(" ".join(rng.choice(WORDS[k])
                                  for k in ("who", "does", "who", "does")))
        said = " ".join(parts + [rng.choice(WORDS["what"])])
        out.append(said[0].upper() + said[1:] + rng.choice(WORDS["end"]))
    return " ".join(out) + "\n"


def treebank_text():
    """The raw text of EWT's development set, or None without ../shared."""
    shared = common.find_shared()
    path = shared and os.path.join(shared, "data", "ud",
                                   "en_ewt-ud-dev.conllu")
    if not path or not os.path.exists(path):
        return None
    return "".join(raw_text.raw_documents(path))


class Same(Case):
    def instruction_sets(self):
        """What the refusal of an unknown name lists."""
        self.write("one.txt", b"Mora met Lund.\n")
        refused = self.run_relata("one.txt", environment={"RELATA_ISA": "?"})
        names = re.search(r"\((.*)\)", refused.err).group(1).split(", ")
        self.assertIn("portable", names)
        return names

    def expect_same(self, text):
        self.write("text.txt", text)
        outputs = [
            self.expect_good("--stop-after", "parse", "text.txt",
                             environment={"RELATA_ISA": name},
                             seconds=300).out
            for name in self.instruction_sets()]
        self.assertGreater(outputs[0].count(b"\n"), 1000)
        for output in outputs[1:]:
            self.assertTrue(output == outputs[0], "the bytes differ")

    def test_made_text(self):
        self.expect_same(made_text(50 if harness.IS_SANITIZED else 300))

    def test_treebank(self):
        if harness.IS_SANITIZED:
            self.skipTest("takes minutes; the plain build does it")
        text = treebank_text()
        if not text:
            self.skipTest("../shared with the treebanks is missing")
        self.expect_same(text)


harness.main()
