// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "graph/nodes.h"

#include "graph/iri.h"

#include <stdlib.h>

/// Kinds that one name may mix: a newspaper is a firm and its work
typedef enum {
  CLASS_PERSON,
  CLASS_BODY, ///< What has a place on the map or a letterhead
  CLASS_IDEA, ///< Events and roles
  N_CLASSES,
  CLASS_ANY = N_CLASSES, ///< A thing is whatever else has its name
} NodeClass;

static const NodeClass classes[REL_N_TERM_KINDS] = {
    [REL_TERM_NONE] = CLASS_ANY,      [REL_TERM_THING] = CLASS_ANY,
    [REL_TERM_PERSON] = CLASS_PERSON, [REL_TERM_ORGANISATION] = CLASS_BODY,
    [REL_TERM_COUNTRY] = CLASS_BODY,  [REL_TERM_PLACE] = CLASS_BODY,
    [REL_TERM_EVENT] = CLASS_IDEA,    [REL_TERM_WORK] = CLASS_BODY,
    [REL_TERM_ROLE] = CLASS_IDEA,     [REL_TERM_DATE] = CLASS_ANY,
    [REL_TERM_MONEY] = CLASS_ANY,     [REL_TERM_QUANTITY] = CLASS_ANY,
    [REL_TERM_CLAUSE] = CLASS_ANY,
};

/// An actor under its key
typedef struct {
  RelStr key;
  RelActor *actor;
} Keyed;

/// A node before the unused ones are dropped and the rest are sorted
typedef struct {
  RelNode node;
  uint32_t number; ///< What actors call it until then
  bool is_used;
} Draft;

typedef REL_ARRAY(Draft) Drafts;

/// A name of a node
typedef struct {
  uint32_t node;
  RelStr name;
} Named;

static int
compare_keyed(const void *a, const void *b)
{
  const Keyed *const x = a;
  const Keyed *const y = b;
  const int by_key = rel_str_compare(x->key, y->key);
  const int by_label =
      by_key ? by_key : rel_str_compare(x->actor->label, y->actor->label);

  return by_label ? by_label : (int)x->actor->kind - (int)y->actor->kind;
}

static int
compare_drafts(const void *a, const void *b)
{
  const Draft *const x = a;
  const Draft *const y = b;

  return rel_str_compare(x->node.key, y->node.key);
}

static int
compare_named(const void *a, const void *b)
{
  const Named *const x = a;
  const Named *const y = b;

  return x->node != y->node ? (x->node < y->node ? -1 : 1)
                            : rel_str_compare(x->name, y->name);
}

// ------------------------------------------------------- actors to nodes

/// The class with most mentions among `n` actors, the first one of equals
static NodeClass
strongest_class(const Keyed *keyed, uint32_t n)
{
  uint64_t totals[N_CLASSES + 1] = {0};
  NodeClass best = CLASS_ANY;

  for (uint32_t i = 0; i < n; ++i) {
    // one more, so that a class is seen even without mentions
    totals[classes[keyed[i].actor->kind]] += keyed[i].actor->n_mentions + 1U;
  }
  for (unsigned c = 0; c < N_CLASSES; ++c) {
    if (totals[c] && (best == CLASS_ANY || totals[c] > totals[best])) {
      best = (NodeClass)c;
    }
  }
  return best;
}

/// The class that an actor's node has among its namesakes
static NodeClass
class_of(const RelActor *actor, NodeClass strongest)
{
  const NodeClass own = classes[actor->kind];

  return own == CLASS_ANY ? strongest : own;
}

static RelTermKind
strongest_kind(const uint64_t *totals)
{
  RelTermKind best = REL_TERM_THING;

  for (unsigned k = 0; k < REL_N_TERM_KINDS; ++k) {
    if (k != REL_TERM_THING && totals[k] &&
        (best == REL_TERM_THING || totals[k] > totals[best])) {
      best = (RelTermKind)k;
    }
  }
  return best;
}

/// Of several IRIs the first by bytes, whatever their order
static bool
is_better_iri(RelStr iri, RelStr old)
{
  return iri.len && (!old.len || rel_str_compare(iri, old) < 0);
}

/// Make one node of the actors of class `wanted`, if there are any
static bool
draft_node(const Keyed *keyed, uint32_t n, NodeClass wanted,
           NodeClass strongest, Draft *draft)
{
  uint64_t totals[REL_N_TERM_KINDS] = {0};
  uint64_t n_mentions = 0;
  const RelActor *best = NULL;

  for (uint32_t i = 0; i < n; ++i) {
    RelActor *const actor = keyed[i].actor;
    if (class_of(actor, strongest) != wanted) {
      continue;
    }
    if (!best || actor->n_mentions > best->n_mentions) {
      best = actor;
    }
    if (is_better_iri(actor->same_as, draft->node.same_as)) {
      draft->node.same_as = actor->same_as;
    }
    totals[actor->kind] += actor->n_mentions + 1U;
    n_mentions += actor->n_mentions;
    draft->is_used = draft->is_used || actor->is_used;
    actor->node = draft->number;
  }
  if (best) {
    draft->node.key = keyed[0].key;
    draft->node.label = best->label;
    draft->node.kind = strongest_kind(totals);
    draft->node.n_mentions =
        n_mentions < UINT32_MAX ? (uint32_t)n_mentions : UINT32_MAX;
  }
  return best != NULL;
}

