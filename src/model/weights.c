// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/weights.h"

#include <stdio.h>
#include <string.h>

enum { HEADER = 64, ENTRY = 64, NAME_SIZE = 24, MAX_TENSORS = 256 }; // bytes

/// A tensor as the table describes it, checked to lie inside the file
typedef struct {
  const void *data;
  uint32_t rows;
  uint32_t cols;
} Tensor;

static const size_t type_size[REL_N_TENSOR_TYPES] = {1U, 4U, 4U, 8U};

static uint32_t
read_u32(const uint8_t *p)
{
  return (uint32_t)p[0] | (uint32_t)p[1] << 8U | (uint32_t)p[2] << 16U |
         (uint32_t)p[3] << 24U;
}

static uint64_t
read_u64(const uint8_t *p)
{
  return (uint64_t)read_u32(p) | (uint64_t)read_u32(p + 4) << 32U;
}

static RelStatus
bad(const RelModel *model, const char *expected, const char *found)
{
  const RelPlace place = {model->name, 0U, 0U, 0U};

  (void)rel_fail(model->world, REL_BAD_MODEL, place, "expected %s, not %s",
                 expected, found);
  return REL_BAD_MODEL;
}

static uint64_t
mix(uint64_t lane, uint64_t word)
{
  const uint64_t v = (lane ^ word) * 0x9E3779B97F4A7C15U;

  return v << 29U | v >> 35U;
}

uint64_t
rel_weights_checksum(const uint8_t *data, size_t size)
{
  uint64_t lanes[4] = {1U, 2U, 3U, 4U};

  // 64-byte blocks; bytes 24 to 31 are the checksum and count as zeros
  for (size_t i = 0; i + 32U <= size; i += 32U) {
    for (size_t k = 0; k < 4U; ++k) {
      const bool is_checksum = i == 0U && k == 3U;
      const uint64_t word = is_checksum ? 0U : read_u64(data + i + 8U * k);
      lanes[k] = mix(lanes[k], word);
    }
  }
  uint64_t sum = size;
  for (size_t k = 0; k < 4U; ++k) {
    sum = mix(sum, lanes[k]);
  }
  return sum;
}

static RelStatus
check_header(const RelModel *model)
{
  const uint8_t *const data = model->mapping.data;
  const size_t size = model->mapping.size;
  char expected[64];
  char found[64];
  RelStatus st = REL_OK;

  if (size < HEADER || memcmp(data, "RELMODEL", 8U) != 0) {
    return bad(model, "a model of relata", "another kind of file");
  }
  if (read_u32(data + 8) != REL_MODEL_VERSION) {
    (void)snprintf(expected, sizeof(expected), "model version %u",
                   REL_MODEL_VERSION);
    (void)snprintf(found, sizeof(found), "%u", read_u32(data + 8));
    return bad(model, expected, found);
  }
  if (read_u64(data + 16) != size || size % 64U) {
    (void)snprintf(expected, sizeof(expected), "%llu bytes",
                   (unsigned long long)read_u64(data + 16));
    (void)snprintf(found, sizeof(found), "%zu", size);
    return bad(model, expected, found);
  }
  if (read_u32(data + 12) > MAX_TENSORS ||
      HEADER + (size_t)ENTRY * read_u32(data + 12) > size) {
    return bad(model, "a table of tensors", "one longer than the file");
  }
  if (read_u64(data + 24) != rel_weights_checksum(data, size)) {
    st = bad(model, "a whole model file", "a damaged one (checksum)");
  }
  return st;
}

uint64_t
rel_model_checksum(const RelModel *model)
{
  return read_u64(model->mapping.data + 24);
}

static const uint8_t *
find_entry(const RelModel *model, const char *name)
{
  const uint8_t *const data = model->mapping.data;
  const uint32_t n = read_u32(data + 12);

  for (uint32_t i = 0; i < n; ++i) {
    const uint8_t *const entry = data + HEADER + (size_t)i * ENTRY;
    if (!strncmp((const char *)entry, name, NAME_SIZE)) {
      return entry;
    }
  }
  return NULL;
}

