// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_ATTACH_H
#define REL_EXTRACT_ATTACH_H

#include "extract/syntax.h"

/**
   The oblique of a verb that belongs to its object: "impose tariffs on steel",
   where the parser hung "on steel" on "impose".

   Nouns that ask for a preposition have it when it stands right behind them.

   @return The head of the prepositional phrase, or #REL_NO_TOKEN.
*/
uint32_t rel_attach_find(const RelSyntax *s, uint32_t noun);

/**
   The occasion that belongs to an object's verb: "raised the dispute on a visit
   to Oslo", where the parser hung "on a visit" on "dispute".

   @return The head of the prepositional phrase, or #REL_NO_TOKEN.
*/
uint32_t rel_attach_occasion(const RelSyntax *s, uint32_t object);

#endif
