# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Train the English model: all heads at once, on all sources."""

import argparse
import collections
import copy
import json
import math
import os
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import corpus
import features as ft
import lemma as lm
from net import Net

MIN_WORD = 2
MIN_FEATS = 1
MIN_SCRIPT = 2
SOFT = 4  # answers kept of each word's probabilities
SOFT_HEADS = ("upos", "xpos", "feats", "lemma", "head", "dep", "ner")


class Vocab:
    """Numbers for everything that the network is given or asked for."""

    def __init__(self, train, vectors):
        low = collections.Counter()
        feats = collections.Counter()
        scripts = collections.Counter()
        for s in train:
            if s.has_tree:
                feats.update(s.feats)
                scripts.update(lm.script(f, l) for f, l in
                               zip(s.forms, s.lemmas))
            low.update(ft.zero_digits(ft.lower(ft.normalise(f)))
                       for f in s.forms)
        self.words = [w for w, n in low.most_common() if n >= MIN_WORD]
        self.word_id = {w: i + 1 for i, w in enumerate(self.words)}
        self.vectors = [str(w) for w in vectors]
        self.vector_id = {w: i + 1 for i, w in enumerate(self.vectors)}
        self.feats = [f for f, n in feats.most_common() if n >= MIN_FEATS]
        self.scripts = [s for s, n in scripts.most_common()
                        if n >= MIN_SCRIPT]
        self.ids = {
            "upos": {t: i for i, t in enumerate(corpus.UPOS)},
            "xpos": {t: i for i, t in enumerate(corpus.XPOS)},
            "deps": {t: i for i, t in enumerate(corpus.DEPS)},
            "feats": {t: i for i, t in enumerate(self.feats)},
            "lemma": {t: i for i, t in enumerate(self.scripts)}}
        self.cache = {}

    def word_features(self, form):
        row = self.cache.get(form)
        if row is None:
            norm = ft.shorten(ft.normalise(form))
            low = ft.lower(norm)
            pre, suf = ft.affixes(low)
            row = [self.vector_id.get(low, 0),
                   self.word_id.get(ft.zero_digits(low), 0),
                   ft.bucket("#" + ft.shape(norm), ft.N_SHAPE), 0] + pre + suf
            self.cache[form] = row = np.array(row, dtype=np.int64)
        return row

    def features(self, forms):
        x = np.stack([self.word_features(f) for f in forms])
        x[:, 3] = ft.sentence_case([ft.normalise(f) for f in forms])
        return x


class Masks:
    """Sets of allowed name tags by number; 0 allows everything."""

    def __init__(self):
        self.index = {tag: i for i, tag in enumerate(corpus.NER_TAGS)}
        self.rows = [[True] * len(corpus.NER_TAGS)]
        self.numbers = {}

    def number(self, allowed):
        if allowed not in self.numbers:
            row = [False] * len(corpus.NER_TAGS)
            for tag in allowed:
                row[self.index[tag]] = True
            self.numbers[allowed] = len(self.rows)
            self.rows.append(row)
        return self.numbers[allowed]


def targets(s, vocab, masks):
    """(T, 7): upos, xpos, feats, lemma, head, dep, ner; -1: not known."""
    y = np.full((len(s.forms), 7), -1, dtype=np.int64)
    y[:, 6] = 0
    if s.has_tree:
        ids = vocab.ids
        for col, name, values in ((0, "upos", s.upos), (1, "xpos", s.xpos),
                                  (2, "feats", s.feats), (5, "deps", s.deps)):
            y[:, col] = [ids[name].get(v, -1) for v in values]
        y[:, 3] = [ids["lemma"].get(lm.script(f, l), -1) for f, l in
                   zip(s.forms, s.lemmas)]
        y[:, 4] = s.heads
    if s.ner is not None:
        y[:, 6] = [masks.number(a) for a in s.ner]
    return y


def title(form):
    return form[:1].upper() + form[1:]


