// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/roster.h"

#include "base/intern.h"
#include "base/utf8.h"
#include "graph/iri.h"
#include "graph/nodes.h"
#include "triple/line.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/// An entity as one document has it
typedef struct {
  uint32_t document;
  uint32_t first; ///< Its mentions are [first, first + n)
  uint32_t n;
} Part;

struct RelRosterImpl {
  RelWorld *world;
  RelArena arena;
  RelIntern strings;
  RelIntern ids;               ///< Of documents, so that none counts twice
  REL_ARRAY(RelStr) documents; ///< Their names
  REL_ARRAY(Part) parts;       ///< In the order of arrival
  REL_ARRAY(RelAppearance) appearances; ///< Of the parts
  REL_ARRAY(RelMentionInfo) mentions;
  RelStr open_id; ///< Key of the open document
  bool is_known;  ///< The open document was given before
  RelNodes nodes;
};

RelStatus
rel_roster_new(RelWorld *world, RelRoster **roster)
{
  RelRoster *const self = rel_world_realloc(world, NULL, sizeof(RelRoster));

  *roster = self;
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelRoster){.world = world};
  rel_arena_init(&self->arena, world);
  rel_intern_init(&self->strings, &self->arena);
  rel_intern_init(&self->ids, &self->arena);
  return REL_OK;
}

void
rel_roster_free(RelRoster *roster)
{
  if (roster) {
    rel_arena_clear(&roster->arena);
    rel_world_release(roster->world, roster);
  }
}

// ------------------------------------------------------------------ events

static RelStatus
keep(RelRoster *roster, RelStr str, RelStr *kept)
{
  RelStatus st = REL_OK;
  uint32_t number = 0;

  REL_TRY(st, rel_intern_add(&roster->strings, str, &number));
  *kept = roster->strings.strings[number];
  return st;
}

static RelStatus
begin_document(RelRoster *roster, const RelDocInfo *info)
{
  RelStatus st = REL_OK;
  RelStr id = {0};
  RelStr name = {0};
  uint32_t number = 0;

  REL_TRY(st, rel_iri_document_key(&roster->arena, info, &id));
  roster->is_known = rel_intern_find(&roster->ids, id) != UINT32_MAX;
  REL_TRY(st, rel_intern_add(&roster->ids, id, &number));
  roster->open_id = id;
  REL_TRY(st, keep(roster, info->name, &name));
  return roster->is_known
             ? REL_OK
             : REL_ARRAY_PUSH(&roster->arena, &roster->documents, name);
}

static RelStatus
keep_appearance(RelRoster *roster, const RelEntityInfo *info)
{
  RelAppearance appearance = {.kind = info->kind,
                              .n_names = info->n_names,
                              .n_mentions = info->n_mentions};
  RelStr *const names =
      rel_arena_calloc(&roster->arena, info->n_names, sizeof(*names));
  RelStatus st = REL_OK;

  if (!names) {
    return REL_NO_MEMORY;
  }
  for (uint32_t i = 0; i < info->n_names; ++i) {
    REL_TRY(st, keep(roster, info->names[i], &names[i]));
  }
  appearance.names = names;
  REL_TRY(st, keep(roster, info->label, &appearance.label));
  REL_TRY(st, keep(roster, info->same_as, &appearance.same_as));
  REL_TRY(st, keep(roster, info->code, &appearance.code));
  const RelTerm term = {info->kind, info->label, {0}, info->namesake};
  REL_TRY(st, rel_iri_node_key(&roster->arena, &term, roster->open_id,
                               &appearance.key));
  return REL_ARRAY_PUSH(&roster->arena, &roster->appearances, appearance);
}

static RelStatus
keep_mentions(RelRoster *roster, const RelEntityInfo *info)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < info->n_mentions; ++i) {
    RelMentionInfo mention = info->mentions[i];

    REL_TRY(st, keep(roster, mention.text, &mention.text));
    REL_TRY(st, REL_ARRAY_PUSH(&roster->arena, &roster->mentions, mention));
  }
  return st;
}

