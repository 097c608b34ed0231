# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What the model sees of a word; src/model/feature.c does the same in C."""

MASK64 = (1 << 64) - 1
N_AFFIX = 1 << 14
N_SHAPE = 1 << 10
MAX_AFFIX = 4
MAX_SHAPE = 10

WHOLE = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]",
         "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"'}
CHARS = {}
for c in "\u2018\u2019\u201b\u2032\u00b4\u0060":
    CHARS[c] = "'"
for c in "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb":
    CHARS[c] = '"'
for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212":
    CHARS[c] = "-"
CHARS["\u2026"] = "..."
CHARS["\u00a0"] = " "


def normalise(form):
    """Straight quotes and dashes, brackets as written."""
    if form in WHOLE:
        return WHOLE[form]
    return "".join(CHARS.get(c, c) for c in form)


def shorten(norm):
    """Both ends of a very long form."""
    return norm if len(norm) <= 64 else norm[:32] + norm[-32:]


def lower_char(u):
    """Simple lower case of the Latin, Greek and Cyrillic blocks."""
    if 0x41 <= u <= 0x5A:
        return u + 32
    if u < 0xC0:
        return u
    if u <= 0xDE:
        return u + 32 if u != 0xD7 else u
    if 0x100 <= u <= 0x137 and u not in (0x130, 0x131):
        return u | 1
    if 0x139 <= u <= 0x148 or 0x179 <= u <= 0x17E:
        return u + 1 if u & 1 else u
    if 0x14A <= u <= 0x177:
        return u | 1
    if u == 0x178:
        return 0xFF
    if 0x391 <= u <= 0x3A9 and u != 0x3A2:
        return u + 32
    if 0x400 <= u <= 0x40F:
        return u + 80
    if 0x410 <= u <= 0x42F:
        return u + 32
    return u


def lower(text):
    return "".join(chr(lower_char(ord(c))) for c in text)


def is_lower(c):
    """A letter in lower case, as far as lower_char() knows letters."""
    u = ord(c)
    if 0x61 <= u <= 0x7A or (0xDF <= u <= 0xFF and u != 0xF7):
        return True
    if 0x100 <= u <= 0x17F:
        return lower_char(u) == u
    return 0x3B1 <= u <= 0x3C9 or 0x430 <= u <= 0x45F


def is_upper(c):
    return lower_char(ord(c)) != ord(c)


def fnv(text):
    h = 0xCBF29CE484222325
    for b in text.encode("utf-8", "surrogatepass"):
        h = ((h ^ b) * 0x100000001B3) & MASK64
    return h


def bucket(text, n):
    """1 .. n - 1; 0 stands for 'there is none'."""
    h = fnv(text)
    return 1 + ((h ^ (h >> 32)) & 0xFFFFFFFF) % (n - 1)


def zero_digits(text):
    return "".join("0" if "0" <= c <= "9" else c for c in text)


def shape(norm):
    out = []
    for c in norm:
        if is_upper(c):
            k = "X"
        elif is_lower(c):
            k = "x"
        elif "0" <= c <= "9":
            k = "9"
        elif ord(c) < 128:
            k = c
        else:
            k = "o"
        if len(out) >= 3 and out[-1] == out[-2] == out[-3] == k:
            continue
        if len(out) == MAX_SHAPE:
            break
        out.append(k)
    return "".join(out)


CASE_MIXED, CASE_LOWER, CASE_TITLE, CASE_UPPER = range(4)


def sentence_case(norms):
    """How a sentence is written, from its words of letters only."""
    n = cap = up = 0
    for w in norms:
        if not w or not (is_upper(w[0]) or is_lower(w[0])):
            continue
        n += 1
        cap += is_upper(w[0])
        up += len(w) > 1 and not any(is_lower(c) for c in w)
    if n < 2:
        return CASE_MIXED
    if cap == 0:
        return CASE_LOWER
    if n >= 3 and up * 10 >= n * 7:
        return CASE_UPPER
    if n >= 4 and cap * 10 >= n * 7:
        return CASE_TITLE
    return CASE_MIXED


def affixes(low):
    """Buckets of the prefixes and of the suffixes of 1 to 4 letters."""
    z = zero_digits(low)
    pre = [bucket("p" + z[:k], N_AFFIX) if len(z) >= k else 0
           for k in range(1, MAX_AFFIX + 1)]
    suf = [bucket("s" + z[-k:], N_AFFIX) if len(z) >= k else 0
           for k in range(1, MAX_AFFIX + 1)]
    return pre, suf


def word_key(zeroed):
    """Key of the learned word vectors; numbers of one length share one."""
    return fnv("w" + zeroed)


def vector_key(low):
    """Key of the pretrained word vectors."""
    return fnv("v" + low)


def lemma_key(form, xpos):
    """Key of a known lemma."""
    return fnv("l" + lower(shorten(normalise(form))) + "\t" + xpos)
