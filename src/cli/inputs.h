// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_CLI_INPUTS_H
#define REL_CLI_INPUTS_H

#include "cli/options.h"

/**
   Put the articles of folders in the folders' place.

   Below a folder that is every file with an ending of articles (.txt, .text,
   .md, .conllu), sorted by bytes folder by folder; what begins with a dot and
   links to folders are passed over. Memory is the arena's.

   @return #REL_BAD_FILE for a folder without articles.
*/
RelStatus inputs_expand(Options *options, RelArena *arena);

#endif
