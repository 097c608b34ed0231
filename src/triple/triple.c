// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "triple/triple.h"

#include <stddef.h>

static const char *const kind_texts[REL_N_TERM_KINDS] = {
    [REL_TERM_NONE] = "none",         [REL_TERM_THING] = "thing",
    [REL_TERM_PERSON] = "person",     [REL_TERM_ORGANISATION] = "organisation",
    [REL_TERM_COUNTRY] = "country",   [REL_TERM_PLACE] = "place",
    [REL_TERM_FACILITY] = "facility", [REL_TERM_EVENT] = "event",
    [REL_TERM_WORK] = "work",         [REL_TERM_ROLE] = "role",
    [REL_TERM_DATE] = "date",         [REL_TERM_MONEY] = "money",
    [REL_TERM_QUANTITY] = "quantity", [REL_TERM_CLAUSE] = "clause",
};

static const char *const modality_texts[REL_N_MODALITIES] = {
    [REL_ACTUAL] = "actual",           [REL_PLANNED] = "planned",
    [REL_THREATENED] = "threatened",   [REL_POSSIBLE] = "possible",
    [REL_CONDITIONAL] = "conditional", [REL_ASKED] = "asked",
};

static const char *const slot_role_texts[REL_N_SLOT_ROLES] = {
    [REL_SLOT_TIME] = "time",           [REL_SLOT_PLACE] = "place",
    [REL_SLOT_RECIPIENT] = "recipient", [REL_SLOT_AMOUNT] = "amount",
    [REL_SLOT_MANNER] = "manner",       [REL_SLOT_REASON] = "reason",
    [REL_SLOT_OTHER] = "other",
};

/// Part of a factuality by modality; null for what is actual
static const char *const factuality_texts[REL_N_MODALITIES] = {
    [REL_ACTUAL] = NULL,
    [REL_PLANNED] = "planned",
    [REL_THREATENED] = "threatened",
    [REL_POSSIBLE] = "possible",
    [REL_CONDITIONAL] = "possible",
    [REL_ASKED] = "possible",
};

const char *
rel_term_kind_text(RelTermKind kind)
{
  return kind_texts[kind];
}

bool
rel_term_is_place(RelTermKind kind)
{
  return kind == REL_TERM_COUNTRY || kind == REL_TERM_PLACE ||
         kind == REL_TERM_FACILITY;
}

bool
rel_term_is_measured(RelTermKind kind)
{
  return kind == REL_TERM_DATE || kind == REL_TERM_MONEY ||
         kind == REL_TERM_QUANTITY;
}

bool
rel_term_is_value(RelTermKind kind)
{
  return kind == REL_TERM_DATE || kind == REL_TERM_MONEY ||
         kind == REL_TERM_QUANTITY || kind == REL_TERM_CLAUSE;
}

const char *
rel_modality_text(RelModality modality)
{
  return modality_texts[modality];
}

const char *
rel_slot_role_text(RelSlotRole role)
{
  return slot_role_texts[role];
}

bool
rel_term_is_same(const RelTerm *a, const RelTerm *b)
{
  return a->namesake == b->namesake && rel_str_equal(a->label, b->label);
}

bool
rel_triple_is_asserted(const RelTriple *triple)
{
  return triple->polarity == REL_POSITIVE && triple->modality == REL_ACTUAL &&
         triple->source.kind == REL_TERM_NONE;
}

/// A text under construction in a given room
typedef struct {
  char *out;
  size_t size; ///< Bytes of room, with the terminator
  size_t len;
} Text;

static void
add(Text *text, RelStr part)
{
  for (size_t i = 0; i < part.len && text->len + 1U < text->size; ++i) {
    text->out[text->len++] = part.data[i];
  }
  if (text->size) {
    text->out[text->len] = '\0';
  }
}

static void
add_part(Text *text, const char *part)
{
  add(text, rel_str(text->len ? "+" : ""));
  add(text, rel_str(part));
}

void
rel_triple_factuality(const RelTriple *triple, char *out, size_t size)
{
  Text text = {out, size, 0U};

  if (rel_triple_is_asserted(triple)) {
    add(&text, REL_STR("asserted"));
    return;
  }
  if (factuality_texts[triple->modality]) {
    add_part(&text, factuality_texts[triple->modality]);
  }
  if (triple->polarity == REL_NEGATIVE) {
    add_part(&text, "negated");
  }
  if (triple->source.kind != REL_TERM_NONE) {
    add_part(&text, "reported");
    add(&text, rel_str(triple->source.label.len ? ":" : ""));
    add(&text, triple->source.label);
  }
}
