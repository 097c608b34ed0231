// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "store/http.h"

#include <curl/curl.h>

#include <string.h>

enum { CONNECT_SECONDS = 10 };

struct RelHttpImpl {
  RelWorld *world;
  RelArena arena; ///< Of the last request
  RelHttpOptions options;
  CURL *curl;
  struct curl_slist *headers;
  long picked; ///< The authentication that a server asked for; or 0
  RelBuffer body;
  char problem[CURL_ERROR_SIZE];
};

static const struct {
  long status;
  const char *text;
} status_texts[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {507, "Insufficient Storage"},
};

/// Failures after which a second try may get through
static const CURLcode passing_codes[] = {
    CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR,   CURLE_RECV_ERROR,
    CURLE_GOT_NOTHING,     CURLE_PARTIAL_FILE, CURLE_OPERATION_TIMEDOUT,
};

const char *
rel_http_status_text(long status)
{
  for (size_t i = 0; i < sizeof(status_texts) / sizeof(*status_texts); ++i) {
    if (status_texts[i].status == status) {
      return status_texts[i].text;
    }
  }
  return "";
}

// ------------------------------------------------------------------- URLs

/// What stands between "://" and the path; empty where there is none
static RelStr
authority_of(RelStr url)
{
  static const char ends[] = "/?#";
  const size_t mark = rel_str_find(url, REL_STR("://"));
  size_t end = mark == SIZE_MAX ? url.len : mark + 3U;
  const size_t begin = end;

  while (end < url.len && !memchr(ends, url.data[end], sizeof(ends) - 1U)) {
    ++end;
  }
  return rel_str_slice(url, begin, end);
}

bool
rel_http_is_url(const char *text)
{
  const RelStr url = rel_str(text);
  const RelStr authority = authority_of(url);

  for (size_t i = 0; i < url.len; ++i) {
    if ((unsigned char)url.data[i] <= ' ' || url.data[i] == 0x7F) {
      return false;
    }
  }
  return (rel_str_starts(url, REL_STR("http://")) ||
          rel_str_starts(url, REL_STR("https://"))) &&
         authority.len && authority.data[0] != ':' &&
         rel_str_find(authority, REL_STR("@")) == SIZE_MAX &&
         rel_str_find(url, REL_STR("#")) == SIZE_MAX;
}

/// This machine? Then nobody listens on the way
static bool
is_loopback(RelStr url)
{
  static const char *const hosts[] = {"localhost", "[::1]"};
  const RelStr authority = authority_of(url);
  size_t end = authority.len;

  while (end && authority.data[end - 1U] >= '0' &&
         authority.data[end - 1U] <= '9') {
    --end;
  }
  const RelStr host = end && authority.data[end - 1U] == ':'
                          ? rel_str_slice(authority, 0U, end - 1U)
                          : authority;
  bool is_number = rel_str_starts(host, REL_STR("127."));

  for (size_t i = 0; i < host.len; ++i) {
    is_number = is_number && (host.data[i] == '.' ||
                              (host.data[i] >= '0' && host.data[i] <= '9'));
  }
  return is_number || rel_str_equal_fold(host, rel_str(hosts[0])) ||
         rel_str_equal(host, rel_str(hosts[1]));
}

void
rel_http_encode(RelBuffer *buffer, RelStr text)
{
  static const char digits[] = "0123456789ABCDEF";
  static const char plain[] = "-._~";

  for (size_t i = 0; i < text.len; ++i) {
    const uint8_t byte = (uint8_t)text.data[i];
    const uint8_t letter = byte | 0x20U;

    if ((letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9') ||
        memchr(plain, byte, sizeof(plain) - 1U)) {
      rel_buffer_add_char(buffer, (char)byte);
    } else {
      rel_buffer_add_char(buffer, '%');
      rel_buffer_add_char(buffer, digits[byte >> 4U]);
      rel_buffer_add_char(buffer, digits[byte & 15U]);
    }
  }
}

// ------------------------------------------------------------------ asking

/// libcurl's callback: keep the answer's first part, take the rest
static size_t
on_body(char *data, size_t size, size_t n, void *handle)
{
  RelHttp *const self = handle;
  const size_t len = size * n;
  const size_t room = REL_MAX_ANSWER - self->body.len;

  rel_buffer_add(&self->body, (RelStr){data, len < room ? len : room});
  return self->body.status ? 0U : len;
}

static RelStatus
add_header(RelHttp *http, const char *name, const char *value)
{
  struct curl_slist *more = NULL;
  RelStr line = {0};
  RelStatus st = REL_OK;

  REL_TRY(st, rel_arena_format(&http->arena, &line, "%s%s", name, value));
  more = curl_slist_append(http->headers, line.data);
  http->headers = more ? more : http->headers;
  return more ? REL_OK : REL_NO_MEMORY;
}

static RelStatus
set_headers(RelHttp *http, const RelHttpRequest *request)
{
  RelStatus st = REL_OK;

  curl_slist_free_all(http->headers);
  http->headers = NULL;
  REL_TRY(st, add_header(
                  http, "Accept: ", request->accept ? request->accept : "*/*"));
  if (request->content) {
    REL_TRY(st, add_header(http, "Content-Type: ", request->content));
  }
  return curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, http->headers)
             ? REL_NO_MEMORY
             : REL_OK;
}

static long
authentication(const RelHttp *http, RelStr url)
{
  if (http->picked) {
    return http->picked; // so that no body travels in vain
  }
  const bool is_safe = rel_str_starts(url, REL_STR("https://")) ||
                       is_loopback(url) || http->options.allows_basic;

  return (long)(is_safe ? CURLAUTH_DIGEST | CURLAUTH_BASIC : CURLAUTH_DIGEST);
}

