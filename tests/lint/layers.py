#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Who may include whom in src/: rooms and outside libraries.

Fails on an include that the tables below do not allow.
"""
import os
import re
import sys

from common import ROOT, finish, project_files, read_lines

# Room -> the rooms that it may include besides itself, all above it
ROOMS = {
    "base": "",
    "text": "base",
    "model": "base",
    "triple": "base",
    "parse": "base text model",
    "mention": "base text model parse triple",
    "extract": "base text parse mention triple",
    "graph": "base triple",
    "rdf": "base triple graph",
    "draw": "base triple graph",
    "store": "base rdf",
    "cli": "",
    # src/relata.h and relata.c, which wire everything
    "": "base text model parse mention triple extract graph rdf draw "
        "store",
}

# Outside header -> the only room that may include it
OUTSIDE = {
    "raptor2/raptor2.h": "rdf",
    "raptor2.h": "rdf",
    "raptor.h": "rdf",
    "jansson.h": "rdf",
    "rasqal.h": "rdf",
    "graphviz/gvc.h": "draw",
    "graphviz/cgraph.h": "draw",
    "graphviz/gvplugin.h": "draw",
    "gvc.h": "draw",
    "cgraph.h": "draw",
    "curl/curl.h": "store",
    # instruction sets of the processors
    "immintrin.h": "model",
    "arm_neon.h": "model",
    "sys/auxv.h": "model",
}

# C17 and POSIX.1-2008: open to every room
STANDARD = set("""
assert.h ctype.h errno.h float.h inttypes.h limits.h locale.h math.h signal.h
stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h
stdnoreturn.h string.h time.h
dirent.h fcntl.h getopt.h poll.h pthread.h strings.h sys/mman.h
sys/resource.h sys/stat.h sys/time.h sys/types.h sys/wait.h unistd.h
""".split())

INCLUDE = re.compile(r'\s*#\s*include\s+([<"])([^>"]+)[>"]')


def room_of(path):
    """The room of a path below src/; "" for the umbrella."""
    return os.path.dirname(path)


def verdict(path, bracket, target):
    """Why `path`, below src/, may not include `target`; or None."""
    room = room_of(path)
    if bracket == "<":
        owner = OUTSIDE.get(target)
        if target in STANDARD or owner == room:
            return None
        return ("outside header <%s> belongs to %s/" % (target, owner)
                if owner else "unknown outside header <%s>" % target)
    if room == "cli":
        if target == "relata.h" or room_of(target) == "cli":
            return None
        return 'cli/ sees only "relata.h", not "%s"' % target
    if not os.path.isfile(os.path.join(ROOT, "src", target)):
        return 'no such file below src/: "%s"' % target
    if room_of(target) != room and room_of(target) not in ROOMS[room].split():
        return '%s/ may not include "%s"' % (room or "src", target)
    return None


def check_order():
    """The table names only rooms that stand before: so there is no cycle."""
    before = set()
    for room, allowed in ROOMS.items():
        if not set(allowed.split()) <= before:
            sys.exit("tests/lint/layers.py: the rooms of %s/ do not all stand "
                     "before it" % room)
        before.add(room)


def main():
    check_order()
    findings = []
    files = [p for p in project_files(".c", ".h") if p.startswith("src/")]
    for path in files:
        inside = path[len("src/"):]
        if room_of(inside) not in ROOMS:
            findings.append("%s:1: room %s/ is not in the table of "
                            "tests/lint/layers.py" % (path, room_of(inside)))
            continue
        for number, line in enumerate(read_lines(path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            problem = verdict(inside, *match.groups())
            if problem:
                findings.append("%s:%d: %s" % (path, number, problem))
    finish(findings, len(files))


main()
