// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_EXTRACT_FACTUALITY_H
#define REL_EXTRACT_FACTUALITY_H

#include "extract/clause.h"

/**
   Compose polarity, modality and source of every clause from the root down.

   Each clause has marks of its own (negation, modal verbs, conjunctions); its
   governor adds what its row of the algebra says; a source holds for all that
   stands below it. Sets `polarity`, `modality`, `source`, `source_verb`,
   `content_of` and `is_raised`.
*/
void rel_factuality_compose(RelClauses *clauses);

/// The clause's verb introduces somebody's words: say, report, announce
bool rel_factuality_is_report(const RelClause *clause);

#endif
