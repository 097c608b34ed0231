// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/tagger.h"

#include <string.h>

enum {
  N_PARTS = 2 * REL_TAG_REACH + 1,
  N_SLOTS = 4096,
  N_MEMOS = 3,
  MAX_FORM = 31 // bytes; longer forms are not kept
};

struct RelTagSlotImpl {
  char form[MAX_FORM];
  uint8_t len;    ///< 0: free
  uint32_t round; ///< Last run that used it
  uint32_t next_memo;
  RelFeatures features; ///< Only how it is written counts
  RelTagMemo memos[N_MEMOS];
};

static size_t
greater(size_t a, size_t b)
{
  return a > b ? a : b;
}

RelStatus
rel_tag_net_init(RelTagNet *net, const RelModel *model, RelArena *arena)
{
  const RelTagWeights *const t = &model->tagger;
  const size_t number = model->kernels->number_size;
  const size_t n = REL_TAG_WORDS;
  const size_t n_parts = t->first.n_rows;

  *net = (RelTagNet){.model = model};
  net->slots = rel_arena_calloc(arena, N_SLOTS, sizeof(*net->slots));
  // not zeroed: memory that is never used is never touched
  net->kept = rel_arena_alloc(arena, N_SLOTS * n_parts * sizeof(float));
  net->words = rel_arena_calloc(arena, n, sizeof(*net->words));
  net->features = rel_arena_calloc(arena, n, sizeof(*net->features));
  net->fresh = rel_arena_calloc(arena, n, sizeof(*net->fresh));
  net->input = rel_arena_calloc(arena, n * t->first.n_cols, sizeof(float));
  net->parts = rel_arena_calloc(arena, n * n_parts, sizeof(float));
  net->sums = rel_arena_calloc(arena, n * t->n_first, sizeof(float));
  net->hidden = rel_arena_calloc(arena, n * t->n_second, sizeof(float));
  net->scores = rel_arena_calloc(arena, n * t->tags.n_rows, sizeof(float));
  net->wide = rel_arena_calloc(
      arena, n * greater(model->n_feats, model->n_scripts), sizeof(float));
  net->rounded = rel_arena_calloc(
      arena,
      n * greater(greater(t->first.n_cols, t->second.n_cols), t->n_second),
      number);
  net->window = rel_arena_calloc(arena, (2U * n + 1U) * t->n_first, number);
  net->inner = rel_arena_calloc(arena, n * t->n_second, number);
  return net->slots && net->kept && net->words && net->features && net->fresh &&
                 net->input && net->parts && net->sums && net->hidden &&
                 net->scores && net->wide && net->rounded && net->window &&
                 net->inner
             ? REL_OK
             : REL_NO_MEMORY;
}

// ------------------------------------------------------- what words add

/// FNV-1a
static uint32_t
hash_form(RelStr form)
{
  uint64_t hash = 0xCBF29CE484222325U;

  for (size_t i = 0; i < form.len; ++i) {
    hash = (hash ^ (uint8_t)form.data[i]) * 0x100000001B3U;
  }
  return (uint32_t)(hash ^ hash >> 32U);
}

static bool
holds(const RelTagSlot *slot, RelStr form)
{
  return slot->len == form.len && !memcmp(slot->form, form.data, form.len);
}

/// The vectors of a form's features, one behind the other; sets its features
static void
embed(const RelModel *m, RelStr form, RelFeatures *f, float *out)
{
  const RelTagWeights *const t = &m->tagger;
  const RelFeatureTables tables = {&m->vector_keys, &t->word_keys, t->prefix.n,
                                   t->suffix.n, t->shape.n};
  const struct {
    const RelEmbedding *table;
    const uint32_t *rows;
    size_t n;
  } all[] = {{&m->vector, &f->vector, 1U},
             {&t->word, &f->word, 1U},
             {&t->prefix, f->prefix, REL_MAX_AFFIX},
             {&t->suffix, f->suffix, REL_MAX_AFFIX},
             {&t->shape, &f->shape, 1U}};

  rel_features_by(&tables, form, f);
  memset(out, 0, t->first.n_cols * sizeof(float));
  for (size_t i = 0; i < sizeof(all) / sizeof(*all); ++i) {
    const RelEmbedding *const table = all[i].table;
    for (size_t k = 0; k < all[i].n; ++k) {
      const size_t row = all[i].rows[k];
      m->kernels->add_row(out, table->rows + row * table->dim,
                          table->scale[row], table->dim);
    }
    out += table->dim;
  }
}

