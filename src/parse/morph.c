// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/morph.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

typedef struct {
  const char *form;
  const char *base;
} Irregular;

/// Pasts and participles that no ending tells, sorted by form; forms that are
/// two verbs' ("found", "lay", "saw") are left to the model
static const Irregular verbs[] = {
    {"arisen", "arise"},
    {"arose", "arise"},
    {"ate", "eat"},
    {"awoke", "awake"},
    {"awoken", "awake"},
    {"became", "become"},
    {"befell", "befall"},
    {"began", "begin"},
    {"begun", "begin"},
    {"bent", "bend"},
    {"bitten", "bite"},
    {"bled", "bleed"},
    {"blew", "blow"},
    {"blown", "blow"},
    {"bought", "buy"},
    {"bred", "breed"},
    {"broke", "break"},
    {"broken", "break"},
    {"brought", "bring"},
    {"built", "build"},
    {"burnt", "burn"},
    {"came", "come"},
    {"caught", "catch"},
    {"chose", "choose"},
    {"chosen", "choose"},
    {"clung", "cling"},
    {"crept", "creep"},
    {"dealt", "deal"},
    {"drank", "drink"},
    {"drawn", "draw"},
    {"drew", "draw"},
    {"driven", "drive"},
    {"drove", "drive"},
    {"drunk", "drink"},
    {"dug", "dig"},
    {"dwelt", "dwell"},
    {"eaten", "eat"},
    {"fallen", "fall"},
    {"fed", "feed"},
    {"fled", "flee"},
    {"flew", "fly"},
    {"flown", "fly"},
    {"flung", "fling"},
    {"forbade", "forbid"},
    {"forbidden", "forbid"},
    {"foresaw", "foresee"},
    {"foreseen", "foresee"},
    {"forgave", "forgive"},
    {"forgiven", "forgive"},
    {"forgot", "forget"},
    {"forgotten", "forget"},
    {"fought", "fight"},
    {"froze", "freeze"},
    {"frozen", "freeze"},
    {"gave", "give"},
    {"given", "give"},
    {"grew", "grow"},
    {"grown", "grow"},
    {"heard", "hear"},
    {"held", "hold"},
    {"hid", "hide"},
    {"hidden", "hide"},
    {"hung", "hang"},
    {"kept", "keep"},
    {"knelt", "kneel"},
    {"knew", "know"},
    {"known", "know"},
    {"laid", "lay"},
    {"lain", "lie"},
    {"leapt", "leap"},
    {"learnt", "learn"},
    {"led", "lead"},
    {"lent", "lend"},
    {"lit", "light"},
    {"lost", "lose"},
    {"made", "make"},
    {"meant", "mean"},
    {"met", "meet"},
    {"mistaken", "mistake"},
    {"mistook", "mistake"},
    {"misunderstood", "misunderstand"},
    {"outgrew", "outgrow"},
    {"overcame", "overcome"},
    {"overran", "overrun"},
    {"oversaw", "oversee"},
    {"overseen", "oversee"},
    {"overtaken", "overtake"},
    {"overthrew", "overthrow"},
    {"overthrown", "overthrow"},
    {"overtook", "overtake"},
    {"paid", "pay"},
    {"pled", "plead"},
    {"ran", "run"},
    {"rang", "ring"},
    {"rebuilt", "rebuild"},
    {"repaid", "repay"},
    {"resold", "resell"},
    {"rethought", "rethink"},
    {"rewritten", "rewrite"},
    {"rewrote", "rewrite"},
    {"ridden", "ride"},
    {"risen", "rise"},
    {"rode", "ride"},
    {"sang", "sing"},
    {"sank", "sink"},
    {"sat", "sit"},
    {"seen", "see"},
    {"sent", "send"},
    {"shaken", "shake"},
    {"shone", "shine"},
    {"shook", "shake"},
    {"shot", "shoot"},
    {"shrank", "shrink"},
    {"shrunk", "shrink"},
    {"slain", "slay"},
    {"slept", "sleep"},
    {"slid", "slide"},
    {"sold", "sell"},
    {"sought", "seek"},
    {"spat", "spit"},
    {"sped", "speed"},
    {"spent", "spend"},
    {"spoke", "speak"},
    {"spoken", "speak"},
    {"sprang", "spring"},
    {"sprung", "spring"},
    {"spun", "spin"},
    {"stole", "steal"},
    {"stolen", "steal"},
    {"stood", "stand"},
    {"strewn", "strew"},
    {"struck", "strike"},
    {"stuck", "stick"},
    {"stung", "sting"},
    {"sung", "sing"},
    {"sunk", "sink"},
    {"swam", "swim"},
    {"swept", "sweep"},
    {"swore", "swear"},
    {"sworn", "swear"},
    {"swum", "swim"},
    {"swung", "swing"},
    {"taken", "take"},
    {"taught", "teach"},
    {"thought", "think"},
    {"threw", "throw"},
    {"thrown", "throw"},
    {"told", "tell"},
    {"took", "take"},
    {"tore", "tear"},
    {"torn", "tear"},
    {"undergone", "undergo"},
    {"understood", "understand"},
    {"undertaken", "undertake"},
    {"undertook", "undertake"},
    {"underwent", "undergo"},
    {"undid", "undo"},
    {"undone", "undo"},
    {"upheld", "uphold"},
    {"went", "go"},
    {"wept", "weep"},
    {"withdrawn", "withdraw"},
    {"withdrew", "withdraw"},
    {"withheld", "withhold"},
    {"withstood", "withstand"},
    {"woke", "wake"},
    {"woken", "wake"},
    {"won", "win"},
    {"wore", "wear"},
    {"worn", "wear"},
    {"wove", "weave"},
    {"woven", "weave"},
    {"written", "write"},
    {"wrote", "write"},
    {"wrung", "wring"},
};

