#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Every header of src/ compiles alone, with the given compiler and flags.

  headers.py COMPILER FLAG...
"""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from common import ROOT, finish, project_files, read_lines


def compile_alone(path):
    """What the compiler says about a file that includes just this header."""
    command = sys.argv[1:] + ["-std=c17", "-Werror", "-fsyntax-only", "-Isrc",
                              "-x", "c", "-"]
    source = '#include "%s"\n' % path[len("src/"):]
    run = subprocess.run(command, input=source, cwd=ROOT, text=True,
                         stderr=subprocess.PIPE)
    said = run.stderr.strip()
    return ["%s:1: does not compile alone\n%s" % (path, said)] if (
        run.returncode) else []


def check_guard(path):
    """The guard is REL_ROOM_NAME_H, after two comment lines of licence."""
    inside = path[len("src/"):]
    wanted = "REL_" + re.sub(r"\W", "_", inside).upper()
    if os.path.dirname(inside) == "":
        wanted = wanted[len("REL_"):]
    lines = read_lines(path)
    findings = []
    if "#ifndef " + wanted not in lines or "#define " + wanted not in lines:
        findings.append("%s:1: expected the guard %s" % (path, wanted))
    return findings


def main():
    headers = [p for p in project_files(".h") if p.startswith("src/")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(compile_alone, headers))
    findings = [f for result in results for f in result]
    findings += [f for path in headers for f in check_guard(path)]
    finish(findings, len(headers))


main()
