/* libustap: what is withheld from contractors of internet platforms in Kazakhstan under Order No. 392.
 *
 * Made by cbindgen from bindings/c/src: change it there, and `bindings/c/header` writes this file.
 *
 * Money is a whole number of tiyn (int64) or text in tenge, never a float. Texts are UTF-8 and end with a zero. No call
 * keeps a pointer of the caller's.
 *
 * `error` has room for `error_bytes` bytes, or is null. What went wrong is put there, cut between letters where it is
 * longer, and an empty text where nothing did: no call remembers an error, so that any thread may make the next one. 512
 * bytes hold nearly every message. */

#ifndef USTAP_H
#define USTAP_H

#include <stddef.h>
#include <stdint.h>

/* The C data and stream interfaces of Arrow, as its specification has them: a program that includes them from elsewhere
 * has them once. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */


/**
 * The version of the interface that this header describes.
 */
#define USTAP_ABI_VERSION 1

/**
 * What a call came to. New values may be added at the end.
 */
typedef enum {
    /**
     * It is done.
     */
    USTAP_STATUS_OK = 0,
    /**
     * A text is no amount in tenge, or an amount is finer than a tiyn or out of range.
     */
    USTAP_STATUS_MONEY = 1,
    /**
     * A text is no day or no month.
     */
    USTAP_STATUS_DAY = 2,
    /**
     * A text is no ИИН.
     */
    USTAP_STATUS_IIN = 3,
    /**
     * The tables of rates do not load.
     */
    USTAP_STATUS_RATES = 4,
    /**
     * No rates are in force on the day.
     */
    USTAP_STATUS_NO_RATES = 5,
    /**
     * A sum does not fit.
     */
    USTAP_STATUS_OVERFLOW = 6,
    /**
     * An operation cannot be taken: another month, an unknown regime or category.
     */
    USTAP_STATUS_OPERATION = 7,
    /**
     * A table cannot be read as what it should be.
     */
    USTAP_STATUS_INPUT = 8,
    /**
     * Exemptions and contractors need more memory than was allowed.
     */
    USTAP_STATUS_MEMORY = 9,
    /**
     * There is no room to spill.
     */
    USTAP_STATUS_SPACE = 10,
    /**
     * The library contradicts itself: something to report.
     */
    USTAP_STATUS_DEFECT = 11,
    /**
     * The call breaks its contract: null, no UTF-8, an empty path, a struct of another size, a number that stands for
     * nothing.
     */
    USTAP_STATUS_USAGE = 12,
} UstapStatus;

/**
 * How income above the monthly limit is read: `UstapOptions.over_limit`.
 */
typedef enum {
    /**
     * Bases stop at their caps, and the operator goes on withholding.
     */
    USTAP_OVER_LIMIT_CAP = 0,
    /**
     * From the operation that crosses the limit on, nothing of that month is withheld.
     */
    USTAP_OVER_LIMIT_STOP = 1,
} UstapOverLimit;

/**
 * The tables of a result, with the columns of the files of the same names but for the rejects. No column has nulls but
 * those that are named here.
 */
typedef enum {
    /**
     * One row for each person, month and regime.
     */
    USTAP_TABLE_REGISTER = 0,
    /**
     * Months near the limit or over it; `crossed_on` and `crossed_by` may be null.
     */
    USTAP_TABLE_LIMITS = 1,
    /**
     * What is to be transferred; `recipient` and `due_on` may be null.
     */
    USTAP_TABLE_PAYMENTS = 2,
    /**
     * Rows that do not count: `input`, `row` from 0, `operation_id`, `code`, `field`, `value`, `message`; `operation_id` is
     * null in rows of exemptions and contractors.
     */
    USTAP_TABLE_REJECTS = 3,
    /**
     * One row for each operation that counts, where `UstapOptions.lines` was 1.
     */
    USTAP_TABLE_LINES = 4,
} UstapTable;

/**
 * What is in force: tables of rates. Any number of threads may use one; what was made with it outlives it.
 */
typedef struct UstapLaw UstapLaw;

/**
 * One person's month: incomes in, the five amounts out. One thread at a time.
 */
typedef struct UstapMonth UstapMonth;

/**
 * What a calculation came to: tables. Any number of threads may use one.
 */
typedef struct UstapResult UstapResult;

/**
 * How a calculation is done. All zeros but `size` is the default of everything.
 */
typedef struct {
    /**
     * `sizeof(UstapOptions)`: another one is refused.
     */
    size_t size;
    /**
     * The only month that counts (`2026-08`); null: all do.
     */
    const char *period;
    /**
     * Exemptions that became known after this day are not used; null: all are. Where no exemption says when
     * it did (`known_on`), all are used as well, and no call tells so.
     */
    const char *known_on;
    /**
     * Where temporary files are made for what does not fit into `memory`; null: where the system has them. An empty path
     * is refused.
     */
    const char *spill_dir;
    /**
     * Bytes that may be held beside fixed buffers and the result; 0: as many as there are.
     */
    uint64_t memory;
    /**
     * Threads; 0: one for each processor. Their number changes no result.
     */
    uint32_t threads;
    /**
     * A value of `UstapOverLimit`.
     */
    int32_t over_limit;
    /**
     * 1: lines are wanted; 0: they are not.
     */
    int32_t lines;
    /**
     * 1: the text of an ИИН that has lost its leading zeros gets them back; 0: it is rejected. Integers always do.
     */
    int32_t restore_zeros;
} UstapOptions;

