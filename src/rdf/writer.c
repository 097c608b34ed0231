// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/writer.h"

#include "rdf/describer.h"
#include "rdf/sanitize.h"
#include "rdf/section.h"

enum { MAX_BASE = 200 }; // bytes; with the longest key far below REL_MAX_IRI

/// What writing one graph needs
typedef struct {
  RelDescriber describer;
  RelArena arena;   ///< For the whole call
  RelArena section; ///< For one section
  RelArena thing;   ///< For one thing; see rel_describer_forget()
  RelWordings wordings;
  const RelStatement *statements;
  uint32_t n_documents;
  uint32_t n_statements;
} Writer;

<<<<<<< HEAD
=======
enum { MUCH = 32768 }; // bytes; half of the arena's block

/// What was made for one item is not needed for the next
static void
forget_item(const Writer *writer)
{
  // most items take little: asking for a new block each time costs more
  if (writer->arena->used > MUCH) {
    rel_arena_clear(writer->arena);
  }
}

// ------------------------------------------------------------------ IRIs

static RelStatus
entity_iri(const Writer *writer, uint32_t node, RelStr *iri)
{
  return rel_arena_format(writer->arena, iri, "%.*s%.*s", REL_ARG(writer->base),
                          REL_ARG(writer->nodes[node].key));
}

static RelStatus
relation_iri(const Writer *writer, RelStr key, RelStr *iri)
{
  return rel_arena_format(writer->arena, iri, "%.*srelation/%.*s",
                          REL_ARG(writer->base), REL_ARG(key));
}

static RelStatus
document_iri(const Writer *writer, uint32_t document, RelStr *iri)
{
  return rel_arena_format(writer->arena, iri, "%.*sdoc/%.*s",
                          REL_ARG(writer->base),
                          REL_ARG(writer->documents[document].id));
}

/// A claim's or a sentence's IRI: `mark` is 'c' or 's'
static RelStatus
part_iri(const Writer *writer, uint32_t document, char mark, uint32_t number,
         RelStr *iri)
{
  return rel_arena_format(
      writer->arena, iri, "%.*sdoc/%.*s#%c%u", REL_ARG(writer->base),
      REL_ARG(writer->documents[document].id), mark, number);
}

// ------------------------------------------------------------------ objects

static RelStatus
add_iri(const Writer *writer, RelStr subject, RelVocabulary predicate,
        RelStr iri)
{
  const RelRdfObject object = {.kind = REL_OBJECT_IRI, .value = iri};

  return rel_rdf_stream_add(writer->stream, subject,
                            rel_vocabulary_iri(predicate), object);
}

/// Text of the article; nothing is written for an empty one
static RelStatus
add_text(const Writer *writer, RelStr subject, RelVocabulary predicate,
         RelStr text)
{
  const RelRdfObject object = {.kind = REL_OBJECT_ENGLISH, .value = text};

  return text.len ? rel_rdf_stream_add(writer->stream, subject,
                                       rel_vocabulary_iri(predicate), object)
                  : REL_OK;
}

static RelStatus
add_typed(const Writer *writer, RelStr subject, RelVocabulary predicate,
          RelVocabulary datatype, const char *value)
{
  const RelRdfObject object = {REL_OBJECT_TYPED, rel_str(value), datatype};

  return rel_rdf_stream_add(writer->stream, subject,
                            rel_vocabulary_iri(predicate), object);
}

static RelStatus
add_number(const Writer *writer, RelStr subject, RelVocabulary predicate,
           uint32_t number)
{
  char text[16];

  snprintf(text, sizeof(text), "%u", number);
  return add_typed(writer, subject, predicate, REL_XSD_INTEGER, text);
}

/// A day, month or year by its length; rel_date_text() made it
static RelRdfObject
time_object(const char *time)
{
  const RelStr text = rel_str(time);
  const size_t len = text.len - (*time == '-');
  const RelVocabulary type = len > 7U   ? REL_XSD_DATE
                             : len > 4U ? REL_XSD_MONTH
                                        : REL_XSD_YEAR;

  return (RelRdfObject){REL_OBJECT_TYPED, text, type};
}

