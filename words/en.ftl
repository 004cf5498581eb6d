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
system-directory = it is a directory
system-no-directory = it is a file where a directory is needed
system-no-permission = there is no permission
system-no-space = there is no space left
system-not-found = there is no such file or directory
what-language = language
what-basis = basis
what-break-kind = kind of break
what-encoding = encoding
what-file-kind = kind of file
what-limit-reading = reading of the limit
what-payment = payment
what-reject = code of a reject
what-status = status


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
argument-without-value = a value is required for `{ $argument }`
argument-value = invalid value `{ $value }` for `{ $argument }`
argument-value-because = invalid value `{ $value }` for `{ $argument }`: { $cause }
argument-unknown = there is no argument `{ $argument }`
argument-extra = `{ $argument }` is a word too many; a name with blanks in it stands in quotes
argument-command-unknown = there is no command `{ $command }`
argument-without-equals = `{ $argument }` needs `=` before its value
argument-value-too-many = one value too many for `{ $argument }`: `{ $value }`
argument-value-number = `{ $argument }` cannot have { $count } values
argument-twice = `{ $argument }` can be given only once
argument-conflict = `{ $argument }` cannot be used with { $others }
argument-missing = missing: { $arguments }
argument-no-command = no command is given
argument-not-text = an argument is not text in UTF-8
argument-values-hint = the values are { $values }
argument-similar-hint = a similar one exists: `{ $similar }`; `{ $command } --help` lists all
argument-command-hint = `{ $command } --help` lists the commands
argument-hint = `{ $command } --help` says what is expected
argument-directory-hint = a directory stands behind an option: `{ $option } { $dir }`
argument-dash-hint = `{ $argument }` begins with a dash, as programs for texts put it in; an option begins with two hyphens: `{ $option }`
argument-value-dash-hint = { $dash } stands in place of a hyphen and looks like one, as programs for texts put it in: `{ $meant }` has the hyphens of the keyboard
argument-payment = there is no such payment
argument-payment-hint = there are { $codes }
argument-year = a year is written as 2027
argument-threads = the number of threads is 1 to 65535
argument-column = is not of the form NAME=HEADER or FILE.NAME=HEADER
argument-kgd-column = is not of the form NAME=HEADER
argument-column-file = there is no FILE `{ $file }`
argument-column-file-hint = there are { $files }
column-of-no-file = --column { $file }.{ $column }: no { $file } file is given
column-of-no-file-hint = give the file too, or leave the option out
column-of-other-file = --column { $file }.{ $column }: this command reads no { $file } file
column-of-other-file-hint = it reads { $files }
memory-size = is not a size such as 512MiB or 2GiB
memory-size-large = is more than this machine can address
memory-size-small = is less than 16MiB
standard-input-twice = standard input (`-`) can be given only once


### Values: money, days, persons, rates

money-no-amount = `{ $text }` is not an amount in tenge with at most two decimals
money-beyond = `{ $text }` is outside the range of { $most } tenge on either side of zero
money-too-fine = { $value } tenge is finer than a tiyn
money-too-large = { $value } tenge is out of range
money-no-sum = `{ $text }` is not a sum in tenge with two decimals
day-beyond = { $day } is outside the years 0001 to 9999
day-of-no-calendar = the calendar has no day `{ $text }`
day-none = `{ $text }` is not a day of the form YYYY-MM-DD or DD.MM.YYYY
iin-all-zeros = the ИИН or БИН `{ $text }` is all zeros
iin-check-digit-wrong = the ИИН or БИН `{ $text }` has a wrong check digit
iin-digits = the ИИН or БИН `{ $text }` is not 12 digits
month-of-no-calendar = the calendar has no month `{ $text }`
month-none = `{ $text }` is not a month of the form YYYY-MM
rate-none = `{ $text }` is not a rate between 0 and 1 with at most nine decimals
rate-rounding-unit = a rounding unit of { $unit } tenge
money-beyond-decimal = { $sum } tenge has more digits than a decimal


### Rows that do not count

reject-malformed-row = The row has another number of fields than the header, a quote out of place, a field that is not text in the encoding of the file, or a cell with an error or a formula whose value was not saved.
reject-operation-id = The operation id is missing or longer than 64 bytes.
reject-iin = The ИИН is not 12 digits or is all zeros.
reject-iin-check-digit = The check digit of the ИИН is wrong.
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
row-cell-formula = The cell in column { $column } is a formula whose value is not stored: open the file in Excel, let it compute, and save it.
row-header-again = The header stands here again: files were put behind each other; give each by itself, for the columns of the second may stand in another order.
row-cell-error = The cell in column { $column } is an error of the spreadsheet, such as #N/A, and no value.
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
row-day-number = Digits alone are no day: it has the form YYYY-MM-DD or DD.MM.YYYY, in a spreadsheet the format of a date from 1900-03-01 on.
row-day-character = { $character } stands in the day: it has the form YYYY-MM-DD or DD.MM.YYYY, with or without a time.
row-day-form = A day has the form YYYY-MM-DD or DD.MM.YYYY, with or without a time.
row-time = What follows the day is no time: H:MM or H:MM:SS up to 23:59:59, then nothing, Z or an offset from UTC up to 23:59.
row-offset = This is a day of the calendar: its time may have no Z and no offset from UTC.
row-day-beyond = The day, of an instant that in Kazakhstan, is outside the years 0001 to 9999.
row-corrects-later = The corrected day { $corrected } is after the day of settlement { $settled }.
row-no-amount = The amount is missing.
row-amount-digits = The amount has no digits.
row-amount-plus = A plus stands before the amount; one above zero has no sign.
row-amount-parentheses = The amount is in parentheses; one below zero has a minus before it.
row-amount-minus = A minus stands elsewhere than before the amount.
row-amount-dash = { $dash } stands where the minus of the keyboard, U+002D, is needed.
row-amount-shortened = The amount is a number with an exponent; all its digits are needed, to the tiyn.
row-amount-day = A day stands where an amount is needed.
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
row-category-character = { $character } stands in the category: it is one of { $codes }.
row-regime-character = { $character } stands in the regime: it is one of { $codes }.
row-interval = The first day { $from } is after the last day { $to }.
row-period = The value is not a month of the form YYYY-MM.
row-period-of-mt102 = The value is not a month of the form MMYYYY, as 082026 is August 2026.
row-knp = No payment of the month goes under this payment purpose code.
row-return-below-zero = The sum of a row that came back is below zero: write how much came back, without the minus.
row-no-sum = The sum is missing: write 0 where nothing is computed.
row-below-zero = The sum is below zero, and ЦС КГД computes sums of zero or more.
row-not-distributed = The payment purpose code is that of ИПН or of a penalty, which the State Corporation does not distribute.
row-not-above-zero = The amount is not above zero.
row-knp-zeros = With zeros in front this is { $knp }, the payment purpose code of a payment of the month: they are lost.
row-knp-of-penalty = This is the payment purpose code of a penalty: answers are compared with the register, which has none.
row-status = The status is none of accepted, rejected, returned.
row-repeated = ЦС КГД has a row of this person and month already: { $file }:{ $line } counts. Of several files of ЦС КГД give the newest alone.
todo-malformed-row = Is a quote, a delimiter or a line end too many in it? Open the file there as text, or export it again; the encoding is chosen with --encoding. In a workbook, is a cell of it an error, as `#N/A` is, or a formula whose value was not saved (open the file in Excel and save it)?
todo-malformed-contractor = Is a quote, a delimiter or a line end too many in it? Open the file there as text, or export it again; the encoding is chosen with --contractors-encoding. In a workbook, is a cell of it an error, as `#N/A` is, or a formula whose value was not saved (open the file in Excel and save it)?
todo-operation-id = Give each operation an id of 1 to 64 bytes: by it a row that comes twice is told. A row of totals does not belong here: leave it out.
todo-iin = Are zeros in front of the ИИН lost? Open the file as text, or add --restore-zeros. A row of totals does not belong here: leave it out. Where a header stands again, give the parts as files of their own.
todo-iin-restored = Compare the ИИН with the contractor's document: zeros in front of it do not make it one. A row of totals does not belong here: leave it out. Where a header stands again, give the parts as files of their own.
todo-iin-check-digit = Compare the ИИН with the contractor's document: it was mistyped.
todo-date = Write days as 2026-08-31 or 31.08.2026; in a spreadsheet give the column the format of a date.
todo-corrects-later = Are `corrects_on` and `settled_on` swapped? What is corrected was received on the day of settlement or before it.
todo-income = Write amounts as 12345.67 or 12 345,67: no currency, no commas between thousands.
todo-income-range = Is another column taken for the amount? Look at the headings, and name the right one with --column.
todo-no-rates = `ustap rates show` tells from which day there are rates; those of a later year are added with --rates DIR.
todo-outside-period = Leave them to their own month, or leave out --period. Where they correct a month that is done, calculate it again with the files of both, and compare with `ustap correct`.
todo-closed-month = Run the whole month again with these rows, and compare the two runs with `ustap correct BEFORE AFTER --period MONTH`.
todo-no-regime = Add the contractor's regime on these days to the contractors file, or correct its days there.
todo-conflicting-duplicate = Find out which row of each id is right and leave only that one; different operations need different ids. Where one number stands for several people, as that of a payroll sheet, add the number of the row or the ИИН to it.
todo-duplicate = There is nothing to do where the row was exported twice; different operations need different ids.
todo-category = Write the category by its code, as the message in rejects.csv lists them.
todo-category-shown = Write the category by its code: `ustap rates show` lists them.
todo-regime = Write the regime by its code, as the message in rejects.csv lists them.
todo-regime-shown = Write the regime by its code: `ustap rates show` lists them.
todo-interval = Are the first day and the last one swapped?
todo-overlap = Let one regime of the contractor end on the day before the other begins.
todo-period = Write the month as 2026-08, in an MT-102 as 082026; in a spreadsheet give the column the format of text, or give the .xlsx itself, in which a date is its month. A row of totals does not belong here: leave it out.
todo-knp = Compare the payment purpose code with `payments.csv` of the run; a spreadsheet drops the zero in front of it. Rows of other payments may be left out.
todo-status = Write what became of the row as accepted, rejected or returned; an empty status is accepted.
todo-repeated = Give only the newest file of ЦС КГД for each month.


### Reading

workbook-damaged = is a damaged workbook: { $reason }
workbook-damaged-hint = open it in Excel or LibreOffice and save it again, or get it once more from where it came
workbook-unreadable = cannot be read
workbook-no-copy = the workbook cannot be copied to { $dir }
workbook-encrypted = is an encrypted workbook
workbook-encrypted-hint = open it, save it without a password and give that file
workbook-no-end = its end is missing or is not that of a zip
workbook-is-zip = is an archive (.zip)
workbook-is-zip-hint = unpack it and give the file that is in it
workbook-is-docx = is a document (.docx)
workbook-is-docx-hint = ask for the rows as a workbook or CSV
workbook-other-form = is a workbook of another form ({ $form })
workbook-other-form-hint = open it and save it as .xlsx, or the sheet with the rows as CSV in UTF-8
workbook-no-part = { $part } is not there
workbook-packing = { $part } is packed in a way of its own ({ $way })
workbook-checksum = a checksum does not fit
workbook-too-many = it lists more than { $most } of its sheets, parts or styles
workbook-long-name = a name in it is longer than { $most } KiB
workbook-no-sheet = has no sheet `{ $sheet }`
workbook-no-sheet-hint = its sheets are { $sheets }
workbook-no-sheet-in-text = it is a file of text and no workbook: leave out `#` and what follows
workbook-sheetless = it has no sheet
workbook-no-cells = the sheet has no cells
workbook-ends = the sheet ends among its rows
workbook-no-text = the text that the cell in column { $column } names is not there
workbook-no-number = what stands in column { $column } is no number, and the sheet has it as one
workbook-no-cell = a cell gives a place that is none in this row
workbook-cell-kind = the cell in column { $column } is of an unknown kind
workbook-cell-values = more stands in the cell in column { $column } than one value
workbook-parts-twice = two of its parts have one name
workbook-cells-order = the cells of a row are out of order
workbook-rows-order = the rows are out of order
workbook-foreign = an element of another namespace stands among its rows
workbook-ill-formed = XML in it is not well-formed
workbook-long-texts = its texts are longer than { $most } MiB
workbook-deep = its elements stand more than { $most } deep in one another
workbook-long-text = a text or tag of it is longer than { $most } MiB
workbook-long-row = the row is longer than 1 MiB
workbook-merged = the cells { $cells } are merged: what stands in them is stored in the first row alone, and the others would be read without it
workbook-merged-hint = undo the merge and write the value into each row
workbook-uncomputed = the sheet asks to be computed when it is opened, and the zero of a formula in this row is what stands there until then
workbook-uncomputed-hint = open it in Excel, let it compute, and save it
standard-input = standard input
column-option = --column: { $fault }
columns-argument = columns: { $fault }
column-and-ignored = the heading `{ $heading }` is given to `{ $name }` and to --ignore-column
column-and-ignored-hint = leave one of the two options out
column-heading-taken = the heading `{ $heading }` is given to `{ $other }` and `{ $name }`
column-heading-taken-hint = a heading is one column's only
column-unknown = there is no column `{ $name }` in the { $table } file
column-mapped-to-none = `{ $column }` is to be `{ $heading }`, and no column has that name
columns-are = the columns are { $columns }
column-given-twice = the column `{ $name }` is given twice
column-given-twice-hint = a column has one header, the same in all files
column-number = column { $number }
quote-never-closes = a quote that opens here never closes
header-quote = a quote in the header is out of place
header-too-long = the header is longer than 1 MiB
header-empty = is empty: a header is needed
header-empty-hint = `ustap template DIR` writes files to start from
header-empty-sheet = nothing stands in the sheet `{ $sheet }`: a header is needed
header-empty-sheet-hint = FILE#SHEET names another sheet; something stands in: { $others }
header-near-miss = `{ $heading }` is not read and `{ $missing }` is missing
header-near-miss-hint = if it is that column: --column { $column }; if it is none: { $ignore }
header-unlisted = this is the list of those who could not be listed, as its column `{ $heading }` says: nothing was paid by it
header-unlisted-hint = give what was paid, or the answer that has come: `unlisted.csv` is neither
header-near-miss-row-hint = a person's number stands in it: the line end behind the header is missing; add it
header-below-title = the header stands on line { $line }, below something else
header-below-title-hint = remove what stands above the header, such as a title
header-below = `{ $heading }` stands in this row, and the header above it has no such column
header-two-rows = the header goes on in this row: column { $number }, which has no heading, has words in it and the ИИН nothing
header-two-rows-hint = write the header in one row, each column with a heading of its own and no cells merged
header-other = a header stands here again, and its column { $number } is another than in the first: the rows below would be read by the wrong one
header-other-hint = where files were put behind each other, give each by itself; where what stands above is no table, such as a line of the operator, leave it out, so that this row is the header
header-thousands = `{ $heading }` says thousands or millions, and amounts are in tenge: 1 would be read as 1.00 tenge
header-thousands-hint = write the amounts in tenge, and the heading without thousands or millions
amount-cut = the amount `{ $whole }` is followed by `{ $rest }` in a column without a heading: a comma in the number may have divided it
amount-cut-hint = export with another delimiter, or amounts in quotes or with a point; where the column is another thing, give it a heading
header-column-missing = the header has no column { $columns }
header-ignored-hint = --ignore-column passes it over: leave that option out
header-taken-hint = { $by } takes `{ $heading }` for `{ $name }`: leave that out, or name the heading of `{ $name }` in it
header-renamed-hint = the file has the column's own heading, which does not count beside --column: leave that option out or, where another file needs it, write the same heading in all of them
header-delimiter-hint = the delimiter is a comma, a semicolon or a tab
header-near-required-hint = what resembles: { $headings }, perhaps with a letter of another alphabet; if that is what is meant, add { $columns }
header-there-hint = what stands there: { $there }; --column { $table }.NAME="HEADER" gives a column the name that stands there
header-there-or-sheets-hint = what stands there: { $there }; --column { $table }.NAME="HEADER" gives a column the name that stands there, and FILE#SHEET names another sheet (something stands in { $others } too)
header-delimiter-or-name-hint = the header is the first line that is not empty, and the delimiter a comma, a semicolon or a tab; --column { $table }.NAME="HEADER" gives a column another name
header-of-sheet-hint = the header stands within the first 20 rows of the sheet `{ $sheet }`; FILE#SHEET names another; --column { $table }.NAME="HEADER" gives a column another name
header-of-sheets-hint = the header stands within the first 20 rows of the sheet `{ $sheet }`; FILE#SHEET names another (something stands in { $others } too); --column { $table }.NAME="HEADER" gives a column another name
header-no-delimiter-hint = the delimiter is a comma, a semicolon or a tab; without that line it is found
header-no-delimiter = the first line names a delimiter that is none
header-named-delimiter-hint = the first line names the delimiter: without that line it is found
header-not-text = the header is not text in { $encoding }
header-not-text-hint = save it as CSV UTF-8 or as .xlsx
encoding-guessed-hint = the bytes look like { $encoding }: try { $option } { $encoding }
encoding-guessed-utf-8-hint = the bytes look like { $encoding }: try { $option } { $encoding }; where other inputs are in another encoding, save this one as CSV UTF-8 with a byte order mark, or as .xlsx
encoding-guessed-or-kazakh-hint = the bytes look like { $encoding }: try { $option } { $encoding }, or kz-1048 where there are Kazakh letters
header-too-wide = the header has more than 65535 columns
header-column-twice = the column `{ $name }` stands twice in the header: { $headings }
header-column-twice-same-hint = rename one of them in the file, or leave it out
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
foreign-png = is a picture (.png)
foreign-jpg = is a picture (.jpg)
foreign-mt102 = is an MT-102 file of a bank
foreign-pdf = is a document (.pdf)
foreign-rtf = is a document (.rtf)
foreign-database = is a database
foreign-page = is a page (HTML or XML), not rows
foreign-utf-16-little = is text in UTF-16 (little-endian) without a byte order mark
foreign-utf-16-big = is text in UTF-16 (big-endian) without a byte order mark
foreign-utf-32 = is text in UTF-32, which is not read
foreign-save-csv-hint = open it and save the sheet with the rows as CSV in UTF-8
foreign-unpack-hint = unpack it and give the file that is in it
foreign-save-xlsx-hint = open it, without its password if it has one, save it as .xlsx and give that file
foreign-utf-16-hint = try { $option } utf-16
foreign-utf-8-hint = save it as CSV in UTF-8
foreign-mt102-hint = `distribute --paid` takes it; anything else wants a table: ask for the rows as CSV
foreign-document-hint = ask for the rows as CSV
foreign-database-hint = export the table as CSV


