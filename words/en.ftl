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
argument-without-value = a value is required for `{ $argument }`
argument-value = invalid value `{ $value }` for `{ $argument }`
argument-value-because = invalid value `{ $value }` for `{ $argument }`: { $cause }
argument-unknown = there is no argument `{ $argument }`
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
argument-payment = there is no such payment
argument-payment-hint = there are { $codes }
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

money-decimal = { $sum } tenge has more digits than a decimal
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

template-payer = The operator, for `--payer payer.toml` of `ustap statement` and `ustap lists`. Everything is text, in quotes.
template-payer-fields = A command asks only for the fields that it uses.
template-payer-entity = A legal entity has a БИН and a chief. An entrepreneur has in their place, and without a chief, his own number:
template-payer-orders = What follows is for payment orders alone. The operator's account and the БИК of its bank.
template-payer-next-order = The number of the next payment order; each list takes one.


### Summaries

next = next: { $what }
next-nothing = nothing is left to do
next-rejects = look at the rejected rows in { $out }/rejects.csv, mend them, and do it again
note = note: { $what }
written = written to { $dir }
receipt = receipt { $digest }
rejected = rejected
progress-working = working,
progress-rows = { $rows } rows, { $speed } rows/s,
input-not-read = not read in { $file }: { $columns }
input-not-text = not text in { $file }:{ $line }: the bytes look like { $encoding }; try { $option } { $encoding }
input-ends-open = no line end after the last row of { $file }: is the file whole?
summary-operations-read = operations read
summary-operations = { $count } operations
summary-accepted = accepted
summary-on-top-of = on top of
summary-closed = closed
summary-closed-until = up to { $month }
summary-exemptions-read = exemptions read
summary-contractors-read = contractors read
summary-persons = persons
summary-income = income
summary-withheld = withheld
summary-over-limit = months over the limit
summary-unnamed = not among contractors
summary-restored = zeros restored
note-shortened-ids = operation ids of { $rows } rows, the first at { $file }:{ $line }, look like numbers that a spreadsheet has shortened; different ones may have become equal: export the column as text
note-no-known-on = --known-on changes nothing, for no exemption says when it became known (`known_on`)
calculate-next-rejects = look at the rejected rows in { $run }/rejects.csv, mend them, and calculate again
calculate-next-advise = `ustap advise { $run } --contractors FILE --out DIR` says what to look at before the money goes
calculate-next-statement = `ustap statement { $run } --contractors FILE --payer FILE --out DIR` writes what is stated to КГД by the 5th
calculate-next-lists = `ustap lists { $run } --contractors FILE --payment all --format xlsx --out DIR` writes what is paid by the 25th
check-next-rejects = mend the rejected rows; with `--out DIR` in place of `--check` all of them stand in DIR/rejects.csv
check-next = `--out DIR` in place of `--check` writes the registers
advise-rejected = rows that cannot be read: { $rows } (`calculate` says which)
advise-next-look = look at what is found in { $out }/advice.csv
advise-next = `ustap statement { $run } --contractors FILE --payer FILE --out DIR` writes what is stated to КГД by the 5th
correct-rows = corrections { $rows }, persons { $persons }
correct-payment = { $persons } persons, to pay { $pay }, to be returned { $back }
told-other-months = told: { $rows } rows of { $side } of other months, which are not compared
correct-next-pay = `ustap lists { $out } --contractors FILE --payment all --format xlsx --out DIR` writes what is to pay
correct-next-return = `ustap refunds { $out } --reason CODE --out DIR` writes applications for what is to be returned
template-written = operations.csv, exemptions.csv, contractors.csv and payer.toml written to { $dir }
template-next-rows = put your own rows in place of the examples
template-next = `ustap calculate { $dir }/operations.csv --exemptions { $dir }/exemptions.csv --contractors { $dir }/contractors.csv --out DIR`
rates-exported = the built-in tables written to { $dir }; use them with --rates
rates-export-next = edit them, then `ustap rates check --rates { $dir }`
check-holds = { $what }: holds
check-not-checked = { $what }: not checked: { $why }
check-broken = { $what }: DOES NOT HOLD: { $why }
verify-next-broken = what does not hold is not what was calculated: take { $run } from your copy, or calculate again
verify-next-recompute = `ustap verify { $run } --inputs DIR --recompute` calculates again from the inputs and compares every byte
refunds-excess = paid above due { $amount }
refunds-applications = { $applications } applications, { $persons } persons
refunds-left-out = left out: { $persons } persons, { $amount } (left_out.csv)
refunds-point-15 = no application is needed for what comes back under point 15 of the Rules: `ustap distribute` says what
refunds-returned = no application is needed: { $sums } sums were returned already and are to be paid again
refunds-flag = to be looked at, { $payment }: { $flag }
refunds-next = sign the applications in { $out } and hand them to the State Corporation
break-kind-unknown = there is no kind of break `{ $code }`
break-kind-unknown-hint = kinds: { $codes }
statement-contractors = contractors
statement-income = income
statement-left-out = left out
statement-unnamed = unnamed
statement-conserved = { $month }: register { $register } = statement { $statement } + left out { $rest }
statement-other-months = told: { $rows } rows of the register of other months, which are not stated
statement-rejected-operations = { $rows } operations that the run has rejected are in no statement: { $codes } (rejects.csv of the run)
statement-builds-upon = told: what the runs that this one builds upon have rejected is in their own rejects.csv
statement-unnamed-rows = { $rows } rows of contractors whose name is not whole, stated all the same: unnamed.csv
contractors-doubts = { $count } doubts about names and birth dates: doubts.csv
contractors-rejected = { $rows } rows of contractors rejected: rejects.csv
statement-standing = КГД computes from these incomes; what the run withholds is a forecast of its sums and a check on them: `ustap reconcile --kgd`
statement-next-state = state the income of { $month } to КГД by the special mobile application{ $by } (point 3)
statement-by = , by { $day }
statement-by-day-off = , by { $day }, a day off: the working day before it is { $before }
statement-next = when the sums of КГД are there, `ustap lists { $run } --kgd FILE --contractors FILE --payment all --format xlsx --out DIR` writes what is paid by the 25th
lists-knp = КНП
lists-rate = rate
lists-listed = listed
lists-unlisted = unlisted
lists-amount = amount
lists-no-file = no file
lists-unlisted-rows = { $rows } rows of persons without what their list asks for: unlisted.csv
lists-kgd-rejected = { $rows } rows of КГД rejected, { $code }: rejects.csv
lists-next-order = the next payment order has the number { $number }
lists-computed = the amounts are those of КГД: { $persons } persons differ from the run, { $more } more, { $less } less
lists-computed-named = `ustap reconcile --register { $run } --kgd FILE --out DIR` names them
lists-lacking = told: no list of { $months }, which КГД's files do not have
lists-unused = told: { $months } of КГД's files is not used, since the run has no such month
lists-other-months-of-source = told: { $rows } rows of the source of other months, which are on no list and in no sum
lists-other-months-of-kgd = told: { $rows } rows of КГД of other months, which are on no list and in no sum
note-no-operator = no list names the operator's БИН or ИИН, which point 9 of the Rules wants: give --payer FILE
note-account-assumed = the account of { $payments } is assumed, that of another payment: settlement/accounts.toml says so
note-rate-by-default = of the rates of { $month } whoever SOURCE has none for has that of who is not in the contractors file
lists-next-look = look at unlisted.csv, doubts.csv and rejects.csv in { $out } first
lists-next-pay = sign the payment orders by the lists in { $out } and pay until the 25th (point 6)
lists-next-reconcile = when answers have come, `ustap reconcile --register { $run } --answer FILE --out DIR`
lists-only-mt102 = { $option } is for --format mt102 only
lists-only-mt102-hint = the other formats name no day, and are in UTF-8
lists-needs-payer = --format mt102 needs --payer FILE
lists-needs-payer-hint = `ustap template DIR` writes a payer.toml to fill in
lists-needs-date = --format mt102 needs --date DAY
lists-needs-date-hint = the day of the payment order, for example --date 2026-09-21: no clock is read
reconcile-nothing = nothing to compare the register with
reconcile-nothing-hint = give --answer FILE, --kgd FILE or both
reconcile-side = register and { $side }
reconcile-ours = ours
reconcile-theirs = theirs
reconcile-matched = matched
reconcile-explained = explained
reconcile-more = unexplained more
reconcile-less = less
reconcile-breaks = breaks
reconcile-conserved-ours = ours { $sum } = matched { $matched } + breaks { $breaks }
reconcile-conserved-theirs = theirs { $sum } = matched { $matched } + breaks { $breaks }
reconcile-rows = { $ours } rows of ours and { $theirs } of theirs: { $matched } matches, { $breaks } breaks, { $told } told
reconcile-repeated = told: { $rows } rows repeat another with the same reference and count once: { $places }
reconcile-told = told: { $returned } rows returned and { $rejected } rejected where something else stayed or nothing is due, and { $back } accepted ones that came back
reconcile-balances = { $count } persons' months whose sums over the payments differ: balances.csv
reconcile-penalties = { $count } penalties that ЦС КГД has computed: penalties.csv
reconcile-largest = the largest breaks
reconcile-other-payments = told: { $rows } rows of { $whose } of other payments, which are not compared
reconcile-other-months = told: { $rows } rows of { $whose } of other months, which are not compared
reconcile-next-breaks = look at the breaks in { $out }/breaks.csv
reconcile-next-refunds = `ustap refunds { $out } --reason CODE --out DIR` writes applications for what was paid above due
distribute-persons = persons
distribute-computed = computed
distribute-paid = paid
distribute-distributed = distributed
distribute-returned = returned
distribute-owed = owed
distribute-no-code = no КНП
distribute-paid-is = paid { $paid } = distributed { $distributed } + returned { $returned }
distribute-computed-is = computed { $computed } = distributed { $distributed } + owed { $owed }
distribute-stated = told: { $file }: :32A: states { $stated } and its rows come to { $rows }
note-broken-chain = { $dir } came itself after a distribution that is not given with --after: what that one distributed is not counted
term-distribution = distributed or returned
term-mending = mended
term-by = { $name } by { $day }: { $days } working days after { $from }
term-unknown = { $name } by a day that is not known: { $why }
term-not-in-tables = deadlines.toml has no term `{ $code }` on { $day }
distribute-next-returned = what comes back is in { $out }/returns.csv with its row: right details and rates there, and it needs no application
distribute-next-owed = still owed { $owed }: pay it with `ustap lists { $out }`, then distribute that payment with --after { $out }
distribute-over = told: { $sums } sums of ЦС КГД are now below what was distributed; nothing is left of them
distribute-over-row = { $iin } { $month } { $payment }: computed { $computed }, distributed { $distributed }
explain-zeros = --iin: zeros are missing in front of the ИИН
explain-zeros-hint = type all 12 digits, or give --restore-zeros, which restores them in the files too


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
help-command-rates = Show, check or export the tables of rates
help-command-rates-show = Show everything that is in force on a day, with provision and basis
help-command-rates-check = Load the tables strictly and say what was checked
help-command-rates-export = Write the built-in tables as files to edit
help-command-template = Write the three input files with headers and two example rows each, and a payer.toml
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
help-argument-column = Another heading for a column, for example income="Сумма" or exemptions.valid_to="Действует до"; without FILE it is of the first kind of file that the command reads
help-argument-ignore-column = A heading that is not to be read, though it resembles a column that is missing
help-argument-restore-zeros = Put zeros in front of an ИИН of one to eleven digits where its check digit fits then
help-argument-operations = CSV files with operations, one batch together; `-` is standard input
help-argument-exemptions = CSV file with the exempt categories of persons
help-argument-contractors = CSV file with the names and regimes of contractors
help-argument-advise-contractors = CSV file with the contractors and their birth dates
help-argument-statement-contractors = CSV file with the names of contractors; `-` is standard input
help-argument-lists-contractors = CSV file with the names and birth dates of contractors; `-` is standard input
help-argument-known-on = Only exemptions that were known on this day: rows with a later `known_on` are not used
help-argument-over-limit = How income above the monthly limit is read
help-argument-period = Only operations whose effective day is in this month, for example 2026-08
help-argument-out = Directory for the registers; it must not exist yet and appears complete or not at all
help-argument-check = Statuses and totals only, nothing is written
help-argument-after = The directory of an earlier run, made with --keep, that the operations come on top of
help-argument-close = Close this month of the earlier run and all before it: they stay there, and their operations are not taken any more
help-argument-keep = Keep under DIR/state/ what a later run needs to build upon this one
help-argument-lines = Write lines.csv as well: what is withheld from each operation
help-argument-force = Replace DIR where it exists and is a run of this program, in one step
help-argument-advise-run = The directory of a run
help-argument-advise-out = Directory for the advice; it must not exist yet and appears complete or not at all
help-argument-correct-before = The directory of the run by which money was withheld and paid
help-argument-correct-after = The directory of the run with what is known now
help-argument-correct-period = Only this month of both runs is compared; may be given several times
help-argument-correct-out = Directory for the corrections; it must not exist yet and appears complete or not at all
help-argument-verify-run = The directory of a run
help-argument-verify-inputs = Directory in which the inputs of the run may be found, under any names
help-argument-verify-recompute = Calculate again from the inputs and compare every byte
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
help-argument-lists-kgd = CSV file with sums computed by КГД, which are paid then in place of the run's own; `-` is standard input
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
help-argument-paid = What was paid: a directory of lists, an MT-102 file, or a CSV file with the columns iin, period, knp and amount; `-` is standard input
help-argument-distribute-kgd = CSV file with the sums of ЦС КГД: iin, period, ipn, opv, opvr, so, vosms
help-argument-distribute-after = The directory of an earlier distribution, whose distributed sums are no longer to be paid; may be given several times
help-argument-received-on = The day on which the State Corporation received the money: the terms run from it
help-argument-distribute-out = Directory for what is distributed, returned and owed; it must not exist yet and appears complete or not at all
help-argument-refunds-dir = Directory of a reconciliation or a correction
help-argument-reason = Why it is asked back, one for all: a code of settlement/refunds.toml
help-argument-refunds-out = Directory for the applications; it must not exist yet and appears complete or not at all
help-argument-side = Which side of a reconciliation tells what was paid above due [default: answer]
help-argument-kind = Only breaks of this kind of a reconciliation, for example duplicate; may be given several times
help-argument-month = The month of the income, for example 2026-08: the days are of the next one
help-argument-penalty-file = CSV file with the columns payment, period, paid_on and amount; `-` is standard input
help-argument-penalty-payment = The payment: opv, opvr, so or vosms
help-argument-penalty-period = The month for which it was due, for example 2026-03
help-argument-paid-on = The day on which it was paid
help-argument-amount = What was paid late, in tenge
help-argument-register = Directory of the run whose register is compared
help-argument-answer = CSV file with an answer of the State Corporation or the bank; `-` is standard input
help-argument-reconcile-kgd = CSV file with sums computed by ЦС КГД; `-` is standard input
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


