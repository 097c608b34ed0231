// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORIES_H
#define REL_STORIES_H

#include "base/utf8.h"
#include "triple/sink.h"

#include <stdio.h>

// Two short news stories as the events that reading them gives, by hand

enum { STORY_MAX_SENTENCES = 4 };

/// A document and the sink that it goes to
typedef struct {
  const RelSink *sink;
  RelDocInfo info;
  const char *sentences[STORY_MAX_SENTENCES + 1]; ///< Parts of the content
} Story;

static inline RelStatus
story_send(const Story *story, RelEvent event)
{
  return rel_sink_event(story->sink, &event);
}

static inline uint32_t
story_offset(const Story *story, const char *part, uint32_t *end)
{
  const RelStr content = story->info.content;
  const size_t begin = rel_str_find(content, rel_str(part));
  const uint32_t n =
      (uint32_t)rel_utf8_count(rel_str_slice(content, 0U, begin));

  *end = n + (uint32_t)rel_utf8_count(rel_str(part));
  return n;
}

/// Where `quote` stands in sentence `number`
static inline RelEvidence
story_evidence(const Story *story, uint32_t number, const char *quote)
{
  const char *const sentence = story->sentences[number - 1U];
  RelEvidence evidence = {.sentence = number,
                          .sentence_text = rel_str(sentence),
                          .quote = rel_str(quote)};

  evidence.sentence_begin =
      story_offset(story, sentence, &evidence.sentence_end);
  evidence.begin = story_offset(story, quote, &evidence.end);
  return evidence;
}

static inline RelTerm
story_term(RelTermKind kind, const char *label)
{
  return (RelTerm){kind, rel_str(label), rel_str(label), 0U};
}

static inline RelSlot
story_slot(RelSlotRole role, const char *marker, RelTermKind kind,
           const char *label)
{
  return (RelSlot){
      .role = role, .marker = rel_str(marker), .term = story_term(kind, label)};
}

static inline RelStatus
story_entity(const Story *story, RelTermKind kind, const char *label,
             const char *name, uint32_t n_mentions)
{
  const RelStr names[] = {rel_str(name)};
  const RelEntityInfo entity = {.kind = kind,
                                .label = rel_str(label),
                                .names = names,
                                .n_names = name ? 1U : 0U,
                                .n_mentions = n_mentions};

  return story_send(story, (RelEvent){REL_EVENT_ENTITY, {.entity = &entity}});
}

static inline RelStatus
story_triple(const Story *story, const RelTriple *triple)
{
  return story_send(story, (RelEvent){REL_EVENT_TRIPLE, {.triple = triple}});
}

static inline RelStatus
story_begin(const Story *story)
{
  return story_send(story,
                    (RelEvent){REL_EVENT_DOCUMENT, {.document = &story->info}});
}

static inline RelStatus
story_end(const Story *story)
{
  return story_send(story, (RelEvent){REL_EVENT_END, {.document = NULL}});
}

/// What is said to have read the stories
static inline RelRunInfo
story_run(const char *time)
{
  return (RelRunInfo){REL_STR("0.1.0"), REL_STR("small.bin"),
                      REL_STR("0123456789abcdef"), REL_STR("--date 2026-03-03"),
                      rel_str(time)};
}

