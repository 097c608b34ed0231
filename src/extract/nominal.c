// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "extract/nominal.h"

#include "extract/cues.h"

/// "Trade Minister Mora" in the open view: Mora | be | Trade Minister
static RelStatus
send_open_title(RelReader *r, const RelFact *fact)
{
  const RelMention *const name = rel_reader_mention(r, fact->subject);
  RelTriple triple = {.view = REL_VIEW_OPEN,
                      .rule = "open.title",
                      .predicate = REL_STR("be"),
                      .object = fact->object_term,
                      .number = ++r->n_triples[REL_VIEW_OPEN]};

  triple.subject.kind = REL_TERM_PERSON;
  triple.subject.text = rel_reader_mention_text(r, name);
  triple.subject.label = triple.subject.text;
  rel_reader_evidence(r, fact->token, fact->token, &triple.evidence);

  const RelCueTokens tokens = {.clause = fact->clause,
                               .head = fact->token,
                               .subject = fact->subject,
                               .object = REL_NO_TOKEN};
  RelCues cues;
  rel_cues_apply(r, &tokens, &cues, &triple);
  const RelEvent event = {.kind = REL_EVENT_TRIPLE, {.triple = &triple}};
  return rel_sink_event(r->sink, &event);
}

RelStatus
rel_nominal_send(RelReader *r, RelFact *fact)
{
  uint32_t number = 0;

  if (!(r->views & (1U << REL_VIEW_GRAPH))) {
    return rel_str_equal(rel_str(fact->rule), REL_STR("title"))
               ? send_open_title(r, fact)
               : REL_OK;
  }
  return rel_fact_send(r, fact, &number);
}

RelFact
rel_nominal_fact(const RelReader *r, const char *rule, uint32_t token)
{
  RelFact fact = rel_fact(r, rule, token, r->clauses->of_token[token]);

  fact.polarity = REL_POSITIVE;
  fact.modality = REL_ACTUAL;
  fact.is_own_word = true;
  fact.is_single = true;
  return fact;
}

static bool
is_courtesy(RelStr form)
{
  static const char *const words[] = {"Dame",  "Dr",   "Dr.", "Lady", "Lord",
                                      "Madam", "Miss", "Mr",  "Mr.",  "Mrs",
                                      "Mrs.",  "Ms",   "Ms.", "Sir"};

  return rel_str_among(form, words, sizeof(words) / sizeof(*words));
}

bool
rel_nominal_is_human_or_firm(RelTermKind kind)
{
  return kind == REL_TERM_PERSON || kind == REL_TERM_ORGANISATION;
}

// ---------------------------------------------------------------- titles

/// The run of words before a name that describe it
typedef struct {
  uint32_t first;
  uint32_t end;       ///< Past the last word
  uint32_t owner;     ///< Demonym, country or possessor, or #REL_NO_TOKEN
  uint32_t owner_end; ///< Past the owner's words
  uint32_t link;      ///< First \"of\" or \"for\", or #REL_NO_TOKEN
} Title;

static bool
is_title_word(const RelSyntax *s, uint32_t i)
{
  const RelUpos upos = rel_syntax_upos(s, i);

  return upos == REL_UPOS_NOUN || upos == REL_UPOS_PROPN ||
         (upos == REL_UPOS_ADJ && rel_syntax_xpos(s, i) != REL_XPOS_JJS) ||
         rel_syntax_xpos(s, i) == REL_XPOS_HYPH;
}

/// "of" and "for" between two nouns of a title: "Secretary of State"
static bool
is_title_link(const RelSyntax *s, uint32_t i)
{
  return i && rel_syntax_upos(s, i) == REL_UPOS_ADP &&
         (rel_syntax_lemma_is(s, i, "of") ||
          rel_syntax_lemma_is(s, i, "for")) &&
         is_title_word(s, i - 1U) &&
         (rel_syntax_upos(s, i - 1U) == REL_UPOS_NOUN ||
          rel_syntax_upos(s, i - 1U) == REL_UPOS_PROPN);
}

