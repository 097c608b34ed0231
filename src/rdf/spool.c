// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/spool.h"

#include "base/file.h"
#include "base/buffer.h"
#include "base/intern.h"
#include "base/sorter.h"
#include "graph/nodes.h"
#include "rdf/describe.h"
#include "rdf/meanings.h"
#include "rdf/section.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 12 << 20, COPY_SIZE = 1 << 16 }; // bytes

/// Where a document's lines stand in the file of a part
typedef struct {
  long begin;
  long end;
} Piece;

typedef struct {
  RelStr id;
  RelStr name;
  uint32_t run;
  Piece pieces[REL_N_PARTS];
} Entry;

struct RelSpoolImpl {
  RelWorld *world;
  const RelSpoolOptions *options;
  RelArena arena;
  RelIntern ids;  ///< Of documents; their numbers index the entries
  RelIntern runs; ///< Ids of runs
  REL_ARRAY(Entry) entries;
  REL_ARRAY(RelGraphRun) run_items;
  FILE *files[REL_N_PARTS];
  RelSorter appearances;
  RelSorter plain;
  RelSorter meanings; ///< Plain triples in the words of others
  RelSorter relations;
  RelGraph *graph; ///< Of the open document; or null
};

RelStatus
rel_spool_new(RelWorld *world, const RelSpoolOptions *options, RelSpool **spool)
{
  RelSpool *const self = rel_world_realloc(world, NULL, sizeof(*self));
  RelStatus st = REL_OK;

  *spool = NULL;
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelSpool){.world = world, .options = options};
  rel_arena_init(&self->arena, world);
  rel_intern_init(&self->ids, &self->arena);
  rel_intern_init(&self->runs, &self->arena);
  rel_sorter_init(&self->appearances, world, options->folder, ROOM);
  rel_sorter_init(&self->plain, world, options->folder, ROOM);
  rel_sorter_init(&self->meanings, world, options->folder, ROOM);
  rel_sorter_init(&self->relations, world, options->folder, ROOM);
  for (unsigned p = 0; !st && p < REL_N_PARTS; ++p) {
    st = rel_file_scratch(world, options->folder, &self->files[p]);
  }
  if (st) {
    rel_spool_free(self);
    return st;
  }
  *spool = self;
  return REL_OK;
}

void
rel_spool_free(RelSpool *spool)
{
  if (!spool) {
    return;
  }
  for (unsigned p = 0; p < REL_N_PARTS; ++p) {
    if (spool->files[p]) {
      fclose(spool->files[p]);
    }
  }
  rel_graph_free(spool->graph);
  rel_sorter_clear(&spool->appearances);
  rel_sorter_clear(&spool->plain);
  rel_sorter_clear(&spool->meanings);
  rel_sorter_clear(&spool->relations);
  rel_arena_clear(&spool->arena);
  rel_world_release(spool->world, spool);
}

uint32_t
rel_spool_n_documents(const RelSpool *spool)
{
  return spool->entries.n;
}

static RelStatus
file_error(const RelSpool *spool)
{
  const RelPlace place = {spool->options->folder ? spool->options->folder
                                                 : "the temporary folder",
                          0U, 0U, 0U};

  return rel_fail(spool->world, REL_BAD_FILE, place,
                  "cannot hold the graph: %s", strerror(errno ? errno : EIO));
}

// ------------------------------------------------------------------ records

static void
add_part(RelBuffer *buffer, RelStr text)
{
  rel_buffer_add(buffer, text);
  rel_buffer_add_char(buffer, '\0');
}

static void
add_bytes(RelBuffer *buffer, const void *bytes, size_t n)
{
  rel_buffer_add(buffer, (RelStr){bytes, n});
}

/// Key, label, IRI, code and names, each with a NUL behind it, but for the kind
/// and counts behind the code; sorted by key, then label
static RelStatus
add_appearance(RelSpool *spool, RelArena *arena, const RelAppearance *one)
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};
  const uint32_t kind = (uint32_t)one->kind;
  // equal records of two documents must not become one
  const uint32_t document = spool->entries.n;

  add_part(&buffer, one->key);
  add_part(&buffer, one->label);
  add_part(&buffer, one->same_as);
  add_part(&buffer, one->code);
  add_bytes(&buffer, &kind, sizeof(kind));
  add_bytes(&buffer, &one->n_mentions, sizeof(one->n_mentions));
  add_bytes(&buffer, &one->n_names, sizeof(one->n_names));
  for (uint32_t i = 0; i < one->n_names; ++i) {
    add_part(&buffer, one->names[i]);
  }
  add_bytes(&buffer, &document, sizeof(document));
  return buffer.status
             ? buffer.status
             : rel_sorter_add(&spool->appearances, rel_buffer_str(&buffer));
}

