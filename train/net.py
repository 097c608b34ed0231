# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""The network: word features, encoder layers, heads."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from features import MAX_AFFIX, N_AFFIX, N_SHAPE

MAX_DISTANCE = 16


class Conv(nn.Module):
    """h + norm(maxout(window of 3)), neighbours `dilation` apart."""

    def __init__(self, dim, dilation, dropout):
        super().__init__()
        self.dilation = dilation
        self.linear = nn.Linear(3 * dim, 2 * dim)
        self.norm = nn.LayerNorm(dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, h, mask, lengths):
        d = self.dilation
        pad = F.pad(h, (0, 0, d, d))
        n = h.shape[1]
        window = torch.cat([pad[:, :n], h, pad[:, 2 * d:2 * d + n]], -1)
        y = self.linear(window)
        y = torch.maximum(*y.chunk(2, -1))
        return (h + self.dropout(self.norm(y))) * mask


class Lstm(nn.Module):
    """One bidirectional layer with 2 * hidden values.

    Where it skips, its input stands in front of them.
    """

    def __init__(self, dim, hidden, dropout, skips):
        super().__init__()
        self.skips = skips
        self.out = 2 * hidden + (dim if skips else 0)
        self.lstm = nn.LSTM(dim, hidden, batch_first=True, bidirectional=True)
        self.dropout = nn.Dropout(dropout)

    def forward(self, h, mask, lengths):
        packed = pack_padded_sequence(h, lengths, batch_first=True,
                                      enforce_sorted=False)
        out, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True,
                                     total_length=h.shape[1])
        out = self.dropout(out)
        return torch.cat([h, out], -1) if self.skips else out


class Net(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = c = cfg
        drop = c["dropout"]
        self.vector = nn.Embedding.from_pretrained(
            torch.zeros(c["n_vectors"] + 1, c["vector_dim"]), freeze=True)
        self.word = nn.Embedding(c["n_words"] + 1, c["word_dim"],
                                 padding_idx=0)
        self.pre = nn.Embedding(N_AFFIX, c["pre_dim"], padding_idx=0)
        self.suf = nn.Embedding(N_AFFIX, c["suf_dim"], padding_idx=0)
        self.shape = nn.Embedding(N_SHAPE, c["shape_dim"], padding_idx=0)
        self.case = nn.Embedding(4, c["case_dim"])
        for table in (self.word, self.pre, self.suf, self.shape, self.case):
            nn.init.normal_(table.weight, 0, 0.3)
            if table.padding_idx is not None:
                table.weight.data[0] = 0
        dim = c["dim"]
        width = (c["vector_dim"] + c["word_dim"] + c["pre_dim"] +
                 c["suf_dim"] + c["shape_dim"] + c["case_dim"])
        self.input = nn.Linear(width, dim)
        self.norm = nn.LayerNorm(dim)
        self.drop = nn.Dropout(drop)
        layers = []
        for spec in c["encoder"].split(","):
            if spec[0] == "c":
                layers.append(Conv(dim, int(spec[1:]), drop))
            else:
                layers.append(Lstm(dim, int(spec[1:]), drop, spec[0] == "s"))
                dim = layers[-1].out
        self.layers = nn.ModuleList(layers)
        t, n, a, l = c["tag_dim"], c["ner_dim"], c["arc_dim"], c["label_dim"]
        self.tag = nn.Linear(dim, t)
        self.upos = nn.Linear(t, c["n_upos"])
        self.xpos = nn.Linear(t, c["n_xpos"])
        self.feats = nn.Linear(t, c["n_feats"])
        self.lemma = nn.Linear(t, c["n_lemma"])
        self.name = nn.Linear(dim, n)
        self.ner = nn.Linear(n, c["n_ner"])
        self.arc_head = nn.Linear(dim, a)
        self.arc_dep = nn.Linear(dim, a)
        self.arc = nn.Linear(a, a)  # the bilinear form, with a head bias
        self.arc_root = nn.Parameter(torch.zeros(a))
        self.distance = nn.Parameter(torch.zeros(2 * MAX_DISTANCE + 2))
        nn.init.zeros_(self.arc.weight)
        self.label_head = nn.Linear(dim, l)
        self.label_dep = nn.Linear(dim, l)
        self.label_root = nn.Parameter(torch.zeros(l))
        self.label = nn.Linear(2 * l, c["n_deps"])
        self.mlp_drop = nn.Dropout(drop)

    def embed(self, x, p_word):
        """x: (B, T, 4 + 2 * MAX_AFFIX) numbers of the features."""
        vec, word = x[..., 0], x[..., 1]
        if self.training and p_word > 0:
            keep = torch.rand(word.shape) >= p_word
            word = word * keep
            keep = torch.rand(word.shape) >= p_word * 0.5
            vec = vec * keep
        pre = self.pre(x[..., 4:4 + MAX_AFFIX]).sum(-2)
        suf = self.suf(x[..., 4 + MAX_AFFIX:]).sum(-2)
        h = torch.cat([self.vector(vec), self.word(word), pre, suf,
                       self.shape(x[..., 2]), self.case(x[..., 3])], -1)
        return self.drop(self.norm(self.input(self.drop(h))))

    def encode(self, x, lengths, p_word=0.0):
        n = x.shape[1]
        mask = (torch.arange(n)[None] < lengths[:, None]).unsqueeze(-1).float()
        h = self.embed(x, p_word) * mask
        for layer in self.layers:
            h = layer(h, mask, lengths)
        return h

    def mlp(self, linear, h):
        return self.mlp_drop(F.relu(linear(h)))

    def arcs(self, h, lengths):
        """(B, T, T + 1) scores of heads; column 0 is the root."""
        b, n = h.shape[:2]
        heads = self.mlp(self.arc_head, h)
        root = self.arc_root.expand(b, 1, -1)
        heads = torch.cat([root, heads], 1)
        deps = self.arc(self.mlp(self.arc_dep, h))
        s = torch.bmm(deps, heads.transpose(1, 2))
        i = torch.arange(n)
        d = (i[None] - i[:, None]).clamp(-MAX_DISTANCE, MAX_DISTANCE)
        bias = torch.cat([self.distance[-1:].expand(n, 1),
                          self.distance[d + MAX_DISTANCE]], 1)
        s = s + bias
        valid = torch.arange(n + 1)[None] <= lengths[:, None]
        s = s.masked_fill(~valid[:, None], -1e9)
        self_arc = torch.cat([torch.zeros(n, 1, dtype=torch.bool),
                              torch.eye(n, dtype=torch.bool)], 1)
        return s.masked_fill(self_arc[None], -1e9)

    def labels(self, h, heads):
        """(B, T, n_deps) scores of relations, given the heads."""
        b = h.shape[0]
        hh = self.mlp(self.label_head, h)
        hh = torch.cat([self.label_root.expand(b, 1, -1), hh], 1)
        hd = self.mlp(self.label_dep, h)
        hh = torch.gather(hh, 1, heads.unsqueeze(-1).expand(-1, -1,
                                                            hh.shape[-1]))
        z = torch.cat([torch.maximum(hh, hd) , hh * hd], -1)
        return self.label(z)
