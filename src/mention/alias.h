// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_ALIAS_H
#define REL_MENTION_ALIAS_H

#include "base/intern.h"
#include "mention/draft.h"

enum { REL_NAME_KEY_WORDS = 12, REL_ALIAS_CANDIDATES = 24 };

/// A name's words in one spelling: "kim jong un" for "Kim Jong-un", "jose ruiz"
/// for "José Ruiz"
typedef struct {
  RelStr words[REL_NAME_KEY_WORDS];
  uint32_t n;
  uint32_t n_tied; ///< Words at its end that hyphens make one, at least 1
  RelStr key;      ///< All of them, joined by blanks
} RelNameKey;

/// How sure it is that who goes by a name may go by another one
typedef enum {
  REL_ALIAS_SURE,   ///< Surname, acronym, a firm without "Corp"
  REL_ALIAS_GIVEN,  ///< A person's given name alone
  REL_ALIAS_LOOSE,  ///< A word from the middle; part of a body's name
  REL_ALIAS_COINED, ///< A firm's first word that no list has
} RelAliasKind;

/// One mention of an entity that goes by a name
typedef struct {
  uint32_t mention;
  RelAliasKind kind;
  uint32_t next; ///< Index + 1 of the next one of the name, or 0
} RelAlias;

/// Names to mentions
typedef struct {
  RelDrafts *drafts;
  RelIntern intern;
  REL_ARRAY(uint32_t) first; ///< Per interned name: index + 1 of its last alias
  REL_ARRAY(RelAlias) items;
} RelAliases;

/// The spelling of tokens [first, first + n), without "the" and marks on Latin
/// letters; it lives in the drafts' arena
RelStatus rel_name_key_make(const RelDrafts *drafts, uint32_t first, uint32_t n,
                            RelNameKey *name);

/// Words [first, first + n) of a name, a view
RelStr rel_name_key_part(const RelNameKey *name, uint32_t first, uint32_t n);

void rel_aliases_init(RelAliases *aliases, RelDrafts *drafts);

/// Say that the entity of `mention` goes by `key`; an empty one is left out
RelStatus rel_aliases_add(RelAliases *aliases, RelStr key, uint32_t mention,
                          RelAliasKind kind);

/// Index + 1 of the latest alias of a name, or 0
uint32_t rel_aliases_find(const RelAliases *aliases, RelStr key);

#endif
