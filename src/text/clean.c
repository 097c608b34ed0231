// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/clean.h"

#include "text/dateline.h"
#include "text/furniture.h"

/// Most words of paragraphs
enum {
  MAX_TITLE = 25,   ///< Headline
  MAX_HEADING = 40, ///< Standfirst, subhead
  MAX_DATE = 8,     ///< Line with a date somewhere
  MAX_STAMP = 14,   ///< Line with a date within its first #STAMP_SIZE bytes
  MAX_LABEL = 2,    ///< "WORLD" above a headline
};

enum { STAMP_SIZE = 30 };

/// Legal forms behind a publisher's name
static const RelStr forms[] = {
    {"L.P.", 4}, {"LP", 2},    {"Inc.", 4},    {"Inc", 3},
    {"LLC", 3},  {"Ltd.", 4},  {"Ltd", 3},     {"Limited", 7},
    {"plc", 3},  {"Corp.", 5}, {"Company", 7}, {"Co.", 3},
};

static RelStr
without_form(RelStr name)
{
  for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); ++i) {
    if (name.len > forms[i].len + 1U && rel_str_ends(name, forms[i])) {
      name = rel_str_trim(rel_str_slice(name, 0U, name.len - forms[i].len));
      return name.data[name.len - 1U] == ','
                 ? rel_str_slice(name, 0U, name.len - 1U)
                 : name;
    }
  }
  return name;
}

/// What stands between `after` and the first of `before` ("on", ",", ...)
static RelStr
between(RelStr str, RelStr after, RelStr before)
{
  const size_t at = rel_find_fold(str, after);
  if (at == SIZE_MAX) {
    return (RelStr){NULL, 0U};
  }

  const RelStr rest = rel_str_slice(str, at + after.len, str.len);
  const size_t end = rel_find_fold(rest, before);
  return end == SIZE_MAX ? (RelStr){NULL, 0U}
                         : rel_str_trim(rel_str_slice(rest, 0U, end));
}

/// "A version of this article appeared in the print edition of X on DATE"
static RelStatus
read_version(RelArena *arena, RelStr line, RelText *text)
{
  const RelStr edition = between(line, REL_STR("edition of "), REL_STR(" on "));
  const RelStr paper =
      edition.len ? edition
                  : between(line, REL_STR("appeared in "), REL_STR(" on "));

  if (!rel_starts_fold(line, REL_STR("a version of this")) &&
      !rel_starts_fold(line, REL_STR("this article"))) {
    return REL_OK;
  }
  if (paper.len && paper.len <= 60U) {
    text->publisher = paper;
  }
  return text->date.len ? REL_OK : rel_date_find(arena, line, &text->date);
}

/// "(c) 2018 X Inc. All rights reserved."
static void
read_copyright(RelStr line, RelText *text)
{
  static const RelStr signs[] = {
      {"\xC2\xA9", 2}, {"copyright", 9}, {"(c)", 3}, {"\xC2\xA9", 2}};
  bool is_copyright = false;

  for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); ++i) {
    if (rel_starts_fold(line, signs[i])) {
      is_copyright = true;
      line = rel_str_trim(rel_str_slice(line, signs[i].len, line.len));
    }
  }
  size_t at = 0;
  while (at < line.len && (line.data[at] == ' ' || line.data[at] == ',' ||
                           line.data[at] == '-' ||
                           (line.data[at] >= '0' && line.data[at] <= '9'))) {
    ++at;
  }
  const size_t rights = rel_find_fold(line, REL_STR("all rights"));
  RelStr name = rel_str_trim(rel_str_slice(line, at, rights));
  if (name.len > 1U && rights != SIZE_MAX && name.data[name.len - 1U] == '.' &&
      without_form(name).len == name.len) {
    --name.len;
  }
  if (is_copyright && !text->publisher.len && name.len && name.len <= 60U) {
    text->publisher = without_form(name);
  }
}

/// Take from furniture what it tells about the document
static RelStatus
read_furniture(RelArena *arena, RelStr line, RelText *text)
{
  static const RelStr stamps[] = {
      {"published", 9}, {"posted", 6}, {"updated", 7}, {"last updated", 12}};
  RelStatus st = REL_OK;

  REL_TRY(st, read_version(arena, line, text));
  read_copyright(line, text);
  for (size_t i = 0; i < sizeof(stamps) / sizeof(*stamps); ++i) {
    if (!text->date.len && rel_starts_fold(line, stamps[i])) {
      REL_TRY(st, rel_date_find(arena, line, &text->date));
    }
  }
  return st;
}

