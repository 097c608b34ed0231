// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/mention.h"

#include "mention/print.h"
#include "mention/tree_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/// A document and the entities that it speaks of, "kind label: mentions"
static const struct {
  const char *name;
  const char *tree;
  const char *entities;
} cases[] = {
    // clang-format off
    {"title, surname, pronoun, role",
     "Trade trade NOUN NN 2 compound\n"
     "Minister minister NOUN NN 3 nmod:desc\n"
     "Ana Ana PROPN NNP 5 nsubj\n"
     "Mora Mora PROPN NNP 3 flat\n"
     "visited visit VERB VBD 0 root\n"
     "Lisbon Lisbon PROPN NNP 5 obj\n"
     "on on ADP IN 8 case\n"
     "Tuesday Tuesday PROPN NNP 5 obl -\n"
     ". . PUNCT . 5 punct\n"
     "\n"
     "Mrs Mrs PROPN NNP 3 nsubj\n"
     "Mora Mora PROPN NNP 1 flat\n"
     "said say VERB VBD 0 root\n"
     "she she PRON PRP 6 nsubj\n"
     "would would AUX MD 6 aux\n"
     "return return VERB VB 3 ccomp -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "minister minister NOUN NN 4 nsubj\n"
     "was be AUX VBD 4 cop\n"
     "tired tired ADJ JJ 0 root -\n"
     ". . PUNCT . 4 punct\n",
     "role Trade Minister: Trade Minister\n"
     "person Ana Mora: Ana Mora, Mora, she, minister\n"
     "place Lisbon: Lisbon\n"
     "date Tuesday: Tuesday\n"},
    {"acronym, demonym, government",
     "Norway Norway PROPN NNP 2 nsubj\n"
     "signed sign VERB VBD 0 root\n"
     "the the DET DT 4 det\n"
     "pact pact NOUN NN 2 obj\n"
     "with with ADP IN 9 case\n"
     "the the DET DT 9 det\n"
     "World World PROPN NNP 9 compound\n"
     "Crop Crop PROPN NNP 9 compound\n"
     "Union Union PROPN NNP 4 nmod\n"
     "( ( PUNCT -LRB- 11 punct -\n"
     "WCU WCU PROPN NNP 9 appos -\n"
     ") ) PUNCT -RRB- 11 punct -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "WCU WCU PROPN NNP 3 nsubj\n"
     "praised praise VERB VBD 0 root\n"
     "the the DET DT 6 det\n"
     "Norwegian Norwegian ADJ JJ 6 amod\n"
     "government government NOUN NN 3 obj -\n"
     ". . PUNCT . 3 punct\n",
     "country Norway: Norway, Norwegian\n"
     "thing pact with the World Crop Union: pact with the World Crop Union\n"
     "organisation World Crop Union: World Crop Union, WCU, WCU\n"
     "organisation Norwegian government: Norwegian government\n"},
    {"an apposition behind two names is the last one's",
     "Ana Ana PROPN NNP 10 nsubj\n"
     "Mora Mora PROPN NNP 1 flat\n"
     "and and CCONJ CC 4 cc\n"
     "Jan Jan PROPN NNP 1 conj\n"
     "Lund Lund PROPN NNP 4 flat -\n"
     ", , PUNCT , 8 punct\n"
     "an a DET DT 8 det\n"
     "adviser adviser NOUN NN 1 appos -\n"
     ", , PUNCT , 8 punct\n"
     "left leave VERB VBD 0 root -\n"
     ". . PUNCT . 10 punct\n",
     "person Ana Mora: Ana Mora\n"
     "person Jan Lund: Jan Lund, adviser\n"},
    {"firms and states by what they have and do",
     "Kastell Kastell PROPN NNP 2 nsubj\n"
     "acquired acquire VERB VBD 0 root\n"
     "Bramlin Bramlin PROPN NNP 2 obj -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "Bramlin Bramlin PROPN NNP 2 nsubj\n"
     "left leave VERB VBD 0 root\n"
     "Sorvia Sorvia PROPN NNP 2 obj -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "Sorvia Sorvia PROPN NNP 3 nmod:poss -\n"
     "'s 's PART POS 1 case\n"
     "parliament parliament NOUN NN 4 nsubj\n"
     "met meet VERB VBD 0 root\n"
     "Mr Mr PROPN NNP 4 obj\n"
     "Tarn Tarn PROPN NNP 5 flat -\n"
     ". . PUNCT . 4 punct\n"
     "\n"
     "Tarn Tarn PROPN NNP 3 nmod:poss -\n"
     "'s 's PART POS 1 case\n"
     "factory factory NOUN NN 4 nsubj\n"
     "burned burn VERB VBD 0 root\n"
     "down down ADP RP 4 compound:prt\n",
     "organisation Kastell: Kastell\n"
     "organisation Bramlin: Bramlin, Bramlin\n"
     "country Sorvia: Sorvia, Sorvia\n"
     "organisation Sorvia's parliament: Sorvia's parliament\n"
     "person Tarn: Tarn, Tarn\n"
     "facility Tarn's factory: Tarn's factory\n"},
    {"capital as government and as city",
     "Lisbon Lisbon PROPN NNP 2 nsubj\n"
     "rejected reject VERB VBD 0 root\n"
     "the the DET DT 4 det\n"
     "offer offer NOUN NN 2 obj -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "ministers minister NOUN NNS 3 nsubj\n"
     "flew fly VERB VBD 0 root\n"
     "to to ADP IN 5 case\n"
     "Lisbon Lisbon PROPN NNP 3 obl -\n"
     ". . PUNCT . 3 punct\n",
     "organisation Portuguese government: Lisbon\n"
     "thing offer: offer\n"
     "person ministers: ministers\n"
     "place Lisbon: Lisbon\n"},
    {"apposition, object and owner",
     "Jan Jan PROPN NNP 10 nsubj\n"
     "Lund Lund PROPN NNP 1 flat -\n"
     ", , PUNCT , 5 punct\n"
     "an a DET DT 5 det\n"
     "adviser adviser NOUN NN 1 appos\n"
     "to to ADP IN 8 case\n"
     "the the DET DT 8 det\n"
     "port port NOUN NN 5 nmod -\n"
     ", , PUNCT , 1 punct\n"
     "praised prais VERB VBD 0 root\n"
     "Eva Eva PROPN NNP 10 obj\n"
     "Ruiz Ruiz PROPN NNP 11 flat\n"
     "and and CCONJ CC 14 cc\n"
     "showed show VERB VBD 10 conj\n"
     "her she PRON PRP 14 iobj\n"
     "his his PRON PRP$ 17 nmod:poss\n"
     "boat boat NOUN NN 14 obj -\n"
     ". . PUNCT . 10 punct\n",
     "person Jan Lund: Jan Lund, adviser to the port, his\n"
     "place port: port\n"
     "person Eva Ruiz: Eva Ruiz, her\n"
     "thing Jan Lund's boat: his boat\n"},
    {"the noun beside it tells what a name is",
     "Orbex Orbex PROPN NNP 8 nsubj\n"
     "Marine Marine PROPN NNP 1 flat -\n"
     ", , PUNCT , 6 punct\n"
     "a a DET DT 6 det\n"
     "shipping ship NOUN NN 6 compound\n"
     "company company NOUN NN 1 appos\n"
     ", , PUNCT , 1 punct\n"
     "said say VERB VBD 0 root\n"
     "nothing nothing PRON NN 8 obj -\n"
     ". . PUNCT . 8 punct\n",
     "organisation Orbex Marine: Orbex Marine, shipping company\n"
     "thing nothing: nothing\n"},
    {"both sides",
     "France France PROPN NNP 4 nsubj\n"
     "and and CCONJ CC 3 cc\n"
     "Italy Italy PROPN NNP 1 conj\n"
     "fought foug VERB VBD 0 root\n"
     "over over ADP IN 6 case\n"
     "fish fish NOUN NN 4 obl -\n"
     ". . PUNCT . 4 punct\n"
     "\n"
     "Both both DET DT 2 det\n"
     "sides side NOUN NNS 3 nsubj\n"
     "lost lose VERB VBD 0 root -\n"
     ". . PUNCT . 3 punct\n",
     "country France: France\n"
     "country Italy: Italy\n"
     "thing fish: fish\n"
     "country sides {France|Italy}: sides\n"},
    {"firm, it, values",
     "Orbex Orbex PROPN NNP 2 compound\n"
     "Corp Corp PROPN NNP 3 nsubj\n"
     "bought buy VERB VBD 0 root\n"
     "a a DET DT 5 det\n"
     "mill mill NOUN NN 3 obj\n"
     "in in ADP IN 7 case\n"
     "Ghana Ghana PROPN NNP 3 obl -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "It it PRON PRP 2 nsubj\n"
     "paid pay VERB VBD 0 root\n"
     "$ $ SYM $ 2 obj -\n"
     "40 40 NUM CD 5 compound\n"
     "million million NUM CD 3 nummod -\n"
     ", , PUNCT , 10 punct\n"
     "and and CCONJ CC 10 cc\n"
     "Orbex Orbex PROPN NNP 10 nsubj\n"
     "will will AUX MD 10 aux\n"
     "close close VERB VB 2 conj\n"
     "the the DET DT 12 det\n"
     "mill mill NOUN NN 10 obj\n"
     "in in ADP IN 14 case\n"
     "May May PROPN NNP 10 obl -\n"
     ". . PUNCT . 2 punct\n",
     "organisation Orbex Corp: Orbex Corp, It, Orbex\n"
     "facility mill: mill, mill\n"
     "country Ghana: Ghana\n"
     "money $40 million: $40 million\n"
     "date May: May\n"},
    {"speaker",
     "\" \" PUNCT `` 4 punct -\n"
     "We we PRON PRP 4 nsubj\n"
     "are be AUX VBP 4 cop\n"
     "close close ADJ JJ 8 ccomp -\n"
     ", , PUNCT , 4 punct -\n"
     "\" \" PUNCT '' 4 punct\n"
     "Okafor Okafor PROPN NNP 8 nsubj\n"
     "said say VERB VBD 0 root -\n"
     ". . PUNCT . 8 punct\n"
     "\n"
     "\" \" PUNCT `` 3 punct -\n"
     "I I PRON PRP 3 nsubj\n"
     "hope hope VERB VBP 0 root\n"
     "so so ADV RB 3 advmod -\n"
     ". . PUNCT . 3 punct -\n"
     "\" \" PUNCT '' 3 punct\n",
     "person Okafor: We, Okafor, I\n"},
    {"the country",
     "Peru Peru PROPN NNP 2 nsubj\n"
     "sells sell VERB VBZ 0 root\n"
     "copper copper NOUN NN 2 obj -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "country country NOUN NN 3 nsubj\n"
     "wants want VERB VBZ 0 root\n"
     "higher high ADJ JJR 5 amod\n"
     "prices price NOUN NNS 3 obj\n"
     "for for ADP IN 8 case\n"
     "its its PRON PRP$ 8 nmod:poss\n"
     "ore ore NOUN NN 3 obl -\n"
     ". . PUNCT . 3 punct\n",
     "country Peru: Peru, country, its\n"
     "thing copper: copper\n"
     "thing higher prices: higher prices\n"
     "thing Peru's ore: its ore\n"},
    {"relative pronouns",
     "The the DET DT 2 det\n"
     "senator senator NOUN NN 0 root\n"
     "who who PRON WP 4 nsubj\n"
     "lost lose VERB VBD 2 acl:relcl\n"
     "blamed blame VERB VBN 4 xcomp\n"
     "a a DET DT 7 det\n"
     "storm storm NOUN NN 5 obj\n"
     "that that PRON WDT 9 nsubj\n"
     "hit hit VERB VBP 7 acl:relcl\n"
     "Ayr Ayr PROPN NNP 9 obj -\n"
     ". . PUNCT . 2 punct\n",
     "role senator: senator, who\n"
     "event storm: storm, that\n"
     "thing Ayr: Ayr\n"},
    {"one surname, two titles",
     "Ms Ms PROPN NNP 3 nsubj\n"
     "Berg Berg PROPN NNP 3 nsubj\n"
     "told tell VERB VBD 0 root\n"
     "Mr Mr. PROPN NNP 3 iobj\n"
     "Berg Berg PROPN NNP 3 iobj\n"
     "that that SCONJ IN 9 mark\n"
     "she she PRON PRP 9 nsubj\n"
     "would would AUX MD 9 aux\n"
     "sell sell VERB VB 3 ccomp -\n"
     ". . PUNCT . 3 punct\n",
     "person Berg: Berg, she\n"
     "person Berg: Berg\n"},
    {"one surname, two people",
     "Greta Greta PROPN NNP 3 nsubj\n"
     "Berg Berg PROPN NNP 1 flat\n"
     "met meet VERB VBD 0 root\n"
     "Olaf Olaf PROPN NNP 3 obj\n"
     "Berg Berg PROPN NNP 4 flat -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "Mr Mr. PROPN NNP 3 nsubj\n"
     "Berg Berg PROPN NNP 3 nsubj\n"
     "thanked thank VERB VBD 0 root\n"
     "Greta Greta PROPN NNP 3 obj\n"
     "Berg Berg PROPN NNP 4 flat\n"
     "for for ADP IN 8 case\n"
     "her her PRON PRP$ 8 nmod:poss\n"
     "help help NOUN NN 3 obl -\n"
     ". . PUNCT . 3 punct\n",
     "person Greta Berg: Greta Berg, Greta Berg, her\n"
     "person Olaf Berg: Olaf Berg, Berg\n"
     "thing Greta Berg's help: her help\n"},
    {"family name first, generic nouns",
     "Zhang Zhang PROPN NNP 3 nsubj\n"
     "Wei Wei PROPN NNP 1 flat\n"
     "won win VERB VBD 0 root -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "Officials official NOUN NNS 2 nsubj\n"
     "praised prais VERB VBD 0 root\n"
     "Mr Mr. PROPN NNP 2 iobj\n"
     "Zhang Zhang PROPN NNP 2 obj -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "Officials official NOUN NNS 2 nsubj\n"
     "cheered cheer VERB VBD 0 root -\n"
     ". . PUNCT . 2 punct\n",
     "person Zhang Wei: Zhang Wei, Zhang\n"
     "person Officials: Officials, Officials\n"},
    {"the same words again",
     "The the DET DT 2 det\n"
     "court court NOUN NN 3 nsubj\n"
     "received receive VERB VBD 0 root\n"
     "a a DET DT 5 det\n"
     "document document NOUN NN 3 obj -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "A a DET DT 2 det\n"
     "guard guard NOUN NN 3 nsubj\n"
     "lost lose VERB VBD 0 root\n"
     "a a DET DT 5 det\n"
     "document document NOUN NN 3 obj -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "guard guard NOUN NN 3 nsubj\n"
     "read read VERB VBD 0 root\n"
     "the the DET DT 5 det\n"
     "document document NOUN NN 3 obj -\n"
     ". . PUNCT . 3 punct\n",
     "organisation court: court\n"
     "work document: document\n"
     "person guard: guard, guard\n"
     "work document [2]: document, document\n"},
    {"what one owns",
     "Ana Ana PROPN NNP 4 nmod:poss\n"
     "Mora Mora PROPN NNP 1 flat -\n"
     "'s 's PART POS 1 case\n"
     "visit visit NOUN NN 0 root\n"
     "to to ADP IN 6 case\n"
     "Chile Chile PROPN NNP 7 nsubj\n"
     "ended end VERB VBD 4 acl -\n"
     ". . PUNCT . 4 punct\n"
     "\n"
     "Her her PRON PRP$ 2 nmod:poss\n"
     "visit visit NOUN NN 3 nsubj\n"
     "pleased pleased ADJ JJ 0 root\n"
     "Chile Chile PROPN NNP 3 obj -\n"
     ". . PUNCT . 3 punct\n",
     "person Ana Mora: Ana Mora, Her\n"
     "event Ana Mora's visit: Ana Mora's visit, Her visit\n"
     "country Chile: Chile, Chile\n"},
    {"two people of one surname, family name first",
     "Li Li PROPN NNP 3 nsubj\n"
     "Keqiao Keqiao PROPN NNP 1 flat\n"
     "met meet VERB VBD 0 root\n"
     "Li Li PROPN NNP 3 obj\n"
     "Bo Bo PROPN NNP 4 flat\n"
     "in in ADP IN 7 case\n"
     "Rome Rome PROPN NNP 3 obl -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "Premier Premier PROPN NNP 2 nmod:desc\n"
     "Li Li PROPN NNP 4 nsubj\n"
     "Keqiao Keqiao PROPN NNP 2 flat\n"
     "smiled smil VERB VBD 0 root -\n"
     ". . PUNCT . 4 punct\n"
     "\n"
     "Mr Mr. PROPN NNP 2 nmod:desc\n"
     "Li Li PROPN NNP 4 nsubj\n"
     "Bo Bo PROPN NNP 2 flat\n"
     "left leave VERB VBD 0 root -\n"
     ". . PUNCT . 4 punct\n",
     "person Li Keqiao: Li Keqiao, Li Keqiao\n"
     "person Li Bo: Li Bo, Li Bo\n"
     "place Rome: Rome\n"
     "role Premier: Premier\n"},
    {"reflexive",
     "Eva Eva PROPN NNP 9 nsubj\n"
     "Ruiz Ruiz PROPN NNP 1 flat -\n"
     ", , PUNCT , 5 punct\n"
     "who who PRON WP 5 nsubj\n"
     "saw see VERB VBD 1 acl:relcl\n"
     "Ana Ana PROPN NNP 5 obj\n"
     "Mora Mora PROPN NNP 6 flat -\n"
     ", , PUNCT , 1 punct\n"
     "blamed blame VERB VBD 0 root\n"
     "herself herself PRON PRP 9 obj -\n"
     ". . PUNCT . 9 punct\n",
     "person Eva Ruiz: Eva Ruiz, who, herself\n"
     "person Ana Mora: Ana Mora\n"},
    {"narrator",
     "I I PRON PRP 2 nsubj\n"
     "left leave VERB VBD 0 root -\n"
     ". . PUNCT . 2 punct\n"
     "\n"
     "My my PRON PRP$ 2 nmod:poss\n"
     "boat boat NOUN NN 3 nsubj\n"
     "sank sink VERB VBD 0 root\n"
     "and and CCONJ CC 6 cc\n"
     "we we PRON PRP 6 nsubj\n"
     "took take VERB VBD 3 conj\n"
     "ours ours PRON PRP 6 obj -\n"
     ". . PUNCT . 3 punct\n",
     "person I: I, My\n"
     "thing My boat: My boat\n"
     "person we: we, ours\n"},
    {"firm and person of one name",
     "Wilhelmina Wilhelmina PROPN NNP 3 nsubj\n"
     "Berg Berg PROPN NNP 1 flat\n"
     "lost lose VERB VBD 0 root -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "Officials official NOUN NNS 2 nsubj\n"
     "said say VERB VBD 0 root\n"
     "the the DET DT 5 det\n"
     "Berg Berg PROPN NNP 5 compound\n"
     "Bank Bank PROPN NNP 6 nsubj\n"
     "paid pay VERB VBD 2 ccomp\n"
     "Ms Ms PROPN NNP 6 obj\n"
     "Berg Berg PROPN NNP 7 flat -\n"
     ". . PUNCT . 2 punct\n",
     "person Wilhelmina Berg: Wilhelmina Berg, Berg\n"
     "person Officials: Officials\n"
     "organisation Berg Bank: Berg Bank\n"},
    {"the two, and they",
     "Chilean Chilean ADJ JJ 2 amod\n"
     "President President PROPN NNP 3 nmod:desc\n"
     "Luz Luz PROPN NNP 5 nsubj\n"
     "Prado Prado PROPN NNP 3 flat\n"
     "met meet VERB VBD 0 root\n"
     "Jan Jan PROPN NNP 5 obj\n"
     "Lund Lund PROPN NNP 6 flat -\n"
     ". . PUNCT . 5 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "two two NUM CD 3 nsubj\n"
     "praised prais VERB VBN 0 root\n"
     "Peru Peru PROPN NNP 3 obj -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "They they PRON PRP 2 nsubj\n"
     "ate eat VERB VBD 0 root -\n"
     ". . PUNCT . 2 punct\n",
     "country Chile: Chilean\n"
     "role Chilean President: Chilean President\n"
     "person Luz Prado: Luz Prado\n"
     "person Jan Lund: Jan Lund\n"
     "person two {Luz Prado|Jan Lund}: two, They\n"
     "country Peru: Peru\n"},
    {"names of a country",
     "The the DET DT 2 det\n"
     "U.S. U.S. PROPN NNP 3 nsubj\n"
     "sued sue VERB VBD 0 root\n"
     "Orbex Orbex PROPN NNP 3 obj -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "U.S. U.S. PROPN NNP 2 compound\n"
     "lawyers lawyer NOUN NNS 3 nsubj\n"
     "said say VERB VBD 0 root\n"
     "the the DET DT 6 det\n"
     "United United ADJ NNP 6 amod\n"
     "States State PROPN NNPS 8 nsubj\n"
     "would would AUX MD 8 aux\n"
     "win win VERB VB 3 ccomp -\n"
     ". . PUNCT . 3 punct\n",
     "country United States: U.S., U.S., United States\n"
     "thing Orbex: Orbex\n"
     "person U.S. lawyers: U.S. lawyers\n"},
    {"role nouns stay apart",
     "A a DET DT 2 det\n"
     "minister minister NOUN NN 3 nsubj\n"
     "resigned resign VERB VBD 0 root -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "A a DET DT 2 det\n"
     "minister minister NOUN NN 3 nsubj\n"
     "stayed stay VERB VBD 0 root -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "The the DET DT 2 det\n"
     "minister minister NOUN NN 0 root\n"
     "who who PRON WP 4 nsubj\n"
     "stayed stay VERB VBD 2 acl:relcl\n"
     "spoke speak VERB VBD 4 xcomp -\n"
     ". . PUNCT . 2 punct\n",
     "role minister: minister\n"
     "role minister [2]: minister\n"
     "role minister [3]: minister, who\n"},
    {"title in the name",
     "Pope Pope PROPN NNP 2 nmod:desc\n"
     "Leo Leo PROPN NNP 3 nsubj\n"
     "thanked thank VERB VBD 0 root\n"
     "Sir Sir PROPN NNP 5 nmod:desc\n"
     "Ian Ian PROPN NNP 3 obj\n"
     "Kerr Kerr PROPN NNP 5 flat -\n"
     ". . PUNCT . 3 punct\n"
     "\n"
     "Kerr Kerr PROPN NNP 2 nsubj\n"
     "bowed bow VERB VBD 0 root -\n"
     ". . PUNCT . 2 punct\n",
     "person Pope Leo: Pope Leo\n"
     "person Ian Kerr: Ian Kerr, Kerr\n"},
    {"quantity without its date",
     "Mora Mora PROPN NNP 2 nsubj\n"
     "raised raise VERB VBD 0 root\n"
     "the the DET DT 4 det\n"
     "levy levy NOUN NN 2 obj\n"
     "by by ADP IN 7 case\n"
     "15 15 NUM CD 7 nummod\n"
     "percent percent NOUN NN 2 obl\n"
     "in in ADP IN 9 case\n"
     "2019 2019 NUM CD 7 nmod -\n"
     ". . PUNCT . 2 punct\n",
     "thing Mora: Mora\n"
     "thing levy: levy\n"
     "quantity 15 percent: 15 percent\n"
     "date 2019: 2019\n"},
    // clang-format on
};

