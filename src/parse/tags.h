// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_PARSE_TAGS_H
#define REL_PARSE_TAGS_H

#include "base/str.h"

/// Universal parts of speech (CoNLL-U column 4)
#define REL_UPOS_TABLE(ROW)                                                    \
  ROW(ADJ, "ADJ")                                                              \
  ROW(ADP, "ADP")                                                              \
  ROW(ADV, "ADV")                                                              \
  ROW(AUX, "AUX")                                                              \
  ROW(CCONJ, "CCONJ")                                                          \
  ROW(DET, "DET")                                                              \
  ROW(INTJ, "INTJ")                                                            \
  ROW(NOUN, "NOUN")                                                            \
  ROW(NUM, "NUM")                                                              \
  ROW(PART, "PART")                                                            \
  ROW(PRON, "PRON")                                                            \
  ROW(PROPN, "PROPN")                                                          \
  ROW(PUNCT, "PUNCT")                                                          \
  ROW(SCONJ, "SCONJ")                                                          \
  ROW(SYM, "SYM")                                                              \
  ROW(VERB, "VERB")                                                            \
  ROW(X, "X")

/// Penn Treebank tags as UD English writes them (column 5)
#define REL_XPOS_TABLE(ROW)                                                    \
  ROW(DOLLAR, "$")                                                             \
  ROW(CLOSE_QUOTE, "''")                                                       \
  ROW(COMMA, ",")                                                              \
  ROW(LRB, "-LRB-")                                                            \
  ROW(RRB, "-RRB-")                                                            \
  ROW(PERIOD, ".")                                                             \
  ROW(COLON, ":")                                                              \
  ROW(OPEN_QUOTE, "``")                                                        \
  ROW(ADD, "ADD")                                                              \
  ROW(AFX, "AFX")                                                              \
  ROW(CC, "CC")                                                                \
  ROW(CD, "CD")                                                                \
  ROW(DT, "DT")                                                                \
  ROW(EX, "EX")                                                                \
  ROW(FW, "FW")                                                                \
  ROW(GW, "GW")                                                                \
  ROW(HYPH, "HYPH")                                                            \
  ROW(IN, "IN")                                                                \
  ROW(JJ, "JJ")                                                                \
  ROW(JJR, "JJR")                                                              \
  ROW(JJS, "JJS")                                                              \
  ROW(LS, "LS")                                                                \
  ROW(MD, "MD")                                                                \
  ROW(NFP, "NFP")                                                              \
  ROW(NN, "NN")                                                                \
  ROW(NNP, "NNP")                                                              \
  ROW(NNPS, "NNPS")                                                            \
  ROW(NNS, "NNS")                                                              \
  ROW(PDT, "PDT")                                                              \
  ROW(POS, "POS")                                                              \
  ROW(PRP, "PRP")                                                              \
  ROW(PRP_S, "PRP$")                                                           \
  ROW(RB, "RB")                                                                \
  ROW(RBR, "RBR")                                                              \
  ROW(RBS, "RBS")                                                              \
  ROW(RP, "RP")                                                                \
  ROW(SYM, "SYM")                                                              \
  ROW(TO, "TO")                                                                \
  ROW(UH, "UH")                                                                \
  ROW(VB, "VB")                                                                \
  ROW(VBD, "VBD")                                                              \
  ROW(VBG, "VBG")                                                              \
  ROW(VBN, "VBN")                                                              \
  ROW(VBP, "VBP")                                                              \
  ROW(VBZ, "VBZ")                                                              \
  ROW(WDT, "WDT")                                                              \
  ROW(WP, "WP")                                                                \
  ROW(WP_S, "WP$")                                                             \
  ROW(WRB, "WRB")                                                              \
  ROW(XX, "XX")

