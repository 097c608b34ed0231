// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/net.h"

#include <string.h>

static size_t
max(size_t a, size_t b)
{
  return a > b ? a : b;
}

/// Widest input of a layer; widest input or output; widest LSTM
typedef struct {
  size_t in;
  size_t any;
  size_t lstm;
} Widths;

static Widths
widths(const RelModel *m)
{
  const RelLinear fixed[] = {m->input, m->heads, m->tags, m->edits,
                             m->names, m->arc,   m->label};
  Widths w = {0U, 0U, 1U};

  for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); ++i) {
    w.in = max(w.in, fixed[i].n_cols);
    w.any = max(w.any, fixed[i].n_rows);
  }
  for (uint32_t i = 0; i < m->n_layers; ++i) {
    const RelLayer *const layer = &m->layers[i];
    w.in = max(w.in, layer->in.n_cols);
    w.any = max(w.any, layer->in.n_rows);
    if (layer->is_lstm) {
      w.lstm = max(w.lstm, layer->recur[0].n_cols);
    }
  }
  w.any = max(w.any, w.in);
  return w;
}

static float *
floats(RelArena *arena, size_t n, size_t width, bool *is_good)
{
  float *const block = rel_arena_calloc(arena, n * width, sizeof(float));

  *is_good = *is_good && block;
  return block;
}

static void
set_constants(RelNet *net)
{
  const RelModel *const m = net->model;
  const size_t longest = net->longest;
  const size_t far = m->n_distance;

  for (size_t i = 0; i <= longest; ++i) {
    net->arc_scale[i] = m->pair[2];
  }
  for (size_t i = 0; i < m->n_arc; ++i) {
    net->arc_inverse[i] = m->pair[0];
    net->arc_inverse[m->n_arc + i] = m->pair[1];
  }
  for (size_t i = 0; i <= 2U * longest; ++i) {
    // i stands for the distance i - longest
    const size_t least = i + far < longest ? 0U : i + far - longest;
    net->distance[i] = m->distance[least < 2U * far ? least : 2U * far];
  }
}

/// Memory of the scores of arcs
static bool
arcs_init(RelNet *net, RelArena *arena)
{
  const size_t n_heads = (size_t)net->longest + 1U;
  const size_t n_arc = net->model->n_arc;
  const size_t size = net->model->kernels->packed_size(n_heads, n_arc);
  bool ok = true;

  net->arc_scale = floats(arena, 1U, n_heads, &ok);
  net->arc_bias = floats(arena, 1U, n_heads, &ok);
  net->arc_inverse = floats(arena, 2U, n_arc, &ok);
  net->distance = floats(arena, 2U, n_heads, &ok);
  net->arc_head = rel_arena_calloc(arena, n_heads, n_arc);
  char *const packed = rel_arena_calloc(arena, 1U, size + REL_KERNEL_ALIGN);
  if (!ok || !net->arc_head || !packed) {
    return false;
  }
  net->arc_packed =
      packed + REL_KERNEL_ALIGN - (uintptr_t)packed % REL_KERNEL_ALIGN;
  set_constants(net);
  return true;
}

RelStatus
rel_net_init(RelNet *net, const RelModel *model, RelArena *arena,
             uint32_t n_words, uint32_t longest)
{
  const size_t n = n_words;
  const Widths w = widths(model);
  bool ok = true;

  *net = (RelNet){.model = model, .longest = longest};
  net->hidden = floats(arena, n, model->width, &ok);
  net->gates = floats(arena, n, w.any, &ok);
  net->state = floats(arena, REL_NET_SENTENCES, 5U * w.lstm, &ok);
  net->inner = floats(arena, n, model->heads.n_rows, &ok);
  net->tags = floats(arena, n, model->tags.n_rows, &ok);
  net->names = floats(arena, n, model->names.n_rows, &ok);
  net->labels = floats(arena, n, model->label.n_rows, &ok);
  net->arcs = floats(arena, n, longest + 1U, &ok);
  net->words = rel_arena_calloc(arena, longest, sizeof(*net->words));
  net->rounded = rel_arena_calloc(arena, max(n, REL_NET_SENTENCES) * w.in,
                                  model->kernels->number_size);
  ok = ok && net->words && net->rounded && arcs_init(net, arena);
  return ok ? REL_OK : REL_NO_MEMORY;
}

