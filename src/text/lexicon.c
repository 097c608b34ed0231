// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/lexicon.h"

#include "text/chars.h"

/// Longest word of the tables, and its terminator
enum { MAX_WORD = 16 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

// All tables are sorted by bytes, lower case

static const char *const title_abbrevs[] = {
    "adm",    "atty", "brig", "capt", "cmdr", "col",  "cpl",  "det",  "dr",
    "fr",     "ft",   "gen",  "gov",  "hon",  "insp", "lt",   "ltc",  "maj",
    "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",   "msgr", "mt",   "pres",
    "prof",   "pte",  "pvt",  "rep",  "reps", "rev",  "sen",  "sens", "sgt",
    "spc",    "st",   "supt", "v",    "vs",
};

static const char *const open_abbrevs[] = {
    "al",   "apr",  "approx", "arrv", "ass't", "assn", "assoc", "attn",  "aug",
    "ave",  "bldg", "blvd",   "bros", "cf",    "cie",  "co",    "conf",  "corp",
    "cos",  "ctr",  "dec",    "dept", "dist",  "div",  "eg",    "esp",   "est",
    "esq",  "etc",  "ext",    "feb",  "fri",   "ga",   "gmbh",  "govt",  "hwy",
    "ie",   "inc",  "incl",   "intl", "jr",    "jul",  "lb",    "lbs",   "llc",
    "ltd",  "mfg",  "mgr",    "mts",  "nov",   "oct",  "org",   "oz",    "para",
    "ph",   "pl",   "plc",    "pop",  "pty",   "que",  "rd",    "sec",   "sept",
    "sgd",  "spec", "sq",     "sr",   "tel",   "temp", "thur",  "thurs", "tue",
    "tues", "univ", "va",     "wed",  "yrs",
};

static const char *const numeric_abbrevs[] = {
    "art", "b",    "c",   "ca",  "ch",  "chap", "d",   "eq",  "eqn",
    "fig", "figs", "jan", "jun", "lit", "m",    "mar", "no",  "nos",
    "nr",  "p",    "par", "pp",  "ref", "sep",  "tab", "vol", "vols",
};

static const char *const name_abbrevs[] = {
    "ala",  "ariz", "ark",  "calif", "colo", "conn", "del",  "fla",
    "ill",  "ind",  "jan",  "kan",   "ky",   "la",   "mass", "md",
    "mich", "minn", "miss", "mo",    "mon",  "mont", "neb",  "nev",
    "okla", "ont",  "ore",  "pa",    "penn", "sat",  "sun",  "tenn",
    "tex",  "vt",   "wash", "wis",   "wyo",
};

static const char *const starters[] = {
    "a",        "about",    "according", "after",     "all",       "also",
    "although", "american", "among",     "an",        "and",       "another",
    "as",       "at",       "before",    "both",      "but",       "by",
    "despite",  "during",   "each",      "even",      "every",     "for",
    "from",     "he",       "her",       "here",      "his",       "how",
    "however",  "i",        "if",        "in",        "instead",   "it",
    "its",      "last",     "later",     "many",      "meanwhile", "more",
    "most",     "mr",       "mrs",       "ms",        "my",        "no",
    "none",     "not",      "now",       "officials", "on",        "once",
    "one",      "only",     "other",     "others",    "our",       "over",
    "please",   "several",  "she",       "since",     "so",        "some",
    "still",    "such",     "that",      "the",       "their",     "then",
    "there",    "these",    "they",      "this",      "those",     "though",
    "three",    "through",  "to",        "today",     "two",       "under",
    "until",    "we",       "what",      "when",      "where",     "whether",
    "while",    "who",      "why",       "with",      "without",   "yet",
    "you",      "your",
};

static const char *const prefixes[] = {
    "anti", "arch",  "bi",    "co",     "counter", "cross", "cyber", "de",
    "e",    "ex",    "extra", "hyper",  "inter",   "intra", "macro", "mega",
    "mid",  "mini",  "multi", "neo",    "non",     "over",  "pan",   "post",
    "pre",  "pro",   "proto", "pseudo", "psycho",  "re",    "semi",  "socio",
    "sub",  "super", "supra", "trans",  "tri",     "ultra", "un",    "under",
};

static const char *const units[] = {
    "am",  "b",  "bn",  "cc",  "cm",  "db",  "ft", "g",  "gb",  "ghz",
    "gw",  "ha", "hr",  "hrs", "hz",  "in",  "k",  "kb", "kg",  "khz",
    "km",  "kw", "kwh", "lb",  "lbs", "m",   "mb", "mg", "mhz", "mi",
    "min", "ml", "mm",  "mn",  "mph", "ms",  "mw", "oz", "pm",  "pt",
    "sec", "sq", "t",   "tb",  "tn",  "trn", "tr", "v",  "w",   "yrs",
};

static const char *const suffixes[] = {
    "ai",   "au",   "biz", "ca",  "ch",   "cn",  "co",  "com", "csv", "de",
    "doc",  "docx", "edu", "eu",  "exe",  "fm",  "fr",  "gov", "htm", "html",
    "info", "io",   "jp",  "jpg", "js",   "ly",  "mil", "mp3", "net", "nl",
    "no",   "org",  "pdf", "php", "png",  "ppt", "ru",  "tv",  "tw",  "txt",
    "uk",   "url",  "us",  "xls", "xlsx", "xml", "zip",
};

static const char *const dollars[] = {"a",  "au", "c", "ca", "hk", "nt",
                                      "nz", "r",  "s", "u",  "us"};

static const char *const slashed[] = {"a/c", "i/c",  "i/s", "l/c",
                                      "n/a", "s/he", "w/o", "w/out"};

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
  if (is_among(word, open_abbrevs, COUNT(open_abbrevs)) || is_dotted(word)) {
    return REL_ABBREV_OPEN;
  }
  if (is_among(word, numeric_abbrevs, COUNT(numeric_abbrevs))) {
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
