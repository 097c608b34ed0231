// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_TEST_STORY_H
#define REL_TEST_STORY_H

#include "graph/graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Facts of an invented story, told to a graph as the extractor would

typedef struct {
  RelTermKind kind;
  const char *name;
} Actor;

typedef struct {
  Actor subject;
  const char *predicate;
  Actor object; ///< #REL_TERM_NONE: no object
  RelModality modality;
  RelPolarity polarity;
  const char *source;  ///< Person who says so, or null
  const char *amount;  ///< Or null
  float confidence;    ///< 0 for 0.9
  uint32_t content_of; ///< Number of a fact from 1, or 0
  uint32_t sentence;   ///< 0 for a new one
} Fact;

#define FACT(s, p, o)                                                          \
  {                                                                            \
    .subject = s, .predicate = (p), .object = o                                \
  }
#define FACT_WITH(s, p, o, ...)                                                \
  {                                                                            \
    .subject = s, .predicate = (p), .object = o, __VA_ARGS__                   \
  }

#define PERSON(x)                                                              \
  {                                                                            \
    REL_TERM_PERSON, x                                                         \
  }
#define ORGANISATION(x)                                                        \
  {                                                                            \
    REL_TERM_ORGANISATION, x                                                   \
  }
#define COUNTRY(x)                                                             \
  {                                                                            \
    REL_TERM_COUNTRY, x                                                        \
  }
#define PLACE(x)                                                               \
  {                                                                            \
    REL_TERM_PLACE, x                                                          \
  }
#define WORK(x)                                                                \
  {                                                                            \
    REL_TERM_WORK, x                                                           \
  }
#define THING(x)                                                               \
  {                                                                            \
    REL_TERM_THING, x                                                          \
  }
#define ROLE(x)                                                                \
  {                                                                            \
    REL_TERM_ROLE, x                                                           \
  }
#define MONEY(x)                                                               \
  {                                                                            \
    REL_TERM_MONEY, x                                                          \
  }
#define NOTHING                                                                \
  {                                                                            \
    REL_TERM_NONE, ""                                                          \
  }

static inline RelStatus
story_tell(const RelSink *sink, const RelTriple *triple)
{
  const RelEvent event = {.kind = REL_EVENT_TRIPLE, .triple = triple};

  return sink->on_event(sink->handle, &event);
}

static inline RelTerm
story_term(Actor actor)
{
  return (RelTerm){actor.kind, rel_str(actor.name), rel_str(actor.name), 0U};
}

static inline RelTriple
story_triple(const Fact *fact, uint32_t number, const char *quote)
{
  RelTriple triple = {
      .view = REL_VIEW_GRAPH,
      .number = number,
      .subject = story_term(fact->subject),
      .predicate = rel_str(fact->predicate),
      .object = story_term(fact->object),
      .modality = fact->modality,
      .polarity = fact->polarity,
      .content_of = fact->content_of,
      .confidence = fact->confidence > 0.0F ? fact->confidence : 0.9F,
      .rule = "test",
      .evidence = {.sentence = fact->sentence ? fact->sentence : number,
                   .sentence_end = (uint32_t)strlen(quote),
                   .sentence_text = rel_str(quote),
                   .end = (uint32_t)strlen(quote),
                   .quote = rel_str(quote)},
  };

  if (fact->source) {
    triple.source = (RelTerm){REL_TERM_PERSON, rel_str(fact->source),
                              rel_str(fact->source), 0U};
    triple.source_verb = REL_STR("say");
  }
  if (fact->amount) {
    triple.n_slots = 1U;
    triple.slots[0] =
        (RelSlot){.role = REL_SLOT_AMOUNT,
                  .marker = REL_STR("of"),
                  .term = {REL_TERM_QUANTITY, rel_str(fact->amount),
                           rel_str(fact->amount), 0U}};
  }
  return triple;
}

/// One document of facts
static inline RelStatus
story_document(RelGraph *graph, const char *name, const Fact *facts, size_t n)
{
  const RelSink sink = rel_graph_sink(graph);
  const RelDocInfo info = {.name = rel_str(name),
                           .content = rel_str(name),
                           .title = REL_STR("Velia and Norland"),
                           .date = REL_STR("2024-03-02"),
                           .publisher = REL_STR("Port Ayr Courier")};
  const RelEvent begin = {.kind = REL_EVENT_DOCUMENT, .document = &info};
  const RelEvent end = {.kind = REL_EVENT_END};
  char quote[300];
  RelStatus st = sink.on_event(sink.handle, &begin);

  for (size_t i = 0; !st && i < n; ++i) {
    snprintf(quote, sizeof(quote), "%s did %s with %s, \"it\" was <said>.",
             facts[i].subject.name, facts[i].predicate, facts[i].object.name);
    const RelTriple triple = story_triple(&facts[i], (uint32_t)(i + 1U), quote);
    st = story_tell(&sink, &triple);
  }
  return st ? st : sink.on_event(sink.handle, &end);
}

