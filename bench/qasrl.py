# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Triples against questions and answers about verbs (QA-SRL, FitzGerald et al.
2018, Roit et al. 2020): people say which words answer "who sold something?".

A triple of a verb is right when its subject answers one question about the
verb, its object another, and the question is negated if the triple is.
"""
import collections
import re

FUNCTION = {"a", "an", "the", "'s", "'", "of", "and", "or", ",", "to", "in",
            "on", "at", "for", "with", "by", "from", "as", "that", "her",
            "his", "its", "their", '"', "``", "''"}

# Words of questions that are no form of the verb asked about
COMMON = set("""who what when where why how much many long often something
someone somewhere do does did done doing be is are was were been being has have
had having will would might may can could should must not n't a an the to of in
on at for with by from as into about over under after before against between
through during up down out off away back around like than that""".split())

Question = collections.namedtuple("Question", "text is_negated answers")


class Sentence:
    """Tokens, and {place of a verb: its questions}."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.verbs = collections.defaultdict(list)

    def words(self, span):
        return [w.lower() for w in self.tokens[span[0]:span[1]]]


def read(path):
    sentences = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if fields[0] == "S":
                sentences.append(Sentence(fields[2].split(" ")))
            elif fields[0] == "Q":
                spans = [tuple(int(n) for n in span.split(":"))
                         for span in fields[6].split("~!~")]
                sentences[-1].verbs[int(fields[2])].append(
                    Question(fields[3], fields[4] == "True", spans))
    return sentences


def content(text):
    """Words of a label that carry meaning, lower case."""
    words = re.findall(r"[\w$%.&-]+", text.lower())
    return [w for w in words if w not in FUNCTION] or words


def answers(sentence, question, text):
    """Does a label answer the question: half of its words in one answer?"""
    mine = content(text)
    for span in question.answers:
        theirs = set()
        for word in sentence.words(span):
            theirs.update(content(word))
        if mine and 2 * sum(w in theirs for w in mine) >= len(mine):
            return True
    return False


def is_form(word, forms):
    """Is a predicate's word one of a verb's forms, or the stem of one?"""
    stem = word[:max(3, len(word) - 1)]
    return word not in COMMON and any(
        form == word or form.startswith(stem) and len(form) <= len(word) + 4
        for form in forms if form not in COMMON)


def find_verb(sentence, predicate):
    """Place of the asked verb that stands last in the predicate, or None."""
    words = predicate.lower().split()
    places = []
    for place, questions in sentence.verbs.items():
        # the questions are about "sold", "sell" and "selling": one is the lemma
        forms = {sentence.tokens[place].lower()}
        for question in questions:
            forms.update(question.text.lower().rstrip("?").split())
        found = [i for i, word in enumerate(words) if is_form(word, forms)]
        if found:
            places.append((max(found), place))
    # of one verb twice in a sentence nobody knows which is meant
    best = [p for p in places if p[0] == max(places)[0]]
    return best[0][1] if len(best) == 1 else None


def judge(sentence, triple):
    """True, False, or None where nobody asked. `triple`: predicate, words of
    subject and object (or ""), factuality."""
    predicate, subject, thing, factuality = triple
    verb = find_verb(sentence, predicate)
    if verb is None:
        return None
    questions = sentence.verbs[verb]
    is_negated = "negated" in factuality
    first = {q for q, each in enumerate(questions)
             if answers(sentence, each, subject)}
    second = {q for q, each in enumerate(questions)
              if thing and answers(sentence, each, thing)}
    if any(q.is_negated for q in questions) and not is_negated or \
            is_negated and not any(q.is_negated for q in questions):
        return False
    if not thing:
        return bool(first)
    return any(a != b for a in first for b in second)
