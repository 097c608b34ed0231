// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/relative.h"

bool
rel_relative_is_date(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {
      "April",   "August",   "December", "February", "Friday",
      "January", "July",     "June",     "March",    "May",
      "Monday",  "November", "October",  "Saturday", "September",
      "Sunday",  "Thursday", "Tuesday",  "Wednesday"};

  return rel_syntax_xpos(s, i) == REL_XPOS_CD ||
         rel_syntax_lemma_among(s, i, words, sizeof(words) / sizeof(*words));
}

static bool
is_relative_word(const RelSyntax *s, uint32_t i)
{
  const RelXpos xpos = rel_syntax_xpos(s, i);

  return xpos == REL_XPOS_WDT || xpos == REL_XPOS_WP ||
         (rel_syntax_lemma_is(s, i, "that") &&
          rel_syntax_upos(s, i) == REL_UPOS_PRON);
}

/// What has stops on its way, sorted
static bool
is_journey(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {
      "agenda",    "itinerary", "journey",  "mission", "program",
      "programme", "route",     "schedule", "swing",   "tour",
      "trip",      "visit",     "voyage"};

  return (rel_syntax_upos(s, i) == REL_UPOS_NOUN ||
          rel_syntax_xpos(s, i) == REL_XPOS_NN) &&
         rel_syntax_lemma_among(s, i, words, sizeof(words) / sizeof(*words));
}

/**
   The noun before a pronoun, for relatives that hang elsewhere: the nearest, or
   behind dates the one that they belong to ("a trip to Ayr on Monday that").
*/
static uint32_t
noun_before(const RelSyntax *s, uint32_t pronoun)
{
  enum { REACH = 3, LONG_REACH = 9 };
  bool has_date = false;

  for (uint32_t i = pronoun; i-- > 0U;) {
    if (pronoun - i > (has_date ? LONG_REACH : REACH) ||
        rel_syntax_upos(s, i) == REL_UPOS_VERB) {
      break;
    }
    if (rel_relative_is_date(s, i)) {
      has_date = true;
    } else if (rel_clause_is_nominal(s, i)) {
      while (has_date && rel_syntax_dep(s, i) == REL_DEP_NMOD &&
             !is_journey(s, i)) {
        i = rel_syntax_head(s, i);
      }
      return i;
    }
  }
  return pronoun;
}

/**
   "a stop on the trip to Asia, which includes Lisbon": what includes places
   on a way is the trip, not the stop nor Asia; or `noun`.
*/
static uint32_t
journey_before(const RelSyntax *s, uint32_t noun, uint32_t pronoun,
               uint32_t verb)
{
  enum { REACH = 12 };

  if (!rel_syntax_lemma_is(s, verb, "include") || is_journey(s, noun)) {
    return noun;
  }
  for (uint32_t i = pronoun; i-- > 0U && pronoun - i <= REACH;) {
    const RelXpos xpos = rel_syntax_xpos(s, i);
    if (is_journey(s, i)) {
      return i;
    }
    if (rel_syntax_upos(s, i) == REL_UPOS_AUX ||
        (rel_syntax_upos(s, i) == REL_UPOS_VERB && xpos != REL_XPOS_NN)) {
      break;
    }
  }
  return noun;
}

uint32_t
rel_relative_resolve(const RelSyntax *s, const RelClause *clause, uint32_t i)
{
  if (i == REL_NO_TOKEN || !is_relative_word(s, i) ||
      clause->link == REL_LINK_ROOT || clause->link == REL_LINK_CCOMP ||
      clause->link == REL_LINK_XCOMP) {
    return i;
  }

  const uint32_t head = rel_syntax_head(s, clause->head);
  const bool is_on_noun =
      (clause->link == REL_LINK_RELATIVE || clause->link == REL_LINK_ACL) &&
      rel_clause_is_nominal(s, head);
  return journey_before(s, is_on_noun ? head : noun_before(s, i), i,
                        clause->head);
}

bool
rel_relative_can_be_gap(const RelSyntax *s, uint32_t noun)
{
  static const char *const frames[] = {"case",   "day",  "moment", "place",
                                       "reason", "time", "way",    "year"};

  return rel_clause_is_nominal(s, noun) &&
         !rel_syntax_lemma_among(s, noun, frames,
                                 sizeof(frames) / sizeof(*frames));
}

bool
rel_relative_has_word(const RelSyntax *s, const RelClause *clause)
{
  const uint32_t begin = s->left[clause->head];

  for (uint32_t i = begin; i < clause->head; ++i) {
    const RelXpos xpos = rel_syntax_xpos(s, i);
    if (is_relative_word(s, i) || xpos == REL_XPOS_WP_S ||
        xpos == REL_XPOS_WRB) {
      return true;
    }
  }
  return false;
}