/**
   Find the words among those seen; returns the number of `fresh` ones.

   A slot that a word of this run uses is not given to another form, which
   then is fresh each time.
*/
static uint32_t
find_words(RelTagNet *net, const RelStr *forms, uint32_t n)
{
  const size_t n_parts = net->model->tagger.first.n_rows;
  uint32_t n_fresh = 0;

  ++net->round;
  for (uint32_t i = 0; i < n; ++i) {
    const RelStr form = forms[i];
    const uint32_t number = hash_form(form) % N_SLOTS;
    RelTagSlot *const slot = &net->slots[number];
    const bool is_seen = form.len && form.len <= MAX_FORM && holds(slot, form);
    const bool is_free =
        form.len && form.len <= MAX_FORM && slot->round != net->round;
    net->words[i] = (RelTagWord){form, is_seen || is_free ? slot : NULL,
                                 net->kept + number * n_parts};
    if (is_free && !is_seen) {
      slot->len = (uint8_t)form.len;
      memcpy(slot->form, form.data, form.len);
      memset(slot->memos, 0, sizeof(slot->memos));
    }
    if (!is_seen) {
      net->fresh[n_fresh++] = i;
    }
    if (net->words[i].slot) {
      slot->round = net->round;
    }
  }
  return n_fresh;
}

/// Make the parts of the fresh words, and keep them where there is a slot
static void
add_parts(RelTagNet *net, uint32_t n_fresh)
{
  const RelKernels *const kernels = net->model->kernels;
  const RelLinear *const first = &net->model->tagger.first;
  const size_t n_cols = first->n_cols;
  const size_t n_parts = first->n_rows;

  for (size_t k = 0; k < n_fresh; ++k) {
    const uint32_t i = net->fresh[k];
    embed(net->model, net->words[i].form, &net->features[i],
          net->input + k * n_cols);
    kernels->round((char *)net->rounded + k * n_cols * kernels->number_size,
                   net->input + k * n_cols, first->input, n_cols);
  }
  kernels->multiply(net->parts, net->rounded, first->packed, n_fresh, n_parts,
                    n_cols);
  for (size_t k = 0; k < n_fresh; ++k) {
    RelTagWord *const word = &net->words[net->fresh[k]];
    const float *const parts = net->parts + k * n_parts;
    if (word->slot) {
      const size_t number = (size_t)(word->slot - net->slots);
      memcpy(net->kept + number * n_parts, parts, n_parts * sizeof(float));
      word->slot->features = net->features[net->fresh[k]];
    } else {
      word->parts = parts;
    }
  }
}

static void
add(float *restrict sum, const float *restrict part, size_t n)
{
  for (size_t c = 0; c < n; ++c) {
    sum[c] += part[c];
  }
}

/// Sums of what the words of a sentence add to each other, and of the bias
static void
add_up(RelTagNet *net, uint32_t first, uint32_t n)
{
  const RelTagWeights *const t = &net->model->tagger;
  const size_t dim = t->n_first;
  float *const sums = net->sums + first * dim;

  for (uint32_t i = 0; i < n; ++i) {
    const RelTagSlot *const slot = net->words[first + i].slot;
    if (slot) {
      net->features[first + i] = slot->features;
    }
  }
  const float *const how =
      t->how + rel_features_case(net->features + first, n) * dim;
  for (uint32_t i = 0; i < n; ++i) {
    memcpy(sums + i * dim, how, dim * sizeof(float));
  }
  for (uint32_t i = 0; i < n; ++i) {
    const float *const parts = net->words[first + i].parts;
    for (uint32_t k = 0; k < N_PARTS; ++k) {
      const uint32_t at = i + k - REL_TAG_REACH; // in front it wraps around
      if (at < n) {
        add(sums + at * dim, parts + k * dim, dim);
      }
    }
  }
}

