# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Train the small tagger: UPOS, XPOS, features and lemmas without a tree.

Two windows: the first adds up projections of the words two to the left and
two to the right, which depend on the word alone and are kept for words that
come again (src/model/tagger.c); the second sees three of its outputs.
"""

import argparse
import collections
import copy
import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus
import features as ft
import lemma as lm

REACH = 2        # words to each side in the first window
N_PREFIX = 1 << 12
N_SUFFIX = 1 << 13
N_SHAPE = 1 << 9
MIN_WORD = 2
MIN_FEATS = 2
MIN_SCRIPT = 2
HEADS = ("upos", "xpos", "feats", "lemma")
WEIGHTS = {"upos": 1.0, "xpos": 1.0, "feats": 0.5, "lemma": 0.3}


class Vocab:
    """Numbers for what the tagger is given and asked for."""

    def __init__(self, words, vectors, feats, scripts):
        self.words = words
        self.feats = feats
        self.scripts = scripts
        self.word_id = {w: i + 1 for i, w in enumerate(words)}
        self.vector_id = {w: i + 1 for i, w in enumerate(vectors)}
        self.ids = [{t: i for i, t in enumerate(names)} for names in
                    (corpus.UPOS, corpus.XPOS, feats, scripts)]
        self.cache = {}

    @classmethod
    def of(cls, train, vectors):
        low = collections.Counter()
        feats = collections.Counter()
        scripts = collections.Counter()
        for s in train:
            low.update(ft.zero_digits(ft.lower(ft.shorten(ft.normalise(f))))
                       for f in s.forms)
            feats.update(s.feats)
            scripts.update(map(lm.script, s.forms, s.lemmas))

        def often(counts, least):
            return [k for k, n in counts.most_common() if n >= least]
        return cls(often(low, MIN_WORD), vectors, often(feats, MIN_FEATS),
                   often(scripts, MIN_SCRIPT))

    def row(self, form):
        """Numbers of a form: vector, word, shape, 4 prefixes, 4 suffixes."""
        row = self.cache.get(form)
        if row is None:
            norm = ft.shorten(ft.normalise(form))
            low = ft.lower(norm)
            z = ft.zero_digits(low)
            row = [self.vector_id.get(low, 0), self.word_id.get(z, 0),
                   ft.bucket("#" + ft.shape(norm), N_SHAPE)]
            for mark, n in (("p", N_PREFIX), ("s", N_SUFFIX)):
                for k in range(1, ft.MAX_AFFIX + 1):
                    part = z[:k] if mark == "p" else z[-k:]
                    row.append(ft.bucket(mark + part, n) if len(z) >= k else 0)
            self.cache[form] = row
        return row

    def targets(self, s):
        """(T, 4) numbers of the right answers; -1 for rare ones."""
        columns = (s.upos, s.xpos, s.feats, map(lm.script, s.forms, s.lemmas))
        return np.array([[ids.get(v, -1) for v in values] for ids, values in
                         zip(self.ids, columns)], dtype=np.int64).T


class Tagger(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = c = cfg
        self.vector = nn.Embedding.from_pretrained(
            torch.zeros(c["n_vectors"] + 1, c["vector_dim"]), freeze=True)
        tables = (("word", c["n_words"] + 1), ("pre", N_PREFIX),
                  ("suf", N_SUFFIX), ("shape", N_SHAPE))
        width = c["vector_dim"]
        for name, n in tables:
            table = nn.Embedding(n, c[name + "_dim"], padding_idx=0)
            nn.init.normal_(table.weight, 0, 0.3)
            table.weight.data[0] = 0
            setattr(self, name, table)
            width += c[name + "_dim"]
        h1, h2 = c["first"], c["second"]
        self.first = nn.Linear(width, (2 * REACH + 1) * h1, bias=False)
        self.case = nn.Embedding(4, h1)  # also the bias
        nn.init.zeros_(self.case.weight)
        self.second = nn.Linear(3 * h1, h2)
        for name in HEADS:
            setattr(self, name, nn.Linear(h2, c["n_" + name]))
        self.drop_in = nn.Dropout(c["drop_in"])
        self.drop = nn.Dropout(c["dropout"])

    def embed(self, x, p_word=0.0):
        """x: (T, 11) numbers; rows of zeros part the sentences."""
        vec, word = x[:, 0], x[:, 1]
        if self.training and p_word > 0:
            word = word * (torch.rand(word.shape) >= p_word)
            vec = vec * (torch.rand(vec.shape) >= p_word * 0.5)
        return torch.cat([self.vector(vec), self.word(word),
                          self.pre(x[:, 3:7]).sum(1),
                          self.suf(x[:, 7:11]).sum(1), self.shape(x[:, 2])],
                         -1)

    def hidden(self, x, case, p_word=0.0):
        """What the heads read: (T, second), and the first window's output."""
        mask = (x[:, 2] > 0).unsqueeze(-1)
        parts = self.first(self.drop_in(self.embed(x, p_word)))
        parts = parts.view(len(x), 2 * REACH + 1, -1)
        h = self.case(case)
        for k in range(2 * REACH + 1):
            # part k of word j is for the word j + k - REACH
            shift = k - REACH
            h = h + F.pad(parts[max(0, -shift):len(x) - max(0, shift), k],
                          (0, 0, max(0, shift), max(0, -shift)))
        h = self.drop(torch.relu(h)) * mask
        pad = F.pad(h, (0, 0, 1, 1))
        window = torch.cat([pad[:-2], h, pad[2:]], -1)
        return self.drop(torch.relu(self.second(window))), window

    def forward(self, x, case, p_word=0.0):
        h, _ = self.hidden(x, case, p_word)
        return [getattr(self, name)(h) for name in HEADS]