/// Cut off the dateline of a body paragraph and keep what it says
static RelStatus
read_dateline(RelArena *arena, RelParagraph *paragraph, RelText *text)
{
  const RelDateline line = rel_dateline_read(
      rel_str_slice(text->content, paragraph->begin, paragraph->end));
  RelStatus st = REL_OK;

  if (!line.len) {
    return st;
  }
  paragraph->begin += (uint32_t)line.len;
  text->place = text->place.len ? text->place : line.place;
  text->publisher = text->publisher.len ? text->publisher : line.agency;
  if (!text->date.len) {
    REL_TRY(st, rel_date_find(arena, line.date, &text->date));
  }
  return st;
}

static bool
is_short(RelStr str, size_t most)
{
  return rel_count_words(str, most + 1U) <= most;
}

/// Headlines end in no full stop, save that of "U.S."
static bool
is_title(RelStr str)
{
  const char last = str.data[str.len - 1U];
  const bool is_dotted =
      str.len > 4U && last == '.' && str.data[str.len - 3U] == '.';

  return is_short(str, MAX_TITLE) && last != ':' && last != ',' &&
         (last == '?' || last == '!' || is_dotted || !rel_has_final_stop(str));
}

static bool
is_heading(RelStr str)
{
  const char last = str.data[str.len - 1U];

  return is_short(str, MAX_HEADING) &&
         rel_find_fold(str, REL_STR(". ")) == SIZE_MAX && last != ':' &&
         last != ',' && last != ';' && !rel_has_final_stop(str);
}

/// A line that says when the article appeared: "Friday, 3 March 2017, 10:15
/// GMT"
static RelStatus
read_date_line(RelArena *arena, RelParagraph *p, RelText *text)
{
  const RelStr line = rel_str_slice(text->content, p->begin, p->end);
  RelStr date = {NULL, 0U};
  RelStatus st = REL_OK;

  if (!is_short(line, MAX_STAMP) || rel_has_final_stop(line)) {
    return st;
  }
  REL_TRY(st, rel_date_find(arena,
                            is_short(line, MAX_DATE)
                                ? line
                                : rel_str_slice(line, 0U, STAMP_SIZE),
                            &date));
  if (date.len) {
    p->kind = REL_PARAGRAPH_FURNITURE;
    text->date = text->date.len ? text->date : date;
  }
  return st;
}

/// Find the kind of one paragraph; `is_first` while only furniture was seen
static RelStatus
read_paragraph(RelArena *arena, RelParagraph *p, bool is_first, RelText *text)
{
  const RelStr str = rel_str_slice(text->content, p->begin, p->end);
  RelStatus st = REL_OK;

  if (rel_is_furniture(str, is_first)) {
    p->kind = REL_PARAGRAPH_FURNITURE;
    return read_furniture(arena, str, text);
  }
  REL_TRY(st, read_date_line(arena, p, text));
  if (p->kind == REL_PARAGRAPH_FURNITURE) {
    return st;
  }
  if (is_first && is_title(str)) {
    p->kind = REL_PARAGRAPH_TITLE;
    text->title = str;
    return st;
  }
  p->kind =
      !is_first && is_heading(str) ? REL_PARAGRAPH_HEADING : REL_PARAGRAPH_BODY;
  p->end = p->begin + (uint32_t)rel_tail_credit(str);
  return read_dateline(arena, p, text);
}

/// After the headline `title` comes `next`: was it only a section's label?
static bool
is_label(const RelParagraph *title, const RelParagraph *next,
         const RelText *text)
{
  const RelStr above = rel_str_slice(text->content, title->begin, title->end);
  const RelStr below = rel_str_slice(text->content, next->begin, next->end);

  return title->kind == REL_PARAGRAPH_TITLE && is_short(above, MAX_LABEL) &&
         !is_short(below, MAX_LABEL) && is_title(below);
}

RelStatus
rel_clean(RelArena *arena, RelParagraphList *paragraphs, RelText *text)
{
  RelParagraph *first = NULL;
  bool is_alone = true;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < paragraphs->n; ++i) {
    RelParagraph *const p = &paragraphs->items[i];
    REL_TRY(st, read_paragraph(arena, p, !first, text));
    if (p->kind == REL_PARAGRAPH_FURNITURE) {
      continue;
    }
    if (first && is_alone && is_label(first, p, text)) {
      first->kind = REL_PARAGRAPH_FURNITURE;
      p->kind = REL_PARAGRAPH_TITLE;
      text->title = rel_str_slice(text->content, p->begin, p->end);
      first = NULL;
    }
    is_alone = !first;
    first = first ? first : p;
  }

  // a line alone is no headline: there is nothing that it stands above
  if (first && is_alone && first->kind == REL_PARAGRAPH_TITLE) {
    first->kind = REL_PARAGRAPH_BODY;
    text->title = (RelStr){NULL, 0U};
  }
  return st;
}