### The law

title-in-russian = title in Russian
act-numbered = { $title } No. { $number }
act-dated = { $title } of { $dated }
act-numbered-dated = { $title } No. { $number } of { $dated }
act-registered = { $act } (reg. No. { $number })
cite-rules = Rules
cite-rules-of = Rules of { $year }
cite-annex = app. { $number }
cite-article = art. { $number }
cite-point = point { $number }
cite-points = points { $number }
cite-subpoint = subpoint { $number }
cite-subpoints = subpoints { $number }
cite-part = part { $number }
cite-edition = (edition of { $year })
basis-quoted = quoted
basis-secondary = secondary
basis-inferred = inferred
basis-unverified = unverified
list-more = { $list }, { $next }
days-between = { $first } to { $last }
days-from = { $first } on
days-none = no day

table-text = `{ $text }` { $reason }
table-twice = stands twice
table-out-of-range = is out of range
table-no-toml = no TOML: { $error }
table-no-section = is no section: { $known }
table-section-missing = there is no [[{ $section }]]
table-section-no-list = `{ $section }` is no list of entries: each begins with [[{ $section }]]
table-entry-begins = an entry of `{ $section }` begins with [[{ $section }]]
table-key-unknown = unknown key `{ $key }`; known here: { $known }
table-key-missing = [[{ $section }]] has no `{ $key }`
table-to-hint = a last day that is not known is `to = "open"`
table-key-empty = `{ $key }` is empty
table-payments-empty = `payments` of [[{ $section }]] is empty
table-no-code = is no code: lower-case letters, digits and hyphens
table-no-payment = is no payment: ipn, opv, opvr, so, vosms
table-no-day = is not a day of the form YYYY-MM-DD
table-not-text = `{ $key }` is { $kind }: write it as text, in quotes
table-not-list = `{ $key }` is { $kind }: write a list of texts
table-not-multiple = `{ $key }` is { $kind }: write {"{"} times = "…", of = "…" {"}"}, or "none"
table-not-part = `{ $key }` is { $kind }: write {"{"} { $form } {"}"}
table-unknown = is no table of the law: { $known }
table-stands-twice = this table stands twice
table-missing = this table is missing
text-too-long = it is longer than 1 MiB
text-no-file = it is no regular file
text-no-utf-8 = stream did not contain valid UTF-8
kind-text = a text
kind-integer = an integer
kind-float = a float
kind-boolean = a boolean
kind-date = a date without quotes
kind-list = a list
kind-table = a table
number-not-exact = is not exact: write a number above zero with at most { $whole } digits and { $decimals } decimals
number-wrong = is no number from 1 to 999
knp-twice = is { $what } and { $other } at once: two payments have one code
knp-wrong = is no КНП: write three digits
month-day-wrong = is no day from 1 to 28

dated-overlap = { $what } from { $from } overlaps the one of line { $line }, which holds from { $days }
dated-gap = a gap: { $what } has no value from { $first } to { $last }
dated-gap-hint = add the value, or name the section in `gaps = [...]` at the top of the file if it may have gaps
dated-begins-inside = { $what } begins inside a month, on { $day }
dated-ends-inside = { $what } ends inside a month, on { $day }
dated-ends-before = is before the first day, { $from }
dated-age = the age
dated-born = the day of birth
dated-filing = the time of filing
dated-days-off = the days off
dated-counting = how terms are counted
dated-over-limit = what the reading `{ $policy }` of income above the limit rests on
dated-income = what the reading `{ $reading }` of income rests on
dated-deciding-day = whether the day of receipt decides
dated-exemption = the exemption of `{ $category }` from `{ $payment }`
dated-other-reading = the other reading of `{ $category }` from `{ $payment }`
dated-not-named = the category `{ $category }`, which no provision names for `{ $payment }`
dated-indicator = the indicator `{ $code }`
dated-regime = the regime `{ $regime }`
dated-default-regime = the default regime
dated-rate = the rate of `{ $payment }` for `{ $regime }`
dated-cap = the cap of `{ $payment }` for `{ $regime }`
dated-floor = that the base of `{ $payment }` for `{ $regime }` has no minimum
dated-limit = the limit of `{ $regime }`
dated-rounding-unit = the rounding unit of `{ $payment }`
dated-rounding-mode = the rounding mode of `{ $payment }`
dated-account = the account of `{ $payment }`
dated-penalty-code = the КНП of a penalty of `{ $payment }`
dated-month-day = the day `{ $code }`
dated-term = the term `{ $code }`
dated-edition = the edition
dated-letter = the letter of КНП { $knp }
dated-layout = the layout
dated-base-rate = the base rate
dated-multiple = the multiple of `{ $payment }`
dated-year = the number of days of a year
dated-penalty-rounding = the rounding of a penalty
dated-batch = the batch of `{ $payment }`
dated-reason = the reason `{ $code }`
dated-flag = the flag `{ $code }`
dated-recipient-code = the КНП of `{ $payment }`
dated-recipient = the recipient of `{ $payment }`
dated-deadline = the deadline of `{ $payment }` for `{ $regime }`

no-rates = no rates on { $day }: { $file } has no { $what } for that day; days with rates: { $covered }
own-tables = write the texts of `Law::tables` to a directory, add to { $file } there what is missing, and load the directory with `Law::load`
no-rates-hint =
    { $caller ->
       *[command-line] write the tables with `ustap rates export DIR`, add the value to DIR/{ $file }, and run with `--rates DIR`
        [rust] { own-tables }
        [python] write the tables with `ustap rates export DIR` of the command-line program, add the value to DIR/{ $file }, and give `rates=DIR`
        [c] write the tables with `ustap rates export DIR` of the command-line program, add the value to DIR/{ $file }, and give DIR to `ustap_law_open`
    }
missing-any = rate
missing-default-regime = default regime
missing-rate = rate of `{ $payment }` for `{ $regime }`
missing-cap = cap of `{ $payment }` for `{ $regime }`
missing-rounding = rounding of `{ $payment }`
missing-limit = limit of `{ $regime }`
missing-indicator = indicator `{ $code }`
no-base-rate = no base rate of the National Bank on { $day }: { $file } has { $known }
no-base-rate-hint =
    { $caller ->
       *[command-line] write the tables with `ustap rates export DIR`, or copy those of `--rates`, add the rate to [[base_rate]] in DIR/{ $file }, and run with `--rates DIR`
        [rust] { own-tables }
    }
rates-endless = the days with rates, { $first } to { $last }, are more than 100 years

act-no-kind = is no kind: act, publication
act-no-address = is no address: it begins with https:// or http://
act-title-unknown = stands for the title: the Russian one must be known
cite-no-act = `cite` names no act
cite-not-place = `cite` is { $kind }: write {"{"} act = "…", article = "…", … {"}"}, or a list of these
cite-place-not-place = a place of `cite` is { $kind }: write {"{"} act = "…", article = "…", … {"}"}, or a list of these
cite-act-unknown = is no act of acts.toml
cite-publication = is a publication, which has no articles, points and annexes
cite-no-point = a subpoint or part without its `point`
cite-no-annex = is no place in an act: write rules, or a number
cite-no-number = is no place in an act: write numbers, as 2, 102-1 or 3–4
cite-no-basis = is no basis: quoted, secondary, inferred, unverified

what-regime = regime
what-category = category of exemption
regime-reserved = is reserved for income above a limit
regime-too-many = is one regime too many: there can be { $most }
regime-no-policy = is no reading of income above the limit: cap, stop
income-no-reading = is no reading of income: received, gross, corrected
floor-not-none = is not none: a base with a minimum is not computed
regime-no-scope = is no scope: withheld, out-of-scope
regime-unknown = is no regime of regimes.toml
regime-out-of-scope = `{ $regime }` is out of scope: it has no [[{ $section }]]
regime-without-days = the regime `{ $regime }` has no [[in_force]]
regime-begins-again = the regime `{ $regime }` begins again in the month in which it ended
regime-default-not-in-force = the regime `{ $regime }` is not in force on all days from { $days }
rate-not-exact = is not exact: write a rate between 0 and 1 with at most nine decimals, or "none"
limit-missing = `{ $regime }` has no [[limit]]; write "none" if it has none
rate-missing = `{ $regime }` has no [[rate]] of `{ $payment }`; write "none" if it has no such payment
cap-missing = `{ $regime }` has no [[cap]] of `{ $payment }`; write "none" if it has none
cap-without-rate = { $cap } has no rate to belong to: the regime has no such payment
category-too-many = is one category too many: there can be { $most }
category-unknown = is no category
indicator-without-name = has no [[name]]
indicator-without-end = the indicator `{ $code }` must have a last day
indicator-unknown = is no indicator
indicator-product = { $times } × { $amount } ({ $code } on { $day }) { $reason }
indicator-product-not-exact = is not exact to the tiyn
rounding-unit-too-large = is no unit of rounding: it is too large
rounding-no-mode = is no mode of rounding: half-up, up, down
advice-no-category = is no category of exemptions.toml
advice-no-sex = is no sex: man, woman

days-off-outside = is outside the days of its entry
days-off-weekend = is a Saturday or Sunday, which is off anyway
days-off-no-weekend = is no Saturday or Sunday
days-off-term = the term of { $days } working days after { $day }
days-off-last-before = the last working day before { $day }
days-off-left = { $what } leaves { $file }, which has { $known }
days-off-left-hint =
    { $caller ->
       *[command-line] write the tables with `ustap rates export DIR`, or copy those of `--rates`, add the year to DIR/{ $file }, and run with `--rates DIR`
        [rust] { own-tables }
        [python] write the tables with `ustap rates export DIR` of the command-line program, or copy your own, add the year to DIR/{ $file }, and give `rates=DIR`
        [c] write the tables with `ustap rates export DIR` of the command-line program, or copy your own, add the year to DIR/{ $file }, and give DIR to `ustap_law_open`
    }

account-not-digits = is not { $count } digits, and not "none"
account-no-fund = is no code of a fund: write small letters, or "none"
account-no-iban = is no account number: it is not of 20 characters from `KZ` on, or its check digits (mod 97) are wrong; write "none" where there is no account
account-no-bik = is no БИК: write 8 or 11 capital letters and digits, or "none"
account-no-status = is no status: established, assumed
month-code-unknown = is not known here: { $known }
mt102-no-capital = is not one capital letter
mt102-no-period = is no place of the month: rows, header
mt102-no-line = is not one line of text
mt102-no-birth-date = is neither: required, optional
mt102-no-line-end = is no end of a line: crlf, lf
base-rate-wrong = is no rate: write a decimal fraction from 0 to 1, "0.18" say
year-days-wrong = is no number from 360 to 366
recipient-no-bin = is no БИН, and not "none"
recipient-missing = there is no [[recipient]] of `{ $payment }` in { $month }
deadline-missing = there is no [[deadline]] of `{ $payment }` for `{ $regime }` in { $month }


### Batches and memory

facts-too-many = more than 4294967295 changes of categories and regimes
earlier-no-state = is no state of an earlier run
earlier-no-state-hint = a run's directory is a record and is never edited: run again with --keep
cannot-be-read = cannot be read
not-found-quotes-hint = the quotation marks at its ends are taken for a part of the name: leave them out
service-file-hint = this is a file that a spreadsheet or the system keeps beside another, with no rows of that: give the other one
not-found-hint = look at its name and directory; a name with blanks in it stands in quotes
memory-too-small = the batch does not fit into the memory that it may use
memory-too-small-hint = allow more memory, or turn on the feature `spill`, which writes temporary files
spill-failed = temporary file in { $dir }: { $cause } (after { $written } bytes were written)
spill-failed-hint =
    { $caller ->
        [command-line] free some space there, or allow more memory with --memory
        [rust] name with `Batch::spill_to` a directory that is there and has room, or allow more memory with `Batch::memory`
       *[other] name in `spill_dir` a directory that is there and has room, or allow more `memory`
    }
temporary-directory-hint =
    { $caller ->
        [command-line] name in TMPDIR a directory that is there and has room
       *[other] { spill-failed-hint }
    }
file-too-large-hint = no file may become that large there: raise the limit (`ulimit -f`), or take another file system
operation-without-regime = an operation without a regime was not rejected
row-nowhere = a source has given a row that is nowhere: lines are numbered from 1 and below 2⁴⁴, files from 0 and below 2²⁰
row-same-place = a source has given two rows with one position, line { $line } of file { $file }
source-miscounted = a source tells that a piece has { $told } rows, and has given or rejected { $rows } of it
person-month-error = person { $person }, month { $month }: { $error }
person-month-regime-changes = the regime of those not listed changes inside { $period }
person-month-regime-changes-hint = name the regime
person-month-out-of-scope = under the regime { $regime } nothing is computed here in { $period }
person-month-other-day = { $day } is not in { $period }
person-month-not-in-force = the regime { $regime } is not in force on { $day }
person-month-income-beyond = { $income } tenge is beyond 999999999999.99
person-month-no-state = this is no state of a person's month
person-month-no-state-hint = give what `state` of the month gave, whole
person-month-state-version = the state has version { $version }, and this program reads { $known }
person-month-no-regime = this law has no regime { $regime }
person-month-no-category = this law has no category { $category }
incomes-too-large = the sum of the incomes exceeds 92233720368547758.07 tenge


### Outputs and directories