/// Number `at` of the rounded ones
static void *
rounded(const RelNet *net, size_t at)
{
  return (char *)net->rounded + at * net->model->kernels->number_size;
}

/// Zeros at [at, at + n) of the rounded numbers
static void
round_zeros(RelNet *net, size_t at, size_t n)
{
  const RelKernels *const k = net->model->kernels;

  memset(rounded(net, at), k->zero, n * k->number_size);
}

/// Row `i` of the rounded numbers becomes the layer's input `x`
static void
round_row(RelNet *net, const RelLinear *layer, size_t i, const float *x)
{
  const size_t n_in = layer->n_in;
  const size_t at = i * layer->n_cols;

  net->model->kernels->round(rounded(net, at), x, layer->input, n_in);
  round_zeros(net, at + n_in, layer->n_cols - n_in);
}

/// out (n, n_rows) = layer(x), where row i of x begins at x + i * stride
static void
linear(RelNet *net, const RelLinear *layer, const float *x, size_t stride,
       float *out)
{
  const RelKernels *const k = net->model->kernels;

  for (size_t i = 0; i < net->n_words; ++i) {
    round_row(net, layer, i, x + i * stride);
  }
  k->multiply(out, net->rounded, layer->packed, net->n_words, layer->n_rows,
              layer->n_cols);
}

/// out += row `number`
static void
add_row(const RelModel *m, float *out, const RelEmbedding *table,
        uint32_t number)
{
  m->kernels->add_row(out, table->rows + (size_t)number * table->dim,
                      table->scale[number], table->dim);
}

/// The vectors of a word's features, one behind the other
static void
embed_word(const RelModel *m, const RelFeatures *word, uint32_t how, float *out)
{
  memset(out, 0, m->input.n_in * sizeof(float));
  add_row(m, out, &m->vector, word->vector);
  out += m->vector.dim;
  add_row(m, out, &m->word, word->word);
  out += m->word.dim;
  for (size_t k = 0; k < REL_MAX_AFFIX; ++k) {
    add_row(m, out, &m->prefix, word->prefix[k]);
    add_row(m, out + m->prefix.dim, &m->suffix, word->suffix[k]);
  }
  out += m->prefix.dim + m->suffix.dim;
  add_row(m, out, &m->shape, word->shape);
  add_row(m, out + m->shape.dim, &m->sentence_case, how);
}

static void
embed(RelNet *net, const RelStr *forms)
{
  const RelModel *const m = net->model;
  const size_t n_in = m->input.n_in;

  for (uint32_t s = 0; s < net->n_sentences; ++s) {
    const RelNetSentence *const sentence = &net->sentences[s];
    for (size_t i = 0; i < sentence->n; ++i) {
      rel_features_of(m, forms[sentence->first + i], &net->words[i]);
    }
    const uint32_t how = rel_features_case(net->words, sentence->n);
    for (size_t i = 0; i < sentence->n; ++i) {
      embed_word(m, &net->words[i], how,
                 net->gates + (sentence->first + i) * n_in);
    }
  }
}

/// hidden = norm(linear(embedding))
static void
run_input(RelNet *net, const RelStr *forms)
{
  const RelModel *const m = net->model;

  embed(net, forms);
  linear(net, &m->input, net->gates, m->input.n_in, net->gates);
  for (size_t i = 0; i < net->n_words; ++i) {
    float *const to = net->hidden + i * m->width;
    memcpy(to, net->gates + i * m->dim, m->dim * sizeof(*to));
    m->kernels->layer_norm(to, m->input_gain, m->input_offset, m->dim);
  }
}

