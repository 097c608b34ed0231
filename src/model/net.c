// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/net.h"

#include "model/feature.h"

#include <string.h>

static uint32_t
max(uint32_t a, uint32_t b)
{
  return a > b ? a : b;
}

/// The widest input and output of any layer
static void
widths(const RelModel *m, uint32_t *in, uint32_t *out)
{
  const RelLinear all[] = {m->input, m->heads, m->tags,
                           m->names, m->arc,   m->label};

  *in = 2U * m->n_arc; // room for two constant rows in score_arcs()
  *out = 0;
  for (size_t i = 0; i < sizeof(all) / sizeof(*all); ++i) {
    *in = max(*in, all[i].n_cols);
    *out = max(*out, all[i].n_rows);
  }
  for (uint32_t i = 0; i < m->n_layers; ++i) {
    *in = max(*in, m->layers[i].in.n_cols);
    *out = max(*out, m->layers[i].in.n_rows);
  }
}

static float *
floats(RelArena *arena, size_t n, size_t width, bool *is_good)
{
  float *const block = rel_arena_calloc(arena, n * width, sizeof(float));

  *is_good = *is_good && block;
  return block;
}

RelStatus
rel_net_init(RelNet *net, const RelModel *model, RelArena *arena,
             uint32_t capacity)
{
  const size_t n = capacity;
  const size_t n_arc = model->n_arc;
  uint32_t in = 0;
  uint32_t out = 0;
  bool ok = true;

  widths(model, &in, &out);
  *net = (RelNet){.model = model, .dot = rel_dot_best(), .capacity = capacity};
  net->hidden = floats(arena, n, model->width, &ok);
  net->window = floats(arena, n, in, &ok);
  net->gates = floats(arena, n, out, &ok);
  net->state = floats(arena, 1U, 8U * (size_t)model->width, &ok);
  net->inner = floats(arena, n, model->heads.n_rows, &ok);
  net->tags = floats(arena, n, model->tags.n_rows, &ok);
  net->names = floats(arena, n, model->names.n_rows, &ok);
  net->labels = floats(arena, n, model->label.n_rows, &ok);
  net->arcs = floats(arena, n, n + 1U, &ok);
  net->rounded = rel_arena_calloc(arena, n, in);
  net->sums = rel_arena_calloc(arena, n * out + n + 1U, sizeof(int32_t));
  net->arc_dep = rel_arena_calloc(arena, n, n_arc);
  net->arc_head = rel_arena_calloc(arena, n + 1U, n_arc);
  return ok && net->rounded && net->sums && net->arc_dep && net->arc_head
             ? REL_OK
             : REL_NO_MEMORY;
}

/// out (n, n_rows) = layer(x), where x is (n, layer->n_cols)
static void
linear(RelNet *net, const RelLinear *layer, const float *x, float *out,
       uint32_t n)
{
  const size_t n_cols = layer->n_cols;
  const size_t n_rows = layer->n_rows;

  for (size_t i = 0; i < n; ++i) {
    rel_quantise(net->rounded + i * n_cols, x + i * n_cols, layer->input,
                 n_cols);
  }
  net->dot(net->sums, net->rounded, layer->w, n, n_rows, n_cols);
  for (size_t i = 0; i < n; ++i) {
    rel_dequantise(out + i * n_rows, net->sums + i * n_rows, layer->scale,
                   layer->bias, n_rows);
  }
}

/// Copy `n_in` of every `stride` values to rows of the layer's padded width
static void
gather(RelNet *net, const RelLinear *layer, const float *x, size_t stride,
       uint32_t n)
{
  for (size_t i = 0; i < n; ++i) {
    float *const to = net->window + i * layer->n_cols;
    memcpy(to, x + i * stride, layer->n_in * sizeof(float));
    memset(to + layer->n_in, 0, (layer->n_cols - layer->n_in) * sizeof(float));
  }
}

/// out += row `number`
static void
add_row(float *out, const RelEmbedding *table, uint32_t number)
{
  const int8_t *const row = table->rows + (size_t)number * table->dim;
  const float scale = table->scale[number];

  for (uint32_t i = 0; i < table->dim; ++i) {
    out[i] += (float)row[i] * scale;
  }
}

