// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 1 << 16, MAX_SIZE = 1 << 30 }; // bytes

static RelStatus
file_error(RelWorld *world, const char *path, const char *task)
{
  const RelPlace place = {path, 0U, 0U, 0U};

  return rel_fail(world, REL_BAD_FILE, place, "%s%s%s", task, errno ? ": " : "",
                  errno ? strerror(errno) : "");
}

/// Room for what is left of the file, as far as its size is known
static size_t
first_room(FILE *stream)
{
  struct stat info;

  return !fstat(fileno(stream), &info) && S_ISREG(info.st_mode) &&
                 info.st_size > 0 && info.st_size < MAX_SIZE
             ? (size_t)info.st_size + 1U
             : FIRST_ROOM;
}

static RelStatus
read_stream(RelArena *arena, FILE *stream, const char *path, RelStr *bytes)
{
  size_t room = first_room(stream);
  size_t size = 0;
  RelStatus st = REL_OK;
  char *data = rel_arena_alloc(arena, room + 1U);

  while (data) {
    size += fread(data + size, 1U, room - size, stream);
    REL_TRY(st, rel_file_check(arena->world, path, stream));
    if (size < room) {
      data[size] = '\0';
      *bytes = (RelStr){data, size};
      return REL_OK;
    }
    if (room >= MAX_SIZE) {
      const RelPlace place = {path, 0U, 0U, 0U};
      return rel_fail(arena->world, REL_BAD_FILE, place,
                      "expected at most 1 GiB, not more");
    }
    char *const more = rel_arena_alloc(arena, room * 2U + 1U);
    if (more) {
      memcpy(more, data, size);
    }
    data = more;
    room *= 2U;
  }
  return REL_NO_MEMORY;
}

static RelStatus
expect_no_directory(RelWorld *world, const char *path)
{
  const RelPlace place = {path, 0U, 0U, 0U};
  struct stat info;

  return !stat(path, &info) && S_ISDIR(info.st_mode)
             ? rel_fail(world, REL_BAD_FILE, place,
                        "expected a file, not a directory")
             : REL_OK;
}

RelStatus
rel_file_open(RelWorld *world, const char *path, FILE **stream)
{
  RelStatus st = REL_OK;

  *stream = strcmp(path, "-") ? NULL : stdin;
  if (*stream) {
    return REL_OK;
  }
  REL_TRY(st, expect_no_directory(world, path));
  *stream = fopen(path, "rb");
  return *stream ? REL_OK : file_error(world, path, "cannot be opened");
}

RelStatus
rel_file_check(RelWorld *world, const char *path, FILE *stream)
{
  return ferror(stream) ? file_error(world, path, "cannot be read") : REL_OK;
}

void
rel_file_close(FILE *stream)
{
  if (stream && stream != stdin) {
    fclose(stream);
  }
}

RelStatus
rel_file_read(RelArena *arena, const char *path, RelStr *bytes)
{
  RelStatus st = REL_OK;
  FILE *stream = NULL;

  REL_TRY(st, rel_file_open(arena->world, path, &stream));
  st = read_stream(arena, stream, path, bytes);
  rel_file_close(stream);
  return st;
}

RelStatus
rel_file_map(RelWorld *world, const char *path, RelMapping *mapping)
{
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;

  *mapping = (RelMapping){NULL, 0U};
  if (fd < 0) {
    return file_error(world, path, "cannot be opened");
  }
  if (fstat(fd, &info) || !S_ISREG(info.st_mode) || info.st_size <= 0) {
    const RelPlace place = {path, 0U, 0U, 0U};
    close(fd);
    return rel_fail(world, REL_BAD_FILE, place,
                    "expected a file with content, not %s",
                    S_ISREG(info.st_mode) ? "an empty one" : "a special one");
  }

  const size_t size = (size_t)info.st_size;
  void *const data = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  if (data == MAP_FAILED) {
    return file_error(world, path, "cannot be mapped");
  }
  *mapping = (RelMapping){data, size};
  return REL_OK;
}