class Names:
    """Names seen in training, to put one in another's place."""

    KINDS = ("person", "place", "organisation")

    def __init__(self, train):
        pool = collections.defaultdict(set)
        for s in train:
            for first, end, kind in s.names:
                words = tuple(s.forms[first:end])
                if self.fits(words):
                    pool[kind, len(words)].add(words)
        self.pool = {k: sorted(v) for k, v in pool.items()}

    @staticmethod
    def fits(words):
        return words[0][:1].isupper() and words[-1][:1].isupper()

    def swap(self, rng, forms, y, names, p):
        """Forms and targets with some names replaced by as long ones."""
        out = None
        for first, end, kind in names:
            words = forms[first:end]
            if kind not in self.KINDS or rng.random() >= p or \
                    not self.fits(words):
                continue
            # inside a tree only names of one structure may change places
            if y[first, 0] >= 0 and end - first > 1 and kind != "person":
                continue
            if out is None:
                out, y = list(forms), y.copy()
            out[first:end] = rng.choice(self.pool[kind, end - first])
            y[first:end, 3] = -1  # the lemma is another
        return out or forms, y


def recase(rng, forms, p):
    """Now and then small letters, title case or capitals."""
    r = rng.random()
    if r < p * 0.4:
        return [f.lower() for f in forms]
    if r < p * 0.7:
        return [title(f) for f in forms]
    return [f.upper() for f in forms] if r < p else forms


def augment(rng, forms, y, p):
    """Now and then another case, or no full stop at the end."""
    forms = recase(rng, forms, p)
    if len(forms) > 3 and forms[-1] in ".!?" and rng.random() < p:
        if not (y[:, 4] == len(forms)).any():
            forms, y = forms[:-1], y[:-1]
    return forms, y


def batches(sentences, size, rng):
    """Groups of like length with about `size` tokens each, shuffled."""
    order = sorted(range(len(sentences)),
                   key=lambda i: (len(sentences[i][0]), rng.random()))
    out, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i][0]))
        if group and longest * (len(group) + 1) > size:
            out.append(group)
            group, longest = [], len(sentences[i][0])
        group.append(i)
    out.append(group)
    rng.shuffle(out)
    return out


def pad(rows):
    """(B, T, ...) of arrays (n, ...), with zeros behind the shorter ones."""
    n = max(len(r) for r in rows)
    out = np.zeros((len(rows), n, *rows[0].shape[1:]), dtype=rows[0].dtype)
    for i, r in enumerate(rows):
        out[i, :len(r)] = r
    return torch.from_numpy(out)


def collate(items):
    lengths = torch.tensor([len(x) for x, _ in items])
    ys = pad([y + 1 for _, y in items]) - 1
    ys[..., 6] += ys[..., 6] < 0
    return pad([x for x, _ in items]), ys, lengths


def cross(logits, y, smoothing=0.0):
    y = y.reshape(-1)
    if not (y >= 0).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.reshape(len(y), -1), y, ignore_index=-1,
                           label_smoothing=smoothing)


WEIGHTS = {"upos": 0.5, "xpos": 0.5, "feats": 0.3, "lemma": 0.3, "arc": 1.0,
           "head": 1.0, "dep": 1.0, "ner": 1.0}


def losses(net, x, y, lengths, mask_rows, p_word):
    h = net.encode(x, lengths, p_word)
    tag = net.mlp(net.tag, h)
    out = {"upos": cross(net.upos(tag), y[..., 0], 0.03),
           "xpos": cross(net.xpos(tag), y[..., 1], 0.03),
           "feats": cross(net.feats(tag), y[..., 2]),
           "lemma": cross(net.lemma(tag), y[..., 3])}
    ner = net.ner(net.mlp(net.name, h))
    allowed = mask_rows[y[..., 6]]
    known = y[..., 6] > 0
    if known.any():
        nll = (torch.logsumexp(ner, -1) -
               torch.logsumexp(ner.masked_fill(~allowed, -1e9), -1))
        out["ner"] = nll[known].mean()
    keep = (y[..., 4] >= 0).any(1)
    if keep.any():
        h, yk, lk = h[keep], y[keep], lengths[keep]
        arcs = net.arcs(h, lk)
        out["arc"] = cross(arcs, yk[..., 4])
        out["dep"] = cross(net.labels(h, yk[..., 4].clamp(min=0)),
                           yk[..., 5], 0.03)
    return sum(WEIGHTS[k] * v for k, v in out.items())


