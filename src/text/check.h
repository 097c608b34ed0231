// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_CHECK_H
#define REL_TEXT_CHECK_H

#include "base/world.h"

/**
   Is `content` UTF-8 text?

   @param name File name for the message; terminated.
   @return #REL_OK, or #REL_BAD_TEXT with the place of the first byte that is
   not, or of the first NUL, and a guess at what the file is instead.
*/
RelStatus rel_text_check(RelWorld *world, const char *name, RelStr content);

/// Bytes of a UTF-8 byte-order mark at the start: 3 or 0
size_t rel_text_mark_size(RelStr content);

#endif