static RelStr
words_of(RelArena *arena, const RelText *text, const RelMention *mention)
{
  RelBuffer words = {.arena = arena};

  for (uint32_t i = 0; i < mention->n; ++i) {
    const RelToken *const token = &text->tokens[mention->first + i];

    rel_buffer_add(&words, token->form);
    if (i + 1U < mention->n && token->space_after) {
      rel_buffer_add_char(&words, ' ');
    }
  }
  return rel_buffer_str(&words);
}

static void
add_members(RelBuffer *out, const RelMentions *found, const RelEntity *entity)
{
  for (uint32_t i = 0; i < entity->n_members; ++i) {
    rel_buffer_add(out, i ? REL_STR("|") : REL_STR(" {"));
    rel_buffer_add(out, found->entities[entity->members[i]].label);
  }
  rel_buffer_add(out, entity->n_members ? REL_STR("}: ") : REL_STR(": "));
}

/// " [2]" for the second with its label
static void
add_number(RelArena *arena, RelBuffer *out, const RelEntity *entity)
{
  RelStr number = {0};

  if (entity->namesake) {
    assert_int_equal(
        rel_arena_format(arena, &number, " [%u]", entity->namesake + 1U),
        REL_OK);
    rel_buffer_add(out, number);
  }
}

static RelStr
describe(RelArena *arena, const RelText *text, const RelMentions *found)
{
  RelBuffer out = {.arena = arena};

  for (uint32_t e = 0; e < found->n_entities; ++e) {
    const RelEntity *const entity = &found->entities[e];
    bool is_later = false;

    rel_buffer_add(&out, rel_str(rel_term_kind_text(entity->kind)));
    rel_buffer_add_char(&out, ' ');
    rel_buffer_add(&out, entity->label);
    add_number(arena, &out, entity);
    add_members(&out, found, entity);
    for (uint32_t i = 0; i < found->n_mentions; ++i) {
      if (found->mentions[i].entity == e) {
        rel_buffer_add(&out, is_later ? REL_STR(", ") : REL_STR(""));
        rel_buffer_add(&out, words_of(arena, text, &found->mentions[i]));
        is_later = true;
      }
    }
    rel_buffer_add_char(&out, '\n');
  }
  return rel_buffer_str(&out);
}

