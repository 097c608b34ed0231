// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_TAGGER_H
#define REL_PARSE_TAGGER_H

#include "model/model.h"
#include "parse/tree.h"

/// Tags and lemmas without trees, many times as fast as rel_parse()
typedef struct RelTaggerImpl RelTagger;

/**
   Make a tagger that lives in `arena` and keeps the words it sees.

   @return #REL_BAD_MODEL, #REL_NO_MEMORY, or #REL_OK.
*/
RelStatus rel_tagger_new(const RelModel *model, RelArena *arena,
                         RelTagger **tagger);

/**
   Tag and lemmatise the sentences of a text.

   A model without the small tagger does the work with its whole network.

   @param arena Where the arrays of `tree` go.
   @param tree Output: `upos`, `xpos`, `feats` and `lemma`; the other arrays
   are null, there are no names.
   @return #REL_NO_MEMORY, or #REL_OK; any text yields tags.
*/
RelStatus rel_tagger_run(RelTagger *tagger, RelArena *arena,
                         const RelText *text, RelTree *tree);

#endif