### Explanations and rates

explain-nothing = nothing to explain: no operation of this person counts in this month
explain-not-counted = rows of this person that were rejected or are of other months (see `ustap calculate … --check`)
explain-person = Person
explain-month = Month
explain-operations = Operations counted
explain-settled = settled
explain-corrects = corrects income of another day
explain-exempt-from = exempt from
explain-withheld-of-it = withheld
explain-income = Income
explain-row = Regime
explain-out-of-scope = Nothing is computed here: this regime is outside Order No. 392. That does not mean that nothing is due.
explain-outside-regime = Income from the operation on that crossed the monthly limit: nothing is withheld (policy `stop`).
explain-not-due = the regime has no such payment
explain-exempt = Exempt income
explain-other-reading = Due; by another reading of the law it would not be:
explain-base-before-cap = Base before the cap
explain-cap = Cap
explain-lowest = the lowest
explain-no-cap = none
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
explain-mode-half-up = halves up
explain-mode-up = up
explain-mode-down = down
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
rates-show-default = regime of a contractor who is not listed
rates-show-no-limit = no limit of the month's income
rates-show-limit = limit of the month's income  { $amount } tenge = { $times } { $of }
rates-show-no-payment = the regime has no such payment
rates-show-rate = rate  { $percent } %
rates-show-no-cap = no cap
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
rates-show-categories = Exempt categories
rates-show-no-exemption = exempts from nothing on this day
rates-show-exempt = not due: { $payment }
rates-show-other-reading = due, by another reading not: { $payment }
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
rates-added-covered = every day of { $year } has rates
rates-added-uncovered = { $year } is not complete: { $why }
rates-added-short = does not reach the end of { $year }: { $table } ({ $section }), until { $day }
rates-add-has = the tables have the indicators of { $year } already
rates-add-has-hint = what stands there is changed with an editor: `ustap rates export DIR`
rates-add-gap = before { $year } stands a gap: the indicators end on { $day }
rates-add-gap-hint = add the years in order, each with `--rates` of the one before
rates-add-year = --year: `{ $year }` is no year of four digits
rates-add-amount = { $option }: `{ $amount }` is no amount above zero in tenge
rates-add-empty = { $option } is empty
rates-add-url = --url: `{ $url }` is no address: it begins with https://
tables-end = the tables last until { $day }: a later day has no rates; { $hint }
tables-end-hint = when the indicators of { $year } are known, `ustap rates add --year { $year } …` makes tables with them


