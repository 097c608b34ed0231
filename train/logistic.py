# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Logistic regression on sets of active features, without other packages."""
import math

MEMORY, STEPS = 8, 120


class Problem:
    """Rows of feature ids with targets in [0, 1]; the loss and its slope.

    A row's group has its own L2 strength by feature: `decay` holds one number
    a feature.
    """

    def __init__(self, rows, targets, decay, weights=None):
        self.rows, self.targets, self.decay = rows, targets, decay
        self.weights = weights or [1.0] * len(rows)

    def loss(self, w):
        value = sum(d * x * x for d, x in zip(self.decay, w)) / 2
        slope = [d * x for d, x in zip(self.decay, w)]
        for row, target, weight in zip(self.rows, self.targets, self.weights):
            score = 0.0
            for i in row:
                score += w[i]
            # log(1 + e^s) - t s
            size = math.exp(-abs(score))
            value += weight * (max(score, 0.0) + math.log1p(size)
                               - target * score)
            p = 1 / (1 + size) if score >= 0 else size / (1 + size)
            step = weight * (p - target)
            for i in row:
                slope[i] += step
        return value, slope


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def direction(slope, pairs):
    """Two-loop recursion of L-BFGS (Nocedal 1980)."""
    q, kept = slope[:], []
    for s, y, rho in reversed(pairs):
        a = rho * dot(s, q)
        q = [x - a * z for x, z in zip(q, y)]
        kept.append(a)
    if pairs:
        s, y, _ = pairs[-1]
        scale = dot(s, y) / dot(y, y)
        q = [x * scale for x in q]
    for (s, y, rho), a in zip(pairs, reversed(kept)):
        b = rho * dot(y, q)
        q = [x + (a - b) * z for x, z in zip(q, s)]
    return [-x for x in q]


def fit(problem):
    """Weights with the least loss."""
    w = [0.0] * len(problem.decay)
    value, slope = problem.loss(w)
    pairs = []
    for _ in range(STEPS):
        d = direction(slope, pairs)
        fall, rate = dot(slope, d), 1.0 if pairs else 1 / (
            1 + math.sqrt(dot(slope, slope)))
        while True:
            tried = [x + rate * y for x, y in zip(w, d)]
            new_value, new_slope = problem.loss(tried)
            if new_value <= value + 1e-4 * rate * fall or rate < 1e-9:
                break
            rate /= 2
        s = [x - y for x, y in zip(tried, w)]
        y = [a - b for a, b in zip(new_slope, slope)]
        if dot(s, y) > 1e-10:
            pairs = (pairs + [(s, y, 1 / dot(s, y))])[-MEMORY:]
        gain = value - new_value
        w, value, slope = tried, new_value, new_slope
        if gain < 1e-5 * max(1.0, abs(value)):
            break
    return w


def predict(w, row):
    return 1 / (1 + math.exp(-sum(w[i] for i in row)))