/// Make the nodes of all actors with one key
static RelStatus
draft_namesakes(RelArena *arena, const Keyed *keyed, uint32_t n, Drafts *drafts)
{
  const NodeClass strongest = strongest_class(keyed, n);
  RelStatus st = REL_OK;

  for (unsigned c = 0; c <= N_CLASSES; ++c) {
    Draft draft = {.number = drafts->n};
    if (!draft_node(keyed, n, (NodeClass)c, strongest, &draft)) {
      continue;
    }
    if ((NodeClass)c != strongest) {
      const char *const suffix = rel_term_kind_text(draft.node.kind);
      REL_TRY(st, rel_iri_suffixed_key(arena, draft.node.key, rel_str(suffix),
                                       &draft.node.key));
    }
    REL_TRY(st, REL_ARRAY_PUSH(arena, drafts, draft));
  }
  return st;
}

/// An actor under its key each, sorted; null: no memory
static Keyed *
sort_by_key(RelArena *arena, const RelCast *cast)
{
  const uint32_t n = cast->actors.n;
  Keyed *const keyed = rel_arena_calloc(arena, n, sizeof(*keyed));

  for (uint32_t i = 0; keyed && i < n; ++i) {
    keyed[i].actor = &cast->actors.items[i];
    if (rel_iri_entity_key(arena, keyed[i].actor->label, &keyed[i].key)) {
      return NULL;
    }
  }
  if (keyed && n) {
    qsort(keyed, n, sizeof(*keyed), compare_keyed);
  }
  return keyed;
}

static RelStatus
draft_nodes(RelArena *arena, const RelCast *cast, Drafts *drafts)
{
  const uint32_t n = cast->actors.n;
  const Keyed *const keyed = sort_by_key(arena, cast);
  RelStatus st = REL_OK;

  if (!keyed) {
    return REL_NO_MEMORY;
  }
  for (uint32_t first = 0, i = 1; i <= n; ++i) {
    if (i == n || !rel_str_equal(keyed[i].key, keyed[first].key)) {
      REL_TRY(st, draft_namesakes(arena, keyed + first, i - first, drafts));
      first = i;
    }
  }
  return st;
}

// ------------------------------------------------------- nodes in order

/// Sort the used drafts into `nodes` and tell the actors where they are
static RelStatus
place_nodes(RelArena *arena, Drafts *drafts, RelCast *cast, RelNodes *nodes)
{
  uint32_t *const places = rel_arena_calloc(arena, drafts->n, sizeof(*places));

  nodes->items = rel_arena_calloc(arena, drafts->n, sizeof(*nodes->items));
  nodes->n = 0;
  if (!places || !nodes->items) {
    return REL_NO_MEMORY;
  }

  if (drafts->n) {
    qsort(drafts->items, drafts->n, sizeof(*drafts->items), compare_drafts);
  }
  for (uint32_t i = 0; i < drafts->n; ++i) {
    const Draft *const draft = &drafts->items[i];
    places[draft->number] = draft->is_used ? nodes->n : REL_NO_NODE;
    if (draft->is_used) {
      nodes->items[nodes->n++] = draft->node;
    }
  }
  for (uint32_t i = 0; i < cast->actors.n; ++i) {
    cast->actors.items[i].node = places[cast->actors.items[i].node];
  }
  return REL_OK;
}

// ------------------------------------------------------- names

/// All names and labels of actors, sorted by node and bytes; null: no memory
static Named *
sort_names(RelArena *arena, const RelCast *cast, size_t *n)
{
  *n = (size_t)cast->names.n + cast->actors.n;
  Named *const named = rel_arena_calloc(arena, *n, sizeof(*named));

  for (uint32_t i = 0; named && i < cast->names.n; ++i) {
    const RelActorName *const name = &cast->names.items[i];
    named[i].node = cast->actors.items[name->actor].node;
    named[i].name = name->name;
  }
  for (uint32_t i = 0; named && i < cast->actors.n; ++i) {
    named[cast->names.n + i].node = cast->actors.items[i].node;
    named[cast->names.n + i].name = cast->actors.items[i].label;
  }
  if (named && *n) {
    qsort(named, *n, sizeof(*named), compare_named);
  }
  return named;
}

static RelStatus
give_names(RelArena *arena, const RelCast *cast, const RelNodes *nodes)
{
  size_t n = 0;
  const Named *const named = sort_names(arena, cast, &n);
  RelStr *names = rel_arena_calloc(arena, n, sizeof(*names));

  if (!named || !names) {
    return REL_NO_MEMORY;
  }

  // names of what is no node come last
  for (size_t i = 0; i < n && named[i].node != REL_NO_NODE; ++i) {
    RelNode *const node = &nodes->items[named[i].node];
    const bool is_repeated = i && !compare_named(&named[i - 1U], &named[i]);
    if (is_repeated || !named[i].name.len ||
        rel_str_equal(named[i].name, node->label)) {
      continue;
    }
    node->names = node->names ? node->names : names;
    *names++ = named[i].name;
    ++node->n_names;
  }
  return REL_OK;
}

RelStatus
rel_nodes_make(RelArena *arena, RelCast *cast, RelNodes *nodes)
{
  RelStatus st = REL_OK;
  Drafts drafts = {0};

  REL_TRY(st, draft_nodes(arena, cast, &drafts));
  REL_TRY(st, place_nodes(arena, &drafts, cast, nodes));
  return give_names(arena, cast, nodes);
}