/// Is any of its mentions more than a pronoun?
static bool
has_words(const RelEntityInfo *info)
{
  for (uint32_t i = 0; i < info->n_mentions; ++i) {
    if (strcmp(info->mentions[i].kind, "pronoun") != 0) {
      return true;
    }
  }
  return false;
}

static RelStatus
add_entity(RelRoster *roster, const RelEntityInfo *info)
{
  Part part = {.document = roster->documents.n - 1U,
               .first = roster->mentions.n,
               .n = info->n_mentions};
  RelStatus st = REL_OK;

  if (roster->is_known || info->kind == REL_TERM_NONE || !info->mentions ||
      rel_term_is_value(info->kind) || !has_words(info)) {
    return REL_OK;
  }
  REL_TRY(st, keep_appearance(roster, info));
  REL_TRY(st, keep_mentions(roster, info));
  return REL_ARRAY_PUSH(&roster->arena, &roster->parts, part);
}

static RelStatus
roster_on_event(void *handle, const RelEvent *event)
{
  RelRoster *const self = handle;

  switch (event->kind) {
  case REL_EVENT_DOCUMENT:
    return begin_document(self, event->document);
  case REL_EVENT_ENTITY:
    assert(self->documents.n);
    return add_entity(self, event->entity);
  default:
    return REL_OK;
  }
}

RelSink
rel_roster_sink(RelRoster *roster)
{
  return (RelSink){roster, roster_on_event};
}

RelStatus
rel_roster_finish(RelRoster *roster)
{
  return rel_nodes_make(&roster->arena, roster->appearances.items,
                        roster->appearances.n, &roster->nodes);
}

// ------------------------------------------------------------------ tables

enum { MAX_COLUMNS = 8, MAX_WIDTH = 40 }; // code points that are padded to

/// Cells, row by row; the first row is the heading
typedef struct {
  RelArena *arena;
  uint32_t n_columns;
  REL_ARRAY(RelStr) cells;
} Table;

static RelStatus
add_row(Table *table, const RelStr *cells)
{
  RelStatus st = REL_OK;

  for (uint32_t c = 0; c < table->n_columns; ++c) {
    REL_TRY(st, REL_ARRAY_PUSH(table->arena, &table->cells, cells[c]));
  }
  return st;
}

static void
measure(const Table *table, size_t *widths)
{
  for (uint32_t i = 0; i < table->cells.n; ++i) {
    const size_t width = rel_utf8_count(table->cells.items[i]);
    size_t *const widest = &widths[i % table->n_columns];

    if (width > *widest) {
      *widest = width < MAX_WIDTH ? width : MAX_WIDTH;
    }
  }
}

/// Are this cell and all behind it in its row empty?
static bool
is_row_over(const Table *table, uint32_t i)
{
  for (; !table->cells.items[i].len; ++i) {
    if (i % table->n_columns + 1U == table->n_columns) {
      return true;
    }
  }
  return false;
}

static RelStatus
print_table(const RelRoster *roster, const Table *table, RelRosterFormat format,
            FILE *out)
{
  const bool is_tsv = format == REL_ROSTER_TSV;
  size_t widths[MAX_COLUMNS] = {0};

  measure(table, widths);
  for (uint32_t i = is_tsv ? table->n_columns : 0U; i < table->cells.n; ++i) {
    const RelStr cell = table->cells.items[i];
    const uint32_t column = i % table->n_columns;
    const bool is_last = column + 1U == table->n_columns;

    if (!is_tsv && is_row_over(table, i)) {
      i += table->n_columns - column - 1U;
      putc('\n', out);
      continue;
    }
    rel_line_field(out, cell);
    if (is_tsv || is_last) {
      putc(is_last ? '\n' : '\t', out);
    } else if (!is_row_over(table, i + 1U)) {
      const size_t width = rel_utf8_count(cell);
      const size_t gap = width < widths[column] ? widths[column] - width : 0U;
      fprintf(out, "%*s", (int)gap + 2, "");
    }
  }
  return rel_line_flush(roster->world, out);
}

