// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/record.h"

#include "graph/event.h"

#include "graph/iri.h"
#include "rdf/parse.h"

#include <stdlib.h>

// ------------------------------------------------------------------ names

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_hexadecimal(RelStr text)
{
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.data[i];
    if (!is_digit(c) && !(c >= 'a' && c <= 'f')) {
      return false;
    }
  }
  return true;
}

/// The number at `*i`, which moves behind it; 0: there is none
static uint32_t
read_number(RelStr text, size_t *i)
{
  uint64_t number = 0;

  for (; *i < text.len && is_digit(text.data[*i]) && number <= UINT32_MAX;
       ++*i) {
    number = number * 10U + (uint64_t)(text.data[*i] - '0');
  }
  return number <= UINT32_MAX ? (uint32_t)number : 0U;
}

/// The end of a document's part: "c12", "c12v1", "s3", "e4"
static void
read_part(RelStr part, RelRecordName *name)
{
  static const struct {
    char mark;
    RelRecordKind kind;
  } marks[] = {{'e', REL_RECORD_APPEARANCE},
               {'s', REL_RECORD_SENTENCE},
               {'c', REL_RECORD_CLAIM}};
  size_t i = 1;

  name->kind = REL_RECORD_FOREIGN;
  name->number = read_number(part, &i);
  if (part.len && part.data[0] == 'c' && i < part.len && part.data[i] == 'v') {
    ++i;
    name->value = read_number(part, &i);
    i += !name->value; // no number: not ours
  }
  for (size_t m = 0; m < sizeof(marks) / sizeof(*marks); ++m) {
    if (part.len && part.data[0] == marks[m].mark && name->number &&
        i == part.len) {
      name->kind = marks[m].kind;
    }
  }
}

/// Where the last folder of an IRI begins and its name does: "x/doc/4f2a"
static void
find_folder(RelStr iri, size_t *folder, size_t *file)
{
  *file = iri.len;
  while (*file && iri.data[*file - 1U] != '/') {
    --*file;
  }
  *folder = *file ? *file - 1U : 0U;
  while (*folder && iri.data[*folder - 1U] != '/') {
    --*folder;
  }
}

RelRecordName
rel_record_name(RelStr iri)
{
  const size_t hash = rel_str_find(iri, REL_STR("#"));
  const RelStr whole = rel_str_slice(iri, 0U, hash);
  RelRecordName name = {.kind = REL_RECORD_FOREIGN};
  size_t folder = 0;
  size_t file = 0;

  find_folder(whole, &folder, &file);
  const RelStr kind = rel_str_slice(whole, folder, file);
  name.base = rel_str_slice(whole, 0U, folder);
  const bool is_document = rel_str_equal(kind, REL_STR("doc/"));
  if (is_document || rel_str_equal(kind, REL_STR("run/"))) {
    name.document = rel_str_slice(whole, file, whole.len);
    if (name.document.len != REL_DOCUMENT_KEY ||
        !is_hexadecimal(name.document)) {
      return name;
    }
    name.kind = is_document ? REL_RECORD_DOCUMENT : REL_RECORD_RUN;
    if (hash != SIZE_MAX) {
      name.kind = REL_RECORD_FOREIGN;
    }
    if (is_document && hash != SIZE_MAX) {
      read_part(rel_str_slice(iri, hash + 1U, iri.len), &name);
    }
  } else if (hash == SIZE_MAX && file < whole.len &&
             (rel_str_equal(kind, REL_STR("entity/")) ||
              rel_str_equal(kind, REL_STR("person/")) ||
              rel_str_equal(kind, REL_STR("relation/")))) {
    name.kind = REL_RECORD_DERIVED;
    name.key = rel_str_slice(whole, folder, whole.len);
  }
  return name;
}

// ------------------------------------------------------------ statements

