/* Arrow by hand: columns of a program's own as a stream, and a stream as lines of text. A program that has arrow-glib or
 * nanoarrow takes that. */
#ifndef ROWS_H
#define ROWS_H

#include <stdio.h>
#include <ustap.h>

/* A column: texts, or whole numbers. */
struct Column {
    const char *name;
    const char *const *texts; /* a null is a field that is empty */
    const int64_t *numbers;   /* where texts is null */
};

/* Makes a stream of one batch. Everything is copied, so that columns may go. 0, or -1 where there is no memory. */
int rows_produce(struct ArrowArrayStream *out, const struct Column *columns, int64_t n_columns, int64_t n_rows);

/* Writes a stream as lines with commas between fields, a header first, and releases it. Gives the rows, or -1 where the
 * stream fails; what it says of that is written to standard error. */
int64_t rows_print(struct ArrowArrayStream *stream, FILE *out);

#endif
