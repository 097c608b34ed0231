// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "draw/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The address sanitizer reserves terabytes and prints what it finds to stderr
#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifndef HAS_ASAN
#define HAS_ASAN 0
#endif

enum { READ_SIZE = 1 << 16 };
enum { MAX_SECONDS = 1000000 };

static const size_t new_memory = (size_t)1 << 30U; // bytes

static double
now(void)
{
  struct timespec time = {0};

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static RelStatus
fail(RelWorld *world, const char *what)
{
  return rel_fail(world, REL_OUTPUT, (RelPlace){.name = "map"}, "%s: %s", what,
                  strerror(errno));
}

/// Address space in use, where the system tells; it counts against the limit
static size_t
used_memory(void)
{
  FILE *const file = fopen("/proc/self/statm", "r");
  char text[64] = "";
  size_t n_pages = 0U;

  if (file) {
    const char *at = fgets(text, sizeof(text), file) ? text : "";
    for (; *at >= '0' && *at <= '9'; ++at) {
      n_pages = n_pages * 10U + (size_t)(*at - '0');
    }
    fclose(file);
  }
  return n_pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void
lower_limit(int resource, rlim_t wanted)
{
  struct rlimit limit = {0};

  if (!getrlimit(resource, &limit)) {
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    setrlimit(resource, &limit);
  }
}

/// The libraries of the picture write to stderr as they like: not here
static void
silence(void)
{
  const int null_file = open("/dev/null", O_RDWR);

  if (null_file >= 0) {
    dup2(null_file, STDIN_FILENO);
    dup2(null_file, STDOUT_FILENO);
    if (!HAS_ASAN) {
      dup2(null_file, STDERR_FILENO);
    }
  }
}

static _Noreturn void
run(double seconds, RelChildWork work, const void *job, int out_pipe)
{
  lower_limit(RLIMIT_CORE, 0U);
  lower_limit(RLIMIT_CPU, (rlim_t)seconds + 1U);
  if (!HAS_ASAN) {
    lower_limit(RLIMIT_AS, (rlim_t)(used_memory() + new_memory));
  }
  silence();

  FILE *const out = fdopen(out_pipe, "wb");
  int code = out ? work(job, out) : 125;
  if (out && (fflush(out) || ferror(out))) {
    code = 125;
  }
  _exit(code);
}

RelStatus
rel_child_start(RelWorld *world, double seconds, RelChildWork work,
                const void *job, RelChild *child)
{
  const double limit = seconds < MAX_SECONDS ? seconds : MAX_SECONDS;
  int ends[2] = {-1, -1};

  if (pipe(ends)) {
    return fail(world, "cannot make a pipe");
  }
  fflush(stdout);
  fflush(stderr);

  const pid_t pid = fork();
  if (pid < 0) {
    const RelStatus st = fail(world, "cannot start a child process");
    close(ends[0]);
    close(ends[1]);
    return st;
  }
  if (!pid) {
    close(ends[0]);
    run(limit, work, job, ends[1]);
  }
  close(ends[1]);
  *child = (RelChild){world, pid, ends[0], now() + limit};
  return REL_OK;
}

/// Milliseconds until the deadline, rounded up; 0 when it has passed
static int
time_left(const RelChild *child)
{
  const double left = (child->deadline - now()) * 1000.0;

  return left > 0.0 ? (int)left + 1 : 0;
}

/// Add what comes until the end of the pipe; false when the time is up first
static bool
read_all(const RelChild *child, RelBuffer *output)
{
  char bytes[READ_SIZE];

  for (;;) {
    struct pollfd poll_one = {child->pipe, POLLIN, 0};
    const int wait_ms = time_left(child);
    const int ready = wait_ms ? poll(&poll_one, 1U, wait_ms) : 0;
    if (!wait_ms || (!ready && !time_left(child))) {
      return false;
    }

    const ssize_t n = ready > 0 ? read(child->pipe, bytes, sizeof(bytes)) : -1;
    if (n > 0) {
      rel_buffer_add(output, (RelStr){bytes, (size_t)n});
    } else if (!n || (ready && errno != EINTR && errno != EAGAIN)) {
      return true;
    }
  }
}

RelStatus
rel_child_finish(RelChild *child, RelBuffer *output, RelChildEnd *end)
{
  const bool is_in_time = read_all(child, output);
  int status = 0;
  pid_t waited = 0;

  // closing its end of the pipe is the last that a child does
  close(child->pipe);
  if (!is_in_time) {
    kill(child->pid, SIGKILL);
  }
  do {
    waited = waitpid(child->pid, &status, 0);
  } while (waited < 0 && errno == EINTR);
  if (waited < 0) {
    return fail(child->world, "cannot wait for the child process");
  }

  if (!is_in_time || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    *end = (RelChildEnd){REL_CHILD_TIMED_OUT, 0};
  } else if (WIFSIGNALED(status)) {
    *end = (RelChildEnd){REL_CHILD_CRASHED, WTERMSIG(status)};
  } else {
    *end = (RelChildEnd){REL_CHILD_EXITED, WEXITSTATUS(status)};
  }
  return output->status;
}
