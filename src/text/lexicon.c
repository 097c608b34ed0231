// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/lexicon.h"

#include "text/chars.h"

/// Longest word of the tables, and its terminator
enum { MAX_WORD = 16 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

// All tables are sorted by bytes, lower case

static const char *const title_abbrevs[] = {
    "adm",  "atty",   "brig", "capt", "cmdr", "col",  "cpl",  "det",  "dr",
    "drs",  "fr",     "ft",   "gen",  "gov",  "hon",  "insp", "lt",   "ltc",
    "maj",  "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",   "msgr", "mt",
    "pres", "prof",   "pte",  "pvt",  "rep",  "reps", "rev",  "sen",  "sens",
    "sgt",  "spc",    "st",   "sts",  "supt",
};

static const char *const open_abbrevs[] = {
    "al",   "approx", "arrv", "ass't", "assn", "assoc", "attn", "ave",  "bldg",
    "blvd", "bros",   "cf",   "cie",   "corp", "dept",  "eg",   "esp",  "esq",
    "ext",  "gmbh",   "govt", "hrs",   "hwy",  "ie",    "inc",  "incl", "intl",
    "jr",   "lb",     "lbs",  "ltd",   "mfg",  "mgr",   "mins", "oz",   "plc",
    "pty",  "sq",     "sr",   "tel",   "univ", "v",     "viz",  "vs",   "yrs",
};

static const char *const capital_abbrevs[] = {
    "apr",  "aug",   "co",   "conf", "cos", "ctr", "dec", "dept", "dist",
    "div",  "esq",   "est",  "feb",  "fri", "ga",  "llc", "mts",  "nov",
    "oct",  "ont",   "para", "ph",   "pl",  "que", "rd",  "sept", "spec",
    "thur", "thurs", "tue",  "tues", "va",  "wed",
};

static const char *const numeric_abbrevs[] = {
    "art", "ca",  "ch",  "chap", "div", "eq",  "eqn",  "fig", "figs",
    "jan", "jun", "lit", "mar",  "no",  "nos", "nr",   "par", "pp",
    "ref", "sc",  "sec", "sep",  "tab", "vol", "vols",
};

static const char *const name_abbrevs[] = {
    "ala", "ariz", "ark",  "calif", "colo", "conn", "del",  "fla",
    "ill", "ind",  "jan",  "jul",   "kan",  "ky",   "la",   "mass",
    "md",  "mich", "minn", "miss",  "mo",   "mon",  "mont", "neb",
    "nev", "okla", "ore",  "pa",    "penn", "sat",  "sun",  "tenn",
    "tex", "vt",   "wash", "wis",   "wyo",
};

/// From EWT and GUM train (UD 2.16): at least six times first in a sentence,
/// and in 85 % of the times that they are capitalised; a few of news are added
static const char *const starters[] = {
    "a",          "about",   "according",  "actually",
    "after",      "again",   "all",        "also",
    "although",   "among",   "an",         "and",
    "another",    "any",     "anything",   "are",
    "as",         "at",      "because",    "before",
    "being",      "besides", "both",       "but",
    "by",         "can",     "consider",   "continue",
    "could",      "despite", "did",        "do",
    "does",       "due",     "during",     "each",
    "even",       "every",   "everyone",   "everything",
    "finally",    "for",     "from",       "further",
    "has",        "have",    "he",         "her",
    "here",       "his",     "how",        "however",
    "i",          "if",      "in",         "indeed",
    "instead",    "is",      "it",         "its",
    "just",       "last",    "later",      "many",
    "meanwhile",  "more",    "moreover",   "most",
    "mr",         "mrs",     "ms",         "my",
    "never",      "no",      "nobody",     "none",
    "not",        "now",     "of",         "on",
    "once",       "one",     "only",       "or",
    "other",      "others",  "otherwise",  "our",
    "over",       "overall", "perhaps",    "please",
    "recently",   "several", "she",        "should",
    "since",      "six",     "so",         "some",
    "sometimes",  "still",   "such",       "that",
    "the",        "their",   "then",       "there",
    "therefore",  "these",   "they",       "this",
    "those",      "though",  "three",      "through",
    "throughout", "thus",    "to",         "today",
    "two",        "under",   "understand", "unfortunately",
    "unlike",     "until",   "very",       "we",
    "what",       "when",    "where",      "whether",
    "which",      "while",   "who",        "why",
    "with",       "within",  "without",    "would",
    "yes",        "yet",     "you",        "your",
};

static const char *const prefixes[] = {
    "anti",  "arch",  "co",    "counter", "cross",  "cyber", "e",
    "ex",    "extra", "hyper", "inter",   "intra",  "macro", "mega",
    "mid",   "mini",  "multi", "neo",     "non",    "over",  "post",
    "pre",   "pro",   "proto", "pseudo",  "psycho", "re",    "semi",
    "socio", "sub",   "super", "supra",   "trans",  "tri",   "ultra",
};

static const char *const units[] = {
    "am",  "bn",  "cc",  "cm", "db",  "ft", "gb",  "ghz", "gw",  "ha",
    "hr",  "hrs", "hz",  "in", "k",   "kb", "kg",  "khz", "km",  "kw",
    "kwh", "lb",  "lbs", "m",  "mb",  "mg", "mhz", "mi",  "min", "ml",
    "mm",  "mn",  "mph", "ms", "mw",  "oz", "pm",  "pt",  "sec", "sq",
    "t",   "tb",  "tn",  "tr", "trn", "v",  "w",   "yrs",
};

static const char *const suffixes[] = {
    "ai",  "au",   "biz",  "ca",  "ch",  "cn",  "co",   "com", "csv",
    "de",  "doc",  "docx", "edu", "eu",  "exe", "fm",   "fr",  "gov",
    "htm", "html", "info", "io",  "jp",  "jpg", "js",   "ly",  "mil",
    "mp3", "net",  "nl",   "org", "pdf", "php", "png",  "ppt", "ru",
    "tv",  "tw",   "txt",  "uk",  "url", "xls", "xlsx", "xml", "zip",
};

static const char *const dollars[] = {"a",  "au", "c", "ca", "hk", "nt",
                                      "nz", "r",  "s", "u",  "us"};

static const char *const slashed[] = {
    "a/c", "b/c", "b/t", "i/c", "i/s", "l/c", "n/a", "s/he", "w/o", "w/out",
};

static const char *const shouted[] = {"jeopardy", "yahoo", "yum"};

static const char *const clipped[] = {"bout",  "cause", "em",  "n",
                                      "round", "scuse", "til", "till"};

/// Is `word` with ASCII case ignored in the sorted `table`?
static bool
is_among(RelStr word, const char *const *table, size_t n)
{
  char lower[MAX_WORD];

  return rel_fold(word, lower, sizeof(lower)) &&
         rel_str_among((RelStr){lower, word.len}, table, n);
}

/// Letters parted by full stops: "U.S", "a.m", "Ph.D", "M.Sc"
static bool
is_dotted(RelStr word)
{
  size_t n_dots = 0;
  size_t part = 0;

  for (size_t i = 0; i < word.len; ++i) {
    const RelChar c = rel_char_at(word, i);
    if (c.code == '.') {
      ++n_dots;
      part = 0;
    } else if (!rel_char_is_letter(c) || ++part > 3U) {
      return false;
    }
    i += c.len - 1U;
  }
  return n_dots > 0 && part > 0;
}

RelAbbrev
rel_abbrev(RelStr word)
{
  if (is_among(word, title_abbrevs, COUNT(title_abbrevs))) {
    return REL_ABBREV_TITLE;
  }
  const bool is_capital = rel_char_at(word, 0U).kind == REL_CHAR_UPPER;
  if (is_among(word, open_abbrevs, COUNT(open_abbrevs)) || is_dotted(word) ||
      (is_capital && is_among(word, capital_abbrevs, COUNT(capital_abbrevs)))) {
    return REL_ABBREV_OPEN;
  }
  if (rel_str_equal_fold(word, REL_STR("etc"))) {
    return REL_ABBREV_INNER;
  }
  if (is_among(word, numeric_abbrevs, COUNT(numeric_abbrevs)) ||
      (word.len == 1U && rel_char_at(word, 0U).kind == REL_CHAR_LOWER)) {
    return REL_ABBREV_NUMERIC;
  }
  if (is_among(word, name_abbrevs, COUNT(name_abbrevs))) {
    return REL_ABBREV_NAME;
  }
  return REL_ABBREV_NONE;
}

bool
rel_is_starter(RelStr word)
{
  return is_among(word, starters, COUNT(starters));
}

bool
rel_is_shouted(RelStr word)
{
  return is_among(word, shouted, COUNT(shouted));
}

bool
rel_is_prefix(RelStr word)
{
  return is_among(word, prefixes, COUNT(prefixes));
}

bool
rel_is_unit(RelStr word)
{
  return is_among(word, units, COUNT(units));
}

bool
rel_is_suffix(RelStr word)
{
  return is_among(word, suffixes, COUNT(suffixes));
}

bool
rel_is_dollar(RelStr word)
{
  return is_among(word, dollars, COUNT(dollars));
}

bool
rel_is_slashed(RelStr word)
{
  return is_among(word, slashed, COUNT(slashed));
}

bool
rel_is_clipped(RelStr word)
{
  return is_among(word, clipped, COUNT(clipped));
}
