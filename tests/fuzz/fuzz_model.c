// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

// Any model file is refused with words, or it parses and tags a sentence
// without a wild read. The input is not the file, which a checksum protects,
// but damage to a small good one, six bytes each: where, then what; the
// checksum is put right again.

#include "model/weights.h"
#include "parse/parser.h"
#include "parse/tagger.h"
#include "text/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
  HEADER = 64,
  ENTRY = 64,
  MAX_ENTRIES = 128,
  CAPACITY = 1 << 20, // bytes of the good file at most
  DAMAGE = 6,         // bytes of the input for each
  DIM = 32,           // of nearly everything in the good file
};

/// A file under construction
typedef struct {
  uint8_t *bytes; ///< (CAPACITY)
  size_t size;
  uint32_t n_entries;
} File;

static void
expect(bool is_true)
{
  if (!is_true) {
    abort();
  }
}

static void
put_u32(uint8_t *p, uint32_t value)
{
  memcpy(p, &value, sizeof(value));
}

static void
put_u64(uint8_t *p, uint64_t value)
{
  memcpy(p, &value, sizeof(value));
}

/// Append a tensor of zeros; returns its bytes, which may be filled
static uint8_t *
add(File *file, const char *name, RelTensorType type, uint32_t rows,
    uint32_t cols)
{
  static const size_t sizes[] = {1U, 4U, 4U, 8U};
  const size_t size = rows * cols * sizes[type];
  uint8_t *const entry =
      file->bytes + HEADER + (size_t)ENTRY * file->n_entries++;
  uint8_t *const data = file->bytes + file->size;

  expect(file->n_entries < MAX_ENTRIES && file->size + size < CAPACITY);
  (void)snprintf((char *)entry, 24U, "%s", name);
  put_u32(entry + 24, (uint32_t)type);
  put_u32(entry + 28, rows);
  put_u32(entry + 32, cols);
  put_u64(entry + 40, file->size);
  put_u64(entry + 48, size);
  file->size += (size + 63U) / 64U * 64U;
  return data;
}

static void
add_floats(File *file, const char *name, const char *ending, uint32_t rows,
           uint32_t cols, float value)
{
  char full[32];

  (void)snprintf(full, sizeof(full), "%s%s", name, ending);
  uint8_t *const data = add(file, full, REL_TENSOR_FLOAT, rows, cols);
  for (size_t i = 0; i < (size_t)rows * cols; ++i) {
    memcpy(data + i * sizeof(value), &value, sizeof(value));
  }
}

/// Small numbers that look random
static void
add_int8(File *file, const char *name, uint32_t rows, uint32_t cols)
{
  char full[32];

  (void)snprintf(full, sizeof(full), "%s.w", name);
  uint8_t *const data = add(file, full, REL_TENSOR_INT8, rows, cols);
  for (uint32_t i = 0; i < rows * cols; ++i) {
    data[i] = (uint8_t)(i * 2654435761U >> 27U);
  }
}

static void
add_linear(File *file, const char *name, uint32_t rows, uint32_t n_in)
{
  const uint32_t cols = (n_in + 31U) / 32U * 32U;

  add_int8(file, name, rows, cols);
  add_floats(file, name, ".s", 1U, rows, 0.01F);
  add_floats(file, name, ".b", 1U, rows, 0.1F);
  add_floats(file, name, ".q", 1U, cols, 8.0F);
}

static void
add_embedding(File *file, const char *name, uint32_t rows, uint32_t dim)
{
  add_int8(file, name, rows, dim);
  add_floats(file, name, ".s", 1U, rows, 0.02F);
}

/// One key in four slots
static void
add_keys(File *file, const char *name)
{
  char full[32];

  (void)snprintf(full, sizeof(full), "%s.keys", name);
  put_u64(add(file, full, REL_TENSOR_UINT64, 1U, 1U), 2U);
  (void)snprintf(full, sizeof(full), "%s.slots", name);
  put_u32(add(file, full, REL_TENSOR_UINT32, 1U, 4U) + 8U, 1U);
}

