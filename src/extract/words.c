// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/words.h"

#include "base/array.h"

#include <stdlib.h>

enum { MAX_DEPTH = 48 }; // steps up a tree; keeps odd trees linear

RelWordSet
rel_words_new(RelArena *arena)
{
  return (RelWordSet){.arena = arena};
}

void
rel_words_add(RelWordSet *words, uint32_t token)
{
  if (!words->status) {
    words->status = REL_ARRAY_PUSH(words->arena, words, token);
  }
}

void
rel_words_remove(RelWordSet *words, uint32_t first, uint32_t end)
{
  uint32_t n = 0;

  for (uint32_t k = 0; k < words->n; ++k) {
    const uint32_t token = words->items[k];
    if (token < first || token >= end) {
      words->items[n++] = token;
    }
  }
  words->n = n;
}

/// Is `child` left out of the phrase of `head`?
static bool
is_left_out(const RelSyntax *s, uint32_t child, bool is_top, unsigned options)
{
  const RelDep dep = rel_syntax_dep(s, child);

  switch (rel_dep_universal(dep)) {
  case REL_DEP_ACL:
    return (dep == REL_DEP_ACL_RELCL && !(options & REL_WORDS_CLAUSE)) ||
           (options & REL_WORDS_NO_CLAUSES);
  case REL_DEP_APPOS:
  case REL_DEP_PARATAXIS:
  case REL_DEP_DISCOURSE:
  case REL_DEP_VOCATIVE:
  case REL_DEP_REPARANDUM:
    return !(options & REL_WORDS_CLAUSE);
  case REL_DEP_CONJ:
  case REL_DEP_CC:
    return is_top && (options & REL_WORDS_NO_CONJ);
  case REL_DEP_CASE:
    return is_top && (options & REL_WORDS_NO_CASE) &&
           rel_syntax_xpos(s, child) != REL_XPOS_POS;
  case REL_DEP_MARK:
    return is_top && (options & REL_WORDS_NO_CASE);
  case REL_DEP_DET:
    return is_top && (options & REL_WORDS_NO_DET);
  case REL_DEP_NMOD:
    return is_top && (options & REL_WORDS_NO_NMOD) && dep == REL_DEP_NMOD;
  case REL_DEP_NSUBJ:
  case REL_DEP_CSUBJ:
  case REL_DEP_COP:
  case REL_DEP_AUX:
  case REL_DEP_EXPL:
  case REL_DEP_ADVCL:
    // a predicate noun's clause parts are no part of its phrase
    return is_top && !(options & REL_WORDS_CLAUSE);
  default:
    return false;
  }
}

void
rel_words_add_phrase(const RelSyntax *s, uint32_t head, unsigned options,
                     RelWordSet *words)
{
  rel_words_add(words, head);
  for (uint32_t i = s->left[head]; i <= s->right[head]; ++i) {
    // climb to the head: the first step that is left out leaves the word out
    uint32_t at = i;
    bool is_in = true;
    for (uint32_t step = 0; is_in && at != head; ++step) {
      const uint32_t up = rel_syntax_head(s, at);
      is_in = up != REL_NO_TOKEN && step < MAX_DEPTH &&
              !is_left_out(s, at, up == head, options);
      at = up;
    }
    if (is_in && at == head) {
      rel_words_add(words, i);
    }
  }
}

static bool
is_edge_punctuation(const RelSyntax *s, uint32_t i)
{
  const RelStr form = rel_syntax_form(s, i);

  if (rel_syntax_relation(s, i) == REL_DEP_CC) {
    return true;
  }
  return rel_syntax_upos(s, i) == REL_UPOS_PUNCT &&
         !(form.len == 1 && (form.data[0] == '%' || form.data[0] == '$'));
}

static int
compare_tokens(const void *left, const void *right)
{
  const uint32_t a = *(const uint32_t *)left;
  const uint32_t b = *(const uint32_t *)right;

  return (a > b) - (a < b);
}

/// Sort, and keep one of each
static void
settle(RelWordSet *words)
{
  uint32_t n = 0;

  if (words->n) {
    qsort(words->items, words->n, sizeof(*words->items), compare_tokens);
  }
  for (uint32_t k = 0; k < words->n; ++k) {
    if (!n || words->items[n - 1U] != words->items[k]) {
      words->items[n++] = words->items[k];
    }
  }
  words->n = n;
}

