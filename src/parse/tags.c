// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/tags.h"

#define TEXT(name, text)                 text,
#define DEP_TEXT(name, text, universal)  text,
#define UNIVERSAL(name, text, universal) REL_DEP_##universal,

static const char *const upos_texts[] = {REL_UPOS_TABLE(TEXT)};
static const char *const xpos_texts[] = {REL_XPOS_TABLE(TEXT)};
static const char *const dep_texts[] = {REL_DEP_TABLE(DEP_TEXT)};
static const uint8_t universals[] = {REL_DEP_TABLE(UNIVERSAL)};
static const char *const name_texts[] = {REL_NAME_TABLE(TEXT)};

static uint32_t
find(const char *const *texts, uint32_t n, RelStr text)
{
  for (uint32_t i = 0; i < n; ++i) {
    if (rel_str_equal(text, rel_str(texts[i]))) {
      return i;
    }
  }
  return n;
}

const char *
rel_upos_text(RelUpos upos)
{
  return upos < REL_N_UPOS ? upos_texts[upos] : "_";
}

const char *
rel_xpos_text(RelXpos xpos)
{
  return xpos < REL_N_XPOS ? xpos_texts[xpos] : "_";
}

const char *
rel_dep_text(RelDep dep)
{
  return dep < REL_N_DEP ? dep_texts[dep] : "_";
}

const char *
rel_name_text(RelNameType type)
{
  return type < REL_N_NAME ? name_texts[type] : "_";
}

RelUpos
rel_upos_find(RelStr text)
{
  return (RelUpos)find(upos_texts, REL_N_UPOS, text);
}

RelXpos
rel_xpos_find(RelStr text)
{
  return (RelXpos)find(xpos_texts, REL_N_XPOS, text);
}

RelDep
rel_dep_find(RelStr text)
{
  return (RelDep)find(dep_texts, REL_N_DEP, text);
}

RelNameType
rel_name_find(RelStr text)
{
  return (RelNameType)find(name_texts, REL_N_NAME, text);
}

RelDep
rel_dep_universal(RelDep dep)
{
  return dep < REL_N_DEP ? (RelDep)universals[dep] : dep;
}
