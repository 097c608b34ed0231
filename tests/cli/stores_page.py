#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""The commands of docs/STORES.md do what the page says: RELATA.

They run as they stand, but at free ports; 77 where Virtuoso is missing.
"""
import os
import re
import shutil
import subprocess
import sys

import harness
import stores

PAGE = os.path.join(harness.ROOT, "docs", "STORES.md")


class Page(harness.Case):
    def test_commands(self):
        with open(PAGE, encoding="utf-8") as file:
            page = file.read()
        blocks = re.findall(r"^```sh\n(.*?)^```", page, re.M | re.S)
        self.assertEqual(len(blocks), 5)
        script = "set -euo pipefail\n" + "echo --\n".join(blocks)
        self.assertEqual(script.count("8890"), 6)
        script = script.replace("8890", str(stores.free_port()))
        script = script.replace("1111", str(stores.free_port()))
        os.symlink(os.path.join(harness.ROOT, "examples"),
                   self.path("examples"))
        os.mkdir(self.path("bin"))
        os.symlink(harness.RELATA, self.path("bin/relata"))
        variables = dict(os.environ, no_proxy="127.0.0.1", RELATA_MODEL=(
            harness.model_file()), PATH=self.path("bin") + ":" +
            os.environ["PATH"])
        self.addCleanup(self.stop)
        done = subprocess.run(["bash", "-c", script], cwd=self.folder,
                              env=variables, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=300, check=False)
        out = done.stdout.decode()
        self.assertEqual(done.returncode, 0, out + done.stderr.decode())
        files, _, loaded, asked, withdrawn = out.split("--\n")
        self.assertIn("who,whom\r\nhttps://w3id.org/relata/person/Ana_Moreira,"
                      "https://w3id.org/relata/person/Jan_Lund\r\n", files)
        self.assertRegex(loaded, r"\Ahttps://example.org/news: (\d+) triples "
                                 r"sent, \1 there\n\Z")
        self.assertIn('"Ana Moreira","Jan Lund"', asked)
        self.assertIn("Threatened", asked)
        self.assertRegex(withdrawn,
                         r"\Ahttps://w3id.org/relata/doc/[0-9a-f]{16}: "
                         r"withdrawn\n\Z")

    def stop(self):
        """Where a command failed before the server was stopped."""
        try:
            with open(self.path("virtuoso/pid"), encoding="utf-8") as file:
                os.kill(int(file.read()), 9)
        except (OSError, ValueError):
            pass


if not stores.Virtuoso.is_installed() or not shutil.which("curl"):
    print("not installed: virtuoso-opensource or curl")
    sys.exit(77)
harness.main()