static bool
is_quote(const RelSyntax *s, uint32_t i, RelXpos xpos)
{
  return rel_syntax_xpos(s, i) == xpos;
}

/// Do quotation marks among the words [begin, end) stand in pairs?
static bool
is_quote_open(const RelSyntax *s, const RelWordSet *words, uint32_t begin,
              uint32_t end)
{
  int n_open = 0;

  for (uint32_t k = begin; k < end; ++k) {
    n_open += is_quote(s, words->items[k], REL_XPOS_OPEN_QUOTE);
    n_open -= is_quote(s, words->items[k], REL_XPOS_CLOSE_QUOTE);
  }
  return n_open > 0;
}

/// Quotation marks at the edges stay when both are there
static void
keep_quotes(const RelSyntax *s, const RelWordSet *words, uint32_t *begin,
            uint32_t *end)
{
  if (*begin && is_quote(s, words->items[*begin - 1U], REL_XPOS_OPEN_QUOTE)) {
    --*begin;
  }
  if (*end < words->n && is_quote_open(s, words, *begin, *end) &&
      is_quote(s, words->items[*end], REL_XPOS_CLOSE_QUOTE)) {
    ++*end;
  }
  if (*begin < *end && is_quote_open(s, words, *begin, *end) &&
      is_quote(s, words->items[*begin], REL_XPOS_OPEN_QUOTE)) {
    ++*begin;
  }
}

static RelStatus
join(const RelSyntax *s, RelWordSet *words, bool keeps_quotes, RelStr *text)
{
  RelBuffer buffer = {.arena = words->arena, .status = words->status};

  settle(words);
  uint32_t begin = 0;
  uint32_t end = words->n;
  while (begin < end && is_edge_punctuation(s, words->items[begin])) {
    ++begin;
  }
  while (end > begin && is_edge_punctuation(s, words->items[end - 1U])) {
    --end;
  }
  if (keeps_quotes) {
    keep_quotes(s, words, &begin, &end);
  }
  for (uint32_t k = begin; k < end; ++k) {
    const uint32_t i = words->items[k];
    const bool is_glued = k > begin && words->items[k - 1U] + 1U == i &&
                          !s->text->tokens[s->base + i - 1U].space_after;
    if (k > begin && !is_glued) {
      rel_buffer_add_char(&buffer, ' ');
    }
    rel_buffer_add(&buffer, rel_syntax_form(s, i));
  }
  *text = rel_buffer_str(&buffer);
  return buffer.status;
}

RelStatus
rel_words_join(const RelSyntax *s, RelWordSet *words, RelStr *text)
{
  return join(s, words, true, text);
}

RelStatus
rel_words_join_source(const RelSyntax *s, RelWordSet *words, RelStr *text)
{
  return join(s, words, false, text);
}

RelStatus
rel_words_run(RelArena *arena, const RelSyntax *s, uint32_t first, uint32_t end,
              RelStr *text)
{
  RelWordSet words = rel_words_new(arena);

  for (uint32_t i = first; i < end; ++i) {
    rel_words_add(&words, i);
  }
  return join(s, &words, false, text);
}

RelStatus
rel_words_source(RelArena *arena, const RelSyntax *s, uint32_t head,
                 unsigned options, RelStr *text)
{
  RelWordSet words = rel_words_new(arena);

  rel_words_add_phrase(s, head, options, &words);
  return join(s, &words, false, text);
}

