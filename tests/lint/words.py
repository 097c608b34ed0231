#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What must not stand in the files: paths of a machine, hosts of package
registries, goto, long lines, blanks at line ends, C files without a licence."""
import re

from common import finish, project_files, read_lines

# Taken apart so that this file does not find itself
ANYWHERE = [
    (re.compile(r"(?<![\w.])/(?:ro" + r"ot|ho" + r"me/\w+|wo" + r"rk|fa" +
                r"rm)/"), "absolute path of a machine"),
    (re.compile(r"//(?:registry|deb|security|ftp|pypi|files)\.[a-z]+"),
     "host of a package registry"),
]
IN_C = [
    (re.compile(r"^[^\"/]*\bgo" + r"to\b"), "goto"),
    (re.compile(r"\s+$"), "blanks at the end of the line"),
    (re.compile(r"\t"), "tab"),
]
NOLINT = re.compile(r"NOLINT(?:NEXTLINE|BEGIN)?(?!\w|END)(?!\([\w.,* -]+\):? \S)")
TEXT = (".c", ".h", ".py", ".sh", ".cmake", ".md", ".txt", ".json", ".in",
        ".ttl", ".yml", ".yaml", ".toml", ".1")
PROGRAMS = ("check", "demo", ".ci/run", "bench/quality", "bench/speed",
            "CMakeLists.txt", ".clang-tidy", ".clang-format", ".gitignore")


def check_c(path, lines):
    findings = []
    if len(lines) < 2 or "Copyright" not in lines[0] or (
            "SPDX-License-Identifier: MIT" not in lines[1]):
        findings.append("%s:1: expected the copyright and licence lines"
                        % path)
    for number, line in enumerate(lines, 1):
        place = "%s:%d: " % (path, number)
        if len(line) > 80 and not line.startswith("#include"):
            findings.append(place + "%d columns, over 80" % len(line))
        if NOLINT.search(line):
            findings.append(place + "NOLINT without its check and a reason")
        findings += [place + what for form, what in IN_C if form.search(line)]
    return findings


def main():
    findings = []
    files = [p for p in project_files()
             if p.endswith(TEXT) or p in PROGRAMS]
    for path in files:
        try:
            lines = read_lines(path)
        except UnicodeDecodeError:
            continue  # odd bytes in a test's input
        for number, line in enumerate(lines, 1):
            findings += ["%s:%d: %s" % (path, number, what)
                         for form, what in ANYWHERE if form.search(line)]
        if path.endswith((".c", ".h")):
            findings += check_c(path, lines)
    finish(findings, len(files))


main()
