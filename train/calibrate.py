# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""How sharp probabilities must be so that of those at 0.8 eight in ten hold.

One number each for UPOS, arcs, relations and names multiplies the scores in
front of the softmax (temperature scaling, Guo et al. 2017); it is the one with
the smallest loss on the development sets.
"""

import numpy as np
import torch

import corpus

GRID = np.exp(np.linspace(np.log(0.3), np.log(3), 70))
NAME_TYPES = {"person": "person", "organization": "organisation",
              "place": "place", "event": "event", "time": "time"}


class Decisions:
    """Decisions of one kind: how far every other answer's score lies from the
    one taken. A name is one decision of several words."""

    def __init__(self):
        self.gaps = []  # of each word (n_answers)
        self.firsts = []  # number of the first word of each decision
        self.right = []

    def add(self, words, right):
        """words: [(scores (n_answers), the answer taken)]"""
        self.firsts.append(len(self.gaps))
        self.gaps += [(s - s[k]).numpy() for s, k in words]
        self.right.append(bool(right))

    def freeze(self):
        widest = max(len(g) for g in self.gaps)
        gaps = np.full((len(self.gaps), widest), -1e9, dtype=np.float32)
        for row, g in zip(gaps, self.gaps):
            row[:len(g)] = g
        self.gaps = gaps
        self.right = np.array(self.right)

    def probabilities(self, sharpness):
        """(n,): a name is as sure as its least sure word."""
        words = 1 / np.exp(self.gaps * sharpness).sum(1)
        return np.minimum.reduceat(words, self.firsts)

    def loss(self, sharpness):
        p = np.clip(self.probabilities(sharpness), 1e-6, 1 - 1e-6)
        return -np.log(np.where(self.right, p, 1 - p)).mean()

    def error(self, sharpness):
        """Expected calibration error over ten bins, in points."""
        p = self.probabilities(sharpness)
        bins = np.minimum((p * 10).astype(int), 9)
        return 100 / len(p) * sum(
            abs((p - self.right)[bins == b].sum()) for b in range(10))


def add_names(out, scores, gold):
    """Greedy names of known types in a sentence; scores (T, n_ner)."""
    words = []
    for i, k in enumerate(scores.argmax(-1).tolist()):
        tag = corpus.NER_TAGS[k]
        if tag[0] in "BS":
            words = []
        words.append((scores[i], k))
        if tag[0] in "ES" and tag[2:] in NAME_TYPES.values():
            out.add(words, (i + 1 - len(words), i + 1, tag[2:]) in gold)


def collect(net, features, trees, names):
    """The decisions on these sentences, by kind."""
    out = {k: Decisions() for k in ("upos", "arc", "label", "name")}
    net.eval()
    with torch.no_grad():
        for s in trees:
            x = torch.from_numpy(features(s.forms))[None]
            lengths = torch.tensor([len(s.forms)])
            h = net.encode(x, lengths)
            upos = net.upos(net.mlp(net.tag, h))[0]
            arcs = net.arcs(h, lengths)
            heads = arcs.argmax(-1)
            labels = net.labels(h, heads)[0]
            for i, (head, dep) in enumerate(zip(s.heads, s.deps)):
                k = upos[i].argmax().item()
                out["upos"].add([(upos[i], k)], corpus.UPOS[k] == s.upos[i])
                k = heads[0, i].item()
                out["arc"].add([(arcs[0, i], k)], k == head)
                if k == head:
                    k = labels[i].argmax().item()
                    out["label"].add([(labels[i], k)], corpus.DEPS[k] == dep)
        for forms, gold in names:
            x = torch.from_numpy(features(forms))[None]
            h = net.encode(x, torch.tensor([len(forms)]))
            add_names(out["name"], net.ner(net.mlp(net.name, h))[0], gold)
    for kind in out.values():
        kind.freeze()
    return out


def sharpness(net, features, data):
    """(4,) for UPOS, arcs, labels, names: found on one half of the
    development sentences; the error on the other half is printed."""
    trees = [s for v in corpus.load_dev(data).values() for s in v]
    names = [(forms, {(a, b, NAME_TYPES[t]) for a, b, t in
                      corpus.spans_of(tags) if t in NAME_TYPES})
             for forms, tags, _ in
             corpus.read_bio(f"{data}/ner/gum-names-dev.tsv")]
    ours, other = (collect(net, features, trees[k::2], names[k::2])
                   for k in (0, 1))
    out = []
    for kind, decisions in ours.items():
        best = min(GRID, key=decisions.loss)
        print(f"{kind}: sharpness {best:.2f}, calibration error "
              f"{other[kind].error(1):.2f} -> {other[kind].error(best):.2f}")
        out.append(best)
    return np.array(out, dtype=np.float32)