def soft_losses(net, x, index, share, lengths, p_word):
    """As losses(), against the likeliest answers of teachers.

    Shapes: index, share (B, T, 7, SOFT), by SOFT_HEADS.
    """
    h = net.encode(x, lengths, p_word)
    tag = net.mlp(net.tag, h)
    heads = index[:, :, SOFT_HEADS.index("head"), 0]
    logits = {"upos": net.upos(tag), "xpos": net.xpos(tag),
              "feats": net.feats(tag), "lemma": net.lemma(tag),
              "head": net.arcs(h, lengths), "dep": net.labels(h, heads),
              "ner": net.ner(net.mlp(net.name, h))}
    known = torch.arange(x.shape[1])[None] < lengths[:, None]
    loss = 0
    for k, name in enumerate(SOFT_HEADS):
        logp = torch.log_softmax(logits[name], -1)
        logp = logp.gather(-1, index[:, :, k].clamp(max=logp.shape[-1] - 1))
        part = -(share[:, :, k] * logp.clamp(min=-30)).sum(-1)
        loss = loss + WEIGHTS[name] * part[known].mean()
    return loss


def evaluate(net, items):
    """Shares of right upos, xpos, feats, lemma, UAS, LAS; greedy heads."""
    net.eval()
    hit, total = np.zeros(6), 0
    with torch.no_grad():
        for group in batches(items, 3000, random.Random(1)):
            x, y, lengths = collate([items[i][:2] for i in group])
            h = net.encode(x, lengths)
            tag = net.mlp(net.tag, h)
            known = y[..., 4] >= 0
            for k, head in enumerate((net.upos, net.xpos, net.feats,
                                      net.lemma)):
                ok = head(tag).argmax(-1) == y[..., k]
                hit[k] += (ok & known).sum().item()
            heads = net.arcs(h, lengths).argmax(-1)
            deps = net.labels(h, heads).argmax(-1)
            right = (heads == y[..., 4]) & known
            hit[4] += right.sum().item()
            hit[5] += (right & (deps == y[..., 5])).sum().item()
            total += known.sum().item()
    net.train()
    return 100 * hit / total


def name_f1(net, items):
    """Coarse F1 of person, organisation, place, event, time; greedy."""
    coarse = ("person", "organisation", "place", "event", "time")
    net.eval()
    n_gold = n_sys = n_hit = 0
    with torch.no_grad():
        for x, _, gold in items:
            lengths = torch.tensor([len(x)])
            h = net.encode(torch.from_numpy(x)[None], lengths)
            best = net.ner(net.mlp(net.name, h)).argmax(-1)[0].tolist()
            found, start = set(), None
            for i, k in enumerate(best):
                tag = corpus.NER_TAGS[k]
                if tag[0] in "BS":
                    start = (i, tag[2:])
                if tag[0] in "ES":
                    if start and start[1] == tag[2:] in coarse:
                        found.add((start[0], i + 1, tag[2:]))
                    start = None
                elif tag == "O":
                    start = None
            n_gold, n_sys = n_gold + len(gold), n_sys + len(found)
            n_hit += len(gold & found)
    net.train()
    return 100 * 2 * n_hit / max(1, n_gold + n_sys)


def name_items(path, vocab, read):
    out = []
    for forms, tags, _ in corpus.read_bio(path):
        gold = {(a, b, read[t]) for a, b, t in corpus.spans_of(tags)
                if t in read}
        out.append((vocab.features(forms), None, gold))
    return out


def load_soft(path, vocab):
    """[(forms, index (T, 7, SOFT), share (T, 7, SOFT))]."""
    with open(path, "rb") as f:
        saved = pickle.load(f)
    if saved["feats"] != vocab.feats or saved["scripts"] != vocab.scripts:
        raise SystemExit(f"{path}: error: expected the tags of this training "
                         "data, not others")
    return saved["sentences"]


