// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/conllu.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/check.h"

#include <string.h>

enum { N_COLUMNS = 10 };
enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

typedef REL_ARRAY(RelToken) TokenList;
typedef REL_ARRAY(RelSentence) SentenceList;
typedef REL_ARRAY(RelName) NameList;
typedef REL_ARRAY(RelStr) StrList;
typedef REL_ARRAY(uint32_t) NumberList;
typedef REL_ARRAY(uint8_t) ByteList;

/// What is known while a file is read
typedef struct {
  RelArena *arena;
  RelStr content;
  const char *name;
  bool is_bare;         ///< Tokens only: tags and trees may be missing
  size_t at;            ///< Byte of the next line
  RelStr comments;      ///< Of the sentence, from the first to the last
  RelStr range_line;    ///< Of the multiword token, until its first word came
  StrList all_comments; ///< Bare: for each sentence
  StrList miscs;        ///< Bare: for each token
  StrList range_lines;  ///< Bare: for each token
  TokenList tokens;
  SentenceList sentences;
  NameList names;
  StrList lemmas;
  StrList feats;
  NumberList heads;
  NumberList lines; ///< Of each token, for messages
  ByteList upos;
  ByteList xpos;
  ByteList deprels;
  RelStr sent_id;
  uint32_t paragraph;
  uint32_t first;      ///< Token that the sentence begins with
  uint32_t range_left; ///< Words that the multiword token still wants
  uint32_t range_size;
  RelStr range_form;
  bool range_space;
  bool in_name;
  uint32_t line;
  size_t counted_to;  ///< Bytes of `content` whose letters are counted
  uint32_t n_letters; ///< In them
} Reader;

static RelStatus
bad(const Reader *self, const char *at, const char *expected, RelStr found)
{
  size_t begin = (size_t)(at - self->content.data);
  RelPlace place = {self->name, begin, self->line, 1U};

  while (begin > 0U && self->content.data[begin - 1U] != '\n') {
    --begin;
  }
  place.column += (uint32_t)rel_utf8_count(
      rel_str_slice(self->content, begin, place.offset));
  return rel_fail(self->arena->world, REL_BAD_INPUT, place,
                  "expected %s, not '%.*s'", expected,
                  (int)(found.len < 60U ? found.len : 60U),
                  found.data ? found.data : "");
}

/// A decimal number without sign, up to 9 digits
static bool
read_number(RelStr text, uint32_t *number)
{
  *number = 0;
  for (size_t i = 0; i < text.len; ++i) {
    if (text.data[i] < '0' || text.data[i] > '9') {
      return false;
    }
    *number = *number * 10U + (uint32_t)(text.data[i] - '0');
  }
  return text.len > 0U && text.len < 10U;
}

/// The value of `key` among the properties of MISC, or nothing
static RelStr
misc_value(RelStr misc, RelStr key)
{
  for (size_t at = 0; at < misc.len;) {
    const RelStr rest = rel_str_slice(misc, at, misc.len);
    const size_t bar = rel_str_find(rest, REL_STR("|"));
    const RelStr item = rel_str_slice(rest, 0U, bar);
    if (rel_str_starts(item, key)) {
      return rel_str_slice(item, key.len, item.len);
    }
    at += item.len + 1U;
  }
  return (RelStr){NULL, 0U};
}

static bool
has_space(RelStr misc)
{
  return !rel_str_equal(misc_value(misc, REL_STR("SpaceAfter=")),
                        REL_STR("No"));
}

/// "(person", "(person)" or ")"; anything else is another scheme
static RelStatus
read_name(Reader *self, RelStr misc)
{
  const uint32_t token = self->tokens.n - 1U;
  RelStr value = misc_value(misc, REL_STR("Entity="));
  const bool is_closed = rel_str_ends(value, REL_STR(")"));

  value = rel_str_slice(value, 0U, value.len - (is_closed ? 1U : 0U));
  if (rel_str_starts(value, REL_STR("("))) {
    const RelNameType type = rel_name_find(rel_str_slice(value, 1U, value.len));
    if (type != REL_NAME_NONE && type != REL_N_NAME) {
      const RelName name = {
          .first = token, .n = 1U, .type = type, .prob = 1.0F};
      self->in_name = !is_closed;
      return REL_ARRAY_PUSH(self->arena, &self->names, name);
    }
  }
  if (self->in_name && is_closed && !value.len) {
    RelName *const name = &self->names.items[self->names.n - 1U];
    name->n = token + 1U - name->first;
    self->in_name = false;
  }
  return REL_OK;
}