static void
add_text(File *file, const char *name, const char *text, size_t size)
{
  memcpy(add(file, name, REL_TENSOR_INT8, 1U, (uint32_t)size), text, size);
}

static void
add_vocabulary(File *file)
{
  static const char feats[] = "_\0Number=Sing";
  static const char scripts[] = "l00\0k00\0l01\0l02y";
  char tags[4096];
  int len = 0;

#define PUT(text) snprintf(tags + len, sizeof(tags) - (size_t)len, "%s ", text)
  for (unsigned i = 0; i < REL_N_UPOS; ++i) {
    len += PUT(rel_upos_text((RelUpos)i));
  }
  for (unsigned i = 0; i < REL_N_XPOS; ++i) {
    len += PUT(rel_xpos_text((RelXpos)i));
  }
  for (unsigned i = 0; i < REL_N_DEP; ++i) {
    len += PUT(rel_dep_text((RelDep)i));
  }
  for (unsigned i = 0; i < REL_N_NAME; ++i) {
    len += PUT(rel_name_text((RelNameType)i));
  }
#undef PUT
  add_text(file, "tag_list", tags, (size_t)len);
  add_text(file, "feats", feats, sizeof(feats));
  add_text(file, "scripts", scripts, sizeof(scripts));
  add_keys(file, "lemma");
  add(file, "lemma.script", REL_TENSOR_UINT32, 1U, 1U);
}

static void
add_network(File *file)
{
  enum { N_TAGS = REL_N_UPOS + REL_N_XPOS + 2 + 4 };
  static const uint32_t layers[] = {0U, 1U, 0U, 2U, 2U, 16U, 1U, 16U};
  static const uint32_t sizes[] = {DIM, DIM, DIM, DIM, REL_N_UPOS, REL_N_XPOS};
  static const char *const tables[] = {"vector", "word",  "prefix",
                                       "suffix", "shape", "case"};

  for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); ++i) {
    add_embedding(file, tables[i], 4U, 8U);
  }
  add_keys(file, "vector");
  add_keys(file, "word");
  add_linear(file, "input", DIM, 48U);
  add_floats(file, "input", ".gain", 1U, DIM, 1.0F);
  add_floats(file, "input", ".offset", 1U, DIM, 0.0F);
  memcpy(add(file, "encoder", REL_TENSOR_UINT32, 4U, 2U), layers,
         sizeof(layers));
  for (unsigned i = 0; i < 2U; ++i) {
    char name[16];
    (void)snprintf(name, sizeof(name), "layer%u", i);
    add_floats(file, name, ".gain", 1U, DIM, 1.0F);
    add_floats(file, name, ".offset", 1U, DIM, 0.0F);
    (void)snprintf(name, sizeof(name), "layer%u.in", i);
    add_linear(file, name, 2U * DIM, 3U * DIM);
  }
  add_linear(file, "layer2.in", 8U * 16U, DIM);
  add_linear(file, "layer2.recur", 8U * 16U, 16U);
  add_linear(file, "layer3.in", 8U * 16U, 2U * DIM);
  add_linear(file, "layer3.recur", 8U * 16U, 16U);
  memcpy(add(file, "sizes", REL_TENSOR_UINT32, 1U, 6U), sizes, sizeof(sizes));
  add_linear(file, "heads", 6U * DIM, DIM);
  add_linear(file, "tags", N_TAGS, DIM);
  add_linear(file, "names", 4U * (REL_N_NAME - 1U) + 1U, DIM);
  add_linear(file, "arc", DIM, DIM);
  add_linear(file, "label", REL_N_DEP, 2U * DIM);
  add_floats(file, "arc_root", "", 1U, DIM, 0.5F);
  add_floats(file, "label_root", "", 1U, DIM, 0.5F);
  add_floats(file, "pair", "", 1U, 3U, 8.0F);
  add_floats(file, "sharpness", "", 1U, REL_N_SHARPNESS, 1.0F);
  add_floats(file, "distance", "", 1U, 10U, 0.2F);
}