/// Prepositions of several words whose middle is a noun, by that noun
static const struct {
  const char *first;
  const char *noun;
  const char *last;
} complexes[] = {
    {"in", "accordance", "with"}, {"in", "addition", "to"},
    {"on", "behalf", "of"},       {"in", "case", "of"},
    {"in", "charge", "of"},       {"in", "connection", "with"},
    {"in", "charge", "of"},       {"in", "exchange", "for"},
    {"in", "face", "of"},         {"in", "favor", "of"},
    {"in", "favour", "of"},       {"in", "front", "of"},
    {"on", "ground", "of"},       {"in", "honor", "of"},
    {"in", "honour", "of"},       {"in", "lieu", "of"},
    {"in", "light", "of"},        {"by", "mean", "of"},
    {"by", "means", "of"},        {"in", "memory", "of"},
    {"in", "place", "of"},        {"in", "protest", "of"},
    {"in", "reference", "to"},    {"with", "regard", "to"},
    {"in", "relation", "to"},     {"with", "respect", "to"},
    {"in", "respect", "of"},      {"in", "response", "to"},
    {"at", "risk", "of"},         {"in", "search", "of"},
    {"on", "side", "of"},         {"in", "spite", "of"},
    {"in", "support", "of"},      {"in", "term", "of"},
    {"in", "terms", "of"},        {"on", "top", "of"},
    {"in", "view", "of"},         {"in", "wake", "of"},
};

/// The row of the noun of a preposition with its first word, or none
static bool
is_complex(const RelSyntax *s, uint32_t noun, uint32_t target)
{
  for (size_t k = 0; k < sizeof(complexes) / sizeof(*complexes); ++k) {
    if (rel_syntax_lemma_is(s, noun, complexes[k].noun) &&
        rel_syntax_child_lemma(s, noun, REL_DEP_CASE, complexes[k].first) !=
            REL_NO_TOKEN &&
        rel_syntax_child_lemma(s, target, REL_DEP_CASE, complexes[k].last) !=
            REL_NO_TOKEN) {
      return true;
    }
  }
  return false;
}

uint32_t
rel_words_governed(const RelSyntax *s, uint32_t oblique)
{
  const uint32_t target = rel_syntax_child(s, oblique, REL_DEP_NMOD);

  return target != REL_NO_TOKEN && target > oblique &&
                 is_complex(s, oblique, target)
             ? target
             : oblique;
}

static void
add_word(RelBuffer *buffer, RelStr word)
{
  if (buffer->len) {
    rel_buffer_add_char(buffer, ' ');
  }
  rel_buffer_add(buffer, word);
}

static void
add_case_words(const RelSyntax *s, uint32_t head, bool is_lemma,
               RelBuffer *buffer)
{
  for (REL_EACH_CHILD(s, i, head)) {
    if (rel_syntax_dep(s, i) != REL_DEP_CASE ||
        rel_syntax_xpos(s, i) == REL_XPOS_POS) {
      continue;
    }
    // "according to": the form, not the verb's lemma
    const bool is_plain = rel_syntax_upos(s, i) == REL_UPOS_ADP && is_lemma;
    add_word(buffer, is_plain ? rel_syntax_lemma(s, i) : rel_syntax_form(s, i));
    for (REL_EACH_CHILD(s, k, i)) {
      if (rel_syntax_dep(s, k) == REL_DEP_FIXED) {
        add_word(buffer, rel_syntax_form(s, k));
      }
    }
  }
}

