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
                 "ner", "names", "source", "doc")

    def __init__(self, forms, source):
        self.forms = forms
        self.source = source
        self.upos = self.xpos = self.lemmas = None
        self.feats = self.heads = self.deps = self.ner = None
        self.doc = None
        self.names = []

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
    """(forms, BIO tags, domain or document) of each sentence of a two-column
    file."""
    forms, tags, domain = [], [], ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if "\t" in line:
            form, tag = line.split("\t")
            forms.append(form)
            tags.append(tag)
        elif line.startswith(("# domain = ", "# doc = ")):
            domain = line.split(" = ", 1)[1]
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
CROSS = {"person": ["person"], "politician": ["person"],
         "scientist": ["person"], "writer": ["person"],
         "musicalartist": ["person"], "researcher": ["person"],
         "organisation": ["organisation"], "band": ["organisation"],
         "politicalparty": ["organisation"], "university": ["organisation"],
         "location": ["place"], "country": ["place"],
         "event": ["event"], "election": ["event"], "conference": ["event"],
         "album": ["work"], "song": ["work"], "book": ["work"],
         "poem": ["work"], "magazine": ["work", "organisation"],
         "academicjournal": ["work"], "award": ["other"],
         "misc": ["event", "work", "other"]}
WNUT = {"person": ["person"], "location": ["place"],
        "group": ["organisation"], "corporation": ["organisation"],
        "product": ["other", "work"], "creative-work": ["other", "work"]}
RE3D = {"Organisation": ["organisation"], "Location": ["place"]}
# Types that a source does not annotate: no evidence either way there
UNKNOWN = {"gum": ["number", "money"],
           "redocred": [],
           "wikigold": ["time", "number", "money"],
           "crossner": ["time", "number", "money"],
           "wnut17": ["time", "number", "money", "event", "other"],
           "re3d": ["time", "number", "money", "event", "work", "other"]}
CURRENCY = re.compile(r"[$\u20ac\u00a3\u00a5]|^(dollars?|euros?|pounds?|yen|"
                      r"yuan|francs?|rupees?|USD|EUR|GBP)$")
ARTICLES = ("the", "a", "an", "The", "A", "An")
ANY = tuple(NER_TAGS)
HELD_OUT = 10  # every tenth document, where a source is held out


def read_demonyms():
    """"Dutch", "Iraqi", ...: adjectives of countries and of some regions."""
    out = set("European Asian African Arab Jewish Islamic Muslim Christian "
              "Catholic Western Soviet Palestinian Kurdish Scottish Welsh "
              "English Tibetan Jew".split())
    for line in open(os.path.join(HERE, "gazetteer", "countries.tsv"),
                     encoding="utf-8"):
        if not line.startswith("#"):
            out.update(line.split("\t")[2].split("|"))
    return out - {""}


DEMONYMS = read_demonyms()


def choices(source, kind, words):
    """The types that a source's type can stand for; none: anything.

    "O" among them says that it need not be a name at all.
    """
    first = words[0]
    if source != "gum" and len(words) == 1:
        if first in DEMONYMS:
            return ["O"]  # "the Dutch police": no name to us
        if first.endswith("s") and first[:-1] in DEMONYMS:
            return ["O", "person"]  # plural peoples
    if source == "gum":
        return GUM[kind]
    if source == "crossner":
        return CROSS.get(kind, ["O", "other"])
    if source == "wnut17":
        return WNUT[kind]
    if source == "re3d":
        return RE3D.get(kind, [])
    if kind == "NUM" and any(CURRENCY.search(w) for w in words):
        return ["money"]
    return DOCRED[kind]


def without_article(first, end, kind, forms):
    """Names begin behind "the", but for works and the like."""
    article = forms[first] in ARTICLES and end - first > 1
    if article and "MISC" not in kind and (forms[first].islower() or
                                           first == 0):
        return first + 1
    return first


