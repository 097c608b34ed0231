# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Edit scripts that turn a form into its lemma."""

from features import lower, normalise


def common(a, b):
    k = 0
    while k < min(len(a), len(b)) and a[k] == b[k]:
        k += 1
    return k


def script(form, lemma):
    """'l' or 'k' (in lower case, or case kept), letters to cut, ending."""
    norm = normalise(form)
    lemma = normalise(lemma)
    best = None
    for mode, base in (("l", lower(norm)), ("k", norm)):
        k = common(base, lemma)
        cost = len(base) - k + len(lemma) - k
        if best is None or cost < best[0]:
            best = cost, (mode, len(base) - k, lemma[k:])
    return best[1]


def apply(script_, form):
    mode, cut, ending = script_
    norm = normalise(form)
    base = lower(norm) if mode == "l" else norm
    if cut > len(base) or (cut == len(base) and not ending):
        return norm
    return base[:len(base) - cut] + ending
