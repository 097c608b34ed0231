// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_PARSER_H
#define REL_PARSE_PARSER_H

#include "model/model.h"
#include "parse/tree.h"

/**
   Tag, lemmatise, parse and name the sentences of a text.

   @param arena Where all arrays of `tree` go; scratch memory included.
   @param tree Output; any text yields trees, however odd it is.
   @return #REL_NO_MEMORY, or #REL_OK. A sentence of any length takes memory
   that grows linearly with it.
*/
RelStatus rel_parse(const RelModel *model, RelArena *arena, const RelText *text,
                    RelTree *tree);

#endif
