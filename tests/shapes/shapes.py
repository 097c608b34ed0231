#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Graphs against schema/shapes.ttl: by a SHACL engine and by `relata check`.

  shapes.py WHAT RELATA WRITE_STORY

WHAT is what to look at: `example`, `claims` (it with --provenance claims), `stories`, `specs` (the texts and trees of
tests/spec, which hold every kind of threat, plan, denial and hearsay),
`reported` (the same, written with --accept-reported) or `raw` (1,000 claims
from the unlabelled sentences of the development data). All must conform. Exit
77 without what ./check installs, or without that data.

`bad` breaks a whole graph in one place after the other: both must find each
defect, name it, and find nothing else.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
JS = os.path.join(ROOT, "tests", "js")
sys.path += [os.path.join(ROOT, "tests", "spec"), os.path.join(ROOT, "bench")]

SKIPPED = 77
MIN_CLAIMS = {"example": 20, "stories": 5, "specs": 500, "reported": 500,
              "claims": 20,
              "raw": 1000}


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    return (done.returncode, done.stdout.decode(),
            done.stderr.decode("utf-8", "replace"))


def shacl(path, *off):
    code, out, err = run("node", os.path.join(JS, "shacl.mjs"),
                         os.path.join(ROOT, "schema", "shapes.ttl"), path, *off)
    if err or code != (1 if out else 0):
        sys.exit("shacl.mjs: exit %d\n%s" % (code, err))
    return out.split("\n")[:-1]


# ------------------------------------------------------------------ good