/// Plurals, sorted by form
static const Irregular nouns[] = {
    {"children", "child"}, {"feet", "foot"},  {"geese", "goose"},
    {"lice", "louse"},     {"mice", "mouse"}, {"oxen", "ox"},
    {"teeth", "tooth"},
};

/// How an ending gives way to that of the base
typedef struct {
  const char *ending;
  const char *base; ///< "=": a doubled consonant is made single
} Change;

static const Change plurals[] = {{"ies", "y"},  {"ies", "ie"},  {"ves", "f"},
                                 {"ves", "fe"}, {"men", "man"}, {"s", ""},
                                 {"es", ""}};
static const Change singulars[] = {
    {"ies", "y"}, {"ies", "ie"}, {"s", ""}, {"es", ""}};
static const Change pasts[] = {
    {"ied", "y"}, {"ied", "ie"}, {"ed", "="}, {"ed", ""}, {"ed", "e"}};
static const Change gerunds[] = {{"ing", "="}, {"ing", ""}, {"ing", "e"}};
static const Change comparatives[] = {
    {"ier", "y"}, {"er", "="}, {"er", ""}, {"er", "e"}};
static const Change superlatives[] = {
    {"iest", "y"}, {"est", "="}, {"est", ""}, {"est", "e"}};

/// The changes of a tag
static size_t
changes_of(RelXpos xpos, const Change **changes)
{
  switch (xpos) {
  case REL_XPOS_NNS:
    *changes = plurals;
    return COUNT(plurals);
  case REL_XPOS_VBZ:
    *changes = singulars;
    return COUNT(singulars);
  case REL_XPOS_VBD:
  case REL_XPOS_VBN:
    *changes = pasts;
    return COUNT(pasts);
  case REL_XPOS_VBG:
    *changes = gerunds;
    return COUNT(gerunds);
  case REL_XPOS_JJR:
    *changes = comparatives;
    return COUNT(comparatives);
  case REL_XPOS_JJS:
    *changes = superlatives;
    return COUNT(superlatives);
  default:
    *changes = NULL;
    return 0U;
  }
}

bool
rel_morph_is_inflected(RelXpos xpos)
{
  const Change *changes = NULL;

  return changes_of(xpos, &changes) > 0U;
}

bool
rel_morph_is_bare(RelXpos xpos)
{
  switch (xpos) {
  case REL_XPOS_NN:
  case REL_XPOS_NNP:
  case REL_XPOS_JJ:
  case REL_XPOS_RB:
  case REL_XPOS_VB:
  case REL_XPOS_VBP:
    return true;
  default:
    return false;
  }
}

static RelStr
find_irregular(RelStr form, const Irregular *table, size_t n)
{
  size_t low = 0;

  for (size_t high = n; low < high;) {
    const size_t middle = low + (high - low) / 2U;
    const int order = rel_str_compare(rel_str(table[middle].form), form);
    if (order == 0) {
      return rel_str(table[middle].base);
    }
    low = order < 0 ? middle + 1U : low;
    high = order < 0 ? high : middle;
  }
  return (RelStr){NULL, 0U};
}

/// Small letters of `form` in `low`; 0 when it is too long or not of letters
static size_t
lower(RelStr form, char low[REL_MAX_INFLECTED])
{
  if (form.len > REL_MAX_INFLECTED) {
    return 0U;
  }
  for (size_t i = 0; i < form.len; ++i) {
    const char c = form.data[i];
    const char small = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    if (small < 'a' || small > 'z') {
      return 0U;
    }
    low[i] = small;
  }
  return form.len;
}

