// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_TUPLE_H
#define REL_EXTRACT_TUPLE_H

#include "extract/reader.h"

enum { REL_MAX_OBLIQUES = REL_MAX_SLOTS };

/// A proposition of the open views before it has words: passives stay passives
typedef struct {
  const char *rule;
  uint32_t clause;  ///< Whose factuality, or #REL_NO_CLAUSE
  uint32_t head;    ///< Word that carries it; its clause is in no argument
  uint32_t subject; ///< Token
  uint32_t object;  ///< Token, or #REL_NO_TOKEN
  RelStr predicate; ///< The text's words, or an inserted "is", "has"
  uint32_t obliques[REL_MAX_OBLIQUES]; ///< Tokens: phrases or clauses
  uint32_t n_obliques;
  unsigned subject_options; ///< #RelWordsOptions
  unsigned object_options;
  RelTerm object_term; ///< In place of `object`: the words of a clause
} RelTuple;

/// A tuple of this clause without arguments
RelTuple rel_tuple(const char *rule, uint32_t clause, uint32_t head);

/// `token`'s words without its preposition and without the clause of `head`
RelStatus rel_tuple_argument(RelReader *r, uint32_t token, uint32_t head,
                             unsigned options, RelTerm *term);

/**
   What a pronoun stands for, if the sentence names it before, or the token
   itself; only the start of a long sentence is looked at.
*/
uint32_t rel_tuple_antecedent(const RelReader *r, uint32_t token);

/// "ports", "Ayr and Bel"
bool rel_tuple_is_plural(const RelSyntax *s, uint32_t i);

/// Put words behind others, a blank between
RelStatus rel_tuple_append(RelReader *r, RelStr *text, RelStr more);

/**
   Send a tuple to the open view: subject, predicate, object, the others as
   slots. Without an object the first oblique takes its place and its
   preposition goes into the predicate.
*/
RelStatus rel_tuple_send(RelReader *r, RelTuple *tuple);

/// The same, with one tuple for each member of a list in the object
RelStatus rel_tuple_send_list(RelReader *r, RelTuple *tuple);

/// The split view of a clause: one object each, lists split (split.c)
RelStatus rel_split_send(RelReader *r, const RelTuple *tuple);

/// The open view of noun phrases: appositions, possessors (open_noun.c)
RelStatus rel_read_open_nouns(RelReader *r);

#endif
