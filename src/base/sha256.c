// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "base/sha256.h"

#include <string.h>

enum { BLOCK = 64, N_ROUNDS = 64, N_WORDS = 8 };

/// Fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2)
static const uint32_t constants[N_ROUNDS] = {
    0x428A2F98U, 0x71374491U, 0xB5C0FBCFU, 0xE9B5DBA5U, 0x3956C25BU,
    0x59F111F1U, 0x923F82A4U, 0xAB1C5ED5U, 0xD807AA98U, 0x12835B01U,
    0x243185BEU, 0x550C7DC3U, 0x72BE5D74U, 0x80DEB1FEU, 0x9BDC06A7U,
    0xC19BF174U, 0xE49B69C1U, 0xEFBE4786U, 0x0FC19DC6U, 0x240CA1CCU,
    0x2DE92C6FU, 0x4A7484AAU, 0x5CB0A9DCU, 0x76F988DAU, 0x983E5152U,
    0xA831C66DU, 0xB00327C8U, 0xBF597FC7U, 0xC6E00BF3U, 0xD5A79147U,
    0x06CA6351U, 0x14292967U, 0x27B70A85U, 0x2E1B2138U, 0x4D2C6DFCU,
    0x53380D13U, 0x650A7354U, 0x766A0ABBU, 0x81C2C92EU, 0x92722C85U,
    0xA2BFE8A1U, 0xA81A664BU, 0xC24B8B70U, 0xC76C51A3U, 0xD192E819U,
    0xD6990624U, 0xF40E3585U, 0x106AA070U, 0x19A4C116U, 0x1E376C08U,
    0x2748774CU, 0x34B0BCB5U, 0x391C0CB3U, 0x4ED8AA4AU, 0x5B9CCA4FU,
    0x682E6FF3U, 0x748F82EEU, 0x78A5636FU, 0x84C87814U, 0x8CC70208U,
    0x90BEFFFAU, 0xA4506CEBU, 0xBEF9A3F7U, 0xC67178F2U};

static uint32_t
rotate(uint32_t word, unsigned n)
{
  return (word >> n) | (word << (32U - n));
}

static uint32_t
read_word(const uint8_t *bytes)
{
  return (uint32_t)bytes[0] << 24U | (uint32_t)bytes[1] << 16U |
         (uint32_t)bytes[2] << 8U | bytes[3];
}

/// The message schedule (6.2.2, step 1)
static void
expand(const uint8_t *block, uint32_t w[N_ROUNDS])
{
  for (size_t i = 0; i < 16U; ++i) {
    w[i] = read_word(block + 4U * i);
  }
  for (size_t i = 16U; i < N_ROUNDS; ++i) {
    const uint32_t x = w[i - 15U];
    const uint32_t y = w[i - 2U];
    w[i] = w[i - 16U] + (rotate(x, 7U) ^ rotate(x, 18U) ^ (x >> 3U)) +
           w[i - 7U] + (rotate(y, 17U) ^ rotate(y, 19U) ^ (y >> 10U));
  }
}

/// One block (6.2.2, steps 2 to 4); words keep their places, names move on
static void
take_block(uint32_t state[N_WORDS], const uint8_t block[BLOCK])
{
  uint32_t w[N_ROUNDS];
  uint32_t s[N_WORDS];

  expand(block, w);
  memcpy(s, state, sizeof(s));
  for (size_t i = 0; i < N_ROUNDS; i += N_WORDS) {
    for (size_t k = 0; k < N_WORDS; ++k) {
      // a to h are s[-k], s[1 - k] and so on
      const uint32_t a = s[(8U - k) & 7U];
      const uint32_t b = s[(9U - k) & 7U];
      const uint32_t c = s[(10U - k) & 7U];
      const uint32_t e = s[(12U - k) & 7U];
      const uint32_t f = s[(13U - k) & 7U];
      const uint32_t g = s[(14U - k) & 7U];
      const uint32_t t1 = s[(15U - k) & 7U] +
                          (rotate(e, 6U) ^ rotate(e, 11U) ^ rotate(e, 25U)) +
                          ((e & f) ^ (~e & g)) + constants[i + k] + w[i + k];
      s[(11U - k) & 7U] += t1;
      s[(15U - k) & 7U] = t1 +
                          (rotate(a, 2U) ^ rotate(a, 13U) ^ rotate(a, 22U)) +
                          ((a & b) ^ (a & c) ^ (b & c));
    }
  }
  for (size_t i = 0; i < N_WORDS; ++i) {
    state[i] += s[i];
  }
}

/// The bytes behind the last whole block: a 1 bit, zeros, the length in bits
static void
take_rest(uint32_t state[N_WORDS], const uint8_t *rest, size_t n, uint64_t len)
{
  uint8_t last[2 * BLOCK] = {0};
  const size_t size = n + 9U > BLOCK ? 2U * BLOCK : BLOCK;

  if (n) {
    memcpy(last, rest, n);
  }
  last[n] = 0x80U;
  for (unsigned i = 0; i < 8U; ++i) {
    last[size - 1U - i] = (uint8_t)((len * 8U) >> (8U * i));
  }
  take_block(state, last);
  if (size > BLOCK) {
    take_block(state, last + BLOCK);
  }
}

void
rel_sha256(RelStr bytes, char out[REL_SHA256_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  // fractions of the square roots of the first 8 primes (FIPS 180-4, 5.3.3)
  uint32_t state[N_WORDS] = {0x6A09E667U, 0xBB67AE85U, 0x3C6EF372U,
                             0xA54FF53AU, 0x510E527FU, 0x9B05688CU,
                             0x1F83D9ABU, 0x5BE0CD19U};
  const uint8_t *const data = (const uint8_t *)bytes.data;
  size_t done = 0;

  for (; bytes.len - done >= BLOCK; done += BLOCK) {
    take_block(state, data + done);
  }
  take_rest(state, bytes.len > done ? data + done : NULL, bytes.len - done,
            bytes.len);
  for (unsigned i = 0; i < REL_SHA256_SIZE - 1U; ++i) {
    out[i] = digits[(state[i / 8U] >> (28U - 4U * (i % 8U))) & 0xFU];
  }
  out[REL_SHA256_SIZE - 1U] = '\0';
}