/// One day, month or year is typed; all other values are text
static RelRdfObject
value_object(RelTermKind kind, RelStr value, const RelValue *meaning)
{
  if (meaning && meaning->kind == REL_VALUE_TIME && !meaning->bound &&
      !strcmp(meaning->begin, meaning->end)) {
    return time_object(meaning->begin);
  }
  const bool is_day = kind == REL_TERM_DATE && rel_sanitize_is_date(value);

  return is_day ? (RelRdfObject){REL_OBJECT_TYPED, value, REL_XSD_DATE}
                : (RelRdfObject){.kind = REL_OBJECT_ENGLISH, .value = value};
}

static RelStr
term_words(const RelTerm *term)
{
  return term->label.len ? term->label : term->text;
}

// ------------------------------------------------------------------ nodes

static RelStatus
write_node(const Writer *writer, uint32_t number)
{
  const RelNode *const node = &writer->nodes[number];
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, entity_iri(writer, number, &iri));
  REL_TRY(st,
          add_iri(writer, iri, REL_RDF_TYPE, rel_vocabulary_class(node->kind)));
  REL_TRY(st, add_text(writer, iri, REL_RDFS_LABEL, node->label));
  if (node->same_as.len) {
    REL_TRY(st, add_iri(writer, iri, REL_OWL_SAME_AS, node->same_as));
  }
  for (uint32_t i = 0; i < node->n_names; ++i) {
    REL_TRY(st, add_text(writer, iri, REL_SKOS_ALT_LABEL, node->names[i]));
  }
  forget_item(writer);
  return st;
}

static int
compare_predicates(const void *a, const void *b)
{
  const RelStatement *const *const x = a;
  const RelStatement *const *const y = b;
  const int by_key = rel_str_compare((*x)->predicate_key, (*y)->predicate_key);

  return by_key ? by_key : rel_str_compare((*x)->predicate, (*y)->predicate);
}

static int
compare_sentences(const void *a, const void *b)
{
  const RelStatement *const *const x = a;
  const RelStatement *const *const y = b;

  if ((*x)->document != (*y)->document) {
    return (*x)->document < (*y)->document ? -1 : 1;
  }
  if ((*x)->evidence.sentence != (*y)->evidence.sentence) {
    return (*x)->evidence.sentence < (*y)->evidence.sentence ? -1 : 1;
  }
  return ((*x)->number > (*y)->number) - ((*x)->number < (*y)->number);
}

/// Pointers to all statements, sorted; null: no memory
static const RelStatement **
sort_statements(const Writer *writer, RelArena *arena,
                int (*compare)(const void *, const void *))
{
  const RelStatement **const sorted =
      rel_arena_calloc(arena, writer->n_statements, sizeof(RelStatement *));

  for (uint32_t i = 0; sorted && i < writer->n_statements; ++i) {
    sorted[i] = &writer->statements[i];
  }
  if (sorted && writer->n_statements) {
    qsort(sorted, writer->n_statements, sizeof(RelStatement *), compare);
  }
  return sorted;
}

/// Each relation once, under the first of its wordings
static RelStatus
write_relations(const Writer *writer, const RelStatement **sorted)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < writer->n_statements; ++i) {
    const RelStr key = sorted[i]->predicate_key;
    RelStr iri = {0};

    if (i && rel_str_equal(sorted[i - 1U]->predicate_key, key)) {
      continue;
    }
    REL_TRY(st, relation_iri(writer, key, &iri));
    REL_TRY(st, add_iri(writer, iri, REL_RDF_TYPE,
                        rel_vocabulary_iri(REL_RDF_PROPERTY)));
    REL_TRY(st, add_text(writer, iri, REL_RDFS_LABEL, sorted[i]->predicate));
    forget_item(writer);
  }
  return st;
}

// ------------------------------------------------------------------ sources

