// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_LIST_H
#define REL_EXTRACT_LIST_H

#include "extract/reader.h"

enum {
  REL_MAX_CONJUNCTS = 8, ///< Longer lists are cut: 64 triples a fact at most
};

/// Terms that stand in one place of a fact; none is there twice
typedef struct {
  RelTerm terms[REL_MAX_CONJUNCTS];
  uint32_t n;
} RelTermList;

/// Add the term of a token, or the members in place of "both sides"
RelStatus rel_list_add(RelReader *r, uint32_t token, RelTermList *list);

/// The first of the names that an event noun in the plural goes out to,
/// "visits to Ayr and Bel", or #REL_NO_TOKEN
uint32_t rel_list_target(const RelReader *r, uint32_t noun);

/// "the pact but not the treaty": is this conjunct left out of its list?
bool rel_list_is_denied(const RelSyntax *s, uint32_t i);

/// Add the token's term and those of its conjuncts
RelStatus rel_list_conjuncts(RelReader *r, uint32_t token, RelTermList *list);

#endif