static RelStatus
read_comment(Reader *self, RelStr line)
{
  const RelStr text = rel_str_trim(rel_str_slice(line, 1U, line.len));
  const char *const first =
      self->comments.len ? self->comments.data : line.data;

  self->comments = (RelStr){first, (size_t)(line.data - first) + line.len};
  if (rel_str_starts(text, REL_STR("sent_id"))) {
    const size_t sign = rel_str_find(text, REL_STR("="));
    self->sent_id =
        sign == SIZE_MAX
            ? REL_STR("")
            : rel_str_trim(rel_str_slice(text, sign + 1U, text.len));
  } else if (self->tokens.n && (rel_str_equal(text, REL_STR("newpar")) ||
                                rel_str_starts(text, REL_STR("newpar id")) ||
                                rel_str_starts(text, REL_STR("newdoc")))) {
    ++self->paragraph;
  }
  return REL_OK;
}

static RelStatus
read_range(Reader *self, RelStr line, const RelStr *cols, size_t dash)
{
  const uint32_t next = self->tokens.n - self->first + 1U;
  uint32_t from = 0;
  uint32_t to = 0;

  if (!read_number(rel_str_slice(cols[ID], 0U, dash), &from) ||
      !read_number(rel_str_slice(cols[ID], dash + 1U, cols[ID].len), &to) ||
      from != next || to <= from || to - from > 250U || self->range_left) {
    return bad(self, cols[ID].data, "a range that begins at the next word",
               cols[ID]);
  }
  self->range_left = self->range_size = to - from + 1U;
  self->range_form = cols[FORM];
  self->range_line = line;
  self->range_space = has_space(cols[MISC]);
  return REL_OK;
}

static RelStatus
push_token(Reader *self, const RelStr *cols)
{
  RelStr place = cols[FORM];
  RelToken token = {.form = cols[FORM], .space_after = has_space(cols[MISC])};

  if (self->range_left) {
    place = self->range_form;
    token.n_parts = (uint8_t)self->range_size;
    token.part = (uint8_t)(self->range_size - self->range_left + 1U);
    --self->range_left;
    token.space_after = self->range_left == 0U && self->range_space;
  }
  token.begin = (uint32_t)(place.data - self->content.data);
  token.end = token.begin + (uint32_t)place.len;
  return REL_ARRAY_PUSH(self->arena, &self->tokens, token);
}

static RelStatus
push_tags(Reader *self, const RelStr *cols)
{
  RelUpos upos = rel_upos_find(cols[UPOS]);
  RelXpos xpos = rel_xpos_find(cols[XPOS]);
  RelDep dep = rel_dep_find(cols[DEPREL]);
  RelStatus st = REL_OK;

  if (upos == REL_N_UPOS && !rel_str_equal(cols[UPOS], REL_STR("_"))) {
    return bad(self, cols[UPOS].data, "a universal part of speech", cols[UPOS]);
  }
  if (dep == REL_N_DEP) { // a subtype that English does not have
    const size_t colon = rel_str_find(cols[DEPREL], REL_STR(":"));
    dep = rel_dep_find(rel_str_slice(cols[DEPREL], 0U, colon));
  }
  upos = upos == REL_N_UPOS ? REL_UPOS_X : upos;
  xpos = xpos == REL_N_XPOS ? REL_XPOS_XX : xpos;
  dep = dep == REL_N_DEP ? REL_DEP_DEP : dep;
  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->upos, (uint8_t)upos));
  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->xpos, (uint8_t)xpos));
  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->deprels, (uint8_t)dep));
  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->lemmas, cols[LEMMA]));
  return REL_ARRAY_PUSH(self->arena, &self->feats, cols[FEATS]);
}

/// What is kept of a token whose tags are not
static RelStatus
push_notes(Reader *self, const RelStr *cols)
{
  RelStatus st = REL_OK;

  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->miscs, cols[MISC]));
  REL_TRY(st,
          REL_ARRAY_PUSH(self->arena, &self->range_lines, self->range_line));
  self->range_line = REL_STR("");
  return st;
}

