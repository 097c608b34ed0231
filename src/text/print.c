// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/print.h"

static const char *const kinds[] = {
    [REL_SENTENCE_BODY] = "body",
    [REL_SENTENCE_TITLE] = "title",
    [REL_SENTENCE_HEADING] = "heading",
};

static void
print_field(FILE *out, const char *name, RelStr value)
{
  if (!value.len) {
    return;
  }
  fprintf(out, "# %s = ", name);
  for (size_t i = 0; i < value.len; ++i) {
    const char c = value.data[i];
    fputc(c == '\n' || c == '\r' || c == '\t' ? ' ' : c, out);
  }
  fputc('\n', out);
}

static void
print_token(FILE *out, const RelToken *token)
{
  fprintf(out, "%u\t%u\t", token->begin, token->end);
  fwrite(token->form.data, 1U, token->form.len, out);
  if (token->n_parts) {
    fprintf(out, "\t%u/%u", token->part, token->n_parts);
  }
  fputc('\n', out);
}

RelStatus
rel_text_print(FILE *out, const RelText *text)
{
  print_field(out, "title", text->title);
  print_field(out, "date", text->date);
  print_field(out, "publisher", text->publisher);
  print_field(out, "place", text->place);
  print_field(out, "url", text->url);

  for (uint32_t i = 0; i < text->n_sentences; ++i) {
    const RelSentence *const sentence = &text->sentences[i];
    fprintf(out, "# sent = %u %s %u %u paragraph %u\n", i + 1U,
            kinds[sentence->kind], sentence->begin, sentence->end,
            sentence->paragraph);
    for (uint32_t t = 0; t < sentence->n; ++t) {
      print_token(out, &text->tokens[sentence->first + t]);
    }
    fputc('\n', out);
  }
  return ferror(out) ? REL_OUTPUT : REL_OK;
}
