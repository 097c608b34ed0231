// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_NAMES_H
#define REL_MENTION_NAMES_H

#include "base/array.h"
#include "mention/country.h"
#include "mention/layers.h"
#include "triple/triple.h"

/// A name, without titles: tokens [first, first + n)
typedef struct {
  uint32_t first;
  uint32_t n;
  RelTermKind type;              ///< #REL_TERM_NONE: cannot tell
  bool is_sure;                  ///< Type from a table, a title or the tagger
  uint32_t title;                ///< Last word of its title, or #REL_NO_TOKEN
  const RelCountryName *country; ///< When it is one's name, else null
} RelNameSpan;

/// The names of a document
typedef struct {
  REL_ARRAY(RelNameSpan) spans; ///< Sorted by first token, none overlap
  uint32_t *span_of;            ///< Per token: its span, or UINT32_MAX
  uint8_t *value_of;            ///< Per token: #RelTermKind of a value, or 0
} RelNames;

/**
   Find names from the tagger's names, chains of proper nouns and the tables.

   A chain is cut behind a title ("US Commerce Secretary | Wilbur Ross"); the
   longer of chain and tagger's name wins. Any parse gives something.
*/
RelStatus rel_names_find(const RelLayers *layers, RelNames *names);

#endif
