// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/attach.h"

/// Nouns by the preposition that they ask for, each list sorted
static const char *const on_nouns[] = {
    "attack", "ban",         "curb",     "duty",   "embargo", "levy",
    "limit",  "restriction", "sanction", "tariff", "tax"};
static const char *const into_nouns[] = {"inquiry", "investigation", "probe"};
static const char *const with_nouns[] = {
    "agreement", "alliance", "contract", "deal", "meeting",
    "pact",      "relation", "talk",     "tie",  "treaty"};
static const char *const to_nouns[] = {
    "access",   "commitment", "delivery", "export", "link",
    "shipment", "threat",     "tie",      "trip",   "visit"};
static const char *const in_nouns[] = {"investment", "share", "stake"};
static const char *const for_nouns[] = {"bid", "demand", "plan", "support"};
static const char *const over_nouns[] = {"concern", "control", "dispute",
                                         "row"};

#define REL_NOUNS(preposition)                                                 \
  {                                                                            \
#preposition, preposition##_nouns,                                         \
        sizeof(preposition##_nouns) / sizeof(*preposition##_nouns)             \
  }

static const struct {
  const char *preposition;
  const char *const *nouns;
  size_t n_nouns;
} frames[] = {REL_NOUNS(on),  REL_NOUNS(into), REL_NOUNS(with), REL_NOUNS(to),
              REL_NOUNS(in),  REL_NOUNS(for),  REL_NOUNS(over)};

static bool
asks_for(const RelSyntax *s, uint32_t noun, uint32_t preposition)
{
  for (size_t i = 0; i < sizeof(frames) / sizeof(*frames); ++i) {
    if (rel_syntax_lemma_is(s, preposition, frames[i].preposition)) {
      return rel_syntax_lemma_among(s, noun, frames[i].nouns,
                                    frames[i].n_nouns);
    }
  }
  return false;
}

/// The phrase that begins with this preposition, if it is the noun's
static uint32_t
phrase_at(const RelSyntax *s, uint32_t noun, uint32_t preposition)
{
  if (preposition >= s->n || rel_syntax_dep(s, preposition) != REL_DEP_CASE ||
      !asks_for(s, noun, preposition)) {
    return REL_NO_TOKEN;
  }

  const uint32_t oblique = rel_syntax_head(s, preposition);
  return rel_syntax_relation(s, oblique) == REL_DEP_OBL &&
                 rel_syntax_head(s, oblique) == rel_syntax_head(s, noun)
             ? oblique
             : REL_NO_TOKEN;
}

uint32_t
rel_attach_find(const RelSyntax *s, uint32_t noun)
{
  if (rel_syntax_upos(s, noun) != REL_UPOS_NOUN) {
    return REL_NO_TOKEN;
  }
  // right behind it, or behind what it has: "tariffs of 15% on steel"
  const uint32_t next = phrase_at(s, noun, noun + 1U);
  return next == REL_NO_TOKEN ? phrase_at(s, noun, s->right[noun] + 1U) : next;
}

uint32_t
rel_attach_occasion(const RelSyntax *s, uint32_t object)
{
  static const char *const occasions[] = {
      "flight", "journey", "leg", "stop", "tour", "trip", "visit", "voyage"};
  // what is about a trip, or goes on one
  static const char *const topics[] = {
      "agreement", "article", "book",     "comment", "debate",      "decision",
      "detail",    "effect",  "film",     "impact",  "information", "minister",
      "passenger", "people",  "question", "remark",  "report",      "statement",
      "story",     "talk",    "view",     "vote"};

  if (rel_syntax_dep(s, object) != REL_DEP_OBJ ||
      rel_syntax_upos(s, object) != REL_UPOS_NOUN ||
      rel_syntax_lemma_among(s, object, topics,
                             sizeof(topics) / sizeof(*topics)) ||
      rel_syntax_lemma_among(s, object, on_nouns,
                             sizeof(on_nouns) / sizeof(*on_nouns))) {
    return REL_NO_TOKEN;
  }
  for (REL_EACH_CHILD(s, i, object)) {
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && i > object &&
        rel_syntax_xpos(s, i) == REL_XPOS_NN &&
        rel_syntax_child_lemma(s, i, REL_DEP_CASE, "on") != REL_NO_TOKEN &&
        rel_syntax_lemma_among(s, i, occasions,
                               sizeof(occasions) / sizeof(*occasions))) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}