static RelStatus
write_document(const Writer *writer, uint32_t number)
{
  const RelGraphDocument *const document = &writer->documents[number];
  const RelStr title = document->title.len ? document->title : document->name;
  RelStatus st = REL_OK;
  RelStr iri = {0};
  RelStr url = {0};

  REL_TRY(st, document_iri(writer, number, &iri));
  REL_TRY(st, add_iri(writer, iri, REL_RDF_TYPE,
                      rel_vocabulary_iri(REL_SCHEMA_ARTICLE)));
  REL_TRY(st, add_iri(writer, iri, REL_RDF_TYPE,
                      rel_vocabulary_iri(REL_PROV_ENTITY)));
  REL_TRY(st, add_text(writer, iri, REL_DCT_TITLE, title));
  if (document->date.len) {
    const RelRdfObject date = value_object(REL_TERM_DATE, document->date, NULL);
    REL_TRY(st, rel_rdf_stream_add(writer->stream, iri,
                                   rel_vocabulary_iri(REL_DCT_ISSUED), date));
  }
  if (document->publisher.len) {
    const RelRdfObject publisher = {.kind = REL_OBJECT_PLAIN,
                                    .value = document->publisher};
    REL_TRY(st, rel_rdf_stream_add(writer->stream, iri,
                                   rel_vocabulary_iri(REL_DCT_PUBLISHER),
                                   publisher));
  }
  REL_TRY(st, rel_sanitize_url(writer->arena, document->url, &url));
  if (url.len) {
    REL_TRY(st, add_iri(writer, iri, REL_DCT_SOURCE, url));
  }
  forget_item(writer);
  return st;
}

static RelStatus
write_offsets(const Writer *writer, RelStr iri, uint32_t begin, uint32_t end)
{
  RelStatus st = REL_OK;

  REL_TRY(st, add_number(writer, iri, REL_NIF_BEGIN, begin));
  return add_number(writer, iri, REL_NIF_END, end);
}

/// Each sentence that a claim was read from, once
static RelStatus
write_sentences(const Writer *writer, const RelStatement **sorted)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < writer->n_statements; ++i) {
    const RelEvidence *const evidence = &sorted[i]->evidence;
    const uint32_t document = sorted[i]->document;
    RelStr iri = {0};
    RelStr context = {0};

    if (i && sorted[i - 1U]->document == document &&
        sorted[i - 1U]->evidence.sentence == evidence->sentence) {
      continue;
    }
    REL_TRY(st, part_iri(writer, document, 's', evidence->sentence, &iri));
    REL_TRY(st, document_iri(writer, document, &context));
    REL_TRY(st, add_iri(writer, iri, REL_RDF_TYPE,
                        rel_vocabulary_iri(REL_NIF_SENTENCE)));
    REL_TRY(st, add_iri(writer, iri, REL_NIF_CONTEXT, context));
    REL_TRY(st, write_offsets(writer, iri, evidence->sentence_begin,
                              evidence->sentence_end));
    REL_TRY(st, add_text(writer, iri, REL_NIF_ANCHOR, evidence->sentence_text));
    forget_item(writer);
  }
  return st;
}

// ------------------------------------------------------------------ claims

/// The statement as a plain triple, where the newsroom states it as it is
static RelStatus
write_plain(const Writer *writer, const RelStatement *statement)
{
  RelStatus st = REL_OK;
  RelStr subject = {0};
  RelStr predicate = {0};
  RelRdfObject object = {.kind = REL_OBJECT_IRI};

  if (!statement->is_asserted || statement->object == REL_NO_NODE) {
    return st;
  }
  REL_TRY(st, entity_iri(writer, statement->subject, &subject));
  REL_TRY(st, relation_iri(writer, statement->predicate_key, &predicate));
  REL_TRY(st, entity_iri(writer, statement->object, &object.value));
  return rel_rdf_stream_add(writer->stream, subject, predicate, object);
}

static RelStatus
write_roles(const Writer *writer, const RelStatement *statement, RelStr claim)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, add_iri(writer, claim, REL_RDF_TYPE,
                      rel_vocabulary_iri(REL_RELATA_CLAIM)));
  REL_TRY(st, entity_iri(writer, statement->subject, &iri));
  REL_TRY(st, add_iri(writer, claim, REL_RDF_SUBJECT, iri));
  REL_TRY(st, relation_iri(writer, statement->predicate_key, &iri));
  REL_TRY(st, add_iri(writer, claim, REL_RDF_PREDICATE, iri));
  if (statement->object != REL_NO_NODE) {
    REL_TRY(st, entity_iri(writer, statement->object, &iri));
    return add_iri(writer, claim, REL_RDF_OBJECT, iri);
  }
  if (statement->value.kind == REL_TERM_NONE) {
    return st;
  }
  return rel_rdf_stream_add(
      writer->stream, claim, rel_vocabulary_iri(REL_RDF_OBJECT),
      value_object(statement->value.kind, term_words(&statement->value),
                   statement->object_value));
}

