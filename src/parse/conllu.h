// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_CONLLU_H
#define REL_PARSE_CONLLU_H

#include "base/file.h"
#include "parse/tree.h"

/**
   Read CoNLL-U: tokens, multiword tokens and trees (columns 2 to 8).

   Empty nodes are skipped. Names are taken from `Entity=` with a single
   type word in MISC, "Entity=(person" ... "Entity=)", as
   rel_conllu_write() writes them; other schemes give no names.
   Offsets point at the FORM columns of `content`.

   @return #REL_BAD_INPUT with line and column for what is not CoNLL-U: a
   wrong number of columns, a head out of range, two roots, a cycle.
*/
RelStatus rel_conllu_read(RelArena *arena, RelStr name, RelStr content,
                          RelText *text, RelTree *tree);

/// Print with sent_id, text, multiword tokens, SpaceAfter=No and names in MISC
void rel_conllu_write(FILE *out, const RelText *text, const RelTree *tree);

#endif
