// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/parser.h"

#include "base/array.h"
#include "model/feature.h"
#include "model/net.h"
#include "parse/check.h"
#include "parse/decode.h"
#include "parse/lemma.h"
#include "parse/naming.h"

#include <stdlib.h>

/// Longer sentences are parsed in pieces, so that memory and time are linear
enum { MAX_PIECE = 256, N_TYPES = REL_N_NAME - 1 };

typedef REL_ARRAY(RelName) NameList;

/// A piece of a sentence: words [first, first + n) of the document
typedef struct {
  uint32_t first;
  uint32_t n;
  uint32_t sentence; ///< Number of its sentence
  uint32_t offset;   ///< Words of the sentence in front of it
} Piece;

/// What parsing one text needs
typedef struct {
  const RelModel *model;
  RelArena *arena;
  const RelText *text;
  RelTree *tree;
  RelNet net;
  RelTreeDecoder decoder;
  RelStr *forms;     ///< Of the words that run together
  uint32_t *numbers; ///< Of the same: tokens of the document
  uint32_t *heads;   ///< Of the same, from 1 in each piece
  uint32_t *unknown; ///< Some of the same: their lemmas are in no list
  uint8_t *back;     ///< Scratch of the name decoder
  uint8_t *tags;     ///< Name tags of the piece
  NameList names;
} Parser;

static RelStatus
allocate_tree(RelArena *arena, size_t n, RelTree *tree)
{
  *tree = (RelTree){0};
  tree->upos = rel_arena_calloc(arena, n, 1U);
  tree->xpos = rel_arena_calloc(arena, n, 1U);
  tree->deprel = rel_arena_calloc(arena, n, 1U);
  tree->head = rel_arena_calloc(arena, n, sizeof(*tree->head));
  tree->lemma = rel_arena_calloc(arena, n, sizeof(*tree->lemma));
  tree->feats = rel_arena_calloc(arena, n, sizeof(*tree->feats));
  tree->upos_prob = rel_arena_calloc(arena, n, sizeof(*tree->upos_prob));
  tree->head_prob = rel_arena_calloc(arena, n, sizeof(*tree->head_prob));
  return tree->upos && tree->xpos && tree->deprel && tree->head &&
                 tree->lemma && tree->feats && tree->upos_prob &&
                 tree->head_prob
             ? REL_OK
             : REL_NO_MEMORY;
}

static RelStatus
parser_init(Parser *self, uint32_t n_words, uint32_t longest)
{
  RelStatus st = REL_OK;

  REL_TRY(st,
          rel_net_init(&self->net, self->model, self->arena, n_words, longest));
  REL_TRY(st, rel_tree_decoder_init(&self->decoder, self->arena, longest));
  self->forms = rel_arena_calloc(self->arena, n_words, sizeof(RelStr));
  self->numbers = rel_arena_calloc(self->arena, n_words, sizeof(uint32_t));
  self->heads = rel_arena_calloc(self->arena, n_words, sizeof(uint32_t));
  self->unknown = rel_arena_calloc(self->arena, n_words, sizeof(uint32_t));
  self->tags = rel_arena_calloc(self->arena, longest, 1U);
  self->back = rel_arena_calloc(self->arena, longest, 1U + 4U * N_TYPES);
  return self->forms && self->numbers && self->heads && self->unknown &&
                 self->tags && self->back
             ? REL_OK
             : REL_NO_MEMORY;
}

/// The lemma of a word, by a script that a list knows or that is guessed
static RelStatus
make_lemma(Parser *self, uint32_t token, size_t script, bool is_guess)
{
  return rel_lemma_make(self->model, self->arena,
                        self->text->tokens[token].form,
                        (RelXpos)self->tree->xpos[token], script, is_guess,
                        &self->tree->lemma[token]);
}

