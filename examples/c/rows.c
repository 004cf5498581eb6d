/* strdup, also where the compiler is told C11 and nothing else. */
#define _POSIX_C_SOURCE 200809L

#include "rows.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* -- From columns to a stream ----------------------------------------------------------------------------------------- */

/* What an array of one column owns. */
struct Values {
    const void *buffers[3]; /* which values are there; offsets, or numbers; letters */
};

/* What the stream owns until its batch is asked for. */
struct Table {
    int64_t n_columns;
    int64_t n_rows;
    char **names;
    bool *is_text;
    struct Values **values;
    bool is_given;
};

static void free_values(struct Values *values) {
    if (values != NULL) {
        for (int i = 0; i < 3; i++) {
            free((void *)values->buffers[i]);
        }
        free(values);
    }
}

static void release_column(struct ArrowArray *array) {
    free_values(array->private_data);
    free(array->buffers);
    array->release = NULL;
}

/* Of a batch each column may have been moved away: those are released by whoever has them. */
static void release_batch(struct ArrowArray *array) {
    for (int64_t i = 0; i < array->n_children; i++) {
        if (array->children[i]->release != NULL) {
            array->children[i]->release(array->children[i]);
        }
        free(array->children[i]);
    }
    free(array->children);
    free(array->buffers);
    array->release = NULL;
}

static void release_field(struct ArrowSchema *schema) {
    free((void *)schema->name);
    schema->release = NULL;
}

static void release_schema(struct ArrowSchema *schema) {
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i]->release != NULL) {
            schema->children[i]->release(schema->children[i]);
        }
        free(schema->children[i]);
    }
    free(schema->children);
    schema->release = NULL;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    struct Table *table = stream->private_data;
    memset(out, 0, sizeof *out);
    out->children = calloc((size_t)table->n_columns, sizeof *out->children);
    if (out->children == NULL) {
        return ENOMEM;
    }
    out->format = "+s";
    out->name = "";
    out->release = release_schema;
    for (int64_t i = 0; i < table->n_columns; i++) {
        struct ArrowSchema *field = calloc(1, sizeof *field);
        char *name = strdup(table->names[i]);
        if (field == NULL || name == NULL) {
            free(field);
            free(name);
            release_schema(out);
            return ENOMEM;
        }
        field->format = table->is_text[i] ? "u" : "l";
        field->name = name;
        field->flags = ARROW_FLAG_NULLABLE;
        field->release = release_field;
        out->children[i] = field;
        out->n_children = i + 1;
    }
    return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    struct Table *table = stream->private_data;
    memset(out, 0, sizeof *out);
    if (table->is_given) {
        return 0; /* without a `release` it is the end */
    }
    out->children = calloc((size_t)table->n_columns, sizeof *out->children);
    out->buffers = calloc(1, sizeof *out->buffers);
    out->release = release_batch;
    out->length = table->n_rows;
    out->n_buffers = 1;
    if (out->children == NULL || out->buffers == NULL) {
        release_batch(out);
        return ENOMEM;
    }
    for (int64_t i = 0; i < table->n_columns; i++) {
        struct ArrowArray *column = calloc(1, sizeof *column);
        const void **buffers = calloc(3, sizeof *buffers);
        if (column == NULL || buffers == NULL) {
            free(column);
            free(buffers);
            release_batch(out);
            return ENOMEM;
        }
        memcpy(buffers, table->values[i]->buffers, sizeof table->values[i]->buffers);
        column->length = table->n_rows;
        column->null_count = -1; /* whoever reads it may count */
        column->n_buffers = table->is_text[i] ? 3 : 2;
        column->buffers = buffers;
        column->private_data = table->values[i];
        column->release = release_column;
        table->values[i] = NULL;
        out->children[i] = column;
        out->n_children = i + 1;
    }
    table->is_given = true;
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
    (void)stream;
    return "there is no memory";
}

static void free_table(struct Table *table) {
    for (int64_t i = 0; i < table->n_columns; i++) {
        free(table->names == NULL ? NULL : table->names[i]);
        free_values(table->values == NULL ? NULL : table->values[i]);
    }
    free(table->names);
    free(table->is_text);
    free(table->values);
    free(table);
}

static void release_stream(struct ArrowArrayStream *stream) {
    free_table(stream->private_data);
    stream->release = NULL;
}

static struct Values *values_of(const struct Column *column, int64_t n_rows) {
    struct Values *values = calloc(1, sizeof *values);
    size_t n = (size_t)n_rows;
    if (values == NULL) {
        return NULL;
    }
    if (column->texts == NULL) {
        int64_t *numbers = malloc((n + 1) * sizeof *numbers);
        values->buffers[1] = numbers;
        if (numbers == NULL) {
            free_values(values);
            return NULL;
        }
        memcpy(numbers, column->numbers, n * sizeof *numbers);
        return values;
    }
    size_t bytes = 0;
    for (size_t i = 0; i < n; i++) {
        bytes += column->texts[i] == NULL ? 0 : strlen(column->texts[i]);
    }
    uint8_t *there = calloc(n / 8 + 1, 1);
    int32_t *offsets = calloc(n + 1, sizeof *offsets);
    char *letters = malloc(bytes + 1);
    values->buffers[0] = there;
    values->buffers[1] = offsets;
    values->buffers[2] = letters;
    if (there == NULL || offsets == NULL || letters == NULL || bytes > INT32_MAX) {
        free_values(values);
        return NULL;
    }
    for (size_t i = 0; i < n; i++) {
        size_t length = column->texts[i] == NULL ? 0 : strlen(column->texts[i]);
        if (column->texts[i] != NULL) {
            there[i / 8] |= (uint8_t)(1u << (i % 8));
            memcpy(letters + offsets[i], column->texts[i], length);
        }
        offsets[i + 1] = offsets[i] + (int32_t)length;
    }
    return values;
}

