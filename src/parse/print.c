// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/print.h"

#include "base/utf8.h"

#include <string.h>

enum { ROOM = 1 << 14 }; // bytes that are collected before they are written

/// What is being written
typedef struct {
  RelConlluPrint *print;
  FILE *stream;
  const RelText *text;
  const RelTree *tree;
  uint32_t name;  ///< That ends at this token or behind it
  size_t counted; ///< Bytes of the source whose code points are counted
  uint32_t n_chars;
  size_t len; ///< Bytes in `bytes`
  char bytes[ROOM];
} Writer;

// ----------------------------------------------------------------- bytes

static void
flush(Writer *self)
{
  (void)fwrite(self->bytes, 1U, self->len, self->stream);
  self->len = 0;
}

static void
put(Writer *self, RelStr text)
{
  if (text.len > ROOM - self->len) {
    flush(self);
  }
  if (text.len > ROOM) {
    (void)fwrite(text.data, 1U, text.len, self->stream);
  } else if (text.len) {
    memcpy(self->bytes + self->len, text.data, text.len);
    self->len += text.len;
  }
}

static void
put_text(Writer *self, const char *text)
{
  put(self, rel_str(text));
}

static void
put_char(Writer *self, char byte)
{
  put(self, (RelStr){&byte, 1U});
}

static void
put_number(Writer *self, uint32_t number)
{
  char digits[10];
  size_t at = sizeof(digits);

  do {
    digits[--at] = (char)('0' + number % 10U);
    number /= 10U;
  } while (number);
  put(self, (RelStr){digits + at, sizeof(digits) - at});
}

/// Print a field; what would break the table becomes a blank
static void
put_field(Writer *self, RelStr text)
{
  size_t begin = 0;

  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.data[i];
    if (c == '\t' || c == '\n' || c == '\r') {
      put(self, rel_str_slice(text, begin, i));
      put_char(self, ' ');
      begin = i + 1U;
    }
  }
  put(self, rel_str_slice(text, begin, text.len));
  if (!text.len) {
    put_char(self, '_');
  }
}

// -------------------------------------------------------------- comments

/// What stands in the source for a token or a whole multiword token
static RelStr
surface(const RelText *text, const RelToken *token)
{
  if (!token->n_parts) {
    return token->form;
  }
  return rel_str_slice(text->content, token->begin,
                       token[token->n_parts - 1U].end);
}

static void
put_sent_id(Writer *self, const RelSentence *sentence)
{
  const RelConlluPrint *const print = self->print;

  put_text(self, "# sent_id = ");
  if (sentence->id.len) {
    put_field(self, sentence->id);
  } else {
    if (print->document && *print->document) {
      put_text(self, print->document);
      put_char(self, '-');
    }
    put_number(self, print->n_sentences + 1U);
  }
  put_char(self, '\n');
}

static void
put_sentence_text(Writer *self, const RelSentence *sentence)
{
  put_text(self, "# text = ");
  for (uint32_t i = 0; i < sentence->n; ++i) {
    const RelToken *const token = &self->text->tokens[sentence->first + i];
    if (token->part < 2U) {
      put_field(self, surface(self->text, token));
    }
    if (token->space_after && i + 1U < sentence->n) {
      put_char(self, ' ');
    }
  }
  put_char(self, '\n');
}

static void
put_document(Writer *self, const RelSentence *sentence)
{
  RelConlluPrint *const print = self->print;
  const bool is_first = print->n_sentences == 0U;

  if (is_first && print->document) {
    put_text(self, *print->document ? "# newdoc id = " : "# newdoc");
    put_text(self, print->document);
    put_char(self, '\n');
  }
  if (print->has_paragraphs &&
      (is_first || print->paragraph != sentence->paragraph)) {
    put_text(self, "# newpar\n");
  }
  print->paragraph = sentence->paragraph;
}

/// Is the comment "# KEY ..." or "#KEY ..."?
static bool
is_comment(RelStr line, RelStr key)
{
  return rel_str_starts(rel_str_trim(rel_str_slice(line, 1U, line.len)), key);
}