def ner_choices(forms, tags, source):
    """For each token the set of tags that its annotation allows, and the
    names of one sure type: [(first, past last, type)]."""
    unknown = UNKNOWN[source]
    outside = tuple(["O"] + [f"{p}-{t}" for t in unknown for p in "BIES"])
    allowed = [outside] * len(forms)
    sure = []
    for first, end, kind in spans_of(tags):
        first = without_article(first, end, kind, forms)
        types = choices(source, kind, forms[first:end])
        if len(types) == 1 and types[0] != "O":
            sure.append((first, end, types[0]))
        for i in range(first, end):
            p = ("S" if end - first == 1 else "B" if i == first
                 else "E" if i == end - 1 else "I")
            allowed[i] = tuple(t if t == "O" else f"{p}-{t}"
                               for t in types) or ANY
    return allowed, sure


def read_ner(path, source):
    for forms, tags, doc in read_bio(path):
        s = Sentence(forms, source)
        s.doc = doc
        s.ner, s.names = ner_choices(forms, tags, source)
        yield s


def held_out(sentences, source):
    """The sentences without every tenth document of one source."""
    docs = {}
    for s in sentences:
        if s.source == source:
            docs.setdefault(s.doc, len(docs))
    return [s for s in sentences
            if s.source != source or docs[s.doc] % HELD_OUT != HELD_OUT - 1]


def read_silver(path):
    """Names that relata found in a CoNLL-U file with EntityProb=: for each
    sentence the sets of tags, as ner_choices() gives them.

    A name that is not likely says nothing, nor does a proper noun (by the gold
    tag) outside of names.
    """
    spans, words = [], []
    for line in open(path, encoding="utf-8"):
        cols = line.rstrip("\n").split("\t")
        if len(cols) == 10 and cols[0].isdigit():
            misc = dict(k.split("=", 1) for k in cols[9].split("|")
                        if "=" in k)
            entity = misc.get("Entity", "")
            if entity.startswith("("):
                spans.append([len(words), 0, entity.strip("()"),
                              float(misc.get("EntityProb", 1))])
            words.append(cols[1])
            if entity.endswith(")"):
                spans[-1][1] = len(words)
        elif len(line) == 1 and words:
            yield words, spans
            spans, words = [], []


def add_silver(sentences, path, least=0.5):
    """Teach found names in the trees that have none annotated."""
    trees = [s for s in sentences if s.source == "ewt"]
    found = list(read_silver(path))
    assert len(trees) == len(found)
    for s, (forms, spans) in zip(trees, found):
        assert s.forms == forms
        s.ner = [ANY if u == "PROPN" else ("O",) for u in s.upos]
        for first, end, kind, sure in spans:
            proper = "PROPN" in s.upos[first:end]
            named = kind in ("person", "place", "organisation")
            for i in range(first, end):
                p = ("S" if end - first == 1 else "B" if i == first
                     else "E" if i == end - 1 else "I")
                s.ner[i] = (f"{p}-{kind}",) if (
                    sure >= least and (proper or not named)) else ANY


def load_train(data):
    ud, ner = os.path.join(data, "ud"), os.path.join(data, "ner")
    out = list(read_conllu(f"{ud}/en_ewt-ud-train.conllu", "ewt"))
    gum = list(read_conllu(f"{ud}/gum-train.conllu", "gum"))
    names = list(read_bio(f"{ner}/gum-names-train.tsv"))
    assert len(gum) == len(names)
    for s, (forms, tags, _) in zip(gum, names):
        assert s.forms == forms
        s.ner, s.names = ner_choices(forms, tags, "gum")
    out += gum
    for source, file in (("redocred", "redocred"), ("wikigold", "wikigold"),
                         ("crossner", "crossner-train"),
                         ("wnut17", "wnut17-train"), ("re3d", "re3d")):
        out += list(read_ner(f"{ner}/{file}.tsv", source))
    return out


def load_dev(data):
    ud = os.path.join(data, "ud")
    return {"ewt": list(read_conllu(f"{ud}/en_ewt-ud-dev.conllu", "ewt")),
            "gum": list(read_conllu(f"{ud}/gum-dev.conllu", "gum"))}
