// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_PARAGRAPH_H
#define REL_TEXT_PARAGRAPH_H

#include "base/array.h"

/// What a paragraph of an article is
typedef enum {
  REL_PARAGRAPH_BODY,
  REL_PARAGRAPH_TITLE,
  REL_PARAGRAPH_HEADING,
  REL_PARAGRAPH_FURNITURE, ///< Credits, notices, invitations: no content
} RelParagraphKind;

/// Bytes [begin, end) of a document, blanks at both ends left out
typedef struct {
  uint32_t begin;
  uint32_t end;
  RelParagraphKind kind;
} RelParagraph;

/// Paragraphs of a document under construction
typedef REL_ARRAY(RelParagraph) RelParagraphList;

/**
   Find the paragraphs from byte `begin` on.

   Blank lines part paragraphs; line ends are LF, CR LF or CR. A line end
   inside a block is a blank where the text is wrapped by hand (its blocks have
   full lines of one width, at most 100 bytes, and the next word had no room
   left) or where the next line goes on in lower case; else it parts paragraphs
   too.
*/
RelStatus rel_paragraphs_find(RelArena *arena, RelStr content, size_t begin,
                              RelParagraphList *paragraphs);

/// Past the line that begins at `at`, before its line end
size_t rel_line_end(RelStr content, size_t at);

/// The line after a line end at `at`: past LF, CR LF or CR
size_t rel_line_next(RelStr content, size_t at);

#endif