/**
   Is `token` inside the phrase whose head is `head`, or inside one right beside
   it that the parser hung on the same word in the same role?
*/
static bool
is_inside(const RelSyntax *s, uint32_t token, uint32_t head)
{
  const uint32_t verb = rel_syntax_head(s, head);

  for (uint32_t step = 0; step < 8U && token != REL_NO_TOKEN; ++step) {
    if (token == head) {
      return true;
    }
    if (verb != REL_NO_TOKEN && rel_syntax_head(s, token) == verb &&
        rel_syntax_dep(s, token) == rel_syntax_dep(s, head) &&
        s->right[token] + 1U == s->left[head]) {
      return true;
    }
    token = rel_syntax_head(s, token);
  }
  return false;
}

/// The words in front of the name, without courtesies and leading "of"
static void
find_title_words(const RelSyntax *s, uint32_t name, uint32_t head, Title *title)
{
  title->end = name;
  while (title->end && is_courtesy(rel_syntax_form(s, title->end - 1U))) {
    --title->end;
  }
  title->first = title->end;
  while (title->first &&
         (is_title_word(s, title->first - 1U) ||
          is_title_link(s, title->first - 1U)) &&
         is_inside(s, title->first - 1U, head) &&
         rel_syntax_dep(s, title->first - 1U) != REL_DEP_CONJ) {
    --title->first;
  }
  while (title->first < title->end && is_title_link(s, title->first)) {
    ++title->first;
  }
}

/// Whose the title is: the last name in it; and where its "of" stands
static void
find_title_owner(const RelReader *r, Title *title)
{
  const RelSyntax *const s = r->syntax;

  title->owner = title->link = REL_NO_TOKEN;
  for (uint32_t i = title->first; i < title->end; ++i) {
    const RelTermKind kind = rel_reader_kind(r, i);
    if (kind == REL_TERM_ORGANISATION || rel_term_is_place(kind)) {
      const RelMention *const owner = rel_reader_mention(r, i);
      const uint32_t end = owner->first + owner->n - s->base;
      title->owner = i;
      title->owner_end = end > i ? end : i + 1U;
    }
    if (title->link == REL_NO_TOKEN && is_title_link(s, i)) {
      title->link = i;
    }
  }
}

static bool
find_title(const RelReader *r, const RelMention *mention, Title *title)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t head = mention->head - s->base;

  *title = (Title){0U, 0U, REL_NO_TOKEN, 0U, REL_NO_TOKEN};
  find_title_words(s, mention->first - s->base, head, title);
  if (title->first == title->end) {
    return false;
  }

  // a role is a noun in the singular and no name of something else
  find_title_owner(r, title);
  const uint32_t last =
      (title->link == REL_NO_TOKEN ? title->end : title->link) - 1U;
  const RelXpos xpos = rel_syntax_xpos(s, last);
  return (xpos == REL_XPOS_NN || xpos == REL_XPOS_NNP) &&
         (!rel_reader_is_name(r, last) || last == head);
}

/// "Velian Trade Minister Mora": she holds the role, and is minister of Velia
static RelStatus
send_title(RelReader *r, uint32_t head, const Title *title, RelTermKind kind)
{
  const uint32_t last = title->end - 1U;
  const bool is_person = kind == REL_TERM_PERSON;
  RelFact fact = rel_nominal_fact(r, "title", last);
  RelStatus st = REL_OK;
  RelStr words;
  RelStr role = rel_syntax_form(r->syntax, last);

  REL_TRY(st,
          rel_words_run(r->arena, r->syntax, title->first, title->end, &words));
  fact.subject = head;
  fact.predicate = is_person ? REL_STR("hold role") : REL_STR("be");
  fact.object_term =
      (RelTerm){is_person ? REL_TERM_ROLE : REL_TERM_THING, words, words, 0U};
  REL_TRY(st, rel_nominal_send(r, &fact));
  if (title->owner == REL_NO_TOKEN ||
      (title->owner_end >= title->end && title->link > title->owner)) {
    return REL_OK;
  }
  if (!is_person && kind != REL_TERM_ORGANISATION) {
    return REL_OK;
  }
  if (!is_person) {
    fact.rule = "title.base";
    fact.predicate = REL_STR("based in");
    fact.object = title->owner;
    return rel_nominal_send(r, &fact);
  }

  if (title->link < title->owner) { // "President of Velia"
    REL_TRY(st, rel_words_run(r->arena, r->syntax, title->first, title->link,
                              &role));
  } else if (title->owner_end < title->end) {
    REL_TRY(st, rel_words_run(r->arena, r->syntax, title->owner_end, title->end,
                              &role));
  }
  fact.rule = "title.of";
  fact.object = title->owner;
  REL_TRY(st, rel_arena_format(r->arena, &fact.predicate, "%.*s of",
                               REL_ARG(role)));
  return rel_nominal_send(r, &fact);
}

