#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""The tables say what the RDF says.

  tables.py PROGRAM XMLLINT STORY [BASE]

PROGRAM STORY SYNTAX [BASE] writes a graph. Its CSV is read by Python's csv, its
JSON Lines by json, its GraphML by xmllint, ElementTree and, where it is there,
networkx; each claim is compared with that of the N-Triples.
"""
import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from roundtrip import NIF, NS, RDF, read_quads, run

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


class Rdf:
    """What the N-Triples say, by subject and predicate."""

    def __init__(self, text):
        self.about = {}
        for subject, predicate, value, _ in read_quads(text):
            self.about.setdefault(subject[1], {}).setdefault(
                predicate[1], []).append(value)
        self.claims = {iri for iri, says in self.about.items()
                       if ("iri", NS + "Claim") in says.get(RDF + "type", [])}

    def one(self, iri, predicate):
        """The text of the only value; empty for none."""
        values = self.about[iri].get(predicate, [])
        if len(values) > 1:
            sys.exit("%s: several %s" % (iri, predicate))
        return values[0][1] if values else ""

    def claim(self, iri):
        """What every table must say of a claim."""
        subject = self.one(iri, RDF + "subject")
        predicate = self.one(iri, RDF + "predicate")
        objects = self.about[iri].get(RDF + "object", [])
        is_entity = bool(objects) and objects[0][0] == "iri"
        source = self.one(iri, NS + "attributedTo")
        return {
            "claim": iri, "subject_iri": subject,
            "subject": self.one(subject, LABEL), "predicate_iri": predicate,
            "object_iri": objects[0][1] if is_entity else "",
            "object": self.one(objects[0][1], LABEL) if is_entity else None,
            "has_object": bool(objects),
            "asserted": self.one(iri, NS + "asserted"),
            "polarity": self.one(iri, NS + "polarity")[len(NS):].lower(),
            "modality": self.one(iri, NS + "modality")[len(NS):].lower(),
            "attributed_to": self.one(source, LABEL) if source else "",
            "confidence": float(self.one(iri, NS + "confidence")),
            "begin": self.one(iri, NIF + "beginIndex"),
            "end": self.one(iri, NIF + "endIndex"),
            "quote": self.one(iri, NS + "quote"),
        }


def check(found, expected, names):
    for name in names:
        if found[name] != expected[name]:
            sys.exit("%s: %s: %r, not %r" % (expected["claim"], name,
                                             found[name], expected[name]))


def check_all(what, rdf, found, names):
    iris = [claim["claim"] for claim in found]
    if len(set(iris)) != len(iris) or not iris:
        sys.exit("%s: claims come twice or not at all" % what)
    for claim in found:
        if claim["claim"] not in rdf.claims:
            sys.exit("%s: %r is no claim" % (what, claim["claim"]))
        expected = rdf.claim(claim["claim"])
        check(claim, expected, names)
        if expected["object"] is not None and (
                claim["object"] != expected["object"]):
            sys.exit("%s: object %r" % (what, claim))
        if "has_object" in claim and (
                claim["has_object"] != expected["has_object"]):
            sys.exit("%s: has an object or not: %r" % (what, claim))
    print("%s: %d claims" % (what, len(found)))


SAME = ("subject_iri", "subject", "predicate_iri", "object_iri", "asserted",
        "polarity", "modality", "attributed_to", "confidence", "quote")


def read_csv(text):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row in rows:
        if None in row or None in row.values():
            sys.exit("csv: a row with other fields: %r" % row)
        row["confidence"] = float(row["confidence"])
    return rows


def read_jsonl(text):
    claims = []
    for line in text.split("\n")[:-1]:
        claim = json.loads(line)
        item = claim.get("object", {})
        source = claim.get("attributed_to", {})
        claims.append(dict(
            claim, subject_iri=claim["subject"]["iri"],
            subject=claim["subject"].get("label", ""),
            predicate_iri=claim["predicate"]["iri"],
            object_iri=item.get("iri", ""), object=item.get("label", ""),
            has_object="object" in claim,
            attributed_to=source.get("label", ""),
            asserted=json.dumps(claim["asserted"]),
            begin=str(claim["begin"]), end=str(claim["end"]),
            quote=claim.get("quote", "")))
        if not claim["claim"].startswith(claim["document"]["iri"] + "#c"):
            sys.exit("jsonl: in another document: %r" % claim)
    return claims


def read_graphml(data):
    root = ElementTree.fromstring(data)
    keys = {key.get("id"): key.get("attr.name")
            for key in root.iter(GRAPHML + "key")}

    def values(element):
        return {keys[item.get("key")]: item.text or ""
                for item in element.iter(GRAPHML + "data")}

    nodes = {node.get("id"): values(node)
             for node in root.iter(GRAPHML + "node")}
    claims = []
    for edge in root.iter(GRAPHML + "edge"):
        ends = [nodes[edge.get(name)] for name in ("source", "target")]
        claim = values(edge)
        claims.append(dict(
            claim, subject_iri=ends[0]["iri"], object_iri=ends[1]["iri"],
            subject=ends[0].get("label", ""), object=ends[1].get("label", ""),
            attributed_to=claim.get("attributed_to", ""),
            confidence=float(claim["confidence"]),
            quote=claim.get("quote", "")))
    return nodes, claims


def check_networkx(data, nodes, claims):
    try:
        import networkx
    except ImportError:
        return
    graph = networkx.parse_graphml(data.decode())
    if (graph.number_of_nodes(), graph.number_of_edges()) != (
            len(nodes), len(claims)):
        sys.exit("networkx reads another graph")
    print("networkx: the same")


def main():
    program, xmllint, *arguments = sys.argv[1:]

    def written(syntax):
        return run(program, arguments[0], syntax, *arguments[1:])

    rdf = Rdf(written("ntriples").decode())
    rows = read_csv(written("csv").decode())
    check_all("csv", rdf, rows, SAME + ("begin", "end"))
    lines = read_jsonl(written("jsonl").decode())
    check_all("jsonl", rdf, lines, SAME + ("begin", "end"))
    if not len(rows) == len(lines) == len(rdf.claims):
        sys.exit("claims are missing")

    data = written("graphml")
    subprocess.run([xmllint, "--noout", "--nonet", "-"], input=data, check=True)
    nodes, edges = read_graphml(data)
    check_all("graphml", rdf, edges, SAME)
    if len(edges) != sum(1 for row in rows if row["object_iri"]):
        sys.exit("edges are missing")
    check_networkx(data, nodes, edges)


main()