/// Lemmas of the `n` words of the net that no list knows
static RelStatus
guess_lemmas(Parser *self, uint32_t n)
{
  const size_t n_scripts = self->model->n_scripts;
  const float *const scores = rel_net_edits(&self->net, self->unknown, n);
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n; ++i) {
    const size_t script = rel_argmax(scores + i * n_scripts, n_scripts);
    REL_TRY(st,
            make_lemma(self, self->numbers[self->unknown[i]], script, true));
  }
  return st;
}

/// Tags and lemmas of all words of the net
static RelStatus
set_tags(Parser *self, uint32_t n_words)
{
  const RelModel *const m = self->model;
  RelTree *const tree = self->tree;
  uint32_t n_unknown = 0;
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n_words; ++i) {
    const uint32_t token = self->numbers[i];
    const float *row = self->net.tags + (size_t)i * m->tags.n_rows;
    tree->upos[token] = (uint8_t)rel_argmax(row, m->n_upos);
    tree->upos_prob[token] = rel_softmax_at(row, m->n_upos, tree->upos[token],
                                            m->sharpness[REL_SHARP_UPOS]);
    row += m->n_upos;
    tree->xpos[token] = (uint8_t)rel_argmax(row, m->n_xpos);
    row += m->n_xpos;
    tree->feats[token] = m->feats[rel_argmax(row, m->n_feats)];
    const char *const xpos = rel_xpos_text((RelXpos)tree->xpos[token]);
    const uint32_t known = rel_lemma_known(
        m, rel_features_lemma_key(self->text->tokens[token].form, xpos));
    if (known) {
      REL_TRY(st, make_lemma(self, token, known - 1U, false));
    } else {
      self->unknown[n_unknown++] = i;
    }
  }
  return guess_lemmas(self, n_unknown);
}

/// The best relation; only the root is "root", which is the first of all
static uint32_t
best_relation(const float *labels, bool is_root)
{
  return is_root ? (uint32_t)REL_DEP_ROOT
                 : 1U + (uint32_t)rel_argmax(labels + 1, REL_N_DEP - 1U);
}

/**
   Heads and relations of piece `number` of the net.

   The roots of a sentence's later pieces hang on the root of its first one,
   which may be known only later; see join_pieces().
*/
static void
set_tree(Parser *self, const Piece *piece, uint32_t number)
{
  const uint32_t n = piece->n;
  const size_t at = self->net.sentences[number].first;
  const uint32_t *const heads = self->heads + at;
  const float *const arcs = rel_net_arcs(&self->net, number);
  const float *const sharpness = self->model->sharpness;
  RelTree *const tree = self->tree;

  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t token = piece->first + i;
    const float *const labels = self->net.labels + (at + i) * REL_N_DEP;
    const bool is_root = heads[i] == 0U && piece->offset == 0U;
    const uint32_t deprel = best_relation(labels, is_root);
    tree->deprel[token] = (uint8_t)deprel;
    tree->head[token] = heads[i] ? piece->offset + heads[i] : 0U;
    tree->head_prob[token] =
        rel_softmax_at(arcs + (size_t)i * (n + 1U), n + 1U, heads[i],
                       sharpness[REL_SHARP_ARC]) *
        rel_softmax_at(labels, REL_N_DEP, deprel, sharpness[REL_SHARP_LABEL]);
  }
}

/// The column of a name's type at the place that `tag` has in a name
static uint32_t
column_of(uint32_t type, uint8_t tag)
{
  return 1U + 4U * type + (tag - 1U) % 4U;
}

/**
   Probability that a word stands at this place of a name.

   Of a name whose type is decided later, whatever its type.
*/
static float
place_probability(const RelModel *model, const float *row, uint8_t tag)
{
  const size_t n = model->names.n_rows;
  const float sharpness = model->sharpness[REL_SHARP_NAME];
  float sum = 0.0F;

  if (!rel_naming_covers((RelNameType)(1U + (tag - 1U) / 4U))) {
    return rel_softmax_at(row, n, tag, sharpness);
  }
  for (uint32_t t = 0; t < N_TYPES; ++t) {
    sum += rel_softmax_at(row, n, column_of(t, tag), sharpness);
  }
  return sum;
}

