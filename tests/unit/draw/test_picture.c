// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/picture.h"

#include "draw/story.h"
#include "draw/svg.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <graphviz/cgraph.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static const Fact trade[] = {
    FACT(PERSON("Ana Mora"), "hold role", ROLE("Norland trade minister")),
    FACT(PERSON("Ana Mora"), "meet", PERSON("Jan Lund")),
    FACT(PERSON("Jan Lund"), "hold talks with", PERSON("Ana Mora")),
    FACT(COUNTRY("Norland"), "threaten to impose",
         THING("duties on Velian steel")),
    FACT_WITH(COUNTRY("Norland"), "impose", THING("duties on Velian steel"),
              .modality = REL_THREATENED, .amount = "15%", .content_of = 4),
    FACT_WITH(COUNTRY("Velia"), "devalue", THING("crown"),
              .polarity = REL_NEGATIVE, .source = "Jan Lund"),
    FACT(ORGANISATION("Orbex"), "pay", MONEY("$1 billion")),
    FACT(PERSON("Jan Lund"), "advise", COUNTRY("Velia")),
};

/// What rel_draw() writes; to be freed
static char *
draw(const RelGraph *graph, const char *format, uint32_t max_edges,
     size_t *size)
{
  const RelDrawOptions options = {
      .format = format, .title = "Velia & Norland", .max_edges = max_edges};
  FILE *const file = tmpfile();

  assert_non_null(file);
  if (rel_draw(graph, &options, file)) {
    fail_msg("%s", rel_world_error(rel_graph_world(graph)));
  }
  *size = (size_t)ftell(file);
  rewind(file);
  char *const bytes = calloc(*size + 1U, 1U);
  assert_non_null(bytes);
  assert_int_equal(fread(bytes, 1U, *size, file), *size);
  fclose(file);
  return bytes;
}

static uint32_t
count(const char *text, const char *part)
{
  uint32_t n = 0;

  for (const char *at = text; (at = strstr(at, part)); ++at) {
    ++n;
  }
  return n;
}

/// Well-formed XML; nothing is checked where xmllint is missing
static void
check_xml(const char *svg, size_t size)
{
  FILE *const lint = popen("xmllint --noout - 2>&1", "w");

  assert_non_null(lint);
  assert_int_equal(fwrite(svg, 1U, size, lint), size);
  const int status = pclose(lint);
  assert_true(!status || status == 127 * 256);
}

