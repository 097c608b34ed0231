#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""The queries of examples/queries give the same rows in files and in stores.

  query_store.py RELATA STORE: oxigraph or virtuoso; 77 where it is missing.
"""
import csv
import io
import os
import re
import sys
import tempfile

import harness
import stores
from harness import Case

STORES = {"oxigraph": stores.Oxigraph, "virtuoso": stores.Virtuoso}
STORE = STORES[sys.argv.pop(2)]
GRAPH = "https://news.example/queries"
QUERIES = os.path.join(harness.ROOT, "examples", "queries")

FIRST = """Ministers meet over harbour tariffs

Norland Trade Minister Ana Mora met Chilean Premier Jan Lund in Oslo on 3 June 2018. Orbex bought the harbour of Ayr for $40 million in May 2018.

Chile threatened to impose tariffs on steel. Ms Mora said that Norland did not impose duties on wheat. Jan Lund said that Norland imposed duties on wheat. Orbex plans to buy the shipyard of Lisbon.
"""
SECOND = """Chile acts

On 9 July 2018 Chile imposed tariffs on steel. Orbex may sell the harbour of Ayr. Jan Lund met Ana Mora in Ayr. Lund praised Mora.

Built in Ayr, the tug left Lisbon for Oslo, its home.
"""
# what must be among the rows; each query has some
EXPECTED = {
    "who-met-whom": ("Jan Lund", "Ana Mora", "Jan Lund met Ana Mora"),
    "threats": ("Chile", "impose", "tariffs on steel",
                "https://w3id.org/relata/ns#Actual"),
    "facts": ("Orbex", "buy", "harbour of Ayr",
              "Orbex bought the harbour of Ayr"),
    "contradictions": ("Norland", "impose", "duties on wheat", "Ana Mora",
                       "Norland did not impose duties", "Jan Lund",
                       "Norland imposed duties on wheat"),
    "timeline": ("2018-07-09", "Chile", "impose", "tariffs on steel"),
    "most-connected": ("Chile", "2"),
    "who-said-what": ("Ana Mora", "say", "Norland", "impose",
                      "duties on wheat"),
    "plans": ("https://w3id.org/relata/ns#Possible", "Orbex", "sell",
              "harbour of Ayr"),
    "money": ("Orbex", "buy", "harbour of Ayr", "40000000", "USD"),
    "unsure": None,
    "documents": None,
}


def normal(field):
    """Stores write numbers and truth in their own ways."""
    field = {"true": "1", "false": "0"}.get(field, field)
    if re.fullmatch(r"-?\d+\.\d+", field):
        return field.rstrip("0").rstrip(".")
    return field


class Queries(Case):
    @classmethod
    def setUpClass(cls):
        keeper = tempfile.TemporaryDirectory(prefix="relata-store-")
        cls.addClassCleanup(keeper.cleanup)
        cls.store = STORE(keeper.name)
        cls.addClassCleanup(cls.store.stop)

    def ask_files(self, name):
        out = self.expect_good("query", "all.ttl", "--named", name, "-f",
                               "csv").out.decode()
        return sorted(tuple(map(normal, row)) for row in list(
            csv.reader(io.StringIO(out)))[1:])

    def ask_store(self, name):
        with open(os.path.join(QUERIES, name + ".rq"),
                  encoding="utf-8") as file:
            query = file.read()
        self.assertTrue(query.startswith("# "), name)
        # the graph of this test only: before WHERE, or the first brace
        query = re.sub(r"\n(WHERE )", r"\nFROM <%s>\n\1" % GRAPH, query, 1)
        self.assertIn("FROM", query)
        return sorted(tuple(map(normal, row))
                      for row in self.store.select(query))

    def test_all(self):
        self.write("a.txt", FIRST)
        self.write("b.txt", SECOND)
        self.expect_good("a.txt", "b.txt", "-o", "all.ttl")
        self.expect_good("load", "all.ttl", "--to", self.store.url, "--graph",
                         GRAPH, "--replace", *self.store.login)
        names = sorted(name[:-3] for name in os.listdir(QUERIES))
        self.assertEqual(names, sorted(EXPECTED))
        for name in names:
            with self.subTest(query=name):
                rows = self.ask_files(name)
                self.assertTrue(rows, "no rows")
                wanted = set(EXPECTED[name] or ())
                self.assertTrue(any(wanted <= set(row) for row in rows),
                                rows)
                self.assertEqual(self.ask_store(name), rows)


if not STORE.is_installed():
    print("not installed: %s" % STORE.__name__)
    sys.exit(77)
harness.main()
