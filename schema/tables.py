#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Make src/graph/event_table.c from schema/predicates.ttl.

  tables.py [--check]

--check writes nothing: exit 1 if the table is not what the file gives. Needs
rapper, from Debian's raptor2-utils.
"""
import os
import re
import subprocess
import sys
from collections import defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = os.path.join(ROOT, "schema", "predicates.ttl")
EVENTS = os.path.join(ROOT, "schema", "events.ttl")
TABLE = os.path.join(ROOT, "src", "graph", "event_table.c")

MAP = "https://w3id.org/relata/predicates#"
EV = "https://w3id.org/relata/events#"
CLASSES = {  # class -> kind of node in a graph
    "https://schema.org/Person": "PERSON",
    "https://schema.org/Organization": "ORGANISATION",
    "https://schema.org/Country": "COUNTRY",
    "https://schema.org/Place": "PLACE",
    "https://schema.org/CivicStructure": "FACILITY",
    "https://schema.org/Event": "EVENT",
    "https://schema.org/CreativeWork": "WORK",
    "https://w3id.org/relata/ns#Role": "ROLE",
}

IRREGULAR = dict(pair.split(":") for pair in """
beat:beaten become:become begin:begun bid:bid break:broken bring:brought
build:built burst:burst buy:bought catch:caught choose:chosen come:come cut:cut
deal:dealt draw:drawn drive:driven eat:eaten fall:fallen fight:fought find:found
flee:fled fly:flown forbid:forbidden forgive:forgiven freeze:frozen get:got
give:given go:gone grow:grown have:had hit:hit hold:held hurt:hurt lay:laid
lead:led leave:left lend:lent let:let lose:lost make:made meet:met
overrun:overrun overthrow:overthrown pay:paid put:put quit:quit read:read
repay:repaid retake:retaken rise:risen run:run say:said see:seen seek:sought
sell:sold send:sent set:set shoot:shot show:shown shrink:shrunk shut:shut
sink:sunk sit:sat slay:slain speak:spoken spend:spent stand:stood steal:stolen
strike:struck swear:sworn take:taken teach:taught tear:torn tell:told
throw:thrown undergo:undergone withdraw:withdrawn win:won withhold:withheld
write:written rebuild:rebuilt wed:wed mislead:misled undertake:undertaken
""".split())
DOUBLED = set("""acquit admit commit compel kidnap permit rebut submit transfer
wiretap refer abet""".split())
VOWELS = "aeiou"


def participle(verb):
    """The past participle: "signed", "stopped", "taken"."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    is_short = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb)
    if is_short or verb in DOUBLED:
        return verb + verb[-1] + "ed"
    return verb + "ed"


def passive(predicate):
    """The passive of "sign into"; None for what is one, or is no verb."""
    first, _, rest = predicate.partition(" ")
    if first == "be" or not first.islower() or "-" in first:
        return None
    return ("be %s %s" % (participle(first), rest)).strip()


def read_triples(path):
    text = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples",
                           path], stdout=subprocess.PIPE, check=True,
                          text=True).stdout
    for line in text.splitlines():
        match = re.fullmatch(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"(.*?)"'
                             r'(?:@\w+|\^\^<[^>]*>)?) \.', line)
        yield match[1], match[2], match[3] if match[3] else match[4]


def read_entries():
    entries = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in read_triples(SOURCE):
        if predicate.startswith(MAP):
            entries[subject][predicate[len(MAP):]].append(value)
    return entries


def read_classes():
    """Names of the event classes that can be given: those with a broader one.

    Each needs all that describes it.
    """
    skos = "http://www.w3.org/2004/02/skos/core#"
    said = defaultdict(set)
    for subject, predicate, value in read_triples(EVENTS):
        if subject.startswith(EV) and value:
            said[subject[len(EV):]].add(predicate[len(skos):])
    classes = {name for name, words in said.items() if "broader" in words}
    for name in said:
        missing = {"prefLabel", "definition", "inScheme" if name in classes
                   else "topConceptOf"} - said[name]
        if missing:
            sys.exit("schema/events.ttl: ev:%s has no %s" % (name, missing))
    return classes


def add(rows, key, row, where):
    if rows.setdefault(key, row) != row:
        sys.exit("%s: %r leads to %s and to %s" % (where, key, row, rows[key]))