appeared-meanwhile = it appeared while the run went on
directory-above-hint = the directory above it must exist
directory-unopenable = cannot be opened
directory-unopenable-hint = what appears in a directory is put on the disk with it, for which it must be readable too
exists-already = exists already
exists-already-hint = name a directory that does not exist yet
exists-already-force-hint = name a directory that does not exist yet; --force replaces one that this program has written
longer-than = it has more than { $most } MiB
name-leads-out = `{ $name }` leads out of the directory
no-directory-name = is no name for a new directory
temporary-name = the name is one of temporary directories, which later runs remove
temporary-name-hint = name it otherwise: no `.` in front and no `.ustap~` with a number at the end
no-exchange-hint = this file system cannot exchange directories: remove the old one and run without --force
link-to-directory = a link to a directory is not followed
no-regular-directory = it is no regular directory
no-regular-file = it is no regular file
not-replaced-foreign = is not replaced: `{ $name }` in it is nothing that its receipt names
not-replaced-without-receipt = is not replaced: there is no `receipt.json` in it, and `{ $name }` is
not-replaced-foreign-hint = --force replaces only what this program has written, with nothing else in it: name another directory
not-replaced-link = is not replaced: { $run } was made on top of it
not-replaced-used = is not replaced: the run reads { $path }, which would be gone
not-replaced-used-hint = name another directory for --out
page = Page
record-no-csv = a record is none of CSV: { $reason }
replaced-old-stays = { $dir } is replaced, but the old one, now { $old }, stays: { $reason }
size-differs = has { $there } bytes, the receipt says { $expected }
table-without-file = a table without a file was to be finished
temporary-stays = { $dir }, a temporary directory, stays: { $reason }
target-is-link = is a symbolic link, and --force replaces directories only
target-is-link-hint = name the directory that it points to
target-no-directory = is no directory, and --force only replaces directories
temporary-names-taken = other runs keep taking or removing every temporary name
unreadable-because = cannot be read: { $reason }
unwritable = cannot be written
unwritable-space-hint = nothing was published; free some space and run again
workbook-inexact = { $value } does not fit a cell of a workbook exactly
workbook-inexact-hint = where the command has --format, csv writes it as it is; where it has --xlsx, leave that out
workbook-text-beyond = a text of { $units } characters fits no cell of a workbook, which has { $most } at most
workbook-no-reason = no reason was given
workbook-too-large = has more than 4 GiB, which programs do not open as a workbook
workbook-unwritable = the workbook cannot be written: { $reason }
workbook-clock = the clock of this computer stands before 1970
workbook-clock-hint = set the clock
would-stand-in-record = would stand in the directory of a run, which is a record
would-stand-in-record-hint = nothing is ever added to a run: name a directory outside { $dir }
written-name-unsure = { $dir } is written, but its name may not outlive a power failure: { $reason }


### Documents

annex-chief = Руководитель (если оператор юридическое лицо): фамилия, имя, отчество: { $name }
annex-chief-iin = ИИН: { $iin }
annex-column-iin = БИН / ИИН исполнителя
annex-column-income = Сумма дохода за оказание услуг и (или) выполнение работ исполнителем
annex-column-name = Наименование / фамилия, имя, отчество (при его наличии) исполнителя
annex-column-number = №
annex-column-period = Период (месяц, год) полученного дохода исполнителя
annex-date = Дата предоставления сведений:  { $day }
annex-number = БИН/ИИН: { $number }
annex-operator = Сведения об операторе (наименование / фамилия, имя, отчество): { $name }
annex-responsibility = Ответственность оператора. Я (мы) несу (несем) ответственность за достоверность и полноту сведений, указанных в настоящем приложении.
annex-signature = Подпись:  { $blank }  { $name }
annex-title = Сведения, о доходах, полученных при оказании услуг и (или) выполнении работ исполнителями
heading-base = { $payment }, base
heading-exempt = { $payment }, exempt income
list-accountant = Chief accountant:  { $blank }  { $name }
list-chief = Chief:  { $blank }  { $name }
list-date = Date:  { $blank }
list-operator = Operator of the internet platform: { $name }, БИН/ИИН { $number }
list-title = List for the consolidated payment order
month-april = April
month-august = August
month-december = December
month-february = February
month-january = January
month-july = July
month-june = June
month-march = March
month-may = May
month-november = November
month-october = October
month-september = September
purpose-of-payment = { $payment } за { $month } { $year } г.
purpose-of-payment-at-rate = { $payment } за { $month } { $year } г., ставка { $rate }
purpose-of-penalty = Пеня по { $payment } за { $month } { $year } г.
purpose-vosms = ВОСМС
sheet-applications = Applications
sheet-breaks = Breaks
sheet-corrections = Corrections
sheet-distribution = Distribution
sheet-of-penalty = { $payment } penalty { $period }
sheet-register = Register
sheet-rejects = Rejected rows
sheet-totals = Totals
sheet-unlisted = Unlisted
total = Total
total-of-persons = Total, persons: { $persons }


### Runs and receipts

chain-with-stop = runs that build upon each other are possible with --over-limit cap only
chain-with-stop-hint = with `stop`, calculate the whole month and compare it with `ustap correct`
closed-already = --close { $month }: { $closed } and all before it are closed by the runs before
closed-already-hint = a month is not reopened: leave the option out, or name that month or a later one
correction-no-row = is no row of a correction
correction-summary = a correction's summary
corrections-out-of-order = stands out of order: corrections are sorted by month, person and payment
distribution-no-row = is no row of a distribution
distribution-out-of-order = stands out of order: a distribution is sorted by month, person and payment
rates-beside = rates beside sums
rates-beside-no-row = is no row of such rates, or stands out of order
file-not-in-receipt = is not in the receipt
digest-differs = { $file } does not have the digest of this receipt
digest-form = { $file } does not have the line that was written, but the digest in it is that of the receipt
digest-none = { $file } is empty
file-not-of-digest = does not verify: its digest is not the one of the receipt
index-none = { $file } is no index of a state
index-none-because = { $file } is no index of a state: { $reason }
index-unwritable = { $file } cannot be written: { $reason }
lines-no-row = is no row of lines.csv
lines-of-row = the lines of { $period }, { $iin }, `{ $regime }` do not come to their row of the register
other-header = has another header
receipt-none = is no receipt: { $reason }
receipt-not-of-calculate = the receipt is none of `calculate`
receipt-not-of-digest = does not verify: { $why }
receipt-of-another-command = this is the directory of another command: name one that `ustap calculate` has written
receipt-key-unknown = the key `{ $key }` is unknown (line { $line }, column { $column })
receipt-key-missing = the key `{ $key }` is missing (line { $line }, column { $column })
receipt-key-twice = the key `{ $key }` stands twice (line { $line }, column { $column })
receipt-without-keys = a list stands where values have keys
receipt-no-digest = `{ $text }` is no digest of 64 hex digits
receipt-of-no-command = there is no command `{ $command }`
receipt-of-other-program = it is of the program `{ $program }`
receipt-output-twice = { $name } stands in it twice
receipt-too-long = the receipt would have more than { $most } MiB: there are too many files, or columns that are not read
receipt-too-long-hint = join the input files, or make several runs
receipt-unwritable = the receipt cannot be written: { $reason }
receipt-without-output = does not have the output `{ $name }`
receipt-output-missing = the receipt does not have { $name }, which its options ask for
receipt-output-not-asked = the receipt has { $name }, which its options do not ask for
list-file-not-in-receipt = `{ $column }` is `{ $file }`, and the receipt does not have that file
list-file-twice = `{ $column }` is `{ $file }` twice
record-hint = a run's directory is a record and is never edited: run again
lists-record-hint = the directory of lists is a record and is never edited: write it again with `ustap lists`
record-version-hint = version { $version } of the program has written it, with what this one does not know: go on with that version, or calculate again
record-no-row = is no row of { $what }
register-no-row = is no row of a register
register-out-of-order = stands out of order: the register is sorted by month, person and regime, and has each once
register-tables-hint = use the tables of the run: --rates DIR
register-unknown-regime = the regime `{ $regime }` is not in the tables
remittance-tables-hint = use the tables of the runs that it comes from: --rates DIR
account-unknown = settlement/accounts.toml has no [[account]] of `{ $payment }` on { $day }
account-unknown-hint = write the tables with `ustap rates export DIR`, or copy those of `--rates`, add the account in DIR/settlement/accounts.toml, and run with `--rates DIR`
remittance-unknown = recipients.toml has no КНП of `{ $payment }` in { $period }
state-damaged-by-size = the state is damaged: a file of it is shorter or longer than { $file } says
state-damaged-hint = a run's directory is a record and is never edited: run again with --keep
state-missing = has no state that a later run could build upon
state-missing-hint = make the earlier run with `calculate --keep`
state-not-register = holds other months than register.csv beside it
state-of-other-format = has a state of the format { $format }, this program reads { $ours }
state-of-other-format-hint = use the program that made it, or calculate the whole month again with --keep
state-of-other-rates-code = rests on other rates: the tables have no `{ $code }`
state-of-other-rates-hint = use the tables of the earlier run with --rates DIR; a change of rates is a correction: `ustap correct`
state-of-other-rates-month = rests on other rates: those of { $month } have changed since
state-of-stop = was made with another policy than --over-limit cap
state-too-many-regimes = the tables have more than { $most } regimes, of which a kept state has no room
sums-differ = { $what } differ: { $one } and { $other }
sums-lines-income = incomes of lines.csv and the register
sums-file-receipt = `{ $what }` of { $file } and of the receipt
sums-file-itself = `{ $what }` of { $file } and what it is made of
sums-list-order = `{ $what }` of { $file } and of its order in lists.csv
sums-lines-operations = operations of lines.csv and those accepted
sums-lines-payment = { $payment } of lines.csv and the register
sums-lines-withheld = what lines.csv and the register withhold
sums-operations-read = operations read and those accepted or rejected
sums-payout = the payout of a row and its income less what it withholds
sums-payments = { $payment } { $period } of payments.csv and the register
sums-payments-persons = { $payment } { $period }: persons of payments.csv and the register
sums-register-income = incomes of the register and of the receipt
sums-register-operations = operations of the register and of the receipt
sums-register-payment = { $payment } of the register and of the receipt
sums-register-payments = { $payment } { $period } of the register and payments.csv
sums-register-persons = persons of the register and of the receipt
sums-register-withheld = what the register and the receipt withhold
sums-row = the payments of a row and what it withholds
unreadable = cannot be read
unreadable-run-hint = the directory of a run has receipt.json, receipt.sha256 and every file that the receipt lists


### Settlement

distributed-impossible = { $amount } tenge of `{ $payment }` of { $period } cannot have been distributed
distributed-out-of-range = what was distributed of one person, month and payment is out of range
ours-out-of-range = our rows of one person, month and payment are out of range
paid-out-of-range = the rows paid for one person, month and payment are out of range
penalty-of-less-than-nothing = an amount below zero was paid late: { $amount }
penalty-out-of-range = the penalty on { $amount } tenge is out of range
penalty-rule-missing = no rule of a penalty for `{ $payment }` is known on { $day }: base_rates.toml has no [[{ $section }]] for it
penalty-rule-missing-hint =
    { $caller ->
       *[command-line] with the rule at hand, add it to own tables: `ustap rates export DIR` writes the built-in ones, `--rates DIR` takes them
        [rust] { own-tables }
    }
penalty-without-payment = the regime `{ $regime }` has no payment `{ $payment }` in { $period }
rules-point = { $point }
rules-provision = Order No. 392, Rules, point { $place }
rules-provision-two = Order No. 392, Rules, points { $first }, { $second }
rules-part = { $point }({ $part })
theirs-too-many = the other side has more than { $most } rows


### Commands

call-not-utf8 = { $name }: the text is not UTF-8
call-null = { $name } is null
call-size = options.size is { $given } and this library knows { $expected }: the header and the library are of different versions
call-unknown = { $name }: { $number } stands for nothing
embedded-columns-hint =
    { $caller ->
        [c] name the column otherwise in the schema, and leave out of the table what is not meant
       *[other] `columns` gives a column another name; what is not meant is left out of the table
    }
embedded-after-columns-hint = give the table `distribution` of an earlier result as it is, or leave out what is not meant
embedded-after-no-row = row { $number } of `after` is none of a distribution
embedded-after-no-row-hint = give the table `distribution` of an earlier result

