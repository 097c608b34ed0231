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

/// Tokens of a CoNLL-U file that are read some sentences at a time
typedef struct {
  RelStr name;      ///< For messages
  RelStr content;   ///< Must outlive what is read
  size_t at;        ///< Byte of the next line
  uint32_t line;    ///< Lines so far
  size_t counted;   ///< Bytes whose code points are counted
  uint32_t n_chars; ///< In them
} RelConlluPieces;

/// What stands beside the tokens of a piece: views of the file
typedef struct {
  const RelStr *comments; ///< By sentence: all lines from first to last
  const RelStr *misc;     ///< By token: column 10
  const RelStr *ranges;   ///< By token: line of the multiword token that it
                          ///< begins; or empty
} RelConlluNotes;

/**
   Begin to read the tokens of a CoNLL-U file, which may be without trees.

   @return #REL_BAD_TEXT for what is not UTF-8.
*/
RelStatus rel_conllu_open(RelArena *arena, RelStr name, RelStr content,
                          RelConlluPieces *pieces);

/**
   Read whole sentences until there are `n_tokens` or more.

   Of the columns only ID, FORM and MISC are looked at; empty nodes are
   skipped. Paragraphs count from 0 in each piece.

   @param text, notes Output, in `arena`; no sentences: the end of the file.
   @return As rel_conllu_read(), but no word about tags and heads.
*/
RelStatus rel_conllu_next(RelConlluPieces *pieces, RelArena *arena,
                          uint32_t n_tokens, RelText *text,
                          RelConlluNotes *notes);

#endif
