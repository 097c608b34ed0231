// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_SELECTION_H
#define REL_DRAW_SELECTION_H

#include "draw/merge.h"

/// What the reader of a map wants to see; all zero: everything
typedef struct {
  const char *focus;  ///< Names of actors, parted by ";", in whose reach all
                      ///< must be; null: no matter
  uint32_t depth;     ///< Lines from there; 0 for 1
  const char *events; ///< Classes of events, parted by commas, "Meet,Sue", or
                      ///< "all" for any; null: no matter
  unsigned kinds;     ///< Bits (1 << #RelTermKind) of both ends; 0: all
  const char *since;  ///< First day, month or year, "2018-06"; or null
  const char *until;  ///< Last one; or null
  float min_confidence;
  bool is_asserted_only; ///< Nothing but what the newsroom states as actual
  uint32_t part; ///< Of those that rel_selection_part() finds, from 1; 0: all
} RelSelection;

/**
   Drop the strokes that are not wanted; the others keep their order.

   The time of a statement is that of its own words, else its document's day;
   one without either is dropped where a time is asked for. In the reach of the
   focus is a stroke whose ends are both at most `depth` other wanted strokes
   away from one of the actors.

   @return #REL_BAD_ARG when no node has a name of the focus; the error names
   those that are like it.
*/
RelStatus rel_selection_apply(RelArena *arena, const RelGraph *graph,
                              const RelSelection *selection, RelStroke *strokes,
                              uint32_t *n_strokes);

/// One figure of several: all that touches its hub and no hub before it
typedef struct {
  const RelNode *hub; ///< Null for what touches no hub
  uint32_t n_strokes;
} RelPart;

/// The most figures that a graph is split into
enum { REL_MAX_PARTS = 9 };

/**
   Split what a selection wants by its hubs, the busiest first.

   @param parts Output, room for #REL_MAX_PARTS. All strokes are in one of them.
*/
RelStatus rel_selection_part(RelArena *arena, const RelGraph *graph,
                             const RelSelection *selection, RelPart *parts,
                             uint32_t *n_parts);

/// Classes of schema/events.ttl that --events takes
bool rel_selection_is_events(RelStr list);

/// A day, month or year that --since and --until take
bool rel_selection_is_time(RelStr text);

#endif