/// The vectors of a word's features, one behind the other
static void
embed_word(const RelModel *m, const RelFeatures *word, uint32_t how, float *out)
{
  memset(out, 0, m->input.n_cols * sizeof(float));
  add_row(out, &m->vector, word->vector);
  out += m->vector.dim;
  add_row(out, &m->word, word->word);
  out += m->word.dim;
  for (size_t k = 0; k < REL_MAX_AFFIX; ++k) {
    add_row(out, &m->prefix, word->prefix[k]);
    add_row(out + m->prefix.dim, &m->suffix, word->suffix[k]);
  }
  out += m->prefix.dim + m->suffix.dim;
  add_row(out, &m->shape, word->shape);
  add_row(out + m->shape.dim, &m->sentence_case, how);
}

static void
embed(RelNet *net, const RelFeatures *words, uint32_t n)
{
  const RelModel *const m = net->model;
  const uint32_t how = rel_features_case(words, n);

  for (size_t i = 0; i < n; ++i) {
    embed_word(m, &words[i], how, net->window + i * m->input.n_cols);
  }
  linear(net, &m->input, net->window, net->hidden, n);
  for (size_t i = 0; i < n; ++i) {
    rel_layer_norm(net->hidden + i * m->dim, m->input_gain, m->input_offset,
                   m->dim);
  }
}

/// hidden += norm(maxout(left, middle, right))
static void
run_convolution(RelNet *net, const RelLayer *layer, uint32_t n)
{
  const size_t dim = layer->in.n_rows / 2U;
  const size_t n_cols = layer->in.n_cols;

  memset(net->window, 0, n * n_cols * sizeof(float));
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < 3U; ++k) {
      const size_t at = i + k * layer->size - layer->size;
      if (at < n) { // in front of the first word, `at` wraps around
        memcpy(net->window + i * n_cols + k * dim, net->hidden + at * dim,
               dim * sizeof(float));
      }
    }
  }
  linear(net, &layer->in, net->window, net->gates, n);
  for (size_t i = 0; i < n; ++i) {
    float *const a = net->gates + i * 2U * dim;
    const float *const b = a + dim;
    float *const h = net->hidden + i * dim;
    for (size_t c = 0; c < dim; ++c) {
      a[c] = a[c] > b[c] ? a[c] : b[c];
    }
    rel_layer_norm(a, layer->gain, layer->offset, dim);
    for (size_t c = 0; c < dim; ++c) {
      h[c] += a[c];
    }
  }
}

/// Where an LSTM layer writes a word's output, and where its own part begins
static float *
lstm_output(RelNet *net, const RelLayer *layer, size_t i)
{
  const size_t skipped = layer->skips ? layer->in.n_in : 0U;

  return net->hidden + i * ((size_t)2U * layer->size + skipped) + skipped;
}

/// One direction over the sentence; writes its half of the layer's output
static void
run_direction(RelNet *net, const RelLayer *layer, uint32_t n, bool is_back)
{
  const size_t size = layer->size;
  const RelLinear *const recur = &layer->recur;
  const size_t first = is_back ? 4U * size : 0U;
  const int8_t *const w = recur->w + first * recur->n_cols;
  float *const cell = net->state;
  float *const sums = cell + size;
  int8_t *const rounded = net->rounded;

  memset(cell, 0, size * sizeof(float));
  memset(rounded, 0, recur->n_cols);
  for (size_t step = 0; step < n; ++step) {
    const size_t i = is_back ? n - 1U - step : step;
    float *const gates = net->gates + i * 8U * size + first;
    float *const out = lstm_output(net, layer, i) + (is_back ? size : 0U);
    if (step) {
      net->dot(net->sums, rounded, w, 1U, 4U * size, recur->n_cols);
      rel_dequantise(sums, net->sums, recur->scale + first, recur->bias + first,
                     4U * size);
      for (size_t c = 0; c < 4U * size; ++c) {
        gates[c] += sums[c];
      }
    }
    rel_lstm_step(gates, cell, out, size);
    rel_quantise(rounded, out, recur->input, size);
  }
}

static void
run_lstm(RelNet *net, const RelLayer *layer, uint32_t n)
{
  const size_t n_in = layer->in.n_in;

  gather(net, &layer->in, net->hidden, n_in, n);
  linear(net, &layer->in, net->window, net->gates, n);
  for (size_t i = 0; i < n && layer->skips; ++i) {
    memcpy(lstm_output(net, layer, i) - n_in,
           net->window + i * layer->in.n_cols, n_in * sizeof(float));
  }
  run_direction(net, layer, n, false);
  run_direction(net, layer, n, true);
}

