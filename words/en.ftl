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


### Values: money, days, persons, rates

money-no-amount = `{ $text }` is not an amount in tenge with at most two decimals
money-beyond = `{ $text }` is outside the range of { $most } tenge on either side of zero
money-too-fine = { $value } tenge is finer than a tiyn
money-too-large = { $value } tenge is out of range
money-no-sum = `{ $text }` is not a sum in tenge with two decimals
day-beyond = { $day } is outside the years 0001 to 9999
day-none = `{ $text }` is not a day of the form YYYY-MM-DD or DD.MM.YYYY
iin-all-zeros = the ИИН or БИН `{ $text }` is all zeros
iin-check-digit-wrong = the ИИН or БИН `{ $text }` has a wrong check digit
iin-digits = the ИИН or БИН `{ $text }` is not 12 digits
month-none = `{ $text }` is not a month of the form YYYY-MM
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

appeared-meanwhile = it appeared while the run went on
directory-above-hint = the directory above it must exist
directory-unopenable = cannot be opened
directory-unopenable-hint = what appears in a directory is put on the disk with it, for which it must be readable too
exists-already = exists already
exists-already-hint = name a directory that does not exist yet; `calculate` replaces one with --force
longer-than = it has more than { $most } MiB
name-leads-out = `{ $name }` leads out of the directory
no-directory-name = is no name for a new directory
no-exchange-hint = this file system cannot exchange directories: remove the old one and run without --force
no-regular-directory = it is no regular directory
no-regular-file = it is no regular file
not-replaced-foreign = is not replaced: `{ $name }` in it is nothing that its receipt names
not-replaced-foreign-hint = --force replaces only what this program has written, with nothing else in it: name another directory
not-replaced-used = is not replaced: the run reads { $path }, which would be gone
not-replaced-used-hint = name another directory for --out
page = Page
record-no-csv = a record is none of CSV: { $reason }
replaced-old-stays = { $dir } is replaced, but the old one, now { $old }, stays: { $reason }
size-differs = has { $there } bytes, the receipt says { $expected }
table-without-file = a table without a file was to be finished
target-is-link = is a symbolic link, and --force replaces directories only
target-is-link-hint = name the directory that it points to
target-no-directory = is no directory, and --force only replaces directories
temporary-names-taken = other runs keep taking or removing every temporary name
unreadable-because = cannot be read: { $reason }
unwritable = cannot be written
unwritable-space-hint = nothing was published; free some space and run again
workbook-inexact = { $value } does not fit a cell of a workbook exactly
workbook-inexact-hint = --format csv writes it as it is
workbook-no-reason = no reason was given
workbook-unwritable = the workbook cannot be written: { $reason }
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
list-operator = Operator of the internet platform: { $name }, BIN/IIN { $number }
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
distribution-rates = a distribution's rates
distribution-rates-no-row = is no row of a distribution's rates, or stands out of order
file-not-in-receipt = is not in the receipt
file-not-of-digest = does not verify: its digest is not the one of the receipt
index-none = { $file } is no index of a state
index-none-because = { $file } is no index of a state: { $reason }
index-unwritable = { $file } cannot be written: { $reason }
lines-no-row = is no row of lines.csv
other-header = has another header
receipt-none = is no receipt: { $reason }
receipt-not-of-calculate = the receipt is none of `calculate`
receipt-not-of-digest = does not verify: receipt.sha256 is the digest of another text
receipt-of-another-command = this is the directory of another command: name one that `ustap calculate` has written
receipt-of-no-command = there is no command `{ $command }`
receipt-too-long = the receipt would have more than { $most } MiB: there are too many files
receipt-too-long-hint = join the input files, or make several runs
receipt-unwritable = the receipt cannot be written: { $reason }
receipt-without-output = does not have the output `{ $name }`
record-hint = a run's directory is a record and is never edited: run again
record-no-row = is no row of { $what }
register-no-row = is no row of a register
register-out-of-order = stands out of order: the register is sorted by month and person
register-tables-hint = use the tables of the run: --rates DIR
register-unknown-regime = the regime `{ $regime }` is not in the tables
remittance-tables-hint = use the tables of the runs that it comes from: --rates DIR
remittance-unknown = recipients.toml has no КНП of `{ $payment }` in { $period }
state-damaged-by-size = the state is damaged: a file of it is shorter or longer than { $file } says
state-damaged-hint = a run's directory is a record and is never edited: run again with --keep
state-missing = has no state that a later run could build upon
state-missing-hint = make the earlier run with `calculate --keep`
state-of-other-format = has a state of the format { $format }, this program reads { $ours }
state-of-other-format-hint = use the program that made it, or calculate the whole month again with --keep
state-of-other-rates-code = rests on other rates: the tables have no `{ $code }`
state-of-other-rates-hint = use the tables of the earlier run with --rates DIR; a change of rates is a correction: `ustap correct`
state-of-other-rates-month = rests on other rates: those of { $month } have changed since
state-of-stop = was made with another policy than --over-limit cap
state-too-many-regimes = the tables have more than { $most } regimes, of which a kept state has no room
sums-differ = { $what } differ: { $one } and { $other }
sums-lines-income = incomes of lines.csv and the register
sums-lines-operations = operations of lines.csv and those accepted
sums-lines-payment = { $payment } of lines.csv and the register
sums-lines-withheld = what lines.csv and the register withhold
sums-operations-read = operations read and those accepted or rejected
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
penalty-rule-missing-hint = with the rule at hand, write the tables with `ustap rates export DIR`, add it, and run with `--rates DIR`
penalty-without-payment = the regime `{ $regime }` has no payment `{ $payment }` in { $period }
rules-point = { $point }
rules-provision = Order No. 392, Rules, point { $place }
rules-provision-two = Order No. 392, Rules, points { $first }, { $second }
rules-subpoint = { $point }({ $subpoint })
theirs-too-many = the other side has more than { $most } rows


