// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_MODEL_MODEL_H
#define REL_MODEL_MODEL_H

#include "base/file.h"

/// The English model: weights and vocabularies, mapped read-only
typedef struct RelModelImpl RelModel;

/**
   Map a model file and check magic, version, dimensions and checksum.

   @param path The file; null for the usual places: $RELATA_MODEL, beside the
   program, the source tree, the installed data folder.
   RELATA_ISA in the environment names the kernels to use, as in
   rel_kernels_find(); without it they are the fastest for this processor.
   @return #REL_BAD_FILE when there is none, #REL_BAD_MODEL with what was
   expected when it is damaged or not one of ours; #REL_BAD_ARG when RELATA_ISA
   names none that runs here.
*/
RelStatus rel_model_open(RelWorld *world, const char *path, RelModel **model);
/// The file's name without folders; lives as long as the model
RelStr rel_model_name(const RelModel *model);

/// The checksum in the file's header
uint64_t rel_model_checksum(const RelModel *model);

void rel_model_close(RelModel *model);

#endif
