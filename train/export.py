# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Round a trained model to int8 and write the model file.

The layout stands at the top of src/model/weights.h.
"""

import argparse
import collections
import os
import random
import struct

import numpy as np
import torch

import calibrate
import corpus
import features as ft
import lemma as lm
import tagger as tg
from net import Net

VERSION = 1
STEP = 32
TYPES = {np.dtype(np.int8): 0, np.dtype(np.float32): 1,
         np.dtype(np.uint32): 2, np.dtype(np.uint64): 3}
MASK = (1 << 64) - 1


class File:
    """Named tensors, written in order of arrival."""

    def __init__(self):
        self.tensors = []

    def add(self, name, array):
        array = np.ascontiguousarray(array)
        if array.ndim == 1:
            array = array[None]
        assert array.dtype in TYPES and array.ndim == 2, name
        assert len(name) < 24
        self.tensors.append((name, array))

    def text(self, name, strings, end="\0"):
        raw = "".join(s + end for s in strings).encode()
        self.add(name, np.frombuffer(raw, dtype=np.int8))

    def bytes(self):
        offset = 64 + 64 * len(self.tensors)
        table, body = b"", b""
        for name, array in self.tensors:
            raw = array.tobytes()
            table += struct.pack("<24sIIIIQQQ", name.encode(),
                                 TYPES[array.dtype], *array.shape, 0,
                                 offset + len(body), len(raw), 0)
            body += raw + b"\0" * (-len(raw) % 64)
        size = offset + len(body)
        head = struct.pack("<8sIIQQ32s", b"RELMODEL", VERSION,
                           len(self.tensors), size, 0, b"")
        data = head + table + body
        return data[:24] + struct.pack("<Q", checksum(data)) + data[32:]


def checksum(data):
    words = np.frombuffer(data, dtype="<u8").reshape(-1, 4)
    lanes = [1, 2, 3, 4]

    def mix(lane, word):
        v = ((lane ^ word) * 0x9E3779B97F4A7C15) & MASK
        return ((v << 29) | (v >> 35)) & MASK

    for row in words.tolist():
        lanes = [mix(a, b) for a, b in zip(lanes, row)]
    total = len(data)
    for lane in lanes:
        total = mix(total, lane)
    return total


def rows_int8(w):
    """int8 rows and the scale of each."""
    scale = np.abs(w).max(1) / 127
    scale[scale == 0] = 1
    q = np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8)
    return q, scale.astype(np.float32)


def add_embedding(out, name, w):
    q, scale = rows_int8(w)
    out.add(name + ".w", q)
    out.add(name + ".s", scale)


def add_linear(out, name, w, b, top):
    """`top`: greatest input of each column, or of all of them."""
    n_rows, n_in = w.shape
    top = np.broadcast_to(np.asarray(top, dtype=np.float32), (n_in,))
    step = np.maximum(top, 1e-3) / 127
    cols = -(-n_in // STEP) * STEP
    wide = np.zeros((n_rows, cols), dtype=np.float32)
    wide[:, :n_in] = w * step
    q, scale = rows_int8(wide)
    inverse = np.zeros(cols, dtype=np.float32)
    inverse[:n_in] = 1 / step
    out.add(name + ".w", q)
    out.add(name + ".s", scale)
    out.add(name + ".b", b.astype(np.float32))
    out.add(name + ".q", inverse)


def add_keys(out, name, keys):
    """Keys by number - 1 and an open-addressing table of the numbers."""
    n_slots = 1
    while n_slots < 1.7 * len(keys):
        n_slots *= 2
    slots = np.zeros(n_slots, dtype=np.uint32)
    for i, key in enumerate(keys):
        at = key & (n_slots - 1)
        while slots[at]:
            at = (at + 1) & (n_slots - 1)
        slots[at] = i + 1
    out.add(name + ".keys", np.array(keys, dtype=np.uint64))
    out.add(name + ".slots", slots)


class Watch:
    """Greatest inputs of the linear layers on some sentences."""

    def __init__(self, share=0.9999, blend=0.5):
        self.seen = collections.defaultdict(list)
        self.share, self.blend = share, blend

    def see(self, name, x):
        self.seen[name].append(x.detach().reshape(-1, x.shape[-1]).numpy())

    def top(self, name, per_column=True):
        x = np.abs(np.concatenate(self.seen[name]))
        every = np.quantile(x, self.share)
        if not per_column:
            return every
        column = np.quantile(x, self.share, axis=0)
        column = np.maximum(column, every * 0.02)
        return column ** self.blend * every ** (1 - self.blend)


def watch(net, items):
    """Run the network and note what goes into each layer."""
    w = Watch()
    hooks = []

    def hook(name, module):
        hooks.append(module.register_forward_hook(
            lambda _, inputs, __: w.see(name, inputs[0])))

    hook("input", net.input)
    for i, layer in enumerate(net.layers):
        if hasattr(layer, "linear"):
            hook(f"layer{i}", layer.linear)
    for name in ("tag", "upos", "ner", "arc", "label"):
        hook(name, getattr(net, name))
    net.eval()
    with torch.no_grad():
        for x, heads in items:
            lengths = torch.tensor([x.shape[1]])
            mask = torch.ones(1, x.shape[1], 1)
            h = net.embed(x, 0)
            for i, layer in enumerate(net.layers):
                if hasattr(layer, "lstm"):
                    w.see(f"layer{i}", h)
                h = layer(h, mask, lengths)
            tag = torch.relu(net.tag(h))
            net.upos(tag)
            net.ner(torch.relu(net.name(h)))
            net.labels(h, heads)
            w.see("pair_head", torch.relu(net.arc_head(h)))
            w.see("pair_dep", net.arc(torch.relu(net.arc_dep(h))))
    for h in hooks:
        h.remove()
    return w


def arr(t):
    return t.detach().numpy().astype(np.float32)


def add_layers(out, net, w):
    spec = []
    for i, layer in enumerate(net.layers):
        name = f"layer{i}"
        top = w.top(name)
        if hasattr(layer, "linear"):
            spec.append((0, layer.dilation))
            add_linear(out, name + ".in", arr(layer.linear.weight),
                       arr(layer.linear.bias), top)
            out.add(name + ".gain", arr(layer.norm.weight))
            out.add(name + ".offset", arr(layer.norm.bias))
            continue
        lstm = layer.lstm
        spec.append((2 if layer.skips else 1, lstm.hidden_size))
        add_linear(out, name + ".in",
                   np.concatenate([arr(lstm.weight_ih_l0),
                                   arr(lstm.weight_ih_l0_reverse)]),
                   np.concatenate([
                       arr(lstm.bias_ih_l0 + lstm.bias_hh_l0),
                       arr(lstm.bias_ih_l0_reverse +
                           lstm.bias_hh_l0_reverse)]), top)
        recur = np.concatenate([arr(lstm.weight_hh_l0),
                                arr(lstm.weight_hh_l0_reverse)])
        add_linear(out, name + ".recur", recur, np.zeros(len(recur)), 1.0)
    out.add("encoder", np.array(spec, dtype=np.uint32))


def add_heads(out, net, w):
    parts = [net.tag, net.name, net.arc_head, net.arc_dep, net.label_head,
             net.label_dep]
    add_linear(out, "heads", np.concatenate([arr(p.weight) for p in parts]),
               np.concatenate([arr(p.bias) for p in parts]), w.top("tag"))
    parts = [net.upos, net.xpos, net.feats, net.lemma]
    add_linear(out, "tags", np.concatenate([arr(p.weight) for p in parts]),
               np.concatenate([arr(p.bias) for p in parts]), w.top("upos"))
    add_linear(out, "names", arr(net.ner.weight), arr(net.ner.bias),
               w.top("ner"))
    add_linear(out, "arc", arr(net.arc.weight), arr(net.arc.bias),
               w.top("arc"))
    add_linear(out, "label", arr(net.label.weight), arr(net.label.bias),
               w.top("label"))
    out.add("arc_root", arr(net.arc_root))
    out.add("label_root", arr(net.label_root))
    out.add("distance", arr(net.distance))
    dep = w.top("pair_dep", False) / 127
    head = w.top("pair_head", False) / 127
    out.add("pair", np.array([1 / dep, 1 / head, dep * head],
                             dtype=np.float32))
    out.add("sizes", np.array([net.tag.out_features, net.name.out_features,
                               net.arc_head.out_features,
                               net.label_head.out_features,
                               net.upos.out_features, net.xpos.out_features],
                              dtype=np.uint32))


def known_lemmas(train, scripts):
    """Key -> script of the forms that (nearly) always have one lemma.

    Spellings of a key may need different scripts ("I", "i"): the one counts
    that makes the most of them right.
    """
    ids = {s: i for i, s in enumerate(scripts)}
    seen = collections.defaultdict(collections.Counter)
    for s in train:
        if s.has_tree:
            for f, x, l in zip(s.forms, s.xpos, s.lemmas):
                seen[ft.lemma_key(f, x)][f, ft.normalise(l)] += 1
    out = {}
    for key, counts in seen.items():
        votes = collections.Counter()
        for script in dict.fromkeys(lm.script(f, l) for f, l in counts):
            votes[script] = sum(n for (f, l), n in counts.items()
                                if lm.apply(script, f) == l)
        script, n = votes.most_common(1)[0]
        if script in ids and n >= 2 and n >= 0.95 * sum(counts.values()):
            out[key] = ids[script]
    return out


def known_feats(train, feats):
    """Key -> features of the words whose form and tag nearly always have
    the same, whatever the context."""
    ids = {f: i for i, f in enumerate(feats)}
    seen = collections.defaultdict(collections.Counter)
    for s in train:
        if s.has_tree:
            for form, xpos, f in zip(s.forms, s.xpos, s.feats):
                seen[ft.lemma_key(form, xpos)][f] += 1
    out = {}
    for key, counts in seen.items():
        f, n = counts.most_common(1)[0]
        if f in ids and n >= 2 and n >= 0.95 * sum(counts.values()):
            out[key] = ids[f]
    return out


def rows_of(linear, names, wanted):
    """Weights and biases for `wanted`; what the layer does not know is never
    the best."""
    w, b = arr(linear.weight), arr(linear.bias)
    at = {k: i for i, k in enumerate(names)}
    rows = np.zeros((len(wanted), w.shape[1]), dtype=np.float32)
    bias = np.full(len(wanted), -1e4, dtype=np.float32)
    for i, k in enumerate(wanted):
        if k in at:
            rows[i], bias[i] = w[at[k]], b[at[k]]
    return rows, bias


def watch_tagger(net, vocab, sentences):
    """Greatest inputs of the tagger's layers on some sentences."""
    w = Watch()
    with torch.no_grad():
        for s in sentences:
            x, case, y = tg.join(vocab, [(s.forms, vocab.targets(s))])
            known = x[:, 2] > 0
            h, window = net.hidden(x, case)
            w.see("first", net.embed(x)[known])
            middle = window.shape[1] // 3
            w.see("second", window[known, middle:2 * middle])
            w.see("heads", h[known])
    return w


