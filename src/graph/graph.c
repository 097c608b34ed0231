// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/graph.h"

#include "base/intern.h"
#include "base/sha256.h"
#include "graph/iri.h"
#include "graph/nodes.h"
#include "graph/slots.h"

#include <stdlib.h>
#include <string.h>

/// What terms of one kind, label and number stand for in the open document
typedef struct {
  RelTerm term; ///< Without a text
  RelStr same_as;
  RelStr code;
  uint32_t n_mentions; ///< As its entity events say
  uint32_t n_terms;    ///< Terms in triples
  uint32_t place;      ///< Its appearance
} Actor;

/// Another name of an actor
typedef struct {
  uint32_t actor;
  RelStr name;
} ActorName;

/**
   Events so far. Statements hold actors where they will hold nodes, from the
   end of their document on appearances. What the open document adds to
   `statements` lies behind `n_kept_statements` and is dropped if the document
   never ends.
*/
struct RelGraphImpl {
  RelWorld *world;
  RelArena arena;
  RelIntern strings;
  RelIntern ids; ///< Documents' ids; their numbers index `documents`
  REL_ARRAY(RelGraphRun) runs;
  REL_ARRAY(RelGraphDocument) documents;
  REL_ARRAY(RelAppearance) appearances;
  REL_ARRAY(RelStatement) statements;
  uint32_t run; ///< Of the documents that come
  uint32_t n_kept_statements;
  RelArena open_arena;        ///< For the three that follow
  RelIntern actor_keys;       ///< Terms; their numbers index the actors
  REL_ARRAY(Actor) actors;    ///< Of the open document
  REL_ARRAY(ActorName) names; ///< May repeat
  RelGraphDocument open;      ///< The open document
  RelStr sentence_text;       ///< Of the latest triple, kept
  bool is_open;
  bool is_known; ///< The open document was given before
  bool is_finished;
  bool accepts_reported; ///< See rel_graph_accept_reported()
  bool keeps_texts;      ///< See rel_graph_keep_texts()
  RelNodes nodes;
  RelStr base; ///< See rel_graph_set_base()
};

RelStatus
rel_graph_new(RelWorld *world, RelGraph **graph)
{
  RelGraph *const self = rel_world_realloc(world, NULL, sizeof(RelGraph));

  *graph = self;
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelGraph){.world = world, .run = REL_NO_RUN};
  rel_arena_init(&self->arena, world);
  rel_intern_init(&self->strings, &self->arena);
  rel_intern_init(&self->ids, &self->arena);
  rel_arena_init(&self->open_arena, world);
  rel_intern_init(&self->actor_keys, &self->open_arena);
  return REL_OK;
}

void
rel_graph_free(RelGraph *graph)
{
  if (graph) {
    rel_arena_clear(&graph->open_arena);
    rel_arena_clear(&graph->arena);
    rel_world_release(graph->world, graph);
  }
}

/// A copy of `str` that lives as long as the graph; equal strings share one
static RelStatus
keep(RelGraph *graph, RelStr str, RelStr *kept)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  REL_TRY(st, rel_intern_add(&graph->strings, str, &number));
  *kept = graph->strings.strings[number];
  return st;
}

static RelStatus
keep_term(RelGraph *graph, const RelTerm *term, RelTerm *kept)
{
  RelStatus st = REL_OK;

  kept->kind = term->kind;
  kept->namesake = term->namesake;
  REL_TRY(st, keep(graph, term->label, &kept->label));
  return keep(graph, term->text, &kept->text);
}

/// A copy of what a value means; null for none
static RelStatus
keep_value(RelGraph *graph, const RelValue *value, const RelValue **kept)
{
  RelValue *copy = NULL;

  *kept = NULL;
  if (value->kind == REL_VALUE_NONE) {
    return REL_OK;
  }
  copy = rel_arena_calloc(&graph->arena, 1U, sizeof(*copy));
  if (!copy) {
    return REL_NO_MEMORY;
  }
  *copy = *value;
  *kept = copy;
  return REL_OK;
}

// ------------------------------------------------------------------ actors

