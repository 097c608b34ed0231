// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_WORDS_H
#define REL_EXTRACT_WORDS_H

#include "base/buffer.h"
#include "extract/clause.h"

/// Some words of a sentence; its size does not depend on the sentence's
typedef struct {
  RelArena *arena; ///< Not owned
  uint32_t *items; ///< Tokens in the order of their arrival, may repeat
  uint32_t n;
  uint32_t capacity;
  RelStatus status; ///< First failure; joining gives it back
} RelWordSet;

/// What a phrase leaves out; bits
typedef enum {
  REL_WORDS_ALL = 0,
  REL_WORDS_NO_CONJ = 1U << 0,    ///< Coordinated phrases and the conjunction
  REL_WORDS_NO_CASE = 1U << 1,    ///< Its own preposition
  REL_WORDS_NO_DET = 1U << 2,     ///< Its own articles
  REL_WORDS_NO_NMOD = 1U << 3,    ///< Prepositional phrases behind it
  REL_WORDS_NO_CLAUSES = 1U << 5, ///< Clauses that hang on its nouns
  REL_WORDS_CLAUSE = 1U << 4,     ///< A whole clause: relative clauses stay
} RelWordsOptions;

/// An empty set whose items go to the arena
RelWordSet rel_words_new(RelArena *arena);

void rel_words_add(RelWordSet *words, uint32_t token);

/// Take out the tokens [first, end)
void rel_words_remove(RelWordSet *words, uint32_t first, uint32_t end);

/// Add the words of the phrase or clause under `head`
void rel_words_add_phrase(const RelSyntax *s, uint32_t head, unsigned options,
                          RelWordSet *words);

/// The words in order, as the source spaces them, without punctuation at both
/// ends but with quotation marks that stand in pairs
RelStatus rel_words_join(const RelSyntax *s, RelWordSet *words, RelStr *text);

/// The same without quotation marks at the ends
RelStatus rel_words_join_source(const RelSyntax *s, RelWordSet *words,
                                RelStr *text);

/// The words [first, end) as the source has them
RelStatus rel_words_run(RelArena *arena, const RelSyntax *s, uint32_t first,
                        uint32_t end, RelStr *text);

/// The phrase's words at once, without quotation marks at the ends
RelStatus rel_words_source(RelArena *arena, const RelSyntax *s, uint32_t head,
                           unsigned options, RelStr *text);

/**
   The word that has the argument's preposition: itself, or a title before it
   ("to Prime Minister Lund") that the parser took for the head; or none.
*/
uint32_t rel_words_case_host(const RelSyntax *s, uint32_t head);

/// The prepositions of an argument, lemmas: "with", "according to", or ""
RelStatus rel_words_preposition(RelArena *arena, const RelSyntax *s,
                                uint32_t head, bool is_lemma, RelStr *text);

/**
   What a preposition of several words governs: "in respect of music" is about
   music; the token itself where there is none.
*/
uint32_t rel_words_governed(const RelSyntax *s, uint32_t oblique);

/// Is this oblique a bare phrase that belongs to its verb: "respond in kind"?
bool rel_words_is_idiom(const RelSyntax *s, uint32_t i);

/**
   The graph's predicate of a clause: lemmas with particle and governors.

   "threaten to impose", "be closed", "set up". The preposition of an object is
   added by the caller.
*/
RelStatus rel_words_predicate(RelArena *arena, const RelClauses *clauses,
                              uint32_t clause, bool with_governor,
                              RelStr *text);

/// Add the form, without the capital that only a headline gives it
void rel_words_add_plain(const RelSyntax *s, uint32_t i, RelBuffer *buffer);

/// The outermost clause whose words rel_words_add_predicate() takes in: what
/// the joined predicate states is as real as that one
uint32_t rel_words_outermost(const RelClauses *clauses, uint32_t clause);

/// The same as the text has it: "has threatened to impose", "were not closed"
void rel_words_add_predicate(const RelClauses *clauses, uint32_t clause,
                             RelWordSet *words);

#endif
