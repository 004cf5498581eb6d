# What the program says, in English. A key is the same in words/ru.ftl and words/kk.ftl, with the same values.
#
# A sentence begins and ends as it stands between others: an error in lower case without a full stop, a message in a
# file with both. Values: { $name }. Numbers of things choose their words.


### What is counted

rows = { $count } { $count ->
    [one] row
   *[other] rows
}


### The ground

at-line = line { $line }
defect-hint = this is a defect of the program: report it
no-such-code = `{ $code }` is no { $what }
no-such-code-hint = there are { $codes }
what-basis = basis
what-break-kind = kind of break
what-encoding = encoding
what-file-kind = kind of file
what-limit-reading = reading of the limit
what-payment = payment
what-reject = code of a reject
what-status = status
system-directory = it is a directory
system-no-permission = there is no permission
system-no-space = there is no space left
system-not-found = there is no such file or directory
what-language = language


### Payments

payment-ipn = ИПН
payment-opv = ОПВ
payment-opvr = ОПВР
payment-so = СО
payment-vosms = ВОСМС


### The command line

error = error
hint = hint
warning = warning
lang-unknown = USTAP_LANG is `{ $code }`
lang-unknown-hint = the languages are en, ru and kk
standard-output-unwritable = standard output cannot be written
written-all-the-same = { $error }; { $dir } is written all the same


### Values: money, days, persons, rates

money-no-amount = `{ $text }` is not an amount in tenge with at most two decimals
money-beyond = `{ $text }` is outside the range of { $most } tenge on either side of zero
money-too-fine = { $value } tenge is finer than a tiyn
money-too-large = { $value } tenge is out of range
money-no-sum = `{ $text }` is not a sum in tenge with two decimals
day-beyond = { $day } is outside the years 0001 to 9999
day-none = `{ $text }` is not a day of the form YYYY-MM-DD or DD.MM.YYYY
month-none = `{ $text }` is not a month of the form YYYY-MM
iin-all-zeros = the ИИН or БИН `{ $text }` is all zeros
iin-digits = the ИИН or БИН `{ $text }` is not 12 digits
iin-check-digit-wrong = the ИИН or БИН `{ $text }` has a wrong check digit
rate-none = `{ $text }` is not a rate between 0 and 1 with at most nine decimals
rate-rounding-unit = a rounding unit of { $unit } tenge
money-beyond-decimal = { $sum } tenge has more digits than a decimal


### Rows that do not count

