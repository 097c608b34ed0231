// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/pronoun.h"

#define PERSONAL      REL_PRONOUN_PERSONAL
#define RELATIVE      REL_PRONOUN_RELATIVE
#define DEMONSTRATIVE REL_PRONOUN_DEMONSTRATIVE
#define INDEFINITE    REL_PRONOUN_INDEFINITE
#define UNKNOWN       REL_GENDER_UNKNOWN
#define MASCULINE     REL_GENDER_MASCULINE
#define FEMININE      REL_GENDER_FEMININE
#define NEUTER        REL_GENDER_NEUTER

static const RelPronoun pronouns[] = {
    {"he", PERSONAL, 3U, false, MASCULINE},
    {"him", PERSONAL, 3U, false, MASCULINE},
    {"his", PERSONAL, 3U, false, MASCULINE},
    {"himself", PERSONAL, 3U, false, MASCULINE},
    {"she", PERSONAL, 3U, false, FEMININE},
    {"her", PERSONAL, 3U, false, FEMININE},
    {"hers", PERSONAL, 3U, false, FEMININE},
    {"herself", PERSONAL, 3U, false, FEMININE},
    {"it", PERSONAL, 3U, false, NEUTER},
    {"its", PERSONAL, 3U, false, NEUTER},
    {"itself", PERSONAL, 3U, false, NEUTER},
    {"they", PERSONAL, 3U, true, UNKNOWN},
    {"them", PERSONAL, 3U, true, UNKNOWN},
    {"their", PERSONAL, 3U, true, UNKNOWN},
    {"theirs", PERSONAL, 3U, true, UNKNOWN},
    {"themselves", PERSONAL, 3U, true, UNKNOWN},
    {"i", PERSONAL, 1U, false, UNKNOWN},
    {"me", PERSONAL, 1U, false, UNKNOWN},
    {"my", PERSONAL, 1U, false, UNKNOWN},
    {"mine", PERSONAL, 1U, false, UNKNOWN},
    {"myself", PERSONAL, 1U, false, UNKNOWN},
    {"we", PERSONAL, 1U, true, UNKNOWN},
    {"us", PERSONAL, 1U, true, UNKNOWN},
    {"our", PERSONAL, 1U, true, UNKNOWN},
    {"ours", PERSONAL, 1U, true, UNKNOWN},
    {"ourselves", PERSONAL, 1U, true, UNKNOWN},
    {"you", PERSONAL, 2U, false, UNKNOWN},
    {"your", PERSONAL, 2U, false, UNKNOWN},
    {"yours", PERSONAL, 2U, false, UNKNOWN},
    {"yourself", PERSONAL, 2U, false, UNKNOWN},
    {"yourselves", PERSONAL, 2U, true, UNKNOWN},
    {"who", RELATIVE, 3U, false, UNKNOWN},
    {"whom", RELATIVE, 3U, false, UNKNOWN},
    {"whose", RELATIVE, 3U, false, UNKNOWN},
    {"which", RELATIVE, 3U, false, NEUTER},
    {"that", RELATIVE, 3U, false, UNKNOWN},
    {"this", DEMONSTRATIVE, 3U, false, NEUTER},
    {"these", DEMONSTRATIVE, 3U, true, UNKNOWN},
    {"those", DEMONSTRATIVE, 3U, true, UNKNOWN},
    {"both", REL_PRONOUN_PAIR, 3U, true, UNKNOWN},
    {"everyone", INDEFINITE, 3U, false, UNKNOWN},
    {"everybody", INDEFINITE, 3U, false, UNKNOWN},
    {"everything", INDEFINITE, 3U, false, NEUTER},
    {"someone", INDEFINITE, 3U, false, UNKNOWN},
    {"somebody", INDEFINITE, 3U, false, UNKNOWN},
    {"something", INDEFINITE, 3U, false, NEUTER},
    {"anyone", INDEFINITE, 3U, false, UNKNOWN},
    {"anybody", INDEFINITE, 3U, false, UNKNOWN},
    {"anything", INDEFINITE, 3U, false, NEUTER},
    {"nobody", INDEFINITE, 3U, false, UNKNOWN},
    {"none", INDEFINITE, 3U, false, UNKNOWN},
    {"nothing", INDEFINITE, 3U, false, NEUTER},
    {"one", INDEFINITE, 3U, false, UNKNOWN},
    {"what", INDEFINITE, 3U, false, NEUTER},
    {"whatever", INDEFINITE, 3U, false, NEUTER},
    {"here", DEMONSTRATIVE, 3U, false, NEUTER},
    {"there", DEMONSTRATIVE, 3U, false, NEUTER},
    {"whoever", INDEFINITE, 3U, false, UNKNOWN},
};

const RelPronoun *
rel_pronoun_find(RelStr form)
{
  for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); ++i) {
    if (rel_str_equal_fold(form, rel_str(pronouns[i].form))) {
      return &pronouns[i];
    }
  }
  return NULL;
}
