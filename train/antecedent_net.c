// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

/*
  Learn the net of src/mention/weigh.h from what antecedent_features printed.

      antecedent_net EPOCHS SEED TRAIN [DEV] > table.c

  The truths of a question get probability mass together: the loss is -log of
  their share in the softmax over all candidates and the new entity, where each
  wrong answer's score is first raised by its cost (softmax-margin; Gimpel and
  Smith 2010). AdaGrad, one question a step; hidden units are dropped out; the
  weights are the mean over the later half of training. Several small nets from
  different beginnings are written side by side as one: their scores are added.
*/

#include "mention/weigh.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  N_NETS = 2,                   // whose mean is taken
  H = REL_PAIR_HIDDEN / N_NETS, // hidden units of one
  N = REL_N_PAIR_FEATURES,
  MAX_LINE = 4096
};

static const double rate = 0.06;
static const double drop = 0.3;            // share of hidden units
static const double decay = 1e-6;          // of touched rows, a step
static const double cost_false_link = 0.1; // joined, but is new
static const double cost_false_new = 1.3;  // new, but has an antecedent
static const double cost_wrong = 0.3;      // joined to another one

typedef struct {
  uint32_t first; ///< Of its features
  uint16_t n;
  bool is_right;
} Answer;

typedef struct {
  uint32_t first; ///< Of its answers; the first answer is "new"
  uint32_t n;
  uint32_t kind;
} Question;

typedef struct {
  uint16_t *ids;
  size_t n_ids, max_ids;
  Answer *answers;
  size_t n_answers, max_answers;
  Question *questions;
  size_t n_questions, max_questions;
} Data;

/// Parameters, their squared gradients, their sums over time
typedef struct {
  float rows[N][H], direct[N], bias[H], out[H];
} Net;

static Net net, squares;
static Net sums[N_NETS]; ///< Mean weights, in the end
static double n_sums;
static uint64_t random_state;

static void *
grow(void *items, size_t n, size_t *max, size_t size)
{
  if (n < *max) {
    return items;
  }
  *max = *max ? *max * 2U : 1024U;
  items = realloc(items, *max * size);
  if (!items) {
    exit(1);
  }
  return items;
}

static uint32_t
next_random(void)
{
  random_state = random_state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (uint32_t)(random_state >> 33U);
}

static float
uniform(void)
{
  return (float)next_random() / 2147483648.0F;
}

// ------------------------------------------------------------ reading

static void
read_answer(Data *data, char *line)
{
  char *at = line + 1;
  Answer answer = {(uint32_t)data->n_ids, 0U, strtol(at, &at, 10) != 0};

  while (*at == ' ') {
    data->ids = grow(data->ids, data->n_ids, &data->max_ids, sizeof(uint16_t));
    data->ids[data->n_ids++] = (uint16_t)strtol(at, &at, 10);
    ++answer.n;
  }
  data->answers =
      grow(data->answers, data->n_answers, &data->max_answers, sizeof(Answer));
  data->answers[data->n_answers++] = answer;
  ++data->questions[data->n_questions - 1U].n;
}

static void
read_data(const char *path, Data *data)
{
  static char line[MAX_LINE];
  FILE *const in = fopen(path, "r");

  if (!in) {
    fprintf(stderr, "%s: error: expected a readable file\n", path);
    exit(1);
  }
  while (fgets(line, sizeof(line), in)) {
    if (line[0] == 'Q') {
      data->questions = grow(data->questions, data->n_questions,
                             &data->max_questions, sizeof(Question));
      data->questions[data->n_questions++] = (Question){
          (uint32_t)data->n_answers, 0U, (uint32_t)strtol(line + 1, NULL, 10)};
    } else if (line[0] == 'N' || line[0] == 'C') {
      read_answer(data, line);
    }
  }
  fclose(in);
}

// ------------------------------------------------------------ net

static float
forward(const Net *n, const uint16_t *ids, uint32_t n_ids, float *hidden)
{
  float score = 0.0F;

  memcpy(hidden, n->bias, sizeof(n->bias));
  for (uint32_t i = 0; i < n_ids; ++i) {
    const float *const row = n->rows[ids[i]];

    for (int h = 0; h < H; ++h) {
      hidden[h] += row[h];
    }
    score += n->direct[ids[i]];
  }
  for (int h = 0; h < H; ++h) {
    hidden[h] = hidden[h] > 0.0F ? hidden[h] : 0.0F;
    score += hidden[h] * n->out[h];
  }
  return score;
}

static void
step(float *w, float *square, float gradient)
{
  *square += gradient * gradient;
  *w -= (float)rate * gradient / (sqrtf(*square) + 1e-4F);
}

typedef struct {
  float hidden[H];
  float score;
  float gradient;
} Scored;

static double
cost_of(const Question *q, const Answer *answers, uint32_t k)
{
  if (answers[k].is_right) {
    return 0.0;
  }
  if (k == 0U) {
    return cost_false_new;
  }
  (void)q;
  return answers[0].is_right ? cost_false_link : cost_wrong;
}