/**
 * How many rows there were.
 */
typedef struct {
    /**
     * Operations read: a stream that was read before is empty, and 0 is worth a look.
     */
    uint64_t read;
    /**
     * Operations that count.
     */
    uint64_t accepted;
    /**
     * Exemptions read.
     */
    uint64_t exemptions;
    /**
     * Contractors read.
     */
    uint64_t contractors;
} UstapCounts;

/**
 * What is withheld for a month so far, in tiyn.
 */
typedef struct {
    /**
     * Income tax (ИПН).
     */
    int64_t ipn;
    /**
     * The pension contribution (ОПВ).
     */
    int64_t opv;
    /**
     * The employer's pension contribution (ОПВР).
     */
    int64_t opvr;
    /**
     * The social contribution (СО).
     */
    int64_t so;
    /**
     * The contribution for health insurance (ВОСМС).
     */
    int64_t vosms;
    /**
     * The sum of the five.
     */
    int64_t withheld;
} UstapAmounts;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of this interface. A program that was built with a header of another one does not fit.
 */
uint32_t ustap_abi_version(void);

/**
 * Calculates operations, with exemptions and contractors where they are not null. Columns are those of the files; money is
 * decimal128, text, or int64 of whole tiyn in a column named `income_tiyn`. `options` null: the defaults.
 *
 * Every stream is taken over and released, whatever comes of the call; none is read after it. Its functions are called one
 * at a time, from any thread of the library; with `threads` 1 from the caller's alone. A row that cannot be taken is no
 * failure: it is in the table of rejects. Where the call fails there is no result.
 *
 * # Safety
 * `law` is open; streams are null or those of the C stream interface; texts are null or end with a zero; `options` is null
 * or has as many bytes as its `size` says; `out` has room for a pointer, which is null where the call fails.
 */
UstapStatus ustap_calculate(const UstapLaw *law,
                            struct ArrowArrayStream *operations,
                            struct ArrowArrayStream *exemptions,
                            struct ArrowArrayStream *contractors,
                            const UstapOptions *options,
                            UstapResult **out,
                            char *error,
                            size_t error_bytes);

/**
 * A table of a result (a value of `UstapTable`) as a stream of the C stream interface, as often as it is asked for. The
 * stream is the caller's, who releases it; it outlives the result.
 *
 * # Safety
 * `result` is not freed; `out` has room for a stream, which is a released one where the call fails.
 */
UstapStatus ustap_result_table(const UstapResult *result,
                               int32_t table,
                               struct ArrowArrayStream *out);

/**
 * How many rows there were.
 *
 * # Safety
 * `result` is not freed; `out` has room for the counts, which stay as they are where the call fails.
 */
UstapStatus ustap_result_counts(const UstapResult *result, UstapCounts *out);

/**
 * Frees a result. Null is allowed; streams of its tables stay.
 *
 * # Safety
 * `result` is null or came from `ustap_calculate`, and was not freed.
 */
void ustap_result_free(UstapResult *result);

/**
 * Opens the law: the tables of the directory `rates_dir`, or those that are built in where it is null. An empty path
 * is refused.
 *
 * # Safety
 * Texts are null or end with a zero; `out` has room for a pointer, which is null where the call fails.
 */
UstapStatus ustap_law_open(const char *rates_dir,
                           UstapLaw **out,
                           char *error,
                           size_t error_bytes);

/**
 * Frees a law. Null is allowed.
 *
 * # Safety
 * `law` is null or was opened and not freed.
 */
void ustap_law_free(UstapLaw *law);

/**
 * Begins a month (`2026-08`) under the regime with this code, or under that of those who are not listed where it is null.
 *
 * # Safety
 * `law` is open; texts are null or end with a zero; `out` has room for a pointer, which is null where the call fails.
 */
UstapStatus ustap_month_open(const UstapLaw *law,
                             const char *period,
                             const char *regime,
                             UstapMonth **out,
                             char *error,
                             size_t error_bytes);

/**
 * Counts income in tiyn, gross, received on this day (`2026-08-05`); a negative one is income given back. `categories` are
 * codes with `|` between them, or null. Where the call fails nothing is counted.
 *
 * # Safety
 * `month` is open and used by nobody else meanwhile; texts are null or end with a zero.
 */
UstapStatus ustap_month_add(UstapMonth *month,
                            const char *day,
                            int64_t income_tiyn,
                            const char *categories,
                            char *error,
                            size_t error_bytes);

/**
 * The same with the income as text in tenge (`1234.50` or `1234,5`): for callers whose numbers are floats.
 *
 * # Safety
 * As for `ustap_month_add`.
 */
UstapStatus ustap_month_add_text(UstapMonth *month,
                                 const char *day,
                                 const char *income,
                                 const char *categories,
                                 char *error,
                                 size_t error_bytes);

/**
 * What is withheld for the month so far.
 *
 * # Safety
 * `month` is open and not changed meanwhile; `out` has room for the amounts, which stay as they are where the call fails.
 */
UstapStatus ustap_month_amounts(const UstapMonth *month,
                                UstapAmounts *out,
                                char *error,
                                size_t error_bytes);

/**
 * Frees a month. Null is allowed.
 *
 * # Safety
 * `month` is null or was opened and not freed.
 */
void ustap_month_free(UstapMonth *month);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* USTAP_H */
