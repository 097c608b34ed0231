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

/// Dependency relations of UD English 2.16, with subtypes (column 8), and what
/// they are without
#define REL_DEP_TABLE(ROW)                                                     \
  ROW(ROOT, "root", ROOT)                                                      \
  ROW(ACL, "acl", ACL)                                                         \
  ROW(ACL_RELCL, "acl:relcl", ACL)                                             \
  ROW(ADVCL, "advcl", ADVCL)                                                   \
  ROW(ADVCL_RELCL, "advcl:relcl", ADVCL)                                       \
  ROW(ADVMOD, "advmod", ADVMOD)                                                \
  ROW(AMOD, "amod", AMOD)                                                      \
  ROW(APPOS, "appos", APPOS)                                                   \
  ROW(AUX, "aux", AUX)                                                         \
  ROW(AUX_PASS, "aux:pass", AUX)                                               \
  ROW(CASE, "case", CASE)                                                      \
  ROW(CC, "cc", CC)                                                            \
  ROW(CC_PRECONJ, "cc:preconj", CC)                                            \
  ROW(CCOMP, "ccomp", CCOMP)                                                   \
  ROW(COMPOUND, "compound", COMPOUND)                                          \
  ROW(COMPOUND_PRT, "compound:prt", COMPOUND)                                  \
  ROW(CONJ, "conj", CONJ)                                                      \
  ROW(COP, "cop", COP)                                                         \
  ROW(CSUBJ, "csubj", CSUBJ)                                                   \
  ROW(CSUBJ_OUTER, "csubj:outer", CSUBJ)                                       \
  ROW(CSUBJ_PASS, "csubj:pass", CSUBJ)                                         \
  ROW(DEP, "dep", DEP)                                                         \
  ROW(DET, "det", DET)                                                         \
  ROW(DET_PREDET, "det:predet", DET)                                           \
  ROW(DISCOURSE, "discourse", DISCOURSE)                                       \
  ROW(DISLOCATED, "dislocated", DISLOCATED)                                    \
  ROW(EXPL, "expl", EXPL)                                                      \
  ROW(FIXED, "fixed", FIXED)                                                   \
  ROW(FLAT, "flat", FLAT)                                                      \
  ROW(GOESWITH, "goeswith", GOESWITH)                                          \
  ROW(IOBJ, "iobj", IOBJ)                                                      \
  ROW(LIST, "list", LIST)                                                      \
  ROW(MARK, "mark", MARK)                                                      \
  ROW(NMOD, "nmod", NMOD)                                                      \
  ROW(NMOD_DESC, "nmod:desc", NMOD)                                            \
  ROW(NMOD_POSS, "nmod:poss", NMOD)                                            \
  ROW(NMOD_UNMARKED, "nmod:unmarked", NMOD)                                    \
  ROW(NSUBJ, "nsubj", NSUBJ)                                                   \
  ROW(NSUBJ_OUTER, "nsubj:outer", NSUBJ)                                       \
  ROW(NSUBJ_PASS, "nsubj:pass", NSUBJ)                                         \
  ROW(NUMMOD, "nummod", NUMMOD)                                                \
  ROW(OBJ, "obj", OBJ)                                                         \
  ROW(OBL, "obl", OBL)                                                         \
  ROW(OBL_AGENT, "obl:agent", OBL)                                             \
  ROW(OBL_UNMARKED, "obl:unmarked", OBL)                                       \
  ROW(ORPHAN, "orphan", ORPHAN)                                                \
  ROW(PARATAXIS, "parataxis", PARATAXIS)                                       \
  ROW(PUNCT, "punct", PUNCT)                                                   \
  ROW(REPARANDUM, "reparandum", REPARANDUM)                                    \
  ROW(VOCATIVE, "vocative", VOCATIVE)                                          \
  ROW(XCOMP, "xcomp", XCOMP)

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

#define REL_ENUM_UPOS(name, text)           REL_UPOS_##name,
#define REL_ENUM_XPOS(name, text)           REL_XPOS_##name,
#define REL_ENUM_DEP(name, text, universal) REL_DEP_##name,
#define REL_ENUM_NAME(name, text)           REL_NAME_##name,

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
