# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What scores must be: floors, and ceilings where less is better."""


def problems(floors, results):
    """Sentences for the scores that miss their bound.

    `floors`: {set: {column: least, or {"at most": number}}}; `results`: {set:
    {column: score} or the words of a failure}. Sets that were not measured are
    left out.
    """
    found = []
    for name, bounds in floors.items():
        if name not in results:
            continue
        for column, bound in bounds.items():
            row = results[name]
            score = row.get(column) if isinstance(row, dict) else row
            is_ceiling = isinstance(bound, dict)
            limit = bound["at most"] if is_ceiling else bound
            is_number = isinstance(score, (int, float))
            if not is_number or (score > limit if is_ceiling
                                 else score < limit):
                found.append("%s: expected %s of at %s %s, found %s" % (
                    name, column, "most" if is_ceiling else "least", limit,
                    score))
    return found