/// The text up to the next NUL, and behind it
static RelStr
take_part(RelStr *record)
{
  const char *const end = memchr(record->data, '\0', record->len);
  const size_t len = (size_t)(end - record->data);
  const RelStr part = {record->data, len};

  record->data += len + 1U;
  record->len -= len + 1U;
  return part;
}

static uint32_t
take_number(RelStr *record)
{
  uint32_t number = 0;

  memcpy(&number, record->data, sizeof(number));
  record->data += sizeof(number);
  record->len -= sizeof(number);
  return number;
}

static RelStatus
read_appearance(RelArena *arena, RelStr record, RelAppearance *one)
{
  RelStr *names = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_copy(arena, record, &record));
  one->key = take_part(&record);
  one->label = take_part(&record);
  one->same_as = take_part(&record);
  one->code = take_part(&record);
  one->kind = (RelTermKind)take_number(&record);
  one->n_mentions = take_number(&record);
  one->n_names = take_number(&record);
  names = rel_arena_calloc(arena, one->n_names, sizeof(*names));
  for (uint32_t i = 0; names && i < one->n_names; ++i) {
    names[i] = take_part(&record);
  }
  one->names = names;
  return names ? REL_OK : REL_NO_MEMORY;
}

/// A triple as a record: subject, predicate, object
static RelStatus
add_triple(RelSorter *sorter, RelArena *arena, const RelStr parts[3])
{
  RelBuffer buffer = {arena, NULL, 0U, 0U, REL_OK};

  for (unsigned i = 0; i < 3U; ++i) {
    add_part(&buffer, parts[i]);
  }
  return buffer.status ? buffer.status
                       : rel_sorter_add(sorter, rel_buffer_str(&buffer));
}

/// What a statement shares with others: its relation and its plain triples
static RelStatus
add_statement(RelSpool *spool, RelArena *arena, const RelDescriber *describer,
              const RelStatement *statement)
{
  const RelNode *const nodes = describer->nodes;
  RelMeanings meanings = {.n = 0U};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sorter_add(&spool->relations, statement->predicate_key));
  if (!rel_describe_is_plain(statement)) {
    return st;
  }
  const RelStr plain[] = {nodes[statement->subject].key,
                          statement->predicate_key,
                          nodes[statement->object].key};
  REL_TRY(st, add_triple(&spool->plain, arena, plain));
  REL_TRY(st, rel_meanings_add(arena, describer, statement, &meanings));
  for (uint32_t i = 0; i < meanings.n; ++i) {
    const RelStr parts[] = {nodes[meanings.items[i].subject].key,
                            meanings.items[i].property,
                            nodes[meanings.items[i].object].key};
    REL_TRY(st, add_triple(&spool->meanings, arena, parts));
  }
  return st;
}

// ------------------------------------------------------------------ documents

static RelStatus
open_stream(const RelSpool *spool, FILE *out, RelDescriber *describer)
{
  const RelRdfStreamOptions options = {.syntax = "ntriples"};

  return rel_rdf_stream_open(spool->world, &options, out, &describer->stream);
}

static RelStatus
close_stream(RelDescriber *describer, RelStatus st)
{
  st = st ? st : rel_rdf_stream_end(describer->stream);
  rel_rdf_stream_free(describer->stream);
  describer->stream = NULL;
  return st;
}

static RelStatus
spool_part(RelSpool *spool, RelDescriber *describer, const RelSection *section,
           RelSectionPart part, Piece *piece)
{
  FILE *const file = spool->files[part];
  RelArena arena;
  RelStatus st = REL_OK;

  piece->begin = ftell(file);
  REL_TRY(st, open_stream(spool, file, describer));
  rel_arena_init(&arena, spool->world);
  st = rel_section_write_part(describer, section, part, &arena);
  rel_arena_clear(&arena);
  REL_TRY(st, close_stream(describer, st));
  piece->end = ftell(file);
  return piece->begin < 0 || piece->end < 0 ? file_error(spool) : REL_OK;
}

