#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What we write, two independent parsers read to the same set of triples.

  roundtrip.py PROGRAM RAPPER SERDI STORY [BASE]

PROGRAM STORY SYNTAX [BASE] writes a graph. Its Turtle and N-Triples are read by
rapper and by serdi, its RDF/XML by rapper, and all five must agree. Then the
triples themselves are looked at: no blank nodes, each claim whole, and a plain
triple exactly where an asserted claim has an entity as its object.
"""
import re
import subprocess
import sys
import tempfile

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NS = "https://w3id.org/relata/ns#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ONCE = [RDF + "subject", RDF + "predicate", NS + "asserted", NS + "polarity",
        NS + "modality", NS + "confidence", NIF + "beginIndex",
        NIF + "endIndex", "http://www.w3.org/ns/prov#wasDerivedFrom"]
TERM = re.compile(r'<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(@[\w-]+|\^\^<[^>]*>)?')
ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))', re.S)
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
    return ("literal", unescape(match[3]), match[4] or "")


def read_triples(text):
    """The set of triples of N-Triples, its escapes resolved."""
    triples = set()
    for line in text.split("\n"):
        terms = [read_term(m) for m in TERM.finditer(line)]
        if line and len(terms) != 3:
            sys.exit("not a triple: " + line)
        if line:
            triples.add(tuple(terms))
    return triples


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    said = done.stderr.decode(errors="replace")
    if done.returncode or said:
        sys.exit("%s: exit %d: %s" % (" ".join(command), done.returncode,
                                      said))
    return done.stdout


def read_all(program, rapper, serdi, arguments):
    """(what was read, its triples) for each syntax and parser."""
    for syntax in ("turtle", "ntriples", "rdfxml"):
        written = run(program, arguments[0], syntax, *arguments[1:])
        with tempfile.NamedTemporaryFile() as file:
            file.write(written)
            file.flush()
            read = run(rapper, "-q", "-i", syntax, "-o", "ntriples", file.name)
            yield syntax + " by rapper", read_triples(read.decode())
            if syntax != "rdfxml":
                read = run(serdi, "-e", "-i", syntax, "-o", "ntriples",
                           file.name)
                yield syntax + " by serdi", read_triples(read.decode())


def compare(results):
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


def main():
    program, rapper, serdi = sys.argv[1:4]
    results = list(read_all(program, rapper, serdi, sys.argv[4:]))
    check_claims(compare(results))


main()