def event_rows(entries):
    """{key: (class, is loose)}; a key is a predicate, or predicate|noun."""
    given, derived = {}, {}
    for name, entry in sorted(entries.items()):
        if "eventClass" not in entry:
            continue
        event = entry["eventClass"][0][len(EV):]
        nouns = ["|" + noun.lower() for noun in entry["objectNoun"]] or [""]
        for noun in nouns:
            for predicate in entry["exactPredicate"]:
                add(given, predicate.lower() + noun, (event, False), name)
            for predicate in entry["predicate"]:
                add(given, predicate.lower() + noun, (event, True), name)
                if passive(predicate):
                    derived.setdefault(passive(predicate) + noun,
                                       (event, True))
    # what stands in the file counts more than a passive that was made
    return {**derived, **given}


def with_facilities(classes):
    """What may be a place may be a facility."""
    place = "https://schema.org/Place"
    return {*classes, "https://schema.org/CivicStructure"} \
        if place in classes else set(classes)


def property_rows(entries):
    """[(key, property, kinds of the claim's subject, of its object, is
    inverse)], sorted."""
    rows = []
    for entry in entries.values():
        for iri in entry["property"]:
            kinds = [" |\n     ".join("1U << REL_TERM_" + CLASSES[c]
                                for c in sorted(with_facilities(entry[side])))
                     for side in ("subjectClass", "objectClass")]
            is_inverse = entry["isInverse"] == ["true"]
            if is_inverse:
                kinds.reverse()
            for predicate in entry["exactPredicate"]:
                rows.append((predicate.lower(), iri, kinds[0], kinds[1],
                             "true" if is_inverse else "false"))
    return sorted(rows)


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def hash_slots(keys):
    """Open addressing: number of the first row of a key + 1, or 0."""
    size = 1
    while size < 2 * len(set(keys)):
        size *= 2
    slots = [0] * size
    for number, key in enumerate(keys):
        if number and keys[number - 1] == key:
            continue
        slot = fnv(key) % size
        while slots[slot]:
            slot = (slot + 1) % size
        slots[slot] = number + 1
    return slots


def print_slots(name, slots):
    lines = ["const uint16_t %s[] = {" % name]
    for i in range(0, len(slots), 12):
        lines.append("    " + " ".join("%d," % s for s in slots[i:i + 12]))
    return "\n".join(lines + ["};"])


def table():
    entries = read_entries()
    events = sorted(event_rows(entries).items())
    properties = property_rows(entries)
    classes = sorted({row[0] for _, row in events})
    odd = set(classes) ^ read_classes()
    if odd:
        sys.exit("these are not both in schema/events.ttl and led to by "
                 "schema/predicates.ttl: " + ", ".join(sorted(odd)))
    parts = ["""// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT
//
// Made by schema/tables.py from schema/predicates.ttl: change that file.

// clang-format off

#include "graph/event_table.h"
"""]
    parts.append("const char *const rel_event_names[] = {\n%s\n};" % "\n".join(
        '    "%s",' % c for c in classes))
    parts.append("const uint32_t rel_event_n_names = %dU;" % len(classes))
    parts.append("const RelEventRow rel_event_rows[] = {\n%s\n};" % "\n".join(
        '    {"%s", %d, %s},' % (key, classes.index(event),
                                 "true" if loose else "false")
        for key, (event, loose) in events))
    slots = hash_slots([key for key, _ in events])
    parts.append(print_slots("rel_event_slots", slots))
    parts.append("const uint32_t rel_event_n_slots = %dU;" % len(slots))
    parts.append("const RelPropertyRow rel_property_rows[] = {\n%s\n};"
                 % "\n".join('    {"%s",\n     "%s",\n     %s,\n     %s,\n     %s},'
                             % row for row in properties))
    parts.append("const uint32_t rel_property_n_rows = %dU;" % len(properties))
    slots = hash_slots([row[0] for row in properties])
    parts.append(print_slots("rel_property_slots", slots))
    parts.append("const uint32_t rel_property_n_slots = %dU;" % len(slots))
    return "\n\n".join(parts) + "\n"


def main():
    made = table()
    if sys.argv[1:] == ["--check"]:
        with open(TABLE, encoding="utf-8") as file:
            if file.read() != made:
                sys.exit("src/graph/event_table.c is not what schema/tables.py "
                         "makes of schema/predicates.ttl: run it")
        return
    with open(TABLE, "w", encoding="utf-8") as out:
        out.write(made)


main()