/// The number of a document's run among those of the spool
static RelStatus
find_run(RelSpool *spool, const RelGraphRun *run, uint32_t *number)
{
  RelGraphRun kept = *run;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_intern_add(&spool->runs, run->id, number));
  if (*number < spool->run_items.n) {
    RelRunInfo *const old = &spool->run_items.items[*number].info;
    const bool is_first =
        run->info.time.len &&
        (!old->time.len || rel_str_compare(run->info.time, old->time) < 0);
    return is_first ? rel_arena_copy(&spool->arena, run->info.time, &old->time)
                    : REL_OK;
  }
  REL_TRY(st, rel_arena_copy(&spool->arena, run->id, &kept.id));
  REL_TRY(st,
          rel_arena_copy(&spool->arena, run->info.version, &kept.info.version));
  REL_TRY(st, rel_arena_copy(&spool->arena, run->info.model, &kept.info.model));
  REL_TRY(st, rel_arena_copy(&spool->arena, run->info.checksum,
                             &kept.info.checksum));
  REL_TRY(st,
          rel_arena_copy(&spool->arena, run->info.options, &kept.info.options));
  REL_TRY(st, rel_arena_copy(&spool->arena, run->info.time, &kept.info.time));
  return REL_ARRAY_PUSH(&spool->arena, &spool->run_items, kept);
}

static RelStatus
add_new(RelSpool *spool, RelDescriber *describer, const RelSection *section)
{
  const RelGraphDocument *const document = describer->documents;
  Entry entry = {.run = REL_NO_RUN};
  uint32_t number = 0;
  RelArena arena;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_intern_add(&spool->ids, document->id, &number));
  entry.id = spool->ids.strings[number];
  REL_TRY(st, rel_arena_copy(&spool->arena, document->name, &entry.name));
  if (document->run != REL_NO_RUN) {
    REL_TRY(st, find_run(spool, &describer->runs[document->run], &entry.run));
  }
  for (unsigned p = 0; p < REL_N_PARTS; ++p) {
    REL_TRY(st, spool_part(spool, describer, section, (RelSectionPart)p,
                           &entry.pieces[p]));
  }
  rel_arena_init(&arena, spool->world);
  for (uint32_t i = 0; !st && i < section->n_appearances; ++i) {
    st = add_appearance(spool, &arena, &section->appearances[i]);
  }
  for (uint32_t i = 0; !st && i < section->n_statements; ++i) {
    st = add_statement(spool, &arena, describer, &section->statements[i]);
  }
  rel_arena_clear(&arena);
  if (!st && REL_ARRAY_PUSH(&spool->arena, &spool->entries, entry)) {
    st = REL_NO_MEMORY;
  }
  return st;
}

/// The same content once more: it goes by the first of its names
static RelStatus
add_known(RelSpool *spool, RelDescriber *describer, const RelSection *section,
          Entry *entry)
{
  const RelStr name = describer->documents->name;
  RelStatus st = REL_OK;

  if (rel_str_compare(name, entry->name) >= 0) {
    return st;
  }
  REL_TRY(st, rel_arena_copy(&spool->arena, name, &entry->name));
  return spool_part(spool, describer, section, REL_PART_DOCUMENTS,
                    &entry->pieces[REL_PART_DOCUMENTS]);
}

/// Describe the graph of one document
static RelStatus
add_graph(RelSpool *spool, RelDescriber *describer)
{
  RelSection section = {.n_documents = describer->n_documents};

  if (!section.n_documents) {
    return REL_OK;
  }
  section.statements =
      rel_graph_statements(spool->graph, &section.n_statements);
  section.appearances =
      rel_graph_appearances(spool->graph, &section.n_appearances);
  const uint32_t known = rel_intern_find(&spool->ids, describer->documents->id);
  return known == UINT32_MAX ? add_new(spool, describer, &section)
                             : add_known(spool, describer, &section,
                                         &spool->entries.items[known]);
}

static RelStatus
begin_document(RelSpool *spool)
{
  RelStatus st = REL_OK;

  rel_graph_free(spool->graph);
  REL_TRY(st, rel_graph_new(spool->world, &spool->graph));
  rel_graph_accept_reported(spool->graph, spool->options->accepts_reported);
  return spool->options->run
             ? rel_graph_begin_run(spool->graph, spool->options->run)
             : REL_OK;
}

static RelStatus
end_document(RelSpool *spool)
{
  RelDescriber describer;
  RelArena arena;
  RelArena thing;

  rel_arena_init(&arena, spool->world);
  rel_arena_init(&thing, spool->world);
  RelStatus st = rel_graph_finish(spool->graph);
  st = st ? st
          : rel_describer_init(&describer, spool->graph, &spool->options->rdf,
                               &arena, &thing);
  st = st ? st : add_graph(spool, &describer);
  rel_arena_clear(&thing);
  rel_arena_clear(&arena);
  rel_graph_free(spool->graph);
  spool->graph = NULL;
  return st;
}