/// The input's comments, but for what explains another kind of Entity
static void
put_comments(Writer *self, RelStr comments, const RelSentence *sentence)
{
  bool has_text = false;

  for (size_t at = 0; at < comments.len;) {
    const RelStr rest = rel_str_slice(comments, at, comments.len);
    const RelStr whole =
        rel_str_slice(rest, 0U, rel_str_find(rest, REL_STR("\n")));
    const RelStr line = rel_str_trim(whole);
    at += whole.len + 1U;
    if (line.len && !is_comment(line, REL_STR("global.Entity"))) {
      put(self, line);
      put_char(self, '\n');
    }
    has_text |= line.len && is_comment(line, REL_STR("text ="));
  }
  if (!sentence->id.len) {
    put_sent_id(self, sentence);
  }
  if (!has_text) {
    put_sentence_text(self, sentence);
  }
}

// ------------------------------------------------------------------ words

/// Write what parts two properties of MISC, once one has been written
static void
put_bar(Writer *self, bool *has_any)
{
  if (*has_any) {
    put_char(self, '|');
  }
  *has_any = true;
}

static void
put_entity(Writer *self, uint32_t token, bool *has_any)
{
  const RelTree *const tree = self->tree;

  while (self->name < tree->n_names &&
         tree->names[self->name].first + tree->names[self->name].n <= token) {
    ++self->name;
  }
  if (self->name == tree->n_names || tree->names[self->name].first > token) {
    return;
  }
  const RelName *const name = &tree->names[self->name];
  const bool begins = name->first == token;
  const bool ends = name->first + name->n == token + 1U;
  if (begins || ends) {
    put_bar(self, has_any);
    put_text(self, "Entity=");
    put_text(self, begins ? "(" : "");
    put_text(self, begins ? rel_name_text(name->type) : "");
    put_text(self, ends ? ")" : "");
  }
}

/// The properties that the input has, but for Entity
static void
put_kept(Writer *self, RelStr misc, bool *has_any)
{
  for (size_t at = 0; at < misc.len;) {
    const RelStr rest = rel_str_slice(misc, at, misc.len);
    const RelStr item =
        rel_str_slice(rest, 0U, rel_str_find(rest, REL_STR("|")));
    at += item.len + 1U;
    if (!rel_str_starts(item, REL_STR("Entity=")) &&
        !rel_str_equal(item, REL_STR("_"))) {
      put_bar(self, has_any);
      put_field(self, item);
    }
  }
}

/// Code points from the start of the source to `offset`, which never goes back
static uint32_t
chars_to(Writer *self, uint32_t offset)
{
  self->n_chars += (uint32_t)rel_utf8_count(
      rel_str_slice(self->text->content, self->counted, offset));
  self->counted = offset;
  return self->n_chars;
}

/// SpaceAfter and TokenRange of the bytes [begin, end) of the source
static void
put_place(Writer *self, const RelToken *first, const RelToken *last,
          bool *has_any)
{
  if (!last->space_after) {
    put_bar(self, has_any);
    put_text(self, "SpaceAfter=No");
  }
  if (self->print->has_ranges) {
    put_bar(self, has_any);
    put_text(self, "TokenRange=");
    put_number(self, chars_to(self, first->begin));
    put_char(self, ':');
    put_number(self, chars_to(self, last->end));
  }
}

static void
put_probability(Writer *self, const char *key, float probability, bool *has_any)
{
  // a bad model's scores may be no numbers
  const float p = probability >= 0.0F && probability <= 1.0F ? probability : 0;
  const uint32_t thousandths = (uint32_t)(p * 1000.0F + 0.5F);
  const char digits[] = {(char)('0' + thousandths / 1000U), '.',
                         (char)('0' + thousandths / 100U % 10U),
                         (char)('0' + thousandths / 10U % 10U),
                         (char)('0' + thousandths % 10U)};

  put_bar(self, has_any);
  put_text(self, key);
  put(self, (RelStr){digits, sizeof(digits)});
}