def join(vocab, items):
    """Sentences with gaps between: features, how written, targets."""
    gap = [[0] * (3 + 2 * ft.MAX_AFFIX)] * REACH
    xs, cases, ys = list(gap), [0] * REACH, [[-1] * 4] * REACH
    for forms, y in items:
        xs += [vocab.row(f) for f in forms] + gap
        how = ft.sentence_case([ft.normalise(f) for f in forms])
        cases += [how] * len(forms) + [0] * REACH
        ys += y.tolist() + [[-1] * 4] * REACH
    return torch.tensor(xs), torch.tensor(cases), torch.tensor(ys)


def augment(rng, forms, y, p):
    """Now and then another case, or no full stop at the end."""
    r = rng.random()
    if r < p * 0.4:
        forms = [f.lower() for f in forms]
    elif r < p * 0.7:
        forms = [f[:1].upper() + f[1:] for f in forms]
    elif r < p:
        forms = [f.upper() for f in forms]
    if len(forms) > 3 and forms[-1] in ".!?" and rng.random() < p:
        forms, y = forms[:-1], y[:-1]
    return forms, y


def groups(data, size, rng):
    """Random groups of sentences with about `size` words each."""
    order = list(range(len(data)))
    rng.shuffle(order)
    group, n = [], 0
    for i in order:
        group.append(data[i])
        n += len(data[i][0])
        if n >= size:
            yield group
            group, n = [], 0
    if group:
        yield group


def evaluate(net, vocab, items):
    """Shares of right answers of each head in per cent."""
    net.eval()
    with torch.no_grad():
        x, case, y = join(vocab, items)
        known = x[:, 2] > 0
        out = [100 * (best.argmax(-1) == y[:, k])[known].float().mean().item()
               for k, best in enumerate(net(x, case))]
    net.train()
    return out


def loss_of(outs, y):
    return sum(WEIGHTS[name] * F.cross_entropy(
        out, y[:, k], ignore_index=-1, label_smoothing=0.03 if k < 2 else 0)
        for k, (name, out) in enumerate(zip(HEADS, outs)))


def load(path):
    """The network and its vocabulary from a checkpoint."""
    saved = torch.load(path)
    net = Tagger(saved["cfg"])
    net.load_state_dict(saved["net"])
    net.eval()
    return net, Vocab(saved["words"], saved["vectors"], saved["feats"],
                      [tuple(s) for s in saved["scripts"]])