int rows_produce(struct ArrowArrayStream *out, const struct Column *columns, int64_t n_columns, int64_t n_rows) {
    memset(out, 0, sizeof *out);
    struct Table *table = calloc(1, sizeof *table);
    if (table == NULL) {
        return -1;
    }
    size_t n = (size_t)n_columns;
    table->n_columns = n_columns;
    table->n_rows = n_rows;
    table->names = calloc(n, sizeof *table->names);
    table->is_text = calloc(n, sizeof *table->is_text);
    table->values = calloc(n, sizeof *table->values);
    bool is_whole = table->names != NULL && table->is_text != NULL && table->values != NULL;
    for (size_t i = 0; is_whole && i < n; i++) {
        table->names[i] = strdup(columns[i].name);
        table->is_text[i] = columns[i].texts != NULL;
        table->values[i] = values_of(&columns[i], n_rows);
        is_whole = table->names[i] != NULL && table->values[i] != NULL;
    }
    if (!is_whole) {
        free_table(table);
        return -1;
    }
    out->get_schema = get_schema;
    out->get_next = get_next;
    out->get_last_error = get_last_error;
    out->release = release_stream;
    out->private_data = table;
    return 0;
}

/* -- From a stream to text -------------------------------------------------------------------------------------------- */

/* A decimal of 128 bits with two places: tenge, of which the smallest unit is a tiyn. */
static void print_money(const uint8_t *bytes, FILE *out) {
    __extension__ typedef __int128 Wide;
    Wide tiyn;
    memcpy(&tiyn, bytes, sizeof tiyn);
    bool is_negative = tiyn < 0;
    char digits[48];
    size_t at = sizeof digits;
    int written = 0;
    do {
        int digit = (int)(tiyn % 10);
        digits[--at] = (char)('0' + (digit < 0 ? -digit : digit));
        tiyn /= 10;
        if (++written == 2) {
            digits[--at] = '.';
        }
    } while (tiyn != 0 || written < 3);
    if (is_negative) {
        digits[--at] = '-';
    }
    fwrite(digits + at, 1, sizeof digits - at, out);
}

/* Days since 1970-01-01 in the calendar; the era is one of 400 years. */
static void print_day(int32_t days, FILE *out) {
    int64_t z = (int64_t)days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    int64_t day = of_year - (153 * shifted + 2) / 5 + 1;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    int64_t year = year_of_era + era * 400 + (month <= 2);
    fprintf(out, "%04" PRId64 "-%02" PRId64 "-%02" PRId64, year, month, day);
}

static void print_text(const char *text, size_t length, FILE *out) {
    bool is_quoted = false;
    for (size_t i = 0; i < length; i++) {
        is_quoted = is_quoted || strchr(",\"\r\n", text[i]) != NULL;
    }
    if (!is_quoted) {
        fwrite(text, 1, length, out);
        return;
    }
    fputc('"', out);
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"') {
            fputc('"', out);
        }
        fputc(text[i], out);
    }
    fputc('"', out);
}

static void print_cell(const struct ArrowSchema *field, const struct ArrowArray *column, int64_t row, FILE *out) {
    int64_t at = column->offset + row;
    const uint8_t *there = column->buffers[0];
    if (there != NULL && (there[at / 8] >> (at % 8) & 1) == 0) {
        return;
    }
    if (strcmp(field->format, "u") == 0) {
        const int32_t *offsets = column->buffers[1];
        const char *letters = column->buffers[2];
        print_text(letters + offsets[at], (size_t)(offsets[at + 1] - offsets[at]), out);
    } else if (strcmp(field->format, "l") == 0) {
        fprintf(out, "%" PRId64, ((const int64_t *)column->buffers[1])[at]);
    } else if (strcmp(field->format, "tdD") == 0) {
        print_day(((const int32_t *)column->buffers[1])[at], out);
    } else if (strncmp(field->format, "d:", 2) == 0) {
        print_money((const uint8_t *)column->buffers[1] + 16 * at, out);
    } else {
        fprintf(out, "(%s)", field->format);
    }
}

int64_t rows_print(struct ArrowArrayStream *stream, FILE *out) {
    struct ArrowSchema schema = {0};
    struct ArrowArray batch = {0};
    int64_t rows = 0;
    int status = stream->get_schema(stream, &schema);
    if (status == 0) {
        for (int64_t i = 0; i < schema.n_children; i++) {
            fprintf(out, "%s%s", i == 0 ? "" : ",", schema.children[i]->name);
        }
        fputc('\n', out);
    }
    while (status == 0 && (status = stream->get_next(stream, &batch)) == 0 && batch.release != NULL) {
        for (int64_t row = 0; row < batch.length; row++) {
            for (int64_t i = 0; i < schema.n_children; i++) {
                fputs(i == 0 ? "" : ",", out);
                print_cell(schema.children[i], batch.children[i], batch.offset + row, out);
            }
            fputc('\n', out);
        }
        rows += batch.length;
        batch.release(&batch);
    }
    if (status != 0) {
        const char *said = stream->get_last_error(stream);
        fprintf(stderr, "error: reading fails: %s\n", said == NULL ? strerror(status) : said);
    }
    if (schema.release != NULL) {
        schema.release(&schema);
    }
    stream->release(stream);
    return status == 0 ? rows : -1;
}
