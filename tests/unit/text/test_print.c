// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "text/print.h"

#include "text_fixture.h"

static void
test_layer(void **state)
{
  static const char expected[] = "# title = Mora can't go\n"
                                 "# date = 2021-03-03\n"
                                 "# publisher = Wire\n"
                                 "# place = OSLO\n"
                                 "# sent = 1 title 0 13 paragraph 0\n"
                                 "0\t4\tMora\n"
                                 "5\t7\tca\t1/2\n"
                                 "7\t10\tn't\t2/2\n"
                                 "11\t13\tgo\n"
                                 "\n"
                                 "# sent = 2 body 44 54 paragraph 1\n"
                                 "44\t48\tMora\n"
                                 "49\t53\tleft\n"
                                 "53\t54\t.\n"
                                 "\n";
  Reading reading;
  char *printed = NULL;
  size_t size = 0;

  (void)state;
  read_good(
      &reading, rel_text_read,
      REL_STR("Mora can't go\n\nOSLO, March 3, 2021 (Wire) - Mora left."));
  FILE *const out = open_memstream(&printed, &size);
  assert_non_null(out);
  assert_int_equal(rel_text_print(out, &reading.text), REL_OK);
  fclose(out);
  assert_string_equal(printed, expected);
  free(printed);
  reading_end(&reading);
}

static void
test_refusing_stream(void **state)
{
  Reading reading;

  (void)state;
  read_good(&reading, rel_text_read, REL_STR("Mora left."));
  FILE *const out = fopen("/dev/full", "w");
  if (out) {
    setvbuf(out, NULL, _IONBF, 0);
    assert_int_equal(rel_text_print(out, &reading.text), REL_OUTPUT);
    fclose(out);
  }
  reading_end(&reading);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_layer),
      cmocka_unit_test(test_refusing_stream),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
