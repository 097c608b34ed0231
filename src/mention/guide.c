// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/guide.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "mention/correction.h"
#include "text/check.h"
#include "text/paragraph.h"

#include <string.h>

enum { MAX_IRI = 1800 }; // bytes; what the writers of RDF take

RelStatus
rel_guide_new(RelWorld *world, RelGuide **guide)
{
  RelGuide *const self = rel_world_realloc(world, NULL, sizeof(RelGuide));

  *guide = self;
  if (!self) {
    return REL_NO_MEMORY;
  }
  *self = (RelGuide){.world = world};
  rel_arena_init(&self->arena, world);
  rel_intern_init(&self->keys, &self->arena);
  return REL_OK;
}

void
rel_guide_free(RelGuide *guide)
{
  if (guide) {
    rel_arena_clear(&guide->arena);
    rel_world_release(guide->world, guide);
  }
}

// ------------------------------------------------------------ words

const char rel_guide_kinds[] = "person, organisation, country, place, "
                               "facility, event, work, role or thing";

RelTermKind
rel_guide_kind(RelStr word)
{
  for (unsigned k = REL_TERM_THING; k < REL_N_TERM_KINDS; ++k) {
    const RelTermKind kind = (RelTermKind)k;

    if (!rel_term_is_value(kind) &&
        rel_str_equal(word, rel_str(rel_term_kind_text(kind)))) {
      return kind;
    }
  }
  return REL_TERM_NONE;
}

RelStatus
rel_guide_key(RelArena *arena, RelStr name, RelStr *key)
{
  RelBuffer buffer = {.arena = arena};
  bool is_gap = false;

  for (size_t i = 0; i < name.len; ++i) {
    const char c = name.data[i];

    if ((unsigned char)c <= ' ' || c == '-') {
      is_gap = buffer.len > 0U;
    } else if (c != '.') {
      if (is_gap) {
        rel_buffer_add_char(&buffer, ' ');
      }
      is_gap = false;
      rel_buffer_add_char(&buffer,
                          (c >= 'A' && c <= 'Z') ? (char)(c + ('a' - 'A')) : c);
    }
  }
  *key = rel_buffer_str(&buffer);
  if (rel_str_starts(*key, REL_STR("the "))) {
    *key = rel_str_slice(*key, 4U, key->len);
  }
  return buffer.status;
}

// ------------------------------------------------------------ lines

/// A file of lines that is read from left to right
typedef struct {
  RelGuide *guide;
  const char *path;
  RelStr content;
  RelStr line; ///< Without its end
  uint32_t number;
} Lines;

static RelPlace
place_of(const Lines *lines, RelStr part)
{
  const size_t before = (size_t)(part.data - lines->line.data);

  return (RelPlace){
      lines->path, (size_t)(part.data - lines->content.data), lines->number,
      1U + (uint32_t)rel_utf8_count(rel_str_slice(lines->line, 0U, before))};
}

static RelStatus
fail_at(const Lines *lines, RelStr part, const char *expected)
{
  const RelPlace place = place_of(lines, part);

  return part.len
             ? rel_fail(lines->guide->world, REL_BAD_INPUT, place,
                        "expected %s, not \"%.*s\"", expected, REL_ARG(part))
             : rel_fail(lines->guide->world, REL_BAD_INPUT, place,
                        "expected %s, not the end of the line", expected);
}

/// Read a file and hand its lines to a reader, empty ones and comments left out
static RelStatus
read_lines(RelGuide *guide, const char *path, RelStatus (*read)(Lines *lines))
{
  Lines lines = {.guide = guide};
  RelStatus st = REL_OK;
  RelStr name = {0};

  REL_TRY(st, rel_arena_copy(&guide->arena, rel_str(path), &name));
  lines.path = name.data;
  REL_TRY(st, rel_file_read(&guide->arena, path, &lines.content));
  REL_TRY(st, rel_text_check(guide->world, lines.path, lines.content));
  for (size_t begin = rel_text_mark_size(lines.content);
       begin < lines.content.len;) {
    const size_t end = rel_line_end(lines.content, begin);

    lines.line = rel_str_slice(lines.content, begin, end);
    ++lines.number;
    if (rel_str_trim(lines.line).len && *lines.line.data != '#') {
      REL_TRY(st, read(&lines));
    }
    begin = rel_line_next(lines.content, end);
  }
  return st;
}

// ------------------------------------------------------------ corrections

/// Up to a `#` behind a blank
static RelStr
without_comment(RelStr line)
{
  for (size_t i = 1; i < line.len; ++i) {
    if (line.data[i] == '#' &&
        (line.data[i - 1U] == ' ' || line.data[i - 1U] == '\t')) {
      return rel_str_slice(line, 0U, i);
    }
  }
  return line;
}

