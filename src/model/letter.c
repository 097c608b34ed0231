// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "model/letter.h"

/// Code points [first, last] with one way to their small letters
typedef struct {
  uint32_t first;
  uint32_t last;
  uint32_t add;    ///< Added to every letter, unless `parity` says otherwise
  uint32_t parity; ///< 1 or 2: only odd or even ones are capital; 0: all
} CaseRange;

static const CaseRange case_ranges[] = {
    {0x41U, 0x5AU, 32U, 0U},   {0xC0U, 0xD6U, 32U, 0U},
    {0xD8U, 0xDEU, 32U, 0U},   {0x100U, 0x12FU, 1U, 2U},
    {0x132U, 0x137U, 1U, 2U},  {0x139U, 0x148U, 1U, 1U},
    {0x14AU, 0x177U, 1U, 2U},  {0x178U, 0x178U, 0U, 0U},
    {0x179U, 0x17EU, 1U, 1U},  {0x391U, 0x3A1U, 32U, 0U},
    {0x3A3U, 0x3A9U, 32U, 0U}, {0x400U, 0x40FU, 80U, 0U},
    {0x410U, 0x42FU, 32U, 0U},
};

static const struct {
  const char *name;
  char plain;
} escapes[] = {
    {"-LRB-", '('}, {"-RRB-", ')'}, {"-LSB-", '['}, {"-RSB-", ']'},
    {"-LCB-", '{'}, {"-RCB-", '}'}, {"``", '"'},    {"''", '"'},
};

uint32_t
rel_letter_lower(uint32_t code)
{
  if (code < 0x80U) {
    return code >= 'A' && code <= 'Z' ? code + 32U : code;
  }
  if (code > 0x42FU) {
    return code;
  }
  for (size_t i = 1; i < sizeof(case_ranges) / sizeof(*case_ranges); ++i) {
    const CaseRange *const range = &case_ranges[i];
    if (code < range->first) {
      return code;
    }
    if (code <= range->last) {
      const bool is_small =
          range->parity && (code & 1U) != (range->parity & 1U);
      return is_small ? code : code == 0x178U ? 0xFFU : code + range->add;
    }
  }
  return code;
}

bool
rel_letter_is_upper(uint32_t code)
{
  return rel_letter_lower(code) != code;
}

bool
rel_letter_is_lower(uint32_t code)
{
  if (code < 0x80U) {
    return code >= 'a' && code <= 'z';
  }
  if (code < 0x180U) {
    return code >= 0xDFU && code != 0xF7U && rel_letter_lower(code) == code;
  }
  return (code >= 0x3B1U && code <= 0x3C9U) ||
         (code >= 0x430U && code <= 0x45FU);
}

uint32_t
rel_letter_plain(uint32_t code)
{
  if (code < 0x80U) {
    return code == '`' ? '\'' : code;
  }
  switch (code) {
  case 0xA0U:
    return ' ';
  case 0xB4U:
  case 0x2018U:
  case 0x2019U:
  case 0x201BU:
  case 0x2032U:
    return '\'';
  case 0xABU:
  case 0xBBU:
  case 0x201CU:
  case 0x201DU:
  case 0x201EU:
  case 0x201FU:
  case 0x2033U:
    return '"';
  case 0x2010U:
  case 0x2011U:
  case 0x2012U:
  case 0x2013U:
  case 0x2014U:
  case 0x2015U:
  case 0x2212U:
    return '-';
  default:
    return code;
  }
}

RelStr
rel_form_plain(RelStr form)
{
  if (form.len < 2U || form.len > 5U) {
    return form;
  }
  for (size_t i = 0; i < sizeof(escapes) / sizeof(*escapes); ++i) {
    if (rel_str_equal(form, rel_str(escapes[i].name))) {
      return (RelStr){&escapes[i].plain, 1U};
    }
  }
  return form;
}