/// Number of the open document's actor that a term of this kind stands for
static RelStatus
find_actor(RelGraph *graph, RelTermKind kind, const RelTerm *term,
           uint32_t *actor)
{
  RelStatus st = REL_OK;
  Actor new_actor = {.term = {.kind = kind, .namesake = term->namesake}};
  uint32_t parts[] = {(uint32_t)kind, 0U, term->namesake};

  REL_TRY(st, rel_intern_add(&graph->strings, term->label, &parts[1]));
  const RelStr key = {(const char *)parts, sizeof(parts)};
  REL_TRY(st, rel_intern_add(&graph->actor_keys, key, actor));
  if (*actor < graph->actors.n) {
    return st;
  }
  new_actor.term.label = graph->strings.strings[parts[1]];
  return REL_ARRAY_PUSH(&graph->open_arena, &graph->actors, new_actor);
}

/// The actor that a term stands for
static RelStatus
term_actor(RelGraph *graph, const RelTerm *term, uint32_t *actor)
{
  RelStatus st = REL_OK;
  // a subject that is a value must be something, if only a thing
  const RelTermKind kind =
      rel_term_is_value(term->kind) ? REL_TERM_THING : term->kind;

  REL_TRY(st, find_actor(graph, kind, term, actor));
  ++graph->actors.items[*actor].n_terms;
  return st;
}

static bool
is_entity(RelTermKind kind)
{
  return kind != REL_TERM_NONE && !rel_term_is_value(kind);
}

/// A described thing is a node where something goes to it or happens at it;
/// as anything else its preposition says more: "in retaliation for the levy"
static bool
slot_has_node(const RelSlot *slot)
{
  return slot->term.kind == REL_TERM_THING
             ? slot->role == REL_SLOT_RECIPIENT || slot->role == REL_SLOT_PLACE
             : is_entity(slot->term.kind);
}

// ------------------------------------------------------------------ events

static void
drop_open_document(RelGraph *graph)
{
  rel_arena_clear(&graph->open_arena);
  rel_intern_init(&graph->actor_keys, &graph->open_arena);
  graph->actors.items = NULL;
  graph->actors.n = graph->actors.capacity = 0;
  graph->names.items = NULL;
  graph->names.n = graph->names.capacity = 0;
  graph->statements.n = graph->n_kept_statements;
  graph->is_open = false;
}

static RelStatus
keep_run(RelGraph *graph, const RelRunInfo *info, RelRunInfo *kept)
{
  RelStatus st = REL_OK;

  REL_TRY(st, keep(graph, info->version, &kept->version));
  REL_TRY(st, keep(graph, info->model, &kept->model));
  REL_TRY(st, keep(graph, info->checksum, &kept->checksum));
  REL_TRY(st, keep(graph, info->options, &kept->options));
  return keep(graph, info->time, &kept->time);
}

RelStatus
rel_graph_begin_run(RelGraph *graph, const RelRunInfo *run)
{
  RelStatus st = REL_OK;
  RelGraphRun new_run = {.info = {.time = {NULL, 0U}}};

  REL_TRY(st, keep_run(graph, run, &new_run.info));
  REL_TRY(st, rel_iri_run_key(&graph->arena, run, &new_run.id));
  for (graph->run = 0; graph->run < graph->runs.n; ++graph->run) {
    RelGraphRun *const old = &graph->runs.items[graph->run];
    if (rel_str_equal(old->id, new_run.id)) {
      const bool is_first =
          run->time.len &&
          (!old->info.time.len ||
           rel_str_compare(new_run.info.time, old->info.time) < 0);
      old->info.time = is_first ? new_run.info.time : old->info.time;
      return st;
    }
  }
  return REL_ARRAY_PUSH(&graph->arena, &graph->runs, new_run);
}