static void
add_tagger(File *file)
{
  add_embedding(file, "tag.word", 4U, 8U);
  add_embedding(file, "tag.prefix", 4U, 8U);
  add_embedding(file, "tag.suffix", 4U, 8U);
  add_embedding(file, "tag.shape", 4U, 8U);
  add_keys(file, "tag.word");
  add_keys(file, "tag.known");
  add(file, "tag.known.feats", REL_TENSOR_UINT32, 1U, 1U);
  add_linear(file, "tag.first", 5U * DIM, 40U);
  add_linear(file, "tag.second", DIM, 3U * DIM);
  add_linear(file, "tag.tags", REL_N_UPOS + REL_N_XPOS, DIM);
  add_linear(file, "tag.feats", 2U, DIM);
  add_linear(file, "tag.script", 4U, DIM);
  add_floats(file, "tag.how", "", 4U, DIM, 0.1F);
}

static File
make_file(void)
{
  File file = {calloc(1U, CAPACITY), HEADER + MAX_ENTRIES * ENTRY, 0U};

  expect(file.bytes);
  add_vocabulary(&file);
  add_network(&file);
  add_tagger(&file);
  memcpy(file.bytes, "RELMODEL", 8U);
  put_u32(file.bytes + 8, REL_MODEL_VERSION);
  put_u32(file.bytes + 12, file.n_entries);
  return file;
}

/// Six bytes: 0 to 127 an entry of the table, above anything in the file
static void
damage(uint8_t *bytes, size_t size, const uint8_t *what)
{
  static const size_t fields[] = {0U, 24U, 28U, 32U, 40U, 48U};
  uint32_t value = 0;

  memcpy(&value, what + 2, sizeof(value));
  if (what[0] < MAX_ENTRIES) {
    put_u32(bytes + HEADER + (size_t)ENTRY * what[0] + fields[what[1] % 6U],
            value);
  } else {
    const size_t at = (what[0] * 256U + what[1]) * 37U % (size / 4U) * 4U;
    put_u32(bytes + at, value);
  }
}

/// Read, parse and tag with what can be read
static RelStatus
use(RelWorld *world, RelArena *arena, RelModel *model)
{
  RelTagger *tagger = NULL;
  RelText text;
  RelTree tree;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_weights_read(model));
  REL_TRY(st, rel_weights_pack(model));
  rel_arena_init(arena, world);
  REL_TRY(st, rel_text_read_plain(arena, rel_str("-"),
                                  rel_str("Mora didn't meet Lund of Ayr. So."),
                                  &text));
  REL_TRY(st, rel_parse(model, arena, &text, &tree));
  for (uint32_t i = 0; i < text.n_tokens; ++i) {
    expect(tree.upos[i] < REL_N_UPOS && tree.deprel[i] < REL_N_DEP &&
           tree.head[i] <= text.n_tokens);
  }
  REL_TRY(st, rel_tagger_new(model, arena, &tagger));
  return rel_tagger_run(tagger, arena, &text, &tree);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static File good; // made once
  good = good.bytes ? good : make_file();

  uint8_t *const bytes = aligned_alloc(64U, good.size);
  RelWorld *const world = rel_world_new(NULL);
  RelModel *const model = rel_world_realloc(world, NULL, sizeof(*model));
  RelArena arena = {0};

  expect(bytes && world && model);
  memcpy(bytes, good.bytes, good.size);
  put_u64(bytes + 16, good.size);
  for (size_t at = 0; at + DAMAGE <= size; at += DAMAGE) {
    damage(bytes, good.size, data + at);
  }
  put_u64(bytes + 24, rel_weights_checksum(bytes, good.size));
  memset(model, 0, sizeof(*model));
  model->world = world;
  model->name = "model";
  model->kernels = rel_kernels_find(NULL);
  model->mapping = (RelMapping){bytes, good.size};
  const RelStatus st = use(world, &arena, model);
  expect(st == REL_OK || rel_world_error(world)[0]);
  expect(size >= DAMAGE || st == REL_OK);
  rel_arena_clear(&arena);
  model->mapping = (RelMapping){NULL, 0U};
  rel_model_close(model);
  rel_world_free(world);
  free(bytes);
  return 0;
}