static void
score_arcs(RelNet *net, uint32_t n)
{
  const RelModel *const m = net->model;
  const size_t n_arc = m->n_arc;
  const size_t n_inner = m->heads.n_rows;
  const size_t head = m->n_tag + m->n_name;
  float *const inverse = net->window; // constant rows for rounding

  gather(net, &m->arc, net->inner + head + n_arc, n_inner, n);
  linear(net, &m->arc, net->window, net->gates, n);
  for (size_t c = 0; c < n_arc; ++c) {
    inverse[c] = m->pair[0];
    inverse[n_arc + c] = m->pair[1];
  }
  rel_quantise(net->arc_head, m->arc_root, inverse + n_arc, n_arc);
  for (size_t i = 0; i < n; ++i) {
    rel_quantise(net->arc_dep + i * n_arc, net->gates + i * n_arc, inverse,
                 n_arc);
    rel_quantise(net->arc_head + (i + 1U) * n_arc,
                 net->inner + i * n_inner + head, inverse + n_arc, n_arc);
  }
  const int32_t far = (int32_t)m->n_distance;
  for (size_t i = 0; i < n; ++i) {
    float *const row = net->arcs + i * (n + 1U);
    net->dot(net->sums, net->arc_dep + i * n_arc, net->arc_head, 1U, n + 1U,
             n_arc);
    row[0] = (float)net->sums[0] * m->pair[2] + m->distance[2 * far + 1];
    for (size_t j = 0; j < n; ++j) {
      int32_t d = (int32_t)j - (int32_t)i;
      d = d < -far ? -far : d > far ? far : d;
      row[j + 1U] =
          (float)net->sums[j + 1U] * m->pair[2] + m->distance[d + far];
    }
    row[i + 1U] = -1e9F; // no word is its own head
  }
}

/// The features of a sentence share the memory of `gates` until they are used
static RelFeatures *
features(RelNet *net, const RelStr *forms, uint32_t n)
{
  RelFeatures *const words = (RelFeatures *)(void *)net->gates;

  for (uint32_t i = 0; i < n; ++i) {
    rel_features_of(net->model, forms[i], &words[i]);
  }
  return words;
}

void
rel_net_run(RelNet *net, const RelStr *forms, uint32_t n)
{
  const RelModel *const m = net->model;

  embed(net, features(net, forms, n), n);
  for (uint32_t i = 0; i < m->n_layers; ++i) {
    const RelLayer *const layer = &m->layers[i];
    (layer->is_lstm ? run_lstm : run_convolution)(net, layer, n);
  }

  gather(net, &m->heads, net->hidden, m->heads.n_in, n);
  linear(net, &m->heads, net->window, net->inner, n);
  const size_t n_inner = m->heads.n_rows;
  rel_relu(net->inner, n * n_inner);
  gather(net, &m->tags, net->inner, n_inner, n);
  linear(net, &m->tags, net->window, net->tags, n);
  gather(net, &m->names, net->inner + m->n_tag, n_inner, n);
  linear(net, &m->names, net->window, net->names, n);
  score_arcs(net, n);
}

void
rel_net_label(RelNet *net, const uint32_t *heads, uint32_t n)
{
  const RelModel *const m = net->model;
  const size_t n_label = m->n_label;
  const size_t n_inner = m->heads.n_rows;
  const float *const head =
      net->inner + m->n_tag + m->n_name + 2U * (size_t)m->n_arc;

  for (size_t i = 0; i < n; ++i) {
    const float *const d = head + i * n_inner + n_label;
    const float *const h =
        heads[i] ? head + (heads[i] - 1U) * n_inner : m->label_root;
    float *const to = net->window + i * m->label.n_cols;
    memset(to, 0, m->label.n_cols * sizeof(float));
    for (size_t c = 0; c < n_label; ++c) {
      to[c] = h[c] > d[c] ? h[c] : d[c];
      to[n_label + c] = h[c] * d[c];
    }
  }
  linear(net, &m->label, net->window, net->labels, n);
}