/// "his aide Lena Roth": the possessor belongs to the description
static RelStatus
send_possessed(RelReader *r, uint32_t head, const Title *title)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t last = title->end - 1U;
  uint32_t owner = rel_syntax_child(s, last, REL_DEP_NMOD_POSS);
  RelFact fact = rel_nominal_fact(r, "title.possessed", last);
  RelStatus st = REL_OK;

  if (owner == REL_NO_TOKEN) {
    owner = rel_syntax_child(s, head, REL_DEP_NMOD_POSS);
  }
  if (owner == REL_NO_TOKEN) {
    return REL_OK;
  }
  fact.subject = head;
  fact.object = owner;
  REL_TRY(st, rel_arena_format(r->arena, &fact.predicate, "%.*s of",
                               REL_ARG(rel_syntax_lemma(s, last))));
  return rel_nominal_send(r, &fact);
}

static RelStatus
read_title(RelReader *r, const RelMention *mention)
{
  const uint32_t head = mention->head - r->syntax->base;
  const RelTermKind kind = rel_reader_kind(r, head);
  RelStatus st = REL_OK;
  Title title;

  if (rel_term_is_value(kind) || kind == REL_TERM_COUNTRY ||
      !find_title(r, mention, &title)) {
    return REL_OK;
  }
  // "US chipmaker Orbex", but not "National Orbex"
  const RelStr last = rel_syntax_form(r->syntax, title.end - 1U);
  const bool is_plain = last.data[0] >= 'a' && last.data[0] <= 'z';
  // firms are often taken for places: "US" tells that it is a description
  const bool is_clear =
      kind == REL_TERM_PERSON || (is_plain && (kind == REL_TERM_ORGANISATION ||
                                               title.owner != REL_NO_TOKEN));
  if (!is_clear) {
    return REL_OK;
  }
  REL_TRY(st, send_title(r, head, &title, kind));
  return send_possessed(r, head, &title);
}

// ----------------------------------------------------------- appositions

/// An apposition belongs to the last conjunct before it; a person's name to
/// the description right in front of it
static uint32_t
appositive_host(const RelReader *r, uint32_t appositive)
{
  const RelSyntax *const s = r->syntax;
  uint32_t host = rel_syntax_head(s, appositive);
  uint32_t before = s->left[appositive];

  // "the wife of Paul Lund, Maria Silva": no two names of one person
  const uint32_t outer = rel_syntax_head(s, host);
  if (rel_syntax_dep(s, host) == REL_DEP_NMOD &&
      rel_syntax_upos(s, outer) == REL_UPOS_NOUN &&
      rel_reader_kind(r, host) == REL_TERM_PERSON &&
      rel_reader_kind(r, appositive) == REL_TERM_PERSON &&
      rel_reader_is_name(r, host) && rel_reader_is_name(r, appositive)) {
    return outer;
  }
  for (REL_EACH_CHILD(s, i, host)) {
    if (rel_syntax_dep(s, i) == REL_DEP_CONJ && i < appositive) {
      host = i;
    }
  }
  while (before > host + 1U &&
         rel_syntax_upos(s, before - 1U) == REL_UPOS_PUNCT) {
    --before;
  }
  if (before <= host + 1U) {
    return host;
  }

  const RelTermKind kind = rel_reader_kind(r, before - 1U);
  const bool is_description =
      rel_syntax_upos(s, before - 1U) == REL_UPOS_NOUN &&
      (kind == REL_TERM_ROLE || kind == REL_TERM_PERSON);
  return is_description && rel_reader_kind(r, appositive) == REL_TERM_PERSON
             ? before - 1U
             : host;
}