uint32_t
rel_words_case_host(const RelSyntax *s, uint32_t head)
{
  if (rel_syntax_child(s, head, REL_DEP_CASE) != REL_NO_TOKEN) {
    return head;
  }
  for (REL_EACH_CHILD(s, i, head)) {
    if (i < head && rel_syntax_relation(s, i) == REL_DEP_NMOD &&
        rel_syntax_dep(s, i) != REL_DEP_NMOD_POSS &&
        rel_syntax_child(s, i, REL_DEP_CASE) != REL_NO_TOKEN) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

RelStatus
rel_words_preposition(RelArena *arena, const RelSyntax *s, uint32_t head,
                      bool is_lemma, RelStr *text)
{
  RelBuffer buffer = {.arena = arena};
  const uint32_t outer = rel_syntax_head(s, head);

  // "in respect of music": the noun of the preposition with its first word
  if (outer != REL_NO_TOKEN && rel_syntax_dep(s, head) == REL_DEP_NMOD &&
      rel_words_governed(s, outer) == head) {
    add_case_words(s, outer, is_lemma, &buffer);
    add_word(&buffer, rel_syntax_form(s, outer));
  }
  const uint32_t host = rel_words_case_host(s, head);
  if (host != REL_NO_TOKEN) {
    add_case_words(s, host, is_lemma, &buffer);
  }
  *text = rel_buffer_str(&buffer);
  return buffer.status;
}

static void
add_lowered(RelBuffer *buffer, RelStr form)
{
  for (size_t i = 0; i < form.len; ++i) {
    const char c = form.data[i];
    rel_buffer_add_char(buffer,
                        (c >= 'A' && c <= 'Z') ? (char)(c - 'A' + 'a') : c);
  }
}

/// Lower-cased form, for participles
static void
add_lower(RelBuffer *buffer, RelStr form)
{
  if (buffer->len) {
    rel_buffer_add_char(buffer, ' ');
  }
  add_lowered(buffer, form);
}

void
rel_words_add_plain(const RelSyntax *s, uint32_t i, RelBuffer *buffer)
{
  const RelStr lemma = rel_syntax_lemma(s, i);
  const RelStr form = rel_syntax_form(s, i);
  bool is_title_case =
      lemma.len && lemma.data[0] >= 'a' && lemma.data[0] <= 'z' &&
      rel_syntax_upos(s, i) != REL_UPOS_PROPN && rel_syntax_is_title_case(s);

  for (size_t k = 1; k < form.len; ++k) {
    is_title_case = is_title_case && form.data[k] >= 'a' && form.data[k] <= 'z';
  }
  if (is_title_case) {
    add_lowered(buffer, form);
  } else {
    rel_buffer_add(buffer, form);
  }
}

uint32_t
rel_words_outermost(const RelClauses *clauses, uint32_t clause)
{
  enum { MOST = 4 }; // as many as a predicate joins

  for (uint32_t n = 1;
       n < MOST && rel_clause_joins_governor(clauses, &clauses->items[clause]);
       ++n) {
    clause = clauses->items[clause].parent;
  }
  return clause;
}

bool
rel_words_is_idiom(const RelSyntax *s, uint32_t i)
{
  static const struct {
    const char *preposition;
    const char *noun;
  } idioms[] = {{"at", "odds"},   {"in", "charge"},  {"in", "kind"},
                {"in", "office"}, {"in", "place"},   {"in", "power"},
                {"in", "touch"},  {"on", "hold"},    {"on", "strike"},
                {"on", "trial"},  {"under", "fire"}, {"under", "way"}};

  // one word with its preposition and nothing else
  if (rel_syntax_relation(s, i) != REL_DEP_OBL ||
      s->right[i] - s->left[i] != 1U) {
    return false;
  }
  for (size_t k = 0; k < sizeof(idioms) / sizeof(*idioms); ++k) {
    if (rel_syntax_lemma_is(s, i, idioms[k].noun) &&
        rel_syntax_child_lemma(s, i, REL_DEP_CASE, idioms[k].preposition) !=
            REL_NO_TOKEN) {
      return true;
    }
  }
  return false;
}

/// "backed away from": an adverb right behind its verb that turns its meaning
static bool
is_direction(const RelSyntax *s, uint32_t verb, uint32_t i)
{
  static const char *const words[] = {"ahead", "apart",    "aside", "away",
                                      "back",  "down",     "off",   "out",
                                      "over",  "together", "up"};

  // "remain far apart": with an adverb of its own
  return s->left[i] == verb + 1U && s->right[i] == i && i - s->left[i] < 2U &&
         rel_syntax_dep(s, i) == REL_DEP_ADVMOD &&
         rel_syntax_lemma_among(s, i, words, sizeof(words) / sizeof(*words));
}

static void
add_verb(const RelSyntax *s, const RelClause *clause, bool is_complement,
         RelBuffer *buffer)
{
  const uint32_t head = clause->head;

  if (clause->is_passive) {
    // "remained closed", but "need to be closed"
    if (!is_complement || clause->marker != REL_NO_TOKEN ||
        rel_syntax_child(s, head, REL_DEP_AUX_PASS) != REL_NO_TOKEN) {
      add_word(buffer, REL_STR("be"));
    }
    add_lower(buffer, rel_syntax_form(s, head));
  } else if (is_complement && rel_syntax_xpos(s, head) == REL_XPOS_VBG) {
    add_lower(buffer, rel_syntax_form(s, head));
  } else {
    add_word(buffer, rel_syntax_lemma(s, head));
  }
  for (REL_EACH_CHILD(s, i, head)) {
    if (rel_syntax_dep(s, i) == REL_DEP_COMPOUND_PRT ||
        is_direction(s, head, i)) {
      if (s->left[i] < i) {
        add_lower(buffer, rel_syntax_form(s, s->left[i]));
      }
      add_lower(buffer, rel_syntax_form(s, i));
    } else if (rel_words_is_idiom(s, i)) {
      add_lower(buffer, rel_syntax_form(s, s->left[i]));
      add_lower(buffer, rel_syntax_form(s, i));
    }
  }
}

RelStatus
rel_words_predicate(RelArena *arena, const RelClauses *clauses, uint32_t clause,
                    bool with_governor, RelStr *text)
{
  const RelSyntax *const s = clauses->syntax;
  RelBuffer buffer = {.arena = arena};
  uint32_t chain[4]; // "is expected to begin to try to cut"
  size_t n = 0;

  for (uint32_t at = clause; n < sizeof(chain) / sizeof(*chain);) {
    chain[n++] = at;
    if (!with_governor ||
        !rel_clause_joins_governor(clauses, &clauses->items[at])) {
      break;
    }
    at = clauses->items[at].parent;
  }
  while (n--) {
    const RelClause *const part = &clauses->items[chain[n]];
    const bool is_complement = buffer.len > 0;
    if (is_complement && part->marker != REL_NO_TOKEN) {
      add_lower(&buffer, rel_syntax_form(s, part->marker));
    }
    if (part->copula != REL_NO_TOKEN) {
      add_word(&buffer, REL_STR("be"));
    }
    add_verb(s, part, is_complement, &buffer);
  }
  *text = rel_buffer_str(&buffer);
  return buffer.status;
}

/// "is cut and flushed", "may cut and raise": the first verb's helpers
static void
add_shared_helpers(const RelClauses *clauses, const RelClause *clause,
                   RelWordSet *words)
{
  const RelSyntax *const s = clauses->syntax;

  if (clause->link != REL_LINK_CONJ || clause->parent == REL_NO_CLAUSE ||
      rel_syntax_child(s, clause->head, REL_DEP_COP) != REL_NO_TOKEN ||
      rel_syntax_child(s, clause->head, REL_DEP_AUX) != REL_NO_TOKEN ||
      rel_syntax_child(s, clause->head, REL_DEP_AUX_PASS) != REL_NO_TOKEN) {
    return;
  }
  const uint32_t first = clauses->items[clause->parent].head;
  if (rel_syntax_xpos(s, first) != rel_syntax_xpos(s, clause->head)) {
    return;
  }
  for (REL_EACH_CHILD(s, i, first)) {
    if (rel_syntax_relation(s, i) == REL_DEP_AUX ||
        (rel_syntax_dep(s, i) == REL_DEP_COP && !clause->is_verbal)) {
      rel_words_add(words, i);
    }
  }
}

void
rel_words_add_predicate(const RelClauses *clauses, uint32_t clause,
                        RelWordSet *words)
{
  const RelSyntax *const s = clauses->syntax;

  for (uint32_t at = clause, depth = 0; depth < 4U; ++depth) {
    const RelClause *const part = &clauses->items[at];
    // "were able to": above a complement the adjective is part of it
    if (at != clause || part->is_verbal || part->copula == REL_NO_TOKEN) {
      rel_words_add(words, part->head);
    }
    for (REL_EACH_CHILD(s, i, part->head)) {
      const RelDep relation = rel_syntax_relation(s, i);
      if (relation == REL_DEP_AUX ||
          (relation == REL_DEP_COP && !rel_clause_is_second_copula(s, i)) ||
          rel_syntax_dep(s, i) == REL_DEP_COMPOUND_PRT ||
          rel_clause_negates(s, i, part->marks) ||
          rel_syntax_xpos(s, i) == REL_XPOS_RP) {
        rel_words_add(words, i);
      }
    }
    add_shared_helpers(clauses, part, words);
    if (rel_clause_is_to_be(s, part->head)) {
      rel_words_add(words, part->marker);
    }
    if (!rel_clause_joins_governor(clauses, part)) {
      return;
    }
    if (part->marker != REL_NO_TOKEN) {
      rel_words_add(words, part->marker);
    }
    at = part->parent;
  }
}
