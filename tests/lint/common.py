# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What the lints share: the project's files, and how a finding is printed."""
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))


def project_files(*endings):
    """Paths from the root, sorted: what git tracks or would take, else all."""
    command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others",
               "--exclude-standard"]
    try:
        listed = subprocess.run(command, check=True, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL).stdout
        paths = listed.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        paths = walk()
    return sorted(p for p in set(paths) if p.endswith(endings or "")
                  and os.path.isfile(os.path.join(ROOT, p)))


def walk():
    """Without git (a source archive): every file outside build/ and out/."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders
                      if f not in ("build", "out", ".git", "node_modules")]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), ROOT)


def read_lines(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as lines:
        return lines.read().splitlines()


def finish(findings, checked):
    """Print `path:line: words` each, then a count; exit 1 if there are any."""
    for finding in findings:
        print(finding)
    print("%d findings in %d files" % (len(findings), checked))
    if not checked:
        sys.exit("no file to check: the lint looks in the wrong place")
    sys.exit(1 if findings else 0)