static void
test_formats(void **state)
{
  static const struct {
    const char *format;
    const char *magic;
  } cases[] = {{"svg", "<?xml"},
               {"png", "\x89PNG"},
               {"pdf", "%PDF"},
               {"eps", "%!PS-Adobe-3.0 EPSF"},
               {"html", "<!DOCTYPE html>"},
               {"dot", "digraph"}};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, trade, N(trade));

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    size_t size = 0;
    char *const bytes = draw(graph, cases[i].format, 0, &size);
    assert_memory_equal(bytes, cases[i].magic, strlen(cases[i].magic));
    for (size_t k = 0; k + 12U < size; ++k) { // no clock
      assert_true(memcmp(bytes + k, "CreationDate", 12U));
    }
    free(bytes);
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_svg(void **state)
{
  static const char *const parts[] = {
      "<svg role=\"img\" aria-labelledby=\"relata-title relata-desc\"",
      "<title id=\"relata-title\">Velia &amp; Norland</title>",
      "<desc id=\"relata-desc\">Relationship map: 6 entities, 4 relations",
      "<g id=\"node-person.Ana_Mora\" class=\"node person\">\n<title>Ana Mora "
      "(person)",
      "class=\"edge threatened\">\n<title>Norland – threaten to impose – ",
      "“Norland did threaten to impose with duties on Velian steel, "
      "&quot;it&quot; was &lt;said&gt;.” (story, sentence 4)",
      ">Norland trade minister</text>",
      ">impose (15%)</text>",
      ">(says Jan Lund)</text>",
  };
  static const char *const absent[] = {"<!",          "transparent", "<a ",
                                       "xlink:title", "$1 billion",  "&#45;"};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, trade, N(trade));
  size_t size = 0;
  char *const svg = draw(graph, "svg", 0, &size);

  (void)state;
  check_xml(svg, size);
  for (size_t i = 0; i < N(parts); ++i) {
    if (!strstr(svg, parts[i])) {
      fail_msg("expected %s in %s", parts[i], svg);
    }
  }
  for (size_t i = 0; i < N(absent); ++i) {
    if (strstr(svg, absent[i])) {
      fail_msg("expected no %s", absent[i]);
    }
  }
  free(svg);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_empty(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, trade, 0);
  static const char *const formats[] = {"svg", "png", "pdf", "dot"};

  (void)state;
  for (size_t i = 0; i < N(formats); ++i) {
    size_t size = 0;
    char *const bytes = draw(graph, formats[i], 0, &size);
    assert_true(size > 100);
    if (!strcmp(formats[i], "svg")) {
      assert_non_null(strstr(bytes, ">no relations found</text>"));
      check_xml(bytes, size);
    }
    free(bytes);
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

/// Two runs give the same bytes, whatever was drawn before
static void
test_sizes(void **state)
{
  static const struct {
    uint32_t n_actors;
    uint32_t n_facts;
    uint32_t max_edges;
  } cases[] = {{8, 10, 0}, {40, 70, 0}, {60, 100, 90}, {150, 300, 400}};
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    RelGraph *const graph =
        story_random(world, cases[i].n_actors, cases[i].n_facts);
    size_t size = 0;
    size_t again_size = 0;
    char *const svg = draw(graph, "svg", cases[i].max_edges, &size);
    char *const again = draw(graph, "svg", cases[i].max_edges, &again_size);
    const uint32_t n_edges = count(svg, "class=\"edge ");

    check_xml(svg, size);
    assert_true(n_edges <= (cases[i].max_edges ? cases[i].max_edges : 60U));
    assert_true(n_edges * 10U >= (i == 1U ? 60U : cases[i].n_facts) * 6U);
    assert_int_equal(count(svg, ">showing "), i == 1U || i == 2U);
    assert_int_equal(size, again_size);
    assert_memory_equal(svg, again, size);
    free(svg);
    free(again);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

/// Text that would break labels, tooltips, DOT or XML
static void
test_hostile_text(void **state)
{
  static const struct {
    const char *name;
    const char *expected; ///< In the SVG
  } cases[] = {
      {"A < B & \"C\" > D", ">A &lt; B &amp; &quot;C&quot; &gt; D<"},
      {"&eacute; &lt;", ">&amp;eacute; &amp;lt;<"},
      {"\\N \\G \\E \\", ">\\N \\G \\E \\<"},
      {"bell \x07 esc \x1B[1m", ">bell esc [1m<"},
      {"cr\r\nlf", ">cr lf<"},
      {"caf\xE9 au lait", ">caf\xEF\xBF\xBD au lait<"},
      {"{rec|ord} <f>", ">{rec|ord} &lt;f&gt;<"},
      {"<TABLE><TR><TD>x", ">&lt;TABLE&gt;&lt;TR&gt;&lt;TD&gt;x<"},
      {"<!-- </title>", ">&lt;!-- &lt;/title&gt;<"},
      {"\xE4\xB8\xAD\xE5\x9B\xBD", ">\xE4\xB8\xAD\xE5\x9B\xBD<"},
      {"--&gt;", ">--&amp;gt;<"},
      // Arabic, from right to left
      {"\xD9\x85\xD8\xB5\xD8\xB1", ">\xD9\x85\xD8\xB5\xD8\xB1<"},
  };
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < N(cases); ++i) {
    const Fact facts[] = {
        FACT(THING(cases[i].name), cases[i].name, PERSON("Ana Mora")),
        FACT_WITH(PERSON("Ana Mora"), cases[i].name, THING("duties"),
                  .source = cases[i].name, .amount = cases[i].name)};
    RelGraph *const graph = story_graph(world, facts, N(facts));
    size_t size = 0;
    assert_non_null(graph);
    char *const svg = draw(graph, "svg", 0, &size);
    check_xml(svg, size);
    if (!strstr(svg, cases[i].expected)) {
      fail_msg("expected %s in %s", cases[i].expected, svg);
    }
    assert_int_equal(rel_svg_count_nodes((RelStr){svg, size}), 3);
    free(svg);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

/// Graphviz reads what we write as DOT, odd texts and legend included
static void
test_dot_is_read(void **state)
{
  static const char *const odd[] = {"A < B & \"C\" > D", "<!-- </title>",
                                    "\\N \\", "--&gt;"};
  RelWorld *const world = rel_world_new(NULL);

  (void)state;
  for (size_t i = 0; i < N(odd); ++i) {
    const Fact facts[] = {
        FACT(PERSON("Ana Mora"), odd[i], THING(odd[i])),
        FACT_WITH(COUNTRY("Velia"), "warn", PERSON("Ana Mora"),
                  .polarity = REL_NEGATIVE),
        FACT_WITH(COUNTRY("Velia"), odd[i], COUNTRY("Norland"),
                  .modality = REL_THREATENED, .source = odd[i])};
    RelGraph *const graph = story_graph(world, facts, N(facts));
    size_t size = 0;
    char *const dot = draw(graph, "dot", 0, &size);
    Agraph_t *const read = agmemread(dot);
    if (!read) {
      fail_msg("%s", dot);
    }
    assert_int_equal(agnnodes(read), 4);
    assert_int_equal(agnedges(read), 3);
    agclose(read);
    free(dot);
    rel_graph_free(graph);
  }
  rel_world_free(world);
}

/// Each palette draws the same nodes on its own page
static void
test_palettes(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, trade, N(trade));

  (void)state;
  for (unsigned i = 0; i < REL_N_PALETTES; ++i) {
    const RelDrawOptions options = {.format = "svg", .palette = (RelPalette)i};
    static char svg[100000];
    char page[40];
    FILE *const file = tmpfile();
    assert_non_null(file);
    assert_int_equal(rel_draw(graph, &options, file), REL_OK);
    rewind(file);
    const size_t size = fread(svg, 1U, sizeof(svg) - 1U, file);
    svg[size] = '\0';
    fclose(file);
    check_xml(svg, size);
    assert_int_equal(rel_svg_count_nodes((RelStr){svg, size}), 6);
    snprintf(page, sizeof(page), "<polygon fill=\"%s\"",
             rel_page_style(options.palette)->background);
    for (char *c = page; *c; ++c) {
      *c = (char)(*c >= 'A' && *c <= 'F' ? *c - 'A' + 'a' : *c);
    }
    if (!strstr(svg, page)) {
      fail_msg("expected %s in %s", page, svg);
    }
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_long_text(void **state)
{
  static char name[20000];
  const Fact facts[] = {FACT(THING(name), "meet", PERSON("Ana Mora"))};
  RelWorld *const world = rel_world_new(NULL);
  size_t size = 0;

  (void)state;
  memset(name, 'x', sizeof(name) - 1U);
  RelGraph *const graph = story_graph(world, facts, 1U);
  assert_non_null(graph);
  char *const svg = draw(graph, "svg", 0, &size);
  check_xml(svg, size);
  assert_non_null(strstr(svg, "xxx\xE2\x80\xA6</text>"));
  assert_non_null(strstr(svg, ">xxxxxxxxxxxxxxxxx</text>"));
  name[300] = '\0'; // not even in tooltips and ids
  assert_null(strstr(svg, name));
  free(svg);
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_time_limit(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_random(world, 2000, 4000);
  const RelDrawOptions options = {
      .format = "svg", .max_edges = 100000, .time_limit = 0.05};
  FILE *const file = tmpfile();

  (void)state;
  assert_non_null(file);
  assert_int_equal(rel_draw(graph, &options, file), REL_OUTPUT);
  assert_non_null(
      strstr(rel_world_error(world), "map: error: expected a layout of "));
  assert_int_equal(ftell(file), 0);
  fclose(file);
  rel_graph_free(graph);
  rel_world_free(world);
}

/// A hub with a thousand leaves, which some engines work on for ever
static void
test_star(void **state)
{
  enum { N_LEAVES = 1000 };
  char(*const names)[24] = calloc(N_LEAVES, sizeof(*names));
  Fact *const facts = calloc(N_LEAVES, sizeof(Fact));
  RelWorld *const world = rel_world_new(NULL);
  size_t size = 0;

  (void)state;
  assert_non_null(names);
  assert_non_null(facts);
  for (size_t i = 0; i < N_LEAVES; ++i) {
    snprintf(names[i], sizeof(names[i]), "Crewman %zu", i);
    facts[i] = (Fact)FACT(COUNTRY("Velia"), "pay", PERSON(names[i]));
  }
  RelGraph *const graph = story_graph(world, facts, N_LEAVES);
  assert_non_null(graph);
  char *const svg = draw(graph, "svg", N_LEAVES, &size);
  check_xml(svg, size);
  assert_int_equal(rel_svg_count_nodes((RelStr){svg, size}), N_LEAVES + 1);
  free(svg);
  rel_graph_free(graph);
  rel_world_free(world);
  free(facts);
  free(names);
}

static void
test_unknown_format(void **state)
{
  static const char *const formats[] = {"gif", "", NULL, "canon", "SVG"};
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, trade, N(trade));

  (void)state;
  for (size_t i = 0; i < N(formats); ++i) {
    const RelDrawOptions options = {.format = formats[i]};
    assert_int_equal(rel_draw(graph, &options, stdout), REL_BAD_ARG);
    assert_non_null(strstr(rel_world_error(world),
                           "expected svg, png, pdf, eps, html or dot, not "));
  }
  rel_graph_free(graph);
  rel_world_free(world);
}

static void
test_no_memory(void **state)
{
  Failing failing = {0, SIZE_MAX, 0};
  const RelAllocator allocator = failing_allocator(&failing);
  RelWorld *const world = rel_world_new(&allocator);
  RelGraph *const graph = story_graph(world, trade, N(trade));
  const RelDrawOptions options = {.format = "dot", .title = "Title"};
  FILE *const file = tmpfile();
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  assert_non_null(file);
  for (size_t n = 0; st; ++n) {
    failing.fail_at = failing.n_calls + n;
    st = rel_draw(graph, &options, file);
    assert_true(!st || st == REL_NO_MEMORY || st == REL_OUTPUT);
    assert_true(n < 100);
  }
  fclose(file);
  rel_graph_free(graph);
  rel_world_free(world);
  assert_int_equal(failing.n_live, 0);
}

static void
test_golden_dot(void **state)
{
  static const char path[] = REL_SOURCE_DIR "/tests/golden/trade.dot";
  RelWorld *const world = rel_world_new(NULL);
  RelGraph *const graph = story_graph(world, trade, N(trade));
  FILE *const file = fopen(path, "rb");
  static char expected[100000];
  size_t size = 0;
  char *const dot = draw(graph, "dot", 0, &size);

  (void)state;
  assert_non_null(file);
  const size_t expected_size = fread(expected, 1U, sizeof(expected), file);
  fclose(file);
  if (size != expected_size || memcmp(dot, expected, size)) {
    fail_msg("expected %s, not:\n%s", path, dot);
  }
  free(dot);
  rel_graph_free(graph);
  rel_world_free(world);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_formats),        cmocka_unit_test(test_svg),
      cmocka_unit_test(test_empty),          cmocka_unit_test(test_sizes),
      cmocka_unit_test(test_hostile_text),   cmocka_unit_test(test_dot_is_read),
      cmocka_unit_test(test_palettes),       cmocka_unit_test(test_long_text),
      cmocka_unit_test(test_time_limit),     cmocka_unit_test(test_star),
      cmocka_unit_test(test_unknown_format), cmocka_unit_test(test_no_memory),
      cmocka_unit_test(test_golden_dot),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
