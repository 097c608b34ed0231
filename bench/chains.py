#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Who is one actor: python3 bench/chains.py REDOCRED.jsonl [-v] [--rules]

Scores the names of Re-DocRED (Tan et al. 2022), whose 500 articles tell which
names are one entity. Every document is a file of running text; a name of ours
is one of theirs when what they share, without articles and quotation marks, is
more than half of both together, the largest share first. Counted are names of
persons, organisations and places that both have; pairs with a name of another
kind (MISC) apart. Re-DocRED takes "Norwegian" now for Norway and now for an
entity of its own; here it is always Norway.

A merge is one entity too many in one of ours, a duplicate one of ours too many
for an entity. Prints the scores and the kinds of duplicates, with -v each case,
with --rules the links of every step and how many are right.
"""
import argparse
import csv
import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

import common
from common import Failed, run, work_folder

ACTORS = {"PER", "ORG", "LOC"}
NAMED = ACTORS | {"MISC"}
MENTION = re.compile(r"[\d-]+@(\d+)-(\d+):(\w+):(.*)")
HALVES = {"even": 0, "odd": 1, "all": None}

# ---------------------------------------------------------------- text

CLOSING = {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "...", "…", "”",
           "'s", "’s", "n't", "n’t", "'re", "'ll", "'ve", "'m", "'d"}
OPENING = {"(", "[", "{", "$", "£", "€", "#", "“"}
TYING = {"-", "/"}


def is_glued(before, token, is_open):
    """Does a token follow the one before without a blank? `is_open`: within
    quotation marks."""
    if token in CLOSING or before in OPENING or not token.strip():
        return True
    if token == '"' or before == '"':
        return is_open
    if token == "'":
        return before.endswith("s")
    if token == "–" or before == "–":  # "1920–1992"
        return (before[-1:] + token[:1]).strip("–").isdigit()
    return token in TYING or before in TYING


def write_sentence(tokens):
    """The running text of a sentence, and where each token stands in it."""
    text, places, n_quotes = "", [], 0
    for i, token in enumerate(tokens):
        token = token.replace("\xa0", "")
        if i and not is_glued(tokens[i - 1], token, n_quotes % 2 == 1):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        n_quotes += token == '"'
    return text, places


BEFORE = re.compile(r"(?:(?:the|a|an) |[\"'“”‘’(\s])+", re.IGNORECASE)
BEHIND = re.compile(r"(?:'s|’s|[\"'“”‘’)\s])+$")


def trimmed(text, begin, end):
    """A span without articles and quotation marks at its ends."""
    before = BEFORE.match(text, begin, end)
    if before and before.end() < end:
        begin = before.end()
    behind = BEHIND.search(text[begin:end])
    if behind and behind.start():
        end = begin + behind.start()
    return begin, end


def read_countries():
    """{name or demonym: code}, and the set of demonyms."""
    codes, demonyms = {}, set()
    path = os.path.join(common.ROOT, "train", "gazetteer", "countries.tsv")
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            columns = line.rstrip("\n").split("\t")
            for name in filter(None, columns[2].split("|")):
                demonyms.add(name)
                codes.setdefault(name, columns[0])
            for name in [columns[1], *columns[4].split("|")]:
                codes.setdefault(name, columns[0])
    return codes, demonyms


COUNTRIES, DEMONYMS = read_countries()


def join_demonyms(names, text):
    """Make what has only demonyms for names the country that it means."""
    called = defaultdict(set)
    for name in names:
        called[name.entity].add(text[name.begin:name.end])
    country_of = {}
    for entity, words in called.items():
        for word in words - DEMONYMS:
            country_of.setdefault(COUNTRIES.get(word), entity)
    for entity, words in called.items():
        codes = {COUNTRIES[word] for word in words & DEMONYMS}
        if words <= DEMONYMS and len(codes) == 1:
            country = country_of.setdefault(codes.pop(), entity)
            for name in names:
                if name.entity == entity:
                    name.entity = country


class Name:
    """A name of the annotation: characters [begin, end), type and entity"""

    def __init__(self, span, kind, entity):
        self.begin, self.end = span
        self.kind = kind
        self.entity = entity


class Document:
    """An article as running text with its names."""

    def __init__(self, row):
        self.title = row["title"]
        self.text, places = "", []
        for tokens in row["sents"]:
            sentence, within = write_sentence(tokens)
            base = len(self.text)
            places.append([(base + b, base + e) for b, e in within])
            self.text += sentence + " "
        self.text = self.text[:-1] + "\n"
        self.names = []
        for number, entity in enumerate(row["entities"]):
            kinds = Counter(m["t"] for m in entity["mentions"])
            kind = kinds.most_common(1)[0][0]
            for m in entity["mentions"]:
                span = (places[m["s"]][m["b"]][0],
                        places[m["s"]][m["e"] - 1][1])
                if kind in NAMED:
                    self.names.append(Name(trimmed(self.text, *span), kind,
                                           number))
        join_demonyms(self.names, self.text)

    def words(self, name):
        return self.text[name.begin:name.end]


def read_documents(path, half="all"):
    """{number: Document} of the even or odd lines, from 0, or all."""
    with open(path, encoding="utf-8") as lines:
        return {number: Document(json.loads(line))
                for number, line in enumerate(lines)
                if HALVES[half] in (None, number % 2)}


# ---------------------------------------------------------------- ours

class Mention:
    """One of ours: characters [begin, end), its kind of words, its entity and
    the kind of that; its place and words as printed"""

    def __init__(self, span, how, entity, kind, place):
        self.begin, self.end = span
        self.place = place
        self.how = how
        self.entity = entity
        self.kind = kind


def read_system(said, text):
    """The mentions that `--stop-after mention` prints, and the names of their
    entities."""
    places, at = {}, 0
    for i, character in enumerate(text):
        places[at] = i
        at += len(character.encode("utf-8"))
    places[at] = len(text)
    found, labels = [], []
    for number, line in enumerate(filter(None, said.splitlines())):
        columns = line.split("\t")
        labels.append(columns[1])
        for field in columns[4:]:
            match = MENTION.match(field)
            span = places[int(match[1])], places[int(match[2])]
            found.append(Mention(trimmed(text, *span), match[3], number,
                                 columns[0], (span[0], match[4])))
    return found, labels


def matches(names, mentions):
    """{index of a name: index of the mention that it is}"""
    shares = []
    for m, mention in enumerate(mentions):
        for k, name in enumerate(names):
            both = (min(name.end, mention.end) -
                    max(name.begin, mention.begin))
            all_ = (max(name.end, mention.end) -
                    min(name.begin, mention.begin))
            is_same = both == all_
            if (2 * both > all_ and mention.how in ("name", "adjective")
                    or is_same and mention.how == "nominal"):
                shares.append((-both / all_, k, m))
    found, taken = {}, set()
    for _, k, m in sorted(shares):
        if k not in found and m not in taken:
            found[k] = m
            taken.add(m)
    return found


# ---------------------------------------------------------------- scores

def pairs_of(chains):
    return sum(len(c) * (len(c) - 1) // 2 for c in chains)


class Tally:
    """Sums over documents."""

    def __init__(self):
        self.n_documents = self.n_names = self.n_found = 0
        self.n_merges = self.n_duplicates = self.n_entities = 0
        self.right = Counter()  # by "actors" and "misc"
        self.said = Counter()
        self.true = Counter()
        self.b3 = [0.0, 0.0]

    def add_pairs(self, names, ours):
        """Pairs of names that both have, as one entity or two."""
        keys = sorted(ours)
        for i, a in enumerate(keys):
            for b in keys[:i]:
                group = ("actors" if {names[a].kind, names[b].kind} <= ACTORS
                         else "misc")
                is_true = names[a].entity == names[b].entity
                is_said = ours[a] == ours[b]
                self.right[group] += is_true and is_said
                self.true[group] += is_true
                self.said[group] += is_said

    def add_chains(self, names, ours):
        gold, system = defaultdict(set), defaultdict(set)
        for k, entity in ours.items():
            if names[k].kind in ACTORS:
                gold[names[k].entity].add(k)
                system[entity].add(k)
        for k in set().union(*gold.values()):
            a, b = gold[names[k].entity], system[ours[k]]
            self.b3[0] += len(a & b) / len(b)
            self.b3[1] += len(a & b) / len(a)
        self.n_found += sum(map(len, gold.values()))
        self.n_entities += len(gold)
        self.n_merges += sum(len({names[k].entity for k in chain}) - 1
                             for chain in system.values())
        self.n_duplicates += sum(len({ours[k] for k in chain}) - 1
                                 for chain in gold.values())

    def add(self, names, ours):
        """`ours`: {index of a name: our entity}"""
        self.n_documents += 1
        self.n_names += sum(n.kind in ACTORS for n in names)
        self.add_pairs(names, ours)
        self.add_chains(names, ours)

    def scores(self):
        row = {}
        for group, end in (("actors", ""), ("misc", "-misc")):
            row["P" + end] = share(self.right[group], self.said[group])
            row["R" + end] = share(self.right[group], self.true[group])
        row["F1"] = f1(row["P"], row["R"])
        row["B3"] = f1(share(self.b3[0], self.n_found),
                       share(self.b3[1], self.n_found))
        row["merges"] = 100.0 * share(self.n_merges, self.n_documents)
        row["duplicates"] = 100.0 * share(self.n_duplicates, self.n_documents)
        row["found"] = share(self.n_found, self.n_names)
        return row


def share(part, whole):
    return part / whole if whole else 0.0


def f1(precision, recall):
    return share(2.0 * precision * recall, precision + recall)


# ---------------------------------------------------------------- kinds

def bare(words):
    """Letters and digits without accents, in small; words with a blank."""
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain.lower()).strip()


def initials(words):
    return "".join(w[0] for w in words.split()
                   if w not in ("and", "for", "in", "of", "the"))


def is_spelling(a, b):
    """Do two words differ by one letter, or by blanks alone?"""
    a, b = a.replace(" ", ""), b.replace(" ", "")
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y),
             min(len(a), len(b)))
    return a[i + 1:] == b[i + 1:] or a[i:] == b[i + 1:] or a[i + 1:] == b[i:]


def kind_of_miss(kind, names, mentions):
    """Why two names of one entity of the annotation are two of ours."""
    a, b = sorted(map(bare, names), key=len)
    ours = sorted(bare(words) for words, _ in mentions)
    types = {kind for _, kind in mentions}
    if len(types) > 1 and ours[0] == ours[1]:
        return "two types"
    if a == b:
        return ("one spelling" if ours[0] == ours[1] else "extent")
    if sorted((a, b)) != ours:
        return "extent"
    if is_spelling(a, b):
        return "spelling"
    if a.replace(" ", "") in (initials(b), "".join(w[0] for w in b.split())):
        return "acronym"
    short, full = a.split(), b.split()
    if set(short) <= set(full):
        if kind != "PER":
            return "shortened"
        return ("surname" if short[-1] == full[-1] else "first name"
                if short[0] == full[0] else "middle name")
    if kind == "PER" and set(short) & set(full):
        return "other form of a person's name"
    if kind == "LOC" and a[:3] == b[:3]:
        return "demonym"
    return "shared words" if set(short) & set(full) else "other name"


# ---------------------------------------------------------------- runs

class Reading:
    """A document with what relata made of it."""

    def __init__(self, relata, document, path):
        self.document = document
        self.path = path
        with open(path, "w", encoding="utf-8") as out:
            out.write(document.text)
        with open(run([relata, "--input", "plain", "--stop-after", "mention",
                       path], path + ".mentions"), encoding="utf-8") as said:
            self.mentions, self.labels = read_system(said.read(),
                                                     document.text)
        self.found = matches(document.names, self.mentions)
        self.ours = {k: self.mentions[m].entity for k, m in self.found.items()}

    def words(self, mention):
        return self.document.text[mention.begin:mention.end]


def read_all(relata, path, half):
    """[Reading], in order."""
    folder = work_folder("chains")
    documents = read_documents(path, half)

    def read(number):
        return Reading(relata, documents[number],
                       os.path.join(folder, "%03d.txt" % number))
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(read, documents))


def tally(readings):
    sums = Tally()
    for reading in readings:
        sums.add(reading.document.names, reading.ours)
    return sums


def score_chains(relata, path, half):
    return tally(read_all(relata, path, half)).scores()


# ---------------------------------------------------------------- cases

def by_entity(reading, is_gold):
    """{entity: indices of its names that both have}, of actors only."""
    chains = defaultdict(list)
    for k in sorted(reading.ours):
        name = reading.document.names[k]
        if name.kind in ACTORS:
            chains[name.entity if is_gold else reading.ours[k]].append(k)
    return chains


def duplicates(reading):
    """[(kind of miss, type, words, words)]: each lesser part of an entity with
    its largest."""
    found, names = [], reading.document.names
    for chain in by_entity(reading, True).values():
        parts = defaultdict(list)
        for k in chain:
            parts[reading.ours[k]].append(k)
        largest = max(parts.values(), key=len)
        for part in parts.values():
            if part is not largest:
                found.append(describe(reading, part, largest, names))
    return found


def describe(reading, part, largest, names):
    """The likest two names of two parts."""
    def likeness(pair):
        a, b = (set(bare(reading.document.words(names[k])).split())
                for k in pair)
        return share(len(a & b), len(a | b))
    pair = max(((a, b) for a in part for b in largest), key=likeness)
    mentions = [reading.mentions[reading.found[k]] for k in pair]
    words = [reading.document.words(names[k]) for k in pair]
    kind = kind_of_miss(names[pair[0]].kind, words,
                        [(reading.words(m), m.kind) for m in mentions])
    return (kind, names[pair[0]].kind, *words,
            *("%s [%s]" % (reading.words(m), m.kind) for m in mentions))


def merges(reading):
    """[(our name, words of each entity that it holds)]"""
    found, names = [], reading.document.names
    for ours, chain in by_entity(reading, False).items():
        parts = defaultdict(list)
        for k in chain:
            words = reading.document.words(names[k])
            if words not in parts[names[k].entity]:
                parts[names[k].entity].append(words)
        if len(parts) > 1:
            found.append((reading.labels[ours],
                          *(" = ".join(p) for p in parts.values())))
    return found


# ---------------------------------------------------------------- rules

def read_links(relata, reading, label):
    """(mention, rule, what it was joined to) of an entity; a mention is its
    first character and its words."""
    try:
        out = run([relata, "entities", "--input", "plain", "-q", "-f", "tsv",
                   reading.path, "--explain", label],
                  reading.path + ".explain")
    except Failed:  # two are called so, and go by longer names here
        return
    with open(out, encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t",
                               quoting=csv.QUOTE_NONE))

    def mention(place, words):
        return int(place.rsplit(":", 1)[1]) - 1, words
    for row in rows:
        if len(row) > 7 and row[5]:
            yield mention(row[2], row[4]), row[5], mention(row[7], row[6])


def judge_links(relata, reading):
    """Counter of (rule, "right" or "wrong"): each name with the nearest one
    that it hangs on; the first step on the way that joins no equal names has
    done it."""
    counts, at = Counter(), {}
    for k, m in reading.found.items():
        if reading.document.names[k].kind in ACTORS:
            at[reading.mentions[m].place] = reading.document.names[k].entity
    n_of = Counter(reading.ours.values())
    labels = {reading.labels[ours] for ours, n in n_of.items() if n > 1}
    for label in sorted(labels):
        links = {mention: (rule, up)
                 for mention, rule, up in read_links(relata, reading, label)}
        for mention in links.keys() & at.keys():
            judge_link(at, links, mention, counts)
    return counts


def judge_link(at, links, mention, counts):
    rules, up = [], mention
    while up in links and len(rules) < 50:
        rule, up = links[up]
        rules.append(rule)
        if up in at:
            step = next((r for r in rules if r != "name.same"), rules[0])
            counts[step, "right" if at[up] == at[mention] else "wrong"] += 1
            return


def print_rules(relata, readings):
    with ThreadPoolExecutor(2) as pool:
        counts = sum(pool.map(lambda r: judge_links(relata, r), readings),
                     Counter())
    print("\n| step | right | wrong | precision |\n|---|---:|---:|---:|")
    for rule in sorted({rule for rule, _ in counts}):
        right, wrong = counts[rule, "right"], counts[rule, "wrong"]
        print("| `%s` | %d | %d | %.3f |" % (rule, right, wrong,
                                             right / (right + wrong)))


def print_cases(readings, is_loud):
    kinds = Counter()
    for reading in readings:
        for case in duplicates(reading):
            kinds[case[0]] += 1
            if is_loud:
                print("\t".join(("twice", reading.document.title) + case))
        if is_loud:
            for case in merges(reading):
                print("\t".join(("merge", reading.document.title) + case))
    print("\n| duplicates | |\n|---|---:|")
    for kind, n in kinds.most_common():
        print("| %s | %d |" % (kind, n))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("redocred")
    parser.add_argument("--relata", metavar="FILE")
    parser.add_argument("--half", choices=HALVES, default="odd")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("-v", action="store_true", dest="is_loud")
    options = parser.parse_args()
    relata = common.find_relata(options.relata)
    try:
        readings = read_all(relata, options.redocred, options.half)
        sums = tally(readings)
        print_cases(readings, options.is_loud)
        if options.rules:
            print_rules(relata, readings)
    except Failed as problem:
        sys.exit(str(problem))
    print("\n%d documents, %d of %d names, %d merges, %d duplicates of %d "
          "entities" % (sums.n_documents, sums.n_found, sums.n_names,
                        sums.n_merges, sums.n_duplicates, sums.n_entities))
    for name, value in sums.scores().items():
        print("%-10s %.3f" % (name, value))


if __name__ == "__main__":
    main()
