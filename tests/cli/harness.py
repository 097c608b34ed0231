# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Runs the command in an empty folder and looks at what it did."""
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
MODEL = os.path.join(ROOT, "models")
RELATA = None  # set by main()
IS_SANITIZED = False

NEWS = """Ministers meet over harbour tariffs

Norland Trade Minister Ana Mora met Velian Premier Jan Lund in Oslo on Monday.

Velia threatened to impose tariffs on steel from Norland. Ms Mora said that
Norland would respond in kind. The talks were led by Lund.
"""


class Result:
    """Exit status and output of one run."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr.decode("utf-8", "replace")


class Case(unittest.TestCase):
    """A test with a folder of its own, which is the working folder."""

    def setUp(self):
        keeper = tempfile.TemporaryDirectory(prefix="relata-cli-")
        self.addCleanup(keeper.cleanup)
        self.folder = keeper.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        with open(self.path(name), "wb") as out:
            out.write(data)
        return name

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def files(self):
        """Every file below the folder, and its content."""
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.folder)
                found[path] = self.read(path)
        return found

    def run_relata(self, *arguments, stdin=b"", stdout=subprocess.PIPE,
                   environment=None, max_memory=None, max_file=None,
                   seconds=60):
        def limit():
            if max_memory and not IS_SANITIZED:
                resource.setrlimit(resource.RLIMIT_AS,
                                   (max_memory, max_memory))
            if max_file is not None:
                # a write past the limit is an error, as on a full disk
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE,
                                   (max_file, max_file))

        variables = dict(os.environ, LC_ALL="C.UTF-8")
        variables.pop("RELATA_MODEL", None)
        variables.update(environment or {})
        done = subprocess.run(
            [RELATA, *arguments], cwd=self.folder, input=stdin, stdout=stdout,
            stderr=subprocess.PIPE, env=variables, preexec_fn=limit,
            timeout=seconds, check=False)
        result = Result(done)
        self.assertGreaterEqual(result.code, 0, "killed by a signal: %s\n%s"
                                % (arguments, result.err[-4000:]))
        self.assertNotRegex(result.err, "Sanitizer|runtime error", arguments)
        return result

    def expect_good(self, *arguments, **named):
        result = self.run_relata(*arguments, **named)
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(result.err, "")
        return result

    def expect_failure(self, pattern, *arguments, **named):
        """Exit 1 with one line of message, and the folder as it was."""
        before = self.files()
        result = self.run_relata(*arguments, **named)
        self.assertEqual(result.code, 1, (arguments, result.err))
        self.assertRegex(result.err, r"\A[^\n]+: error: [^\n]+\n\Z")
        self.assertRegex(result.err, pattern)
        self.assertFalse(result.out, "something was printed")
        self.assertEqual(self.files(), before, "files have changed")
        return result

    def expect_usage(self, option, *arguments):
        """Exit 2, with the option in the message."""
        result = self.run_relata(*arguments)
        self.assertEqual(result.code, 2, (arguments, result.err))
        self.assertRegex(result.err, re.escape(option))
        self.assertFalse(result.out)
        self.assertEqual(os.listdir(self.folder), self.listed)

    @property
    def listed(self):
        return ["news.txt"] if os.path.exists(self.path("news.txt")) else []


def model_file():
    """The model that the source tree ships, or None."""
    for name in sorted(os.listdir(MODEL)):
        path = os.path.join(MODEL, name)
        with open(path, "rb") as file:
            if file.read(4).startswith(b"REL") or name.endswith(
                    (".bin", ".model", ".rel")):
                return path
    return None


def main():
    """Arguments: RELATA, then what unittest takes."""
    global RELATA, IS_SANITIZED
    RELATA = os.path.abspath(sys.argv.pop(1))
    with open(RELATA, "rb") as program:
        IS_SANITIZED = b"__asan_init" in program.read()
    unittest.main(module="__main__")
