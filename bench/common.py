# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What the benches share: where things are, and how relata is run."""
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SKIPPED = 77  # what ctest takes for "skipped"

# nothing may be written beside the scorers, which are imported
sys.dont_write_bytecode = True


def find_shared():
    """The folder of the data and scorers: RELATA_SHARED, or beside ours."""
    folder = os.environ.get("RELATA_SHARED") or os.path.join(
        os.path.dirname(ROOT), "shared")
    has_scorers = os.path.isdir(os.path.join(folder, "score"))
    return os.path.abspath(folder) if has_scorers else None


def find_relata(path=None):
    """The program to measure, or an end with a sentence."""
    path = path or os.path.join(ROOT, "build", "release", "relata")
    if not os.access(path, os.X_OK):
        sys.exit("%s is missing: build it with `cmake --preset release && "
                 "cmake --build --preset release`" % path)
    return path


def work_folder(*parts):
    """A folder below build/bench, made when it is not there."""
    folder = os.path.join(ROOT, "build", "bench", *parts)
    os.makedirs(folder, exist_ok=True)
    return folder


class Failed(Exception):
    """The program measured did not do its work; the words are its own."""


def run(command, out_path):
    """Run with standard output to a file; Failed with its last words."""
    with open(out_path, "wb") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")
        raise Failed("exit %d: %s" % (done.returncode, said[-1]))
    return out_path