static RelStatus
get(const RelModel *model, const char *name, RelTensorType type, Tensor *out)
{
  const uint8_t *const entry = find_entry(model, name);
  char expected[64];

  (void)snprintf(expected, sizeof(expected), "a tensor %s", name);
  if (!entry) {
    return bad(model, expected, "none");
  }

  const uint64_t offset = read_u64(entry + 40);
  const uint64_t size = read_u64(entry + 48);
  const uint64_t file = model->mapping.size;
  out->rows = read_u32(entry + 28);
  out->cols = read_u32(entry + 32);
  const uint64_t cells = (uint64_t)out->rows * out->cols;
  const bool is_good = read_u32(entry + 24) == (uint32_t)type &&
                       offset % 64U == 0U && offset <= file &&
                       size <= file - offset && cells > 0U && cells <= size &&
                       cells * type_size[type] == size;
  if (!is_good) {
    return bad(model, expected, "one of another type or size");
  }
  out->data = model->mapping.data + offset;
  return REL_OK;
}

/// A float tensor with one row of `n` columns
static RelStatus
get_floats(const RelModel *model, const char *name, uint32_t n,
           const float **out)
{
  Tensor tensor = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, get(model, name, REL_TENSOR_FLOAT, &tensor));
  if (tensor.rows != 1U || tensor.cols != n) {
    char expected[64];
    (void)snprintf(expected, sizeof(expected), "%u numbers in %s", n, name);
    return bad(model, expected, "more or fewer");
  }
  *out = tensor.data;
  return REL_OK;
}

static uint32_t
padded(uint32_t n)
{
  return (n + REL_KERNEL_STEP - 1U) / REL_KERNEL_STEP * REL_KERNEL_STEP;
}

/// Layer `name` with `n_in` inputs, and `n_rows` rows unless that is 0
static RelStatus
get_linear(const RelModel *model, const char *name, uint32_t n_in,
           uint32_t n_rows, RelLinear *out)
{
  char full[NAME_SIZE + 4];
  Tensor w = {0};
  RelStatus st = REL_OK;

  (void)snprintf(full, sizeof(full), "%s.w", name);
  REL_TRY(st, get(model, full, REL_TENSOR_INT8, &w));
  if (w.cols != padded(n_in) || w.cols > 4096U || w.rows > 65536U ||
      (n_rows && w.rows != n_rows)) {
    char expected[64];
    (void)snprintf(expected, sizeof(expected), "%s of %u columns", full,
                   padded(n_in));
    return bad(model, expected, "another shape");
  }
  *out = (RelLinear){
      .w = w.data, .n_rows = w.rows, .n_cols = w.cols, .n_in = n_in};
  (void)snprintf(full, sizeof(full), "%s.s", name);
  REL_TRY(st, get_floats(model, full, w.rows, &out->scale));
  (void)snprintf(full, sizeof(full), "%s.b", name);
  REL_TRY(st, get_floats(model, full, w.rows, &out->bias));
  (void)snprintf(full, sizeof(full), "%s.q", name);
  return get_floats(model, full, w.cols, &out->input);
}

static RelStatus
get_embedding(const RelModel *model, const char *name, RelEmbedding *out)
{
  char full[NAME_SIZE + 4];
  Tensor rows = {0};
  RelStatus st = REL_OK;

  (void)snprintf(full, sizeof(full), "%s.w", name);
  REL_TRY(st, get(model, full, REL_TENSOR_INT8, &rows));
  *out = (RelEmbedding){.rows = rows.data, .n = rows.rows, .dim = rows.cols};
  if (rows.cols > 1024U) {
    return bad(model, full, "a wider one");
  }
  (void)snprintf(full, sizeof(full), "%s.s", name);
  return get_floats(model, full, rows.rows, &out->scale);
}