/// Gradients of the loss by the scores; gives the loss
static double
softmax(const Question *q, const Answer *answers, Scored *scored)
{
  double top = -1e9, all = 0.0, right = 0.0;

  for (uint32_t k = 0; k < q->n; ++k) {
    scored[k].score += (float)cost_of(q, answers, k);
    top = fmax(top, (double)scored[k].score);
  }
  for (uint32_t k = 0; k < q->n; ++k) {
    const double mass = exp((double)scored[k].score - top);

    all += mass;
    right += answers[k].is_right ? mass : 0.0;
  }
  right = right > 1e-30 ? right : 1e-30;
  for (uint32_t k = 0; k < q->n; ++k) {
    const double mass = exp((double)scored[k].score - top);

    scored[k].gradient =
        (float)(mass / all - (answers[k].is_right ? mass / right : 0.0));
  }
  return log(all / right);
}

static float row_gradient[N][H];
static float direct_gradient[N];
static bool is_touched[N];
static uint16_t touched[N];

static double
learn(const Data *data, const Question *q)
{
  static Scored scored[REL_MAX_PAIRS + 1];
  const Answer *const answers = &data->answers[q->first];
  float mask[H], out_gradient[H] = {0}, bias_gradient[H] = {0};
  uint32_t n_touched = 0U;

  for (int h = 0; h < H; ++h) {
    mask[h] = uniform() < (float)drop ? 0.0F : 1.0F / (1.0F - (float)drop);
  }
  for (uint32_t k = 0; k < q->n; ++k) {
    Scored *const s = &scored[k];

    forward(&net, &data->ids[answers[k].first], answers[k].n, s->hidden);
    s->score = 0.0F;
    for (int h = 0; h < H; ++h) {
      s->hidden[h] *= mask[h];
      s->score += s->hidden[h] * net.out[h];
    }
    for (uint32_t i = 0; i < answers[k].n; ++i) {
      s->score += net.direct[data->ids[answers[k].first + i]];
    }
  }
  const double loss = softmax(q, answers, scored);
  for (uint32_t k = 0; k < q->n; ++k) {
    const float g = scored[k].gradient;
    float back[H];

    if (fabsf(g) < 1e-5F) {
      continue;
    }
    for (int h = 0; h < H; ++h) {
      out_gradient[h] += g * scored[k].hidden[h];
      back[h] = scored[k].hidden[h] > 0.0F ? g * net.out[h] * mask[h] : 0.0F;
      bias_gradient[h] += back[h];
    }
    for (uint32_t i = 0; i < answers[k].n; ++i) {
      const uint16_t id = data->ids[answers[k].first + i];

      if (!is_touched[id]) {
        is_touched[id] = true;
        touched[n_touched++] = id;
      }
      direct_gradient[id] += g;
      for (int h = 0; h < H; ++h) {
        row_gradient[id][h] += back[h];
      }
    }
  }
  for (uint32_t t = 0; t < n_touched; ++t) {
    const uint16_t id = touched[t];

    is_touched[id] = false;
    step(&net.direct[id], &squares.direct[id], direct_gradient[id]);
    direct_gradient[id] = 0.0F;
    for (int h = 0; h < H; ++h) {
      step(&net.rows[id][h], &squares.rows[id][h], row_gradient[id][h]);
      net.rows[id][h] *= 1.0F - (float)decay;
      row_gradient[id][h] = 0.0F;
    }
  }
  for (int h = 0; h < H; ++h) {
    step(&net.out[h], &squares.out[h], out_gradient[h]);
    step(&net.bias[h], &squares.bias[h], bias_gradient[h]);
  }
  return loss;
}

// ------------------------------------------------------------ measuring

/// Joined rightly, joined at all, should be joined, as F1 of links by kind
static void
measure(const Data *data, const char *name, bool by_kind)
{
  static double right[REL_N_KINDS], said[REL_N_KINDS], true_[REL_N_KINDS];
  double r = 0.0, s = 0.0, t = 0.0;
  float hidden[H];

  memset(right, 0, sizeof(right));
  memset(said, 0, sizeof(said));
  memset(true_, 0, sizeof(true_));
  for (size_t i = 0; i < data->n_questions; ++i) {
    const Question *const q = &data->questions[i];
    const Answer *const answers = &data->answers[q->first];
    uint32_t best = 0U;
    float best_score = -1e9F;

    for (uint32_t k = 0; k < q->n; ++k) {
      float score = 0.0F;

      for (int m = 0; m < N_NETS; ++m) {
        score += forward(&sums[m], &data->ids[answers[k].first], answers[k].n,
                         hidden);
      }
      if (score > best_score) {
        best = k;
        best_score = score;
      }
    }
    said[q->kind] += best ? 1.0 : 0.0;
    true_[q->kind] += answers[0].is_right ? 0.0 : 1.0;
    right[q->kind] += best && answers[best].is_right ? 1.0 : 0.0;
  }
  for (int k = 0; k < REL_N_KINDS; ++k) {
    r += right[k];
    s += said[k];
    t += true_[k];
    if (by_kind) {
      fprintf(stderr, "  kind %2d: right %5.0f of %5.0f said, %5.0f true\n", k,
              right[k], said[k], true_[k]);
    }
  }
  fprintf(stderr, "%s: links P %.3f R %.3f F1 %.3f\n", name, r / s, r / t,
          2.0 * r / (s + t));
}

