// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_SYNTAX_H
#define REL_EXTRACT_SYNTAX_H

#include "parse/tree.h"

/// No token
#define REL_NO_TOKEN UINT32_MAX

/// One sentence's tree to walk in; tokens count from 0 within the sentence
typedef struct {
  const RelText *text;
  const RelTree *tree;
  const RelSentence *sentence;
  uint32_t n;             ///< Tokens
  uint32_t base;          ///< Document's number of token 0
  uint32_t *first_child;  ///< Per token, or #REL_NO_TOKEN
  uint32_t *next_sibling; ///< Per token, in order of the text
  uint32_t *left;         ///< First token of the subtree
  uint32_t *right;        ///< Its last token
  uint32_t *chars;        ///< Code points of the source before the token
} RelSyntax;

/// Index the tree of sentence number `sentence`; arrays go to the arena
RelStatus rel_syntax_init(RelSyntax *s, RelArena *arena, const RelText *text,
                          const RelTree *tree, uint32_t sentence);

RelDep rel_syntax_dep(const RelSyntax *s, uint32_t i);
RelUpos rel_syntax_upos(const RelSyntax *s, uint32_t i);
RelXpos rel_syntax_xpos(const RelSyntax *s, uint32_t i);
RelStr rel_syntax_lemma(const RelSyntax *s, uint32_t i);
RelStr rel_syntax_form(const RelSyntax *s, uint32_t i);

/// The head, or #REL_NO_TOKEN for the root
uint32_t rel_syntax_head(const RelSyntax *s, uint32_t i);

/// The relation without its subtype
RelDep rel_syntax_relation(const RelSyntax *s, uint32_t i);

/// First child by exactly this relation, or #REL_NO_TOKEN
uint32_t rel_syntax_child(const RelSyntax *s, uint32_t head, RelDep dep);

/// First child by this relation whose lemma is `lemma`, or #REL_NO_TOKEN
uint32_t rel_syntax_child_lemma(const RelSyntax *s, uint32_t head, RelDep dep,
                                const char *lemma);

/// First token of the subtree that is no punctuation
uint32_t rel_syntax_first_word(const RelSyntax *s, uint32_t i);

/// Is it a finite verb in the present: "plans", "are"?
bool rel_syntax_is_present(const RelSyntax *s, uint32_t i);

/// Do Most Words Have a Capital, as in a headline?
bool rel_syntax_is_title_case(const RelSyntax *s);

bool rel_syntax_lemma_is(const RelSyntax *s, uint32_t i, const char *lemma);

/// Is the lemma one of `n` words, sorted by bytes?
bool rel_syntax_lemma_among(const RelSyntax *s, uint32_t i,
                            const char *const *words, size_t n);

// NOLINTBEGIN(bugprone-macro-parentheses): `child` is declared here
/// `for` over the children of a token, in order of the text
#define REL_EACH_CHILD(s, child, head)                                         \
  uint32_t child = (s)->first_child[head];                                     \
  child != REL_NO_TOKEN;                                                       \
  child = (s)->next_sibling[child]
// NOLINTEND(bugprone-macro-parentheses)

#endif
