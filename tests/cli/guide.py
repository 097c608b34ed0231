#!/usr/bin/env python3
# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""What the user knows better: --corrections and --authority."""
import harness
from harness import NEWS, Case

SECOND = """Ferry line to reopen

Minister Anna Mora met Eva Ruiz in Oslo. Ms Ruiz thanked her.
"""


class Guide(Case):
    def setUp(self):
        super().setUp()
        self.write("a.txt", NEWS)
        self.write("b.txt", SECOND)

    def entities(self, *arguments):
        """Rows by label."""
        out = self.expect_good("entities", "-f", "tsv", *arguments).out
        rows = [line.split("\t") for line in out.decode().split("\n")[:-1]]
        found = {row[1]: row for row in rows}
        self.assertEqual(len(found), len(rows))
        return found

    def corrected(self, lines, *files):
        self.write("c", lines)
        return self.entities("--corrections", "c", *files)

    def known(self, lines, *files):
        self.write("k", lines)
        return self.entities("--authority", "k", *files)

    # ------------------------------------------------------- corrections

    def test_nothing_to_correct(self):
        plain = self.entities("a.txt")
        for lines in ("", "# nothing\n\n  \t\n", "\ufeff# x\r\n"):
            self.assertEqual(self.corrected(lines, "a.txt"), plain)

    def test_merge(self):
        found = self.corrected("merge Anna Mora = Ana Mora # a typo\n",
                               "a.txt", "b.txt")
        self.assertNotIn("Anna Mora", found)
        self.assertEqual(found["Ana Mora"],
                         ["person", "Ana Mora", "4", "a.txt:3:24",
                          "Anna Mora; Mora", ""])
        # in one document, and the second's name and type stay
        found = self.corrected("merge Norland = Velia\n", "a.txt")
        self.assertNotIn("Norland", found)
        self.assertIn("Norland", found["Velia"][4])
        rows = self.expect_good("entities", "-f", "tsv", "a.txt",
                                "--corrections", "c", "--explain",
                                "Velia").out.decode()
        self.assertIn("\tcorrection\t", rows)

    def test_merge_in_graph(self):
        self.write("c", "merge Anna Mora = Ana Mora\n")
        out = self.expect_good("-f", "nt", "--corrections", "c", "a.txt",
                               "b.txt").out
        self.assertNotIn(b"person/Anna_Mora", out)
        self.assertIn(b"person/Ana_Mora> <https://w3id.org/relata/relation/"
                      b"meet> <https://w3id.org/relata/person/Eva_Ruiz>", out)

    def test_rename(self):
        found = self.corrected("rename Ana Mora = Ana M. Mora\n", "a.txt")
        self.assertEqual(found["Ana M. Mora"][4], "Ana Mora; Mora")
        self.assertNotIn("Ana Mora", found)
        # by another name than the label; lines count in their order
        found = self.corrected("rename Mora = B\nrename B = C\n", "a.txt")
        self.assertEqual(found["C"][4], "Ana Mora; Mora")

    def test_type(self):
        for kind in ("person", "organisation", "country", "place", "facility",
                     "event", "work", "role", "thing"):
            found = self.corrected("type Velia = %s\n" % kind, "a.txt")
            self.assertEqual(found["Velia"][0], kind)
        self.write("c", "type Ana Mora = work\n")
        out = self.expect_good("-f", "nt", "--corrections", "c", "a.txt").out
        self.assertIn(b"entity/Ana_Mora> <http://www.w3.org/1999/02/22-rdf-"
                      b"syntax-ns#type> <https://schema.org/CreativeWork>",
                      out)

    def test_split(self):
        before = self.entities("a.txt")
        self.assertEqual(before["Ana Mora"][2], "2")
        for words in ("Mora", "Mora@5:62", "  Mora@5:62  "):
            found = self.corrected("split %s\n" % words, "a.txt")
            self.assertEqual(found["Ana Mora"][2:5],
                             ["1", "a.txt:3:24", ""])
            self.assertEqual(found["Mora"][2:5], ["1", "a.txt:5:62", ""])
        found = self.corrected("split Ana Mora = Eva Mora\n", "a.txt")
        self.assertEqual(found["Eva Mora"][2:5], ["1", "a.txt:3:24",
                                                 "Ana Mora"])
        self.assertEqual(found["Mora"][3], "a.txt:5:62")

    def test_split_needs_a_name(self):
        self.write("d.txt", "Ana Mora met Jan Lund. Ana Mora left.\n")
        self.write("c", "split Ana Mora@1:24\n")
        self.expect_failure(
            r"^c:1:7: error: expected another name, .* not \"Ana Mora\" for",
            "entities", "--corrections", "c", "d.txt")
        found = self.corrected("split Ana Mora@1:24 = A. Mora\n", "d.txt")
        self.assertEqual(found["A. Mora"][3], "d.txt:1:24")

    def test_split_the_beginner(self):
        # what was joined to the mention that goes stays together
        self.write("d.txt", "Ana Mora met Jan Lund. Mora left. Mora wept.\n")
        found = self.corrected("split Ana Mora = X\n", "d.txt")
        self.assertEqual(found["Mora"][2], "2")
        rows = self.expect_good("entities", "-f", "tsv", "d.txt",
                                "--corrections", "c", "--explain",
                                "Mora").out.decode().split("\n")
        self.assertRegex(rows[0], r"\tMora\t\t\t$")
        self.assertRegex(rows[1], r"\tname.surname\tMora\td.txt:1:24$")

    def test_bad_lines(self):
        for line, column, message in (
                ("join A = B", 1, r"merge, split, rename or type, not "
                 r"\"join\""),
                ("merge", 6, r"a name, not the end of the line"),
                ("merge = B", 7, r"a name, not \"= B\""),
                ("merge A", 8, r"\"=\", not the end of the line"),
                ("rename A =", 11, r"a name, not the end of the line"),
                ("type \u00c5 = dog", 10, r"person, organisation, .* or "
                 r"thing, not \"dog\""),
                ("type A =  # x", 9, r"person, .* not the end of the line"),
                ("split # x", 6, r"a name, not the end of the line")):
            self.write("c", "# fine\n" + line + "\n")
            for job in ("entities", "run"):
                self.expect_failure(
                    r"^c:2:%d: error: expected %s\n" % (column, message), job,
                    "--corrections", "c", "a.txt")

    def test_unknown_names(self):
        for line, column, name in (
                ("merge Nobody = Ana Mora", 7, "Nobody"),
                ("merge Ana Mora = Nobody", 18, "Nobody"),
                ("rename Nobody = X", 8, "Nobody"),
                ("  type Nobody = person", 8, "Nobody"),
                ("split Nobody", 7, "Nobody"),
                ("split Mora@1:1", 7, "Mora")):
            self.write("c", "type Ana Mora = person\n" + line + "\n")
            for arguments in (("entities",), ("-f", "nt"), ("-f", "tsv"), ()):
                self.expect_failure(
                    r"^c:2:%d: error: expected .*, not \"%s\"\n" % (column,
                                                                   name),
                    *arguments, "--corrections", "c", "a.txt")

    def test_name_of_two(self):
        self.write("d.txt", "Ana Mora met Jan Lund. Ms Mora left.\n\n"
                   "Paul Mora met Jan Lund. Mr Mora wept.\n")
        self.write("c", "rename Mora = X\n")
        self.expect_failure(
            r"^c:1:8: error: expected the name of one entity, not \"Mora\", "
            r"which several have in d\.txt\n", "entities", "--corrections",
            "c", "d.txt")

    def test_bad_files(self):
        self.expect_failure("^nosuch: error", "--corrections", "nosuch",
                            "a.txt")
        self.write("c", b"type \xff = person\n")
        self.expect_failure("^c:1:6: error: expected UTF-8", "--corrections",
                            "c", "a.txt")
        self.expect_failure("^c:1:6: error: expected UTF-8", "--authority",
                            "c", "a.txt")

    # ------------------------------------------------------- authority

    def test_known_actor(self):
        line = "Ana B. Mora\tperson\thttps://example.org/am\tAna Mora\t\n"
        found = self.known(line, "a.txt", "b.txt")
        self.assertEqual(found["Ana B. Mora"][4], "Ana Mora; Mora")
        self.assertIn("Anna Mora", found)  # alike is not the same
        out = self.expect_good("-f", "nt", "--authority", "k", "a.txt").out
        self.assertEqual(out.count(b"owl#sameAs> <https://example"), 1)
        self.assertIn(b"<https://w3id.org/relata/person/Ana_B_Mora> "
                      b"<http://www.w3.org/2002/07/owl#sameAs> "
                      b"<https://example.org/am> .", out)

    def test_authority_wins(self):
        self.write("p.txt", "Jan Lund met Eva Ruiz in Oslo, Norway.\n")
        plain = self.entities("p.txt")
        self.assertEqual(plain["Norway"][5],
                         "NO https://sws.geonames.org/3144096/")
        self.assertEqual(plain["Oslo"][5], "https://sws.geonames.org/3143244/")
        self.write("k", "Norway\tcountry\thttps://example.org/no\n"
                   "Oslo\tplace\t\n")
        ours = self.entities("--authority", "k", "p.txt")
        self.assertEqual(ours["Norway"][5], "https://example.org/no")
        self.assertEqual(ours["Oslo"][5], "")
        # what is no place for the user is no place of the tables
        self.write("c", "type Oslo = person\n")
        self.assertEqual(self.entities("--corrections", "c", "p.txt")["Oslo"][
            5], "")

    def test_turtle(self):
        self.write("k.ttl", '''@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
<http://example.org/am> a skos:Concept, schema:Person ;
  skos:altLabel "Ana Mora", "Velia"@de ; skos:prefLabel "Ana B. Mora"@en .
<#ruiz> a <http://schema.org/Organization> ; skos:prefLabel "Eva Ruiz" ;
  owl:sameAs <http://example.org/å> .
[] skos:prefLabel "Jan Lund" .
<http://example.org/none> skos:note "Velia" .
''')
        found = self.entities("--authority", "k.ttl", "a.txt", "b.txt")
        self.assertEqual(found["Ana B. Mora"][4], "Ana Mora; Mora")
        self.assertEqual(found["Eva Ruiz"][0], "organisation")
        self.assertIn("Velia", found)
        out = self.expect_good("-f", "nt", "--authority", "k.ttl", "a.txt",
                               "b.txt").out.decode()
        self.assertEqual(sorted(line.split(" ")[2] for line in out.split("\n")
                                if "owl#sameAs" in line
                                and "geonames" not in line),
                         ["<http://example.org/%C3%A5>",
                          "<http://example.org/am>"])

    def test_bad_turtle(self):
        self.write("k.ttl", "<http://example.org/a>\n  a\n")
        self.expect_failure(r"^k\.ttl:\d+: error: expected Turtle: ",
                            "--authority", "k.ttl", "a.txt")
        self.write("k.ttl", b"# x\n\xff")
        self.expect_failure(r"^k\.ttl:2: error: expected UTF-8",
                            "--authority", "k.ttl", "a.txt")
        self.expect_failure(r"^nosuch\.ttl: error: ", "--authority",
                            "nosuch.ttl", "a.txt")
        self.write("k.ttl", "")
        self.assertEqual(self.entities("--authority", "k.ttl", "a.txt"),
                         self.entities("a.txt"))

    def test_spelling(self):
        for name in ("ANA MORA", "Ana-Mora", "Ana  Mora", "The Ana Mora.",
                     "\ufeffAna Mora"):
            self.assertIn(name.lstrip("\ufeff"),
                          self.known(name + "\n", "a.txt"))
        self.assertNotIn("Ana Moras", self.known("Ana Moras\n", "a.txt"))

    def test_type_wins(self):
        found = self.known("Velia\tperson\n", "a.txt")
        self.assertEqual(found["Velia"][0], "person")

    def test_joins(self):
        found = self.known("Dr X\t\thttp://example.org/x\tAnna Mora\t"
                           "Eva Ruiz\n", "b.txt")
        self.assertIn("Anna Mora", found["Dr X"][4])
        self.assertIn("Eva Ruiz", found["Dr X"][4])
        self.assertNotIn("Eva Ruiz", found)

    def test_torn(self):
        # two actors of one name: the one of that kind, else neither
        lines = "P\tperson\t\tVelia\nC\tcountry\t\tVelia\n"
        found = self.known(lines, "a.txt")
        kind = self.entities("a.txt")["Velia"][0]
        wanted = {"person": "P", "country": "C"}.get(kind, "Velia")
        self.assertIn(wanted, found)
        found = self.known("P\tperson\t\tAna Mora\nQ\tperson\t\tAna Mora\n",
                           "a.txt")
        self.assertIn("Ana Mora", found)

    def test_corrections_come_last(self):
        self.write("k", "Dr Mora\tperson\thttp://example.org/x\tAna Mora\n")
        found = self.corrected("rename Dr Mora = Y\n", "--authority", "k",
                               "a.txt")
        self.assertIn("Y", found)

    def test_bad_actors(self):
        for line, column, message in (
                ("\tperson", 1, r"a name"),
                ("A\tdog", 3, r"person, .* or thing, not \"dog\""),
                ("\u00c5\tperson\texample", 10, r"an http or https IRI, not"),
                ("A\t\thttp://", 4, r"an http or https IRI, not"),
                ("A\t\thttp://x/%2", 4, r"an http or https IRI, not"),
                ("A\t\thttp://x/\u00e5", 4, r"an http or https IRI, not"),
                ("# x\nA\nA", 1, r"a name that is not above, not \"A\"")):
            self.write("k", line + "\n")
            number = line.count("\n") + 1
            self.expect_failure(
                r"^k:%d:%d: error: expected %s" % (number, column, message),
                "--authority", "k", "a.txt")


harness.main()