/// A graph of one document; null when memory runs out
static inline RelGraph *
story_graph(RelWorld *world, const Fact *facts, size_t n)
{
  RelGraph *graph = NULL;

  if (rel_graph_new(world, &graph)) {
    return NULL;
  }
  if (story_document(graph, "story.txt", facts, n) || rel_graph_finish(graph)) {
    rel_graph_free(graph);
    return NULL;
  }
  return graph;
}

typedef struct {
  uint64_t state;
} StoryDice;

static inline uint32_t
story_roll(StoryDice *dice, uint32_t n)
{
  dice->state = dice->state * 6364136223846793005U + 1442695040888963407U;
  return (uint32_t)(dice->state >> 33U) % n;
}

typedef struct {
  RelTermKind kind;
  char name[80];
} StoryActor;

/// Invented actors of the news: people, bodies, countries, things
static inline StoryActor
story_actor(uint32_t i)
{
  static const char *const given[] = {"Ana",  "Jan",  "Lena", "Paul",
                                      "Rita", "Omar", "Ivo",  "Mei"};
  static const char *const family[] = {"Mora", "Lund",  "Roth", "Okafor",
                                       "Cole", "Ruiz",  "Berg", "Tanaka",
                                       "Kerr", "Novak", "Silva"};
  static const char *const places[] = {"Velia", "Norland", "Ostria",  "Kemp",
                                       "Tarn",  "Lorne",   "Ayrshore"};
  static const char *const things[] = {
      "duties on Velian steel",    "grain exports through the northern ports",
      "the harbour treaty",        "talks on fishing quotas",
      "a ban on chip sales",       "loans to small shipyards",
      "soybean and pork purchases"};
  const uint32_t round = i / 8U;
  StoryActor actor = {REL_TERM_THING, ""};

  switch (i % 8U) {
  case 0U:
  case 3U:
  case 5U:
    actor.kind = REL_TERM_PERSON;
    snprintf(actor.name, sizeof(actor.name), "%s %s", given[(i + round) % 8U],
             family[(i * 7U + round) % 11U]);
    break;
  case 1U:
    actor.kind = REL_TERM_COUNTRY;
    snprintf(actor.name, sizeof(actor.name), "%s%s", places[round % 7U],
             round < 7U ? "" : " Islands");
    break;
  case 2U:
  case 6U:
    actor.kind = REL_TERM_ORGANISATION;
    snprintf(actor.name, sizeof(actor.name), "%s %s", family[(i + round) % 11U],
             i % 8U == 2U ? "Shipping Group" : "Trade Commission");
    break;
  case 4U:
    snprintf(actor.name, sizeof(actor.name), "%s", things[round % 7U]);
    break;
  default:
    actor.kind = REL_TERM_EVENT;
    snprintf(actor.name, sizeof(actor.name), "%s summit", places[round % 7U]);
  }
  return actor;
}

/// `n_facts` facts among `n_actors` actors; the first ones are hubs
static inline RelGraph *
story_random(RelWorld *world, uint32_t n_actors, uint32_t n_facts)
{
  static const char *const predicates[] = {"meet",
                                           "criticise",
                                           "sign",
                                           "threaten to impose",
                                           "visit",
                                           "warn",
                                           "buy soy from",
                                           "hold talks with",
                                           "negotiate with",
                                           "lead",
                                           "restrict imports from"};
  StoryActor *const actors = calloc(n_actors, sizeof(StoryActor));
  Fact *const facts = calloc(n_facts, sizeof(Fact));
  StoryDice dice = {42U};
  RelGraph *graph = NULL;

  for (uint32_t i = 0; actors && i < n_actors; ++i) {
    actors[i] = story_actor(i);
  }
  for (uint32_t i = 0; facts && actors && i < n_facts; ++i) {
    const uint32_t reach = story_roll(&dice, 3U) ? n_actors : 6U;
    const StoryActor *const from = &actors[story_roll(&dice, reach)];
    const StoryActor *const to = &actors[story_roll(&dice, n_actors)];
    const uint32_t mood = story_roll(&dice, 12U);
    facts[i] = (Fact){
        .subject = {from->kind, from->name},
        .predicate = predicates[story_roll(&dice, 11U)],
        .object = {to->kind, to->name},
        .modality = mood == 1U   ? REL_THREATENED
                    : mood == 2U ? REL_PLANNED
                    : mood == 3U ? REL_POSSIBLE
                                 : REL_ACTUAL,
        .polarity = mood == 4U ? REL_NEGATIVE : REL_POSITIVE,
        .source = mood == 5U ? actors[0].name : NULL,
        .amount = mood == 6U ? "15%" : NULL,
        .confidence = 0.5F + (float)story_roll(&dice, 50U) / 100.0F,
    };
  }
  if (facts && actors) {
    graph = story_graph(world, facts, n_facts);
  }
  free(facts);
  free(actors);
  return graph;
}

#endif