reject-malformed-row = The row has another number of fields than the header, a quote out of place, or a field that is not text in the encoding of the file.
reject-operation-id = The operation id is missing or longer than 64 bytes.
reject-iin = The IIN is not 12 digits or is all zeros.
reject-iin-check-digit = The check digit of the IIN is wrong.
reject-date = The value is not a day of the form YYYY-MM-DD or DD.MM.YYYY with or without a time.
reject-corrects-later = The corrected day is after the day of settlement.
reject-income = The value is not an amount in tenge with at most two decimals.
reject-income-range = The amount is outside the range of 999999999999.99 tenge on either side of zero.
reject-no-rates = No rates are in force on the effective day.
reject-outside-period = The effective day is not in the period asked for.
reject-closed-month = The effective day is in a month that is closed.
reject-no-regime = The contractor is listed with regimes and none of them is in force on the effective day.
reject-conflicting-duplicate = Rows with this operation id differ and none of them is counted.
reject-duplicate = An equal row with this operation id stands earlier and this one is not counted.
reject-category = The category of exemption is unknown.
reject-regime = The regime is unknown.
reject-interval = The first day is after the last day.
reject-overlap = Two different regimes of this contractor cover the same day and neither row is used.
row-fields = The row has { $row } { $row ->
    [one] field
   *[other] fields
} and the header { $header }.
row-quote = A quote in field { $field } is out of place.
row-text = Field { $field } is not text in { $encoding }.
row-no-id = The operation id is missing.
row-long-id = The operation id has { $bytes } bytes and may have 64.
row-no-iin = The ИИН is missing.
row-iin-digits = The ИИН has { $digits } { $digits ->
    [one] digit
   *[other] digits
} and needs 12.
row-iin-character = { $character } stands in the ИИН where only 12 digits may.
row-iin-all-zeros = The ИИН is all zeros, which is nobody's.
row-iin-zeros = { $missing ->
    [one] A zero in front makes it a valid ИИН.
   *[other] { $missing } zeros in front make it a valid ИИН.
}
row-iin-shortened = A spreadsheet has shortened the ИИН: it is 12 digits, in a column that is formatted as text.
row-check-digit = The check digit does not fit the other eleven digits of the ИИН: one of the 12 is wrong, or two are swapped.
row-no-day = The day is missing.
row-empty-date = 0001-01-01 is an empty date, and a day is needed.
row-no-such-day = The calendar has no such day.
row-day-number = Digits alone are no day: it has the form YYYY-MM-DD or DD.MM.YYYY, in a spreadsheet the format of a date.
row-day-form = A day has the form YYYY-MM-DD or DD.MM.YYYY, with or without a time.
row-time = What follows the day is no time: H:MM or H:MM:SS up to 23:59:59, then nothing, Z or an offset from UTC up to 23:59.
row-offset = This is a day of the calendar: its time may have no Z and no offset from UTC.
row-day-beyond = In Kazakhstan the day is outside the years 0001 to 9999.
row-corrects-later = The corrected day { $corrected } is after the day of settlement { $settled }.
row-no-amount = The amount is missing.
row-amount-digits = The amount has no digits.
row-amount-plus = A plus stands before the amount; one above zero has no sign.
row-amount-parentheses = The amount is in parentheses; one below zero has a minus before it.
row-amount-minus = A minus stands elsewhere than before the amount.
row-amount-dash = { $dash } stands where the minus of the keyboard, U+002D, is needed.
row-amount-shortened = The amount is a number with an exponent; all its digits are needed, to the tiyn.
row-amount-character = { $character } stands in the amount where only digits with at most two decimals may.
row-amount-points = More than one dot or comma stands in the amount: one stands before the decimals, and blanks divide thousands.
row-amount-blank-before-decimals = { $blank } stands before the decimals.
row-amount-blank-in-decimals = { $blank } stands among the decimals.
row-amount-groups = { $blank } divides the digits but not into groups of three.
row-amount-blank-outside = { $blank } stands before or behind the digits: blanks only divide thousands.
row-amount-no-decimals = No decimals follow the dot or comma at the end.
row-amount-too-fine = The amount is finer than a tiyn: only zeros may follow its second decimal.
row-amount-decimals = The amount has { $count } decimals and may have six.
row-no-rates = No rates are in force on the effective day { $day }.
row-outside-period = The effective day { $day } is not in { $period }.
row-outside-period-asked = The effective day { $day } is not in the period asked for.
row-closed-month = The effective day { $day } is in a month that is closed: what comes late for it is a correction, `ustap correct BEFORE AFTER --period { $month }`.
row-closed-month-last = The effective day { $day } is in a month that is closed ({ $last } and all before it): what comes late for it is a correction, `ustap correct BEFORE AFTER --period { $month }`.
row-no-regime = The contractor is listed with regimes and none of them is in force on { $day }.
row-conflict-with-earlier = Rows with this operation id differ and the earlier one counts: an earlier run has withheld by it.
row-duplicate-of-earlier = An earlier run has counted an equal row with this operation id and this one is not counted.
row-no-category = The category is missing: it is one of { $codes }.
row-category = The category is none of { $codes }.
row-regime = The regime is none of { $codes }.
row-interval = The first day { $from } is after the last day { $to }.
row-period = The value is not a month of the form YYYY-MM.
row-knp = No payment of the month goes under this payment purpose code.
row-below-zero = The sum is below zero, and ЦС КГД computes sums of zero or more.
row-not-distributed = The payment purpose code is that of ИПН or of a penalty, which the State Corporation does not distribute.
row-not-above-zero = The amount is not above zero.
row-status = The status is none of accepted, rejected, returned.
row-repeated = ЦС КГД has a row of this person and month already: { $file }:{ $line } counts. Of several files of ЦС КГД give the newest alone.
todo-malformed-row = Is a quote, a delimiter or a line end too many in it? Open the file there as text, or export it again; the encoding is chosen with --encoding.
todo-operation-id = Give each operation an id of 1 to 64 bytes: by it a row that comes twice is told.
todo-iin = Are zeros in front of the ИИН lost? Open the file as text, or add --restore-zeros.
todo-iin-as-text = Are zeros in front of the ИИН lost? Open the file as text, and save the column as text.
todo-iin-check-digit = Compare the ИИН with the contractor's document: it was mistyped.
todo-date = Write days as 2026-08-31 or 31.08.2026; in a spreadsheet give the column the format of a date.
todo-corrects-later = Are `corrects_on` and `settled_on` swapped? What is corrected was received on the day of settlement or before it.
todo-income = Write amounts as 12345.67 or 12 345,67: no currency, no commas between thousands.
todo-income-range = Is another column taken for the amount? Look at the headings, and name the right one with --column.
todo-no-rates = `ustap rates show` tells from which day there are rates; those of a later year are added with --rates DIR.
todo-outside-period = Leave them to their own month, or leave out --period.
todo-closed-month = Run the whole month again with these rows, and compare the two runs with `ustap correct BEFORE AFTER --period MONTH`.
todo-no-regime = Add the contractor's regime on these days to the contractors file, or correct its days there.
todo-conflicting-duplicate = Find out which row of each id is right and leave only that one; different operations need different ids.
todo-duplicate = There is nothing to do where the row was exported twice; different operations need different ids.
todo-category = Write the category by its code, as the message in rejects.csv lists them.
todo-regime = Write the regime by its code, as the message in rejects.csv lists them.
todo-interval = Are the first day and the last one swapped?
todo-overlap = Let one regime of the contractor end on the day before the other begins.
todo-period = Write the month as 2026-08.
todo-knp = Compare the payment purpose code with `payments.csv` of the run; rows of other payments may be left out.
todo-status = Write what became of the row as accepted, rejected or returned; an empty status is accepted.
todo-repeated = Give only the newest file of ЦС КГД for each month.