/// The words [begin, end) of a piece as a name, with the scores of each type
static RelName
make_name(const Parser *self, const Piece *piece, const float *scores,
          uint32_t begin, uint32_t end)
{
  const size_t n_columns = self->model->names.n_rows;
  RelName name = {.first = piece->first + begin, .n = end - begin};
  float prob = 1.0F;

  name.type = (RelNameType)(1U + (self->tags[begin] - 1U) / 4U);
  for (uint32_t i = begin; i < end; ++i) {
    const float *const row = scores + i * n_columns;
    const uint8_t tag = self->tags[i];
    const float p = place_probability(self->model, row, tag);
    prob = p < prob ? p : prob;
    for (uint32_t t = 0; t < N_TYPES; ++t) {
      name.scores[1U + t] += row[column_of(t, tag)] - row[tag];
    }
  }
  name.prob = prob;
  return name;
}

static RelStatus
add_names(Parser *self, const Piece *piece, size_t at)
{
  const float *const scores = self->net.names + at * self->model->names.n_rows;
  uint32_t begin = 0;
  RelStatus st = REL_OK;

  rel_bioes_decode(scores, piece->n, N_TYPES, self->back, self->tags);
  for (uint32_t i = 0; i < piece->n; ++i) {
    const uint8_t tag = self->tags[i];
    const uint8_t place = tag ? (tag - 1U) % 4U : 1U; // B I E S
    if (place == 0U || place == 3U) {
      begin = i;
    }
    if (place >= 2U) {
      const RelName name = make_name(self, piece, scores, begin, i + 1U);
      REL_TRY(st, REL_ARRAY_PUSH(self->arena, &self->names, name));
    }
  }
  return st;
}

/// Words of the next piece of `n`: to the last stop in its second half
static uint32_t
piece_size(const RelToken *tokens, uint32_t n)
{
  static const char *const stops[] = {"!", ",", ".", ":", ";", "?"};

  if (n <= MAX_PIECE) {
    return n;
  }
  for (uint32_t i = MAX_PIECE; i > MAX_PIECE / 2; --i) {
    if (rel_str_among(tokens[i - 1U].form, stops,
                      sizeof(stops) / sizeof(*stops))) {
      return i;
    }
  }
  return MAX_PIECE;
}

/// Cut the sentences into pieces, in order; they go to `pieces` unless null
static uint32_t
cut(const RelText *text, Piece *pieces)
{
  uint32_t n_pieces = 0;

  for (uint32_t s = 0; s < text->n_sentences; ++s) {
    const RelSentence *const sentence = &text->sentences[s];
    for (uint32_t offset = 0; offset < sentence->n;) {
      const uint32_t first = sentence->first + offset;
      const uint32_t n = piece_size(text->tokens + first, sentence->n - offset);
      if (pieces) {
        pieces[n_pieces] = (Piece){first, n, s, offset};
      }
      ++n_pieces;
      offset += n;
    }
  }
  return n_pieces;
}

/// The longest first; of equal length in the order of the text
static void
sort_by_length(const Piece *pieces, uint32_t n_pieces, Piece *sorted)
{
  uint32_t from[MAX_PIECE + 2] = {0U}; // from[k]: pieces longer than k

  for (uint32_t i = 0; i < n_pieces; ++i) {
    for (uint32_t k = 0; k < pieces[i].n; ++k) {
      ++from[k];
    }
  }
  for (uint32_t i = 0; i < n_pieces; ++i) {
    sorted[from[pieces[i].n]++] = pieces[i];
  }
}

