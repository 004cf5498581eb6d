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


### Reading


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

call-not-utf8 = { $name }: the text is not UTF-8
call-null = { $name } is null
call-size = options.size is { $given } and this library knows { $expected }: the header and the library are of different versions
call-unknown = { $name }: { $number } stands for nothing


### Summaries


### Help


### Explanations and rates


### Calendar and penalty
