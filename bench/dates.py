#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""How many of the dates that GUM annotates relata reads right.

  dates.py [-v] [FILE.conllu]

GUM marks times as TEI does, XML=<date when:::"2017-07-21"> in MISC. The words
inside, with the preposition before them, are read by `values` (bench/values.c;
build it with ninja -C build/release values), counted from the document's
dateCreated and from the time read before. Right is the same first and last day.
Where the annotation names one period (when) of which the preposition outside it
makes a limit ("by 1859"), the limit's day must be the period's. -v lists what is
not right.

Two kinds are counted apart: words with figures, a month, weekday or a word such
as "yesterday" ("calendar"), and all others ("the Crusades", "day two")."""
import argparse
import calendar
import os
import re
import subprocess
import sys

import common

MARKERS = ("by", "until", "since", "before", "after", "from", "to", "between")
CALENDAR = re.compile(
    r"\b\d{3,}|\d0s\b|century|today|yesterday|tomorrow|tonight|\b(?:jan|feb|mar|"
    r"apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|\b(?:this|last|next)\s(?:\w+\s)?(?:morning|"
    r"afternoon|evening|night|day|week|weekend|month|year|decade)\b|\bago\b|"
    r"\byear later\b", re.I)


def read_dates(path):
    """[(document, its day, preposition, words, {attribute: value})]"""
    found, meta, open_dates, last = [], {}, [], ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                meta = {"name": line.split("=")[1].strip()}
            elif line.startswith("# meta::dateCreated"):
                meta["day"] = line.split("=")[1].strip()
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 10 or not fields[0].isdigit():
                continue
            marks = re.search(r"(?:^|\|)XML=(.*?)(?:\||$)", fields[9])
            tags = re.findall(r"<(/?)date\b([^>]*)>",
                              marks.group(1) if marks else "")
            for closes, attributes in tags:
                if not closes:
                    open_dates.append(
                        [meta, last,
                         dict(re.findall(r'(\w+):::"([^"]*)"', attributes)),
                         ""])
            blank = "" if "SpaceAfter=No" in fields[9] else " "
            for one in open_dates:
                one[3] += fields[1] + blank
            for closes, _ in tags:
                if closes and open_dates:
                    one = open_dates.pop()
                    found.append((one[0]["name"], one[0].get("day", ""),
                                  one[1], one[3].strip(), one[2]))
            last = fields[1].lower()
    return found


def day(text, is_last):
    """(year, month, day), the first or last of a year or month; or the text
    where it has no year."""
    parts = re.match(r"(-?)(\d+)(?:-(\d\d))?(?:-(\d\d))?$", text)
    if text.startswith("--") or not parts:
        return text or None
    year = int(parts.group(1) + parts.group(2))
    month = int(parts.group(3) or (12 if is_last else 1))
    days = calendar.monthrange(max(year, 1), month)[1]
    return year, month, int(parts.group(4) or (days if is_last else 1))


def annotated(attributes):
    first = attributes.get("when") or attributes.get(
        "from") or attributes.get("notBefore") or ""
    last = attributes.get("when") or attributes.get(
        "to") or attributes.get("notAfter") or ""
    return day(first, False), day(last, True)


def is_right(ours, attributes):
    theirs = annotated(attributes)
    return ours == theirs or ("when" in attributes and None in ours and all(
        a in (None, b) for a, b in zip(ours, theirs)))


def read_value(text):
    """The two days of a value as `values` prints it, or None."""
    text = text.split(" ")[-1]
    first, _, last = text.partition("/")
    if not text or not re.match(r"-?\d|/", text):
        return None
    return day(first, False), day(last if "/" in text else first, True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", action="store_true")
    parser.add_argument("file", nargs="?")
    options = parser.parse_args()
    shared = common.find_shared()
    path = options.file or (shared and os.path.join(
        shared, "data", "ud", "gum-dev.conllu"))
    if not path or not os.path.exists(path):
        print("no treebank: skipped")
        sys.exit(common.SKIPPED)

    lines, rows, before = [], [], None
    for name, made, marker, words, attributes in read_dates(path):
        if before not in (None, name):
            lines.append("")
            rows.append(None)
        before = name
        words = marker + " " + words if marker in MARKERS else words
        lines.append(made + "\t" + re.sub(r"\s", " ", words))
        rows.append((name, made, words, attributes))
    program = os.path.join(os.path.dirname(common.find_relata()), "values")
    said = subprocess.run([program], input="\n".join(lines) + "\n", text=True,
                          stdout=subprocess.PIPE, check=True).stdout
    counts = {}
    for row, value in zip(rows, said.split("\n")):
        if not row:
            continue
        kind = "calendar" if CALENDAR.search(row[2]) else "other"
        ours = read_value(value)
        verdict = ("unread" if not ours else
                   "right" if is_right(ours, row[3]) else "wrong")
        counts[kind, verdict] = counts.get((kind, verdict), 0) + 1
        if options.v and verdict != "right":
            print("%-8s %-6s %s %s | %s | %s | %s" % (
                (kind, verdict) + row[:3] + (value, row[3])))
    for kind in ("calendar", "other"):
        of_kind = [counts.get((kind, v), 0) for v in ("right", "wrong", "unread")]
        print("%-8s right %4d  wrong %4d  unread %4d  share right %.3f" % (
            kind, *of_kind, of_kind[0] / max(1, sum(of_kind))))


main()
