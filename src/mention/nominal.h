// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_NOMINAL_H
#define REL_MENTION_NOMINAL_H

#include "mention/layers.h"
#include "triple/triple.h"

/// Most words of a description, its complements included
enum { REL_MAX_PHRASE = 9 };

/// Can a word with this tag and relation head a phrase that refers?
bool rel_nominal_is_head(const RelLayers *layers, uint32_t token);

/**
   The words around a noun that describe it: premodifiers without the article,
   complements with "of", "to", "with" and the like while the phrase is short.
*/
void rel_nominal_extent(const RelLayers *layers, uint32_t head, uint32_t *first,
                        uint32_t *n);

/// Leftmost word that hangs under `token`, itself when there is none
uint32_t rel_nominal_left(const RelLayers *layers, uint32_t token);

/// What a noun stands for, by tables, endings and the tagger's value
RelTermKind rel_nominal_type(const RelLayers *layers, uint32_t head,
                             RelTermKind value);

#endif