/// A document that was read before brings the hash of its content, and its run
static RelStatus
keep_origin(RelGraph *graph, const RelDocInfo *info)
{
  RelGraphDocument *const open = &graph->open;
  const uint32_t run = graph->run;
  RelStatus st = REL_OK;
  char hash[REL_SHA256_SIZE];

  open->run = run;
  if (!info->id.len) {
    rel_sha256(info->content, hash);
    return rel_arena_copy(&graph->arena, rel_str(hash), &open->hash);
  }
  open->run = REL_NO_RUN;
  if (info->run) {
    REL_TRY(st, rel_graph_begin_run(graph, info->run));
    open->run = graph->run;
    graph->run = run;
  }
  return rel_arena_copy(&graph->arena, info->hash, &open->hash);
}

static RelStatus
begin_document(RelGraph *graph, const RelDocInfo *info)
{
  RelGraphDocument *const open = &graph->open;
  RelStatus st = REL_OK;

  drop_open_document(graph);
  REL_TRY(st, rel_iri_document_key(&graph->arena, info, &open->id));
  REL_TRY(st, keep_origin(graph, info));
  REL_TRY(st, keep(graph, rel_iri_document_name(info), &open->name));
  REL_TRY(st, keep(graph, info->title, &open->title));
  REL_TRY(st, keep(graph, info->date, &open->date));
  REL_TRY(st, keep(graph, info->publisher, &open->publisher));
  if (graph->keeps_texts) {
    REL_TRY(st, rel_arena_copy(&graph->arena, info->content, &open->text));
  }
  REL_TRY(st, keep(graph, info->url, &open->url));
  graph->is_known = rel_intern_find(&graph->ids, open->id) != UINT32_MAX;
  graph->is_open = true;
  return st;
}

static RelStatus
keep_identity(RelGraph *graph, const RelEntityInfo *info, Actor *actor)
{
  RelStatus st = REL_OK;

  if (info->same_as.len) {
    REL_TRY(st, keep(graph, info->same_as, &actor->same_as));
  }
  return info->code.len ? keep(graph, info->code, &actor->code) : st;
}

static RelStatus
add_entity(RelGraph *graph, const RelEntityInfo *info)
{
  RelStatus st = REL_OK;
  ActorName name = {0};

  if (!is_entity(info->kind)) {
    return st;
  }
  const RelTerm term = {info->kind, info->label, {0}, info->namesake};
  REL_TRY(st, find_actor(graph, info->kind, &term, &name.actor));
  graph->actors.items[name.actor].n_mentions += info->n_mentions;
  REL_TRY(st, keep_identity(graph, info, &graph->actors.items[name.actor]));
  for (uint32_t i = 0; i < info->n_names; ++i) {
    REL_TRY(st, keep(graph, info->names[i], &name.name));
    REL_TRY(st, REL_ARRAY_PUSH(&graph->open_arena, &graph->names, name));
  }
  return st;
}

/// "because of the drought": such words say little without their preposition
static bool
needs_marker(RelSlotRole role)
{
  return role == REL_SLOT_MANNER || role == REL_SLOT_REASON ||
         role == REL_SLOT_OTHER;
}

/// Words that are no time, amount or entity: one text, its preposition included
/// where it matters
static RelStatus
join_words(RelGraph *graph, RelStatementSlot *slot)
{
  const RelStr label =
      slot->term.label.len ? slot->term.label : slot->term.text;
  RelStr words = label;
  RelStatus st = REL_OK;

  if (needs_marker(slot->role) && slot->marker.len && label.len) {
    REL_TRY(st, rel_arena_format(&graph->open_arena, &words, "%.*s %.*s",
                                 REL_ARG(slot->marker), REL_ARG(label)));
  }
  REL_TRY(st, keep(graph, words, &slot->term.label));
  slot->term.text = slot->term.label;
  slot->marker = REL_STR("");
  return st;
}

/// A slot of the open document's triple; its node is an actor's number
static RelStatus
keep_slot(RelGraph *graph, const RelSlot *slot, RelStatementSlot *kept)
{
  RelStatus st = REL_OK;

  kept->role = slot->role;
  kept->node = REL_NO_NODE;
  REL_TRY(st, keep(graph, slot->marker, &kept->marker));
  REL_TRY(st, keep_term(graph, &slot->term, &kept->term));
  REL_TRY(st, keep_value(graph, &slot->value, &kept->value));
  if (slot_has_node(slot)) {
    return term_actor(graph, &slot->term, &kept->node);
  }
  return kept->value || rel_term_is_measured(slot->term.kind)
             ? REL_OK
             : join_words(graph, kept);
}

