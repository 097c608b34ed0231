// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/sorter.h"

#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { RUN_BUFFER = 1 << 14 }; // bytes read of a run at a time, at least

/// A sorted run: where it stands in the file, and what was read of it
typedef struct RelSorterRun {
  long begin; ///< Offset of what is yet to be read
  long end;
  char *buffer; ///< Owned
  size_t room;
  size_t first; ///< Of what is left in the buffer
  size_t n;
  RelStr head; ///< The next record; without data: none is left
} Run;

void
rel_sorter_init(RelSorter *sorter, RelWorld *world, const char *folder,
                size_t room)
{
  *sorter = (RelSorter){.world = world, .folder = folder, .room = room};
  rel_arena_init(&sorter->arena, world);
}

void
rel_sorter_clear(RelSorter *sorter)
{
  for (uint32_t i = 0; i < sorter->n_runs; ++i) {
    rel_world_release(sorter->world, sorter->runs[i].buffer);
  }
  rel_world_release(sorter->world, sorter->runs);
  rel_world_release(sorter->world, sorter->last_bytes);
  rel_arena_clear(&sorter->arena);
  if (sorter->file) {
    fclose(sorter->file);
  }
  rel_sorter_init(sorter, sorter->world, sorter->folder, sorter->room);
}

static int
compare_records(const void *a, const void *b)
{
  return rel_str_compare(*(const RelStr *)a, *(const RelStr *)b);
}

static void
sort(RelSorter *sorter)
{
  if (sorter->records.n) {
    qsort(sorter->records.items, sorter->records.n, sizeof(RelStr),
          compare_records);
  }
}

static RelStatus
file_error(const RelSorter *sorter)
{
  const RelPlace place = {sorter->folder, 0U, 0U, 0U};

  return rel_fail(sorter->world, REL_BAD_FILE, place,
                  "cannot hold what is sorted: %s",
                  strerror(errno ? errno : EIO));
}

/// Write the records in memory as a run: their length, then their bytes
static RelStatus
spill(RelSorter *sorter)
{
  Run *const runs = rel_world_realloc(sorter->world, sorter->runs,
                                      (sorter->n_runs + 1U) * sizeof(Run));
  RelStatus st = REL_OK;

  if (!runs) {
    return REL_NO_MEMORY;
  }
  sorter->runs = runs;
  if (!sorter->file) {
    REL_TRY(st, rel_file_scratch(sorter->world, sorter->folder, &sorter->file));
  }
  sort(sorter);
  Run run = {.begin = ftell(sorter->file)};
  for (uint32_t i = 0; i < sorter->records.n; ++i) {
    const RelStr record = sorter->records.items[i];
    const uint32_t len = (uint32_t)record.len;
    fwrite(&len, sizeof(len), 1U, sorter->file);
    fwrite(record.data, 1U, record.len, sorter->file);
  }
  run.end = ftell(sorter->file);
  if (ferror(sorter->file) || run.begin < 0 || run.end < 0) {
    return file_error(sorter);
  }
  runs[sorter->n_runs++] = run;
  rel_arena_clear(&sorter->arena);
  sorter->records.items = NULL;
  sorter->records.n = sorter->records.capacity = 0;
  sorter->used = 0;
  return REL_OK;
}

RelStatus
rel_sorter_add(RelSorter *sorter, RelStr record)
{
  RelStr copy = {0};
  RelStatus st = REL_OK;

  // an array that grows leaves its old blocks: 3 places for each record
  sorter->used += record.len + 1U + 3U * sizeof(RelStr);
  if (sorter->records.n && sorter->used > sorter->room) {
    REL_TRY(st, spill(sorter));
    sorter->used = record.len;
  }
  REL_TRY(st, rel_arena_copy(&sorter->arena, record, &copy));
  return REL_ARRAY_PUSH(&sorter->arena, &sorter->records, copy);
}

// ------------------------------------------------------------------ reading