/// Round the words at -size, 0 and +size from word `i` of a sentence
static void
round_window(RelNet *net, const RelLayer *layer, const RelNetSentence *sentence,
             size_t i)
{
  const size_t dim = layer->in.n_rows / 2U;
  const size_t to = (sentence->first + i) * layer->in.n_cols;
  const size_t width = net->model->width;

  for (size_t k = 0; k < 3U; ++k) {
    const size_t at = i + k * layer->size - layer->size;
    if (at < sentence->n) { // in front of the first word, `at` wraps around
      net->model->kernels->round(rounded(net, to + k * dim),
                                 net->hidden + (sentence->first + at) * width,
                                 layer->in.input + k * dim, dim);
    } else {
      round_zeros(net, to + k * dim, dim);
    }
  }
  round_zeros(net, to + 3U * dim, layer->in.n_cols - 3U * dim);
}

/// hidden += norm(maxout(left, middle, right))
static void
run_convolution(RelNet *net, const RelLayer *layer)
{
  const RelKernels *const k = net->model->kernels;
  const RelLinear *const in = &layer->in;
  const size_t dim = in->n_rows / 2U;

  for (uint32_t s = 0; s < net->n_sentences; ++s) {
    for (size_t i = 0; i < net->sentences[s].n; ++i) {
      round_window(net, layer, &net->sentences[s], i);
    }
  }
  k->multiply(net->gates, net->rounded, in->packed, net->n_words, in->n_rows,
              in->n_cols);
  for (size_t i = 0; i < net->n_words; ++i) {
    k->add_maxout(net->hidden + i * net->model->width,
                  net->gates + i * in->n_rows, layer->gain, layer->offset, dim);
  }
}

/// The next word of each of the first `n` sentences, in one direction
static void
lstm_step(RelNet *net, const RelLayer *layer, size_t step, size_t n,
          bool is_back)
{
  const RelKernels *const k = net->model->kernels;
  const size_t size = layer->size;
  const RelLinear *const recur = &layer->recur[is_back];
  float *const cells = net->state;
  float *const sums = cells + REL_NET_SENTENCES * size;
  const size_t skipped = layer->skips ? layer->in.n_in : 0U;
  const size_t at = skipped + (is_back ? size : 0U);

  if (step) {
    k->multiply(sums, net->rounded, recur->packed, n, recur->n_rows,
                recur->n_cols);
  }
  for (size_t s = 0; s < n; ++s) {
    const RelNetSentence *const sentence = &net->sentences[s];
    const size_t i =
        sentence->first + (is_back ? sentence->n - 1U - step : step);
    float *const out = net->hidden + i * net->model->width + at;
    k->lstm_step(net->gates + i * 8U * size + (is_back ? 4U * size : 0U),
                 step ? sums + s * 4U * size : NULL, cells + s * size, out,
                 size);
    k->round(rounded(net, s * recur->n_cols), out, recur->input, size);
  }
}

/// Both directions over all sentences; the shorter ones end first
static void
run_lstm(RelNet *net, const RelLayer *layer)
{
  linear(net, &layer->in, net->hidden, net->model->width, net->gates);
  for (size_t direction = 0; direction < 2U; ++direction) {
    size_t n = net->n_sentences;
    memset(net->state, 0, n * layer->size * sizeof(float));
    round_zeros(net, 0U, n * layer->recur[0].n_cols);
    for (size_t step = 0; step < net->sentences[0].n; ++step) {
      while (net->sentences[n - 1U].n <= step) {
        --n;
      }
      lstm_step(net, layer, step, n, direction == 1U);
    }
  }
}