/// Keys with numbers below `limit`
static RelStatus
get_keys(const RelModel *model, const char *name, uint32_t limit, RelKeys *out)
{
  char full[NAME_SIZE + 8];
  Tensor keys = {0};
  Tensor slots = {0};
  RelStatus st = REL_OK;

  (void)snprintf(full, sizeof(full), "%s.keys", name);
  REL_TRY(st, get(model, full, REL_TENSOR_UINT64, &keys));
  (void)snprintf(full, sizeof(full), "%s.slots", name);
  REL_TRY(st, get(model, full, REL_TENSOR_UINT32, &slots));
  *out = (RelKeys){keys.data, slots.data, keys.cols, slots.cols - 1U};

  bool is_good = keys.rows == 1U && slots.rows == 1U && keys.cols < limit &&
                 slots.cols / 2U >= keys.cols / 2U + 1U &&
                 (slots.cols & out->mask) == 0U;
  uint32_t n_free = 0;
  for (uint32_t i = 0; is_good && i < slots.cols; ++i) {
    is_good = out->slots[i] <= keys.cols;
    n_free += out->slots[i] == 0U;
  }
  return is_good && n_free ? REL_OK : bad(model, full, "a table of that kind");
}

/// Strings that each end with NUL, as an array of views that model owns
static RelStatus
get_strings(const RelModel *model, const char *name, RelStr **out, uint32_t *n)
{
  Tensor text = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, get(model, name, REL_TENSOR_INT8, &text));
  const char *const data = text.data;
  const size_t size = (size_t)text.rows * text.cols;
  if (data[size - 1U] != '\0') {
    return bad(model, name, "text without an end");
  }
  for (size_t i = 0; i < size; ++i) {
    *n += data[i] == '\0';
  }
  *out = rel_world_realloc(model->world, NULL, *n * sizeof(RelStr));
  if (!*out) {
    return REL_NO_MEMORY;
  }
  size_t begin = 0;
  for (uint32_t i = 0; i < *n; ++i) {
    const size_t len = strlen(data + begin);
    (*out)[i] = (RelStr){data + begin, len};
    begin += len + 1U;
  }
  return REL_OK;
}

static RelStatus
read_vocabulary(RelModel *m)
{
  RelStatus st = REL_OK;
  Tensor scripts = {0};
  Tensor list = {0};

  REL_TRY(st, get_strings(m, "feats", &m->feats, &m->n_feats));
  REL_TRY(st, get_strings(m, "scripts", &m->scripts, &m->n_scripts));
  for (uint32_t i = 0; i < m->n_scripts; ++i) {
    const RelStr s = m->scripts[i];
    if (s.len < 3U || (s.data[0] != 'l' && s.data[0] != 'k') ||
        s.data[1] < '0' || s.data[1] > '9' || s.data[2] < '0' ||
        s.data[2] > '9') {
      return bad(m, "edit scripts", "other text");
    }
  }
  REL_TRY(st, get_keys(m, "lemma", UINT32_MAX, &m->lemma_keys));
  REL_TRY(st, get(m, "lemma.script", REL_TENSOR_UINT32, &scripts));
  m->lemma_script = scripts.data;
  bool is_good = scripts.rows == 1U && scripts.cols == m->lemma_keys.n;
  for (uint32_t i = 0; is_good && i < scripts.cols; ++i) {
    is_good = m->lemma_script[i] < m->n_scripts;
  }
  if (!is_good) {
    return bad(m, "lemmas by known scripts", "others");
  }
  REL_TRY(st, get(m, "tag_list", REL_TENSOR_INT8, &list));
  m->tag_list = (RelStr){list.data, (size_t)list.rows * list.cols};
  return st;
}

static RelStatus
read_embeddings(RelModel *m)
{
  RelStatus st = REL_OK;

  REL_TRY(st, get_embedding(m, "vector", &m->vector));
  REL_TRY(st, get_embedding(m, "word", &m->word));
  REL_TRY(st, get_embedding(m, "prefix", &m->prefix));
  REL_TRY(st, get_embedding(m, "suffix", &m->suffix));
  REL_TRY(st, get_embedding(m, "shape", &m->shape));
  REL_TRY(st, get_embedding(m, "case", &m->sentence_case));
  REL_TRY(st, get_keys(m, "vector", m->vector.n, &m->vector_keys));
  REL_TRY(st, get_keys(m, "word", m->word.n, &m->word_keys));
  if (m->prefix.n < 2U || m->suffix.n < 2U || m->shape.n < 2U ||
      m->sentence_case.n != 4U) {
    return bad(m, "embeddings of affixes, shapes and 4 cases", "others");
  }
  return st;
}