/// Digits of `str` from `at` on as a number; moves `at` behind them
static uint32_t
number_at(RelStr str, size_t *at)
{
  uint32_t number = 0U;

  for (; *at < str.len && str.data[*at] >= '0' && str.data[*at] <= '9' &&
         number < 100000000U;
       ++*at) {
    number = number * 10U + (uint32_t)(str.data[*at] - '0');
  }
  return number;
}

/// "he@12:7": take the place off the words
static void
take_place(RelCorrectionName *it)
{
  const RelStr name = it->words;
  size_t mark = name.len;

  while (mark && name.data[mark - 1U] != '@') {
    --mark;
  }
  size_t at = mark;
  const uint32_t line = number_at(name, &at);
  if (!mark || !line || at >= name.len || name.data[at] != ':') {
    return;
  }
  ++at;
  const uint32_t column = number_at(name, &at);
  if (column && at == name.len) {
    it->line = line;
    it->column = column;
    it->words = rel_str_trim(rel_str_slice(name, 0U, mark - 1U));
  }
}

/// Take the first word off a line
static RelStr
take_word(RelStr *rest)
{
  size_t end = 0U;

  while (end < rest->len && (unsigned char)rest->data[end] > ' ') {
    ++end;
  }
  const RelStr word = rel_str_slice(*rest, 0U, end);
  *rest = rel_str_trim(rel_str_slice(*rest, end, rest->len));
  return word;
}

static RelStatus
find_command(const Lines *lines, RelStr word, RelCorrectionKind *kind)
{
  static const char *const commands[] = {
      [REL_CORRECT_MERGE] = "merge",
      [REL_CORRECT_SPLIT] = "split",
      [REL_CORRECT_RENAME] = "rename",
      [REL_CORRECT_TYPE] = "type",
  };

  for (size_t k = 0; k < sizeof(commands) / sizeof(*commands); ++k) {
    if (rel_str_equal(word, rel_str(commands[k]))) {
      *kind = (RelCorrectionKind)k;
      return REL_OK;
    }
  }
  return fail_at(lines, word, "merge, split, rename or type");
}

/// Read what stands behind the `=`
static RelStatus
read_value(const Lines *lines, RelStr rest, RelCorrection *correction)
{
  const bool is_type = correction->kind == REL_CORRECT_TYPE;

  correction->value.words = rest;
  correction->value.place = place_of(lines, rest);
  if (correction->kind == REL_CORRECT_MERGE) {
    take_place(&correction->value);
  }
  if (!rest.len) {
    return fail_at(lines, rest, is_type ? rel_guide_kinds : "a name");
  }
  correction->type = is_type ? rel_guide_kind(rest) : REL_TERM_NONE;
  return is_type && correction->type == REL_TERM_NONE
             ? fail_at(lines, rest, rel_guide_kinds)
             : REL_OK;
}

/// COMMAND NAME = VALUE; of split the value may be missing
static RelStatus
read_correction(Lines *lines)
{
  RelCorrection correction = {.type = REL_TERM_NONE};
  RelStr rest = rel_str_trim(without_comment(lines->line));
  RelStatus st = REL_OK;

  REL_TRY(st, find_command(lines, take_word(&rest), &correction.kind));
  const size_t mark = rel_str_find(rest, REL_STR("="));
  const bool is_short = mark == SIZE_MAX;

  correction.name.words = rel_str_trim(rel_str_slice(rest, 0U, mark));
  correction.name.place = place_of(lines, rest);
  take_place(&correction.name);
  if (!correction.name.words.len) {
    return fail_at(lines, rest, "a name");
  }
  if (!is_short) {
    REL_TRY(st,
            read_value(lines,
                       rel_str_trim(rel_str_slice(rest, mark + 1U, rest.len)),
                       &correction));
  } else if (correction.kind != REL_CORRECT_SPLIT) {
    return fail_at(lines, rel_str_slice(rest, rest.len, rest.len), "\"=\"");
  }
  return REL_ARRAY_PUSH(&lines->guide->arena, &lines->guide->corrections,
                        correction);
}

RelStatus
rel_guide_read_corrections(RelGuide *guide, const char *path)
{
  return read_lines(guide, path, read_correction);
}

static RelStatus
fail_unknown(const RelGuide *guide, const RelCorrectionName *it,
             const char *expected)
{
  return rel_fail(guide->world, REL_BAD_INPUT, it->place,
                  "expected %s, not \"%.*s\"", expected, REL_ARG(it->words));
}

RelStatus
rel_guide_check(const RelGuide *guide)
{
  for (uint32_t i = 0; i < guide->corrections.n; ++i) {
    const RelCorrection *const it = &guide->corrections.items[i];
    const char *const expected = it->kind == REL_CORRECT_SPLIT
                                     ? "words of a mention"
                                     : "the name of an entity";

    if (!it->name.is_found) {
      return fail_unknown(guide, &it->name, expected);
    }
    if (it->kind == REL_CORRECT_MERGE && !it->value.is_found) {
      return fail_unknown(guide, &it->value, expected);
    }
  }
  return REL_OK;
}