### Reading

standard-input = standard input
column-option = --column: { $fault }
column-and-ignored = the heading `{ $heading }` is given to `{ $name }` and to --ignore-column
column-and-ignored-hint = leave one of the two options out
column-heading-taken = the heading `{ $heading }` is given to `{ $other }` and `{ $name }`
column-heading-taken-hint = a heading is one column's only
column-unknown = there is no column `{ $name }` in the { $table } file
columns-are = the columns are { $columns }
column-given-twice = the column `{ $name }` is given twice
column-given-twice-hint = a column has one header, the same in all files
column-number = column { $number }
quote-never-closes = a quote that opens here never closes
header-quote = a quote in the header is out of place
header-too-long = the header is longer than 1 MiB
header-empty = is empty: a header is needed
header-empty-hint = `ustap template DIR` writes files to start from
header-near-miss = `{ $heading }` is not read and `{ $missing }` is missing
header-near-miss-hint = if it is that column: --column { $column }="{ $heading }"; if it is none: --ignore-column "{ $heading }"
header-below-title = the header stands on line { $line }, below something else
header-below-title-hint = remove what stands above the header, such as a title
header-column-missing = the header has no column { $columns }
header-sep-hint = the first line names a delimiter for Excel: remove it, the delimiter is found without it
header-ignored-hint = --ignore-column passes it over: leave that option out
header-delimiter-hint = the delimiter is a comma, a semicolon or a tab
header-delimiter-or-name-hint = the delimiter is a comma, a semicolon or a tab; --column { $table }.NAME="HEADER" gives a column another name
header-not-text = the header is not text in { $encoding }
encoding-guessed-hint = the bytes look like { $encoding }: try { $option } { $encoding }
encoding-guessed-or-kazakh-hint = the bytes look like { $encoding }: try { $option } { $encoding }, or kz-1048 where there are Kazakh letters
header-too-wide = the header has more than 65535 columns
header-column-twice = the column `{ $name }` stands twice in the header
header-column-twice-hint = leave one of them out of the file, or say which with --column and the heading it has
line-ends-twice = line ends must be LF or CRLF, and the header ends with CR CR LF
line-ends-twice-hint = the file was converted to the line ends of Windows twice: export it again, or remove one CR of each line
line-ends-bare = line ends must be LF or CRLF, and the header has a bare CR
line-ends-bare-hint = CR alone ended lines on very old systems: save the file with the line ends of Windows or Unix
input-changed = changed while it was read
input-changed-hint = run again when nothing writes to it any more
record-too-long = a record that starts here is longer than 1 MiB
record-too-long-hint = a quote that opens a field and is never closed makes such a record
input-directory = is a directory, not a file
input-twice = is given twice: it has the same bytes as { $path }
input-twice-hint = leave one of them out
ignored-heading-unknown = --ignore-column: no input has the heading `{ $heading }`
heading-unknown-hint = leave the option out, or write it as the file does
mapped-heading-unknown = --column { $column }: no input has the heading `{ $heading }`
headings-none = there is no [{ $column }]
headings-table = a table is none
headings-column = a column is none
headings-entry = [{ $column }] has an unknown entry `{ $key }`
headings-text = a heading is no text
foreign-xls = is a workbook of the old form (.xls), or an encrypted one
foreign-gz = is an archive (.gz)
foreign-bz2 = is an archive (.bz2)
foreign-xz = is an archive (.xz)
foreign-zst = is an archive (.zst)
foreign-7z = is an archive (.7z)
foreign-rar = is an archive (.rar)
foreign-zip = is an archive (.zip)
foreign-pdf = is a document (.pdf)
foreign-rtf = is a document (.rtf)
foreign-database = is a database
foreign-page = is a page (HTML or XML), not rows
foreign-xlsx = is a workbook (.xlsx)
foreign-ods = is a workbook (.ods)
foreign-utf-16 = is text in UTF-16
foreign-utf-16-little = is text in UTF-16 (little-endian) without a byte order mark
foreign-utf-16-big = is text in UTF-16 (big-endian) without a byte order mark
foreign-save-csv-hint = open it and save the sheet with the rows as CSV in UTF-8
foreign-unpack-hint = unpack it and give the file that is in it
foreign-utf-8-hint = save it as CSV in UTF-8
foreign-document-hint = ask for the rows as CSV
foreign-database-hint = export the table as CSV