/// Facts, a threat with its content, somebody's denial, values, no object
static inline RelStatus
story_harbour(const RelSink *sink)
{
  static const char s1[] =
      "Trade Minister Ana Mora met Jan Lund in Porto Azul on 2 March.";
  static const char s2[] =
      "Norland threatened to impose duties of 15% on Velian steel.";
  static const char s3[] = "Lund said Velia would not buy \"cheap\" grain.";
  static const char s4[] = "The old caf\xC3\xA9 at the port was closed.";
  static const char content[] =
      "Norland threatens duties\n\n"
      "Trade Minister Ana Mora met Jan Lund in Porto Azul on 2 March. "
      "Norland threatened to impose duties of 15% on Velian steel.\n\n"
      "The old caf\xC3\xA9 at the port was closed. "
      "Lund said Velia would not buy \"cheap\" grain.\n";
  const Story story = {
      sink,
      {.name = REL_STR("news/harbour.txt"),
       .content = rel_str(content),
       .title = REL_STR("Norland threatens duties"),
       .date = REL_STR("2026-03-03"),
       .publisher = REL_STR("Harbour Post"),
       .url = REL_STR("https://harbour.example/2026/duties?a=1&b")},
      {s1, s2, s4, s3, NULL}};
  const RelTriple triples[] = {
      {.number = 1,
       .subject = story_term(REL_TERM_PERSON, "Ana Mora"),
       .predicate = REL_STR("meet"),
       .object = story_term(REL_TERM_PERSON, "Jan Lund"),
       .slots = {story_slot(REL_SLOT_TIME, "on", REL_TERM_DATE, "2026-03-02"),
                 story_slot(REL_SLOT_PLACE, "in", REL_TERM_PLACE,
                            "Porto Azul")},
       .n_slots = 2,
       .confidence = 0.93F,
       .rule = "verb.active",
       .evidence = story_evidence(&story, 1, "Ana Mora met Jan Lund")},
      {.number = 2,
       .subject = story_term(REL_TERM_COUNTRY, "Norland"),
       .predicate = REL_STR("threaten to impose"),
       .object = story_term(REL_TERM_THING, "duties on Velian steel"),
       .slots = {story_slot(REL_SLOT_AMOUNT, "of", REL_TERM_QUANTITY, "15%")},
       .n_slots = 1,
       .confidence = 0.88F,
       .rule = "verb.active",
       .evidence = story_evidence(&story, 2, s2)},
      {.number = 3,
       .subject = story_term(REL_TERM_COUNTRY, "Norland"),
       .predicate = REL_STR("impose"),
       .object = story_term(REL_TERM_THING, "duties on Velian steel"),
       .modality = REL_THREATENED,
       .content_of = 2,
       .confidence = 0.81F,
       .rule = "verb.xcomp",
       .evidence = story_evidence(&story, 2, s2)},
      {.number = 4,
       .subject = story_term(REL_TERM_PLACE, "old caf\xC3\xA9"),
       .predicate = REL_STR("be closed"),
       .confidence = 0.7F,
       .rule = "verb.passive",
       .evidence = story_evidence(&story, 3, "was closed")},
      {.number = 5,
       .subject = story_term(REL_TERM_PERSON, "Jan Lund"),
       .predicate = REL_STR("say"),
       .object =
           story_term(REL_TERM_CLAUSE, "Velia would not buy \"cheap\" grain"),
       .confidence = 0.9F,
       .rule = "verb.say",
       .evidence = story_evidence(&story, 4, s3)},
      {.number = 6,
       .subject = story_term(REL_TERM_COUNTRY, "Velia"),
       .predicate = REL_STR("buy"),
       .object = story_term(REL_TERM_THING, "\"cheap\" grain"),
       .slots = {story_slot(REL_SLOT_REASON, "because of", REL_TERM_THING,
                            "the levy")},
       .n_slots = 1,
       .polarity = REL_NEGATIVE,
       .modality = REL_CONDITIONAL,
       .source = story_term(REL_TERM_PERSON, "Jan Lund"),
       .source_verb = REL_STR("say"),
       .content_of = 5,
       .confidence = 0.64F,
       .rule = "verb.ccomp",
       .evidence = story_evidence(&story, 4, "Velia would not buy")},
  };
  RelStatus st = REL_OK;

  REL_TRY(st, story_begin(&story));
  REL_TRY(st, story_entity(&story, REL_TERM_PERSON, "Ana Mora", "Ms Mora", 2));
  REL_TRY(st, story_entity(&story, REL_TERM_PERSON, "Jan Lund", "Lund", 3));
  REL_TRY(st, story_entity(&story, REL_TERM_COUNTRY, "Velia", "Velian", 2));
  REL_TRY(st, story_entity(&story, REL_TERM_COUNTRY, "Norland", NULL, 2));
  for (size_t i = 0; i < sizeof(triples) / sizeof(*triples); ++i) {
    REL_TRY(st, story_triple(&story, &triples[i]));
  }
  return story_end(&story);
}

/// A second document about some of the same actors
static inline RelStatus
story_grain(const RelSink *sink)
{
  static const char s1[] = "Orbex of Velia bought 40 tugs.";
  static const char s2[] = "Minister Mora may visit Velia.";
  static const char content[] =
      "Orbex of Velia bought 40 tugs. Minister Mora may visit Velia.";
  const Story story = {
      sink,
      {.name = REL_STR("grain.txt"), .content = rel_str(content)},
      {s1, s2, NULL}};
  const RelTriple triples[] = {
      {.number = 1,
       .subject = story_term(REL_TERM_ORGANISATION, "Orbex"),
       .predicate = REL_STR("buy"),
       .object = story_term(REL_TERM_QUANTITY, "40 tugs"),
       .confidence = 0.77F,
       .rule = "verb.active",
       .evidence = story_evidence(&story, 1, s1)},
      {.number = 2,
       .subject = story_term(REL_TERM_PERSON, "Ana Mora"),
       .predicate = REL_STR("visit"),
       .object = story_term(REL_TERM_PLACE, "Velia"),
       .modality = REL_POSSIBLE,
       .confidence = 0.8F,
       .rule = "verb.active",
       .evidence = story_evidence(&story, 2, s2)},
      {.view = REL_VIEW_OPEN,
       .number = 1,
       .subject = story_term(REL_TERM_PERSON, "Minister Mora"),
       .predicate = REL_STR("may visit"),
       .object = story_term(REL_TERM_PLACE, "Velia"),
       .confidence = 0.8F,
       .rule = "verb.active",
       .evidence = story_evidence(&story, 2, s2)},
  };
  RelStatus st = REL_OK;

  REL_TRY(st, story_begin(&story));
  REL_TRY(st, story_entity(&story, REL_TERM_PERSON, "Ana Mora", "Minister Mora",
                           1));
  REL_TRY(st, story_entity(&story, REL_TERM_PLACE, "Velia", NULL, 1));
  REL_TRY(st, story_entity(&story, REL_TERM_PERSON, "Nobody Said", NULL, 1));
  for (size_t i = 0; i < sizeof(triples) / sizeof(*triples); ++i) {
    REL_TRY(st, story_triple(&story, &triples[i]));
  }
  return story_end(&story);
}