/// How sure the word's tag and its head with the relation are, and the name
/// that begins here
static void
put_probabilities(Writer *self, uint32_t at, bool *has_any)
{
  const RelTree *const tree = self->tree;

  put_probability(self, "UposProb=", tree->upos_prob[at], has_any);
  put_probability(self, "HeadProb=", tree->head_prob[at], has_any);
  if (self->name < tree->n_names && tree->names[self->name].first == at) {
    put_probability(self, "EntityProb=", tree->names[self->name].prob, has_any);
  }
}

static void
put_misc(Writer *self, uint32_t at)
{
  const RelToken *const token = &self->text->tokens[at];
  const RelConlluNotes *const notes = self->print->notes;
  bool has_any = false;

  put_entity(self, at, &has_any);
  if (notes) {
    put_kept(self, notes->misc[at], &has_any);
  } else if (!token->n_parts) {
    put_place(self, token, token, &has_any);
  }
  if (self->print->has_probabilities) {
    put_probabilities(self, at, &has_any);
  }
  put_text(self, has_any ? "\n" : "_\n");
}

/// The line of the multiword token that begins here
static void
put_range(Writer *self, uint32_t at, uint32_t id)
{
  const RelToken *const token = &self->text->tokens[at];
  const RelConlluNotes *const notes = self->print->notes;
  bool has_any = false;

  if (notes) {
    put(self, notes->ranges[at]);
    put_char(self, '\n');
    return;
  }
  put_number(self, id);
  put_char(self, '-');
  put_number(self, id + token->n_parts - 1U);
  put_char(self, '\t');
  put_field(self, surface(self->text, token));
  put_text(self, "\t_\t_\t_\t_\t_\t_\t_\t");
  put_place(self, token, &token[token->n_parts - 1U], &has_any);
  put_text(self, has_any ? "\n" : "_\n");
}

static void
put_word(Writer *self, uint32_t at, uint32_t id)
{
  const RelTree *const tree = self->tree;

  put_number(self, id);
  put_char(self, '\t');
  put_field(self, self->text->tokens[at].form);
  put_char(self, '\t');
  put_field(self, tree->lemma[at]);
  put_char(self, '\t');
  put_text(self, rel_upos_text((RelUpos)tree->upos[at]));
  put_char(self, '\t');
  put_text(self, rel_xpos_text((RelXpos)tree->xpos[at]));
  put_char(self, '\t');
  put_field(self, tree->feats[at]);
  put_char(self, '\t');
  if (tree->head) {
    put_number(self, tree->head[at]);
    put_char(self, '\t');
    put_text(self, rel_dep_text((RelDep)tree->deprel[at]));
    put_text(self, "\t_\t");
  } else {
    put_text(self, "_\t_\t_\t");
  }
}

static void
put_sentence(Writer *self, uint32_t number)
{
  const RelSentence *const s = &self->text->sentences[number];
  const RelConlluNotes *const notes = self->print->notes;

  if (notes) {
    put_comments(self, notes->comments[number], s);
  } else {
    put_document(self, s);
    put_sent_id(self, s);
    put_sentence_text(self, s);
  }
  self->counted = s->begin;
  self->n_chars = s->begin_char;
  for (uint32_t i = 0; i < s->n; ++i) {
    const uint32_t at = s->first + i;
    if (self->text->tokens[at].part == 1U) {
      put_range(self, at, i + 1U);
    }
    put_word(self, at, i + 1U);
    put_misc(self, at);
  }
  put_char(self, '\n');
  ++self->print->n_sentences;
}

void
rel_conllu_print(RelConlluPrint *self, FILE *out, const RelText *text,
                 const RelTree *tree)
{
  Writer writer;

  writer.print = self;
  writer.stream = out;
  writer.text = text;
  writer.tree = tree;
  writer.name = 0;
  writer.len = 0;
  for (uint32_t k = 0; k < text->n_sentences; ++k) {
    put_sentence(&writer, k);
  }
  flush(&writer);
}

void
rel_conllu_write(FILE *out, const RelText *text, const RelTree *tree)
{
  RelConlluPrint print = {.document = NULL};

  rel_conllu_print(&print, out, text, tree);
}
