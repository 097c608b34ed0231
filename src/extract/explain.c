// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/explain.h"

#include "extract/cues.h"
#include "triple/line.h"

#include <stdlib.h>

enum { MAX_STEPS = 32 }; // clauses from the root to the triple's own

// ------------------------------------------------------------------ words

static const char *
rule_text(const char *rule)
{
  static const struct {
    const char *rule;
    const char *text;
  } texts[] = {
      {"apposition", "a noun beside a name says what it is"},
      {"compound", "a participle made one with a name: X-led, X-based"},
      {"copula", "a noun or adjective after \"be\""},
      {"copula.complement", "a noun or adjective after remain, become, name"},
      {"event", "a noun that names an event with its actors"},
      {"excluded", "what a list leaves out"},
      {"existential", "there is something somewhere"},
      {"member", "a member and what it belongs to"},
      {"noun.have", "a possessor and the noun it owns, with its complement"},
      {"noun.lead", "a noun of an event that somebody leads"},
      {"noun.relation", "a noun and the complement that it asks for"},
      {"place", "a place within a place"},
      {"title", "a title before a name"},
      {"title.base", "a country or firm before a title"},
      {"title.of", "whose title it is"},
      {"title.possessed", "a possessor before a title"},
      {"verb.active", "a verb with its subject"},
      {"verb.comparison", "what somebody does more or less of than another"},
      {"verb.content", "a verb of report with the words that it reports"},
      {"verb.gapped", "a verb that the second half leaves out"},
      {"verb.governed", "a verb below another: plans to, threatens to"},
      {"verb.light", "a light verb that takes its noun: have ties to"},
      {"verb.naming", "who is named or made what"},
      {"verb.oblique", "a verb without object and its preposition"},
      {"verb.passive", "a passive without agent"},
      {"verbless", "a noun and its place or use in a line without a verb"},
      {"whole", "a part and its whole"},
  };

  for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); ++i) {
    if (rel_str_equal(rel_str(rule), rel_str(texts[i].rule))) {
      return texts[i].text;
    }
  }
  return "";
}

static const char *
link_text(RelLink link)
{
  static const char *const texts[] = {
      [REL_LINK_ROOT] = "main clause",
      [REL_LINK_CONJ] = "coordinated with",
      [REL_LINK_XCOMP] = "open complement of",
      [REL_LINK_CCOMP] = "complement of",
      [REL_LINK_ADVCL] = "adverbial of",
      [REL_LINK_ACL] = "clause of a noun below",
      [REL_LINK_RELATIVE] = "relative clause below",
      [REL_LINK_PARATAXIS] = "beside",
  };

  return texts[link];
}

static void
print_form(const RelReader *r, uint32_t token)
{
  fprintf(r->explain->out, "\"%.*s\"",
          REL_ARG(rel_syntax_form(r->syntax, token)));
}

// ------------------------------------------------------------------- tree

static uint32_t
depth_of(const RelSyntax *s, uint32_t i)
{
  enum { MOST = 20 };
  uint32_t depth = 0;

  while (rel_syntax_head(s, i) != REL_NO_TOKEN && depth < MOST) {
    i = rel_syntax_head(s, i);
    ++depth;
  }
  return depth;
}

/// A line a word in order of the text, indented by its depth
static void
print_tree(const RelReader *r)
{
  const RelSyntax *const s = r->syntax;
  FILE *const out = r->explain->out;

  fputs("\ntree: word, tag, relation, head, probability of the arc\n", out);
  for (uint32_t i = 0; i < s->n; ++i) {
    const RelStr form = rel_syntax_form(s, i);
    const uint32_t head = rel_syntax_head(s, i);
    char prob[REL_FIXED_SIZE] = "";
    if (r->tree->head_prob) {
      rel_fixed_text(r->tree->head_prob[s->base + i], 2U, prob);
    }
    fprintf(out, "%4u %*s%.*s  %s  %s", i + 1U, (int)(2U * depth_of(s, i)), "",
            REL_ARG(form), rel_xpos_text(rel_syntax_xpos(s, i)),
            rel_dep_text(rel_syntax_dep(s, i)));
    if (head != REL_NO_TOKEN) {
      fprintf(out, " of %u", head + 1U);
    }
    fprintf(out, "%s%s\n", *prob ? "  " : "", prob);
  }
}