// -------------------------------------------------------------- the layers

/// Rows of three neighbours of each sentence, with zeros at its ends
static void
fill_windows(RelTagNet *net, const uint32_t *lengths, uint32_t n_sentences)
{
  const RelKernels *const kernels = net->model->kernels;
  const RelTagWeights *const t = &net->model->tagger;
  const size_t row = t->n_first * kernels->number_size;
  char *from = net->window;
  char *to = net->rounded;
  size_t word = 0;

  memset(from, kernels->zero, row);
  for (uint32_t s = 0; s < n_sentences; ++s) {
    for (uint32_t i = 0; i < lengths[s]; ++i, ++word) {
      kernels->round(from + (i + 1U) * row, net->sums + word * t->n_first,
                     t->second.input, t->n_first);
    }
    memset(from + (lengths[s] + 1U) * row, kernels->zero, row);
    for (uint32_t i = 0; i < lengths[s]; ++i) {
      memcpy(to, from + i * row, 3U * row);
      to += 3U * row;
    }
    from += (lengths[s] + 1U) * row;
  }
}

void
rel_tag_net_run(RelTagNet *net, const RelStr *forms, const uint32_t *lengths,
                uint32_t n_sentences)
{
  const RelKernels *const kernels = net->model->kernels;
  const RelTagWeights *const t = &net->model->tagger;
  uint32_t n = 0;

  for (uint32_t s = 0; s < n_sentences; ++s) {
    n += lengths[s];
  }
  add_parts(net, find_words(net, forms, n));
  for (uint32_t s = 0, first = 0; s < n_sentences; first += lengths[s++]) {
    add_up(net, first, lengths[s]);
  }
  kernels->relu(net->sums, n * (size_t)t->n_first);
  fill_windows(net, lengths, n_sentences);
  kernels->multiply(net->hidden, net->rounded, t->second.packed, n, t->n_second,
                    t->second.n_cols);
  kernels->relu(net->hidden, n * (size_t)t->n_second);
  for (size_t i = 0; i < n; ++i) {
    kernels->round((char *)net->inner + i * t->n_second * kernels->number_size,
                   net->hidden + i * t->n_second, t->tags.input, t->n_second);
  }
  kernels->multiply(net->scores, net->inner, t->tags.packed, n, t->tags.n_rows,
                    t->tags.n_cols);
}

void
rel_tag_net_choose(RelTagNet *net, const RelLinear *layer,
                   const uint32_t *words, uint32_t n, uint32_t *best)
{
  const RelKernels *const kernels = net->model->kernels;
  const size_t row = net->model->tagger.n_second * kernels->number_size;

  for (size_t k = 0; k < n; ++k) {
    memcpy((char *)net->rounded + k * row,
           (const char *)net->inner + words[k] * row, row);
  }
  kernels->multiply(net->wide, net->rounded, layer->packed, n, layer->n_rows,
                    layer->n_cols);
  for (size_t k = 0; k < n; ++k) {
    best[k] =
        (uint32_t)rel_argmax(net->wide + k * layer->n_rows, layer->n_rows);
  }
}

RelTagMemo
rel_tag_net_memo(RelTagNet *net, uint32_t i, uint32_t xpos,
                 const char *xpos_text)
{
  const RelModel *const m = net->model;
  RelTagSlot *const slot = net->words[i].slot;

  for (size_t k = 0; slot && k < N_MEMOS; ++k) {
    if (slot->memos[k].xpos == xpos + 1U) {
      return slot->memos[k];
    }
  }
  const uint64_t key = rel_features_lemma_key(net->words[i].form, xpos_text);
  const uint32_t feats = rel_keys_find(&m->tagger.known, key);
  const uint32_t lemma = rel_keys_find(&m->lemma_keys, key);
  const RelTagMemo memo = {xpos + 1U,
                           feats ? m->tagger.known_feats[feats - 1U] + 1U : 0U,
                           lemma ? m->lemma_script[lemma - 1U] + 1U : 0U};
  if (slot) {
    slot->memos[slot->next_memo++ % N_MEMOS] = memo;
  }
  return memo;
}