### Calendar and penalty

calendar-income = Income of { $month }: by
calendar-days-off = Days off
calendar-day-off = a day off; the last working day before it is { $day } { $weekday }
calendar-not-said = deadlines.toml does not say `{ $code }` for the income of { $month }
calendar-not-said-hint = `ustap rates show --on DAY` shows what is in force on a day
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
penalty-days = { $from } to { $to }  { $days } days  base rate { $rate } %  × { $times } ÷ { $year }
penalty-penalty = penalty
penalty-exact = exact
penalty-order = order
penalty-cited = { $multiple }; divisor: { $divisor }
penalty-next = where КГД states another penalty, that is paid; it goes by an order of its own for each month (points 8, 10)
penalty-incomplete = what was paid late is not said in full
penalty-incomplete-hint = give --payment, --period, --paid-on and --amount, or a CSV file with these columns
penalty-no-payment = there is no payment `{ $code }`
penalty-payments = payments: { $payments }
penalty-fault-payment = the value is no payment: { $payments }
penalty-fault-period = the value is not a month of the form YYYY-MM
penalty-fault-date = the value is not a day of the form YYYY-MM-DD or DD.MM.YYYY with or without a time
penalty-fault-amount = the value is not an amount in tenge with at most two decimals
penalty-fault-range = the amount is outside the range of 999999999999.99 tenge on either side of zero
penalty-fault-negative = the amount is below zero: what was paid late is at least zero