// ------------------------------------------------------------------ parts

static void
print_term(const RelReader *r, const char *part, uint32_t token,
           const RelTerm *term)
{
  FILE *const out = r->explain->out;

  fprintf(out, "  %-10s ", part);
  if (token != REL_NO_TOKEN) {
    fprintf(out, "%u ", token + 1U);
    print_form(r, token);
    fputs(" -> ", out);
  }
  fprintf(out, "\"%.*s\", %s\n", REL_ARG(term->label),
          rel_term_kind_text(term->kind));
  const RelEntity *const entity =
      token == REL_NO_TOKEN
          ? NULL
          : rel_reader_entity(r, rel_reader_mention(r, token));
  if (entity) {
    fprintf(out, "             entity \"%.*s\", mentions: %u\n",
            REL_ARG(entity->label), entity->n_mentions);
  }
}

static void
print_slots(const RelReader *r, const RelTriple *triple)
{
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    const RelSlot *const slot = &triple->slots[i];
    char value[REL_VALUE_TEXT_SIZE];
    rel_value_text(&slot->value, value);
    fprintf(r->explain->out, "  slot       %s: %.*s%s\"%.*s\"%s%s\n",
            rel_slot_role_text(slot->role), REL_ARG(slot->marker),
            slot->marker.len ? " " : "", REL_ARG(slot->term.label),
            value[0] ? " -> " : "", value);
  }
}

static void
print_subject_origin(const RelReader *r, const RelFact *fact)
{
  const RelSyntax *const s = r->syntax;

  if (fact->subject != REL_NO_TOKEN && fact->subject != fact->token &&
      rel_syntax_head(s, fact->subject) != fact->token) {
    fputs("             not its own in the tree: "
          "shared, controlled, relative or turned round\n",
          r->explain->out);
  }
}

static void
print_parts(const RelReader *r, const RelFact *fact, const RelTriple *triple)
{
  FILE *const out = r->explain->out;
  const RelTerm *const object = &triple->object;

  fprintf(out, "\nrule %s: %s\n", triple->rule, rule_text(triple->rule));
  print_term(r, "subject", fact->subject, &triple->subject);
  print_subject_origin(r, fact);
  fprintf(out, "  predicate  %u ", fact->token + 1U);
  print_form(r, fact->token);
  fprintf(out, " -> \"%.*s\"\n", REL_ARG(triple->predicate));
  if (object->kind == REL_TERM_NONE) {
    fputs("  object     none\n", out);
  } else {
    print_term(r, "object", fact->object, object);
  }
  print_slots(r, triple);
  if (triple->content_of != REL_NO_TRIPLE) {
    fprintf(out, "  content of triple %u\n", triple->content_of);
  }
}

// ------------------------------------------------------------- factuality

static void
print_governor(FILE *out, const RelGovernor *governor)
{
  static const struct {
    unsigned flag;
    const char *text;
  } flags[] = {
      {REL_GOVERNS_NEGATED, "negated"},
      {REL_GOVERNS_REPORTED, "the subject's word"},
      {REL_GOVERNS_FACT, "as real as itself"},
      {REL_GOVERNS_WISH, "the subject's wish"},
      {REL_GOVERNS_COMMITTED, "would is a plan"},
  };

  fprintf(out, "; \"%s\" makes its content: ", governor->lemma);
  fputs(governor->modality ? rel_modality_text(governor->modality) : "", out);
  bool is_begun = governor->modality != REL_ACTUAL;
  for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); ++i) {
    if (governor->flags & flags[i].flag) {
      fprintf(out, "%s%s", is_begun ? ", " : "", flags[i].text);
      is_begun = true;
    }
  }
  fputs(is_begun ? "" : "as it is", out);
}

