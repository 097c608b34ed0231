// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_STORE_HTTP_H
#define REL_STORE_HTTP_H

#include "base/buffer.h"

/// A connection to one or more servers, kept open between requests
typedef struct RelHttpImpl RelHttp;

/// Who asks, and how patiently; strings are not owned
typedef struct {
  const char *user;     ///< Null: as netrc says, or nobody
  const char *password; ///< Null: as netrc says
  const char *ca_file;  ///< Certificates to trust; null: the system's
  bool allows_basic;    ///< Send the password readable over plain http, too
  unsigned seconds;     ///< That one request may take
} RelHttpOptions;

/// One request
typedef struct {
  const char *method;  ///< "GET", "PUT", "POST" or "DELETE"
  const char *url;     ///< Whole and encoded
  const char *accept;  ///< Media type; null: any
  const char *content; ///< Media type of the body; null: no body
  RelStr body;
} RelHttpRequest;

enum { REL_MAX_ANSWER = 1 << 20 }; ///< Bytes of an answer that are kept

/// What came back; strings live until the next request
typedef struct {
  long status;         ///< 0: no answer came
  RelStr body;         ///< Cut at #REL_MAX_ANSWER
  RelStr location;     ///< Of a redirection
  long wait;           ///< Seconds that the server asks to wait; 0: none
  const char *problem; ///< Why no answer came; null where one did
  bool is_passing;     ///< No answer, but a second try may get one
  bool has_connected;  ///< There was a server
} RelHttpAnswer;

/**
   Open.

   Only http and https are spoken, and no redirection is followed. Digest
   authentication is taken where a server offers it; Basic over https, to this
   machine, and where the options allow it. libcurl is set up and torn down for
   the whole process: keep one of these at a time.
*/
RelStatus rel_http_open(RelWorld *world, const RelHttpOptions *options,
                        RelHttp **http);

void rel_http_free(RelHttp *http);

/// Ask once; #REL_NO_MEMORY only: all else is in the answer
RelStatus rel_http_ask(RelHttp *http, const RelHttpRequest *request,
                       RelHttpAnswer *answer);

/// The reason phrase of a status, such as "Not Found"; empty for odd ones
const char *rel_http_status_text(long status);

/// Is it an http or https URL with a host, without a password in it?
bool rel_http_is_url(const char *text);

/// Add `text` with all but letters, digits and `-._~` as %XX
void rel_http_encode(RelBuffer *buffer, RelStr text);

#endif