/// Times and amounts of all forms
static inline RelStatus
story_values(const RelSink *sink)
{
  static const char s1[] = "Orbex raised $3 million.";
  const Story story = {sink,
                       {.name = REL_STR("values.txt"), .content = rel_str(s1)},
                       {s1, NULL}};
  static const RelValue values[] = {
      {REL_VALUE_TIME, REL_BOUND_NONE, "2018-06-01", "2018-06-01", "", "", ""},
      {REL_VALUE_TIME, REL_BOUND_NONE, "2018-05", "2018-05", "", "", ""},
      {REL_VALUE_TIME, REL_BOUND_NONE, "-0776", "-0776", "", "", ""},
      {REL_VALUE_TIME, REL_BOUND_NONE, "1980", "1989", "", "", ""},
      {REL_VALUE_TIME, REL_BOUND_UNDER, "", "2020-12-31", "", "", ""},
      {REL_VALUE_PERCENT, REL_BOUND_ABOUT, "", "", "2.5", "10", "%"},
      {REL_VALUE_QUANTITY, REL_BOUND_OVER, "", "", "40", "", "week"}};
  RelTriple triple = {.number = 1,
                      .subject = story_term(REL_TERM_ORGANISATION, "Orbex"),
                      .predicate = REL_STR("raise"),
                      .object = story_term(REL_TERM_MONEY, "$3 million"),
                      .object_value = {REL_VALUE_MONEY, REL_BOUND_AT_MOST, "",
                                       "", "3000000", "", "USD"},
                      .confidence = 0.5F,
                      .rule = "verb.active",
                      .evidence = story_evidence(&story, 1, s1)};
  RelStatus st = REL_OK;

  for (size_t i = 0; i < sizeof(values) / sizeof(*values); ++i) {
    const bool is_time = values[i].kind == REL_VALUE_TIME;
    RelSlot *const slot = &triple.slots[triple.n_slots++];
    *slot = story_slot(is_time ? REL_SLOT_TIME : REL_SLOT_AMOUNT, "in",
                       is_time ? REL_TERM_DATE : REL_TERM_QUANTITY, "words");
    slot->value = values[i];
  }
  REL_TRY(st, story_begin(&story));
  REL_TRY(st, story_triple(&story, &triple));
  return story_end(&story);
}

enum { STORY_LARGE = 40000 }; ///< Bytes of a string of story_large()

/// Strings that each need a block of memory
static inline RelStatus
story_large(const RelSink *sink)
{
  static char bytes[STORY_LARGE + 16];
  for (size_t i = 0; i < sizeof(bytes); ++i) {
    bytes[i] = (char)('a' + i % 23U);
  }

  RelStr texts[16];
  for (size_t i = 0; i < 16U; ++i) {
    texts[i] = (RelStr){bytes + i, STORY_LARGE};
  }

  const Story story = {sink,
                       {.name = texts[0],
                        .content = texts[0],
                        .title = texts[1],
                        .date = texts[2],
                        .publisher = texts[3],
                        .url = texts[4]},
                       {NULL}};
  const RelTriple triple = {
      .number = 1,
      .subject = {REL_TERM_PERSON, texts[5], texts[6], 0U},
      .predicate = texts[7],
      .object = {REL_TERM_DATE, texts[8], texts[9], 0U},
      .slots =
          {{REL_SLOT_OTHER,
            texts[10],
            {REL_TERM_CLAUSE, texts[11], texts[11], 0U},
            {0}},
           {REL_SLOT_PLACE, texts[10], {REL_TERM_PLACE, {0}, {0}, 0U}, {0}},
           {REL_SLOT_TIME, texts[10], {REL_TERM_DATE, {0}, {0}, 0U}, {0}}},
      .n_slots = 3,
      .source = {REL_TERM_PERSON, texts[12], texts[12], 0U},
      .source_verb = texts[13],
      .rule = "large",
      .evidence = {
          .sentence = 1, .sentence_text = texts[14], .quote = texts[15]}};
  RelTriple content = triple;
  RelStatus st = REL_OK;

  content.number = 2;
  content.content_of = 1;
  REL_TRY(st, story_begin(&story));
  REL_TRY(st, story_entity(&story, REL_TERM_DATE, "2 March", NULL, 1));
  REL_TRY(st, story_triple(&story, &triple));
  REL_TRY(st, story_triple(&story, &content));
  return story_end(&story);
}

