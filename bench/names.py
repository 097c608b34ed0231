# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""F1 of names: BIO2 files against the Entity= of CoNLL-U, on coarse types."""
import os
import re

OURS = ("person", "organisation", "place", "event", "time")

# What the sources call their types; what is not here is "other"
COARSE = {}
for _ours, _theirs in {
        "person": "person PER politician scientist writer musicalartist "
                  "researcher Person",
        "organisation": "organisation organization ORG politicalparty band "
                        "university corporation group Organisation",
        "place": "place LOC location country facility Location GPE",
        "event": "event election conference",
        "time": "time TIME date Temporal",
        "number": "number NUM Quantity Money money quantity",
}.items():
    COARSE.update((_name, _ours) for _name in _theirs.split())

# Blank or of no width: relata would part tokens there
BLANK = r"[\s\u200b]"


def coarse(name):
    return COARSE.get(name, "other")


def read_bio(path):
    """[(group, forms, {(first, past the last): coarse type})]; a group is a
    stretch of the file with one set of types (CrossNER's domains)."""
    sentences, group, forms, tags = [], "", [], []

    def close():
        if forms:
            sentences.append((group, list(forms), spans_of(tags)))
        forms.clear()
        tags.clear()

    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if "\t" in line:
                form, tag = line.split("\t")[:2]
                forms.append(re.sub(BLANK, "_", form) or "_")
                tags.append(tag)
            elif line.startswith("# "):
                if line.startswith("# domain"):
                    close()
                    group = line
            else:
                close()
    close()
    return sentences


def documents(path):
    """Numbers of the sentences of each document; none where the file has no
    documents."""
    found, number, has_words = [], 0, False
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# doc ") and "\t" not in line:
                found.append([])
            elif "\t" in line:
                if not has_words and found:
                    found[-1].append(number)
                has_words = True
            elif has_words and (line == "\n" or
                                line.startswith("# domain")):
                number, has_words = number + 1, False
    return [d for d in found if d]


def write_documents(gold, groups, folder):
    """One CoNLL-U file for each group of sentences, of tokens alone."""
    paths = []
    for number, group in enumerate(groups):
        path = os.path.join(folder, "%05d.conllu" % number)
        with open(path, "w", encoding="utf-8") as out:
            for sentence in group:
                for i, form in enumerate(gold[sentence][1], 1):
                    out.write("%d\t%s\t_\t_\t_\t_\t%d\t%s\t_\t_\n" % (
                        i, form, i - 1, "dep" if i > 1 else "root"))
                out.write("\n")
        paths.append(path)
    return paths


def spans_of(tags):
    spans, first = {}, None
    for i, tag in enumerate(tags + ["O"]):
        if first is not None and not tag.startswith("I-"):
            spans[(first, i)] = coarse(tags[first][2:])
            first = None
        if tag.startswith("B-"):
            first = i
    return spans


def read_conllu(path):
    """[(forms, {(first, past the last): coarse type})] from Entity=(type ...)"""
    sentences, forms, spans, opened = [], [], {}, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                forms.append(columns[1])
                match = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
                for mark in re.findall(r"\([^()]*|\)", match[1] if match
                                       else ""):
                    if mark == ")":
                        if opened:
                            first, kind = opened.pop()
                            spans[(first, len(forms))] = coarse(kind)
                    else:
                        opened.append((len(forms) - 1, mark[1:]))
            elif not line.strip() and forms:
                sentences.append((forms, spans))
                forms, spans, opened = [], {}, []
    return sentences


def read_mentions(path, gold, groups):
    """The names that `--stop-after mention` prints for documents, each a group
    of sentences of `gold`, as read_conllu() gives them. A country is a place."""
    spans, group = [{} for _ in gold], 0
    where = [[(number, k) for number in numbers
              for k in range(len(gold[number][1]))] for numbers in groups]
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            group += columns == [""]
            for mention in columns[4:]:
                match = re.match(r"(\d+)-(\d+)@[\d-]+:name:", mention)
                if match:
                    number, first = where[group][int(match[1]) - 1]
                    end = first + int(match[2]) - int(match[1]) + 1
                    spans[number][(first, end)] = coarse(columns[0])
    if group != len(groups):
        raise ValueError("%s: expected %d documents, not %d"
                         % (path, len(groups), group))
    return [(forms, mine) for (_, forms, _), mine in zip(gold, spans)]


def score(gold, system, types):
    """Precision, recall and F1 of exact spans with their coarse type.

    A type that a group of the gold never has is unknown there: the system's
    names of such a type are left out, not counted as wrong.
    """
    known = {}
    for group, _, spans in gold:
        known.setdefault(group, set()).update(spans.values())
    good = wanted = said = 0
    for (group, _, gold_spans), (_, spans) in zip(gold, system):
        counted = known[group] & set(types)
        right = {k: t for k, t in gold_spans.items() if t in counted}
        mine = {k: t for k, t in spans.items() if t in counted}
        good += sum(right.get(k) == t for k, t in mine.items())
        wanted += len(right)
        said += len(mine)
    precision = good / said if said else 0.0
    recall = good / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0
