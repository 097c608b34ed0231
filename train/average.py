#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Average the weights of models that go on from one another.

  average.py MODEL.pt MODEL.pt [...] OUT.pt

The models must have one architecture and one vocabulary; everything but the
weights is taken from the last one.
"""
import sys

import torch


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    models = [torch.load(path, map_location="cpu") for path in sys.argv[1:-1]]
    out = models[-1]
    for name, tensor in out["net"].items():
        if tensor.is_floating_point():
            out["net"][name] = sum(m["net"][name] for m in models) / len(models)
    torch.save(out, sys.argv[-1])


if __name__ == "__main__":
    main()
