// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_NOMINAL_H
#define REL_EXTRACT_NOMINAL_H

#include "extract/reader.h"

/// A fact that a noun phrase states by itself: real, whatever the verb says
RelFact rel_nominal_fact(const RelReader *r, const char *rule, uint32_t token);

/// Send it, its number being nobody's business
RelStatus rel_nominal_send(RelReader *r, RelFact *fact);

/// Person or organisation
bool rel_nominal_is_human_or_firm(RelTermKind kind);

/// "Mora's visit to Lisbon": an event noun with its owner (event.c)
RelStatus rel_read_event(RelReader *r, uint32_t noun);

/// "the US trade deficit with China", "a probe into steel" (event.c)
RelStatus rel_read_relation(RelReader *r, uint32_t noun);

/// "a Velia-led bid", "the Ayr-based lender" (event.c)
RelStatus rel_read_compound(RelReader *r, uint32_t participle);

/// "metals such as zinc": zinc is a metal; `i` heads the examples (member.c)
RelStatus rel_read_member(RelReader *r, uint32_t i);

/// "five regions, excluding Bergen" (member.c)
RelStatus rel_read_excluded(RelReader *r, uint32_t verb);

/// "the Coin Room of the National Museum"; `i` is the whole (member.c)
RelStatus rel_read_whole(RelReader *r, uint32_t i);

/// "A crane for Port Ayr and tugs for Port Bel.": a line without a verb
/// (verbless.c)
RelStatus rel_read_verbless(RelReader *r);

#endif