static void
test_cases(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    RelText text;
    RelTree tree;
    RelMentions found;

    rel_arena_init(&arena, world);
    assert_int_equal(tree_fixture(&arena, cases[i].tree, &text, &tree), REL_OK);
    assert_int_equal(rel_mentions_find(&arena, &text, &tree, NULL, &found),
                     REL_OK);
    const RelStr seen = describe(&arena, &text, &found);
    if (!rel_str_equal(seen, rel_str(cases[i].entities))) {
      fail_msg("%s: expected\n%snot\n%.*s", cases[i].name, cases[i].entities,
               REL_ARG(seen));
    }
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
}

/// All but one mention of an entity were joined to another, and none in a ring
static void
expect_trees(const RelMentions *found)
{
  uint32_t n_first = 0U;

  for (uint32_t m = 0; m < found->n_mentions; ++m) {
    uint32_t up = m;
    uint32_t n_steps = 0U;

    while (found->mentions[up].antecedent != REL_NO_MENTION) {
      up = found->mentions[up].antecedent;
      assert_true(++n_steps < found->n_mentions);
    }
    n_first += up == m;
  }
  assert_int_equal(n_first, found->n_entities);
}

static void
test_layer_is_whole(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    RelText text;
    RelTree tree;
    RelMentions found;

    rel_arena_init(&arena, world);
    assert_int_equal(tree_fixture(&arena, cases[i].tree, &text, &tree), REL_OK);
    assert_int_equal(rel_mentions_find(&arena, &text, &tree, NULL, &found),
                     REL_OK);
    for (uint32_t m = 0; m < found.n_mentions; ++m) {
      const RelMention *const mention = &found.mentions[m];

      assert_true(m == 0U || found.mentions[m - 1U].head < mention->head);
      assert_int_equal(found.by_head[mention->head], m);
      assert_true(mention->entity < found.n_entities);
      assert_true(found.entities[mention->entity].label.len > 0U);
      assert_int_equal(mention->rule == NULL,
                       mention->antecedent == REL_NO_MENTION);
      if (mention->antecedent != REL_NO_MENTION) {
        assert_int_equal(found.mentions[mention->antecedent].entity,
                         mention->entity);
      }
    }
    expect_trees(&found);
    rel_arena_clear(&arena);
  }
  rel_world_free(world);
}

