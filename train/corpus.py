# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""The training data as sentences with whatever labels each source has."""

import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TAGS_H = os.path.join(HERE, "..", "src", "parse", "tags.h")


def read_tags(table):
    """The strings of one X-macro table of tags.h, in its order."""
    text = open(TAGS_H, encoding="utf-8").read()
    body = re.search(r"#define REL_%s_TABLE\(ROW\)(.*?)\n\n" % table, text,
                     re.S).group(1)
    return re.findall(r'ROW\(\w+, "([^"]*)"\)', body)


UPOS, XPOS, DEPS, NAMES = (read_tags(t) for t in
                           ("UPOS", "XPOS", "DEP", "NAME"))
TYPES = NAMES[1:]
# "O", then B I E S of every type
NER_TAGS = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BIES"]


class Sentence:
    __slots__ = ("forms", "upos", "xpos", "lemmas", "feats", "heads", "deps",
                 "ner", "source", "doc")

    def __init__(self, forms, source):
        self.forms = forms
        self.source = source
        self.upos = self.xpos = self.lemmas = None
        self.feats = self.heads = self.deps = self.ner = None
        self.doc = None

    @property
    def has_tree(self):
        return self.heads is not None


def read_conllu(path, source):
    rows, doc = [], ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            doc = line.split("=", 1)[1].strip()
        elif line.startswith("#"):
            continue
        elif line:
            cols = line.split("\t")
            if cols[0].isdigit():
                rows.append(cols)
        elif rows:
            s = Sentence([r[1] for r in rows], source)
            s.lemmas = [r[2] for r in rows]
            s.upos = [r[3] for r in rows]
            s.xpos = [r[4] for r in rows]
            s.feats = [r[5] for r in rows]
            s.heads = [int(r[6]) for r in rows]
            s.deps = [r[7] for r in rows]
            s.doc = doc
            yield s
            rows = []


def read_bio(path):
    """(forms, BIO tags, domain) of each sentence of a two-column file."""
    forms, tags, domain = [], [], ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if "\t" in line:
            form, tag = line.split("\t")
            forms.append(form)
            tags.append(tag)
        elif line.startswith("# domain = "):
            domain = line[len("# domain = "):]
        elif not line and forms:
            yield forms, tags, domain
            forms, tags = [], []
    if forms:
        yield forms, tags, domain


def spans_of(tags):
    """[(first, past last, type)] of BIO tags."""
    spans = []
    for i, tag in enumerate(tags):
        if tag[0] == "B":
            spans.append([i, i + 1, tag[2:]])
        elif tag[0] == "I":
            spans[-1][1] = i + 1
    return spans


GUM = {"person": ["person"], "organization": ["organisation"],
       "place": ["place"], "event": ["event"], "time": ["time"],
       "abstract": ["other", "work"], "object": ["other", "work"],
       "substance": ["other"], "animal": ["other"], "plant": ["other"]}
DOCRED = {"PER": ["person"], "ORG": ["organisation"], "LOC": ["place"],
          "TIME": ["time"], "NUM": ["number"],
          "MISC": ["event", "work", "other"]}
CROSS = {"person": "person", "politician": "person", "scientist": "person",
         "writer": "person", "musicalartist": "person",
         "researcher": "person", "organisation": "organisation",
         "politicalparty": "organisation", "band": "organisation",
         "university": "organisation", "location": "place",
         "country": "place", "event": "event", "election": "event",
         "conference": "event", "album": "work", "song": "work",
         "book": "work", "poem": "work", "magazine": "work",
         "academicjournal": "work", "misc": "misc"}
# Types that a source does not annotate: no evidence either way there
UNKNOWN = {"gum": ["number", "money", "work"],
           "redocred": [],
           "wikigold": ["time", "number", "money"],
           "crossner": ["time", "number", "money", "work", "event", "other"]}
CURRENCY = re.compile(r"[$\u20ac\u00a3\u00a5]|^(dollars?|euros?|pounds?|yen|"
                      r"yuan|francs?|rupees?|USD|EUR|GBP)$")


def choices(source, kind, words):
    """The types that a source's type can stand for."""
    if source == "gum":
        return GUM[kind]
    if source == "crossner":
        kind = CROSS.get(kind, "other")
        return ["event", "work", "other"] if kind == "misc" else [kind]
    if kind == "NUM" and any(CURRENCY.search(w) for w in words):
        return ["money"]
    if kind == "MISC" and len(words) == 1 and re.search("[nsh]s$", words[0]):
        return DOCRED[kind] + ["person"]  # plural peoples
    return DOCRED[kind]


def ner_choices(forms, tags, source):
    """For each token the set of tags that its annotation allows."""
    unknown = UNKNOWN[source]
    outside = tuple(["O"] + [f"{p}-{t}" for t in unknown for p in "BIES"])
    allowed = [outside] * len(forms)
    for first, end, kind in spans_of(tags):
        types = choices(source, kind, forms[first:end])
        for i in range(first, end):
            p = ("S" if end - first == 1 else "B" if i == first
                 else "E" if i == end - 1 else "I")
            allowed[i] = tuple(f"{p}-{t}" for t in types)
    return allowed


def read_ner(path, source):
    for forms, tags, _ in read_bio(path):
        s = Sentence(forms, source)
        s.ner = ner_choices(forms, tags, source)
        yield s


def load_train(data):
    ud, ner = os.path.join(data, "ud"), os.path.join(data, "ner")
    out = list(read_conllu(f"{ud}/en_ewt-ud-train.conllu", "ewt"))
    gum = list(read_conllu(f"{ud}/gum-train.conllu", "gum"))
    names = list(read_bio(f"{ner}/gum-names-train.tsv"))
    assert len(gum) == len(names)
    for s, (forms, tags, _) in zip(gum, names):
        assert s.forms == forms
        s.ner = ner_choices(forms, tags, "gum")
    out += gum
    for source, file in (("redocred", "redocred"), ("wikigold", "wikigold"),
                         ("crossner", "crossner-train")):
        out += list(read_ner(f"{ner}/{file}.tsv", source))
    return out


def load_dev(data):
    ud = os.path.join(data, "ud")
    return {"ewt": list(read_conllu(f"{ud}/en_ewt-ud-dev.conllu", "ewt")),
            "gum": list(read_conllu(f"{ud}/gum-dev.conllu", "gum"))}
