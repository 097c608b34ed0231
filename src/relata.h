// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef RELATA_H
#define RELATA_H

#include "base/file.h"
#include "base/sha256.h"
#include "draw/picture.h"
#include "draw/report.h"
#include "extract/extractor.h"
#include "graph/graph.h"
#include "graph/pick.h"
#include "graph/roster.h"
#include "graph/table.h"
#include "mention/calendar.h"
#include "model/model.h"
#include "parse/parser.h"
#include "parse/print.h"
#include "parse/tagger.h"
#include "rdf/check.h"
#include "rdf/memory.h"
#include "rdf/named.h"
#include "rdf/parse.h"
#include "rdf/tables.h"
#include "rdf/query.h"
#include "rdf/reader.h"
#include "rdf/spool.h"
#include "rdf/writer.h"
#include "store/loader.h"
#include "store/store.h"
#include "store/withdraw.h"
#include "text/source.h"
#include "triple/filter.h"
#include "triple/open.h"
#include "triple/print.h"
#include "triple/verify.h"

/// The rooms that a document goes through, in order
typedef enum {
  REL_ROOM_TEXT,
  REL_ROOM_TAG, ///< In place of the next one, where only tags are asked for
  REL_ROOM_PARSE,
  REL_ROOM_MENTION,
  REL_ROOM_EXTRACT,
  REL_N_ROOMS
} RelRoom;

/// "text", "tag", "parse", "mention", "extract"
const char *rel_room_text(RelRoom room);

/// The room of that name, or #REL_N_ROOMS
RelRoom rel_room_find(RelStr name);

/// How documents are read
typedef struct {
  RelWorld *world;       ///< Errors are kept there
  const RelModel *model; ///< May be null for CoNLL-U input
  RelTagger *tagger;     ///< For #REL_ROOM_TAG: keeps the words it has seen
                         ///< from file to file; null: each file has its own
  RelInput input;        ///< Format of the files
  bool is_reparsed;      ///< CoNLL-U: keep its tokens, make trees anew
  RelStr date;           ///< "2018-06-03": the documents' day; or empty: theirs
  unsigned views;        ///< Bits (1 << #RelView) of the triples wanted
  RelGuide *guide;       ///< What the user knows better; or null
  bool joins_likely;     ///< Join mentions also where it is only likely
  double *seconds;       ///< Time spent, added up per #RelRoom; or null
} RelReading;

/**
   Read one file through all rooms and send its events to a sink.

   @param path File, or "-" for standard input. Memory is the document's and
   is given back before this returns.
   @return What went wrong, with its place in the world's error.
*/
RelStatus rel_read(const RelReading *reading, const char *path,
                   const RelSink *sink);

/**
   Read one file as far as a room and print that room's layer.

   text: tokens; tag: CoNLL-U without trees; parse: CoNLL-U; mention: entities;
   extract: triples.
*/
RelStatus rel_read_print(const RelReading *reading, const char *path,
                         RelRoom last, FILE *out);

/**
   Read one file and print how one triple of its graph came about.

   @param number Of the triple, from 1, as rel_read_print() shows it.
   @return #REL_BAD_ARG when the file has no such triple.
*/
RelStatus rel_read_explain(const RelReading *reading, const char *path,
                           uint32_t number, FILE *out);

/**
   Read the user's actors into a guide.

   @param path Turtle when it ends in `.ttl`: skos:prefLabel or rdfs:label,
   skos:altLabel, rdf:type and owl:sameAs, without which its own IRI counts;
   else as rel_guide_read_authority() reads it.
*/
RelStatus rel_read_authority(RelWorld *world, const char *path,
                             RelGuide *guide);

/// How rel_read_conllu() writes, and whom it tells how far it is
typedef struct {
  const char *document;   ///< As in #RelConlluPrint; null for no newdoc
  bool is_tagged_only;    ///< No trees and no names: many times as fast
  bool has_ranges;        ///< TokenRange in MISC; not for CoNLL-U input
  bool has_probabilities; ///< UposProb, HeadProb, EntityProb in MISC
  void (*on_progress)(void *handle, double share); ///< From 0 to 1; or null
  void *handle; ///< For on_progress; owned by the caller
} RelConlluOptions;

/**
   Read one file, parse it and print CoNLL-U, all a piece at a time.

   Memory: the file, 12 bytes a paragraph (and 40 a token of its longest
   paragraph), and what some thousand words need; not the document's layers.

   @param reading Its model is needed. #REL_INPUT_AUTO: CoNLL-U by the file's
   ending, else #REL_INPUT_PLAIN. Of CoNLL-U the tokens, comments, multiword
   tokens and MISC are kept, everything else is made anew.
   @return What went wrong, with its place in the world's error; pieces before
   it are printed. A stream that cannot be written ends early with #REL_OK:
   see ferror().
*/
RelStatus rel_read_conllu(const RelReading *reading, const char *path,
                          const RelConlluOptions *options, FILE *out);

/// "0.1.0"
const char *rel_version(void);

#endif
