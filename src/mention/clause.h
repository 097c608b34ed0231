// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_CLAUSE_H
#define REL_MENTION_CLAUSE_H

#include "mention/layers.h"

/// The verb or predicate of the clause that a word stands in
uint32_t rel_clause_top(const RelLayers *layers, uint32_t token);

/// Does the subject `head` govern the clause that `token` stands in?
bool rel_clause_commands(const RelLayers *layers, uint32_t head,
                         uint32_t token);

/// Is it the subject of an active verb?
bool rel_clause_is_agent(const RelLayers *layers, uint32_t token);

/// Is it the subject of its sentence's main clause?
bool rel_clause_is_main_subject(const RelLayers *layers, uint32_t token);

#endif