static RelStatus
read_word(Reader *self, const RelStr *cols)
{
  const uint32_t next = self->tokens.n - self->first + 1U;
  uint32_t id = 0;
  uint32_t head = 0;
  RelStatus st = REL_OK;

  if (!read_number(cols[ID], &id) || id != next) {
    return bad(self, cols[ID].data, "the number of the next word", cols[ID]);
  }
  if (self->is_bare) {
    REL_TRY(st, push_token(self, cols));
    return push_notes(self, cols);
  }
  if (!read_number(cols[HEAD], &head)) {
    return bad(self, cols[HEAD].data, "the number of a head", cols[HEAD]);
  }
  REL_TRY(st, push_token(self, cols));
  REL_TRY(st, push_tags(self, cols));
  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->heads, head));
  REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->lines, self->line));
  return read_name(self, cols[MISC]);
}

static RelStatus
read_row(Reader *self, RelStr line)
{
  RelStr cols[N_COLUMNS];
  size_t at = 0;

  for (size_t k = 0; k < N_COLUMNS; ++k) {
    const RelStr rest = rel_str_slice(line, at, line.len);
    const size_t tab = rel_str_find(rest, REL_STR("\t"));
    cols[k] = rel_str_slice(rest, 0U, tab);
    const bool is_last = k == N_COLUMNS - 1U;
    if ((tab == SIZE_MAX) != is_last || !cols[k].len) {
      return bad(self, rest.data, "ten columns with a tab between", cols[k]);
    }
    at += cols[k].len + 1U;
  }

  const size_t dash = rel_str_find(cols[ID], REL_STR("-"));
  const size_t dot = rel_str_find(cols[ID], REL_STR("."));
  if (dot != SIZE_MAX) {
    return REL_OK; // an empty node of the enhanced graph
  }
  return dash != SIZE_MAX ? read_range(self, line, cols, dash)
                          : read_word(self, cols);
}

/// Does every word of the sentence lead to its one root?
static RelStatus
check_tree(Reader *self, uint32_t n)
{
  const uint32_t *const heads = self->heads.items + self->first;
  const RelToken *const tokens = self->tokens.items + self->first;
  uint32_t n_roots = 0;
  const uint32_t line = self->line;

  for (uint32_t i = 0; i < n; ++i) {
    uint32_t steps = 0;
    const RelStr form = tokens[i].form;
    self->line = self->lines.items[self->first + i];
    n_roots += heads[i] == 0U;
    if (heads[i] > n) {
      return bad(self, form.data, "a head inside the sentence", form);
    }
    if (n_roots > 1U) {
      return bad(self, form.data, "one root in a sentence", form);
    }
    for (uint32_t at = i + 1U; at && heads[at - 1U] <= n; ++steps) {
      at = heads[at - 1U];
      if (steps > n) {
        return bad(self, form.data, "a tree without a cycle", form);
      }
    }
  }
  self->line = line;
  return n_roots ? REL_OK
                 : bad(self, tokens[0].form.data, "a root", tokens[0].form);
}

/// Letters from the start of the file to `offset`, which never goes back
static uint32_t
letters_to(Reader *self, uint32_t offset)
{
  if (offset > self->counted_to) {
    self->n_letters += (uint32_t)rel_utf8_count(
        rel_str_slice(self->content, self->counted_to, offset));
    self->counted_to = offset;
  }
  return self->n_letters;
}

static RelStatus
end_sentence(Reader *self)
{
  const uint32_t n = self->tokens.n - self->first;
  RelStatus st = REL_OK;

  if (self->range_left) {
    return bad(self, self->range_form.data, "all words of a multiword token",
               self->range_form);
  }
  if (!n) {
    return REL_OK;
  }
  if (self->is_bare) {
    REL_TRY(st,
            REL_ARRAY_PUSH(self->arena, &self->all_comments, self->comments));
  } else {
    REL_TRY(st, check_tree(self, n));
  }
  const RelToken *const tokens = self->tokens.items + self->first;
  RelSentence sentence = {.first = self->first,
                          .n = n,
                          .begin = tokens[0].begin,
                          .end = tokens[n - 1U].end,
                          .paragraph = self->paragraph,
                          .kind = REL_SENTENCE_BODY,
                          .id = self->sent_id};
  sentence.begin_char = letters_to(self, sentence.begin);
  sentence.end_char = letters_to(self, sentence.end);
  self->first = self->tokens.n;
  self->in_name = false;
  self->sent_id = REL_STR("");
  self->comments = REL_STR("");
  return REL_ARRAY_PUSH(self->arena, &self->sentences, sentence);
}