// ------------------------------------------------------------ actors

RelStatus
rel_guide_add_actor(RelGuide *guide, const RelKnownActor *actor,
                    uint32_t *number)
{
  RelKnownActor kept = *actor;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_copy(&guide->arena, actor->name, &kept.name));
  REL_TRY(st, rel_arena_copy(&guide->arena, actor->iri, &kept.iri));
  *number = guide->actors.n;
  return REL_ARRAY_PUSH(&guide->arena, &guide->actors, kept);
}

RelStatus
rel_guide_add_name(RelGuide *guide, uint32_t actor, RelStr name)
{
  RelStatus st = REL_OK;
  RelStr key = {0};
  uint32_t number = 0U;

  REL_TRY(st, rel_guide_key(&guide->arena, name, &key));
  if (!key.len) {
    return st;
  }
  REL_TRY(st, rel_intern_add(&guide->keys, key, &number));
  if (number == guide->latest.n) {
    REL_TRY(st, REL_ARRAY_PUSH(&guide->arena, &guide->latest, 0U));
  }
  const RelKnownName known = {actor, guide->latest.items[number]};
  REL_TRY(st, REL_ARRAY_PUSH(&guide->arena, &guide->names, known));
  guide->latest.items[number] = guide->names.n;
  return REL_OK;
}

static bool
is_hex(char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
         (c >= 'A' && c <= 'F');
}

/// An http or https IRI as the writers of RDF take it
static bool
is_iri(RelStr str)
{
  const size_t host = rel_str_starts(str, REL_STR("http://"))    ? 7U
                      : rel_str_starts(str, REL_STR("https://")) ? 8U
                                                                 : str.len;

  for (size_t i = 0; i < str.len; ++i) {
    const char c = str.data[i];
    const bool is_escape = c == '%' && i + 2U < str.len &&
                           is_hex(str.data[i + 1U]) && is_hex(str.data[i + 2U]);

    if (c <= ' ' || c >= 0x7F || strchr("<>\"{}|^`\\", c) ||
        (c == '%' && !is_escape)) {
      return false;
    }
  }
  return host < str.len && !strchr("/?#:@", str.data[host]) &&
         str.len <= MAX_IRI;
}

/// Take the field up to the next TAB off a line; an empty one lies at its place
static RelStr
take_field(RelStr *rest)
{
  const size_t tab = rel_str_find(*rest, REL_STR("\t"));
  const RelStr field = rel_str_trim(rel_str_slice(*rest, 0U, tab));

  *rest = tab == SIZE_MAX ? rel_str_slice(*rest, rest->len, rest->len)
                          : rel_str_slice(*rest, tab + 1U, rest->len);
  return field;
}

uint32_t
rel_guide_find(const RelGuide *guide, RelStr key)
{
  const uint32_t number =
      key.len ? rel_intern_find(&guide->keys, key) : UINT32_MAX;

  return number < guide->latest.n ? guide->latest.items[number] : 0U;
}

static RelStatus
refuse_known(const Lines *lines, const RelKnownActor *actor)
{
  const RelGuide *const guide = lines->guide;
  RelStatus st = REL_OK;
  RelStr key = {0};

  REL_TRY(st, rel_guide_key(&lines->guide->arena, actor->name, &key));
  for (uint32_t i = rel_guide_find(guide, key); i;
       i = guide->names.items[i - 1U].next) {
    const RelKnownActor *const other =
        &guide->actors.items[guide->names.items[i - 1U].actor];

    if (other->kind == actor->kind && rel_str_equal(other->name, actor->name)) {
      return fail_at(lines, actor->name, "a name that is not above");
    }
  }
  return REL_OK;
}

/// NAME TAB KIND TAB IRI { TAB NAME }
static RelStatus
read_actor(Lines *lines)
{
  RelStr rest = lines->line;
  RelKnownActor actor = {.name = take_field(&rest)};
  const RelStr kind = take_field(&rest);
  RelStatus st = REL_OK;
  uint32_t number = 0U;

  actor.kind = rel_guide_kind(kind);
  actor.iri = take_field(&rest);
  if (!actor.name.len) {
    return fail_at(lines, lines->line, "a name");
  }
  if (kind.len && actor.kind == REL_TERM_NONE) {
    return fail_at(lines, kind, rel_guide_kinds);
  }
  if (actor.iri.len && !is_iri(actor.iri)) {
    return fail_at(lines, actor.iri, "an http or https IRI");
  }
  REL_TRY(st, refuse_known(lines, &actor));
  REL_TRY(st, rel_guide_add_actor(lines->guide, &actor, &number));
  REL_TRY(st, rel_guide_add_name(lines->guide, number, actor.name));
  while (rest.len) {
    REL_TRY(st, rel_guide_add_name(lines->guide, number, take_field(&rest)));
  }
  return st;
}

RelStatus
rel_guide_read_authority(RelGuide *guide, const char *path)
{
  return read_lines(guide, path, read_actor);
}