/// Have `need` bytes in a run's buffer; false: the run is shorter
static RelStatus
fill(RelSorter *sorter, Run *run, size_t need, bool *has_all)
{
  const size_t room = need < RUN_BUFFER ? RUN_BUFFER : need;

  *has_all = run->n >= need;
  if (*has_all) {
    return REL_OK;
  }
  if (run->room < room) {
    char *const buffer = rel_world_realloc(sorter->world, run->buffer, room);
    if (!buffer) {
      return REL_NO_MEMORY;
    }
    run->buffer = buffer;
    run->room = room;
  }
  memmove(run->buffer, run->buffer + run->first, run->n);
  run->first = 0;
  const size_t left = (size_t)(run->end - run->begin);
  const size_t wanted = run->room - run->n < left ? run->room - run->n : left;
  if (wanted && fseek(sorter->file, run->begin, SEEK_SET)) {
    return file_error(sorter);
  }
  const size_t got =
      wanted ? fread(run->buffer + run->n, 1U, wanted, sorter->file) : 0U;
  run->begin += (long)got;
  run->n += got;
  *has_all = run->n >= need;
  return got == wanted ? REL_OK : file_error(sorter);
}

/// Read the next record of a run
static RelStatus
advance(RelSorter *sorter, Run *run)
{
  uint32_t len = 0;
  bool has_all = false;
  RelStatus st = REL_OK;

  run->head = (RelStr){NULL, 0U};
  REL_TRY(st, fill(sorter, run, sizeof(len), &has_all));
  if (!has_all) {
    return REL_OK;
  }
  memcpy(&len, run->buffer + run->first, sizeof(len));
  REL_TRY(st, fill(sorter, run, sizeof(len) + len, &has_all));
  run->head = (RelStr){run->buffer + run->first + sizeof(len), len};
  run->first += sizeof(len) + len;
  run->n -= sizeof(len) + len;
  return has_all ? REL_OK : file_error(sorter);
}

RelStatus
rel_sorter_finish(RelSorter *sorter)
{
  RelStatus st = REL_OK;

  if (!sorter->n_runs) {
    sort(sorter);
    return REL_OK;
  }
  REL_TRY(st, sorter->records.n ? spill(sorter) : REL_OK);
  for (uint32_t i = 0; i < sorter->n_runs; ++i) {
    REL_TRY(st, advance(sorter, &sorter->runs[i]));
  }
  return st;
}

/// The least record of all runs, or the next one in memory
static RelStatus
take(RelSorter *sorter, RelStr *record)
{
  Run *best = NULL;

  *record = (RelStr){NULL, 0U};
  if (!sorter->n_runs) {
    if (sorter->next < sorter->records.n) {
      *record = sorter->records.items[sorter->next++];
    }
    return REL_OK;
  }
  for (uint32_t i = 0; i < sorter->n_runs; ++i) {
    Run *const run = &sorter->runs[i];
    if (run->head.data &&
        (!best || rel_str_compare(run->head, best->head) < 0)) {
      best = run;
    }
  }
  if (!best) {
    return REL_OK;
  }
  *record = best->head;
  return REL_OK;
}

/// Keep the record: what it is a view of moves on
static RelStatus
keep_last(RelSorter *sorter, RelStr record)
{
  if (record.len > sorter->last_room || !sorter->last_bytes) {
    const size_t room = record.len * 2U + 64U;
    char *const bytes =
        rel_world_realloc(sorter->world, sorter->last_bytes, room);
    if (!bytes) {
      return REL_NO_MEMORY;
    }
    sorter->last_bytes = bytes;
    sorter->last_room = room;
  }
  memcpy(sorter->last_bytes, record.data, record.len);
  sorter->last = (RelStr){sorter->last_bytes, record.len};
  sorter->has_last = true;
  return REL_OK;
}

/// Behind what was taken
static RelStatus
pass(RelSorter *sorter, RelStr record)
{
  for (uint32_t i = 0; i < sorter->n_runs; ++i) {
    if (sorter->runs[i].head.data == record.data) {
      return advance(sorter, &sorter->runs[i]);
    }
  }
  return REL_OK;
}

RelStatus
rel_sorter_next(RelSorter *sorter, RelStr *record)
{
  RelStr next = {0};
  RelStatus st = REL_OK;

  do {
    REL_TRY(st, take(sorter, &next));
    if (!next.data) {
      *record = next;
      return REL_OK;
    }
    const bool is_repeated =
        sorter->has_last && rel_str_equal(sorter->last, next);
    if (!is_repeated) {
      REL_TRY(st, keep_last(sorter, next));
      *record = sorter->last;
    }
    REL_TRY(st, pass(sorter, next));
    if (!is_repeated) {
      return REL_OK;
    }
  } while (true);
}