/// "adviser to", "head of": the noun with the preposition of its complement
static RelStatus
send_relational(RelReader *r, RelFact *fact, uint32_t noun, uint32_t target,
                bool is_owner)
{
  RelStr words;
  RelStr preposition = REL_STR("of");
  RelStatus st = REL_OK;

  REL_TRY(st, rel_words_source(r->arena, r->syntax, noun,
                               REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE |
                                   REL_WORDS_NO_DET | REL_WORDS_NO_NMOD,
                               &words));
  if (is_owner) {
    words = rel_syntax_lemma(r->syntax, noun);
  } else {
    REL_TRY(st, rel_words_preposition(r->arena, r->syntax, target, true,
                                      &preposition));
  }
  REL_TRY(st, rel_arena_format(r->arena, &fact->predicate, "%.*s %.*s",
                               REL_ARG(words), REL_ARG(preposition)));
  fact->object = target;
  return rel_nominal_send(r, fact);
}

static uint32_t
complement_of(const RelSyntax *s, uint32_t noun)
{
  for (REL_EACH_CHILD(s, i, noun)) {
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD && i > noun &&
        rel_clause_is_nominal(s, i) &&
        rel_words_case_host(s, i) != REL_NO_TOKEN) {
      return i;
    }
  }
  return REL_NO_TOKEN;
}

/// The words of a description; where it is known to be the name's own, not
/// the name again
static RelStatus
description_term(RelReader *r, uint32_t name, uint32_t noun, RelTerm *term)
{
  const RelEntity *const entity =
      rel_reader_entity(r, rel_reader_mention(r, noun));
  RelStatus st = REL_OK;

  if (!entity || entity != rel_reader_entity(r, rel_reader_mention(r, name))) {
    return rel_reader_term(r, noun, term);
  }
  REL_TRY(st, rel_words_source(r->arena, r->syntax, noun,
                               REL_WORDS_NO_CONJ | REL_WORDS_NO_CASE |
                                   REL_WORDS_NO_DET | REL_WORDS_NO_CLAUSES,
                               &term->label));
  term->text = term->label;
  term->kind = term->label.len ? REL_TERM_THING : REL_TERM_NONE;
  return REL_OK;
}

/// What `noun` says of `name`: "Lund, an adviser to Okafor"
static RelStatus
send_description(RelReader *r, uint32_t name, uint32_t noun)
{
  const RelSyntax *const s = r->syntax;
  const uint32_t complement = complement_of(s, noun);
  const uint32_t owner = rel_syntax_child(s, noun, REL_DEP_NMOD_POSS);
  const RelTermKind kind = rel_reader_kind(r, noun);
  RelFact fact = rel_nominal_fact(r, "apposition", noun);
  RelStatus st = REL_OK;

  fact.subject = name;
  if (owner != REL_NO_TOKEN) { // "his wife from Sydney": his wife first
    return send_relational(r, &fact, noun, owner, true);
  }
  if (complement != REL_NO_TOKEN) {
    return send_relational(r, &fact, noun, complement, false);
  }
  // "Biggs, modification": a bare thing beside a person is no role of theirs
  if (kind == REL_TERM_THING && rel_reader_kind(r, name) == REL_TERM_PERSON &&
      s->left[noun] == noun) {
    return REL_OK;
  }
  const bool is_role = kind == REL_TERM_ROLE || kind == REL_TERM_PERSON ||
                       rel_reader_kind(r, name) == REL_TERM_PERSON;
  fact.predicate = is_role ? REL_STR("hold role") : REL_STR("be");
  REL_TRY(st, description_term(r, name, noun, &fact.object_term));
  if (fact.object_term.kind == REL_TERM_NONE) {
    return REL_OK;
  }
  fact.object_term.kind = is_role ? REL_TERM_ROLE : REL_TERM_THING;
  return rel_nominal_send(r, &fact);
}

/// "Porto, Portugal"
static RelStatus
send_location(RelReader *r, uint32_t inner, uint32_t outer)
{
  RelFact fact = rel_nominal_fact(r, "place", outer);

  fact.subject = inner;
  fact.object = outer;
  fact.predicate = REL_STR("located in");
  return rel_nominal_send(r, &fact);
}

/// "Lund, a Liberal from Ohio"
static bool
is_member_name(const RelReader *r, uint32_t person, uint32_t party)
{
  const uint32_t article = rel_syntax_child(r->syntax, party, REL_DEP_DET);

  return rel_reader_kind(r, person) == REL_TERM_PERSON &&
         rel_reader_kind(r, party) != REL_TERM_PERSON &&
         article != REL_NO_TOKEN &&
         rel_syntax_lemma_is(r->syntax, article, "a");
}

