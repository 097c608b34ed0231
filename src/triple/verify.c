// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/verify.h"

#include "base/utf8.h"

enum { STEP = 64 }; // code points between two places

void
rel_verify_init(RelVerify *verify, RelWorld *world, RelSink next)
{
  *verify = (RelVerify){.world = world, .next = next};
  rel_arena_init(&verify->arena, world);
}

void
rel_verify_clear(RelVerify *verify)
{
  rel_arena_clear(&verify->arena);
  verify->n_places = 0;
  verify->n_chars = 0;
}

/// Move behind a code point; almost all are ASCII
static void
next_char(RelStr text, size_t *i)
{
  if ((unsigned char)text.data[*i] < 0x80U) {
    ++*i;
  } else {
    rel_utf8_next(text, i);
  }
}

/// Keep the source, and where its code points are
static RelStatus
begin_document(RelVerify *verify, const RelDocInfo *info)
{
  RelStatus st = REL_OK;

  rel_verify_clear(verify);
  verify->has_source = !info->id.len;
  if (!verify->has_source) {
    return st;
  }
  REL_TRY(st, rel_arena_copy(&verify->arena, info->name, &verify->name));
  REL_TRY(st, rel_arena_copy(&verify->arena, info->content, &verify->content));
  verify->places = rel_arena_calloc(
      &verify->arena, info->content.len / STEP + 1U, sizeof(*verify->places));
  if (!verify->places) {
    return REL_NO_MEMORY;
  }
  for (size_t i = 0;; ++verify->n_chars) {
    if (verify->n_chars % STEP == 0U) {
      verify->places[verify->n_places++] = (uint32_t)i;
    }
    if (i == verify->content.len) {
      return REL_OK;
    }
    next_char(verify->content, &i);
  }
}

/// Bytes before a code point; at most the whole source
static size_t
byte_of(const RelVerify *verify, uint32_t number)
{
  size_t i = verify->places[number / STEP];

  for (uint32_t n = number % STEP; n; --n) {
    next_char(verify->content, &i);
  }
  return i;
}

/// Is `text` what the source has between two code points?
static bool
stands_at(const RelVerify *verify, uint32_t begin, uint32_t end, RelStr text)
{
  if (begin > end || end > verify->n_chars || !verify->n_places) {
    return false;
  }
  return rel_str_equal(rel_str_slice(verify->content, byte_of(verify, begin),
                                     byte_of(verify, end)),
                       text);
}

static RelStatus
fail(const RelVerify *verify, const RelTriple *triple, const char *what,
     RelStr text)
{
  enum { SHOWN = 80 }; // bytes
  const RelPlace place = {verify->name.data, 0U, 0U, 0U};

  return rel_fail(
      verify->world, REL_BAD_EVIDENCE, place,
      "triple %u: expected %s at code points %u to %u, not \"%.*s\"",
      triple->number, what, triple->evidence.begin, triple->evidence.end,
      text.len < SHOWN ? (int)text.len : SHOWN, text.len ? text.data : "");
}

static RelStatus
check(const RelVerify *verify, const RelTriple *triple)
{
  const RelEvidence *const e = &triple->evidence;

  if (!stands_at(verify, e->begin, e->end, e->quote)) {
    return fail(verify, triple, "the source's words", e->quote);
  }
  if (!stands_at(verify, e->sentence_begin, e->sentence_end,
                 e->sentence_text)) {
    return fail(verify, triple, "a sentence of the source around its quote",
                e->sentence_text);
  }
  return e->begin >= e->sentence_begin && e->end <= e->sentence_end
             ? REL_OK
             : fail(verify, triple, "a quote inside its sentence", e->quote);
}

static RelStatus
verify_on_event(void *handle, const RelEvent *event)
{
  RelVerify *const self = handle;
  RelStatus st = REL_OK;

  if (event->kind == REL_EVENT_DOCUMENT) {
    REL_TRY(st, begin_document(self, event->document));
  } else if (event->kind == REL_EVENT_TRIPLE && self->has_source) {
    REL_TRY(st, check(self, event->triple));
  }
  return rel_sink_event(&self->next, event);
}

RelSink
rel_verify_sink(RelVerify *verify)
{
  return (RelSink){verify, verify_on_event};
}
