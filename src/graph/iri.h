// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_IRI_H
#define REL_GRAPH_IRI_H

#include "base/arena.h"

enum {
  REL_MAX_KEY = 240,     ///< Bytes of the longest key
  REL_DOCUMENT_KEY = 16, ///< Bytes of a document's key
};

/**
   Name part of an entity's IRI: "Wilbur Ross" gives "Wilbur_Ross".

   ASCII letters, digits and `-` stay; blanks, control characters and `_` in a
   row become one `_`; every other byte is %XX, so that a key never ends in a
   dot. A label of nothing gives "_". Long labels are cut and get their hash.
   Two `_` in a row only come from this module: they part a suffix.
*/
RelStatus rel_iri_entity_key(RelArena *arena, RelStr label, RelStr *key);

/**
   Name part of a relation's IRI: "threaten to impose" gives
   "threatenToImpose".

   [A-Za-z][A-Za-z0-9]*: words are joined in camel case, other bytes part
   words; a digit in front gets an "n", nothing at all gives "relatedTo".
*/
RelStatus rel_iri_predicate_key(RelArena *arena, RelStr predicate, RelStr *key);

/// A key with what tells it from others of its label: "Georgia__person"
RelStatus rel_iri_suffixed_key(RelArena *arena, RelStr key, RelStr suffix,
                               RelStr *suffixed);

/// A document's key: 16 hexadecimal digits, the FNV-1a hash of its content
RelStatus rel_iri_document_key(RelArena *arena, RelStr content, RelStr *key);

#endif