RelStr
rel_morph_irregular(RelStr form, RelXpos xpos)
{
  char low[REL_MAX_INFLECTED];
  const RelStr word = {low, lower(form, low)};

  if (xpos == REL_XPOS_VBD || xpos == REL_XPOS_VBN) {
    return find_irregular(word, verbs, COUNT(verbs));
  }
  return xpos == REL_XPOS_NNS ? find_irregular(word, nouns, COUNT(nouns))
                              : (RelStr){NULL, 0U};
}

static bool
is_vowel(RelStr word, size_t at)
{
  const char c = word.data[at];

  return strchr("aeio", c) ||
         (c == 'u' && (at == 0U || word.data[at - 1U] != 'q')) ||
         (c == 'y' && at > 0U);
}

/// Does it end in a consonant that stands twice?
static bool
is_doubled(RelStr stem)
{
  return stem.len > 2U &&
         stem.data[stem.len - 1U] == stem.data[stem.len - 2U] &&
         !is_vowel(stem, stem.len - 1U);
}

/// One short vowel, then one consonant that an ending would have doubled
static bool
would_double(RelStr stem)
{
  if (stem.len < 2U || strchr("wxy", stem.data[stem.len - 1U]) ||
      is_vowel(stem, stem.len - 1U)) {
    return false;
  }
  for (size_t i = 0; i + 2U < stem.len; ++i) {
    if (is_vowel(stem, i)) {
      return false;
    }
  }
  return is_vowel(stem, stem.len - 2U);
}

static bool
has_vowel(RelStr stem)
{
  for (size_t i = 0; i < stem.len; ++i) {
    if (is_vowel(stem, i)) {
      return true;
    }
  }
  return false;
}

static void
push(RelBases *bases, RelStr stem, RelStr ending)
{
  if (bases->n == REL_MAX_BASES) {
    return;
  }
  char *const text = bases->texts[bases->n++];
  memcpy(text, stem.data, stem.len);
  memcpy(text + stem.len, ending.data, ending.len);
  text[stem.len + ending.len] = '\0';
}

/// Is "-es" the ending behind this stem, as in "pushes"?
static bool
takes_es(RelStr stem)
{
  return rel_str_ends(stem, REL_STR("s")) || rel_str_ends(stem, REL_STR("x")) ||
         rel_str_ends(stem, REL_STR("z")) ||
         rel_str_ends(stem, REL_STR("ch")) ||
         rel_str_ends(stem, REL_STR("sh")) || rel_str_ends(stem, REL_STR("o"));
}

/// Push what `change` makes of the stem, if the spelling allows it
static void
push_change(const Change *change, RelStr stem, RelBases *bases)
{
  const bool is_plain = change->base[0] == '\0';
  const char first = change->ending[0];

  if (change->base[0] == '=') {
    if (is_doubled(stem)) {
      push(bases, rel_str_slice(stem, 0U, stem.len - 1U), REL_STR(""));
    }
  } else if (first == 's') {
    if (!rel_str_ends(stem, REL_STR("s"))) {
      push(bases, stem, REL_STR(""));
    }
  } else if (strcmp(change->ending, "es") == 0) {
    if (takes_es(stem)) {
      push(bases, stem, REL_STR(""));
    }
  } else if (!is_plain || !would_double(stem)) {
    push(bases, stem, rel_str(change->base));
  }
}

void
rel_morph_bases(RelStr form, RelXpos xpos, RelBases *bases)
{
  char low[REL_MAX_INFLECTED];
  const RelStr word = {low, lower(form, low)};
  const Change *changes = NULL;
  const size_t n = changes_of(xpos, &changes);

  bases->n = 0U;
  for (size_t i = 0; i < n; ++i) {
    const RelStr ending = rel_str(changes[i].ending);
    const RelStr stem = rel_str_slice(word, 0U, word.len - ending.len);
    if (word.len > ending.len && rel_str_ends(word, ending) &&
        (has_vowel(stem) || changes[i].base[0])) {
      push_change(&changes[i], stem, bases);
    }
  }
}

bool
rel_morph_is_grouped(RelStr form)
{
  size_t n_digits = 0;
  bool has_comma = false;

  for (size_t i = 0; i < form.len; ++i) {
    const char c = form.data[i];
    if (c == ',') {
      if (n_digits == 0U || (has_comma && n_digits != 3U)) {
        return false;
      }
      has_comma = true;
      n_digits = 0U;
    } else if (c >= '0' && c <= '9') {
      ++n_digits;
    } else {
      return has_comma && c == '.' && n_digits == 3U;
    }
  }
  return has_comma && n_digits == 3U;
}