/// The rows from `first` on become a layer of their own
static void
split(RelLinear *layer, uint32_t first, RelLinear *second)
{
  *second = *layer;
  second->n_rows -= first;
  second->w += (size_t)first * layer->n_cols;
  second->scale += first;
  second->bias += first;
  layer->n_rows = first;
}

static RelStatus
read_layer(const RelModel *m, uint32_t number, uint32_t *dim, RelLayer *layer)
{
  char name[NAME_SIZE];
  RelStatus st = REL_OK;

  if (layer->is_lstm) {
    const uint32_t hidden = layer->size;
    (void)snprintf(name, sizeof(name), "layer%u.in", number);
    REL_TRY(st, get_linear(m, name, *dim, 8U * hidden, &layer->in));
    (void)snprintf(name, sizeof(name), "layer%u.recur", number);
    REL_TRY(st, get_linear(m, name, hidden, 8U * hidden, &layer->recur[0]));
    split(&layer->recur[0], 4U * hidden, &layer->recur[1]);
    *dim = 2U * hidden + (layer->skips ? *dim : 0U);
    return st;
  }
  (void)snprintf(name, sizeof(name), "layer%u.in", number);
  REL_TRY(st, get_linear(m, name, 3U * *dim, 2U * *dim, &layer->in));
  (void)snprintf(name, sizeof(name), "layer%u.gain", number);
  REL_TRY(st, get_floats(m, name, *dim, &layer->gain));
  (void)snprintf(name, sizeof(name), "layer%u.offset", number);
  return get_floats(m, name, *dim, &layer->offset);
}

static RelStatus
read_encoder(RelModel *m, uint32_t *dim)
{
  Tensor spec = {0};
  RelStatus st = REL_OK;

  const uint32_t n_in = m->vector.dim + m->word.dim + m->prefix.dim +
                        m->suffix.dim + m->shape.dim + m->sentence_case.dim;
  REL_TRY(st, get_linear(m, "input", n_in, 0U, &m->input));
  *dim = m->dim = m->width = m->input.n_rows;
  if (m->dim % 16U || m->dim > 1024U) {
    return bad(m, "a width that is a multiple of 16", "another");
  }
  REL_TRY(st, get_floats(m, "input.gain", m->dim, &m->input_gain));
  REL_TRY(st, get_floats(m, "input.offset", m->dim, &m->input_offset));

  REL_TRY(st, get(m, "encoder", REL_TENSOR_UINT32, &spec));
  const uint32_t *const kinds = spec.data;
  if (spec.cols != 2U || spec.rows > REL_MAX_LAYERS) {
    return bad(m, "at most 8 layers", "more");
  }
  m->n_layers = spec.rows;
  for (size_t i = 0; i < spec.rows; ++i) {
    RelLayer *const layer = &m->layers[i];
    layer->is_lstm = kinds[(size_t)2U * i] != 0U;
    layer->skips = kinds[(size_t)2U * i] == 2U;
    layer->size = kinds[(size_t)2U * i + 1U];
    if (kinds[(size_t)2U * i] > 2U || layer->size == 0U || layer->size > 512U ||
        (!layer->is_lstm && *dim % 16U)) {
      return bad(m, "a known kind of layer", "another");
    }
    REL_TRY(st, read_layer(m, (uint32_t)i, dim, layer));
    m->width = *dim > m->width ? *dim : m->width;
  }
  return st;
}

