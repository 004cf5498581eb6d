/* One person's month, and a table of operations to registers.
 *
 *     cc -o august august.c rows.c $(pkg-config --cflags --libs ustap)
 */
#include "rows.h"

static int failed(const char *what, UstapStatus status, const char *error) {
    fprintf(stderr, "error: %s: %s (status %d)\n", what, error, (int)status);
    return 1;
}

/* Two incomes of August, and what is withheld of them. */
static int month(const UstapLaw *law) {
    char error[512];
    UstapMonth *august = NULL;
    UstapAmounts amounts;
    UstapStatus status = ustap_month_open(law, "2026-08", NULL, &august, error, sizeof error);
    if (status == USTAP_STATUS_OK) {
        status = ustap_month_add(august, "2026-08-05", 30000000, "full-time-student", error, sizeof error);
    }
    if (status == USTAP_STATUS_OK) {
        status = ustap_month_add_text(august, "2026-08-20", "412345.67", NULL, error, sizeof error);
    }
    if (status == USTAP_STATUS_OK) {
        status = ustap_month_amounts(august, &amounts, error, sizeof error);
    }
    ustap_month_free(august);
    if (status != USTAP_STATUS_OK) {
        return failed("the month", status, error);
    }
    printf("ipn %lld, opv %lld, opvr %lld, so %lld, vosms %lld tiyn; withheld %lld\n", (long long)amounts.ipn,
           (long long)amounts.opv, (long long)amounts.opvr, (long long)amounts.so, (long long)amounts.vosms,
           (long long)amounts.withheld);
    return 0;
}

static int print(const UstapResult *result, UstapTable table, const char *name) {
    struct ArrowArrayStream stream;
    printf("\n%s\n", name);
    UstapStatus status = ustap_result_table(result, table, &stream);
    if (status != USTAP_STATUS_OK) {
        return failed(name, status, "there is no such table");
    }
    return rows_print(&stream, stdout) < 0;
}

static int table(const UstapLaw *law) {
    const char *const ids[] = {"op-1", "op-2", "op-3", "op-4", "op-4"};
    const char *const persons[] = {"750101900101", "871120900221", "871120900221", "900101300018", "900101300017"};
    const char *const days[] = {"2026-08-17", "2026-08-03", "2026-08-31T18:59:59Z", "2026-08-05", "2026-08-05"};
    const int64_t incomes[] = {61234567, 120000000, 20000000, 100, 200};
    const struct Column operations[] = {
        {"operation_id", ids, NULL}, {"iin", persons, NULL}, {"settled_on", days, NULL}, {"income_tiyn", NULL, incomes}};
    const char *const exempt[] = {"871120900221"};
    const char *const categories[] = {"pension-age"};
    const struct Column exemptions[] = {{"iin", exempt, NULL}, {"category", categories, NULL}};

    struct ArrowArrayStream of_operations, of_exemptions;
    if (rows_produce(&of_operations, operations, 4, 5) != 0) {
        return 1;
    }
    if (rows_produce(&of_exemptions, exemptions, 2, 1) != 0) {
        of_operations.release(&of_operations);
        return 1;
    }
    char error[512];
    UstapResult *result = NULL;
    UstapOptions options = {.size = sizeof options, .period = "2026-08", .lines = 1};
    /* The streams are the library's from here on, whatever comes of it. */
    UstapStatus status =
        ustap_calculate(law, &of_operations, &of_exemptions, NULL, &options, &result, error, sizeof error);
    if (status != USTAP_STATUS_OK) {
        return failed("the table", status, error);
    }
    UstapCounts counts;
    int is_bad = ustap_result_counts(result, &counts) != USTAP_STATUS_OK;
    printf("\n%llu operations, %llu count\n", (unsigned long long)counts.read, (unsigned long long)counts.accepted);
    is_bad = is_bad || print(result, USTAP_TABLE_REGISTER, "register") || print(result, USTAP_TABLE_LIMITS, "limits") ||
             print(result, USTAP_TABLE_PAYMENTS, "payments") || print(result, USTAP_TABLE_LINES, "lines") ||
             print(result, USTAP_TABLE_REJECTS, "rejects");
    ustap_result_free(result);
    return is_bad;
}

int main(void) {
    if (ustap_abi_version() != USTAP_ABI_VERSION) {
        fprintf(stderr, "error: the library and the header are of different versions\n");
        return 1;
    }
    char error[512];
    UstapLaw *law = NULL;
    UstapStatus status = ustap_law_open(NULL, &law, error, sizeof error);
    if (status != USTAP_STATUS_OK) {
        return failed("the law", status, error);
    }
    int is_bad = month(law) || table(law);
    ustap_law_free(law);
    return is_bad;
}