def read_train(data):
    ud = os.path.join(data, "ud")
    return (list(corpus.read_conllu(f"{ud}/en_ewt-ud-train.conllu", "ewt")) +
            list(corpus.read_conllu(f"{ud}/gum-train.conllu", "gum")))


def learn(net, vocab, data, dev, args):
    """Train; returns the running mean of the weights."""
    rng = random.Random(args.seed)
    params = [q for q in net.parameters() if q.requires_grad]
    opt = torch.optim.AdamW(params, lr=args.rate, betas=(0.9, 0.98),
                            weight_decay=1e-4)
    mean = copy.deepcopy(net)
    steps = args.epochs * sum(1 for _ in groups(data, args.batch, rng))
    step = 0
    for epoch in range(1, args.epochs + 1):
        start, total = time.process_time(), 0.0
        for group in groups(data, args.batch, rng):
            items = [augment(rng, *item, args.p_augment) for item in group]
            x, case, y = join(vocab, items)
            rate = min(1, (step + 1) / 200) * max(0.01, 1 - step / steps)
            opt.param_groups[0]["lr"] = args.rate * rate
            loss = loss_of(net(x, case, args.p_word), y)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 5.0)
            opt.step()
            step += 1
            total += loss.item()
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for a, b in zip(mean.parameters(), net.parameters()):
                    if b.requires_grad:
                        a.mul_(decay).add_(b, alpha=1 - decay)
        line = (f"epoch {epoch} loss {total * args.epochs / steps:.3f} "
                f"{time.process_time() - start:.0f}s")
        for name, items in dev.items():
            line += f" | {name}" + "".join(
                f" {head} {v:.2f}" for head, v in
                zip(HEADS, evaluate(mean, vocab, items)))
        print(line, flush=True)
    return mean


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", default=os.path.join(
        corpus.HERE, "..", "..", "shared", "data"))
    p.add_argument("--vectors", default="vectors.npz")
    p.add_argument("--out", default="tagger.pt")
    p.add_argument("--first", type=int, default=128)
    p.add_argument("--second", type=int, default=128)
    p.add_argument("--epochs", type=int, default=12)
    p.add_argument("--batch", type=int, default=1000)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--dropout", type=float, default=0.2)
    p.add_argument("--drop-in", type=float, default=0.2)
    p.add_argument("--p-word", type=float, default=0.15)
    p.add_argument("--p-augment", type=float, default=0.1)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    print(vars(args), flush=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)

    train = read_train(args.data)
    archive = np.load(args.vectors)
    vectors = [str(w) for w in archive["words"]]
    vocab = Vocab.of(train, vectors)
    data = [(s.forms, vocab.targets(s)) for s in train]
    dev = {k: [(s.forms, vocab.targets(s)) for s in v]
           for k, v in corpus.load_dev(args.data).items()}
    cfg = {"first": args.first, "second": args.second,
           "dropout": args.dropout, "drop_in": args.drop_in,
           "vector_dim": archive["vectors"].shape[1], "word_dim": 32,
           "pre_dim": 32, "suf_dim": 48, "shape_dim": 12,
           "n_vectors": len(vectors), "n_words": len(vocab.words),
           "n_upos": len(corpus.UPOS), "n_xpos": len(corpus.XPOS),
           "n_feats": len(vocab.feats), "n_lemma": len(vocab.scripts)}
    print(cfg, f"{sum(len(f) for f, _ in data)} words", flush=True)
    net = Tagger(cfg)
    net.vector.weight.data[1:] = torch.from_numpy(archive["vectors"])
    mean = learn(net, vocab, data, dev, args)
    state = mean.state_dict()
    torch.save({"cfg": cfg, "net": state, "words": vocab.words,
                "vectors": vectors, "feats": vocab.feats,
                "scripts": vocab.scripts, "args": vars(args)}, args.out)


if __name__ == "__main__":
    main()
