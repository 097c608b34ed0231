// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "parse/check.h"

#include "model/weights.h"
#include "parse/tags.h"

enum { N_TYPES = REL_N_NAME - 1 };

RelStatus
rel_tags_check(RelWorld *world, const RelModel *model)
{
  const RelPlace place = {"model", 0U, 0U, 0U};
  RelStr rest = model->tag_list;
  bool is_good = model->n_upos == REL_N_UPOS && model->n_xpos == REL_N_XPOS &&
                 model->label.n_rows == REL_N_DEP &&
                 model->names.n_rows == 1U + 4U * N_TYPES;
  const uint32_t n_all = REL_N_UPOS + REL_N_XPOS + REL_N_DEP + REL_N_NAME;

  for (uint32_t i = 0; is_good && i < n_all; ++i) {
    uint32_t k = i;
    const char *name = NULL;
    if (k < REL_N_UPOS) {
      name = rel_upos_text((RelUpos)k);
    } else if ((k -= REL_N_UPOS) < REL_N_XPOS) {
      name = rel_xpos_text((RelXpos)k);
    } else if ((k -= REL_N_XPOS) < REL_N_DEP) {
      name = rel_dep_text((RelDep)k);
    } else {
      name = rel_name_text((RelNameType)(k - REL_N_DEP));
    }
    const RelStr tag = rel_str(name);
    is_good = rel_str_starts(rest, tag) && rest.len > tag.len &&
              rest.data[tag.len] == ' ';
    rest = rel_str_slice(rest, tag.len + 1U, rest.len);
  }
  return is_good ? REL_OK
                 : rel_fail(world, REL_BAD_MODEL, place,
                            "expected a model with the tags of this program, "
                            "not others");
}