### Commands

advice-born = { $category }: born { $born }
advice-exceeded = { $near }, exceeded on { $day } by { $operation }
advice-file = { $exceeded }, file as an entrepreneur by { $day }
advice-file-unknown = { $exceeded }, by when to file as an entrepreneur is not known: { $reason }
advice-limit = { $income } of { $limit }
advice-no-longer = { $exceeded }, no longer
advice-of-age = { $category }: born { $born }, of that age since { $day }
advice-of-age-woman = { $age }, if a woman
advice-other-reading = { $category }: { $payment } is due here, by another reading not
advice-returned = { $regime }: { $income }, nothing is given back
answers-too-long = the error codes and references of the answers are more than 4 GiB
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
closed-in-register = the register has { $month }, which is closed
closed-in-run-hint = name the last run that had the month, or with --period the months that are open in both
closed-less = the run before has { $before } as closed and this one { $now }
closed-nothing = nothing
closed-operations = operations of open months of the run before and those built upon
closed-state-differs = the state has { $state } as closed and the receipt { $receipt }
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
facts-need-memory-hint = run with --memory { $mebibytes }MiB or more
given-twice = is given twice
given-twice-hint = leave one of them out
lists-disagree = { $rows } has { $sum } of `{ $payment }` in { $period } from { $persons } persons, { $totals } { $amount } from { $told }
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
mt102-in-encoding-hint = try --encoding { $encoding }
mt102-in-end = the end
mt102-in-header = the header
mt102-in-hint = this begins as an MT-102 file: give it as the bank takes it
mt102-in-line-too-long = a line is longer than 1 MiB
mt102-in-no-knp = has no /KNP/ before its rows
mt102-in-not-tenge = the sum of :32A: is not in KZT
mt102-in-not-text = is not text in { $encoding }
mt102-in-not-whole = is not whole: it ends without :32A: or without -{"}"}
mt102-in-row = { $iin }, row { $row }
mt102-in-twice = `{ $tag }` stands twice in the row that begins on line { $line }
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
mt102-person-name = /{ $tag }/ of { $who } { $rule }
mt102-purpose-too-long = /ASSIGN/ `{ $text }` does not fit its lines
mt102-recipient-name = the name of the recipient, `{ $name }`, { $rule }
mt102-refused = no MT-102 for `{ $payment }`: { $file } has { $what }
mt102-refused-hint = write the tables with `ustap rates export DIR`, fill in the entry in DIR/{ $file } by a sample of the bank, and run with `--rates DIR`
names-too-long = the names of the contractors are more than 16 GiB
no-calculation = is no directory of `ustap calculate`
nothing-in-common = the two runs have no input and no person's month in common: they are no two versions of one thing
nothing-in-common-hint = name the run before and the run after of the same months
number-bin = БИН
number-iin = ИИН
operations-lost = { $accepted } operations were accepted and { $registered } are in the register
payer-account = `{ $field }`: `{ $value }` is no account number: its check digits (mod 97) are wrong
payer-bik = `{ $field }`: `{ $value }` is no БИК: 8 or 11 capital letters and digits
payer-chief-of-entrepreneur = `{ $field }` stands beside `iin`: an entrepreneur has no chief
payer-hint = `ustap template DIR` writes a payer.toml to fill in
payer-iin = `{ $field }`: `{ $value }` is no { $number }: it is not 12 digits, or its check digit is wrong
payer-line = `{ $field }`: `{ $value }` is empty or not one line of text
payer-missing = there is no `{ $field }`
payer-next-order = `{ $field }`: `{ $value }` is no number of a payment order from 1 on
payer-no-number = there is no `bin`, and no `iin` of an entrepreneur
payer-no-text = `{ $field }` is no text: write it in quotes
payer-no-toml = no TOML: { $reason }
payer-two-numbers = `iin` stands beside `bin`: an operator is an entrepreneur or a legal entity
payer-unknown-field = unknown field `{ $field }`; known here: { $known }
penalty-code-missing = settlement/accounts.toml has no [[penalty]] of `{ $payment }` in { $period }
period-in-neither-run = --period: neither run has the month { $month }
period-in-neither-run-hint = their months are { $months }
period-not-in-run = --period: the run has no month { $month }
period-not-in-run-hint = its months are { $months }
person-month-beyond = the sums of a person's month exceed { $most } tenge
person-month-out-of-range = the amounts of one person and month are out of range
recompute-no-operations = cannot be done: the receipt names no operations
recompute-not-at-all = does not come out at all
recompute-other-bytes = comes out with other bytes
recompute-other-month = comes out as another month
recompute-other-table = cannot be done: the run had another table { $table }; give its tables with --rates DIR
recompute-other-totals = come out as others
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
refunds-of-kgd-hint = what is paid above a computed sum, or without one, comes back by itself under point 15(3)–(4): `ustap distribute` says what; a refund is of what an answer says was accepted
refunds-out-of-range = what one person has paid above due is out of range
refunds-side-of-correction = --side and --kind choose among breaks, and { $dir } is a correction, which has none
refunds-side-of-correction-hint = leave them out, or name what `ustap reconcile` has written
register-not-its-receipt = the register does not add up to its receipt for { $payment }
register-not-read = a register was not read
register-too-many-regimes = has more than 256 regimes
side-too-many-files = more than { $most } files of one side
side-too-many-rows = one side has more than { $most } rows
statement-not-conserved = { $stated } is stated and left out of { $period }, the register has { $register }
too-many-files = more than { $most } files
verify-chain-hint = say with --chain where the earlier run is
verify-closed = { $dir }closed months
verify-digest-differs = { $file } is the digest of another text
verify-earlier = earlier run { $digest }…
verify-file-differs = has another digest than the receipt says
verify-input = input { $file }
verify-input-hint = say with --inputs where to look for it
verify-input-none = no file in { $dir } has its digest
verify-missing = is missing
verify-of-file = { $file } { $why }
verify-recomputed = recomputed
verify-recomputed-closed = recomputed closed
verify-recomputed-file = recomputed { $what }
verify-recomputed-totals = recomputed totals
verify-sums = sums


### Summaries

verify-does-not-hold = { $what }: DOES NOT HOLD: { $why }
verify-holds = { $what }: holds
verify-not-checked = { $what }: not checked: { $why }


### Help


### Explanations and rates

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
rates-exported = the built-in tables written to { $dir }; use them with --rates
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


### The page

month-of-year = { $month } { $year }
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
report-todo = What to do
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
calendar-income = Income of { $month }: by
calendar-working-days = { $count } after { $day }
calendar-days-off = Days off
calendar-day-off = a day off; the last working day before it is { $day } { $weekday }
calendar-day-off-alone = a day off; { $why }
calendar-not-known-off = whether it is a day off is not known: days_off.toml does not have it
calendar-not-known = not known
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
penalty-stretch = { $from } to { $to }  { $days } days  base rate { $rate } %
penalty-sum = penalty
penalty-exact = exact
penalty-knp = КНП
penalty-order = order
penalty-divisor = divisor: { $cited }
