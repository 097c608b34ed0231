// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_SOURCE_H
#define REL_TEXT_SOURCE_H

#include "text/paragraph.h"
#include "text/token.h"

/// How an input is to be read
typedef enum {
  REL_INPUT_AUTO,      ///< By the file's ending: .conllu is CoNLL-U, else text
  REL_INPUT_TEXT,      ///< An article in UTF-8: furniture is dropped
  REL_INPUT_PLAIN,     ///< Prose in UTF-8: everything is content
  REL_INPUT_SENTENCES, ///< One sentence a line, tokens parted by blanks
  REL_INPUT_CONLLU,    ///< Trees; read by parse/conllu.h
} RelInput;

/**
   Read an article: check UTF-8, find paragraphs, drop furniture, split
   sentences and tokens.

   @param name File name for messages and for the document's name.
   @param content The file's bytes; must outlive `text`. A byte-order mark,
   Windows line ends and empty files are fine.
   @return #REL_BAD_TEXT with the place of the first bad or NUL byte.
*/
RelStatus rel_text_read(RelArena *arena, RelStr name, RelStr content,
                        RelText *text);

/// Read #REL_INPUT_PLAIN: as rel_text_read(), but no headline, dateline or
/// furniture rule; every character is content
RelStatus rel_text_read_plain(RelArena *arena, RelStr name, RelStr content,
                              RelText *text);

/// Read #REL_INPUT_SENTENCES: tokens stay as they are, offsets as in the file
RelStatus rel_text_read_sentences(RelArena *arena, RelStr name, RelStr content,
                                  RelText *text);

/// A text that is read a piece at a time, so that only a piece is held
typedef struct {
  RelText text;                ///< What is known of the whole; without tokens
  RelInput input;              ///< How it is read
  RelParagraphList paragraphs; ///< Of prose
  uint32_t next;               ///< Paragraph that the next piece begins with
  uint32_t number;             ///< Paragraphs with content, or lines, so far
  size_t at;      ///< Byte that the next piece of sentences begins with
  size_t counted; ///< Bytes whose code points are counted
  size_t n_chars; ///< In them
} RelTextPieces;

/**
   Begin to read a text in pieces: checks it and finds its paragraphs.

   @param input Any kind but CoNLL-U.
   @param arena For what lives as long as `pieces`: 12 bytes a paragraph.
   @return As rel_text_read().
*/
RelStatus rel_text_open(RelArena *arena, RelStr name, RelStr content,
                        RelInput input, RelTextPieces *pieces);

/**
   Read the next piece: whole paragraphs (or lines) of `size` bytes or a bit
   more; a longer paragraph is a piece of its own.

   @param text Output: its tokens, sentences and their numbers are those of the
   piece, its offsets and paragraphs those of the whole. No sentences: the end.
   @param arena For the piece; may be cleared before the next call.
*/
RelStatus rel_text_next(RelTextPieces *pieces, RelArena *arena, size_t size,
                        RelText *text);

/// Line and column of a byte of `content`; a newline ends a line, as CR LF does
RelPlace rel_text_place(const char *name, RelStr content, size_t offset);

#endif