static RelStatus
add_slots(RelGraph *graph, const RelTriple *triple, RelStatement *statement)
{
  RelStatus st = REL_OK;

  statement->slots = rel_arena_calloc(&graph->arena, triple->n_slots,
                                      sizeof(RelStatementSlot));
  if (!statement->slots) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < triple->n_slots; ++i) {
    RelStatementSlot kept = {0};
    REL_TRY(st, keep_slot(graph, &triple->slots[i], &kept));
    statement->n_slots +=
        rel_slots_place(statement->slots, statement->n_slots, &kept);
  }
  return st;
}

static RelStatus
add_words(RelGraph *graph, const RelTriple *triple, RelStatement *statement)
{
  RelStatus st = REL_OK;
  RelStr key = {0};

  REL_TRY(st, keep(graph, rel_str(triple->rule), &statement->rule));
  REL_TRY(st, keep(graph, triple->predicate, &statement->predicate));
  REL_TRY(st, rel_iri_predicate_key(&graph->arena, triple->predicate, &key));
  REL_TRY(st, keep(graph, key, &statement->predicate_key));
  REL_TRY(st, keep(graph, triple->source_verb, &statement->source_verb));
  // claims of one sentence come together: comparing is cheaper than hashing
  if (!rel_str_equal(triple->evidence.sentence_text, graph->sentence_text)) {
    REL_TRY(st,
            keep(graph, triple->evidence.sentence_text, &graph->sentence_text));
  }
  statement->evidence.sentence_text = graph->sentence_text;
  return keep(graph, triple->evidence.quote, &statement->evidence.quote);
}

/// Is a plain triple to stand for it?
static bool
is_stated(const RelGraph *graph, const RelTriple *triple)
{
  return rel_triple_is_asserted(triple) ||
         ((graph->accepts_reported || triple->is_accepted) &&
          triple->polarity == REL_POSITIVE && triple->modality == REL_ACTUAL);
}

void
rel_graph_keep_texts(RelGraph *graph, bool keeps_texts)
{
  graph->keeps_texts = keeps_texts;
}

void
rel_graph_accept_reported(RelGraph *graph, bool accepts_reported)
{
  graph->accepts_reported = accepts_reported;
}

/// What is written says no more: a graph that was read is the same graph
static float
two_digits(float confidence)
{
  // written so that not-a-number becomes 0
  const float share =
      confidence > 0.0F ? (confidence < 1.0F ? confidence : 1.0F) : 0.0F;

  return (float)(int)((double)share * 100.0 + 0.5) / 100.0F;
}

static RelStatus
add_triple(RelGraph *graph, const RelTriple *triple)
{
  RelStatus st = REL_OK;
  RelStatement statement = {
      .document = graph->documents.n,
      .number = triple->number,
      .object = REL_NO_NODE,
      .polarity = triple->polarity,
      .modality = triple->modality,
      .source = REL_NO_NODE,
      .content_of = triple->content_of,
      .confidence = two_digits(triple->confidence),
      .is_asserted = is_stated(graph, triple),
      .evidence = triple->evidence,
  };

  if (triple->view != REL_VIEW_GRAPH || triple->subject.kind == REL_TERM_NONE) {
    return st;
  }
  REL_TRY(st, term_actor(graph, &triple->subject, &statement.subject));
  if (is_entity(triple->object.kind)) {
    REL_TRY(st, term_actor(graph, &triple->object, &statement.object));
  } else {
    REL_TRY(st, keep_term(graph, &triple->object, &statement.value));
    REL_TRY(st,
            keep_value(graph, &triple->object_value, &statement.object_value));
  }
  if (triple->source.kind != REL_TERM_NONE) {
    REL_TRY(st, term_actor(graph, &triple->source, &statement.source));
  }
  REL_TRY(st, add_slots(graph, triple, &statement));
  REL_TRY(st, add_words(graph, triple, &statement));
  return REL_ARRAY_PUSH(&graph->arena, &graph->statements, statement);
}