static void
test_empty(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  const RelText text = {0};
  const RelTree tree = {0};
  RelMentions found;

  (void)state;
  rel_arena_init(&arena, world);
  assert_int_equal(rel_mentions_find(&arena, &text, &tree, NULL, &found),
                   REL_OK);
  assert_int_equal(found.n_mentions, 0U);
  assert_int_equal(found.n_entities, 0U);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_print(void **state)
{
  static const char expected[] =
      "country\tPeru\t3\t-\t1-1@2-6:name:Peru\t6-6@179-186:nominal:country\t";
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;
  RelText text;
  RelTree tree;
  RelMentions found;
  char line[sizeof(expected)] = "";
  char end[3] = "";
  FILE *const out = tmpfile();

  (void)state;
  assert_non_null(out);
  rel_arena_init(&arena, world);
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    if (!strcmp(cases[i].name, "the country")) {
      assert_int_equal(tree_fixture(&arena, cases[i].tree, &text, &tree),
                       REL_OK);
    }
  }
  assert_int_equal(rel_mentions_find(&arena, &text, &tree, NULL, &found),
                   REL_OK);
  assert_int_equal(rel_mentions_print(out, &arena, &text, &found), REL_OK);
  rewind(out);
  assert_non_null(fgets(line, (int)sizeof(line), out));
  assert_string_equal(line, expected); // bytes count in the fixture's CoNLL-U
  assert_int_equal(fseek(out, -2L, SEEK_END), 0);
  assert_int_equal(fread(end, 1U, sizeof(end), out), 2U);
  assert_string_equal(end, "\n\n"); // the document's
  fclose(out);
  rel_arena_clear(&arena);
  rel_world_free(world);
}