template-readme-file = README.txt
template-readme = Files to start from: what ustap reads to compute what is withheld from the contractors of an internet platform.
template-readme-start = Put your own rows in place of the examples. All persons in them are made up. Only operations.csv must be there.
template-required = required
template-optional = may be empty
template-operations = what was paid to contractors, a row for each operation.
template-exemptions = who is exempt from which contributions, a row for each category of a person. Leave the file out where there is nobody.
template-contractors = names for statements and payment lists, and who is on another regime.
template-about-payer = the operator: for the statement and the payment lists. It is opened in a text editor.
template-operation-id = the number of the operation in your system, at most 64 bytes. It may not occur twice.
template-iin = the person's ИИН, 12 digits.
template-settled-on = the day of settlement with the contractor.
template-income = the income in tenge. Below zero where the contractor gave income back.
template-corrects-on = where the row corrects or takes back an earlier income: the day of that income.
template-category = a code from the list below.
template-valid-from = the first day of the category. Empty: from the beginning.
template-valid-to = its last day, counted in. Empty: open.
template-known-on = the day on which you learned of it.
template-source-id = your own note of where it is from.
template-surname = the surname as in the identity document.
template-given-name = the given name.
template-patronymic = the patronymic, if there is one.
template-birth-date = the day of birth; a list needs it only where the bank asks for it, and advice looks at the age by it.
template-name = the name of the entrepreneur or organisation; in the statement it stands in place of the other names.
template-regime = a code from the list below. Empty: the row names the person only.
template-regime-from = the first day of the regime. Empty: from the beginning.
template-regime-to = its last day, counted in. Empty: open.
template-days = Days: 2026-08-31 or 31.08.2026.
template-money = Amounts: 150000.00 or 150 000,00; at most two decimals.
template-iins = ИИН: format the column as text before you paste, or Excel drops the zeros in front and writes 9.00101E+11 (zeros that are lost come back with --restore-zeros).
template-save = Save as CSV UTF-8 or as an Excel workbook (.xlsx); a workbook is named in the command in place of the CSV. Excel's plain CSV needs --encoding windows-1251, or kz-1048 where there are Kazakh letters (in statement and lists: --contractors-encoding).
template-headings = Columns may stand in any order, and further ones are not read. Do not rename the headings.
template-categories = Categories of exemption, by code:
template-regimes = Regimes, by code (who is not listed is on the regime in force on the day of the income):
template-outside = From a foreigner, or from somebody whose activity is not on the list, nothing is withheld under Order No. 392, but his income belongs in the statement. Without a row here he is computed on the default regime. Leave him out of the operations and add his row to the statement by hand, or give him a regime that is out of scope in your own tables of rates (--rates).
template-commands = What to type, in this directory:
template-do-calculate = 1. Compute what is withheld. The registers appear in the directory run:
template-do-explain = 2. See how one person's sums came about:
template-do-statement = 3. Write the incomes for КГД, due by the 5th of the next month:
template-do-report = 4. Make a page to look at in the browser:
template-statuses = A command that ends with 0 is done; with 1, done, and there is something to look at; with 2, nothing was written.
template-later = When КГД's sums are there: `ustap help reconcile`, `ustap help lists`, `ustap help distribute`.
template-payer = The operator, for `--payer payer.toml` of `ustap statement` and `ustap lists`. Everything is text, in quotes.
template-payer-fields = A command asks only for the fields that it uses.
template-payer-entity = A legal entity has a БИН and a chief. An entrepreneur has in their place, and without a chief, his own number:
template-payer-orders = What follows is for payment orders alone. The operator's account and the БИК of its bank.
template-payer-next-order = The number of the next payment order; each list takes one.
advice-born = { $category }: born { $born }
advice-exceeded = { $near }, exceeded on { $day } by { $operation }
advice-file = { $exceeded }, file as an entrepreneur: where a deal crosses the limit, before its income is received, else by { $day }
advice-file-unknown = { $exceeded }, file as an entrepreneur: where a deal crosses the limit, before its income is received, else by a day that is not known: { $reason }
advice-limit = { $income } of { $limit }
advice-no-longer = { $exceeded }, no longer
advice-of-age = { $category }: born { $born }, of that age since { $day }
advice-of-age-woman = { $age }, if a woman
advice-other-reading = { $category }: { $payment } is due here of income received on days of the category, by another reading not
advice-returned = { $regime }: { $income }, nothing is given back
check-21 = :21: does not count on from the row before
check-32a-form = :32A: has another form
check-32a-future = the date of :32A: is in the future
check-32a-sum = :32A: has no sum
check-32b-amount = :32B: is no amount
check-32b-zero = :32B: is not above zero
check-50-account = :50: has another account
check-52b = :52B: is not the payer's bank
check-57b = :57B: is not the bank of the payment
check-59 = :59: is not the account of the payment
check-assign-length = a line of /ASSIGN/ has a wrong length
check-assign-lines = /ASSIGN/ has too many lines
check-assign-missing = /ASSIGN/ is missing
check-assign-month = the purpose in /ASSIGN/ does not name the month
check-assign-penalty = the purpose in /ASSIGN/ names a rate, and a penalty has none
check-assign-rate = the purpose in /ASSIGN/ does not name the rate
check-before-fields = a line stands before the first field
check-behind-end = something stands after the end of the last block
check-blocks = a block is missing: { "{" }1:…{ "}" }, { "{" }2:…{ "}" } and { "{" }4: begin the file
check-date-future = /DATE/ is in the future
check-dt = /DT/ is no day
check-field-behind = the field :{ $tag }: stands after :32A:
check-field-form = the field :{ $tag }: has another form
check-header-field = the field :{ $tag }: stands where another one of the header belongs
check-hint = nothing was published
check-idn = /IDN/ has a wrong check digit
check-idn-of-side = /IDN/ is not the number of its side
check-key-missing = /{ $key }/ is missing
check-keys = { $count } lines stand where { $keys } belong
check-knp = /KNP/ is not the code of the payment
check-length = /{ $key }/ has not 1 to { $most } characters
check-letters = /{ $key }/ has a character that banks refuse
check-line-end = the line does not end as the layout says
check-no-row = there is no row
check-no-sum = the block ends without :32A:
check-no-text = the line is no text in its encoding
check-not-ended = the last block does not end
check-num = /NUM/ is another number
check-opv = /OPV/ is not the letter of the code
check-period = /PERIOD/ is another month
check-row-field = the field :{ $tag }: stands where another one of a row belongs
check-side = a side has no name and number
check-side-empty = a line of a side is empty
check-total = :32A: is { $sum }, its rows come to { $rows } and the list to { $list }
check-unreadable = cannot be read back: { $reason }
closed-in-after = { $month } is closed in AFTER, which has nothing of it: all of it would be to return
closed-in-before = { $month } is closed in BEFORE, which has nothing of it: all of it would be to pay
left-out-of-after = told: not in AFTER, which is of { $period } alone: { $months }; all of it would be to return
left-out-of-before = told: not in BEFORE, which is of { $period } alone: { $months }; all of it would be to pay
left-out-of-run-hint = compare with { $periods }, or name runs of all months
left-out-of-runs-hint = the two runs are of different months: name two runs of the same month, or calculate again without --period, with the files of all months
correction-left-out = in one of the two runs alone, for the other was made with --period of another month: { $months }; of this nothing is to be paid or asked back by this correction
correction-left-out-hint = compare two runs that both have these months, or name other months of this correction with --period
closed-in-register = the register has { $month }, which is closed
closed-in-run-hint = name the last run that had the month, or with --period the months that are open in both
closed-less = the run before has { $before } as closed and this one { $now }
closed-nothing = nothing
closed-operations = operations of open months of the run before and those built upon
closed-state-differs = the state has { $state } as closed and the receipt { $receipt }
state-operations-differ = the state has { $state } operations and the receipt { $receipt }
earlier-operations-differ = the run before has { $before } operations, and the receipt builds upon { $receipt }
closed-sums = { $name } of { $month } in the register of the run before and in the receipt
closed-totals-of-none = the receipt has totals of a closed month that the run before does not have
closed-without-run = { $closed } is closed, and no earlier run is named that would have it
closed-without-totals = { $month } of the run before is closed, and the receipt has no totals of it
corrections-not-conserved = { $payment }: { $after } − { $before } is not the sum of the corrections, { $delta }
directory-of-another-command = is the directory of another command
distribute-after-hint = --after takes a directory that `ustap distribute` has written
distribute-paid-hint = --paid takes a directory that `ustap lists` has written, an MT-102 file or a table of rows
distributed-not-conserved = what is distributed, returned and owed does not add up to what was paid and computed
facts-need-memory = the exemptions and contractors need about { $mebibytes } MiB, twice what they take themselves
facts-need-memory-hint =
    { $caller ->
        [command-line] run with --memory { $mebibytes }MiB or more
       *[other] raise `memory` to that, in bytes, or leave it out
    }
given-twice = is given twice
given-twice-hint = leave one of them out
lists-disagree = { $rows } has { $sum } of `{ $payment }` in { $period } from { $persons } { $persons ->
    [one] person
   *[other] persons
}, { $totals } { $amount } from { $told }
lists-in-workbook = has its lists in a workbook, which is not read back
lists-in-workbook-hint = write them with `ustap lists --format csv` or `mt102` too, and name that directory
lists-kgd-without-run = --kgd is for lists of a run, and { $dir } is none
lists-kgd-without-run-hint = the sums of КГД are for a whole month: leave the option out, or name the run
lists-nothing-to-pay = { $file } has nothing to pay of `{ $payment }` in { $period }
lists-source-hint = lists are of what `ustap calculate` withholds, `ustap correct` adds, or `ustap distribute` leaves owed: name its directory
mt102-assumed-account = only an assumed account of `{ $payment }`
mt102-in-behind-end = something stands behind the end of the block
mt102-in-behind-sum = something stands between :32A: and -{"}"}
mt102-in-changed = changed while it was read
mt102-in-changed-hint = run again when nothing writes to it any more
mt102-in-end = the end
mt102-in-header = the header
mt102-in-encoding-utf-8-hint = the bytes look like { $encoding }: try { $option } { $encoding }; where other files are in another encoding, save this one in utf-8 with a byte order mark
mt102-in-hint = this begins as an MT-102 file: give it as the bank takes it
mt102-in-line = line { $line }
mt102-in-line-too-long = a line is longer than 1 MiB
mt102-in-no-knp = has no /KNP/ before its rows
mt102-in-no-person = has no person: the block ends before the first :21:
mt102-in-not-tenge = the sum of :32A: is not in KZT
mt102-in-not-text = is not text in { $encoding }
mt102-in-not-whole = is not whole: it ends without :32A: or without -{"}"}
mt102-in-row = { $iin }, row { $row }
mt102-in-purpose-too-long = the purpose is longer than 1 MiB
mt102-in-twice = `{ $tag }` stands twice in the row that begins on line { $line }
mt102-in-twice-in-header = `{ $tag }` stands twice in the header
mt102-in-utf-16 = is an MT-102 file in UTF-16
mt102-letter = { $file }: the letter `{ $letter }` of { $who } ({ $tag }/) does not exist in { $encoding }
mt102-letter-hint = --encoding kz-1048 has the letters of Kazakh and utf-8 every letter; ask the bank which it takes
mt102-name-length = has { $length } characters, and a name has 1 to { $most }
mt102-name-no-text = has a character that is none of text
mt102-no-account = no [[account]] of `{ $payment }` on { $date }
mt102-no-account-number = no account number or БИК of `{ $payment }`
mt102-no-layout = no [[layout]] on { $date }
mt102-no-letter = no [[letter]] with knp = "{ $knp }" on { $date }
mt102-no-recipient = no `bin` of the recipient of `{ $payment }`
mt102-payer-name = the name of the payer, `{ $name }`, { $rule }
mt102-purpose-too-long = /ASSIGN/ `{ $text }` does not fit its lines
mt102-recipient-name = the name of the recipient, `{ $name }`, { $rule }
mt102-refused = no MT-102 for `{ $payment }`: { $file } has { $what }
mt102-refused-hint = write the tables with `ustap rates export DIR`, or copy those of `--rates`, fill in the entry in DIR/{ $file } by a sample of the bank, and run with `--rates DIR`
no-calculation = is no directory of `ustap calculate`
nothing-in-common = the two runs have no input and no person's month in common: they are no two versions of one thing
nothing-in-common-hint = name the run before and the run after of the same months
no-month-in-common = told: no person's month stands in both runs, which have but an input in common: look whether they are two versions of one thing
number-bin = БИН
number-iin = ИИН
operations-lost = { $accepted } operations were accepted and { $counted } counted
reject-not-whole = a rejected row that was kept cannot be read back
payer-account = `{ $field }`: `{ $value }` is no account number: it is not of 20 characters from `KZ` on, or its check digits (mod 97) are wrong
payer-account-blanks = `{ $field }`: `{ $value }` is no account number: write its 20 letters and digits without blanks
payer-account-letter = `{ $field }`: `{ $value }` is no account number: capital Latin letters and digits are wanted, and `{ $letter }` is of another alphabet, a small letter or another sign
payer-bik = `{ $field }`: `{ $value }` is no БИК: 8 or 11 capital letters and digits
payer-chief-of-entrepreneur = `{ $field }` stands beside `iin`: an entrepreneur has no chief
payer-hint = `ustap template DIR` writes a payer.toml to fill in
payer-iin = `{ $field }`: `{ $value }` is no { $number }: it is not 12 digits, or its check digit is wrong
payer-line = `{ $field }`: `{ $value }` is empty or not one line of text
payer-invisible = `{ $field }`: { $character }, which nobody sees, stands in `{ $value }`: type it anew without it
payer-lost-letters = `{ $field }`: in `{ $value }` letters are lost, and question marks stand for them: type it anew and save it in UTF-8
payer-missing = there is no `{ $field }`
payer-next-order = `{ $field }`: `{ $value }` is no number of a payment order from 1 to 999999999
payer-no-number = there is no `bin`, and no `iin` of an entrepreneur
payer-no-text = `{ $field }` is no text: write it in quotes
payer-no-toml = this line cannot be read: each field stands once, on a line of its own, its value between straight quotes with no such quote inside: name = "…" (the parser of TOML: { $reason })
save-in-utf-8-hint = save it in UTF-8
payer-two-numbers = `iin` stands beside `bin`: an operator is an entrepreneur or a legal entity
payer-unknown-field = unknown field `{ $field }`; known here: { $known }
penalty-code-missing = settlement/accounts.toml has no [[penalty]] of `{ $payment }` in { $period }
period-in-neither-run = --period: neither run has the month { $month }
period-in-neither-run-hint = their months are { $months }
period-not-in-run = --period: there is no month { $month } in what was given
period-not-in-run-hint = its months are { $months }
person-month-beyond = the sums of a person's month exceed { $most } tenge
person-month-out-of-range = the amounts of one person and month are out of range
recompute-no-calculation = only a directory of `ustap calculate` can be recomputed: leave out --recompute
recompute-rates-hint = repeat with --rates DIR, the directory with the tables that the run had; `ustap rates export DIR` of version { $version }, which made it, writes those built into it
recompute-inputs-hint = repeat with --inputs DIR, the directory with the files that the run has read
recompute-chain-hint = repeat with --chain DIR, the directory of the earlier run
recompute-no-operations = cannot be done: the receipt names no operations
recompute-not-at-all = does not come out at all
recompute-not-listed = comes out, and the receipt does not have it
recompute-other-bytes = comes out with other bytes
recompute-other-month = comes out as another month
recompute-other-receipt = says of inputs or tables what the calculation did not come to
recompute-other-table = cannot be done: the run had another table { $table }; give its tables with --rates DIR
recompute-other-totals = come out as others
recompute-table-of-none = cannot be done: the receipt names no table { $table }, which this version of the program computes by; the version that made the run can do it
recompute-without-chain = cannot be done without the earlier run: give --chain
recompute-without-input = cannot be done without the input { $file }
reconciled-not-conserved = matches and breaks of `{ $side }` do not add up to its rows
refunds-batch-missing = settlement/refunds.toml has no [[batch]] of `{ $payment }` in { $period }
refunds-no-reason = there is no reason `{ $reason }` for a refund
refunds-no-reason-hint = the reasons are { $codes }
refunds-no-source = is no directory of a reconciliation or a correction
refunds-no-source-hint = name what `ustap reconcile` or `ustap correct` has written
refunds-not-conserved = applications come to { $sum }, what was paid above due to { $excess }
refunds-of-kgd = breaks with the sums of ЦС КГД are no ground for a refund: nothing was distributed yet
refunds-of-kgd-hint = what is paid above a computed sum, or without one, comes back by itself under point 15, parts 3–4: `ustap distribute` says what; a refund is of what an answer says was accepted
refunds-without-kgd = --due-by-kgd: { $dir } has no sums of ЦС КГД
refunds-without-kgd-hint = reconcile with `--kgd FILE` too
refunds-kind-by-kgd = --kind chooses among breaks with the register, and with --due-by-kgd all that was accepted is held against the sums of ЦС КГД
refunds-kind-by-kgd-hint = leave out one of the two
refunds-out-of-range = what one person has paid above due is out of range
refunds-side-of-correction = --side, --kind and --due-by-kgd are of reconciliations, and { $dir } is a correction
refunds-side-of-correction-hint = leave them out, or name what `ustap reconcile` has written
register-not-its-receipt = the register does not add up to its receipt for { $payment }
register-not-read = a register was not read
register-too-many-regimes = has more than 256 regimes
side-too-many-files = more than { $most } files of one side
side-too-many-rows = one side has more than { $most } rows
texts-too-long = the names, error codes and references in the files take more than { $most } GiB
statement-not-conserved = { $stated } is stated and left out of { $period }, the register has { $register }
too-many-files = more than { $most } files
verify-chain-hint = say with --chain where the earlier run is
verify-closed = { $dir }closed months
verify-earlier = earlier run { $digest }…
verify-file-differs = has another digest than the receipt says
verify-input = { $dir }input { $file }
verify-input-hint = say with --inputs where to look for it
verify-input-none = no file in { $dir } has its digest
verify-missing = is missing
verify-no-link = is no run that this one builds upon
verify-link-unread = whether this one builds upon it is not known, since the receipt of a run between them cannot be read
verify-no-run = there is no receipt.json in it, so that it is no directory of a run: name the directories of the runs themselves
verify-of-file = { $file } { $why }
verify-previous = names { $named } { $named ->
    [one] earlier run
   *[other] earlier runs
}, where there would be { $needed }
verify-previous-other = names as the run before something that is no calculation
verify-recomputed = recomputed
verify-recomputed-closed = recomputed closed
verify-recomputed-file = recomputed { $what }
verify-recomputed-totals = recomputed totals
verify-state = { $dir }what is kept for later runs
verify-sums = { $dir }sums
verify-unlinked = is not known to be a run that this one builds upon, as long as an earlier run is not named


### Summaries