// ------------------------------------------------------------------ list

/// A node with what the list tells of it
typedef struct {
  const RelNode *node;
  const Part *part; ///< The first that speaks of it
} Row;

static int
compare_rows(const void *a, const void *b)
{
  const RelNode *const x = ((const Row *)a)->node;
  const RelNode *const y = ((const Row *)b)->node;

  if (x->n_mentions != y->n_mentions) {
    return x->n_mentions > y->n_mentions ? -1 : 1;
  }
  const int by_label = rel_str_compare(x->label, y->label);
  return by_label ? by_label : rel_str_compare(x->key, y->key);
}

static uint32_t
node_of(const RelRoster *roster, const Part *part)
{
  return roster->appearances.items[part - roster->parts.items].node;
}

/// All nodes, sorted; null: no memory
static Row *
sort_rows(RelRoster *roster, RelArena *arena)
{
  Row *const rows = rel_arena_calloc(arena, roster->nodes.n, sizeof(Row));

  for (uint32_t i = 0; rows && i < roster->nodes.n; ++i) {
    rows[i].node = &roster->nodes.items[i];
  }
  for (uint32_t i = roster->parts.n; rows && i-- > 0U;) {
    const Part *const part = &roster->parts.items[i];
    rows[node_of(roster, part)].part = part;
  }
  if (rows && roster->nodes.n) {
    qsort(rows, roster->nodes.n, sizeof(Row), compare_rows);
  }
  return rows;
}

static RelStatus
place_text(const RelRoster *roster, RelArena *arena, const Part *part,
           const RelMentionInfo *mention, RelStr *text)
{
  return rel_arena_format(arena, text, "%.*s:%u:%u",
                          REL_ARG(roster->documents.items[part->document]),
                          mention->line, mention->column);
}

static RelStatus
join_names(RelArena *arena, const RelNode *node, RelStr *names)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < node->n_names; ++i) {
    REL_TRY(st, rel_arena_format(arena, names, "%.*s%s%.*s", REL_ARG(*names),
                                 i ? "; " : "", REL_ARG(node->names[i])));
  }
  return st;
}

static RelStatus
add_entity_row(const RelRoster *roster, Table *table, const Row *row)
{
  RelStr cells[] = {rel_str(rel_term_kind_text(row->node->kind)),
                    row->node->label,
                    {0},
                    {0},
                    {0},
                    {0}};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_format(table->arena, &cells[2], "%u",
                               row->node->n_mentions));
  REL_TRY(st, place_text(roster, table->arena, row->part,
                         &roster->mentions.items[row->part->first], &cells[3]));
  REL_TRY(st, join_names(table->arena, row->node, &cells[4]));
  REL_TRY(st, rel_arena_format(table->arena, &cells[5], "%.*s%s%.*s",
                               REL_ARG(row->node->code),
                               row->node->code.len ? " " : "",
                               REL_ARG(row->node->same_as)));
  return add_row(table, cells);
}

static RelStatus
print_list(RelRoster *roster, RelArena *arena, RelRosterFormat format,
           FILE *out)
{
  const RelStr heading[] = {REL_STR("TYPE"),        REL_STR("NAME"),
                            REL_STR("MENTIONS"),    REL_STR("FIRST"),
                            REL_STR("OTHER NAMES"), REL_STR("IDENTITY")};
  Table table = {.arena = arena, .n_columns = 6U};
  const Row *const rows = sort_rows(roster, arena);
  RelStatus st = REL_OK;

  if (!rows) {
    return REL_NO_MEMORY;
  }
  REL_TRY(st, add_row(&table, heading));
  for (uint32_t i = 0; i < roster->nodes.n; ++i) {
    REL_TRY(st, add_entity_row(roster, &table, &rows[i]));
  }
  return print_table(roster, &table, format, out);
}