static RelStatus
write_factuality(const Writer *writer, const RelStatement *statement,
                 RelStr claim)
{
  RelStatus st = REL_OK;
  char confidence[REL_FIXED_SIZE];
  RelStr source = {0};

  rel_fixed_text(statement->confidence, 2U, confidence);
  REL_TRY(st, add_typed(writer, claim, REL_RELATA_ASSERTED, REL_XSD_BOOLEAN,
                        statement->is_asserted ? "true" : "false"));
  REL_TRY(st, add_iri(writer, claim, REL_RELATA_POLARITY,
                      rel_vocabulary_polarity(statement->polarity)));
  REL_TRY(st, add_iri(writer, claim, REL_RELATA_MODALITY,
                      rel_vocabulary_modality(statement->modality)));
  REL_TRY(st, add_typed(writer, claim, REL_RELATA_CONFIDENCE, REL_XSD_DECIMAL,
                        confidence));
  if (statement->source != REL_NO_NODE) {
    REL_TRY(st, entity_iri(writer, statement->source, &source));
    REL_TRY(st, add_iri(writer, claim, REL_RELATA_ATTRIBUTED_TO, source));
    REL_TRY(st, add_text(writer, claim, REL_RELATA_ATTRIBUTION_VERB,
                         statement->source_verb));
  }
  return st;
}

static RelStatus
write_evidence(const Writer *writer, const RelStatement *statement,
               RelStr claim)
{
  const RelEvidence *const evidence = &statement->evidence;
  RelStatus st = REL_OK;
  RelStr sentence = {0};

  REL_TRY(st, part_iri(writer, statement->document, 's', evidence->sentence,
                       &sentence));
  REL_TRY(st, add_iri(writer, claim, REL_PROV_DERIVED_FROM, sentence));
  REL_TRY(st, write_offsets(writer, claim, evidence->begin, evidence->end));
  return add_text(writer, claim, REL_RELATA_QUOTE, evidence->quote);
}

/// "because of the drought": these mean little without their preposition
static bool
needs_marker(RelSlotRole role)
{
  return role == REL_SLOT_MANNER || role == REL_SLOT_REASON ||
         role == REL_SLOT_OTHER;
}

static RelStatus
write_slot(const Writer *writer, const RelStatementSlot *slot, RelStr claim)
{
  RelStatus st = REL_OK;
  RelStr words = term_words(&slot->term);
  RelRdfObject object = {.kind = REL_OBJECT_IRI};

  if (slot->node != REL_NO_NODE) {
    REL_TRY(st, entity_iri(writer, slot->node, &object.value));
  } else if (words.len) {
    if (needs_marker(slot->role) && slot->marker.len) {
      REL_TRY(st, rel_arena_format(writer->arena, &words, "%.*s %.*s",
                                   REL_ARG(slot->marker), REL_ARG(words)));
    }
    object = value_object(slot->term.kind, words, slot->value);
  } else {
    return st;
  }
  return rel_rdf_stream_add(writer->stream, claim,
                            rel_vocabulary_slot(slot->role), object);
}

/// Raptor writes a decimal without a point as an integer
static RelStatus
add_decimal(const Writer *writer, RelStr subject, RelVocabulary predicate,
            const char *number)
{
  char text[REL_DECIMAL_SIZE + 2];

  snprintf(text, sizeof(text), "%s%s", number, strchr(number, '.') ? "" : ".0");
  return add_typed(writer, subject, predicate, REL_XSD_DECIMAL, text);
}

static RelStatus
add_time(const Writer *writer, RelStr subject, RelVocabulary predicate,
         const char *time)
{
  return *time ? rel_rdf_stream_add(writer->stream, subject,
                                    rel_vocabulary_iri(predicate),
                                    time_object(time))
               : REL_OK;
}

static RelStatus
write_amount(const Writer *writer, const RelValue *value, RelStr iri)
{
  RelStatus st = REL_OK;
  const RelRdfObject unit = {.kind = REL_OBJECT_PLAIN,
                             .value = rel_str(value->unit)};

  REL_TRY(st, add_decimal(writer, iri, REL_RELATA_NUMBER, value->amount));
  if (*value->most) {
    REL_TRY(st, add_decimal(writer, iri, REL_RELATA_MOST, value->most));
  }
  if (!*value->unit) {
    return st;
  }
  return rel_rdf_stream_add(writer->stream, iri,
                            rel_vocabulary_iri(value->kind == REL_VALUE_MONEY
                                                   ? REL_RELATA_CURRENCY
                                                   : REL_RELATA_UNIT),
                            unit);
}