/// Read sentences until there are `n_tokens` or the file ends
static RelStatus
read_lines(Reader *self, uint32_t n_tokens)
{
  RelStatus st = REL_OK;

  while (self->at < self->content.len && self->first < n_tokens) {
    const char *const begin = self->content.data + self->at;
    const size_t left = self->content.len - self->at;
    const char *const end = memchr(begin, '\n', left);
    RelStr line = {begin, end ? (size_t)(end - begin) : left};
    self->at += line.len + (end ? 1U : 0U);
    ++self->line;
    line.len -= line.len && line.data[line.len - 1U] == '\r' ? 1U : 0U;
    if (!rel_str_trim(line).len) {
      REL_TRY(st, end_sentence(self));
    } else if (line.data[0] == '#' && self->tokens.n == self->first) {
      REL_TRY(st, read_comment(self, line));
    } else {
      REL_TRY(st, read_row(self, line));
    }
  }
  return self->at < self->content.len ? st : end_sentence(self);
}

RelStatus
rel_conllu_read(RelArena *arena, RelStr name, RelStr content, RelText *text,
                RelTree *tree)
{
  Reader self = {.arena = arena, .content = content};
  RelStr copy = {NULL, 0U};
  RelStatus st = REL_OK;

  *text = (RelText){.name = name, .content = content};
  *tree = (RelTree){0};
  REL_TRY(st, rel_arena_copy(arena, name, &copy));
  self.name = copy.data;
  REL_TRY(st, read_lines(&self, UINT32_MAX));
  text->tokens = self.tokens.items;
  text->n_tokens = self.tokens.n;
  text->sentences = self.sentences.items;
  text->n_sentences = self.sentences.n;
  tree->upos = self.upos.items;
  tree->xpos = self.xpos.items;
  tree->deprel = self.deprels.items;
  tree->head = self.heads.items;
  tree->lemma = self.lemmas.items;
  tree->feats = self.feats.items;
  tree->names = self.names.items;
  tree->n_names = self.names.n;
  tree->upos_prob = rel_arena_calloc(arena, text->n_tokens + 1U, sizeof(float));
  tree->head_prob = rel_arena_calloc(arena, text->n_tokens + 1U, sizeof(float));
  if (!tree->upos_prob || !tree->head_prob) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < text->n_tokens; ++i) {
    tree->upos_prob[i] = tree->head_prob[i] = 1.0F;
  }
  return REL_OK;
}

RelStatus
rel_conllu_open(RelArena *arena, RelStr name, RelStr content,
                RelConlluPieces *pieces)
{
  RelStr copy = {NULL, 0U};
  RelStatus st = REL_OK;

  *pieces =
      (RelConlluPieces){.content = content, .at = rel_text_mark_size(content)};
  REL_TRY(st, rel_arena_copy(arena, name, &copy));
  pieces->name = copy;
  return rel_text_check(arena->world, copy.data, content);
}

RelStatus
rel_conllu_next(RelConlluPieces *pieces, RelArena *arena, uint32_t n_tokens,
                RelText *text, RelConlluNotes *notes)
{
  Reader self = {.arena = arena,
                 .content = pieces->content,
                 .name = pieces->name.data,
                 .is_bare = true,
                 .at = pieces->at,
                 .line = pieces->line,
                 .counted_to = pieces->counted,
                 .n_letters = pieces->n_chars};
  RelStatus st = REL_OK;

  REL_TRY(st, read_lines(&self, n_tokens));
  pieces->at = self.at;
  pieces->line = self.line;
  pieces->counted = self.counted_to;
  pieces->n_chars = self.n_letters;
  *text = (RelText){.name = pieces->name,
                    .content = pieces->content,
                    .tokens = self.tokens.items,
                    .n_tokens = self.tokens.n,
                    .sentences = self.sentences.items,
                    .n_sentences = self.sentences.n};
  *notes = (RelConlluNotes){self.all_comments.items, self.miscs.items,
                            self.range_lines.items};
  return st;
}
