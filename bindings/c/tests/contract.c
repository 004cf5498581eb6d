/* What libustap promises of its calls, one function for each promise. Run by .ci/steps/66-c: as it is, under valgrind and
 * with an address sanitizer, so that what is released twice or never is an error here too. */
#define _POSIX_C_SOURCE 200809L

#include "../../../examples/c/rows.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static int checks = 0;

#define CHECK(condition)                                                                                                \
    do {                                                                                                                \
        checks++;                                                                                                       \
        if (!(condition)) {                                                                                             \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                             \
            exit(1);                                                                                                    \
        }                                                                                                               \
    } while (0)

static char error[512];
static UstapLaw *law = NULL;

static UstapMonth *open_month(void) {
    UstapMonth *month = NULL;
    CHECK(ustap_month_open(law, "2026-08", NULL, &month, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(error[0] == '\0');
    return month;
}

/* A stream of operations with one income of 612 345.67. */
static struct ArrowArrayStream operations(void) {
    static const char *const ids[] = {"op-1"}, *const persons[] = {"750101900101"}, *const days[] = {"2026-08-17"};
    static const char *const incomes[] = {"612345.67"};
    const struct Column columns[] = {
        {"operation_id", ids, NULL}, {"iin", persons, NULL}, {"settled_on", days, NULL}, {"income", incomes, NULL}};
    struct ArrowArrayStream stream;
    CHECK(rows_produce(&stream, columns, 4, 1) == 0);
    return stream;
}

static UstapStatus calculate(struct ArrowArrayStream *stream, const UstapOptions *options, UstapResult **result) {
    return ustap_calculate(law, stream, NULL, NULL, options, result, error, sizeof error);
}

/* A table of a result as text. The caller frees it. */
static char *text_of(const UstapResult *result, int32_t table) {
    struct ArrowArrayStream stream;
    CHECK(ustap_result_table(result, table, &stream) == USTAP_STATUS_OK);
    char *text = NULL;
    size_t bytes = 0;
    FILE *out = open_memstream(&text, &bytes);
    CHECK(rows_print(&stream, out) >= 0);
    fclose(out);
    return text;
}

static void amounts_are_those_worked_out_by_hand(void) {
    UstapMonth *month = open_month();
    UstapAmounts amounts;
    /* One per cent of 612 345.67 to the tenge is 6 123; СО stops at 595 000. No ИПН is withheld under this regime. */
    CHECK(ustap_month_add(month, "2026-08-17", 61234567, NULL, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_month_amounts(month, &amounts, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(amounts.ipn == 0 && amounts.opv == 612300 && amounts.opvr == 612300 && amounts.so == 595000);
    CHECK(amounts.vosms == 612300 && amounts.withheld == 3 * 612300 + 595000);
    /* All of it is given back, by text. */
    CHECK(ustap_month_add_text(month, "17.08.2026", "-612345,67", "", error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_month_amounts(month, &amounts, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(amounts.withheld == 0);
    /* A student who is a minor owes no ВОСМС by either; one per cent of 100 000 is 1 000, three times. */
    CHECK(ustap_month_add(month, "2026-08-17", 10000000, "Full-Time-Student|MINOR", error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_month_amounts(month, &amounts, NULL, 0) == USTAP_STATUS_OK);
    CHECK(amounts.opv == 100000 && amounts.opvr == 100000 && amounts.so == 100000);
    CHECK(amounts.vosms == 0 && amounts.withheld == 300000);
    ustap_month_free(month);
}

static void each_failure_has_its_status_and_counts_nothing(void) {
    UstapMonth *month = open_month();
    UstapAmounts amounts;
    CHECK(ustap_month_add_text(month, "2026-08-17", "1.005", NULL, error, sizeof error) == USTAP_STATUS_MONEY);
    CHECK(strstr(error, "1.005") != NULL);
    CHECK(ustap_month_add_text(month, "2026-08-17", "1e3", NULL, error, sizeof error) == USTAP_STATUS_MONEY);
    CHECK(ustap_month_add(month, "2026-08-17", INT64_MAX, NULL, error, sizeof error) == USTAP_STATUS_MONEY);
    CHECK(ustap_month_add(month, "2026-02-30", 100, NULL, error, sizeof error) == USTAP_STATUS_DAY);
    CHECK(ustap_month_add(month, "2026-09-01", 100, NULL, error, sizeof error) == USTAP_STATUS_OPERATION);
    CHECK(ustap_month_add(month, "2026-08-17", 100, "none-such", error, sizeof error) == USTAP_STATUS_OPERATION);
    CHECK(strstr(error, "there are ") != NULL && strlen(error) < sizeof error - 1); /* all categories are named */
    CHECK(ustap_month_amounts(month, &amounts, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(amounts.withheld == 0);
    ustap_month_free(month);

    month = (UstapMonth *)&checks;
    CHECK(ustap_month_open(law, "2026-13", NULL, &month, error, sizeof error) == USTAP_STATUS_DAY);
    CHECK(month == NULL);
    CHECK(ustap_month_open(law, "2027-01", NULL, &month, error, sizeof error) == USTAP_STATUS_NO_RATES);
    CHECK(strstr(error, "give DIR to `ustap_law_open`") != NULL); /* what to do is not cut off */
    CHECK(ustap_month_open(law, "2026-08", "Self-Employed", &month, error, sizeof error) == USTAP_STATUS_OK);
    ustap_month_free(month);
    CHECK(ustap_month_open(law, "2026-08", "none-such", &month, error, sizeof error) == USTAP_STATUS_OPERATION);
    /* What might be a person's number is shown in part alone. */
    CHECK(ustap_month_open(law, "2026-08", "900101300017", &month, error, sizeof error) == USTAP_STATUS_OPERATION);
    CHECK(strstr(error, "9001****0017") != NULL && strstr(error, "900101300017") == NULL);
    UstapLaw *other = NULL;
    CHECK(ustap_law_open("/nowhere", &other, error, sizeof error) == USTAP_STATUS_RATES);
    CHECK(other == NULL && error[0] != '\0');
}

static void what_breaks_the_contract_is_told(void) {
    UstapMonth *month = open_month();
    UstapAmounts amounts;
    CHECK(ustap_month_add(month, NULL, 100, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(strcmp(error, "day is null") == 0);
    CHECK(ustap_month_add(NULL, "2026-08-17", 100, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(ustap_month_add_text(month, "2026-08-17", "1\xff", NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(strcmp(error, "income: the text is not UTF-8") == 0);
    CHECK(ustap_month_add(month, "2026-08-17", 100, "\xc3", error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(ustap_month_amounts(month, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(ustap_month_amounts(NULL, &amounts, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(ustap_month_open(NULL, "2026-08", NULL, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(ustap_month_open(law, "2026-08", NULL, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(ustap_law_open(NULL, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    UstapLaw *other = NULL;
    CHECK(ustap_law_open("", &other, error, sizeof error) == USTAP_STATUS_USAGE && other == NULL);
    CHECK(strcmp(error, "rates_dir: an empty path names no directory") == 0);
    ustap_month_free(month);
    ustap_month_free(NULL);
    ustap_law_free(NULL);
    ustap_result_free(NULL);
}

static void a_message_that_is_too_long_is_cut(void) {
    UstapMonth *month = NULL;
    char small[8];
    memset(small, 'x', sizeof small);
    CHECK(ustap_month_open(law, "august", NULL, &month, small, 5) == USTAP_STATUS_DAY);
    CHECK(strlen(small) == 4 && small[5] == 'x');
    CHECK(ustap_month_open(law, "august", NULL, &month, small, 0) == USTAP_STATUS_DAY);
    CHECK(ustap_month_open(law, "august", NULL, &month, NULL, 100) == USTAP_STATUS_DAY);
}

static void operations_become_tables(void) {
    struct ArrowArrayStream stream = operations();
    UstapResult *result = NULL;
    UstapCounts counts;
    CHECK(calculate(&stream, NULL, &result) == USTAP_STATUS_OK);
    CHECK(stream.release == NULL && error[0] == '\0');
    CHECK(ustap_result_counts(result, &counts) == USTAP_STATUS_OK);
    CHECK(counts.read == 1 && counts.accepted == 1 && counts.exemptions == 0);
    char *payments = text_of(result, USTAP_TABLE_PAYMENTS);
    CHECK(strstr(payments, ",1,5950.00,") != NULL);
    free(payments);
    /* As often as it is asked for. */
    char *first = text_of(result, USTAP_TABLE_REGISTER), *second = text_of(result, USTAP_TABLE_REGISTER);
    CHECK(strcmp(first, second) == 0 && strstr(first, "750101900101,2026-08,") != NULL);
    free(first);
    free(second);
    struct ArrowArrayStream table = {0};
    CHECK(ustap_result_table(result, USTAP_TABLE_LINES, &table) == USTAP_STATUS_USAGE); /* were not wanted */
    CHECK(table.release == NULL);
    CHECK(ustap_result_table(result, 5, &table) == USTAP_STATUS_USAGE);
    CHECK(ustap_result_table(result, -1, &table) == USTAP_STATUS_USAGE);
    CHECK(ustap_result_table(NULL, 0, &table) == USTAP_STATUS_USAGE);
    CHECK(ustap_result_table(result, 0, NULL) == USTAP_STATUS_USAGE);
    CHECK(ustap_result_counts(result, NULL) == USTAP_STATUS_USAGE);
    CHECK(ustap_result_counts(NULL, &counts) == USTAP_STATUS_USAGE);
    ustap_result_free(result);
}

static void rows_that_cannot_be_taken_are_rejects(void) {
    /* A wrong check digit, an id that is no text in UTF-8, a null where an income has to be. */
    const char *const ids[] = {"a", "\xff\xfe", "c", "d"};
    const char *const persons[] = {"900101300018", "900101300017", "900101300017", "900101300017"};
    const char *const days[] = {"2026-08-05", "2026-08-05", "2026-08-05", "2026-08-05"};
    const char *const incomes[] = {"1", "1", NULL, "1.00"};
    const struct Column columns[] = {
        {"operation_id", ids, NULL}, {"iin", persons, NULL}, {"settled_on", days, NULL}, {"income", incomes, NULL}};
    struct ArrowArrayStream stream;
    UstapResult *result = NULL;
    UstapCounts counts;
    CHECK(rows_produce(&stream, columns, 4, 4) == 0);
    CHECK(calculate(&stream, NULL, &result) == USTAP_STATUS_OK);
    CHECK(ustap_result_counts(result, &counts) == USTAP_STATUS_OK);
    CHECK(counts.read == 4 && counts.accepted == 1);
    char *rejects = text_of(result, USTAP_TABLE_REJECTS);
    CHECK(strstr(rejects, "operations,0,a,iin-check-digit,iin,") != NULL);
    CHECK(strstr(rejects, "operations,1,") != NULL && strstr(rejects, ",malformed-row,") != NULL);
    CHECK(strstr(rejects, "operations,2,c,income,") != NULL);
    free(rejects);
    ustap_result_free(result);
}

static void options_are_followed_and_checked(void) {
    struct ArrowArrayStream stream = operations();
    UstapResult *result = NULL;
    UstapCounts counts;
    UstapOptions options = {.size = sizeof options, .period = "2026-07", .over_limit = USTAP_OVER_LIMIT_STOP, .lines = 1};
    options.memory = 1 << 20;
    options.threads = 2;
    options.known_on = "2026-08-31";
    CHECK(calculate(&stream, &options, &result) == USTAP_STATUS_OK);
    CHECK(ustap_result_counts(result, &counts) == USTAP_STATUS_OK);
    CHECK(counts.read == 1 && counts.accepted == 0); /* August is outside July */
    char *lines = text_of(result, USTAP_TABLE_LINES);
    CHECK(strchr(lines, '\n') == strrchr(lines, '\n'));
    free(lines);
    ustap_result_free(result);

    UstapOptions wrong[7];
    for (int i = 0; i < 7; i++) {
        wrong[i] = (UstapOptions){.size = sizeof options};
    }
    wrong[0].size = sizeof options - 1;
    wrong[1].size = 0;
    wrong[2].over_limit = 7;
    wrong[3].lines = -1;
    wrong[4].restore_zeros = 2;
    wrong[5].spill_dir = ""; /* no directory, not the one in which the process happens to be */
    wrong[6].period = "\xff";
    for (int i = 0; i < 7; i++) {
        stream = operations();
        result = (UstapResult *)&checks;
        CHECK(calculate(&stream, &wrong[i], &result) == USTAP_STATUS_USAGE);
        CHECK(result == NULL && stream.release == NULL && error[0] != '\0');
    }
    CHECK(strcmp(error, "options.period: the text is not UTF-8") == 0);
    wrong[0] = (UstapOptions){.size = sizeof options, .period = "August"};
    stream = operations();
    CHECK(calculate(&stream, &wrong[0], &result) == USTAP_STATUS_DAY);
}

static void streams_are_released_whatever_comes_of_the_call(void) {
    struct ArrowArrayStream first = operations(), second = operations(), third = operations();
    UstapResult *result = NULL;
    CHECK(ustap_calculate(NULL, &first, &second, &third, NULL, &result, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(first.release == NULL && second.release == NULL && third.release == NULL);
    first = operations();
    CHECK(ustap_calculate(law, &first, NULL, NULL, NULL, NULL, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(first.release == NULL);
    second = operations();
    CHECK(ustap_calculate(law, NULL, &second, NULL, NULL, &result, error, sizeof error) == USTAP_STATUS_USAGE);
    CHECK(second.release == NULL && strcmp(error, "operations is null") == 0);
    /* Operations are no exemptions: there is no category. */
    first = operations(), second = operations();
    CHECK(ustap_calculate(law, &first, &second, NULL, NULL, &result, error, sizeof error) == USTAP_STATUS_INPUT);
    CHECK(first.release == NULL && second.release == NULL && strstr(error, "category") != NULL);
    /* One stream as two tables is read by the first. */
    first = operations();
    CHECK(ustap_calculate(law, &first, &first, NULL, NULL, &result, error, sizeof error) == USTAP_STATUS_INPUT);
    CHECK(first.release == NULL && result == NULL);
    /* One that was released is no table. */
    CHECK(calculate(&first, NULL, &result) == USTAP_STATUS_INPUT);
}

/* A stream that fails: at its columns, at its first batch, or with a batch that is broken. And one that does not: whose
 * texts have no byte behind their offsets, in a batch without rows. */
enum Failing { AT_COLUMNS, AT_A_BATCH, OFFSETS_DECREASE, LENGTH_IS_NEGATIVE, OFFSETS_ARE_NONE };

struct Fails {
    struct ArrowArrayStream inner;
    enum Failing failing;
    int released;
    void *nothing;
};

static int fails_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    struct Fails *fails = stream->private_data;
    return fails->failing == AT_COLUMNS ? EIO : fails->inner.get_schema(&fails->inner, out);
}

static int fails_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    struct Fails *fails = stream->private_data;
    if (fails->failing == AT_A_BATCH) {
        return EIO;
    }
    int status = fails->inner.get_next(&fails->inner, out);
    if (fails->failing == OFFSETS_ARE_NONE) {
        for (int64_t i = 0; i < out->n_children; i++) {
            out->children[i]->buffers[1] = fails->nothing;
        }
    } else if (fails->failing == OFFSETS_DECREASE) {
        ((int32_t *)out->children[0]->buffers[1])[0] = 100;
    } else {
        out->children[3]->length = -1;
    }
    return status;
}

static const char *fails_last_error(struct ArrowArrayStream *stream) {
    (void)stream;
    return "the disk is gone at 9001 0130 0017, 900101300017.00";
}

static void fails_release(struct ArrowArrayStream *stream) {
    struct Fails *fails = stream->private_data;
    fails->inner.release(&fails->inner);
    fails->released++;
    stream->release = NULL;
}

static void a_stream_that_fails_is_an_error(void) {
    const char *const gone = "the disk is gone at 9001****0017, 9001****0017.00";
    const char *const said[] = {gone, gone, "its offsets decrease", "negative"};
    for (enum Failing failing = AT_COLUMNS; failing <= LENGTH_IS_NEGATIVE; failing++) {
        struct Fails fails = {operations(), failing, 0, NULL};
        struct ArrowArrayStream stream = {fails_schema, fails_next, fails_last_error, fails_release, &fails};
        UstapResult *result = NULL;
        CHECK(calculate(&stream, NULL, &result) == USTAP_STATUS_INPUT);
        CHECK(result == NULL && fails.released == 1 && stream.release == NULL);
        CHECK(strstr(error, said[failing]) != NULL);
    }
}

/* What is read of them is an error of valgrind and of the address sanitizer. */
static void of_a_batch_without_rows_no_buffer_is_read(void) {
    const char *const none[] = {NULL};
    const struct Column columns[] = {
        {"operation_id", none, NULL}, {"iin", none, NULL}, {"settled_on", none, NULL}, {"income", none, NULL}};
    struct Fails fails = {.failing = OFFSETS_ARE_NONE, .nothing = malloc(0)};
    struct ArrowArrayStream stream = {fails_schema, fails_next, fails_last_error, fails_release, &fails};
    UstapResult *result = NULL;
    UstapCounts counts;
    CHECK(rows_produce(&fails.inner, columns, 4, 0) == 0);
    CHECK(calculate(&stream, NULL, &result) == USTAP_STATUS_OK);
    CHECK(ustap_result_counts(result, &counts) == USTAP_STATUS_OK);
    CHECK(counts.read == 0 && fails.released == 1);
    ustap_result_free(result);
    free(fails.nothing);
}

static void whole_numbers_of_income_are_tiyn_or_refused(void) {
    const char *const ids[] = {"a"}, *const persons[] = {"900101300017"}, *const days[] = {"2026-08-05"};
    const int64_t incomes[] = {10000000};
    for (int is_tiyn = 0; is_tiyn < 2; is_tiyn++) {
        const struct Column columns[] = {{"operation_id", ids, NULL},
                                         {"iin", persons, NULL},
                                         {"settled_on", days, NULL},
                                         {is_tiyn ? "income_tiyn" : "income", NULL, incomes}};
        struct ArrowArrayStream stream;
        UstapResult *result = NULL;
        CHECK(rows_produce(&stream, columns, 4, 1) == 0);
        CHECK(calculate(&stream, NULL, &result) == (is_tiyn ? USTAP_STATUS_OK : USTAP_STATUS_INPUT));
        CHECK(is_tiyn || strstr(error, "income_tiyn") != NULL);
        ustap_result_free(result);
    }
}

/* As many operations of one person, each with this income in tiyn. */
static struct ArrowArrayStream many_operations(int rows, int64_t income) {
    enum { BYTES = 16 };
    char *names = malloc(rows * BYTES);
    const char **ids = malloc(rows * sizeof *ids), **persons = malloc(rows * sizeof *persons);
    const char **days = malloc(rows * sizeof *days);
    int64_t *incomes = malloc(rows * sizeof *incomes);
    CHECK(names != NULL && ids != NULL && persons != NULL && days != NULL && incomes != NULL);
    for (int i = 0; i < rows; i++) {
        snprintf(names + i * BYTES, BYTES, "op-%d", i);
        ids[i] = names + i * BYTES;
        persons[i] = "900101300017";
        days[i] = "2026-08-05";
        incomes[i] = income;
    }
    const struct Column columns[] = {
        {"operation_id", ids, NULL}, {"iin", persons, NULL}, {"settled_on", days, NULL}, {"income_tiyn", NULL, incomes}};
    struct ArrowArrayStream stream;
    CHECK(rows_produce(&stream, columns, 4, rows) == 0);
    free(names);
    free(ids);
    free(persons);
    free(days);
    free(incomes);
    return stream;
}

/* As many rows of one person, with the same in a second column: exemptions or contractors. */
static struct ArrowArrayStream many_facts(int rows, const char *column, const char *value) {
    const char **persons = malloc(rows * sizeof *persons), **values = malloc(rows * sizeof *values);
    CHECK(persons != NULL && values != NULL);
    for (int i = 0; i < rows; i++) {
        persons[i] = "900101300017";
        values[i] = value;
    }
    const struct Column columns[] = {{"iin", persons, NULL}, {column, values, NULL}};
    struct ArrowArrayStream stream;
    CHECK(rows_produce(&stream, columns, 2, rows) == 0);
    free(persons);
    free(values);
    return stream;
}

static void what_does_not_fit_is_spilled_or_an_error(void) {
    UstapOptions options = {.size = sizeof options, .memory = 1};
    struct ArrowArrayStream stream = many_operations(60000, 100);
    UstapResult *result = NULL;
    CHECK(calculate(&stream, &options, &result) == USTAP_STATUS_OK);
    char *payments = text_of(result, USTAP_TABLE_PAYMENTS);
    CHECK(strstr(payments, ",1,600.00,") != NULL); /* one per cent of 60 000 tenge */
    free(payments);
    ustap_result_free(result);
    options.spill_dir = "/nowhere";
    stream = many_operations(60000, 100);
    CHECK(calculate(&stream, &options, &result) == USTAP_STATUS_SPACE);
    CHECK(result == NULL && stream.release == NULL && strstr(error, "/nowhere") != NULL);
}

static void facts_that_do_not_fit_the_memory_are_an_error(void) {
    UstapOptions options = {.size = sizeof options, .memory = 1 << 20};
    for (int are_exemptions = 0; are_exemptions < 2; are_exemptions++) {
        struct ArrowArrayStream stream = operations();
        struct ArrowArrayStream facts = are_exemptions ? many_facts(100000, "category", "full-time-student")
                                                       : many_facts(100000, "regime", "entrepreneur");
        UstapResult *result = (UstapResult *)&checks;
        struct ArrowArrayStream *exemptions = are_exemptions ? &facts : NULL, *contractors = are_exemptions ? NULL : &facts;
        CHECK(ustap_calculate(law, &stream, exemptions, contractors, &options, &result, error, sizeof error) ==
              USTAP_STATUS_MEMORY);
        CHECK(result == NULL && stream.release == NULL && facts.release == NULL && error[0] != '\0');
    }
}

/* The largest income is 999 999 999 999.99; of 92 234 of them the sum is above 92 233 720 368 547 758.07, the largest. */
static void a_sum_that_does_not_fit_is_an_error(void) {
    enum { FIT = 92233 };
    const int64_t largest = 99999999999999;
    struct ArrowArrayStream stream = many_operations(FIT, largest);
    UstapResult *result = NULL;
    CHECK(calculate(&stream, NULL, &result) == USTAP_STATUS_OK);
    char *sums = text_of(result, USTAP_TABLE_REGISTER);
    CHECK(strstr(sums, ",92232999999999077.67,") != NULL);
    free(sums);
    ustap_result_free(result);
    stream = many_operations(FIT + 1, largest);
    CHECK(calculate(&stream, NULL, &result) == USTAP_STATUS_OVERFLOW);
    CHECK(result == NULL && stream.release == NULL && strstr(error, "92233720368547758.07") != NULL);
    CHECK(strstr(error, "900101300017") == NULL);

    UstapMonth *month = open_month();
    UstapAmounts before, after;
    int added = 0;
    while (added < FIT && ustap_month_add(month, "2026-08-05", largest, NULL, error, sizeof error) == USTAP_STATUS_OK) {
        added++;
    }
    CHECK(added == FIT);
    CHECK(ustap_month_amounts(month, &before, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_month_add(month, "2026-08-05", largest, NULL, error, sizeof error) == USTAP_STATUS_OVERFLOW);
    CHECK(error[0] != '\0');
    CHECK(ustap_month_amounts(month, &after, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(memcmp(&before, &after, sizeof before) == 0);
    ustap_month_free(month);
}

static void results_outlive_the_law_and_streams_outlive_results(void) {
    UstapLaw *own = NULL;
    UstapResult *result = NULL;
    UstapMonth *month = NULL;
    UstapAmounts amounts;
    struct ArrowArrayStream stream = operations(), table;
    CHECK(ustap_law_open(NULL, &own, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_calculate(own, &stream, NULL, NULL, NULL, &result, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_month_open(own, "2026-08", NULL, &month, error, sizeof error) == USTAP_STATUS_OK);
    ustap_law_free(own);
    CHECK(ustap_month_add(month, "2026-08-05", 10000000, NULL, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(ustap_month_amounts(month, &amounts, error, sizeof error) == USTAP_STATUS_OK);
    CHECK(amounts.withheld == 400000);
    ustap_month_free(month);
    CHECK(ustap_result_table(result, USTAP_TABLE_REGISTER, &table) == USTAP_STATUS_OK);
    ustap_result_free(result);
    FILE *nowhere = fopen("/dev/null", "w");
    CHECK(rows_print(&table, nowhere) == 1);
    fclose(nowhere);
}

enum { MONTHS = 200, THREADS = 4 };

/* Each month has an income of its own: n × 1 000 tenge, of which four times one per cent are withheld up to 595 000. */
static void *two_hundred_months(void *first) {
    for (int64_t i = 1; i <= MONTHS; i++) {
        int64_t thousands = *(int64_t *)first + i;
        char own[512];
        UstapMonth *month = NULL;
        UstapAmounts amounts = {0};
        UstapStatus status = ustap_month_open(law, "2026-08", NULL, &month, own, sizeof own);
        if (status == USTAP_STATUS_OK) {
            status = ustap_month_add(month, "2026-08-05", thousands * 100000, NULL, own, sizeof own);
        }
        if (status == USTAP_STATUS_OK) {
            status = ustap_month_amounts(month, &amounts, own, sizeof own);
        }
        int64_t social = thousands < 595 ? thousands : 595;
        if (status != USTAP_STATUS_OK || amounts.withheld != 3 * thousands * 1000 + social * 1000) {
            return first;
        }
        /* An error of one thread is nobody else's. */
        if (ustap_month_add(month, "2026-08-32", 1, NULL, own, sizeof own) != USTAP_STATUS_DAY || own[0] == '\0') {
            return first;
        }
        ustap_month_free(month);
    }
    return NULL;
}

static void threads_share_a_law(void) {
    pthread_t threads[THREADS];
    int64_t firsts[THREADS];
    for (int i = 0; i < THREADS; i++) {
        firsts[i] = i * MONTHS;
        CHECK(pthread_create(&threads[i], NULL, two_hundred_months, &firsts[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) {
        void *failed = NULL;
        CHECK(pthread_join(threads[i], &failed) == 0);
        CHECK(failed == NULL);
    }
}

int main(void) {
    CHECK(ustap_abi_version() == USTAP_ABI_VERSION);
    CHECK(ustap_law_open(NULL, &law, error, sizeof error) == USTAP_STATUS_OK);
    amounts_are_those_worked_out_by_hand();
    each_failure_has_its_status_and_counts_nothing();
    what_breaks_the_contract_is_told();
    a_message_that_is_too_long_is_cut();
    operations_become_tables();
    rows_that_cannot_be_taken_are_rejects();
    options_are_followed_and_checked();
    streams_are_released_whatever_comes_of_the_call();
    a_stream_that_fails_is_an_error();
    of_a_batch_without_rows_no_buffer_is_read();
    whole_numbers_of_income_are_tiyn_or_refused();
    what_does_not_fit_is_spilled_or_an_error();
    facts_that_do_not_fit_the_memory_are_an_error();
    a_sum_that_does_not_fit_is_an_error();
    results_outlive_the_law_and_streams_outlive_results();
    threads_share_a_law();
    ustap_law_free(law);
    printf("%d checks hold\n", checks);
    return 0;
}
