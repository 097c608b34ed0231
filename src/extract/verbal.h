// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_VERBAL_H
#define REL_EXTRACT_VERBAL_H

#include "extract/reader.h"

/// Send a fact of clause `k`, and keep the number of the clause's first claim
RelStatus rel_verbal_send(RelReader *r, uint32_t k, RelFact *fact);

/// The two with a blank between; `a` alone when `b` is empty
RelStatus rel_verbal_join(RelReader *r, RelStr a, RelStr b, RelStr *joined);

/// Is it the phrase of "according to"?
bool rel_verbal_is_source(const RelSyntax *s, uint32_t i);

/// Has clause `k` an open complement?
bool rel_verbal_has_complement(const RelReader *r, uint32_t k);

/// Is it a verb whose object gets a name or an office: appoint, call?
bool rel_verbal_names(const RelSyntax *s, uint32_t verb);

/// Facts of a clause with a copula or without a verb (copula.c)
RelStatus rel_read_copula(RelReader *r, uint32_t k);

/// "There are two mines in Norway": what there is has a place (copula.c)
RelStatus rel_read_existential(RelReader *r, uint32_t k);

#endif
