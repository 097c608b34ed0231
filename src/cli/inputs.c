// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef REL_ARRAY(const char *) Paths;

static RelStatus
fail(RelArena *arena, const char *path, const char *words)
{
  const RelPlace place = {path, 0U, 0U, 0U};

  return rel_fail(arena->world, REL_BAD_FILE, place, "%s", words);
}

static bool
is_article(const char *name)
{
  static const char *const endings[] = {".txt", ".text", ".md", ".conllu"};

  for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); ++i) {
    if (rel_str_ends(rel_str(name), rel_str(endings[i]))) {
      return true;
    }
  }
  return false;
}

static int
compare_paths(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/// What a folder holds, sorted
static RelStatus
list_folder(RelArena *arena, const char *folder, Paths *paths)
{
  DIR *const directory = opendir(folder);
  RelStatus st = REL_OK;

  if (!directory) {
    return fail(arena, folder, strerror(errno));
  }
  for (struct dirent *entry = NULL; !st && (entry = readdir(directory));) {
    RelStr path = {0};
    if (entry->d_name[0] == '.') {
      continue;
    }
    st = rel_arena_format(
        arena, &path, "%s%s%s", folder,
        rel_str_ends(rel_str(folder), REL_STR("/")) ? "" : "/", entry->d_name);
    if (!st && REL_ARRAY_PUSH(arena, paths, path.data)) {
      st = REL_NO_MEMORY;
    }
  }
  closedir(directory);
  if (paths->n) {
    qsort(paths->items, paths->n, sizeof(*paths->items), compare_paths);
  }
  return st;
}

/// The articles of a folder and of those in it, which are looked at in turn
static RelStatus
add_folder(RelArena *arena, const char *folder, Paths *articles)
{
  const uint32_t n_before = articles->n;
  Paths left = {0}; // what is yet to be looked at, the next one last
  RelStatus st = REL_OK;

  REL_TRY(st, REL_ARRAY_PUSH(arena, &left, folder));
  for (bool is_first = true; left.n; is_first = false) {
    const char *const path = left.items[--left.n];
    Paths inside = {0};
    struct stat info;

    if (is_first ? stat(path, &info) : lstat(path, &info)) {
      return fail(arena, path, strerror(errno));
    }
    if (!S_ISDIR(info.st_mode)) {
      if (is_article(path)) {
        REL_TRY(st, REL_ARRAY_PUSH(arena, articles, path));
      }
      continue;
    }
    REL_TRY(st, list_folder(arena, path, &inside));
    for (uint32_t i = inside.n; i-- > 0U;) {
      REL_TRY(st, REL_ARRAY_PUSH(arena, &left, inside.items[i]));
    }
  }
  return articles->n > n_before
             ? REL_OK
             : fail(arena, folder,
                    "expected a folder with articles (.txt, .text, .md, "
                    ".conllu)");
}

static bool
is_folder(const char *path)
{
  struct stat info;

  return strcmp(path, "-") != 0 && !stat(path, &info) && S_ISDIR(info.st_mode);
}

RelStatus
inputs_expand(Options *options, RelArena *arena)
{
  Paths files = {0};
  RelStatus st = REL_OK;

  for (int i = 0; i < options->n_files; ++i) {
    const bool is_one = is_folder(options->files[i]);
    options->has_folders = options->has_folders || is_one;
    if (is_one) {
      REL_TRY(st, add_folder(arena, options->files[i], &files));
    } else {
      REL_TRY(st, REL_ARRAY_PUSH(arena, &files, options->files[i]));
    }
  }
  options->files = files.items;
  options->n_files = (int)files.n;
  return st;
}
