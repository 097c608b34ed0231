# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""A model file back as a checkpoint, to go on training from what is shipped.

The weights are those of the file, so rounded to int8. The names of words and
vectors come from the training data and the vectors' archive, in whose order
the file has them.
"""

import argparse
import os
import struct

import numpy as np
import torch

import corpus
import train as tr

KINDS = {0: np.int8, 1: np.float32, 2: np.uint32, 3: np.uint64}


def tensors(path):
    """Name -> array (rows, columns) of a model file."""
    data = open(path, "rb").read()
    magic, version, n = struct.unpack_from("<8sII", data)
    if magic != b"RELMODEL":
        raise SystemExit(f"{path}: error: expected a model file")
    out = {}
    for i in range(n):
        name, kind, rows, cols, _, at, size, _ = struct.unpack_from(
            "<24sIIIIQQQ", data, 64 + 64 * i)
        raw = np.frombuffer(data, KINDS[kind], rows * cols, at)
        out[name.rstrip(b"\0").decode()] = raw.reshape(rows, cols)
    return out


def linear(t, name, n_in):
    """Weight (rows, n_in) and bias (rows)."""
    w = t[name + ".w"].astype(np.float32) * t[name + ".s"].T
    return w[:, :n_in] * t[name + ".q"][:, :n_in], t[name + ".b"][0]


def embedding(t, name):
    return t[name + ".w"].astype(np.float32) * t[name + ".s"].T


def split(whole, sizes):
    return np.split(whole, np.cumsum(sizes)[:-1])


def layers(t, dim, state):
    spec = []
    for i, (kind, size) in enumerate(t["encoder"].tolist()):
        name = f"layer{i}"
        if kind == 0:
            spec.append(f"c{size}")
            w, b = linear(t, name + ".in", 3 * dim)
            state[f"layers.{i}.linear.weight"] = w
            state[f"layers.{i}.linear.bias"] = b
            state[f"layers.{i}.norm.weight"] = t[name + ".gain"][0]
            state[f"layers.{i}.norm.bias"] = t[name + ".offset"][0]
            continue
        spec.append(("l", "s")[kind - 1] + str(size))
        w, b = linear(t, name + ".in", dim)
        r, _ = linear(t, name + ".recur", size)
        for k, end in enumerate(("", "_reverse")):
            rows = slice(4 * size * k, 4 * size * (k + 1))
            at = f"layers.{i}.lstm."
            state[f"{at}weight_ih_l0{end}"] = w[rows]
            state[f"{at}weight_hh_l0{end}"] = r[rows]
            state[f"{at}bias_ih_l0{end}"] = b[rows]
            state[f"{at}bias_hh_l0{end}"] = np.zeros_like(b[rows])
        dim = 2 * size + (dim if kind == 2 else 0)
    return ",".join(spec), dim


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", default=os.path.join(
        corpus.HERE, "..", "..", "shared", "data"))
    p.add_argument("--vectors", default="vectors.npz")
    p.add_argument("model")
    p.add_argument("out")
    args = p.parse_args()

    t = tensors(args.model)
    archive = np.load(args.vectors)
    vocab = tr.Vocab(corpus.load_train(args.data), archive["words"])
    text = {k: bytes(t[k]).decode().split("\0")[:-1] for k in
            ("feats", "scripts")}
    if (len(vocab.words) + 1, len(vocab.vectors) + 1) != \
            (len(t["word.w"]), len(t["vector.w"])) or \
            text["feats"] != vocab.feats:
        raise SystemExit(f"{args.model}: error: expected the words of this "
                         "training data, not others")
    state = {"vector.weight": embedding(t, "vector")}
    state["vector.weight"][1:] = archive["vectors"]
    for ours, theirs in (("word", "word"), ("pre", "prefix"),
                         ("suf", "suffix"), ("shape", "shape"),
                         ("case", "case")):
        state[ours + ".weight"] = embedding(t, theirs)
    cfg = tr.configuration(vocab, len(archive["vectors"][0]))
    cfg["dim"] = dim = len(t["input.gain"][0])
    width = sum(cfg[k + "_dim"] for k in ("vector", "word", "pre", "suf",
                                          "shape", "case"))
    state["input.weight"], state["input.bias"] = linear(t, "input", width)
    state["norm.weight"] = t["input.gain"][0]
    state["norm.bias"] = t["input.offset"][0]
    cfg["encoder"], dim = layers(t, dim, state)
    a, l = cfg["arc_dim"], cfg["label_dim"]
    for whole, n_in, parts in (
            ("heads", dim, (("tag", cfg["tag_dim"]), ("name", cfg["ner_dim"]),
                            ("arc_head", a), ("arc_dep", a),
                            ("label_head", l), ("label_dep", l))),
            ("tags", cfg["tag_dim"],
             tuple((k, cfg["n_" + k]) for k in ("upos", "xpos", "feats",
                                                "lemma"))),
            ("names", cfg["ner_dim"], (("ner", cfg["n_ner"]),)),
            ("arc", a, (("arc", a),)),
            ("label", 2 * l, (("label", cfg["n_deps"]),))):
        w, b = linear(t, whole, n_in)
        sizes = [n for _, n in parts]
        for (name, _), wk, bk in zip(parts, split(w, sizes), split(b, sizes)):
            state[name + ".weight"], state[name + ".bias"] = wk, bk
    for name in ("arc_root", "label_root", "distance"):
        state[name] = t[name][0]
    net = tr.Net(cfg)
    net.load_state_dict({k: torch.from_numpy(np.array(v)) for k, v in
                         state.items()})
    torch.save({"cfg": cfg, "net": net.state_dict(), "words": vocab.words,
                "vectors": vocab.vectors, "feats": vocab.feats,
                "scripts": vocab.scripts, "args": vars(args), "log": ""},
               args.out)
    print(cfg)


if __name__ == "__main__":
    main()
