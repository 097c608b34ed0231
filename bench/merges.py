# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Wrong merges: entities of ours that hold mentions of two annotated actors.

A mention may be each actor that is called so in its sentence: "the President"
two of them, "Mr Roe" one, words that nobody is called none. An entity is wrong
when no actor is left that all its mentions, and its name, may be. Entities of
one kind and one name count as one, since they may be one node of the map.
Pronouns have no words to compare and are left out.
"""
import csv
import re

NO_WORDS = ("pronoun", "relative")


class Gold:
    """Who is called what, and where.

    `normal` makes words comparable. `rows` are those of the annotation:
    canonical, surface_forms, other_accepted_labels, mention_sentences.
    `starts`: {sentence: its first character}.
    """

    def __init__(self, rows, starts, normal):
        self.normal = normal
        self.starts = sorted((start, name) for name, start in starts.items())
        self.called = {}
        for row in rows:
            names = [row["canonical"]]
            for column in ("surface_forms", "other_accepted_labels"):
                names += (row.get(column) or "").split("|")
            where = (row.get("mention_sentences") or "").split(",")
            for name in filter(None, map(normal, names)):
                self.called.setdefault(name, {})[row["canonical"]] = where

    def sentence(self, at):
        """The sentence of a character."""
        return next((name for start, name in reversed(self.starts)
                     if start <= at), None)

    def actors(self, words, at=None):
        """Who may be meant by words at a character, or anywhere."""
        found = self.called.get(self.normal(words), {})
        sentence = None if at is None else self.sentence(at)
        return {actor for actor, where in found.items()
                if at is None or sentence in where}


def read_gold(path, left_out, normal):
    """`path`: of the annotation, without ".entities.tsv"; `left_out`: types
    that are no actors."""
    def rows(name):
        with open(path + name, encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, delimiter="\t",
                                       quoting=csv.QUOTE_NONE))
    return Gold([r for r in rows(".entities.tsv") if r["type"] not in left_out],
                {r["sent"]: int(r["start"]) for r in rows(".sents.tsv")},
                normal)


def read_entities(said, article):
    """{(kind, name): [(first character, words)]} from what `--stop-after
    mention` prints of an article, whose places are bytes of it."""
    found = {}
    for line in filter(None, said.splitlines()):
        columns = line.split("\t")
        mentions = found.setdefault(tuple(columns[:2]), [])
        for field in columns[4:]:
            place, kind = re.match(r"[\d-]+@([\d-]+):(\w+):", field).groups()
            if kind not in NO_WORDS:
                begin, end = map(int, place.split("-"))
                mentions.append((len(article[:begin].decode("utf-8")),
                                 article[begin:end].decode("utf-8")))
    return found


def wrong_merges(gold, entities):
    """[(name, actors)] of the wrong entities, and how many mentions were
    found among the actors."""
    wrong, n_known = [], 0
    for (_, name), mentions in entities.items():
        readings = [gold.actors(words, at) for at, words in mentions]
        n_known += sum(map(bool, readings))
        readings = [r for r in readings + [gold.actors(name)] if r]
        if readings and not set.intersection(*readings):
            wrong.append((name, sorted(set.union(*readings))))
    return wrong, n_known