static RelStatus
set_request(RelHttp *http, const RelHttpRequest *request)
{
  CURL *const curl = http->curl;
  RelStatus st = REL_OK;

  REL_TRY(st, set_headers(http, request));
  bool is_bad = curl_easy_setopt(curl, CURLOPT_URL, request->url) ||
                curl_easy_setopt(curl, CURLOPT_HTTPAUTH,
                                 authentication(http, rel_str(request->url)));

  if (request->content) {
    is_bad = is_bad || curl_easy_setopt(curl, CURLOPT_POST, 1L) ||
             curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                              (curl_off_t)request->body.len) ||
             curl_easy_setopt(curl, CURLOPT_POSTFIELDS,
                              request->body.len ? request->body.data : "");
  } else {
    is_bad = is_bad || curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  }
  is_bad =
      is_bad || curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
  return is_bad ? REL_NO_MEMORY : REL_OK;
}

static bool
is_passing(CURLcode code)
{
  for (size_t i = 0; i < sizeof(passing_codes) / sizeof(*passing_codes); ++i) {
    if (passing_codes[i] == code) {
      return true;
    }
  }
  return false;
}

static void
read_answer(RelHttp *http, CURLcode code, RelHttpAnswer *answer)
{
  char *location = NULL;
  curl_off_t wait = 0;
  long connections = 0;
  long offered = 0;

  curl_easy_getinfo(http->curl, CURLINFO_NUM_CONNECTS, &connections);
  answer->has_connected = code != CURLE_COULDNT_CONNECT &&
                          code != CURLE_COULDNT_RESOLVE_HOST &&
                          (code == CURLE_OK || connections > 0);
  if (code) {
    answer->problem = *http->problem ? http->problem : curl_easy_strerror(code);
    answer->is_passing = is_passing(code);
    return;
  }
  curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &answer->status);
  if (answer->status < 300L) {
    curl_easy_getinfo(http->curl, CURLINFO_HTTPAUTH_AVAIL, &offered);
    http->picked = offered & (long)CURLAUTH_DIGEST  ? (long)CURLAUTH_DIGEST
                   : offered & (long)CURLAUTH_BASIC ? (long)CURLAUTH_BASIC
                                                    : http->picked;
  }
  curl_easy_getinfo(http->curl, CURLINFO_REDIRECT_URL, &location);
  curl_easy_getinfo(http->curl, CURLINFO_RETRY_AFTER, &wait);
  answer->location = rel_str(location);
  answer->wait = (long)wait;
  answer->body = rel_buffer_str(&http->body);
}

RelStatus
rel_http_ask(RelHttp *http, const RelHttpRequest *request,
             RelHttpAnswer *answer)
{
  RelStatus st = REL_OK;

  *answer = (RelHttpAnswer){.status = 0L};
  rel_arena_clear(&http->arena);
  http->body = (RelBuffer){.arena = &http->arena};
  *http->problem = '\0';
  REL_TRY(st, set_request(http, request));

  const CURLcode code = curl_easy_perform(http->curl);
  REL_TRY(st, http->body.status);
  if (code == CURLE_OUT_OF_MEMORY) {
    return REL_NO_MEMORY;
  }
  read_answer(http, code, answer);
  return REL_OK;
}

// ---------------------------------------------------------------- lifetime

static bool
set_credentials(const RelHttp *http)
{
  const RelHttpOptions *const options = &http->options;
  CURL *const curl = http->curl;
  bool is_bad = false;

  if (!options->password) {
    is_bad = curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
  }
  if (options->user) {
    is_bad = is_bad || curl_easy_setopt(curl, CURLOPT_USERNAME, options->user);
  }
  if (options->user && options->password) {
    is_bad =
        is_bad || curl_easy_setopt(curl, CURLOPT_PASSWORD, options->password);
  }
  return !is_bad;
}

static RelStatus
set_up(RelHttp *http)
{
  CURL *const curl = curl_easy_init();

  http->curl = curl;
  if (!curl) {
    return REL_NO_MEMORY;
  }
  const bool is_bad =
      curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) ||
      curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") ||
      curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L) ||
      curl_easy_setopt(curl, CURLOPT_USERAGENT, "relata") ||
      curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, http->problem) ||
      curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS) ||
      curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)http->options.seconds) ||
      curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body) ||
      curl_easy_setopt(curl, CURLOPT_WRITEDATA, http) ||
      (http->options.ca_file &&
       curl_easy_setopt(curl, CURLOPT_CAINFO, http->options.ca_file));

  return is_bad || !set_credentials(http) ? REL_NO_MEMORY : REL_OK;
}

RelStatus
rel_http_open(RelWorld *world, const RelHttpOptions *options, RelHttp **http)
{
  *http = NULL;
  if (curl_global_init(CURL_GLOBAL_DEFAULT)) {
    return REL_NO_MEMORY;
  }

  RelHttp *const self = rel_world_realloc(world, NULL, sizeof(RelHttp));
  if (!self) {
    curl_global_cleanup();
    return REL_NO_MEMORY;
  }
  *self = (RelHttp){.world = world, .options = *options};
  rel_arena_init(&self->arena, world);

  const RelStatus st = set_up(self);
  if (st) {
    rel_http_free(self);
    return st;
  }
  *http = self;
  return REL_OK;
}

void
rel_http_free(RelHttp *http)
{
  if (!http) {
    return;
  }
  curl_slist_free_all(http->headers);
  curl_easy_cleanup(http->curl);
  curl_global_cleanup();
  rel_arena_clear(&http->arena);
  rel_world_release(http->world, http);
}
