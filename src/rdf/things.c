// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/describe.h"

#include "graph/iri.h"

static RelStatus
write_names(const RelDescriber *describer, RelStr iri, const RelStr *names,
            uint32_t n)
{
  RelStatus st = REL_OK;

  for (uint32_t i = 0; i < n; ++i) {
    REL_TRY(st, rel_describer_add_text(describer, iri, REL_SKOS_ALT_LABEL,
                                       names[i]));
  }
  return st;
}

RelStatus
rel_describe_node(const RelDescriber *describer, const RelNode *node)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, rel_describer_key(describer, node->key, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_class(node->kind)));
  REL_TRY(st,
          rel_describer_add_text(describer, iri, REL_RDFS_LABEL, node->label));
  if (node->same_as.len) {
    REL_TRY(st, rel_describer_add_iri(describer, iri, REL_OWL_SAME_AS,
                                      node->same_as));
  }
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_SCHEMA_IDENTIFIER,
                                      node->code));
  REL_TRY(st, write_names(describer, iri, node->names, node->n_names));
  rel_describer_forget(describer);
  return st;
}

RelTermKind
rel_describe_usual_kind(RelStr key)
{
  return rel_str_starts(key, REL_STR("person/")) ? REL_TERM_PERSON
                                                 : REL_TERM_THING;
}

/// What its key and its claims do not tell
static RelStatus
write_appearance(const RelDescriber *describer, const RelAppearance *appearance,
                 RelStr label, uint32_t number)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};
  RelStr part = {0};

  REL_TRY(st, rel_describer_part(describer, appearance->document, 'e', number,
                                 &iri));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_RELATA_APPEARANCE)));
  REL_TRY(st, rel_describer_document(describer, appearance->document, &part));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_DOCUMENT, part));
  REL_TRY(st, rel_describer_key(describer, appearance->key, &part));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_ENTITY, part));
  REL_TRY(st, rel_describer_add_number(describer, iri, REL_RELATA_MENTIONS,
                                       appearance->n_mentions));
  if (appearance->kind != rel_describe_usual_kind(appearance->key)) {
    REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_KIND,
                                      rel_vocabulary_class(appearance->kind)));
  }
  if (!rel_str_equal(appearance->label, label)) {
    REL_TRY(st, rel_describer_add_text(describer, iri, REL_RDFS_LABEL,
                                       appearance->label));
  }
  if (appearance->same_as.len) {
    REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RELATA_MATCH,
                                      appearance->same_as));
  }
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_SCHEMA_IDENTIFIER,
                                      appearance->code));
  return write_names(describer, iri, appearance->names, appearance->n_names);
}

RelStatus
rel_describe_appearance(const RelDescriber *describer,
                        const RelAppearance *appearance, uint32_t number)
{
  RelStr label = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_iri_node_label(describer->arena, appearance->key, &label));
  if (appearance->n_mentions != 1U || appearance->n_names ||
      appearance->same_as.len || appearance->code.len ||
      appearance->kind != rel_describe_usual_kind(appearance->key) ||
      !rel_str_equal(appearance->label, label)) {
    REL_TRY(st, write_appearance(describer, appearance, label, number));
  }
  rel_describer_forget(describer);
  return st;
}

RelStatus
rel_describe_relation(const RelDescriber *describer, RelStr key)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};
  RelStr words = {0};

  REL_TRY(st, rel_describer_relation(describer, key, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_RDF_PROPERTY)));
  REL_TRY(st, rel_iri_predicate_words(describer->arena, key, &words));
  REL_TRY(st,
          rel_describer_add_text(describer, iri, REL_RDFS_LABEL,
                                 words.len ? words : REL_STR("related to")));
  rel_describer_forget(describer);
  return st;
}
