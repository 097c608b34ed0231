#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Is a map the same next time, and nearly so with one more relation?

  stable.py WRITE_MAP

Of each two cards that both maps have, nearly always the same one is further
left, or the same one is higher.
"""
import itertools
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

from overlap import SVG, outline

LEAST_SAME = 0.75  # of the pairs of cards; at random it would be 0.5


def draw(program, actors, facts):
    done = subprocess.run([program, str(actors), str(facts), "100"],
                          stdout=subprocess.PIPE, check=True)
    return done.stdout


def places(svg):
    found = {}
    for group in tree.fromstring(svg).iter(SVG + "g"):
        if (group.get("class") or "").startswith("node"):
            left, top, right, bottom = outline(group)
            found[group.get("id")] = ((left + right) / 2, (top + bottom) / 2)
    return found


def share_same(before, after):
    names = sorted(set(before) & set(after))
    same = total = 0
    for a, b in itertools.combinations(names, 2):
        for axis in (0, 1):
            was = before[a][axis] - before[b][axis]
            now = after[a][axis] - after[b][axis]
            if abs(was) > 10:
                total += 1
                same += was * now > 0 or abs(now) <= 10
    return same / total


def main(program):
    is_bad = False
    for actors, facts in ((12, 14), (20, 24), (35, 40)):
        svg = draw(program, actors, facts)
        if svg != draw(program, actors, facts):
            print("%d relations: expected the same bytes twice" % facts)
            is_bad = True
        share = share_same(places(svg), places(draw(program, actors,
                                                    facts + 1)))
        print("%d relations and one more: %.2f of the pairs lie the same way" %
              (facts, share))
        is_bad = is_bad or share < LEAST_SAME
    sizes = re.findall(rb'viewBox="[^"]*"', svg)
    return is_bad or len(sizes) != 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
