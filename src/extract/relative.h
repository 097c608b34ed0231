// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_RELATIVE_H
#define REL_EXTRACT_RELATIVE_H

#include "extract/clause.h"

/**
   The noun that a relative pronoun stands for: the one that its clause hangs
   on, or the one before the pronoun; other tokens stand for themselves.
*/
uint32_t rel_relative_resolve(const RelSyntax *s, const RelClause *clause,
                              uint32_t i);

/// May a relative clause without pronoun have lost its object to this noun?
bool rel_relative_can_be_gap(const RelSyntax *s, uint32_t noun);

/// Has the clause a relative pronoun or adverb before its verb?
bool rel_relative_has_word(const RelSyntax *s, const RelClause *clause);

/// Weekdays, months, and figures
bool rel_relative_is_date(const RelSyntax *s, uint32_t i);

#endif