/// The properties that we write, by number
static RelStatus
know_properties(RelRecords *self)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  rel_intern_init(&self->properties, self->arena);
  for (unsigned i = 0; i < REL_N_VOCABULARY; ++i) {
    REL_TRY(st, rel_intern_add(&self->properties,
                               rel_vocabulary_iri((RelVocabulary)i), &number));
  }
  for (unsigned i = 0; i < REL_N_SLOT_ROLES; ++i) {
    REL_TRY(st, rel_intern_add(&self->properties,
                               rel_vocabulary_slot((RelSlotRole)i), &number));
  }
  return st;
}

/// What only repeats what claims say, or what a later version may add
static bool
is_derived(const RelRecordName *subject, RelStr predicate)
{
  return rel_str_starts(predicate, REL_STR(REL_NAMESPACE)) ||
         (subject->kind == REL_RECORD_DERIVED &&
          (rel_record_name(predicate).kind == REL_RECORD_DERIVED ||
           rel_event_is_property(predicate)));
}

static bool
is_time_type(RelStr datatype)
{
  return rel_str_equal(datatype, rel_vocabulary_iri(REL_XSD_DATE)) ||
         rel_str_equal(datatype, rel_vocabulary_iri(REL_XSD_MONTH)) ||
         rel_str_equal(datatype, rel_vocabulary_iri(REL_XSD_YEAR)) ||
         rel_str_equal(datatype, rel_vocabulary_iri(REL_XSD_DATE_TIME)) ||
         rel_str_equal(datatype, rel_vocabulary_iri(REL_XSD_TIME));
}

static RelStatus
find_record(RelRecords *self, RelStr subject, RelRecord **record)
{
  RelRecord new_record = {
      .first = REL_NO_FACT, .last = REL_NO_FACT, .run = REL_NO_FACT};
  RelStatus st = REL_OK;
  uint32_t number = 0;

  REL_TRY(st, rel_intern_add(&self->subjects, subject, &number));
  if (number == self->items.n) {
    new_record.name = rel_record_name(self->subjects.strings[number]);
    REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->items, new_record));
  }
  *record = &self->items.items[number];
  return st;
}

static RelStatus
add_fact(RelRecords *self, unsigned property,
         const RelParsedStatement *statement)
{
  RelRecord *record = NULL;
  RelFact fact = {.property = property,
                  .is_iri = statement->object.kind == REL_PARSED_IRI,
                  .is_time = is_time_type(statement->object.datatype),
                  .line = statement->line,
                  .next = REL_NO_FACT};
  RelStatus st = REL_OK;
  uint32_t number = 0;

  REL_TRY(st, find_record(self, statement->subject.value, &record));
  REL_TRY(st, rel_intern_add(&self->strings, statement->object.value, &number));
  fact.value = self->strings.strings[number];
  if (record->last == REL_NO_FACT) {
    record->first = self->facts.n;
  } else {
    self->facts.items[record->last].next = self->facts.n;
  }
  record->last = self->facts.n;
  return REL_ARRAY_PUSH(self->arena, &self->facts, fact);
}

static RelStatus
take(void *handle, const RelParsedStatement *statement)
{
  RelRecords *const self = handle;
  const RelRecordName name = rel_record_name(
      statement->subject.kind == REL_PARSED_IRI ? statement->subject.value
                                                : REL_STR(""));
  const uint32_t property =
      rel_intern_find(&self->properties, statement->predicate.value);
  RelStatus st = REL_OK;

  if (name.kind < REL_RECORD_DERIVED && !self->base.len) {
    REL_TRY(st, rel_arena_copy(self->arena, name.base, &self->base));
  }
  const bool is_ours =
      name.kind != REL_RECORD_FOREIGN &&
      (!self->base.len || rel_str_equal(name.base, self->base));
  const bool is_known =
      property != UINT32_MAX || is_derived(&name, statement->predicate.value);
  if (!is_ours || !is_known || statement->object.kind == REL_PARSED_BLANK) {
    ++self->n_skipped;
    return REL_OK;
  }
  return name.kind == REL_RECORD_DERIVED || property == UINT32_MAX
             ? REL_OK
             : add_fact(self, property, statement);
}