### The page

report-title = Withholding, { $months }
report-made = Made by { $program } from the run with receipt { $receipt }
report-private = This page holds personal data: the ИИН on it are whole.
report-skip = To the content
report-contents = Sections
report-open = What is open
report-see = see
report-operator = Operator, БИН/ИИН
report-persons = Persons
report-operations = Operations counted
report-income = Income
report-receipt = Receipt, SHA-256
report-version = Calculated by
report-warning-rejected = { $count } { $count ->
    [one] row does
   *[other] rows do
} not count: they were rejected.
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
report-warning-breaks = { $count } { $count ->
    [one] break
   *[other] breaks
} in the reconciliation.
report-warning-returned = { $amount } comes back: the State Corporation does not distribute it.
report-warning-owed = { $amount } is still to be paid.
report-warning-advice = { $count } { $count ->
    [one] row
   *[other] rows
} of advice.
report-warning-unlisted = { $count } { $count ->
    [one] person is
   *[other] persons are
} in no payment list.
report-due = What is due, and when
report-payments = Payments of the run
report-month-days = Days of the month by the Rules
report-day = Day
report-what = What
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
report-exempt-whole = Exempt for the whole month
report-exempt-income = Income not withheld from
report-no-exemptions = No income is exempt.
report-rejects = Rows that do not count
report-rejected = Rejected rows by code
report-todo = What it means
report-places = The first places of each code
report-no-rejects = Every row counts.
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
report-not-explained = not explained
report-largest = The largest breaks
report-distribution = Distribution
report-returns = What comes back
report-reasons = Returns by reason
report-by-when = Received on { $received }; distributed or returned by { $distributed }; mended by { $mended }.
report-correction = Correction
report-correction-sums = To pay and to have returned
report-advice = Advice
report-advice-rows = What to look at before the money goes
report-no-advice = There is nothing to look at.
report-lists = Payment lists
report-lists-rows = Consolidated payment orders
report-about-break = { $side }, { $payment }: ours { $ours }, theirs { $theirs }: { $kind }
report-about-return = { $payment }: { $amount } comes back: { $reason }
report-about-correction = { $payment }: { $before } before, { $after } now: { $cause }
report-about-limit = Income { $income } of the limit of { $limit }: { $share } %
report-person = A person
report-person-search = ИИН, or its first four or last four digits
report-person-rows = Persons and months
report-person-all = Type an ИИН or pick a row to see the steps of the month. Months of persons on this page: { $count }, which are all of the register.
report-person-some = Type an ИИН or pick a row to see the steps of the month. Of { $all } rows of the register { $notable } have something to look at; the page has { $shown } of them, and at most { $most }.
report-no-script = Cards of persons need scripts, which this browser does not run; every figure stands in register.csv.
report-back = Back
report-on = On
report-found = Rows found: %d
report-filter = Filter rows
report-not-due = The regime has no such payment
report-cap = Cap of the base
report-rounding = Rounded
report-card-outside = Nothing is computed here for this income.
report-rests = What the figures rest on
report-rests-lead = Every value of the law that bears on this run, with its provision. Those that are founded worst stand first.
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
report-stranger = was not made from the run
report-stranger-hint = its receipt names other runs: name those that lead to it as well, or leave it out
report-other-rates = the run was made with other tables of rates than these
report-other-rates-hint = give the tables of the run with --rates DIR
report-written = written to { $file }: open it in a browser
column-no-value = `{ $column }` has no value of its kind
file-exists = exists already
file-exists-hint = name a file that does not exist yet; --force replaces a page of this program
file-not-replaced = is no file that can be replaced
file-foreign = is not replaced: it is no page of this program
file-name-unsynced = { $file } is written, but its name may not outlive a power failure
indicator-mrp = МРП
indicator-mzp = МЗП
rests-no-cap = none
rests-rounding = Rounding
rests-limit = Limit of the month's income
rests-exempt = Exempt from
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
