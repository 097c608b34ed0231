# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What several models together think of sentences without trees.

Writes, for each word and each of UPOS, XPOS, features, lemma, head, relation
and name, the likeliest answers of the mean of the models' probabilities, for
one student to learn from (train.py --soft). The sentences are those of the
sources of names and of CoNLL-U files, whose trees are not looked at.
"""

import argparse
import os
import pickle
import random

import numpy as np
import torch

import corpus
import train as tr


def load(path):
    saved = torch.load(path)
    net = tr.Net(saved["cfg"])
    net.load_state_dict(saved["net"])
    net.eval()
    vocab = tr.Vocab.__new__(tr.Vocab)
    vocab.cache = {}
    vocab.word_id = {v: i + 1 for i, v in enumerate(saved["words"])}
    vocab.vector_id = {v: i + 1 for i, v in enumerate(saved["vectors"])}
    return net, vocab, saved


def probabilities(net, x, lengths, heads):
    """Of each head of the network; of relations, given the heads if any."""
    h = net.encode(x, lengths)
    tag = net.mlp(net.tag, h)
    out = {"upos": net.upos(tag), "xpos": net.xpos(tag),
           "feats": net.feats(tag), "lemma": net.lemma(tag),
           "head": net.arcs(h, lengths),
           "ner": net.ner(net.mlp(net.name, h))}
    if heads is not None:
        out["dep"] = net.labels(h, heads)
    return {k: torch.softmax(v, -1) for k, v in out.items()}


def mean_of(models, forms, lengths):
    """Means over the models; relations of the heads they agree on."""
    xs = [tr.pad([vocab.features(f) for f in forms]) for _, vocab, _ in models]
    every = [probabilities(net, x, lengths, None)
             for (net, _, _), x in zip(models, xs)]
    out = {k: sum(p[k] for p in every) / len(every) for k in every[0]}
    heads = out["head"].argmax(-1)
    deps = [probabilities(net, x, lengths, heads)["dep"]
            for (net, _, _), x in zip(models, xs)]
    out["dep"] = sum(deps) / len(deps)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", default=os.path.join(
        corpus.HERE, "..", "..", "shared", "data"))
    p.add_argument("--models", nargs="+", required=True)
    p.add_argument("--conllu", nargs="*", default=[])
    p.add_argument("--out", required=True)
    args = p.parse_args()
    torch.set_num_threads(1)

    models = [load(m) for m in args.models]
    for _, _, saved in models[1:]:
        if saved["feats"] != models[0][2]["feats"] or \
                saved["scripts"] != models[0][2]["scripts"]:
            raise SystemExit("error: expected models of the same tags")
    sentences = [s.forms for s in corpus.load_train(args.data)
                 if not s.has_tree]
    for path in args.conllu:
        sentences += [s.forms for s in corpus.read_conllu(path, "raw")]
    sentences = [f for f in sentences if 3 <= len(f) <= 120]
    order = tr.batches([(f,) for f in sentences], 3000, random.Random(1))
    out = []
    with torch.no_grad():
        for done, group in enumerate(order):
            forms = [sentences[i] for i in group]
            lengths = torch.tensor([len(f) for f in forms])
            said = mean_of(models, forms, lengths)
            top = {k: torch.topk(said[k], tr.SOFT, -1) for k in tr.SOFT_HEADS}
            index = np.stack([top[k].indices.numpy() for k in tr.SOFT_HEADS],
                             2).astype(np.int16)
            share = np.stack([top[k].values.numpy() for k in tr.SOFT_HEADS],
                             2).astype(np.float16)
            out += [(f, index[i, :len(f)], share[i, :len(f)])
                    for i, f in enumerate(forms)]
            if done % 20 == 0:
                print(f"{done} of {len(order)} batches", flush=True)
    with open(args.out, "wb") as f:
        pickle.dump({"feats": models[0][2]["feats"],
                     "scripts": models[0][2]["scripts"],
                     "sentences": out}, f)
    print(f"{len(out)} sentences, {sum(len(f) for f, _, _ in out)} words")


if __name__ == "__main__":
    main()
