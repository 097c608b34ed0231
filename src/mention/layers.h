// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_LAYERS_H
#define REL_MENTION_LAYERS_H

#include "parse/tree.h"

/// No such token
#define REL_NO_TOKEN UINT32_MAX

/**
   The layers of a document, with what this room asks of them again and again.

   Arrays are by token number of the document; heads are document numbers too.
*/
typedef struct {
  RelArena *arena;
  const RelText *text;
  const RelTree *tree;
  uint32_t n;            ///< Tokens
  uint32_t *sentence;    ///< Number of the token's sentence
  uint32_t *parent;      ///< Head, or #REL_NO_TOKEN for a root
  uint32_t *first_child; ///< In the order of the text; or #REL_NO_TOKEN
  uint32_t *next_child;  ///< Next of the same head; or #REL_NO_TOKEN
  uint32_t *classes;     ///< Bits of #RelWordClass, of lemma or form
  bool *is_quoted;       ///< Between quotation marks
} RelLayers;

/// Fill the arrays; they live in `arena`
RelStatus rel_layers_init(RelLayers *layers, RelArena *arena,
                          const RelText *text, const RelTree *tree);

RelStr rel_layers_form(const RelLayers *layers, uint32_t token);
RelUpos rel_layers_upos(const RelLayers *layers, uint32_t token);
RelXpos rel_layers_xpos(const RelLayers *layers, uint32_t token);

/// Relation to the head, with its subtype
RelDep rel_layers_dep(const RelLayers *layers, uint32_t token);

/// The same without its subtype
RelDep rel_layers_role(const RelLayers *layers, uint32_t token);

/// First child with this relation (subtype ignored when `dep` has none), among
/// the first 64
uint32_t rel_layers_child(const RelLayers *layers, uint32_t token, RelDep dep);

/// Is `token` in the subtree of `top`? Climbs the tree
bool rel_layers_is_under(const RelLayers *layers, uint32_t token, uint32_t top);

/// "Gender=Fem" and the like in the token's features
bool rel_layers_has(const RelLayers *layers, uint32_t token, RelStr feature);

/// Does the form begin with an ASCII or Latin-1 capital?
bool rel_layers_is_capital(const RelLayers *layers, uint32_t token);

/// Join the forms of [first, first + n) as they stand in the text, in `arena`
RelStatus rel_layers_words(const RelLayers *layers, uint32_t first, uint32_t n,
                           RelStr *words);

/// First token past the sentence of `token`
uint32_t rel_layers_end(const RelLayers *layers, uint32_t token);

#endif