/// What a claim's words for a time or amount mean: `<doc#c12v1>`
static RelStatus
write_value(const Writer *writer, const RelTerm *term, const RelValue *value,
            RelStr claim, uint32_t *number)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};

  if (!value) {
    return st;
  }
  REL_TRY(st, rel_arena_format(writer->arena, &iri, "%.*sv%u", REL_ARG(claim),
                               ++*number));
  REL_TRY(st, add_iri(writer, claim, REL_RELATA_VALUE, iri));
  REL_TRY(st, add_iri(writer, iri, REL_RDF_TYPE,
                      rel_vocabulary_iri(REL_RELATA_VALUE_CLASS)));
  REL_TRY(st, add_text(writer, iri, REL_RELATA_WORDS,
                       term->text.len ? term->text : term->label));
  if (value->bound) {
    REL_TRY(st, add_iri(writer, iri, REL_RELATA_BOUND,
                        rel_vocabulary_bound(value->bound)));
  }
  if (value->kind != REL_VALUE_TIME) {
    return write_amount(writer, value, iri);
  }
  REL_TRY(st, add_time(writer, iri, REL_RELATA_BEGIN, value->begin));
  return add_time(writer, iri, REL_RELATA_END, value->end);
}

static RelStatus
write_values(const Writer *writer, const RelStatement *statement, RelStr claim)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  REL_TRY(st, write_value(writer, &statement->value, statement->object_value,
                          claim, &number));
  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    const RelStatementSlot *const slot = &statement->slots[i];
    REL_TRY(st, write_value(writer, &slot->term, slot->value, claim, &number));
  }
  return st;
}

static int
compare_number(const void *key, const void *item)
{
  const RelStatement *const x = key;
  const RelStatement *const y = item;

  if (x->document != y->document) {
    return x->document < y->document ? -1 : 1;
  }
  return (x->number > y->number) - (x->number < y->number);
}

/// From the claim that this one is the content of, if it was kept
static RelStatus
write_content(const Writer *writer, const RelStatement *statement, RelStr claim)
{
  const RelStatement wanted = {.document = statement->document,
                               .number = statement->content_of};
  RelStatus st = REL_OK;
  RelStr outer = {0};

  if (statement->content_of == REL_NO_TRIPLE ||
      !bsearch(&wanted, writer->statements, writer->n_statements,
               sizeof(RelStatement), compare_number)) {
    return st;
  }
  REL_TRY(st, part_iri(writer, statement->document, 'c', statement->content_of,
                       &outer));
  return add_iri(writer, outer, REL_RELATA_CONTENT, claim);
}

static RelStatus
write_claim(const Writer *writer, const RelStatement *statement)
{
  RelStatus st = REL_OK;
  RelStr claim = {0};

  REL_TRY(st, part_iri(writer, statement->document, 'c', statement->number,
                       &claim));
  REL_TRY(st, write_plain(writer, statement));
  REL_TRY(st, write_roles(writer, statement, claim));
  REL_TRY(st, write_factuality(writer, statement, claim));
  REL_TRY(st, write_evidence(writer, statement, claim));
  for (uint32_t i = 0; i < statement->n_slots; ++i) {
    REL_TRY(st, write_slot(writer, &statement->slots[i], claim));
  }
  REL_TRY(st, write_values(writer, statement, claim));
  REL_TRY(st, write_content(writer, statement, claim));
  forget_item(writer);
  return st;
}

// ------------------------------------------------------------------ all

static RelStatus
write_all(const Writer *writer, RelArena *arena)
{
  const RelStatement **sorted = NULL;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < writer->n_documents; ++i) {
    REL_TRY(st, write_document(writer, i));
  }
  for (uint32_t i = 0; i < writer->n_nodes; ++i) {
    REL_TRY(st, write_node(writer, i));
  }
  sorted = sort_statements(writer, arena, compare_predicates);
  REL_TRY(st, sorted ? write_relations(writer, sorted) : REL_NO_MEMORY);
  sorted = sort_statements(writer, arena, compare_sentences);
  REL_TRY(st, sorted ? write_sentences(writer, sorted) : REL_NO_MEMORY);
  for (uint32_t i = 0; i < writer->n_statements; ++i) {
    REL_TRY(st, write_claim(writer, &writer->statements[i]));
  }
  return st;
}

