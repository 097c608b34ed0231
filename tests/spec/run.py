#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Run the examples of spec files: each text must give its triples.

  run.py RELATA FOLDER SPEC.txt...

FOLDER is for the texts. One run of RELATA reads all examples of a file.
README.md beside this program tells the format.
"""
import os
import re
import subprocess
import sys

FENCE = "`" * 8


class Example:
    """A text or trees, and the triples that it must and must not give."""

    def __init__(self, path, line, info):
        self.path, self.line = path, line
        match = re.fullmatch(r"((?: conllu| exact)*)(?: fail: (.+))?", info)
        if not match:
            sys.exit("%s:%d: expected `example [conllu] [exact] "
                     "[fail: reason]`, not `example%s`" % (path, line, info))
        self.is_conllu = "conllu" in match[1]
        self.is_exact = "exact" in match[1]
        self.fail_reason = match[2]
        self.text = []
        self.expected = []  # (line, is wanted, triple as written)

    def name(self):
        stem = os.path.splitext(os.path.basename(self.path))[0]
        ending = ".conllu" if self.is_conllu else ".txt"
        return "%s-%04d%s" % (stem, self.line, ending)


def read_examples(path):
    examples, current, in_text = [], None, False
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith(FENCE):
                info = line[len(FENCE):]
                if current:
                    if info or in_text:
                        sys.exit("%s:%d: expected %s" % (
                            path, number, "a line with just a full stop"
                            if in_text else "the end of the example"))
                    examples.append(current)
                    current = None
                else:
                    if not info.startswith(" example"):
                        sys.exit("%s:%d: expected `example`, not `%s`"
                                 % (path, number, info))
                    current = Example(path, number, info[len(" example"):])
                    in_text = True
            elif current and in_text:
                if line == ".":
                    in_text = False
                else:
                    current.text.append(line)
            elif current and line.strip():
                is_wanted = not line.startswith("! ")
                current.expected.append(
                    (number, is_wanted, line if is_wanted else line[2:]))
    if current:
        sys.exit("%s:%d: this example has no end" % (path, current.line))
    return examples


def parse_triple(text):
    """((subject, predicate, object, factuality), {slots})"""
    text = re.sub(r"(?<=\]) in \d+$", "", text.strip())
    match = re.fullmatch(r"(.*?)(?: \[([^\]]*)\])?", text)
    body, factuality = match[1], match[2] or "asserted"
    slots = set()
    match = re.fullmatch(r"(.* \| .* \| .*?) \(((?:time|place|recipient|amount"
                         r"|manner|reason|other): .*)\)", body)
    if match:
        body, slots = match[1], set(match[2].split("; "))
    parts = [" ".join(part.split()) for part in body.split(" | ")]
    return tuple(parts) + (factuality,), slots


def run_relata(relata, folder, examples):
    """{file name: [(triple, slots, line as printed)]}, graph view only."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for example in examples:
        paths.append(os.path.join(folder, example.name()))
        with open(paths[-1], "w", encoding="utf-8") as out:
            out.write("\n".join(example.text) + "\n")
    done = subprocess.run([relata, "--stop-after", "extract"] + paths,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    if done.returncode:
        sys.exit("%s: exit %d\n%s" % (relata, done.returncode, done.stderr))
    said = {os.path.basename(path): [] for path in paths}
    name = None
    for line in done.stdout.splitlines():
        if line.startswith("# "):
            name = os.path.basename(line[2:])
        elif re.match(r"\d+\t", line):
            fields = line.split("\t")
            triple, slots = parse_triple(fields[1])
            said[name].append((triple, slots, "  ".join(fields[1:])))
    return said


def check(example, said):
    """What is wrong with what was said, as lines; none when all is well."""
    problems, matched = [], set()
    for line, is_wanted, text in example.expected:
        triple, slots = parse_triple(text)
        hits = [i for i, (t, s, _) in enumerate(said)
                if t == triple and slots <= s]
        matched.update(hits)
        if bool(hits) != is_wanted:
            problems.append("%s:%d: expected %s: %s" % (
                example.path, line,
                "this triple" if is_wanted else "no such triple", text))
    if example.is_exact:
        problems += ["%s:%d: expected no other triple: %s"
                     % (example.path, example.line, shown)
                     for i, (_, _, shown) in enumerate(said)
                     if i not in matched]
    return problems


def main():
    relata, folder, *specs = sys.argv[1:]
    n_passed = n_failed = n_known = 0
    for spec in specs:
        examples = read_examples(spec)
        said = run_relata(relata, folder, examples) if examples else {}
        for example in examples:
            mine = said[example.name()]
            problems = check(example, mine)
            if problems and example.fail_reason:
                n_known += 1
            elif problems:
                n_failed += 1
                print("\n".join(problems))
                print("    text: " + " ".join(example.text)[:300])
                for _, _, shown in mine:
                    print("    said: " + shown)
            elif example.fail_reason:
                n_failed += 1
                print("%s:%d: passes now, take its mark off: fail: %s"
                      % (spec, example.line, example.fail_reason))
            else:
                n_passed += 1
    print("%d passed, %d failed, %d known failures"
          % (n_passed, n_failed, n_known))
    sys.exit(1 if n_failed or not n_passed + n_known else 0)


if __name__ == "__main__":
    main()