RelStatus
rel_roster_print(RelRoster *roster, RelRosterFormat format, FILE *out)
{
  RelArena arena;

  rel_arena_init(&arena, roster->world);
  const RelStatus st = print_list(roster, &arena, format, out);
  rel_arena_clear(&arena);
  return st;
}

// ------------------------------------------------------------------ why

static bool
has_label(const RelNode *node, RelStr name)
{
  return rel_str_equal(node->label, name);
}

static bool
has_name(const RelNode *node, RelStr name)
{
  for (uint32_t i = 0; i < node->n_names; ++i) {
    if (rel_str_equal(node->names[i], name)) {
      return true;
    }
  }
  return false;
}

static RelStatus
add_mention_row(const RelRoster *roster, Table *table, const Part *part,
                uint32_t number)
{
  const RelMentionInfo *const mentions = &roster->mentions.items[part->first];
  const RelMentionInfo *const mention = &mentions[number];
  const RelNode *const node = &roster->nodes.items[node_of(roster, part)];
  RelStr cells[] = {rel_str(rel_term_kind_text(node->kind)),
                    node->label,
                    {0},
                    rel_str(mention->kind),
                    mention->text,
                    rel_str(mention->rule),
                    {0},
                    {0}};
  RelStatus st = REL_OK;

  REL_TRY(st, place_text(roster, table->arena, part, mention, &cells[2]));
  if (mention->antecedent < part->n) {
    const RelMentionInfo *const of = &mentions[mention->antecedent];

    cells[6] = of->text;
    REL_TRY(st, place_text(roster, table->arena, part, of, &cells[7]));
  }
  return add_row(table, cells);
}

static RelStatus
add_mentions(const RelRoster *roster, Table *table, RelStr name,
             bool (*fits)(const RelNode *node, RelStr name))
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < roster->parts.n; ++i) {
    const Part *const part = &roster->parts.items[i];
    const uint32_t node = node_of(roster, part);

    if (!fits(&roster->nodes.items[node], name)) {
      continue;
    }
    for (uint32_t m = 0; m < part->n; ++m) {
      REL_TRY(st, add_mention_row(roster, table, part, m));
    }
  }
  return st;
}

static RelStatus
print_reasons(RelRoster *roster, RelArena *arena, RelStr name,
              RelRosterFormat format, FILE *out)
{
  const RelStr heading[] = {REL_STR("TYPE"),      REL_STR("ENTITY"),
                            REL_STR("PLACE"),     REL_STR("KIND"),
                            REL_STR("WORDS"),     REL_STR("RULE"),
                            REL_STR("JOINED TO"), REL_STR("AT")};
  const RelPlace place = {"--explain", 0U, 0U, 0U};
  Table table = {.arena = arena, .n_columns = MAX_COLUMNS};
  RelStatus st = REL_OK;

  REL_TRY(st, add_row(&table, heading));
  REL_TRY(st, add_mentions(roster, &table, name, has_label));
  if (table.cells.n == MAX_COLUMNS) {
    REL_TRY(st, add_mentions(roster, &table, name, has_name));
  }
  return table.cells.n > MAX_COLUMNS
             ? print_table(roster, &table, format, out)
             : rel_fail(roster->world, REL_BAD_ARG, place,
                        "expected the name of an entity, not \"%.*s\"",
                        REL_ARG(name));
}

RelStatus
rel_roster_explain(RelRoster *roster, RelStr name, RelRosterFormat format,
                   FILE *out)
{
  RelArena arena;

  rel_arena_init(&arena, roster->world);
  const RelStatus st = print_reasons(roster, &arena, name, format, out);
  rel_arena_clear(&arena);
  return st;
}
