// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_PRINT_H
#define REL_PARSE_PRINT_H

#include "parse/conllu.h"

/// What is written beside the ten columns, and how far the document has come
typedef struct {
  const char *document;   ///< newdoc id and start of each sent_id; "": newdoc
                          ///< without an id; null: no newdoc
  bool has_paragraphs;    ///< newpar before the first sentence of each
  bool has_ranges;        ///< TokenRange in MISC, in code points of the source
  bool has_probabilities; ///< UposProb, HeadProb, EntityProb in MISC
  RelConlluNotes *notes;  ///< Of the input, kept as they are; or null
  uint32_t n_sentences;   ///< Written so far; 0 at the start
  uint32_t paragraph;     ///< Of the last sentence
} RelConlluPrint;

/**
   Print the trees of a text, or of its next piece, as CoNLL-U.

   Writes sent_id, text, multiword tokens, SpaceAfter=No, and names in MISC
   ("Entity=(person" ... "Entity=)"). `# text` has the source's words with one
   blank where the source has any. Errors stay in the stream: see ferror().

   With notes, all comments, the lines of multiword tokens and MISC are the
   input's; only Entity is ours, and sent_id and text where they are missing.

   @param tree Without heads (null) HEAD and DEPREL are "_".
*/
void rel_conllu_print(RelConlluPrint *self, FILE *out, const RelText *text,
                      const RelTree *tree);

/// Print a whole text with nothing beside; see above
void rel_conllu_write(FILE *out, const RelText *text, const RelTree *tree);

#endif
