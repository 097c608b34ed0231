// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/contraction.h"

#include "text/chars.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/// Letters around the apostrophe of a clitic
static const struct {
  RelStr before; ///< Belong to the clitic: the n of "n't"
  RelStr after;
} clitics[] = {
    {{"n", 1}, {"t", 1}}, {{"", 0}, {"s", 1}},  {{"", 0}, {"m", 1}},
    {{"", 0}, {"re", 2}}, {{"", 0}, {"ve", 2}}, {{"", 0}, {"ll", 2}},
    {{"", 0}, {"d", 1}},
};

/// Tokens without apostrophe (or an odd one) that are several words
static const struct {
  RelStr token;
  uint8_t ends[2]; ///< Of the first and second word; 0: only two words
} whole[] = {
    {{"cannot", 6}, {3, 0}},   {{"gonna", 5}, {3, 0}},
    {{"gotta", 5}, {3, 0}},    {{"wanna", 5}, {3, 0}},
    {{"dunno", 5}, {2, 3}},    {{"outta", 5}, {3, 0}},
    {{"lemme", 5}, {3, 0}},    {{"gimme", 5}, {3, 0}},
    {{"dont", 4}, {2, 0}},     {{"cant", 4}, {2, 0}},
    {{"wont", 4}, {2, 0}},     {{"didnt", 5}, {3, 0}},
    {{"doesnt", 6}, {4, 0}},   {{"isnt", 4}, {2, 0}},
    {{"wasnt", 5}, {3, 0}},    {{"werent", 6}, {4, 0}},
    {{"arent", 5}, {3, 0}},    {{"aint", 4}, {2, 0}},
    {{"couldnt", 7}, {5, 0}},  {{"wouldnt", 7}, {5, 0}},
    {{"shouldnt", 8}, {6, 0}}, {{"havent", 6}, {4, 0}},
    {{"hasnt", 5}, {3, 0}},    {{"im", 2}, {1, 0}},
    {{"ive", 3}, {1, 0}},      {{"youre", 5}, {3, 0}},
    {{"theyre", 6}, {4, 0}},   {{"youll", 5}, {3, 0}},
    {{"youve", 5}, {3, 0}},    {{"thats", 5}, {4, 0}},
    {{"whats", 5}, {4, 0}},    {{"theres", 6}, {5, 0}},
};

/// Is there an apostrophe that ends at `end`? Gives its first byte
static bool
apostrophe_before(RelStr token, size_t end, size_t *begin)
{
  const RelChar c = rel_char_before(token, end);

  *begin = end - c.len;
  return c.kind == REL_CHAR_QUOTE && c.code != 0x2018U;
}

/// Does it hold an apostrophe, or a byte of a wide one?
static bool
may_have_apostrophe(RelStr token)
{
  for (size_t i = 0; i < token.len; ++i) {
    const uint8_t byte = (uint8_t)token.data[i];
    if (byte == '\'' || byte == '`' || byte >= 0x80U) {
      return true;
    }
  }
  return false;
}

/// First byte of the clitic at the end of `token`, or 0
static size_t
clitic_begin(RelStr token)
{
  size_t apostrophe = 0;

  for (size_t i = 0; i < COUNT(clitics); ++i) {
    const RelStr after = clitics[i].after;
    const RelStr before = clitics[i].before;
    if (token.len <= after.len + before.len ||
        !rel_str_equal_fold(
            rel_str_slice(token, token.len - after.len, token.len), after) ||
        !apostrophe_before(token, token.len - after.len, &apostrophe)) {
      continue;
    }
    // "the 1930's" is one word
    if (rel_char_before(token, apostrophe).kind == REL_CHAR_DIGIT) {
      return 0U;
    }
    if (apostrophe >= before.len &&
        rel_str_equal_fold(
            rel_str_slice(token, apostrophe - before.len, apostrophe),
            before)) {
      return apostrophe - before.len;
    }
  }

  // "workers'": the tokenizer keeps the apostrophe only of possessives
  return apostrophe_before(token, token.len, &apostrophe) ? apostrophe : 0U;
}

static size_t
split_whole(RelStr token, size_t ends[REL_MAX_PARTS])
{
  for (size_t i = 0; i < COUNT(whole); ++i) {
    if (token.len != whole[i].token.len ||
        !rel_str_equal_fold(token, whole[i].token)) {
      continue;
    }
    size_t n = 0;
    ends[n++] = whole[i].ends[0];
    if (whole[i].ends[1]) {
      ends[n++] = whole[i].ends[1];
    }
    ends[n++] = token.len;
    return n;
  }

  ends[0] = token.len;
  return 1U;
}

size_t
rel_contraction_split(RelStr token, size_t ends[REL_MAX_PARTS])
{
  size_t begins[REL_MAX_PARTS];
  size_t n_clitics = 0;
  RelStr rest = token;

  while (n_clitics + 1U < REL_MAX_PARTS && may_have_apostrophe(rest)) {
    const size_t begin = clitic_begin(rest);
    if (!begin) {
      break;
    }
    begins[n_clitics++] = begin;
    rest.len = begin;
  }
  if (!n_clitics) {
    return split_whole(token, ends);
  }

  for (size_t i = 0; i < n_clitics; ++i) {
    ends[i] = begins[n_clitics - 1U - i];
  }
  ends[n_clitics] = token.len;
  return n_clitics + 1U;
}