/// Scores of the heads of one sentence, whose dependents are rounded
static void
score_sentence(RelNet *net, const RelNetSentence *sentence)
{
  const RelModel *const m = net->model;
  const size_t n = sentence->n;
  const size_t first = sentence->first;
  const float *const heads = net->inner + m->n_tag + m->n_name;
  float *const arcs = net->arcs + first * (net->longest + 1U);

  rel_round_int8(net->arc_head, m->arc_root, net->arc_inverse + m->n_arc,
                 m->n_arc);
  for (size_t i = 0; i < n; ++i) {
    rel_round_int8(net->arc_head + (i + 1U) * m->n_arc,
                   heads + (first + i) * m->heads.n_rows,
                   net->arc_inverse + m->n_arc, m->n_arc);
  }
  m->kernels->pack(net->arc_packed, net->arc_head, net->arc_scale,
                   net->arc_bias, n + 1U, m->n_arc);
  m->kernels->multiply(arcs, rounded(net, first * m->n_arc), net->arc_packed, n,
                       n + 1U, m->n_arc);
  for (size_t i = 0; i < n; ++i) {
    float *const row = arcs + i * (n + 1U);
    const float *const distance = net->distance + net->longest - i;
    row[0] += m->distance[2U * m->n_distance + 1U];
    for (size_t j = 0; j < n; ++j) {
      row[j + 1U] += distance[j];
    }
    row[i + 1U] = -1e9F; // no word is its own head
  }
}

static void
score_arcs(RelNet *net)
{
  const RelModel *const m = net->model;
  const float *const deps = net->inner + m->n_tag + m->n_name + m->n_arc;

  linear(net, &m->arc, deps, m->heads.n_rows, net->gates);
  for (size_t i = 0; i < net->n_words; ++i) {
    m->kernels->round(rounded(net, i * m->n_arc), net->gates + i * m->n_arc,
                      net->arc_inverse, m->n_arc);
  }
  for (uint32_t s = 0; s < net->n_sentences; ++s) {
    score_sentence(net, &net->sentences[s]);
  }
}

void
rel_net_run(RelNet *net, const RelStr *forms, const uint32_t *lengths,
            uint32_t n_sentences)
{
  const RelModel *const m = net->model;
  const size_t n_inner = m->heads.n_rows;

  net->n_sentences = n_sentences;
  net->n_words = 0;
  for (uint32_t s = 0; s < n_sentences; ++s) {
    net->sentences[s] = (RelNetSentence){net->n_words, lengths[s]};
    net->n_words += lengths[s];
  }

  run_input(net, forms);
  for (uint32_t i = 0; i < m->n_layers; ++i) {
    const RelLayer *const layer = &m->layers[i];
    (layer->is_lstm ? run_lstm : run_convolution)(net, layer);
  }
  linear(net, &m->heads, net->hidden, m->width, net->inner);
  m->kernels->relu(net->inner, net->n_words * n_inner);
  linear(net, &m->tags, net->inner, n_inner, net->tags);
  linear(net, &m->names, net->inner + m->n_tag, n_inner, net->names);
  score_arcs(net);
}

const float *
rel_net_arcs(const RelNet *net, uint32_t sentence)
{
  return net->arcs + net->sentences[sentence].first * (net->longest + 1U);
}

const float *
rel_net_edits(RelNet *net, const uint32_t *words, size_t n)
{
  const RelModel *const m = net->model;

  for (size_t i = 0; i < n; ++i) {
    round_row(net, &m->edits, i,
              net->inner + (size_t)words[i] * m->heads.n_rows);
  }
  m->kernels->multiply(net->gates, net->rounded, m->edits.packed, n,
                       m->edits.n_rows, m->edits.n_cols);
  return net->gates;
}

void
rel_net_label(RelNet *net, const uint32_t *heads)
{
  const RelModel *const m = net->model;
  const size_t n_label = m->n_label;
  const size_t n_inner = m->heads.n_rows;
  const float *const inner =
      net->inner + m->n_tag + m->n_name + 2U * (size_t)m->n_arc;

  for (uint32_t s = 0; s < net->n_sentences; ++s) {
    const size_t first = net->sentences[s].first;
    for (size_t i = first; i < first + net->sentences[s].n; ++i) {
      const float *const d = inner + i * n_inner + n_label;
      const float *const h =
          heads[i] ? inner + (first + heads[i] - 1U) * n_inner : m->label_root;
      float *const to = net->gates + i * 2U * n_label;
      for (size_t c = 0; c < n_label; ++c) {
        to[c] = h[c] > d[c] ? h[c] : d[c];
        to[n_label + c] = h[c] * d[c];
      }
    }
  }
  linear(net, &m->label, net->gates, 2U * n_label, net->labels);
}
