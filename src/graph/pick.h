// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_GRAPH_PICK_H
#define REL_GRAPH_PICK_H

#include "base/world.h"
#include "triple/sink.h"

/// Which documents of several inputs go on
typedef struct RelPickImpl RelPick;

/// Pass documents on to `next`; all of them until told otherwise
RelStatus rel_pick_new(RelWorld *world, RelSink next, RelPick **pick);
void rel_pick_free(RelPick *pick);

/**
   Withhold the documents that have one of these names, parted by ";".

   A name is a document's IRI, its id (the end of that IRI), its SHA-256, its
   URL, or the name of its file without folders and ending.
*/
RelStatus rel_pick_withdraw(RelPick *pick, RelStr names);

/**
   Let documents of the inputs so far stand for those with the same source in
   the inputs that follow. The same source is the same URL, or where one of them
   has none, the same name of the file.
*/
void rel_pick_replace(RelPick *pick);

RelSink rel_pick_sink(RelPick *pick);

/// #REL_BAD_ARG for a name to withdraw that no document had
RelStatus rel_pick_check(const RelPick *pick);

#endif