/// Bytes and size of a literal that may hold anything
#define STORY_BYTES(literal)                                                   \
  {                                                                            \
    literal, sizeof(literal) - 1U                                              \
  }

/// Strings that writers have damaged; every field gets each of them
static const struct {
  const char *text;
  size_t len;
} hostile_texts[] = {
    STORY_BYTES("plain"),
    STORY_BYTES("ends in a dot."),
    STORY_BYTES("."),
    STORY_BYTES("two  dots.."),
    STORY_BYTES("\"quoted\" and 'single' and \\ back\\slash\\"),
    STORY_BYTES("\"\"\"three\"\"\""),
    STORY_BYTES("carriage\rreturn"),
    STORY_BYTES("carriage\r\nline\n\nfeeds\r\r"),
    STORY_BYTES("tab\tbell\a escape\x1B"),
    STORY_BYTES("nul\0inside"),
    STORY_BYTES("delete\x7F and C1 \xC2\x85"),
    STORY_BYTES("Latin-1 caf\xE9 au lait"),
    STORY_BYTES("cut \xE2\x82"),
    STORY_BYTES("overlong \xC0\xAF"),
    STORY_BYTES("surrogate \xED\xA0\x80 half"),
    STORY_BYTES("too high \xF4\x90\x80\x80!"),
    STORY_BYTES("U+FFFE \xEF\xBF\xBE and U+FFFF \xEF\xBF\xBF end"),
    STORY_BYTES("U+FDD0 \xEF\xB7\x90 and U+1FFFF \xF0\x9F\xBF\xBF"),
    STORY_BYTES("]]> <b>&amp;</b> <!-- -->"),
    STORY_BYTES("<http://a.example/> {|} ^`"),
    STORY_BYTES(
        "\xE5\x8C\x97\xE4\xBA\xAC \xD9\x85\xD8\xB5\xD8\xB1 \xF0\x9F\x9A\xA2"),
    STORY_BYTES("100%zz _:b a/b#c?d @prefix"),
    STORY_BYTES("1e3"),
    STORY_BYTES("2018-02-30"),
    STORY_BYTES("-leading _ __under__"),
    STORY_BYTES(""),
    STORY_BYTES(" "),
};

/// A document whose every string is hostile; false: no more of them
static inline bool
story_hostile(const RelSink *sink, size_t number, RelStatus *st)
{
  const size_t n_texts = sizeof(hostile_texts) / sizeof(*hostile_texts);
  if (number >= n_texts) {
    return false;
  }

  char content[8];
  snprintf(content, sizeof(content), "%zu", number);
  const RelStr text = {hostile_texts[number].text, hostile_texts[number].len};
  const Story story = {sink,
                       {.name = text,
                        .content = rel_str(content),
                        .title = text,
                        .date = text,
                        .publisher = text,
                        .url = text},
                       {NULL}};
  RelTriple triple = {.number = 1,
                      .subject = {REL_TERM_PERSON, text, text, 0U},
                      .predicate = text,
                      .object = {REL_TERM_THING, text, text, 0U},
                      .source_verb = text,
                      .rule = "hostile",
                      .evidence = {.sentence = 1,
                                   .sentence_end = 9,
                                   .sentence_text = text,
                                   .end = 9,
                                   .quote = text}};
  const RelEntityInfo entity = {.kind = REL_TERM_PERSON,
                                .label = text,
                                .names = &text,
                                .n_names = 1U,
                                .n_mentions = 1U};
  const RelEvent actor = {REL_EVENT_ENTITY, {.entity = &entity}};

  *st = story_begin(&story);
  *st = *st ? *st : story_send(&story, actor);
  *st = *st ? *st : story_triple(&story, &triple);
  triple.number = 2;
  triple.object.kind = REL_TERM_DATE;
  triple.source = triple.subject;
  for (unsigned role = 0; role < REL_N_SLOT_ROLES; ++role) {
    triple.slots[triple.n_slots++] =
        (RelSlot){.role = (RelSlotRole)role,
                  .marker = text,
                  .term = {REL_TERM_DATE, text, text, 0U}};
  }
  *st = *st ? *st : story_triple(&story, &triple);
  *st = *st ? *st : story_end(&story);
  return true;
}

#endif