/// Dependency relations of UD English 2.16, with subtypes (column 8)
#define REL_DEP_TABLE(ROW)                                                     \
  ROW(ROOT, "root")                                                            \
  ROW(ACL, "acl")                                                              \
  ROW(ACL_RELCL, "acl:relcl")                                                  \
  ROW(ADVCL, "advcl")                                                          \
  ROW(ADVCL_RELCL, "advcl:relcl")                                              \
  ROW(ADVMOD, "advmod")                                                        \
  ROW(AMOD, "amod")                                                            \
  ROW(APPOS, "appos")                                                          \
  ROW(AUX, "aux")                                                              \
  ROW(AUX_PASS, "aux:pass")                                                    \
  ROW(CASE, "case")                                                            \
  ROW(CC, "cc")                                                                \
  ROW(CC_PRECONJ, "cc:preconj")                                                \
  ROW(CCOMP, "ccomp")                                                          \
  ROW(COMPOUND, "compound")                                                    \
  ROW(COMPOUND_PRT, "compound:prt")                                            \
  ROW(CONJ, "conj")                                                            \
  ROW(COP, "cop")                                                              \
  ROW(CSUBJ, "csubj")                                                          \
  ROW(CSUBJ_OUTER, "csubj:outer")                                              \
  ROW(CSUBJ_PASS, "csubj:pass")                                                \
  ROW(DEP, "dep")                                                              \
  ROW(DET, "det")                                                              \
  ROW(DET_PREDET, "det:predet")                                                \
  ROW(DISCOURSE, "discourse")                                                  \
  ROW(DISLOCATED, "dislocated")                                                \
  ROW(EXPL, "expl")                                                            \
  ROW(FIXED, "fixed")                                                          \
  ROW(FLAT, "flat")                                                            \
  ROW(GOESWITH, "goeswith")                                                    \
  ROW(IOBJ, "iobj")                                                            \
  ROW(LIST, "list")                                                            \
  ROW(MARK, "mark")                                                            \
  ROW(NMOD, "nmod")                                                            \
  ROW(NMOD_DESC, "nmod:desc")                                                  \
  ROW(NMOD_POSS, "nmod:poss")                                                  \
  ROW(NMOD_UNMARKED, "nmod:unmarked")                                          \
  ROW(NSUBJ, "nsubj")                                                          \
  ROW(NSUBJ_OUTER, "nsubj:outer")                                              \
  ROW(NSUBJ_PASS, "nsubj:pass")                                                \
  ROW(NUMMOD, "nummod")                                                        \
  ROW(OBJ, "obj")                                                              \
  ROW(OBL, "obl")                                                              \
  ROW(OBL_AGENT, "obl:agent")                                                  \
  ROW(OBL_UNMARKED, "obl:unmarked")                                            \
  ROW(ORPHAN, "orphan")                                                        \
  ROW(PARATAXIS, "parataxis")                                                  \
  ROW(PUNCT, "punct")                                                          \
  ROW(REPARANDUM, "reparandum")                                                \
  ROW(VOCATIVE, "vocative")                                                    \
  ROW(XCOMP, "xcomp")

/// Types of names
#define REL_NAME_TABLE(ROW)                                                    \
  ROW(NONE, "none")                                                            \
  ROW(PERSON, "person")                                                        \
  ROW(ORGANISATION, "organisation")                                            \
  ROW(PLACE, "place")                                                          \
  ROW(EVENT, "event")                                                          \
  ROW(WORK, "work")                                                            \
  ROW(TIME, "time")                                                            \
  ROW(MONEY, "money")                                                          \
  ROW(NUMBER, "number")                                                        \
  ROW(OTHER, "other")

#define REL_ENUM_UPOS(name, text) REL_UPOS_##name,
#define REL_ENUM_XPOS(name, text) REL_XPOS_##name,
#define REL_ENUM_DEP(name, text)  REL_DEP_##name,
#define REL_ENUM_NAME(name, text) REL_NAME_##name,

typedef enum { REL_UPOS_TABLE(REL_ENUM_UPOS) REL_N_UPOS } RelUpos;
typedef enum { REL_XPOS_TABLE(REL_ENUM_XPOS) REL_N_XPOS } RelXpos;
typedef enum { REL_DEP_TABLE(REL_ENUM_DEP) REL_N_DEP } RelDep;
typedef enum { REL_NAME_TABLE(REL_ENUM_NAME) REL_N_NAME } RelNameType;

/// The tag as text, "NOUN", "VBZ", "nsubj:pass", "person"
const char *rel_upos_text(RelUpos upos);
const char *rel_xpos_text(RelXpos xpos);
const char *rel_dep_text(RelDep dep);
const char *rel_name_text(RelNameType type);

/// The tag for a text; #REL_N_UPOS and so on when there is none
RelUpos rel_upos_find(RelStr text);
RelXpos rel_xpos_find(RelStr text);
RelDep rel_dep_find(RelStr text);
RelNameType rel_name_find(RelStr text);

/// The relation without its subtype: nsubj for nsubj:pass
RelDep rel_dep_universal(RelDep dep);

#endif