def configuration(vocab, vector_dim):
    """The sizes of a network for this vocabulary."""
    return {"encoder": "c1,c2,c4,c1", "dim": 192, "dropout": 0.25,
            "vector_dim": vector_dim, "word_dim": 64, "pre_dim": 48,
            "suf_dim": 64, "shape_dim": 24, "case_dim": 8, "tag_dim": 128,
            "ner_dim": 96, "arc_dim": 128, "label_dim": 96,
            "n_vectors": len(vocab.vectors), "n_words": len(vocab.words),
            "n_upos": len(corpus.UPOS), "n_xpos": len(corpus.XPOS),
            "n_feats": len(vocab.feats), "n_lemma": len(vocab.scripts),
            "n_ner": len(corpus.NER_TAGS), "n_deps": len(corpus.DEPS)}


def rows_by_name(new, was, names, old_names):
    """Rows of the same name; `new` keeps its own where the other has none."""
    at = {k: i for i, k in enumerate(old_names)}
    out = new.clone()
    for i, k in enumerate(names):
        if k in at:
            out[i] = was[at[k]]
    return out


def start_from(net, path, vocab):
    """Take over what fits of another model.

    Rows of words, features and edit scripts go by their names. A wider matrix
    begins with the other's columns, the rest at a tenth of its random start.
    """
    saved = torch.load(path)
    old = saved["net"]
    pad = [""]
    lists = {"word": (pad + vocab.words, pad + saved["words"]),
             "feats": (vocab.feats, saved["feats"]),
             "lemma": (vocab.scripts, [tuple(s) for s in saved["scripts"]])}
    with torch.no_grad():
        for name, new in net.named_parameters():
            was = old.get(name)
            if was is None:
                continue
            names = lists.get(name.split(".")[0])
            if names:
                new.copy_(rows_by_name(new, was, *names))
            elif was.shape == new.shape:
                new.copy_(was)
            elif was.dim() == 2 and was.shape[0] == new.shape[0] and \
                    was.shape[1] < new.shape[1]:
                new.mul_(0.1)
                new[:, :was.shape[1]] = was


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", default=os.path.join(
        corpus.HERE, "..", "..", "shared", "data"))
    p.add_argument("--vectors", default="vectors.npz")
    p.add_argument("--out", default="model.pt")
    p.add_argument("--encoder", default="c1,c2,c4,c1")
    p.add_argument("--dim", type=int, default=192)
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--batch", type=int, default=1500)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--dropout", type=float, default=0.25)
    p.add_argument("--p-word", type=float, default=0.15)
    p.add_argument("--p-augment", type=float, default=0.12)
    p.add_argument("--p-swap", type=float, default=0.25,
                   help="names replaced by others of their type")
    p.add_argument("--share-names", type=float, default=0.5,
                   help="of the sentences without trees in each epoch")
    p.add_argument("--soft", help="what label.py wrote")
    p.add_argument("--share-soft", type=float, default=0.5,
                   help="of its sentences in each epoch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--stop", type=int, default=99,
                   help="end after this epoch, whatever the rates planned")
    p.add_argument("--start", help="a model to go on from")
    p.add_argument("--hold-out", metavar="SOURCE",
                   help="learn nothing of every tenth document of this source")
    p.add_argument("--silver", metavar="FILE",
                   help="EWT's training part with names that relata found")
    p.add_argument("--limit", type=int, default=0, help="for trying out")
    args = p.parse_args()
    print(vars(args), flush=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = random.Random(args.seed)

    train = corpus.load_train(args.data)
    if args.hold_out:
        train = corpus.held_out(train, args.hold_out)
    if args.silver:
        corpus.add_silver(train, args.silver)
    if args.limit:
        train = train[::max(1, len(train) // args.limit)]
    archive = np.load(args.vectors)
    vocab = Vocab(train, archive["words"])
    masks = Masks()
    data = [(s.forms, targets(s, vocab, masks), s.names) for s in train
            if len(s.forms) <= 200]
    pool = Names(train)
    mask_rows = torch.tensor(masks.rows)
    dev = {k: [(vocab.features(s.forms), targets(s, vocab, masks))
               for s in v] for k, v in corpus.load_dev(args.data).items()}
    ner = os.path.join(args.data, "ner")
    names = {
        "gum": name_items(f"{ner}/gum-names-dev.tsv", vocab,
                          {"person": "person", "organization": "organisation",
                           "place": "place", "event": "event",
                           "time": "time"}),
        "uner": name_items(f"{ner}/uner-ewt-dev.tsv", vocab,
                           {"PER": "person", "ORG": "organisation",
                            "LOC": "place"})}
    cfg = configuration(vocab, archive["vectors"].shape[1])
    cfg.update(encoder=args.encoder, dim=args.dim, dropout=args.dropout)
    net = Net(cfg)
    net.vector.weight.data[1:] = torch.from_numpy(archive["vectors"])
    if args.start:
        start_from(net, args.start, vocab)
    params = [q for q in net.parameters() if q.requires_grad]
    opt = torch.optim.AdamW(params, lr=args.rate, betas=(0.9, 0.98),
                            weight_decay=1e-4)
    mean = copy.deepcopy(net)
    n_tokens = sum(len(row[0]) for row in data)
    print(cfg, f"{len(data)} sentences, {n_tokens} tokens", flush=True)

    soft = load_soft(args.soft, vocab) if args.soft else []

    def chosen(rng):
        """An epoch's batches: all trees, some of the names and soft ones."""
        part = [row for row in data
                if row[1][0, 0] >= 0 or rng.random() < args.share_names]
        out = [[part[i] for i in group]
               for group in batches(part, args.batch, rng)]
        part = [row for row in soft if rng.random() < args.share_soft]
        if part:
            out += [[part[i] for i in group]
                    for group in batches(part, args.batch, rng)]
        rng.shuffle(out)
        return out

    def loss_of(group):
        if isinstance(group[0][2], np.ndarray):
            rows = [(vocab.features(recase(rng, forms, args.p_augment)),
                     index.astype(np.int64), share.astype(np.float32))
                    for forms, index, share in group]
            x, index, share = (pad(list(k)) for k in zip(*rows))
            lengths = torch.tensor([len(r[0]) for r in rows])
            return soft_losses(net, x, index, share, lengths, args.p_word)
        items = []
        for row in group:
            forms, y = pool.swap(rng, *row, args.p_swap)
            forms, y = augment(rng, forms, y, args.p_augment)
            items.append((vocab.features(forms), y))
        return losses(net, *collate(items), mask_rows, args.p_word)

    steps = args.epochs * len(chosen(rng))
    step, best = 0, 0.0
    for epoch in range(1, min(args.epochs, args.stop) + 1):
        start, total = time.time(), 0.0
        for group in chosen(rng):
            rate = min(1, (step + 1) / 300) * max(0.01, 1 - step / steps)
            for g in opt.param_groups:
                g["lr"] = args.rate * rate
            loss = loss_of(group)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 5.0)
            opt.step()
            step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for a, b in zip(mean.parameters(), net.parameters()):
                    if b.requires_grad:
                        a.mul_(decay).add_(b, alpha=1 - decay)
            total += loss.item()
            if not math.isfinite(total):
                raise SystemExit("the loss is not a number any more")
        spent = time.time() - start
        line = f"epoch {epoch} loss {total / step * epoch:.3f} {spent:.0f}s"
        scores = {k: evaluate(mean, v) for k, v in dev.items()}
        for k, v in scores.items():
            line += (f" | {k} upos {v[0]:.2f} xpos {v[1]:.2f} feats {v[2]:.2f}"
                     f" lemma {v[3]:.2f} uas {v[4]:.2f} las {v[5]:.2f}")
        if epoch % 2 == 0 or epoch == args.epochs:
            f1 = {k: name_f1(mean, v) for k, v in names.items()}
            line += f" | names gum {f1['gum']:.2f} uner {f1['uner']:.2f}"
        print(line, flush=True)
        score = scores["ewt"][5] + scores["gum"][5]
        if score > best or epoch == args.epochs:
            best = max(best, score)
            torch.save({"cfg": cfg, "net": mean.state_dict(),
                        "words": vocab.words, "vectors": vocab.vectors,
                        "feats": vocab.feats, "scripts": vocab.scripts,
                        "args": vars(args), "log": line}, args.out)


if __name__ == "__main__":
    main()
