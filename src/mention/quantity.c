// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#include "mention/quantity.h"

#include "mention/currency.h"
#include "mention/decimal.h"

#include <string.h>

enum { MAX_CURRENCY = 64, MAX_CURRENCY_WORDS = 6 };

#define SIZE(table) (sizeof(table) / sizeof(*(table)))

/// A word or phrase and what it stands for
typedef struct {
  const char *words;
  const char *name;
} Entry;

/// Signs before the amount, longer ones first
static const Entry prefixes[] = {
    {"us $", "USD"}, {"us$", "USD"},  {"a $", "AUD"},  {"au $", "AUD"},
    {"c $", "CAD"},  {"ca $", "CAD"}, {"nz $", "NZD"}, {"hk $", "HKD"},
    {"s $", "SGD"},  {"nt $", "TWD"}, {"r $", "BRL"},  {"$", "USD"},
    {"EUR", "EUR"},  {"GBP", "GBP"},  {"JPY", "JPY"},  {"INR", "INR"},
    {"KRW", "KRW"},  {"RUB", "RUB"},  {"TRY", "TRY"},  {"UAH", "UAH"},
    {"NGN", "NGN"},  {"ILS", "ILS"},  {"rs", "INR"},
};

/// Names behind the amount, the country's in front first; the others with a
/// country are in the table of currencies
static const Entry currencies[] = {
    {"dollars", "USD"}, {"dollar", "USD"},   {"bucks", "USD"},
    {"euros", "EUR"},   {"euro", "EUR"},     {"pounds sterling", "GBP"},
    {"pounds", "GBP"},  {"pound", "GBP"},    {"chinese yuan", "CNY"},
    {"yuan", "CNY"},    {"renminbi", "CNY"}, {"yen", "JPY"},
    {"won", "KRW"},     {"rupees", "INR"},   {"roubles", "RUB"},
    {"rubles", "RUB"},  {"rouble", "RUB"},   {"ruble", "RUB"},
    {"kronor", "SEK"},  {"zlotys", "PLN"},   {"zloty", "PLN"},
    {"forints", "HUF"}, {"forint", "HUF"},   {"lira", "TRY"},
    {"reais", "BRL"},   {"rand", "ZAR"},     {"naira", "NGN"},
    {"dirhams", "AED"}, {"ringgit", "MYR"},  {"baht", "THB"},
    {"dong", "VND"},    {"hryvnia", "UAH"},  {"hryvnias", "UAH"},
    {"shekels", "ILS"}, {"taka", "BDT"},     {"birr", "ETB"},
    {"cedis", "GHS"},   {"rupiah", "IDR"},   {"afghanis", "AFN"},
    {"tenge", "KZT"},
};

/// Hundredths of a currency
static const Entry cents[] = {{"us cents", "USD"},   {"cents", "USD"},
                              {"cent", "USD"},       {"pence", "GBP"},
                              {"euro cents", "EUR"}, {"kopecks", "RUB"}};

/// Codes that stand for themselves, in capitals: "EUR 3 million"
static const char codes[] = "AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF "
                            "IDR ILS INR JPY KRW MXN MYR NOK NZD PHP PKR PLN "
                            "RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR ";

