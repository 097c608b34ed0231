// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/http.h"

#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void
test_urls(void **state)
{
  static const char *const good[] = {
      "http://h", "https://h/", "http://h:80/store?x=y", "http://[::1]:8890/s",
      "http://127.0.0.1:1/a@b"};
  static const char *const bad[] = {
      "",           "h",           "ftp://h/",      "http://",
      "http:///s",  "http://:8/s", "http://u@h/",   "http://u:p@h/s",
      "http://h/#", "http://h /s", "http://h/\ns",  "file:///etc/x",
      "HTTPS//h",   "javascript:", "http://h/\x7F", "gopher://h/"};

  (void)state;
  for (size_t i = 0; i < sizeof(good) / sizeof(*good); ++i) {
    assert_true(rel_http_is_url(good[i]));
  }
  for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); ++i) {
    assert_false(rel_http_is_url(bad[i]));
  }
}

static void
test_encode(void **state)
{
  RelWorld *const world = rel_world_new(NULL);
  RelArena arena;

  (void)state;
  rel_arena_init(&arena, world);
  RelBuffer buffer = {.arena = &arena};
  rel_http_encode(&buffer, REL_STR("aZ09-._~ /:?#&=+%\"<\n\xC3\xA9@[`{"));
  assert_string_equal(buffer.data, "aZ09-._~%20%2F%3A%3F%23%26%3D%2B%25%22%3C"
                                   "%0A%C3%A9%40%5B%60%7B");
  rel_arena_clear(&arena);
  rel_world_free(world);
}

static void
test_status_text(void **state)
{
  (void)state;
  assert_string_equal(rel_http_status_text(507), "Insufficient Storage");
  assert_string_equal(rel_http_status_text(299), "");
}

/// Nobody listens at port 1 of this machine
static RelStatus
ask_nobody(RelWorld *world)
{
  const RelHttpOptions options = {
      .user = "u", .password = "p", .ca_file = "none", .seconds = 5U};
  const RelHttpRequest request = {.method = "PUT",
                                  .url = "http://127.0.0.1:1/store",
                                  .content = "text/plain",
                                  .body = REL_STR("x")};
  RelHttpAnswer answer;
  RelHttp *http = NULL;
  RelStatus st = REL_OK;

  REL_TRY(st, rel_http_open(world, &options, &http));
  st = rel_http_ask(http, &request, &answer);
  if (!st) {
    assert_int_equal(answer.status, 0);
    assert_non_null(answer.problem);
    assert_true(answer.is_passing);
    assert_false(answer.has_connected);
  }
  rel_http_free(http);
  return st;
}

static void
test_no_memory(void **state)
{
  RelStatus st = REL_NO_MEMORY;

  (void)state;
  for (size_t n = 0; st; ++n) {
    Failing failing = {0, n, 0};
    const RelAllocator allocator = failing_allocator(&failing);
    RelWorld *const world = rel_world_new(&allocator);

    st = world ? ask_nobody(world) : REL_NO_MEMORY;
    assert_true(st == REL_OK || st == REL_NO_MEMORY);
    rel_world_free(world);
    assert_int_equal(failing.n_live, 0);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_urls),
      cmocka_unit_test(test_encode),
      cmocka_unit_test(test_status_text),
      cmocka_unit_test(test_no_memory),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
