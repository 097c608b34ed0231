// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/distinct.h"

#include "base/array.h"

#include <string.h>

enum { REACH = 64 }; // triples on either side; keeps endless lists linear

// ------------------------------------------------------------------ words

/// Some texts whose words count as one bag
typedef struct {
  RelStr texts[1U + 2U * REL_MAX_SLOTS];
  uint32_t n;
} Bag;

static RelStr
words_of(const RelTerm *term)
{
  return term->text.len ? term->text : term->label;
}

/// The object with the slots and their prepositions
static Bag
bag_of_rest(const RelTriple *triple)
{
  Bag bag = {.n = 0U};

  if (triple->object.kind != REL_TERM_NONE) {
    bag.texts[bag.n++] = words_of(&triple->object);
  }
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    bag.texts[bag.n++] = triple->slots[i].marker;
    bag.texts[bag.n++] = words_of(&triple->slots[i].term);
  }
  return bag;
}

static Bag
bag_of_subject(const RelTriple *triple)
{
  return (Bag){{words_of(&triple->subject)}, 1U};
}

/// The word that begins at or behind `*at`; empty at the end
static RelStr
next_word(RelStr text, size_t *at)
{
  while (*at < text.len && text.data[*at] == ' ') {
    ++*at;
  }
  const size_t begin = *at;
  while (*at < text.len && text.data[*at] != ' ') {
    ++*at;
  }
  return rel_str_slice(text, begin, *at);
}

static uint32_t
count(const Bag *bag, RelStr word)
{
  uint32_t n = 0;

  for (uint32_t i = 0; i < bag->n; ++i) {
    size_t at = 0;
    for (RelStr w = next_word(bag->texts[i], &at); w.len;
         w = next_word(bag->texts[i], &at)) {
      n += rel_str_equal_fold(w, word);
    }
  }
  return n;
}

/// Has `whole` each word of `part` at least as often?
static bool
has_all(const Bag *whole, const Bag *part)
{
  for (uint32_t i = 0; i < part->n; ++i) {
    size_t at = 0;
    for (RelStr w = next_word(part->texts[i], &at); w.len;
         w = next_word(part->texts[i], &at)) {
      if (count(whole, w) < count(part, w)) {
        return false;
      }
    }
  }
  return true;
}

// ---------------------------------------------------------------- triples

static bool
contains(const RelTriple *whole, const RelTriple *part)
{
  if (!rel_str_equal_fold(whole->predicate, part->predicate)) {
    return false;
  }
  const Bag subject = bag_of_subject(whole);
  const Bag own_subject = bag_of_subject(part);
  const Bag rest = bag_of_rest(whole);
  const Bag own_rest = bag_of_rest(part);
  return has_all(&subject, &own_subject) && has_all(&rest, &own_rest);
}

/// Does `other` leave nothing for `item` to say?
static bool
replaces(const RelDistinct *self, uint32_t other, uint32_t item)
{
  const RelTriple *const a = &self->items[other];
  const RelTriple *const b = &self->items[item];

  if (!contains(a, b)) {
    return false;
  }
  if (!contains(b, a)) {
    return true;
  }
  return a->confidence > b->confidence ||
         (a->confidence >= b->confidence && other < item);
}

static bool
is_replaced(const RelDistinct *self, uint32_t item)
{
  const uint32_t first = item > REACH ? item - REACH : 0U;
  const uint32_t end = self->n - item > REACH ? item + REACH : self->n;

  for (uint32_t i = first; i < end; ++i) {
    if (i != item && replaces(self, i, item)) {
      return true;
    }
  }
  return false;
}

static RelStatus
keep(RelDistinct *self, const RelTriple *triple)
{
  RelTriple copy = *triple;

  if (triple->n_cues) {
    const size_t size = triple->n_cues * sizeof(*triple->cues);
    uint16_t *const cues =
        rel_arena_calloc(self->arena, triple->n_cues, sizeof(*triple->cues));
    if (!cues) {
      return REL_NO_MEMORY;
    }
    memcpy(cues, triple->cues, size);
    copy.cues = cues;
  }
  return REL_ARRAY_PUSH(self->arena, self, copy);
}

static RelStatus
distinct_on_event(void *handle, const RelEvent *event)
{
  RelDistinct *const self = handle;
  const bool is_open =
      event->kind == REL_EVENT_TRIPLE && event->triple->view == REL_VIEW_OPEN;

  return is_open ? keep(self, event->triple)
                 : rel_sink_event(&self->next, event);
}

RelDistinct
rel_distinct(RelArena *arena, const RelSink *next)
{
  return (RelDistinct){.next = *next, .arena = arena};
}

RelSink
rel_distinct_sink(RelDistinct *distinct)
{
  return (RelSink){distinct, distinct_on_event};
}

RelStatus
rel_distinct_send(RelDistinct *distinct, uint32_t *number)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < distinct->n; ++i) {
    RelTriple *const triple = &distinct->items[i];
    const RelEvent event = {REL_EVENT_TRIPLE, {.triple = triple}};
    if (!is_replaced(distinct, i)) {
      triple->number = ++*number;
      REL_TRY(st, rel_sink_event(&distinct->next, &event));
    }
  }
  return REL_OK;
}