def news_of_specs(folder):
    import run as spec
    names = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests/spec/*.txt"))):
        for example in spec.read_examples(path):
            names.append(os.path.join(folder, example.name()))
            with open(names[-1], "w", encoding="utf-8") as out:
                out.write("\n".join(example.text) + "\n")
    return names


def raw_sentences(folder):
    import common
    shared = common.find_shared()
    source = shared and os.path.join(shared, "data/raw/wiki-sentences.tsv")
    if not source or not os.path.exists(source):
        print("skipped: no development data")
        sys.exit(SKIPPED)
    name = os.path.join(folder, "raw.txt")
    with open(source, encoding="utf-8") as lines, \
            open(name, "w", encoding="utf-8") as out:
        for line in list(lines)[:420]:
            out.write(line.split("\t")[1])
    return ["--input", "sentences", name]


def write_good(what, folder, relata, write_story):
    path = os.path.join(folder, "graph.ttl")
    if what == "stories":
        code, out, err = run(write_story, "both", "turtle")
        with open(path, "w", encoding="utf-8") as file:
            file.write(out)
    else:
        def example(_):
            return [os.path.join(ROOT, "examples", "harbour-talks.txt")]
        inputs = {"example": example, "claims": example,
                  "specs": news_of_specs, "reported": news_of_specs,
                  "raw": raw_sentences}[what](folder)
        option = {"reported": ["--accept-reported"],
                  "claims": ["--provenance", "claims"]}.get(what, [])
        code, out, err = run(relata, "-q", "-f", "ttl", "-o", path, *option,
                             *inputs)
    if code:
        sys.exit("cannot be written:\n" + err)
    return path


def check_good(what, folder, relata, write_story):
    path = write_good(what, folder, relata, write_story)
    problems = []
    if what == "reported":
        # with the rule that is for other graphs, both must complain
        for line in shacl(path):
            if " - OrConstraintComponent" not in line and \
                    not line.startswith("asserted-unsafe "):
                problems.append("reported: " + line)
        if run(relata, "check", path)[0] != 1:
            problems.append("relata check accepts words of others")
    problems += shacl(path, *(["OwnWord"] if what == "reported" else []))
    code, out, err = run(relata, "check", path, *(
        ["--accept-reported"] if what == "reported" else []))
    match = re.fullmatch(r".*: conforms: \d+ statements, (\d+) claims, (\d+) of"
                         r" them asserted\n", out)
    if code or err or not match:
        problems.append("relata check: exit %d\n%s%s" % (code, out, err))
    elif int(match[1]) < MIN_CLAIMS[what] or not 0 < int(match[2]) < int(
            match[1]):
        problems.append("too few claims to tell: " + out)
    print(out, end="")
    return problems


# ------------------------------------------------------------------ bad

PREFIXES = """@base <https://w3id.org/relata/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix schema: <https://schema.org/> .
@prefix relata: <https://w3id.org/relata/ns#> .
"""

# N is the number of the case
WHOLE = """
<doc/N> a schema:NewsArticle, prov:Entity ; dct:title "Talks"@en ;
    dct:issued "2020-01-31"^^xsd:date ; dct:source <https://news.example/N> .
<doc/N#s1> a nif:Sentence ; nif:referenceContext <doc/N> ;
    nif:beginIndex 0 ; nif:endIndex 40 ; nif:anchorOf "Ana met Jan."@en .
<entity/AnaN> a schema:Person ; rdfs:label "Ana"@en ;
    skos:altLabel "Ms A"@en ; <relation/meet> <entity/JanN> .
<entity/JanN> a schema:Person ; rdfs:label "Jan"@en .
<relation/meetN> a rdf:Property ; rdfs:label "meet"@en .
<doc/N#e1> a relata:Appearance ; relata:document <doc/N> ;
    relata:entity <entity/AnaN> ; relata:mentions 2 ; relata:kind schema:Person .
<doc/N#c1> a relata:Claim ;
    rdf:subject <entity/AnaN> ; rdf:predicate <relation/meet> ;
    rdf:object <entity/JanN> ; relata:asserted true ;
    relata:polarity relata:Positive ; relata:modality relata:Actual ;
    relata:confidence 0.75 ; relata:quote "Ana met Jan"@en ;
    nif:beginIndex 0 ; nif:endIndex 11 ; prov:wasDerivedFrom <doc/N#s1> ;
    relata:content <doc/N#c2> .
<doc/N#c2> a relata:Claim ;
    rdf:subject <entity/JanN> ; rdf:predicate <relation/speak> ;
    relata:asserted false ;
    relata:polarity relata:Negative ; relata:modality relata:Planned ;
    relata:confidence 1.0 ; relata:quote "Jan speaks"@en ;
    relata:attributedTo <entity/AnaN> ; relata:attributionVerb "say"@en ;
    relata:wording "speak"@en ;
    nif:beginIndex 12 ; nif:endIndex 30 ; prov:wasDerivedFrom <doc/N#s1> ;
    relata:value <doc/N#c2v1> .
<doc/N#c2v1> a relata:Value ; relata:words "$5"@en ;
    relata:number 5.0 ; relata:currency "USD" ; relata:bound relata:AtMost ;
    relata:duration "P3D"^^xsd:duration ;
    relata:begin "2020-01"^^xsd:gYearMonth .
"""

# What is replaced by what, once; what SHACL finds: focus node, path and
# constraint, or an answer to a question; what `relata check` says of it. X is
# the document. An asserted claim that should not be breaks two rules.
CASES = [
    # what must never be
    ("relata:Actual", "relata:Threatened", "X#c1 - Or; asserted-unsafe X#c1 modality Threatened",
     "an asserted claim to be actual, not relata:Threatened"),
    ("relata:Actual", "relata:Planned", "X#c1 - Or; asserted-unsafe X#c1 modality Planned",
     "an asserted claim to be actual, not relata:Planned"),
    ("relata:Actual", "relata:Conditional", "X#c1 - Or; asserted-unsafe X#c1 modality Conditional",
     "an asserted claim to be actual, not relata:Conditional"),
    ("relata:Positive", "relata:Negative", "X#c1 - Or; asserted-unsafe X#c1 polarity Negative",
     "an asserted claim to be positive, not relata:Negative"),
    ("relata:confidence 0.75", "relata:attributedTo <entity/JanN> ;"
     " relata:confidence 0.75", "X#c1 - Or; asserted-unsafe X#c1 attributedTo entity/JanN",
     "an asserted claim to be the newsroom's own word, not that of"),
    # what is missing
    ("rdf:subject <entity/JanN> ;", "", "X#c2 subject MinCount",
     "rdf:subject of <X#c2>, not none"),
    ("rdf:predicate <relation/speak> ;", "", "X#c2 predicate MinCount",
     "rdf:predicate of <X#c2>, not none"),
    ("relata:asserted false ;", "", "X#c2 asserted MinCount; X#c2 - Or; X#c2 - Or",
     "relata:asserted of <X#c2>, not none"),
    ("relata:polarity relata:Negative ;", "", "X#c2 polarity MinCount",
     "relata:polarity of <X#c2>, not none"),
    ("relata:modality relata:Planned ;", "", "X#c2 modality MinCount",
     "relata:modality of <X#c2>, not none"),
    ("relata:confidence 1.0 ;", "", "X#c2 confidence MinCount",
     "relata:confidence of <X#c2>, not none"),
    ('relata:quote "Jan speaks"@en ;', "", "X#c2 quote MinCount",
     "relata:quote of <X#c2>, not none"),
    ("nif:beginIndex 12 ;", "", "X#c2 beginIndex MinCount",
     "nif:beginIndex of <X#c2>, not none"),
    ("nif:endIndex 30 ;", "", "X#c2 endIndex MinCount",
     "nif:endIndex of <X#c2>, not none"),
    ("prov:wasDerivedFrom <doc/N#s1> ;\n    relata:value", "relata:value",
     "X#c2 wasDerivedFrom MinCount", "prov:wasDerivedFrom of <X#c2>, not none"),
    ("nif:referenceContext <doc/N> ;", "", "X#s1 referenceContext MinCount",
     "nif:referenceContext of <X#s1>, not none"),
    ('nif:anchorOf "Ana met Jan."@en', 'nif:anchorOf "Ana."@en, "Jan."@en',
     "X#s1 anchorOf MaxCount", "one nif:anchorOf of <X#s1>, not another"),
    ('dct:title "Talks"@en ;', "", "X title MinCount",
     "dct:title of <X>, not none"),
    (' ; rdfs:label "Jan"@en', "", "entity/JanN label MinCount",
     "rdfs:label of <https://w3id.org/relata/entity/JanN>, not none"),
    (' ; rdfs:label "meet"@en', "", "relation/meetN label MinCount",
     "rdfs:label of <https://w3id.org/relata/relation/meetN>, not none"),
    ('relata:words "$5"@en ;', "", "X#c2v1 words MinCount",
     "relata:words of <X#c2v1>, not none"),
    ("relata:attributedTo <entity/AnaN> ;", "", "X#c2 attributedTo MinCount",
     "relata:attributedTo beside the relata:attributionVerb of <X#c2>"),
    # what is there twice
    ("relata:modality relata:Planned", "relata:modality relata:Planned,"
     " relata:Asked", "X#c2 modality MaxCount",
     "one relata:modality of <X#c2>, not another: relata:"),
    ("rdf:object <entity/JanN>", "rdf:object <entity/JanN>, \"Jan\"@en",
     "X#c1 object MaxCount", "one rdf:object of <X#c1>, not another: "),
    ("relata:confidence 1.0", "relata:confidence 1.0, 0.5",
     "X#c2 confidence MaxCount", "one relata:confidence of <X#c2>, not another"),
    ('rdfs:label "Jan"@en', 'rdfs:label "Jan"@en, "J"@de', "entity/JanN label MaxCount",
     "one rdfs:label of"),
    ("relata:currency \"USD\"", "relata:currency \"USD\", \"EUR\"",
     "X#c2v1 currency MaxCount", "one relata:currency of <X#c2v1>, not another"),
    # what is of the wrong kind
    ("relata:asserted false", 'relata:asserted "no"', "X#c2 asserted Datatype; X#c2 - Or; X#c2 - Or",
     'an xsd:boolean as relata:asserted of <X#c2>, not "no"'),
    ("relata:modality relata:Planned", "relata:modality relata:Rumoured",
     "X#c2 modality In", "a modality of relata as relata:modality of <X#c2>, not "
     "relata:Rumoured"),
    ("relata:polarity relata:Negative", "relata:polarity relata:Neutral",
     "X#c2 polarity In", "relata:Positive or relata:Negative as relata:polarity "
     "of <X#c2>, not relata:Neutral"),
    ("relata:confidence 1.0", "relata:confidence 1.01",
     "X#c2 confidence MaxInclusive", "an xsd:decimal from 0 to 1 as "
     'relata:confidence of <X#c2>, not "1.01"^^xsd:decimal'),
    ("relata:confidence 1.0", "relata:confidence -0.1",
     "X#c2 confidence MinInclusive", "an xsd:decimal from 0 to 1"),
    ("relata:confidence 1.0", "relata:confidence 1", "X#c2 confidence Datatype",
     'from 0 to 1 as relata:confidence of <X#c2>, not "1"^^xsd:integer'),
    ("nif:beginIndex 12", "nif:beginIndex 30", "X#c2 beginIndex LessThan",
     "nif:beginIndex below nif:endIndex of <X#c2>, not 30 and 30"),
    ("nif:beginIndex 0 ; nif:endIndex 40", "nif:beginIndex 41 ; "
     "nif:endIndex 40", "X#s1 beginIndex LessThan",
     "nif:beginIndex below nif:endIndex of <X#s1>, not 41 and 40"),
    ("nif:beginIndex 12", "nif:beginIndex -1", "X#c2 beginIndex MinInclusive",
     'an xsd:integer from 0 as nif:beginIndex of <X#c2>, not "-1"'),
    ('"Jan speaks"@en', '"Jan speaks"', "X#c2 quote Datatype",
     'text with a language as relata:quote of <X#c2>, not "Jan speaks"'),
    ("rdf:predicate <relation/speak>", "rdf:predicate <speak>",
     "X#c2 predicate Pattern", "a relation, .../relation/KEY as rdf:predicate "
     "of <X#c2>, not <https://w3id.org/relata/speak>"),
    ("rdf:subject <entity/JanN>", 'rdf:subject "Jan"@en', "X#c2 subject NodeKind",
     'an IRI as rdf:subject of <X#c2>, not "Jan"@en'),
    ("dct:source <https://news.example/N>", 'dct:source "news"',
     "X source NodeKind", 'an IRI as dct:source of <X>, not "news"'),
    ("relata:bound relata:AtMost", "relata:bound relata:Some", "X#c2v1 bound In",
     "a bound of relata as relata:bound of <X#c2v1>, not relata:Some"),
    ('"P3D"^^xsd:duration', '"three days"', "X#c2v1 duration Datatype",
     "an xsd:duration as relata:duration of <X#c2v1>, not "),
    ("relata:asserted true", "relata:asserted true ; relata:eventClass "
     "relata:Actual", "X#c1 eventClass Pattern", "a class of relata's events "
     "as relata:eventClass of <X#c1>, not relata:Actual"),
    ('"2020-01"^^xsd:gYearMonth', '"soon"@en', "X#c2v1 begin Or",
     "a date or time of XSD as relata:begin of <X#c2v1>"),
    ("relata:number 5.0", "relata:number 5", "X#c2v1 number Datatype",
     "an xsd:decimal as relata:number of <X#c2v1>"),
    ("relata:attributedTo <entity/AnaN>", 'relata:attributedTo "Ana"',
     "X#c2 attributedTo NodeKind",
     'an IRI as relata:attributedTo of <X#c2>, not "Ana"'),
    ("<relation/meetN> a", "<meetN> a", "meetN - Pattern",
     "a relation, .../relation/KEY, not the rdf:Property "),
    ("relata:mentions 2", "relata:mentions 2.0", "X#e1 mentions Datatype",
     "an xsd:integer from 0 as relata:mentions of <X#e1>"),
    ("relata:mentions 2 ;", "", "X#e1 mentions MinCount",
     "relata:mentions of <X#e1>, not none"),
    ('relata:wording "speak"@en', 'relata:wording "speak"@en, "say"@en',
     "X#c2 wording MaxCount", "one relata:wording of <X#c2>, not another"),
    # what leads to something else
    ("relata:entity <entity/AnaN>", "relata:entity <doc/N>",
     "X#e1 entity Or", "an entity as relata:entity of <X#e1>, not <X>"),
    ("relata:document <doc/N>", "relata:document <entity/AnaN>",
     "X#e1 document Class", "a schema:NewsArticle as relata:document of "
     "<X#e1>, not <https://w3id.org/relata/entity/AnaN>"),
    ("prov:wasDerivedFrom <doc/N#s1> ;\n    relata:content",
     "prov:wasDerivedFrom <doc/N#s9> ;\n    relata:content",
     "X#c1 wasDerivedFrom Class", "a nif:Sentence as prov:wasDerivedFrom of "
     "<X#c1>, not <X#s9>"),
    ("nif:referenceContext <doc/N>", "nif:referenceContext <doc/other>",
     "X#s1 referenceContext Class", "a schema:NewsArticle as "
     "nif:referenceContext of <X#s1>, not "),
    ("relata:content <doc/N#c2>", "relata:content <doc/N#c3>",
     "X#c1 content Class", "a relata:Claim as relata:content of <X#c1>"),
    ("relata:value <doc/N#c2v1>", "relata:value <doc/N#c2>", "X#c2 value Class",
     "a relata:Value as relata:value of <X#c2>, not <X#c2>"),
    ("a schema:NewsArticle, prov:Entity", "a schema:NewsArticle", "X - Class",
     "<X> to be a prov:Entity too"),
    # plain triples
    ("<relation/meet> <entity/JanN> .", "rdfs:seeAlso <entity/JanN> .",
     "no-plain-triple entity/AnaN relation/meet entity/JanN", "the plain triple of an asserted claim,"
     " <https://w3id.org/relata/entity/AnaN> "),
    ('rdfs:label "Jan"@en .', 'rdfs:label "Jan"@en ; schema:spouse '
     "<entity/CarlN> . <entity/CarlN> a schema:Person ; rdfs:label \"C\"@en .",
     "no-claim-behind entity/JanN spouse entity/CarlN",
     "an asserted claim behind <https://w3id.org/relata/entity/JanN> "
     "schema:spouse "),
    ('rdfs:label "Jan"@en .', 'rdfs:label "Jan"@en ; <relation/speak> '
     "<entity/AnaN> .", "no-asserted-claim entity/JanN relation/speak entity/AnaN",
     "an asserted claim of the plain triple "
     "<https://w3id.org/relata/entity/JanN> "),
]


def numbered(text, number):
    """A text of case `number`: X is its document, N its number."""
    text = re.sub(r"\bX\b", "doc/%d" % number, text)
    return re.sub(r"(?<=Ana|Jan)N|(?<=Carl)N|(?<=meet)N|(?<=/)N\b", str(number), text)


def bad_graph():
    """The graph, and for each case the lines that its part takes."""
    parts = [PREFIXES]
    spans = []
    line = 1 + PREFIXES.count("\n")
    for number, (old, new, *_) in enumerate(CASES):
        if WHOLE.count(old) < 1:
            sys.exit("case %d replaces nothing: %s" % (number, old))
        parts.append(numbered(WHOLE.replace(old, new, 1), number))
        spans.append(range(line, line + parts[-1].count("\n")))
        line = spans[-1].stop
    return "".join(parts), spans


def compare_shacl(path):
    found = []
    for line in shacl(path):
        words = line.split(" ")
        is_answer = re.match("no-|asserted-", words[0])
        found.append(line if is_answer else " ".join(words[:2] + [
            words[2].removesuffix("ConstraintComponent")]))
    expected = [numbered(one, number) for number, case in enumerate(CASES)
                for one in case[2].split("; ")]
    left = list(found)
    problems = []
    for one in expected:
        if one in left:
            left.remove(one)
        else:
            problems.append("shacl-engine: not found: " + one)
    return problems + ["shacl-engine: not expected: " + one for one in left]


def compare_check(relata, path, spans):
    """One message for each case, in its lines, and a count behind them."""
    code, out, err = run(relata, "check", "--max-errors", "1000", path)
    lines = err.split("\n")[:-1]
    problems = [] if code == 1 and not out else ["exit %d: %s" % (code, out)]
    if not lines or not re.search(r": error: expected a graph that conforms, "
                                  r"not %d violations in \d+ statements"
                                  % len(CASES), lines.pop()):
        problems.append("relata check: another count: " + err[-200:])
    for number, (case, span) in enumerate(zip(CASES, spans)):
        wanted = numbered(case[3], number)
        wanted = re.sub(r"<(?=doc/)", "<https://w3id.org/relata/", wanted)
        hits = [line for line in lines if ": error: expected " in line and
                wanted in line and int(line.split(":")[1]) in span]
        if len(hits) != 1:
            problems.append("relata check: %d times in lines %d to %d: %s"
                            % (len(hits), span.start, span.stop - 1, wanted))
    return problems


def check_bad(folder, relata):
    text, spans = bad_graph()
    path = os.path.join(folder, "bad.ttl")
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return compare_shacl(path) + compare_check(relata, path, spans)


def main():
    what, relata, write_story = sys.argv[1:]
    if not os.path.isdir(os.path.join(JS, "node_modules")):
        print("skipped: tests/js is not installed; ./check does it")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="relata-shapes-") as folder:
        problems = check_bad(folder, relata) if what == "bad" else check_good(
            what, folder, relata, write_story)
    for problem in problems[:40]:
        print(problem)
    return 1 if problems else 0


sys.exit(main())
