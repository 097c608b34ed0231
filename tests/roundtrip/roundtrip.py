#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What we write, two independent parsers read to the same set of triples.

  roundtrip.py PROGRAM RAPPER SERDI NODE STORY [BASE]

PROGRAM STORY SYNTAX [BASE] writes a graph. Each syntax is read by several of
rapper, serdi, oxigraph and N3.js, and all must agree; of quads the triples
count. Then the triples themselves are looked at: no blank nodes, each claim
whole, and a plain triple exactly where an asserted claim has an entity as its
object. Of quads, each graph must be what a document alone needs.
"""
import os
import re
import subprocess
import sys
import tempfile

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OWN = re.compile(r"https://(w3id\.org/relata|news\.example/graph|"
                 r"harbour\.example)/(entity|relation|doc)/")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NS = "https://w3id.org/relata/ns#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ONCE = [RDF + "subject", RDF + "predicate", NS + "asserted", NS + "polarity",
        NS + "modality", NS + "confidence", NIF + "beginIndex",
        NIF + "endIndex", "http://www.w3.org/ns/prov#wasDerivedFrom"]
TERM = re.compile(r'<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(@[\w-]+|\^\^<[^>]*>)?')
ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))', re.S)
DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
PLAIN_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def unescape(text):
    def one(match):
        if match[1] or match[2]:
            return chr(int(match[1] or match[2], 16))
        return PLAIN_ESCAPES.get(match[3], match[3])
    return ESCAPE.sub(one, text)


def read_term(match):
    if match[1] is not None:
        return ("iri", unescape(match[1]))
    if match[2]:
        sys.exit("a blank node: " + match[2])
    text, kind = unescape(match[3]), match[4] or ""
    if kind == DECIMAL and "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("literal", text, kind)


def read_quads(text):
    """The set of quads of N-Quads, escapes resolved, decimals in one form (some
    readers shorten them); the graph of triples is None."""
    quads = set()
    for line in text.split("\n"):
        terms = [read_term(m) for m in TERM.finditer(line)]
        if line and len(terms) not in (3, 4):
            sys.exit("not a triple: " + line)
        if line:
            quads.add(tuple((terms + [None])[:4]))
    return quads


def triples_of(quads):
    return {quad[:3] for quad in quads}


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    said = done.stderr.decode(errors="replace")
    if done.returncode or said:
        sys.exit("%s: exit %d: %s" % (" ".join(command), done.returncode,
                                      said))
    return done.stdout


# Syntax -> the readers of it, and the names that they have for it
READERS = {
    "turtle": {"rapper": "turtle", "serdi": "turtle", "oxigraph": "ttl",
               "n3": "ttl"},
    "ntriples": {"rapper": "ntriples", "serdi": "ntriples", "oxigraph": "nt",
                 "n3": "nt"},
    "nquads": {"rapper": "nquads", "serdi": "nquads", "oxigraph": "nq",
               "n3": "nq"},
    "trig": {"rapper": "trig", "serdi": "trig", "oxigraph": "trig",
             "n3": "trig"},
    "rdfxml": {"rapper": "rdfxml", "oxigraph": "rdf"},
    "jsonld": {"jsonld": "jsonld", "oxigraph": "jsonld"},
}


def read_by(programs, reader, name, path):
    """The quads that a reader finds in a file."""
    if reader == "rapper":
        command = [programs["rapper"], "-q", "-i", name, "-o", "nquads", path]
    elif reader == "serdi":
        # byte by byte, as from a pipe; serdi cannot do so with quads
        slowly = [] if name in ("nquads", "trig") else ["-e"]
        command = [programs["serdi"], *slowly, "-i", name, "-o", "nquads", path]
    else:
        command = [programs["node"], os.path.join(TESTS, "js", "read.mjs"),
                   reader, name, path]
    return read_quads(run(*command).decode())


def read_all(programs, arguments):
    """(what was read, its quads) for each syntax and reader."""
    for syntax, readers in READERS.items():
        written = run(programs["writer"], arguments[0], syntax, *arguments[1:])
        with tempfile.NamedTemporaryFile() as file:
            file.write(written)
            file.flush()
            for reader, name in readers.items():
                yield "%s by %s" % (syntax, reader), read_by(
                    programs, reader, name, file.name)


def compare(results):
    results = [(name, triples_of(quads)) for name, quads in results]
    first_name, first = results[0]
    print("%d triples" % len(first))
    if not first:
        sys.exit("nothing was written")
    for name, triples in results[1:]:
        for only, where in ((first - triples, first_name),
                            (triples - first, name)):
            for triple in sorted(only)[:5]:
                print("only in %s: %r" % (where, triple))
        if triples != first:
            sys.exit("%s and %s differ" % (first_name, name))
    return first


def check_claims(triples):
    about = {}
    for subject, predicate, value in triples:
        about.setdefault(subject, {}).setdefault(predicate[1], []).append(value)
    claims = [a for a in about.values()
              if ("iri", NS + "Claim") in a.get(RDF + "type", [])]
    asserted = set()
    for claim in claims:
        for word in ONCE:
            if len(claim.get(word, [])) != 1:
                sys.exit("%r: not one %s" % (claim, word))
        if not 0 <= float(claim[NS + "confidence"][0][1]) <= 1:
            sys.exit("%r: confidence" % claim)
        if int(claim[NIF + "beginIndex"][0][1]) > int(
                claim[NIF + "endIndex"][0][1]):
            sys.exit("%r: offsets" % claim)
        is_asserted = claim[NS + "asserted"][0][1] == "true"
        is_fact = (claim[NS + "polarity"][0][1] == NS + "Positive" and
                   claim[NS + "modality"][0][1] == NS + "Actual" and
                   NS + "attributedTo" not in claim)
        if is_asserted != is_fact:
            sys.exit("%r: asserted" % claim)
        for value in claim.get(RDF + "object", []):
            if is_asserted and value[0] == "iri":
                asserted.add((claim[RDF + "subject"][0],
                              claim[RDF + "predicate"][0], value))
    plain = {t for t in triples if "/relation/" in t[1][1]}
    if plain != asserted:
        sys.exit("plain triples and asserted claims differ: %r"
                 % (plain ^ asserted))
    print("%d claims, %d plain triples" % (len(claims), len(plain)))
    if not claims or not plain:
        sys.exit("too few to check anything")


def check_graphs(quads):
    """Every graph is named as the document that it describes, and holds all of
    that: every entity, relation and sentence that is spoken of."""
    graphs = {}
    for quad in quads:
        if quad[3] is None:
            sys.exit("%r: in no graph" % (quad,))
        graphs.setdefault(quad[3], set()).add(quad[:3])
    for graph, triples in graphs.items():
        subjects = {t[0] for t in triples}
        for subject, predicate, value in triples:
            if "/doc/" in subject[1] and not subject[1].startswith(graph[1]):
                sys.exit("%r: in the graph %r" % (subject, graph))
            missing = [t for t in (predicate, value) if t not in subjects and
                       re.search("/(entity|relation|doc)/", t[1]) and
                       t[0] == "iri" and OWN.match(t[1])]
            if missing:
                sys.exit("%r: not described in %r" % (missing, graph))
    print("%d graphs" % len(graphs))


def main():
    names = ("writer", "rapper", "serdi", "node")
    programs = dict(zip(names, sys.argv[1:5]))
    results = list(read_all(programs, sys.argv[5:]))
    check_claims(compare(results))
    graphs = [quads for name, quads in results
              if name.startswith(("nquads", "trig"))]
    if any(quads != graphs[0] for quads in graphs):
        sys.exit("readers see other graphs")
    check_graphs(graphs[0])


if __name__ == "__main__":
    main()