static RelStatus
send_membership(RelReader *r, uint32_t person, uint32_t party)
{
  const uint32_t origin = complement_of(r->syntax, party);
  RelFact fact = rel_nominal_fact(r, "apposition", party);
  RelStatus st = REL_OK;

  fact.subject = person;
  fact.object = party;
  fact.predicate = REL_STR("member of");
  REL_TRY(st, rel_nominal_send(r, &fact));
  if (origin == REL_NO_TOKEN) {
    return REL_OK;
  }
  fact.object = origin;
  REL_TRY(st, rel_words_preposition(r->arena, r->syntax, origin, true,
                                    &fact.predicate));
  return rel_nominal_send(r, &fact);
}

static RelStatus
read_apposition(RelReader *r, uint32_t i)
{
  const uint32_t hidden = rel_reader_described_name(r, i);
  const uint32_t host = hidden == REL_NO_TOKEN ? appositive_host(r, i) : hidden;
  const bool has_name = rel_reader_is_name(r, host);
  const bool is_name = rel_reader_is_name(r, i);

  if (has_name && is_name && is_member_name(r, host, i)) {
    return send_membership(r, host, i);
  }
  if (has_name && is_name) {
    return rel_term_is_place(rel_reader_kind(r, host)) &&
                   rel_term_is_place(rel_reader_kind(r, i))
               ? send_location(r, host, i)
               : REL_OK;
  }
  // "Premier Li and other officials": several are no description of one
  const bool is_many = rel_syntax_xpos(r->syntax, i) == REL_XPOS_NNS &&
                       rel_reader_kind(r, host) == REL_TERM_PERSON;
  if (has_name && !is_many && rel_clause_is_nominal(r->syntax, i) &&
      rel_syntax_upos(r->syntax, i) == REL_UPOS_NOUN) {
    return send_description(r, host, i);
  }
  if (is_name && rel_syntax_upos(r->syntax, host) == REL_UPOS_NOUN) {
    return send_description(r, i, host);
  }
  return REL_OK;
}

/// Members, wholes, events and relations
static RelStatus
read_word(RelReader *r, uint32_t i)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;

  if (rel_syntax_relation(s, i) == REL_DEP_ACL) {
    REL_TRY(st, rel_read_excluded(r, i));
  }
  if (!rel_clause_is_nominal(s, i)) {
    return REL_OK;
  }
  REL_TRY(st, rel_read_member(r, i));
  REL_TRY(st, rel_read_whole(r, i));
  if (rel_syntax_upos(s, i) == REL_UPOS_NOUN) {
    REL_TRY(st, rel_read_event(r, i));
    REL_TRY(st, rel_read_relation(r, i));
  }
  return REL_OK;
}

RelStatus
rel_read_nominals(RelReader *r)
{
  const RelSyntax *const s = r->syntax;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < s->n; ++i) {
    const RelMention *const mention = rel_reader_mention(r, i);
    const RelDep relation = rel_syntax_relation(s, i);
    const RelXpos xpos = rel_syntax_xpos(s, i);
    if (mention && mention->kind == REL_MENTION_NAME) {
      REL_TRY(st, read_title(r, mention));
    }
    if (relation == REL_DEP_APPOS ||
        rel_reader_described_name(r, i) != REL_NO_TOKEN) {
      REL_TRY(st, read_apposition(r, i));
    }
    if (rel_reader_place_around(r, i) != REL_NO_TOKEN) {
      REL_TRY(st, send_location(r, rel_reader_place_around(r, i), i));
    }
    if (rel_syntax_dep(s, i) == REL_DEP_NMOD_UNMARKED &&
        rel_term_is_place(rel_reader_kind(r, i)) &&
        rel_term_is_place(rel_reader_kind(r, rel_syntax_head(s, i)))) {
      REL_TRY(st, send_location(r, appositive_host(r, i), i));
    }
    if (relation == REL_DEP_AMOD &&
        (xpos == REL_XPOS_VBN || xpos == REL_XPOS_VBD || xpos == REL_XPOS_JJ)) {
      REL_TRY(st, rel_read_compound(r, i));
    }
    REL_TRY(st, read_word(r, i));
  }
  return rel_read_verbless(r);
}