static RelStatus
read_heads(RelModel *m, uint32_t dim)
{
  Tensor sizes = {0};
  Tensor distance = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, get(m, "sizes", REL_TENSOR_UINT32, &sizes));
  const uint32_t *const n = sizes.data;
  if (sizes.rows != 1U || sizes.cols != 6U) {
    return bad(m, "six sizes", "more or fewer");
  }
  for (uint32_t i = 0; i < 6U; ++i) {
    if (n[i] == 0U || n[i] > 1024U) {
      return bad(m, "sizes from 1 to 1024", "another");
    }
  }
  m->n_tag = n[0];
  m->n_name = n[1];
  m->n_arc = n[2];
  m->n_label = n[3];
  m->n_upos = n[4];
  m->n_xpos = n[5];
  const uint32_t hidden = n[0] + n[1] + 2U * n[2] + 2U * n[3];
  const uint32_t n_tags = n[4] + n[5] + m->n_feats + m->n_scripts;
  REL_TRY(st, get_linear(m, "heads", dim, hidden, &m->heads));
  REL_TRY(st, get_linear(m, "tags", m->n_tag, n_tags, &m->tags));
  split(&m->tags, n_tags - m->n_scripts, &m->edits);
  REL_TRY(st, get_linear(m, "names", m->n_name, 0U, &m->names));
  REL_TRY(st, get_linear(m, "arc", m->n_arc, m->n_arc, &m->arc));
  REL_TRY(st, get_linear(m, "label", 2U * m->n_label, 0U, &m->label));
  REL_TRY(st, get_floats(m, "arc_root", m->n_arc, &m->arc_root));
  REL_TRY(st, get_floats(m, "label_root", m->n_label, &m->label_root));
  REL_TRY(st, get_floats(m, "pair", 3U, &m->pair));
  REL_TRY(st, get_floats(m, "sharpness", REL_N_SHARPNESS, &m->sharpness));
  for (size_t i = 0; i < REL_N_SHARPNESS; ++i) {
    if (!(m->sharpness[i] > 0.0F && m->sharpness[i] < 1000.0F)) {
      return bad(m, "sharpness from 0 to 1000", "another");
    }
  }
  REL_TRY(st, get(m, "distance", REL_TENSOR_FLOAT, &distance));
  if (distance.rows != 1U || distance.cols < 4U || distance.cols % 2U) {
    return bad(m, "scores of distances", "an odd number");
  }
  m->distance = distance.data;
  m->n_distance = (distance.cols - 2U) / 2U;
  return m->n_arc % REL_KERNEL_STEP ? bad(m, "arcs of 32 k", "others") : st;
}

/// The tables that the tagger looks words up in
static RelStatus
read_tag_tables(const RelModel *m, RelTagWeights *t)
{
  RelStatus st = REL_OK;
  Tensor feats = {0};

  REL_TRY(st, get_embedding(m, "tag.word", &t->word));
  REL_TRY(st, get_embedding(m, "tag.prefix", &t->prefix));
  REL_TRY(st, get_embedding(m, "tag.suffix", &t->suffix));
  REL_TRY(st, get_embedding(m, "tag.shape", &t->shape));
  REL_TRY(st, get_keys(m, "tag.word", t->word.n, &t->word_keys));
  if (t->prefix.n < 2U || t->suffix.n < 2U || t->shape.n < 2U) {
    return bad(m, "embeddings of affixes and shapes", "others");
  }
  REL_TRY(st, get_keys(m, "tag.known", UINT32_MAX, &t->known));
  REL_TRY(st, get(m, "tag.known.feats", REL_TENSOR_UINT32, &feats));
  t->known_feats = feats.data;
  bool is_good = feats.rows == 1U && feats.cols == t->known.n;
  for (uint32_t i = 0; is_good && i < feats.cols; ++i) {
    is_good = t->known_feats[i] < m->n_feats;
  }
  return is_good ? REL_OK : bad(m, "words by known features", "others");
}