static void
print_clause(const RelReader *r, const RelClause *clause)
{
  FILE *const out = r->explain->out;

  fputs("  ", out);
  print_form(r, clause->head);
  fprintf(out, ": %s", link_text(clause->link));
  if (clause->parent != REL_NO_CLAUSE) {
    fputc(' ', out);
    print_form(r, r->clauses->items[clause->parent].head);
  }
  if (clause->marker != REL_NO_TOKEN) {
    fputs(" by ", out);
    print_form(r, clause->marker);
  }
  fprintf(out, "%s%s -> %s, %s", clause->is_passive ? "; passive" : "",
          clause->own_polarity == REL_NEGATIVE ? "; has a negation" : "",
          rel_modality_text(clause->modality),
          clause->polarity == REL_NEGATIVE ? "negative" : "positive");
  if (clause->source != REL_NO_TOKEN) {
    fprintf(out, ", said by \"%.*s\"",
            REL_ARG(r->text->tokens[clause->source].form));
  }
  if (clause->governor) {
    print_governor(out, clause->governor);
  }
  fputc('\n', out);
}

/// From the root down to the triple's clause
static void
print_factuality(const RelReader *r, const RelFact *fact,
                 const RelTriple *triple)
{
  uint32_t chain[MAX_STEPS];
  uint32_t n = 0;
  char words[256];

  fputs("\nfactuality\n", r->explain->out);
  for (uint32_t k = fact->clause; k != REL_NO_CLAUSE && n < MAX_STEPS;
       k = r->clauses->items[k].parent) {
    chain[n++] = k;
  }
  while (n--) {
    print_clause(r, &r->clauses->items[chain[n]]);
  }
  rel_triple_factuality(triple, words, sizeof(words));
  fprintf(r->explain->out, "  the triple: %s%s\n", words,
          fact->is_own_word ? " (a description, the newsroom's own word)" : "");
}

// ------------------------------------------------------------- confidence

typedef struct {
  int weight;
  const char *text;
} Factor;

/// Strongest first; equal ones by name
static int
compare_factors(const void *left, const void *right)
{
  const Factor *const a = left;
  const Factor *const b = right;
  const int by_size = abs(b->weight) - abs(a->weight);

  return by_size ? by_size
                 : rel_str_compare(rel_str(a->text), rel_str(b->text));
}

static void
print_confidence(const RelReader *r, const RelTriple *triple)
{
  FILE *const out = r->explain->out;
  char prob[REL_FIXED_SIZE];
  Factor factors[REL_N_CUE_GROUPS];
  int sum = 0;

  for (uint32_t i = 0; i < triple->n_cues; ++i) {
    factors[i].weight = rel_cue_weights[triple->view][triple->cues[i]];
    factors[i].text = rel_cue_group_text((RelCueGroup)i);
    sum += factors[i].weight;
  }
  qsort(factors, triple->n_cues, sizeof(*factors), compare_factors);
  rel_fixed_text(triple->confidence, 2U, prob);
  fprintf(out, "\nconfidence %s: log-odds of %+d hundredths, the sum of\n",
          prob, sum);
  for (uint32_t i = 0; i < triple->n_cues; ++i) {
    if (factors[i].weight) {
      fprintf(out, "  %+4d  %s\n", factors[i].weight, factors[i].text);
    }
  }
}

// --------------------------------------------------------------- together

void
rel_explain_fact(const RelReader *r, const RelFact *fact,
                 const RelTriple *triple)
{
  FILE *const out = r->explain->out;
  const bool has_object = triple->object.kind != REL_TERM_NONE;

  r->explain->is_found = true;
  fprintf(out, "triple %u: %.*s | %.*s | %.*s\n", triple->number,
          REL_ARG(triple->subject.label), REL_ARG(triple->predicate),
          REL_ARG(has_object ? triple->object.label : REL_STR("-")));
  fprintf(out, "\nsentence %u, characters %u to %u\n  %.*s\n",
          triple->evidence.sentence, triple->evidence.sentence_begin,
          triple->evidence.sentence_end,
          REL_ARG(triple->evidence.sentence_text));
  print_tree(r);
  print_parts(r, fact, triple);
  print_factuality(r, fact, triple);
  print_confidence(r, triple);
}