/// The same content under several names takes the first of them by bytes
static void
repeat_document(RelGraph *graph)
{
  RelGraphDocument *const known =
      &graph->documents.items[rel_intern_find(&graph->ids, graph->open.id)];

  if (rel_str_compare(graph->open.name, known->name) < 0) {
    known->name = graph->open.name;
  }
}

static int
compare_actor_names(const void *a, const void *b)
{
  const ActorName *const x = a;
  const ActorName *const y = b;

  return (x->actor > y->actor) - (x->actor < y->actor);
}

/// The names of actor `number`, from the sorted ones
static RelStatus
take_names(RelGraph *graph, uint32_t number, uint32_t *next,
           RelAppearance *appearance)
{
  const ActorName *const names = graph->names.items;
  const uint32_t first = *next;

  while (*next < graph->names.n && names[*next].actor == number) {
    ++*next;
  }
  RelStr *const taken =
      rel_arena_calloc(&graph->open_arena, *next - first, sizeof(*taken));
  for (uint32_t i = first; taken && i < *next; ++i) {
    taken[i - first] = names[i].name;
  }
  appearance->names = taken;
  appearance->n_names = *next - first;
  return taken ? REL_OK : REL_NO_MEMORY;
}

/// Each actor of the open document as if it were the only one of its key
static RelStatus
separate_actors(RelGraph *graph, RelAppearance *separate, uint32_t *n)
{
  RelStatus st = REL_OK;

  if (graph->names.n) {
    qsort(graph->names.items, graph->names.n, sizeof(*graph->names.items),
          compare_actor_names);
  }
  *n = 0;
  for (uint32_t i = 0, next = 0; i < graph->actors.n; ++i) {
    Actor *const actor = &graph->actors.items[i];
    RelAppearance *const appearance = &separate[*n];
    REL_TRY(st, take_names(graph, i, &next, appearance));
    if (!actor->n_terms) {
      continue; // no claim needs it
    }
    actor->place = (*n)++;
    appearance->kind = actor->term.kind;
    appearance->label = actor->term.label;
    appearance->same_as = actor->same_as;
    appearance->code = actor->code;
    appearance->n_mentions =
        actor->n_mentions ? actor->n_mentions : actor->n_terms;
    REL_TRY(st, rel_iri_node_key(&graph->open_arena, &actor->term,
                                 graph->open.id, &appearance->key));
  }
  return st;
}

static RelStatus
keep_appearance(RelGraph *graph, const RelNode *node)
{
  RelStatus st = REL_OK;
  RelAppearance kept = {.document = graph->documents.n - 1U,
                        .kind = node->kind,
                        .label = node->label,
                        .same_as = node->same_as,
                        .code = node->code,
                        .n_names = node->n_names,
                        .n_mentions = node->n_mentions};
  RelStr *const names =
      rel_arena_calloc(&graph->arena, node->n_names, sizeof(*names));

  if (!names) {
    return REL_NO_MEMORY;
  }
  if (node->n_names) {
    memcpy(names, node->names, node->n_names * sizeof(*names));
  }
  kept.names = names;
  REL_TRY(st, keep(graph, node->key, &kept.key));
  return REL_ARRAY_PUSH(&graph->arena, &graph->appearances, kept);
}

/// Replace actors by what they became
static void
replace(uint32_t *where, const Actor *actors, const RelAppearance *separate,
        uint32_t first)
{
  if (*where != REL_NO_NODE) {
    *where = first + separate[actors[*where].place].node;
  }
}

static void
replace_actors(RelGraph *graph, const RelAppearance *separate, uint32_t first)
{
  const Actor *const actors = graph->actors.items;

  for (uint32_t i = graph->n_kept_statements; i < graph->statements.n; ++i) {
    RelStatement *const statement = &graph->statements.items[i];
    replace(&statement->subject, actors, separate, first);
    replace(&statement->object, actors, separate, first);
    replace(&statement->source, actors, separate, first);
    for (uint32_t s = 0; s < statement->n_slots; ++s) {
      replace(&statement->slots[s].node, actors, separate, first);
    }
  }
}