void
rel_file_unmap(RelMapping *mapping)
{
  if (mapping->data) {
    // munmap takes the address without const; nothing is written through it
    void *address = NULL;
    memcpy(&address, &mapping->data, sizeof(address));
    munmap(address, mapping->size);
  }
  *mapping = (RelMapping){NULL, 0U};
}

static char *
join(RelWorld *world, const char *a, const char *b)
{
  const size_t n = strlen(a);
  const size_t m = strlen(b);
  char *const text = rel_world_realloc(world, NULL, n + m + 1U);

  if (text) {
    memcpy(text, a, n);
    memcpy(text + n, b, m + 1U);
  }
  return text;
}

static void
release_names(RelOutput *out)
{
  rel_world_release(out->world, out->path);
  rel_world_release(out->world, out->part_path);
  out->path = out->part_path = NULL;
  out->stream = NULL;
}

/// Is it a device or a pipe, which must be written in place, not replaced?
static bool
is_special(const char *path)
{
  struct stat info;

  return !stat(path, &info) && !S_ISREG(info.st_mode);
}

RelStatus
rel_file_scratch(RelWorld *world, const char *folder, FILE **file)
{
  const char *const usual = getenv("TMPDIR");
  const char *const place = folder ? folder : usual && *usual ? usual : "/tmp";
  char *const path = join(world, place, "/.relata-XXXXXX");

  *file = NULL;
  if (!path) {
    return REL_NO_MEMORY;
  }
  const int fd = mkstemp(path);
  if (fd >= 0) {
    unlink(path);
    *file = fdopen(fd, "w+b");
    if (!*file) {
      close(fd);
    }
  }
  const RelStatus st =
      *file ? REL_OK : file_error(world, place, "cannot be written");
  rel_world_release(world, path);
  return st;
}

RelStatus
rel_output_open(RelWorld *world, const char *path, RelOutput *out)
{
  const bool is_stdout = !strcmp(path, "-");
  RelStatus st = REL_OK;

  *out = (RelOutput){world, NULL, NULL, NULL};
  REL_TRY(st, is_stdout ? REL_OK : expect_no_directory(world, path));
  out->path = join(world, path, "");
  if (!out->path) {
    return REL_NO_MEMORY;
  }
  if (is_stdout) {
    out->stream = stdout;
    return REL_OK;
  }

  const bool is_replaced = !is_special(path);
  out->part_path = is_replaced ? join(world, path, ".part") : NULL;
  if (is_replaced && !out->part_path) {
    release_names(out);
    return REL_NO_MEMORY;
  }

  out->stream = fopen(is_replaced ? out->part_path : path, "wb");
  if (!out->stream) {
    st = file_error(world, path, "cannot be written");
    release_names(out);
  }
  return st;
}

/// Flush to the disk and give the file its name
static RelStatus
settle(RelOutput *out)
{
  bool is_good = !ferror(out->stream);

  errno = 0; // a write that failed earlier has lost its reason
  is_good = !fflush(out->stream) && is_good;
  if (out->part_path) {
    // some file systems refuse to sync, which is no error
    is_good = is_good && (!fsync(fileno(out->stream)) || errno == EINVAL);
  }
  if (out->stream != stdout) {
    is_good = !fclose(out->stream) && is_good;
  }
  if (out->part_path) {
    is_good = is_good && !rename(out->part_path, out->path);
  }
  return is_good ? REL_OK
                 : file_error(out->world, out->path, "cannot be written");
}

RelStatus
rel_output_close(RelOutput *out)
{
  const RelStatus st = settle(out);

  if (st && out->part_path) {
    remove(out->part_path);
  }
  release_names(out);
  return st;
}

void
rel_output_abort(RelOutput *out)
{
  if (out->stream && out->stream != stdout) {
    fclose(out->stream);
  }
  if (out->part_path) {
    remove(out->part_path);
  }
  release_names(out);
}
