// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_IRI_H
#define REL_GRAPH_IRI_H

#include "base/arena.h"
#include "triple/event.h"

enum {
  REL_MAX_KEY = 240,     ///< Bytes of the longest key
  REL_DOCUMENT_KEY = 16, ///< Bytes of a document's key
};

/**
   Name part of an entity's IRI: "Wilbur Ross" gives "Wilbur_Ross".

   ASCII letters, digits and `-` stay; blanks, control characters and `_` in a
   row become one `_`; every other byte is %XX, so that a key never ends in a
   dot. A label of nothing gives "_". Long labels are cut and get their hash,
   behind two `_`, which stand nowhere else.
*/
RelStatus rel_iri_entity_key(RelArena *arena, RelStr label, RelStr *key);

/**
   Name part of a relation's IRI: "threaten to impose" gives
   "threatenToImpose".

   [A-Za-z][A-Za-z0-9]*: words are joined in camel case, other bytes part
   words; a digit in front gets an "n", nothing at all gives "relatedTo".
*/
RelStatus rel_iri_predicate_key(RelArena *arena, RelStr predicate, RelStr *key);

/// What a node's key is made of
typedef struct {
  RelStr name;       ///< "person/officials", without the rest
  RelStr document;   ///< That it ends in; empty: none
  uint32_t namesake; ///< As in #RelTerm
} RelKeyParts;

/**
   A node's key: "person/Wilbur_Ross", "entity/Norland",
   "person/officials-66f20a398c6536b6", "person/officials-66f20a398c6536b6-2".

   A person is never what else has the same name; other kinds do mix (a paper
   is a firm and its work). What has no name, that is no capital letter, is
   another one in each document, and its key ends in the document's; but things,
   events and places that are described in three words and more are one
   ("tariffs on steel"), other than actors ("other top officials"). Else the key
   depends on nothing but kind and label, so no document changes the keys of
   another; rel_spelling() tells which labels are one name. A namesake is always
   the document's own, and its key ends in its number among those with this
   label, from 2.

   @param document Key of the document; empty: a name is all there is.
*/
RelStatus rel_iri_node_key(RelArena *arena, const RelTerm *term,
                           RelStr document, RelStr *key);

/// What a key is made of; views of it
RelKeyParts rel_iri_node_parts(RelStr key);

/// The label that a node's key is made of, as far as it tells:
/// "person/Wilbur_Ross" gives "Wilbur Ross"
RelStatus rel_iri_node_label(RelArena *arena, RelStr key, RelStr *label);

/// The predicate that a relation's key is made of, as far as it tells:
/// "threatenToImpose" gives "threaten to impose"
RelStatus rel_iri_predicate_words(RelArena *arena, RelStr key, RelStr *words);

/// A document's key: the one it comes with, or 16 hexadecimal digits, the
/// FNV-1a hash of its content
RelStatus rel_iri_document_key(RelArena *arena, const RelDocInfo *info,
                               RelStr *key);

/// Name of a document's file without folders and ending; a view
RelStr rel_iri_document_name(const RelDocInfo *info);

/// A run's key: 16 hexadecimal digits, a hash of all that it says but its time
RelStatus rel_iri_run_key(RelArena *arena, const RelRunInfo *run, RelStr *key);

#endif