static const Entry units[] = {
    {"square kilometres", "square kilometre"},
    {"square kilometers", "square kilometre"},
    {"square miles", "square mile"},
    {"square metres", "square metre"},
    {"square meters", "square metre"},
    {"square feet", "square foot"},
    {"cubic metres", "cubic metre"},
    {"cubic meters", "cubic metre"},
    {"cubic feet", "cubic foot"},
    {"metric tons", "tonne"},
    {"metric tonnes", "tonne"},
    {"miles per hour", "mile per hour"},
    {"mph", "mile per hour"},
    {"km/h", "kilometre per hour"},
    {"kph", "kilometre per hour"},
    {"km / h", "kilometre per hour"},
    {"degrees celsius", "degree Celsius"},
    {"degrees fahrenheit", "degree Fahrenheit"},
    {"deg c", "degree Celsius"},
    {"deg f", "degree Fahrenheit"},
    {"percentage points", "percentage point"},
    {"percentage point", "percentage point"},
    {"basis points", "basis point"},
    {"basis point", "basis point"},
    {"megawatt hours", "megawatt-hour"},
    {"kilowatt hours", "kilowatt-hour"},
    {"kilometres", "kilometre"},
    {"kilometers", "kilometre"},
    {"kilometre", "kilometre"},
    {"kilometer", "kilometre"},
    {"km", "kilometre"},
    {"metres", "metre"},
    {"meters", "metre"},
    {"metre", "metre"},
    {"meter", "metre"},
    {"m", "metre"},
    {"centimetres", "centimetre"},
    {"centimeters", "centimetre"},
    {"cm", "centimetre"},
    {"millimetres", "millimetre"},
    {"millimeters", "millimetre"},
    {"mm", "millimetre"},
    {"miles", "mile"},
    {"mile", "mile"},
    {"feet", "foot"},
    {"foot", "foot"},
    {"ft", "foot"},
    {"inches", "inch"},
    {"inch", "inch"},
    {"yards", "yard"},
    {"kilograms", "kilogram"},
    {"kilogram", "kilogram"},
    {"kilos", "kilogram"},
    {"kg", "kilogram"},
    {"grams", "gram"},
    {"tonnes", "tonne"},
    {"tonne", "tonne"},
    {"tons", "ton"},
    {"ton", "ton"},
    {"ounces", "ounce"},
    {"barrels", "barrel"},
    {"barrel", "barrel"},
    {"bushels", "bushel"},
    {"litres", "litre"},
    {"liters", "litre"},
    {"gallons", "gallon"},
    {"hectares", "hectare"},
    {"hectare", "hectare"},
    {"acres", "acre"},
    {"acre", "acre"},
    {"kilowatts", "kilowatt"},
    {"megawatts", "megawatt"},
    {"megawatt", "megawatt"},
    {"mw", "megawatt"},
    {"gigawatts", "gigawatt"},
    {"gw", "gigawatt"},
    {"knots", "knot"},
    {"seconds", "second"},
    {"minutes", "minute"},
    {"minute", "minute"},
    {"hours", "hour"},
    {"hour", "hour"},
    {"days", "day"},
    {"day", "day"},
    {"weeks", "week"},
    {"week", "week"},
    {"months", "month"},
    {"month", "month"},
    {"years", "year"},
    {"year", "year"},
    {"decades", "decade"},
    {"decade", "decade"},
    {"centuries", "century"},
};

static const Entry rates[] = {
    {"a day", "day"},     {"per day", "day"},     {"/ day", "day"},
    {"daily", "day"},     {"a week", "week"},     {"per week", "week"},
    {"a month", "month"}, {"per month", "month"}, {"a year", "year"},
    {"per year", "year"}, {"annually", "year"},   {"an hour", "hour"},
    {"per hour", "hour"}, {"a second", "second"}, {"per second", "second"},
};

/// What bounds or rounds an amount
static const RelValueEntry bounds[] = {
    {"as much as|as many as|up to|at most", REL_BOUND_AT_MOST},
    {"no more than|not more than|a maximum of", REL_BOUND_AT_MOST},
    {"no less than|no fewer than|not less than", REL_BOUND_AT_LEAST},
    {"at least|a minimum of|as little as|as few as", REL_BOUND_AT_LEAST},
    {"just over|well over|over|above|well above|exceeding", REL_BOUND_OVER},
    {"more than|slightly more than|greater than", REL_BOUND_OVER},
    {"upwards of|upward of|in excess of", REL_BOUND_OVER},
    {"just under|well under|under|below|well below", REL_BOUND_UNDER},
    {"less than|slightly less than|fewer than", REL_BOUND_UNDER},
    {"an estimated|estimated|close to|nearly|almost", REL_BOUND_ABOUT},
    {"about|around|roughly|approximately|some", REL_BOUND_ABOUT},
    {NULL, 0}};

/// The same behind the amount
static const RelValueEntry late_bounds[] = {
    {"or more|- plus|plus", REL_BOUND_AT_LEAST},
    {"or less", REL_BOUND_AT_MOST},
    {"or so", REL_BOUND_ABOUT},
    {NULL, 0}};

/// Words before an amount that leave it as it is
static const char openers[] =
    "a record|an additional|an extra|a further|a combined|a total of|"
    "a whopping|another|additional|a net|a fresh";

