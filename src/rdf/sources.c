// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "rdf/describe.h"

#include "rdf/sanitize.h"

RelStatus
rel_describe_run(const RelDescriber *describer, uint32_t number)
{
  const RelRunInfo *const run = &describer->runs[number].info;
  RelStatus st = REL_OK;
  RelStr iri = {0};

  REL_TRY(st, rel_describer_run(describer, number, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_PROV_ACTIVITY)));
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_RELATA_VERSION,
                                      run->version));
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_RELATA_MODEL,
                                      run->model));
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_RELATA_CHECKSUM,
                                      run->checksum));
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_RELATA_OPTIONS,
                                      run->options));
  if (run->time.len) {
    REL_TRY(st, rel_describer_add_typed(describer, iri, REL_PROV_STARTED,
                                        REL_XSD_DATE_TIME, run->time.data));
  }
  return st;
}

RelStatus
rel_describe_use(const RelDescriber *describer, uint32_t document)
{
  const uint32_t run = describer->documents[document].run;
  RelStatus st = REL_OK;
  RelStr activity = {0};
  RelStr used = {0};

  REL_TRY(st, rel_describer_run(describer, run, &activity));
  REL_TRY(st, rel_describer_document(describer, document, &used));
  REL_TRY(st, rel_describer_add_iri(describer, activity, REL_PROV_USED, used));
  rel_describer_forget(describer);
  return st;
}

RelStatus
rel_describe_document(const RelDescriber *describer, uint32_t number)
{
  const RelGraphDocument *const document = &describer->documents[number];
  const RelStr title = document->title.len ? document->title : document->name;
  RelStatus st = REL_OK;
  RelStr iri = {0};
  RelStr url = {0};

  REL_TRY(st, rel_describer_document(describer, number, &iri));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_SCHEMA_ARTICLE)));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_PROV_ENTITY)));
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_SCHEMA_SHA256,
                                      document->hash));
  REL_TRY(st, rel_describer_add_text(describer, iri, REL_DCT_TITLE, title));
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_RELATA_FILE,
                                      document->name));
  if (document->date.len) {
    const RelRdfObject date =
        rel_describe_literal(REL_TERM_DATE, document->date, NULL);
    REL_TRY(st, rel_describer_add(describer, iri, REL_DCT_ISSUED, date));
  }
  REL_TRY(st, rel_describer_add_plain(describer, iri, REL_DCT_PUBLISHER,
                                      document->publisher));
  REL_TRY(st, rel_sanitize_url(describer->arena, document->url, &url));
  if (url.len) {
    REL_TRY(st, rel_describer_add_iri(describer, iri, REL_DCT_SOURCE, url));
  }
  rel_describer_forget(describer);
  return st;
}

RelStatus
rel_describe_sentence(const RelDescriber *describer,
                      const RelStatement *statement)
{
  const RelEvidence *const evidence = &statement->evidence;
  RelStatus st = REL_OK;
  RelStr iri = {0};
  RelStr context = {0};

  REL_TRY(st, rel_describer_part(describer, statement->document, 's',
                                 evidence->sentence, &iri));
  REL_TRY(st, rel_describer_document(describer, statement->document, &context));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_RDF_TYPE,
                                    rel_vocabulary_iri(REL_NIF_SENTENCE)));
  REL_TRY(st, rel_describer_add_iri(describer, iri, REL_NIF_CONTEXT, context));
  REL_TRY(st,
          rel_describer_add_offsets(describer, iri, evidence->sentence_begin,
                                    evidence->sentence_end));
  if (describer->provenance == REL_PROVENANCE_FULL) {
    REL_TRY(st, rel_describer_add_text(describer, iri, REL_NIF_ANCHOR,
                                       evidence->sentence_text));
  }
  rel_describer_forget(describer);
  return st;
}