static RelStatus
parse_together(Parser *self, const Piece *pieces, uint32_t n_pieces)
{
  uint32_t lengths[REL_NET_SENTENCES];
  uint32_t n_words = 0;
  RelStatus st = REL_OK;

  for (uint32_t k = 0; k < n_pieces; ++k) {
    lengths[k] = pieces[k].n;
    for (uint32_t i = 0; i < pieces[k].n; ++i) {
      self->numbers[n_words] = pieces[k].first + i;
      self->forms[n_words++] = self->text->tokens[pieces[k].first + i].form;
    }
  }
  rel_net_run(&self->net, self->forms, lengths, n_pieces);
  REL_TRY(st, set_tags(self, n_words));
  for (uint32_t k = 0; k < n_pieces; ++k) {
    const size_t at = self->net.sentences[k].first;
    REL_TRY(st, add_names(self, &pieces[k], at));
    rel_tree_decode(&self->decoder, rel_net_arcs(&self->net, k), pieces[k].n,
                    self->heads + at);
  }
  rel_net_label(&self->net, self->heads);
  for (uint32_t k = 0; k < n_pieces; ++k) {
    set_tree(self, &pieces[k], k);
  }
  return st;
}

/// How many of the first pieces run together
static uint32_t
count_together(const Piece *pieces, uint32_t n_pieces)
{
  uint32_t n = 1;
  uint32_t n_words = pieces[0].n;

  while (n < n_pieces && n < REL_NET_SENTENCES &&
         n_words + pieces[n].n <= REL_NET_WORDS) {
    n_words += pieces[n++].n;
  }
  return n;
}

/// Hang the roots of later pieces on the root of their sentence's first one
static void
join_pieces(Parser *self, const Piece *pieces, uint32_t n_pieces)
{
  RelTree *const tree = self->tree;
  uint32_t root = 0;

  for (uint32_t k = 0; k < n_pieces; ++k) {
    for (uint32_t i = 0; i < pieces[k].n; ++i) {
      const uint32_t token = pieces[k].first + i;
      if (tree->head[token]) {
        continue;
      }
      if (pieces[k].offset) {
        tree->head[token] = root;
        tree->deprel[token] = REL_DEP_PARATAXIS;
      } else {
        root = i + 1U;
      }
    }
  }
}

static int
compare_names(const void *a, const void *b)
{
  const uint32_t left = ((const RelName *)a)->first;
  const uint32_t right = ((const RelName *)b)->first;

  return left < right ? -1 : left > right;
}

RelStatus
rel_parse(const RelModel *model, RelArena *arena, const RelText *text,
          RelTree *tree)
{
  Parser self = {.model = model, .arena = arena, .text = text, .tree = tree};
  const uint32_t n_pieces = cut(text, NULL);
  RelStatus st = REL_OK;

  REL_TRY(st, rel_tags_check(arena->world, model));
  REL_TRY(st, allocate_tree(arena, (size_t)text->n_tokens + 1U, tree));
  if (!n_pieces) {
    return REL_OK;
  }
  Piece *const pieces = rel_arena_calloc(arena, n_pieces, sizeof(*pieces));
  Piece *const sorted = rel_arena_calloc(arena, n_pieces, sizeof(*sorted));
  if (!pieces || !sorted) {
    return REL_NO_MEMORY;
  }
  (void)cut(text, pieces);
  sort_by_length(pieces, n_pieces, sorted);
  REL_TRY(st, parser_init(&self,
                          text->n_tokens < REL_NET_WORDS ? text->n_tokens
                                                         : REL_NET_WORDS,
                          sorted[0].n));
  for (uint32_t k = 0; k < n_pieces;) {
    const uint32_t n = count_together(sorted + k, n_pieces - k);
    REL_TRY(st, parse_together(&self, sorted + k, n));
    k += n;
  }
  join_pieces(&self, pieces, n_pieces);
  tree->names = self.names.items;
  tree->n_names = self.names.n;
  if (tree->n_names) {
    qsort(tree->names, tree->n_names, sizeof(*tree->names), compare_names);
  }
  return rel_naming_decide(arena, text, tree);
}