// ------------------------------------------------------------ training

static void
initialise(void)
{
  memset(&net, 0, sizeof(net));
  memset(&squares, 0, sizeof(squares));
  n_sums = 0.0;
  for (int i = 0; i < N; ++i) {
    for (int h = 0; h < H; ++h) {
      net.rows[i][h] = (uniform() - 0.5F) * 0.2F;
    }
  }
  for (int h = 0; h < H; ++h) {
    net.out[h] = (uniform() - 0.5F) * 0.6F;
    net.bias[h] = 0.1F;
  }
}

static void
add_to_sums(Net *sum)
{
  const float *const from = (const float *)&net;
  float *const to = (float *)sum;

  for (size_t i = 0; i < sizeof(Net) / sizeof(float); ++i) {
    to[i] += from[i];
  }
  n_sums += 1.0;
}

static void
shuffle(uint32_t *order, size_t n)
{
  for (size_t i = n; i > 1U; --i) {
    const size_t k = next_random() % i;
    const uint32_t held = order[i - 1U];

    order[i - 1U] = order[k];
    order[k] = held;
  }
}

static void
train(const Data *data, int epochs, Net *sum)
{
  uint32_t *const order = calloc(data->n_questions, sizeof(uint32_t));

  for (size_t i = 0; i < data->n_questions; ++i) {
    order[i] = (uint32_t)i;
  }
  for (int epoch = 0; epoch < epochs; ++epoch) {
    double loss = 0.0;

    shuffle(order, data->n_questions);
    for (size_t i = 0; i < data->n_questions; ++i) {
      loss += learn(data, &data->questions[order[i]]);
      if (epoch * 2 >= epochs && i % 500U == 0U) {
        add_to_sums(sum);
      }
    }
    fprintf(stderr, "epoch %d: loss %.4f\n", epoch + 1,
            loss / (double)data->n_questions);
  }
  free(order);
  float *const mean = (float *)sum;
  for (size_t i = 0; i < sizeof(Net) / sizeof(float); ++i) {
    mean[i] /= (float)n_sums;
  }
}

// ------------------------------------------------------------ writing

static int
whole(double weight)
{
  const double scaled = round(weight * (1 << REL_PAIR_SHIFT));
  const double most = REL_PAIR_MAX_WEIGHT;

  return (int)(scaled > most ? most : (scaled < -most ? -most : scaled));
}

static void
write_number(double weight, int at)
{
  printf("%s%d,", at % 12 == 0 ? "\n    " : " ", whole(weight));
}

/// The nets side by side are one net; each has its share of the score
static void
write_table(void)
{
  puts("// Copyright 2026 The relata authors\n"
       "// SPDX-License-Identifier: MIT\n\n"
       "// Generated by train/antecedents.py; do not edit.\n\n"
       "#include \"mention/weigh.h\"\n\n// clang-format off\n"
       "// A row is one line of the processor's cache\n_Alignas(64)\n"
       "const int16_t rel_pair_rows[REL_N_PAIR_FEATURES][REL_PAIR_HIDDEN] = {");
  for (int i = 0; i < N; ++i) {
    printf("    {");
    for (int h = 0; h < H * N_NETS; ++h) {
      write_number(sums[h / H].rows[i][h % H], h);
    }
    puts("},");
  }
  printf("};\nconst int16_t rel_pair_bias[REL_PAIR_HIDDEN] = {");
  for (int h = 0; h < H * N_NETS; ++h) {
    write_number(sums[h / H].bias[h % H], h);
  }
  printf("};\nconst int16_t rel_pair_out[REL_PAIR_HIDDEN] = {");
  for (int h = 0; h < H * N_NETS; ++h) {
    write_number(sums[h / H].out[h % H], h);
  }
  printf("};\nconst int16_t rel_pair_direct[REL_N_PAIR_FEATURES] = {");
  for (int i = 0; i < N; ++i) {
    double sum = 0.0;

    for (int m = 0; m < N_NETS; ++m) {
      sum += (double)sums[m].direct[i];
    }
    write_number(sum, i);
  }
  puts("};\n// clang-format on");
}

int
main(int argc, char **argv)
{
  static Data data, dev;

  if (argc < 4) {
    fprintf(stderr, "usage: antecedent_net EPOCHS SEED TRAIN [DEV]\n");
    return 2;
  }
  random_state = strtoull(argv[2], NULL, 10);
  read_data(argv[3], &data);
  for (int m = 0; m < N_NETS; ++m) {
    initialise();
    train(&data, atoi(argv[1]), &sums[m]);
  }
  measure(&data, "train", false);
  if (argc > 4) {
    read_data(argv[4], &dev);
    measure(&dev, "dev", true);
  }
  write_table();
  return 0;
}