// ------------------------------------------------------------ no memory

typedef struct {
  int n_left; ///< Calls that still succeed; negative: all
} Budget;

static void *
reallocate(void *handle, void *ptr, size_t size)
{
  Budget *const budget = handle;

  if (!size) {
    free(ptr);
    return NULL;
  }
  if (!budget->n_left) {
    return NULL;
  }
  budget->n_left -= budget->n_left > 0;
  return realloc(ptr, size);
}

static void
test_no_memory(void **state)
{
  Budget budget = {-1};
  const RelAllocator allocator = {&budget, reallocate};
  RelWorld *const world = rel_world_new(&allocator);
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (int n = 0; st && n < 1000; ++n) {
    RelArena arena;
    RelArena scratch;
    RelText text;
    RelTree tree;
    RelMentions found;

    rel_arena_init(&arena, world);
    rel_arena_init(&scratch, world);
    budget.n_left = -1;
    assert_int_equal(tree_fixture(&arena, cases[0].tree, &text, &tree), REL_OK);
    budget.n_left = n;
    st = rel_mentions_find(&scratch, &text, &tree, NULL, &found);
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    rel_arena_clear(&scratch);
    rel_arena_clear(&arena);
  }
  assert_int_equal(st, REL_OK);
  budget.n_left = -1;
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),     cmocka_unit_test(test_layer_is_whole),
      cmocka_unit_test(test_empty),     cmocka_unit_test(test_print),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