/// Make appearances of the open document's actors
static RelStatus
keep_actors(RelGraph *graph)
{
  RelAppearance *const separate =
      rel_arena_calloc(&graph->open_arena, graph->actors.n, sizeof(*separate));
  const uint32_t first = graph->appearances.n;
  RelNodes joined = {0};
  uint32_t n = 0;
  RelStatus st = REL_OK;

  if (!separate) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, separate_actors(graph, separate, &n));
  REL_TRY(st, rel_nodes_make(&graph->open_arena, separate, n, &joined));
  for (uint32_t i = 0; i < joined.n; ++i) {
    REL_TRY(st, keep_appearance(graph, &joined.items[i]));
  }
  replace_actors(graph, separate, first);
  return st;
}

static RelStatus
end_document(RelGraph *graph)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  if (graph->is_known) {
    repeat_document(graph);
    drop_open_document(graph);
    return st;
  }
  REL_TRY(st, REL_ARRAY_PUSH(&graph->arena, &graph->documents, graph->open));
  REL_TRY(st, rel_intern_add(&graph->ids, graph->open.id, &number));
  REL_TRY(st, keep_actors(graph));
  graph->n_kept_statements = graph->statements.n;
  drop_open_document(graph);
  return st;
}

static RelStatus
graph_on_event(void *handle, const RelEvent *event)
{
  RelGraph *const self = handle;
  const RelPlace nowhere = {NULL, 0U, 0U, 0U};

  if (self->is_finished ||
      (event->kind != REL_EVENT_DOCUMENT && !self->is_open)) {
    return rel_fail(self->world, REL_BAD_ARG, nowhere,
                    "expected a document before what it holds");
  }

  switch (event->kind) {
  case REL_EVENT_DOCUMENT:
    return begin_document(self, event->document);
  case REL_EVENT_ENTITY:
    return self->is_known ? REL_OK : add_entity(self, event->entity);
  case REL_EVENT_TRIPLE:
    return self->is_known ? REL_OK : add_triple(self, event->triple);
  case REL_EVENT_END:
    return end_document(self);
  }
  return REL_OK;
}

RelSink
rel_graph_sink(RelGraph *graph)
{
  return (RelSink){graph, graph_on_event};
}

// ------------------------------------------------------------------ finish

static int
compare_documents(const void *a, const void *b)
{
  const RelGraphDocument *const x = a;
  const RelGraphDocument *const y = b;

  return rel_str_compare(x->id, y->id);
}

static int
compare_statements(const void *a, const void *b)
{
  const RelStatement *const x = a;
  const RelStatement *const y = b;

  return x->document != y->document
             ? (x->document < y->document ? -1 : 1)
             : (x->number > y->number) - (x->number < y->number);
}

static int
compare_appearances(const void *a, const void *b)
{
  const RelAppearance *const x = a;
  const RelAppearance *const y = b;

  return x->document != y->document ? (x->document < y->document ? -1 : 1)
                                    : (x->node > y->node) - (x->node < y->node);
}

static int
compare_runs(const void *a, const void *b)
{
  const RelGraphRun *const x = a;
  const RelGraphRun *const y = b;

  return rel_str_compare(x->id, y->id);
}

/// Sort runs by id and tell the documents where theirs is
static RelStatus
sort_runs(RelGraph *graph)
{
  const uint32_t n = graph->runs.n;
  RelGraphRun *const old = rel_arena_calloc(&graph->arena, n, sizeof(*old));

  if (!old) {
    return REL_NO_MEMORY;
  }
  if (!n) {
    return REL_OK;
  }
  memcpy(old, graph->runs.items, n * sizeof(*old));
  qsort(graph->runs.items, n, sizeof(*old), compare_runs);
  for (uint32_t i = 0; i < graph->documents.n; ++i) {
    RelGraphDocument *const document = &graph->documents.items[i];
    if (document->run != REL_NO_RUN) {
      const RelGraphRun *const run =
          bsearch(&old[document->run], graph->runs.items, n, sizeof(*old),
                  compare_runs);
      document->run = (uint32_t)(run - graph->runs.items);
    }
  }
  return REL_OK;
}