static RelStatus
spool_on_event(void *handle, const RelEvent *event)
{
  RelSpool *const self = handle;
  RelStatus st = REL_OK;

  if (event->kind == REL_EVENT_DOCUMENT) {
    REL_TRY(st, begin_document(self));
  }
  const RelSink sink = rel_graph_sink(self->graph);
  REL_TRY(st, rel_sink_event(&sink, event));
  return event->kind == REL_EVENT_END ? end_document(self) : REL_OK;
}

RelSink
rel_spool_sink(RelSpool *spool)
{
  return (RelSink){spool, spool_on_event};
}

// ------------------------------------------------------------------ all

static int
compare_entries(const void *a, const void *b)
{
  return rel_str_compare(((const Entry *)a)->id, ((const Entry *)b)->id);
}

static int
compare_runs(const void *a, const void *b)
{
  return rel_str_compare((*(const RelGraphRun *const *)a)->id,
                         (*(const RelGraphRun *const *)b)->id);
}

/// One run and the documents that it read
static RelStatus
write_run(const RelSpool *spool, const RelDescriber *describer,
          const RelGraphRun *run)
{
  const uint32_t number = (uint32_t)(run - spool->run_items.items);
  RelDescriber own = *describer;
  RelStatus st = REL_OK;

  own.runs = run;
  own.n_runs = 1U;
  REL_TRY(st, rel_describe_run(&own, 0U));
  for (uint32_t i = 0; i < spool->entries.n; ++i) {
    const Entry *const entry = &spool->entries.items[i];
    const RelGraphDocument document = {.id = entry->id, .run = 0U};
    own.documents = &document;
    if (entry->run == number) {
      REL_TRY(st, rel_describe_use(&own, 0U));
    }
  }
  return st;
}

static RelStatus
write_runs(RelSpool *spool, const RelDescriber *describer)
{
  const uint32_t n = spool->run_items.n;
  const RelGraphRun **const sorted =
      rel_arena_calloc(&spool->arena, n, sizeof(RelGraphRun *));
  RelStatus st = REL_OK;

  if (!sorted) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < n; ++i) {
    sorted[i] = &spool->run_items.items[i];
  }
  if (n) {
    qsort(sorted, n, sizeof(*sorted), compare_runs);
  }
  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, write_run(spool, describer, sorted[i]));
  }
  return st;
}

/// Copy what all documents have in a part, in the order of their ids
static RelStatus
copy_part(const RelSpool *spool, RelSectionPart part, FILE *out)
{
  FILE *const file = spool->files[part];
  char bytes[COPY_SIZE];

  if (fflush(file) || ferror(file)) {
    return file_error(spool);
  }
  for (uint32_t i = 0; i < spool->entries.n; ++i) {
    const Piece *const piece = &spool->entries.items[i].pieces[part];
    size_t left = (size_t)(piece->end - piece->begin);
    if (left && fseek(file, piece->begin, SEEK_SET)) {
      return file_error(spool);
    }
    while (left) {
      const size_t n = left < sizeof(bytes) ? left : sizeof(bytes);
      if (fread(bytes, 1U, n, file) != n) {
        return file_error(spool);
      }
      fwrite(bytes, 1U, n, out); // rel_rdf_stream_end() looks at the stream
      left -= n;
    }
  }
  return REL_OK;
}

/// Triples on their way out of a sorter
typedef struct {
  RelSorter *sorter;
  bool has_relations; ///< Predicates are keys of relations, not IRIs
  RelStr next;        ///< Record
} Triples;

static RelStatus
begin_triples(Triples *triples)
{
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sorter_finish(triples->sorter));
  return rel_sorter_next(triples->sorter, &triples->next);
}

/// Those of one subject
static RelStatus
write_triples(const RelDescriber *describer, RelStr subject, Triples *triples)
{
  RelStatus st = REL_OK;

  while (triples->next.data) {
    RelStr rest = triples->next;
    RelStr iri = {0};
    RelRdfObject object = {.kind = REL_OBJECT_IRI};
    if (!rel_str_equal(take_part(&rest), subject)) {
      return st;
    }
    RelStr predicate = take_part(&rest);
    REL_TRY(st, rel_describer_key(describer, subject, &iri));
    REL_TRY(st, triples->has_relations
                    ? rel_describer_relation(describer, predicate, &predicate)
                    : REL_OK);
    REL_TRY(st, rel_describer_key(describer, take_part(&rest), &object.value));
    REL_TRY(st, rel_rdf_stream_add(describer->stream, iri, predicate, object));
    rel_describer_forget(describer);
    REL_TRY(st, rel_sorter_next(triples->sorter, &triples->next));
  }
  return st;
}

