// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MENTION_GUIDE_H
#define REL_MENTION_GUIDE_H

#include "base/world.h"
#include "triple/triple.h"

/**
   What the user knows better than the sieves: corrections and actors of their
   own. It is asked for each document, after all sieves, and always wins.
*/
typedef struct RelGuideImpl RelGuide;

/// One of the user's actors
typedef struct {
  RelStr name;      ///< Becomes the label
  RelTermKind kind; ///< #REL_TERM_NONE: as the text has it
  RelStr iri;       ///< Who it is, for owl:sameAs; or empty
} RelKnownActor;

RelStatus rel_guide_new(RelWorld *world, RelGuide **guide);
void rel_guide_free(RelGuide *guide);

/**
   Read corrections, which are applied in their order to every document.

       merge NAME = NAME        the first is the second, and called like it
       rename NAME = NAME       it is called like that
       type NAME = KIND         person, organisation, country, place, facility,
                                event, work, role or thing
       split WORDS [= NAME]     all mentions with these words are another one
       split WORDS@LINE:COLUMN [= NAME]          only the one that begins there

   A NAME is an entity's label, else another name that only one entity of the
   document has; all entities with that label are meant. NAME@LINE:COLUMN is but
   the entity of which a mention begins there. `#` at a line's start or behind a
   blank begins a comment.

   @return #REL_BAD_INPUT with line and column for anything else.
*/
RelStatus rel_guide_read_corrections(RelGuide *guide, const char *path);

/**
   Read the user's actors: a line each, parted by TABs: name, kind (as above, or
   empty), IRI (or empty), then other names. Lines with `#` in front and empty
   ones are left out.

   @return #REL_BAD_INPUT with line and column for anything else, also for a
   name and kind that stand there twice.
*/
RelStatus rel_guide_read_authority(RelGuide *guide, const char *path);

/// Add an actor; a name of it is added as often as there are names, its own
/// name included
RelStatus rel_guide_add_actor(RelGuide *guide, const RelKnownActor *actor,
                              uint32_t *number);
RelStatus rel_guide_add_name(RelGuide *guide, uint32_t actor, RelStr name);

/**
   After the last document: was each name of the corrections found in one?

   @return #REL_BAD_INPUT with the place of the first name that was not.
*/
RelStatus rel_guide_check(const RelGuide *guide);

#endif