/// Prepositions that say what the amount is for, not how much
static const char markers[] = "at|between|by|for|from|in|of|on|the|to|with";

static const char *
skip_entry(RelValueWords *words, const Entry *table, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (rel_value_words_skip_phrase(words, table[i].words)) {
      return table[i].name;
    }
  }
  return NULL;
}

/// A code in capitals, "EUR"
static const char *
skip_code(RelValueWords *words)
{
  const RelValueWord *const word = rel_value_word(words, 0U);

  if (!word->is_capital || strlen(word->text) != 3U) {
    return NULL;
  }
  for (const char *code = codes; *code; code += 4) {
    if ((code[0] | 0x20) == word->text[0] &&
        (code[1] | 0x20) == word->text[1] &&
        (code[2] | 0x20) == word->text[2]) {
      ++words->at;
      return code;
    }
  }
  return NULL;
}

static void
set_unit(RelValue *value, RelValueKind kind, RelStr unit)
{
  const size_t len =
      unit.len < sizeof(value->unit) ? unit.len : sizeof(value->unit) - 1U;

  value->kind = kind;
  memcpy(value->unit, unit.data, len);
  value->unit[len] = '\0';
}

static void
set_currency(RelValue *value, const char *code)
{
  set_unit(value, REL_VALUE_MONEY, (RelStr){code, 3U});
}

static void
add_rate(RelValueWords *words, RelValue *value)
{
  const char *const rate = skip_entry(words, rates, SIZE(rates));
  const size_t len = strlen(value->unit);

  if (rate && *value->unit && len + strlen(rate) + 6U < sizeof(value->unit)) {
    memcpy(value->unit + len, " per ", 5U);
    memcpy(value->unit + len + 5U, rate, strlen(rate) + 1U);
  }
}

/// "Norwegian kroner", "Trinidad and Tobago dollars"
static const char *
skip_owned_currency(RelValueWords *words)
{
  char phrase[MAX_CURRENCY];
  const char *code = NULL;
  uint32_t n_words = 0U;
  size_t len = 0U;

  for (uint32_t k = 0; k < MAX_CURRENCY_WORDS; ++k) {
    const RelValueWord *const word = rel_value_word(words, k);
    const size_t more = strlen(word->text);

    if (word->kind != REL_WORD_PLAIN || len + more + 1U > sizeof(phrase)) {
      break;
    }
    memcpy(phrase + len, word->text, more);
    len += more;
    const char *const found = rel_currency_find((RelStr){phrase, len});
    code = found ? found : code;
    n_words = found ? k + 1U : n_words;
    phrase[len++] = ' ';
  }
  words->at += n_words;
  return code;
}

/// "45 cents"; "50p" in one word only
static const char *
skip_cents(RelValueWords *words)
{
  const bool is_glued = rel_value_word(words, 0U)->is_glued;

  return is_glued && rel_value_words_skip(words, "p")
             ? "GBP"
             : skip_entry(words, cents, SIZE(cents));
}

/// What stands behind the amount; `shift` is the power of ten it carries
static void
read_unit(RelValueWords *words, RelValue *value, int32_t *shift)
{
  const uint32_t at = words->at;
  const char *name = NULL;

  (void)rel_value_words_skip(words, "-");
  if (rel_value_words_skip_phrase(words, "%|percent|per cent|pct")) {
    set_unit(value, REL_VALUE_PERCENT, REL_STR("%"));
  } else if ((name = skip_cents(words))) {
    set_currency(value, name);
    *shift = -2;
  } else if ((name = skip_owned_currency(words)) ||
             (name = skip_entry(words, currencies, SIZE(currencies))) ||
             (name = skip_code(words))) {
    set_currency(value, name);
  } else if ((name = skip_entry(words, units, SIZE(units)))) {
    set_unit(value, REL_VALUE_QUANTITY, rel_str(name));
    add_rate(words, value);
  } else {
    words->at = at;
  }
}

static const char *
read_sign(RelValueWords *words)
{
  const char *const sign = skip_entry(words, prefixes, SIZE(prefixes));

  return sign ? sign : skip_code(words);
}