// ------------------------------------------------------------------ order

static int
compare_numbers(uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_records(const void *a, const void *b)
{
  const RelRecordName *const x = &((const RelRecord *)a)->name;
  const RelRecordName *const y = &((const RelRecord *)b)->name;
  const int by_document = rel_str_compare(x->document, y->document);

  if (by_document || x->kind != y->kind) {
    return by_document ? by_document : (x->kind < y->kind ? -1 : 1);
  }
  return x->number != y->number ? compare_numbers(x->number, y->number)
                                : compare_numbers(x->value, y->value);
}

RelPlace
rel_records_place(const RelRecords *records, uint32_t fact)
{
  return (RelPlace){
      .name = records->path,
      .line = fact == REL_NO_FACT ? 0U : records->facts.items[fact].line};
}

RelRecord *
rel_records_find(const RelRecords *records, RelStr iri)
{
  const RelRecord wanted = {.name = rel_record_name(iri)};

  return bsearch(&wanted, records->items.items, records->items.n,
                 sizeof(*records->items.items), compare_records);
}

/// Tell claims what they are the content of
static RelStatus
note_contents(RelRecords *self)
{
  for (uint32_t i = 0; i < self->items.n; ++i) {
    const RelRecord *const outer = &self->items.items[i];
    for (uint32_t f = outer->first; f != REL_NO_FACT;
         f = self->facts.items[f].next) {
      const RelFact *const fact = &self->facts.items[f];
      if (fact->property != REL_RELATA_CONTENT) {
        continue;
      }
      RelRecord *const inner = rel_records_find(self, fact->value);
      if (!inner || inner->name.kind != REL_RECORD_CLAIM ||
          !rel_str_equal(inner->name.document, outer->name.document)) {
        return rel_fail(self->world, REL_BAD_INPUT, rel_records_place(self, f),
                        "expected a claim of the same document as "
                        "relata:content, not <%.*s>",
                        REL_ARG(fact->value));
      }
      inner->content_of = outer->name.number;
    }
  }
  return REL_OK;
}

/// Tell documents which run used them
static void
note_runs(RelRecords *self)
{
  for (uint32_t i = 0; i < self->items.n; ++i) {
    const RelRecord *const run = &self->items.items[i];
    uint32_t f = run->name.kind == REL_RECORD_RUN ? run->first : REL_NO_FACT;
    for (; f != REL_NO_FACT; f = self->facts.items[f].next) {
      const RelFact *const fact = &self->facts.items[f];
      RelRecord *const document = fact->property == REL_PROV_USED
                                      ? rel_records_find(self, fact->value)
                                      : NULL;
      if (document) {
        document->run = run->first;
      }
    }
  }
}

static RelStatus
read_all(RelRecords *self, const char *syntax)
{
  const RelParsedSource source = {self->path, syntax, NULL};
  const RelParsedSink sink = {self, take};
  const RelPlace place = {self->path, 0U, 0U, 0U};
  RelStatus st = REL_OK;

  REL_TRY(st, know_properties(self));
  REL_TRY(st, rel_rdf_parse(self->world, &source, &sink));
  if (!self->items.n) {
    return rel_fail(self->world, REL_BAD_INPUT, place,
                    "expected a graph with documents and claims as relata "
                    "writes them");
  }
  qsort(self->items.items, self->items.n, sizeof(*self->items.items),
        compare_records);
  note_runs(self);
  return note_contents(self);
}

RelStatus
rel_records_read(RelRecords *records, RelArena *arena, const char *path,
                 const char *syntax)
{
  *records = (RelRecords){.world = arena->world, .arena = arena, .path = path};
  rel_intern_init(&records->strings, arena);
  rel_intern_init(&records->subjects, arena);
  return read_all(records, syntax);
}