typedef REL_ARRAY(RelAppearance) Group;

/// One entity from its appearances, with its plain triples
static RelStatus
write_group(const RelDescriber *describer, RelArena *arena, Group *group,
            Triples triples[2])
{
  RelNodes nodes = {0};
  RelStatus st = REL_OK;

  if (!group->n) {
    return st;
  }
  REL_TRY(st, rel_nodes_make(arena, group->items, group->n, &nodes));
  REL_TRY(st, rel_describe_node(describer, nodes.items));
  REL_TRY(st, write_triples(describer, nodes.items->key, &triples[0]));
  REL_TRY(st, write_triples(describer, nodes.items->key, &triples[1]));
  *group = (Group){.n = 0U};
  rel_arena_clear(arena);
  return st;
}

static RelStatus
write_nodes(RelSpool *spool, const RelDescriber *describer, RelArena *arena)
{
  Triples triples[] = {{.sorter = &spool->plain, .has_relations = true},
                       {.sorter = &spool->meanings}};
  Group group = {.n = 0U};
  RelStr record = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sorter_finish(&spool->appearances));
  REL_TRY(st, begin_triples(&triples[0]));
  REL_TRY(st, begin_triples(&triples[1]));
  REL_TRY(st, rel_sorter_next(&spool->appearances, &record));
  while (record.data) {
    RelAppearance one = {.document = 0U};
    RelStr rest = record;
    if (group.n && !rel_str_equal(take_part(&rest), group.items->key)) {
      REL_TRY(st, write_group(describer, arena, &group, triples));
    }
    REL_TRY(st, read_appearance(arena, record, &one));
    REL_TRY(st, REL_ARRAY_PUSH(arena, &group, one));
    REL_TRY(st, rel_sorter_next(&spool->appearances, &record));
  }
  return write_group(describer, arena, &group, triples);
}

static RelStatus
write_relations(RelSpool *spool, const RelDescriber *describer)
{
  RelStr key = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_sorter_finish(&spool->relations));
  REL_TRY(st, rel_sorter_next(&spool->relations, &key));
  while (key.data) {
    REL_TRY(st, rel_describe_relation(describer, key));
    REL_TRY(st, rel_sorter_next(&spool->relations, &key));
  }
  return st;
}

static RelStatus
write_shared(RelSpool *spool, RelDescriber *describer)
{
  RelArena arena;

  rel_arena_init(&arena, spool->world);
  RelStatus st = write_nodes(spool, describer, &arena);
  st = st ? st : write_relations(spool, describer);
  rel_arena_clear(&arena);
  return st;
}

static RelStatus
write_all(RelSpool *spool, RelDescriber *describer, FILE *out)
{
  RelStatus st = REL_OK;

  if (spool->entries.n) {
    qsort(spool->entries.items, spool->entries.n, sizeof(Entry),
          compare_entries);
  }
  REL_TRY(st, open_stream(spool, out, describer));
  st = describer->provenance == REL_PROVENANCE_FULL
           ? write_runs(spool, describer)
           : REL_OK;
  REL_TRY(st, close_stream(describer, st));
  REL_TRY(st, copy_part(spool, REL_PART_DOCUMENTS, out));
  REL_TRY(st, copy_part(spool, REL_PART_APPEARANCES, out));
  REL_TRY(st, open_stream(spool, out, describer));
  REL_TRY(st, close_stream(describer, write_shared(spool, describer)));
  REL_TRY(st, copy_part(spool, REL_PART_SENTENCES, out));
  REL_TRY(st, copy_part(spool, REL_PART_CLAIMS, out));
  REL_TRY(st, open_stream(spool, out, describer));
  return close_stream(describer, REL_OK);
}

RelStatus
rel_spool_write(RelSpool *spool, FILE *out)
{
  RelDescriber describer;
  RelGraph *none = NULL;
  RelArena arena;
  RelArena thing;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_graph_new(spool->world, &none));
  rel_arena_init(&arena, spool->world);
  rel_arena_init(&thing, spool->world);
  st = rel_graph_finish(none);
  st = st ? st
          : rel_describer_init(&describer, none, &spool->options->rdf, &arena,
                               &thing);
  st = st ? st : write_all(spool, &describer, out);
  rel_arena_clear(&thing);
  rel_arena_clear(&arena);
  rel_graph_free(none);
  return st;
}
