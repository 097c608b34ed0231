// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/writer.h"

#include "rdf/describer.h"
#include "rdf/sanitize.h"
#include "rdf/section.h"

#include <string.h>

enum { MAX_BASE = 200 }; // bytes; with the longest key far below REL_MAX_IRI

/// What writing one graph needs
typedef struct {
  RelDescriber describer;
  RelArena arena;   ///< For the whole call
  RelArena section; ///< For one section
  RelArena thing;   ///< For one thing; see rel_describer_forget()
  const RelStatement *statements;
  const RelAppearance *appearances;
  uint32_t n_statements;
  uint32_t n_appearances;
} Writer;

const char *
rel_provenance_text(RelProvenance provenance)
{
  static const char *const texts[REL_N_PROVENANCES] = {"full", "claims",
                                                       "none"};

  return provenance < REL_N_PROVENANCES ? texts[provenance] : "?";
}

/// Is the number that two digits make at most `most`?
static bool
is_at_most(const char *digits, unsigned most)
{
  return digits[0] >= '0' && digits[0] <= '9' && digits[1] >= '0' &&
         digits[1] <= '9' &&
         (unsigned)(digits[0] - '0') * 10U + (unsigned)(digits[1] - '0') <=
             most;
}

bool
rel_rdf_is_time(const char *text)
{
  const RelStr given = rel_str(text);

  return given.len == 20U &&
         rel_sanitize_is_date(rel_str_slice(given, 0U, 10U)) &&
         text[10] == 'T' && is_at_most(text + 11, 23U) && text[13] == ':' &&
         is_at_most(text + 14, 59U) && text[16] == ':' &&
         is_at_most(text + 17, 59U) && text[19] == 'Z';
}

bool
rel_rdf_is_base(const char *text)
{
  const RelStr given = rel_str(text);

  return rel_sanitize_is_iri(given) && given.len <= MAX_BASE &&
         rel_str_find(given, REL_STR("#")) == SIZE_MAX &&
         rel_str_find(given, REL_STR("?")) == SIZE_MAX;
}

/**
   May IRIs be written relative to the base?

   Raptor 2.0 writes wrong ones for some URLs of the base's host, such as
   `<a:b>` and `<..//x>`; so not where a document comes from there.
*/
static bool
can_be_relative(const Writer *writer)
{
  // scheme://host/
  const size_t host = rel_str_find(writer->describer.base, REL_STR("://")) + 3U;
  const RelStr rest =
      rel_str_slice(writer->describer.base, host, writer->describer.base.len);
  const size_t end = rel_str_find(rest, REL_STR("/"));
  const RelStr site = rel_str_slice(writer->describer.base, 0U, host + end);

  for (uint32_t i = 0; i < writer->describer.n_documents; ++i) {
    const RelStr url = rel_str_trim(writer->describer.documents[i].url);
    if (rel_str_equal_fold(rel_str_slice(url, 0U, site.len), site)) {
      return false;
    }
  }
  return true;
}

/// Everything in one section: nothing is said twice
static RelStatus
write_whole(Writer *writer)
{
  const RelSection whole = {.n_documents = writer->describer.n_documents,
                            .statements = writer->statements,
                            .n_statements = writer->n_statements,
                            .appearances = writer->appearances,
                            .n_appearances = writer->n_appearances};

  return rel_section_write(&writer->describer, &whole, &writer->section);
}

/// The part of the next document, which begins at the two numbers
static RelSection
next_document(const Writer *writer, uint32_t document, uint32_t *statement,
              uint32_t *appearance)
{
  // what has no items has no array of them
  RelSection one = {.first_document = document,
                    .n_documents = 1U,
                    .statements = *statement ? writer->statements + *statement
                                             : writer->statements,
                    .appearances = *appearance
                                       ? writer->appearances + *appearance
                                       : writer->appearances};

  while (*statement < writer->n_statements &&
         writer->statements[*statement].document == document) {
    ++*statement;
    ++one.n_statements;
  }
  while (*appearance < writer->n_appearances &&
         writer->appearances[*appearance].document == document) {
    ++*appearance;
    ++one.n_appearances;
  }
  return one;
}

/// Each document in a named graph, together with all that it needs
static RelStatus
write_graphs(Writer *writer)
{
  RelStatus st = REL_OK;
  uint32_t statement = 0;
  uint32_t appearance = 0;

  for (uint32_t i = 0; i < writer->describer.n_documents; ++i) {
    const RelSection one = next_document(writer, i, &statement, &appearance);
    RelStr graph = {0};

    REL_TRY(st, rel_describer_document(&writer->describer, i, &graph));
    REL_TRY(st, rel_rdf_stream_graph(writer->describer.stream, graph));
    REL_TRY(st, rel_section_write(&writer->describer, &one, &writer->section));
    rel_arena_clear(&writer->section);
  }
  return st;
}

static RelStatus
write_with(Writer *writer, RelWorld *world, const char *syntax, FILE *out)
{
  RelDescriber *const describer = &writer->describer;
  RelStatus st = REL_OK;
  RelStr entities = {0};
  RelStr persons = {0};
  RelStr relations = {0};
  RelStr documents = {0};
  RelStr runs = {0};

  REL_TRY(st, rel_arena_format(&writer->arena, &entities, "%.*sentity/",
                               REL_ARG(describer->base)));
  REL_TRY(st, rel_arena_format(&writer->arena, &persons, "%.*sperson/",
                               REL_ARG(describer->base)));
  REL_TRY(st, rel_arena_format(&writer->arena, &relations, "%.*srelation/",
                               REL_ARG(describer->base)));
  REL_TRY(st, rel_arena_format(&writer->arena, &documents, "%.*sdoc/",
                               REL_ARG(describer->base)));
  REL_TRY(st, rel_arena_format(&writer->arena, &runs, "%.*srun/",
                               REL_ARG(describer->base)));
  // in Turtle nothing but the base can shorten a part of a document
  const bool is_jsonld = !strcmp(syntax, "jsonld");
  const RelNamespace more[] = {{"ent", entities.data},
                               {"per", persons.data},
                               {"rel", relations.data},
                               {"doc", documents.data},
                               {"run", runs.data}};
  const RelRdfStreamOptions options = {
      syntax, can_be_relative(writer) ? describer->base : REL_STR(""), more,
      sizeof(more) / sizeof(*more) - (is_jsonld ? 0U : 2U)};

  REL_TRY(st, rel_rdf_stream_open(world, &options, out, &describer->stream));
  st = rel_rdf_has_graphs(syntax) ? write_graphs(writer) : write_whole(writer);
  st = st ? st : rel_rdf_stream_end(describer->stream);
  rel_rdf_stream_free(describer->stream);
  return st;
}

RelStatus
rel_rdf_write(const RelGraph *graph, const RelRdfOptions *options, FILE *out)
{
  RelWorld *const world = rel_graph_world(graph);
  Writer writer;
  RelDescriber *const describer = &writer.describer;

  rel_arena_init(&writer.arena, world);
  rel_arena_init(&writer.section, world);
  rel_arena_init(&writer.thing, world);
  writer.statements = rel_graph_statements(graph, &writer.n_statements);
  writer.appearances = rel_graph_appearances(graph, &writer.n_appearances);

  RelStatus st = rel_describer_init(describer, graph, options, &writer.arena,
                                    &writer.thing);
  if (!st) {
    st = write_with(&writer, world,
                    options->syntax ? options->syntax : "turtle", out);
  }
  rel_arena_clear(&writer.thing);
  rel_arena_clear(&writer.section);
  rel_arena_clear(&writer.arena);
  return st;
}
