// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/describe.h"

RelStatus
rel_describe_node(const RelDescriber *describer, uint32_t number)
{
  const RelNode *const node = &describer->nodes[number];
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, rel_describer_entity(describer, number, &iri));
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
  for (uint32_t i = 0; i < node->n_names; ++i) {
    REL_TRY(st, rel_describer_add_text(describer, iri, REL_SKOS_ALT_LABEL,
                                       node->names[i]));
  }
  rel_describer_forget(describer);
  return st;
}

RelStatus
rel_describe_relation(const RelDescriber *describer, RelStr key)
{
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, rel_describer_relation(describer, key, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_RDF_PROPERTY)));
  REL_TRY(st,
          rel_describer_add_text(describer, iri, REL_RDFS_LABEL,
                                 rel_wordings_find(describer->wordings, key)));
  rel_describer_forget(describer);
  return st;
}
