// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/clause.h"

bool
rel_clause_is_negation(const RelSyntax *s, uint32_t i)
{
  static const char *const words[] = {
      "barely", "hardly", "n't",     "neither", "never",    "no",
      "nor",    "not",    "nowhere", "rarely",  "scarcely", "seldom"};

  if (rel_syntax_dep(s, i) == REL_DEP_ADVMOD &&
      rel_syntax_lemma_is(s, i, "long") && i > 0U &&
      rel_syntax_lemma_is(s, i - 1U, "no")) {
    return true; // "no longer"
  }
  // "not only makes pumps": it does
  return rel_syntax_dep(s, i) == REL_DEP_ADVMOD &&
         !(i + 1U < s->n && rel_syntax_lemma_is(s, i + 1U, "only")) &&
         rel_syntax_lemma_among(s, i, words, sizeof(words) / sizeof(*words));
}

bool
rel_clause_is_subject(RelDep dep)
{
  return dep == REL_DEP_NSUBJ || dep == REL_DEP_NSUBJ_PASS ||
         dep == REL_DEP_NSUBJ_OUTER;
}

bool
rel_clause_has_whose(const RelSyntax *s, uint32_t i)
{
  const uint32_t owner = rel_syntax_child(s, i, REL_DEP_NMOD_POSS);

  return owner != REL_NO_TOKEN && rel_syntax_xpos(s, owner) == REL_XPOS_WP_S;
}

uint32_t
rel_clause_find_subject(const RelSyntax *s, uint32_t head)
{
  uint32_t found = REL_NO_TOKEN;

  for (REL_EACH_CHILD(s, i, head)) {
    if (found != REL_NO_TOKEN && rel_clause_is_subject(rel_syntax_dep(s, i)) &&
        rel_clause_has_whose(s, i)) {
      return i;
    }
    // "the problem is that it leaks": of "leaks" it is "it"
    const bool is_inner = found != REL_NO_TOKEN &&
                          rel_syntax_dep(s, found) == REL_DEP_NSUBJ_OUTER;
    const bool is_next = found == REL_NO_TOKEN || is_inner ||
                         (s->right[found] + 1U == s->left[i] &&
                          rel_syntax_upos(s, i) == REL_UPOS_PROPN && i < head);
    if (rel_clause_is_subject(rel_syntax_dep(s, i)) && is_next) {
      found = i;
    }
  }
  return found;
}

bool
rel_clause_is_second_copula(const RelSyntax *s, uint32_t i)
{
  return rel_syntax_dep(s, i) == REL_DEP_COP && i > rel_syntax_head(s, i) &&
         rel_clause_find_subject(s, i) != REL_NO_TOKEN;
}

bool
rel_clause_negates(const RelSyntax *s, uint32_t i, uint32_t marks)
{
  uint32_t host = rel_syntax_head(s, i);

  if (host == REL_NO_TOKEN || !rel_clause_is_negation(s, i)) {
    return false;
  }
  for (REL_EACH_CHILD(s, k, rel_syntax_head(s, i))) {
    host = k < i && rel_clause_is_second_copula(s, k) ? k : host;
  }
  return host == marks;
}

bool
rel_clause_is_to_be(const RelSyntax *s, uint32_t head)
{
  // "the aim is to cut": what it consists in
  static const char *const aims[] = {
      "aim",       "ambition", "answer",     "challenge", "duty",
      "focus",     "goal",     "hope",       "idea",      "intent",
      "intention", "issue",    "job",        "key",       "mandate",
      "meaning",   "mission",  "motivation", "objective", "option",
      "plan",      "point",    "policy",     "priority",  "problem",
      "purpose",   "question", "role",       "solution",  "step",
      "strategy",  "task",     "temptation", "thing",     "trick",
      "way"};
  const uint32_t subject = rel_clause_find_subject(s, head);

  return subject != REL_NO_TOKEN &&
         !rel_syntax_lemma_among(s, subject, aims,
                                 sizeof(aims) / sizeof(*aims)) &&
         rel_syntax_xpos(s, head) == REL_XPOS_VB &&
         rel_syntax_child(s, head, REL_DEP_COP) != REL_NO_TOKEN &&
         rel_syntax_child_lemma(s, head, REL_DEP_MARK, "to") != REL_NO_TOKEN;
}

bool
rel_clause_is_present(const RelSyntax *s, uint32_t head)
{
  bool is_finite = rel_syntax_is_present(s, head);

  for (REL_EACH_CHILD(s, i, head)) {
    const RelDep relation = rel_syntax_relation(s, i);
    if (relation == REL_DEP_AUX || relation == REL_DEP_COP) {
      is_finite = is_finite || rel_syntax_is_present(s, i) ||
                  rel_syntax_lemma_is(s, i, "will");
    }
  }
  return is_finite;
}

bool
rel_clause_is_ranked(const RelSyntax *s, uint32_t noun)
{
  static const char *const words[] = {"first", "last",   "latest", "next",
                                      "only",  "second", "third"};

  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) == REL_DEP_AMOD && i < noun &&
        (rel_syntax_xpos(s, i) == REL_XPOS_JJS ||
         rel_str_among(rel_syntax_form(s, i), words,
                       sizeof(words) / sizeof(*words)))) {
      return true;
    }
  }
  return false;
}
