// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEXT_PRINT_H
#define REL_TEXT_PRINT_H

#include "text/token.h"

#include <stdio.h>

/**
   Print the text layer, for `--stop-after text`.

   First what is known of the document, one line each, where it is known:
   `# title = ...`, `# date = `, `# publisher = `, `# place = `, `# url = `.
   Then the sentences, each closed by an empty line:

       # sent = 3 body 120 164 paragraph 2
       120 TAB 124 TAB Ross
       125 TAB 128 TAB did TAB 1/2
       128 TAB 131 TAB n't TAB 2/2

   A sentence's line has its number from 1, its kind (body, title, heading),
   first byte and byte past its end; a token's has the same two bytes, its form,
   and, inside a multiword token, its number among the words of the token.
   Line ends and tabs inside the title are printed as blanks.

   @return #REL_OK, or #REL_OUTPUT when the stream refuses.
*/
RelStatus rel_text_print(FILE *out, const RelText *text);

#endif
