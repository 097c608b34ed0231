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


def probability(scores, best, sharpness):
    return torch.softmax(scores * sharpness, -1)[best].item()


def name_rows(scores, gold, types):
    """[([(scores, tag) of its words], is it right)] of the names found."""
    out, words = [], []
    for i, k in enumerate(scores.argmax(-1).tolist()):
        tag = corpus.NER_TAGS[k]
        if tag[0] in "BS":
            words = []
        words.append((scores[i], k))
        if tag[0] in "ES" and tag[2:] in types:
            span = (i + 1 - len(words), i + 1, tag[2:])
            out.append((words, span in gold))
    return out


def collect(net, features, trees, names):
    """What is decided on the development sets: name -> rows of scores, the
    decision and whether it is right."""
    rows = {"upos": [], "arc": [], "label": [], "name": []}
    ids = {t: i for i, t in enumerate(corpus.UPOS)}
    deps = {t: i for i, t in enumerate(corpus.DEPS)}
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
            for i in range(len(s.forms)):
                k = upos[i].argmax().item()
                rows["upos"].append(([(upos[i], k)], k == ids[s.upos[i]]))
                k = heads[0, i].item()
                right = k == s.heads[i]
                rows["arc"].append(([(arcs[0, i], k)], right))
                if right:
                    k = labels[i].argmax().item()
                    rows["label"].append(([(labels[i], k)],
                                          k == deps.get(s.deps[i])))
        for forms, gold in names:
            x = torch.from_numpy(features(forms))[None]
            h = net.encode(x, torch.tensor([len(forms)]))
            rows["name"] += name_rows(net.ner(net.mlp(net.name, h))[0], gold,
                                      set(NAME_TYPES.values()))
    return rows


def loss_at(rows, sharpness):
    """Mean log loss; a name is as sure as its least sure word."""
    total = 0.0
    for words, right in rows:
        p = min(probability(s, k, sharpness) for s, k in words)
        p = min(max(p, 1e-6), 1 - 1e-6)
        total -= np.log(p if right else 1 - p)
    return total / len(rows)


def error_at(rows, sharpness):
    """Expected calibration error over ten bins, in points."""
    p = np.array([min(probability(s, k, sharpness) for s, k in words)
                  for words, _ in rows])
    right = np.array([r for _, r in rows], dtype=float)
    bins = np.minimum((p * 10).astype(int), 9)
    return 100 * sum(abs((p - right)[bins == b].sum()) for b in range(10)) / \
        len(p)


def sharpness(net, features, data):
    """(4,) for UPOS, arcs, labels, names: found on one half of the
    development sentences; the error on the other half is printed."""
    trees = [s for v in corpus.load_dev(data).values() for s in v]
    names = [(forms, {(a, b, NAME_TYPES[t]) for a, b, t in
                      corpus.spans_of(tags) if t in NAME_TYPES})
             for forms, tags, _ in
             corpus.read_bio(f"{data}/ner/gum-names-dev.tsv")]
    halves = [collect(net, features, trees[k::4], names[k::2])
              for k in (0, 1)]
    out = []
    for kind, rows in halves[0].items():
        best = min(GRID, key=lambda g: loss_at(rows, g))
        other = halves[1][kind]
        print(f"{kind}: sharpness {best:.2f}, calibration error "
              f"{error_at(other, 1):.2f} -> {error_at(other, best):.2f}")
        out.append(best)
    return np.array(out, dtype=np.float32)