def add_tagger(out, path, saved, train, sample):
    """The tensors "tag.*"; heads in the order of the model's own lists."""
    net, vocab = tg.load(path)
    w = watch_tagger(net, vocab, sample)
    for name, table in (("word", net.word), ("prefix", net.pre),
                        ("suffix", net.suf), ("shape", net.shape)):
        add_embedding(out, "tag." + name, arr(table.weight))
    add_keys(out, "tag.word", [ft.word_key(v) for v in vocab.words])
    first = arr(net.first.weight)
    add_linear(out, "tag.first", first, np.zeros(len(first)), w.top("first"))
    add_linear(out, "tag.second", arr(net.second.weight),
               arr(net.second.bias), np.tile(w.top("second"), 3))
    top = w.top("heads")
    add_linear(out, "tag.tags", np.concatenate(
        [arr(net.upos.weight), arr(net.xpos.weight)]), np.concatenate(
        [arr(net.upos.bias), arr(net.xpos.bias)]), top)
    add_linear(out, "tag.feats", *rows_of(net.feats, vocab.feats,
                                          saved["feats"]), top)
    add_linear(out, "tag.script", *rows_of(
        net.lemma, vocab.scripts, [tuple(s) for s in saved["scripts"]]), top)
    out.add("tag.how", arr(net.case.weight))
    known = known_feats(train, saved["feats"])
    add_keys(out, "tag.known", list(known))
    out.add("tag.known.feats", np.array(list(known.values()),
                                        dtype=np.uint32))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", default=os.path.join(
        corpus.HERE, "..", "..", "shared", "data"))
    p.add_argument("model")
    p.add_argument("out")
    p.add_argument("--tagger", help="of tagger.py; else `relata tag` uses the "
                   "whole network")
    args = p.parse_args()

    saved = torch.load(args.model)
    net = Net(saved["cfg"])
    net.load_state_dict(saved["net"])
    import train as tr  # the features are made by the trainer's vocabulary

    vocab = tr.Vocab.__new__(tr.Vocab)
    vocab.cache = {}
    vocab.word_id = {v: i + 1 for i, v in enumerate(saved["words"])}
    vocab.vector_id = {v: i + 1 for i, v in enumerate(saved["vectors"])}
    train = corpus.load_train(args.data)
    sample = [s for s in train if s.has_tree and len(s.forms) <= 80]
    random.Random(7).shuffle(sample)
    items = [(torch.from_numpy(vocab.features(s.forms))[None],
              torch.tensor(s.heads)[None]) for s in sample[:400]]
    w = watch(net, items)

    out = File()
    out.text("tag_list", corpus.UPOS + corpus.XPOS + corpus.DEPS +
             corpus.NAMES, " ")
    out.text("feats", saved["feats"])
    out.text("scripts", ["%s%02d%s" % s for s in saved["scripts"]])
    lemmas = known_lemmas(train, saved["scripts"])
    add_keys(out, "lemma", list(lemmas))
    out.add("lemma.script", np.array(list(lemmas.values()), dtype=np.uint32))
    add_embedding(out, "vector", arr(net.vector.weight))
    add_embedding(out, "word", arr(net.word.weight))
    add_embedding(out, "prefix", arr(net.pre.weight))
    add_embedding(out, "suffix", arr(net.suf.weight))
    add_embedding(out, "shape", arr(net.shape.weight))
    add_embedding(out, "case", arr(net.case.weight))
    add_keys(out, "vector", [ft.vector_key(v) for v in saved["vectors"]])
    add_keys(out, "word", [ft.word_key(v) for v in saved["words"]])
    add_linear(out, "input", arr(net.input.weight), arr(net.input.bias),
               w.top("input"))
    out.add("input.gain", arr(net.norm.weight))
    out.add("input.offset", arr(net.norm.bias))
    add_layers(out, net, w)
    add_heads(out, net, w)
    out.add("sharpness", calibrate.sharpness(net, vocab.features, args.data))
    if args.tagger:
        add_tagger(out, args.tagger, saved, train, sample[:400])
    data = out.bytes()
    with open(args.out, "wb") as f:
        f.write(data)
    print(f"{len(data)} bytes, {len(lemmas)} known lemmas")


if __name__ == "__main__":
    main()
