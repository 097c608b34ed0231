#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Every C file is as clang-format would write it."""
import shutil
import subprocess
import sys

from common import ROOT, project_files


def main():
    files = project_files(".c", ".h")
    tool = shutil.which("clang-format") or sys.exit(
        "clang-format is missing; ./check installs it")
    run = subprocess.run([tool, "--dry-run", "-Werror", "--style=file"] +
                         files, cwd=ROOT)
    print("%d files" % len(files))
    sys.exit(run.returncode)


main()