>>>>>>> 55a29a0 (graph: keys that no other document changes)
bool
rel_rdf_is_base(const char *text)
{
  const RelStr given = rel_str(text);

  return rel_sanitize_is_iri(given) && given.len <= MAX_BASE &&
         rel_str_find(given, REL_STR("#")) == SIZE_MAX &&
         rel_str_find(given, REL_STR("?")) == SIZE_MAX;
}

/// The base with a slash at its end
static RelStatus
read_base(RelWorld *world, RelArena *arena, const char *text, RelStr *base)
{
  const RelStr given = rel_str(text ? text : "https://w3id.org/relata/");
  const RelPlace nowhere = {NULL, 0U, 0U, 0U};

  if (!rel_rdf_is_base(given.data)) {
    return rel_fail(world, REL_BAD_ARG, nowhere,
                    "expected a base such as https://example.org/news/, not "
                    "%.*s",
                    given.len < MAX_BASE ? (int)given.len : MAX_BASE,
                    given.data);
  }
  return rel_arena_format(arena, base, "%.*s%s", REL_ARG(given),
                          rel_str_ends(given, REL_STR("/")) ? "" : "/");
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

  for (uint32_t i = 0; i < writer->n_documents; ++i) {
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
  const RelSection whole = {0U, writer->n_documents, writer->statements,
                            writer->n_statements};

  return rel_section_write(&writer->describer, &whole, &writer->section);
}

/// Each document in a named graph, together with all that it needs
static RelStatus
write_graphs(Writer *writer)
{
  RelStatus st = REL_OK;
  uint32_t next = 0;

  for (uint32_t i = 0; i < writer->n_documents; ++i) {
    RelSection one = {i, 1U, writer->statements + next, 0U};
    RelStr graph = {0};

    while (next < writer->n_statements &&
           writer->statements[next].document == i) {
      ++next;
      ++one.n_statements;
    }
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

<<<<<<< HEAD
  REL_TRY(st, rel_arena_format(&writer->arena, &entities, "%.*sentity/",
                               REL_ARG(describer->base)));
  REL_TRY(st, rel_arena_format(&writer->arena, &relations, "%.*srelation/",
                               REL_ARG(describer->base)));
  REL_TRY(st, rel_wordings_make(&writer->arena, writer->statements,
                                writer->n_statements, &writer->wordings));
  const RelNamespace more[] = {{"ent", entities.data}, {"rel", relations.data}};
  const RelRdfStreamOptions options = {
      syntax, can_be_relative(writer) ? describer->base : REL_STR(""), more,
      2U};
=======
  REL_TRY(st, rel_arena_format(arena, &entities, "%.*sentity/",
                               REL_ARG(writer->base)));
  REL_TRY(st, rel_arena_format(arena, &persons, "%.*sperson/",
                               REL_ARG(writer->base)));
  REL_TRY(st, rel_arena_format(arena, &relations, "%.*srelation/",
                               REL_ARG(writer->base)));
  const RelNamespace more[] = {
      {"ent", entities.data}, {"per", persons.data}, {"rel", relations.data}};
  const RelRdfStreamOptions options = {
      syntax, can_be_relative(writer) ? writer->base : REL_STR(""), more, 3U};
>>>>>>> 55a29a0 (graph: keys that no other document changes)

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
  uint32_t n_nodes = 0;
  Writer writer;
  RelDescriber *const describer = &writer.describer;

  rel_arena_init(&writer.arena, world);
  rel_arena_init(&writer.section, world);
  rel_arena_init(&writer.thing, world);
  *describer = (RelDescriber){.arena = &writer.thing,
                              .nodes = rel_graph_nodes(graph, &n_nodes),
                              .wordings = &writer.wordings};
  describer->documents = rel_graph_documents(graph, &writer.n_documents);
  writer.statements = rel_graph_statements(graph, &writer.n_statements);

  RelStatus st =
      read_base(world, &writer.arena, options->base, &describer->base);
  if (!st) {
    st = write_with(&writer, world,
                    options->syntax ? options->syntax : "turtle", out);
  }
  rel_arena_clear(&writer.thing);
  rel_arena_clear(&writer.section);
  rel_arena_clear(&writer.arena);
  return st;
}