### The law


### Batches and memory

facts-too-many = more than 4294967295 changes of categories and regimes
earlier-no-state = is no state of an earlier run
earlier-no-state-hint = a run's directory is a record and is never edited: run again with --keep
cannot-be-read = cannot be read
memory-too-small = the batch does not fit into the memory that it may use
memory-too-small-hint = allow more memory, or turn on the feature `spill`, which writes temporary files
spill-failed = temporary file in { $dir }: { $cause } (after { $written } bytes were written)
spill-failed-hint = free some space there, or allow more memory with --memory
operation-without-regime = an operation without a regime was not rejected
person-month-error = person { $person }, month { $month }: { $error }
person-month-regime-changes = the regime of those not listed changes inside { $period }
person-month-regime-changes-hint = name the regime: PersonMonth::under
person-month-out-of-scope = under the regime { $regime } nothing is computed here in { $period }
person-month-other-day = { $day } is not in { $period }
person-month-not-in-force = the regime { $regime } is not in force on { $day }
person-month-income-beyond = { $income } tenge is beyond 999999999999.99
person-month-no-state = is no state of a person's month
person-month-no-state-hint = give the text that PersonMonth::state gave, whole
person-month-state-version = the state has version { $version }, and this program reads { $known }
person-month-no-regime = this law has no regime { $regime }
incomes-too-large = the sum of the incomes exceeds 92233720368547758.07 tenge


### Outputs and directories


### Runs and receipts


### Settlement


### Commands


### Summaries


### Help


### Explanations and rates


### Calendar and penalty