static RelStatus
read_tagger(const RelModel *m, RelTagWeights *t)
{
  enum { N_PARTS = 2 * REL_TAG_REACH + 1 };
  RelStatus st = REL_OK;
  Tensor how = {0};

  if (!find_entry(m, "tag.first.w")) {
    return REL_OK;
  }
  REL_TRY(st, read_tag_tables(m, t));
  const uint32_t n_in = m->vector.dim + t->word.dim + t->prefix.dim +
                        t->suffix.dim + t->shape.dim;
  REL_TRY(st, get_linear(m, "tag.first", n_in, 0U, &t->first));
  t->n_first = t->first.n_rows / N_PARTS;
  if (t->first.n_rows % N_PARTS || t->n_first % REL_KERNEL_STEP ||
      t->n_first == 0U || t->n_first > 1024U) {
    return bad(m, "a tagger of 32 k values for each of 5 words", "another");
  }
  REL_TRY(st, get_linear(m, "tag.second", 3U * t->n_first, 0U, &t->second));
  t->n_second = t->second.n_rows;
  if (t->n_second % REL_KERNEL_STEP || t->n_second > 1024U) {
    return bad(m, "a tagger of 32 k values", "another");
  }
  const uint32_t n_tags = m->n_upos + m->n_xpos;
  REL_TRY(st, get_linear(m, "tag.tags", t->n_second, n_tags, &t->tags));
  REL_TRY(st, get_linear(m, "tag.feats", t->n_second, m->n_feats, &t->feats));
  REL_TRY(st,
          get_linear(m, "tag.script", t->n_second, m->n_scripts, &t->script));
  REL_TRY(st, get(m, "tag.how", REL_TENSOR_FLOAT, &how));
  if (how.rows != 4U || how.cols != t->n_first) {
    return bad(m, "the tagger's 4 cases", "another shape");
  }
  t->how = how.data;
  t->is_there = true;
  return REL_OK;
}

RelStatus
rel_weights_read(RelModel *model)
{
  uint32_t dim = 0;
  RelStatus st = REL_OK;

  REL_TRY(st, check_header(model));
  REL_TRY(st, read_vocabulary(model));
  REL_TRY(st, read_embeddings(model));
  REL_TRY(st, read_encoder(model, &dim));
  REL_TRY(st, read_heads(model, dim));
  return read_tagger(model, &model->tagger);
}

enum { MAX_LINEAR = 12 + 3 * REL_MAX_LAYERS };

/// All linear layers of the model; returns their number
static size_t
list_linear(RelModel *m, RelLinear *all[MAX_LINEAR])
{
  RelTagWeights *const t = &m->tagger;
  RelLinear *const fixed[] = {&m->input, &m->heads, &m->tags, &m->edits,
                              &m->names, &m->arc,   &m->label};
  RelLinear *const tagger[] = {&t->first, &t->second, &t->tags, &t->feats,
                               &t->script};
  size_t n = 0;

  for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); ++i) {
    all[n++] = fixed[i];
  }
  for (size_t i = 0; t->is_there && i < sizeof(tagger) / sizeof(*tagger); ++i) {
    all[n++] = tagger[i];
  }
  for (size_t i = 0; i < m->n_layers; ++i) {
    all[n++] = &m->layers[i].in;
    if (m->layers[i].is_lstm) {
      all[n++] = &m->layers[i].recur[0];
      all[n++] = &m->layers[i].recur[1];
    }
  }
  return n;
}

RelStatus
rel_weights_pack(RelModel *model)
{
  const RelKernels *const kernels = model->kernels;
  RelLinear *all[MAX_LINEAR];
  const size_t n = list_linear(model, all);
  size_t size = REL_KERNEL_ALIGN;

  for (size_t i = 0; i < n; ++i) {
    size += kernels->packed_size(all[i]->n_rows, all[i]->n_cols);
  }
  model->packed = rel_world_realloc(model->world, NULL, size);
  if (!model->packed) {
    return REL_NO_MEMORY;
  }
  char *at = model->packed;
  at += REL_KERNEL_ALIGN - (uintptr_t)at % REL_KERNEL_ALIGN;
  for (size_t i = 0; i < n; ++i) {
    RelLinear *const layer = all[i];
    kernels->pack(at, layer->w, layer->scale, layer->bias, layer->n_rows,
                  layer->n_cols);
    layer->packed = at;
    at += kernels->packed_size(layer->n_rows, layer->n_cols);
  }
  return REL_OK;
}

uint32_t
rel_keys_find(const RelKeys *keys, uint64_t key)
{
  uint32_t slot = (uint32_t)key & keys->mask;

  while (keys->slots[slot]) {
    const uint32_t number = keys->slots[slot];
    if (keys->keys[number - 1U] == key) {
      return number;
    }
    slot = (slot + 1U) & keys->mask;
  }
  return 0U;
}
