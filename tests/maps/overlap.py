#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Do the labels of a map lie on each other or on cards?

  overlap.py WRITE_MAP

Draws invented stories of 10, 60 and 300 relations, and some of many parts, and
measures every text in the SVG with the widths of Helvetica, which Liberation
Sans and Arial share.
A label may not touch another line's label nor a card, nor a card another card;
a text on a card may not leave it.
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
# Widths in thousandths of the size, from the blank to the tilde
WIDTHS = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278,
    278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584,
    584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
    833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
    278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
    500, 334, 260, 334, 584]
ASCENT, DESCENT = 0.72, 0.21  # of the size
SLACK = 0.6  # points by which roundings may differ


def width(text, size):
    return sum(WIDTHS[ord(c) - 32] if 32 <= ord(c) < 127 else 600
               for c in text) * size / 1000


def text_box(element):
    size = float(element.get("font-size"))
    x, y = float(element.get("x")), float(element.get("y"))
    w = width(element.text or "", size)
    left = {"start": x, "end": x - w}.get(element.get("text-anchor"), x - w / 2)
    return (left, y - ASCENT * size, left + w, y + DESCENT * size)


def hull(points):
    xs, ys = zip(*points)
    return (min(xs), min(ys), max(xs), max(ys))


def numbers(text):
    values = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", text)]
    return list(zip(values[::2], values[1::2]))


def outline(group):
    """The box of a card: what its first path or polygon encloses."""
    for child in group.iter():
        if child.tag == SVG + "path":
            return hull(numbers(child.get("d")))
        if child.tag == SVG + "polygon":
            return hull(numbers(child.get("points")))
    return None


def meet(a, b):
    return (a[0] + SLACK < b[2] and b[0] + SLACK < a[2] and
            a[1] + SLACK < b[3] and b[1] + SLACK < a[3])


def within(inner, outer):
    return (inner[0] >= outer[0] - SLACK and inner[2] <= outer[2] + SLACK and
            inner[1] >= outer[1] - SLACK and inner[3] <= outer[3] + SLACK)


def find_faults(svg):
    cards, labels, faults = [], [], []
    for group in tree.fromstring(svg).iter(SVG + "g"):
        kind = (group.get("class") or "").split(" ")[0]
        texts = [(e.text, text_box(e)) for e in group.iter(SVG + "text")]
        if kind == "node":
            box = outline(group)
            cards.append((group.get("id"), box))
            faults += ["%s leaves its card" % text
                       for text, b in texts if not within(b, box)]
        elif kind == "edge" and texts:
            labels.append((group.get("id"), texts))
    faults += ["%s on %s" % (a, b) for i, (a, box) in enumerate(cards)
               for b, other in cards[:i] if meet(box, other)]
    for i, (name, texts) in enumerate(labels):
        for text, box in texts:
            faults += ["%s of %s on %s" % (text, name, card)
                       for card, other in cards if meet(box, other)]
            faults += ["%s of %s on %s of %s" % (text, name, t, n)
                       for n, others in labels[:i]
                       for t, other in others if meet(box, other)]
    return faults, len(cards), len(labels)


def main(program):
    is_bad = False
    for actors, facts, edges in ((8, 10, 10), (60, 24, 24), ("parts", 8, 16),
                                 ("parts", 20, 40), (35, 70, 60),
                                 (150, 330, 300)):
        svg = subprocess.run([program, str(actors), str(facts), str(edges)],
                             stdout=subprocess.PIPE, check=True).stdout
        faults, n_cards, n_labels = find_faults(svg)
        print("%d relations: %d cards, %d labels, %d overlaps" %
              (edges, n_cards, n_labels, len(faults)))
        for fault in faults[:10]:
            print("  " + fault)
        if n_cards < facts // 5 or (edges <= 60 and n_labels < edges // 2):
            print("  expected more of the story in the map")
            is_bad = True
        is_bad = is_bad or bool(faults)
    return is_bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