next = next: { $what }
next-nothing = nothing is left to do
next-rejects = look at the rejected rows in { $out }/rejects.csv, mend them, and do it again
next-look-rejects = look at the rejected rows in { $out }/rejects.csv
note = note: { $what }
written = written to { $dir }
receipt = receipt { $digest }
rejected = rejected
progress-working = working,
progress-seconds = { $seconds } s
progress-rows = { $rows } rows, { $speed } rows/s,
input-hidden-sheet = read in { $file }: the sheet `{ $sheet }`; `{ $hidden }` before it is hidden
input-hidden-rows = { $file }: { $rows } { $rows ->
    [one] row is hidden in the sheet and was read like the others, in line
   *[other] rows are hidden in the sheet and were read like the others, the first in line
} { $line }: what is not meant has to be deleted there
input-day-ids = { $file }: in { $rows } { $rows ->
    [one] row
   *[other] rows
}, the first in line { $line }, the operation id is a date: a spreadsheet makes dates of ids like `08-01`, and then they are no longer those of the same payouts elsewhere; export the column anew as text: in this workbook another format only makes a number of the date
input-hidden-columns = read in { $file }, and hidden in the sheet: { $columns }
sheet-hidden = { $sheet } (hidden)
input-other-sheets = read in { $file }: the sheet { $sheet } alone; not read: { $others } (FILE#SHEET names one)
input-not-read = not read in { $file }: { $columns }
input-restored = zeros of ИИН restored in { $file }: { $rows }
input-not-text-or-kazakh = not text in { $file }:{ $line }: the bytes look like { $encoding }; try { $option } { $encoding }, or kz-1048 where there are Kazakh letters
input-not-text = not text in { $file }:{ $line }: the bytes look like { $encoding }; try { $option } { $encoding }
input-ends-open = no line end after the last row of { $file }: is the file whole?
input-titled-thousands = { $file }: line { $line }, above the header, says `{ $unit }`, and amounts are counted in tenge as they stand (150.5 is 150.50 tenge): where they are thousands or millions, write them in tenge
input-thousands = { $file }: an amount of { $rows } { $rows ->
    [one] row
   *[other] rows
}, the first in line { $line }, has three decimals (150,000 is read as 150.00): where they are thousands, it is a thousand times as much; export numbers without dividing thousands
input-swallowed = { $file }: between the quotes of { $rows } { $rows ->
    [one] row
   *[other] rows
}, the first in line { $line }, stands what looks like a row of its own and is not read as one: is a quote missing there?
summary-operations-read = operations read
summary-operations = { $count } { $count ->
    [one] operation
   *[other] operations
}
summary-accepted = accepted
summary-on-top-of = on top of
summary-on-top-of-operations = { $count } { $count ->
    [one] operation
   *[other] operations
}
summary-closed = closed
summary-closed-until = up to { $month }
summary-exemptions-read = exemptions read
summary-contractors-read = contractors read
summary-months = months
summary-persons = persons
summary-income = income
summary-withheld = withheld
summary-over-limit = months over the limit
summary-unnamed = not among contractors
summary-restored = zeros restored
note-shortened-ids = operation ids of { $rows } { $rows ->
    [one] row
   *[other] rows
}, the first at { $file }:{ $line }, look like numbers that a spreadsheet has shortened; different ones may have become equal: export the column as text
note-thousands = the income of { $rows } { $rows ->
    [one] row
   *[other] rows
}, the first at { $file }:{ $line }, has three decimals (150,000 is counted as 150.00): where they are thousands, the income is a thousand times as much; export numbers without dividing thousands
note-closed-beyond = neither the run before nor the operations that count have a month as late as { $month }, which is closed now: whatever comes in of it, or of a month before it, is rejected. Where that is a slip, calculate again from the run before
note-closing = what is closed here is stated and paid by { $run }, and by no statement and no list of this run
note-no-exemptions = the run before had --exemptions and this one has none: new income of whoever was exempt by them is withheld from; what was counted stays as it was counted
note-no-contractors = the run before had --contractors and this one has none: in what is new everybody without a row is in the regime of those who are not listed; what was counted stays as it was counted
note-no-operations = no operation was read: there is no row below the header
note-no-known-on = --known-on changes nothing, for no exemption says when it became known (`known_on`)
note-regime-undecided = { $persons } { $persons ->
    [one] person was over the limit in an earlier month, has
   *[other] persons were over the limit in an earlier month, have
} later operations and no row in the contractors file, which is to say the regime since then
note-late-facts = in { $months } { $months ->
    [one] month of a person
   *[other] months of persons
} earlier runs have counted income that is now exempt otherwise, or under another regime, by --exemptions or --contractors: it stays as it was counted. Calculate the month as a whole with all of its operations, and `ustap correct` has who and how much
note-exempt-below-zero = in { $rows } { $rows ->
    [one] row
   *[other] rows
} of the register more income was given back on exempt days than was received on them, and the base is above the income: was it received on another day (`corrects_on`), or counted before the exemption was known? Then calculate the month as a whole, and `ustap correct`
note-several-regimes = of { $months } { $months ->
    [one] month of a person
   *[other] months of persons
} the contractors have two regimes that something is withheld under, and each has its caps and its rounding: a regime is chosen for a whole month, and no list takes two rates of one payment; mend `regime_from` and `regime_to`
calculate-next-rejects = look at the rejected rows in { $run }/rejects.csv, mend them, and calculate again
calculate-next-advise-exempt = `ustap advise { $run } --contractors FILE --exemptions FILE --out DIR` says what to look at before the money goes
calculate-next-advise = `ustap advise { $run } --contractors FILE --out DIR` says what to look at before the money goes
by-day = by { $day }
by-day-off = by { $day }, a day off: the working day before it is { $before }
by-statement = by the 5th
by-payment = by the 25th
calculate-next-statement = `ustap statement { $run } --contractors FILE --payer FILE --out DIR` writes what is stated to КГД { $by }
calculate-next-lists = `ustap lists { $run } --contractors FILE --payer FILE --payment all --format csv --out DIR` writes what is paid { $by }
check-next-rejects = mend the rejected rows; with `--out DIR` in place of `--check` all of them stand in DIR/rejects.csv
check-next-look = look at the rejected rows; with `--out DIR` in place of `--check` all of them stand in DIR/rejects.csv
check-next = `--out DIR` in place of `--check` writes the registers
advise-next-look = look at what is found in { $out }/advice.csv
advise-next = `ustap statement { $run } --contractors FILE --payer FILE --out DIR` writes what is stated to КГД { $by }
correct-rows = corrections { $rows }, persons { $persons }
correct-payment = { $persons } { $persons ->
    [one] person
   *[other] persons
}, to pay { $pay }, to be returned { $back }
told-own-input = told: { $file } is `{ $output }` of { $dir } itself, so that it agrees whatever КГД has computed: --kgd takes the file that КГД has given
told-unread-penalties = told: in { $rows } { $rows ->
    [one] row
   *[other] rows
} of КГД a penalty is no amount and is in no sum: { $places }
told-other-months = told: { $rows } { $rows ->
    [one] row of { $side } of other months, which is
   *[other] rows of { $side } of other months, which are
} not compared
correct-other-tables = { $after } was made with other tables of rates than these: give its tables with --rates DIR, here and to `ustap lists`, or orders have the rate of these
correct-registers = two runs are compared here, not what was paid. Where the sums of ЦС КГД were paid (`lists --kgd`), do not pay or ask back by this difference yet: with КГД's new sums `ustap distribute --kgd FILE --after DISTRIBUTION --out DIR` says what is owed, and `ustap reconcile --register AFTER --answer FILE --kgd FILE --out DIR` what was paid above it
correct-next-pay = `ustap lists { $out } --contractors FILE --payer FILE --payment all --format csv --out DIR` writes what is to pay
correct-next-return = `ustap refunds { $out } --reason CODE --out DIR` writes applications for what is to be returned
template-written = operations.csv, exemptions.csv, contractors.csv and payer.toml written to { $dir }
template-next-readme = read { $file }: what each file, column and code is
template-next-rows = put your own rows in place of the examples
template-next = `ustap calculate { $dir }/operations.csv --exemptions { $dir }/exemptions.csv --contractors { $dir }/contractors.csv --out DIR`
rates-exported = the built-in tables written to { $dir }; use them with --rates
rates-export-next = edit them, then `ustap rates check --rates { $dir }`
verify-next-broken = what does not hold is not what was calculated: take { $run } from your copy, or calculate again
verify-next-foreign = what the receipt of { $run } does not name is no part of it: move it elsewhere
verify-next-recompute = `ustap verify { $run } --inputs { $inputs } --recompute` calculates again from the inputs and compares every byte
verify-next-unlinked = name the earlier run that is missing too (--chain); if { $run } is to be that one, it is not what was calculated: take it from your copy, or calculate again
verify-next-no-run = name the directory of the earlier run itself (--chain)
verify-next-version = version { $version } of the program has written the receipt of { $run }, in which there is what this one does not know: verify it with that version
refunds-excess = paid above due { $amount }
refunds-applications = { $applications } { $applications ->
    [one] application
   *[other] applications
}, { $persons } { $persons ->
    [one] person
   *[other] persons
}
refunds-left-out = left out: { $rows } { $rows ->
    [one] row
   *[other] rows
}, { $amount } (left_out.csv)
refunds-fitting = { $payment } can be asked back for: { $reasons }
refunds-no-fitting = { $payment } can be asked back for no reason of the tables
refunds-by-register = what is due was taken from the register: where ЦС КГД has computed more, its sum is due; reconcile with `--kgd FILE` too before you ask anything back
refunds-months-by-register = told: КГД's files have no row of { $months } that was taken: what is due of { $count ->
    [one] this month
   *[other] these months
} was taken from the register; reconcile with the file of КГД for { $count ->
    [one] it
   *[other] them
} too before you ask anything back
refunds-by-explanation = told: { $applications } { $applications ->
    [one] application rests
   *[other] applications rest
} on an explanation alone, by which what was accepted of { $months } stands under a wrong month: the register says nothing of { $count ->
    [one] this month
   *[other] these months
}. Reconcile with the run that has { $count ->
    [one] it
   *[other] them
}, or with КГД's file (`--kgd`), and look before you sign
refunds-not-asked = told: { $amount } above due is of payments and months that --payment and --period leave out
refunds-of-left-out = told: { $amount } was accepted of { $months }, of which the run that was compared has nothing, for { $count ->
    [one] this month is
   *[other] these months are
} closed there or it was not calculated for { $count ->
    [one] it
   *[other] them
}: nothing of this is asked back. Reconcile with the run that has { $count ->
    [one] the month
   *[other] the months
}
refunds-covered = not asked back: { $amount } above the register, which ЦС КГД has computed; what is distributed is held against its sums
refunds-above-computed = not asked back: { $amount } that was accepted above the sums of ЦС КГД and is due by the register: one of the two is wrong
refunds-next-by-kgd = where ЦС КГД is right, `ustap refunds { $dir } --due-by-kgd --reason CODE --out DIR` asks back what was accepted above its sums
refunds-next-unread = { $rows } { $rows ->
    [one] row of the reconciliation could not be read, and what it says
   *[other] rows of the reconciliation could not be read, and what they say
} is in none of this: mend what { $dir }/rejects.csv names and reconcile again before you ask anything back
refunds-point-15 = no application is needed for what comes back under point 15 of the Rules: `ustap distribute` says what
refunds-returned = no application is needed: { $sums } { $sums ->
    [one] sum was returned already and is
   *[other] sums were returned already and are
} to be paid again
refunds-flag = to be looked at, { $payment }: { $flag }
refunds-next = sign the applications in { $out } and hand them to the State Corporation
break-kind-unknown = there is no kind of break `{ $code }`
break-kind-unknown-hint = kinds: { $codes }
statement-contractors = contractors
statement-income = income
statement-left-out = left out
statement-unnamed = unnamed
statement-conserved = { $month }: register { $register } = statement { $statement } + left out { $rest }
statement-other-months = told: { $rows } { $rows ->
    [one] row of the register of other months, which is not stated
   *[other] rows of the register of other months, which are not stated
}
statement-rejected-operations = { $rows } { $rows ->
    [one] operation that the run has rejected is
   *[other] operations that the run has rejected are
} in no statement: { $codes } (rejects.csv of the run)
statement-builds-upon = told: what the runs that this one builds upon have rejected is in their own rejects.csv
statement-unnamed-rows = { $rows } { $rows ->
    [one] row
   *[other] rows
} of contractors whose name is not whole, stated all the same: unnamed.csv
contractors-doubts = { $count } { $count ->
    [one] doubt
   *[other] doubts
} about names and birth dates: doubts.csv
contractors-rejected = { $rows } { $rows ->
    [one] row
   *[other] rows
} of contractors rejected: rejects.csv
statement-standing = КГД computes from these incomes; what the run withholds is a forecast of its sums and a check on them: `ustap reconcile --kgd`
statement-next-state = state the income of { $month } to КГД by the special mobile application{ $by }{ $points }
statement-by = , { $by }
statement-next = when the sums of КГД are there, `ustap lists { $run } --kgd FILE --contractors FILE --payer FILE --payment all --format csv --out DIR` writes what is paid { $by }
lists-knp = КНП
lists-rate = rate
lists-listed = listed
lists-unlisted = unlisted
lists-amount = amount
lists-no-file = no file
lists-unlisted-rows = { $rows } { $rows ->
    [one] row
   *[other] rows
} of persons without what their list asks for: unlisted.csv
lists-kgd-rejected = { $rows } { $rows ->
    [one] row
   *[other] rows
} of КГД rejected: rejects.csv
lists-next-order = the next payment order has the number { $number }
lists-computed = the amounts are those of КГД: { $persons } { $persons ->
    [one] person differs
   *[other] persons differ
} from the run, { $more } more, { $less } less
lists-computed-named = `ustap reconcile --register { $run } --kgd FILE --out DIR` names them
lists-lacking = told: no list of { $months }: КГД's files have no row of { $count ->
    [one] this month
   *[other] these months
} that was taken
lists-unused = told: { $months } of КГД's files { $count ->
    [one] is not used, since the run has no such month
   *[other] are not used, since the run has no such months
}
lists-left-penalties = told: penalties of КГД come to { $amount } and are on no list: --penalties makes lists of them
lists-ipn = told: ИПН of { $month }, { $amount }, is on no list: it is paid by an order of its own, by practice [unverified] to the tax office of the operator; what is known of it is shown by `ustap rates show --on { $day }`
lists-ipn-penalties = told: penalties on ИПН of { $persons } { $persons ->
    [one] person come
   *[other] persons come
} to { $amount } and are on no list: they are paid by an order of their own, by practice [unverified] to the tax office of the operator; what is known of it is shown by `ustap rates show --on DAY`
lists-other-months-of-source = told: { $rows } { $rows ->
    [one] row of the source of other months, which is
   *[other] rows of the source of other months, which are
} on no list and in no sum
lists-other-months-of-kgd = told: { $rows } { $rows ->
    [one] row of КГД of other months, which is
   *[other] rows of КГД of other months, which are
} on no list and in no sum
in-points = { " " }({ $count ->
    [one] point
   *[other] points
} { $points })
note-operator-by-point = , which point 9 of the Rules wants
distribute-other-edition = told: the Rules that were in force for { $month } are of another edition: reasons and points are those of the Rules as they are now
note-no-operator = no list names the operator's БИН or ИИН{ $by }: give --payer FILE
note-knp-unverified = КНП { $knp } of a penalty for { $payment } is known from practice alone, and no act was seen that has it: ask the bank or the State Corporation before paying
note-account-assumed = the account of { $payments } is assumed, that of another payment: settlement/accounts.toml says so
note-rate-by-default = of the rates of { $month } whoever SOURCE has none for has that of who is not in the contractors file
note-paid-late = the date of the orders, { $date }, is behind { $due }, the last day for { $month }: what lateness costs, `ustap penalty` says
note-date-before = the day of { $option }, { $date }, is before { $month }, of which the income is: is it the right one?
lists-next-look = look at unlisted.csv, doubts.csv and rejects.csv in { $out } first
lists-next-refused = no file for the bank has { $payment } yet: `ustap lists { $run } --contractors FILE --payer FILE --payment { $code } --format csv --out DIR` writes its list as a table
lists-next-refused-alone = of that table pay the order of КНП { $knp } alone: the others have a file
lists-next-refunds = nothing is to be paid in addition: `ustap refunds { $run } --reason CODE --out DIR` writes applications for what is to be returned
lists-next-pay = sign the payment orders by the lists in { $out } and pay { $by }{ $points }
lists-next-pay-penalties-alone = sign the payment orders of penalties by the lists in { $out } and pay
lists-next-pay-penalties = where the month is paid already, only the orders of penalties are signed: { $files }
lists-next-pay-more = sign the payment orders by the lists in { $out } and pay; what lateness costs after the 25th, `ustap penalty` says
lists-next-pay-again = sign the payment orders by the lists in { $out } and pay; what came back, within three working days of the return{ $points }
lists-next-distribute = what of it is distributed: `ustap distribute --paid { $out } --kgd FILE --after { $source } --out DIR`
lists-next-distribute-more = what of it is distributed, once КГД's sums have what is added: `ustap distribute --paid { $out } --kgd FILE --after DISTRIBUTION --out DIR`, with the distribution of what was paid before
lists-next-distribute-on = what of it is distributed: `ustap distribute --paid { $out } --kgd FILE --after { $source } --out DIR`, and with it every --after that { $source } was made with
lists-next-reconcile-corrected = when answers have come, reconcile the run that { $run } corrects to: `ustap reconcile --register AFTER{ $more } --answer FILE --kgd FILE --out DIR`
lists-next-before = `ustap distribute --paid { $out } --kgd FILE --out DIR` says before you pay what would come back
lists-next-reconcile-computed = when answers have come, `ustap reconcile --register { $run } --answer FILE --kgd FILE --out DIR`
lists-next-reconcile = when answers have come, `ustap reconcile --register { $run } --answer FILE --out DIR`
lists-other-tables = { $dir } was made with other tables of rates than these, by which the orders have their rates: give its tables with --rates DIR where they have other ones
lists-paid-unread = told: { $dir } has rejected rows that may have paid what it has as owed ({ $dir }/rejects.csv): mend them and distribute again before paying by these lists
lists-only-mt102 = { $option } is for --format mt102 only
lists-only-mt102-hint = the other formats name no day, and are in UTF-8; the encoding of contractors files is --contractors-encoding
lists-needs-payer = --format mt102 needs --payer FILE
lists-needs-payer-hint = `ustap template DIR` writes a payer.toml to fill in
lists-needs-date = --format mt102 needs --date DAY
lists-needs-date-hint = the day of the payment order, for example --date 2026-09-21: no clock is read
reconcile-nothing = nothing to compare the register with
reconcile-nothing-hint = give --answer FILE, --kgd FILE or both
reconcile-side-answer = register and answer
reconcile-side-kgd = register and the sums of КГД
reconcile-ours = ours
reconcile-theirs = theirs
reconcile-rows-ours = ours
reconcile-rows-theirs = theirs
reconcile-matched = matched
reconcile-explained = explained
reconcile-more = unexplained more
reconcile-less = less
reconcile-breaks = breaks
reconcile-conserved-ours = ours { $sum } = matched { $matched } + breaks { $breaks }
reconcile-conserved-theirs = theirs { $sum } = matched { $matched } + breaks { $breaks }
reconcile-rows = { $ours } { $ours ->
    [one] row
   *[other] rows
} of ours and { $theirs } of theirs: { $matched } { $matched ->
    [one] match
   *[other] matches
}, { $breaks } { $breaks ->
    [one] break
   *[other] breaks
}, { $told } told
reconcile-repeated = told: { $rows } { $rows ->
    [one] row repeats
   *[other] rows repeat
} another with the same reference and { $rows ->
    [one] counts
   *[other] count
} once: { $places }
reconcile-shortened = told: the { $rows ->
    [one] reference of { $rows } of them looks like a number
   *[other] references of { $rows } of them look like numbers
} that a spreadsheet has shortened; different ones may have become equal: export the column as text
reconcile-told = told: { $returned } returned and { $rejected } rejected where something else stayed or nothing is due, and { $back } accepted that came back
reconcile-balances = { $count } { $count ->
    [one] person's month whose sum over the payments differs
   *[other] persons' months whose sums over the payments differ
}: balances.csv
reconcile-penalties = { $count } { $count ->
    [one] penalty
   *[other] penalties
} that ЦС КГД has computed: penalties.csv
reconcile-penalty-uncoded = told: the tables have no КНП of the penalty on { $payment } for { $month }: it is empty in penalties.csv
reconcile-largest = the largest breaks
reconcile-other-payments = told: { $rows } { $rows ->
    [one] row of { $whose } of other payments, which is
   *[other] rows of { $whose } of other payments, which are
} not compared
reconcile-other-months = told: { $rows } { $rows ->
    [one] row of { $whose } of other months, which is
   *[other] rows of { $whose } of other months, which are
} not compared
run-closed-months = told: { $months } { $count ->
    [one] is closed in { $run }, which has nothing of it
   *[other] are closed in { $run }, which has nothing of them
} any more: that says nothing of what was due. Give the last run that still had { $count ->
    [one] it, or one over it
   *[other] them, or one over them
} with everything
run-no-month = told: { $run } has no month: there is no row in its register
run-of-one-month = told: { $run } is of { $period } alone and has nothing of { $months }: that says nothing of what was due. Give the run of { $count ->
    [one] that month
   *[other] those months
}, or one over all months
reconcile-lacking-months = told: of the rows that were taken from them none is of { $months }; `{ $periods }` compares the months that they have
reconcile-lacking-payments = told: of the rows that were taken from them none is of { $payments }; `{ $options }` compares the payments that they have
reconcile-zeros-lost = told: { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
} rejected as `knp` because zeros in front of the КНП are lost: open the answer as text, put them back and reconcile again before anything more is paid
reconcile-no-month = told: none of the rows that were taken from them is of a month of the run: theirs are of { $theirs }, the run's of { $months }
reconcile-no-row = told: no row was taken from them, and the run has { $months }
reconcile-next-breaks = look at the breaks in { $out }/breaks.csv
reconcile-next-refunds = `ustap refunds { $out } --reason CODE --out DIR` writes applications for what was paid above due
reconcile-next-again = what came back, was rejected, is in no answer or was accepted in part is still to be paid: mend what the error code in { $out }/breaks.csv names, keep the rows that were accepted, less what was returned of them and lowered to КГД's sum where they come to more, or left out where it has none (the excess has not come back, and is for `ustap refunds`), as a table of `iin`, `period`, `knp` and `amount`, and `ustap distribute --paid TABLE --kgd FILE{ $options } --out DIR` says what is owed and how it is listed
reconcile-next-lists = `ustap lists { $run } --kgd FILE --contractors FILE --payer FILE --payment { $payment } --format csv --out DIR` writes by the sums of КГД what is paid { $by }
distribute-persons = persons
distribute-computed = computed
distribute-paid = paid
distribute-distributed = distributed
distribute-returned = returned
distribute-owed = owed
distribute-no-code = other
distribute-paid-is = paid { $paid } = distributed { $distributed } + returned { $returned }
distribute-computed-is = computed { $computed } = distributed { $distributed } + owed { $owed }
distribute-zeros-lost = told: { $file }: { $rows ->
    [one] { $rows } row comes
   *[other] { $rows } rows come
} back as `details` because zeros in front of the ИИН or the КНП are lost; where the bank has them, open the file as text (for the ИИН --restore-zeros is enough) and distribute again
distribute-nobody = told: { $file }: { $rows ->
    [one] { $rows } row has no number for an ИИН and counts
   *[other] { $rows } rows have no number for an ИИН and count
} as paid and returned: a row of totals does not belong here, leave it out and distribute again
distribute-fractions = told: { $file }: { $rows ->
    [one] { $rows } row comes
   *[other] { $rows } rows come
} back as `rate-differs` because the rate stands as a fraction, as 0.01 in place of 1%; where the order to the bank has it in per cent, write it so here too and distribute again
distribute-status = told: { $file } has a column of statuses, which is not read: each of its rows counts as paid. Of an answer keep the rows that were accepted, less what was returned of them and lowered to КГД's sum where they come to more, or left out where it has none, and distribute again
distribute-stated = told: { $file }: :32A: states { $stated } and its rows come to { $rows }
distribute-broken-chain = told: { $dir } came itself after a distribution that is not given with --after: what that one distributed counts as owed; give it too
distribute-counted-twice = told: { $what } has what { $dir } has distributed already: it counts twice here; leave out the one that does not count, such as a forecast from before the payment
distribute-lone-correction = told: { $dir } has lists of a correction, which add to what was paid before: what was distributed before counts as owed; give that distribution with --after, or those lists with --paid too
term-distribution = distributed or returned
term-mending = mended
term-by = { $name } by { $day }: { $days } { $days ->
    [one] working day
   *[other] working days
} after { $from }
term-unknown = { $name } by a day that is not known: { $why }
term-not-in-tables = deadlines.toml has no term `{ $code }` on { $day }
distribute-next-returned = what comes back is in { $out }/returns.csv, row by row; it needs no application
distribute-next-mend = put details and rates right in your own files
distribute-next-none = every computed sum is distributed: nothing is to be paid again
distribute-lacking = told: КГД's files have no row of { $months } that was taken, so that everything of { $count ->
    [one] this month
   *[other] these months
} counts as not computed: where КГД has computed something, give its file of { $count ->
    [one] this month
   *[other] these months
} too and distribute again before anything is done by this
distribute-penalties = told: КГД's files have penalties of { $persons } { $persons ->
    [one] person
   *[other] persons
} that come to { $amount }: they are no part of this, and are paid by orders of their own
distribute-nothing-paid = told: of what was given as paid not one row was taken: are these the right files?
distribute-next-over = what was distributed above a sum comes back only by an application: hold the answers against the sums of КГД, `ustap reconcile --register RUN --answer FILE --kgd FILE --out DIR`, and `ustap refunds DIR --due-by-kgd --reason CODE --out DIR` of it writes the application
distribute-next-owed = still owed { $owed }: pay it with `ustap lists { $out } --contractors FILE --payer FILE --payment all --format csv --out DIR`, then distribute that payment with `{ $after }`
distribute-next-unpaid = still owed { $owed }, but nothing that was given pays { $unpaid }. Where that was paid, name those lists (`--paid`) or distributions (`--after`) too, and distribute again; where it was not, pay with `ustap lists { $out } --contractors FILE --payer FILE --payment all --format csv --out DIR`, then distribute that payment with `{ $after }`
distribute-next-unread = still owed { $owed }, and what was paid by rows that were not read counts as owed: mend them and distribute again before anything more is paid
distribute-next-other-payments = the rejected rows in { $out }/rejects.csv are of ИПН or of penalties, which are not distributed: there is nothing in them to mend
distribute-next-clean = nothing of this would come back: where it is not paid yet, sign the payment orders and pay
distribute-next-penalties = where the penalties of КГД are not paid yet, `ustap lists RUN --kgd FILE --penalties --contractors FILE --payer FILE --payment all --format csv{ $options } --out DIR` writes their lists too
distribute-no-rates = the tables have no rates of { $month }: that a rate of that month differs says nothing of the row, and nothing can be paid for it again; `ustap rates add` begins with the rates of a year; own tables are given with --rates DIR
distribute-over = told: { $sums } { $sums ->
    [one] sum of ЦС КГД is now below what was distributed; nothing is left of it
   *[other] sums of ЦС КГД are now below what was distributed; nothing is left of them
}
distribute-over-row = { $iin } { $month } { $payment }: computed { $computed }, distributed { $distributed }
explain-zeros = --iin: zeros are missing in front of the ИИН
explain-zeros-hint = type all 12 digits, or give --restore-zeros, which restores them in the files too
verify-does-not-hold = { $what }: DOES NOT HOLD: { $why }
verify-holds = { $what }: holds
verify-not-checked = { $what }: not checked: { $why }


