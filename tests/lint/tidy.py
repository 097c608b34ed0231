#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""clang-tidy over src/, with the checks of .clang-tidy.

  tidy.py BUILD_DIR

Needs BUILD_DIR/compile_commands.json. What was clean stays clean until the
file, a header of the project or .clang-tidy changes, so a second run is quick.
"""
import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from common import ROOT, finish, project_files

# The analyzer looks into calls only as far as is cheap: the whole depth takes
# 30 times as long
SHALLOW = [f"--extra-arg={word}" for word in
           ("-Xclang", "-analyzer-config", "-Xclang", "mode=shallow")]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def digest(*paths):
    total = hashlib.sha256()
    for path in paths:
        with open(os.path.join(ROOT, path), "rb") as data:
            total.update(data.read())
    return total.hexdigest()


def check(tool, build, memory, common, path):
    """Findings in one file; none are remembered under its digest."""
    mark = os.path.join(memory, digest(path) + common[:16])
    if os.path.exists(mark):
        return []
    run = subprocess.run([tool, "--quiet", "-p", build] + SHALLOW + [path], cwd=ROOT,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         text=True)
    if run.returncode == 0:
        with open(mark, "w", encoding="utf-8"):
            return []
    said = COLOUR.sub("", run.stdout).replace(ROOT + "/", "").strip()
    return [said or "%s:1: %s" % (path, run.stderr.strip())]


def main():
    build = sys.argv[1]
    tool = shutil.which("clang-tidy") or sys.exit(
        "clang-tidy is missing; ./check installs it")
    memory = os.path.join(build, "tidy")
    os.makedirs(memory, exist_ok=True)
    headers = [p for p in project_files(".h") if p.startswith("src/")]
    common = digest(".clang-tidy", *headers)
    files = [p for p in project_files(".c") if p.startswith("src/")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(
            lambda path: check(tool, build, memory, common, path), files))
    finish([f for result in results for f in result], len(files))


main()