/// "9 billion yuan ($1.4 billion)": the same in another currency
static bool
is_other_currency(const RelValueWords *words)
{
  RelValueWords rest = *words;
  RelValue other;

  return rel_quantity_read(&rest, &other) && other.kind == REL_VALUE_MONEY;
}

/// Do the words from the place on leave the value as it is?
static bool
is_complete(const RelValueWords *words, const RelValue *value)
{
  static const char *const trailers[] = {
      "worth", "in", "of", "each", "annually", "a", "per", "so", "-", "'"};
  const RelValueWord *const word = rel_value_word(words, 0U);

  if (word->kind == REL_WORD_END) {
    return true;
  }
  // "3,000 people": what is counted; but not "737 MAX", "5G"
  if (value->kind == REL_VALUE_QUANTITY && !*value->unit) {
    return word->kind == REL_WORD_PLAIN && !word->is_capital && !word->is_glued;
  }
  for (size_t i = 0; i < SIZE(trailers); ++i) {
    if (!strcmp(trailers[i], word->text)) {
      return true;
    }
  }
  return word->kind == REL_WORD_PLAIN ||
         (value->kind == REL_VALUE_MONEY && is_other_currency(words));
}

/// "a week", "an hour", "a decade": one of a unit
static bool
read_one(RelValueWords *words, RelDecimal *amount)
{
  const uint32_t at = words->at;

  if (rel_value_words_skip_phrase(words, "a|an")) {
    const uint32_t unit = words->at;
    if (skip_entry(words, units, SIZE(units))) {
      words->at = unit;
      *amount = (RelDecimal){1U, 0};
      return true;
    }
  }
  words->at = at;
  return false;
}

/// The upper end of "10-15%", "$2 billion to $3 billion"
static bool
read_most(RelValueWords *words, RelDecimal *most)
{
  const uint32_t at = words->at;

  if (rel_value_words_skip_phrase(words, "-|to|and")) {
    (void)read_sign(words);
    if (rel_decimal_read(words, most)) {
      return true;
    }
  }
  words->at = at;
  return false;
}

static void
read_bound(RelValueWords *words, const RelValueEntry *table, RelValue *value)
{
  int32_t bound = REL_BOUND_NONE;

  if (rel_value_words_take(words, table, &bound)) {
    value->bound = (RelBound)bound;
  }
}

/// "2 to 3 million", "$2-3 billion": the scale behind the last is that of both
static void
share_scale(RelValueWords *words, RelDecimal *least)
{
  const uint32_t at = words->at;

  if (least->exponent <= 0 && least->digits < 1000U) {
    words->at = at - 1U;
    (void)rel_decimal_read_scale(words, least);
    words->at = at;
  }
}

bool
rel_quantity_read(RelValueWords *words, RelValue *value)
{
  RelDecimal amount = {0U, 0};
  RelDecimal most = {0U, 0};
  int32_t shift = 0;

  *value = (RelValue){.kind = REL_VALUE_QUANTITY};
  (void)rel_value_words_skip(words, "anywhere");
  read_bound(words, bounds, value);
  if (!value->bound) { // "between"; but "at least", "in excess of"
    (void)rel_value_words_skip_phrase(words, markers);
    read_bound(words, bounds, value);
  }
  (void)rel_value_words_skip_phrase(words, openers);
  // "a $3 million gift", but "a million", "A$3"
  words->at += rel_value_word_is(words, 0U, "a") &&
               rel_value_word(words, 1U)->kind != REL_WORD_PLAIN &&
               !rel_value_word(words, 1U)->is_glued;
  const char *const sign = read_sign(words);
  if (!rel_decimal_read(words, &amount) &&
      (sign || !read_one(words, &amount))) {
    return false;
  }
  read_bound(words, late_bounds, value);
  const bool has_most = read_most(words, &most);
  if (has_most) {
    share_scale(words, &amount);
  }
  if (sign) {
    set_currency(value, sign);
  } else {
    read_unit(words, value, &shift);
  }
  read_bound(words, late_bounds, value);
  amount.exponent += shift;
  most.exponent += shift;
  rel_decimal_text(amount, value->amount);
  if (has_most) {
    rel_decimal_text(most, value->most);
  }
  return is_complete(words, value);
}