### Help

help-usage = Usage:
help-commands = Commands:
help-arguments = Arguments:
help-options = Options:
help-values = Possible values:
help-values-short = [possible values: { $values }]
help-default = [default: { $value }]
help-help = Print help
help-help-short = Print help (see more with '--help')
help-help-long = Print help (see a summary with '-h')
help-version = Print version
help-command-help = Print this message or the help of the given subcommand(s)
help-command-ustap = Withholding by operators of internet platforms in Kazakhstan under Order No. 392
help-command-ustap-long = Exit status: 0 done and clean; 1 done, with findings (rows rejected, nothing to explain); 2 could not run, nothing was published.
help-command-calculate = Compute what is withheld from every person and month, and write the registers
help-command-calculate-long = By point 4 of the Rules КГД computes, from the incomes that the operator states. For the operator the figures are a forecast of КГД's sums and a check on them, and what is withheld until they come; where they are known, they are what is paid. For who computes by point 4 the figures are the computation itself.
help-command-explain = Say step by step how one person's month came about, with every provision
help-command-explain-long = The figures are those of `ustap calculate`: for the operator a forecast of КГД's sums and a check on them, for who computes by point 4 of the Rules the computation itself. Where КГД's sum is another one, that is paid.
help-command-statement = Write the incomes of a run in the form of the annex to the Rules, a statement for each month
help-command-lists = Write payment lists from a run, a correction or a distribution, and the names of contractors
help-command-reconcile = Compare a run's register with the answers of the State Corporation, the sums of ЦС КГД, or both
help-command-distribute = Say what the State Corporation passes on of a payment and what it returns, by the sums of ЦС КГД
help-command-refunds = Write applications for what was paid above due, from a reconciliation or a correction
help-command-calendar = Show the days of the month by the Rules: statement, КГД's sums, payment, distribution, mending
help-command-penalty = Compute the penalty for a late transfer, day by day
help-command-advise = Say what to look at before the money goes: exemptions, ages, limits, missing contractors
help-command-correct = Compare two runs: what is to pay and to have returned, by person, month and payment, and why
help-command-verify = Check that a run's directory is what its receipt says, and what the receipt rests on
help-command-rates = Show, check or export the tables of rates, or add a year to them
help-command-rates-show = Show everything that is in force on a day, with provision and basis
help-command-rates-check = Load the tables strictly and say what was checked
help-command-rates-export = Write the built-in tables as files to edit
help-command-template = Write the three input files with headers and two example rows each, a payer.toml, and a README of what each column is
help-command-completions = Print a script by which a shell completes commands and options
help-command-man = Write the man pages of all commands
help-argument-lang = Language of what is said: en, ru or kk [default: that of the terminal; in files en, in documents ru]
help-argument-color = Whether `error:` and its like are in colour
help-argument-rates = Directory with rates tables in place of the built-in ones
help-argument-calendar-rates = Directory with tables of rates in place of the built-in ones
help-argument-verify-rates = Directory with the rates tables of the run, where they were not the built-in ones
help-argument-threads = Threads to work on [default: all processors]
help-argument-memory = Memory to work in, at least 16MiB; what does not fit goes to temporary files [default: a quarter of what there is]
help-argument-verify-memory = Memory to work in, at least 16MiB [default: a quarter of what there is]
help-argument-encoding = Encoding of the input files
help-argument-calculate-encoding = Encoding of the input files; a byte order mark outranks it
help-argument-explain-encoding = Encoding of the input files; a byte order mark outranks it
help-argument-penalty-encoding = Encoding of FILE; a byte order mark outranks it
help-argument-distribute-encoding = Encoding of the input files; a directory of lists says its own
help-argument-lists-encoding = Encoding of mt102 [default: utf-8]
help-argument-lists-contractors-encoding = Encoding of all input files
help-argument-statement-contractors-encoding = Encoding of the contractors files
help-argument-column = Another heading for a column, for example income="Сумма" or exemptions.valid_to="Действует по"; without FILE it is of the first kind of file that the command reads
help-argument-ignore-column = A heading that is not to be read, though it resembles a column that is missing
help-argument-restore-zeros = Put zeros in front of an ИИН of one to eleven digits where its check digit fits then
help-argument-operations = CSV files or workbooks (FILE.xlsx#Sheet) with operations, one batch together; `-` is standard input
help-argument-exemptions = CSV file or workbook (FILE.xlsx#Sheet) with the exempt categories of persons
help-argument-contractors = CSV file or workbook (FILE.xlsx#Sheet) with the names and regimes of contractors
help-argument-advise-contractors = CSV file or workbook (FILE.xlsx#Sheet) with the contractors and their birth dates
help-argument-statement-contractors = CSV file or workbook (FILE.xlsx#Sheet) with the names of contractors; `-` is standard input
help-argument-lists-contractors = CSV file or workbook (FILE.xlsx#Sheet) with the names and birth dates of contractors; `-` is standard input
help-argument-known-on = Only exemptions that were known on this day: rows with a later `known_on` are not used
help-argument-over-limit = How income above the monthly limit is read
help-argument-period = Only operations whose effective day is in this month, for example 2026-08
help-argument-out = Directory for the registers; it must not exist yet and appears complete or not at all
help-argument-check = Statuses and totals only, nothing is written
help-argument-after = The directory of an earlier run, made with --keep, that the operations come on top of
help-argument-close = Close this month of the earlier run and all before it: they stay there, and their operations are not taken any more
help-argument-keep = Keep under DIR/state/ what a later run needs to build upon this one
help-argument-lines = Write lines.csv as well: what is withheld from each operation
help-argument-force = Replace an existing DIR in one step, if this program has written it (by any command) and nothing else is in it
help-argument-advise-run = The directory of a run
help-argument-advise-out = Directory for the advice; it must not exist yet and appears complete or not at all
help-argument-correct-before = The directory of the run by which money was withheld and paid
help-argument-correct-after = The directory of the run with what is known now
help-argument-correct-period = Only this month of both runs is compared; may be given several times
help-argument-correct-out = Directory for the corrections; it must not exist yet and appears complete or not at all
help-argument-verify-run = The directory of a run
help-argument-verify-inputs = Directory in which the inputs of the run, and of those of --chain, may be found, under any names
help-argument-verify-recompute = Calculate again from the inputs (--inputs) and compare every byte; --rates, --threads and --memory go with it. Takes room for the whole run in TMPDIR, where a kill leaves it until the next --recompute
help-argument-verify-chain = Directories of earlier runs that the run builds upon
help-argument-iin = The person
help-argument-explain-period = The month; as with `calculate --period`, operations of other months do not count
help-argument-json = The same steps as JSON
help-argument-statement-run = Directory of the run whose incomes are stated
help-argument-statement-payer = TOML file with the operator's name and number, and the chief's where it is a legal entity
help-argument-statement-period = Only this month is stated; may be given several times
help-argument-statement-date = Day of submission, for the foot of the form [default: a line to fill in]
help-argument-statement-format = The form of the statements
help-argument-statement-out = Directory for the statements; it must not exist yet and appears complete or not at all
help-argument-lists-run = Directory of the run that is paid for; of a correction: then what is due in addition; or of a distribution: then what is owed after returns
help-argument-lists-kgd = CSV file or workbook (FILE.xlsx#Sheet) with sums computed by КГД (iin, period, ipn, opv, opvr, so, vosms), which are paid then in place of the run's own; `-` is standard input
help-argument-penalties = Make lists of the penalties in the sums of КГД too
help-argument-lists-period = Only this month of every side; may be given several times
help-argument-payment = The payment
help-argument-lists-format = The form of the lists
help-argument-lists-out = Directory for the lists; it must not exist yet and appears complete or not at all
help-argument-lists-payer = TOML file with the operator's name, number and, for mt102, account
help-argument-lists-date = Day of the payment order, for mt102
help-argument-lists-kgd-column = Another heading for a column of the sums of КГД: the same as --column kgd.NAME=HEADER
help-argument-distribute-kgd-column = Another heading for a column of the sums of ЦС КГД: the same as --column kgd.NAME=HEADER
help-argument-reconcile-kgd-column = Another heading for a column of the sums of ЦС КГД: the same as --column kgd.NAME=HEADER
help-argument-paid = What was paid: a directory of lists, an MT-102 file, or a CSV file or workbook (FILE.xlsx#Sheet) with the columns iin, period, knp and amount; `-` is standard input; not needed with --after, to see what newer sums leave owed
help-argument-distribute-kgd = CSV file or workbook (FILE.xlsx#Sheet) with the sums of ЦС КГД: iin, period, ipn, opv, opvr, so, vosms
help-argument-distribute-after = The directory of an earlier distribution, whose distributed sums are no longer to be paid; may be given several times
help-argument-received-on = The day on which the State Corporation received the money: the terms run from it
help-argument-distribute-out = Directory for what is distributed, returned and owed; it must not exist yet and appears complete or not at all
help-argument-refunds-dir = Directory of a reconciliation or a correction
help-argument-reason = Why it is asked back, one for all: a code such as over-accrued or paid-twice; an unknown one is answered with all of them
help-argument-refunds-payment = Only what was paid above due of this payment: ipn, opv, opvr, so or vosms; may be given several times
help-argument-refunds-period = Only what was paid above due of this month; may be given several times
help-argument-refunds-out = Directory for the applications; it must not exist yet and appears complete or not at all
help-argument-side = Which side of a reconciliation tells what was paid above due [default: answer]
help-argument-kind = Only breaks of this kind of a reconciliation: amount, duplicate, missing, rejected, returned, unexpected; may be given several times
help-argument-due-by-kgd = Due is what ЦС КГД has computed, and not what the register has: what was accepted above it is asked back
help-argument-month = The month of the income, for example 2026-08: the days are of the next one
help-argument-penalty-file = CSV file or workbook (FILE.xlsx#Sheet) with the columns payment, period, paid_on and amount; `-` is standard input
help-argument-penalty-payment = The payment: opv, opvr, so or vosms
help-argument-penalty-period = The month for which it was due, for example 2026-03
help-argument-paid-on = The day on which it was paid
help-argument-amount = What was paid late, in tenge
help-argument-register = Directory of the run whose register is compared
help-argument-answer = CSV file or workbook (FILE.xlsx#Sheet) with an answer of the State Corporation or the bank: iin, period, knp, amount, and where they are there status (accepted, rejected, returned), error_code, reference; `-` is standard input
help-argument-reconcile-kgd = CSV file or workbook (FILE.xlsx#Sheet) with sums computed by ЦС КГД: iin, period, ipn, opv, opvr, so, vosms; `-` is standard input
help-argument-reconcile-payment = Only this payment is compared: ipn, opv, opvr, so or vosms; may be given several times
help-argument-reconcile-period = Only this month of every side is compared; may be given several times
help-argument-reconcile-out = Directory for breaks and sums; it must not exist yet and appears complete or not at all
help-argument-xlsx = Write breaks.xlsx as well
help-argument-rates-show-on = The day, for example 2026-08-05 [default: today]
help-argument-dir = A directory that does not exist yet
help-argument-shell = The shell
help-choice-over-limit-cap = Bases stop at their caps, withholding goes on
help-choice-over-limit-stop = From the operation that crossed the limit on, nothing of that month is withheld
help-choice-encoding-kz-1048 = Kazakh letters, as Windows and 1C write them in Kazakhstan (STRK1048-2002)
help-choice-contractors-encoding-kz-1048 = Kazakh letters, as Windows and 1C write them in Kazakhstan (STRK1048-2002)
help-choice-statement-format-csv = A file for each month
help-choice-statement-format-xlsx = The annex as a workbook for each month, ready to print and sign
help-choice-lists-format-csv = A file for each list
help-choice-lists-format-xlsx = A workbook with all lists, the register and the rejected rows
help-choice-lists-format-mt102 = A payment order for each list, as banks take it
help-choice-side-answer = Due is what the register has, paid what the answer has
help-choice-side-kgd = No ground for a refund: what ЦС КГД has not computed comes back by itself
help-value-command = COMMAND
help-value-options = OPTIONS
help-value-lang = LANG
help-value-when = WHEN
help-value-dir = DIR
help-value-file = FILE
help-value-month = MONTH
help-value-day = DAY
help-value-run = RUN
help-value-name = NAME
help-value-before = BEFORE
help-value-after = AFTER
help-value-n = N
help-value-number = NUMBER
help-value-size = SIZE
help-value-iin = IIN
help-value-format = FORMAT
help-value-source = SOURCE
help-value-payment = PAYMENT
help-value-lists = LISTS
help-value-distribution = DISTRIBUTION
help-value-code = CODE
help-value-side = SIDE
help-value-kind = KIND
help-value-amount = AMOUNT
help-value-policy = POLICY
help-value-operations = OPERATIONS
help-value-heading = HEADING
help-value-shell = SHELL
help-value-correction-or-reconciliation = CORRECTION_OR_RECONCILIATION
help-value-name-header = NAME=HEADER
help-value-file-name-header = [FILE.]NAME=HEADER
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-subcommands = SUBCOMMANDS
man-version = VERSION
man-written = { $count } { $count ->
    [one] page
   *[other] pages
} written to { $dir }
help-command-report = Make a page to look at, of a run and of what was done with it
help-argument-dirs = The directory of a run, and any that were made from it: statement, lists, reconciliation, distribution, correction, advice
help-argument-report-out = The page; it must not exist yet and appears whole or not at all
help-argument-full-iin = Personal numbers whole; without it they are masked
help-argument-report-force = Replace FILE.html where it is a page of this program
help-argument-report-rates = Directory with the rates tables of the run, where they were not the built-in ones
help-value-file-html = FILE.html
help-command-rates-add = Write tables of your own with the indicators of one more year, checked
help-argument-year = The year, for example 2027: the one after the last that the tables have
help-argument-mrp = МРП, the monthly calculation index of 1 January, in tenge
help-argument-mzp = МЗП, the minimum wage, in tenge
help-argument-act = Title of the act that sets them, in Russian
help-argument-number = Number of the act
help-argument-dated = Date of the act
help-argument-url = Where the act can be read
help-argument-basis = How the amounts are known: quoted, secondary, inferred or unverified
help-argument-rates-add-out = Directory that the tables are written to; it does not exist yet
help-argument-rates-add-rates = Directory with tables to which the year is added, in place of the built-in ones
help-value-year = YEAR
help-value-title = TITLE
help-value-url = URL
help-value-basis = BASIS
help-choice-encoding-utf-16 = Little-endian where the file has no byte order mark
help-choice-contractors-encoding-utf-16 = Little-endian where the file has no byte order mark


### Explanations and rates

explain-nothing = nothing to explain: no operation of this person counts in this month
explain-nothing-unknown = rows were rejected or are of other months, and whether any is of this person is not known: an input that is no file cannot be read again (see `ustap calculate … --check`)
explain-not-counted = rows of this person that were rejected or are of other months (see `ustap calculate … --check`)
explain-lost-zeros = { $rows } { $rows ->
    [one] row does not count and is this person's if its ИИН has lost zeros in front: --restore-zeros reads it
   *[other] rows do not count and are this person's if their ИИН have lost zeros in front: --restore-zeros reads them
}
explain-not-counted-beside = rows of this person that do not count in this month (see `ustap calculate … --check`)
explain-not-counted-unknown = rows were rejected, and whether any is of this person is not known: an input that is no file cannot be read again (see `ustap calculate … --check`)
explain-person = Person
explain-month = Month
explain-operations = Operations counted
explain-settled = settled
explain-corrects = corrects income of another day
explain-exempt-from = exempt from
explain-withheld-of-it = withheld
explain-income = Income
explain-row = Regime
explain-out-of-scope = Nothing is computed here: the operator withholds nothing from this income under Order No. 392. By the Rules since 2026 it is stated to КГД all the same [inferred]. That does not mean that nothing is due.
explain-goes-on = The operator goes on withholding, up to the caps (policy `cap`).
explain-outside-regime = Income from the operation on that crossed the monthly limit: nothing is withheld (policy `stop`).
explain-not-due = the regime has no such payment
explain-exempt = Exempt income
explain-other-reading = Due [inferred]; by another reading of the law income received on days of the category would be exempt:
explain-deciding-day = Which income is exempt is told by the day of receipt:
explain-not-named = Due on days of the category too, for the provision does not name it:
explain-base-before-cap = Base before the cap
explain-cap = Cap
explain-lowest = the lowest
explain-no-cap = none
explain-no-floor = The base has no minimum
explain-base = Base
explain-rate = Rate
explain-product = Base × rate
explain-rounding = Rounded to
explain-tenge = tenge
explain-amount = Amount
explain-withheld = Withheld in all
explain-notes = Notes in the register
explain-limit = Monthly limit
explain-over = above the limit
explain-crossed = first exceeded with operation
explain-standing = By point 4 of the Rules КГД computes. For the operator these figures are a forecast and a check of its sums;
explain-standing-itself = for who computes by point 4 they are the computation itself.
explain-sources = Sources
explain-payment-ipn = individual income tax
explain-payment-opv = mandatory pension contributions
explain-payment-opvr = mandatory pension contributions of the employer
explain-payment-so = social contributions
explain-payment-vosms = contributions to mandatory social health insurance
sources = Sources
rounding-half-up = halves up
rounding-up = up
rounding-down = down
month-statement = incomes stated to КГД
month-computed = sums of КГД
month-payment = payment
month-distribution = distributed or returned
month-mending = mended
days-off = days off
working-days = { $days } working { $days ->
    [one] day
   *[other] days
}
rates-show-on = In force on { $day }
rates-show-rules = Rules of the order
rates-show-indicators = Indicators
rates-show-amount = { $name }  { $amount } tenge
rates-show-out-of-scope = Out of scope: nothing is computed here, which does not say that nothing is due
rates-show-in-force = in force
rates-show-over-limit = above the limit, `{ $policy }`
rates-show-default = regime of a contractor who is not listed
rates-show-no-limit = no limit of the month's income
rates-show-limit = limit of the month's income  { $amount } tenge = { $times } { $of }
rates-show-no-payment = the regime has no such payment
rates-show-rate = rate  { $percent } %
rates-show-no-cap = no cap
rates-show-no-floor = no minimum of the base
rates-show-income-received = income counts in the month in which it was received
rates-show-income-gross = nothing is deducted from income
rates-show-income-corrected = what corrects income counts on the day of the income that it corrects
rates-show-cap = cap  { $amount } tenge = { $times } { $of }
rates-show-cap-binds = cap  { $amount } tenge = { $times } { $of }, binds
rates-show-unit = rounded to  { $unit } tenge
rates-show-mode = rounded  { $mode }
rates-show-due = due  { $day } for { $month }
rates-show-knp = КНП  { $knp }, recipient { $bin }
rates-show-knp-alone = КНП  { $knp }, no recipient
rates-show-month = The month by the Rules
rates-show-month-day = { $name }  { $day } for { $month }
rates-show-base-rate = base rate  { $percent } %
rates-show-no-base-rate = base rate  not known on this day
rates-show-no-days-off = days off  not known on this day
rates-show-counting = a term runs from the next day
rates-show-deciding-day = the day of receipt decides which income is exempt
rates-show-account = account  { $iban }, БИК { $bik }
rates-show-account-alone = account  { $iban }
rates-show-kbk = КБК  { $kbk }
rates-show-penalty-knp = КНП of a penalty  { $knp }
rates-show-penalty-multiple = penalty for a day  { $times } × base rate
rates-show-year-days = rates of a year are divided by { $days } days
rates-show-penalty-rounding = a penalty is rounded to { $unit } tenge, { $mode }
rates-show-advice = What advice compares with
rates-show-age = { $category }  { $who } of { $years } years { $months ->
    [0] {""}
    [one] and { $months } month
   *[other] and { $months } months
}
rates-show-men = men
rates-show-women = women
rates-show-born = { $category }  born before { $day }
rates-show-filing = above the limit  { $days } working days to file as an entrepreneur
rates-show-categories = Exempt categories
rates-show-no-exemption = exempts from nothing on this day
rates-show-exempt = not due: { $payment }
rates-show-other-reading = due [inferred]: { $payment }; by another reading not, on the ground of
rates-show-not-named = due, for the provision does not name the category: { $payment }
rates-check = Checked: { $tables } tables, { $values } dated values
rates-check-days = Days with rates
rates-check-no-days = none
rates-check-stretch = { $first } to { $last }  { $days } { $days ->
    [one] day
   *[other] days
}
rates-check-ends = Until when the tables last
rates-check-no-end = no end
rates-check-no-dates = has no days
rates-check-bases = Values by basis
rates-check-unverified = To be checked against the act
rates-check-uncited = Acts that nothing cites
rates-check-not = Not checked
rates-check-not-values = that a value is what its act says: `basis` tells how it is known
rates-check-not-acts = that an act, an article or an address exists, is in force, and has not changed since it was read
rates-check-not-missing = that no category, payment, regime or term of the law is missing
rates-check-not-gaps = days that a table declares it may lack (`gaps`)
rates-check-not-accounts = that КНП, БИК and accounts are in use: only their form and check digits
rates-check-not-days-off = that the days off are those of the year's orders, and that names and notes say in each language the same
rates-added = tables with { $year } written to { $dir }; use them with --rates
rates-added-next = hold them against the act, then `ustap calculate FILE --rates { $dir } --out DIR`
rates-added-covered = every day of { $year } has rates
rates-added-uncovered = { $year } is not complete: { $why }
rates-added-short = does not reach the end of { $year }: { $table } ({ $section }), until { $day }
rates-add-has = the tables have the indicators of { $year } already
rates-add-has-hint = what stands there is changed with an editor: `ustap rates export DIR` writes the built-in tables, and those of `--rates` are there already
rates-add-gap = before { $year } stands a gap: the indicators end on { $day }
rates-add-gap-hint = add the years in order, each with `--rates` of the one before
rates-add-year = --year: `{ $year }` is no year of four digits
rates-add-amount = { $option }: `{ $amount }` is no amount above zero in tenge
option-thousands = { $option }: `{ $amount }` has three decimals, which may be thousands
option-thousands-hint = write it without dividing thousands, and with two decimals at most
rates-add-empty = { $option } is empty
rates-add-far = { $option }: `{ $amount }` is less than a tenth, or more than ten times, of the { $before } of { $day }
rates-add-far-hint = write it in tenge, with all its digits: 4500, or 4500.00
rates-add-lines = { $option } is a text of one line, without tabs and other control characters
rates-add-url = --url: `{ $url }` is no address: it begins with https:// or http://
rates-add-url-blanks = --url: `{ $url }` is no address: there are no blanks and no quotation marks in one
tables-end = the tables last until { $day }: a later day has no rates; { $hint }
tables-end-hint = when the indicators of { $year } are known, `ustap rates add --year { $year } …` makes tables with them


### Calendar and penalty

calendar-rules = Rules of the order: { $edition }, { $days }
calendar-income = Income of { $month }: by
calendar-days-off = Days off
calendar-counting = Terms run from the next day
calendar-day-off = a day off; the last working day before it is { $day } { $weekday }
calendar-not-said = deadlines.toml does not say `{ $code }` for the income of { $month }
calendar-not-said-hint = `ustap rates show --on DAY` shows what is in force on a day
calendar-term-not-begun = the term before it ends on a day that is not known
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
penalty-payment = payment
penalty-month = month
penalty-due-on = due on
penalty-paid-on = paid on
penalty-amount = amount
penalty-days-late = days late
penalty-days = { $from } to { $to }  { $days } { $days ->
    [one] day
   *[other] days
}  base rate { $rate } %  × { $times } ÷ { $year }
penalty-penalty = penalty
penalty-exact = exact
penalty-order = order
penalty-cited = { $multiple }; divisor: { $divisor }
penalty-rounded = rounding: { $rounding }
penalty-next = where КГД states another penalty, that is paid; it goes by an order of its own for each month{ $points }
penalty-incomplete = what was paid late is not said in full
penalty-incomplete-hint = give --payment, --period, --paid-on and --amount, or a CSV or Excel file with these columns
penalty-no-payment = there is no payment `{ $code }`
penalty-payments = payments: { $payments }
penalty-fault-payment = the value is no payment: { $payments }
penalty-fault-negative = the amount is below zero: what was paid late is at least zero

### The page

month-of-year = { $month } { $year }
report-title = Withholding, { $months }
report-title-nothing = Withholding: no operation counts
report-made = Made by { $program } from the run with receipt { $receipt }
report-private = This page holds personal data: the ИИН on it are whole.
report-skip = To the content
report-contents = Sections
report-open = What is open
report-see = see
report-operator = Operator, БИН/ИИН
report-persons = Persons
report-operations = Operations counted
report-numbered = { $what } (№ { $number })
report-operations-on-top = { $accepted } on top of { $earlier } of earlier runs
report-in-tenge = All sums are in tenge.
report-closed = Closed months
report-days-on-top = Only the operations of this run: those of earlier runs ({ $earlier }) are in its totals and not here.
report-income = Income
report-receipt = Receipt, SHA-256
report-version = Calculated by
report-warning-rejected = { $count } { $count ->
    [one] row does not count: it was
   *[other] rows do not count: they were
} rejected.
report-warning-limit = { $count } { $count ->
    [one] month of a person is
   *[other] months of persons are
} near the limit of income or over it.
report-warning-basis = { $count } { $count ->
    [one] value
   *[other] values
} of this run { $count ->
    [one] rests
   *[other] rest
} on reasoning or { $count ->
    [one] was
   *[other] were
} not checked.
report-warning-breaks = Reconciliation, { $side }: { $count } { $count ->
    [one] break
   *[other] breaks
}.
report-warning-computed = The reconciliations have different sums of КГД of { $of }, and the table of what is due has none of these: leave on the page the one by КГД's newest file.
report-warning-penalties = КГД has stated { $count } { $count ->
    [one] penalty, which goes by an order of its own
   *[other] penalties, each of which goes by an order of its own
}.
report-warning-to-pay = By the correction something is still to be paid; not yet, where the sums of ЦС КГД were paid.
report-warning-to-return = By the correction something is to be claimed back; not yet, where the sums of ЦС КГД were paid.
report-penalties = Penalties by КГД's sums
report-penalty = Penalty
report-about-penalty = Penalty for { $payment } by КГД: { $amount }.
report-warning-returned = { $amount } comes back: the State Corporation does not distribute it.
report-warning-owed = { $amount } is still to be paid.
report-warning-owed-unpaid = { $amount } is still to be paid, but nothing here paid { $unpaid }: if these were paid, distribute again with those lists too (`--paid`).
report-warning-owed-apart = What is still to be paid of { $months } is not said here: the distributions were made apart, and each calls owed what others have. Give all that was paid to one `distribute --paid`, or each with `--after` those before.
report-warning-advice = { $count } { $count ->
    [one] row
   *[other] rows
} of advice.
report-warning-lacking = КГД's files have no row of { $months }: everything of { $count ->
    [one] this month
   *[other] these months
} counts as not computed here, and comes back by this reckoning alone.
report-warning-repeated = Reconciliation, { $side }: { $count ->
    [one] { $count } row repeats another with the same reference and counts once.
   *[other] { $count } rows repeat others with the same reference and count once.
}
report-warning-counted-twice = What was paid counts twice: { $count ->
    [one] one list, table or earlier distribution has
   *[other] { $count } lists, tables or earlier distributions have
} what another one has too. What is owed may be too little.
report-warning-overdistributed = { $count } { $count ->
    [one] sum
   *[other] sums
} of ЦС КГД { $count ->
    [one] is
   *[other] are
} below what was distributed already.
report-warning-unlisted = { $count } { $count ->
    [one] amount of a person is
   *[other] amounts of persons are
} in no payment list.
report-warning-rejected-of = { $what }: { $count } { $count ->
    [one] row was
   *[other] rows were
} not taken (rejects.csv).
report-warning-doubts = { $what }: { $count } { $count ->
    [one] doubt
   *[other] doubts
} about names and birth dates (doubts.csv).
report-warning-unnamed = { $what }: { $count } { $count ->
    [one] row
   *[other] rows
} without a whole name (unnamed.csv).
report-statement = Statement to КГД
report-due = What is due, and when
report-due-forecast = The sums of the run are a forecast. Where КГД has given its sums, those are paid: a tenge too little for a person, and his whole sum comes back.
report-due-kgd = Computed by КГД
report-payments = Payments of the run
report-month-days = Days of the month by the Rules
report-day = Day
report-what = What
report-day-off = { $day }, a day off; the last working day before it is { $before }
report-day-statement = Incomes are stated to КГД
report-day-computed = КГД passes the sums that it has computed
report-day-payment = The sums are paid
report-amounts = From income to amounts
report-amounts-lead = Each chart begins with the income of the month. What is exempt or above the cap is taken out; the rest is the base, and the rate gives the amount.
report-step = Step
report-bar = Share
report-sum = Sum, tenge
report-outside = Without this payment
report-exempt = Exempt
report-below-zero = More given back than received
report-above-cap = Above the cap
report-base = Base
report-amount = Amount
report-incomes = Incomes of the month
report-histogram = Persons by income, { $month }: { $persons }
report-below-zero-persons = below zero
report-above = above { $amount }
report-limits = Near the limit and over it
report-no-limits = Nobody is near the limit of the month.
report-exemptions = Exemptions
report-exemptions-lead = From the income of the exempt days the payment was not withheld.
report-exempt-table = Exempt income by category and payment
report-exempt-whole = Exempt with all of their income
report-exempt-income = Income not withheld from
report-no-exemptions = No income is exempt.
report-rejects = Rows that do not count
report-rejected = Rejected rows by code
report-todo = What to do
report-places = The first places of each code
report-no-rejects = Every row of this run counts.
report-rejects-earlier = What earlier runs have rejected, whose operations are in the totals, is in their own rejects.csv.
report-days = Days
report-by-day = Operations and income by effective day
report-no-days = The run has no operations.
report-reconciliation = Reconciliation
report-side-kgd = ЦС КГД
report-side-answer = State Corporation
report-ours = Ours
report-theirs = Theirs
report-matched = Matched
report-explained = Explained difference
report-unexplained-more = Not explained, more
report-unexplained-less = Not explained, less
report-kinds = Breaks by kind and explanation
report-more = More
report-less = Less
report-not-explained = not explained
report-largest = The largest breaks
report-distribution = Distribution
report-returns = What comes back
report-reasons = Returns by reason
report-by-when = Received on { $received }; distributed or returned by { $distributed }; mended by { $mended }.
report-correction = Correction
report-correction-lead = Two runs are compared here, not what was paid. Where the sums of ЦС КГД were paid (`lists --kgd`), do not pay or ask back by this difference yet: by КГД's new sums `ustap distribute` says what is owed, and `ustap reconcile` what was paid above it.
report-correction-sums = To pay and to have returned
report-advice = Advice
report-advice-rows = What to look at before the money goes
report-other-language = What is said of each row was written in another language; it stands in { $file }.
report-no-advice = There is nothing to look at.
report-lists = Payment lists
report-lists-rows = Consolidated payment orders
report-about-break = { $side }, { $payment }: ours { $ours }, theirs { $theirs }: { $kind }
report-about-return = { $payment }: { $amount } comes back: { $reason }
report-about-correction = { $payment }: { $before } before, { $after } now: { $cause }
report-about-limit = Income { $income } of the limit of { $limit }: { $share } %
report-about-crossed = first exceeded with operation { $operation } ({ $day })
report-about-reject = Not taken: { $file }, line { $line }: { $message }
report-about-exemption = An exemption row of this person was rejected: look at it before you pay.
report-about-more = { $count } more { $count ->
    [one] row stands
   *[other] rows stand
} in { $file }.
report-person = A person
report-person-search = ИИН, or its first four or last four digits
report-person-rows = Persons and months
report-person-how = Type an ИИН or pick a row to see the steps of the month.
report-person-all = All rows of the register are on this page: { $count }.
report-person-notable = Of { $all } rows of the register { $notable } have something to look at; cards on the page: { $notable }, which are all of them.
report-person-some = Of { $all } rows of the register { $notable } have something to look at; { $shown } of them have a card on the page, the others stand in { $files }.
report-person-none = Rows of the register: { $all }. None of them has anything to look at, and the page has no cards; `ustap explain` shows the steps of a month.
report-no-script = Cards of persons need scripts, which this browser does not run; every figure stands in register.csv.
report-back = Back
report-on = On
report-found = Rows found: %d of %n
report-filter = Filter rows
report-not-due = The regime has no such payment
report-cap = Cap of the base
report-floor = Minimum of the base
report-rounding = Rounded
report-card-hidden = The number is hidden in part: another person may have the same eight digits.
report-rests = What the figures rest on
report-rests-lead = Every value of the law that the amounts of this run depend on, with its provision. Those that are founded worst stand first.
report-rests-days = The register does not say on which days a category held. Where it exempts all income of a person's month, or none, `ustap explain` tells whether the day of receipt has decided that.
report-bases = Values by basis
report-values = Values
report-values-of-run = Values of this run
report-value = Value
report-note = Note
report-shown-of = { $shown } of { $all } rows are shown; all stand in { $file }.
report-dir-twice = the directory is named twice
report-no-run = there is no run among the directories
report-no-run-hint = name one directory that `ustap calculate` has written, and any that were made from it
report-two-runs = there is a second run
report-no-part = has no part on the page of a run
report-stranger = was not made from the run
report-stranger-hint = its receipt names other runs: name those that lead to it as well, or leave it out
report-stranger-persons-hint = most of its persons and months are not in the register: name the run that it is of, or leave it out
run-other-tables = told: { $run } was made with other tables of rates than those at hand: --rates names them where they are your own; of a run of an earlier version leave it out
run-other-rates = the run was made with other tables of rates than these
run-other-rates-hint = give the tables of the run with --rates DIR; `ustap rates export DIR` of version { $version }, which made it, writes those built into it
report-written = written to { $file }
report-next = open { $file } in a browser: what needs attention stands at its top
column-no-value = `{ $column }` has no value of its kind
column-of-record-missing = has no column `{ $column }`
file-exists = exists already
file-exists-hint = name a file that does not exist yet; --force replaces a page of this program
file-not-replaced = is no file that can be replaced
file-foreign = is not replaced: it is no page of this program
file-name-unsynced = { $file } is written, but its name may not outlive a power failure
rests-no-cap = none
rests-received = counts in the month in which it was received
rests-gross = gross, nothing is deducted
rests-rounding-unit = Unit of rounding
rests-rounding-mode = Mode of rounding
rests-limit = Limit of the month's income
rests-over-limit = Income above the limit
rests-goes-on = withholding goes on, up to the caps of the bases
rests-stops = nothing is withheld
rests-exempt = Exempt from
rests-deciding-day = Which income is exempt
rests-day-of-receipt = the day of receipt decides
rests-not-named = Not named by the provision
rests-due-otherwise-not = Due, by another reading not
rests-unlisted = Regime of who is not listed with one
rests-not-due = Not due under
column-iin = ИИН
column-period = Month
column-regime = Regime
column-operations = Operations
column-income = Income
column-withheld = Withheld
column-limit = Limit
column-share = Share, %
column-crossed-on = Exceeded on
column-over = Over
column-persons = Persons
column-category = Category
column-payment = Payment
column-provision = Provision
column-basis = Basis
column-code = Code
column-rows = Rows
column-file = File
column-line = Line
column-field = Column
column-value = Value
column-message = Why
column-effective-on = Day
column-side = Side
column-kind = Kind
column-explanation = Explanation
column-difference = Difference
column-consequence = What comes of paying ours
column-amount = Amount
column-reason = Reason
column-computed = Computed
column-paid = Paid
column-distributed = Distributed
column-returned = Returned
column-owed = Still to pay
column-to-pay = To pay
column-to-return = To have returned
column-detail = Detail
column-knp = КНП
column-rate = Rate
column-purpose = Purpose
column-due-on = Due on
column-listed-persons = Persons in the list
column-listed-amount = Amount of the list
column-unlisted-persons = Persons not in the list
column-unlisted-amount = Amount not in the list
code-accepted = accepted
code-age-not-exempt = the age exempts, and no exemption is given
code-amount = another amount
code-birth-date-contradicts = the birth date contradicts the exemption
code-birth-date-not-exempt = born before 1975, and no exemption is given
code-capped-at-limit-only = only the cap of the monthly limit was applied
code-details = details are missing or wrong
code-duplicate = stands twice
code-excess-returned = what is above the computed sum comes back
code-exempt = exempt person
code-exemption = exemption
code-exemption-assumed = an exemption was assumed
code-exemption-begins = an exemption begins inside the month
code-exemption-ends = an exemption ends inside the month
code-exemption-ignored = the exemption was not taken out
code-income = income
code-less-than-computed = less than computed: all of it comes back
code-matches = matches
code-missing = they do not have it
code-more-than-computed = more than computed: the excess comes back
code-near-limit = near the limit of income
code-no-contractor = not among the contractors
code-not-computed = nothing was computed: all of it comes back
code-not-rounded = not rounded
code-other-iin = stands under another ИИН
code-other-payment = stands under another payment
code-other-period = stands under another month
code-other-reading = by another reading of the law it is not due
code-over-limit = over the limit of income
code-parts-add-up = several rows come to ours
code-policy = reading of the limit
code-rate-differs = another rate in the purpose
code-rate-missing = no rate in the purpose
code-rates = rates
code-regime = regime
code-rejected = rejected by them
code-rejected-row = stands in a rejected row
code-returned = returned by them
code-returned-in-full = all of it comes back
code-returned-out-of-scope = income given back outside the regimes
code-rounded-down = rounded down
code-rounded-up = rounded up
code-uncapped = without the cap
code-unexpected = we do not have it
code-unpaid = not paid
calendar-working-days = { $count } after { $day }
calendar-day-off-alone = a day off; { $why }
calendar-not-known-off = whether it is a day off is not known: days_off.toml does not have it
calendar-not-known = not known