/// Sort documents by id, what else there is by document
static RelStatus
sort_all(RelGraph *graph)
{
  const uint32_t n = graph->documents.n;
  uint32_t *const order = rel_arena_calloc(&graph->arena, n, sizeof(*order));

  if (!order) {
    return REL_NO_MEMORY;
  }
  if (n) {
    qsort(graph->documents.items, n, sizeof(*graph->documents.items),
          compare_documents);
  }
  for (uint32_t i = 0; i < n; ++i) {
    const RelStr id = graph->documents.items[i].id;
    order[rel_intern_find(&graph->ids, id)] = i;
  }
  for (uint32_t i = 0; i < graph->statements.n; ++i) {
    RelStatement *const statement = &graph->statements.items[i];
    statement->document = order[statement->document];
  }
  for (uint32_t i = 0; i < graph->appearances.n; ++i) {
    RelAppearance *const appearance = &graph->appearances.items[i];
    appearance->document = order[appearance->document];
  }
  if (graph->statements.n) {
    qsort(graph->statements.items, graph->statements.n,
          sizeof(*graph->statements.items), compare_statements);
  }
  if (graph->appearances.n) {
    qsort(graph->appearances.items, graph->appearances.n,
          sizeof(*graph->appearances.items), compare_appearances);
  }
  return REL_OK;
}

static void
place(const RelGraph *graph, uint32_t *where)
{
  *where = *where == REL_NO_NODE ? REL_NO_NODE
                                 : graph->appearances.items[*where].node;
}

static void
place_statements(RelGraph *graph)
{
  for (uint32_t i = 0; i < graph->statements.n; ++i) {
    RelStatement *const statement = &graph->statements.items[i];
    place(graph, &statement->subject);
    place(graph, &statement->object);
    place(graph, &statement->source);
    for (uint32_t s = 0; s < statement->n_slots; ++s) {
      place(graph, &statement->slots[s].node);
    }
  }
}

static void
count_degrees(RelGraph *graph)
{
  for (uint32_t i = 0; i < graph->statements.n; ++i) {
    const RelStatement *const statement = &graph->statements.items[i];
    ++graph->nodes.items[statement->subject].degree;
    if (statement->object != REL_NO_NODE &&
        statement->object != statement->subject) {
      ++graph->nodes.items[statement->object].degree;
    }
  }
}

RelStatus
rel_graph_finish(RelGraph *graph)
{
  RelStatus st = REL_OK;

  if (graph->is_finished) {
    return st;
  }
  drop_open_document(graph);
  graph->is_finished = true;
  REL_TRY(st, rel_nodes_make(&graph->arena, graph->appearances.items,
                             graph->appearances.n, &graph->nodes));
  place_statements(graph);
  REL_TRY(st, sort_runs(graph));
  REL_TRY(st, sort_all(graph));
  count_degrees(graph);
  return st;
}

const RelGraphRun *
rel_graph_runs(const RelGraph *graph, uint32_t *n)
{
  *n = graph->runs.n;
  return graph->runs.items;
}

const RelGraphDocument *
rel_graph_documents(const RelGraph *graph, uint32_t *n)
{
  *n = graph->documents.n;
  return graph->documents.items;
}

const RelAppearance *
rel_graph_appearances(const RelGraph *graph, uint32_t *n)
{
  *n = graph->appearances.n;
  return graph->appearances.items;
}

const RelNode *
rel_graph_nodes(const RelGraph *graph, uint32_t *n)
{
  *n = graph->nodes.n;
  return graph->nodes.items;
}

const RelStatement *
rel_graph_statements(const RelGraph *graph, uint32_t *n)
{
  *n = graph->statements.n;
  return graph->statements.items;
}

RelStatus
rel_graph_set_base(RelGraph *graph, RelStr base)
{
  return rel_arena_copy(&graph->arena, base, &graph->base);
}

RelStr
rel_graph_base(const RelGraph *graph)
{
  return graph->base;
}

RelWorld *
rel_graph_world(const RelGraph *graph)
{
  return graph->world;
}
