// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/weights.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// In the source tree, and below the prefix of an installed program
static const char *const file_names[] = {"models/relata-en.bin",
                                         "share/relata/relata-en.bin"};

enum { N_PARENTS = 4, MAX_PATH = 4096 };

static bool
is_there(const char *path)
{
  return access(path, R_OK) == 0;
}

/// A usual name beside the program or beside one of the folders above it
static bool
find_near_program(char *path)
{
  const ssize_t len = readlink("/proc/self/exe", path, MAX_PATH - 64);

  if (len <= 0) {
    return false;
  }
  path[len] = '\0';
  for (int i = 0; i < N_PARENTS; ++i) {
    char *const slash = strrchr(path, '/');
    if (!slash) {
      return false;
    }
    for (size_t k = 0; k < sizeof(file_names) / sizeof(*file_names); ++k) {
      (void)snprintf(slash + 1, 64U, "%s", file_names[k]);
      if (is_there(path)) {
        return true;
      }
    }
    *slash = '\0';
  }
  return false;
}

/// Write the place of the model to `path`, which has room for MAX_PATH
static RelStatus
find_model(RelWorld *world, char *path)
{
  const char *const wish = getenv("RELATA_MODEL");
  const RelPlace place = {"relata-en.bin", 0U, 0U, 0U};

  if (wish && *wish) {
    (void)snprintf(path, MAX_PATH, "%s", wish);
    return REL_OK;
  }
  if (find_near_program(path)) {
    return REL_OK;
  }
#ifdef REL_MODEL_DIR
  (void)snprintf(path, MAX_PATH, "%s/relata-en.bin", REL_MODEL_DIR);
  if (is_there(path)) {
    return REL_OK;
  }
#endif
  return rel_fail(world, REL_BAD_FILE, place,
                  "expected a model in models/ near the program or in "
                  "RELATA_MODEL, not none");
}

/// The kernels that RELATA_ISA names, else the fastest that run here
static RelStatus
choose_kernels(RelWorld *world, const RelKernels **kernels)
{
  const char *const wish = getenv("RELATA_ISA");
  const RelPlace place = {"RELATA_ISA", 0U, 0U, 0U};
  const RelKernels *all[REL_MAX_KERNELS];
  char names[64] = "";

  *kernels = rel_kernels_find(wish);
  if (*kernels) {
    return REL_OK;
  }
  const size_t n = rel_kernels_all(all);
  for (size_t i = 0; i < n; ++i) {
    const size_t len = strlen(names);
    (void)snprintf(names + len, sizeof(names) - len, "%s%s", i ? ", " : "",
                   all[i]->name);
  }
  return rel_fail(world, REL_BAD_ARG, place,
                  "expected what this processor has (%s), not \"%s\"", names,
                  wish);
}

static RelStatus
keep_name(RelModel *model, const char *path)
{
  const char *const slash = strrchr(path, '/');
  const char *const name = slash ? slash + 1 : path;
  const size_t size = strlen(name) + 1U;

  model->file_name = rel_world_realloc(model->world, NULL, size);
  if (!model->file_name) {
    return REL_NO_MEMORY;
  }
  memcpy(model->file_name, name, size);
  return REL_OK;
}

RelStr
rel_model_name(const RelModel *model)
{
  return rel_str(model->file_name);
}

RelStatus
rel_model_open(RelWorld *world, const char *path, RelModel **model)
{
  char found[MAX_PATH];
  RelStatus st = REL_OK;

  *model = NULL;
  if (!path) {
    REL_TRY(st, find_model(world, found));
    path = found;
  }
  RelModel *const self = rel_world_realloc(world, NULL, sizeof(RelModel));
  if (!self) {
    return REL_NO_MEMORY;
  }
  memset(self, 0, sizeof(*self));
  self->world = world;
  self->name = path;
  st = choose_kernels(world, &self->kernels);
  if (!st) {
    st = rel_file_map(world, path, &self->mapping);
  }
  if (!st) {
    st = rel_weights_read(self);
  }
  if (!st) {
    st = rel_weights_pack(self);
  }
  if (!st) {
    st = keep_name(self, path);
  }
  self->name = NULL;
  if (st) {
    rel_model_close(self);
    return st;
  }
  *model = self;
  return REL_OK;
}

void
rel_model_close(RelModel *model)
{
  if (model) {
    rel_file_unmap(&model->mapping);
    rel_world_release(model->world, model->file_name);
    rel_world_release(model->world, model->packed);
    rel_world_release(model->world, model->feats);
    rel_world_release(model->world, model->scripts);
    rel_world_release(model->world, model);
  }
}
