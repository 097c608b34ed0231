# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Make relata's CoNLL-U comparable with a treebank that it read as text."""


def read_sentences(path):
    """[(lines, letters)] of a CoNLL-U file; letters are the surface forms
    without blanks."""
    sentences, lines, letters, skip_until = [], [], "", 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if letters:
                    sentences.append((lines, letters))
                lines, letters, skip_until = [], "", 0
                continue
            lines.append(line)
            columns = line.split("\t")
            if line.startswith("#") or len(columns) != 10 or (
                    "." in columns[0]):
                continue
            if "-" in columns[0]:
                skip_until = int(columns[0].split("-")[1])
            elif int(columns[0]) <= skip_until:
                continue
            letters += "".join(columns[1].split())
    return sentences


def restore_dropped(system, raw, out_path):
    """Write the system's sentences with what it dropped from the raw text put
    back, each gap as one word that is surely wrong; the letters put back.

    relata drops furniture on purpose, which a treebank counts as loss.
    """
    raw = "".join(raw.split())
    position = dropped = 0
    with open(out_path, "w", encoding="utf-8") as out:

        def put_back(letters):
            out.write("1\t%s\t_\tX\t_\t_\t0\troot\t_\t_\n\n" % letters)

        for lines, letters in read_sentences(system):
            found = raw.find(letters, position)
            if found < 0:
                raise ValueError("a sentence is not in the text: %s"
                                 % letters[:60])
            if found > position:
                put_back(raw[position:found])
                dropped += found - position
            out.write("\n".join(lines) + "\n\n")
            position = found + len(letters)
        if position < len(raw):
            put_back(raw[position:])
            dropped += len(raw) - position
    return dropped / len(raw) if raw else 0.0
